import { defineConfig } from 'vitest/config';

/** The tests of the services that `test/services/up` has started: of one that cannot be had, it has said so. */
const started = ['GRAPHITE_URL', 'PROMETHEUS_URL'].filter((name) => process.env[name] !== undefined);

export default defineConfig({
  test: {
    maxWorkers: 2,
    // Graphite reads a long target for seconds, and longer on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 20_000,
    passWithNoTests: true,
    include: started.map((name) => `test/services/${name.replace('_URL', '').toLowerCase()}*.test.ts`),
  },
});
