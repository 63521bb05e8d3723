import type { Finding } from '@draagvlak/review';

const points = (count: number) => (count === 1 ? '1 punt' : `${count} punten`);

const why: Record<Finding['kind'], string> = {
  'accepted-without-change':
    'De indiener kreeg gelijk, maar geen wijziging laat dat zien. Pas de tekst aan, of wijs de wijziging aan die erbij hoort.',
  'change-without-ground':
    'De tekst is hier gewijzigd zonder dat vaststaat waarom. Koppel er een reactie aan, of geef een eigen reden.',
  'comment-unanswered': 'Deze reactie heeft nog geen besluit. De indiener heeft recht op een antwoord.',
  'rejected-but-changed':
    'De indiener kreeg geen gelijk, maar de passage is toch gewijzigd. Kijk of het besluit nog klopt.',
  'place-gone': 'Het besluit wijst een plaats aan die niet meer in de tekst staat.',
  'words-remain': 'Volgens het besluit verdwijnen deze woorden, maar zij staan nog ergens in de tekst.',
};

/** Holding promises and deeds against each other before a concept is frozen. */
export const audit = {
  title: 'Controle van wat is toegezegd',
  intro:
    'Wat is besloten over de reacties naast wat er in de tekst is gebeurd. Los elk punt op, of leg vast waarom het zo mag blijven.',
  none: 'Er is nog niets te controleren.',
  noneWhy: 'De controle kan als er op een concept is gereageerd en de WBC aan het volgende werkt.',
  between: (before: string, after: string) => `Van versie ${before} naar ${after}`,
  fine: 'Alles klopt: elke toezegging is terug te zien, en elke wijziging heeft een reden.',
  open: (count: number) => `${points(count)} open`,
  done: (count: number) => `${points(count)} afgehandeld`,
  progress: (done: number, total: number) => `${done} van de ${points(total)} opgelost of afgehandeld`,
  blocking: 'Houdt het volgende concept tegen',
  explained: why,
  toChange: 'Naar de wijziging',
  toComment: 'Naar de reactie',
  toText: 'Naar de tekst',
  attach: 'Reden toevoegen',
  settle: 'Laat zo, met reden',
  settledTitle: 'Afgehandeld',
  places: 'Onzekere plaatsen',
  placesIntro:
    'De passage van deze reacties is zo veranderd dat de plaats niet zeker is. Bevestig de plaats of wijs een andere aan.',
  placesFine: 'Van elke reactie is bekend waar zij nu staat.',
  placeIn: (section: string) => `In ${section}`,
  right: 'Deze plaats klopt',
  otherSection: 'Een andere plaats',
  placeSaved: (number: string) => `De plaats van ${number} is bevestigd.`,
  inText: 'Aanwijzen in de tekst',
  gate: 'Naar de controle',
  attached: 'De reden is opgeslagen.',
  settled: 'Het punt is afgehandeld.',
};
