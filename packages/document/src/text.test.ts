import { describe, expect, test } from 'vitest';
import { canonical } from './canonical.ts';
import { inlineText, LEAF } from './json.ts';
import { br, doc, footnote, h1, item, p, reference, strong, table } from './testing.ts';
import { countWords, documentText, spokenText, wordsIn } from './text.ts';

describe('words', () => {
  test('[TXT1] a word is what a person counts as one', () => {
    expect(wordsIn('De duur is ten minste 5,5 uur (n.v.t. bij e-learning) – één collega’s idee.')).toBe(13);
    expect(wordsIn(' – … ')).toBe(0);
  });
  test('[TXT2] the text of a document: cells and footnotes included, generated numbers not', () => {
    const document = doc(
      h1('Kop'),
      p('een', br, 'twee ', reference('kop'), footnote('drie')),
      item(''),
      table([['vier']]),
    );
    expect(documentText(document)).toBe('Kop\neen twee \ndrie\nvier');
    expect(countWords(document)).toBe(5);
  });
  test('[TXT3] offsets count UTF-16 units, a leaf as one', () => {
    expect(inlineText(p('👩‍🚒', strong('b'), footnote('lange noot'), br, 'c'))).toBe(`👩‍🚒b${LEAF}${LEAF}c`);
    expect(inlineText(p('👩‍🚒'))).toHaveLength(5);
  });
});

describe('canonical JSON', () => {
  test('[CAN2] members sorted by UTF-16 units, numbers and strings as ECMAScript writes them', () => {
    expect(canonical({ b: [1.0, 1e21, -0, 'é\n'], a: { '€': null, $: true, '😀': 1, ﬁ: 2 } })).toBe(
      '{"a":{"$":true,"€":null,"😀":1,"ﬁ":2},"b":[1,1e+21,0,"é\\n"]}',
    );
  });
  test('[CAN3] what JSON cannot say is refused, an absent member left out', () => {
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, undefined, [undefined], () => 1, 1n, Symbol('x')])
      expect(() => canonical(value)).toThrow(TypeError);
  });
});

test('[OUT8] a reference is read aloud as what it says now, given the words before it', () => {
  const { content } = p('Zie ', reference('eis'), ' en', br, reference('weg'));
  const heard: string[] = [];
  const text = spokenText(content, (target, before) => {
    heard.push(before);
    return target === 'eis' ? 'eis 1.1' : '';
  });
  expect(text).toBe('Zie eis 1.1 en ');
  expect(heard).toEqual(['Zie ', 'Zie eis 1.1 en ']);
});
