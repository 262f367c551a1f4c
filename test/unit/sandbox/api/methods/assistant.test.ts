import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../../src/sandbox/server.ts';
import type { Change } from '../../../../../src/sandbox/state/changes.ts';
import { post } from '../../../../../src/sandbox/state/posting.ts';
import { clearStatus, resumeStatuses, setStatus } from '../../../../../src/sandbox/state/statuses.ts';
import { createWorkspace } from '../../../../../src/sandbox/state/workspace.ts';
import { call } from '../../client.ts';

describe('assistant.threads.setStatus', () => {
  let sandbox: Sandbox;
  let about: { channel_id: string; thread_ts: string };
  beforeEach(async () => {
    sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'] });
    const { ts } = await sandbox.say({ as: 'mary', channel: '#ops', text: 'go' });
    about = { channel_id: sandbox.channels[0]?.id ?? '', thread_ts: ts };
  });
  afterEach(() => sandbox.close());

  const set = (args: object) => call(sandbox, 'assistant.threads.setStatus', { ...about, ...args });

  it('takes a status, and an empty one', async () => {
    expect(await set({ status: 'is thinking…', loading_messages: ['a', 'b'] })).toEqual({ ok: true });
    expect(await set({ status: '' })).toEqual({ ok: true });
  });

  it.each([
    [{}, 'invalid_arguments'],
    [{ status: 'x', channel_id: 'C404' }, 'channel_not_found'],
    [{ status: 'x', thread_ts: '1.000001' }, 'invalid_thread_ts'],
    [{ status: 'x', loading_messages: Array.from({ length: 11 }, () => 'x') }, 'invalid_arguments'],
  ])('refuses %j', async (args, error) => {
    expect(await set(args)).toMatchObject({ ok: false, error });
  });
});

describe('a status', () => {
  const room = () => {
    const delivery = { event() {} };
    const workspace = createWorkspace({ channels: ['ops'], time: 0 }, (() => delivery) as never);
    const conversation = [...workspace.conversations.values()][0] ?? expect.fail();
    const told: string[] = [];
    workspace.changes.follow((change: Change) => change.type === 'status' && told.push(change.status));
    return { workspace, conversation, told };
  };

  it('is told, and ends two minutes after it was set last', () => {
    const { workspace, conversation, told } = room();
    setStatus(workspace, conversation, '1.0', 'thinks');
    workspace.clock.advance(60_000);
    setStatus(workspace, conversation, '1.0', 'writes');
    workspace.clock.advance(119_999);
    expect(told).toEqual(['thinks', 'writes']);
    workspace.clock.advance(1);
    expect(told).toEqual(['thinks', 'writes', '']);
    expect(workspace.statuses.size).toBe(0);
  });

  it('is cleared by the next reply of the app in the thread, and by nobody else', () => {
    const { workspace, conversation, told } = room();
    const person = { kind: 'person', userId: workspace.people[0]?.id ?? '' } as const;
    const bot = { kind: 'bot', userId: workspace.bot.userId } as const;
    const { ts: thread } = post(workspace, conversation, person, { text: 'go' });
    setStatus(workspace, conversation, thread, 'thinks');
    post(workspace, conversation, person, { text: 'x' }, { thread });
    post(workspace, conversation, bot, { text: 'x' });
    expect(told).toEqual(['thinks']);
    post(workspace, conversation, bot, { text: 'x' }, { thread });
    expect(told).toEqual(['thinks', '']);
  });

  it('is cleared once', () => {
    const { workspace, conversation, told } = room();
    setStatus(workspace, conversation, '1.0', 'thinks');
    setStatus(workspace, conversation, '1.0', '');
    clearStatus(workspace, conversation, '1.0');
    expect(told).toEqual(['thinks', '']);
  });

  it('of an earlier process ends when its time is over', () => {
    const { workspace, conversation, told } = room();
    setStatus(workspace, conversation, '1.0', 'thinks');
    workspace.clock.close();
    resumeStatuses(workspace);
    workspace.clock.advance(120_000);
    expect(told).toEqual(['thinks', '']);
  });
});
