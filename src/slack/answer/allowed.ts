import { resolveName } from '../../command/registry.ts';
import type { RoomConfig } from '../../context/config.ts';
import { OpsError } from '../../context/errors.ts';

/** What always may be typed: who is limited must be able to ask for what is left, and to answer what is asked there. */
const always: ReadonlySet<string> = new Set(['help', 'approve', 'deny']);

const mostNamed = 5;

/**
 * Why a line may not be typed in a room; undefined where it may. What names no command is left to whoever runs it. An
 * option before the command's name could have a value that looks like one, so there it is refused.
 */
export function refusedHere(
  argv: readonly string[],
  names: readonly string[],
  { commands }: Pick<RoomConfig, 'commands'>,
  elsewhere: (command: string) => readonly string[],
): OpsError | undefined {
  if (commands === undefined || argv.every((word) => word.startsWith('-'))) return undefined;
  if (argv[0]?.startsWith('-')) {
    return new OpsError('denied', 'in this room a line begins with the name of its command', {
      hint: 'put the options after it',
    });
  }
  const name = resolveName(argv, names)?.name;
  if (name === undefined || always.has(name) || isAmong(commands, name)) return undefined;
  const places = [...elsewhere(name).slice(0, mostNamed), 'a direct message'];
  const takes = commands.length === 0 ? 'nothing but help' : commands.join(', ');
  return new OpsError('denied', `${name} is not for this room, which takes ${takes}`, {
    hint: `type it in ${places.join(' or in ')}`,
  });
}

/** Whether a name is one of these, in which `*` stands for any letters. */
export function isAmong(patterns: readonly string[], name: string): boolean {
  return patterns.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(name));
}
