import type { Moment } from '../context/host.ts';
import { readText } from './proc.ts';
import { bootId, hostName } from './process.ts';

/** As the kernel counts: a clock that is set, or claimed to stand elsewhere, changes nothing of it. */
export function moment(): Moment {
  const seconds = Number.parseFloat(readText('/proc/uptime') ?? '');
  const host = hostName();
  if (Number.isFinite(seconds)) return { host, boot: bootId(), uptime: seconds * 1000 };
  return { host, boot: askSysctl(), uptime: process.getBuiltinModule('node:os').uptime() * 1000 };
}

function askSysctl(): string {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { stdout } = spawnSync('sysctl', ['-n', 'kern.bootsessionuuid'], { encoding: 'utf8' });
  return stdout?.trim() ?? '';
}
