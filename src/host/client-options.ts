import { readFileSync } from 'node:fs';
import type { SystemConfig } from '../context/config-systems.ts';
import { OpsError } from '../context/errors.ts';
import type { ServiceParts } from '../context/host.ts';
import type { ClientOptions } from '../services/client/client.ts';

/** How a system is asked that is configured so. */
export function clientOptions(
  { url, ca, timeout }: Omit<SystemConfig, 'token'>,
  parts: ServiceParts,
): Pick<ClientOptions, 'url' | 'ca' | 'timeout' | keyof ServiceParts> {
  return { ...parts, url, timeout, ca: ca === undefined ? undefined : readAuthorities(ca) };
}

function readAuthorities(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new OpsError('config', `the certificates in ${path} cannot be read: ${why}`);
  }
}
