import type { DossierCommand } from '@draagvlak/contract/client';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface Common {
  /** Name of the field in the command, so that a refusal of the server finds its field. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly required?: boolean;
  /** Required only when another field has this value. */
  readonly requiredIf?: { readonly name: string; readonly value: string };
}
export type Field =
  | (Common & { readonly kind: 'line' | 'long' | 'day'; readonly value?: string })
  | (Common & { readonly kind: 'number'; readonly value?: number })
  | (Common & { readonly kind: 'one'; readonly options: readonly Option[]; readonly value?: string })
  | (Common & { readonly kind: 'many'; readonly options: readonly Option[]; readonly value?: readonly string[] });

/** What was filled in, by name of the field; `many` gives a list, the rest a string without blanks around it. */
export interface Values {
  readonly text: (name: string) => string;
  readonly list: (name: string) => readonly string[];
}

/** One act as a form: what to fill in, and the command it becomes. */
export interface FormSpec {
  readonly title: string;
  readonly intro?: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  /** Cannot be undone: the button says so in colour as well. */
  readonly danger?: boolean;
  readonly command: (values: Values) => DossierCommand;
}

/** Names of the fields that are required and empty, in the order of the form. */
export function missingFields(fields: readonly Field[], values: Values): readonly string[] {
  return fields
    .filter(({ required, requiredIf: other }) => required || (other && values.text(other.name) === other.value))
    .filter((field) => (field.kind === 'many' ? values.list(field.name).length === 0 : values.text(field.name) === ''))
    .map((field) => field.name);
}

export function readValues(form: HTMLFormElement): Values {
  const data = new FormData(form);
  return {
    text: (name) => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    },
    list: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
  };
}
