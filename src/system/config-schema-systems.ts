import * as v from 'valibot';
import { buildSystems } from '../context/config-systems.ts';
import { duration, mapping, matching, record, required, section, text } from './config-schema-parts.ts';
import { isMapping } from './references.ts';

export const address = v.pipe(
  matching(
    /^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/,
    'an http or https address without credentials, such as https://jenkins.example.com',
  ),
  v.transform((url) => url.replace(/\/+$/, '')),
);

export const system = (reference: string) => ({
  url: required(address),
  token: required(v.string(`a reference such as \${env:${reference}}`)),
  ca: v.exactOptional(text),
  timeout: v.optional(duration, 15_000),
});

/** Built for those who have one. */
export const jenkins = v.exactOptional(v.lazy(() => mapping({ user: required(text), ...system('JENKINS_TOKEN') })));

export const teamcity = v.exactOptional(v.lazy(() => mapping(system('TEAMCITY_TOKEN'))));

const repository = matching(/^[\w.-]+\/[\w.-]+$/, 'a repository as owner/name');
const expectedRepositories = 'a list of repositories, each as owner/name';

export const github = v.exactOptional(
  v.lazy(() =>
    mapping({
      ...system('GITHUB_TOKEN'),
      url: v.optional(address, 'https://api.github.com'),
      repositories: required(v.pipe(v.array(repository, expectedRepositories), v.minLength(1, expectedRepositories))),
    }),
  ),
);

const names = buildSystems.join(', ');
export const builds = v.exactOptional(mapping({ system: v.exactOptional(v.picklist(buildSystems, names)) }));

const values = section(record(matching(/^[^\s=]+$/, 'the name of a parameter'), v.string('text')));
const job = mapping({ job: required(text), parameters: values });
const workflow = mapping({ job: required(text), parameters: values, ref: v.exactOptional(text) });

const deployment = mapping({
  deployment: section(
    mapping({
      repository: v.exactOptional(repository),
      environment: v.optional(text, '{environment}'),
      task: v.optional(text, 'deploy'),
      payload: values,
      contexts: v.exactOptional(v.array(v.string('the name of a check'), 'a list of checks')),
    }),
  ),
});

const ofGithub = v.lazy((written): typeof workflow | typeof deployment =>
  isMapping(written) && 'deployment' in written ? deployment : workflow,
);

const ways = mapping({
  jenkins: v.exactOptional(job),
  teamcity: v.exactOptional(workflow),
  github: v.exactOptional(ofGithub),
});
const severalWays = v.custom<never>(() => false, `one of ${names}`);

/** A job that deploys, of one system. */
export const buildDeploy = v.lazy((written): typeof ways | typeof severalWays => {
  const isNamed = isMapping(written) && buildSystems.filter((name) => name in written).length !== 1;
  return isNamed && Object.keys(written).every((name) => buildSystems.some((one) => one === name)) ? severalWays : ways;
});
