import { describe, expect, it } from 'vitest';
import { overview } from '../../../src/command/help.ts';
import type { CommandSummary } from '../../../src/context/context.ts';

const named = (...names: string[]): CommandSummary[] =>
  names.map((name) => ({ name, summary: `does ${name}`, effect: 'read' }));

const rows = (commands: readonly CommandSummary[]): string[] =>
  overview(commands, {}).flatMap((block) =>
    block.type === 'fields' ? block.fields.map(({ name, value }) => `${name.trim()}: ${value}`) : [],
  );

const many = Array.from({ length: 12 }, (_, at) => `one${at}`);
const family = ['builds', 'builds-log', 'builds-start', 'builds-stop', 'builds-tests'];

describe('the list of all commands', () => {
  it('has many that begin alike in one row, after the one that they begin with', () => {
    expect(rows(named(...family, ...many)).slice(0, 3)).toEqual([
      'builds: does builds',
      'builds-…: log, start, stop, tests (ops help --search builds)',
      'one0: does one0',
    ]);
  });

  it('has a few that begin alike one by one, and all where they are few', () => {
    expect(rows(named('role-add', 'role-remove', 'roles', ...many))[0]).toBe('role-add: does role-add');
    expect(rows(named(...family))).toHaveLength(5);
  });

  it('says of what no room may type that it is for terminals', () => {
    const [listen, deploy] = [
      { name: 'listen', summary: 'Answer', effect: 'read', surfaces: ['terminal'] },
      { name: 'deploy', summary: 'Deploy', effect: 'change', surfaces: ['terminal', 'room'] },
    ] as const;
    expect(rows([listen, deploy])).toEqual(['listen: Answer (terminal only)', 'deploy: Deploy']);
  });
});
