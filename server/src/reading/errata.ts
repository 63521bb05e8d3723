import { type Actor, can, type Dossier, type FrozenVersion } from '@draagvlak/procedure';
import type { Comment } from '@draagvlak/review';
import type { Wording } from '@draagvlak/wording';
import { mendedBy, sameConcept } from '../dossiers/same-concept.ts';
import { correctionsOf } from '../dossiers/text-views.ts';
import type { Services } from '../services.ts';
import { html, type Html } from './html.ts';

/** Of a text with errata: that a mended one exists, or what this one mends and where its comments come from. */
export async function errataNotice(
  services: Services,
  say: Wording,
  actor: Actor,
  dossier: Dossier,
  version: FrozenVersion,
  comments: readonly Comment[],
): Promise<Html | null> {
  const readable = ({ id }: FrozenVersion) => can(actor, 'read-version', { dossier, version: id }) === true;
  const words = say.errata.page;
  const newest = sameConcept(dossier, version).findLast(readable);
  const mended = mendedBy(dossier, version);
  const [nearest] = mended;
  if (nearest === undefined && (newest === undefined || newest.id === version.id)) return null;
  const corrections = await correctionsOf(dossier, version, services.dossiers.words);
  const from = mended.flatMap((one) => {
    const count = comments.filter((comment) => comment.version === one.id && comment.withdrawnAt === null).length;
    return count === 0 ? [] : [html`<p>${words.commentsFrom(count, one.number)}</p>`];
  });
  return html`<aside class="notice" id="errata">
    <div>
      ${
        newest !== undefined &&
        newest.id !== version.id &&
        html`<p>
          <b>${words.mendedIn(newest.number)}</b> <a href="/lezen/${newest.id}">${words.readErratum(newest.number)}</a>
        </p>`
      }
      ${nearest !== undefined && html`<p><b>${words.mends(nearest.number)}</b></p>`}
      ${
        corrections.length > 0 &&
        html`<ul>
          ${corrections.map(
            ({ block, was, becomes }) =>
              html`<li>
                ${words.was} <del class="del" lang="nl">${was}</del>, ${words.becomes}
                <a href="#${block}" lang="nl"><ins class="ins">${becomes === '' ? '–' : becomes}</ins></a>
              </li>`,
          )}
        </ul>`
      }
      ${from}
      ${
        nearest !== undefined &&
        readable(nearest) &&
        html`<p><a href="/lezen/${nearest.id}">${words.readMended(nearest.number)}</a></p>`
      }
    </div>
  </aside>`;
}
