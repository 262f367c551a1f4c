import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../../src/context/errors.ts';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import { createReactions } from '../../../../src/slack/delivery/reactions.ts';
import { manualClock, settle } from '../../../support/manual-clock.ts';

const asked = { channel: 'C1', ts: '1.1', run: 'r1' };

/** A message's marks as Slack keeps them, and what is refused. */
function open(refusals: Record<string, string> = {}, own: string[] = []) {
  const clock = manualClock();
  const calls: string[] = [];
  const warnings: string[] = [];
  const marks = new Set(own);
  const refuse = (method: string, refusal: string): never => {
    throw new SlackCallError(`Slack refuses ${method}: ${refusal}`, { refusal, cause: 0 });
  };
  const reactions = createReactions({
    clock,
    warn: (message) => warnings.push(message),
    call: async (method, { name, channel, timestamp }) => {
      calls.push(`${clock.elapsed()} ${method.slice(10)} ${name} ${channel} ${timestamp}`);
      const refusal = refusals[method] ?? refusals[`${method} ${name}`];
      if (refusal === 'ratelimited') throw new SlackCallError('limited', { retryAfter: 30, cause: 0 });
      if (refusal !== undefined) refuse(method, refusal);
      if (method === 'reactions.add') marks.add(`${name}`);
      else if (!marks.delete(`${name}`)) refuse(method, 'no_reaction');
      return {};
    },
  });
  return { clock, calls, warnings, marks, reactions, refusals };
}

describe('the state of a run on the message that asked for it', () => {
  it('is not shown where the run ends within half a second', async () => {
    const { clock, calls, reactions } = open();
    const end = reactions.begin(asked);
    await clock.advance(499);
    end('ok');
    await clock.advance(60_000);
    expect(calls).toEqual([]);
  });

  it.each<[Outcome, string[]]>([
    ['ok', ['white_check_mark']],
    ['failed', ['x']],
    ['cancelled', ['x']],
    ['usage', []],
  ])('is seen, and then %s', async (outcome, expected) => {
    const { clock, calls, marks, reactions } = open();
    const end = reactions.begin(asked);
    await clock.advance(2000);
    expect(calls).toEqual(['500 add eyes C1 1.1']);
    end(outcome);
    await reactions.idle();
    expect([...marks]).toEqual(expected);
  });

  it('ends right though the run ends while the first mark is on its way', async () => {
    const { clock, marks, reactions } = open();
    const end = reactions.begin(asked);
    await clock.advance(500);
    end('ok');
    await reactions.idle();
    expect([...marks]).toEqual(['white_check_mark']);
  });

  it('is left out where many run, and what was begun is ended', async () => {
    const { clock, calls, reactions } = open();
    const ends = Array.from({ length: 100 }, () => reactions.begin(asked));
    await clock.advance(500);
    expect(calls).toHaveLength(6);
    for (const end of ends) end('ok');
    await settle();
    expect(calls.filter((call) => call.includes('add white_check_mark'))).toHaveLength(6);
    expect(calls.filter((call) => call.includes('remove eyes'))).toHaveLength(6);
    expect(calls).toHaveLength(18);
  });

  it('is what it was where it stands already', async () => {
    const { clock, warnings, marks, reactions } = open({ 'reactions.add eyes': 'already_reacted' }, ['eyes']);
    const end = reactions.begin(asked);
    await clock.advance(500);
    end('ok');
    await reactions.idle();
    expect({ marks: [...marks], warnings }).toEqual({ marks: ['white_check_mark'], warnings: [] });
  });
});

describe('what stands in the way of a reaction', () => {
  it.each([
    ['missing_scope', 1, /the app has no scope reactions:write/, 1],
    ['message_not_found', 3, /the message that asked for run r1 was deleted: the run goes on/, 3],
    ['too_many_emoji', 3, /left out: Slack refuses reactions.add: too_many_emoji/, 1],
    ['not_in_channel', 3, undefined, 0],
    ['is_archived', 3, undefined, 0],
  ])('is told where it is %s, as often as it is news', async (refusal, count, words, told) => {
    const { clock, calls, warnings, reactions } = open({ 'reactions.add': refusal });
    for (let round = 0; round < 3; round++) {
      const end = reactions.begin(asked);
      await clock.advance(1000);
      end('ok');
      await settle();
    }
    expect(calls).toHaveLength(count);
    expect(warnings).toHaveLength(told);
    if (words !== undefined) expect(warnings[0]).toMatch(words);
  });

  it('is not told where Slack only does not answer', async () => {
    const { clock, warnings, reactions, refusals } = open({ 'reactions.add': 'ratelimited' });
    reactions.begin(asked);
    await clock.advance(1000);
    expect(reactions.begin(asked)).toBeTypeOf('function');
    delete refusals['reactions.add'];
    await clock.advance(60_000);
    expect(warnings).toEqual([]);
  });

  it('of an end is told once for each run', async () => {
    const { clock, warnings, calls, reactions } = open({ 'reactions.add x': 'message_not_found' });
    const end = reactions.begin(asked);
    await clock.advance(500);
    end('failed');
    await reactions.idle();
    expect(warnings).toEqual(['the message that asked for run r1 was deleted: the run goes on']);
    expect(calls).toHaveLength(2);
  });
});

describe('the end of a run that another listener began', () => {
  it.each<[string[], Outcome, string[]]>([
    [['eyes'], 'ok', ['white_check_mark']],
    [['eyes'], 'failed', ['x']],
    [[], 'failed', []],
    [['x'], 'failed', ['x']],
  ])('changes %j, where it is %s, to %j', async (before, outcome, after) => {
    const { reactions, marks, warnings } = open({}, before);
    reactions.settle(asked, outcome);
    await reactions.idle();
    expect({ marks: [...marks], warnings }).toEqual({ marks: after, warnings: [] });
  });
});
