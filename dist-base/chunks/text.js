import { c as readWire, f as itemMark, i as plainElement, n as markdownWire, r as noNames } from "./ready.js";
// src/sandbox/text/text.ts
const string = (value) => typeof value === "string" ? value : "";
const record = (value) => typeof value === "object" && value !== null ? value : {};
const records = (value) => Array.isArray(value) ? value.map(record) : [];
const drawn = (lines, separator = "\n") => lines.filter((line) => line !== "").join(separator);
/** Text with Slack's markup → what a person reads of it. */
function plainText(text, names = noNames) {
	return text.split(/```([\s\S]+?)```/u).map((stretch, at) => {
		return (at % 2 === 1 ? readWire(stretch.replaceAll("`", "")) : readWire(stretch)).map((element) => plainElement(element, names)).join("");
	}).join("");
}
const textObject = (part, names) => part["type"] === "plain_text" ? string(part["text"]) : plainText(string(part["text"]), names);
const inlineElements = (part, names) => records(part["elements"]).map((element) => plainElement(element, names) ?? "").join("");
const richTextParts = {
	rich_text_section: inlineElements,
	rich_text_preformatted: inlineElements,
	rich_text_quote: (part, names) => `> ${inlineElements(part, names).replaceAll("\n", "\n> ")}`,
	rich_text_list: (part, names) => records(part["elements"]).map((item, at) => {
		const indent = Math.max(0, Math.trunc(Number(part["indent"] ?? 0)) || 0);
		const mark = itemMark(part["style"] === "ordered", indent, at + 1 + (Number(part["offset"] ?? 0) || 0));
		return `${"    ".repeat(Math.min(indent, 8))}${mark} ${inlineElements(item, names)}`;
	}).join("\n")
};
/** A control: `[Approve]`. What has a title but no label is a picture. */
const element = (part, names) => {
	if (part["type"] === "image") return `[${string(part["alt_text"])}]`;
	if (part["type"] === "mrkdwn" || part["type"] === "plain_text") return textObject(part, names);
	return `[${textObject(record(part["text"] ?? part["placeholder"]), names) || string(part["type"])}]`;
};
const elements = (block, names) => drawn(records(block["elements"]).map((part) => element(part, names)), " ");
const row = (cells, names) => records(cells).map((cell) => cell["type"] === "rich_text" ? richText(cell, names) : string(cell["text"])).join("	");
/** Markdown without its marks; the code of a fence without the fence. */
const markdownText = (markdown, names) => plainText(markdownWire(markdown.replace(/```[^\S\n]*[\w+-]*\n([\s\S]*?)\n?```/gu, "```$1```")), names);
/** A section that ends with a line break is not followed by a second one. */
const richText = (block, names) => records(block["elements"]).map((part) => (richTextParts[string(part["type"])] ?? inlineElements)(part, names).replace(/\n$/u, "")).join("\n");
const taskCard = (task, names) => drawn([
	`${string(task["title"])} (${string(task["status"])})`,
	...[task["details"], task["output"]].map((more) => richText(record(more), names)),
	...records(task["sources"]).map(({ text, url }) => string(text) || string(url))
]);
const blocks = {
	rich_text: richText,
	header: (block, names) => textObject(record(block["text"]), names),
	section: (block, names) => drawn([
		textObject(record(block["text"]), names),
		...records(block["fields"]).map((field) => textObject(field, names)),
		block["accessory"] === void 0 ? "" : element(record(block["accessory"]), names)
	]),
	context: elements,
	actions: elements,
	context_actions: elements,
	divider: () => "———",
	image: (block) => `[${string(record(block["title"])["text"]) || string(block["alt_text"])}]`,
	markdown: (block, names) => markdownText(string(block["text"]), names),
	task_card: taskCard,
	plan: (block, names) => drawn([string(block["title"]), ...records(block["tasks"]).map((task) => taskCard(task, names))]),
	input: (block, names) => drawn([textObject(record(block["label"]), names), element(record(block["element"]), names)]),
	table: (block, names) => drawn((Array.isArray(block["rows"]) ? block["rows"] : []).map((cells) => row(cells, names)))
};
/** What a person sees of a message, as plain text. `names` says what an id is called. */
function messageText(message, names = noNames) {
	const content = message.blocks?.length ? message.blocks.map((block) => blocks[string(block["type"])]?.(block, names) ?? "") : [plainText(message.text, names)];
	const attachments = (message.attachments ?? []).map((attachment) => messageText({
		text: string(attachment["text"] ?? attachment["fallback"]),
		blocks: records(attachment["blocks"])
	}, names));
	const files = (message.files ?? []).map((file) => `[${string(file["title"]) || string(file["name"])}]`);
	return drawn([
		...content,
		...attachments,
		...files
	]);
}
export { messageText as t };
