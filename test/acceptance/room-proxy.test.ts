import { describe, expect, it } from 'vitest';
import { startConnectProxy } from '../support/connect-proxy.ts';
import { startOddSlack } from '../support/odd-slack.ts';
import { startOps } from '../support/ops.ts';
import { configuration, createProject } from '../support/project.ts';
import { withSlack } from '../support/room.ts';
import { until } from '../support/waiting.ts';

const none = { HTTP_PROXY: '', HTTPS_PROXY: '', NO_PROXY: '', http_proxy: '', https_proxy: '', no_proxy: '' };
const tokens = { SLACK_APP_TOKEN: 'xapp-1', SLACK_BOT_TOKEN: 'xoxb-1' };

describe('behind a proxy', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])(
    'calls and connections go through what %s names, and a line is answered',
    async (variable) => {
      const [slack, proxy] = await Promise.all([startOddSlack({ host: 'slack.test' }), startConnectProxy()]);
      const { folder } = createProject(withSlack(slack.apiUrl, configuration));
      const listener = startOps(folder, ['listen'], { ...tokens, ...none, [variable]: proxy.url });
      await until(() => slack.connections.length === 2, `two connections:\n${listener.said.words}`);
      const ts = `${Date.now() / 1000}`;
      const event = { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'whoami', ts };
      slack.send({ type: 'events_api', envelope_id: 'e1', payload: { team_id: 'T1', event } });
      await until(() => slack.calls.includes('chat.postMessage'), `an answer:\n${listener.said.words}`);
      expect(proxy.seen).toEqual(
        expect.arrayContaining([
          'POST /api/auth.test',
          'POST /api/apps.connections.open',
          'POST /api/chat.postMessage',
          expect.stringMatching(/^CONNECT slack\.test:\d+$/),
        ]),
      );
      expect(proxy.seen.filter((line) => line.startsWith('CONNECT'))).toHaveLength(2);
    },
  );

  it('nothing of what NO_PROXY names goes through it', async () => {
    const [slack, proxy] = await Promise.all([startOddSlack({ host: 'slack.test' }), startConnectProxy()]);
    const { folder } = createProject(withSlack(slack.apiUrl, configuration));
    const environment = { ...tokens, ...none, HTTP_PROXY: proxy.url, NO_PROXY: '.test' };
    const { exitCode, stderr } = await startOps(folder, ['listen'], environment).ended;
    expect({ exitCode, stderr }).toEqual({ exitCode: 69, stderr: expect.stringContaining('slack.test') });
    expect(proxy.seen).toEqual([]);
  });

  it('nothing of what is on this machine goes through it', async () => {
    const [slack, proxy] = await Promise.all([startOddSlack(), startConnectProxy()]);
    const { folder } = createProject(withSlack(slack.apiUrl, configuration));
    startOps(folder, ['listen'], { ...tokens, ...none, HTTP_PROXY: proxy.url });
    await until(() => slack.connections.length > 0, 'a connection');
    expect(proxy.seen).toEqual([]);
  });
});
