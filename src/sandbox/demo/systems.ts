import { startGithub, tokens } from '../github/github.ts';
import { stockForge } from '../github/stock.ts';
import { startJenkins, usualUser } from '../jenkins/jenkins.ts';
import { stockFarm } from '../jenkins/stock.ts';

/** A system of this machine that the demo's configuration names. */
interface Started {
  /** Its lines of the configuration. */
  lines: string;
  /** What the configuration reads from files, by their names. */
  secrets: Readonly<Record<string, string>>;
  running: AsyncDisposable;
}

/** Systems with something in them, one entry each: they are started together. */
const systems: Readonly<Record<string, () => Promise<Started>>> = { jenkins, github };

/** All of them, as one. */
export async function startSystems(): Promise<Started> {
  const started = await Promise.all(Object.values(systems).map((start) => start()));
  return {
    lines: started.map(({ lines }) => lines).join('\n'),
    secrets: Object.assign({}, ...started.map(({ secrets }) => secrets)),
    running: {
      [Symbol.asyncDispose]: async () => {
        await Promise.allSettled(started.map(({ running }) => running[Symbol.asyncDispose]()));
      },
    },
  };
}

/** What these systems know somebody of the sandbox by, as `people` of the configuration has it. */
export const accountsOf = (name: string): string[] => [`github: ${name}`];

async function jenkins(): Promise<Started> {
  const running = await startJenkins();
  stockFarm(running.farm);
  const lines = `
# It is on this machine too, and builds what it is told to.
jenkins: { url: '${running.url}', user: ${usualUser.name}, token: '\${file:jenkins-token}' }
builds: { system: jenkins }
`;
  return { lines, secrets: { 'jenkins-token': `${usualUser.token}` }, running };
}

async function github(): Promise<Started> {
  const running = await startGithub();
  stockForge(running.forge);
  const repositories = [...running.forge.repositories.keys()].join(', ');
  const lines = `# So is this one: pull requests, and workflows (ops builds --system github).
github: { url: '${running.url}', token: '\${file:github-token}', repositories: [${repositories}] }
`;
  return { lines, secrets: { 'github-token': tokens.ops }, running };
}
