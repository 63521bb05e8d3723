import { describe, expect, it } from 'vitest';
import { fold } from './evolve.ts';
import { logValues } from './log.ts';
import { step, storyUntil } from './testing.ts';

describe('the values of a log line', () => {
  it('[LOG1] name every thing a fact of a whole course points to', () => {
    const story = storyUntil('in-force');
    const lines = story.facts.map((fact) => ({ type: fact.type, ...logValues(fact, story.state) }));
    expect(lines.filter((one) => Object.values(one).some((value) => value === null || value === undefined))).toEqual(
      [],
    );
    expect(lines.find((one) => one.type === 'comment-submitted')).toMatchObject({ number: 'R01', late: 0 });
    expect(lines.find((one) => one.type === 'version-published')).toMatchObject({ numbers: '0.2' });
  });

  it('[LOG2] tell a phase that was entered again, each line from the state after its fact', () => {
    const story = storyUntil('approval').must('secretary', step('processing', null, 'Terug.'));
    const entries = story.facts.map((fact, at) => ({ version: at + 1, at: story.now, by: 'x', fact }));
    const again = entries.flatMap((entry, at) => {
      const after = fold('dossier', entries.slice(0, at + 1));
      return entry.fact.type === 'phase-entered' && after !== null ? [logValues(entry.fact, after)] : [];
    });
    expect(again.filter((one) => one.phase === 'processing').map((one) => one.again)).toEqual([0, 1]);
  });

  it('[LOG3] hold no words and no names of people', () => {
    const story = storyUntil('in-force');
    const text = JSON.stringify(story.facts.map((fact) => logValues(fact, story.state)));
    for (const secret of ['Acht uur is te kort', 'Twaalf uur volstaat', 'opleider"', '"anna"']) {
      expect(text.replaceAll('"party":"opleider"', '')).not.toContain(secret);
    }
  });
});
