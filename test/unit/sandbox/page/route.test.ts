import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, permalink, type Route } from '../../../../src/sandbox/page/route.ts';

const parse = (address: string): Route => parseRoute(new URL(address, 'http://127.0.0.1:1234'));

describe('an address', () => {
  it.each<[string, Route]>([
    ['/', {}],
    ['/?as=mary', { as: 'mary' }],
    ['/?as=U1&room=C1', { as: 'U1', room: 'C1' }],
    ['/?as=U1&room=C1&thread=1.5&at=1.6', { as: 'U1', room: 'C1', thread: '1.5', at: '1.6' }],
    ['/?as=U1&room=D1&tab=home', { as: 'U1', room: 'D1', home: true }],
    ['/?room=D1&tab=messages', { room: 'D1' }],
    ['/?as=&room=', {}],
    ['/archives/C1', { room: 'C1' }],
    ['/archives/C1/', { room: 'C1' }],
    ['/archives/C1/p1610241741000200', { room: 'C1', at: '1610241741.000200' }],
    [
      '/archives/C1/p1610241742000300?thread_ts=1610241741.000200&cid=C1',
      { room: 'C1', at: '1610241742.000300', thread: '1610241741.000200' },
    ],
    ['/archives/C1/p1610241741000200?as=U2', { as: 'U2', room: 'C1', at: '1610241741.000200' }],
    ['/archives/c1/nonsense', {}],
  ])('%s is understood', (address, route) => {
    expect(parse(address)).toEqual(route);
  });

  it.each<Route>([{}, { as: 'U1' }, { as: 'U1', room: 'C1', thread: '1.5', at: '1.6' }, { room: 'D1', home: true }])(
    'is written so that it is understood again: %o',
    (route) => {
      expect(parse(formatRoute(route))).toEqual(route);
    },
  );

  it('of a message is the one that Slack gives it', () => {
    expect(permalink('http://x', 'C1', '1610241741.000200')).toBe('http://x/archives/C1/p1610241741000200');
  });

  it('of a reply names its thread, that of the first message does not', () => {
    expect(permalink('', 'C1', '2.000001', '1.000001')).toBe('/archives/C1/p2000001?thread_ts=1.000001&cid=C1');
    expect(permalink('', 'C1', '1.000001', '1.000001')).toBe('/archives/C1/p1000001');
  });
});
