import { setFlagsFromString } from 'node:v8';
import type { SlackConfig } from '../context/config.ts';
import { type Context, defineCommand, OpsError, text } from '../index.ts';
import { wordsOf } from '../run/failure.ts';
import { outputFolder } from '../run/output-folder.ts';
import { createRunner, type Runner } from '../run/runner.ts';
import { createTurns, type Turns, withReserve } from '../run/turns.ts';
import { signIn } from './connection/client.ts';
import { requirePolicy } from './connection/closed.ts';
import { findLocalSlack, type LocalSlack } from './connection/local.ts';
import { heedingTime, usualGrace } from './drain.ts';
import { serve } from './serve.ts';
import { unwatched, type Watch } from './watch.ts';

export default defineCommand({
  name: 'listen',
  summary: 'Answer lines typed in Slack',
  description:
    'Connects by Socket Mode: no port is opened. Each line runs in a process of its own, as it would in a terminal. Ctrl-C or SIGTERM ends it. With --sandbox it serves a Slack that `ops sandbox` started, whatever "slack" in the configuration says.',
  options: {
    sandbox: { summary: 'Serve the sandbox at this address instead', value: 'url' },
    health: {
      summary: 'Serve /healthz and, for Prometheus, /metrics at this address and port of this machine',
      value: 'address',
    },
    grace: { summary: 'How long lines that run may go on once it is stopped; 9.5 s when not given', type: 'duration' },
  },
  examples: [
    { line: 'ops listen', says: 'answers until it is stopped' },
    { line: 'ops listen --health 127.0.0.1:9100 --grace 60s', says: 'as a service: watched, and stopped with care' },
    { line: 'ops listen --sandbox http://127.0.0.1:8400', says: 'this project in a Slack on this machine' },
  ],
  effect: 'read',
  surfaces: ['terminal'],
  keep: false,
  timeout: 0,
  patience: ({ grace = usualGrace }) => grace + 1000,
  run: async ({ sandbox, health, grace = usualGrace }, context) => {
    requirePolicy(context.project.loaded);
    stayYoung();
    const watch = health === undefined ? unwatched : await openWatch(health, context);
    using started = new DisposableStack();
    started.defer(watch.close);
    let local = sandbox === undefined ? undefined : await findLocalSlack(sandbox, context.http, context.clock);
    const warn = (message: string): void => context.output.warn(message);
    using _faults = context.project.processes.onFault((error) => warn(`a fault in ops: ${wordsOf(error)}`));
    // Without one-time codes all else of a room works.
    if (context.project.journal !== undefined) {
      await context.codes.ready().catch((error: unknown) => warn(wordsOf(error)));
    }
    // A fault of the scripts' folders is told now, and not to every line.
    const names = await context.project.names();
    for (;;) {
      const slack = slackOf(context.config.slack, local);
      const proxy = local === undefined ? await context.project.proxy() : undefined;
      const fetch = proxy?.fetch ?? (await context.project.quickFetch());
      const connection = watch.connection(await signIn(slack, { clock: context.clock, warn, proxy, fetch }));
      const turns = openTurns(context);
      const runner = watch.runner(openRunner({ slack, turns, grace, local }, context));
      try {
        const parts = { context, connection, runner, turns, names, slack, local, grace, watch, warn };
        const next = await serve(parts);
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

/** Milliseconds from the last SIGTERM to SIGKILL for what a child has started that did not heed its stop. */
const lastWarning = 200;
/** Lines that run at the same time; more wait their turn. */
const mostRuns = 16;

/** Those that act on runs, beside them; and so many of one person. */
const mostUrgent = { most: 8, ofPerson: 4 } as const;

function openTurns({ clock, config: { limits } }: Context): Turns {
  const ofPerson = { ...limits.person, atOnce: mostUrgent.ofPerson, perMinute: Number.POSITIVE_INFINITY };
  const ofRoom = { ...limits.room, atOnce: mostUrgent.most, perMinute: Number.POSITIVE_INFINITY };
  const reserve = createTurns({ most: mostUrgent.most, clock, limits: { person: ofPerson, room: ofRoom } });
  return withReserve(createTurns({ most: mostRuns, clock, limits }), reserve);
}

async function openWatch(address: string, context: Context): Promise<Watch> {
  const { openHealth } = await import('./health/health.ts');
  return openHealth(address, context);
}

function slackOf(configured: SlackConfig | undefined, local: LocalSlack | undefined): SlackConfig {
  if (local !== undefined) {
    const { word = 'ops', pool = 1, groupAge } = configured ?? {};
    return { word, pool, ...(groupAge === undefined ? {} : { groupAge }), ...local.slack };
  }
  if (configured !== undefined) return configured;
  throw new OpsError('config', 'there is no "slack" in the configuration', {
    hint: 'add slack.appToken and slack.botToken, or try it without a workspace: ops sandbox',
  });
}

interface RunnerParts {
  slack: SlackConfig;
  turns: Turns;
  /** Milliseconds that lines which run have to end. */
  grace: number;
  local: LocalSlack | undefined;
}

function openRunner({ slack, turns, grace, local }: RunnerParts, { project }: Context): Runner {
  const { processes, root, loaded, folder, worker } = project;
  const journal = loaded.config.journal.path;
  const file = loaded.file === undefined ? [] : [loaded.file];
  // A line that speaks to Slack speaks to the one it was typed in.
  const own = local === undefined ? {} : { people: local.people, slack };
  return createRunner({
    worker,
    args: [root, journal, outputFolder(journal), JSON.stringify(own), ...file],
    cwd: folder,
    ready: slack.pool,
    turns,
    grace: heedingTime(grace),
    kill: async (pid, run) => {
      const child = processes.identify(pid);
      await Promise.all([processes.killRun(run, child, lastWarning), processes.killGroup(child, lastWarning)]);
    },
  });
}

/** A flood of output would double V8's young generation again and again: 100 MB that are never given back. */
function stayYoung(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
