import { describe, expect, it } from 'vitest';
import type { RoomConfig } from '../../../../src/context/config.ts';
import { roomReference } from '../../../../src/slack/answer/room-reference.ts';
import { openRooms } from '../../../../src/slack/answer/rooms.ts';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import type { Call } from '../../../../src/slack/connection/client.ts';
import { createRoomNames } from '../../../../src/slack/connection/room-names.ts';

const usual: RoomConfig = { reply: 'channel', quiet: false };
const quiet: RoomConfig = { reply: 'channel', quiet: true };
const threaded: RoomConfig = { reply: 'thread', quiet: false };
const channels: Record<string, string> = { C1: 'general', C2: 'ops', C3: 'deploys' };

/** `next` is what Slack says instead, once each. */
function slack(next: Record<string, string | undefined> = {}) {
  const calls: string[] = [];
  const call: Call = async (method, { channel, cursor }) => {
    calls.push(`${method} ${channel ?? cursor ?? ''}`.trim());
    const refusal = next[method];
    delete next[method];
    if (refusal === 'silence') throw new SlackCallError(`no answer to ${method}`, { cause: 0 });
    if (refusal !== undefined) throw new SlackCallError(`Slack refuses ${method}: ${refusal}`, { refusal, cause: 0 });
    if (method === 'conversations.info') return { channel: { name: channels[String(channel)] } };
    const entries = Object.entries(channels).map(([id, name]) => ({ id, name }));
    return cursor === undefined
      ? { channels: entries.slice(0, 2), response_metadata: { next_cursor: 'more' } }
      : { channels: entries.slice(2), response_metadata: { next_cursor: '' } };
  };
  return { calls, call };
}

async function open(rooms: Record<string, RoomConfig>, next: Record<string, string | undefined> = {}) {
  const { calls, call } = slack(next);
  const warnings: string[] = [];
  const warn = (message: string) => void warnings.push(message);
  const opened = await openRooms({ rooms, call, roomNames: createRoomNames(call), warn });
  return { ...opened, calls, warnings };
}

describe('what is set for a room', () => {
  it('is found by its id, and asks Slack nothing', async () => {
    const { settingsOf, calls } = await open({ C2: quiet, D1: threaded });
    expect([await settingsOf('C2'), await settingsOf('D1'), await settingsOf('C1')]).toEqual([quiet, threaded, usual]);
    expect(calls).toEqual([]);
  });

  it('is found by its name, which is looked up once, and no further than needed', async () => {
    const { settingsOf, calls, warnings } = await open({ '#ops': quiet });
    expect([await settingsOf('C2'), await settingsOf('C1'), await settingsOf('C9')]).toEqual([quiet, usual, usual]);
    expect(calls).toEqual(['conversations.list']);
    expect(warnings).toEqual([]);
  });

  it('holds for a room that gets its name later, and is told of until then', async () => {
    const { settingsOf, calls, warnings } = await open({ '#ops': quiet, '#later': threaded });
    expect(warnings).toEqual([
      'rooms.#later: the app sees no room of that name; what is set for it holds as soon as there is one',
    ]);
    channels['C9'] = 'later';
    expect([await settingsOf('C9'), await settingsOf('C9'), await settingsOf('D1')]).toEqual([
      threaded,
      threaded,
      usual,
    ]);
    expect(calls).toEqual(['conversations.list', 'conversations.list more', 'conversations.info C9']);
    delete channels['C9'];
  });

  it.each([
    ['missing_scope', 'config', expect.stringContaining('channels:read')],
    ['silence', 'unavailable', undefined],
  ])('that cannot be found for %s is no reason to go on without it', async (refusal, outcome, hint) => {
    await expect(open({ '#ops': quiet }, { 'conversations.list': refusal })).rejects.toMatchObject({
      outcome,
      message: expect.stringContaining('the names of rooms under "rooms" (#ops) could not be looked up'),
      hint,
    });
    const { settingsOf } = await open({ '#later': quiet }, { 'conversations.info': refusal });
    await expect(settingsOf('C1')).rejects.toMatchObject({ outcome, hint });
    expect(await settingsOf('C1')).toEqual(usual);
  });
});

describe('rooms with settings of their own', () => {
  it('are told once each, for Slack to show their names, and direct messages are not', async () => {
    const { where } = await open({ C2: quiet, '#deploys': threaded, C3: threaded, C7: threaded, D1: threaded });
    expect(where(({ reply }) => reply === 'thread')).toEqual([roomReference('C3'), roomReference('C7')]);
  });

  it('are told by the names that they were set by until there are such rooms', async () => {
    const { where, settingsOf } = await open({ '#later': threaded });
    expect(where(() => true)).toEqual(['#later']);
    channels['C9'] = 'later';
    await settingsOf('C9');
    expect(where(() => true)).toEqual([roomReference('C9')]);
    delete channels['C9'];
  });
});
