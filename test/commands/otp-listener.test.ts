import { readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../src/context/journal.ts';
import { openSqliteJournal } from '../../src/journal/sqlite.ts';
import { readyListener } from '../../src/run/code/listener.ts';
import { systemClock } from '../../src/system/clock.ts';
import { openCodeKeys } from '../../src/system/code-keys.ts';
import { createSealPair } from '../../src/system/seal.ts';
import { as } from '../support/approved.ts';
import { codeOf, codesInTerminals, enroll, giving, person } from '../support/codes.ts';
import { ops } from '../support/ops.ts';
import { createProject, type Project } from '../support/project.ts';

const { actor: mary } = as('mary');
const process = { host: 'here', pid: 1, started: 'now' };

async function within<Result>({ folder }: Project, work: (journal: Journal, path: string) => Promise<Result>) {
  const path = join(folder, '.ops', 'journal.db');
  const journal = await openSqliteJournal(path);
  return work(journal, path).finally(() => journal.close());
}

/** What a listener does with codes when it starts. */
const start = (project: Project): Promise<void> =>
  within(project, async (journal, path) => {
    const actor = { id: 'os:here:1', name: 'ops' };
    const origin = { type: 'terminal', host: 'here', directory: '/' } as const;
    const run = await journal.accept({ argv: ['listen'], actor, origin, process, at: new Date() });
    await readyListener({ journal, keys: openCodeKeys(path), clock: systemClock, run: run?.id ?? '', actor });
  });

const told = (project: Project): Promise<{ kind: string; data: Record<string, unknown> }[]> =>
  within(project, async (journal) => {
    const all: { kind: string; data: Record<string, unknown> }[] = [];
    for await (const { kind, facts } of journal.entries()) {
      const row = Object(facts['row']) as { data?: Record<string, unknown> };
      if (kind.startsWith('code-')) all.push({ kind, data: row.data ?? {} });
    }
    return all;
  });

const files = ({ folder }: Project): string[] => readdirSync(join(folder, '.ops', 'codes'));

async function listening(): Promise<Project> {
  const project = createProject(codesInTerminals);
  await start(project);
  return project;
}

describe("the listeners' key", () => {
  it('is made once, of however many that start at the same time', async () => {
    const project = createProject(codesInTerminals);
    await Promise.all([start(project), start(project), start(project)]);
    await start(project);
    expect(files(project)).toHaveLength(2);
    expect((await told(project)).map(({ kind }) => kind)).toEqual(['code-listener-made']);
  });

  it('is named in the chain when it is made, and when somebody enrolls', async () => {
    const project = await listening();
    await enroll(project, mary);
    const [made, enrolled] = await told(project);
    expect(made).toMatchObject({ kind: 'code-listener-made', data: { id: expect.stringMatching(/^[0-9a-f]{32}$/) } });
    expect(enrolled).toMatchObject({ kind: 'code-enrolled', data: { sealed: made?.data['id'] } });
  });

  it('is sealed to by nobody where it was swapped: no secret is shown, and nothing is kept', async () => {
    const project = await listening();
    const [swapped = ''] = files(project).filter((name) => name.endsWith('.pub'));
    writeFileSync(join(project.folder, '.ops', 'codes', swapped), createSealPair().publicKey);
    const terminal = person();
    const said = await ops(project.folder, ['otp', 'enroll'], { actor: mary, privately: terminal.privately });
    expect(said.exitCode).toBe(78);
    expect(said.words).toMatch(
      /is not the one that the journal says the listener made[\s\S]*ops otp remove --listener/,
    );
    expect(terminal.shown()).toBe('');
    expect(files(project)).toHaveLength(2);
  });

  it('is shown in part where somebody enrolls, as in the status', async () => {
    const project = await listening();
    const terminal = person();
    await ops(project.folder, ['otp', 'enroll'], { actor: mary, privately: terminal.privately });
    const shown = /key ((?:[0-9a-f]{4} ?){4})\. If that is not who runs ops listen, stop/.exec(terminal.shown())?.[1];
    await enroll(project, mary);
    const { words } = await ops(project.folder, ['otp', 'status'], { actor: mary });
    expect(words).toContain(`The listener's key is ${shown}`);
  });

  it('is removed by administrators alone; the next listener makes another, and each enrolls again', async () => {
    const project = await listening();
    await enroll(project, mary);
    const before = files(project).filter((name) => name.startsWith('listener-'));
    const refused = await ops(project.folder, ['otp', 'remove', '--listener'], { actor: mary });
    expect(refused).toMatchObject({ exitCode: 77 });
    expect(refused.words).toMatch(/the listener's key is not yours to remove[\s\S]*administrators can: tom/);
    expect((await ops(project.folder, ['otp', 'remove', '--listener'], as('tom'))).exitCode).toBe(0);
    expect((await ops(project.folder, ['otp', 'status'], as('tom'))).words).toContain('Rooms take none yet');
    expect((await ops(project.folder, ['otp', 'remove', '--listener'], as('tom'))).words).toContain(
      'no listener has a key',
    );
    await start(project);
    expect(files(project).filter((name) => before.includes(name))).toEqual([]);
    expect((await told(project)).map(({ kind }) => kind)).toEqual([
      'code-listener-made',
      'code-enrolled',
      'code-listener-removed',
      'code-listener-made',
    ]);
  });

  it('opens nothing once it was removed, even where a copy of it was kept', async () => {
    const project = await listening();
    const secret = await enroll(project, mary);
    const codes = join(project.folder, '.ops', 'codes');
    const isPrivate = (name: string): boolean => /^listener-[0-9a-f]+$/.test(name);
    const [name = ''] = files(project).filter(isPrivate);
    const kept = readFileSync(join(codes, name));
    for (const own of files(project).filter((one) => /^[0-9a-f]+$/.test(one))) unlinkSync(join(codes, own));
    const deploy = ['deploy', 'prod', '--ref', 'v1'];
    expect((await giving(project.folder, deploy, mary, codeOf(secret))).exitCode).toBe(0);
    await ops(project.folder, ['otp', 'remove', '--listener'], as('tom'));
    writeFileSync(join(codes, name), kept, { mode: 0o600 });
    const refused = await giving(project.folder, deploy, mary, codeOf(secret, 1));
    expect(refused).toMatchObject({ exitCode: 78, shown: '' });
    expect(refused.words).toContain('is gone: none is taken');
  });

  it('is masked where a program prints it', async () => {
    const project = await listening();
    const [secret = ''] = files(project).filter((name) => !name.endsWith('.pub'));
    project.write(
      'scripts/leak',
      '#!/bin/sh\n# ---\n# summary: Leak\n# effect: read\n# examples:\n#   - { line: ops leak, says: it }\n# ---\ncat .ops/codes/*\n',
      0o755,
    );
    const said = await ops(project.folder, ['leak'], { actor: mary });
    expect(said.words).toContain('••••');
    expect(said.words).not.toContain(readFileSync(join(project.folder, '.ops', 'codes', secret), 'utf8').trim());
  });

  it('and a person are not removed at once', async () => {
    const said = await ops((await listening()).folder, ['otp', 'remove', 'mary', '--listener'], as('tom'));
    expect(said).toMatchObject({ exitCode: 64 });
  });
});
