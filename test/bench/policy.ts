import type { LoadedConfig } from '../../src/context/config.ts';
import type { PersonConfig, RuleConfig } from '../../src/context/config-policy.ts';
import { type Decision, openRules, type Rules } from '../../src/policy/policy.ts';
import type { Request } from '../../src/policy/request.ts';
import { noLimits } from '../support/limits.ts';
import { median } from './measure.ts';
import { bounded, type Section } from './table.ts';

const [people, rules, asked] = [10_000, 1000, 2000];
const names = Array.from({ length: 50 }, (_, at) => `command-${at}`);
const most = 1;

const range = <Item>(length: number, make: (at: number) => Item): Item[] => Array.from({ length }, (_, at) => make(at));

function person(at: number): PersonConfig {
  const none = { email: [], github: [], jira: [], jenkins: [], pagerduty: [], ldap: [] };
  return { ...none, slack: [`T1/U${at}`, `T2/U${at}`], os: [`host:${at}`] };
}

/** Of every kind, a fifth of them with hours; each tenth denies. */
function rule(at: number): RuleConfig {
  const who = at % 3 === 0 ? [`role-${at % 100}`] : [`person-${(at * 7) % people}`, `role-${(at + 1) % 100}`];
  return {
    ...(at % 10 === 9 ? { deny: who } : { allow: who }),
    ...(at % 4 === 0 ? { commands: ['command-1*'] } : { commands: [`command-${at % 50}`, `command-${(at + 5) % 50}`] }),
    ...(at % 2 === 0 ? { environments: ['uat'] } : {}),
    ...(at % 3 === 0 ? { options: { ref: ['release/*/final', 'v*'] } } : {}),
    ...(at % 5 === 0 ? { when: { days: ['sat'], from: '08:00', until: '17:00', zone: 'Europe/Zurich' } } : {}),
  };
}

function configuration(): LoadedConfig {
  const roles = range(100, (at) => [`role-${at}`, range(people / 50, (of) => `person-${(of * 50 + at) % people}`)]);
  return {
    ...{ file: '/p/.chatopsrc', entries: [], secrets: [] },
    config: {
      ...{ apps: {}, scripts: [], files: { largest: 25_000_000 }, journal: { path: '' } },
      environments: { uat: { confirm: false }, prod: { confirm: true } },
      people: Object.fromEntries(range(people, (at) => [`person-${at}`, person(at)])),
      rooms: {},
      limits: noLimits,
      output: { keep: 1e9, size: 1e7, total: 1e9 },
      roles: Object.fromEntries(roles),
      policy: range(rules, rule),
    },
  };
}

function request(at: number): Request {
  const environment = at % 2 === 0 ? 'uat' : 'prod';
  const command = names[at % names.length] ?? '';
  return {
    actor: { id: at % 20 === 0 ? `slack:T9:U${at}` : `slack:T1:U${(at * 13) % people}`, name: 'x' },
    origin: { type: 'room', team: 'T1', channel: 'C1', message: '1' },
    at: new Date(Date.UTC(2026, 10, 21, 12) + at * 60_000),
    ...{ command, permission: command, effect: 'change', environments: [environment] },
    input: { environment, ref: at % 3 === 0 ? 'v1.2' : 'main' },
  };
}

/** What the rules cost a line: reading them in once, then each decision. */
export async function measurePolicy(): Promise<Section[]> {
  const configurations = range(9, configuration);
  const first = configuration();
  const requests = range(asked, request);
  const opening = timed(() => openRules(first, names));
  const ruled = openRules(first, names);
  const cold = timed(() => ruled.decide(request(0)));
  const { times, allowed } = decideAll(ruled, requests);
  const again = configurations.map((one) => timed(() => openRules(one, names)));
  return [
    {
      title: 'Policy',
      how: `${rules} rules, ${people} people, 100 roles; ${asked} decisions one after the other, ${allowed} of them yes; time of the processor`,
      rows: [
        bounded('a decision, p50', median(times), most, 'ms'),
        bounded('a decision, on average', times.reduce((sum, time) => sum + time, 0) / asked, most, 'ms'),
        { what: 'the first decision of a process', value: `${cold.toFixed(2)} ms` },
        {
          what: 'reading the rules and indexing the people, once',
          value: `${opening.toFixed(1)} ms, ${median(again).toFixed(1)} ms when warm`,
        },
      ],
    },
  ];
}

function decideAll(ruled: Rules, requests: readonly Request[]): { times: number[]; allowed: number } {
  let allowed = 0;
  const times = requests.map((one) =>
    timed(() => {
      if ((ruled.decide(one) as Decision).allowed) allowed++;
    }),
  );
  return { times, allowed };
}

/** Milliseconds of the processor: on a machine with other work, the wall's clock tells of that. */
function timed(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
