import { expect, it } from 'vitest';
import { type ContextParts, createContext } from '../../../src/context/create.ts';
import type { Fact } from '../../../src/context/journal.ts';
import { createRedactor } from '../../../src/context/redact.ts';

it('records nothing that is secret, whatever a command says of its run', async () => {
  const recorded: unknown[] = [];
  const parts = {
    host: { system: { clock: { now: () => new Date(0) } }, actor: { id: 'os:here:1', name: 'ana' } },
    loaded: { config: {} },
    journal: { record: async (fact: Fact) => void recorded.push(fact) },
    run: 'r1',
    runs: () => ({}),
    redact: createRedactor(['hunter2-hunter2']).text,
  } as unknown as ContextParts;
  const data = { state: 'live', deep: [{ url: 'https://x/?t=hunter2-hunter2' }] };
  await createContext(parts).journal.record({ kind: 'deployment', subject: 'web/dev', data });
  expect(recorded).toMatchObject([
    {
      kind: 'deployment',
      subject: 'web/dev',
      run: 'r1',
      data: { state: 'live', deep: [{ url: 'https://x/?t=••••' }] },
    },
  ]);
});
