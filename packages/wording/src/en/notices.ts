import type { notices as dutch } from '../nl/notices.ts';
import { dates } from './dates.ts';
import { vocabulary } from './vocabulary.ts';

/** Within a sentence a word begins small, unless it is an abbreviation. */
const lower = (text: string) => text.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
const round = (kind: 'consultation' | 'inspection') => lower(vocabulary.roundKinds[kind]);

const lines = {
  added: ({ role }, count) =>
    count > 1
      ? `You were added to this dossier, with ${count} roles`
      : `You were added to this dossier as ${lower(vocabulary.roles[role])}`,
  'draft-started': ({ title }) => `Writing has started on ${title}`,
  'phase-entered': ({ phase, again }) =>
    `Phase started${again === 1 ? ' again' : ''}: ${lower(vocabulary.phases[phase])}`,
  'planning-changed': ({ phase, from, until }, count) =>
    count > 1
      ? `The planning of ${count} phases was changed`
      : `The planning of ${lower(vocabulary.phases[phase])} was changed: ${dates.period(from, until)}`,
  'version-frozen': ({ number, title, erratum }) =>
    `${erratum === 1 ? 'Erratum' : 'Version'} ${number} of ${title} was frozen`,
  'version-published': ({ number, title, erratum }) =>
    `${erratum === 1 ? 'Erratum' : 'Version'} ${number} of ${title} was published`,
  'round-opened': ({ kind, closes }) => `The ${round(kind)} is open ${dates.until(closes)}`,
  'round-extended': ({ kind, closes }) => `The ${round(kind)} was extended ${dates.until(closes)}`,
  'round-closes-soon': ({ kind, closes }) => `The ${round(kind)} closes soon: you can comment ${dates.until(closes)}`,
  'round-closed': ({ kind }) => `The ${round(kind)} is closed`,
  'meeting-held': ({ kind, on }) => `${vocabulary.meetingKinds[kind]} of ${dates.day(on)} was recorded`,
  'comments-published': ({ kind }) => `All comments of the ${round(kind)} were published`,
  'comment-registered': ({ number, channel }, count) =>
    count > 1
      ? `${count} of your comments were registered`
      : `Your comment by ${vocabulary.channels[channel]} was registered as ${number}`,
  'colleague-commented': ({ number }, count) =>
    count > 1 ? `Your organisation sent ${count} comments` : `A colleague of your organisation sent comment ${number}`,
  'comment-received': ({ number, kind, late }, count) =>
    count > 1
      ? `${count} comments received`
      : `Comment ${number} received: ${lower(vocabulary.commentKinds[kind])}${late === 1 ? ', after closing' : ''}`,
  'comment-withdrawn': ({ number }, count) =>
    count > 1 ? `${count} comments were withdrawn` : `Comment ${number} was withdrawn`,
  'comment-replied': ({ number, own }, count) => {
    if (count > 1) return own === 1 ? `${count} replies to your comments` : `${count} replies by submitters`;
    return own === 1 ? `There is a reply to your comment ${number}` : `The submitter replied to comment ${number}`;
  },
  'comment-answered': ({ number, kind, correction }, count) => {
    if (count > 1) return `${count} of your comments were decided on`;
    const decided = lower(vocabulary.dispositions[kind]);
    return correction === 1
      ? `The decision on your comment ${number} was corrected: ${decided}`
      : `Your comment ${number} was decided on: ${decided}`;
  },
  'comment-redacted': ({ number, erased }) =>
    erased === 1
      ? `Text in your comment ${number} was erased`
      : `Text in your comment ${number} was hidden to protect somebody's personal data`,
  'comment-assigned': ({ number }, count) =>
    count > 1 ? `${count} comments were assigned to you` : `Comment ${number} was assigned to you`,
  'comment-due': ({ number, due }, count) =>
    count > 1 ? `${count} of your comments have a date` : `Comment ${number} must be done by ${dates.day(due)}`,
  'comment-discussed': ({ number }, count) =>
    count > 1 ? `${count} messages in the discussion of comments` : `Comment ${number} is being discussed`,
  'disposition-to-confirm': ({ number, kind }, count) =>
    count > 1
      ? `${count} decisions wait for your confirmation`
      : `A decision on comment ${number} waits for your confirmation: ${lower(vocabulary.dispositions[kind])}`,
  'disposition-confirmed': ({ number, kind }, count) =>
    count > 1
      ? `${count} of your proposals were confirmed`
      : `Your proposal on comment ${number} was confirmed: ${lower(vocabulary.dispositions[kind])}`,
  'disposition-taken-back': ({ number }) => `Your proposal on comment ${number} was taken back`,
  'impact-group-asked': () => 'The concept changes rules or practice. Name a group for the impact analysis',
  'impact-asked': () => 'You are in the working group for the impact analysis. Your report is asked for',
  'impact-concluded': ({ applies }) =>
    applies === 1 ? 'The report of the impact analysis is there' : 'No impact analysis is needed, with a reason',
  'change-remarked': ({ kind }) =>
    ({
      question: 'The steering group asks a question about a change',
      remark: 'There is a remark on a change',
      advice: 'There is advice on a change',
      answer: 'The committee answered your question about a change',
    })[kind],
  'decision-asked': () => 'The definitive concept lies before the steering group. Your decision is asked for',
  'steering-decided': ({ outcome, on }) =>
    `The steering group decided on ${dates.day(on)}: ${lower(vocabulary.outcomes[outcome])}`,
  adopted: ({ effective }) => `Adopted. It takes effect on ${dates.day(effective)}`,
  'dossier-withdrawn': () => 'The dossier was withdrawn',
  mentioned: ({ title }) => `You were mentioned in a margin note on ${title}`,
} satisfies typeof dutch.lines;

const topics = {
  'own-comments': { name: 'My comments', hint: 'A decision on or reply to your comment, or text that was hidden.' },
  work: { name: 'What is asked of me', hint: 'Confirming, deciding, a question of the steering group.' },
  rounds: { name: 'Consultation and inspection', hint: 'Opening, extending, closing soon and closing; the meetings.' },
  texts: { name: 'Concepts', hint: 'A text that was started, frozen or published.' },
  comments: { name: 'Comments of others', hint: 'New comments, replies of submitters, withdrawals.' },
  course: { name: 'Course of the dossier', hint: 'Phases, planning, the decision and the adoption.' },
  invitations: { name: 'Invitations', hint: 'You were added to a dossier.' },
  discussion: { name: 'Discussion in the WBC', hint: 'A message in the discussion of a comment.' },
  mentions: { name: 'Margin notes', hint: 'You were mentioned in a margin note on the draft.' },
} satisfies typeof dutch.topics;

export const notices = {
  intro: 'What happened in your dossiers and what is asked of you.',
  lines,
  topics,
  allRead: 'You are up to date',
  markAll: 'Mark all as read',
  markedAll: 'All notices are read.',
  isNew: 'New',
  yourTurn: 'Your turn',
  onlyNew: 'Only new',
  everything: 'Everything',
  show: 'What you see',
  none: 'No notices yet',
  noneText: 'Here you will read what happens in your dossiers. There is nothing to do.',
  noneNew: 'No new notices',
  noneNewText: 'You are fully up to date.',
  older: 'Older notices are no longer in this list. The log of a dossier holds everything.',
  today: 'Today',
  yesterday: 'Yesterday',
  byClock: 'By the calendar',
  settings: 'Settings',
  settingsTitle: 'What do you want notices of?',
  settingsHint: 'What you switch off is no longer shown here. Nothing changes in the dossier itself.',
  settingsSaved: 'Your choice is saved.',
  back: 'To the notices',
} satisfies typeof dutch;
