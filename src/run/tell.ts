import type { Command, Data } from '../command/define.ts';
import type { Block } from '../context/blocks.ts';
import type { Sink } from '../context/events.ts';
import type { RunRecord } from '../context/journal.ts';
import { formatLine } from '../context/line.ts';
import { formatTime } from '../context/time.ts';
import type { RunRequest } from './request.ts';

export async function report(command: Command, data: Data, sink: Sink): Promise<undefined> {
  await sink({ type: 'result', data, blocks: command.show(data) });
}

export async function showLine(request: RunRequest, sink: Sink): Promise<undefined> {
  const line = formatLine(request.argv.filter((word) => word !== '--dry-run'));
  const blocks = [{ type: 'text', text: `${line} reads and changes nothing: run it without --dry-run` }] as const;
  await sink({ type: 'result', data: { line }, blocks });
}

export async function showPlan(data: Data, blocks: readonly Block[], sink: Sink): Promise<undefined> {
  await sink({ type: 'result', data, blocks });
}

export async function sayRepeats({ id, actor, acceptedAt }: RunRecord, sink: Sink): Promise<void> {
  const text = `Repeats run ${id} of ${actor.name}, ${formatTime(acceptedAt)}`;
  await sink({ type: 'note', level: 'info', blocks: [{ type: 'text', text }] });
}
