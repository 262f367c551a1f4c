import { expect, it, vi } from 'vitest';
import type { Host, Origin } from '../../src/context/host.ts';
import { as as approver, inTerminals } from '../support/approved.ts';
import { recorded, wordsScript } from '../support/listening.ts';
import { ops } from '../support/ops.ts';
import { createProject, type Project } from '../support/project.ts';
import { idsOf } from '../support/slow.ts';

const patience = { timeout: 60_000 };
const room = (channel: string): Origin => ({ type: 'room', team: 'T1', channel });
const as = (name: string, channel: string): Partial<Host> => ({
  actor: { id: `slack:T1:${name}`, name },
  origin: room(channel),
});

/** A project in which mary has typed a line in her direct messages, and the id of its run. */
async function afterHush(): Promise<{
  project: Project;
  run: string;
  said(words: string, host?: object): Promise<string>;
}> {
  const project = createProject();
  project.write('scripts/words', wordsScript, 0o755);
  await ops(project.folder, ['words', 'hush'], as('mary', 'D1'));
  const [run = ''] = await idsOf(project, 'ops words hush');
  const said = async (words: string, host = {}): Promise<string> =>
    (await ops(project.folder, words.split(' '), host)).words;
  return { project, run, said };
}

it('shows lines of direct messages to whoever typed them, there, and to nobody else', async () => {
  const { run, said } = await afterHush();
  const [mary, tom, maryOutside] = [as('mary', 'D1'), as('tom', 'C1'), as('mary', 'C1')];
  expect(await said('history', mary)).toContain('ops words hush');
  expect(await said('history', maryOutside)).not.toContain('hush');
  expect(await said('history --limit 1', tom)).not.toContain('hush');
  expect(await said('history')).toContain('ops words hush');
  for (const host of [mary, maryOutside, {}]) expect(await said(`log ${run}`, host)).toBe('[hush]\n');
  const refusal = `✗ run ${run} is of a direct message, and for mary alone\n`;
  for (const line of ['log', 'rerun']) expect(await said(`${line} ${run}`, tom)).toBe(refusal);
  const stopped = await said(`stop ${run}`, tom);
  expect(stopped).toContain(`run ${run} (ops '••••' of mary) has already ended`);
  expect(await said(`rerun ${run}`, mary)).toContain('[hush]');
});

it.each(['approve {} --yes', 'deny {} --reason no', 'approve {} --plan 0123456789abcdef --yes'])(
  'says to "%s" of others no more than that the run is over',
  async (typed) => {
    const { run, said } = await afterHush();
    const line = typed.replace('{}', run);
    expect(await said(line, as('tom', 'C1'))).toBe(`✗ run ${run} (ops '••••' of mary) has ended already: succeeded\n`);
    for (const host of [as('mary', 'D1'), {}]) expect(await said(line, host)).toContain('ops words hush of mary');
  },
);

it('keeps to whoever asked in a direct message why they did not get their approval', async () => {
  const project = createProject(inTerminals);
  const says = async (who: string, channel: string, ...argv: string[]): Promise<string> =>
    (await ops(project.folder, argv, { ...approver(who), origin: room(channel) })).words;
  await says('mary', 'D1', 'deploy', 'prod');
  const [{ id = '' } = {}] = await recorded(project);
  const other = await says('ann', 'C1', 'approve', id, '--plan', '0123456789abcdef', '--yes');
  expect(other).toContain(`the one that run ${id} (ops '••••' of mary) waits with`);
  await says('tom', 'C1', 'deny', id, '--reason', 'hush');
  expect(await says('ann', 'C1', 'approve', id, '--yes')).toBe(
    `✗ run ${id} (ops '••••' of mary) has ended already: denied\n`,
  );
  expect(await says('mary', 'D1', 'approve', id, '--yes')).toContain(
    '(ops deploy prod of mary) has ended already: denied, tom denied it: hush',
  );
});

it('shows what waits for approval to whoever can give it, where nobody else reads along', async () => {
  const project = createProject(inTerminals);
  const says = async (who: string, channel: string, ...argv: string[]): Promise<string> =>
    (await ops(project.folder, argv, { ...approver(who), origin: room(channel) })).words;
  await says('mary', 'D1', 'deploy', 'prod', '--ref', 'v2');
  const [{ id = '' } = {}] = await recorded(project);
  for (const place of ['D2', 'U2']) expect(await says('tom', place, 'approvals')).toContain('ops deploy prod --ref v2');
  expect(await says('tom', 'D2', 'approve', id, '--dry-run')).toMatch(/ops deploy prod --ref v2\n.*→ v2\n/);
  const inRoom = [
    await says('tom', 'C1', 'approvals'),
    await says('tom', 'C1', 'approve', id, '--dry-run'),
    await says('tom', 'C1', 'approve', id, '--yes'),
    await says('ann', 'C1', 'deny', id, '--reason', 'no'),
  ];
  expect(inRoom.join('')).not.toMatch(/prod|v2/);
  expect(inRoom[0]).toMatch(new RegExp(`→ +${id} +ops '••••' +mary +1 approval of lead`));
  expect(inRoom[1]).toContain(`It was typed in a direct message. What it does is shown in yours: approve ${id}\n`);
  expect(inRoom[2]).toContain(`Approved. Run ${id} of mary goes on: ops '••••'\n`);
});

it('says of a lock to others no more than who has it, and who is next', async () => {
  const project = createProject();
  project.write('deploy', '#!/bin/sh\nuntil [ -e go ]; do sleep 0.02; done\n', 0o755);
  const [mary, maryOutside, tom] = [as('mary', 'D1'), as('mary', 'C1'), as('tom', 'C1')];
  const type = (words: string, host?: object) => ops(project.folder, words.split(' '), host);
  const ends = [type('deploy uat --ref v1 --yes', mary)];
  const states = async (): Promise<string> => (await recorded(project)).map(({ state }) => state).join();
  await vi.waitUntil(async () => (await states()) === 'running', patience);
  ends.push(type('deploy uat --ref v2 --yes --queue', mary));
  await vi.waitUntil(async () => (await states()) === 'running,waiting', patience);
  for (const host of [tom, maryOutside]) {
    const { words } = await type('deploy uat --ref v3 --yes', host);
    expect(words).toMatch(/web\/uat is locked by mary since \S+ UTC: ops '••••' \(run \w+\)\n/);
    const locks = (await type('locks', host)).words;
    expect(locks).toMatch(/changing +mary .* ops '••••' +\w+\n.*waiting +mary .* ops '••••' +\w+\n/);
  }
  for (const host of [mary, {}]) {
    expect((await type('deploy uat --ref v3 --yes', host)).words).toContain('UTC: ops deploy uat --ref v1 --yes (run ');
    expect((await type('locks', host)).words).toMatch(/ops deploy uat --ref v1 .*\n.*ops deploy uat --ref v2 /);
  }
  ends.push(type('deploy uat --ref v3 --yes --queue', tom));
  await vi.waitUntil(async () => (await states()).endsWith('waiting'), patience);
  project.write('go', '');
  const [, , { words = '' } = {}] = await Promise.all(ends);
  expect(words).toContain("Second in line for web/uat, behind mary: ops '••••' (run ");
  expect(words).not.toMatch(/v1 --yes|v2 --yes/);
});

it('lists as many runs as are wanted where others are left out', async () => {
  const { project, said } = await afterHush();
  await ops(project.folder, ['words', 'open'], as('tom', 'C1'));
  await ops(project.folder, ['words', 'hush', 'again'], as('mary', 'D1'));
  expect((await said('history --limit 1', as('tom', 'C1'))).match(/ops words .*? {2}/g)).toEqual(['ops words open  ']);
});
