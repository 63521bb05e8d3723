import type { Command } from '@draagvlak/procedure';
import type { Role, Stage } from './stage.ts';

/**
 * How the committee divides what is left to decide: everything is assigned, one is late, two are handled as one, and on
 * one the authors do not agree yet.
 *
 * @param waiting comments without a decision, at least three
 */
export async function divideWork(
  stage: Pick<Stage, 'newId' | 'person'>,
  act: (role: Role, when: string, command: Command) => Promise<void>,
  at: (time: string) => string,
  waiting: readonly string[],
  due: { readonly soon: string; readonly later: string },
): Promise<void> {
  const [first, second, third, ...rest] = waiting;
  if (first === undefined || second === undefined || third === undefined) throw new Error('three must wait');
  const assign = (comment: string, role: Role) =>
    act('secretaris', at('10:00'), { type: 'assign-comment', comment, person: stage.person(role) });
  await assign(first, 'auteur');
  await assign(second, 'auteur');
  await assign(third, 'tweede-auteur');
  for (const comment of rest.slice(1)) await assign(comment, 'tweede-auteur');
  await act('secretaris', at('10:05'), { type: 'set-comment-due', comment: first, due: due.soon });
  for (const comment of [second, third]) {
    await act('secretaris', at('10:05'), { type: 'set-comment-due', comment, due: due.later });
  }
  await act('auteur', at('10:30'), { type: 'bundle-comments', bundle: stage.newId(), comments: [second, third] });
  const say = (role: Role, time: string, body: string) =>
    act(role, at(time), { type: 'discuss-comment', comment: first, message: stage.newId(), body });
  await say('auteur', '11:00', 'Ik wil dit overnemen. Past dat bij wat wij in het andere dossier hebben besloten?');
  await say(
    'tweede-auteur',
    '11:20',
    'Daar hebben wij het afgewezen omdat de norm het niet vraagt. Zie de motivering daar.',
  );
  await say('secretaris', '11:45', 'Graag vrijdag een voorstel, dan kan het mee naar het overleg.');
}
