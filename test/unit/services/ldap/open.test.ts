import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { LdapConfig } from '../../../../src/context/config.ts';
import type { Directory } from '../../../../src/services/ldap/directory.ts';
import { openDirectory } from '../../../../src/services/ldap/open.ts';
import { allGroupsOf } from '../../../../src/services/ldap/walk.ts';
import { directoryContract } from '../../../contract/directory.ts';
import { base, groupDn, personDn, tree } from '../../../support/directory-tree.ts';
import { bindDn, bindPassword, hasSlapd, type Slapd, startSlapd, withoutSlapd } from '../../../support/slapd.ts';

let slapd: Slapd;
const withSlapd = it.skipIf(!hasSlapd);

beforeAll(async () => {
  // Of more at once than a page has, a server like Active Directory gives none.
  if (hasSlapd) slapd = await startSlapd(tree, 'sizelimit size.soft=unlimited size.hard=unlimited size.pr=500');
});
afterAll(() => slapd?.stop());

const usual = '(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames)(objectClass=posixGroup))';

const configured = (more: Partial<LdapConfig> = {}): LdapConfig => ({
  ...{ url: `ldap://127.0.0.1:${slapd?.port ?? 1}`, startTls: false, bind: bindDn, password: bindPassword },
  people: { base: `ou=people,${base}`, filter: '(objectClass=*)', attribute: 'uid', name: 'ldap' },
  groups: { base: `ou=groups,${base}`, filter: usual },
  // A busy machine may stand still for some seconds.
  ...{ timeout: 60_000, age: 60_000 },
  ...more,
});

const signal = new AbortController().signal;

async function open(more: Partial<LdapConfig> = {}): Promise<Directory> {
  const directory = await openDirectory(configured(more), signal);
  onTestFinished(() => directory.close());
  return directory;
}

describe('a directory of OpenLDAP', () => {
  let directory: Directory;
  beforeAll(async () => {
    if (hasSlapd) directory = await openDirectory(configured(), signal);
  });
  afterAll(() => directory?.close());
  directoryContract(`as every directory${withoutSlapd}`, () => directory, withSlapd);
});

describe('a connection', () => {
  const groups = ['everybody', 'developers', 'staff'].map(groupDn).sort();

  withSlapd(`may be encrypted from the beginning${withoutSlapd}`, async () => {
    const url = `ldaps://localhost:${slapd.securePort}`;
    expect((await allGroupsOf('mary', await open({ url, ca: slapd.ca }))).sort()).toEqual(groups);
  });

  withSlapd(`may be encrypted once it stands${withoutSlapd}`, async () => {
    expect((await allGroupsOf('mary', await open({ startTls: true, ca: slapd.ca }))).sort()).toEqual(groups);
  });

  withSlapd.each([
    ['from the beginning', () => ({ url: `ldaps://localhost:${slapd.securePort}` })],
    ['once it stands', () => ({ startTls: true })],
  ])(`is not made with somebody who has no certificate that is known, %s${withoutSlapd}`, async (_, how) => {
    await expect(open(how())).rejects.toThrow(/self-signed certificate/);
  });

  withSlapd(`is not made with a wrong password, nor with none${withoutSlapd}`, async () => {
    await expect(open({ password: 'another' })).rejects.toThrow('the directory says: invalid credentials');
    await expect(open({ password: '' })).rejects.toThrow('ldap.password is empty');
    await expect(open({ bind: personDn('mary'), password: '' })).rejects.toThrow('ldap.password is empty');
  });

  withSlapd(`that ended is an error, and none to somebody else or as nobody${withoutSlapd}`, async () => {
    const over = new AbortController();
    const directory = await openDirectory(configured(), over.signal);
    over.abort();
    await expect(directory.groupsOf([{ dn: personDn('mary') }])).rejects.toThrow(/connection/i);
    await expect(directory.groupsOf([{ dn: personDn('mary') }])).rejects.toThrow('the connection was lost');
  });

  it('with nobody is an error', async () => {
    await expect(open({ url: 'ldap://127.0.0.1:1' })).rejects.toThrow(/ECONNREFUSED/);
  });

  it('with somebody who does not answer is an error, once the time is up', async () => {
    await expect(open({ url: await silent(), timeout: 100 })).rejects.toThrow(/timed out/);
  });

  it('ends where the one who asked has no more time, however far it is', async () => {
    const over = new AbortController();
    const opening = openDirectory(configured({ url: await silent(), startTls: true }), over.signal);
    over.abort();
    await expect(opening).rejects.toThrow(/connection/i);
  });
});

describe('an answer', () => {
  withSlapd(`about a name that several have is an error${withoutSlapd}`, async () => {
    const people = { ...configured().people, attribute: 'objectClass' };
    await expect((await open({ people })).person('inetOrgPerson')).rejects.toThrow('the name of several entries');
  });

  withSlapd(`heeds the filters of the configuration${withoutSlapd}`, async () => {
    const people = { ...configured().people, filter: '(!(uid=mary))' };
    const groups = { ...configured().groups, filter: '(objectClass=groupOfUniqueNames)' };
    const directory = await open({ people, groups });
    expect(await directory.person('mary')).toBeUndefined();
    expect(await directory.person('tom')).toEqual({ dn: personDn('tom'), uid: 'tom' });
    expect(await directory.groupsOf([{ dn: groupDn('staff') }])).toEqual([groupDn('everybody')]);
    expect(await directory.groupsOf([{ dn: personDn('mary') }])).toEqual([]);
  });

  it('cannot be asked for with a filter that is none', async () => {
    await expect(open({ people: { ...configured().people, filter: '(&(uid=' } })).rejects.toThrow(
      'ldap.people.filter cannot be read: (&(uid=',
    );
  });
});

/** Takes connections, and says nothing. */
async function silent(): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket.on('error', () => {})));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `ldap://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
