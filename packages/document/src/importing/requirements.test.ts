import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { inlineText, textBlocks } from '../json.ts';
import { fromHtml } from '../html/index.ts';
import { fromMarkdown } from '../markdown/index.ts';
import { outline } from '../outline.ts';
import { schema } from '../schema.ts';
import { templates } from '../templates/index.ts';
import { counter } from '../testing.ts';
import { likelyRequirements, withRequirements } from './requirements.ts';

const template = templates.opleiderdocument;
const read = (markdown: string) => fromMarkdown(markdown, counter()).document;
/** Sign and words of what is proposed; "~" for a recommendation, the typed label between brackets. */
const proposed = (markdown: string): string[] => {
  const document = read(markdown);
  const blocks = [...textBlocks(document)].map(({ block }) => inlineText(block));
  return likelyRequirements(document, template).map(({ at, sign, cut, recommendation }) => {
    const text = blocks[at] as string;
    return `${sign}${recommendation ? '~' : ''}: ${cut > 0 ? `[${text.slice(0, cut).trim()}] ` : ''}${text.slice(cut)}`;
  });
};

describe('requirements in a text from elsewhere', () => {
  test('[IMP1] a typed label makes a requirement, however it is written', () => {
    expect(
      proposed(
        [
          '# 3 Docenten',
          'E1 De docent heeft drie jaar ervaring.',
          'E-2: twee docenten per groep',
          'Eis 3.2 De docent spreekt Nederlands.',
          '**Eis 3.3:** De docent houdt zijn kennis bij.',
          'Eis: een docent is onafhankelijk.',
          'Aanbeveling 4. Laat docenten meekijken bij een collega.',
          '- E5) De docent kent het lesplan.',
        ].join('\n\n'),
      ),
    ).toEqual([
      'label: [E1] De docent heeft drie jaar ervaring.',
      'label: [E-2:] twee docenten per groep',
      'label: [Eis 3.2] De docent spreekt Nederlands.',
      'label: [Eis 3.3:] De docent houdt zijn kennis bij.',
      'label: [Eis:] een docent is onafhankelijk.',
      'label~: [Aanbeveling 4.] Laat docenten meekijken bij een collega.',
      'label: [E5)] De docent kent het lesplan.',
    ]);
  });

  test('[IMP2] words that oblige, and what somebody keeps to as a rule, are proposed under a heading', () => {
    expect(
      proposed(
        [
          'De opleider moet dit lezen.',
          '# 4 Duur',
          'De opleider moet acht uur les geven.',
          '- De groep heeft ten hoogste twaalf deelnemers.',
          'Er mogen geen deelnemers alleen in de hal zijn.',
          'De opleider zou jaarlijks moeten evalueren.',
          'De opleiding is in 2019 begonnen.',
          'Moet de docent erbij zijn?',
          'Het woord "moet" betekent dat iets verplicht is.',
          'De opleider dient de aanvraag in.',
          'Een docent die ziek is, blijft thuis.',
          'De docent is vriendelijk.',
          'De opleider bewaart het dossier.',
          'Vroeger duurde de opleiding ten minste een week.',
        ].join('\n\n'),
      ),
    ).toEqual([
      'obligation: De opleider moet acht uur les geven.',
      'norm: De groep heeft ten hoogste twaalf deelnemers.',
      'obligation: Er mogen geen deelnemers alleen in de hal zijn.',
      'obligation~: De opleider zou jaarlijks moeten evalueren.',
      'norm: De opleider dient de aanvraag in.',
      'norm: De opleider bewaart het dossier.',
    ]);
  });

  test('[IMP2] where words are explained or the document tells of itself nothing is guessed', () => {
    expect(
      proposed(
        '# 1 Inleiding\n\nIedereen moet dit lezen.\n\n## 1.1 Status van de eisen\n\nEen eis moet worden nageleefd.\n\n# 2 Inhoud\n\n> De opleider moet het weten.\n\nEis 3.2 is vervallen.\n\nE10 tanken.',
      ),
    ).toEqual([]);
  });

  test('[IMP3] a column of requirements holds them, whatever their words', () => {
    expect(
      proposed('# 5 Middelen\n\n| Nr | Eis | Bewijs |\n|---|---|---|\n| 1 | Twee meters per groep | moet in dossier |'),
    ).toEqual(['column: Twee meters per groep']);
  });

  test('[IMP4] what a person chose becomes a requirement without its label; all else stays as it was', () => {
    const document = read(
      '# 1 Doel\n\n# 2 Docenten\n\nE1 De docent *kent* het vak.\n\nE2 De docent spreekt Nederlands.\n\n- De docent moet er zijn.',
    );
    const likely = likelyRequirements(document, template);
    const made = withRequirements(
      document,
      likely.filter(({ at }) => at !== 3),
    );
    const blocks = [...textBlocks(made)].map(({ block }) => [block.attrs.role, block.attrs.kind, inlineText(block)]);
    expect(blocks).toEqual([
      ['heading', null, 'Doel'],
      ['heading', null, 'Docenten'],
      ['requirement', null, 'De docent kent het vak.'],
      ['paragraph', null, 'E2 De docent spreekt Nederlands.'],
      ['requirement', null, 'De docent moet er zijn.'],
    ]);
    const numbers = [...textBlocks(made)].map(({ block }) => outline(made).requirementNumber(block.attrs.id ?? ''));
    expect(numbers.filter((number) => number !== undefined)).toEqual(['2.1', '2.2']);
    expect(withRequirements(document, [])).toEqual(document);
  });

  test('[IMP1] [IMP2] the sample: what obliges is found, what explains is not', () => {
    const sample = readFileSync(new URL('../../../../server/sample/opleiderdocument-v1.md', import.meta.url), 'utf8');
    const all = proposed(sample);
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter((one) => one.includes('betekent "moet"'))).toEqual([]);
  });

  test('[IMP4] whatever is chosen of whatever text, the document is sound and loses labels only', () => {
    const line = fc.constantFrom(
      '# Kop',
      'E1 De opleider moet les geven.',
      '- Eis 2: x',
      '| Eis |\n|---|\n| een |',
      '> moet',
      'De groep heeft ten hoogste 3 leden[^1].',
      'woord',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.infiniteStream(fc.boolean()), (lines, choice) => {
        const { document } = fromMarkdown(`${lines.join('\n\n')}\n\n[^1]: noot`, counter());
        const chosen = likelyRequirements(document, template).filter(() => choice.next().value === true);
        const made = withRequirements(document, chosen);
        Node.fromJSON(schema, made).check();
        const before = [...textBlocks(document)].map(({ block }) => inlineText(block));
        const after = [...textBlocks(made)].map(({ block }) => inlineText(block));
        expect(after).toEqual(
          before.map((text, at) => text.slice(chosen.find((one) => one.at === at)?.cut ?? 0).trim()),
        );
      }),
    );
  });

  test('[IMP1] a long text of labels does not keep the reader busy', () => {
    const { document } = fromHtml(
      `<h1>a</h1>${'<p>Eis 1.1.1.1.1.1.1 ten minste ten minste "moet" '.repeat(5000)}`,
      counter(),
    );
    const start = performance.now();
    likelyRequirements(document, template);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
