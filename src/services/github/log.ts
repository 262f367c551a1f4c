import type { BuildName, LogPart, LogPlace } from '../../context/builds.ts';
import { OpsError } from '../../context/errors.ts';
import { formatLine } from '../../context/line.ts';
import { findPlace, jobsOf } from './find.ts';
import { readLogLines } from './log-lines.ts';
import { type GitHubParts, type RunPlace, runPath } from './parts.ts';
import { readRun } from './read.ts';
import { type JobShape, runShape } from './shapes.ts';
import { type Told, tellJobs } from './steps.ts';

/** How far it is told: the jobs and steps, the logs that came whole, and the one that is being read. */
interface Place {
  told: Told;
  logged: readonly number[];
  reading?: { job: number; from: number };
}

/** Bytes that are read at a time: a log may be of any size. */
const most = 2 ** 20;
/** Milliseconds that an address of a log is used: GitHub says a minute. */
const addressAge = 45_000;
/** Looks for a log that is there a moment after its job. */
const mostLooks = 5;

/** What the jobs and steps of a run do, and the log of each job once it has ended. */
export async function readLog(name: BuildName, from: LogPlace, parts: GitHubParts): Promise<LogPart> {
  const run = await findPlace(name, parts);
  if (run === undefined) throw gone(name);
  const place: Place = from === 'start' ? { told: {}, logged: [] } : JSON.parse(from);
  return place.reading === undefined ? readNews(name, run, place, parts) : readMore(run, place, place.reading, parts);
}

async function readNews(name: BuildName, place: RunPlace, before: Place, parts: GitHubParts): Promise<LogPart> {
  const { github, repositories, clock } = parts;
  const run = await github.find(runPath(place), runShape);
  const jobs = run && (await jobsOf(place, parts));
  if (run === undefined || jobs === undefined) throw gone(name);
  const { state } = readRun(run, place.repository, repositories, clock.now());
  // A log stands below the line that says how its job went: those that ended at once come one by one.
  const next = jobs.find((job) => hasLog(job) && !before.logged.includes(job.id));
  const shown =
    next === undefined ? jobs : jobs.filter((job) => job === next || !hasLog(job) || before.logged.includes(job.id));
  const { lines, told } = tellJobs(shown, before.told);
  const reading = next === undefined ? {} : { reading: { job: next.id, from: 0 } };
  return {
    text: lines.map((line) => `${line}\n`).join(''),
    next: JSON.stringify({ told: { ...before.told, ...told }, logged: before.logged, ...reading }),
    hasMore: next !== undefined || state !== 'ended',
    isBehind: next !== undefined,
  };
}

/** What was never begun has no log. */
const hasLog = ({ status, conclusion, steps }: JobShape): boolean =>
  status === 'completed' && conclusion !== 'skipped' && (steps ?? []).length > 0;

async function readMore(
  { repository }: RunPlace,
  { told, logged }: Place,
  { job, from }: NonNullable<Place['reading']>,
  parts: GitHubParts,
): Promise<LogPart> {
  const part = await readJobLog(repository, job, from, parts);
  const place: Place = part.hasMore
    ? { told, logged, reading: { job, from: from + part.bytes } }
    : { told, logged: [...logged, job] };
  return { text: readLogLines(part.text), next: JSON.stringify(place), hasMore: true, isBehind: true };
}

interface JobLog {
  text: string;
  bytes: number;
  hasMore: boolean;
}

const nothing = (text: string): JobLog => ({ text, bytes: 0, hasMore: false });

/** Some whole lines of it from that byte on. */
async function readJobLog(repository: string, job: number, from: number, parts: GitHubParts): Promise<JobLog> {
  const url = await logAddress(repository, job, parts);
  if (url === undefined) return nothing('its log is not kept\n');
  const headers = { accept: 'text/plain', ...(from === 0 ? {} : { range: `bytes=${from}-` }) };
  const { status, text, isCut, bytes } = await parts.bare(url, { headers, most, takes: [404, 410, 416] });
  if (status === 416) return nothing('');
  if (status === 404 || status === 410) return nothing('its log is not kept\n');
  // Whoever knows no ranges begins anew.
  if (from > 0 && status !== 206) return nothing('and more, which cannot be read from its middle\n');
  const end = text.lastIndexOf('\n') + 1;
  if (!isCut) return { text: text === '' || text.endsWith('\n') ? text : `${text}\n`, bytes, hasMore: false };
  if (end === 0) return { text, bytes, hasMore: true };
  return { text: text.slice(0, end), bytes: bytes - Buffer.byteLength(text.slice(end)), hasMore: true };
}

/** The storage that GitHub refers to. It is another host, and lets in whoever knows the address. */
async function logAddress(repository: string, job: number, parts: GitHubParts): Promise<URL | undefined> {
  const { github, clock, memory } = parts;
  const known = memory.logs.get(job);
  if (known !== undefined && known.until > clock.now().getTime()) return known.url;
  const path = `/repos/${repository}/actions/jobs/${job}/logs`;
  for (let look = 1; look <= mostLooks; look++) {
    const { status, headers } = await github.ask(path, { redirect: 'manual', most: 0, takes: [404, 410] });
    const location = URL.parse(headers.get('location') ?? '');
    if (status === 410) return undefined;
    if (location !== null) {
      memory.logs.set(job, { url: location, until: clock.now().getTime() + addressAge });
      return location;
    }
    if (status !== 404) throw new OpsError('unavailable', `GitHub (${path}) does not say where the log is (${status})`);
    await clock.sleep(1000);
  }
  return undefined;
}

const gone = ({ job, number }: BuildName): OpsError =>
  new OpsError('failed', `GitHub has no log of ${job}#${number}: it was deleted, or never was`, {
    hint: formatLine(['builds', '--job', job]),
  });
