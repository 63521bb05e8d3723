import { missingSection, templates } from '@draagvlak/document';
import { insertBlocksAfter, replaceText } from '@draagvlak/document/yjs';
import { nl } from '@draagvlak/wording';
import { expect, test } from 'vitest';
import { openTestDossier, openTestServer } from '../testing.ts';
import { freeze, toConsultation, toFinalisation, toInspection, toProcessing } from '../testing-story.ts';

test('the definitive concept is frozen only when what the Stuurgroep decides on is all there', async () => {
  const server = await openTestServer();
  const d = await openTestDossier(server);
  const { round } = await toConsultation(server, d);
  await toProcessing(server, d, round);
  await toInspection(server, d);
  await toFinalisation(server, d);

  // The sample's first concept has no section on the transition: only now that counts.
  const view = await d.chair.api.dossier(d.id);
  const lacking = view.documents[0]?.completeness.filter(({ mandatory, state }) => mandatory && state !== 'filled');
  expect(lacking).toMatchObject([{ slot: 'overgang', state: 'missing' }]);
  const gate = view.steps.find(({ to }) => to === 'approval')?.gates[0];
  expect(gate).toMatchObject({ gate: 'mandatory-sections-filled', met: false });
  const total = gate?.total ?? 0;
  const sentence = nl.gates['mandatory-sections-filled'].open({ done: total - 1, total, from: null });
  const definitive = server.services.newId();
  await expect(d.chair.api.command(d.id, freeze(d, definitive))).rejects.toMatchObject({
    problem: { code: 'gates-unmet', detail: sentence, gates: [{ gate: 'mandatory-sections-filled' }] },
  });

  const person = { person: d.author.id, at: server.services.now(), comment: null };
  const draft = await d.author.api.draft(d.draft);
  const missing = missingSection(draft, templates.opleiderdocument, 'overgang');
  const [heading, first] = missing?.nodes ?? [];
  if (heading === undefined || first === undefined) throw new Error('nothing is missing');
  const named = { ...first, attrs: { ...first.attrs, id: 'overgang-tekst' } } as typeof first;
  await server.services.rooms.edit(d.draft, person, (tr) =>
    insertBlocksAfter(tr, draft.content?.[(missing?.at ?? 0) - 1]?.attrs.id ?? null, [heading, named]),
  );
  await expect(d.chair.api.command(d.id, freeze(d, definitive))).rejects.toMatchObject({
    problem: { code: 'gates-unmet' },
  });
  await server.services.rooms.edit(d.draft, person, (tr) =>
    replaceText(tr, 'overgang-tekst', 0, 0, 'Dit document geldt vanaf 1 januari 2027.'),
  );
  await d.chair.api.command(d.id, freeze(d, definitive));
  expect((await d.chair.api.version(definitive)).version.number).toBe('0.9');
  await server.close();
});
