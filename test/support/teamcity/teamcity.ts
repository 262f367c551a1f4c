import { onTestFinished } from 'vitest';
import { type FakeTeamcity, startTeamcity, usualToken } from './server.ts';

/** A TeamCity until the test ends, which fails where the contract was broken. */
export async function openTeamcityFarm(): Promise<FakeTeamcity> {
  const fake = await startTeamcity();
  process.env.TEAMCITY_TOKEN = usualToken;
  onTestFinished(async () => {
    delete process.env.TEAMCITY_TOKEN;
    await fake[Symbol.asyncDispose]();
    if (fake.problems.length > 0) throw new Error(fake.problems.join('\n'));
  });
  return fake;
}

/** The part of a configuration that names that TeamCity. */
export const teamcityConfig = ({ url }: Pick<FakeTeamcity, 'url'>): string =>
  `teamcity: { url: '${url}', token: '\${env:TEAMCITY_TOKEN}' }\n`;
