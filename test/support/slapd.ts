import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base, type Tree } from './directory-tree.ts';
import { freePort } from './port.ts';

const program = '/usr/sbin/slapd';

/** Whether this machine can run the tests of a real directory; where it cannot, their titles say so. */
export const hasSlapd =
  spawnSync(program, ['-VV']).error === undefined && spawnSync('openssl', ['version']).status === 0;
export const withoutSlapd = hasSlapd ? '' : ' (left out: slapd and openssl are not on this machine)';

export const bindDn = `cn=ops,${base}`;
export const bindPassword = 'a word for the directory';

export interface Slapd {
  port: number;
  /** Where TLS comes first. */
  securePort: number;
  /** What its certificate is checked against. */
  ca: string;
  /** Changes what it has, as `ldapmodify` reads it. */
  modify(ldif: string): void;
  stop(): Promise<void>;
}

/** OpenLDAP with that tree, on ports of this machine. */
export async function startSlapd(tree: Tree, size = ''): Promise<Slapd> {
  const folder = mkdtempSync(join(tmpdir(), 'ops-slapd-'));
  const ca = join(folder, 'certificate.pem');
  const key = join(folder, 'key.pem');
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-keyout', key, '-out', ca, ...subject],
    { stdio: 'ignore' },
  );
  mkdirSync(join(folder, 'data'));
  const configuration = join(folder, 'slapd.conf');
  writeFileSync(configuration, configurationIn(folder, { ca, key, size }));
  const content = join(folder, 'tree.ldif');
  writeFileSync(content, ldifOf(tree));
  execFileSync('/usr/sbin/slapadd', ['-q', '-f', configuration, '-l', content], { stdio: 'pipe' });
  const { port, securePort, child } = await serve(configuration, join(folder, 'pid'));
  return {
    ...{ port, securePort, ca },
    modify: (ldif) => {
      const words = ['-x', '-H', `ldap://127.0.0.1:${port}`, '-D', bindDn, '-w', bindPassword];
      execFileSync('ldapmodify', words, { input: ldif, stdio: ['pipe', 'ignore', 'pipe'] });
    },
    stop: async () => {
      const ended = once(child, 'close');
      if (child.exitCode === null && child.kill()) await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Where nobody else came first: a port that was free may be taken until the directory takes it. */
async function serve(
  configuration: string,
  pidFile: string,
): Promise<{ port: number; securePort: number; child: ChildProcess }> {
  for (let tries = 1; ; tries++) {
    const [port, securePort] = [await freePort(), await freePort()];
    const urls = `ldap://127.0.0.1:${port}/ ldaps://127.0.0.1:${securePort}/`;
    const child = spawn(program, ['-f', configuration, '-h', urls, '-d', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    try {
      await answering(port, child, pidFile);
      return { port, securePort, child };
    } catch (error) {
      if (child.exitCode === null || tries === 5) throw error;
    }
  }
}

const configurationIn = (folder: string, { ca, key, size }: { ca: string; key: string; size: string }): string => `
include /etc/ldap/schema/core.schema
include /etc/ldap/schema/cosine.schema
include /etc/ldap/schema/nis.schema
include /etc/ldap/schema/inetorgperson.schema
pidfile ${folder}/pid
modulepath /usr/lib/ldap
moduleload back_mdb
TLSCertificateFile ${ca}
TLSCertificateKeyFile ${key}
${size}
database mdb
suffix "${base}"
rootdn "${bindDn}"
rootpw "${bindPassword}"
directory ${folder}/data
`;

function ldifOf({ people, groups }: Tree): string {
  const entry = (dn: string, lines: readonly string[]): string => [line('dn', dn), ...lines].join('\n');
  return [
    entry(base, ['objectClass: dcObject', 'objectClass: organization', 'o: Example']),
    entry(`ou=people,${base}`, ['objectClass: organizationalUnit']),
    entry(`ou=groups,${base}`, ['objectClass: organizationalUnit']),
    ...Object.values(people).map(({ dn, uid = '' }) =>
      entry(dn, ['objectClass: inetOrgPerson', line('uid', uid), line('cn', uid), line('sn', uid)]),
    ),
    ...Object.entries(groups).map(([dn, group]) => entry(dn, groupLines(group))),
    // Whoever follows it does not come to an end.
    entry(`ou=elsewhere,ou=groups,${base}`, [
      ...['objectClass: referral', 'objectClass: extensibleObject', 'ou: elsewhere'],
      'ref: ldap://127.0.0.1:1/ou=elsewhere,dc=example,dc=com',
    ]),
  ].join('\n\n');
}

function groupLines({ member, uniqueMember, memberUid = [] }: Tree['groups'][string]): string[] {
  if (member !== undefined) return ['objectClass: groupOfNames', ...member.map((dn) => line('member', dn))];
  if (uniqueMember !== undefined) {
    return ['objectClass: groupOfUniqueNames', ...uniqueMember.map((dn) => line('uniqueMember', dn))];
  }
  return ['objectClass: posixGroup', 'gidNumber: 100', ...memberUid.map((uid) => line('memberUid', uid))];
}

/** In base64, so that any sign may stand in it. */
const line = (name: string, value: string): string => `${name}:: ${Buffer.from(value).toString('base64')}`;

/** It writes the file once the ports are its own: before, somebody else may answer there. */
async function answering(port: number, child: ChildProcess, pidFile: string): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  for (let tries = 0; tries < 3000 && child.exitCode === null; tries++) {
    if (existsSync(pidFile) && (await isOpen(port))) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`slapd does not answer: ${said}`);
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
