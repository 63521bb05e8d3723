import { can } from './can.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import * as comments from './decide/comments.ts';
import * as decision from './decide/decision.ts';
import * as dispositions from './decide/dispositions.ts';
import * as handling from './decide/handling.ts';
import * as grounds from './decide/grounds.ts';
import * as impact from './decide/impact.ts';
import { decideOpening } from './decide/opening.ts';
import * as people from './decide/people.ts';
import * as phases from './decide/phases.ts';
import * as rounds from './decide/rounds.ts';
import * as versions from './decide/versions.ts';
import * as words from './decide/words.ts';
import type { Dossier } from './dossier.ts';
import { alreadyDone, type Outcome, refuse } from './refuse.ts';
import { isRepeat } from './repeat.ts';

/**
 * What happens when somebody asks for this now: the facts, or why not. Pure and total: the moment, the person and what the
 * dossier does not hold come in with `context`. No facts and no refusal means that it happened already.
 */
export function decide(dossier: Dossier | null, command: Command, context: Context): Outcome {
  if (command.type === 'open-dossier') return decideOpening(dossier, command, context);
  if (dossier === null) return refuse('unknown-dossier');
  if (isRepeat(dossier, command, context.actor)) return alreadyDone;
  const allowed = can(context.actor, command.type, {
    dossier,
    ...('comment' in command && command.comment !== null && command.type !== 'submit-comment'
      ? { comment: command.comment }
      : {}),
  });
  if (allowed !== true) return { refusal: allowed };
  return act(dossier, command, context);
}

function act(dossier: Dossier, command: Exclude<Command, { type: 'open-dossier' }>, context: Context): Outcome {
  switch (command.type) {
    case 'add-member':
      return people.addMember(dossier, command);
    case 'remove-member':
      return people.removeMember(dossier, command);
    case 'set-planning':
      return people.setPlanning(dossier, command, context);
    case 'add-reference':
      return people.addReference(dossier, command);
    case 'remove-reference':
      return people.removeReference(dossier, command);
    case 'start-draft':
      return versions.startDraft(dossier, command, context);
    case 'enter-phase':
      return phases.enterPhase(dossier, command, context);
    case 'answer-rules-question':
      return phases.answerRulesQuestion(dossier, command);
    case 'record-committee-decision':
      return phases.recordCommitteeDecision(dossier, command, context);
    case 'freeze':
      return versions.freeze(dossier, command, context);
    case 'make-erratum':
      return versions.makeErratum(dossier, command, context);
    case 'publish':
      return versions.publish(dossier, command);
    case 'extend-round':
      return rounds.extendRound(dossier, command, context);
    case 'close-round':
      return rounds.closeRound(dossier, command, context);
    case 'record-notices':
      return rounds.recordNotices(dossier, command);
    case 'record-meeting':
      return rounds.recordMeeting(dossier, command, context);
    case 'record-survey':
      return rounds.recordSurvey(dossier, command);
    case 'submit-comment':
      return comments.submitComment(dossier, command, context);
    case 'edit-comment':
      return comments.editComment(dossier, command, context);
    case 'withdraw-comment':
      return comments.withdrawComment(dossier, command, context);
    case 'reply':
      return comments.reply(dossier, command);
    case 'publish-comments':
      return rounds.publishComments(dossier, command, context);
    case 'propose-disposition':
      return dispositions.proposeDisposition(dossier, command);
    case 'confirm-disposition':
      return dispositions.confirmDisposition(dossier, command, context);
    case 'take-back-disposition':
      return dispositions.takeBackDisposition(dossier, command, context);
    case 'assign-comment':
      return handling.assignComment(dossier, command);
    case 'set-comment-due':
      return handling.setCommentDue(dossier, command, context);
    case 'discuss-comment':
      return handling.discussComment(dossier, command);
    case 'bundle-comments':
      return handling.bundleComments(dossier, command);
    case 'dissolve-bundle':
      return handling.dissolveBundle(dossier, command);
    case 'attach-ground':
      return grounds.attachGround(dossier, command);
    case 'settle-finding':
      return grounds.settleFinding(dossier, command);
    case 'confirm-placement':
      return grounds.confirmPlacement(dossier, command, context);
    case 'name-impact-group':
      return impact.nameImpactGroup(dossier, command);
    case 'report-impact':
      return impact.reportImpact(dossier, command);
    case 'declare-impact-not-applicable':
      return impact.declareImpactNotApplicable(dossier, command);
    case 'remark-on-change':
      return grounds.remarkOnChange(dossier, command, context);
    case 'decide':
      return decision.decideSteering(dossier, command, context);
    case 'adopt':
      return decision.adopt(dossier, command, context);
    case 'withdraw-dossier':
      return phases.withdrawDossier(dossier, command);
    case 'redact-words':
      return words.redactWords(dossier, command, context);
    case 'erase-words':
      return words.eraseWords(dossier, command, context);
  }
}
