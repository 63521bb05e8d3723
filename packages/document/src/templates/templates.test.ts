import { readFileSync } from 'node:fs';
import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import type { DocumentJson } from '../json.ts';
import { fromMarkdown } from '../markdown/index.ts';
import { outline } from '../outline.ts';
import { schema } from '../schema.ts';
import { counter, doc, h1, h2, p, table } from '../testing.ts';
import { documentText } from '../text.ts';
import {
  assignSlots,
  completeness,
  missingSection,
  sectionsOfDocument,
  type Template,
  templateDocument,
  templates,
  templateSection,
  templateSections,
} from './index.ts';

const sample = (name: string) =>
  fromMarkdown(readFileSync(new URL(`../../../../server/sample/${name}.md`, import.meta.url), 'utf8'), counter())
    .document;
const states = (document: DocumentJson, template: Template, definitive = false) =>
  Object.fromEntries(completeness(document, template, { definitive }).map(({ slot, state }) => [slot, state]));

describe.each(Object.entries(templates))('%s', (_name, template) => {
  const document = templateDocument(template, counter(), { Kwalificatie: 'Gasmeten' });
  test('[TPL1] every slot is named once and every section explains itself', () => {
    const all = [...templateSections(template)].map(({ section }) => section);
    expect(new Set(all.map(({ slot }) => slot)).size).toBe(all.length);
    expect(all.filter(({ guidance }) => guidance.length < 20)).toEqual([]);
  });
  test('[TPL2] starts as a sound document with all headings in place and the known facts filled in', () => {
    Node.fromJSON(schema, document).check();
    expect(outline(document).sections.map(({ slot }) => slot)).toEqual(
      [...templateSections(template)].map(({ section }) => section.slot),
    );
    expect(documentText(document)).toContain('Kwalificatie\nGasmeten\n');
  });
  test('[TPL3] guidance is never in the document', () => {
    const text = JSON.stringify(document);
    for (const { section } of templateSections(template)) expect(text).not.toContain(section.guidance.slice(0, 20));
    expect(templateSection(template, 'inleiding')?.guidance).toBeTruthy();
  });
  test('[TPL4] a fresh document has nothing missing and nothing filled but what is generated', () => {
    const found = completeness(document, template);
    expect(found.filter(({ state }) => state === 'missing')).toEqual([]);
    expect(found.filter(({ state }) => state !== 'empty').map(({ slot }) => slot)).toEqual([
      'documentgegevens',
      'wijzigingen',
    ]);
  });
});

test('[TPL5] chapters are mandatory as agreed', () => {
  const of = (template: Template, demand: string) =>
    template.sections.filter((each) => each.demand === demand).map(({ slot }) => slot);
  expect(of(templates.taakprofiel, 'optional')).toEqual(['relatie']);
  expect(of(templates.taakprofiel, 'definitive')).toEqual(['verantwoording']);
  expect(of(templates.taakprofiel, 'always')).toHaveLength(13);
  expect(of(templates.opleiderdocument, 'optional')).toEqual(['dekking']);
  expect(of(templates.opleiderdocument, 'definitive')).toEqual(['overgang']);
  expect(of(templates.opleiderdocument, 'always')).toHaveLength(13);
});

describe('completeness', () => {
  const template: Template = {
    name: 'test',
    sections: [
      {
        slot: 'a',
        title: 'A',
        demand: 'always',
        guidance: '',
        sections: [{ slot: 'a.x', title: 'X', demand: 'always', guidance: '' }],
      },
      { slot: 'b', title: 'B', demand: 'definitive', guidance: '' },
    ],
  };
  const a = h1('A', { slot: 'a' });
  const x = h2('X', { slot: 'a.x' });
  test('[CMP1] missing, empty, started, filled', () => {
    expect(states(doc(), template)).toEqual({ a: 'missing', 'a.x': 'missing', b: 'missing' });
    expect(states(doc(a, p('')), template)).toMatchObject({ a: 'empty' });
    expect(states(doc(a, p('iets'), x), template)).toMatchObject({ a: 'started', 'a.x': 'empty' });
    expect(states(doc(a, p('iets')), template)).toMatchObject({ a: 'started', 'a.x': 'missing' });
    expect(states(doc(a, x, p('iets')), template)).toMatchObject({ a: 'filled', 'a.x': 'filled' });
  });
  test('[CMP1] an own subsection that is empty leaves the chapter started', () => {
    expect(states(doc(a, x, p('iets'), h2('eigen')), template)).toMatchObject({ a: 'started' });
  });
  test('[CMP2] labels of a table are no content', () => {
    expect(
      states(
        doc(
          a,
          x,
          table([
            ['Kop', 'Kop'],
            ['', ''],
          ]),
        ),
        template,
      ),
    ).toMatchObject({ a: 'empty' });
    expect(
      states(
        doc(
          a,
          x,
          table([
            ['Kop', 'Kop'],
            ['', '8'],
          ]),
        ),
        template,
      ),
    ).toMatchObject({ a: 'filled' });
  });
  test('[CMP3] what only the definitive concept needs is mandatory only there', () => {
    expect(completeness(doc(), template).at(-1)).toMatchObject({ slot: 'b', mandatory: false });
    expect(completeness(doc(), template, { definitive: true }).at(-1)).toMatchObject({ slot: 'b', mandatory: true });
  });
});

test('[CMP6] what tells of the document itself is known, its subsections included', () => {
  const text = doc(
    h1('Documentgegevens', { id: 'data', slot: 'documentgegevens' }),
    h1('Taken', { id: 'work', slot: 'taken' }),
    h1('Verantwoording', { id: 'why' }),
    h2('Wie meededen', { id: 'who' }),
  );
  expect([...sectionsOfDocument(text, templates.taakprofiel)]).toEqual(['data', 'why', 'who']);
});

describe('a section the text lacks', () => {
  const template: Template = {
    name: 'test',
    sections: [
      { slot: 'a', title: 'A', demand: 'always', guidance: '' },
      {
        slot: 'b',
        title: 'B',
        demand: 'always',
        guidance: '',
        sections: [
          { slot: 'b.x', title: 'X', demand: 'always', guidance: '' },
          { slot: 'b.y', title: 'Y', demand: 'always', guidance: '' },
        ],
      },
      { slot: 'z', title: 'Z', kind: 'annex', demand: 'definitive', guidance: '' },
    ],
  };
  const a = h1('A', { slot: 'a' });
  const own = h1('Eigen');
  const b = h1('B', { slot: 'b' });
  const y = h2('Y', { slot: 'b.y' });
  const at = (document: DocumentJson, slot: string) => missingSection(document, template, slot)?.at;

  test('[CMP4] a heading with the title of a section is that section', () => {
    expect(states(doc(h1('A.'), p('iets')), template)).toMatchObject({ a: 'filled' });
    expect(at(doc(h1('A.'), p('iets')), 'a')).toBeUndefined();
  });

  test('[CMP5] it goes behind its nearest neighbour before it, else before the one behind it, a part into its chapter', () => {
    expect(at(doc(a, p('iets'), own, p('meer')), 'b')).toBe(2);
    expect(at(doc(own, b, y), 'a')).toBe(1);
    expect(at(doc(a, b, p('iets'), y, own), 'b.x')).toBe(3);
    expect(at(doc(a, b, p('iets'), own), 'b.y')).toBe(3);
    expect(at(doc(own, p('meer')), 'z')).toBe(2);
    // a neighbour that stands as a part of another chapter stays whole in it
    expect(at(doc(own, h2('A', { slot: 'a' }), p('iets'), h2('Nog'), p('meer'), h1('Slot')), 'b')).toBe(5);
  });

  test('[CMP5] inserted, it counts as there and empty', () => {
    const text = doc(a, p('iets'), b, y, p('iets'));
    for (const slot of ['b.x', 'z']) {
      const found = missingSection(text, template, slot);
      const content = [...(text.content ?? [])];
      content.splice(found?.at ?? 0, 0, ...(found?.nodes ?? []));
      expect(states({ ...text, content }, template, true)).toMatchObject({ [slot]: 'empty' });
    }
    expect(missingSection(text, template, 'z')?.nodes[0]).toMatchObject({ attrs: { kind: 'annex', level: 1 } });
    expect(missingSection(text, template, 'onbekend')).toBeNull();
  });
});

describe('imported texts', () => {
  test.each([
    ['taakprofiel-v1', templates.taakprofiel],
    ['taakprofiel-v2', templates.taakprofiel],
    ['opleiderdocument-v1', templates.opleiderdocument],
    ['opleiderdocument-v2', templates.opleiderdocument],
  ] as const)('[SLT1] %s finds every mandatory section filled', (name, template) => {
    const found = completeness(assignSlots(sample(name), template), template);
    expect(found.filter(({ mandatory, state }) => mandatory && state !== 'filled')).toEqual([]);
  });
  test('[SLT2] slots that stand are kept, none is given twice, and nothing else changes', () => {
    const document = doc(
      h1('Inleiding', { id: 'i' }),
      h2('Doel'),
      h1('Inleiding', { id: 'j', slot: 'eigen' }),
      h1('Taken'),
      h2('Doel'),
      h2('Taken', { id: 'k' }),
    );
    const result = assignSlots(document, templates.taakprofiel);
    expect(outline(result).sections.map(({ slot }) => slot)).toEqual([
      'inleiding',
      'inleiding.doel',
      'eigen',
      'taken',
      null,
      null,
    ]);
    expect(documentText(result)).toBe(documentText(document));
    expect(assignSlots(result, templates.taakprofiel)).toEqual(result);
  });
});
