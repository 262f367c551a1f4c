import { b as defineCommand, g as formatTime } from "../chunks/line.js";
import { C as table, S as styled, w as text } from "../chunks/start.js";
import { a as appNames, c as subjectOf, s as environmentNames, u as timelineOf } from "../chunks/deploy.js";
// commands/deployed.ts
var deployed_default = defineCommand({
	name: "deployed",
	summary: "Show what is live where, since when, by whom",
	args: { environment: {
		summary: "Only this environment",
		choices: environmentNames
	} },
	options: { app: {
		summary: "Only this app",
		choices: appNames
	} },
	examples: [{
		line: "ops deployed",
		says: "every app in every environment"
	}, {
		line: "ops deployed uat",
		says: "one environment"
	}],
	effect: "read",
	run: async ({ environment, app }, { config, journal }) => {
		const places = [];
		for (const name of appNames(config)) {
			if (app !== void 0 && app !== name) continue;
			for (const place of environmentNames(config)) {
				if (environment !== void 0 && environment !== place) continue;
				const { live, troubled } = timelineOf(await journal.facts({
					kind: "deployment",
					subject: subjectOf(name, place)
				}));
				if (live !== void 0 || troubled !== void 0) places.push({
					app: name,
					environment: place,
					live,
					troubled
				});
			}
		}
		return { places };
	},
	show: ({ places }) => places.length === 0 ? [text("Nothing was deployed yet: ", styled("ops deploy <environment>", { code: true }))] : [table([
		"App",
		"Environment",
		"Version",
		"Since",
		"By",
		""
	], places.map(row))]
});
function row({ app, environment, live, troubled }) {
	return [
		app,
		environment,
		live?.version ?? "unknown",
		live === void 0 ? "" : formatTime(live.at),
		live?.by ?? "",
		troubled === void 0 ? "" : styled(`! ${troubled.version} ${words[troubled.state]} (run ${troubled.run})`, { color: "yellow" })
	];
}
const words = {
	started: "is on its way or was interrupted",
	live: "is live",
	failed: "failed",
	unhealthy: "was released and is not healthy"
};
export { deployed_default as default };
