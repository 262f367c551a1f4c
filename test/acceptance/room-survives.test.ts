import { expect, it } from 'vitest';
import { survive } from '../survival/survive.ts';

/** `npm run survive` does it with ten thousand lines and three kills. */
it('runs and answers each line once, whatever Slack does and though the listener is killed', async () => {
  const result = await survive({ lines: 100, kills: 2, seed: 7, rooms: 10 });
  const { lost, twice, markedTwice, notMarked, unanswered, answeredTwice, troubles } = result;
  expect({ lost, twice, markedTwice, notMarked, unanswered, answeredTwice }, result.said).toEqual({
    ...{ lost: 0, twice: 0, markedTwice: 0, notMarked: 0, unanswered: 0, answeredTwice: 0 },
  });
  expect(troubles).toMatchObject({ 'kill -9': 2, duplicates: expect.any(Number) });
}, 240_000);
