const changes = (count: number) => (count === 1 ? '1 wijziging' : `${count} wijzigingen`);

/** What who decides reads beside a comparison: what became of each reaction, what it means, and what others say of it. */
export const reviewing = {
  /** Parts of the bar that says why things changed. */
  reasons: {
    label: 'Waarom er gewijzigd is',
    comments: 'voor een reactie',
    own: 'ambtshalve',
    none: 'zonder reden',
    renumbered: 'alleen vernummerd',
  },
  discussed: 'Besproken',
  questionsOpen: (count: number) => (count === 1 ? '1 vraag zonder antwoord' : `${count} vragen zonder antwoord`),
  said: (count: number) => (count === 1 ? '1 opmerking of advies' : `${count} opmerkingen en adviezen`),
  show: { questions: 'Vraag zonder antwoord', discussed: 'Met vragen of opmerkingen' },
  reactions: 'Reacties',
  becameOf: 'Wat er met elke reactie is gedaan',
  noReactions: 'Er zijn geen reacties bij deze tekst.',
  chooseChange:
    'Kies een wijziging in de tekst om te zien waarom zij er is. Of lees hier wat er van elke reactie is geworden.',
  allReactions: 'Alle reacties',
  passage: 'Passage toen en nu',
  passageThen: 'Toen',
  passageNow: 'Nu',
  passageGone: 'Deze woorden staan er niet meer.',
  wholeDocument: 'Over het hele document.',
  changesFor: 'Wijzigingen',
  noChangesFor: 'Bij deze reactie hoort geen wijziging.',
  impact: 'Gevolgen',
  impactOf: (section: string) => `Gevolgen volgens de impactanalyse, ${section}`,
  answer: {
    open: 'Beantwoorden',
    body: 'Uw antwoord',
    by: (name: string) => `Antwoord van de WBC, ${name}`,
    waiting: 'Wacht op antwoord van de WBC',
  },
  inRemarks: (count: number) => `${changes(count)} met een vraag of opmerking`,
  decision: {
    title: 'Besluit over het geheel',
    read: (read: number, total: number, document: string) =>
      `U las ${read} van de ${changes(total)} in het ${document}.`,
    short: { approved: 'Akkoord', provided: 'Mits …', returned: 'Terug' },
  },
  clearFilter: (name: string) => `Filter ${name} wissen`,
  keys: { decide: 'Naar het besluit', reactions: 'Naar de reacties' },
  impactForm: {
    title: 'Gevolgen per onderdeel',
    intro:
      'Noem hier wat het concept voor een onderdeel betekent. Wie besluit, leest het bij de wijzigingen in dat onderdeel.',
    section: 'Onderdeel',
    choose: 'Kies een onderdeel',
    add: 'Onderdeel toevoegen',
    remove: 'Weghalen',
    number: (number: number) => `Onderdeel ${number}`,
  },
};
