import { defineCommand, notifyOption, OpsError } from '../src/index.ts';
import { planRelease, previewRelease, release, showRelease, startedBy } from './deploy/release.ts';
import { signedOff } from './deploy/signoff.ts';
import { appNames, chooseApp, environmentNames, subjectOf } from './deploy/target.ts';

export default defineCommand({
  name: 'promote',
  summary: 'Deploy what is signed off in another environment',
  description:
    'The commit that is live there and signed off, and no other: a deploy there since makes the sign-off void. Else it is a deploy.',
  args: {
    from: { summary: 'Where it is signed off', required: true, choices: environmentNames },
    to: { summary: 'Where to', required: true, choices: environmentNames },
  },
  options: {
    app: { summary: 'Which app', choices: appNames },
    notify: notifyOption,
  },
  examples: [
    { line: 'ops promote uat prod', says: 'what is signed off in uat' },
    { line: 'ops promote uat prod --dry-run', says: 'which commit that is' },
  ],
  effect: 'change',
  notify: 'notify',
  environment: 'to',
  locks: ({ to, app }, config) => subjectOf(chooseApp(config, app), to),
  plan: async ({ from, to, app: named, notify }, context) => {
    const app = chooseApp(context.config, named);
    const after = context.config.environments[to]?.after;
    if (from === to) throw new OpsError('usage', `${from} is where it is already`, { hint: 'ops help promote' });
    if (after !== undefined && after !== from) {
      throw new OpsError('denied', `${to} comes after ${after}, not after ${from}`, {
        hint: `ops promote ${after} ${to} --app ${app}`,
      });
    }
    const { commit, version, ref, by, at } = await signedOff(app, from, context);
    const plan = await planRelease(
      { command: 'promote', app, environment: to, ref, commit, name: version, notify },
      context,
    );
    return { ...plan, signedOff: { in: from, by: by.name, at } };
  },
  preview: (plan) => previewRelease(plan),
  programs: startedBy,
  run: release,
  show: showRelease,
});
