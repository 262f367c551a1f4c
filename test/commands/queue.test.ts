import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceLines } from '../support/line-process.ts';
import { inJournal, shared, typed } from '../support/locking.ts';
import { ops, startOps } from '../support/ops.ts';
import { createProject, type Project } from '../support/project.ts';
import { until } from '../support/waiting.ts';

/** A deploy that goes on until the file `go` is there, and writes down in which order deploys began. */
function slow(config = shared): Project {
  const project = createProject(config);
  const script = '#!/bin/sh\necho "$1 $OPS_VERSION $OPS_APP" >> order\nuntil [ -e go ]; do sleep 0.02; done\n';
  project.write('deploy', script, 0o755);
  return project;
}

const began = ({ folder }: Project): string[] =>
  existsSync(join(folder, 'order')) ? readFileSync(join(folder, 'order'), 'utf8').trim().split('\n') : [];

async function beginDeploy(project: Project): Promise<ReturnType<typeof typed>[]> {
  const first = typed(project, 'ana', 'deploy uat --ref v1');
  await until(() => began(project).length === 1, 'the first deploy runs');
  return [first];
}

/** Waits until so many stand in line. */
async function inLine(project: Project, count: number): Promise<string[]> {
  for (;;) {
    const queue = await inJournal(project, (journal) => journal.queue());
    const runs = await inJournal(project, (journal) => journal.runs({ states: ['waiting'] }));
    if (queue.length === count && runs.length === count) return queue.map(({ run }) => run);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('twenty processes that want one lock at the same moment', () => {
  it('are one that has it and nineteen that are told so', async () => {
    const project = createProject(shared);
    const lines = Array.from({ length: 20 }, (_, index) => ({
      ...{ actor: `os:here:${100 + index}`, name: `p${index}` },
      argv: ['lock', 'uat', ...(index % 2 === 0 ? [] : ['--app', 'web']), '--reason', `mine ${index}`],
    }));
    const ends = await raceLines(project.folder, lines);
    const wholeOrParts = ends.filter(({ exitCode }) => exitCode === 0);
    const held = JSON.parse((await typed(project, 'eve', 'locks --json')).stdout).locks;
    expect(held).toHaveLength(wholeOrParts.length);
    expect(wholeOrParts).toHaveLength(1);
    const told = ends.filter(({ exitCode, words }) => exitCode === 75 && /uat is locked by p\d+ since/.test(words));
    expect(told).toHaveLength(19);
  });
});

describe('--queue', () => {
  it('waits in the order in which people came, and goes on by itself', async () => {
    const project = slow();
    const ends = await beginDeploy(project);
    ends.push(typed(project, 'bob', 'deploy uat --ref v2 --queue'));
    const [second = ''] = await inLine(project, 1);
    ends.push(typed(project, 'tom', 'deploy uat --ref v3 --queue'));
    await inLine(project, 2);
    expect((await typed(project, 'eve', 'deploy uat')).stderr).toContain('✗ web/uat is locked by ana since');
    const { stdout } = await typed(project, 'eve', 'locks');
    expect(stdout).toMatch(/web\/uat +changing +ana [\s\S]*web\/uat +waiting +bob [\s\S]*web\/uat +waiting +tom /);
    expect((await typed(project, 'eve', 'runs')).stdout.match(/ waiting$/gm)).toHaveLength(2);
    project.write('go', '');
    const [, bob, tom] = await Promise.all(ends);
    expect(began(project)).toEqual(['uat v1 web', 'uat v2 web', 'uat v3 web']);
    expect([bob?.exitCode, tom?.exitCode]).toEqual([0, 0]);
    expect(bob?.stderr).toMatch(
      /^Next in line: web\/uat is locked by ana since \S+ UTC: ops deploy uat --ref v1 \(run \w+\)\nweb\/uat is free: it is the turn of this line\nDeploy web in uat: v1 → v2\n/,
    );
    expect(tom?.stderr).toMatch(
      new RegExp(
        `^Second in line for web/uat, behind bob: ops deploy uat --ref v2 --queue \\(run ${second}\\)\n(?:Next in line: .+\n)?web/uat is free`,
      ),
    );
    expect(await inJournal(project, (journal) => journal.queue())).toEqual([]);
  });

  it('does not wait where nothing is in the way', async () => {
    const project = createProject(shared);
    const { exitCode, stderr } = await typed(project, 'bob', 'deploy uat --queue');
    expect([exitCode, stderr.startsWith('Deploy web in uat')]).toEqual([0, true]);
  });

  it('waits for what somebody holds, who is not kept out by the line', async () => {
    const project = createProject(shared);
    await typed(project, 'ana', "lock uat --reason 'release test'");
    const bob = typed(project, 'bob', 'deploy uat --queue');
    await inLine(project, 1);
    expect((await typed(project, 'ana', 'deploy uat --ref v1')).exitCode).toBe(0);
    await typed(project, 'tom', 'unlock uat');
    const { exitCode, stderr } = await bob;
    expect([exitCode, stderr]).toEqual([
      0,
      expect.stringMatching(/^Next in line: uat is locked by ana since .+: release test\n/),
    ]);
    expect(stderr).toContain('Deploy web in uat: v1 → v3\n');
  });

  it('keeps its place from those who come later and do not wait', async () => {
    const project = slow();
    await typed(project, 'ana', "lock uat --app web --reason 'x'");
    const bob = typed(project, 'bob', "lock uat --reason 'all of it' --queue");
    await inLine(project, 1);
    const late = await typed(project, 'eve', 'deploy uat --app api');
    expect([late.exitCode, late.stderr]).toEqual([
      75,
      expect.stringMatching(/✗ bob is before you in line for uat since .+ --queue \(run/),
    ]);
    expect((await typed(project, 'eve', "lock uat --app api --reason 'y'")).exitCode).toBe(75);
    await typed(project, 'ana', 'unlock uat --app web');
    expect((await bob).stdout).toMatch(/^uat is yours for 2h/);
  });

  it('is left by a line that is stopped, whose time is up, or that is ended from outside', async () => {
    const project = slow();
    const [first] = await beginDeploy(project);
    const stopped = typed(project, 'bob', 'deploy uat --queue');
    const [run = ''] = await inLine(project, 1);
    const late = await typed(project, 'tom', 'deploy uat --queue --timeout 1s');
    expect([late.exitCode, late.stderr]).toEqual([124, expect.stringContaining('it was stopped after 1 s')]);
    const controller = new AbortController();
    const ended = typed(project, 'tom', 'deploy uat --queue', { signal: controller.signal });
    await inLine(project, 2);
    controller.abort();
    expect((await ended).exitCode).toBe(130);
    expect((await typed(project, 'tom', `stop ${run}`)).exitCode).toBe(0);
    expect((await stopped).exitCode).toBe(130);
    expect(await inJournal(project, (journal) => journal.queue())).toEqual([]);
    project.write('go', '');
    expect((await first)?.exitCode).toBe(0);
    expect(began(project)).toEqual(['uat v1 web']);
  });

  it('drops whoever dies while they wait, and goes on without them', async () => {
    const project = slow();
    const ends = await beginDeploy(project);
    const dying = startOps(project.folder, ['deploy', 'uat', '--ref', 'v2', '--queue']);
    await until(() => dying.said.stderr.includes('Next in line'), 'the one that dies');
    ends.push(typed(project, 'tom', 'deploy uat --ref v3 --queue'));
    await inLine(project, 2);
    dying.child.kill('SIGKILL');
    await dying.ended;
    project.write('go', '');
    const [, tom] = await Promise.all(ends);
    expect([tom?.exitCode, began(project)]).toEqual([0, ['uat v1 web', 'uat v3 web']]);
    expect(tom?.stderr).toMatch(/! ops deploy uat --ref v2 --queue \(run \w+ of .+\) was interrupted/);
  });

  it('has room for few of one person, and of all, where lines come from rooms', async () => {
    const project = createProject(shared);
    await typed(project, 'ana', "lock uat --reason 'x'");
    const room = { type: 'room', team: 'T1', channel: 'C1' } as const;
    const controller = new AbortController();
    const waiting: ReturnType<typeof ops>[] = [];
    const wait = (person: string, app = 'web') => {
      const actor = { id: `slack:T1:${person}`, name: person };
      const argv = ['deploy', 'uat', '--app', app, '--queue'];
      return ops(project.folder, argv, { actor, origin: room, signal: controller.signal });
    };
    for (const [index, person] of ['U1', 'U1', 'U1', 'U1', 'U2', 'U2', 'U3', 'U4'].entries()) {
      waiting.push(wait(person));
      await inLine(project, index + 1);
      if (index !== 3) continue;
      const fifth = await wait('U1', 'api');
      expect([fifth.exitCode, fifth.stderr]).toEqual([
        75,
        expect.stringContaining('4 lines of yours wait in line in rooms already'),
      ]);
    }
    const ninth = await wait('U5');
    expect([ninth.exitCode, ninth.stderr]).toEqual([
      75,
      expect.stringContaining('8 lines wait in line in rooms already'),
    ]);
    controller.abort();
    expect((await Promise.all(waiting)).map(({ exitCode }) => exitCode)).toEqual(Array.from({ length: 8 }, () => 130));
  });

  it('looks and asks only when it has its turn', async () => {
    const project = slow(shared.replace('confirm: false', 'protected: true'));
    project.write('go', '');
    await typed(project, 'ana', "lock prod --reason 'x'");
    const bob = typed(project, 'bob', 'deploy prod --queue');
    await inLine(project, 1);
    await typed(project, 'ana', 'unlock prod');
    const { exitCode, stderr } = await bob;
    expect(exitCode).toBe(64);
    expect(stderr).toMatch(
      /is free: it is the turn of this line\nDeploy web in prod: nothing → v3\n[\s\S]*add --confirm prod/,
    );
    expect(began(project)).toEqual([]);
  });
});
