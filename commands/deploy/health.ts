import { type Context, type HealthConfig, OpsError } from '../../src/index.ts';

/** Asks until the address answers 200 with the version or the commit in its body, or the time is up. */
export async function waitUntilHealthy(
  { url, timeout }: HealthConfig,
  { version, commit }: { version: string; commit: string },
  { http, clock, signal }: Pick<Context, 'http' | 'clock' | 'signal'>,
): Promise<void> {
  const until = clock.now().getTime() + timeout;
  let seen = '';
  for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
    seen = await look(url, [version, commit], http);
    if (seen === '') return;
    if (clock.now().getTime() + pause > until) break;
    await clock.sleep(pause, signal);
  }
  throw new OpsError('failed', `${url} does not report ${version} after ${timeout / 1000} s: ${seen}`);
}

/** What is wrong with the answer; empty where nothing is. */
async function look(url: string, words: readonly string[], http: Context['http']): Promise<string> {
  try {
    const { status, text } = await http(url, { timeout: 5000 });
    if (status !== 200) return `it answers ${status}`;
    return words.some((word) => text.includes(word)) ? '' : `it answers "${text.trim().slice(0, 80)}"`;
  } catch (error) {
    if (error instanceof OpsError && error.outcome === 'unavailable') return error.message;
    throw error;
  }
}
