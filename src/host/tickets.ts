import type { Config } from '../context/config.ts';
import { OpsError } from '../context/errors.ts';
import type { ServiceParts } from '../context/host.ts';
import type { Tickets } from '../context/tickets.ts';
import { createClient } from '../services/client/client.ts';
import { editionAt } from '../services/jira/edition.ts';
import { openJira, readFault } from '../services/jira/jira.ts';
import { clientOptions } from './client-options.ts';

/** The system that has tickets, as it is configured. */
export function openTickets({ jira }: Config, parts: ServiceParts): Tickets {
  if (jira === undefined) {
    const hint = 'add jira: with its url, user and token to .chatopsrc, as .chatopsrc.example shows';
    throw new OpsError('config', 'no system that has tickets is configured', { hint });
  }
  const { url, site = url, user, token, edition = editionAt(url) } = jira;
  const basic = `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
  const headers = { authorization: user === undefined ? `Bearer ${token}` : basic };
  const asked = { system: 'Jira', section: 'jira', headers, faultOf: readFault };
  const client = createClient({ ...asked, ...clientOptions(jira, parts) });
  return openJira({ client, site, edition, clock: parts.clock });
}
