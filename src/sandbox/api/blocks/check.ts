import { accessory, actionElement, anyText, contextElement, inputElement, plainText, titled } from './elements.ts';
import { richText } from './rich-text.ts';
import type { Check } from './rules.ts';
import { anything, array, boolean, integer, isRecord, object, optional, required, string, typed } from './rules.ts';

const mostBlocks = 50;
const mostMarkdown = 12_000;

const sectionFields = object({
  ...titled,
  text: optional(anyText(3000)),
  fields: optional(array(anyText(2000), { min: 1, max: 10 })),
  accessory: optional(accessory),
  expand: optional(boolean),
});

const section: Check = (value, at, report) => {
  sectionFields(value, at, report);
  if (isRecord(value) && value['text'] === undefined && value['fields'] === undefined) {
    report('must define either `text` or `fields`', at);
  }
};

const block = typed({
  section,
  rich_text: richText,
  header: object({ ...titled, text: required(plainText(150)), level: optional(integer(1, 4)) }),
  context: object({ ...titled, elements: required(array(contextElement, { min: 1, max: 10 })) }),
  actions: object({ ...titled, elements: required(array(actionElement, { min: 1, max: 25 })) }),
  divider: object(titled),
  image: object({
    ...titled,
    alt_text: required(string({ max: 2000 })),
    image_url: optional(string({ max: 3000 })),
    slack_file: optional(anything),
    title: optional(plainText(2000)),
  }),
  markdown: object({ ...titled, text: required(string({ max: mostMarkdown })) }),
  input: object({
    ...titled,
    label: required(plainText(2000)),
    element: required(inputElement),
    hint: optional(plainText(2000)),
    optional: optional(boolean),
    dispatch_action: optional(boolean),
  }),
  table: object({
    ...titled,
    rows: required(array(array(anything, { max: 20 }), { min: 1, max: 100 })),
    column_settings: optional(anything),
  }),
  context_actions: anything,
  video: anything,
  file: anything,
  call: anything,
  plan: anything,
  task_card: anything,
});

const blocks = array(block, { max: mostBlocks });

type Named = { id: unknown; at: string };

const repeated = (named: readonly Named[]): Named[] =>
  named.filter(({ id }, at) => typeof id === 'string' && named.findIndex((other) => other.id === id) < at);

function checkIds(value: readonly unknown[], report: (complaint: string, at: string) => void): void {
  const known = value.map((item, at) => ({ block: isRecord(item) ? item : {}, at: `/blocks/${at}` }));
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

/** What Slack would complain about in a message's blocks; nothing, when they are right. */
export function checkBlocks(value: readonly unknown[]): string[] {
  const complaints: string[] = [];
  const report = (complaint: string, at: string): void => {
    complaints.push(`${complaint} [json-pointer:${at}]`);
  };
  blocks(value, '/blocks', report);
  if (complaints.length === 0) checkIds(value, report);
  return complaints;
}

/** All markdown of a message counts together. */
export function markdownTooLong(value: readonly unknown[]): boolean {
  const lengths = value.map((item) =>
    isRecord(item) && item['type'] === 'markdown' && typeof item['text'] === 'string' ? item['text'].length : 0,
  );
  return lengths.reduce((sum, length) => sum + length, 0) > mostMarkdown;
}
