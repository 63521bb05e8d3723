import type { log as dutch } from '../nl/log.ts';
import { dates } from './dates.ts';
import { numbers } from './numbers.ts';
import { vocabulary } from './vocabulary.ts';

const round = (kind: 'consultation' | 'inspection' | null) =>
  kind === null ? 'the round' : `the ${vocabulary.roundKinds[kind].toLowerCase()}`;
const numbered = (number: string | null) => (number === null ? 'a comment' : `comment ${number}`);
const lower = (text: string) => text.toLowerCase();

const BEGINNINGS = { template: 'the template', import: 'an existing text', version: 'the text in force' } as const;

export const log = {
  'dossier-opened': ({ title, documents }) =>
    `Dossier ${title} started with ${numbers.count(documents, 'document', 'documents')}`,
  'member-added': ({ role, party }) => `${vocabulary.roles[role]} added (${lower(vocabulary.parties[party])})`,
  'member-removed': ({ role }) => `${vocabulary.roles[role]} removed`,
  'planning-set': ({ phase, from, until }) =>
    `Planning of ${lower(vocabulary.phases[phase])}: ${dates.period(from, until)}`,
  'reference-added': ({ title }) => `Reference ${title} added`,
  'reference-removed': ({ title }) => (title === null ? 'Reference removed' : `Reference ${title} removed`),
  'draft-started': ({ title, from }) => `Draft${title === null ? '' : ` ${title}`} started from ${BEGINNINGS[from]}`,
  'phase-entered': ({ phase, again }) =>
    `Phase ${lower(vocabulary.phases[phase])} started${again === 1 ? ' again' : ''}`,
  'rules-question-answered': ({ changesRules }) =>
    `Question answered whether this changes current rules or practice: ${changesRules === 1 ? 'yes' : 'no'}`,
  'committee-decided': ({ on }) => `Committee decision of ${dates.day(on)} recorded`,
  'version-frozen': ({ number, title, erratum }) =>
    `${erratum === 1 ? 'Erratum' : 'Version'} ${number} of ${title} frozen`,
  'version-published': ({ numbers: published, where }) => `Version ${published} published: ${where}`,
  'round-opened': ({ kind, closes }) => `${vocabulary.roundKinds[kind]} opened ${dates.until(closes)}`,
  'round-extended': ({ kind, closes }) => `Term of ${round(kind)} extended ${dates.until(closes)}`,
  'round-closed': ({ kind }) => `${kind === null ? 'Round' : vocabulary.roundKinds[kind]} closed`,
  'stakeholders-notified': ({ people }) => `Notice sent to ${numbers.count(people, 'person', 'people')}`,
  'meeting-held': ({ kind, on }) => `${vocabulary.meetingKinds[kind]} of ${dates.day(on)} recorded`,
  'survey-held': ({ responses }) => `Survey recorded with ${numbers.count(responses, 'response', 'responses')}`,
  'comment-submitted': ({ number, channel, late }) =>
    `${number === null ? 'Comment' : `Comment ${number}`} received by ${vocabulary.channels[channel]}${late === 1 ? ', after closing' : ''}`,
  'comment-edited': ({ number }) => `Submitter changed ${numbered(number)}`,
  'comment-withdrawn': ({ number, takenBack }) =>
    `Submitter ${takenBack === 1 ? 'took back' : 'withdrew'} ${numbered(number)}`,
  'comment-replied': ({ number }) => `Reply added to ${numbered(number)}`,
  'comments-published': ({ kind }) => `Comments of ${round(kind)} published`,
  'disposition-proposed': ({ number, kind, correction }) =>
    `${correction === 1 ? 'Corrected decision' : 'Decision'} proposed on ${numbered(number)}: ${lower(vocabulary.dispositions[kind])}`,
  'disposition-confirmed': ({ number, kind }) =>
    `Decision on ${numbered(number)} confirmed${kind === null ? '' : `: ${lower(vocabulary.dispositions[kind])}`}`,
  'disposition-taken-back': ({ number }) => `Proposal for a decision on ${numbered(number)} taken back`,
  'comment-assigned': ({ number, assigned }) =>
    `${numbered(number).replace(/^\w/u, (letter) => letter.toUpperCase())} ${assigned === 1 ? 'assigned' : 'no longer assigned'}`,
  'comment-due-set': ({ number, due }) =>
    due === null ? `Due date of ${numbered(number)} removed` : `Due date of ${numbered(number)}: ${dates.day(due)}`,
  'comment-discussed': ({ number }) => `Discussion in the committee on ${numbered(number)}`,
  'comments-bundled': ({ numbers: bundled }) => `Comments bundled: ${bundled}`,
  'bundle-dissolved': () => 'Bundle of comments dissolved',
  'ground-attached': ({ number }) =>
    number === null ? 'Own ground recorded for a change' : `Change linked to comment ${number}`,
  'finding-settled': ({ title }) => `Point of the audit${title === null ? '' : ` of ${title}`} left with a reason`,
  'placement-confirmed': ({ number }) => `Place of ${numbered(number)} confirmed`,
  'placements-recorded': ({ version }) =>
    `Places of the comments${version === null ? '' : ` in version ${version}`} recorded`,
  'impact-group-named': ({ people }) => `Impact work group named: ${numbers.count(people, 'person', 'people')}`,
  'impact-reported': () => 'Report of the impact analysis recorded',
  'impact-not-applicable': () => 'Impact analysis declared not applicable, with a reason',
  'change-remarked': ({ kind }) => `${vocabulary.remarkKinds[kind]} added to a change`,
  'steering-decided': ({ outcome, on, present }) =>
    `Steering group decision of ${dates.day(on)}: ${lower(vocabulary.outcomes[outcome])} (${numbers.number(present)} present)`,
  adopted: ({ effective }) => `Adopted, effective ${dates.day(effective)}`,
  'dossier-withdrawn': () => 'Dossier withdrawn',
  'words-redacted': () => 'Text redacted',
  'words-erased': () => 'Text erased',
} satisfies typeof dutch;
