import type { Checks, FailedCheck } from '../../context/pulls.ts';
import type { CheckShape, StatusShape } from './shapes.ts';

interface Reported extends FailedCheck {
  state: 'ok' | 'failed' | 'running';
}

const conclusions: Readonly<Record<string, Reported['state']>> = {
  success: 'ok',
  neutral: 'ok',
  skipped: 'ok',
  // GitHub gave up on it, and waits for another one.
  stale: 'running',
};

const states: Readonly<Record<string, Reported['state']>> = { success: 'ok', pending: 'running' };

/**
 * Check runs and commit statuses as one: what fails stands above what runs. The state that GitHub combines of statuses is
 * `pending` where there are none.
 */
export function checksOf(runs: readonly CheckShape[], statuses: readonly StatusShape[]): Checks {
  const all = [...runs.map(readRun), ...statuses.map(readStatus)];
  const failed = new Map<string, FailedCheck>();
  for (const { name, url, state } of all) if (state === 'failed' && !failed.has(name)) failed.set(name, { name, url });
  const running = all.filter(({ state }) => state === 'running').length;
  const going = running > 0 ? 'running' : 'ok';
  return {
    state: all.length === 0 ? 'none' : failed.size > 0 ? 'failed' : going,
    count: all.length,
    running,
    failed: [...failed.values()],
  };
}

function readRun({ name, status, conclusion, html_url, details_url }: CheckShape): Reported {
  const state = status === 'completed' ? (conclusions[conclusion ?? ''] ?? 'failed') : 'running';
  return { name, url: html_url || details_url || undefined, state };
}

const readStatus = ({ context, state, target_url }: StatusShape): Reported => ({
  name: context,
  url: target_url || undefined,
  state: states[state] ?? 'failed',
});
