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
          // A browser, a server and a disk take their time on a busy machine; these only end what hangs.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
          // Each file has a server, a disk and a browser of its own; more than two crowd each other out.
          maxWorkers: 2,
          // Once the pure tests are done, which have every core to themselves.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
