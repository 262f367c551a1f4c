import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readField } from '../../../../src/services/jira/field-kind.ts';
import { readState, readTicket } from '../../../../src/services/jira/read.ts';
import { boardShape, issueShape, pageOf, sprintShape, transitionsShape } from '../../../../src/services/jira/shapes.ts';
import { readSprint, readSprints } from '../../../../src/services/jira/sprint-field.ts';

const folder = process.env['OPS_FIXTURES'] ?? join(import.meta.dirname, '../../../../../shared/fixtures');
const recording = (name: string): unknown => JSON.parse(readFileSync(join(folder, 'jira', name), 'utf8'));

const isThere = existsSync(join(folder, 'jira'));
const withoutThem = isThere ? '' : ' (left out: no recordings; OPS_FIXTURES names their folder)';

describe.runIf(isThere)(`what a Jira Server has answered to others${withoutThem}`, () => {
  it('has boards and sprints', () => {
    const boards = v.parse(pageOf(boardShape), recording('all_boards.json'));
    expect(boards.values.map(({ id, type }) => [id, type])).toContainEqual([4, 'scrum']);
    const sprints = v.parse(pageOf(sprintShape), recording('sprints.json')).values.map(readSprint);
    expect(sprints.map(({ name, state, goal }) => [name, state, goal])).toContainEqual([
      'Iteration-13-2',
      'open',
      undefined,
    ]);
    expect(sprints.at(-1)).toMatchObject({ state: 'future', goal: 'My Goal', end: undefined });
  });

  it('has an issue whose fields are null, or unknown', () => {
    const { issues } = recording('issues_in_sprint.json') as { issues: unknown[] };
    const link = (key: string): string => `https://jira.example.com/browse/${key}`;
    const read = readTicket(v.parse(issueShape, issues[0]), {
      boardFields: { sprint: 'customfield_11401', flagged: undefined },
      link,
    });
    expect(read).toMatchObject({
      ...{
        key: 'AR-86',
        url: 'https://jira.example.com/browse/AR-86',
        type: 'Task',
        priority: 'Major',
        sprint: undefined,
      },
      ...{ state: { name: 'Ready', category: 'new' }, assignee: { id: 'mister.morris', name: 'mister Morris' } },
    });
    expect(read.created.toISOString()).toBe('2015-12-02T15:39:15.000Z');
  });

  it('has transitions whose choices are bare words', () => {
    const { transitions } = v.parse(transitionsShape, recording('transitions.json'));
    expect(transitions.map(({ name, to }) => [name, readState(to)])).toEqual([
      ['Close Issue', { name: 'In Progress', category: 'started' }],
      ['QA Review', { name: 'Closed', category: 'done' }],
    ]);
    const field = transitions[1]?.fields?.['colour'];
    expect(field && readField('colour', field)).toMatchObject({ kind: 'choices', choices: ['red', 'blue'] });
  });
});

describe('the sprint of a ticket', () => {
  const java = (rest: string) => `com.atlassian.greenhopper.service.sprint.Sprint@1f[id=${rest}]`;

  it.each([
    ['nothing', null, undefined],
    ['what is no sprint', [7, 'x', {}], undefined],
    [
      'the open one',
      [
        { id: 1, name: 'One', state: 'active' },
        { id: 2, name: 'Two', state: 'future' },
      ],
      'One',
    ],
    [
      'the next one',
      [
        { id: 1, name: 'One', state: 'closed' },
        { id: 2, name: 'Two', state: 'future' },
      ],
      'Two',
    ],
    [
      'the last one',
      [
        { id: 2, name: 'Two', state: 'closed' },
        { id: 1, name: 'One', state: 'closed' },
      ],
      'Two',
    ],
    [
      'as Java writes it',
      [java('4,rapidViewId=2,state=ACTIVE,name=One, two=3,startDate=<null>,endDate=<null>')],
      'One, two=3',
    ],
  ])('is read of %s', (_, value, name) => {
    expect(readSprints(value)?.name).toBe(name);
  });

  it('has its end and its goal, as Java writes them', () => {
    const words = java(
      '4,state=ACTIVE,name=A,endDate=2026-12-01T10:00:00.000+01:00,goal=Sell, and sell,autoStartStop=false',
    );
    expect(readSprints([words])).toMatchObject({ end: new Date('2026-12-01T09:00:00Z'), goal: 'Sell, and sell' });
  });
});
