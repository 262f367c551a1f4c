import { chartThemes, defineCommand, drawIfPossible, metricUnits } from '../../src/index.ts';
import { dataOf } from './data.ts';
import { lookUp } from './look-up.ts';
import { systemOption } from './options.ts';
import { chartOf } from './picture.ts';
import { planOf } from './plan.ts';
import { showGraph } from './show.ts';

export default defineCommand({
  name: 'graph',
  summary: 'Draw values over time, with the deploys that were meanwhile',
  description:
    'A target is a name, a pattern or an expression of Graphite or Prometheus (in quotes where it has signs that a shell ' +
    'knows), or the name of a graph of the configuration. Times are UTC.',
  args: {
    target: { summary: 'What is drawn, such as shop.web.requests', required: true, variadic: true },
  },
  options: {
    from: { summary: 'Since when: 3h, 2d, 09:30, 2026-11-21', value: 'time' },
    until: { summary: 'Until when: now, 1h (ago) or a time', value: 'time' },
    compare: { summary: 'And the same so much earlier: 1d, 1w', value: 'duration' },
    threshold: { summary: 'A level that must not be passed: 500, 500=limit', repeat: true, value: 'number' },
    unit: { summary: 'What the values are', choices: metricUnits },
    title: { summary: 'What stands above it' },
    log: { summary: 'On a logarithmic scale', type: 'boolean' },
    stacked: { summary: 'One value on top of the other', type: 'boolean' },
    deploys: { summary: 'Whose deploys are marked: web, web/uat or none', repeat: true, value: 'app' },
    theme: { summary: 'The colours, where others suit better', choices: chartThemes },
    out: { summary: 'The file that the picture is written to, over what is there', value: 'file.png' },
    system: systemOption,
  },
  examples: [
    { line: 'ops graph shop.web.requests', says: 'the last three hours, and what they come to in words' },
    { line: 'ops graph checkout --from 1d --compare 1w', says: 'a graph of the configuration, beside a week before' },
    {
      line: "ops graph 'aliasByNode(shop.web*.cpu, 1)' --unit percent --threshold 80",
      says: 'a line for each, and a level',
    },
  ],
  effect: 'read',
  keep: false,
  run: async ({ theme, out, ...typed }, context) => {
    const plan = planOf(typed, context.config, context.clock.now());
    const found = await lookUp(plan, context);
    const hasPicture = found.series.length > 0 || out !== undefined;
    const wanted = { name: `graph-${plan.title}`, theme, out };
    const picture = hasPicture ? await drawIfPossible(chartOf(found), wanted, context) : undefined;
    return { ...dataOf(found), picture };
  },
  show: showGraph,
});
