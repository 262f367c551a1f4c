import { describe, expect, it } from 'vitest';
import { as } from '../support/approved.ts';
import { codeOf, codesInTerminals, enroll, wrongCode } from '../support/codes.ts';
import { raceLines } from '../support/line-process.ts';
import { createProject } from '../support/project.ts';

const { actor: mary } = as('mary');

/** So many terminals of mary, in which the same code is given at the same moment. */
async function race(count: number, give: (secret: string) => string) {
  // What reads waits for no lock: nothing but the codes keeps them apart.
  const rule = '  - { name: a-look-takes-a-code, ask: everyone, commands: deployed, code: true }\n';
  const project = createProject(codesInTerminals + rule);
  const secret = await enroll(project, mary);
  const typed: string[] = [];
  const codes = (): string[] => {
    if (typed.length === 0) typed.push(give(secret));
    return typed;
  };
  const line = { actor: mary.id, name: mary.name, argv: ['deployed'], codes };
  return raceLines(project.folder, Array<typeof line>(count).fill(line));
}

describe('processes that give a code at the same time', () => {
  it('pass once with the same right one', async () => {
    const ends = await race(4, (secret) => codeOf(secret));
    expect(ends.map(({ exitCode }) => exitCode).sort()).toEqual([0, 130, 130, 130]);
    expect(ends.filter(({ words }) => words.includes('this code was used already'))).toHaveLength(3);
  });

  it('are counted together where it is wrong', async () => {
    const ends = await race(8, wrongCode);
    expect(ends.filter(({ words }) => /: \d more (try|tries)/.test(words))).toHaveLength(4);
    expect(ends.filter(({ words }) => words.includes('too many codes of mary were wrong'))).toHaveLength(4);
  });
});
