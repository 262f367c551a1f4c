import { defineCommand, styled, table, text } from '../src/index.ts';

export default defineCommand({
  name: 'config',
  summary: 'Show the effective configuration and where it comes from',
  examples: [{ line: 'ops config', says: 'every value; secrets are masked' }],
  effect: 'read',
  keep: false,
  run: (_input, { project }) => ({ file: project.loaded.file, values: project.loaded.entries }),
  show: ({ file, values }) => [
    file === undefined
      ? text(
          'There is no .chatopsrc here or in any folder above; these are the defaults. ',
          styled('ops init', { code: true }),
          ' writes a first one',
        )
      : text(`From ${file}`),
    table(
      ['Key', 'Value', 'From'],
      values.map(({ key, value, from }) => [key, value, from]),
    ),
  ],
});
