import { readFileSync } from 'node:fs';
import type { CommentKind, DispositionKind } from '@draagvlak/review';
import type { Role } from './stage.ts';

export interface SampleComment {
  readonly id: string;
  readonly datum: string;
  readonly kanaal: string;
  readonly indiener: string;
  readonly rol: string;
  readonly natuurlijkPersoon: boolean;
  readonly onderdeel: string;
  readonly citaat: string;
  readonly soort: string;
  readonly reactie: string;
  readonly tekstvoorstel: string;
  readonly duplicaatVan: string;
  readonly besluit: string;
  readonly motivering: string;
}
export interface SampleObjection {
  readonly id: string;
  readonly datum: string;
  readonly indiener: string;
  readonly rol: string;
  readonly onderdeel: string;
  readonly vervolgOp: string;
  readonly bezwaar: string;
  readonly besluit: string;
  readonly motivering: string;
}

export const read = (name: string) => readFileSync(new URL(`../../sample/${name}`, import.meta.url), 'utf8');
export const sample = JSON.parse(read('comments.json')) as {
  readonly reacties: readonly SampleComment[];
  readonly bezwaren: readonly SampleObjection[];
};

export const KINDS: Readonly<Record<string, CommentKind>> = {
  redactioneel: 'editorial',
  inhoudelijk: 'substantive',
  vraag: 'question',
  bezwaar: 'objection',
  steun: 'support',
};
export const DISPOSITIONS: Readonly<Record<string, DispositionKind>> = {
  overgenomen: 'accepted',
  'gedeeltelijk overgenomen': 'partly-accepted',
  gedeeltelijk: 'partly-accepted',
  'niet overgenomen': 'not-accepted',
  beantwoord: 'answered',
  'ter kennisgeving': 'noted',
  samengevoegd: 'merged',
  'buiten reikwijdte': 'out-of-scope',
  doorgeschoven: 'deferred',
};

/** Who of the cast speaks for a submitter of the sample. */
const SUBMITTERS: Readonly<Record<string, Role>> = {
  'Opleidingscentrum Maasoever': 'maasoever',
  'Examencentrum Delta Toetsing': 'examencentrum',
  'Veiligheidsschool Kanaalzone': 'kanaalzone',
  'Industrieservice Van Dalen': 'vandalen',
  'Trainingshuis Noordzij': 'noordzij',
  'Raffinaderij Noordhaven': 'opdrachtgever',
  'Terminal Westkade': 'westkade',
  'Vakschool De Toren': 'opleider',
  'Toezichthouder examens (partner)': 'partner',
  'Waarborgcommissie Gasmeten, lid': 'tweede-auteur',
  'Toetscentrum Oost': 'oost',
  'Examenorganisatie (partner)': 'examenorganisatie',
  'Leverancier Meettechniek': 'meettechniek',
  'Steigerbouw en Isolatie Rijnmond': 'rijnmond',
  'Stuurgroep, lid namens aannemers': 'stuurgroep-2',
  'Stuurgroep, lid namens opdrachtgevers': 'stuurgroep',
};
export const submitter = (name: string, role: string): Role =>
  SUBMITTERS[name] ?? (role === 'docent' ? 'docent' : 'deelnemer');
