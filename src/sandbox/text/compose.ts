import { emojiElement, emojiName } from './emoji.ts';
import type { InlineElement, Reader, Rule } from './inline.ts';
import { codeRule, createReader, emphasisRules, withStyle } from './inline.ts';
import { type Group, groupLines } from './lines.ts';
import { emailRule, hostRule, urlRule } from './links.ts';
import type { Names, RichTextPart } from './rich-text.ts';
import { wireText } from './rich-text.ts';
import { hardSpaces, smartPunctuation } from './smart.ts';
import { emojiRule, unescapeText } from './wire.ts';

/** Who and what can be mentioned. */
export interface Directory {
  user(nameOrId: string): string | undefined;
  channel(nameOrId: string): string | undefined;
  group?(handle: string): string | undefined;
  name: Names;
}

export interface ComposeOptions {
  /** Curly quotes and dashes, as phones and Macs put in, and hard spaces around links, as Slack does. @default false */
  smart?: boolean;
  /** The text comes from a program and has its entities already: `&lt;` is one character. @default false */
  escaped?: boolean;
}

export interface Composed {
  text: string;
  parts: RichTextPart[];
}

const broadcasts = new Set(['here', 'channel', 'everyone']);

const mentionRule = (directory: Directory): Rule => ({
  name: 'mention',
  pattern: '(?<![\\p{L}\\p{N}_.])@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.\\-]*',
  read(match, style) {
    const name = match.slice(1).replace(/[.-]+$/u, '');
    const taken = name.length + 1;
    if (broadcasts.has(name)) return { elements: [{ type: 'broadcast', range: name, ...withStyle(style) }], taken };
    const id = directory.user(name);
    if (id !== undefined) return { elements: [{ type: 'user', user_id: id, ...withStyle(style) }], taken };
    const group = directory.group?.(name);
    if (group === undefined) return undefined;
    return { elements: [{ type: 'usergroup', usergroup_id: group, ...withStyle(style) }], taken };
  },
});

const channelRule = (directory: Directory): Rule => ({
  name: 'channel',
  pattern: '(?<![\\p{L}\\p{N}_&])#[\\p{L}\\p{N}_\\-]+',
  read(match, style) {
    const id = directory.channel(match.slice(1));
    return id === undefined ? undefined : { elements: [{ type: 'channel', channel_id: id, ...withStyle(style) }] };
  },
});

/** `<@U…>`, `<#C…>`, `<!here>`, `<!subteam^S…>`: what a client of this workspace sends for a mention that was picked from the list. */
const pickedRule = (directory: Directory): Rule => ({
  name: 'picked',
  pattern: '<[@#!](?:subteam\\^)?[A-Za-z0-9]+(?:\\|[^<>\\n]*)?>',
  read(match, style) {
    const target = match.slice(2, -1).split('|', 1)[0] ?? '';
    const elements: InlineElement[] = [];
    if (match[1] === '!' && broadcasts.has(target))
      elements.push({ type: 'broadcast', range: target, ...withStyle(style) });
    const group = target.replace(/^subteam\^/u, '');
    if (match[1] === '!' && group !== target && directory.name(group))
      elements.push({ type: 'usergroup', usergroup_id: group, ...withStyle(style) });
    if (match[1] === '@' && directory.name(target))
      elements.push({ type: 'user', user_id: target, ...withStyle(style) });
    if (match[1] === '#' && directory.name(target)) {
      elements.push({ type: 'channel', channel_id: target, ...withStyle(style) });
    }
    return elements.length === 0 ? undefined : { elements };
  },
});

const picture = '\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})?';

const pictureRule: Rule = {
  name: 'picture',
  pattern: `\\p{Regional_Indicator}{2}|[0-9#*]\\uFE0F?\\u20E3|${picture}(?:[\\u{E0020}-\\u{E007F}]+|(?:\\u200D${picture})*)`,
  read(match, style) {
    const name = emojiName(match);
    return { elements: name === undefined ? [] : [{ ...emojiElement(name), ...withStyle(style) }] };
  },
};

function typedReader(directory: Directory): Reader {
  const literal = codeRule((content) => content);
  const references = [
    pickedRule(directory),
    urlRule,
    emailRule,
    hostRule,
    mentionRule(directory),
    channelRule(directory),
  ];
  return createReader([literal, ...references, emojiRule, pictureRule, ...emphasisRules]);
}

function readGroup(group: Group, read: Reader, followed: boolean): RichTextPart {
  const { kind, lines } = group;
  if (kind === 'quote') return { type: 'rich_text_quote', elements: read(lines.join('\n')) };
  if (kind === 'text') return { type: 'rich_text_section', elements: read(lines.join('\n') + (followed ? '\n' : '')) };
  return {
    type: 'rich_text_list',
    style: group.ordered ? 'ordered' : 'bullet',
    indent: group.indent,
    border: 0,
    ...(group.offset > 0 ? { offset: group.offset } : {}),
    elements: lines.map((line) => ({ type: 'rich_text_section', elements: read(line) })),
  };
}

/** Quotes and lists apart from other lines. A section keeps the line break before what follows it. */
function readLines(source: string, read: Reader, followed: boolean): RichTextPart[] {
  const groups = groupLines(source.split('\n'));
  return groups.map((group, at) => readGroup(group, read, followed || at < groups.length - 1));
}

function readParts(source: string, read: Reader): RichTextPart[] {
  const stretches = source.split(/```([\s\S]+?)```/u);
  return stretches.flatMap((stretch, at): RichTextPart[] => {
    if (at % 2 === 1) {
      const text = stretch.replace(/^\n|\n$/gu, '');
      return [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }], border: 0 }];
    }
    const followed = at < stretches.length - 1;
    const outer = (at > 0 ? stretch.replace(/^\n/u, '') : stretch).replace(followed ? /\n$/u : /$^/u, '');
    return outer.trim() === '' ? [] : readLines(outer, read, followed);
  });
}

/** What Slack's composer sends for typed text: `text` and `rich_text` that say the same. */
export function compose(typed: string, directory: Directory, options: ComposeOptions = {}): Composed {
  const source = options.escaped ? unescapeText(typed) : typed;
  const read = readParts(options.smart ? smartPunctuation(source) : source, typedReader(directory));
  const parts = options.smart ? hardSpaces(read) : read;
  return { text: wireText(parts, directory.name), parts };
}
