import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { type Attack, importer, openTarget, runIn, type Target } from '../support/attack.ts';
import type { Said } from '../support/ops.ts';

const prod = ['deploy', 'prod'];
const waitingProd = [...prod, '--wait'];

/** Mary waits for prod; something happens; tom approves it; what mary is told. */
const meanwhile =
  (happens: (target: Target, run: string) => unknown, line = waitingProd, who = 'tom') =>
  async (target: Target): Promise<Said> => {
    const { run, ended } = await target.wait('mary', line);
    await happens(target, run);
    await target.by(who, ['approve', run, '--yes']);
    return ended;
  };

const void_ = (what: RegExp): Pick<Attack, 'code' | 'says'> => ({
  ...{ code: 77, says: new RegExp(`the approval is void and nothing was run: ${what.source}`) },
});
const commit = ({ project }: Target): void => {
  project.write('web/version', 'v4\n');
  project.git('commit', '--all', '--quiet', '--message', 'v4');
};
const role = (target: Target, change: 'add' | 'remove', name: string, who: string) =>
  target.by('tom', ['role', change, name, who]);
const inAWhile = 20 * 60_000;
const from = (ahead: number): string => new Date(Date.now() + ahead).toISOString().slice(0, 16);
const frozenSoon = (config: string): string => {
  const freeze = `{ start: ${from(inAWhile / 2)}, zone: UTC, reason: sale, override: { from: lead } }`;
  return config.replace('confirm: false', `freeze: [${freeze}]`);
};

/** Writes an approval of tom into the file, as no `ops` would. */
function forgeApproval({ project }: Target, run: string): void {
  using database = new DatabaseSync(`${project.folder}/.ops/journal.db`);
  const copy = `INSERT INTO facts SELECT (SELECT max(sequence) + 1 FROM facts), run, 'approval', subject,
    json_object('mark', json_extract(data, '$.mark'), 'person', 'tom', 'counts', json('[0]')), at, 'os:here:1003', 'tom'
    FROM facts WHERE kind = 'approval request' AND subject = '${run}'`;
  database.exec(copy);
}

const attacks: readonly Attack[] = [
  { attack: 'another commit comes', try: meanwhile(commit), ...void_(/what would run is another plan/) },
  {
    attack: 'the program is another one',
    try: meanwhile(({ project }) => project.write('deploy', '#!/bin/sh\necho mine >> done\n', 0o755)),
    ...void_(/what would run is another plan/),
  },
  {
    attack: 'the app gets another variable',
    try: meanwhile(({ edit }) =>
      edit((config) => config.replace('ref: main', 'ref: main\n    env: { FORCE: yes-now }')),
    ),
    ...void_(/what would run is another plan/),
  },
  {
    attack: 'the file says something else, at the same length',
    try: meanwhile(({ project }) => project.write('report.csv', 'evil\n'), ['import-it', 'report.csv', '--wait']),
    ...void_(/what would run is another plan/),
  },
  {
    attack: 'the script is another one',
    try: meanwhile(
      ({ project }) => project.write('scripts/import-it', importer('echo mine >> done'), 0o755),
      ['import-it', 'report.csv', '--wait'],
    ),
    ...void_(/what would run is another plan/),
  },
  {
    attack: 'the policy is edited so that raj may approve it',
    try: meanwhile(
      ({ edit }) => edit((config) => config.replace('lead: [tom, ann]', 'lead: [raj, tom]')),
      waitingProd,
      'raj',
    ),
    ...void_(/people, roles, rules or environments were edited since/),
  },
  {
    attack: 'a freeze has begun since, which the approval says nothing of',
    on: frozenSoon,
    try: async ({ by }) => {
      const line = [...prod, '--override', 'hotfix'];
      await by('tom', ['approve', runIn(await by('mary', line)), '--yes']);
      return by('mary', line, inAWhile);
    },
    ...{ code: 77, says: /takes more by now: the rule environments\.prod\.freeze\.0 asks for it/ },
  },
  {
    attack: 'whoever approved it is a lead no longer when it starts',
    on: (config) => config.replace('{ from: lead, within: 30m }', '{ from: lead, count: 2, within: 30m }'),
    try: async (target) => {
      await role(target, 'add', 'lead', 'raj');
      return meanwhile(async ({ by }, run) => {
        expect((await by('raj', ['approve', run, '--yes'])).exitCode).toBe(0);
        await role(target, 'remove', 'lead', 'raj');
      })(target);
    },
    ...{ code: 77, says: /not all that is needed is there, and nothing was run: it takes 2 approvals of lead/ },
  },
  {
    attack: 'whoever approves it is a lead no longer',
    try: async (target) => {
      await role(target, 'add', 'lead', 'raj');
      const run = runIn(await target.by('mary', prod));
      await role(target, 'remove', 'lead', 'raj');
      return target.by('raj', ['approve', run, '--yes']);
    },
    ...{ code: 77, says: /raj is not one of lead/ },
  },
  {
    attack: 'whoever asked may not deploy any more',
    on: (config) => config.replace('name: everyone-deploys, allow: everyone', 'name: leads-deploy, allow: lead'),
    try: async (target) => {
      await role(target, 'add', 'lead', 'mary');
      return meanwhile(() => role(target, 'remove', 'lead', 'mary'))(target);
    },
    ...{ code: 77, says: /mary may not run ops deploy prod --wait: no rule allows it/ },
  },
  {
    attack: 'whoever asks becomes a lead, and approves it',
    try: async (target) => {
      const run = runIn(await target.by('mary', prod));
      await role(target, 'add', 'lead', 'mary');
      return target.by('mary-elsewhere', ['approve', run, '--yes']);
    },
    ...{ code: 77, says: /mary asks for it, with another account, and approves nothing of that/ },
  },
  {
    attack: 'one lead approves twice, with two accounts',
    on: (config) => config.replace('{ from: lead, within: 30m }', '{ from: lead, count: 2, within: 30m }'),
    try: async ({ by }) => {
      const run = runIn(await by('mary', prod));
      await by('tom', ['approve', run, '--yes']);
      return by('tom-elsewhere', ['approve', run, '--yes']);
    },
    ...{ code: 77, says: /tom has approved run \w{8} already/ },
  },
  {
    attack: 'the line of the lead who approved another run is repeated by whoever asks',
    try: async ({ by }) => {
      const first = runIn(await by('mary', prod));
      await by('tom', ['approve', first, '--yes']);
      const [line] = JSON.parse((await by('mary', ['history', '--json', '--command', 'approve'])).stdout).runs;
      return by('mary', ['rerun', line.id, '--yes']);
    },
    ...{ code: 77, says: /mary asks for it, and approves nothing of that/ },
  },
  {
    attack: 'a run that was approved is repeated by somebody else',
    try: async ({ by }) => {
      const run = runIn(await by('mary', prod));
      await by('tom', ['approve', run, '--yes']);
      expect((await by('mary', prod)).exitCode).toBe(0);
      return by('raj', ['rerun', run, '--yes']);
    },
    ...{ code: 75, says: /it waits for 1 approval of lead/, runs: 1 },
  },
  {
    attack: 'a run that was approved and carried out is typed again',
    try: async ({ by }) => {
      await by('tom', ['approve', runIn(await by('mary', prod)), '--yes']);
      expect((await by('mary', prod)).exitCode).toBe(0);
      return by('mary', prod);
    },
    ...{ code: 75, says: /it waits for 1 approval of lead/, runs: 1 },
  },
  {
    attack: 'prod is locked by somebody else when it is approved',
    try: meanwhile(({ by }) => by('raj', ['lock', 'prod', '--reason', 'mine', '--for', '5m'])),
    ...{ code: 75, says: /prod is locked by raj since .*: mine/ },
  },
  {
    attack: 'what is promoted is signed off no longer',
    on: (config) =>
      config.replace('confirm: false', 'after: uat').replace('commands: [deploy], env', 'commands: [promote], env'),
    try: async (target) => {
      await target.by('mary', ['deploy', 'uat', '--ref', 'v1']);
      await target.by('mary', ['signoff', 'uat']);
      return meanwhile(
        ({ by }) => by('raj', ['deploy', 'uat', '--ref', 'v2']),
        ['promote', 'uat', 'prod', '--wait'],
      )(target);
    },
    ...{ code: 77, says: /web v1 was signed off in uat by mary, .*, and that is void: raj brought v2 there since/ },
  },
  {
    attack: 'somebody calls themselves like a lead when they ask',
    try: async ({ by, project }) => {
      const { ops } = await import('../support/ops.ts');
      const ann = { id: 'os:here:1001', name: 'ann' };
      const run = runIn(await ops(project.folder, prod, { actor: ann }));
      return by('tom', ['approve', run]);
    },
    ...{ code: 64, says: /^Run \w{8} of mary: ops deploy prod\n/ },
  },
  {
    attack: 'an approval is written into the journal with sqlite3, which its file cannot keep anybody from',
    try: async (target) => {
      forgeApproval(target, runIn(await target.by('mary', prod)));
      return target.by('raj', ['audit', 'verify']);
    },
    ...{ code: 1, says: /facts \d+/ },
  },
];

it.each(attacks)('an approval is no way around it where $attack', async ({ on, try: attack, code, says, runs = 0 }) => {
  const target = openTarget(on);
  const { exitCode, words } = await attack(target);
  expect(words).toMatch(says);
  expect(exitCode, words).toBe(code);
  expect(target.done()).toBe(runs);
});

it.each([
  'deploy prod --yes',
  'deploy --yes prod',
  '--yes deploy prod',
  '--yes --json deploy --ref v1 prod',
  'deploy -- prod',
  'deploy prod --confirm prod',
  'deploy prod --override now',
  'deploy prod --queue',
  'deploy prod --timeout 1h',
  'deploy prod --app web',
  'deploy prod -r v2',
  'deploy prod -rv2',
])('takes an approval however it is typed: %s', async (line) => {
  const target = openTarget();
  expect((await target.by('mary', line.split(' '))).exitCode).toBe(75);
  expect(target.done()).toBe(0);
});
