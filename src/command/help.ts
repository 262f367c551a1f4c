import { type Block, code, styled, text } from '../context/blocks.ts';
import type { Config } from '../context/config.ts';
import type { CommandSummary } from '../context/context.ts';
import type { Verdict } from '../context/project-policy.ts';
import type { ArgDefinition, Choices, Command, OptionDefinition, OptionDefinitions } from './define.ts';

/** The help of one command, from its declaration alone. */
export function commandHelp(command: Command, config: Config): Block[] {
  const args = Object.entries(command.args ?? {});
  const options = Object.entries(command.options ?? {});
  const blocks: Block[] = [text(command.summary)];
  if (command.description !== undefined) blocks.push(text(command.description));
  blocks.push(...heading('Usage'), code(`  ${usage(command)}`));
  if (args.length > 0) {
    blocks.push(...heading('Arguments'), indented(args.map(([name, arg]) => [name, describe(arg, config)])));
  }
  if (options.length > 0) {
    blocks.push(
      ...heading('Options'),
      indented(options.map(([name, option]) => [flags(name, option), describe(option, config)])),
    );
  }
  blocks.push(...heading('Examples'), indented(command.examples.map(({ line, says }) => [line, says])));
  blocks.push(
    text(''),
    text('Every command also takes --json, --dry-run, --yes, --timeout and more: ', styled('ops help', { code: true })),
  );
  return blocks;
}

/** What stands below it for whoever may not run the command. */
export function refusedHelp(refusal: Pick<Verdict, 'who' | 'reason' | 'hint'> | undefined): Block[] {
  if (refusal === undefined) return [];
  const { who, reason, hint } = refusal;
  return [
    text(styled('!', { color: 'yellow' }), ` ${who} may not run it: ${reason}`),
    ...(hint === undefined ? [] : [text(`  → ${hint}`)]),
  ];
}

/** Every command with its summary, and the options that all of them take. */
export function overview(commands: readonly CommandSummary[], globals: OptionDefinitions): Block[] {
  return [
    text('Run an operation: ', styled('ops <command> [options]', { code: true })),
    ...heading('Commands'),
    indented(foldFamilies(commands)),
    ...heading('Options of every command'),
    indented(Object.entries(globals).map(([name, option]) => [flags(name, option), option.summary])),
    text(''),
    text('More about one of them: ', styled('ops help <command>', { code: true })),
  ];
}

/** Names that begin alike, so many and more, stand in one row, where all commands are listed. */
const manyAlike = 3;
/** Commands that are few enough to be listed one by one. */
const few = 12;

function foldFamilies(commands: readonly CommandSummary[]): [string, string][] {
  const families = Map.groupBy(commands, ({ name }) => familyOf(name));
  const isFolded = (family: string): boolean =>
    family !== '' && commands.length > few && (families.get(family)?.length ?? 0) >= manyAlike;
  return commands.flatMap((command): [string, string][] => {
    const family = familyOf(command.name);
    if (!isFolded(family)) return [rowOf(command)];
    const all = families.get(family) ?? [];
    if (all[0] !== command) return [];
    const rest = all.map(({ name }) => name.slice(family.length + 1)).join(', ');
    return [[`${family}-…`, `${rest} (ops help --search ${family})`]];
  });
}

const familyOf = (name: string): string => (name.includes('-') ? name.slice(0, name.indexOf('-')) : '');

/** In a room too: there it is good to know where else to type it. */
function rowOf({ name, summary, fault, surfaces = ['room'] }: CommandSummary): [string, string] {
  if (fault !== undefined) return [name, `! ${fault}`];
  return [name, surfaces.includes('room') ? summary : `${summary} (terminal only)`];
}

function usage(command: Command): string {
  const words = Object.entries(command.args ?? {}).map(([name, arg]) => {
    const shown = arg.variadic ? `${name}…` : name;
    return arg.required ? `<${shown}>` : `[${shown}]`;
  });
  const options = Object.entries(command.options ?? {}).map(([name, option]) => {
    const shown = option.type === 'boolean' ? `--${name}` : `--${name} ${valueName(name, option)}`;
    const many = option.repeat ? '…' : '';
    return option.required ? `${shown}${many}` : `[${shown}]${many}`;
  });
  return ['ops', command.name, ...words, ...options].join(' ');
}

function heading(name: string): Block[] {
  return [text(''), text(styled(name, { bold: true }))];
}

function indented(rows: readonly (readonly [string, string])[]): Block {
  const named = rows.map(([name, value]) => ({ name: `  ${name}`, value }));
  return { type: 'fields', fields: named, names: { color: 'cyan' } };
}

function flags(name: string, option: OptionDefinition): string {
  const short = option.short === undefined ? '' : `-${option.short}, `;
  return `${short}--${name}${option.type === 'boolean' ? '' : ` ${valueName(name, option)}`}`;
}

function valueName(name: string, option: OptionDefinition): string {
  if (option.value !== undefined) return `<${option.value}>`;
  if (option.type === 'integer') return '<number>';
  return ['duration', 'date', 'file'].includes(option.type ?? '') ? `<${option.type}>` : `<${name}>`;
}

function describe(definition: ArgDefinition | OptionDefinition, config: Config): string {
  const notes: string[] = [];
  const choices = choicesOf(definition.choices, config);
  if (choices.length > 0) notes.push(choices.length > 10 ? `${choices.slice(0, 10).join(', ')} …` : choices.join(', '));
  if (definition.accept !== undefined) notes.push(definition.accept.join(', '));
  if (definition.size !== undefined) notes.push(`at most ${definition.size}`);
  if (definition.default !== undefined) notes.push(`default: ${definition.default}`);
  return notes.length === 0 ? definition.summary : `${definition.summary} (${notes.join('; ')})`;
}

function choicesOf(choices: Choices | undefined, config: Config): readonly string[] {
  if (choices === undefined) return [];
  return typeof choices === 'function' ? choices(config) : choices;
}
