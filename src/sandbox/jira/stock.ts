import type { FieldDefinition, Person, TypeDefinition } from './shapes.ts';
import type { Issue, Project, Site } from './site.ts';
import { tie } from './views.ts';
import { write } from './write.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

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

type People = Readonly<Record<Name, Person>>;

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

/** Numbers as those of a project that has been there for a while. */
function fillShop(site: Site, shop: Project, { mary, tom, ana, raj }: People): void {
  shop.next = 1817;
  const [task, bug, story] = shop.types as [TypeDefinition, TypeDefinition, TypeDefinition];
  const [old, open, next] = site.sprints;
  const at = (ago: number): number => site.now() - ago;
  const add = (title: string, rest: Partial<Issue>, ...sprints: (typeof open)[]): Issue =>
    site.addIssue(shop, {
      ...{
        title,
        reporter: mary,
        type: task,
        created: at(9 * day),
        sprints: sprints.filter((one) => one !== undefined),
      },
      ...rest,
    });
  const say = (issue: Issue, by: Person, ago: number, ...parts: (string | Person)[]) =>
    site.comment(issue, by, write(site.edition, parts), at(ago));
  const describe = (...paragraphs: readonly string[]): unknown =>
    write(site.edition, ...paragraphs.map((one) => [one]));

  const done = add('Sell chairs', { type: story, status: site.status('Done'), assignee: tom, resolution: 'Done' }, old);
  site.note(done, tom, [{ field: 'status', from: 'In Review', to: 'Done' }], at(5 * day));

  const paid = add(
    'Customers pay twice when they press the button twice',
    {
      ...{ type: bug, priority: 'Highest', assignee: mary, labels: ['checkout', 'money'], reporter: ana },
      description: describe(
        'It happened four times on Monday, each time with a slow network.',
        'The second press sends the form again.',
      ),
      custom: { customfield_10031: { id: '2', value: 'Till' } },
    },
    open,
  );
  site.move(paid, site.status('In Progress'), mary, at(2 * day));
  say(paid, ana, 26 * hour, 'One more today, order 4711. ', mary, ', can you see it in the log?');
  say(paid, mary, 25 * hour, 'I see it. The form is sent before the first answer comes.');
  say(paid, raj, 3 * hour, mary, ' and ', tom, ': I have paid the four of them back.');

  const free = add('Count free shipping once', { type: bug, assignee: mary, reporter: tom }, open);
  say(free, tom, 50 * hour, 'The build broke on it: ', mary, ' look at shop #9.');

  const search = add('Search finds what was sold out', { assignee: tom, type: story, priority: 'High' }, open);
  site.move(search, site.status('In Review'), tom, at(20 * hour));
  say(search, tom, 19 * hour, 'Ready. ', ana, ', would you look at it?');

  const prices = add('Round prices to five cents', { assignee: ana, priority: 'Low' }, open);
  site.move(prices, site.status('Blocked'), ana, at(6 * hour));
  site.flag(prices, true, ana, at(6 * hour));
  say(prices, ana, 6 * hour, 'The bank has not said which rule is theirs. ', raj, ', do you know?');
  tie(prices, 'is blocked by', paid);

  add('Show what is in the cart on a phone', { type: story, reporter: raj }, open);
  add('Tell people when a chair is back', { type: story, assignee: mary }, next);
  add('Throw the old cart away', { assignee: tom, reporter: tom, parent: search }, next);
}

function fillOperations(site: Site, work: Project, { mary, tom, raj }: People): void {
  work.next = 301;
  const at = (ago: number): number => site.now() - ago;
  const disk = site.addIssue(work, {
    title: 'mac-1 is out of space',
    reporter: tom,
    assignee: raj,
    created: at(3 * day),
  });
  site.comment(disk, tom, write(site.edition, [raj, ' it is away again.']), at(3 * hour));
  site.move(disk, site.status('In Progress'), raj, at(2 * hour));
  const keys = site.addIssue(work, {
    title: 'New keys for the till',
    reporter: raj,
    assignee: mary,
    created: at(2 * day),
  });
  site.comment(keys, raj, write(site.edition, ['They end on Friday, ', mary, '.']), at(28 * hour));
}
