import { b as defineCommand } from "../chunks/line.js";
import { g as fields } from "../chunks/start.js";
// commands/whoami.ts
var whoami_default = defineCommand({
	name: "whoami",
	summary: "Show who you are to ops, with the ids for an administrator",
	examples: [{
		line: "ops whoami",
		says: "your name and id"
	}],
	effect: "read",
	run: (_input, { actor, origin }) => ({
		name: actor.name,
		id: actor.id,
		from: origin.type
	}),
	show: ({ name, id, from }) => [fields({
		name,
		id,
		from
	})]
});
export { whoami_default as default };
