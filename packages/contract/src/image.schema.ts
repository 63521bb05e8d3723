import { z } from 'zod';
import { defineRoute } from './define.schema.ts';
import { id } from './values.schema.ts';

/** Pictures in the text of a draft; they are served as the dossier's other files are. */
export const imageRoutes = {
  uploadImage: defineRoute({
    method: 'post',
    path: '/api/dossiers/{dossier}/images',
    tag: 'dossier',
    summary: 'Een afbeelding voor de werktekst bewaren (PNG of JPEG; ten hoogste 10 MB), door wie mag schrijven',
    params: { dossier: id },
    upload: {
      media: 'application/octet-stream',
      description: 'de bytes van de afbeelding; de inhoud bepaalt het soort',
    },
    answer: z.object({ blob: z.string(), type: z.string() }),
    status: 201,
    problems: ['unknown-dossier', 'not-allowed', 'unknown-image-type', 'damaged-image', 'huge-image', 'too-large'],
  }),
};
