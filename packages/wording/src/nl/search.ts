/** By what was found, as the contract names it. */
const kinds = {
  qualification: 'Kwalificatie',
  dossier: 'Dossier',
  text: 'Tekst',
  note: 'Toelichting bij een versie',
  comment: 'Reactie',
  proposal: 'Tekstvoorstel',
  reply: 'Antwoord bij een reactie',
  motivation: 'Motivering',
  remark: 'Opmerking bij een wijziging',
  report: 'Verslag',
  reference: 'Achtergrond',
};

export const search = {
  title: 'Zoeken',
  label: 'Waar zoekt u naar?',
  hint: 'In alles wat u mag lezen: concepten, reacties, motiveringen en verslagen. Ook andere vormen van een woord.',
  onlyHere: 'Alleen in dit dossier',
  searching: 'Bezig met zoeken',
  kinds,
  /** "Reactie R07" */
  numbered: (kind: string, number: string) => `${kind} ${number}`,
  /** "Opleiderdocument 0.2" */
  version: (document: string, number: string) => `${document} ${number}`,
  found: (count: number, more: boolean) =>
    more
      ? `Meer dan ${count} plaatsen gevonden; dit zijn de beste.`
      : `${count} ${count === 1 ? 'plaats' : 'plaatsen'} gevonden.`,
  nothing: (words: string) => `Niets gevonden voor “${words}”`,
  nothingHint: 'Probeer een ander woord, of minder woorden. Wat u niet mag lezen, wordt ook niet gevonden.',
};
