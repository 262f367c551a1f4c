import { a as createLayout, d as lineWords } from "./start.js";
const { appendFile, mkdir, rename, writeFile } = globalThis.process.getBuiltinModule("node:fs/promises");
const { join } = globalThis.process.getBuiltinModule("node:path");
// src/run/spool.ts
/** The files of a spool, in the order in which they are read. */
const spoolFiles = [
	"head",
	"gap",
	"older",
	"newer"
];
/** Characters that may wait to be written before the run does. */
const mostWaiting = 2 ** 20;
const largestPiece = 2 ** 18;
const lineFeed = 10;
/** Keeps a run's output in a folder, word for word as a terminal would have printed it: of much, its head and its tail. */
function createSpool(folder, { quiet = 2e3, part = 5 * 2 ** 20 } = {}) {
	const wordsOf = createWords();
	const append = createParts(folder, part);
	let total = 0;
	let waiting = "";
	let writing;
	let enough = quiet;
	let fault;
	const write = async () => {
		while (waiting !== "") {
			const text = firstLines(waiting, Math.min(largestPiece, part / 4));
			waiting = waiting.slice(text.length);
			await append(Buffer.from(text)).catch((error) => {
				fault = error;
				waiting = "";
			});
		}
		writing = void 0;
	};
	const flush = async () => {
		if (waiting !== "") writing ??= write();
		await writing;
	};
	return {
		sink: (event) => {
			if (fault !== void 0) return void 0;
			const text = wordsOf(event);
			total += text.length;
			waiting += text;
			if (total <= enough) return void 0;
			const written = flush();
			return waiting.length > mostWaiting ? written : void 0;
		},
		keep: () => {
			enough = -1;
			return flush();
		},
		end: async () => {
			if (total > enough) await flush();
		},
		fault: () => fault
	};
}
const plain = /^[\n -~]*$/;
const control = /(?![\n\r\t])\p{Cc}/u;
/** What a terminal without colour prints of each event. Plain text is that already: looking at each line costs ten times as much. */
function createWords() {
	const layout = createLayout();
	let isPlain = true;
	return (event) => {
		if (event.type === "step" && event.state === "running") return "";
		if (event.type === "line") {
			if (isPlain && plain.test(event.text)) return `${event.text}\n`;
			isPlain &&= !control.test(event.text);
		}
		return layout(event).map((line) => `${lineWords(line)}\n`).join("");
	};
}
/** The whole lines at the start of a text that so many characters hold; of a longer line, so much of it. */
function firstLines(text, most) {
	return text.length <= most ? text : text.slice(0, text.lastIndexOf("\n", most - 1) + 1 || most);
}
/** Fills the head, then two files in turn; what falls out between is counted. */
function createParts(folder, part) {
	const path = (name) => join(folder, name);
	let head;
	let isWithinLine = false;
	let older = 0;
	let newer = 0;
	let leftOut = 0;
	let isInHead = true;
	const turn = async () => {
		leftOut += older;
		const gap = `${isWithinLine ? "\n" : ""}… ${(leftOut / 2 ** 20).toFixed(1)} MB left out …\n`;
		if (leftOut > 0) await writeFile(path("gap"), gap, { mode: 384 });
		await rename(path("newer"), path("older"));
		older = newer;
		newer = 0;
	};
	return async (bytes) => {
		if (head === void 0) await mkdir(folder, {
			recursive: true,
			mode: 448
		});
		head ??= 0;
		isInHead &&= head + bytes.length <= part || head === 0;
		if (isInHead) {
			head += bytes.length;
			isWithinLine = bytes.at(-1) !== lineFeed;
			return appendFile(path("head"), bytes, { mode: 384 });
		}
		if (newer > 0 && newer + bytes.length > part) await turn();
		newer += bytes.length;
		return appendFile(path("newer"), bytes, { mode: 384 });
	};
}
export { spoolFiles as n, createSpool as t };
