import * as v from 'valibot';
import { metricSystems, metricUnits } from '../context/config-metrics.ts';
import { mapping, matching, name, record, required, section, text } from './config-schema-parts.ts';
import { system } from './config-schema-systems.ts';

const open = (reference: string) =>
  v.exactOptional(
    v.lazy(() => {
      const { token, ...rest } = system(reference);
      return mapping({
        ...rest,
        token: v.exactOptional(v.string(`a reference such as \${env:${reference}}`)),
        user: v.exactOptional(text),
      });
    }),
  );

export const graphite = open('GRAPHITE_TOKEN');
export const prometheus = open('PROMETHEUS_TOKEN');

const named = v.exactOptional(v.picklist(metricSystems, metricSystems.join(' or ')));
export const metrics = v.exactOptional(mapping({ system: named }));

const expectedTargets = 'a list of targets';
const isTrue = v.exactOptional(v.boolean('true or false'));
const graph = mapping({
  targets: required(v.pipe(v.array(text, expectedTargets), v.minLength(1, expectedTargets))),
  title: v.exactOptional(text),
  system: named,
  unit: v.exactOptional(v.picklist(metricUnits, metricUnits.join(', '))),
  from: v.exactOptional(matching(/^[1-9]\d{0,5}[mhdw]$/, 'a time such as 30m, 3h or 7d')),
  thresholds: v.exactOptional(record(matching(/\S/, 'the name of a threshold'), v.number('a number'))),
  log: isTrue,
  stacked: isTrue,
  deploys: v.exactOptional(
    v.array(
      matching(/^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)?$/, 'an app, or an app/environment'),
      'a list of apps',
    ),
  ),
});

export const graphs = section(record(name, graph));
