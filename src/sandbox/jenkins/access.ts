import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export interface User {
  name: string;
  /** Needs no crumb. */
  token?: string;
  /** Needs a crumb, and the session that it was given in. */
  password?: string;
  /** May look, and nothing else. */
  isReader?: boolean;
}

/** Who asks, and whether a POST of theirs is from here. */
export class Access {
  private readonly users: readonly User[];
  private readonly crumbs = new Map<string, string>();

  constructor(users: readonly User[]) {
    this.users = users;
  }

  /** Undefined where the credentials are wrong, or missing where some are wanted. */
  userOf({ headers }: IncomingMessage): { user: User; hasToken: boolean } | undefined {
    const [, encoded = ''] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
    const [name = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
    const secret = rest.join(':');
    const user = this.users.find((one) => one.name === name);
    if (user === undefined || secret === '') return undefined;
    if (secret === user.token) return { user, hasToken: true };
    return secret === user.password ? { user, hasToken: false } : undefined;
  }

  newCrumb(): { crumb: string; session: string } {
    const [crumb, session] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
    this.crumbs.set(session, crumb);
    return { crumb, session };
  }

  hasCrumb({ headers }: IncomingMessage): boolean {
    const [, session = ''] = /JSESSIONID=([0-9a-f]+)/.exec(headers.cookie ?? '') ?? [];
    const crumb = headers['jenkins-crumb'];
    return crumb !== undefined && this.crumbs.get(session) === crumb;
  }
}
