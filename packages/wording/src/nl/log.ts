import type { FactType, LogValues } from '@draagvlak/procedure';
import { dates } from './dates.ts';
import { numbers } from './numbers.ts';
import { vocabulary } from './vocabulary.ts';

const round = (kind: 'consultation' | 'inspection' | null) =>
  kind === null ? 'de ronde' : `de ${vocabulary.roundKinds[kind].toLowerCase()}`;
const numbered = (number: string | null) => (number === null ? 'een reactie' : `reactie ${number}`);
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const lower = (text: string) => text.toLowerCase();

const BEGINNINGS = {
  template: 'vanuit het sjabloon',
  import: 'met een bestaande tekst',
  version: 'met de geldende tekst',
} as const;

/** One sentence per fact; who and when stand beside it. */
export const log: { readonly [T in FactType]: (values: LogValues[T]) => string } = {
  'dossier-opened': ({ title, documents }) =>
    `Dossier ${title} begonnen met ${numbers.count(documents, 'document', 'documenten')}`,
  'member-added': ({ role, party }) => `${vocabulary.roles[role]} toegevoegd (${lower(vocabulary.parties[party])})`,
  'member-removed': ({ role }) => `${vocabulary.roles[role]} verwijderd`,
  'planning-set': ({ phase, from, until }) =>
    `Planning van ${lower(vocabulary.phases[phase])}: ${dates.period(from, until)}`,
  'reference-added': ({ title }) => `Naslag ${title} toegevoegd`,
  'reference-removed': ({ title }) => (title === null ? 'Naslag verwijderd' : `Naslag ${title} verwijderd`),
  'draft-started': ({ title, from }) => `Concept${title === null ? '' : ` ${title}`} begonnen ${BEGINNINGS[from]}`,
  'phase-entered': ({ phase, again }) =>
    `Fase ${lower(vocabulary.phases[phase])} ${again === 1 ? 'opnieuw begonnen' : 'begonnen'}`,
  'rules-question-answered': ({ changesRules }) =>
    `Vraag beantwoord of dit huidige regels of uitvoering wijzigt: ${changesRules === 1 ? 'ja' : 'nee'}`,
  'committee-decided': ({ on }) => `Besluit van de WBC van ${dates.day(on)} vastgelegd`,
  'version-frozen': ({ number, title, erratum }) =>
    `${erratum === 1 ? 'Erratum' : 'Versie'} ${number} van ${title} vastgelegd`,
  'version-published': ({ numbers: published, where }) => `Versie ${published} gepubliceerd: ${where}`,
  'round-opened': ({ kind, closes }) => `${vocabulary.roundKinds[kind]} geopend ${dates.until(closes)}`,
  'round-extended': ({ kind, closes }) => `Termijn van ${round(kind)} verlengd ${dates.until(closes)}`,
  'round-closed': ({ kind }) => `${kind === null ? 'Ronde' : vocabulary.roundKinds[kind]} gesloten`,
  'stakeholders-notified': ({ people }) => `Bericht gestuurd aan ${numbers.count(people, 'persoon', 'personen')}`,
  'meeting-held': ({ kind, on }) => `${vocabulary.meetingKinds[kind]} van ${dates.day(on)} vastgelegd`,
  'survey-held': ({ responses }) => `Enquête vastgelegd met ${numbers.count(responses, 'antwoord', 'antwoorden')}`,
  'comment-submitted': ({ number, channel, late }) =>
    `${number === null ? 'Reactie' : `Reactie ${number}`} ontvangen via ${vocabulary.channels[channel]}${late === 1 ? ', na sluiting' : ''}`,
  'comment-edited': ({ number }) => `Indiener wijzigde ${numbered(number)}`,
  'comment-withdrawn': ({ number, takenBack }) =>
    `Indiener ${takenBack === 1 ? 'nam' : 'trok'} ${numbered(number)} ${takenBack === 1 ? 'terug' : 'in'}`,
  'comment-replied': ({ number }) => `Antwoord geplaatst bij ${numbered(number)}`,
  'comments-published': ({ kind }) => `Reacties van ${round(kind)} gepubliceerd`,
  'disposition-proposed': ({ number, kind, correction }) =>
    `${correction === 1 ? 'Verbeterd besluit' : 'Besluit'} voorgesteld op ${numbered(number)}: ${lower(vocabulary.dispositions[kind])}`,
  'disposition-confirmed': ({ number, kind }) =>
    `Besluit op ${numbered(number)} bevestigd${kind === null ? '' : `: ${lower(vocabulary.dispositions[kind])}`}`,
  'disposition-taken-back': ({ number }) => `Voorstel voor een besluit op ${numbered(number)} teruggenomen`,
  'comment-assigned': ({ number, assigned }) =>
    assigned === 1 ? `${upper(numbered(number))} toegewezen` : `Toewijzing van ${numbered(number)} weggehaald`,
  'comment-due-set': ({ number, due }) =>
    due === null
      ? `Uiterste dag van ${numbered(number)} weggehaald`
      : `Uiterste dag van ${numbered(number)}: ${dates.day(due)}`,
  'comment-discussed': ({ number }) => `Overleg in de WBC over ${numbered(number)}`,
  'comments-bundled': ({ numbers: bundled }) => `Reacties gebundeld: ${bundled}`,
  'bundle-dissolved': () => 'Bundel van reacties opgeheven',
  'ground-attached': ({ number }) =>
    number === null ? 'Eigen reden vastgelegd bij een wijziging' : `Wijziging gekoppeld aan reactie ${number}`,
  'finding-settled': ({ title }) =>
    `Punt uit de controle${title === null ? '' : ` van ${title}`} met een reden gelaten`,
  'placement-confirmed': ({ number }) => `Plaats van ${numbered(number)} bevestigd`,
  'placements-recorded': ({ version }) =>
    `Plaatsen van de reacties${version === null ? '' : ` in versie ${version}`} vastgelegd`,
  'impact-group-named': ({ people }) =>
    `Werkgroep impactanalyse benoemd: ${numbers.count(people, 'persoon', 'personen')}`,
  'impact-reported': () => 'Rapport van de impactanalyse vastgelegd',
  'impact-not-applicable': () => 'Impactanalyse niet van toepassing verklaard, met reden',
  'change-remarked': ({ kind }) => `${vocabulary.remarkKinds[kind]} bij een wijziging geplaatst`,
  'steering-decided': ({ outcome, on, present }) =>
    `Besluit van de Stuurgroep van ${dates.day(on)}: ${lower(vocabulary.outcomes[outcome]).replace('wbc', 'WBC')} (${numbers.number(present)} aanwezig)`,
  adopted: ({ effective }) => `Vastgesteld, ingangsdatum ${dates.day(effective)}`,
  'dossier-withdrawn': () => 'Dossier ingetrokken',
  'words-redacted': () => 'Tekst afgeschermd',
  'words-erased': () => 'Tekst gewist',
};
