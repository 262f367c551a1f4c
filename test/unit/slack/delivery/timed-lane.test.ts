import { expect, it } from 'vitest';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import { createLane } from '../../../../src/slack/delivery/lane.ts';
import { createPace } from '../../../../src/slack/delivery/pace.ts';
import { timedLane } from '../../../../src/slack/delivery/timed-lane.ts';
import { manualClock } from '../../../support/manual-clock.ts';

it('tells how long calls waited for their turn, and for the next one where Slack refuses them', async () => {
  const clock = manualClock();
  const waits: number[] = [];
  const pace = createPace({ clock, rate: { perMinute: 60, burst: 1 }, atOnce: 1 });
  const lane = timedLane(createLane(pace, clock), clock, (ms) => waits.push(ms));
  const answers = ['first', new SlackCallError('too soon', { retryAfter: 5, cause: undefined }), 'second'];
  const call = async (): Promise<unknown> => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const calls = Promise.all([lane.take(call), lane.take(call)]);
  await clock.advance(10_000);
  expect(await calls).toEqual(['first', 'second']);
  expect(waits).toEqual([0, 1000, 5000]);
});
