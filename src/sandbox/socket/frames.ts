import type { DisconnectReason } from '../sandbox.ts';
import { isTooDeep } from '../state/depth.ts';
import { isRecord } from '../state/record.ts';

export const disconnectReasons: readonly DisconnectReason[] = [
  'warning',
  'refresh_requested',
  'link_disabled',
  'too_many_websockets',
];

export const host = 'applink-sandbox';

export const disconnectFrame = (reason: DisconnectReason): string =>
  JSON.stringify({ type: 'disconnect', reason, debug_info: { host } });

export interface Hello {
  connections: number;
  appId: string;
  /** Milliseconds. */
  lifetime: number;
  started: number;
}

export const helloFrame = ({ connections, appId, lifetime, started }: Hello): string =>
  JSON.stringify({
    type: 'hello',
    num_connections: connections,
    debug_info: {
      host,
      started: new Date(started).toISOString().slice(0, -1).replace('T', ' '),
      build_number: 10,
      approximate_connection_time: Math.round(lifetime / 1000),
    },
    connection_info: { app_id: appId },
  });

/** An ack is `{"envelope_id": …}`, with or without a payload. Anything else is ignored. */
export function readAck(frame: string): { id: string; payload: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(frame);
    return isRecord(value) && typeof value['envelope_id'] === 'string' && !isTooDeep(value)
      ? { id: value['envelope_id'], payload: value['payload'] }
      : undefined;
  } catch {
    return undefined;
  }
}
