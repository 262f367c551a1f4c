import { defineCommand, list, OpsError, styled, text } from '../../src/index.ts';
import { firstConfiguration, firstScript } from './first.ts';
import { personName } from './person-name.ts';

const paths = ['.chatopsrc', 'scripts/deploy-app'];

export default defineCommand({
  name: 'init',
  summary: 'Write a first .chatopsrc and an example deploy script',
  examples: [{ line: 'ops init --dry-run', says: 'which files it would write' }],
  effect: 'change',
  plan: async (_input, { files, cwd, actor, project }) => {
    for (const path of paths) {
      if (!(await files.exists(`${cwd}/${path}`))) continue;
      throw new OpsError('failed', `${cwd}/${path} is already there, and nothing was written`, { hint: 'ops config' });
    }
    return { folder: cwd, files: paths, person: personName(actor.name), key: project.policy.key };
  },
  preview: ({ folder, files, person }) => [
    text(`Write into ${folder}, with ${person} as the one who may do all:`),
    list(files),
  ],
  run: async ({ folder, person, key }, { files }) => {
    await files.create(`${folder}/.chatopsrc`, firstConfiguration(person, key));
    await files.create(`${folder}/scripts/deploy-app`, firstScript, { executable: true });
    return { written: paths, person };
  },
  show: ({ written, person }) => [
    text(`Wrote ${written.join(' and ')}, with ${person} as the one who may do all`),
    text('Edit them, then try ', styled('ops deploy dev --dry-run', { code: true })),
  ],
});
