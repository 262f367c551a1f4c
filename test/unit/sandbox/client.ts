import { fetch } from 'undici';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../../src/sandbox/server.ts';

// biome-ignore lint/suspicious/noExplicitAny: answers and frames are whatever the server sent
export type Answer = any;

/** A clock that stands: no event comes again because a busy machine was late to acknowledge it. */
export const standing = { time: 1_700_000_000_000 };

/** Calls the Web API with a JSON body, as the app unless told otherwise. */
export async function call(
  sandbox: Sandbox,
  method: string,
  args: object = {},
  token = sandbox.botToken,
): Promise<Answer> {
  const response = await fetch(sandbox.apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(args),
  });
  return response.json();
}

export interface Line {
  socket: WebSocket;
  /** Every frame so far. */
  frames: Answer[];
  /** Frames that carry something, without hello. */
  envelopes(): Answer[];
  /** Resolves when so many envelopes have come. */
  reach(count: number): Promise<Answer[]>;
  ack(envelope: Answer, payload?: object): void;
}

const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

/** A Socket Mode connection that acks only when told, or everything. */
export async function connect(sandbox: Sandbox, { acks = true }: { acks?: boolean } = {}): Promise<Line> {
  const { url } = await call(sandbox, 'apps.connections.open', {}, sandbox.appToken);
  const socket = new WebSocket(url);
  const frames: Answer[] = [];
  const envelopes = (): Answer[] => frames.filter((frame) => frame.envelope_id !== undefined);
  const ack = (envelope: Answer, payload?: object): void => {
    socket.send(JSON.stringify({ envelope_id: envelope.envelope_id, ...(payload ? { payload } : {}) }));
  };
  socket.on('message', (data) => {
    const frame = JSON.parse(String(data));
    frames.push(frame);
    if (acks && frame.envelope_id) ack(frame);
  });
  const reach = async (count: number): Promise<Answer[]> => {
    const until = Date.now() + 60_000;
    while (envelopes().length < count) {
      if (Date.now() > until) throw new Error(`only ${envelopes().length} of ${count} envelopes came`);
      await tick();
    }
    return envelopes();
  };
  while (frames.length === 0) await tick();
  return { socket, frames, envelopes, reach, ack };
}
