const { fileURLToPath } = globalThis.process.getBuiltinModule("node:url");
const { dirname } = globalThis.process.getBuiltinModule("node:path");
const { existsSync, mkdirSync, readFileSync, readlinkSync, writeFileSync } = globalThis.process.getBuiltinModule("node:fs");
// src/context/errors.ts
/** Every way a run can end, with the exit code that says so. `failed` may carry another code: a script's own. */
const exitCodes = {
	ok: 0,
	failed: 1,
	usage: 64,
	unavailable: 69,
	bug: 70,
	retry: 75,
	denied: 77,
	config: 78,
	timeout: 124,
	cancelled: 130
};
/**
* The one error that commands throw. Thrown anywhere, caught once in `main`, which prints the message and the hint
* and leaves with the outcome's exit code.
*
* @example
* throw new OpsError('unavailable', 'Jenkins at https://ci.example.com does not answer', { hint: 'ops doctor' });
*/
var OpsError = class extends Error {
	name = "OpsError";
	outcome;
	hint;
	details;
	exitCode;
	constructor(outcome, message, options = {}) {
		super(message, options.cause === void 0 ? void 0 : { cause: options.cause });
		this.outcome = outcome;
		this.hint = options.hint;
		this.details = options.details;
		this.exitCode = options.exitCode ?? exitCodes[outcome];
	}
};
// src/context/blocks.ts
/** One paragraph. */
const text = (...parts) => ({
	type: "text",
	text: parts
});
/** Names and values below each other, the values aligned. */
const fields = (values) => ({
	type: "fields",
	fields: Object.entries(values).flatMap(([name, value]) => value === void 0 ? [] : [{
		name,
		value
	}])
});
/** Rows under headings, columns aligned by display width. A column is its heading, or `{ name, align }`. */
const table = (columns, rows) => ({
	type: "table",
	columns: columns.map((column) => typeof column === "string" ? { name: column } : column),
	rows
});
const list = (items) => ({
	type: "list",
	items
});
/** Text kept as it is: monospaced, its spaces and line breaks untouched. */
const code = (content) => ({
	type: "code",
	text: content
});
const link = (url, label) => label === void 0 ? {
	type: "link",
	url
} : {
	type: "link",
	url,
	text: label
};
/** A picture on this machine, with the words for those who cannot see it. */
const image = (path, alt) => ({
	type: "image",
	path,
	alt
});
const file = (path, title) => ({
	type: "file",
	path,
	title
});
/** A span in a style: `styled('failed', { color: 'red' })`. */
const styled = (content, style) => ({
	text: content,
	style
});
/** A span that clicks. */
const linked = (content, url) => ({
	text: content,
	link: url
});
// src/render/duration.ts
/** A duration as people say it: `340 ms`, `1.2 s`, `2 min 5 s`, `1 h 3 min`. */
function formatDuration(ms) {
	const whole = Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : 0;
	if (whole < 1e3) return `${whole} ms`;
	const tenths = Math.round(whole / 100);
	if (tenths < 600) return `${tenths / 10} s`;
	const seconds = Math.round(whole / 1e3);
	if (seconds < 3600) return pair(Math.floor(seconds / 60), "min", seconds % 60, "s");
	const minutes = Math.round(seconds / 60);
	return pair(Math.floor(minutes / 60), "h", minutes % 60, "min");
}
const pair = (big, bigUnit, small, smallUnit) => small === 0 ? `${big} ${bigUnit}` : `${big} ${bigUnit} ${small} ${smallUnit}`;
// src/render/clean.ts
const unsafe = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u;
const everyUnsafe = new RegExp(unsafe, "gu");
const address = /^(?:https?:\/\/|mailto:)[^\s\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]+$/iu;
const longestAddress = 2e3;
/**
* One line's text, fit for every surface: control characters, line separators, bidirectional overrides and lone surrogates become a
* visible U+FFFD, NUL is dropped. Tabs are left to whoever knows the column.
*/
function clean(text) {
	if (!unsafe.test(text)) return text;
	return text.replace(everyUnsafe, (character) => {
		if (character === "	") return character;
		return character === "\0" ? "" : "�";
	});
}
/** Whether a link to it is drawn: `http:`, `https:` and `mailto:`, without what could hide in an address. */
const isLinkable = (url) => url.length <= longestAddress && address.test(url);
// src/render/links.ts
/** Neighbours that lead to one address are one link, however they are styled. */
function groupLinks(spans) {
	const groups = [];
	for (const span of spans) {
		const last = groups.at(-1);
		if (last !== void 0 && last.link === span.link) last.group.push(span);
		else groups.push({
			group: [span],
			link: span.link
		});
	}
	return groups;
}
/**
* Links whose text tells no lie. Where it looks like an address at another host than the one behind it, or like a
* mention, it is text, and the address stands beside it as the link: `bank.example (https://evil.example)`.
*/
function honestLinks(spans) {
	if (spans.every(({ link }) => link === void 0)) return spans;
	const groups = groupLinks(spans);
	const labels = labelsOf(groups);
	return groups.flatMap(({ group, link }, index) => {
		if (link === void 0 || !isForged(labels[index] ?? "", link)) return group;
		const dim = { dim: true };
		const address = [
			{
				text: " (",
				style: dim
			},
			{
				text: link,
				style: dim,
				link
			},
			{
				text: ")",
				style: dim
			}
		];
		return [...group.map(({ link: _, ...span }) => span), ...address];
	});
}
const reach = 100;
/** Each text with what it touches: two halves of an address are read as one. What tells its own address stands alone. */
function labelsOf(groups) {
	const texts = groups.map(({ group, link }) => {
		const text = group.map(({ text }) => text).join("");
		return text === link ? ` ${text} ` : text;
	});
	const line = texts.join("");
	let end = 0;
	return texts.map((text) => {
		const start = end;
		end += text.length;
		const before = line.slice(Math.max(0, start - reach), start);
		const [after = ""] = /^\S*/.exec(line.slice(end, end + reach)) ?? [];
		const isApart = [/^\s/.test(text), /\s$/.test(text.slice(-1))];
		return `${isApart[0] ? "" : before.slice(before.search(/\s\S*$/) + 1)}${text.trim()}${isApart[1] ? "" : after}`;
	});
}
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
const mention = /^[^\p{L}\p{N}]*[@#]\p{L}/u;
const separator = /[=,;"'()<>[\]{}|]+/;
function isForged(label, link) {
	if (label === link) return false;
	return label.normalize("NFKC").replaceAll("。", ".").replace(unseen, "").split(/\s+/).some((word) => {
		if (mention.test(word)) return true;
		const claim = word.split(separator).map(claimOf).find((host) => host !== void 0);
		return claim !== void 0 && hostOf(claim) !== targetOf(link);
	});
}
const opening = /^[^\p{L}\p{N}]+/u;
const scheme = /^[a-z][a-z\d+-]+:[/\\]+/i;
const account = /^[^\s/\\?#]*@/;
const anyHost = /^[^\s/\\?#:]+/;
const bareHost = /^(?:[\p{L}\p{N}_-]+\.)+[\p{L}\p{N}-]+/u;
const domain = /\.\p{L}[\p{L}\p{N}-]+$/u;
const digits = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const fileEnding = /\.(?:conf|css|csv|diff|gif|gz|html?|ini|jar|java|jpe?g|json|jsx?|kt|lock|log|out|patch|pdf|png|rb|sql|svg|tar|tgz|toml|tsx?|txt|war|xml|ya?ml)$/i;
/** Where a word says that it leads: a host, and the account that stands before it; undefined where it says nothing. */
function claimOf(word) {
	const address = word.replace(opening, "");
	const rest = address.replace(scheme, "");
	const [owner = ""] = account.exec(rest) ?? [];
	const isWhole = rest !== address;
	const [host = ""] = (isWhole ? anyHost : bareHost).exec(rest.slice(owner.length)) ?? [];
	return isWhole || isHost(host) ? owner + host : void 0;
}
/** `v1.2.0` and `build.log` are none. */
function isHost(name) {
	return digits.test(name) || domain.test(name) && !fileEnding.test(name);
}
function hostOf(claim) {
	const host = claim.includes("@") ? void 0 : URL.parse(`http://${claim}`)?.hostname;
	return withoutWww(host ?? claim.toLowerCase());
}
function targetOf(link) {
	const url = URL.parse(link);
	return withoutWww(url?.protocol === "mailto:" ? url.pathname.toLowerCase() : url?.hostname ?? "");
}
const withoutWww = (host) => host.replace(/^www\./, "");
// src/render/width.ts
const notPrintableAscii = /[^ -~]/;
const zeroWidth = /^[\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Default_Ignorable_Code_Point}]/u;
const emojiPresentation = /^\p{Emoji_Presentation}/u;
const emoji = /^\p{Emoji}/u;
const pictograph = /\p{Extended_Pictographic}/u;
const joiner = "‍";
const emojiSelector = "️";
const longestJoined = 64;
const wideRanges = [
	[4352, 4447],
	[9001, 9002],
	[9776, 9783],
	[9866, 9871],
	[11904, 12350],
	[12353, 42191],
	[43360, 43388],
	[44032, 55203],
	[63744, 64255],
	[65040, 65049],
	[65072, 65131],
	[65281, 65376],
	[65504, 65510],
	[94176, 102911],
	[110576, 111359],
	[119552, 119670],
	[127488, 127589],
	[131072, 262141]
];
function codePointWidth(character, code) {
	if (code < 768) return code < 32 || code >= 127 && code < 160 || code === 173 ? 0 : 1;
	if (zeroWidth.test(character) || isJamoTail(code)) return 0;
	if (code < 4352) return 1;
	return wideRanges.some(([first, last]) => code >= first && code <= last) || emojiPresentation.test(character) ? 2 : 1;
}
/** Vowels and final consonants that a terminal draws into the syllable before them. */
const isJamoTail = (code) => code >= 4448 && code <= 4607 || code >= 55216 && code <= 55291;
const isRegional = (code) => code >= 127462 && code <= 127487;
const isSkinTone = (code) => code >= 127995 && code <= 127999;
const isTextEmoji = ({ text, width }) => width === 1 && text.length < longestJoined && emoji.test(text);
function joins(cell, character, code) {
	if (code < 8192 || cell.text.length >= longestJoined) return false;
	if (isSkinTone(code)) return pictograph.test(cell.text);
	if (isRegional(code)) return cell.text.length === 2 && isRegional(cell.text.codePointAt(0) ?? 0);
	return cell.text.endsWith(joiner) && pictograph.test(character) && pictograph.test(cell.text);
}
/** Splits text at the places where a terminal may put its cursor. */
function splitCells(text) {
	const cells = [];
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0;
		const last = cells.at(-1);
		const width = isRegional(code) ? 2 : codePointWidth(character, code);
		if (last !== void 0 && (width === 0 || joins(last, character, code))) {
			if (width > 0 || character === emojiSelector && isTextEmoji(last)) last.width = 2;
			last.text += character;
		} else cells.push({
			text: character,
			width
		});
	}
	return cells;
}
/** How many terminal cells the text takes: 2 for CJK and emoji, 0 for what combines. */
function displayWidth(text) {
	if (!notPrintableAscii.test(text)) return text.length;
	let width = 0;
	for (const cell of splitCells(text)) width += cell.width;
	return width;
}
// src/render/line.ts
const spansWidth = (spans) => spans.reduce((width, span) => width + displayWidth(span.text), 0);
const spansText = (spans) => spans.map((span) => span.text).join("");
/** Spaces up to the next of the stops that stand 8 cells apart. */
const tabSpaces = (column) => " ".repeat(8 - column % 8);
/** The spans as surfaces may show them: clean, tabs expanded, links only where they may be followed, and honest. */
function cleanSpans(spans) {
	let column = 0;
	const cleaned = [];
	for (const span of spans) {
		const text = expandTabs(clean(span.text), column);
		if (text === "") continue;
		column += displayWidth(text);
		cleaned.push(createSpan(text, span.style, span.link));
	}
	return honestLinks(cleaned);
}
function createSpan(text, style, link) {
	const span = { text };
	if (style !== void 0) span.style = style;
	if (link !== void 0 && isLinkable(link)) span.link = link;
	return span;
}
function expandTabs(text, start) {
	if (!text.includes("	")) return text;
	let column = start;
	let expanded = "";
	for (const [index, part] of text.split("	").entries()) {
		const spaces = index === 0 ? "" : tabSpaces(column);
		column += spaces.length + displayWidth(part);
		expanded += spaces + part;
	}
	return expanded;
}
function trimEnd(spans) {
	const trimmed = [...spans];
	for (let last = trimmed.pop(); last !== void 0; last = trimmed.pop()) {
		const text = last.text.trimEnd();
		if (text === "") continue;
		trimmed.push({
			...last,
			text
		});
		break;
	}
	return trimmed;
}
/** Adds a style below the styles that the spans have. */
const withStyle = (spans, style) => spans.map((span) => ({
	...span,
	style: {
		...style,
		...span.style
	}
}));
// src/render/inline.ts
const lineBreak = /\r\n|[\n\r\u2028\u2029]/;
const toSpans = (inline) => {
	return (typeof inline === "string" || !Array.isArray(inline) ? [inline] : inline).map((part) => typeof part === "string" ? { text: part } : part);
};
/** The text's lines, clean; at least one. */
function inlineLines(inline) {
	const lines = [[]];
	for (const span of toSpans(inline)) for (const [index, text] of splitLines(span.text).entries()) {
		if (index > 0) lines.push([]);
		lines.at(-1)?.push({
			...span,
			text
		});
	}
	return lines.map(cleanSpans);
}
/** The text in one line, where there is room for no more: line breaks become spaces. */
const inlineLine = (inline) => inlineLines(inline).flatMap((spans, index) => index === 0 || spans.length === 0 ? spans : [{ text: " " }, ...spans]);
const splitLines = (text) => text.split(lineBreak);
// src/render/words.ts
/**
* The spans for a surface where links do not click: an address stands behind its text, `text (address)`; in a fixed
* line behind the last word, so that columns stay where they are.
*/
function withAddresses({ spans, form }) {
	const inPlace = [];
	const atEnd = [];
	for (const { group, link } of groupLinks(spans)) {
		inPlace.push(...group);
		if (link !== void 0 && spansText(group) !== link) (form === "fixed" ? atEnd : inPlace).push({
			text: ` (${link})`,
			style: { dim: true }
		});
	}
	return [...inPlace, ...atEnd];
}
/** Exactly what a terminal without colour prints of the line. */
const lineWords = (line) => spansText(withAddresses(line));
// src/run/failure.ts
const states = {
	denied: "denied",
	cancelled: "cancelled",
	timeout: "timed out"
};
function stateOf(outcome) {
	return outcome === "ok" ? "succeeded" : states[outcome] ?? "failed";
}
/** The one place where what was thrown becomes an outcome. */
function failureOf(thrown, run, debug = false) {
	const error = thrown instanceof OpsError ? thrown : bug(thrown);
	const { outcome, exitCode, hint, details } = error;
	const trace = debug ? stackOf(thrown) : "";
	return {
		event: {
			type: "error",
			outcome,
			exitCode,
			message: error.message,
			...trace === "" ? {} : { trace },
			...hint === void 0 ? {} : { hint },
			...details === void 0 ? {} : { details },
			...run === void 0 ? {} : { run }
		},
		end: {
			state: stateOf(outcome),
			outcome,
			exitCode,
			message: error.message
		}
	};
}
function bug(thrown) {
	return new OpsError("bug", `a fault in ops or in the command: ${thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)}`, {
		hint: "--debug shows where",
		cause: thrown
	});
}
function stackOf(thrown) {
	if (!(thrown instanceof Error)) return "";
	return thrown.cause === void 0 ? `${thrown.stack}` : `${thrown.stack}\ncaused by ${stackOf(thrown.cause)}`;
}
function wordsOf(error) {
	return error instanceof Error ? error.message : String(error);
}
// src/render/escapes.ts
const stringTypes = {
	"]": "osc",
	P: "other",
	X: "other",
	"^": "other",
	_: "other",
	"": "osc",
	"": "other",
	"": "other",
	"": "other",
	"": "other"
};
const everyControl$1 = /\p{Cc}/gu;
const escapeCode = "\x1B";
const complete = /* @__PURE__ */ new Set(["\x07", ""]);
const abort = /* @__PURE__ */ new Set(["", ""]);
/** Reads the sequence that begins at `start`, with ESC or a C1 control. One without an end reaches to the line's end. */
function readEscape(line, start) {
	const long = line[start] === escapeCode;
	const introducer = (long ? line[start + 1] : line[start]) ?? "";
	const bodyStart = long ? start + 2 : start + 1;
	if (introducer === (long ? "[" : "")) return readCsi(line, bodyStart);
	const type = stringTypes[introducer];
	if (type !== void 0) return readString(line, bodyStart, type);
	return {
		type: "other",
		body: introducer,
		end: long ? skipShort(line, start + 1) : bodyStart
	};
}
function readCsi(line, start) {
	let end = start;
	while (isBetween(line, end, 32, 63)) end += 1;
	if (!isBetween(line, end, 64, 126)) return {
		type: "other",
		body: "",
		end
	};
	return {
		type: "csi",
		body: line.slice(start, end + 1),
		end: end + 1
	};
}
function readString(line, start, type) {
	everyControl$1.lastIndex = start;
	for (let found = everyControl$1.exec(line); found !== null; found = everyControl$1.exec(line)) {
		const { 0: control, index } = found;
		const body = line.slice(start, index);
		if (complete.has(control)) return {
			type,
			body,
			end: index + 1
		};
		if (abort.has(control)) return {
			type: "other",
			body: "",
			end: index + 1
		};
		if (control !== escapeCode) continue;
		return line[index + 1] === "\\" ? {
			type,
			body,
			end: index + 2
		} : {
			type: "other",
			body: "",
			end: index
		};
	}
	return {
		type: "other",
		body: "",
		end: line.length
	};
}
function skipShort(line, start) {
	let end = start;
	while (isBetween(line, end, 32, 47)) end += 1;
	return isBetween(line, end, 48, 126) ? end + 1 : end;
}
function isBetween(line, index, first, last) {
	const code = line.charCodeAt(index);
	return code >= first && code <= last;
}
// src/render/row.ts
const blank = {
	text: " ",
	pen: {}
};
const rest = {
	text: "",
	pen: {}
};
const furthestMove = 500;
function createRow() {
	const runs = [];
	let cells;
	let end = 0;
	let column = 0;
	const append = (text, pen) => {
		if (column > end) runs.push({
			text: " ".repeat(column - end),
			pen: blank.pen
		});
		runs.push({
			text,
			pen
		});
		column += displayWidth(text);
		end = column;
	};
	const replace = (text, pen) => {
		cells ??= runs.flatMap((run) => runCells(run.text, run.pen));
		column = overwrite(cells, column, runCells(text, pen));
		end = Math.max(end, column);
	};
	const write = (text, pen) => {
		if (cells === void 0 && column >= end) append(text, pen);
		else replace(text, pen);
	};
	const moveTo = (target) => {
		column = Math.max(0, Math.min(target, Math.max(end, column, furthestMove)));
	};
	return {
		write,
		moveTo,
		moveBy: (columns) => moveTo(column + columns),
		tab(pen) {
			if (column === end) write(tabSpaces(column), pen);
			else column += tabSpaces(column).length;
		},
		erase(what) {
			const kept = what === "all" ? 0 : column;
			if (kept >= end) return;
			if (kept === 0) runs.length = 0;
			else cells ??= runs.flatMap((run) => runCells(run.text, run.pen));
			if (cells !== void 0) cells.length = kept;
			end = kept;
		},
		spans: () => joinRuns(cells === void 0 ? runs : trimBlank(cells))
	};
}
const runCells = (text, pen) => splitCells(text).flatMap((cell) => cell.width === 2 ? [{
	text: cell.text,
	pen
}, rest] : [{
	text: cell.text,
	pen
}]);
function overwrite(cells, start, written) {
	if (cells[start] === rest) cells[start - 1] = blank;
	let column = start;
	for (const cell of written) {
		cells[column] = cell;
		column += 1;
	}
	if (cells[column] === rest) cells[column] = blank;
	return column;
}
function trimBlank(cells) {
	const runs = Array.from(cells, (cell) => cell ?? blank);
	while (runs.at(-1) === blank) runs.pop();
	return runs;
}
function joinRuns(runs) {
	const spans = [];
	for (let index = 0; index < runs.length;) {
		const pen = runs[index].pen;
		let text = "";
		for (; index < runs.length && (runs[index]?.pen === pen || runs[index] === rest); index += 1) text += runs[index].text;
		if (text !== "") spans.push(createSpan(text, pen.style, pen.link));
	}
	return spans;
}
// src/render/sgr.ts
const base = [
	"black",
	"red",
	"green",
	"yellow",
	"blue",
	"magenta",
	"cyan",
	"white"
];
const palette = [
	["black", [
		0,
		0,
		0
	]],
	["red", [
		205,
		0,
		0
	]],
	["green", [
		0,
		205,
		0
	]],
	["yellow", [
		205,
		205,
		0
	]],
	["blue", [
		0,
		0,
		238
	]],
	["magenta", [
		205,
		0,
		205
	]],
	["cyan", [
		0,
		205,
		205
	]],
	["white", [
		229,
		229,
		229
	]],
	["gray", [
		127,
		127,
		127
	]]
];
const on = {
	1: "bold",
	2: "dim",
	3: "italic",
	4: "underline",
	9: "strike",
	21: "underline"
};
const off = {
	22: ["bold", "dim"],
	23: ["italic"],
	24: ["underline"],
	29: ["strike"],
	39: ["color"]
};
/** The style after the parameters of an SGR sequence (`1;31`). What spans cannot show is left out. */
function applySgr(style, parameters) {
	let next = { ...style };
	const codes = parameters.split(";");
	for (let index = 0; index < codes.length; index += 1) {
		const code = codes[index] ?? "";
		const value = Number.parseInt(code, 10) || 0;
		if (value === 38 || value === 48 || value === 58) {
			const extended = code.includes(":") ? colonColor(code) : semicolonColor(codes, index);
			index += extended.used;
			if (value === 38 && extended.color !== void 0) next.color = extended.color;
		} else if (code === "4:0") delete next.underline;
		else next = value === 0 ? {} : applyCode(next, value);
	}
	return next;
}
function applyCode(style, code) {
	const switched = on[code];
	if (switched !== void 0) style[switched] = true;
	for (const key of off[code] ?? []) delete style[key];
	const color = namedColor(code);
	if (color !== void 0) style.color = color;
	return style;
}
function namedColor(code) {
	if (code >= 30 && code <= 37) return base[code - 30];
	if (code >= 90 && code <= 97) return brightColor(code - 90);
}
const brightColor = (index) => index === 0 ? "gray" : base[index];
function semicolonColor(codes, index) {
	const numbers = codes.slice(index + 1, index + 5).map(Number);
	if (numbers[0] === 5) return {
		color: indexedColor(numbers[1]),
		used: 2
	};
	if (numbers[0] === 2) return {
		color: nearestColor(numbers.slice(1, 4)),
		used: 4
	};
	return {
		color: void 0,
		used: 0
	};
}
function colonColor(code) {
	const [, kind, ...values] = code.split(":", 8).map(Number);
	if (kind === 5) return {
		color: indexedColor(values[0]),
		used: 0
	};
	if (kind === 2) return {
		color: nearestColor(values.slice(values.length > 3 ? 1 : 0).slice(0, 3)),
		used: 0
	};
	return {
		color: void 0,
		used: 0
	};
}
function indexedColor(index) {
	if (index === void 0 || !(index >= 0 && index <= 255)) return void 0;
	if (index < 8) return base[index];
	if (index < 16) return brightColor(index - 8);
	if (index >= 232) return nearestColor(Array.from({ length: 3 }, () => 8 + (index - 232) * 10));
	const cube = index - 16;
	return nearestColor([
		Math.floor(cube / 36),
		Math.floor(cube / 6) % 6,
		cube % 6
	].map((part) => part && 55 + part * 40));
}
function nearestColor(rgb) {
	if (rgb.length < 3 || rgb.some(Number.isNaN)) return void 0;
	const distance = (other) => other.reduce((sum, part, index) => sum + (part - (rgb[index] ?? 0)) ** 2, 0);
	return palette.reduce((nearest, entry) => distance(entry[1]) < distance(nearest[1]) ? entry : nearest)[0];
}
// src/render/ansi.ts
const anyControl = /\p{Cc}/u;
const everyControl = new RegExp(anyControl, "gu");
const longestName = 255;
const allowedLink = (url) => isLinkable(url) ? url : void 0;
function createAnsiParser() {
	let pen = {};
	const obey = (sequence, row) => {
		if (sequence.type === "osc") {
			const [, link] = /^8;[^;]*;(.*)$/s.exec(sequence.body) ?? [];
			if (link !== void 0) pen = createPen(pen.style, allowedLink(link));
			else row.write(imageName(sequence.body), pen);
		} else if (sequence.type === "csi") {
			if (/^[\d;:]*m$/.test(sequence.body)) pen = createPen(applySgr(pen.style ?? {}, sequence.body.slice(0, -1)), pen.link);
			else moveCursor(sequence.body, row);
		} else if (sequence.body === "c") pen = {};
	};
	return { parse(line) {
		if (!anyControl.test(line)) return line === "" ? [] : honestLinks([createSpan(clean(line), pen.style, pen.link)]);
		const row = createRow();
		readLine(line, row, () => pen, obey);
		return honestLinks(row.spans());
	} };
}
/** The words that are shown of a line. */
const shownOf = (line) => spansText(createAnsiParser().parse(line));
function readLine(line, row, pen, obey) {
	let index = 0;
	while (index < line.length) {
		everyControl.lastIndex = index;
		const control = everyControl.exec(line);
		const end = control?.index ?? line.length;
		if (end > index) row.write(clean(line.slice(index, end)), pen());
		if (control === null) return;
		index = end + 1;
		if (isIntroducer(control[0])) {
			const sequence = readEscape(line, end);
			obey(sequence, row);
			index = sequence.end;
		} else moveByControl(control[0], row, pen());
	}
}
const isIntroducer = (control) => control === "\x1B" || control >= "";
/** What is no movement is dropped, as a terminal would. */
function moveByControl(control, row, pen) {
	if (control === "\r") row.moveTo(0);
	else if (control === "\b") row.moveBy(-1);
	else if (control === "	") row.tab(pen);
}
function moveCursor(body, row) {
	const [, digits, action] = /^(\d*)([CDGK])$/.exec(body) ?? [];
	const count = Math.max(1, Number(digits));
	if (action === "C") row.moveBy(count);
	else if (action === "D") row.moveBy(-count);
	else if (action === "G") row.moveTo(count - 1);
	else if (action === "K" && Number(digits) !== 1) row.erase(Number(digits) === 2 ? "all" : "rest");
}
function createPen(style, link) {
	const pen = {};
	if (style !== void 0 && Object.keys(style).length > 0) pen.style = style;
	if (link !== void 0) pen.link = link;
	return pen;
}
/** The words that stand for an inline image (OSC 1337), else nothing. */
function imageName(body) {
	if (!body.startsWith("1337;File=")) return "";
	const options = body.slice(10, body.indexOf(":")).split(";");
	if (!options.includes("inline=1")) return "";
	const name = options.find((option) => option.startsWith("name="))?.slice(5);
	return name ? `[image ${decodeName(name)}]` : "[image]";
}
function decodeName(base64) {
	try {
		const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
		return clean(new TextDecoder().decode(bytes)).replaceAll("	", " ").slice(0, longestName).toWellFormed();
	} catch {
		return base64.slice(0, longestName);
	}
}
// src/render/table.ts
const gap = 2;
const spaces = (count) => count > 0 ? [{ text: " ".repeat(count) }] : [];
/** The table's lines: headings in bold, columns two spaces apart, nothing after the last word. */
function layoutTable(columns, rows) {
	if (rows.length === 0) return [[{
		text: "(none)",
		style: { dim: true }
	}]];
	const cells = [columns.map((column) => withStyle(inlineLine(column.name), { bold: true })), ...rows.map((row) => columns.map((_, index) => inlineLine(row[index] ?? "")))];
	const widths = columns.map((_, index) => cells.reduce((width, row) => Math.max(width, cellWidth(row, index)), 0));
	return cells.map((row) => trimEnd(row.flatMap((cell, index) => alignCell(cell, index, columns[index], widths))));
}
const cellWidth = (row, index) => spansWidth(row[index] ?? []);
function alignCell(cell, index, column, widths) {
	const padding = spaces((widths[index] ?? 0) - spansWidth(cell));
	const aligned = column?.align === "right" ? [...padding, ...cell] : [...cell, ...padding];
	return index === 0 ? aligned : [...spaces(gap), ...aligned];
}
/** Names and values below each other; a value's further lines stay under its first. */
function layoutPairs(pairs, names = { dim: true }) {
	const column = pairs.reduce((width, { name }) => Math.max(width, spansWidth(name)), 0) + gap;
	return pairs.flatMap(({ name, value }) => value.map((spans, index) => {
		const first = index === 0 ? withStyle(name, names) : [];
		return trimEnd([
			...first,
			...spaces(column - spansWidth(first)),
			...spans
		]);
	}));
}
// src/render/layout.ts
const shortestShownDuration = 1e3;
const marks = {
	running: { text: "… " },
	done: {
		text: "✓ ",
		style: { color: "green" }
	},
	failed: {
		text: "✗ ",
		style: { color: "red" }
	}
};
/** What blocks look like, before any surface draws them. */
const layoutBlocks = (blocks, stream) => blocks.flatMap((block) => {
	const form = isFixed(block) ? "fixed" : "prose";
	return blockSpans(block).map((spans) => ({
		spans,
		form,
		stream
	}));
});
const isFixed = (block) => block.type === "table" || block.type === "fields" || block.type === "code";
function blockSpans(block) {
	switch (block.type) {
		case "text": return inlineLines(block.text);
		case "fields": return layoutPairs(block.fields.map(({ name, value }) => ({
			name: inlineLine(name),
			value: inlineLines(value)
		})), block.names);
		case "table": return layoutTable(block.columns, block.rows);
		case "list": return block.items.flatMap((item) => hang([{ text: "• " }], inlineLines(item)));
		case "code": return codeLines(block.text).map((text) => cleanSpans([{ text }]));
		case "link": return [inlineLine({
			text: block.text || block.url,
			link: block.url
		})];
		case "image": return [atPath(block.alt, block.path)];
		case "file": return [atPath(block.title, block.path)];
	}
}
function codeLines(text) {
	const lines = splitLines(text);
	if (lines.at(-1) === "") lines.pop();
	return lines;
}
const atPath = (title, path) => inlineLine(title === "" ? path : `${title} (${path})`);
/** Puts a mark before the first line and keeps the others under its text. */
const hang = (mark, lines) => {
	const indent = { text: " ".repeat(mark.reduce((width, span) => width + span.text.length, 0)) };
	return lines.map((spans, index) => {
		if (index === 0) return [...mark, ...spans];
		return spans.length === 0 ? [] : [indent, ...spans];
	});
};
/** Lays out one event on its own. Output whose styles last over several events wants `createLayout`. */
const layoutEvent = (event) => createLayout()(event);
/** Lays out the events of one run, in order: a style that a program sets lasts until it ends it. */
function createLayout() {
	const parsers = {
		stdout: createAnsiParser(),
		stderr: createAnsiParser()
	};
	const layoutLines = ({ stream, text }) => text.split("\n").map((line) => ({
		spans: parsers[stream].parse(line),
		form: "fixed",
		stream
	}));
	return (event) => event.type === "line" ? layoutLines(event) : layoutStateless(event);
}
function layoutStateless(event) {
	switch (event.type) {
		case "step": return [prose(stepSpans(event))];
		case "note": return layoutNote(event);
		case "result": return layoutBlocks(event.blocks, "stdout");
		case "error": return layoutError(event);
		case "started":
		case "ask":
		case "finished": return [];
	}
}
const prose = (spans) => ({
	spans,
	form: "prose",
	stream: "stderr"
});
function stepSpans({ title, state, ms }) {
	const spans = [marks[state], ...inlineLine(title)];
	if (state === "running" || ms === void 0 || ms < shortestShownDuration) return spans;
	return [...spans, {
		text: ` (${formatDuration(ms)})`,
		style: { dim: true }
	}];
}
function layoutNote({ level, blocks }) {
	const lines = layoutBlocks(blocks, "stderr");
	if (level === "info") return lines;
	const marked = hang([{
		text: "! ",
		style: { color: "yellow" }
	}], lines.map((line) => line.spans));
	return lines.map((line, index) => ({
		...line,
		spans: marked[index] ?? []
	}));
}
function layoutError({ outcome, message, trace, hint, run }) {
	const arrow = [{ text: "  " }, {
		text: "→ ",
		style: { dim: true }
	}];
	return [
		...hang([marks.failed], inlineLines(trace === void 0 ? message : `${message}\n${trace}`)),
		...hint === void 0 ? [] : hang(arrow, inlineLines(hint)),
		...outcome === "bug" && run !== void 0 ? [inlineLine({
			text: `  run ${run}`,
			style: { dim: true }
		})] : []
	].map(prose);
}
// src/command/peek.ts
/**
* What must be known of a line before it can be parsed: which configuration names its commands, how to say what is
* wrong with it, and whether only the version is asked for. Looks no further than `--`.
*/
function peek(argv) {
	const end = argv.indexOf("--");
	const words = end === -1 ? argv : argv.slice(0, end);
	const at = words.findIndex((word) => word === "--config" || word.startsWith("--config="));
	const config = words[at]?.startsWith("--config=") ? words[at].slice(9) : words[at + 1];
	return {
		json: words.includes("--json"),
		color: !words.includes("--no-color"),
		debug: words.includes("--debug"),
		version: words.includes("--version") && words.every((word) => word.startsWith("-")),
		config: at === -1 ? void 0 : config
	};
}
// src/render/json.ts
/** For `--json`: whatever happens, stdout gets exactly one object; all that a program prints goes to stderr. */
function asJson(sink) {
	let printed = false;
	const print = (data, indent = 2) => {
		if (printed) return void 0;
		const text = toJson(data, indent);
		printed = true;
		return sink({
			type: "result",
			data,
			blocks: [code(text)]
		});
	};
	return (event) => {
		switch (event.type) {
			case "line": return sink({
				...event,
				stream: "stderr"
			});
			case "result": return print(event.data, event.isReady ? 0 : 2);
			case "error": return inTurn(print({ error: withoutType(event) }), () => sink(event));
			case "finished": return inTurn(print(emptyResult(event.outcome, event.exitCode)), () => sink(event));
			default: return sink(event);
		}
	};
}
const withoutType = ({ type: _type, ...error }) => error;
const emptyResult = (outcome, exitCode) => outcome === "ok" && exitCode === exitCodes.ok ? {} : { error: {
	outcome,
	exitCode,
	message: `The run ended: ${outcome}`
} };
const inTurn = (first, second) => first === void 0 ? second() : first.then(second);
const unshowable = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/gu;
function toJson(data, indent) {
	return JSON.stringify(data ?? {}, (_, value) => typeof value === "bigint" ? String(value) : value, indent).replace(unshowable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
// src/main.ts
/** The one door: a line's words, and what its surface lends it, become an exit code. Every error ends here. */
async function main(argv, host) {
	const mode = peek(argv);
	const sink = mode.json ? asJson(host.output(mode)) : host.output(mode);
	try {
		if (mode.version) {
			const { version } = host.system;
			await sink({
				type: "result",
				data: { version },
				blocks: [{
					type: "text",
					text: version
				}]
			});
			await sink({
				type: "finished",
				outcome: "ok",
				exitCode: 0,
				ms: 0
			});
			return 0;
		}
		const { understand } = await import("./understand.js");
		return await (await understand(argv, host, sink, mode.config))();
	} catch (thrown) {
		const { event } = failureOf(thrown, host.run, mode.debug);
		await sink(event);
		await sink({
			type: "finished",
			outcome: event.outcome,
			exitCode: event.exitCode,
			ms: 0
		});
		return event.exitCode;
	}
}
// package.json
var version = "0.1.0";
// src/system/clock.ts
/** The longest time that one timer can wait; a longer one would fire at once. */
const longest = 2 ** 31 - 1;
const systemClock = {
	now: () => /* @__PURE__ */ new Date(),
	sleep: async (ms, signal) => {
		for (let left = ms; left > longest; left -= longest) await wait(longest, signal);
		await wait(ms > longest ? ms % longest : ms, signal);
	}
};
function wait(ms, signal) {
	const { promise, resolve, reject } = Promise.withResolvers();
	if (signal?.aborted) {
		reject(signal.reason);
		return promise;
	}
	const stop = () => {
		clearTimeout(timer);
		reject(signal?.reason);
	};
	const timer = setTimeout(() => {
		signal?.removeEventListener("abort", stop);
		resolve();
	}, ms);
	signal?.addEventListener("abort", stop, { once: true });
	return promise;
}
// src/system/files.ts
const systemFiles = {
	exists: async (path) => existsSync(path),
	create: async (path, content, { executable = false } = {}) => {
		try {
			mkdirSync(dirname(path), { recursive: true });
			writeFileSync(path, content, {
				flag: "wx",
				mode: executable ? 493 : 420
			});
		} catch (error) {
			throw unwritable(path, error);
		}
	}
};
const reasons = {
	EEXIST: "it is already there",
	EACCES: "you may not write there",
	EROFS: "the disk is read-only",
	ENOSPC: "the disk is full",
	ENOTDIR: "its folder is a file"
};
function unwritable(path, error) {
	return new OpsError("failed", `${path} was not written: ${reasons[error.code ?? ""] ?? error.message}`, { cause: error });
}
// src/system/proc.ts
/** Reads `/proc/<pid>/stat`. The name in its second field may hold anything, brackets and spaces included. */
function parseStat(stat) {
	const after = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	const field = (number) => Number(after[number - 3]);
	return {
		pid: Number.parseInt(stat, 10),
		parent: field(4),
		group: field(5),
		session: field(6),
		started: field(22),
		ended: after[0] === "Z" || after[0] === "X"
	};
}
function readEntry(pid) {
	const stat = readText(`/proc/${pid}/stat`);
	return stat === void 0 ? void 0 : parseStat(stat);
}
function readText(path) {
	try {
		return readFileSync(path, "utf8");
	} catch {
		return;
	}
}
function readLink(path) {
	try {
		return readlinkSync(path);
	} catch {
		return;
	}
}
// src/system/process.ts
/** A process of this machine, in words that hold for no other one. */
function identify(pid = process.pid) {
	return {
		host: hostName(),
		pid,
		started: startOf(pid) ?? ""
	};
}
/** Whether it still runs; undefined where nobody can look: on another machine, or in another container of this one. */
function isAlive(id) {
	const place = placeOf(id);
	if (place !== "here") return place === "elsewhere" ? void 0 : false;
	const now = startOf(id.pid);
	return now !== void 0 && (id.started === "" || isSame(now, id.started));
}
/**
* Where its number means something. Of a host of this name that was started anew since, nothing is left. The name alone
* tells little: containers that follow each other have different ones, and two at a time may have the same.
*/
function placeOf({ host, started }) {
	const [boot, namespace, ticks] = started.split(":");
	const isHost = host === hostName();
	if (process.platform !== "linux" || ticks === void 0) return isHost ? "here" : "elsewhere";
	if (boot !== bootId()) return isHost ? "before" : "elsewhere";
	return namespace === pidNamespace() ? "here" : "elsewhere";
}
/** Earlier versions did not name the namespace. */
function isSame(now, started) {
	return now === started || now.replace(/:[^:]*:/, ":") === started;
}
/** Ends what is left of a process group of this machine, whose leader may be gone already. */
async function killGroup(group) {
	if (placeOf(group) !== "here" || isOver(group)) return;
	const { endTree } = await import("./tree.js");
	await endTree({ root: group.pid });
}
/**
* Ends whatever a run that is gone has started, also what it had no time to record: its programs carry its id. `by`
* is the process that carried it out. Where the system shows no environments, nothing is found.
*/
async function killRun(run, by) {
	if (placeOf(by) !== "here" || process.platform !== "linux") return;
	const { endTree } = await import("./tree.js");
	await endTree({
		root: by.pid,
		marker: `OPS_RUN=${run}`,
		since: Number(by.started.split(":").at(-1))
	});
}
/** A number is not given anew while its group lives, so that a new owner means that the group is gone. */
function isOver({ pid, started }) {
	const now = startOf(pid);
	if (now !== void 0) return !isSame(now, started);
	return process.platform !== "linux" || !started.startsWith(`${bootId()}:`);
}
function startOf(pid) {
	if (process.platform !== "linux") return askPs(pid);
	const entry = readEntry(pid);
	return entry === void 0 || entry.ended ? void 0 : `${bootId()}:${pidNamespace()}:${entry.started}`;
}
function askPs(pid) {
	const { spawnSync } = process.getBuiltinModule("node:child_process");
	const { stdout } = spawnSync("ps", [
		"-o",
		"lstart=",
		"-p",
		`${pid}`
	], {
		encoding: "utf8",
		env: { LC_ALL: "C" }
	});
	return stdout?.trim() || void 0;
}
function bootId() {
	return readText("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
}
/** Numbers of processes mean something within one of them: a container has its own. */
function pidNamespace() {
	return /\d+/.exec(readLink("/proc/self/ns/pid") ?? "")?.[0] ?? "";
}
function hostName() {
	return readText("/proc/sys/kernel/hostname")?.trim() || process.getBuiltinModule("node:os").hostname();
}
// src/host/system.ts
/** The real outside world. Each adapter is loaded when it is first used. */
function createSystem({ root, execPath, env }) {
	const at = (path) => fileURLToPath(new URL(path, root));
	const project = () => import("./project.js");
	const programs = () => import("./programs.js");
	const built = !import.meta.url.endsWith(".ts");
	return {
		root: at("."),
		version,
		clock: systemClock,
		files: systemFiles,
		identify,
		alive: isAlive,
		killGroup,
		killRun,
		onFault: (report) => {
			process.on("unhandledRejection", report);
			return { [Symbol.dispose]: () => void process.off("unhandledRejection", report) };
		},
		program: [execPath, at(built ? "bin/ops.js" : "bin/ops.ts")],
		worker: at(built ? "host/worker.js" : "src/host/worker.ts"),
		config: async (cwd, file) => (await project()).loadConfig(cwd, file, env),
		journal: async (path) => (await project()).openSqliteJournal(path),
		exec: async (file, args, options) => (await programs()).createExec(env)(file, args, options),
		git: async (repository, exec) => (await programs()).openGit(exec, repository),
		http: async (url, options) => (await import("./http.js")).createHttp()(url, options)
	};
}
// src/render/live.ts
const frames = [
	"⠋",
	"⠙",
	"⠹",
	"⠸",
	"⠼",
	"⠴",
	"⠦",
	"⠧",
	"⠇",
	"⠏"
];
const mostRows = 8;
const shownAfter = 1e3;
function createLiveArea() {
	const running = /* @__PURE__ */ new Map();
	const row = ({ title, since }, now, columns) => {
		const frame = frames[Math.floor(now / 100) % frames.length] ?? "";
		const elapsed = now - since;
		const time = elapsed < shownAfter ? "" : ` (${formatDuration(Math.floor(elapsed / 1e3) * 1e3)})`;
		return [
			{
				text: `${frame} `,
				style: { color: "cyan" }
			},
			...cutToWidth(title, columns - 2 - time.length),
			{
				text: time,
				style: { dim: true }
			}
		];
	};
	return {
		start: (id, title, now) => running.set(id, {
			title: inlineLine(title),
			since: running.get(id)?.since ?? now
		}),
		end: (id) => running.delete(id),
		clear: () => running.clear(),
		isEmpty: () => running.size === 0,
		rows(now, columns) {
			const steps = [...running.values()];
			const shown = steps.length > mostRows ? steps.slice(0, 7) : steps;
			const more = {
				text: `  … and ${steps.length - shown.length} more`,
				style: { dim: true }
			};
			const rows = shown.map((step) => row(step, now, columns));
			return shown.length === steps.length ? rows : [...rows, [more]];
		}
	};
}
/** As much of the spans as fits, with `…` where something was left out. */
function cutToWidth(spans, columns) {
	if (spansWidth(spans) <= columns) return [...spans];
	const cut = [];
	let room = columns - 1;
	for (const { text, style } of spans) {
		let kept = "";
		for (const cell of splitCells(text)) {
			room -= cell.width;
			if (room < 0) return [...cut, {
				text: `${kept}…`,
				style: style ?? {}
			}];
			kept += cell.text;
		}
		cut.push({
			text: kept,
			style: style ?? {}
		});
	}
	return cut;
}
// src/render/outlet.ts
const readerLeft = /* @__PURE__ */ new Set([
	"EPIPE",
	"ERR_STREAM_DESTROYED",
	"ERR_STREAM_WRITE_AFTER_END"
]);
function createOutlet(stream, name) {
	let closed = false;
	let fault;
	let drained;
	let resume = () => {};
	stream.on("error", (error) => {
		closed = true;
		if (!readerLeft.has(error.code ?? "")) fault = error;
		resume();
	});
	stream.once("close", () => {
		closed = true;
		resume();
	});
	const waitForDrain = () => {
		drained ??= new Promise((resolve) => {
			resume = resolve;
			stream.once("drain", resolve);
		}).then(() => {
			drained = void 0;
		});
		return drained;
	};
	return (text) => {
		if (fault !== void 0) {
			const cause = fault;
			fault = void 0;
			throw new OpsError("failed", `cannot write to ${name}: ${cause.message}`, { cause });
		}
		if (closed || text === "" || stream.write(text) !== false) return void 0;
		return closed ? void 0 : waitForDrain();
	};
}
// src/render/terminal.ts
const plain = (span) => span.text;
/** Draws a run on a terminal, or on whatever reads its stdout and stderr. */
function terminalSink(options) {
	const layout = createLayout();
	const screen = createScreen(options);
	let waiting;
	let loaded = !options.color;
	const inOrder = (work) => {
		if (waiting === void 0) return work();
		const turn = waiting.then(work).finally(() => {
			if (waiting === turn) waiting = void 0;
		});
		waiting = turn;
		return turn;
	};
	const sink = (event) => {
		const lines = event.type === "step" && event.state === "running" ? [] : layout(event);
		if (!loaded && lines.some(isStyled)) {
			loaded = true;
			waiting = loadPaint().then(screen.paintWith);
		}
		return inOrder(() => screen.show(event, lines));
	};
	return Object.assign(sink, { close: () => void inOrder(screen.close) });
}
const isStyled = (line) => line.spans.some((span) => span.style !== void 0);
function createScreen({ stdout, stderr, live, columns, hyperlinks, now = () => performance.now() }) {
	const outlets = {
		stdout: createOutlet(stdout, "stdout"),
		stderr: createOutlet(stderr, "stderr")
	};
	let paint = plain;
	const draw = (line) => `${drawSpans(line, paint, hyperlinks)}\n`;
	const area = live ? createLiveScreen(outlets.stderr, columns, now, (spans) => drawSpans({
		spans,
		form: "prose"
	}, paint, false)) : void 0;
	return {
		paintWith(loaded) {
			paint = loaded;
		},
		show(event, lines) {
			area?.follow(event);
			if (lines.length === 0) return area?.redraw();
			const text = {
				stdout: "",
				stderr: ""
			};
			for (const line of lines) text[line.stream] += draw(line);
			if (area === void 0) return both(outlets.stdout(text.stdout), outlets.stderr(text.stderr));
			if (text.stdout === "") return outlets.stderr(area.erase() + text.stderr + area.draw());
			outlets.stderr(area.erase());
			return both(outlets.stdout(text.stdout), outlets.stderr(text.stderr + area.draw()));
		},
		close() {
			area?.close();
		}
	};
}
function both(first, second) {
	return first === void 0 || second === void 0 ? first ?? second : Promise.all([first, second]).then(() => {});
}
function createLiveScreen(write, columns, now, paint) {
	const area = createLiveArea();
	let timer;
	let drawn = [];
	let hidden = false;
	const width = () => columns() || 80;
	const erase = () => {
		const height = drawn.reduce((rows, cells) => rows + Math.max(1, Math.ceil(cells / width())), 0);
		drawn = [];
		return height === 0 ? "" : `\r${"\x1B[A\x1B[2K".repeat(height)}`;
	};
	const draw = () => {
		if (hidden || area.isEmpty()) return "";
		const rows = area.rows(now(), width() - 1);
		drawn = rows.map(spansWidth);
		return rows.map((row) => `${paint(row)}\n`).join("");
	};
	const redraw = () => write(erase() + draw());
	const stop = () => {
		clearInterval(timer);
		timer = void 0;
	};
	const close = () => {
		stop();
		area.clear();
		write(erase());
	};
	return {
		follow(event) {
			hidden = event.type === "ask";
			if (event.type === "finished") return close();
			if (event.type !== "step") return;
			if (event.state === "running") {
				area.start(event.id, event.title, now());
				timer ??= setInterval(redraw, 100).unref();
			} else {
				area.end(event.id);
				if (area.isEmpty()) stop();
			}
		},
		erase,
		draw,
		redraw,
		close
	};
}
const drawSpans = (line, paint, hyperlinks) => hyperlinks ? groupLinks(line.spans).map(({ group, link }) => hyperlink(group.map(paint).join(""), link)).join("") : withAddresses(line).map(paint).join("");
const hyperlink = (text, link) => link === void 0 ? text : `\x1b]8;;${link}\x1b\\${text}\x1b]8;;\x1b\\`;
async function loadPaint() {
	const { Chalk } = await import("./chalk.js");
	const chalk = new Chalk({ level: 1 });
	return ({ text, style }) => style === void 0 ? text : chalkOf(chalk, style)(text);
}
function chalkOf(chalk, { code, color, ...switches }) {
	let styled = chalk;
	if (switches.bold) styled = styled.bold;
	if (switches.dim) styled = styled.dim;
	if (switches.italic) styled = styled.italic;
	if (switches.underline) styled = styled.underline;
	if (switches.strike) styled = styled.strikethrough;
	if (color !== void 0) return styled[color];
	return code ? styled.cyan : styled;
}
// src/host/terminal.ts
/** What a terminal, cron or Jenkins lends a run. `root` is the folder that holds `commands/`. */
function terminalHost(process, root) {
	const { env, execPath, stdout, stderr } = process;
	const system = createSystem({
		root,
		execPath,
		env
	});
	const { host } = system.identify();
	const cwd = process.cwd();
	const color = wantsColor(env, stdout.isTTY === true && stderr.isTTY === true);
	return {
		actor: osActor(process, host),
		origin: {
			type: "terminal",
			host,
			directory: cwd
		},
		signal: stopSignal(process),
		cwd,
		env,
		system,
		output: (mode) => terminalSink({
			stdout,
			stderr,
			color: color && mode.color,
			live: stderr.isTTY === true && !mode.json,
			hyperlinks: color && stdout.isTTY === true,
			columns: () => stderr.columns ?? 80
		}),
		get ask() {
			if (stderr.isTTY !== true || process.stdin.isTTY !== true) return void 0;
			return async (question, signal) => (await import("./ask.js")).ask(process.stdin, stderr, question, signal);
		}
	};
}
/** https://no-color.org and https://force-color.org */
function wantsColor(env, tty) {
	if (env.NO_COLOR !== void 0 && env.NO_COLOR !== "") return false;
	if (env.FORCE_COLOR !== void 0 && env.FORCE_COLOR !== "") return env.FORCE_COLOR !== "0";
	return tty && env.TERM !== "dumb";
}
/** The system's own word for who runs this: nothing in the environment can claim another. */
function osActor(process, host) {
	const { uid, username } = process.getBuiltinModule("node:os").userInfo();
	return {
		id: `os:${host}:${uid}`,
		name: username
	};
}
/** The first Ctrl-C stops the run and all that it started, in good order; the second at once. */
function stopSignal(process) {
	const controller = new AbortController();
	for (const [signal, word] of Object.entries({
		SIGINT: "Ctrl-C",
		SIGTERM: "SIGTERM",
		SIGHUP: "SIGHUP"
	})) process.on(signal, () => {
		if (controller.signal.aborted) return void endNow(process);
		setTimeout(() => process.stderr.write("stopping: once more ends it at once\n"), 1e3).unref();
		controller.abort(new OpsError("cancelled", `it was stopped by ${word}`));
	});
	return controller.signal;
}
async function endNow(process) {
	const { endChildren } = await import("./tree.js");
	await endChildren(process.pid).finally(() => process.exit(130));
}
export { table as C, exitCodes as E, styled as S, OpsError as T, file as _, createLayout as a, linked as b, failureOf as c, lineWords as d, inlineLine as f, fields as g, code as h, main as i, stateOf as l, formatDuration as m, createSystem as n, layoutEvent as o, spansText as p, readEntry as r, shownOf as s, terminalHost as t, wordsOf as u, image as v, text as w, list as x, link as y };
