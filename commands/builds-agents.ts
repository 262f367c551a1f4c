import { type Agent, defineCommand, styled, table, text } from '../src/index.ts';
import { systemOption } from './builds/options.ts';

export default defineCommand({
  name: 'builds-agents',
  summary: 'Show the machines that build, and how busy they are',
  options: { system: systemOption },
  examples: [{ line: 'ops builds-agents', says: 'how many builds could begin now' }],
  effect: 'read',
  keep: false,
  run: async ({ system }, { services }) => {
    const builds = await services.builds(system);
    const { items, hasMore } = await builds.agents();
    const online = items.filter(({ isOnline }) => isOnline);
    const executors = online.reduce((sum, agent) => sum + agent.executors, 0);
    const busy = online.reduce((sum, agent) => sum + Math.min(agent.busy, agent.executors), 0);
    const { system: name, besides } = builds;
    return { system: name, besides, agents: items, hasMore, executors, free: executors - busy };
  },
  show: ({ system, besides, agents, hasMore, executors, free }) => [
    ...(agents.length === 0 && besides !== undefined ? [] : [text(summaryOf(system, agents, executors, free))]),
    ...(agents.length === 0
      ? []
      : [table(['Agent', 'State', { name: 'Busy', align: 'right' }, 'Why'], agents.map(row))]),
    ...(hasMore ? [text('and more than these')] : []),
    ...(besides === undefined ? [] : [text(besides)]),
  ],
});

function summaryOf(system: string, agents: readonly Agent[], executors: number, free: number): string {
  if (agents.length === 0) return `${system} has no agents: nothing can be built`;
  if (executors === 0) return `No agent of ${system} works: nothing is built until one does`;
  return free === 0
    ? `All ${executors} executors are busy: what is started now waits`
    : `${free} of ${executors} executors are free`;
}

const row = ({ name, isOnline, why, busy, executors }: Agent) => [
  name,
  isOnline ? styled('online', { color: 'green' }) : styled('offline', { color: 'red' }),
  `${busy}/${executors}`,
  why ?? '',
];
