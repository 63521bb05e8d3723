import type { CommentView, GateView, PersonView, PhaseView } from '@draagvlak/contract/client';
import type { Section } from '@draagvlak/document';
import { words } from '../stores/words.ts';

const by = (): PersonView => ({
  person: 'voorbeeld',
  name: words().parts.example.organisation,
  party: 'opdrachtgever',
  organisation: words().parts.example.organisation,
});

/** A comment in the state that is asked for; the rest is the same. */
export function exampleComment(over: Partial<CommentView>): CommentView {
  const { example } = words().parts;
  return {
    id: 'voorbeeld',
    number: 'R37',
    document: 'd',
    version: 'v',
    round: 'r',
    anchor: {
      version: 'v',
      scope: 'passage',
      section: null,
      node: null,
      start: null,
      end: null,
      quote: example.quote,
      prefix: '',
      suffix: '',
    },
    kind: 'substantive',
    body: example.body,
    proposal: null,
    by: by(),
    channel: 'web',
    at: '2026-02-05T10:00:00Z',
    editedAt: null,
    late: false,
    outOfScope: false,
    follows: null,
    withdrawnAt: null,
    replies: [],
    standing: null,
    history: [],
    mine: false,
    mayEdit: false,
    mayWithdraw: false,
    takeBackUntil: null,
    mayReply: false,
    mayPropose: null,
    mayConfirm: null,
    ...over,
  };
}

export function answered(): CommentView {
  const { example } = words().parts;
  return exampleComment({
    id: 'beantwoord',
    proposal: example.proposal,
    replies: [{ id: 'a', by: by(), at: '2026-02-06T10:00:00Z', body: example.reply }],
    standing: {
      id: 's',
      kind: 'accepted',
      motivation: example.motivation,
      places: [],
      into: null,
      proposedBy: by(),
      proposedAt: '2026-03-01T10:00:00Z',
      confirmedBy: by(),
      confirmedAt: '2026-03-02T10:00:00Z',
      supersedes: null,
      takenBackAt: null,
    },
  });
}

export const EXAMPLE_GATES: readonly GateView[] = [
  { gate: 'concept-frozen', met: true, done: 1, total: 1, from: null },
  { gate: 'stakeholders-notified', met: false, done: 0, total: 61, from: null },
  { gate: 'minimum-term-passed', met: false, done: 3, total: 14, from: '2026-04-13T22:00:00Z' },
];

export const EXAMPLE_PHASES: readonly PhaseView[] = [
  { phase: 'consultation', state: 'done', from: '2026-01-12', until: '2026-02-06', planned: false },
  { phase: 'processing', state: 'current', from: '2026-02-07', until: '2026-03-29', planned: true },
  { phase: 'inspection', state: 'ahead', from: null, until: null, planned: true },
];

export const EXAMPLE_SECTIONS: readonly Section[] = [
  {
    id: 's4',
    level: 1,
    number: '4',
    title: 'Opleidingsduur en groepsgrootte',
    slot: null,
    parent: null,
    start: 0,
    end: 2,
  },
  { id: 's43', level: 2, number: '4.3', title: 'Groepsgrootte', slot: null, parent: 's4', start: 1, end: 2 },
  { id: 's5', level: 1, number: '5', title: 'Inhoud van het programma', slot: null, parent: null, start: 2, end: 3 },
];
