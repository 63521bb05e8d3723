import type { comparing as dutch } from '../nl/comparing.ts';

export const comparing = {
  was: 'Was',
  becomes: 'Becomes',
  sideBySide: 'Side by side',
  inline: 'In the text',
  noChanges: 'There are no differences between these texts.',
} satisfies typeof dutch;
