import type { DossierView, StepView } from '@draagvlak/contract/client';
import type { Phase } from '@draagvlak/procedure';
import { words } from '../../stores/words.ts';
import type { FormSpec } from './form-spec.ts';

/** Phases that open a round when they are entered. */
const ROUND_PHASES: readonly Phase[] = ['consultation', 'inspection'];

/** The step into another phase. `newId` gives the id of the round it opens. */
export function stepForm(step: StepView, newId: () => string): FormSpec {
  const { commands, dossier } = words();
  const label = step.back ? commands.back[step.to] : commands.enter[step.to];
  const opens = ROUND_PHASES.includes(step.to);
  const withdraws = step.to === 'withdrawn';
  return {
    title: label,
    intro: withdraws ? dossier.forms.withdrawText : step.back ? dossier.forms.backText : dossier.forms.enterText,
    danger: withdraws,
    submit: label,
    fields: [
      ...(opens
        ? [{ kind: 'day', name: 'closes', label: dossier.forms.closes, hint: dossier.forms.closesHint } as const]
        : []),
      ...(step.needsReason
        ? [
            {
              kind: 'long',
              name: 'reason',
              label: withdraws
                ? dossier.forms.reason
                : step.back
                  ? dossier.forms.reasonBack
                  : dossier.forms.reasonSubstantive,
              required: true,
            } as const,
          ]
        : []),
    ],
    command: (values) => ({
      type: 'enter-phase',
      phase: step.to,
      reason: values.text('reason'),
      closes: opens && values.text('closes') !== '' ? values.text('closes') : null,
      round: opens ? newId() : null,
    }),
  };
}

const lastRound = (view: DossierView) => view.rounds.at(-1) ?? null;

export function extendRoundForm(view: DossierView): FormSpec | null {
  const round = lastRound(view);
  if (!round) return null;
  const { commands, dossier } = words();
  return {
    title: commands.labels['extend-round'],
    submit: commands.labels['extend-round'],
    fields: [
      { kind: 'day', name: 'closes', label: dossier.forms.closes, required: true },
      { kind: 'long', name: 'reason', label: dossier.forms.reason, required: true },
    ],
    command: (values) => ({
      type: 'extend-round',
      round: round.id,
      closes: values.text('closes'),
      reason: values.text('reason'),
    }),
  };
}

export function closeRoundForm(view: DossierView): FormSpec | null {
  const round = lastRound(view);
  if (!round) return null;
  const { commands, dossier } = words();
  return {
    title: commands.labels['close-round'],
    intro: dossier.forms.closeText,
    submit: commands.labels['close-round'],
    fields: [],
    command: () => ({ type: 'close-round', round: round.id }),
  };
}

export function noticesForm(view: DossierView): FormSpec | null {
  const round = lastRound(view);
  if (!round) return null;
  const { commands, dossier } = words();
  const invited = new Set(view.members.map(({ person }) => person.person)).size;
  return {
    title: commands.labels['record-notices'],
    submit: commands.labels['record-notices'],
    fields: [{ kind: 'number', name: 'people', label: dossier.forms.notices, required: true, value: invited }],
    command: (values) => ({ type: 'record-notices', round: round.id, people: Number(values.text('people')) }),
  };
}

export function surveyForm(view: DossierView): FormSpec | null {
  const round = lastRound(view);
  if (!round) return null;
  const { commands, dossier } = words();
  return {
    title: commands.labels['record-survey'],
    submit: commands.labels['record-survey'],
    fields: [
      { kind: 'number', name: 'responses', label: dossier.forms.responses, required: true },
      { kind: 'long', name: 'report', label: dossier.forms.report },
    ],
    command: (values) => ({
      type: 'record-survey',
      round: round.id,
      responses: Number(values.text('responses')),
      report: values.text('report'),
    }),
  };
}

export function meetingForm(view: DossierView, today: string): FormSpec {
  const { commands, dossier, vocabulary } = words();
  const presented = view.meetings.some(({ kind }) => kind === 'presentation');
  return {
    title: commands.labels['record-meeting'],
    submit: commands.labels['record-meeting'],
    fields: [
      {
        kind: 'one',
        name: 'kind',
        label: dossier.forms.meetingKind,
        required: true,
        value: presented ? 'summary' : 'presentation',
        options: (['presentation', 'summary'] as const).map((value) => ({
          value,
          label: vocabulary.meetingKinds[value],
        })),
      },
      { kind: 'day', name: 'on', label: dossier.forms.on, required: true, value: today },
      { kind: 'long', name: 'report', label: dossier.forms.report },
    ],
    command: (values) => ({
      type: 'record-meeting',
      kind: values.text('kind') === 'summary' ? 'summary' : 'presentation',
      on: values.text('on'),
      report: values.text('report'),
    }),
  };
}

export function publishCommentsForm(view: DossierView): FormSpec | null {
  const round = view.rounds.findLast(({ commentsPublishedAt }) => commentsPublishedAt === null);
  if (!round) return null;
  const { commands, dossier } = words();
  return {
    title: commands.labels['publish-comments'],
    intro: dossier.forms.publishCommentsText,
    submit: commands.labels['publish-comments'],
    fields: [],
    command: () => ({ type: 'publish-comments', round: round.id }),
  };
}
