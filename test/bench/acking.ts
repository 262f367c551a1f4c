import { SocketModeClient } from '@slack/socket-mode';

/** The official client, that takes what comes and does no more. */
const client = new SocketModeClient({
  appToken: process.env['SLACK_APP_TOKEN'] ?? '',
  clientOptions: { slackApiUrl: process.argv[2] ?? '' },
});
client.on('slack_event', ({ ack }: { ack(): Promise<void> }) => void ack().catch(() => {}));
await client.start();
