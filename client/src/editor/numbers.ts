import type { Node } from 'prosemirror-model';
import { Plugin, PluginKey } from 'prosemirror-state';
import { Mapping, StepMap } from 'prosemirror-transform';
import { Decoration, DecorationSet } from 'prosemirror-view';
import { derived, type Derived } from './derived.ts';
import type { EditorWords } from './words.ts';

interface Numbers {
  readonly structure: number;
  readonly set: DecorationSet;
}

const key = new PluginKey<Numbers>('numbers');

/** The line above a requirement: its number and what is measured, with a way to change that. */
function requirementHead(block: Node, number: string | undefined, words: EditorWords): HTMLElement {
  const head = document.createElement('p');
  head.className = 'req-no';
  head.contentEditable = 'false';
  const label = head.appendChild(document.createElement('span'));
  label.textContent = words.requirement(number ?? '', block.attrs['kind'] === 'recommendation');
  const measure = head.appendChild(document.createElement('button'));
  measure.type = 'button';
  measure.tabIndex = -1;
  measure.className = 'measure';
  measure.dataset['measureOf'] = block.attrs['id'] ?? '';
  measure.textContent = words.measure(block.attrs) ?? words.addMeasure;
  return head;
}

/** The words of a block before its child with this index; a reference begins a sentence or not. */
function wordsBefore(block: Node, index: number): string {
  let words = '';
  for (let at = 0; at < index; at += 1) words += block.child(at).text ?? (block.child(at).isLeaf ? ' ' : '');
  return words;
}

function decorationsOf(
  doc: Node,
  { outline }: Derived,
  words: EditorWords,
  from = 0,
  to = doc.content.size,
): Decoration[] {
  const decorations: Decoration[] = [];
  doc.nodesBetween(from, to, (node, pos, parent, index) => {
    const id = node.attrs['id'] as string | null;
    const mark = (attributes: Record<string, string>) =>
      decorations.push(Decoration.node(pos, pos + node.nodeSize, attributes));
    if (node.type.name === 'block') {
      switch (node.attrs['role']) {
        case 'heading':
          mark({
            role: 'heading',
            'aria-level': String(Math.min(6, node.attrs['level'] + 1)),
            'data-no': (id === null ? null : outline.section(id)?.number) ?? '',
          });
          break;
        case 'item': {
          const number = id === null ? undefined : outline.itemNumber(id);
          mark({ 'data-no': node.attrs['kind'] === 'ordered' ? `${number ?? ''}.` : '–' });
          break;
        }
        case 'requirement': {
          const number = id === null ? undefined : outline.requirementNumber(id);
          decorations.push(
            Decoration.widget(pos, () => requirementHead(node, number, words), {
              side: -1,
              ignoreSelection: true,
              stopEvent: (event) => event.type === 'mousedown' || event.type === 'click',
              key: ['requirement', id, number, words.measure(node.attrs), node.attrs['kind']].join(' '),
            }),
          );
          break;
        }
      }
      return true;
    }
    if (node.type.name === 'footnote') mark({ 'data-no': String((id && outline.footnoteNumber(id)) ?? '') });
    if (node.type.name === 'reference') {
      const target = outline.target(node.attrs['target'] as string);
      const before = parent === null ? '' : wordsBefore(parent, index);
      const label = target === undefined ? words.lostReference : words.reference(target, before);
      mark({ 'data-no': label, 'aria-label': label, ...(target === undefined ? { class: 'lost-reference' } : {}) });
    }
    return !node.isText;
  });
  return decorations;
}

/**
 * The set after a change that left every number alone but may have replaced the whole document, as a colleague's change
 * does: what stands in blocks that are the same is moved, what stands in the others is made anew.
 */
function carried(set: DecorationSet, before: Node, after: Node, now: Derived, words: EditorWords): DecorationSet {
  const ranges: number[] = [];
  const changed: { readonly from: number; readonly to: number }[] = [];
  let [old, pos] = [0, 0];
  for (let index = 0; index < after.childCount; index += 1) {
    const [was, is] = [before.child(index), after.child(index)];
    if (was !== is) {
      ranges.push(old, was.nodeSize, is.nodeSize);
      changed.push({ from: pos, to: pos + is.nodeSize });
    }
    old += was.nodeSize;
    pos += is.nodeSize;
  }
  if (changed.length === 0) return set;
  const moved = set.map(new Mapping([new StepMap(ranges)]), after);
  const stale = changed.flatMap(({ from, to }) =>
    moved.find(from, to).filter((one) => one.from >= from && one.from < to && one.to <= to),
  );
  return moved.remove(stale).add(
    after,
    changed.flatMap(({ from, to }) => decorationsOf(after, now, words, from, to)),
  );
}

/** Shows numbers of sections, requirements, items and footnotes beside the text; they are never part of it. */
export function numbersPlugin(words: EditorWords): Plugin<Numbers> {
  return new Plugin<Numbers>({
    key,
    state: {
      init: (_config, state) => ({
        structure: derived(state).structure,
        set: DecorationSet.create(state.doc, decorationsOf(state.doc, derived(state), words)),
      }),
      apply: (tr, value, before, after) => {
        if (!tr.docChanged) return value;
        const now = derived(after);
        if (now.structure === value.structure)
          return { structure: value.structure, set: carried(value.set, before.doc, after.doc, now, words) };
        return {
          structure: now.structure,
          set: DecorationSet.create(after.doc, decorationsOf(after.doc, now, words)),
        };
      },
    },
    props: { decorations: (state) => key.getState(state)?.set },
  });
}
