import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './reporter.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '*.test.ts',
            '../packages/*/src/**/*.test.ts',
            '../server/src/**/*.test.ts',
            '../client/src/**/*.test.ts',
          ],
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'journeys',
          globalSetup: './support/demo-made-once.ts',
          include: ['journeys/**/*.test.ts', 'faults/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // A browser, a server and a disk take their time on a busy machine.
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
});
