import { defineCommand, formatLine, OpsError, styled, text } from '../src/index.ts';
import { timeOf, wordsOf } from './policy-test/question.ts';

export default defineCommand({
  name: 'can',
  summary: 'Tell whether somebody may run a line, and which rule says so',
  description:
    'Reads the line as it would be to run it, runs nothing of it, and leaves with 0 for yes and 77 for no. What it takes besides, such as an approval, is told. Options of the line stand behind the person: `ops can --room C012AB3CD mary deploy prod --ref v1`.',
  args: {
    person: { summary: 'A name under people, an id, or "stranger"', required: true },
    line: { summary: 'What they would type', required: true, variadic: true, verbatim: true },
  },
  options: {
    room: { summary: 'As if typed in the channel with this id', value: 'id' },
    at: { summary: 'As if typed then: 2026-11-21T14:00Z', value: 'time' },
  },
  examples: [
    { line: 'ops can mary deploy prod', says: 'yes or no, and why' },
    { line: 'ops can stranger deployed', says: 'what nobody knows may see' },
  ],
  effect: 'read',
  run: async ({ person, line, room, at }, { project }) => {
    const words = wordsOf(line);
    const { allowed, who, rule, reason, hint, needs } = await project.policy.judge({
      ...{ who: person, words, room },
      at: at === undefined ? undefined : timeOf(at, '--at'),
    });
    if (allowed) return { allowed, who, line: formatLine(words), rule, needs };
    throw new OpsError('denied', `${who} may not run ${formatLine(words)}: ${reason}`, {
      ...(hint === undefined ? {} : { hint }),
      details: { allowed, who, ...(rule === undefined ? {} : { rule }) },
    });
  },
  show: ({ who, line, rule = '', needs }) => [
    text(`${who} may run `, styled(line, { code: true }), `: ${rule}`),
    ...needs.map((need) => text(`after ${need}`)),
  ],
});
