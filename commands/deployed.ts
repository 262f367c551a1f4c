import { defineCommand, formatTime, type Inline, styled, table, text } from '../src/index.ts';
import { type Deployment, timelineOf } from './deploy/deployment.ts';
import { appNames, environmentNames, subjectOf } from './deploy/target.ts';

interface Place {
  app: string;
  environment: string;
  live: Deployment | undefined;
  troubled: Deployment | undefined;
}

export default defineCommand({
  name: 'deployed',
  summary: 'Show what is live where, since when, by whom',
  args: {
    environment: { summary: 'Only this environment', choices: environmentNames },
  },
  options: {
    app: { summary: 'Only this app', choices: appNames },
  },
  examples: [
    { line: 'ops deployed', says: 'every app in every environment' },
    { line: 'ops deployed uat', says: 'one environment' },
  ],
  effect: 'read',
  run: async ({ environment, app }, { config, journal }) => {
    const places: Place[] = [];
    for (const name of appNames(config)) {
      if (app !== undefined && app !== name) continue;
      for (const place of environmentNames(config)) {
        if (environment !== undefined && environment !== place) continue;
        const { live, troubled } = timelineOf(
          await journal.facts({ kind: 'deployment', subject: subjectOf(name, place) }),
        );
        if (live !== undefined || troubled !== undefined)
          places.push({ app: name, environment: place, live, troubled });
      }
    }
    return { places };
  },
  show: ({ places }) =>
    places.length === 0
      ? [text('Nothing was deployed yet: ', styled('ops deploy <environment>', { code: true }))]
      : [table(['App', 'Environment', 'Version', 'Since', 'By', ''], places.map(row))],
});

function row({ app, environment, live, troubled }: Place): Inline[] {
  return [
    app,
    environment,
    live?.version ?? 'unknown',
    live === undefined ? '' : formatTime(live.at),
    live?.by ?? '',
    troubled === undefined
      ? ''
      : styled(`! ${troubled.version} ${words[troubled.state]} (run ${troubled.run})`, { color: 'yellow' }),
  ];
}

const words: Readonly<Record<Deployment['state'], string>> = {
  started: 'is on its way or was interrupted',
  live: 'is live',
  failed: 'failed',
  unhealthy: 'was released and is not healthy',
};
