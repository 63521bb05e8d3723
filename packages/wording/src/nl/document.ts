import { writing } from './writing.ts';

/** What is generated within the text of a document, wherever it is shown: numbers' names, notes, tables, sources. */
export const document = {
  requirement: writing.editor.requirement,
  measure: writing.editor.measure,
  reference: writing.editor.reference,
  lostReference: writing.editor.lostReference,
  /** Name of a link to a place: "Verwijzing naar 4.3 Groepsgrootte". */
  linkTo: (name: string) => `Verwijzing naar ${name}`,
  table: (section: string | null, nth: number, caption: string | null) => {
    const name = `Tabel${nth > 1 ? ` ${nth}` : ''}${section === null ? '' : ` bij ${section}`}`;
    return caption === null ? name : `${name}: ${caption}`;
  },
  /** Stands before the title of a table. */
  tableNumber: (number: number) => `Tabel ${number}`,
  footnotes: 'Voetnoten',
  footnote: (number: number) => `Voetnoot ${number}`,
  back: 'Terug',
  backTo: (number: number) => `Terug naar de tekst bij voetnoot ${number}`,
  source: { owner: 'Eigenaar', number: 'Nummer', adopted: 'Vastgesteld' },
  dated: (day: string, source: string | null) => `Stand van ${day}${source === null ? '' : `, volgens ${source}`}`,
  /** Status of a version in its own text; the other phases make no version. */
  versionStatuses: {
    drafting: 'eerste concept, voor inspraak',
    processing: 'concept, ter inzage',
    finalisation: 'definitief concept, voor de Stuurgroep',
    adopted: 'vastgesteld',
  },
  /** Ground of what the product writes by itself. */
  generatedReason: 'Automatisch bijgewerkt bij het vastleggen van deze versie.',
  generator: 'Automatisch, uit het dossier',
  commentsHere: (count: number) => (count === 1 ? '1 reactie op deze plaats' : `${count} reacties op deze plaats`),
  commentsInSection: (count: number) =>
    count === 1 ? '1 reactie in dit onderdeel' : `${count} reacties in dit onderdeel`,
};
