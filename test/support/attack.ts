import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host, Moment } from '../../src/context/host.ts';
import { main } from '../../src/main.ts';
import { as, inTerminals, twoRule } from './approved.ts';
import { bashScript } from './listening.ts';
import { cronHost, ops, type Said } from './ops.ts';
import { createProject, type Project } from './project.ts';
import { until } from './waiting.ts';

/** What is tried, in one sentence, and how it ends. */
export interface Attack {
  attack: string;
  /** The configuration that is attacked. @default the one below */
  on?: (config: string) => string;
  /** Resolves with what the last line said. */
  try(target: Target): Promise<Said>;
  code: number;
  says: RegExp;
  /** How often something was brought to prod, or loaded. @default 0 */
  runs?: number;
}

export interface Target {
  project: Project;
  /** A line of somebody in a terminal; a time that is ahead of the clock. */
  by(who: string, argv: readonly string[], ahead?: number): Promise<Said>;
  /** A line that somebody waits with, once it says that it waits. */
  wait(who: string, argv: readonly string[], words?: RegExp): Promise<{ run: string; ended: Promise<Said> }>;
  edit(change: (config: string) => string): void;
  /** So many milliseconds are over, for all. */
  pass(ms: number): void;
  /** How often something was done. */
  done(): number;
}

const program = (text: string): string => `#!/usr/bin/env bash\necho "${'$'}{1:-}" >> done\necho ${text}\n`;
const manifest = `# args:
#   report: { summary: What, type: file, required: true }
`;

export const importer = (body: string): string => bashScript('import-it', body, manifest);

/** Mary and raj are developers, tom and ann lead; prod takes a lead, and so does what is imported. */
const usual = inTerminals
  .replace(
    'commands: [deploy, rollback, stop, rerun]',
    'commands: [deploy, rollback, promote, stop, rerun, lock, unlock]',
  )
  .replace("os: 'here:1003'", "os: ['here:1003', 'here:2003']")
  .replace(
    twoRule,
    `  - { name: admins-give-roles, allow: admin, commands: [role-add, role-remove] }
  - { name: everyone-signs-off, allow: everyone, commands: [signoff, import-it] }
${twoRule}  - { name: imports-take-two, ask: everyone, commands: import-it, approvals: { from: lead } }
`,
  );

export const runIn = ({ words }: Said): string => /run (\w{8})/.exec(words)?.[1] ?? '';

/** A project of its own, with nothing done in it. */
export function openTarget(change: (config: string) => string = (config) => config): Target {
  const project = createProject(change(usual));
  project.write('deploy', program('released'), 0o755);
  project.write('scripts/import-it', importer('cat "$OPS_ARG_REPORT" >> done'), 0o755);
  project.write('report.csv', 'good\n');
  let passed = 0;
  const hostOf = (who: string, ahead = 0): Partial<Host> => {
    const { system } = cronHost(project.folder, { exitCode: 0, stdout: '', stderr: '', words: '' });
    const now = (): Date => new Date(Date.now() + passed + ahead);
    const moment = (): Moment => {
      const kernel = system.moment();
      return { ...kernel, uptime: kernel.uptime + passed };
    };
    const actor = who === 'tom-elsewhere' ? { id: 'os:here:2003', name: 'tom' } : as(who).actor;
    return { actor, system: { ...system, moment, clock: { ...system.clock, now } } };
  };
  const path = join(project.folder, '.chatopsrc');
  return {
    project,
    by: (who, argv, ahead) => ops(project.folder, argv, hostOf(who, ahead)),
    wait: async (who, argv, words = /ops approve \w{8}/) => {
      const said: Said = { exitCode: -1, stdout: '', stderr: '', words: '' };
      const ended = main(argv, cronHost(project.folder, said, hostOf(who))).then((exitCode) => ({ ...said, exitCode }));
      await until(() => words.test(said.words), `that ${argv.join(' ')} waits`);
      return { run: /ops approve (\w{8})/.exec(said.words)?.[1] ?? '', ended };
    },
    edit: (change) => void project.write('.chatopsrc', change(readFileSync(path, 'utf8'))),
    pass: (ms) => {
      passed += ms;
    },
    done: () => {
      const found = join(project.folder, 'done');
      return existsSync(found)
        ? readFileSync(found, 'utf8')
            .trim()
            .split('\n')
            .filter((line) => line !== 'uat').length
        : 0;
    },
  };
}
