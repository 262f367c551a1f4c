/** Every way a run can end, with the exit code that says so. `failed` may carry another code: a script's own. */
export const exitCodes = {
  ok: 0,
  failed: 1,
  usage: 64,
  unavailable: 69,
  bug: 70,
  retry: 75,
  denied: 77,
  config: 78,
  timeout: 124,
  cancelled: 130,
} as const;

export type Outcome = keyof typeof exitCodes;

export interface OpsErrorOptions {
  /** The next line to type, or what else mends it. */
  hint?: string;
  cause?: unknown;
  /** Facts for `--json` and the journal. */
  details?: Record<string, unknown>;
  /** A program's own exit code, passed through. @default the outcome's code */
  exitCode?: number;
}

/**
 * The one error that commands throw. Thrown anywhere, caught once in `main`, which prints the message and the hint
 * and leaves with the outcome's exit code.
 *
 * @example
 * throw new OpsError('unavailable', 'Jenkins at https://ci.example.com does not answer', { hint: 'ops doctor' });
 */
export class OpsError extends Error {
  override readonly name = 'OpsError';
  readonly outcome: Outcome;
  readonly hint: string | undefined;
  readonly details: Record<string, unknown> | undefined;
  readonly exitCode: number;

  constructor(outcome: Exclude<Outcome, 'ok'>, message: string, options: OpsErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.outcome = outcome;
    this.hint = options.hint;
    this.details = options.details;
    this.exitCode = options.exitCode ?? exitCodes[outcome];
  }
}
