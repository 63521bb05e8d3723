const count = (one: string, more: string) => (n: number) => `${n} ${n === 1 ? one : more}`;
const plain = (words: string) => (_n: number) => words;

/** What is said after pasting and before importing: what a text from elsewhere holds that a document has no place for. */
export const pasting = {
  pasted: (lost: readonly string[]) => `Geplakt. Niet meegenomen: ${lost.join(', ')}.`,
  failed: 'Dit kwam er niet in. Controleer uw verbinding en probeer het opnieuw.',
  dismiss: 'Sluiten',
  lost: {
    image: count('afbeelding', 'afbeeldingen'),
    colour: plain('kleuren'),
    underline: plain('onderstreping'),
    strike: plain('doorhaling (de woorden zelf wel)'),
    comment: count('opmerking in de kantlijn', 'opmerkingen in de kantlijn'),
    deletion: count('verwijderd stuk tekst', 'verwijderde stukken tekst'),
    formula: count('formule', 'formules'),
    embedded: count(
      'ingesloten onderdeel, zoals een film of formulier',
      'ingesloten onderdelen, zoals films of formulieren',
    ),
    'nested-table': count('tabel in een tabel (de woorden wel)', 'tabellen in een tabel (de woorden wel)'),
    'wide-table': count('te grote tabel (de woorden wel)', 'te grote tabellen (de woorden wel)'),
    link: count('link zonder volledig webadres', 'links zonder volledig webadres'),
    reference: count('verwijzing binnen de tekst', 'verwijzingen binnen de tekst'),
    footnote: count('voetnoot zonder tekst', 'voetnoten zonder tekst'),
    contents: plain('inhoudsopgave (die maakt Draagvlak zelf)'),
    hidden: plain('verborgen tekst'),
    'page-edge': plain('kop- of voettekst van de pagina’s'),
    numbering: count(
      'lijst met andere nummers dan in het origineel (de lijst zelf wel)',
      'lijsten met andere nummers dan in het origineel (de lijsten zelf wel)',
    ),
  },
};
