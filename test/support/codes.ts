import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { CodeDesk } from '../../src/context/codes.ts';
import type { Host, Privately } from '../../src/context/host.ts';
import { createSystem } from '../../src/host/system.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { inRoom, inTerminals, twoRule } from './approved.ts';
import { codeOf, secretIn } from './authenticator.ts';
import { ops, root, type Said } from './ops.ts';
import type { Project } from './project.ts';

export { codeOf, secretIn };

/** Nobody asks for codes there. */
export const noCodes: CodeDesk = {
  give: () => Promise.reject(new Error('no code is to be given')),
  spend: async () => {},
  asking: async () => undefined,
};

/** One that is none of this minute or the next. */
export function wrongCode(secret: string): string {
  const right = new Set([-2, -1, 0, 1, 2, 3].map((steps) => codeOf(secret, steps)));
  return ['000000', '111111', '222222', '333333', '444444', '555555', '666666'].find((code) => !right.has(code)) ?? '';
}

/** A person at a terminal who answers so, one after the other; and what was shown to them alone. */
export function person(...answers: ((shown: string) => string)[]): { privately: Privately; shown(): string } {
  let shown = '';
  const privately: Privately = {
    show: (lines) => {
      shown += `${lines.join('\n')}\n`;
    },
    ask: async (question) => {
      shown += question;
      return answers.shift()?.(shown) ?? '';
    },
  };
  return { privately, shown: () => shown };
}

/** The machine, five minutes ago: no code of now was used then. */
function earlier(): Host['system'] {
  const system = createSystem({ root, execPath: process.execPath, env: process.env });
  return { ...system, clock: { ...system.clock, now: () => new Date(Date.now() - 300_000) } };
}

/** Sets somebody up; what comes back is their secret. */
export async function enroll({ folder }: Pick<Project, 'folder'>, actor: Host['actor']): Promise<string> {
  const terminal = person((shown) => codeOf(secretIn(shown), 0, Date.now() - 300_000));
  const said = await ops(folder, ['otp', 'enroll'], { actor, privately: terminal.privately, system: earlier() });
  expect(said.words).toContain('gives one-time codes from now on');
  return secretIn(terminal.shown());
}

export const keyFiles = ({ folder }: Pick<Project, 'folder'>): string[] => {
  const codes = join(folder, '.ops', 'codes');
  return existsSync(codes) ? readdirSync(codes).map((name) => join(codes, name)) : [];
};

const codeRules = `  - { name: prod-takes-a-code, ask: [everyone], commands: [deploy], environments: prod, code: true }
  - { name: own-codes, allow: everyone, commands: [otp-enroll, otp-remove, otp-unlock] }
`;

/** prod takes a one-time code of whoever deploys. */
export const codesInTerminals = inTerminals.replace(twoRule, codeRules);
/** And the approval of a lead. */
export const codesAndApprovals = inTerminals.replace(twoRule, twoRule + codeRules);

/** The same in a room: mary has a terminal too. */
export const codesInRoom = (slack: Sandbox): string => withTerminal(inRoom(slack)).replace(twoRule, codeRules);
export const codesAndApprovalsInRoom = (slack: Sandbox): string =>
  withTerminal(inRoom(slack)).replace(twoRule, twoRule + codeRules);

const withTerminal = (config: string): string => config.replace(/mary: \{ /, "mary: { os: 'here:1001', ");

/** Types a line that takes a code, as somebody who gives these. */
export async function giving(
  folder: string,
  argv: readonly string[],
  actor: Host['actor'],
  ...codes: string[]
): Promise<Said & { shown: string }> {
  const terminal = person(...codes.map((code) => () => code));
  const said = await ops(folder, argv, { actor, privately: terminal.privately });
  return { ...said, shown: terminal.shown() };
}
