import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const from = (path: string): string => new URL(`../../../src/${path}`, import.meta.url).href;

/** What a process says that crashes like this, and how it ends. */
function crash(how: string) {
  const program = `
    const { guardLastWords } = await import('${from('host/last-words.ts')}');
    const { createRedactor } = await import('${from('context/redact.ts')}');
    const guard = guardLastWords(process);
    guard(createRedactor(['hunter2-hunter2']));
    class LoginError extends Error { name = 'LoginError hunter2-hunter2' }
    ${how}
    await new Promise((resolve) => setTimeout(resolve, 5000));
    console.log('went on');`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('the last words of a process', () => {
  it.each([
    ['an error', `setImmediate(() => { throw new Error('no login with hunter2-hunter2') });`],
    ['an error of its own kind', `setImmediate(() => { throw new LoginError('aHVudGVyMi1odW50ZXIy') });`],
    ['what caused it', `setImmediate(() => { throw new Error('x', { cause: new Error('hunter2-hunter2') }) });`],
    ['a promise that nobody waits for', `void Promise.reject(new Error('hunter2-hunter2'));`],
    ['no error at all', `setImmediate(() => { throw 'hunter2-hunter2' });`],
    ['a token', `setImmediate(() => { throw new Error(['ghp', 'a1'.repeat(18)].join('_')) });`],
  ])('say where it crashed, and no secret: %s', (_, how) => {
    const { status, stdout, stderr } = crash(how);
    expect({ status, stdout }).toEqual({ status: 70, stdout: '' });
    expect(stderr).toMatch(/^✗ a fault in ops or in the command: /);
    expect(stderr).toContain('••••');
    expect(stderr).not.toMatch(/hunter2-hunter2|aHVudGVy|a1a1a1/);
  });
});
