import { missingSection, schema, type Template } from '@draagvlak/document';
import { Fragment, Node } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { derived } from './derived.ts';

/**
 * Inserts a section of the template that the text lacks, where it belongs, and puts the caret in its first paragraph.
 * Answers `false` when the text has it by now.
 */
export function addMissingSection(view: EditorView, template: Template, slot: string): boolean {
  const missing = missingSection(derived(view.state).document, template, slot);
  if (missing === null) return false;
  const { doc, tr } = view.state;
  let pos = 0;
  for (let index = 0; index < missing.at && index < doc.childCount; index += 1) pos += doc.child(index).nodeSize;
  const nodes = missing.nodes.map((node) => Node.fromJSON(schema, node));
  tr.insert(pos, Fragment.fromArray(nodes));
  const inside = pos + (nodes[0]?.nodeSize ?? 0) + 1;
  tr.setSelection(TextSelection.create(tr.doc, inside));
  view.dispatch(tr.scrollIntoView());
  view.focus();
  return true;
}
