import { readFileSync } from 'node:fs';
import { outline } from '@draagvlak/document';
import type { DossierRole, Party } from '@draagvlak/procedure';
import {
  type Anchor,
  type CommentKind,
  type DispositionKind,
  findQuote,
  makeAnchor,
  type QuoteMatch,
  type Selection,
} from '@draagvlak/review';
import type { Calendar } from './calendar.ts';
import { people } from './cast.ts';
import type { EditRound } from './edit.ts';
import * as opleiderdocumentEdits from './opleiderdocument-edits.ts';
import { impactOf } from './impact.ts';
import { discuss } from './remarks.ts';
import type { Role, Stage } from './stage.ts';
import * as taakprofielEdits from './taakprofiel-edits.ts';

/** How far the story is played. */
export const STAGES = ['drafting', 'consultation', 'processing', 'inspection', 'finalisation', 'approval'] as const;
export type StoryStage = (typeof STAGES)[number];

interface SampleComment {
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
interface SampleObjection {
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

const read = (name: string) => readFileSync(new URL(`../../sample/${name}`, import.meta.url), 'utf8');
const sample = JSON.parse(read('comments.json')) as {
  readonly reacties: readonly SampleComment[];
  readonly bezwaren: readonly SampleObjection[];
};

const KINDS: Readonly<Record<string, CommentKind>> = {
  redactioneel: 'editorial',
  inhoudelijk: 'substantive',
  vraag: 'question',
  bezwaar: 'objection',
  steun: 'support',
};
const DISPOSITIONS: Readonly<Record<string, DispositionKind>> = {
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
const submitter = (name: string, role: string): Role =>
  SUBMITTERS[name] ?? (role === 'docent' ? 'docent' : 'deelnemer');
const AUTHORS = { author: 'auteur', 'second-author': 'tweede-auteur', chair: 'voorzitter' } as const;

/** Who takes part in a dossier: everybody of the cast, in the role the cast gives; the chair writes along. */
export function members(stage: Stage, keys: readonly Role[] = people.map(({ key }) => key)) {
  const list = people
    .filter(({ key, role }) => keys.includes(key) && role !== 'administrator')
    .map(({ key, role, party, organisation }) => ({
      person: stage.person(key),
      role: role as DossierRole,
      party: party as Party,
      organisation: organisation === null ? null : stage.organisation(organisation),
    }));
  return [
    ...list,
    ...list.filter(({ role }) => role === 'wbc-chair').map((one) => ({ ...one, role: 'wbc-member' as const })),
  ];
}

export interface Played {
  readonly dossier: string;
  /** Opleiderdocument. */
  readonly document: string;
  readonly draft: string;
  /** Ids of the sample's comments by number ("R07", "B02"). */
  readonly comments: ReadonlyMap<string, string>;
}

/** The place that a quote of the sample names; without a quote the section, or the whole document. */
async function anchorOf(stage: Stage, dossier: string, version: string, quote: string, where: string): Promise<Anchor> {
  const document = await stage.version(dossier, version);
  const section = outline(document).sections.find(
    ({ number }) => number !== null && (number === where || `Bijlage ${number}` === where),
  );
  const selection: Selection | null =
    quote === ''
      ? section
        ? { scope: 'section', node: section.id }
        : { scope: 'document' }
      : found(findQuote(document, quote, section?.id ?? null));
  const anchor = selection && makeAnchor(document, selection, version);
  if (!anchor) throw new Error(`"${quote}" does not stand in ${where}`);
  return anchor;
}

const found = (match: QuoteMatch): Selection | null => ('found' in match ? match.found : null);

const moveDeep = <T>(value: T, calendar: Calendar): T => JSON.parse(calendar.moveText(JSON.stringify(value))) as T;

/** Plays rounds of edits; answers which nodes were touched per comment, and when for rounds on own initiative. */
async function write(
  stage: Stage,
  calendar: Calendar,
  days: readonly string[],
  draft: string,
  rounds: readonly EditRound[],
  comments: ReadonlyMap<string, string>,
): Promise<{ places: Map<string, string[]>; own: { at: string; reason: string }[] }> {
  const places = new Map<string, string[]>();
  const own: { at: string; reason: string }[] = [];
  for (const [index, round] of moveDeep(rounds, calendar).entries()) {
    const day = days[Math.floor((index * days.length) / rounds.length)] ?? days[0] ?? '';
    const minutes = 9 * 60 + (index % 40) * 7;
    const at = calendar.at(
      day,
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
    );
    const comment = round.comment === null ? null : (comments.get(round.comment) ?? null);
    if (round.comment !== null && comment === null) throw new Error(`no comment ${round.comment}`);
    const touched = await stage.edit(AUTHORS[round.author], at, draft, comment, round.edits);
    if (round.comment !== null) places.set(round.comment, [...(places.get(round.comment) ?? []), ...touched]);
    else if (round.ownInitiative !== undefined) own.push({ at, reason: round.ownInitiative });
  }
  return { places, own };
}

/** States the reason of the changes that were made on own initiative in these moments. */
async function state(
  stage: Stage,
  at: string,
  where: { dossier: string; document: string; before: string },
  own: readonly { at: string; reason: string }[],
): Promise<void> {
  const { dossier, document, before } = where;
  const view = await stage.evidence(dossier, document);
  for (const attribution of view.attributions) {
    if (attribution.comments.length > 0) continue;
    const round = own.find((one) => one.at === attribution.first || one.at === attribution.last);
    if (!round) continue;
    await stage.act('voorzitter', at, dossier, {
      type: 'attach-ground',
      document,
      before,
      after: null,
      change: attribution.key,
      comment: null,
      reason: round.reason,
    });
  }
}

/** What the sample calls the WBC's answer, as a proposal by an author that the chair confirms. */
async function dispose(
  stage: Stage,
  calendar: Calendar,
  day: string,
  dossier: string,
  answers: readonly { id: string; besluit: string; motivering: string; into: string }[],
  comments: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, readonly string[]>,
  sections: (node: string) => string | null,
): Promise<void> {
  for (const [index, { id, besluit, motivering, into }] of answers.entries()) {
    const kind = DISPOSITIONS[besluit];
    const comment = comments.get(id);
    if (!kind || !comment) throw new Error(`no answer to ${id}: ${besluit}`);
    const disposition = stage.newId();
    const minute = String(index).padStart(2, '0');
    // A member of the committee does not decide on the committee's own reaction.
    await stage.act(id === 'R15' ? 'secretaris' : 'auteur', calendar.at(day, `13:${minute}`), dossier, {
      type: 'propose-disposition',
      disposition,
      comment,
      decision: {
        kind,
        motivation: motivering,
        places: [...new Set(places.get(id) ?? [])].map((node) => ({ node, section: sections(node) })),
        into: into === '' ? null : (comments.get(into) ?? null),
      },
      supersedes: null,
    });
    await stage.act('voorzitter', calendar.at(day, `15:${minute}`), dossier, {
      type: 'confirm-disposition',
      disposition,
    });
  }
}

/** The whole story of Gasmeten, by the product's own commands, up to and including the start of `until`. */
export async function playGasmeten(stage: Stage, calendar: Calendar, until: StoryStage): Promise<Played> {
  const reached = (phase: StoryStage) => STAGES.indexOf(phase) <= STAGES.indexOf(until);
  const taakprofiel = stage.newId();
  const document = stage.newId();
  const taakprofielDraft = stage.newId();
  const draft = stage.newId();
  const comments = new Map<string, string>();
  const at = calendar.at;

  const dossier = await stage.open('secretaris', at('2025-11-03'), {
    definition: 'sog-p',
    title: 'Gasmeten',
    qualifications: ['gasmeten'],
    documents: [
      { id: taakprofiel, kind: 'taakprofiel', title: 'Taakprofiel Gasmeten', draft: taakprofielDraft },
      { id: document, kind: 'opleiderdocument', title: 'Opleiderdocument Gasmeten', draft },
    ],
    members: members(stage),
  });
  const played: Played = { dossier, document, draft, comments };
  const act: (role: Role, when: string, command: Parameters<Stage['act']>[3]) => Promise<void> = (
    role,
    when,
    command,
  ) => stage.act(role, when, dossier, command);
  const plan = [
    ['drafting', '2025-11-03', '2026-01-11'],
    ['consultation', '2026-01-12', '2026-02-17'],
    ['processing', '2026-02-18', '2026-03-29'],
    ['inspection', '2026-03-30', '2026-04-13'],
    ['finalisation', '2026-04-14', '2026-04-30'],
    ['approval', '2026-05-01', '2026-05-19'],
    ['adopted', '2026-05-20', '2026-06-15'],
  ] as const;
  for (const [phase, from, end] of plan) {
    await act('secretaris', at('2025-11-03', '10:30'), {
      type: 'set-planning',
      phase,
      from: calendar.date(from),
      until: calendar.date(end),
      reason: '',
    });
  }
  await act('secretaris', at('2025-11-03', '10:40'), {
    type: 'add-reference',
    reference: {
      id: stage.newId(),
      title: 'Toetsmatrijs Gasmeten, huidige examendocumentatie',
      kind: 'link',
      blob: null,
      href: 'https://www.ssvv.nl/opleiding/sog-petrochemie',
      type: null,
    },
  });
  await act('secretaris', at('2025-11-03', '11:00'), {
    type: 'enter-phase',
    phase: 'drafting',
    reason: '',
    closes: null,
    round: null,
  });
  await stage.start('auteur', at('2025-11-04'), dossier, taakprofiel, calendar.moveText(read('taakprofiel-v1.md')));
  await stage.start(
    'auteur',
    at('2025-11-04', '10:05'),
    dossier,
    document,
    calendar.moveText(read('opleiderdocument-v1.md')),
  );
  await write(
    stage,
    calendar,
    ['2025-11-18', '2025-12-02', '2025-12-16'],
    draft,
    opleiderdocumentEdits.firstConcept,
    comments,
  );
  if (!reached('consultation')) return played;

  await act('voorzitter', at('2026-01-08', '15:00'), {
    type: 'answer-rules-question',
    changesRules: true,
    list: 'Opleidingsduur per doelgroep; groepsgrootte praktijk; eisen aan docenten; bewaartermijn; herhaling; taal; audit; middelen; veiligheid bij oefenen.',
  });
  const first = stage.newId();
  const firstTaakprofiel = stage.newId();
  await act('voorzitter', at('2026-01-08', '15:30'), {
    type: 'freeze',
    document: taakprofiel,
    version: firstTaakprofiel,
    number: '0.1',
    note: '',
  });
  await act('voorzitter', at('2026-01-08', '15:35'), {
    type: 'freeze',
    document,
    version: first,
    number: '0.1',
    note: '',
  });
  await act('secretaris', at('2026-01-08', '16:00'), {
    type: 'record-committee-decision',
    on: calendar.date('2026-01-08'),
    minutes: 'De WBC legt het eerste concept van beide documenten voor aan alle belanghebbenden.',
  });
  const consultation = stage.newId();
  await act('secretaris', at('2026-01-12', '09:00'), {
    type: 'enter-phase',
    phase: 'consultation',
    reason: '',
    closes: at('2026-02-06', '23:59:59'),
    round: consultation,
  });
  await act('secretaris', at('2026-01-12', '09:05'), {
    type: 'publish',
    versions: [firstTaakprofiel, first],
    where: 'ssvv.nl',
  });
  await act('secretaris', at('2026-01-12', '09:10'), { type: 'record-notices', round: consultation, people: 61 });
  await act('secretaris', at('2026-01-14', '16:00'), {
    type: 'record-meeting',
    kind: 'presentation',
    on: calendar.date('2026-01-14'),
    report: 'Online overleg met 34 deelnemers. De WBC lichtte beide concepten toe.',
  });
  const isLate = (comment: SampleComment) => comment.datum > '2026-02-06';
  const submit = async (comment: SampleComment, minute: number) => {
    const id = stage.newId();
    comments.set(comment.id, id);
    const who = submitter(comment.indiener, comment.rol);
    const person = people.find(({ key }) => key === who);
    const channel = comment.kanaal === 'e-mail' ? 'e-mail' : comment.kanaal === 'online overleg' ? 'meeting' : 'web';
    const when = at(comment.datum, `11:${String(minute).padStart(2, '0')}`);
    const anchor = await anchorOf(stage, dossier, first, comment.citaat, comment.onderdeel);
    await act(channel === 'web' ? who : 'secretaris', when, {
      type: 'submit-comment',
      comment: id,
      version: first,
      anchor,
      kind: KINDS[comment.soort] ?? 'substantive',
      body: comment.reactie,
      proposal:
        comment.tekstvoorstel === '' ||
        comment.citaat === '' ||
        comment.citaat.startsWith('|') ||
        comment.citaat.startsWith('#')
          ? null
          : comment.tekstvoorstel,
      follows: null,
      registered:
        channel === 'web'
          ? null
          : {
              by: stage.person(who),
              organisation: person?.organisation ? stage.organisation(person.organisation) : null,
              party: (person?.party ?? 'overig') as Party,
              channel,
              receivedAt: when,
            },
    });
  };
  for (const [index, comment] of sample.reacties.entries()) if (!isLate(comment)) await submit(comment, index);
  if (!reached('processing')) return played;

  await act('stuurgroep', at('2026-01-20', '14:00'), {
    type: 'name-impact-group',
    people: [stage.person('werkgroep')],
  });
  await act('secretaris', at('2026-02-07', '09:00'), {
    type: 'record-survey',
    round: consultation,
    responses: 28,
    report: '28 van de 61 genodigden vulden de enquête in. Twee derde steunt onderscheid naar doelgroep.',
  });
  await act('voorzitter', at('2026-02-07', '09:30'), { type: 'close-round', round: consultation });
  await act('secretaris', at('2026-02-17', '16:00'), {
    type: 'record-meeting',
    kind: 'summary',
    on: calendar.date('2026-02-17'),
    report: 'Terugkoppeling van de hoofdlijnen: duur, groepsgrootte, docenten, privacy.',
  });
  await act('voorzitter', at('2026-02-18', '09:00'), {
    type: 'enter-phase',
    phase: 'processing',
    reason: '',
    closes: null,
    round: null,
  });
  for (const comment of sample.reacties) if (isLate(comment)) await submit(comment, 0);
  await act('secretaris', at('2026-02-18', '11:30'), { type: 'publish-comments', round: consultation });
  if (!reached('inspection')) return played;

  await act('werkgroep', at('2026-03-06', '12:00'), {
    type: 'report-impact',
    report:
      'Kwaliteit: meer praktijk en kleinere groepen helpen. Tijd: groep A blijft op acht uur, groep B gaat naar twaalf uur. Kosten: bij acht deelnemers per docent stijgen de kosten per deelnemer met een tiende, bij zes met een derde. Acceptatie: breed, met zorgen over de agenda in een stop.',
    sections: impactOf(document, outline(await stage.draft(draft))),
  });
  const writingDays = ['2026-03-02', '2026-03-03', '2026-03-09', '2026-03-10', '2026-03-16', '2026-03-17'];
  const taakprofielWork = await write(
    stage,
    calendar,
    writingDays,
    taakprofielDraft,
    taakprofielEdits.secondConcept,
    comments,
  );
  const work = await write(stage, calendar, writingDays, draft, opleiderdocumentEdits.secondConcept, comments);
  const placed = (json: Awaited<ReturnType<Stage['draft']>>) => {
    const { sectionOf } = outline(json);
    return (node: string) => sectionOf(node)?.id ?? null;
  };
  await dispose(
    stage,
    calendar,
    '2026-03-24',
    dossier,
    sample.reacties.map(({ id, besluit, motivering, duplicaatVan }) => ({
      id,
      besluit,
      motivering,
      into: duplicaatVan,
    })),
    comments,
    work.places,
    placed(await stage.draft(draft)),
  );
  await state(stage, at('2026-03-25'), { dossier, document, before: first }, work.own);
  await state(
    stage,
    at('2026-03-25', '10:30'),
    { dossier, document: taakprofiel, before: firstTaakprofiel },
    taakprofielWork.own,
  );
  await settle(stage, at('2026-03-26'), { dossier, document });
  await settle(stage, at('2026-03-26', '10:30'), { dossier, document: taakprofiel });
  const second = stage.newId();
  const secondTaakprofiel = stage.newId();
  await act('voorzitter', at('2026-03-27', '15:00'), {
    type: 'freeze',
    document: taakprofiel,
    version: secondTaakprofiel,
    number: '0.2',
    note: '',
  });
  await act('voorzitter', at('2026-03-27', '15:05'), {
    type: 'freeze',
    document,
    version: second,
    number: '0.2',
    note: '',
  });
  const inspection = stage.newId();
  await act('secretaris', at('2026-03-30', '09:00'), {
    type: 'enter-phase',
    phase: 'inspection',
    reason: '',
    closes: at('2026-04-13', '23:59:59'),
    round: inspection,
  });
  await act('secretaris', at('2026-03-30', '09:05'), {
    type: 'publish',
    versions: [secondTaakprofiel, second],
    where: 'ssvv.nl',
  });
  await act('secretaris', at('2026-03-30', '09:10'), { type: 'record-notices', round: inspection, people: 61 });
  for (const [index, objection] of sample.bezwaren.entries()) {
    const id = stage.newId();
    comments.set(objection.id, id);
    const who = submitter(objection.indiener, objection.rol);
    await act(who, at(objection.datum, `11:${String(index).padStart(2, '0')}`), {
      type: 'submit-comment',
      comment: id,
      version: second,
      anchor: await anchorOf(stage, dossier, second, '', objection.onderdeel),
      kind: 'objection',
      body: objection.bezwaar,
      proposal: null,
      follows: objection.vervolgOp === '' ? null : (comments.get(objection.vervolgOp) ?? null),
      registered: null,
    });
  }
  if (!reached('finalisation')) return played;

  await act('secretaris', at('2026-04-14', '09:00'), { type: 'close-round', round: inspection });
  await act('secretaris', at('2026-04-14', '09:30'), {
    type: 'enter-phase',
    phase: 'finalisation',
    reason: '',
    closes: null,
    round: null,
  });
  if (!reached('approval')) return played;

  const final = await write(stage, calendar, ['2026-04-21'], draft, opleiderdocumentEdits.definitiveConcept, comments);
  const finalTaakprofiel = await write(
    stage,
    calendar,
    ['2026-04-20'],
    taakprofielDraft,
    taakprofielEdits.definitiveConcept,
    comments,
  );
  await dispose(
    stage,
    calendar,
    '2026-04-22',
    dossier,
    sample.bezwaren.map(({ id, besluit, motivering }) => ({ id, besluit, motivering, into: '' })),
    comments,
    final.places,
    placed(await stage.draft(draft)),
  );
  await state(stage, at('2026-04-23'), { dossier, document, before: second }, final.own);
  await state(
    stage,
    at('2026-04-23', '10:30'),
    { dossier, document: taakprofiel, before: secondTaakprofiel },
    finalTaakprofiel.own,
  );
  await act('voorzitter', at('2026-04-24', '15:00'), {
    type: 'freeze',
    document: taakprofiel,
    version: stage.newId(),
    number: '0.9',
    note: '',
  });
  const definitive = stage.newId();
  await act('voorzitter', at('2026-04-24', '15:05'), {
    type: 'freeze',
    document,
    version: definitive,
    number: '0.9',
    note: '',
  });
  await act('voorzitter', at('2026-05-01', '09:00'), {
    type: 'enter-phase',
    phase: 'approval',
    reason: 'De wijzigingen volgen uit de bezwaren en raken de inhoud niet verder; een nieuwe inzage is niet nodig.',
    closes: null,
    round: null,
  });
  await discuss(stage, (day) => at(day), { dossier, document, before: first, after: definitive });
  return played;
}

/** The chair lets stand what the check names and would stop the freeze, with the reason. */
async function settle(stage: Stage, at: string, where: { dossier: string; document: string }): Promise<void> {
  const view = await stage.evidence(where.dossier, where.document);
  for (const finding of view.findings) {
    if (
      finding.settled !== null ||
      !['accepted-without-change', 'comment-unanswered', 'place-gone'].includes(finding.kind)
    )
      continue;
    await stage.act('voorzitter', at, where.dossier, {
      type: 'settle-finding',
      document: where.document,
      finding: finding.key,
      reason: 'Besproken in de WBC van deze week: de tekst blijft zo, de toelichting staat in de motivering.',
    });
  }
}
