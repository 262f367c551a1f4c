import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface OutputLimits {
  /** Milliseconds that the output of a run is kept. */
  keep: number;
  /** Bytes of all of it. */
  total: number;
}

interface Kept {
  folder: string;
  bytes: number;
  /** When something was last written to it. */
  at: number;
}

/** Its time of change says when the outputs were last swept. */
const mark = '.swept';
const atOnce = 32;

/** Removes what is too old, and of the rest the oldest where it is too much: the newest is still on its way to a room. */
export async function sweepOutputs(outputs: string, { keep, total }: OutputLimits, now: Date): Promise<void> {
  await mkdir(outputs, { recursive: true, mode: 0o700 });
  // Before it begins: others that end meanwhile leave it to this one.
  await writeFile(join(outputs, mark), '', { mode: 0o600 });
  await utimes(join(outputs, mark), now, now);
  const found = [...(await measured(outputs)), ...(await measured(join(outputs, 'passing')))];
  found.sort((one, other) => other.at - one.at);
  let sum = 0;
  const dropped = found.filter(({ bytes, at }, index) => {
    sum += bytes;
    return (sum > total && index > 0) || now.getTime() - at > keep;
  });
  for (const { folder } of dropped) await rm(folder, { recursive: true, force: true });
}

async function measured(folder: string): Promise<Kept[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^(?:said-)?[0-9a-z]{8}$/.test(name));
  const found: Kept[] = [];
  for (let start = 0; start < names.length; start += atOnce) {
    const some = names.slice(start, start + atOnce).map((name) => measure(join(folder, name)));
    found.push(...(await Promise.all(some)));
  }
  return found;
}

/** What another one removes meanwhile has no size. */
async function measure(folder: string): Promise<Kept> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => undefined)));
  const folderItself = await stat(folder).catch(() => undefined);
  const times = [...files, folderItself].map((one) => one?.mtimeMs ?? 0);
  const bytes = files.reduce((sum, file) => sum + (file?.size ?? 0), 0);
  return { folder, bytes, at: Math.max(...times) };
}
