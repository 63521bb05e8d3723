import type { ChangeAttribution } from '@draagvlak/attribution';
import type { Comparison } from '@draagvlak/compare';
import { REMARK_KINDS } from '@draagvlak/procedure';
import type { Link } from '@draagvlak/review';
import { z } from 'zod';
import { documentJson, finding, placedComment } from './comment.schema.ts';
import { rich, view } from './define.schema.ts';
import { versionView } from './dossier.schema.ts';
import { personView } from './values.schema.ts';
import type { ComparisonView } from './reading-view.ts';

const attribution = view<ChangeAttribution>()(
  z.object({
    key: z.string(),
    people: z.array(z.string()),
    comments: z.array(z.string()),
    first: z.string().nullable(),
    last: z.string().nullable(),
    mixed: z.boolean(),
    unknown: z.boolean(),
  }),
);

const link = view<Link>()(
  z.object({
    change: z.string(),
    comment: z.string().nullable(),
    how: z.enum(['recorded', 'disposition', 'attached', 'overlap']),
    reason: z.string().nullable(),
    by: z.string().nullable(),
  }),
);

const comparison = rich<Comparison>(
  'Onderdelen, wijzigingen, blokken en gebleven tekens; zie het type Comparison van het pakket compare',
);

export const comparisonView = view<ComparisonView>()(
  z.object({
    dossier: z.string(),
    document: z.string(),
    before: versionView,
    after: versionView.nullable(),
    beforeDocument: documentJson,
    afterDocument: documentJson,
    comparison,
    attributions: z.array(attribution),
    links: z.array(link),
    findings: z.array(finding),
    comments: z.array(placedComment),
    people: z.record(z.string(), personView),
    remarks: z.array(
      z.object({
        id: z.string(),
        change: z.string(),
        kind: z.enum(REMARK_KINDS),
        about: z.string().nullable(),
        body: z.string().nullable(),
        by: personView,
        at: z.string(),
      }),
    ),
    read: z.array(z.string()),
  }),
);
