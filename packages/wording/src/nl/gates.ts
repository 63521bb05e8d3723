import type { Gate } from '@draagvlak/procedure';
import type { GateWording } from '../gate.ts';
import { dates } from './dates.ts';
import { numbers } from './numbers.ts';

const { count, number } = numbers;

/** One sentence per condition, the same on the button, in the API and in the log. */
export const gates: Record<Gate, GateWording> = {
  'qualifications-named': {
    open: () => 'Kies ten minste één kwalificatie.',
    met: ({ total }) => `${count(total, 'kwalificatie is', 'kwalificaties zijn')} gekozen.`,
  },
  'committee-complete': {
    open: ({ done }) =>
      done === 0
        ? 'Voeg een voorzitter en WBC-leden toe.'
        : 'De WBC is nog niet compleet: er is een voorzitter, een lid en een secretaris nodig.',
    met: () => 'De WBC is compleet: voorzitter, leden en secretaris.',
  },
  'stakeholders-invited': {
    open: ({ done, total }) =>
      `De lijst met belanghebbenden is nog niet compleet: ${number(done)} van de ${number(total)} vaste groepen staan erop.`,
    met: ({ total }) => `Alle ${number(total)} vaste groepen belanghebbenden staan op de lijst.`,
  },
  'planning-set': {
    open: ({ done, total }) => `De planning is nog niet compleet: ${number(done)} van ${number(total)} fasen gepland.`,
    met: () => 'De planning staat vast.',
  },
  'drafts-started': {
    open: ({ done, total }) =>
      `Begin het concept: ${number(done)} van ${count(total, 'document', 'documenten')} begonnen.`,
    met: ({ total }) => (total === 1 ? 'Het concept is begonnen.' : 'Alle concepten zijn begonnen.'),
  },
  'mandatory-sections-filled': {
    open: ({ done, total }) =>
      `Vul de verplichte onderdelen: nog ${number(total - done)} van ${number(total)} ${total - done === 1 ? 'is' : 'zijn'} leeg.`,
    met: ({ total }) => `Alle ${number(total)} verplichte onderdelen zijn gevuld.`,
  },
  'rules-question-answered': {
    open: () => 'Beantwoord de vraag: wijzigt dit huidige regels of uitvoering?',
    met: () => 'De vraag of dit huidige regels of uitvoering wijzigt, is beantwoord.',
  },
  'committee-decided': {
    open: () => 'Leg vast wanneer de WBC in een vergadering heeft besloten.',
    met: () => 'Het besluit van de WBC is vastgelegd.',
  },
  'concept-frozen': {
    open: ({ done, total }) =>
      total === 1
        ? 'De voorzitter legt het concept nog vast als versie.'
        : `De voorzitter legt de concepten nog vast: ${number(done)} van ${number(total)} vastgelegd.`,
    met: ({ total }) => (total === 1 ? 'Het concept is vastgelegd als versie.' : 'Alle concepten zijn vastgelegd.'),
  },
  'presentation-held': {
    open: () => 'Leg de presentatie in een online overleg vast.',
    met: () => 'De presentatie is gehouden.',
  },
  'survey-held': {
    open: () => 'Leg de uitkomst van de enquête vast.',
    met: () => 'De enquête is gehouden.',
  },
  'summary-held': {
    open: ({ from }) =>
      from === null
        ? 'Leg het overleg met de samenvatting van de inspraak vast.'
        : `Leg het overleg met de samenvatting van de inspraak vast. Dit kan vanaf ${dates.date(from)}, drie weken na de presentatie.`,
    met: () => 'Het overleg met de samenvatting is gehouden.',
  },
  'round-closed': {
    open: ({ from }) => (from === null ? 'De ronde is nog niet geopend.' : `De ronde loopt nog ${dates.until(from)}.`),
    met: () => 'De ronde is gesloten.',
  },
  'minimum-term-passed': {
    open: ({ from, total }) =>
      from === null
        ? `De termijn van ${count(total, 'dag', 'dagen')} loopt nog niet. Die telt vanaf publicatie en bericht aan alle belanghebbenden.`
        : `De termijn van ${count(total, 'dag', 'dagen')} loopt nog. Deze stap kan vanaf ${dates.full(from)}.`,
    met: ({ total }) => `De termijn van ten minste ${count(total, 'dag', 'dagen')} is voorbij.`,
  },
  'impact-concluded': {
    open: () =>
      'Het concept wijzigt regels of uitvoering. Leg het rapport van de impactanalyse vast, of waarom die niet nodig is.',
    met: () => 'De impactanalyse is afgerond of niet nodig.',
  },
  'comments-disposed': {
    open: ({ done, total }) =>
      `Neem een besluit op elke reactie: nog ${number(total - done)} van ${number(total)} zonder besluit.`,
    met: ({ total }) =>
      total === 0
        ? 'Er zijn geen reacties.'
        : `${total === 1 ? 'De reactie heeft' : `Alle ${number(total)} reacties hebben`} een besluit.`,
  },
  'dispositions-confirmed': {
    open: ({ done, total }) =>
      `De voorzitter bevestigt de besluiten nog: ${number(total - done)} van ${number(total)} te gaan.`,
    met: () => 'Alle besluiten zijn bevestigd.',
  },
  'audit-settled': {
    open: ({ done, total }) =>
      `Er ${total - done === 1 ? 'klopt nog 1 punt' : `kloppen nog ${number(total - done)} punten`} niet tussen de besluiten en de tekst. Herstel ze of geef een reden.`,
    met: () => 'Besluiten en tekst kloppen met elkaar.',
  },
  published: {
    open: ({ done, total }) =>
      `Leg de publicatie vast: ${number(done)} van ${count(total, 'versie', 'versies')} gepubliceerd.`,
    met: () => 'De tekst is gepubliceerd.',
  },
  'stakeholders-notified': {
    open: ({ total }) =>
      `Leg vast dat alle belanghebbenden bericht hebben gehad (${count(total, 'persoon', 'personen')}).`,
    met: () => 'Alle belanghebbenden hebben bericht gehad.',
  },
  'objections-disposed': {
    open: ({ done, total }) =>
      `Neem een besluit op elk bezwaar: nog ${number(total - done)} van ${number(total)} zonder bevestigd besluit.`,
    met: ({ total }) =>
      total === 0
        ? 'Er zijn geen bezwaren.'
        : `${total === 1 ? 'Het bezwaar heeft' : `Alle ${number(total)} bezwaren hebben`} een besluit.`,
  },
  'steering-approved': {
    open: () => 'De Stuurgroep heeft nog geen akkoord gegeven op deze versie.',
    met: () => 'De Stuurgroep heeft akkoord gegeven.',
  },
  'effective-date-set': {
    open: () => 'Leg de ingangsdatum en de overgangsregeling vast.',
    met: () => 'De ingangsdatum is vastgelegd.',
  },
};
