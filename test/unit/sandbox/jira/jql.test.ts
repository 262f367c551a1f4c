import { describe, expect, it } from 'vitest';
import { parseJql } from '../../../../src/sandbox/jira/jql.ts';
import { search } from '../../../../src/sandbox/jira/search.ts';
import { openSite } from '../../../support/jira/open.ts';
import { opened } from '../../../support/jira/opened.ts';

describe('the queries that the Jira of the sandbox takes', () => {
  it.each([
    ['project = PS AND key = PS-1818', ['PS-1818']],
    ['key in (PS-1822, "ps-1818") ORDER BY key DESC', ['PS-1822', 'PS-1818']],
    ['project = OPS or labels = money', ['OPS-302', 'OPS-301', 'PS-1818']],
    [
      'project = PS AND NOT (statusCategory = "To Do" OR statusCategory = Done) ORDER BY rank',
      ['PS-1818', 'PS-1820', 'PS-1821'],
    ],
    ["summary ~ 'shipping' AND assignee is not EMPTY", ['PS-1819']],
    ['sprint in openSprints() and assignee is empty', ['PS-1822']],
    ['created >= -60h ORDER BY created', ['OPS-302']],
  ])('finds by %s', async (jql, keys) => {
    const { site } = await openSite('server');
    const found = search(jql, site, site.person('ops')).map(({ key }) => key);
    expect(found).toEqual(keys);
  });

  it.each([
    ['assignee = "Mary', "The character '\"' is a reserved JQL character."],
    ['project = PS"', 'is a reserved JQL character'],
    ['project = "PS" "OPS"', "Expecting either 'OR' or 'AND' but got 'OPS'."],
    ['status = "a\\qb"', "'\\q' is an illegal JQL escape sequence."],
    ['project in ("PS"', "Expecting ')' but got 'the end'."],
    ['project like PS', "Expecting operator but got 'like'."],
  ])('refuses %s', (jql, words) => {
    expect(() => parseJql(jql)).toThrow(words);
  });

  it('names what is not there, as Jira does, and Jira Cloud takes none without a bound', async () => {
    const jira = await openSite();
    const look = (query: object) => opened(jira).search({ order: 'rank', most: 1, ...query });
    await expect(look({ projects: ['PX'] })).rejects.toThrow("The value 'PX' does not exist for the field 'project'.");
    await expect(look({ keys: ['PS-1'] })).rejects.toThrow("An issue with key 'PS-1' does not exist");
    await expect(look({})).rejects.toThrow('Unbounded JQL queries are not allowed here.');
  });
});
