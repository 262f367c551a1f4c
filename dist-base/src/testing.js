import { u as openSqliteJournal } from "../chunks/line.js";
import { C as SandboxError } from "../chunks/ready.js";
import { t as startSandbox } from "../chunks/server.js";
import { _ as messageWords } from "../chunks/answered.js";
import { t as messageText } from "../chunks/text.js";
const { fileURLToPath } = globalThis.process.getBuiltinModule("node:url");
const { mkdtemp, rm, stat } = globalThis.process.getBuiltinModule("node:fs/promises");
const { tmpdir } = globalThis.process.getBuiltinModule("node:os");
const { join, resolve } = globalThis.process.getBuiltinModule("node:path");
const { spawn } = globalThis.process.getBuiltinModule("node:child_process");
// src/testing/buttons.ts
/** The buttons of a message, in the order in which they stand. */
function buttonsOf(message, at, slack) {
	const { channel, person } = at;
	return (message.blocks ?? []).flatMap((block) => elementsOf(block).filter(({ type }) => type === "button").map((element) => {
		const actionId = String(element["action_id"]);
		const where = {
			channel,
			ts: message.ts,
			actionId,
			blockId: String(block["block_id"])
		};
		const { text } = element["text"] ?? {};
		return {
			text: String(text),
			actionId,
			press: (as = person) => slack.press({
				as,
				...where
			})
		};
	}));
}
const elementsOf = ({ type, elements, accessory }) => {
	if (type === "actions") return elements;
	return accessory === void 0 ? [] : [accessory];
};
// src/testing/names.ts
/** What a person reads of a message: who and where is mentioned stands there by name. */
function readText(message, { people, channels, bot }) {
	const named = [
		...people,
		...channels,
		{
			id: bot.userId,
			name: bot.name
		}
	];
	return messageText(message, (wanted) => named.find(({ id }) => id === wanted)?.name);
}
// src/testing/answer.ts
/** The end of a run's message says which run it is. */
const footer = /(?:^| · )run (\w+)$/;
const usage = 64;
/** What the app has said to everybody about a run, and to its sender. */
function messagesOf(run, { channel, ts }, slack) {
	return saidBy(slack, channel, ts).filter((message) => {
		if ((message.metadata?.["event_payload"])?.run === run.id) return true;
		if (message.ephemeralTo !== void 0) return footer.exec(messageText(message))?.[1] === run.id;
		return (message.files ?? []).some(({ name }) => String(name).includes(`-${run.id}.`));
	});
}
/** What a person alone was told of lines that are no runs. */
function refusalsTo(person, { channel, ts }, slack) {
	return saidBy(slack, channel, ts).filter((message) => message.ephemeralTo === person && !footer.test(messageText(message)));
}
const saidBy = (slack, channel, after) => slack.messages(channel).filter((message) => message.ts > after && message.user === slack.bot.userId);
function answerOf(said, run, messages, slack) {
	const { channel, ts, person } = said;
	const files = messages.flatMap((message) => (message.files ?? []).map(({ id }) => fileOf(slack, String(id))));
	const line = slack.messages(channel).find((message) => message.ts === ts);
	const [first] = messages;
	return {
		text: messages.map((message) => readText(message, slack)).join("\n"),
		words: files[0]?.text ?? (first === void 0 ? "" : wordsOf(first, run, slack)),
		exitCode: run?.exitCode ?? usage,
		messages,
		isEphemeral: first?.ephemeralTo !== void 0,
		files,
		reactions: (line?.reactions ?? []).map(({ name }) => name),
		buttons: messages.flatMap((message) => buttonsOf(message, {
			channel,
			person
		}, slack)),
		run,
		channel,
		ts
	};
}
/** A refusal is nothing but its words; above and below those of a run stands whose it is and how it ended. */
const wordsOf = (message, run, slack) => run === void 0 ? `${readText(message, slack)}\n` : messageWords(message.blocks ?? []);
function fileOf(slack, id) {
	const { name, title, content } = slack.file(id);
	return {
		name,
		title,
		content,
		text: content.toString("utf8")
	};
}
// src/testing/line.ts
/**
* A line on its way. It is typed when it is awaited, once; `as`, `in` and `inThread` give another line and leave this
* one as it is.
*/
var Line = class Line {
	[Symbol.toStringTag] = "Line";
	#words;
	#type;
	#answer;
	/** @internal */
	constructor(words, type) {
		this.#words = words;
		this.#type = type;
	}
	/** Who types it: a person's name or id. @default the first of the room's people */
	as(person) {
		return new Line({
			...this.#words,
			person
		}, this.#type);
	}
	/** Where: `#name` or an id, or `@name` for that person's direct messages with the app. @default the first channel */
	in(channel) {
		return new Line({
			...this.#words,
			channel
		}, this.#type);
	}
	/** In the thread under the message with this `ts`. */
	inThread(ts) {
		return new Line({
			...this.#words,
			thread: ts
		}, this.#type);
	}
	then(answered, failed) {
		this.#answer ??= this.#type(this.#words);
		return this.#answer.then(answered, failed);
	}
	catch(failed) {
		return this.then(null, failed);
	}
	finally(work) {
		return this.then().finally(work);
	}
};
// src/testing/listener.ts
/** Milliseconds: the listener gives lines that run nearly ten seconds. */
const patience = 12e3;
const running = /* @__PURE__ */ new Set();
/** The real listener, in a process of its own. */
function startListener({ program, cwd, address, journal, env }) {
	const child = spawn(process.execPath, [
		program,
		"listen",
		"--sandbox",
		address
	], {
		cwd,
		env: {
			...process.env,
			NO_COLOR: "1",
			...env,
			OPS_JOURNAL: journal
		},
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	let heard = "";
	const hear = (text) => {
		heard = (heard + text).slice(-8e3);
	};
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", hear);
	const ended = new Promise((resolve) => {
		const end = (how) => {
			running.delete(kill);
			resolve(how);
		};
		child.once("error", ({ message }) => end(`it could not be started: ${message}`));
		child.once("close", (code, signal) => end(signal === null ? `it left with code ${code}` : `${signal} ended it`));
	});
	const kill = () => void child.kill("SIGTERM");
	endWithThisProcess(kill);
	return {
		said: () => heard.trim(),
		ended,
		stop: async () => {
			child.kill("SIGTERM");
			const late = setTimeout(() => child.kill("SIGKILL"), patience);
			await ended;
			clearTimeout(late);
		}
	};
}
let isWatching = false;
/** A test that is cut short closes no room. */
function endWithThisProcess(kill) {
	running.add(kill);
	if (isWatching) return;
	isWatching = true;
	process.once("exit", () => {
		for (const end of running) end();
	});
}
// src/testing/wait.ts
const lookEvery = 10;
/** Milliseconds: a line that was taken in and is no run is told so at once, or is talk. */
const talkAfter = 3e3;
/** Resolves with the run that a line became, or with what its sender was told instead. */
async function taken(said, waiting) {
	const { slack, journal, told } = waiting;
	let acknowledged;
	return look(said, waiting, async () => {
		const run = (await journal.runs({ limit: 100 })).find(({ origin }) => origin.type === "room" && origin.message === said.ts);
		if (run !== void 0) return run;
		const refusal = refusalsTo(said.person, said, slack).find(({ ts }) => !told.has(ts));
		if (refusal !== void 0) {
			told.add(refusal.ts);
			return refusal;
		}
		if (slack.isDelivered(said.ts)) acknowledged ??= performance.now();
		if (acknowledged === void 0 || performance.now() - acknowledged < talkAfter) return void 0;
		throw noAnswer(said, "the listener took it for talk and gives no answer", waiting);
	});
}
/** Resolves with a run that has ended, once the room was told all of it. */
async function ended({ id }, said, waiting) {
	const { journal } = waiting;
	return look(said, waiting, async () => {
		return (await journal.facts({ kind: "answered" })).some(({ run }) => run === id) ? journal.run(id) : void 0;
	});
}
async function look(said, waiting, find) {
	const until = performance.now() + waiting.timeout;
	let end;
	waiting.listener.ended.then((how) => {
		end = how;
	});
	for (;;) {
		const found = await find();
		if (found !== void 0) return found;
		if (end !== void 0) throw noAnswer(said, `the listener has ended: ${end}`, waiting);
		if (performance.now() > until) throw noAnswer(said, `no end came within ${waiting.timeout} ms`, waiting);
		await new Promise((resolve) => setTimeout(resolve, lookEvery));
	}
}
/** Everything that helps to see why. */
function noAnswer({ text, channel, ts }, why, { slack, listener }) {
	const room = slack.messages(channel).filter((message) => message.ts >= ts).map((message) => `  ${readText(message, slack).replaceAll("\n", "\n  ")}`).join("\n");
	const heard = listener.said().replaceAll("\n", "\n  ") || "nothing";
	return new SandboxError("timeout", `${JSON.stringify(text)}: ${why}\nin the room:\n${room}\nthe listener says:\n  ${heard}`);
}
// src/testing/room.ts
const usualPeople = ["mary", "tom"];
const usualChannels = ["general", "ops"];
async function openRoom(options, program) {
	const { timeout = 3e4, people = usualPeople, channels = usualChannels, env = {} } = options;
	const cwd = await folderOf(options.project ?? ".");
	await using opening = new AsyncDisposableStack();
	const folder = await mkdtemp(join(tmpdir(), "ops-room-"));
	opening.defer(() => rm(folder, {
		recursive: true,
		force: true,
		maxRetries: 3
	}));
	const named = people.map((person) => typeof person === "string" ? { name: person } : person);
	const slack = await startSandbox({
		people: named,
		channels
	});
	opening.defer(() => slack.close());
	const path = resolve(options.journal ?? join(folder, "journal.db"));
	const journal = await openSqliteJournal(path);
	opening.defer(() => journal.close());
	const address = new URL(slack.apiUrl).origin;
	const listener = startListener({
		program,
		cwd,
		address,
		journal: path,
		env
	});
	opening.defer(() => listener.stop());
	await connected(slack, listener, timeout);
	return roomOn({
		slack,
		journal,
		listener,
		timeout,
		told: /* @__PURE__ */ new Set()
	}, opening.move());
}
/** A program that is started in a folder that is not there is said to be missing itself. */
async function folderOf(project) {
	const folder = resolve(project);
	if ((await stat(folder).catch(() => void 0))?.isDirectory()) return folder;
	throw new SandboxError("not_found", `there is no folder ${folder}: "project" of the room is ${JSON.stringify(project)}`);
}
async function connected(slack, listener, timeout) {
	const early = listener.ended.then((how) => {
		throw new SandboxError("closed", `the listener did not start: ${how}\n${listener.said()}`);
	});
	early.catch(() => {});
	await Promise.race([early, slack.waitFor(() => slack.connections() > 0 || void 0, timeout)]);
}
function roomOn(waiting, open) {
	const { slack, journal } = waiting;
	const [person = { name: "" }] = slack.people;
	const [channel = { id: "" }] = slack.channels;
	let turn = Promise.resolve();
	const type = async (words) => {
		if (open.disposed) throw new SandboxError("closed", `the room is closed: ${JSON.stringify(words.text)} cannot be said in it any more`);
		const taking = turn.then(async () => {
			const said = await post(words, slack);
			return {
				said,
				found: await taken(said, waiting)
			};
		});
		turn = taking.catch(() => {});
		const { said, found } = await taking;
		if (!isRun(found)) return answerOf(said, void 0, [found], slack);
		const run = await ended(found, said, waiting);
		return answerOf(said, run, messagesOf(run, said, slack), slack);
	};
	return {
		say: (text) => new Line({
			text,
			person: person.name,
			channel: channel.id
		}, type),
		journal,
		slack,
		close: () => open.disposeAsync(),
		[Symbol.asyncDispose]: () => open.disposeAsync()
	};
}
const isRun = (found) => "argv" in found;
async function post({ text, person, channel, thread }, slack) {
	if (thread !== void 0 && !slack.messages(channel).some(({ ts }) => ts === thread)) throw new SandboxError("not_found", `there is no message ${thread} in ${channel} to reply to`);
	const line = isAddressed(text, channel) ? text : `@${slack.bot.name} ${text}`;
	const posted = await slack.say({
		as: person,
		channel,
		text: line,
		...thread === void 0 ? {} : { thread }
	});
	const { id = person } = slack.people.find(({ name }) => name === person) ?? {};
	return {
		...posted,
		text: line,
		person: id
	};
}
/** A direct message is a line as it is; elsewhere `ops`, or a mention, begins one, which may stand in backticks. */
const isAddressed = (text, channel) => /^[\s`]*(?:ops(?:[\s`]|$)|@|<@)/i.test(text) || channel.startsWith("@");
// src/testing.ts
/**
* Opens a room to try lines in: a Slack on this machine and the real listener on your project, which runs them as it
* would for people. Works in any test runner.
*
* What the project's programs do, they really do: point them at something that may be changed. The runs are recorded in
* a journal of the room's own, so that your project's stays as it is. The room ends with its scope (`await using`) or
* with `close()`, and leaves nothing behind.
*
* Rejects with a `SandboxError` where the listener does not start, as without a configuration: its message holds what
* the listener said.
*
* @example
* import { sandbox } from 'chatops/testing';
*
* await using room = await sandbox({ project: '.' });
* const answer = await room.say('deploy uat').as('mary');
* assert.equal(answer.exitCode, 0);
* assert.match(answer.words, /is live in uat/);
*/
function sandbox(options = {}) {
	const isBuilt = !import.meta.url.endsWith(".ts");
	return openRoom(options, fileURLToPath(new URL(isBuilt ? "../bin/ops.js" : "../bin/ops.ts", import.meta.url)));
}
export { SandboxError, sandbox };
