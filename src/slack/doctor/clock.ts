import { doubtful, type Finding, fine, wrong } from './finding.ts';

const tolerable = 60_000;
/** Lines that seem so old are not run. */
const useless = 15 * 60_000;

/** This machine's clock against the `Date` of an answer. */
export function clockFinding(date: string | null, now: Date): Finding[] {
  const theirs = Date.parse(date ?? '');
  if (Number.isNaN(theirs)) return [];
  const ahead = now.getTime() - theirs;
  const by = `${Math.round(Math.abs(ahead) / 1000)} s`;
  if (Math.abs(ahead) <= tolerable) return [fine('slack', 'the clock of this machine agrees with that of Slack')];
  const words = `the clock of this machine is ${by} ${ahead > 0 ? 'ahead of' : 'behind'} that of Slack`;
  const mend = 'let it be set by NTP: timedatectl set-ntp true';
  return [
    ahead > useless
      ? wrong('slack', `${words}: lines would seem too old to be run`, mend)
      : doubtful('slack', words, mend),
  ];
}
