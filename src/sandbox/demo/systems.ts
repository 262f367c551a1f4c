import { startGithub, tokens } from '../github/github.ts';
import { stockForge } from '../github/stock.ts';
import { startGraphite } from '../graphite/graphite.ts';
import { stockMetrics } from '../graphite/stock.ts';
import { startJenkins, usualUser } from '../jenkins/jenkins.ts';
import { stockFarm } from '../jenkins/stock.ts';
import { startJira, usualOwner } from '../jira/jira.ts';
import { accounts, stockSite } from '../jira/stock.ts';

/** A system of this machine that the demo's configuration names. */
interface Started {
  /** Its lines of the configuration. */
  lines: string;
  /** What the configuration reads from files, by their names. */
  secrets: Readonly<Record<string, string>>;
  running: AsyncDisposable;
}

/** Systems with something in them, one entry each: they are started together. */
const systems: Readonly<Record<string, () => Promise<Started>>> = { jenkins, github, jira, graphite };

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
export function accountsOf(name: string): string[] {
  const ticketAccount = Object.entries(accounts).find(([one]) => one === name)?.[1];
  return [`github: ${name}`, ...(ticketAccount === undefined ? [] : [`jira: ${ticketAccount}`])];
}

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

async function jira(): Promise<Started> {
  const running = await startJira({ edition: 'cloud' });
  stockSite(running.site);
  const lines = `# Tickets of two projects, one with a sprint.
jira:
  url: '${running.url}'
  edition: cloud
  user: ${usualOwner.email}
  token: '\${file:jira-token}'
  projects:
    PS: { board: 12 }
    OPS:
`;
  return { lines, secrets: { 'jira-token': `${usualOwner.token}` }, running };
}

async function graphite(): Promise<Started> {
  const running = await startGraphite();
  stockMetrics(running.store);
  const lines = `
# What the shop is watched by, and graphs of it by name.
graphite: { url: '${running.url}' }
graphs:
  checkout:
    targets:
      - alias(shop.checkout.p50, 'half of all')
      - alias(shop.checkout.p95, '95 of 100')
    title: Checkout, time to answer
    unit: ms
    thresholds: { limit: 500 }
  machines: { targets: ['aliasByNode(shop.web*.cpu, 1)'], title: How busy the machines are, unit: percent }
  orders: { targets: ['alias(shop.checkout.orders, "orders")'], title: Orders a minute, from: 1d }
`;
  return { lines, secrets: {}, running };
}
