import { describe, expect, it } from 'vitest';
import { createWritingPulse } from './writing-pulse.ts';

/** A clock that stands still until it is moved. */
function handClock() {
  let now = 0;
  let timers: { at: number; act: () => void }[] = [];
  return {
    milliseconds: () => now,
    after(milliseconds: number, act: () => void) {
      const timer = { at: now + milliseconds, act };
      timers.push(timer);
      return () => void (timers = timers.filter((one) => one !== timer));
    },
    pass(milliseconds: number) {
      now += milliseconds;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { act } of due) act();
    },
  };
}

describe('who looks at a dossier hears that its text was written in', () => {
  const listening = () => {
    const clock = handClock();
    const pulse = createWritingPulse(clock);
    const told: string[] = [];
    const stop = pulse.listen((draft) => told.push(`${draft} ${clock.milliseconds()}`));
    return { clock, pulse, told, stop };
  };

  it('once the writers rest, not at every letter', () => {
    const { clock, pulse, told } = listening();
    for (let letter = 0; letter < 5; letter += 1) {
      pulse.beat('d');
      clock.pass(500);
    }
    expect(told).toEqual([]);
    clock.pass(1_500);
    expect(told).toEqual(['d 4000']);
    clock.pass(60_000);
    expect(told).toHaveLength(1);
  });

  it('now and then while they go on, each draft by itself', () => {
    const { clock, pulse, told } = listening();
    pulse.beat('other');
    for (let second = 0; second < 21; second += 1) {
      pulse.beat('d');
      clock.pass(1_000);
    }
    expect(told).toEqual(['other 2000', 'd 10000', 'd 20000']);
  });

  it('and nobody hears anything after leaving or closing', () => {
    const { clock, pulse, told, stop } = listening();
    pulse.beat('d');
    pulse.close();
    clock.pass(60_000);
    stop();
    pulse.beat('d');
    clock.pass(60_000);
    expect(told).toEqual([]);
  });
});
