import { type Context, type HealthConfig, OpsError, type Version } from '../../src/index.ts';
import { reports } from './reports.ts';

/** Asks until the address answers 200 with the version or the commit in its body, or the time is up. */
export async function waitUntilHealthy(
  { url, timeout }: HealthConfig,
  { version, commit }: { version: string; commit: string },
  { http, clock, signal }: Pick<Context, 'http' | 'clock' | 'signal'>,
): Promise<void> {
  const until = clock.now().getTime() + timeout;
  let seen = '';
  for (let pause = 100; ; pause = Math.min(pause * 2, 2000)) {
    seen = await look(url, { name: version, commit }, http);
    if (seen === '') return;
    if (clock.now().getTime() + pause > until) break;
    await clock.sleep(pause, signal);
  }
  throw new OpsError('failed', `${url} does not report ${version} after ${timeout / 1000} s: ${seen}`);
}

/** What is wrong with the answer; empty where nothing is. */
async function look(url: string, version: Version, http: Context['http']): Promise<string> {
  try {
    const { status, text } = await http(url, { timeout: 5000 });
    if (status !== 200) return `it answers ${status}`;
    return reports(text, version) ? '' : `it answers "${text.trim().slice(0, 80)}"`;
  } catch (error) {
    if (error instanceof OpsError && error.outcome === 'unavailable') return error.message;
    throw error;
  }
}
