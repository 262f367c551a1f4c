import { expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../../../src/context/context.ts';
import type { Demo } from '../../../../src/sandbox/demo/demo.ts';
import { tryLine } from '../../../../src/sandbox/demo/try.ts';
import { startSandbox } from '../../../../src/sandbox/server.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { until } from '../../../support/waiting.ts';
import { connectApp } from '../app.ts';
import { call } from '../client.ts';

interface Row {
  from: 'terminal' | 'room';
  at: string;
}

/** A line that makes no sense in a shell, with what the journal shows of it; nothing to a stranger. */
async function tryWith(rows: (now: Date) => Row[] | undefined) {
  const slack = await startSandbox({ people: ['mary'].map((name) => ({ name })), channels: ['general'] });
  const app = await connectApp(slack);
  onTestFinished(async () => {
    app.socket.terminate();
    await slack.close();
  });
  const clock = manualClock();
  const looks: string[] = [];
  const exec = async (_file: string, [verb]: readonly string[]) => {
    if (verb !== 'history') return { exitCode: 64 };
    looks.push(verb);
    const runs = rows(clock.now());
    return runs === undefined ? { exitCode: 77, stdout: '' } : { exitCode: 0, stdout: JSON.stringify({ runs }) };
  };
  const said: string[] = [];
  const output = { lines: (_stream: string, text: string) => void said.push(text) };
  const context = { exec, clock, output, project: { program: ['ops'] } } as unknown as Context;
  const trying = tryLine('deploy nowhere', slack, { folder: '' } as Demo, context, { as: 'mary', approver: undefined });
  const end = trying.then(
    () => '',
    (error: Error) => error.message,
  );
  const ts = (): string => slack.messages('#general')[0]?.ts ?? '';
  await until(() => slack.isDelivered(ts()), 'that the line is taken');
  const answer = () => call(slack, 'chat.postMessage', { channel: '#general', text: `✗ usage · exit 64 · ${run}` });
  const sayThatItWaits = () =>
    call(slack, 'chat.postEphemeral', { channel: '#general', user: slack.people[0]?.id, text: `it waits\n${run}` });
  return { end, answer, sayThatItWaits, looks, clock, said };
}

const run = 'run abcdefgh';
const noAnswer = 'the line ended with 64 in the shell and got no answer in the room';
const before = '2025-12-31T23:59:59.000Z';

it.each<[string, (now: Date) => Row[] | undefined]>([
  ['nobody shows it the journal', () => undefined],
  ['the journal has lines of shells alone', (now) => [{ from: 'terminal', at: now.toISOString() }]],
  ['the journal has lines of a room from before', () => [{ from: 'room', at: before }]],
])('takes what gets no answer for talk where %s', async (_, rows) => {
  const { end, clock } = await tryWith(rows);
  await clock.advance(3000);
  expect(await end).toBe(noAnswer);
});

it('waits for the answer to what the journal has, however long that is in beginning', async () => {
  const { end, clock, looks, answer, said } = await tryWith((now) => [{ from: 'room', at: now.toISOString() }]);
  await clock.advance(3000);
  await until(() => looks.length === 1, 'that it looks into the journal');
  await answer();
  expect(await end).toBe('the line ended with 64 in the shell and 64 in the room');
  expect(said.at(-1)).toContain('exit 64');
});

it('waits for the answer to what is said to wait, where nobody shows it the journal', async () => {
  const { end, clock, looks, answer, sayThatItWaits } = await tryWith(() => undefined);
  await sayThatItWaits();
  await clock.advance(3000);
  await until(() => looks.length === 1, 'that it looks into the journal');
  await answer();
  expect(await end).toBe('the line ended with 64 in the shell and 64 in the room');
});
