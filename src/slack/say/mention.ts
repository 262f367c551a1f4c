import { OpsError } from '../../context/errors.ts';
import type { Call } from '../connection/client.ts';

interface Member {
  id: string;
  name?: string;
  deleted?: boolean;
  profile?: { display_name?: string };
}

const id = /^<?@?([UW][A-Z0-9]{6,})(?:\|[^>]*)?>?$/;
const mostPages = 20;

/** The ids of people: `@mary`, `U0123456`. Nobody is pinged by a name that two people have. */
export async function findPeople(call: Call, words: readonly string[]): Promise<string[]> {
  if (words.every((word) => id.test(word))) return words.map((word) => id.exec(word)?.[1] ?? '');
  const members = await allMembers(call);
  return words.map((word) => id.exec(word)?.[1] ?? memberCalled(word, members));
}

function memberCalled(word: string, members: readonly Member[]): string {
  const name = word.replace(/^@/, '').toLowerCase();
  const found = members.filter(
    (member) => member.name?.toLowerCase() === name || member.profile?.display_name?.toLowerCase() === name,
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only.id;
  const many = `${found.length} people are called ${word}: ${found.map((member) => member.id).join(', ')}`;
  throw new OpsError('usage', found.length === 0 ? `nobody is called ${word} here` : many, {
    hint: 'a member id names one person: --mention U0123456',
  });
}

async function allMembers(call: Call): Promise<Member[]> {
  const members: Member[] = [];
  let cursor = '';
  for (let page = 0; page < mostPages; page++) {
    const answer = await call('users.list', { limit: 1000, ...(cursor === '' ? {} : { cursor }) });
    members.push(...((answer.members ?? []) as Member[]).filter(({ deleted }) => deleted !== true));
    cursor = (answer.response_metadata as { next_cursor?: string } | undefined)?.next_cursor ?? '';
    if (cursor === '') break;
  }
  return members;
}
