import { isIPv4 } from 'node:net';
import { SandboxError } from '../state/errors.ts';

const isLoopback = (host: string): boolean =>
  /^(?:localhost|::1)$/iu.test(host) || (isIPv4(host) && host.startsWith('127.'));

/** Refuses to be heard by anything but this machine: who reaches the sandbox can speak for everybody in it. */
export function checkHost(host: string): void {
  if (isLoopback(host)) return;
  const sentence = `${host} is not an address of this machine for itself (127.0.0.1, ::1 and localhost are)`;
  throw new SandboxError('host_refused', sentence);
}

/** `http://127.0.0.1:4000`, `http://[::1]:4000` */
export const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
