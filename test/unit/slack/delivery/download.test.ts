import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HttpOptions } from '../../../../src/context/system.ts';
import { SlackCallError } from '../../../../src/slack/connection/call-error.ts';
import { createDownload } from '../../../../src/slack/delivery/download.ts';
import { temporaryFolder } from '../../../support/folder.ts';

const url = 'https://files.slack.com/files-pri/T1-F1/download/report.csv';
const found = { name: 'report.csv', size: 3, mimetype: 'text/csv', url_private_download: url };

/** Slack as far as a file is concerned: what it knows of it, and what it answers where the file is. */
function slack(file: object | Error, answer: { status?: number; type?: string; content?: string } = {}) {
  const asked: [string, HttpOptions | undefined][] = [];
  const { status = 200, type = 'text/csv', content = 'a,b' } = answer;
  const download = createDownload({
    call: async () => {
      if (file instanceof Error) throw file;
      return { file };
    },
    http: async (address, options) => {
      asked.push([address, options]);
      const { path = '', largest = 0 } = options?.save ?? {};
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content.slice(0, largest));
      return { status, headers: new Headers({ 'content-type': type }), text: '', isCut: content.length > largest };
    },
    token: 'xoxb-1',
    apiUrl: 'http://127.0.0.1:8400/api/',
  });
  return { asked, download: (folder = temporaryFolder()) => download('F1', 10, join(folder, 'in')) };
}

const refusal = (name: string): SlackCallError =>
  new SlackCallError(`Slack refuses: ${name}`, { refusal: name, cause: undefined });

describe('a file of a room', () => {
  it.each([
    ['Slack', url],
    ['another host of Slack', 'https://team.slack.com/files-pri/a'],
    ['the sandbox', 'http://127.0.0.1:8400/files-pri/T1-F1/download/report.csv'],
  ])('is fetched from %s with the token', async (_, address) => {
    const { download, asked } = slack({ ...found, url_private_download: address });
    expect(readFileSync(await download(), 'utf8')).toBe('a,b');
    expect(asked).toMatchObject([[address, { headers: { authorization: 'Bearer xoxb-1' } }]]);
  });

  it('keeps to its folder, whatever its name is', async () => {
    const folder = temporaryFolder();
    expect(await slack({ ...found, name: '../../../etc/pass\nwd' }).download(folder)).toBe(
      join(folder, 'in', 'passwd'),
    );
  });

  it.each<[string, object, string]>([
    ['elsewhere', { url_private_download: 'https://evil.example/a.csv' }, 'is not kept at Slack but at evil.example'],
    [
      'at a host that looks like Slack',
      { url_private_download: 'https://slack.com.evil.example/a' },
      'not kept at Slack',
    ],
    ['without TLS', { url_private_download: 'http://files.slack.com/a' }, 'is not kept at Slack'],
    ['nowhere', { url_private_download: undefined }, 'is not kept at Slack but at an unknown place'],
    ['too large by what is said of it', { size: 11 }, 'report.csv is too large: 10 B is the most here'],
  ])('is not asked for where it is %s', async (_, change, words) => {
    const { download, asked } = slack({ ...found, ...change });
    await expect(download()).rejects.toThrow(words);
    expect(asked).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['more comes than was said', { content: 'x'.repeat(11) }, 'report.csv is too large: 10 B is the most here'],
    [
      'a page comes instead',
      { type: 'text/html; charset=utf-8' },
      'Slack did not give report.csv: a page came instead',
    ],
    ['it is refused', { status: 403 }, 'Slack did not give report.csv: HTTP 403'],
    ['it is sent elsewhere', { status: 302 }, 'Slack did not give report.csv: HTTP 302'],
  ])('is not taken where %s', async (_, answer, words) => {
    await expect(slack(found, answer).download()).rejects.toThrow(words);
  });

  it.each<[string, string, string]>([
    ['missing_scope', 'config', 'the app may not read files: it has not the scope files:read'],
    ['file_deleted', 'failed', 'the attached file is there no longer'],
    ['not_authed', 'unavailable', 'the attached file cannot be read'],
  ])('that Slack refuses with %s is %s', async (name, outcome, words) => {
    await expect(slack(refusal(name)).download()).rejects.toMatchObject({
      outcome,
      message: expect.stringContaining(words),
    });
  });
});
