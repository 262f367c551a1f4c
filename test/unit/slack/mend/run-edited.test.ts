import { describe, expect, it } from 'vitest';
import { OpsError } from '../../../../src/context/errors.ts';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import { editedLine } from '../../../../src/slack/mend/run-edited.ts';

const bot = { team: 'T1', teamName: 'Team', userId: 'UBOT', botId: 'BBOT', name: 'ops' };
const value = { v: 1, channel: 'C1', ts: '100.000001', edit: '160.000000' };
const shown = {
  type: 'message',
  user: 'U1',
  text: 'ops deploy "uat &amp; more"',
  ts: '100.000001',
  edited: { user: 'U1', ts: '160.000000' },
};

interface Press {
  user?: string;
  actions?: unknown;
  /** What Slack shows of the message now, or says instead. */
  now?: object | SlackCallError;
  at?: number;
}

async function press({ user = 'U1', actions, now = shown, at = 200 }: Press = {}) {
  const calls: unknown[] = [];
  const body = {
    type: 'block_actions',
    user: { id: user, team_id: 'T1' },
    team: { id: 'T1' },
    actions: actions ?? [{ action_id: 'edited:run', value: JSON.stringify(value) }],
  };
  const result = await editedLine(body, {
    identity: bot,
    call: async (method, args) => {
      calls.push({ method, ...args });
      if (now instanceof SlackCallError) throw now;
      return { messages: [{ ...shown, ts: '99.1' }, now] };
    },
    clock: { now: () => new Date(at * 1000), sleep: async () => {} },
    longestWait: 900_000,
    word: 'ops',
    commands: async () => ['deploy'],
  });
  return { result, calls };
}

const refused = (refusal: string): SlackCallError =>
  new SlackCallError(`Slack refuses it: ${refusal}`, { refusal, cause: 0 });
const pressed = (more: object): unknown => [{ action_id: 'edited:run', value: JSON.stringify({ ...value, ...more }) }];

describe('a press of the button that runs an edited line', () => {
  it('stands for what the message says now, with the claim of that edit', async () => {
    const { result, calls } = await press();
    expect(result).toMatchObject({
      argv: ['deploy', 'uat & more'],
      message: { team: 'T1', channel: 'C1', ts: '100.000001', user: 'U1', userTeam: 'T1', edit: '160.000000' },
    });
    expect(calls).toEqual([
      expect.objectContaining({ method: 'conversations.replies', channel: 'C1', ts: '100.000001' }),
    ]);
  });

  it.each<[string, Press, string, RegExp]>([
    ['another person', { user: 'U2' }, 'denied', /this line is another person’s/],
    [
      'its author, who edited it once more',
      { now: { ...shown, edited: { user: 'U1', ts: '170.0' } } },
      'retry',
      /once more/,
    ],
    [
      'its author, who edited it in some other way',
      { now: { ...shown, edited: undefined } },
      'denied',
      /its author edited/,
    ],
    ['somebody who forged a bot’s message', { now: { ...shown, bot_id: 'B9' } }, 'denied', /its author edited/],
    ['its author, where it is gone', { now: refused('thread_not_found') }, 'usage', /the line was deleted/],
    ['its author, where another message is shown', { now: { ...shown, ts: '1.1' } }, 'usage', /the line was deleted/],
    ['its author, where the room is gone', { now: refused('channel_not_found') }, 'unavailable', /channel_not_found/],
    [
      'its author, where Slack says nothing',
      { now: new SlackCallError('no answer', { cause: 0 }) },
      'retry',
      /no answer/,
    ],
    ['its author, a quarter of an hour later', { at: 1100 }, 'retry', /came only now/],
    ['its author, where it does not parse', { now: { ...shown, text: 'ops deploy "' } }, 'usage', /never closed/],
    ['its author, where it is talk', { now: { ...shown, text: 'good morning' } }, 'usage', /no line any more/],
    ['its author, with a button of another version', { actions: pressed({ v: 2 }) }, 'usage', /another version/],
    [
      'its author, with a button that says too little',
      { actions: pressed({ edit: undefined }) },
      'usage',
      /another version/,
    ],
    [
      'its author, with words for a value',
      { actions: [{ action_id: 'edited:run', value: 'x' }] },
      'usage',
      /another version/,
    ],
    [
      'its author, with another button',
      { actions: [{ action_id: 'other', value: JSON.stringify(value) }] },
      'usage',
      /another version/,
    ],
    ['its author, with no button at all', { actions: 'x' }, 'usage', /another version/],
  ])('by %s runs nothing', async (_, how, outcome, words) => {
    const { result } = await press(how);
    expect(result).toBeInstanceOf(OpsError);
    expect(result).toMatchObject({ outcome, message: expect.stringMatching(words) });
  });
});
