import { schema } from '@draagvlak/document';
import { describe, expect, it } from 'vitest';
import { block, Drafting } from './testing.ts';

/** Ann writes a paragraph in an imported text; Bob is her colleague. */
function annWrites(text: string, others = [block('b', 'Bestaande tekst van het concept.')]) {
  const drafting = new Drafting([block('a', ''), ...others]);
  const ann = drafting.author('ann', 11);
  const bob = drafting.author('bob', 12);
  ann.comment = 'R07';
  ann.type('a', 0, text);
  ann.comment = null;
  drafting.minute = 5;
  return { drafting, ann, bob };
}
const WORDS = 'Bij praktijk zijn er ten hoogste acht deelnemers per docent.';

describe('recording who wrote what', () => {
  it('[REC1] gives typed text to who typed it, for the comment that was announced', () => {
    const { drafting, bob } = annWrites(WORDS);
    bob.type('a', 13, 'meestal ');
    expect(drafting.who('a')).toEqual([
      ['ann', 'Bij praktijk '],
      ['bob', 'meestal '],
      ['ann', WORDS.slice(13)],
    ]);
    expect(drafting.who('a', 'comment')[0]).toEqual(['R07', 'Bij praktijk ']);
    expect(drafting.who('b')).toEqual([['imported', 'Bestaande tekst van het concept.']]);
  });

  it('[REC2] cuts an update where the announced comment changes', () => {
    const { drafting } = annWrites('');
    const cas = drafting.author('cas', 13);
    cas.online = false;
    cas.type('a', 0, 'eerst');
    const turn = cas.doc.store.clients.get(13)!.at(-1)!.id.clock + cas.doc.store.clients.get(13)!.at(-1)!.length;
    cas.type('a', 5, ' later');
    drafting.receive(cas.take(), drafting.by('cas', { commentAt: (clock) => (clock < turn ? 'R01' : 'R02') }));
    expect(drafting.who('a', 'comment')).toEqual([
      ['R01', 'eerst'],
      ['R02', ' later'],
    ]);
  });

  it('[REC3] records only deletions that are new, since a sync step carries every deletion ever', () => {
    const { drafting, bob } = annWrites(WORDS);
    bob.erase('a', 0, 13);
    const before = drafting.spans.length;
    const cas = drafting.author('cas', 13);
    cas.online = false;
    cas.type('b', 0, 'x');
    drafting.receive(cas.everything(), drafting.by('cas'));
    const added = drafting.spans.slice(before);
    expect(added.map(({ kind }) => kind)).toEqual(['inserted']);
    expect(drafting.spans.filter(({ kind }) => kind === 'deleted')).toMatchObject([{ person: 'bob', count: 13 }]);
  });
});

describe('inheriting', () => {
  it('[INH1] Enter in the middle of a colleague’s paragraph leaves her words hers', () => {
    const { drafting, bob } = annWrites(WORDS);
    bob.enter('a', 13, 'a2');
    expect(drafting.who('a')).toEqual([['ann', WORDS.slice(0, 13)]]);
    expect(drafting.who('a2')).toEqual([['ann', WORDS.slice(13)]]);
    expect(drafting.who('a2', 'comment')).toEqual([['R07', WORDS.slice(13)]]);
    expect(drafting.spans.filter(({ kind }) => kind === 'deleted')).toEqual([]);
  });

  it.each([1, WORDS.length - 1, WORDS.length - 4])('[INH1] Enter at %i, however few letters go along', (offset) => {
    const { drafting, bob } = annWrites(WORDS);
    bob.enter('a', offset, 'a2');
    expect(drafting.who('a')).toEqual([['ann', WORDS.slice(0, offset)]]);
    expect(drafting.who('a2')).toEqual([['ann', WORDS.slice(offset)]]);
  });

  it('[INH2] Backspace at the start joins two paragraphs without taking either', () => {
    const { drafting, bob } = annWrites(WORDS);
    bob.join('b');
    expect(drafting.who('a')).toEqual([
      ['ann', WORDS],
      ['imported', 'Bestaande tekst van het concept.'],
    ]);
  });

  it('[INH2] the same where the letters at the seam are alike', () => {
    const { drafting, bob } = annWrites('abc', [block('b', 'ade')]);
    const cas = drafting.author('cas', 13);
    cas.type('b', 3, 'f');
    bob.join('b');
    const people = new Set(drafting.who('a').map(([person]) => person));
    expect(people).toEqual(new Set(['ann', 'imported', 'cas']));
  });

  it('[INH3] a moved section keeps its authors, its grounds and who made its blocks', () => {
    const { drafting, bob } = annWrites(WORDS, [block('h', 'Kop', { role: 'heading', level: 1 }), block('b', 'ja')]);
    drafting.author('cas', 13).type('b', 2, ', nee');
    bob.move('a', null);
    bob.move('b', 'h');
    expect(drafting.who('a')).toEqual([['ann', WORDS]]);
    expect(drafting.who('b')).toEqual([
      ['imported', 'ja'],
      ['cas', ', nee'],
    ]);
    expect(drafting.who('h')).toEqual([['imported', 'Kop']]);
  });

  it('[INH3] a paragraph moved in one transaction, which rewrites every block in between', () => {
    const others = ['De opleider beschikt over een leslokaal.', 'Een docent heeft een geldig diploma Gasmeten.'];
    const { drafting, bob } = annWrites(WORDS, [block('b', others[0]!), block('c', others[1]!)]);
    bob.edit((tr, at) => {
      const moved = tr.doc.nodeAt(at('a'))!;
      tr.delete(at('a'), at('a') + moved.nodeSize);
      tr.insert(tr.doc.content.size, moved);
    });
    // The full stop stayed where it was and is now the last letter of another paragraph.
    expect(drafting.who('a')[0]).toEqual(['ann', WORDS.slice(0, -1)]);
    for (const id of ['b', 'c']) {
      const people = drafting.who(id);
      const bobs = people.filter(([person]) => person === 'bob').reduce((sum, [, text]) => sum + text.length, 0);
      expect(bobs).toBeLessThanOrEqual(2);
    }
  });

  it('[INH4] undo of a deletion gives the words back to who wrote them', () => {
    const { drafting, bob } = annWrites(WORDS);
    bob.erase('a', 13, 25);
    expect(drafting.who('a')).toEqual([['ann', WORDS.slice(0, 13) + WORDS.slice(25)]]);
    bob.undo.undo();
    expect(drafting.who('a')).toEqual([['ann', WORDS]]);
    bob.undo.redo();
    bob.undo.undo();
    expect(drafting.who('a')).toEqual([['ann', WORDS]]);
  });

  it('[INH4] undo of Backspace pressed three times, letter by letter', () => {
    const { drafting, bob } = annWrites(WORDS);
    for (const end of [20, 19, 18]) bob.erase('a', end - 1, end);
    for (let times = 0; times < 3; times++) bob.undo.undo();
    expect(drafting.who('a')).toEqual([['ann', WORDS]]);
  });

  it('[INH4] undo of deleting a whole paragraph, and of a split and a merge', () => {
    const { drafting, bob } = annWrites(WORDS);
    bob.edit((tr, at) => tr.delete(at('a'), at('a') + tr.doc.nodeAt(at('a'))!.nodeSize));
    bob.undo.undo();
    expect(drafting.who('a')).toEqual([['ann', WORDS]]);
    bob.enter('a', 13, 'a2');
    bob.undo.undo();
    expect(drafting.who('a')).toEqual([['ann', WORDS]]);
    bob.join('b');
    bob.undo.undo();
    expect(drafting.who('a')).toEqual([['ann', WORDS]]);
    expect(drafting.who('b')).toEqual([['imported', 'Bestaande tekst van het concept.']]);
  });

  it('[INH5] cut in one paragraph and paste in another', () => {
    const { drafting, bob } = annWrites(WORDS);
    bob.erase('a', 13, 33);
    bob.edit((tr, at) => tr.insert(at('b') + 1 + 10, schema.text(WORDS.slice(13, 33))));
    expect(drafting.who('b')).toEqual([
      ['imported', 'Bestaande '],
      ['ann', WORDS.slice(13, 33)],
      ['imported', 'tekst van het concept.'],
    ]);
  });

  it('[INH5] a second paste is a copy, and a copy is the copier’s', () => {
    const { drafting, bob } = annWrites(WORDS);
    bob.erase('a', 13, 33);
    bob.edit((tr, at) => tr.insert(at('b') + 1, schema.text(WORDS.slice(13, 33))));
    bob.edit((tr, at) => tr.insert(at('b') + 1, schema.text(WORDS.slice(13, 33))));
    expect(
      drafting
        .who('b')
        .slice(0, 2)
        .map(([person]) => person),
    ).toEqual(expect.arrayContaining(['ann', 'bob']));
    const text = drafting.who('b').filter(([person]) => person === 'bob');
    expect(text.reduce((sum, [, words]) => sum + words.length, 0)).toBeGreaterThanOrEqual(18);
  });

  it('[INH6] a role is an attribute: changing it takes no words', () => {
    const { drafting, bob } = annWrites(WORDS);
    bob.edit((tr, at) => tr.setNodeAttribute(at('a'), 'role', 'requirement'));
    expect(drafting.who('a')).toEqual([['ann', WORDS]]);
  });

  it('[INH7] does not take a chance repetition for the same text', () => {
    const { drafting, bob } = annWrites(WORDS);
    bob.erase('a', 17, 18);
    bob.type('a', 4, 'e');
    bob.erase('a', 0, 3);
    bob.type('a', 0, 'Bij de ');
    const bobs = drafting.who('a').filter(([person]) => person === 'bob');
    expect(bobs.map(([, text]) => text).join('')).toHaveLength('e'.length + 'Bij de '.length);
  });

  it('[INH7] words replaced by others are the new author’s, also where letters agree', () => {
    const { drafting, bob } = annWrites(WORDS);
    bob.edit((tr, at) => tr.replaceWith(at('a') + 1 + 33, at('a') + 1 + 37, schema.text('twaalf')));
    expect(drafting.who('a')).toContainEqual(['bob', 'twaalf']);
  });

  it('[INH8] two authors at once: one types offline in a paragraph that the other splits', () => {
    const { drafting, ann, bob } = annWrites(WORDS);
    ann.online = false;
    ann.type('a', 4, 'elke ');
    bob.enter('a', 30, 'a2');
    ann.sync();
    expect(drafting.who('a')).toEqual([['ann', `Bij elke ${WORDS.slice(4, 30)}`]]);
    expect(drafting.who('a2')).toEqual([['ann', WORDS.slice(30)]]);
  });

  it('[INH11] a paragraph is moved while somebody types in it: each short piece between stays whose it was', () => {
    const { drafting, ann, bob } = annWrites('Een. Twee. Drie.');
    bob.online = false;
    bob.move('a', null);
    for (const at of [16, 10, 5, 0]) ann.type('a', at, '<zo> ');
    bob.sync();
    expect(drafting.who('a')).toEqual([['ann', 'Een. Twee. Drie.']]);
  });

  it.each([true, false])('[INH9] undo after a restart, when the log was replayed (garbage collected: %s)', (gc) => {
    const drafting = new Drafting([block('a', WORDS)], { gc });
    const bob = drafting.author('bob', 12);
    bob.erase('a', 4, 13);
    drafting.restart();
    bob.undo.undo();
    expect(drafting.who('a')).toEqual([['imported', WORDS]]);
  });
});
