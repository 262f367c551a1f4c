import { expect, it } from 'vitest';
import { withLocalPeople } from '../../../src/context/local-people.ts';
import { loadConfig } from '../../../src/system/config.ts';
import { createProject } from '../../support/project.ts';

const slackOf = async (content: string, local: Record<string, string>) => {
  const { folder } = createProject(content);
  const { people } = withLocalPeople(await loadConfig(folder, undefined, { HOME: folder }), local).config;
  return Object.fromEntries(Object.entries(people).map(([name, { slack }]) => [name, slack]));
};

it.each([
  ['is whoever has the name there', 'people: { mary: }', { mary: 'T1/U1' }, { mary: ['T1/U1'] }],
  ['keeps the ids of the file', 'people: { mary: { slack: T9/U9 } }', { mary: 'T1/U1' }, { mary: ['T9/U9', 'T1/U1'] }],
  ['is nobody where the name is not there', 'people: { mary: }', { tom: 'T1/U2' }, { mary: [] }],
  [
    'is not whom the file calls otherwise',
    'people: { mary: , tom: { slack: T1/U1 } }',
    { mary: 'T1/U1' },
    { mary: [], tom: ['T1/U1'] },
  ],
])('a person in a Slack on this machine %s', async (_, content, local, expected) => {
  expect(await slackOf(content, local as unknown as Record<string, string>)).toEqual(expected);
});
