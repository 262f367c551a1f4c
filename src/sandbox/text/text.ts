import type { InlineElement } from './inline.ts';
import { itemMark } from './lines.ts';
import { markdownWire } from './markdown.ts';
import type { Names } from './rich-text.ts';
import { noNames, plainElement } from './rich-text.ts';
import { readWire } from './wire.ts';

type Json = Readonly<Record<string, unknown>>;
type Draw = (part: Json, names: Names) => string;

const string = (value: unknown): string => (typeof value === 'string' ? value : '');
const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const records = (value: unknown): Json[] => (Array.isArray(value) ? value.map(record) : []);
const drawn = (lines: readonly string[], separator = '\n'): string =>
  lines.filter((line) => line !== '').join(separator);

/** Text with Slack's markup → what a person reads of it. */
function plainText(text: string, names: Names = noNames): string {
  return text
    .split(/```([\s\S]+?)```/u)
    .map((stretch, at) => {
      const elements = at % 2 === 1 ? readWire(stretch.replaceAll('`', '')) : readWire(stretch);
      return elements.map((element) => plainElement(element, names)).join('');
    })
    .join('');
}

const textObject: Draw = (part, names) =>
  part['type'] === 'plain_text' ? string(part['text']) : plainText(string(part['text']), names);

const inlineElements = (part: Json, names: Names): string =>
  records(part['elements'])
    .map((element) => plainElement(element as unknown as InlineElement, names) ?? '')
    .join('');

const richTextParts: Readonly<Record<string, Draw>> = {
  rich_text_section: inlineElements,
  rich_text_preformatted: inlineElements,
  rich_text_quote: (part, names) => `> ${inlineElements(part, names).replaceAll('\n', '\n> ')}`,
  rich_text_list: (part, names) =>
    records(part['elements'])
      .map((item, at) => {
        const indent = Math.max(0, Math.trunc(Number(part['indent'] ?? 0)) || 0);
        const mark = itemMark(part['style'] === 'ordered', indent, at + 1 + (Number(part['offset'] ?? 0) || 0));
        return `${'    '.repeat(Math.min(indent, 8))}${mark} ${inlineElements(item, names)}`;
      })
      .join('\n'),
};

/** A control: `[Approve]`. What has a title but no label is a picture. */
const element: Draw = (part, names) => {
  if (part['type'] === 'image') return `[${string(part['alt_text'])}]`;
  if (part['type'] === 'mrkdwn' || part['type'] === 'plain_text') return textObject(part, names);
  return `[${textObject(record(part['text'] ?? part['placeholder']), names) || string(part['type'])}]`;
};

const elements: Draw = (block, names) =>
  drawn(
    records(block['elements']).map((part) => element(part, names)),
    ' ',
  );

const row = (cells: unknown, names: Names): string =>
  records(cells)
    .map((cell) => (cell['type'] === 'rich_text' ? richText(cell, names) : string(cell['text'])))
    .join('\t');

/** Markdown without its marks; the code of a fence without the fence. */
const markdownText = (markdown: string, names: Names): string =>
  plainText(markdownWire(markdown.replace(/```[^\S\n]*[\w+-]*\n([\s\S]*?)\n?```/gu, '```$1```')), names);

/** A section that ends with a line break is not followed by a second one. */
const richText: Draw = (block, names) =>
  records(block['elements'])
    .map((part) => (richTextParts[string(part['type'])] ?? inlineElements)(part, names).replace(/\n$/u, ''))
    .join('\n');

const taskCard: Draw = (task, names) =>
  drawn([
    `${string(task['title'])} (${string(task['status'])})`,
    ...[task['details'], task['output']].map((more) => richText(record(more), names)),
    ...records(task['sources']).map(({ text, url }) => string(text) || string(url)),
  ]);

const blocks: Readonly<Record<string, Draw>> = {
  rich_text: richText,
  header: (block, names) => textObject(record(block['text']), names),
  section: (block, names) =>
    drawn([
      textObject(record(block['text']), names),
      ...records(block['fields']).map((field) => textObject(field, names)),
      block['accessory'] === undefined ? '' : element(record(block['accessory']), names),
    ]),
  context: elements,
  actions: elements,
  context_actions: elements,
  divider: () => '———',
  image: (block) => `[${string(record(block['title'])['text']) || string(block['alt_text'])}]`,
  markdown: (block, names) => markdownText(string(block['text']), names),
  task_card: taskCard,
  plan: (block, names) =>
    drawn([string(block['title']), ...records(block['tasks']).map((task) => taskCard(task, names))]),
  input: (block, names) => drawn([textObject(record(block['label']), names), element(record(block['element']), names)]),
  table: (block, names) => drawn((Array.isArray(block['rows']) ? block['rows'] : []).map((cells) => row(cells, names))),
};

interface Shown {
  text: string;
  blocks?: readonly Json[];
  attachments?: readonly Json[];
  files?: readonly Json[];
}

/** What a person sees of a message, as plain text. `names` says what an id is called. */
export function messageText(message: Shown, names: Names = noNames): string {
  const content = message.blocks?.length
    ? message.blocks.map((block) => blocks[string(block['type'])]?.(block, names) ?? '')
    : [plainText(message.text, names)];
  const attachments = (message.attachments ?? []).map((attachment) =>
    messageText(
      { text: string(attachment['text'] ?? attachment['fallback']), blocks: records(attachment['blocks']) },
      names,
    ),
  );
  const files = (message.files ?? []).map((file) => `[${string(file['title']) || string(file['name'])}]`);
  return drawn([...content, ...attachments, ...files]);
}
