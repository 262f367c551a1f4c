const names =
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TMPDIR|SSH_AUTH_SOCK|HTTPS?_PROXY|NO_PROXY|https?_proxy|no_proxy|OPS_JOURNAL)$/;

/** The variables of this process that every program gets, and those that it asks for. The others may hold secrets of `ops`. */
export function inheritedEnvironment(
  base: Readonly<Record<string, string | undefined>>,
  asked: readonly string[] = [],
): Record<string, string> {
  const inherited: Record<string, string> = {};
  for (const [name, value] of Object.entries(base)) {
    if (value !== undefined && (names.test(name) || asked.includes(name))) inherited[name] = value;
  }
  return inherited;
}
