import type { DossierRole, Party } from '@draagvlak/procedure';

/** An invented organisation of the demo. */
export interface DemoOrganisation {
  readonly key: string;
  readonly name: string;
  readonly party: Party;
}

/** An invented person of the demo; those with `persona` can be chosen on the sign-in page. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly party: Party;
  readonly role: DossierRole;
  /** What the sign-in page says of this persona; absent for people who only appear in dossiers. */
  readonly persona?: string;
}

export const organisations: readonly DemoOrganisation[] = [
  { key: 'bureau', name: 'SSVV-bureau (voorbeeld)', party: 'overig' },
  { key: 'wbc', name: 'Waarborgcommissie Gasmeten', party: 'wbc' },
  { key: 'stuurgroep', name: 'Stuurgroep SOG-P', party: 'stuurgroep' },
  { key: 'maasoever', name: 'Opleidingscentrum Maasoever', party: 'opleider' },
  { key: 'kanaalzone', name: 'Veiligheidsschool Kanaalzone', party: 'opleider' },
  { key: 'noordzij', name: 'Trainingshuis Noordzij', party: 'opleider' },
  { key: 'toren', name: 'Vakschool De Toren', party: 'opleider' },
  { key: 'delta', name: 'Examencentrum Delta Toetsing', party: 'examencentrum' },
  { key: 'oost', name: 'Toetscentrum Oost', party: 'examencentrum' },
  { key: 'vandalen', name: 'Industrieservice Van Dalen', party: 'werkgever' },
  { key: 'rijnmond', name: 'Steigerbouw en Isolatie Rijnmond', party: 'werkgever' },
  { key: 'noordhaven', name: 'Raffinaderij Noordhaven', party: 'opdrachtgever' },
  { key: 'westkade', name: 'Terminal Westkade', party: 'opdrachtgever' },
  { key: 'toezicht', name: 'Toezichthouder examens (partner)', party: 'partner' },
  { key: 'examenorganisatie', name: 'Examenorganisatie (partner)', party: 'partner' },
  { key: 'meettechniek', name: 'Leverancier Meettechniek', party: 'overig' },
];

export const people: readonly DemoPerson[] = [
  {
    key: 'secretaris',
    name: 'Sanne de Groot',
    organisation: 'bureau',
    party: 'overig',
    role: 'secretary',
    persona: 'Secretaris van de WBC',
  },
  {
    key: 'voorzitter',
    name: 'Henk Postma',
    organisation: null,
    party: 'wbc',
    role: 'wbc-chair',
    persona: 'Voorzitter van de WBC',
  },
  {
    key: 'auteur',
    name: 'Anna Vermeer',
    organisation: 'wbc',
    party: 'wbc',
    role: 'wbc-member',
    persona: 'WBC-lid en auteur',
  },
  {
    key: 'tweede-auteur',
    name: 'Bram Osinga',
    organisation: 'wbc',
    party: 'wbc',
    role: 'wbc-member',
    persona: 'WBC-lid en auteur',
  },
  {
    key: 'opleider',
    name: 'Karin Toorenaar',
    organisation: 'toren',
    party: 'opleider',
    role: 'stakeholder',
    persona: 'Contactpersoon opleider',
  },
  {
    key: 'examencentrum',
    name: 'Joris Deltaweg',
    organisation: 'delta',
    party: 'examencentrum',
    role: 'stakeholder',
    persona: 'Contactpersoon examencentrum',
  },
  {
    key: 'opdrachtgever',
    name: 'Mirjam Haven',
    organisation: 'noordhaven',
    party: 'opdrachtgever',
    role: 'stakeholder',
    persona: 'Contactpersoon opdrachtgever',
  },
  {
    key: 'partner',
    name: 'Wim Toezicht',
    organisation: 'toezicht',
    party: 'partner',
    role: 'partner',
    persona: 'Partner (toezicht op examens)',
  },
  {
    key: 'stuurgroep',
    name: 'Els van Duin',
    organisation: 'stuurgroep',
    party: 'stuurgroep',
    role: 'steering-member',
    persona: 'Lid van de Stuurgroep',
  },
  {
    key: 'stuurgroep-2',
    name: 'Piet Aannemer',
    organisation: 'stuurgroep',
    party: 'stuurgroep',
    role: 'steering-member',
  },
  {
    key: 'werkgroep',
    name: 'Fatima el Amrani',
    organisation: 'westkade',
    party: 'opdrachtgever',
    role: 'impact-member',
    persona: 'Werkgroeplid impactanalyse',
  },
  { key: 'maasoever', name: 'Contact Maasoever', organisation: 'maasoever', party: 'opleider', role: 'stakeholder' },
  { key: 'kanaalzone', name: 'Contact Kanaalzone', organisation: 'kanaalzone', party: 'opleider', role: 'stakeholder' },
  { key: 'noordzij', name: 'Contact Noordzij', organisation: 'noordzij', party: 'opleider', role: 'stakeholder' },
  { key: 'oost', name: 'Contact Toetscentrum Oost', organisation: 'oost', party: 'examencentrum', role: 'stakeholder' },
  { key: 'vandalen', name: 'Contact Van Dalen', organisation: 'vandalen', party: 'werkgever', role: 'stakeholder' },
  { key: 'rijnmond', name: 'Contact Rijnmond', organisation: 'rijnmond', party: 'werkgever', role: 'stakeholder' },
  { key: 'westkade', name: 'Contact Westkade', organisation: 'westkade', party: 'opdrachtgever', role: 'stakeholder' },
  {
    key: 'examenorganisatie',
    name: 'Contact Examenorganisatie',
    organisation: 'examenorganisatie',
    party: 'partner',
    role: 'partner',
  },
  {
    key: 'meettechniek',
    name: 'Contact Meettechniek',
    organisation: 'meettechniek',
    party: 'overig',
    role: 'stakeholder',
  },
  { key: 'deelnemer', name: 'Deelnemer uit de praktijk', organisation: null, party: 'deelnemer', role: 'stakeholder' },
  { key: 'docent', name: 'Docent uit de praktijk', organisation: null, party: 'docent', role: 'stakeholder' },
  { key: 'lezer', name: 'Lotte Lezer', organisation: null, party: 'overig', role: 'reader', persona: 'Lezer' },
  {
    key: 'beheerder',
    name: 'Bas Beheer',
    organisation: 'bureau',
    party: 'overig',
    role: 'administrator',
    persona: 'Technisch beheerder',
  },
];
