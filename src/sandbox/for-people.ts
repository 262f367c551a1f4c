import type { IncomingMessage, ServerResponse } from 'node:http';

/** What a person sees who follows a link into a system of the sandbox. */
export interface ForPeople {
  title: string;
  /** How it stands: `open, draft`. */
  state: string;
  words?: readonly string[];
}

/** Whether a browser asks, which has no token. */
export const isPerson = ({ method, headers }: IncomingMessage): boolean =>
  method === 'GET' && headers.authorization === undefined && /\btext\/html\b/.test(headers.accept ?? '');

export function showPeople(response: ServerResponse, system: string, found: ForPeople | undefined): void {
  const { title, state, words = [] } = found ?? { title: 'Nothing is here', state: 'not found' };
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  response.writeHead(found === undefined ? 404 : 200, headers).end(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; }
small { opacity: .75; font-size: 1em; }
</style>
<main>
<small>${escaped(system)} of the sandbox</small>
<h1>${escaped(title)}</h1>
<p><b>${escaped(state)}</b></p>
${words.map((one) => `<p>${escaped(one)}</p>\n`).join('')}<p><small>It is on this machine, and shows no more than this.</small></p>
</main>
</html>
`);
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? '');
