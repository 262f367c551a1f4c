import { defineConfig } from 'vitest/config';

/** For what hangs: a machine that is slow fails no test. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000, expect: { poll: { timeout: 60_000 } } };

/** Units share their workers: to start one for each file would take half of their time. */
export default defineConfig({
  test: {
    maxWorkers: 4,
    projects: [
      { test: { ...patience, name: 'units', include: ['test/unit/**/*.test.ts'], isolate: false } },
      { test: { ...patience, name: 'whole', include: ['test/{acceptance,commands,contract}/**/*.test.ts'] } },
    ],
  },
});
