import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const worker = fileURLToPath(new URL('line-worker.ts', import.meta.url));

export interface LineEnd {
  exitCode: number;
  words: string;
}

export interface TypedLine {
  actor: string;
  name: string;
  argv: readonly string[];
  /** What is typed where a code is asked for, said when all are ready: a code is worth something for a while only. */
  codes?: () => readonly string[];
  /** The user of this machine that types it. @default this one */
  as?: OsUser;
}

export interface OsUser {
  uid: number;
  gid: number;
}

/** A line in a process of its own. */
export async function lineOf(folder: string, line: TypedLine): Promise<LineEnd> {
  const [end] = await raceLines(folder, [line]);
  if (end === undefined) throw new Error('it had no end');
  return end;
}

/** Lines of several people, each in a process of its own, begun at the same moment. */
export async function raceLines(folder: string, lines: readonly TypedLine[]): Promise<LineEnd[]> {
  const racers = lines.map(({ actor, name, argv, codes = () => [], as = {} }) => {
    const child = spawn(process.execPath, [worker, folder, actor, name, ...argv], {
      ...as,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { child, codes, said, ended: once(child, 'close') };
  });
  await Promise.all(racers.map(({ said }) => said.next()));
  for (const { child, codes } of racers) child.stdin.end(JSON.stringify(codes()));
  return Promise.all(
    racers.map(async ({ said, ended }) => {
      const { value } = await said.next();
      await ended;
      return JSON.parse(String(value)) as LineEnd;
    }),
  );
}
