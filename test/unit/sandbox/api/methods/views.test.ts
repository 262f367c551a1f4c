import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../../src/sandbox/server.ts';
import { connectApp, type TestApp } from '../../app.ts';
import { type Answer, call } from '../../client.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const button = { type: 'button', action_id: 'more', text: plain('More') };
const modal = (title: string, more = {}) => ({
  ...{ type: 'modal', title: plain(title), blocks: [{ type: 'actions', block_id: 'b', elements: [button] }] },
  ...more,
});
const home = (text: string, more = {}) => ({ type: 'home', blocks: [{ type: 'section', text: plain(text) }], ...more });

let sandbox: Sandbox;
let app: TestApp;
let mary: string;
beforeEach(async () => {
  sandbox = await startSandbox({
    people: [{ name: 'mary' }, { name: 'tom' }],
    channels: ['ops'],
    time: 1_763_700_000_000,
  });
  app = await connectApp(sandbox);
  mary = sandbox.people[0]?.id ?? '';
});
afterEach(() => sandbox.close());

/** The trigger of a command that mary sends. */
async function trigger(): Promise<string> {
  await sandbox.command({ as: 'mary', channel: '#ops' });
  return app.done().at(-1).trigger_id;
}

/** The trigger of a button in the modal that mary has open. */
async function within(): Promise<string> {
  await sandbox.press({ as: 'mary', actionId: 'more' });
  return app.done().at(-1).trigger_id;
}

const open = async (view: object = modal('One')): Promise<Answer> =>
  call(sandbox, 'views.open', { trigger_id: await trigger(), view });
const titles = () => sandbox.views('mary').map(({ title }) => title?.['text']);

describe('views.open', () => {
  it('opens a modal for the person and answers with all of it', async () => {
    const view = modal('One', { callback_id: 'one', private_metadata: 'm', external_id: 'e', notify_on_close: true });
    const answer = await open(view);
    expect(answer).toEqual({
      ok: true,
      view: {
        ...view,
        id: expect.stringMatching(/^V0[A-Z0-9]{9}$/u),
        team_id: sandbox.team.id,
        state: { values: {} },
        hash: expect.stringMatching(/^\d+\.[A-Z0-9]+$/u),
        clear_on_close: false,
        close: null,
        submit: null,
        previous_view_id: null,
        root_view_id: answer.view.id,
        app_id: expect.stringMatching(/^A/u),
        app_installed_team_id: sandbox.team.id,
        bot_id: sandbox.bot.botId,
      },
    });
    expect(sandbox.views('mary')).toEqual([answer.view]);
    expect(sandbox.views('tom')).toEqual([]);
  });

  it('takes an interactivity_pointer, and the view as text', async () => {
    const args = { interactivity_pointer: await trigger(), view: JSON.stringify(modal('One')) };
    expect((await call(sandbox, 'views.open', args)).ok).toBe(true);
    expect(titles()).toEqual(['One']);
  });

  it('takes the place of what was open', async () => {
    await open();
    await open(modal('Two'));
    expect(titles()).toEqual(['Two']);
  });

  it('exchanges a trigger once, and only for a view that is right', async () => {
    const id = await trigger();
    const wrong = await call(sandbox, 'views.open', { trigger_id: id, view: modal('x'.repeat(25)) });
    expect(wrong).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: expect.arrayContaining([expect.stringContaining('[json-pointer:/view/title/text]')]),
      },
    });
    expect((await call(sandbox, 'views.open', { trigger_id: id, view: modal('One') })).ok).toBe(true);
    expect((await call(sandbox, 'views.open', { trigger_id: id, view: modal('Two') })).error).toBe(
      'exchanged_trigger_id',
    );
    expect(titles()).toEqual(['One']);
  });

  it('is too late after three seconds of the workspace', async () => {
    const id = await trigger();
    sandbox.clock.advance(3001);
    expect((await call(sandbox, 'views.open', { trigger_id: id, view: modal('One') })).error).toBe(
      'expired_trigger_id',
    );
  });

  it('is in time for as long as the workspace lets the app answer', async () => {
    await sandbox.close();
    sandbox = await startSandbox({ channels: ['ops'], time: 1_763_700_000_000, interactionTimeout: 10_000 });
    app = await connectApp(sandbox);
    const [in10, late] = [await trigger(), await trigger()];
    sandbox.clock.advance(10_000);
    expect((await call(sandbox, 'views.open', { trigger_id: in10, view: modal('One') })).ok).toBe(true);
    sandbox.clock.advance(1);
    expect((await call(sandbox, 'views.open', { trigger_id: late, view: modal('Two') })).error).toBe(
      'expired_trigger_id',
    );
  });

  it.each([
    [{}, 'invalid_arguments', 'missing required field: view'],
    [{ view: modal('One') }, 'invalid_arguments', 'missing required field: trigger_id'],
    [{ view: modal('One'), trigger_id: 'x' }, 'invalid_arguments', 'invalid `trigger_id` [json-pointer:/trigger_id]'],
    [{ view: '{', trigger_id: '1.2.a' }, 'invalid_arguments', undefined],
    [{ view: modal('One'), trigger_id: '1.2.a' }, 'invalid_trigger_id', undefined],
  ])('refuses %j', async (args, error, message) => {
    const answer = await call(sandbox, 'views.open', args);
    expect(answer.error).toBe(error);
    if (message) expect(answer.response_metadata.messages).toEqual([`[ERROR] ${message}`]);
  });
});

describe('views.push', () => {
  it('puts a second and a third modal on top, and no fourth', async () => {
    const first = await open();
    const second = await call(sandbox, 'views.push', { trigger_id: await within(), view: modal('Two') });
    expect(second.view).toMatchObject({ previous_view_id: first.view.id, root_view_id: first.view.id });
    const third = await call(sandbox, 'views.push', { trigger_id: await within(), view: modal('Three') });
    expect(third.view).toMatchObject({ previous_view_id: second.view.id, root_view_id: first.view.id });
    expect(await call(sandbox, 'views.push', { trigger_id: await within(), view: modal('Four') })).toEqual({
      ok: false,
      error: 'push_limit_reached',
    });
    expect(titles()).toEqual(['One', 'Two', 'Three']);
  });

  it('needs something done in an open modal', async () => {
    await open();
    const pushed = await call(sandbox, 'views.push', { trigger_id: await trigger(), view: modal('Two') });
    expect(pushed.error).toBe('not_found');
    expect(titles()).toEqual(['One']);
  });
});

describe('views.update', () => {
  it('defines a view anew, which keeps its id and gets a new hash', async () => {
    const { view } = await open(modal('One', { external_id: 'e' }));
    const updated = await call(sandbox, 'views.update', {
      view_id: view.id,
      view: modal('New', { external_id: 'e' }),
      hash: view.hash,
    });
    expect(updated.view).toMatchObject({ id: view.id, root_view_id: view.id, title: plain('New') });
    expect(updated.view.hash).not.toBe(view.hash);
    await call(sandbox, 'views.update', { external_id: 'e', view: modal('Newer') });
    expect(titles()).toEqual(['Newer']);
  });

  it.each([
    [{}, 'invalid_arguments'],
    [{ view_id: 'V404' }, 'not_found'],
    [{ external_id: 'nobody' }, 'not_found'],
  ])('refuses %j', async (args, error) => {
    await open();
    expect((await call(sandbox, 'views.update', { ...args, view: modal('x') })).error).toBe(error);
  });

  it('refuses an old hash', async () => {
    const { view } = await open();
    const answer = await call(sandbox, 'views.update', { view_id: view.id, hash: '1.OLD', view: modal('x') });
    expect(answer.error).toBe('hash_conflict');
    expect(titles()).toEqual(['One']);
  });

  it('no longer finds a modal that was closed', async () => {
    const { view } = await open();
    sandbox.closeView('mary');
    expect((await call(sandbox, 'views.update', { view_id: view.id, view: modal('x') })).error).toBe('not_found');
  });
});

describe('an external_id', () => {
  it('belongs to one view at a time', async () => {
    await open(modal('One', { external_id: 'e' }));
    const twice = await call(sandbox, 'views.publish', { user_id: mary, view: home('x', { external_id: 'e' }) });
    expect(twice.error).toBe('duplicate_external_id');
    sandbox.closeView('mary');
    const free = await call(sandbox, 'views.publish', { user_id: mary, view: home('x', { external_id: 'e' }) });
    expect(free.ok).toBe(true);
  });
});

describe('views.publish', () => {
  const publish = (view: object, more = {}) => call(sandbox, 'views.publish', { user_id: mary, view, ...more });

  it("shows a view in one person's App Home", async () => {
    const first = await publish(home('Hello'));
    const second = await publish(home('Again'), { hash: first.view.hash });
    expect(second.view).toMatchObject({ id: first.view.id, type: 'home', title: null, submit: null });
    expect(sandbox.home('mary')?.blocks).toMatchObject([{ text: plain('Again') }]);
    expect(sandbox.home('tom')).toBe(undefined);
  });

  it.each([
    ['nobody', { user_id: 'U404' }, 'user_not_found'],
    ['an old hash', { hash: '1.OLD' }, 'hash_conflict'],
    ['a modal', { view: modal('x') }, 'invalid_arguments'],
  ])('refuses %s', async (_, args, error) => {
    await publish(home('Hello'));
    expect((await publish(home('x'), args)).error).toBe(error);
    expect(sandbox.home('mary')?.blocks).toMatchObject([{ text: plain('Hello') }]);
  });
});
