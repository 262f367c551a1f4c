import type { Json } from './model.ts';

/** An answer of `ok: false`, under Slack's own name for it. */
export class SlackError extends Error {
  override name = 'SlackError';
  readonly error: string;
  readonly extra: Json;

  constructor(error: string, extra: Json = {}) {
    super(error);
    this.error = error;
    this.extra = extra;
  }
}

/** `invalid_arguments` and the like, with the sentences that Slack adds. */
export function complaint(error: string, messages: readonly string[]): SlackError {
  return new SlackError(error, { response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) } });
}

export type SandboxProblem =
  | 'port_blocked'
  | 'port_in_use'
  | 'host_refused'
  | 'not_found'
  | 'invalid'
  | 'timeout'
  | 'closed'
  | 'record_failed'
  | 'state_in_use'
  | 'state_broken'
  | 'state_failed';

/** Something that the program holding the sandbox asked for and cannot have. */
export class SandboxError extends Error {
  override name = 'SandboxError';
  readonly code: SandboxProblem;

  constructor(code: SandboxProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
