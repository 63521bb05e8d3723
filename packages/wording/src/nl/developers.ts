/** The page that tells developers of the API, made by the server. */
export const developers = {
  title: 'Voor ontwikkelaars',
  intro:
    'Alles wat de schermen doen, gaat via deze API. Wie is aangemeld, mag hier hetzelfde als in de schermen, en niet meer.',
  machine: 'Dezelfde beschrijving voor programma’s (OpenAPI 3.1):',
  signInTitle: 'Aanmelden',
  signIn:
    'Aanmelden geeft een sessiecookie. Stuur die mee, en bij alles wat iets verandert ook de kop Origin met het adres van deze server. De inhoud is JSON.',
  problemsTitle: 'Weigeringen',
  problems:
    'Een weigering is een problem document (RFC 9457, application/problem+json). Een programma kijkt naar code; detail is een Nederlandse zin voor mensen. Bij een stap die nog niet kan, noemt gates wat er nog moet gebeuren.',
  contents: 'Onderdelen',
  open: 'Zonder aanmelden',
  parameters: 'Parameters',
  name: 'Naam',
  where: 'Plaats',
  shape: 'Vorm',
  required: 'verplicht',
  optional: 'niet verplicht',
  places: { path: 'in het adres', query: 'na het vraagteken' },
  body: 'Inhoud van het verzoek',
  answer: 'Antwoord',
  noAnswer: 'geen inhoud',
  refusals: 'Weigeringen',
};
