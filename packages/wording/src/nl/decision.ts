export const decision = {
  title: 'Besluit van de Stuurgroep',
  remaining: 'Bezwaren die blijven staan',
  decidedOn: 'Besloten over',
  intro: 'De Stuurgroep besluit over precies deze teksten, met hun kenmerk. Daarna verandert er niets meer aan.',
  summary: 'Wat er met de reacties is gedaan',
  comments: (all: number, confirmed: number) => `${confirmed} van ${all} reacties hebben een bevestigd besluit.`,
  unanswered: (count: number) =>
    count === 1 ? '1 reactie heeft nog geen besluit.' : `${count} reacties hebben nog geen besluit.`,
  objections: (count: number) => (count === 1 ? '1 bezwaar is ingediend.' : `${count} bezwaren zijn ingediend.`),
  notAccepted: (count: number) =>
    count === 1 ? '1 reactie is niet overgenomen.' : `${count} reacties zijn niet overgenomen.`,
  question: 'Wat besluit de Stuurgroep?',
  questionText: 'U legt vast wat de vergadering heeft besloten. De versies hierboven horen bij het besluit.',
  buttons: { approved: 'Akkoord', 'approved-provided': 'Akkoord, mits', returned: 'Terug naar de WBC' },
  confirm: {
    approved: 'De Stuurgroep is akkoord. Het bureau kan daarna vaststellen.',
    'approved-provided': 'De Stuurgroep is akkoord als aan de voorwaarden wordt voldaan.',
    returned: 'De tekst gaat terug naar de WBC, met de redenen.',
  },
  present: 'Hoeveel leden waren aanwezig?',
  reasons: 'Redenen',
  provisos: 'Voorwaarden',
  changesSince: (number: string) => `Wat is er veranderd sinds ${number}`,
  about: 'Besloten over:',
  noneRemaining: 'Er blijft geen bezwaar staan.',
};
