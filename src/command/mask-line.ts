import { codeIn } from '../context/codes.ts';
import type { Command, OptionDefinitions } from './define.ts';
import { type Masked, mask, maskWords } from './mask.ts';
import { type Registry, resolveName } from './registry.ts';

/** A line that was not parsed yet, with its secrets masked: by its command's definition, where that can be loaded. */
export async function maskLine(
  argv: readonly string[],
  registry: Pick<Registry, 'names' | 'load'>,
  globals: OptionDefinitions,
): Promise<Masked> {
  // What is nothing but a one-time code is none of a line's words.
  if (codeIn(argv.join(' ')) !== undefined) return { argv: [mask], secrets: [] };
  if (!argv.some((word) => word.startsWith('-'))) return { argv: [...argv], secrets: [] };
  const command = await findCommand(argv, registry, globals).catch(() => undefined);
  return maskWords(argv, command, globals);
}

async function findCommand(
  argv: readonly string[],
  registry: Pick<Registry, 'names' | 'load'>,
  globals: OptionDefinitions,
): Promise<Command | undefined> {
  const words = argv.slice(leading(argv, globals));
  const resolved = resolveName(words.length === 0 ? ['help'] : words, await registry.names());
  return resolved && registry.load(resolved.name);
}

/** How many words stand before the command's name. */
function leading(argv: readonly string[], globals: OptionDefinitions): number {
  let count = 0;
  while (argv[count]?.startsWith('-')) {
    const word = argv[count] ?? '';
    if (word === '--') return count + 1;
    const option = word.startsWith('--') ? globals[word.slice(2)] : undefined;
    count += option === undefined || option.type === 'boolean' ? 1 : 2;
  }
  return count;
}
