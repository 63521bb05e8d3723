import { createHash } from 'node:crypto';
import { type HealthView, routes, type SchemaView } from '@draagvlak/contract/server';
import { canonical, FRAGMENT, schema } from '@draagvlak/document';
import type { Services } from '../services.ts';
import { type Api, open } from './answer.ts';
import { describeApi } from './describe-api.ts';
import { HttpProblem } from './http-problem.ts';

const named = (kinds: Readonly<Record<string, { spec: { attrs?: Readonly<Record<string, unknown>> | null } }>>) =>
  Object.entries(kinds).map(([name, kind]) => ({ name, attributes: Object.keys(kind.spec.attrs ?? {}).toSorted() }));

function describeSchema(): SchemaView {
  const nodes = named(schema.nodes);
  const marks = named(schema.marks);
  const hash = createHash('sha256').update(canonical({ nodes, marks })).digest('hex');
  return { hash, fragment: FRAGMENT, nodes, marks };
}
/** Of this release: a client with another one must not write. */
export const schemaView = describeSchema();

/** Writes and reads a row: proves that the disk takes writes, which an open file alone does not. */
async function storageWorks(services: Services): Promise<boolean> {
  const proof = services.newId();
  await services.storage.register.set('setting', 'health', proof);
  // Somebody else's check may come in between; any row that is there was written.
  return (await services.storage.register.get('setting', 'health')) !== null;
}

export function serverRoutes(api: Api, services: Services): void {
  open(api, routes.health, async (): Promise<HealthView> => {
    if (!(await storageWorks(services))) throw new HttpProblem('storage-unavailable', { retryAfter: 10 });
    return { status: 'ok', storage: 'ok', schema: schemaView.hash };
  });
  open(api, routes.schema, () => schemaView);
  open(api, routes.contact, async () => ({
    contact: services.config.contact,
    needsSetUp: services.identity.kind !== 'demo' && (await services.identity.people.directory()).people.size === 0,
  }));

  open(api, routes.openapi, () => ({ ...describeApi(api, services.config.publicUrl) }));
  api.openAPIRegistry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'draagvlak_session',
  });
}
