import { type Acting, commitId, type Farm, type FarmBuild, type FarmJob, type Result } from './farm.ts';

const minute = 60_000;

interface Past {
  result: Result;
  /** Minutes. */
  took: number;
  by?: string;
  msg?: string;
}

/** What a job has behind it, the last one `ago` minutes ago, and each an hour before the next. */
function give(farm: Farm, job: FarmJob, ago: number, pasts: readonly Past[]): FarmBuild[] {
  const first = farm.now() - (ago + (pasts.length - 1) * 60) * minute;
  for (const [index, { result, took, by = 'timer', msg }] of pasts.entries()) {
    const number = job.next++;
    const author = ['Ana', 'Mary', 'Tom'][number % 3] ?? 'Ana';
    const email = `${author.toLowerCase()}@sandbox.example`;
    const commits = msg === undefined ? [] : [{ commitId: commitId(`${job.name} ${number}`), msg, author, email }];
    job.builds.unshift({
      ...{ job, number, queueId: 0, at: first + index * 60 * minute, duration: took * minute, result },
      ...{
        log: Buffer.from(logOf(job.name, number, result)),
        by,
        parameters: defaultsOf(job),
        commits,
        branch: 'main',
      },
      ...{ artifacts: [], stop: new AbortController() },
    });
  }
  return job.builds;
}

const defaultsOf = ({ parameters = [] }: FarmJob): Record<string, string> =>
  Object.fromEntries(parameters.map(({ name, default: usual, choices }) => [name, `${usual ?? choices?.[0] ?? ''}`]));

const logOf = (name: string, number: number, result: Result): string =>
  [
    'Started by timer',
    `Building ${name} #${number}`,
    '[Pipeline] stage (Compile)',
    'Compiling 214 files',
    '[Pipeline] stage (Test)',
    ...(result === 'FAILURE' ? ['1 test failed: Till rings', 'ERROR: there are failed tests'] : ['All tests passed']),
    `Finished: ${result}`,
    '',
  ].join('\n');

const ok = (took: number, msg?: string): Past => ({ result: 'SUCCESS', took, ...(msg === undefined ? {} : { msg }) });
const failed = (took: number, msg: string): Past => ({ result: 'FAILURE', took, msg });

async function work(act: Acting, stages: readonly string[], each: number): Promise<Result> {
  for (const stage of stages) {
    act.write(`[Pipeline] stage (${stage})\n`);
    for (let part = 1; part <= 4; part++) {
      await act.pause(each);
      act.write(`${stage} ${part * 25} %\n`);
    }
  }
  return 'SUCCESS';
}

/** Jobs of a small shop: one that goes well, one that broke, one that deploys, branches, and a machine that is away. */
export function stockFarm(farm: Farm): void {
  farm.agents.splice(0, farm.agents.length);
  farm.agents.push(
    { name: 'linux-1', executors: 2 },
    { name: 'mac-1', executors: 1, isOffline: true, why: 'Disk space is below threshold of 1.00 GiB' },
  );
  const shop = farm.add('shop', { script: (_, act) => work(act, ['Compile', 'Test'], 120) });
  const [last] = give(farm, shop, 25, [
    ...[ok(4), ok(4.2), ok(5), failed(2, 'Round prices up'), ok(4.4), ok(4.1), ok(4.6, 'Sell chairs')],
    failed(2.2, 'Count free shipping twice'),
  ]);
  if (last !== undefined) {
    last.tests = [
      { className: 'shop.Till', name: 'rings', status: 'REGRESSION', message: 'expected 9.50 but was 19.00', age: 1 },
      { className: 'shop.Till', name: 'opens', status: 'PASSED' },
      { className: 'shop.Cart', name: 'adds up', status: 'PASSED' },
    ];
    last.artifacts.push({ path: 'out/test-report.html', content: Buffer.alloc(48_000, '.') });
  }
  const deploy = farm.add('web/deploy', {
    parameters: [
      { name: 'TARGET', type: 'Choice', choices: ['uat', 'prod'], description: 'Where to' },
      { name: 'QUICK', type: 'Boolean', default: false, description: 'Leave the slow checks out' },
    ],
    script: ({ parameters }, act) =>
      work(act, parameters['QUICK'] === 'true' ? ['Release'] : ['Check', 'Release', 'Look'], 400),
  });
  give(
    farm,
    deploy,
    90,
    Array.from({ length: 17 }, (_, index) => ok(1 + (index % 3) / 4, `Release ${index + 1}`)),
  );
  const main = farm.add('web/pipeline/main', { script: (_, act) => work(act, ['Compile', 'Test', 'Pack'], 300) });
  const [packed] = give(farm, main, 200, [ok(7, 'Say more')]);
  packed?.artifacts.push(
    { path: 'dist/shop.tar', content: Buffer.alloc(245_760) },
    { path: 'dist/shop.sha256', content: Buffer.from(`${'0'.repeat(64)}  shop.tar\n`) },
  );
  give(farm, farm.add('web/pipeline/feature%2Flogin'), 300, [
    { result: 'UNSTABLE', took: 8, msg: 'Let people sign in' },
  ]);
  give(farm, farm.add('mac/nightly', { isDisabled: true }), 2000, [{ result: 'ABORTED', took: 90 }]);
}
