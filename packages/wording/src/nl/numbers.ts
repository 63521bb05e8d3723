const plain = new Intl.NumberFormat('nl-NL');
const share = new Intl.NumberFormat('nl-NL', { style: 'percent', maximumFractionDigits: 0 });
const enumeration = new Intl.ListFormat('nl-NL', { type: 'conjunction' });

export const numbers = {
  number: (value: number) => plain.format(value),
  /** A share from 0 to 1. */
  percent: (value: number) => share.format(value),
  list: (items: readonly string[]) => enumeration.format(items),
  /** The count with its noun in the right number. */
  count: (value: number, one: string, many: string) => `${plain.format(value)} ${value === 1 ? one : many}`,
};
