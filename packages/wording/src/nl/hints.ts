/** What helps the first time in a room: one or two sentences. */
const rooms = {
  overview: 'Bovenaan staat wat nu van u wordt gevraagd. Daaronder ziet u alle dossiers en hoe ver ze zijn.',
  dossier:
    'Hier staat hoe ver het dossier is en wat er nog nodig is voor de volgende stap. De kamers bovenaan leiden naar het werk.',
  writing:
    'U schrijft hier met anderen in dezelfde tekst. Alles wordt vanzelf bewaard. Bij elk onderdeel staat wat erin hoort.',
  reading: 'Selecteer tekst, of kies Reageren bij een onderdeel. Uw klad ziet niemand tot u op Versturen drukt.',
  text: 'Deze tekst ligt vast en verandert niet meer. Met de inhoud gaat u naar een onderdeel; reacties staan ernaast.',
  processing:
    'Kies een reactie in de lijst, pas de tekst aan en stel een besluit voor. Met het vraagteken ziet u alle toetsen.',
  comparing: 'Hier staan alle wijzigingen. Kies er een en u leest erbij welke reactie de aanleiding was en waarom.',
  decision: 'Hier staat waarover wordt besloten en wat nog open is. Het besluit geldt voor precies deze versie.',
  log: 'Elke regel is een handeling en ligt vast. De code achteraan bewijst dat er niets is veranderd of verdwenen.',
  people: 'Hier staat wie meedoet en met welke rol. Een rol bepaalt wat iemand in elke fase kan zien en doen.',
  notices:
    'Klik op een bericht en u komt op de plaats waar het over gaat. Bij Instellingen kiest u waarover u bericht wilt.',
};

export const hints = {
  rooms,
  title: 'Nieuw hier?',
  dismiss: 'Niet meer tonen',
  more: 'Meer uitleg',
  again: 'Toon de tips weer',
  shownAgain: 'De tips staan weer aan.',
  againTitle: 'Tips',
  againText:
    'In elke kamer staat de eerste keer een korte tip. Heeft u ze weggeklikt, dan kunt u ze hier weer aanzetten.',
};
