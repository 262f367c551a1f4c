import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

/** Extracts the browser that came by npm: aside, then moved into place, as several programs may start at once. */
async function unpackBrowser(): Promise<string> {
  const library = import.meta.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(new URL('../package.json', library), 'utf8'));
  const folder = join(tmpdir(), `chromium-${version}-${userInfo().username}`);
  const program = join(folder, 'chromium');
  if (existsSync(program)) return program;
  const aside = await mkdtemp(`${folder}-`);
  const script = `await (await import(${JSON.stringify(library)})).default.executablePath()`;
  const env = { ...process.env, TMPDIR: aside };
  try {
    await run(process.execPath, ['--input-type=module', '--eval', script], { env });
    await rename(aside, folder).catch((error) => {
      if (!existsSync(program)) throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return program;
}

const args = ['--no-sandbox', '--no-zygote', '--disable-gpu'];

type Way = readonly [name: string, launch: () => Promise<Browser>];

/** Every way to a browser on this machine, the one to prefer first. */
function waysToABrowser(): Way[] {
  const named = process.env['CHROME_PATH'];
  const comesByNpm = process.platform === 'linux' && process.arch === 'x64';
  const installed = ['chrome', 'chromium', 'msedge'];
  return [
    ...(named ? ([['CHROME_PATH', () => chromium.launch({ executablePath: named, args })]] as const) : []),
    ...(comesByNpm
      ? ([
          ['@sparticuz/chromium', async () => chromium.launch({ executablePath: await unpackBrowser(), args })],
        ] as const)
      : []),
    ...installed.map((channel): Way => [channel, () => chromium.launch({ channel, args })]),
  ];
}

/** A browser, or what was tried and why none of it worked, a line each. */
export async function launchBrowser(): Promise<Browser | string> {
  const reasons: string[] = [];
  for (const [name, start] of waysToABrowser()) {
    try {
      return await start();
    } catch (error) {
      reasons.push(`${name}: ${String(error instanceof Error ? error.message : error).split('\n', 1)[0]}`);
    }
  }
  return reasons.join('\n');
}
