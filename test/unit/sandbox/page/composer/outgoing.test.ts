import { describe, expect, it } from 'vitest';
import { readOutgoing, tooLong } from '../../../../../src/sandbox/page/composer/outgoing.ts';

const commands = [{ command: '/ops', description: 'Run an operation', usageHint: 'deploy uat' }];
const read = (typed: string, { inThread = false, files = 0 } = {}) =>
  readOutgoing(typed, { commands, inThread, files });

describe('what Enter sends', () => {
  it('is nothing for blanks', () => {
    expect(read(' \n ')).toEqual({ kind: 'nothing' });
  });

  it('is the text without the blanks around it', () => {
    expect(read('\nhello *you*\n there \n')).toEqual({ kind: 'say', text: 'hello *you*\n there' });
  });

  it('is the files where nothing was typed', () => {
    expect(read('', { files: 1 })).toEqual({ kind: 'say', text: '' });
  });

  it('is a command with what follows it', () => {
    expect(read('/ops deploy  uat\n--dry-run ')).toEqual({
      kind: 'command',
      command: '/ops',
      text: 'deploy  uat\n--dry-run',
    });
    expect(read('/OPS')).toEqual({ kind: 'command', command: '/ops', text: '' });
  });

  it('is a message where a blank stands before the slash', () => {
    expect(read(' /ops deploy')).toEqual({ kind: 'say', text: '/ops deploy' });
  });

  it.each(['/nope uat', '//ops', '/usr/bin'])('is refused for %j as Slack does', (typed) => {
    const [name] = typed.split(' ');
    expect(read(typed)).toEqual({
      kind: 'refused',
      why:
        `${name} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.\n` +
        'If you are trying to send a message and not run a command, try preceding the “/” with an empty space.',
    });
  });

  it('is no command in a thread', () => {
    expect(read('/ops deploy', { inThread: true })).toEqual({
      kind: 'refused',
      why: '/ops is not supported in threads. Sorry!',
    });
  });

  it('is no command with files', () => {
    expect(read('/ops deploy', { files: 2 })).toMatchObject({ kind: 'refused' });
  });

  it('has at most 40,000 characters', () => {
    expect(read('a'.repeat(40_000))).toMatchObject({ kind: 'say' });
    const why = 'Your message is too long: 40,001 of at most 40,000 characters.';
    expect(read('a'.repeat(40_001))).toEqual({ kind: 'refused', why });
    expect(tooLong('a'.repeat(40_001))).toBe(why);
  });
});
