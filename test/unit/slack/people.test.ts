import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Call } from '../../../src/slack/connection/client.ts';
import { createNames } from '../../../src/slack/people.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A Slack that answers `users.info`, and what it was asked. */
function slackWith(...answers: (object | Error | Promise<object>)[]): { call: Call; asked: unknown[] } {
  const asked: unknown[] = [];
  const call: Call = async (_, args) => {
    asked.push(args['user']);
    const answer = await (answers.length > 1 ? answers.shift() : answers[0]);
    if (answer instanceof Error) throw answer;
    return { user: answer };
  };
  return { call, asked };
}

describe('a name', () => {
  it.each([
    [{ name: 'ana', real_name: 'Ana Lima', profile: { display_name: 'ana!' } }, 'ana!'],
    [{ name: 'ana', real_name: 'Ana Lima', profile: { display_name: '' } }, 'Ana Lima'],
    [{ name: 'ana' }, 'ana'],
    [{}, 'U1'],
  ])('of %j is %s', async (user, expected) => {
    expect(await createNames(slackWith(user).call)('U1')).toBe(expected);
  });

  it('is asked for once', async () => {
    const { call, asked } = slackWith({ name: 'ana' });
    const name = createNames(call);
    expect(await Promise.all([name('U1'), name('U1'), name('U2')])).toEqual(['ana', 'ana', 'ana']);
    await name('U1');
    expect(asked).toEqual(['U1', 'U2']);
  });

  it('is the id while Slack does not tell it, and is asked for again', async () => {
    const { call, asked } = slackWith(new Error('ratelimited'), { name: 'ana' });
    const name = createNames(call);
    expect([await name('U1'), await name('U1')]).toEqual(['U1', 'ana']);
    expect(asked).toEqual(['U1', 'U1']);
  });

  it('is the id where Slack says nothing at all, for every line and at once from the second on', async () => {
    vi.useFakeTimers();
    const { call, asked } = slackWith(new Promise<never>(() => {}));
    const name = createNames(call);
    const first = [name('U1'), name('U1')];
    vi.advanceTimersByTime(1000);
    expect(await Promise.all([...first, name('U1')])).toEqual(['U1', 'U1', 'U1']);
    expect(asked).toEqual(['U1']);
  });

  it('is what Slack told while this process stood still', async () => {
    const call: Call = async () => ({ user: { name: await readFile(import.meta.filename, 'utf8').then(() => 'ana') } });
    const name = createNames(call)('U1');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1200);
    expect(await name).toBe('ana');
  });

  it('that comes late is there for the lines after it', async () => {
    vi.useFakeTimers();
    const late = Promise.withResolvers<object>();
    const name = createNames(slackWith(late.promise).call);
    const first = name('U1');
    vi.advanceTimersByTime(1000);
    expect(await first).toBe('U1');
    late.resolve({ name: 'ana' });
    await vi.advanceTimersByTimeAsync(0);
    expect(await name('U1')).toBe('ana');
  });
});
