import { type Config, OpsError, type TicketDetails, type Tickets } from '../../src/index.ts';

const wholeKey = /^[a-z][a-z0-9_]+-\d+$/i;
/** Of its page, of a queue that it is in, or of a board on which it is open. */
const inAddress = /^https?:\/\/\S*?(?:\/browse\/|\/issues\/|[?&]selectedIssue=)([^/?#&]+)/i;

/** The key that was typed, or that stands in an address. Throws `usage` with what may have been meant. */
export function ticketKey(typed: string, { jira }: Pick<Config, 'jira'>): string {
  const word = (inAddress.exec(typed.trim())?.[1] ?? typed).trim();
  if (wholeKey.test(word)) return word.toUpperCase();
  const meant = nearKey(word, Object.keys(jira?.projects ?? {})[0]);
  const hint = meant === undefined ? 'a ticket is named by its key, such as PS-1822' : `did you mean ${meant}?`;
  throw new OpsError('usage', `"${typed}" is no key of a ticket`, { hint });
}

/** `ps1822` and `PS 1822` are near a key; a number alone is of the first project that is configured. */
function nearKey(word: string, project: string | undefined): string | undefined {
  const [, letters = '', digits = ''] = /^[#(]?([a-z][a-z0-9_]*[a-z_])?[\s_#–—-]*(\d+)[.,:;!?)]*$/i.exec(word) ?? [];
  const of = letters === '' ? project : letters.toUpperCase();
  return digits === '' || of === undefined ? undefined : `${of}-${digits}`;
}

/** Throws where the ticket is not there. */
export async function requireTicket(tickets: Tickets, key: string): Promise<TicketDetails> {
  return (await tickets.ticket(key)) ?? missingTicket(tickets, key);
}

export function missingTicket(tickets: Tickets, key: string): never {
  throw new OpsError(
    'failed',
    `${tickets.system} has no ticket ${key}, or does not show it to the owner of the token`,
    {
      hint: tickets.link(key),
    },
  );
}
