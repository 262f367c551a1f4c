import type { JiraEdition } from '../../context/config-systems.ts';
import { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import type { Tickets } from '../../context/tickets.ts';
import type { Client } from '../client/client.ts';

export interface JiraParts {
  client: Client;
  /** Without a slash at its end. */
  url: string;
  edition: JiraEdition;
  clock: Pick<Clock, 'now'>;
}

export const readFault = (_body: string): string => '';

export function openJira(_parts: JiraParts): Tickets {
  throw new OpsError('failed', 'not yet');
}
