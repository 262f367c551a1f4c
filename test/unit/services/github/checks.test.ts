import { describe, expect, it } from 'vitest';
import { checksOf } from '../../../../src/services/github/checks.ts';

const run = (conclusion: string | null, status = conclusion === null ? 'in_progress' : 'completed') => ({
  ...{ name: conclusion ?? status, status, conclusion, html_url: `https://x/${conclusion}`, details_url: null },
});
const status = (state: string) => ({ context: `s-${state}`, state, target_url: '' });

describe('checks', () => {
  it.each([
    ['success', 'ok'],
    ['neutral', 'ok'],
    ['skipped', 'ok'],
    ['failure', 'failed'],
    ['timed_out', 'failed'],
    ['cancelled', 'failed'],
    ['action_required', 'failed'],
    ['startup_failure', 'failed'],
    ['stale', 'running'],
    [null, 'running'],
    ['something new', 'failed'],
  ])('that end with %s are %s', (conclusion, state) => {
    expect(checksOf([run(conclusion)], []).state).toBe(state);
  });

  it.each([
    ['queued', 'running'],
    ['waiting', 'running'],
    ['pending', 'running'],
  ])('that are %s are %s', (waits, state) => {
    expect(checksOf([run(null, waits)], []).state).toBe(state);
  });

  it.each([
    ['success', 'ok'],
    ['pending', 'running'],
    ['failure', 'failed'],
    ['error', 'failed'],
  ])('that another system says %s of are %s', (said, state) => {
    expect(checksOf([], [status(said)]).state).toBe(state);
  });

  it.each([
    ['of nothing, none', [], [], { state: 'none', count: 0, running: 0, failed: [] }],
    [
      'what runs stands above what is well',
      [run('success'), run(null)],
      [status('success')],
      { state: 'running', count: 3, running: 1 },
    ],
    [
      'what fails stands above what runs',
      [run(null), run('success')],
      [status('failure')],
      { state: 'failed', count: 3, running: 1 },
    ],
    [
      'what fails twice is told once',
      [run('failure'), run('failure')],
      [],
      { failed: [{ name: 'failure', url: 'https://x/failure' }], count: 2 },
    ],
    ['an empty address is none', [], [status('error')], { failed: [{ name: 's-error', url: undefined }] }],
  ])('are told together: %s', (_, runs, statuses, told) => {
    expect(checksOf(runs, statuses)).toMatchObject(told);
  });
});
