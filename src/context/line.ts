const plainWord = /^[\w@%+=:,./-]+$/;

/** A word as a person would have to type it, in a shell or in a room alike. */
export function quoteWord(word: string): string {
  return plainWord.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

export function quoteWords(words: readonly string[]): string {
  return words.map(quoteWord).join(' ');
}

/** The line that would run this argv: `ops deploy uat --message 'two words'`. */
export function formatLine(argv: readonly string[]): string {
  return quoteWords(['ops', ...argv]);
}
