import { isRecord } from '../../state/record.ts';
import { anyText, plainText, titled, type } from './composition.ts';
import {
  button,
  datetimepicker,
  image,
  pickers,
  pictured,
  pressed,
  quiet,
  selects,
  slackFile,
  workflow,
} from './elements.ts';
import { fileInput, richTextInput, typedInputs } from './inputs.ts';
import { richText } from './rich-text.ts';
import type { Check } from './rules.ts';
import { array, boolean, both, integer, number, object, oneOf, optional, required, string, typed } from './rules.ts';

/** What blocks stand in. */
export type SurfaceKind = 'message' | 'modal' | 'home';

export const mostMarkdown = 12_000;

const sectionText: Check = (value, at, report) => {
  if (isRecord(value) && value['text'] === undefined && value['fields'] === undefined) {
    report('must define either `text` or `fields`', at);
  }
};

const section = (surface: SurfaceKind): Check =>
  both(
    object({
      ...titled,
      text: optional(anyText(3000)),
      fields: optional(array(anyText(2000), { min: 1, max: 10 })),
      accessory: optional(
        typed({ ...pressed, ...selects, ...pickers, ...(surface === 'message' ? workflow : {}), image }),
      ),
      expand: optional(boolean),
    }),
    sectionText,
  );

const actions = (surface: SurfaceKind): Check => {
  const elements = { ...pressed, ...selects, ...pickers, datetimepicker, rich_text_input: richTextInput };
  const element = typed({ ...elements, ...(surface === 'message' ? workflow : {}) });
  return object({ ...titled, elements: required(array(element, { min: 1, max: 25 })) });
};

const input = (surface: SurfaceKind): Check => {
  const elements = { ...selects, ...pickers, ...typedInputs, datetimepicker, rich_text_input: richTextInput };
  return object({
    ...titled,
    label: required(plainText(2000)),
    element: required(typed({ ...elements, ...(surface === 'modal' ? { file_input: fileInput } : {}) })),
    hint: optional(plainText(2000)),
    optional: optional(boolean),
    dispatch_action: optional(boolean),
  });
};

const context = object({
  ...titled,
  elements: required(
    array(
      typed({
        image,
        plain_text: anyText(Number.POSITIVE_INFINITY),
        mrkdwn: anyText(Number.POSITIVE_INFINITY),
      }),
      { min: 1, max: 10 },
    ),
  ),
});

const imageBlock = both(
  object({
    ...titled,
    alt_text: required(string({ max: 2000 })),
    image_url: optional(string({ max: 3000 })),
    slack_file: optional(slackFile),
    title: optional(plainText(2000)),
  }),
  pictured,
);

const cell = typed({
  raw_text: object({ type, text: required(string({ min: 0 })) }),
  raw_number: object({ type, text: required(string()), value: required(number) }),
  rich_text: richText,
});

const column: Check = (value, at, report) => {
  if (value === null) return;
  object({ align: optional(oneOf('left', 'center', 'right')), is_wrapped: optional(boolean) })(value, at, report);
};

const table = object({
  ...titled,
  rows: required(array(array(cell, { min: 1, max: 20 }), { min: 1, max: 100 })),
  column_settings: optional(array(column, { max: 20 })),
});

const dataTable = object({
  ...titled,
  rows: required(array(array(cell, { min: 1 }), { min: 1 })),
  caption: required(string()),
  page_size: optional(integer(1, 100)),
  row_header_column_index: optional(integer(0, 100)),
});

const video = object({
  ...titled,
  alt_text: required(string({ max: 2000 })),
  title: required(plainText(199)),
  thumbnail_url: required(string({ max: 3000 })),
  video_url: required(string({ max: 3000 })),
  title_url: optional(string({ max: 3000 })),
  description: optional(plainText(199)),
  author_name: optional(string({ max: 49 })),
  provider_name: optional(string()),
  provider_icon_url: optional(string({ max: 3000 })),
});

const source = object({ type, url: required(string()), text: required(string()) });

const task = object({
  ...titled,
  task_id: required(string()),
  title: required(string()),
  details: optional(richText),
  output: optional(richText),
  sources: optional(array(source)),
  status: optional(oneOf('pending', 'in_progress', 'complete', 'error')),
});

const card = object({
  ...titled,
  hero_image: optional(image),
  icon: optional(image),
  slack_icon: optional(object({ type: optional(string()), name: required(string()) })),
  title: optional(anyText(150)),
  subtitle: optional(anyText(150)),
  body: optional(anyText(200)),
  subtext: optional(anyText(200)),
  actions: optional(array(typed({ button }), { max: 5 })),
});

const alert = object({
  ...titled,
  text: required(anyText(3000)),
  level: optional(oneOf('default', 'info', 'warning', 'error', 'success')),
});

const everywhere = (surface: SurfaceKind): Readonly<Record<string, Check>> => ({
  section: section(surface),
  actions: actions(surface),
  input: input(surface),
  header: object({ ...titled, text: required(plainText(150)), level: optional(integer(1, 4)) }),
  divider: object(titled),
  ...{ rich_text: richText, context, image: imageBlock, video, card },
});

const remoteFile = object({ ...titled, external_id: required(string()), source: required(oneOf('remote')) });

const inMessages: Readonly<Record<string, Check>> = {
  markdown: object({ ...titled, text: required(string({ max: mostMarkdown })) }),
  table,
  data_table: dataTable,
  context_actions: object({ ...titled, elements: required(array(typed(quiet), { min: 1, max: 5 })) }),
  file: remoteFile,
  call: object({ ...titled, call_id: required(string()), api_decoration_available: optional(boolean) }),
  task_card: task,
  plan: object({ ...titled, title: required(string()), tasks: optional(array(task)) }),
};

const carousel = object({ ...titled, elements: required(array(typed({ card }), { min: 1, max: 10 })) });

const { card: _, ...plainBlocks } = everywhere('message');

const container = object({
  ...titled,
  title: optional(plainText(150)),
  rich_text_title: optional(richText),
  subtitle: optional(anyText(150)),
  child_blocks: required(array(typed({ ...plainBlocks, table, file: remoteFile }), { min: 1, max: 50 })),
  width: optional(oneOf('narrow', 'standard', 'wide', 'full')),
  icon: optional(image),
  is_collapsible: optional(boolean),
  default_collapsed: optional(boolean),
  has_header_divider: optional(boolean),
});

/** The blocks that a surface takes. */
export const blockOf: Readonly<Record<SurfaceKind, Check>> = {
  message: typed({ ...everywhere('message'), ...inMessages, carousel, container }),
  modal: typed({ ...everywhere('modal'), alert }),
  home: typed({ ...everywhere('home'), carousel }),
};
