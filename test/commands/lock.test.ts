import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { inJournal, type Somebody, shared, typed } from '../support/locking.ts';
import { createProject, type Project } from '../support/project.ts';

const hour = 3_600_000;
const lockIt = "lock uat --reason 'release test' --for 2h";
/** What the machine has counted: it goes on only where a test says so. */
const boot = { host: 'here', boot: 'monday', uptime: 1000 };
const time = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC`;

async function locked(line = lockIt, as: Somebody = 'ana', config = shared): Promise<Project> {
  const project = createProject(config);
  const { exitCode, words } = await typed(project, as, line);
  expect(exitCode, words).toBe(0);
  return project;
}

async function lockedAtBoot(): Promise<Project> {
  const project = createProject(shared);
  expect((await typed(project, 'ana', lockIt, { moment: boot })).exitCode).toBe(0);
  return project;
}

async function listed(project: Project): Promise<Record<string, unknown>[]> {
  return JSON.parse((await typed(project, 'eve', 'locks --json')).stdout).locks;
}

function edit({ folder }: Project, sql: string): void {
  using database = new DatabaseSync(join(folder, '.ops/journal.db'), { timeout: 10_000 });
  database.exec(sql);
}

describe('ops lock', () => {
  it('keeps others out, and tells them who, since when, until when, why and what to do', async () => {
    const project = await lockedAtBoot();
    const { exitCode, stderr } = await typed(project, 'bob', 'deploy uat', { moment: boot });
    expect(exitCode).toBe(75);
    expect(stderr).toMatch(
      new RegExp(
        `✗ uat is locked by ana since ${time} until ${time} \\(2 h left\\): release test\n` +
          ' {2}→ --queue waits in line for it; ana or tom can free it: ops unlock uat\n$',
      ),
    );
    expect((await typed(project, 'bob', 'deploy dev')).exitCode).toBe(0);
  });

  it('lets its owner go on, from every account of theirs, and nobody else', async () => {
    const project = await locked();
    expect((await typed(project, 'ana', 'deploy uat')).exitCode).toBe(0);
    expect((await typed(project, 'ana at home', 'deploy uat --ref v1')).exitCode).toBe(0);
    expect((await typed(project, 'ana', 'rollback uat')).exitCode).toBe(0);
    for (const other of ['bob', 'tom', 'eve'] as const) {
      expect((await typed(project, other, 'deploy uat')).exitCode).toBe(75);
    }
  });

  it('of an environment holds for all of its apps, and that of an app for nothing else', async () => {
    const whole = await locked();
    expect((await typed(whole, 'bob', 'deploy uat --app api')).exitCode).toBe(75);
    expect((await typed(whole, 'bob', "lock uat --app web --reason 'mine'")).stderr).toContain(
      '✗ uat is locked by ana',
    );
    const part = await locked("lock uat --app web --reason 'load test'");
    const refused = await typed(part, 'bob', 'deploy uat');
    expect(refused.stderr).toMatch(/✗ web\/uat is locked by ana [\s\S]*ops unlock uat --app web\n$/);
    expect((await typed(part, 'bob', 'deploy uat --app api')).exitCode).toBe(0);
    expect((await typed(part, 'bob', "lock uat --reason 'all of it'")).exitCode).toBe(75);
  });

  it('is anew with another time and reason where its owner says so', async () => {
    const project = await locked();
    const { stderr, stdout } = await typed(project, 'ana at home', "lock uat --reason 'and again' --for 3h");
    expect(stderr).toContain('Lock anew uat for 3h: and again\n');
    expect(stdout).toMatch(/^uat is yours for 3h, until .+: and again\n$/);
    expect(await listed(project)).toMatchObject([{ key: 'uat', person: 'ana', reason: 'and again' }]);
    await typed(project, 'ana', 'unlock uat');
    expect(await listed(project)).toEqual([]);
  });

  it.each([
    ["lock uat --for 25h --reason 'x'", 64, '--for takes at most 1d, and more than nothing'],
    ["lock uat --for 0s --reason 'x'", 64, '--for takes at most 1d, and more than nothing'],
    ['lock uat', 64, 'lock needs --reason'],
    ["lock uat --reason ' '", 64, 'lock needs a --reason'],
    ['unlock uat', 1, 'nobody holds uat'],
  ])('%s is refused with %i', async (line, code, words) => {
    const { exitCode, stderr } = await typed(createProject(shared), 'ana', line);
    expect([exitCode, stderr]).toEqual([code, expect.stringContaining(words)]);
  });

  it('lasts as long as the configuration says where nobody does', async () => {
    const config = `${shared}locks: { usual: 30m, longest: 1h }\n`;
    const project = await locked("lock uat --reason 'x'", 'ana', config);
    const [lock] = await listed(project);
    expect(Number(new Date(`${lock?.['until']}`)) - Number(new Date(`${lock?.['since']}`))).toBe(hour / 2);
    expect((await typed(project, 'ana', "lock uat --reason 'x' --for 2h")).stderr).toContain('--for takes at most 1h');
  });

  it('only looks with --dry-run', async () => {
    const project = createProject(shared);
    expect((await typed(project, 'ana', `${lockIt} --dry-run`)).stdout).toBe('Lock uat for 2h: release test\n');
    expect(await listed(project)).toEqual([]);
  });

  it('asks for no name and is not frozen: nothing is changed there', async () => {
    const guarded = shared.replace('confirm: false', "protected: true\n    freeze: [{ zone: UTC, reason: 'always' }]");
    const project = await locked("lock prod --reason 'x'", 'ana', guarded);
    expect((await typed(project, 'ana', 'unlock prod')).exitCode).toBe(0);
    const { exitCode, stderr } = await typed(project, 'ana', 'deploy prod');
    expect([exitCode, stderr]).toEqual([77, expect.stringContaining('prod is frozen: always')]);
  });
});

describe('ops unlock', () => {
  it.each<[Somebody, number]>([
    ['ana', 0],
    ['ana at home', 0],
    ['tom', 0],
    ['bob', 77],
    ['eve', 77],
  ])('of a lock of ana by %s ends with %i', async (as, code) => {
    const project = await locked();
    const { exitCode, stderr } = await typed(project, as, 'unlock uat');
    expect(exitCode).toBe(code);
    if (code === 77) expect(stderr).toMatch(/It is not yours\n {2}→ ana can free it, and administrators: tom\n$/);
    expect((await listed(project)).length).toBe(code === 0 ? 0 : 1);
    expect((await typed(project, 'bob', 'deploy uat')).exitCode).toBe(code === 0 ? 0 : 75);
  });

  it('of a lock that is another one by then frees nothing', async () => {
    const project = await locked();
    const [old] = await inJournal(project, (journal) => journal.facts({ kind: 'lock' }));
    await typed(project, 'ana', 'unlock uat');
    await typed(project, 'ana', lockIt);
    await inJournal(project, (journal) =>
      journal.record({
        ...{ run: old?.run ?? '', kind: 'unlock', subject: old?.run ?? '', data: {} },
        ...{ at: new Date(), actor: { id: 'os:here:1', name: 'ana' } },
      }),
    );
    expect(await listed(project)).toHaveLength(1);
  });

  it('and ops lock stand in the journal with the person and the account', async () => {
    const project = await locked(lockIt, 'ana at home');
    await typed(project, 'tom', 'unlock uat');
    const facts = (kind: string) => inJournal(project, (journal) => journal.facts({ kind }));
    const [lock] = await facts('lock');
    expect(lock).toMatchObject({ subject: 'uat', actor: { id: 'os:home:1' }, data: { person: 'ana', ms: 2 * hour } });
    expect(await facts('unlock')).toMatchObject([
      { subject: lock?.run, actor: { id: 'os:here:3' }, data: { key: 'uat', why: 'freed' } },
    ]);
  });
});

describe('the end of a lock', () => {
  const later = (ms: number) => ({ moment: { ...boot, uptime: boot.uptime + ms } });

  it('comes when the machine has counted its time, and stands in the journal then', async () => {
    const project = await lockedAtBoot();
    expect((await typed(project, 'bob', 'deploy uat', later(2 * hour - 1))).exitCode).toBe(75);
    expect((await typed(project, 'bob', 'deploy uat', later(2 * hour))).exitCode).toBe(0);
    const freed = await inJournal(project, (journal) => journal.facts({ kind: 'unlock' }));
    expect(freed).toMatchObject([{ data: { key: 'uat', why: 'expired' }, actor: { id: 'os:here:2' } }]);
    expect(await listed(project)).toEqual([]);
  });

  it.each([3 * hour, 30 * 24 * hour, -3 * hour])(
    'is not brought about by a clock that is %i ms ahead: the lock is not stolen',
    async (ahead) => {
      const project = await lockedAtBoot();
      const { exitCode, stderr } = await typed(project, 'bob', 'deploy uat', { ahead, moment: boot });
      expect([exitCode, stderr]).toEqual([75, expect.stringContaining('(2 h left): release test')]);
      const unlock = await typed(project, 'bob', 'unlock uat', { ahead, moment: boot });
      expect(unlock.exitCode).toBe(77);
      const again = await typed(project, 'bob', "lock uat --reason 'mine now'", { ahead, moment: boot });
      expect(again.exitCode).toBe(75);
    },
  );

  it('is not brought about by what somebody with such a clock has recorded before', async () => {
    const project = createProject(shared);
    const ahead = 5 * hour;
    await typed(project, 'bob', "lock uat --reason 'from tomorrow'", { ahead, moment: boot });
    await typed(project, 'bob', 'unlock uat', { ahead, moment: boot });
    await typed(project, 'ana', lockIt, { moment: boot });
    expect((await typed(project, 'bob', 'deploy uat', { moment: boot })).stderr).toContain('uat is locked by ana');
  });

  it('does not come late where the clock is behind', async () => {
    const project = createProject(shared);
    await typed(project, 'ana', lockIt, { ahead: 10 * hour, moment: boot });
    expect((await typed(project, 'bob', 'deploy uat', later(2 * hour))).exitCode).toBe(0);
  });

  it('comes at the latest when a machine that was started anew has counted the whole time again', async () => {
    const project = await lockedAtBoot();
    const anew = (uptime: number) => ({ moment: { host: 'here', boot: 'tuesday', uptime } });
    expect((await typed(project, 'bob', 'deploy uat', anew(2 * hour - 1))).exitCode).toBe(75);
    expect((await typed(project, 'bob', 'deploy uat', anew(2 * hour))).exitCode).toBe(0);
  });

  it('comes on another machine when that has counted the time since it first met the lock', async () => {
    const project = await lockedAtBoot();
    const there = (ms: number) => ({ moment: { host: 'there', boot: 'sunday', uptime: 100 * hour + ms } });
    expect((await typed(project, 'bob', 'deploy uat', there(0))).exitCode).toBe(75);
    expect((await typed(project, 'bob', 'deploy uat', there(2 * hour - 1))).exitCode).toBe(75);
    expect((await typed(project, 'bob', 'deploy uat', there(2 * hour))).exitCode).toBe(0);
  });
});

describe('a lock that cannot be read', () => {
  it.each([
    ['of another version', `{"version":99}`],
    ['without its end', `{"version":1,"reason":"x"}`],
    ['of something else', `[]`],
  ])('%s is a lock, until an administrator frees it', async (_, data) => {
    const project = await locked();
    edit(project, `UPDATE facts SET data = '${data}' WHERE kind = 'lock'`);
    const { exitCode, stderr } = await typed(project, 'bob', 'deploy uat');
    expect(exitCode).toBe(75);
    expect(stderr).toMatch(/✗ uat is locked by ana since .+, and what was written of it cannot be read \(run \w+\)/);
    expect((await typed(project, 'bob', 'unlock uat')).exitCode).toBe(77);
    expect(await listed(project)).toMatchObject([{ key: 'uat', reason: 'what was written of it cannot be read' }]);
    expect((await typed(project, 'tom', 'unlock uat')).exitCode).toBe(0);
    expect((await typed(project, 'bob', 'deploy uat')).exitCode).toBe(0);
  });

  it('that is no data at all lets nothing pass', async () => {
    const project = await locked();
    edit(project, `UPDATE facts SET data = '{"version":1,' WHERE kind = 'lock'`);
    const { exitCode, stderr } = await typed(project, 'bob', 'deploy uat');
    expect([exitCode, stderr]).toEqual([78, expect.stringContaining('is damaged')]);
  });
});

describe('ops locks', () => {
  it('says that nothing is locked', async () => {
    expect((await typed(createProject(shared), 'eve', 'locks')).stdout).toBe('Nothing is locked\n');
  });

  it('shows who holds what, since when, until when and why', async () => {
    const project = await lockedAtBoot();
    const { stdout } = await typed(project, 'eve', 'locks uat', { moment: boot });
    expect(stdout).toMatch(
      new RegExp(`^What +State +Who .*\nuat +held +ana +${time} +${time} \\(2h left\\) +release test +\\w{8}\n$`),
    );
    expect((await typed(project, 'eve', 'locks dev')).stdout).toBe('Nothing is locked\n');
  });
});
