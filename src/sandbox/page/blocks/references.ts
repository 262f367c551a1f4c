import type { Inline, Style } from './inline.ts';
import { decodeEntities, styled } from './inline.ts';
import { linkUrl } from './urls.ts';

const broadcasts = new Set(['here', 'channel', 'everyone']);

function special(body: string, style: Style): Inline | undefined {
  const [command = '', ...labels] = body.split('|');
  const label = labels.length === 0 ? undefined : decodeEntities(labels.join('|'));
  if (broadcasts.has(command)) return { type: 'broadcast', range: command, ...styled(style) };
  const [kind, id = '', format = '', url = ''] = command.split('^');
  if (kind === 'subteam') {
    return { type: 'usergroup', usergroup_id: id, ...(label ? { label } : {}), ...styled(style) };
  }
  if (kind === 'date' && /^-?\d+$/u.test(id)) {
    const link = url === '' ? {} : { url: decodeEntities(url) };
    const fallback = label === undefined ? {} : { fallback: label };
    return {
      type: 'date',
      timestamp: Number(id),
      format: decodeEntities(format),
      ...link,
      ...fallback,
      ...styled(style),
    };
  }
  return label === undefined ? undefined : { type: 'text', text: label, ...styled(style) };
}

/** `<@U1>`, `<#C1|name>`, `<!here>`, `<https://x|label>` → what it stands for; undefined where it is only text. */
export function readReference(source: string, style: Style = {}): Inline | undefined {
  const body = source.slice(1, -1);
  if (body.startsWith('!')) return special(body.slice(1), style);
  const bar = body.indexOf('|');
  const target = bar < 0 ? body : body.slice(0, bar);
  const label = bar < 0 ? '' : decodeEntities(body.slice(bar + 1));
  const labelled = label === '' ? {} : { label };
  if (/^@[UW][A-Z0-9]+$/u.test(target))
    return { type: 'user', user_id: target.slice(1), ...labelled, ...styled(style) };
  if (/^#[CGD][A-Z0-9]+$/u.test(target)) {
    return { type: 'channel', channel_id: target.slice(1), ...labelled, ...styled(style) };
  }
  const url = decodeEntities(target);
  if (linkUrl(url) === undefined) return undefined;
  return { type: 'link', url, ...(label === '' ? {} : { text: label }), ...styled(style) };
}
