import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { isRunning } from './alive.ts';

/** The processes, but for one, that were told of the address, or that work in the folder. */
export function processesAbout(but: number, address: string, folder?: string): number[] {
  const { host } = new URL(address);
  const isAbout = (pid: number): boolean => {
    try {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(host)) return true;
      return folder !== undefined && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false;
    }
  };
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  return all.filter((pid) => pid !== but && isAbout(pid) && isRunning(pid));
}
