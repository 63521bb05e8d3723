import { readFile } from 'node:fs/promises';
import type { DossierCommand } from '@draagvlak/contract/client';
import { findQuote, type Anchor, makeAnchor } from '@draagvlak/review';
import type { DocumentJson } from '@draagvlak/document';
import type { Guest, TestDossier, TestServer } from './testing.ts';

/** Day of the story on which a phase begins; what happens in it comes on the days after. */
export const DAY = {
  drafting: '2026-01-06T09:00:00.000Z',
  consultation: '2026-01-12T09:00:00.000Z',
  afterConsultation: '2026-02-17T09:00:00.000Z',
  processing: '2026-02-18T09:00:00.000Z',
  inspection: '2026-03-30T09:00:00.000Z',
  finalisation: '2026-04-20T09:00:00.000Z',
} as const;

export const sample = (name: string): Promise<string> =>
  readFile(new URL(`../sample/${name}`, import.meta.url), 'utf8');

const ahead = ['drafting', 'consultation', 'processing', 'inspection', 'finalisation', 'approval'] as const;

const send = async (guest: Guest, dossier: string, ...commands: readonly DossierCommand[]) => {
  for (const command of commands) await guest.api.command(dossier, command);
};

/** Plans the phases and begins drafting; no document has a text yet. */
export async function openDrafting(server: TestServer, dossier: TestDossier): Promise<void> {
  for (const phase of ahead) {
    await send(dossier.secretary, dossier.id, {
      type: 'set-planning',
      phase,
      from: '2026-01-06',
      until: '2026-06-30',
      reason: '',
    });
  }
  server.at(DAY.drafting);
  await send(dossier.secretary, dossier.id, {
    type: 'enter-phase',
    phase: 'drafting',
    reason: '',
    closes: null,
    round: null,
  });
}

/** Begins drafting and puts the sample text in the draft. */
export async function toDrafting(server: TestServer, dossier: TestDossier): Promise<void> {
  await openDrafting(server, dossier);
  await dossier.author.api.startDraft(dossier.id, dossier.document, {
    from: 'import',
    markdown: await sample('opleiderdocument-v1.md'),
  });
}

/** Begins drafting with the sample text, freezes 0.1 and opens the consultation; answers the version and the round. */
export async function toConsultation(server: TestServer, dossier: TestDossier) {
  await toDrafting(server, dossier);
  return toConsultationOf(server, dossier);
}

/** Freezes the draft as it stands as 0.1 and opens the consultation; answers the version and the round. */
export async function toConsultationOf(server: TestServer, dossier: TestDossier) {
  const version = server.services.newId();
  const round = server.services.newId();
  server.at(DAY.consultation);
  await send(
    dossier.secretary,
    dossier.id,
    { type: 'answer-rules-question', changesRules: false, list: '' },
    { type: 'record-committee-decision', on: '2026-01-12', minutes: '' },
  );
  await send(dossier.chair, dossier.id, freeze(dossier, version));
  await send(dossier.secretary, dossier.id, {
    type: 'enter-phase',
    phase: 'consultation',
    reason: '',
    closes: '2026-02-06',
    round,
  });
  return { version, round };
}

/** Holds the meetings and lets the consultation end. */
export async function toProcessing(server: TestServer, dossier: TestDossier, round: string): Promise<void> {
  server.at(DAY.afterConsultation);
  await send(
    dossier.secretary,
    dossier.id,
    { type: 'record-meeting', kind: 'presentation', on: '2026-01-20', report: '' },
    { type: 'record-meeting', kind: 'summary', on: '2026-02-17', report: '' },
    { type: 'record-survey', round, responses: 12, report: '' },
    { type: 'enter-phase', phase: 'processing', reason: '', closes: null, round: null },
  );
  server.at(DAY.processing);
}

/** Freezes 0.2, publishes it, tells everybody and opens the inspection; answers the version and the round. */
export async function toInspection(server: TestServer, dossier: TestDossier) {
  const version = server.services.newId();
  const round = server.services.newId();
  await send(dossier.chair, dossier.id, freeze(dossier, version));
  server.at(DAY.inspection);
  await send(
    dossier.secretary,
    dossier.id,
    { type: 'enter-phase', phase: 'inspection', reason: '', closes: null, round },
    { type: 'publish', versions: [version], where: 'ssvv.nl' },
    { type: 'record-notices', round, people: 9 },
  );
  return { version, round };
}

/** Lets the inspection end. */
export async function toFinalisation(server: TestServer, dossier: TestDossier): Promise<void> {
  server.at(DAY.finalisation);
  await send(dossier.secretary, dossier.id, {
    type: 'enter-phase',
    phase: 'finalisation',
    reason: '',
    closes: null,
    round: null,
  });
}

export const freeze = (dossier: TestDossier, version: string, note = '') =>
  ({ type: 'freeze', document: dossier.document, version, number: '', note }) as const;

/** The anchor of words that stand in the text once. */
export function anchorOn(document: DocumentJson, version: string, quote: string): Anchor {
  const match = findQuote(document, quote);
  if ('refused' in match) throw new Error(`"${quote}" is ${match.refused} in the text`);
  const anchor = makeAnchor(document, match.found, version);
  if (anchor === null) throw new Error(`"${quote}" gives no anchor`);
  return anchor;
}

export function comment(
  id: string,
  anchor: Anchor,
  about: Partial<Extract<DossierCommand, { type: 'submit-comment' }>> = {},
): Extract<DossierCommand, { type: 'submit-comment' }> {
  return {
    type: 'submit-comment',
    comment: id,
    version: anchor.version,
    anchor,
    kind: 'substantive',
    body: 'Dit moet anders.',
    proposal: null,
    follows: null,
    registered: null,
    ...about,
  };
}
