import { expect, it } from 'vitest';
import { type Attack, openTarget, type Target } from '../support/attack.ts';
import { bashScript } from '../support/listening.ts';
import type { Said } from '../support/ops.ts';

const isProtected = (config: string): string =>
  config
    .replace('confirm: false', 'protected: true')
    .replace(
      '  - { name: prod-takes-two',
      '  - { name: all-load, allow: everyone, commands: load-db }\n  - { name: prod-takes-two',
    );

/** Raj waits for prod behind tom's lock; something happens; tom unlocks it; what raj is told. */
const inLine =
  (happens: (target: Target) => unknown) =>
  async (target: Target): Promise<Said> => {
    await target.by('tom', ['lock', 'uat', '--reason', 'mine', '--for', '5m']);
    const { ended } = await target.wait('raj', ['deploy', 'uat', '--queue'], /Next in line/);
    await happens(target);
    await target.by('tom', ['unlock', 'uat']);
    return ended;
  };

const script = (target: Target, environment: string): void => {
  const manifest = `# environment: target\n${environment}`;
  target.project.write(
    'scripts/load-db',
    bashScript('load-db', 'echo loaded >> done', manifest).replace('effect: read', 'effect: change'),
    0o755,
  );
};

const attacks: readonly Attack[] = [
  {
    attack: 'the rules are edited while a line waits its turn',
    try: inLine(({ edit }) =>
      edit((text) => text.replace('policy:\n', 'policy:\n  - { deny: raj, commands: deploy }\n')),
    ),
    ...{ code: 77, says: /people, roles, rules or environments were edited since: nothing was run/ },
  },
  {
    attack: 'the configuration is broken while a line waits for a lock whose time ends',
    try: async (target) => {
      await target.by('tom', ['lock', 'uat', '--reason', 'mine', '--for', '5m']);
      const { ended } = await target.wait('raj', ['deploy', 'uat', '--queue'], /Next in line/);
      target.edit((text) => `${text}  - { allow: raj\n`);
      target.pass(5 * 60_000);
      return ended;
    },
    ...{ code: 78, says: /\.chatopsrc/ },
  },
  {
    attack: 'a role is taken while a line waits its turn',
    on: (config) => config.replace('name: everyone-deploys, allow: everyone', 'name: leads-deploy, allow: lead'),
    try: async (target) => {
      await target.by('tom', ['role', 'add', 'lead', 'raj']);
      return inLine(({ by }) => by('tom', ['role', 'remove', 'lead', 'raj']))(target);
    },
    ...{ code: 77, says: /raj may not run ops deploy uat --queue: no rule allows it/ },
  },
  {
    attack: 'a script takes a list of environments, of which none would be asked for by its name',
    on: isProtected,
    try: (target) => {
      script(target, '# args:\n#   target: { summary: Where, required: true, variadic: true }\n');
      return target.by('raj', ['load-db', 'prod']);
    },
    ...{ code: 78, says: /environment must be an argument or an option that is one word, not "target"/ },
  },
  {
    attack: 'a script takes its environment several times',
    on: isProtected,
    try: (target) => {
      script(target, '# options:\n#   target: { summary: Where, repeat: true }\n');
      return target.by('raj', ['load-db', '--target', 'uat', '--target', 'prod']);
    },
    ...{ code: 78, says: /environment must be an argument or an option that is one word, not "target"/ },
  },
  {
    attack: 'a script of one environment is given no name, or that of another one',
    on: isProtected,
    try: (target) => {
      script(target, '# options:\n#   target: { summary: Where, short: t }\n');
      return target.by('raj', ['load-db', '-tprod', '--yes', '--confirm', 'uat']);
    },
    ...{ code: 64, says: /--confirm names uat, and the line is about prod: nothing was run/ },
  },
  {
    attack: 'somebody with the name of the owner frees a lock',
    try: async ({ by, project }) => {
      const { ops } = await import('../support/ops.ts');
      await by('tom', ['lock', 'prod', '--reason', 'mine']);
      return ops(project.folder, ['unlock', 'prod'], { actor: { id: 'os:here:1002', name: 'tom' } });
    },
    ...{ code: 77, says: /prod is locked by tom since .*: mine\. It is not yours/ },
  },
  {
    attack: 'a rule that asks for everything is asked whether it may be answered',
    on: (config) => config.replace('commands: [deploy], environments: prod', 'effect: change'),
    try: async ({ by, wait }) => {
      const { run, ended } = await wait('mary', ['deploy', 'prod', '--wait']);
      expect((await by('raj', ['approve', run, '--yes'])).exitCode).toBe(77);
      expect((await by('tom', ['approve', run, '--yes'])).exitCode).toBe(0);
      return ended;
    },
    ...{ code: 0, says: /tom approved it/, runs: 1 },
  },
];

it.each(attacks)(
  'what guards an environment holds where $attack',
  async ({ on, try: attack, code, says, runs = 0 }) => {
    const target = openTarget(on);
    const { exitCode, words } = await attack(target);
    expect(words).toMatch(says);
    expect(exitCode, words).toBe(code);
    expect(target.done()).toBe(runs);
  },
);
