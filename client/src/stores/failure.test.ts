import { nl } from '@draagvlak/wording';
import { describe, expect, it } from 'vitest';
import { failureSentences } from './failure.ts';

const problem = (code: string, extra = {}) =>
  ({
    kind: 'problem',
    problem: { type: 't', title: 't', status: 409, detail: 'Zin van de server.', code, requestId: 'x', ...extra },
  }) as Parameters<typeof failureSentences>[1];

describe('what a person is told when something is refused', () => {
  it('names every condition that is not met, in the words of the engine', () => {
    const gates = [
      { gate: 'planning-set', done: 1, total: 7, from: null },
      { gate: 'committee-decided', done: 0, total: 1, from: null },
    ];
    expect(failureSentences(nl, problem('gates-unmet', { gates }))).toEqual([
      'De planning is nog niet compleet: 1 van 7 fasen gepland.',
      'Leg vast wanneer de WBC in een vergadering heeft besloten.',
    ]);
  });
  it('has its own sentence for a refusal and passes on the server’s for the rest', () => {
    expect(failureSentences(nl, problem('round-over'))).toEqual([nl.refusals['round-over']]);
    expect(failureSentences(nl, problem('too-large'))).toEqual(['Zin van de server.']);
    expect(failureSentences(nl, { kind: 'unreachable' })).toEqual([nl.errors.offline]);
  });
});
