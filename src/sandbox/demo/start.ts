import { OpsError } from '../../index.ts';
import type { Sandbox, SandboxOptions } from '../sandbox.ts';

/** Where it is looked for first, so that its address stays the same from day to day. */
export const usualPort = 8400;

const mostTried = 100;
const highest = 65_535;

/** Starts the Slack at the port, or at the next one that it can have; `tell` is told why that one was not it. */
export async function startAt(
  asked: number | undefined,
  options: Omit<SandboxOptions, 'port'>,
  tell: (message: string) => void,
): Promise<Sandbox> {
  const { startSandbox, SandboxError } = await import('../server.ts');
  const first = asked ?? usualPort;
  if (first < 0 || first > highest) {
    throw new OpsError('usage', `--port is a number from 0 to ${highest}, and ${first} is not`);
  }
  let reason: string | undefined;
  for (let port = first; ; port++) {
    try {
      const slack = await startSandbox({ ...options, port });
      if (reason !== undefined) tell(`${reason}: it is ${slack.port} instead`);
      return slack;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EACCES') {
        throw new OpsError('failed', `you may not listen at port ${port}`, { hint: 'one above 1023', cause: error });
      }
      if (!(error instanceof SandboxError)) throw error;
      const isTaken = error.code === 'port_in_use' || error.code === 'port_blocked';
      if (!isTaken || port === highest || port - first === mostTried) {
        throw new OpsError(error.code === 'invalid' ? 'usage' : 'failed', error.message, { cause: error });
      }
      reason ??= error.message;
    }
  }
}
