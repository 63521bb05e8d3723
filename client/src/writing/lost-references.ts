import { type DocumentJson, lostReferences, type Outline } from '@draagvlak/document';
import { html, nothing } from 'lit';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';

/** References that point to nothing, as a warning with a way to each; nothing when there are none. */
export function lostReferenceWarning(document: DocumentJson, outline: Outline, go: (id: string) => void) {
  const lost = lostReferences(document, outline);
  if (lost.length === 0) return nothing;
  const { referring, finding } = words().editing;
  return html`<div class="todo">
    <h3 class="small">${sign('warn')}${referring.lost(lost.length)}</h3>
    <ul class="small">
      ${lost.map(({ block, section }) => {
        const name = [section?.number, section?.title].filter(Boolean).join(' ') || finding.outside;
        const place = block ?? section?.id ?? '';
        return html`<li>
          <a
            href=${`#${place}`}
            @click=${(event: Event) => {
              event.preventDefault();
              go(place);
            }}
            >${referring.lostIn(name)}</a
          >
        </li>`;
      })}
    </ul>
  </div>`;
}
