import { chmodSync, readFileSync, statSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Journal } from '../../src/context/journal.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import { as } from '../support/approved.ts';
import {
  codeOf,
  codesAndApprovals,
  codesInTerminals,
  enroll,
  giving,
  keyFiles,
  person,
  secretIn,
  wrongCode,
} from '../support/codes.ts';
import { ops } from '../support/ops.ts';
import { createProject, type Project } from '../support/project.ts';

const { actor: mary } = as('mary');
const { actor: tom } = as('tom');
const deploy = ['deploy', 'prod', '--ref', 'v1'];

// A code is one of its half minute, however long lines take.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
});

async function within<Result>({ folder }: Project, work: (journal: Journal) => Promise<Result>): Promise<Result> {
  const journal = await openSqliteJournal(join(folder, '.ops', 'journal.db'));
  return work(journal).finally(() => journal.close());
}

const entries = (project: Project): Promise<string[]> =>
  within(project, async (journal) => {
    const kinds: string[] = [];
    for await (const { kind, subject } of journal.entries()) {
      if (kind === 'fact:approval') kinds.push(kind);
      if (kind.startsWith('code-')) kinds.push(`${kind} ${subject}`);
    }
    return kinds;
  });

async function enrolled(): Promise<Project & { secret: string }> {
  const project = createProject(codesInTerminals);
  return { ...project, secret: await enroll(project, mary) };
}

describe('otp enroll', () => {
  it('shows the secret to the person alone, and keeps it for the owner of the process alone', async () => {
    const project = createProject(codesInTerminals);
    const terminal = person((shown) => codeOf(secretIn(shown)));
    const { words, exitCode } = await ops(project.folder, ['otp', 'enroll'], {
      actor: mary,
      privately: terminal.privately,
    });
    expect(exitCode).toBe(0);
    const secret = secretIn(terminal.shown());
    expect(terminal.shown()).toContain(
      `otpauth://totp/ops%20${project.folder.split('/').at(-1)}:mary?secret=${secret}`,
    );
    expect(words).not.toContain(secret);
    const [file = ''] = keyFiles(project);
    expect(readFileSync(file, 'utf8')).toBe(`${secret}\n`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
    expect(readFileSync(join(project.folder, '.ops', 'journal.db'), 'latin1')).not.toContain(secret);
    expect(await entries(project)).toEqual(['code-enrolled mary']);
  });

  it('keeps nothing until a code was right', async () => {
    const project = createProject(codesInTerminals);
    const terminal = person(
      () => 'what?',
      (shown) => wrongCode(secretIn(shown)),
    );
    const said = await ops(project.folder, ['otp', 'enroll'], { actor: mary, privately: terminal.privately });
    expect(said).toMatchObject({ exitCode: 130 });
    expect(said.words).toContain('nobody was enrolled, and the secret was not kept');
    expect(terminal.shown()).toContain('✗ a one-time code is six digits');
    expect(terminal.shown()).toMatch(
      /no code of this secret at this time\n.*the clock, and it is \d{4}-\d\d-\d\d .* UTC here/,
    );
    expect(keyFiles(project)).toEqual([]);
    expect(await entries(project)).toEqual([]);
  });

  it('prints no secret as JSON either', async () => {
    const project = createProject(codesInTerminals);
    const terminal = person((shown) => codeOf(secretIn(shown)));
    const { stdout } = await ops(project.folder, ['otp', 'enroll', '--json'], {
      actor: mary,
      privately: terminal.privately,
    });
    expect(JSON.parse(stdout)).toMatchObject({ person: 'mary' });
    expect(stdout).not.toContain(secretIn(terminal.shown()));
  });

  it('tells a stranger how to be added', async () => {
    const project = createProject(codesInTerminals.replace('commands: listen', 'commands: [listen, otp-enroll]'));
    const said = await ops(project.folder, ['otp', 'enroll'], { ...as('eve'), ...person() });
    expect(said.exitCode).toBe(77);
    expect(said.words).toContain('eve is nobody that ops knows');
    expect(said.words).toContain('tom adds you under "people" in .chatopsrc, with os: here:9999');
  });

  it('needs a person at the terminal', async () => {
    const said = await ops(createProject(codesInTerminals).folder, ['otp', 'enroll'], { actor: mary });
    expect(said.exitCode).toBe(64);
    expect(said.words).toContain('is shown to a person at a terminal alone');
  });

  it('is for who cannot give codes yet', async () => {
    const project = await enrolled();
    const said = await ops(project.folder, ['otp', 'enroll'], { actor: mary, ...person() });
    expect(said.words).toContain('mary can give one-time codes already');
    expect(keyFiles(project)).toHaveLength(1);
  });
});

describe('a line that takes a code', () => {
  it('runs with one, which nothing keeps', async () => {
    const project = await enrolled();
    const code = codeOf(project.secret);
    const said = await giving(project.folder, deploy, mary, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(said.exitCode).toBe(0);
    expect(said.shown).toBe('ops deploy prod --ref v1 takes a one-time code of mary: ');
    expect(said.words).toMatch(/^Deploy web in prod[\s\S]*released v1 to prod/);
    const kept = await within(project, async (journal) => {
      const all: unknown[] = await journal.runs();
      for await (const entry of journal.entries()) all.push(entry.facts);
      return JSON.stringify(all);
    });
    expect(kept).not.toContain(code);
    expect(await entries(project)).toEqual(['code-enrolled mary', 'code-accepted mary']);
  });

  it('takes one for each action, and none twice', async () => {
    const project = await enrolled();
    const [now, next] = [codeOf(project.secret), codeOf(project.secret, 1)];
    expect((await giving(project.folder, deploy, mary, now)).exitCode).toBe(0);
    const again = await giving(project.folder, deploy, mary, now, next);
    expect(again.shown).toContain('✗ this code was used already\n  → wait for the next one');
    expect(again.exitCode).toBe(0);
    // Older than one that was used.
    const old = await giving(project.folder, deploy, mary, codeOf(project.secret));
    expect(old).toMatchObject({ exitCode: 130 });
    expect(old.shown).toContain('was used already');
    expect(old.words).toContain('nothing was changed: no one-time code was given');
  });

  it('takes none for five wrong ones, of no terminal, until an administrator says so', async () => {
    const project = await enrolled();
    const wrong = wrongCode(project.secret);
    const first = await giving(project.folder, deploy, mary, wrong, 'twelve', wrong);
    expect(first.shown).toContain('no code of mary at this time: 4 more tries');
    expect(first.shown).toContain('a one-time code is six digits');
    const second = await giving(project.folder, deploy, mary, wrong, wrong, wrong, codeOf(project.secret));
    expect(second.exitCode).toBe(77);
    expect(second.words).toMatch(/too many codes of mary were wrong: none is taken until .* UTC/);
    const third = await giving(project.folder, deploy, mary, codeOf(project.secret));
    expect(third).toMatchObject({ exitCode: 77, shown: '' });
    expect((await ops(project.folder, ['otp', 'unlock', 'mary'], { actor: mary })).exitCode).toBe(77);
    const status = await ops(project.folder, ['otp', 'status', 'mary', '--json'], { actor: tom });
    expect(JSON.parse(status.stdout)).toMatchObject({ people: [{ person: 'mary', locked: expect.any(String) }] });
    expect((await ops(project.folder, ['otp', 'unlock', 'mary'], { actor: tom })).exitCode).toBe(0);
    expect((await giving(project.folder, deploy, mary, codeOf(project.secret))).exitCode).toBe(0);
    expect(await entries(project)).toEqual([
      'code-enrolled mary',
      ...Array<string>(4).fill('code-refused mary'),
      'code-locked-out mary',
      'code-unlocked mary',
      'code-accepted mary',
    ]);
  });

  it.each([
    [
      'nobody is there to be asked',
      mary,
      {},
      64,
      'nobody can be asked here: nothing was run',
      'mary types the line in a terminal',
    ],
    ['its person cannot give one', tom, person(), 77, 'and tom cannot give any yet', 'ops otp enroll'],
  ])('is refused where %s', async (_, actor, host, exitCode, words, hint) => {
    const project = await enrolled();
    const said = await ops(project.folder, [...deploy, '--yes'], { actor, ...host });
    expect(said.exitCode).toBe(exitCode);
    expect(said.words).toContain(words);
    expect(said.words).toContain(hint);
  });

  it('is shown without one where it is only tried', async () => {
    const project = await enrolled();
    expect((await ops(project.folder, [...deploy, '--dry-run'], { actor: mary })).exitCode).toBe(0);
  });

  it.each([
    ['can be read by others', (file: string) => chmodSync(file, 0o640), 'can be read by others'],
    [
      'is another one',
      (file: string) => writeFileSync(file, `${'A'.repeat(32)}\n`),
      'is not the one that the journal knows',
    ],
    ['is gone', (file: string) => unlinkSync(file), 'is gone'],
    [
      'is a link',
      (file: string) => {
        const elsewhere = join(file, '..', '..', 'elsewhere');
        writeFileSync(elsewhere, readFileSync(file), { mode: 0o600 });
        unlinkSync(file);
        symlinkSync(elsewhere, file);
      },
      'cannot be read',
    ],
  ])('takes none where the secret %s', async (_, spoil, words) => {
    const project = await enrolled();
    spoil(keyFiles(project)[0] ?? '');
    const said = await giving(project.folder, deploy, mary, codeOf(project.secret));
    expect(said.exitCode).toBe(78);
    expect(said.words).toContain(words);
  });

  it('asks for it once it is approved, and not again of who approves', async () => {
    const project = createProject(codesAndApprovals);
    const secret = await enroll(project, mary);
    const waiting = giving(project.folder, [...deploy, '--wait'], mary, codeOf(secret));
    const run = await expect
      .poll(() => within(project, async (journal) => (await journal.runs({ states: ['waiting'] }))[0]?.id))
      .toBeDefined()
      .then(() => within(project, async (journal) => (await journal.runs({ states: ['waiting'] }))[0]?.id ?? ''));
    expect((await ops(project.folder, ['approve', run, '--yes'], { actor: tom })).exitCode).toBe(0);
    const said = await waiting;
    expect(said.words).toContain('tom approved it');
    expect(said.shown).toContain('takes a one-time code of mary');
    expect((await entries(project)).slice(1)).toEqual(['fact:approval', 'code-accepted mary']);
    expect(said.exitCode).toBe(0);
  });

  it('says so before anybody is asked for an approval, where nobody could give a code', async () => {
    const project = createProject(codesAndApprovals);
    expect((await ops(project.folder, deploy, { actor: mary })).words).toContain('and mary cannot give any yet');
    expect(await within(project, (journal) => journal.runs({ states: ['waiting'] }))).toEqual([]);
  });
});

describe('the secret', () => {
  it('is masked in whatever a program prints', async () => {
    const project = await enrolled();
    project.write(
      'scripts/leak',
      '#!/bin/sh\n# ---\n# summary: Leak\n# effect: read\n# examples:\n#   - { line: ops leak, says: it }\n# ---\ncat .ops/codes/*\n',
      0o755,
    );
    const said = await ops(project.folder, ['leak'], { actor: mary });
    expect(said.words).toContain('••••');
    expect(said.words).not.toContain(project.secret);
  });
});

describe('otp remove', () => {
  it('takes a code for one’s own, an administrator’s included', async () => {
    const project = await enrolled();
    expect((await giving(project.folder, ['otp', 'remove'], mary)).exitCode).toBe(130);
    expect(keyFiles(project)).toHaveLength(1);
    expect((await giving(project.folder, ['otp', 'remove'], mary, codeOf(project.secret))).exitCode).toBe(0);
    expect(keyFiles(project)).toEqual([]);
    const own = await enroll(project, tom);
    expect((await giving(project.folder, ['otp', 'remove', 'tom'], tom, wrongCode(own))).exitCode).toBe(130);
    expect(keyFiles(project)).toHaveLength(1);
  });

  it('is for administrators where they are another’s', async () => {
    const project = await enrolled();
    const said = await ops(project.folder, ['otp', 'remove', 'mary'], as('raj'));
    expect(said.words).toMatch(/the one-time codes of mary are not yours to remove[\s\S]*administrators: tom/);
    expect((await ops(project.folder, ['otp', 'remove', 'mary'], { actor: tom })).exitCode).toBe(0);
    expect((await ops(project.folder, ['otp', 'status'], { actor: tom })).words).toContain('Nobody can give');
    expect((await giving(project.folder, deploy, mary, codeOf(project.secret))).exitCode).toBe(77);
    expect(await entries(project)).toEqual(['code-enrolled mary', 'code-removed mary']);
  });
});

it('can tells that a code is needed', async () => {
  const project = createProject(codesInTerminals);
  const said = await ops(project.folder, ['can', 'mary', ...deploy], { actor: tom });
  expect(said.words).toContain('after a one-time code');
});
