import { readFileSync } from 'node:fs';
import { connect, isIP, type Socket } from 'node:net';
import { type ConnectionOptions, connect as connectSecurely } from 'node:tls';
import type { Client, Filter, Entry as Found, SearchOptions } from 'ldapts';
import type { LdapConfig } from '../../context/config.ts';
import { normalDn } from '../../context/dn.ts';
import { OpsError } from '../../context/errors.ts';
import type { Directory, Entry } from './directory.ts';

type Library = typeof import('ldapts');

const noAttributes = ['1.1'];
const pageSize = 500;
/** Entries whose groups are asked for at once. */
const mostAtOnce = 50;

/** Signs in to a directory. What it refers to elsewhere is not followed. `signal` ends the connection. */
export async function openDirectory(config: LdapConfig, signal: AbortSignal): Promise<Directory> {
  // A directory takes a name without a password for nobody, and lets it in.
  if (config.password === '') throw new OpsError('config', 'ldap.password is empty');
  const library = await import('ldapts');
  const filters = createFilters(config, library);
  const client = await signIn(config, library, signal);
  const search = async (base: string, options: SearchOptions): Promise<Found[]> =>
    (await client.search(base, options).catch((error) => throwTold(error, library))).searchEntries;
  return {
    person: async (name) => {
      const options = { filter: filters.person(name), attributes: ['uid'], sizeLimit: 2 };
      const [entry, ...more] = await search(config.people.base, options);
      if (more.length > 0) throw new OpsError('unavailable', `"${name}" is the name of several entries`);
      return entry && entryOf(entry);
    },
    groupsOf: async (entries) => {
      const groups: string[] = [];
      // One after the other: a server keeps one place in its pages for each connection.
      for (let from = 0; from < entries.length; from += mostAtOnce) {
        const filter = filters.groupsOf(entries.slice(from, from + mostAtOnce));
        const found = await search(config.groups.base, { filter, attributes: noAttributes, paged: { pageSize } });
        groups.push(...found.map(({ dn }) => dn));
      }
      return groups;
    },
    hasGroup: async (dn) => {
      const options = { scope: 'base', filter: filters.group, attributes: noAttributes } as const;
      const found = await search(dn, options).catch((error) => {
        if (error instanceof Error && error.cause instanceof library.NoSuchObjectError) return [];
        throw error;
      });
      return found.some((entry) => normalDn(entry.dn) === normalDn(dn));
    },
    close: () => client.unbind().catch(() => {}),
  };
}

/** What the server says is a code, whose meaning is in the name of the error. */
function throwTold(error: unknown, { ResultCodeError }: Library): never {
  if (!(error instanceof ResultCodeError)) throw error;
  const words = error.name
    .replace(/Error$/, '')
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  throw new Error(`the directory says: ${words}`, { cause: error });
}

function entryOf({ dn, uid }: Found): Entry {
  const [first] = [uid ?? []].flat();
  return { dn, ...(first === undefined ? {} : { uid: String(first) }) };
}

/** Values are handed over as values: none is read as a part of a filter. */
function createFilters({ people, groups }: LdapConfig, { AndFilter, OrFilter, EqualityFilter, FilterParser }: Library) {
  const read = (filter: string, key: string): Filter => {
    try {
      return FilterParser.parseString(filter);
    } catch (error) {
      throw new OpsError('config', `${key} cannot be read: ${filter}`, { cause: error });
    }
  };
  const group = read(groups.filter, 'ldap.groups.filter');
  const person = read(people.filter, 'ldap.people.filter');
  const is = (attribute: string, value: string): Filter => new EqualityFilter({ attribute, value });
  return {
    group,
    person: (name: string) => new AndFilter({ filters: [person, is(people.attribute, name)] }),
    groupsOf: (entries: readonly Entry[]) => {
      const filters = entries.flatMap(({ dn, uid }) => {
        const byUid = uid === undefined ? [] : [is('memberUid', uid)];
        return [is('member', dn), is('uniqueMember', dn), ...byUid];
      });
      return new AndFilter({ filters: [group, new OrFilter({ filters })] });
    },
  };
}

async function signIn(config: LdapConfig, library: Library, signal: AbortSignal): Promise<Client> {
  const { url, startTls, bind, password, timeout } = config;
  const isSecure = url.startsWith('ldaps:');
  const options = tlsOptions(config);
  const client = new library.Client({
    ...{ url, timeout, connectTimeout: timeout },
    ...(isSecure ? { tlsOptions: options } : {}),
    // The client would connect again by itself: without encryption, and as nobody.
    createConnection: once(connect, signal),
    createSecureConnection: once(connectSecurely, signal),
  });
  try {
    if (startTls) await client.startTLS(options);
    await client.bind(bind, password);
    return client;
  } catch (error) {
    await client.unbind().catch(() => {});
    return throwTold(error, library);
  }
}

function tlsOptions({ url, ca }: LdapConfig): ConnectionOptions {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return {
    host,
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === undefined ? {} : { ca: readFileSync(ca) }),
  };
}

function once<Connect extends (...args: never[]) => Socket>(connecting: Connect, signal: AbortSignal): Connect {
  let isUsed = false;
  const guarded = (...args: Parameters<Connect>): Socket => {
    if (isUsed || signal.aborted) throw new Error('the connection was lost');
    isUsed = true;
    const socket = connecting(...args);
    signal.addEventListener('abort', () => socket.destroy(), { once: true });
    return socket;
  };
  return guarded as Connect;
}
