import { defineCommand, notifyOption } from '../../src/index.ts';
import { planRelease, previewRelease, release, showRelease, startedBy } from './release.ts';
import { appKey, appNames, chooseApp, environmentNames, targetOf } from './target.ts';

export default defineCommand({
  name: 'deploy',
  summary: 'Deploy an app to an environment',
  description:
    'The ref is resolved to a commit first, and that commit is deployed. Runs the configured program, then checks that the address reports the new version, where one is configured.',
  args: {
    environment: { summary: 'Where to', required: true, choices: environmentNames },
  },
  options: {
    app: { summary: 'Which app', choices: appNames },
    ref: { summary: "A branch, tag or commit; the app's own ref when not given", short: 'r' },
    notify: notifyOption,
  },
  examples: [
    { line: 'ops deploy uat', says: 'the newest commit of the default branch' },
    { line: 'ops deploy uat --ref v1.1.0', says: 'a tag' },
    { line: 'ops deploy uat --dry-run', says: 'what would run' },
  ],
  effect: 'change',
  notify: 'notify',
  environment: 'environment',
  locks: appKey,
  plan: async ({ environment, app: named, ref: asked, notify }, context) => {
    const app = chooseApp(context.config, named);
    const { settings } = targetOf(context, app, environment);
    const ref = asked ?? settings.ref;
    const git = await context.services.git(settings.repository);
    const version = await git.resolve(ref, context.signal);
    return planRelease({ command: 'deploy', app, environment, ref, notify, ...version }, context);
  },
  preview: previewRelease,
  programs: startedBy,
  run: release,
  show: showRelease,
});
