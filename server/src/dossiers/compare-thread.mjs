import { tsImport } from 'tsx/esm/api';

// A thread knows TypeScript only when the process was started with it; the tests are not.
await tsImport('./compare-thread.ts', import.meta.url);
