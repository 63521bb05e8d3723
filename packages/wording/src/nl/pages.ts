/** Pages that the server makes itself: the reading page, the before-and-after table, set-up and signing in. */
export const pages = {
  /** A natural person without a name: "Deelnemer 2". */
  person: (party: string, number: number) => `${party} ${number}`,
  versionLine: (status: string, number: string, day: string) => `${status}. Versie ${number} van ${day}.`,
  /** What a version is, by the phase it was frozen in. */
  frozenFor: { drafting: 'Concept voor de inspraak', processing: 'Concept voor de inzage' },
  erratumOf: (number: string) => `Verbetering van versie ${number}`,
  facts: {
    qualifications: 'Kwalificatie',
    version: 'Versie',
    frozenAt: 'Vastgelegd op',
    published: 'Gepubliceerd op',
    hash: 'Kenmerk',
    words: 'Omvang',
    note: 'Toelichting',
  },
  wordCount: (count: string) => `${count} woorden`,
  fingerprint: (start: string, end: string) => `sha-256 ${start} … ${end}`,
  tools: 'Over dit concept',
  changesSince: (number: string) => `Wat is er veranderd sinds ${number}`,
  beforeAfter: (number: string) => `Was-wordt-tabel sinds ${number}`,
  backToDossier: 'Terug naar het dossier',
  consultation: {
    title: (until: string) => `Dit concept ligt ter inspraak ${until}.`,
    text: 'U kunt reageren op een stuk tekst, een onderdeel of het hele document.',
    button: 'Reageren',
  },
  inspection: {
    title: (until: string) => `Dit concept ligt ter inzage ${until}.`,
    text: 'U kunt een bezwaar maken tegen tekst die nieuw is, of tegen een punt waar uw bezwaar nog openstaat.',
    button: 'Bezwaar maken',
  },
  withoutScript: 'Om te reageren is JavaScript nodig. Lezen en afdrukken kan zonder.',
  contentsFull: 'Inhoudsopgave',
  footer: 'Deze tekst is vastgelegd en verandert niet meer.',
  wasWordt: {
    title: (before: string, after: string) => `Was-wordt-tabel, versie ${before} en versie ${after}`,
    draft: 'het concept van nu',
    csv: 'Als CSV-bestand',
  },
  setUp: {
    title: 'Draagvlak inrichten',
    text: 'Maak het account van de eerste secretaris. Daarna werkt deze link niet meer.',
    name: 'Uw naam',
    button: 'Account maken',
  },
  signIn: {
    title: 'Aanmelden',
    text: (name: string) => `U meldt zich aan als ${name}.`,
    button: 'Aanmelden',
  },
  linkGone: {
    title: 'Deze link werkt niet meer',
    text: 'De link is al gebruikt of verlopen. Vraag de secretaris om een nieuwe link.',
  },
  notPublic: {
    text: 'Deze tekst bestaat niet, of is niet openbaar. Doet u mee aan dit dossier? Meld u dan eerst aan.',
    link: 'Aanmelden of lezen wat openbaar is',
  },
  published: 'Alle openbare teksten',
  readVersion: (number: string) => `Versie ${number} lezen`,
  bytes: 'De vastgelegde tekst downloaden (JSON)',
  impact: 'Rapport van de impactanalyse',
  /** Above and below a printed page. */
  print: {
    of: (number: string, day: string) => `Versie ${number} van ${day}`,
    proof: (hash: string) => `Kenmerk sha-256 ${hash}`,
  },
  trouble: {
    title: 'Deze pagina kan nu niet worden getoond',
    text: 'Uw gegevens zijn niet weg.',
    again: 'Probeer opnieuw',
    number: (id: string) => `Nummer van dit verzoek, voor wie u helpt: ${id}`,
  },
  notFound: {
    title: 'Niet gevonden',
    text: 'Deze pagina bestaat niet, of u mag haar niet zien.',
    link: 'Naar het overzicht',
  },
  console: {
    demoDossier: (dossier: string) => `Voorbeeld gemaakt: ${dossier}`,
    demo: 'Dit is een demo met verzonnen gegevens.',
    setUpLink: (url: string) => `Maak het eerste account met deze link (werkt één keer): ${url}`,
    stopping: 'De server stopt.',
  },
};
