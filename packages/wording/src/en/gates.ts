import type { gates as dutch } from '../nl/gates.ts';
import { dates } from './dates.ts';
import { numbers } from './numbers.ts';

const { count, number } = numbers;

export const gates = {
  'qualifications-named': {
    open: () => 'Choose at least one qualification.',
    met: ({ total }) => `${count(total, 'qualification', 'qualifications')} chosen.`,
  },
  'committee-complete': {
    open: ({ done }) =>
      done === 0
        ? 'Add a chair and committee members.'
        : 'The committee is not complete: it needs a chair, a member and a secretary.',
    met: () => 'The committee is complete: chair, members and secretary.',
  },
  'stakeholders-invited': {
    open: ({ done, total }) =>
      `The list of stakeholders is not complete: ${number(done)} of the ${number(total)} fixed groups are on it.`,
    met: ({ total }) => `All ${number(total)} fixed groups of stakeholders are on the list.`,
  },
  'planning-set': {
    open: ({ done, total }) => `The planning is not complete: ${number(done)} of ${number(total)} phases planned.`,
    met: () => 'The planning is set.',
  },
  'drafts-started': {
    open: ({ done, total }) => `Start the draft: ${number(done)} of ${count(total, 'document', 'documents')} started.`,
    met: ({ total }) => (total === 1 ? 'The draft is started.' : 'All drafts are started.'),
  },
  'mandatory-sections-filled': {
    open: ({ done, total }) => `Fill the mandatory sections: ${number(total - done)} of ${number(total)} still empty.`,
    met: ({ total }) => `All ${number(total)} mandatory sections are filled.`,
  },
  'rules-question-answered': {
    open: () => 'Answer the question: does this change current rules or practice?',
    met: () => 'The question whether this changes current rules or practice is answered.',
  },
  'committee-decided': {
    open: () => 'Record when the committee decided in a meeting.',
    met: () => 'The decision of the committee is recorded.',
  },
  'concept-frozen': {
    open: ({ done, total }) =>
      total === 1
        ? 'The chair still has to freeze the draft as a version.'
        : `The chair still has to freeze the drafts: ${number(done)} of ${number(total)} frozen.`,
    met: ({ total }) => (total === 1 ? 'The draft is frozen as a version.' : 'All drafts are frozen.'),
  },
  'presentation-held': {
    open: () => 'Record the presentation in an online meeting.',
    met: () => 'The presentation was held.',
  },
  'survey-held': {
    open: () => 'Record the result of the survey.',
    met: () => 'The survey was held.',
  },
  'summary-held': {
    open: ({ from }) =>
      from === null
        ? 'Record the meeting with the summary of the consultation.'
        : `Record the meeting with the summary of the consultation. This can be done from ${dates.date(from)}, three weeks after the presentation.`,
    met: () => 'The summary meeting was held.',
  },
  'round-closed': {
    open: ({ from }) => (from === null ? 'The round is not opened yet.' : `The round runs ${dates.until(from)}.`),
    met: () => 'The round is closed.',
  },
  'minimum-term-passed': {
    open: ({ from, total }) =>
      from === null
        ? `The term of ${count(total, 'day', 'days')} is not running yet. It counts from publication and notice to all stakeholders.`
        : `The term of ${count(total, 'day', 'days')} is still running. This step can be taken from ${dates.full(from)}.`,
    met: ({ total }) => `The term of at least ${count(total, 'day', 'days')} has passed.`,
  },
  'impact-concluded': {
    open: () =>
      'The draft changes rules or practice. Record the report of the impact analysis, or why it is not needed.',
    met: () => 'The impact analysis is concluded or not needed.',
  },
  'comments-disposed': {
    open: ({ done, total }) =>
      `Decide on every comment: ${number(total - done)} of ${number(total)} without a decision.`,
    met: ({ total }) =>
      total === 0 ? 'There are no comments.' : `${count(total, 'comment has', 'comments have')} a decision.`,
  },
  'dispositions-confirmed': {
    open: ({ done, total }) => `The chair still has to confirm ${number(total - done)} of ${number(total)} decisions.`,
    met: () => 'All decisions are confirmed.',
  },
  'audit-settled': {
    open: ({ done, total }) =>
      `${count(total - done, 'point does', 'points do')} not add up between the decisions and the text. Mend them or give a reason.`,
    met: () => 'Decisions and text agree.',
  },
  published: {
    open: ({ done, total }) =>
      `Record the publication: ${number(done)} of ${count(total, 'version', 'versions')} published.`,
    met: () => 'The text is published.',
  },
  'stakeholders-notified': {
    open: ({ total }) => `Record that all stakeholders were notified (${count(total, 'person', 'people')}).`,
    met: () => 'All stakeholders were notified.',
  },
  'objections-disposed': {
    open: ({ done, total }) =>
      `Decide on every objection: ${number(total - done)} of ${number(total)} without a confirmed decision.`,
    met: ({ total }) =>
      total === 0 ? 'There are no objections.' : `${count(total, 'objection has', 'objections have')} a decision.`,
  },
  'steering-approved': {
    open: () => 'The steering group has not approved this version yet.',
    met: () => 'The steering group approved.',
  },
  'effective-date-set': {
    open: () => 'Record the effective date and the transition rule.',
    met: () => 'The effective date is recorded.',
  },
} satisfies typeof dutch;
