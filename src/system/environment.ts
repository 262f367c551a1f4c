const names =
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TMPDIR|SSH_AUTH_SOCK|HTTPS?_PROXY|NO_PROXY|https?_proxy|no_proxy|OPS_JOURNAL)$/;

/** The variables of this process that every program gets. The others may hold secrets of `ops`. */
export function inheritedEnvironment(base: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const inherited: Record<string, string> = {};
  for (const [name, value] of Object.entries(base)) {
    if (value !== undefined && names.test(name)) inherited[name] = value;
  }
  return inherited;
}
