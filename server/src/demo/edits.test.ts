import { readFileSync } from 'node:fs';
import { documentText, type DocumentJson } from '@draagvlak/document';
import { fromMarkdown } from '@draagvlak/document/markdown';
import { editDraft, initialUpdate, moveSection, readDraft } from '@draagvlak/document/yjs';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { actsOf } from './apply-edit.ts';
import type { EditRound } from './edit.ts';
import { firstConcept } from './opleiderdocument-first.ts';
import { secondConcept } from './opleiderdocument-second.ts';
import * as taakprofiel from './taakprofiel-edits.ts';

const sample = (name: string) => readFileSync(new URL(`../../sample/${name}.md`, import.meta.url), 'utf8');

let made = 0;
const newId = () => `n${(made += 1)}`;

function play(name: string, rounds: readonly EditRound[]): DocumentJson {
  const draft = new Y.Doc();
  Y.applyUpdate(draft, initialUpdate(fromMarkdown(sample(name), newId).document));
  for (const round of rounds) {
    for (const edit of round.edits) {
      for (const act of actsOf(readDraft(draft), edit, newId)) {
        if ('edit' in act) editDraft(draft, act.edit, newId);
        else moveSection(draft, act.move, act.before);
      }
    }
  }
  return readDraft(draft);
}

/** Words in reading order; where one block ends and the next begins is another matter. */
const words = (document: DocumentJson) => documentText(document).split(/\s+/).filter(Boolean);
const target = (name: string) => words(fromMarkdown(sample(name), newId).document);

describe('the edits of the demo', () => {
  it('turn the first concept of the opleiderdocument into the second, word for word', () => {
    const second = play('opleiderdocument-v1', [...firstConcept, ...secondConcept]);
    expect(words(second)).toEqual(target('opleiderdocument-v2'));
  });

  it('turn the first concept of the taakprofiel into the second, word for word', () => {
    expect(words(play('taakprofiel-v1', taakprofiel.secondConcept))).toEqual(target('taakprofiel-v2'));
  });
});
