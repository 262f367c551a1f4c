import { type FoundField, formatLine, nearest, OpsError, type TicketType } from '../../src/index.ts';
import { withForm } from './field-form.ts';

export interface Creatable {
  project: string;
  /** Those of the configuration. */
  projects: readonly string[];
  /** What can be created in the project. */
  types: readonly TicketType[];
}

const namesOf = (types: readonly TicketType[]): string[] =>
  types.filter(({ isSubtask }) => !isSubtask).map(({ name }) => name);

/** The one that is named, or the only one there is. */
export function chooseType(named: string | undefined, { title, ...of }: Creatable & { title: string }): TicketType {
  const { project, types } = of;
  const whole = types.filter(({ isSubtask }) => !isSubtask);
  const names = namesOf(types);
  const [only] = whole;
  if (named === undefined && only !== undefined && whole.length === 1) return only;
  const found = whole.find(({ name }) => name.toLowerCase() === named?.toLowerCase());
  if (found !== undefined) return found;
  const [near = names[0] ?? ''] = named === undefined ? [] : nearest(named, names, 1);
  const message =
    named === undefined
      ? `which type of ticket is not said: ${project} has ${names.join(', ')}`
      : `${project} has no type ${named}: it has ${names.join(', ')}`;
  const hint = formatLine(['jira-create', title, '--project', project, '--type', near]);
  throw withForm(new OpsError('usage', message, { hint }), typeFields(undefined, of));
}

/** What decides which other fields there are. */
export function typeFields(type: string | undefined, { project, projects, types }: Creatable): FoundField[] {
  const one = { type: 'text', required: true, variadic: false } as const;
  return [
    ...(projects.includes(project)
      ? [
          {
            option: 'project',
            summary: 'In another one it is asked again',
            choices: projects,
            values: [project],
            ...one,
          },
        ]
      : []),
    {
      ...{ option: 'type', summary: `${project} has these, and each needs other fields`, choices: namesOf(types) },
      ...{ values: type === undefined ? [] : [type], ...one },
    },
  ];
}
