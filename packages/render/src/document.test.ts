import {
  annex,
  cell,
  definition,
  doc,
  em,
  footnote,
  foreign,
  h1,
  h2,
  h3,
  image,
  item,
  link,
  measure,
  note,
  p,
  quote,
  reference,
  req,
  source,
  step,
  strong,
  table,
  unnumbered,
} from '@draagvlak/document/testing';
import { nl } from '@draagvlak/wording';
import { describe, expect, test } from 'vitest';
import { renderContents, renderDocument } from './index.ts';

const render = (...nodes: Parameters<typeof doc>) => renderDocument(doc(...nodes), { words: nl });

describe('sections', () => {
  test('[RND1] sections nest with their headings, numbers and addresses', () => {
    const html = render(p('vooraf'), h1('een'), h2('twee'), p('tekst'), h1('drie'));
    expect(
      html.replaceAll(/<span data-generated>.*?<\/span>/g, '').replaceAll(/ id="\w+" data-block/g, ' data-block'),
    ).toBe(
      '<p data-block="vooraf">vooraf</p>' +
        '<section id="een"><h2 data-block="een"><span class="no" data-generated>1</span><span>een</span></h2>' +
        '<section id="twee"><h3 data-block="twee"><span class="no" data-generated>1.1</span><span>twee</span></h3>' +
        '<p data-block="tekst">tekst</p></section></section>' +
        '<section id="drie"><h2 data-block="drie"><span class="no" data-generated>2</span><span>drie</span></h2></section>',
    );
    expect(html).toContain('<a class="anchor" href="#twee" aria-label="Verwijzing naar 1.1 twee">§</a>');
  });
  test('[RND1] deep headings stay headings', () => {
    const deep = render(h1('a'), h2('b'), h3('c'), { ...h3('d'), attrs: { ...h3('d').attrs, level: 6 } });
    expect(deep.match(/<h\d/g)).toEqual(['<h2', '<h3', '<h4', '<h6']);
  });
  test('[RND2] the table of contents nests, shows numbers and adds up comments', () => {
    const html = renderContents(doc(unnumbered('Gegevens'), h1('een'), h2('twee'), annex('Lijst')), {
      words: nl,
      className: 'book-toc',
      comments: new Map([
        ['twee', 2],
        ['een', 1],
      ]),
    });
    expect(html.replaceAll(/<span class="side">.*?<\/span><\/span>/g, '(n)')).toBe(
      '<ol class="outline book-toc"><li><a href="#gegevens"><span class="no"></span><span>Gegevens</span></a></li>' +
        '<li><a href="#een"><span class="no">1</span><span>een</span>(n)</a><ol><li><a href="#twee"><span class="no">1.1</span><span>twee</span>(n)</a></li></ol></li>' +
        '<li><a href="#lijst"><span class="no">A</span><span>Lijst</span></a></li></ol>',
    );
    expect(html).toContain('3 reacties in dit onderdeel');
  });
});

describe('blocks', () => {
  test('[RND3] a requirement shows its number and measure, apart from its words', () => {
    expect(render(h1('kop'), req('Ten hoogste acht.', measure('at-most', '8', 'deelnemers', 'praktijk')))).toContain(
      '<div class="req" id="ten-hoogste-acht"><p class="req-no" data-generated><a href="#ten-hoogste-acht">Eis 1.1</a>' +
        '<span class="measure">ten hoogste 8 deelnemers, praktijk</span></p><p data-block="ten-hoogste-acht">Ten hoogste acht.</p></div>',
    );
    expect(render(req('x', { kind: 'recommendation' }))).toContain('>Aanbeveling 1</a>');
  });
  test('[RND4] lists nest, number as their depth asks, and keep what continues an item', () => {
    expect(
      render(step('a'), step('b', { indent: 1 }), p('c', { indent: 1 }), item('d')).replaceAll(/ id="\w"/g, ''),
    ).toBe(
      '<ol><li><span data-block="a">a</span><ol type="a" class="letter"><li data-block="b">b</li></ol><p data-block="c" class="indent-1">c</p></li></ol>' +
        '<ul><li data-block="d">d</li></ul>',
    );
  });
  test('[RND5] tables have a caption, a head, scopes and merged cells', () => {
    const html = render(
      h1('kop'),
      table(
        [['K1', 'K2'], [cell('rij', { header: true }), [item('x', { id: 'x' })]], [cell('breed', { colspan: 2 })]],
        { caption: 'Uren' },
      ),
    );
    expect(html).toContain(
      '<div class="table-scroll" tabindex="0" role="region" aria-label="Tabel bij 1: Uren"><table class="cols-2" id="t" data-table="t"><caption><span class="no">Tabel 1</span> Uren</caption><thead><tr id="t-r1" data-row="t-r1"><th id="t-r1k1" data-block="t-r1k1-p" data-cell="t-r1k1" data-column="t-k1" scope="col">K1</th>',
    );
    expect(html).toContain(
      '<tbody><tr id="t-r2" data-row="t-r2"><th id="t-r2k1" data-block="t-r2k1-p" data-cell="t-r2k1" data-column="t-k1" scope="row">rij</th>',
    );
    expect(html).toContain(
      '<td id="t-r2k2" data-cell="t-r2k2" data-column="t-k2"><ul><li id="x" data-block="x">x</li></ul></td>',
    );
    expect(html).toContain('colspan="2">breed</td>');
  });
  test('[RND6] definitions, quotes and notes stand together as what they are', () => {
    expect(
      render(
        definition('Docent', 'wie lesgeeft'),
        definition('Les', 'een uur'),
        quote('citaat'),
        note('let op'),
      ).replaceAll(/ id="[\w-]+"/g, ''),
    ).toBe(
      '<dl class="definitions"><div><dt data-generated><dfn>Docent</dfn></dt><dd data-block="wie-lesgeeft">wie lesgeeft</dd></div>' +
        '<div><dt data-generated><dfn>Les</dfn></dt><dd data-block="een-uur">een uur</dd></div></dl>' +
        '<blockquote><p data-block="citaat">citaat</p></blockquote><p data-block="let-op" class="note" role="note">let op</p>',
    );
  });
  test('[RND7] images through the given addresses only, source documents with their facts', () => {
    const document = doc(
      image('een schets', { src: 'blob:abc' }),
      source('NEN 1', { owner: 'NEN', href: 'https://nen.nl' }),
    );
    const html = renderDocument(document, { words: nl, image: (src) => `/beeld/${src.slice(5)}` });
    expect(html).toContain('<img src="/beeld/abc" alt="een schets" loading="lazy">');
    expect(html).toContain(
      '<a href="https://nen.nl" rel="noopener noreferrer">NEN 1</a></p><dl><div><dt>Eigenaar</dt><dd>NEN</dd></div></dl>',
    );
    expect(renderDocument(document, { words: nl })).toContain('<p class="missing-image">een schets</p>');
  });
});

describe('inline', () => {
  test('[RND8] marks nest and one link stays one link', () => {
    const both = {
      type: 'text',
      text: 'vet',
      marks: [{ type: 'link', attrs: { href: 'https://x.nl' } }, { type: 'strong' }],
    } as const;
    expect(render(p('a ', link('hier ', 'https://x.nl'), both, em(' b'), foreign('c', 'en')))).toContain(
      'a <a href="https://x.nl" rel="noopener noreferrer">hier <strong>vet</strong></a><em> b</em><span lang="en">c</span>',
    );
  });
  test('[RND8] an unsafe address leads nowhere', () => {
    expect(render(p(link('x', 'javascript:alert(1)')))).toContain('<a rel="noopener noreferrer">x</a>');
  });
  test('[RND9] footnotes stand at the end and lead back; references say what they point to', () => {
    const html = render(
      h1('kop'),
      req('eis', { id: 'e' }),
      p('zie ', reference('e'), ', ', reference('kop'), ' en ', reference('weg'), footnote('De ', 'f')),
      p(reference('e'), ' geldt. ', reference('e'), ' ook, bijv. ', reference('e')),
    );
    expect(html.match(/data-leaf href="#e" title="eis">[^<]*/gu)?.map((link) => link.split('>')[1])).toEqual([
      'eis 1.1',
      'Eis 1.1',
      'Eis 1.1',
      'eis 1.1',
    ]);
    expect(html).toContain(
      'zie <a class="reference" data-leaf href="#e" title="eis">eis 1.1</a>, <a class="reference" data-leaf href="#kop" title="kop">hoofdstuk 1</a>',
    );
    expect(html).toContain('<span class="lost-reference" data-leaf>');
    expect(html).toContain('<a class="fn-ref" data-leaf id="ref-f" href="#note-f" aria-label="Voetnoot 1">1</a>');
    expect(html).toMatch(
      /<section class="footnotes" aria-label="Voetnoten"><ol><li id="note-f">De  <a href="#ref-f" aria-label="Terug naar de tekst bij voetnoot 1">Terug<\/a><\/li><\/ol><\/section>$/,
    );
  });
  test('[RND14] the first use of a term in a section leads to its definition; headings, links and definitions stay as they are', () => {
    const html = renderDocument(
      doc(
        h1('Docent'),
        definition('Docent', 'een docent is wie lesgeeft', { id: 'd' }),
        p(link('docent', 'https://a.nl'), ' Elke docent en elke docent.'),
        h1('Twee'),
        p('Een & docenten.', { id: 'twee' }),
      ),
      { words: nl, formOf: (word) => word.replace(/en$/u, '') },
    );
    expect(html.match(/<a class="term" href="#d">[^<]*<\/a>/gu)).toEqual([
      '<a class="term" href="#d">docent</a>',
      '<a class="term" href="#d">docenten</a>',
    ]);
    expect(html).toContain(' Elke <a class="term" href="#d">docent</a> en elke docent.');
    expect(html).toContain('Een &amp; <a class="term"');
  });
  test('[RND15] in a table of terms each term is named, its meaning is where the term leads, and neither leads on', () => {
    const document = doc(
      h1('Begrippen'),
      table([
        ['Begrip', 'Betekenis'],
        ['Docent', 'wie de deelnemer lesgeeft'],
        ['Deelnemer', 'wie les krijgt van een docent'],
      ]),
      p('Elke docent.'),
    );
    const html = renderDocument(document, { words: nl, formOf: (word) => word, comments: new Map([['t-r2k1', 3]]) });
    expect(html).toContain('<p id="t-r2k1-p" data-block="t-r2k1-p"><dfn>Docent</dfn></p>');
    expect(html).toMatch(/<td id="t-r3k1"[^>]*><dfn>Deelnemer<\/dfn><\/td>/u);
    expect(html.match(/<a class="term".*?<\/a>/gu)).toEqual(['<a class="term" href="#t-r2k2">docent</a>']);
    expect(html).toMatch(/<td id="t-r2k2"[^>]*>wie de deelnemer lesgeeft<\/td>/u);
  });
  test('[RND10] everything an author writes is escaped', () => {
    const evil = `<img src=x onerror="alert('1')">&`;
    const html = render(
      h1(evil),
      p(evil),
      req(evil, measure('at-most', evil, evil, evil)),
      definition(evil, evil),
      table([[evil]], { caption: evil, id: 'x"><b>' }),
      image(evil),
      source(evil, { owner: evil, href: 'javascript:x' }),
      p(strong(evil), footnote(evil), foreign(evil, '"><b>')),
    );
    expect(html).not.toMatch(/<img|<b>|onerror="|javascript:/);
    expect(html.match(/onerror=&quot;/g)?.length).toBeGreaterThan(10);
  });
  test('[RND11] comment counts stand on their place and never in the words', () => {
    const html = renderDocument(doc(h1('kop'), p('tekst')), {
      words: nl,
      comments: new Map([
        ['tekst', 2],
        ['kop', 1],
      ]),
      prefix: 'v1-',
    });
    expect(html).toContain(
      '<p id="v1-tekst" data-block="tekst">tekst<a class="mark-count" data-generated href="#v1-reacties-tekst" aria-label="2 reacties op deze plaats">2</a></p>',
    );
    expect(html).toContain('<section id="v1-kop">');
    expect(html).toContain('aria-label="1 reactie op deze plaats">1</a>');
  });
});
