import { r as readEntry } from "./start.js";
const { readFileSync, readdirSync } = globalThis.process.getBuiltinModule("node:fs");
// src/system/tree.ts
/**
* Whatever `roots` started: those below them, and those of a group or session that one of them leads, which is how a
* process is found whose parent has ended. The roots themselves are part of it.
*/
function descendants(processes, roots) {
	const found = new Set(roots);
	const belongs = (entry) => found.has(entry.pid) || found.has(entry.parent) || found.has(entry.group) || found.has(entry.session);
	let before;
	do {
		before = found.size;
		for (const entry of processes) if (belongs(entry)) found.add(entry.pid);
	} while (found.size > before);
	return processes.filter((entry) => found.has(entry.pid));
}
/** SIGTERM to the whole tree, SIGKILL to what remains of it after `grace` milliseconds. */
async function endTree(tree, grace = 5e3) {
	const first = await findAlive(tree, []);
	send(tree, first, "SIGTERM");
	let left = await outlive(tree, first, grace);
	for (let round = 0; left.length > 0 && round < 20; round++) {
		send(tree, left, "SIGKILL");
		left = await outlive(tree, left, 100);
	}
}
/** Ends at once, with all below them, the programs that a process has started in groups of their own. */
async function endChildren(parent) {
	const children = (await listProcesses()).filter((entry) => entry.parent === parent && entry.group === entry.pid);
	await Promise.all(children.map(({ pid }) => endTree({ root: pid }, 0)));
}
function ticksOf(pid) {
	return readEntry(pid)?.started;
}
/** Waits until the tree is gone, or gives back what is left of it in the end. */
async function outlive(tree, known, ms) {
	const end = Date.now() + ms;
	for (;;) {
		if (!known.some(isRunning)) known = await findAlive(tree, known);
		if (known.length === 0) return [];
		if (Date.now() >= end) return findAlive(tree, known);
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}
async function findAlive({ root, marker, since }, known) {
	const processes = await listProcesses();
	const marked = marker === void 0 || since === void 0 ? [] : findMarked(processes, marker, {
		root,
		since
	});
	const isThere = (pid, start) => processes.some((entry) => entry.pid === pid && entry.started === start);
	const same = known.filter((entry) => isThere(entry.pid, entry.started)).map((entry) => entry.pid);
	return descendants(processes, [
		...since !== void 0 && processes.some(({ pid, started }) => pid === root && started !== since) ? [] : [root],
		...marked,
		...same
	]).filter((entry) => !entry.ended && entry.pid !== process.pid);
}
function findMarked(processes, marker, { root, since }) {
	const holds = ({ pid, started }) => {
		if (started < since || started === since && pid <= root || pid === process.pid) return false;
		try {
			return `\0${readFileSync(`/proc/${pid}/environ`, "latin1")}`.includes(`\0${marker}\0`);
		} catch {
			return false;
		}
	};
	return processes.filter(holds).map(({ pid }) => pid);
}
function send({ root }, entries, signal) {
	if (entries.some((entry) => entry.group === root)) sendTo(-root, signal);
	for (const entry of entries) if (entry.group !== root && isRunning(entry)) sendTo(entry.pid, signal);
}
function sendTo(pid, signal) {
	try {
		return process.kill(pid, signal);
	} catch (error) {
		return error.code === "EPERM";
	}
}
function isRunning(entry) {
	if (process.platform !== "linux") return sendTo(entry.pid, 0);
	const now = readEntry(entry.pid);
	return now !== void 0 && now.started === entry.started && !now.ended;
}
async function listProcesses() {
	if (process.platform !== "linux") return askPs();
	return readdirSync("/proc").flatMap((name) => /^\d+$/.test(name) ? readEntry(Number(name)) ?? [] : []);
}
async function askPs() {
	const { execFile } = await import("node:child_process");
	return (await new Promise((resolve) => {
		execFile("ps", [
			"-A",
			"-o",
			"pid=,ppid=,pgid=,stat="
		], { maxBuffer: 2 ** 26 }, (_, stdout) => resolve(stdout));
	})).split("\n").flatMap((line) => parsePs(line) ?? []);
}
/** Where there is no /proc: `pid ppid pgid stat`. The list does not name the session. */
function parsePs(line) {
	const [pid, parent, group, state = ""] = line.trim().split(/\s+/);
	if (pid === void 0 || parent === void 0 || group === void 0) return void 0;
	return {
		pid: Number(pid),
		parent: Number(parent),
		group: Number(group),
		session: Number(group),
		started: 0,
		ended: state.startsWith("Z")
	};
}
export { ticksOf as a, parsePs as i, endChildren as n, endTree as r, descendants as t };
