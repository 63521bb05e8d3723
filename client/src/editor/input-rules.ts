import { InputRule, inputRules } from 'prosemirror-inputrules';
import { type BlockAttributes, schema } from '@draagvlak/document';
import type { MarkType } from 'prosemirror-model';
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

/** Signs on both sides of words that make them bold or italic once the last one is typed. */
function markRule(sign: string, mark: MarkType): InputRule {
  const one = sign.replaceAll('*', '\\*');
  const [letter = ''] = sign;
  const not = `[^\\s${letter}\uFFFC]`;
  const pattern = new RegExp(`(?:^|[\\s(“‘"'])(${one}(${not}(?:[^${letter}\uFFFC]*${not})?)${one})$`, 'u');
  return new InputRule(pattern, (state, match, _start, end) => {
    const [, whole = '', words = ''] = match;
    // The last sign is what is being typed, so it does not stand in the text yet.
    const from = end - (whole.length - 1);
    if (state.doc.textBetween(from, end) !== whole.slice(0, -1)) return null;
    const { tr } = state;
    if (end > from + sign.length + words.length) tr.delete(from + sign.length + words.length, end);
    tr.delete(from, from + sign.length);
    tr.addMark(from, from + words.length, mark.create());
    return tr.removeStoredMark(mark);
  });
}

/** "# ", "## ", "- ", "1. ", "> " and "eis: " at the start of a line; Backspace directly after takes it back. */
export function typingRules(): Plugin {
  return inputRules({
    rules: [
      rule(/^(#{1,4})\s$/, (match) => HEADINGS[(match[1]?.length ?? 1) - 1]),
      rule(/^[-*]\s$/, () => 'bullet'),
      rule(/^1[.)]\s$/, () => 'ordered'),
      rule(/^>\s$/, () => 'quote'),
      rule(/^eis:\s$/i, () => 'requirement'),
      markRule('**', schema.marks.strong),
      markRule('_', schema.marks.emphasis),
    ],
  });
}
