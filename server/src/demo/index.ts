import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { actorOf } from '../http/asker.ts';
import type { Services } from '../services.ts';
import { openServices } from '../wiring.ts';
import { type Calendar, calendar, weeksUntil } from './calendar.ts';
import { openStage } from './demo-stage.ts';
import { type Played, playGasmeten, type StoryStage } from './gasmeten.ts';
import { plan, revision } from './plan.ts';
import { playRevision } from './revision-story.ts';
import { subjects } from './small-documents.ts';
import { BEGINS, playSmall } from './small-story.ts';

const STORE = 'draagvlak.sqlite';

/**
 * Makes the demo on an empty data directory, by the product's own commands on a moved clock. It is made beside the
 * directory's own files and moved there when complete, so that a stop halfway leaves an empty directory and not half a
 * demo. A directory that holds anything is left alone.
 */
export async function makeDemo(config: Config, today: Date, say: (dossier: string) => void): Promise<void> {
  if (!config.demo || existsSync(join(config.dataDir, STORE))) return;
  const making = join(config.dataDir, 'demo-in-the-making');
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  const services = await openServices({ ...config, dataDir: making, logLevel: 'error' });
  try {
    await playDemo(services, today, say);
  } finally {
    await services.close();
  }
  const files = await readdir(making);
  // The store itself last: its being there is what says that the demo is complete.
  for (const file of files.sort((one, other) => Number(one === STORE) - Number(other === STORE))) {
    await rename(join(making, file), join(config.dataDir, file));
  }
  await rm(making, { recursive: true, force: true });
}

/**
 * Makes an empty data directory with only the large story in it, until another moment than the demo has: its last phase
 * began ten days ago.
 */
export async function makeStory(config: Config, today: Date, until: StoryStage): Promise<Played> {
  const services = await openServices({ ...config, logLevel: 'error' });
  try {
    const stage = await openStage(services, today.toISOString());
    return await playGasmeten(stage, storyCalendar(until, today), until);
  } finally {
    await services.close();
  }
}

const STORY_DAYS: Readonly<Record<StoryStage, string>> = {
  drafting: '2026-01-06',
  consultation: '2026-01-12',
  processing: '2026-02-18',
  inspection: '2026-03-30',
  finalisation: '2026-04-20',
  approval: '2026-05-06',
};

/** The days of the large story when it is played until this moment. */
export const storyCalendar = (until: StoryStage, today: Date): Calendar =>
  calendar(weeksUntil(STORY_DAYS[until], today, -16));

async function playDemo(services: Services, today: Date, say: (dossier: string) => void): Promise<void> {
  const stage = await openStage(services, today.toISOString());
  for (const { qualification, subject, stage: until, since } of plan) {
    const begins = until === 'withdrawn' ? '2026-01-20' : BEGINS[until];
    const weeks = weeksUntil(begins, today, -since - 6);
    const dossier = await playSmall(stage, calendar(weeks), qualification, subjects[subject], until);
    say(subjects[subject].name);
    if (qualification === revision.qualification) {
      const later = calendar(weeksUntil(BEGINS.consultation, today, -revision.since - 6));
      await playRevision(stage, later, { qualification, name: subjects[subject].name, dossier });
      say(`${subjects[subject].name}, herziening`);
    }
  }
  // The steering group meets on 19 May of the story: within two weeks from today.
  await playGasmeten(stage, calendar(weeksUntil('2026-05-19', today, 7)), 'approval');
  say('Gasmeten');
  await readUntilLastWeek(services, today);
}

/** Every persona looked at the notices a week ago, so that the list of each has something new and something known. */
async function readUntilLastWeek(services: Services, today: Date): Promise<void> {
  const upTo = new Date(today.getTime() - 7 * 86_400_000).toISOString();
  for (const person of (await services.identity.people.directory()).people.values()) {
    if (person.persona !== null) await services.notices.read(actorOf(person), { upTo, ids: [] });
  }
}
