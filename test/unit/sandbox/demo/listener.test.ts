import { expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../../../src/context/context.ts';
import type { ExecOptions } from '../../../../src/context/system.ts';
import type { Demo } from '../../../../src/sandbox/demo/demo.ts';
import { startListener } from '../../../../src/sandbox/demo/listener.ts';
import { startSandbox } from '../../../../src/sandbox/server.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { connect } from '../client.ts';

/** A listener that does nothing until it is stopped. */
async function startSlowly() {
  const slack = await startSandbox();
  const clock = manualClock();
  const warnings: string[] = [];
  const listener: { speak(): void; isStopped: boolean } = { speak: () => {}, isStopped: false };
  const exec = async (_file: string, _args: readonly string[], { onLines, signal }: ExecOptions = {}) => {
    listener.speak = () => void onLines?.('stderr', 'It listens', []);
    await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
    listener.isStopped = true;
    throw signal?.reason;
  };
  const stopping = new AbortController();
  const context = {
    ...{ exec, clock, signal: stopping.signal, project: { program: ['ops'] } },
    output: { warn: (words: string) => void warnings.push(words) },
  } as unknown as Context;
  const starting = startListener(slack, { folder: '', configuration: '' } as Demo, context);
  starting.catch(() => {});
  onTestFinished(async () => {
    stopping.abort(new Error('the test ends'));
    await starting.catch(() => {});
    await slack.close();
  });
  return { slack, clock, warnings, listener, starting };
}

it('says that it still waits for a listener that takes long, and goes on once that is there', async () => {
  const { slack, clock, warnings, listener, starting } = await startSlowly();
  await clock.advance(29_999);
  expect(warnings).toEqual([]);
  await clock.advance(1);
  expect(warnings).toEqual([
    'the listener is not connected after 30 s: this machine may be busy. It is waited for, up to 5 min',
  ]);
  await connect(slack);
  listener.speak();
  const { stop } = await starting;
  await clock.advance(600_000);
  expect([warnings.length, listener.isStopped]).toEqual([1, false]);
  await stop();
  expect(listener.isStopped).toBe(true);
});

it('gives up in the end, ends the listener, and says what to type', async () => {
  const { clock, listener, starting } = await startSlowly();
  await clock.advance(300_000);
  await expect(starting).rejects.toMatchObject({
    outcome: 'timeout',
    message: 'the listener of the demo did not connect within 5 min',
    hint: expect.stringContaining('type it again'),
  });
  expect(listener.isStopped).toBe(true);
});
