import type { Sandbox } from '../../../src/sandbox/server.ts';
import { type Answer, connect, type Line } from './client.ts';

export interface TestApp extends Line {
  /** The payloads of what people did, oldest first: no events. */
  done(): Answer[];
  /** The events of this type. */
  events(type: string): Answer[];
}

/** An app that acks every event, and what people do with what `answer` says; at `silence` the time for an ack goes by. */
export async function connectApp(
  sandbox: Sandbox,
  answer: (payload: Answer) => object | 'silence' | undefined = () => undefined,
): Promise<TestApp> {
  const line = await connect(sandbox, { acks: false });
  line.socket.on('message', (data) => {
    const envelope = JSON.parse(String(data));
    if (envelope.envelope_id === undefined) return;
    const payload = envelope.type === 'events_api' ? undefined : answer(envelope.payload);
    if (payload === 'silence') sandbox.clock.advance(3000);
    else line.ack(envelope, payload);
  });
  const payloads = (wanted: (type: string) => boolean): Answer[] =>
    line
      .envelopes()
      .filter(({ type }) => wanted(type))
      .map(({ payload }) => payload);
  return {
    ...line,
    done: () => payloads((type) => type !== 'events_api'),
    events: (type) =>
      payloads((kind) => kind === 'events_api')
        .map(({ event }) => event)
        .filter((event) => event.type === type),
  };
}
