import { z } from 'zod';
import { view } from './define.schema.ts';
import { dossierSummary } from './dossier.schema.ts';
import { party } from './values.schema.ts';
import type { OverviewView, QualificationView, TaskView } from './overview-view.ts';
import type { PersonaView, RegisterView, SessionView } from './person-view.ts';
import type { HealthView, SchemaView } from './server-view.ts';

export const healthView = view<HealthView>()(
  z.object({ status: z.literal('ok'), storage: z.literal('ok'), schema: z.string() }),
);

const named = z.array(z.object({ name: z.string(), attributes: z.array(z.string()) }));
export const schemaView = view<SchemaView>()(
  z.object({ hash: z.string(), fragment: z.string(), nodes: named, marks: named }),
);

export const sessionView = view<SessionView>()(
  z.object({
    person: z.string(),
    name: z.string(),
    organisation: z.string().nullable(),
    administrator: z.boolean(),
    colour: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    language: z.enum(['nl', 'en']),
    demo: z.boolean(),
    persona: z.string().nullable(),
  }),
);

export const personaView = view<PersonaView>()(
  z.object({ persona: z.string(), name: z.string(), role: z.string(), organisation: z.string() }),
);

const taskView = view<TaskView>()(
  z.object({
    kind: z.enum([
      'write',
      'react',
      'process',
      'confirm',
      'settle',
      'answer',
      'step',
      'decide',
      'object',
      'read',
      'impact',
      'start',
    ]),
    dossier: z.string().nullable(),
    title: z.string(),
    href: z.string(),
    due: z.string().nullable(),
    late: z.boolean(),
    count: z.number(),
  }),
);

export const qualificationView = view<QualificationView>()(
  z.object({
    id: z.string(),
    number: z.number(),
    name: z.string(),
    provisional: z.boolean(),
    cluster: z.string(),
    dossiers: z.array(z.string()),
  }),
);

export const overviewView = view<OverviewView>()(
  z.object({
    tasks: z.array(taskView),
    qualifications: z.array(qualificationView),
    dossiers: z.array(dossierSummary),
    mayOpenDossier: z.boolean(),
    mayNameQualifications: z.boolean(),
  }),
);

export const registerView = view<RegisterView>()(
  z.object({
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        party,
        organisation: z.string().nullable(),
        organisationName: z.string().nullable(),
      }),
    ),
    organisations: z.array(z.object({ id: z.string(), name: z.string(), party })),
  }),
);
