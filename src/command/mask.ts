import type { Command, InputValues } from './define.ts';

/** argv with the values of secret options masked, for all that is shown or kept. */
export function maskArgv(argv: readonly string[], command: Command, input: InputValues): string[] {
  const secrets = Object.entries(command.options ?? {}).flatMap(([name, option]) => {
    const value = input[name];
    return option.secret && typeof value === 'string' && value !== '' ? [value] : [];
  });
  return argv.map((word) => secrets.reduce((shown, secret) => shown.replaceAll(secret, '••••'), word));
}
