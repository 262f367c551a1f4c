import { a as createLayout, d as lineWords, f as inlineLine, m as formatDuration, o as layoutEvent, p as spansText, u as wordsOf, w as text } from "./start.js";
import { _ as formatLine, l as recover, s as describeInterrupted } from "./line.js";
import { n as spoolFiles } from "./spool.js";
const { rm } = globalThis.process.getBuiltinModule("node:fs/promises");
const { dirname, join } = globalThis.process.getBuiltinModule("node:path");
const { existsSync, openAsBlob } = globalThis.process.getBuiltinModule("node:fs");
// src/render/cut.ts
const isInsidePair = (text, index) => {
	const low = text.charCodeAt(index);
	const high = text.charCodeAt(index - 1);
	return low >= 56320 && low <= 57343 && high >= 55296 && high <= 56319;
};
/** The first `length` UTF-16 units at most, never half a character. */
const firstOf = (text, length) => text.slice(0, isInsidePair(text, length) ? length - 1 : length);
/** The last `length` UTF-16 units at most, never half a character. */
function lastOf(text, length) {
	const start = Math.max(0, text.length - length);
	return text.slice(isInsidePair(text, start) ? start + 1 : start);
}
/** The first spans that hold `length` units, and what is left over. */
function splitSpans(spans, length) {
	const first = [];
	let room = length;
	for (const [index, span] of spans.entries()) {
		if (span.text.length <= room) {
			first.push(span);
			room -= span.text.length;
			continue;
		}
		const text = firstOf(span.text, room);
		if (text !== "") first.push({
			...span,
			text
		});
		return [first, [{
			...span,
			text: span.text.slice(text.length)
		}, ...spans.slice(index + 1)]];
	}
	return [first, []];
}
// src/render/rich-text.ts
const longestElement = 3e3;
const emptyLine = "​";
const types = {
	prose: "rich_text_section",
	fixed: "rich_text_preformatted"
};
/** Lines as rich text: neighbours of one form share an element, as far as its size allows. */
const toRichText = (lines) => groupByForm(lines).flatMap(({ form, lines: group }) => inChunks(group).map((chunk) => ({
	type: types[form],
	elements: toParts(chunk, form)
})));
function groupByForm(lines) {
	const groups = [];
	for (const { spans, form } of lines) {
		const last = groups.at(-1);
		if (last?.lines.every((line) => line.length === 0)) last.form = form;
		if (last !== void 0 && (last.form === form || spans.length === 0)) last.lines.push(spans);
		else groups.push({
			form,
			lines: [spans]
		});
	}
	return groups;
}
const sizeOf$1 = (spans) => spans.reduce((sum, { text, link = "" }) => sum + text.length + link.length, 1);
function inChunks(lines) {
	const chunks = [];
	let room = 0;
	for (const line of lines.flatMap(inPieces)) {
		const size = sizeOf$1(line);
		const last = chunks.at(-1);
		if (last !== void 0 && size <= room) {
			last.push(line);
			room -= size;
		} else {
			chunks.push([line]);
			room = longestElement - size;
		}
	}
	return chunks;
}
/** A line that no element could hold, in pieces. */
function inPieces(line) {
	if (spansText(line).length < longestElement) return [line];
	const pieces = [];
	for (let rest = line; rest.length > 0;) {
		const [piece, after] = splitSpans(rest, 2999);
		pieces.push(piece);
		rest = after;
	}
	return pieces;
}
function toParts(lines, form) {
	const spans = lines.flatMap((line, index) => index === 0 ? line : [{ text: "\n" }, ...line]);
	const parts = [];
	for (const span of spans) {
		const part = toPart(span, form === "prose" ? richStyle(span.style) : void 0);
		const last = parts.at(-1);
		if (last?.type === "text" && part.type === "text" && isSameStyle(last.style, part.style)) last.text += part.text;
		else parts.push(part);
	}
	return parts.length === 0 ? [{
		type: "text",
		text: emptyLine
	}] : parts;
}
function toPart({ text, link }, style) {
	const styled = style === void 0 ? {} : { style };
	if (link === void 0) return {
		type: "text",
		text,
		...styled
	};
	return text === link ? {
		type: "link",
		url: link,
		...styled
	} : {
		type: "link",
		url: link,
		text,
		...styled
	};
}
const richStyles = [
	"bold",
	"italic",
	"strike",
	"code"
];
function richStyle(style) {
	const kept = richStyles.filter((name) => style?.[name] === true);
	return kept.length === 0 ? void 0 : Object.fromEntries(kept.map((name) => [name, true]));
}
const isSameStyle = (one, other) => richStyles.every((name) => one?.[name] === other?.[name]);
/** The lines that an element shows. */
function fromRichText({ type, elements }) {
	const form = type === "rich_text_preformatted" ? "fixed" : "prose";
	const lines = [[]];
	for (const part of elements) {
		if (part.type === "link") {
			lines.at(-1)?.push({
				text: part.text ?? part.url,
				link: part.url
			});
			continue;
		}
		for (const [index, text] of part.text.split("\n").entries()) {
			if (index > 0) lines.push([]);
			if (text !== "") lines.at(-1)?.push({ text });
		}
	}
	if (spansText(lines.flat()) === emptyLine) return [{
		spans: [],
		form
	}];
	return lines.map((spans) => ({
		spans,
		form
	}));
}
// src/render/slack.ts
const longestText = 3900;
const longestLine = 500;
const longestName = 100;
/** A run as one Slack message: what was typed and by whom, its output, how it ended. */
function renderMessage(view) {
	const line = shorten(view.line, longestLine);
	const body = bodyLines(view.window);
	const foot = footer(view);
	const blocks = [{
		type: "rich_text",
		elements: [header(view, line)]
	}];
	if (body.length > 0) blocks.push({
		type: "rich_text",
		elements: toRichText(body)
	});
	if (foot !== "") blocks.push({
		type: "context",
		elements: [{
			type: "plain_text",
			text: foot,
			emoji: false
		}]
	});
	return {
		text: escapeText([[line, view.state].join(" · "), ...body.map(lineWords)].join("\n"), longestText),
		blocks
	};
}
/** The words of a message's body, exactly as a terminal without colour would have printed them. */
const messageWords = (blocks) => blocks.slice(1).flatMap((block) => block.type === "rich_text" ? block.elements.flatMap(fromRichText) : []).map((line) => `${lineWords(line)}\n`).join("");
function header({ actor, state }, line) {
	const typed = line === "" ? [] : [{
		type: "text",
		text: line,
		style: { code: true }
	}];
	const rest = [
		"",
		shorten(actor, longestName),
		...isUnderWay(state) ? [state] : []
	].join(" · ");
	return {
		type: "rich_text_section",
		elements: [...typed, {
			type: "text",
			text: rest
		}]
	};
}
function bodyLines({ head, omitted, tail, live }) {
	const gap = `… ${omitted} ${omitted === 1 ? "line" : "lines"} left out …`;
	const left = omitted === 0 ? [] : [{
		spans: [{
			text: gap,
			style: { italic: true }
		}],
		form: "prose"
	}];
	return [
		...head,
		...left,
		...tail,
		...live
	];
}
function footer({ state, exitCode, ms, run }) {
	return [
		...isUnderWay(state) ? [] : [`${state === "ok" ? "✓" : "✗"} ${state}`],
		...exitCode === void 0 ? [] : [`exit ${exitCode}`],
		...ms === void 0 ? [] : [formatDuration(ms)],
		...run === void 0 ? [] : [`run ${shorten(run, longestName)}`]
	].join(" · ");
}
function isUnderWay(state) {
	return state === "waiting" || state === "running";
}
function shorten(text, limit) {
	const line = spansText(inlineLine(text));
	return line.length <= limit ? line : `${firstOf(line, limit - 1)}…`;
}
const entities = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;"
};
/** Escapes what Slack reads as markup, within a limit that counts the escapes. */
function escapeText(text, limit) {
	let escaped = "";
	for (const character of text) {
		const next = entities[character] ?? character;
		if (escaped.length + next.length >= limit) return `${escaped}…`;
		escaped += next;
	}
	return escaped;
}
// src/render/entries.ts
const ellipsis = "…";
function createTail(limit) {
	let entries = [];
	let first = 0;
	let size = 0;
	let isWhole = true;
	return {
		push(entry) {
			entries.push(detach(entry));
			size += sizeOf(entry);
			for (; size > limit && first < entries.length - 1; first += 1) {
				size -= sizeOf(entries[first]);
				isWhole = false;
			}
			if (first > 1e3 && first > entries.length / 2) {
				entries = entries.slice(first);
				first = 0;
			}
		},
		clear() {
			entries = [];
			first = 0;
			size = 0;
			isWhole = false;
		},
		entries: () => entries.slice(first),
		isWhole: () => isWhole
	};
}
const layoutEntries = (entries, layout) => entries.flatMap((entry) => "raw" in entry ? layout({
	type: "line",
	stream: entry.stream,
	text: entry.raw
}) : entry);
const sizeOf = (entry) => 1 + ("raw" in entry ? entry.raw.length : entry.spans.reduce((sum, { text, link = "" }) => sum + text.length + link.length, 0));
const escapesOrMoves = (text) => [
	"\x1B",
	"\r",
	"\b"
].some((control) => text.includes(control));
/** A line too long to keep is laid out at once where that may shorten it: a picture, a progress bar. */
function settle(stream, raw, limit) {
	if (raw.length < limit || !escapesOrMoves(raw)) return {
		stream,
		raw
	};
	return layoutEvent({
		type: "line",
		stream,
		text: raw
	})[0];
}
function cutEnd(entry, limit) {
	const length = Math.max(0, limit - 1 - 1);
	if ("raw" in entry) return {
		...entry,
		raw: firstOf(entry.raw, length) + ellipsis
	};
	return {
		...entry,
		spans: [...splitSpans(entry.spans, length)[0], { text: ellipsis }]
	};
}
function cutStart(entry, limit) {
	const length = Math.max(0, limit - 1 - 1);
	if ("raw" in entry) return {
		...entry,
		raw: ellipsis + lastOf(entry.raw, length)
	};
	const text = spansText(entry.spans);
	const rest = splitSpans(entry.spans, text.length - lastOf(text, length).length)[1];
	return {
		...entry,
		spans: [{ text: ellipsis }, ...rest]
	};
}
/** A slice keeps the text that it was cut from alive; a copy does not. */
const copy = (text) => ` ${text}`.slice(1);
const detach = (entry) => "raw" in entry ? {
	...entry,
	raw: copy(entry.raw)
} : {
	...entry,
	spans: entry.spans.map((span) => ({
		...span,
		text: copy(span.text)
	}))
};
// src/render/window.ts
const lineFeed = 10;
function createWindow(limits) {
	const running = /* @__PURE__ */ new Map();
	const kept = createEntries(limits);
	const add = (event) => {
		if (event.type === "finished") running.clear();
		if (event.type === "line") kept.addText(event.stream, event.text);
		else if (event.type === "step" && event.state === "running") running.set(event.id, event);
		else {
			if (event.type === "step") running.delete(event.id);
			for (const line of layoutEvent(event)) kept.addLine(line);
		}
	};
	return {
		add,
		lines: kept.lines,
		live: () => [...running.values()].flatMap(layoutEvent),
		total: kept.total,
		isWhole: kept.isWhole
	};
}
function createEntries(limits) {
	const head = [];
	const tail = createTail(limits.tail);
	const total = {
		lines: 0,
		characters: 0
	};
	let room = limits.head;
	let isCut = false;
	let isFirstInBoth = false;
	const put = (entry) => {
		const size = sizeOf(entry);
		if (size <= room) {
			head.push(detach(entry));
			room -= size;
			return;
		}
		room = -1;
		if (size > limits.tail) {
			isCut = true;
			isFirstInBoth ||= head.length === 0;
			if (head.length === 0) head.push(detach(cutEnd(entry, limits.head)));
		}
		tail.push(size > limits.tail ? cutStart(entry, limits.tail) : entry);
	};
	const addText = (stream, text) => {
		total.characters += text.length + 1;
		total.lines += countLines(text);
		for (let start = 0; start <= text.length;) {
			const wanted = room < 0 ? lastLines(text, start, limits.tail) : start;
			if (wanted > start) tail.clear();
			const end = endOfLine(text, wanted);
			put(settle(stream, text.slice(wanted, end), limits.tail));
			start = end + 1;
		}
	};
	const addLine = (line) => {
		total.characters += sizeOf(line);
		total.lines += 1;
		put(line);
	};
	const lines = () => {
		const last = tail.entries();
		const inBoth = isFirstInBoth && tail.isWhole() ? 1 : 0;
		const omitted = total.lines - head.length - last.length + inBoth;
		const layout = createLayout();
		return {
			head: layoutEntries(head, layout),
			omitted,
			tail: layoutEntries(last, omitted === 0 ? layout : createLayout())
		};
	};
	return {
		addText,
		addLine,
		lines,
		total: () => ({ ...total }),
		isWhole: () => !isCut && tail.isWhole()
	};
}
/** Where the last lines begin that hold so many characters: the lines before them cannot stay. */
function lastLines(text, start, characters) {
	if (text.length - start <= characters) return start;
	return Math.max(start, text.lastIndexOf("\n", text.length - characters - 1) + 1);
}
const endOfLine = (text, start) => {
	const end = text.indexOf("\n", start);
	return end === -1 ? text.length : end;
};
function countLines(text) {
	let count = 1;
	for (let index = text.indexOf("\n"); index !== -1; index = text.indexOf("\n", index + 1)) {
		count += 1;
		for (; text.charCodeAt(index + 1) === lineFeed; index += 1) count += 1;
	}
	return count;
}
// src/slack/call-error.ts
/** What Slack says when it is in trouble itself: the call may have had its effect, and may be made again. */
const troubles = /* @__PURE__ */ new Set([
	"fatal_error",
	"internal_error",
	"request_timeout",
	"service_unavailable",
	"team_added_to_org"
]);
/** What it says of a message that can be edited no more: somebody deleted it, or it is too old. */
const lost = /* @__PURE__ */ new Set([
	"message_not_found",
	"edit_window_closed",
	"cant_update_message"
]);
/** A call to Slack that failed, told apart by what may be done about it. */
var SlackCallError = class SlackCallError extends Error {
	name = "SlackCallError";
	/** Slack understood and said no: `channel_not_found`. */
	refusal;
	/** Seconds to wait, where Slack asked for that. */
	retryAfter;
	constructor(message, details) {
		super(message, { cause: details.cause });
		this.refusal = details.refusal;
		this.retryAfter = details.retryAfter;
	}
	static of(method, error) {
		const { code, data, retryAfter } = error;
		if (code === "slack_webapi_rate_limited_error" || data?.error === "ratelimited") return new SlackCallError(`Slack limits ${method}`, {
			retryAfter: retryAfter ?? 1,
			cause: error
		});
		const refusal = code === "slack_webapi_platform_error" ? data?.error : void 0;
		if (refusal !== void 0 && /^[a-z_]+$/.test(refusal) && !troubles.has(refusal)) return new SlackCallError(`Slack refuses ${method}: ${refusal}`, {
			refusal,
			cause: error
		});
		return new SlackCallError(`no answer to ${method}: ${reasonOf(error)}`, { cause: error });
	}
};
function isUneditable(error) {
	return error instanceof SlackCallError && lost.has(error.refusal ?? "");
}
/** The innermost reason: what the client wraps around it ("fetch failed") helps nobody. */
function reasonOf(error) {
	const { statusCode, cause, message } = error;
	if (statusCode !== void 0) return `HTTP ${statusCode}`;
	return cause instanceof Error && reasonOf(cause) || (message ?? String(error));
}
// src/slack/output.ts
/** Where the output of runs is kept until their rooms have it. */
function outputFolder(journalPath) {
	return join(dirname(journalPath), "output");
}
/** A run's whole output, if it was too much for a message. It is read from the disk as it is sent. */
async function openOutput(folder, { id, argv }) {
	const open = async (name) => {
		const path = join(folder, id, name);
		return existsSync(path) ? [await openAsBlob(path)] : [];
	};
	const parts = (await Promise.all(spoolFiles.map(open))).flat();
	if (parts.length === 0) return void 0;
	const [command = ""] = argv;
	return {
		name: `${/^[a-z0-9-]{1,60}$/.test(command) ? command : "ops"}-${id}.txt`,
		content: new Blob(parts)
	};
}
async function removeOutput(folder, run) {
	await rm(join(folder, run), {
		recursive: true,
		force: true
	});
}
// src/slack/whisper.ts
/** The nearest names, to the sender alone. */
function whisperUnknown(delivery, message, { word: typed, suggestions }, word) {
	const [near = "help"] = suggestions;
	return whisper(delivery, message, `✗ there is no command "${typed}"`, `→ did you mean ${word} ${near}?`);
}
/** What is wrong with a line that was not run, to the sender alone. */
function whisperRefusal(delivery, message, { message: words, hint }) {
	return whisper(delivery, message, `✗ ${words}`, hint === void 0 ? void 0 : `→ ${hint}`);
}
function whisper(delivery, message, words, hint) {
	const lines = hint === void 0 ? words : `${words}\n${hint}`;
	return delivery.whisper(message.channel, message.thread, message.user, literal(lines));
}
const longest = 2900;
/** Words as they are: nothing in them is a mention, a link or a style. */
function literal(said) {
	const words = said.length <= longest ? said : `${said.slice(0, longest).toWellFormed()}…`;
	const elements = [{
		type: "rich_text_section",
		elements: [{
			type: "text",
			text: words
		}]
	}];
	return {
		text: words.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
		blocks: [{
			type: "rich_text",
			elements
		}]
	};
}
// src/slack/hand-over.ts
/** Brings a run's whole output to its room. What cannot be brought is kept, and the room is told where. */
async function handOver(row, place, { delivery, outputs, warn }) {
	const file = await openOutput(outputs, row);
	if (file !== void 0) {
		const { channel, thread } = place;
		try {
			await delivery.upload(file, {
				channel,
				thread,
				title: formatLine(row.argv).slice(0, 200)
			});
		} catch (error) {
			const words = `the whole output of run ${row.id} could not be brought here: ${wordsOf(error)}. ${keptIn(outputs, row.id)}`;
			warn(words);
			await delivery.post({
				...place,
				run: `${row.id}:file`
			}, () => literal(`! ${words}`));
			return;
		}
	}
	await removeOutput(outputs, row.id);
}
/** Where the output of a run is, for a person who looks for it. */
function keptIn(outputs, run) {
	return `It is kept on the listener's machine: cd ${join(outputs, run)} && cat ${spoolFiles.join(" ")} 2>/dev/null`;
}
// src/slack/announce.ts
/** Text that a message holds before its middle is left out. */
const size = {
	head: 1e3,
	tail: 2e3
};
/**
* Tells how a run ended whose listener was gone by then: in the message that still says that it runs, which keeps what
* it shows and gets what came after, and in a new one, since an old message that changes is seen by nobody.
*/
async function announce(run, parts) {
	const { delivery, outputs } = parts;
	const place = placeOf(run);
	const live = await delivery.find(place);
	if (live?.isFinal === true) return handOver(run, {
		...place,
		thread: place.thread ?? live.ts
	}, parts);
	const words = endWords(run);
	const output = await (await openOutput(outputs, run))?.content.text();
	const window = windowOf(output, words);
	const view = () => endView(run, window, output === void 0 ? live?.blocks ?? [] : []);
	const isShown = live !== void 0 && await updated(delivery.update(place, live.ts, view));
	const posted = await (isShown || output === void 0 ? delivery.post({
		...place,
		run: `${run.id}:end`
	}, () => literal(words)) : delivery.post(place, view));
	if (window.isWhole()) return removeOutput(outputs, run.id);
	await handOver(run, {
		...place,
		thread: place.thread ?? (isShown ? live.ts : posted)
	}, parts);
}
/** False where the message cannot be edited any more. */
async function updated(update) {
	try {
		await update;
		return true;
	} catch (error) {
		if (isUneditable(error)) return false;
		throw error;
	}
}
function placeOf({ id, origin }) {
	if (origin.type !== "room") throw new Error(`the run ${id} was not typed in a room`);
	const { channel, thread, message } = origin;
	return {
		channel,
		thread,
		asked: message,
		run: id
	};
}
function endWords(run) {
	if (run.state === "interrupted") return `✗ ${describeInterrupted(run)}`;
	const { id, argv, actor, state, exitCode = 0 } = run;
	return `${state === "succeeded" ? "✓" : "✗"} ${formatLine(argv)} (run ${id} of ${actor.name}) ended while the listener was away: ${state}, exit ${exitCode}`;
}
function windowOf(output, words) {
	const window = createWindow(size);
	if (output !== void 0) window.add({
		type: "line",
		stream: "stdout",
		text: output.replace(/\n$/, "")
	});
	window.add({
		type: "note",
		level: "info",
		blocks: [text(words)]
	});
	return window;
}
/** `shown` is what the message held until now: header, output, footer. */
function endView({ id, argv, actor, outcome = "failed", exitCode = 1 }, window, shown) {
	const { text: words, blocks } = renderMessage({
		line: formatLine(argv),
		actor: actor.name,
		state: outcome,
		exitCode,
		run: id,
		window: {
			...window.lines(),
			live: []
		}
	});
	const body = shown.slice(1).filter((block) => block.type === "rich_text");
	return {
		text: words,
		blocks: [
			...blocks.slice(0, 1),
			...body,
			...blocks.slice(1)
		],
		isFinal: true
	};
}
// src/slack/answered.ts
/** The fact that says so. */
const answeredKind = "answered";
/** How long ago a run may have been typed and still be of interest. */
const memory = 864e5;
const mostTold = 200;
/** Milliseconds from one look to the next, and to that while a run is under way whose listener is gone. */
const every = {
	usually: 1e4,
	meanwhile: 1e3
};
/** Remembers that a run's room knows its end. */
async function markAnswered(journal, { id, actor }, clock) {
	await journal.record({
		run: id,
		kind: answeredKind,
		subject: "room",
		data: {},
		at: clock.now(),
		actor
	});
}
/** A line that was typed in a room is told there. Of others, whoever watches the listener hears. */
function warnOfOthers(interrupted, warn) {
	for (const { run } of interrupted) if (run.origin.type !== "room") warn(describeInterrupted(run));
}
/** Tells rooms, for as long as the signal lets it, what became of lines whose listener is gone. Nothing is run again. */
async function keepTelling(parts) {
	const { clock, signal, warn } = parts;
	while (!signal.aborted) {
		const underWay = await tellUnanswered(parts).catch((error) => void warn(wordsOf(error)));
		await clock.sleep(underWay ? every.meanwhile : every.usually, signal).catch(() => {});
	}
}
/** Tells what is to be told now. Gives back how many runs are still under way that nobody else will tell of. */
async function tellUnanswered(parts) {
	const { journal, clock, processes, team, warn } = parts;
	warnOfOthers(await recover(journal, processes, clock), warn);
	const since = /* @__PURE__ */ new Date(clock.now().getTime() - memory);
	const [untold, listening] = await Promise.all([journal.runs({
		since,
		team,
		without: answeredKind,
		limit: mostTold
	}), journal.runs({
		command: "listen",
		states: ["running"],
		limit: mostTold
	})]);
	const listeners = listening.map(({ process }) => process);
	const orphans = untold.reverse().filter((run) => isOrphan(run, listeners, parts));
	const over = orphans.filter(({ finishedAt }) => finishedAt !== void 0);
	const failed = (error) => warn(wordsOf(error));
	await Promise.all(over.map((run) => tellEnd(run, parts).catch(failed)));
	return orphans.length - over.length;
}
/** Nobody else will tell of it: its listener lives no longer, or this one took it over and could not tell. */
function isOrphan({ id, owner }, listeners, { processes, isBusy }) {
	if (isSameProcess(owner, processes.identify())) return !isBusy(id);
	return !listeners.some((listener) => isSameProcess(listener, owner)) || processes.alive(owner) === false;
}
async function tellEnd(run, parts) {
	const { journal, clock, processes, warn } = parts;
	if (!await journal.takeOver(run.id, run.owner, processes.identify())) return;
	try {
		await announce(run, parts);
	} catch (error) {
		if (!(error instanceof SlackCallError) || error.refusal === void 0) throw error;
		warn(`the end of run ${run.id} could not be told: ${error.message}`);
	}
	await markAnswered(journal, run, clock);
}
function isSameProcess(one, other) {
	return one.host === other.host && one.pid === other.pid && one.started === other.started;
}
export { messageWords as _, warnOfOthers as a, literal as c, openOutput as d, outputFolder as f, createWindow as g, isUneditable as h, markAnswered as i, whisperRefusal as l, SlackCallError as m, isSameProcess as n, handOver as o, removeOutput as p, keepTelling as r, keptIn as s, answeredKind as t, whisperUnknown as u, renderMessage as v };
