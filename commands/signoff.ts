import { defineCommand, formatTime, text } from '../src/index.ts';
import { liveIn, signoffKind } from './deploy/signoff.ts';
import { appKey, appNames, chooseApp, environmentNames, subjectOf } from './deploy/target.ts';

export default defineCommand({
  name: 'signoff',
  summary: 'Vouch for what is live in an environment',
  description:
    'It holds for what is live there now, and is void with the next deploy there. `ops promote` takes what is signed off, and nothing else.',
  args: {
    environment: { summary: 'Where it was looked at', required: true, choices: environmentNames },
  },
  options: {
    app: { summary: 'Which app', choices: appNames },
    note: { summary: 'What was looked at', value: 'text' },
  },
  examples: [
    { line: 'ops signoff uat', says: 'what is live there may go on' },
    { line: "ops signoff uat --note 'release test 481'", says: 'and what that rests on' },
  ],
  effect: 'change',
  environment: 'environment',
  guard: 'moment',
  locks: appKey,
  plan: async ({ environment, app: named, note }, context) => {
    const app = chooseApp(context.config, named);
    const { run: deployment, commit, version, ref, by, at } = await liveIn(app, environment, context);
    return { app, environment, commit, version, ref, deployment, by, at, note };
  },
  preview: ({ app, environment, commit, version, by, at }) => [
    text(
      `Sign off ${app} ${version} (${commit.slice(0, 10)}), live in ${environment} since ${formatTime(at)}, by ${by}`,
    ),
  ],
  run: async (plan, { journal, actor }) => {
    const { app, environment, commit, version, ref, deployment, note } = plan;
    const data = { commit, version, ref, deployment, ...(note === undefined ? {} : { note }) };
    await journal.record({ kind: signoffKind, subject: subjectOf(app, environment), data });
    return { app, environment, commit, version, by: actor.name, note };
  },
  show: ({ app, environment, commit, version, by, note }) => [
    text(
      `${by} signed off ${app} ${version} (${commit.slice(0, 10)}) in ${environment}${note === undefined ? '' : `: ${note}`}`,
    ),
  ],
});
