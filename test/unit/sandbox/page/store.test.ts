import { describe, expect, it } from 'vitest';
import type { Frame } from '../../../../src/sandbox/page/protocol.ts';
import { hasUnseenReplies } from '../../../../src/sandbox/page/shell/thread-seen.ts';
import {
  type Action,
  createStore,
  type Known,
  nothing,
  type Pending,
  reduce,
} from '../../../../src/sandbox/page/store.ts';
import { conversation, message, pageState } from './known.ts';

const frame = (one: Frame): Action => ({ type: 'frame', frame: one });
const hello = (me = 'U1'): Action => frame({ type: 'hello', state: pageState(me) });
const history = (list: string[], channel = 'C1'): Action => ({
  ...{ type: 'history', as: 'U1', channel, edge: 'newest' },
  history: { messages: list.map((ts) => message(ts)), older: false, newer: false },
});
const thread = (list: string[]): Action => ({
  ...{ type: 'thread', as: 'U1', channel: 'C1', thread: '1' },
  messages: list.map((ts) => message(ts, ts === '1' ? {} : { thread_ts: '1' })),
});
const said = (ts: string, more = {}): Action => frame({ type: 'message', channel: 'C1', message: message(ts, more) });
const sending = (key: string, more: Partial<Pending['request']> = {}): Action => ({
  type: 'sending',
  pending: { ...{ key, at: 0, state: 'sending' }, request: { as: 'U1', channel: 'C1', text: 'hi', ...more } },
});

const knownAfter = (...actions: Action[]): Known => actions.reduce(reduce, nothing);
const inRoom = ({ rooms }: Known): string[] | undefined => rooms['C1']?.messages.map(({ ts }) => ts);
const inThread = ({ threads }: Known): string[] | undefined => threads['C1/1']?.messages.map(({ ts }) => ts);
const waiting = ({ pending }: Known): string[] => pending.map(({ key, state }) => `${key} ${state}`);

describe('what the page knows', () => {
  it('begins with a hello', () => {
    expect(knownAfter(hello())).toMatchObject({ link: 'open', page: { me: { name: 'mary' } } });
  });

  it('is out of date after another hello, but stays in sight', () => {
    const known = knownAfter(hello(), history(['1']), thread(['1', '2']), { type: 'link', link: 'lost' }, hello());
    expect(known.link).toBe('open');
    expect([known.rooms['C1']?.stale, known.threads['C1/1']?.stale]).toEqual([true, true]);
    expect(inRoom(known)).toEqual(['1']);
  });

  it('is another for another person', () => {
    const known = knownAfter(hello(), history(['1']), thread(['1']), hello('U2'));
    expect([known.rooms, known.threads]).toEqual([{}, {}]);
  });

  it('takes no answer that was meant for another person', () => {
    const known = knownAfter(hello('U2'), history(['1']), thread(['1']));
    expect([known.rooms, known.threads]).toEqual([{}, {}]);
  });

  it('has a new message in its room and in its thread', () => {
    const known = knownAfter(hello(), history(['1']), thread(['1']), said('2', { thread_ts: '1' }), said('3'));
    expect([inRoom(known), inThread(known)]).toEqual([
      ['1', '3'],
      ['1', '2'],
    ]);
  });

  it('has the first message of a thread in both places when it changes', () => {
    const known = knownAfter(hello(), history(['1']), thread(['1']), said('1', { text: 'edited', thread_ts: '1' }));
    expect([known.rooms['C1']?.messages[0]?.text, known.threads['C1/1']?.messages[0]?.text]).toEqual([
      'edited',
      'edited',
    ]);
  });

  it('leaves messages of rooms that were never opened to the server', () => {
    expect(knownAfter(hello(), said('1')).rooms).toEqual({});
  });

  it('forgets what was deleted, in the room and in the thread', () => {
    const gone = (ts: string): Action => frame({ type: 'message_removed', channel: 'C1', ts });
    const known = knownAfter(hello(), history(['1', '2']), thread(['1', '3']), gone('2'), gone('3'));
    expect([inRoom(known), inThread(known)]).toEqual([['1'], ['1']]);
  });

  it.each<[string, Frame, object]>([
    [
      'a conversation that changed',
      { type: 'conversation', conversation: conversation('C2', { unread: 3 }) },
      { conversations: [conversation('C1'), conversation('C2', { unread: 3 })] },
    ],
    [
      'a conversation that is new',
      { type: 'conversation', conversation: conversation('C7') },
      { conversations: [conversation('C1'), conversation('C2'), conversation('C7')] },
    ],
    [
      'a conversation that is gone',
      { type: 'conversation_removed', channel: 'C1' },
      { conversations: [conversation('C2')] },
    ],
    [
      'how often the app is connected',
      { type: 'connections', connections: 0 },
      { app: { name: 'ops', connections: 0 } },
    ],
    [
      'what the app does',
      { type: 'status', channel: 'C1', thread: '1', status: 'thinks' },
      { statuses: { 'C1/1': 'thinks' } },
    ],
  ])('takes up %s', (_, one, page) => {
    expect(knownAfter(hello(), frame(one)).page).toMatchObject(page);
  });

  it('has no status once it is empty', () => {
    const status = (text: string): Action => frame({ type: 'status', channel: 'C1', thread: '1', status: text });
    expect(knownAfter(hello(), status('thinks'), status('')).page?.statuses).toEqual({});
  });
});

describe('a message on its way', () => {
  it('is there at once, and gone when the server has taken it', () => {
    expect(waiting(knownAfter(hello(), sending('a')))).toEqual(['a sending']);
    expect(waiting(knownAfter(hello(), sending('a'), { type: 'sent', key: 'a' }))).toEqual([]);
  });

  it('gives its place to the real one, which may come before the answer', () => {
    const known = knownAfter(hello(), history([]), sending('a'), sending('b'), said('1'));
    expect([waiting(known), inRoom(known)]).toEqual([['b sending'], ['1']]);
  });

  it.each<[string, object]>([
    ['by somebody else', { user: 'U2' }],
    ['in a thread', { thread_ts: '0' }],
    ['that only the person sees', { ephemeralTo: 'U1' }],
  ])('stays when there is a message %s', (_, more) => {
    expect(waiting(knownAfter(hello(), history([]), sending('a'), said('1', more)))).toEqual(['a sending']);
  });

  it('stays when an older message of the person changes', () => {
    expect(waiting(knownAfter(hello(), history(['1']), sending('a'), said('1', { text: 'edited' })))).toEqual([
      'a sending',
    ]);
  });

  it('stays when it could not be sent, until it is tried again', () => {
    const failed: Action = { type: 'failed', key: 'a', why: 'The sandbox cannot be reached.' };
    expect(waiting(knownAfter(hello(), sending('a'), failed))).toEqual(['a failed']);
    expect(knownAfter(hello(), sending('a'), failed).pending[0]?.why).toBe('The sandbox cannot be reached.');
    expect(waiting(knownAfter(hello(), history([]), sending('a'), failed, said('1')))).toEqual(['a failed']);
    expect(waiting(knownAfter(hello(), sending('a'), failed, sending('b'), sending('a')))).toEqual([
      'b sending',
      'a sending',
    ]);
  });

  it('to a thread gives its place to the reply', () => {
    const known = knownAfter(hello(), thread(['1']), sending('a', { thread: '1' }), said('2', { thread_ts: '1' }));
    expect(waiting(known)).toEqual([]);
  });
});

describe('the store', () => {
  it('tells its followers what changed, until they leave', () => {
    const store = createStore();
    const seen: string[] = [];
    const leave = store.follow(() => seen.push(store.get().link));
    store.dispatch({ type: 'link', link: 'lost' });
    leave();
    store.dispatch({ type: 'link', link: 'open' });
    expect(seen).toEqual(['lost']);
  });

  it('tells nothing when nothing changed', () => {
    const store = createStore();
    let told = 0;
    store.follow(() => {
      told += 1;
    });
    store.dispatch(history(['1']));
    expect(told).toBe(0);
  });
});

describe('a thread with replies that the person has not seen', () => {
  const root = (latest: string, users = ['U2']) =>
    message('1', { reply_count: 1, reply_users: users, latest_reply: latest, thread_ts: '1' });
  const read = (lastRead: string): Action => {
    const conversations = [conversation('C1', { lastRead })];
    return frame({ type: 'hello', state: pageState('U1', { conversations }) });
  };
  const looked: Action = { type: 'seen', channel: 'C1', thread: '1', ts: '3' };

  it.each([
    ['has one that came after the room was read', [read('2')], root('3'), true],
    ['has none that came before', [read('3')], root('3'), false],
    ['has none once it was looked at', [read('2'), looked], root('3'), false],
    ['has another that came since', [read('2'), looked], root('4'), true],
    ['stays so when the room alone is read, and the connection is made anew', [read('2'), read('3')], root('3'), true],
    ['has none where they are the own ones', [read('2')], root('3', ['U1']), false],
    ['has none in a room that is not known', [hello('U1')], message('1'), false],
  ])('%s', (_, actions, message, unseen) => {
    expect(hasUnseenReplies(knownAfter(...actions), 'C1', message)).toBe(unseen);
  });

  it('has them for each person anew', () => {
    const known = knownAfter(read('2'), looked, hello('U2'));
    expect(known.seen).toEqual({ C1: '0', C2: '0' });
  });
});

describe('an answer that was on its way while something was said', () => {
  it('does not take it away: in a room, in a thread', () => {
    expect(inRoom(knownAfter(hello(), said('2'), history(['1'])))).toEqual(['1', '2']);
    expect(inThread(knownAfter(hello(), said('2', { thread_ts: '1' }), thread(['1'])))).toEqual(['1', '2']);
    const edited = knownAfter(hello(), said('1', { text: 'edited' }), history(['1']));
    expect(edited.rooms['C1']?.messages[0]?.text).toBe('edited');
  });

  it('brings nothing back that is gone, or that was heard before the connection was made anew', () => {
    const gone = frame({ type: 'message_removed', channel: 'C1', ts: '2' });
    expect(inRoom(knownAfter(hello(), said('2'), gone, history(['1'])))).toEqual(['1']);
    expect(inRoom(knownAfter(hello(), said('2'), hello(), history(['1'])))).toEqual(['1']);
  });
});
