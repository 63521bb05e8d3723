import type { Wording } from '../wording.ts';

export const images: Wording['images'] = {
  tool: 'Picture',
  title: 'Insert a picture',
  changeTitle: 'Change the picture',
  file: 'File',
  fileHint: 'PNG or JPEG, at most 10 MB.',
  fileNeeded: 'Choose a picture.',
  sending: 'The picture is being sent.',
  preview: 'Preview of the picture',
  tooLarge: 'This picture is too large. Make it smaller than 10 MB.',
  alt: 'Description',
  altHint: 'What is to be seen? For who cannot see the picture. This text is read aloud.',
  altNeeded: 'Write what is to be seen, or choose that the picture is decoration only.',
  decorative: 'Decoration only: needs no description',
  insert: 'Insert',
  save: 'Save',
  remove: 'Remove the picture',
  change: 'Change the description',
  changeDecorative: 'Decoration, add a description',
  missing: 'This picture is not available here.',
};
