import { describe, expect, it } from 'vitest';
import { en, gateSentence, logSentence, nl, refusalSentences, wording } from './index.ts';

/** Every entry as "area.key…", with what stands there. */
function entries(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => entries(inner, path === '' ? key : `${path}.${key}`));
}

/** The comparison puts words between those of a text, for who hears it read; they bring their own space. */
const withinText = (path: string) => path.startsWith('compare.');

describe('the words of every screen', () => {
  const dutch = entries(nl, '');

  it('[WOR1] English says everything Dutch says, and nothing more', () => {
    expect(
      entries(en, '')
        .map(([path]) => path)
        .toSorted(),
    ).toEqual(dutch.map(([path]) => path).toSorted());
  });

  it('[WOR1] English has a function where Dutch has one', () => {
    const kinds = (all: [string, unknown][]) => all.map(([path, value]) => `${path}: ${typeof value}`).toSorted();
    expect(kinds(entries(en, ''))).toEqual(kinds(dutch));
  });

  it.each([
    ['nl', entries(nl, '')],
    ['en', entries(en, '')],
  ] as const)('[WOR2] no entry of %s is empty or has space around it', (_language, all) => {
    const wrong = all.filter(
      ([path, value]) =>
        typeof value !== 'function' &&
        (typeof value !== 'string' || value.trim() === '' || (value.trim() !== value && !withinText(path))),
    );
    expect(wrong).toEqual([]);
  });

  it('[WOR3] Dutch speaks to "u", never "je" or "jij"', () => {
    const familiar = dutch.filter(([, value]) => typeof value === 'string' && /\b(je|jij|jouw|jullie)\b/iu.test(value));
    expect(familiar).toEqual([]);
  });

  it('[WOR3] what is on a button starts with a capital and has no full stop', () => {
    const labels = [nl.commands.labels, nl.commands.enter, nl.commands.back].flatMap((group) => Object.values(group));
    expect(labels.filter((label) => !/^\p{Lu}.*[^.]$/u.test(label))).toEqual([]);
  });
});

describe('dates', () => {
  it('[WOR4] reads an instant as the clock in Amsterdam shows it, in summer and in winter', () => {
    expect(nl.dates.full('2026-04-13T21:59:59Z')).toBe('maandag 13 april 2026, 23.59 uur');
    expect(nl.dates.full('2026-01-12T22:59:59Z')).toBe('maandag 12 januari 2026, 23.59 uur');
    expect(en.dates.full('2026-04-13T21:59:59Z')).toBe('Monday 13 April 2026, 23:59 (Amsterdam)');
  });

  it('[WOR4] a calendar day stays that day, whatever the zone', () => {
    expect(nl.dates.date('2026-04-13')).toBe('maandag 13 april 2026');
    expect(nl.dates.short('2026-04-03')).toBe('03-04-2026');
    expect(nl.dates.dayAndMonth('2026-01-01')).toBe('1 januari');
  });

  it('[WOR4] past midnight in Amsterdam is the next day, though UTC is still at the day before', () => {
    expect(nl.dates.date('2026-04-13T22:00:00Z')).toBe('dinsdag 14 april 2026');
    expect(nl.dates.time('2026-04-13T22:05:00Z')).toBe('00.05 uur');
  });

  it('[WOR4] what is no date is a bug of the caller', () => {
    expect(() => nl.dates.full('binnenkort')).toThrow(RangeError);
  });

  it('[WOR4] says how far away a day is', () => {
    expect([-3, -1, 0, 1, 14].map((days) => nl.dates.inDays(days))).toEqual([
      '3 dagen geleden',
      'gisteren',
      'vandaag',
      'morgen',
      'over 14 dagen',
    ]);
  });
});

describe('numbers', () => {
  it('[WOR5] writes figures the Dutch way', () => {
    expect(nl.numbers.number(22500.5)).toBe('22.500,5');
    expect(nl.numbers.percent(0.7)).toBe('70%');
    expect(nl.numbers.list(['R03', 'R04', 'R05'])).toBe('R03, R04 en R05');
    expect(nl.numbers.count(1, 'reactie', 'reacties')).toBe('1 reactie');
  });
});

describe('sentences from the rules', () => {
  it('[WOR6] a gate says what still has to happen with its figures, and what holds', () => {
    const gate = { gate: 'comments-disposed', done: 37, total: 43, from: null } as const;
    expect(gateSentence(nl, gate)).toBe('Neem een besluit op elke reactie: nog 6 van 43 zonder besluit.');
    expect(gateSentence(nl, { ...gate, met: true, done: 43 })).toBe('Alle 43 reacties hebben een besluit.');
  });

  it('[WOR6] a term says in full from when the step can be taken', () => {
    const gate = { gate: 'minimum-term-passed', done: 3, total: 14, from: '2026-04-13T22:00:00.000Z' } as const;
    expect(gateSentence(nl, gate)).toContain('dinsdag 14 april 2026, 00.00 uur');
  });

  it.each([nl, en])('[WOR6] every gate makes a full sentence in both states, whatever the figures', (words) => {
    const figures = [
      { done: 0, total: 0, from: null },
      { done: 0, total: 1, from: '2026-04-13T22:00:00.000Z' },
      { done: 2, total: 9, from: null },
    ];
    const sentences = Object.values(words.gates).flatMap((gate) =>
      figures.flatMap((one) => [gate.open(one), gate.met(one)]),
    );
    expect(sentences.filter((one) => !/^[\p{Lu}\d].*[.?]$/u.test(one) || /undefined|null|NaN/.test(one))).toEqual([]);
  });

  it('[WOR7] a refusal gives its unmet gates, or the sentence of its code', () => {
    const gate = { gate: 'committee-decided', done: 0, total: 1, from: null } as const;
    expect(refusalSentences(nl, { code: 'gates-unmet', gates: [gate] })).toEqual([
      'Leg vast wanneer de WBC in een vergadering heeft besloten.',
    ]);
    expect(refusalSentences(nl, { code: 'not-allowed', gates: [] })).toEqual([nl.refusals['not-allowed']]);
  });

  it('[WOR8] a log line is one sentence; an unknown type gives none', () => {
    const line = { type: 'version-frozen', values: { number: '0.1', title: 'Opleiderdocument Gasmeten', erratum: 0 } };
    expect(logSentence(nl, line)).toBe('Versie 0.1 van Opleiderdocument Gasmeten vastgelegd');
    expect(logSentence(nl, { type: 'toString', values: {} })).toBeNull();
    expect(logSentence(nl, { type: 'made-up', values: {} })).toBeNull();
  });

  it('[WOR9] the language is a choice, Dutch the source', () => {
    expect(wording('nl')).toBe(nl);
    expect(wording('en')).toBe(en);
  });
});
