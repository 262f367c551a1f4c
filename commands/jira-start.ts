import {
  type Account,
  type Config,
  defineCommand,
  fields,
  formatLine,
  linked,
  OpsError,
  type Tickets,
  text,
} from '../src/index.ts';
import { fieldOption, fieldValues, shownValues } from './jira/fields.ts';
import { missingTicket, requireTicket, ticketKey } from './jira/key.ts';
import { chooseStart, moveWords } from './jira/moves.ts';
import { askingAccount, isOneOf } from './jira/person.ts';

export default defineCommand({
  name: 'jira-start',
  summary: 'Take a ticket and start work on it',
  description:
    'It becomes yours, whoever owns the token, and goes to the state of jira.inProgress in the configuration. Where it is somebody else’s, that is asked about.',
  args: { ticket: { summary: 'Its key', required: true } },
  options: { field: fieldOption },
  examples: [
    { line: 'ops jira-start PS-1822', says: 'it is yours and under way' },
    { line: 'ops jira-start PS-1823 --dry-run', says: 'what would happen' },
  ],
  effect: 'change',
  plan: async ({ ticket: typed, field }, context) => {
    const key = ticketKey(typed, context.config);
    const me = askingAccount(context);
    const tickets = await context.services.tickets();
    const { title, state, url, assignee } = await requireTicket(tickets, key);
    const moves = (await tickets.transitions(key)) ?? missingTicket(tickets, key);
    const move = chooseStart(statesOf(key, context.config), key, state, moves);
    const argv = ['jira-start', key];
    const of = {
      subject: move === undefined ? key : `${moveWords(move)} of ${key}`,
      fields: move?.fields ?? [],
      argv,
      typed: field,
    };
    const values = await fieldValues(field, of, tickets, context);
    const owner = assignee && { id: assignee.id, name: assignee.name };
    const isMine = isOneOf(owner, context.config.people[me.name]?.jira ?? []);
    return { key, title, url, me, owner, isMine, from: state.name, move, values };
  },
  preview: ({ key, title, me, owner, isMine, from, move, values }) => {
    const shown = shownValues(move?.fields ?? [], values);
    return [
      text(`Start ${key}: ${title}`),
      fields({
        assignee: isMine ? `${me.name} already` : `${owner?.name ?? 'nobody'} → ${me.name}`,
        state: move === undefined ? `${from} already` : `${from} → ${move.to.name} (${move.name})`,
        ...shown,
      }),
    ];
  },
  run: async ({ key, url, me, owner, isMine, from, move, values }, context) => {
    if (owner !== undefined && !isMine && !(await context.confirm(`${key} is ${owner.name}'s. Take it over?`))) {
      throw new OpsError('cancelled', `${key} is ${owner.name}'s as before`);
    }
    const tickets = await context.services.tickets();
    await mustBeAsShown(key, owner, from, tickets);
    if (!isMine) await tickets.assign(key, me.id);
    if (move !== undefined) {
      await tickets.move(key, move, values).catch((error: unknown) => {
        if (isMine || !(error instanceof OpsError) || error.outcome === 'ok') throw error;
        const stays = error.outcome === 'unavailable' ? `was ${from}` : `stays ${from}`;
        throw new OpsError(error.outcome, `${key} is ${me.name}'s now, and ${stays}: ${error.message}`, {
          hint: error.hint ?? formatLine(['jira-move', key, move.to.name]),
          cause: error,
        });
      });
    }
    return { key, url, by: me.name, before: isMine ? undefined : owner?.name, from, to: move?.to.name ?? from, isMine };
  },
  show: ({ key, url, by, before, from, to, isMine }) => {
    const taken = isMine ? ` is ${by}'s` : ` is ${by}'s now`;
    const moved = from === to ? ` and ${to} already` : `, and went from ${from} to ${to}`;
    return [
      text(
        linked(key, url),
        `${taken}${before === undefined ? '' : ` and ${before}'s no longer`}${moved}`,
        isMine && from === to ? ': nothing to do' : '',
      ),
    ];
  },
});

function statesOf(key: string, { jira }: Pick<Config, 'jira'>): readonly string[] {
  const project = key.replace(/-\d+$/, '');
  const own =
    jira !== undefined && Object.hasOwn(jira.projects, project) ? jira.projects[project]?.inProgress : undefined;
  return own ?? jira?.inProgress ?? [];
}

/** Others go on while a question waits for its answer. */
async function mustBeAsShown(key: string, owner: Pick<Account, 'id'> | undefined, from: string, tickets: Tickets) {
  const now = await requireTicket(tickets, key);
  if (now.assignee?.id === owner?.id && now.state.name === from) return;
  throw new OpsError(
    'failed',
    `${key} moved meanwhile: it is ${now.assignee?.name ?? 'nobody'}'s, and ${now.state.name}`,
    { hint: formatLine(['jira-start', key]) },
  );
}
