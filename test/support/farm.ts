import { onTestFinished } from 'vitest';
import { type FakeJenkins, startJenkins, usualUser } from '../../src/sandbox/jenkins/jenkins.ts';
import { stockFarm } from '../../src/sandbox/jenkins/stock.ts';

/** The part of a configuration that names that Jenkins. */
export const jenkinsConfig = ({ url }: Pick<FakeJenkins, 'url'>): string =>
  `jenkins: { url: '${url}', user: ${usualUser.name}, token: '\${env:JENKINS_TOKEN}' }\n`;

/** A Jenkins with jobs and builds in it, whose token the environment has, until the test ends. */
export async function openFarm(): Promise<FakeJenkins> {
  const jenkins = await startJenkins();
  process.env['JENKINS_TOKEN'] = usualUser.token;
  onTestFinished(async () => {
    delete process.env['JENKINS_TOKEN'];
    await jenkins[Symbol.asyncDispose]();
  });
  stockFarm(jenkins.farm);
  return jenkins;
}
