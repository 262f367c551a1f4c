import { existsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { watchHost } from './held-back.ts';
import { root } from './processes.ts';
import { formatSection, type Section } from './table.ts';

type Measure = (stack: AsyncDisposableStack) => Promise<Section[]>;

const sections: Readonly<Record<string, Measure>> = {
  start: async (stack) => (await import('./start.ts')).measureStart(stack),
  imports: async (stack) => (await import('./imports.ts')).measureImports(stack),
  memory: async (stack) => (await import('./memory.ts')).measureMemory(stack),
  room: async (stack) => (await import('./room.ts')).measureRoom(stack),
  calls: async (stack) => (await import('./calls.ts')).measureCalls(stack),
  crowd: async (stack) => (await import('./crowd.ts')).measureCrowd(stack),
  endurance: async (stack) => (await import('./endurance.ts')).measureEndurance(stack),
  graph: async (stack) => (await import('./graph.ts')).measureGraph(stack),
  sandbox: async (stack) => (await import('./sandbox.ts')).measureSandbox(stack),
  redaction: async () => (await import('./redaction.ts')).measureRedaction(),
  policy: async () => (await import('./policy.ts')).measurePolicy(),
  audit: async (stack) => (await import('./audit.ts')).measureAudit(stack),
  flood: async (stack) => (await import('./flood.ts')).measureFlood(stack),
  gigabyte: async (stack) => (await import('./gigabyte.ts')).measureGigabyte(stack),
  log: async (stack) => (await import('./log.ts')).measureLog(stack),
};

/** Measured only when asked for by name. */
const long: ReadonlySet<string> = new Set(['endurance', 'gigabyte', 'log']);

/** `node test/bench/run.ts [section…]`: figures side by side. A missed bound is said, and is no failure. */
async function run(names: readonly string[]): Promise<number> {
  const wrong = names.filter((name) => sections[name] === undefined);
  if (wrong.length > 0) {
    say(`there is no section ${wrong.join(', ')}: ${Object.keys(sections).join(', ')}`);
    return 64;
  }
  if (!existsSync(join(root, 'dist/bin/ops.js'))) {
    say('dist/ is missing: `npm run build` first');
    return 78;
  }
  const cores = `${availableParallelism()} cores (${cpus()[0]?.model.trim()})`;
  say(`${new Date().toISOString()} · node ${process.versions.node} · ${cores} · ${load()}\n`);
  const began = performance.now();
  const heldBack = watchHost();
  const missed: string[] = [];
  for (const name of names.length === 0 ? Object.keys(sections).filter((name) => !long.has(name)) : names) {
    for (const section of await measure(sections[name] as Measure)) {
      say(formatSection(section));
      missed.push(...section.rows.filter(({ ok }) => ok === false).map(({ what }) => `  ${section.title}: ${what}`));
    }
  }
  say([missed.length === 0 ? 'every bound is kept' : 'MISSED:', ...missed].join('\n'));
  say(`${((performance.now() - began) / 1000).toFixed(0)} s · ${load()}${heldBack()}`);
  return 0;
}

/** Whatever a section starts or makes is gone when it ends, also when it fails or is stopped. */
async function measure(section: Measure): Promise<Section[]> {
  await using stack = new AsyncDisposableStack();
  const stop = (): void => void stack.disposeAsync().finally(() => process.exit(130));
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    return await section(stack);
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

const load = (): string =>
  `load ${loadavg()
    .map((value) => value.toFixed(2))
    .join(' ')}`;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

process.exitCode = await run(process.argv.slice(2));
