import { T as OpsError } from "./start.js";
const { createInterface } = globalThis.process.getBuiltinModule("node:readline/promises");
// src/host/ask.ts
/** Asks at the terminal; anything but yes is no. */
async function ask(input, output, question, signal) {
	const prompt = createInterface({
		input,
		output
	});
	prompt.on("SIGCONT", () => prompt.resume());
	try {
		const answer = await prompt.question(`${question} [y/N] `, { signal });
		return /^y(es)?$/i.test(answer.trim());
	} catch (error) {
		output.write("\n");
		if (signal.aborted) throw signal.reason;
		throw new OpsError("cancelled", "nothing was changed: the question was not answered", { cause: error });
	} finally {
		prompt.close();
	}
}
export { ask };
