import type { NoticeKind, NoticeValues, Topic } from '@draagvlak/procedure';
import { dates } from './dates.ts';
import { vocabulary } from './vocabulary.ts';

/** Within a sentence a word begins small, unless it is an abbreviation. */
const lower = (text: string) => text.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
const round = (kind: 'consultation' | 'inspection') => lower(vocabulary.roundKinds[kind]);

/** One sentence per line; `count` is how many of a kind stand in it. Who and when stand beside it. */
const lines: { readonly [K in NoticeKind]: (values: NoticeValues[K], count: number) => string } = {
  added: ({ role }, count) =>
    count > 1
      ? `U bent toegevoegd aan dit dossier, met ${count} rollen`
      : `U bent toegevoegd aan dit dossier als ${lower(vocabulary.roles[role])}`,
  'draft-started': ({ title }) => `Aan ${title} wordt nu geschreven`,
  'phase-entered': ({ phase, again }) =>
    `Fase ${again === 1 ? 'opnieuw begonnen' : 'begonnen'}: ${lower(vocabulary.phases[phase])}`,
  'planning-changed': ({ phase, from, until }, count) =>
    count > 1
      ? `De planning is gewijzigd van ${count} fasen`
      : `De planning van ${lower(vocabulary.phases[phase])} is gewijzigd: ${dates.period(from, until)}`,
  'version-frozen': ({ number, title, erratum }) =>
    `${erratum === 1 ? 'Erratum' : 'Versie'} ${number} van ${title} is vastgelegd`,
  'version-published': ({ number, title, erratum }) =>
    `${erratum === 1 ? 'Erratum' : 'Versie'} ${number} van ${title} is gepubliceerd`,
  'round-opened': ({ kind, closes }) => `De ${round(kind)} is geopend ${dates.until(closes)}`,
  'round-extended': ({ kind, closes }) => `De termijn van de ${round(kind)} is verlengd ${dates.until(closes)}`,
  'round-closes-soon': ({ kind, closes }) => `De ${round(kind)} sluit bijna: reageren kan ${dates.until(closes)}`,
  'round-closed': ({ kind }) => `De ${round(kind)} is gesloten`,
  'meeting-held': ({ kind, on }) => `${vocabulary.meetingKinds[kind]} van ${dates.day(on)} is vastgelegd`,
  'comments-published': ({ kind }) => `Alle reacties van de ${round(kind)} zijn gepubliceerd`,
  'comment-registered': ({ number, channel }, count) =>
    count > 1
      ? `${count} reacties van u zijn ingevoerd`
      : `Uw reactie via ${vocabulary.channels[channel]} is ingevoerd als ${number}`,
  'colleague-commented': ({ number }, count) =>
    count > 1 ? `Uw organisatie stuurde ${count} reacties` : `Een collega van uw organisatie stuurde reactie ${number}`,
  'comment-received': ({ number, kind, late }, count) =>
    count > 1
      ? `${count} reacties ontvangen`
      : `Reactie ${number} ontvangen: ${lower(vocabulary.commentKinds[kind])}${late === 1 ? ', na sluiting' : ''}`,
  'comment-withdrawn': ({ number }, count) =>
    count > 1 ? `${count} reacties zijn ingetrokken` : `Reactie ${number} is ingetrokken`,
  'comment-replied': ({ number, own }, count) => {
    if (count > 1) return own === 1 ? `${count} keer geantwoord bij uw reacties` : `${count} antwoorden van indieners`;
    return own === 1 ? `Er is geantwoord bij uw reactie ${number}` : `De indiener antwoordde bij reactie ${number}`;
  },
  'comment-answered': ({ number, kind, correction }, count) => {
    if (count > 1) return `Er is besloten op ${count} van uw reacties`;
    const decided = lower(vocabulary.dispositions[kind]);
    return correction === 1
      ? `Het besluit op uw reactie ${number} is verbeterd: ${decided}`
      : `Er is besloten op uw reactie ${number}: ${decided}`;
  },
  'comment-redacted': ({ number, erased }) =>
    erased === 1
      ? `In uw reactie ${number} is tekst gewist`
      : `In uw reactie ${number} is tekst afgeschermd om iemands gegevens te beschermen`,
  'comment-assigned': ({ number }, count) =>
    count > 1 ? `${count} reacties zijn aan u toegewezen` : `Reactie ${number} is aan u toegewezen`,
  'comment-due': ({ number, due }, count) =>
    count > 1
      ? `Van ${count} van uw reacties is de datum gezet`
      : `Reactie ${number} moet klaar zijn op ${dates.day(due)}`,
  'comment-discussed': ({ number }, count) =>
    count > 1 ? `${count} berichten in het overleg over reacties` : `Er is overleg over reactie ${number}`,
  'disposition-to-confirm': ({ number, kind }, count) =>
    count > 1
      ? `${count} besluiten wachten op uw bevestiging`
      : `Een besluit op reactie ${number} wacht op uw bevestiging: ${lower(vocabulary.dispositions[kind])}`,
  'disposition-confirmed': ({ number, kind }, count) =>
    count > 1
      ? `${count} van uw voorstellen zijn bevestigd`
      : `Uw voorstel op reactie ${number} is bevestigd: ${lower(vocabulary.dispositions[kind])}`,
  'disposition-taken-back': ({ number }) => `Uw voorstel op reactie ${number} is teruggenomen`,
  'impact-group-asked': () => 'Het concept wijzigt regels of uitvoering. Wijs een werkgroep aan voor de impactanalyse',
  'impact-asked': () => 'U zit in de werkgroep impactanalyse. Uw verslag wordt gevraagd',
  'impact-concluded': ({ applies }) =>
    applies === 1 ? 'Het verslag van de impactanalyse ligt er' : 'Er is geen impactanalyse nodig, met reden',
  'change-remarked': ({ kind }) =>
    ({
      question: 'De Stuurgroep stelt een vraag bij een wijziging',
      remark: 'Er staat een opmerking bij een wijziging',
      advice: 'Er staat een advies bij een wijziging',
      answer: 'De WBC antwoordde op uw vraag bij een wijziging',
    })[kind],
  'decision-asked': () => 'Het definitieve concept ligt voor aan de Stuurgroep. Uw besluit wordt gevraagd',
  'steering-decided': ({ outcome, on }) =>
    `De Stuurgroep besloot op ${dates.day(on)}: ${lower(vocabulary.outcomes[outcome])}`,
  adopted: ({ effective }) => `Vastgesteld. De ingangsdatum is ${dates.day(effective)}`,
  'dossier-withdrawn': () => 'Het dossier is ingetrokken',
  mentioned: ({ title }) => `U bent genoemd in een kanttekening bij ${title}`,
};

const topics: Readonly<Record<Topic, { readonly name: string; readonly hint: string }>> = {
  'own-comments': {
    name: 'Mijn reacties',
    hint: 'Een besluit of antwoord op uw reactie, of tekst die is afgeschermd.',
  },
  work: { name: 'Wat van mij wordt gevraagd', hint: 'Bevestigen, beslissen, een vraag van de Stuurgroep.' },
  rounds: { name: 'Inspraak en inzage', hint: 'Openen, verlengen, bijna sluiten en sluiten, en de bijeenkomsten.' },
  texts: { name: 'Concepten', hint: 'Een tekst die is begonnen, vastgelegd of gepubliceerd.' },
  comments: { name: 'Reacties van anderen', hint: 'Nieuwe reacties, antwoorden van indieners, intrekkingen.' },
  course: { name: 'Verloop van het dossier', hint: 'Fasen, planning, het besluit en de vaststelling.' },
  invitations: { name: 'Uitnodigingen', hint: 'U bent toegevoegd aan een dossier.' },
  discussion: { name: 'Overleg in de WBC', hint: 'Een bericht in het overleg over een reactie.' },
  mentions: { name: 'Kanttekeningen', hint: 'U bent genoemd in een kanttekening bij het concept.' },
};

/** What somebody should know of their dossiers. */
export const notices = {
  intro: 'Wat er gebeurde in uw dossiers en wat er van u wordt gevraagd.',
  lines,
  topics,
  allRead: 'U bent bij',
  markAll: 'Alles gelezen',
  markedAll: 'Alle berichten zijn gelezen.',
  isNew: 'Nieuw',
  yourTurn: 'Uw beurt',
  onlyNew: 'Alleen nieuwe',
  everything: 'Alles',
  show: 'Wat ziet u',
  none: 'Nog geen berichten',
  noneText: 'Hier leest u straks wat er in uw dossiers gebeurt. U hoeft niets te doen.',
  noneNew: 'Geen nieuwe berichten',
  noneNewText: 'U bent helemaal bij.',
  older: 'Oudere berichten staan niet meer in deze lijst. In het logboek van een dossier staat alles.',
  today: 'Vandaag',
  yesterday: 'Gisteren',
  byClock: 'Vanzelf',
  settings: 'Instellingen',
  settingsTitle: 'Waarover wilt u berichten?',
  settingsHint: 'Wat u uitzet, ziet u hier niet meer. In het dossier zelf verandert niets.',
  settingsSaved: 'Uw keuze is bewaard.',
  back: 'Naar de berichten',
};
