import {
  askToBeTold,
  type Build,
  defineCommand,
  endWords,
  fields,
  isTold,
  linked,
  nameOf,
  notifyOption,
  OpsError,
  text,
  willBeTold,
} from '../src/index.ts';
import { buildWord, requireJob } from './builds/name.ts';
import { systemOption } from './builds/options.ts';
import { readParameters } from './builds/parameters.ts';
import { waitForEnd } from './builds/watching.ts';

export default defineCommand({
  name: 'builds-start',
  summary: 'Start a build, with parameters',
  description:
    "Parameters are checked against the job's own definition first: where one is unknown, missing or wrong, nothing starts.",
  args: {
    job: { summary: 'Which job, such as web/deploy', required: true },
    parameters: { summary: 'What it is told: name=value', variadic: true },
  },
  options: {
    branch: { summary: "A branch or tag; the job's own when not given", short: 'b' },
    notify: notifyOption,
    system: systemOption,
  },
  examples: [
    { line: 'ops builds-start shop', says: 'a job as it stands' },
    { line: 'ops builds-start web/deploy TARGET=uat QUICK=true', says: 'with parameters' },
  ],
  effect: 'change',
  notify: 'notify',
  plan: async ({ job: named, parameters: words, branch, notify, system }, { services }) => {
    const builds = await services.builds(system);
    const job = await requireJob(builds, named);
    if (branch !== undefined && builds.hasBranches !== true) {
      throw new OpsError(
        'usage',
        `${builds.system} starts no job on a branch: a branch has a job of its own, or none`,
        {
          hint: 'ops builds',
        },
      );
    }
    return {
      system,
      job: job.name,
      parameters: readParameters(words, job),
      notify,
      ...(branch === undefined ? {} : { branch }),
    };
  },
  preview: ({ job, parameters, branch }) => [
    text(branch === undefined ? `Start ${job}` : `Start ${job} on ${branch}`),
    ...(Object.keys(parameters).length === 0 ? [] : [fields(parameters)]),
  ],
  run: async ({ system, job, parameters, branch, notify }, context) => {
    const builds = await context.services.builds(system);
    const build = await builds.start(job, parameters, branch);
    if (!notify) return { build };
    const of = { ...nameOf(build), system };
    if (isTold(context)) {
      await askToBeTold(of, context);
      return { build, told: willBeTold(of) };
    }
    context.output.note(...startedWords(build));
    return { build: await waitForEnd(of, builds, context) };
  },
  show: ({ build, told }: { build: Build; told?: string }) => {
    if (build.state === 'ended') return [text(...endWords(build))];
    return [...startedWords(build).map((words) => text(words)), ...(told === undefined ? [] : [text(told)])];
  },
});

function startedWords(build: Build) {
  const waits = build.why === undefined ? 'waits in the queue' : `waits in the queue: ${build.why}`;
  const link = build.url === '' ? [] : [linked(build.url, build.url)];
  return [`${buildWord(build)} ${build.state === 'queued' ? waits : 'runs'}`, ...link];
}
