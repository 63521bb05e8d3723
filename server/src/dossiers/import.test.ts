import { textBlocks } from '@draagvlak/document';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { openDrafting } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
beforeAll(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
  await openDrafting(server, d);
});
afterAll(() => server?.close());

/** A picture of one transparent point. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const PAGE = `<h1>Opleiding</h1><h2>1 Inleiding</h2><p>Waarom <b>dit</b> document.<img src="https://elders.example/a.png"></p>
<h2>2 Eigen hoofdstuk</h2><p>Eis 2.1: De opleider moet rekenen.<img src="data:image/png;base64,${PNG}" alt="Een punt"></p>
<p>E2 De docent is er.</p><p>De opleider bewaart het dossier.</p><img src="data:image/png;base64,iVBORw0KGgo="><table><tr><th>Deel</th><th>Uren</th></tr><tr><td>Praktijk</td><td>8</td></tr></table>
<script>alert(1)</script>`;

test('what a text from elsewhere becomes is shown before anything happens', async () => {
  const view = await d.author.api.previewImport(d.id, d.document, { format: 'html', text: PAGE });
  expect(view).toMatchObject({
    title: 'Opleiding',
    sections: [
      { number: '1', title: 'Inleiding', level: 1 },
      { number: '2', title: 'Eigen hoofdstuk', level: 1 },
    ],
    counts: { sections: 2, tables: 1, requirements: 0, footnotes: 0 },
    numbersCut: 2,
    requirements: [
      { sign: 'label', label: 'Eis 2.1:', words: 'De opleider moet rekenen.', section: '2 Eigen hoofdstuk' },
      { sign: 'label', label: 'E2', words: 'De docent is er.', recommendation: false },
      { sign: 'norm', label: '', words: 'De opleider bewaart het dossier.' },
    ],
    pictures: [
      { at: 0, alt: 'Een punt' },
      { at: 1, alt: '' },
    ],
    dropped: [],
    lost: [{ kind: 'image', count: 1 }],
  });
  const inleiding = view.fit.find(({ title }) => title === 'Inleiding');
  expect(inleiding?.state).not.toBe('missing');
  expect(view.fit.some(({ mandatory, state }) => mandatory && state === 'missing')).toBe(true);
  const markdown = await d.author.api.previewImport(d.id, d.document, {
    format: 'markdown',
    text: '# A\n\n![x](y.png)',
  });
  expect(markdown.dropped).toEqual(['![x](y.png)']);
  const { documents } = await d.author.api.dossier(d.id);
  expect(documents.find(({ id }) => id === d.document)?.started).toBe(false);
});

test('only who may begin the draft can look', async () => {
  const source = { format: 'markdown', text: '# A' } as const;
  await expect(d.outsider.api.previewImport(d.id, d.document, source)).rejects.toMatchObject({
    code: 'unknown-dossier',
  });
  await expect(d.author.api.previewImport(d.id, 'bestaat-niet', source)).rejects.toMatchObject({
    code: 'unknown-document',
  });
});

test('a draft begins with a page, cleaned to what a document can hold', async () => {
  const { requirements } = await d.author.api.previewImport(d.id, d.document, { format: 'html', text: PAGE });
  await d.author.api.startDraft(d.id, d.document, {
    from: 'html',
    html: PAGE,
    requirements: requirements.filter(({ label }) => label === 'Eis 2.1:').map(({ at }) => at),
    pictures: [
      { at: 0, alt: ' Een zwarte punt ' },
      { at: 1, alt: 'Beschadigd' },
    ],
  });
  const draft = await d.author.api.draft(d.draft);
  expect([...textBlocks(draft)].map(({ block }) => block.content?.[0])).toMatchObject([
    { text: 'Inleiding' },
    { text: 'Waarom ' },
    { text: 'Eigen hoofdstuk' },
    { text: 'De opleider moet rekenen.' },
    { text: 'E2 De docent is er.' },
    { text: 'De opleider bewaart het dossier.' },
    { text: 'Deel' },
    { text: 'Uren' },
    { text: 'Praktijk' },
    { text: '8' },
  ]);
  expect([...textBlocks(draft)].filter(({ block }) => block.attrs.role === 'requirement')).toHaveLength(1);
  expect(JSON.stringify(draft)).not.toMatch(/alert|elders|data:/);
  // The picture stands in the text by its bytes, which the dossier keeps; the damaged one stayed out.
  const images = (draft.content ?? []).filter(({ type }) => type === 'image');
  expect(images).toMatchObject([{ attrs: { alt: 'Een zwarte punt', src: expect.stringMatching(/^blob:/) } }]);
  const [image] = images;
  const blob = image?.type === 'image' ? image.attrs.src.slice(5) : '';
  const shown = await d.author.ask(`/api/dossiers/${d.id}/files/${blob}`);
  expect(Buffer.from(await shown.arrayBuffer()).toString('base64')).toBe(PNG);
  await expect(d.author.api.previewImport(d.id, d.document, { format: 'markdown', text: '# A' })).rejects.toMatchObject(
    { problem: { status: 409 } },
  );
});
