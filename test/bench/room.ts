import { fileURLToPath } from 'node:url';
import { median, percentile } from './measure.ts';
import { node, root } from './processes.ts';
import { startProgram } from './program.ts';
import { startListener } from './project.ts';
import { type Slack, startSlack } from './slack.ts';
import type { Timing, Typed, Workspace } from './slack-process.ts';
import { bounded, type Row, type Section } from './table.ts';

const echoProgram = fileURLToPath(new URL('./bolt-echo.ts', import.meta.url));
const blocks = 10;
const linesOfBlock = 20;
const [quick, script] = ['ops whoami', 'ops greet Ana'];
/** Every fourth line is the script: a script's end is a chat.update, of which Slack takes 50 a minute. */
const turns = [quick, quick, quick, script];
const mostMiddle = 10;
const mostSlow = 50;

interface App {
  workspace: Workspace;
  answer: Typed['answer'];
}

/** From a message to the first words of its answer, beside the least that can answer: an echo on bolt. */
export async function measureRoom(stack: AsyncDisposableStack): Promise<Section[]> {
  const slack = stack.use(startSlack());
  const listening = await slack.open(['room']);
  await startListener(slack, listening, stack);
  const echoing = await slack.open(['room']);
  const echo = startProgram(node, [echoProgram, echoing.apiUrl], root, echoing.env);
  stack.use(echo);
  await Promise.race([slack.connected(echoing), echo.early]);
  const apps = { ops: { workspace: listening, answer: 'run' }, bolt: { workspace: echoing, answer: 'echo' } } as const;
  const sections: Section[] = [];
  for (const pause of [150, 0]) sections.push(sectionOf(pause, await inTurn(slack, apps, pause)));
  return sections;
}

type Apps = Readonly<Record<'ops' | 'bolt', App>>;

/** The two take turns, block by block, so that a busy moment of the machine strikes both. */
async function inTurn(slack: Slack, apps: Apps, pause: number): Promise<Record<keyof Apps, Timing[]>> {
  const found: Record<keyof Apps, Timing[]> = { ops: [], bolt: [] };
  for (let block = 0; block < blocks; block++) {
    for (const name of ['ops', 'bolt'] as const) {
      const { workspace, answer } = apps[name];
      const [channel = ''] = workspace.channels;
      const typed = Array.from({ length: linesOfBlock }, (_, at): Typed => {
        return { line: turns[at % turns.length] ?? quick, channel, answer };
      });
      found[name].push(...(await slack.type(workspace, typed, pause)));
    }
  }
  return found;
}

function sectionOf(pause: number, { ops, bolt }: Record<keyof Apps, Timing[]>): Section {
  const first = ops.map((timing) => timing.first);
  const ends = ops.map((timing) => timing.end);
  const echoes = bolt.map((timing) => timing.first);
  const manner = pause > 0 ? `${pause} ms after the end of the one before` : 'at the end of the one before';
  const byLine = [quick, script].map((line): Row => {
    const ofLine = ops.filter((timing) => timing.line === line);
    const value = spread(ofLine.map((timing) => timing.first));
    return { what: `    ${ofLine.length} × ${line}: first words`, value };
  });
  return {
    title: `Room, ${pause > 0 ? 'paced' : 'back to back'}`,
    how: `${ops.length} lines in blocks of ${linesOfBlock} in turn with the echo, each sent ${manner}; sent → chat.postMessage handled, by the clock of the local Slack`,
    rows: [
      bounded('ops: first words, p50', percentile(first, 0.5), mostMiddle, 'ms'),
      bounded('ops: first words, p99', percentile(first, 0.99), mostSlow, 'ms'),
      ...byLine,
      { what: '    final state', value: spread(ends) },
      { what: 'echo on @slack/bolt: first words', value: spread(echoes) },
      { what: 'ops against the echo, p50', value: `${(median(first) / median(echoes)).toFixed(1)} ×` },
    ],
  };
}

const spread = (values: readonly number[]): string =>
  `p50 ${percentile(values, 0.5).toFixed(1)} ms, p99 ${percentile(values, 0.99).toFixed(1)} ms`;
