import { describe, expect, it } from 'vitest';
import type { Context } from '../../../src/context/context.ts';
import type { Http } from '../../../src/context/system.ts';
import { createTurns } from '../../../src/run/turns.ts';
import { rehearse } from '../../../src/slack/rehearse.ts';
import { noCodes } from '../../support/codes.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { manualClock } from '../../support/manual-clock.ts';

describe('a listener that is started', () => {
  it('takes lines through all that answers them, tells nobody, and writes nothing down', async () => {
    const masked: string[][] = [];
    const answered: string[][] = [];
    const clock = manualClock();
    const outputs = temporaryFolder();
    const untouched = (what: string) => (): never => {
      throw new Error(`${what} is not for a rehearsal`);
    };
    const project = {
      names: async () => ['whoami'],
      isUrgent: async (name: string) => {
        answered.push([name]);
        return false;
      },
      mask: async (argv: readonly string[]) => {
        masked.push([...argv]);
        return argv;
      },
      loaded: { config: { journal: { path: `${outputs}/journal.db` } } },
      processes: { identify: () => ({ host: 'here', pid: 1, started: '' }) },
      codes: () => noCodes,
      get journal(): never {
        return untouched('the journal')();
      },
    } as unknown as Context['project'];
    const limit = { atOnce: 1, perMinute: 1, waiting: 10 };
    const warned: string[] = [];
    await rehearse({
      context: {
        ...{ project, clock, signal: new AbortController().signal, http: untouched('the network') as unknown as Http },
        config: { rooms: { '#ops': { reply: 'thread', quiet: true } } },
        get input(): never {
          return untouched('standard input')();
        },
      } as Parameters<typeof rehearse>[0]['context'],
      connection: {
        identity: { team: 'T1', teamName: 'Team', userId: 'UBOT', botId: 'B1', name: 'ops' },
        call: untouched('Slack'),
      },
      turns: createTurns({ most: 1, clock, limits: { person: limit, room: limit } }),
      names: ['whoami'],
      slack: { appToken: '', botToken: '', word: 'hey', pool: 1 },
      local: undefined,
      warn: (message) => void warned.push(message),
    });
    expect(masked.length).toBeGreaterThan(3);
    expect(masked.every((argv) => argv.join(' ') === 'whoami')).toBe(true);
    expect(answered).toEqual(masked);
    expect(warned).toEqual([]);
  });
});
