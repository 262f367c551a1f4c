import { fetch } from 'undici';
import { WebSocket } from 'ws';
import type { Frame, Requests } from '../../../../../src/sandbox/page/protocol.ts';
import type { Sandbox } from '../../../../../src/sandbox/server.ts';
import { until } from '../../../../support/waiting.ts';
import type { Answer } from '../../client.ts';

export const origin = ({ port }: Sandbox): string => `http://127.0.0.1:${port}`;

export const personId = ({ people }: Sandbox, name: string): string =>
  people.find((person) => person.name === name)?.id ?? '';

/** A question of the page, as its client puts it. */
export async function ask<Name extends keyof Requests>(
  sandbox: Sandbox,
  name: Name,
  request: Requests[Name],
): Promise<Answer> {
  return send(sandbox, name, JSON.stringify(request));
}

export async function send(
  sandbox: Sandbox,
  name: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${origin(sandbox)}/page/${name}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  return { status: response.status, ...((await response.json()) as object) };
}

export async function get(sandbox: Sandbox, name: string, query: Record<string, string | number>): Promise<Answer> {
  const words = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  const response = await fetch(`${origin(sandbox)}/page/${name}?${words}`);
  return { status: response.status, ...((await response.json()) as object) };
}

export interface LivePage {
  socket: WebSocket;
  /** Every frame so far, hello first. */
  frames: Frame[];
  /** Waits for the first frame that fits. */
  wait<Found extends Frame>(what: string, fits: (frame: Frame) => frame is Found): Promise<Found>;
  /** The texts of the messages in the order in which they came. */
  texts(): string[];
}

export const ofType =
  <Type extends Frame['type']>(type: Type, also: (frame: Extract<Frame, { type: Type }>) => boolean = () => true) =>
  (frame: Frame): frame is Extract<Frame, { type: Type }> =>
    frame.type === type && also(frame as Extract<Frame, { type: Type }>);

/** What a page hears: connected, with its hello. */
export async function openLive(sandbox: Sandbox, as: string, headers: Record<string, string> = {}): Promise<LivePage> {
  const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/page/live?as=${as}`, { headers });
  const frames: Frame[] = [];
  let refused: Error | undefined;
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as Frame));
  socket.on('error', (error) => {
    refused = error;
  });
  await until(() => frames.length > 0 || refused !== undefined, 'the page is greeted');
  if (refused) throw refused;
  return {
    socket,
    frames,
    async wait(what, fits) {
      await until(() => frames.some(fits), what);
      return frames.find(fits) as never;
    },
    texts: () => frames.flatMap((frame) => (frame.type === 'message' ? [frame.message.text] : [])),
  };
}
