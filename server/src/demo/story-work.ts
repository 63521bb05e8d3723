import { type DocumentJson, outline } from '@draagvlak/document';
import type { DossierRole, Party } from '@draagvlak/procedure';
import { type Anchor, findQuote, makeAnchor, type QuoteMatch, type Selection } from '@draagvlak/review';
import type { Calendar } from './calendar.ts';
import { people } from './cast.ts';
import type { EditRound } from './edit.ts';
import { DISPOSITIONS } from './sample.ts';
import type { Role, Stage } from './stage.ts';

const AUTHORS = { author: 'auteur', 'second-author': 'tweede-auteur', chair: 'voorzitter' } as const;

/** Who takes part in a dossier: everybody of the cast, in the role the cast gives; the chair writes along. */
export function members(stage: Stage, keys: readonly Role[] = people.map(({ key }) => key)) {
  const list = people
    .filter(({ key, role }) => keys.includes(key) && role !== 'administrator')
    .map(({ key, role, party, organisation }) => ({
      person: stage.person(key),
      role: role as DossierRole,
      party: party as Party,
      organisation: organisation === null ? null : stage.organisation(organisation),
    }));
  return [
    ...list,
    ...list.filter(({ role }) => role === 'wbc-chair').map((one) => ({ ...one, role: 'wbc-member' as const })),
  ];
}

/** The place that a quote of the sample names; without a quote the section, or the whole document. */
export async function anchorOf(
  stage: Stage,
  dossier: string,
  version: string,
  quote: string,
  where: string,
): Promise<Anchor> {
  const document = await stage.version(dossier, version);
  const section = outline(document).sections.find(
    ({ number }) => number !== null && (number === where || `Bijlage ${number}` === where),
  );
  const selection: Selection | null =
    quote === ''
      ? section
        ? { scope: 'section', node: section.id }
        : { scope: 'document' }
      : found(findQuote(document, quote, section?.id ?? null));
  const anchor = selection && makeAnchor(document, selection, version);
  if (!anchor) throw new Error(`"${quote}" does not stand in ${where}`);
  return anchor;
}

const found = (match: QuoteMatch): Selection | null => ('found' in match ? match.found : null);

/** The same with every date that is written out in it moved. */
export const moveDeep = <T>(value: T, calendar: Calendar): T =>
  JSON.parse(calendar.moveText(JSON.stringify(value))) as T;

/** Plays rounds of edits; answers which nodes were touched per comment, and when for rounds on own initiative. */
export async function write(
  stage: Stage,
  calendar: Calendar,
  days: readonly string[],
  draft: string,
  rounds: readonly EditRound[],
  comments: ReadonlyMap<string, string>,
): Promise<{ places: Map<string, string[]>; own: { at: string; reason: string }[] }> {
  const places = new Map<string, string[]>();
  const own: { at: string; reason: string }[] = [];
  for (const [index, round] of moveDeep(rounds, calendar).entries()) {
    const day = days[Math.floor((index * days.length) / rounds.length)] ?? days[0] ?? '';
    const minutes = 9 * 60 + (index % 40) * 7;
    const at = calendar.at(
      day,
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    );
    const comment = round.comment === null ? null : (comments.get(round.comment) ?? null);
    if (round.comment !== null && comment === null) throw new Error(`no comment ${round.comment}`);
    const touched = await stage.edit(AUTHORS[round.author], at, draft, comment, round.edits);
    if (round.comment !== null) places.set(round.comment, [...(places.get(round.comment) ?? []), ...touched]);
    else if (round.ownInitiative !== undefined) own.push({ at, reason: round.ownInitiative });
  }
  return { places, own };
}

/** States the reason of the changes that were made on own initiative in these moments. */
export async function state(
  stage: Stage,
  at: string,
  where: { dossier: string; document: string; before: string },
  own: readonly { at: string; reason: string }[],
): Promise<void> {
  const { dossier, document, before } = where;
  const view = await stage.evidence(dossier, document);
  for (const attribution of view.attributions) {
    if (attribution.comments.length > 0) continue;
    const round = own.find((one) => one.at === attribution.first || one.at === attribution.last);
    if (!round) continue;
    await stage.act('voorzitter', at, dossier, {
      type: 'attach-ground',
      document,
      before,
      after: null,
      change: attribution.key,
      comment: null,
      reason: round.reason,
    });
  }
}

/** What the sample calls the WBC's answer, as a proposal by an author that the chair confirms. */
export async function dispose(
  stage: Stage,
  calendar: Calendar,
  day: string,
  dossier: string,
  answers: readonly { id: string; besluit: string; motivering: string; into: string }[],
  comments: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, readonly string[]>,
  sections: (node: string) => string | null,
): Promise<void> {
  for (const [index, { id, besluit, motivering, into }] of answers.entries()) {
    const kind = DISPOSITIONS[besluit];
    const comment = comments.get(id);
    if (!kind || !comment) throw new Error(`no answer to ${id}: ${besluit}`);
    const disposition = stage.newId();
    const minute = String(index).padStart(2, '0');
    // A member of the committee does not decide on the committee's own reaction.
    await stage.act(id === 'R15' ? 'secretaris' : 'auteur', calendar.at(day, `13:${minute}`), dossier, {
      type: 'propose-disposition',
      disposition,
      comment,
      decision: {
        kind,
        motivation: motivering,
        places: [...new Set(places.get(id) ?? [])].map((node) => ({ node, section: sections(node) })),
        into: into === '' ? null : (comments.get(into) ?? null),
      },
      supersedes: null,
    });
    await stage.act('voorzitter', calendar.at(day, `15:${minute}`), dossier, {
      type: 'confirm-disposition',
      disposition,
    });
  }
}

/** The chair lets stand what the check names and would stop the freeze, with the reason. */
export async function settle(stage: Stage, at: string, where: { dossier: string; document: string }): Promise<void> {
  const view = await stage.evidence(where.dossier, where.document);
  for (const finding of view.findings) {
    if (
      finding.settled !== null ||
      !['accepted-without-change', 'comment-unanswered', 'place-gone'].includes(finding.kind)
    )
      continue;
    await stage.act('voorzitter', at, where.dossier, {
      type: 'settle-finding',
      document: where.document,
      finding: finding.key,
      reason: 'Besproken in de WBC van deze week: de tekst blijft zo, de toelichting staat in de motivering.',
    });
  }
}

/** The section that a node of this text stands in. */
export function placed(text: DocumentJson): (node: string) => string | null {
  const { sectionOf } = outline(text);
  return (node) => sectionOf(node)?.id ?? null;
}
