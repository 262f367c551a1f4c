import type { CommandOptions, ShortcutOptions } from '../sandbox.ts';
import { SandboxError } from './errors.ts';
import { checkFields } from './fields.ts';

/** What the app's manifest declares for people to start it with. */
export type SlashCommand = Required<CommandOptions>;
export type Shortcut = Required<ShortcutOptions>;

const usual: readonly CommandOptions[] = [
  { command: '/ops', description: 'Run an operation', usageHint: '[command] [arguments]' },
];

const refused = (sentence: string): SandboxError => new SandboxError('invalid', sentence);

function mustBeOnce(what: string, names: readonly string[]): void {
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) throw refused(`there are two ${what} ${twice}`);
}

export function everyCommand(options: readonly CommandOptions[] = usual): SlashCommand[] {
  for (const one of options) {
    checkFields('a command', one, {
      ...{ command: 'text', description: 'string?', usageHint: 'string?', shouldEscape: 'flag?' },
    });
    if (!/^\/\S+$/u.test(one.command)) throw refused(`a command is a slash and one word, not ${one.command}`);
  }
  mustBeOnce(
    'commands',
    options.map(({ command }) => command),
  );
  return options.map(({ command, description = '', usageHint = '', shouldEscape = false }) => ({
    ...{ command, description, usageHint, shouldEscape },
  }));
}

export function everyShortcut(options: readonly ShortcutOptions[] = []): Shortcut[] {
  for (const one of options) {
    checkFields('a shortcut', one, { callbackId: 'text', name: 'text?', type: ['global', 'message'] });
  }
  return options.map(({ callbackId, name = callbackId, type = 'global' }) => ({ callbackId, name, type }));
}
