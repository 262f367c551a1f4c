import { describe, expect, it } from 'vitest';
import { OpsError } from '../../../../src/context/errors.ts';
import type { FormValues } from '../../../../src/context/form.ts';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import { openForm, readSubmission } from '../../../../src/slack/form/form.ts';

const identity = { team: 'T1', teamName: 'Team', userId: 'UBOT', botId: 'B1', name: 'ops' };
const filledIn: FormValues[] = [];
const forms = {
  form: async ([command = '']: readonly string[]) =>
    command === 'greet'
      ? { command, summary: 'Say hello', fields: [], secrets: [], globals: ['--dry-run'] }
      : undefined,
  fill: async (command: string, values: FormValues, globals: readonly string[]) => {
    filledIn.push(values);
    if (command !== 'greet') return undefined;
    if (values['who'] === undefined) return { faults: { who: 'greet needs <who>' } };
    return { argv: [command, ...values['who'], ...globals] };
  },
  refuses: async (): Promise<OpsError | undefined> => undefined,
};
const journal = { facts: async () => [] };

const metadata = (change: object = {}): string =>
  JSON.stringify({ v: 1, command: 'greet', globals: ['--dry-run'], channel: 'C1', thread: '1.1', ...change });
const state = { values: { who: { value: { type: 'plain_text_input', value: 'Ana' } } } };

function submit(view: object = {}, body: object = {}, call = async () => ({ channel: { id: 'D1' } }) as object) {
  const whole = { id: 'V1', callback_id: 'ops_form', private_metadata: metadata(), state, blocks: [], ...view };
  const payload = { team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' }, view: whole, ...body };
  return readSubmission(payload, { identity, call: call as never, forms, journal });
}

describe('a form that was submitted', () => {
  it('is a line of whoever submitted it, in the place where it was asked for, once', async () => {
    expect(await submit()).toEqual({
      ask: {
        ...{ team: 'T1', channel: 'C1', channelType: 'channel', ts: undefined, thread: '1.1', user: 'U1' },
        ...{ userTeam: 'T1', way: 'form', at: undefined, claim: 'slack:T1:view:V1', responseUrl: undefined },
      },
      address: { kind: 'line', argv: ['greet', 'Ana', '--dry-run'] },
    });
  });

  it('is answered in direct messages where it was opened from the Home tab', async () => {
    const home = { private_metadata: metadata({ channel: undefined, thread: undefined }) };
    expect(await submit(home)).toMatchObject({ ask: { channel: 'D1', channelType: 'im', thread: undefined } });
    const refuse = async (): Promise<never> =>
      Promise.reject(new SlackCallError('no', { refusal: 'missing_scope', cause: undefined }));
    expect(await submit(home, {}, refuse)).toMatchObject({ ask: { channel: 'U1' } });
  });

  it('says under its fields what is wrong', async () => {
    expect(await submit({ state: { values: {} } })).toEqual({
      reply: { response_action: 'errors', errors: { who: 'greet needs <who>' } },
    });
    const gone = { private_metadata: metadata({ command: 'gone' }), blocks: [{ type: 'input', block_id: 'who' }] };
    expect(await submit(gone)).toEqual({
      reply: { response_action: 'errors', errors: { who: 'there is no command "gone" any more' } },
    });
  });

  it.each<[string, object, object?]>([
    ['another form', { callback_id: 'deploy_prod' }],
    ['no metadata', { private_metadata: '' }],
    ['metadata that is no JSON', { private_metadata: '{' }],
    ['metadata of another version', { private_metadata: metadata({ v: 2 }) }],
    ['a command that is no name', { private_metadata: metadata({ command: ['greet'] }) }],
    ['words that are none', { private_metadata: metadata({ globals: [{ evil: 1 }] }) }],
    ['no view', {}, { view: undefined }],
    ['another workspace', {}, { team: { id: 'T2' } }],
    ['nobody', {}, { user: undefined }],
    ['no view id', { id: '' }],
  ])('is nothing with %s', async (_what, view, body = {}) => {
    filledIn.length = 0;
    expect(await submit(view, body)).toBeUndefined();
    expect(filledIn).toEqual([]);
  });
});

describe('a form that is opened', () => {
  it('has what the refusal of its run said that the line lacks, and is checked by that', async () => {
    const fields = [{ option: 'field', key: 'Team' }];
    const facts = { facts: async ({ subject = '' }) => (subject === 'r1' ? [{ data: { fields } }] : []) as never };
    const seen: unknown[] = [];
    const form: typeof forms.form = async (argv, ...found: unknown[]) => {
      seen.push(found);
      return forms.form(argv);
    };
    const fill: typeof forms.fill = async (command, values, globals, ...found: unknown[]) => {
      seen.push(found);
      return forms.fill(command, values, globals);
    };
    let kept = '';
    const call = async (_method: string, { view }: { view: { private_metadata: string } }) => {
      kept = view.private_metadata;
      return {};
    };
    const parts = { identity, call: call as never, forms: { ...forms, form, fill }, journal: facts };
    await openForm({ trigger_id: '1' }, ['greet'], { run: 'r1', channel: 'C1' }, parts);
    const view = { id: 'V1', callback_id: 'ops_form', private_metadata: kept, state };
    await readSubmission({ team: { id: 'T1' }, user: { id: 'U1' }, view }, parts);
    const broken = { facts: async () => Promise.reject(new Error('the disk is gone')) };
    await openForm({ trigger_id: '1' }, ['greet'], { run: 'r1', channel: 'C1' }, { ...parts, journal: broken });
    expect(seen).toEqual([[fields], [fields], [[]]]);
  });

  it('is opened for nobody who may not run its command', async () => {
    const calls: unknown[] = [];
    const asked: unknown[] = [];
    const refuses = async (...who: unknown[]): Promise<OpsError> => {
      asked.push(who);
      return new OpsError('denied', 'ann may not run ops greet');
    };
    const call = async (...args: unknown[]): Promise<object> => ({ calls: calls.push(args) });
    const parts = { identity, call: call as never, forms: { ...forms, refuses }, journal };
    const user = { id: 'U2', team_id: 'T2', username: 'ann' };
    await expect(openForm({ trigger_id: '1', user }, ['greet'], { channel: 'C1' }, parts)).rejects.toThrow(
      'may not run',
    );
    const origin = { type: 'room', team: 'T1', channel: 'C1' };
    expect(asked).toEqual([['greet', { actor: { id: 'slack:T2:U2', name: 'ann' }, origin }]]);
    expect(calls).toEqual([]);
  });

  it('remembers where, and is shown to whoever pressed', async () => {
    const calls: unknown[] = [];
    const call = async (method: string, args: object): Promise<object> => {
      calls.push([method, args]);
      return {};
    };
    const place = { channel: 'C1', thread: undefined };
    await openForm({ trigger_id: '1.2.x' }, ['greet'], place, { identity, call: call as never, forms, journal });
    const [[method, args] = []] = calls as [string, { trigger_id: string; view: { private_metadata: string } }][];
    expect(method).toBe('views.open');
    expect(args?.trigger_id).toBe('1.2.x');
    expect(JSON.parse(args?.view.private_metadata ?? '')).toEqual({
      v: 1,
      command: 'greet',
      globals: ['--dry-run'],
      channel: 'C1',
    });
    await expect(openForm({}, ['gone'], place, { identity, call: call as never, forms, journal })).rejects.toThrow(
      'there is no command "gone" any more',
    );
  });
});
