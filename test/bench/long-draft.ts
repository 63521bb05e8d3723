import { readFile } from 'node:fs/promises';
import { type DocumentJson, schema, textBlocks } from '@draagvlak/document';
import { fromMarkdown } from '@draagvlak/document/markdown';
import { editDraft, readDraft, replaceText } from '@draagvlak/document/yjs';
import * as Y from 'yjs';
import { draftClient, until } from '../support/draft-client.ts';

/** How often the sample stands in the draft: forty pages. */
const COPIES = 8;

/** A colleague who makes the draft long, stands in it and can type in it. */
export async function writeLong(url: string, draft: string) {
  const answer = await fetch(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ persona: 'tweede-auteur' }),
  });
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const bram = draftClient(`${url.replace('http', 'ws')}/sync`, 'bram', { draft, cookie });
  await bram.synced();
  const sample = await readFile(new URL('../../server/sample/opleiderdocument-v2.md', import.meta.url), 'utf8');
  let made = 0;
  const newId = () => `lang-${(made += 1)}`;
  editDraft(
    bram.doc,
    (tr) => {
      for (let copy = 0; copy < COPIES; copy += 1) {
        const { content = [] } = fromMarkdown(sample, newId).document;
        tr.insert(
          tr.doc.content.size,
          content.map((node) => schema.nodeFromJSON(node)),
        );
      }
    },
    newId,
  );
  await until(() => bram.saved() !== null && bram.sent() > 0, 'the long text is stored');
  const place = paragraphNear(readDraft(bram.doc));
  return {
    leave: () => {
      bram.leave();
      bram.doc.destroy();
    },
    /** Types a letter every third of a second, with the caret where it types; returns how to stop. */
    write: () => {
      let length = 0;
      const timer = setInterval(() => {
        editDraft(bram.doc, (tr) => replaceText(tr, place, length, length, 'b'), newId);
        length += 1;
        const text = textOf(bram.fragment, place);
        const caret = text && Y.createRelativePositionFromTypeIndex(text, length);
        bram.provider.awareness.setLocalState({
          user: { person: 'bram', name: 'Bram', colour: 2 },
          cursor: { anchor: caret, head: caret },
        });
      }, 330);
      return () => clearInterval(timer);
    },
  };
}

/** A plain paragraph a little past the middle, where the colleague types. */
function paragraphNear(document: DocumentJson): string {
  const plain = [...textBlocks(document)].filter(
    ({ block, cell }) => block.attrs.role === 'paragraph' && cell === null,
  );
  const found = plain[Math.floor(plain.length / 2) + 2]?.block.attrs.id;
  if (found == null) throw new Error('the text has no paragraphs');
  return found;
}

function textOf(fragment: Y.XmlFragment, id: string): Y.XmlText | null {
  for (const node of fragment.toArray())
    if (node instanceof Y.XmlElement && node.getAttribute('id') === id) {
      const [text] = node.toArray();
      return text instanceof Y.XmlText ? text : null;
    }
  return null;
}
