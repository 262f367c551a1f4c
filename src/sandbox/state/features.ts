import type { CommandOptions, ShortcutOptions } from '../sandbox.ts';

/** What the app's manifest declares for people to start it with. */
export type SlashCommand = Required<CommandOptions>;
export type Shortcut = Required<ShortcutOptions>;

const usual: readonly CommandOptions[] = [
  { command: '/ops', description: 'Run an operation', usageHint: '[command] [arguments]' },
];

export const everyCommand = (options: readonly CommandOptions[] = usual): SlashCommand[] =>
  options.map(({ command, description = '', usageHint = '', shouldEscape = false }) => ({
    command: command.startsWith('/') ? command : `/${command}`,
    ...{ description, usageHint, shouldEscape },
  }));

export const everyShortcut = (options: readonly ShortcutOptions[] = []): Shortcut[] =>
  options.map(({ callbackId, name = callbackId, type = 'global' }) => ({ callbackId, name, type }));
