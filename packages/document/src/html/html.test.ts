import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { type BlockJson, type InlineJson, PLAIN_BLOCK, type TableJson, textBlocks, type TopJson } from '../json.ts';
import { isSafeHref, schema } from '../schema.ts';
import { counter } from '../testing.ts';
import { documentText } from '../text.ts';
import { fromHtml, parseHtml } from './index.ts';
import { type HtmlNode, type Pasted, readPasted } from './pasted.ts';

const pasted = (html: string): Pasted => readPasted(parseHtml(html), counter());
const copied = (name: string): Pasted =>
  pasted(readFileSync(new URL(`fixtures/${name}.html`, import.meta.url), 'utf8'));

const SIGNS: Readonly<Record<string, string>> = { strong: '*', emphasis: '/', subscript: '_', superscript: '^' };
const words = (content: readonly InlineJson[] | undefined): string =>
  (content ?? [])
    .map((node) => {
      if (node.type === 'break') return '⏎';
      if (node.type === 'footnote') return `{${words(node.content)}}`;
      if (node.type !== 'text') return '?';
      let text: string = node.text;
      for (const mark of (node.marks ?? []).toReversed())
        text = mark.type === 'link' ? `[${text}](${mark.attrs.href})` : `${SIGNS[mark.type]}${text}${SIGNS[mark.type]}`;
      return text;
    })
    .join('');
const line = ({ attrs, content }: BlockJson): string => {
  const { role, level, kind, indent } = attrs;
  const sign =
    role === 'heading'
      ? `h${level}`
      : role === 'item'
        ? kind === 'ordered'
          ? '1.'
          : '-'
        : role === 'quote'
          ? '>'
          : '';
  return `${'  '.repeat(indent)}${sign}${sign === '' ? '' : ' '}${words(content)}`;
};
/** A text as one reads it: a line per block, a table as its rows, header cells in capitals. */
const shown = (content: readonly TopJson[]): string[] =>
  content.flatMap((node) => {
    if (node.type === 'block') return [line(node)];
    if (node.type !== 'table') return [node.type];
    return (node.content ?? []).map(
      (row) =>
        `|${(row.content ?? [])
          .map(({ attrs, content: inside }) => {
            const text = (inside ?? []).map((one) => (one.type === 'block' ? line(one) : one.type)).join(' ¶ ');
            const spans = `${attrs.colspan > 1 ? `→${attrs.colspan}` : ''}${attrs.rowspan > 1 ? `↓${attrs.rowspan}` : ''}`;
            return `${attrs.header ? text.toUpperCase() : text}${spans}`;
          })
          .join('|')}|`,
    );
  });
const lost = ({ lost: all }: Pasted) => Object.fromEntries(all.map(({ kind, count }) => [kind, count]));

describe('what other programs copy', () => {
  test('[HTM1] Word: headings, lists with their levels, merged cells, footnotes, marks and links', () => {
    const read = copied('word');
    expect(shown(read.content)).toEqual([
      'h1 Inleiding',
      'De opleiding duurt ten minste *acht uur*, waarvan /twee/ uur praktijk{Zonder /pauzes/ gerekend.}. Zie [de regels](https://voorbeeld.nl/regels?a=1&b=2).',
      'h2 Wat een deelnemer leert',
      '1. meten van gassen',
      '  1. H_2_S',
      '1. melden',
      '- een blusser',
      '  - schuim',
      '|ONDERDEEL|UREN→2|',
      '|Praktijk↓2|2|- in de hal|',
      '|3||',
      'De opleider toont elk jaar aan dat zij voldoet.',
    ]);
    expect(lost(read)).toEqual({ contents: 1, colour: 2, image: 1, deletion: 1, comment: 1 });
  });

  test('[HTM1] LibreOffice: nested lists, a table with a head, a footnote', () => {
    const read = copied('libreoffice');
    expect(shown(read.content)).toEqual([
      'h1 Examen',
      'Het examen heeft *twee* delen{Theorie en praktijk.} en een herkansing.',
      '1. theorie',
      '1. praktijk',
      '  - meten',
      '|DEEL|DUUR|',
      '|Theorie|45 minuten|',
      '|Samen één dag→2|',
      'Let op: de cesuur is 60 55 procent.',
    ]);
    expect(lost(read)).toEqual({ colour: 1, underline: 1, strike: 1 });
  });

  test('[HTM1] Google Docs: the wrapper that is bold in name only, lists beside their items, a bold first row', () => {
    const read = copied('google-docs');
    expect(shown(read.content)).toEqual([
      'h2 Toelating',
      'Een deelnemer is *ten minste 18 jaar*/ bij aanvang/[(uitleg)](https://voorbeeld.nl/toelating)^a^.',
      '- een diploma',
      '  - of een verklaring',
      '1. aanmelden',
      '|GROEP|DEELNEMERS|',
      '|Theorie|12|',
    ]);
    expect(lost(read)).toEqual({ image: 1 });
  });

  test('[HTM1] Word in the browser: a list per item, with its level beside it', () => {
    const read = copied('word-online');
    expect(shown(read.content)).toEqual(['h2 Docenten', '- bevoegd', '  - didactisch *geschoold*']);
    expect(lost(read)).toEqual({});
  });

  test('[HTM1] a web page: footnotes, a caption, a table in a table, quotes and lines of code', () => {
    const read = copied('web-page');
    expect(shown(read.content)).toEqual([
      '- Start',
      'h3 Gasmeten',
      'Wie meet, meet /eerst/ zuurstof.{Onder 19,5 procent: *niet* naar binnen.} Lees hier en verderop.',
      '|GAS|GRENS|',
      '|CO|20 ppm ¶ 8 uur|',
      '> Meten is weten.',
      'regel een',
      'regel twee',
    ]);
    expect((read.content.find(({ type }) => type === 'table') as TableJson).attrs.caption).toBe('Grenswaarden');
    expect(lost(read)).toMatchObject({ embedded: 2, link: 2, reference: 1, image: 1, 'nested-table': 1 });
  });

  test('[HTM1] Word with a review in it: what was commented stays, what was deleted goes, fields and boxes are read', () => {
    const read = copied('word-review');
    expect(shown(read.content)).toEqual([
      'De opleider bewaart de *presentielijst* vijf jaar na afloop, zie paragraaf 4.2.',
      'Meet in Delfzijl de luchtkwaliteit bij 20\xa0graden.',
      '1. melden',
      '  - bij de wacht',
      '1. meten',
      'Daarna:',
      '1. noteren',
      '  - tijd en plaats',
      'Let op: eerst *zuurstof*.',
      '|GAS|GRENS→2|',
      '|CO→2↓2|20 ppm|',
      '|8 uur|',
    ]);
    expect(lost(read)).toEqual({ comment: 1, deletion: 1, hidden: 1, numbering: 1, reference: 1 });
  });

  test('[HTM1] a page that Word saved without its own marks', () => {
    const read = copied('word-filtered');
    expect(shown(read.content)).toEqual([
      'h1 Veiligheid',
      'De docent kent het plan{Het plan van de locatie.} en oefent:',
      '- alarm',
      '  1. geluid',
      '  1. licht',
      'Dit is een ingesprongen alinea.',
    ]);
    expect(lost(read)).toEqual({});
  });

  test('[HTM1] a page that Google Docs saved: its looks stand in classes, its lists apart from each other', () => {
    const read = copied('google-docs-page');
    expect(shown(read.content)).toEqual([
      'Concept, niet verspreiden',
      'h1 Toelating',
      '*Elke deelnemer*/\u00a0is/\u00a0bekend met [de regels](https://voorbeeld.nl/regels){Van dit jaar.}.',
      '- een diploma',
      '  - of een verklaring',
      '1. aanmelden',
      '|GROEP→2|',
      '|Theorie|12|',
    ]);
    expect(lost(read)).toEqual({ colour: 1, comment: 1, numbering: 1 });
  });

  test('[HTM1] Excel: merged cells, hidden columns and the row that holds the widths', () => {
    const read = copied('excel');
    expect(shown(read.content)).toEqual(['|ONDERDEEL|UREN→2|', '|Praktijk↓2|6,5|*in de hal*⏎of buiten|', '|2||']);
    expect(lost(read)).toEqual({ hidden: 1 });
  });

  test('[HTM1] LibreOffice: lists in empty lists, items that do not end, endnotes, frames, the edges of a page', () => {
    const read = copied('libreoffice-lists');
    expect(shown(read.content)).toEqual([
      'Wat u nodig hebt{Voor /twee/ personen.}:',
      '- een meter',
      '- een mast',
      '  1. uitgeklapt',
      '  1. geborgd',
      '    - met pen',
      '|GEREEDSCHAP→2|',
      '|Meter||',
      'Let op de wind.',
    ]);
    expect(lost(read)).toEqual({ colour: 1, image: 1, 'page-edge': 2 });
  });

  test('[HTM2] a list sign that a browser left behind as text goes; a word that begins like one stays', () => {
    const item = (text: string) => `<p style="mso-list:l0 level2 lfo1">${text}</p>`;
    expect(shown(pasted(item('·&nbsp;&nbsp;&nbsp;eerst') + item('12.&nbsp; dan') + item('o zo')).content)).toEqual([
      '  - eerst',
      '  1. dan',
      '  - o zo',
    ]);
  });

  test('[HTM3] two line breaks begin a paragraph, one stays a break, empty paragraphs go', () => {
    expect(shown(pasted('een<br>twee<br><br>drie<p>&nbsp;</p><div>vier<div>vijf</div>zes</div>').content)).toEqual([
      'een⏎twee',
      'drie',
      'vier',
      'vijf',
      'zes',
    ]);
  });

  test('[HTM4] a footnote whose words were not copied along is told, not shown as a number', () => {
    const read = pasted('<p>tekst<a style="mso-footnote-id:ftn3" href="#_ftn3" name="_ftnref3">[3]</a> door</p>');
    expect(shown(read.content)).toEqual(['tekst door']);
    expect(lost(read)).toEqual({ footnote: 1 });
  });

  test('[HTM5] tables: cells that overlap, rows that are short and spans that lie become a full grid', () => {
    const read = pasted(
      '<table><tr><td rowspan=9>a</td><td colspan=4>b</td></tr><tr><td>c</td></tr><tr></tr><tr><td>d</td><td>e</td></tr></table>',
    );
    expect(shown(read.content)).toEqual(['|a↓3|b→2|', '|c||', '|d|e|']);
    const [table] = read.content as [TableJson];
    const columns = table.content?.map((row) => row.content?.map(({ attrs }) => attrs.column));
    expect(new Set(columns?.flat()).size).toBe(3);
  });

  test('[HTM5] a table no page can show comes in as paragraphs', () => {
    const read = pasted(`<table><tr>${'<td>x</td>'.repeat(100)}</tr></table>`);
    expect(read.content).toHaveLength(100);
    expect(lost(read)).toEqual({ 'wide-table': 1 });
  });
});

describe('a page as a document', () => {
  test('[HTM6] the only first heading is the title, the shallowest other a chapter; typed numbers go', () => {
    const { document, title } = fromHtml(
      '<h1>Opleiding</h1><h2>1 Doel</h2><p>Tekst.</p><h4>1.1.1 Groep</h4><h2>Bijlage A Lijst</h2>',
      counter(),
    );
    expect(title).toBe('Opleiding');
    expect(shown(document.content ?? [])).toEqual(['h1 Doel', 'Tekst.', 'h3 Groep', 'h1 Lijst']);
    expect(document.content?.at(-1)).toMatchObject({ attrs: { kind: 'annex' } });
  });
});

/** HTML as no program makes it: any tag in any, with attributes that mean something to somebody. */
const hostile: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6, depthSize: 'small' },
    fc.constantFrom(
      'woord',
      ' ',
      '\u00a0 ',
      '\uFFFC',
      '\u00ad',
      '<!--[if supportFields]><span style="mso-element:field-begin"></span> REF a<![endif]-->',
      '<!--[if gte vml 1]><v:shape id="b"><v:textbox><p>woord<![endif]--></v:textbox></v:shape>',
      '\u0000',
      '👩‍🚒',
      '\ud83d',
      '<!-- x -->',
      '<br>',
      '1. ',
      '< p',
    ),
    fc
      .tuple(
        fc.constantFrom(
          ...'p div span b em sup a a a ul ol li li table tbody tr tr td th td h1 h3 blockquote pre script style iframe img svg math form input del u font caption template select object section'.split(
            ' ',
          ),
        ),
        fc.constantFrom(
          '',
          ' style="mso-list:l0 level3 lfo1"',
          ' style="mso-list:Ignore"',
          ' style="font-weight:700;color:red;vertical-align:super"',
          ' href="javascript:alert(1)"',
          ' href="https://x.nl/a b"',
          ' href="https://x.nl"',
          ' href="data:text/html,x"',
          ' href="#a" id="b"',
          ' href="#b" id="a"',
          ' rowspan="0" colspan="70000"',
          ' rowspan="3" colspan="2"',
          ' onclick="alert(1)" src="x" onerror="alert(2)"',
          ' data-role="heading" data-level="99" data-id="a" data-slot="inleiding"',
          ' aria-level="40" role="heading"',
          ' class="msocomanchor MsoToc1"',
          ' style="display:none"',
          ' hidden',
          ' class="msoDel"',
          ' class="MsoHeader"',
          ' style="mso-comment-reference:a_1"',
          ' start="7" value="4"',
          ' class="MsoListParagraph" style="margin-left:72pt"',
          ' class="lst-kix_a-5"',
          ' src="data:image/png;base64,iVBORw0KGgo=" alt="plaat"',
          ' height="0"',
        ),
        fc.array(tie('node'), { maxLength: 5 }),
      )
      .map(([tag, attribute, children]) => `<${tag}${attribute}>${children.join('')}</${tag}>`),
  ),
})).node;

describe('whatever is copied', () => {
  test('[HTM7] gives a sound document with ids of its own, and no address but that of a safe link', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 8 }), (parts) => {
        const { document } = fromHtml(parts.join(''), counter());
        const { content } = pasted(parts.join(''));
        for (const one of [document, { type: 'doc', content }]) {
          const node = Node.fromJSON(schema, one);
          node.check();
          const ids: string[] = [];
          const hrefs: string[] = [];
          node.descendants((inner) => {
            if ('id' in inner.attrs) ids.push(inner.attrs['id'] as string);
            for (const mark of inner.marks) if (mark.type.name === 'link') hrefs.push(mark.attrs['href'] as string);
            return true;
          });
          expect(hrefs.filter((href) => !isSafeHref(href))).toEqual([]);
          expect(ids.every((id) => typeof id === 'string' && id !== '')).toBe(true);
          expect(new Set(ids).size).toBe(ids.length);
        }
        for (const { block } of textBlocks({ type: 'doc', content })) {
          const { slot, term, quantity, indent } = block.attrs;
          expect([slot, term, quantity]).toEqual([PLAIN_BLOCK.slot, PLAIN_BLOCK.term, PLAIN_BLOCK.quantity]);
          expect(indent).toBeLessThanOrEqual(8);
          expect(words(block.content)).not.toMatch(/\p{Cs}/u);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('[HTM8] no word of a plain text is lost, however it is nested', () => {
    const plain = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 7 },
        fc.constantFrom('een', 'twee', 'drie'),
        fc
          .tuple(
            fc.constantFrom('p', 'div', 'b', 'i', 'ul', 'li', 'blockquote', 'section', 'span', 'h2', 'sub'),
            fc.array(tie('node'), { minLength: 1, maxLength: 4 }),
          )
          .map(([tag, children]) => `<${tag}> ${children.join(' ')} </${tag}>`),
      ),
    })).node;
    fc.assert(
      fc.property(plain, (html) => {
        const said = (text: string) => text.match(/een|twee|drie/gu) ?? [];
        expect(said(documentText({ type: 'doc', content: pasted(html).content }))).toEqual(said(html));
      }),
      { numRuns: 200 },
    );
  });

  test('[HTM8] no word that the page shows is lost without being told', () => {
    const UNSEEN = new Set('head style script template noscript title select option'.split(' '));
    const said = (node: HtmlNode): number => {
      if (typeof node === 'string') return node.split('woord').length - 1;
      if (UNSEEN.has(node.tag) || /mso-list:\s*ignore/iu.test(node.attributes['style'] ?? '')) return 0;
      return node.children.reduce((sum, child) => sum + said(child), 0);
    };
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 8 }), (parts) => {
        const root = parseHtml(parts.join(''));
        const { content, lost: told } = readPasted(root, counter());
        const kept = documentText({ type: 'doc', content }).split('woord').length - 1;
        const captions = content.filter((node) => node.type === 'table' && node.attrs.caption !== null).length;
        expect(kept >= said(root) || captions > 0 || told.length > 0).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['depth', '<div>'.repeat(50_000)],
    ['depth of lists', '<ul><li>'.repeat(20_000)],
    ['depth of tables', '<table><tr><td>'.repeat(3000)],
    ['open marks', '<b><p>'.repeat(3000)],
    ['links between notes', '<p><a href="#b" id="a">1</a><a href="#a" id="b">1</a></p>'.repeat(20_000)],
    ['a style without end', `<p style="${'a'.repeat(500_000)}">x</p>`],
    ['a style sheet without end', `<style>${'@list l0:level1 '.repeat(50_000)}</style>`],
    ['breaks', '<br> '.repeat(50_000)],
    ['columns without end', `<table>${'<tr><td colspan=1000>x'.repeat(5000)}</table>`],
  ])('[HTM9] %s do not keep the reader busy', (_name, html) => {
    const start = performance.now();
    expect(() => fromHtml(html, counter())).not.toThrow();
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
