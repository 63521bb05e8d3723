import { type DocumentJson, type LostReference, lostReferences, type Outline } from '@draagvlak/document';
import { html, nothing } from 'lit';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';

/** A reference comes, goes or loses its place only when the structure does, which a letter leaves as it is. */
const known = new WeakMap<Outline, readonly LostReference[]>();

function lostIn(document: DocumentJson, outline: Outline): readonly LostReference[] {
  let lost = known.get(outline);
  if (lost === undefined) known.set(outline, (lost = lostReferences(document, outline)));
  return lost;
}

/** References that point to nothing, as a warning with a way to each; nothing when there are none. */
export function lostReferenceWarning(document: DocumentJson, outline: Outline, go: (id: string) => void) {
  const lost = lostIn(document, outline);
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
