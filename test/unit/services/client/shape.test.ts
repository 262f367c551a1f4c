import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { answersOf } from '../../../../src/services/client/shape.ts';

const read = answersOf('Jenkins', 'is jenkins.url the address of a Jenkins?');
const shape = v.object({ jobs: v.array(v.object({ name: v.string() })) });
const answer = (value: unknown) => ({ json: () => value });

describe('an answer', () => {
  it('is what its shape has of it', () => {
    expect(read(shape, answer({ jobs: [{ name: 'shop', more: 1 }] }), '/api/json')).toEqual({
      jobs: [{ name: 'shop' }],
    });
  });

  it.each([
    [{ jobs: [{ name: 'shop' }, { name: 7 }] }, 'jobs.1.name'],
    [{}, 'jobs'],
    [null, 'the whole'],
  ])('of another shape is refused, with where that is: %j', (value, where) => {
    expect(() => read(shape, answer(value), '/api/json')).toThrow(
      expect.objectContaining({
        outcome: 'unavailable',
        message: `Jenkins (/api/json) answers in another shape than Jenkins does, at ${where}`,
        hint: 'is jenkins.url the address of a Jenkins? ops config',
      }),
    );
  });
});
