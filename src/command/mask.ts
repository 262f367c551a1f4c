import { type Command, type InputValues, type OptionDefinition, type OptionDefinitions, takesLine } from './define.ts';

/** Shorter ones would be found in innocent text. */
const shortest = 4;
/** Stands where a secret was. */
export const mask = '••••';
const soundsSecret =
  /token|secret|passw|passphrase|pwd|credential|auth|api[-_]?key|private|(?:\b|_)key\b|\b(?:code|t?otp)\b/i;

/**
 * What is never to be shown of a line, wherever it turns up: the values of its secret options, and those of the variables
 * that its programs get and whose names sound secret.
 */
export function secretValues(
  { options = {}, env = [] }: Pick<Command, 'options' | 'env'>,
  input: InputValues,
  environment: Readonly<Record<string, string | undefined>> = {},
): string[] {
  const given = Object.entries(options).flatMap(([name, { secret }]) => (secret ? [input[name]].flat() : []));
  const inherited = env.filter((name) => soundsSecret.test(name)).map((name) => environment[name]);
  return [...given, ...inherited].filter((value) => typeof value === 'string').filter(isLongEnough);
}

const isLongEnough = ({ length }: string): boolean => length >= shortest;

export interface Masked {
  argv: string[];
  /** The values of secret options that are long enough to be told from other text. */
  secrets: string[];
}

/** argv with the values of secret options masked, for all that is shown or kept. */
export function maskArgv(
  argv: readonly string[],
  command: Pick<Command, 'args' | 'options'> | undefined,
  globals: OptionDefinitions = {},
): string[] {
  return maskWords(argv, command, globals).argv;
}

/**
 * Reads the words as the parser would. Of an option that the command does not have nobody knows whether it is a slip
 * for a secret one: its value is masked where the command has one, where nothing is known of the command, and where it
 * sounds like one; and where the words are those of another line.
 */
export function maskWords(
  argv: readonly string[],
  command: Pick<Command, 'args' | 'options'> | undefined,
  globals: OptionDefinitions = {},
): Masked {
  const options = { ...globals, ...command?.options };
  const isWary = command === undefined || takesLine(command) || Object.values(options).some(({ secret }) => secret);
  const masked: Masked = { argv: [], secrets: [] };
  const keep = (value: string, { isKnown }: ReadOption): void => {
    if (isKnown && value.length >= shortest) masked.secrets.push(value);
  };
  let before: ReadOption | undefined;
  for (const [index, word] of argv.entries()) {
    const isOption = word.startsWith('-') && word.length > 1;
    if (before?.takes === 'the next word' || (before?.takes === 'a next word' && !isOption)) {
      masked.argv.push(before.isSecret ? mask : word);
      if (before.isSecret) keep(word, before);
      before = undefined;
      continue;
    }
    if (word === '--') return { ...masked, argv: [...masked.argv, ...argv.slice(index)] };
    before = isOption ? readOption(word, options, isWary) : undefined;
    const value = before?.isSecret ? before.value : undefined;
    masked.argv.push(before === undefined || value === undefined ? word : `${before.flag}${mask}`);
    if (before !== undefined && value !== undefined) keep(value, before);
  }
  return masked;
}

interface ReadOption {
  /** All that stands before the value: `--token=`, `-yt`. */
  flag: string;
  /** Undefined where it does not stand in the word itself. */
  value: string | undefined;
  /** `a next word`: where that is no option. */
  takes: 'nothing' | 'the next word' | 'a next word';
  isSecret: boolean;
  /** The command has it. */
  isKnown: boolean;
}

function readOption(word: string, options: OptionDefinitions, isWary: boolean): ReadOption {
  return word.startsWith('--') ? readLong(word, options, isWary) : readShort(word, options, isWary);
}

function readLong(word: string, options: OptionDefinitions, isWary: boolean): ReadOption {
  const end = word.indexOf('=');
  const name = word.slice(2, end === -1 ? undefined : end);
  const known = options[name];
  const value = end === -1 ? undefined : word.slice(end + 1);
  const flag = word.slice(0, end + 1);
  return judge({ flag, value, known, isWary: isWary || soundsSecret.test(name) });
}

/** One letter after the other: `-yt value`, `-ytvalue`. */
function readShort(word: string, options: OptionDefinitions, isWary: boolean): ReadOption {
  for (let index = 1; index < word.length; index++) {
    const known = Object.values(options).find(({ short }) => short === word[index]);
    if (known?.type === 'boolean') continue;
    const value = index + 1 < word.length ? word.slice(index + 1) : undefined;
    const flag = word.slice(0, index + 1);
    return judge({ flag, value, known, isWary });
  }
  return { flag: word, value: undefined, takes: 'nothing', isSecret: false, isKnown: true };
}

interface Found {
  flag: string;
  value: string | undefined;
  known: OptionDefinition | undefined;
  isWary: boolean;
}

function judge({ flag, value, known, isWary }: Found): ReadOption {
  const isSecret = known === undefined ? isWary : known.secret === true;
  const wanted = known === undefined ? 'a next word' : 'the next word';
  const takes = value !== undefined || known?.type === 'boolean' ? 'nothing' : wanted;
  return { flag, value, takes, isSecret, isKnown: known !== undefined };
}
