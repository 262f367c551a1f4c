import { T as OpsError, b as linked, g as fields, w as text } from "./start.js";
// commands/deploy/deployment.ts
function readDeployment({ data, run, actor, at }) {
	return {
		...data,
		run,
		by: actor.name,
		at
	};
}
/**
* A stack: a deploy goes on top, a rollback takes the top away. So two rollbacks go back two versions, and never forth
* to the version that was just left.
*/
function timelineOf(newestFirst) {
	const stack = [];
	let troubled;
	for (const deployment of newestFirst.map(readDeployment).reverse()) {
		troubled = deployment.state === "live" ? void 0 : deployment;
		if (deployment.state !== "live") continue;
		if (deployment.command === "rollback") stack.pop();
		if (stack.at(-1)?.commit === deployment.commit) stack.pop();
		stack.push(deployment);
	}
	const live = stack.at(-1);
	return {
		live,
		before: troubled === void 0 ? stack.at(-2) : live,
		troubled
	};
}
// commands/deploy/health.ts
/** Asks until the address answers 200 with the version or the commit in its body, or the time is up. */
async function waitUntilHealthy({ url, timeout }, { version, commit }, { http, clock, signal }) {
	const until = clock.now().getTime() + timeout;
	let seen = "";
	for (let pause = 100;; pause = Math.min(pause * 2, 2e3)) {
		seen = await look(url, [version, commit], http);
		if (seen === "") return;
		if (clock.now().getTime() + pause > until) break;
		await clock.sleep(pause, signal);
	}
	throw new OpsError("failed", `${url} does not report ${version} after ${timeout / 1e3} s: ${seen}`);
}
/** What is wrong with the answer; empty where nothing is. */
async function look(url, words, http) {
	try {
		const { status, text } = await http(url, { timeout: 5e3 });
		if (status !== 200) return `it answers ${status}`;
		return words.some((word) => text.includes(word)) ? "" : `it answers "${text.trim().slice(0, 80)}"`;
	} catch (error) {
		if (error instanceof OpsError && error.outcome === "unavailable") return error.message;
		throw error;
	}
}
// commands/deploy/target.ts
const environmentNames = (config) => Object.keys(config.environments);
const appNames = (config) => Object.keys(config.apps);
/** The app meant: the one named, else the configured default, else the only one. */
function chooseApp(config, named) {
	const names = appNames(config);
	const app = named ?? config.app ?? (names.length === 1 ? names[0] : void 0);
	if (app !== void 0) return app;
	if (names.length === 0) throw new OpsError("config", "no app is configured", { hint: "ops init" });
	throw new OpsError("usage", `which app? ${names.join(", ")}`, { hint: `--app ${names[0]}` });
}
function subjectOf(app, environment) {
	return `${app}/${environment}`;
}
/** The app's configuration and its part for the environment; refuses an environment that the app does not go to. */
function targetOf({ config }, app, environment) {
	const settings = config.apps[app];
	if (settings === void 0) throw new OpsError("config", `the app ${app} is not configured`, { hint: "ops config" });
	const places = Object.keys(settings.environments);
	if (places.length > 0 && !places.includes(environment)) throw new OpsError("usage", `${app} does not go to ${environment}, but to ${places.join(", ")}`, { hint: `ops deploy ${places[0]} --app ${app}` });
	return {
		settings,
		place: settings.environments[environment]
	};
}
// commands/deploy/release.ts
/** What would run to bring that version to the environment. */
async function planRelease(wanted, context) {
	const { command, app, environment, ref, commit, name } = wanted;
	const { settings, place } = targetOf(context, app, environment);
	JSON.stringify([settings.env, place]);
	const { live } = timelineOf(await context.journal.facts({
		kind: "deployment",
		subject: subjectOf(app, environment)
	}));
	const from = live === void 0 ? void 0 : {
		commit: live.commit,
		version: live.version
	};
	const values = {
		app,
		environment,
		ref,
		commit,
		version: name,
		previous: from?.commit ?? ""
	};
	return {
		command,
		app,
		environment,
		ref,
		commit,
		version: name,
		from,
		argv: fill(settings.deploy, values)
	};
}
function previewRelease({ command, app, environment, commit, version, from, argv }) {
	return [text(`${command === "rollback" ? "Roll back" : "Deploy"} ${app} in ${environment}: ${from?.version ?? "nothing"} → ${version}`), fields({
		commit: commit.slice(0, 10),
		runs: {
			text: argv.join(" "),
			style: { code: true }
		}
	})];
}
/** Runs the program, checks what it did, and records it: also where it failed, since something may be half there. */
async function release(plan, context) {
	const { app, environment, version, commit, from } = plan;
	const { place } = targetOf(context, app, environment);
	const record = (state) => {
		const { command, ref } = plan;
		const subject = subjectOf(app, environment);
		return context.journal.record({
			kind: "deployment",
			subject,
			data: {
				command,
				ref,
				commit,
				version,
				state
			}
		});
	};
	let state = "failed";
	await record("started");
	try {
		await context.output.step(`Release ${app} ${version} to ${environment}`, () => runProgram(plan, context));
		state = "unhealthy";
		const health = place?.health;
		if (health !== void 0) await context.output.step(`Check that ${health.url} serves ${version}`, () => waitUntilHealthy(health, plan, context));
		state = "live";
	} finally {
		await record(state);
	}
	return {
		app,
		environment,
		version,
		commit,
		from: from?.version,
		url: place?.url
	};
}
function showRelease({ app, environment, version, commit, url }) {
	const where = url === void 0 ? [] : [" at ", linked(url, url)];
	return [text(`${app} ${version} (${commit.slice(0, 10)}) is live in ${environment}`, ...where)];
}
async function runProgram(plan, context) {
	const { app, environment, ref, commit, version, from, argv } = plan;
	const { settings, place } = targetOf(context, app, environment);
	const [program = "", ...args] = argv;
	const { exitCode } = await context.exec(program, args, {
		cwd: context.project.folder,
		env: {
			...settings.env,
			...place?.env,
			OPS_APP: app,
			OPS_ENVIRONMENT: environment,
			OPS_REPOSITORY: settings.repository,
			OPS_REF: ref,
			OPS_COMMIT: commit,
			OPS_VERSION: version,
			OPS_PREVIOUS: from?.commit ?? "",
			OPS_RUN: context.run ?? "",
			OPS_ACTOR: context.actor.name
		},
		onLines: context.output.lines
	});
	if (exitCode !== 0) throw new OpsError("failed", `${program} exited with code ${exitCode}: ${app} ${version} may be half in ${environment}`, {
		exitCode,
		...from === void 0 ? {} : { hint: `ops rollback ${environment} --app ${app}` }
	});
}
function fill(words, values) {
	return words.map((word) => word.replaceAll(/\{([a-z]+)\}/g, (whole, name) => values[name] ?? whole));
}
export { appNames as a, subjectOf as c, showRelease as i, targetOf as l, previewRelease as n, chooseApp as o, release as r, environmentNames as s, planRelease as t, timelineOf as u };
