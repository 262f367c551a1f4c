import { b as defineCommand } from "../chunks/line.js";
import { C as table, S as styled, w as text } from "../chunks/start.js";
// commands/config.ts
var config_default = defineCommand({
	name: "config",
	summary: "Show the effective configuration and where it comes from",
	examples: [{
		line: "ops config",
		says: "every value; secrets are masked"
	}],
	effect: "read",
	run: (_input, { project }) => ({
		file: project.loaded.file,
		values: project.loaded.entries
	}),
	show: ({ file, values }) => [file === void 0 ? text("There is no .chatopsrc here or in any folder above; these are the defaults. ", styled("ops init", { code: true }), " writes a first one") : text(`From ${file}`), table([
		"Key",
		"Value",
		"From"
	], values.map(({ key, value, from }) => [
		key,
		value,
		from
	]))]
});
export { config_default as default };
