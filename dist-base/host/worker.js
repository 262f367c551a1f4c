import { E as exitCodes, T as OpsError, c as failureOf, i as main, n as createSystem, u as wordsOf } from "../chunks/start.js";
import { t as createSpool } from "../chunks/spool.js";
const { pathToFileURL } = globalThis.process.getBuiltinModule("node:url");
const { dirname, join, resolve } = globalThis.process.getBuiltinModule("node:path");
const { statSync } = globalThis.process.getBuiltinModule("node:fs");
function sizeOf(event) {
	return event.type === "line" ? event.text.length : 256;
}
// src/run/channel.ts
/** Sends events in batches, and lets the run wait while the other side is behind. */
function createEventChannel(send) {
	let batch = [];
	let size = 0;
	let pending = 0;
	let scheduled;
	let waiting = [];
	const flush = async () => {
		scheduled = void 0;
		if (batch.length === 0) return;
		const message = {
			type: "events",
			events: batch,
			size
		};
		batch = [];
		size = 0;
		await send(message);
	};
	const schedule = () => {
		scheduled ??= new Promise((resolve) => setImmediate(resolve)).then(flush);
		return scheduled;
	};
	return {
		sink: (whole) => {
			const event = lean(whole);
			batch = joined(batch, event);
			size += sizeOf(event);
			pending += sizeOf(event);
			const sent = schedule();
			if (pending <= 524288) return void 0;
			return sent.then(() => new Promise((resolve) => void (pending <= 524288 ? resolve() : waiting.push(resolve))));
		},
		credit: (taken) => {
			pending -= taken;
			if (pending > 524288) return;
			for (const proceed of waiting) proceed();
			waiting = [];
		},
		flush: () => schedule()
	};
}
/** Without what no room shows, which may be large, or of a kind that cannot be sent. */
function lean(event) {
	if (event.type === "result") return {
		...event,
		data: void 0
	};
	if (event.type !== "error") return event;
	const { details: _, ...rest } = event;
	return rest;
}
/** Lines that follow each other travel as one event. */
function joined(batch, event) {
	const last = batch.at(-1);
	if (last?.type !== "line" || event.type !== "line" || last.stream !== event.stream) return [...batch, event];
	return batch.with(-1, {
		...last,
		text: `${last.text}\n${event.text}`
	});
}
// src/host/rehearse.ts
/**
* Takes harmless lines through the one door and runs a program that does nothing, with nothing recorded and nothing
* said: what every line needs is loaded then, and warm. The first words of the real line come in a third of the time.
*/
async function rehearse(host) {
	const system = {
		...host.system,
		journal: async () => blank
	};
	const rehearsal = {
		...host,
		run: "rehearsal",
		system,
		output: () => () => void 0
	};
	for (const line of [
		"help",
		"whoami",
		"whoami",
		"whoami"
	]) await main([line], rehearsal);
	const onLines = () => void 0;
	for (let time = 0; time < 2; time++) await host.system.exec("true", [], { onLines }).catch(() => {});
}
const nothing = async () => {};
const none = async () => [];
const blank = {
	accept: async () => void 0,
	start: nothing,
	wait: nothing,
	finish: nothing,
	run: async () => void 0,
	runs: none,
	addGroup: nothing,
	lock: async () => ({ taken: true }),
	unlock: nothing,
	locks: none,
	record: nothing,
	facts: none,
	recover: none,
	vouch: nothing,
	takeOver: async () => false,
	close: nothing
};
// src/host/remember.ts
/** Reads the configuration again only where a file that it is made of has changed since. */
function rememberConfig(load) {
	let known;
	return async () => {
		if (known !== void 0 && known.state === stateOf(known.loaded)) return known.loaded;
		const loaded = await load();
		known = {
			loaded,
			state: stateOf(loaded)
		};
		return loaded;
	};
}
function stateOf({ file, entries }) {
	if (file === void 0) return "";
	return [file, ...entries.flatMap(({ from }) => from.startsWith("file:") ? [resolve(dirname(file), from.slice(5))] : [])].map(signatureOf).join();
}
function signatureOf(path) {
	const found = statSync(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	return `${found?.ino}:${found?.size}:${found?.mtimeNs}`;
}
// src/host/wear.ts
const most = {
	runs: 100,
	minutes: 10,
	growth: 24 * 2 ** 20
};
const clean = /* @__PURE__ */ new Set([
	exitCodes.ok,
	exitCodes.usage,
	exitCodes.denied,
	exitCodes.retry
]);
/**
* What tells a process that is as good as new from one that is not: how its runs ended, whether one left a timer, a
* socket or a program behind, how much it has grown, and its age.
*/
function createWear(process) {
	const open = () => countOf(process.getActiveResourcesInfo());
	const atFirst = {
		open: open(),
		heap: process.memoryUsage().heapUsed,
		time: process.uptime()
	};
	const holdsMore = () => [...open()].some(([kind, count]) => count > (atFirst.open.get(kind) ?? 0));
	let runs = 0;
	return {
		holdsMore,
		isWorn: (exitCode) => ++runs >= most.runs || !clean.has(exitCode) || holdsMore() || process.uptime() - atFirst.time > most.minutes * 60 || process.memoryUsage().heapUsed - atFirst.heap > most.growth
	};
}
function countOf(kinds) {
	const counts = /* @__PURE__ */ new Map();
	for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
	return counts;
}
// src/host/worker.ts
/**
* A child of the listener: made ready, it waits for a run and carries it out. It takes another one only where the last
* has left nothing behind; otherwise it ends with its run, and the next run gets a child that is new.
*/
const [, , root = "", journalPath = "", outputs = "", configuration] = process.argv;
const system = sharedJournal(createSystem({
	root: pathToFileURL(root),
	execPath: process.execPath,
	env: process.env
}));
let current;
process.on("message", (message) => {
	if (message.type === "run") carryOut(message.run, message.argv);
	else if (message.type === "credit") current?.channel.credit(message.size);
	else current?.controller.abort(new OpsError("cancelled", message.reason));
});
process.on("disconnect", () => {
	if (current === void 0) process.exit(0);
	current.channel.credit(Number.POSITIVE_INFINITY);
	current.spool.keep();
});
const config = rememberConfig(() => system.config(process.cwd(), configuration));
const journal = await system.journal(journalPath);
await rehearse(roomHost({
	id: "",
	actor: {
		id: "",
		name: ""
	},
	origin: {
		type: "room",
		team: "",
		channel: "",
		message: ""
	}
}, () => void 0, new AbortController().signal));
await journal.run("");
await new Promise((resolve) => setTimeout(resolve, 20));
const wear = createWear(process);
await send({ type: "ready" });
async function carryOut(id, argv) {
	const controller = new AbortController();
	const channel = createEventChannel(send);
	const spool = createSpool(join(outputs, id));
	current = {
		controller,
		channel,
		spool
	};
	const sink = (event) => event.type === "finished" ? lastOf(event, channel, spool) : both(channel.sink(event), spool.sink(event));
	const exitCode = await answer(id, argv, sink, controller.signal);
	await Promise.all([channel.flush(), spool.end()]);
	current = void 0;
	if (wear.holdsMore()) await settle();
	const again = process.connected && !wear.isWorn(exitCode);
	await send({
		type: "done",
		exitCode,
		again
	});
	if (!again) process.exit(exitCode);
}
/** Whoever hears of the end finds all of the output, or is told that it is cut. */
async function lastOf(event, channel, spool) {
	await spool.sink(event);
	await spool.end();
	const fault = spool.fault();
	if (fault !== void 0) {
		const text = `the output could not be kept whole, its file is cut: ${wordsOf(fault)}`;
		await channel.sink({
			type: "note",
			level: "warning",
			blocks: [{
				type: "text",
				text
			}]
		});
	}
	await channel.sink(event);
}
/** What is wrong with the journal or the configuration is told by the run, in its room. */
async function answer(id, argv, sink, signal) {
	try {
		const row = await journal.run(id);
		if (row === void 0) throw new OpsError("bug", `the journal knows no run ${id}`);
		return await main(argv, roomHost(row, sink, signal));
	} catch (thrown) {
		const { event } = failureOf(thrown, id);
		const { outcome, exitCode } = event;
		await sink(event);
		await sink({
			type: "finished",
			outcome,
			exitCode,
			ms: 0
		});
		return exitCode;
	}
}
/** The actor and the origin come from the journal's row: nothing that a child is told otherwise can claim another. */
function roomHost({ id, actor, origin }, sink, signal) {
	return {
		actor,
		origin,
		run: id,
		signal,
		cwd: configuration === void 0 ? process.cwd() : dirname(configuration),
		env: process.env,
		output: () => sink,
		system: {
			...system,
			config: (_cwd, asked) => {
				if (asked === void 0) return config();
				throw new OpsError("usage", "--config is for terminals: a room has the configuration of its listener");
			}
		}
	};
}
/** One connection for the child's whole life; it ends with the process. */
function sharedJournal(real) {
	let opened;
	const open = async (path) => ({
		...await real.journal(path),
		close: async () => {}
	});
	return {
		...real,
		journal: (path) => {
			opened ??= open(path);
			return opened;
		}
	};
}
function both(one, other) {
	return one === void 0 || other === void 0 ? one ?? other : Promise.all([one, other]).then(() => {});
}
/** What has just been closed counts as open until the loop has gone round. */
function settle() {
	return new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
}
function send(message) {
	return new Promise((resolve) => {
		if (process.send === void 0 || !process.connected) return resolve();
		process.send(message, void 0, {}, () => resolve());
	});
}
export {};
