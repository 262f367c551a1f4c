/** What goes wrong with a call of the Web API. */
export interface Fault {
  /** This HTTP status, with an empty body. */
  status?: number;
  /** `ok: false` with this name. */
  error?: string;
  /** 429, with so many seconds of Retry-After. */
  rateLimited?: number;
  /** No answer at all, until the client gives up. */
  hang?: boolean;
  /** The connection is cut instead of an answer. */
  drop?: boolean;
  /** The answer, or the fault, comes so many milliseconds of the sandbox's clock later. */
  delayMs?: number;
  /** Before the call has its effect, or after it: the message is stored and the answer is lost. @default 'before' */
  when?: 'before' | 'after';
  /** How many calls meet it. @default 1 */
  times?: number;
}

export interface StandingFault extends Omit<Fault, 'times'> {
  /** The share of calls that meet it, from 0 to 1. @default 1 */
  rate?: number;
}

/** What goes wrong between Slack and the app. */
export interface DeliveryFaults {
  /** The share of events that are sent twice at once, with one `event_id`, from 0 to 1. @default 0 */
  duplicate?: number;
  /** The share of events whose first envelope comes once more as it was, acked or not, after five ack timeouts (15 s). @default 0 */
  replay?: number;
  /** Milliseconds that every event is late. @default 0 */
  delayMs?: number;
  /** A connection is cut right after so many envelopes on it; 0 is never. @default 0 */
  dropEvery?: number;
  /** Only events of these types are sent, as if the app subscribed to no others: `['message']` leaves out `app_mention`. @default all */
  only?: readonly string[];
}

/** Faults on demand. */
export interface Faults {
  /** The next calls of the method (`*` for any, `upload` for the bytes of a file) meet this fault. Several wait in line. A method that is not known is refused. */
  next(method: string, fault: Fault): void;
  /** The calls of the method meet this fault until it is cleared or another takes its place. Those in line come first. */
  always(method: string, fault: StandingFault): void;
  /** What goes wrong with events on their way to the app, in place of what was set before; `{}` is nothing. */
  delivery(faults: DeliveryFaults): void;
  /** Socket Mode is turned off: `link_disabled` to every connection, and no new one until it is turned on. */
  linkDisabled(disabled: boolean): void;
  /** Whether TCP stays open after a connection's close handshake, as the option of that name says; from the next close on. */
  leaveTcpOpen(left: boolean): void;
  /** Sends `app_rate_limited`: an envelope of the Events API that has no event in it. */
  appRateLimited(): void;
  /** Forgets the faults of a method; without one, all faults of every kind: what an option says, holds again. */
  clear(method?: string): void;
}
