/** What the bundler tells of one module. */
interface ModuleInfo {
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
  for (const id of shell) if (!reading.has(id)) named.set(id, 'shell');
  for (const id of reached(modules, [WRITING])) {
    if (!shell.has(id) && !elsewhere.has(id)) named.set(id, processing.has(id) ? 'editor' : 'writing');
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
