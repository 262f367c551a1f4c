import { describe, expect, it } from 'vitest';
import { createHttp } from '../../../src/system/http.ts';
import { openProxy, proxySettings } from '../../../src/system/proxy.ts';
import { startConnectProxy } from '../../support/connect-proxy.ts';
import { startOddSlack } from '../../support/odd-slack.ts';

const here = 'localhost,127.0.0.1,::1';

describe('the proxies that an environment names', () => {
  it.each([
    ['none', {}, undefined],
    ['empty ones', { HTTP_PROXY: '', https_proxy: '' }, undefined],
    ['exceptions alone', { NO_PROXY: 'a.example' }, undefined],
    ['one in capitals', { HTTPS_PROXY: 'http://p:1' }, { httpProxy: '', httpsProxy: 'http://p:1', noProxy: here }],
    ['one in small letters', { http_proxy: 'http://p:1' }, { httpProxy: 'http://p:1', httpsProxy: '', noProxy: here }],
    [
      'both ways, of which small letters win',
      { https_proxy: 'http://small:1', HTTPS_PROXY: 'http://LARGE:1' },
      { httpProxy: '', httpsProxy: 'http://small:1', noProxy: here },
    ],
    [
      'an empty one in small letters and one in capitals',
      { https_proxy: '', HTTPS_PROXY: 'http://p:1' },
      { httpProxy: '', httpsProxy: 'http://p:1', noProxy: here },
    ],
    ['one without a scheme', { HTTPS_PROXY: 'p:1' }, { httpProxy: '', httpsProxy: 'http://p:1', noProxy: here }],
    [
      'exceptions',
      { HTTPS_PROXY: 'http://p:1', NO_PROXY: 'a.example,.b' },
      { httpProxy: '', httpsProxy: 'http://p:1', noProxy: `${here},a.example,.b` },
    ],
  ])('are %s', (_, env, settings) => {
    expect(proxySettings(env)).toEqual(settings);
  });

  it('are shown without the password', async () => {
    const settings = { httpProxy: '', httpsProxy: 'http://mary:hunter2@proxy.example:3128', noProxy: '' };
    expect((await openProxy(settings)).address).toBe('proxy.example:3128');
  });

  it('carry the requests of commands', async () => {
    const [other, proxy] = await Promise.all([startOddSlack({ host: 'elsewhere.test' }), startConnectProxy()]);
    const { fetch } = await openProxy({ httpProxy: proxy.url, httpsProxy: '', noProxy: here });
    const { status, text } = await createHttp(fetch)(other.apiUrl, { method: 'POST', body: new Blob(['x']) });
    expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining('"ok":true') });
    expect(proxy.seen).toEqual(['POST /api/']);
  });
});
