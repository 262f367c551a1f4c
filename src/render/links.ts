import type { Span } from '../context/blocks.ts';

interface Group {
  group: Span[];
  link: string | undefined;
}

/** Neighbours that lead to one address are one link, however they are styled. */
export function groupLinks(spans: readonly Span[]): Group[] {
  const groups: Group[] = [];
  for (const span of spans) {
    const last = groups.at(-1);
    if (last !== undefined && last.link === span.link) last.group.push(span);
    else groups.push({ group: [span], link: span.link });
  }
  return groups;
}

/**
 * Links whose text tells no lie. Where it looks like an address at another host than the one behind it, or like a
 * mention, it is text, and the address stands beside it as the link: `bank.example (https://evil.example)`.
 */
export function honestLinks(spans: Span[]): Span[] {
  if (spans.every(({ link }) => link === undefined)) return spans;
  const groups = groupLinks(spans);
  const labels = labelsOf(groups);
  return groups.flatMap(({ group, link }, index) => {
    if (link === undefined || !isForged(labels[index] ?? '', link)) return group;
    const dim = { dim: true };
    const address = [
      { text: ' (', style: dim },
      { text: link, style: dim, link },
      { text: ')', style: dim },
    ];
    return [...group.map(({ link: _, ...span }) => span), ...address];
  });
}

const reach = 100;

/** Each text with what it touches: two halves of an address are read as one. What tells its own address stands alone. */
function labelsOf(groups: readonly Group[]): string[] {
  const texts = groups.map(({ group, link }) => {
    const text = group.map(({ text }) => text).join('');
    return text === link ? ` ${text} ` : text;
  });
  const line = texts.join('');
  let end = 0;
  return texts.map((text) => {
    const start = end;
    end += text.length;
    const before = line.slice(Math.max(0, start - reach), start);
    const [after = ''] = /^\S*/.exec(line.slice(end, end + reach)) ?? [];
    const isApart = [/^\s/.test(text), /\s$/.test(text.slice(-1))];
    return `${isApart[0] ? '' : before.slice(before.search(/\s\S*$/) + 1)}${text.trim()}${isApart[1] ? '' : after}`;
  });
}

const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const separator = /[=,;"'()<>[\]{}|]+/;

function isForged(label: string, link: string): boolean {
  if (label === link) return false;
  const words = label.normalize('NFKC').replaceAll('。', '.').replace(unseen, '').split(/\s+/);
  return words.some((word) => {
    if (/^[^\p{L}\p{N}]*[@#]\p{L}/u.test(word)) return true;
    const claim = word
      .split(separator)
      .map(claimOf)
      .find((host) => host !== undefined);
    return claim !== undefined && hostOf(claim) !== targetOf(link);
  });
}

const scheme = /^[a-z][a-z\d+-]+:[/\\]+/i;
const account = /^[^\s/\\?#]*@/;
const anyHost = /^[^\s/\\?#:]+/;
const digits = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const fileEnding =
  /\.(?:conf|css|csv|diff|gif|gz|html?|ini|jar|java|jpe?g|json|jsx?|kt|lock|log|out|patch|pdf|png|rb|sql|svg|tar|tgz|toml|tsx?|txt|war|xml|ya?ml)$/i;

/** Where a word says that it leads: a host, and the account that stands before it; undefined where it says nothing. */
function claimOf(word: string): string | undefined {
  const address = word.replace(/^[^\p{L}\p{N}]+/u, '');
  const rest = address.replace(scheme, '');
  const [owner = ''] = account.exec(rest) ?? [];
  const isWhole = rest !== address;
  const bareHost = /^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]+/u;
  const [host = ''] = (isWhole ? anyHost : bareHost).exec(rest.slice(owner.length)) ?? [];
  return isWhole || isHost(host) ? owner + host : undefined;
}

/** `v1.2.0` and `build.log` are none. */
function isHost(name: string): boolean {
  return digits.test(name) || (/\.\p{L}[\p{L}\p{N}-]+$/u.test(name) && !fileEnding.test(name));
}

function hostOf(claim: string): string {
  const host = claim.includes('@') ? undefined : URL.parse(`http://${claim}`)?.hostname;
  return withoutWww(host ?? claim.toLowerCase());
}

function targetOf(link: string): string {
  const url = URL.parse(link);
  return withoutWww(url?.protocol === 'mailto:' ? url.pathname.toLowerCase() : (url?.hostname ?? ''));
}

const withoutWww = (host: string): string => host.replace(/^www\./, '');
