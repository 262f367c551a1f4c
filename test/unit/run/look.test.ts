import { expect, it } from 'vitest';
import type { Host } from '../../../src/context/host.ts';
import { lookHost } from '../../../src/run/look.ts';

it('a line that nobody typed reads nothing and asks nobody, nor looks whether it could', () => {
  const touch = (): never => {
    throw new Error('this opens standard input');
  };
  const host = { signal: new AbortController().signal, cwd: '/project', env: { LANG: 'C' }, outputs: '/outputs' };
  for (const name of ['input', 'ask', 'privately', 'fill']) {
    Object.defineProperty(host, name, { enumerable: true, get: touch });
  }
  const who: Pick<Host, 'actor' | 'origin' | 'system'> = {
    actor: { id: 'slack:T1:U1', name: 'mary' },
    origin: { type: 'terminal', host: 'here', directory: '/project' },
    system: {} as Host['system'],
  };
  const looking = lookHost(host as unknown as Host, who);
  expect(looking).toMatchObject({ ...who, cwd: '/project', env: { LANG: 'C' }, isLook: true });
  for (const name of ['input', 'ask', 'privately', 'fill', 'outputs']) expect(looking).not.toHaveProperty(name);
});
