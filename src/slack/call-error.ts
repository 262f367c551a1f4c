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
    if (code === 'slack_webapi_platform_error' && data?.error !== undefined && /^[a-z_]+$/.test(data.error)) {
      return new SlackCallError(`Slack refuses ${method}: ${data.error}`, { refusal: data.error, cause: error });
    }
    if (code === 'slack_webapi_rate_limited_error') {
      return new SlackCallError(`Slack limits ${method}`, { retryAfter: retryAfter ?? 1, cause: error });
    }
    const words = error instanceof Error ? error.message : String(error);
    return new SlackCallError(`no answer to ${method}: ${words}`, { cause: error });
  }
}
