import { compare } from '@draagvlak/compare';
import type { DocumentJson } from '@draagvlak/document';
import { describe, expect, it } from 'vitest';
import { makeAnchor } from './anchor.ts';
import { audit } from './audit.ts';
import { carry } from './carry.ts';
import type { Comment, Decision } from './comment.ts';
import { block, document, heading } from './document.testing.ts';
import { type AttachedGround, type AttributedChange, ledger } from './ledger.ts';
import { findQuote } from './quote-match.ts';
import { remaining, wordsSaidGone } from './remaining-words.ts';
import { aComment, aDisposition } from './testing.ts';

const before = document(
  heading('h1', 'Groepsgrootte'),
  block('p1', 'Bij praktijk zijn er ten hoogste 12 deelnemers per docent.'),
  block('p2', 'De uren zijn exclusief pauzes en examen.'),
  heading('h2', 'Bewaren'),
  block('p3', 'De opleider moet presentielijsten vijf jaar bewaren.'),
);
const after = document(
  heading('h1', 'Groepsgrootte'),
  block('p1', 'Bij praktijk zijn er ten hoogste 8 deelnemers per docent.'),
  block('p2', 'De uren zijn exclusief pauzes en examen.'),
  heading('h2', 'Bewaren'),
  block('p3', 'De opleider moet presentielijsten drie jaar bewaren.'),
);
const comparison = compare(before, after);
const keyOf = (node: string) => comparison.changes.find((change) => change.after?.nodes.includes(node))!.key;
const words = { words: 'Omdat het veiliger is.' };

function onQuote(id: string, quote: string, decision: Decision | null, more: Partial<Comment> = {}): Comment {
  const match = findQuote(before, quote);
  if (!('found' in match)) throw new Error(match.refused);
  const dispositions = decision ? [aDisposition(id, decision)] : [];
  return aComment({ id, anchor: makeAnchor(before, match.found, 'v1')!, dispositions, ...more });
}

function run(
  comments: readonly Comment[],
  more: {
    attributions?: readonly AttributedChange[];
    grounds?: readonly AttachedGround[];
    settled?: { finding: string; reason: string }[];
    second?: DocumentJson;
  } = {},
) {
  const second = more.second ?? after;
  const between = more.second ? compare(before, second) : comparison;
  const placements = new Map(comments.map(({ id, anchor }) => [id, carry(anchor, before, second, between)]));
  const { attributions = [], grounds = [], settled = [] } = more;
  const input = { comments, before, after: second, comparison: between, attributions, placements };
  const links = ledger({ ...input, grounds });
  return { links, findings: audit({ ...input, links, settled }) };
}
const recorded = (node: string, comment: string, mixed = false): AttributedChange => ({
  key: keyOf(node),
  people: ['ann'],
  comments: [comment],
  mixed,
});
const accepted = (node: string): Decision => ({
  kind: 'accepted',
  motivation: words,
  places: [{ section: null, node }],
});

describe('the ledger', () => {
  it('[LED1] tells recorded, stated, attached and merely near apart', () => {
    const comments = [
      onQuote('r1', 'ten hoogste 12 deelnemers', accepted('p1')),
      onQuote('r2', '12 deelnemers per docent', null),
      onQuote('r3', 'presentielijsten vijf jaar', null),
    ];
    const grounds = [{ change: keyOf('p3'), comment: null, reason: 'Gelijk aan de geldigheid.', by: 'ann' }];
    const { links } = run(comments, { attributions: [recorded('p1', 'r1')], grounds });
    expect(links.map(({ comment, how, reason }) => [comment, how, reason])).toEqual([
      ['r1', 'recorded', null],
      ['r1', 'disposition', null],
      ['r2', 'overlap', null],
      [null, 'attached', 'Gelijk aan de geldigheid.'],
      ['r3', 'overlap', null],
    ]);
    expect(links[0]!.by).toBe('ann');
  });

  it('[LED3] does not propose a change for a withdrawn comment, nor for one on the whole document', () => {
    const withdrawn = onQuote('r1', 'ten hoogste 12 deelnemers', null, { withdrawnAt: '2026-01-20T10:00:00.000Z' });
    expect(run([withdrawn, aComment({ id: 'r2' })]).links).toEqual([]);
  });
});

describe('the audit', () => {
  it('[AUD1] misses the change behind a comment that was taken over', () => {
    const comment = onQuote('r1', 'exclusief pauzes', accepted('p2'));
    const { findings } = run([comment]);
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'accepted-without-change', comment: 'r1', node: 'p2', settled: null }),
    );
    expect(run([onQuote('r1', '12 deelnemers', accepted('p1'))]).findings.map(({ kind }) => kind)).not.toContain(
      'accepted-without-change',
    );
  });

  it('[AUD2] misses the ground of a change, and of the part that was made without one', () => {
    const comment = onQuote('r1', '12 deelnemers', accepted('p2'));
    const without = (more: Parameters<typeof run>[1]) =>
      run([comment], more)
        .findings.filter(({ kind }) => kind === 'change-without-ground')
        .map(({ node }) => node);
    expect(without({})).toEqual(['p1', 'p3']);
    expect(without({ attributions: [recorded('p1', 'r1')] })).toEqual(['p3']);
    expect(without({ attributions: [recorded('p1', 'r1', true)] })).toEqual(['p1', 'p3']);
    const grounds = [{ change: keyOf('p3'), comment: null, reason: 'Taal.', by: 'ann' }];
    expect(without({ attributions: [recorded('p1', 'r1')], grounds })).toEqual([]);
  });

  it('[AUD2] does not take a whole section for the place of every change in it', () => {
    const comment = onQuote('r1', '12 deelnemers', accepted('h1'));
    const { links, findings } = run([comment]);
    expect(links).toContainEqual(expect.objectContaining({ comment: 'r1', how: 'disposition', change: keyOf('p1') }));
    const kinds = findings.map(({ kind, node }) => `${kind} ${node}`);
    expect(kinds).toContain('change-without-ground p1');
    expect(kinds.join()).not.toContain('accepted-without-change');
  });

  it('[AUD3] misses the answer; late comments and those kept for the next revision may wait', () => {
    const open = onQuote('r1', '12 deelnemers', null, { kind: 'objection' });
    const unanswered = (comment: Comment) =>
      run([comment]).findings.filter(({ kind }) => kind === 'comment-unanswered').length;
    expect(unanswered(open)).toBe(1);
    expect(unanswered({ ...open, late: true })).toBe(0);
    expect(unanswered({ ...open, outOfScope: true })).toBe(0);
    expect(unanswered({ ...open, withdrawnAt: '2026-01-20T10:00:00.000Z' })).toBe(0);
  });

  it('[AUD4] notices a passage that changed although the answer was no', () => {
    const no: Decision = { kind: 'not-accepted', motivation: words };
    const changed = run([onQuote('r1', 'ten hoogste 12 deelnemers', no)]).findings;
    expect(changed).toContainEqual(
      expect.objectContaining({ kind: 'rejected-but-changed', comment: 'r1', change: keyOf('p1'), node: 'p1' }),
    );
    const kept = run([onQuote('r1', 'exclusief pauzes', no)]).findings.map(({ kind }) => kind);
    expect(kept).not.toContain('rejected-but-changed');
  });

  it('[AUD5] notices a named place that is gone, unless taking it out was the answer', () => {
    const comment = onQuote('r1', '12 deelnemers', accepted('p99'));
    expect(run([comment]).findings.map(({ key }) => key)).toContain('place-gone:r1:p99');
    const second = document(...after.content!.filter(({ attrs }) => attrs.id !== 'p2'));
    const takenOut = onQuote('r2', 'exclusief pauzes', accepted('p2'));
    const kinds = run([takenOut], { second }).findings.map(({ kind }) => kind);
    expect(kinds).not.toContain('place-gone');
    expect(kinds).not.toContain('accepted-without-change');
  });

  it('[AUD6] finds words again that are said to be gone', () => {
    const motivation = { words: 'Overgenomen; "dient te" en "moet" zijn vervallen.' };
    const comment = onQuote('r1', '12 deelnemers', {
      kind: 'accepted',
      motivation,
      places: [{ section: null, node: 'p1' }],
    });
    expect(run([comment]).findings).toContainEqual(
      expect.objectContaining({ kind: 'words-remain', node: 'p3', text: 'moet', key: 'words-remain:r1:p3:moet' }),
    );
  });

  it('[AUD7] keeps the reason of the chair with the finding, under a key that survives a new comparison', () => {
    const comment = onQuote('r1', '12 deelnemers', null);
    const settled = [{ finding: 'comment-unanswered:r1', reason: 'Mondeling afgedaan.' }];
    const [found] = run([comment], { settled }).findings.filter(({ kind }) => kind === 'comment-unanswered');
    expect(found!.settled).toBe('Mondeling afgedaan.');
  });
});

describe('words said to be gone', () => {
  it.each([
    ['"dient te" en "moet" zijn vervallen.', ['dient te', 'moet']],
    ['Overal "kalibratie" en "testgas"; begrip toegevoegd in 1.4.', []],
    ['"calibratiegas" is vervangen door "testgas".', ['calibratiegas']],
    ['Juist. Het woord ‘merken’ is geschrapt. Zie ook "typen".', ['merken']],
  ])('[AUD8] are read from the sentence that says so: %s', (motivation, expected) => {
    expect(wordsSaidGone(motivation)).toEqual(expected);
  });

  it.each([
    ['moet', 'Instrumenten moeten gekalibreerd zijn.', 'moeten'],
    ['moet', 'Een ontmoeting op locatie.', null],
    ['dient te', 'De opleider dient dit vooraf vast te leggen.', 'dient dit vooraf vast te'],
    ['dient te', 'Dit dient het doel. Het is te doen.', null],
    ['merk', 'Met ten minste twee merken.', 'merken'],
    ['les', 'De lessen zijn in het Nederlands.', null],
  ])('[AUD9] "%s" in "%s"', (word, sentence, expected) => {
    expect(remaining(document(block('p', sentence)), [word])[0]?.text ?? null).toBe(expected);
  });
});
