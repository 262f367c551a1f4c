import { _ as formatLine, b as defineCommand, g as formatTime, y as parseDuration } from "../chunks/line.js";
import { C as table, E as exitCodes, S as styled, T as OpsError, w as text } from "../chunks/start.js";
import { s as environmentNames } from "../chunks/deploy.js";
// commands/history.ts
const outcomes = Object.keys(exitCodes);
const longestLine = 100;
var history_default = defineCommand({
	name: "history",
	summary: "Show who ran what, when, and how it ended",
	options: {
		command: {
			summary: "Only this command",
			short: "c"
		},
		person: {
			summary: "Only runs of this person, by name or id",
			short: "p"
		},
		environment: {
			summary: "Only this environment",
			short: "e",
			choices: environmentNames
		},
		outcome: {
			summary: "Only runs that ended so",
			choices: outcomes
		},
		since: {
			summary: "Not older than this: 2h, 7d, or a date such as 2026-11-21",
			value: "time"
		},
		limit: {
			summary: "At most so many",
			type: "integer",
			default: 20,
			short: "n"
		}
	},
	examples: [
		{
			line: "ops history",
			says: "the last 20 runs"
		},
		{
			line: "ops history --command deploy --environment uat --since 7d",
			says: "a week of deploys to uat"
		},
		{
			line: "ops history --outcome failed",
			says: "what went wrong"
		}
	],
	effect: "read",
	run: async ({ command, person, environment, outcome, since, limit }, { journal, clock, run }) => {
		if (limit < 1) throw new OpsError("usage", `--limit takes 1 or more, not ${limit}`, { hint: "--limit 20" });
		return { runs: (await journal.runs({
			...command === void 0 ? {} : { command },
			...person === void 0 ? {} : { actor: person },
			...environment === void 0 ? {} : { environment },
			...outcome === void 0 ? {} : { outcome },
			...since === void 0 ? {} : { since: timeOf(since, clock.now()) },
			limit: limit + 1
		})).filter(({ id }) => id !== run).slice(0, limit).map(({ id, argv, actor, origin, state, exitCode, acceptedAt, message }) => ({
			id,
			line: formatLine(argv),
			person: actor.name,
			from: origin.type,
			at: acceptedAt,
			state,
			exitCode,
			message
		})) };
	},
	show: ({ runs }) => runs.length === 0 ? [text("No runs match")] : [table([
		"When",
		"Who",
		"From",
		"Line",
		"State",
		"Run"
	], runs.map(row))]
});
function row(run) {
	return [
		formatTime(run.at),
		run.person,
		run.from,
		shorten(run.line),
		{
			text: run.state,
			style: styleOf(run.state)
		},
		styled(run.id, { dim: true })
	];
}
function shorten(line) {
	const characters = [...line];
	return characters.length > longestLine ? `${characters.slice(0, 99).join("")}…` : line;
}
function styleOf(state) {
	if (state === "succeeded") return { color: "green" };
	return { color: [
		"accepted",
		"waiting",
		"running"
	].includes(state) ? "yellow" : "red" };
}
function timeOf(since, now) {
	if (/^\d{4}-\d\d-\d\d(T[\d:.]+Z?)?$/.test(since) && !Number.isNaN(Date.parse(since))) return new Date(since);
	try {
		return new Date(now.getTime() - parseDuration(since, "--since"));
	} catch (cause) {
		const hint = `--since 2d or --since ${now.toISOString().slice(0, 10)}`;
		throw new OpsError("usage", `--since takes a duration or a date, not "${since}"`, {
			hint,
			cause
		});
	}
}
export { history_default as default };
