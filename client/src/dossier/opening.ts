import type { OverviewView } from '@draagvlak/contract/client';
import type { Command, DocumentKind, DossierRole, Member } from '@draagvlak/procedure';
import type { RegisteredPerson } from '../people/person-search.ts';

export interface ChosenMember {
  readonly person: RegisteredPerson;
  readonly role: DossierRole;
}

type Opening = Omit<Extract<Command, { type: 'open-dossier' }>, 'type'>;

/** What the form says, as the command that opens a dossier. Ids of documents and drafts are made here. */
export function opening(
  input: {
    readonly title: string;
    readonly qualifications: readonly string[];
    readonly kinds: readonly DocumentKind[];
    readonly members: readonly ChosenMember[];
  },
  titleOf: (kind: DocumentKind) => string,
  newId: () => string,
): Opening {
  return {
    definition: 'sog-p',
    title: input.title,
    qualifications: input.qualifications,
    documents: input.kinds.map((kind) => ({
      id: newId(),
      kind,
      title: `${titleOf(kind)} ${input.title}`,
      draft: newId(),
    })),
    members: input.members.map(({ person, role }): Member => ({
      person: person.id,
      role,
      party: person.party,
      organisation: person.organisation,
    })),
  };
}

/** The name to propose: that of the one qualification, or the names joined. */
export function proposedTitle(view: OverviewView, qualifications: readonly string[]): string {
  return view.qualifications
    .filter(({ id }) => qualifications.includes(id))
    .map(({ name }) => name)
    .join(', ');
}

/** Web addresses, one a line; the title is the address without its protocol. */
export function linksOf(text: string): readonly { readonly title: string; readonly href: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^https?:\/\/\S+$/i.test(line))
    .map((href) => ({ href, title: href.replace(/^https?:\/\//i, '').replace(/\/$/, '') }));
}

/** With a chair chosen there is a committee; without one the first gate stays open, which is allowed. */
export function withRole(
  members: readonly ChosenMember[],
  person: RegisteredPerson,
  role: DossierRole,
): readonly ChosenMember[] {
  const others = members.filter((member) => !(member.person.id === person.id && member.role === role));
  return [...others, { person, role }];
}
