import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const worker = fileURLToPath(new URL('line-worker.ts', import.meta.url));

export interface LineEnd {
  exitCode: number;
  words: string;
}

/** Lines of several people, each in a process of its own, begun at the same moment. */
export async function raceLines(
  folder: string,
  lines: readonly { actor: string; name: string; argv: readonly string[]; codes?: readonly string[] }[],
): Promise<LineEnd[]> {
  const racers = lines.map(({ actor, name, argv, codes = [] }) => {
    const child = spawn(process.execPath, [worker, folder, actor, name, ...argv], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, TYPED_CODES: JSON.stringify(codes) },
    });
    const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { child, said, ended: once(child, 'close') };
  });
  await Promise.all(racers.map(({ said }) => said.next()));
  for (const { child } of racers) child.stdin.end();
  return Promise.all(
    racers.map(async ({ said, ended }) => {
      const { value } = await said.next();
      await ended;
      return JSON.parse(String(value)) as LineEnd;
    }),
  );
}
