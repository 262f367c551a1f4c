import * as v from 'valibot';
import { jiraEditions } from '../context/config-systems.ts';
import { mapping, matching, record, section, text } from './config-schema-parts.ts';
import { address, system } from './config-schema-systems.ts';

const key = matching(/^[A-Z][A-Z0-9_]+$/, 'the key of a project such as PS');
const template = matching(/^https?:\/\/\S*\{key\}\S*$/, 'an address with {key} in it');
const number = 'the number of a board, as its address has it';

const expectedStates = 'a state, or a list of them';
const states = v.pipe(
  v.union([text, v.pipe(v.array(text, expectedStates), v.minLength(1, expectedStates))], expectedStates),
  v.transform((given): string[] => (Array.isArray(given) ? given : [given])),
);

const create = mapping({
  type: v.exactOptional(text),
  labels: v.exactOptional(v.array(matching(/^\S+$/, 'a word'), 'a list of words')),
  fields: v.exactOptional(record(matching(/\S/, 'the name of a field'), text)),
});

const project = mapping({
  board: v.exactOptional(v.pipe(v.number(number), v.integer(number), v.minValue(1, number))),
  inProgress: v.exactOptional(states),
  build: v.exactOptional(template),
  create: v.exactOptional(create),
});

/** Built for those who have one. */
export const jira = v.exactOptional(
  v.lazy(() =>
    mapping({
      ...system('JIRA_TOKEN'),
      user: v.exactOptional(text),
      site: v.exactOptional(address),
      edition: v.exactOptional(v.picklist(jiraEditions, jiraEditions.join(' or '))),
      inProgress: v.optional(states, ['In Progress']),
      build: v.exactOptional(template),
      projects: section(record(key, section(project))),
    }),
  ),
);
