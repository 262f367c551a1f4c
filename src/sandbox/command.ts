import { defineCommand, OpsError, text } from '../index.ts';
import { createDemo } from './demo/demo.ts';
import { listen, tryLine } from './demo/try.ts';

export default defineCommand({
  name: 'sandbox',
  summary: 'Start a Slack on this machine with a demo project',
  description:
    'Starts a local Slack, a demo project (a git repository with three versions, a deploy script, a folder to deploy to) and the listener. With --try it runs one line in the shell and in the room, prints both, and leaves with the exit code of the line. Ctrl-C ends all of it.',
  options: {
    try: { summary: 'Run this line through both doors and leave', value: 'line' },
    port: { summary: 'Where the local Slack listens; any free port when not given', type: 'integer' },
  },
  examples: [{ line: 'ops sandbox --try "deploy uat"', says: 'a real deploy, from the shell and from a room' }],
  effect: 'read',
  surfaces: ['terminal'],
  timeout: 0,
  run: async ({ try: line, port }, context) => {
    const { startSandbox } = await import('./server.ts');
    await using started = new AsyncDisposableStack();
    const slack = await context.output.step('Start a Slack on this machine', () => startSandbox({ port: port ?? 0 }));
    started.defer(() => slack.close());
    const demo = await context.output.step('Make a demo project', () => createDemo(context.exec, slack.apiUrl));
    started.defer(() => demo.remove());
    const listener = new AbortController();
    const listening = await context.output.step('Connect the listener', () =>
      listen(slack, demo, listener.signal, context),
    );
    started.defer(async () => {
      listener.abort(new OpsError('cancelled', 'the sandbox ends'));
      await listening.ended;
    });
    if (line !== undefined) return await tryLine(line, slack, demo, context);
    context.output.note(
      `Web API at ${slack.apiUrl}, rooms ${slack.channels.map(({ name }) => `#${name}`).join(' ')}. Ctrl-C ends it.`,
    );
    await listening.ended;
    return { line: undefined, shell: undefined, room: undefined };
  },
  show: ({ line }) => (line === undefined ? [text('The sandbox has ended')] : []),
});
