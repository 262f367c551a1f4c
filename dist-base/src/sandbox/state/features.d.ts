import type { CommandOptions, ShortcutOptions } from '../sandbox.ts';
/** What the app's manifest declares for people to start it with. */
export type SlashCommand = Required<CommandOptions>;
export type Shortcut = Required<ShortcutOptions>;
export declare function everyCommand(options?: readonly CommandOptions[]): SlashCommand[];
export declare function everyShortcut(options?: readonly ShortcutOptions[]): Shortcut[];
