import { element } from './element.ts';
import { words } from './words.ts';

/** Writes one reply under a comment. */
export function replyForm(send: (body: string) => Promise<readonly string[]>, close: () => void): HTMLElement {
  const { reading, shell } = words;
  const problem = element('div', { class: 'error-text', role: 'alert' });
  const body = element('textarea', { id: 'antwoord', rows: '4' });
  let busy = false;
  const form = element(
    'form',
    {
      class: 'pane-body form',
      novalidate: true,
      onsubmit: async (event: Event) => {
        event.preventDefault();
        if (busy) return;
        if (body.value.trim() === '') {
          problem.textContent = reading.replyNeeded;
          body.focus();
          return;
        }
        busy = true;
        problem.textContent = (await send(body.value)).join(' ');
        busy = false;
      },
    },
    problem,
    element('div', { class: 'field' }, element('label', { for: 'antwoord' }, reading.replyLabel), body),
    element(
      'div',
      { class: 'buttons' },
      element('button', { class: 'button primary', type: 'submit' }, reading.sendReply),
      element('button', { class: 'button', type: 'button', onclick: close }, shell.cancel),
    ),
  );
  return form;
}
