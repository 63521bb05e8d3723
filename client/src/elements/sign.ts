import { html, type TemplateResult } from 'lit';

/** A sign of the page's sprite. Its meaning stands beside it in words, so it is hidden from screen readers. */
export function sign(name: string, variant = ''): TemplateResult {
  return html`<svg class=${variant ? `sign ${variant}` : 'sign'} aria-hidden="true" focusable="false">
    <use href=${`#s-${name}`}></use>
  </svg>`;
}
