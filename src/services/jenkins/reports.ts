import type * as v from 'valibot';
import type { Agent, FailedTest, Tests } from '../../context/builds.ts';
import type { agentsShape, testsShape } from './shapes.ts';

export function readAgents(found: v.InferOutput<typeof agentsShape> | undefined): Agent[] {
  return (found?.computer ?? []).map((computer) => {
    const { displayName, offline, offlineCauseReason, numExecutors, executors, oneOffExecutors } = computer;
    const all = [...(executors ?? []), ...(oneOffExecutors ?? [])];
    return {
      name: displayName,
      isOnline: offline !== true,
      why: offline === true ? offlineCauseReason || undefined : undefined,
      executors: numExecutors ?? 0,
      busy: all.filter(({ idle }) => idle === false).length,
    };
  });
}

const failing: ReadonlySet<string> = new Set(['FAILED', 'REGRESSION']);

export function readTests(found: v.InferOutput<typeof testsShape> | undefined, most: number): Tests {
  const cases = (found?.suites ?? []).flatMap((suite) => suite.cases ?? []);
  const failed = cases.filter(({ status }) => failing.has(status ?? ''));
  return {
    failed: failed.slice(0, most).map(readTest),
    passed: found?.passCount ?? 0,
    skipped: found?.skipCount ?? 0,
    hasMore: failed.length > most,
  };
}

type Case = NonNullable<NonNullable<v.InferOutput<typeof testsShape>['suites']>[number]['cases']>[number];

function readTest({ className, name, age, errorDetails }: Case): FailedTest {
  return {
    name: className == null || className === '' ? name : `${className}.${name}`,
    message: (errorDetails ?? '').split('\n', 1)[0] ?? '',
    age: age ?? undefined,
  };
}
