import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { type Block, type Context, defineCommand, fields, linked, OpsError, styled, text } from '../index.ts';
import { app } from './demo/app.ts';
import { createDemo, type Demo, environments } from './demo/demo.ts';
import { claimFolder, removeLeftovers } from './demo/leftover.ts';
import { startListener } from './demo/listener.ts';
import { channels, people } from './demo/people.ts';
import { startAt, usualPort } from './demo/start.ts';
import { refuseWaysIn, tryLine } from './demo/try.ts';
import { welcome } from './demo/welcome.ts';
import { readWorkspaceFile } from './demo/workspace-file.ts';
import { describeSandbox } from './ready.ts';
import type { Sandbox } from './sandbox.ts';

export default defineCommand({
  name: 'sandbox',
  summary: 'Start a Slack on this machine with a demo project',
  description:
    'Starts a local Slack with a page to use it on, a demo project (a git repository with three versions, a deploy program, the site that it releases to) and the listener, and prints the address. With --try it runs one line in the shell and in the room, prints both, and leaves with the exit code of the line. With --json one line on stdout, as soon as all is ready, holds what a Slack client needs. Ctrl-C ends all of it and leaves nothing.',
  options: {
    try: { summary: 'Run this line through both doors and leave', value: 'line' },
    as: { summary: 'Who types the line of --try', value: 'person' },
    approve: { summary: 'Who approves it there, where it takes that', value: 'person' },
    port: { summary: `Where it listens, or at the next free one; ${usualPort} when not given`, type: 'integer' },
    'no-demo': { summary: 'Only the Slack, for a client of your own', type: 'boolean' },
    workspace: { summary: 'People, channels, slash commands, scopes, limits …, from this JSON file', value: 'file' },
    record: { summary: "Write the app's requests, their answers and the frames to this file", value: 'file' },
    state: { summary: 'Keep the workspace in this file', value: 'file' },
    seed: { summary: 'Makes faults and ids repeat', value: 'words' },
    'smart-punctuation': { summary: 'Curly quotes and dashes, as Macs and phones type them', type: 'boolean' },
  },
  examples: [
    { line: 'ops sandbox', says: 'a Slack in your browser, and a project to deploy from it' },
    { line: 'ops sandbox --try "deploy uat"', says: 'a real deploy, from the shell and from a room' },
    {
      line: 'ops sandbox --try "deploy prod --yes" --approve tom',
      says: 'two people, both doors, and the proof of it',
    },
    { line: 'ops sandbox --no-demo --json', says: 'a Slack for a program: addresses and tokens on one line' },
  ],
  effect: 'read',
  surfaces: ['terminal'],
  keep: false,
  timeout: 0,
  run: async ({ try: line, as, approve, ...input }, context) => {
    if (input['no-demo'] && line !== undefined) {
      throw new OpsError('usage', '--try runs its line in the demo project, and --no-demo leaves that out');
    }
    if (line === undefined) refuseNames({ as, approve });
    if (line !== undefined) await refuseWaysIn(line, context);
    await using started = new AsyncDisposableStack();
    const slack = await startSlack(line === undefined ? input : { ...input, port: input.port ?? 0 }, context);
    started.defer(() => slack.close());
    if (input['no-demo']) {
      await tellReady(slack, undefined, context);
      await aborted(context.signal);
      return { line };
    }
    const typist = line === undefined ? undefined : personIn(slack, as);
    const approver = approve === undefined ? undefined : personIn(slack, approve);
    const demo = await context.output.step('Make a demo project', () => ownDemo(slack, typist, context));
    started.defer(() => demo.remove());
    const listening = await context.output.step('Connect the listener', () => startListener(slack, demo, context));
    started.defer(() => listening.stop());
    await demo.complete;
    if (line !== undefined) {
      const trying = tryLine(line, slack, demo, context, { as: typist ?? '', approver });
      return await Promise.race([trying, listening.ended.then(() => trying)]);
    }
    await welcome(slack, demo);
    await tellReady(slack, demo, context);
    await listening.ended;
    return { line };
  },
  show: ({ line }) => (line === undefined ? [text('The sandbox has ended')] : []),
});

interface SlackInput {
  port: number | undefined;
  workspace: string | undefined;
  record: string | undefined;
  state: string | undefined;
  seed: string | undefined;
  'no-demo': boolean;
  'smart-punctuation': boolean;
}

async function startSlack(input: SlackInput, { output, cwd }: Context): Promise<Sandbox> {
  const { workspace, record, state, seed, port } = input;
  const described = workspace === undefined ? {} : await readWorkspaceFile(resolve(cwd, workspace));
  const options = {
    ...{ people, channels, limits: true, warn: output.warn, ...app },
    ...described,
    ...(input['smart-punctuation'] ? { smartPunctuation: true } : {}),
    ...(record === undefined ? {} : { record: resolve(cwd, record) }),
    ...(state === undefined ? {} : { state: resolve(cwd, state) }),
    ...(seed === undefined ? {} : { seed }),
  };
  return output.step('Start a Slack on this machine', () => startAt(port, options, output.warn));
}

/** Who does what, where nothing is done. */
function refuseNames({ as, approve }: { as: string | undefined; approve: string | undefined }): void {
  if (as === undefined && approve === undefined) return;
  const says = as === undefined ? '--approve says who approves' : '--as says who types';
  throw new OpsError('usage', `${says} the line of --try`, {
    hint: '--try "deploy prod --yes" --as mary --approve tom',
  });
}

/** Somebody of the sandbox; its first person, where nobody is named. */
function personIn({ people }: Sandbox, as = people[0]?.name): string {
  const names = people.map(({ name }) => name);
  if (as !== undefined && names.includes(as)) return as;
  throw new OpsError('usage', `nobody in the sandbox is called "${as}"`, { hint: `one of ${names.join(', ')}` });
}

/** A demo that another sandbox removes, should this process be killed. */
async function ownDemo(slack: Sandbox, typist: string | undefined, context: Context): Promise<Demo> {
  const { exec, project } = context;
  const { processes, policy } = project;
  await removeLeftovers(tmpdir(), processes);
  const who = { people: slack.people, team: slack.team.id, terminal: policy.key };
  const demo = await createDemo(exec, typist === undefined ? who : { ...who, typist });
  await claimFolder(demo.folder, processes);
  return demo;
}

function tellReady(slack: Sandbox, demo: Demo | undefined, { output }: Context): undefined | Promise<void> {
  const project = demo && {
    folder: demo.folder,
    sites: Object.fromEntries(environments.map((name) => [name, demo.site.url(name)])),
  };
  const ready = describeSandbox(slack);
  return output.ready({ ...ready, ...(project && { project }) }, readyBlocks(ready, demo));
}

function readyBlocks(ready: ReturnType<typeof describeSandbox>, demo: Demo | undefined): Block[] {
  const { page, api, appToken, botToken } = ready;
  const rooms = ready.channels.map(({ name }) => `#${name}`).join(' ');
  const names = ready.people.map(({ name }) => name).join(', ');
  if (demo === undefined) {
    const tokens = { 'Web API': api, 'app token': appToken, 'bot token': botToken };
    return [
      text('Your Slack: ', linked(page, page)),
      fields({ people: names, rooms, ...tokens }),
      text('Ctrl-C ends it.'),
    ];
  }
  const type = styled('ops deploy uat', { code: true });
  return [
    text('Your Slack: ', linked(page, page)),
    fields({ people: names, rooms, type, project: demo.folder }),
    text('Ctrl-C ends it.'),
  ];
}

/** Resolves when it is stopped. */
async function aborted(signal: AbortSignal): Promise<void> {
  const { promise, resolve: proceed } = Promise.withResolvers<void>();
  if (signal.aborted) proceed();
  else signal.addEventListener('abort', () => proceed(), { once: true });
  await promise;
}
