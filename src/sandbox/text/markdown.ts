import { escapeText } from './wire.ts';

const code = /(```[\s\S]*?(?:```|$)|`[^`\n]+`)/u;

const convert = (text: string): string =>
  escapeText(text)
    .replace(/!?\[([^\]\n]*)\]\(([^)\s]+)\)/gu, '<$2|$1>')
    .replace(/\*\*([^\n]+?)\*\*/gu, '*$1*')
    .replace(/~~([^\n]+?)~~/gu, '~$1~')
    .replace(/^#{1,6} /gmu, '')
    .replace(/^(\s*)[-*+] /gmu, '$1• ');

/** Markdown as an app writes it → the `text` that Slack keeps beside it. Code stays as it is. */
export const markdownWire = (markdown: string): string =>
  markdown
    .split(code)
    .map((part, at) => (at % 2 === 1 ? escapeText(part) : convert(part)))
    .join('');
