import type { Party } from '@draagvlak/procedure';

/** Person as others may see them: a natural person outside the WBC is a party and a number, never a name. */
export interface PersonView {
  readonly person: string;
  readonly name: string;
  readonly party: Party | null;
  readonly organisation: string | null;
}

export interface SessionView {
  readonly person: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly administrator: boolean;
  /** Colour and dash (1 to 4) in which colleagues see this person's caret. */
  readonly colour: 1 | 2 | 3 | 4;
  readonly language: 'nl' | 'en';
  readonly demo: boolean;
  /** Key of the demo persona, else `null`. */
  readonly persona: string | null;
}

export interface PersonaView {
  readonly persona: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
}

/** People and organisations that the secretary can invite. */
export interface RegisterView {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly party: Party;
    readonly organisation: string | null;
    readonly organisationName: string | null;
  }[];
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly party: Party }[];
}
