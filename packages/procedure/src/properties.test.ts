import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import type { Phase } from './definition.ts';
import { PHASES } from './definition.ts';
import type { Dossier } from './dossier.ts';
import { gates } from './gates.ts';
import { phaseDefinition } from './members.ts';
import {
  anchor,
  commentCommand,
  freezeCommand,
  openingCommand,
  proposalCommand,
  step,
  Story,
  storyUntil,
} from './testing.ts';

const people = ['chair', 'anna', 'bram', 'secretary', 'steering', 'opleider', 'partner', 'reader', 'stranger'];
const ids = fc.constantFrom('c1', 'c2', 'b1', 'd1', 'd2', 'v01', 'v02', 'v09', 'v10', 'r1', 'r2', 'r3', 'doc', 'x');
const days = fc.constantFrom('2026-01-05', '2026-02-10', '2026-06-01', '2030-01-01', 'geen datum', '2026-02-30');
const texts = fc.constantFrom('', ' ', 'Tekst.');
const phase = fc.constantFrom(...PHASES);

/** Any command with any input, likely and unlikely. */
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('enter-phase'), phase, reason: texts, closes: fc.option(days), round: fc.option(ids) }),
  { weight: 8, arbitrary: fc.record({ phase, round: ids }).map((one) => step(one.phase, one.round, 'Reden.')) },
  fc.record({
    type: fc.constant('freeze'),
    document: fc.constantFrom('doc', 'x'),
    version: ids,
    number: fc.constantFrom('', '0.1', '0.2', '7'),
    note: texts,
  }),
  fc.record({
    type: fc.constant('make-erratum'),
    of: ids,
    version: ids,
    corrections: fc.constantFrom([], [{ block: 'b', from: 0, to: 1, was: 'a', becomes: 'b' }]),
    note: texts,
  }),
  { weight: 4, arbitrary: ids.map((one) => freezeCommand(one)) },
  fc.tuple(ids, ids).map(([comment, version]) => commentCommand(comment, version)),
  fc.tuple(ids, ids, texts, days).map(([comment, version, body, receivedAt]) =>
    commentCommand(comment, version, {
      body,
      registered: { by: 'x', organisation: null, party: 'overig', channel: 'letter', receivedAt },
    }),
  ),
  fc.tuple(ids, ids).map(([disposition, comment]) => proposalCommand(disposition, comment)),
  fc
    .tuple(ids, ids, ids, fc.option(ids))
    .map(([disposition, comment, into, supersedes]) =>
      proposalCommand(disposition, comment, { kind: 'merged', into }, supersedes),
    ),
  fc.record({ type: fc.constant('confirm-disposition'), disposition: ids }),
  fc.record({ type: fc.constant('take-back-disposition'), disposition: ids }),
  fc.record({ type: fc.constant('withdraw-comment'), comment: ids }),
  fc.record({
    type: fc.constant('edit-comment'),
    comment: ids,
    kind: fc.constant('question'),
    body: texts,
    proposal: fc.option(texts),
  }),
  fc.record({ type: fc.constant('publish'), versions: fc.array(ids, { maxLength: 2 }), where: texts }),
  fc.record({ type: fc.constant('record-notices'), round: ids, people: fc.integer({ min: -1, max: 20 }) }),
  fc.record({ type: fc.constant('extend-round'), round: ids, closes: days, reason: texts }),
  fc.record({ type: fc.constant('close-round'), round: ids }),
  fc.record({
    type: fc.constant('record-meeting'),
    kind: fc.constantFrom('presentation', 'summary'),
    on: days,
    report: texts,
  }),
  fc.record({ type: fc.constant('record-survey'), round: ids, responses: fc.nat(50), report: texts }),
  fc.record({ type: fc.constant('record-committee-decision'), on: days, minutes: texts }),
  fc.record({ type: fc.constant('answer-rules-question'), changesRules: fc.boolean(), list: texts }),
  fc.record({ type: fc.constant('start-draft'), document: fc.constantFrom('doc', 'x'), from: fc.constant('template') }),
  fc.record({ type: fc.constant('report-impact'), report: texts }),
  fc.record({ type: fc.constant('set-planning'), phase, from: days, until: days, reason: texts }),
  fc.record({
    type: fc.constant('decide'),
    outcome: fc.constantFrom('approved', 'returned', 'approved-provided'),
    on: days,
    present: fc.integer({ min: -1, max: 9 }),
    reasons: texts,
    versions: fc.array(ids, { maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('adopt'), effective: days, transition: texts }),
  fc.record({
    type: fc.constant('confirm-placement'),
    comment: ids,
    target: fc.oneof(ids, fc.constant('draft')),
    anchor: fc.option(ids.map((one) => anchor(one))),
  }),
  fc.record({
    type: fc.constant('remove-member'),
    person: fc.constantFrom(...people),
    role: fc.constantFrom('wbc-chair', 'secretary', 'reader'),
  }),
  fc.constant(openingCommand('one')),
) as fc.Arbitrary<Command>;

/** Mostly those who can do much, so that runs get somewhere. */
const person = fc.oneof(fc.constantFrom('secretary', 'chair'), fc.constantFrom(...people));
const move = fc.record({ person, command, wait: fc.constantFrom(0, 0, 0, 1, 10, 30) });
const start = fc.constantFrom<Phase>(
  'preparation',
  'drafting',
  'consultation',
  'processing',
  'inspection',
  'finalisation',
  'approval',
  'adopted',
);
/** Told once each: a dossier is plain data, so that a run can go on from it. */
const told = new Map<Phase, Story>();

function continueFrom(phaseName: Phase): Story {
  const known = told.get(phaseName) ?? storyUntil(phaseName);
  told.set(phaseName, known);
  const story = new Story();
  story.dossier = known.state;
  return story.at(known.now);
}

/** Runs any moves and hands each pair of states to a check. */
function play(check: (before: Dossier, after: Dossier, story: Story) => void): void {
  fc.assert(
    fc.property(start, fc.array(move, { maxLength: 25 }), (from, moves) => {
      const story = continueFrom(from);
      for (const { person, command: given, wait } of moves) {
        story.days(wait);
        const before = story.state;
        const refused = story.act(person, given);
        expect(refused === null || story.state === before).toBe(true);
        check(before, story.state, story);
      }
    }),
    { numRuns: 250 },
  );
}

describe('whatever is asked, in whatever order', () => {
  it('[PRO3] a phase is entered by a step of the definition whose conditions hold', () => {
    play((before, after, story) => {
      if (before.phase === after.phase) return;
      const taken = phaseDefinition(before).steps.find((one) => one.to === after.phase);
      expect(taken).toBeDefined();
      const open = gates(before, taken?.gates ?? [], story.context('secretary')).filter((one) => !one.met);
      expect(open).toEqual([]);
    });
  });

  it('[PRO4] the list of frozen versions only grows, and none in it changes but for its publication', () => {
    const core = (dossier: Dossier) => dossier.versions.map(({ publishedAt: _publishedAt, ...rest }) => rest);
    play((before, after) => {
      expect(core(after).slice(0, before.versions.length)).toEqual(core(before));
      const numbers = after.versions.map((one) => `${one.document} ${one.number}`);
      expect(new Set(numbers).size).toBe(numbers.length);
    });
  });

  it('[PRO5] no comment is lost and no number changes or is used twice', () => {
    const numbers = (dossier: Dossier) => dossier.comments.map((one) => `${one.id} ${one.number}`);
    play((before, after) => {
      expect(numbers(after).slice(0, before.comments.length)).toEqual(numbers(before));
      expect(new Set(after.comments.map((one) => one.number)).size).toBe(after.comments.length);
    });
  });

  it('[PRO6] a confirmed decision stays in the record', () => {
    const confirmed = (dossier: Dossier) =>
      dossier.comments.flatMap((one) => one.dispositions.filter((each) => each.confirmedAt !== null));
    play((before, after) => {
      const kept = confirmed(after);
      for (const one of confirmed(before)) expect(kept).toContainEqual(one);
    });
  });

  it('[PRO7] the same command at once again changes nothing', () => {
    fc.assert(
      fc.property(start, fc.array(move, { maxLength: 15 }), (from, moves) => {
        const story = continueFrom(from);
        for (const { person, command: given } of moves) {
          if (story.act(person, given) !== null) continue;
          const once = story.state;
          const again = story.ask(person, given);
          // words that are added to a record may be added again; what has an id of its own is not made twice
          if ('code' in again || again.length === 0) continue;
          for (const fact of again) story.record(fact, person);
          expect(story.state.versions.length).toBe(once.versions.length);
          expect(story.state.comments.length).toBe(once.comments.length);
          expect(story.state.history.length).toBe(once.history.length);
          expect(story.state.rounds.length).toBe(once.rounds.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});
