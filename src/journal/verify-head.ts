import type { KnownHead } from '../context/evidence.ts';
import type { Database } from './database.ts';
import type { Problems } from './problems.ts';
import type { Chain } from './verify-chain.ts';

/** Whether a head that somebody noted is still in the chain. */
export function verifyKnownHead(reader: Database, known: KnownHead, chain: Chain, problems: Problems): void {
  const { sequence, hash } = known;
  const where = sequence === undefined ? `the head ${hash}` : `the head ${sequence}:${hash}`;
  const what = sequence === undefined ? differs(reader, hash, chain) : differsAt(reader, sequence, hash, chain);
  if (what !== undefined) problems.add(where, what);
}

function differs(reader: Database, hash: string, { pruned }: Chain): string | undefined {
  if (pruned?.hash.startsWith(hash)) return undefined;
  const found = reader.get('SELECT 1 FROM entries WHERE substr(hash, 1, $length) = $hash', {
    hash,
    length: hash.length,
  });
  return found === undefined ? 'no entry has this hash: the chain was rewritten, or cut before it' : undefined;
}

function differsAt(reader: Database, sequence: number, hash: string, chain: Chain): string | undefined {
  const { first, last, pruned } = chain;
  if (sequence === pruned?.through) return pruned.hash.startsWith(hash) ? undefined : rewritten(sequence, pruned.hash);
  if (last === undefined || sequence > last.sequence) {
    return `the chain ends at ${last?.sequence ?? 0}: what came after was removed, or this is an older copy`;
  }
  if (first !== undefined && sequence < first.sequence) {
    return `entry ${sequence} was pruned: the first that can be shown is ${first.sequence}`;
  }
  const found = reader.get<{ hash: string }>('SELECT hash FROM entries WHERE sequence = $sequence', { sequence });
  if (found === undefined) return `entry ${sequence} is missing`;
  return found.hash.startsWith(hash) ? undefined : rewritten(sequence, found.hash);
}

const rewritten = (sequence: number, hash: string): string =>
  `entry ${sequence} has the hash ${hash.slice(0, 16)}… now: the chain was rewritten`;
