import { Unreachable } from '@draagvlak/contract/client';
import { describe, expect, it } from 'vitest';
import { Resource } from './resource.ts';

describe('something read from the server', () => {
  it('honours a wish that comes while it is being read', async () => {
    let reads = 0;
    const resource = new Resource(async () => (reads += 1));
    await Promise.all([resource.load(), resource.load(), resource.load()]);
    expect(reads).toBe(2);
    expect(resource.state).toEqual({ status: 'ready', value: 2, failure: null });
  });

  it('keeps the last good value when reading again fails', async () => {
    let fail = false;
    const resource = new Resource(async () => {
      if (fail) throw new Unreachable('weg');
      return 'tekst';
    });
    await resource.load();
    fail = true;
    await resource.load();
    expect(resource.state).toEqual({ status: 'failed', value: 'tekst', failure: { kind: 'unreachable' } });
  });
});
