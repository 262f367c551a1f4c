import type { Runner } from '../run/runner.ts';
import type { SlackConnection } from './connection/client.ts';
import type { Delivery, Waited } from './delivery/deliver.ts';

/** Stands around what the listener works with, and counts. */
export interface Watch {
  connection(connection: SlackConnection): SlackConnection;
  delivery(delivery: Delivery): Delivery;
  runner(runner: Runner): Runner;
  /** Is told how long a call waited for Slack's limits. */
  waited: Waited | undefined;
  /** No new lines are taken from now on. */
  closing(): void;
  close(): void;
}

const asItIs = <Thing>(thing: Thing): Thing => thing;

/** Nobody counts. */
export const unwatched: Watch = {
  connection: asItIs,
  delivery: asItIs,
  runner: asItIs,
  waited: undefined,
  closing: () => {},
  close: () => {},
};
