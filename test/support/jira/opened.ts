import type { Tickets } from '../../../src/context/tickets.ts';
import { type FakeJira, usualOwner } from '../../../src/sandbox/jira/jira.ts';
import type { ClientOptions } from '../../../src/services/client/client.ts';
import { openJira, readFault } from '../../../src/services/jira/jira.ts';
import { clientOf, hastyClock } from '../service.ts';

/** How a Jira is asked, with that token. */
export function asked({ site }: Pick<FakeJira, 'site'>, token = usualOwner.token): Partial<ClientOptions> {
  const basic = Buffer.from(`${usualOwner.email}:${token}`).toString('base64');
  const authorization = site.edition === 'cloud' ? `Basic ${basic}` : `Bearer ${token}`;
  return { system: 'Jira', section: 'jira', faultOf: readFault, headers: { authorization } };
}

export function opened(jira: FakeJira, options: Partial<ClientOptions> = {}): Tickets {
  const { url, site } = jira;
  const client = clientOf(url, { ...asked(jira), ...options });
  return openJira({ client, clock: hastyClock(new Date(site.now())), site: url, edition: site.edition });
}
