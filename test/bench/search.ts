import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '@draagvlak/server/testing';
import { toConsultation } from '@draagvlak/server/testing-story';
import { fillWithReactions } from './reactions.ts';

/** How long a search takes for who may read everything, for who may read a little, and the first time. */

const DOSSIERS = 15;
const COMMENTS = 500;

/** Words of the domain, rare, common and composed; a beginning as one types; several together. */
const QUERIES = [
  'werkproces',
  'werkprocessen deelnemer',
  'eis',
  'eisen aan de docent',
  'metingen',
  'gas',
  'gassen meten',
  'kwalificatie',
  'minimaal 8 uur',
  'o',
  'op',
  'opl',
  'oplei',
  'opleiding',
  'examen praktijk',
  'toets',
  'veiligheid',
  'zuurstof',
  'motivering',
  'onvindbaarwoord',
] as const;

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;

async function measure(title: string, server: TestServer, person: string): Promise<void> {
  const actor = { person, administrator: false };
  const times: number[] = [];
  const worked: number[] = [];
  let found = 0;
  for (let run = 0; run < 3; run += 1) {
    for (const query of QUERIES) {
      const start = performance.now();
      const before = process.cpuUsage();
      const answer = await server.services.search.find(actor, query, null);
      times.push(performance.now() - start);
      const { user, system } = process.cpuUsage(before);
      worked.push((user + system) / 1000);
      found += answer.found.length;
    }
  }
  const ordered = (list: readonly number[]) => list.toSorted((one, other) => one - other);
  const [sorted, work] = [ordered(times), ordered(worked)];
  const figure = (share: number) => at(sorted, share).toFixed(1);
  console.log(
    `${title.padEnd(34)} median ${figure(0.5)} ms, p95 ${figure(0.95)} ms, slowest ${figure(1)} ms (work of the processor: p95 ${at(work, 0.95).toFixed(1)} ms), ${Math.round(found / times.length)} places per query`,
  );
}

export async function benchSearch(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'draagvlak-bench-'));
  const server = await openTestServer({ DATA_DIR: dataDir });
  try {
    const first = await openTestDossier(server);
    const people = [first];
    for (let number = 1; number < DOSSIERS; number += 1) people.push(await another(server, first));
    for (const dossier of people) {
      const { version, round } = await toConsultation(server, dossier);
      const by = (number: number) => (number % 10 === 0 ? dossier.trainer.id : dossier.centre.id);
      await fillWithReactions(server.services, dossier, version, round, {
        count: COMMENTS,
        by,
        answered: true,
        passages: false,
      });
      server.at('2026-01-05T09:00:00.000Z');
    }
    globalThis.gc?.();
    const memory = process.memoryUsage().heapUsed;
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const start = performance.now();
    const before = process.cpuUsage();
    const secretary = { person: first.secretary.id, administrator: false };
    await server.services.search.find(secretary, '', null);
    const reading = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    delay.disable();
    globalThis.gc?.();
    const megabytes = (process.memoryUsage().heapUsed - memory) / 1_048_576;
    console.log(
      `${DOSSIERS} dossiers with ${COMMENTS} reactions each: read in ${(reading / 1000).toFixed(1)} s, once ` +
        `(work of the processor: ${((user + system) / 1_000_000).toFixed(1)} s), meanwhile others wait ` +
        `${(delay.percentile(99) / 1_000_000).toFixed(0)} ms at p99 and ${(delay.max / 1_000_000).toFixed(0)} ms at most; ` +
        `${megabytes.toFixed(0)} MB more memory`,
    );
    await measure('the secretary, who reads all', server, first.secretary.id);
    await measure('an organisation, a tenth of it', server, first.trainer.id);
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** One more dossier with the same people. */
async function another(server: TestServer, first: TestDossier): Promise<TestDossier> {
  const document = server.services.newId();
  const draft = server.services.newId();
  const loaded = await server.services.dossiers.store.load(first.id);
  const { id } = await first.secretary.api.openDossier({
    definition: 'sog-p',
    title: 'Gasmeten',
    qualifications: ['gasmeten'],
    documents: [{ id: document, kind: 'opleiderdocument', title: 'Opleiderdocument Gasmeten', draft }],
    members: (loaded?.dossier.members ?? []).map(({ person, role, party, organisation }) => ({
      person,
      role,
      party,
      organisation,
    })),
  });
  return { ...first, id, document, draft };
}
