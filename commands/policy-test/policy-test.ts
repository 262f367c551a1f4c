import { type Context, defineCommand, type Inline, OpsError, styled, table, text } from '../../src/index.ts';
import { type Case, type Expected, readCases } from './cases.ts';
import { wordsOf } from './question.ts';

interface Result extends Case {
  got: Expected | 'usage';
  decidedBy: string;
  holds: boolean;
}

export default defineCommand({
  name: 'policy-test',
  summary: 'Check the rules of .chatopsrc against cases in a file',
  description:
    'The file is a list, in YAML or JSON, of { who, line, expect: allow, deny or ask }; room (the id of a channel), at (a time) and rule (the name of the one that decides, or none) may be there too. Nothing of the lines runs. Leaves with 1 where a case does not hold.',
  args: { file: { summary: 'The cases', required: true } },
  examples: [{ line: 'ops policy test policy-cases.yaml', says: 'each case, and whether it holds' }],
  effect: 'read',
  surfaces: ['terminal'],
  run: async ({ file }, { project, output }) => {
    const cases = readCases(await project.readData(file), file);
    const results: Result[] = [];
    for (const one of cases) results.push(await judge(one, project));
    const missed = results.filter(({ holds }) => !holds).length;
    if (missed === 0) return { results };
    await output.ready({ results }, show(results));
    throw new OpsError('failed', `${missed} of ${results.length} cases ${missed === 1 ? 'does' : 'do'} not hold`);
  },
  show: ({ results }) => [...show(results), text(`All ${results.length} cases hold`)],
});

async function judge(one: Case, { policy }: Context['project']): Promise<Result> {
  const { who, line, room, at, expect, rule } = one;
  const verdict = await policy.judge({ who, words: wordsOf(line), room, at }).catch((error: unknown) => {
    if (error instanceof OpsError && error.outcome === 'usage') return error;
    throw error;
  });
  if (verdict instanceof OpsError) return { ...one, got: 'usage', decidedBy: verdict.message, holds: false };
  const isAsked = verdict.asking.length > 0;
  const rules = isAsked ? verdict.asking : [verdict.rule ?? 'none'];
  const granted = isAsked ? 'ask' : 'allow';
  const got = verdict.allowed ? granted : 'deny';
  const isNamed = rule === undefined || rules.includes(rule);
  return { ...one, got, decidedBy: rules.join(', '), holds: got === expect && isNamed };
}

function show(results: readonly Result[]) {
  const row = ({ who, line, expect, rule, got, decidedBy, holds }: Result): Inline[] => [
    holds ? styled('✓', { color: 'green' }) : styled('✗', { color: 'red' }),
    who,
    line,
    rule === undefined ? expect : `${expect} by ${rule}`,
    got,
    decidedBy,
  ];
  return [table(['', 'Who', 'Line', 'Expected', 'Got', 'By'], results.map(row))];
}
