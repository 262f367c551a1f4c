import type { PersonConfig } from '../context/config-policy.ts';
import { readText } from './proc.ts';
import { hostName } from './process.ts';

/**
 * Logins as `host:uid` of this machine. Its user database says whose a login is, and nothing that a person can set: a
 * login that it does not know stays as it is, and nobody is that person here.
 */
export function settleLogins(people: Record<string, PersonConfig>): Record<string, PersonConfig> {
  const logins = createLogins();
  for (const person of Object.values(people)) {
    person.os = person.os.map((id) => (id.includes(':') ? id : (logins(id) ?? id)));
  }
  return people;
}

function createLogins(): (login: string) => string | undefined {
  let known: Map<string, number> | undefined;
  return (login) => {
    known ??= readLogins();
    const uid = known.get(login);
    return uid === undefined ? undefined : `${hostName()}:${uid}`;
  };
}

/** Undefined where the user database does not know them. */
export function loginOf(uid: number): string | undefined {
  return [...readLogins()].find(([, one]) => one === uid)?.[0];
}

/** Those of a directory service are not in the file: of them only the one that this process runs as is known. */
function readLogins(): Map<string, number> {
  const lines = (readText('/etc/passwd') ?? '').split('\n').map((line) => line.split(':'));
  const listed = lines.flatMap(([login = '', , uid = '']) =>
    /^\d+$/.test(uid) ? [[login, Number(uid)] as const] : [],
  );
  return new Map([...listed, ...ownLogin()]);
}

/** In a container, a number may be all that somebody has. */
function ownLogin(): [string, number][] {
  try {
    const { username, uid } = process.getBuiltinModule('node:os').userInfo();
    return [[username, uid]];
  } catch {
    return [];
  }
}
