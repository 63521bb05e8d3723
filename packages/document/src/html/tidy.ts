import { trimmed } from '../inline.ts';
import { type InlineJson, LEAF, type TextJson } from '../json.ts';

const isBlank = (node: InlineJson | undefined) => node?.type === 'text' && node.text.trim() === '';

/** The paragraphs in a run of words: two line breaks on end begin another, as people type them. */
export function paragraphsIn(gathered: readonly InlineJson[]): readonly (readonly InlineJson[])[] {
  let run: InlineJson[] = [];
  const runs = [run];
  for (const [index, node] of gathered.entries()) {
    if (node.type === 'break' && isBreak(gathered, index)) runs.push((run = []));
    else run.push(node);
  }
  return runs;
}

/** Whether a break at this place stands beside another one, with nothing but space between. */
function isBreak(nodes: readonly InlineJson[], at: number): boolean {
  const beside = (step: 1 | -1) => {
    let index = at + step;
    while (isBlank(nodes[index])) index += step;
    return nodes[index]?.type === 'break';
  };
  return beside(1) || beside(-1);
}

/** Joined, with single spaces, none at the ends or beside a line break. */
export function tidy(content: readonly InlineJson[]): InlineJson[] {
  let space = true;
  const tidied: InlineJson[] = [];
  for (const node of content) {
    if (node.type !== 'text') {
      tidied.push(node);
      space = node.type === 'break';
      continue;
    }
    // Several spaces on end, some of them unbreakable, are how word processors push words aside.
    let text = node.text.replaceAll(/[ \u00a0]{2,}/gu, ' ');
    if (space) text = text.replace(/^[ \u00a0]+/u, '');
    if (text === '') continue;
    space = /[ \u00a0]$/u.test(text);
    tidied.push({ ...node, text });
  }
  return trimmed(tidied).flatMap((node, index, all) =>
    node.type === 'text' && all[index + 1]?.type === 'break' ? endTrimmed(node) : [node],
  );
}

const endTrimmed = (node: TextJson): TextJson[] => {
  const text = node.text.trimEnd();
  return text === '' ? [] : [{ ...node, text }];
};

export const textLength = (content: readonly InlineJson[]) =>
  content.reduce((sum, node) => sum + (node.type === 'text' ? node.text.length : LEAF.length), 0);

/** A heading is one line, and bold by itself. */
export const plainHeading = (content: readonly InlineJson[]): InlineJson[] =>
  trimmed(
    content.map((node): InlineJson => {
      if (node.type === 'break') return { type: 'text', text: ' ' };
      const marks = (node.marks ?? []).filter(({ type }) => type !== 'strong');
      const { marks: _, ...bare } = node;
      return marks.length > 0 ? { ...node, marks } : bare;
    }),
  );
