import { readFileSync } from 'node:fs';
import { compare } from '@draagvlak/compare';
import { outline } from '@draagvlak/document';
import { fromMarkdown } from '@draagvlak/document/markdown';
import { describe, expect, it } from 'vitest';
import type { Comment, CommentKind, Decision } from './comment.ts';
import { aComment, aDisposition } from './testing.ts';
import {
  anchorExists,
  audit,
  carry,
  findQuote,
  ledger,
  makeAnchor,
  placesOf,
  suggestGroups,
  type Finding,
  type Selection,
} from './index.ts';

interface Reaction {
  readonly id: string;
  readonly onderdeel: string;
  readonly citaat: string;
  readonly soort: string;
  readonly reactie: string;
  readonly tekstvoorstel: string;
  readonly besluit: string;
  readonly motivering: string;
  readonly tekstInV2: string;
  readonly duplicaatVan: string;
}

const read = (name: string) => readFileSync(new URL(`../../../server/sample/${name}`, import.meta.url), 'utf8');
let next = 0;
const newId = () => `n${next++}`;
const before = fromMarkdown(read('opleiderdocument-v1.md'), newId).document;
const after = fromMarkdown(read('opleiderdocument-v2.md'), newId).document;
const { reacties } = JSON.parse(read('comments.json')) as { reacties: Reaction[] };
const comparison = compare(before, after);

const sectionOf = (document: typeof before, label: string) =>
  outline(document).sections.find(({ number }) => number === label.replace('Bijlage ', ''))?.id ?? null;

/** What the form of the consultation points at: the quote, else the part named, else the whole document. */
function selected({ citaat, onderdeel }: Reaction): Selection {
  const section = sectionOf(before, onderdeel);
  if (citaat === '') return section ? { scope: 'section', node: section } : { scope: 'document' };
  const match = findQuote(before, citaat, section);
  if (!('found' in match)) throw new Error(`${citaat}: ${match.refused}`);
  return match.found;
}

const KINDS: Readonly<Record<string, CommentKind>> = {
  redactioneel: 'editorial',
  inhoudelijk: 'substantive',
  vraag: 'question',
  bezwaar: 'objection',
  steun: 'support',
};

function decided({ besluit, motivering, tekstInV2, duplicaatVan }: Reaction): Decision {
  const motivation = { words: motivering };
  const places = () => {
    const match = findQuote(after, tekstInV2);
    if (!('found' in match)) throw new Error(`${tekstInV2}: ${match.refused}`);
    const { found } = match;
    const node = found.scope === 'passage' ? found.start.block : found.scope === 'document' ? '' : found.node;
    return [{ section: null, node }];
  };
  switch (besluit) {
    case 'overgenomen':
      return { kind: 'accepted', motivation, places: places() };
    case 'gedeeltelijk overgenomen':
      return { kind: 'partly-accepted', motivation, places: places() };
    case 'samengevoegd':
      return { kind: 'merged', into: duplicaatVan, motivation };
    case 'niet overgenomen':
      return { kind: 'not-accepted', motivation };
    case 'beantwoord':
      return { kind: 'answered', motivation };
    case 'doorgeschoven':
      return { kind: 'deferred', motivation };
    case 'buiten reikwijdte':
      return { kind: 'out-of-scope', motivation };
    default:
      return { kind: 'noted', motivation };
  }
}

const comments: Comment[] = reacties.map((reaction) =>
  aComment({
    id: reaction.id,
    number: reaction.id,
    kind: KINDS[reaction.soort] ?? 'substantive',
    body: { words: reaction.reactie },
    proposal: reaction.tekstvoorstel ? { words: reaction.tekstvoorstel } : null,
    anchor: makeAnchor(before, selected(reaction), 'v1')!,
    dispositions: [aDisposition(reaction.id, decided(reaction))],
  }),
);
const placements = new Map(comments.map(({ id, anchor }) => [id, carry(anchor, before, after, comparison)]));

describe('the reactions on the sample document', () => {
  it('[QUO1] stand where they quote: all 43 find their place in the first version', () => {
    expect(comments).toHaveLength(43);
    for (const { anchor } of comments) expect(anchorExists(before, anchor)).toBe(true);
    const scopes = comments.map(({ anchor }) => anchor.scope);
    expect(scopes.filter((scope) => scope === 'row')).toHaveLength(4);
    expect(scopes.filter((scope) => scope === 'document')).toHaveLength(4);
  });

  it('[CAR1] are each carried to a sensible rung in the second version', () => {
    const rungs = Object.fromEntries([...placements].map(([id, { rung }]) => [id, rung]));
    expect(rungs).toMatchObject({
      // Same words, though their chapter got another number or moved.
      R35: 'exact',
      R41: 'exact',
      R43: 'exact',
      // At least half of the words are still there.
      R06: 'changed',
      R07: 'changed',
      R14: 'changed',
      R15: 'changed',
      R24: 'changed',
      R26: 'changed',
      R33: 'changed',
      R37: 'changed',
      // The paragraph is there, the words are others.
      R02: 'replaced',
      R03: 'replaced',
      R11: 'replaced',
      R29: 'replaced',
      // The annex is gone, and so are the items that became rows of a table.
      R18: 'deleted',
      R22: 'deleted',
      // A whole chapter, a whole section, the whole document.
      R36: 'section',
      R17: 'section',
      R38: 'document',
    });
    const shown = (id: string) => outline(after).section(placements.get(id)!.section ?? '')?.number;
    expect([shown('R36'), shown('R26'), shown('R37'), shown('R22')]).toEqual(['6', '8.1', '6.2', '7.1']);
    expect(placements.get('R07')!.quote).toBe('Bij praktijk zijn er ten hoogste 8 deelnemers per docent.');
  });

  it('[GRP1] are suggested to be answered together where they stand on the same words', () => {
    const groups = suggestGroups(comments);
    expect(groups.map((group) => group.comments)).toEqual(
      expect.arrayContaining([
        ['R03', 'R04', 'R05'],
        ['R07', 'R08', 'R09'],
        ['R11', 'R12'],
        ['R20', 'R21'],
        ['R31', 'R32'],
      ]),
    );
  });
});

describe('the audit of the sample', () => {
  const links = ledger({ comments, before, after, comparison, attributions: [], grounds: [], placements });
  const findings = audit({ comments, before, after, comparison, attributions: [], placements, links, settled: [] });
  const of = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind);
  const changed = (finding: Finding) => {
    const change = comparison.changes.find(({ key }) => key === finding.change);
    return `${change?.after?.text ?? ''} ${change?.pieces.map(({ text }) => text).join('') ?? ''}`;
  };

  it('[AUD6] finds that "moet" is said to be gone and still stands in 7.4', () => {
    const found = of('words-remain');
    expect(found).toMatchObject([{ comment: 'R02', text: 'moeten' }]);
    expect(placesOf(after).block(found[0]!.node!)?.text).toMatch(/^Meetinstrumenten moeten gekalibreerd zijn/);
  });

  it.each([
    ['6.4, the time to report', 'binnen vijf werkdagen'],
    ['8.2, lessons given', '100 lesuren'],
    ['learning goal L6', 'ter plaatse aanpassen'],
    ['5.1, inert gas', 'inertgas'],
    ['5.1, cross sensitivity', 'kruisgevoeligheid'],
    ['5.2, suction time', 'aanzuigtijd'],
    ['7.1, on paper or digital', 'op papier of digitaal'],
    ['12.3, exemptions', 'gemotiveerd vragen om van een eis te mogen afwijken'],
  ])('[AUD2] lists the change that no reaction explains: %s', (_, words) => {
    expect(of('change-without-ground').some((finding) => changed(finding).includes(words))).toBe(true);
  });

  it('[LED2] does not take an edit inside a moved chapter for the ground of the move', () => {
    const move = comparison.changes.find(({ kind }) => kind === 'moved')!;
    const grounds = links.filter(({ change, how }) => change === move.key && how !== 'overlap');
    expect(grounds).toMatchObject([{ comment: 'R36', how: 'disposition' }]);
  });

  it('[AUD1] finds a change behind every reaction that was taken over', () => {
    expect(of('accepted-without-change')).toEqual([]);
    expect(of('place-gone')).toEqual([]);
  });

  it('[AUD3] finds an answer to every reaction, merged ones included', () => {
    expect(of('comment-unanswered')).toEqual([]);
    const without = comments.map((comment) => (comment.id === 'R03' ? { ...comment, dispositions: [] } : comment));
    const open = audit({
      comments: without,
      before,
      after,
      comparison,
      attributions: [],
      placements,
      links,
      settled: [],
    });
    const unanswered = open.filter(({ kind }) => kind === 'comment-unanswered').map(({ comment }) => comment);
    expect(unanswered).toEqual(['R03', 'R05']);
  });

  it('[AUD4] shows where the answer was no and the passage changed all the same', () => {
    expect(of('rejected-but-changed').map(({ comment }) => comment)).toEqual(['R04', 'R08', 'R23', 'R32']);
  });

  it('[AUD2] lists every change of the profile, on which nobody reacted', () => {
    const read2 = (version: string) => fromMarkdown(read(`taakprofiel-${version}.md`), newId).document;
    const [first, second] = [read2('v1'), read2('v2')];
    const profile = {
      comments: [],
      before: first,
      after: second,
      comparison: compare(first, second),
      attributions: [],
      placements: new Map(),
    };
    const found = audit({ ...profile, links: ledger({ ...profile, grounds: [] }), settled: [] });
    const asked = profile.comparison.changes.filter(
      ({ category }) => !['editorial', 'moved', 'renumbered'].includes(category),
    );
    expect(asked.length).toBeGreaterThan(40);
    const without = new Set(found.map(({ change }) => change));
    expect(asked.filter(({ key }) => !without.has(key))).toEqual([]);
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['change-without-ground']));
  });

  it('[AUD4] keeps opposite wishes on one number apart: taken over in part, refused, and answered', () => {
    const on = changedAt('R07');
    expect(on).not.toBeNull();
    expect([changedAt('R08'), changedAt('R09')]).toEqual([on, on]);
    expect(of('rejected-but-changed').some(({ comment }) => comment === 'R07' || comment === 'R09')).toBe(false);
  });
});

/** The change in the paragraph where a reaction is shown. */
function changedAt(id: string): string | null {
  const block = placements.get(id)?.start?.block;
  return (
    comparison.changes.find(({ kind, after: now }) => kind === 'text' && now?.nodes.includes(block ?? ''))?.key ?? null
  );
}
