import {
  type Block,
  defineCommand,
  fields,
  formatTime,
  type KnownHead,
  OpsError,
  table,
  text,
  type Verification,
} from '../src/index.ts';

export default defineCommand({
  name: 'audit-verify',
  summary: 'Prove that nobody changed the journal',
  description:
    'Each entry of the chain is held against the one before, and each row of the journal against its entries. Whoever can write the file can also write all of the chain anew: that shows only against a head that was noted elsewhere. Leaves with 1 where something was changed, removed or put in.',
  options: { head: { summary: 'A head that was noted, and must still be in the chain', value: 'number:hash' } },
  examples: [
    { line: 'ops audit verify', says: 'how many entries hold, and the head' },
    { line: 'ops audit verify --head 1204:5be2b6a3c4d5e6f7', says: 'that nothing up to that head was changed since' },
  ],
  effect: 'read',
  keep: false,
  timeout: 3_600_000,
  run: async ({ head: typed }, { journal, output, signal }) => {
    const head = typed === undefined ? undefined : knownHead(typed);
    const found = await journal.verify({ signal, ...(head === undefined ? {} : { head }) });
    const result = { holds: found.problemCount === 0, ...found, known: typed };
    if (result.holds) return result;
    await output.ready(result, show(result));
    const { problemCount: count } = found;
    throw new OpsError('failed', `the journal is not as it was written: ${count} ${count === 1 ? 'thing' : 'things'}`, {
      hint: 'copy the file before anything else is run; ops audit export shows what the chain says',
    });
  },
  show,
});

/** As `ops audit head` prints it, or the hash alone, perhaps cut short. */
function knownHead(typed: string): KnownHead {
  const [, sequence, hash] = /^(?:(\d{1,15}):)?([0-9a-f]{16,64})$/i.exec(typed.trim()) ?? [];
  if (hash === undefined) {
    throw new OpsError('usage', `--head takes a number and a hash, or 16 digits of the hash or more, not "${typed}"`, {
      hint: 'ops audit head prints one',
    });
  }
  return { sequence: sequence === undefined ? undefined : Number(sequence), hash: hash.toLowerCase() };
}

interface Shown extends Verification {
  holds: boolean;
  known: string | undefined;
}

function show({ holds, entries, rows, head, since, pruned, known, problems, problemCount }: Shown): Block[] {
  const facts = fields({
    Entries: `${entries}`,
    'Rows held against them': `${rows}`,
    From: since && formatTime(since),
    To: head && formatTime(head.at),
    Head: head && `${head.sequence}:${head.hash}`,
    Pruned: pruned && `entries 1 to ${pruned.through}, last on ${formatTime(pruned.at)}`,
    'Still in it': holds ? known : undefined,
  });
  if (holds) return [text('The journal is as it was written'), facts];
  const left = problemCount - problems.length;
  const more = left === 0 ? [] : [text(`and ${left} more`)];
  return [
    table(
      ['Where', 'What'],
      problems.map(({ where, what }) => [where, what]),
    ),
    ...more,
    facts,
  ];
}
