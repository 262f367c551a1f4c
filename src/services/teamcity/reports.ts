import type { Agent, Bounded, BuildName, FailedTest, Tests } from '../../context/builds.ts';
import type { Teamcity } from './ask.ts';
import { agentsFields, failuresFields, testCountsFields } from './fields.ts';
import { branchOf, locatorOf } from './locator.ts';
import {
  type AgentShape,
  agentsShape,
  countShape,
  type FailureShape,
  failuresShape,
  testCountsShape,
} from './shapes.ts';

const mostAgents = 500;
const perPage = 100;
/** Failed tests that are told of. */
const mostTests = 50;
/** Builds that tests began to fail in of which it is counted how long ago they were. */
const mostCounted = 8;
const longestCount = 1000;

export async function listAgents(teamcity: Teamcity): Promise<Bounded<Agent>> {
  const locator = locatorOf({ defaultFilter: false, count: perPage });
  const found: Agent[] = [];
  for await (const { agent } of teamcity.pages(
    '/app/rest/agents',
    agentsShape,
    { locator, fields: agentsFields },
    10,
  )) {
    found.push(...(agent ?? []).map(readAgent));
    if (found.length > mostAgents) break;
  }
  return { items: found.slice(0, mostAgents), hasMore: found.length > mostAgents };
}

/** An agent builds one at a time. */
function readAgent(shape: AgentShape): Agent {
  const { name, connected, enabled, authorized, build } = shape;
  const isOnline = connected === true && enabled === true && authorized === true;
  return {
    name,
    isOnline,
    why: isOnline ? undefined : whyNot(shape),
    executors: 1,
    busy: build?.id == null ? 0 : 1,
  };
}

function whyNot({ connected, enabled, authorized, disconnectionComment, enabledInfo }: AgentShape): string | undefined {
  if (connected !== true) return disconnectionComment || 'not connected';
  if (authorized !== true) return 'not authorized';
  const comment = enabledInfo?.comment?.text;
  return enabled === true ? undefined : comment ? `disabled: ${comment}` : 'disabled';
}

export async function findTests({ number }: BuildName, teamcity: Teamcity): Promise<Tests> {
  const counts = await teamcity.find(`/app/rest/builds/id:${number}`, testCountsShape, { fields: testCountsFields });
  if (counts === undefined) return { failed: [], passed: 0, skipped: 0, hasMore: false };
  const locator = locatorOf({ build: { id: counts.id }, status: 'FAILURE', count: mostTests + 1 });
  const query = { locator, fields: failuresFields };
  const { testOccurrence } = (await teamcity.find('/app/rest/testOccurrences', failuresShape, query)) ?? {};
  const failures = (testOccurrence ?? []).slice(0, mostTests);
  const ages = await agesOf(failures, counts, teamcity);
  return {
    failed: failures.map((failure) => readFailure(failure, ages)),
    passed: counts.testOccurrences?.passed ?? 0,
    skipped: counts.testOccurrences?.ignored ?? 0,
    hasMore: (testOccurrence?.length ?? 0) > mostTests,
  };
}

function readFailure(failure: FailureShape, ages: ReadonlyMap<number, number>): FailedTest {
  const lines = (failure.details ?? '').split('\n').map((line) => line.trim());
  const message = lines.find((line) => line !== '') ?? '';
  return { name: failure.name, message, age: ages.get(firstOf(failure) ?? -1) };
}

const firstOf = ({ firstFailed }: FailureShape): number | undefined => firstFailed?.build?.id ?? undefined;

interface Failing {
  id: number;
  buildTypeId: string;
  branchName?: string | null | undefined;
}

/** For each build that one of the tests began to fail in: how many builds that makes until this one. */
async function agesOf(failures: readonly FailureShape[], here: Failing, teamcity: Teamcity) {
  const firsts = new Set(failures.flatMap((failure) => firstOf(failure) ?? []));
  firsts.delete(here.id);
  const counted = [...firsts].slice(0, mostCounted).map(async (first) => {
    const between = {
      buildType: { id: here.buildTypeId },
      branch: branchOf(here.branchName ?? undefined),
      sinceBuild: { id: first },
      untilBuild: { id: here.id },
      count: longestCount,
    };
    const found = await teamcity.find('/app/rest/builds', countShape, { locator: locatorOf(between), fields: 'count' });
    return [first, found?.count] as const;
  });
  const known = (await Promise.all(counted)).flatMap(([first, count]) =>
    count == null ? [] : [[first, count + 1] as const],
  );
  return new Map([[here.id, 1] as const, ...known]);
}
