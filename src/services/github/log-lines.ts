const stamp = /^\uFEFF?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z ?/;

const marks: Readonly<Record<string, string>> = { error: 'error: ', warning: 'warning: ', notice: 'notice: ' };

/** Whole lines of a job's log as people read them: without the time before each, and without the marks of groups. */
export function readLogLines(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const words = line.replace(stamp, '').replace(/\r$/, '');
      if (words === '##[endgroup]') return [];
      return words.replace(/^##\[([a-z]+)\]/, (_, mark: string) => marks[mark] ?? '');
    })
    .join('\n');
}
