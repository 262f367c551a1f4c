import type { ServerResponse } from 'node:http';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FakeJira } from '../../../../src/sandbox/jira/jira.ts';
import { readFault } from '../../../../src/services/jira/fault.ts';
import { editions, openSite } from '../../../support/jira/open.ts';
import { asked, opened } from '../../../support/jira/opened.ts';

let jira: FakeJira;

const answering = (answer: (response: ServerResponse) => void) => {
  jira.fault = (_, response) => {
    answer(response);
    return true;
  };
};

const mine = { sprint: 'open', order: 'rank', most: 5 } as const;

describe.each(editions)('a Jira %s that says no', (edition) => {
  beforeEach(async () => {
    jira = await openSite(edition);
  });

  it('to a token that has expired says where that stands', async () => {
    await expect(opened(jira, asked(jira, 'old')).search(mine)).rejects.toMatchObject({
      outcome: 'config',
      message: expect.stringContaining('answers 401'),
      hint: 'it does not take the credentials under jira: has the token expired? ops config',
    });
  });

  it('by showing a stranger’s view to a token that has expired is not believed', async () => {
    answering((response) => {
      const headers = { 'content-type': 'application/json', 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' };
      response.writeHead(200, headers).end('{"issues":[],"isLast":true,"total":0}');
    });
    await expect(opened(jira).search(mine)).rejects.toMatchObject({
      outcome: 'config',
      message: expect.stringContaining('does not let the token in'),
    });
  });

  it.each([
    ['a page of it', 200, 'text/html', '<html>Log in</html>', 'unavailable', 'a page for people where JSON was due'],
    ['another shape', 200, 'application/json', '{"key":7}', 'unavailable', 'in another shape than Jira does'],
    ['a 404 of somebody else', 404, 'text/html', '<html>nginx</html>', 'config', 'answers 404, and not as Jira does'],
    ['words', 400, 'application/json', '{"errorMessages":["Bad\\n key"]}', 'failed', 'answers 400: Bad key'],
    ['no right to it', 403, 'application/json', '{"message":"not yours"}', 'denied', 'answers 403: not yours'],
    ['too many requests', 429, 'application/json', '{}', 'retry', 'answers 429'],
    ['a fault of its own', 500, 'text/html', '<html>Oops</html>', 'unavailable', 'answers 500'],
  ])('with %s is told', async (_, status, type, body, outcome, message) => {
    answering((response) => response.writeHead(status, { 'content-type': type }).end(body));
    await expect(opened(jira).ticket('PS-1818')).rejects.toMatchObject({
      outcome,
      message: expect.stringContaining(message),
    });
  });

  it('with nothing at all is given up after a while', async () => {
    jira.fault = () => true;
    await expect(opened(jira, { timeout: 40 }).search(mine)).rejects.toMatchObject({
      outcome: 'unavailable',
      message: expect.stringMatching(/^Jira: 127\.0\.0\.1:\d+ did not answer within/),
    });
  });

  it('for a moment is asked again, as long as it does nothing twice', async () => {
    let count = 0;
    jira.fault = (_, response) => {
      if (++count > 1) return false;
      response.writeHead(429, { 'retry-after': '1' }).end();
      return true;
    };
    expect((await opened(jira).search(mine)).items).toHaveLength(5);
    count = 0;
    jira.fault = ({ method }, response) => {
      if (method !== 'POST') return false;
      count += 1;
      response.writeHead(503).end();
      return true;
    };
    const said = opened(jira).comment('PS-1818', { parts: ['once'] });
    await expect(said).rejects.toMatchObject({
      outcome: 'unavailable',
      message: expect.stringContaining('may have been done'),
    });
    expect(count).toBe(1);
  });

  it('knows no ticket that is not there', async () => {
    const tickets = opened(jira);
    expect(await tickets.ticket('PS-1')).toBeUndefined();
    expect(await tickets.comments('PS-1', 5)).toBeUndefined();
    expect(await tickets.transitions('PS-1')).toBeUndefined();
    await expect(tickets.comment('PS-1', { parts: ['x'] })).rejects.toThrow('there is no ticket PS-1');
    await expect(tickets.assign('PS-1', undefined)).rejects.toThrow('there is no ticket PS-1');
    await expect(tickets.move('PS-1', { id: '11', fields: [] })).rejects.toThrow('there is no ticket PS-1');
    expect(await tickets.ticketTypes('PX')).toBeUndefined();
    await expect(tickets.openSprints({ board: 99 })).rejects.toThrow('Jira has no board 99');
  });
});

describe('what Jira says was wrong', () => {
  it.each([
    ['{"errorMessages":["One","Two"],"errors":{}}', 'One; Two'],
    ['{"errorMessages":[],"errors":{"customfield_1":"Team is required."}}', 'Team is required.'],
    ['{"message":"No","status-code":401}', 'No'],
    ['<html>', ''],
    ['null', ''],
    ['{"errorMessages":"odd","errors":[3]}', ''],
  ])('in %s is %j', (body, words) => {
    expect(readFault(body)).toBe(words);
  });

  it('by a CAPTCHA is to sign in once', () => {
    const headers = new Headers({ 'x-authentication-denied-reason': 'CAPTCHA_CHALLENGE; login-url=x' });
    expect(readFault('<html>', headers)).toContain('to sign in with a browser once');
  });
});
