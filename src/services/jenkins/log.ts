import type { BuildName, LogPart, LogPlace } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import { formatLine } from '../../context/line.ts';
import { type FindParts, findBuild } from './find.ts';
import { jobPath, queueNumber } from './names.ts';

/** Bytes that are read at a time: a log may be of any size. */
const most = 2 ** 20;

/** What comes after that many bytes of a console. What waits has none, and what was taken out of the queue gets none. */
export async function readLog(name: BuildName, from: LogPlace, parts: FindParts): Promise<LogPart> {
  if (queueNumber(name.number) === undefined) return readConsole(name, from, parts);
  const found = await findBuild(name, parts);
  if (found === undefined) throw gone(name);
  if (queueNumber(found.number) === undefined) return readConsole(found, from, parts);
  return { text: '', next: from, hasMore: found.state === 'queued' };
}

async function readConsole({ job, number }: BuildName, from: LogPlace, { jenkins }: FindParts): Promise<LogPart> {
  const { client } = jenkins;
  const start = from === 'start' ? 0 : Number(from);
  const path = `${jobPath(job)}/${number}/logText/progressiveText`;
  const answer = await client(path, { query: { start }, headers: { accept: 'text/plain' }, most, takes: [404, 416] });
  if (answer.status === 404) throw gone({ job, number });
  // Asked for what is behind its end, it begins anew, or says so.
  const size = Number(answer.headers.get('x-text-size') ?? Number.NaN);
  if (answer.status === 416 || size < start) return { text: '', next: from, hasMore: false };
  return {
    text: answer.text,
    next: `${start + answer.bytes}`,
    hasMore: answer.isCut || answer.headers.get('x-more-data') === 'true',
    isBehind: answer.isCut,
  };
}

const gone = ({ job, number }: BuildName): OpsError =>
  new OpsError('failed', `Jenkins has no log of ${job}#${number}: it was deleted, or never was`, {
    hint: formatLine(['builds', '--job', job]),
  });
