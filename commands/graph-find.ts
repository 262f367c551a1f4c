import { defineCommand, list, OpsError, styled, text } from '../src/index.ts';
import { systemOption } from './graph/options.ts';

const most = 200;

export default defineCommand({
  name: 'graph-find',
  summary: 'List what can be drawn, by a part of its name or a pattern',
  args: { pattern: { summary: 'A part of the name, or a pattern such as shop.*.requests', required: true } },
  options: {
    limit: { summary: `At most so many, ${most} at the most`, type: 'integer', default: 50, short: 'n' },
    system: systemOption,
  },
  examples: [
    { line: 'ops graph-find requests', says: 'all that has it in its name' },
    { line: "ops graph-find 'shop.*'", says: 'what is there, a level below' },
  ],
  effect: 'read',
  keep: false,
  run: async ({ pattern, limit, system }, { services, config }) => {
    if (limit < 1 || limit > most) {
      throw new OpsError('usage', `--limit takes 1 to ${most}, not ${limit}`, { hint: `--limit ${most}` });
    }
    const metrics = await services.metrics(system);
    const { items, hasMore } = await metrics.find(pattern, limit);
    const word = pattern.toLowerCase();
    const graphs = Object.keys(config.graphs ?? {}).filter((name) => name.includes(word));
    return { system: metrics.system, pattern, graphs, targets: items, hasMore };
  },
  show: ({ system, pattern, graphs, targets, hasMore }) => [
    ...(graphs.length > 0
      ? [text('Graphs with a name: ', ...graphs.map((name, at) => `${at === 0 ? '' : ', '}${name}`))]
      : []),
    targets.length === 0
      ? text(`${system} has nothing like ${pattern}`)
      : list(targets.map((target) => styled(target, { code: true }))),
    ...(hasMore ? [text(styled('There are more: a longer pattern, or --limit', { dim: true }))] : []),
  ],
});
