import type { ReactiveControllerHost } from 'lit';
import { PageKeys } from '../controllers/page-keys.ts';
import { nextPane } from './panes.ts';

interface Host extends HTMLElement, ReactiveControllerHost {}

/** Keys of the workbench that count while one types as well: F6 to the next column, Ctrl+Enter to send the decision. */
export class FieldKeys extends PageKeys {
  constructor(host: Host, send: () => void) {
    super(host, (event) => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      if (event.key === 'F6' && nextPane(host, event.shiftKey ? -1 : 1)) event.preventDefault();
      const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      const target = event.target instanceof Element ? event.target : null;
      // There it is said to the text, to a message, or to a form that is not the decision.
      if (!isSend || target?.closest('.desk-pane, comment-talk, .answer-form') != null) return;
      if (host.querySelector('disposition-form') === null) return;
      event.preventDefault();
      send();
    });
  }
}
