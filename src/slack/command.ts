import { setFlagsFromString } from 'node:v8';
import type { SlackConfig } from '../context/config.ts';
import type { Project } from '../context/context.ts';
import type { Clock } from '../context/host.ts';
import { type Context, defineCommand, OpsError, text } from '../index.ts';
import { wordsOf } from '../run/failure.ts';
import { createRunner, type Runner } from '../run/runner.ts';
import { keepTelling } from './answered.ts';
import { signIn, usualApiUrl } from './client.ts';
import { createDelivery } from './deliver.ts';
import { createDownload } from './download.ts';
import { longestWait } from './lateness.ts';
import { createListener } from './listener.ts';
import { findLocalSlack, type LocalSlack } from './local.ts';
import { outputFolder } from './output.ts';
import { createNames } from './people.ts';

/** Milliseconds that running lines have to end, and to say so, when the listener is stopped. */
const grace = 9500;

export default defineCommand({
  name: 'listen',
  summary: 'Answer lines typed in Slack',
  description:
    'Connects by Socket Mode: no port is opened. Each line runs in a process of its own, as it would in a terminal. Ctrl-C or SIGTERM ends it. With --sandbox it serves a Slack that `ops sandbox` started, whatever "slack" in the configuration says.',
  options: { sandbox: { summary: 'Serve the sandbox at this address instead', value: 'url' } },
  examples: [
    { line: 'ops listen', says: 'answers until it is stopped' },
    { line: 'ops listen --sandbox http://127.0.0.1:8400', says: 'this project in a Slack on this machine' },
  ],
  effect: 'read',
  surfaces: ['terminal'],
  timeout: 0,
  run: async ({ sandbox }, context) => {
    stayYoung();
    let local = sandbox === undefined ? undefined : await findLocalSlack(sandbox, context.http, context.clock);
    const warn = (message: string): void => context.output.warn(message);
    using _faults = context.project.processes.onFault((error) => warn(`a fault in ops: ${wordsOf(error)}`));
    // A fault of the scripts' folders is told now, and not to every line.
    const names = await context.project.names();
    for (;;) {
      const slack = slackOf(context.config.slack, local);
      const connection = await signIn(slack, { clock: context.clock, warn });
      const runner = openRunner(slack, context, local);
      try {
        const next = await listen({ context, connection, runner, names, slack, local, warn });
        if (next === undefined) return { team: connection.identity.team, bot: connection.identity.userId };
        warn(`the sandbox at ${new URL(next.slack.apiUrl).origin} was started anew: connecting to it`);
        local = next;
      } finally {
        runner.close();
      }
    }
  },
  show: () => [text('Stopped listening')],
});

interface Listening {
  context: Context;
  connection: Awaited<ReturnType<typeof signIn>>;
  runner: Runner;
  names: readonly string[];
  slack: SlackConfig;
  local: LocalSlack | undefined;
  warn(message: string): void;
}

function slackOf(configured: SlackConfig | undefined, local: LocalSlack | undefined): SlackConfig {
  if (local !== undefined) {
    const { word = 'ops', pool = 1 } = configured ?? {};
    return { word, pool, ...local.slack };
  }
  if (configured !== undefined) return configured;
  throw new OpsError('config', 'there is no "slack" in the configuration', {
    hint: 'add slack.appToken and slack.botToken, or try it without a workspace: ops sandbox',
  });
}

/** Resolves when it is stopped, or with the sandbox that was started in the place of this one. */
async function listen(parts: Listening): Promise<LocalSlack | undefined> {
  const { context, connection, runner, names, slack, local, warn } = parts;
  const { word, botToken, apiUrl } = slack;
  const { project, clock, output, signal } = context;
  const { journal, processes } = project;
  if (journal === undefined) throw new OpsError('config', 'there is no journal: no .chatopsrc was found');
  if (!(await runner.warm())) throw new OpsError('unavailable', 'the processes that run lines cannot be started');
  const { identity, call } = connection;
  const delivery = createDelivery(call, context.http, clock);
  const outputs = outputFolder(project.loaded.config.journal.path);
  const stopping = new AbortController();
  const stop = (): void => stopping.abort(signal.reason);
  const listener = createListener({
    ...{ identity, delivery, journal, runner, clock, outputs, processes, word, warn },
    commands: remembered(names, project.names, clock, warn),
    mask: project.mask,
    // A Slack on this machine has a clock of its own, which may stand.
    longestWait: local === undefined ? longestWait : Number.POSITIVE_INFINITY,
    name: createNames(call),
    download: createDownload({ call, http: context.http, token: botToken, apiUrl: apiUrl ?? usualApiUrl }),
    signal: stopping.signal,
  });
  const { lost, close } = await connection.start(listener.onEnvelope);
  output.note(`Listening as @${identity.name} in ${identity.teamName}. Ctrl-C ends it.`);
  const { isBusy } = listener;
  const { team } = identity;
  const telling = { journal, delivery, clock, outputs, processes, team, isBusy, warn, signal: stopping.signal };
  keepTelling(telling).catch((error: unknown) => warn(wordsOf(error)));
  const gone = local === undefined ? lost : leftBy(local, lost, stopping.signal);
  gone.catch(() => {});
  const reason = await Promise.race([gone, aborted(signal)]);
  stop();
  await Promise.all([close(), within(grace, listener.idle(), clock)]);
  if (reason instanceof OpsError) throw reason;
  return reason;
}

/** A sandbox that was started anew refuses the tokens of the one before it. */
function leftBy(local: LocalSlack, lost: Promise<OpsError>, signal: AbortSignal): Promise<LocalSlack | OpsError> {
  return Promise.race([lost.then(async (reason) => (await local.successor()) ?? reason), local.gone(signal)]);
}

function openRunner({ pool }: SlackConfig, { project }: Context, local: LocalSlack | undefined): Runner {
  const { processes, root, loaded, folder, worker } = project;
  const journal = loaded.config.journal.path;
  // A line that speaks to Slack speaks to the one it was typed in.
  const own = local === undefined ? [] : [JSON.stringify(local.slack)];
  return createRunner({
    worker,
    args: [root, journal, outputFolder(journal), loaded.file ?? '', ...own],
    cwd: folder,
    ready: pool,
    most: 16,
    kill: (pid) => processes.killGroup(processes.identify(pid)),
  });
}

/** Read anew at most once a second, so that much talk costs nothing and a new script is known at once. */
function remembered(
  first: readonly string[],
  read: Project['names'],
  clock: Clock,
  warn: (message: string) => void,
): Project['names'] {
  let known = Promise.resolve(first);
  let readAt = Number.NEGATIVE_INFINITY;
  let fault = '';
  // What was there a second ago still tells lines from talk; the run itself says what is wrong.
  const again = async (before: Promise<readonly string[]>): Promise<readonly string[]> => {
    try {
      const names = await read();
      fault = '';
      return names;
    } catch (error) {
      if (fault !== wordsOf(error)) warn(wordsOf(error));
      fault = wordsOf(error);
      return before;
    }
  };
  return () => {
    const now = clock.now().getTime();
    if (Math.abs(now - readAt) < 1000) return known;
    readAt = now;
    known = again(known);
    return known;
  };
}

/** A flood of output would double V8's young generation again and again: 100 MB that are never given back. */
function stayYoung(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

async function aborted(signal: AbortSignal): Promise<undefined> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  if (signal.aborted) resolve(undefined);
  else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  return promise;
}

async function within(ms: number, work: Promise<void>, clock: Clock): Promise<void> {
  const waiting = new AbortController();
  await Promise.race([work, clock.sleep(ms, waiting.signal).catch(() => {})]);
  waiting.abort();
}
