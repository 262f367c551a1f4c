import type { Command, InputValues } from './define.ts';

/** Shorter ones would be found in innocent text. */
const shortest = 4;

/** The values that this line was given for secret options: never to be shown, wherever they turn up. */
export function secretValues({ options = {} }: Command, input: InputValues): string[] {
  return Object.entries(options).flatMap(([name, { secret }]) => {
    const value = input[name];
    return secret && typeof value === 'string' && value.length >= shortest ? [value] : [];
  });
}

/** argv with the values of secret options masked, for all that is shown or kept. */
export function maskArgv(argv: readonly string[], { options = {} }: Command): string[] {
  const secret = Object.entries(options).filter(([, option]) => option.secret);
  const flags = secret.flatMap(([name, { short }]) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])]);
  return argv.map((word, index) => {
    if (flags.includes(argv[index - 1] ?? '')) return '••••';
    const flag = flags.find((known) => word.startsWith(known.startsWith('--') ? `${known}=` : known) && word !== known);
    if (flag === undefined) return word;
    return flag.startsWith('--') ? `${flag}=••••` : `${flag}••••`;
  });
}
