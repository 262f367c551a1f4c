import { spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder, writeProgram } from '../../support/folder.ts';

const root = resolve(import.meta.dirname, '../../..');

/** Each file, and what it tries to import. */
const refused: readonly (readonly [string, ...string[]])[] = [
  ['commands/sample.ts', '../src/main.ts', '../src/context/errors.ts', '../bin/ops.ts', 'commander', 'execa', 'chalk'],
  ['commands/sample.ts', 'node:child_process', 'node:process', 'node:sqlite', 'node:http'],
  ['commands/sample/sample.ts', '../../src/command/define.ts', '../../src/services/git/git.ts'],
  [
    'src/main.ts',
    './slack/listener.ts',
    './sandbox/server.ts',
    './services/git/git.ts',
    './system/exec.ts',
    'commander',
  ],
  ['src/program.ts', './main.ts', './run/lifecycle.ts', './render/layout.ts', 'chalk'],
  ['src/index.ts', './main.ts', './run/lifecycle.ts', './system/exec.ts'],
  ['src/context/sample.ts', '../main.ts', '../command/define.ts', '../render/layout.ts', 'node:fs', 'valibot'],
  [
    'src/command/sample.ts',
    '../main.ts',
    '../program.ts',
    '../run/lifecycle.ts',
    '../render/layout.ts',
    'commander',
    'yaml',
  ],
  ['src/policy/sample.ts', '../main.ts', '../run/lifecycle.ts', '../journal/sqlite.ts', 'node:fs'],
  ['src/render/layout.ts', '../main.ts', '../run/lifecycle.ts', '../system/exec.ts', 'chalk', 'node:fs', 'node:tty'],
  ['src/journal/sample.ts', '../main.ts', '../command/define.ts', '../run/lifecycle.ts', 'node:sqlite'],
  ['src/services/sample/sample.ts', '../../main.ts', '../../system/exec.ts', '../../run/lifecycle.ts', 'execa'],
  ['src/services/sample/sample.ts', '../git/git.ts', '../client/onwards.ts', 'node:child_process', 'ldapts'],
  ['src/services/ldap/open.ts', '../git/git.ts', 'execa', '../../system/exec.ts', 'node:child_process'],
  ['src/system/sample.ts', '../main.ts', '../command/define.ts', '../run/lifecycle.ts', '../render/layout.ts'],
  ['src/system/sample.ts', 'execa', 'cosmiconfig', 'valibot', 'chalk', 'undici', '@slack/web-api'],
  ['src/system/config.ts', 'execa'],
  ['src/system/exec.ts', 'cosmiconfig'],
  ['src/host/sample.ts', '../slack/listener.ts', '../sandbox/server.ts', 'execa', 'node:child_process'],
  ['src/host/groups.ts', '../slack/listener.ts', '../slack/connection/client.ts', '../run/lifecycle.ts', 'ldapts'],
  [
    'src/run/sample.ts',
    '../main.ts',
    '../program.ts',
    '../slack/listener.ts',
    '../system/exec.ts',
    'execa',
    'node:sqlite',
  ],
  ['src/slack/sample.ts', '../index.ts', '../program.ts', '../sandbox/server.ts', '../system/exec.ts', 'ws', 'execa'],
  ['src/slack/command.ts', '../sandbox/server.ts', '../services/git/git.ts'],
  ['src/slack/words/sample.ts', '../ask/ask.ts', '../connection/client.ts', '../listener.ts', '@slack/web-api'],
  ['src/slack/connection/sample.ts', '../delivery/deliver.ts', '../listener.ts', '../../system/exec.ts', 'ws'],
  ['src/slack/delivery/sample.ts', '../answer/live.ts', '../ask/ask.ts', '../watch.ts', '@slack/web-api'],
  ['src/slack/ask/sample.ts', '../answer/answer.ts', '../delivery/deliver.ts', '../listener.ts'],
  ['src/slack/answer/sample.ts', '../mend/offer.ts', '../form/form.ts', '../say/speak.ts', '../listener.ts'],
  ['src/slack/code/sample.ts', '../answer/answer.ts', '../listener.ts', '../../system/exec.ts', '../../policy/code.ts'],
  ['src/run/code/sample.ts', '../../system/code-keys.ts', '../../slack/listener.ts', 'otpauth', 'uqr'],
  ['src/system/code-keys.ts', 'uqr', 'execa', '../render/qr.ts'],
  ['src/render/qr.ts', 'otpauth', 'chalk', '../system/code-keys.ts'],
  ['src/slack/form/sample.ts', '../answer/answer.ts', '../home/home.ts', '../listener.ts'],
  ['src/slack/home/sample.ts', '../answer/answer.ts', '../form/form.ts', '../listener.ts'],
  ['src/slack/mend/sample.ts', '../form/form.ts', '../say/speak.ts', '../listener.ts'],
  ['src/slack/say/sample.ts', '../ask/ask.ts', '../../index.ts', '../listener.ts'],
  ['src/slack/health/sample.ts', '@prometheus-io/client', '../../index.ts', '../../system/exec.ts', 'undici'],
  ['src/slack/doctor/command.ts', '../../system/exec.ts', '@prometheus-io/client', 'node:child_process'],
  ['src/system/proxy.ts', 'execa', '@slack/web-api'],
  ['src/charts/sample.ts', 'chart.js', '@napi-rs/canvas', '../render/layout.ts', '../main.ts', 'node:fs'],
  ['src/charts/draw.ts', '@napi-rs/canvas', 'chart.js/auto'],
  ['src/charts/canvas.ts', 'chart.js', 'node:fs'],
  ['src/ingress/sample.ts', '../slack/listener.ts', '../system/exec.ts', '@slack/web-api'],
  ['src/sandbox/sample.ts', '../index.ts', '../main.ts', '../context/errors.ts', '../slack/words.ts', 'ws'],
  ['src/sandbox/sandbox.ts', './api/faults.ts', './http/http.ts', './person/act.ts', './socket/frames.ts'],
  ['src/sandbox/text/sample.ts', '../state/model.ts', '../page/protocol.ts', '../sandbox.ts', 'emojibase-data/en'],
  [
    'src/sandbox/state/sample.ts',
    '../api/content.ts',
    '../person/press.ts',
    '../socket/delivery.ts',
    '../http/http.ts',
    '../page/protocol.ts',
    '../interactions.ts',
    '../server.ts',
    'image-size',
  ],
  ['src/sandbox/socket/sample.ts', '../api/body.ts', '../person/press.ts', '../http/http.ts', '../server.ts'],
  ['src/sandbox/api/sample.ts', '../../main.ts', '../../context/errors.ts', '../../index.ts', 'preact', 'ws'],
  [
    'src/sandbox/api/sample.ts',
    '../person/press.ts',
    '../socket/tickets.ts',
    '../http/http.ts',
    '../demo/demo.ts',
    '../page/protocol.ts',
    '../server.ts',
  ],
  ['src/sandbox/api/methods/sample.ts', '../../person/press.ts', '../../socket/socket.ts', '../../server.ts'],
  [
    'src/sandbox/person/sample.ts',
    '../socket/socket.ts',
    '../http/http.ts',
    '../demo/demo.ts',
    '../page/protocol.ts',
    '../server.ts',
  ],
  ['src/sandbox/http/sample.ts', '../demo/demo.ts', '../page/app.tsx', '../server.ts', '../../index.ts'],
  ['src/sandbox/http/page/sample.ts', '../../demo/demo.ts', '../../page/store.ts', '../../server.ts'],
  ['src/sandbox/demo/sample.ts', '../api/content.ts', '../http/http.ts', '../person/press.ts', '../../main.ts'],
  ['src/sandbox/page/sample.ts', '../../index.ts', '../server.ts', '../state/workspace.ts', 'ws', 'node:fs'],
  ['src/sandbox/page/shell/sample.ts', '../../http/http.ts', '../../person/press.ts', '../../state/views.ts'],
  ['src/sandbox/command.ts', '../main.ts', '../context/errors.ts', '../slack/listener.ts'],
  ['src/testing.ts', './main.ts', './slack/listener.ts', './journal/sqlite.ts', 'node:child_process', 'ws'],
  ['src/testing/sample.ts', '../main.ts', '../index.ts', '../system/exec.ts', '../run/runner.ts', 'node:sqlite', 'ws'],
  ['bin/ops.ts', 'commander', 'execa', 'node:child_process'],
];

const allowed: readonly (readonly [string, ...string[]])[] = [
  ['commands/sample.ts', '../src/index.ts', 'node:path', 'node:fs/promises'],
  ['commands/sample/sample.ts', '../../src/index.ts', './plan.ts'],
  [
    'src/main.ts',
    './program.ts',
    './command/define.ts',
    './context/errors.ts',
    './run/lifecycle.ts',
    './render/json.ts',
  ],
  ['src/program.ts', 'commander', './command/define.ts', './context/errors.ts'],
  ['src/command/sample.ts', './define.ts', '../context/errors.ts', 'node:fs/promises'],
  ['src/slack/code/sample.ts', './modal.ts', '../ask/ask.ts', '../words/code.ts', '../../run/question.ts'],
  ['src/run/code/sample.ts', './keys.ts', '../approval/digest.ts', '../question.ts', '../../policy/code.ts'],
  ['src/system/code-keys.ts', 'otpauth', './code-folder.ts', '../context/codes.ts'],
  ['src/render/qr.ts', 'uqr'],
  ['src/slack/words/sample.ts', './split.ts', '../../context/line.ts'],
  ['src/slack/connection/sample.ts', './link.ts', '@slack/socket-mode', '../../run/runner.ts'],
  ['src/slack/delivery/sample.ts', './lane.ts', '../connection/client.ts', '../../render/slack.ts'],
  ['src/slack/ask/sample.ts', '../connection/client.ts', '../words/address.ts'],
  ['src/slack/answer/sample.ts', '../ask/ask.ts', '../connection/client.ts', '../delivery/deliver.ts'],
  ['src/slack/mend/sample.ts', '../answer/recent.ts', '../words/words.ts'],
  ['src/slack/say/command.ts', '../../index.ts', '../connection/local.ts', '../answer/live.ts'],
  ['src/slack/health/metrics.ts', '@prometheus-io/client', '../connection/link.ts', './vitals.ts'],
  ['src/slack/doctor/command.ts', '../../index.ts', '../connection/local.ts', './finding.ts'],
  ['src/system/proxy.ts', 'undici', '../context/system.ts'],
  ['src/charts/draw.ts', 'chart.js', './canvas.ts', '../context/chart.ts'],
  ['src/charts/canvas.ts', '@napi-rs/canvas'],
  ['src/policy/sample.ts', '../context/errors.ts', '../command/define.ts'],
  ['src/render/terminal.ts', 'chalk', './layout.ts', '../context/blocks.ts', '../command/define.ts'],
  ['src/journal/sqlite.ts', 'node:sqlite', '../context/journal.ts'],
  ['src/services/sample/sample.ts', './parse.ts', '../../context/errors.ts', '../client/save-artifact.ts'],
  ['src/services/ldap/open.ts', 'ldapts', './directory.ts', '../../context/dn.ts', 'node:tls'],
  ['src/host/groups.ts', '../slack/connection/group.ts', '../services/ldap/open.ts', '../system/group-memory.ts'],
  ['src/system/exec.ts', 'execa', '../context/system.ts', 'node:child_process'],
  ['src/system/config.ts', 'cosmiconfig', '../context/config.ts'],
  ['src/system/config-schema.ts', 'valibot'],
  [
    'src/host/sample.ts',
    '../main.ts',
    '../system/exec.ts',
    '../run/lifecycle.ts',
    '../journal/sqlite.ts',
    '../charts/draw.ts',
  ],
  ['src/run/sample.ts', '../command/define.ts', '../context/errors.ts', '../policy/policy.ts', '../journal/journal.ts'],
  [
    'src/slack/sample.ts',
    '@slack/web-api',
    '../main.ts',
    '../run/runner.ts',
    '../render/slack.ts',
    '../journal/claim.ts',
  ],
  ['src/slack/command.ts', '../index.ts'],
  ['src/ingress/sample.ts', '../main.ts', '../run/runner.ts', '../command/define.ts'],
  ['src/sandbox/sample.ts', 'node:http', './state/model.ts'],
  ['src/sandbox/sandbox.ts', './faults.ts', './interactions.ts', './state/model.ts'],
  ['src/sandbox/server.ts', './api/api.ts', './http/http.ts', './person/act.ts', './socket/socket.ts'],
  ['src/sandbox/text/emoji.ts', './inline.ts', 'emojibase-data/en/shortcodes/iamcal.json'],
  ['src/sandbox/state/sample.ts', './model.ts', '../text/wire.ts', '../sandbox.ts', 'node:fs'],
  ['src/sandbox/state/image.ts', 'image-size'],
  ['src/sandbox/socket/sample.ts', '../state/delivery.ts', '../faults.ts', 'ws'],
  ['src/sandbox/api/sample.ts', './blocks/check.ts', '../state/model.ts', '../text/wire.ts', '../faults.ts'],
  ['src/sandbox/api/methods/sample.ts', './method.ts', '../args.ts', '../blocks/view.ts', '../../state/model.ts'],
  ['src/sandbox/person/sample.ts', '../api/content.ts', '../state/model.ts', '../text/wire.ts', '../interactions.ts'],
  ['src/sandbox/http/sample.ts', './page/server.ts', '../api/body.ts', '../person/press.ts', '../ready.ts', 'ws'],
  ['src/sandbox/http/page/sample.ts', '../same-origin.ts', '../../page/protocol.ts', '../../person/press.ts'],
  ['src/sandbox/command.ts', '../index.ts'],
  ['src/sandbox/demo/sample.ts', '../../index.ts', '../server.ts'],
  ['src/sandbox/page/sample.ts', 'preact', 'preact/hooks', '../state/model.ts'],
  ['src/sandbox/page/shell/sample.ts', '../store.ts', '../parts/menu.tsx', '../../state/model.ts'],
  ['bin/ops.ts', '../src/main.ts', 'node:module'],
  ['src/testing.ts', './testing/room.ts', './sandbox/server.ts', './context/journal.ts', 'node:url'],
  ['src/testing/sample.ts', './wait.ts', '../sandbox/server.ts', '../journal/sqlite.ts', 'node:child_process'],
];

/** The ways in which one file can take in another. */
const forms: Readonly<Record<string, (specifier: string) => string>> = {
  'a value': (specifier) => `import { value } from '${specifier}';`,
  'a type': (specifier) => `import type { Value } from '${specifier}';`,
  'what is exported again': (specifier) => `export { value } from '${specifier}';`,
  'a part, when it is needed,': (specifier) => `await import('${specifier}');`,
};

const pairs = (rows: typeof refused): [string, string][] =>
  rows.flatMap(([file, ...specifiers]) => specifiers.map((specifier): [string, string] => [file, specifier]));

/** Writes every import into a copy of the tree and gives back those that the linter refuses. */
function lint(form: (specifier: string) => string): Set<string> {
  const folder = temporaryFolder();
  const files = Map.groupBy(pairs([...refused, ...allowed]), ([file]) => file);
  for (const name of ['.biome.json', '.build']) cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const [file, imports] of files) {
    writeProgram(folder, file, imports.map(([, specifier]) => form(specifier)).join('\n'));
  }
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = [
    '--only=style/noRestrictedImports',
    '--max-diagnostics=none',
    '--reporter=json',
    '--vcs-enabled=false',
  ];
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', ...options], { cwd: folder, encoding: 'utf8' });
  const report: { diagnostics: Diagnostic[] } = JSON.parse(stdout);
  return new Set(report.diagnostics.map(({ location }) => String(files.get(location.path)?.[location.start.line - 1])));
}

interface Diagnostic {
  location: { path: string; start: { line: number } };
}

it.each(Object.keys(forms))('an import of %s is refused where it goes against the arrows, and only there', (form) => {
  const found = lint(forms[form] ?? expect.fail(form));
  expect([...found].sort()).toEqual(pairs(refused).map(String).sort());
});
