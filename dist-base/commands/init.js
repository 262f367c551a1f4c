import { b as defineCommand } from "../chunks/line.js";
import { S as styled, T as OpsError, w as text, x as list } from "../chunks/start.js";
import { n as firstScript, t as firstConfiguration } from "../chunks/init.js";
// commands/init/init.ts
const contents = {
	".chatopsrc": {
		content: firstConfiguration,
		executable: false
	},
	"scripts/deploy-app": {
		content: firstScript,
		executable: true
	}
};
var init_default = defineCommand({
	name: "init",
	summary: "Write a first .chatopsrc and an example deploy script",
	examples: [{
		line: "ops init --dry-run",
		says: "which files it would write"
	}],
	effect: "change",
	plan: async (_input, { files, cwd }) => {
		for (const path of Object.keys(contents)) {
			if (!await files.exists(`${cwd}/${path}`)) continue;
			throw new OpsError("failed", `${cwd}/${path} is already there, and nothing was written`, { hint: "ops config" });
		}
		return {
			folder: cwd,
			files: Object.keys(contents)
		};
	},
	preview: ({ folder, files }) => [text(`Write into ${folder}:`), list(files)],
	run: async ({ folder, files: paths }, { files }) => {
		for (const path of paths) {
			const { content = "", executable = false } = contents[path] ?? {};
			await files.create(`${folder}/${path}`, content, { executable });
		}
		return { written: paths };
	},
	show: ({ written }) => [text(`Wrote ${written.join(" and ")}. Edit them, then try `, styled("ops deploy dev --dry-run", { code: true }))]
});
export { init_default as default };
