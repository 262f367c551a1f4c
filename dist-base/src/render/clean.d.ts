/**
 * One line's text, fit for every surface: control characters, line separators, bidirectional overrides and lone surrogates become a
 * visible U+FFFD, NUL is dropped. Tabs are left to whoever knows the column.
 */
export declare function clean(text: string): string;
/** Whether a link to it is drawn: `http:`, `https:` and `mailto:`, without what could hide in an address. */
export declare const isLinkable: (url: string) => boolean;
