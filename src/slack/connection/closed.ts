import type { LoadedConfig } from '../../context/config.ts';
import { OpsError } from '../../context/errors.ts';

const example = `people:
  ana: { slack: T012AB3CD/U012AB3CD, os: ana }
roles:
  admin: [ana]
policy:
  - { name: admins-may-all, allow: admin }`;

/** Everybody in a room could run everything: without rules nothing is listened to. */
export function requirePolicy({ config, file }: LoadedConfig): void {
  if (config.policy !== undefined) return;
  if (file === undefined) {
    throw new OpsError('config', 'there is no .chatopsrc here or in any folder above', { hint: 'ops init' });
  }
  throw new OpsError('config', `${file}: policy: expected rules that say who may do what in rooms, got nothing`, {
    hint: `add some; .chatopsrc.example explains them:\n${example}`,
  });
}
