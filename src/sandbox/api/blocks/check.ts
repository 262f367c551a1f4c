import { isRecord } from '../../state/record.ts';
import { blockOf, mostMarkdown, type SurfaceKind } from './blocks.ts';
import type { Report } from './rules.ts';
import { array } from './rules.ts';

const most: Readonly<Record<SurfaceKind, number>> = { message: 50, modal: 100, home: 100 };

type Named = { id: unknown; at: string };

const repeated = (named: readonly Named[]): Named[] =>
  named.filter(({ id }, at) => typeof id === 'string' && named.findIndex((other) => other.id === id) < at);

function checkIds(value: readonly unknown[], base: string, report: Report): void {
  const known = value.map((item, at) => ({ block: isRecord(item) ? item : {}, at: `${base}/${at}` }));
  for (const { id, at } of repeated(known.map((item) => ({ id: item.block['block_id'], at: item.at })))) {
    report(`\`block_id\` "${id}" already exists for another block`, at);
  }
  for (const item of known) {
    const elements =
      item.block['type'] === 'actions' && Array.isArray(item.block['elements']) ? item.block['elements'] : [];
    const named = elements.map((element, at) => ({
      id: isRecord(element) ? element['action_id'] : undefined,
      at: `${item.at}/elements/${at}/action_id`,
    }));
    for (const { id, at } of repeated(named)) {
      report(`\`action_id\` "${id}" already exists for another interactive component`, at);
    }
  }
}

/** What Slack would complain about in blocks of this surface; nothing, when they are right. */
export function checkBlocks(value: unknown, surface: SurfaceKind = 'message', base = '/blocks'): string[] {
  const complaints: string[] = [];
  const report: Report = (complaint, at) => void complaints.push(`${complaint} [json-pointer:${at}]`);
  array(blockOf[surface], { max: most[surface] })(value, base, report);
  if (complaints.length === 0 && Array.isArray(value)) checkIds(value, base, report);
  return complaints;
}

/** All markdown of a message counts together. */
export function markdownTooLong(value: readonly unknown[]): boolean {
  const lengths = value.map((item) =>
    isRecord(item) && item['type'] === 'markdown' && typeof item['text'] === 'string' ? item['text'].length : 0,
  );
  return lengths.reduce((sum, length) => sum + length, 0) > mostMarkdown;
}
