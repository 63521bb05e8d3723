// @vitest-environment happy-dom
import { FRAGMENT } from '@draagvlak/document';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { block, caretIn, doc, draft, edit, type } from '../editor/testing.ts';
import { belongsTo, brings, typedBlocks } from './unsent.ts';

const start = () => draft(doc(block('p1', 'Een.'), block('p2', 'Twee.'), block('p3', 'Drie.')));

test('the paragraphs that were typed in are told apart from those that were only there', () => {
  const server = start();
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(server));
  const view = edit(page);
  caretIn(view, 'p1', 4);
  type(view, ' Erbij.');
  const from = Y.getState(page.store, page.clientID);
  caretIn(view, 'p3', 5);
  type(view, ' Later.');
  expect(typedBlocks(page, [{ client: page.clientID, from: 0 }])).toEqual(['Een. Erbij.', 'Drie. Later.']);
  expect(typedBlocks(page, [{ client: page.clientID, from }])).toEqual(['Drie. Later.']);
  expect(typedBlocks(page, [{ client: 1, from: 0 }])).toEqual([]);
  view.destroy();
});

test('what was left brings letters or deletions, and nothing once the server has it', () => {
  const server = start();
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(server));
  const missing = () => Y.encodeStateAsUpdate(page, Y.encodeStateVector(server));
  expect(brings(server, missing())).toBe(false);
  page.getXmlFragment(FRAGMENT).delete(1, 1);
  expect(brings(server, missing())).toBe(true);
  Y.applyUpdate(server, missing());
  expect(brings(server, missing())).toBe(false);
  const text = (page.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(0, 'Nieuw. ');
  expect(brings(server, missing())).toBe(true);
});

test('text belongs to a draft that has all it was typed on, and not to another beginning of it', () => {
  const server = start();
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(server));
  const text = (page.getXmlFragment(FRAGMENT).get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(0, 'Nieuw. ');
  const typed = [{ client: page.clientID, from: 0 }];
  expect(belongsTo(server, page, typed)).toBe(true);
  expect(belongsTo(new Y.Doc(), page, typed)).toBe(false);
});
