import { element } from './element.ts';
import { words } from './words.ts';

/** Asks once more before an act that stays visible; the browser's dialog keeps and gives back the focus. */
export function confirmWithdraw(withdraw: () => Promise<void>): void {
  const { reading, shell } = words;
  const dialog: HTMLDialogElement = element(
    'dialog',
    { class: 'dialog', 'aria-labelledby': 't-intrekken', onclose: () => dialog.remove() },
    element('h2', { id: 't-intrekken' }, reading.withdraw),
    element('p', {}, reading.withdrawSure),
    element(
      'div',
      { class: 'buttons' },
      element(
        'button',
        {
          class: 'button danger',
          type: 'button',
          onclick: () => {
            dialog.close();
            void withdraw();
          },
        },
        reading.withdraw,
      ),
      element('button', { class: 'button', type: 'button', onclick: () => dialog.close() }, shell.cancel),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
}
