import bolt from '@slack/bolt';

/** The least that answers a line in a room: one process, no journal, no isolation. */
const [, , slackApiUrl = ''] = process.argv;
const { SLACK_APP_TOKEN: appToken = '', SLACK_BOT_TOKEN: token = '' } = process.env;
const app = new bolt.App({
  token,
  appToken,
  socketMode: true,
  clientOptions: { slackApiUrl },
  logLevel: bolt.LogLevel.ERROR,
});
app.message(async ({ message, say }) => {
  if ('text' in message && message.text !== undefined) await say(message.text);
});
process.once('SIGTERM', () => process.exit());
await app.start();
