import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../src/context/redact.ts';
import { secretPatterns } from '../../../../src/context/secrets/patterns.ts';
import { recognize } from '../../../../src/context/secrets/recognize.ts';

const { text } = createRedactor([]);
const [digits, small, large] = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Put together here, so that no scanner takes them for real ones. */
const of = (length: number, from = `${digits}${small}${large}`): string =>
  Array.from({ length }, (_, at) => from[(at * 7 + 3) % from.length]).join('');
const jwt = [{ alg: 'HS256', typ: 'JWT' }, { sub: '1234567890' }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .concat(of(43))
  .join('.');

/** What it is, the secret, and what may stand around it. */
const secrets: [what: string, secret: string, before?: string, behind?: string][] = [
  ['a Slack token', `xoxb-${of(12, digits)}-${of(13, digits)}-${of(24)}`],
  ['a Slack token', `xoxp-${of(11, digits)}-${of(11, digits)}-${of(12, digits)}-${of(32, 'abcdef0123')}`],
  ['a Slack token', `xoxe.xoxp-1-${of(160)}`],
  ['a Slack app token', `xapp-1-A${of(10, large)}-${of(13, digits)}-${of(64, 'abcdef0123')}`],
  [
    'the address of a Slack webhook',
    `T${of(8, large)}/B${of(8, large)}/${of(24)}`,
    'https://hooks.slack.com/services/',
  ],
  ['an AWS access key', `AKIA${of(16, large)}`],
  ['an AWS secret key', of(40), 'aws_secret_access_key = '],
  ['an AWS secret key', of(40), '"SecretAccessKey": "', '",'],
  ['an AWS secret key', of(40), 'export AWS_SECRET_ACCESS_KEY='],
  ['an AWS session token', of(300), 'AWS_SESSION_TOKEN='],
  ['a GitHub token', `ghp_${of(36)}`],
  ['a GitHub token', `gho_${of(36)}`],
  ['a GitHub token', `github_pat_${of(22)}_${of(59)}`],
  ['a GitLab token', `glpat-${of(20)}`],
  ['a GitLab token', `glrt-${of(26)}.01.${of(9)}`],
  ['a Google API key', `AIza${of(35)}`],
  ['a Google token', `ya29.${of(60)}`],
  ['a Stripe key', `sk_live_${of(24)}`],
  ['an npm token', `npm_${of(36)}`],
  ['a PyPI token', `pypi-AgE${of(80)}`],
  ['a Docker Hub token', `dckr_pat_${of(27)}`],
  ['a Vault token', `hvs.${of(90)}`],
  ['a Grafana token', `glsa_${of(32)}_${of(8, 'abcdef01')}`],
  ['an Atlassian token', `ATATT3${of(180)}=${of(8, 'ABCDEF01')}`],
  ['the key of an Azure account', `${of(86)}==`, 'AccountName=shop;AccountKey=', ';EndpointSuffix=core.windows.net'],
  ['a JSON web token', jwt],
  ['a bearer token', of(32), 'Authorization: Bearer '],
  ['a name with its password', btoa('mary:hunter2'), 'authorization: Basic '],
  ['an address with a password', 'hunter2', 'postgres://shop:', '@db.example.com/shop'],
  ['an address with a password', 'p@ss:w0rd', 'https://mary:', '@git.example.com'],
];

describe('a secret that is known by its shape', () => {
  it.each(secrets)('is masked: %s %s', (what, secret, before = '', behind = '') => {
    for (const [left, right] of [
      ['', ''],
      ['token=', ' '],
      ['{"x":"', '"}'],
      [`export X='`, `'`],
      ['log (', ').'],
    ]) {
      const line = `${left}${before}${secret}${behind}${right}`;
      expect(text(line)).toBe(`${left}${before}••••${behind}${right}`);
      expect(recognize(line)).toBe(what);
    }
  });

  it('is in the table for every pattern, and each pattern says where its shape is written down', () => {
    expect(new Set(secrets.map(([what]) => what))).toEqual(new Set(secretPatterns.map(({ what }) => what)));
    for (const { page, begins, shape } of secretPatterns) {
      expect(URL.parse(page)?.protocol).toBe('https:');
      expect(shape.sticky).toBe(true);
      for (const begin of begins) expect(begin.length).toBeGreaterThanOrEqual(4);
    }
  });
});

const pem = (kind: string, body: readonly string[]): string[] => [
  `-----BEGIN ${kind}PRIVATE KEY-----`,
  ...body,
  `-----END ${kind}PRIVATE KEY-----`,
];
const body = [of(64), of(64), `${of(30)}==`];
const hidden = ['••••', '••••', '••••'];

describe('a private key', () => {
  it.each(['', 'RSA ', 'EC ', 'OPENSSH ', 'ENCRYPTED '])('is masked, but for its first and last line: %s', (kind) => {
    const lines = ['before', ...pem(kind, body), 'after'].join('\n');
    expect(text(lines)).toBe(['before', ...pem(kind, hidden), 'after'].join('\n'));
    expect(recognize(lines)).toBe('a private key');
  });

  it.each([
    ['on one line, as JSON has it', JSON.stringify({ key: pem('', body).join('\n') })],
    ['on one line, as a shell prints it', pem('', body).join(' ')],
    ['cut off', pem('RSA ', body).slice(0, 3).join('\n')],
    [
      'behind what a log writes',
      pem('', body)
        .map((line) => `12:00:01 app | ${line}`)
        .join('\n'),
    ],
    ['with lines that end as in Windows', pem('', body).join('\r\n')],
    ['of PGP', ['-----BEGIN PGP PRIVATE KEY BLOCK-----', 'Version: 1', '', ...body, '=aB3d'].join('\n')],
  ])('is masked %s', (_, lines) => {
    for (const line of body) expect(text(lines)).not.toContain(line);
    expect(text(lines)).toContain('••••');
  });

  it('is over where the lines are of another kind', () => {
    const lines = ['-----BEGIN PRIVATE KEY----- is how it begins', 'Done', 'and all is well.'].join('\n');
    expect(text(lines).split('\n').slice(1)).toEqual(['Done', 'and all is well.']);
  });
});

describe('harmless text', () => {
  const sha = (kind: string) => createHash(kind).update('x');
  it.each([
    ['a commit', `commit ${sha('sha1').digest('hex')}`],
    ['a digest', `web@sha256:${sha('sha256').digest('hex')}`],
    ['a name', randomUUID()],
    ['the integrity of a package', `"integrity": "sha512-${sha('sha512').digest('base64')}"`],
    ['a picture', `data:image/png;base64,${randomBytes(30_000).toString('base64')}`],
    ['base64 on many lines', randomBytes(30_000).toString('base64').replace(/.{76}/g, '$&\n')],
    [
      'addresses',
      'https://example.com:8080/a?b=c@d http://mary@host/ ssh://git@github.com:22/x git@github.com:x/y.git',
    ],
    ['a port and a mail address', 'listening on http://localhost:3000, mail ops@example.com'],
    ['a scoped package', 'GET https://registry.npmjs.org:443/@scope/name npm_config_registry npm_lifecycle_event'],
    ['words', 'the bearer authentication-middleware of basic authentication, eyJust, sk_live, ghp_ and AKIA'],
    ['a certificate', ['-----BEGIN CERTIFICATE-----', of(64), '-----END CERTIFICATE-----'].join('\n')],
    ['a public key', `-----BEGIN PUBLIC KEY-----\n${of(64)}\n-----END PUBLIC KEY-----\nssh-ed25519 AAAA${of(64)} mary`],
    ['ids of Slack', 'T0123ABCD/U0123ABCD C0123ABCD 1726000000.000100 xoxb is a prefix, xoxb-… too'],
    ['a log line', '2026-11-21T10:00:00.123Z INFO [worker-3] GET /v1/items/1f3a?page=2 200 in 23 ms user=mary'],
    ['a file of .NET', 'System.Net.Http.HttpClient: PublicKeyToken=b03f5f7f11d50a3a, AccessKeyId'],
  ])('stays as it is: %s', (_, line) => {
    expect(text(line)).toBe(line);
    expect(recognize(line)).toBeUndefined();
  });
});
