import type { bell as dutch } from '../nl/bell.ts';
import { numbers } from './numbers.ts';

export const bell = {
  title: 'Notices',
  unread: (count: number) => (count === 0 ? 'Notices, none new' : numbers.count(count, 'new notice', 'new notices')),
} satisfies typeof dutch;
