import { SlackError } from './errors.ts';

export interface Tickets {
  issue(ticket: string): void;
}

export interface TicketBooth extends Tickets {
  /** Whether the ticket lets in; each does once. */
  take(ticket: string): boolean;
  /** Turned off, no ticket is issued or taken. */
  turn(on: boolean): void;
}

const most = 1000;

/** One ticket opens one connection. */
export function createTickets(): TicketBooth {
  const tickets = new Set<string>();
  let isOn = true;
  return {
    issue(ticket) {
      if (!isOn) throw new SlackError('access_denied');
      tickets.add(ticket);
      const [oldest] = tickets;
      if (tickets.size > most && oldest !== undefined) tickets.delete(oldest);
    },
    take: (ticket) => tickets.delete(ticket) && isOn,
    turn(on) {
      isOn = on;
    },
  };
}
