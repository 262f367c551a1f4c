import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { OpsError } from '../../context/errors.ts';
import { formatSize } from '../../context/size.ts';
import type { Http } from '../../context/system.ts';
import { SlackCallError } from '../connection/call-error.ts';
import type { Call } from '../connection/client.ts';

/** Brings a file that is attached to a message into a folder, unless it is larger: its path there. */
export type Download = (id: string, largest: number, folder: string) => Promise<string>;

export interface DownloadParts {
  call: Call;
  http: Http;
  token: string;
  /** Where the Web API is: files may come from there too. */
  apiUrl: string;
}

interface Found {
  name?: string;
  size?: number;
  mimetype?: string;
  url_private_download?: string;
}

/** Milliseconds that a file may take. */
const patience = 120_000;
const slackHost = /^(?:[a-z0-9-]+\.)*(?:slack\.com|slack-gov\.com)$/;

/** With the bot's token, which goes to Slack's own hosts alone. */
export function createDownload({ call, http, token, apiUrl }: DownloadParts): Download {
  return async (id, largest, folder) => {
    const { name, size = 0, mimetype, url_private_download: address = '' } = await findFile(call, id);
    const shown = basename(name ?? id).replace(/\p{Cc}/gu, '') || id;
    if (size > largest) throw tooLarge(shown, largest);
    refuseHost(address, apiUrl, shown);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, shown);
    const headers = { authorization: `Bearer ${token}` };
    const options = { headers, timeout: patience, save: { path, largest } };
    const { status, headers: answer, isCut } = await http(address, options);
    if (isCut) throw tooLarge(shown, largest);
    // Whom Slack does not let read a file, it sends to its sign-in page.
    const isPage = answer.get('content-type')?.startsWith('text/html') === true && mimetype !== 'text/html';
    if (status === 200 && !isPage) return path;
    throw new OpsError(
      'unavailable',
      `Slack did not give ${shown}: ${isPage ? 'a page came instead' : `HTTP ${status}`}`,
      {
        hint: needsScope,
      },
    );
  };
}

const needsScope =
  'the app needs the scope files:read: add it at https://api.slack.com/apps under OAuth & Permissions, and install the app again';

async function findFile(call: Call, id: string): Promise<Found> {
  try {
    return ((await call('files.info', { file: id })).file ?? {}) as Found;
  } catch (error) {
    if (!(error instanceof SlackCallError)) throw error;
    if (error.refusal === 'missing_scope') {
      throw new OpsError('config', 'the app may not read files: it has not the scope files:read', { hint: needsScope });
    }
    if (error.refusal === 'file_not_found' || error.refusal === 'file_deleted') {
      throw new OpsError('failed', 'the attached file is there no longer', { hint: 'attach it again', cause: error });
    }
    throw new OpsError('unavailable', `the attached file cannot be read: ${error.message}`, { cause: error });
  }
}

function refuseHost(address: string, apiUrl: string, name: string): void {
  const url = URL.parse(address);
  if (url !== null && url.origin === URL.parse(apiUrl)?.origin) return;
  if (url?.protocol === 'https:' && slackHost.test(url.hostname)) return;
  throw new OpsError('failed', `${name} is not kept at Slack but at ${url?.host || 'an unknown place'}`, {
    hint: 'attach the file itself, not a link to it',
  });
}

function tooLarge(name: string, largest: number): OpsError {
  return new OpsError('usage', `${name} is too large: ${formatSize(largest)} is the most here`);
}
