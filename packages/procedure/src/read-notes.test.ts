import { expect, it } from 'vitest';
import { can } from './can.ts';
import { actor, storyUntil } from './testing.ts';

it('[RIG11] the margin notes on a draft are for its authors, not for who is invited to read along', () => {
  const story = storyUntil('drafting');
  const dossier = story.state;
  expect(can(actor('anna'), 'read-notes', { dossier })).toBe(true);
  const partner = { ...dossier.members[0]!, person: 'pim', role: 'partner' as const, invited: true };
  const withPartner = { ...dossier, members: [...dossier.members, partner] };
  expect(can(actor('pim'), 'read-draft', { dossier: withPartner })).toBe(true);
  expect(can(actor('pim'), 'read-notes', { dossier: withPartner })).toMatchObject({ code: 'not-allowed' });
  expect(can(actor('stranger'), 'read-notes', { dossier })).toMatchObject({ code: 'unknown-dossier' });
});
