import type { InlineJson, MarkJson } from './json.ts';

const ORDER = ['link', 'emphasis', 'strong', 'subscript', 'superscript', 'language', 'dated'];

/** Marks in the schema's order, each type once. */
export function sorted(marks: readonly MarkJson[]): MarkJson[] {
  const first = marks.filter((mark, index) => marks.findIndex((each) => each.type === mark.type) === index);
  return first.toSorted((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
}

/** Without white space and breaks at both ends; neighbouring texts with equal marks become one. */
export function trimmed(content: readonly InlineJson[]): InlineJson[] {
  const result: InlineJson[] = [];
  for (const node of content) {
    const last = result.at(-1);
    if (node.type === 'text' && last?.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks))
      result[result.length - 1] = { ...last, text: last.text + node.text };
    else result.push(node);
  }
  for (;;) {
    const first = result[0];
    if (first?.type === 'break') result.shift();
    else if (first?.type === 'text' && first.text !== first.text.trimStart()) {
      if (first.text.trim() === '') result.shift();
      else result[0] = { ...first, text: first.text.trimStart() };
    } else break;
  }
  for (;;) {
    const last = result.at(-1);
    if (last?.type === 'break') result.pop();
    else if (last?.type === 'text' && last.text !== last.text.trimEnd()) {
      if (last.text.trim() === '') result.pop();
      else result[result.length - 1] = { ...last, text: last.text.trimEnd() };
    } else break;
  }
  return result;
}

/** Takes units off the front of inline content. */
export function cutStart(content: readonly InlineJson[], units: number): InlineJson[] {
  let rest = units;
  return content.flatMap((node): InlineJson[] => {
    if (rest === 0) return [node];
    if (node.type !== 'text') {
      rest -= 1;
      return [];
    }
    const taken = Math.min(rest, node.text.length);
    rest -= taken;
    return taken === node.text.length ? [] : [{ ...node, text: node.text.slice(taken) }];
  });
}
