import assert from 'node:assert/strict';
import { expect, it } from 'vitest';
import type { Answer } from '../../../src/testing/answer.ts';
import { Line, type Words } from '../../../src/testing/line.ts';

function startLine(fault?: Error): { line: Line; typed: Words[] } {
  const typed: Words[] = [];
  const type = async (words: Words): Promise<Answer> => {
    typed.push(words);
    if (fault) throw fault;
    return { text: words.text } as Answer;
  };
  return { line: new Line({ text: 'whoami', person: 'mary', channel: 'C1' }, type), typed };
}

it('is typed when it is awaited, and once', async () => {
  const { line, typed } = startLine();
  await Promise.resolve();
  expect(typed).toEqual([]);
  expect([(await line).text, (await line).text]).toEqual(['whoami', 'whoami']);
  expect(typed).toEqual([{ text: 'whoami', person: 'mary', channel: 'C1' }]);
});

it('is another one with every word about who and where', async () => {
  const { line, typed } = startLine();
  await line.as('tom').in('#ops').inThread('1.2');
  await line.as('ana');
  expect(typed).toEqual([
    { text: 'whoami', person: 'tom', channel: '#ops', thread: '1.2' },
    { text: 'whoami', person: 'ana', channel: 'C1' },
  ]);
});

it('is a promise like any other', async () => {
  const { line, typed } = startLine(new Error('no answer'));
  await assert.rejects(line, { message: 'no answer' });
  await expect(line).rejects.toThrow('no answer');
  expect(await line.catch(() => 'caught')).toBe('caught');
  let finals = 0;
  await line.finally(() => void finals++).catch(() => {});
  expect(finals).toBe(1);
  expect(typed).toHaveLength(1);
  expect(await Promise.all([startLine().line, startLine().line])).toHaveLength(2);
});
