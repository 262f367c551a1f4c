import { join } from 'node:path';
import { alternate, median, ratio } from './measure.ts';
import { node, ops, root, timed } from './processes.ts';
import { createProject, deployOnce } from './project.ts';
import type { Row, Section } from './table.ts';

const rounds = 21;

interface Case {
  words: string;
  file: string;
  args: readonly string[];
  /** Times bare Node. */
  most?: number;
}

const cases: readonly Case[] = [
  { words: 'node -e 0', file: node, args: ['-e', '0'] },
  { words: './bin/ops --version', file: ops, args: ['--version'], most: 1.6 },
  { words: 'the same without its launcher', file: node, args: [join(root, 'dist/bin/ops.js'), '--version'] },
  { words: './bin/ops deploy uat --dry-run', file: ops, args: ['deploy', 'uat', '--dry-run'], most: 2.5 },
  { words: './bin/ops help', file: ops, args: ['help'], most: 2.5 },
  { words: './bin/ops deployed', file: ops, args: ['deployed'] },
  { words: './bin/ops greet Ana (a bash script)', file: ops, args: ['greet', 'Ana'] },
];

/** What a line in a terminal waits for, in a project with a configuration, a journal and an earlier deployment. */
export async function measureStart(stack: AsyncDisposableStack): Promise<Section[]> {
  const { folder } = stack.use(await createProject());
  await deployOnce(folder);
  const runs = cases.map(({ words, file, args }) => [words, () => timed(file, args, folder)] as const);
  // The first run of each writes the compile cache.
  for (const [, run] of runs) run();
  const found = await alternate(Object.fromEntries(runs), rounds);
  const bare = found['node -e 0'] ?? [];
  const rows = cases.map(({ words, most }) => rowOf(words, found[words] ?? [], bare, most));
  const how = `whole processes in turn, median of ${rounds} rounds; × is the median of the rounds' ratios to node -e 0`;
  return [{ title: 'Start', how, rows }];
}

function rowOf(what: string, values: readonly number[], bare: readonly number[], most: number | undefined): Row {
  const times = ratio(values, bare);
  const value = `${median(values).toFixed(1)} ms  ${times.toFixed(2)} ×`;
  return { what, value, ...(most === undefined ? {} : { bound: `≤ ${most} ×`, ok: times <= most }) };
}
