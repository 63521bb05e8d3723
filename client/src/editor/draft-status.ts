import type { Outline } from '@draagvlak/document';
import { html, nothing, type TemplateResult } from 'lit';
import '../elements/save-state.ts';
import type { Following } from '../elements/people-here.ts';
import { firstWords } from '../stores/words.ts';
import type { DraftSession, Present } from './draft-session.ts';

/** What the screen says about saving: only the server's confirmation makes it "opgeslagen". */
export function saveState(session: DraftSession | null): TemplateResult | typeof nothing {
  if (session === null || session.state === 'ended') return nothing;
  const { writing } = firstWords();
  const loading = session.state === 'loading';
  return html`<save-state
    .state=${session.state === 'loading' ? 'busy' : session.state}
    .at=${session.savedAt?.toISOString() ?? null}
    .text=${loading ? writing.connecting : session.state === 'offline' ? writing.offline : null}
  ></save-state>`;
}

/** Everybody who has the draft open, with the section they are in. */
export function peopleHere(
  present: readonly Present[],
  outline: Outline | null,
  following: Following | null = null,
): TemplateResult | typeof nothing {
  if (present.length === 0) return nothing;
  const { writing } = firstWords();
  return html`<people-here
    .following=${following}
    .people=${present.map(({ person, name, colour, self, section }) => {
      const where = section === null || self ? undefined : outline?.section(section);
      return {
        person,
        name,
        colour,
        self,
        where: where === undefined ? null : writing.inSection(where.number ?? where.title),
      };
    })}
  ></people-here>`;
}
