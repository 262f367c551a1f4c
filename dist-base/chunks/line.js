const lazyBuiltin = (id) => new Proxy({}, { get: (_, name) => name === "__esModule" ? void 0 : globalThis.process.getBuiltinModule(id)[name] });
import { S as styled, T as OpsError, c as failureOf, h as code, s as shownOf, u as wordsOf$1, w as text$1 } from "./start.js";
const { createRequire } = globalThis.process.getBuiltinModule("node:module");
const { pathToFileURL } = globalThis.process.getBuiltinModule("node:url");
const path = globalThis.process.getBuiltinModule("node:path");
const { basename, dirname, extname, join, relative, resolve, sep } = globalThis.process.getBuiltinModule("node:path");
const fs = globalThis.process.getBuiltinModule("node:fs");
const { closeSync, existsSync, lstatSync, mkdirSync, openSync, readFileSync, readSync, readdirSync, statSync, writeFileSync } = globalThis.process.getBuiltinModule("node:fs");
const { DatabaseSync } = globalThis.process.getBuiltinModule("node:sqlite");
const { stripVTControlCharacters } = globalThis.process.getBuiltinModule("node:util");
const childProcess = lazyBuiltin("node:child_process");
const process$1 = globalThis.process.getBuiltinModule("node:process");
const { EventEmitter } = globalThis.process.getBuiltinModule("node:events");
// \0rolldown/runtime.js
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJSMin = (cb, mod) => () => (mod || (cb((mod = { exports: {} }).exports, mod, mod.exports), cb = null), mod.exports);
var __copyProps = (to, from, except, desc) => {
	if (from && typeof from === "object" || typeof from === "function") for (var keys = __getOwnPropNames(from), i = 0, n = keys.length, key; i < n; i++) {
		key = keys[i];
		if (!__hasOwnProp.call(to, key) && key !== except) __defProp(to, key, {
			get: ((k) => from[k]).bind(null, key),
			enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable
		});
	}
	return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(isNodeMode || !mod || !mod.__esModule || !__hasOwnProp.call(mod, "default") ? __defProp(target, "default", {
	value: mod,
	enumerable: true
}) : target, mod));
var __require = (id) => createRequire(import.meta.url)(id);
// src/command/define.ts
/**
* Declares a command. The file's default export is its result; the file's name is the command's.
*
* @example
* export default defineCommand({
*   name: 'greet',
*   summary: 'Say hello',
*   args: { who: { summary: 'Whom to greet', required: true } },
*   examples: [{ line: 'ops greet Ana', says: 'Hello, Ana' }],
*   effect: 'read',
*   run: ({ who }) => ({ greeting: `Hello, ${who}` }),
*   show: ({ greeting }) => [text(greeting)],
* });
*/
function defineCommand(definition) {
	return definition;
}
// src/command/duration.ts
const units$2 = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
/** `90s`, `10m`, `2h`, `1d` → milliseconds; a bare number is seconds. */
function parseDuration(value, name) {
	const match = /^(\d{1,9}(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(value);
	if (match === null) throw new OpsError("usage", `${name} takes a duration, not "${value}"`, { hint: `${name} 90s, 10m, 2h or 1d` });
	return Math.round(Number(match[1]) * (units$2[match[2] ?? "s"] ?? 1e3));
}
// src/context/line.ts
const plainWord = /^[\w@%+=:,./-]+$/;
/** A word as a person would have to type it, in a shell or in a room alike. */
function quoteWord(word) {
	return plainWord.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
function quoteWords(words) {
	return words.map(quoteWord).join(" ");
}
/** The line that would run this argv: `ops deploy uat --message 'two words'`. */
function formatLine(argv) {
	return quoteWords(["ops", ...argv]);
}
// src/context/time.ts
/** `2026-11-21 05:09:31 UTC`: the same words wherever the reader is. */
function formatTime(date) {
	return `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
// src/slack/reference.ts
const open = "";
const close = "";
const named = /<(#[A-Z0-9]+|!subteam\^[A-Z0-9]+)\|([^<>|]+)>/g;
/** Something that Slack points at by id, such as `@U123`: its brackets are no operators to a line. */
function reference(id) {
	return `${open}${id}${close}`;
}
/** The same text with references as Slack writes them: `<@U123>`. */
function showReferences(text) {
	return text.replaceAll(open, "<").replaceAll(close, ">");
}
/** A channel or a user group: by name where Slack tells it, else by id. */
function namedReference(id, label) {
	if (label === void 0 || label === "") return reference(id);
	const sigil = id.startsWith("#") ? "#" : "@";
	return label.startsWith(sigil) ? label : `${sigil}${label}`;
}
/** The names that a message's source tells for the ids in it; blocks tell the ids only. */
function namesIn(source) {
	return new Map(Array.from(source.matchAll(named), ([, id = "", label = ""]) => [id, label]));
}
/** Cuts a line after the mention that it begins with, if it does: `@ops: deploy uat`. */
function cutMention(line) {
	const end = line.startsWith(`${open}@`) ? line.indexOf(close) : -1;
	if (end === -1) return;
	const rest = line.slice(end + 1).replace(/^[:,]?\s*/, "");
	return {
		id: line.slice(2, end),
		mention: line.slice(0, line.length - rest.length),
		rest
	};
}
// src/slack/operator.ts
const operator = /\$[({]|\$\w+|&&|\|\||;;|<<|>>|[;&|<>()`]/y;
const chunk = /^[^\n'"\\]+$/;
/** How far to look for the blanks around an operator. */
const reach = 80;
const second$1 = "would start a second command: one line runs one command";
const subshell = "would start a shell of its own: no line is handed to a shell";
const inner = "would run a command within the line: nothing in a line is expanded";
const reading = "would read from a file: no line is handed to a shell";
const writing = "would write to a file: no line is handed to a shell";
const variable$1 = "would be replaced by a variable: nothing in a line is expanded";
const meanings = {
	";": second$1,
	";;": second$1,
	"&&": second$1,
	"||": second$1,
	"|": "would hand the output to a second command: one line runs one command",
	"&": "would run the line in the background: no line is handed to a shell",
	"(": subshell,
	")": subshell,
	"<": reading,
	"<<": reading,
	">": writing,
	">>": writing,
	"`": inner,
	"$(": inner
};
/** Refuses what a shell would act on, and says how to mean the characters themselves. */
function refuseOperator(line, at, inQuotes) {
	operator.lastIndex = at;
	const [found = line.charAt(at)] = operator.exec(line) ?? [];
	const hint = inQuotes ? "put a \"\\\" before it, or use single quotes" : `quote it: ${quoted$2(line, at, found)}`;
	throw new OpsError("usage", `"${found}" at position ${at + 1} ${meanings[found] ?? variable$1}`, { hint });
}
function quoted$2(line, at, found) {
	const before = line.slice(Math.max(0, at - reach), at);
	const after = line.slice(at, at + reach);
	const head = before.slice(before.search(/\S*$/));
	const closed = closedAt(after, found);
	const word = `${head}${after.slice(0, closed)}${after.slice(closed).split(/\s/, 1)[0]}`;
	return quoteWord(chunk.test(word) && word.length < reach ? showReferences(word) : found);
}
function closedAt(after, found) {
	if (found === "`") return after.indexOf("`", 1) + 1;
	return found.endsWith("(") ? after.lastIndexOf(")") + 1 : 0;
}
// src/slack/quotes.ts
const plain$2 = /[^"\\`$]+/y;
const expansion = /\$[A-Za-z_({]/y;
/** What a sticky pattern matches at a place; empty where it does not. */
function match(pattern, line, at) {
	pattern.lastIndex = at;
	return pattern.exec(line)?.[0] ?? "";
}
function singleQuoted(line, at) {
	const end = line.indexOf("'", at + 1);
	if (end === -1) unbalanced("'", at);
	return {
		end: end + 1,
		piece: line.slice(at + 1, end)
	};
}
function doubleQuoted(line, start) {
	let piece = "";
	let at = start + 1;
	while (line.charAt(at) !== "\"") {
		if (at >= line.length) unbalanced("\"", start);
		const part = partInQuotes(line, at);
		piece += part.piece ?? "";
		at = part.end;
	}
	return {
		end: at + 1,
		piece
	};
}
function partInQuotes(line, at) {
	const run = match(plain$2, line, at);
	if (run !== "") return {
		end: at + run.length,
		piece: run
	};
	const character = line.charAt(at);
	if (character === "`") refuseOperator(line, at, true);
	if (character === "$") return dollar(line, at, true);
	const next = line.charAt(at + 1);
	if (next === "\n") return { end: at + 2 };
	return "\"\\$`".includes(next) && next !== "" ? {
		end: at + 2,
		piece: next
	} : {
		end: at + 1,
		piece: "\\"
	};
}
function dollar(line, at, inQuotes) {
	if (match(expansion, line, at) !== "") refuseOperator(line, at, inQuotes);
	return {
		end: at + 1,
		piece: "$"
	};
}
function escaped(line, at) {
	const next = line.codePointAt(at + 1);
	if (next === void 0) throw new OpsError("usage", `nothing follows the "\\" at position ${at + 1}`, { hint: "quote it: '\\'" });
	const piece = String.fromCodePoint(next);
	return piece === "\n" ? { end: at + 2 } : {
		end: at + 1 + piece.length,
		piece
	};
}
function unbalanced(quote, at) {
	throw new OpsError("usage", `the ${quote === "\"" ? "double" : "single"} quote ${quote} at position ${at + 1} is never closed`, { hint: `close it, or put a "\\" before it` });
}
// src/slack/split.ts
const plain$1 = /[^ \t\n'"\\;&|<>()`$]+/y;
const blanks = /[ \t]+/y;
/**
* A line's words, as a POSIX shell would split and unquote them. Nothing is expanded and nothing is handed to a shell:
* what a shell would expand or take as an operator is refused unless it is quoted. `*`, `?`, `~`, `!`, `#` and braces
* are ordinary characters.
*
* One line a message: a line break ends the line, and anything but blanks after it is refused. Within quotes a line
* break is part of the word; after a backslash it joins two lines.
*/
function splitWords(line) {
	const words = [];
	let word;
	let at = 0;
	while (at < line.length) {
		const { end, piece, blank } = nextPart(line, at, words.length > 0 || word !== void 0);
		if (piece !== void 0) word = (word ?? "") + piece;
		if (blank && word !== void 0) {
			words.push(word);
			word = void 0;
		}
		at = end;
	}
	if (word !== void 0) words.push(word);
	return words.map(showReferences);
}
function nextPart(line, at, begun) {
	const piece = match(plain$1, line, at);
	if (piece !== "") return {
		end: at + piece.length,
		piece
	};
	switch (line.charAt(at)) {
		case " ":
		case "	": return {
			end: at + match(blanks, line, at).length,
			blank: true
		};
		case "\n": return lineBreak(line, at, begun);
		case "'": return singleQuoted(line, at);
		case "\"": return doubleQuoted(line, at);
		case "\\": return escaped(line, at);
		case "$": return dollar(line, at, false);
		default: return refuseOperator(line, at, false);
	}
}
function lineBreak(line, at, begun) {
	const rest = line.slice(at).trimStart();
	if (!begun || rest === "") return {
		end: line.length - rest.length,
		blank: true
	};
	const [next = ""] = rest.split("\n", 1);
	const shown = next.length > 40 ? `${next.slice(0, 40).toWellFormed()}…` : next;
	throw new OpsError("usage", `one line a message: ${quoteWord(showReferences(shown))} is on a line of its own`, { hint: "send each line as a message, or quote the line break" });
}
// src/journal/errors.ts
const elsewhere = "set journal.path in .chatopsrc to a place that can be written";
/** Says what is wrong with the journal in words to act on; an error of another kind comes back as it is. */
function journalError(path, error) {
	if (error instanceof OpsError || !(error instanceof Error)) return error;
	if (error instanceof SyntaxError) return damaged(path, error);
	if ("errcode" in error && typeof error.errcode === "number") return sqliteError(path, error, error.errcode);
	if ("syscall" in error && "code" in error) return fileError(path, error, String(error.code));
	return error;
}
/** https://sqlite.org/rescode.html: the low byte is the code, the rest says more. */
function sqliteError(path, cause, extended) {
	switch (extended & 255) {
		case 5:
		case 6:
		case 15: return new OpsError("retry", `The journal ${path} stayed locked by another process`, {
			hint: `type the line again; lsof ${quoted$1(path)} shows who holds it`,
			cause
		});
		case 3:
		case 8:
		case 14: return unwritable(path, cause, cause.message);
		case 11:
		case 26: return damaged(path, cause);
		case 13: return full(path, cause);
		case 10: return new OpsError("unavailable", `The journal ${path} cannot be read or written: ${cause.message}`, {
			hint: `df -h ${quoted$1(dirname(path))} shows whether the disk is full`,
			cause
		});
		default: return new OpsError("bug", `The journal ${path} refused a statement: ${cause.message}`, { cause });
	}
}
function fileError(path, cause, code) {
	if (code === "ENOSPC" || code === "EDQUOT") return full(path, cause);
	return unwritable(path, cause, cause.message);
}
function full(path, cause) {
	const hint = `make room: df -h ${quoted$1(dirname(path))}`;
	return new OpsError("unavailable", `No room is left on the disk for the journal ${path}`, {
		hint,
		cause
	});
}
function unwritable(path, cause, reason) {
	const hint = `make ${dirname(path)} a folder that you can write to, or ${elsewhere}`;
	return new OpsError("config", `The journal ${path} cannot be opened for writing: ${reason}`, {
		hint,
		cause
	});
}
function damaged(path, cause) {
	const aside = join(dirname(path), "damaged");
	return new OpsError("config", `The journal ${path} is damaged, or no journal: ${cause.message}`, {
		hint: `move it aside to begin a new one: mkdir ${quoted$1(aside)} && mv ${quoted$1(path)}* ${quoted$1(aside)}`,
		cause
	});
}
function directoryError(path) {
	return new OpsError("config", `The journal ${path} is a folder, not a file`, { hint: `set journal.path in .chatopsrc to a file, such as ${join(path, "journal.db")}` });
}
function newerError(path, version, known) {
	return new OpsError("config", `The journal ${path} has version ${version}; this ops knows versions up to ${known}`, { hint: `npm install chatops@latest, or ${elsewhere}` });
}
function foreignError(path) {
	return new OpsError("config", `The file ${path} is another program's database, not a journal`, { hint: elsewhere });
}
function goneError(path) {
	return new OpsError("unavailable", `The journal ${path} was moved or deleted while ops had it open`, {
		hint: "start ops again: it begins a new journal there",
		details: { gone: true }
	});
}
function quoted$1(path) {
	return /^[\w./@%+:,-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
// src/journal/rows.ts
function runOf(row) {
	return {
		id: row.id,
		command: row.command ?? void 0,
		argv: JSON.parse(row.argv),
		actor: actorOf(row),
		origin: JSON.parse(row.origin),
		environment: row.environment ?? void 0,
		effect: row.effect ?? void 0,
		state: row.state,
		outcome: row.outcome ?? void 0,
		exitCode: row.exit_code ?? void 0,
		message: row.message ?? void 0,
		acceptedAt: new Date(row.accepted_at),
		startedAt: dateOf(row.started_at),
		finishedAt: dateOf(row.finished_at),
		process: processOf(row),
		owner: {
			host: row.owner_host,
			pid: row.owner_pid,
			started: row.owner_started
		}
	};
}
function lockOf(row) {
	return {
		key: row.key,
		run: row.run,
		actor: actorOf(row),
		reason: row.reason,
		since: new Date(row.since)
	};
}
function factOf(row) {
	return {
		run: row.run,
		kind: row.kind,
		subject: row.subject,
		data: JSON.parse(row.data),
		at: new Date(row.at),
		actor: actorOf(row)
	};
}
/** How a name is compared: SQLite itself knows upper and lower case only of ASCII. */
function folded(name) {
	return name.normalize("NFC").toLowerCase();
}
function actorValues(actor) {
	return {
		actor_id: actor.id,
		actor_name: actor.name
	};
}
function processValues(process) {
	return {
		process_host: process.host,
		process_pid: process.pid,
		process_started: process.started
	};
}
function ownerValues(process) {
	return {
		owner_host: process.host,
		owner_pid: process.pid,
		owner_started: process.started
	};
}
function processOf(row) {
	return {
		host: row.process_host,
		pid: row.process_pid,
		started: row.process_started
	};
}
function actorOf(row) {
	return {
		id: row.actor_id,
		name: row.actor_name
	};
}
function dateOf(milliseconds) {
	return milliseconds === null ? void 0 : new Date(milliseconds);
}
// src/journal/history.ts
/** The newest runs that the filter lets through; runs of the same moment in the reverse of the order they came in. */
function historyQuery(filter) {
	const conditions = [];
	const values = { limit: bounded(filter.limit ?? 50) };
	function where(condition, more) {
		conditions.push(condition);
		Object.assign(values, more);
	}
	if (filter.command !== void 0) where("command = $command", { command: filter.command });
	if (filter.actor !== void 0) where("(actor_id = $actor OR actor_folded = $name)", {
		actor: filter.actor,
		name: folded(filter.actor)
	});
	if (filter.environment !== void 0) where("environment = $environment", { environment: filter.environment });
	if (filter.outcome !== void 0) where("outcome = $outcome", { outcome: filter.outcome });
	if (filter.states !== void 0) where("state IN (SELECT value FROM json_each($states))", { states: JSON.stringify(filter.states) });
	if (filter.team !== void 0) where("json_extract(origin, '$.team') = $team", { team: filter.team });
	if (filter.without !== void 0) where("NOT EXISTS (SELECT 1 FROM facts WHERE facts.run = runs.id AND facts.kind = $without)", { without: filter.without });
	if (filter.since !== void 0) where("accepted_at >= $since", { since: filter.since.getTime() });
	return {
		sql: `SELECT * FROM runs${conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`} ORDER BY accepted_at DESC, sequence DESC LIMIT $limit`,
		values
	};
}
/** SQLite takes a negative limit for none, and no limit that is not a whole number. */
function bounded(limit) {
	return Math.min(Math.max(Math.ceil(limit), 0), Number.MAX_SAFE_INTEGER);
}
// src/journal/id.ts
/** Crockford's base 32: no i, l, o or u, so that an id can be read aloud and typed. */
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
/** Eight bytes of randomness → eight characters of which 40 bits are random. */
function runId(bytes) {
	return Array.from(bytes, (byte) => alphabet[byte & 31]).join("");
}
// src/journal/runs.ts
const unfinished = `state IN ('accepted', 'waiting', 'running')`;
const insert$2 = `
  INSERT INTO runs (
    id, claim, argv, actor_id, actor_name, actor_folded, origin, state, accepted_at,
    process_host, process_pid, process_started, owner_host, owner_pid, owner_started
  ) VALUES (
    $id, $claim, $argv, $actor_id, $actor_name, $actor_folded, $origin, 'accepted', $accepted_at,
    $process_host, $process_pid, $process_started, $process_host, $process_pid, $process_started
  ) ON CONFLICT DO NOTHING`;
function acceptRun(database, run, newId = () => randomId(database)) {
	const claim = run.claim ?? null;
	const values = {
		claim,
		argv: JSON.stringify(run.argv),
		...actorValues(run.actor),
		actor_folded: folded(run.actor.name),
		origin: JSON.stringify(run.origin),
		accepted_at: run.at.getTime(),
		...processValues(run.process)
	};
	for (;;) {
		const id = newId();
		if (database.run(insert$2, {
			id,
			...values
		}) === 1) return findRun(database, id);
		if (claim !== null && database.get("SELECT 1 FROM runs WHERE claim = $claim", { claim })) return void 0;
	}
}
/** SQLite's own randomness: node:crypto would cost the start of every line 5 ms. */
function randomId(database) {
	return runId(database.get("SELECT randomblob(8) AS bytes")?.bytes ?? /* @__PURE__ */ new Uint8Array());
}
function startRun(database, id, start) {
	if (database.run(`UPDATE runs SET
      command = $command, effect = $effect, environment = $environment, state = 'running', started_at = $started_at,
      process_host = $process_host, process_pid = $process_pid, process_started = $process_started,
      doubted_at = NULL
    WHERE id = $id AND state IN ('accepted', 'waiting', 'running')`, {
		id,
		command: start.command,
		effect: start.effect,
		environment: start.environment ?? null,
		started_at: start.at.getTime(),
		...processValues(start.process)
	}) === 0) throw notUnfinished(database, id);
}
function waitRun(database, id) {
	if (database.run(`UPDATE runs SET state = 'waiting' WHERE id = $id AND state IN ('accepted', 'waiting', 'running')`, { id }) === 0) throw notUnfinished(database, id);
}
/** The first end stays: a run that was cancelled does not succeed afterwards. */
function finishRun(database, id, end) {
	database.transaction(() => {
		if (database.run(`UPDATE runs SET
        state = $state, outcome = $outcome, exit_code = $exit_code, message = $message, finished_at = $finished_at,
        command = COALESCE(command, $command), effect = COALESCE(effect, $effect),
        environment = COALESCE(environment, $environment)
      WHERE id = $id AND state IN ('accepted', 'waiting', 'running')`, {
			id,
			state: end.state,
			outcome: end.outcome,
			exit_code: end.exitCode,
			message: end.message ?? null,
			finished_at: end.at.getTime(),
			command: end.subject?.command ?? null,
			effect: end.subject?.effect ?? null,
			environment: end.subject?.environment ?? null
		}) === 0) return mustExist(database, id);
		database.run("DELETE FROM locks WHERE run = $id", { id });
		database.run("DELETE FROM groups WHERE run = $id", { id });
	});
}
/** Whoever is to tell of the run is another one from here on, unless that changed meanwhile. */
function takeOver(database, id, from, by) {
	return database.run(`UPDATE runs SET owner_host = $owner_host, owner_pid = $owner_pid, owner_started = $owner_started
    WHERE id = $id AND owner_host = $from_host AND owner_pid = $from_pid AND owner_started = $from_started`, {
		id,
		...ownerValues(by),
		from_host: from.host,
		from_pid: from.pid,
		from_started: from.started
	}) === 1;
}
function findRun(database, id) {
	const row = database.get("SELECT * FROM runs WHERE id = $id", { id });
	return row && runOf(row);
}
function listRuns(database, filter) {
	const { sql, values } = historyQuery(filter);
	return database.all(sql, values).map(runOf);
}
function addGroup(database, run, group) {
	database.transaction(() => {
		mustExist(database, run);
		const values = {
			run,
			host: group.host,
			pid: group.pid,
			started: group.started
		};
		database.run("INSERT INTO groups VALUES ($run, $host, $pid, $started) ON CONFLICT DO NOTHING", values);
	});
}
function mustExist(database, id) {
	if (database.get("SELECT 1 FROM runs WHERE id = $id", { id }) === void 0) throw unknownRun(id);
}
function mustBeUnfinished(database, id) {
	if (database.get(`SELECT 1 FROM runs WHERE id = $id AND state IN ('accepted', 'waiting', 'running')`, { id }) === void 0) throw notUnfinished(database, id);
}
function notUnfinished(database, id) {
	const run = findRun(database, id);
	if (run === void 0) return unknownRun(id);
	const outcome = run.outcome === void 0 || run.outcome === "ok" ? "failed" : run.outcome;
	return new OpsError(outcome, `The run ${id} has already ended: ${run.message ?? run.state}`, { hint: "ops history" });
}
function unknownRun(id) {
	return new OpsError("bug", `The journal knows no run ${id}`);
}
// src/journal/facts.ts
const insert$1 = `
  INSERT INTO facts (run, kind, subject, data, at, actor_id, actor_name)
  VALUES ($run, $kind, $subject, $data, $at, $actor_id, $actor_name)`;
function recordFact(database, { run, kind, subject, data, at, actor }) {
	const values = {
		run,
		kind,
		subject,
		data: JSON.stringify(data),
		at: at.getTime(),
		...actorValues(actor)
	};
	database.transaction(() => {
		mustExist(database, run);
		database.run(insert$1, values);
	});
}
function listFacts(database, { kind, subject, limit = 1e3 }) {
	const sql = `SELECT * FROM facts WHERE kind = $kind${subject === void 0 ? "" : " AND subject = $subject"} ORDER BY at DESC, sequence DESC LIMIT $limit`;
	const values = {
		kind,
		...subject === void 0 ? {} : { subject },
		limit: bounded(limit)
	};
	return database.all(sql, values).map(factOf);
}
// src/journal/file.ts
/** Makes the journal's folder and file where they are missing, readable by their owner alone. */
function makeJournalFile(path) {
	const found = statSync(path, { throwIfNoEntry: false });
	if (found?.isDirectory()) throw directoryError(path);
	if (found !== void 0) return;
	const folder = dirname(path);
	const created = mkdirSync(folder, {
		recursive: true,
		mode: 448
	});
	unlessThere(() => closeSync(openSync(path, "wx", 384)));
	if (created !== void 0) unlessThere(() => writeFileSync(join(folder, ".gitignore"), "*\n", { flag: "wx" }));
}
function sameFile(path, before) {
	const now = statSync(path, { throwIfNoEntry: false });
	return now !== void 0 && now.ino === before.ino && now.dev === before.dev;
}
function unlessThere(create) {
	try {
		create();
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
	}
}
// src/journal/locks.ts
/** A lock whose run has ended is free; one whose run cannot be found is not: nobody knows that it ended. */
const stale = `EXISTS (SELECT 1 FROM runs WHERE runs.id = locks.run AND NOT (${unfinished}))`;
const insert = `
  INSERT INTO locks (key, run, actor_id, actor_name, reason, since)
  VALUES ($key, $run, $actor_id, $actor_name, $reason, $since)
  ON CONFLICT DO NOTHING`;
function takeLock$1(database, lock) {
	const { key, run, reason } = lock;
	return database.transaction(() => {
		mustBeUnfinished(database, run);
		database.run(`DELETE FROM locks WHERE key = $key AND ${stale}`, { key });
		const since = lock.since.getTime();
		if (database.run(insert, {
			key,
			run,
			reason,
			since,
			...actorValues(lock.actor)
		}) === 1) return { taken: true };
		const held = database.get("SELECT * FROM locks WHERE key = $key", { key });
		if (held === void 0) throw new Error(`the lock ${key} is neither free nor held`);
		return held.run === run ? { taken: true } : {
			taken: false,
			held: lockOf(held)
		};
	});
}
function freeLocks(database, run) {
	database.run("DELETE FROM locks WHERE run = $run", { run });
}
function listLocks(database) {
	return database.all(`SELECT * FROM locks WHERE NOT ${stale} ORDER BY since, key`).map(lockOf);
}
// src/journal/recover.ts
const message = "interrupted: its process ended without a word";
/** Milliseconds that a process has to vouch for itself. It looks every five seconds whether it is doubted. */
const patience = 3e4;
const sameProcess = `
  process_host = $process_host AND process_pid = $process_pid AND process_started = $process_started`;
function recoverRuns(database, alive, at) {
	const fates = database.all(`SELECT * FROM runs WHERE ${unfinished} ORDER BY sequence`).map((row) => ({
		row,
		fate: fateOf(row, alive(processOf(row)), at)
	}));
	const doubtful = fates.filter(({ fate }) => fate === "to be doubted");
	const gone = fates.filter(({ fate }) => fate === "gone");
	if (doubtful.length === 0 && gone.length === 0) return [];
	return database.transaction(() => {
		for (const { row } of doubtful) doubt(database, row, at);
		return gone.flatMap(({ row }) => interrupt(database, row, at) ?? []);
	});
}
function fateOf({ doubted_at }, isAlive, at) {
	if (isAlive !== void 0) return isAlive ? "lives" : "gone";
	if (doubted_at === null) return "to be doubted";
	return at.getTime() - doubted_at >= patience ? "gone" : "doubted";
}
function doubt(database, row, at) {
	database.run(`UPDATE runs SET doubted_at = $at WHERE id = $id AND ${unfinished} AND doubted_at IS NULL AND ${sameProcess}`, {
		id: row.id,
		at: at.getTime(),
		...processValues(processOf(row))
	});
}
/** A process looks often and seldom has to write. */
function vouchFor(database, process) {
	const mine = `${unfinished} AND doubted_at IS NOT NULL AND ${sameProcess}`;
	const values = processValues(process);
	if (database.get(`SELECT 1 FROM runs WHERE ${mine}`, values) === void 0) return;
	database.run(`UPDATE runs SET doubted_at = NULL WHERE ${mine}`, values);
}
function interrupt(database, row, at) {
	const run = runOf(row);
	const { id } = run;
	if (database.run(`UPDATE runs SET
      state = 'interrupted', outcome = 'failed', exit_code = 1, message = $message, finished_at = $finished_at
    WHERE id = $id AND state IN ('accepted', 'waiting', 'running') AND ($doubted_at IS NULL OR doubted_at = $doubted_at) AND ${sameProcess}`, {
		id,
		message,
		finished_at: at.getTime(),
		doubted_at: row.doubted_at,
		...processValues(run.process)
	}) === 0) return void 0;
	const groups = database.all("SELECT host, pid, started FROM groups WHERE run = $id", { id });
	database.run("DELETE FROM groups WHERE run = $id", { id });
	database.run("DELETE FROM locks WHERE run = $id", { id });
	return {
		run: {
			...run,
			state: "interrupted",
			outcome: "failed",
			exitCode: 1,
			message,
			finishedAt: at
		},
		groups: groups.map((group) => ({ ...group }))
	};
}
// src/journal/schema.ts
/** `ops!` in SQLite's own mark of whose file it is. */
const applicationId = 1869640481;
/** Each takes a journal from the version that is its index to the next. Append; never edit one that was released. */
const migrations = [`
CREATE TABLE runs (
  sequence INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  claim TEXT,
  command TEXT,
  argv TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_folded TEXT NOT NULL,
  origin TEXT NOT NULL,
  environment TEXT,
  effect TEXT,
  state TEXT NOT NULL,
  outcome TEXT,
  exit_code INTEGER,
  message TEXT,
  accepted_at INTEGER NOT NULL,
  started_at INTEGER,
  finished_at INTEGER,
  process_host TEXT NOT NULL,
  process_pid INTEGER NOT NULL,
  process_started TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX runs_claim ON runs (claim) WHERE claim IS NOT NULL;
CREATE INDEX runs_accepted ON runs (accepted_at);
CREATE INDEX runs_state ON runs (state, accepted_at);
CREATE INDEX runs_outcome ON runs (outcome, accepted_at) WHERE outcome IS NOT NULL;
CREATE INDEX runs_command ON runs (command, accepted_at) WHERE command IS NOT NULL;
CREATE INDEX runs_environment ON runs (environment, accepted_at) WHERE environment IS NOT NULL;
CREATE INDEX runs_actor_id ON runs (actor_id, accepted_at);
CREATE INDEX runs_actor_name ON runs (actor_folded, accepted_at);

CREATE TABLE locks (
  key TEXT PRIMARY KEY,
  run TEXT NOT NULL REFERENCES runs (id),
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT;
CREATE INDEX locks_run ON locks (run);

CREATE TABLE groups (
  run TEXT NOT NULL REFERENCES runs (id),
  host TEXT NOT NULL,
  pid INTEGER NOT NULL,
  started TEXT NOT NULL,
  PRIMARY KEY (run, host, pid, started)
) STRICT, WITHOUT ROWID;

CREATE TABLE facts (
  sequence INTEGER PRIMARY KEY,
  run TEXT NOT NULL REFERENCES runs (id),
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  data TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL
) STRICT;
CREATE INDEX facts_kind ON facts (kind, at);
CREATE INDEX facts_subject ON facts (kind, subject, at);
`, `
ALTER TABLE runs ADD COLUMN owner_host TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN owner_pid INTEGER NOT NULL DEFAULT 0;
ALTER TABLE runs ADD COLUMN owner_started TEXT NOT NULL DEFAULT '';
ALTER TABLE runs ADD COLUMN doubted_at INTEGER;
UPDATE runs SET owner_host = process_host, owner_pid = process_pid, owner_started = process_started;
UPDATE runs SET doubted_at = (unixepoch() + 86400) * 1000 WHERE state IN ('accepted', 'waiting', 'running');
CREATE INDEX facts_run ON facts (run, kind);
`];
function schemaState({ application, version, objects }) {
	if (application !== 1869640481) return objects === 0 && version === 0 && application === 0 ? "older" : "foreign";
	if (version === migrations.length) return "current";
	return version < migrations.length ? "older" : "newer";
}
// src/journal/upgrade.ts
/** Brings a new or older journal to the schema that this program knows, whoever else is about to do the same. */
async function upgrade(database, path, busyTimeout) {
	if (find$2(database, path).state === "current") return;
	await switchToWal(database, performance.now() + busyTimeout);
	database.transaction(() => {
		const { version } = find$2(database, path);
		for (const migration of migrations.slice(version)) database.script(migration);
		database.script(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`);
	});
}
/** One statement, so that a journal is seen either before or after another process made it. */
const schemaFound = `
  SELECT application_id AS application, user_version AS version, (SELECT count(*) FROM sqlite_schema) AS objects
  FROM pragma_application_id, pragma_user_version`;
function find$2(database, path) {
	const found = database.get(schemaFound);
	if (found === void 0) throw new Error(`SQLite says nothing of ${path}`);
	const state = schemaState(found);
	if (state === "foreign") throw foreignError(path);
	if (state === "newer") throw newerError(path, found.version, migrations.length);
	return {
		state,
		version: found.version
	};
}
/** SQLite's busy timeout does not cover this switch, which needs the file to itself. */
async function switchToWal(database, deadline) {
	for (;;) try {
		return database.script("PRAGMA journal_mode = WAL");
	} catch (error) {
		if (!(error instanceof Error && "errcode" in error && (Number(error.errcode) & 255) === 5) || performance.now() > deadline) throw error;
		await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 10));
	}
}
// src/journal/sqlite.ts
/** The journal of one machine and its many processes. Makes the file, and its folder, where they are missing. */
async function openSqliteJournal(path, options = {}) {
	const { busyTimeout = 5e3 } = options;
	return journalOn(await attempt$1(path, () => openDatabase(path, busyTimeout)), path);
}
async function openDatabase(path, busyTimeout) {
	makeJournalFile(path);
	const connection = new DatabaseSync(path, {
		timeout: busyTimeout,
		enableForeignKeyConstraints: true
	});
	try {
		connection.exec("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON");
		const database = databaseOn(connection, path);
		await upgrade(database, path, busyTimeout);
		return database;
	} catch (error) {
		connection.close();
		throw error;
	}
}
function databaseOn(connection, path) {
	const opened = statSync(path);
	const statements = /* @__PURE__ */ new Map();
	function prepared(sql) {
		const known = statements.get(sql);
		if (known !== void 0) return known;
		const statement = connection.prepare(sql);
		statements.set(sql, statement);
		return statement;
	}
	function mustBeInPlace() {
		if (!sameFile(path, opened)) throw goneError(path);
	}
	return {
		get: (sql, values = {}) => prepared(sql).get(values),
		all: (sql, values = {}) => prepared(sql).all(values),
		run(sql, values = {}) {
			mustBeInPlace();
			return Number(prepared(sql).run(values).changes);
		},
		script: (sql) => connection.exec(sql),
		transaction(work) {
			mustBeInPlace();
			return inTransaction(connection, work);
		},
		close() {
			if (connection.isOpen) connection.close();
		}
	};
}
function inTransaction(connection, work) {
	connection.exec("BEGIN IMMEDIATE");
	try {
		const result = work();
		connection.exec("COMMIT");
		return result;
	} catch (error) {
		if (connection.isTransaction) connection.exec("ROLLBACK");
		throw error;
	}
}
function journalOn(database, path) {
	const doing = (work) => attempt$1(path, work);
	return {
		accept: (run) => doing(() => acceptRun(database, run)),
		start: (id, start) => doing(() => startRun(database, id, start)),
		wait: (id) => doing(() => waitRun(database, id)),
		finish: (id, end) => doing(() => finishRun(database, id, end)),
		run: (id) => doing(() => findRun(database, id)),
		runs: (filter = {}) => doing(() => listRuns(database, filter)),
		addGroup: (run, group) => doing(() => addGroup(database, run, group)),
		lock: (lock) => doing(() => takeLock$1(database, lock)),
		unlock: (run) => doing(() => freeLocks(database, run)),
		locks: () => doing(() => listLocks(database)),
		record: (fact) => doing(() => recordFact(database, fact)),
		facts: (filter) => doing(() => listFacts(database, filter)),
		recover: (alive, at) => doing(() => recoverRuns(database, alive, at)),
		vouch: (process) => doing(() => vouchFor(database, process)),
		takeOver: (run, from, by) => doing(() => takeOver(database, run, from, by)),
		close: () => doing(() => database.close())
	};
}
async function attempt$1(path, work) {
	try {
		return await work();
	} catch (error) {
		throw journalError(path, error);
	}
}
// src/run/request.ts
/** The environment that the line names. */
function environmentOf({ command, input }) {
	const value = command.environment === void 0 ? void 0 : input[command.environment];
	return typeof value === "string" ? value : void 0;
}
// src/run/record.ts
/** How often a process looks whether others doubt that it lives, well within the time that they give it. */
const vouchEvery = 5e3;
/**
* Accepts the run in the journal, before anything else happens. Outside a project a read leaves no record; a change
* always does, or does not run.
*/
async function openRecord(request, world) {
	const { host, loaded } = world;
	const { system } = host;
	if (loaded.file === void 0 && request.command.effect === "read") return unrecorded;
	let journal;
	try {
		journal = await system.journal(loaded.config.journal.path);
		const interrupted = await recover(journal, system, system.clock);
		const run = host.run ?? await accept(journal, request, host);
		return recorded(journal, run, interrupted, request, world);
	} catch (error) {
		await journal?.close().catch(() => {});
		if (request.command.effect === "change" || host.run !== void 0) throw notRecorded(error);
		return {
			...unrecorded,
			fault: error,
			reportInterrupted: async (output) => output.warn(`this run is not recorded: ${wordsOf$1(error)}`)
		};
	}
}
function recorded(journal, run, interrupted, request, { host: { system, origin }, redact }) {
	const { name: command, effect } = request.command;
	const subject = {
		command,
		effect,
		environment: environmentOf(request)
	};
	const self = system.identify();
	const vouching = setInterval(() => void journal.vouch(self).catch(() => {}), vouchEvery).unref();
	return {
		run,
		journal,
		fault: void 0,
		start: () => journal.start(run, {
			...subject,
			process: self,
			at: system.clock.now()
		}),
		finish: ({ message, ...end }) => {
			const said = message === void 0 ? {} : { message: redact(message) };
			return journal.finish(run, {
				...end,
				...said,
				subject
			});
		},
		reportInterrupted: async (output) => {
			if (origin.type === "room") return;
			for (const { run: lost } of interrupted) output.warn(describeInterrupted(lost));
		},
		close: () => {
			clearInterval(vouching);
			return journal.close();
		}
	};
}
const unrecorded = {
	run: void 0,
	journal: void 0,
	fault: void 0,
	start: async () => {},
	finish: async () => {},
	reportInterrupted: async () => {},
	close: async () => {}
};
async function accept(journal, request, host) {
	const { argv } = request;
	const { actor, origin, system } = host;
	const row = await journal.accept({
		argv,
		actor,
		origin,
		process: system.identify(),
		at: system.clock.now()
	});
	if (row === void 0) throw new OpsError("bug", "a run without a claim was refused by the journal");
	return row.id;
}
/** Ends what a killed process left running, so that the lock it held is really free. */
async function recover(journal, { alive, killGroup, killRun }, clock) {
	const interrupted = await journal.recover(alive, clock.now());
	await Promise.all(interrupted.flatMap(({ run, groups }) => [killRun(run.id, run.process), ...groups.map((group) => killGroup(group))]));
	return interrupted;
}
function describeInterrupted({ id, argv, actor, acceptedAt }) {
	const since = acceptedAt.toISOString().slice(0, 16).replace("T", " ");
	return `${formatLine(argv)} (run ${id} of ${actor.name}, ${since} UTC) was interrupted: its process was killed. It was not run again`;
}
function notRecorded(error, what = "nothing was run") {
	const outcome = error instanceof OpsError && error.outcome !== "ok" ? error.outcome : "unavailable";
	const hint = error instanceof OpsError ? error.hint : void 0;
	return new OpsError(outcome, `${what}, because it could not be recorded: ${wordsOf$1(error)}`, {
		...hint === void 0 ? {} : { hint },
		cause: error
	});
}
// src/command/suggest.ts
const furthest = 3;
/**
* The candidates that `word` was probably meant to be, best first: those that begin with it and those a slip or two
* away. Empty where nothing is close.
*/
function nearest(word, candidates, limit = 3) {
	const typed = word.toLowerCase();
	return [...new Set(candidates)].map((candidate) => ({
		candidate,
		score: score(typed, candidate.toLowerCase())
	})).filter(({ score }) => score !== void 0).sort((one, other) => (one.score ?? 0) - (other.score ?? 0)).slice(0, limit).map(({ candidate }) => candidate);
}
/** 0 is the same word; a beginning is as good as one slip. */
function score(typed, candidate) {
	if (typed.length > 1 && typed !== candidate && candidate.startsWith(typed)) return 1;
	const longer = Math.max(typed.length, candidate.length);
	if (Math.abs(typed.length - candidate.length) > furthest) return void 0;
	const slips = distance(typed, candidate);
	return slips <= Math.min(furthest, Math.max(1, Math.floor(longer / 3))) && slips * 2 < longer ? slips : void 0;
}
/** Damerau-Levenshtein: letters left out, put in, mistaken, or swapped with their neighbour. */
function distance(one, other) {
	let before = [];
	let above = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (let row = 1; row <= one.length; row++) {
		const current = [row];
		for (let column = 1; column <= other.length; column++) {
			const same = one[row - 1] === other[column - 1];
			const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			current[column] = Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1), swapped ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY);
		}
		before = above;
		above = current;
	}
	return at(above, other.length);
}
const at = (row, column) => row[column] ?? Number.POSITIVE_INFINITY;
// src/run/late.ts
const longestPause = 5e3;
/** Tries again what the journal did not take. False where it never did. */
async function insist(write, { clock, signal, most }) {
	const until = clock.now().getTime() + most;
	for (let pause = 500;; pause = Math.min(pause * 2, longestPause)) {
		await clock.sleep(pause, signal).catch(() => {});
		try {
			await write();
			return true;
		} catch (error) {
			if (!isPassing(error) || signal.aborted || clock.now().getTime() >= until) return false;
		}
	}
}
/** Whether what is wrong with the journal may be over soon: another process has it, or the disk is full. */
function isPassing(error) {
	if (!(error instanceof OpsError) || error.details?.["gone"] === true) return false;
	return error.outcome === "retry" || error.outcome === "unavailable";
}
// ../../../work/main/node_modules/js-yaml/dist/js-yaml.cjs.js
var require_js_yaml_cjs = /* @__PURE__ */ __commonJSMin(((exports) => {
	/*! js-yaml 5.5.0 https://github.com/nodeca/js-yaml @license MIT */
	Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
	/**
	* Returned by a scalar resolver when the source does not match its tag.
	*
	* @category Tags
	*/
	var NOT_RESOLVED = Symbol("NOT_RESOLVED");
	/**
	* Create a normalized scalar tag definition.
	*
	* @category Tags
	*/
	function defineScalarTag(tagName, options) {
		var _options$implicit, _options$matchByTagPr, _options$implicitFirs, _options$represent, _options$representTag;
		return {
			tagName,
			nodeKind: "scalar",
			implicit: (_options$implicit = options.implicit) !== null && _options$implicit !== void 0 ? _options$implicit : false,
			matchByTagPrefix: (_options$matchByTagPr = options.matchByTagPrefix) !== null && _options$matchByTagPr !== void 0 ? _options$matchByTagPr : false,
			implicitFirstChars: (_options$implicitFirs = options.implicitFirstChars) !== null && _options$implicitFirs !== void 0 ? _options$implicitFirs : null,
			resolve: options.resolve,
			identify: options.identify,
			represent: (_options$represent = options.represent) !== null && _options$represent !== void 0 ? _options$represent : ((data) => String(data)),
			representTagName: (_options$representTag = options.representTagName) !== null && _options$representTag !== void 0 ? _options$representTag : (() => tagName)
		};
	}
	/**
	* Create a normalized sequence tag definition.
	*
	* @category Tags
	*/
	function defineSequenceTag(tagName, options) {
		var _options$matchByTagPr2, _options$finalize, _options$represent2, _options$representTag2;
		const carrierIsResult = options.finalize === void 0;
		return {
			tagName,
			nodeKind: "sequence",
			implicit: false,
			matchByTagPrefix: (_options$matchByTagPr2 = options.matchByTagPrefix) !== null && _options$matchByTagPr2 !== void 0 ? _options$matchByTagPr2 : false,
			create: options.create,
			addItem: options.addItem,
			finalize: (_options$finalize = options.finalize) !== null && _options$finalize !== void 0 ? _options$finalize : ((carrier) => carrier),
			carrierIsResult,
			identify: options.identify,
			represent: (_options$represent2 = options.represent) !== null && _options$represent2 !== void 0 ? _options$represent2 : ((data) => data),
			representTagName: (_options$representTag2 = options.representTagName) !== null && _options$representTag2 !== void 0 ? _options$representTag2 : (() => tagName)
		};
	}
	/**
	* Create a normalized mapping tag definition.
	*
	* @category Tags
	*/
	function defineMappingTag(tagName, options) {
		var _options$matchByTagPr3, _options$finalize2, _options$represent3, _options$representTag3;
		const carrierIsResult = options.finalize === void 0;
		return {
			tagName,
			nodeKind: "mapping",
			implicit: false,
			matchByTagPrefix: (_options$matchByTagPr3 = options.matchByTagPrefix) !== null && _options$matchByTagPr3 !== void 0 ? _options$matchByTagPr3 : false,
			create: options.create,
			addPair: options.addPair,
			has: options.has,
			keys: options.keys,
			get: options.get,
			finalize: (_options$finalize2 = options.finalize) !== null && _options$finalize2 !== void 0 ? _options$finalize2 : ((carrier) => carrier),
			carrierIsResult,
			identify: options.identify,
			represent: (_options$represent3 = options.represent) !== null && _options$represent3 !== void 0 ? _options$represent3 : ((data) => data),
			representTagName: (_options$representTag3 = options.representTagName) !== null && _options$representTag3 !== void 0 ? _options$representTag3 : (() => tagName)
		};
	}
	/** @category Tags */
	var strTag = defineScalarTag("tag:yaml.org,2002:str", {
		resolve: (source) => source,
		identify: (data) => typeof data === "string"
	});
	var NULL_VALUES$1 = [
		"",
		"~",
		"null",
		"Null",
		"NULL"
	];
	/** @category Tags */
	var nullCoreTag = defineScalarTag("tag:yaml.org,2002:null", {
		implicit: true,
		implicitFirstChars: [
			"",
			"~",
			"n",
			"N"
		],
		resolve: (source) => {
			if (NULL_VALUES$1.indexOf(source) !== -1) return null;
			return NOT_RESOLVED;
		},
		identify: (object) => object === null,
		represent: () => "null"
	});
	/** @category Tags */
	var nullJsonTag = defineScalarTag("tag:yaml.org,2002:null", {
		implicit: true,
		implicitFirstChars: ["n"],
		resolve: (source, isExplicit) => {
			if (source === "null" || isExplicit && source === "") return null;
			return NOT_RESOLVED;
		},
		identify: (object) => object === null,
		represent: () => "null"
	});
	var NULL_VALUES = [
		"",
		"~",
		"null",
		"Null",
		"NULL"
	];
	/** @category Tags */
	var nullYaml11Tag = defineScalarTag("tag:yaml.org,2002:null", {
		implicit: true,
		implicitFirstChars: [
			"",
			"~",
			"n",
			"N"
		],
		resolve: (source) => {
			if (NULL_VALUES.indexOf(source) !== -1) return null;
			return NOT_RESOLVED;
		},
		identify: (object) => object === null,
		represent: () => "null"
	});
	var TRUE_VALUES$2 = [
		"true",
		"True",
		"TRUE"
	];
	var FALSE_VALUES$2 = [
		"false",
		"False",
		"FALSE"
	];
	/** @category Tags */
	var boolCoreTag = defineScalarTag("tag:yaml.org,2002:bool", {
		implicit: true,
		implicitFirstChars: [
			"t",
			"T",
			"f",
			"F"
		],
		resolve: (source) => {
			if (TRUE_VALUES$2.indexOf(source) !== -1) return true;
			if (FALSE_VALUES$2.indexOf(source) !== -1) return false;
			return NOT_RESOLVED;
		},
		identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
		represent: (object) => object ? "true" : "false"
	});
	var TRUE_VALUES$1 = ["true"];
	var FALSE_VALUES$1 = ["false"];
	/** @category Tags */
	var boolJsonTag = defineScalarTag("tag:yaml.org,2002:bool", {
		implicit: true,
		implicitFirstChars: ["t", "f"],
		resolve: (source) => {
			if (TRUE_VALUES$1.indexOf(source) !== -1) return true;
			if (FALSE_VALUES$1.indexOf(source) !== -1) return false;
			return NOT_RESOLVED;
		},
		identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
		represent: (object) => object ? "true" : "false"
	});
	var TRUE_VALUES = [
		"true",
		"True",
		"TRUE",
		"y",
		"Y",
		"yes",
		"Yes",
		"YES",
		"on",
		"On",
		"ON"
	];
	var FALSE_VALUES = [
		"false",
		"False",
		"FALSE",
		"n",
		"N",
		"no",
		"No",
		"NO",
		"off",
		"Off",
		"OFF"
	];
	/** @category Tags */
	var boolYaml11Tag = defineScalarTag("tag:yaml.org,2002:bool", {
		implicit: true,
		implicitFirstChars: [
			"y",
			"Y",
			"n",
			"N",
			"t",
			"T",
			"f",
			"F",
			"o",
			"O"
		],
		resolve: (source) => {
			if (TRUE_VALUES.indexOf(source) !== -1) return true;
			if (FALSE_VALUES.indexOf(source) !== -1) return false;
			return NOT_RESOLVED;
		},
		identify: (object) => Object.prototype.toString.call(object) === "[object Boolean]",
		represent: (object) => object ? "true" : "false"
	});
	var YAML_INTEGER_IMPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
	var YAML_INTEGER_EXPLICIT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
	function parseYamlInteger$2(source) {
		let value = source;
		let sign = 1;
		if (value[0] === "-" || value[0] === "+") {
			if (value[0] === "-") sign = -1;
			value = value.slice(1);
		}
		if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
		if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
		if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
		return sign * parseInt(value, 10);
	}
	function resolveYamlInteger$2(source, isExplicit) {
		if (isExplicit) {
			if (!YAML_INTEGER_EXPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
		} else if (!YAML_INTEGER_IMPLICIT_PATTERN$1.test(source)) return NOT_RESOLVED;
		const result = parseYamlInteger$2(source);
		return Number.isFinite(result) ? result : NOT_RESOLVED;
	}
	/** @category Tags */
	var intCoreTag = defineScalarTag("tag:yaml.org,2002:int", {
		implicit: true,
		implicitFirstChars: [
			"-",
			"+",
			..."0123456789"
		],
		resolve: resolveYamlInteger$2,
		identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
		represent: (object) => object.toString(10)
	});
	var YAML_INTEGER_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)$");
	var YAML_INTEGER_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1]+|[-+]?0o[0-7]+|[-+]?0x[0-9a-fA-F]+|[-+]?[0-9]+)$");
	function parseYamlInteger$1(source) {
		let value = source;
		let sign = 1;
		if (value[0] === "-" || value[0] === "+") {
			if (value[0] === "-") sign = -1;
			value = value.slice(1);
		}
		if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
		if (value.startsWith("0o")) return sign * parseInt(value.slice(2), 8);
		if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
		return sign * parseInt(value, 10);
	}
	function resolveYamlInteger$1(source, isExplicit) {
		if (isExplicit) {
			if (!YAML_INTEGER_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
		} else if (!YAML_INTEGER_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
		const result = parseYamlInteger$1(source);
		return Number.isFinite(result) ? result : NOT_RESOLVED;
	}
	/** @category Tags */
	var intJsonTag = defineScalarTag("tag:yaml.org,2002:int", {
		implicit: true,
		implicitFirstChars: ["-", ..."0123456789"],
		resolve: resolveYamlInteger$1,
		identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
		represent: (object) => object.toString(10)
	});
	var YAML_INTEGER_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?0b[0-1_]+|[-+]?0[0-7_]+|[-+]?0x[0-9a-fA-F_]+|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+|[-+]?(?:0|[1-9][0-9_]*))$");
	function parseYamlInteger(source) {
		let value = source.replace(/_/g, "");
		let sign = 1;
		if (value[0] === "-" || value[0] === "+") {
			if (value[0] === "-") sign = -1;
			value = value.slice(1);
		}
		if (value.startsWith("0b")) return sign * parseInt(value.slice(2), 2);
		if (value.startsWith("0x")) return sign * parseInt(value.slice(2), 16);
		if (value.includes(":")) {
			let result = 0;
			for (const part of value.split(":")) result = result * 60 + Number(part);
			return sign * result;
		}
		if (value !== "0" && value[0] === "0") return sign * parseInt(value, 8);
		return sign * parseInt(value, 10);
	}
	function resolveYamlInteger(source) {
		if (!YAML_INTEGER_PATTERN.test(source)) return NOT_RESOLVED;
		const result = parseYamlInteger(source);
		return Number.isFinite(result) ? result : NOT_RESOLVED;
	}
	/** @category Tags */
	var intYaml11Tag = defineScalarTag("tag:yaml.org,2002:int", {
		implicit: true,
		implicitFirstChars: [
			"-",
			"+",
			..."0123456789"
		],
		resolve: resolveYamlInteger,
		identify: (object) => Number.isInteger(object) && !Object.is(object, -0) && object.toString(10).indexOf("e") < 0,
		represent: (object) => object.toString(10)
	});
	var YAML_FLOAT_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
	var YAML_FLOAT_SPECIAL_PATTERN$1 = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
	function resolveYamlFloat$2(source) {
		if (!YAML_FLOAT_PATTERN$1.test(source)) return NOT_RESOLVED;
		let value = source.toLowerCase();
		const sign = value[0] === "-" ? -1 : 1;
		if ("+-".includes(value[0])) value = value.slice(1);
		if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		if (value === ".nan") return NaN;
		const result = sign * parseFloat(value);
		if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN$1.test(source)) return result;
		return NOT_RESOLVED;
	}
	function representYamlFloat$2(object) {
		if (isNaN(object)) return ".nan";
		if (object === Number.POSITIVE_INFINITY) return ".inf";
		if (object === Number.NEGATIVE_INFINITY) return "-.inf";
		if (Object.is(object, -0)) return "-0.0";
		const result = object.toString(10);
		return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
	}
	/** @category Tags */
	var floatCoreTag = defineScalarTag("tag:yaml.org,2002:float", {
		implicit: true,
		implicitFirstChars: [
			"-",
			"+",
			".",
			..."0123456789"
		],
		resolve: resolveYamlFloat$2,
		identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
		represent: representYamlFloat$2
	});
	var YAML_FLOAT_IMPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^-?(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$");
	var YAML_FLOAT_EXPLICIT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9]+(?:[eE][-+]?[0-9]+)?|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
	function resolveYamlFloat$1(source, isExplicit) {
		if (isExplicit) {
			if (!YAML_FLOAT_EXPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
			let value = source.toLowerCase();
			const sign = value[0] === "-" ? -1 : 1;
			if ("+-".includes(value[0])) value = value.slice(1);
			if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
			if (value === ".nan") return NaN;
			const result = sign * parseFloat(value);
			return Number.isFinite(result) ? result : NOT_RESOLVED;
		}
		if (!YAML_FLOAT_IMPLICIT_PATTERN.test(source)) return NOT_RESOLVED;
		const result = Number(source);
		if (Number.isFinite(result)) return result;
		return NOT_RESOLVED;
	}
	function representYamlFloat$1(object) {
		if (isNaN(object)) return ".nan";
		if (object === Number.POSITIVE_INFINITY) return ".inf";
		if (object === Number.NEGATIVE_INFINITY) return "-.inf";
		if (Object.is(object, -0)) return "-0.0";
		const result = object.toString(10);
		return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
	}
	/** @category Tags */
	var floatJsonTag = defineScalarTag("tag:yaml.org,2002:float", {
		implicit: true,
		implicitFirstChars: ["-", ..."0123456789"],
		resolve: resolveYamlFloat$1,
		identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
		represent: representYamlFloat$1
	});
	var YAML_FLOAT_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?(?:(?:[0-9][0-9_]*)?\\.[0-9_]*)(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
	var YAML_FLOAT_SPECIAL_PATTERN = /* @__PURE__ */ new RegExp("^(?:[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))$");
	function resolveYamlFloat(source) {
		if (!YAML_FLOAT_PATTERN.test(source)) return NOT_RESOLVED;
		let value = source.toLowerCase().replace(/_/g, "");
		const sign = value[0] === "-" ? -1 : 1;
		if ("+-".includes(value[0])) value = value.slice(1);
		if (value === ".inf") return sign === 1 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
		if (value === ".nan") return NaN;
		let result = 0;
		if (value.includes(":")) {
			for (const part of value.split(":")) result = result * 60 + Number(part);
			result *= sign;
		} else result = sign * parseFloat(value);
		if (Number.isFinite(result) || YAML_FLOAT_SPECIAL_PATTERN.test(source)) return result;
		return NOT_RESOLVED;
	}
	function representYamlFloat(object) {
		if (isNaN(object)) return ".nan";
		if (object === Number.POSITIVE_INFINITY) return ".inf";
		if (object === Number.NEGATIVE_INFINITY) return "-.inf";
		if (Object.is(object, -0)) return "-0.0";
		const result = object.toString(10);
		return /^[-+]?[0-9]+e/.test(result) ? result.replace("e", ".e") : result;
	}
	/** @category Tags */
	var floatYaml11Tag = defineScalarTag("tag:yaml.org,2002:float", {
		implicit: true,
		implicitFirstChars: [
			"-",
			"+",
			".",
			..."0123456789"
		],
		resolve: resolveYamlFloat,
		identify: (object) => typeof object === "number" && (!Number.isInteger(object) || Object.is(object, -0) || object.toString(10).indexOf("e") >= 0),
		represent: representYamlFloat
	});
	/**
	* Enables merge keys in {@link CORE_SCHEMA} when added with
	* {@link Schema.withTags}.
	*
	* @category Tags
	*/
	var mergeTag = defineScalarTag("tag:yaml.org,2002:merge", {
		implicit: true,
		implicitFirstChars: ["<"],
		resolve: (source, isExplicit) => {
			if (source === "<<" || isExplicit && source === "") return "<<";
			return NOT_RESOLVED;
		},
		identify: () => false
	});
	var BASE64_PATTERN = /^[A-Za-z0-9+/]*={0,2}$/;
	function resolveYamlBinary(source) {
		const input = source.replace(/\s/g, "");
		if (input.length % 4 !== 0 || !BASE64_PATTERN.test(input)) return NOT_RESOLVED;
		const binary = atob(input);
		const result = new Uint8Array(binary.length);
		for (let index = 0; index < binary.length; index++) result[index] = binary.charCodeAt(index);
		return result;
	}
	function representYamlBinary(object) {
		let binary = "";
		for (let index = 0; index < object.length; index++) binary += String.fromCharCode(object[index]);
		return btoa(binary);
	}
	/**
	* The `!!binary` tag, represented as a `Uint8Array`.
	*
	* @category Tags
	*/
	var binaryTag = defineScalarTag("tag:yaml.org,2002:binary", {
		resolve: resolveYamlBinary,
		identify: (object) => Object.prototype.toString.call(object) === "[object Uint8Array]",
		represent: representYamlBinary
	});
	var YAML_DATE_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9])-([0-9][0-9])$");
	var YAML_TIMESTAMP_REGEXP = /* @__PURE__ */ new RegExp("^([0-9][0-9][0-9][0-9])-([0-9][0-9]?)-([0-9][0-9]?)(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9][0-9]):([0-9][0-9])(?:\\.([0-9]*))?(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9][0-9]))?))?$");
	function makeUtcDate(year, month, day, hour = 0, minute = 0, second = 0, fraction = 0) {
		const date = new Date(Date.UTC(year, month, day, hour, minute, second, fraction));
		date.setUTCFullYear(year, month, day);
		return date;
	}
	function resolveYamlTimestamp(source) {
		let match = YAML_DATE_REGEXP.exec(source);
		if (match === null) match = YAML_TIMESTAMP_REGEXP.exec(source);
		if (match === null) return NOT_RESOLVED;
		const year = +match[1];
		const month = +match[2] - 1;
		const day = +match[3];
		if (!match[4]) {
			const date = makeUtcDate(year, month, day);
			if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
			return date;
		}
		const hour = +match[4];
		const minute = +match[5];
		const second = +match[6];
		let fraction = 0;
		if (hour > 23 || minute > 59 || second > 59) return NOT_RESOLVED;
		if (match[7]) {
			let value = match[7].slice(0, 3);
			while (value.length < 3) value += "0";
			fraction = +value;
		}
		const date = makeUtcDate(year, month, day, hour, minute, second, fraction);
		if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month || date.getUTCDate() !== day) return NOT_RESOLVED;
		if (match[9]) {
			const offsetHour = +match[10];
			const offsetMinute = +(match[11] || 0);
			if (offsetHour > 23 || offsetMinute > 59) return NOT_RESOLVED;
			const offset = (offsetHour * 60 + offsetMinute) * 6e4;
			date.setTime(date.getTime() - (match[9] === "-" ? -offset : offset));
		}
		return date;
	}
	/**
	* The YAML 1.1 `!!timestamp` tag, represented as a JavaScript `Date`.
	*
	* @category Tags
	*/
	var timestampTag = defineScalarTag("tag:yaml.org,2002:timestamp", {
		implicit: true,
		implicitFirstChars: [..."0123456789"],
		resolve: resolveYamlTimestamp,
		identify: (object) => object instanceof Date,
		represent: (object) => object.toISOString()
	});
	/** @category Tags */
	var seqTag = defineSequenceTag("tag:yaml.org,2002:seq", {
		create: () => [],
		addItem: (container, item) => {
			container.push(item);
		},
		identify: Array.isArray
	});
	function isPlainObject(data) {
		if (data === null || typeof data !== "object" || Array.isArray(data)) return false;
		const prototype = Object.getPrototypeOf(data);
		return prototype === null || prototype === Object.prototype;
	}
	function pick(object, keys) {
		const result = {};
		for (const key of keys) if (object[key] !== void 0) result[key] = object[key];
		return result;
	}
	/**
	* Provided only for YAML 1.1 compatibility and supported by the loader only.
	* JavaScript has no dedicated class to represent this type, so it cannot be
	* identified and dumped.
	*
	* ```yaml
	* !!omap
	*   - one: 1
	*   - two: 2
	* ```
	*
	* is loaded as
	*
	* ```javascript
	* [
	*   { one: 1 },
	*   { two: 2 }
	* ]
	* ```
	*
	* @category Tags
	*/
	var omapTag = defineSequenceTag("tag:yaml.org,2002:omap", {
		create: () => ({
			list: [],
			seen: /* @__PURE__ */ new Set()
		}),
		addItem: (carrier, item) => {
			let key;
			if (item instanceof Map) {
				if (item.size !== 1) return "cannot resolve an ordered map item";
				key = item.keys().next().value;
			} else if (isPlainObject(item)) {
				const itemKeys = Object.keys(item);
				if (itemKeys.length !== 1) return "cannot resolve an ordered map item";
				key = itemKeys[0];
			} else return "cannot resolve an ordered map item";
			if (carrier.seen.has(key)) return "duplicate key in ordered map";
			carrier.seen.add(key);
			carrier.list.push(item);
			return "";
		},
		finalize: (carrier) => carrier.list,
		identify: () => false
	});
	/**
	* Provided only for YAML 1.1 compatibility and supported by the loader only.
	* JavaScript has no dedicated class to represent this type, so it cannot be
	* identified and dumped.
	*
	* ```yaml
	* !!pairs
	*   - one: 1
	*   - two: 2
	* ```
	*
	* is loaded as
	*
	* ```javascript
	* [
	*   ['one', 1],
	*   ['two', 2]
	* ]
	* ```
	*
	* @category Tags
	*/
	var pairsTag = defineSequenceTag("tag:yaml.org,2002:pairs", {
		create: () => [],
		addItem: (container, item) => {
			if (item instanceof Map) {
				if (item.size !== 1) return "cannot resolve a pairs item";
				container.push(item.entries().next().value);
				return "";
			}
			if (Object.prototype.toString.call(item) !== "[object Object]") return "cannot resolve a pairs item";
			const object = item;
			const keys = Object.keys(object);
			if (keys.length !== 1) return "cannot resolve a pairs item";
			container.push([keys[0], object[keys[0]]]);
			return "";
		},
		identify: () => false
	});
	/**
	* This is the default mapping implementation. It uses `{}` objects and has only
	* partial functionality due to language limitations. This choice was made
	* because users expect to get JavaScript objects, and it was left unchanged to
	* avoid too many breaking changes in the v5 release.
	*
	* Side effects:
	*
	* - `Object.hasOwn()` checks or `for...of` loops are required for safe use (to
	*   avoid falling through to prototypes).
	* - Only scalar string keys are supported properly.
	* - Other scalar keys, such as `null` and numbers, are converted to strings.
	*   This is historical behaviour, and it can cause side effects such as
	*   problems with `!!merge`.
	*
	* Note that non-string scalar keys may be deprecated in future versions.
	*
	* Ideally, use {@link realMapTag} instead.
	*
	* @category Tags
	*/
	var mapTag = defineMappingTag("tag:yaml.org,2002:map", {
		create: () => ({}),
		identify: isPlainObject,
		represent: (o) => {
			const map = /* @__PURE__ */ new Map();
			for (const key of Object.keys(o)) map.set(key, o[key]);
			return map;
		},
		addPair: (container, key, value) => {
			if (key !== null && typeof key === "object") return "object-based map does not support complex keys";
			const normalizedKey = String(key);
			if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
				value,
				enumerable: true,
				configurable: true,
				writable: true
			});
			else container[normalizedKey] = value;
			return "";
		},
		has: (container, key) => {
			if (key !== null && typeof key === "object") return false;
			return Object.prototype.hasOwnProperty.call(container, String(key));
		},
		keys: (container) => Object.keys(container),
		get: (container, key) => {
			const normalizedKey = String(key);
			if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
			return container[normalizedKey];
		}
	});
	/**
	* The YAML 1.1 `!!set` tag, represented as a JavaScript `Set`.
	*
	* @category Tags
	*/
	var setTag = defineMappingTag("tag:yaml.org,2002:set", {
		create: () => /* @__PURE__ */ new Set(),
		identify: (data) => data instanceof Set,
		represent: (data) => {
			const map = /* @__PURE__ */ new Map();
			for (const key of data) map.set(key, null);
			return map;
		},
		addPair: (container, key, value) => {
			if (value !== null) return "cannot resolve a set item";
			container.add(key);
			return "";
		},
		has: (container, key) => container.has(key),
		keys: (container) => container.keys(),
		get: () => null
	});
	function _typeof(o) {
		"@babel/helpers - typeof";
		return _typeof = "function" == typeof Symbol && "symbol" == typeof Symbol.iterator ? function(o) {
			return typeof o;
		} : function(o) {
			return o && "function" == typeof Symbol && o.constructor === Symbol && o !== Symbol.prototype ? "symbol" : typeof o;
		}, _typeof(o);
	}
	function toPrimitive(t, r) {
		if ("object" != _typeof(t) || !t) return t;
		var e = t[Symbol.toPrimitive];
		if (void 0 !== e) {
			var i = e.call(t, r || "default");
			if ("object" != _typeof(i)) return i;
			throw new TypeError("@@toPrimitive must return a primitive value.");
		}
		return ("string" === r ? String : Number)(t);
	}
	function toPropertyKey(t) {
		var i = toPrimitive(t, "string");
		return "symbol" == _typeof(i) ? i : i + "";
	}
	function _defineProperty(e, r, t) {
		return (r = toPropertyKey(r)) in e ? Object.defineProperty(e, r, {
			value: t,
			enumerable: !0,
			configurable: !0,
			writable: !0
		}) : e[r] = t, e;
	}
	function ownKeys(e, r) {
		var t = Object.keys(e);
		if (Object.getOwnPropertySymbols) {
			var o = Object.getOwnPropertySymbols(e);
			r && (o = o.filter(function(r) {
				return Object.getOwnPropertyDescriptor(e, r).enumerable;
			})), t.push.apply(t, o);
		}
		return t;
	}
	function _objectSpread2(e) {
		for (var r = 1; r < arguments.length; r++) {
			var t = null != arguments[r] ? arguments[r] : {};
			r % 2 ? ownKeys(Object(t), !0).forEach(function(r) {
				_defineProperty(e, r, t[r]);
			}) : Object.getOwnPropertyDescriptors ? Object.defineProperties(e, Object.getOwnPropertyDescriptors(t)) : ownKeys(Object(t)).forEach(function(r) {
				Object.defineProperty(e, r, Object.getOwnPropertyDescriptor(t, r));
			});
		}
		return e;
	}
	function createTagDefinitionMap() {
		return {
			scalar: Object.create(null),
			sequence: Object.create(null),
			mapping: Object.create(null)
		};
	}
	function createTagDefinitionListMap() {
		return {
			scalar: [],
			sequence: [],
			mapping: []
		};
	}
	function compileTags(tags) {
		const result = [];
		for (const tag of tags) {
			let index = result.length;
			for (let previousIndex = 0; previousIndex < result.length; previousIndex++) {
				const previous = result[previousIndex];
				if (previous.nodeKind === tag.nodeKind && previous.tagName === tag.tagName && previous.matchByTagPrefix === tag.matchByTagPrefix) {
					index = previousIndex;
					break;
				}
			}
			result[index] = tag;
		}
		return result;
	}
	/**
	* Controls tag resolution when loading and type selection when dumping.
	*
	* @category Schemas
	*/
	var Schema = class Schema {
		constructor(tags) {
			_defineProperty(this, "tags", void 0);
			_defineProperty(
				this,
				/** @internal */
				"implicitScalarTags",
				void 0
			);
			_defineProperty(
				this,
				/**
				* Dispatch implicit scalar resolvers by `source.charAt(0)`. Each bucket holds
				* the resolvers that may match that key, in schema order; a key absent from
				* the map uses
				* {@link Schema.implicitScalarAnyFirstChar}
				* (resolvers that declared no first-char constraint, so they apply to any
				* first character).
				*/
				"implicitScalarByFirstChar",
				void 0
			);
			_defineProperty(this, "implicitScalarAnyFirstChar", void 0);
			_defineProperty(
				this,
				/**
				* The default scalar tag (`!!str`), resolved once so the composer's fallback
				* for unresolved plain scalars avoids a keyed lookup per scalar.
				*
				* @internal
				*/
				"defaultScalarTag",
				void 0
			);
			_defineProperty(
				this,
				/**
				* The default container tags (`!!seq` / `!!map`), used by the dumper: when a
				* value is identified by its default tag, the tag is implicit and not
				* printed. Undefined if the schema does not define them (then such values
				* can't be dumped).
				*
				* @internal
				*/
				"defaultSequenceTag",
				void 0
			);
			_defineProperty(
				this,
				/** @internal */
				"defaultMappingTag",
				void 0
			);
			_defineProperty(this, "exact", void 0);
			_defineProperty(this, "prefix", void 0);
			const compiledTags = compileTags(tags);
			const implicitScalarTags = [];
			const exact = createTagDefinitionMap();
			const prefix = createTagDefinitionListMap();
			for (const tag of compiledTags) {
				if (tag.nodeKind === "scalar" && tag.implicit) {
					if (tag.matchByTagPrefix) throw new Error("Implicit scalar tags cannot match by tag prefix");
					implicitScalarTags.push(tag);
				}
				switch (tag.nodeKind) {
					case "scalar":
						if (tag.matchByTagPrefix) prefix.scalar.push(tag);
						else exact.scalar[tag.tagName] = tag;
						break;
					case "sequence":
						if (tag.matchByTagPrefix) prefix.sequence.push(tag);
						else exact.sequence[tag.tagName] = tag;
						break;
					case "mapping": if (tag.matchByTagPrefix) prefix.mapping.push(tag);
					else exact.mapping[tag.tagName] = tag;
				}
			}
			const implicitScalarAnyFirstChar = implicitScalarTags.filter((tag) => tag.implicitFirstChars === null);
			const keys = /* @__PURE__ */ new Set();
			for (const tag of implicitScalarTags) if (tag.implicitFirstChars !== null) for (const key of tag.implicitFirstChars) keys.add(key);
			const implicitScalarByFirstChar = /* @__PURE__ */ new Map();
			for (const key of keys) implicitScalarByFirstChar.set(key, implicitScalarTags.filter((tag) => tag.implicitFirstChars === null || tag.implicitFirstChars.indexOf(key) !== -1));
			const defaultScalarTag = exact.scalar["tag:yaml.org,2002:str"];
			if (!defaultScalarTag) throw new Error("schema does not define the default scalar tag (tag:yaml.org,2002:str)");
			this.tags = compiledTags;
			this.implicitScalarTags = implicitScalarTags;
			this.implicitScalarByFirstChar = implicitScalarByFirstChar;
			this.implicitScalarAnyFirstChar = implicitScalarAnyFirstChar;
			this.defaultScalarTag = defaultScalarTag;
			this.defaultSequenceTag = exact.sequence["tag:yaml.org,2002:seq"];
			this.defaultMappingTag = exact.mapping["tag:yaml.org,2002:map"];
			this.exact = exact;
			this.prefix = prefix;
		}
		/** @internal */
		lookupScalarTag(tagName) {
			const exactTag = this.exact.scalar[tagName];
			if (exactTag) return exactTag;
			for (const tag of this.prefix.scalar) if (tagName.startsWith(tag.tagName)) return tag;
		}
		/** @internal */
		lookupSequenceTag(tagName) {
			const exactTag = this.exact.sequence[tagName];
			if (exactTag) return exactTag;
			for (const tag of this.prefix.sequence) if (tagName.startsWith(tag.tagName)) return tag;
		}
		/** @internal */
		lookupMappingTag(tagName) {
			const exactTag = this.exact.mapping[tagName];
			if (exactTag) return exactTag;
			for (const tag of this.prefix.mapping) if (tagName.startsWith(tag.tagName)) return tag;
		}
		/** @internal */
		resolveImplicitScalarTag(source) {
			var _this$implicitScalarB;
			const candidates = (_this$implicitScalarB = this.implicitScalarByFirstChar.get(source.charAt(0))) !== null && _this$implicitScalarB !== void 0 ? _this$implicitScalarB : this.implicitScalarAnyFirstChar;
			for (const tag of candidates) {
				const value = tag.resolve(source, false, tag.tagName);
				if (value !== NOT_RESOLVED) return {
					value,
					tag
				};
			}
			const tag = this.defaultScalarTag;
			return {
				value: tag.resolve(source, false, tag.tagName),
				tag
			};
		}
		/**
		* Creates a new schema with the specified tags added. If a tag already
		* exists, it is replaced by the specified tag.
		*
		* @example
		*
		* ```javascript
		* import { CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
		*
		* const schema = CORE_SCHEMA.withTags(mergeTag, realMapTag)
		* ```
		*/
		withTags(...tags) {
			let flatTags = [];
			for (const tag of tags) flatTags = flatTags.concat(tag);
			return new Schema([...this.tags, ...flatTags]);
		}
	};
	/**
	* The YAML 1.2 Failsafe Schema: strings, sequences, and mappings.
	*
	* @category Schemas
	*/
	var FAILSAFE_SCHEMA = new Schema([
		strTag,
		seqTag,
		mapTag
	]);
	/**
	* The YAML 1.2 JSON Schema. It uses JSON scalar forms while retaining YAML
	* collection syntax.
	*
	* @category Schemas
	*/
	var JSON_SCHEMA = new Schema([
		...FAILSAFE_SCHEMA.tags,
		nullJsonTag,
		boolJsonTag,
		intJsonTag,
		floatJsonTag
	]);
	/**
	* The default schema for the loaders. Note, {@link CORE_SCHEMA} comes
	* without the `!!merge` tag. You can easily enable it if needed.
	*
	* @example
	* Enable {@link mergeTag}:
	*
	* ```javascript
	* import { load, CORE_SCHEMA, mergeTag } from 'js-yaml'
	*
	* try {
	*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag) })
	* } catch (e) {
	*   console.error(e)
	* }
	* ```
	*
	* @category Schemas
	*/
	var CORE_SCHEMA = new Schema([
		...FAILSAFE_SCHEMA.tags,
		nullCoreTag,
		boolCoreTag,
		intCoreTag,
		floatCoreTag
	]);
	/**
	* YAML 1.1-compatible schema.
	*
	* @category Schemas
	*/
	var YAML11_SCHEMA = new Schema([
		...FAILSAFE_SCHEMA.tags,
		nullYaml11Tag,
		boolYaml11Tag,
		intYaml11Tag,
		floatYaml11Tag,
		timestampTag,
		mergeTag,
		binaryTag,
		omapTag,
		pairsTag,
		setTag
	]);
	/**
	* The dumper schema for maximum compatibility. It combines all supported type
	* variants from YAML 1.1 and YAML 1.2 so strings matching any of them are
	* quoted. This makes the generated YAML more compatible with other parsers.
	*
	* The schema is based on YAML 1.1, but extends `!!int` and `!!float` to accept
	* both YAML 1.1 and Core Schema forms, since Core Schema supports some forms
	* that YAML 1.1 does not.
	*
	* @category Schemas
	*/
	var DUMP_SCHEMA = YAML11_SCHEMA.withTags(_objectSpread2(_objectSpread2({}, intYaml11Tag), {}, { resolve: (source, isExplicit, tagName) => {
		const result = intYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? intCoreTag.resolve(source, isExplicit, tagName) : result;
	} }), _objectSpread2(_objectSpread2({}, floatYaml11Tag), {}, { resolve: (source, isExplicit, tagName) => {
		const result = floatYaml11Tag.resolve(source, isExplicit, tagName);
		return result === NOT_RESOLVED ? floatCoreTag.resolve(source, isExplicit, tagName) : result;
	} }));
	/**
	* Recommended when non-string keys are actually needed. It uses native
	* JavaScript `Map` objects, so keys keep their constructed types instead of
	* being converted to strings.
	*
	* It is not the default to avoid widespread breaking changes in existing
	* projects. `Map` has a different access API and does not pass deep equality
	* checks against `{}`-based fixtures. Alongside the other changes in v5,
	* making it the default was considered too disruptive.
	*
	* If these differences are acceptable for your project, we recommend using
	* {@link realMapTag} to guarantee the absence of problems and side effects.
	*
	* @example
	* Enable {@link realMapTag}:
	*
	* ```javascript
	* import { load, CORE_SCHEMA, realMapTag } from 'js-yaml'
	*
	* try {
	*   load(data, { schema: CORE_SCHEMA.withTags(realMapTag) })
	* } catch (e) {
	*   console.error(e)
	* }
	* ```
	*
	* @category Tags
	*/
	var realMapTag = defineMappingTag("tag:yaml.org,2002:map", {
		create: () => /* @__PURE__ */ new Map(),
		addPair: (container, key, value) => {
			container.set(key, value);
			return "";
		},
		has: (container, key) => container.has(key),
		keys: (container) => container.keys(),
		get: (container, key) => container.get(key),
		identify: (data) => data instanceof Map || isPlainObject(data),
		represent: (data) => {
			if (data instanceof Map) return data;
			const map = /* @__PURE__ */ new Map();
			const obj = data;
			for (const key of Object.keys(obj)) map.set(key, obj[key]);
			return map;
		}
	});
	function normalizeKey(key) {
		if (Array.isArray(key)) {
			const array = Array.prototype.slice.call(key);
			for (let index = 0; index < array.length; index++) {
				if (Array.isArray(array[index])) return null;
				if (typeof array[index] === "object" && Object.prototype.toString.call(array[index]) === "[object Object]") array[index] = "[object Object]";
			}
			return String(array);
		}
		if (typeof key === "object" && Object.prototype.toString.call(key) === "[object Object]") return "[object Object]";
		return String(key);
	}
	/**
	* This implementation exists solely to reproduce v4 behavior exactly. Its use
	* is strongly discouraged. If complex or non-string keys are needed, use
	* {@link realMapTag} instead.
	*
	* @category Tags
	*/
	var legacyMapTag = defineMappingTag("tag:yaml.org,2002:map", {
		create: () => ({}),
		identify: isPlainObject,
		represent: (o) => {
			const map = /* @__PURE__ */ new Map();
			for (const key of Object.keys(o)) map.set(key, o[key]);
			return map;
		},
		addPair: (container, key, value) => {
			const normalizedKey = normalizeKey(key);
			if (normalizedKey === null) return "nested arrays are not supported inside keys";
			if (normalizedKey === "__proto__") Object.defineProperty(container, normalizedKey, {
				value,
				enumerable: true,
				configurable: true,
				writable: true
			});
			else container[normalizedKey] = value;
			return "";
		},
		has: (container, key) => {
			const normalizedKey = normalizeKey(key);
			return normalizedKey !== null && Object.prototype.hasOwnProperty.call(container, normalizedKey);
		},
		keys: (container) => Object.keys(container),
		get: (container, key) => {
			const normalizedKey = String(key);
			if (!Object.prototype.hasOwnProperty.call(container, normalizedKey)) return null;
			return container[normalizedKey];
		}
	});
	var DEFAULT_SNIPPET_OPTIONS = {
		maxLength: 79,
		indent: 1,
		linesBefore: 3,
		linesAfter: 2
	};
	function getLine(buffer, lineStart, lineEnd, position, maxLineLength) {
		let head = "";
		let tail = "";
		const maxHalfLength = Math.floor(maxLineLength / 2) - 1;
		if (position - lineStart > maxHalfLength) {
			head = " ... ";
			lineStart = position - maxHalfLength + head.length;
		}
		if (lineEnd - position > maxHalfLength) {
			tail = " ...";
			lineEnd = position + maxHalfLength - tail.length;
		}
		return {
			str: head + buffer.slice(lineStart, lineEnd).replace(/\t/g, "→") + tail,
			pos: position - lineStart + head.length
		};
	}
	function padStart(string, max) {
		return " ".repeat(Math.max(max - string.length, 0)) + string;
	}
	function makeSnippet(mark, options) {
		if (!mark.buffer) return null;
		const opts = _objectSpread2(_objectSpread2({}, DEFAULT_SNIPPET_OPTIONS), options);
		const re = /\r?\n|\r|\0/g;
		const lineStarts = [0];
		const lineEnds = [];
		let match;
		let foundLineNo = -1;
		while (match = re.exec(mark.buffer)) {
			lineEnds.push(match.index);
			lineStarts.push(match.index + match[0].length);
			if (mark.position <= match.index && foundLineNo < 0) foundLineNo = lineStarts.length - 2;
		}
		if (foundLineNo < 0) foundLineNo = lineStarts.length - 1;
		let result = "";
		const lineNoLength = Math.min(mark.line + opts.linesAfter, lineEnds.length).toString().length;
		const maxLineLength = opts.maxLength - (opts.indent + lineNoLength + 3);
		for (let i = 1; i <= opts.linesBefore; i++) {
			if (foundLineNo - i < 0) break;
			const line = getLine(mark.buffer, lineStarts[foundLineNo - i], lineEnds[foundLineNo - i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo - i]), maxLineLength);
			result = `${" ".repeat(opts.indent)}${padStart((mark.line - i + 1).toString(), lineNoLength)} | ${line.str}\n${result}`;
		}
		const line = getLine(mark.buffer, lineStarts[foundLineNo], lineEnds[foundLineNo], mark.position, maxLineLength);
		result += `${" ".repeat(opts.indent)}${padStart((mark.line + 1).toString(), lineNoLength)} | ${line.str}\n`;
		result += `${"-".repeat(opts.indent + lineNoLength + 3 + line.pos)}^\n`;
		for (let i = 1; i <= opts.linesAfter; i++) {
			if (foundLineNo + i >= lineEnds.length) break;
			const line = getLine(mark.buffer, lineStarts[foundLineNo + i], lineEnds[foundLineNo + i], mark.position - (lineStarts[foundLineNo] - lineStarts[foundLineNo + i]), maxLineLength);
			result += `${" ".repeat(opts.indent)}${padStart((mark.line + i + 1).toString(), lineNoLength)} | ${line.str}\n`;
		}
		return result.replace(/\n$/, "");
	}
	function formatError(exception, compact) {
		let where = "";
		if (!exception.mark) return exception.reason;
		if (exception.mark.name) where += `in "${exception.mark.name}" `;
		where += `(${exception.mark.line + 1}:${exception.mark.column + 1})`;
		if (!compact && exception.mark.snippet) where += `\n\n${exception.mark.snippet}`;
		return `${exception.reason} ${where}`;
	}
	/**
	* A YAML error. Unlike an ordinary `Error`, it adds a source snippet showing
	* the location of the problem to the error message, when available.
	*
	* @category Main
	*/
	var YAMLException = class YAMLException extends Error {
		/**
		* Optional `mark` contains source snippet data. Usually, use
		* {@link YAMLException.throwAt} instead of passing it directly.
		*/
		constructor(reason, mark) {
			super();
			_defineProperty(this, "reason", void 0);
			_defineProperty(this, "mark", void 0);
			this.name = "YAMLException";
			this.reason = reason;
			this.mark = mark;
			this.message = formatError(this, false);
			if (Error.captureStackTrace) Error.captureStackTrace(this, this.constructor);
		}
		/**
		* Returns the formatted error, omitting the source snippet in compact mode.
		*/
		toString(compact) {
			return `${this.name}: ${formatError(this, compact)}`;
		}
		/**
		* Builds a YAMLException with a source snippet and throws it. `source` is
		* the raw input text; `position` is an offset into it.
		*/
		static throwAt(source, position, message, filename = "") {
			let line = 0;
			let lineStart = 0;
			for (let index = 0; index < position; index++) {
				const ch = source.charCodeAt(index);
				if (ch === 10) {
					line++;
					lineStart = index + 1;
				} else if (ch === 13) {
					line++;
					if (source.charCodeAt(index + 1) === 10) index++;
					lineStart = index + 1;
				}
			}
			const mark = {
				name: filename,
				buffer: source,
				position,
				line,
				column: position - lineStart
			};
			mark.snippet = makeSnippet(mark);
			throw new YAMLException(message, mark);
		}
	};
	/** @category Events */
	var EVENT_ID = {
		DOCUMENT: 1,
		SEQUENCE: 2,
		MAPPING: 3,
		SCALAR: 4,
		ALIAS: 5,
		POP: 6
	};
	/** @category Nodes */
	var SCALAR_STYLE = {
		PLAIN: 1,
		SINGLE_QUOTED: 2,
		DOUBLE_QUOTED: 3,
		LITERAL_BLOCK: 4,
		FOLDED_BLOCK: 5
	};
	/** @category Nodes */
	var COLLECTION_STYLE = {
		BLOCK: 1,
		FLOW: 2
	};
	/** @category Nodes */
	var CHOMPING_MODE = {
		CLIP: 1,
		STRIP: 2,
		KEEP: 3
	};
	var NO_RANGE$3 = -1;
	function simpleEscapeSequence(c) {
		switch (c) {
			case 48: return "\0";
			case 97: return "\x07";
			case 98: return "\b";
			case 116: return "	";
			case 9: return "	";
			case 110: return "\n";
			case 118: return "\v";
			case 102: return "\f";
			case 114: return "\r";
			case 101: return "\x1B";
			case 32: return " ";
			case 34: return "\"";
			case 47: return "/";
			case 92: return "\\";
			case 78: return "";
			case 95: return "\xA0";
			case 76: return "\u2028";
			case 80: return "\u2029";
			default: return "";
		}
	}
	var simpleEscapeCheck = new Array(256);
	var simpleEscapeMap = new Array(256);
	for (let i = 0; i < 256; i++) {
		simpleEscapeCheck[i] = simpleEscapeSequence(i) ? 1 : 0;
		simpleEscapeMap[i] = simpleEscapeSequence(i);
	}
	function charFromCodepoint(c) {
		if (c <= 65535) return String.fromCharCode(c);
		return String.fromCharCode((c - 65536 >> 10) + 55296, (c - 65536 & 1023) + 56320);
	}
	function fromHexCode$1(c) {
		if (c >= 48 && c <= 57) return c - 48;
		return (c | 32) - 97 + 10;
	}
	function escapedHexLen$1(c) {
		if (c === 120) return 2;
		if (c === 117) return 4;
		return 8;
	}
	function skipFoldedBreaks(input, position, end) {
		let breaks = 0;
		while (position < end) {
			const ch = input.charCodeAt(position);
			if (ch === 10) {
				breaks++;
				position++;
			} else if (ch === 13) {
				breaks++;
				position++;
				if (input.charCodeAt(position) === 10) position++;
			} else if (ch === 32 || ch === 9) position++;
			else break;
		}
		return {
			position,
			breaks
		};
	}
	function foldedBreaks(count) {
		if (count === 1) return " ";
		return "\n".repeat(count - 1);
	}
	function getPlainValue(input, start, end) {
		let result = "";
		let position = start;
		let captureStart = start;
		let captureEnd = start;
		while (position < end) {
			const ch = input.charCodeAt(position);
			if (ch === 10 || ch === 13) {
				result += input.slice(captureStart, captureEnd);
				const fold = skipFoldedBreaks(input, position, end);
				result += foldedBreaks(fold.breaks);
				position = captureStart = captureEnd = fold.position;
			} else {
				position++;
				if (ch !== 32 && ch !== 9) captureEnd = position;
			}
		}
		return result + input.slice(captureStart, captureEnd);
	}
	function getSingleQuotedValue(input, start, end) {
		let result = "";
		let position = start;
		let captureStart = start;
		let captureEnd = start;
		while (position < end) {
			const ch = input.charCodeAt(position);
			if (ch === 39) {
				result += input.slice(captureStart, position) + "'";
				position += 2;
				captureStart = captureEnd = position;
			} else if (ch === 10 || ch === 13) {
				result += input.slice(captureStart, captureEnd);
				const fold = skipFoldedBreaks(input, position, end);
				result += foldedBreaks(fold.breaks);
				position = captureStart = captureEnd = fold.position;
			} else {
				position++;
				if (ch !== 32 && ch !== 9) captureEnd = position;
			}
		}
		return result + input.slice(captureStart, end);
	}
	function getDoubleQuotedValue(input, start, end) {
		let result = "";
		let position = start;
		let captureStart = start;
		let captureEnd = start;
		while (position < end) {
			const ch = input.charCodeAt(position);
			if (ch === 92) {
				result += input.slice(captureStart, position);
				position++;
				const escaped = input.charCodeAt(position);
				if (escaped === 10 || escaped === 13) position = skipFoldedBreaks(input, position, end).position;
				else if (escaped < 256 && simpleEscapeCheck[escaped]) {
					result += simpleEscapeMap[escaped];
					position++;
				} else {
					let hexLength = escapedHexLen$1(escaped);
					let hexResult = 0;
					for (; hexLength > 0; hexLength--) {
						position++;
						const digit = fromHexCode$1(input.charCodeAt(position));
						hexResult = (hexResult << 4) + digit;
					}
					result += charFromCodepoint(hexResult);
					position++;
				}
				captureStart = captureEnd = position;
			} else if (ch === 10 || ch === 13) {
				result += input.slice(captureStart, captureEnd);
				const fold = skipFoldedBreaks(input, position, end);
				result += foldedBreaks(fold.breaks);
				position = captureStart = captureEnd = fold.position;
			} else {
				position++;
				if (ch !== 32 && ch !== 9) captureEnd = position;
			}
		}
		return result + input.slice(captureStart, end);
	}
	function getBlockValue(input, start, end, indent, chomping, folded) {
		const textIndent = indent < 0 ? 0 : indent;
		const region = input.slice(start, end).replace(/\r\n?/g, "\n");
		const lines = region === "" ? [] : (region.endsWith("\n") ? region.slice(0, -1) : region).split("\n");
		let result = "";
		let didReadContent = false;
		let emptyLines = 0;
		let atMoreIndented = false;
		for (const line of lines) {
			let column = 0;
			while (column < textIndent && line.charCodeAt(column) === 32) column++;
			if (indent < 0 || column >= line.length) {
				emptyLines++;
				continue;
			}
			const content = line.slice(textIndent);
			const first = content.charCodeAt(0);
			if (folded) {
				if (first === 32 || first === 9) {
					atMoreIndented = true;
					result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
				} else if (atMoreIndented) {
					atMoreIndented = false;
					result += "\n".repeat(emptyLines + 1);
				} else if (emptyLines === 0) {
					if (didReadContent) result += " ";
				} else result += "\n".repeat(emptyLines);
			} else result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
			result += content;
			didReadContent = true;
			emptyLines = 0;
		}
		if (chomping === CHOMPING_MODE.KEEP) result += "\n".repeat(didReadContent ? 1 + emptyLines : emptyLines);
		else if (chomping !== CHOMPING_MODE.STRIP) {
			if (didReadContent) result += "\n";
		}
		return result;
	}
	/**
	* Decodes the scalar referenced by event offsets in `input`.
	*
	* @category Events
	*/
	function getScalarValue(input, scalar) {
		if (scalar.valueStart === NO_RANGE$3) return "";
		const { valueStart, valueEnd } = scalar;
		if (scalar.fast) return input.slice(valueStart, valueEnd);
		switch (scalar.style) {
			case SCALAR_STYLE.SINGLE_QUOTED: return getSingleQuotedValue(input, valueStart, valueEnd);
			case SCALAR_STYLE.DOUBLE_QUOTED: return getDoubleQuotedValue(input, valueStart, valueEnd);
			case SCALAR_STYLE.LITERAL_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, false);
			case SCALAR_STYLE.FOLDED_BLOCK: return getBlockValue(input, valueStart, valueEnd, scalar.indent, scalar.chomping, true);
			default: return getPlainValue(input, valueStart, valueEnd);
		}
	}
	var DEFAULT_TAG_HANDLERS = Object.assign(Object.create(null), {
		"!": "!",
		"!!": "tag:yaml.org,2002:"
	});
	var TAG_SUFFIX_CHARS = "-#;/?:@&=+$_.~*'()";
	var TAG_URI_CHARS = TAG_SUFFIX_CHARS + "!,[]";
	var HEX = "0123456789ABCDEF";
	function percentByte(byte) {
		return "%" + HEX[byte >> 4] + HEX[byte & 15];
	}
	function tagPercentEncode(source, isSuffix) {
		const allowed = isSuffix ? TAG_SUFFIX_CHARS : TAG_URI_CHARS;
		let result = "";
		for (let index = 0; index < source.length; index++) {
			let ch = source.charCodeAt(index);
			if (ch >= 48 && ch <= 57 || ch >= 65 && ch <= 90 || ch >= 97 && ch <= 122 || allowed.includes(source[index])) {
				result += source[index];
				continue;
			}
			if (ch >= 55296 && ch <= 56319) ch = 65536 + ((ch & 1023) << 10) + (source.charCodeAt(++index) & 1023);
			if (ch < 128) result += percentByte(ch);
			else if (ch < 2048) result += percentByte(192 | ch >> 6) + percentByte(128 | ch & 63);
			else if (ch < 65536) result += percentByte(224 | ch >> 12) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
			else result += percentByte(240 | ch >> 18) + percentByte(128 | ch >> 12 & 63) + percentByte(128 | ch >> 6 & 63) + percentByte(128 | ch & 63);
		}
		return result;
	}
	function tagPercentDecode(source) {
		let result = "";
		let index = 0;
		while (index < source.length) {
			if (source.charCodeAt(index) !== 37) {
				result += source[index++];
				continue;
			}
			let ch = parseInt(source.slice(index + 1, index + 3), 16);
			index += 3;
			if (ch >= 192) {
				let remaining = ch < 224 ? 1 : ch < 240 ? 2 : 3;
				ch &= (1 << 6 - remaining) - 1;
				while (remaining-- > 0) {
					ch = ch << 6 | parseInt(source.slice(index + 1, index + 3), 16) & 63;
					index += 3;
				}
			}
			if (ch < 65536) result += String.fromCharCode(ch);
			else {
				ch -= 65536;
				result += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
			}
		}
		return result;
	}
	function tagNameFull(rawTag, tagHandlers) {
		var _ref, _tagHandlers$handle;
		if (rawTag.startsWith("!<") && rawTag.endsWith(">")) return tagPercentDecode(rawTag.slice(2, -1));
		const handleEnd = rawTag.indexOf("!", 1);
		const handle = handleEnd === -1 ? "!" : rawTag.slice(0, handleEnd + 1);
		return tagPercentDecode((_ref = (_tagHandlers$handle = tagHandlers === null || tagHandlers === void 0 ? void 0 : tagHandlers[handle]) !== null && _tagHandlers$handle !== void 0 ? _tagHandlers$handle : DEFAULT_TAG_HANDLERS[handle]) !== null && _ref !== void 0 ? _ref : handle) + tagPercentDecode(rawTag.slice(handle.length));
	}
	function tagNameShort(fullTag) {
		let tag = fullTag;
		if (tag.charCodeAt(0) === 33) {
			tag = tag.slice(1);
			return `!${tagPercentEncode(tag, true)}`;
		}
		if (tag.slice(0, 18) === "tag:yaml.org,2002:") return `!!${tagPercentEncode(tag.slice(18), true)}`;
		return `!<${tagPercentEncode(tag, false)}>`;
	}
	var NO_RANGE$2 = -1;
	var MERGE_TAG_NAME = "tag:yaml.org,2002:merge";
	var DEFAULT_CONSTRUCTOR_OPTIONS = {
		filename: "",
		schema: CORE_SCHEMA,
		json: false,
		maxTotalMergeKeys: 1e4,
		maxAliases: -1
	};
	function eventPosition$1(event) {
		if ("tagStart" in event && event.tagStart !== NO_RANGE$2) return event.tagStart;
		if ("anchorStart" in event && event.anchorStart !== NO_RANGE$2) return event.anchorStart;
		if ("valueStart" in event && event.valueStart !== NO_RANGE$2) return event.valueStart;
		if ("start" in event) return event.start;
		return 0;
	}
	function throwError$1(state, message) {
		YAMLException.throwAt(state.source, state.position, message, state.filename);
	}
	function finalizeCollection(state, position, tag, carrier) {
		try {
			return tag.finalize(carrier);
		} catch (error) {
			if (error instanceof YAMLException) throw error;
			YAMLException.throwAt(state.source, position, error instanceof Error ? error.message : String(error), state.filename);
		}
	}
	function constructScalar(state, event) {
		const source = getScalarValue(state.source, event);
		const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
		const strTag = state.schema.defaultScalarTag;
		if (rawTag !== "") {
			var _state$schema$lookupM;
			if (rawTag === "!") return {
				value: source,
				tag: strTag
			};
			const tagName = tagNameFull(rawTag, state.tagHandlers);
			const scalarTag = state.schema.lookupScalarTag(tagName);
			if (scalarTag) {
				const result = scalarTag.resolve(source, true, tagName);
				if (result === NOT_RESOLVED) throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
				return {
					value: result,
					tag: scalarTag
				};
			}
			const collectionTagDef = (_state$schema$lookupM = state.schema.lookupMappingTag(tagName)) !== null && _state$schema$lookupM !== void 0 ? _state$schema$lookupM : state.schema.lookupSequenceTag(tagName);
			if (collectionTagDef) {
				if (source !== "") throwError$1(state, `cannot resolve a node with !<${tagName}> explicit tag`);
				const carrier = collectionTagDef.create(tagName);
				return {
					value: collectionTagDef.carrierIsResult ? carrier : finalizeCollection(state, state.position, collectionTagDef, carrier),
					tag: collectionTagDef
				};
			}
			throwError$1(state, `unknown scalar tag !<${tagName}>`);
		}
		if (event.style === SCALAR_STYLE.PLAIN) return state.schema.resolveImplicitScalarTag(source);
		return {
			value: strTag.resolve(source, false, strTag.tagName),
			tag: strTag
		};
	}
	function collectionTagName(state, event, defaultTagName) {
		const rawTag = event.tagStart === NO_RANGE$2 ? "" : state.source.slice(event.tagStart, event.tagEnd);
		return rawTag === "" || rawTag === "!" ? defaultTagName : tagNameFull(rawTag, state.tagHandlers);
	}
	function isMappingTag(tag) {
		return tag.nodeKind === "mapping";
	}
	function chargeMergeWork(state) {
		state.totalMergeKeys++;
		if (state.maxTotalMergeKeys !== -1 && state.totalMergeKeys > state.maxTotalMergeKeys) throwError$1(state, `merge keys exceeded maxTotalMergeKeys (${state.maxTotalMergeKeys})`);
	}
	function mergeKeys(state, frame, source, sourceTag) {
		chargeMergeWork(state);
		for (const sourceKey of sourceTag.keys(source)) {
			var _frame$overridable;
			chargeMergeWork(state);
			if (frame.tag.has(frame.value, sourceKey)) continue;
			const err = frame.tag.addPair(frame.value, sourceKey, sourceTag.get(source, sourceKey));
			if (err) throwError$1(state, err);
			(_frame$overridable = frame.overridable) !== null && _frame$overridable !== void 0 || (frame.overridable = /* @__PURE__ */ new Set());
			frame.overridable.add(sourceKey);
		}
	}
	function mergeSource(state, frame, source, sourceTag) {
		state.position = frame.keyPosition;
		if (isMappingTag(sourceTag)) mergeKeys(state, frame, source, sourceTag);
		else if (sourceTag.nodeKind === "sequence" && Array.isArray(source)) {
			if (source.length > 100) throwError$1(state, "abnormal merge sequence size");
			for (const element of source) {
				const elementTag = state.nodeTags.get(element);
				if (!elementTag) throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
				mergeKeys(state, frame, element, elementTag);
			}
		} else throwError$1(state, "cannot merge mappings; the provided source object is unacceptable");
	}
	function addMappingValue(state, frame, key, value, tag) {
		var _frame$overridable2, _frame$overridable3;
		state.position = frame.keyPosition;
		if (frame.keyIsMerge) {
			mergeSource(state, frame, value, tag);
			return;
		}
		if (!state.json && frame.tag.has(frame.value, key) && !((_frame$overridable2 = frame.overridable) === null || _frame$overridable2 === void 0 ? void 0 : _frame$overridable2.has(key))) throwError$1(state, "duplicated mapping key");
		const err = frame.tag.addPair(frame.value, key, value);
		if (err) throwError$1(state, err);
		(_frame$overridable3 = frame.overridable) === null || _frame$overridable3 === void 0 || _frame$overridable3.delete(key);
	}
	function addValue(state, value, tag) {
		const frame = state.frames[state.frames.length - 1];
		if (frame.kind === "document") {
			frame.value = value;
			frame.hasValue = true;
		} else if (frame.kind === "sequence") {
			if (isMappingTag(tag)) state.nodeTags.set(value, tag);
			const err = frame.tag.addItem(frame.value, value, frame.index++);
			if (err) throwError$1(state, err);
		} else if (frame.hasKey) {
			const key = frame.key;
			frame.key = void 0;
			frame.hasKey = false;
			addMappingValue(state, frame, key, value, tag);
		} else {
			frame.key = value;
			frame.keyPosition = state.position;
			frame.hasKey = true;
			frame.keyIsMerge = tag.tagName === MERGE_TAG_NAME;
		}
	}
	function storeAnchor(state, event, value, tag, isValueFinal) {
		if (event.anchorStart !== NO_RANGE$2) {
			const anchor = {
				value,
				tag,
				isValueFinal
			};
			state.anchors.set(state.source.slice(event.anchorStart, event.anchorEnd), anchor);
			return anchor;
		}
		return null;
	}
	/**
	* Constructs JavaScript documents directly from parser events, without an
	* intermediate AST.
	*
	* @category Events
	*/
	function constructFromEvents(events, options) {
		const state = _objectSpread2(_objectSpread2(_objectSpread2({}, DEFAULT_CONSTRUCTOR_OPTIONS), options), {}, {
			events,
			documents: [],
			eventIndex: 0,
			position: 0,
			frames: [],
			anchors: /* @__PURE__ */ new Map(),
			nodeTags: /* @__PURE__ */ new Map(),
			tagHandlers: Object.create(null),
			totalMergeKeys: 0,
			aliasCount: 0
		});
		while (state.eventIndex < state.events.length) {
			const event = state.events[state.eventIndex++];
			state.position = eventPosition$1(event);
			switch (event.type) {
				case EVENT_ID.DOCUMENT:
					state.anchors = /* @__PURE__ */ new Map();
					state.nodeTags = /* @__PURE__ */ new Map();
					state.aliasCount = 0;
					state.tagHandlers = Object.create(null);
					for (const directive of event.directives) if (directive.kind === "tag") state.tagHandlers[directive.handle] = directive.prefix;
					state.frames.push({
						kind: "document",
						position: state.position,
						value: void 0,
						hasValue: false
					});
					break;
				case EVENT_ID.SCALAR: {
					const { value, tag } = constructScalar(state, event);
					storeAnchor(state, event, value, tag, true);
					addValue(state, value, tag);
					break;
				}
				case EVENT_ID.SEQUENCE: {
					const tagName = collectionTagName(state, event, "tag:yaml.org,2002:seq");
					const tag = state.schema.lookupSequenceTag(tagName);
					if (!tag) throwError$1(state, `unknown sequence tag !<${tagName}>`);
					const value = tag.create(tagName);
					const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
					state.frames.push({
						kind: "sequence",
						position: state.position,
						value,
						tag,
						anchor,
						index: 0
					});
					break;
				}
				case EVENT_ID.MAPPING: {
					const tagName = collectionTagName(state, event, "tag:yaml.org,2002:map");
					const tag = state.schema.lookupMappingTag(tagName);
					if (!tag) throwError$1(state, `unknown mapping tag !<${tagName}>`);
					const value = tag.create(tagName);
					const anchor = storeAnchor(state, event, value, tag, tag.carrierIsResult);
					state.frames.push({
						kind: "mapping",
						position: state.position,
						value,
						tag,
						anchor,
						key: void 0,
						keyPosition: state.position,
						hasKey: false,
						keyIsMerge: false,
						overridable: null
					});
					break;
				}
				case EVENT_ID.ALIAS: {
					if (state.maxAliases !== -1 && ++state.aliasCount > state.maxAliases) throwError$1(state, `aliases exceeded maxAliases (${state.maxAliases})`);
					const name = state.source.slice(event.anchorStart, event.anchorEnd);
					const anchor = state.anchors.get(name);
					if (!anchor) throwError$1(state, `unidentified alias "${name}"`);
					if (!anchor.isValueFinal) throwError$1(state, `recursive alias "${name}" is not supported for tag ${anchor.tag.tagName} because it uses finalize()`);
					addValue(state, anchor.value, anchor.tag);
					break;
				}
				case EVENT_ID.POP: {
					const frame = state.frames.pop();
					if (frame.kind === "mapping" && frame.hasKey) {
						state.position = frame.keyPosition;
						throwError$1(state, "incomplete mapping pair in event stream");
					}
					if (frame.kind === "document") state.documents.push(frame.value);
					else {
						const value = frame.tag.carrierIsResult ? frame.value : finalizeCollection(state, frame.position, frame.tag, frame.value);
						if (frame.anchor) {
							frame.anchor.value = value;
							frame.anchor.isValueFinal = true;
						}
						addValue(state, value, frame.tag);
					}
					break;
				}
			}
		}
		return state.documents;
	}
	var NO_RANGE$1 = -1;
	var HAS_OWN = Object.prototype.hasOwnProperty;
	var CONTEXT_FLOW_IN = 1;
	var CONTEXT_FLOW_OUT = 2;
	var CONTEXT_BLOCK_IN = 3;
	var CONTEXT_BLOCK_OUT = 4;
	var PATTERN_NON_PRINTABLE = /[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x84\x86-\x9F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?:[^\uD800-\uDBFF]|^)[\uDC00-\uDFFF]/;
	var PATTERN_FLOW_INDICATORS = /[,\[\]{}]/;
	var PATTERN_TAG_HANDLE = /^(?:!|!!|![0-9A-Za-z-]+!)$/;
	var NS_URI_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$,_.!~*'()\[\]])`;
	var NS_TAG_CHAR = String.raw`(?:%[0-9A-Fa-f]{2}|[0-9A-Za-z\-#;/?:@&=+$.~*'()_])`;
	var PATTERN_TAG_URI = new RegExp(`^(?:${NS_URI_CHAR})*$`);
	var PATTERN_TAG_SUFFIX = new RegExp(`^(?:${NS_TAG_CHAR})+$`);
	var PATTERN_TAG_PREFIX = new RegExp(`^(?:!(?:${NS_URI_CHAR})*|${NS_TAG_CHAR}(?:${NS_URI_CHAR})*)$`);
	var DEFAULT_PARSER_OPTIONS = {
		filename: "",
		maxDepth: 100
	};
	function addDocumentEvent(state, explicitStart, explicitEnd) {
		state.events.push({
			type: EVENT_ID.DOCUMENT,
			explicitStart,
			explicitEnd,
			directives: state.directives
		});
	}
	function addSequenceEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
		state.events.push({
			type: EVENT_ID.SEQUENCE,
			start,
			anchorStart,
			anchorEnd,
			tagStart,
			tagEnd,
			style
		});
	}
	function addMappingEvent(state, start, anchorStart, anchorEnd, tagStart, tagEnd, style) {
		state.events.push({
			type: EVENT_ID.MAPPING,
			start,
			anchorStart,
			anchorEnd,
			tagStart,
			tagEnd,
			style
		});
	}
	function insertFlowPairMappingEvent(state, snapshot) {
		state.events.splice(snapshot.eventsLength, 0, {
			type: EVENT_ID.MAPPING,
			start: snapshot.position,
			anchorStart: NO_RANGE$1,
			anchorEnd: NO_RANGE$1,
			tagStart: NO_RANGE$1,
			tagEnd: NO_RANGE$1,
			style: COLLECTION_STYLE.FLOW
		});
	}
	function addScalarEvent(state, valueStart, valueEnd, anchorStart, anchorEnd, tagStart, tagEnd, style, chomping = CHOMPING_MODE.CLIP, indent = -1, fast = false) {
		state.events.push({
			type: EVENT_ID.SCALAR,
			valueStart,
			valueEnd,
			anchorStart,
			anchorEnd,
			tagStart,
			tagEnd,
			style,
			chomping,
			indent,
			fast
		});
	}
	function addAliasEvent(state, anchorStart, anchorEnd) {
		state.events.push({
			type: EVENT_ID.ALIAS,
			anchorStart,
			anchorEnd
		});
	}
	function addPopEvent(state) {
		state.events.push({ type: EVENT_ID.POP });
	}
	function addEmptyScalarEvent(state) {
		addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, NO_RANGE$1, SCALAR_STYLE.PLAIN);
	}
	function emptyProperties() {
		return {
			anchorStart: NO_RANGE$1,
			anchorEnd: NO_RANGE$1,
			tagStart: NO_RANGE$1,
			tagEnd: NO_RANGE$1
		};
	}
	function snapshotState(state) {
		return {
			position: state.position,
			line: state.line,
			lineStart: state.lineStart,
			lineIndent: state.lineIndent,
			firstTabInLine: state.firstTabInLine,
			eventsLength: state.events.length
		};
	}
	function restoreState(state, snapshot) {
		state.position = snapshot.position;
		state.line = snapshot.line;
		state.lineStart = snapshot.lineStart;
		state.lineIndent = snapshot.lineIndent;
		state.firstTabInLine = snapshot.firstTabInLine;
		state.events.length = snapshot.eventsLength;
	}
	function throwError(state, message) {
		YAMLException.throwAt(state.input.slice(0, state.length), state.position, message, state.filename);
	}
	function isEol(c) {
		return c === 10 || c === 13;
	}
	function isWhiteSpace(c) {
		return c === 9 || c === 32;
	}
	function isWsOrEol(c) {
		return isWhiteSpace(c) || isEol(c);
	}
	function isWsOrEolOrEnd(c) {
		return c === 0 || isWsOrEol(c);
	}
	function isFlowIndicator(c) {
		return c === 44 || c === 91 || c === 93 || c === 123 || c === 125;
	}
	function fromDecimalCode(c) {
		return c >= 48 && c <= 57 ? c - 48 : -1;
	}
	function fromHexCode(c) {
		if (c >= 48 && c <= 57) return c - 48;
		const lc = c | 32;
		if (lc >= 97 && lc <= 102) return lc - 97 + 10;
		return -1;
	}
	function escapedHexLen(c) {
		if (c === 120) return 2;
		if (c === 117) return 4;
		if (c === 85) return 8;
		return 0;
	}
	function isSimpleEscape(c) {
		return c === 48 || c === 97 || c === 98 || c === 116 || c === 9 || c === 110 || c === 118 || c === 102 || c === 114 || c === 101 || c === 32 || c === 34 || c === 47 || c === 92 || c === 78 || c === 95 || c === 76 || c === 80;
	}
	function consumeLineBreak(state) {
		if (state.input.charCodeAt(state.position) === 10) state.position++;
		else {
			state.position++;
			if (state.input.charCodeAt(state.position) === 10) state.position++;
		}
		state.line++;
		state.lineStart = state.position;
		state.lineIndent = 0;
		state.firstTabInLine = -1;
	}
	function skipSeparationSpace(state, allowComments) {
		let lineBreaks = 0;
		let ch = state.input.charCodeAt(state.position);
		let hasSeparation = state.position === state.lineStart || isWsOrEol(state.input.charCodeAt(state.position - 1));
		while (ch !== 0) {
			while (isWhiteSpace(ch)) {
				hasSeparation = true;
				if (ch === 9 && state.firstTabInLine === -1) state.firstTabInLine = state.position;
				ch = state.input.charCodeAt(++state.position);
			}
			if (allowComments && hasSeparation && ch === 35) do
				ch = state.input.charCodeAt(++state.position);
			while (!isEol(ch) && ch !== 0);
			if (!isEol(ch)) break;
			consumeLineBreak(state);
			lineBreaks++;
			hasSeparation = true;
			ch = state.input.charCodeAt(state.position);
			while (ch === 32) {
				state.lineIndent++;
				ch = state.input.charCodeAt(++state.position);
			}
		}
		return lineBreaks;
	}
	function testDocumentSeparator(state, position = state.position) {
		const ch = state.input.charCodeAt(position);
		if ((ch === 45 || ch === 46) && ch === state.input.charCodeAt(position + 1) && ch === state.input.charCodeAt(position + 2)) {
			const following = state.input.charCodeAt(position + 3);
			return following === 0 || isWsOrEol(following);
		}
		return false;
	}
	function skipByteOrderMark(state) {
		if (state.position === state.lineStart && state.input.charCodeAt(state.position) === 65279) {
			state.position++;
			state.lineStart = state.position;
		}
	}
	function testDocumentBoundary(state) {
		if (state.position !== state.lineStart) return false;
		if (testDocumentSeparator(state)) return true;
		if (state.input.charCodeAt(state.position) !== 65279) return false;
		const snapshot = snapshotState(state);
		skipByteOrderMark(state);
		skipSeparationSpace(state, true);
		const ch = state.input.charCodeAt(state.position);
		const result = state.position === state.lineStart && (ch === 37 || ch === 45 && testDocumentSeparator(state));
		restoreState(state, snapshot);
		return result;
	}
	function skipUntilLineEnd(state) {
		let ch = state.input.charCodeAt(state.position);
		while (ch !== 0 && !isEol(ch)) ch = state.input.charCodeAt(++state.position);
	}
	function checkPrintable(state, start, end) {
		const match = PATTERN_NON_PRINTABLE.exec(state.input.slice(start, end));
		if (match !== null) {
			state.position = start + match.index + match[0].length - 1;
			throwError(state, "the stream contains non-printable characters");
		}
	}
	function readTagProperty(state, props, inFlow) {
		if (state.input.charCodeAt(state.position) !== 33) return false;
		if (props.tagStart !== NO_RANGE$1) throwError(state, "duplication of a tag property");
		const start = state.position;
		let isVerbatim = false;
		let isNamed = false;
		let tagHandle = "!";
		let ch = state.input.charCodeAt(++state.position);
		if (ch === 60) {
			isVerbatim = true;
			ch = state.input.charCodeAt(++state.position);
		} else if (ch === 33) {
			isNamed = true;
			tagHandle = "!!";
			ch = state.input.charCodeAt(++state.position);
		}
		let suffixStart = state.position;
		let tagName;
		if (isVerbatim) {
			while (ch !== 0 && ch !== 62) ch = state.input.charCodeAt(++state.position);
			if (ch !== 62) throwError(state, "unexpected end of the stream within a verbatim tag");
			tagName = state.input.slice(suffixStart, state.position);
			state.position++;
		} else {
			while (ch !== 0 && !isWsOrEol(ch) && !(inFlow && isFlowIndicator(ch))) {
				if (ch === 33) {
					if (!isNamed) {
						tagHandle = state.input.slice(suffixStart - 1, state.position + 1);
						if (!PATTERN_TAG_HANDLE.test(tagHandle)) throwError(state, "named tag handle cannot contain such characters");
						isNamed = true;
						suffixStart = state.position + 1;
					} else throwError(state, "tag suffix cannot contain exclamation marks");
				}
				ch = state.input.charCodeAt(++state.position);
			}
			tagName = state.input.slice(suffixStart, state.position);
			if (PATTERN_FLOW_INDICATORS.test(tagName)) throwError(state, "tag suffix cannot contain flow indicator characters");
		}
		if (tagName && !(isVerbatim ? PATTERN_TAG_URI.test(tagName) : PATTERN_TAG_SUFFIX.test(tagName))) throwError(state, `tag name cannot contain such characters: ${tagName}`);
		if (!isVerbatim && tagHandle !== "!" && tagHandle !== "!!" && !HAS_OWN.call(state.tagHandlers, tagHandle)) throwError(state, `undeclared tag handle "${tagHandle}"`);
		props.tagStart = start;
		props.tagEnd = state.position;
		return true;
	}
	function readAnchorProperty(state, props) {
		if (state.input.charCodeAt(state.position) !== 38) return false;
		if (props.anchorStart !== NO_RANGE$1) throwError(state, "duplication of an anchor property");
		state.position++;
		const start = state.position;
		while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
		if (state.position === start) throwError(state, "name of an anchor node must contain at least one character");
		props.anchorStart = start;
		props.anchorEnd = state.position;
		return true;
	}
	function readAlias(state, props) {
		if (state.input.charCodeAt(state.position) !== 42) return false;
		if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) throwError(state, "alias node should not have any properties");
		state.position++;
		const start = state.position;
		while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position)) && !isFlowIndicator(state.input.charCodeAt(state.position))) state.position++;
		if (state.position === start) throwError(state, "name of an alias node must contain at least one character");
		addAliasEvent(state, start, state.position);
		return true;
	}
	function readFlowScalarBreak(state, nodeIndent) {
		skipSeparationSpace(state, false);
		if (state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
	}
	function readSingleQuotedScalar(state, nodeIndent, props) {
		if (state.input.charCodeAt(state.position) !== 39) return false;
		state.position++;
		const start = state.position;
		let simple = true;
		while (state.input.charCodeAt(state.position) !== 0) {
			const ch = state.input.charCodeAt(state.position);
			if (ch === 39) {
				if (state.input.charCodeAt(state.position + 1) === 39) {
					simple = false;
					state.position += 2;
					continue;
				}
				const end = state.position;
				state.position++;
				addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.SINGLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
				return true;
			}
			if (isEol(ch)) {
				simple = false;
				readFlowScalarBreak(state, nodeIndent);
			} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a single quoted scalar");
			else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
			else state.position++;
		}
		throwError(state, "unexpected end of the stream within a single quoted scalar");
	}
	function readDoubleQuotedScalar(state, nodeIndent, props) {
		if (state.input.charCodeAt(state.position) !== 34) return false;
		state.position++;
		const start = state.position;
		let simple = true;
		while (state.input.charCodeAt(state.position) !== 0) {
			const ch = state.input.charCodeAt(state.position);
			if (ch === 34) {
				const end = state.position;
				state.position++;
				addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.DOUBLE_QUOTED, CHOMPING_MODE.CLIP, -1, simple);
				return true;
			}
			if (ch === 92) {
				simple = false;
				const escaped = state.input.charCodeAt(++state.position);
				if (isEol(escaped)) readFlowScalarBreak(state, nodeIndent);
				else if (isSimpleEscape(escaped)) state.position++;
				else {
					let hexLength = escapedHexLen(escaped);
					if (hexLength === 0) throwError(state, "unknown escape sequence");
					while (hexLength-- > 0) {
						state.position++;
						if (fromHexCode(state.input.charCodeAt(state.position)) < 0) throwError(state, "expected hexadecimal character");
					}
					state.position++;
				}
			} else if (isEol(ch)) {
				simple = false;
				readFlowScalarBreak(state, nodeIndent);
			} else if (state.position === state.lineStart && testDocumentSeparator(state)) throwError(state, "unexpected end of the document within a double quoted scalar");
			else if (ch !== 9 && ch < 32) throwError(state, "expected valid JSON character");
			else state.position++;
		}
		throwError(state, "unexpected end of the stream within a double quoted scalar");
	}
	function readBlockScalar(state, parentIndent, props) {
		const ch = state.input.charCodeAt(state.position);
		let chomping = CHOMPING_MODE.CLIP;
		let indent = -1;
		let detectedIndent = false;
		if (ch !== 124 && ch !== 62) return false;
		const style = ch === 124 ? SCALAR_STYLE.LITERAL_BLOCK : SCALAR_STYLE.FOLDED_BLOCK;
		state.position++;
		while (state.input.charCodeAt(state.position) !== 0) {
			const current = state.input.charCodeAt(state.position);
			const digit = fromDecimalCode(current);
			if (current === 43 || current === 45) {
				if (chomping !== CHOMPING_MODE.CLIP) throwError(state, "repeat of a chomping mode identifier");
				chomping = current === 43 ? CHOMPING_MODE.KEEP : CHOMPING_MODE.STRIP;
				state.position++;
			} else if (digit >= 0) {
				if (digit === 0) throwError(state, "bad explicit indentation width of a block scalar; it cannot be less than one");
				if (detectedIndent) throwError(state, "repeat of an indentation width identifier");
				indent = parentIndent + digit - 1;
				detectedIndent = true;
				state.position++;
			} else break;
		}
		let hadWhitespace = false;
		while (isWhiteSpace(state.input.charCodeAt(state.position))) {
			hadWhitespace = true;
			state.position++;
		}
		if (hadWhitespace && state.input.charCodeAt(state.position) === 35) skipUntilLineEnd(state);
		if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
		else if (state.input.charCodeAt(state.position) !== 0) throwError(state, "a line break is expected");
		let contentIndent = detectedIndent ? indent : -1;
		let maxLeadingIndent = 0;
		const valueStart = state.position;
		let valueEnd = state.position;
		while (state.input.charCodeAt(state.position) !== 0) {
			const linePosition = state.position;
			let column = 0;
			while (state.input.charCodeAt(linePosition + column) === 32) column++;
			const first = state.input.charCodeAt(linePosition + column);
			if (first === 0) {
				if (contentIndent >= 0) {
					if (column > contentIndent) valueEnd = linePosition + column;
				} else if (column > 0) valueEnd = linePosition + column;
				break;
			}
			if (testDocumentBoundary(state)) break;
			if (!detectedIndent && contentIndent === -1 && isEol(first)) maxLeadingIndent = Math.max(maxLeadingIndent, column);
			if (!detectedIndent && contentIndent === -1 && !isEol(first)) {
				if (first === 9 && column < parentIndent) {
					state.position = linePosition + column;
					throwError(state, "tab characters must not be used in indentation");
				}
				if (column >= parentIndent && column < maxLeadingIndent) {
					state.position = linePosition + column;
					throwError(state, "bad indentation of a mapping entry");
				}
			}
			if (contentIndent === -1 && first !== 0 && !isEol(first) && column < parentIndent) {
				state.lineIndent = column;
				state.position = linePosition + column;
				break;
			}
			if (!detectedIndent && first !== 0 && !isEol(first) && contentIndent === -1) contentIndent = column;
			const requiredIndent = contentIndent === -1 ? parentIndent + 1 : contentIndent;
			if (first !== 0 && !isEol(first) && column < requiredIndent) {
				state.lineIndent = column;
				state.position = linePosition + column;
				break;
			}
			skipUntilLineEnd(state);
			valueEnd = state.position;
			if (isEol(state.input.charCodeAt(state.position))) {
				consumeLineBreak(state);
				valueEnd = state.position;
			}
		}
		checkPrintable(state, valueStart, valueEnd);
		addScalarEvent(state, valueStart, valueEnd, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, style, chomping, contentIndent);
		return true;
	}
	function canStartPlainScalar(state, nodeContext) {
		const ch = state.input.charCodeAt(state.position);
		const inFlow = nodeContext === CONTEXT_FLOW_IN;
		if (ch === 0 || isWsOrEol(ch) || ch === 35 || ch === 38 || ch === 42 || ch === 33 || ch === 124 || ch === 62 || ch === 39 || ch === 34 || ch === 37 || ch === 64 || ch === 96 || isFlowIndicator(ch)) return false;
		if (ch === 63 || ch === 45) {
			const following = state.input.charCodeAt(state.position + 1);
			if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) return false;
		}
		return true;
	}
	function readPlainScalar(state, nodeIndent, nodeContext, props) {
		if (!canStartPlainScalar(state, nodeContext)) return false;
		const start = state.position;
		let end = state.position;
		let ch = state.input.charCodeAt(state.position);
		const inFlow = nodeContext === CONTEXT_FLOW_IN;
		let multiline = false;
		while (ch !== 0) {
			if (testDocumentBoundary(state)) break;
			if (ch === 58) {
				const following = state.input.charCodeAt(state.position + 1);
				if (isWsOrEolOrEnd(following) || inFlow && isFlowIndicator(following)) break;
			} else if (ch === 35) {
				if (isWsOrEol(state.input.charCodeAt(state.position - 1))) break;
			} else if (inFlow && isFlowIndicator(ch)) break;
			else if (isEol(ch)) {
				const savedPosition = state.position;
				const savedLine = state.line;
				const savedLineStart = state.lineStart;
				const savedLineIndent = state.lineIndent;
				skipSeparationSpace(state, false);
				if (state.lineIndent >= nodeIndent) {
					multiline = true;
					ch = state.input.charCodeAt(state.position);
					continue;
				}
				state.position = savedPosition;
				state.line = savedLine;
				state.lineStart = savedLineStart;
				state.lineIndent = savedLineIndent;
				break;
			}
			if (!isWhiteSpace(ch)) end = state.position + 1;
			ch = state.input.charCodeAt(++state.position);
		}
		if (end === start) return false;
		checkPrintable(state, start, end);
		addScalarEvent(state, start, end, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN, CHOMPING_MODE.CLIP, -1, !multiline);
		return true;
	}
	function skipFlowSeparationSpace(state, nodeIndent) {
		const startLine = state.line;
		skipSeparationSpace(state, true);
		if (state.line > startLine && state.lineIndent < nodeIndent || state.firstTabInLine !== -1 && state.lineIndent < nodeIndent) throwError(state, "deficient indentation");
	}
	function readFlowCollection(state, nodeIndent, props) {
		const ch = state.input.charCodeAt(state.position);
		const isMapping = ch === 123;
		const start = state.position;
		let readNext = true;
		if (ch !== 91 && ch !== 123) return false;
		const terminator = isMapping ? 125 : 93;
		if (isMapping) addMappingEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
		else addSequenceEvent(state, start, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.FLOW);
		state.position++;
		while (state.input.charCodeAt(state.position) !== 0) {
			skipFlowSeparationSpace(state, nodeIndent);
			let ch = state.input.charCodeAt(state.position);
			if (ch === terminator) {
				state.position++;
				addPopEvent(state);
				return true;
			} else if (!readNext) throwError(state, "missed comma between flow collection entries");
			else if (ch === 44) throwError(state, "expected the node content, but found ','");
			let isPair = false;
			let isExplicitPair = false;
			if (ch === 63 && isWsOrEol(state.input.charCodeAt(state.position + 1))) {
				isPair = isExplicitPair = true;
				state.position += 1;
				skipFlowSeparationSpace(state, nodeIndent);
			}
			const entryLine = state.line;
			const entryStart = snapshotState(state);
			const keyWasRead = parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true);
			skipFlowSeparationSpace(state, nodeIndent);
			ch = state.input.charCodeAt(state.position);
			if ((isMapping || isExplicitPair || state.line === entryLine) && ch === 58) {
				isPair = true;
				state.position++;
				skipFlowSeparationSpace(state, nodeIndent);
				if (!isMapping) {
					insertFlowPairMappingEvent(state, entryStart);
					if (!keyWasRead) addEmptyScalarEvent(state);
				} else if (!keyWasRead) addEmptyScalarEvent(state);
				if (!parseNode(state, nodeIndent, CONTEXT_FLOW_IN, false, true)) addEmptyScalarEvent(state);
				skipFlowSeparationSpace(state, nodeIndent);
				if (!isMapping) addPopEvent(state);
			} else if (isMapping && isPair) {
				if (!keyWasRead) addEmptyScalarEvent(state);
				addEmptyScalarEvent(state);
			} else if (isMapping) addEmptyScalarEvent(state);
			else if (isPair) {
				insertFlowPairMappingEvent(state, entryStart);
				if (!keyWasRead) addEmptyScalarEvent(state);
				addEmptyScalarEvent(state);
				addPopEvent(state);
			}
			ch = state.input.charCodeAt(state.position);
			if (ch === 44) {
				readNext = true;
				state.position++;
			} else readNext = false;
		}
		throwError(state, "unexpected end of the stream within a flow collection");
	}
	function readBlockSequence(state, nodeIndent, props) {
		if (state.firstTabInLine !== -1 || state.input.charCodeAt(state.position) !== 45 || !isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) return false;
		addSequenceEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
		while (state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) {
			if (state.firstTabInLine !== -1) {
				state.position = state.firstTabInLine;
				throwError(state, "tab characters must not be used in indentation");
			}
			const entryLine = state.line;
			state.position++;
			const hadBreak = skipSeparationSpace(state, true) > 0;
			if (state.firstTabInLine !== -1 && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
			if (hadBreak && state.lineIndent <= nodeIndent) addEmptyScalarEvent(state);
			else parseNode(state, nodeIndent, CONTEXT_BLOCK_IN, false, true);
			skipSeparationSpace(state, true);
			if (state.lineIndent < nodeIndent || state.position >= state.length) break;
			if (state.lineIndent > nodeIndent) throwError(state, "bad indentation of a sequence entry");
			if (state.line === entryLine && state.input.charCodeAt(state.position) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 1))) throwError(state, "bad indentation of a sequence entry");
		}
		addPopEvent(state);
		return true;
	}
	function readBlockMapping(state, nodeIndent, flowIndent, props) {
		let atExplicitKey = false;
		let detected = false;
		let mappingOpened = false;
		let pendingExplicitKey = false;
		if (state.firstTabInLine !== -1) return false;
		let ch = state.input.charCodeAt(state.position);
		while (ch !== 0) {
			if (!atExplicitKey && state.firstTabInLine !== -1) {
				state.position = state.firstTabInLine;
				throwError(state, "tab characters must not be used in indentation");
			}
			const following = state.input.charCodeAt(state.position + 1);
			const entryLine = state.line;
			if ((ch === 63 || ch === 58) && isWsOrEolOrEnd(following)) {
				if (!mappingOpened) {
					addMappingEvent(state, state.position, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, COLLECTION_STYLE.BLOCK);
					mappingOpened = true;
				}
				if (ch === 63) {
					if (atExplicitKey) addEmptyScalarEvent(state);
					detected = true;
					atExplicitKey = true;
				} else if (atExplicitKey) atExplicitKey = false;
				else {
					addEmptyScalarEvent(state);
					detected = true;
					atExplicitKey = false;
				}
				state.position += 1;
				pendingExplicitKey = true;
			} else {
				if (atExplicitKey) {
					addEmptyScalarEvent(state);
					atExplicitKey = false;
				}
				const beforeKey = snapshotState(state);
				if (!parseNode(state, flowIndent, CONTEXT_FLOW_OUT, false, true)) break;
				if (state.line === entryLine) {
					ch = state.input.charCodeAt(state.position);
					while (isWhiteSpace(ch)) ch = state.input.charCodeAt(++state.position);
					if (ch === 58) {
						ch = state.input.charCodeAt(++state.position);
						if (!isWsOrEolOrEnd(ch)) throwError(state, "a whitespace character is expected after the key-value separator within a block mapping");
						if (!mappingOpened) {
							state.events.splice(beforeKey.eventsLength, 0, {
								type: EVENT_ID.MAPPING,
								start: beforeKey.position,
								anchorStart: props.anchorStart,
								anchorEnd: props.anchorEnd,
								tagStart: props.tagStart,
								tagEnd: props.tagEnd,
								style: COLLECTION_STYLE.BLOCK
							});
							mappingOpened = true;
						}
						detected = true;
						atExplicitKey = false;
						pendingExplicitKey = false;
					} else if (detected) throwError(state, "expected ':' after a mapping key");
					else {
						if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
							restoreState(state, beforeKey);
							return false;
						}
						return true;
					}
				} else if (detected) throwError(state, "can not read a block mapping entry; a multiline key may not be an implicit key");
				else {
					if (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1) {
						restoreState(state, beforeKey);
						return false;
					}
					return true;
				}
			}
			if (parseNode(state, nodeIndent, CONTEXT_BLOCK_OUT, true, pendingExplicitKey)) pendingExplicitKey = false;
			if (!atExplicitKey) {
				if (pendingExplicitKey) {
					addEmptyScalarEvent(state);
					pendingExplicitKey = false;
				}
			}
			skipSeparationSpace(state, true);
			ch = state.input.charCodeAt(state.position);
			if ((state.line === entryLine || state.lineIndent > nodeIndent) && ch !== 0) throwError(state, "bad indentation of a mapping entry");
			else if (state.lineIndent < nodeIndent) break;
		}
		if (!detected) return false;
		if (atExplicitKey) addEmptyScalarEvent(state);
		if (mappingOpened) addPopEvent(state);
		return true;
	}
	function parseNode(state, parentIndent, nodeContext, allowToSeek, allowCompact, allowPropertyMapping = true) {
		if (state.depth >= state.maxDepth) throwError(state, `nesting exceeded maxDepth (${state.maxDepth})`);
		state.depth++;
		let indentStatus = 1;
		let atNewLine = false;
		let hasContent = false;
		let propertyStart = null;
		const props = emptyProperties();
		let allowBlockScalars = nodeContext === CONTEXT_BLOCK_OUT || nodeContext === CONTEXT_BLOCK_IN;
		let allowBlockCollections = allowBlockScalars;
		const allowBlockStyles = allowBlockScalars;
		if (allowToSeek && skipSeparationSpace(state, true)) {
			atNewLine = true;
			if (state.lineIndent > parentIndent) indentStatus = 1;
			else if (state.lineIndent === parentIndent) indentStatus = 0;
			else indentStatus = -1;
		}
		if (indentStatus === 1) while (true) {
			const ch = state.input.charCodeAt(state.position);
			const propertyState = snapshotState(state);
			if (atNewLine && indentStatus !== 1 && (ch === 33 || ch === 38)) break;
			if (atNewLine && allowBlockStyles && (props.tagStart !== NO_RANGE$1 || props.anchorStart !== NO_RANGE$1) && (ch === 33 || ch === 38)) {
				var _state$events$fallbac;
				const fallbackState = snapshotState(state);
				const flowIndent = parentIndent + 1;
				if (readBlockMapping(state, state.position - state.lineStart, flowIndent, props) && ((_state$events$fallbac = state.events[fallbackState.eventsLength]) === null || _state$events$fallbac === void 0 ? void 0 : _state$events$fallbac.type) === EVENT_ID.MAPPING) {
					state.depth--;
					return true;
				}
				restoreState(state, fallbackState);
			}
			if (atNewLine && (ch === 33 && props.tagStart !== NO_RANGE$1 || ch === 38 && props.anchorStart !== NO_RANGE$1)) break;
			if (!readTagProperty(state, props, nodeContext === CONTEXT_FLOW_IN) && !readAnchorProperty(state, props)) break;
			if (propertyStart === null) propertyStart = propertyState;
			if (skipSeparationSpace(state, true)) {
				atNewLine = true;
				allowBlockCollections = allowBlockStyles;
				if (state.lineIndent > parentIndent) indentStatus = 1;
				else if (state.lineIndent === parentIndent) indentStatus = 0;
				else indentStatus = -1;
			} else allowBlockCollections = false;
		}
		if (allowBlockCollections) allowBlockCollections = atNewLine || allowCompact;
		if (indentStatus === 1 || nodeContext === CONTEXT_BLOCK_OUT) {
			const flowIndent = nodeContext === CONTEXT_FLOW_IN || nodeContext === CONTEXT_FLOW_OUT ? parentIndent : parentIndent + 1;
			const blockIndent = state.position - state.lineStart;
			if (indentStatus === 1) {
				if (allowBlockCollections && (readBlockSequence(state, blockIndent, props) || readBlockMapping(state, blockIndent, flowIndent, props)) || readFlowCollection(state, flowIndent, props)) hasContent = true;
				else {
					const ch = state.input.charCodeAt(state.position);
					if (propertyStart !== null && allowPropertyMapping && allowBlockStyles && !allowBlockCollections && ch !== 124 && ch !== 62) {
						var _state$events$fallbac2;
						const fallbackState = snapshotState(state);
						const propertyIndent = propertyStart.position - propertyStart.lineStart;
						restoreState(state, propertyStart);
						if (readBlockMapping(state, propertyIndent, flowIndent, emptyProperties()) && ((_state$events$fallbac2 = state.events[fallbackState.eventsLength]) === null || _state$events$fallbac2 === void 0 ? void 0 : _state$events$fallbac2.type) === EVENT_ID.MAPPING) hasContent = true;
						else restoreState(state, fallbackState);
					}
					if (!hasContent && (allowBlockScalars && readBlockScalar(state, flowIndent, props) || readSingleQuotedScalar(state, flowIndent, props) || readDoubleQuotedScalar(state, flowIndent, props) || readAlias(state, props) || readPlainScalar(state, flowIndent, nodeContext, props))) hasContent = true;
				}
			} else if (indentStatus === 0) hasContent = allowBlockCollections && readBlockSequence(state, blockIndent, props);
		}
		allowBlockScalars = allowBlockScalars && !hasContent;
		if (!hasContent && (props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1 || allowBlockScalars)) {
			addScalarEvent(state, NO_RANGE$1, NO_RANGE$1, props.anchorStart, props.anchorEnd, props.tagStart, props.tagEnd, SCALAR_STYLE.PLAIN);
			hasContent = true;
		}
		state.depth--;
		return hasContent || props.anchorStart !== NO_RANGE$1 || props.tagStart !== NO_RANGE$1;
	}
	function readDirective(state) {
		if (state.lineIndent > 0 || state.input.charCodeAt(state.position) !== 37) return false;
		state.position++;
		const nameStart = state.position;
		while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
		const name = state.input.slice(nameStart, state.position);
		const args = [];
		if (name.length === 0) throwError(state, "directive name must not be less than one character in length");
		while (state.input.charCodeAt(state.position) !== 0 && !isEol(state.input.charCodeAt(state.position))) {
			while (isWhiteSpace(state.input.charCodeAt(state.position))) state.position++;
			if (state.input.charCodeAt(state.position) === 35 || isEol(state.input.charCodeAt(state.position)) || state.input.charCodeAt(state.position) === 0) break;
			const start = state.position;
			while (state.input.charCodeAt(state.position) !== 0 && !isWsOrEol(state.input.charCodeAt(state.position))) state.position++;
			args.push(state.input.slice(start, state.position));
		}
		if (isEol(state.input.charCodeAt(state.position))) consumeLineBreak(state);
		if (name === "YAML") {
			if (state.directives.some((directive) => directive.kind === "yaml")) throwError(state, "duplication of %YAML directive");
			if (args.length !== 1) throwError(state, "YAML directive accepts exactly one argument");
			const match = /^([0-9]+)\.([0-9]+)$/.exec(args[0]);
			if (match === null) throwError(state, "ill-formed argument of the YAML directive");
			if (parseInt(match[1], 10) !== 1) throwError(state, "unacceptable YAML version of the document");
			state.directives.push({
				kind: "yaml",
				version: args[0]
			});
		} else if (name === "TAG") {
			if (args.length !== 2) throwError(state, "TAG directive accepts exactly two arguments");
			const [handle, prefix] = args;
			if (!PATTERN_TAG_HANDLE.test(handle)) throwError(state, "ill-formed tag handle (first argument) of the TAG directive");
			if (HAS_OWN.call(state.tagHandlers, handle)) throwError(state, `there is a previously declared suffix for "${handle}" tag handle`);
			if (!PATTERN_TAG_PREFIX.test(prefix)) throwError(state, "ill-formed tag prefix (second argument) of the TAG directive");
			state.tagHandlers[handle] = prefix;
			state.directives.push({
				kind: "tag",
				handle,
				prefix
			});
		}
		return true;
	}
	function readDocument(state) {
		state.directives = [];
		state.tagHandlers = Object.create(null);
		let hasDirectives = false;
		skipSeparationSpace(state, true);
		while (readDirective(state)) {
			hasDirectives = true;
			skipSeparationSpace(state, true);
		}
		let explicitStart = false;
		let explicitEnd = false;
		let allowCompact = true;
		if (state.lineIndent === 0 && state.input.charCodeAt(state.position) === 45 && state.input.charCodeAt(state.position + 1) === 45 && state.input.charCodeAt(state.position + 2) === 45 && isWsOrEolOrEnd(state.input.charCodeAt(state.position + 3))) {
			explicitStart = true;
			const markerLine = state.line;
			state.position += 3;
			skipSeparationSpace(state, true);
			allowCompact = state.line > markerLine;
		} else if (hasDirectives) throwError(state, "directives end mark is expected");
		const documentEventIndex = state.events.length;
		if (!explicitStart && state.position === state.lineStart && state.input.charCodeAt(state.position) === 46 && testDocumentSeparator(state)) {
			state.position += 3;
			skipSeparationSpace(state, true);
			return;
		}
		addDocumentEvent(state, explicitStart, false);
		if (!parseNode(state, state.lineIndent - 1, CONTEXT_BLOCK_OUT, false, allowCompact, allowCompact)) addEmptyScalarEvent(state);
		skipSeparationSpace(state, true);
		if (state.position === state.lineStart && testDocumentSeparator(state)) {
			explicitEnd = state.input.charCodeAt(state.position) === 46;
			if (explicitEnd) {
				const markerLine = state.line;
				state.position += 3;
				skipSeparationSpace(state, true);
				if (state.line === markerLine && state.position < state.length) throwError(state, "end of the stream or a document separator is expected");
			}
		}
		const documentEvent = state.events[documentEventIndex];
		if ((documentEvent === null || documentEvent === void 0 ? void 0 : documentEvent.type) === EVENT_ID.DOCUMENT) documentEvent.explicitEnd = explicitEnd;
		addPopEvent(state);
		if (!explicitEnd && state.position < state.length && !testDocumentBoundary(state)) throwError(state, "end of the stream or a document separator is expected");
	}
	/**
	* Parses YAML into a flat event stream referencing source text by offsets.
	*
	* @category Events
	*/
	function parseEvents(input, options) {
		const length = input.length;
		const state = _objectSpread2(_objectSpread2(_objectSpread2({}, DEFAULT_PARSER_OPTIONS), options), {}, {
			input: `${input}\0`,
			length,
			position: 0,
			line: 0,
			lineStart: 0,
			lineIndent: 0,
			firstTabInLine: -1,
			depth: 0,
			directives: [],
			tagHandlers: Object.create(null),
			events: []
		});
		const nullpos = input.indexOf("\0");
		if (nullpos !== -1) YAMLException.throwAt(input, nullpos, "null byte is not allowed in input", state.filename);
		while (state.position < state.length) {
			skipByteOrderMark(state);
			skipSeparationSpace(state, true);
			if (state.position >= state.length) break;
			const documentStart = state.position;
			readDocument(state);
			if (state.position === documentStart)
 /* c8 ignore next */
			throwError(state, "can not read a document");
		}
		return state.events;
	}
	var DEFAULT_LOAD_OPTIONS = _objectSpread2(_objectSpread2({}, DEFAULT_PARSER_OPTIONS), DEFAULT_CONSTRUCTOR_OPTIONS);
	function loadDocuments(input, options = {}) {
		const opts = _objectSpread2(_objectSpread2({}, DEFAULT_LOAD_OPTIONS), options);
		const source = String(input);
		const PARSER_OPT_KEYS = Object.keys(DEFAULT_PARSER_OPTIONS);
		const CONSTRUCTOR_OPT_KEYS = Object.keys(DEFAULT_CONSTRUCTOR_OPTIONS);
		return constructFromEvents(parseEvents(source, pick(opts, PARSER_OPT_KEYS)), _objectSpread2(_objectSpread2({}, pick(opts, CONSTRUCTOR_OPT_KEYS)), {}, { source }));
	}
	function loadAll(input, iteratorOrOptions, options) {
		let iterator = null;
		if (typeof iteratorOrOptions === "function") iterator = iteratorOrOptions;
		else if (iteratorOrOptions !== null && typeof iteratorOrOptions === "object") options = iteratorOrOptions;
		const documents = loadDocuments(input, options);
		if (iterator === null) return documents;
		for (const document of documents) iterator(document);
	}
	/**
	* Parses `string` as a single YAML document. Throws {@link YAMLException} on
	* error. This function does not understand multi-document or empty sources; it
	* throws an exception on those.
	*
	* > [!NOTE]
	* > 1. When processing untrusted input, see the
	* >    [security considerations](../docs/safety.md).
	* > 2. All exceptions MUST be caught, not just {@link YAMLException}.
	* > 3. The default {@link CORE_SCHEMA} comes without the `!!merge` tag. You can
	* >    easily enable it if needed.
	* > 4. The default {@link mapTag} is `{}`-object based, with known limitations
	* >    (see description). For full compatibility use {@link realMapTag}
	* >    instead (it uses native JS `Map`).
	*
	* @example
	* Enable {@link mergeTag} and {@link realMapTag}:
	*
	* ```javascript
	* import { load, CORE_SCHEMA, mergeTag, realMapTag } from 'js-yaml'
	*
	* try {
	*   load(data, { schema: CORE_SCHEMA.withTags(mergeTag, realMapTag) })
	* } catch (e) {
	*   console.error(e)
	* }
	* ```
	*
	* @category Main
	*/
	function load(input, options) {
		const documents = loadDocuments(input, options);
		if (documents.length === 0) throw new YAMLException("expected a document, but the input is empty");
		if (documents.length === 1) return documents[0];
		throw new YAMLException("expected a single document in the stream, but found more");
	}
	var INVALID = Symbol("INVALID");
	function buildRepresentTypes(schema) {
		const defaultTags = new Set([
			schema.defaultScalarTag,
			schema.defaultSequenceTag,
			schema.defaultMappingTag
		].filter((t) => t !== void 0));
		const implicitScalars = schema.implicitScalarTags;
		const explicitTags = schema.tags.filter((t) => !(t.nodeKind === "scalar" && t.implicit) && !defaultTags.has(t));
		const defaultTagsLast = schema.tags.filter((t) => defaultTags.has(t));
		return [
			...implicitScalars.map((tag) => ({
				tag,
				implicitTag: true
			})),
			...explicitTags.map((tag) => ({
				tag,
				implicitTag: false
			})),
			...defaultTagsLast.map((tag) => ({
				tag,
				implicitTag: true
			}))
		];
	}
	function matchTag(state, object) {
		for (let index = 0, length = state.representTypes.length; index < length; index += 1) {
			const { tag, implicitTag } = state.representTypes[index];
			if (tag.identify(object)) {
				let tagName;
				if (tag.matchByTagPrefix) tagName = tag.representTagName(object);
				else tagName = tag.tagName;
				return {
					tag,
					tagName,
					implicitTag
				};
			}
		}
		return null;
	}
	function build(state, object) {
		if (!state.noRefs && object !== null && typeof object === "object") {
			const existing = state.refs.get(object);
			if (existing) {
				if (existing.anchor === void 0) existing.anchor = `ref_${state.refCounter++}`;
				return {
					kind: "alias",
					anchor: existing.anchor
				};
			}
		}
		const matched = matchTag(state, object);
		if (!matched) {
			if (object === void 0) return INVALID;
			if (state.skipInvalid) return INVALID;
			throw new YAMLException(`unacceptable kind of an object to dump ${Object.prototype.toString.call(object)}`);
		}
		const { tag, tagName, implicitTag } = matched;
		const nodeTagName = implicitTag ? tagName : tagNameShort(tagName);
		if (tag.nodeKind === "scalar") return {
			kind: "scalar",
			tag: nodeTagName,
			tagged: !implicitTag,
			style: SCALAR_STYLE.PLAIN,
			value: tag.represent(object)
		};
		if (tag.nodeKind === "sequence") {
			const container = tag.represent(object);
			const node = {
				kind: "sequence",
				tag: nodeTagName,
				tagged: !implicitTag,
				style: COLLECTION_STYLE.BLOCK,
				items: []
			};
			if (!state.noRefs) state.refs.set(object, node);
			for (let index = 0, length = container.length; index < length; index += 1) {
				let item = build(state, container[index]);
				if (item === INVALID && container[index] === void 0) item = build(state, null);
				if (item === INVALID) continue;
				node.items.push(item);
			}
			return node;
		}
		const map = tag.represent(object);
		const node = {
			kind: "mapping",
			tag: nodeTagName,
			tagged: !implicitTag,
			style: COLLECTION_STYLE.BLOCK,
			items: []
		};
		if (!state.noRefs) state.refs.set(object, node);
		for (const [objectKey, objectValue] of map) {
			const key = build(state, objectKey);
			if (key === INVALID) continue;
			const value = build(state, objectValue);
			if (value === INVALID) continue;
			node.items.push({
				key,
				value
			});
		}
		return node;
	}
	/**
	* Convert JS object to AST. A JS value is one YAML document. An unrepresentable
	* root becomes an empty document, which the presenter renders as an empty
	* string.
	*
	* @category AST
	*/
	function jsToAst(input, schema, options = {}) {
		var _options$noRefs, _options$skipInvalid;
		const root = build({
			representTypes: buildRepresentTypes(schema),
			noRefs: (_options$noRefs = options.noRefs) !== null && _options$noRefs !== void 0 ? _options$noRefs : false,
			skipInvalid: (_options$skipInvalid = options.skipInvalid) !== null && _options$skipInvalid !== void 0 ? _options$skipInvalid : false,
			refs: /* @__PURE__ */ new Map(),
			refCounter: 0
		}, input);
		return [{
			contents: root === INVALID ? null : root,
			directives: []
		}];
	}
	/**
	* Return from a visitor to stop the whole traversal.
	*
	* @category AST
	*/
	var VISIT_BREAK = Symbol("visit:break");
	/**
	* Return from a visitor to skip the current node's children.
	*
	* @category AST
	*/
	var VISIT_SKIP = Symbol("visit:skip");
	function visitNode(node, visitor, ctx) {
		const control = visitor(node, ctx);
		if (control === VISIT_BREAK) return true;
		if (control === VISIT_SKIP) return false;
		const depth = ctx.depth + 1;
		switch (node.kind) {
			case "sequence":
				for (const item of node.items) if (visitNode(item, visitor, {
					depth,
					parent: node,
					isKey: false
				})) return true;
				break;
			case "mapping": for (const { key, value } of node.items) {
				if (visitNode(key, visitor, {
					depth,
					parent: node,
					isKey: true
				})) return true;
				if (visitNode(value, visitor, {
					depth,
					parent: node,
					isKey: false
				})) return true;
			}
		}
		return false;
	}
	/**
	* Walk every node in the documents, calling {@link Visitor} once per
	* node (pre-order).
	*
	* @category AST
	*/
	function visit(documents, visitor) {
		for (const doc of documents) if (doc.contents && visitNode(doc.contents, visitor, {
			depth: 0,
			parent: null,
			isKey: false
		})) return;
	}
	function hasBit(mask, bit) {
		return (mask & 1 << bit) !== 0;
	}
	/**
	* Default scalar styling rules in application order.
	* See [Scalar styling](../../docs/scalar_styling.md) for usage details.
	*
	* @category AST
	*/
	var DEFAULT_SCALAR_STYLE_RULES = {
		applyQuoteFlowKeysOption,
		doubleQuoteForInvisibles,
		doubleQuoteWhitespaceOnly,
		applyForceQuotesOption,
		tryLongOrMultilineAsBlock,
		quoteInvalidPlain,
		fallbackToDoubleQuoted
	};
	function _preferredQuotedStyle(layout) {
		if (layout.presenterOptions.quoteStyle === "single" && hasBit(layout.allowedStylesMask, SCALAR_STYLE.SINGLE_QUOTED)) return SCALAR_STYLE.SINGLE_QUOTED;
		return SCALAR_STYLE.DOUBLE_QUOTED;
	}
	function applyQuoteFlowKeysOption(layout) {
		if (!layout.presenterOptions.quoteFlowKeys) return;
		if (!layout.isKey || !layout.flowOnly || layout.style !== SCALAR_STYLE.PLAIN) return;
		layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
	}
	function doubleQuoteForInvisibles(layout) {
		if (layout.style === SCALAR_STYLE.PLAIN && /[\t\x7F-\xA0\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
	}
	function doubleQuoteWhitespaceOnly(layout) {
		if (layout.style === SCALAR_STYLE.PLAIN && /^\s+$/.test(layout.node.value)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
	}
	function applyForceQuotesOption(layout) {
		if (!layout.presenterOptions.forceQuotes) return;
		if (layout.isKey || layout.style !== SCALAR_STYLE.PLAIN) return;
		if (layout.node.tag !== layout.presenterOptions.schema.defaultScalarTag.tagName) return;
		layout.style = layout.node.value.includes("\n") ? SCALAR_STYLE.DOUBLE_QUOTED : _preferredQuotedStyle(layout);
	}
	function tryLongOrMultilineAsBlock(layout) {
		if (layout.style !== SCALAR_STYLE.PLAIN || layout.isKey) return;
		const value = layout.node.value;
		const multiline = value.indexOf("\n") !== -1;
		if (!hasBit(layout.allowedStylesMask, SCALAR_STYLE.LITERAL_BLOCK)) {
			if (multiline) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
			return;
		}
		const w = layout.presenterOptions.lineWidth;
		if (w === -1) {
			if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
			return;
		}
		const availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
		let position = 0;
		let shouldFold = false;
		while (position <= value.length) {
			let lineEnd = value.length;
			const nextLineBreak = value.indexOf("\n", position);
			if (nextLineBreak !== -1) lineEnd = nextLineBreak;
			const line = value.slice(position, lineEnd);
			if (line.length > availableWidth && line[0] !== " " && / [^ \t]/.test(line)) shouldFold = true;
			if (nextLineBreak === -1) break;
			position = nextLineBreak + 1;
		}
		if (shouldFold) layout.style = SCALAR_STYLE.FOLDED_BLOCK;
		else if (multiline) layout.style = SCALAR_STYLE.LITERAL_BLOCK;
	}
	function quoteInvalidPlain(layout) {
		if (layout.style === SCALAR_STYLE.PLAIN && !hasBit(layout.allowedStylesMask, SCALAR_STYLE.PLAIN)) layout.style = _preferredQuotedStyle(layout);
	}
	function fallbackToDoubleQuoted(layout) {
		if (!hasBit(layout.allowedStylesMask, layout.style)) layout.style = SCALAR_STYLE.DOUBLE_QUOTED;
	}
	function setBit(mask, bit) {
		return mask | 1 << bit;
	}
	var SRC_C_PRINTABLE = "[\\x09\\x0A\\x0D\\x20-\\x7E\\x85\\xA0-\\uD7FF\\uE000-\\uFFFD\\u{10000}-\\u{10FFFF}]";
	var SRC_B_CHAR = "[\\n\\r]";
	var SRC_C_BYTE_ORDER_MARK = "\\uFEFF";
	var SRC_S_WHITE = "[ \\t]";
	var SRC_NB_CHAR = `(?:(?!(?:${SRC_B_CHAR}|${SRC_C_BYTE_ORDER_MARK}))${SRC_C_PRINTABLE})`;
	var SRC_NS_CHAR = `(?:(?!${SRC_S_WHITE})${SRC_NB_CHAR})`;
	var SRC_NB_JSON = "[\\x09\\x20-\\uD7FF\\uE000-\\uFFFF\\u{10000}-\\u{10FFFF}]";
	var SRC_C_INDICATOR = "[-?:,\\[\\]{}#&*!|>'\"%@`]";
	var SRC_C_FLOW_INDICATOR = "[,\\[\\]{}]";
	var SRC_NS_PLAIN_SAFE_FLOW_OUT = SRC_NS_CHAR;
	var SRC_NS_PLAIN_SAFE_FLOW_IN = `(?:(?!${SRC_C_FLOW_INDICATOR})${SRC_NS_CHAR})`;
	var SRC_NS_PLAIN_FIRST_FLOW_OUT = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))`;
	var SRC_NS_PLAIN_FIRST_FLOW_IN = `(?:(?:(?!${SRC_C_INDICATOR})${SRC_NS_CHAR})|[?:-](?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))`;
	var SRC_NS_PLAIN_CHAR_FLOW_OUT = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_OUT})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_OUT}))#*`;
	var SRC_NS_PLAIN_CHAR_FLOW_IN = `(?:(?:(?![:#])${SRC_NS_PLAIN_SAFE_FLOW_IN})|:(?=${SRC_NS_PLAIN_SAFE_FLOW_IN}))#*`;
	var SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_OUT})*`;
	var SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN = `(?:${SRC_S_WHITE}*${SRC_NS_PLAIN_CHAR_FLOW_IN})*`;
	var SRC_NS_PLAIN_ONE_LINE_FLOW_OUT = `${SRC_NS_PLAIN_FIRST_FLOW_OUT}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
	var SRC_NS_PLAIN_ONE_LINE_FLOW_IN = `${SRC_NS_PLAIN_FIRST_FLOW_IN}#*${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
	var SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_OUT;
	var SRC_NS_PLAIN_ONE_LINE_FLOW_KEY = SRC_NS_PLAIN_ONE_LINE_FLOW_IN;
	var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_OUT}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_OUT}`;
	var SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN = `\\n+${SRC_NS_PLAIN_CHAR_FLOW_IN}${SRC_NB_NS_PLAIN_IN_LINE_FLOW_IN}`;
	var SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT = `${SRC_NS_PLAIN_ONE_LINE_FLOW_OUT}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_OUT})*`;
	var SRC_NS_PLAIN_MULTI_LINE_FLOW_IN = `${SRC_NS_PLAIN_ONE_LINE_FLOW_IN}(?:${SRC_S_NS_PLAIN_NEXT_LINE_FLOW_IN})*`;
	var NS_PLAIN_FLOW_OUT = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_OUT})$`, "u");
	var NS_PLAIN_FLOW_IN = new RegExp(`^(?:${SRC_NS_PLAIN_MULTI_LINE_FLOW_IN})$`, "u");
	var NS_PLAIN_BLOCK_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_BLOCK_KEY})$`, "u");
	var NS_PLAIN_FLOW_KEY = new RegExp(`^(?:${SRC_NS_PLAIN_ONE_LINE_FLOW_KEY})$`, "u");
	var NB_SINGLE_ONE_LINE = new RegExp(`^(?:${SRC_NB_JSON})*$`, "u");
	var NB_SINGLE_MULTI_LINE = new RegExp(`^(?:${SRC_NB_JSON}|\\n)*$`, "u");
	var BLOCK_SCALAR_CONTENT = new RegExp(`^(?:${SRC_NB_CHAR}|\\n)*$`, "u");
	var C_FORBIDDEN_FIRST_LINE = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/;
	var C_FORBIDDEN_CONTENT = /^(?:---|\.\.\.)(?=$|[ \t\n\r])/m;
	function canUsePlain(layout) {
		const str = layout.node.value;
		if (str !== "") {
			if (!(layout.isKey ? layout.flowOnly ? NS_PLAIN_FLOW_KEY : NS_PLAIN_BLOCK_KEY : layout.flowOnly ? NS_PLAIN_FLOW_IN : NS_PLAIN_FLOW_OUT).test(str)) return false;
			if (layout.shiftOfFirstLine === 0 && C_FORBIDDEN_FIRST_LINE.test(str)) return false;
			if (layout.shiftOfContent === 0) {
				const firstLineBreak = str.indexOf("\n");
				if (firstLineBreak !== -1) {
					const content = str.slice(firstLineBreak + 1);
					if (C_FORBIDDEN_CONTENT.test(content)) return false;
				}
			}
		}
		const resolvedTag = layout.presenterOptions.schema.resolveImplicitScalarTag(str).tag.tagName;
		if (!layout.node.tagged && resolvedTag !== layout.node.tag) return false;
		if (!layout.node.tagged && str === "=" && resolvedTag === layout.presenterOptions.schema.defaultScalarTag.tagName) return false;
		return true;
	}
	function canUseSingleQuoted(layout) {
		const str = layout.node.value;
		if (!(layout.isKey ? NB_SINGLE_ONE_LINE : NB_SINGLE_MULTI_LINE).test(str)) return false;
		if (/[ \t]\n|\n[ \t]/.test(str)) return false;
		if (!layout.isKey && layout.shiftOfContent === 0) {
			const firstLineBreak = str.indexOf("\n");
			if (firstLineBreak !== -1 && C_FORBIDDEN_CONTENT.test(str.slice(firstLineBreak + 1))) return false;
		}
		return true;
	}
	function canUseBlock(layout) {
		if (layout.flowOnly || !BLOCK_SCALAR_CONTENT.test(layout.node.value)) return false;
		const contentIndent = layout.shiftOfContent - layout.shiftOfParent;
		if (contentIndent < 1) return false;
		if (contentIndent > 9 && /^\n* /.test(layout.node.value)) return false;
		if (layout.shiftOfContent === 0 && C_FORBIDDEN_CONTENT.test(layout.node.value)) return false;
		return true;
	}
	function detectAllowedStyles(layout) {
		let mask = setBit(0, SCALAR_STYLE.DOUBLE_QUOTED);
		if (canUsePlain(layout)) mask = setBit(mask, SCALAR_STYLE.PLAIN);
		if (canUseSingleQuoted(layout)) mask = setBit(mask, SCALAR_STYLE.SINGLE_QUOTED);
		if (canUseBlock(layout)) mask = setBit(setBit(mask, SCALAR_STYLE.LITERAL_BLOCK), SCALAR_STYLE.FOLDED_BLOCK);
		layout.allowedStylesMask = mask;
	}
	function renderScalar(layout) {
		switch (layout.style) {
			case SCALAR_STYLE.PLAIN: return renderPlain(layout);
			case SCALAR_STYLE.SINGLE_QUOTED: return renderSingleQuoted(layout);
			case SCALAR_STYLE.LITERAL_BLOCK: return renderLiteralBlock(layout);
			case SCALAR_STYLE.FOLDED_BLOCK: return renderFoldedBlock(layout);
			case SCALAR_STYLE.DOUBLE_QUOTED: return renderDoubleQuoted(layout);
		}
	}
	function renderPlain(layout) {
		return encodeFlowBreaks(layout.node.value, layout.shiftOfContent);
	}
	function renderSingleQuoted(layout) {
		return `'${encodeFlowBreaks(layout.node.value, layout.shiftOfContent).replace(/'/g, "''")}'`;
	}
	function renderLiteralBlock(layout) {
		const value = layout.node.value;
		return "|" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(value, layout.shiftOfContent));
	}
	function renderFoldedBlock(layout) {
		const value = layout.node.value;
		const w = layout.presenterOptions.lineWidth;
		let availableWidth = Infinity;
		if (w !== -1) availableWidth = Math.max(Math.min(w, 40), w - layout.shiftOfContent);
		return ">" + blockHeader(value, layout.shiftOfParent, layout.shiftOfContent) + dropEndingNewline(indentString(foldBlockScalar(value, availableWidth), layout.shiftOfContent));
	}
	function renderDoubleQuoted(layout) {
		return `"${escapeString(layout.node.value)}"`;
	}
	function encodeFlowBreaks(string, shiftOfContent) {
		let nextLF = string.indexOf("\n");
		if (nextLF === -1) return string;
		const pad = " ".repeat(shiftOfContent);
		let result = string.slice(0, nextLF);
		const lineRe = /(\n+)([^\n]*)/g;
		lineRe.lastIndex = nextLF;
		let match;
		while (match = lineRe.exec(string)) {
			const breaks = match[1].length;
			const line = match[2];
			result += "\n".repeat(breaks + 1) + pad + line;
		}
		return result;
	}
	function indentString(string, spaces) {
		const indent = " ".repeat(spaces);
		let position = 0;
		let result = "";
		const length = string.length;
		while (position < length) {
			let line;
			const next = string.indexOf("\n", position);
			if (next === -1) {
				line = string.slice(position);
				position = length;
			} else {
				line = string.slice(position, next + 1);
				position = next + 1;
			}
			if (line.length && line !== "\n") result += indent;
			result += line;
		}
		return result;
	}
	function needIndentIndicator(string) {
		return /^\n* /.test(string);
	}
	function blockHeader(string, shiftOfParent, shiftOfContent) {
		const indentIndicator = needIndentIndicator(string) ? String(shiftOfContent - shiftOfParent) : "";
		const clip = string[string.length - 1] === "\n";
		return `${indentIndicator}${clip && (string[string.length - 2] === "\n" || string === "\n") ? "+" : clip ? "" : "-"}\n`;
	}
	function dropEndingNewline(string) {
		return string[string.length - 1] === "\n" ? string.slice(0, -1) : string;
	}
	function isMoreIndented(char) {
		return char === " " || char === "	";
	}
	function foldLine(line, width) {
		if (line === "" || isMoreIndented(line[0])) return line;
		const breakRe = / [^ \t]/g;
		let match;
		let start = 0;
		let end;
		let curr = 0;
		let next = 0;
		let result = "";
		while (match = breakRe.exec(line)) {
			next = match.index;
			if (next - start > width) {
				end = curr > start ? curr : next;
				result += `\n${line.slice(start, end)}`;
				start = end + 1;
			}
			curr = next;
		}
		result += "\n";
		if (line.length - start > width && curr > start) result += `${line.slice(start, curr)}\n${line.slice(curr + 1)}`;
		else result += line.slice(start);
		return result.slice(1);
	}
	function foldBlockScalar(string, width) {
		const lineRe = /(\n+)([^\n]*)/g;
		let nextLF = string.indexOf("\n");
		if (nextLF === -1) nextLF = string.length;
		lineRe.lastIndex = nextLF;
		let result = foldLine(string.slice(0, nextLF), width);
		let prevMoreIndented = string[0] === "\n" || isMoreIndented(string[0]);
		let moreIndented;
		let match;
		while (match = lineRe.exec(string)) {
			const prefix = match[1];
			const line = match[2];
			moreIndented = line !== "" && isMoreIndented(line[0]);
			result += prefix + (!prevMoreIndented && !moreIndented && line !== "" ? "\n" : "") + foldLine(line, width);
			prevMoreIndented = moreIndented;
		}
		return result;
	}
	var CHARACTERS_TO_ESCAPE = /["\\\x00-\x1F\x7F-\xA0\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]/gu;
	function escapeCharacter(character) {
		switch (character) {
			case "\0": return "\\0";
			case "\x07": return "\\a";
			case "\b": return "\\b";
			case "	": return "\\t";
			case "\n": return "\\n";
			case "\v": return "\\v";
			case "\f": return "\\f";
			case "\r": return "\\r";
			case "\x1B": return "\\e";
			case "\"": return "\\\"";
			case "\\": return "\\\\";
			case "": return "\\N";
			case "\xA0": return "\\_";
			case "\u2028": return "\\L";
			case "\u2029": return "\\P";
		}
		const code = character.charCodeAt(0);
		const hex = code.toString(16).toUpperCase();
		if (code <= 255) return `\\x${"0".repeat(2 - hex.length)}${hex}`;
		return `\\u${"0".repeat(4 - hex.length)}${hex}`;
	}
	function escapeString(string) {
		return string.replace(CHARACTERS_TO_ESCAPE, escapeCharacter);
	}
	var CHAR_LINE_FEED = 10;
	var DEFAULT_PRESENTER_OPTIONS = {
		indent: 2,
		seqNoIndent: false,
		seqInlineFirst: true,
		lineWidth: 80,
		flowBracketPadding: false,
		flowSkipCommaSpace: false,
		flowSkipColonSpace: false,
		quoteFlowKeys: false,
		quoteStyle: "single",
		forceQuotes: false,
		scalarStyleRules: Object.keys(DEFAULT_SCALAR_STYLE_RULES).map((name) => Reflect.get(DEFAULT_SCALAR_STYLE_RULES, name)),
		tagBeforeAnchor: false
	};
	function nodeTagShort(node) {
		return node.tagged ? node.tag : tagNameShort(node.tag);
	}
	function createPresenterState(options) {
		const opts = _objectSpread2(_objectSpread2({}, DEFAULT_PRESENTER_OPTIONS), options);
		if (opts.flowSkipColonSpace) opts.quoteFlowKeys = true;
		return _objectSpread2(_objectSpread2({}, opts), {}, {
			defaultScalarTagName: opts.schema.defaultScalarTag.tagName,
			openEnded: false
		});
	}
	function generateNextLine(state, level) {
		return `\n${" ".repeat(state.indent * level)}`;
	}
	function scalarLayout(state, node, parent, level, isKey, flowOnly) {
		return {
			node,
			parent,
			level,
			isKey,
			flowOnly,
			shiftOfParent: level === 0 ? -1 : state.indent * (level - 1),
			shiftOfContent: state.indent * Math.max(1, level),
			shiftOfFirstLine: level === 0 ? 0 : state.indent * level,
			presenterOptions: state,
			allowedStylesMask: 0,
			style: node.style
		};
	}
	function writeFlowSequence(state, level, node) {
		let result = "";
		for (let index = 0, length = node.items.length; index < length; index += 1) {
			const item = writeNode(state, level, node.items[index], node, {}).text;
			if (index > 0) result += `,${!state.flowSkipCommaSpace ? " " : ""}`;
			result += item;
		}
		const pad = state.flowBracketPadding && node.items.length > 0 ? " " : "";
		return `[${pad}${result}${pad}]`;
	}
	function writeBlockSequence(state, level, node, compact) {
		let result = "";
		for (let index = 0, length = node.items.length; index < length; index += 1) {
			const item = writeNode(state, level + 1, node.items[index], node, {
				block: true,
				compact: state.seqInlineFirst,
				isblockseq: true
			}).text;
			if (!compact || result !== "") result += generateNextLine(state, level);
			if (item === "" || CHAR_LINE_FEED === item.charCodeAt(0)) result += "-";
			else result += "- ";
			result += item;
		}
		return result;
	}
	function writeFlowMapping(state, level, node) {
		let result = "";
		for (const { key, value } of node.items) {
			let pairBuffer = "";
			if (result !== "") pairBuffer += `,${!state.flowSkipCommaSpace ? " " : ""}`;
			const keyRender = writeNode(state, level, key, node, { iskey: true });
			const keyText = keyRender.text;
			const valueText = writeNode(state, level, value, node, {}).text;
			const sep = state.flowSkipColonSpace || valueText === "" ? "" : " ";
			const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
			const keyColonSep = key.kind === "alias" || keyIsBareProps ? " " : "";
			pairBuffer += `${keyText}${keyColonSep}:${sep}${valueText}`;
			result += pairBuffer;
		}
		const pad = state.flowBracketPadding && result !== "" ? " " : "";
		return `{${pad}${result}${pad}}`;
	}
	function writeBlockMapping(state, level, node, compact) {
		let result = "";
		for (let index = 0, length = node.items.length; index < length; index += 1) {
			let pairBuffer = "";
			if (!compact || result !== "") pairBuffer += generateNextLine(state, level);
			const { key, value } = node.items[index];
			const keyIsBlock = (key.kind === "mapping" || key.kind === "sequence") && key.style === COLLECTION_STYLE.BLOCK && key.items.length !== 0 || key.kind === "scalar" && (key.style === SCALAR_STYLE.LITERAL_BLOCK || key.style === SCALAR_STYLE.FOLDED_BLOCK);
			const keyRender = keyIsBlock ? writeNode(state, level + 1, key, node, {
				block: true,
				compact: true,
				isblockseq: !cannotBeCompact(state, key, level + 1)
			}) : writeNode(state, level + 1, key, node, {
				block: true,
				compact: true,
				iskey: true
			});
			const keyText = keyRender.text;
			const keyHasLineBreak = key.kind === "scalar" && key.value.indexOf("\n") !== -1;
			const keyIsTooLong = keyText.length > 1024 && /^[\s\S]{1025}/u.test(keyText);
			const explicitPair = keyIsBlock || keyHasLineBreak || keyIsTooLong;
			if (explicitPair) {
				if (keyText && CHAR_LINE_FEED === keyText.charCodeAt(0)) pairBuffer += "?";
				else pairBuffer += "? ";
			}
			pairBuffer += keyText;
			if (explicitPair) pairBuffer += generateNextLine(state, level);
			const valueText = writeNode(state, level + 1, value, node, {
				block: true,
				compact: explicitPair,
				isblockseq: explicitPair && !cannotBeCompact(state, value, level + 1)
			}).text;
			const keyIsBareProps = key.kind === "scalar" && keyRender.noBody && (key.tagged || key.anchor !== void 0);
			const keyColonSep = !explicitPair && (key.kind === "alias" || keyIsBareProps) ? " " : "";
			if (valueText === "" || CHAR_LINE_FEED === valueText.charCodeAt(0)) pairBuffer += `${keyColonSep}:`;
			else pairBuffer += `${keyColonSep}: `;
			pairBuffer += valueText;
			result += pairBuffer;
		}
		return result;
	}
	function cannotBeCompact(state, node, level) {
		if (node.kind === "alias") return true;
		return node.tagged || node.anchor !== void 0 || state.indent < 2 && level > 0;
	}
	function writeNode(state, level, node, parent, ctx) {
		var _ctx$compact;
		if (node.kind === "alias") {
			state.openEnded = false;
			return {
				text: `*${node.anchor}`,
				noBody: false
			};
		}
		const { block = false, iskey = false, isblockseq = false } = ctx;
		let compact = (_ctx$compact = ctx.compact) !== null && _ctx$compact !== void 0 ? _ctx$compact : false;
		const hasAnchor = node.anchor !== void 0;
		if (cannotBeCompact(state, node, level)) compact = false;
		let body;
		let shouldPrintTag = node.tagged;
		const useBlockCollection = block && (node.kind === "mapping" || node.kind === "sequence") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0;
		if (node.kind === "mapping") {
			if (useBlockCollection) body = writeBlockMapping(state, level, node, compact);
			else body = writeFlowMapping(state, level, node);
		} else if (node.kind === "sequence") {
			if (useBlockCollection) {
				if (state.seqNoIndent && !isblockseq && level > 0) body = writeBlockSequence(state, level - 1, node, compact);
				else body = writeBlockSequence(state, level, node, compact);
			} else body = writeFlowSequence(state, level, node);
		} else {
			const layout = scalarLayout(state, node, parent, level, iskey, !block);
			detectAllowedStyles(layout);
			for (const rule of state.scalarStyleRules) rule(layout);
			body = renderScalar(layout);
			state.openEnded = (layout.style === SCALAR_STYLE.LITERAL_BLOCK || layout.style === SCALAR_STYLE.FOLDED_BLOCK) && (node.value === "\n" || node.value.endsWith("\n\n"));
			shouldPrintTag = node.tagged || body === "" && layout.flowOnly && (parent === null || parent === void 0 ? void 0 : parent.kind) === "sequence" && !hasAnchor || layout.style !== SCALAR_STYLE.PLAIN && node.tag !== state.defaultScalarTagName;
		}
		if ((node.kind === "mapping" || node.kind === "sequence") && !useBlockCollection) state.openEnded = false;
		if (useBlockCollection && compact && level > 0 && state.indent > 2) body = `${" ".repeat(state.indent - 2)}${body}`;
		const noBody = body === "";
		let text = body;
		if (shouldPrintTag || hasAnchor) {
			const props = [];
			const tag = shouldPrintTag ? nodeTagShort(node) : null;
			const anchor = hasAnchor ? `&${node.anchor}` : null;
			if (state.tagBeforeAnchor) {
				if (tag !== null) props.push(tag);
				if (anchor !== null) props.push(anchor);
			} else {
				if (anchor !== null) props.push(anchor);
				if (tag !== null) props.push(tag);
			}
			const sep = body === "" || body.charCodeAt(0) === CHAR_LINE_FEED ? "" : " ";
			text = `${props.join(" ")}${sep}${body}`;
		}
		return {
			text,
			noBody
		};
	}
	function rootStartsOwnLine(node) {
		return (node.kind === "sequence" || node.kind === "mapping") && node.style === COLLECTION_STYLE.BLOCK && node.items.length !== 0 && !node.tagged && node.anchor === void 0;
	}
	function writeDocumentDirectives(doc) {
		let result = "";
		for (const directive of doc.directives) {
			if (directive.kind === "yaml") {
				result += `%YAML ${directive.version}\n`;
				continue;
			}
			const { handle, prefix } = directive;
			result += `%TAG ${handle} ${prefix}\n`;
		}
		return result;
	}
	/**
	* Build YAML from AST.
	*
	* @category AST
	*/
	function present(documents, options) {
		const state = createPresenterState(options);
		let result = "";
		let previousEnded = false;
		for (let index = 0; index < documents.length; index += 1) {
			const doc = documents[index];
			state.openEnded = false;
			const directives = writeDocumentDirectives(doc);
			const hasDirectives = directives !== "";
			const marker = doc.explicitStart || hasDirectives || index > 0 && !previousEnded;
			result += directives;
			if (doc.contents === null) {
				if (marker) result += "---\n";
			} else if (marker) {
				const body = writeNode(state, 0, doc.contents, null, {
					block: true,
					compact: true
				}).text;
				const sep = body === "" ? "" : hasDirectives || rootStartsOwnLine(doc.contents) ? "\n" : " ";
				result += `---${sep}${body}\n`;
			} else result += writeNode(state, 0, doc.contents, null, {
				block: true,
				compact: true
			}).text + "\n";
			previousEnded = doc.explicitEnd || state.openEnded;
			if (previousEnded) result += "...\n";
		}
		return result;
	}
	var DEFAULT_DUMP_OPTIONS = _objectSpread2(_objectSpread2({}, DEFAULT_PRESENTER_OPTIONS), {}, {
		schema: DUMP_SCHEMA,
		skipInvalid: false,
		noRefs: false,
		flowLevel: -1,
		sortKeys: false,
		transform: () => {}
	});
	function defaultCompareFn(a, b) {
		const x = String(a);
		const y = String(b);
		if (x < y) return -1;
		if (x > y) return 1;
		return 0;
	}
	/**
	* Serializes JS object as a YAML document. By default it can dump every
	* supported YAML type, so it throws an exception if you try to dump regexps or
	* functions. However, you can disable exceptions by setting the
	* {@link DumpOptions.skipInvalid} option to `true`.
	*
	* @category Main
	*/
	function dump(input, options = {}) {
		const opts = _objectSpread2(_objectSpread2({}, DEFAULT_DUMP_OPTIONS), options);
		const documents = jsToAst(input, opts.schema, {
			noRefs: opts.noRefs,
			skipInvalid: opts.skipInvalid
		});
		if (opts.flowLevel >= 0) visit(documents, (node, ctx) => {
			if (ctx.depth < opts.flowLevel) return;
			if (node.kind === "sequence" || node.kind === "mapping") node.style = COLLECTION_STYLE.FLOW;
			return VISIT_SKIP;
		});
		if (opts.sortKeys) {
			const compareFn = opts.sortKeys === true ? defaultCompareFn : opts.sortKeys;
			visit(documents, (node) => {
				if (node.kind !== "mapping") return;
				node.items.sort((a, b) => compareFn(a.key.kind === "scalar" ? a.key.value : "", b.key.kind === "scalar" ? b.key.value : ""));
			});
		}
		opts.transform(documents);
		return present(documents, _objectSpread2(_objectSpread2({}, pick(opts, Object.keys(DEFAULT_PRESENTER_OPTIONS))), {}, { schema: opts.schema }));
	}
	var NO_RANGE = -1;
	function eventPosition(event) {
		if ("tagStart" in event && event.tagStart !== NO_RANGE) return event.tagStart;
		if ("anchorStart" in event && event.anchorStart !== NO_RANGE) return event.anchorStart;
		if ("valueStart" in event && event.valueStart !== NO_RANGE) return event.valueStart;
		if ("start" in event) return event.start;
		return 0;
	}
	function rawTag(state, event) {
		return event.tagStart === NO_RANGE ? "" : state.source.slice(event.tagStart, event.tagEnd);
	}
	function anchorName(state, event) {
		return event.anchorStart === NO_RANGE ? void 0 : state.source.slice(event.anchorStart, event.anchorEnd);
	}
	function buildScalar(state, event) {
		const value = getScalarValue(state.source, event);
		const raw = rawTag(state, event);
		let tag;
		let tagged = false;
		if (raw !== "") {
			tagged = true;
			tag = raw;
		} else if (event.style === SCALAR_STYLE.PLAIN) tag = state.schema.resolveImplicitScalarTag(value).tag.tagName;
		else tag = state.schema.defaultScalarTag.tagName;
		return {
			kind: "scalar",
			tag,
			tagged,
			style: event.style,
			anchor: anchorName(state, event),
			value
		};
	}
	function buildCollection(state, event, defaultTagName) {
		const raw = rawTag(state, event);
		let tag;
		let tagged = false;
		if (raw === "") tag = defaultTagName;
		else {
			tag = raw;
			tagged = true;
		}
		return {
			tag,
			tagged,
			style: event.style,
			anchor: anchorName(state, event)
		};
	}
	function addNode(state, node) {
		const frame = state.frames[state.frames.length - 1];
		if (frame.kind === "document") frame.doc.contents = node;
		else if (frame.kind === "sequence") frame.node.items.push(node);
		else if (frame.key) {
			frame.node.items.push({
				key: frame.key,
				value: node
			});
			frame.key = null;
		} else frame.key = node;
	}
	/**
	* Builds an AST from parser events
	*
	* @category AST
	*/
	function eventsToAst(events, options) {
		const state = {
			source: options.source,
			schema: options.schema,
			eventIndex: 0,
			position: 0,
			frames: [],
			documents: []
		};
		while (state.eventIndex < events.length) {
			const event = events[state.eventIndex++];
			state.position = eventPosition(event);
			switch (event.type) {
				case EVENT_ID.DOCUMENT: {
					const doc = {
						contents: null,
						explicitStart: event.explicitStart,
						explicitEnd: event.explicitEnd,
						directives: event.directives
					};
					state.frames.push({
						kind: "document",
						doc
					});
					break;
				}
				case EVENT_ID.SCALAR:
					addNode(state, buildScalar(state, event));
					break;
				case EVENT_ID.SEQUENCE: {
					const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:seq");
					const node = {
						kind: "sequence",
						tag,
						tagged,
						style,
						anchor,
						items: []
					};
					state.frames.push({
						kind: "sequence",
						node
					});
					break;
				}
				case EVENT_ID.MAPPING: {
					const { tag, tagged, style, anchor } = buildCollection(state, event, "tag:yaml.org,2002:map");
					const node = {
						kind: "mapping",
						tag,
						tagged,
						style,
						anchor,
						items: []
					};
					state.frames.push({
						kind: "mapping",
						node,
						key: null
					});
					break;
				}
				case EVENT_ID.ALIAS:
					addNode(state, {
						kind: "alias",
						anchor: state.source.slice(event.anchorStart, event.anchorEnd)
					});
					break;
				case EVENT_ID.POP: {
					const frame = state.frames.pop();
					if (frame.kind === "mapping" && frame.key) throw new Error("incomplete mapping pair in event stream");
					if (frame.kind === "document") state.documents.push(frame.doc);
					else addNode(state, frame.node);
					break;
				}
			}
		}
		return state.documents;
	}
	/** @deprecated Use `EVENT_ID.DOCUMENT` instead. @internal */
	var EVENT_DOCUMENT = EVENT_ID.DOCUMENT;
	/** @deprecated Use `EVENT_ID.SEQUENCE` instead. @internal */
	var EVENT_SEQUENCE = EVENT_ID.SEQUENCE;
	/** @deprecated Use `EVENT_ID.MAPPING` instead. @internal */
	var EVENT_MAPPING = EVENT_ID.MAPPING;
	/** @deprecated Use `EVENT_ID.SCALAR` instead. @internal */
	var EVENT_SCALAR = EVENT_ID.SCALAR;
	/** @deprecated Use `EVENT_ID.ALIAS` instead. @internal */
	var EVENT_ALIAS = EVENT_ID.ALIAS;
	/** @deprecated Use `EVENT_ID.POP` instead. @internal */
	var EVENT_POP = EVENT_ID.POP;
	/** @deprecated Use `SCALAR_STYLE.PLAIN` instead. @internal */
	var SCALAR_STYLE_PLAIN = SCALAR_STYLE.PLAIN;
	/** @deprecated Use `SCALAR_STYLE.SINGLE_QUOTED` instead. @internal */
	var SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE.SINGLE_QUOTED;
	/** @deprecated Use `SCALAR_STYLE.DOUBLE_QUOTED` instead. @internal */
	var SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE.DOUBLE_QUOTED;
	/** @deprecated Use `SCALAR_STYLE.LITERAL_BLOCK` instead. @internal */
	var SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE.LITERAL_BLOCK;
	/** @deprecated Use `SCALAR_STYLE.FOLDED_BLOCK` instead. @internal */
	var SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE.FOLDED_BLOCK;
	/** @deprecated Use `COLLECTION_STYLE.BLOCK` instead. @internal */
	var COLLECTION_STYLE_BLOCK = COLLECTION_STYLE.BLOCK;
	/** @deprecated Use `COLLECTION_STYLE.FLOW` instead. @internal */
	var COLLECTION_STYLE_FLOW = COLLECTION_STYLE.FLOW;
	/** @deprecated Use `CHOMPING_MODE.CLIP` instead. @internal */
	var CHOMPING_CLIP = CHOMPING_MODE.CLIP;
	/** @deprecated Use `CHOMPING_MODE.STRIP` instead. @internal */
	var CHOMPING_STRIP = CHOMPING_MODE.STRIP;
	/** @deprecated Use `CHOMPING_MODE.KEEP` instead. @internal */
	var CHOMPING_KEEP = CHOMPING_MODE.KEEP;
	exports.CHOMPING_CLIP = CHOMPING_CLIP;
	exports.CHOMPING_KEEP = CHOMPING_KEEP;
	exports.CHOMPING_MODE = CHOMPING_MODE;
	exports.CHOMPING_STRIP = CHOMPING_STRIP;
	exports.COLLECTION_STYLE = COLLECTION_STYLE;
	exports.COLLECTION_STYLE_BLOCK = COLLECTION_STYLE_BLOCK;
	exports.COLLECTION_STYLE_FLOW = COLLECTION_STYLE_FLOW;
	exports.CORE_SCHEMA = CORE_SCHEMA;
	exports.DEFAULT_SCALAR_STYLE_RULES = DEFAULT_SCALAR_STYLE_RULES;
	exports.DUMP_SCHEMA = DUMP_SCHEMA;
	exports.EVENT_ALIAS = EVENT_ALIAS;
	exports.EVENT_DOCUMENT = EVENT_DOCUMENT;
	exports.EVENT_ID = EVENT_ID;
	exports.EVENT_MAPPING = EVENT_MAPPING;
	exports.EVENT_POP = EVENT_POP;
	exports.EVENT_SCALAR = EVENT_SCALAR;
	exports.EVENT_SEQUENCE = EVENT_SEQUENCE;
	exports.FAILSAFE_SCHEMA = FAILSAFE_SCHEMA;
	exports.JSON_SCHEMA = JSON_SCHEMA;
	exports.NOT_RESOLVED = NOT_RESOLVED;
	exports.SCALAR_STYLE = SCALAR_STYLE;
	exports.SCALAR_STYLE_DOUBLE_QUOTED = SCALAR_STYLE_DOUBLE_QUOTED;
	exports.SCALAR_STYLE_FOLDED_BLOCK = SCALAR_STYLE_FOLDED_BLOCK;
	exports.SCALAR_STYLE_LITERAL_BLOCK = SCALAR_STYLE_LITERAL_BLOCK;
	exports.SCALAR_STYLE_PLAIN = SCALAR_STYLE_PLAIN;
	exports.SCALAR_STYLE_SINGLE_QUOTED = SCALAR_STYLE_SINGLE_QUOTED;
	exports.Schema = Schema;
	exports.VISIT_BREAK = VISIT_BREAK;
	exports.VISIT_SKIP = VISIT_SKIP;
	exports.YAML11_SCHEMA = YAML11_SCHEMA;
	exports.YAMLException = YAMLException;
	exports.binaryTag = binaryTag;
	exports.boolCoreTag = boolCoreTag;
	exports.boolJsonTag = boolJsonTag;
	exports.boolYaml11Tag = boolYaml11Tag;
	exports.constructFromEvents = constructFromEvents;
	exports.defineMappingTag = defineMappingTag;
	exports.defineScalarTag = defineScalarTag;
	exports.defineSequenceTag = defineSequenceTag;
	exports.dump = dump;
	exports.eventsToAst = eventsToAst;
	exports.floatCoreTag = floatCoreTag;
	exports.floatJsonTag = floatJsonTag;
	exports.floatYaml11Tag = floatYaml11Tag;
	exports.getScalarValue = getScalarValue;
	exports.intCoreTag = intCoreTag;
	exports.intJsonTag = intJsonTag;
	exports.intYaml11Tag = intYaml11Tag;
	exports.jsToAst = jsToAst;
	exports.legacyMapTag = legacyMapTag;
	exports.load = load;
	exports.loadAll = loadAll;
	exports.mapTag = mapTag;
	exports.mergeTag = mergeTag;
	exports.nullCoreTag = nullCoreTag;
	exports.nullJsonTag = nullJsonTag;
	exports.nullYaml11Tag = nullYaml11Tag;
	exports.omapTag = omapTag;
	exports.pairsTag = pairsTag;
	exports.parseEvents = parseEvents;
	exports.present = present;
	exports.realMapTag = realMapTag;
	exports.seqTag = seqTag;
	exports.setTag = setTag;
	exports.strTag = strTag;
	exports.timestampTag = timestampTag;
	exports.visit = visit;
}));
// ../../../work/main/node_modules/cosmiconfig/dist/loaders.js
var require_loaders = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.loadYaml = exports.loadJson = exports.loadJs = exports.loadJsSync = void 0;
	const promises_1 = lazyBuiltin("node:fs/promises");
	const url_1 = globalThis.process.getBuiltinModule("node:url");
	exports.loadJsSync = function loadJsSync(filepath) {
		delete __require.cache[__require.resolve(filepath)];
		return __require(filepath);
	};
	exports.loadJs = async function loadJs(filepath) {
		try {
			const { href } = (0, url_1.pathToFileURL)(await (0, promises_1.realpath)(filepath));
			return (await import(href)).default;
		} catch (error) {
			try {
				return (0, exports.loadJsSync)(filepath, "");
			} catch (requireError) {
				/* istanbul ignore next -- @preserve */
				if (requireError.code === "ERR_REQUIRE_ESM" || requireError instanceof SyntaxError && requireError.toString().includes("Cannot use import statement outside a module")) throw error;
				throw requireError;
			}
		}
	};
	exports.loadJson = function loadJson(filepath, content) {
		try {
			return JSON.parse(content);
		} catch (error) {
			error.message = `JSON Error in ${filepath}:\n${error.message}`;
			throw error;
		}
	};
	let yaml;
	exports.loadYaml = function loadYaml(filepath, content) {
		if (yaml === void 0) yaml = require_js_yaml_cjs();
		try {
			return yaml.load(content);
		} catch (error) {
			error.message = `YAML Error in ${filepath}:\n${error.message}`;
			throw error;
		}
	};
}));
// ../../../work/main/node_modules/cosmiconfig/dist/defaults.js
var require_defaults = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.defaultLoadersSync = exports.defaultLoaders = exports.metaSearchPlaces = exports.globalConfigSearchPlacesSync = exports.globalConfigSearchPlaces = exports.getDefaultSearchPlacesSync = exports.getDefaultSearchPlaces = void 0;
	const loaders_1 = require_loaders();
	function getDefaultSearchPlaces(moduleName) {
		return [
			"package.json",
			`.${moduleName}rc`,
			`.${moduleName}rc.json`,
			`.${moduleName}rc.yaml`,
			`.${moduleName}rc.yml`,
			`.${moduleName}rc.js`,
			`.${moduleName}rc.ts`,
			`.${moduleName}rc.cjs`,
			`.${moduleName}rc.mjs`,
			`.config/${moduleName}rc`,
			`.config/${moduleName}rc.json`,
			`.config/${moduleName}rc.yaml`,
			`.config/${moduleName}rc.yml`,
			`.config/${moduleName}rc.js`,
			`.config/${moduleName}rc.ts`,
			`.config/${moduleName}rc.cjs`,
			`.config/${moduleName}rc.mjs`,
			`${moduleName}.config.js`,
			`${moduleName}.config.ts`,
			`${moduleName}.config.cjs`,
			`${moduleName}.config.mjs`
		];
	}
	exports.getDefaultSearchPlaces = getDefaultSearchPlaces;
	function getDefaultSearchPlacesSync(moduleName) {
		return [
			"package.json",
			`.${moduleName}rc`,
			`.${moduleName}rc.json`,
			`.${moduleName}rc.yaml`,
			`.${moduleName}rc.yml`,
			`.${moduleName}rc.js`,
			`.${moduleName}rc.ts`,
			`.${moduleName}rc.cjs`,
			`.config/${moduleName}rc`,
			`.config/${moduleName}rc.json`,
			`.config/${moduleName}rc.yaml`,
			`.config/${moduleName}rc.yml`,
			`.config/${moduleName}rc.js`,
			`.config/${moduleName}rc.ts`,
			`.config/${moduleName}rc.cjs`,
			`${moduleName}.config.js`,
			`${moduleName}.config.ts`,
			`${moduleName}.config.cjs`
		];
	}
	exports.getDefaultSearchPlacesSync = getDefaultSearchPlacesSync;
	exports.globalConfigSearchPlaces = [
		"config",
		"config.json",
		"config.yaml",
		"config.yml",
		"config.js",
		"config.ts",
		"config.cjs",
		"config.mjs"
	];
	exports.globalConfigSearchPlacesSync = [
		"config",
		"config.json",
		"config.yaml",
		"config.yml",
		"config.js",
		"config.ts",
		"config.cjs"
	];
	exports.metaSearchPlaces = [
		"package.json",
		"package.yaml",
		".config/config.json",
		".config/config.yaml",
		".config/config.yml",
		".config/config.js",
		".config/config.ts",
		".config/config.cjs",
		".config/config.mjs"
	];
	exports.defaultLoaders = Object.freeze({
		".mjs": loaders_1.loadJs,
		".cjs": loaders_1.loadJs,
		".js": loaders_1.loadJs,
		".ts": loaders_1.loadJs,
		".cts": loaders_1.loadJs,
		".mts": loaders_1.loadJs,
		".json": loaders_1.loadJson,
		".yaml": loaders_1.loadYaml,
		".yml": loaders_1.loadYaml,
		noExt: loaders_1.loadYaml
	});
	exports.defaultLoadersSync = Object.freeze({
		".cjs": loaders_1.loadJsSync,
		".js": loaders_1.loadJsSync,
		".cts": loaders_1.loadJsSync,
		".ts": loaders_1.loadJsSync,
		".json": loaders_1.loadJson,
		".yaml": loaders_1.loadYaml,
		".yml": loaders_1.loadYaml,
		noExt: loaders_1.loadYaml
	});
}));
// ../../../work/main/node_modules/env-paths/index.js
var require_env_paths = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const path = globalThis.process.getBuiltinModule("node:path");
	const os = lazyBuiltin("node:os");
	const homedir = os.homedir();
	const tmpdir = os.tmpdir();
	const { env } = process;
	const macos = (name) => {
		const library = path.join(homedir, "Library");
		return {
			data: path.join(library, "Application Support", name),
			config: path.join(library, "Preferences", name),
			cache: path.join(library, "Caches", name),
			log: path.join(library, "Logs", name),
			temp: path.join(tmpdir, name)
		};
	};
	const windows = (name) => {
		const appData = env.APPDATA || path.join(homedir, "AppData", "Roaming");
		const localAppData = env.LOCALAPPDATA || path.join(homedir, "AppData", "Local");
		return {
			data: path.join(localAppData, name, "Data"),
			config: path.join(appData, name, "Config"),
			cache: path.join(localAppData, name, "Cache"),
			log: path.join(localAppData, name, "Log"),
			temp: path.join(tmpdir, name)
		};
	};
	const linux = (name) => {
		const username = path.basename(homedir);
		return {
			data: path.join(env.XDG_DATA_HOME || path.join(homedir, ".local", "share"), name),
			config: path.join(env.XDG_CONFIG_HOME || path.join(homedir, ".config"), name),
			cache: path.join(env.XDG_CACHE_HOME || path.join(homedir, ".cache"), name),
			log: path.join(env.XDG_STATE_HOME || path.join(homedir, ".local", "state"), name),
			temp: path.join(tmpdir, username, name)
		};
	};
	const envPaths = (name, options) => {
		if (typeof name !== "string") throw new TypeError(`Expected string, got ${typeof name}`);
		options = Object.assign({ suffix: "nodejs" }, options);
		if (options.suffix) name += `-${options.suffix}`;
		if (process.platform === "darwin") return macos(name);
		if (process.platform === "win32") return windows(name);
		return linux(name);
	};
	module.exports = envPaths;
	module.exports.default = envPaths;
}));
// ../../../work/main/node_modules/cosmiconfig/dist/util.js
var require_util = /* @__PURE__ */ __commonJSMin(((exports, module, this$4) => {
	var __createBinding = this$4 && this$4.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __setModuleDefault = this$4 && this$4.__setModuleDefault || (Object.create ? (function(o, v) {
		Object.defineProperty(o, "default", {
			enumerable: true,
			value: v
		});
	}) : function(o, v) {
		o["default"] = v;
	});
	var __importStar = this$4 && this$4.__importStar || function(mod) {
		if (mod && mod.__esModule) return mod;
		var result = {};
		if (mod != null) {
			for (var k in mod) if (k !== "default" && Object.prototype.hasOwnProperty.call(mod, k)) __createBinding(result, mod, k);
		}
		__setModuleDefault(result, mod);
		return result;
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.isDirectorySync = exports.isDirectory = exports.removeUndefinedValuesFromObject = exports.decodeFileContent = exports.getPropertyByPath = exports.emplace = void 0;
	const fs_1 = __importStar(globalThis.process.getBuiltinModule("node:fs"));
	/**
	* @internal
	*/
	function emplace(map, key, fn) {
		const cached = map.get(key);
		if (cached !== void 0) return cached;
		const result = fn();
		map.set(key, result);
		return result;
	}
	exports.emplace = emplace;
	/**
	* @internal
	*/
	function getPropertyByPath(source, path) {
		if (typeof path === "string" && Object.prototype.hasOwnProperty.call(source, path)) return source[path];
		return (typeof path === "string" ? path.split(".") : path).reduce((previous, key) => {
			if (previous === void 0) return previous;
			return previous[key];
		}, source);
	}
	exports.getPropertyByPath = getPropertyByPath;
	/** @internal */
	function decodeFileContent(buffer) {
		if (buffer[0] === 255 && buffer[1] === 254) return new TextDecoder("utf-16le").decode(buffer);
		if (buffer[0] === 254 && buffer[1] === 255) return new TextDecoder("utf-16be").decode(buffer);
		return buffer.toString("utf-8");
	}
	exports.decodeFileContent = decodeFileContent;
	/** @internal */
	function removeUndefinedValuesFromObject(options) {
		return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== void 0));
	}
	exports.removeUndefinedValuesFromObject = removeUndefinedValuesFromObject;
	/** @internal */
	/* istanbul ignore next -- @preserve */
	async function isDirectory(path) {
		try {
			return (await fs_1.promises.stat(path)).isDirectory();
		} catch (e) {
			if (e.code === "ENOENT") return false;
			throw e;
		}
	}
	exports.isDirectory = isDirectory;
	/** @internal */
	/* istanbul ignore next -- @preserve */
	function isDirectorySync(path) {
		try {
			return fs_1.default.statSync(path).isDirectory();
		} catch (e) {
			if (e.code === "ENOENT") return false;
			throw e;
		}
	}
	exports.isDirectorySync = isDirectorySync;
}));
// ../../../work/main/node_modules/cosmiconfig/dist/ExplorerBase.js
var require_ExplorerBase = /* @__PURE__ */ __commonJSMin(((exports, module, this$3) => {
	var __importDefault = this$3 && this$3.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.getExtensionDescription = exports.ExplorerBase = void 0;
	const env_paths_1 = __importDefault(require_env_paths());
	const os_1 = __importDefault(lazyBuiltin("node:os"));
	const path_1 = __importDefault(globalThis.process.getBuiltinModule("node:path"));
	const util_js_1 = require_util();
	/**
	* @internal
	*/
	var ExplorerBase = class {
		#loadingMetaConfig = false;
		config;
		loadCache;
		searchCache;
		constructor(options) {
			this.config = options;
			if (options.cache) {
				this.loadCache = /* @__PURE__ */ new Map();
				this.searchCache = /* @__PURE__ */ new Map();
			}
			this.#validateConfig();
		}
		set loadingMetaConfig(value) {
			this.#loadingMetaConfig = value;
		}
		#validateConfig() {
			const config = this.config;
			for (const place of config.searchPlaces) {
				const extension = path_1.default.extname(place);
				const loader = this.config.loaders[extension || "noExt"] ?? this.config.loaders["default"];
				if (loader === void 0) throw new Error(`Missing loader for ${getExtensionDescription(place)}.`);
				if (typeof loader !== "function") throw new Error(`Loader for ${getExtensionDescription(place)} is not a function: Received ${typeof loader}.`);
			}
		}
		clearLoadCache() {
			if (this.loadCache) this.loadCache.clear();
		}
		clearSearchCache() {
			if (this.searchCache) this.searchCache.clear();
		}
		clearCaches() {
			this.clearLoadCache();
			this.clearSearchCache();
		}
		toCosmiconfigResult(filepath, config) {
			if (config === null) return null;
			if (config === void 0) return {
				filepath,
				config: void 0,
				isEmpty: true
			};
			if (this.config.applyPackagePropertyPathToConfiguration || this.#loadingMetaConfig) {
				const packageProp = this.config.packageProp ?? this.config.moduleName;
				config = (0, util_js_1.getPropertyByPath)(config, packageProp);
			}
			if (config === void 0) return {
				filepath,
				config: void 0,
				isEmpty: true
			};
			return {
				config,
				filepath
			};
		}
		validateImports(containingFilePath, imports, importStack) {
			const fileDirectory = path_1.default.dirname(containingFilePath);
			for (const importPath of imports) {
				if (typeof importPath !== "string") throw new Error(`${containingFilePath}: Key $import must contain a string or a list of strings`);
				const fullPath = path_1.default.resolve(fileDirectory, importPath);
				if (fullPath === containingFilePath) throw new Error(`Self-import detected in ${containingFilePath}`);
				const idx = importStack.indexOf(fullPath);
				if (idx !== -1) throw new Error(`Circular import detected:
${[...importStack, fullPath].map((path, i) => `${i + 1}. ${path}`).join("\n")} (same as ${idx + 1}.)`);
			}
		}
		getSearchPlacesForDir(dir, globalConfigPlaces) {
			return (dir.isGlobalConfig ? globalConfigPlaces : this.config.searchPlaces).map((place) => path_1.default.join(dir.path, place));
		}
		getGlobalConfigDir() {
			return (0, env_paths_1.default)(this.config.moduleName, { suffix: "" }).config;
		}
		*getGlobalDirs(startDir) {
			const stopDir = path_1.default.resolve(this.config.stopDir ?? os_1.default.homedir());
			yield {
				path: startDir,
				isGlobalConfig: false
			};
			let currentDir = startDir;
			while (currentDir !== stopDir) {
				const parentDir = path_1.default.dirname(currentDir);
				/* istanbul ignore if -- @preserve */
				if (parentDir === currentDir) break;
				yield {
					path: parentDir,
					isGlobalConfig: false
				};
				currentDir = parentDir;
			}
			yield {
				path: this.getGlobalConfigDir(),
				isGlobalConfig: true
			};
		}
	};
	exports.ExplorerBase = ExplorerBase;
	/**
	* @internal
	*/
	function getExtensionDescription(extension) {
		/* istanbul ignore next -- @preserve */
		return extension ? `extension "${extension}"` : "files without extensions";
	}
	exports.getExtensionDescription = getExtensionDescription;
}));
// ../../../work/main/node_modules/cosmiconfig/dist/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.mergeAll = exports.hasOwn = void 0;
	exports.hasOwn = Function.prototype.call.bind(Object.prototype.hasOwnProperty);
	const objToString = Function.prototype.call.bind(Object.prototype.toString);
	function isPlainObject(obj) {
		return objToString(obj) === "[object Object]";
	}
	function merge(target, source, options) {
		for (const key of Object.keys(source)) {
			/* istanbul ignore next -- @preserve */
			if (key === "__proto__" || key === "constructor") continue;
			const newValue = source[key];
			if ((0, exports.hasOwn)(target, key)) {
				if (Array.isArray(target[key]) && Array.isArray(newValue)) {
					if (options.mergeArrays) {
						target[key].push(...newValue);
						continue;
					}
				} else if (isPlainObject(target[key]) && isPlainObject(newValue)) {
					target[key] = merge(target[key], newValue, options);
					continue;
				}
			}
			target[key] = newValue;
		}
		return target;
	}
	/**
	* Merges multiple objects. Doesn't care about cloning non-primitives, as we load all these objects fresh from a file.
	*/
	function mergeAll(objects, options) {
		return objects.reduce((target, source) => merge(target, source, options), {});
	}
	exports.mergeAll = mergeAll;
}));
// ../../../work/main/node_modules/cosmiconfig/dist/Explorer.js
var require_Explorer = /* @__PURE__ */ __commonJSMin(((exports, module, this$2) => {
	var __importDefault = this$2 && this$2.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.Explorer = void 0;
	const promises_1 = __importDefault(lazyBuiltin("node:fs/promises"));
	const path_1 = __importDefault(globalThis.process.getBuiltinModule("node:path"));
	const defaults_1 = require_defaults();
	const ExplorerBase_js_1 = require_ExplorerBase();
	const merge_1 = require_merge();
	const util_js_1 = require_util();
	/**
	* @internal
	*/
	var Explorer = class extends ExplorerBase_js_1.ExplorerBase {
		async load(filepath) {
			filepath = path_1.default.resolve(filepath);
			const load = async () => {
				return await this.config.transform(await this.#readConfiguration(filepath));
			};
			if (this.loadCache) return await (0, util_js_1.emplace)(this.loadCache, filepath, load);
			return await load();
		}
		async search(from = "") {
			if (this.config.metaConfigFilePath) {
				this.loadingMetaConfig = true;
				const config = await this.load(this.config.metaConfigFilePath);
				this.loadingMetaConfig = false;
				if (config && !config.isEmpty) return config;
			}
			from = path_1.default.resolve(from);
			const dirs = this.#getDirs(from);
			const firstDirIter = await dirs.next();
			/* istanbul ignore if -- @preserve */
			if (firstDirIter.done) throw new Error(`Could not find any folders to iterate through (start from ${from})`);
			let currentDir = firstDirIter.value;
			const search = async () => {
				/* istanbul ignore if -- @preserve */
				if (await (0, util_js_1.isDirectory)(currentDir.path)) for (const filepath of this.getSearchPlacesForDir(currentDir, defaults_1.globalConfigSearchPlaces)) try {
					const result = await this.#readConfiguration(filepath);
					if (result !== null && !(result.isEmpty && this.config.ignoreEmptySearchPlaces)) return await this.config.transform(result);
				} catch (error) {
					if (error.code === "ENOENT" || error.code === "EISDIR" || error.code === "ENOTDIR" || error.code === "EACCES") continue;
					throw error;
				}
				const nextDirIter = await dirs.next();
				if (!nextDirIter.done) {
					currentDir = nextDirIter.value;
					if (this.searchCache) return await (0, util_js_1.emplace)(this.searchCache, currentDir.path, search);
					return await search();
				}
				return await this.config.transform(null);
			};
			if (this.searchCache) return await (0, util_js_1.emplace)(this.searchCache, from, search);
			return await search();
		}
		async #readConfiguration(filepath, importStack = []) {
			const contents = (0, util_js_1.decodeFileContent)(await promises_1.default.readFile(filepath));
			return this.toCosmiconfigResult(filepath, await this.#loadConfigFileWithImports(filepath, contents, importStack));
		}
		async #loadConfigFileWithImports(filepath, contents, importStack) {
			const loadedContent = await this.#loadConfiguration(filepath, contents);
			if (!loadedContent || !(0, merge_1.hasOwn)(loadedContent, "$import")) return loadedContent;
			const fileDirectory = path_1.default.dirname(filepath);
			const { $import: imports, ...ownContent } = loadedContent;
			const importPaths = Array.isArray(imports) ? imports : [imports];
			const newImportStack = [...importStack, filepath];
			this.validateImports(filepath, importPaths, newImportStack);
			const importedConfigs = await Promise.all(importPaths.map(async (importPath) => {
				const fullPath = path_1.default.resolve(fileDirectory, importPath);
				return (await this.#readConfiguration(fullPath, newImportStack))?.config;
			}));
			return (0, merge_1.mergeAll)([...importedConfigs, ownContent], { mergeArrays: this.config.mergeImportArrays });
		}
		async #loadConfiguration(filepath, contents) {
			if (contents.trim() === "") return;
			const extension = path_1.default.extname(filepath);
			const loader = this.config.loaders[extension || "noExt"] ?? this.config.loaders["default"];
			if (!loader) throw new Error(`No loader specified for ${(0, ExplorerBase_js_1.getExtensionDescription)(extension)}`);
			try {
				const loadedContents = await loader(filepath, contents);
				if (path_1.default.basename(filepath, extension) !== "package") return loadedContents;
				return (0, util_js_1.getPropertyByPath)(loadedContents, this.config.packageProp ?? this.config.moduleName) ?? null;
			} catch (error) {
				error.filepath = filepath;
				throw error;
			}
		}
		async #fileExists(path) {
			try {
				await promises_1.default.stat(path);
				return true;
			} catch (e) {
				return false;
			}
		}
		async *#getDirs(startDir) {
			switch (this.config.searchStrategy) {
				case "none":
					yield {
						path: startDir,
						isGlobalConfig: false
					};
					return;
				case "project": {
					let currentDir = startDir;
					while (true) {
						yield {
							path: currentDir,
							isGlobalConfig: false
						};
						let foundPackageFile = false;
						for (const ext of ["json", "yaml"]) {
							const packageFile = path_1.default.join(currentDir, `package.${ext}`);
							if (await this.#fileExists(packageFile)) {
								foundPackageFile = true;
								break;
							}
						}
						if (foundPackageFile) return;
						const parentDir = path_1.default.dirname(currentDir);
						/* istanbul ignore if -- @preserve */
						if (parentDir === currentDir) return;
						currentDir = parentDir;
					}
				}
				case "global": yield* this.getGlobalDirs(startDir);
			}
		}
	};
	exports.Explorer = Explorer;
}));
// ../../../work/main/node_modules/cosmiconfig/dist/ExplorerSync.js
var require_ExplorerSync = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	var __importDefault = this$1 && this$1.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ExplorerSync = void 0;
	const fs_1 = __importDefault(globalThis.process.getBuiltinModule("node:fs"));
	const path_1 = __importDefault(globalThis.process.getBuiltinModule("node:path"));
	const defaults_1 = require_defaults();
	const ExplorerBase_js_1 = require_ExplorerBase();
	const merge_1 = require_merge();
	const util_js_1 = require_util();
	/**
	* @internal
	*/
	var ExplorerSync = class extends ExplorerBase_js_1.ExplorerBase {
		load(filepath) {
			filepath = path_1.default.resolve(filepath);
			const load = () => {
				return this.config.transform(this.#readConfiguration(filepath));
			};
			if (this.loadCache) return (0, util_js_1.emplace)(this.loadCache, filepath, load);
			return load();
		}
		search(from = "") {
			if (this.config.metaConfigFilePath) {
				this.loadingMetaConfig = true;
				const config = this.load(this.config.metaConfigFilePath);
				this.loadingMetaConfig = false;
				if (config && !config.isEmpty) return config;
			}
			from = path_1.default.resolve(from);
			const dirs = this.#getDirs(from);
			const firstDirIter = dirs.next();
			/* istanbul ignore if -- @preserve */
			if (firstDirIter.done) throw new Error(`Could not find any folders to iterate through (start from ${from})`);
			let currentDir = firstDirIter.value;
			const search = () => {
				/* istanbul ignore if -- @preserve */
				if ((0, util_js_1.isDirectorySync)(currentDir.path)) for (const filepath of this.getSearchPlacesForDir(currentDir, defaults_1.globalConfigSearchPlacesSync)) try {
					const result = this.#readConfiguration(filepath);
					if (result !== null && !(result.isEmpty && this.config.ignoreEmptySearchPlaces)) return this.config.transform(result);
				} catch (error) {
					if (error.code === "ENOENT" || error.code === "EISDIR" || error.code === "ENOTDIR" || error.code === "EACCES") continue;
					throw error;
				}
				const nextDirIter = dirs.next();
				if (!nextDirIter.done) {
					currentDir = nextDirIter.value;
					if (this.searchCache) return (0, util_js_1.emplace)(this.searchCache, currentDir.path, search);
					return search();
				}
				return this.config.transform(null);
			};
			if (this.searchCache) return (0, util_js_1.emplace)(this.searchCache, from, search);
			return search();
		}
		#readConfiguration(filepath, importStack = []) {
			const contents = (0, util_js_1.decodeFileContent)(fs_1.default.readFileSync(filepath));
			return this.toCosmiconfigResult(filepath, this.#loadConfigFileWithImports(filepath, contents, importStack));
		}
		#loadConfigFileWithImports(filepath, contents, importStack) {
			const loadedContent = this.#loadConfiguration(filepath, contents);
			if (!loadedContent || !(0, merge_1.hasOwn)(loadedContent, "$import")) return loadedContent;
			const fileDirectory = path_1.default.dirname(filepath);
			const { $import: imports, ...ownContent } = loadedContent;
			const importPaths = Array.isArray(imports) ? imports : [imports];
			const newImportStack = [...importStack, filepath];
			this.validateImports(filepath, importPaths, newImportStack);
			const importedConfigs = importPaths.map((importPath) => {
				const fullPath = path_1.default.resolve(fileDirectory, importPath);
				return this.#readConfiguration(fullPath, newImportStack)?.config;
			});
			return (0, merge_1.mergeAll)([...importedConfigs, ownContent], { mergeArrays: this.config.mergeImportArrays });
		}
		#loadConfiguration(filepath, contents) {
			if (contents.trim() === "") return;
			const extension = path_1.default.extname(filepath);
			const loader = this.config.loaders[extension || "noExt"] ?? this.config.loaders["default"];
			if (!loader) throw new Error(`No loader specified for ${(0, ExplorerBase_js_1.getExtensionDescription)(extension)}`);
			try {
				const loadedContents = loader(filepath, contents);
				if (path_1.default.basename(filepath, extension) !== "package") return loadedContents;
				return (0, util_js_1.getPropertyByPath)(loadedContents, this.config.packageProp ?? this.config.moduleName) ?? null;
			} catch (error) {
				error.filepath = filepath;
				throw error;
			}
		}
		#fileExists(path) {
			try {
				fs_1.default.statSync(path);
				return true;
			} catch (e) {
				return false;
			}
		}
		*#getDirs(startDir) {
			switch (this.config.searchStrategy) {
				case "none":
					yield {
						path: startDir,
						isGlobalConfig: false
					};
					return;
				case "project": {
					let currentDir = startDir;
					while (true) {
						yield {
							path: currentDir,
							isGlobalConfig: false
						};
						let foundPackageFile = false;
						for (const ext of ["json", "yaml"]) {
							const packageFile = path_1.default.join(currentDir, `package.${ext}`);
							if (this.#fileExists(packageFile)) {
								foundPackageFile = true;
								break;
							}
						}
						if (foundPackageFile) return;
						const parentDir = path_1.default.dirname(currentDir);
						/* istanbul ignore if -- @preserve */
						if (parentDir === currentDir) return;
						currentDir = parentDir;
					}
				}
				case "global": yield* this.getGlobalDirs(startDir);
			}
		}
		/**
		* @deprecated Use {@link ExplorerSync.prototype.load}.
		*/
		/* istanbul ignore next */
		loadSync(filepath) {
			return this.load(filepath);
		}
		/**
		* @deprecated Use {@link ExplorerSync.prototype.search}.
		*/
		/* istanbul ignore next */
		searchSync(from = "") {
			return this.search(from);
		}
	};
	exports.ExplorerSync = ExplorerSync;
}));
// src/system/config-paths.ts
var import_dist = (/* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.defaultLoadersSync = exports.defaultLoaders = exports.globalConfigSearchPlacesSync = exports.globalConfigSearchPlaces = exports.getDefaultSearchPlacesSync = exports.getDefaultSearchPlaces = exports.cosmiconfigSync = exports.cosmiconfig = void 0;
	const defaults_1 = require_defaults();
	Object.defineProperty(exports, "defaultLoaders", {
		enumerable: true,
		get: function() {
			return defaults_1.defaultLoaders;
		}
	});
	Object.defineProperty(exports, "defaultLoadersSync", {
		enumerable: true,
		get: function() {
			return defaults_1.defaultLoadersSync;
		}
	});
	Object.defineProperty(exports, "getDefaultSearchPlaces", {
		enumerable: true,
		get: function() {
			return defaults_1.getDefaultSearchPlaces;
		}
	});
	Object.defineProperty(exports, "getDefaultSearchPlacesSync", {
		enumerable: true,
		get: function() {
			return defaults_1.getDefaultSearchPlacesSync;
		}
	});
	Object.defineProperty(exports, "globalConfigSearchPlaces", {
		enumerable: true,
		get: function() {
			return defaults_1.globalConfigSearchPlaces;
		}
	});
	Object.defineProperty(exports, "globalConfigSearchPlacesSync", {
		enumerable: true,
		get: function() {
			return defaults_1.globalConfigSearchPlacesSync;
		}
	});
	const Explorer_js_1 = require_Explorer();
	const ExplorerSync_js_1 = require_ExplorerSync();
	const util_1 = require_util();
	const identity = function identity(x) {
		return x;
	};
	function getUserDefinedOptionsFromMetaConfig() {
		const metaConfig = new ExplorerSync_js_1.ExplorerSync({
			moduleName: "cosmiconfig",
			stopDir: process.cwd(),
			searchPlaces: defaults_1.metaSearchPlaces,
			ignoreEmptySearchPlaces: false,
			applyPackagePropertyPathToConfiguration: true,
			loaders: defaults_1.defaultLoaders,
			transform: identity,
			cache: true,
			metaConfigFilePath: null,
			mergeImportArrays: true,
			mergeSearchPlaces: true,
			searchStrategy: "none"
		}).search();
		if (!metaConfig) return null;
		if (metaConfig.config?.loaders) throw new Error("Can not specify loaders in meta config file");
		if (metaConfig.config?.searchStrategy) throw new Error("Can not specify searchStrategy in meta config file");
		const overrideOptions = {
			mergeSearchPlaces: true,
			...metaConfig.config ?? {}
		};
		return {
			config: (0, util_1.removeUndefinedValuesFromObject)(overrideOptions),
			filepath: metaConfig.filepath
		};
	}
	function getResolvedSearchPlaces(moduleName, toolDefinedSearchPlaces, userConfiguredOptions) {
		const userConfiguredSearchPlaces = userConfiguredOptions.searchPlaces?.map((path) => path.replace("{name}", moduleName));
		if (userConfiguredOptions.mergeSearchPlaces) return [...userConfiguredSearchPlaces ?? [], ...toolDefinedSearchPlaces];
		return userConfiguredSearchPlaces ?? 
		/* istanbul ignore next */ toolDefinedSearchPlaces;
	}
	function mergeOptionsBase(moduleName, defaults, options) {
		const userDefinedConfig = getUserDefinedOptionsFromMetaConfig();
		if (!userDefinedConfig) return {
			...defaults,
			...(0, util_1.removeUndefinedValuesFromObject)(options),
			loaders: {
				...defaults.loaders,
				...options.loaders
			}
		};
		const userConfiguredOptions = userDefinedConfig.config;
		const toolDefinedSearchPlaces = options.searchPlaces ?? defaults.searchPlaces;
		return {
			...defaults,
			...(0, util_1.removeUndefinedValuesFromObject)(options),
			metaConfigFilePath: userDefinedConfig.filepath,
			...userConfiguredOptions,
			searchPlaces: getResolvedSearchPlaces(moduleName, toolDefinedSearchPlaces, userConfiguredOptions),
			loaders: {
				...defaults.loaders,
				...options.loaders
			}
		};
	}
	function validateOptions(options) {
		if (options.searchStrategy != null && options.searchStrategy !== "global" && options.stopDir) throw new Error("Can not supply `stopDir` option with `searchStrategy` other than \"global\"");
	}
	function mergeOptions(moduleName, options) {
		validateOptions(options);
		return mergeOptionsBase(moduleName, {
			moduleName,
			searchPlaces: (0, defaults_1.getDefaultSearchPlaces)(moduleName),
			ignoreEmptySearchPlaces: true,
			cache: true,
			transform: identity,
			loaders: defaults_1.defaultLoaders,
			metaConfigFilePath: null,
			mergeImportArrays: true,
			mergeSearchPlaces: true,
			searchStrategy: options.stopDir ? "global" : "none"
		}, options);
	}
	function mergeOptionsSync(moduleName, options) {
		validateOptions(options);
		return mergeOptionsBase(moduleName, {
			moduleName,
			searchPlaces: (0, defaults_1.getDefaultSearchPlacesSync)(moduleName),
			ignoreEmptySearchPlaces: true,
			cache: true,
			transform: identity,
			loaders: defaults_1.defaultLoadersSync,
			metaConfigFilePath: null,
			mergeImportArrays: true,
			mergeSearchPlaces: true,
			searchStrategy: options.stopDir ? "global" : "none"
		}, options);
	}
	function cosmiconfig(moduleName, options = {}) {
		const normalizedOptions = mergeOptions(moduleName, options);
		const explorer = new Explorer_js_1.Explorer(normalizedOptions);
		return {
			search: explorer.search.bind(explorer),
			load: explorer.load.bind(explorer),
			clearLoadCache: explorer.clearLoadCache.bind(explorer),
			clearSearchCache: explorer.clearSearchCache.bind(explorer),
			clearCaches: explorer.clearCaches.bind(explorer)
		};
	}
	exports.cosmiconfig = cosmiconfig;
	function cosmiconfigSync(moduleName, options = {}) {
		const normalizedOptions = mergeOptionsSync(moduleName, options);
		const explorerSync = new ExplorerSync_js_1.ExplorerSync(normalizedOptions);
		return {
			search: explorerSync.search.bind(explorerSync),
			load: explorerSync.load.bind(explorerSync),
			clearLoadCache: explorerSync.clearLoadCache.bind(explorerSync),
			clearSearchCache: explorerSync.clearSearchCache.bind(explorerSync),
			clearCaches: explorerSync.clearCaches.bind(explorerSync)
		};
	}
	exports.cosmiconfigSync = cosmiconfigSync;
})))();
/** Makes every path absolute and fills in what depends on the rest. */
function settleConfig({ app, apps, environments, scripts, journal, slack }, places) {
	const [only, ...more] = Object.keys(apps);
	const meant = app ?? (more.length === 0 ? only : void 0);
	return {
		...meant === void 0 ? {} : { app: meant },
		apps: Object.fromEntries(Object.entries(apps).map(([name, value]) => [name, settleApp(value, places)])),
		environments,
		scripts: scripts.map((folder) => absolutePath(folder, places)),
		journal: { path: absolutePath(journal.path ?? ".ops/journal.db", places) },
		...slack === void 0 ? {} : { slack }
	};
}
function settleApp(app, places) {
	const path = absolutePath(app.repository, places);
	return /^[./~]/.test(app.repository) || existsSync(path) ? {
		...app,
		repository: path
	} : app;
}
function absolutePath(path, { folder, home }) {
	if (home !== void 0 && (path === "~" || path.startsWith("~/"))) return join(home, path.slice(1));
	return resolve(folder, path);
}
// src/system/references.ts
/** Deeper than any key; ends a configuration that holds itself. */
const deepest = 10;
const unusable = /* @__PURE__ */ new Set([
	"__proto__",
	"prototype",
	"constructor"
]);
/** Replaces `${env:NAME}` and `${file:path}` in every text of a configuration. What cannot be resolved is noted, not thrown. */
function resolveReferences(content, world) {
	const findings = {
		references: /* @__PURE__ */ new Map(),
		secrets: /* @__PURE__ */ new Set(),
		problems: []
	};
	return {
		content: isMapping(content) ? resolve$1(content, [], world, findings) : content,
		references: findings.references,
		secrets: [...findings.secrets].filter((secret) => secret.length >= 4),
		problems: findings.problems
	};
}
function resolve$1(value, path, world, findings) {
	if (path.length > deepest) return value;
	if (typeof value === "string") return value.includes("${") ? resolveText(value, path, world, findings) : value;
	if (Array.isArray(value)) return value.map((item, index) => resolve$1(item, [...path, `${index}`], world, findings));
	if (!isMapping(value)) return value;
	const known = Object.entries(value).filter(([key, item]) => {
		if (unusable.has(key)) findings.problems.push(`${[...path, key].join(".")}: this name cannot be used`);
		return item !== void 0 && !unusable.has(key);
	});
	return Object.fromEntries(known.map(([key, item]) => [key, resolve$1(item, [...path, key], world, findings)]));
}
function resolveText(text, path, world, findings) {
	const key = path.join(".");
	const parts = partsOf(text);
	if (typeof parts === "string") {
		findings.problems.push(`${key}: ${parts}`);
		return text;
	}
	const [first] = parts.filter((part) => "kind" in part);
	if (first === void 0) return parts.map((part) => "text" in part ? part.text : "").join("");
	const found = parts.map((part) => "kind" in part ? lookUp(part, world) : { value: part.text });
	const failure = found.find((one) => "reason" in one);
	findings.references.set(key, {
		path,
		from: `${first.kind}:${first.name}`,
		whole: parts.every((part) => "kind" in part),
		...failure === void 0 ? {} : { failure }
	});
	const values = found.map((one) => "value" in one ? one.value : "");
	for (const [index, value] of values.entries()) if (parts[index] !== void 0 && "kind" in parts[index]) findings.secrets.add(value);
	if (failure !== void 0) return text;
	findings.secrets.add(values.join(""));
	return values.join("");
}
/** The literal and the referring parts of a text, or what is wrong with it. */
function partsOf(text) {
	const parts = [];
	let end = 0;
	for (const match of text.matchAll(/\$\$\{|\$\{(?:(env|file):([^}]+)\})?/g)) {
		parts.push({ text: text.slice(end, match.index) });
		end = match.index + match[0].length;
		const [found, kind, name] = match;
		if (found === "$${") parts.push({ text: "${" });
		else if (name === void 0) return `expected \${env:NAME} or \${file:path} after "\${"; write $\${ for the two signs themselves`;
		else parts.push({
			kind: kind === "env" ? "env" : "file",
			name
		});
	}
	parts.push({ text: text.slice(end) });
	return parts.filter((part) => !("text" in part) || part.text !== "");
}
function lookUp(part, world) {
	if (part.kind === "file") return readSecret(part.name, absolutePath(part.name, world));
	const value = world.env[part.name];
	if (value !== void 0 && value !== "") return { value };
	return {
		reason: `needs \${env:${part.name}}, which is ${value === "" ? "empty" : "not set"}`,
		hint: `export ${part.name}=…`
	};
}
const reasons = {
	ENOENT: "does not exist",
	EACCES: "you may not read"
};
function readSecret(name, path) {
	const failed = (reason) => ({
		reason: `needs \${file:${name}}, which ${reason}`,
		hint: `look at ${path}`
	});
	try {
		if (!statSync(path).isFile()) return failed("is not a file");
		const value = readFileSync(path, "utf8").replace(/\r?\n$/, "");
		return value === "" ? failed("is empty") : { value };
	} catch (error) {
		return failed(reasons[error.code ?? ""] ?? "cannot be read");
	}
}
/** Makes each value that could not be resolved throw when it is used. */
function deferFailures(config, references, file) {
	for (const { path, failure } of references) {
		if (failure === void 0) continue;
		const parent = path.slice(0, -1).reduce((value, key) => value[key], config);
		const get = () => {
			throw new OpsError("config", `${file}: ${path.join(".")} ${failure.reason}`, { hint: failure.hint });
		};
		Object.defineProperty(parent, path.at(-1) ?? "", {
			get,
			enumerable: true,
			configurable: true
		});
	}
}
/** A mapping as YAML, JSON and object literals make it: no list, no date, no instance of a class. */
function isMapping(value) {
	if (typeof value !== "object" || value === null) return false;
	const prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
// src/system/config-entries.ts
const mask$3 = "••••";
/** Every value in effect, in the order of the configuration, with where it came from. */
function configEntries(config, { content, references, secrets }) {
	const show = (value, key) => {
		const reference = references.get(key);
		if (reference?.failure !== void 0) return "missing";
		if (reference !== void 0) return mask$3;
		if (Array.isArray(value)) return value.map((item, index) => show(item, `${key}.${index}`)).join(" ") || "none";
		const text = String(value);
		return secrets.some((secret) => text.includes(secret)) ? mask$3 : text;
	};
	return leaves(config, []).map(({ path, value }) => {
		const key = path.join(".");
		return {
			key,
			value: show(value, key),
			from: originOf(path, value)
		};
	});
	function originOf(path, value) {
		const [reference] = [path, ...Array.isArray(value) ? value.map((_, index) => [...path, `${index}`]) : []].flatMap((key) => references.get(key.join(".")) ?? []);
		return reference?.from ?? (isWritten(content, path) ? "file" : "default");
	}
}
const leaves = (value, path) => isMapping(value) ? Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key])) : [{
	path,
	value
}];
function isWritten(content, [key, ...rest]) {
	if (key === void 0) return true;
	return isMapping(content) && Object.hasOwn(content, key) && isWritten(content[key], rest);
}
// src/system/config-loaders.ts
const yamlLoader = (parse, nameFile) => (path, content) => {
	try {
		return /^\s*[^\s#]/m.test(content) ? parse(path, content) : void 0;
	} catch (error) {
		const { reason = "it cannot be read", mark } = error;
		const place = mark === void 0 ? "" : `:${mark.line + 1}:${mark.column + 1}`;
		throw new OpsError("config", `${nameFile(path)}${place}: not YAML: ${reason}`);
	}
};
const jsonLoader = (nameFile) => (path, content) => {
	try {
		return JSON.parse(content);
	} catch (error) {
		const { message } = error;
		const place = /\(line (\d+) column (\d+)\)/.exec(message);
		const [reason = ""] = message.split(/, "| in JSON at| after JSON at/);
		const at = place === null ? "" : `:${place[1]}:${place[2]}`;
		throw new OpsError("config", `${nameFile(path)}${at}: not JSON: ${reason}`);
	}
};
/** JavaScript, and TypeScript as Node itself reads it. */
const moduleLoader = (nameFile) => async (path) => {
	const module = await import(pathToFileURL(path).href).catch((error) => {
		const [reason] = String(error).split("\n");
		throw new OpsError("config", `${nameFile(path)} does not load: ${reason}`, { cause: error });
	});
	if (module.default === void 0) throw new OpsError("config", `${nameFile(path)} has no default export`, { hint: "export default { … }" });
	return module.default;
};
// src/system/config-problems.ts
const secretKeys = ["slack.appToken", "slack.botToken"];
const placeholders = [
	"app",
	"environment",
	"ref",
	"commit",
	"version",
	"previous"
].map((name) => `{${name}}`);
/** Every fault of a configuration as `key: expected …, got …`. A value that is, or might be, a secret is never quoted. */
function configProblems({ content, references, problems }, issues) {
	const told = issues.filter((issue) => issue.kind === "schema" || !references.get(keyOf(issue))?.failure);
	const keys = new Set(told.map(keyOf));
	return [
		...problems,
		...literalSecrets(content, references),
		...told.map((issue) => issue.type === "raw_check" ? unknownKey(issue) : unexpected(issue, references)),
		...unknownPlaceholders(content, references),
		...strangers(content, references).flatMap(({ key, problem }) => keys.has(key) ? [] : [problem])
	];
}
const keyOf = (issue) => (issue.path ?? []).map(({ key }) => String(key)).join(".");
function literalSecrets(content, references) {
	return secretKeys.filter((key) => typeof valueAt(content, key) === "string" && references.get(key)?.whole !== true).map((key) => {
		return `${key} must be a reference, got a literal value; write \${env:${key.replace(/[A-Z]/g, "_$&").replace(".", "_").toUpperCase()}}`;
	});
}
const valueAt = (content, key) => key.split(".").reduce((value, part) => isMapping(value) ? value[part] : void 0, content);
function unknownKey(issue) {
	const key = keyOf(issue);
	const known = issue.input;
	const [near] = nearest(key.slice(key.lastIndexOf(".") + 1), known, 1);
	return `${key}: unknown key${near === void 0 ? `; expected one of ${known.join(", ")}` : `, did you mean "${near}"?`}`;
}
/** A deploy program would get the braces as they are, and make of them what it can. */
function unknownPlaceholders(content, references) {
	const apps = isMapping(content) && isMapping(content.apps) ? content.apps : {};
	return Object.entries(apps).flatMap(([app, value]) => {
		const key = `apps.${app}.deploy`;
		const written = (isMapping(value) && Array.isArray(value.deploy) ? value.deploy : []).filter((word, index) => typeof word === "string" && !references.has(`${key}.${index}`)).flatMap((word) => String(word).match(/\{[a-z]+\}/g) ?? []);
		return [...new Set(written.filter((word) => !placeholders.includes(word)))].map((word) => `${key}: unknown placeholder ${word}${insteadOf(word)}`);
	});
}
function insteadOf(placeholder) {
	const [near] = nearest(placeholder, placeholders, 1);
	return near === void 0 ? `; expected one of ${placeholders.join(" ")}` : `, did you mean ${near}?`;
}
function unexpected(issue, references) {
	const key = keyOf(issue);
	const reference = references.get(key);
	const got = reference === void 0 ? describe$1(issue.input, mayBeSecret(key)) : describeReference(reference);
	const quote = issue.message === "text" && isUnquoted(issue.input) ? "; put it in quotes" : "";
	return `${key === "" ? "" : `${key}: `}expected ${issue.message}, got ${got}${quote}`;
}
const mayBeSecret = (key) => key.startsWith("slack") || /(^|\.)env(\.|$)/.test(key);
const isUnquoted = (value) => typeof value === "number" || typeof value === "boolean";
const describeReference = ({ from }) => `a hidden value from ${from}`;
function describe$1(value, hide) {
	if (value === void 0 || value === null || typeof value === "symbol") return "nothing";
	if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
	if (isMapping(value)) return "a mapping";
	if (typeof value === "object") return "an object of a class";
	if (typeof value === "function") return "a function";
	const type = typeof value === "string" ? "text" : typeof value;
	if (hide) return value === "" ? "empty text" : `a value of type ${type}`;
	if (typeof value !== "string") return `the ${type} ${value}`;
	return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
}
/** Names that must stand elsewhere in the file and do not. */
function strangers(content, references) {
	if (!isMapping(content)) return [];
	const { app, apps } = content;
	const targets = Object.keys(isMapping(content.environments) ? content.environments : {});
	const named = Object.entries(isMapping(apps) ? apps : {}).flatMap(([name, value]) => Object.keys(isMapping(value) && isMapping(value.environments) ? value.environments : {}).filter((environment) => !targets.includes(environment)).map((environment) => stranger(`apps.${name}.environments.${environment}`, environment, "environments", targets)));
	const names = Object.keys(isMapping(apps) ? apps : {});
	const reference = references.get("app");
	if (typeof app !== "string" || names.includes(app) || reference?.failure !== void 0) return named;
	if (reference === void 0) return [stranger("app", app, "apps", names), ...named];
	return [{
		key: "app",
		problem: `app: expected a name under apps, got ${describeReference(reference)}`
	}, ...named];
}
function stranger(key, name, section, known) {
	const [near] = nearest(name, known, 1);
	const suggestion = near === void 0 ? "" : `, did you mean "${near}"?`;
	return {
		key,
		problem: `${key}: expected ${known.length === 0 ? `a name under ${section}, where there is none` : `one of ${known.join(", ")}`}, got ${describe$1(name, false)}${suggestion}`
	};
}
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && true) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? void 0,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? void 0,
		abortPipeEarly: config$1?.abortPipeEarly ?? void 0
	};
}
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? (context.reference, issue.lang, void 0) ?? (isSchema ? (issue.lang, void 0) : null) ?? config$1.message ?? (issue.lang, void 0);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function maxValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_value",
		reference: maxValue,
		async: false,
		expects: `<=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value <= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}
/**
* Creates a raw check validation action.
*
* @param action The validation action.
*
* @returns A raw check action.
*/
/* @__NO_SIDE_EFFECTS__ */
function rawCheck(action) {
	return {
		kind: "validation",
		type: "raw_check",
		reference: rawCheck,
		async: false,
		expects: null,
		"~run"(dataset, config$1) {
			action({
				dataset,
				config: config$1,
				addIssue: (info) => _addIssue(this, info?.label ?? "input", dataset, config$1, info)
			});
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function custom(check$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "custom",
		reference: custom,
		expects: "unknown",
		async: false,
		check: check$1,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.check(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function looseObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "loose_object",
		reference: looseObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (/* @__PURE__ */ _isValidObjectKey(input, key) && !Object.prototype.hasOwnProperty.call(this.entries, key)) dataset.value[key] = input[key];
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function record$1(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record$1,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}
// src/system/config-schema.ts
const nothing = Symbol("nothing");
/** Where nothing is written, the value's own expectation is what the problem says. */
const required = (schema) => /* @__PURE__ */ optional(schema, nothing);
/** A mapping that may be left out, or written with nothing under it. */
const section = (schema) => /* @__PURE__ */ nullish(schema, {});
function mapping(entries) {
	const known = Object.keys(entries);
	return /* @__PURE__ */ pipe(/* @__PURE__ */ custom(isMapping, "a mapping"), /* @__PURE__ */ looseObject(entries), /* @__PURE__ */ rawCheck(({ dataset: { value }, addIssue }) => {
		if (!isMapping(value)) return;
		for (const key of Object.keys(value).filter((written) => !known.includes(written))) addIssue({
			path: [{
				type: "object",
				origin: "key",
				input: value,
				key,
				value: void 0
			}],
			input: known,
			message: "one of its keys"
		});
	}));
}
const record = (key, schema) => /* @__PURE__ */ pipe(/* @__PURE__ */ custom(isMapping, "a mapping"), /* @__PURE__ */ record$1(key, schema));
const matching = (pattern, expected) => /* @__PURE__ */ pipe(/* @__PURE__ */ string(expected), /* @__PURE__ */ regex(pattern, expected));
const name = matching(/^[a-z0-9][a-z0-9-]*$/, "a name of small letters, digits and dashes");
const variable = matching(/^[A-Za-z_][A-Za-z0-9_]*$/, "the name of a variable");
const text = /* @__PURE__ */ pipe(/* @__PURE__ */ string("text"), /* @__PURE__ */ nonEmpty("text"));
const address = matching(/^https?:\/\/[^\s/]/, "an http or https address");
const path$1 = /* @__PURE__ */ pipe(/* @__PURE__ */ string("a path"), /* @__PURE__ */ nonEmpty("a path"));
const token = /* @__PURE__ */ string(`a reference such as \${env:NAME}`);
const env = section(record(variable, /* @__PURE__ */ string("text")));
const words$1 = /* @__PURE__ */ pipe(/* @__PURE__ */ array(/* @__PURE__ */ string("text"), "a list of words"), /* @__PURE__ */ check(([program]) => program !== void 0 && program !== "", "a list of words that begins with a program"));
const units$1 = {
	ms: 1,
	s: 1e3,
	m: 6e4,
	h: 36e5
};
const longestTimer = 2 ** 31 - 1;
function milliseconds$1(value) {
	if (typeof value === "number") return value;
	const match = /^(\d{1,9})(ms|s|m|h)$/.exec(value);
	return match === null ? NaN : Number(match[1]) * (units$1[match[2] ?? ""] ?? NaN);
}
const expectedDuration = "a duration such as 30s, or milliseconds";
const duration = /* @__PURE__ */ pipe(/* @__PURE__ */ union([/* @__PURE__ */ string(), /* @__PURE__ */ number()], expectedDuration), /* @__PURE__ */ check((value) => milliseconds$1(value) > 0 && milliseconds$1(value) <= longestTimer, expectedDuration), /* @__PURE__ */ transform(milliseconds$1));
const pool = "a whole number from 0 to 32";
const appEnvironment = mapping({
	url: /* @__PURE__ */ exactOptional(address),
	env,
	health: /* @__PURE__ */ exactOptional(mapping({
		url: required(address),
		timeout: /* @__PURE__ */ optional(duration, 3e4)
	}))
});
const app = mapping({
	repository: required(/* @__PURE__ */ pipe(/* @__PURE__ */ string("a folder or an address of a git repository"), /* @__PURE__ */ nonEmpty("a folder or an address"))),
	ref: /* @__PURE__ */ optional(text, "main"),
	deploy: required(words$1),
	env,
	environments: section(record(name, section(appEnvironment)))
});
const slack = mapping({
	appToken: required(token),
	botToken: required(token),
	apiUrl: /* @__PURE__ */ optional(address, "https://slack.com/api/"),
	word: /* @__PURE__ */ optional(matching(/^\S+$/, "one word"), "ops"),
	pool: /* @__PURE__ */ optional(/* @__PURE__ */ pipe(/* @__PURE__ */ number(pool), /* @__PURE__ */ integer(pool), /* @__PURE__ */ minValue(0, pool), /* @__PURE__ */ maxValue(32, pool)), 1)
});
/** What `.chatopsrc` may hold. The message of a schema is what it expects, as a noun. */
const configSchema = mapping({
	app: /* @__PURE__ */ exactOptional(name),
	apps: section(record(name, app)),
	environments: section(record(name, section(mapping({ confirm: /* @__PURE__ */ optional(/* @__PURE__ */ boolean("true or false"), false) })))),
	scripts: /* @__PURE__ */ nullish(/* @__PURE__ */ array(path$1, "a list of folders"), []),
	journal: section(mapping({ path: /* @__PURE__ */ exactOptional(path$1) })),
	slack: /* @__PURE__ */ exactOptional(slack)
});
function checkShape(content) {
	const { output, issues = [] } = /* @__PURE__ */ safeParse(configSchema, content);
	return {
		value: output,
		issues
	};
}
// src/system/config.ts
const moduleExtensions = [
	".js",
	".ts",
	".mjs",
	".cjs",
	".mts",
	".cts"
];
/** What a folder's configuration may be called; the first one that is there counts. */
const searchPlaces = [
	".chatopsrc",
	...[
		"yaml",
		"yml",
		"json",
		"js",
		"ts",
		"mjs",
		"cjs"
	].map((extension) => `.chatopsrc.${extension}`),
	"chatops.config.js",
	"chatops.config.ts",
	"package.json"
];
const mostProblems = 10;
/**
* Reads `file`, or the nearest configuration from `cwd` upwards. A reference to what is missing is no fault until its
* value is used: a deploy needs no Slack token.
*/
async function loadConfig(cwd, file, env) {
	const home = env.HOME ?? env.USERPROFILE;
	const nameFile = (path) => path.startsWith(cwd + sep) ? relative(cwd, path) : path;
	const found = file === void 0 ? await find$1(cwd, home, nameFile) : await readNamed(resolve(cwd, file), nameFile);
	const loaded = found === void 0 ? withoutFile({
		folder: cwd,
		home,
		env
	}) : await interpret(found, {
		folder: dirname(found.path),
		home,
		env
	}, nameFile(found.path));
	return env.OPS_JOURNAL ? withJournal(loaded, resolve(cwd, env.OPS_JOURNAL)) : loaded;
}
/** Lines that are only tried leave nothing in the project's own record. */
function withJournal(loaded, path) {
	const entry = {
		key: "journal.path",
		value: path,
		from: "env:OPS_JOURNAL"
	};
	loaded.config.journal = { path };
	return {
		...loaded,
		entries: loaded.entries.map((one) => one.key === entry.key ? entry : one)
	};
}
function withoutFile(world) {
	const config = settleConfig({
		apps: {},
		environments: {},
		scripts: [],
		journal: {}
	}, world);
	return {
		config,
		file: void 0,
		entries: configEntries(config, resolveReferences({}, world)),
		secrets: []
	};
}
async function interpret({ path, content }, world, file) {
	const resolved = resolveReferences(content, world);
	const { value, issues } = checkShape(resolved.content);
	const problems = configProblems(resolved, issues);
	if (problems.length > 0) throw wrong(file, problems);
	const config = settleConfig(value, world);
	const entries = configEntries(config, resolved);
	deferFailures(config, resolved.references.values(), file);
	return {
		config,
		file: path,
		entries,
		secrets: [...resolved.secrets]
	};
}
function wrong(file, problems) {
	const lines = problems.slice(0, mostProblems).map((problem) => `${file}: ${problem}`);
	const more = problems.length - lines.length;
	const message = [...lines, ...more > 0 ? [`… and ${more} more`] : []].join("\n");
	return new OpsError("config", message, { hint: "every key is explained in .chatopsrc.example" });
}
/** Cosmiconfig's own search passes over a file that it cannot read, and goes on to ~/.config. */
async function find$1(cwd, home, nameFile) {
	for (const folder of upwards(cwd, home)) for (const path of searchPlaces.map((place) => join(folder, place)).filter(isThere)) {
		const found = await read(path, nameFile);
		if (found !== void 0) return found;
	}
}
function* upwards(from, home) {
	let folder = from;
	while (true) {
		yield folder;
		const parent = dirname(folder);
		if (folder === home || parent === folder) return;
		folder = parent;
	}
}
function isThere(path) {
	try {
		return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
	} catch {
		return false;
	}
}
async function readNamed(path, nameFile) {
	const found = await read(path, nameFile);
	if (found !== void 0) return found;
	throw new OpsError("config", `${nameFile(path)} has no "chatops"`, { hint: "ops init writes a first configuration" });
}
/** Undefined for a `package.json` that says nothing of chatops. */
async function read(path, nameFile) {
	const content = (await load$1(path, nameFile).catch((error) => {
		throw error instanceof OpsError ? error : unreadable(path, nameFile, error);
	}))?.config;
	if (content !== void 0 && content !== null) return {
		path,
		content
	};
	if (basename(path) === "package.json") return void 0;
	throw new OpsError("config", `${nameFile(path)} is empty`, { hint: "ops init writes a first one" });
}
async function load$1(path, nameFile) {
	const options = {
		searchPlaces,
		cache: false
	};
	if (moduleExtensions.includes(extname(path))) {
		const loaders = Object.fromEntries(moduleExtensions.map((extension) => [extension, moduleLoader(nameFile)]));
		return (0, import_dist.cosmiconfig)("chatops", {
			...options,
			loaders
		}).load(path);
	}
	const yaml = yamlLoader(import_dist.defaultLoaders[".yaml"], nameFile);
	const loaders = {
		".json": jsonLoader(nameFile),
		".yaml": yaml,
		".yml": yaml,
		noExt: yaml,
		default: yaml
	};
	return (0, import_dist.cosmiconfigSync)("chatops", {
		...options,
		loaders
	}).load(path);
}
function unreadable(path, nameFile, error) {
	const file = error.path ?? path;
	const name = nameFile(file);
	const hint = "ops init writes a first one";
	if (error.code === "ENOENT" && isThere(file)) return new OpsError("config", `${name} is a link that leads nowhere`, { hint });
	if (error.code === "ENOENT") return new OpsError("config", `${name} does not exist`, { hint });
	if (error.code === "EISDIR") return new OpsError("config", `${name} is a directory, not a file`, { hint });
	if (error.code === "EACCES") return new OpsError("config", `${name} cannot be read: permission denied`, { hint: `chmod u+r ${name}` });
	return new OpsError("config", `${name} cannot be read: ${error.message.split("\n", 1)[0]}`, { cause: error });
}
// src/command/input.ts
/** Words → typed values, or the usage error that says which word is wrong and what would be right. */
function readInput(command, raw, loaded) {
	const input = {};
	const operands = [...raw.operands];
	for (const [name, arg] of Object.entries(command.args ?? {})) input[name] = readArg(command, name, arg, operands, loaded);
	if (operands.length > 0) throw new OpsError("usage", `${command.name} does not take ${quoted(operands)}`, { hint: helpLine(command) });
	for (const [name, option] of Object.entries(command.options ?? {})) input[name] = readOption$1(command, name, option, raw.options[name] ?? [], loaded);
	return input;
}
function readArg(command, name, arg, operands, loaded) {
	const choices = choicesOf$1(arg.choices, loaded);
	const check = (word) => checkChoice$1(command, word, name, choices, loaded);
	if (arg.variadic) {
		const words = operands.splice(0).map(check);
		if (arg.required && words.length === 0) throw missing(command, name, arg, choices);
		return words;
	}
	const word = operands.shift();
	if (word !== void 0) return check(word);
	if (arg.default !== void 0) return arg.default;
	if (arg.required) throw missing(command, name, arg, choices);
}
function readOption$1(command, name, option, values, loaded) {
	if (option.type === "boolean") return values.length > 0 || option.default === true;
	if (values.length > 1) throw new OpsError("usage", `--${name} was given ${values.length} times`, { hint: "give it once" });
	const [value] = values;
	if (typeof value !== "string") {
		if (option.default !== void 0) return option.default;
		if (option.required) throw new OpsError("usage", `${command.name} needs --${name}: ${option.summary}`, { hint: helpLine(command) });
		return;
	}
	if (option.type === "integer") return readInteger(name, value);
	if (option.type === "duration") return parseDuration(value, `--${name}`);
	return checkChoice$1(command, value, `--${name}`, choicesOf$1(option.choices, loaded), loaded);
}
function readInteger(name, value) {
	if (/^-?\d{1,15}$/.test(value)) return Number(value);
	throw new OpsError("usage", `--${name} takes a whole number, not "${value}"`, { hint: `--${name} 10` });
}
function choicesOf$1(choices, loaded) {
	return typeof choices === "function" ? choices(loaded.config) : choices;
}
function checkChoice$1(command, word, name, choices, loaded) {
	if (choices === void 0 || choices.includes(word)) return word;
	if (choices.length === 0) throw nothingToChoose(name, loaded);
	const [near] = nearest(word, choices, 1);
	throw new OpsError("usage", `"${word}" is not a known ${name.replace(/^--/, "")}: choose ${either(choices)}`, {
		hint: near === void 0 ? helpLine(command) : `did you mean ${near}?`,
		details: {
			word,
			choices: [...choices]
		}
	});
}
function nothingToChoose(name, loaded) {
	if (loaded.file === void 0) return new OpsError("config", "there is no .chatopsrc here or in any folder above", { hint: "ops init" });
	return new OpsError("config", `${loaded.file} names nothing to choose for ${name}`, { hint: "ops config" });
}
function missing(command, name, arg, choices) {
	const among = choices === void 0 || choices.length === 0 ? "" : ` (${either(choices)})`;
	return new OpsError("usage", `${command.name} needs <${name}>: ${arg.summary}${among}`, { hint: helpLine(command) });
}
/** The first ten of them, so that a thousand jobs do not fill the room. */
function either(choices) {
	const shown = choices.slice(0, 10);
	const left = choices.length - shown.length;
	if (left > 0) return `${shown.join(", ")} or one of ${left} more`;
	return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown.at(-1)}`;
}
function quoted(words) {
	return words.map((word) => `"${word}"`).join(" ");
}
function helpLine(command) {
	return `ops help ${command.name}`;
}
// src/command/mask.ts
/** Shorter ones would be found in innocent text. */
const shortest$1 = 4;
const mask$2 = "••••";
const soundsSecret = /token|secret|passw|passphrase|pwd|credential|auth|api-?key|private|\bkey\b/i;
/** The values that this line was given for secret options: never to be shown, wherever they turn up. */
function secretValues({ options = {} }, input) {
	return Object.entries(options).flatMap(([name, { secret }]) => {
		const value = input[name];
		return secret && typeof value === "string" && value.length >= shortest$1 ? [value] : [];
	});
}
/** argv with the values of secret options masked, for all that is shown or kept. */
function maskArgv(argv, command, globals = {}) {
	return maskWords(argv, command, globals).argv;
}
/**
* Reads the words as the parser would. Of an option that the command does not have nobody knows whether it is a slip
* for a secret one: its value is masked where the command has one, where nothing is known of the command, and where it
* sounds like one.
*/
function maskWords(argv, command, globals = {}) {
	const options = {
		...globals,
		...command?.options
	};
	const isWary = command === void 0 || Object.values(options).some(({ secret }) => secret === true);
	const masked = {
		argv: [],
		secrets: []
	};
	const keep = (value, { isKnown }) => {
		if (isKnown && value.length >= shortest$1) masked.secrets.push(value);
	};
	let before;
	for (const [index, word] of argv.entries()) {
		const isOption = word.startsWith("-") && word.length > 1;
		if (before?.takes === "the next word" || before?.takes === "a next word" && !isOption) {
			masked.argv.push(before.isSecret ? mask$2 : word);
			if (before.isSecret) keep(word, before);
			before = void 0;
			continue;
		}
		if (word === "--") return {
			...masked,
			argv: [...masked.argv, ...argv.slice(index)]
		};
		before = isOption ? readOption(word, options, isWary) : void 0;
		const value = before?.isSecret ? before.value : void 0;
		masked.argv.push(before === void 0 || value === void 0 ? word : `${before.flag}${mask$2}`);
		if (before !== void 0 && value !== void 0) keep(value, before);
	}
	return masked;
}
function readOption(word, options, isWary) {
	return word.startsWith("--") ? readLong(word, options, isWary) : readShort(word, options, isWary);
}
function readLong(word, options, isWary) {
	const end = word.indexOf("=");
	const name = word.slice(2, end === -1 ? void 0 : end);
	const known = options[name];
	const value = end === -1 ? void 0 : word.slice(end + 1);
	return judge({
		flag: word.slice(0, end + 1),
		value,
		known,
		isWary: isWary || soundsSecret.test(name)
	});
}
/** One letter after the other: `-yt value`, `-ytvalue`. */
function readShort(word, options, isWary) {
	for (let index = 1; index < word.length; index++) {
		const known = Object.values(options).find(({ short }) => short === word[index]);
		if (known?.type === "boolean") continue;
		const value = index + 1 < word.length ? word.slice(index + 1) : void 0;
		return judge({
			flag: word.slice(0, index + 1),
			value,
			known,
			isWary
		});
	}
	return {
		flag: word,
		value: void 0,
		takes: "nothing",
		isSecret: false,
		isKnown: true
	};
}
function judge({ flag, value, known, isWary }) {
	const isSecret = known === void 0 ? isWary : known.secret === true;
	const wanted = known === void 0 ? "a next word" : "the next word";
	return {
		flag,
		value,
		takes: value !== void 0 || known?.type === "boolean" ? "nothing" : wanted,
		isSecret,
		isKnown: known !== void 0
	};
}
// src/context/redact.ts
const mask$1 = "••••";
const asItIs = (value) => value;
/** Puts `••••` where a secret stands: as it is, in base64 (alone or within a longer text), or in an address. */
function createRedactor(secrets, readLine = asItIs) {
	const pattern = secretPattern(secrets);
	if (pattern === void 0) return {
		text: asItIs,
		argv: (words) => words,
		event: (event) => event
	};
	const text = (value) => redactSeen(value.replace(pattern, mask$1), (seen) => seen.replace(pattern, mask$1));
	const readLines = (lines) => lines.split("\n").map(readLine).join("\n");
	const isOverLines = secrets.some((secret) => secret.includes("\n"));
	const lines = (value) => {
		if (!control.test(value)) return text(value);
		const redacted = redactCoded(value, text).split("\n").map((line) => redactShown(line, readLine, text)).join("\n");
		return isOverLines ? redactShown(redacted, readLines, text) : redacted;
	};
	return {
		text,
		argv: (words) => words.map(text),
		event: (event) => event.type === "line" ? {
			...event,
			text: lines(event.text)
		} : redactEvent(event, text)
	};
}
function secretPattern(secrets) {
	const forms = new Set(secrets.filter((secret) => secret !== "").flatMap(formsOf));
	if (forms.size === 0) return void 0;
	const longestFirst = [...forms].sort((one, other) => other.length - one.length);
	return new RegExp(longestFirst.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"), "g");
}
function formsOf(secret) {
	const addresses = [new URLSearchParams({ secret }).toString().slice(7), encodeURIComponent(secret.toWellFormed())].flatMap((value) => [value, value.replace(/%[0-9A-F]{2}/g, lowerCase)]);
	const base64 = [Buffer.from(secret).toString("base64"), ...base64Within(secret)];
	const lines = secret.includes("\n") ? secret.split(/\r?\n/).filter((line) => line.trim().length >= 8) : [];
	return [secret, ...[
		JSON.stringify(secret).slice(1, -1),
		...lines,
		...addresses,
		...base64,
		...base64.map(urlAlphabet)
	].filter((other) => other.length >= shortest)];
}
/** A shorter form would be found in innocent text. */
const shortest = 6;
const lowerCase = (value) => value.toLowerCase();
const urlAlphabet = (value) => value.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
/** What the secret always becomes in base64 of a longer text, such as `user:secret`: one form an offset of its bytes. */
function base64Within(secret) {
	const bytes = Buffer.from(secret);
	return [
		0,
		1,
		2
	].flatMap((offset) => {
		const whole = Buffer.concat([Buffer.alloc(offset), bytes]);
		const form = whole.toString("base64").slice(Math.ceil(offset * 8 / 6), Math.floor(whole.length * 8 / 6));
		return form.length >= 8 ? [form] : [];
	});
}
function redactError(error, { text }) {
	if (!(error instanceof OpsError) || error.outcome === "ok") return error;
	const { outcome, message, hint, details, exitCode, cause } = error;
	return new OpsError(outcome, text(message), {
		cause,
		exitCode,
		...hint === void 0 ? {} : { hint: text(hint) },
		...details === void 0 ? {} : { details: deep(details, text) }
	});
}
function redactEvent(event, text) {
	switch (event.type) {
		case "started": return {
			...event,
			line: text(event.line),
			actor: text(event.actor)
		};
		case "step": return {
			...event,
			title: text(event.title)
		};
		case "ask": return {
			...event,
			question: text(event.question)
		};
		case "note": return {
			...event,
			blocks: redactBlocks(event.blocks, text)
		};
		case "result": return {
			...event,
			data: deep(event.data, text),
			blocks: redactBlocks(event.blocks, text)
		};
		case "error": return {
			...event,
			message: text(event.message),
			...event.trace === void 0 ? {} : { trace: text(event.trace) },
			...event.hint === void 0 ? {} : { hint: text(event.hint) },
			...event.details === void 0 ? {} : { details: deep(event.details, text) }
		};
		case "finished": return event;
	}
}
/** What surfaces leave out, or nobody sees. */
const unseen = /[\0\p{Default_Ignorable_Code_Point}]/u;
const everyUnseen = new RegExp(unseen, "gu");
function redactSeen(value, text) {
	if (!unseen.test(value)) return value;
	const seen = value.replace(everyUnseen, "");
	const shown = text(seen);
	return shown === seen ? value : shown;
}
const control = /(?![\n\t])\p{Cc}/u;
/** They hold digits and a letter, which a secret may be. */
const colorsAndMoves = /((?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~])/;
/** A secret is masked where it stands, in an address too. */
const redactCoded = (lines, text) => lines.split(colorsAndMoves).map((part, index) => index % 2 === 1 ? part : text(part)).join("");
/**
* What stands in the way of a secret, such as a colour in its midst or a cursor that goes back, does not hide it: such a
* line becomes what it shows, without its colours.
*/
function redactShown(value, read, text) {
	const plain = read(value);
	const shown = text(plain);
	return shown === plain ? value : shown;
}
/** Words of the format itself, and the path that a surface must still be able to open. */
const kept = /* @__PURE__ */ new Set([
	"type",
	"style",
	"align",
	"path"
]);
const redactBlocks = (blocks, text) => deep(blocks, text, kept);
function deep(value, text, skip = /* @__PURE__ */ new Set()) {
	if (typeof value === "string") return text(value);
	if (Array.isArray(value)) return value.map((item) => deep(item, text, skip));
	if (typeof value !== "object" || value === null) return value;
	if ("toJSON" in value && typeof value.toJSON === "function") return deep(value.toJSON(), text, skip);
	return Object.fromEntries(Object.entries(value).map(([key, item]) => skip.has(key) ? [key, item] : [skip.size === 0 ? text(key) : key, deep(item, text, skip)]));
}
// src/command/help.ts
/** The help of one command, from its declaration alone. */
function commandHelp(command, config) {
	const args = Object.entries(command.args ?? {});
	const options = Object.entries(command.options ?? {});
	const blocks = [text$1(command.summary)];
	if (command.description !== void 0) blocks.push(text$1(command.description));
	blocks.push(...heading("Usage"), code(`  ${usage(command)}`));
	if (args.length > 0) blocks.push(...heading("Arguments"), indented(args.map(([name, arg]) => [name, describe(arg, config)])));
	if (options.length > 0) blocks.push(...heading("Options"), indented(options.map(([name, option]) => [flags(name, option), describe(option, config)])));
	blocks.push(...heading("Examples"), indented(command.examples.map(({ line, says }) => [line, says])));
	blocks.push(text$1(""), text$1("Every command also takes --json, --dry-run, --yes, --timeout and more: ", styled("ops help", { code: true })));
	return blocks;
}
/** Every command with its summary, and the options that all of them take. */
function overview(commands, globals) {
	return [
		text$1("Run an operation: ", styled("ops <command> [options]", { code: true })),
		...heading("Commands"),
		indented(commands.map(({ name, summary, fault }) => [name, fault === void 0 ? summary : `! ${fault}`])),
		...heading("Options of every command"),
		indented(Object.entries(globals).map(([name, option]) => [flags(name, option), option.summary])),
		text$1(""),
		text$1("More about one of them: ", styled("ops help <command>", { code: true }))
	];
}
function usage(command) {
	const words = Object.entries(command.args ?? {}).map(([name, arg]) => {
		const shown = arg.variadic ? `${name}…` : name;
		return arg.required ? `<${shown}>` : `[${shown}]`;
	});
	const options = Object.entries(command.options ?? {}).map(([name, option]) => {
		const shown = option.type === "boolean" ? `--${name}` : `--${name} ${valueName(name, option)}`;
		return option.required ? shown : `[${shown}]`;
	});
	return [
		"ops",
		command.name,
		...words,
		...options
	].join(" ");
}
function heading(name) {
	return [text$1(""), text$1(styled(name, { bold: true }))];
}
function indented(rows) {
	return {
		type: "fields",
		fields: rows.map(([name, value]) => ({
			name: `  ${name}`,
			value
		})),
		names: { color: "cyan" }
	};
}
function flags(name, option) {
	return `${option.short === void 0 ? "" : `-${option.short}, `}--${name}${option.type === "boolean" ? "" : ` ${valueName(name, option)}`}`;
}
function valueName(name, option) {
	if (option.value !== void 0) return `<${option.value}>`;
	if (option.type === "integer") return "<number>";
	return option.type === "duration" ? "<duration>" : `<${name}>`;
}
function describe(definition, config) {
	const notes = [];
	const choices = choicesOf(definition.choices, config);
	if (choices.length > 0) notes.push(choices.length > 10 ? `${choices.slice(0, 10).join(", ")} …` : choices.join(", "));
	if (definition.default !== void 0) notes.push(`default: ${definition.default}`);
	return notes.length === 0 ? definition.summary : `${definition.summary} (${notes.join("; ")})`;
}
function choicesOf(choices, config) {
	if (choices === void 0) return [];
	return typeof choices === "function" ? choices(config) : choices;
}
// src/command/registry.ts
/** Commands that are ways in are defined beside what they start. */
const waysIn = {
	listen: "src/slack/command.ts",
	sandbox: "src/sandbox/command.ts"
};
/** Sources in order of precedence: a later one cannot take a name from an earlier one. */
function createRegistry(sources) {
	const owners = async () => {
		const owned = /* @__PURE__ */ new Map();
		for (const source of sources) for (const name of await source.names()) if (!owned.has(name)) owned.set(name, source);
		return owned;
	};
	return {
		names: async () => [...(await owners()).keys()].sort(),
		load: async (name) => (await owners()).get(name)?.load(name),
		summary: async (name) => summarise(name, (await owners()).get(name)),
		hidden: async () => {
			const owned = await owners();
			return (await Promise.all(sources.map(async (source) => (await source.names()).map((name) => ({
				name,
				source
			}))))).flat().flatMap(({ name, source }) => owned.get(name) === source ? [] : [hiddenBy(name, source)]);
		}
	};
}
function hiddenBy(name, source) {
	return {
		name,
		summary: "",
		effect: "read",
		fault: `${source.shown?.(name) ?? name} is hidden by the built-in command ${name}: rename it`
	};
}
async function summarise(name, source) {
	const known = source?.summary?.(name);
	if (known !== void 0) return known;
	try {
		const command = await source?.load(name);
		return {
			name,
			summary: command?.summary ?? "",
			effect: command?.effect ?? "read"
		};
	} catch (error) {
		return {
			name,
			summary: "",
			effect: "read",
			fault: error instanceof Error ? error.message : String(error)
		};
	}
}
/** The commands that come with `ops`: one file an operation under `commands/`, or a folder with a file of its name. */
function builtInCommands(root) {
	const find = () => {
		const files = /* @__PURE__ */ new Map();
		for (const entry of readdirSync(join(root, "commands"), { withFileTypes: true })) if (entry.isDirectory()) files.set(entry.name, join("commands", entry.name, `${entry.name}.ts`));
		else if (/^[a-z0-9-]+\.[jt]s$/.test(entry.name)) files.set(entry.name.slice(0, -3), join("commands", entry.name));
		for (const [name, path] of Object.entries(waysIn)) if (!files.has(name)) files.set(name, path);
		return files;
	};
	let found;
	const files = () => {
		found ??= find();
		return found;
	};
	const index = () => {
		const path = join(root, "commands.json");
		return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
	};
	let summaries;
	return {
		names: async () => [...files().keys()],
		summary: (name) => {
			summaries ??= index();
			return summaries[name];
		},
		load: async (name) => {
			const path = join(root, files().get(name) ?? "");
			return (await import(pathToFileURL(path).href)).default;
		}
	};
}
/**
* The dash-or-space rule: `jira mentions` and `jira-mentions` are the same command. The longest name wins, so that
* `builds start web` means `builds-start` although `builds` exists.
*/
function resolveName(words, names) {
	const known = new Set(names);
	const plain = words.findIndex((word) => word.startsWith("-"));
	for (let count = plain === -1 ? words.length : plain; count > 0; count--) {
		const name = words.slice(0, count).join("-");
		if (known.has(name)) return {
			name,
			rest: words.slice(count)
		};
	}
}
// src/command/mask-line.ts
/** A line that was not parsed yet, with its secrets masked: by its command's definition, where that can be loaded. */
async function maskLine(argv, registry, globals) {
	if (!argv.some((word) => word.startsWith("-"))) return {
		argv: [...argv],
		secrets: []
	};
	return maskWords(argv, await findCommand(argv, registry, globals).catch(() => void 0), globals);
}
async function findCommand(argv, registry, globals) {
	const words = argv.slice(leading(argv, globals));
	const resolved = resolveName(words.length === 0 ? ["help"] : words, await registry.names());
	return resolved && registry.load(resolved.name);
}
/** How many words stand before the command's name. */
function leading(argv, globals) {
	let count = 0;
	while (argv[count]?.startsWith("-")) {
		const word = argv[count] ?? "";
		if (word === "--") return count + 1;
		const option = word.startsWith("--") ? globals[word.slice(2)] : void 0;
		count += option === void 0 || option.type === "boolean" ? 1 : 2;
	}
	return count;
}
// src/command/unknown.ts
/** What to say to a name that nobody has: the nearest ones, or where to look. */
function unknownCommand(words, names) {
	const [first = ""] = words;
	const [near] = [...nearest(words.slice(0, 2).join("-"), names, 1), ...nearest(first, names, 1)];
	return new OpsError("usage", `there is no command "${first}"`, { hint: near === void 0 ? "ops help" : `did you mean ops ${near}?` });
}
// src/command/project.ts
/** What a few commands are told about `ops` itself. */
function createProject({ host, loaded, registry, journal, globalOptions }) {
	const { system } = host;
	return {
		version: system.version,
		root: system.root,
		loaded,
		folder: loaded.file === void 0 ? host.cwd : dirname(loaded.file),
		unknownCommand,
		names: () => registry.names(),
		resolve: async (words) => resolveName(words, await registry.names())?.name,
		mask: async (words) => {
			const { argv, secrets } = await maskLine(words, registry, globalOptions);
			return createRedactor([...loaded.secrets, ...secrets]).argv(argv);
		},
		commands: async () => {
			return [...await Promise.all((await registry.names()).map(registry.summary)), ...await registry.hidden()].sort((one, other) => compare(one.name, other.name));
		},
		overview: (commands) => overview(commands, globalOptions),
		help: async (name) => {
			const command = await registry.load(name);
			return command === void 0 ? void 0 : commandHelp(command, loaded.config);
		},
		program: system.program,
		worker: system.worker,
		journal,
		processes: system
	};
}
function compare(one, other) {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
// src/command/script-header.ts
const mostLines = 100;
const marker = /^\s*(#+|\/\/|--|;+|%+|\*)\s+---\s*$/;
/** The manifest beside a script, else the comment at its top. */
async function readHeader(file) {
	const [manifest] = file.manifests;
	if (manifest !== void 0) {
		const from = join(file.shown, "..", basename(manifest));
		return {
			content: await parse(readFileSync(manifest, "utf8"), from, 0),
			from
		};
	}
	const start = readStart(file.path);
	const found = findHeader(start);
	if (found === void 0) throw withoutHeader(file, start.includes("\0"));
	if (found.text === void 0) throw new OpsError("config", `${file.shown}: the header that begins in line ${found.line} does not end`, { hint: `close it with a line "${found.prefix} ---" within the first ${mostLines} lines` });
	return {
		content: await parse(found.text, file.shown, found.line),
		from: file.shown
	};
}
/**
* The lines between two comments that say `---`, without their comment signs. Undefined where there is no such
* comment; without a text where it does not end.
*/
function findHeader(source) {
	const lines = source.split(/\r?\n/).slice(0, mostLines);
	const first = lines.findIndex((line) => marker.test(line));
	if (first === -1) return void 0;
	const prefix = marker.exec(lines[first] ?? "")?.[1] ?? "";
	const begun = {
		line: first + 1,
		prefix
	};
	const content = [];
	for (const line of lines.slice(first + 1)) {
		if (marker.exec(line)?.[1] === prefix) return {
			...begun,
			text: content.join("\n")
		};
		const words = line.trimStart();
		if (!words.startsWith(prefix)) return begun;
		content.push(words.slice(prefix.length).replace(/^ /, ""));
	}
	return begun;
}
async function parse(text, from, above) {
	const { load } = await import("./js-yaml.cjs.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	try {
		return load(text);
	} catch (error) {
		const { message, reason = message, mark } = error;
		const line = mark === void 0 ? "" : `:${mark.line + 1 + above}`;
		throw new OpsError("config", `${from}${line}: this is not YAML: ${reason}`, { cause: error });
	}
}
function readStart(path) {
	const file = openSync(path, "r");
	try {
		const buffer = Buffer.alloc(2 ** 16);
		return buffer.toString("utf8", 0, readSync(file, buffer));
	} finally {
		closeSync(file);
	}
}
const commentSigns = {
	".js": "//",
	".mjs": "//",
	".ts": "//",
	".php": "//",
	".lua": "--",
	".sql": "--",
	".hs": "--",
	".el": ";",
	".clj": ";"
};
function withoutHeader({ name, shown, path }, isBinary) {
	const sign = isBinary ? "" : `${commentSigns[extname(path)] ?? "#"} `;
	const fence = isBinary ? [] : ["---"];
	const lines = [
		...fence,
		"summary: Say what it does",
		"effect: read",
		"examples:",
		`  - line: ops ${name}`,
		"    says: What it prints",
		...fence
	];
	const where = isBinary ? `write ${join(shown, "..", `${name}.yaml`)}:` : "put this below its first line:";
	return new OpsError("config", `${shown} does not say what it is: it has neither a manifest nor a header`, { hint: [where, ...lines.map((line) => `${sign}${line}`)].join("\n") });
}
// src/command/script-fields.ts
const nameShape = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const words = (value, key, fail) => typeof value === "string" && value.trim() !== "" ? value : fail(key, "text", value);
const summary = (value, key, fail) => words(value, key, fail).length <= 60 ? value : fail(key, "at most 60 characters", value);
const flag = (value, key, fail) => typeof value === "boolean" ? value : fail(key, "true or false", value);
const letter = (value, key, fail) => typeof value === "string" && /^[a-zA-Z]$/.test(value) ? value : fail(key, "one letter", value);
function oneOf(values) {
	return (value, key, fail) => values.find((known) => known === value) ?? fail(key, `one of ${values.join(", ")}`, value);
}
function listOf(reader, what) {
	return (value, key, fail) => {
		if (!Array.isArray(value) || value.length === 0) return fail(key, `a list of ${what}`, value);
		return value.map((item, index) => reader(item, `${key}.${index}`, fail));
	};
}
function mapOf(reader) {
	return (value, key, fail) => {
		if (!isRecord(value)) return fail(key, "names with their declarations", value);
		return Object.fromEntries(Object.entries(value).map(([name, one]) => {
			if (!nameShape.test(name)) fail(`${key}.${name}`, "called in lower case with dashes", name);
			return [name, reader(one, `${key}.${name}`, fail)];
		}));
	};
}
const milliseconds = (value, key, fail) => {
	if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
	try {
		if (typeof value === "string" && /[a-z]$/.test(value)) return parseDuration(value, key);
	} catch {}
	return fail(key, "milliseconds, or a duration like 10m", value);
};
/** A list, or the name of a part of the configuration whose keys are the choices. */
const choices = (value, key, fail) => {
	if (value === "environments") return (config) => Object.keys(config.environments);
	if (value === "apps") return (config) => Object.keys(config.apps);
	return Array.isArray(value) ? listOf(words, "words")(value, key, fail) : fail(key, "a list of words, or environments, or apps", value);
};
const plain = (value, key, fail) => typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : fail(key, "one value", value);
function readRecord(shape, value, key, fail) {
	if (!isRecord(value)) return fail(key, `keys with values (${Object.keys(shape).join(", ")})`, value);
	const inside = (name) => key === "" ? name : `${key}.${name}`;
	const read = {};
	for (const [name, one] of Object.entries(value)) {
		const known = Object.hasOwn(shape, name) ? shape[name] : void 0;
		if (known === void 0) return fail(inside(name), `one of the keys ${Object.keys(shape).join(", ")}`, name);
		read[name] = known.reader(one, inside(name), fail);
	}
	for (const [name, { reader, required }] of Object.entries(shape)) if (required && !Object.hasOwn(read, name)) reader(void 0, inside(name), fail);
	return read;
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
// src/command/script-rules.ts
/** Options that every command takes already. */
const takenOptions = [
	"json",
	"dry-run",
	"yes",
	"config",
	"timeout",
	"debug",
	"no-color",
	"version",
	"help"
];
const takenLetters = ["y", "h"];
function checkArgs(args, fail) {
	const entries = Object.entries(args);
	entries.forEach(([name, arg], index) => {
		if (arg.variadic && index < entries.length - 1) fail(`args.${name}.variadic`, "false, since others follow", true);
		const before = entries[index - 1];
		if (arg.required && before !== void 0 && !before[1].required) fail(`args.${name}.required`, `false, since ${before[0]} before it may be left out`, true);
		checkChoice(`args.${name}.default`, arg, fail);
	});
}
function checkOptions(options, args, fail) {
	const letters = new Set(takenLetters);
	for (const [name, option] of Object.entries(options)) {
		if (takenOptions.includes(name)) fail(`options.${name}`, "called otherwise, since every command has it", name);
		if (Object.hasOwn(args, name)) fail(`options.${name}`, "called otherwise than an argument", name);
		if (option.short !== void 0 && letters.has(option.short)) fail(`options.${name}.short`, "a letter that is free", option.short);
		if (option.short !== void 0) letters.add(option.short);
		checkDefault(`options.${name}.default`, option, fail);
		checkChoice(`options.${name}.default`, option, fail);
	}
}
const defaultTypes = {
	string: "string",
	integer: "number",
	duration: "number",
	boolean: "boolean"
};
function checkDefault(key, { type = "string", default: value }, fail) {
	if (value === void 0) return;
	if (!(typeof value === defaultTypes[type] && (typeof value !== "number" || Number.isInteger(value)))) fail(key, type === "duration" ? "milliseconds" : `a ${type}`, value);
}
function checkChoice(key, { choices, default: value }, fail) {
	if (value === void 0 || !Array.isArray(choices) || choices.includes(value)) return;
	fail(key, `one of ${choices.join(", ")}`, value);
}
function checkExamples(examples, name, fail) {
	examples.forEach(({ line }, index) => {
		const typed = line.replaceAll(/\s+/g, "-");
		if (typed === `ops-${name}` || typed.startsWith(`ops-${name}-`)) return;
		fail(`examples.${index}.line`, `a line of "ops ${name}"`, line);
	});
}
// src/command/script-manifest.ts
/** Checks a manifest's content, strictly: a key that nobody knows is a fault. */
function readManifest(content, from, name) {
	const fail = (key, expected, got) => {
		throw new OpsError("config", `${from}: ${key || "what it says"} must be ${expected}, not ${shown(got)}`, { details: {
			file: from,
			key,
			expected
		} });
	};
	const { name: said, ...manifest } = readRecord(manifestShape, content, "", fail);
	if (said !== void 0 && said !== name) fail("name", `"${name}", as the file is called`, said);
	const { args = {}, options = {}, environment, examples } = manifest;
	checkArgs(args, fail);
	checkOptions(options, args, fail);
	checkExamples(examples, name, fail);
	const names = Object.keys({
		...args,
		...options
	});
	if (environment !== void 0 && !names.includes(environment)) fail("environment", `one of its arguments and options (${names.join(", ") || "it has none"})`, environment);
	return manifest;
}
const argShape = {
	summary: {
		reader: words,
		required: true
	},
	required: { reader: flag },
	variadic: { reader: flag },
	choices: { reader: choices },
	default: { reader: words }
};
const optionShape = {
	summary: {
		reader: words,
		required: true
	},
	type: { reader: oneOf([
		"string",
		"integer",
		"boolean",
		"duration"
	]) },
	short: { reader: letter },
	required: { reader: flag },
	choices: { reader: choices },
	default: { reader: plain },
	secret: { reader: flag },
	value: { reader: words }
};
const exampleShape = {
	line: {
		reader: words,
		required: true
	},
	says: {
		reader: words,
		required: true
	}
};
const manifestShape = {
	name: { reader: words },
	summary: {
		reader: summary,
		required: true
	},
	description: { reader: words },
	args: { reader: mapOf((value, key, fail) => readRecord(argShape, value, key, fail)) },
	options: { reader: mapOf((value, key, fail) => readRecord(optionShape, value, key, fail)) },
	examples: {
		reader: listOf((value, key, fail) => readRecord(exampleShape, value, key, fail), "examples"),
		required: true
	},
	effect: {
		reader: oneOf(["read", "change"]),
		required: true
	},
	environment: { reader: words },
	permission: { reader: words },
	surfaces: { reader: listOf(oneOf(["terminal", "room"]), "terminal and room") },
	timeout: { reader: milliseconds }
};
function shown(value) {
	if (value === void 0 || value === null) return "left out";
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
// src/command/script-run.ts
const mask = "••••";
/** A script's own lines are its output, so that its result has nothing to show. */
function scriptBehaviour(file, declared, effect) {
	const show = () => [];
	if (effect === "read") return {
		run: (input, context) => runScript(file, declared, input, context),
		show
	};
	return {
		plan: (input) => planScript(declared, input),
		preview: (plan) => [code(quoteWords([file.shown, ...plan.words]))],
		run: (plan, context) => runScript(file, declared, inputOf(plan), context),
		show
	};
}
/** What is given as it was typed, kept out of all that is printed of a plan. */
const given = Symbol("given");
function planScript(declared, input) {
	const isSecret = (name) => declared.options?.[name]?.secret === true && input[name] !== void 0;
	const masked = Object.fromEntries(Object.entries(input).map(([name, value]) => [name, isSecret(name) ? mask : value]));
	return Object.defineProperty({
		input: masked,
		words: scriptWords(declared, masked)
	}, given, { value: input });
}
function inputOf(plan) {
	return plan[given] ?? plan.input;
}
async function runScript(file, declared, input, context) {
	const project = context.project.loaded.file;
	const { exitCode } = await context.exec(file.path, scriptWords(declared, input), {
		cwd: project === void 0 ? context.cwd : dirname(project),
		env: scriptEnvironment(declared, input, context),
		signal: context.signal,
		onLines: (stream, text) => context.output.lines(stream, text)
	});
	if (exitCode !== 0) throw new OpsError("failed", `${declared.name} exited with code ${exitCode}`, { exitCode });
	return { exitCode };
}
/** The canonical words of a line: its positionals in order, then its options. */
function scriptWords({ args = {}, options = {} }, input) {
	const operands = Object.keys(args).flatMap((name) => wordsOf(input[name]));
	const flags = Object.entries(options).flatMap(([name, { type }]) => {
		const [value] = wordsOf(input[name]);
		if (value === void 0) return [];
		if (type === "boolean") return input[name] === true ? [`--${name}`] : [];
		return value.startsWith("-") ? [`--${name}=${value}`] : [`--${name}`, value];
	});
	return operands.some((word) => word.startsWith("-")) ? [
		...flags,
		"--",
		...operands
	] : [...operands, ...flags];
}
/** What a script is told besides its words. */
function scriptEnvironment({ name, args = {}, options = {} }, input, { run, actor, origin }) {
	const environment = {
		OPS_COMMAND: name,
		OPS_ACTOR: actor.name,
		OPS_ACTOR_ID: actor.id,
		OPS_ORIGIN: origin.type,
		...run === void 0 ? {} : { OPS_RUN: run }
	};
	const tell = (kind, names) => {
		for (const one of names) {
			const value = input[one];
			if (value === void 0 || value === false) continue;
			environment[`OPS_${kind}_${one.toUpperCase().replaceAll("-", "_")}`] = wordsOf(value).join("\n");
		}
	};
	tell("ARG", Object.keys(args));
	tell("OPTION", Object.keys(options));
	return environment;
}
function wordsOf(value) {
	if (value === void 0) return [];
	return Array.isArray(value) ? value : [String(value)];
}
// src/command/script.ts
const manifestExtensions = [
	".yaml",
	".yml",
	".json"
];
const otherExtensions = [
	".md",
	".txt",
	".bak",
	".orig",
	".rej"
];
const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** The scripts of a project as commands. `names` looks anew each time, `load` takes what `names` saw last. */
function scriptCommands(folders) {
	let files;
	const list = async () => {
		files = await listScripts(folders);
		return files;
	};
	return {
		names: async () => (await list()).map(({ name }) => name),
		shown: (name) => files?.find((script) => script.name === name)?.shown,
		load: async (name) => {
			const file = (files ?? await list()).find((script) => script.name === name);
			if (file === void 0) throw new OpsError("bug", `there is no script "${name}"`);
			return loadScript(file);
		}
	};
}
/** Looks at names and run bits alone. A script with a fault is listed: it says what is wrong when it is loaded. */
async function listScripts(folders) {
	const found = folders.flatMap(listFolder);
	return [...Map.groupBy(found, ({ name }) => name).values()].flatMap(([first, ...others]) => first === void 0 ? [] : [{
		...first,
		rivals: others.map(({ shown }) => shown)
	}]);
}
/** Reads the manifest or the header, and nothing else of the script. */
async function loadScript(file) {
	refuseFaulty(file);
	const { content, from } = await readHeader(file);
	const { effect, ...declaration } = readManifest(content, from, file.name);
	const declared = {
		name: file.name,
		...declaration
	};
	return {
		...declared,
		effect,
		...scriptBehaviour(file, declared, effect)
	};
}
function listFolder(folder) {
	const entries = readFolder(folder);
	const manifests = entries.filter(({ name }) => manifestExtensions.includes(extname(name)));
	return entries.filter(({ name }) => !name.startsWith(".") && !isData(name)).filter((entry) => isScript(folder, entry)).map(({ name }) => {
		const stem = stemOf(name);
		const own = manifests.filter((manifest) => stemOf(manifest.name) === stem).map((manifest) => join(folder, manifest.name));
		return {
			name: stem,
			path: join(folder, name),
			shown: join(basename(folder), name),
			manifests: own,
			rivals: []
		};
	});
}
function readFolder(folder) {
	try {
		return readdirSync(folder, { withFileTypes: true }).sort((one, other) => one.name < other.name ? -1 : 1);
	} catch (error) {
		const { code, message } = error;
		if (code === "ENOENT") return [];
		const what = code === "ENOTDIR" ? "is not a folder" : `cannot be read: ${message}`;
		throw new OpsError("config", `scripts names ${folder}, which ${what}`, { cause: error });
	}
}
function isScript(folder, entry) {
	if (entry.isFile() && kebab.test(stemOf(entry.name))) return true;
	if (!entry.isFile() && !entry.isSymbolicLink()) return false;
	const found = lookAt(join(folder, entry.name));
	return found?.isFile() === true && (kebab.test(stemOf(entry.name)) || isExecutable(found.mode));
}
function lookAt(path) {
	try {
		return statSync(path);
	} catch {
		return;
	}
}
function refuseFaulty({ name, path, shown, manifests, rivals }) {
	const fault = (message, hint) => new OpsError("config", message, { hint });
	if (rivals.length > 0) throw fault(`${[shown, ...rivals].join(" and ")} are both called "${name}"`, `mv ${quoteWord(rivals[0] ?? "")} …`);
	if (!kebab.test(name)) {
		const better = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[-0-9]+|-+$/g, "");
		const hint = `mv ${quoteWord(shown)} ${quoteWord(join(shown, "..", `${better}${extname(shown)}`))}`;
		throw fault(`${shown}: a command's name is lower case with dashes, not "${name}"`, hint);
	}
	if (manifests.length > 1) throw fault(`${shown} has two manifests: ${manifests.map((manifest) => basename(manifest)).join(" and ")}`, "keep one of them");
	if (!isExecutable(statSync(path).mode)) throw fault(`${shown} is not executable`, `chmod +x ${quoteWord(shown)}`);
}
/** Manifests, notes, and the copies that editors leave. */
function isData(name) {
	return [...manifestExtensions, ...otherExtensions].includes(extname(name)) || name.endsWith("~");
}
function isExecutable(mode) {
	return (mode & 73) !== 0;
}
function stemOf(name) {
	return name.slice(0, name.length - extname(name).length);
}
// src/policy/policy.ts
/** Everybody may do everything: the policy of a project that names none. */
const openPolicy = () => ({
	allowed: true,
	rule: "no policy is configured"
});
// ../../../work/main/node_modules/commander/lib/error.js
/**
* CommanderError class
*/
var CommanderError = class extends Error {
	/**
	* Constructs the CommanderError class
	* @param {number} exitCode suggested exit code which could be used with process.exit
	* @param {string} code an id string representing the error
	* @param {string} message human-readable description of the error
	*/
	constructor(exitCode, code, message) {
		super(message);
		Error.captureStackTrace(this, this.constructor);
		this.name = this.constructor.name;
		this.code = code;
		this.exitCode = exitCode;
		this.nestedError = void 0;
	}
};
/**
* InvalidArgumentError class
*/
var InvalidArgumentError = class extends CommanderError {
	/**
	* Constructs the InvalidArgumentError class
	* @param {string} [message] explanation of why argument is invalid
	*/
	constructor(message) {
		super(1, "commander.invalidArgument", message);
		Error.captureStackTrace(this, this.constructor);
		this.name = this.constructor.name;
	}
};
// ../../../work/main/node_modules/commander/lib/argument.js
var Argument = class {
	/**
	* Initialize a new command argument with the given name and description.
	* The default is that the argument is required, and you can explicitly
	* indicate this with <> around the name. Put [] around the name for an optional argument.
	*
	* @param {string} name
	* @param {string} [description]
	*/
	constructor(name, description) {
		this.description = description || "";
		this.variadic = false;
		this.parseArg = void 0;
		this.defaultValue = void 0;
		this.defaultValueDescription = void 0;
		this.argChoices = void 0;
		switch (name[0]) {
			case "<":
				this.required = true;
				this._name = name.slice(1, -1);
				break;
			case "[":
				this.required = false;
				this._name = name.slice(1, -1);
				break;
			default:
				this.required = true;
				this._name = name;
		}
		if (this._name.endsWith("...")) {
			this.variadic = true;
			this._name = this._name.slice(0, -3);
		}
	}
	/**
	* Return argument name.
	*
	* @return {string}
	*/
	name() {
		return this._name;
	}
	/**
	* @package
	*/
	_collectValue(value, previous) {
		if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
		previous.push(value);
		return previous;
	}
	/**
	* Set the default value, and optionally supply the description to be displayed in the help.
	*
	* @param {*} value
	* @param {string} [description]
	* @return {Argument}
	*/
	default(value, description) {
		this.defaultValue = value;
		this.defaultValueDescription = description;
		return this;
	}
	/**
	* Set the custom handler for processing CLI command arguments into argument values.
	*
	* @param {Function} [fn]
	* @return {Argument}
	*/
	argParser(fn) {
		this.parseArg = fn;
		return this;
	}
	/**
	* Only allow argument value to be one of choices.
	*
	* @param {string[]} values
	* @return {Argument}
	*/
	choices(values) {
		this.argChoices = values.slice();
		this.parseArg = (arg, previous) => {
			if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
			if (this.variadic) return this._collectValue(arg, previous);
			return arg;
		};
		return this;
	}
	/**
	* Make argument required.
	*
	* @returns {Argument}
	*/
	argRequired() {
		this.required = true;
		return this;
	}
	/**
	* Make argument optional.
	*
	* @returns {Argument}
	*/
	argOptional() {
		this.required = false;
		return this;
	}
};
/**
* Takes an argument and returns its human readable equivalent for help usage.
*
* @param {Argument} arg
* @return {string}
* @private
*/
function humanReadableArgName(arg) {
	const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
	return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
}
// ../../../work/main/node_modules/commander/lib/help.js
/**
* TypeScript import types for JSDoc, used by Visual Studio Code IntelliSense and `npm run typescript-checkJS`
* https://www.typescriptlang.org/docs/handbook/jsdoc-supported-types.html#import-types
* @typedef { import("./argument.js").Argument } Argument
* @typedef { import("./command.js").Command } Command
* @typedef { import("./option.js").Option } Option
*/
var Help = class {
	constructor() {
		this.helpWidth = void 0;
		this.minWidthToWrap = 40;
		this.sortSubcommands = false;
		this.sortOptions = false;
		this.showGlobalOptions = false;
	}
	/**
	* prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
	* and just before calling `formatHelp()`.
	*
	* Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
	*
	* @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
	*/
	prepareContext(contextOptions) {
		this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
	}
	/**
	* Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
	*
	* @param {Command} cmd
	* @returns {Command[]}
	*/
	visibleCommands(cmd) {
		const visibleCommands = cmd.commands.filter((cmd) => !cmd._hidden);
		const helpCommand = cmd._getHelpCommand();
		if (helpCommand && !helpCommand._hidden) visibleCommands.push(helpCommand);
		if (this.sortSubcommands) visibleCommands.sort((a, b) => {
			return a.name().localeCompare(b.name());
		});
		return visibleCommands;
	}
	/**
	* Compare options for sort.
	*
	* @param {Option} a
	* @param {Option} b
	* @returns {number}
	*/
	compareOptions(a, b) {
		const getSortKey = (option) => {
			return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
		};
		return getSortKey(a).localeCompare(getSortKey(b));
	}
	/**
	* Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
	*
	* @param {Command} cmd
	* @returns {Option[]}
	*/
	visibleOptions(cmd) {
		const visibleOptions = cmd.options.filter((option) => !option.hidden);
		const helpOption = cmd._getHelpOption();
		if (helpOption && !helpOption.hidden) {
			const removeShort = helpOption.short && cmd._findOption(helpOption.short);
			const removeLong = helpOption.long && cmd._findOption(helpOption.long);
			if (!removeShort && !removeLong) visibleOptions.push(helpOption);
			else if (helpOption.long && !removeLong) visibleOptions.push(cmd.createOption(helpOption.long, helpOption.description).helpGroup(helpOption.helpGroupHeading));
			else if (helpOption.short && !removeShort) visibleOptions.push(cmd.createOption(helpOption.short, helpOption.description).helpGroup(helpOption.helpGroupHeading));
		}
		if (this.sortOptions) visibleOptions.sort(this.compareOptions);
		return visibleOptions;
	}
	/**
	* Get an array of the visible global options. (Not including help.)
	*
	* @param {Command} cmd
	* @returns {Option[]}
	*/
	visibleGlobalOptions(cmd) {
		if (!this.showGlobalOptions) return [];
		const globalOptions = [];
		for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
			const visibleOptions = ancestorCmd.options.filter((option) => !option.hidden);
			globalOptions.push(...visibleOptions);
		}
		if (this.sortOptions) globalOptions.sort(this.compareOptions);
		return globalOptions;
	}
	/**
	* Get an array of the arguments if any have a description.
	*
	* @param {Command} cmd
	* @returns {Argument[]}
	*/
	visibleArguments(cmd) {
		if (cmd._argsDescription) cmd.registeredArguments.forEach((argument) => {
			argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
		});
		if (cmd.registeredArguments.find((argument) => argument.description)) return cmd.registeredArguments;
		return [];
	}
	/**
	* Get the command term to show in the list of subcommands.
	*
	* @param {Command} cmd
	* @returns {string}
	*/
	subcommandTerm(cmd) {
		const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
		return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + (args ? " " + args : "");
	}
	/**
	* Get the option term to show in the list of options.
	*
	* @param {Option} option
	* @returns {string}
	*/
	optionTerm(option) {
		return option.flags;
	}
	/**
	* Get the argument term to show in the list of arguments.
	*
	* @param {Argument} argument
	* @returns {string}
	*/
	argumentTerm(argument) {
		return argument.name();
	}
	/**
	* Get the longest command term length.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {number}
	*/
	longestSubcommandTermLength(cmd, helper) {
		return helper.visibleCommands(cmd).reduce((max, command) => {
			return Math.max(max, this.displayWidth(helper.styleSubcommandTerm(helper.subcommandTerm(command))));
		}, 0);
	}
	/**
	* Get the longest option term length.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {number}
	*/
	longestOptionTermLength(cmd, helper) {
		return helper.visibleOptions(cmd).reduce((max, option) => {
			return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
		}, 0);
	}
	/**
	* Get the longest global option term length.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {number}
	*/
	longestGlobalOptionTermLength(cmd, helper) {
		return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
			return Math.max(max, this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option))));
		}, 0);
	}
	/**
	* Get the longest argument term length.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {number}
	*/
	longestArgumentTermLength(cmd, helper) {
		return helper.visibleArguments(cmd).reduce((max, argument) => {
			return Math.max(max, this.displayWidth(helper.styleArgumentTerm(helper.argumentTerm(argument))));
		}, 0);
	}
	/**
	* Get the command usage to be displayed at the top of the built-in help.
	*
	* @param {Command} cmd
	* @returns {string}
	*/
	commandUsage(cmd) {
		let cmdName = cmd._name;
		if (cmd._aliases[0]) cmdName = cmdName + "|" + cmd._aliases[0];
		let ancestorCmdNames = "";
		for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
		return ancestorCmdNames + cmdName + " " + cmd.usage();
	}
	/**
	* Get the description for the command.
	*
	* @param {Command} cmd
	* @returns {string}
	*/
	commandDescription(cmd) {
		return cmd.description();
	}
	/**
	* Get the subcommand summary to show in the list of subcommands.
	* (Fallback to description for backwards compatibility.)
	*
	* @param {Command} cmd
	* @returns {string}
	*/
	subcommandDescription(cmd) {
		return cmd.summary() || cmd.description();
	}
	/**
	* Get the option description to show in the list of options.
	*
	* @param {Option} option
	* @return {string}
	*/
	optionDescription(option) {
		const extraInfo = [];
		if (option.argChoices) extraInfo.push(`choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
		if (option.defaultValue !== void 0) {
			if (option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean") extraInfo.push(`default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`);
		}
		if (option.presetArg !== void 0 && option.optional) extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
		if (option.envVar !== void 0) extraInfo.push(`env: ${option.envVar}`);
		if (extraInfo.length > 0) {
			const extraDescription = `(${extraInfo.join(", ")})`;
			if (option.description) return `${option.description} ${extraDescription}`;
			return extraDescription;
		}
		return option.description;
	}
	/**
	* Get the argument description to show in the list of arguments.
	*
	* @param {Argument} argument
	* @return {string}
	*/
	argumentDescription(argument) {
		const extraInfo = [];
		if (argument.argChoices) extraInfo.push(`choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`);
		if (argument.defaultValue !== void 0) extraInfo.push(`default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`);
		if (extraInfo.length > 0) {
			const extraDescription = `(${extraInfo.join(", ")})`;
			if (argument.description) return `${argument.description} ${extraDescription}`;
			return extraDescription;
		}
		return argument.description;
	}
	/**
	* Format a list of items, given a heading and an array of formatted items.
	*
	* @param {string} heading
	* @param {string[]} items
	* @param {Help} helper
	* @returns string[]
	*/
	formatItemList(heading, items, helper) {
		if (items.length === 0) return [];
		return [
			helper.styleTitle(heading),
			...items,
			""
		];
	}
	/**
	* Group items by their help group heading.
	*
	* @param {Command[] | Option[]} unsortedItems
	* @param {Command[] | Option[]} visibleItems
	* @param {Function} getGroup
	* @returns {Map<string, Command[] | Option[]>}
	*/
	groupItems(unsortedItems, visibleItems, getGroup) {
		const result = /* @__PURE__ */ new Map();
		unsortedItems.forEach((item) => {
			const group = getGroup(item);
			if (!result.has(group)) result.set(group, []);
		});
		visibleItems.forEach((item) => {
			const group = getGroup(item);
			if (!result.has(group)) result.set(group, []);
			result.get(group).push(item);
		});
		return result;
	}
	/**
	* Generate the built-in help text.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {string}
	*/
	formatHelp(cmd, helper) {
		const termWidth = helper.padWidth(cmd, helper);
		const helpWidth = helper.helpWidth ?? 80;
		function callFormatItem(term, description) {
			return helper.formatItem(term, termWidth, description, helper);
		}
		let output = [`${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`, ""];
		const commandDescription = helper.commandDescription(cmd);
		if (commandDescription.length > 0) output = output.concat([helper.boxWrap(helper.styleCommandDescription(commandDescription), helpWidth), ""]);
		const argumentList = helper.visibleArguments(cmd).map((argument) => {
			return callFormatItem(helper.styleArgumentTerm(helper.argumentTerm(argument)), helper.styleArgumentDescription(helper.argumentDescription(argument)));
		});
		output = output.concat(this.formatItemList("Arguments:", argumentList, helper));
		this.groupItems(cmd.options, helper.visibleOptions(cmd), (option) => option.helpGroupHeading ?? "Options:").forEach((options, group) => {
			const optionList = options.map((option) => {
				return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
			});
			output = output.concat(this.formatItemList(group, optionList, helper));
		});
		if (helper.showGlobalOptions) {
			const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
				return callFormatItem(helper.styleOptionTerm(helper.optionTerm(option)), helper.styleOptionDescription(helper.optionDescription(option)));
			});
			output = output.concat(this.formatItemList("Global Options:", globalOptionList, helper));
		}
		this.groupItems(cmd.commands, helper.visibleCommands(cmd), (sub) => sub.helpGroup() || "Commands:").forEach((commands, group) => {
			const commandList = commands.map((sub) => {
				return callFormatItem(helper.styleSubcommandTerm(helper.subcommandTerm(sub)), helper.styleSubcommandDescription(helper.subcommandDescription(sub)));
			});
			output = output.concat(this.formatItemList(group, commandList, helper));
		});
		return output.join("\n");
	}
	/**
	* Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
	*
	* @param {string} str
	* @returns {number}
	*/
	displayWidth(str) {
		return stripVTControlCharacters(str).length;
	}
	/**
	* Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
	*
	* @param {string} str
	* @returns {string}
	*/
	styleTitle(str) {
		return str;
	}
	styleUsage(str) {
		return str.split(" ").map((word) => {
			if (word === "[options]") return this.styleOptionText(word);
			if (word === "[command]") return this.styleSubcommandText(word);
			if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
			return this.styleCommandText(word);
		}).join(" ");
	}
	styleCommandDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleOptionDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleSubcommandDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleArgumentDescription(str) {
		return this.styleDescriptionText(str);
	}
	styleDescriptionText(str) {
		return str;
	}
	styleOptionTerm(str) {
		return this.styleOptionText(str);
	}
	styleSubcommandTerm(str) {
		return str.split(" ").map((word) => {
			if (word === "[options]") return this.styleOptionText(word);
			if (word[0] === "[" || word[0] === "<") return this.styleArgumentText(word);
			return this.styleSubcommandText(word);
		}).join(" ");
	}
	styleArgumentTerm(str) {
		return this.styleArgumentText(str);
	}
	styleOptionText(str) {
		return str;
	}
	styleArgumentText(str) {
		return str;
	}
	styleSubcommandText(str) {
		return str;
	}
	styleCommandText(str) {
		return str;
	}
	/**
	* Calculate the pad width from the maximum term length.
	*
	* @param {Command} cmd
	* @param {Help} helper
	* @returns {number}
	*/
	padWidth(cmd, helper) {
		return Math.max(helper.longestOptionTermLength(cmd, helper), helper.longestGlobalOptionTermLength(cmd, helper), helper.longestSubcommandTermLength(cmd, helper), helper.longestArgumentTermLength(cmd, helper));
	}
	/**
	* Detect manually wrapped and indented strings by checking for line break followed by whitespace.
	*
	* @param {string} str
	* @returns {boolean}
	*/
	preformatted(str) {
		return /\n[^\S\r\n]/.test(str);
	}
	/**
	* Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
	*
	* So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
	*   TTT  DDD DDDD
	*        DD DDD
	*
	* @param {string} term
	* @param {number} termWidth
	* @param {string} description
	* @param {Help} helper
	* @returns {string}
	*/
	formatItem(term, termWidth, description, helper) {
		const itemIndent = 2;
		const itemIndentStr = " ".repeat(itemIndent);
		if (!description) return itemIndentStr + term;
		const paddedTerm = term.padEnd(termWidth + term.length - helper.displayWidth(term));
		const spacerWidth = 2;
		const remainingWidth = (this.helpWidth ?? 80) - termWidth - spacerWidth - itemIndent;
		let formattedDescription;
		if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) formattedDescription = description;
		else formattedDescription = helper.boxWrap(description, remainingWidth).replace(/\n/g, "\n" + " ".repeat(termWidth + spacerWidth));
		return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `\n${itemIndentStr}`);
	}
	/**
	* Wrap a string at whitespace, preserving existing line breaks.
	* Wrapping is skipped if the width is less than `minWidthToWrap`.
	*
	* @param {string} str
	* @param {number} width
	* @returns {string}
	*/
	boxWrap(str, width) {
		if (width < this.minWidthToWrap) return str;
		const rawLines = str.split(/\r\n|\n/);
		const chunkPattern = /[\s]*[^\s]+/g;
		const wrappedLines = [];
		rawLines.forEach((line) => {
			const chunks = line.match(chunkPattern);
			if (chunks === null) {
				wrappedLines.push("");
				return;
			}
			let sumChunks = [chunks.shift()];
			let sumWidth = this.displayWidth(sumChunks[0]);
			chunks.forEach((chunk) => {
				const visibleWidth = this.displayWidth(chunk);
				if (sumWidth + visibleWidth <= width) {
					sumChunks.push(chunk);
					sumWidth += visibleWidth;
					return;
				}
				wrappedLines.push(sumChunks.join(""));
				const nextChunk = chunk.trimStart();
				sumChunks = [nextChunk];
				sumWidth = this.displayWidth(nextChunk);
			});
			wrappedLines.push(sumChunks.join(""));
		});
		return wrappedLines.join("\n");
	}
};
// ../../../work/main/node_modules/commander/lib/option.js
var Option = class {
	/**
	* Initialize a new `Option` with the given `flags` and `description`.
	*
	* @param {string} flags
	* @param {string} [description]
	*/
	constructor(flags, description) {
		this.flags = flags;
		this.description = description || "";
		this.required = flags.includes("<");
		this.optional = flags.includes("[");
		this.variadic = /\p{ID_Continue}\.\.\.[>\]]$/u.test(flags);
		this.mandatory = false;
		const optionFlags = splitOptionFlags(flags);
		this.short = optionFlags.shortFlag;
		this.long = optionFlags.longFlag;
		this.negate = false;
		if (this.long) this.negate = this.long.startsWith("--no-");
		this.defaultValue = void 0;
		this.defaultValueDescription = void 0;
		this.presetArg = void 0;
		this.envVar = void 0;
		this.parseArg = void 0;
		this.hidden = false;
		this.argChoices = void 0;
		this.conflictsWith = [];
		this.implied = void 0;
		this.helpGroupHeading = void 0;
	}
	/**
	* Set the default value, and optionally supply the description to be displayed in the help.
	*
	* @param {*} value
	* @param {string} [description]
	* @return {Option}
	*/
	default(value, description) {
		this.defaultValue = value;
		this.defaultValueDescription = description;
		return this;
	}
	/**
	* Preset to use when option used without option-argument, especially optional but also boolean and negated.
	* The custom processing (parseArg) is called.
	*
	* @example
	* new Option('--color').default('GREYSCALE').preset('RGB');
	* new Option('--donate [amount]').preset('20').argParser(parseFloat);
	*
	* @param {*} arg
	* @return {Option}
	*/
	preset(arg) {
		this.presetArg = arg;
		return this;
	}
	/**
	* Add option name(s) that conflict with this option.
	* An error will be displayed if conflicting options are found during parsing.
	*
	* @example
	* new Option('--rgb').conflicts('cmyk');
	* new Option('--js').conflicts(['ts', 'jsx']);
	*
	* @param {(string | string[])} names
	* @return {Option}
	*/
	conflicts(names) {
		this.conflictsWith = this.conflictsWith.concat(names);
		return this;
	}
	/**
	* Specify implied option values for when this option is set and the implied options are not.
	*
	* The custom processing (parseArg) is not called on the implied values.
	*
	* @example
	* program
	*   .addOption(new Option('--log', 'write logging information to file'))
	*   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
	*
	* @param {object} impliedOptionValues
	* @return {Option}
	*/
	implies(impliedOptionValues) {
		let newImplied = impliedOptionValues;
		if (typeof impliedOptionValues === "string") newImplied = { [impliedOptionValues]: true };
		this.implied = Object.assign(this.implied || {}, newImplied);
		return this;
	}
	/**
	* Set environment variable to check for option value.
	*
	* An environment variable is only used if when processed the current option value is
	* undefined, or the source of the current value is 'default' or 'config' or 'env'.
	*
	* @param {string} name
	* @return {Option}
	*/
	env(name) {
		this.envVar = name;
		return this;
	}
	/**
	* Set the custom handler for processing CLI option arguments into option values.
	*
	* @param {Function} [fn]
	* @return {Option}
	*/
	argParser(fn) {
		this.parseArg = fn;
		return this;
	}
	/**
	* Whether the option is mandatory and must have a value after parsing.
	*
	* @param {boolean} [mandatory=true]
	* @return {Option}
	*/
	makeOptionMandatory(mandatory = true) {
		this.mandatory = !!mandatory;
		return this;
	}
	/**
	* Hide option in help.
	*
	* @param {boolean} [hide=true]
	* @return {Option}
	*/
	hideHelp(hide = true) {
		this.hidden = !!hide;
		return this;
	}
	/**
	* @package
	*/
	_collectValue(value, previous) {
		if (previous === this.defaultValue || !Array.isArray(previous)) return [value];
		previous.push(value);
		return previous;
	}
	/**
	* Only allow option value to be one of choices.
	*
	* @param {string[]} values
	* @return {Option}
	*/
	choices(values) {
		this.argChoices = values.slice();
		this.parseArg = (arg, previous) => {
			if (!this.argChoices.includes(arg)) throw new InvalidArgumentError(`Allowed choices are ${this.argChoices.join(", ")}.`);
			if (this.variadic) return this._collectValue(arg, previous);
			return arg;
		};
		return this;
	}
	/**
	* Return option name.
	*
	* @return {string}
	*/
	name() {
		if (this.long) return this.long.replace(/^--/, "");
		return this.short.replace(/^-/, "");
	}
	/**
	* Return option name, in a camelcase format that can be used
	* as an object attribute key.
	*
	* @return {string}
	*/
	attributeName() {
		if (this.negate) return camelcase(this.name().replace(/^no-/, ""));
		return camelcase(this.name());
	}
	/**
	* Set the help group heading.
	*
	* @param {string} heading
	* @return {Option}
	*/
	helpGroup(heading) {
		this.helpGroupHeading = heading;
		return this;
	}
	/**
	* Check if `arg` matches the short or long flag.
	*
	* @param {string} arg
	* @return {boolean}
	* @package
	*/
	is(arg) {
		return this.short === arg || this.long === arg;
	}
	/**
	* Return whether a boolean option.
	*
	* Options are one of boolean, negated, required argument, or optional argument.
	*
	* @return {boolean}
	* @package
	*/
	isBoolean() {
		return !this.required && !this.optional && !this.negate;
	}
};
/**
* This class is to make it easier to work with dual options, without changing the existing
* implementation. We support separate dual options for separate positive and negative options,
* like `--build` and `--no-build`, which share a single option value. This works nicely for some
* use cases, but is tricky for others where we want separate behaviours despite
* the single shared option value.
*/
var DualOptions = class {
	/**
	* @param {Option[]} options
	*/
	constructor(options) {
		this.positiveOptions = /* @__PURE__ */ new Map();
		this.negativeOptions = /* @__PURE__ */ new Map();
		this.dualOptions = /* @__PURE__ */ new Set();
		options.forEach((option) => {
			if (option.negate) this.negativeOptions.set(option.attributeName(), option);
			else this.positiveOptions.set(option.attributeName(), option);
		});
		this.negativeOptions.forEach((value, key) => {
			if (this.positiveOptions.has(key)) this.dualOptions.add(key);
		});
	}
	/**
	* Did the value come from the option, and not from possible matching dual option?
	*
	* @param {*} value
	* @param {Option} option
	* @returns {boolean}
	*/
	valueFromOption(value, option) {
		const optionKey = option.attributeName();
		if (!this.dualOptions.has(optionKey)) return true;
		const preset = this.negativeOptions.get(optionKey).presetArg;
		const negativeValue = preset !== void 0 ? preset : false;
		return option.negate === (negativeValue === value);
	}
};
/**
* Convert string from kebab-case to camelCase.
*
* @param {string} str
* @return {string}
* @private
*/
function camelcase(str) {
	return str.split("-").reduce((str, word) => {
		return str + word[0].toUpperCase() + word.slice(1);
	});
}
/**
* Split the short and long flag out of something like '-m,--mixed <value>'
*
* @private
*/
function splitOptionFlags(flags) {
	let shortFlag;
	let longFlag;
	const shortFlagExp = /^-[^-]$/;
	const longFlagExp = /^--[^-]/;
	const flagParts = flags.split(/[ |,]+/).concat("guard");
	if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
	if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
	if (!shortFlag && shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
	if (!shortFlag && longFlagExp.test(flagParts[0])) {
		shortFlag = longFlag;
		longFlag = flagParts.shift();
	}
	if (flagParts[0].startsWith("-")) {
		const unsupportedFlag = flagParts[0];
		const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
		if (/^-[^-][^-]/.test(unsupportedFlag)) throw new Error(`${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`);
		if (shortFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many short flags`);
		if (longFlagExp.test(unsupportedFlag)) throw new Error(`${baseError}
- too many long flags`);
		throw new Error(`${baseError}
- unrecognised flag format`);
	}
	if (shortFlag === void 0 && longFlag === void 0) throw new Error(`option creation failed due to no flags found in '${flags}'.`);
	return {
		shortFlag,
		longFlag
	};
}
// ../../../work/main/node_modules/commander/lib/suggestSimilar.js
const maxDistance = 3;
function editDistance(a, b) {
	if (Math.abs(a.length - b.length) > maxDistance) return Math.max(a.length, b.length);
	const d = [];
	for (let i = 0; i <= a.length; i++) d[i] = [i];
	for (let j = 0; j <= b.length; j++) d[0][j] = j;
	for (let j = 1; j <= b.length; j++) for (let i = 1; i <= a.length; i++) {
		let cost;
		if (a[i - 1] === b[j - 1]) cost = 0;
		else cost = 1;
		d[i][j] = Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + cost);
		if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
	}
	return d[a.length][b.length];
}
/**
* Find close matches, restricted to same number of edits.
*
* @param {string} word
* @param {string[]} candidates
* @returns {string}
*/
function suggestSimilar(word, candidates) {
	if (!candidates || candidates.length === 0) return "";
	candidates = Array.from(new Set(candidates));
	const searchingOptions = word.startsWith("--");
	if (searchingOptions) {
		word = word.slice(2);
		candidates = candidates.map((candidate) => candidate.slice(2));
	}
	let similar = [];
	let bestDistance = maxDistance;
	const minSimilarity = .4;
	candidates.forEach((candidate) => {
		if (candidate.length <= 1) return;
		const distance = editDistance(word, candidate);
		const length = Math.max(word.length, candidate.length);
		if ((length - distance) / length > minSimilarity) {
			if (distance < bestDistance) {
				bestDistance = distance;
				similar = [candidate];
			} else if (distance === bestDistance) similar.push(candidate);
		}
	});
	similar.sort((a, b) => a.localeCompare(b));
	if (searchingOptions) similar = similar.map((candidate) => `--${candidate}`);
	if (similar.length > 1) return `\n(Did you mean one of ${similar.join(", ")}?)`;
	if (similar.length === 1) return `\n(Did you mean ${similar[0]}?)`;
	return "";
}
// ../../../work/main/node_modules/commander/lib/command.js
var Command = class Command extends EventEmitter {
	/**
	* Initialize a new `Command`.
	*
	* @param {string} [name]
	*/
	constructor(name) {
		super();
		/** @type {Command[]} */
		this.commands = [];
		/** @type {Option[]} */
		this.options = [];
		this.parent = null;
		this._allowUnknownOption = false;
		this._allowExcessArguments = false;
		/** @type {Argument[]} */
		this.registeredArguments = [];
		this._args = this.registeredArguments;
		/** @type {string[]} */
		this.args = [];
		this.rawArgs = [];
		this.processedArgs = [];
		this._scriptPath = null;
		this._name = name || "";
		this._optionValues = {};
		this._optionValueSources = {};
		this._storeOptionsAsProperties = false;
		this._actionHandler = null;
		this._executableHandler = false;
		this._executableFile = null;
		this._executableDir = null;
		this._defaultCommandName = null;
		this._exitCallback = null;
		this._aliases = [];
		this._combineFlagAndOptionalValue = true;
		this._description = "";
		this._summary = "";
		this._argsDescription = void 0;
		this._enablePositionalOptions = false;
		this._passThroughOptions = false;
		this._lifeCycleHooks = {};
		/** @type {(boolean | string)} */
		this._showHelpAfterError = false;
		this._showSuggestionAfterError = true;
		this._savedState = null;
		this._outputConfiguration = {
			writeOut: (str) => process$1.stdout.write(str),
			writeErr: (str) => process$1.stderr.write(str),
			outputError: (str, write) => write(str),
			getOutHelpWidth: () => process$1.stdout.isTTY ? process$1.stdout.columns : void 0,
			getErrHelpWidth: () => process$1.stderr.isTTY ? process$1.stderr.columns : void 0,
			getOutHasColors: () => useColor() ?? (process$1.stdout.isTTY && process$1.stdout.hasColors?.()),
			getErrHasColors: () => useColor() ?? (process$1.stderr.isTTY && process$1.stderr.hasColors?.()),
			stripColor: (str) => stripVTControlCharacters(str)
		};
		this._hidden = false;
		/** @type {(Option | null | undefined)} */
		this._helpOption = void 0;
		this._addImplicitHelpCommand = void 0;
		/** @type {Command} */
		this._helpCommand = void 0;
		this._helpConfiguration = {};
		/** @type {string | undefined} */
		this._helpGroupHeading = void 0;
		/** @type {string | undefined} */
		this._defaultCommandGroup = void 0;
		/** @type {string | undefined} */
		this._defaultOptionGroup = void 0;
	}
	/**
	* Copy settings that are useful to have in common across root command and subcommands.
	*
	* (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
	*
	* @param {Command} sourceCommand
	* @return {Command} `this` command for chaining
	*/
	copyInheritedSettings(sourceCommand) {
		this._outputConfiguration = sourceCommand._outputConfiguration;
		this._helpOption = sourceCommand._helpOption;
		this._helpCommand = sourceCommand._helpCommand;
		this._helpConfiguration = sourceCommand._helpConfiguration;
		this._exitCallback = sourceCommand._exitCallback;
		this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
		this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
		this._allowExcessArguments = sourceCommand._allowExcessArguments;
		this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
		this._showHelpAfterError = sourceCommand._showHelpAfterError;
		this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
		return this;
	}
	/**
	* @returns {Command[]}
	* @private
	*/
	_getCommandAndAncestors() {
		const result = [];
		for (let command = this; command; command = command.parent) result.push(command);
		return result;
	}
	/**
	* Define a command.
	*
	* There are two styles of command: pay attention to where to put the description.
	*
	* @example
	* // Command implemented using action handler (description is supplied separately to `.command`)
	* program
	*   .command('clone <source> [destination]')
	*   .description('clone a repository into a newly created directory')
	*   .action((source, destination) => {
	*     console.log('clone command called');
	*   });
	*
	* // Command implemented using separate executable file (description is second parameter to `.command`)
	* program
	*   .command('start <service>', 'start named service')
	*   .command('stop [service]', 'stop named service, or all if no name supplied');
	*
	* @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
	* @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
	* @param {object} [execOpts] - configuration options (for executable)
	* @return {Command} returns new command for action handler, or `this` for executable command
	*/
	command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
		let desc = actionOptsOrExecDesc;
		let opts = execOpts;
		if (typeof desc === "object" && desc !== null) {
			opts = desc;
			desc = null;
		}
		opts = opts || {};
		const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
		const cmd = this.createCommand(name);
		if (desc) {
			cmd.description(desc);
			cmd._executableHandler = true;
		}
		if (opts.isDefault) this._defaultCommandName = cmd._name;
		cmd._hidden = !!(opts.noHelp || opts.hidden);
		cmd._executableFile = opts.executableFile || null;
		if (args) cmd.arguments(args);
		this._registerCommand(cmd);
		cmd.parent = this;
		cmd.copyInheritedSettings(this);
		if (desc) return this;
		return cmd;
	}
	/**
	* Factory routine to create a new unattached command.
	*
	* See .command() for creating an attached subcommand, which uses this routine to
	* create the command. You can override createCommand to customise subcommands.
	*
	* @param {string} [name]
	* @return {Command} new command
	*/
	createCommand(name) {
		return new Command(name);
	}
	/**
	* You can customise the help with a subclass of Help by overriding createHelp,
	* or by overriding Help properties using configureHelp().
	*
	* @return {Help}
	*/
	createHelp() {
		return Object.assign(new Help(), this.configureHelp());
	}
	/**
	* You can customise the help by overriding Help properties using configureHelp(),
	* or with a subclass of Help by overriding createHelp().
	*
	* @param {object} [configuration] - configuration options
	* @return {(Command | object)} `this` command for chaining, or stored configuration
	*/
	configureHelp(configuration) {
		if (configuration === void 0) return this._helpConfiguration;
		this._helpConfiguration = configuration;
		return this;
	}
	/**
	* The default output goes to stdout and stderr. You can customise this for special
	* applications. You can also customise the display of errors by overriding outputError.
	*
	* The configuration properties are all functions:
	*
	*     // change how output being written, defaults to stdout and stderr
	*     writeOut(str)
	*     writeErr(str)
	*     // change how output being written for errors, defaults to writeErr
	*     outputError(str, write) // used for displaying errors and not used for displaying help
	*     // specify width for wrapping help
	*     getOutHelpWidth()
	*     getErrHelpWidth()
	*     // color support, currently only used with Help
	*     getOutHasColors()
	*     getErrHasColors()
	*     stripColor() // used to remove ANSI escape codes if output does not have colors
	*
	* @param {object} [configuration] - configuration options
	* @return {(Command | object)} `this` command for chaining, or stored configuration
	*/
	configureOutput(configuration) {
		if (configuration === void 0) return this._outputConfiguration;
		this._outputConfiguration = {
			...this._outputConfiguration,
			...configuration
		};
		return this;
	}
	/**
	* Display the help or a custom message after an error occurs.
	*
	* @param {(boolean|string)} [displayHelp]
	* @return {Command} `this` command for chaining
	*/
	showHelpAfterError(displayHelp = true) {
		if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
		this._showHelpAfterError = displayHelp;
		return this;
	}
	/**
	* Display suggestion of similar commands for unknown commands, or options for unknown options.
	*
	* @param {boolean} [displaySuggestion]
	* @return {Command} `this` command for chaining
	*/
	showSuggestionAfterError(displaySuggestion = true) {
		this._showSuggestionAfterError = !!displaySuggestion;
		return this;
	}
	/**
	* Add a prepared subcommand.
	*
	* See .command() for creating an attached subcommand which inherits settings from its parent.
	*
	* @param {Command} cmd - new subcommand
	* @param {object} [opts] - configuration options
	* @return {Command} `this` command for chaining
	*/
	addCommand(cmd, opts) {
		if (!cmd._name) throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
		opts = opts || {};
		if (opts.isDefault) this._defaultCommandName = cmd._name;
		if (opts.noHelp || opts.hidden) cmd._hidden = true;
		this._registerCommand(cmd);
		cmd.parent = this;
		cmd._checkForBrokenPassThrough();
		return this;
	}
	/**
	* Factory routine to create a new unattached argument.
	*
	* See .argument() for creating an attached argument, which uses this routine to
	* create the argument. You can override createArgument to return a custom argument.
	*
	* @param {string} name
	* @param {string} [description]
	* @return {Argument} new argument
	*/
	createArgument(name, description) {
		return new Argument(name, description);
	}
	/**
	* Define argument syntax for command.
	*
	* The default is that the argument is required, and you can explicitly
	* indicate this with <> around the name. Put [] around the name for an optional argument.
	*
	* @example
	* program.argument('<input-file>');
	* program.argument('[output-file]');
	*
	* @param {string} name
	* @param {string} [description]
	* @param {(Function|*)} [parseArg] - custom argument processing function or default value
	* @param {*} [defaultValue]
	* @return {Command} `this` command for chaining
	*/
	argument(name, description, parseArg, defaultValue) {
		const argument = this.createArgument(name, description);
		if (typeof parseArg === "function") argument.default(defaultValue).argParser(parseArg);
		else argument.default(parseArg);
		this.addArgument(argument);
		return this;
	}
	/**
	* Define argument syntax for command, adding multiple at once (without descriptions).
	*
	* See also .argument().
	*
	* @example
	* program.arguments('<cmd> [env]');
	*
	* @param {string} names
	* @return {Command} `this` command for chaining
	*/
	arguments(names) {
		names.trim().split(/ +/).forEach((detail) => {
			this.argument(detail);
		});
		return this;
	}
	/**
	* Define argument syntax for command, adding a prepared argument.
	*
	* @param {Argument} argument
	* @return {Command} `this` command for chaining
	*/
	addArgument(argument) {
		const previousArgument = this.registeredArguments.slice(-1)[0];
		if (previousArgument?.variadic) throw new Error(`only the last argument can be variadic '${previousArgument.name()}'`);
		if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) throw new Error(`a default value for a required argument is never used: '${argument.name()}'`);
		this.registeredArguments.push(argument);
		return this;
	}
	/**
	* Customise or override default help command. By default a help command is automatically added if your command has subcommands.
	*
	* @example
	*    program.helpCommand('help [cmd]');
	*    program.helpCommand('help [cmd]', 'show help');
	*    program.helpCommand(false); // suppress default help command
	*    program.helpCommand(true); // add help command even if no subcommands
	*
	* @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
	* @param {string} [description] - custom description
	* @return {Command} `this` command for chaining
	*/
	helpCommand(enableOrNameAndArgs, description) {
		if (typeof enableOrNameAndArgs === "boolean") {
			this._addImplicitHelpCommand = enableOrNameAndArgs;
			if (enableOrNameAndArgs && this._defaultCommandGroup) this._initCommandGroup(this._getHelpCommand());
			return this;
		}
		const [, helpName, helpArgs] = (enableOrNameAndArgs ?? "help [command]").match(/([^ ]+) *(.*)/);
		const helpDescription = description ?? "display help for command";
		const helpCommand = this.createCommand(helpName);
		helpCommand.helpOption(false);
		if (helpArgs) helpCommand.arguments(helpArgs);
		if (helpDescription) helpCommand.description(helpDescription);
		this._addImplicitHelpCommand = true;
		this._helpCommand = helpCommand;
		if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
		return this;
	}
	/**
	* Add prepared custom help command.
	*
	* @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
	* @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
	* @return {Command} `this` command for chaining
	*/
	addHelpCommand(helpCommand, deprecatedDescription) {
		if (typeof helpCommand !== "object") {
			this.helpCommand(helpCommand, deprecatedDescription);
			return this;
		}
		this._addImplicitHelpCommand = true;
		this._helpCommand = helpCommand;
		this._initCommandGroup(helpCommand);
		return this;
	}
	/**
	* Lazy create help command.
	*
	* @return {(Command|null)}
	* @package
	*/
	_getHelpCommand() {
		if (this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"))) {
			if (this._helpCommand === void 0) this.helpCommand(void 0, void 0);
			return this._helpCommand;
		}
		return null;
	}
	/**
	* Add hook for life cycle event.
	*
	* @param {string} event
	* @param {Function} listener
	* @return {Command} `this` command for chaining
	*/
	hook(event, listener) {
		const allowedValues = [
			"preSubcommand",
			"preAction",
			"postAction"
		];
		if (!allowedValues.includes(event)) throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
		if (this._lifeCycleHooks[event]) this._lifeCycleHooks[event].push(listener);
		else this._lifeCycleHooks[event] = [listener];
		return this;
	}
	/**
	* Register callback to use as replacement for calling process.exit.
	*
	* @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
	* @return {Command} `this` command for chaining
	*/
	exitOverride(fn) {
		if (fn) this._exitCallback = fn;
		else this._exitCallback = (err) => {
			if (err.code !== "commander.executeSubCommandAsync") throw err;
		};
		return this;
	}
	/**
	* Call process.exit, and _exitCallback if defined.
	*
	* @param {number} exitCode exit code for using with process.exit
	* @param {string} code an id string representing the error
	* @param {string} message human-readable description of the error
	* @return never
	* @private
	*/
	_exit(exitCode, code, message) {
		if (this._exitCallback) this._exitCallback(new CommanderError(exitCode, code, message));
		process$1.exit(exitCode);
	}
	/**
	* Register callback `fn` for the command.
	*
	* @example
	* program
	*   .command('serve')
	*   .description('start service')
	*   .action(function() {
	*      // do work here
	*   });
	*
	* @param {Function} fn
	* @return {Command} `this` command for chaining
	*/
	action(fn) {
		const listener = (args) => {
			const expectedArgsCount = this.registeredArguments.length;
			const actionArgs = args.slice(0, expectedArgsCount);
			if (this._storeOptionsAsProperties) actionArgs[expectedArgsCount] = this;
			else actionArgs[expectedArgsCount] = this.opts();
			actionArgs.push(this);
			return fn.apply(this, actionArgs);
		};
		this._actionHandler = listener;
		return this;
	}
	/**
	* Factory routine to create a new unattached option.
	*
	* See .option() for creating an attached option, which uses this routine to
	* create the option. You can override createOption to return a custom option.
	*
	* @param {string} flags
	* @param {string} [description]
	* @return {Option} new option
	*/
	createOption(flags, description) {
		return new Option(flags, description);
	}
	/**
	* Wrap parseArgs to catch 'commander.invalidArgument'.
	*
	* @param {(Option | Argument)} target
	* @param {string} value
	* @param {*} previous
	* @param {string} invalidArgumentMessage
	* @private
	*/
	_callParseArg(target, value, previous, invalidArgumentMessage) {
		try {
			return target.parseArg(value, previous);
		} catch (err) {
			if (err.code === "commander.invalidArgument") {
				const message = `${invalidArgumentMessage} ${err.message}`;
				this.error(message, {
					exitCode: err.exitCode,
					code: err.code
				});
			}
			throw err;
		}
	}
	/**
	* Check for option flag conflicts.
	* Register option if no conflicts found, or throw on conflict.
	*
	* @param {Option} option
	* @private
	*/
	_registerOption(option) {
		const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
		if (matchingOption) {
			const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
			throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
		}
		this._initOptionGroup(option);
		this.options.push(option);
	}
	/**
	* Check for command name and alias conflicts with existing commands.
	* Register command if no conflicts found, or throw on conflict.
	*
	* @param {Command} command
	* @private
	*/
	_registerCommand(command) {
		const knownBy = (cmd) => {
			return [cmd.name()].concat(cmd.aliases());
		};
		const alreadyUsed = knownBy(command).find((name) => this._findCommand(name));
		if (alreadyUsed) {
			const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
			const newCmd = knownBy(command).join("|");
			throw new Error(`cannot add command '${newCmd}' as already have command '${existingCmd}'`);
		}
		this._initCommandGroup(command);
		this.commands.push(command);
	}
	/**
	* Add an option.
	*
	* @param {Option} option
	* @return {Command} `this` command for chaining
	*/
	addOption(option) {
		this._registerOption(option);
		const oname = option.name();
		const name = option.attributeName();
		if (option.defaultValue !== void 0) this.setOptionValueWithSource(name, option.defaultValue, "default");
		const handleOptionValue = (val, invalidValueMessage, valueSource) => {
			if (val == null && option.presetArg !== void 0) val = option.presetArg;
			const oldValue = this.getOptionValue(name);
			if (val !== null && option.parseArg) val = this._callParseArg(option, val, oldValue, invalidValueMessage);
			else if (val !== null && option.variadic) val = option._collectValue(val, oldValue);
			if (val == null) {
				if (option.negate) val = false;
				else if (option.isBoolean() || option.optional) val = true;
				else val = "";
			}
			this.setOptionValueWithSource(name, val, valueSource);
		};
		this.on("option:" + oname, (val) => {
			const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
			handleOptionValue(val, invalidValueMessage, "cli");
		});
		if (option.envVar) this.on("optionEnv:" + oname, (val) => {
			const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
			handleOptionValue(val, invalidValueMessage, "env");
		});
		return this;
	}
	/**
	* Internal implementation shared by .option() and .requiredOption()
	*
	* @return {Command} `this` command for chaining
	* @private
	*/
	_optionEx(config, flags, description, fn, defaultValue) {
		if (typeof flags === "object" && flags instanceof Option) throw new Error("To add an Option object use addOption() instead of option() or requiredOption()");
		const option = this.createOption(flags, description);
		option.makeOptionMandatory(!!config.mandatory);
		if (typeof fn === "function") option.default(defaultValue).argParser(fn);
		else if (fn instanceof RegExp) {
			const regex = fn;
			fn = (val, def) => {
				const m = regex.exec(val);
				return m ? m[0] : def;
			};
			option.default(defaultValue).argParser(fn);
		} else option.default(fn);
		return this.addOption(option);
	}
	/**
	* Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
	*
	* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
	* option-argument is indicated by `<>` and an optional option-argument by `[]`.
	*
	* See the README for more details, and see also addOption() and requiredOption().
	*
	* @example
	* program
	*     .option('-p, --pepper', 'add pepper')
	*     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
	*     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
	*     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
	*
	* @param {string} flags
	* @param {string} [description]
	* @param {(Function|*)} [parseArg] - custom option processing function or default value
	* @param {*} [defaultValue]
	* @return {Command} `this` command for chaining
	*/
	option(flags, description, parseArg, defaultValue) {
		return this._optionEx({}, flags, description, parseArg, defaultValue);
	}
	/**
	* Add a required option which must have a value after parsing. This usually means
	* the option must be specified on the command line. (Otherwise the same as .option().)
	*
	* The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
	*
	* @param {string} flags
	* @param {string} [description]
	* @param {(Function|*)} [parseArg] - custom option processing function or default value
	* @param {*} [defaultValue]
	* @return {Command} `this` command for chaining
	*/
	requiredOption(flags, description, parseArg, defaultValue) {
		return this._optionEx({ mandatory: true }, flags, description, parseArg, defaultValue);
	}
	/**
	* Alter parsing of short flags with optional values.
	*
	* @example
	* // for `.option('-f,--flag [value]'):
	* program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
	* program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
	*
	* @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
	* @return {Command} `this` command for chaining
	*/
	combineFlagAndOptionalValue(combine = true) {
		this._combineFlagAndOptionalValue = !!combine;
		return this;
	}
	/**
	* Allow unknown options on the command line.
	*
	* @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
	* @return {Command} `this` command for chaining
	*/
	allowUnknownOption(allowUnknown = true) {
		this._allowUnknownOption = !!allowUnknown;
		return this;
	}
	/**
	* Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
	*
	* @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
	* @return {Command} `this` command for chaining
	*/
	allowExcessArguments(allowExcess = true) {
		this._allowExcessArguments = !!allowExcess;
		return this;
	}
	/**
	* Enable positional options. Positional means global options are specified before subcommands which lets
	* subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
	* The default behaviour is non-positional and global options may appear anywhere on the command line.
	*
	* @param {boolean} [positional]
	* @return {Command} `this` command for chaining
	*/
	enablePositionalOptions(positional = true) {
		this._enablePositionalOptions = !!positional;
		return this;
	}
	/**
	* Pass through options that come after command-arguments rather than treat them as command-options,
	* so actual command-options come before command-arguments. Turning this on for a subcommand requires
	* positional options to have been enabled on the program (parent commands).
	* The default behaviour is non-positional and options may appear before or after command-arguments.
	*
	* @param {boolean} [passThrough] for unknown options.
	* @return {Command} `this` command for chaining
	*/
	passThroughOptions(passThrough = true) {
		this._passThroughOptions = !!passThrough;
		this._checkForBrokenPassThrough();
		return this;
	}
	/**
	* @private
	*/
	_checkForBrokenPassThrough() {
		if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) throw new Error(`passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`);
	}
	/**
	* Whether to store option values as properties on command object,
	* or store separately (specify false). In both cases the option values can be accessed using .opts().
	*
	* @param {boolean} [storeAsProperties=true]
	* @return {Command} `this` command for chaining
	*/
	storeOptionsAsProperties(storeAsProperties = true) {
		if (this.options.length) throw new Error("call .storeOptionsAsProperties() before adding options");
		if (Object.keys(this._optionValues).length) throw new Error("call .storeOptionsAsProperties() before setting option values");
		this._storeOptionsAsProperties = !!storeAsProperties;
		return this;
	}
	/**
	* Retrieve option value.
	*
	* @param {string} key
	* @return {object} value
	*/
	getOptionValue(key) {
		if (this._storeOptionsAsProperties) return this[key];
		return this._optionValues[key];
	}
	/**
	* Store option value.
	*
	* @param {string} key
	* @param {object} value
	* @return {Command} `this` command for chaining
	*/
	setOptionValue(key, value) {
		return this.setOptionValueWithSource(key, value, void 0);
	}
	/**
	* Store option value and where the value came from.
	*
	* @param {string} key
	* @param {object} value
	* @param {string} source - expected values are default/config/env/cli/implied
	* @return {Command} `this` command for chaining
	*/
	setOptionValueWithSource(key, value, source) {
		if (this._storeOptionsAsProperties) this[key] = value;
		else this._optionValues[key] = value;
		this._optionValueSources[key] = source;
		return this;
	}
	/**
	* Get source of option value.
	* Expected values are default | config | env | cli | implied
	*
	* @param {string} key
	* @return {string}
	*/
	getOptionValueSource(key) {
		return this._optionValueSources[key];
	}
	/**
	* Get source of option value. See also .optsWithGlobals().
	* Expected values are default | config | env | cli | implied
	*
	* @param {string} key
	* @return {string}
	*/
	getOptionValueSourceWithGlobals(key) {
		let source;
		this._getCommandAndAncestors().forEach((cmd) => {
			if (Object.hasOwn(cmd._optionValueSources, key)) source = cmd.getOptionValueSource(key);
		});
		return source;
	}
	/**
	* Get user arguments from implied or explicit arguments.
	* Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
	*
	* @private
	*/
	_prepareUserArgs(argv, parseOptions) {
		if (argv !== void 0 && !Array.isArray(argv)) throw new Error("first parameter to parse must be array or undefined");
		parseOptions = parseOptions || {};
		if (argv === void 0 && parseOptions.from === void 0) {
			if (process$1.versions?.electron) parseOptions.from = "electron";
			const execArgv = process$1.execArgv ?? [];
			if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) parseOptions.from = "eval";
		}
		if (argv === void 0) argv = process$1.argv;
		this.rawArgs = argv.slice();
		let userArgs;
		switch (parseOptions.from) {
			case void 0:
			case "node":
				this._scriptPath = argv[1];
				userArgs = argv.slice(2);
				break;
			case "electron":
				if (process$1.defaultApp) {
					this._scriptPath = argv[1];
					userArgs = argv.slice(2);
				} else userArgs = argv.slice(1);
				break;
			case "user":
				userArgs = argv.slice(0);
				break;
			case "eval":
				userArgs = argv.slice(1);
				break;
			default: throw new Error(`unexpected parse option { from: '${parseOptions.from}' }`);
		}
		if (!this._name && this._scriptPath) this.nameFromFilename(this._scriptPath);
		this._name = this._name || "program";
		return userArgs;
	}
	/**
	* Parse `argv`, setting options and invoking commands when defined.
	*
	* Use parseAsync instead of parse if any of your action handlers are async.
	*
	* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
	*
	* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
	* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
	* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
	* - `'user'`: just user arguments
	*
	* @example
	* program.parse(); // parse process.argv and auto-detect electron and special node flags
	* program.parse(process.argv); // assume argv[0] is app and argv[1] is script
	* program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
	*
	* @param {string[]} [argv] - optional, defaults to process.argv
	* @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
	* @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
	* @return {Command} `this` command for chaining
	*/
	parse(argv, parseOptions) {
		this._prepareForParse();
		const userArgs = this._prepareUserArgs(argv, parseOptions);
		this._parseCommand([], userArgs);
		return this;
	}
	/**
	* Parse `argv`, setting options and invoking commands when defined.
	*
	* Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
	*
	* Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
	* - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
	* - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
	* - `'user'`: just user arguments
	*
	* @example
	* await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
	* await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
	* await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
	*
	* @param {string[]} [argv]
	* @param {object} [parseOptions]
	* @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
	* @return {Promise}
	*/
	async parseAsync(argv, parseOptions) {
		this._prepareForParse();
		const userArgs = this._prepareUserArgs(argv, parseOptions);
		await this._parseCommand([], userArgs);
		return this;
	}
	_prepareForParse() {
		if (this._savedState === null) {
			this.options.filter((option) => option.negate && option.defaultValue === void 0 && this.getOptionValue(option.attributeName()) === void 0).forEach((option) => {
				const positiveLongFlag = option.long.replace(/^--no-/, "--");
				if (!this._findOption(positiveLongFlag)) this.setOptionValueWithSource(option.attributeName(), true, "default");
			});
			this.saveStateBeforeParse();
		} else this.restoreStateBeforeParse();
	}
	/**
	* Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
	* Not usually called directly, but available for subclasses to save their custom state.
	*
	* This is called in a lazy way. Only commands used in parsing chain will have state saved.
	*/
	saveStateBeforeParse() {
		this._savedState = {
			_name: this._name,
			_optionValues: { ...this._optionValues },
			_optionValueSources: { ...this._optionValueSources }
		};
	}
	/**
	* Restore state before parse for calls after the first.
	* Not usually called directly, but available for subclasses to save their custom state.
	*
	* This is called in a lazy way. Only commands used in parsing chain will have state restored.
	*/
	restoreStateBeforeParse() {
		if (this._storeOptionsAsProperties) throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
		this._name = this._savedState._name;
		this._scriptPath = null;
		this.rawArgs = [];
		this._optionValues = { ...this._savedState._optionValues };
		this._optionValueSources = { ...this._savedState._optionValueSources };
		this.args = [];
		this.processedArgs = [];
	}
	/**
	* Throw if expected executable is missing. Add lots of help for author.
	*
	* @param {string} executableFile
	* @param {string} executableDir
	* @param {string} subcommandName
	*/
	_checkForMissingExecutable(executableFile, executableDir, subcommandName) {
		if (fs.existsSync(executableFile)) return;
		const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory"}`;
		throw new Error(executableMissing);
	}
	/**
	* Execute a sub-command executable.
	*
	* @private
	*/
	_executeSubCommand(subcommand, args) {
		args = args.slice();
		const sourceExt = [
			".js",
			".ts",
			".tsx",
			".mjs",
			".cjs"
		];
		function findFile(baseDir, baseName) {
			const localBin = path.resolve(baseDir, baseName);
			if (fs.existsSync(localBin)) return localBin;
			if (sourceExt.includes(path.extname(baseName))) return void 0;
			const foundExt = sourceExt.find((ext) => fs.existsSync(`${localBin}${ext}`));
			if (foundExt) return `${localBin}${foundExt}`;
		}
		this._checkForMissingMandatoryOptions();
		this._checkForConflictingOptions();
		let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
		let executableDir = this._executableDir || "";
		if (this._scriptPath) {
			let resolvedScriptPath;
			try {
				resolvedScriptPath = fs.realpathSync(this._scriptPath);
			} catch {
				resolvedScriptPath = this._scriptPath;
			}
			executableDir = path.resolve(path.dirname(resolvedScriptPath), executableDir);
		}
		if (executableDir) {
			let localFile = findFile(executableDir, executableFile);
			if (!localFile && !subcommand._executableFile && this._scriptPath) {
				const legacyName = path.basename(this._scriptPath, path.extname(this._scriptPath));
				if (legacyName !== this._name) localFile = findFile(executableDir, `${legacyName}-${subcommand._name}`);
			}
			executableFile = localFile || executableFile;
		}
		const launchWithNode = sourceExt.includes(path.extname(executableFile));
		let proc;
		if (process$1.platform !== "win32") {
			if (launchWithNode) {
				args.unshift(executableFile);
				args = incrementNodeInspectorPort(process$1.execArgv).concat(args);
				proc = childProcess.spawn(process$1.argv[0], args, { stdio: "inherit" });
			} else proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
		} else {
			this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
			args.unshift(executableFile);
			args = incrementNodeInspectorPort(process$1.execArgv).concat(args);
			proc = childProcess.spawn(process$1.execPath, args, { stdio: "inherit" });
		}
		if (!proc.killed) [
			"SIGUSR1",
			"SIGUSR2",
			"SIGTERM",
			"SIGINT",
			"SIGHUP"
		].forEach((signal) => {
			process$1.on(signal, () => {
				if (proc.killed === false && proc.exitCode === null) proc.kill(signal);
			});
		});
		const exitCallback = this._exitCallback;
		proc.on("close", (code) => {
			code = code ?? 1;
			if (!exitCallback) process$1.exit(code);
			else exitCallback(new CommanderError(code, "commander.executeSubCommandAsync", "(close)"));
		});
		proc.on("error", (err) => {
			if (err.code === "ENOENT") this._checkForMissingExecutable(executableFile, executableDir, subcommand._name);
			else if (err.code === "EACCES") throw new Error(`'${executableFile}' not executable`);
			if (!exitCallback) process$1.exit(1);
			else {
				const wrappedError = new CommanderError(1, "commander.executeSubCommandAsync", "(error)");
				wrappedError.nestedError = err;
				exitCallback(wrappedError);
			}
		});
		this.runningCommand = proc;
	}
	/**
	* @private
	*/
	_dispatchSubcommand(commandName, operands, unknown) {
		const subCommand = this._findCommand(commandName);
		if (!subCommand) this.help({ error: true });
		subCommand._prepareForParse();
		let promiseChain;
		promiseChain = this._chainOrCallSubCommandHook(promiseChain, subCommand, "preSubcommand");
		promiseChain = this._chainOrCall(promiseChain, () => {
			if (subCommand._executableHandler) this._executeSubCommand(subCommand, operands.concat(unknown));
			else return subCommand._parseCommand(operands, unknown);
		});
		return promiseChain;
	}
	/**
	* Invoke help directly if possible, or dispatch if necessary.
	* e.g. help foo
	*
	* @private
	*/
	_dispatchHelpCommand(subcommandName) {
		if (!subcommandName) this.help();
		const subCommand = this._findCommand(subcommandName);
		if (subCommand && !subCommand._executableHandler) subCommand.help();
		return this._dispatchSubcommand(subcommandName, [], [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]);
	}
	/**
	* Check this.args against expected this.registeredArguments.
	*
	* @private
	*/
	_checkNumberOfArguments() {
		this.registeredArguments.forEach((arg, i) => {
			if (arg.required && this.args[i] == null) this.missingArgument(arg.name());
		});
		if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) return;
		if (this.args.length > this.registeredArguments.length) this._excessArguments(this.args);
	}
	/**
	* Process this.args using this.registeredArguments and save as this.processedArgs!
	*
	* @private
	*/
	_processArguments() {
		const myParseArg = (argument, value, previous) => {
			let parsedValue = value;
			if (value !== null && argument.parseArg) {
				const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
				parsedValue = this._callParseArg(argument, value, previous, invalidValueMessage);
			}
			return parsedValue;
		};
		this._checkNumberOfArguments();
		const processedArgs = [];
		this.registeredArguments.forEach((declaredArg, index) => {
			let value = declaredArg.defaultValue;
			if (declaredArg.variadic) {
				if (index < this.args.length) {
					value = this.args.slice(index);
					if (declaredArg.parseArg) value = value.reduce((processed, v) => {
						return myParseArg(declaredArg, v, processed);
					}, declaredArg.defaultValue);
				} else if (value === void 0) value = [];
			} else if (index < this.args.length) {
				value = this.args[index];
				if (declaredArg.parseArg) value = myParseArg(declaredArg, value, declaredArg.defaultValue);
			}
			processedArgs[index] = value;
		});
		this.processedArgs = processedArgs;
	}
	/**
	* Once we have a promise we chain, but call synchronously until then.
	*
	* @param {(Promise|undefined)} promise
	* @param {Function} fn
	* @return {(Promise|undefined)}
	* @private
	*/
	_chainOrCall(promise, fn) {
		if (promise?.then && typeof promise.then === "function") return promise.then(() => fn());
		return fn();
	}
	/**
	*
	* @param {(Promise|undefined)} promise
	* @param {string} event
	* @return {(Promise|undefined)}
	* @private
	*/
	_chainOrCallHooks(promise, event) {
		let result = promise;
		const hooks = [];
		this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
			hookedCommand._lifeCycleHooks[event].forEach((callback) => {
				hooks.push({
					hookedCommand,
					callback
				});
			});
		});
		if (event === "postAction") hooks.reverse();
		hooks.forEach((hookDetail) => {
			result = this._chainOrCall(result, () => {
				return hookDetail.callback(hookDetail.hookedCommand, this);
			});
		});
		return result;
	}
	/**
	*
	* @param {(Promise|undefined)} promise
	* @param {Command} subCommand
	* @param {string} event
	* @return {(Promise|undefined)}
	* @private
	*/
	_chainOrCallSubCommandHook(promise, subCommand, event) {
		let result = promise;
		if (this._lifeCycleHooks[event] !== void 0) this._lifeCycleHooks[event].forEach((hook) => {
			result = this._chainOrCall(result, () => {
				return hook(this, subCommand);
			});
		});
		return result;
	}
	/**
	* Process arguments in context of this command.
	* Returns action result, in case it is a promise.
	*
	* @private
	*/
	_parseCommand(operands, unknown) {
		const parsed = this.parseOptions(unknown);
		this._parseOptionsEnv();
		this._parseOptionsImplied();
		operands = operands.concat(parsed.operands);
		unknown = parsed.unknown;
		this.args = operands.concat(unknown);
		if (operands && this._findCommand(operands[0])) return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
		if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) return this._dispatchHelpCommand(operands[1]);
		if (this._defaultCommandName) {
			this._outputHelpIfRequested(unknown);
			return this._dispatchSubcommand(this._defaultCommandName, operands, unknown);
		}
		if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) this.help({ error: true });
		this._outputHelpIfRequested(parsed.unknown);
		this._checkForMissingMandatoryOptions();
		this._checkForConflictingOptions();
		const checkForUnknownOptions = () => {
			if (parsed.unknown.length > 0) this.unknownOption(parsed.unknown[0]);
		};
		const commandEvent = `command:${this.name()}`;
		if (this._actionHandler) {
			checkForUnknownOptions();
			this._processArguments();
			let promiseChain;
			promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
			promiseChain = this._chainOrCall(promiseChain, () => this._actionHandler(this.processedArgs));
			if (this.parent) promiseChain = this._chainOrCall(promiseChain, () => {
				this.parent.emit(commandEvent, operands, unknown);
			});
			promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
			return promiseChain;
		}
		if (this.parent?.listenerCount(commandEvent)) {
			checkForUnknownOptions();
			this._processArguments();
			this.parent.emit(commandEvent, operands, unknown);
		} else if (operands.length) {
			if (this._findCommand("*")) return this._dispatchSubcommand("*", operands, unknown);
			if (this.listenerCount("command:*")) this.emit("command:*", operands, unknown);
			else if (this.commands.length) this.unknownCommand();
			else {
				checkForUnknownOptions();
				this._processArguments();
			}
		} else if (this.commands.length) {
			checkForUnknownOptions();
			this.help({ error: true });
		} else {
			checkForUnknownOptions();
			this._processArguments();
		}
	}
	/**
	* Find matching command.
	*
	* @private
	* @return {Command | undefined}
	*/
	_findCommand(name) {
		if (!name) return void 0;
		return this.commands.find((cmd) => cmd._name === name || cmd._aliases.includes(name));
	}
	/**
	* Return an option matching `arg` if any.
	*
	* @param {string} arg
	* @return {Option}
	* @package
	*/
	_findOption(arg) {
		return this.options.find((option) => option.is(arg));
	}
	/**
	* Display an error message if a mandatory option does not have a value.
	* Called after checking for help flags in leaf subcommand.
	*
	* @private
	*/
	_checkForMissingMandatoryOptions() {
		this._getCommandAndAncestors().forEach((cmd) => {
			cmd.options.forEach((anOption) => {
				if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) cmd.missingMandatoryOptionValue(anOption);
			});
		});
	}
	/**
	* Display an error message if conflicting options are used together in this.
	*
	* @private
	*/
	_checkForConflictingLocalOptions() {
		const definedNonDefaultOptions = this.options.filter((option) => {
			const optionKey = option.attributeName();
			if (this.getOptionValue(optionKey) === void 0) return false;
			return this.getOptionValueSource(optionKey) !== "default";
		});
		definedNonDefaultOptions.filter((option) => option.conflictsWith.length > 0).forEach((option) => {
			const conflictingAndDefined = definedNonDefaultOptions.find((defined) => option.conflictsWith.includes(defined.attributeName()));
			if (conflictingAndDefined) this._conflictingOption(option, conflictingAndDefined);
		});
	}
	/**
	* Display an error message if conflicting options are used together.
	* Called after checking for help flags in leaf subcommand.
	*
	* @private
	*/
	_checkForConflictingOptions() {
		this._getCommandAndAncestors().forEach((cmd) => {
			cmd._checkForConflictingLocalOptions();
		});
	}
	/**
	* Parse options from `argv` removing known options,
	* and return argv split into operands and unknown arguments.
	*
	* Side effects: modifies command by storing options. Does not reset state if called again.
	*
	* Examples:
	*
	*     argv => operands, unknown
	*     --known kkk op => [op], []
	*     op --known kkk => [op], []
	*     sub --unknown uuu op => [sub], [--unknown uuu op]
	*     sub -- --unknown uuu op => [sub --unknown uuu op], []
	*
	* @param {string[]} args
	* @return {{operands: string[], unknown: string[]}}
	*/
	parseOptions(args) {
		const operands = [];
		const unknown = [];
		let dest = operands;
		function maybeOption(arg) {
			return arg.length > 1 && arg[0] === "-";
		}
		const negativeNumberArg = (arg) => {
			if (!/^-(\d+|\d*\.\d+)([eE][+-]?\d+)?$/.test(arg)) return false;
			return !this._getCommandAndAncestors().some((cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short)));
		};
		let activeVariadicOption = null;
		let activeGroup = null;
		let i = 0;
		while (i < args.length || activeGroup) {
			const arg = activeGroup ?? args[i++];
			activeGroup = null;
			if (arg === "--") {
				if (dest === unknown) dest.push(arg);
				dest.push(...args.slice(i));
				break;
			}
			if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
				this.emit(`option:${activeVariadicOption.name()}`, arg);
				continue;
			}
			activeVariadicOption = null;
			if (maybeOption(arg)) {
				const option = this._findOption(arg);
				if (option) {
					if (option.required) {
						const value = args[i++];
						if (value === void 0) this.optionMissingArgument(option);
						this.emit(`option:${option.name()}`, value);
					} else if (option.optional) {
						let value = null;
						if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) value = args[i++];
						this.emit(`option:${option.name()}`, value);
					} else this.emit(`option:${option.name()}`);
					activeVariadicOption = option.variadic ? option : null;
					continue;
				}
			}
			if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
				const option = this._findOption(`-${arg[1]}`);
				if (option) {
					if (option.required || option.optional && this._combineFlagAndOptionalValue) this.emit(`option:${option.name()}`, arg.slice(2));
					else {
						this.emit(`option:${option.name()}`);
						activeGroup = `-${arg.slice(2)}`;
					}
					continue;
				}
			}
			if (/^--[^=]+=/.test(arg)) {
				const index = arg.indexOf("=");
				const option = this._findOption(arg.slice(0, index));
				if (option && (option.required || option.optional)) {
					this.emit(`option:${option.name()}`, arg.slice(index + 1));
					continue;
				}
			}
			if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) dest = unknown;
			if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
				if (this._findCommand(arg)) {
					operands.push(arg);
					unknown.push(...args.slice(i));
					break;
				} else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
					operands.push(arg, ...args.slice(i));
					break;
				} else if (this._defaultCommandName) {
					unknown.push(arg, ...args.slice(i));
					break;
				}
			}
			if (this._passThroughOptions) {
				dest.push(arg, ...args.slice(i));
				break;
			}
			dest.push(arg);
		}
		return {
			operands,
			unknown
		};
	}
	/**
	* Return an object containing local option values as key-value pairs.
	*
	* @return {object}
	*/
	opts() {
		if (this._storeOptionsAsProperties) {
			const result = {};
			const len = this.options.length;
			for (let i = 0; i < len; i++) {
				const key = this.options[i].attributeName();
				result[key] = key === this._versionOptionName ? this._version : this[key];
			}
			return result;
		}
		return this._optionValues;
	}
	/**
	* Return an object containing merged local and global option values as key-value pairs.
	*
	* @return {object}
	*/
	optsWithGlobals() {
		return this._getCommandAndAncestors().reduce((combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()), {});
	}
	/**
	* Display error message and exit (or call exitOverride).
	*
	* @param {string} message
	* @param {object} [errorOptions]
	* @param {string} [errorOptions.code] - an id string representing the error
	* @param {number} [errorOptions.exitCode] - used with process.exit
	*/
	error(message, errorOptions) {
		this._outputConfiguration.outputError(`${message}\n`, this._outputConfiguration.writeErr);
		if (typeof this._showHelpAfterError === "string") this._outputConfiguration.writeErr(`${this._showHelpAfterError}\n`);
		else if (this._showHelpAfterError) {
			this._outputConfiguration.writeErr("\n");
			this.outputHelp({ error: true });
		}
		const config = errorOptions || {};
		const exitCode = config.exitCode || 1;
		const code = config.code || "commander.error";
		this._exit(exitCode, code, message);
	}
	/**
	* Apply any option related environment variables, if option does
	* not have a value from cli or client code.
	*
	* @private
	*/
	_parseOptionsEnv() {
		this.options.forEach((option) => {
			if (option.envVar && option.envVar in process$1.env) {
				const optionKey = option.attributeName();
				if (this.getOptionValue(optionKey) === void 0 || [
					"default",
					"config",
					"env"
				].includes(this.getOptionValueSource(optionKey))) {
					if (option.required || option.optional) this.emit(`optionEnv:${option.name()}`, process$1.env[option.envVar]);
					else this.emit(`optionEnv:${option.name()}`);
				}
			}
		});
	}
	/**
	* Apply any implied option values, if option is undefined or default value.
	*
	* @private
	*/
	_parseOptionsImplied() {
		const dualHelper = new DualOptions(this.options);
		const hasCustomOptionValue = (optionKey) => {
			return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
		};
		this.options.filter((option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(this.getOptionValue(option.attributeName()), option)).forEach((option) => {
			Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
				this.setOptionValueWithSource(impliedKey, option.implied[impliedKey], "implied");
			});
		});
	}
	/**
	* Argument `name` is missing.
	*
	* @param {string} name
	* @private
	*/
	missingArgument(name) {
		const message = `error: missing required argument '${name}'`;
		this.error(message, { code: "commander.missingArgument" });
	}
	/**
	* `Option` is missing an argument.
	*
	* @param {Option} option
	* @private
	*/
	optionMissingArgument(option) {
		const message = `error: option '${option.flags}' argument missing`;
		this.error(message, { code: "commander.optionMissingArgument" });
	}
	/**
	* `Option` does not have a value, and is a mandatory option.
	*
	* @param {Option} option
	* @private
	*/
	missingMandatoryOptionValue(option) {
		const message = `error: required option '${option.flags}' not specified`;
		this.error(message, { code: "commander.missingMandatoryOptionValue" });
	}
	/**
	* `Option` conflicts with another option.
	*
	* @param {Option} option
	* @param {Option} conflictingOption
	* @private
	*/
	_conflictingOption(option, conflictingOption) {
		const findBestOptionFromValue = (option) => {
			const optionKey = option.attributeName();
			const optionValue = this.getOptionValue(optionKey);
			const negativeOption = this.options.find((target) => target.negate && optionKey === target.attributeName());
			const positiveOption = this.options.find((target) => !target.negate && optionKey === target.attributeName());
			if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) return negativeOption;
			return positiveOption || option;
		};
		const getErrorMessage = (option) => {
			const bestOption = findBestOptionFromValue(option);
			const optionKey = bestOption.attributeName();
			if (this.getOptionValueSource(optionKey) === "env") return `environment variable '${bestOption.envVar}'`;
			return `option '${bestOption.flags}'`;
		};
		const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
		this.error(message, { code: "commander.conflictingOption" });
	}
	/**
	* Unknown option `flag`.
	*
	* @param {string} flag
	* @private
	*/
	unknownOption(flag) {
		if (this._allowUnknownOption) return;
		let suggestion = "";
		if (flag.startsWith("--") && this._showSuggestionAfterError) {
			let candidateFlags = [];
			let command = this;
			do {
				const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
				candidateFlags = candidateFlags.concat(moreFlags);
				command = command.parent;
			} while (command && !command._enablePositionalOptions);
			suggestion = suggestSimilar(flag, candidateFlags);
		}
		const message = `error: unknown option '${flag}'${suggestion}`;
		this.error(message, { code: "commander.unknownOption" });
	}
	/**
	* Excess arguments, more than expected.
	*
	* @param {string[]} receivedArgs
	* @private
	*/
	_excessArguments(receivedArgs) {
		if (this._allowExcessArguments) return;
		const expected = this.registeredArguments.length;
		const s = expected === 1 ? "" : "s";
		const received = receivedArgs.length;
		const message = `error: too many arguments${this.parent ? ` for '${this.name()}'` : ""}. Expected ${expected} argument${s} but got ${received}: ${receivedArgs.join(", ")}.`;
		this.error(message, { code: "commander.excessArguments" });
	}
	/**
	* Unknown command.
	*
	* @private
	*/
	unknownCommand() {
		const unknownName = this.args[0];
		let suggestion = "";
		if (this._showSuggestionAfterError) {
			const candidateNames = [];
			this.createHelp().visibleCommands(this).forEach((command) => {
				candidateNames.push(command.name());
				if (command.alias()) candidateNames.push(command.alias());
			});
			suggestion = suggestSimilar(unknownName, candidateNames);
		}
		const message = `error: unknown command '${unknownName}'${suggestion}`;
		this.error(message, { code: "commander.unknownCommand" });
	}
	/**
	* Get or set the program version.
	*
	* This method auto-registers the "-V, --version" option which will print the version number.
	*
	* You can optionally supply the flags and description to override the defaults.
	*
	* @param {string} [str]
	* @param {string} [flags]
	* @param {string} [description]
	* @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
	*/
	version(str, flags, description) {
		if (str === void 0) return this._version;
		this._version = str;
		flags = flags || "-V, --version";
		description = description || "output the version number";
		const versionOption = this.createOption(flags, description);
		this._versionOptionName = versionOption.attributeName();
		this._registerOption(versionOption);
		this.on("option:" + versionOption.name(), () => {
			this._outputConfiguration.writeOut(`${str}\n`);
			this._exit(0, "commander.version", str);
		});
		return this;
	}
	/**
	* Set the description.
	*
	* @param {string} [str]
	* @param {object} [argsDescription]
	* @return {(string|Command)}
	*/
	description(str, argsDescription) {
		if (str === void 0 && argsDescription === void 0) return this._description;
		this._description = str;
		if (argsDescription) this._argsDescription = argsDescription;
		return this;
	}
	/**
	* Set the summary. Used when listed as subcommand of parent.
	*
	* @param {string} [str]
	* @return {(string|Command)}
	*/
	summary(str) {
		if (str === void 0) return this._summary;
		this._summary = str;
		return this;
	}
	/**
	* Set an alias for the command.
	*
	* You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
	*
	* @param {string} [alias]
	* @return {(string|Command)}
	*/
	alias(alias) {
		if (alias === void 0) return this._aliases[0];
		/** @type {Command} */
		let command = this;
		if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) command = this.commands[this.commands.length - 1];
		if (alias === command._name) throw new Error("Command alias can't be the same as its name");
		const matchingCommand = this.parent?._findCommand(alias);
		if (matchingCommand) {
			const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
			throw new Error(`cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`);
		}
		command._aliases.push(alias);
		return this;
	}
	/**
	* Set aliases for the command.
	*
	* Only the first alias is shown in the auto-generated help.
	*
	* @param {string[]} [aliases]
	* @return {(string[]|Command)}
	*/
	aliases(aliases) {
		if (aliases === void 0) return this._aliases;
		aliases.forEach((alias) => this.alias(alias));
		return this;
	}
	/**
	* Set / get the command usage `str`.
	*
	* @param {string} [str]
	* @return {(string|Command)}
	*/
	usage(str) {
		if (str === void 0) {
			if (this._usage) return this._usage;
			const args = this.registeredArguments.map((arg) => {
				return humanReadableArgName(arg);
			});
			return [].concat(this.options.length || this._helpOption !== null ? "[options]" : [], this.commands.length ? "[command]" : [], this.registeredArguments.length ? args : []).join(" ");
		}
		this._usage = str;
		return this;
	}
	/**
	* Get or set the name of the command.
	*
	* @param {string} [str]
	* @return {(string|Command)}
	*/
	name(str) {
		if (str === void 0) return this._name;
		this._name = str;
		return this;
	}
	/**
	* Set/get the help group heading for this subcommand in parent command's help.
	*
	* @param {string} [heading]
	* @return {Command | string}
	*/
	helpGroup(heading) {
		if (heading === void 0) return this._helpGroupHeading ?? "";
		this._helpGroupHeading = heading;
		return this;
	}
	/**
	* Set/get the default help group heading for subcommands added to this command.
	* (This does not override a group set directly on the subcommand using .helpGroup().)
	*
	* @example
	* program.commandsGroup('Development Commands:');
	* program.command('watch')...
	* program.command('lint')...
	* ...
	*
	* @param {string} [heading]
	* @returns {Command | string}
	*/
	commandsGroup(heading) {
		if (heading === void 0) return this._defaultCommandGroup ?? "";
		this._defaultCommandGroup = heading;
		return this;
	}
	/**
	* Set/get the default help group heading for options added to this command.
	* (This does not override a group set directly on the option using .helpGroup().)
	*
	* @example
	* program
	*   .optionsGroup('Development Options:')
	*   .option('-d, --debug', 'output extra debugging')
	*   .option('-p, --profile', 'output profiling information')
	*
	* @param {string} [heading]
	* @returns {Command | string}
	*/
	optionsGroup(heading) {
		if (heading === void 0) return this._defaultOptionGroup ?? "";
		this._defaultOptionGroup = heading;
		return this;
	}
	/**
	* @param {Option} option
	* @private
	*/
	_initOptionGroup(option) {
		if (this._defaultOptionGroup && !option.helpGroupHeading) option.helpGroup(this._defaultOptionGroup);
	}
	/**
	* @param {Command} cmd
	* @private
	*/
	_initCommandGroup(cmd) {
		if (this._defaultCommandGroup && !cmd.helpGroup()) cmd.helpGroup(this._defaultCommandGroup);
	}
	/**
	* Set the name of the command from script filename, such as process.argv[1],
	* or import.meta.filename.
	*
	* (Used internally and public although not documented in README.)
	*
	* @example
	* program.nameFromFilename(import.meta.filename);
	*
	* @param {string} filename
	* @return {Command}
	*/
	nameFromFilename(filename) {
		this._name = path.basename(filename, path.extname(filename));
		return this;
	}
	/**
	* Get or set the directory for searching for executable subcommands of this command.
	*
	* @example
	* program.executableDir(import.meta.dirname);
	* // or
	* program.executableDir('subcommands');
	*
	* @param {string} [path]
	* @return {(string|null|Command)}
	*/
	executableDir(path) {
		if (path === void 0) return this._executableDir;
		this._executableDir = path;
		return this;
	}
	/**
	* Return program help documentation.
	*
	* @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
	* @return {string}
	*/
	helpInformation(contextOptions) {
		const helper = this.createHelp();
		const context = this._getOutputContext(contextOptions);
		helper.prepareContext({
			error: context.error,
			helpWidth: context.helpWidth,
			outputHasColors: context.hasColors
		});
		const text = helper.formatHelp(this, helper);
		if (context.hasColors) return text;
		return this._outputConfiguration.stripColor(text);
	}
	/**
	* @typedef HelpContext
	* @type {object}
	* @property {boolean} error
	* @property {number} helpWidth
	* @property {boolean} hasColors
	* @property {function} write - includes stripColor if needed
	*
	* @returns {HelpContext}
	* @private
	*/
	_getOutputContext(contextOptions) {
		contextOptions = contextOptions || {};
		const error = !!contextOptions.error;
		let baseWrite;
		let hasColors;
		let helpWidth;
		if (error) {
			baseWrite = (str) => this._outputConfiguration.writeErr(str);
			hasColors = this._outputConfiguration.getErrHasColors();
			helpWidth = this._outputConfiguration.getErrHelpWidth();
		} else {
			baseWrite = (str) => this._outputConfiguration.writeOut(str);
			hasColors = this._outputConfiguration.getOutHasColors();
			helpWidth = this._outputConfiguration.getOutHelpWidth();
		}
		const write = (str) => {
			if (!hasColors) str = this._outputConfiguration.stripColor(str);
			return baseWrite(str);
		};
		return {
			error,
			write,
			hasColors,
			helpWidth
		};
	}
	/**
	* Output help information for this command.
	*
	* Outputs built-in help, and custom text added using `.addHelpText()`.
	*
	* @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
	*/
	outputHelp(contextOptions) {
		let deprecatedCallback;
		if (typeof contextOptions === "function") {
			deprecatedCallback = contextOptions;
			contextOptions = void 0;
		}
		const outputContext = this._getOutputContext(contextOptions);
		/** @type {HelpTextEventContext} */
		const eventContext = {
			error: outputContext.error,
			write: outputContext.write,
			command: this
		};
		this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
		this.emit("beforeHelp", eventContext);
		let helpInformation = this.helpInformation({ error: outputContext.error });
		if (deprecatedCallback) {
			helpInformation = deprecatedCallback(helpInformation);
			if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) throw new Error("outputHelp callback must return a string or a Buffer");
		}
		outputContext.write(helpInformation);
		if (this._getHelpOption()?.long) this.emit(this._getHelpOption().long);
		this.emit("afterHelp", eventContext);
		this._getCommandAndAncestors().forEach((command) => command.emit("afterAllHelp", eventContext));
	}
	/**
	* You can pass in flags and a description to customise the built-in help option.
	* Pass in false to disable the built-in help option.
	*
	* @example
	* program.helpOption('-?, --help', 'show help'); // customise
	* program.helpOption(false); // disable
	*
	* @param {(string | boolean)} flags
	* @param {string} [description]
	* @return {Command} `this` command for chaining
	*/
	helpOption(flags, description) {
		if (typeof flags === "boolean") {
			if (flags) {
				if (this._helpOption === null) this._helpOption = void 0;
				if (this._defaultOptionGroup) this._initOptionGroup(this._getHelpOption());
			} else this._helpOption = null;
			return this;
		}
		this._helpOption = this.createOption(flags ?? "-h, --help", description ?? "display help for command");
		if (flags || description) this._initOptionGroup(this._helpOption);
		return this;
	}
	/**
	* Lazy create help option.
	* Returns null if has been disabled with .helpOption(false).
	*
	* @returns {(Option | null)} the help option
	* @package
	*/
	_getHelpOption() {
		if (this._helpOption === void 0) this.helpOption(void 0, void 0);
		return this._helpOption;
	}
	/**
	* Supply your own option to use for the built-in help option.
	* This is an alternative to using helpOption() to customise the flags and description etc.
	*
	* @param {Option} option
	* @return {Command} `this` command for chaining
	*/
	addHelpOption(option) {
		this._helpOption = option;
		this._initOptionGroup(option);
		return this;
	}
	/**
	* Output help information and exit.
	*
	* Outputs built-in help, and custom text added using `.addHelpText()`.
	*
	* @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
	*/
	help(contextOptions) {
		this.outputHelp(contextOptions);
		let exitCode = Number(process$1.exitCode ?? 0);
		if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) exitCode = 1;
		this._exit(exitCode, "commander.help", "(outputHelp)");
	}
	/**
	* // Do a little typing to coordinate emit and listener for the help text events.
	* @typedef HelpTextEventContext
	* @type {object}
	* @property {boolean} error
	* @property {Command} command
	* @property {function} write
	*/
	/**
	* Add additional text to be displayed with the built-in help.
	*
	* Position is 'before' or 'after' to affect just this command,
	* and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
	*
	* @param {string} position - before or after built-in help
	* @param {(string | Function)} text - string to add, or a function returning a string
	* @return {Command} `this` command for chaining
	*/
	addHelpText(position, text) {
		const allowedValues = [
			"beforeAll",
			"before",
			"after",
			"afterAll"
		];
		if (!allowedValues.includes(position)) throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
		const helpEvent = `${position}Help`;
		this.on(helpEvent, (context) => {
			let helpStr;
			if (typeof text === "function") helpStr = text({
				error: context.error,
				command: context.command
			});
			else helpStr = text;
			if (helpStr) context.write(`${helpStr}\n`);
		});
		return this;
	}
	/**
	* Output help information if help flags specified
	*
	* @param {Array} args - array of options to search for help flags
	* @private
	*/
	_outputHelpIfRequested(args) {
		const helpOption = this._getHelpOption();
		if (helpOption && args.find((arg) => helpOption.is(arg))) {
			this.outputHelp();
			this._exit(0, "commander.helpDisplayed", "(outputHelp)");
		}
	}
};
/**
* Scan arguments and increment port number for inspect calls (to avoid conflicts when spawning new command).
*
* @param {string[]} args - array of arguments from node.execArgv
* @returns {string[]}
* @private
*/
function incrementNodeInspectorPort(args) {
	return args.map((arg) => {
		if (!arg.startsWith("--inspect")) return arg;
		let debugOption;
		let debugHost = "127.0.0.1";
		let debugPort = "9229";
		let match;
		if ((match = arg.match(/^(--inspect(-brk|-wait)?)$/)) !== null) debugOption = match[1];
		else if ((match = arg.match(/^(--inspect(-brk|-port|-wait)?)=(\[[^\]]+\]|[^:]+)$/)) !== null) {
			debugOption = match[1];
			if (/^\d+$/.test(match[3])) debugPort = match[3];
			else debugHost = match[3];
		} else if ((match = arg.match(/^(--inspect(-brk|-port|-wait)?)=(\[[^\]]+\]|[^:]+):(\d+)$/)) !== null) {
			debugOption = match[1];
			debugHost = match[3];
			debugPort = match[4];
		}
		if (debugOption && debugPort !== "0") return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
		return arg;
	});
}
/**
* Exported for using from tests, not otherwise used outside this file.
*
* @returns {boolean | undefined}
* @package
*/
function useColor() {
	if (process$1.env.NO_COLOR || process$1.env.FORCE_COLOR === "0" || process$1.env.FORCE_COLOR === "false") return false;
	if (process$1.env.FORCE_COLOR || process$1.env.CLICOLOR_FORCE !== void 0) return true;
}
new Command();
// src/program.ts
/** What every command takes. */
const globalOptions = {
	json: {
		type: "boolean",
		summary: "Print one JSON object"
	},
	"dry-run": {
		type: "boolean",
		summary: "Show what would be done and stop"
	},
	yes: {
		type: "boolean",
		short: "y",
		summary: "Answer yes to the confirmation"
	},
	config: {
		summary: "Read this configuration file",
		value: "file"
	},
	timeout: {
		type: "duration",
		summary: "Stop after this time (90s, 10m, 2h)"
	},
	debug: {
		type: "boolean",
		summary: "Say more when something fails"
	},
	"no-color": {
		type: "boolean",
		summary: "Print without colour"
	},
	version: {
		type: "boolean",
		summary: "Print the version"
	},
	help: {
		type: "boolean",
		short: "h",
		summary: "Show help"
	}
};
/** Reads the options before the command's name; the words from the name on are untouched. */
function parseLeading(argv) {
	const program = newProgram(globalOptions).argument("[words...]").passThroughOptions();
	return guard("ops", globalOptions, () => {
		program.parse(argv, { from: "user" });
		return {
			values: program.opts(),
			words: program.args
		};
	});
}
/** Reads the words after the command's name. A fresh program for each line: a program keeps state. */
function parseCommand(command, words) {
	const own = command.options ?? {};
	const program = newProgram({});
	const subcommand = program.command(command.name).argument("[words...]").helpOption(false);
	for (const [name, option] of Object.entries({
		...globalOptions,
		...own
	})) subcommand.addOption(toOption(name, option));
	return guard(command.name, {
		...globalOptions,
		...own
	}, () => {
		program.parse([command.name, ...words], { from: "user" });
		const given = subcommand.options.flatMap((option) => {
			const values = subcommand.getOptionValue(option.attributeName());
			return values === void 0 ? [] : [[option.long?.slice(2) ?? "", values]];
		});
		const isOwn = ([name]) => name in own;
		return {
			operands: subcommand.args,
			options: Object.fromEntries(given.filter(isOwn)),
			globals: Object.fromEntries(given.filter((entry) => !isOwn(entry)))
		};
	});
}
/** What was said before the command's name and after it, as one. */
function readGlobals(...said) {
	const all = (name) => said.flatMap((values) => values[name] ?? []);
	const is = (name) => all(name).length > 0;
	const one = (name) => {
		const values = all(name);
		if (values.length > 1) throw new OpsError("usage", `--${name} was given ${values.length} times`, { hint: "give it once" });
		return values[0] === true ? void 0 : values[0];
	};
	if (is("version")) throw new OpsError("usage", "--version stands alone: it is the version of ops", { hint: "ops --version" });
	const timeout = one("timeout");
	return {
		json: is("json"),
		dryRun: is("dry-run"),
		yes: is("yes"),
		config: one("config"),
		timeout: timeout === void 0 ? void 0 : parseDuration(timeout, "--timeout"),
		debug: is("debug"),
		color: !is("no-color"),
		help: is("help")
	};
}
function newProgram(options) {
	const program = new Command("ops").exitOverride().helpOption(false).helpCommand(false).enablePositionalOptions();
	program.configureOutput({
		writeOut: () => {},
		writeErr: () => {}
	}).showSuggestionAfterError(false);
	for (const [name, option] of Object.entries(options)) program.addOption(toOption(name, option));
	return program;
}
function toOption(name, option) {
	const short = option.short === void 0 ? "" : `-${option.short}, `;
	const made = new Option(option.type === "boolean" ? `${short}--${name}` : `${short}--${name} <value>`);
	made.negate = false;
	made.attributeName = () => name;
	made.argParser((value, before) => [...before ?? [], value]);
	if (option.type === "boolean") made.preset("true");
	return made;
}
function guard(owner, options, parse) {
	try {
		return parse();
	} catch (error) {
		if (error instanceof CommanderError) throw usageError(owner, Object.keys(options), error);
		throw error;
	}
}
function usageError(owner, names, error) {
	const hint = helpLine({ name: owner === "ops" ? "" : owner }).trim();
	const subject = /'([^']*)'/.exec(error.message)?.[1] ?? "";
	if (error.code === "commander.unknownOption") {
		const name = subject.replace(/^-+/, "").replace(/=.*$/s, "");
		if (names.includes(name) && !subject.startsWith("--")) return new OpsError("usage", `-${name} is not a short form here`, { hint: `--${name}` });
		if (names.includes(name)) return new OpsError("usage", `--${name} takes no value`, { hint: `--${name}` });
		const [near] = nearest(name, names, 1);
		const message = `${owner} has no option ${subject.replace(/=.*$/s, "")}`;
		return new OpsError("usage", message, { hint: near === void 0 ? hint : `did you mean --${near}?` });
	}
	if (error.code === "commander.optionMissingArgument") return new OpsError("usage", `${subject.replace(/ <value>$/, "").replace(/^-\w, /, "")} needs a value`, { hint });
	return new OpsError("usage", error.message.replace(/^error: /, ""), { hint });
}
// src/context/create.ts
function createContext(parts) {
	const { host, loaded, run, signal } = parts;
	const exec = recordedExec(parts);
	return {
		output: createOutput(parts.sink, () => host.system.clock.now().getTime()),
		exec,
		files: host.system.files,
		http: (url, options) => host.system.http(url, {
			signal,
			...options
		}),
		services: { git: (repository) => host.system.git(repository, exec) },
		config: loaded.config,
		journal: runJournal(parts),
		clock: host.system.clock,
		actor: host.actor,
		origin: host.origin,
		signal,
		cwd: host.cwd,
		run,
		confirm: (question) => confirm(parts, question),
		project: parts.project
	};
}
function createOutput(sink, now) {
	let steps = 0;
	const say = (level, lines) => {
		sink({
			type: "note",
			level,
			blocks: lines.map((line) => ({
				type: "text",
				text: line
			}))
		});
	};
	return {
		step: async (title, work) => {
			const id = ++steps;
			const began = now();
			sink({
				type: "step",
				id,
				title,
				state: "running"
			});
			try {
				const result = await work();
				sink({
					type: "step",
					id,
					title,
					state: "done",
					ms: now() - began
				});
				return result;
			} catch (error) {
				sink({
					type: "step",
					id,
					title,
					state: "failed",
					ms: now() - began
				});
				throw error;
			}
		},
		lines: (stream, text) => sink({
			type: "line",
			stream,
			text
		}),
		ready: (data, blocks) => sink({
			type: "result",
			data,
			blocks,
			isReady: true
		}),
		note: (...lines) => say("info", lines),
		warn: (...lines) => say("warning", lines)
	};
}
/** Every program runs under the run's signal, and the journal knows its process group while it works. */
function recordedExec({ host, journal, run, signal }) {
	return async (file, args, options = {}) => {
		let recorded;
		const env = {
			...options.env,
			...run === void 0 ? {} : { OPS_RUN: run }
		};
		const onStart = (pid) => {
			options.onStart?.(pid);
			if (run === void 0 || options.onLines === void 0) return;
			recorded = journal?.addGroup(run, host.system.identify(pid)).catch(() => {});
		};
		const result = await host.system.exec(file, args, {
			signal,
			...options,
			env,
			onStart
		});
		await recorded;
		return result;
	};
}
function runJournal({ host, journal, journalFault, run }) {
	const missing = () => {
		if (journalFault !== void 0) throw journalFault;
		throw new OpsError("config", "there is no journal without a project: no .chatopsrc was found", { hint: "ops init" });
	};
	return {
		runs: (filter) => (journal ?? missing()).runs(filter),
		locks: () => (journal ?? missing()).locks(),
		facts: (filter) => (journal ?? missing()).facts(filter),
		record: (fact) => (journal ?? missing()).record({
			...fact,
			run: run ?? missing(),
			at: host.system.clock.now(),
			actor: host.actor
		})
	};
}
async function confirm({ host, signal, yes }, question) {
	if (yes) return true;
	if (host.ask === void 0) throw new OpsError("usage", `${question} Nobody can be asked here`, { hint: "add --yes to the line" });
	return host.ask(question, signal);
}
// src/run/cancel.ts
const units = [
	["d", 864e5],
	["h", 36e5],
	["m", 6e4],
	["s", 1e3]
];
/** A signal that follows the host's and fires when the time is up. */
function stopAfter(host, ms) {
	const controller = new AbortController();
	const follow = () => controller.abort(asStopped(host.signal.reason));
	if (host.signal.aborted) follow();
	else host.signal.addEventListener("abort", follow, { once: true });
	const expire = () => {
		const hint = `--timeout ${durationOf(ms * 2)} gives it more`;
		controller.abort(new OpsError("timeout", `it was stopped after ${ms / 1e3} s`, { hint }));
	};
	const timer = ms > 0 ? setTimeout(expire, ms).unref() : void 0;
	return {
		signal: controller.signal,
		[Symbol.dispose]: () => {
			clearTimeout(timer);
			host.signal.removeEventListener("abort", follow);
		}
	};
}
/** As a line says it: in the largest unit that it is a whole number of. */
function durationOf(ms) {
	const [unit, size] = units.find(([, each]) => ms % each === 0) ?? ["ms", 1];
	return `${ms / size}${unit}`;
}
function asStopped(reason) {
	return reason instanceof OpsError ? reason : new OpsError("cancelled", "it was stopped", { cause: reason });
}
// src/run/end.ts
/**
* Writes how a run ended. What was done stays done where the journal does not take that: it is said, and what comes
* back is how to go on trying once all else is said.
*/
async function writeEnd(log, end, sink) {
	const write = () => log.finish(end);
	try {
		await write();
		return;
	} catch (error) {
		const isHopeful = isPassing(error);
		const next = isHopeful ? "It is written as soon as that is over" : "It will be called interrupted there";
		await warn(sink, `the journal does not say yet that this has ended: ${wordsOf$1(error)}. ${next}`);
		if (!isHopeful) return void 0;
		return async (patience) => {
			if (await insist(write, patience)) return;
			await warn(sink, "the journal could not be written: it will call this interrupted");
		};
	}
}
async function warn(sink, words) {
	await sink({
		type: "note",
		level: "warning",
		blocks: [{
			type: "text",
			text: words
		}]
	});
}
// src/run/lock.ts
/** One change an environment at a time. The journal frees the lock with the run's end. */
async function takeLock(request, { host }, { journal, run }) {
	const key = environmentOf(request);
	if (key === void 0 || journal === void 0 || run === void 0) return;
	const { actor, system } = host;
	const answer = await journal.lock({
		key,
		run,
		actor,
		reason: formatLine(request.argv),
		since: system.clock.now()
	});
	if (answer.taken) return;
	const holder = (await journal.run(answer.held.run))?.process;
	const isElsewhere = holder !== void 0 && system.alive(holder) === void 0;
	throw locked(answer.held, isElsewhere ? holder.host : void 0);
}
/** `elsewhere` is the machine or container of a holder that nobody can look at from here. */
function locked({ key, run, actor, reason, since }, elsewhere) {
	const at = since.toISOString().slice(11, 19);
	const where = elsewhere === void 0 ? "" : `, on ${elsewhere}`;
	const wait = `wait until it has ended: ops history --environment ${key}`;
	const gone = `; where ${elsewhere} is gone, the lock is free half a minute from now: type the line again then`;
	return new OpsError("retry", `${key} is locked by ${actor.name} since ${at} UTC${where}: ${reason} (run ${run})`, {
		hint: elsewhere === void 0 ? wait : `${wait}${gone}`,
		details: {
			key,
			run,
			holder: actor.name,
			since: since.toISOString(),
			reason
		}
	});
}
// src/run/lifecycle.ts
/** How long a process stays for the sake of the journal alone. */
const longestWriting = 6e4;
const defaultTimeout = {
	read: 6e4,
	change: 36e5
};
/** Carries a parsed line through policy, plan, confirmation, lock, run and journal. Returns the exit code. */
async function carryOut(request, world) {
	const { host, sink } = world;
	const began = host.system.clock.now().getTime();
	const log = await openRecord(request, world);
	const { command } = request;
	using limit = stopAfter(host, request.timeout ?? command.timeout ?? defaultTimeout[command.effect]);
	await sink({
		type: "started",
		run: log.run,
		line: formatLine(request.argv),
		actor: host.actor.name,
		at: new Date(began).toISOString()
	});
	const ms = () => host.system.clock.now().getTime() - began;
	try {
		const end = await attempt(request, world, log, limit.signal);
		const { outcome, exitCode } = end;
		const goOn = await writeEnd(log, {
			...end,
			at: host.system.clock.now()
		}, sink);
		await sink({
			type: "finished",
			outcome,
			exitCode,
			ms: ms()
		});
		await goOn?.({
			clock: host.system.clock,
			signal: host.signal,
			most: longestWriting
		});
		return exitCode;
	} finally {
		await log.close();
	}
}
/** How it ended. What went wrong is said. */
async function attempt(request, world, log, signal) {
	try {
		await proceed(request, world, log, signal);
		return {
			state: "succeeded",
			outcome: "ok",
			exitCode: 0
		};
	} catch (thrown) {
		const { event, end } = failureOf(signal.aborted ? signal.reason : thrown, log.run, request.debug);
		await world.sink(event);
		return end;
	}
}
async function proceed(request, world, log, signal) {
	const { command, input } = request;
	const context = createContext({
		host: world.host,
		sink: world.sink,
		loaded: world.loaded,
		journal: log.journal,
		journalFault: log.fault,
		run: log.run,
		signal,
		project: world.project(log.journal),
		yes: request.yes
	});
	await log.reportInterrupted(context.output);
	const allow = async () => refuse(await world.policy(policyRequest(request, world.host)), request);
	await allow();
	if (command.effect === "read") {
		if (request.dryRun) return showLine(request, world.sink);
		await log.start();
		return report(command, await untilStopped(command.run(input, context), signal), world.sink);
	}
	const plan = await untilStopped(planOf(command, input, context), signal);
	const preview = command.preview?.(plan) ?? [];
	if (request.dryRun) return void await world.sink({
		type: "result",
		data: plan,
		blocks: preview
	});
	await world.sink({
		type: "note",
		level: "info",
		blocks: preview
	});
	await agree(request, world, context);
	await takeLock(request, world, log);
	await allow();
	await samePlan(plan, await untilStopped(planOf(command, input, context), signal), request);
	await log.start();
	await report(command, await untilStopped(command.run(plan, context), signal), world.sink);
}
async function report(command, data, sink) {
	await sink({
		type: "result",
		data,
		blocks: command.show(data)
	});
}
async function showLine(request, sink) {
	const line = formatLine(request.argv.filter((word) => word !== "--dry-run"));
	const blocks = [{
		type: "text",
		text: `${line} reads and changes nothing: run it without --dry-run`
	}];
	await sink({
		type: "result",
		data: { line },
		blocks
	});
}
async function planOf(command, input, context) {
	return command.plan === void 0 ? input : command.plan(input, context);
}
async function agree(request, world, context) {
	const environment = environmentOf(request);
	if (environment === void 0 || world.loaded.config.environments[environment]?.confirm !== true) return;
	if (await context.confirm(`${formatLine(request.argv)} changes ${environment}. Go on?`)) return;
	throw new OpsError("cancelled", `${environment} was left as it is: the answer was no`);
}
function samePlan(shown, now, request) {
	if (JSON.stringify(shown) === JSON.stringify(now)) return;
	throw new OpsError("failed", "what would run is no longer what was shown: it moved meanwhile, and nothing was run", {
		hint: `look again: ${formatLine(request.argv)}`,
		details: {
			shown,
			now
		}
	});
}
/** A command that does not heed its signal is left behind, so that stopping always works. */
async function untilStopped(work, signal) {
	if (!(work instanceof Promise)) return work;
	const { promise, reject } = Promise.withResolvers();
	let timer;
	const stop = () => {
		timer = setTimeout(() => reject(signal.reason), 1e4);
	};
	if (signal.aborted) stop();
	else signal.addEventListener("abort", stop, { once: true });
	try {
		return await Promise.race([work, promise]);
	} finally {
		clearTimeout(timer);
		signal.removeEventListener("abort", stop);
	}
}
function policyRequest(request, host) {
	const { command, input } = request;
	return {
		actor: host.actor,
		origin: host.origin,
		command: command.name,
		permission: command.permission ?? command.name,
		effect: command.effect,
		environment: environmentOf(request),
		input
	};
}
function refuse(decision, request) {
	if (decision.allowed) return;
	throw new OpsError("denied", `${formatLine(request.argv)}: ${decision.reason} (${decision.rule})`, { ...decision.grantedBy === void 0 ? {} : { hint: `ask ${decision.grantedBy}` } });
}
// src/understand.ts
/**
* argv → the command, its typed input and the world to carry it out in; or the usage error. All that every line needs
* is loaded with this file, in one piece: a file more costs a millisecond.
*/
async function understand(argv, host, sink, configuration) {
	const leading = parseLeading(argv);
	const loaded = await host.system.config(host.cwd, configuration);
	try {
		return await request(leading, argv, openRegistry(host, loaded), {
			host,
			loaded,
			sink
		});
	} catch (error) {
		throw redactError(error, createRedactor(loaded.secrets, shownOf));
	}
}
async function request(leading, argv, registry, given) {
	const { command, rest } = await find(leading.words, registry);
	const parsed = parseCommand(command, rest);
	const globals = readGlobals(leading.values, parsed.globals);
	refuseSurface(command, given.host);
	const { json, dryRun, yes, timeout, debug } = globals;
	if (globals.help && command.name !== "help") {
		const help = await load(registry, "help");
		const input = {
			command: [command.name],
			search: void 0
		};
		const world = openWorld(given, registry, createRedactor(given.loaded.secrets, shownOf));
		return () => carryOut({
			command: help,
			input,
			argv,
			json,
			dryRun,
			yes,
			timeout,
			debug
		}, world);
	}
	const input = readInput(command, parsed, given.loaded);
	const redactor = createRedactor([...given.loaded.secrets, ...secretValues(command, input)], shownOf);
	const shown = redactor.argv(maskArgv(argv, command, globalOptions));
	const world = openWorld(given, registry, redactor);
	return () => carryOut({
		command,
		input,
		argv: shown,
		json,
		dryRun,
		yes,
		timeout,
		debug
	}, world);
}
function refuseSurface({ name, surfaces }, { origin }) {
	if (surfaces === void 0 || surfaces.includes(origin.type)) return;
	throw new OpsError("usage", `${name} is for a ${surfaces.join(" or a ")}`, { hint: `ops help ${name}` });
}
async function find(words, registry) {
	if (words.length === 0) return {
		command: await load(registry, "help"),
		rest: []
	};
	const names = await registry.names();
	const resolved = resolveName(words, names);
	if (resolved !== void 0) return {
		command: await load(registry, resolved.name),
		rest: resolved.rest
	};
	throw unknownCommand(words, names);
}
async function load(registry, name) {
	const command = await registry.load(name);
	if (command === void 0) throw new OpsError("bug", `the command ${name} has no file`);
	return command;
}
function openRegistry(host, loaded) {
	const builtIn = builtInCommands(host.system.root);
	if (loaded.config.scripts.length === 0) return createRegistry([builtIn]);
	return createRegistry([builtIn, scriptCommands(loaded.config.scripts)]);
}
function openWorld({ host, loaded, sink }, registry, redactor) {
	return {
		host,
		loaded,
		redact: redactor.text,
		sink: (event) => sink(redactor.event(event)),
		policy: openPolicy,
		project: (journal) => createProject({
			host,
			loaded,
			registry,
			journal,
			globalOptions
		})
	};
}
export { formatLine as _, isPassing as a, defineCommand as b, notRecorded as c, splitWords as d, cutMention as f, formatTime as g, reference as h, insist as i, recover as l, namesIn as m, loadConfig as n, nearest as o, namedReference as p, require_js_yaml_cjs as r, describeInterrupted as s, understand as t, openSqliteJournal as u, quoteWord as v, parseDuration as y };
