import { describe, expect, it } from 'vitest';
import { followRequest } from '../../../../commands/deploy/follow-request.ts';
import type { DeploymentStatus, Deployments } from '../../../../src/context/builds.ts';
import type { Output } from '../../../../src/context/context.ts';
import { hastyClock } from '../../../support/service.ts';

const status = (id: number, state: string, outcome?: DeploymentStatus['outcome']): DeploymentStatus => ({
  ...{ id: `${id}`, state, outcome, description: '', link: undefined },
});

/** What is told where each look sees these, the last ones for good. */
async function follow(...looks: (readonly DeploymentStatus[])[]) {
  const told: string[] = [];
  const tell = (text: unknown): void => void told.push(String(text));
  const output = { note: tell, warn: tell, lines: async (_: string, text: string) => tell(text) } as unknown as Output;
  let look = 0;
  const system: Deployments = {
    repository: async () => 'acme/shop',
    start: async () => ({ repository: 'acme/shop', id: '1' }),
    statuses: async () => looks[Math.min(look++, looks.length - 1)],
    end: async () => {},
  };
  const context = {
    output,
    clock: hastyClock(),
    signal: new AbortController().signal,
    actor: { id: 'a', name: 'ana' },
  };
  const ended = await followRequest({ repository: 'acme/shop', id: '1' }, system, context);
  return { told: told.slice(1), state: ended.state };
}

describe('a deployment that others carry out', () => {
  it('is told once for each report, until one is the last', async () => {
    const [queued, running, ended] = [status(1, 'queued'), status(2, 'in_progress'), status(3, 'success', 'ok')];
    expect(await follow([], [queued], [queued], [queued, running, ended])).toEqual({
      ...{ told: ['queued', 'in_progress', 'success'], state: 'success' },
    });
  });

  it('ended as it first did, also where a later one has taken its place', async () => {
    expect((await follow([status(1, 'success', 'ok'), status(2, 'inactive', 'failed')])).state).toBe('success');
  });

  it('that nobody reports on is said to be odd, once', async () => {
    const silence = Array.from({ length: 200 }, () => []);
    expect(await follow(...silence, [status(1, 'failure', 'failed')])).toEqual({
      told: ['Nobody has reported on it yet: does a workflow of acme/shop run on deployment?', 'failure'],
      state: 'failure',
    });
  });
});
