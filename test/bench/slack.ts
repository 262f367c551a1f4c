import { fork } from 'node:child_process';
import { once } from 'node:events';
import { node } from './processes.ts';
import type { Crowd, Settled, SlackMethods, Timing, Typed, Workspace } from './slack-process.ts';

/** The local Slack in its own process. Each workspace has one app. */
export interface Slack extends AsyncDisposable {
  pid: number;
  open(channels: readonly string[]): Promise<Workspace>;
  connected(workspace: Workspace): Promise<boolean>;
  type(workspace: Workspace, lines: readonly Typed[], pause: number): Promise<Timing[]>;
  pictures(workspace: Workspace, lines: readonly Omit<Typed, 'answer'>[]): Promise<number[]>;
  burst(workspace: Workspace, count: number): Promise<number>;
  crowd(workspace: Workspace, lines: readonly Omit<Typed, 'answer'>[]): Promise<Crowd>;
  say(workspace: Workspace, line: Omit<Typed, 'answer'>): Promise<void>;
  trouble(workspace: Workspace): Promise<void>;
  calls(workspace: Workspace, method: string): Promise<number>;
  times(workspace: Workspace, method: string): Promise<number[]>;
  stored(workspace: Workspace): Promise<number>;
  settled(workspace: Workspace, channel: string): Promise<Settled>;
}

type Answer = { id: number; result: unknown } | { id: number; problem: string };

export function startSlack(): Slack {
  const child = fork(new URL('./slack-process.ts', import.meta.url), { execPath: node, execArgv: [] });
  const gone = once(child, 'exit');
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  let last = 0;
  child.on('message', (answer: Answer) => {
    if ('problem' in answer) waiting.get(answer.id)?.reject(new Error(answer.problem));
    else waiting.get(answer.id)?.resolve(answer.result as never);
    waiting.delete(answer.id);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`the local Slack ended with ${code}`));
  });
  const ask = <Name extends keyof SlackMethods>(method: Name, ...args: Parameters<SlackMethods[Name]>) => {
    const answer = Promise.withResolvers<never>();
    waiting.set(++last, answer);
    child.send({ id: last, method, args });
    return answer.promise as ReturnType<SlackMethods[Name]>;
  };
  return {
    pid: child.pid ?? 0,
    open: (channels) => ask('open', channels),
    connected: ({ at }) => ask('connected', at),
    type: ({ at }, lines, pause) => ask('type', at, lines, pause),
    pictures: ({ at }, lines) => ask('pictures', at, lines),
    burst: ({ at }, count) => ask('burst', at, count),
    crowd: ({ at }, lines) => ask('crowd', at, lines),
    say: ({ at }, line) => ask('say', at, line),
    trouble: ({ at }) => ask('trouble', at),
    calls: ({ at }, method) => ask('calls', at, method),
    times: ({ at }, method) => ask('times', at, method),
    stored: ({ at }) => ask('stored', at),
    settled: ({ at }, channel) => ask('settled', at, channel),
    [Symbol.asyncDispose]: async () => {
      if (child.connected) child.disconnect();
      await gone;
    },
  };
}
