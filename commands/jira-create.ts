import {
  type Config,
  defineCommand,
  fields,
  type JiraCreateConfig,
  linked,
  OpsError,
  type TicketField,
  type Tickets,
  text,
} from '../src/index.ts';
import { fieldOption, fieldValues, shownValues } from './jira/fields.ts';
import { chooseType, typeFields } from './jira/type.ts';
import { typedText } from './jira/written.ts';

export default defineCommand({
  name: 'jira-create',
  summary: 'Create a ticket',
  description:
    'Its project, type, labels and fields are those of jira.projects in the configuration where nothing else is said. What the project needs besides is said, with what is allowed and the line to type.',
  args: { title: { summary: 'What it is about', required: true, variadic: true, text: 'line' } },
  options: {
    project: { summary: 'Its key', short: 'p', choices: ({ jira }) => Object.keys(jira?.projects ?? {}) },
    type: { summary: 'Bug, Task …', short: 't' },
    description: { summary: 'More of it', short: 'd', value: 'text', text: 'lines' },
    file: { summary: 'More of it, from a file', type: 'file', accept: ['.txt', '.md', 'text/*'], size: '128KB' },
    label: { summary: 'A label', short: 'l', repeat: true },
    assignee: { summary: 'Who works on it, such as mary', short: 'a' },
    field: fieldOption,
  },
  examples: [
    { line: 'ops jira-create The till rounds twice --type Task', says: 'in the first project' },
    {
      line: "ops jira-create 'Orders are sent twice' --type Bug --field Team=Till --assignee tom",
      says: 'with what a bug needs',
    },
  ],
  effect: 'change',
  plan: async (input, context) => {
    const title = input.title.join(' ').replaceAll(/\s+/g, ' ').trim();
    if (title === '')
      throw new OpsError('usage', 'a ticket has a title', {
        hint: "ops jira-create 'The till rounds twice'",
        details: { form: true },
      });
    const tickets = await context.services.tickets();
    const project = projectOf(input.project, context.config);
    const projects = Object.keys(context.config.jira?.projects ?? {});
    const usual = usualOf(project, context.config);
    const types = (await tickets.ticketTypes(project)) ?? noProject(project, tickets);
    const type = chooseType(input.type ?? usual.type, { project, projects, types, title });
    const of = {
      subject: `a ${type.name} of ${project}`,
      fields: await tickets.ticketFields(project, type.id),
      argv: ['jira-create', title, '--project', project, '--type', type.name, ...repeated(input)],
      typed: input.field,
      first: typeFields(type.name, { project, projects, types }),
      options: ownOptions,
    };
    const words = [...(await ownWords({ ...input, title }, usual, of.fields)), ...input.field];
    const values = await fieldValues(words, of, tickets, context);
    return { project, title, type: type.name, ticket: { project, type: type.id, fields: of.fields, values } };
  },
  preview: ({ project, title, type, ticket }) => {
    const { Summary: _, ...shown } = shownValues(ticket.fields, ticket.values);
    return [
      text(`Create a ${type} in ${project}: ${title}`),
      ...(Object.keys(shown).length === 0 ? [] : [fields(shown)]),
    ];
  },
  run: async ({ title, type, ticket }, { services }) => {
    const { key, url } = await (await services.tickets()).create(ticket);
    return { key, url, title, type };
  },
  show: ({ key, url, title, type }) => [text(linked(key, url), ` is created, a ${type}: ${title}`)],
});

/** Options that are fields of a ticket. */
const ownOptions = { description: 'description', assignee: 'assignee', labels: 'label' } as const;

function projectOf(named: string | undefined, { jira }: Pick<Config, 'jira'>): string {
  const [first] = Object.keys(jira?.projects ?? {});
  const project = named ?? first;
  if (project !== undefined) return project;
  throw new OpsError('usage', 'which project is meant is not said', {
    hint: 'add it to jira.projects in .chatopsrc: the first one is meant where a line names none',
  });
}

function usualOf(project: string, { jira }: Pick<Config, 'jira'>): JiraCreateConfig {
  const all = jira?.projects ?? {};
  return (Object.hasOwn(all, project) ? all[project]?.create : undefined) ?? {};
}

function noProject(project: string, { system }: Tickets): never {
  throw new OpsError(
    'failed',
    `${system} has no project ${project}, or the owner of the token may create nothing there`,
  );
}

/** The options that stand for fields, as they were typed. */
function repeated({ description, assignee, label }: Pick<OwnWords, 'description' | 'assignee' | 'label'>): string[] {
  return [
    ...(description === undefined ? [] : ['--description', description]),
    ...(assignee === undefined ? [] : ['--assignee', assignee]),
    ...label.flatMap((word) => ['--label', word]),
  ];
}

interface OwnWords {
  title: string;
  description: string | undefined;
  file: Parameters<typeof typedText>[1];
  label: readonly string[];
  assignee: string | undefined;
  field: readonly string[];
}

/** What options and the configuration say, as fields: what was typed as a field stands above it. */
async function ownWords(
  { title, description, file, label, assignee, field }: OwnWords,
  usual: JiraCreateConfig,
  known: readonly TicketField[],
): Promise<string[]> {
  const more = await typedText(description === undefined ? [] : [description], file, 'a description');
  const labels = [...(usual.labels ?? []), ...label];
  const typed = new Set(
    field.map((word) =>
      word
        .slice(0, Math.max(0, word.indexOf('=')))
        .trim()
        .toLowerCase(),
    ),
  );
  const word = (id: string, value: string): string[] => (value === '' ? [] : [`${id}=${value}`]);
  const isTyped = (id: string): boolean => {
    const name = known.find((one) => one.id === id || one.name.toLowerCase() === id.toLowerCase())?.name ?? id;
    return typed.has(id.toLowerCase()) || typed.has(name.toLowerCase());
  };
  const own = [...word('summary', title), ...word('description', more), ...word('assignee', assignee ?? '')];
  const given = [
    ...own,
    ...word('labels', labels.join(',')),
    ...Object.entries(usual.fields ?? {}).flatMap(([name, value]) => word(name, value)),
  ];
  return given.filter((one) => !isTyped(one.slice(0, one.indexOf('='))));
}
