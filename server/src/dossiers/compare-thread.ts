import { parentPort } from 'node:worker_threads';
import { compare } from '@draagvlak/compare';
import type { DocumentJson } from '@draagvlak/document';

/** Run as a thread of its own by `comparing.ts`. */
interface Question {
  readonly nth: number;
  readonly before: string;
  readonly after: string;
}

parentPort?.on('message', ({ nth, before, after }: Question) => {
  let comparison: string | null = null;
  try {
    comparison = JSON.stringify(compare(JSON.parse(before) as DocumentJson, JSON.parse(after) as DocumentJson));
  } finally {
    parentPort?.postMessage({ nth, comparison });
  }
});
