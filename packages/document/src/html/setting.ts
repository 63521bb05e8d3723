import { sorted } from '../inline.ts';
import type { MarkJson } from '../json.ts';
import { isSafeHref } from '../schema.ts';
import { isColour } from './office.ts';
import type { Losses } from './lost.ts';
import { type HtmlElement, isElement, styleOf, textIn } from './tree.ts';

/** What holds for the words at a place in the tree. */
export interface Setting {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly script: 'subscript' | 'superscript' | null;
  readonly href: string | null;
  readonly pre: boolean;
  /** Within how many lists. */
  readonly lists: number;
  readonly depth: number;
}
export const PLAIN: Setting = {
  strong: false,
  emphasis: false,
  script: null,
  href: null,
  pre: false,
  lists: 0,
  depth: 0,
};

/** What holds within an element, told by its tag and its style; counts what that style said and we cannot. */
export function settingOf(element: HtmlElement, around: Setting, losses: Losses): Setting {
  const { tag, attributes } = element;
  const style = styleOf(element);
  const weight = style.get('font-weight') ?? '';
  const shape = style.get('font-style') ?? '';
  const raised = style.get('vertical-align') ?? '';
  const strong =
    /^(?:normal|lighter|[1-5]00)$/u.test(weight) !== true &&
    (around.strong || tag === 'b' || tag === 'strong' || tag === 'th' || /^(?:bold|bolder|[6-9]00)$/u.test(weight));
  const emphasis =
    shape !== 'normal' && (around.emphasis || tag === 'i' || tag === 'em' || /italic|oblique/u.test(shape));
  const script =
    tag === 'sup' || raised === 'super'
      ? 'superscript'
      : tag === 'sub' || raised === 'sub'
        ? 'subscript'
        : around.script;
  const line = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  if (textIn(element).trim() !== '') {
    if (tag === 's' || tag === 'strike' || line.includes('line-through')) losses.add('strike');
    // Links are coloured and underlined by themselves.
    const plain =
      around.href === null && tag !== 'a' && !element.children.some((child) => isElement(child) && child.tag === 'a');
    if ((tag === 'u' || line.includes('underline')) && plain) losses.add('underline');
    const colours = [style.get('color'), style.get('background-color'), style.get('background'), attributes['color']];
    if (tag === 'mark' || (plain && colours.some((one) => isColour(one?.toLowerCase())))) losses.add('colour');
  }
  return {
    strong: strong && tag !== 'th',
    emphasis,
    script,
    href: tag === 'a' ? linkOf(element, losses) : around.href,
    pre: around.pre || tag === 'pre',
    lists: around.lists,
    depth: around.depth + 1,
  };
}

/** The address itself where Google Docs leads by way of its own. */
function directly(href: string): string {
  if (!/^https?:\/\/www\.google\.com\/url\?/iu.test(href) || !URL.canParse(href)) return href;
  const to = new URL(href).searchParams.get('q') ?? '';
  return isSafeHref(to) ? to : href;
}

function linkOf(link: HtmlElement, losses: Losses): string | null {
  const href = directly((link.attributes['href'] ?? '').trim());
  if (href === '' || textIn(link).trim() === '') return null;
  if (href.startsWith('#')) losses.add('reference');
  else if (!isSafeHref(href)) losses.add('link');
  else return href;
  return null;
}

/** The marks of words at a place, in the schema's order. */
export function marksOf(setting: Setting): readonly MarkJson[] {
  const marks: MarkJson[] = [];
  if (setting.href !== null) marks.push({ type: 'link', attrs: { href: setting.href } });
  if (setting.emphasis) marks.push({ type: 'emphasis' });
  if (setting.strong) marks.push({ type: 'strong' });
  if (setting.script !== null) marks.push({ type: setting.script });
  return sorted(marks);
}
