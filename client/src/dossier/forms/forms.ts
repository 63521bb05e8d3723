import type { DossierView } from '@draagvlak/contract/client';
import type { CommandType } from '@draagvlak/procedure';
import type { FormSpec } from './form-spec.ts';
import { impactGroupForm, impactNotApplicableForm, impactReportForm } from './impact-forms.ts';
import {
  closeRoundForm,
  extendRoundForm,
  meetingForm,
  noticesForm,
  publishCommentsForm,
  surveyForm,
} from './round-forms.ts';
import {
  adoptForm,
  committeeDecisionForm,
  freezeForm,
  publishForm,
  rulesQuestionForm,
  withdrawDossierForm,
} from './text-forms.ts';

export interface FormContext {
  readonly view: DossierView;
  /** Calendar day in Amsterdam, ISO. */
  readonly today: string;
  readonly newId: () => string;
}

/** Acts that are done with a plain form on the dossier page; the others have a place of their own. */
const FORMS: Readonly<Partial<Record<CommandType, (context: FormContext) => FormSpec | null>>> = {
  'answer-rules-question': ({ view }) => rulesQuestionForm(view),
  'record-committee-decision': ({ today }) => committeeDecisionForm(today),
  freeze: ({ view, newId }) => freezeForm(view, newId),
  publish: ({ view }) => publishForm(view),
  'record-notices': ({ view }) => noticesForm(view),
  'record-meeting': ({ view, today }) => meetingForm(view, today),
  'record-survey': ({ view }) => surveyForm(view),
  'extend-round': ({ view }) => extendRoundForm(view),
  'close-round': ({ view }) => closeRoundForm(view),
  'publish-comments': ({ view }) => publishCommentsForm(view),
  'name-impact-group': ({ view }) => impactGroupForm(view),
  'report-impact': ({ view }) => impactReportForm(view),
  'declare-impact-not-applicable': () => impactNotApplicableForm(),
  adopt: ({ view }) => adoptForm(view),
  'withdraw-dossier': () => withdrawDossierForm(),
};

/** Acts with a form of their own shape. */
const OWN_FORMS: readonly CommandType[] = ['set-planning', 'add-reference', 'start-draft', 'make-erratum'];

export interface Act {
  readonly command: CommandType;
  readonly refusal: DossierView['allowed'][number]['refusal'];
}

/** What this person can do on the dossier page, what can be done at once first. A step has its own place. */
export function actsOf(context: FormContext): readonly Act[] {
  return context.view.allowed
    .filter(({ command }) => OWN_FORMS.includes(command) || (FORMS[command]?.(context) ?? null) !== null)
    .filter(({ command }) => command !== 'start-draft' || context.view.documents.some(({ started }) => !started))
    .filter(
      ({ command }) => command !== 'make-erratum' || context.view.documents.some(({ versions }) => versions.length > 0),
    )
    .toSorted((one, other) => Number(one.refusal !== null) - Number(other.refusal !== null));
}

export function formOf(command: CommandType, context: FormContext): FormSpec | null {
  return FORMS[command]?.(context) ?? null;
}
