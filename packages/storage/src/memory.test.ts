import { memoryDisk, openMemory } from './memory.ts';
import { runStorageConformance } from './conformance.ts';

runStorageConformance('memory', async () => {
  const disk = memoryDisk();
  return { storage: openMemory({ disk }) };
});
