import { expect, it } from 'vitest';
import type { Call } from '../../../../src/slack/connection/client.ts';
import { createRoomNames } from '../../../../src/slack/connection/room-names.ts';

/** A Slack that says so of any room, one after the other. */
function slackThat(...answers: (object | Error)[]) {
  const asked: string[] = [];
  const call: Call = async (method, { channel }) => {
    asked.push(`${method} ${channel}`);
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return { channel: answer };
  };
  return { asked, ...createRoomNames(call) };
}

it.each([
  ['a channel by its name', { name: 'ops' }, '#ops'],
  ['a group of people by its id: its name is none that people use', { name: 'mpdm-mary--tom-1', is_mpim: true }, 'C1'],
  ['a direct message, which has no name, by its id', { is_im: true }, 'C1'],
])('calls %s', async (_, channel, expected) => {
  expect(await slackThat(channel).shown('C1')).toBe(expected);
});

it('asks for a name once, and again where there was no answer', async () => {
  const { asked, shown, of, publicOf } = slackThat(new Error('no answer'), { name: 'ops', is_private: false });
  expect(await shown('C1')).toBe('C1');
  expect(await Promise.all([of('C1'), publicOf('C1'), shown('C1')])).toEqual(['#ops', '#ops', '#ops']);
  expect(await shown('C1')).toBe('#ops');
  expect(asked).toEqual(['conversations.info C1', 'conversations.info C1']);
});
