import { type Context, defineCommand, OpsError } from '../../index.ts';
import { findLocalSlack } from '../connection/local.ts';
import { type Finding, showFindings, wrong } from './finding.ts';
import { machineFindings } from './machine.ts';
import { roleFindings } from './roles.ts';
import { slackFindings } from './slack.ts';
import { systemFindings } from './systems.ts';

export default defineCommand({
  name: 'doctor',
  summary: 'Look for what is wrong, and say how to mend it',
  description:
    'Looks at the configuration, the journal, the programs of apps, the systems that build, Slack, its tokens and scopes, the clock, and the rooms that the bot is in. With --room it posts a message there, sees it come back as an event, and deletes it. Leaves with 1 where something is wrong, with 78 where it is the configuration.',
  options: {
    room: { summary: 'Send a message to this room and see it come back', value: '#room' },
    sandbox: { summary: 'Look at the sandbox at this address instead', value: 'url' },
  },
  examples: [
    { line: 'ops doctor', says: 'each finding, with what mends it' },
    { line: "ops doctor --room '#ops'", says: 'and a message that goes to the room and comes back' },
    { line: 'ops doctor --json', says: 'the findings as data' },
  ],
  effect: 'read',
  surfaces: ['terminal'],
  run: async ({ room, sandbox }, context) => {
    const findings = [
      ...(await machineFindings(context)),
      ...(await roleFindings(context)),
      ...(await systemFindings(context)),
      ...(await ofSlack(room, sandbox, context)),
    ];
    const faults = findings.filter(({ state }) => state === 'fault');
    if (faults.length === 0) return { findings };
    // The findings are what was asked for: they are printed whole, and the exit code says what they come to.
    await context.output.ready({ findings }, showFindings(findings));
    const outcome = faults.some(({ area }) => area === 'configuration') ? 'config' : 'failed';
    const words = faults.length === 1 ? 'one thing is to be mended' : `${faults.length} things are to be mended`;
    throw new OpsError(outcome, words);
  },
  show: ({ findings }) => showFindings(findings),
});

async function ofSlack(room: string | undefined, sandbox: string | undefined, context: Context): Promise<Finding[]> {
  const { config, http, clock, project } = context;
  try {
    if (sandbox !== undefined) {
      const local = await findLocalSlack(sandbox, http, clock);
      return await slackFindings({ slack: { word: 'ops', pool: 1, ...local.slack }, room, proxy: undefined, context });
    }
    if (config.slack === undefined) return withoutSlack(room);
    return await slackFindings({ slack: config.slack, room, proxy: await project.proxy(), context });
  } catch (error) {
    if (!(error instanceof OpsError)) throw error;
    const area = error.outcome === 'config' ? 'configuration' : 'slack';
    return [wrong(area, error.message, error.hint ?? 'ops config')];
  }
}

function withoutSlack(room: string | undefined): Finding[] {
  const says = 'there is no "slack" in the configuration';
  const mend = 'the README says how to connect one, under "Connect a Slack"; it is needed by ops listen alone';
  return [room === undefined ? { area: 'slack', state: 'warning', says, mend } : wrong('configuration', says, mend)];
}
