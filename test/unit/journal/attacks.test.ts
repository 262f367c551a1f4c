import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import type { Head, KnownHead, Verification } from '../../../src/context/evidence.ts';
import type { Retention } from '../../../src/context/journal.ts';
import { openSqliteJournal } from '../../../src/journal/sqlite.ts';
import { deployIn, editFile, rechain } from '../../support/chain.ts';

const folder = mkdtempSync(join(tmpdir(), 'ops-attacks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;

interface Made {
  path: string;
  /** The runs, oldest first. */
  runs: string[];
  head: Head | undefined;
}

/**
 * Entries: 1 begun, 2 policy, then of each run: accepted, lock taken, started, fact, ended, lock freed. Runs are 3 to 8
 * and 9 to 14; 15 is an approval that expired.
 */
async function makeJournal(retention?: Retention): Promise<Made> {
  count += 1;
  const path = join(folder, `${count}.db`);
  const journal = await openSqliteJournal(path);
  await journal.usePolicy('{"rules":[]}', { id: 'x', name: 'X' });
  const runs = [await deployIn(journal), await deployIn(journal)];
  await journal.append({ kind: 'code-refused', subject: runs[1] ?? '' });
  if (retention !== undefined) expect(await journal.prune(retention)).toBeGreaterThan(0);
  const head = await journal.head();
  await journal.close();
  return { path, runs, head };
}

async function verify(path: string, head?: KnownHead): Promise<Verification> {
  const journal = await openSqliteJournal(path);
  const found = await journal.verify(head === undefined ? {} : { head });
  await journal.close();
  return found;
}

const told = ({ problems }: Verification): string[] => problems.map(({ where, what }) => `${where}: ${what}`);

type Edit = (file: DatabaseSync, runs: string[]) => void;
const sql =
  (text: string): Edit =>
  (file, [one = '', two = '']) =>
    file.exec(text.replaceAll('<one>', one).replaceAll('<two>', two));

const insert = `INSERT INTO entries SELECT 99, at, kind, subject, actor_id, actor_name, row_table, row_key, facts,
  previous, hash FROM entries WHERE sequence = 15`;
const swap = `CREATE TEMP TABLE two AS SELECT * FROM entries WHERE sequence IN (5, 6);
  DELETE FROM entries WHERE sequence IN (5, 6); UPDATE two SET sequence = 11 - sequence; INSERT INTO entries SELECT * FROM two`;

const changed = 'was changed: what it says does not give its hash';
const rows: [string, string, string[]][] = [
  [
    'its outcome',
    `UPDATE runs SET state = 'succeeded' WHERE id = '<one>'`,
    ['runs <one>: state is "succeeded"; as of entry 7 it is "failed"'],
  ],
  [
    'its line',
    `UPDATE runs SET argv = '["deploy","dev"]' WHERE id = '<two>'`,
    ['runs <two>: argv is "[\\"deploy\\",\\"dev\\"]"; as of entry 13'],
  ],
  ['a space in its line', `UPDATE runs SET argv = '["deploy", "uat"]' WHERE id = '<two>'`, ['runs <two>: argv is']],
  [
    'what its line is, to nonsense',
    `UPDATE runs SET argv = '["deploy' WHERE id = '<two>'`,
    ['runs <two>: argv is "[\\"deploy"'],
  ],
  [
    'who typed it',
    `UPDATE runs SET actor_id = 'os:laptop:1' WHERE id = '<one>'`,
    ['runs <one>: actor_id is "os:laptop:1"'],
  ],
  [
    'the name by which it is found',
    `UPDATE runs SET actor_folded = 'eve' WHERE id = '<one>'`,
    ['runs <one>: actor_folded is "eve"'],
  ],
  [
    'where it was typed',
    `UPDATE runs SET origin = json_set(origin, '$.host', 'x') WHERE id = '<one>'`,
    ['runs <one>: origin is'],
  ],
  [
    'when',
    `UPDATE runs SET accepted_at = accepted_at + 1 WHERE id = '<one>'`,
    ['runs <one>: accepted_at is 1001; as of entry 7 it is 1000'],
  ],
  ['its place', `UPDATE runs SET sequence = 77 WHERE id = '<one>'`, ['runs <one>: sequence is 77']],
  [
    'its message, to none',
    `UPDATE runs SET message = NULL WHERE id = '<one>'`,
    ['runs <one>: message is empty; as of entry 7 it is "no room"'],
  ],
  [
    'what was claimed for it',
    `UPDATE runs SET claim = 'T1/C1/1' WHERE id = '<one>'`,
    ['runs <one>: claim is "T1/C1/1"; as of entry 7 it is empty'],
  ],
  [
    'its id',
    `UPDATE runs SET id = 'zzzzzzzz' WHERE id = '<one>'`,
    ['runs <one>: is missing, and entry 7 is the last', 'runs zzzzzzzz: no entry tells of it'],
  ],
  [
    'away',
    `DELETE FROM facts WHERE run = '<one>'; DELETE FROM runs WHERE id = '<one>'`,
    ['facts 1: is missing', 'runs <one>: is missing'],
  ],
  [
    'a run that was none',
    `INSERT INTO runs SELECT 9, 'aaaaaaaa', NULL, command, argv, actor_id, actor_name, actor_folded, origin, environment, effect, state, outcome, exit_code, message, accepted_at, started_at, finished_at, process_host, process_pid, process_started, owner_host, owner_pid, owner_started, doubted_at FROM runs WHERE id = '<one>'`,
    ['runs aaaaaaaa: no entry tells of it'],
  ],
  [
    'what a fact says',
    `UPDATE facts SET data = '{"version":"v2"}' WHERE sequence = 2`,
    ['facts 2: data is "{\\"version\\":\\"v2\\"}"; as of entry 12'],
  ],
  ['a fact away', 'DELETE FROM facts WHERE sequence = 2', ['facts 2: is missing, and entry 12 is the last']],
  [
    'a lock that nobody took',
    `INSERT INTO locks VALUES ('prod', '<one>', 'x', 'X', 'why', 1)`,
    ['locks prod: no entry tells of it'],
  ],
  [
    'a lock back that was freed',
    `INSERT INTO locks VALUES ('uat', '<one>', 'x', 'X', 'why', 1)`,
    ['locks uat: is there, and entry 14 says that it is gone'],
  ],
  [
    'a group of processes to be killed',
    `INSERT INTO groups VALUES ('<one>', 'laptop', 1, 'x')`,
    ['groups ["<one>","laptop",1,"x"]: no entry tells of it'],
  ],
  [
    'the rules',
    `UPDATE policies SET text = '{"rules":[1]}'`,
    ['policies ', 'text is "{\\"rules\\":[1]}"; as of entry 2'],
  ],
];

const entries: [string, string, string[]][] = [
  [
    'what one says',
    `UPDATE entries SET facts = '{"a":1}' WHERE sequence = 15`,
    [`entry 15 (code-refused <two>): ${changed}`],
  ],
  ['who did it', `UPDATE entries SET actor_id = 'x' WHERE sequence = 7`, [`entry 7 (run-ended <one>): ${changed}`]],
  ['when', 'UPDATE entries SET at = at + 1 WHERE sequence = 7', [`entry 7 (run-ended <one>): ${changed}`]],
  [
    'the kind',
    `UPDATE entries SET kind = 'code-accepted' WHERE sequence = 15`,
    [`entry 15 (code-accepted <two>): ${changed}`],
  ],
  [
    'the row that it tells of',
    `UPDATE entries SET row_key = '<two>' WHERE sequence = 7`,
    [`entry 7 (run-ended <one>): ${changed}`],
  ],
  [
    'what it says, to nonsense',
    `UPDATE entries SET facts = '{' WHERE sequence = 7`,
    [`entry 7 (run-ended <one>): ${changed}`],
  ],
  [
    'its hash',
    `UPDATE entries SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE sequence = 7`,
    [`entry 7 (run-ended <one>): ${changed}`, 'entry 8 (lock-freed uat): does not follow entry 7'],
  ],
  [
    'one away',
    'DELETE FROM entries WHERE sequence = 15; UPDATE head SET sequence = 14',
    ['entry 14 (lock-freed uat): is not the one that the head of the journal names'],
  ],
  ['one away in the middle', 'DELETE FROM entries WHERE sequence = 8', ['entry 8: missing']],
  ['several away in the middle', 'DELETE FROM entries WHERE sequence BETWEEN 4 AND 6', ['entries 4 to 6: missing']],
  [
    'the first ones away',
    'DELETE FROM entries WHERE sequence < 3',
    ['entries 1 to 2: missing, and no entry says that they were pruned'],
  ],
  [
    'the last ones away',
    'DELETE FROM entries WHERE sequence > 12',
    ['entries 13 to 15: missing at the end', 'runs <two>: state is "failed"; as of entry 11 it is "running"'],
  ],
  ['all away', 'DELETE FROM entries', ['entries: all are missing', 'runs <one>: no entry tells of it']],
  ['the head away', 'DELETE FROM head', ['head: missing']],
  ['two around', swap, ['entry 5 ', 'entry 6 ', 'does not follow']],
  [
    'one in between the others and the head',
    insert,
    ['entries 16 to 98: missing', `entry 99 (code-refused <two>): ${changed}`],
  ],
  [
    'a table that there is not',
    `UPDATE entries SET row_table = 'moons' WHERE sequence = 7`,
    ['entry 7: tells of a table moons, which there is not'],
  ],
];

const schemas: [string, string, string[]][] = [
  [
    'a trigger in',
    `CREATE TRIGGER kind AFTER INSERT ON entries BEGIN UPDATE runs SET state = 'succeeded'; END`,
    ['trigger kind: is not one of the journal'],
  ],
  ['the index away that lets a line run once', 'DROP INDEX runs_claim', ['index runs_claim: is missing']],
  [
    'that index to one that does not',
    'DROP INDEX runs_claim; CREATE INDEX runs_claim ON runs (claim)',
    ['index runs_claim: was made anew'],
  ],
];

describe.each([
  ['a row', rows],
  ['the entries', entries],
  ['the schema', schemas],
])('whoever changes %s', (_, table) => {
  it.each(table)('is found out: %s', async (_what, text, expected) => {
    const { path, runs } = await makeJournal();
    expect(told(await verify(path))).toEqual([]);
    editFile(path, (file) => sql(text)(file, runs));
    const found = told(await verify(path)).join('\n');
    const [one = '', two = ''] = runs;
    for (const words of expected) expect(found).toContain(words.replaceAll('<one>', one).replaceAll('<two>', two));
  });
});

describe('a lock put back that was the only one', () => {
  it('is found out', async () => {
    const path = join(folder, 'lock.db');
    const journal = await openSqliteJournal(path);
    const run = await deployIn(journal);
    await journal.close();
    editFile(path, (file) => file.exec(`INSERT INTO locks VALUES ('uat', '${run}', 'x', 'X', 'why', 1)`));
    expect(told(await verify(path))).toEqual(['locks uat: is there, and entry 7 says that it is gone']);
  });
});

describe('whoever makes the hashes anew', () => {
  it('after the change of an entry is found out by the row that it tells of', async () => {
    const { path, runs } = await makeJournal();
    editFile(path, (file) => {
      file.exec(`UPDATE entries SET facts = replace(facts, 'failed', 'succeeded') WHERE sequence = 7`);
      rechain(file, 7);
    });
    expect(told(await verify(path))).toContain(`runs ${runs[0]}: state is "failed"; as of entry 7 it is "succeeded"`);
  });

  it('of one entry alone is found out by the next', async () => {
    const { path } = await makeJournal();
    const rest: { sequence: number; previous: string; hash: string }[] = [];
    editFile(path, (file) => {
      const after = file.prepare('SELECT sequence, previous, hash FROM entries WHERE sequence > 3').all();
      rest.push(...(after as unknown as typeof rest));
      file.exec(`UPDATE entries SET at = 0 WHERE sequence = 3`);
      rechain(file, 3);
      const back = file.prepare('UPDATE entries SET previous = $previous, hash = $hash WHERE sequence = $sequence');
      for (const row of rest) back.run({ ...row });
    });
    expect(told(await verify(path)).join()).toMatch(/entry 4 \(lock-taken uat\): does not follow entry 3/);
  });

  it('and changes the row as well is found out by a head that was noted, and by nothing else', async () => {
    const { path, runs, head } = await makeJournal();
    editFile(path, (file) => {
      file.exec(`UPDATE entries SET facts = replace(facts, 'failed', 'succeeded') WHERE sequence = 7`);
      file.exec(`UPDATE runs SET state = 'succeeded', outcome = 'succeeded' WHERE id = '${runs[0]}'`);
      rechain(file, 7);
    });
    expect(told(await verify(path))).toEqual([]);
    const { sequence = 0, hash = '' } = head ?? {};
    for (const known of [
      { sequence, hash },
      { sequence, hash: hash.slice(0, 16) },
    ]) {
      expect(told(await verify(path, known)).join()).toMatch(/^the head 15:.*entry 15 has the hash .* was rewritten$/);
    }
    expect(told(await verify(path, { sequence: undefined, hash })).join()).toContain('no entry has this hash');
  });

  it('and cuts the end off is found out by a head that was noted', async () => {
    const { path, head } = await makeJournal();
    editFile(path, (file) => {
      file.exec('DELETE FROM entries WHERE sequence = 15');
      rechain(file, 15);
    });
    expect(told(await verify(path))).toEqual([]);
    const { sequence = 0, hash = '' } = head ?? {};
    expect(told(await verify(path, { sequence, hash }))).toEqual([
      `the head 15:${hash}: the chain ends at 14: what came after was removed, or this is an older copy`,
    ]);
  });
});

describe('a head that was noted', () => {
  it('is still in the chain, however much was written since', async () => {
    const { path, head } = await makeJournal();
    const journal = await openSqliteJournal(path);
    await deployIn(journal);
    await journal.close();
    const { sequence = 0, hash = '' } = head ?? {};
    expect(told(await verify(path, { sequence, hash }))).toEqual([]);
    expect(told(await verify(path, { sequence: undefined, hash: hash.slice(0, 20) }))).toEqual([]);
  });

  it('is not in an older copy of the file', async () => {
    const { path } = await makeJournal();
    copyFileSync(path, `${path}.old`);
    const journal = await openSqliteJournal(path);
    await deployIn(journal);
    const { sequence = 0, hash = '' } = (await journal.head()) ?? {};
    await journal.close();
    copyFileSync(`${path}.old`, path);
    expect(told(await verify(path))).toEqual([]);
    expect(told(await verify(path, { sequence, hash })).join()).toContain('or this is an older copy');
  });
});

describe('whoever tampers with what was pruned', () => {
  const all: Retention = { keep: 1000, now: new Date(Date.now() + 3_600_000), most: 8 };
  const edits: [string, string, RegExp][] = [
    [
      'by changing what the entry says of it',
      `UPDATE entries SET facts = json_set(facts, '$.through', 9) WHERE kind = 'journal-pruned'`,
      /entry \d+ \(journal-pruned .*: was changed/,
    ],
    [
      'by removing that entry',
      `DELETE FROM entries WHERE kind = 'journal-pruned'`,
      /entries 1 to 8: missing, and no entry says that they were pruned/,
    ],
    [
      'by removing more',
      'DELETE FROM entries WHERE sequence = 9',
      /entries 1 to 9: missing, and only those through 8 were pruned/,
    ],
    ['by removing what was carried over', `DELETE FROM entries WHERE kind = 'row-carried'`, /missing/],
  ];

  it.each(edits)('is found out: %s', async (_, text, expected) => {
    const { path, runs } = await makeJournal(all);
    expect(told(await verify(path))).toEqual([]);
    editFile(path, (file) => sql(text)(file, runs));
    expect(told(await verify(path)).join('\n')).toMatch(expected);
  });

  it('is found out where another beginning is put there', async () => {
    const { path } = await makeJournal(all);
    editFile(path, (file) => {
      file.exec(`UPDATE entries SET previous = '${'a'.repeat(64)}' WHERE sequence = 9`);
      rechain(file, 9);
    });
    expect(told(await verify(path)).join()).toMatch(/entry 9 .*: does not follow entry 8 as it was when it was pruned/);
  });
});

describe('a journal that was tampered with', () => {
  it('still takes what is new, and shows for good where it was', async () => {
    const { path } = await makeJournal();
    editFile(path, (file) => file.exec('DELETE FROM entries WHERE sequence > 12; UPDATE head SET sequence = 3'));
    const journal = await openSqliteJournal(path);
    await deployIn(journal);
    await journal.close();
    expect(told(await verify(path)).join()).toContain('entry 13 (run-accepted');
  });

  it('is told of in a hundred lines at the most', async () => {
    const { path } = await makeJournal();
    editFile(path, (file) => {
      const add = file.prepare(`INSERT INTO locks VALUES ($key, 'x', 'x', 'x', 'x', 1)`);
      for (let key = 0; key < 150; key++) add.run({ key: `${key}` });
    });
    const { problems, problemCount } = await verify(path);
    expect([problems.length, problemCount]).toEqual([100, 150]);
  });
});
