import { createServer } from 'node:net';
import { SandboxError } from '../state/errors.ts';

/** Ports that browsers and `fetch` refuse to connect to (the Fetch standard's "bad port" list). */
export const blockedPorts: ReadonlySet<number> = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110,
  111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532,
  540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061,
  6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

const refusal = (port: number): string => `port ${port} is on the list that browsers and fetch refuse to connect to`;

/** Refuses a port that no browser and no Slack client would ever reach. */
export function checkPort(port: number): void {
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new SandboxError('port_blocked', `port ${port} is not a number from 0 to 65535`);
  }
  if (blockedPorts.has(port)) {
    throw new SandboxError('port_blocked', refusal(port));
  }
}

/** Why nobody can listen there now; undefined where one can. */
function whyNot(port: number, host: string): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const probe = createServer();
  probe.once('error', ({ code }: NodeJS.ErrnoException) =>
    resolve(code === 'EADDRINUSE' ? `port ${port} is in use` : `port ${port} cannot be used (${code})`),
  );
  probe.listen(port, host, () => probe.close(() => resolve(undefined)));
  return promise;
}

export interface FreePort {
  port: number;
  /** Why it is not the one that was wanted. */
  reason?: string;
}

async function firstFree(wanted: number, host: string): Promise<FreePort> {
  let reason: string | undefined;
  for (let port = wanted; port <= 65_535; port += 1) {
    const blocked = blockedPorts.has(port) ? refusal(port) : undefined;
    const problem = blocked ?? (await whyNot(port, host));
    if (problem === undefined) return { port, ...(reason === undefined ? {} : { reason }) };
    reason ??= problem;
  }
  throw new SandboxError('port_in_use', `no port from ${wanted} to 65535 is free`);
}

/** The port, or the next one that is free and that browsers reach. 0 stays 0: any free one. */
export async function freePortFrom(wanted: number, host = '127.0.0.1'): Promise<FreePort> {
  if (!blockedPorts.has(wanted)) checkPort(wanted);
  return wanted === 0 ? { port: 0 } : firstFree(wanted, host);
}
