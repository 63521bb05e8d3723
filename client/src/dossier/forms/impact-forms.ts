import type { DossierView } from '@draagvlak/contract/client';
import { words } from '../../stores/words.ts';
import type { FormSpec } from './form-spec.ts';
import { sectionsFrom } from './impact-sections.ts';

export function impactGroupForm(view: DossierView): FormSpec {
  const { commands, dossier, vocabulary } = words();
  const people = [...new Map(view.members.map((member) => [member.person.person, member])).values()];
  return {
    title: commands.labels['name-impact-group'],
    submit: commands.labels['name-impact-group'],
    fields: [
      {
        kind: 'many',
        name: 'people',
        label: dossier.forms.impactPeople,
        required: true,
        value: view.impactGroup.map(({ person }) => person),
        options: people.map(({ person, role }) => ({
          value: person.person,
          label: person.name,
          hint: [vocabulary.roles[role], person.organisation].filter((part) => part !== null).join(', '),
        })),
      },
    ],
    command: (values) => ({ type: 'name-impact-group', people: values.list('people') }),
  };
}

export function impactReportForm({ impact }: DossierView): FormSpec {
  const { commands, dossier } = words();
  return {
    title: commands.labels['report-impact'],
    submit: commands.labels['report-impact'],
    fields: [
      {
        kind: 'long',
        name: 'report',
        label: dossier.forms.impactReport,
        hint: dossier.forms.impactReportHint,
        required: true,
        value: impact?.kind === 'reported' ? (impact.text ?? '') : '',
      },
    ],
    command: (values) => ({
      type: 'report-impact',
      report: values.text('report'),
      sections: [...sectionsFrom(values)],
    }),
  };
}

export function impactNotApplicableForm(): FormSpec {
  const { commands, dossier } = words();
  return {
    title: commands.labels['declare-impact-not-applicable'],
    submit: commands.labels['declare-impact-not-applicable'],
    fields: [{ kind: 'long', name: 'reason', label: dossier.forms.impactReason, required: true }],
    command: (values) => ({ type: 'declare-impact-not-applicable', reason: values.text('reason') }),
  };
}
