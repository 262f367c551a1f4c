import { expect, it } from 'vitest';
import { loneCode } from '../../../../src/slack/words/code.ts';

const to = { botUserId: 'UBOT', word: 'ops' };

it.each([
  ['123456', false],
  ['123 456', false],
  ['`123456`', false],
  ['code 123456', false],
  ['<@UBOT> 123456', true],
  ['ops 123456', true],
  ['OPS otp 123-456', true],
  ['<@UBOT> code: 123456', true],
])('%s is a code and nothing else, said to the bot: %s', (text, isAddressed) => {
  expect(loneCode({ text }, to)).toEqual({ code: '123456', isAddressed });
});

it.each(['12345', '1234567', 'ops log 123456', 'the code is 123456', 'ops', '', '<@UBOT>', '<@U2> 123456'])(
  '%s is none',
  (text) => expect(loneCode({ text }, to)).toBeUndefined(),
);
