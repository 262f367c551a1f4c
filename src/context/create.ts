import type { Inline } from './blocks.ts';
import type { LoadedConfig } from './config.ts';
import type { Context, Output, Project, RunJournal } from './context.ts';
import { OpsError } from './errors.ts';
import type { Sink } from './events.ts';
import type { Host } from './host.ts';
import type { Journal } from './journal.ts';

export interface ContextParts {
  host: Host;
  sink: Sink;
  loaded: LoadedConfig;
  /** Undefined where nothing is recorded. */
  journal: Journal | undefined;
  /** Why, where the journal is at fault. */
  journalFault: unknown;
  run: string | undefined;
  signal: AbortSignal;
  project: Project;
  /** `--yes` was given. */
  yes: boolean;
}

export function createContext(parts: ContextParts): Context {
  const { host, loaded, run, signal } = parts;
  const exec = recordedExec(parts);
  return {
    output: createOutput(parts.sink, () => host.system.clock.now().getTime()),
    exec,
    files: host.system.files,
    http: (url, options) => host.system.http(url, { signal, ...options }),
    services: { git: (repository) => host.system.git(repository, exec) },
    config: loaded.config,
    journal: runJournal(parts),
    clock: host.system.clock,
    actor: host.actor,
    origin: host.origin,
    signal,
    cwd: host.cwd,
    // To look at standard input is to open it.
    get input() {
      return host.input?.(signal);
    },
    run,
    confirm: (question) => confirm(parts, question),
    project: parts.project,
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
    ready: (data, blocks) => sink({ type: 'result', data, blocks, isReady: true }),
    note: (...lines) => say('info', lines),
    warn: (...lines) => say('warning', lines),
  };
}

/** Every program runs under the run's signal, and the journal knows its process group while it works. */
function recordedExec({ host, journal, run, signal }: ContextParts): Context['exec'] {
  return async (file, args, options = {}) => {
    let recorded: Promise<void> | undefined;
    // By it a program is found again whose parents are gone.
    const env = { ...options.env, ...(run === undefined ? {} : { OPS_RUN: run }) };
    const onStart = (pid: number): void => {
      options.onStart?.(pid);
      if (run === undefined || options.onLines === undefined) return;
      recorded = journal?.addGroup(run, host.system.identify(pid)).catch(() => {});
    };
    const result = await host.system.exec(file, args, { signal, ...options, env, onStart });
    await recorded;
    return result;
  };
}

function runJournal({ host, journal, journalFault, run }: ContextParts): RunJournal {
  const missing = (): never => {
    if (journalFault !== undefined) throw journalFault;
    throw new OpsError('config', 'there is no journal without a project: no .chatopsrc was found', {
      hint: 'ops init',
    });
  };
  return {
    runs: (filter) => (journal ?? missing()).runs(filter),
    locks: () => (journal ?? missing()).locks(),
    facts: (filter) => (journal ?? missing()).facts(filter),
    record: (fact) =>
      (journal ?? missing()).record({ ...fact, run: run ?? missing(), at: host.system.clock.now(), actor: host.actor }),
  };
}

async function confirm({ host, signal, yes }: ContextParts, question: string): Promise<boolean> {
  if (yes) return true;
  if (host.ask === undefined) {
    throw new OpsError('usage', `${question} Nobody can be asked here`, { hint: 'add --yes to the line' });
  }
  return host.ask(question, signal);
}
