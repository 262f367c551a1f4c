import { expect, it } from 'vitest';
import { startSandbox } from '../../../../src/sandbox/server.ts';
import { call, connect } from '../client.ts';

/** All that an app sees of a small conversation. */
async function seen(seed: string | number): Promise<string> {
  const sandbox = await startSandbox({ seed, time: 1_700_000_000_000, people: [{ name: 'mary' }], channels: ['ops'] });
  sandbox.faults.always('chat.postMessage', { error: 'fatal_error', rate: 0.5 });
  sandbox.faults.delivery({ duplicate: 0.5 });
  const line = await connect(sandbox);
  for (const text of ['one', 'two', 'three']) await sandbox.say({ as: 'mary', channel: '#ops', text });
  const answers = [];
  for (let count = 0; count < 8; count += 1) {
    answers.push(await call(sandbox, 'chat.postMessage', { channel: '#ops', text: String(count) }));
  }
  const file = await call(sandbox, 'files.getUploadURLExternal', { filename: 'a.txt', length: 1 });
  sandbox.faults.clear();
  await sandbox.say({ as: 'mary', channel: '#ops', text: 'end' });
  while (line.envelopes().at(-1)?.payload.event.text !== 'end') await new Promise((resolve) => setTimeout(resolve, 2));
  await sandbox.close();
  return JSON.stringify([line.envelopes(), answers, file.file_id]);
}

it('with the same seed and a clock that stands, all that an app sees repeats', async () => {
  expect(await seen(7)).toBe(await seen('7'));
  expect(await seen(7)).not.toBe(await seen(8));
});

it('tokens never repeat, as who guesses one speaks for a person', async () => {
  const [one, other] = [await startSandbox({ seed: 1 }), await startSandbox({ seed: 1 })];
  const tokens = [one, other].flatMap(({ appToken, botToken, people }) => [
    appToken,
    botToken,
    ...people.map(({ token }) => token),
  ]);
  expect(new Set(tokens).size).toBe(tokens.length);
  await Promise.all([one.close(), other.close()]);
});
