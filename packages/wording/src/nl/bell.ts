import { numbers } from './numbers.ts';

/** The bell in the bar of every page, apart from the notices it leads to. */
export const bell = {
  title: 'Berichten',
  /** For screen readers, beside the number. */
  unread: (count: number) =>
    count === 0 ? 'Berichten, geen nieuwe' : numbers.count(count, 'nieuw bericht', 'nieuwe berichten'),
};
