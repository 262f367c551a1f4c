import { describe, expect, it } from 'vitest';
import { defineCommand } from '../../../src/command/define.ts';
import { pastedSecret, refusePasted, refuseSecretOptions } from '../../../src/command/in-room.ts';
import type { Origin } from '../../../src/context/host.ts';

const room: Origin = { type: 'room', team: 'T1', channel: 'C1', message: '1.2' };
const terminal: Origin = { type: 'terminal', host: 'here', directory: '/' };
const token = `ghp_${'a1'.repeat(18)}`;
const command = defineCommand({
  name: 'login',
  summary: 'Log in',
  options: {
    token: { summary: 'The token', secret: true },
    pin: { summary: 'The pin', secret: true },
    to: { summary: 'Where' },
  },
  examples: [{ line: 'ops login', says: 'in' }],
  effect: 'read',
  run: () => ({}),
  show: () => [],
});

describe('a line with the shape of a secret', () => {
  it('is refused in a room, and says what to do now', () => {
    expect(() => refusePasted(['login', token], room)).toThrow(
      expect.objectContaining({
        outcome: 'usage',
        message: 'this looks like a GitHub token: nothing was run, and nothing of it is kept by ops',
        hint: expect.stringMatching(/^revoke it.*Delete the message, which ops cannot do for you\. .*\$\{env:NAME\}/),
      }),
    );
  });

  it('says nothing of a message where there is none', () => {
    const { message: _, ...slash } = room as Extract<Origin, { type: 'room' }>;
    expect(() => refusePasted(['login', token], slash)).toThrow(
      expect.objectContaining({ hint: expect.not.stringContaining('Delete') }),
    );
  });

  it('is seen also where it takes several words', () => {
    expect(() => refusePasted(['x', 'Bearer', 'a1'.repeat(16)], room)).toThrow('a bearer token');
    expect(pastedSecret('deploy uat --ref v1.2.3', true)).toBeUndefined();
  });

  it('is taken in a terminal', () => {
    expect(() => refusePasted(['login', token], terminal)).not.toThrow();
  });
});

describe('an option that is marked secret', () => {
  it.each([
    [{ token: ['x'] }, '--token of login is secret and cannot be given in a room: nothing was run'],
    [{ pin: ['x'], token: ['y'] }, '--token and --pin of login are secret'],
  ])('is refused in a room: %j', (options, message) => {
    expect(() => refuseSecretOptions(command, { operands: [], options }, room)).toThrow(message);
  });

  it('is taken in a terminal, and others are in a room', () => {
    expect(() => refuseSecretOptions(command, { operands: [], options: { token: ['x'] } }, terminal)).not.toThrow();
    expect(() => refuseSecretOptions(command, { operands: ['x'], options: { to: ['x'] } }, room)).not.toThrow();
  });
});
