import { replaceText } from '@draagvlak/document/yjs';
import { openMemory } from '@draagvlak/storage/memory';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addParagraph, type DraftClient, draftClient, lines, textOf, until } from '../support/draft-client.ts';
import { AT, DRAFT, type DraftServer, paragraphs, startDraftServer } from '../support/draft-server.ts';

describe('two authors in one draft', () => {
  const storage = openMemory();
  let server: DraftServer;
  const clients: DraftClient[] = [];
  const enter = (name: string, options = {}): DraftClient => {
    const client = draftClient(server.url, name, options);
    clients.push(client);
    return client;
  };
  beforeEach(async () => {
    server = await startDraftServer(storage);
    await server.rooms.create(DRAFT, paragraphs('Eerste alinea.'), 'secretaris', AT);
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.leave();
    await server.close();
  });

  test('type, see each other, and are told what is saved', async () => {
    const [anna, bram] = [enter('anna'), enter('bram')];
    await Promise.all([anna.synced(), bram.synced()]);
    expect(lines(anna.fragment)).toEqual(['Eerste alinea.']);
    textOf(anna.fragment, 0).insert(14, ' Anna was hier.');
    addParagraph(bram.fragment, 'Van Bram.');
    await until(() => lines(anna.fragment).length === 2 && lines(bram.fragment)[0]!.includes('Anna'), 'both see both');
    await until(() => anna.saved()?.messages === anna.sent() && bram.saved()?.messages === bram.sent(), 'all is saved');
    const { document, clocks } = await server.rooms.read(DRAFT);
    expect(document.content).toHaveLength(2);
    expect(Object.keys(clocks.blocks)).toContain('b0');
    const spans = await server.rooms.spans(DRAFT);
    expect(spans.some((span) => span.kind === 'inserted' && span.person === 'anna')).toBe(true);
  });

  test('the server edits on behalf of somebody, and everybody sees it', async () => {
    const anna = enter('anna');
    await anna.synced();
    const author = { person: 'carla', at: AT, comment: 'reactie-1' };
    await server.rooms.edit(DRAFT, author, (tr) => replaceText(tr, 'b0', 0, 0, 'Voorstel: '));
    await until(() => lines(anna.fragment)[0]!.startsWith('Voorstel: '), 'anna sees the edit');
    const spans = await server.rooms.spans(DRAFT);
    expect(
      spans.some((span) => span.kind === 'inserted' && span.person === 'carla' && span.comment === 'reactie-1'),
    ).toBe(true);
  });

  test('a freeze reads what is stored, and the draft goes on afterwards', async () => {
    const anna = enter('anna');
    await anna.synced();
    addParagraph(anna.fragment, 'Zonder nummer.');
    await until(() => anna.saved()?.messages === anna.sent(), 'saved');
    const frozen = await server.rooms.freeze(DRAFT, async ({ document }) => document);
    expect(frozen.content?.every((node) => node.attrs.id !== null)).toBe(true);
    textOf(anna.fragment, 0).insert(0, 'Verder. ');
    await until(async () => JSON.stringify((await server.rooms.read(DRAFT)).document).includes('Verder.'), 'goes on');
  });
});
