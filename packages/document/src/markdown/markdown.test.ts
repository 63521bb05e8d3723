import { readFileSync } from 'node:fs';
import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import type { BlockJson, TableJson } from '../json.ts';
import { outline } from '../outline.ts';
import { schema } from '../schema.ts';
import { counter } from '../testing.ts';
import { documentText } from '../text.ts';
import { fromMarkdown } from './index.ts';

const sample = (name: string) => readFileSync(new URL(`../../../../server/sample/${name}.md`, import.meta.url), 'utf8');
const read = (text: string) => fromMarkdown(text, counter());
const blocks = (text: string) => (read(text).document.content ?? []) as BlockJson[];
const short = (text: string) =>
  blocks(text).map((node) => [
    node.attrs.role,
    node.attrs.kind,
    node.attrs.indent,
    (node.content ?? []).map((each) => ('text' in each ? each.text : '¤')).join(''),
  ]);

describe('headings', () => {
  const headings = (text: string) =>
    outline(read(text).document).sections.map(({ number, title, level }) => [level, number, title]);
  test('[MD1] the only first heading is the title; the shallowest other is a chapter', () => {
    const { title } = read('# Profiel\n\n## 1 Inleiding');
    expect(title).toBe('Profiel');
    expect(headings('# Profiel\n\n## 1 Inleiding\n\n### 1.1 Doel')).toEqual([
      [1, '1', 'Inleiding'],
      [2, '1.1', 'Doel'],
    ]);
    expect(read('# Een\n\n# Twee').title).toBeNull();
    expect(headings('# Een\n\n# Twee')).toEqual([
      [1, '1', 'Een'],
      [1, '2', 'Twee'],
    ]);
  });
  test('[MD2] literal numbers go, numbers that belong to the words stay', () => {
    expect(headings('# 4.1 Duur\n# 5. Docenten\n# 4 uur theorie\n# A.1 Tabel\n# 12 BHV\n# 2026')).toEqual([
      [1, '1', 'Duur'],
      [1, '2', 'Docenten'],
      [1, '3', '4 uur theorie'],
      [1, '4', 'Tabel'],
      [1, '5', 'BHV'],
      [1, '6', '2026'],
    ]);
  });
  test('[MD3] annexes and headings without a number', () => {
    expect(
      headings(
        '# Documentgegevens\n# 1 Inleiding\n# Bijlage A Dekking\n## A.1 Tabel\n# Bijlage: Wijzigingen\n# Bijlagen',
      ),
    ).toEqual([
      [1, null, 'Documentgegevens'],
      [1, '1', 'Inleiding'],
      [1, 'A', 'Dekking'],
      [2, 'A.1', 'Tabel'],
      [1, 'B', 'Wijzigingen'],
      [1, '2', 'Bijlagen'],
    ]);
  });
});

describe('blocks', () => {
  test('[MD4] lists keep kind, depth and what continues an item', () => {
    expect(short('1. een\n2. twee\n   - diep\n\n   verder bij twee\n3. drie\n\n- los')).toEqual([
      ['item', 'ordered', 0, 'een'],
      ['item', 'ordered', 0, 'twee'],
      ['item', 'bullet', 1, 'diep'],
      ['paragraph', null, 1, 'verder bij twee'],
      ['item', 'ordered', 0, 'drie'],
      ['item', 'bullet', 0, 'los'],
    ]);
  });
  test('[MD5] marks, links, breaks, footnotes and quotes', () => {
    expect(blocks('> *een* **twee** [drie](https://x.nl) H<sub>2</sub>S[^1]  \nregel\n\n[^1]: De noot.')).toEqual([
      expect.objectContaining({
        attrs: expect.objectContaining({ role: 'quote' }),
        content: [
          { type: 'text', text: 'een', marks: [{ type: 'emphasis' }] },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'twee', marks: [{ type: 'strong' }] },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'drie', marks: [{ type: 'link', attrs: { href: 'https://x.nl' } }] },
          { type: 'text', text: ' H' },
          { type: 'text', text: '2', marks: [{ type: 'subscript' }] },
          { type: 'text', text: 'S' },
          { type: 'footnote', attrs: { id: 'n1' }, content: [{ type: 'text', text: 'De noot.' }] },
          { type: 'break' },
          { type: 'text', text: 'regel' },
        ],
      }),
    ]);
  });
  test('[MD6] tables have a header row, equal rows, column ids, and lists in cells', () => {
    const [table] = read('| A | B |\n|---|---|\n| x | <ul><li>een</li><li>twee</li></ul> |\n| y<br>z |').document
      .content as [TableJson];
    expect(table.content?.map((row) => row.content?.map((cell) => cell.attrs.header))).toEqual([
      [true, true],
      [false, false],
      [false, false],
    ]);
    expect(new Set(table.content?.map((row) => row.content?.[1]?.attrs.column)).size).toBe(1);
    expect(table.content?.[1]?.content?.[1]?.content).toMatchObject([
      { attrs: { role: 'item', kind: 'bullet' }, content: [{ text: 'een' }] },
      { attrs: { role: 'item', kind: 'bullet' }, content: [{ text: 'twee' }] },
    ]);
    expect(table.content?.[2]?.content?.[0]?.content).toMatchObject([
      { content: [{ text: 'y' }, { type: 'break' }, { text: 'z' }] },
    ]);
    expect(table.content?.[2]?.content?.[1]?.content).toHaveLength(1);
  });
  test('[MD7] what has no place is told; unsafe links keep their words', () => {
    const { document, dropped } = read('![plaat](a.png)\n\n<script>x</script>\n\n[klik](javascript:alert)');
    expect(dropped).toEqual(['![plaat](a.png)', '<script>x</script>', 'javascript:alert']);
    expect(documentText(document)).toBe('klik');
  });
});

describe.each(['taakprofiel-v1', 'taakprofiel-v2', 'opleiderdocument-v1', 'opleiderdocument-v2'])('%s', (name) => {
  const text = sample(name);
  const { document, title, dropped } = read(text);
  const words = (source: string) => source.match(/[\p{L}\p{N}]+/gu) ?? [];
  test('[MD8] nothing is lost: every word of the source stands in the document, in order', () => {
    expect(dropped).toEqual([]);
    const numbersOff = text.replaceAll(/^#+ (?:Bijlage [A-Z] |[\d.]+ )?/gm, '').replaceAll(/^\d+\. /gm, '');
    expect(words(`${title}\n${documentText(document)}`)).toEqual(words(numbersOff));
  });
  test('[MD8] every derived number is the number that was written', () => {
    const written = [...text.matchAll(/^##+ (?:Bijlage )?([A-Z](?= )|[\d.]+(?= ))/gm)].map((match) => match[1]);
    expect(outline(document).sections.flatMap(({ number }) => number ?? [])).toEqual(written);
  });
  test('[MD8] it is a sound document in which every id occurs once', () => {
    const node = Node.fromJSON(schema, document);
    node.check();
    const ids: string[] = [];
    node.descendants((each) => {
      if ('id' in each.attrs) ids.push(each.attrs['id']);
    });
    expect(ids).not.toContain(null);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
