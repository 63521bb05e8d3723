import { runStorageConformance } from './conformance.ts';
import { memoryDisk, openMemory } from './memory.ts';

runStorageConformance('memory', async () => {
  const disk = memoryDisk();
  const storage = openMemory({ disk });
  return {
    storage,
    reopen: async () => {
      await storage.close();
      return openMemory({ disk });
    },
    fill: async () => {
      disk.trouble = new Error('the disk is full');
      return async () => {
        disk.trouble = null;
      };
    },
  };
});
