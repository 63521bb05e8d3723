/**
 * Runs the benches that are named, or all: `pnpm bench`, `pnpm bench compare --detailed --peers`,
 * `TRACKED_CHANGES=DIRECTORY pnpm bench tracked-changes`. Figures, never a verdict.
 */
const detailed = process.argv.includes('--detailed');
const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  anchors: async () => (await import('./anchors.ts')).benchAnchors(detailed),
  attribution: async () => (await import('./attribution.ts')).benchAttribution(process.env['TRACE']),
  compare: async () => (await import('./compare.ts')).benchCompare(detailed, process.argv.includes('--peers')),
  reading: async () => (await import('./reading.ts')).benchReading(),
  search: async () => (await import('./search.ts')).benchSearch(),
  workbench: async () => (await import('./workbench.ts')).benchWorkbench(),
  typing: async () => (await import('./typing.ts')).benchTyping(process.env['PROFILES']),
  'tracked-changes': async () =>
    (await import('./tracked-changes.ts')).benchTrackedChanges(process.env['TRACKED_CHANGES'], detailed),
};

const named = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const unknown = named.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}
for (const [name, run] of Object.entries(BENCHES)) {
  if (named.length > 0 && !named.includes(name)) continue;
  console.log(`\n${name}\n`);
  await run();
}
