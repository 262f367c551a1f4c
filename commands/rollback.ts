import { defineCommand, notifyOption, OpsError } from '../src/index.ts';
import { timelineOf } from './deploy/deployment.ts';
import { planRelease, previewRelease, release, showRelease, startedBy } from './deploy/release.ts';
import { appKey, appNames, chooseApp, environmentNames, subjectOf } from './deploy/target.ts';

export default defineCommand({
  name: 'rollback',
  summary: 'Return to the version before',
  description:
    'Deploys the version that was live before the one that is live now; after a failed deploy, the one that was live before it.',
  args: {
    environment: { summary: 'Where', required: true, choices: environmentNames },
  },
  options: {
    app: { summary: 'Which app', choices: appNames },
    notify: notifyOption,
  },
  examples: [
    { line: 'ops rollback uat', says: 'the version before' },
    { line: 'ops rollback uat --dry-run', says: 'which version that would be' },
  ],
  effect: 'change',
  notify: 'notify',
  environment: 'environment',
  locks: appKey,
  plan: async ({ environment, app: named, notify }, context) => {
    const app = chooseApp(context.config, named);
    const { before } = timelineOf(
      await context.journal.facts({ kind: 'deployment', subject: subjectOf(app, environment) }),
    );
    if (before === undefined) {
      throw new OpsError('failed', `there is no version of ${app} before this one in ${environment}`, {
        hint: `ops deployed ${environment}`,
      });
    }
    const { commit, version: name, ref } = before;
    return planRelease({ command: 'rollback', app, environment, ref, commit, name, notify }, context);
  },
  preview: previewRelease,
  programs: startedBy,
  run: release,
  show: showRelease,
});
