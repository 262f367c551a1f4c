import type { FieldDefinition, Person, TypeDefinition } from './shapes.ts';
import type { Project, Site } from './site.ts';
import { fillOperations, fillShop } from './stock-issues.ts';

const day = 86_400_000;

/** As what Jira Cloud knows the people of the sandbox; Jira Server has them by their names. */
export const accounts = {
  mary: '5b10ac8d82e05b22cc7d4ef1',
  tom: '5b10ac8d82e05b22cc7d4ef2',
  ana: '5b10ac8d82e05b22cc7d4ef3',
  raj: '5b10ac8d82e05b22cc7d4ef4',
} as const;

type Name = keyof typeof accounts;

const realNames: Readonly<Record<Name, string>> = {
  mary: 'Mary Jones',
  tom: 'Tom Brown',
  ana: 'Ana Silva',
  raj: 'Raj Patel',
};

const choices = (...names: readonly string[]) => names.map((name, index) => ({ id: `${index + 1}`, name }));

const priority: FieldDefinition = {
  ...{ id: 'priority', name: 'Priority', hasDefault: true, schema: { type: 'priority', system: 'priority' } },
  choices: choices('Highest', 'High', 'Medium', 'Low'),
};
const team: FieldDefinition = {
  ...{ id: 'customfield_10031', name: 'Team', isRequired: true },
  schema: { type: 'option', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:select' },
  choices: choices('Shop', 'Till', 'Warehouse'),
};
const resolution: FieldDefinition = {
  ...{ id: 'resolution', name: 'Resolution', isRequired: true, schema: { type: 'resolution', system: 'resolution' } },
  choices: choices('Done', "Won't do", 'Duplicate'),
};

const type = (id: string, name: string, ...fields: FieldDefinition[]): TypeDefinition => ({ id, name, fields });

/** Two projects of a small shop, with an open sprint, people in it, and things that people have said to each other. */
export function stockSite(site: Site): void {
  const people = addPeople(site);
  site.statuses.push(
    { id: '10001', name: 'To Do', category: 'new' },
    { id: '10002', name: 'In Progress', category: 'indeterminate' },
    { id: '10003', name: 'In Review', category: 'indeterminate' },
    { id: '10004', name: 'Blocked', category: 'indeterminate' },
    { id: '10005', name: 'Done', category: 'done' },
  );
  const shop = addShop(site);
  const work = addOperations(site);
  addSprints(site);
  fillShop(site, shop, people);
  fillOperations(site, work, people);
}

export type People = Readonly<Record<Name, Person>>;

function addPeople(site: Site): People {
  const add = (name: Name): Person => {
    const id = site.edition === 'cloud' ? accounts[name] : name;
    const person = { id, name: realNames[name], email: `${name}@sandbox.example` };
    site.people.push(person);
    return person;
  };
  return { mary: add('mary'), tom: add('tom'), ana: add('ana'), raj: add('raj') };
}

const ways = [
  { id: '11', name: 'Start work', from: ['To Do', 'Blocked', 'In Review'], to: 'In Progress' },
  { id: '21', name: 'Ask for review', from: ['In Progress'], to: 'In Review' },
  { id: '31', name: 'Block', from: ['To Do', 'In Progress', 'In Review'], to: 'Blocked' },
  { id: '51', name: 'Reopen', from: ['Done'], to: 'To Do' },
];

function addShop(site: Site): Project {
  return site.addProject({
    ...{ key: 'PS', name: 'Shop' },
    types: [type('10101', 'Task', priority), type('10102', 'Bug', priority, team), type('10103', 'Story', priority)],
    transitions: [
      ...ways,
      { id: '41', name: 'Close', to: 'Done', from: ['In Progress', 'In Review'], fields: [resolution] },
    ],
  });
}

function addOperations(site: Site): Project {
  return site.addProject({
    ...{ key: 'OPS', name: 'Operations' },
    types: [type('10101', 'Task', priority)],
    transitions: [...ways, { id: '41', name: 'Close', to: 'Done' }],
  });
}

function addSprints(site: Site): void {
  site.boards.push(
    { id: 12, name: 'Shop board', project: 'PS', type: 'scrum' },
    { id: 13, name: 'Operations', project: 'OPS', type: 'kanban' },
  );
  const now = site.now();
  const of = { board: 12 };
  site.addSprint({ ...of, name: 'Sprint 41', state: 'closed', start: now - 18 * day, end: now - 4 * day });
  const goal = 'Nobody pays twice';
  site.addSprint({ ...of, name: 'Sprint 42', state: 'active', start: now - 4 * day, end: now + 10 * day, goal });
  site.addSprint({ ...of, name: 'Sprint 43', state: 'future' });
}
