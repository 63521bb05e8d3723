// @vitest-environment happy-dom
import { schema } from '@draagvlak/document';
import { DOMParser as SchemaParser } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { flattenPasted } from './paste.ts';

/** What the editor makes of clipboard HTML: role, indent and words per block. */
function pasted(html: string): [string, number, string][] {
  const element = document.createElement('div');
  element.innerHTML = flattenPasted(html);
  const blocks: [string, number, string][] = [];
  SchemaParser.fromSchema(schema)
    .parse(element)
    .descendants((node) => {
      if (node.type.name !== 'block') return true;
      const { role, kind, indent } = node.attrs as { role: string; kind: string | null; indent: number };
      blocks.push([kind ?? role, indent, node.textContent]);
      return false;
    });
  return blocks;
}

describe('pasting', () => {
  it('a nested list becomes flat items with their depth', () => {
    expect(pasted('<ul><li>een<ol><li>a</li><li>b<ul><li>diep</li></ul></li></ol></li><li>twee</li></ul>')).toEqual([
      ['bullet', 0, 'een'],
      ['ordered', 1, 'a'],
      ['ordered', 1, 'b'],
      ['bullet', 2, 'diep'],
      ['bullet', 0, 'twee'],
    ]);
  });

  it('a deeper list that stands beside its item keeps its depth', () => {
    expect(pasted('<ul><li><p>een</p></li><ul><li><p>onder een</p></li></ul></ul>')).toEqual([
      ['bullet', 0, 'een'],
      ['bullet', 1, 'onder een'],
    ]);
  });

  it('a second paragraph of an item continues it', () => {
    expect(pasted('<ol><li><p>een</p><p>vervolg</p></li></ol>')).toEqual([
      ['ordered', 0, 'een'],
      ['paragraph', 1, 'vervolg'],
    ]);
  });

  it('list paragraphs of a desktop word processor lose their typed sign and keep their level', () => {
    const item = (level: number, sign: string, text: string) =>
      `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${sign}<span>&nbsp; </span></span>${text}</p>`;
    expect(pasted(item(1, '1.', 'eerst') + item(2, '·', 'dan'))).toEqual([
      ['ordered', 0, 'eerst'],
      ['bullet', 1, 'dan'],
    ]);
  });

  it('styles become marks, and a wrapper that is bold in name only does not', () => {
    const html = flattenPasted(
      '<b style="font-weight:normal"><p><span style="font-weight:700">vet</span> en <span style="vertical-align:sub">2</span></p></b>',
    );
    expect(html).toContain('<strong>vet</strong>');
    expect(html).toContain('<sub>2</sub>');
    expect(html).not.toContain('font-weight:normal');
  });

  it('headings keep their level, scripts and pictures from elsewhere do not come along', () => {
    expect(pasted('<h2>Kop</h2><script>alert(1)</script><img src="https://elders.example/x.png"><p>tekst</p>')).toEqual(
      [
        ['heading', 0, 'Kop'],
        ['paragraph', 0, 'tekst'],
      ],
    );
  });
});
