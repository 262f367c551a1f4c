import type { Block } from '../../context/blocks.ts';
import type { OpsError } from '../../context/errors.ts';
import { firstOf } from '../../render/cut.ts';
import { layoutBlocks } from '../../render/layout.ts';
import { toRichText } from '../../render/rich-text.ts';
import { type Fields, fieldsOf, textOf } from '../ask/ask.ts';

export interface HomeSection {
  title: string;
  /** What a line printed. */
  blocks: readonly Block[];
  /** That line. */
  line: string;
}

export interface HomeCommand {
  name: string;
  summary: string;
}

export interface Home {
  sections: readonly HomeSection[];
  /** What the person may run. */
  commands: readonly HomeCommand[];
  /** Why there is none of them. */
  refusal?: OpsError | undefined;
}

type SlackBlock = Record<string, unknown>;

/** https://docs.slack.dev/reference/views/home-tab-views: blocks that a view takes, and characters of a text. */
const most = { blocks: 100, lines: 20 } as const;
const longest = { text: 3000, title: 150 } as const;
const runAction = 'home:run';

/** What waits for a person, what they ran, what is where, and all that they may run. */
export function homeView({ sections, commands, refusal }: Home): Record<string, unknown> {
  const above = sections.flatMap(sectionBlocks);
  const room = most.blocks - above.length - 2;
  const shown = commands.slice(0, commands.length <= room ? room : room - 1);
  const left = commands.length - shown.length;
  return {
    type: 'home',
    callback_id: 'ops_home',
    blocks: [
      ...above,
      header('What you may run'),
      ...shown.map(commandBlock),
      ...(left > 0 ? [remark(`and ${left} more: ops help`)] : []),
      ...(refusal === undefined ? [] : [refusal.message, refusal.hint ?? []].flat().map(remark)),
    ],
  };
}

function sectionBlocks({ title, blocks, line }: HomeSection): SlackBlock[] {
  const lines = layoutBlocks(blocks, 'stdout');
  const shown = lines.slice(0, most.lines);
  const more = lines.length > shown.length ? ` · ${lines.length - shown.length} more lines` : '';
  return [
    header(title),
    ...toRichText(shown).map((element) => ({ type: 'rich_text', elements: [element] })),
    remark(`${line}${more}`),
    { type: 'divider' },
  ];
}

function commandBlock({ name, summary }: HomeCommand): SlackBlock {
  return {
    type: 'section',
    text: plain(`${name} · ${summary}`, longest.text),
    accessory: { type: 'button', action_id: runAction, text: plain('Run …', longest.title), value: name },
  };
}

/** The command whose button was pressed on the Home tab; undefined where anything else was. */
export function readHomePress(body: Fields): string | undefined {
  const action = fieldsOf(Array.isArray(body['actions']) ? body['actions'][0] : undefined);
  const isHome = fieldsOf(body['container'])['type'] === 'view' && action['action_id'] === runAction;
  return isHome ? textOf(action['value']) : undefined;
}

function header(text: string): SlackBlock {
  return { type: 'header', text: plain(text, longest.title) };
}

function remark(text: string): SlackBlock {
  return { type: 'context', elements: [plain(text, longest.text)] };
}

function plain(text: string, limit: number): SlackBlock {
  const cut = text.length <= limit ? text : `${firstOf(text, limit - 1)}…`;
  return { type: 'plain_text', text: cut, emoji: false };
}
