import { fetch } from 'undici';
import { expect, it, onTestFinished } from 'vitest';
import { startGithub } from '../../../src/sandbox/github/github.ts';
import { startGraphite } from '../../../src/sandbox/graphite/graphite.ts';
import { startJenkins } from '../../../src/sandbox/jenkins/jenkins.ts';
import { startJira } from '../../../src/sandbox/jira/jira.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';

const startSlack = async () => {
  const { apiUrl, close } = await startSandbox();
  return { url: apiUrl, [Symbol.asyncDispose]: close };
};

it.each([
  ['Slack', startSlack],
  ['Jenkins', startJenkins],
  ['Jira', startJira],
  ['GitHub', startGithub],
  ['Graphite', startGraphite],
])('a connection to %s that nobody uses stays for two minutes', async (_, start) => {
  const system = await start();
  onTestFinished(() => system[Symbol.asyncDispose]());
  const { headers } = await fetch(system.url);
  expect(headers.get('keep-alive')).toBe('timeout=120');
});
