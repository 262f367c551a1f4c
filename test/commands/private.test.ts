import { expect, it } from 'vitest';
import type { Host, Origin } from '../../src/context/host.ts';
import { wordsScript } from '../support/listening.ts';
import { ops } from '../support/ops.ts';
import { createProject, type Project } from '../support/project.ts';
import { idsOf } from '../support/slow.ts';

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

it('lists as many runs as are wanted where others are left out', async () => {
  const { project, said } = await afterHush();
  await ops(project.folder, ['words', 'open'], as('tom', 'C1'));
  await ops(project.folder, ['words', 'hush', 'again'], as('mary', 'D1'));
  expect((await said('history --limit 1', as('tom', 'C1'))).match(/ops words .*? {2}/g)).toEqual(['ops words open  ']);
});
