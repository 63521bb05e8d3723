import type { Held } from './followed-lists.ts';
import { heldQuery } from './following-client.ts';
import type { BulkCommand, BulkView, StandardAnswer, StandardAnswersView } from './handling-view.ts';
import { type ClientOptions, createSender } from './sender.ts';

export type HandlingClient = ReturnType<typeof createHandlingClient>;

/** The routes of the workbench as functions; apart from the others, so that a page without it does not load them. */
export function createHandlingClient(options: ClientOptions = {}) {
  const { json, silent } = createSender(options);
  const at = (dossier: string) => `/dossiers/${encodeURIComponent(dossier)}`;
  return {
    /** Gives many commands in one request; what one refuses stops no other. */
    bulk: (dossier: string, commands: readonly BulkCommand[], held: Held | null = null) =>
      json<BulkView>('POST', `${at(dossier)}/bulk${heldQuery(held)}`, { commands }),
    standardAnswers: (dossier: string) => json<StandardAnswersView>('GET', `${at(dossier)}/standard-answers`),
    saveStandardAnswer: (dossier: string, answer: StandardAnswer) =>
      silent('PUT', `${at(dossier)}/standard-answers`, answer),
    deleteStandardAnswer: (dossier: string, answer: string) =>
      silent('DELETE', `${at(dossier)}/standard-answers?id=${encodeURIComponent(answer)}`),
    /** Notes for the person who asks alone that the discussion was read up to this message. */
    seeTalk: (dossier: string, comment: string, message: string) =>
      silent('PUT', '/private/discussions/seen', { dossier, comment, message }),
  };
}
