import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface Packaged {
  service: string;
  /** What must be there. */
  files: readonly string[];
  /** What Debian calls it. */
  packages: readonly string[];
}

export const graphite: Packaged = {
  service: 'Graphite',
  files: ['/usr/bin/python3', '/usr/bin/carbon-cache', '/usr/lib/python3/dist-packages/graphite/wsgi.py'],
  packages: ['graphite-web', 'graphite-carbon'],
};
export const prometheus: Packaged = {
  service: 'Prometheus',
  files: ['/usr/bin/prometheus', '/usr/bin/promtool'],
  packages: ['prometheus'],
};
export const openLdap: Packaged = {
  service: 'OpenLDAP',
  files: ['/usr/sbin/slapd', '/usr/sbin/slapadd', '/usr/bin/ldapmodify', '/usr/bin/openssl'],
  packages: ['slapd', 'ldap-utils', 'openssl'],
};

export const isThere = ({ files }: Packaged): boolean => files.every((file) => existsSync(file));

/** Installs what is missing, each on its own; why not, where that cannot be, by the name of the service. */
export function install(wanted: readonly Packaged[], say: (text: string) => void): Record<string, string> {
  const missing = wanted.filter((one) => !isThere(one));
  if (missing.length === 0) return {};
  const forAll = (why: string) => Object.fromEntries(missing.map(({ service }) => [service, why]));
  if (!existsSync('/usr/bin/apt-get')) return forAll('it comes as a Debian package, and this machine has no apt-get');
  const prefix = asRoot();
  if (prefix === undefined) return forAll('apt-get takes root, or a sudo that asks for no password');
  const undo = keepServicesDown(prefix);
  try {
    say(`asking apt-get for ${missing.flatMap(({ packages }) => packages).join(' ')}`);
    const why = aptGet(prefix, longestUpdate, ['update']);
    // Where only some lists cannot be had, what is wanted may be in another.
    if (why?.includes(tooLong) === true) return forAll(why);
    const whys = missing.map(({ service, packages }) => [
      service,
      aptGet(prefix, longestInstall, ['install', '-y', '--no-install-recommends', ...packages]),
    ]);
    return Object.fromEntries(whys.filter(([, failure]) => failure !== undefined));
  } finally {
    undo();
  }
}

const [longestUpdate, longestInstall] = [60, 300];
const tooLong = 'it took more than';

function asRoot(): readonly string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

const decides = '/usr/sbin/policy-rc.d';

/** Debian starts what it installs, unless that program says otherwise. */
function keepServicesDown(prefix: readonly string[]): () => void {
  if (existsSync(decides)) return () => undefined;
  run([...prefix, 'sh', '-c', `printf '#!/bin/sh\\nexit 101\\n' > ${decides} && chmod 755 ${decides}`]);
  return () => void run([...prefix, 'rm', '-f', decides]);
}

/** A machine without a network must not wait for it. */
const impatience = [
  'Acquire::http::Timeout=10',
  'Acquire::https::Timeout=10',
  'Acquire::Retries=1',
  'DPkg::Lock::Timeout=60',
];

function aptGet(prefix: readonly string[], seconds: number, words: readonly string[]): string | undefined {
  const options = [...impatience, ...(words[0] === 'update' ? ['APT::Update::Error-Mode=any'] : [])];
  const environment = ['env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C.UTF-8'];
  const bounded = [
    'timeout',
    '--kill-after=10',
    String(seconds),
    'apt-get',
    '-q',
    ...options.flatMap((one) => ['-o', one]),
  ];
  const { status, output } = run([...prefix, ...environment, ...bounded, ...words]);
  if (status === 0) return undefined;
  const why = output.split('\n').findLast((line) => /^[EW]:/.test(line)) ?? `it ended with ${status}`;
  return `apt-get ${words[0]}: ${status === 124 ? `${tooLong} ${seconds} s` : why}`;
}

function run([program = '', ...words]: readonly string[]): { status: number; output: string } {
  const { status, stdout, stderr, error } = spawnSync(program, words, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { status: status ?? 1, output: error?.message ?? `${stdout}${stderr}` };
}
