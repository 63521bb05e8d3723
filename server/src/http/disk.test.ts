import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '@draagvlak/storage-sqlite';
import { expect, test } from 'vitest';
import { openTestDossier, openTestServer, ORIGIN } from '../testing.ts';
import { toDrafting } from '../testing-story.ts';

test('on a full disk the server says so, stays up, loses nothing, and goes on when there is room', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'draagvlak-full-'));
  const storage = await openSqlite(join(folder, 'draagvlak.sqlite'));
  const server = await openTestServer({ LOG_LEVEL: 'silent' }, { storage });
  try {
    const d = await openTestDossier(server);
    await toDrafting(server, d);
    const before = await d.secretary.api.dossier(d.id);
    await storage.limitPages(1);
    const full = { code: 'storage-unavailable', problem: { status: 503 }, retryAfter: 10 };
    const reference = {
      id: 'r',
      title: 'Regels',
      kind: 'link',
      blob: null,
      href: 'https://a.example',
      type: null,
    } as const;
    const add = () => d.secretary.api.command(d.id, { type: 'add-reference', reference });
    const fill = () => d.secretary.api.uploadFile(d.id, new Blob(['x'.repeat(500_000)]));
    await expect(fill()).rejects.toMatchObject(full);
    for (let at = 0; at < 5; at += 1) await add().catch(() => undefined);
    expect((await server.app.request(`${ORIGIN}/api/openapi.json`)).status).toBe(200);
    expect((await d.secretary.api.dossier(d.id)).documents).toEqual(before.documents);
    await storage.limitPages(1_000_000);
    expect((await server.app.request(`${ORIGIN}/api/health`)).status).toBe(200);
    await fill();
    await add();
    await server.services.dossiers.store.verify(d.id);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
