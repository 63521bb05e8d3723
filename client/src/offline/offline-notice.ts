import { CLOSE } from '@draagvlak/contract/socket';
import { html, nothing } from 'lit';
import type { DraftSession } from '../editor/draft-session.ts';
import { sign } from '../elements/sign.ts';
import { firstWords } from '../stores/words.ts';
import type { OfflineDraft } from './offline-draft.ts';

/** What the writer is told while there is no connection: only what holds for what was typed. */
export function offlineNotice(session: DraftSession, offline: OfflineDraft | null) {
  const { together, writing } = firstWords();
  const kept = session.unsaved ? offline?.onDevice === true : offline?.keeps === true;
  const keptText = session.unsaved ? together.onDevice : together.willBeOnDevice;
  const text = kept ? keptText : writing.offlineHint;
  return html`<div class="notice danger" role="status">
    ${sign('wifi')}
    <div>
      <b>${together.offline}</b> ${session.waiting === CLOSE.restart ? `${writing.restarting} ` : nothing}${text}
    </div>
  </div>`;
}

/** What became of text that was typed without a connection. */
export function homeNotice(offline: OfflineDraft | null) {
  if (offline === null || (offline.broughtHome === 0 && offline.leftOver === '')) return nothing;
  const { together } = firstWords();
  return html`<div class=${offline.leftOver === '' ? 'notice success' : 'notice warning'} role="status">
    ${sign(offline.leftOver === '' ? 'check' : 'warn')}
    <div class="stack">
      ${offline.broughtHome === 0 ? nothing : html`<p>${together.broughtHome(offline.broughtHome)}</p>`}
      ${
        offline.leftOver === ''
          ? nothing
          : html`<p>${together.leftOver}</p>
              <textarea readonly rows="6" aria-label=${together.leftOver} .value=${offline.leftOver}></textarea>`
      }
      <div class="buttons">
        <button class="button small plain" type="button" @click=${() => offline.dismiss()}>${together.close}</button>
      </div>
    </div>
  </div>`;
}
