import { userInfo } from 'node:os';
import { describe, expect, it } from 'vitest';
import { builtInCommands } from '../../src/command/registry.ts';
import { stockForge } from '../../src/sandbox/github/stock.ts';
import { namedId } from '../../src/sandbox/state/ids.ts';
import { splitWords } from '../../src/slack/words/split.ts';
import { jenkinsConfig, openFarm } from '../support/farm.ts';
import { githubConfig, openForge } from '../support/github/open.ts';
import { jiraConfig, openSite } from '../support/jira/open.ts';
import { graphiteConfig, openGraphite } from '../support/metric-store.ts';
import { root, timeless, typeInShell } from '../support/ops.ts';
import { configuration, createProject, temporaryFolder } from '../support/project.ts';
import { hasPython, withoutPython } from '../support/python.ts';
import { openRoom, type Room, tokens, withSlack } from '../support/room.ts';
import { openTeamcityFarm, teamcityConfig } from '../support/teamcity/teamcity.ts';

const bash = `#!/usr/bin/env bash
# ---
# summary: Show what a script may print
# effect: read
# args:
#   who: { summary: Whom to greet, required: true }
# options:
#   loud: { summary: In capitals, type: boolean }
# examples:
#   - { line: ops colours Ana, says: words in colours }
#   - { line: ops colours Ana --loud, says: the same but louder }
# ---
printf 'Hello, \\033[1;32m%s\\033[0m <!channel> & <@U1> *not bold*\\n' "$1"
printf '\\033]8;;https://example.com/log\\033\\\\the log\\033]8;;\\033\\\\\\n'
printf 'progress 10%%\\rprogress 100%%\\n'
# Two pipes have no order between them: what was printed is waited for.
printed() { until grep -qs "$1" ".ops/output/$OPS_RUN/head"; do sleep 0.05; done; }
printed 100%; echo "loud: \${OPS_OPTION_LOUD:-no}" >&2; printed loud
printf '名前 👩‍👩‍👧 |\\n'
`;

const python = `#!/usr/bin/env python3
# ---
# summary: Count to a number and fail
# effect: read
# args:
#   upto: { summary: Where to stop, required: true }
# examples:
#   - { line: ops count 3, says: three lines and exit code 3 }
# ---
import os, sys
for number in range(int(sys.argv[1])):
    print("line", number + 1, "by", os.environ["OPS_COMMAND"])
sys.exit(int(sys.argv[1]))
`;

/** What must differ between two doors: whose run, which one, when, how long, in which folder. */
function alike(words: string, folder: string): string {
  return (
    timeless(words)
      .replaceAll(folder, 'FOLDER')
      // A room has the picture; a terminal says where it is.
      .replaceAll(/\(\S+\/(?=[^/\s]+\.png\))/g, '(')
      .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, 'TIME')
      .replaceAll(/\/p\d{16}\b/g, '/MESSAGE')
      .replaceAll(/\b(os: ?\S+:\d+|slack: ?\w+[:/]\w+)/g, 'ID')
      .replaceAll(/\b(\d+:)?[0-9a-f]{64}\b/g, 'HASH')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replaceAll(/"(sequence|count)": \d+/g, '"$1": SOME')
      .replaceAll(/\b\d+ (entries|rows)\b/g, 'SOME $1')
      .replaceAll(/(the chain ends at) \d+/g, '$1 SOME')
      .replaceAll(/^(Entries|Rows held against them) +\d+$/gm, '$1 SOME')
      .replaceAll(/^account +(?:host \S+, uid \d+|team_id \w+, user_id \w+)$/gm, 'ACCOUNT')
      .replaceAll(/\b(terminal|room)\b/g, 'DOOR')
      .replaceAll(/\b[0-9a-hjkmnp-tv-z]{8}\b/g, 'RUN')
      .replaceAll(/^.* ops listen +running .*\n/gm, '')
      .replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'ADDRESS')
      .replaceAll(/\b\d+(\.\d+)? (ms|s)\b/g, 'TIME')
      .replaceAll(/ +/g, ' ')
      .trim()
  );
}

const people = (words: string, ...names: string[]): string =>
  names.reduce((said, name) => said.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), 'PERSON'), words);

const typist = { name: 'mary', id: 'U0MARY' };

/** Whoever types in the room and in the terminal is Mary. */
function typists({ site }: Awaited<ReturnType<typeof openSite>>): string {
  const account = (name: string) => site.people.find((one) => one.name === name)?.id;
  const mary = `{ os: '${userInfo().username}', slack: ${namedId('T', 'sandbox')}/${typist.id}, jira: '${account('Mary Jones')}' }`;
  return `people:\n  mary: ${mary}\n  tom: { jira: '${account('Tom Brown')}' }\n`;
}

/** A terminal waits where a room is told later, in a message of its own. */
const waitsInTerminals = 'ops builds-watch shop';

/** A terminal keeps the pictures that it shows. */
const withPictures = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ ...env, TMPDIR: temporaryFolder() });

async function throughBothDoors(room: Room, terminal: ReturnType<typeof createProject>, line: string): Promise<number> {
  const [shell, answer] = await Promise.all([
    typeInShell(terminal.folder, splitWords(line).slice(1), withPictures(tokens(room.slack))),
    room.type(line),
  ]);
  const names = [userInfo().username, room.slack.people[0]?.name ?? ''];
  expect(people(alike(answer.words, room.project.folder), ...names), line).toBe(
    people(alike(shell.words, terminal.folder), ...names),
  );
  expect(answer.exitCode, line).toBe(shell.exitCode);
  return answer.exitCode;
}

const ofTickets = (name: string): boolean => name.startsWith('jira-');
const ofGraphs = (name: string): boolean => name.startsWith('graph');

/** All that the examples of these commands type in a room. */
async function exampleLines(isMeant: (name: string) => boolean): Promise<string[]> {
  const source = builtInCommands(root.pathname);
  const commands = await Promise.all((await source.names()).filter(isMeant).map((name) => source.load(name)));
  const inRooms = commands.filter(({ surfaces }) => surfaces === undefined || surfaces.includes('room'));
  return inRooms.flatMap(({ examples }) => examples.map(({ line }) => line));
}

describe('the same line in a shell and in a room', () => {
  it(`says the same words and ends with the same code: every example of every command${withoutPython}`, async () => {
    const [farm, other] = [await openFarm(), await openFarm()];
    // What it builds goes on until it is stopped.
    for (const { farm: jobs } of [farm, other]) for (const job of jobs.jobs.values()) delete job.script;
    const room = await openRoom(configuration + jenkinsConfig(farm));
    const terminal = createProject(withSlack(room.slack.apiUrl, configuration + jenkinsConfig(other)));
    for (const project of [room.project, terminal]) {
      project.write('scripts/colours', bash, 0o755);
      project.write('scripts/count', python, 0o755);
      project.git('tag', 'v1.1.0', 'v2');
    }
    const lines = await exampleLines((name) => !ofTickets(name) && !ofGraphs(name));
    expect(lines.length).toBeGreaterThan(15);
    expect(lines).toContain(waitsInTerminals);
    const alikeInBoth = lines.filter((line) => line !== waitsInTerminals);
    for (const line of ['ops colours Ana', 'ops colours Ana --loud', ...alikeInBoth]) {
      await throughBothDoors(room, terminal, line);
    }
    if (hasPython) expect(await throughBothDoors(room, terminal, 'ops count 3')).toBe(3);
  }, 300_000);

  it('says the same words of tickets: every example of their commands', async () => {
    const [jira, other] = [await openSite(), await openSite()];
    const config = (site: typeof jira): string => configuration + jiraConfig(site, 'projects: { PS: }') + typists(site);
    const room = await openRoom(config(jira), { people: [typist] });
    const terminal = createProject(withSlack(room.slack.apiUrl, config(other)));
    const lines = await exampleLines(ofTickets);
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(await throughBothDoors(room, terminal, line), line).toBe(0);
  });

  it('says the same words of graphs: every example of their commands', async () => {
    const config = configuration + graphiteConfig(await openGraphite());
    const room = await openRoom(config);
    const terminal = createProject(withSlack(room.slack.apiUrl, config));
    const lines = await exampleLines(ofGraphs);
    expect(lines.length).toBeGreaterThan(4);
    for (const line of lines) expect(await throughBothDoors(room, terminal, line), line).toBe(0);
  });

  it('says the same words where TeamCity builds', async () => {
    const [farm, other] = [await openTeamcityFarm(), await openTeamcityFarm()];
    for (const { farm: jobs } of [farm, other]) {
      const type = jobs.add('Web_Deploy', { project: 'Shop', name: 'Выкладка', parameters: [{ name: 'TARGET' }] });
      const ended = jobs.queue(type);
      ended.tests = [{ name: 'shop.Till', status: 'FAILURE', details: 'expected 1' }];
      ended.files = { 'out/приложение.apk': Buffer.from('apk') };
      jobs.finish(ended, 'FAILURE');
    }
    const room = await openRoom(configuration + teamcityConfig(farm));
    const terminal = createProject(withSlack(room.slack.apiUrl, configuration + teamcityConfig(other)));
    for (const line of [
      'ops builds --failed',
      'ops builds-log Web_Deploy --grep finished',
      "ops builds-tests 'Web_Deploy#101'",
      'ops artifacts Web_Deploy',
      "ops artifacts 'Web_Deploy#101'",
      'ops artifacts Web_Deploy --status failed --download',
      "ops builds-start 'Shop / Выкладка' TARGT=uat",
      "ops builds-start 'Shop / Выкладка' TARGET=uat",
      "ops builds-stop 'Web_Deploy#102'",
    ]) {
      await throughBothDoors(room, terminal, line);
    }
  });

  it('says the same words of pull requests', async () => {
    const github = await openForge();
    github.forge.repositories.clear();
    stockForge(github.forge);
    const config = configuration + githubConfig(github, ['acme/shop', 'acme/till', 'acme/gone']);
    const room = await openRoom(config);
    const terminal = createProject(withSlack(room.slack.apiUrl, config));
    for (const line of [
      'ops prs',
      'ops prs --repo shop --label bug --older-than 3d',
      'ops prs --author tom --limit 1',
      'ops prs --repo shpo',
      'ops prs --mine',
      'ops prs --label dependencies --json',
    ]) {
      await throughBothDoors(room, terminal, line);
    }
  });

  it('is refused in a room where the command is for a terminal', async () => {
    const room = await openRoom();
    for (const line of ['listen', 'sandbox']) {
      const { exitCode, words } = await room.type(line, { channel: `@${room.slack.people[0]?.name}` });
      expect({ exitCode, words: words.trimEnd() }).toEqual({
        exitCode: 64,
        words: `✗ ${line} is for a terminal\n  → ops help ${line}`,
      });
    }
  });
});
