import type { Browser, Page } from 'playwright-core';

/** What the page's own thread did for one act, in milliseconds of processor. */
export interface Cost {
  /** All script that ran, with what follows in microtasks, where views are drawn anew. */
  readonly script: number;
  /** Working out styles and places, also where script waits for it. */
  readonly layout: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
}

const SCRIPT = new Set(['FunctionCall', 'EvaluateScript', 'RunMicrotasks']);
const LAYOUT = new Set(['Layout', 'UpdateLayoutTree']);
const MARK = 'act ';

/**
 * Does an act so many times and tells what each time cost; what is done before it does not count. From a trace and not
 * from the page's counters: those leave out what runs in microtasks.
 */
export async function costsOf(
  browser: Browser,
  page: Page,
  count: number,
  { before, act }: { readonly before: () => Promise<void>; readonly act: (index: number) => Promise<void> },
): Promise<Cost[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8.execute', 'blink.user_timing'] });
  for (let index = 0; index < count; index += 1) {
    await before();
    await page.evaluate((name) => void performance.mark(name), MARK + index);
    await act(index);
    await page.evaluate((name) => void performance.mark(name), `${MARK}end ${index}`);
  }
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: TraceEvent[] };
  const marks = new Map(trace.traceEvents.filter(({ name }) => name.startsWith(MARK)).map((one) => [one.name, one]));
  return Array.from({ length: count }, (_one, index) => {
    const [from, to] = [marks.get(MARK + index), marks.get(`${MARK}end ${index}`)];
    if (from === undefined || to === undefined) throw new Error('the trace lacks an act');
    const own = trace.traceEvents
      .filter(
        ({ ph, pid, tid, ts }) => ph === 'X' && pid === from.pid && tid === from.tid && ts > from.ts && ts < to.ts,
      )
      .toSorted((a, b) => a.ts - b.ts);
    const script = outermost(own, SCRIPT);
    const layout = outermost(own, LAYOUT);
    const within = layout.filter((one) => script.some((around) => holds(around, one)));
    return { script: spent(script) - spent(within), layout: spent(layout) };
  });
}

const holds = (around: TraceEvent, one: TraceEvent): boolean =>
  around.ts <= one.ts && one.ts < around.ts + (around.dur ?? 0);

/** Events of these names that stand in no other of them; given in the order in which they began. */
function outermost(events: readonly TraceEvent[], names: ReadonlySet<string>): TraceEvent[] {
  const found: TraceEvent[] = [];
  for (const one of events) {
    const last = found.at(-1);
    if (names.has(one.name) && !(last !== undefined && holds(last, one))) found.push(one);
  }
  return found;
}

const spent = (events: readonly TraceEvent[]): number =>
  events.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur ?? 0) / 1000, 0);
