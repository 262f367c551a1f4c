import { describe, expect, it } from 'vitest';
import { type MessageView, renderMessage } from '../../../../src/render/slack.ts';
import { exitCodeIn, saysThatItWaits } from '../../../../src/sandbox/demo/answer.ts';
import type { Message } from '../../../../src/sandbox/server.ts';
import { messageText } from '../../../../src/sandbox/text/text.ts';

const view: MessageView = {
  ...{ line: 'ops deploy uat', actor: 'mary', state: 'waiting', run: 'abcdefgh' },
  window: { head: [], omitted: 0, tail: [], live: [] },
};
const message = (more: Partial<MessageView>, to?: string): Message => ({
  ...{ type: 'message', team: 'T1', ts: '1.000001', user: 'U0OPS' },
  ...renderMessage({ ...view, ...more }),
  ...(to === undefined ? {} : { ephemeralTo: to }),
});

describe('what a room says of a line', () => {
  it.each([
    ['ends it with a code', { state: 'ok', exitCode: 0, ms: 12 }, 0],
    ['ends it with another one', { state: 'failed', exitCode: 9, ms: 1200 }, 9],
    ['ends it without a time', { state: 'usage', exitCode: 64 }, 64],
    ['does not while it waits', {}, undefined],
    ['does not while it runs', { state: 'running' }, undefined],
  ] as const)('%s', (_, more, code) => {
    expect(exitCodeIn(messageText(message(more)))).toBe(code);
  });

  it.each([
    ['that it waits, to its sender alone', {}, 'U0MARY', true],
    ['that it waits for somebody, to the room', {}, undefined, false],
    ['that it makes no sense, to its sender alone', { state: 'usage', exitCode: 64 }, 'U0MARY', false],
  ] as const)('%s', (_, more, to, is) => {
    expect(saysThatItWaits(message(more, to))).toBe(is);
  });
});
