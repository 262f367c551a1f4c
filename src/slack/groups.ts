import type { SlackConfig } from '../context/config.ts';
import type { Context } from '../context/context.ts';

/** Milliseconds: Slack lets each method of this kind be called some twenty times a minute. */
const leastBetween = 4000;

/** Asks for the people of user groups that give roles before what is known of them is too old: no line waits for it. */
export async function keepGroups(
  { context: { config, project, clock }, slack }: { context: Context; slack: SlackConfig },
  signal: AbortSignal,
): Promise<void> {
  const ids = Object.values(config.roles).flatMap((role) => (Array.isArray(role) ? [] : (role.slack ?? [])));
  const groups = [...new Set(ids)].map((id) => ({ system: 'slack' as const, id }));
  if (groups.length === 0) return;
  const known = project.groups({ slack, journal: config.journal });
  const age = slack.groupAge ?? 60_000;
  while (!signal.aborted) {
    for (const group of groups) await known.refresh(group);
    await clock.sleep(Math.max(age / 2, leastBetween * groups.length), signal).catch(() => {});
  }
}
