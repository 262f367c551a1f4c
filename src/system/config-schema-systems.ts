import * as v from 'valibot';
import { buildSystems } from '../context/config-systems.ts';
import { duration, mapping, matching, record, required, section, text } from './config-schema-parts.ts';

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

const names = buildSystems.join(', ');
export const builds = v.exactOptional(mapping({ system: v.exactOptional(v.picklist(buildSystems, names)) }));

const job = mapping({
  job: required(text),
  parameters: section(record(matching(/^[^\s=]+$/, 'the name of a parameter'), v.string('text'))),
});

/** A job that deploys. */
export const buildDeploy = v.lazy(() => mapping({ jenkins: required(job) }));
