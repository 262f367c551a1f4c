/** What Slack says when it is in trouble itself: the call may have had its effect, and may be made again. */
const troubles: ReadonlySet<string> = new Set([
  'fatal_error',
  'internal_error',
  'request_timeout',
  'service_unavailable',
  'team_added_to_org',
]);

/** What it says of a message that can be edited no more: somebody deleted it, or it is too old. */
const lost: ReadonlySet<string> = new Set(['message_not_found', 'edit_window_closed', 'cant_update_message']);

/** A call to Slack that failed, told apart by what may be done about it. */
export class SlackCallError extends Error {
  override readonly name = 'SlackCallError';
  /** Slack understood and said no: `channel_not_found`. */
  readonly refusal: string | undefined;
  /** Seconds to wait, where Slack asked for that. */
  readonly retryAfter: number | undefined;

  constructor(message: string, details: { refusal?: string; retryAfter?: number; cause: unknown }) {
    super(message, { cause: details.cause });
    this.refusal = details.refusal;
    this.retryAfter = details.retryAfter;
  }

  static of(method: string, error: unknown): SlackCallError {
    const { code, data, retryAfter } = error as { code?: string; data?: { error?: string }; retryAfter?: number };
    if (code === 'slack_webapi_rate_limited_error' || data?.error === 'ratelimited') {
      return new SlackCallError(`Slack limits ${method}`, { retryAfter: retryAfter ?? 1, cause: error });
    }
    const refusal = code === 'slack_webapi_platform_error' ? data?.error : undefined;
    // An answer that is no JSON, such as a proxy's page, comes as such an error too.
    if (refusal !== undefined && /^[a-z_]+$/.test(refusal) && !troubles.has(refusal)) {
      return new SlackCallError(`Slack refuses ${method}: ${refusal}`, { refusal, cause: error });
    }
    return new SlackCallError(`no answer to ${method}: ${reasonOf(error)}`, { cause: error });
  }
}

export function isUneditable(error: unknown): boolean {
  return error instanceof SlackCallError && lost.has(error.refusal ?? '');
}

export function isThreadless(error: unknown): boolean {
  return error instanceof SlackCallError && error.refusal === 'thread_not_found';
}

/**
 * The innermost reason: what the client wraps around it ("fetch failed") helps nobody. Where a name has several addresses,
 * there is one for each.
 */
function reasonOf(error: unknown): string {
  const { statusCode, cause, message } = error as { statusCode?: number; cause?: unknown; message?: string };
  if (statusCode !== undefined) return `HTTP ${statusCode}`;
  const inner = error instanceof AggregateError ? error.errors[0] : cause;
  return (inner instanceof Error && reasonOf(inner)) || (message ?? String(error));
}
