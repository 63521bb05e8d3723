import type { DossierView } from '@draagvlak/contract/client';
import { words } from '../../stores/words.ts';
import type { FormSpec } from './form-spec.ts';

export function rulesQuestionForm(view: DossierView): FormSpec {
  const { commands, dossier } = words();
  const answered = view.rulesQuestion;
  return {
    title: dossier.rulesQuestion,
    submit: commands.labels['answer-rules-question'],
    fields: [
      {
        kind: 'one',
        name: 'changesRules',
        label: dossier.rulesQuestion,
        required: true,
        ...(answered === null ? {} : { value: answered.changesRules ? 'yes' : 'no' }),
        options: [
          { value: 'yes', label: dossier.rulesYes },
          { value: 'no', label: dossier.rulesNo },
        ],
      },
      {
        kind: 'long',
        name: 'list',
        label: dossier.forms.rulesList,
        hint: dossier.forms.rulesListHint,
        requiredIf: { name: 'changesRules', value: 'yes' },
        value: answered?.list ?? '',
      },
    ],
    command: (values) => ({
      type: 'answer-rules-question',
      changesRules: values.text('changesRules') === 'yes',
      list: values.text('list'),
    }),
  };
}

export function committeeDecisionForm(today: string): FormSpec {
  const { commands, dossier } = words();
  const label = commands.labels['record-committee-decision'];
  return {
    title: label,
    submit: label,
    fields: [
      { kind: 'day', name: 'on', label: dossier.forms.on, required: true, value: today },
      { kind: 'long', name: 'minutes', label: dossier.forms.minutes },
    ],
    command: (values) => ({
      type: 'record-committee-decision',
      on: values.text('on'),
      minutes: values.text('minutes'),
    }),
  };
}

/** Freezing gives the number of the phase. */
export function freezeForm(view: DossierView, newId: () => string): FormSpec {
  const { commands, dossier, vocabulary } = words();
  const started = view.documents.filter((document) => document.started);
  return {
    title: commands.labels.freeze,
    intro: `${dossier.forms.freezeText} ${dossier.forms.freezeNumber}`,
    submit: dossier.forms.freezeSure,
    fields: [
      {
        kind: 'one',
        name: 'document',
        label: dossier.forms.document,
        required: true,
        ...(started.length === 1 && started[0] ? { value: started[0].id } : {}),
        options: started.map(({ id, kind }) => ({ value: id, label: vocabulary.documentKinds[kind] })),
      },
      { kind: 'long', name: 'note', label: dossier.forms.freezeNote },
    ],
    command: (values) => ({
      type: 'freeze',
      document: values.text('document'),
      version: newId(),
      number: '',
      note: values.text('note'),
    }),
  };
}

export function publishForm(view: DossierView): FormSpec | null {
  const fresh = view.documents.flatMap(({ versions }) => versions).filter(({ publishedAt }) => publishedAt === null);
  if (fresh.length === 0) return null;
  const { commands, dossier } = words();
  return {
    title: commands.labels.publish,
    submit: commands.labels.publish,
    fields: [
      {
        kind: 'many',
        name: 'versions',
        label: dossier.forms.publishWhich,
        required: true,
        value: fresh.map(({ id }) => id),
        options: fresh.map(({ id, title, number }) => ({ value: id, label: `${title} ${number}` })),
      },
      {
        kind: 'line',
        name: 'where',
        label: dossier.forms.publishWhere,
        hint: dossier.forms.publishWhereHint,
        required: true,
      },
    ],
    command: (values) => ({ type: 'publish', versions: values.list('versions'), where: values.text('where') }),
  };
}

export function adoptForm(view: DossierView): FormSpec {
  const { commands, dossier } = words();
  return {
    title: commands.labels.adopt,
    submit: commands.labels.adopt,
    fields: [
      {
        kind: 'day',
        name: 'effective',
        label: dossier.forms.effective,
        required: true,
        value: view.adoption?.effective ?? '',
      },
      { kind: 'long', name: 'transition', label: dossier.forms.transition, value: view.adoption?.transition ?? '' },
    ],
    command: (values) => ({
      type: 'adopt',
      effective: values.text('effective'),
      transition: values.text('transition'),
    }),
  };
}

export function withdrawDossierForm(): FormSpec {
  const { commands, dossier } = words();
  return {
    title: commands.labels['withdraw-dossier'],
    intro: dossier.forms.withdrawText,
    danger: true,
    submit: commands.labels['withdraw-dossier'],
    fields: [{ kind: 'long', name: 'reason', label: dossier.forms.reason, required: true }],
    command: (values) => ({ type: 'withdraw-dossier', reason: values.text('reason') }),
  };
}
