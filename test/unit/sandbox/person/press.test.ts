import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { connectApp } from '../app.ts';
import { type Answer, call, connect } from '../client.ts';

// Its clock stands: no trigger is too old, and no ack late, for a busy machine.
const time = Date.UTC(2026, 10, 21);
let sandbox: Sandbox;
let channel: string;
beforeEach(async () => {
  sandbox = await startSandbox({ people: [{ name: 'mary' }, { name: 'tom' }], channels: ['ops'], time });
  channel = sandbox.channels[0]?.id ?? '';
});
afterEach(() => sandbox.close());

const approve = { type: 'button', action_id: 'approve', value: 'run-7', text: { type: 'plain_text', text: 'Approve' } };
const blocks = [{ type: 'actions', block_id: 'ask', elements: [approve] }];
const ask = (): Promise<Answer> => call(sandbox, 'chat.postMessage', { channel, text: 'Approve?', blocks });

const unanswered = { acked: false, failure: 'We had some trouble connecting. Try again?' };

describe('a press', () => {
  it('reaches the app as block_actions, and its ack comes back', async () => {
    const line = await connect(sandbox, { acks: false });
    const { ts } = await ask();
    await line.reach(1);
    const pressed = sandbox.press({ as: 'tom', channel: '#ops', ts, actionId: 'approve' });
    const envelope = (await line.reach(2)).find(({ type }) => type === 'interactive');
    line.ack(envelope, { text: 'fine' });
    expect(await pressed).toEqual({ acked: true, payload: { text: 'fine' } });
    expect(envelope).not.toHaveProperty('retry_attempt');
    expect(envelope.payload).toMatchObject({
      type: 'block_actions',
      user: { id: sandbox.people[1]?.id, name: 'tom', team_id: sandbox.team.id },
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel, name: 'ops' },
      message: { ts, text: 'Approve?' },
      actions: [{ type: 'button', action_id: 'approve', block_id: 'ask', value: 'run-7' }],
    });
  });

  it('reaches the app from an attachment too, which the container names', async () => {
    const app = await connectApp(sandbox);
    const quiet = { ...approve, action_id: 'quiet' };
    const attachments = [
      { color: '#f00', text: 'red' },
      { color: '#0f0', blocks: [{ type: 'actions', elements: [quiet, { ...approve, action_id: undefined }] }] },
    ];
    const { ts, message } = await call(sandbox, 'chat.postMessage', { channel, text: 'Go?', blocks, attachments });
    const [block] = message.attachments[1].blocks;
    expect([block.block_id, block.elements[1].action_id]).toEqual([expect.any(String), expect.any(String)]);
    await sandbox.press({ as: 'tom', channel: '#ops', ts, actionId: 'quiet' });
    await sandbox.press({ as: 'tom', channel: '#ops', ts, actionId: 'approve' });
    expect(app.done().map(({ container }) => container)).toEqual([
      {
        ...{ type: 'message_attachment', message_ts: ts, attachment_id: 2, channel_id: channel },
        ...{ is_ephemeral: false, is_app_unfurl: false },
      },
      { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
    ]);
    expect(app.done()[0].actions).toMatchObject([{ action_id: 'quiet', block_id: block.block_id, value: 'run-7' }]);
  });

  it('is not repeated when nobody answers', async () => {
    const { ts } = await ask();
    const press = { as: 'tom', channel, ts, actionId: 'approve' };
    expect(await sandbox.press(press)).toEqual(unanswered);
    const line = await connectApp(sandbox, () => 'silence');
    expect(await sandbox.press(press)).toEqual(unanswered);
    sandbox.clock.advance(60_000);
    expect(line.envelopes().filter(({ type }) => type === 'interactive')).toHaveLength(1);
  });

  it('can be answered for as long as the workspace lets it, whenever events come again', async () => {
    const patient = await startSandbox({ channels: ['ops'], time: 1_763_700_000_000, interactionTimeout: 10_000 });
    const line = await connect(patient, { acks: false });
    const room = patient.channels[0]?.id ?? '';
    const { ts } = await call(patient, 'chat.postMessage', { channel: room, text: 'Approve?', blocks });
    const pressed = patient.press({ as: 'tom', channel: '#ops', ts, actionId: 'approve' });
    const presses = () => line.envelopes().filter(({ type }) => type === 'interactive');
    await expect.poll(() => presses().length).toBe(1);
    patient.clock.advance(9999);
    line.ack(presses()[0]);
    expect(await pressed).toEqual({ acked: true });
    const late = patient.press({ as: 'tom', channel: '#ops', ts, actionId: 'approve' });
    await expect.poll(() => presses().length).toBe(2);
    patient.clock.advance(10_000);
    expect(await late).toEqual(unanswered);
    await patient.close();
  });

  it('needs a control that is there, on a message that the person sees', async () => {
    const { ts } = await ask();
    const hidden = await call(sandbox, 'chat.postEphemeral', {
      channel,
      user: sandbox.people[0]?.id,
      text: 'x',
      blocks,
    });
    const press = { as: 'tom', channel: '#ops', ts, actionId: 'approve' };
    await expect(sandbox.press({ ...press, actionId: 'deny' })).rejects.toThrow('no control deny');
    await expect(sandbox.press({ ...press, ts: hidden.message_ts })).rejects.toThrow('tom sees no message');
    await expect(sandbox.press({ ...press, as: 'eve' })).rejects.toThrow('nobody here is called eve');
  });
});

const plain = (text: string) => ({ type: 'plain_text', text });
const option = (value: string, text = value) => ({ text: plain(text), value });
const options = [option('v1', 'Version 1'), option('v2', 'Version 2')];
const everyControl = [
  { type: 'static_select', options, initial_option: options[0], placeholder: plain('Pick') },
  { type: 'multi_static_select', option_groups: [{ label: plain('All'), options }] },
  { type: 'users_select' },
  { type: 'multi_users_select', initial_users: [] },
  { type: 'conversations_select' },
  { type: 'multi_channels_select' },
  { type: 'datepicker', initial_date: '2026-01-01' },
  { type: 'timepicker', timezone: 'Etc/UTC' },
  { type: 'datetimepicker' },
  { type: 'radio_buttons', options },
  { type: 'checkboxes', options },
  { type: 'overflow', options },
].map((control) => ({ ...control, action_id: control.type }));

describe('an action of a control', () => {
  const room = () => channel;
  const person = (at: number) => () => sandbox.people[at]?.id;
  it.each<[string, string | number | string[], string, unknown]>([
    ['static_select', 'v2', 'selected_option', options[1]],
    ['static_select', 'Version 2', 'selected_option', options[1]],
    ['multi_static_select', ['v1', 'v2'], 'selected_options', options],
    ['users_select', 'tom', 'selected_user', person(1)],
    ['multi_users_select', ['@mary', 'tom'], 'selected_users', () => sandbox.people.map(({ id }) => id)],
    ['conversations_select', '#ops', 'selected_conversation', room],
    ['multi_channels_select', ['ops'], 'selected_channels', () => [channel]],
    ['datepicker', '2026-11-21', 'selected_date', '2026-11-21'],
    ['timepicker', '14:30', 'selected_time', '14:30'],
    ['datetimepicker', 1_763_700_000, 'selected_date_time', 1_763_700_000],
    ['radio_buttons', 'v1', 'selected_option', options[0]],
    ['checkboxes', ['v2'], 'selected_options', [options[1]]],
    ['overflow', 'v1', 'selected_option', options[0]],
  ])('%s, %j', async (actionId, value, field, chosen) => {
    const app = await connectApp(sandbox);
    const wide = [{ type: 'actions', block_id: 'all', elements: everyControl }];
    const { ts } = await call(sandbox, 'chat.postMessage', { channel, text: 'x', blocks: wide });
    await sandbox.press({ as: 'mary', channel, ts, actionId, value });
    const { actions, state } = app.done()[0];
    const expected = typeof chosen === 'function' ? chosen() : chosen;
    const control = everyControl.find((one) => one.action_id === actionId);
    const {
      options: _,
      option_groups: __,
      timezone: ___,
      ...kept
    } = { options, option_groups: 0, timezone: '', ...control };
    expect(actions).toEqual([{ ...kept, block_id: 'all', [field]: expected, action_ts: expect.any(String) }]);
    if (actionId !== 'overflow') expect(state.values.all[actionId][field]).toEqual(expected);
  });

  it('comes with the values of the other controls, and with what they start with', async () => {
    const app = await connectApp(sandbox);
    const wide = [{ type: 'actions', block_id: 'all', elements: everyControl }];
    const { ts } = await call(sandbox, 'chat.postMessage', { channel, text: 'x', blocks: wide });
    const values = { all: { radio_buttons: 'v2' } };
    await sandbox.press({ as: 'mary', channel, ts, actionId: 'checkboxes', value: ['v1'], values });
    expect(app.done()[0].state.values.all).toMatchObject({
      checkboxes: { type: 'checkboxes', selected_options: [options[0]] },
      radio_buttons: { type: 'radio_buttons', selected_option: options[1] },
      static_select: { type: 'static_select', selected_option: options[0] },
      datepicker: { type: 'datepicker', selected_date: '2026-01-01' },
      users_select: { type: 'users_select', selected_user: null },
      multi_users_select: { type: 'multi_users_select', selected_users: [] },
    });
    expect(app.done()[0].state.values.all).not.toHaveProperty('overflow');
  });

  it('must be one of the options', async () => {
    const wide = [{ type: 'actions', elements: everyControl }];
    const { ts } = await call(sandbox, 'chat.postMessage', { channel, text: 'x', blocks: wide });
    const press = { as: 'mary', channel, ts, actionId: 'static_select', value: 'v9' };
    await expect(sandbox.press(press)).rejects.toThrow('there is no option v9 in static_select (there: v1, v2)');
  });

  it('of a thumb says which', async () => {
    const app = await connectApp(sandbox);
    const thumbs = {
      ...{ type: 'feedback_buttons', action_id: 'thumbs' },
      positive_button: { text: plain('Good'), value: 'good' },
      negative_button: { text: plain('Bad'), value: 'bad' },
    };
    const quiet = [{ type: 'context_actions', block_id: 'quiet', elements: [thumbs] }];
    const { ts } = await call(sandbox, 'chat.postMessage', { channel, text: 'x', blocks: quiet });
    await sandbox.press({ as: 'mary', channel, ts, actionId: 'thumbs', value: 'bad' });
    expect(app.done()[0].actions[0]).toMatchObject({ type: 'feedback_buttons', text: plain('Bad'), value: 'bad' });
  });
});

describe('a press in a view', () => {
  it('has the view with its state, and no response_url', async () => {
    const app = await connectApp(sandbox);
    await sandbox.command({ as: 'mary', channel: '#ops' });
    const view = {
      ...{ type: 'modal', title: plain('x'), submit: plain('Go') },
      blocks: [
        {
          type: 'input',
          block_id: 'name',
          label: plain('Name'),
          element: { type: 'plain_text_input', action_id: 'text' },
        },
        ...blocks,
      ],
    };
    const { view: opened } = await call(sandbox, 'views.open', { trigger_id: app.done()[0].trigger_id, view });
    await sandbox.press({ as: 'mary', actionId: 'approve', values: { name: { text: 'web' } } });
    const payload = app.done()[1];
    expect(payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: opened.id },
      view: { ...opened, state: { values: { name: { text: { type: 'plain_text_input', value: 'web' } } } } },
      actions: [{ action_id: 'approve' }],
    });
    for (const name of ['response_url', 'message', 'channel', 'state']) expect(payload).not.toHaveProperty(name);
    await expect(sandbox.press({ as: 'tom', actionId: 'approve' })).rejects.toThrow('tom has no view open');
  });
});

describe('an external select', () => {
  const menu = { type: 'external_select', action_id: 'version' };
  const post = () =>
    call(sandbox, 'chat.postMessage', {
      channel,
      text: 'x',
      blocks: [{ type: 'actions', block_id: 'b', elements: [menu] }],
    });

  it('asks the app for its options', async () => {
    const app = await connectApp(sandbox, ({ value }) => ({
      options: options.filter((one) => one.value.includes(value)),
    }));
    const { ts } = await post();
    const place = { as: 'mary', channel, ts, actionId: 'version' };
    expect((await sandbox.suggest({ ...place, text: '2' })).options).toEqual([options[1]]);
    expect(app.done()[0]).toMatchObject({
      ...{ type: 'block_suggestion', action_id: 'version', block_id: 'b', value: '2' },
      container: { type: 'message', message_ts: ts },
      channel: { id: channel },
      message: { ts },
    });
    await sandbox.press({ ...place, value: 'v1' });
    expect(app.done().at(-1).actions[0]).toMatchObject({ type: 'external_select', selected_option: options[0] });
  });

  it('takes groups', async () => {
    const groups = [{ label: plain('All'), options }];
    await connectApp(sandbox, () => ({ option_groups: groups }));
    const { ts } = await post();
    expect((await sandbox.suggest({ as: 'mary', channel, ts, actionId: 'version' })).options).toEqual(groups);
  });

  it.each([
    ['nothing that it understands', { text: 'x' }],
    ['more than a hundred', { options: Array.from({ length: 101 }, (_, at) => option(`v${at}`)) }],
    ['no answer', 'silence' as const],
  ])('shows trouble for %s', async (_, answer) => {
    await connectApp(sandbox, () => answer);
    const { ts } = await post();
    const shown = await sandbox.suggest({ as: 'mary', channel, ts, actionId: 'version' });
    expect(shown).toMatchObject({ options: [], failure: unanswered.failure });
  });
});
