import { expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../../../src/context/context.ts';
import type { ExecOptions } from '../../../../src/context/system.ts';
import type { Demo } from '../../../../src/sandbox/demo/demo.ts';
import { tryLine } from '../../../../src/sandbox/demo/try.ts';
import { startSandbox } from '../../../../src/sandbox/server.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { until } from '../../../support/waiting.ts';
import { connectApp } from '../app.ts';
import { call } from '../client.ts';

/** A line that makes no sense in a shell, and of which the journal says that it came from there. */
async function tryIn(from: 'terminal' | 'room') {
  const slack = await startSandbox({ people: ['mary'].map((name) => ({ name })), channels: ['general'] });
  const app = await connectApp(slack);
  onTestFinished(async () => {
    app.socket.terminate();
    await slack.close();
  });
  const clock = manualClock();
  const looks: string[] = [];
  const exec = async (_file: string, [verb]: readonly string[], { onLines }: ExecOptions = {}) => {
    if (verb !== 'history') return { exitCode: 64 };
    looks.push(verb);
    await onLines?.('stdout', JSON.stringify({ runs: [{ from }] }), []);
    return { exitCode: 0 };
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
  const answer = () =>
    call(slack, 'chat.postMessage', { channel: '#general', text: '✗ usage · exit 64 · run abcdefgh' });
  return { end, answer, looks, clock, said };
}

it('takes what gets no answer for talk', async () => {
  const { end, clock } = await tryIn('terminal');
  await clock.advance(3000);
  expect(await end).toBe('the line ended with 64 in the shell and got no answer in the room');
});

it('waits for the answer to what the journal has, however long that is in beginning', async () => {
  const { end, clock, looks, answer, said } = await tryIn('room');
  await clock.advance(3000);
  await until(() => looks.length === 1, 'that it looks into the journal');
  await answer();
  expect(await end).toBe('the line ended with 64 in the shell and 64 in the room');
  expect(said.at(-1)).toContain('exit 64');
});
