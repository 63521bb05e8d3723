import { html, type TemplateResult } from 'lit';
import { words } from '../stores/words.ts';
import { compareText } from './text-difference.ts';

/** A text proposal as the committee sees it: what goes is struck through, what comes is underlined, both also in words. */
export function smallDiff(before: string, after: string): TemplateResult {
  const { shell } = words();
  return html`${compareText(before, after).map((piece) => {
    if (piece.kind === 'kept') return piece.text;
    return piece.kind === 'deleted'
      ? html`<del class="del"><span class="hidden-text">${shell.deletedWord} </span>${piece.text}</del>`
      : html`<ins class="ins"><span class="hidden-text">${shell.insertedWord} </span>${piece.text}</ins>`;
  })}`;
}
