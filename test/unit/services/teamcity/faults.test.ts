import type { ServerResponse } from 'node:http';
import { beforeEach, describe, expect, it } from 'vitest';
import { pathOf } from '../../../../src/services/teamcity/ask.ts';
import { faultOf } from '../../../../src/services/teamcity/fault.ts';
import type { FakeTeamcity } from '../../../support/teamcity/server.ts';
import { openTeamcityFarm } from '../../../support/teamcity/teamcity.ts';
import { asked, opened } from './opened.ts';

let teamcity: FakeTeamcity;

beforeEach(async () => {
  teamcity = await openTeamcityFarm();
  teamcity.farm.add('Shop_Build');
});

const answering = (answer: (response: ServerResponse) => void) => {
  teamcity.fault = (_, response) => {
    answer(response);
    return true;
  };
};

describe('a TeamCity that says no', () => {
  it('to a token says where that stands', async () => {
    await expect(opened(teamcity, asked('old')).jobs({ most: 1 })).rejects.toMatchObject({
      outcome: 'config',
      message: `TeamCity (${teamcity.url}/app/rest/buildTypes) answers 401`,
      hint: 'it does not take the credentials under teamcity: has the token expired? ops config',
    });
  });

  it.each([
    ['a page of it', 200, 'text/html', '<html>Log in</html>', 'unavailable', 'a page for people where JSON was due'],
    [
      'another shape',
      200,
      'application/json',
      '{"buildType":[{}]}',
      'unavailable',
      'than TeamCity does, at buildType.0.id',
    ],
    [
      'a 404 of somebody else',
      404,
      'text/html',
      '<html>nginx</html>',
      'config',
      'answers 404, and not as TeamCity does',
    ],
    [
      'words',
      400,
      'application/json',
      '{"errors":[{"message":"Bad\\n locator"}]}',
      'failed',
      'answers 400: Bad locator',
    ],
  ])('with %s is told', async (_, status, type, body, outcome, message) => {
    answering((response) => response.writeHead(status, { 'content-type': type }).end(body));
    await expect(opened(teamcity).jobs({ most: 1 })).rejects.toMatchObject({
      outcome,
      message: expect.stringContaining(message),
    });
  });

  it('to a start says why', async () => {
    answering((response) => response.writeHead(400).end('{"errors":[{"message":"Build is frozen"}]}'));
    await expect(opened(teamcity).start('Shop_Build', {})).rejects.toThrow(
      'TeamCity puts no build of Shop_Build in its queue: Build is frozen',
    );
  });

  it('with nothing at all is given up after a while', async () => {
    teamcity.fault = () => true;
    await expect(opened(teamcity, { timeout: 40 }).jobs({ most: 1 })).rejects.toMatchObject({
      outcome: 'unavailable',
      message: expect.stringMatching(/^TeamCity: 127\.0\.0\.1:\d+ did not answer within/),
    });
  });

  it('never has its token in an error', async () => {
    for (const status of [400, 401, 403, 404, 500]) {
      answering((response) => response.writeHead(status).end('no'));
      const error = await opened(teamcity)
        .jobs({ most: 1 })
        .catch((reason: unknown) => reason);
      expect(JSON.stringify([error, String(error)])).not.toContain('teamcity-token');
    }
  });
});

describe('a page goes on', () => {
  it.each([
    ['/app/rest/builds?locator=start:2', 'https://ci.example.com'],
    ['/tc/app/rest/builds?locator=start:2', 'https://ci.example.com/tc'],
    ['/app/rest/builds?locator=start:2', 'https://ci.example.com/tc'],
    ['https://elsewhere.example.com/tc/app/rest/builds?locator=start:2', 'https://ci.example.com/tc'],
  ])('at %s below %s', (href, url) => {
    expect(pathOf(href, url)).toBe('/app/rest/builds?locator=start:2');
  });

  it('nowhere but in the API', () => {
    expect(() => pathOf('/login.html', 'https://ci.example.com')).toThrow('which is not of its API');
  });
});

it.each([
  ['{"errors":[{"message":"a"},{"message":"b\\n c"}]}', 'a; b c'],
  ['<html>', ''],
  ['{"error":1}', ''],
])('what is wrong is read from %s', (body, said) => {
  expect(faultOf(body)).toBe(said);
});
