import type { Tickets } from '../../context/tickets.ts';
import { outliving } from '../client/client.ts';
import { createJira, type JiraParts } from './ask.ts';
import { addComment, listComments } from './comments.ts';
import { createTicket, listFields, listTypes } from './create.ts';
import { assignTicket, listTransitions, moveTicket } from './move.ts';
import { findOwner, listAccounts, listProjects } from './names.ts';
import { findTicket, searchTickets } from './search.ts';
import { openSprints } from './sprints.ts';

export { readFault } from './fault.ts';

/**
 * Jira Cloud and Jira Server (Data Center too).
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3 https://docs.atlassian.com/software/jira/docs/api/REST
 */
export function openJira(parts: JiraParts): Tickets {
  const jira = createJira(parts);
  // Where the run is stopped meanwhile, what was begun is told to the end.
  const lasting = createJira({ ...parts, client: outliving(parts.client) });
  return {
    system: 'Jira',
    link: jira.link,
    search: (query) => searchTickets(query, jira),
    ticket: (key) => findTicket(key, jira),
    comments: (key, most) => listComments(key, most, jira),
    openSprints: (of) => openSprints(of, jira),
    transitions: (key) => listTransitions(key, jira),
    move: (key, transition, values = {}) => moveTicket(key, transition, values, lasting),
    assign: (key, account) => assignTicket(key, account, lasting),
    comment: (key, content) => addComment(key, content, lasting),
    ticketTypes: (project) => listTypes(project, jira),
    ticketFields: (project, type) => listFields(project, type, jira),
    create: (ticket) => createTicket(ticket, lasting),
    projects: (search, most) => listProjects(search, most, jira),
    accounts: (search, most) => listAccounts(search, most, jira),
    owner: () => findOwner(jira),
  };
}
