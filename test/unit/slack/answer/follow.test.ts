import { expect, it } from 'vitest';
import type { Event } from '../../../../src/context/events.ts';
import { createFollower } from '../../../../src/slack/answer/follow.ts';

const step = (id: number, state: 'running' | 'done'): Event => ({ type: 'step', id, title: `step ${id}`, state });
const ask = (id: number): Event => ({ type: 'ask', id, question: `question ${id}?` });
const answer: Event = { type: 'answer', id: 1, question: 'question 1?', said: 'yes', by: 'mary' };
const finished: Event = { type: 'finished', outcome: 'ok', exitCode: 0, ms: 1 };

it('knows how what a run had begun ends where its process did', () => {
  const follow = createFollower();
  follow.take([step(1, 'running'), step(1, 'done'), ask(1), answer, step(2, 'running'), ask(2)]);
  expect(follow.cutOff()).toEqual([
    { type: 'answer', id: 2, question: 'question 2?', said: 'nothing', by: '' },
    { type: 'step', id: 2, title: 'step 2', state: 'failed' },
  ]);
});

it('leaves alone what a run that has ended had begun', () => {
  const follow = createFollower();
  follow.take([step(1, 'running'), finished]);
  expect(follow.cutOff()).toEqual([]);
});
