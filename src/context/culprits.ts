import { accountOwners } from './account-owners.ts';
import type { Span } from './blocks.ts';
import type { Build, Change } from './builds.ts';
import type { Config } from './config.ts';

/** Somebody whose changes a build brought. */
export interface Culprit {
  name: string;
  /** Whether the name is that of a person of the configuration. */
  isKnown: boolean;
}

export interface Since {
  /** The last build of the job, and of the branch, that went well; undefined where it is not known any more. */
  good: Build | undefined;
  changes: readonly Change[];
}

/** What came in since the last good build before that one. `others` are builds of the job, that one perhaps among them. */
export function changesSinceGood(build: Build, others: readonly Build[]): Since {
  const isBefore = (one: Build): boolean => one.at < build.at && one.branch === build.branch;
  const before = others.filter(isBefore).sort((one, other) => other.at.getTime() - one.at.getTime());
  const at = before.findIndex(({ outcome }) => outcome === 'ok');
  const between = at === -1 ? before : before.slice(0, at);
  return { good: before[at], changes: [build, ...between].flatMap(({ changes }) => changes) };
}

/** Whose changes these are, each once: people of the configuration first, then others, then programs. */
export function culpritsOf(changes: readonly Change[], people: Config['people']): Culprit[] {
  const ownerOf = ownersOf(people);
  const found = new Map<string, Culprit & { rank: number }>();
  const named = new Map<string, string>();
  for (const { author, email = '' } of changes) {
    const [name, address] = [inOneLine(author), inOneLine(email).toLowerCase()];
    const isBot = botName.test(name) || botName.test(address.split('@', 1)[0] ?? '');
    const person = isBot ? undefined : ownerOf(name, address);
    const shown = person ?? (name || address.split('@', 1)[0] || '');
    if (shown === '') continue;
    // One person writes from many addresses, and changes how their name is written.
    const key = person ?? named.get(shown.toLowerCase()) ?? (address || shown.toLowerCase());
    if (person === undefined) named.set(shown.toLowerCase(), key);
    if (found.has(key)) continue;
    found.set(key, { name: shown, isKnown: person !== undefined, rank: person !== undefined ? 0 : isBot ? 2 : 1 });
  }
  return [...found.values()]
    .sort((one, other) => one.rank - other.rank)
    .map(({ name, isKnown }) => ({ name, isKnown }));
}

/** People call themselves what they want. */
const inOneLine = (name: string): string => {
  const letters = [...name.replaceAll(/\s+/g, ' ').trim()];
  return letters.length > longestName ? `${letters.slice(0, longestName).join('')}…` : letters.join('');
};
const longestName = 100;

const most = 5;

/** `ada, Linus and 7 others`: each as `shown` has them. */
export function culpritWords(
  culprits: readonly Culprit[],
  shown: (culprit: Culprit) => string | Span = ({ name }) => name,
): (string | Span)[] {
  const named = culprits.slice(0, most).flatMap((one, index) => (index === 0 ? [shown(one)] : [', ', shown(one)]));
  const left = culprits.length - most;
  return left > 0 ? [...named, ` and ${left} ${left === 1 ? 'other' : 'others'}`] : named;
}

const botName = /\[bot\]$/i;
/** What GitHub writes into commits for those who keep their address to themselves. */
const hidden = /^(?:\d+\+)?([^@+]+)@users\.noreply\.github\.com$/;

/** By address, or by the name that GitHub has them under: what else people call themselves says nothing. */
function ownersOf(people: Config['people']): (name: string, address: string) => string | undefined {
  const [byEmail, byLogin] = [accountOwners('email', people), accountOwners('github', people)];
  return (name, address) => byEmail(address) ?? byLogin(hidden.exec(address)?.[1] ?? '') ?? byLogin(name);
}
