import * as v from 'valibot';
import { buildSystems } from '../context/config-systems.ts';
import { duration, mapping, matching, record, required, section, text } from './config-schema-parts.ts';
import { isMapping } from './references.ts';

const address = v.pipe(
  matching(
    /^https?:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$/,
    'an http or https address without credentials, such as https://jenkins.example.com',
  ),
  v.transform((url) => url.replace(/\/+$/, '')),
);

const system = (reference: string) => ({
  url: required(address),
  token: required(v.string(`a reference such as \${env:${reference}}`)),
  ca: v.exactOptional(text),
  timeout: v.optional(duration, 15_000),
});

/** Built for those who have one. */
export const jenkins = v.exactOptional(v.lazy(() => mapping({ user: required(text), ...system('JENKINS_TOKEN') })));

export const teamcity = v.exactOptional(v.lazy(() => mapping(system('TEAMCITY_TOKEN'))));

const names = buildSystems.join(', ');
export const builds = v.exactOptional(mapping({ system: v.exactOptional(v.picklist(buildSystems, names)) }));

const job = mapping({
  job: required(text),
  parameters: section(record(matching(/^[^\s=]+$/, 'the name of a parameter'), v.string('text'))),
});

const ways = mapping({ jenkins: v.exactOptional(job), teamcity: v.exactOptional(job) });
const severalWays = v.custom<never>(() => false, `one of ${names}`);

/** A job that deploys, of one system. */
export const buildDeploy = v.lazy((written): typeof ways | typeof severalWays => {
  const isNamed = isMapping(written) && buildSystems.filter((name) => name in written).length !== 1;
  return isNamed && Object.keys(written).every((name) => buildSystems.some((one) => one === name)) ? severalWays : ways;
});
