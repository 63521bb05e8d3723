import type { Link } from '@draagvlak/review';
import { html, nothing } from 'lit';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import type { ComparedComment, KnownChange } from './change-index.ts';

/** By whom, when and for what a change was made, and how we know. */
export function changeFacts(known: KnownChange, comments: readonly ComparedComment[]) {
  const { comparing, compare, dates, numbers } = words();
  const names = known.people.map(({ name, organisation }) => (name === '' ? (organisation ?? '') : name));
  const made = names.length === 0 ? comparing.unknownAuthor : numbers.list(names);
  const when =
    known.first === null || known.last === null
      ? null
      : dates.day(known.first) === dates.day(known.last)
        ? dates.day(known.last)
        : dates.period(known.first, known.last);
  const strong = known.links.filter(({ how }) => how !== 'overlap');
  const links = strong.length > 0 ? strong : known.links;
  return html`<dl class="facts-list">
    <dt>${comparing.madeBy}</dt>
    <dd>
      ${made}${
        known.unknown && names.length > 0 ? html` <span class="quiet">(${comparing.partlyUnknown})</span>` : nothing
      }
    </dd>
    ${
      when === null
        ? nothing
        : html`<dt>${comparing.when}</dt>
            <dd>${when}</dd>`
    }
    <dt>${comparing.reason}</dt>
    <dd>
      ${
        known.groundless || links.length === 0
          ? html`<p class="no-ground">
              ${sign('open')}${comparing.noReason}${known.partly ? html` ${comparing.partly}` : nothing}
            </p>`
          : nothing
      }
      ${links.length === 0 ? nothing : reasons(links, comments)}
      ${known.mixed ? html`<p class="quiet">${comparing.mixed}</p>` : nothing}
    </dd>
    ${
      known.change.editorialRule === null
        ? nothing
        : html`<dt>${comparing.rule}</dt>
            <dd>${compare.rule(known.change.editorialRule)}</dd>`
    }
  </dl>`;
}

/** Each comment once, with every way in which we know. */
function reasons(links: readonly Link[], comments: readonly ComparedComment[]) {
  const { numbers, vocabulary } = words();
  const byComment = new Map<string | null, Link[]>();
  for (const link of links) byComment.set(link.comment, [...(byComment.get(link.comment) ?? []), link]);
  return [...byComment].map(([comment, all]) => {
    const about = comments.find(({ id }) => id === comment);
    const how = [...new Set(all.map((link) => vocabulary.linkGrounds[link.how]))];
    const stated = all.flatMap(({ reason }) => (reason === null ? [] : [reason]));
    // What was recorded while writing is evidence; what somebody added afterwards is a statement, and looks like one.
    const attached = all.every((link) => link.how === 'attached');
    return html`<p>
      ${about === undefined ? vocabulary.ownInitiative : about.number}
      <span class=${attached ? 'attached-ground' : 'quiet'}>(${numbers.list(how)})</span>${stated.map(
        (reason) => html`<br /><span class="own-reason">${reason}</span>`,
      )}
    </p>`;
  });
}
