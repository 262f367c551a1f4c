/**
 * A line's words, as a POSIX shell would split and unquote them. Nothing is expanded and nothing is handed to a shell:
 * what a shell would expand or take as an operator is refused unless it is quoted. `*`, `?`, `~`, `!`, `#` and braces
 * are ordinary characters.
 *
 * One line a message: a line break ends the line, and anything but blanks after it is refused. Within quotes a line
 * break is part of the word; after a backslash it joins two lines.
 */
export declare function splitWords(line: string): string[];
