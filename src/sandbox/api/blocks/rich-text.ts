import type { Check } from './rules.ts';
import { array, boolean, integer, object, oneOf, optional, required, string, typed } from './rules.ts';

const type = required(string());

const textStyle = object({
  bold: optional(boolean),
  italic: optional(boolean),
  strike: optional(boolean),
  code: optional(boolean),
});

const mentionStyle = object({
  bold: optional(boolean),
  italic: optional(boolean),
  strike: optional(boolean),
  highlight: optional(boolean),
  client_highlight: optional(boolean),
  unlink: optional(boolean),
});

const style = optional(textStyle);
const mention = optional(mentionStyle);

const text = object({ type, text: required(string()), style });
const link = object({
  type,
  url: required(string({ max: 3000 })),
  text: optional(string()),
  unsafe: optional(boolean),
  style,
});

const inline = typed({
  text,
  link,
  emoji: object({
    type,
    name: required(string()),
    skin_tone: optional(integer(1, 6)),
    unicode: optional(string()),
    url: optional(string()),
    style: mention,
  }),
  user: object({ type, user_id: required(string()), style: mention }),
  usergroup: object({ type, usergroup_id: required(string()), style: mention }),
  channel: object({ type, channel_id: required(string()), style: mention }),
  team: object({ type, team_id: required(string()), style: mention }),
  broadcast: object({ type, range: required(oneOf('here', 'channel', 'everyone')), style: mention }),
  date: object({
    type,
    timestamp: required(integer(0, Number.MAX_SAFE_INTEGER)),
    format: required(string()),
    url: optional(string()),
    fallback: optional(string()),
    style,
  }),
  color: object({ type, value: required(string()), style }),
});

const border = optional(integer(0, 1));

const section = object({ type, elements: required(array(inline)) });
const verbatim = typed({ text, link });

const part = typed({
  rich_text_section: section,
  rich_text_quote: object({ type, elements: required(array(inline)), border }),
  rich_text_preformatted: object({
    type,
    elements: required(array(verbatim)),
    border,
    language: optional(string()),
  }),
  rich_text_list: object({
    type,
    style: required(oneOf('bullet', 'ordered')),
    elements: required(array(typed({ rich_text_section: section }))),
    indent: optional(integer(0, 8)),
    offset: optional(integer(0, Number.MAX_SAFE_INTEGER)),
    border,
  }),
});

export const richText: Check = object({
  type,
  block_id: optional(string({ max: 255 })),
  elements: required(array(part)),
});
