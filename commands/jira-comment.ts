import { type Context, defineCommand, formatLine, linked, OpsError, type Tickets, text } from '../src/index.ts';
import { requireTicket, ticketKey } from './jira/key.ts';
import { askingPerson, isOneOf } from './jira/person.ts';
import { mentionedNames, plainText, typedText, writtenText } from './jira/written.ts';

export default defineCommand({
  name: 'jira-comment',
  summary: 'Comment on a ticket',
  description:
    'It is sent as it was typed, by the account whose token it is, with who says it below. `@mary` mentions the person of that name in the configuration. Code between ``` is code, and lines that begin with a dash are a list.',
  args: {
    ticket: { summary: 'Its key', required: true },
    text: { summary: 'What to say', variadic: true, text: 'lines' },
  },
  options: {
    file: { summary: 'What to say, from a file', type: 'file', accept: ['.txt', '.md', 'text/*'], size: '128KB' },
  },
  examples: [
    { line: "ops jira-comment PS-1819 'The till rounds twice, @tom: shop #9'", says: 'and tom is mentioned' },
    { line: 'ops jira-comment PS-1819 Mended in shop 12', says: 'words need no quotes' },
  ],
  effect: 'change',
  plan: async ({ ticket: typed, text: words, file }, context) => {
    const key = ticketKey(typed, context.config);
    const said = await typedText(words, file, 'a comment');
    if (said === '') {
      throw new OpsError('usage', `nothing is to be said on ${key}`, {
        hint: `${formatLine(['jira-comment', key])} …`,
      });
    }
    const tickets = await context.services.tickets();
    const { title, url } = await requireTicket(tickets, key);
    const isOwn = await ownsToken(tickets, context);
    const by = askingPerson(context) ?? context.actor.name;
    const signature = isOwn ? '' : `\n\n— ${by}, with ops`;
    return { key, title, url, by, written: { parts: [...writtenText(said, context).parts, signature] } };
  },
  preview: ({ key, title, written }) => {
    const names = mentionedNames(written);
    return [
      text(`Comment on ${key}: ${title}`),
      text(plainText(written)),
      ...(names.length === 0 ? [] : [text(`Mentions ${names.join(', ')}`)]),
    ];
  },
  run: async ({ key, by, written }, { services }) => {
    const { url } = await (await services.tickets()).comment(key, written);
    return { key, url, by, mentions: mentionedNames(written) };
  },
  show: ({ key, url, by, mentions }) => [
    text(
      linked(`${by} commented on ${key}`, url),
      mentions.length === 0 ? '' : ` and mentioned ${mentions.join(', ')}`,
    ),
  ],
});

/** All comments of `ops` are of one account: whose it is need not say so. */
async function ownsToken(tickets: Tickets, context: Pick<Context, 'actor' | 'config'>): Promise<boolean> {
  const name = askingPerson(context);
  const accounts = name === undefined ? [] : (context.config.people[name]?.jira ?? []);
  return accounts.length > 0 && isOneOf(await tickets.owner(), accounts);
}
