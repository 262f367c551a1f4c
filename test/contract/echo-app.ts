import { Buffer } from 'node:buffer';
import { App, type Logger, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { HomeView, KnownBlock, ModalView } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/server.ts';

const logger: Logger = {
  ...{ debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, setName() {} },
  getLevel: () => LogLevel.ERROR,
};

const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const option = (value: string) => ({ text: plain(value), value });
const button = (action_id: string, text: string, value = action_id) =>
  ({ type: 'button', action_id, text: plain(text), value }) as const;
const input = (block_id: string, label: string) =>
  ({
    ...{ type: 'input', block_id, label: plain(label) },
    element: { type: 'plain_text_input', action_id: 'it' },
  }) as const;

const controls: KnownBlock[] = [
  {
    type: 'actions',
    elements: [
      button('go', 'Go', 'it'),
      button('tell', 'Tell everybody'),
      button('form', 'Fill in a form'),
      { type: 'static_select', action_id: 'where', placeholder: plain('Where'), options: ['dev', 'uat'].map(option) },
      { type: 'external_select', action_id: 'version', placeholder: plain('Version'), min_query_length: 1 },
    ],
  },
];

const form = (title: string): ModalView => ({
  ...{ type: 'modal', callback_id: 'form', title: plain(title), submit: plain('Send'), close: plain('Cancel') },
  notify_on_close: true,
  blocks: [
    input('service', 'Service'),
    { type: 'actions', elements: [button('rename', 'Rename'), button('deeper', 'More')] },
  ],
});

const more: ModalView = {
  ...{ type: 'modal', callback_id: 'more', title: plain('More'), submit: plain('Add') },
  blocks: [input('reason', 'Reason')],
};

const home = (text: string): HomeView => ({
  type: 'home',
  blocks: [{ type: 'section', text: plain(text), accessory: button('refresh', 'Refresh') }],
});

/** Says again what it hears. */
function listenToMessages(app: App): void {
  app.message('echo', async ({ message, say }) => {
    await say(`heard: ${'text' in message ? message.text : ''}`);
  });
  app.event('app_mention', async ({ event, say }) => {
    await say({ text: 'Now what?', blocks: controls, thread_ts: event.ts });
  });
  app.message('file please', async ({ client, message }) => {
    const file = Buffer.from('one\ntwo\n');
    const about = { filename: 'a.log', title: 'A log', initial_comment: 'Here it is' };
    await client.files.uploadV2({ ...about, channel_id: message.channel, file });
  });
  app.message('count', async ({ client, message, context }) => {
    if (!('user' in message)) return;
    const recipient = { recipient_user_id: message.user ?? '', recipient_team_id: context.teamId ?? '' };
    const streamer = client.chatStream({
      channel: message.channel,
      thread_ts: message.ts,
      buffer_size: 1,
      ...recipient,
    });
    for (const part of ['one ', 'two ', '**three**']) await streamer.append({ markdown_text: part });
    await streamer.stop();
  });
}

function listenToControls(app: App): void {
  app.action('go', async ({ ack, respond, action }) => {
    await ack();
    await respond({ text: `going: ${'value' in action ? action.value : ''}`, replace_original: true });
  });
  app.action({ type: 'block_actions', action_id: 'tell' }, async ({ ack, say, body }) => {
    await ack();
    await say(`<@${body.user.id}> told me`);
  });
  app.action({ type: 'block_actions', action_id: 'where' }, async ({ ack, respond, action }) => {
    await ack();
    await respond(`to ${action.type === 'static_select' ? action.selected_option.value : '?'}`);
  });
  app.options('version', async ({ ack, options }) => {
    const known = ['v1.0', 'v1.1', 'v2.0'].filter((version) => version.startsWith(options.value));
    await ack({ options: known.map(option) });
  });
  app.action({ type: 'block_actions', action_id: 'version' }, async ({ ack, respond, action }) => {
    await ack();
    await respond(`version ${action.type === 'external_select' ? action.selected_option?.value : '?'}`);
  });
}

function listenToCommands(app: App): void {
  app.command('/ops', async ({ ack, respond, command }) => {
    if (command.text === 'nothing') return;
    await ack(command.text === 'quickly' ? 'at once' : undefined);
    if (command.text !== 'quickly') await respond({ text: `ran ${command.text}`, response_type: 'in_channel' });
  });
  app.shortcut({ type: 'message_action', callback_id: 'quote' }, async ({ ack, respond, shortcut }) => {
    await ack();
    await respond({ text: `quoted: ${shortcut.message.text}`, response_type: 'in_channel' });
  });
  app.shortcut('new', async ({ ack, client, shortcut }) => {
    await ack();
    await client.views.open({ trigger_id: shortcut.trigger_id, view: form('From a shortcut') });
  });
}

function listenToViews(app: App): void {
  app.action({ type: 'block_actions', action_id: 'form' }, async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: form('Form') });
  });
  app.action({ type: 'block_actions', action_id: 'rename' }, async ({ ack, client, body }) => {
    await ack();
    const { id = '', hash = '' } = body.view ?? {};
    await client.views.update({ view_id: id, hash, view: form('Renamed') });
  });
  app.action({ type: 'block_actions', action_id: 'deeper' }, async ({ ack, client, body }) => {
    await ack();
    await client.views.push({ trigger_id: body.trigger_id, view: more });
  });
  app.view('more', async ({ ack, view, client }) => {
    const reason = view.state.values['reason']?.['it']?.value;
    await ack();
    await client.views.update({ view_id: view.previous_view_id ?? '', view: form(`Because ${reason}`) });
  });
  app.view('form', async ({ ack, view, client, body }) => {
    const service = view.state.values['service']?.['it']?.value ?? '';
    if (service === 'web') {
      await ack();
      await client.chat.postMessage({ channel: body.user.id, text: `sent ${service}` });
    } else if (service === 'next') await ack({ response_action: 'update', view: form('Next') });
    else await ack({ response_action: 'errors', errors: { service: `There is no ${service}.` } });
  });
  app.view({ callback_id: 'form', type: 'view_closed' }, async ({ ack, client, body }) => {
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: 'closed' });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: home('Welcome') });
  });
  app.action({ type: 'block_actions', action_id: 'refresh' }, async ({ ack, client, body }) => {
    await ack();
    await client.views.publish({ user_id: body.user.id, view: home('Fresh') });
  });
}

/**
 * An app as people write them, on Bolt as it is: it only knows the sandbox's addresses and tokens. It gives up a
 * connection that is silent for so long, and waits that long before it connects again.
 */
export async function startEchoApp({ apiUrl, appToken, botToken }: Sandbox, clientPingTimeout = 60_000): Promise<App> {
  const clientOptions = { slackApiUrl: apiUrl, retryConfig: { retries: 0 }, logger };
  const receiver = new SocketModeReceiver({
    ...{ appToken, logger, clientPingTimeout },
    installerOptions: { clientOptions },
  });
  const app = new App({ token: botToken, logger, clientOptions, receiver });
  for (const listen of [listenToMessages, listenToControls, listenToCommands, listenToViews]) listen(app);
  await app.start();
  return app;
}
