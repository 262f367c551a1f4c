import type { Actor } from '../context/host.ts';
import { addEntry } from './chain.ts';
import type { Database } from './database.ts';
import { sha256 } from './sha256.ts';
import { add } from './tracked.ts';

export const lastPolicy = `SELECT subject FROM entries WHERE kind = 'policy-changed' ORDER BY sequence DESC LIMIT 1`;
const insert = 'INSERT INTO policies (digest, text) VALUES ($digest, $text) ON CONFLICT DO NOTHING';

const known = `SELECT digest, text FROM policies WHERE digest = (${lastPolicy})`;

/** The digest of the policy that is about to decide. Where it is not that of the decision before, the chain says so. */
export function usePolicy(database: Database, text: string, actor: Actor): string {
  const last = database.get<{ digest: string; text: string }>(known);
  // A long text is compared sooner than hashed.
  if (last?.text === text) return last.digest;
  const digest = digestOf(text);
  database.transaction(() => {
    const before = database.get<{ subject: string }>(lastPolicy)?.subject;
    // Another process may have been faster.
    if (before === digest) return;
    const kind = 'policy-changed';
    const also = { before };
    if (add(database, { table: 'policies', key: [digest], kind, actor, also }, insert, { digest, text })) return;
    addEntry(database, { kind, subject: digest, facts: also, actor });
  });
  return digest;
}

let hashed: { text: string; digest: string } | undefined;

/** A process has one policy for long. */
function digestOf(text: string): string {
  hashed = hashed?.text === text ? hashed : { text, digest: sha256(text) };
  return hashed.digest;
}
