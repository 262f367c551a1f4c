import type { IncomingHttpHeaders } from 'node:http';
import { freshToken } from '../../state/ids.ts';

/** What lets images and files through that the page shows: an `<img>` brings no token. */
export interface PageCookie {
  /** For `set-cookie`. */
  readonly header: string;
  isIn(headers: IncomingHttpHeaders): boolean;
}

/** Its name has the port: cookies of one machine are shared by all its ports. */
export function createPageCookie(origin: () => string): PageCookie {
  const secret = freshToken('page');
  const pair = (): string => `sandbox-${new URL(origin()).port}=${secret}`;
  return {
    get header() {
      return `${pair()}; Path=/; HttpOnly; SameSite=Strict`;
    },
    isIn: ({ cookie = '' }) => cookie.split(/;\s*/u).includes(pair()),
  };
}
