import { describe, expect, test } from 'vitest';
import { commandSchema, openingSchema } from './command.schema.ts';
import { routes } from './routes.schema.ts';

describe('what comes in', () => {
  const anchor = {
    version: 'v',
    scope: 'passage',
    section: 'h1',
    node: null,
    start: { block: 'b1', offset: 3 },
    end: { block: 'b1', offset: 9 },
    quote: 'passage',
    prefix: '',
    suffix: '',
  };
  const comment = {
    type: 'submit-comment',
    comment: 'c',
    version: 'v',
    anchor,
    kind: 'substantive',
    body: 'Nee',
    proposal: null,
    follows: null,
    registered: null,
  };
  const accepts = (value: unknown) => commandSchema.safeParse(value).success;

  test('[CON8] a command is taken as it is meant, and with nothing more', () => {
    expect(accepts(comment)).toBe(true);
    expect(accepts({ ...comment, late: true })).toBe(false);
    expect(accepts({ ...comment, anchor: { ...anchor, rung: 'exact' } })).toBe(false);
    expect(accepts({ ...comment, anchor: { ...anchor, start: { block: 'b1', offset: -1 } } })).toBe(false);
    expect(accepts({ ...comment, anchor: { ...anchor, start: { block: 'b1', offset: 1.5 } } })).toBe(false);
    expect(accepts({ ...comment, kind: 'tekstvoorstel' })).toBe(false);
    expect(accepts({ ...comment, body: 'x'.repeat(20_001) })).toBe(false);
    expect(accepts({ ...comment, comment: '../x' })).toBe(false);
  });

  test.each([
    ['2026-02-30', false],
    ['2026-02-28', true],
    ['28-02-2026', false],
  ])('[CON8] a day is a day of the calendar: %s', (on, expected) => {
    expect(accepts({ type: 'record-meeting', kind: 'summary', on, report: '' })).toBe(expected);
  });

  test('[CON8] a link is a web address', () => {
    const reference = (href: string) => ({ id: 'r', title: 'Regels', kind: 'link', blob: null, href, type: null });
    const add = (href: string) => accepts({ type: 'add-reference', reference: reference(href) });
    expect(add('https://ssvv.example/regels')).toBe(true);
    for (const href of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'https://a b']) {
      expect(add(href)).toBe(false);
    }
  });

  test('[CON9] what has a route of its own is no command', () => {
    expect(accepts({ type: 'start-draft', document: 'd', from: 'template' })).toBe(false);
    expect(accepts({ type: 'open-dossier' })).toBe(false);
    const documents = [{ id: 'd', kind: 'taakprofiel', title: 'Taakprofiel', draft: 'w' }];
    const opening = { definition: 'sog-p', title: 'Gasmeten', qualifications: ['gasmeten'], documents, members: [] };
    expect(openingSchema.safeParse(opening).success).toBe(true);
    expect(openingSchema.safeParse({ ...opening, documents: [] }).success).toBe(false);
  });
});

test('[CON10] every route has an answer and says with what it refuses', () => {
  for (const { config, status } of Object.values(routes)) {
    const statuses = Object.keys(config.responses);
    expect(statuses).toContain(String(status));
    expect(statuses).toContain('500');
    expect(config.summary).toBeTruthy();
  }
});
