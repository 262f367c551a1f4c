import { createAgileClient, createCloudClient, isApiError } from 'jira.js';
import { createClient } from 'jira.js/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { type FakeJira, usualOwner } from '../../src/sandbox/jira/jira.ts';
import { accounts } from '../../src/sandbox/jira/stock.ts';
import { write } from '../../src/sandbox/jira/write.ts';
import { contractWords } from '../support/contracts.ts';
import { openSite } from '../support/jira/open.ts';

let fake: FakeJira;

beforeEach(async () => {
  fake = await openSite();
});

/** An answer that is not as that client expects it is a fault. */
function clientsOf({ url }: Pick<FakeJira, 'url'>, apiToken = usualOwner.token ?? '') {
  const auth = { type: 'basic', email: usualOwner.email, apiToken } as const;
  const client = createClient({ host: url, auth, onSchemaMismatch: 'throw' });
  return { jira: createCloudClient(client), agile: createAgileClient(client) };
}

describe(`the Jira of the sandbox, to a client of others${contractWords('jira-v3.json')}`, () => {
  it('finds issues page by page, with no field that was not asked for', async () => {
    const { jira } = clientsOf(fake);
    const jql = 'sprint in openSprints() AND statusCategory != Done ORDER BY rank ASC';
    const asked = { jql, maxResults: 2, fields: ['summary', 'assignee'] };
    const first = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost(asked);
    expect(first.issues?.map(({ key, fields }) => [key, Object.keys(fields ?? {})])).toEqual([
      ['PS-1818', ['summary', 'assignee']],
      ['PS-1819', ['summary', 'assignee']],
    ]);
    expect(first.isLast).toBe(false);
    const rest = { ...asked, nextPageToken: first.nextPageToken ?? '' };
    const second = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost(rest);
    expect(second.issues?.map(({ key }) => key)).toEqual(['PS-1820', 'PS-1821']);
    const bare = await jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({ jql });
    expect(bare.issues?.[0]).toMatchObject({ id: expect.any(String) });
    expect(bare.issues?.[0]?.fields).toBeUndefined();
  });

  it('has an issue with its history, its comments and its transitions with their fields', async () => {
    const { jira } = clientsOf(fake);
    const issue = await jira.issues.getIssue({ issueIdOrKey: 'PS-1818', expand: ['changelog'] });
    expect(issue.changelog?.histories?.[0]?.items?.[0]).toMatchObject({ field: 'status' });
    const comments = await jira.issueComments.getComments({ issueIdOrKey: 'PS-1818', orderBy: '-created' });
    expect(comments.comments?.[0]?.author?.displayName).toBe('Raj Patel');
    const { transitions } = await jira.issues.getTransitions({
      ...{ issueIdOrKey: 'PS-1818', expand: 'transitions.fields' },
    });
    const close = transitions?.find(({ name }) => name === 'Close');
    expect(close?.fields?.['resolution']).toMatchObject({ required: true });
  });

  it('creates, assigns, moves and comments', async () => {
    const { jira } = clientsOf(fake);
    const types = await jira.issues.getCreateIssueMetaIssueTypes({ projectIdOrKey: 'PS' });
    const bug = types.issueTypes?.find(({ name }) => name === 'Bug')?.id ?? '';
    const { fields: wanted } = await jira.issues.getCreateIssueMetaIssueTypeId({
      projectIdOrKey: 'PS',
      issueTypeId: bug,
    });
    expect(wanted?.filter(({ required }) => required).map(({ name }) => name)).toContain('Team');
    const { key } = await jira.issues.createIssue({
      fields: {
        project: { key: 'PS' },
        issuetype: { id: bug },
        summary: 'It rings',
        customfield_10031: { value: 'Till' },
      },
    });
    await jira.issues.assignIssue({ issueIdOrKey: key ?? '', accountId: accounts.tom });
    await jira.issues.doTransition({ issueIdOrKey: key ?? '', transition: { id: '11' } });
    const body = write('cloud', ['Done, ', fake.site.person(accounts.mary)]);
    await jira.issueComments.addComment({ issueIdOrKey: key ?? '', body: body as never });
    const issue = fake.site.find(key ?? '');
    expect([issue?.title, issue?.assignee?.name, issue?.status.name, issue?.comments.length]).toEqual([
      ...['It rings', 'Tom Brown', 'In Progress', 1],
    ]);
  });

  it('says what is wrong: with a transition that lacks a field, with a query, with a token', async () => {
    const { jira } = clientsOf(fake);
    const close = jira.issues.doTransition({ issueIdOrKey: 'PS-1818', transition: { id: '41' } });
    await expect(close).rejects.toSatisfy(isApiError);
    const query = jira.issueSearch.searchAndReconsileIssuesUsingJqlPost({ jql: 'assignee = "Mary' });
    await expect(query).rejects.toSatisfy(isApiError);
    await expect(clientsOf(fake, 'old').jira.myself.getCurrentUser()).rejects.toThrow('401');
    expect(fake.site.find('PS-1818')?.status.name).toBe('In Progress');
  });

  it('has boards and their sprints, people and projects', async () => {
    const { jira, agile } = clientsOf(fake);
    const boards = await agile.board.getAllBoards({ projectKeyOrId: 'PS' });
    expect(boards.values?.map(({ id, name }) => [id, name])).toEqual([[12, 'Shop board']]);
    const sprints = await agile.board.getAllSprints({ boardId: 12 });
    expect(sprints.values?.map(({ name, state }) => [name, state])).toEqual([
      ['Sprint 41', 'closed'],
      ['Sprint 42', 'active'],
      ['Sprint 43', 'future'],
    ]);
    const people = await jira.userSearch.findUsers({ query: 'mary' });
    expect(people.map(({ accountId }) => accountId)).toEqual([accounts.mary]);
    const projects = await jira.projects.searchProjects({ query: 'shop' });
    expect(projects.values?.map(({ key }) => key)).toEqual(['PS']);
  });
});
