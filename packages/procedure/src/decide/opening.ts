import type { Context } from '../context.ts';
import { definitions } from '../definitions.ts';
import type { Dossier } from '../dossier.ts';
import type { Fact, Member } from '../fact.ts';
import { alreadyDone, type Outcome, refuse } from '../refuse.ts';
import { can } from '../can.ts';
import type { Give } from './input.ts';
import { isBlank } from './input.ts';

/** The secretariat begins a dossier; who begins it is its secretary unless it names another. */
export function decideOpening(dossier: Dossier | null, command: Give<'open-dossier'>, context: Context): Outcome {
  const allowed = can(context.actor, 'open-dossier', { dossier });
  if (allowed !== true) return { refusal: allowed };
  if (dossier !== null) {
    return dossier.history[0]?.by === context.actor.person ? alreadyDone : refuse('already-exists');
  }
  const definition = Object.hasOwn(definitions, command.definition) ? definitions[command.definition] : undefined;
  if (definition === undefined) return refuse('words-required', 'definition');
  if (isBlank(command.title)) return refuse('words-required', 'title');
  if (command.qualifications.length === 0) return refuse('words-required', 'qualifications');
  const names = command.documents.flatMap((one) => [one.id, one.draft]);
  if (command.documents.length === 0) return refuse('words-required', 'documents');
  if (new Set(names).size !== names.length) return refuse('already-exists', 'documents');
  if (command.documents.some((one) => isBlank(one.title))) return refuse('words-required', 'documents');
  const opened: Fact = {
    type: 'dossier-opened',
    definition,
    title: command.title.trim(),
    qualifications: [...new Set(command.qualifications)],
    documents: command.documents,
  };
  return { facts: [opened, ...withSecretary(command.members, context.actor.person).map(added)] };
}

function withSecretary(members: readonly Member[], opener: string): readonly Member[] {
  const distinct = members.filter(
    (one, at) => members.findIndex((other) => other.person === one.person && other.role === one.role) === at,
  );
  if (distinct.some((one) => one.role === 'secretary')) return distinct;
  return [...distinct, { person: opener, role: 'secretary', party: 'overig', organisation: null }];
}

function added(member: Member): Fact {
  return { type: 'member-added', member };
}
