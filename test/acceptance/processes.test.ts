import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startOps } from '../support/ops.ts';
import { configuration, createProject, type Project } from '../support/project.ts';
import { until } from '../support/waiting.ts';

/** A deploy that says it began, then waits until it is told to go on. */
const slowDeploy = `#!/usr/bin/env bash
echo $$ > began
echo began
while [ ! -e go ]; do sleep 0.05; done
echo released
`;

function slowProject(script = slowDeploy): Project {
  const project = createProject();
  project.write('deploy', script, 0o755);
  return project;
}

/** A shell makes the file before it writes into it. */
const began = ({ folder }: Project): boolean =>
  existsSync(join(folder, 'began')) && readFileSync(join(folder, 'began'), 'utf8').endsWith('\n');
const pidIn = ({ folder }: Project, file: string): number => Number(readFileSync(join(folder, file), 'utf8'));

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

describe('two terminals that deploy to one environment', () => {
  it('let one run, and tell the other who holds the lock and since when', async () => {
    const project = slowProject();
    const first = startOps(project.folder, ['deploy', 'uat']);
    await until(() => began(project), 'the first deploy');
    const second = await startOps(project.folder, ['deploy', 'uat', '--ref', 'v1']).ended;
    expect(second.exitCode).toBe(75);
    expect(second.stderr).toMatch(
      /✗ web\/uat is locked by \S+ since \d\d:\d\d:\d\d UTC: ops deploy uat \(run \w{8}\)\n {2}→ /,
    );
    expect((await startOps(project.folder, ['deploy', 'dev', '--dry-run']).ended).exitCode).toBe(0);
    project.write('go', '');
    expect((await first.ended).exitCode).toBe(0);
    expect((await startOps(project.folder, ['deploy', 'uat', '--ref', 'v1']).ended).exitCode).toBe(0);
  });
});

describe('a deploy in a container that is gone', () => {
  it('holds its lock for half a minute, and who waits is told so', async () => {
    const project = slowProject();
    const { child, ended } = startOps(project.folder, ['deploy', 'uat']);
    await until(() => began(project), 'the deploy');
    child.kill('SIGKILL');
    await ended;
    process.kill(pidIn(project, 'began'), 'SIGKILL');
    const journal = new DatabaseSync(join(project.folder, '.ops', 'journal.db'), { timeout: 10_000 });
    onTestFinished(() => journal.close());
    journal.exec("UPDATE runs SET process_host = 'box1', process_started = 'another boot:1:1'");
    project.write('go', '');
    const refused = await startOps(project.folder, ['deploy', 'uat']).ended;
    expect(refused.exitCode).toBe(75);
    expect(refused.stderr).toMatch(
      /✗ web\/uat is locked by \S+ since \S+ UTC, on box1: .+\n {2}→ .+; where box1 is gone, the lock is free/,
    );
    journal.exec('UPDATE runs SET doubted_at = doubted_at - 31000');
    const { exitCode, stderr } = await startOps(project.folder, ['deploy', 'uat']).ended;
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/! ops deploy uat \(run \w+ of .+ was interrupted/);
  });
});

describe('kill -9 in the middle of a deploy', () => {
  it('is told at the next start: the lock is free, what ran is ended, and nothing runs again', async () => {
    const project = slowProject();
    const { child, ended } = startOps(project.folder, ['deploy', 'uat']);
    await until(() => began(project), 'the deploy');
    child.kill('SIGKILL');
    await ended;
    const script = pidIn(project, 'began');
    expect(isRunning(script)).toBe(true);
    const next = await startOps(project.folder, ['deployed', 'uat']).ended;
    expect(next.stderr).toMatch(
      /^! ops deploy uat \(run \w{8} of .+\) was interrupted: its process was killed\. It was not run again\n$/,
    );
    expect(isRunning(script)).toBe(false);
    const history = await startOps(project.folder, ['history', '--command', 'deploy', '--json']).ended;
    expect(JSON.parse(history.stdout).runs).toMatchObject([{ line: 'ops deploy uat', state: 'interrupted' }]);
    expect(history.stderr).toBe('');
    project.write('go', '');
    expect((await startOps(project.folder, ['deploy', 'uat']).ended).exitCode).toBe(0);
  });
});

describe('what a killed deploy left running and does not heed SIGTERM', () => {
  const stubborn = `#!/usr/bin/env bash
trap '' TERM
if [ -e began ]; then
  case "$(ps -o stat= -p "$(cat began)")" in '' | Z*) ;; *) echo both > both ;; esac
  exit
fi
echo $$ > began
while :; do sleep 0.05; done
`;

  async function killedDeploy(project: Project): Promise<DatabaseSync> {
    const { child, ended } = startOps(project.folder, ['deploy', 'uat']);
    await until(() => began(project), 'the deploy');
    child.kill('SIGKILL');
    await ended;
    const journal = new DatabaseSync(join(project.folder, '.ops', 'journal.db'), { timeout: 10_000 });
    onTestFinished(() => journal.close());
    return journal;
  }

  const isTakenUp = (journal: DatabaseSync): boolean =>
    journal.prepare("SELECT 1 FROM runs WHERE doubted_at > 0 OR state = 'interrupted'").get() !== undefined;

  it('holds the lock until it is gone, and the next deploy begins after that', async () => {
    const project = slowProject(stubborn);
    const journal = await killedDeploy(project);
    const other = startOps(project.folder, ['whoami']);
    await until(() => isTakenUp(journal), 'that it is being ended');
    await startOps(project.folder, ['deploy', 'uat']).ended;
    expect((await other.ended).stderr).toMatch(/^! ops deploy uat \(run \w{8} of .+\) was interrupted/);
    expect((await startOps(project.folder, ['deploy', 'uat']).ended).exitCode).toBe(0);
    expect(existsSync(join(project.folder, 'both'))).toBe(false);
  });

  it('is ended by the next line where whoever began to end it was killed too', async () => {
    const project = slowProject(stubborn);
    const journal = await killedDeploy(project);
    const second = startOps(project.folder, ['whoami']);
    await until(() => isTakenUp(journal), 'that it is being ended');
    second.child.kill('SIGKILL');
    await second.ended;
    const refused = await startOps(project.folder, ['deploy', 'uat']).ended;
    expect(refused.stderr).toMatch(/✗ web\/uat is locked by /);
    expect(isRunning(pidIn(project, 'began'))).toBe(true);
    journal.exec('UPDATE runs SET doubted_at = doubted_at - 15000');
    expect((await startOps(project.folder, ['whoami']).ended).stderr).toMatch(/^! ops deploy uat .+ was interrupted/);
    expect(isRunning(pidIn(project, 'began'))).toBe(false);
  });
});

describe('stopping', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'by %s ends the whole process tree and says 130',
    async (signal) => {
      const tree =
        '#!/usr/bin/env bash\nsetsid sleep 1000 & echo $! > daemon\nsleep 1000 & echo $! > child\necho $$ > began\nwait\n';
      const project = slowProject(tree);
      const { child, ended } = startOps(project.folder, ['deploy', 'uat']);
      await until(() => began(project), 'the deploy');
      child.kill(signal);
      const { exitCode, stderr } = await ended;
      expect(exitCode).toBe(130);
      expect(stderr).toMatch(/✗ it was stopped by (Ctrl-C|SIGTERM|SIGHUP)\n/);
      for (const file of ['began', 'child', 'daemon']) expect(isRunning(pidIn(project, file)), file).toBe(false);
      const history = await startOps(project.folder, ['history', '--command', 'deploy', '--json']).ended;
      expect(JSON.parse(history.stdout).runs).toMatchObject([{ state: 'cancelled', exitCode: 130 }]);
      expect((await startOps(project.folder, ['deploy', 'uat', '--dry-run']).ended).exitCode).toBe(0);
    },
  );

  it('because the time is up says 124', async () => {
    const { exitCode, stderr } = await startOps(slowProject().folder, ['deploy', 'uat', '--timeout', '300ms']).ended;
    expect(exitCode).toBe(124);
    expect(stderr).toContain('✗ it was stopped after 0.3 s');
  });

  it('works on a program that ignores SIGTERM', async () => {
    const project = slowProject("#!/usr/bin/env bash\ntrap '' TERM\necho $$ > began\nwhile :; do sleep 0.1; done\n");
    const { child, ended } = startOps(project.folder, ['deploy', 'uat']);
    await until(() => began(project), 'the deploy');
    child.kill('SIGINT');
    expect((await ended).exitCode).toBe(130);
    expect(isRunning(pidIn(project, 'began'))).toBe(false);
  });
});

describe('--json', () => {
  it.each([
    [['deploy', 'uat'], 0],
    [['deploy', 'nowhere'], 64],
    [['nonsense'], 64],
    [['deploy', 'uat', '--dry-run'], 0],
    [['help', 'deploy'], 0],
    [['--version'], 0],
    [['--confg', 'x'], 64],
  ])('makes stdout exactly one object: %j', async (argv, code) => {
    const project = createProject();
    const { exitCode, stdout } = await startOps(project.folder, ['--json', ...argv]).ended;
    expect(typeof JSON.parse(stdout)).toBe('object');
    expect(exitCode).toBe(code);
  });
});

describe('secrets', () => {
  it('are masked on the screen and in the journal, coloured or typed by hand', async () => {
    const project = createProject(
      configuration.replace('scripts:', '    env: { TOKEN: "${env:OPS_TEST_TOKEN}" }\nscripts:'),
    );
    project.write('deploy', '#!/bin/sh\nprintf "token=sup\\033[1mer\\033[0m-s3cret %s\\n" "$TOKEN"\nexit 3\n', 0o755);
    const env = { OPS_TEST_TOKEN: 'super-s3cret' };
    const deployed = await startOps(project.folder, ['deploy', 'uat'], env).ended;
    expect(deployed.words).toContain('token=•••• ••••');
    const refused = await startOps(project.folder, ['deploy', 'uat', '--ref', 'super-s3cret'], env).ended;
    const odd = await startOps(project.folder, ['deploy', 'super-s3cret'], env).ended;
    expect(`${deployed.words}${refused.words}${odd.words}`).not.toContain('s3cret');
    const history = await startOps(project.folder, ['history', '--json']).ended;
    expect(history.stdout).toContain("ops deploy uat --ref '••••'");
    expect(history.stdout).not.toContain('s3cret');
  });
});

describe('--version', () => {
  it('stands alone: beside a line it is a slip, and nothing runs', async () => {
    const project = createProject();
    const { exitCode, stderr } = await startOps(project.folder, ['deploy', 'dev', '--version']).ended;
    expect(exitCode).toBe(64);
    expect(stderr).toContain('--version stands alone');
    expect((await startOps(project.folder, ['--no-color', '--version']).ended).exitCode).toBe(0);
  });
});
