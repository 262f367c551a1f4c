import { describe, expect, it } from 'vitest';
import { reaching } from '../../../../src/slack/answer/reach.ts';
import { createRespond } from '../../../../src/slack/answer/respond.ts';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import type { Content, Delivery } from '../../../../src/slack/delivery/deliver.ts';

const place = { channel: 'C1', thread: undefined, asked: undefined, run: '0123abcd' };
const content = (text: string, more: Partial<Content> = {}): Content => ({ text, blocks: [], ...more });
const end = content('the end', { isFinal: true });
const question = (value: string): Content =>
  content('Go on?', { blocks: [{ type: 'actions', elements: [{ action_id: 'question:yes', value }] }] });

/** A room that refuses so, and what is said through either way. */
function open(refusal?: string) {
  const said: string[] = [];
  const refuse = (): void => {
    if (refusal !== undefined) throw new SlackCallError('no', { refusal, cause: 0 });
  };
  const delivery: Delivery = {
    post: async (_, now) => {
      refuse();
      said.push(`post ${now().text}`);
      return '2.1';
    },
    whisper: async (_, __, user, { text }) => {
      refuse();
      said.push(`whisper to ${user}: ${text}`);
    },
    find: async () => {
      refuse();
      return { ts: '2.1', isFinal: false, blocks: [] };
    },
    update: async () => {},
    upload: async () => {},
    single: async () => {},
    updateWait: () => 0,
  };
  const reached = reaching({
    delivery,
    url: 'https://hooks',
    respond: async (_, { text, isForAll, thread }) =>
      void said.push(`respond ${isForAll ? 'to all' : 'alone'}${thread === undefined ? '' : ` in ${thread}`}: ${text}`),
    onAbsent: async (isNews) => void said.push(isNews ? 'kept' : 'absent'),
  });
  const running = new AbortController().signal;
  return { reached, said, running };
}

describe('a room that the app is in', () => {
  it('is answered as ever', async () => {
    const { reached, said, running } = open();
    expect(await reached.post(place, () => content('one'), running)).toBe('2.1');
    await reached.whisper('C1', undefined, 'U1', content('no'));
    expect(said).toEqual(['post one', 'whisper to U1: no']);
  });

  it('may still say no', async () => {
    const { reached } = open('is_archived');
    await expect(reached.post(place, () => end)).rejects.toMatchObject({ refusal: 'is_archived' });
  });
});

describe.each(['not_in_channel', 'channel_not_found'])('a room that says %s', (refusal) => {
  it('gets the end of a run, and its asker hears once why nothing else', async () => {
    const { reached, said, running } = open(refusal);
    for (const text of ['one', 'two']) await reached.post(place, () => content(text), running);
    expect(await reached.post({ ...place, thread: '1.5' }, () => end)).toBeUndefined();
    expect(said).toEqual(['absent', 'respond to all in 1.5: the end']);
  });

  it('gets the end of a short run, and nothing else', async () => {
    const { reached, said } = open(refusal);
    await reached.post(place, () => end);
    expect(said).toEqual(['respond to all: the end']);
  });

  it('is asked each question once', async () => {
    const { reached, said, running } = open(refusal);
    const contents = [question('1:a.1'), question('1:a.1'), content('two'), question('1:a.2')];
    for (const now of contents) await reached.post(place, () => now, running);
    expect(said).toEqual(['kept', 'respond to all: Go on?', 'respond to all: Go on?']);
  });

  it('has no message that could be found, and takes what one person alone is told', async () => {
    const { reached, said } = open(refusal);
    expect(await reached.find(place)).toBeUndefined();
    await reached.whisper('C1', '1.5', 'U1', content('no'));
    expect(said).toEqual(['respond alone in 1.5: no']);
  });
});

describe('an answer to the address', () => {
  const responded = (status: number) =>
    createRespond(async () => ({ status, headers: new Headers(), text: '' }))('https://hooks', {
      ...end,
      isForAll: true,
    });

  it.each([
    [404, { refusal: 'http_404' }],
    [500, { refusal: undefined }],
  ])('that comes to HTTP %s fails', async (status, expected) => {
    await expect(responded(status)).rejects.toMatchObject(expected);
  });

  it('is taken', async () => {
    await expect(responded(200)).resolves.toBeUndefined();
  });
});
