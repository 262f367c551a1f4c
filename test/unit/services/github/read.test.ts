import { describe, expect, it } from 'vitest';
import { limitedUntil, readFault } from '../../../../src/services/github/failure.ts';
import { searchRun } from '../../../../src/services/github/find.ts';
import { readLogLines } from '../../../../src/services/github/log-lines.ts';
import { nextPage } from '../../../../src/services/github/pages.ts';
import { readRun } from '../../../../src/services/github/read.ts';
import { readAnnotations } from '../../../../src/services/github/reports.ts';
import type { RunShape } from '../../../../src/services/github/shapes.ts';

const now = new Date('2026-11-21T12:00:00Z');
const run = (more: Partial<RunShape> = {}): RunShape => ({
  ...{ id: 5, run_number: 1, path: '.github/workflows/ci.yml', html_url: 'http://page', event: 'push' },
  ...{ head_sha: 'a'.repeat(40), created_at: '2026-11-21T11:59:00Z', updated_at: '2026-11-21T11:59:30Z' },
  ...more,
});

describe('a run of GitHub', () => {
  it.each([
    ['queued', null, { state: 'queued', ms: undefined, why: undefined }],
    ['waiting', null, { state: 'queued', why: 'Waiting for a review of its environment' }],
    ['pending', null, { state: 'queued', why: 'Waiting for another run of the same concurrency group' }],
    ['in_progress', null, { state: 'running', outcome: undefined, ms: 60_000 }],
    ['completed', 'success', { state: 'ended', outcome: 'ok', ms: 30_000 }],
    ['completed', 'neutral', { outcome: 'ok' }],
    ['completed', 'startup_failure', { outcome: 'failed' }],
    ['completed', 'timed_out', { outcome: 'failed' }],
    ['completed', 'cancelled', { outcome: 'cancelled' }],
    ['completed', 'skipped', { outcome: 'skipped' }],
    ['completed', 'something new', { outcome: 'failed' }],
    ['completed', 'action_required', { state: 'queued', why: 'Waiting for somebody to let it run' }],
  ])('that is %s (%s) is read so', (status, conclusion, expected) => {
    expect(readRun(run({ status, conclusion }), 'acme/shop', ['acme/shop'], now)).toMatchObject(expected);
  });

  it('is started by whoever did it last, else by what happened', () => {
    const by = (more: Partial<RunShape>) => readRun(run(more), 'acme/shop', ['acme/shop'], now).by;
    expect(by({ actor: { login: 'mary' }, triggering_actor: { login: 'tom' } })).toBe('tom');
    expect([by({ actor: { login: 'mary' } }), by({ event: 'schedule' })]).toEqual(['mary', 'schedule']);
  });

  it.each([
    [1, 12, []],
    [900, 12, []],
    [450, 12, [300, 301]],
    [450, 300, [300]],
    [1000, 1001, []],
    [0, 1, []],
  ])('of %d with number %d is found by it, where %j were deleted', async (count, number, deleted: number[]) => {
    const all = Array.from({ length: count }, (_, index) => run({ run_number: count - index }));
    const there = all.filter(({ run_number }) => !deleted.includes(run_number));
    const found = await searchRun(number, async (page) => there.slice((page - 1) * 100, page * 100));
    expect(found).toBe(there.find(({ run_number }) => run_number === number));
  });
});

describe('what GitHub says', () => {
  it.each([
    ['{"message":"Not Found"}', 'Not Found'],
    [
      '{"message":"Validation Failed","errors":[{"message":"no ref"},{"field":"ref","code":"invalid"},"odd"]}',
      'Validation Failed; no ref; ref invalid; odd',
    ],
    ['<html>', ''],
    ['null', ''],
    ['{"errors":3}', ''],
  ])('of a fault is read from %s', (body, words) => {
    expect(readFault(body)).toBe(words);
  });

  it.each([
    [200, { 'retry-after': '5' }, '', undefined],
    [403, {}, '{"message":"no right"}', undefined],
    [403, { 'retry-after': '5' }, '', 5000],
    [403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': `${now.getTime() / 1000 + 90}` }, '', 90_000],
    [403, { 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': '1' }, '', undefined],
    [403, {}, '{"message":"You have exceeded a secondary rate limit"}', 60_000],
    [429, {}, '', 60_000],
  ])('with %d and %j is a limit for so long', (status, headers: Record<string, string>, text, ms) => {
    const until = limitedUntil({ status, headers: new Headers(headers), text }, now);
    expect(until && until.getTime() - now.getTime()).toBe(ms);
  });

  it.each([
    [null, undefined],
    [
      '<http://other/x?page=2&per_page=5>; rel="next", <http://other/x?page=9>; rel="last"',
      { page: '2', per_page: '5' },
    ],
    ['<http://other/x?page=1>; rel="prev"', undefined],
    ['nonsense', undefined],
  ])('of its pages in %j is what to ask for', (link, query) => {
    expect(nextPage(link)).toEqual(query);
  });

  it('in a log is read without times and marks', () => {
    const stamp = '2026-11-21T12:00:00.1234567Z ';
    const log = `\uFEFF${stamp}##[group]Run a\r\n${stamp}2026-11-21T12:00:00Z kept\n${stamp}##[endgroup]\n${stamp}##[warning]old\n${stamp}\nß\n`;
    expect(readLogLines(log)).toBe('Run a\n2026-11-21T12:00:00Z kept\nwarning: old\n\nß\n');
  });

  it('of a failure is what tells most', () => {
    const own = { path: '.github', start_line: 1, annotation_level: 'failure', title: '', message: 'exit code 1' };
    const test = { path: 'a.ts', start_line: 3, annotation_level: 'failure', title: null, message: ' wrong\nat a' };
    expect(readAnnotations([own], 'unit').map(({ name, message }) => [name, message])).toEqual([
      ['unit', 'exit code 1'],
    ]);
    expect(readAnnotations([own, test, { ...test, annotation_level: 'notice' }], 'unit')).toEqual([
      { name: 'a.ts:3', message: 'wrong', age: undefined },
    ]);
  });
});
