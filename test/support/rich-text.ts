type Element = Readonly<Record<string, unknown>>;

const token = /```([\s\S]*?)```|`([^`\n]+)`|<([^<>]+)>|:([a-z][a-z0-9_+-]*):/g;
const unescaped: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** The blocks that Slack's composer sends beside a message's source, written without a look at how `ops` reads them. */
export function composerBlocks(source: string): Element[] {
  const paragraphs: Element[] = [];
  let section: Element[] = [];
  let end = 0;
  const closeSection = () => {
    if (section.length > 0) paragraphs.push({ type: 'rich_text_section', elements: section });
    section = [];
  };
  const addText = (text: string) => {
    if (text !== '') section.push({ type: 'text', text: plain(text) });
  };
  for (const found of source.matchAll(token)) {
    const [whole, block, inline, bracketed, emoji] = found;
    addText(source.slice(end, found.index));
    end = found.index + whole.length;
    if (block !== undefined) {
      closeSection();
      paragraphs.push({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: plain(block) }] });
    }
    if (inline !== undefined) section.push({ type: 'text', text: plain(inline), style: { code: true } });
    if (bracketed !== undefined) section.push(bracketedElement(bracketed));
    if (emoji !== undefined) section.push(emojiElement(emoji));
  }
  addText(source.slice(end));
  closeSection();
  return [{ type: 'rich_text', block_id: 'b1', elements: paragraphs }];
}

/** Those that the lines have; another one is of the workspace's own. */
const codes: Readonly<Record<string, string>> = {
  tada: '1f389',
  heart: '2764-fe0f',
  b: '1f171-fe0f',
  hash: '0023-fe0f-20e3',
  'female-technologist': '1f469-200d-1f4bb',
};

function emojiElement(name: string): Element {
  return { type: 'emoji', name, ...(codes[name] && { unicode: codes[name] }) };
}

function bracketedElement(inside: string): Element {
  const [target = '', label] = inside.split('|');
  const kind = target.charAt(0);
  const id = target.slice(1);
  if (kind === '@') return { type: 'user', user_id: id };
  if (kind === '#') return { type: 'channel', channel_id: id };
  if (target.startsWith('!subteam^')) return { type: 'usergroup', usergroup_id: target.slice('!subteam^'.length) };
  if (target.startsWith('!date^')) {
    return {
      type: 'date',
      timestamp: Number(target.split('^')[1]),
      format: '{date}',
      ...(label && { fallback: label }),
    };
  }
  if (kind === '!') return { type: 'broadcast', range: id };
  return { type: 'link', url: plain(target), ...(label && { text: plain(label) }) };
}

function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => unescaped[entity] ?? entity);
}
