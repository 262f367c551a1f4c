import { type Context, formatLine } from '../../index.ts';
import type { Message, Sandbox } from '../server.ts';
import type { Demo } from './demo.ts';

const approves = 'approval:approve';
const typed = /: (ops approve \w{8})$/;

/** Somebody in the sandbox who approves what the line of --try asks for. */
export interface Approver {
  name: string;
  /** Types the line that a shell says it waits for, in a room; once. */
  hear(text: string): void;
  /** Presses Approve in a message. */
  press(message: Message): void;
}

export function createApprover(name: string, slack: Sandbox, channel: string): Approver {
  let hasTyped = false;
  const pressed = new Set<string>();
  return {
    name,
    hear: (text) => {
      const line = typed.exec(text)?.[1];
      if (line === undefined || hasTyped) return;
      hasTyped = true;
      void slack.say({ as: name, channel, text: `${line} --yes` });
    },
    press: ({ ts, blocks = [] }) => {
      const block = blocks.find(({ type }) => type === 'actions');
      if (pressed.has(ts)) return;
      pressed.add(ts);
      void slack.press({ as: name, channel, ts, actionId: approves, blockId: String(block?.['block_id']) });
    },
  };
}

/** What the journal proves of it afterwards, as a shell prints it. */
export async function verify(demo: Demo, { exec, project, output }: Context, title: (words: string) => string) {
  const words = ['audit', 'verify'];
  await output.lines('stdout', title(`In the shell: ${formatLine(words)}`));
  const [program, ...args] = project.program;
  const { exitCode } = await exec(program, [...args, ...words], {
    cwd: demo.folder,
    onLines: (_stream, text) => output.lines('stdout', text),
  });
  return exitCode;
}
