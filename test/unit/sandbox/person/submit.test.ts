import { fetch } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../src/sandbox/server.ts';
import { connectApp, type TestApp } from '../app.ts';
import { type Answer, call } from '../client.ts';

const trouble = 'We had some trouble connecting. Try again?';
const plain = (text: string) => ({ type: 'plain_text', text });
const input = (block_id: string, element: object, more = {}) => ({
  ...{ type: 'input', block_id, label: plain(block_id), element: { action_id: 'it', ...element } },
  ...more,
});
const text = { type: 'plain_text_input' };
const room = { type: 'conversations_select', response_url_enabled: true };
const modal = (title: string, more = {}) => ({
  ...{ type: 'modal', title: plain(title), submit: plain('Go'), callback_id: title },
  blocks: [input('name', text), input('note', text, { optional: true }), input('room', room, { optional: true })],
  ...more,
});
const small = (title: string, more = {}) => modal(title, { blocks: [input('other', text)], ...more });

// Its clock stands: no trigger is too old, and no ack late, for a busy machine.
const time = Date.UTC(2026, 10, 21);
let sandbox: Sandbox;
let app: TestApp;
let answer: Answer;
beforeEach(async () => {
  sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'], time });
  answer = undefined;
  app = await connectApp(sandbox, ({ type }) => (type === 'view_submission' ? answer : undefined));
});
afterEach(() => sandbox.close());

const open = async (view: object = modal('One')): Promise<Answer> => {
  await sandbox.command({ as: 'mary', channel: '#ops' });
  return (await call(sandbox, 'views.open', { trigger_id: app.done().at(-1).trigger_id, view })).view;
};
const submit = (payload: unknown, values: Record<string, Record<string, string>> = { name: { it: 'web' } }) => {
  answer = payload;
  return sandbox.submit({ as: 'mary', values });
};
const push = (view: object) => submit({ response_action: 'push', view });
const titles = () => sandbox.views('mary').map(({ title }) => title?.['text']);

describe('a submission', () => {
  it('reaches the app with the view and all that was filled in', async () => {
    const view = await open();
    const values = { name: { it: 'web' }, room: { it: '#ops' } };
    expect(await submit(undefined, values)).toEqual({ acked: true });
    const channel = sandbox.channels[0]?.id;
    const envelope = app.envelopes().at(-1);
    expect(envelope).toMatchObject({ type: 'interactive', accepts_response_payload: true });
    expect(envelope.payload).toMatchObject({
      type: 'view_submission',
      user: { id: sandbox.people[0]?.id, name: 'mary' },
      view: {
        ...view,
        state: {
          values: {
            name: { it: { type: 'plain_text_input', value: 'web' } },
            note: { it: { type: 'plain_text_input', value: null } },
            room: { it: { type: 'conversations_select', selected_conversation: channel } },
          },
        },
      },
      response_urls: [{ block_id: 'room', action_id: 'it', channel_id: channel, response_url: expect.any(String) }],
    });
    expect(titles()).toEqual([]);
  });

  it('of what lacks a required field never reaches the app', async () => {
    await open();
    const errors = { name: 'Please complete this required field.' };
    expect(await submit(undefined, {})).toEqual({ acked: false, errors });
    expect(app.done().map(({ type }) => type)).not.toContain('view_submission');
    expect(titles()).toEqual(['One']);
  });

  it('has all about the files that were attached', async () => {
    await open(modal('One', { blocks: [input('logs', { type: 'file_input' })] }));
    const { upload_url: url, file_id: id } = await call(sandbox, 'files.getUploadURLExternal', {
      filename: 'a.log',
      length: 3,
    });
    await fetch(url, { method: 'POST', body: 'abc' });
    await call(sandbox, 'files.completeUploadExternal', { files: [{ id, title: 'A log' }] });
    await sandbox.submit({ as: 'mary', values: { logs: { it: [id] } } });
    const [file] = app.done().at(-1).view.state.values.logs.it.files;
    expect(file).toMatchObject({ id, title: 'A log', size: 3, url_private: expect.stringContaining(id) });
  });

  it('needs a modal, and fields that are there', async () => {
    await expect(submit({})).rejects.toThrow('mary has no modal open');
    await open();
    await expect(submit({}, { poem: { it: 'x' } })).rejects.toThrow('no control it in block poem');
  });
});

describe('the ack of a submission', () => {
  it('that is empty closes the modal and shows the one below', async () => {
    await open();
    await push(small('Two'));
    expect(titles()).toEqual(['One', 'Two']);
    await submit({}, { other: { it: 'x' } });
    expect(titles()).toEqual(['One']);
  });

  it('shows errors under the fields', async () => {
    await open();
    const errors = { name: 'There is no such thing.' };
    const payload = { response_action: 'errors', errors };
    expect(await submit(payload)).toEqual({ acked: true, payload, errors });
    expect(titles()).toEqual(['One']);
  });

  it('updates the modal, pushes another, clears them all', async () => {
    const { id } = await open();
    await submit({ response_action: 'update', view: modal('New') });
    expect(sandbox.views('mary')).toMatchObject([{ id, title: plain('New') }]);
    await push(small('Two'));
    expect(titles()).toEqual(['New', 'Two']);
    expect(sandbox.views('mary')[1]).toMatchObject({ previous_view_id: id, root_view_id: id });
    await submit({ response_action: 'clear' }, { other: { it: 'x' } });
    expect(titles()).toEqual([]);
  });

  it.each([
    ['an unknown action', { response_action: 'explode' }],
    ['text', { text: 'fine' }],
    ['errors of no field', { response_action: 'errors', errors: { poem: 'x' } }],
    ['no errors', { response_action: 'errors', errors: {} }],
    ['errors that are no text', { response_action: 'errors', errors: { name: 1 } }],
    ['a view that is wrong', { response_action: 'update', view: modal('x'.repeat(25)) }],
    ['no view', { response_action: 'push' }],
  ])('with %s is trouble', async (_, payload) => {
    await open();
    expect(await submit(payload)).toEqual({ acked: true, payload, failure: trouble });
    expect(titles()).toEqual(['One']);
  });

  it('with a fourth modal is trouble', async () => {
    const same = { blocks: modal('x').blocks };
    await open();
    await push(small('Two', same));
    await push(small('Three', same));
    expect(await push(small('Four', same))).toMatchObject({ failure: trouble });
    expect(titles()).toEqual(['One', 'Two', 'Three']);
  });

  it('that does not come is trouble', async () => {
    await open();
    expect(await submit('silence')).toEqual({ acked: false, failure: trouble });
    expect(titles()).toEqual(['One']);
  });
});

describe('a modal that is closed', () => {
  const closed = () => app.done().filter(({ type }) => type === 'view_closed');

  it('says so where the app asked for it', async () => {
    const view = await open(modal('One', { notify_on_close: true }));
    sandbox.closeView('mary');
    expect(titles()).toEqual([]);
    await app.reach(2);
    expect(closed()).toMatchObject([{ type: 'view_closed', is_cleared: false, view, user: { name: 'mary' } }]);
  });

  it('shows the one below, or none of them', async () => {
    await open(modal('One', { notify_on_close: true }));
    await push(small('Two'));
    sandbox.closeView('mary');
    expect(titles()).toEqual(['One']);
    await push(small('Two', { notify_on_close: true }));
    sandbox.closeView('mary', { all: true });
    expect(titles()).toEqual([]);
    await app.reach(5);
    expect(closed().map(({ is_cleared, view }) => [is_cleared, view.callback_id])).toEqual([
      [true, 'Two'],
      [true, 'One'],
    ]);
  });

  it('takes all with it where the app said so', async () => {
    await open();
    await push(small('Two', { clear_on_close: true }));
    sandbox.closeView('mary');
    expect(titles()).toEqual([]);
  });
});
