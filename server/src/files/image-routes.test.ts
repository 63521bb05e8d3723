import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { toDrafting } from '../testing-story.ts';

/** A picture of one transparent point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let server: TestServer;
let d: TestDossier;
beforeAll(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
  await toDrafting(server, d);
});
afterAll(() => server?.close());

const send = (who: TestDossier['author'], body: Uint8Array) =>
  who.ask(`/api/dossiers/${d.id}/images`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers: { 'content-type': 'application/octet-stream' },
  });

test('a picture comes in by who may write the text, and is known by its bytes', async () => {
  const { blob, type } = await d.author.api.uploadImage(d.id, new Blob([new Uint8Array(PNG)]));
  expect(type).toBe('image/png');
  const shown = await d.author.ask(`/api/dossiers/${d.id}/files/${blob}`);
  expect(shown.headers.get('content-type')).toBe('image/png');
  expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(new Uint8Array(PNG));
  expect((await d.outsider.ask(`/api/dossiers/${d.id}/files/${blob}`)).status).toBe(404);
  expect((await send(d.outsider, PNG)).status).toBe(404);
});

test.each([
  ['a drawing that can hold a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
  ['a PDF', Buffer.from('%PDF-1.7\n')],
  ['nothing', Buffer.alloc(0)],
])('%s is no picture', async (_name, bytes) => {
  const answer = await send(d.author, bytes);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({
    code: 'unknown-image-type',
    detail: expect.stringContaining('PNG en JPEG'),
  });
});

test('a picture that is damaged, or that would fill a browser, says so in Dutch', async () => {
  const cut = await send(d.author, PNG.subarray(0, 40));
  expect(cut.status).toBe(422);
  expect(await cut.json()).toMatchObject({ code: 'damaged-image', detail: expect.stringContaining('beschadigd') });
});

test('what was put behind a picture is not kept', async () => {
  const { blob } = await d.author.api.uploadImage(
    d.id,
    new Blob([new Uint8Array(PNG), '<script>alert(1)</script>'], { type: 'text/html' }),
  );
  const shown = await d.author.ask(`/api/dossiers/${d.id}/files/${blob}`);
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(new Uint8Array(PNG));
});

test('a picture that is too large is refused', async () => {
  const answer = await send(d.author, Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]));
  expect(answer.status).toBe(413);
});
