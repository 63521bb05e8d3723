import type { EditorView } from 'prosemirror-view';
import { caretsPlugin } from './carets.ts';
import { dropPlugin } from './drop.ts';
import { dropLine } from './drop-line.ts';
import type { EditorOptions } from './editor.ts';
import { footnotesPlugin } from './footnotes.ts';
import './gap-cursor.ts';
import { guidancePlugin } from './guidance.ts';
import { highlightPlugin } from './highlight.ts';
import { imagesPlugin } from './image-keys.ts';
import { typingRules } from './input-rules.ts';
import { keysPlugin } from './keys.ts';
import { placesOf } from './later.ts';
import './tables.ts';
import type { EditorWords } from './words.ts';

/** Gives an editor all that the first letter does not need: keys, rules of typing, carets of others, notes and tables. */
export function furnish(view: EditorView, options: EditorOptions, words: EditorWords): void {
  const places = placesOf(view);
  places.carets.fill(caretsPlugin(options.session.awareness));
  places.guidance.fill(guidancePlugin(options.guidanceOf, words));
  places.highlights.fill(highlightPlugin(view));
  places.footnotes.fill(footnotesPlugin(words));
  places.rules.fill(typingRules());
  places.keys.fill(keysPlugin(options));
  places.images.fill(imagesPlugin());
  places.drop.fill(dropPlugin());
  places.dropLine.fill(dropLine());
  places.held.release(view, true);
}
