import type { Category, ChangeKind, ChangeUnit } from '@draagvlak/compare';
import type { DossierRole, ImpactAxis, Party, Phase, RemarkKind, Right } from '@draagvlak/procedure';
import type { AnchorScope, Channel, CommentKind, DispositionKind, Finding, Link, Rung } from '@draagvlak/review';
import { vocabularyFirst } from './vocabulary-first.ts';

const phases: Record<Phase, string> = {
  preparation: 'Voorbereiden',
  drafting: 'Opstellen 1e concept',
  consultation: 'Inspraak op het 1e concept',
  processing: 'Verwerken naar het 2e concept',
  inspection: 'Inzage van het 2e concept',
  finalisation: 'Definitief concept maken',
  approval: 'Besluit van de Stuurgroep',
  adopted: 'Vaststellen en publiceren',
  'in-force': 'In werking',
  withdrawn: 'Ingetrokken',
};

const roles: Record<DossierRole, string> = {
  'wbc-member': 'WBC-lid',
  'wbc-chair': 'WBC-voorzitter',
  secretary: 'Secretaris',
  'steering-member': 'Stuurgroeplid',
  'impact-member': 'Werkgroeplid impactanalyse',
  stakeholder: 'Belanghebbende',
  partner: 'Partner',
  reader: 'Lezer',
  administrator: 'Beheerder',
};

/** The role as the party whose turn it is: "de WBC", "de Stuurgroep". */
const turns: Record<DossierRole, string> = {
  'wbc-member': 'de WBC',
  'wbc-chair': 'de voorzitter van de WBC',
  secretary: 'de secretaris',
  'steering-member': 'de Stuurgroep',
  'impact-member': 'de werkgroep impactanalyse',
  stakeholder: 'de belanghebbenden',
  partner: 'de partners',
  reader: 'de lezers',
  administrator: 'de beheerder',
};

const rights: Record<Right, string> = {
  read: 'lezen',
  react: 'reageren',
  write: 'schrijven',
  decide: 'beslissen',
};

const parties: Record<Party, string> = {
  opleider: 'Opleider',
  examencentrum: 'Examencentrum',
  opdrachtgever: 'Opdrachtgever',
  werkgever: 'Werkgever',
  partner: 'Partner',
  docent: 'Docent',
  deelnemer: 'Deelnemer',
  wbc: 'WBC',
  stuurgroep: 'Stuurgroep',
  overig: 'Overig',
};

const commentKinds: Record<CommentKind, string> = {
  editorial: 'Redactioneel',
  substantive: 'Inhoudelijk',
  question: 'Vraag',
  objection: 'Bezwaar',
  support: 'Steun',
};

const commentKindHints: Record<CommentKind, string> = {
  editorial: 'Taal, spelling of vorm',
  substantive: 'De inhoud moet anders',
  question: 'U wilt iets weten',
  objection: 'Zo kan het niet voor u',
  support: 'Houd dit zo',
};

const dispositions: Record<DispositionKind, string> = {
  accepted: 'Overgenomen',
  'partly-accepted': 'Gedeeltelijk overgenomen',
  'not-accepted': 'Niet overgenomen',
  answered: 'Beantwoord',
  noted: 'Ter kennisgeving aangenomen',
  merged: 'Samengevoegd',
  'out-of-scope': 'Buiten reikwijdte',
  deferred: 'Doorgeschoven naar volgende herziening',
};

/** What a decision asks for under "Motivering". */
const dispositionDemands: Record<DispositionKind, string> = {
  accepted: 'Zeg kort wat er is veranderd en wijs de plaats in de tekst aan.',
  'partly-accepted':
    'Verplicht bij dit besluit: wat neemt u over, wat niet, en waarom. Wijs de plaats in de tekst aan.',
  'not-accepted': 'Verplicht bij dit besluit: waarom neemt u dit niet over.',
  answered: 'Verplicht bij dit besluit: het antwoord op de vraag.',
  noted: 'Een toelichting mag, maar hoeft niet.',
  merged: 'Kies de reactie waarmee u deze samenvoegt. Het antwoord op die reactie geldt ook hier.',
  'out-of-scope': 'Verplicht bij dit besluit: waarom dit er niet onder valt, en waar de indiener wel terechtkan.',
  deferred: 'Verplicht bij dit besluit: waarom dit wacht op de volgende herziening.',
};

const channels: Record<Channel, string> = {
  web: 'formulier',
  survey: 'enquête',
  'e-mail': 'e-mail',
  meeting: 'overleg',
  word: 'Word-bestand',
  letter: 'brief',
};

const rungs: Record<Rung, string> = {
  exact: 'Staat er nog zo',
  moved: 'Verplaatst, zelfde woorden',
  changed: 'Tekst gewijzigd',
  replaced: 'Tekst vervangen, waarschijnlijk hier',
  uncertain: 'Plaats onzeker, graag bevestigen',
  deleted: 'Tekst vervallen',
  section: 'Hele onderdeel',
  document: 'Hele document',
};

const anchorScopes: Record<AnchorScope, string> = {
  passage: 'passage',
  section: 'onderdeel',
  block: 'alinea',
  row: 'rij',
  column: 'kolom',
  cell: 'cel',
  document: 'hele document',
};

const categories: Record<Category, string> = {
  substantive: 'Inhoudelijk',
  editorial: 'Redactioneel',
  moved: 'Verplaatst',
  renumbered: 'Vernummerd',
  new: 'Nieuw',
  deleted: 'Vervallen',
};

const changeKinds: Record<ChangeKind, string> = {
  inserted: 'Nieuw',
  deleted: 'Vervallen',
  text: 'Gewijzigd',
  rewritten: 'Herschreven',
  moved: 'Verplaatst',
  retitled: 'Andere titel',
  renumbered: 'Vernummerd',
  split: 'Gesplitst',
  merged: 'Samengevoegd',
  attribute: 'Gegeven gewijzigd',
  mark: 'Opmaak gewijzigd',
};

const changeUnits: Record<ChangeUnit, string> = {
  section: 'onderdeel',
  block: 'alinea',
  item: 'punt in een lijst',
  requirement: 'eis',
  table: 'tabel',
  row: 'rij',
  column: 'kolom',
  cell: 'cel',
  image: 'afbeelding',
  source: 'bron',
  footnote: 'voetnoot',
};

const findings: Record<Finding['kind'], string> = {
  'accepted-without-change': 'Overgenomen, maar in de tekst is niets veranderd',
  'change-without-ground': 'Wijziging zonder reactie of eigen reden',
  'comment-unanswered': 'Reactie zonder besluit',
  'rejected-but-changed': 'Niet overgenomen, maar de tekst is wel veranderd',
  'place-gone': 'De aangewezen plaats staat niet meer in de tekst',
  'words-remain': 'Woorden die zouden vervallen, staan er nog',
};

const linkGrounds: Record<Link['how'], string> = {
  recorded: 'vastgelegd tijdens het verwerken',
  disposition: 'aangewezen in het besluit',
  attached: 'achteraf gekoppeld',
  overlap: 'waarschijnlijk, want op dezelfde plaats',
};

const outcomes: Record<'approved' | 'approved-provided' | 'returned', string> = {
  approved: 'Akkoord',
  'approved-provided': 'Akkoord, mits',
  returned: 'Terug naar de WBC',
};

const roundKinds: Record<'consultation' | 'inspection', string> = {
  consultation: 'Inspraak',
  inspection: 'Inzage',
};

const meetingKinds: Record<'presentation' | 'summary', string> = {
  presentation: 'Presentatie',
  summary: 'Terugkoppeling',
};

const remarkKinds: Record<RemarkKind, string> = {
  question: 'Vraag',
  remark: 'Opmerking',
  advice: 'Advies',
  answer: 'Antwoord',
};

/** What an impact analysis weighs. */
const impactAxes: Record<ImpactAxis, string> = {
  quality: 'Kwaliteit',
  time: 'Opleidings- en examentijd',
  costs: 'Kosten',
  acceptance: 'Acceptatie',
};

export const vocabulary = {
  ...vocabularyFirst,
  phases,
  roles,
  turns,
  rights,
  parties,
  commentKinds,
  commentKindHints,
  dispositions,
  dispositionDemands,
  channels,
  rungs,
  anchorScopes,
  categories,
  changeKinds,
  changeUnits,
  findings,
  linkGrounds,
  outcomes,
  roundKinds,
  meetingKinds,
  remarkKinds,
  impactAxes,
  /** Besluit on a comment that has none yet, marks, and the submitter's own act. */
  open: 'Nog geen besluit',
  proposed: 'Voorstel',
  confirmed: 'Bevestigd',
  withdrawnBySubmitter: 'Ingetrokken door indiener',
  late: 'Na sluiting ontvangen',
  outOfScope: 'Aandachtspunt volgende herziening',
  naturalPerson: 'Natuurlijk persoon',
  mergedWith: (number: string) => `Samengevoegd met ${number}`,
  ownInitiative: 'Ambtshalve',
  wholeDocument: 'Hele document',
};
