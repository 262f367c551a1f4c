import { writeSync } from 'node:fs';
import { exitCodes } from '../context/errors.ts';
import type { Redactor } from '../context/redact.ts';

/** What a process says when it crashes: where, and nothing that is secret. What comes back is told what masks it. */
export function guardLastWords(process: NodeJS.Process): (redactor: Redactor) => void {
  let redactor: Pick<Redactor, 'text'> | undefined;
  process.on('uncaughtException', (error: unknown) => {
    const words = traceOf(error);
    try {
      writeSync(process.stderr.fd, `✗ a fault in ops or in the command: ${redactor?.text(words) ?? words}\n`);
    } finally {
      process.exit(exitCodes.bug);
    }
  });
  return (next) => {
    redactor = next;
  };
}

/** As Node would print it, with all that caused it. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const trace = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? trace : `${trace}\ncaused by ${traceOf(error.cause)}`;
}
