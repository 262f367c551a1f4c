import { _ as formatLine, a as isPassing, b as defineCommand, c as notRecorded, d as splitWords, f as cutMention, g as formatTime, h as reference, i as insist$1, l as recover, m as namesIn, o as nearest, p as namedReference, v as quoteWord } from "../chunks/line.js";
import { T as OpsError, c as failureOf, l as stateOf, u as wordsOf, w as text$1 } from "../chunks/start.js";
import { a as warnOfOthers, c as literal, d as openOutput, f as outputFolder, g as createWindow, h as isUneditable, i as markAnswered, l as whisperRefusal, m as SlackCallError, n as isSameProcess, o as handOver, p as removeOutput, r as keepTelling, s as keptIn, u as whisperUnknown, v as renderMessage } from "../chunks/answered.js";
const { fork } = globalThis.process.getBuiltinModule("node:child_process");
const { setFlagsFromString } = globalThis.process.getBuiltinModule("node:v8");
// src/run/child.ts
/** How long to wait for the last words of a child that has ended. */
const lastWords = 1e3;
function startChild({ worker, args, cwd }, onGone) {
	const child = fork(worker, args, {
		cwd,
		detached: true,
		serialization: "advanced",
		stdio: [
			"ignore",
			"ignore",
			"inherit",
			"ipc"
		]
	});
	const ended = new Promise((resolve) => {
		child.once("exit", (code, signal) => resolve(signal === null ? `left with code ${code}` : `was ended by ${signal}`));
		child.on("error", ({ message }) => child.pid === void 0 && resolve(`could not be started: ${message}`));
	});
	ended.then(onGone);
	return {
		process: child,
		ready: new Promise((resolve) => child.once("message", () => resolve(true))),
		gone: ended.then(async (how) => {
			await allHeard(child);
			return `its process ${how}`;
		})
	};
}
/** The system can tell of a child's end before its last messages are read. */
async function allHeard(child) {
	if (!child.connected) return;
	const { promise, resolve } = Promise.withResolvers();
	const timer = setTimeout(resolve, lastWords);
	child.once("disconnect", resolve);
	await promise;
	clearTimeout(timer);
}
// src/run/turns.ts
/** So many at a time; first come, first served. */
function createTurns(most) {
	const waiting = /* @__PURE__ */ new Set();
	let free = most;
	return {
		take: async (signal) => {
			if (signal.aborted) return false;
			if (free > 0) {
				free -= 1;
				return true;
			}
			const { promise, resolve } = Promise.withResolvers();
			const leave = () => {
				waiting.delete(resolve);
				resolve(false);
			};
			waiting.add(resolve);
			signal.addEventListener("abort", leave, { once: true });
			const isMine = await promise;
			signal.removeEventListener("abort", leave);
			return isMine;
		},
		giveBack: () => {
			const [next] = waiting;
			if (next === void 0) free += 1;
			else {
				waiting.delete(next);
				next(true);
			}
		}
	};
}
// src/run/runner.ts
/**
* Milliseconds until the next child is started: to start one takes the listener 5 ms and a processor 50, which the words
* of the run that has just begun or ended need first.
*/
const refill = {
	during: 100,
	after: 20
};
const stopped = {
	type: "died",
	how: "ops was stopped before it began"
};
/**
* A child a run, taken from a small warm pool: a crash or an endless loop costs one run. A child that its run has left
* as good as new goes back to the pool.
*/
function createRunner(options) {
	const idle = [];
	const turns = createTurns(options.most);
	let closed = false;
	const start = () => {
		const child = startChild(options, () => {
			if (idle.includes(child)) idle.splice(idle.indexOf(child), 1);
		});
		return child;
	};
	const fill = () => {
		while (!closed && idle.length < options.ready) idle.push(start());
	};
	const giveBack = (child) => {
		idle.unshift(child);
		for (const { process } of idle.splice(closed ? 0 : options.ready + 1)) process.kill("SIGTERM");
	};
	fill();
	return {
		run: async (task, onEvents, signal) => {
			if (!await turns.take(signal)) return stopped;
			const late = setTimeout(fill, refill.during);
			try {
				const child = idle.shift() ?? start();
				const end = await converse(child, task, onEvents, signal, options);
				if (end.type === "done" && end.again) giveBack(child);
				return end;
			} finally {
				clearTimeout(late);
				setTimeout(fill, refill.after);
				turns.giveBack();
			}
		},
		warm: async () => idle[0] === void 0 || Promise.race([idle[0].ready, idle[0].gone.then(() => false)]),
		close: () => {
			closed = true;
			for (const { process } of idle.splice(0)) process.kill("SIGTERM");
		}
	};
}
async function converse(child, task, onEvents, signal, { kill, patience = 3e4, grace = 8e3 }) {
	const { process, gone } = child;
	const { promise: done, resolve } = Promise.withResolvers();
	const end = () => void kill(process.pid ?? 0).catch(() => {});
	const tell = (message) => void (process.connected && process.send(message, () => {}));
	const take = async ({ events, size }) => {
		await onEvents(events);
		tell({
			type: "credit",
			size
		});
	};
	const hear = (message) => {
		if (message.type === "done") resolve(message);
		if (message.type === "events") take(message).catch(end);
	};
	process.on("message", hear);
	const fault = await untilReady(child, patience, signal);
	if (fault !== void 0) {
		end();
		return fault;
	}
	tell({
		type: "run",
		...task
	});
	using _stop = whenStopped(signal, grace, (reason) => tell({
		type: "stop",
		reason
	}), end);
	const result = await Promise.race([done, gone.then((how) => ({
		type: "died",
		how
	}))]);
	process.off("message", hear);
	return result;
}
async function untilReady(child, patience, signal) {
	const { promise, resolve } = Promise.withResolvers();
	const timer = setTimeout(() => resolve({
		type: "died",
		how: "its process was never ready"
	}), patience);
	const stop = () => resolve(stopped);
	if (signal.aborted) stop();
	else signal.addEventListener("abort", stop, { once: true });
	const gone = child.gone.then((how) => ({
		type: "died",
		how
	}));
	const fault = await Promise.race([
		child.ready,
		gone,
		promise
	]);
	clearTimeout(timer);
	signal.removeEventListener("abort", stop);
	return fault === true ? void 0 : fault;
}
/** Asks for the end, and after the grace makes it. */
function whenStopped(signal, grace, ask, end) {
	let timer;
	const stop = () => {
		ask(signal.reason instanceof Error ? signal.reason.message : "it was stopped");
		timer = setTimeout(end, grace);
	};
	if (signal.aborted) stop();
	else signal.addEventListener("abort", stop, { once: true });
	return { [Symbol.dispose]: () => {
		clearTimeout(timer);
		signal.removeEventListener("abort", stop);
	} };
}
// src/slack/sign-in-error.ts
/** Says what to mend where Slack does not let the listener in. */
function signInError(cause, key, address) {
	if (cause.refusal === void 0) {
		const hint = `curl -i ${address} shows whether this machine reaches it`;
		return new OpsError("unavailable", `Slack cannot be reached at ${address}: ${cause.message}`, {
			hint,
			cause
		});
	}
	const hint = `ops config shows where ${key} comes from; https://api.slack.com/apps has the right one`;
	return new OpsError("config", `Slack refuses ${key}: ${cause.refusal}`, {
		hint,
		cause
	});
}
// src/slack/socket.ts
/** How long Slack may take to say hello. */
const helloTimeout = 2e4;
const longestPause$1 = 3e4;
/** How long a connection is kept beside the one that takes its place. */
const overlap = 5e3;
/** Milliseconds from one connection's beginning to the next one's. */
const shortest = 500;
/**
* Keeps one connection open. Slack ends each after some hours, and says so: the next one is opened at once, while the
* old one still brings what is under way. After a fault it is tried again for as long as it takes.
*/
async function keepConnected(options) {
	const closing = new AbortController();
	const lost = Promise.withResolvers();
	const refused = (thrown) => signInError(SlackCallError.of("apps.connections.open", thrown), "slack.appToken", options.address);
	let link = await connect(options).catch((error) => Promise.reject(refused(error)));
	const follow = async () => {
		while (!closing.signal.aborted) {
			const began = options.clock.now().getTime();
			const how = await link.over;
			if (closing.signal.aborted) return;
			if (how === "ended") options.warn("the connection to Slack broke off: connecting again");
			await options.clock.sleep(Math.max(0, began + shortest - options.clock.now().getTime()), closing.signal);
			const old = link;
			link = await reconnect(options, closing.signal);
			if (how === "replaced") retire(old, options.clock, closing.signal);
			if (closing.signal.aborted) await end(link);
		}
	};
	follow().catch((error) => {
		if (!closing.signal.aborted) lost.resolve(refused(error));
	});
	return {
		lost: lost.promise,
		close: async () => {
			closing.abort();
			link.client.removeAllListeners("slack_event");
			await end(link);
		}
	};
}
async function reconnect(options, closing) {
	for (let pause = 500, failures = 0;; pause = Math.min(pause * 2, longestPause$1), failures++) try {
		const link = await connect(options);
		if (failures > 0) options.warn("connected to Slack again");
		return link;
	} catch (thrown) {
		const error = SlackCallError.of("apps.connections.open", thrown);
		if (error.refusal !== void 0) throw thrown;
		if (failures === 0) options.warn(`Slack cannot be reached, and is tried again: ${error.message}`);
		await options.clock.sleep(Math.max(pause, (error.retryAfter ?? 0) * 1e3), closing);
	}
}
async function connect({ create, onEnvelope, clock, warn }) {
	const client = create();
	const { promise: over, resolve } = Promise.withResolvers();
	readFrames(client, () => resolve("replaced"), warn);
	client.on("disconnected", () => resolve("ended"));
	client.on("slack_event", (raw) => {
		const ack = () => raw.ack().catch((error) => warn(`an event was not acknowledged: ${wordsOf(error)}`));
		onEnvelope({
			type: raw.type,
			body: raw.body,
			ack
		}).catch((error) => warn(wordsOf(error)));
	});
	const patience = new AbortController();
	const late = clock.sleep(helloTimeout, patience.signal).then(() => Promise.reject(/* @__PURE__ */ new Error("no hello from Slack")));
	const early = over.then(() => Promise.reject(/* @__PURE__ */ new Error("Slack ended the connection before it began")));
	try {
		const hello = client.start().catch((error) => error === void 0 ? early : Promise.reject(error));
		await Promise.race([
			hello,
			late,
			early
		]);
		return {
			client,
			over
		};
	} catch (error) {
		end({
			client,
			over
		});
		throw error;
	} finally {
		patience.abort();
		for (const promise of [late, early]) promise.catch(() => {});
	}
}
/**
* Stands between the connection and the client's own reader. That one would close the connection as soon as Slack
* says that it will end, with events still on their way; and its faults, which an event of a kind that it does not
* know is enough for, would end the process.
*/
function readFrames(client, onFarewell, warn) {
	const readers = client.listeners("ws_message");
	client.removeAllListeners("ws_message");
	client.on("ws_message", (frame, isBinary) => {
		if (isFarewell(frame)) return onFarewell();
		Promise.all(readers.map(async (read) => read(readableFrame(frame), isBinary))).catch((error) => warn(`a message from Slack could not be read: ${wordsOf(error)}`));
	});
}
/** What Slack has sent still comes. */
async function retire(link, clock, closing) {
	await clock.sleep(overlap, closing).catch(() => link.client.removeAllListeners("slack_event"));
	await end(link);
}
/** Slack leaves the last connection half open for seconds, and a closed one says nothing: nobody waits for either. */
async function end({ client }) {
	const { promise, resolve } = Promise.withResolvers();
	const timer = setTimeout(resolve, 1e3);
	client.disconnect().then(resolve, resolve);
	await promise;
	clearTimeout(timer);
}
/** The client expects an event in every envelope of events, and some, such as `app_rate_limited`, have none. */
function readableFrame(frame) {
	if (typeof frame !== "string" || !frame.includes("events_api")) return frame;
	const envelope = parsed(frame);
	if (envelope?.type !== "events_api" || typeof envelope.payload?.event?.type === "string") return frame;
	return JSON.stringify({
		...envelope,
		payload: {
			...envelope.payload,
			event: { type: "no_event" }
		}
	});
}
function parsed(frame) {
	try {
		return Object(JSON.parse(frame));
	} catch {
		return;
	}
}
function isFarewell(frame) {
	return typeof frame === "string" && frame.length < 1e3 && /"type":\s*"disconnect"/.test(frame);
}
// src/slack/client.ts
const nothing = () => {};
/** Signs in with the official clients. They are loaded here, since they cost 70 ms. */
async function signIn(slack, options) {
	const { clock, warn, timeout = 1e4 } = options;
	const [{ WebClient }, { SocketModeClient, LogLevel }] = await Promise.all([import("@slack/web-api"), import("@slack/socket-mode")]);
	const quiet = {
		debug: nothing,
		info: nothing,
		warn: nothing,
		error: nothing,
		setLevel: nothing,
		setName: nothing
	};
	const address = slack.apiUrl ?? "https://slack.com/api/";
	const api = {
		slackApiUrl: address,
		retryConfig: { retries: 0 },
		rejectRateLimitedCalls: true,
		timeout
	};
	const logger = {
		...quiet,
		getLevel: () => LogLevel.ERROR
	};
	const web = new WebClient(slack.botToken, {
		...api,
		logger
	});
	const call = async (method, args) => {
		try {
			return { ...await web.apiCall(method, args) };
		} catch (error) {
			throw SlackCallError.of(method, error);
		}
	};
	const create = () => new SocketModeClient({
		appToken: slack.appToken,
		autoReconnectEnabled: false,
		clientPingTimeout: 15e3,
		logger,
		clientOptions: { ...api }
	});
	return {
		identity: await whoIsTheBot(call, address),
		call,
		start: (onEnvelope) => keepConnected({
			address,
			create,
			onEnvelope,
			warn,
			clock
		})
	};
}
async function whoIsTheBot(call, address) {
	try {
		const { team_id, team, user_id, bot_id, user } = await call("auth.test", {});
		return {
			team: team_id ?? "",
			teamName: team ?? "",
			userId: user_id ?? "",
			botId: bot_id ?? "",
			name: user ?? ""
		};
	} catch (error) {
		if (!(error instanceof SlackCallError)) throw error;
		throw signInError(error, "slack.botToken", address);
	}
}
// src/slack/find.ts
/** Of a room where more was said since, the message is not looked for any further. */
const mostPages = 20;
/** Looks for the message about a run, where it would stand. */
async function findMessage(call, { channel, thread, asked, run }) {
	const [method, where] = thread === void 0 ? ["conversations.history", {}] : ["conversations.replies", { ts: thread }];
	const range = {
		oldest: asked,
		limit: 200,
		include_all_metadata: true
	};
	let cursor;
	for (let page = 0; page < mostPages; page++) {
		const from = cursor === void 0 ? {} : { cursor };
		const { messages = [], response_metadata } = await call(method, {
			channel,
			...where,
			...range,
			...from
		});
		const found = messages.find((message) => isAbout(message, run));
		if (found !== void 0) return {
			ts: found.ts,
			isFinal: isFinal(found),
			blocks: blocksOf(found)
		};
		cursor = response_metadata?.next_cursor || void 0;
		if (cursor === void 0) return void 0;
	}
}
/** The run's id stands in the message too, for apps that may not read metadata. */
function isAbout(message, run) {
	const { metadata, bot_id } = message;
	if (metadata !== void 0) return metadata.event_payload?.run === run;
	return bot_id !== void 0 && footOf(message).includes(`run ${run}`);
}
function isFinal(message) {
	const { metadata } = message;
	return metadata === void 0 ? /exit \d/.test(footOf(message)) : metadata.event_payload?.final === true;
}
function footOf(message) {
	const last = blocksOf(message).at(-1);
	return last?.type === "context" ? JSON.stringify(last) : "";
}
function blocksOf({ blocks }) {
	return Array.isArray(blocks) ? blocks : [];
}
// src/slack/lane.ts
/** `spare` turns are kept for calls that nothing comes after. */
function createLane(pace, clock, spare = 0) {
	const queue = [];
	let taken = 0;
	let alarm = new AbortController();
	const goOn = () => {
		alarm.abort();
		alarm = new AbortController();
		while (!pace.isFull()) {
			const next = queue.find(isLast) ?? queue[0];
			if (next === void 0) return;
			const ms = pace.wait(isLast(next) ? 0 : spare);
			if (ms > 0) return void clock.sleep(Math.ceil(ms), alarm.signal).then(goOn, () => {});
			queue.splice(queue.indexOf(next), 1);
			go(next);
		}
	};
	const go = async (next) => {
		const report = pace.spend();
		const retryAfter = await next.start();
		report(retryAfter);
		if (retryAfter !== void 0) enter(next);
		goOn();
	};
	/** What was refused keeps its place. */
	const enter = (next) => {
		const place = queue.findIndex(({ number }) => number > next.number);
		queue.splice(place === -1 ? queue.length : place, 0, next);
	};
	return {
		wait: () => pace.wait(spare + queue.length),
		take: (call, over) => {
			const answer = Promise.withResolvers();
			enter({
				number: taken++,
				over,
				start: () => settle$1(call, answer)
			});
			over?.addEventListener("abort", goOn, { once: true });
			goOn();
			return answer.promise.finally(() => over?.removeEventListener("abort", goOn));
		}
	};
}
const mostKept = 500;
/** A lane for each of something, such as each room. Those that were not asked for lately are forgotten. */
function createLanes(create) {
	const lanes = /* @__PURE__ */ new Map();
	return (key) => {
		const lane = lanes.get(key) ?? create();
		lanes.delete(key);
		lanes.set(key, lane);
		const [oldest] = lanes.keys();
		if (lanes.size > mostKept && oldest !== void 0) lanes.delete(oldest);
		return lane;
	};
}
function isLast({ over }) {
	return over === void 0 || over.aborted;
}
/** Passes the answer on, but for a refusal that asks to wait: that many seconds. */
async function settle$1(call, answer) {
	try {
		answer.resolve(await call());
	} catch (error) {
		if (error instanceof SlackCallError && error.retryAfter !== void 0) return error.retryAfter;
		answer.reject(error);
	}
}
// src/slack/pace.ts
const slowest = 8;
const slower = 1.25;
const quicker = .98;
/** A token bucket that learns from refusals. https://docs.slack.dev/apis/web-api/rate-limits */
function createPace({ clock, rate, refused = rate, atOnce }) {
	const elapsed = createStopwatch(clock);
	let { perMinute, burst } = rate;
	let tokens = burst;
	let slowness = 1;
	let at = 0;
	let refusedAt = -1;
	let heldUntil = 0;
	let underWay = 0;
	let isProbing = false;
	const every = () => 6e4 / perMinute * slowness;
	const refill = () => {
		const now = elapsed();
		tokens = Math.min(burst, tokens + Math.max(0, now - at) / every());
		at = Math.max(at, now);
		return now;
	};
	const learn = (seconds, began) => {
		const now = elapsed();
		heldUntil = Math.max(heldUntil, now + Math.max(1, seconds) * 1e3);
		at = heldUntil;
		tokens = 1;
		isProbing = true;
		if (began <= refusedAt) return;
		refusedAt = now;
		if (perMinute === refused.perMinute) slowness = Math.min(slowest, slowness * slower);
		({perMinute, burst} = refused);
	};
	return {
		isFull: () => underWay >= (isProbing ? 1 : atOnce),
		wait: (spare = 0) => {
			const now = refill();
			return Math.max(heldUntil - now, at - now + (1 + spare - tokens) * every(), 0);
		},
		spend: () => {
			const began = refill();
			tokens -= 1;
			underWay += 1;
			return (retryAfter) => {
				underWay -= 1;
				if (retryAfter !== void 0) return learn(retryAfter, began);
				isProbing &&= began < heldUntil;
				slowness = Math.max(1, slowness * quicker);
			};
		}
	};
}
/** The pace of a part within that of the whole. What is refused is held against the part. */
function paceWithin(whole, part) {
	return {
		isFull: part.isFull,
		wait: (spare) => Math.max(part.wait(spare), whole.wait()),
		spend: () => {
			const [ofWhole, ofPart] = [whole.spend(), part.spend()];
			return (retryAfter) => {
				ofWhole(void 0);
				ofPart(retryAfter);
			};
		}
	};
}
/** Milliseconds that have passed. The machine's clock may be set back, and then none have. */
function createStopwatch(clock) {
	let elapsed = 0;
	let at = clock.now().getTime();
	return () => {
		const now = clock.now().getTime();
		elapsed += Math.max(0, now - at);
		at = now;
		return elapsed;
	};
}
// src/slack/upload.ts
const patience$2 = 12e4;
/** Brings a file's bytes to Slack, where nobody sees them yet. */
async function uploadBytes(call, http, { name, content }) {
	const { upload_url, file_id } = await call("files.getUploadURLExternal", {
		filename: name,
		length: content.size
	});
	const { status } = await http(String(upload_url), {
		method: "POST",
		headers: { "content-type": "application/octet-stream" },
		body: content,
		timeout: patience$2
	}).catch((cause) => Promise.reject(new SlackCallError(cause.message, { cause })));
	if (status === 200) return String(file_id);
	const refusal = status < 500 ? { refusal: `http_${status}` } : {};
	throw new SlackCallError(`Slack did not take the file: HTTP ${status}`, {
		...refusal,
		cause: void 0
	});
}
/** Shows them. */
async function shareFile(call, file, { channel, thread, title }) {
	await call("files.completeUploadExternal", {
		files: [{
			id: file,
			title
		}],
		channel_id: channel,
		thread_ts: thread
	});
	return true;
}
/** Whether that was done, though its answer was lost. */
async function isShared(call, file) {
	try {
		await call("files.info", { file });
		return true;
	} catch (error) {
		if (error instanceof SlackCallError && error.refusal === "file_not_found") return void 0;
		throw error;
	}
}
// src/slack/deliver.ts
/** Edits that are left for those that cannot wait: the last ones. */
const spare = 5;
const plain = {
	parse: "none",
	link_names: false,
	unfurl_links: false,
	unfurl_media: false
};
/** Messages that arrive once: at the pace that Slack allows, again where that is safe, and never twice. */
function createDelivery(call, http, clock) {
	const { updates, posts, whispers, files, lookups } = createLimits(clock);
	const argsOf = ({ channel, run }, { text, blocks, isFinal = false }) => ({
		channel,
		text,
		blocks,
		metadata: {
			event_type: "ops_run",
			event_payload: {
				run,
				final: isFinal
			}
		}
	});
	const find = (place) => findMessage((method, args) => lookups.take(() => call(method, args)), place);
	return {
		updateWait: updates.wait,
		find: (place) => insist({
			clock,
			send: () => find(place)
		}),
		post: (place, content, over) => {
			const send = async () => {
				const args = {
					...argsOf(place, content()),
					...plain,
					...inThread(place.thread)
				};
				return String((await call("chat.postMessage", args)).ts);
			};
			const sent = async () => (await find(place))?.ts;
			return insist({
				clock,
				send: () => posts(place.channel).take(send, over),
				find: sent
			});
		},
		update: (place, ts, content, over) => {
			const send = async () => void await call("chat.update", {
				ts,
				...argsOf(place, content()),
				parse: "none",
				link_names: false
			});
			return insist({
				clock,
				send: () => updates.take(send, over)
			});
		},
		whisper: (channel, thread, user, { text, blocks }) => {
			const args = {
				channel,
				user,
				text,
				blocks,
				...plain,
				...inThread(thread)
			};
			const send = async () => void await call("chat.postEphemeral", args);
			return insist({
				clock,
				send: () => whispers.take(send)
			});
		},
		upload: async (file, target) => {
			const id = await insist({
				clock,
				send: () => files.take(() => uploadBytes(call, http, file))
			});
			const send = () => files.take(() => shareFile(call, id, target));
			await insist({
				clock,
				send,
				find: () => files.take(() => isShared(call, id))
			});
		}
	};
}
/** In no minute more than Slack takes in one. */
const tier3 = {
	perMinute: 36,
	burst: 12
};
const tier4 = {
	perMinute: 80,
	burst: 20
};
/** https://docs.slack.dev/apis/web-api/rate-limits */
function createLimits(clock) {
	const lane = (rate) => createLane(createPace({
		clock,
		rate,
		atOnce: 8
	}), clock);
	const edits = createPace({
		clock,
		rate: {
			perMinute: 50,
			burst: 20
		},
		refused: tier3,
		atOnce: 8
	});
	const allPosts = createPace({
		clock,
		rate: {
			perMinute: 300,
			burst: 300
		},
		atOnce: 0
	});
	const postsOfRoom = () => {
		const [free, aSecond] = [{
			perMinute: 6e4,
			burst: 1e3
		}, {
			perMinute: 60,
			burst: 3
		}];
		return createLane(paceWithin(allPosts, createPace({
			clock,
			rate: free,
			refused: aSecond,
			atOnce: 4
		})), clock);
	};
	return {
		updates: createLane(edits, clock, spare),
		posts: createLanes(postsOfRoom),
		whispers: lane(tier4),
		files: lane(tier4),
		lookups: lane(tier3)
	};
}
/** Milliseconds between attempts, at the most, and all in all. */
const longestPause = 15e3;
const patience$1 = 12e4;
/** Tries until it is delivered. After a lost answer it looks first whether the message is there already. */
async function insist({ clock, send, find }) {
	let isUnsure = false;
	const attempt = async () => {
		const found = isUnsure ? await look(find) : void 0;
		if (found !== void 0) return found;
		isUnsure = true;
		return send();
	};
	for (let pause = 500, waited = 0;; pause = Math.min(pause * 2, longestPause)) try {
		return await attempt();
	} catch (error) {
		if (!(error instanceof SlackCallError) || error.refusal !== void 0) throw error;
		if (waited > patience$1) throw error;
		waited += pause;
		await clock.sleep(pause);
	}
}
/** Nothing where Slack does not let the app look: a second message is better than none. */
async function look(find) {
	try {
		return await find?.();
	} catch (error) {
		if (error instanceof SlackCallError && error.refusal !== void 0) return void 0;
		throw error;
	}
}
function inThread(thread) {
	return thread === void 0 ? {} : { thread_ts: thread };
}
// src/slack/lateness.ts
/**
* Milliseconds after which nobody expects a line to run any more. Slack sends an event again within six minutes; one
* that is older waited for a listener.
*/
const longestWait = 9e5;
/** Why a message that comes only now is not run; undefined where it comes in time. */
function tooLate({ ts }, now, longest) {
	const typed = /* @__PURE__ */ new Date(Number(ts) * 1e3);
	if (!(now.getTime() - typed.getTime() > longest)) return void 0;
	const message = `your line of ${formatTime(typed)} came only now, at ${formatTime(now)}: it was not run`;
	return new OpsError("retry", message, { hint: "type it again if it is still to run" });
}
// src/slack/talk.ts
const sentenceWords = new Set("a am an and any anyone are at be because been but can could did do does for from had has have he hello hey hi how i if in is it its just me my no not of ok on or our please she should so still thank thanks that the their them then there they this to us was we were what when where which who why will with would yes you your".split(" "));
const punctuated = /\p{L}[,:?!.…]+$|\p{L}'\p{L}{1,2}$|^[:;]-?[()DP/|]$/u;
/** Whether words read like a sentence rather than like a line for a program. */
function looksLikeTalk(words) {
	return words.some((word) => punctuated.test(word) || sentenceWords.has(word.toLowerCase()));
}
// src/slack/readable.ts
const longest = 4e4;
const control = /(?!\n|\t|\r\n)\p{Cc}/u;
const loneSurrogate = /\p{Surrogate}/u;
const resend = "delete it and send the line again";
/** The text itself, or a usage error where it holds what no line may: controls and halves of characters. */
function readable(text) {
	const broken = loneSurrogate.exec(text);
	if (broken !== null) throw new OpsError("usage", `the line holds half a character, the lone surrogate ${place(text, broken)}`, { hint: resend });
	const invisible = control.exec(text);
	if (invisible !== null) throw new OpsError("usage", `the line holds a control character, ${place(text, invisible)}`, { hint: resend });
	return text;
}
/** The line itself, or a usage error where it is longer than Slack keeps whole. */
function shortEnough(line) {
	const length = line.length > longest ? Array.from(line).length : line.length;
	if (length <= longest) return line;
	throw new OpsError("usage", `the line is ${length} characters long; ${longest} is the most`, { hint: "put the long part in a file, and name the file" });
}
function place(text, { 0: character, index }) {
	const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
	const [before = ""] = text.slice(Math.max(0, index - 40), index).match(/[^\p{C}]{0,20}$/u) ?? [];
	return before.trim() === "" ? `U+${code}` : `U+${code}, after ${quoteWord(before)}`;
}
// src/slack/tidy.ts
const lineBreak = /\r\n|[\u2028\u2029]/g;
const space = /\p{Zs}/gu;
const unseen = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
const wordStart = /(^|[\s"'])(\u2013+)/g;
/** A decoded message without what editors and Slack's composer did to it: what would have been typed in a shell. */
function tidy(decoded) {
	return unwrap(shortEnough(trim(decoded.replace(lineBreak, "\n").replace(unseen, "").replace(space, " "))));
}
/**
* A message that stands in backticks as a whole is what its writer wants taken as it is: one layer is taken off, and
* quotes and dashes stay. A mention may stand before the backticks, since it cannot stand within.
*/
function unwrap(line) {
	const { mention = "", rest = line } = cutMention(line) ?? {};
	const inside = within$1("```", rest) ?? within$1("`", rest);
	if (inside === void 0) return straighten(line);
	return mention === "" ? trim(inside) : `${mention.trimEnd()} ${trim(inside)}`;
}
function within$1(fence, line) {
	if (!line.startsWith(fence) || !line.endsWith(fence) || line.length <= 2 * fence.length) return;
	const inside = line.slice(fence.length, -fence.length);
	return inside.includes(fence) ? void 0 : inside;
}
/** Undoes smart punctuation. An en dash within a word stays: `1–2` was meant. */
function straighten(line) {
	return line.replace(/[\u201c-\u201f]/g, "\"").replace(/[\u2018-\u201b]/g, "'").replace(/\u2014/g, "--").replace(wordStart, (_, before, dashes) => `${before}${"-".repeat(dashes.length)}`).replace(/\u2026/g, "...");
}
function trim(line) {
	const trimmed = line.trim();
	return trimmed.endsWith("\\") ? line.trimStart() : trimmed;
}
// src/slack/decode.ts
const bracketed = /<([^<>]*)>/g;
const entity = /&(amp|lt|gt);/g;
const entities = {
	amp: "&",
	lt: "<",
	gt: ">"
};
const named$1 = /^#[A-Z0-9]+$|^!subteam\^[A-Z0-9]+$/;
const person = /^@[A-Z0-9]+$/;
const date = /^!date\^(\d+)\b/;
const special = /^!(\w+)$/;
const link = /^[a-z][a-z0-9+.-]*:/i;
/** What the person typed, from a message's source: `&lt;` and `<http://x.com|x.com>` become `<` and `x.com`. */
function decode(source) {
	return tidy(decodeEntities(readable(source).replace(bracketed, typed$1)));
}
/** Undoes the three escapes that Slack makes. */
function decodeEntities(source) {
	return source.replace(entity, (whole, name) => entities[name] ?? whole);
}
function typed$1(whole, inside) {
	const bar = inside.indexOf("|");
	const target = bar === -1 ? inside : inside.slice(0, bar);
	const label = bar === -1 ? "" : inside.slice(bar + 1);
	if (person.test(target)) return reference(target);
	if (named$1.test(target)) return namedReference(target, label);
	const [, broadcast] = special.exec(target) ?? [];
	if (broadcast !== void 0) return `@${broadcast}`;
	const [, seconds] = date.exec(target) ?? [];
	if (seconds !== void 0) return label || seconds;
	return link.test(target) ? label || target : whole;
}
// src/slack/list-mark.ts
const bullets = [
	"•",
	"◦",
	"▪︎"
];
const counters = [
	String,
	letters,
	roman
];
const hundreds = [
	"",
	"c",
	"cc",
	"ccc",
	"cd",
	"d",
	"dc",
	"dcc",
	"dccc",
	"cm"
];
const tens = [
	"",
	"x",
	"xx",
	"xxx",
	"xl",
	"l",
	"lx",
	"lxx",
	"lxxx",
	"xc"
];
const ones = [
	"",
	"i",
	"ii",
	"iii",
	"iv",
	"v",
	"vi",
	"vii",
	"viii",
	"ix"
];
const mostDeep = 8;
/** What Slack puts before an item of a list, by how deep it is: `•`, then `◦`; `1.`, then `a.` */
function listMark(isOrdered, depth, number) {
	const level = depth % 3;
	const mark = isOrdered ? `${counters[level]?.(number)}.` : bullets[level];
	return `${"    ".repeat(Math.min(depth, mostDeep))}${mark} `;
}
function letters(number) {
	const rest = Math.floor((number - 1) / 26);
	return (rest > 0 ? letters(rest) : "") + String.fromCharCode(97 + (number - 1) % 26);
}
function roman(number) {
	const digit = (unit) => Math.floor(number / unit) % 10;
	return `${"m".repeat(Math.floor(number / 1e3))}${hundreds[digit(100)]}${tens[digit(10)]}${ones[digit(1)]}`;
}
// src/slack/rich-text.ts
const marks = {
	bold: "*",
	italic: "_",
	strike: "~",
	code: "`"
};
const longestCount = 1e5;
/**
* What the person typed, from the one `rich_text` block that the composer makes: the same line that `decode` finds in
* the source. `source` tells the names of channels and user groups. Undefined where the blocks are anything else.
*/
function wordsOfBlocks(blocks, source = "") {
	if (!Array.isArray(blocks) || blocks.length !== 1) return;
	const block = fieldsOf(blocks[0]);
	if (block.type !== "rich_text") return;
	const names = namesIn(source);
	const paragraphs = all(block.elements, (element) => paragraph(fieldsOf(element), names));
	return paragraphs && tidy(belowEachOther(paragraphs));
}
function belowEachOther(paragraphs) {
	let isNewLine = true;
	return paragraphs.map((text) => {
		const part = isNewLine ? text : `\n${text}`;
		isNewLine = part === "" || part.endsWith("\n");
		return part;
	}).join("");
}
function paragraph(element, names) {
	switch (element.type) {
		case "rich_text_section": return styledText(element.elements, names);
		case "rich_text_preformatted": return around("```", all(element.elements, (piece) => typed(fieldsOf(piece), names))?.join(""));
		case "rich_text_quote": return styledText(element.elements, names)?.replace(/^/gm, "> ");
		case "rich_text_list": return listed(element, names);
		default: return;
	}
}
function listed({ elements, style, indent, offset }, names) {
	const items = all(elements, (item) => styledText(fieldsOf(item).elements, names));
	const mark = (index) => listMark(style === "ordered", count(indent), count(offset) + index + 1);
	return items?.map((item, index) => mark(index) + item).join("\n");
}
function count(value) {
	return typeof value === "number" && value >= 0 && value <= longestCount ? Math.trunc(value) : 0;
}
/** Text with the marks that its styles were typed as. */
function styledText(elements, names) {
	let before = "";
	const pieces = all(elements, (element) => {
		const fields = fieldsOf(element);
		const after = marksOf(fieldsOf(fields.style));
		const text = typed(fields, names);
		if (text === void 0) return;
		const piece = `${change(before, after)}${text}`;
		before = after;
		return piece;
	});
	return pieces && pieces.join("") + change(before, "");
}
function marksOf(style) {
	return Object.entries(marks).filter(([name]) => style[name] === true).map(([, mark]) => mark).join("");
}
function change(before, after) {
	let common = 0;
	while (common < before.length && before[common] === after[common]) common += 1;
	return [...before.slice(common)].reverse().join("") + after.slice(common);
}
function typed(fields, names) {
	switch (fields.type) {
		case "text": return text(fields.text);
		case "link": return text(fields.text) || text(fields.url);
		case "user": return withId(fields.user_id, (id) => reference(`@${id}`));
		case "channel": return withId(fields.channel_id, (id) => nameOf(`#${id}`, names));
		case "usergroup": return withId(fields.usergroup_id, (id) => nameOf(`!subteam^${id}`, names));
		case "broadcast": return around("@", text(fields.range), "");
		case "emoji": return emoji(fields);
		case "date": return text(fields.fallback) || text(`${fields.timestamp}`);
		case "color": return text(fields.value);
		default: return;
	}
}
function emoji({ name, skin_tone: tone }) {
	return around(":", text(name) && (typeof tone === "number" ? `${name}::skin-tone-${tone}` : text(name)));
}
function nameOf(id, names) {
	const name = names.get(id);
	return namedReference(id, name && decodeEntities(readable(name)));
}
function withId(id, build) {
	return typeof id === "string" && /^[A-Z0-9]+$/.test(id) ? build(id) : void 0;
}
function around(mark, inside, end = mark) {
	return inside === void 0 ? void 0 : `${mark}${inside}${end}`;
}
function text(value) {
	return typeof value === "string" ? readable(value) : void 0;
}
function fieldsOf(value) {
	return typeof value === "object" && value !== null ? value : {};
}
/** Every element, converted; undefined where one could not be. */
function all(elements, convert) {
	if (!Array.isArray(elements)) return;
	const converted = [];
	for (const element of elements) {
		const text = convert(element);
		if (text === void 0) return;
		converted.push(text);
	}
	return converted;
}
// src/slack/words.ts
/** The line that a message is. What its blocks show is what counts, since that is what everybody in the room saw. */
function messageLine({ text, blocks }) {
	return wordsOfBlocks(blocks, text) ?? decode(text);
}
// src/slack/address.ts
const talk = { kind: "talk" };
const opening = /^[\s`\u200b-\u200f\ufeff]*([^\s`\u200b-\u200f\ufeff]*)/;
const indent = /^[\s`\u200b-\u200f\ufeff]+/;
/** The word, and all the rest in backticks. */
const fenced = /^(\S+)\s+(```|`)([^`]+)\2$/;
const quotes = "\"'`";
/** What makes a sentence of a command's name: `ops deploy is broken`. */
const verb = /^(?:is|are|was|were|has|have|had|does|did)(?:n['’]t)?[,:;?!.…]*$/i;
const option = /^--[a-z]/i;
/** How many words a command's name may have. */
const nameLengths = [
	4,
	3,
	2,
	1
];
const headLength = 40;
/**
* Whether a message is for `ops`, and the argv that it stands for.
*
* - A direct message is a line. `ops` may stand before it, and need not.
* - All of a line, or all of it but the word, may stand in backticks: ops `deploy uat`.
* - A message that begins with a mention of the bot is a line, anywhere.
* - In a channel a line begins with the word alone, `ops`, `Ops` or `OPS`, followed by the name of a command
*   (`jira mentions` is `jira-mentions`), by an option (`--help`), or by nothing.
* - What begins so but names no command is answered, to its sender only, where the next word is a slip away from a
*   command's name and the rest does not read like a sentence: `ops deplyo uat`.
* - Everything else is talk and gets no answer: "ops is down again", "ops, can you help?", "Ops: please deploy". So is
*   a command's name with a verb right after it: "ops deploy is broken".
*
* A line that does not parse is refused, to its sender only; talk that would not parse is still talk.
*/
function addressed(message) {
	if (message.channelType === "im") return attempt(() => directLine(message));
	const [, first = ""] = opening.exec(message.text) ?? [];
	if (first.startsWith(`<@${message.botUserId}`)) return attempt(() => mentioned(message));
	return isWord(first, message.word) ? inChannel(message) : talk;
}
function directLine(message) {
	const line = messageLine(message);
	const cut = cutMention(line);
	return lineOf(cut?.id === message.botUserId ? cut.rest : line, message.word);
}
function mentioned(message) {
	const cut = cutMention(messageLine(message));
	return cut?.id === message.botUserId ? lineOf(cut.rest, message.word) : talk;
}
function inChannel(message) {
	const result = attempt(() => wordLine(message));
	if (result.kind !== "refused") return result;
	return judge(headOf(message.text).slice(1), message.commands) === "line" ? result : talk;
}
function wordLine(message) {
	const line = messageLine(message);
	const [first = "", ...next] = headOf(line);
	if (!isWord(first, message.word)) return talk;
	const verdict = judge(next, message.commands);
	if (verdict === "line") return lineOf(line, message.word);
	return verdict === "talk" ? talk : slip(next.map(withoutQuotes), message.commands);
}
function lineOf(line, word) {
	const [, first = "", , inside = ""] = fenced.exec(line) ?? [];
	const argv = splitWords(isWord(first, word) ? inside : line);
	return {
		kind: "line",
		argv: argv[0] !== void 0 && isWord(argv[0], word) ? argv.slice(1) : argv
	};
}
function slip(words, commands) {
	if (looksLikeTalk(words)) return talk;
	const [first = "", second] = words;
	const dashed = commands.filter((name) => name.includes("-"));
	const pairs = second === void 0 ? [] : nearest(`${first}-${second}`, dashed);
	if (pairs.length > 0) return {
		kind: "unknown",
		word: `${first} ${second}`,
		suggestions: pairs
	};
	const suggestions = nearest(first, commands);
	return suggestions.length === 0 ? talk : {
		kind: "unknown",
		word: first,
		suggestions
	};
}
function isWord(typed, word) {
	return typed === word || typed === word.toUpperCase() || typed === word.charAt(0).toUpperCase() + word.slice(1);
}
function judge(words, commands) {
	const plain = words.slice(0, nameLengths[0]).map(withoutQuotes);
	if (plain[0] === void 0 || option.test(plain[0])) return "line";
	const isName = (length) => commands.includes(plain.slice(0, length).join("-"));
	const length = nameLengths.find(isName);
	if (length === void 0) return "unknown";
	return verb.test(words[length] ?? "") ? "talk" : "line";
}
/** The first words of a message. */
function headOf(text) {
	const head = [];
	for (const [word] of text.replace(indent, "").matchAll(/\S+/g)) {
		head.push(word);
		if (head.length === headLength) break;
	}
	return head;
}
function withoutQuotes(word) {
	let [start, end] = [0, word.length];
	while (start < end && quotes.includes(word.charAt(start))) start += 1;
	while (end > start && quotes.includes(word.charAt(end - 1))) end -= 1;
	return word.slice(start, end);
}
function attempt(work) {
	try {
		return work();
	} catch (error) {
		if (error instanceof OpsError) return {
			kind: "refused",
			error
		};
		throw error;
	}
}
// src/slack/follow.ts
/** Knows from a run's events how far it is. */
function createFollower() {
	const { promise: ended, resolve } = Promise.withResolvers();
	let end;
	let message;
	let isStarted = false;
	return {
		take: (events) => {
			if (end !== void 0) return [];
			for (const event of events) {
				isStarted ||= event.type === "started";
				if (event.type === "error") message ??= event.message;
				if (event.type !== "finished") continue;
				const { outcome, exitCode, ms } = event;
				end = {
					state: stateOf(outcome),
					outcome,
					exitCode,
					ms,
					...message === void 0 ? {} : { message }
				};
				resolve(end);
			}
			return events;
		},
		end: () => end,
		ended,
		isStarted: () => isStarted
	};
}
// src/slack/latest.ts
/**
* Sends what is newest, one after the other: what changes meanwhile goes with the next. `send` calls `taken` when it
* looks at what it sends. After a failure nothing is sent until `finish`, which tries once more.
*/
function createLatest(send) {
	let dirty = false;
	let failed = false;
	let sending;
	const taken = () => {
		dirty = false;
	};
	const sendAll = async () => {
		while (dirty) await send(taken);
	};
	const touch = () => {
		dirty = true;
		if (failed || sending !== void 0) return;
		sending = sendAll().catch(() => {
			failed = true;
			dirty = true;
		}).finally(() => {
			sending = void 0;
			if (dirty) touch();
		});
	};
	return {
		touch,
		finish: async () => {
			dirty = true;
			while (sending !== void 0) await sending;
			await sendAll();
		}
	};
}
// src/slack/live.ts
/** Milliseconds after which a silent run is said to run. */
const silence = 500;
/** From one edit to the next. */
const shortestPause = 200;
/** Where edits are scarce, a run has so long to end with its first words: then they need none. More where ends are late. */
const scarcePause = {
	shortest: 150,
	longest: 1e3,
	ofWait: .1
};
/** Text that a message holds before its middle is left out. */
const size = {
	head: 1e3,
	tail: 2e3
};
/** One message a run: its first words at once, then edits as Slack allows (the newest text wins), then the end. */
function createLiveMessage(options) {
	const { delivery, clock, place, user, line, actor } = options;
	const window = createWindow(size);
	const over = new AbortController();
	const heard = listenIn();
	const shown = createShown(delivery, place, over.signal);
	let state = { state: "running" };
	const draw = () => {
		const now = state.state === "running" && !heard.isStarted() ? { state: "waiting" } : state;
		const view = {
			line,
			actor,
			run: place.run,
			...now,
			window: {
				...window.lines(),
				live: window.live()
			}
		};
		return {
			...renderMessage(view),
			isFinal: state.state !== "running"
		};
	};
	const latest = createLatest(async (taken) => {
		const content = () => {
			taken();
			return draw();
		};
		const pause = shown.pause();
		if (pause > 0 && state.state === "running") await clock.sleep(pause, over.signal).catch(() => {});
		if (shown.ts() !== void 0 || !heard.isUsage() || !options.whisperUsage) return shown.show(content);
		return delivery.whisper(place.channel, place.thread, user, content());
	});
	const sayHeard = async () => {
		await clock.sleep(silence, over.signal);
		heard.beOverdue();
		if (!heard.isStarted()) await clock.sleep(2500, over.signal);
		if (!heard.isSilent()) return;
		if (heard.isStarted() || !options.whisperUsage) return latest.touch();
		await delivery.whisper(place.channel, place.thread, user, draw());
	};
	sayHeard().catch(() => {});
	return {
		add: (events) => {
			for (const event of events) window.add(event);
			if (heard.isToShow(events)) latest.touch();
		},
		finished: async ({ outcome, exitCode, ms }) => {
			state = {
				state: outcome,
				exitCode,
				ms
			};
			over.abort();
			await latest.finish().catch((error) => Promise.reject(named(error, place)));
			return {
				ts: shown.ts(),
				isWhole: window.isWhole()
			};
		}
	};
}
/** The one message in the room. */
function createShown(delivery, place, over) {
	let ts;
	let isPostedAnew = false;
	const edit = async (posted, content) => {
		try {
			await delivery.update(place, posted, content, over);
			return true;
		} catch (error) {
			if (isPostedAnew || !isUneditable(error)) throw error;
			isPostedAnew = true;
			return false;
		}
	};
	return {
		ts: () => ts,
		pause: () => {
			const wait = delivery.updateWait();
			if (ts !== void 0) return Math.max(wait, shortestPause);
			const { shortest, longest, ofWait } = scarcePause;
			return wait > 0 ? Math.min(Math.max(shortest, wait * ofWait), longest) : 0;
		},
		show: async (content) => {
			if (ts !== void 0 && await edit(ts, content)) return;
			ts = await delivery.post(place, content, over);
		}
	};
}
function named(error, { run, channel }) {
	if (!(error instanceof SlackCallError)) return error;
	const { message, refusal } = error;
	const words = `the room ${channel} did not get the answer of run ${run}: ${message}`;
	return new SlackCallError(words, {
		cause: error,
		...refusal === void 0 ? {} : { refusal }
	});
}
/** What is known of a run from what it said: whether there is something to show, and to whom. */
function listenIn() {
	let started = false;
	let usage = false;
	let overdue = false;
	let shown = false;
	return {
		isStarted: () => started,
		/** Its words made no sense, and nothing was done. */
		isUsage: () => usage,
		isSilent: () => !shown && !usage,
		beOverdue: () => {
			overdue = true;
		},
		isToShow: (events) => {
			for (const event of events) {
				started ||= event.type === "started";
				usage ||= event.type === "error" && event.outcome === "usage" && !started;
			}
			const isEnding = events.some(({ type }) => type === "finished");
			const isNew = events.some(isShown) || overdue && started && !shown;
			shown ||= isNew;
			return isNew && !isEnding && !usage;
		}
	};
}
function isShown({ type }) {
	return type !== "started" && type !== "finished" && type !== "ask";
}
// src/slack/answer.ts
/** How long it is tried to write down what the room knows already. */
const longestWriting = 6e5;
/** Carries an accepted run out and shows it. `argv` is what was typed, secrets and all. */
async function answer(message, row, argv, parts) {
	const { runner, clock, journal } = parts;
	const live = openMessage(message, row, parts);
	const began = clock.now().getTime();
	const follow = createFollower();
	const onEvents = (events) => live.add(follow.take(events));
	const exit = runner.run({
		run: row.id,
		argv
	}, onEvents, parts.signal);
	const death = exit.then(async (how) => {
		const end = follow.end();
		if (end !== void 0) return { end };
		return settleDeath(how.type === "died" ? how.how : "its process said nothing of its end", clock.now().getTime() - began, row, parts);
	});
	const { end, event } = await Promise.race([follow.ended.then((end) => ({ end })), death]);
	if (event !== void 0) live.add([event]);
	if (!follow.isStarted()) await settle(end, row, parts).catch(() => {});
	try {
		await show(live, end, message, row, parts);
	} finally {
		await exit;
	}
	await keepTrying(() => settle(end, row, parts), parts);
	await keepTrying(() => markAnswered(journal, row, clock), parts);
}
/** Resolves when the room has all that it will ever have. */
async function show(live, end, message, row, parts) {
	const { channel, thread, ts: asked } = message;
	try {
		const { ts, isWhole } = await live.finished(end);
		if (isWhole || ts === void 0) return await removeOutput(parts.outputs, row.id);
		await handOver(row, {
			channel,
			thread: thread ?? ts,
			asked,
			run: row.id
		}, parts);
	} catch (error) {
		if (!(error instanceof SlackCallError) || error.refusal === void 0) throw error;
		const isKept = await openOutput(parts.outputs, row) !== void 0;
		parts.warn(`${wordsOf(error)}${isKept ? `. ${keptIn(parts.outputs, row.id)}` : ""}`);
	}
}
function openMessage(message, row, { delivery, clock }) {
	const { channel, thread, ts, user, channelType } = message;
	return createLiveMessage({
		delivery,
		clock,
		place: {
			channel,
			thread,
			asked: ts,
			run: row.id
		},
		user,
		line: formatLine(row.argv),
		actor: row.actor.name,
		whisperUsage: channelType !== "im"
	});
}
async function settle(end, row, { journal, clock }) {
	if ((await journal.run(row.id))?.finishedAt !== void 0) return;
	const { state, outcome, exitCode, message } = end;
	const said = message === void 0 ? {} : { message };
	await journal.finish(row.id, {
		state,
		outcome,
		exitCode,
		at: clock.now(),
		...said
	});
}
async function keepTrying(write, { clock, signal, warn }) {
	try {
		await write();
	} catch (error) {
		warn(wordsOf(error));
		if (isPassing(error)) await insist$1(write, {
			clock,
			signal,
			most: longestWriting
		});
	}
}
/** What the process left running is ended, and what it held is free. */
async function settleDeath(how, ms, row, parts) {
	const { journal, processes, clock, warn } = parts;
	const words = `the run was interrupted: ${how}. It was not run again`;
	const { event, end } = failureOf(new OpsError("failed", words, { hint: formatLine(row.argv) }), row.id);
	const interrupted = {
		...end,
		state: "interrupted",
		ms
	};
	try {
		warnOfOthers(await recover(journal, processes, clock), warn);
		await journal.finish(row.id, {
			...interrupted,
			at: clock.now()
		});
		const { state, outcome = "failed", exitCode = 1 } = await journal.run(row.id) ?? row;
		if (state !== "interrupted") return { end: {
			state,
			outcome,
			exitCode,
			ms
		} };
	} catch (error) {
		warn(wordsOf(error));
	}
	return {
		end: interrupted,
		event
	};
}
// src/slack/message.ts
/** https://docs.slack.dev/reference/events/message: those subtypes are still somebody's own new words. */
const spoken = /* @__PURE__ */ new Set([
	void 0,
	"file_share",
	"thread_broadcast",
	"me_message"
]);
/** The message of an event, unless it is an edit, a bot's, our own or not a message at all. */
function readMessage(body, { userId }) {
	const event = body.event;
	if (event === void 0 || event.type !== "message" && event.type !== "app_mention") return void 0;
	const { user, bot_id, channel, ts, text, thread_ts, team, user_team, channel_type, subtype, edited, blocks } = event;
	if (!spoken.has(subtype) || isGiven(edited) || isGiven(bot_id)) return void 0;
	if (typeof user !== "string" || user === userId) return void 0;
	if (typeof channel !== "string" || typeof ts !== "string" || typeof body.team_id !== "string") return void 0;
	return {
		team: body.team_id,
		channel,
		channelType: kindOf(channel, channel_type),
		ts,
		thread: typeof thread_ts === "string" && thread_ts !== ts ? thread_ts : void 0,
		user,
		userTeam: [
			user_team,
			team,
			body.team_id
		].find((id) => typeof id === "string"),
		text: typeof text === "string" ? text : "",
		blocks
	};
}
function isGiven(value) {
	return value !== void 0 && value !== null;
}
/** An `app_mention` has no channel_type. */
function kindOf(channel, type) {
	if (type === "im" || type === "mpim" || type === "group" || type === "channel") return type;
	return channel.startsWith("D") ? "im" : "channel";
}
/** What must never run twice. */
function claimOf({ team, channel, ts }) {
	return `slack:${team}:${channel}:${ts}`;
}
// src/slack/recent.ts
/** The newest so many keys. */
function createRecent(most) {
	const keys = /* @__PURE__ */ new Set();
	return {
		has: (key) => keys.has(key),
		forget: (key) => void keys.delete(key),
		add: (key) => {
			keys.delete(key);
			keys.add(key);
			const [oldest] = keys;
			if (keys.size > most && oldest !== void 0) keys.delete(oldest);
		}
	};
}
// src/slack/seal.ts
/** Slack sends an event again for less than that. */
const most = 6e5;
/** One after the other: a journal that is locked keeps the whole process waiting at each attempt. */
function createSeal(parts) {
	let last = Promise.resolve();
	return (message, run, refusal) => {
		last = last.then(() => sealClaim(message, run, refusal, parts)).catch((error) => parts.warn(wordsOf(error)));
	};
}
/**
* A line whose sender was told that it was not run must not run after all, here or at another listener: its claim is
* taken as soon as the journal lets it. Where another one was faster, its sender is told so.
*/
async function sealClaim(message, run, refusal, { journal, delivery, clock, processes, signal }) {
	let other;
	const seal = async () => {
		const row = await journal.accept(run) ?? await findClaimed(run, journal);
		const isMine = row !== void 0 && isSameProcess(row.owner, processes.identify());
		other = isMine ? void 0 : row;
		if (row === void 0 || !isMine) return;
		await markAnswered(journal, row, clock);
		const { outcome, exitCode, message } = refusal;
		await journal.finish(row.id, {
			state: "failed",
			outcome,
			exitCode,
			message,
			at: clock.now()
		});
	};
	await insist$1(seal, {
		clock,
		signal,
		most
	});
	if (other === void 0) return;
	const words = `${formatLine(run.argv)} runs after all, by another listener (run ${other.id}): do not type it again`;
	await delivery.whisper(message.channel, message.thread, message.user, literal(`! ${words}`));
}
/** What has the claim: perhaps this very line, where only the answer of the journal was lost. */
async function findClaimed({ origin, at }, journal) {
	if (origin.type !== "room") return void 0;
	return (await journal.runs({
		team: origin.team,
		since: /* @__PURE__ */ new Date(at.getTime() - most),
		limit: 1e3
	})).find((row) => row.origin.type === "room" && row.origin.channel === origin.channel && row.origin.message === origin.message);
}
// src/slack/listener.ts
/** Message → argv → claim → ack → run → one live message. */
function createListener(parts) {
	const running = /* @__PURE__ */ new Map();
	const told = createRecent(1e3);
	const taking = /* @__PURE__ */ new Map();
	const seal = createSeal(parts);
	const begin = (message, row, argv, acked) => {
		const run = acked.then(() => answer(message, row, argv, parts)).catch((error) => parts.warn(wordsOf(error)));
		running.set(row.id, run);
		run.finally(() => running.delete(row.id));
	};
	return {
		onEnvelope: async ({ type, body, ack }) => {
			const message = type === "events_api" ? readMessage(body, parts.identity) : void 0;
			const address = message === void 0 ? void 0 : await addressOf(message, parts);
			if (message === void 0 || address === void 0 || address.kind === "talk") return ack();
			const key = claimOf(message);
			if (told.has(key)) return ack();
			const late = address.kind === "line" ? tooLate(message, parts.clock.now(), parts.longestWait) : void 0;
			if (address.kind !== "line" || late !== void 0) {
				told.add(key);
				await ack();
				return late === void 0 ? whisper(message, address, parts) : whisperRefusal(parts.delivery, message, late);
			}
			if (parts.signal.aborted) return;
			const earlier = taking.get(key);
			if (earlier !== void 0) return earlier.then(() => ack());
			const taken = take(message, address.argv, {
				told,
				seal
			}, parts).finally(() => taking.delete(key));
			taking.set(key, taken);
			const row = await taken;
			const acked = ack();
			if (row === void 0) return acked;
			begin(message, row, address.argv, acked);
		},
		isBusy: (run) => running.has(run),
		idle: async () => void await Promise.all(running.values())
	};
}
async function addressOf(message, { identity, word, commands }) {
	const { text, blocks, channelType } = message;
	const address = addressed({
		text,
		blocks,
		channelType,
		botUserId: identity.userId,
		word,
		commands: await commands()
	});
	if (address.kind === "line" && address.argv.length === 0 && text.trim() === "") return { kind: "talk" };
	return address;
}
function whisper(message, address, { delivery, word }) {
	if (address.kind === "unknown") return whisperUnknown(delivery, message, address, word);
	if (address.kind === "refused") return whisperRefusal(delivery, message, address.error);
	throw new Error(`nothing is to be whispered of a ${address.kind}`);
}
/**
* Claimed before it is acknowledged: what Slack sends again is known, what was not claimed comes again. Nothing comes
* back where it was claimed before, and where it cannot be: then its sender has been told.
*/
async function take(message, argv, { told, seal }, parts) {
	const run = await newRun(message, argv, parts);
	try {
		return await parts.journal.accept(run);
	} catch (error) {
		const refusal = notRecorded(error, `${formatLine(run.argv)} was not run`);
		const key = claimOf(message);
		told.add(key);
		await whisperRefusal(parts.delivery, message, refusal).catch((fault) => {
			if (!(fault instanceof SlackCallError) || fault.refusal === void 0) return parts.warn(wordsOf(fault));
			told.forget(key);
			throw fault;
		});
		seal(message, run, refusal);
		return;
	}
}
async function newRun(message, argv, parts) {
	const { team, channel, ts, thread, user, userTeam } = message;
	const actor = {
		id: `slack:${userTeam}:${user}`,
		name: await parts.name(user)
	};
	return {
		argv: await parts.mask(argv),
		actor,
		origin: {
			type: "room",
			team,
			channel,
			message: ts,
			...thread === void 0 ? {} : { thread }
		},
		process: parts.processes.identify(),
		at: parts.clock.now(),
		claim: claimOf(message)
	};
}
// src/slack/local.ts
const loopback = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;
const hint = "ops sandbox starts one and prints its address";
const lookEvery = 1e3;
const mostMisses = 3;
/** Asks the sandbox at an address how to connect to it. */
async function findLocalSlack(address, http, clock) {
	const origin = originOf(address);
	const control = `${origin}/control`;
	const { status, text } = await http(control);
	const tokens = status === 200 ? tokensOf(text) : void 0;
	if (tokens !== void 0) return localSlack(origin, tokens, http, clock);
	throw new OpsError("unavailable", `there is no sandbox at ${origin}: ${control} answers ${status}`, { hint });
}
function localSlack(origin, tokens, http, clock) {
	const control = `${origin}/control`;
	/** Who is there now: it, another one with tokens of its own, or nobody. */
	const look = async (options) => {
		const { status, text } = await http(control, options);
		const now = status === 200 ? tokensOf(text) : void 0;
		if (now === void 0) return void 0;
		return now.appToken === tokens.appToken ? "same" : localSlack(origin, now, http, clock);
	};
	return {
		slack: {
			...tokens,
			apiUrl: `${origin}/api/`
		},
		gone: async (signal) => {
			for (let misses = 0; misses < mostMisses;) {
				await clock.sleep(lookEvery, signal);
				const found = await look({ signal }).catch(() => void 0);
				if (typeof found === "object") return found;
				misses = found === "same" ? 0 : misses + 1;
			}
			return new OpsError("unavailable", `the sandbox at ${origin} has ended`);
		},
		successor: async () => {
			const found = await look().catch(() => void 0);
			return typeof found === "object" ? found : void 0;
		}
	};
}
/** Tokens and lines go there: it must be this machine. */
function originOf(address) {
	const url = URL.parse(address);
	if (url?.protocol === "http:" && loopback.test(url.hostname)) return url.origin;
	const shown = url === null ? address : url.origin;
	throw new OpsError("usage", `--sandbox takes the address of a Slack on this machine, and ${shown} is not one`, { hint: "such as http://127.0.0.1:8400; another Slack stands under \"slack\" in the configuration" });
}
function tokensOf(text) {
	try {
		const { appToken, botToken } = Object(JSON.parse(text));
		return typeof appToken === "string" && typeof botToken === "string" ? {
			appToken,
			botToken
		} : void 0;
	} catch {
		return;
	}
}
// src/slack/people.ts
const patience = 1e3;
/** People's names, for showing only: asked for once, and waited for no longer than a second, however many lines do. */
function createNames(call) {
	const names = /* @__PURE__ */ new Map();
	const ask = async (user) => {
		const { user: found } = await call("users.info", { user });
		const { name, real_name, profile } = found;
		return profile?.display_name || real_name || name || user;
	};
	const askInTime = (user) => {
		const { promise, resolve } = Promise.withResolvers();
		const timer = setTimeout(resolve, patience, user).unref();
		ask(user).then((name) => {
			resolve(name);
			names.set(user, Promise.resolve(name));
		}, () => {
			resolve(user);
			names.delete(user);
		}).finally(() => clearTimeout(timer));
		return promise;
	};
	return (user) => {
		const name = names.get(user) ?? askInTime(user);
		names.set(user, name);
		return name;
	};
}
// src/slack/command.ts
/** Milliseconds that running lines have to end, and to say so, when the listener is stopped. */
const grace = 9500;
var command_default = defineCommand({
	name: "listen",
	summary: "Answer lines typed in Slack",
	description: "Connects by Socket Mode: no port is opened. Each line runs in a process of its own, as it would in a terminal. Ctrl-C or SIGTERM ends it. With --sandbox it serves a Slack that `ops sandbox` started, whatever \"slack\" in the configuration says.",
	options: { sandbox: {
		summary: "Serve the sandbox at this address instead",
		value: "url"
	} },
	examples: [{
		line: "ops listen",
		says: "answers until it is stopped"
	}, {
		line: "ops listen --sandbox http://127.0.0.1:8400",
		says: "this project in a Slack on this machine"
	}],
	effect: "read",
	surfaces: ["terminal"],
	timeout: 0,
	run: async ({ sandbox }, context) => {
		stayYoung();
		let local = sandbox === void 0 ? void 0 : await findLocalSlack(sandbox, context.http, context.clock);
		const warn = (message) => context.output.warn(message);
		using _faults = context.project.processes.onFault((error) => warn(`a fault in ops: ${wordsOf(error)}`));
		const names = await context.project.names();
		for (;;) {
			const slack = slackOf(context.config.slack, local);
			const connection = await signIn(slack, {
				clock: context.clock,
				warn
			});
			const runner = openRunner(slack.pool, context);
			try {
				const next = await listen({
					context,
					connection,
					runner,
					names,
					word: slack.word,
					local,
					warn
				});
				if (next === void 0) return {
					team: connection.identity.team,
					bot: connection.identity.userId
				};
				warn(`the sandbox at ${new URL(next.slack.apiUrl).origin} was started anew: connecting to it`);
				local = next;
			} finally {
				runner.close();
			}
		}
	},
	show: () => [text$1("Stopped listening")]
});
function slackOf(configured, local) {
	if (local !== void 0) {
		const { word = "ops", pool = 1 } = configured ?? {};
		return {
			word,
			pool,
			...local.slack
		};
	}
	if (configured !== void 0) return configured;
	throw new OpsError("config", "there is no \"slack\" in the configuration", { hint: "add slack.appToken and slack.botToken, or try it without a workspace: ops sandbox" });
}
/** Resolves when it is stopped, or with the sandbox that was started in the place of this one. */
async function listen(parts) {
	const { context, connection, runner, names, word, local, warn } = parts;
	const { project, clock, output, signal } = context;
	const { journal, processes } = project;
	if (journal === void 0) throw new OpsError("config", "there is no journal: no .chatopsrc was found");
	if (!await runner.warm()) throw new OpsError("unavailable", "the processes that run lines cannot be started");
	const { identity, call } = connection;
	const delivery = createDelivery(call, context.http, clock);
	const outputs = outputFolder(project.loaded.config.journal.path);
	const stopping = new AbortController();
	const stop = () => stopping.abort(signal.reason);
	const listener = createListener({
		identity,
		delivery,
		journal,
		runner,
		clock,
		outputs,
		processes,
		word,
		warn,
		commands: remembered(names, project.names, clock, warn),
		mask: project.mask,
		longestWait: local === void 0 ? longestWait : Number.POSITIVE_INFINITY,
		name: createNames(call),
		signal: stopping.signal
	});
	const { lost, close } = await connection.start(listener.onEnvelope);
	output.note(`Listening as @${identity.name} in ${identity.teamName}. Ctrl-C ends it.`);
	const { isBusy } = listener;
	const { team } = identity;
	const telling = {
		journal,
		delivery,
		clock,
		outputs,
		processes,
		team,
		isBusy,
		warn,
		signal: stopping.signal
	};
	keepTelling(telling).catch((error) => warn(wordsOf(error)));
	const gone = local === void 0 ? lost : leftBy(local, lost, stopping.signal);
	gone.catch(() => {});
	const reason = await Promise.race([gone, aborted(signal)]);
	stop();
	await Promise.all([close(), within(grace, listener.idle(), clock)]);
	if (reason instanceof OpsError) throw reason;
	return reason;
}
/** A sandbox that was started anew refuses the tokens of the one before it. */
function leftBy(local, lost, signal) {
	return Promise.race([lost.then(async (reason) => await local.successor() ?? reason), local.gone(signal)]);
}
function openRunner(pool, { project }) {
	const { processes, root, loaded, folder, worker } = project;
	const journal = loaded.config.journal.path;
	return createRunner({
		worker,
		args: [
			root,
			journal,
			outputFolder(journal),
			...loaded.file === void 0 ? [] : [loaded.file]
		],
		cwd: folder,
		ready: pool,
		most: 16,
		kill: (pid) => processes.killGroup(processes.identify(pid))
	});
}
/** Read anew at most once a second, so that much talk costs nothing and a new script is known at once. */
function remembered(first, read, clock, warn) {
	let known = Promise.resolve(first);
	let readAt = Number.NEGATIVE_INFINITY;
	let fault = "";
	const again = async (before) => {
		try {
			const names = await read();
			fault = "";
			return names;
		} catch (error) {
			if (fault !== wordsOf(error)) warn(wordsOf(error));
			fault = wordsOf(error);
			return before;
		}
	};
	return () => {
		const now = clock.now().getTime();
		if (Math.abs(now - readAt) < 1e3) return known;
		readAt = now;
		known = again(known);
		return known;
	};
}
/** A flood of output would double V8's young generation again and again: 100 MB that are never given back. */
function stayYoung() {
	setFlagsFromString("--semi-space-growth-factor=1");
}
async function aborted(signal) {
	const { promise, resolve } = Promise.withResolvers();
	if (signal.aborted) resolve(void 0);
	else signal.addEventListener("abort", () => resolve(void 0), { once: true });
	return promise;
}
async function within(ms, work, clock) {
	const waiting = new AbortController();
	await Promise.race([work, clock.sleep(ms, waiting.signal).catch(() => {})]);
	waiting.abort();
}
export { command_default as default };
