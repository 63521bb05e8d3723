import type { numbers as dutch } from '../nl/numbers.ts';

const plain = new Intl.NumberFormat('en-GB');
const share = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 });
const enumeration = new Intl.ListFormat('en-GB', { type: 'conjunction' });

export const numbers = {
  number: (value: number) => plain.format(value),
  /** A share from 0 to 1. */
  percent: (value: number) => share.format(value),
  list: (items: readonly string[]) => enumeration.format(items),
  /** The count with its noun in the right number. */
  count: (value: number, one: string, many: string) => `${plain.format(value)} ${value === 1 ? one : many}`,
} satisfies typeof dutch;
