import { defineCommand, fields, linked, OpsError, text } from '../src/index.ts';
import { fieldOption, fieldValues, shownValues } from './jira/fields.ts';
import { missingTicket, requireTicket, ticketKey } from './jira/key.ts';
import { chooseMove, moveWords } from './jira/moves.ts';

export default defineCommand({
  name: 'jira-move',
  summary: 'Move a ticket to another state',
  description:
    'A move is named as the system calls it, or by the state that it leads to. What it needs besides is said, with what is allowed.',
  args: {
    ticket: { summary: 'Its key', required: true },
    to: { summary: 'A state or a move', required: true, variadic: true, text: 'line' },
  },
  options: { field: fieldOption },
  examples: [
    { line: 'ops jira-move PS-1819 In Progress', says: 'to a state' },
    { line: 'ops jira-move PS-1818 Close --field Resolution=Done', says: 'with what the move needs' },
  ],
  effect: 'change',
  plan: async ({ ticket: typed, to: words, field }, context) => {
    const key = ticketKey(typed, context.config);
    const wanted = words.join(' ').trim();
    const tickets = await context.services.tickets();
    const { title, state, url } = await requireTicket(tickets, key);
    const moves = (await tickets.transitions(key)) ?? missingTicket(tickets, key);
    const move = chooseMove(wanted, key, state, moves);
    const of = { key, title, url, from: state.name };
    if (move === undefined) {
      if (field.length === 0) return { ...of, move: undefined, values: {} };
      throw new OpsError('usage', `${key} is ${state.name} already: no field is told`, { hint: url });
    }
    const fieldsOf = {
      subject: `${moveWords(move)} of ${key}`,
      fields: move.fields,
      argv: ['jira-move', key, wanted],
      typed: field,
    };
    const values = await fieldValues(field, fieldsOf, tickets, context);
    return { ...of, move, values };
  },
  preview: ({ key, title, from, move, values }) => {
    if (move === undefined) return [text(`${key} is ${from} already`)];
    const shown = shownValues(move.fields, values);
    return [
      text(`Move ${key} from ${from} to ${move.to.name} (${move.name}): ${title}`),
      ...(Object.keys(shown).length === 0 ? [] : [fields(shown)]),
    ];
  },
  run: async ({ key, url, from, move, values }, { services }) => {
    if (move === undefined) return { key, url, from, to: from, moved: false };
    await (await services.tickets()).move(key, move, values);
    return { key, url, from, to: move.to.name, moved: true };
  },
  show: ({ key, url, from, to, moved }) => [
    moved
      ? text(linked(key, url), ` went from ${from} to ${to}`)
      : text(linked(key, url), ` is ${to} already: nothing to do`),
  ],
});
