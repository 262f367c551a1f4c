import { expect, it } from 'vitest';
import { createQueue } from '../../../../src/sandbox/socket/queue.ts';

const item = (payload: string) => ({
  ...({ type: 'events_api', payload, attempt: 1, accepts: false, envelopes: [] } as const),
  envelopes: [],
});

it('keeps what waits in order, without what was taken away, and gives it out once', () => {
  const queue = createQueue();
  const [one, two, three] = [item('1'), item('2'), item('3')];
  for (const waiting of [one, two, three]) queue.add(waiting);
  queue.remove(two);
  expect(queue.empty()).toEqual([one, three]);
  expect(queue.empty()).toEqual([]);
});

it('is full at ten thousand, and at 16 MB', () => {
  const queue = createQueue();
  for (let count = 0; count < 10_001; count += 1) queue.add(item('x'));
  expect(queue.empty()).toHaveLength(10_000);
  const large = 'x'.repeat(1024 * 1024);
  for (let count = 0; count < 40; count += 1) queue.add(item(large));
  expect(queue.empty()).toHaveLength(16);
  queue.add(item('again'));
  expect(queue.empty()).toHaveLength(1);
});
