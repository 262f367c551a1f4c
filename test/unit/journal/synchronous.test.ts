import { expect, it } from 'vitest';
import { createSynchronous } from '../../../src/journal/synchronous.ts';

const [full, normal] = ['PRAGMA synchronous = FULL', 'PRAGMA synchronous = NORMAL'];

it.each<[string, boolean[], string[]]>([
  ['what waits from the first', [true, true], []],
  ['many that do not wait', [false, false, false], [normal]],
  ['what waits after one that did not', [false, true, true], [normal, full]],
  ['both in turns', [true, false, true, false], [normal, full, normal]],
])('says how commits are flushed before the first that differs: %s', (_, commits, expected) => {
  const said: string[] = [];
  const { waitForDisk, apply } = createSynchronous((sql) => void said.push(sql));
  for (const waits of commits) {
    waitForDisk(waits);
    apply();
    waitForDisk(true);
  }
  expect(said).toEqual(expected);
});

it('says it again where it could not be said', () => {
  let tries = 0;
  const { waitForDisk, apply } = createSynchronous(() => {
    tries += 1;
    throw new Error('the journal is locked');
  });
  waitForDisk(false);
  expect(apply).toThrow('locked');
  expect(apply).toThrow('locked');
  expect(tries).toBe(2);
});
