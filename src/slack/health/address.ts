import { OpsError } from '../../context/errors.ts';

export interface HealthAddress {
  host: string;
  port: number;
  /** Only this machine can ask. */
  isLocal: boolean;
}

const loopback = /^(?:127\.\d+\.\d+\.\d+|localhost|::1)$/;

/** `127.0.0.1:9100`, `[::1]:9100`, or a port of this machine alone. */
export function healthAddress(value: string): HealthAddress {
  const match = /^(?:(\[[\da-f:.]+\]|[\w.-]+):)?(\d{1,5})$/i.exec(value);
  const port = Number(match?.[2]);
  if (match === null || port > 65_535) {
    throw new OpsError('usage', `--health takes an address and a port, not "${value}"`, {
      hint: '--health 127.0.0.1:9100',
    });
  }
  const host = (match[1] ?? '127.0.0.1').replace(/^\[|\]$/g, '');
  return { host, port, isLocal: loopback.test(host) };
}
