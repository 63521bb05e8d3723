import { describe, expect, it } from 'vitest';
import type { Command } from './command.ts';
import { nextErratum, nextNumber } from './versions.ts';
import { commentCommand, freezeCommand, openingCommand, proposalCommand, step, Story, storyUntil } from './testing.ts';

const start: Command = { type: 'start-draft', document: 'doc', from: 'template' };

describe('freezing a concept', () => {
  it('[FRE1] is the chair’s, once per visit of a phase', () => {
    const story = storyUntil('drafting').must('anna', start);
    expect(story.act('anna', freezeCommand('v01'))).toBe('not-allowed');
    expect(story.act('secretary', freezeCommand('v01'))).toBe('wrong-phase');
    story.must('chair', freezeCommand('v01'));
    expect(story.act('chair', freezeCommand('other'))).toBe('already-frozen');
  });

  it('[FRE2] of two freezes at once one wins', () => {
    const story = storyUntil('drafting').must('anna', start);
    const first = story.ask('chair', freezeCommand('one'));
    const second = story.ask('chair', freezeCommand('two'));
    expect([first, second].every((one) => !('code' in one))).toBe(true);
    for (const fact of 'code' in first ? [] : first) story.record(fact, 'chair');
    expect(story.act('chair', freezeCommand('two'))).toBe('already-frozen');
    expect(story.state.versions.map((one) => one.id)).toEqual(['one']);
  });

  it('[FRE3] the number follows the phase; another number is refused, none means the right one', () => {
    const story = storyUntil('drafting').must('anna', start);
    expect(nextNumber(story.state, 'doc')).toBe('0.1');
    expect(story.act('chair', freezeCommand('v', '0.2'))).toBe('wrong-number');
    expect(nextNumber(storyUntil('consultation').state, 'doc')).toBeNull();
    expect(nextNumber(storyUntil('processing').state, 'doc')).toBe('0.2');
    expect(nextNumber(storyUntil('adopted').state, 'doc')).toBe('1.0');
  });

  it('[FRE4] before the text is taken it is only asked whether freezing is allowed', () => {
    const story = storyUntil('drafting');
    const { frozen: _frozen, ...context } = story.context('chair');
    expect(story.ask('chair', freezeCommand('v01'), context)).toMatchObject({ code: 'nothing-to-freeze' });
    story.must('anna', start);
    expect(story.ask('chair', freezeCommand('v01'), { ...context, frozen: undefined } as never)).toEqual([]);
    expect(story.state.versions).toEqual([]);
  });

  const mend = (change: Partial<Omit<Extract<Command, { type: 'make-erratum' }>, 'type'>> = {}): Command => ({
    type: 'make-erratum',
    of: 'v01',
    version: 'v011',
    corrections: [{ block: 'b1', from: 0, to: 4, was: '2019', becomes: '2026' }],
    note: 'Fout jaartal.',
    ...change,
  });
  const holds = (story: Story, person: string) => ({ ...story.context(person), correctionsHold: true });

  it('[FRE5] an erratum stands beside its version with a note; the version stays as it was', () => {
    const story = storyUntil('consultation');
    const context = holds(story, 'chair');
    const [before] = story.state.versions;
    const asked = (change: Parameters<typeof mend>[0], about = context) => story.ask('chair', mend(change), about);
    expect(asked({ note: '' })).toMatchObject({ code: 'reason-required' });
    expect(asked({ of: 'nothing' })).toMatchObject({ code: 'unknown-version' });
    expect(asked({ corrections: [] })).toMatchObject({ code: 'words-required', field: 'corrections' });
    expect(story.act('chair', mend())).toBe('anchor-not-in-version');
    expect(story.ask('secretary', mend(), holds(story, 'secretary'))).toMatchObject({ code: 'wrong-phase' });
    expect(story.ask('opleider', mend(), holds(story, 'opleider'))).toMatchObject({ code: 'not-allowed' });
    story.must('chair', mend(), context);
    expect(story.state.versions.map((one) => one.number)).toEqual(['0.1', '0.1.1']);
    expect(story.state.versions[0]).toEqual(before);
    // who reacts can react on the mended text as well
    expect(story.state.rounds[0]?.versions).toEqual(['v01', 'v011']);
    const [, mended] = story.state.versions;
    expect(mended === undefined ? null : nextErratum(story.state, mended)).toBe('0.1.2');
    // a second submit finds it made; the first text has its erratum, so the next one mends that
    expect(asked({})).toEqual([]);
    expect(asked({ version: 'v012' })).toMatchObject({ code: 'wrong-number' });
    expect(asked({ version: 'v012', of: 'v011' })).toMatchObject([{ version: { number: '0.1.2', erratumOf: 'v011' } }]);
  });

  it('[FRE7] an erratum is possible too where the authors write on, until the next concept is frozen', () => {
    const story = storyUntil('processing');
    story.must('chair', mend(), holds(story, 'chair'));
    expect(story.state.versions.at(-1)).toMatchObject({ number: '0.1.1', erratumOf: 'v01' });
    const later = storyUntil('inspection');
    expect(later.ask('chair', mend(), holds(later, 'chair'))).toMatchObject({ code: 'wrong-number' });
  });

  it('[FRE8] mending a mistake does not make the term of an inspection begin again', () => {
    const story = storyUntil('inspection');
    story.must('secretary', { type: 'publish', versions: ['v02'], where: 'https://ssvv.nl' });
    story.must('secretary', { type: 'record-notices', round: 'r2', people: 4 });
    const { closes } = story.state.rounds.at(-1) ?? {};
    story.days(3).must('chair', mend({ of: 'v02', version: 'v021' }), holds(story, 'chair'));
    story.must('secretary', { type: 'publish', versions: ['v021'], where: 'https://ssvv.nl' });
    expect(story.state.rounds.at(-1)).toMatchObject({ versions: ['v02', 'v021'], closes });
  });

  it('[FRE9] a draft may begin with the text in force, and the fact says which', () => {
    const story = storyUntil('drafting');
    const text = { version: 'old', fromTemplate: true, clocks: null } as const;
    const begin: Command = { type: 'start-draft', document: 'doc', from: 'version', ...text };
    expect(story.act('anna', begin)).toBe('unknown-version');
    story.must('anna', begin, { versionInForce: true });
    expect(story.state).toMatchObject({
      startedDrafts: ['doc'],
      templateDrafts: ['doc'],
      basedOn: { doc: { version: 'old', clocks: null } },
    });
    const why = { document: 'doc', after: null, change: 'c1', comment: null, reason: 'De wet is gewijzigd.' } as const;
    expect(story.act('anna', { type: 'attach-ground', ...why, before: 'another' })).toBe('unknown-version');
    story.must('anna', { type: 'attach-ground', ...why, before: 'old' });
    expect(story.state.grounds).toMatchObject([{ before: 'old', after: null, change: 'c1' }]);
  });

  it('[FRE6] a version is published once; publishing again changes nothing', () => {
    const story = storyUntil('inspection');
    const publish: Command = { type: 'publish', versions: ['v02'], where: 'https://ssvv.nl' };
    expect(story.act('secretary', { ...publish, where: ' ' })).toBe('words-required');
    expect(story.act('secretary', { ...publish, versions: ['nothing'] })).toBe('unknown-version');
    story.must('secretary', publish);
    const at = story.state.versions[1]?.publishedAt;
    story.days(1).must('secretary', publish);
    expect(story.state.versions[1]?.publishedAt).toBe(at);
  });
});

describe('the same command twice', () => {
  it('[REP1] opens one dossier', () => {
    const story = new Story().must('secretary', openingCommand('one'));
    expect(story.ask('secretary', openingCommand('one'))).toEqual([]);
    expect(story.ask('chair', openingCommand('one'))).toMatchObject({ code: 'not-allowed' });
  });

  it('[REP2] is answered without acting twice, also when the phase has moved on', () => {
    const story = storyUntil('in-force');
    const { version } = story.state;
    const again: [string, Command][] = [
      ['secretary', step('in-force')],
      ['secretary', freezeCommand('v10', '1.0')],
      ['chair', freezeCommand('v01', '0.1')],
      ['secretary', { type: 'publish', versions: ['v10'], where: 'ssvv.nl' }],
    ];
    for (const [person, command] of again) expect(story.act(person, command)).toBeNull();
    expect(story.state.version).toBe(version);
    expect(story.ask('anna', freezeCommand('v01'))).toMatchObject({ code: 'not-allowed' });
  });

  it('[REP3] an id that names something else is refused', () => {
    const story = storyUntil('finalisation');
    story.must('anna', proposalCommand('d2', 'b1')).must('chair', { type: 'confirm-disposition', disposition: 'd2' });
    story.must('chair', freezeCommand('v09'));
    expect(story.act('chair', step('inspection', 'r2', 'Nieuwe eis.'))).toBe('already-exists');
    expect(storyUntil('consultation').must('opleider', commentCommand('c1')).act('partner', commentCommand('c1'))).toBe(
      'already-exists',
    );
  });
});
