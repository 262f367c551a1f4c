import { expect, it } from 'vitest';
import { as, inTerminals } from '../support/approved.ts';
import { ops } from '../support/ops.ts';
import { createProject } from '../support/project.ts';

it('tries', async () => {
  const project = createProject(inTerminals);
  const asked = await ops(project.folder, ['deploy', 'prod'], as('mary'));
  console.log(asked.exitCode, asked.words);
  console.log((await ops(project.folder, ['runs'], as('mary'))).words);
  console.log((await ops(project.folder, ['approvals'], as('tom'))).words);
  const id = /run (\w{8})\)/.exec(asked.words)?.[1] ?? '';
  console.log((await ops(project.folder, ['deploy', 'prod'], as('mary'))).words);
  console.log((await ops(project.folder, ['approve', id, '-y'], as('mary-elsewhere'))).words);
  console.log((await ops(project.folder, ['approve', id, '-y'], as('raj'))).words);
  console.log((await ops(project.folder, ['approve', id, '-y'], as('tom'))).words);
  console.log((await ops(project.folder, ['deploy', 'prod'], as('mary'))).words);
  console.log((await ops(project.folder, ['history'], as('mary'))).words);
  console.log((await ops(project.folder, ['deploy', 'prod'], as('mary'))).words);
});
