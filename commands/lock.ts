import {
  type Context,
  defineCommand,
  durationWord,
  formatTime,
  type HeldLock,
  lockKey,
  OpsError,
  overlaps,
  text,
  usualLocks,
} from '../src/index.ts';
import { appNames, environmentNames } from './deploy/target.ts';

export default defineCommand({
  name: 'lock',
  summary: 'Keep an environment to yourself for a time',
  description:
    'Others change nothing there until you unlock it, or the time is up; you do. It outlives this line, and whatever clocks are set to does not shorten it.',
  args: {
    environment: { summary: 'Which one', required: true, choices: environmentNames },
  },
  options: {
    reason: { summary: 'Why, for those who meet it', required: true, value: 'text' },
    for: { summary: "How long; else the configuration's `locks.usual`", type: 'duration' },
    app: { summary: 'Only this app there', choices: appNames },
  },
  examples: [
    { line: "ops lock uat --reason 'release test' --for 2h", says: 'all of uat' },
    { line: "ops lock uat --app web --reason 'load test'", says: 'only what web is there' },
  ],
  effect: 'change',
  environment: 'environment',
  guard: 'locks',
  locks: ({ environment, app }) => lockKey(environment, app),
  plan: async ({ environment, app, reason: said, for: asked }, context) => {
    const reason = said.trim();
    if (reason === '') throw new OpsError('usage', 'lock needs a --reason', { hint: "--reason 'release test'" });
    const key = lockKey(environment, app);
    const ms = checkedTime(asked, context);
    const near = (await context.locks.held()).filter((held) => overlaps(held.key, key));
    const other = near.find((held) => !context.locks.isOwn(held));
    if (other !== undefined) throw taken(other, context);
    return { key, reason, ms, renews: near.find((held) => held.key === key)?.run };
  },
  preview: ({ key, reason, ms, renews }) => [
    text(`${renews === undefined ? 'Lock' : 'Lock anew'} ${key} for ${durationWord(ms)}: ${reason}`),
  ],
  run: async ({ key, reason, ms }, { locks }) => {
    const { run, since, until } = await locks.hold(key, reason, ms);
    return { key, run, reason, since, until, ms };
  },
  show: ({ key, until, ms, reason }) => [
    text(
      `${key} is yours for ${durationWord(ms)}${until === undefined ? '' : `, until ${formatTime(until)}`}: ${reason}`,
    ),
  ],
});

function checkedTime(asked: number | undefined, { config }: Pick<Context, 'config'>): number {
  const { usual, longest } = config.locks ?? usualLocks;
  const ms = asked ?? Math.min(usual, longest);
  if (ms > 0 && ms <= longest) return ms;
  throw new OpsError('usage', `--for takes at most ${durationWord(longest)}, and more than nothing`, {
    hint: 'locks.longest in .chatopsrc says how long a lock may be',
  });
}

function taken(held: HeldLock, { locks }: Pick<Context, 'locks'>): OpsError {
  const { key, run, actor, since } = held;
  return new OpsError('retry', locks.describe(held), {
    hint: `ask ${actor.name}, or wait until then: ops locks`,
    details: { key, run, holder: actor.name, since: since.toISOString() },
  });
}
