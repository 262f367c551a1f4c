import type * as v from 'valibot';
import type { BuildName, LogPart, LogPlace } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import { formatLine } from '../../context/line.ts';
import { missing, read, type Teamcity } from './ask.ts';
import { messagesShape, stateShape } from './shapes.ts';

/** Messages that are asked for at a time, fewer where they are long, and bytes that an answer may have. */
const counts = [2000, 250, 30, 4, 1];
const mostBytes = 4 * 2 ** 20;

type Messages = v.InferOutput<typeof messagesShape>;

/**
 * The messages after the one that a place names. It is what the pages of TeamCity themselves ask for; the log as a text
 * (`/downloadBuildLog.html`) comes whole each time alone, and its head changes when the build has ended.
 */
export async function readLog(name: BuildName, from: LogPlace, teamcity: Teamcity): Promise<LogPart> {
  const part = await readPart(name, from, teamcity);
  if (part?.hasMore === true) return part;
  const build = await teamcity.find(`/app/rest/builds/id:${name.number}`, stateShape, { fields: 'state' });
  if (build === undefined) throw gone(name);
  if (build.state !== 'finished') return { ...(part ?? { text: '', next: from }), hasMore: true };
  // Some may have come between the two answers; after the end none does.
  const last = await readPart(name, part?.next ?? from, teamcity);
  const { text = '', next = from } = part ?? {};
  const hasMore = last?.hasMore === true;
  return { text: text + (last?.text ?? ''), next: last?.next ?? next, hasMore, isBehind: hasMore };
}

/** With more to come where there certainly is; undefined where there is no such build. */
async function readPart({ number }: BuildName, from: LogPlace, teamcity: Teamcity): Promise<LogPart | undefined> {
  const last = from === 'start' ? -1 : Number(from);
  for (const count of counts) {
    const found = await ask(number, last, count, teamcity);
    if (found === 'too long') continue;
    return found && partOf(found, last, from);
  }
  return { text: 'Messages of more than 4 MB are left out\n', next: `${last + 1}`, hasMore: true, isBehind: true };
}

function partOf({ messages, lastMessageIncluded }: Messages, last: number, from: LogPlace): LogPart {
  const fresh = (messages ?? []).filter(({ id }) => id > last);
  const next = fresh.reduce((highest, { id }) => Math.max(highest, id), last);
  const lines = fresh.filter(({ verbose }) => verbose !== true).map(({ text }) => `${text ?? ''}\n`);
  const hasMore = fresh.length > 0 && lastMessageIncluded !== true;
  return { text: lines.join(''), next: fresh.length === 0 ? from : `${next}`, hasMore, isBehind: hasMore };
}

async function ask(id: string, last: number, count: number, { client }: Teamcity) {
  const query = {
    buildId: id,
    messagesCount: `0,${count}`,
    expandAll: 'true',
    ...(last < 0 ? {} : { messageId: last }),
  };
  const answer = await client('/app/messages', { query, takes: [404], most: mostBytes });
  if (answer.status === 404) return answer.text === '' ? undefined : missing(answer, '/app/messages');
  return answer.isCut ? 'too long' : read(messagesShape, answer, '/app/messages');
}

const gone = ({ job, number }: BuildName): OpsError =>
  new OpsError('failed', `TeamCity has no log of ${job}#${number}: it was deleted, or never was`, {
    hint: formatLine(['builds', '--job', job]),
  });
