import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { csvLine, csvTitles } from '../../commands/audit-export/csv.ts';
import { canonical } from '../../src/context/canonical.ts';
import type { Entry } from '../../src/context/evidence.ts';
import { ops, type Said } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';
import { ruled } from '../support/ruled.ts';

const project = () => createProject(ruled);
const audit = (folder: string, ...words: string[]): Promise<Said> => ops(folder, ['audit', ...words]);
const entriesOf = ({ stdout }: Said): Entry[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);

function edit(folder: string, sql: string): void {
  const file = new DatabaseSync(join(folder, '.ops/journal.db'));
  file.exec(sql);
  file.close();
}

describe('ops audit head', () => {
  it('prints one line that names the newest entry', async () => {
    const { folder } = project();
    const { stdout, exitCode } = await audit(folder, 'head');
    expect(stdout).toMatch(/^Journal head \d+:[0-9a-f]{64}, \d{4}-\d\d-\d\d [\d:]{8} UTC, \d+ entries\n$/);
    expect(exitCode).toBe(0);
  });
});

describe('ops audit verify', () => {
  it('leaves with 0 where all is as it was written, and names the head', async () => {
    const { folder } = project();
    await ops(folder, ['roles']);
    const { stdout, exitCode } = await audit(folder, 'verify');
    expect(stdout).toMatch(/^The journal is as it was written\n/);
    expect(stdout).toMatch(/^Entries +\d+$/m);
    expect(stdout).toMatch(/^Head +\d+:[0-9a-f]{64}$/m);
    expect(exitCode).toBe(0);
  });

  it('leaves with 1 where a row was edited, and names it', async () => {
    const { folder } = project();
    await ops(folder, ['deploy', 'prod', '--yes']);
    edit(folder, `UPDATE runs SET state = 'succeeded' WHERE command = 'deploy'`);
    const { stdout, stderr, exitCode } = await audit(folder, 'verify');
    expect(stdout).toMatch(/^runs \w{8} +state is "succeeded"; as of entry \d+ it is "denied"$/m);
    expect(stderr).toContain('the journal is not as it was written: 1 thing');
    expect(exitCode).toBe(1);
  });

  it('finds a head that was noted, and says where it is gone', async () => {
    const { folder } = project();
    const { head } = JSON.parse((await audit(folder, 'head', '--json')).stdout) as { head: string };
    const found = await audit(folder, 'verify', '--head', head);
    expect(found.stdout).toMatch(new RegExp(`^Still in it +${head}$`, 'm'));
    expect(found.exitCode).toBe(0);
    const other = await audit(
      folder,
      'verify',
      '--json',
      '--head',
      head.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
    );
    expect(other.exitCode).toBe(1);
    expect(JSON.parse(other.stdout)).toMatchObject({ holds: false, problemCount: 1 });
  });

  it.each(['12', 'abc', '5:', '5:xyz', '1:0123456789'])('takes no %s for a head', async (head) => {
    const { exitCode, stderr } = await audit(project().folder, 'verify', '--head', head);
    expect(stderr).toContain(`not "${head}"`);
    expect(exitCode).toBe(64);
  });

  it('needs a project', async () => {
    const { folder } = createProject();
    const { exitCode } = await ops('/', ['audit', 'verify']);
    expect([folder, exitCode]).toEqual([folder, 78]);
  });
});

describe('ops audit export', () => {
  it('prints all that each hash is made of', async () => {
    const { folder } = project();
    await ops(folder, ['deploy', 'prod', '--yes']);
    const entries = entriesOf(await audit(folder, 'export'));
    let previous = '0'.repeat(64);
    for (const { sequence, at, kind, subject, actor, row, facts, hash, previous: before } of entries) {
      expect(before).toBe(previous);
      const who = [actor?.id ?? '', actor?.name ?? ''];
      const what = [row?.table ?? null, row?.key ?? null, facts, before];
      const parts = ['ops journal entry 1', sequence, Date.parse(`${at}`), kind, subject, ...who, ...what];
      expect(createHash('sha256').update(canonical(parts)).digest('hex')).toBe(hash);
      previous = hash;
    }
  });

  it('tells of a denial who was denied what, by which policy, and what that was', async () => {
    const { folder } = project();
    await ops(folder, ['deploy', 'prod', '--yes']);
    const entries = entriesOf(await audit(folder, 'export'));
    const policy = entries.find(({ kind }) => kind === 'policy-changed');
    const denied = entries.find(({ kind }) => kind === 'run-ended');
    expect(denied).toMatchObject({
      actor: { id: 'os:here:1' },
      facts: { changed: { state: 'denied' }, decision: { allowed: false, person: 'ana', policy: policy?.subject } },
    });
    expect(policy?.facts).toMatchObject({ row: { text: { roles: { lead: ['tom'] } } } });
    expect(entries.indexOf(policy as Entry)).toBeLessThan(entries.indexOf(denied as Entry));
  });

  it('masks secrets of the rules, and tells when the rules change', async () => {
    const made = createProject(`${configuration}people:\n  eve: { slack: T1/U1, email: '\${env:EVE_MAIL}' }\n`);
    vi.stubEnv('EVE_MAIL', 'eve@secret.example');
    onTestFinished(() => void vi.unstubAllEnvs());
    await ops(made.folder, ['help']);
    made.write('.chatopsrc', configuration);
    await ops(made.folder, ['help']);
    const entries = entriesOf(await audit(made.folder, 'export'));
    expect(JSON.stringify(entries)).not.toContain('secret.example');
    const [one, two] = entries.filter(({ kind }) => kind === 'policy-changed');
    expect(one?.facts['row']).toMatchObject({ text: { people: { eve: { email: ['••••'] } } } });
    expect(two?.facts['before']).toBe(one?.subject);
  });

  it('begins at a run, or at a time', async () => {
    const { folder } = project();
    await ops(folder, ['roles']);
    await ops(folder, ['deployed']);
    const [, first, ...rest] = entriesOf(await audit(folder, 'export', '--since', '1h'));
    expect(rest.length).toBeGreaterThan(3);
    const second = rest.find(({ kind }) => kind === 'run-accepted')?.subject ?? '';
    expect(first?.subject).not.toBe(second);
    expect(entriesOf(await audit(folder, 'export', '--since', second))[0]).toMatchObject({ subject: second });
    const none = await audit(folder, 'export', '--since', '2099-01-01', '--json');
    expect(JSON.parse(none.stdout)).toEqual({ entries: 0 });
  });

  it.each(['noon', 'zzzzzzzz', '1x'])('takes no %s for a beginning', async (since) => {
    const { exitCode, stderr } = await audit(project().folder, 'export', '--since', since);
    expect(stderr).toContain(`--since takes a duration, a date or a run, not "${since}"`);
    expect(exitCode).toBe(64);
  });

  it('prints what was tampered with too', async () => {
    const { folder } = project();
    await ops(folder, ['roles']);
    edit(folder, `UPDATE entries SET facts = '{' WHERE sequence = 2`);
    const entries = entriesOf(await audit(folder, 'export'));
    expect(entries[1]).toMatchObject({ sequence: 2, facts: { unreadable: '{' } });
  });

  it('prints CSV with its titles', async () => {
    const { folder } = project();
    const [titles, first] = (await audit(folder, 'export', '--format', 'csv')).stdout.split('\n');
    expect(titles).toBe(csvTitles);
    expect(first).toMatch(/^1,\d{4}-.*Z,journal-begun,[0-9a-f]{32},,,,,"\{""imported"":\{\}\}",0{64},[0-9a-f]{64}$/);
  });
});

describe('a line of CSV', () => {
  const entry: Entry = {
    ...{ sequence: 7, at: new Date(0), kind: 'fact:x', previous: 'p', hash: 'h', facts: {} },
    ...{ subject: 'web/uat', actor: { id: 'os:a:1', name: 'Ana' }, row: { table: 'facts', key: '1' } },
  };

  it('has a cell for each title', () => {
    expect(csvLine(entry)).toBe('7,1970-01-01T00:00:00.000Z,fact:x,web/uat,os:a:1,Ana,facts,1,{},p,h');
    expect(csvLine(entry).split(',')).toHaveLength(csvTitles.split(',').length);
  });

  it.each([
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(1)', `"'@SUM(1)"`],
    [' =1', '"\' =1"'],
    ['\t=1', '"\' =1"'],
    ['\r\n=1', '"\'  =1"'],
    ['＝1', `"'＝1"`],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ["=cmd|' /C calc'!A0", `"'=cmd|' /C calc'!A0"`],
    ['a\u0000b\u2028c', '"a b c"'],
    ['plain', 'plain'],
  ])('holds %j as %s', (subject, cell) => {
    expect(csvLine({ ...entry, subject })).toContain(`,fact:x,${cell},os:a:1`);
  });
});
