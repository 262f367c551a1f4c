import { setFlagsFromString } from 'node:v8';
import type { Project } from '../context/context.ts';
import type { Clock } from '../context/host.ts';
import { defineCommand, OpsError, text } from '../index.ts';
import { recover } from '../run/record.ts';
import { createRunner } from '../run/runner.ts';
import { signIn } from './client.ts';
import { createDelivery } from './deliver.ts';
import { tellInterrupted } from './interrupted.ts';
import { createListener } from './listener.ts';
import { createNames } from './people.ts';

/** Milliseconds that running lines have to end when the listener is stopped. */
const grace = 10_000;

export default defineCommand({
  name: 'listen',
  summary: 'Answer lines typed in Slack',
  description:
    'Connects by Socket Mode: no port is opened. Each line runs in a process of its own, as it would in a terminal. Ctrl-C or SIGTERM ends it.',
  examples: [{ line: 'ops listen', says: 'answers until it is stopped' }],
  effect: 'read',
  surfaces: ['terminal'],
  timeout: 0,
  run: async (_input, { config, project, clock, output, signal }) => {
    stayYoung();
    const { slack } = config;
    const { journal, processes } = project;
    if (slack === undefined || journal === undefined) {
      throw new OpsError('config', 'there is no "slack" in the configuration', {
        hint: 'add slack.appToken and slack.botToken',
      });
    }
    const connection = await signIn(slack, (message) => output.warn(message));
    const { identity, call } = connection;
    const delivery = createDelivery(call, clock);
    const runner = createRunner({
      worker: project.worker,
      args: [project.root, ...(project.loaded.file === undefined ? [] : [project.loaded.file])],
      cwd: project.folder,
      ready: slack.pool,
      most: 16,
      kill: (pid) => processes.killGroup(processes.identify(pid)),
    });
    await runner.warm();
    for (const { run } of await recover(journal, processes, clock)) await tellInterrupted(delivery, run);
    const listener = createListener({
      identity,
      delivery,
      journal,
      runner,
      clock,
      self: processes.identify(),
      word: slack.word,
      commands: remembered(project.names, clock),
      name: createNames(call),
      warn: (message) => output.warn(message),
      signal,
    });
    await connection.start(listener.onEnvelope);
    output.note(`Listening as @${identity.name} in ${identity.teamName}. Ctrl-C ends it.`);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await connection.close();
    runner.close();
    const waiting = new AbortController();
    await Promise.race([listener.idle(), clock.sleep(grace, waiting.signal).catch(() => {})]);
    waiting.abort();
    return { team: identity.team, bot: identity.userId };
  },
  show: () => [text('Stopped listening')],
});

/** Read anew at most once a second, so that much talk costs nothing and a new script is known at once. */
function remembered(names: Project['names'], clock: Clock): Project['names'] {
  let known: ReturnType<Project['names']> | undefined;
  let until = 0;
  return () => {
    const now = clock.now().getTime();
    if (known === undefined || now >= until) {
      until = now + 1000;
      known = names();
    }
    return known;
  };
}

/** A flood of output would double V8's young generation again and again: 100 MB that are never given back. */
function stayYoung(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
