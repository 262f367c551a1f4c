import { basename, dirname, join, sep } from 'node:path';
import { defineCommand, list, OpsError, styled, text } from '../../src/index.ts';
import { firstConfiguration, firstScript } from './first.ts';
import { personName } from './person-name.ts';

const within = (folder: string, above: string): string =>
  `This folder is within the project of ${above}: once this is written, that one counts no more in ${folder}`;

const paths = ['.chatopsrc', 'scripts/deploy-app'];

export default defineCommand({
  name: 'init',
  summary: 'Write a first .chatopsrc and an example deploy script',
  examples: [{ line: 'ops init --dry-run', says: 'which files it would write' }],
  effect: 'change',
  plan: async (_input, { files, cwd, actor, project }) => {
    const { file } = project.loaded;
    // It may be called otherwise, and would count no more.
    const here = file !== undefined && dirname(file) === cwd ? [basename(file)] : [];
    for (const path of [...here, ...paths]) {
      if (!(await files.exists(`${cwd}/${path}`))) continue;
      throw new OpsError('failed', `${cwd}/${path} is already there, and nothing was written`, { hint: 'ops config' });
    }
    const above = file !== undefined && cwd.startsWith(join(dirname(file), sep)) ? file : null;
    return { folder: cwd, files: paths, person: personName(actor.name), key: project.policy.key, above };
  },
  preview: ({ folder, files, person, above }) => [
    text(`Write into ${folder}, with ${person} as the one who may do all:`),
    list(files),
    ...(above === null ? [] : [text(styled(within(folder, above), { color: 'yellow' }))]),
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
