import type { Anchor } from '@draagvlak/review';
import { element } from './element.ts';
import { words } from './words.ts';

/** The words of a part, and the anchor of some of them. */
export interface Narrowing {
  readonly text: string;
  /** @returns null when that is no passage */
  readonly anchorOf: (from: number, to: number) => Anchor | null;
}

/**
 * Choosing words by the keyboard: a page has no caret, a field has. The field shows the part's own words, cannot be
 * changed, and what is selected in it is what the comment is about.
 */
export function passageField({ text, anchorOf }: Narrowing, choose: (anchor: Anchor) => void): HTMLElement {
  const { reading } = words;
  const field = element('textarea', {
    id: 'reactie-woorden',
    class: 'serif',
    rows: '4',
    // Not `readonly`: browsers give such a field no caret to walk with.
    'aria-readonly': 'true',
    inputmode: 'none',
    spellcheck: 'false',
    lang: 'nl',
    onbeforeinput: (event: Event) => event.preventDefault(),
    'aria-describedby': 'reactie-woorden-uitleg',
    onselect: () => selected(),
    onkeyup: () => selected(),
  });
  field.value = text;
  const body = element(
    'div',
    { class: 'field', hidden: true },
    element('label', { for: 'reactie-woorden' }, reading.whichWords),
    element('span', { class: 'hint', id: 'reactie-woorden-uitleg' }, reading.whichWordsHint),
    field,
  );
  const toggle = element(
    'button',
    {
      class: 'button small',
      type: 'button',
      'aria-expanded': 'false',
      onclick: () => {
        body.hidden = !body.hidden;
        toggle.setAttribute('aria-expanded', String(!body.hidden));
        if (body.hidden) return;
        field.focus();
        field.setSelectionRange(0, 0);
      },
    },
    reading.chooseWords,
  );
  let last = '';
  function selected(): void {
    const { selectionStart: from, selectionEnd: to } = field;
    const now = `${from}-${to}`;
    if (from === to || now === last || text.slice(from, to).trim() === '') return;
    last = now;
    const anchor = anchorOf(from, to);
    if (anchor) choose(anchor);
  }
  return element('div', { class: 'field' }, element('div', {}, toggle), body);
}
