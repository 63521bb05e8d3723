/** What the bundler tells of one module. */
interface ModuleInfo {
  readonly code: string | null;
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}
type Modules = (id: string) => ModuleInfo | null;

const at = (path: string): string => `${import.meta.dirname.replaceAll('\\', '/')}/src/${path}`;
const SHELL = at('main.ts');
const READING = [at('reading/main.ts'), at('reading/main-en.ts')];
const WRITING = at('writing/writing-room.ts');
/** Also has the editor of a draft in it. */
const PROCESSING = at('processing/processing-room.ts');
/** What only the shell, and only drafts use; other pages know the package it is in, and would seem to need it. */
const OF_THE_SHELL = /\/packages\/(?:contract\/src\/(?:client|hint-client|notice-client)|wording\/src\/languages)\.ts$/;
const OF_DRAFTS =
  /\/packages\/(?:document\/src\/(?:grid|identity|schema|shared-json|stock|text)|contract\/src\/image-url)\.ts$/;
/** Characters of source. */
const SMALL = 4000;

/** The modules that come along with these; `later` also follows what is fetched when it is needed. */
function reached(modules: Modules, roots: readonly string[], not: readonly string[] = [], later = false): Set<string> {
  const found = new Set<string>();
  const left = [...roots];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (found.has(id) || not.includes(id)) continue;
    found.add(id);
    const info = modules(id);
    left.push(...(info?.importedIds ?? []), ...(later ? (info?.dynamicallyImportedIds ?? []) : []));
  }
  return found;
}

/**
 * Names the file that a module goes into. Many small files weigh more than one large one, so what always comes together
 * is one file: the shell, the editor of a draft, and the rest of the writing room. What other pages ask for as well is
 * left to the bundler, so that no page fetches what it does not use.
 */
function nameModules(modules: Modules): Map<string, string> {
  const reading = reached(modules, READING);
  const shell = reached(modules, [SHELL]);
  const processing = reached(modules, [PROCESSING]);
  const elsewhere = reached(modules, [SHELL, ...READING], [WRITING, PROCESSING], true);
  const named = new Map<string, string>();
  for (const id of shell) if (!reading.has(id) || OF_THE_SHELL.test(id)) named.set(id, 'shell');
  for (const id of reached(modules, [WRITING])) {
    const ofDrafts = OF_DRAFTS.test(id);
    if (id.includes('/node_modules/') || (shell.has(id) && !ofDrafts)) continue;
    if (!elsewhere.has(id) || ofDrafts) named.set(id, processing.has(id) ? 'editor' : 'writing');
    // What is so small that a file of its own weighs as much comes with the shell.
    else if (id.includes('/client/src/') && !reading.has(id) && (modules(id)?.code?.length ?? Infinity) < SMALL)
      named.set(id, 'shell');
  }
  // An entry keeps a file of its own, by which the manifest knows it.
  for (const id of [SHELL, WRITING]) named.delete(id);
  return named;
}

/** The option of the bundler that makes these files, see `nameModules`. */
export function chunkNames(): (id: string, context: { getModuleInfo: Modules }) => string | null {
  let named: Map<string, string> | null = null;
  return (id, context) => {
    named ??= nameModules((module) => context.getModuleInfo(module));
    return named.get(id) ?? null;
  };
}
