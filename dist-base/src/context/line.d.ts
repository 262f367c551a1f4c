/** A word as a person would have to type it, in a shell or in a room alike. */
export declare function quoteWord(word: string): string;
export declare function quoteWords(words: readonly string[]): string;
/** The line that would run this argv: `ops deploy uat --message 'two words'`. */
export declare function formatLine(argv: readonly string[]): string;
