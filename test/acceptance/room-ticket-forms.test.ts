import { describe, expect, it } from 'vitest';
import type { FakeJira } from '../../src/sandbox/jira/jira.ts';
import type { FieldDefinition } from '../../src/sandbox/jira/shapes.ts';
import type { Message, Sandbox } from '../../src/sandbox/server.ts';
import { messageText } from '../../src/sandbox/text/text.ts';
import { labels, press } from '../support/buttons.ts';
import { jiraConfig, openSite } from '../support/jira/open.ts';
import { saidInRoom, startListener, stop } from '../support/listening.ts';
import { configuration, openPolicy } from '../support/project.ts';
import { openRoom, type Room } from '../support/room.ts';

const custom = 'com.atlassian.jira.plugin.system.customfieldtypes:';
/** What a bug needs besides its team. */
const more: FieldDefinition[] = [
  {
    ...{ id: 'customfield_10050', name: 'Shops', isRequired: true },
    schema: { type: 'array', items: 'option', custom: `${custom}multicheckboxes` },
    choices: ['Bonn', 'Lima', 'Oslo'].map((name, at) => ({ id: `${at}`, name })),
  },
  {
    ...{ id: 'customfield_10051', name: 'Loss', isRequired: true },
    schema: { type: 'number', custom: `${custom}float` },
  },
  {
    ...{ id: 'customfield_10053', name: 'Wanted by', isRequired: true },
    schema: { type: 'date', custom: `${custom}datepicker` },
  },
  { id: 'assignee', name: 'Assignee', isRequired: true, schema: { type: 'user', system: 'assignee' } },
];

interface Shop {
  room: Room;
  jira: FakeJira;
}

const idOf = ({ people, team }: Sandbox, name: string): string =>
  `${team.id}/${people.find((one) => one.name === name)?.id}`;

async function openShop(needs: readonly FieldDefinition[] = [], policy = openPolicy): Promise<Shop> {
  const jira = await openSite();
  const bug = jira.site.projects.get('PS')?.types.find(({ name }) => name === 'Bug');
  bug?.fields.push(...needs);
  const rest = configuration.replace(openPolicy, policy) + jiraConfig(jira, 'projects: { PS: , OPS: }');
  const person = (slack: Sandbox, name: string, real: string): string =>
    `  ${name}: { slack: ${idOf(slack, name)}, jira: '${jira.site.people.find((one) => one.name === real)?.id}' }\n`;
  const room = await openRoom(
    (slack) => `${rest}people:\n${person(slack, 'mary', 'Mary Jones')}${person(slack, 'tom', 'Tom Brown')}`,
  );
  return { room, jira };
}

const offer = (room: Room, holds: string): Promise<Message> =>
  room.slack.waitFor(() =>
    room.slack
      .messages(room.channel)
      .find((shown) => messageText(shown).includes(holds) && labels(shown).includes('Fill in')),
  );

async function fillIn(room: Room, { ts }: Message) {
  await press(room, ts, 'Fill in');
  return room.slack.waitFor(() => room.slack.views('mary').at(-1));
}

const ended = (room: Room, words: string): Promise<Message> =>
  room.slack.waitFor(() => saidInRoom(room).find((shown) => messageText(shown).includes(words)));

interface Input {
  block_id: string;
  optional: boolean;
  label: { text: string };
  element: Record<string, unknown> & { type: string };
}
const inputs = (view: { blocks?: unknown }): Input[] =>
  (view.blocks as Input[]).filter(({ element }) => element !== undefined);
const input = (view: { blocks?: unknown }, id: string): Input => {
  const found = inputs(view).find(({ block_id }) => block_id === id);
  if (found === undefined) throw new Error(`there is no field ${id}`);
  return found;
};

describe('the form of a ticket that is to be created', () => {
  it('asks for what the project needs, and its line is shown, run and asked about again', async () => {
    const { room, jira } = await openShop(more);
    await room.type("ops jira-create 'Orders are sent twice' -d x -t Bug --field team=Till");
    const view = await fillIn(room, await offer(room, 'a Bug of PS needs'));
    expect(
      inputs(view).map(({ block_id, optional, element }) => [block_id, element.type, optional ? '' : 'needed']),
    ).toEqual([
      ['title', 'plain_text_input', 'needed'],
      ['project', 'static_select', 'needed'],
      ['type', 'static_select', 'needed'],
      ['field=Team', 'static_select', 'needed'],
      ['field=Shops', 'multi_static_select', 'needed'],
      ['field=Loss', 'number_input', 'needed'],
      ['field=Wanted by', 'datepicker', 'needed'],
      ['assignee', 'plain_text_input', 'needed'],
      ['description', 'plain_text_input', ''],
      ['file', 'plain_text_input', ''],
      ['label', 'plain_text_input', ''],
      ['field', 'plain_text_input', ''],
    ]);
    expect(input(view, 'field=Team')).toMatchObject({
      label: { text: 'Team' },
      element: { initial_option: { value: 'Till' } },
    });
    expect(input(view, 'field').element['initial_value']).toBeUndefined();
    const description = 'What happens:\n\n  - it is paid twice\n  - nobody knows';
    const values = {
      ...{ title: { value: 'Orders are sent twice' }, type: { value: 'Bug' }, description: { prose: description } },
      ...{ assignee: { value: 'tmo' }, 'field=Team': { value: 'Shop' }, 'field=Shops': { value: ['Bonn', 'Oslo'] } },
      ...{ 'field=Loss': { value: '12.5' }, 'field=Wanted by': { value: '2026-12-31' } },
    };
    expect((await room.slack.submit({ as: 'mary', values })).errors).toBeUndefined();
    const again = await offer(room, 'Jira knows nobody by "tmo"');
    const second = await fillIn(room, again);
    expect(input(second, 'description').element['initial_value']).toBe(description);
    expect(input(second, 'field=Shops').element['initial_options']).toHaveLength(2);
    expect((await room.slack.submit({ as: 'mary', values: { ...values, assignee: { value: 'tom' } } })).errors).toBe(
      undefined,
    );
    const done = await ended(room, 'PS-1825 is created');
    const line = messageText(done);
    expect(line).toContain("ops jira-create 'Orders are sent twice' --project PS --type Bug");
    expect(line).toContain(
      "--field Team=Shop --field Shops=Bonn --field Shops=Oslo --field Loss=12.5 --field 'Wanted by=2026-12-31'",
    );
    const issue = jira.site.find('PS-1825');
    expect(issue).toMatchObject({ assignee: { name: 'Tom Brown' }, type: { name: 'Bug' } });
    expect(issue?.custom).toMatchObject({ customfield_10031: { value: 'Shop' }, customfield_10051: 12.5 });
  });

  it('asks for the type first, and then for what that needs, also of a listener that was started since', async () => {
    const { room, jira } = await openShop();
    await room.type('ops jira-create The till rounds twice');
    const typeForm = await fillIn(room, await offer(room, 'which type of ticket is not said'));
    expect(input(typeForm, 'title').element['initial_value']).toBe('The till rounds twice');
    expect(input(typeForm, 'type').element['options']).toMatchObject(
      ['Task', 'Bug', 'Story'].map((value) => ({ value })),
    );
    await room.slack.submit({ as: 'mary', values: { type: { value: 'Bug' } } });
    const needed = await offer(room, 'a Bug of PS needs Team');
    await stop(room.listener);
    await startListener(room);
    const view = await fillIn(room, needed);
    expect(input(view, 'field=Team').element.type).toBe('static_select');
    await room.slack.submit({ as: 'mary', values: { 'field=Team': { value: 'Warehouse' } } });
    expect(messageText(await ended(room, 'PS-1825 is created'))).toContain(
      '--project PS --type Bug --field Team=Warehouse',
    );
    expect(jira.site.find('PS-1825')?.custom).toMatchObject({ customfield_10031: { value: 'Warehouse' } });
  });

  it('says under its field what is wrong, where it is known', async () => {
    const choices = Array.from({ length: 120 }, (_, at) => ({ id: `${at}`, name: `Shop ${at}` }));
    const shop: FieldDefinition = {
      ...{ id: 'customfield_10052', name: 'Shop', isRequired: true, choices },
      schema: { type: 'option', custom: `${custom}select` },
    };
    const { room } = await openShop([shop]);
    await room.type('ops jira-create It broke -t Bug --field Team=Till');
    const view = await fillIn(room, await offer(room, 'a Bug of PS needs Shop'));
    expect(input(view, 'field=Shop').element.type).toBe('plain_text_input');
    const { errors } = await room.slack.submit({ as: 'mary', values: { 'field=Shop': { value: 'Shop 120' } } });
    expect(errors?.['field=Shop']).toMatch(/^Shop is one of Shop 0, Shop 1, .* and 100 more, not "Shop 120"$/);
    await room.slack.submit({ as: 'mary', values: { 'field=Shop': { value: 'Shop 119' } } });
    expect(messageText(await ended(room, 'PS-1825 is created'))).toContain("--field 'Shop=Shop 119'");
  });

  it('is not opened for whoever may not run the line', async () => {
    const policy = `policy:
  - { name: mary-creates, allow: mary, commands: [jira-create] }
  - { name: all-look, allow: [everyone, strangers], effect: read }
`;
    const { room } = await openShop([], policy);
    await room.type('ops jira-create It broke -t Bug');
    const { ts } = await offer(room, 'a Bug of PS needs Team');
    await press(room, ts, 'Fill in', 'tom');
    const told = await room.slack.waitFor(() =>
      room.slack.messages(room.channel).find((shown) => messageText(shown).includes('may not run ops jira-create')),
    );
    expect(told.ephemeralTo).toBe(room.slack.people.find(({ name }) => name === 'tom')?.id);
    expect(room.slack.views('tom')).toEqual([]);
  });
});
