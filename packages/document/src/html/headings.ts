import { cutStart, trimmed } from '../inline.ts';
import { type BlockJson, inlineText, type TopJson } from '../json.ts';
import { readHeading } from '../markdown/heading.ts';

/** Headings lose the numbers that were typed in them, since numbers are derived; annexes are known by their name. */
export function withoutNumbers(content: readonly TopJson[], cutOne: () => void = () => undefined): TopJson[] {
  return content.map((node) => {
    if (node.type !== 'block' || node.attrs.role !== 'heading') return node;
    const { kind, cut } = readHeading(inlineText(node), node.attrs.level === 1);
    if (cut > 0) cutOne();
    const words = cut === 0 ? node.content : trimmed(cutStart(node.content ?? [], cut));
    return { ...node, attrs: { ...node.attrs, kind }, ...(words === undefined ? {} : { content: words }) };
  });
}

/**
 * For a whole document: a single first heading of level one is its title, and the shallowest other heading a chapter.
 */
export function settled(content: readonly TopJson[]): {
  readonly content: readonly TopJson[];
  readonly title: string | null;
} {
  const isHeading = (node: TopJson | undefined): node is BlockJson =>
    node?.type === 'block' && node.attrs.role === 'heading';
  const levels = content.filter(isHeading).map(({ attrs }) => attrs.level);
  const [first] = content;
  const titled = isHeading(first) && first.attrs.level === 1 && levels.filter((level) => level === 1).length === 1;
  const rest = titled ? content.slice(1) : content;
  const left = titled ? levels.slice(1) : levels;
  const shift = left.length > 0 ? Math.min(...left) - 1 : 0;
  const shifted = rest.map((node) =>
    isHeading(node) ? { ...node, attrs: { ...node.attrs, level: Math.max(1, node.attrs.level - shift) } } : node,
  );
  return { content: shifted, title: titled ? inlineText(first).trim() : null };
}
