import { describe, expect, it } from 'vitest';
import { builtInCommands, createRegistry, resolveName } from '../../../src/command/registry.ts';
import { root } from '../../support/ops.ts';

const names = ['builds', 'builds-start', 'deploy', 'jira-mentions'];

describe('the dash-or-space rule', () => {
  it.each([
    [['deploy', 'uat'], 'deploy', ['uat']],
    [['jira-mentions'], 'jira-mentions', []],
    [['jira', 'mentions'], 'jira-mentions', []],
    [['jira', 'mentions', '--json'], 'jira-mentions', ['--json']],
    [['builds', 'start', 'web'], 'builds-start', ['web']],
    [['builds', 'web'], 'builds', ['web']],
    [['builds', '--failed', 'start'], 'builds', ['--failed', 'start']],
    [['jira'], undefined, undefined],
    [['Deploy', 'uat'], undefined, undefined],
    [['--json', 'deploy'], undefined, undefined],
    [[], undefined, undefined],
  ])('%j means %s with %j', (words, name, rest) => {
    const resolved = resolveName(words, names);
    expect([resolved?.name, resolved?.rest]).toEqual([name, rest]);
  });
});

describe('the built-in commands', () => {
  it('are each defined in a file of their own name', async () => {
    const source = builtInCommands(root.pathname);
    for (const name of await source.names()) {
      const command = await source.load(name);
      expect(command.name).toBe(name);
      expect(command.summary.length, name).toBeLessThanOrEqual(60);
      expect(command.examples.length, name).toBeGreaterThan(0);
    }
  });

  it('keep their names: a script cannot take one', async () => {
    const builtIn = builtInCommands(root.pathname);
    const taken = await builtIn.load('deploy');
    const thief = { names: async () => ['deploy', 'mine'], load: async () => ({ ...taken, name: 'stolen' }) };
    const registry = createRegistry([builtIn, thief]);
    expect((await registry.load('deploy'))?.name).toBe('deploy');
    expect(await registry.names()).toContain('mine');
  });

  it('are told apart from a script that took one of their names, which is listed with that fault', async () => {
    const builtIn = builtInCommands(root.pathname);
    const load = () => builtIn.load('deploy');
    const scripts = { names: async () => ['deploy', 'mine'], load, shown: (name: string) => `scripts/${name}.sh` };
    expect(await createRegistry([builtIn, scripts]).hidden()).toEqual([
      {
        name: 'deploy',
        summary: '',
        effect: 'read',
        fault: 'scripts/deploy.sh is hidden by the built-in command deploy: rename it',
      },
    ]);
    expect(await createRegistry([builtIn]).hidden()).toEqual([]);
  });
});
