import { InputRule, inputRules } from 'prosemirror-inputrules';
import type { BlockAttributes } from '@draagvlak/document';
import type { Plugin } from 'prosemirror-state';
import { type BlockType, reshaped } from './block-commands.ts';

const HEADINGS: readonly BlockType[] = ['chapter', 'section', 'subsection', 'subsubsection'];

/** Signs at the start of a text block that give it another role. */
function rule(pattern: RegExp, typeOf: (match: RegExpMatchArray) => BlockType | undefined): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const $start = state.doc.resolve(start);
    const block = $start.parent;
    const type = typeOf(match);
    if (type === undefined || block.type.name !== 'block' || block.attrs['role'] !== 'paragraph') return null;
    const heading = HEADINGS.includes(type);
    if (heading && $start.depth > 1) return null;
    const tr = state.tr.delete(start, end);
    for (const [name, value] of Object.entries(reshaped(block.attrs as BlockAttributes, type))) {
      if (block.attrs[name] !== value) tr.setNodeAttribute($start.before(), name, value);
    }
    return tr;
  });
}

/** "# ", "## ", "- ", "1. " and "> " at the start of a line; Backspace directly after takes it back. */
export function typingRules(): Plugin {
  return inputRules({
    rules: [
      rule(/^(#{1,4})\s$/, (match) => HEADINGS[(match[1]?.length ?? 1) - 1]),
      rule(/^[-*]\s$/, () => 'bullet'),
      rule(/^1[.)]\s$/, () => 'ordered'),
      rule(/^>\s$/, () => 'quote'),
    ],
  });
}
