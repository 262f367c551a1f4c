import { defineCommand, formatLine, linked, OpsError, text } from '../src/index.ts';
import { requireTicket, ticketKey } from './jira/key.ts';
import { askingPerson } from './jira/person.ts';
import { mentionedNames, plainText, typedText, writtenText } from './jira/written.ts';

export default defineCommand({
  name: 'jira-comment',
  summary: 'Comment on a ticket',
  description:
    'It is sent as it was typed, by the account whose token it is, with who says it below. `@mary` mentions the person of that name in the configuration. Code between ``` is code, and lines that begin with a dash are a list.',
  args: {
    ticket: { summary: 'Its key', required: true },
    text: { summary: 'What to say', variadic: true },
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
    const { title, url } = await requireTicket(await context.services.tickets(), key);
    return { key, title, url, written: writtenText(said, context) };
  },
  preview: ({ key, title, written }) => {
    const names = mentionedNames(written);
    return [
      text(`Comment on ${key}: ${title}`),
      text(plainText(written)),
      ...(names.length === 0 ? [] : [text(`Mentions ${names.join(', ')}`)]),
    ];
  },
  run: async ({ key, written }, { services, actor, config }) => {
    const tickets = await services.tickets();
    const name = askingPerson({ actor, config });
    const isOwn = name !== undefined && config.people[name]?.jira.includes((await tickets.owner()).id) === true;
    const parts = isOwn ? written.parts : [...written.parts, `\n\n${signature(actor.name)}`];
    const { url } = await tickets.comment(key, { parts });
    return { key, url, by: actor.name, mentions: mentionedNames(written) };
  },
  show: ({ key, url, by, mentions }) => [
    text(
      linked(`${by} commented on ${key}`, url),
      mentions.length === 0 ? '' : ` and mentioned ${mentions.join(', ')}`,
    ),
  ],
});

/** All comments of `ops` are of one account. */
const signature = (name: string): string => `— ${name}, with ops`;
