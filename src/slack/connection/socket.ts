import { OpsError } from '../../context/errors.ts';
import type { Clock } from '../../context/host.ts';
import { SlackCallError } from './call-error.ts';
import type { Connection } from './client.ts';
import { crowded, type Ending, endLink, type Link, type LinkOptions, openLink, socketModeIsOff } from './link.ts';
import { signInError } from './sign-in-error.ts';

export type { Envelope, OnEnvelope } from './link.ts';

/** Is told what becomes of the connections. */
export interface SocketWatch {
  /** How many are open now. */
  connections(open: number): void;
  /** Another one is opened in the place of one that ended so. */
  reconnects(how: Ending): void;
}

export interface SocketOptions extends LinkOptions {
  /** Where Slack's Web API is, for those who mend. */
  address: string;
  watch?: SocketWatch | undefined;
}

const longestPause = 30_000;
/** How long a connection is kept beside the one that takes its place. */
const overlap = 5000;
/** Milliseconds from one connection's beginning to the next one's. */
const shortest = 500;
/** Milliseconds until the second connection is opened: the first line does not wait for it. */
const stagger = 1000;

/**
 * Keeps two connections open, so that there is one while the other is opened anew. Slack ends each after some hours, and
 * says so: the next one is opened at once, while the old one still brings what is under way. After a fault it is tried
 * again for as long as it takes. Slack gives each event to one of them.
 */
export async function keepConnected(options: SocketOptions): Promise<Connection> {
  const closing = new AbortController();
  const lost = Promise.withResolvers<OpsError>();
  const lose = (error: unknown): void => {
    if (!closing.signal.aborted) lost.resolve(refused(error, options));
  };
  const pair = createPair(options, closing.signal);
  const first = await openLink(options).catch((error: unknown) => Promise.reject(refused(error, options)));
  pair.add(first);
  follow(first, pair).catch(lose);
  openSecond(pair).catch(lose);
  return {
    lost: lost.promise,
    close: async () => {
      closing.abort();
      for (const { client } of pair.open) client.removeAllListeners('slack_event');
      await Promise.all([...pair.open].map(endLink));
    },
  };
}

function refused(thrown: unknown, { address }: SocketOptions): OpsError {
  if (thrown instanceof OpsError) return thrown;
  return signInError(SlackCallError.of('apps.connections.open', thrown), 'slack.appToken', address);
}

/** The connections that are open, and what is said of them: once that there is none, once that there is one again. */
interface Pair {
  options: SocketOptions;
  closing: AbortSignal;
  open: Set<Link>;
  add(link: Link): void;
  drop(link: Link): void;
  /** Another one is needed. */
  ended(how: Ending): void;
  failed(words: string): void;
}

function createPair(options: SocketOptions, closing: AbortSignal): Pair {
  const open = new Set<Link>();
  let isTold = false;
  const drop = (link: Link): void => {
    open.delete(link);
    options.watch?.connections(open.size);
  };
  return {
    options,
    closing,
    open,
    drop,
    add: (link) => {
      open.add(link);
      link.client.once('disconnected', () => drop(link));
      options.watch?.connections(open.size);
      if (isTold) options.warn('connected to Slack again');
      isTold = false;
    },
    ended: (how) => {
      options.watch?.reconnects(how);
      if (how === 'broke' && open.size === 0) options.warn('the connection to Slack broke off: connecting again');
    },
    failed: (words) => {
      if (isTold) return;
      isTold = true;
      const whole = `Slack cannot be reached, and is tried again: ${words}`;
      options.warn(
        open.size === 0 ? whole : `a second connection to Slack cannot be opened, and is tried again: ${words}`,
      );
    },
  };
}

async function openSecond(pair: Pair): Promise<void> {
  const { options, closing } = pair;
  await options.clock.sleep(stagger, closing);
  const link = await reconnect(pair);
  // Half a life apart, they are never replaced at the same time.
  if (link !== undefined) await follow(link, pair, (link.hello.lifetime ?? 0) / 2);
}

/** Opens the next connection for each that ends. The first is replaced after `age` milliseconds, where given. */
async function follow(first: Link, pair: Pair, age = 0): Promise<void> {
  const { options, closing } = pair;
  let began = options.clock.now().getTime();
  let how = await Promise.race([first.over, ...(age > 0 ? [grownOld(age, options.clock, closing)] : [])]);
  for (let link: Link | undefined = first; !closing.aborted; ) {
    if (how === 'disabled') throw socketModeIsOff();
    pair.ended(how);
    // Should each new connection end at once, Slack is not to be asked a thousand times a second.
    await options.clock.sleep(Math.max(0, began + shortest - options.clock.now().getTime()), closing);
    const old: Link = link;
    link = await reconnect(pair);
    // One that Slack ends still brings what is under way: it counts until its place is taken.
    pair.drop(old);
    if (how === 'replaced') void retire(old, options.clock, closing);
    if (link === undefined) return;
    began = options.clock.now().getTime();
    how = await link.over;
  }
}

async function grownOld(age: number, clock: Clock, closing: AbortSignal): Promise<Ending> {
  await clock.sleep(age, closing);
  return 'replaced';
}

/** Nothing where it is closed meanwhile. */
async function reconnect(pair: Pair): Promise<Link | undefined> {
  const { options, closing } = pair;
  for (let pause = 500; ; pause = Math.min(pause * 2, longestPause)) {
    try {
      const link = await openLink(options);
      if (closing.aborted) return void (await endLink(link));
      pair.add(link);
      return link;
    } catch (thrown) {
      const error = failureOf(thrown);
      pair.failed(error.message);
      const isEnough = error.message === crowded && pair.open.size > 0;
      const wait = Math.max(isEnough ? longestPause : pause, (error.retryAfter ?? 0) * 1000);
      await options.clock.sleep(wait, closing);
    }
  }
}

/** What may pass. Throws what does not. */
function failureOf(thrown: unknown): { message: string; retryAfter?: number | undefined } {
  if (thrown instanceof OpsError && thrown.outcome === 'unavailable') return thrown as Error;
  const error = SlackCallError.of('apps.connections.open', thrown);
  if (thrown instanceof OpsError || error.refusal !== undefined) throw thrown;
  return error;
}

/** What Slack has sent still comes. */
async function retire(link: Link, clock: Clock, closing: AbortSignal): Promise<void> {
  await clock.sleep(overlap, closing).catch(() => link.client.removeAllListeners('slack_event'));
  await endLink(link);
}
