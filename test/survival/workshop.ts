import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sandbox } from '../../src/sandbox/server.ts';

const program = fileURLToPath(new URL('../../bin/ops', import.meta.url));

/** What a run does can be counted without ops. */
const script = `#!/usr/bin/env bash
# ---
# summary: Leave a mark
# effect: read
# args:
#   number: { summary: Which one, required: true }
# examples:
#   - { line: ops mark 1, says: it is there }
# ---
echo "$1" >> marks
echo "mark $1 is made"
`;

export interface Workshop extends AsyncDisposable {
  folder: string;
  journal: string;
  /** The marks that were made, in their order. */
  marks(): string[];
  startListener(): Promise<void>;
  /** As when the machine's owner has had enough. */
  killListener(): Promise<void>;
  /** What the listeners have said. */
  said(): string;
}

/** A project with one script, and its listener. */
export function openWorkshop(slack: Sandbox): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'ops-survival-'));
  mkdirSync(join(folder, 'scripts'));
  writeFileSync(join(folder, 'scripts', 'mark'), script, { mode: 0o755 });
  writeFileSync(join(folder, '.chatopsrc'), configuration(slack));
  const marks = join(folder, 'marks');
  writeFileSync(marks, '');
  let said = '';
  let listener: ChildProcess | undefined;
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    const child = listener;
    listener = undefined;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  };
  return {
    folder,
    journal: join(folder, '.ops', 'journal.db'),
    marks: () =>
      readFileSync(marks, 'utf8')
        .split('\n')
        .filter((line) => line !== ''),
    said: () => said,
    startListener: async () => {
      const child = spawn(program, ['listen'], {
        cwd: folder,
        env: environment(slack),
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          said = (said + text).slice(-100_000);
        });
      }
      listener = child;
      await slack.waitFor(() => slack.connections() > 0 || undefined, 60_000);
    },
    killListener: () => kill('SIGKILL'),
    [Symbol.asyncDispose]: async () => {
      await kill('SIGTERM');
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

const configuration = ({ apiUrl }: Sandbox): string => `environments: { dev: }
scripts: [./scripts]
policy:
  - { name: open, allow: [everyone, strangers] }
limits:
  person: { atOnce: 16, perMinute: 100000, waiting: 100000 }
  room: { atOnce: 16, perMinute: 100000, waiting: 100000 }
slack:
  apiUrl: ${apiUrl}
  appToken: \${env:SLACK_APP_TOKEN}
  botToken: \${env:SLACK_BOT_TOKEN}
`;

function environment({ appToken, botToken }: Sandbox): NodeJS.ProcessEnv {
  return { ...process.env, NO_COLOR: '1', SLACK_APP_TOKEN: appToken, SLACK_BOT_TOKEN: botToken };
}
