import { expect, onTestFinished } from 'vitest';
import { type FakeJira, startJira, usualOwner } from '../../../src/sandbox/jira/jira.ts';
import type { Edition, SiteOptions } from '../../../src/sandbox/jira/site.ts';
import { stockSite } from '../../../src/sandbox/jira/stock.ts';
import { openContract } from './contract.ts';

export const editions: readonly Edition[] = ['cloud', 'server'];

/** The part of a configuration that names that Jira. `rest` stands in its section. */
export function jiraConfig({ url, site }: Pick<FakeJira, 'url' | 'site'>, rest = ''): string {
  const user = site.edition === 'cloud' ? `user: ${usualOwner.email}, ` : '';
  const more = rest === '' ? '' : `, ${rest}`;
  return `jira: { url: '${url}', ${user}token: '\${env:JIRA_TOKEN}', edition: ${site.edition}${more} }\n`;
}

/** The four of the sandbox; whoever types in a terminal of a test is Mary. */
export function peopleConfig({ site }: Pick<FakeJira, 'site'>): string {
  const ids: Readonly<Record<string, string>> = { mary: 'here:1', tom: 'here:2', ana: 'here:3', raj: 'here:4' };
  const lines = Object.entries(ids).map(([name, os]) => {
    const account = site.people.find(({ email }) => email === `${name}@sandbox.example`);
    return `  ${name}: { os: '${os}'${account === undefined ? '' : `, jira: '${account.id}'`} }\n`;
  });
  return `people:\n${lines.join('')}`;
}

/**
 * A Jira with tickets in it, whose token the environment has, until the test ends. Where what Jira Cloud says of itself
 * is at hand, each exchange with it is held against that.
 */
export async function openSite(edition: Edition = 'cloud', options: SiteOptions = {}): Promise<FakeJira> {
  const judge = await openContract();
  const broken: string[] = [];
  const jira = await startJira({ ...options, edition, onExchange: (exchange) => broken.push(...judge(exchange)) });
  const before = process.env['JIRA_TOKEN'];
  process.env['JIRA_TOKEN'] = usualOwner.token;
  onTestFinished(async () => {
    if (before === undefined) delete process.env['JIRA_TOKEN'];
    else process.env['JIRA_TOKEN'] = before;
    await jira[Symbol.asyncDispose]();
    expect(broken).toEqual([]);
  });
  stockSite(jira.site);
  return jira;
}
