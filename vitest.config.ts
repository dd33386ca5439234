import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // By itself it takes one process less than there are cores: on two cores, one file at a time. Most of these
    // tests wait for answers and clocks, and none counts its milliseconds.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          // The house tests read the whole tree and may build the widget; everything else takes milliseconds.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          environment: 'node',
          include: ['test/integration/**/*.test.ts'],
          // Real servers on real ports: a slow machine needs room, a hang must still end the run.
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
    ],
  },
});
