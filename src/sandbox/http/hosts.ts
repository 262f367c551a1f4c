import { SandboxError } from '../state/errors.ts';

const loopback = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|localhost|::1)$/iu;

/** Refuses to be heard by anything but this machine: who reaches the sandbox can speak for everybody in it. */
export function checkHost(host: string): void {
  if (loopback.test(host)) return;
  const sentence = `${host} is not an address of this machine for itself (127.0.0.1, ::1 and localhost are)`;
  throw new SandboxError('host_refused', sentence);
}

/** `http://127.0.0.1:4000`, `http://[::1]:4000` */
export const addressOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
