import { type Change, compare } from '@draagvlak/compare';
import type { RemarkKind } from '@draagvlak/procedure';
import type { Role, Stage } from './stage.ts';

interface Said {
  readonly by: Role;
  readonly at: string;
  readonly kind: RemarkKind;
  readonly body: string;
  /** What is said of a change: words in its new text; of an answer: the same as the question. */
  readonly of: (change: Change) => boolean;
}

const says = (words: string) => (change: Change) => change.after?.text.includes(words) === true;
const smallerGroups = (change: Change) => change.unit === 'requirement' && says('ten hoogste 8 deelnemers')(change);

/** What the steering group of the demo has asked and advised so far, and what the committee answered. */
const SAID: readonly Said[] = [
  {
    by: 'stuurgroep',
    at: '2026-05-04',
    kind: 'question',
    body: 'Is met de opleiders in de regio besproken of zij groepen van acht vol krijgen?',
    of: smallerGroups,
  },
  {
    by: 'voorzitter',
    at: '2026-05-05',
    kind: 'answer',
    body: 'Ja, in de vergadering van 24 april. Met een tweede docent mag een groep zestien deelnemers hebben (eis 4.3.3); daarmee kunnen zij uit de voeten.',
    of: smallerGroups,
  },
  {
    by: 'stuurgroep',
    at: '2026-05-05',
    kind: 'advice',
    body: 'Laat de WBC de termijn van vijf werkdagen nog toelichten voor het besluit.',
    of: says('binnen vijf werkdagen'),
  },
];

/** Plays what was said about the changes between two versions of a document. */
export async function discuss(
  stage: Stage,
  at: (day: string) => string,
  { dossier, document, before, after }: Readonly<Record<'dossier' | 'document' | 'before' | 'after', string>>,
): Promise<void> {
  const { changes } = compare(await stage.version(dossier, before), await stage.version(dossier, after));
  const questions = new Map<Said['of'], string>();
  for (const { by, at: day, kind, body, of } of SAID) {
    const change = changes.find(of);
    if (change === undefined) throw new Error(`nothing changed of which "${body}" could be said`);
    const remark = stage.newId();
    const about = kind === 'answer' ? (questions.get(of) ?? null) : null;
    if (kind === 'question') questions.set(of, remark);
    await stage.act(by, at(day), dossier, {
      type: 'remark-on-change',
      remark,
      document,
      before,
      after,
      change: change.key,
      kind,
      about,
      body,
    });
  }
}
