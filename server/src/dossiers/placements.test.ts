import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceText } from '@draagvlak/document/yjs';
import { inlineText, textBlocks } from '@draagvlak/document';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, comment, DAY, freeze, toConsultation, toProcessing } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
beforeEach(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
});
afterEach(() => server.close());

const QUOTE = 'De opleiding duurt minimaal 8 uur';

test('a place that a person gave holds in the workbench, for a proposal, in the next concept, and while the text moves on', async () => {
  const { version, round } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  const id = server.services.newId();
  const anchor = anchorOn(document, version, QUOTE);
  await d.trainer.api.command(d.id, comment(id, anchor, { proposal: 'Reken op twee lesdagen' }));
  await toProcessing(server, d, round);
  const author = { person: d.author.id, at: DAY.processing, comment: null };
  const edit = (block: string, from: number, to: number, text: string) =>
    server.services.rooms.edit(d.draft, author, (tr) => replaceText(tr, block, from, to, text));
  const { start, end } = anchor;
  await edit(start?.block ?? '', start?.offset ?? 0, end?.offset ?? 0, 'Reken op anderhalve lesdag');
  const place = async () => (await d.author.api.workbench(version)).comments.find((one) => one.id === id)?.placement;
  expect((await place())?.rung).toBe('replaced');
  await expect(d.author.api.applyProposal(d.draft, id)).rejects.toMatchObject({ code: 'place-uncertain' });

  const draft = await d.author.api.draft(d.draft);
  const there = anchorOn(draft, version, 'Reken op anderhalve lesdag');
  const confirm = { type: 'confirm-placement', comment: id, target: 'draft', anchor: there } as const;
  await expect(d.trainer.api.command(d.id, confirm)).rejects.toMatchObject({ code: expect.any(String) as string });
  await d.author.api.command(d.id, confirm);
  expect(await place()).toMatchObject({ confirmed: true, start: there.start, end: there.end });

  // A colleague types before it in the same paragraph: the place goes along.
  await edit(start?.block ?? '', 0, 0, 'Ook dit: ');
  expect(await place()).toMatchObject({ confirmed: true, quote: 'Reken op anderhalve lesdag' });

  await d.author.api.applyProposal(d.draft, id);
  const words = [...textBlocks(await d.author.api.draft(d.draft))].map(({ block }) => inlineText(block)).join('\n');
  expect(words).toContain('Ook dit: Reken op twee lesdagen');

  await d.author.api.command(d.id, {
    type: 'propose-disposition',
    disposition: 'd1',
    comment: id,
    decision: { kind: 'not-accepted', motivation: 'Anders.', places: [], into: null },
    supersedes: null,
  });
  await d.chair.api.command(d.id, { type: 'confirm-disposition', disposition: 'd1' });
  const second = server.services.newId();
  await d.chair.api.command(d.id, freeze(d, second));
  const { comments } = await d.chair.api.comparison(version, second);
  expect(comments[0]?.placement).toMatchObject({ confirmed: true });
});
