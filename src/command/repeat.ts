import { OpsError } from '../context/errors.ts';
import type { RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import type { Command, OptionDefinitions } from './define.ts';
import { mask } from './mask.ts';

/** How the line of an earlier run is repeated, as far as who asks for it says. */
export interface Repeating {
  dryRun: boolean;
  yes: boolean;
  confirm?: string | undefined;
  queue?: boolean;
  override?: string | undefined;
  json: boolean;
  debug: boolean;
  wait?: boolean;
  /** Milliseconds. */
  timeout: number | undefined;
}

/** A yes was an answer of that moment, and how to show it was meant for that surface. */
const notRepeated: ReadonlySet<string> = new Set([
  ...['yes', 'confirm', 'override', 'wait'],
  ...['json', 'no-color', 'debug', 'config'],
]);

/** The words that a run is repeated with: its own, and what is asked for now. */
export function repeatedWords(
  { id, argv }: Pick<RunRecord, 'id' | 'argv'>,
  { options = {} }: Pick<Command, 'options'>,
  asked: Repeating,
  globals: OptionDefinitions,
): string[] {
  const parts = partsOf(argv, { ...globals, ...options });
  refuseMasked(id, parts);
  const flags = flagsOf(asked);
  const isAskedAnew = (option: string): boolean => flags.some((flag) => flag === `--${option}`);
  const words = parts.flatMap(({ option, words }) =>
    option !== undefined && (notRepeated.has(option) || isAskedAnew(option)) ? [] : words,
  );
  return argv.includes('--') ? [...flags, ...words] : [...words, ...flags];
}

function flagsOf({ dryRun, yes, confirm, queue, override, json, debug, wait, timeout }: Repeating): string[] {
  return [
    ...(dryRun ? ['--dry-run'] : []),
    ...(yes ? ['--yes'] : []),
    ...(confirm === undefined ? [] : ['--confirm', confirm]),
    ...(queue ? ['--queue'] : []),
    ...(override === undefined ? [] : ['--override', override]),
    ...(timeout === undefined ? [] : ['--timeout', timeout % 1000 === 0 ? `${timeout / 1000}s` : `${timeout}ms`]),
    ...(json ? ['--json'] : []),
    ...(debug ? ['--debug'] : []),
    ...(wait ? ['--wait'] : []),
  ];
}

/** A word, or an option with its value. */
interface Part {
  words: string[];
  option?: string;
}

function partsOf(argv: readonly string[], options: OptionDefinitions): Part[] {
  const end = argv.indexOf('--');
  const parts: Part[] = [];
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index] ?? '';
    if ((end !== -1 && index >= end) || !/^-./.test(word)) {
      parts.push({ words: [word] });
      continue;
    }
    const found = word.startsWith('--') ? longOption(word, options) : shortOptions(word, options);
    const last = found.at(-1);
    if (last?.takesNext) last.words.push(...argv.slice(++index, index + 1));
    parts.push(...found);
  }
  return parts;
}

type Found = Part & { takesNext: boolean };

function longOption(word: string, options: OptionDefinitions): Found[] {
  const [option = ''] = word.slice(2).split('=', 1);
  const takesNext = !word.includes('=') && options[option] !== undefined && options[option].type !== 'boolean';
  return [{ words: [word], option, takesNext }];
}

/** `-yr v2` is two options, the second with a value. */
function shortOptions(word: string, options: OptionDefinitions): Found[] {
  const found: Found[] = [];
  for (let index = 1; index < word.length; index++) {
    const [option, definition] = Object.entries(options).find(([, { short }]) => short === word[index]) ?? [];
    if (option !== undefined && definition?.type === 'boolean') {
      found.push({ words: [`-${word[index]}`], option, takesNext: false });
      continue;
    }
    const isLast = index + 1 === word.length;
    const name = option === undefined ? {} : { option };
    return [...found, { words: [`-${word.slice(index)}`], ...name, takesNext: isLast && option !== undefined }];
  }
  return found;
}

function refuseMasked(id: string, parts: readonly Part[]): void {
  const masked = parts.find(({ words }) => words.some((word) => word.includes(mask)));
  if (masked === undefined) return;
  const what = masked.option === undefined ? 'one of its words' : `the value of --${masked.option}`;
  const words = parts.flatMap((part) =>
    part.words.map((word) => word.replaceAll(mask, `<${part.option ?? 'secret'}>`)),
  );
  throw new OpsError('usage', `run ${id} cannot be repeated: ${what} is a secret, which is not kept`, {
    hint: `type it: ${formatLine(words)}`,
  });
}
