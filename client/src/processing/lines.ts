import { noChange } from 'lit';
import { directive, Directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';

/** The children of a list, as elements that are kept elsewhere: what stays stays, what is new is put at its place. */
class Lines extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('lines are given to a list itself');
  }

  render(_lines: readonly Element[]): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [lines]: [readonly Element[]]): unknown {
    showLines(element, lines);
    return noChange;
  }
}

/** Leaves a list with these children in this order, moving as few as can be. */
export function showLines(list: Element, lines: readonly Element[]): void {
  const wanted = new Set(lines);
  for (const child of Array.from(list.children)) if (!wanted.has(child)) child.remove();
  let at = list.firstElementChild;
  for (const line of lines) {
    if (line === at) at = at.nextElementSibling;
    else list.insertBefore(line, at);
  }
}

export const lines = directive(Lines);
