import type { CommentKind, DispositionKind } from '@draagvlak/review';
import type { SmallSubject } from './small-documents.ts';
import type { Role } from './stage.ts';

/** A reaction to the first concept of a smaller dossier, with what the committee does with it. */
export interface SmallComment {
  readonly by: Role;
  readonly section: string;
  readonly words: string;
  readonly kind: CommentKind;
  readonly body: string;
  readonly proposal: string | null;
  readonly answer: DispositionKind;
  readonly motivation: string;
  /** Words of the section that change for it, when accepted. */
  readonly edit: readonly [was: string, becomes: string] | null;
}

/** What people say of the first concept. */
export const commentsOn = (subject: SmallSubject): readonly SmallComment[] => [
  {
    by: 'opleider',
    section: 'Groepsgrootte',
    words: `ten hoogste ${subject.group} deelnemers per docent`,
    kind: 'substantive',
    body: `Met ${subject.group} deelnemers staat een deel te wachten. Een kleinere groep oefent meer.`,
    proposal: `ten hoogste ${subject.group - 2} deelnemers per docent`,
    answer: 'accepted',
    motivation: 'Tekstvoorstel gevolgd: de begeleiding bij het oefenen weegt zwaarder.',
    edit: [`ten hoogste ${subject.group} deelnemers`, `ten hoogste ${subject.group - 2} deelnemers`],
  },
  {
    by: 'vandalen',
    section: 'Duur',
    words: `minimaal ${subject.theory + subject.practice} uur`,
    kind: 'objection',
    body: 'Dit past niet in één werkdag. Houd de opleiding op acht uur.',
    proposal: null,
    answer: 'not-accepted',
    motivation: 'De leerdoelen vragen deze tijd. De opleider mag de uren over meer dagen verdelen.',
    edit: null,
  },
  {
    by: 'examencentrum',
    section: 'Docenten',
    words: `ten minste ${subject.years} jaar werkervaring`,
    kind: 'question',
    body: 'Telt ervaring in een andere sector ook mee?',
    proposal: null,
    answer: 'answered',
    motivation: 'Ja, als het vak een vast onderdeel van het werk was.',
    edit: null,
  },
  {
    by: 'opdrachtgever',
    section: 'Veiligheid tijdens de opleiding',
    words: 'De docent houdt tijdens de praktijk voortdurend toezicht.',
    kind: 'substantive',
    body: 'Neem op dat de docent een oefening direct stopt als het onveilig wordt.',
    proposal: 'De docent houdt tijdens de praktijk voortdurend toezicht en stopt een oefening die onveilig wordt.',
    answer: 'accepted',
    motivation: 'Tekstvoorstel gevolgd.',
    edit: ['voortdurend toezicht.', 'voortdurend toezicht en stopt een oefening die onveilig wordt.'],
  },
  {
    by: 'noordzij',
    section: 'Lesmateriaal en taal',
    words: 'De opleider controleert het elk jaar',
    kind: 'support',
    body: 'Goed dat jaarlijks controleren genoeg is en niet alles vernieuwd hoeft te worden.',
    proposal: null,
    answer: 'noted',
    motivation: 'Dank voor de steun.',
    edit: null,
  },
  {
    by: 'partner',
    section: 'Kwaliteit en administratie',
    words: 'tot één jaar na het einde van de geldigheid van het diploma',
    kind: 'editorial',
    body: 'Schrijf ook op wat er daarna gebeurt.',
    proposal: 'tot één jaar na het einde van de geldigheid van het diploma en daarna verwijderd',
    answer: 'partly-accepted',
    motivation: 'Het verwijderen is toegevoegd, in eigen woorden.',
    edit: ['van het diploma.', 'van het diploma. Daarna verwijdert de opleider ze.'],
  },
];
