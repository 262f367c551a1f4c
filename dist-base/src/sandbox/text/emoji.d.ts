import type { EmojiTable } from '../page/protocol.ts';
interface EmojiElement {
    type: 'emoji';
    name: string;
    unicode?: string;
    skin_tone?: number;
}
/** `tada` → 🎉, `wave::skin-tone-3` → 👋🏼; undefined for a name that Slack does not have. */
export declare function emojiCharacter(name: string): string | undefined;
/** 🎉 → `tada`, 👋🏼 → `wave::skin-tone-3`: the usual one of its names. */
export declare function emojiName(character: string): string | undefined;
/** The usual name of an emoji that has this one, with its tone: `thumbsup::skin-tone-3` → `+1::skin-tone-3`. */
export declare function usualName(name: string): string | undefined;
/** `1f389`, as the `unicode` of a rich_text emoji has it. */
export declare const emojiCodes: (character: string) => string;
/** The emoji as a rich_text element; its tone stands beside its name. */
export declare function emojiElement(name: string): EmojiElement;
/** The name with its tone, as it stands between colons. */
export declare const tonedName: ({ name, skin_tone: number }: Pick<EmojiElement, 'name' | 'skin_tone'>) => string;
/** Every emoji that has a name, for a picker. The order is in a large file, which nothing else needs. */
export declare function emojiTable(): Promise<EmojiTable>;
export {};
