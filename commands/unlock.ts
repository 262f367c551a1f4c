import { defineCommand, type HeldLock, lockKey, OpsError, text } from '../src/index.ts';
import { appNames, environmentNames } from './deploy/target.ts';

export default defineCommand({
  name: 'unlock',
  summary: 'Free what somebody has locked',
  description:
    'Whoever took the lock can, from any account of theirs, and administrators. The lock of a run goes with the run: `ops stop`.',
  args: {
    environment: { summary: 'Which one', required: true, choices: environmentNames },
  },
  options: {
    app: { summary: 'The lock of this app there', choices: appNames },
  },
  examples: [
    { line: 'ops unlock uat', says: 'others can change it again' },
    { line: 'ops unlock uat --app web', says: 'the lock of web alone' },
  ],
  effect: 'change',
  urgent: true,
  environment: 'environment',
  guard: 'none',
  plan: async ({ environment, app }, { locks }) => {
    const key = lockKey(environment, app);
    const lock = (await locks.held()).find((held) => held.key === key);
    if (lock === undefined) throw new OpsError('failed', `nobody holds ${key}`, { hint: 'ops locks' });
    if (!locks.isOwn(lock) && !(await locks.isAdministrator())) {
      const others = locks.administrators.join(', ') || 'nobody has the role admin yet';
      const hint = `${holderOf(lock)} can free it, and administrators: ${others}`;
      throw new OpsError('denied', `${locks.describe(lock)}. It is not yours`, { hint });
    }
    return { key, lock: { ...lock, left: 0 } };
  },
  preview: ({ key, lock }) => [
    text(`Unlock ${key}, which ${holderOf(lock)} holds${lock.terms === undefined ? '' : `: ${lock.terms.reason}`}`),
  ],
  run: async ({ key, lock }, { locks }) => {
    await locks.free(lock);
    return { key, lock: lock.run, holder: holderOf(lock) };
  },
  show: ({ key, holder }) => [text(`${key} is free: ${holder} holds it no longer`)],
});

const holderOf = ({ terms, actor }: Pick<HeldLock, 'terms' | 'actor'>): string => terms?.person ?? actor.name;
