import type { Approvals } from './approvals.ts';
import type { Inline } from './blocks.ts';
import type { Chart } from './chart.ts';
import { chooseMetrics, chooseSystem } from './choose-system.ts';
import type { Codes } from './codes.ts';
import type { LoadedConfig } from './config.ts';
import type { Context, Output, Project, RunJournal, Runs } from './context.ts';
import { OpsError } from './errors.ts';
import type { Sink } from './events.ts';
import type { Host } from './host.ts';
import type { Journal, RunFilter, RunRecord } from './journal.ts';
import { listedLock } from './listed-lock.ts';
import type { Locks } from './locks.ts';
import { redactData } from './redact.ts';
import type { Http } from './system.ts';

export interface ContextParts {
  host: Host;
  sink: Sink;
  loaded: LoadedConfig;
  /** Undefined where nothing is recorded. */
  journal: Journal | undefined;
  /** Why, where the journal is at fault. */
  journalFault: unknown;
  run: string | undefined;
  /** What is done next leaves traces: that the run has started is in the journal then. */
  begin(): Promise<void>;
  signal: AbortSignal;
  project: Project;
  /** Variables that the programs of the command get, besides the few that every program gets. */
  env: readonly string[];
  /** Masks secrets in what is asked, and kept. */
  redact(text: string): string;
  /** Whether a run may stand in a list here. */
  isListed(run: RunRecord): boolean;
  /** `journal` throws where there is none. */
  runs(journal: () => Journal): Runs;
  approvals(journal: () => Journal): Approvals;
  /** The same. */
  locks(journal: () => Journal): Locks;
  codes(journal: () => Journal): Codes;
  /** `--yes` was given. */
  yes: boolean;
  /** `--json` was given. */
  json: boolean;
}

export function createContext(parts: ContextParts): Context {
  const { host, loaded, run, signal } = parts;
  const exec = recordedExec(parts);
  const http: Http = (url, options) => host.system.http(url, { signal, ...options });
  return {
    output: createOutput(parts.sink, () => host.system.clock.now().getTime()),
    exec,
    files: host.system.files,
    http,
    services: {
      git: (repository) => host.system.git(repository, exec),
      builds: async (system) => {
        const { config } = loaded;
        return host.system.builds(chooseSystem(system, config), config, { http, clock: host.system.clock, signal });
      },
      pulls: async () => host.system.pulls(loaded.config, { http, clock: host.system.clock, signal }),
      metrics: async (system) => {
        const { config } = loaded;
        return host.system.metrics(chooseMetrics(system, config), config, { http, clock: host.system.clock, signal });
      },
      tickets: async () => host.system.tickets(loaded.config, { http, clock: host.system.clock, signal }),
    },
    charts: createCharts(parts),
    config: loaded.config,
    journal: runJournal(parts),
    runs: parts.runs(() => journalOf(parts)),
    // What few need is opened by those.
    get approvals() {
      return parts.approvals(() => journalOf(parts));
    },
    get locks() {
      return parts.locks(() => journalOf(parts));
    },
    get codes() {
      return parts.codes(() => journalOf(parts));
    },
    clock: host.system.clock,
    actor: host.actor,
    origin: host.origin,
    signal,
    cwd: host.cwd,
    passing: host.passing,
    // To look at standard input is to open it.
    get input() {
      return host.input?.(signal);
    },
    run,
    confirm: createConfirm(parts),
    project: parts.project,
  };
}

function createCharts({ host, json, redact }: ContextParts): Context['charts'] {
  return {
    draw: async (chart, options) => {
      if (json && options.out === undefined) return undefined;
      const { cwd, drawing } = host;
      return host.system.draw(redactData(chart, redact) as Chart, options, { cwd, ...drawing });
    },
  };
}

function createOutput(sink: Sink, now: () => number): Output {
  let steps = 0;
  const say = (level: 'info' | 'warning', lines: readonly Inline[]): void => {
    void sink({ type: 'note', level, blocks: lines.map((line) => ({ type: 'text', text: line })) });
  };
  return {
    step: async (title, work) => {
      const id = ++steps;
      const began = now();
      void sink({ type: 'step', id, title, state: 'running' });
      try {
        const result = await work();
        void sink({ type: 'step', id, title, state: 'done', ms: now() - began });
        return result;
      } catch (error) {
        void sink({ type: 'step', id, title, state: 'failed', ms: now() - began });
        throw error;
      }
    },
    lines: (stream, text, pictures = []) =>
      sink({ type: 'line', stream, text, ...(pictures.length === 0 ? {} : { pictures }) }),
    progress: (stream, text) => void sink({ type: 'progress', stream, text }),
    ready: (data, blocks) => sink({ type: 'result', data, blocks, isReady: true }),
    ring: () => void sink({ type: 'ring' }),
    note: (...lines) => say('info', lines),
    warn: (...lines) => say('warning', lines),
  };
}

/** Every program runs under the run's signal, and the journal knows its process group while it works. */
function recordedExec({ host, journal, run, begin, signal, env: inherit }: ContextParts): Context['exec'] {
  return async (file, args, options = {}) => {
    let recorded: Promise<void> | undefined;
    // By it a program is found again whose parents are gone.
    const env = { ...options.env, ...(run === undefined ? {} : { OPS_RUN: run }) };
    const onStart = (pid: number): void => {
      options.onStart?.(pid);
      if (run === undefined || options.onLines === undefined) return;
      recorded = journal?.addGroup(run, host.system.identify(pid)).catch(() => {});
    };
    await begin();
    const result = await host.system.exec(file, args, { signal, inherit, ...options, env, onStart });
    await recorded;
    return result;
  };
}

/** A read outside a project leaves no record. */
export function noProject(): OpsError {
  return new OpsError('config', 'there is no journal without a project: no .chatopsrc was found', { hint: 'ops init' });
}

function journalOf({ journal, journalFault }: ContextParts): Journal {
  if (journal !== undefined) return journal;
  if (journalFault !== undefined) throw journalFault;
  throw noProject();
}

function runJournal(parts: ContextParts): RunJournal {
  const { host, run = '', redact } = parts;
  const journal = async (): Promise<Journal> => journalOf(parts);
  return {
    runs: async (filter) => listed(await journal(), filter, parts),
    locks: async () => {
      const from = await journal();
      return Promise.all((await from.locks()).map((lock) => listedLock(lock, from, parts.isListed)));
    },
    facts: async (filter) => (await journal()).facts(filter),
    record: async (fact) =>
      (await journal()).record({
        ...{ ...fact, run, data: redactData(fact.data, redact) },
        ...{ at: host.system.clock.now(), actor: host.actor },
      }),
    append: async (entry) => (await journal()).append({ ...entry, actor: host.actor }),
    head: async () => (await journal()).head(),
    entries: (filter) => journalOf(parts).entries(filter),
    verify: async (options) => (await journal()).verify(options),
  };
}

/** Those that may stand in a list here, as many as are wanted. */
async function listed(
  journal: Journal,
  { limit = 50, ...filter }: RunFilter = {},
  { isListed }: ContextParts,
): Promise<RunRecord[]> {
  for (let asked = limit; ; asked *= 2) {
    const found = await journal.runs({ ...filter, limit: asked });
    const shown = found.filter(isListed);
    if (shown.length >= limit || found.length < asked) return shown.slice(0, limit);
  }
}

function createConfirm({ host, begin, sink, signal, yes, redact }: ContextParts): Context['confirm'] {
  let asked = 0;
  return async (said, typed) => {
    if (yes && typed === undefined) return true;
    const question = redact(said);
    if (host.ask === undefined) {
      const hint = `add ${typed === undefined ? '--yes' : `--confirm ${typed.word}`} to the line`;
      throw new OpsError('usage', `${question} Nobody can be asked here`, { hint });
    }
    // Whoever asks says in the journal that the run waits.
    await begin();
    const id = ++asked;
    const put = { id, question, ...(typed === undefined ? {} : { typed }) };
    await host.putQuestion?.(put, signal);
    await sink({ type: 'ask', ...put });
    let answer: 'yes' | 'no' | 'nothing' = 'nothing';
    try {
      answer = (await host.ask(question, signal, id, typed)) ? 'yes' : 'no';
    } finally {
      await sink({ type: 'answer', id, question, said: answer, by: host.actor.name });
    }
    return answer === 'yes';
  };
}
