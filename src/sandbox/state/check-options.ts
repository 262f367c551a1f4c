import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ChannelOptions, PersonOptions, SandboxOptions } from '../sandbox.ts';
import { latestTime } from './clock.ts';
import { SandboxError } from './errors.ts';
import { checkFields } from './fields.ts';

const invalid = (sentence: string): SandboxError => new SandboxError('invalid', sentence);

interface Named {
  id: string;
  name: string;
}

/** Each has a name and an id of its own, also among those that are there. */
export function mustDiffer(what: string, wanted: readonly Named[], known: Iterable<Named> = []): void {
  const [names, ids] = [new Set<string>(), new Set<string>()];
  for (const { id, name } of known) {
    ids.add(id);
    names.add(name.toLowerCase());
  }
  for (const { id, name } of wanted) {
    if (names.has(name.toLowerCase())) throw invalid(`there are two ${what} called ${name}`);
    if (ids.has(id)) throw invalid(`there are two ${what} with the id ${id}`);
    names.add(name.toLowerCase());
    ids.add(id);
  }
}

export function checkPerson(person: PersonOptions): void {
  checkFields('a person', person, {
    ...{ name: 'text', id: 'text?', realName: 'text?', email: 'text?', title: 'string?' },
  });
}

export function checkChannel(channel: ChannelOptions): void {
  checkFields('a channel', channel, {
    ...{ name: 'text', id: 'text?', private: 'flag?', bot: 'flag?', topic: 'string?', purpose: 'string?' },
  });
  for (const kind of ['topic', 'purpose'] as const) {
    const { length } = channel[kind] ?? '';
    if (length > longestAbout) throw invalid(`a channel: ${kind} has up to ${longestAbout} characters, not ${length}`);
  }
}

/** Characters of what a channel says of itself. */
export const longestAbout = 250;

/** What Node's timers can wait for at most. */
const longestWait = 2 ** 31 - 1;

const times = {
  ...{ ackTimeout: longestWait, interactionTimeout: longestWait },
  ...{ pingInterval: longestWait, warningPeriod: longestWait },
  ...{ connectionLifetime: latestTime, time: latestTime },
};

function checkTimes(options: SandboxOptions): void {
  for (const [name, most] of Object.entries(times)) {
    const value = options[name as keyof typeof times];
    if (value === undefined || (value >= 0 && value <= most)) continue;
    throw invalid(`${name} is a number of milliseconds from 0 to ${most}, not ${value}`);
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}

/** The path without links, also where there is no such file yet. */
function sameFile(path: string): string {
  const whole = realPath(path);
  return join(realPath(dirname(whole)), basename(whole));
}

/** Refuses what no sandbox can be. */
export function checkOptions(options: SandboxOptions): void {
  checkTimes(options);
  const { record, state } = options;
  if (record === undefined || state === undefined || sameFile(record) !== sameFile(state)) return;
  throw invalid(`record and state are one file, ${state}: each needs its own`);
}
