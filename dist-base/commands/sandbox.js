import { _ as formatLine, b as defineCommand, d as splitWords } from "../chunks/line.js";
import { E as exitCodes, S as styled, T as OpsError, b as linked, g as fields, w as text$1 } from "../chunks/start.js";
import { t as messageText } from "../chunks/text.js";
import { S as nearest, t as describeSandbox, x as checkFields } from "../chunks/ready.js";
const { lstat, mkdir, mkdtemp, readFile, readdir, rm, writeFile } = globalThis.process.getBuiltinModule("node:fs/promises");
const { tmpdir } = globalThis.process.getBuiltinModule("node:os");
const { join, resolve } = globalThis.process.getBuiltinModule("node:path");
const { rmSync } = globalThis.process.getBuiltinModule("node:fs");
const { createServer } = globalThis.process.getBuiltinModule("node:http");
// src/sandbox/demo/leftover.ts
/** What the name of a demo's folder begins with. */
const demoPrefix = "ops-demo-";
const ownerFile = ".owner.json";
/** Says in a folder whose it is, so that it can be removed once that process is gone. */
const claimFolder = (folder, processes) => writeFile(join(folder, ownerFile), `${JSON.stringify(processes.identify())}\n`);
/** A process that is killed at once removes nothing: the next one does it. */
async function removeLeftovers(parent, processes) {
	const folders = (await readdir(parent).catch(() => [])).filter((name) => name.startsWith(demoPrefix)).map((name) => join(parent, name));
	const remove = async (folder) => {
		if (await isLeft(folder, processes)) await rm(folder, {
			recursive: true,
			force: true,
			maxRetries: 3
		});
	};
	await Promise.allSettled(folders.map(remove));
}
async function isLeft(folder, processes) {
	const found = await lstat(folder);
	if (!found.isDirectory() || found.uid !== process.getuid?.()) return false;
	return processes.alive(JSON.parse(await readFile(join(folder, ownerFile), "utf8"))) === false;
}
// src/sandbox/demo/programs.ts
/** Releases one commit of the shop to a folder that is served over HTTP. */
const deployProgram = `#!/usr/bin/env bash
# Unpacks one commit, fills in what it is, checks it, and switches the link that the site is served from.
set -euo pipefail
environment=$1 commit=$2
site=sites/$environment
release=$site/releases/$commit

# All of it takes a few milliseconds: each step waits a little, so that one can watch.
step() {
  sleep 0.5
  printf '\\033[1;34m==>\\033[0m \\033[1m%s\\033[0m\\n' "$1"
}
# Replaces the link itself: GNU and BSD say it in different words.
switch() { mv -fT "$1" "$2" 2> /dev/null || mv -fh "$1" "$2"; }

before=none
[ ! -L "$site/current" ] || before=$(cat "$site/current/VERSION")

step "Fetch $OPS_VERSION ($(git -C "$OPS_REPOSITORY" log -1 --format='%h, %s' "$commit"))"
rm -rf "$release.new"
mkdir -p "$release.new"
git -C "$OPS_REPOSITORY" archive "$commit" | tar -x -C "$release.new"

step 'Build'
echo "$OPS_VERSION" > "$release.new/VERSION"
fill="s/@VERSION@/$OPS_VERSION/g; s/@COMMIT@/$commit/g; s/@ENVIRONMENT@/$environment/g"
sed "$fill" "$release.new/index.html" > "$release.new/page"
mv "$release.new/page" "$release.new/index.html"
for file in "$release.new"/*; do
  printf '    %-12s %6d bytes\\n' "\${file##*/}" "$(wc -c < "$file")"
  sleep 0.1
done

step 'Check'
for wanted in "$OPS_VERSION" "$commit" "$environment"; do
  grep -q "$wanted" "$release.new/index.html" || { echo "the page does not say $wanted" >&2; exit 1; }
  printf '    \\033[32m✓\\033[0m the page says %s\\n' "\${wanted:0:10}"
  sleep 0.1
done

step "Release to $environment"
if [ -d "$release" ]; then rm -rf "$release.new"; else mv "$release.new" "$release"; fi
ln -sfn "releases/$commit" "$site/next"
switch "$site/next" "$site/current"
printf '    %s → %s\\n' "$before" "$OPS_VERSION"
sleep 0.3
`;
const greetProgram = `#!/usr/bin/env bash
# ---
# summary: Say hello
# effect: read
# args:
#   who: { summary: 'Whom to greet; nobody named is you' }
# options:
#   loud: { summary: In capitals, type: boolean }
# examples:
#   - { line: ops greet, says: a greeting to you }
#   - { line: ops greet Ana --loud, says: 'HELLO, ANA' }
# ---
words="Hello, \${OPS_ARG_WHO:-$OPS_ACTOR}"
[ -z "\${OPS_OPTION_LOUD:-}" ] || words=$(tr '[:lower:]' '[:upper:]' <<< "$words")
printf '\\033[1m%s\\033[0m\\n' "$words"
`;
const loadProgram = `#!/usr/bin/env bash
# ---
# summary: Show how busy this machine is
# effect: read
# options:
#   samples: { summary: How many times to look, type: integer, default: 5 }
# examples:
#   - { line: ops load, says: 'a table, line by line' }
# ---
set -euo pipefail
cores=$(getconf _NPROCESSORS_ONLN)
loads() {
  if [ -r /proc/loadavg ]; then cat /proc/loadavg; else sysctl -n vm.loadavg | tr -d '{}'; fi
}
printf '\\033[2m%-8s %6s %6s %6s  %s\\033[0m\\n' Time '1 min' '5 min' '15 min' "Of $cores cores"
for ((sample = 0; sample < OPS_OPTION_SAMPLES; sample++)); do
  ((sample == 0)) || sleep 0.4
  read -r one five fifteen _ <<< "$(loads)"
  hundredths=$((10#\${one/[.,]/}))
  width=$((hundredths * 20 / (cores * 100)))
  printf -v full '%*s' "$((width > 20 ? 20 : width))" ''
  printf -v empty '%*s' "$((width > 20 ? 0 : 20 - width))" ''
  printf '%s %6s %6s %6s  %s\\033[2m%s\\033[0m\\n' "$(date +%T)" "$one" "$five" "$fifteen" "\${full// /█}" "\${empty// /░}"
done
`;
// src/sandbox/demo/shop.ts
const mug = {
	picture: "☕",
	name: "Mug",
	price: "€ 9.50"
};
const lamp = {
	picture: "💡",
	name: "Desk lamp",
	price: "€ 39.00"
};
const plant = {
	picture: "🪴",
	name: "Plant",
	price: "€ 14.90"
};
const chair = {
	picture: "🪑",
	name: "Chair",
	price: "€ 120.00"
};
/** A web shop in three versions, each of which can be told from the others at a glance. */
const shopVersions = [
	{
		tag: "v1.0.0",
		change: "Open the shop",
		files: filesOf("#57606a", [mug, lamp])
	},
	{
		tag: "v1.1.0",
		change: "Sell plants and chairs",
		files: filesOf("#0969da", [
			mug,
			lamp,
			plant,
			chair
		])
	},
	{
		tag: "v1.2.0",
		change: "Say that everything is shipped for free",
		files: filesOf("#1a7f37", [
			mug,
			lamp,
			plant,
			chair
		], "Free shipping")
	}
];
function filesOf(color, products, banner = "") {
	return {
		"index.html": page(products, banner),
		"style.css": style(color)
	};
}
/** `@VERSION@`, `@COMMIT@` and `@ENVIRONMENT@` are filled in by the deploy. */
function page(products, banner) {
	return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Web shop @VERSION@ in @ENVIRONMENT@</title>
<link rel="stylesheet" href="style.css">
<header><b>Web shop</b> <span>@ENVIRONMENT@</span></header>
<main>
${banner === "" ? "" : `  <p class="banner">${banner}</p>\n`}  <ul>
${products.map(({ picture, name, price }) => `    <li><i>${picture}</i>${name}<small>${price}</small></li>`).join("\n")}
  </ul>
</main>
<footer>Version <b>@VERSION@</b>, commit <code>@COMMIT@</code></footer>
</html>
`;
}
function style(color) {
	return `:root { color-scheme: light dark; --color: ${color}; }
* { box-sizing: border-box; margin: 0; }
body, html { min-height: 100%; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fff, #16181d); }
html { display: grid; grid-template-rows: 1fr; }
body { display: grid; grid-template-rows: auto 1fr auto; color: light-dark(#1f2328, #e6e8eb); }
header { padding: 1rem 1.5rem; color: #fff; background: var(--color); }
header span { float: right; padding: 0 .75em; border-radius: 1em; background: #fff3; }
main { width: 100%; max-width: 44rem; margin: 0 auto; padding: 2rem 1.5rem; }
.banner { padding: .5rem 1rem; margin-bottom: 1.5rem; border-radius: .5rem; color: #fff; background: var(--color); }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(9rem, 1fr)); gap: 1rem; padding: 0; list-style: none; }
li { padding: 1rem; border: 1px solid light-dark(#d1d9e0, #3d444d); border-radius: .75rem; }
i { display: block; font-size: 2.5rem; font-style: normal; }
small { float: right; opacity: .7; font-size: 1em; }
footer { padding: 1rem 1.5rem; border-top: 1px solid light-dark(#d1d9e0, #3d444d); opacity: .8; }
`;
}
// src/sandbox/demo/site.ts
const types = {
	html: "text/html",
	css: "text/css"
};
/** One folder deep, and no name that begins with a dot. */
const address = /^\/([a-z]+)\/(\w[\w.-]*)?$/;
/** Serves `<folder>/<environment>/current`, the link that a deploy switches, as `/<environment>/`. */
async function startSite(folder, environments) {
	const server = createServer((request, response) => {
		serve(folder, environments, request.url ?? "/").then(({ status, type, body }) => {
			response.writeHead(status, {
				"content-type": `${type}; charset=utf-8`,
				"cache-control": "no-store"
			});
			response.end(body);
		});
	});
	const { promise: listening, resolve, reject } = Promise.withResolvers();
	server.once("error", reject);
	server.listen(0, "127.0.0.1", resolve);
	await listening;
	const { port } = server.address();
	return {
		url: (environment) => `http://127.0.0.1:${port}/${environment}/`,
		close: () => {
			const { promise, resolve: closed } = Promise.withResolvers();
			server.close(() => closed());
			server.closeAllConnections();
			return promise;
		}
	};
}
async function serve(folder, environments, url) {
	const [path = ""] = url.split("?");
	const [, environment = "", name = "index.html"] = address.exec(path) ?? [];
	if (!environments.includes(environment)) return text(404, `There are ${environments.map((one) => `/${one}/`).join(" ")}`);
	try {
		const body = await readFile(join(folder, environment, "current", name));
		return {
			status: 200,
			type: types[name.split(".").at(-1) ?? ""] ?? "text/plain",
			body
		};
	} catch {
		return text(404, `Nothing is here. In a room of the sandbox, type: ops deploy ${environment}${environment === "prod" ? " --yes" : ""}`);
	}
}
const text = (status, words) => ({
	status,
	type: "text/plain",
	body: `${words}\n`
});
// src/sandbox/demo/demo.ts
const environments = [
	"dev",
	"uat",
	"prod"
];
/** A project to try things in: a git repository with three versions, and a program that really releases them. */
async function createDemo(exec) {
	const folder = await mkdtemp(join(tmpdir(), demoPrefix));
	const removeAtOnce = () => rmSync(folder, {
		recursive: true,
		force: true
	});
	process.once("exit", removeAtOnce);
	const site = await startSite(join(folder, "sites"), environments);
	const configuration = join(folder, ".chatopsrc");
	await mkdir(join(folder, "scripts"));
	await Promise.all([
		writeFile(configuration, configurationOf(site)),
		writeFile(join(folder, "deploy"), deployProgram, { mode: 493 }),
		writeFile(join(folder, "scripts", "greet"), greetProgram, { mode: 493 }),
		writeFile(join(folder, "scripts", "load"), loadProgram, { mode: 493 })
	]);
	const complete = createRepository(join(folder, "web"), exec);
	complete.catch(() => {});
	return {
		folder,
		configuration,
		site,
		complete,
		remove: async () => {
			await Promise.allSettled([complete, site.close()]);
			await rm(folder, {
				recursive: true,
				force: true,
				maxRetries: 3
			});
			process.off("exit", removeAtOnce);
		}
	};
}
async function createRepository(folder, exec) {
	const git = async (date, ...args) => {
		const { exitCode, stderr } = await exec("git", [
			"-C",
			folder,
			...args
		], { env: gitEnvironment(date) });
		if (exitCode !== 0) throw new OpsError("failed", `git ${args[0]} failed in the demo project: ${stderr}`);
	};
	await mkdir(folder);
	await git("", "init", "--quiet", "--initial-branch=main");
	for (const [at, { tag, change, files }] of shopVersions.entries()) {
		const date = `2026-0${at + 1}-12T09:30:00Z`;
		for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
		await git(date, "add", ".");
		await git(date, "commit", "--quiet", "--message", change);
		await git(date, "tag", tag);
	}
}
/** The same commits every time, whatever the person's own settings are. */
const gitEnvironment = (date) => ({
	GIT_CONFIG_GLOBAL: "/dev/null",
	GIT_CONFIG_NOSYSTEM: "1",
	...Object.fromEntries(["AUTHOR", "COMMITTER"].flatMap((who) => [
		[`GIT_${who}_NAME`, "Mary Jones"],
		[`GIT_${who}_EMAIL`, "mary@sandbox.example"],
		[`GIT_${who}_DATE`, date]
	]))
});
const configurationOf = (site) => `environments:
  dev:
  uat:
  prod:
    confirm: true

apps:
  web:
    repository: ./web
    ref: main
    deploy: [./deploy, '{environment}', '{commit}']
    environments:
${environments.map((name) => `      ${name}: { url: '${site.url(name)}', health: { url: '${site.url(name)}' } }`).join("\n")}

scripts: [./scripts]
`;
// src/sandbox/demo/listener.ts
/** Milliseconds that the listener has to end the lines that run: less than a stopped command has itself. */
const grace = 8e3;
const patience$1 = 3e4;
/** Starts the real listener on the demo project, in a process of its own, and waits until it is connected. */
async function startListener(slack, demo, context) {
	const [program, ...args] = context.project.program;
	const { origin } = new URL(slack.apiUrl);
	const stopping = new AbortController();
	const signal = AbortSignal.any([context.signal, stopping.signal]);
	let heard = "";
	let isReady = false;
	const speaking = Promise.withResolvers();
	const onLines = (_stream, text) => {
		heard = `${heard}${text}\n`.slice(-4e3);
		speaking.resolve();
		return isReady && !signal.aborted ? context.output.lines("stderr", text) : void 0;
	};
	const words = [
		...args,
		"listen",
		"--sandbox",
		origin,
		"--config",
		demo.configuration
	];
	const ended = context.exec(program, words, {
		cwd: demo.folder,
		signal,
		grace,
		onLines
	}).then(({ exitCode }) => {
		if (!signal.aborted) throw new OpsError("failed", `the listener ended with ${exitCode}: ${heard.trim()}`);
	}, (error) => {
		if (!signal.aborted) throw error;
	});
	const stop = async () => {
		stopping.abort(new OpsError("cancelled", "the sandbox ends"));
		await ended.catch(() => {});
	};
	try {
		const connected = slack.waitFor(() => slack.connections() > 0 || void 0, patience$1);
		await Promise.race([ended, connected.then(() => speaking.promise)]);
		signal.throwIfAborted();
	} catch (error) {
		await stop();
		throw error;
	}
	isReady = true;
	return {
		ended,
		stop
	};
}
// src/sandbox/demo/people.ts
/** Whom one can be in the sandbox, and where. */
const people = [
	{
		name: "mary",
		realName: "Mary Jones"
	},
	{
		name: "tom",
		realName: "Tom Brown"
	},
	{
		name: "ana",
		realName: "Ana Silva"
	},
	{
		name: "raj",
		realName: "Raj Patel"
	}
];
const channels = [
	"general",
	"ops",
	"releases"
];
// src/sandbox/demo/start.ts
/** Where it is looked for first, so that its address stays the same from day to day. */
const usualPort = 8400;
const mostTried = 100;
const highest = 65535;
/** Starts the Slack at the port, or at the next one that it can have; `tell` is told why that one was not it. */
async function startAt(asked, options, tell) {
	const { startSandbox, SandboxError } = await import("../chunks/server2.js");
	const first = asked ?? 8400;
	if (first < 0 || first > highest) throw new OpsError("usage", `--port is a number from 0 to ${highest}, and ${first} is not`);
	let reason;
	for (let port = first;; port++) try {
		const slack = await startSandbox({
			...options,
			port
		});
		if (reason !== void 0) tell(`${reason}: it is ${slack.port} instead`);
		return slack;
	} catch (error) {
		if (error.code === "EACCES") throw new OpsError("failed", `you may not listen at port ${port}`, {
			hint: "one above 1023",
			cause: error
		});
		if (!(error instanceof SandboxError)) throw error;
		if (!(error.code === "port_in_use" || error.code === "port_blocked") || port === highest || port - first === mostTried) throw new OpsError(error.code === "invalid" ? "usage" : "failed", error.message, { cause: error });
		reason ??= error.message;
	}
}
// src/sandbox/demo/try.ts
/** The line in the shell, then in the room, each with its output. Throws with the line's exit code where it is not 0. */
async function tryLine(line, slack, demo, context) {
	const { output } = context;
	const words = wordsIn(line);
	const typed = formatLine(words);
	await output.lines("stdout", heading(`In the shell: ${typed}`));
	const shell = await inShell(words, demo, context);
	const [person] = slack.people;
	const [room] = slack.channels;
	if (person === void 0 || room === void 0) throw new OpsError("bug", "the sandbox has no people or no rooms");
	await output.lines("stdout", heading(`In the room #${room.name}, typed by ${person.name}: ${typed}`));
	const answer = await inRoom(typed, slack, person.name, room.id, shell.exitCode === exitCodes.usage);
	await output.lines("stdout", answer.words);
	if (shell.exitCode === 0 && answer.exitCode === 0) return {
		line,
		shell,
		room: answer
	};
	throw new OpsError("failed", `the line ended with ${shell.exitCode} in the shell and ${answer.exitCode} in the room`, { exitCode: shell.exitCode === 0 ? answer.exitCode : shell.exitCode });
}
function wordsIn(line) {
	const words = splitWords(line);
	return words[0] === "ops" ? words.slice(1) : words;
}
/** Commands that go on until they are stopped: a line of theirs would never come back. */
const waysIn = ["listen", "sandbox"];
async function refuseWaysIn(line, { project }) {
	const words = wordsIn(line);
	const first = words.findIndex((word) => !word.startsWith("-"));
	if (first < 0 || words.some((word) => word === "--help" || word === "-h")) return;
	const name = await project.resolve(words.slice(first)) ?? (first > 0 ? await project.resolve(words.slice(first + 1)) : void 0);
	if (!waysIn.includes(name)) return;
	throw new OpsError("usage", `--try runs a line that ends, and ${name} goes on until it is stopped`, { hint: `in a terminal of its own: ${formatLine(["ops", ...words])}` });
}
const heading = (words) => `\n\u001b[1m${words}\u001b[0m`;
async function inShell(words, demo, { exec, project, output }) {
	const [program, ...args] = project.program;
	const said = [];
	const { exitCode } = await exec(program, [...args, ...words], {
		cwd: demo.folder,
		onLines: (_stream, text) => {
			said.push(text);
			return output.lines("stdout", text);
		}
	});
	return {
		exitCode,
		words: said.join("\n")
	};
}
/** The last line of a finished run's message. */
const footer = / · exit (\d+) · .*run \w+$/;
const patience = {
	line: 6e5,
	talk: 3e3
};
/** Words that are no line may be talk, to which a room gives no answer. */
async function inRoom(typed, slack, as, channel, mayBeTalk) {
	const { ts } = await slack.say({
		as,
		channel,
		text: typed
	});
	const look = () => {
		const answer = slack.messages(channel).find((message) => message.ts > ts && message.user === slack.bot.userId);
		if (answer === void 0) return void 0;
		const words = readText(answer);
		if (answer.ephemeralTo !== void 0) return {
			exitCode: exitCodes.usage,
			words
		};
		const exit = footer.exec(words)?.[1];
		return exit === void 0 ? void 0 : {
			exitCode: Number(exit),
			words
		};
	};
	const answer = slack.waitFor(look, mayBeTalk ? patience.talk : patience.line);
	if (!mayBeTalk) return answer;
	return answer.catch(() => ({
		exitCode: exitCodes.usage,
		words: "no answer: it reads like talk"
	}));
}
const emptyLine = "​";
/** What a person reads of it, with the empty lines at the end of each part, which a page shows as space. */
function readText(message) {
	const blocks = (message.blocks ?? []).map((block) => {
		const { type, elements } = block;
		if (type !== "rich_text" || elements === void 0) return block;
		const ended = elements.map((part) => ({
			...part,
			elements: [...part.elements, {
				type: "text",
				text: "\n"
			}]
		}));
		return {
			...block,
			elements: ended
		};
	});
	return messageText({
		...message,
		blocks
	}).replaceAll(emptyLine, "");
}
// src/sandbox/demo/welcome.ts
const eventType = "sandbox_welcome";
/** The app says in its first room what to type, unless it stands there already. */
async function welcome(slack, demo) {
	const [room] = slack.channels;
	if (room === void 0) return;
	if (slack.messages(room.id).some(({ metadata }) => metadata?.["event_type"] === eventType)) return;
	const headers = {
		authorization: `Bearer ${slack.botToken}`,
		"content-type": "application/json; charset=utf-8"
	};
	const text = words(slack, demo);
	const body = JSON.stringify({
		channel: room.id,
		text,
		blocks: [{
			type: "section",
			text: {
				type: "mrkdwn",
				text
			}
		}],
		metadata: {
			event_type: eventType,
			event_payload: {}
		}
	});
	await (await fetch(`${slack.apiUrl}chat.postMessage`, {
		method: "POST",
		headers,
		body
	})).body?.cancel();
}
const words = ({ bot }, { site }) => `*Welcome.* This Slack is on your machine alone, and nothing leaves it. <@${bot.userId}> is connected to a demo project: a web shop in three versions. Type a line, here or in a direct message to <@${bot.userId}>:

• \`ops deploy uat\` releases it for real: <${site.url("uat")}|uat> shows what is there
• \`ops deploy uat --ref v1.1.0\` and \`ops rollback uat\` choose the version
• \`ops deployed\` and \`ops history\` tell what is where, since when, by whom
• \`ops deploy prod --yes\`: prod asks first
• \`ops greet\` and \`ops load\` are scripts in bash
• \`ops help\` lists the rest`;
// src/sandbox/demo/workspace-file.ts
/** What each item of a list is. */
const lists = {
	people: {
		name: "text",
		id: "text?",
		realName: "text?",
		email: "text?",
		title: "text?"
	},
	channels: {
		name: "text",
		id: "text?",
		private: "flag?",
		bot: "flag?"
	},
	usergroups: {
		handle: "text",
		name: "text?",
		users: "texts"
	},
	commands: {
		command: "text",
		description: "string?",
		usageHint: "string?",
		shouldEscape: "flag?"
	},
	shortcuts: {
		callbackId: "text",
		name: "text?",
		type: ["global", "message"]
	}
};
/** Of these one needs no more than the name, and at least one is there. */
const named = ["people", "channels"];
const single = {
	scopes: "texts?",
	ackTimeout: "positive?",
	pingInterval: "count?",
	warningPeriod: "count?",
	connectionLifetime: "count?",
	leaveTcpOpen: "flag?",
	smartPunctuation: "flag?",
	time: "count?"
};
/** The workspace that a file describes: the options of a sandbox that are data. */
async function readWorkspaceFile(path) {
	const text = await readFile(path, "utf8").catch((error) => {
		const why = error.code === "ENOENT" ? "there is no such file" : error.message;
		throw new OpsError("config", `--workspace ${path} cannot be read: ${why}`, { cause: error });
	});
	try {
		return workspaceOf(parsed(text, path), path);
	} catch (error) {
		throw error instanceof OpsError ? error : new OpsError("config", error.message, { cause: error });
	}
}
function parsed(text, path) {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new OpsError("config", `${path} is not JSON: ${error.message}`, { cause: error });
	}
}
function workspaceOf(value, path) {
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw new OpsError("config", `${path} holds an object, not ${JSON.stringify(value)}`);
	const known = [
		...Object.keys(lists),
		"limits",
		...Object.keys(single)
	];
	const unknown = Object.keys(value).find((name) => !known.includes(name));
	if (unknown !== void 0) throw new OpsError("config", `${path}: there is no ${unknown} (known: ${known.join(", ")})`, { hint: `did you mean ${nearest(unknown, known)}?` });
	const { limits, ...given } = value;
	const [listed, rest] = [true, false].map((wanted) => Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(lists, name) === wanted)));
	checkFields(path, rest, single);
	checkLimits(limits, path);
	const read = Object.entries(listed ?? {}).map(([name, list]) => [name, listOf(list, name, path)]);
	return {
		...limits === void 0 ? {} : { limits },
		...rest,
		...Object.fromEntries(read)
	};
}
function listOf(value, name, path) {
	const isNamed = named.includes(name);
	if (!Array.isArray(value) || isNamed && value.length === 0) throw new OpsError("config", `${path}: ${name} is ${isNamed ? "a list with at least one in it" : "a list"}, not ${JSON.stringify(value)}`);
	return value.map((item, at) => {
		const options = isNamed && typeof item === "string" ? { name: item } : item;
		checkFields(`${path}: ${name}[${at}]`, options, lists[name] ?? {});
		return options;
	});
}
function checkLimits(limits, path) {
	if (limits === void 0 || typeof limits === "boolean") return;
	const methods = Object.fromEntries(Object.keys(Object(limits)).map((method) => [method, "count"]));
	checkFields(`${path}: limits, where it is not true or false,`, limits, methods);
}
// src/sandbox/command.ts
var command_default = defineCommand({
	name: "sandbox",
	summary: "Start a Slack on this machine with a demo project",
	description: "Starts a local Slack with a page to use it on, a demo project (a git repository with three versions, a deploy program, the site that it releases to) and the listener, and prints the address. With --try it runs one line in the shell and in the room, prints both, and leaves with the exit code of the line. With --json one line on stdout, as soon as all is ready, holds what a Slack client needs. Ctrl-C ends all of it and leaves nothing.",
	options: {
		try: {
			summary: "Run this line through both doors and leave",
			value: "line"
		},
		port: {
			summary: `Where it listens, or at the next free one; ${usualPort} when not given`,
			type: "integer"
		},
		"no-demo": {
			summary: "Only the Slack, for a client of your own",
			type: "boolean"
		},
		workspace: {
			summary: "People, channels, slash commands, scopes, limits …, from this JSON file",
			value: "file"
		},
		record: {
			summary: "Write the app's requests, their answers and the frames to this file",
			value: "file"
		},
		state: {
			summary: "Keep the workspace in this file",
			value: "file"
		},
		seed: {
			summary: "Makes faults and ids repeat",
			value: "words"
		},
		"smart-punctuation": {
			summary: "Curly quotes and dashes, as Macs and phones type them",
			type: "boolean"
		}
	},
	examples: [
		{
			line: "ops sandbox",
			says: "a Slack in your browser, and a project to deploy from it"
		},
		{
			line: "ops sandbox --try \"deploy uat\"",
			says: "a real deploy, from the shell and from a room"
		},
		{
			line: "ops sandbox --no-demo --json",
			says: "a Slack for a program: addresses and tokens on one line"
		}
	],
	effect: "read",
	surfaces: ["terminal"],
	timeout: 0,
	run: async ({ try: line, ...input }, context) => {
		if (input["no-demo"] && line !== void 0) throw new OpsError("usage", "--try runs its line in the demo project, and --no-demo leaves that out");
		if (line !== void 0) await refuseWaysIn(line, context);
		await using started = new AsyncDisposableStack();
		const slack = await startSlack(line === void 0 ? input : {
			...input,
			port: input.port ?? 0
		}, context);
		started.defer(() => slack.close());
		if (input["no-demo"]) {
			await tellReady(slack, void 0, context);
			await aborted(context.signal);
			return { line };
		}
		const demo = await context.output.step("Make a demo project", () => ownDemo(context));
		started.defer(() => demo.remove());
		const listening = await context.output.step("Connect the listener", () => startListener(slack, demo, context));
		started.defer(() => listening.stop());
		await demo.complete;
		if (line !== void 0) return await tryLine(line, slack, demo, context);
		await welcome(slack, demo);
		await tellReady(slack, demo, context);
		await listening.ended;
		return { line };
	},
	show: ({ line }) => line === void 0 ? [text$1("The sandbox has ended")] : []
});
async function startSlack(input, { output, cwd }) {
	const { workspace, record, state, seed, port } = input;
	const described = workspace === void 0 ? {} : await readWorkspaceFile(resolve(cwd, workspace));
	const options = {
		people,
		channels,
		limits: true,
		warn: output.warn,
		...input["no-demo"] ? {} : { commands: [] },
		...described,
		...input["smart-punctuation"] ? { smartPunctuation: true } : {},
		...record === void 0 ? {} : { record: resolve(cwd, record) },
		...state === void 0 ? {} : { state: resolve(cwd, state) },
		...seed === void 0 ? {} : { seed }
	};
	return output.step("Start a Slack on this machine", () => startAt(port, options, output.warn));
}
/** A demo that another sandbox removes, should this process be killed. */
async function ownDemo({ exec, project: { processes } }) {
	await removeLeftovers(tmpdir(), processes);
	const demo = await createDemo(exec);
	await claimFolder(demo.folder, processes);
	return demo;
}
function tellReady(slack, demo, { output }) {
	const project = demo && {
		folder: demo.folder,
		sites: Object.fromEntries(environments.map((name) => [name, demo.site.url(name)]))
	};
	const ready = describeSandbox(slack);
	return output.ready({
		...ready,
		...project && { project }
	}, readyBlocks(ready, demo));
}
function readyBlocks(ready, demo) {
	const { page, api, appToken, botToken } = ready;
	const rooms = ready.channels.map(({ name }) => `#${name}`).join(" ");
	const names = ready.people.map(({ name }) => name).join(", ");
	if (demo === void 0) {
		const tokens = {
			"Web API": api,
			"app token": appToken,
			"bot token": botToken
		};
		return [
			text$1("Your Slack: ", linked(page, page)),
			fields({
				people: names,
				rooms,
				...tokens
			}),
			text$1("Ctrl-C ends it.")
		];
	}
	const type = styled("ops deploy uat", { code: true });
	return [
		text$1("Your Slack: ", linked(page, page)),
		fields({
			people: names,
			rooms,
			type,
			project: demo.folder
		}),
		text$1("Ctrl-C ends it.")
	];
}
/** Resolves when it is stopped. */
async function aborted(signal) {
	const { promise, resolve: proceed } = Promise.withResolvers();
	if (signal.aborted) proceed();
	else signal.addEventListener("abort", () => proceed(), { once: true });
	await promise;
}
export { command_default as default };
