import { C as SandboxError, S as nearest, T as complaint, _ as emojiElement, a as wireText, b as usualName, d as groupLines, g as withStyle, h as emphasisRules, l as storeText, m as createReader$1, n as markdownWire, o as emojiRule, p as codeRule, s as escapeText, t as describeSandbox, u as unescapeText, v as emojiName, w as SlackError, x as checkFields, y as emojiTable } from "./ready.js";
const { open, readFile, rename } = globalThis.process.getBuiltinModule("node:fs/promises");
const { basename, dirname, extname, join, resolve } = globalThis.process.getBuiltinModule("node:path");
const { createReadStream, createWriteStream, existsSync, readFileSync, realpathSync, rmSync, writeFileSync } = globalThis.process.getBuiltinModule("node:fs");
const { createHash, randomBytes, randomUUID } = globalThis.process.getBuiltinModule("node:crypto");
const { isIPv4 } = globalThis.process.getBuiltinModule("node:net");
const { createServer } = globalThis.process.getBuiltinModule("node:http");
const { promisify } = globalThis.process.getBuiltinModule("node:util");
const { brotliCompress, constants, gzip } = globalThis.process.getBuiltinModule("node:zlib");
import { WebSocketServer } from "ws";
const { finished } = globalThis.process.getBuiltinModule("node:stream/promises");
const { performance } = globalThis.process.getBuiltinModule("node:perf_hooks");
const { createInterface } = globalThis.process.getBuiltinModule("node:readline");
// src/sandbox/state/timers.ts
/** What Node's timers can wait for at most. */
const longest$3 = 2 ** 31 - 1;
/** Timers of a clock that may jump. One that does not `run` fires only what it is moved past. */
function createTimers(now, runs) {
	const timers = /* @__PURE__ */ new Set();
	const cancel = (timer) => {
		clearTimeout(timer.handle);
		timers.delete(timer);
	};
	const fire = (timer) => {
		cancel(timer);
		timer.task();
	};
	const arm = (timer) => {
		if (!runs) return;
		clearTimeout(timer.handle);
		const left = Math.max(0, timer.due - now());
		const late = () => left > longest$3 ? arm(timer) : fire(timer);
		timer.handle = setTimeout(late, Math.min(left, longest$3)).unref();
	};
	const earliest = () => {
		let found;
		for (const timer of timers) if (!found || timer.due < found.due) found = timer;
		return found;
	};
	return {
		add(ms, task) {
			const timer = {
				due: now() + Math.max(0, ms),
				task
			};
			timers.add(timer);
			arm(timer);
			return () => cancel(timer);
		},
		runUntil(until, step) {
			for (let next = earliest(); next && next.due <= until; next = earliest()) {
				step(next.due);
				fire(next);
			}
		},
		arm() {
			for (const timer of timers) arm(timer);
		},
		close() {
			for (const timer of timers) cancel(timer);
		}
	};
}
// src/sandbox/state/clock.ts
/** Timestamps are exact up to here, and dates can be written. */
const latestTime = Date.UTC(2200, 0);
function createClock({ now: real = Date.now, standing } = {}) {
	let last = 0;
	let moved = 0;
	const now = () => (standing ?? real()) + moved;
	const timers = createTimers(now, standing === void 0);
	return {
		now,
		ts() {
			last = Math.max(last + 1, Math.floor(now() * 1e3));
			return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, "0")}`;
		},
		passed(ts) {
			last = Math.max(last, Math.floor(Number(ts.replace(".", ""))) || 0);
		},
		timer: timers.add,
		advance(ms) {
			const until = now() + ms;
			if (!(ms >= 0 && until <= latestTime)) throw tooFar(ms, now());
			const step = (due) => {
				moved += Math.max(0, due - now());
			};
			timers.runUntil(until, step);
			step(until);
			timers.arm();
		},
		close: timers.close
	};
}
function tooFar(ms, now) {
	const most = Math.max(0, Math.floor(latestTime - now));
	return new SandboxError("invalid", `the clock moves by 0 to ${most} ms (to the year 2200), not by ${ms} ms`);
}
const seconds = (clock) => Math.floor(clock.now() / 1e3);
// src/sandbox/state/random.ts
function startOf$1(seed, purpose) {
	const digest = createHash("sha256").update(`${purpose}\0${seed}`).digest();
	return [
		0,
		4,
		8,
		12
	].map((at) => digest.readInt32LE(at));
}
/** Numbers that the seed and the purpose decide, by sfc32: drawing for one purpose does not move another. */
function seededRandom(seed, purpose, positions = /* @__PURE__ */ new Map()) {
	const name = `${purpose} of ${seed}`;
	return () => {
		const [a, b, c, count] = positions.get(name) ?? startOf$1(seed, purpose);
		const mixed = a + b + count | 0;
		positions.set(name, [
			b ^ b >>> 9,
			c + (c << 3) | 0,
			(c << 21 | c >>> 11) + mixed | 0,
			count + 1 | 0
		]);
		return (mixed >>> 0) / 2 ** 32;
	};
}
/** Where the draws for a purpose come from: the seed, or chance when there is none. */
const randomFor = (seed, positions) => (purpose) => seed === void 0 ? Math.random : seededRandom(seed, purpose, positions);
// src/sandbox/state/ids.ts
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const spell = (bytes, length) => Array.from(bytes.subarray(0, length), (byte) => alphabet[byte % 36]).join("");
/** The same name gets the same id in every sandbox, so that a policy can name it. */
function namedId(prefix, name) {
	return `${prefix}0${spell(createHash("sha256").update(`${prefix}:${name}`).digest(), 9)}`;
}
function freshId(prefix) {
	return `${prefix}0${spell(randomBytes(9), 9)}`;
}
/** As short as the ids that Slack gives to blocks without one. */
function shortId() {
	return spell(randomBytes(5), 5);
}
/** Always by chance: who can guess a token can speak for a person. */
function freshToken(prefix) {
	return `${prefix}-${randomBytes(18).toString("hex")}`;
}
const uuid = () => randomUUID();
const bytes = (random, count) => Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)));
function seededUuid(random) {
	const hex = bytes(random, 16).toString("hex");
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
function createIds(seed, positions) {
	if (seed === void 0) return {
		fresh: freshId,
		short: shortId,
		uuid
	};
	const drawn = /* @__PURE__ */ new Map();
	const randomOf = (purpose) => {
		const random = drawn.get(purpose) ?? seededRandom(seed, `id ${purpose}`, positions);
		drawn.set(purpose, random);
		return random;
	};
	return {
		fresh: (prefix) => `${prefix}0${spell(bytes(randomOf(prefix), 9), 9)}`,
		short: () => spell(bytes(randomOf("short"), 5), 5),
		uuid: () => seededUuid(randomOf("uuid"))
	};
}
// src/sandbox/state/depth.ts
/** How deep objects and lists of a program may stand in each other. What is deeper could not be written down again. */
const deepest = 100;
const isTooDeep = (value, left = deepest) => typeof value === "object" && value !== null && (left === 0 || Object.values(value).some((item) => isTooDeep(item, left - 1)));
// src/sandbox/api/args.ts
const own$1 = (args, name) => Object.hasOwn(args, name) ? args[name] : void 0;
function optionalText(args, name) {
	const value = own$1(args, name);
	if (value === void 0 || value === null) return void 0;
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}
function requiredText(args, name) {
	const value = optionalText(args, name);
	if (value === void 0 || value === "") throw complaint("invalid_arguments", [`missing required field: ${name}`]);
	return value;
}
function flag$1(args, name) {
	return ["true", "1"].includes(optionalText(args, name) ?? "");
}
/** A number of things to list: at most `most`, and at least one. */
function limit(args, usual, most) {
	const text = optionalText(args, "limit");
	if (text === void 0 || text === "") return usual;
	const count = Number(text);
	if (!Number.isInteger(count) || count < 0) throw new SlackError("invalid_limit");
	return count === 0 ? usual : Math.min(count, most);
}
/** An argument that is JSON, which a form carries as text. `undefined` when it is absent or empty. */
function json(args, name, error) {
	const value = own$1(args, name);
	if (value === void 0 || value === null || value === "") return void 0;
	const read = typeof value === "string" ? parsed$2(value, error) : value;
	if (isTooDeep(read)) throw new SlackError(error);
	return read;
}
function parsed$2(text, error) {
	try {
		return JSON.parse(text);
	} catch {
		throw new SlackError(error);
	}
}
/** An argument that is a JSON list of objects. */
function records$3(args, name, error) {
	const value = json(args, name, error);
	if (value === void 0) return void 0;
	const isRecord = (item) => typeof item === "object" && item !== null && !Array.isArray(item);
	if (!Array.isArray(value) || !value.every(isRecord)) throw new SlackError(error);
	return value;
}
/** `a,b` or a JSON list. */
function list$3(args, name) {
	const value = own$1(args, name);
	return (Array.isArray(value) ? value.map(String) : (optionalText(args, name) ?? "").split(",")).map((item) => item.trim()).filter((item) => item !== "");
}
// src/sandbox/api/scopes.ts
/** What an app has that asked for all that it may need. `chat:write.public` is apart: it changes where the app can post. */
const usualScopes = [
	...[
		"app_mentions:read",
		"channels:history",
		"channels:join",
		"channels:manage",
		"channels:read",
		"chat:write"
	],
	...[
		"commands",
		"emoji:read",
		"files:read",
		"files:write",
		"groups:history",
		"groups:read",
		"groups:write"
	],
	...[
		"im:history",
		"im:read",
		"im:write",
		"mpim:history",
		"mpim:read",
		"mpim:write",
		"reactions:read"
	],
	...[
		"reactions:write",
		"team:read",
		"usergroups:read",
		"users:read",
		"users:read.email"
	]
];
const families = {
	channel: "channels",
	group: "groups",
	mpim: "mpim",
	im: "im"
};
const kindsByType = {
	public_channel: "channel",
	private_channel: "group",
	im: "im",
	mpim: "mpim"
};
const ofKind = (kind, right) => kind === "channel" && right === "write" ? "channels:manage" : `${families[kind]}:${right}`;
/** The kinds of conversation that a call lists; without `types` those that it lists by itself. */
function kindsListed(args, usual) {
	const types = list$3(args, "types");
	return (types.length === 0 ? [usual] : types).flatMap((type) => (Object.hasOwn(kindsByType, type) ? kindsByType[type] : []) ?? []);
}
/** The kinds of conversation that a call is about: those it lists, the one it names, or the one it opens. */
function kindsAsked({ conversations }, args, lists) {
	if (lists !== void 0) return kindsListed(args, lists);
	const named = conversations.get(optionalText(args, "channel") ?? "");
	if (named) return [named.kind];
	const users = list$3(args, "users").length;
	return users === 0 ? [] : [users > 1 ? "mpim" : "im"];
}
function needed(workspace, { scope = "", lists }, args) {
	if (!scope.startsWith("*:")) return scope === "" ? [] : [scope];
	return kindsAsked(workspace, args, lists).map((kind) => ofKind(kind, scope.slice(2)));
}
/** What `x-accepted-oauth-scopes` says. */
const acceptedScopes = (scope) => scope.startsWith("*:") ? [
	"channel",
	"group",
	"mpim",
	"im"
].map((kind) => ofKind(kind, scope.slice(2))).join(",") : scope;
/** What a token may do. A person's may do everything. */
function scopesOf({ scopes }, caller) {
	if (caller.kind === "app") return ["connections:write"];
	return caller.kind === "bot" ? scopes : usualScopes;
}
const hasScope = (workspace, caller, scope) => scopesOf(workspace, caller).includes(scope);
function mustHaveScope(workspace, caller, method, args) {
	const provided = scopesOf(workspace, caller);
	const missing = needed(workspace, method, args).filter((one) => !provided.includes(one));
	if (missing.length === 0) return;
	throw new SlackError("missing_scope", {
		needed: missing.join(","),
		provided: provided.join(",")
	});
}
// src/sandbox/state/changes.ts
function createChanges() {
	const waiters = /* @__PURE__ */ new Set();
	const followers = /* @__PURE__ */ new Set();
	let scheduled = false;
	const lookAgain = () => {
		scheduled = false;
		for (const waiter of [...waiters]) waiter.look();
	};
	const notify = () => {
		if (scheduled || waiters.size === 0) return;
		scheduled = true;
		queueMicrotask(lookAgain);
	};
	return {
		notify,
		tell(change) {
			for (const listener of followers) listener(change);
			notify();
		},
		follow(listener) {
			followers.add(listener);
			return () => void followers.delete(listener);
		},
		wait: (look, timeout) => waitOn(waiters, look, timeout),
		close() {
			for (const waiter of [...waiters]) waiter.fail(new SandboxError("closed", "the sandbox was closed"));
		}
	};
}
function waitOn(waiters, look, timeout) {
	const { promise, resolve, reject } = Promise.withResolvers();
	const stop = () => {
		clearTimeout(timer);
		waiters.delete(waiter);
	};
	const waiter = {
		look() {
			try {
				const found = look();
				if (found === void 0) return;
				stop();
				resolve(found);
			} catch (error) {
				stop();
				reject(error);
			}
		},
		fail(problem) {
			stop();
			reject(problem);
		}
	};
	const late = () => waiter.fail(new SandboxError("timeout", `nothing matched within ${timeout} ms`));
	const timer = setTimeout(late, timeout);
	waiters.add(waiter);
	waiter.look();
	return promise;
}
// src/sandbox/state/check-options.ts
const invalid = (sentence) => new SandboxError("invalid", sentence);
/** Each has a name and an id of its own, also among those that are there. */
function mustDiffer(what, wanted, known = []) {
	const [names, ids] = [/* @__PURE__ */ new Set(), /* @__PURE__ */ new Set()];
	for (const { id, name } of known) {
		ids.add(id);
		names.add(name.toLowerCase());
	}
	for (const { id, name } of wanted) {
		if (names.has(name.toLowerCase())) throw invalid(`there are two ${what} called ${name}`);
		if (ids.has(id)) throw invalid(`there are two ${what} with the id ${id}`);
		names.add(name.toLowerCase());
		ids.add(id);
	}
}
function checkPerson(person) {
	checkFields("a person", person, {
		name: "text",
		id: "text?",
		realName: "text?",
		email: "text?",
		title: "string?"
	});
}
function checkChannel(channel) {
	checkFields("a channel", channel, {
		name: "text",
		id: "text?",
		private: "flag?",
		bot: "flag?"
	});
}
/** What Node's timers can wait for at most. */
const longestWait = 2 ** 31 - 1;
const times = {
	ackTimeout: longestWait,
	pingInterval: longestWait,
	warningPeriod: longestWait,
	connectionLifetime: latestTime,
	time: latestTime
};
function checkTimes(options) {
	for (const [name, most] of Object.entries(times)) {
		const value = options[name];
		if (value === void 0 || value >= 0 && value <= most) continue;
		throw invalid(`${name} is a number of milliseconds from 0 to ${most}, not ${value}`);
	}
}
function realPath(path) {
	try {
		return realpathSync(path);
	} catch {
		return resolve(path);
	}
}
/** The path without links, also where there is no such file yet. */
function sameFile(path) {
	const whole = realPath(path);
	return join(realPath(dirname(whole)), basename(whole));
}
/** Refuses what no sandbox can be. */
function checkOptions(options) {
	checkTimes(options);
	const { record, state } = options;
	if (record === void 0 || state === void 0 || sameFile(record) !== sameFile(state)) return;
	throw invalid(`record and state are one file, ${state}: each needs its own`);
}
// src/sandbox/state/features.ts
const usual$1 = [{
	command: "/ops",
	description: "Run an operation",
	usageHint: "[command] [arguments]"
}];
const refused$2 = (sentence) => new SandboxError("invalid", sentence);
function mustBeOnce(what, names) {
	const twice = names.find((name, at) => names.indexOf(name) < at);
	if (twice !== void 0) throw refused$2(`there are two ${what} ${twice}`);
}
function everyCommand(options = usual$1) {
	for (const one of options) {
		checkFields("a command", one, {
			command: "text",
			description: "string?",
			usageHint: "string?",
			shouldEscape: "flag?"
		});
		if (!/^\/\S+$/u.test(one.command)) throw refused$2(`a command is a slash and one word, not ${one.command}`);
	}
	mustBeOnce("commands", options.map(({ command }) => command));
	return options.map(({ command, description = "", usageHint = "", shouldEscape = false }) => ({
		command,
		description,
		usageHint,
		shouldEscape
	}));
}
function everyShortcut(options = []) {
	for (const one of options) checkFields("a shortcut", one, {
		callbackId: "text",
		name: "text?",
		type: ["global", "message"]
	});
	return options.map(({ callbackId, name = callbackId, type = "global" }) => ({
		callbackId,
		name,
		type
	}));
}
// src/sandbox/state/users.ts
/** `jane.doe` → Jane Doe */
const writtenName = (name) => name.split(/[._-]+/u).filter((word) => word !== "").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ") || name;
const personId = ({ name, id }) => id ?? namedId("U", name);
function personOf(options, team) {
	const { name, realName = writtenName(name), email = `${name}@${team.domain}.example`, title } = options;
	return {
		id: personId(options),
		name,
		realName,
		email,
		isBot: false,
		...title === void 0 ? {} : { title }
	};
}
/** The people, and the app's bot after them. */
function everyUser(people, team, bot) {
	const app = {
		id: bot.userId,
		name: bot.name,
		realName: bot.name,
		isBot: true
	};
	const users = [...people.map((options) => personOf(options, team)), app];
	return new Map(users.map((user) => [user.id, user]));
}
// src/sandbox/state/workspace.ts
const defaultPeople = [{ name: "mary" }, { name: "tom" }];
const defaultChannels = ["general", "ops"];
const directMessageId = (one, other) => namedId("D", [one, other].sort().join("+"));
function conversationOf(kind, details) {
	return {
		kind,
		messages: [],
		...details
	};
}
function channelOf(wanted, people, bot, created) {
	const options = typeof wanted === "string" ? { name: wanted } : wanted;
	const name = options.name.replace(/^#/u, "");
	const members = new Set(people.map(({ id }) => id));
	if (options.bot !== false) members.add(bot.userId);
	const creator = people[0]?.id ?? bot.userId;
	const id = options.id ?? namedId("C", name);
	return conversationOf(options.private ? "group" : "channel", {
		id,
		name,
		created,
		creator,
		members
	});
}
/** The direct messages of a person with the app. */
const directMessagesOf = (id, bot, created) => conversationOf("im", {
	id: directMessageId(id, bot.userId),
	name: "",
	created,
	creator: id,
	members: /* @__PURE__ */ new Set([id, bot.userId])
});
function everyConversation(options, people, bot, created) {
	const wanted = options.channels ?? defaultChannels;
	for (const one of wanted) if (typeof one !== "string") checkChannel(one);
	const channels = wanted.map((one) => channelOf(one, people, bot, created));
	mustDiffer("channels", channels);
	return [...channels, ...people.map(({ id }) => directMessagesOf(id, bot, created))];
}
const byId = (items) => new Map(items.map((item) => [item.id, item]));
function createWorkspace(options, connect, positions = /* @__PURE__ */ new Map()) {
	const clock = createClock(options.time === void 0 ? {} : { standing: options.time });
	const ids = createIds(options.seed === void 0 ? void 0 : String(options.seed), positions);
	const team = {
		id: namedId("T", "sandbox"),
		name: "Sandbox",
		domain: "sandbox"
	};
	const bot = {
		userId: namedId("U", "bot:ops"),
		botId: namedId("B", "ops"),
		appId: namedId("A", "ops"),
		name: "ops"
	};
	const wanted = options.people ?? defaultPeople;
	for (const one of wanted) checkPerson(one);
	const users = everyUser(wanted, team, bot);
	const people = wanted.map((one) => ({
		id: personId(one),
		name: one.name,
		token: freshToken("xoxp")
	}));
	mustDiffer("people", people, [{
		id: bot.userId,
		name: bot.name
	}]);
	const appToken = freshToken(`xapp-1-${bot.appId}`);
	const botToken = freshToken("xoxb");
	return {
		team,
		bot,
		origin: "",
		appToken,
		botToken,
		people,
		clock,
		ids,
		positions,
		users,
		usergroups: /* @__PURE__ */ new Map(),
		scopes: options.scopes ?? usualScopes,
		streams: /* @__PURE__ */ new Map(),
		statuses: /* @__PURE__ */ new Map(),
		callers: new Map([
			[appToken, { kind: "app" }],
			[botToken, {
				kind: "bot",
				userId: bot.userId
			}],
			...people.map(({ id, token }) => [token, {
				kind: "person",
				userId: id
			}])
		]),
		conversations: byId(everyConversation(options, people, bot, seconds(clock))),
		files: /* @__PURE__ */ new Map(),
		responses: /* @__PURE__ */ new Map(),
		triggers: /* @__PURE__ */ new Map(),
		modals: /* @__PURE__ */ new Map(),
		homes: /* @__PURE__ */ new Map(),
		commands: everyCommand(options.commands),
		shortcuts: everyShortcut(options.shortcuts),
		reads: /* @__PURE__ */ new Map(),
		smart: options.smartPunctuation ?? false,
		changes: createChanges(),
		delivery: connect({
			team,
			bot,
			clock,
			ids
		})
	};
}
const botProfile = ({ bot, team }) => ({
	id: bot.botId,
	app_id: bot.appId,
	user_id: bot.userId,
	name: bot.name,
	icons: {},
	deleted: false,
	updated: 0,
	team_id: team.id
});
// src/sandbox/state/conversations.ts
const visible = (conversation, speaker) => conversation.kind === "channel" || conversation.members.has(speaker.userId);
const isDirect$1 = ({ kind }) => kind === "im" || kind === "mpim";
const isMember = (conversation, speaker) => conversation.members.has(speaker.userId);
function channelNamed(workspace, name) {
	for (const conversation of workspace.conversations.values()) if (!isDirect$1(conversation) && conversation.name === name) return conversation;
}
/** The conversation with this id, if the speaker may know of it. */
function conversationFor(workspace, speaker, id) {
	const conversation = workspace.conversations.get(id);
	if (!conversation || !visible(conversation, speaker)) throw new SlackError("channel_not_found");
	return conversation;
}
/** Where to post: an id, `#name`, `name`, or a person's id for the direct messages with them. */
function destinationFor(workspace, speaker, where) {
	if (workspace.users.has(where)) return openConversation(workspace, speaker, [where]).conversation;
	return conversationFor(workspace, speaker, (workspace.conversations.has(where) ? void 0 : channelNamed(workspace, where.replace(/^#/u, "")))?.id ?? where);
}
function mustBeMember(conversation, speaker) {
	if (!isMember(conversation, speaker)) throw new SlackError("not_in_channel");
	return conversation;
}
/** The direct messages of the speaker with one person, or with several. */
function openConversation(workspace, speaker, others) {
	if (others.find((id) => !workspace.users.has(id)) !== void 0) throw new SlackError("user_not_found");
	const members = /* @__PURE__ */ new Set([speaker.userId, ...others]);
	const kind = members.size > 2 ? "mpim" : "im";
	const [one = "", other = one] = members;
	const id = kind === "im" ? directMessageId(one, other) : namedId("G", [...members].sort().join("+"));
	const known = workspace.conversations.get(id);
	if (known) return {
		conversation: known,
		existed: true
	};
	const names = [...members].map((member) => workspace.users.get(member)?.name ?? member);
	const conversation = conversationOf(kind, {
		id,
		name: kind === "im" ? "" : `mpdm-${names.join("--")}-1`,
		created: seconds(workspace.clock),
		creator: speaker.userId,
		members
	});
	workspace.conversations.set(id, conversation);
	workspace.changes.tell({
		type: "conversation",
		channel: id
	});
	return {
		conversation,
		existed: false
	};
}
// src/sandbox/state/messages.ts
/** Where a message with this `ts` stands, or would stand. Timestamps are of one length, so text order is time order. */
function position({ messages }, ts) {
	let low = 0;
	let high = messages.length;
	while (low < high) {
		const middle = low + high >>> 1;
		if ((messages[middle]?.ts ?? "") < ts) low = middle + 1;
		else high = middle;
	}
	return low;
}
function messageAt(conversation, ts) {
	const found = conversation.messages[position(conversation, ts)];
	return found?.ts === ts ? found : void 0;
}
/** A new message, the latest of its room. */
function storeMessage({ changes }, conversation, message) {
	conversation.messages.push(message);
	changes.tell({
		type: "message",
		channel: conversation.id,
		message
	});
}
function replaceMessage({ changes }, conversation, message) {
	conversation.messages[position(conversation, message.ts)] = message;
	changes.tell({
		type: "message",
		channel: conversation.id,
		message
	});
}
function dropMessage({ changes }, conversation, ts) {
	const [dropped] = conversation.messages.splice(position(conversation, ts), 1);
	const alone = dropped?.ephemeralTo === void 0 ? {} : { ephemeralTo: dropped.ephemeralTo };
	changes.tell({
		type: "message_removed",
		channel: conversation.id,
		ts,
		...alone
	});
}
const isReply = ({ ts, thread_ts: thread }) => thread !== void 0 && thread !== ts;
/** What everybody in the room can read, at the room's root. */
const isAtRoot = (message) => message.ephemeralTo === void 0 && (!isReply(message) || message.subtype === "thread_broadcast");
/** The replies of a thread, oldest first; with a person, also what only they see. */
function repliesTo(conversation, thread, user) {
	const isShown = ({ ephemeralTo }) => ephemeralTo === void 0 || ephemeralTo === user;
	return conversation.messages.slice(position(conversation, thread)).filter((message) => message.thread_ts === thread && isReply(message) && isShown(message));
}
function withReplies(root, thread, count, users, latest) {
	const counted = {
		reply_count: count,
		reply_users: users,
		reply_users_count: users.length,
		latest_reply: latest
	};
	return {
		...root,
		thread_ts: thread,
		...counted,
		is_locked: false,
		subscribed: false
	};
}
/** One more reply, on the thread's first message. */
function addReply(workspace, conversation, thread, reply) {
	const root = messageAt(conversation, thread);
	if (!root) return;
	const users = [.../* @__PURE__ */ new Set([...root.reply_users ?? [], reply.user])];
	replaceMessage(workspace, conversation, withReplies(root, thread, (root.reply_count ?? 0) + 1, users, reply.ts));
}
/** The thread's first message, with its replies counted anew. */
function countReplies(workspace, conversation, thread) {
	const root = messageAt(conversation, thread);
	if (!root) return;
	const replies = repliesTo(conversation, thread);
	const users = [...new Set(replies.map(({ user }) => user))];
	replaceMessage(workspace, conversation, withReplies(root, thread, replies.length, users, replies.at(-1)?.ts ?? thread));
}
// src/sandbox/state/statuses.ts
const lifetime$3 = 12e4;
const keyOf$2 = (conversation, thread) => `${conversation.id}/${thread}`;
/** An empty status ends the one before. */
function setStatus(workspace, conversation, thread, status) {
	if (status === "") {
		clearStatus(workspace, conversation, thread);
		return;
	}
	const { statuses, clock, changes } = workspace;
	statuses.set(keyOf$2(conversation, thread), {
		status,
		until: clock.now() + lifetime$3
	});
	changes.tell({
		type: "status",
		channel: conversation.id,
		thread,
		status
	});
	clock.timer(lifetime$3, () => endLate(workspace, conversation, thread));
}
function clearStatus({ statuses, changes }, conversation, thread) {
	if (!statuses.delete(keyOf$2(conversation, thread))) return;
	changes.tell({
		type: "status",
		channel: conversation.id,
		thread,
		status: ""
	});
}
/** Another status may have come meanwhile: it has its own end. */
function endLate(workspace, conversation, thread) {
	const found = workspace.statuses.get(keyOf$2(conversation, thread));
	if (found && found.until <= workspace.clock.now()) clearStatus(workspace, conversation, thread);
}
/** Sets the ends of statuses that were there before this process. */
function resumeStatuses(workspace) {
	for (const [key, { until }] of workspace.statuses) {
		const [channel = "", thread = ""] = key.split("/");
		const conversation = workspace.conversations.get(channel);
		if (!conversation) continue;
		const left = Math.max(0, until - workspace.clock.now());
		workspace.clock.timer(left, () => endLate(workspace, conversation, thread));
	}
}
// src/sandbox/api/methods/method.ts
/** A method for the app's bot and for people. */
function method(run) {
	return {
		callers: ["bot", "person"],
		run: ({ caller, ...context }) => run({
			...context,
			speaker: caller
		})
	};
}
/** The methods, each of which needs the scope. */
const scoped = (scope, methods) => Object.fromEntries(Object.entries(methods).map(([name, one]) => [name, {
	...one,
	scope
}]));
// src/sandbox/api/methods/assistant.ts
const mostLoadingMessages = 10;
const assistantMethods = scoped("chat:write", { "assistant.threads.setStatus": {
	...method(({ workspace, args, speaker }) => {
		const conversation = mustBeMember(conversationFor(workspace, speaker, requiredText(args, "channel_id")), speaker);
		const thread = requiredText(args, "thread_ts");
		const status = optionalText(args, "status");
		if (status === void 0) throw complaint("invalid_arguments", ["missing required field: status"]);
		const rotating = json(args, "loading_messages", "invalid_arguments") ?? [];
		if (!Array.isArray(rotating) || rotating.length > mostLoadingMessages) throw new SlackError("invalid_arguments");
		const message = messageAt(conversation, thread);
		if (!message) throw new SlackError("invalid_thread_ts");
		setStatus(workspace, conversation, message.thread_ts ?? message.ts, status);
		return {};
	}),
	callers: ["bot"]
} });
// src/sandbox/state/events.ts
const channelTypes = {
	channel: "channel",
	group: "group",
	im: "im",
	mpim: "mpim"
};
/** A message as programs get it: who alone may see it is not part of it. */
function outward({ ephemeralTo: _, ...message }) {
	return { ...message };
}
function messageEvent(conversation, message) {
	return {
		...outward(message),
		type: "message",
		...message.files && !message.subtype ? { subtype: "file_share" } : {},
		channel: conversation.id,
		event_ts: message.ts,
		channel_type: channelTypes[conversation.kind]
	};
}
/** The same message once more, for being addressed. It has no `channel_type`. */
function mentionEvent(conversation, message) {
	return {
		...outward(message),
		type: "app_mention",
		channel: conversation.id,
		event_ts: message.ts
	};
}
function changedEvent(conversation, before, after, ts) {
	return {
		type: "message",
		subtype: "message_changed",
		message: outward(after),
		previous_message: outward(before),
		channel: conversation.id,
		hidden: true,
		ts,
		event_ts: ts,
		channel_type: channelTypes[conversation.kind]
	};
}
function deletedEvent(conversation, before, ts) {
	return {
		type: "message",
		subtype: "message_deleted",
		previous_message: outward(before),
		channel: conversation.id,
		hidden: true,
		deleted_ts: before.ts,
		ts,
		event_ts: ts,
		channel_type: channelTypes[conversation.kind]
	};
}
function reactionEvent(type, conversation, message, by) {
	return {
		type,
		user: by.user,
		reaction: by.reaction,
		item: {
			type: "message",
			channel: conversation.id,
			ts: message.ts
		},
		item_user: message.user,
		event_ts: by.ts
	};
}
function memberEvent(type, conversation, user, team, ts) {
	const channelType = conversation.kind === "channel" ? "C" : "G";
	return {
		type,
		user,
		channel: conversation.id,
		channel_type: channelType,
		team,
		event_ts: ts
	};
}
function fileEvents(file, user, conversation, ts) {
	const about = {
		file_id: file,
		user_id: user,
		file: { id: file },
		event_ts: ts
	};
	return [{
		type: "file_created",
		...about
	}, {
		type: "file_shared",
		...about,
		channel_id: conversation.id
	}];
}
// src/sandbox/api/blocks/name.ts
const texts$2 = /* @__PURE__ */ new Set([
	"image",
	"mrkdwn",
	"plain_text"
]);
function nameElement(element, newId) {
	const { type, action_id: id } = element;
	return id !== void 0 || texts$2.has(String(type)) ? element : {
		...element,
		action_id: newId()
	};
}
/** The block's controls, each with an id. */
function controls(block, newId) {
	const named = (elements) => Array.isArray(elements) ? elements.map((element) => nameElement(element, newId)) : elements;
	const nested = (blocks) => Array.isArray(blocks) ? nameBlocks(blocks, newId) : blocks;
	switch (block["type"]) {
		case "actions":
		case "context_actions": return { elements: named(block["elements"]) };
		case "section": return block["accessory"] ? { accessory: nameElement(block["accessory"], newId) } : {};
		case "input": return {
			optional: false,
			dispatch_action: false,
			...block,
			element: nameElement(block["element"], newId)
		};
		case "card": return block["actions"] ? { actions: named(block["actions"]) } : {};
		case "carousel": return { elements: nested(block["elements"]) };
		case "container": return { child_blocks: nested(block["child_blocks"]) };
		default: return {};
	}
}
/** Gives every block and every control the id that Slack gives it when the program did not. */
function nameBlocks(blocks, newId = shortId) {
	return blocks.map((block) => ({
		...block,
		...controls(block, newId),
		block_id: block["block_id"] ?? newId()
	}));
}
// src/sandbox/text/links.ts
/** Endings that make a bare `name.ending` look like a host: file names with these are linked too. */
const topLevel = new Set("ai app biz cc co com de dev edu es eu fr gg gov info io it ly md me net nl org pl py rs sh so tech to tv uk us xyz zip".split(" "));
const closing = /* @__PURE__ */ new Set(".,;:!?'\"*_~]}");
/** Without the punctuation of the sentence that the address stands in. */
function trimEnd(url) {
	const paired = url.includes("(");
	let end = url.length;
	while (end > 0 && (closing.has(url.charAt(end - 1)) || !paired && url.charAt(end - 1) === ")")) end -= 1;
	return url.slice(0, end);
}
const linkTo = (url, text, style) => url === text ? {
	type: "link",
	url,
	...withStyle(style)
} : {
	type: "link",
	url,
	text,
	...withStyle(style)
};
const urlRule = {
	name: "url",
	pattern: "(?<![\\p{L}\\p{N}_])https?:\\/\\/[^\\s<>`|]+",
	read(match, style) {
		const url = trimEnd(match);
		return /^https?:\/\/[^/]/u.test(url) ? {
			elements: [linkTo(url, url, style)],
			taken: url.length
		} : void 0;
	}
};
const emailRule = {
	name: "email",
	pattern: "(?<![\\w@.+\\/:\\-])[\\w.+\\-]+@[\\w\\-]+(?:\\.[\\w\\-]+)+",
	read: (match, style) => ({ elements: [linkTo(`mailto:${match}`, match, style)] })
};
const hostRule = {
	name: "host",
	pattern: "(?<![\\w@.+\\/:\\-])[A-Za-z0-9][A-Za-z0-9\\-]*(?:\\.[A-Za-z0-9][A-Za-z0-9\\-]*)+(?:[\\/?#][^\\s<>`|]*)?(?![\\w@])",
	read(match, style) {
		const text = trimEnd(match);
		const ending = text.split(/[/?#]/u, 1)[0]?.split(".").at(-1)?.toLowerCase() ?? "";
		if (!topLevel.has(ending)) return void 0;
		return {
			elements: [linkTo(`http://${text}`, text, style)],
			taken: text.length
		};
	}
};
// src/sandbox/text/smart.ts
const code = /(```[\s\S]*?```|`[^`\n]+`)/u;
const soften = (text) => text.replace(/(^|[\s([{=:—–-])"/gu, "$1“").replaceAll("\"", "”").replace(/(^|[\s([{=:—–“-])'/gu, "$1‘").replaceAll("'", "’").replaceAll("...", "…").replaceAll("--", "—");
/** What a Mac or a phone makes of typed text: curly quotes, dashes, an ellipsis. Code stays as it is. */
function smartPunctuation(typed) {
	return typed.split(code).map((part, at) => at % 2 === 1 ? part : soften(part)).join("");
}
function hardenLine(elements) {
	return elements.map((element, at) => {
		if (element.type !== "text" || element.style?.code) return element;
		const before = elements[at + 1]?.type === "link" ? element.text.replace(/ $/u, "\xA0") : element.text;
		return {
			...element,
			text: elements[at - 1]?.type === "link" ? before.replace(/^ /u, "\xA0") : before
		};
	});
}
/** The spaces next to a link do not break, as Slack has it. */
function hardSpaces(parts) {
	return parts.map((part) => {
		if (part.type === "rich_text_preformatted") return part;
		if (part.type !== "rich_text_list") return {
			...part,
			elements: hardenLine(part.elements)
		};
		return {
			...part,
			elements: part.elements.map((item) => ({
				...item,
				elements: hardenLine(item.elements)
			}))
		};
	});
}
// src/sandbox/text/compose.ts
const broadcasts = /* @__PURE__ */ new Set([
	"here",
	"channel",
	"everyone"
]);
const mentionRule = (directory) => ({
	name: "mention",
	pattern: "(?<![\\p{L}\\p{N}_.])@[\\p{L}\\p{N}_][\\p{L}\\p{N}_.\\-]*",
	read(match, style) {
		const name = match.slice(1).replace(/[.-]+$/u, "");
		const taken = name.length + 1;
		if (broadcasts.has(name)) return {
			elements: [{
				type: "broadcast",
				range: name,
				...withStyle(style)
			}],
			taken
		};
		const id = directory.user(name);
		if (id !== void 0) return {
			elements: [{
				type: "user",
				user_id: id,
				...withStyle(style)
			}],
			taken
		};
		const group = directory.group?.(name);
		if (group === void 0) return void 0;
		return {
			elements: [{
				type: "usergroup",
				usergroup_id: group,
				...withStyle(style)
			}],
			taken
		};
	}
});
const channelRule = (directory) => ({
	name: "channel",
	pattern: "(?<![\\p{L}\\p{N}_&])#[\\p{L}\\p{N}_\\-]+",
	read(match, style) {
		const id = directory.channel(match.slice(1));
		return id === void 0 ? void 0 : { elements: [{
			type: "channel",
			channel_id: id,
			...withStyle(style)
		}] };
	}
});
/** `<@U…>`, `<#C…>`, `<!here>`, `<!subteam^S…>`: what a client of this workspace sends for a mention that was picked from the list. */
const pickedRule = (directory) => ({
	name: "picked",
	pattern: "<[@#!](?:subteam\\^)?[A-Za-z0-9]+(?:\\|[^<>\\n]*)?>",
	read(match, style) {
		const target = match.slice(2, -1).split("|", 1)[0] ?? "";
		const elements = [];
		if (match[1] === "!" && broadcasts.has(target)) elements.push({
			type: "broadcast",
			range: target,
			...withStyle(style)
		});
		const group = target.replace(/^subteam\^/u, "");
		if (match[1] === "!" && group !== target && directory.name(group)) elements.push({
			type: "usergroup",
			usergroup_id: group,
			...withStyle(style)
		});
		if (match[1] === "@" && directory.name(target)) elements.push({
			type: "user",
			user_id: target,
			...withStyle(style)
		});
		if (match[1] === "#" && directory.name(target)) elements.push({
			type: "channel",
			channel_id: target,
			...withStyle(style)
		});
		return elements.length === 0 ? void 0 : { elements };
	}
});
const picture = "\\p{Extended_Pictographic}(?:\\uFE0F|\\p{Emoji_Modifier})?";
const pictureRule = {
	name: "picture",
	pattern: `\\p{Regional_Indicator}{2}|[0-9#*]\\uFE0F?\\u20E3|${picture}(?:[\\u{E0020}-\\u{E007F}]+|(?:\\u200D${picture})*)`,
	read(match, style) {
		const name = emojiName(match);
		return { elements: name === void 0 ? [] : [{
			...emojiElement(name),
			...withStyle(style)
		}] };
	}
};
function typedReader(directory) {
	const literal = codeRule((content) => content);
	const references = [
		pickedRule(directory),
		urlRule,
		emailRule,
		hostRule,
		mentionRule(directory),
		channelRule(directory)
	];
	return createReader$1([
		literal,
		...references,
		emojiRule,
		pictureRule,
		...emphasisRules
	]);
}
function readGroup(group, read, followed) {
	const { kind, lines } = group;
	if (kind === "quote") return {
		type: "rich_text_quote",
		elements: read(lines.join("\n"))
	};
	if (kind === "text") return {
		type: "rich_text_section",
		elements: read(lines.join("\n") + (followed ? "\n" : ""))
	};
	return {
		type: "rich_text_list",
		style: group.ordered ? "ordered" : "bullet",
		indent: group.indent,
		border: 0,
		...group.offset > 0 ? { offset: group.offset } : {},
		elements: lines.map((line) => ({
			type: "rich_text_section",
			elements: read(line)
		}))
	};
}
/** Quotes and lists apart from other lines. A section keeps the line break before what follows it. */
function readLines(source, read, followed) {
	const groups = groupLines(source.split("\n"));
	return groups.map((group, at) => readGroup(group, read, followed || at < groups.length - 1));
}
function readParts(source, read) {
	const stretches = source.split(/```([\s\S]+?)```/u);
	return stretches.flatMap((stretch, at) => {
		if (at % 2 === 1) return [{
			type: "rich_text_preformatted",
			elements: [{
				type: "text",
				text: stretch.replace(/^\n|\n$/gu, "")
			}],
			border: 0
		}];
		const followed = at < stretches.length - 1;
		const outer = (at > 0 ? stretch.replace(/^\n/u, "") : stretch).replace(followed ? /\n$/u : /$^/u, "");
		return outer.trim() === "" ? [] : readLines(outer, read, followed);
	});
}
/** What Slack's composer sends for typed text: `text` and `rich_text` that say the same. */
function compose(typed, directory, options = {}) {
	const source = options.escaped ? unescapeText(typed) : typed;
	const read = readParts(options.smart ? smartPunctuation(source) : source, typedReader(directory));
	const parts = options.smart ? hardSpaces(read) : read;
	return {
		text: wireText(parts, directory.name),
		parts
	};
}
// src/sandbox/state/usergroups.ts
function memberCalled({ users }, nameOrId, handle) {
	const found = [...users.values()].find(({ id, name }) => id === nameOrId || name === nameOrId);
	if (found) return found.id;
	const known = [...users.values()].map(({ name }) => name).join(", ");
	throw new SandboxError("invalid", `${nameOrId} of the user group ${handle} is nobody here (known: ${known})`);
}
/** Makes the user groups that were asked for, out of the people who are there. */
function addUserGroups(workspace, wanted = []) {
	for (const options of wanted) {
		const handle = options.handle.replace(/^@/u, "");
		const { name = handle } = options;
		const id = namedId("S", handle);
		const users = options.users.map((user) => memberCalled(workspace, user, handle));
		const created = workspace.usergroups.get(id)?.created ?? seconds(workspace.clock);
		workspace.usergroups.set(id, {
			id,
			handle,
			name,
			users,
			created
		});
	}
}
function userGroupNamed({ usergroups }, handle) {
	for (const group of usergroups.values()) if (group.handle.toLowerCase() === handle.toLowerCase()) return group;
}
/** A user group as the Web API shows it. */
function describeUserGroup(workspace, group, { users, count }) {
	const { id, handle, name, created } = group;
	const creator = workspace.people[0]?.id ?? workspace.bot.userId;
	return {
		id,
		team_id: workspace.team.id,
		is_usergroup: true,
		is_subteam: true,
		name,
		description: "",
		handle,
		is_external: false,
		date_create: created,
		date_update: created,
		date_delete: 0,
		auto_type: null,
		auto_provision: false,
		enterprise_subteam_id: "",
		created_by: creator,
		updated_by: creator,
		deleted_by: null,
		prefs: {
			channels: [],
			groups: []
		},
		...users ? { users: group.users } : {},
		...count ? { user_count: group.users.length } : {}
	};
}
// src/sandbox/state/posting.ts
/** What follows an @ or a #; that of a user group has its @. */
function nameOf({ users, conversations, usergroups }, id) {
	const group = usergroups.get(id);
	return group ? `@${group.handle}` : users.get(id)?.name ?? conversations.get(id)?.name;
}
/** Names, and who is called so, for the composer. */
function directoryOf(workspace) {
	return {
		user: (name) => [...workspace.users.values()].find((user) => user.name.toLowerCase() === name.toLowerCase())?.id,
		channel: (name) => channelNamed(workspace, name)?.id,
		group: (handle) => userGroupNamed(workspace, handle)?.id,
		name: (id) => nameOf(workspace, id)
	};
}
/** What a person's client sends for what they typed. */
function typedContent(workspace, text, options) {
	const composed = compose(text, directoryOf(workspace), {
		smart: workspace.smart,
		...options
	});
	if (composed.text === "") throw new SlackError("no_text");
	return {
		text: composed.text,
		blocks: [{
			type: "rich_text",
			block_id: workspace.ids.short(),
			elements: composed.parts
		}]
	};
}
/** Tells the app, if it is in the room. */
function tell(workspace, conversation, event) {
	if (conversation.members.has(workspace.bot.userId)) workspace.delivery.event(event);
}
function authored(workspace, speaker) {
	if (speaker.kind === "person") return {
		user: speaker.userId,
		client_msg_id: workspace.ids.uuid()
	};
	const { userId, botId, appId } = workspace.bot;
	return {
		user: userId,
		bot_id: botId,
		app_id: appId,
		bot_profile: botProfile(workspace)
	};
}
/** The root of the thread that a reply goes to. */
function threadRoot(conversation, thread) {
	if (!/^\d+\.\d+$/u.test(thread)) {
		const messages = [`[ERROR] ${thread} is not a valid thread_ts`];
		throw new SlackError("invalid_thread_ts", { response_metadata: { messages } });
	}
	const found = messageAt(conversation, thread);
	const root = found && isReply(found) ? messageAt(conversation, found.thread_ts ?? "") : found;
	if (!root) throw new SlackError("thread_not_found");
	return root;
}
function reply(conversation, placement) {
	if (placement.thread === void 0) return {};
	const root = threadRoot(conversation, placement.thread);
	const broadcast = placement.broadcast ? {
		subtype: "thread_broadcast",
		root: {
			ts: root.ts,
			text: root.text
		}
	} : {};
	return {
		thread_ts: root.ts,
		parent_user_id: root.user,
		...broadcast
	};
}
/** Blocks can stand in attachments too. */
function named({ ids }, content) {
	const inAttachment = (attachment) => Array.isArray(attachment["blocks"]) ? {
		fallback: "[no preview available]",
		...attachment,
		blocks: nameBlocks(attachment["blocks"], ids.short)
	} : attachment;
	return {
		...content,
		...content.blocks ? { blocks: nameBlocks(content.blocks, ids.short) } : {},
		...content.attachments ? { attachments: content.attachments.map(inAttachment) } : {}
	};
}
/** Stores a message and tells the app. */
function post(workspace, conversation, speaker, content, placement = {}) {
	const placed = reply(conversation, placement);
	const message = {
		...authored(workspace, speaker),
		type: "message",
		ts: workspace.clock.ts(),
		team: workspace.team.id,
		...named(workspace, content),
		...placed,
		...placement.ephemeralTo === void 0 ? {} : { ephemeralTo: placement.ephemeralTo }
	};
	storeMessage(workspace, conversation, message);
	if (placement.ephemeralTo !== void 0) return message;
	if (placed.thread_ts !== void 0) {
		addReply(workspace, conversation, placed.thread_ts, message);
		if (speaker.kind === "bot") clearStatus(workspace, conversation, placed.thread_ts);
	}
	tell(workspace, conversation, messageEvent(conversation, message));
	if (speaker.kind === "person" && conversation.kind !== "im" && message.text.includes(`<@${workspace.bot.userId}>`)) tell(workspace, conversation, mentionEvent(conversation, message));
	return message;
}
/** Replaces what a message says. Text alone drops the blocks; only edits without blocks are marked as edited. */
function change(workspace, conversation, before, content, edited) {
	const { blocks: _, edited: __, attachments: ___, ...kept } = before;
	const after = {
		...kept,
		...named(workspace, content),
		...edited ? { edited: {
			user: before.user,
			ts: workspace.clock.ts()
		} } : {}
	};
	replaceMessage(workspace, conversation, after);
	if (before.ephemeralTo === void 0) tell(workspace, conversation, changedEvent(conversation, before, after, workspace.clock.ts()));
	return after;
}
/** Takes a message away; the first of a thread leaves a gravestone, so that its replies stay. */
function remove$2(workspace, conversation, before) {
	if (before.reply_count) {
		const { blocks: _, attachments: __, files: ___, reactions: ____, ...kept } = before;
		const text = "This message was deleted.";
		replaceMessage(workspace, conversation, {
			...kept,
			text,
			subtype: "tombstone",
			user: "USLACKBOT",
			hidden: true
		});
	} else dropMessage(workspace, conversation, before.ts);
	if (isReply(before) && before.thread_ts !== void 0) countReplies(workspace, conversation, before.thread_ts);
	if (before.ephemeralTo === void 0) tell(workspace, conversation, deletedEvent(conversation, before, workspace.clock.ts()));
}
// src/sandbox/state/chunks.ts
const record$1 = (value) => typeof value === "object" && value !== null ? value : {};
const records$2 = (value) => Array.isArray(value) ? value.map(record$1) : [];
/** The text in the one section of a card's details or output. */
const textIn = (richText) => String(record$1(records$2(record$1(records$2(record$1(richText)["elements"])[0])["elements"])[0])["text"] ?? "");
/** What a card says in more detail adds to what it said before. */
function added(before, more) {
	const text = textIn(before) + (more ?? "");
	if (text === "") return void 0;
	return {
		type: "rich_text",
		elements: [{
			type: "rich_text_section",
			elements: [{
				type: "text",
				text
			}]
		}]
	};
}
function card$1(before, task) {
	const details = added(before?.["details"], task.details);
	const output = added(before?.["output"], task.output);
	const sources = task.sources ?? before?.["sources"];
	return {
		type: "task_card",
		task_id: task.id,
		title: task.title,
		status: task.status,
		...details ? { details } : {},
		...output ? { output } : {},
		...sources ? { sources } : {}
	};
}
/** The list with the task's card in it: in its place, or last. */
function withCard(list, task) {
	const isIt = (one) => one["type"] === "task_card" && one["task_id"] === task.id;
	const before = list.find(isIt);
	if (!before) return [...list, card$1(void 0, task)];
	return list.map((one) => one === before ? card$1(before, task) : one);
}
/** The blocks with a plan among them that was changed, or is new. */
function withPlan(blocks, change) {
	const before = blocks.find(({ type }) => type === "plan");
	if (!before) return [...blocks, change({
		type: "plan",
		title: "",
		tasks: []
	})];
	return blocks.map((block) => block === before ? change(before) : block);
}
function withText(blocks, text) {
	const last = blocks.at(-1);
	if (last?.["type"] !== "markdown") return [...blocks, {
		type: "markdown",
		text
	}];
	return [...blocks.slice(0, -1), {
		...last,
		text: `${String(last["text"])}${text}`
	}];
}
function withChunk(blocks, chunk, display) {
	switch (chunk.type) {
		case "markdown_text": return chunk.text === "" ? [...blocks] : withText(blocks, chunk.text);
		case "blocks": return [...blocks, ...chunk.blocks];
		case "plan_update": return display === "plan" ? withPlan(blocks, (plan) => ({
			...plan,
			title: chunk.title
		})) : [...blocks];
		case "task_update":
			if (display !== "plan") return withCard(blocks, chunk);
			return withPlan(blocks, (plan) => ({
				...plan,
				tasks: withCard(records$2(plan["tasks"]), chunk)
			}));
	}
}
/** A message's blocks, grown by chunks: text in `markdown` blocks, tasks as cards, in a plan if they are shown as one. */
const withChunks = (blocks, chunks, display) => chunks.reduce((grown, chunk) => withChunk(grown, chunk, display), [...blocks]);
/** The `text` that goes with such blocks: the words, and the titles of the cards after them. */
function textOf(blocks) {
	const words = blocks.filter(({ type }) => type === "markdown").map(({ text }) => markdownWire(String(text)));
	const titles = blocks.flatMap((block) => block["type"] === "plan" ? records$2(block["tasks"]) : [block]).filter(({ type }) => type === "task_card").map(({ title }) => String(title));
	return [words.join(""), ...titles].filter((part) => part !== "").join(" ");
}
// src/sandbox/state/streams.ts
const lifetime$2 = 3e5;
const keyOf$1 = (conversation, ts) => `${conversation.id}/${ts}`;
const isLive = ({ streams, clock }, key) => {
	const stream = streams.get(key);
	return stream !== void 0 && stream.stoppedBy === void 0 && stream.until > clock.now();
};
/** The message still takes more. */
const isStreaming = (workspace, conversation, ts) => isLive(workspace, keyOf$1(conversation, ts));
/** Everything that a stream says, as a message says it. */
function said$1({ ids }, message, { chunks }, display, more = []) {
	const blocks = nameBlocks([...withChunks(message.blocks ?? [], chunks, display), ...more], ids.short);
	return {
		text: textOf(blocks),
		...blocks.length > 0 ? { blocks } : {}
	};
}
/** Begins a message that grows. It ends by itself five minutes later. */
function beginStream(workspace, conversation, speaker, wanted) {
	const { thread, display, mode } = wanted;
	const message = post(workspace, conversation, speaker, {
		...said$1(workspace, {}, wanted, display),
		streaming_state: "in_progress"
	}, { thread });
	const stream = {
		conversation: conversation.id,
		ts: message.ts,
		thread: message.thread_ts ?? thread,
		display,
		until: workspace.clock.now() + lifetime$2,
		...mode ? { mode } : {}
	};
	workspace.streams.set(keyOf$1(conversation, message.ts), stream);
	expireLater(workspace, conversation, stream);
	return message;
}
function mustTake(stream, { mode }) {
	if (stream.mode && mode && stream.mode !== mode) throw new SlackError("streaming_mode_mismatch");
}
/** The stream behind a message; throws Slack's reason for why it takes no more. */
function streamOf(workspace, conversation, ts) {
	const key = keyOf$1(conversation, ts);
	const stream = workspace.streams.get(key);
	if (!stream || stream.until <= workspace.clock.now()) throw new SlackError("message_not_in_streaming_state");
	return stream;
}
/** More of a message. As with Slack, the app hears of it when the stream ends, not of each piece. */
function appendToStream(workspace, conversation, message, addition) {
	const stream = streamOf(workspace, conversation, message.ts);
	if (stream.stoppedBy !== void 0) throw new SlackError("stopped_by_user");
	mustTake(stream, addition);
	const { mode = stream.mode } = addition;
	workspace.streams.set(keyOf$1(conversation, message.ts), {
		...stream,
		...mode ? { mode } : {}
	});
	replaceMessage(workspace, conversation, {
		...message,
		...said$1(workspace, message, addition, stream.display)
	});
}
/** The message has all that it will have; the app is told. */
function settle(workspace, conversation, after) {
	const { blocks: _, metadata: __, ...bare } = after;
	const before = {
		...bare,
		text: "",
		streaming_state: "in_progress"
	};
	replaceMessage(workspace, conversation, after);
	tell(workspace, conversation, changedEvent(conversation, before, after, workspace.clock.ts()));
	return after;
}
/** The app ends the stream; it may do so after a person stopped it, but adds no words then. */
function endStream(workspace, conversation, message, addition, ending) {
	const stream = streamOf(workspace, conversation, message.ts);
	if (stream.stoppedBy !== void 0 && addition.chunks.length > 0) throw new SlackError("stopped_by_user");
	mustTake(stream, addition);
	workspace.streams.delete(keyOf$1(conversation, message.ts));
	return settle(workspace, conversation, {
		...message,
		...said$1(workspace, message, addition, stream.display, ending.blocks),
		...ending.metadata ? { metadata: ending.metadata } : {},
		streaming_state: "completed"
	});
}
function expire(workspace, conversation, { ts }) {
	const key = keyOf$1(conversation, ts);
	const stream = workspace.streams.get(key);
	if (!stream || stream.until > workspace.clock.now()) return;
	workspace.streams.delete(key);
	const message = messageAt(conversation, ts);
	if (message?.streaming_state !== "in_progress") return;
	settle(workspace, conversation, {
		...message,
		streaming_state: "errored"
	});
}
const expireLater = (workspace, conversation, stream) => void workspace.clock.timer(Math.max(0, stream.until - workspace.clock.now()), () => expire(workspace, conversation, stream));
/** Sets the ends of streams that were there before this process. */
function resumeStreams(workspace) {
	for (const stream of workspace.streams.values()) {
		const conversation = workspace.conversations.get(stream.conversation);
		if (conversation) expireLater(workspace, conversation, stream);
	}
}
/** A person stops what the app is saying in the thread of the message, and the app is asked to stop its work. */
function stopStream$1(workspace, conversation, person, ts) {
	if (!isStreaming(workspace, conversation, ts)) throw new SlackError("message_not_in_streaming_state");
	const { thread } = streamOf(workspace, conversation, ts);
	const live = [...workspace.streams].filter(([key, stream]) => stream.conversation === conversation.id && stream.thread === thread && isLive(workspace, key));
	for (const [key, stream] of live) {
		workspace.streams.set(key, {
			...stream,
			stoppedBy: person.id
		});
		const message = messageAt(conversation, stream.ts);
		if (message) settle(workspace, conversation, {
			...message,
			streaming_state: "completed"
		});
	}
	tell(workspace, conversation, {
		type: "agent_session_stopped",
		channel: conversation.id,
		user: person.id,
		thread_ts: thread,
		streaming_message_ts: live.map(([, stream]) => stream.ts),
		event_ts: workspace.clock.ts()
	});
}
// src/sandbox/api/blocks/rules.ts
const isRecord$1 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const anything = () => {};
function string(limits = {}) {
	const { max = Number.POSITIVE_INFINITY, min = 1 } = limits;
	return (value, at, report) => {
		if (typeof value !== "string") report("must provide a string", at);
		else if (value.length < min) report(`must be more than ${min - 1} characters`, at);
		else if (value.length > max) report(`must be less than ${max + 1} characters`, at);
	};
}
const boolean = (value, at, report) => {
	if (typeof value !== "boolean") report("must provide a boolean", at);
};
const number = (value, at, report) => {
	if (typeof value !== "number") report("must provide a number", at);
};
function integer(from, to) {
	return (value, at, report) => {
		if (!Number.isInteger(value)) report("must provide an integer", at);
		else if (value < from || value > to) report(`must be from ${from} to ${to}`, at);
	};
}
function oneOf$1(...allowed) {
	return (value, at, report) => {
		if (typeof value !== "string" || !allowed.includes(value)) report("must be a valid enum value", at);
	};
}
function array(check, limits = {}) {
	const { max = Number.POSITIVE_INFINITY, min = 0 } = limits;
	return (value, at, report) => {
		if (!Array.isArray(value)) return report("must provide an array", at);
		if (value.length > max) return report(`no more than ${max} items allowed`, at);
		if (value.length < min) return report(`no fewer than ${min} items allowed`, at);
		for (const [index, item] of value.entries()) check(item, `${at}/${index}`, report);
	};
}
/** A string of a fixed shape: a date, a time. */
function matching(pattern, complaint) {
	return (value, at, report) => {
		if (typeof value !== "string") report("must provide a string", at);
		else if (!pattern.test(value)) report(complaint, at);
	};
}
/** Each of these has something to say about the same value. */
const both = (...checks) => (value, at, report) => {
	for (const check of checks) check(value, at, report);
};
/** An object with these fields and no other. */
function object(fields) {
	return (value, at, report) => {
		if (!isRecord$1(value)) return report("must provide an object", at);
		for (const [name, { check, required }] of Object.entries(fields)) if (Object.hasOwn(value, name)) check(value[name], `${at}/${name}`, report);
		else if (required) report(`missing required field: ${name}`, at);
		for (const name of Object.keys(value)) if (!Object.hasOwn(fields, name)) report(`invalid additional property: ${name}`, at);
	};
}
/** An object whose `type` decides what else it must be. */
function typed$2(kinds) {
	return (value, at, report) => {
		if (!isRecord$1(value)) return report("must provide an object", at);
		const type = value["type"];
		if (type === void 0) return report("missing required field: type", at);
		if (typeof type !== "string" || !Object.hasOwn(kinds, type)) return report(`unsupported type: ${type}`, `${at}/type`);
		kinds[type]?.(value, at, report);
	};
}
const required = (check) => ({
	check,
	required: true
});
const optional$2 = (check) => ({ check });
// src/sandbox/api/blocks/composition.ts
const type$2 = required(string());
const actionId = optional$2(string({ max: 255 }));
/** What every block may have. */
const titled = {
	type: type$2,
	block_id: optional$2(string({ max: 255 }))
};
const plainText = (max) => typed$2({ plain_text: object({
	type: type$2,
	text: required(string({ max })),
	emoji: optional$2(boolean)
}) });
const anyText = (max) => typed$2({
	plain_text: object({
		type: type$2,
		text: required(string({ max })),
		emoji: optional$2(boolean)
	}),
	mrkdwn: object({
		type: type$2,
		text: required(string({ max })),
		verbatim: optional$2(boolean)
	})
});
const style$1 = optional$2(oneOf$1("primary", "danger"));
const confirm = optional$2(object({
	title: optional$2(plainText(100)),
	text: required(anyText(300)),
	confirm: optional$2(plainText(30)),
	deny: optional$2(plainText(30)),
	style: style$1
}));
const optionOf = (text) => object({
	text: required(text),
	value: required(string({ max: 150 })),
	description: optional$2(text),
	url: optional$2(string({ max: 3e3 }))
});
/** Of a menu, and of radio buttons and checkboxes, whose text may have emphasis. */
const plainOption = optionOf(plainText(75));
const anyOption = optionOf(anyText(75));
const group = object({
	label: required(plainText(75)),
	options: required(array(plainOption, {
		min: 1,
		max: 100
	}))
});
const options$2 = optional$2(array(plainOption, {
	min: 1,
	max: 100
}));
const optionGroups = optional$2(array(group, {
	min: 1,
	max: 100
}));
/** A menu has its options in one list or in groups. */
const hasChoices = (value, at, report) => {
	if (!isRecord$1(value)) return;
	const [flat, grouped] = [value["options"] !== void 0, value["option_groups"] !== void 0];
	if (!flat && !grouped) report("missing required field: options", at);
	if (flat && grouped) report("must define either `options` or `option_groups`, not both", at);
};
const texts$1 = (value) => Array.isArray(value) ? value : [];
/** What is chosen at first is one of the options. */
const startsWithOption = (value, at, report) => {
	if (!isRecord$1(value)) return;
	const grouped = texts$1(value["option_groups"]).flatMap((one) => isRecord$1(one) ? texts$1(one["options"]) : []);
	const known = [...texts$1(value["options"]), ...grouped].map((one) => isRecord$1(one) ? one["value"] : void 0);
	const check = (chosen, place) => {
		if (isRecord$1(chosen) && !known.includes(chosen["value"])) report("must match one of the options", place);
	};
	check(value["initial_option"], `${at}/initial_option`);
	for (const [index, chosen] of texts$1(value["initial_options"]).entries()) check(chosen, `${at}/initial_options/${index}`);
};
const withChoices = (fields) => both(object(fields), hasChoices, startsWithOption);
const dispatchConfig = optional$2(object({ trigger_actions_on: optional$2(array(oneOf$1("on_enter_pressed", "on_character_entered"), {
	min: 1,
	max: 2
})) }));
const conversationFilter = optional$2(object({
	include: optional$2(array(oneOf$1("im", "mpim", "private", "public"), { min: 1 })),
	exclude_external_shared_channels: optional$2(boolean),
	exclude_bot_users: optional$2(boolean)
}));
// src/sandbox/api/blocks/elements.ts
const focus = optional$2(boolean);
const placeholder = optional$2(plainText(150));
const ids = optional$2(array(string()));
const id$1 = optional$2(string());
const most$3 = optional$2(integer(1, 100));
const long = optional$2(string({ max: 3e3 }));
/** What most elements may have. */
const common = {
	type: type$2,
	action_id: actionId,
	confirm,
	focus_on_load: focus
};
const menu = {
	...common,
	placeholder
};
const multi = {
	...menu,
	max_selected_items: most$3
};
const room = {
	default_to_current_conversation: optional$2(boolean),
	filter: conversationFilter
};
const answerable$1 = { response_url_enabled: optional$2(boolean) };
const queried = { min_query_length: optional$2(integer(0, 100)) };
const date = matching(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u, "must be a date as YYYY-MM-DD");
const time = matching(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, "must be a time as HH:mm");
const button = object({
	type: type$2,
	action_id: actionId,
	confirm,
	style: style$1,
	text: required(plainText(75)),
	url: long,
	value: optional$2(string({ max: 2e3 })),
	accessibility_label: optional$2(string({ max: 75 }))
});
const workflowButton = object({
	type: type$2,
	action_id: actionId,
	confirm,
	style: style$1,
	text: required(plainText(75)),
	workflow: required(object({ trigger: required(object({
		url: required(string({ max: 3e3 })),
		customizable_input_parameters: optional$2(array(object({
			name: required(string()),
			value: required(string({ min: 0 }))
		})))
	})) })),
	accessibility_label: optional$2(string({ max: 75 }))
});
const selects = {
	static_select: withChoices({
		...menu,
		options: options$2,
		option_groups: optionGroups,
		initial_option: optional$2(plainOption)
	}),
	multi_static_select: withChoices({
		...multi,
		options: options$2,
		option_groups: optionGroups,
		initial_options: optional$2(array(plainOption, {
			min: 1,
			max: 100
		}))
	}),
	external_select: object({
		...menu,
		...queried,
		initial_option: optional$2(plainOption)
	}),
	multi_external_select: object({
		...multi,
		...queried,
		initial_options: optional$2(array(plainOption, { max: 100 }))
	}),
	users_select: object({
		...menu,
		initial_user: id$1
	}),
	multi_users_select: object({
		...multi,
		initial_users: ids
	}),
	conversations_select: object({
		...menu,
		...room,
		...answerable$1,
		initial_conversation: id$1
	}),
	multi_conversations_select: object({
		...multi,
		...room,
		initial_conversations: ids
	}),
	channels_select: object({
		...menu,
		...answerable$1,
		initial_channel: id$1
	}),
	multi_channels_select: object({
		...multi,
		initial_channels: ids
	})
};
const listed$1 = required(array(anyOption, {
	min: 1,
	max: 10
}));
const pickers = {
	datepicker: object({
		...menu,
		initial_date: optional$2(date)
	}),
	timepicker: object({
		...menu,
		initial_time: optional$2(time),
		timezone: optional$2(string({ max: 100 }))
	}),
	radio_buttons: both(object({
		...common,
		options: listed$1,
		initial_option: optional$2(anyOption)
	}), startsWithOption),
	checkboxes: both(object({
		...common,
		options: listed$1,
		initial_options: optional$2(array(anyOption, {
			min: 1,
			max: 10
		}))
	}), startsWithOption)
};
const datetimepicker = object({
	...common,
	initial_date_time: optional$2(integer(1e9, 9999999999))
});
const overflow = object({
	type: type$2,
	action_id: actionId,
	confirm,
	options: required(array(plainOption, {
		min: 1,
		max: 5
	}))
});
const slackFile = object({
	id: id$1,
	url: long
});
const imageFields = object({
	type: type$2,
	image_url: long,
	slack_file: optional$2(slackFile),
	alt_text: required(string({ max: 2e3 }))
});
/** A picture comes from an address, or from a file here. */
const pictured = (value, at, report) => {
	if (!isRecord$1(value)) return;
	if ([value["image_url"], value["slack_file"]].filter((source) => source !== void 0).length !== 1) report("must define either `image_url` or `slack_file`", at);
};
const image = both(imageFields, pictured);
const feedback$1 = required(object({
	text: required(plainText(75)),
	value: required(string({ max: 2e3 })),
	accessibility_label: optional$2(string({ max: 75 }))
}));
const quiet$1 = {
	feedback_buttons: object({
		type: type$2,
		action_id: actionId,
		positive_button: feedback$1,
		negative_button: feedback$1
	}),
	icon_button: object({
		type: type$2,
		action_id: actionId,
		confirm,
		icon: required(string()),
		text: required(plainText(75)),
		accessibility_label: optional$2(string({ max: 75 })),
		value: optional$2(string({ max: 2e3 })),
		visible_to_user_ids: ids
	})
};
const pressed = {
	button,
	overflow
};
const workflow = { workflow_button: workflowButton };
// src/sandbox/api/blocks/rich-text.ts
const type$1 = required(string());
const textStyle = object({
	bold: optional$2(boolean),
	italic: optional$2(boolean),
	strike: optional$2(boolean),
	code: optional$2(boolean)
});
const mentionStyle = object({
	bold: optional$2(boolean),
	italic: optional$2(boolean),
	strike: optional$2(boolean),
	highlight: optional$2(boolean),
	client_highlight: optional$2(boolean),
	unlink: optional$2(boolean)
});
const style = optional$2(textStyle);
const mention = optional$2(mentionStyle);
const text$3 = object({
	type: type$1,
	text: required(string()),
	style
});
const link = object({
	type: type$1,
	url: required(string({ max: 3e3 })),
	text: optional$2(string()),
	unsafe: optional$2(boolean),
	style
});
const inline = typed$2({
	text: text$3,
	link,
	emoji: object({
		type: type$1,
		name: required(string()),
		skin_tone: optional$2(integer(1, 6)),
		unicode: optional$2(string()),
		url: optional$2(string()),
		style: mention
	}),
	user: object({
		type: type$1,
		user_id: required(string()),
		style: mention
	}),
	usergroup: object({
		type: type$1,
		usergroup_id: required(string()),
		style: mention
	}),
	channel: object({
		type: type$1,
		channel_id: required(string()),
		style: mention
	}),
	team: object({
		type: type$1,
		team_id: required(string()),
		style: mention
	}),
	broadcast: object({
		type: type$1,
		range: required(oneOf$1("here", "channel", "everyone")),
		style: mention
	}),
	date: object({
		type: type$1,
		timestamp: required(integer(0, Number.MAX_SAFE_INTEGER)),
		format: required(string()),
		url: optional$2(string()),
		fallback: optional$2(string()),
		style
	}),
	color: object({
		type: type$1,
		value: required(string()),
		style
	})
});
const border = optional$2(integer(0, 1));
const section$1 = object({
	type: type$1,
	elements: required(array(inline))
});
const verbatim = typed$2({
	text: text$3,
	link
});
const part = typed$2({
	rich_text_section: section$1,
	rich_text_quote: object({
		type: type$1,
		elements: required(array(inline)),
		border
	}),
	rich_text_preformatted: object({
		type: type$1,
		elements: required(array(verbatim)),
		border,
		language: optional$2(string())
	}),
	rich_text_list: object({
		type: type$1,
		style: required(oneOf$1("bullet", "ordered")),
		elements: required(array(typed$2({ rich_text_section: section$1 }))),
		indent: optional$2(integer(0, 8)),
		offset: optional$2(integer(0, Number.MAX_SAFE_INTEGER)),
		border
	})
});
const richText = object({
	type: type$1,
	block_id: optional$2(string({ max: 255 })),
	elements: required(array(part))
});
// src/sandbox/api/blocks/inputs.ts
const written = {
	type: type$2,
	action_id: actionId,
	placeholder: optional$2(plainText(150)),
	focus_on_load: optional$2(boolean),
	dispatch_action_config: dispatchConfig
};
const start = optional$2(string({
	min: 0,
	max: 3e3
}));
const plainInput = object({
	...written,
	initial_value: start,
	multiline: optional$2(boolean),
	min_length: optional$2(integer(0, 3e3)),
	max_length: optional$2(integer(1, 3e3))
});
/** A bound of a number: Slack takes it as text, and as a number too. */
const bound$1 = (value, at, report) => {
	if (typeof value !== "string" && typeof value !== "number") report("must provide a string", at);
	else if (!Number.isFinite(Number(value))) report("must provide a number", at);
};
const bounded = (value, at, report) => {
	if (!isRecord$1(value)) return;
	const [least, most] = [value["min_length"], value["max_length"]];
	if (typeof least === "number" && typeof most === "number" && least > most) report("`min_length` must be less than or equal to `max_length`", at);
};
/** Elements that a person types into, or attaches to. */
const typedInputs = {
	plain_text_input: (value, at, report) => {
		plainInput(value, at, report);
		bounded(value, at, report);
	},
	email_text_input: object({
		...written,
		initial_value: start
	}),
	url_text_input: object({
		...written,
		initial_value: start
	}),
	number_input: object({
		...written,
		is_decimal_allowed: required(boolean),
		initial_value: optional$2(bound$1),
		min_value: optional$2(bound$1),
		max_value: optional$2(bound$1)
	})
};
const richTextInput = object({
	...written,
	initial_value: optional$2(richText),
	min_lines: optional$2(integer(1, 100)),
	max_lines: optional$2(integer(1, 100))
});
const fileInput = object({
	type: type$2,
	action_id: actionId,
	filetypes: optional$2(array(string(), { min: 1 })),
	max_files: optional$2(integer(1, 10))
});
// src/sandbox/api/blocks/blocks.ts
const mostMarkdown$1 = 12e3;
const sectionText = (value, at, report) => {
	if (isRecord$1(value) && value["text"] === void 0 && value["fields"] === void 0) report("must define either `text` or `fields`", at);
};
const section = (surface) => both(object({
	...titled,
	text: optional$2(anyText(3e3)),
	fields: optional$2(array(anyText(2e3), {
		min: 1,
		max: 10
	})),
	accessory: optional$2(typed$2({
		...pressed,
		...selects,
		...pickers,
		...surface === "message" ? workflow : {},
		image
	})),
	expand: optional$2(boolean)
}), sectionText);
const actions$1 = (surface) => {
	const element = typed$2({
		...pressed,
		...selects,
		...pickers,
		datetimepicker,
		rich_text_input: richTextInput,
		...surface === "message" ? workflow : {}
	});
	return object({
		...titled,
		elements: required(array(element, {
			min: 1,
			max: 25
		}))
	});
};
const input = (surface) => {
	const elements = {
		...selects,
		...pickers,
		...typedInputs,
		datetimepicker,
		rich_text_input: richTextInput
	};
	return object({
		...titled,
		label: required(plainText(2e3)),
		element: required(typed$2({
			...elements,
			...surface === "modal" ? { file_input: fileInput } : {}
		})),
		hint: optional$2(plainText(2e3)),
		optional: optional$2(boolean),
		dispatch_action: optional$2(boolean)
	});
};
const context = object({
	...titled,
	elements: required(array(typed$2({
		image,
		plain_text: anyText(Number.POSITIVE_INFINITY),
		mrkdwn: anyText(Number.POSITIVE_INFINITY)
	}), {
		min: 1,
		max: 10
	}))
});
const imageBlock = both(object({
	...titled,
	alt_text: required(string({ max: 2e3 })),
	image_url: optional$2(string({ max: 3e3 })),
	slack_file: optional$2(slackFile),
	title: optional$2(plainText(2e3))
}), pictured);
const cell = typed$2({
	raw_text: object({
		type: type$2,
		text: required(string({ min: 0 }))
	}),
	raw_number: object({
		type: type$2,
		text: required(string()),
		value: required(number)
	}),
	rich_text: richText
});
const column = (value, at, report) => {
	if (value === null) return;
	object({
		align: optional$2(oneOf$1("left", "center", "right")),
		is_wrapped: optional$2(boolean)
	})(value, at, report);
};
const table = object({
	...titled,
	rows: required(array(array(cell, {
		min: 1,
		max: 20
	}), {
		min: 1,
		max: 100
	})),
	column_settings: optional$2(array(column, { max: 20 }))
});
const dataTable = object({
	...titled,
	rows: required(array(array(cell, { min: 1 }), { min: 1 })),
	caption: required(string()),
	page_size: optional$2(integer(1, 100)),
	row_header_column_index: optional$2(integer(0, 100))
});
const video = object({
	...titled,
	alt_text: required(string({ max: 2e3 })),
	title: required(plainText(199)),
	thumbnail_url: required(string({ max: 3e3 })),
	video_url: required(string({ max: 3e3 })),
	title_url: optional$2(string({ max: 3e3 })),
	description: optional$2(plainText(199)),
	author_name: optional$2(string({ max: 49 })),
	provider_name: optional$2(string()),
	provider_icon_url: optional$2(string({ max: 3e3 }))
});
const source = object({
	type: type$2,
	url: required(string()),
	text: required(string())
});
const task = object({
	...titled,
	task_id: required(string()),
	title: required(string()),
	details: optional$2(richText),
	output: optional$2(richText),
	sources: optional$2(array(source)),
	status: optional$2(oneOf$1("pending", "in_progress", "complete", "error"))
});
const card = object({
	...titled,
	hero_image: optional$2(image),
	icon: optional$2(image),
	slack_icon: optional$2(object({
		type: optional$2(string()),
		name: required(string())
	})),
	title: optional$2(anyText(150)),
	subtitle: optional$2(anyText(150)),
	body: optional$2(anyText(200)),
	subtext: optional$2(anyText(200)),
	actions: optional$2(array(typed$2({ button }), { max: 5 }))
});
const alert = object({
	...titled,
	text: required(anyText(3e3)),
	level: optional$2(oneOf$1("default", "info", "warning", "error", "success"))
});
const everywhere = (surface) => ({
	section: section(surface),
	actions: actions$1(surface),
	input: input(surface),
	header: object({
		...titled,
		text: required(plainText(150)),
		level: optional$2(integer(1, 4))
	}),
	divider: object(titled),
	rich_text: richText,
	context,
	image: imageBlock,
	video,
	card
});
const remoteFile = object({
	...titled,
	external_id: required(string()),
	source: required(oneOf$1("remote"))
});
const inMessages = {
	markdown: object({
		...titled,
		text: required(string({ max: mostMarkdown$1 }))
	}),
	table,
	data_table: dataTable,
	context_actions: object({
		...titled,
		elements: required(array(typed$2(quiet$1), {
			min: 1,
			max: 5
		}))
	}),
	file: remoteFile,
	call: object({
		...titled,
		call_id: required(string()),
		api_decoration_available: optional$2(boolean)
	}),
	task_card: task,
	plan: object({
		...titled,
		title: required(string()),
		tasks: optional$2(array(task))
	})
};
const carousel = object({
	...titled,
	elements: required(array(typed$2({ card }), {
		min: 1,
		max: 10
	}))
});
const { card: _, ...plainBlocks } = everywhere("message");
const container = object({
	...titled,
	title: optional$2(plainText(150)),
	rich_text_title: optional$2(richText),
	subtitle: optional$2(anyText(150)),
	child_blocks: required(array(typed$2({
		...plainBlocks,
		table,
		file: remoteFile
	}), {
		min: 1,
		max: 50
	})),
	width: optional$2(oneOf$1("narrow", "standard", "wide", "full")),
	icon: optional$2(image),
	is_collapsible: optional$2(boolean),
	default_collapsed: optional$2(boolean),
	has_header_divider: optional$2(boolean)
});
/** The blocks that a surface takes. */
const blockOf = {
	message: typed$2({
		...everywhere("message"),
		...inMessages,
		carousel,
		container
	}),
	modal: typed$2({
		...everywhere("modal"),
		alert
	}),
	home: typed$2({
		...everywhere("home"),
		carousel
	})
};
// src/sandbox/api/blocks/check.ts
const most$2 = {
	message: 50,
	modal: 100,
	home: 100
};
const repeated$1 = (named) => named.filter(({ id }, at) => typeof id === "string" && named.findIndex((other) => other.id === id) < at);
function checkIds(value, base, report) {
	const known = value.map((item, at) => ({
		block: isRecord$1(item) ? item : {},
		at: `${base}/${at}`
	}));
	for (const { id, at } of repeated$1(known.map((item) => ({
		id: item.block["block_id"],
		at: item.at
	})))) report(`\`block_id\` "${id}" already exists for another block`, at);
	for (const item of known) {
		const named = (item.block["type"] === "actions" && Array.isArray(item.block["elements"]) ? item.block["elements"] : []).map((element, at) => ({
			id: isRecord$1(element) ? element["action_id"] : void 0,
			at: `${item.at}/elements/${at}/action_id`
		}));
		for (const { id, at } of repeated$1(named)) report(`\`action_id\` "${id}" already exists for another interactive component`, at);
	}
}
/** What Slack would complain about in blocks of this surface; nothing, when they are right. */
function checkBlocks(value, surface = "message", base = "/blocks") {
	const complaints = [];
	const report = (complaint, at) => void complaints.push(`${complaint} [json-pointer:${at}]`);
	array(blockOf[surface], { max: most$2[surface] })(value, base, report);
	if (complaints.length === 0 && Array.isArray(value)) checkIds(value, base, report);
	return complaints;
}
/** All markdown of a message counts together. */
function markdownTooLong(value) {
	return value.map((item) => isRecord$1(item) && item["type"] === "markdown" && typeof item["text"] === "string" ? item["text"].length : 0).reduce((sum, length) => sum + length, 0) > mostMarkdown$1;
}
// src/sandbox/api/content.ts
const mostAttachments = 100;
const mostMarkdown = 12e3;
/** Bytes, as JSON. */
const largestMetadata = 16384;
function mustBeRight(errors, error) {
	if (errors.length === 0) return;
	const messages = errors.map((one) => `[ERROR] ${one}`);
	throw new SlackError(error, {
		errors,
		response_metadata: { messages }
	});
}
/** Blocks that Slack would take; an empty list stands for none. */
function readBlocks(args) {
	const blocks = records$3(args, "blocks", "invalid_blocks_format");
	if (!blocks) return void 0;
	mustBeRight(checkBlocks(blocks), "invalid_blocks");
	if (markdownTooLong(blocks)) throw new SlackError("msg_blocks_too_long");
	return blocks;
}
function readAttachments(args) {
	const attachments = records$3(args, "attachments", "invalid_attachments");
	if ((attachments?.length ?? 0) > mostAttachments) throw new SlackError("too_many_attachments");
	mustBeRight((attachments ?? []).flatMap(({ blocks }, at) => blocks === void 0 ? [] : checkBlocks(blocks, "message", `/attachments/${at}/blocks`)), "invalid_attachments");
	return attachments?.map((attachment, at) => ({
		...attachment,
		id: at + 1
	}));
}
/** What a program adds for itself and for others: `{ event_type, event_payload }`. */
function readMetadata(args, speaker) {
	const metadata = json(args, "metadata", "invalid_metadata_format");
	if (metadata === void 0) return void 0;
	if (speaker.kind !== "bot") throw new SlackError("metadata_must_be_sent_from_app");
	if (!isRecord$1(metadata)) throw new SlackError("invalid_metadata_format");
	if (typeof metadata["event_type"] !== "string" || !isRecord$1(metadata["event_payload"])) throw new SlackError("invalid_metadata_schema");
	if (metadata["event_type"] === "") throw new SlackError("invalid_metadata_schema");
	if (Buffer.byteLength(JSON.stringify(metadata)) > largestMetadata) throw new SlackError("metadata_too_large");
	return metadata;
}
/** `markdown_text` is a message of one markdown block. */
function readMarkdown$1(args) {
	const text = optionalText(args, "markdown_text");
	if (text === void 0) return void 0;
	if (optionalText(args, "text") || optionalText(args, "blocks")) throw new SlackError("markdown_text_conflict");
	if (text.trim() === "") throw new SlackError("no_text");
	if (text.length > mostMarkdown) throw new SlackError("msg_too_long");
	return [{
		type: "markdown",
		text
	}];
}
/** What a call wants a message to say. A person's text goes through the composer. */
function readContent(workspace, args, speaker, text) {
	const markdown = readMarkdown$1(args);
	const blocks = markdown ?? readBlocks(args);
	const attachments = readAttachments(args);
	const metadata = readMetadata(args, speaker);
	const hasMore = Boolean(blocks?.length || attachments?.length);
	const written = text ?? (markdown ? String(markdown[0]?.["text"]) : "");
	if (written.trim() === "" && !hasMore) throw new SlackError("no_text");
	const extra = {
		...attachments?.length ? { attachments } : {},
		...metadata ? { metadata } : {}
	};
	if (speaker.kind === "person" && !hasMore) return {
		...typedContent(workspace, written, { escaped: true }),
		...extra
	};
	return {
		text: storeText(written, optionalText(args, "parse") !== "none"),
		...blocks?.length ? { blocks } : {},
		...extra
	};
}
// src/sandbox/api/methods/customize.ts
/** The name and the picture that an app gives one message. Without `chat:write.customize` they are its own. */
function customized({ workspace, speaker, args }) {
	if (speaker.kind !== "bot" || !hasScope(workspace, speaker, "chat:write.customize")) return {};
	const username = optionalText(args, "username");
	const emoji = optionalText(args, "icon_emoji");
	const image = optionalText(args, "icon_url");
	if (!username && !emoji && !image) return {};
	const icons = emoji ? { emoji } : image && {
		image_36: image,
		image_48: image,
		image_72: image
	};
	return {
		subtype: "bot_message",
		...username && { username },
		...icons && { icons }
	};
}
// src/sandbox/api/methods/split.ts
const longest$2 = 4040;
const piece = 4e3;
/** Where a piece ends: at the end of a line in its second half, else where it is full, but never within a character. */
function endOf(text) {
	const line = text.lastIndexOf("\n", piece);
	if (line >= piece / 2) return line;
	return /[\uD800-\uDBFF]/u.test(text.charAt(3999)) ? 3999 : piece;
}
/** Text as Slack takes it: up to 4,040 characters are one message, more are several of at most 4,000. */
function splitText(text) {
	if (text.length <= longest$2) return [text];
	const pieces = [];
	let rest = text;
	while (rest.length > piece) {
		const end = endOf(rest);
		pieces.push(rest.slice(0, end));
		rest = rest.slice(end).replace(/^\n/u, "");
	}
	return [...pieces, rest].filter((part) => part.trim() !== "");
}
// src/sandbox/api/methods/chat.ts
const longest$1 = 4e4;
const longestUpdate = 4e3;
const truncated = (text) => (text?.length ?? 0) > longest$1 ? {
	warning: "message_truncated",
	response_metadata: { warnings: ["message_truncated"] }
} : {};
/** Never half of a character. */
const cut = (text) => text?.slice(0, longest$1).replace(/[\uD800-\uDBFF]$/u, "");
function mustReach({ workspace, speaker }, conversation) {
	if (!(conversation.kind === "channel" && speaker.kind === "bot" && hasScope(workspace, speaker, "chat:write.public"))) mustBeMember(conversation, speaker);
}
/** Long text comes as several messages; blocks and attachments keep it together. */
function pieces({ args }) {
	const text = cut(optionalText(args, "text"));
	return text === void 0 || optionalText(args, "blocks") || optionalText(args, "attachments") ? [text] : splitText(text);
}
const postMessage = method((context) => {
	const { workspace, args, speaker } = context;
	const conversation = destinationFor(workspace, speaker, requiredText(args, "channel"));
	mustReach(context, conversation);
	const looks = customized(context);
	const contents = pieces(context).map((piece) => ({
		...readContent(workspace, args, speaker, piece),
		...looks
	}));
	const thread = optionalText(args, "thread_ts");
	const placement = {
		...thread ? { thread } : {},
		broadcast: flag$1(args, "reply_broadcast")
	};
	const message = contents.map((content) => post(workspace, conversation, speaker, content, placement))[0];
	if (!message) throw new SlackError("no_text");
	const shown = {
		ts: message.ts,
		message: outward(message)
	};
	return {
		channel: conversation.id,
		...shown,
		...truncated(optionalText(args, "text"))
	};
});
/** A message of the speaker, which they may change. */
function ownMessage$1({ workspace, args, speaker }, refusal) {
	const conversation = conversationFor(workspace, speaker, requiredText(args, "channel"));
	const message = messageAt(conversation, requiredText(args, "ts"));
	if (!message || message.ephemeralTo !== void 0) throw new SlackError("message_not_found");
	if (message.user !== speaker.userId) throw new SlackError(refusal);
	return {
		conversation,
		message
	};
}
const update$1 = method((context) => {
	const { workspace, args, speaker } = context;
	const { conversation, message } = ownMessage$1(context, "cant_update_message");
	if (isStreaming(workspace, conversation, message.ts)) throw new SlackError("streaming_state_conflict");
	const text = optionalText(args, "text");
	if ((text?.length ?? 0) > longestUpdate) throw new SlackError("msg_too_long");
	const content = readContent(workspace, args, speaker, text);
	const after = change(workspace, conversation, message, content, speaker.kind === "person" || !content.blocks);
	return {
		channel: conversation.id,
		ts: after.ts,
		text: after.text,
		message: outward(after)
	};
});
const erase = method((context) => {
	const { conversation, message } = ownMessage$1(context, "cant_delete_message");
	if (isStreaming(context.workspace, conversation, message.ts)) throw new SlackError("cant_delete_message");
	remove$2(context.workspace, conversation, message);
	return {
		channel: conversation.id,
		ts: message.ts
	};
});
const postEphemeral = method(({ workspace, args, speaker }) => {
	const conversation = destinationFor(workspace, speaker, requiredText(args, "channel"));
	const user = requiredText(args, "user");
	if (!workspace.users.has(user)) throw new SlackError("user_not_found");
	mustBeMember(conversation, speaker);
	if (!conversation.members.has(user)) throw new SlackError("user_not_in_channel");
	const content = readContent(workspace, args, speaker, cut(optionalText(args, "text")));
	const thread = optionalText(args, "thread_ts");
	return { message_ts: post(workspace, conversation, speaker, content, {
		ephemeralTo: user,
		...thread ? { thread } : {}
	}).ts };
});
const getPermalink = method(({ workspace, args, speaker, origin }) => {
	const conversation = conversationFor(workspace, speaker, requiredText(args, "channel"));
	const message = messageAt(conversation, requiredText(args, "message_ts"));
	if (!message || message.ephemeralTo !== void 0) throw new SlackError("message_not_found");
	if (!isDirect$1(conversation)) mustBeMember(conversation, speaker);
	const thread = message.thread_ts ? `?thread_ts=${message.thread_ts}&cid=${conversation.id}` : "";
	const permalink = `${origin}/archives/${conversation.id}/p${message.ts.replace(".", "")}${thread}`;
	return {
		channel: conversation.id,
		permalink
	};
});
const chatMethods = {
	...scoped("chat:write", {
		"chat.postMessage": postMessage,
		"chat.update": update$1,
		"chat.delete": erase,
		"chat.postEphemeral": postEphemeral
	}),
	"chat.getPermalink": getPermalink
};
// src/sandbox/state/describe.ts
/** A conversation as the Web API shows it to the speaker. */
function describeConversation(workspace, conversation, speaker) {
	const { id, kind, created, creator, members, name } = conversation;
	const shared = {
		id,
		created,
		is_archived: false,
		is_im: kind === "im",
		is_org_shared: false,
		context_team_id: workspace.team.id,
		updated: created * 1e3
	};
	if (kind === "im") {
		const other = [...members].find((member) => member !== speaker.userId) ?? speaker.userId;
		return {
			...shared,
			user: other,
			is_user_deleted: false,
			priority: 0
		};
	}
	return {
		...shared,
		name,
		name_normalized: name,
		creator,
		is_channel: kind === "channel",
		is_group: kind === "group",
		is_mpim: kind === "mpim",
		is_private: kind !== "channel",
		is_general: name === "general",
		is_member: members.has(speaker.userId),
		is_shared: false,
		is_ext_shared: false,
		is_pending_ext_shared: false,
		pending_shared: [],
		unlinked: 0,
		topic: {
			value: "",
			creator: "",
			last_set: 0
		},
		purpose: {
			value: "",
			creator: "",
			last_set: 0
		},
		previous_names: []
	};
}
/** A user as the Web API shows it; the address only to who may read it. */
function describeUser(workspace, user, withEmail = true) {
	const { id, name, realName, email, title, isBot } = user;
	const { team, bot } = workspace;
	return {
		id,
		team_id: team.id,
		name,
		deleted: false,
		real_name: realName,
		tz: "Etc/UTC",
		tz_label: "Coordinated Universal Time",
		tz_offset: 0,
		profile: {
			real_name: realName,
			real_name_normalized: realName,
			title: title ?? "",
			display_name: name,
			display_name_normalized: name,
			...withEmail && email !== void 0 ? { email } : {},
			team: team.id,
			...isBot ? {
				api_app_id: bot.appId,
				bot_id: bot.botId
			} : {}
		},
		is_admin: false,
		is_owner: false,
		is_primary_owner: false,
		is_restricted: false,
		is_ultra_restricted: false,
		is_bot: isBot,
		is_app_user: false,
		updated: 0
	};
}
// src/sandbox/api/paging.ts
const encode = (mark) => Buffer.from(`next:${mark}`).toString("base64");
/** What a cursor of ours stands for. */
function cursorMark(args) {
	const cursor = optionalText(args, "cursor");
	if (cursor === void 0 || cursor === "") return void 0;
	const mark = Buffer.from(cursor, "base64").toString();
	if (!mark.startsWith("next:")) throw new SlackError("invalid_cursor");
	return mark.slice(5);
}
/** The part of a list that the call asked for. `markOf` names an item, for the cursor of the next page to start at. */
function page(all, args, sizes, markOf) {
	const mark = cursorMark(args);
	const start = mark === void 0 ? 0 : all.findIndex((item) => markOf(item) === mark);
	if (start < 0) throw new SlackError("invalid_cursor");
	const end = start + limit(args, sizes.usual, sizes.most);
	const next = all[end];
	return {
		items: all.slice(start, end),
		more: next !== void 0,
		metadata: { next_cursor: next === void 0 ? "" : encode(markOf(next)) }
	};
}
// src/sandbox/api/methods/history.ts
const sizes$1 = {
	usual: 100,
	most: 999
};
const ofReplies = {
	usual: 1e3,
	most: 1e3
};
function bound(args, name) {
	const text = optionalText(args, name);
	if (text === void 0 || text === "") return void 0;
	if (!/^\d+(\.\d+)?$/u.test(text)) throw new SlackError(`invalid_ts_${name}`);
	return Number(text);
}
/** Whether a message stands between `oldest` and `latest`. */
function within(args) {
	const oldest = bound(args, "oldest") ?? 0;
	const latest = bound(args, "latest") ?? Number.POSITIVE_INFINITY;
	const inclusive = flag$1(args, "inclusive");
	return ({ ts }) => {
		const at = Number(ts);
		return at > oldest && at < latest || inclusive && (at === oldest || at === latest);
	};
}
const shown$1 = (args) => {
	const withMetadata = flag$1(args, "include_all_metadata");
	return (message) => {
		const { metadata, ...rest } = outward(message);
		return withMetadata && metadata !== void 0 ? {
			...rest,
			metadata
		} : rest;
	};
};
const history$1 = method(({ workspace, args, speaker }) => {
	const conversation = mustBeMember(conversationFor(workspace, speaker, requiredText(args, "channel")), speaker);
	const between = within(args);
	const { items, more, metadata } = page(conversation.messages.filter((message) => isAtRoot(message) && between(message)).reverse(), args, sizes$1, ({ ts }) => ts);
	return {
		messages: items.map(shown$1(args)),
		has_more: more,
		pin_count: 0,
		...more ? { response_metadata: metadata } : {}
	};
});
const replies = method(({ workspace, args, speaker }) => {
	const conversation = mustBeMember(conversationFor(workspace, speaker, requiredText(args, "channel")), speaker);
	const root = messageAt(conversation, requiredText(args, "ts"));
	if (!root || root.ephemeralTo !== void 0) throw new SlackError("thread_not_found");
	const { items, more, metadata } = page(isReply(root) ? [] : repliesTo(conversation, root.ts).filter(within(args)), args, ofReplies, ({ ts }) => ts);
	return {
		messages: [root, ...items].map(shown$1(args)),
		has_more: more,
		...more ? { response_metadata: metadata } : {}
	};
});
// src/sandbox/state/membership.ts
/** The line that the room shows, and the event, of somebody who came or went. */
function announce(workspace, conversation, user, type) {
	const [subtype, did] = type === "member_joined_channel" ? ["channel_join", "joined"] : ["channel_leave", "left"];
	const message = {
		type: "message",
		subtype,
		ts: workspace.clock.ts(),
		user,
		text: `<@${user}> has ${did} the channel`,
		team: workspace.team.id
	};
	storeMessage(workspace, conversation, message);
	workspace.changes.tell({
		type: "conversation",
		channel: conversation.id
	});
	tell(workspace, conversation, messageEvent(conversation, message));
	tell(workspace, conversation, memberEvent(type, conversation, user, workspace.team.id, workspace.clock.ts()));
	if (user === workspace.bot.userId && type === "member_left_channel") tellLeft(workspace, conversation);
}
/** The app hears no more of what happens there, but that it left. */
function tellLeft({ delivery, clock }, { id, kind }) {
	delivery.event({
		type: kind === "group" ? "group_left" : "channel_left",
		channel: id,
		event_ts: clock.ts()
	});
}
/** Whether the user was not there before. */
function join$3(workspace, conversation, user) {
	if (conversation.members.has(user)) return false;
	conversation.members.add(user);
	announce(workspace, conversation, user, "member_joined_channel");
	return true;
}
/** Whether the user was there. */
function leave$1(workspace, conversation, user) {
	if (!conversation.members.delete(user)) return false;
	announce(workspace, conversation, user, "member_left_channel");
	return true;
}
// src/sandbox/api/methods/membership.ts
const sizes = {
	usual: 100,
	most: 1e3
};
const members = method(({ workspace, args, speaker }) => {
	const { items, metadata } = page([...conversationFor(workspace, speaker, requiredText(args, "channel")).members], args, sizes, (id) => id);
	return {
		members: items,
		response_metadata: metadata
	};
});
const join$2 = method(({ workspace, args, speaker }) => {
	const conversation = conversationFor(workspace, speaker, requiredText(args, "channel"));
	if (conversation.kind !== "channel") throw new SlackError("method_not_supported_for_channel_type");
	const joined = join$3(workspace, conversation, speaker.userId);
	const warning = "already_in_channel";
	return {
		channel: describeConversation(workspace, conversation, speaker),
		...joined ? {} : {
			warning,
			response_metadata: { warnings: [warning] }
		}
	};
});
const leave = method(({ workspace, args, speaker }) => {
	const conversation = conversationFor(workspace, speaker, requiredText(args, "channel"));
	if (isDirect$1(conversation)) throw new SlackError("method_not_supported_for_channel_type");
	if (conversation.name === "general") throw new SlackError("cant_leave_general");
	if (conversation.members.size === 1 && conversation.members.has(speaker.userId)) throw new SlackError("last_member");
	return leave$1(workspace, conversation, speaker.userId) ? {} : { not_in_channel: true };
});
// src/sandbox/api/methods/conversations.ts
/** How many others there can be in one direct message. */
const mostUsers$1 = 8;
const listed = "public_channel";
const list$2 = method(({ workspace, args, speaker }) => {
	if (list$3(args, "types").some((type) => !Object.hasOwn(kindsByType, type))) throw new SlackError("invalid_types");
	const wanted = new Set(kindsListed(args, listed));
	const { items, metadata } = page([...workspace.conversations.values()].filter((conversation) => wanted.has(conversation.kind) && (conversation.kind === "channel" || isMember(conversation, speaker))), args, {
		usual: 100,
		most: 1e3
	}, ({ id }) => id);
	return {
		channels: items.map((conversation) => ({
			...describeConversation(workspace, conversation, speaker),
			...isDirect$1(conversation) ? {} : { num_members: conversation.members.size }
		})),
		response_metadata: metadata
	};
});
const info$2 = method(({ workspace, args, speaker }) => {
	const conversation = conversationFor(workspace, speaker, requiredText(args, "channel"));
	const counted = flag$1(args, "include_num_members") ? { num_members: conversation.members.size } : {};
	return { channel: {
		...describeConversation(workspace, conversation, speaker),
		...counted
	} };
});
function opened({ workspace, args, speaker }) {
	const channel = optionalText(args, "channel");
	if (channel) return {
		conversation: mustBeMember(conversationFor(workspace, speaker, channel), speaker),
		existed: true
	};
	const users = list$3(args, "users");
	if (users.length === 0) throw new SlackError("users_list_not_supplied");
	if (users.length > mostUsers$1) throw new SlackError("too_many_users");
	return openConversation(workspace, speaker, users);
}
const open$4 = method((context) => {
	const { conversation, existed } = opened(context);
	const known = existed ? {
		no_op: true,
		already_open: true
	} : {};
	const channel = flag$1(context.args, "return_im") || conversation.kind === "mpim" ? describeConversation(context.workspace, conversation, context.speaker) : { id: conversation.id };
	return {
		...known,
		channel
	};
});
const conversationMethods = {
	...scoped("*:read", {
		"conversations.list": {
			...list$2,
			lists: listed
		},
		"conversations.info": info$2,
		"conversations.members": members
	}),
	...scoped("*:history", {
		"conversations.history": history$1,
		"conversations.replies": replies
	}),
	...scoped("*:write", {
		"conversations.open": open$4,
		"conversations.leave": leave
	}),
	...scoped("channels:join", { "conversations.join": join$2 })
};
// src/sandbox/state/file-types.ts
const type = (mimetype, filetype, pretty) => ({
	mimetype,
	filetype,
	pretty
});
const types$2 = {
	txt: type("text/plain", "text", "Plain Text"),
	log: type("text/plain", "text", "Plain Text"),
	md: type("text/plain", "markdown", "Markdown (raw)"),
	json: type("text/plain", "json", "JSON"),
	yaml: type("text/plain", "yaml", "YAML"),
	yml: type("text/plain", "yaml", "YAML"),
	csv: type("text/csv", "csv", "CSV"),
	diff: type("text/plain", "diff", "Diff"),
	sh: type("text/plain", "shell", "Shell"),
	js: type("text/plain", "javascript", "JavaScript"),
	ts: type("text/plain", "typescript", "TypeScript"),
	py: type("text/plain", "python", "Python"),
	html: type("text/html", "html", "HTML"),
	svg: type("image/svg+xml", "svg", "SVG"),
	png: type("image/png", "png", "PNG"),
	jpg: type("image/jpeg", "jpg", "JPEG"),
	jpeg: type("image/jpeg", "jpg", "JPEG"),
	gif: type("image/gif", "gif", "GIF"),
	webp: type("image/webp", "webp", "WebP"),
	pdf: type("application/pdf", "pdf", "PDF"),
	zip: type("application/zip", "zip", "Zip"),
	gz: type("application/gzip", "gzip", "Gzip")
};
const binary = type("application/octet-stream", "binary", "Binary");
function fileType(name) {
	const ending = name.includes(".") ? name.split(".").at(-1)?.toLowerCase() ?? "" : "";
	return (Object.hasOwn(types$2, ending) ? types$2[ending] : void 0) ?? binary;
}
const isText = ({ mimetype }) => mimetype.startsWith("text/");
// ../../../work/main/node_modules/image-size/dist/esm/types/utils.js
const decoder = new TextDecoder();
const toUTF8String = (input, start = 0, end = input.length) => decoder.decode(input.slice(start, end));
const toHexString = (input, start = 0, end = input.length) => input.slice(start, end).reduce((memo, i) => memo + `0${i.toString(16)}`.slice(-2), "");
const getView = (input, offset) => new DataView(input.buffer, input.byteOffset + offset);
const readInt16LE = (input, offset = 0) => getView(input, offset).getInt16(0, true);
const readUInt16BE = (input, offset = 0) => getView(input, offset).getUint16(0, false);
const readUInt16LE = (input, offset = 0) => getView(input, offset).getUint16(0, true);
const readUInt24LE = (input, offset = 0) => {
	const view = getView(input, offset);
	return view.getUint16(0, true) + (view.getUint8(2) << 16);
};
const readInt32LE = (input, offset = 0) => getView(input, offset).getInt32(0, true);
const readUInt32BE = (input, offset = 0) => getView(input, offset).getUint32(0, false);
const readUInt32LE = (input, offset = 0) => getView(input, offset).getUint32(0, true);
const methods = {
	readUInt16BE,
	readUInt16LE,
	readUInt32BE,
	readUInt32LE
};
function readUInt(input, bits, offset = 0, isBigEndian = false) {
	const methodName = `readUInt${bits}${isBigEndian ? "BE" : "LE"}`;
	return methods[methodName](input, offset);
}
const BOX_HEADER_SIZE = 8;
function readBox(input, view, base, offset, boxCode) {
	if (input.length - offset < BOX_HEADER_SIZE) return void 0;
	const boxSize = view.getUint32(base + offset, false);
	if (input.length - offset < boxSize) return void 0;
	return {
		offset,
		size: boxSize,
		matches: view.getUint32(base + 4 + offset, false) === boxCode
	};
}
const boxViews = /* @__PURE__ */ new WeakMap();
function getBoxView(input) {
	let view = boxViews.get(input.buffer);
	if (!view) {
		view = new DataView(input.buffer);
		boxViews.set(input.buffer, view);
	}
	return view;
}
function findBox(input, boxName, startOffset) {
	const view = getBoxView(input);
	const boxCode = boxName.charCodeAt(0) << 24 | boxName.charCodeAt(1) << 16 | boxName.charCodeAt(2) << 8 | boxName.charCodeAt(3);
	const base = input.byteOffset;
	let currentOffset = startOffset;
	while (currentOffset < input.length) {
		if (input.length - currentOffset < 4) break;
		if (view.getUint32(base + currentOffset, false) < BOX_HEADER_SIZE) {
			currentOffset += BOX_HEADER_SIZE;
			continue;
		}
		const box = readBox(input, view, base, currentOffset, boxCode);
		if (!box) break;
		if (box.matches) return {
			name: boxName,
			offset: box.offset,
			size: box.size
		};
		currentOffset += box.size;
	}
}
// ../../../work/main/node_modules/image-size/dist/esm/types/bmp.js
const BMP = {
	validate: (input) => toUTF8String(input, 0, 2) === "BM",
	calculate: (input) => ({
		height: Math.abs(readInt32LE(input, 22)),
		width: readUInt32LE(input, 18)
	})
};
// ../../../work/main/node_modules/image-size/dist/esm/types/ico.js
const TYPE_ICON = 1;
const SIZE_HEADER$1 = 6;
const SIZE_IMAGE_ENTRY = 16;
function getSizeFromOffset(input, offset) {
	const value = input[offset];
	return value === 0 ? 256 : value;
}
function getImageSize$1(input, imageIndex) {
	const offset = SIZE_HEADER$1 + imageIndex * SIZE_IMAGE_ENTRY;
	return {
		height: getSizeFromOffset(input, offset + 1),
		width: getSizeFromOffset(input, offset)
	};
}
const ICO = {
	validate(input) {
		const reserved = readUInt16LE(input, 0);
		const imageCount = readUInt16LE(input, 4);
		if (reserved !== 0 || imageCount === 0) return false;
		return readUInt16LE(input, 2) === TYPE_ICON;
	},
	calculate(input) {
		const nbImages = readUInt16LE(input, 4);
		if (SIZE_HEADER$1 + nbImages * SIZE_IMAGE_ENTRY > input.length) throw new TypeError("Invalid ICO");
		const imageSize = getImageSize$1(input, 0);
		if (nbImages === 1) return imageSize;
		const images = [];
		for (let imageIndex = 0; imageIndex < nbImages; imageIndex += 1) images.push(getImageSize$1(input, imageIndex));
		return {
			width: imageSize.width,
			height: imageSize.height,
			images
		};
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/cur.js
const TYPE_CURSOR = 2;
const CUR = {
	validate(input) {
		const reserved = readUInt16LE(input, 0);
		const imageCount = readUInt16LE(input, 4);
		if (reserved !== 0 || imageCount === 0) return false;
		return readUInt16LE(input, 2) === TYPE_CURSOR;
	},
	calculate: (input) => ICO.calculate(input)
};
// ../../../work/main/node_modules/image-size/dist/esm/types/dds.js
const DDS = {
	validate: (input) => readUInt32LE(input, 0) === 542327876,
	calculate: (input) => ({
		height: readUInt32LE(input, 12),
		width: readUInt32LE(input, 16)
	})
};
// ../../../work/main/node_modules/image-size/dist/esm/types/gif.js
const gifRegexp = /^GIF8[79]a/;
const GIF = {
	validate: (input) => gifRegexp.test(toUTF8String(input, 0, 6)),
	calculate: (input) => ({
		height: readUInt16LE(input, 8),
		width: readUInt16LE(input, 6)
	})
};
// ../../../work/main/node_modules/image-size/dist/esm/types/heif.js
const brandMap = {
	avif: "avif",
	mif1: "heif",
	msf1: "heif",
	heic: "heic",
	heix: "heic",
	hevc: "heic",
	hevx: "heic"
};
const HEIF = {
	validate(input) {
		if (toUTF8String(input, 4, 8) !== "ftyp") return false;
		const ftypBox = findBox(input, "ftyp", 0);
		if (!ftypBox) return false;
		return toUTF8String(input, ftypBox.offset + 8, ftypBox.offset + 12) in brandMap;
	},
	calculate(input) {
		const metaBox = findBox(input, "meta", 0);
		const iprpBox = metaBox && findBox(input, "iprp", metaBox.offset + 12);
		const ipcoBox = iprpBox && findBox(input, "ipco", iprpBox.offset + 8);
		if (!ipcoBox) throw new TypeError("Invalid HEIF, no ipco box found");
		const type = toUTF8String(input, 8, 12);
		const images = [];
		let currentOffset = ipcoBox.offset + 8;
		while (currentOffset < ipcoBox.offset + ipcoBox.size) {
			const ispeBox = findBox(input, "ispe", currentOffset);
			if (!ispeBox) break;
			if (ispeBox.size < 20) throw new TypeError("Invalid HEIF");
			const rawWidth = readUInt32BE(input, ispeBox.offset + 12);
			const rawHeight = readUInt32BE(input, ispeBox.offset + 16);
			const clapBox = findBox(input, "clap", currentOffset);
			let width = rawWidth;
			const height = rawHeight;
			if (clapBox && clapBox.size >= 16 && clapBox.offset < ipcoBox.offset + ipcoBox.size) width = rawWidth - readUInt32BE(input, clapBox.offset + 12);
			images.push({
				height,
				width
			});
			const nextOffset = ispeBox.offset + ispeBox.size;
			if (nextOffset <= currentOffset) throw new TypeError("Invalid HEIF");
			currentOffset = nextOffset;
		}
		if (images.length === 0) throw new TypeError("Invalid HEIF, no sizes found");
		return {
			width: images[0].width,
			height: images[0].height,
			type,
			...images.length > 1 ? { images } : {}
		};
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/icns.js
const SIZE_HEADER = 8;
const FILE_LENGTH_OFFSET = 4;
const ENTRY_LENGTH_OFFSET = 4;
const ICON_TYPE_SIZE = {
	ICON: 32,
	"ICN#": 32,
	"icm#": 16,
	icm4: 16,
	icm8: 16,
	"ics#": 16,
	ics4: 16,
	ics8: 16,
	is32: 16,
	s8mk: 16,
	icp4: 16,
	icl4: 32,
	icl8: 32,
	il32: 32,
	l8mk: 32,
	icp5: 32,
	ic11: 32,
	ich4: 48,
	ich8: 48,
	ih32: 48,
	h8mk: 48,
	icp6: 64,
	ic12: 32,
	it32: 128,
	t8mk: 128,
	ic07: 128,
	ic08: 256,
	ic13: 256,
	ic09: 512,
	ic14: 512,
	ic10: 1024
};
function readImageHeader(input, imageOffset) {
	const imageLengthOffset = imageOffset + ENTRY_LENGTH_OFFSET;
	if (imageLengthOffset + 4 > input.length) throw new TypeError("Invalid ICNS");
	return [toUTF8String(input, imageOffset, imageLengthOffset), readUInt32BE(input, imageLengthOffset)];
}
function getImageSize(type) {
	const size = ICON_TYPE_SIZE[type];
	return {
		width: size,
		height: size,
		type
	};
}
const ICNS = {
	validate: (input) => toUTF8String(input, 0, 4) === "icns",
	calculate(input) {
		const inputLength = input.length;
		const fileLength = readUInt32BE(input, FILE_LENGTH_OFFSET);
		let imageOffset = SIZE_HEADER;
		const images = [];
		while (imageOffset < fileLength && imageOffset < inputLength) {
			const imageHeader = readImageHeader(input, imageOffset);
			const entryLength = imageHeader[1];
			if (entryLength < 8) throw new TypeError("Invalid ICNS");
			const imageSize = getImageSize(imageHeader[0]);
			images.push(imageSize);
			imageOffset += entryLength;
		}
		if (images.length === 0) throw new TypeError("Invalid ICNS, no sizes found");
		return {
			width: images[0].width,
			height: images[0].height,
			...images.length > 1 ? { images } : {}
		};
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/j2c.js
const J2C = {
	validate: (input) => readUInt32BE(input, 0) === 4283432785,
	calculate: (input) => ({
		height: readUInt32BE(input, 12),
		width: readUInt32BE(input, 8)
	})
};
// ../../../work/main/node_modules/image-size/dist/esm/types/jp2.js
const JP2 = {
	validate(input) {
		if (toUTF8String(input, 4, 8) !== "jP  ") return false;
		const ftypBox = findBox(input, "ftyp", 0);
		if (!ftypBox) return false;
		return toUTF8String(input, ftypBox.offset + 8, ftypBox.offset + 12) === "jp2 ";
	},
	calculate(input) {
		const jp2hBox = findBox(input, "jp2h", 0);
		const ihdrBox = jp2hBox && findBox(input, "ihdr", jp2hBox.offset + 8);
		if (ihdrBox) return {
			height: readUInt32BE(input, ihdrBox.offset + 8),
			width: readUInt32BE(input, ihdrBox.offset + 12)
		};
		throw new TypeError("Unsupported JPEG 2000 format");
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/jpg.js
const EXIF_MARKER = "45786966";
const APP1_DATA_SIZE_BYTES = 2;
const EXIF_HEADER_BYTES = 6;
const BIG_ENDIAN_BYTE_ALIGN = "4d4d";
const LITTLE_ENDIAN_BYTE_ALIGN = "4949";
const IDF_ENTRY_BYTES = 12;
function isEXIF(input) {
	return toHexString(input, 2, 6) === EXIF_MARKER;
}
function extractSize(input, index) {
	return {
		height: readUInt16BE(input, index),
		width: readUInt16BE(input, index + 2)
	};
}
function extractOrientation(exifBlock, isBigEndian) {
	const idfDirectoryEntries = readUInt(exifBlock, 16, 14, isBigEndian);
	for (let directoryEntryNumber = 0; directoryEntryNumber < idfDirectoryEntries; directoryEntryNumber++) {
		const start = 16 + directoryEntryNumber * IDF_ENTRY_BYTES;
		const end = start + IDF_ENTRY_BYTES;
		if (start > exifBlock.length) return;
		const block = exifBlock.slice(start, end);
		if (readUInt(block, 16, 0, isBigEndian) === 274) {
			if (readUInt(block, 16, 2, isBigEndian) !== 3) return;
			if (readUInt(block, 32, 4, isBigEndian) !== 1) return;
			return readUInt(block, 16, 8, isBigEndian);
		}
	}
}
function validateExifBlock(input, index) {
	const exifBlock = input.slice(APP1_DATA_SIZE_BYTES, index);
	const byteAlign = toHexString(exifBlock, EXIF_HEADER_BYTES, 8);
	const isBigEndian = byteAlign === BIG_ENDIAN_BYTE_ALIGN;
	if (isBigEndian || byteAlign === LITTLE_ENDIAN_BYTE_ALIGN) return extractOrientation(exifBlock, isBigEndian);
}
function validateInput(input, index) {
	if (index > input.length) throw new TypeError("Corrupt JPG, exceeded buffer limits");
}
const JPG = {
	validate: (input) => toHexString(input, 0, 2) === "ffd8",
	calculate(_input) {
		let input = _input.slice(4);
		let orientation;
		let next;
		while (input.length) {
			const i = readUInt16BE(input, 0);
			validateInput(input, i);
			if (input[i] !== 255) {
				input = input.subarray(1);
				continue;
			}
			if (isEXIF(input)) orientation = validateExifBlock(input, i);
			next = input[i + 1];
			if (next === 192 || next === 193 || next === 194) {
				const size = extractSize(input, i + 5);
				if (!orientation) return size;
				return {
					height: size.height,
					orientation,
					width: size.width
				};
			}
			input = input.subarray(i + 2);
		}
		throw new TypeError("Invalid JPG, no size found");
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/utils/bit-reader.js
var BitReader = class {
	input;
	endianness;
	byteOffset = 2;
	bitOffset = 0;
	constructor(input, endianness) {
		this.input = input;
		this.endianness = endianness;
	}
	getBits(length = 1) {
		let result = 0;
		let bitsRead = 0;
		while (bitsRead < length) {
			if (this.byteOffset >= this.input.length) throw new Error("Reached end of input");
			const currentByte = this.input[this.byteOffset];
			const bitsLeft = 8 - this.bitOffset;
			const bitsToRead = Math.min(length - bitsRead, bitsLeft);
			if (this.endianness === "little-endian") {
				const mask = (1 << bitsToRead) - 1;
				const bits = currentByte >> this.bitOffset & mask;
				result |= bits << bitsRead;
			} else {
				const bits = (currentByte & (1 << bitsToRead) - 1 << 8 - this.bitOffset - bitsToRead) >> 8 - this.bitOffset - bitsToRead;
				result = result << bitsToRead | bits;
			}
			bitsRead += bitsToRead;
			this.bitOffset += bitsToRead;
			if (this.bitOffset === 8) {
				this.byteOffset++;
				this.bitOffset = 0;
			}
		}
		return result;
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/jxl-stream.js
function calculateImageDimension(reader, isSmallImage) {
	if (isSmallImage) return 8 * (1 + reader.getBits(5));
	const extraBits = [
		9,
		13,
		18,
		30
	][reader.getBits(2)];
	return 1 + reader.getBits(extraBits);
}
function calculateImageWidth(reader, isSmallImage, widthMode, height) {
	if (isSmallImage && widthMode === 0) return 8 * (1 + reader.getBits(5));
	if (widthMode === 0) return calculateImageDimension(reader, false);
	return Math.floor(height * [
		1,
		1.2,
		4 / 3,
		1.5,
		16 / 9,
		5 / 4,
		2
	][widthMode - 1]);
}
const JXLStream = {
	validate: (input) => {
		return toHexString(input, 0, 2) === "ff0a";
	},
	calculate(input) {
		const reader = new BitReader(input, "little-endian");
		const isSmallImage = reader.getBits(1) === 1;
		const height = calculateImageDimension(reader, isSmallImage);
		return {
			width: calculateImageWidth(reader, isSmallImage, reader.getBits(3), height),
			height
		};
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/jxl.js
function extractCodestream(input) {
	const jxlcBox = findBox(input, "jxlc", 0);
	if (jxlcBox) return input.subarray(jxlcBox.offset + 8, jxlcBox.offset + jxlcBox.size);
	const partialStreams = extractPartialStreams(input);
	if (partialStreams.length > 0) return concatenateCodestreams(partialStreams);
}
function extractPartialStreams(input) {
	const partialStreams = [];
	let offset = 0;
	while (offset < input.length) {
		const jxlpBox = findBox(input, "jxlp", offset);
		if (!jxlpBox) break;
		if (jxlpBox.size < 12) throw new TypeError("Invalid JXL");
		partialStreams.push(input.slice(jxlpBox.offset + 12, jxlpBox.offset + jxlpBox.size));
		offset = jxlpBox.offset + jxlpBox.size;
	}
	return partialStreams;
}
function concatenateCodestreams(partialCodestreams) {
	const totalLength = partialCodestreams.reduce((acc, curr) => acc + curr.length, 0);
	const codestream = new Uint8Array(Math.min(16, totalLength));
	let position = 0;
	for (const partial of partialCodestreams) {
		if (position >= codestream.length) break;
		const byteCount = Math.min(partial.length, codestream.length - position);
		codestream.set(partial.subarray(0, byteCount), position);
		position += byteCount;
	}
	return codestream;
}
const JXL = {
	validate: (input) => {
		if (toUTF8String(input, 4, 8) !== "JXL ") return false;
		const ftypBox = findBox(input, "ftyp", 0);
		if (!ftypBox) return false;
		return toUTF8String(input, ftypBox.offset + 8, ftypBox.offset + 12) === "jxl ";
	},
	calculate(input) {
		const codestream = extractCodestream(input);
		if (codestream) return JXLStream.calculate(codestream);
		throw new TypeError("Invalid JXL");
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/ktx.js
const KTX = {
	validate: (input) => {
		const signature = toUTF8String(input, 1, 7);
		return ["KTX 11", "KTX 20"].includes(signature);
	},
	calculate: (input) => {
		const type = input[5] === 49 ? "ktx" : "ktx2";
		const offset = type === "ktx" ? 36 : 20;
		return {
			height: readUInt32LE(input, offset + 4),
			width: readUInt32LE(input, offset),
			type
		};
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/png.js
const pngSignature = "PNG\r\n\n";
const pngImageHeaderChunkName = "IHDR";
const pngFriedChunkName = "CgBI";
const PNG = {
	validate(input) {
		if (pngSignature === toUTF8String(input, 1, 8)) {
			let chunkName = toUTF8String(input, 12, 16);
			if (chunkName === pngFriedChunkName) chunkName = toUTF8String(input, 28, 32);
			if (chunkName !== pngImageHeaderChunkName) throw new TypeError("Invalid PNG");
			return true;
		}
		return false;
	},
	calculate(input) {
		if (toUTF8String(input, 12, 16) === pngFriedChunkName) return {
			height: readUInt32BE(input, 36),
			width: readUInt32BE(input, 32)
		};
		return {
			height: readUInt32BE(input, 20),
			width: readUInt32BE(input, 16)
		};
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/pnm.js
const PNMTypes = {
	P1: "pbm/ascii",
	P2: "pgm/ascii",
	P3: "ppm/ascii",
	P4: "pbm",
	P5: "pgm",
	P6: "ppm",
	P7: "pam",
	PF: "pfm"
};
const HEADER_SCAN_LIMIT = 64;
const PAM_HEADER_LIMIT = 256;
const isWhitespace = (byte) => byte === 32 || byte === 9 || byte === 10 || byte === 13;
const isEndOfLine = (byte) => byte === 10 || byte === 13;
const handlers = {
	default: (input) => {
		const end = Math.min(input.length, HEADER_SCAN_LIMIT);
		const tokens = [];
		let token = "";
		let inComment = false;
		for (let i = 2; i < end && tokens.length < 2; i++) {
			const byte = input[i];
			if (inComment) inComment = !isEndOfLine(byte);
			else if (byte === 35) inComment = true;
			else if (isWhitespace(byte)) {
				if (token) {
					tokens.push(token);
					token = "";
				}
			} else token += String.fromCharCode(byte);
		}
		if (token && tokens.length < 2) tokens.push(token);
		if (tokens.length < 2) throw new TypeError("Invalid PNM");
		return {
			width: Number.parseInt(tokens[0], 10),
			height: Number.parseInt(tokens[1], 10)
		};
	},
	pam: (input) => {
		const header = toUTF8String(input, 0, Math.min(input.length, PAM_HEADER_LIMIT));
		const size = {};
		for (const line of header.split(/[\r\n]+/)) {
			if (line.length > 16 || line.charCodeAt(0) > 128) continue;
			const [key, value] = line.split(" ");
			if (key && value) size[key.toLowerCase()] = Number.parseInt(value, 10);
			if (size.height && size.width) break;
		}
		if (size.height && size.width) return {
			height: size.height,
			width: size.width
		};
		throw new TypeError("Invalid PAM");
	}
};
const PNM = {
	validate: (input) => toUTF8String(input, 0, 2) in PNMTypes,
	calculate(input) {
		const signature = toUTF8String(input, 0, 2);
		const type = PNMTypes[signature];
		return (handlers[type] || handlers.default)(input);
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/psd.js
const PSD = {
	validate: (input) => toUTF8String(input, 0, 4) === "8BPS",
	calculate: (input) => ({
		height: readUInt32BE(input, 14),
		width: readUInt32BE(input, 18)
	})
};
// ../../../work/main/node_modules/image-size/dist/esm/types/svg.js
const svgReg = /<svg\s([^>"']|"[^"]*"|'[^']*')*>/;
const extractorRegExps = {
	height: /\sheight=(['"])([^%]+?)\1/,
	root: svgReg,
	viewbox: /\sviewBox=(['"])(.+?)\1/i,
	width: /\swidth=(['"])([^%]+?)\1/
};
const INCH_CM = 2.54;
const units = {
	in: 96,
	cm: 96 / INCH_CM,
	em: 16,
	ex: 8,
	m: 96 / INCH_CM * 100,
	mm: 96 / INCH_CM / 10,
	pc: 96 / 72 / 12,
	pt: 96 / 72,
	px: 1
};
const unitsReg = new RegExp(`^([0-9.]+(?:e\\d+)?)(${Object.keys(units).join("|")})?$`);
function parseLength(len) {
	const m = unitsReg.exec(len);
	if (!m) return;
	return Math.round(Number(m[1]) * (units[m[2]] || 1));
}
function parseViewbox(viewbox) {
	const bounds = viewbox.split(" ");
	return {
		height: parseLength(bounds[3]),
		width: parseLength(bounds[2])
	};
}
function parseAttributes(root) {
	const width = root.match(extractorRegExps.width);
	const height = root.match(extractorRegExps.height);
	const viewbox = root.match(extractorRegExps.viewbox);
	return {
		height: height && parseLength(height[2]),
		viewbox: viewbox && parseViewbox(viewbox[2]),
		width: width && parseLength(width[2])
	};
}
function calculateByDimensions(attrs) {
	return {
		height: attrs.height,
		width: attrs.width
	};
}
function calculateByViewbox(attrs, viewbox) {
	const ratio = viewbox.width / viewbox.height;
	if (attrs.width) return {
		height: Math.floor(attrs.width / ratio),
		width: attrs.width
	};
	if (attrs.height) return {
		height: attrs.height,
		width: Math.floor(attrs.height * ratio)
	};
	return {
		height: viewbox.height,
		width: viewbox.width
	};
}
const SVG = {
	validate: (input) => svgReg.test(toUTF8String(input, 0, 1e3)),
	calculate(input) {
		const root = toUTF8String(input).match(extractorRegExps.root);
		if (root) {
			const attrs = parseAttributes(root[0]);
			if (attrs.width && attrs.height) return calculateByDimensions(attrs);
			if (attrs.viewbox) return calculateByViewbox(attrs, attrs.viewbox);
		}
		throw new TypeError("Invalid SVG");
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/tga.js
const TGA = {
	validate(input) {
		return readUInt16LE(input, 0) === 0 && readUInt16LE(input, 4) === 0;
	},
	calculate(input) {
		return {
			height: readUInt16LE(input, 14),
			width: readUInt16LE(input, 12)
		};
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/tiff.js
const CONSTANTS = {
	TAG: {
		WIDTH: 256,
		HEIGHT: 257,
		COMPRESSION: 259
	},
	TYPE: {
		SHORT: 3,
		LONG: 4,
		LONG8: 16
	},
	ENTRY_SIZE: {
		STANDARD: 12,
		BIG: 20
	},
	COUNT_SIZE: {
		STANDARD: 2,
		BIG: 8
	}
};
function readIFD(input, { isBigEndian, isBigTiff }) {
	const view = new DataView(input.buffer, input.byteOffset);
	const le = !isBigEndian;
	const ifdOffset = isBigTiff ? Number(view.getBigUint64(8, le)) : view.getUint32(4, le);
	const entryCountSize = isBigTiff ? CONSTANTS.COUNT_SIZE.BIG : CONSTANTS.COUNT_SIZE.STANDARD;
	return input.slice(ifdOffset + entryCountSize);
}
function readTagValue(view, type, offset, le) {
	switch (type) {
		case CONSTANTS.TYPE.SHORT: return view.getUint16(offset, le);
		case CONSTANTS.TYPE.LONG: return view.getUint32(offset, le);
		case CONSTANTS.TYPE.LONG8: {
			const value = Number(view.getBigUint64(offset, le));
			if (value > Number.MAX_SAFE_INTEGER) throw new TypeError("Value too large");
			return value;
		}
		default: return 0;
	}
}
function extractTags(input, { isBigEndian, isBigTiff }) {
	const tags = {};
	const entrySize = isBigTiff ? CONSTANTS.ENTRY_SIZE.BIG : CONSTANTS.ENTRY_SIZE.STANDARD;
	const valueOffset = isBigTiff ? 12 : 8;
	const view = new DataView(input.buffer, input.byteOffset);
	const le = !isBigEndian;
	for (let offset = 0; offset + entrySize < input.length; offset += entrySize) {
		const code = view.getUint16(offset, le);
		const type = view.getUint16(offset + 2, le);
		const length = isBigTiff ? Number(view.getBigUint64(offset + 4, le)) : view.getUint32(offset + 4, le);
		if (code === 0) break;
		if (length === 1 && (type === CONSTANTS.TYPE.SHORT || type === CONSTANTS.TYPE.LONG || isBigTiff && type === CONSTANTS.TYPE.LONG8)) tags[code] = readTagValue(view, type, offset + valueOffset, le);
	}
	return tags;
}
function determineFormat(input) {
	const isBigEndian = toUTF8String(input, 0, 2) === "MM";
	return {
		isBigEndian,
		isBigTiff: new DataView(input.buffer, input.byteOffset).getUint16(2, !isBigEndian) === 43
	};
}
function validateBigTIFFHeader(input, isBigEndian) {
	const view = new DataView(input.buffer, input.byteOffset);
	const le = !isBigEndian;
	const byteSize = view.getUint16(4, le);
	const reserved = view.getUint16(6, le);
	if (byteSize !== 8 || reserved !== 0) throw new TypeError("Invalid BigTIFF header");
}
const signatures = /* @__PURE__ */ new Set([
	"49492a00",
	"4d4d002a",
	"49492b00",
	"4d4d002b"
]);
const TIFF = {
	validate: (input) => {
		const signature = toHexString(input, 0, 4);
		return signatures.has(signature);
	},
	calculate(input) {
		const format = determineFormat(input);
		if (format.isBigTiff) validateBigTIFFHeader(input, format.isBigEndian);
		const tags = extractTags(readIFD(input, format), format);
		const info = {
			height: tags[CONSTANTS.TAG.HEIGHT],
			width: tags[CONSTANTS.TAG.WIDTH],
			type: format.isBigTiff ? "bigtiff" : "tiff"
		};
		if (tags[CONSTANTS.TAG.COMPRESSION]) info.compression = tags[CONSTANTS.TAG.COMPRESSION];
		if (!info.width || !info.height) throw new TypeError("Invalid Tiff. Missing tags");
		return info;
	}
};
// ../../../work/main/node_modules/image-size/dist/esm/types/webp.js
function calculateExtended(input) {
	return {
		height: 1 + readUInt24LE(input, 7),
		width: 1 + readUInt24LE(input, 4)
	};
}
function calculateLossless(input) {
	return {
		height: 1 + ((input[4] & 15) << 10 | input[3] << 2 | (input[2] & 192) >> 6),
		width: 1 + ((input[2] & 63) << 8 | input[1])
	};
}
function calculateLossy(input) {
	return {
		height: readInt16LE(input, 8) & 16383,
		width: readInt16LE(input, 6) & 16383
	};
}
// ../../../work/main/node_modules/image-size/dist/esm/types/index.js
const typeHandlers = /* @__PURE__ */ new Map([
	["bmp", BMP],
	["cur", CUR],
	["dds", DDS],
	["gif", GIF],
	["heif", HEIF],
	["icns", ICNS],
	["ico", ICO],
	["j2c", J2C],
	["jp2", JP2],
	["jpg", JPG],
	["jxl", JXL],
	["jxl-stream", JXLStream],
	["ktx", KTX],
	["png", PNG],
	["pnm", PNM],
	["psd", PSD],
	["svg", SVG],
	["tga", TGA],
	["tiff", TIFF],
	["webp", {
		validate(input) {
			const riffHeader = "RIFF" === toUTF8String(input, 0, 4);
			const webpHeader = "WEBP" === toUTF8String(input, 8, 12);
			const vp8Header = "VP8" === toUTF8String(input, 12, 15);
			return riffHeader && webpHeader && vp8Header;
		},
		calculate(_input) {
			const chunkHeader = toUTF8String(_input, 12, 16);
			const input = _input.slice(20, 30);
			if (chunkHeader === "VP8X") {
				const extendedHeader = input[0];
				const validStart = (extendedHeader & 192) === 0;
				const validEnd = (extendedHeader & 1) === 0;
				if (validStart && validEnd) return calculateExtended(input);
				throw new TypeError("Invalid WebP");
			}
			if (chunkHeader === "VP8 " && input[0] !== 47) return calculateLossy(input);
			const signature = toHexString(input, 3, 6);
			if (chunkHeader === "VP8L" && signature !== "9d012a") return calculateLossless(input);
			throw new TypeError("Invalid WebP");
		}
	}]
]);
const types$1 = Array.from(typeHandlers.keys());
// ../../../work/main/node_modules/image-size/dist/esm/detector.js
const firstBytes = /* @__PURE__ */ new Map([
	[0, [
		"cur",
		"heif",
		"ico",
		"jp2",
		"jxl",
		"tga"
	]],
	[56, ["psd"]],
	[60, ["svg"]],
	[66, ["bmp"]],
	[68, ["dds"]],
	[71, ["gif"]],
	[73, ["tiff"]],
	[77, ["tiff"]],
	[80, ["pnm"]],
	[82, ["webp"]],
	[105, ["icns"]],
	[137, ["png"]],
	[171, ["ktx"]],
	[255, [
		"j2c",
		"jpg",
		"jxl-stream"
	]]
]);
function detector(input) {
	const byte = input[0];
	const candidates = firstBytes.get(byte);
	const predicate = (type) => typeHandlers.get(type)?.validate(input);
	return candidates?.find(predicate) || types$1.find(predicate);
}
// ../../../work/main/node_modules/image-size/dist/esm/lookup.js
const globalOptions = { disabledTypes: [] };
function imageSize(input) {
	const type = detector(input);
	if (typeof type !== "undefined") {
		if (globalOptions.disabledTypes.indexOf(type) > -1) throw new TypeError(`disabled file type: ${type}`);
		const size = typeHandlers.get(type)?.calculate(input);
		if (size !== void 0) {
			size.type = size.type ?? type;
			if (size.images && size.images.length > 1) {
				const largestImage = size.images.reduce((largest, current) => {
					return current.width * current.height > largest.width * largest.height ? current : largest;
				}, size.images[0]);
				size.width = largestImage.width;
				size.height = largestImage.height;
			}
			return size;
		}
	}
	throw new TypeError(`unsupported file type: ${type}`);
}
// src/sandbox/state/image.ts
/** How large a picture is, as far as its bytes say. */
function measured({ data }) {
	if (!data) return {};
	try {
		const { width, height } = imageSize(data);
		return {
			original_w: width,
			original_h: height
		};
	} catch {
		return {};
	}
}
// src/sandbox/state/files.ts
const previewLines = 5;
function shares(workspace, file) {
	const found = {
		public: {},
		private: {}
	};
	for (const { conversation, ts, thread } of file.shares) {
		const kind = workspace.conversations.get(conversation)?.kind === "channel" ? "public" : "private";
		const share = {
			ts,
			reply_count: 0,
			reply_users: [],
			reply_users_count: 0,
			...thread ? { thread_ts: thread } : {}
		};
		found[kind][conversation] = [...found[kind][conversation] ?? [], share];
	}
	return Object.fromEntries(Object.entries(found).filter(([, rooms]) => Object.keys(rooms).length > 0));
}
function preview(file) {
	if (!file.data || !isText(fileType(file.name))) return { mode: "hosted" };
	const lines = file.data.subarray(0, 65536).toString("utf8").split("\n");
	return {
		mode: "snippet",
		preview: lines.slice(0, previewLines).join("\n"),
		lines: lines.length,
		lines_more: Math.max(0, lines.length - previewLines),
		editable: true
	};
}
const roomsOf = (workspace, file, kinds) => [...new Set(file.shares.map(({ conversation }) => conversation).filter((id) => kinds.includes(workspace.conversations.get(id)?.kind ?? "")))];
/** A file as the Web API shows it. */
function describeFile(workspace, file, origin) {
	const { id, name, title, user, created, altText, snippetType } = file;
	const { mimetype, filetype, pretty } = fileType(name);
	const path = `${workspace.team.id}-${id}`;
	const encoded = encodeURIComponent(name.toLowerCase());
	return {
		id,
		created,
		timestamp: created,
		name,
		title,
		mimetype,
		user,
		user_team: workspace.team.id,
		filetype: snippetType ?? filetype,
		pretty_type: pretty,
		editable: false,
		size: file.data?.length ?? file.length,
		is_external: false,
		external_type: "",
		is_public: roomsOf(workspace, file, ["channel"]).length > 0,
		public_url_shared: false,
		display_as_bot: false,
		username: "",
		url_private: `${origin}/files-pri/${path}/${encoded}`,
		url_private_download: `${origin}/files-pri/${path}/download/${encoded}`,
		permalink: `${origin}/files/${user}/${id}/${encoded}`,
		channels: roomsOf(workspace, file, ["channel"]),
		groups: roomsOf(workspace, file, ["group", "mpim"]),
		ims: roomsOf(workspace, file, ["im"]),
		shares: shares(workspace, file),
		comments_count: 0,
		has_rich_preview: false,
		file_access: "visible",
		...altText === void 0 ? {} : { alt_txt: altText },
		...preview(file),
		...mimetype.startsWith("image/") ? measured(file) : {}
	};
}
// src/sandbox/state/uploads.ts
/** Milliseconds for which an upload waits to be used. */
const patience$1 = 36e5;
function forgetLate({ files, clock }, { id, created }) {
	const left = Math.max(0, created * 1e3 + patience$1 - clock.now());
	clock.timer(left, () => {
		if (!files.get(id)?.completed) files.delete(id);
	});
}
/** A file that was announced, or that came; it is forgotten where nothing uses it. */
function storeUpload(workspace, file) {
	workspace.files.set(file.id, file);
	forgetLate(workspace, file);
}
/** The same for those that were there before this process. */
function resumeUploads(workspace) {
	for (const file of workspace.files.values()) if (!file.completed) forgetLate(workspace, file);
}
// src/sandbox/api/sizes.ts
/** Bytes of the largest file that a room takes. */
const largestFile = 33554432;
/** Bytes of the largest request that is not a file. */
const largestRequest$1 = 8388608;
/** Bytes of the largest frame that an app may send. */
const largestFrame = 4194304;
// src/sandbox/state/sharing.ts
/** Posts a message that shows these files, and tells the app of each. Without files it is a message like any other. */
function postWithFiles(workspace, room, speaker, shared) {
	const { content, files, placement, origin } = shared;
	const shown = files.length === 0 ? {} : { files: files.map((file) => describeFile(workspace, file, origin)) };
	const message = post(workspace, room, speaker, {
		...content,
		...shown
	}, placement);
	const { thread } = placement;
	for (const file of files) {
		file.shares.push({
			conversation: room.id,
			ts: message.ts,
			...thread ? { thread } : {}
		});
		for (const event of fileEvents(file.id, speaker.userId, room, message.ts)) tell(workspace, room, event);
	}
	return message;
}
// src/sandbox/api/methods/share.ts
function mustHaveThread(room, thread) {
	if (thread && !messageAt(room, thread)) throw new SlackError("thread_not_found");
}
function said({ workspace, args, speaker }) {
	const comment = optionalText(args, "initial_comment") ?? "";
	const blocks = comment === "" ? readBlocks(args) : void 0;
	if (speaker.kind === "person" && comment.trim() !== "") return typedContent(workspace, comment, { escaped: true });
	return {
		text: storeText(comment),
		...blocks?.length ? { blocks } : {}
	};
}
/** Shows files in a room. As in Slack the answer comes first and the message after it. */
function share$1(context, room, files, thread) {
	const { workspace, speaker, origin } = context;
	const content = said(context);
	setImmediate(() => {
		if (thread && !messageAt(room, thread)) return;
		postWithFiles(workspace, room, speaker, {
			content,
			files,
			placement: thread ? { thread } : {},
			origin
		});
		workspace.changes.notify();
	});
}
// src/sandbox/api/methods/files.ts
const longestAltText = 1e3;
const largestSnippet = 1e6;
function lengthOf(args) {
	const length = Number(requiredText(args, "length"));
	if (!Number.isInteger(length) || length < 0) throw complaint("invalid_arguments", ["`length` must be an integer"]);
	if (length === 0) throw new SlackError("missing_argument");
	if (length > 33554432) throw new SlackError("file_upload_size_restricted");
	return length;
}
const getUploadURLExternal = method(({ workspace, args, speaker, origin }) => {
	const name = requiredText(args, "filename");
	const length = lengthOf(args);
	const altText = optionalText(args, "alt_txt") ?? optionalText(args, "alt_text");
	if ((altText?.length ?? 0) > longestAltText) throw new SlackError("alt_txt_too_large");
	const snippetType = optionalText(args, "snippet_type");
	if (snippetType && length > largestSnippet) throw new SlackError("snippet_too_large");
	const file = {
		id: workspace.ids.fresh("F"),
		key: uuid(),
		name,
		title: name,
		length,
		user: speaker.userId,
		created: seconds(workspace.clock),
		completed: false,
		shares: [],
		...altText ? { altText } : {},
		...snippetType ? { snippetType } : {}
	};
	storeUpload(workspace, file);
	return {
		upload_url: `${origin}/upload/v1/${file.key}`,
		file_id: file.id
	};
});
/** The files that a call completes: uploaded, its own, and not completed before. */
function uploaded$1(workspace, args, speaker) {
	requiredText(args, "files");
	const wanted = records$3(args, "files", "invalid_arguments") ?? [];
	if (wanted.length === 0) throw complaint("invalid_arguments", ["no fewer than 1 items allowed [json-pointer:/files]"]);
	return wanted.map(({ id, title }) => {
		const file = workspace.files.get(String(id));
		if (!file || file.user !== speaker.userId || !file.data) throw new SlackError("file_not_found");
		if (file.completed) throw new SlackError("file_update_failed");
		if (typeof title === "string" && title !== "") file.title = title;
		return file;
	});
}
const completeUploadExternal = method((context) => {
	const { workspace, args, speaker, origin } = context;
	const files = uploaded$1(workspace, args, speaker);
	const channel = optionalText(args, "channel_id");
	const rooms = (channel ? [channel] : list$3(args, "channels")).map((id) => mustBeMember(conversationFor(workspace, speaker, id), speaker));
	const thread = optionalText(args, "thread_ts");
	for (const room of rooms) mustHaveThread(room, thread);
	for (const file of files) file.completed = true;
	for (const room of rooms) share$1(context, room, files, thread);
	return { files: files.map((file) => describeFile(workspace, file, origin)) };
});
const info$1 = method(({ workspace, args, origin }) => {
	const file = workspace.files.get(requiredText(args, "file"));
	if (!file?.completed) throw new SlackError("file_not_found");
	return {
		file: describeFile(workspace, file, origin),
		comments: [],
		response_metadata: { next_cursor: "" }
	};
});
const fileMethods = {
	...scoped("files:write", {
		"files.getUploadURLExternal": getUploadURLExternal,
		"files.completeUploadExternal": completeUploadExternal
	}),
	...scoped("files:read", { "files.info": info$1 })
};
// src/sandbox/api/methods/reactions.ts
function target({ workspace, args, speaker }) {
	const [channel, ts] = [optionalText(args, "channel"), optionalText(args, "timestamp")];
	if (!channel || !ts) throw new SlackError("no_item_specified");
	const conversation = mustBeMember(conversationFor(workspace, speaker, channel), speaker);
	if (!/^\d+\.\d+$/u.test(ts)) throw new SlackError("bad_timestamp");
	const message = messageAt(conversation, ts);
	if (!message || message.ephemeralTo !== void 0) throw new SlackError("message_not_found");
	return {
		conversation,
		message
	};
}
/** The same reaction under all its names. */
function emojiOf({ args }) {
	const name = usualName(requiredText(args, "name").replace(/^:|:$/gu, ""));
	if (name === void 0) throw new SlackError("invalid_name");
	return name;
}
function react$1(workspace, { conversation, message }, reactions) {
	const { reactions: _, ...bare } = message;
	replaceMessage(workspace, conversation, reactions.length === 0 ? bare : {
		...bare,
		reactions
	});
}
const add = method((context) => {
	const { workspace, speaker } = context;
	const name = emojiOf(context);
	const found = target(context);
	const reactions = found.message.reactions ?? [];
	const before = reactions.find((reaction) => reaction.name === name) ?? {
		name,
		users: [],
		count: 0
	};
	if (before.users.includes(speaker.userId)) throw new SlackError("already_reacted");
	const after = {
		name,
		users: [...before.users, speaker.userId],
		count: before.count + 1
	};
	react$1(workspace, found, before.count === 0 ? [...reactions, after] : reactions.map((one) => one === before ? after : one));
	const by = {
		user: speaker.userId,
		reaction: name,
		ts: workspace.clock.ts()
	};
	tell(workspace, found.conversation, reactionEvent("reaction_added", found.conversation, found.message, by));
	return {};
});
const remove$1 = method((context) => {
	const { workspace, speaker } = context;
	const name = emojiOf(context);
	const found = target(context);
	const reactions = found.message.reactions ?? [];
	const before = reactions.find((reaction) => reaction.name === name);
	if (!before?.users.includes(speaker.userId)) throw new SlackError("no_reaction");
	const users = before.users.filter((user) => user !== speaker.userId);
	const after = {
		name,
		users,
		count: users.length
	};
	react$1(workspace, found, reactions.map((one) => one === before ? after : one).filter(({ count }) => count > 0));
	const by = {
		user: speaker.userId,
		reaction: name,
		ts: workspace.clock.ts()
	};
	tell(workspace, found.conversation, reactionEvent("reaction_removed", found.conversation, found.message, by));
	return {};
});
const get = method((context) => {
	const { conversation, message } = target(context);
	return {
		type: "message",
		channel: conversation.id,
		message: outward(message)
	};
});
const reactionMethods = {
	...scoped("reactions:write", {
		"reactions.add": add,
		"reactions.remove": remove$1
	}),
	...scoped("reactions:read", { "reactions.get": get })
};
// src/sandbox/api/methods/chunks.ts
const longestText$1 = 12e3;
const longestTitle = 256;
const statuses = /* @__PURE__ */ new Set([
	"pending",
	"in_progress",
	"complete",
	"error"
]);
function text$2(chunk, name, most) {
	const value = chunk[name];
	if (typeof value !== "string" || value.length > most) throw new SlackError("invalid_chunks");
	return value;
}
const optional$1 = (chunk, name) => chunk[name] === void 0 || chunk[name] === null ? {} : { [name]: text$2(chunk, name, longestText$1) };
function sources({ sources: value }) {
	if (value === void 0 || value === null) return {};
	const isLink = (one) => typeof one === "object" && one !== null && "url" in one;
	if (!Array.isArray(value) || !value.every(isLink)) throw new SlackError("invalid_chunks");
	return { sources: value };
}
function readTask(chunk) {
	const [id, title] = [text$2(chunk, "id", 255), text$2(chunk, "title", longestTitle)];
	const status = text$2(chunk, "status", 255);
	if (id === "" || !statuses.has(status)) throw new SlackError("invalid_chunks");
	return {
		type: "task_update",
		id,
		title,
		status,
		...optional$1(chunk, "details"),
		...optional$1(chunk, "output"),
		...sources(chunk)
	};
}
function readMarkdown(chunk) {
	const { text: words } = chunk;
	if (typeof words !== "string") throw new SlackError("invalid_chunks");
	if (words.length > longestText$1) throw new SlackError("msg_too_long");
	return {
		type: "markdown_text",
		text: words
	};
}
function readChunk(chunk) {
	switch (chunk["type"]) {
		case "markdown_text": return readMarkdown(chunk);
		case "plan_update": return {
			type: "plan_update",
			title: text$2(chunk, "title", longestTitle)
		};
		case "task_update": return readTask(chunk);
		case "blocks": return {
			type: "blocks",
			blocks: readBlocks({ blocks: chunk["blocks"] }) ?? []
		};
		default: throw new SlackError("invalid_chunks");
	}
}
/** What a call to a streaming method brings: `markdown_text`, or chunks. */
function readAddition(args) {
	const markdown = optionalText(args, "markdown_text");
	const chunks = records$3(args, "chunks", "invalid_chunks")?.map(readChunk) ?? [];
	if (markdown && chunks.length > 0) throw new SlackError("invalid_arguments");
	if ((markdown?.length ?? 0) > longestText$1) throw new SlackError("msg_too_long");
	if (markdown) return {
		mode: "text",
		chunks: [{
			type: "markdown_text",
			text: markdown
		}]
	};
	return chunks.length > 0 ? {
		mode: "chunks",
		chunks
	} : { chunks };
}
// src/sandbox/api/methods/streams.ts
const displays = [
	"timeline",
	"plan",
	"dense"
];
function displayOf(args) {
	const wanted = optionalText(args, "task_display_mode") || "timeline";
	const found = displays.find((display) => display === wanted);
	if (!found) throw new SlackError("invalid_arguments");
	return found;
}
/** In a channel, Slack has to know for whom the words are. */
function checkRecipient({ workspace, args }, conversation) {
	const [team, user] = [optionalText(args, "recipient_team_id"), optionalText(args, "recipient_user_id")];
	const needed = conversation.kind !== "im";
	if (needed && !team) throw new SlackError("missing_recipient_team_id");
	if (needed && !user) throw new SlackError("missing_recipient_user_id");
	if (team && team !== workspace.team.id) throw new SlackError("team_not_found");
	if (user && !workspace.users.has(user)) throw new SlackError("user_not_found");
}
const startStream = method((context) => {
	const { workspace, args, speaker } = context;
	const conversation = conversationFor(workspace, speaker, requiredText(args, "channel"));
	const thread = requiredText(args, "thread_ts");
	if (!isDirect$1(conversation)) mustBeMember(conversation, speaker);
	checkRecipient(context, conversation);
	const message = beginStream(workspace, conversation, speaker, {
		...readAddition(args),
		thread,
		display: displayOf(args)
	});
	return {
		channel: conversation.id,
		ts: message.ts
	};
});
/** The message that a call is about, which is the app's own. */
function ownMessage({ workspace, args, speaker }) {
	const conversation = conversationFor(workspace, speaker, requiredText(args, "channel"));
	const message = messageAt(conversation, requiredText(args, "ts"));
	if (!message || message.ephemeralTo !== void 0) throw new SlackError("message_not_found");
	if (message.user !== speaker.userId) throw new SlackError("message_not_owned_by_app");
	return {
		conversation,
		message
	};
}
const appendStream = method((context) => {
	const { conversation, message } = ownMessage(context);
	const addition = readAddition(context.args);
	if (addition.mode === void 0) throw new SlackError("no_text");
	appendToStream(context.workspace, conversation, message, addition);
	return {
		channel: conversation.id,
		ts: message.ts
	};
});
const stopStream = method((context) => {
	const { workspace, args } = context;
	const { conversation, message } = ownMessage(context);
	const metadata = readMetadata(args, context.speaker);
	const ending = {
		blocks: readBlocks(args) ?? [],
		...metadata ? { metadata } : {}
	};
	const after = endStream(workspace, conversation, message, readAddition(args), ending);
	return {
		channel: conversation.id,
		ts: after.ts,
		message: outward(after)
	};
});
const forApps = (one) => ({
	...one,
	callers: ["bot"]
});
const streamMethods = scoped("chat:write", {
	"chat.startStream": forApps(startStream),
	"chat.appendStream": forApps(appendStream),
	"chat.stopStream": forApps(stopStream)
});
const userGroupMethods = scoped("usergroups:read", {
	"usergroups.list": method(({ workspace, args }) => {
		const shown = {
			users: flag$1(args, "include_users"),
			count: flag$1(args, "include_count")
		};
		return { usergroups: [...workspace.usergroups.values()].map((group) => describeUserGroup(workspace, group, shown)) };
	}),
	"usergroups.users.list": method(({ workspace, args }) => {
		const group = workspace.usergroups.get(requiredText(args, "usergroup"));
		if (!group) throw new SlackError("no_such_subteam");
		return { users: group.users };
	})
});
// src/sandbox/api/methods/users.ts
const described = ({ workspace, speaker }, user) => describeUser(workspace, user, hasScope(workspace, speaker, "users:read.email"));
const info = method((context) => {
	const user = context.workspace.users.get(requiredText(context.args, "user"));
	if (!user) throw new SlackError("user_not_found");
	return { user: described(context, user) };
});
const list = method((context) => {
	const { workspace, args } = context;
	const { items, metadata } = page([...workspace.users.values()], args, {
		usual: 1e3,
		most: 1e3
	}, ({ id }) => id);
	return {
		members: items.map((user) => described(context, user)),
		cache_ts: seconds(workspace.clock),
		response_metadata: metadata
	};
});
const lookupByEmail = method((context) => {
	const wanted = requiredText(context.args, "email").toLowerCase();
	const user = [...context.workspace.users.values()].find(({ email }) => email?.toLowerCase() === wanted);
	if (!user) throw new SlackError("users_not_found");
	return { user: described(context, user) };
});
const userMethods = {
	...scoped("users:read", {
		"users.info": info,
		"users.list": list
	}),
	...scoped("users:read.email", { "users.lookupByEmail": lookupByEmail })
};
// src/sandbox/api/blocks/view.ts
const largest = 256e3;
const shared$1 = {
	type: type$2,
	blocks: required(anything),
	private_metadata: optional$2(string({
		min: 0,
		max: 3e3
	})),
	callback_id: optional$2(string({
		min: 0,
		max: 255
	})),
	external_id: optional$2(string({
		min: 0,
		max: 255
	}))
};
const word = plainText(24);
const kinds = {
	modal: object({
		...shared$1,
		title: required(word),
		submit: optional$2(word),
		close: optional$2(word),
		clear_on_close: optional$2(boolean),
		notify_on_close: optional$2(boolean)
	}),
	home: object(shared$1)
};
/** A person who fills in something has to be able to send it. */
function checkSubmit(view, report) {
	if (view["type"] !== "modal" || view["submit"] !== void 0) return;
	for (const [at, block] of view["blocks"].entries()) if (block["type"] === "input") report("must define `submit` to use an `input` block in modals", `/view/blocks/${at}/input`);
}
const nothing$1 = (value) => value === null || value === void 0;
/** What Slack would complain about in a view of this kind; nothing, when it is right. */
function checkView(value, kind) {
	const complaints = [];
	const report = (what, at) => void complaints.push(`${what} [json-pointer:${at}]`);
	if (!isRecord$1(value)) return ["must provide an object [json-pointer:/view]"];
	if (value["type"] === void 0) report("missing required field: type", "/view");
	else if (value["type"] !== kind) report(`unsupported type: ${value["type"]}`, "/view/type");
	kinds[kind](value, "/view", report);
	if (value["blocks"] !== void 0) complaints.push(...checkBlocks(value["blocks"], kind, "/view/blocks"));
	if (complaints.length > 0) return [.../* @__PURE__ */ new Set(["failed to match all allowed schemas [json-pointer:/view]", ...complaints])];
	checkSubmit(value, report);
	return complaints;
}
/** A view that Slack would take. What is null counts as absent. */
function readView(value, kind) {
	const given = isRecord$1(value) ? Object.fromEntries(Object.entries(value).filter(([, field]) => !nothing$1(field))) : value;
	const complaints = checkView(given, kind);
	if (complaints.length > 0) throw complaint("invalid_arguments", complaints);
	if (Buffer.byteLength(JSON.stringify(given)) > largest) throw new SlackError("view_too_large");
	return given;
}
// src/sandbox/state/views.ts
/** A modal, and two on top of it. */
const mostModals = 3;
/** The modals that the person has open, the one on top last. */
const modalsOf = ({ modals }, user) => modals.get(user) ?? [];
const homeOf = ({ homes }, user) => homes.get(user);
function everyView({ modals, homes }) {
	return [...[...modals].flatMap(([user, views]) => views.map((view) => ({
		user,
		view
	}))), ...[...homes].map(([user, view]) => ({
		user,
		view
	}))];
}
function mustBeUnique(workspace, externalId, own) {
	if (externalId === "") return;
	if (everyView(workspace).some(({ view }) => view.external_id === externalId && view.id !== own)) throw new SlackError("duplicate_external_id");
}
function mustMatch(view, hash) {
	if (hash && view?.hash !== hash) throw new SlackError("hash_conflict");
}
/** What the program defined, with all that Slack adds to it. */
function completeView(workspace, wanted, place) {
	const { team, bot, clock, ids } = workspace;
	mustBeUnique(workspace, wanted.external_id ?? "", place.id);
	return {
		id: place.id,
		team_id: team.id,
		type: wanted.type,
		blocks: nameBlocks(wanted.blocks, ids.short),
		private_metadata: wanted.private_metadata ?? "",
		callback_id: wanted.callback_id ?? "",
		state: { values: {} },
		hash: `${seconds(clock)}.${ids.short()}${ids.short()}`,
		title: wanted.title ?? null,
		clear_on_close: wanted.clear_on_close ?? false,
		notify_on_close: wanted.notify_on_close ?? false,
		close: wanted.close ?? null,
		submit: wanted.submit ?? null,
		previous_view_id: place.previous_view_id,
		root_view_id: place.root_view_id,
		app_id: bot.appId,
		external_id: wanted.external_id ?? "",
		app_installed_team_id: team.id,
		bot_id: bot.botId
	};
}
function setModals({ modals, changes }, user, views) {
	if (views.length === 0) modals.delete(user);
	else modals.set(user, views);
	changes.tell({
		type: "views",
		user
	});
}
/** A new first modal; those that were open are gone. */
function openView(workspace, user, wanted) {
	const id = workspace.ids.fresh("V");
	const view = completeView(workspace, wanted, {
		id,
		root_view_id: id,
		previous_view_id: null
	});
	setModals(workspace, user, [view]);
	return view;
}
/** One more modal, on top of the others. */
function pushView(workspace, user, wanted) {
	const open = modalsOf(workspace, user);
	const top = open.at(-1);
	if (!top) throw new SlackError("not_found");
	if (open.length >= mostModals) throw new SlackError("push_limit_reached");
	const view = completeView(workspace, wanted, {
		id: workspace.ids.fresh("V"),
		root_view_id: top.root_view_id,
		previous_view_id: top.id
	});
	setModals(workspace, user, [...open, view]);
	return view;
}
function viewWith(workspace, by) {
	return everyView(workspace).find(({ view }) => by.id === void 0 ? view.external_id === by.externalId : view.id === by.id);
}
/** Puts a view in the place of the one with its id. */
function replaceView(workspace, user, view) {
	if (view.type === "home") {
		workspace.homes.set(user, view);
		workspace.changes.tell({
			type: "home",
			user
		});
		return;
	}
	setModals(workspace, user, modalsOf(workspace, user).map((before) => before.id === view.id ? view : before));
}
/** Defines a view anew; it keeps its place in the stack. */
function updateView(workspace, { user, view: before }, wanted) {
	if (wanted.type !== before.type) throw new SlackError("invalid_arguments");
	const view = completeView(workspace, wanted, before);
	replaceView(workspace, user, view);
	return view;
}
// src/sandbox/state/home.ts
/** Shows a view in the person's App Home. It keeps its id as long as the app is here. */
function publishHome(workspace, user, wanted, hash) {
	const before = homeOf(workspace, user);
	mustMatch(before, hash);
	const id = before?.id ?? workspace.ids.fresh("V");
	const view = completeView(workspace, wanted, {
		id,
		root_view_id: id,
		previous_view_id: null
	});
	replaceView(workspace, user, view);
	return view;
}
/** The person looks at the App Home, or at their messages with the app: it hears of that each time. */
function openHome(workspace, by, tab = "home") {
	const view = tab === "home" ? homeOf(workspace, by.id) : void 0;
	workspace.delivery.event({
		type: "app_home_opened",
		user: by.id,
		channel: directMessageId(by.id, workspace.bot.userId),
		tab,
		event_ts: workspace.clock.ts(),
		...view ? { view } : {}
	});
}
// src/sandbox/state/triggers.ts
const lifetime$1 = 3e3;
const mostRemembered = 1e3;
const wellFormed = /^\d+\.\d+\.[0-9a-f]+$/u;
function issueTrigger({ triggers, clock, ids }, user, view) {
	const now = clock.now();
	const id = `${Math.floor(now)}.${Math.floor(now / 7)}.${ids.uuid().replaceAll("-", "")}`;
	triggers.set(id, {
		user,
		until: now + lifetime$1,
		exchanged: false,
		...view === void 0 ? {} : { view }
	});
	const [oldest] = triggers.keys();
	if (triggers.size > mostRemembered && oldest !== void 0) triggers.delete(oldest);
	return id;
}
/** The trigger, if it can still be exchanged. */
function findTrigger({ triggers, clock }, id) {
	if (!wellFormed.test(id)) throw complaint("invalid_arguments", ["invalid `trigger_id` [json-pointer:/trigger_id]"]);
	const found = triggers.get(id);
	if (!found) throw new SlackError("invalid_trigger_id");
	if (found.exchanged) throw new SlackError("exchanged_trigger_id");
	if (found.until < clock.now()) throw new SlackError("expired_trigger_id");
	return found;
}
// src/sandbox/api/methods/views.ts
function viewOf({ args }, kind) {
	requiredText(args, "view");
	return readView(json(args, "view", "invalid_arguments"), kind);
}
function triggerOf({ workspace, args }) {
	const id = optionalText(args, "trigger_id") || optionalText(args, "interactivity_pointer");
	if (!id) throw complaint("invalid_arguments", ["missing required field: trigger_id"]);
	return findTrigger(workspace, id);
}
const open$3 = method((context) => {
	const { workspace } = context;
	const wanted = viewOf(context, "modal");
	const trigger = triggerOf(context);
	const view = openView(workspace, trigger.user, wanted);
	trigger.exchanged = true;
	return { view };
});
/** Only what was done in an open modal can put another on top of it. */
function mustBeOpen(workspace, trigger) {
	if (!modalsOf(workspace, trigger.user).some(({ id }) => id === trigger.view)) throw new SlackError("not_found");
}
const viewMethods = {
	"views.open": open$3,
	"views.push": method((context) => {
		const { workspace } = context;
		const wanted = viewOf(context, "modal");
		const trigger = triggerOf(context);
		mustBeOpen(workspace, trigger);
		const view = pushView(workspace, trigger.user, wanted);
		trigger.exchanged = true;
		return { view };
	}),
	"views.update": method((context) => {
		const { workspace, args } = context;
		const [id, externalId] = [optionalText(args, "view_id"), optionalText(args, "external_id")];
		if (!id && !externalId) throw complaint("invalid_arguments", ["missing required field: view_id"]);
		const found = viewWith(workspace, id ? { id } : { externalId: externalId ?? "" });
		const wanted = viewOf(context, found?.view.type ?? "modal");
		if (!found) throw new SlackError("not_found");
		mustMatch(found.view, optionalText(args, "hash"));
		return { view: updateView(workspace, found, wanted) };
	}),
	"views.publish": method((context) => {
		const { workspace, args } = context;
		const user = requiredText(args, "user_id");
		const wanted = viewOf(context, "home");
		if (!workspace.people.some(({ id }) => id === user)) throw new SlackError("user_not_found");
		return { view: publishHome(workspace, user, wanted, optionalText(args, "hash")) };
	})
};
// src/sandbox/api/methods/workspace.ts
function authTest({ workspace, caller, origin }) {
	const { team, bot, users } = workspace;
	if (caller.kind === "app") return {
		app_name: bot.name,
		app_id: bot.appId
	};
	return {
		url: `${origin}/`,
		team: team.name,
		user: users.get(caller.userId)?.name ?? "",
		team_id: team.id,
		user_id: caller.userId,
		...caller.kind === "bot" ? { bot_id: bot.botId } : {},
		is_enterprise_install: false
	};
}
const teamInfo = method(({ workspace, origin }) => ({ team: {
	id: workspace.team.id,
	name: workspace.team.name,
	url: `${origin}/`,
	domain: workspace.team.domain,
	email_domain: "",
	icon: { image_default: true }
} }));
/** This workspace has no emoji of its own; the categories are those of the emoji that everybody has. */
const emojiList = method(async ({ workspace, args }) => {
	const own = {
		emoji: {},
		cache_ts: `${seconds(workspace.clock)}.000000`
	};
	if (!flag$1(args, "include_categories")) return own;
	const categories = (await emojiTable()).map(({ group, emoji }) => ({
		name: group,
		emoji_names: emoji.map(([, name]) => name)
	}));
	return {
		...own,
		categories_version: "5",
		categories
	};
});
/** One ticket opens one connection. */
function connectionsOpen(tickets) {
	return {
		callers: ["app"],
		run({ workspace, origin }) {
			const ticket = uuid();
			tickets.issue(ticket);
			return { url: `${`${origin.replace(/^http/u, "ws")}/link/`}?ticket=${ticket}&app_id=${workspace.bot.appId.toLowerCase()}` };
		}
	};
}
const workspaceMethods = (tickets) => ({
	"apps.connections.open": connectionsOpen(tickets),
	"auth.test": {
		callers: [
			"app",
			"bot",
			"person"
		],
		run: authTest
	},
	...scoped("team:read", { "team.info": teamInfo }),
	...scoped("emoji:read", { "emoji.list": emojiList })
});
// src/sandbox/api/methods/every.ts
const everyMethod = (tickets) => ({
	...workspaceMethods(tickets),
	...userMethods,
	...conversationMethods,
	...chatMethods,
	...streamMethods,
	...reactionMethods,
	...fileMethods,
	...userGroupMethods,
	...assistantMethods,
	...viewMethods
});
/** Refuses a name that no call will ever have. `others`: names besides those of methods. */
function mustBeMethod(name, others = []) {
	const known = [...Object.keys(everyMethod({ issue() {} })), ...others];
	if (known.includes(name)) return;
	throw new SandboxError("invalid", `there is no method ${name} (did you mean ${nearest(name, known)}?)`);
}
// src/sandbox/api/reply.ts
const rateLimited = (seconds) => ({
	status: 429,
	headers: { "retry-after": seconds },
	body: {
		ok: false,
		error: "ratelimited"
	}
});
const refusal = (error, status = 200) => ({
	status,
	body: {
		ok: false,
		error
	}
});
function send(response, reply) {
	if (reply === "silence") return;
	if (reply === "cut") {
		response.destroy();
		return;
	}
	const { status, headers, body = "" } = reply;
	const isPlain = typeof body === "string" || Buffer.isBuffer(body);
	const content = isPlain ? body : JSON.stringify(body);
	response.writeHead(status, {
		"content-type": isPlain ? "text/plain; charset=utf-8" : "application/json; charset=utf-8",
		"content-length": Buffer.byteLength(content),
		"x-content-type-options": "nosniff",
		"x-slack-req-id": uuid(),
		...headers
	});
	response.end(content);
}
/** What a fault answers in place of the method; nothing when it only delays. */
function faulty(fault) {
	if (fault.hang) return "silence";
	if (fault.drop) return "cut";
	if (fault.rateLimited !== void 0) return rateLimited(fault.rateLimited);
	if (fault.status !== void 0) return { status: fault.status };
	return fault.error === void 0 ? void 0 : refusal(fault.error);
}
/** Answers with `run`, unless the fault comes before it or takes the place of its answer. */
async function underFault(fault, clock, run) {
	if (!fault) return run();
	const done = fault.when === "after" ? await run() : void 0;
	const { delayMs } = fault;
	if (delayMs) await new Promise((resolve) => clock.timer(delayMs, resolve));
	return faulty(fault) ?? done ?? run();
}
// src/sandbox/api/api.ts
function callerOf(workspace, token, { callers }) {
	if (token === void 0) throw new SlackError("not_authed");
	const caller = workspace.callers.get(token);
	if (!caller) throw new SlackError("invalid_auth");
	if (!callers.includes(caller.kind)) throw new SlackError("not_allowed_token_type");
	return caller;
}
/** What the token may do, and what the method asks for. */
function scopeHeaders(workspace, method, token) {
	const caller = workspace.callers.get(token ?? "");
	return {
		...caller ? { "x-oauth-scopes": scopesOf(workspace, caller).join(",") } : {},
		...caller && method?.scope ? { "x-accepted-oauth-scopes": acceptedScopes(method.scope) } : {}
	};
}
function outcome(reply) {
	if (typeof reply === "string") return {
		ok: false,
		error: reply
	};
	const body = reply.body;
	if (body?.["ok"] === true) return { ok: true };
	return {
		ok: false,
		error: body === void 0 ? `http_${reply.status}` : String(body["error"])
	};
}
function attempt(read) {
	try {
		return read();
	} catch (error) {
		if (error instanceof SlackError) return error;
		throw error;
	}
}
/** The Web API: a method's name and its arguments → Slack's answer. */
function createApi(workspace, { tickets, faults, limits, log }) {
	const methods = new Map(Object.entries(everyMethod(tickets)));
	const run = async (question, given) => {
		const method = methods.get(question.method);
		if (!method) throw new SlackError("unknown_method", { req_method: question.method });
		if (given instanceof SlackError) throw given;
		const caller = callerOf(workspace, question.bearer ?? given.token, method);
		mustHaveScope(workspace, caller, method, given.args);
		return method.run({
			workspace,
			args: given.args,
			origin: question.origin,
			caller
		});
	};
	const reply = async (question, given) => {
		const token = question.bearer ?? (given instanceof SlackError ? void 0 : given.token);
		const late = limits.take(token, question.method, given instanceof SlackError ? {} : given.args);
		if (late !== void 0) return rateLimited(late);
		const headers = scopeHeaders(workspace, methods.get(question.method), token);
		try {
			return {
				status: 200,
				headers,
				body: {
					ok: true,
					...await run(question, given)
				}
			};
		} catch (error) {
			if (!(error instanceof SlackError)) throw error;
			return {
				status: 200,
				headers,
				body: {
					ok: false,
					error: error.error,
					...error.extra
				}
			};
		}
	};
	return async (question) => {
		const { method } = question;
		const at = workspace.clock.now();
		const given = attempt(question.read);
		const answer = await underFault(faults.take(method), workspace.clock, () => reply(question, given));
		log.add({
			method,
			at,
			args: given instanceof SlackError ? {} : given.args,
			...outcome(answer)
		}, question.size);
		workspace.changes.notify();
		return answer;
	};
}
// src/sandbox/state/bounded.ts
function createBounded(mostItems, mostBytes) {
	const items = [];
	const sizes = [];
	let total = 0;
	return {
		items,
		add(item, bytes) {
			items.push(item);
			sizes.push(bytes);
			total += bytes;
			let surplus = 0;
			while (items.length - surplus > 1 && (items.length - surplus > mostItems || total > mostBytes)) {
				total -= sizes[surplus] ?? 0;
				surplus += 1;
			}
			if (surplus === 0) return;
			items.splice(0, surplus);
			sizes.splice(0, surplus);
		}
	};
}
// src/sandbox/api/calls.ts
const mostCalls = 2e3;
const mostBytes$2 = 16777216;
/** The latest calls, oldest first; older ones are forgotten. */
function createCallLog() {
	const { items: calls, add } = createBounded(mostCalls, mostBytes$2);
	return {
		calls,
		add
	};
}
// src/sandbox/api/faults.ts
const faultFields = {
	status: "status?",
	error: "text?",
	rateLimited: "count?",
	hang: "flag?",
	drop: "flag?",
	delayMs: "count?",
	when: ["before", "after"]
};
const mustBeFaulty = (method) => mustBeMethod(method, ["*", "upload"]);
function checkFault(method, fault) {
	mustBeFaulty(method);
	checkFields(`a fault of ${method}`, fault, {
		...faultFields,
		times: "positive?"
	});
}
function checkStandingFault(method, fault) {
	mustBeFaulty(method);
	checkFields(`a standing fault of ${method}`, fault, {
		...faultFields,
		rate: "share?"
	});
}
/** Faults of the Web API. `randomFor` gives the draws for a method. */
function createFaults(randomFor) {
	const lines = /* @__PURE__ */ new Map();
	const standing = /* @__PURE__ */ new Map();
	const draws = /* @__PURE__ */ new Map();
	const draw = (method) => {
		const random = draws.get(method) ?? randomFor(`calls of ${method}`);
		draws.set(method, random);
		return random();
	};
	const inLine = (method) => {
		const line = lines.get(method)?.length ? lines.get(method) : lines.get("*");
		const first = line?.[0];
		if (!line || !first) return void 0;
		first.left -= 1;
		if (first.left <= 0) line.shift();
		return first.fault;
	};
	const lasting = (method) => {
		const fault = standing.get(method) ?? standing.get("*");
		if (!fault || fault.rate !== void 0 && draw(method) >= fault.rate) return void 0;
		return fault;
	};
	return {
		next(method, fault) {
			checkFault(method, fault);
			lines.set(method, [...lines.get(method) ?? [], {
				fault,
				left: fault.times ?? 1
			}]);
		},
		always(method, fault) {
			checkStandingFault(method, fault);
			standing.set(method, fault);
		},
		clear(method) {
			if (method !== void 0) mustBeFaulty(method);
			for (const faults of [lines, standing]) if (method === void 0) faults.clear();
			else faults.delete(method);
		},
		take: (method) => inLine(method) ?? lasting(method)
	};
}
// src/sandbox/api/limits.ts
const minute = 6e4;
/** A room takes a message a second, and this many at once when it was quiet. */
const burst = 5;
const [few, some, many, most$1] = [
	20,
	50,
	100,
	300
];
/** Calls a minute: https://docs.slack.dev/apis/web-api/rate-limits. A method that is not here has no limit. */
const slackLimits = {
	"apps.connections.open": some,
	"assistant.threads.setStatus": many,
	"auth.test": most$1,
	"chat.appendStream": many,
	"chat.delete": some,
	"chat.getPermalink": many,
	"chat.postEphemeral": many,
	"chat.postMessage": most$1,
	"chat.startStream": few,
	"chat.stopStream": few,
	"chat.update": some,
	"conversations.history": some,
	"conversations.info": some,
	"conversations.join": some,
	"conversations.list": few,
	"conversations.members": many,
	"conversations.open": some,
	"conversations.replies": some,
	"emoji.list": few,
	"files.completeUploadExternal": many,
	"files.getUploadURLExternal": many,
	"files.info": many,
	"reactions.add": some,
	"reactions.get": some,
	"reactions.remove": few,
	"team.info": some,
	"usergroups.list": few,
	"usergroups.users.list": few,
	"users.info": many,
	"users.list": few,
	"users.lookupByEmail": some,
	"views.open": many,
	"views.publish": many,
	"views.push": many,
	"views.update": many
};
const wait = (milliseconds) => Math.max(1, Math.ceil(milliseconds / 1e3));
function limitsFor(wanted) {
	if (typeof wanted === "boolean" || wanted === void 0) return wanted ? slackLimits : {};
	checkFields("limits", wanted, Object.fromEntries(Object.keys(Object(wanted)).map((method) => [method, "count"])));
	for (const method of Object.keys(wanted)) mustBeMethod(method);
	return wanted;
}
/** Rate limits as Slack's: for each method and each token a minute at a time, and for each room a message a second. */
function createLimits(workspace, options) {
	let limits = limitsFor(options);
	let wanted = options;
	const windows = /* @__PURE__ */ new Map();
	/** When a room will have had a second for each of its messages. */
	const paid = /* @__PURE__ */ new Map();
	const windowFor = (key, now) => {
		const window = windows.get(key);
		if (window && now - window.began < minute) return window;
		const fresh = {
			began: now,
			calls: 0
		};
		windows.set(key, fresh);
		return fresh;
	};
	const room = (token, channel, now) => {
		const key = `${token} ${channelNamed(workspace, channel.replace(/^#/u, ""))?.id ?? channel}`;
		return {
			key,
			from: Math.max(paid.get(key) ?? 0, now)
		};
	};
	return {
		set(others) {
			limits = limitsFor(others);
			wanted = others;
			windows.clear();
			paid.clear();
		},
		take(token, method, args) {
			const limit = Object.hasOwn(limits, method) ? limits[method] : void 0;
			if (limit === void 0 || token === void 0 || !workspace.callers.has(token)) return void 0;
			const now = workspace.clock.now();
			const window = windowFor(`${token} ${method}`, now);
			if (window.calls >= limit) return wait(window.began + minute - now);
			const channel = optionalText(args, "channel");
			if (wanted === true && method === "chat.postMessage" && channel !== void 0) {
				const { key, from } = room(token, channel, now);
				const over = from + 1e3 - (now + burst * 1e3);
				if (over > 0) return wait(over);
				paid.set(key, from + 1e3);
			}
			window.calls += 1;
		}
	};
}
// src/sandbox/api/multipart.ts
const headerEnd = Buffer.from("\r\n\r\n");
const parameter = (header, name) => {
	return (new RegExp(`(?:^|[;\\s])${name}="((?:[^"\\\\]|\\\\.)*)"`, "iu").exec(header)?.[1])?.replace(/\\(.)/gu, "$1");
};
function readPart(part) {
	const end = part.indexOf(headerEnd);
	if (end < 0) return void 0;
	const disposition = part.subarray(0, end).toString("utf8").split("\r\n").find((line) => /^content-disposition:/iu.test(line));
	const name = disposition && parameter(disposition, "name");
	if (!disposition || name === void 0) return void 0;
	const filename = parameter(disposition, "filename");
	const data = part.subarray(end + headerEnd.length);
	return filename === void 0 ? {
		name,
		data
	} : {
		name,
		filename,
		data
	};
}
function boundaryOf(contentType) {
	const found = /boundary=(?:"([^"]+)"|([^;\s]+))/iu.exec(contentType);
	return found?.[1] ?? found?.[2];
}
/** The parts of a `multipart/form-data` body, sharing its memory; undefined when it is not one. */
function readMultipart(body, boundary) {
	const first = Buffer.from(`--${boundary}`);
	const between = Buffer.from(`\r\n--${boundary}`);
	if (!body.subarray(0, first.length).equals(first)) return void 0;
	const parts = [];
	let start = first.length;
	while (body.subarray(start, start + 2).toString("latin1") !== "--") {
		const from = body.indexOf("\r\n", start);
		const end = from < 0 ? -1 : body.indexOf(between, from);
		if (end < 0) return void 0;
		const part = readPart(body.subarray(from + 2, end));
		if (!part) return void 0;
		parts.push(part);
		start = end + between.length;
	}
	return parts;
}
// src/sandbox/api/body.ts
/** What is read and thrown away of a body that is too large, so that its sender gets to the answer. */
const mostIgnored$1 = 268435456;
/** The whole body, or undefined when it is larger than that: then it was not kept. */
async function readBody(body, most) {
	const chunks = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size <= most) chunks.push(chunk);
		else chunks.length = 0;
		if (size > most + mostIgnored$1) break;
	}
	return size > most ? void 0 : Buffer.concat(chunks);
}
const withToken = ({ token, ...args }) => typeof token === "string" && token !== "" ? {
	args,
	token
} : { args };
/** The object that a body is. */
function readRecord(body) {
	let value;
	try {
		value = JSON.parse(body.toString("utf8"));
	} catch {
		throw new SlackError("invalid_json");
	}
	if (!isRecord$1(value)) throw new SlackError("json_not_object");
	if (isTooDeep(value)) throw new SlackError("invalid_json");
	return value;
}
function readForm(body, contentType) {
	const boundary = boundaryOf(contentType);
	const parts = boundary === void 0 ? void 0 : readMultipart(body, boundary);
	if (!parts) throw new SlackError("invalid_form_data");
	return Object.fromEntries(parts.map(({ name, data }) => [name, data.toString("utf8")]));
}
/** The arguments of a call, from its query and its body. */
function readArguments(query, body, contentType) {
	const asked = Object.fromEntries(query);
	const kind = contentType.split(";", 1)[0]?.trim().toLowerCase() ?? "";
	if (kind === "application/json") {
		const { token: _, ...args } = body.length === 0 ? {} : readRecord(body);
		const { token } = withToken(asked);
		return {
			args: {
				...withToken(asked).args,
				...args
			},
			...token === void 0 ? {} : { token }
		};
	}
	if (kind === "multipart/form-data") return withToken({
		...asked,
		...readForm(body, contentType)
	});
	if (kind === "application/x-www-form-urlencoded") return withToken({
		...asked,
		...Object.fromEntries(new URLSearchParams(body.toString("utf8")))
	});
	if (body.length > 0) throw new SlackError(kind === "" ? "missing_post_type" : "invalid_post_type");
	return withToken(asked);
}
// src/sandbox/socket/delivery-faults.ts
function checkDeliveryFaults(faults) {
	checkFields("delivery", faults, {
		duplicate: "share?",
		replay: "share?",
		delayMs: "count?",
		dropEvery: "count?",
		only: "texts?"
	});
}
function createDeliveryTrouble(randomFor) {
	let faults = {};
	const [duplicate, replay] = [randomFor("duplicate events"), randomFor("replayed events")];
	return {
		set(wanted) {
			checkDeliveryFaults(wanted);
			faults = wanted;
		},
		clear() {
			faults = {};
		},
		fateOf: (type) => ({
			sent: faults.only?.includes(type) ?? true,
			copies: duplicate() < (faults.duplicate ?? 0) ? 2 : 1,
			replayed: replay() < (faults.replay ?? 0),
			delayMs: faults.delayMs ?? 0
		}),
		cutsAfter: (envelopes) => faults.dropEvery !== void 0 && faults.dropEvery > 0 && envelopes % faults.dropEvery === 0
	};
}
// src/sandbox/socket/frames.ts
const disconnectReasons = [
	"warning",
	"refresh_requested",
	"link_disabled",
	"too_many_websockets"
];
const host = "applink-sandbox";
const disconnectFrame = (reason) => JSON.stringify({
	type: "disconnect",
	reason,
	debug_info: { host }
});
const helloFrame = ({ connections, appId, lifetime, started }) => JSON.stringify({
	type: "hello",
	num_connections: connections,
	debug_info: {
		host,
		started: new Date(started).toISOString().slice(0, -1).replace("T", " "),
		build_number: 10,
		approximate_connection_time: Math.round(lifetime / 1e3)
	},
	connection_info: { app_id: appId }
});
/** An ack is `{"envelope_id": …}`, with or without a payload. Anything else is ignored. */
function readAck(frame) {
	try {
		const value = JSON.parse(frame);
		return isRecord$1(value) && typeof value["envelope_id"] === "string" && !isTooDeep(value) ? {
			id: value["envelope_id"],
			payload: value["payload"]
		} : void 0;
	} catch {
		return;
	}
}
// src/sandbox/http/control-acts.ts
const text$1 = {
	as: "text",
	channel: "text",
	text: "text",
	raw: "flag?",
	smart: "flag?"
};
const place$1 = {
	as: "text",
	channel: "text?",
	ts: "text?",
	actionId: "text",
	blockId: "text?"
};
/** The arguments, which were checked against the fields of the act. */
const as = (args) => args;
function setFaults(faults, args) {
	const byMethod = (name) => Object.entries(args[name] ?? {});
	for (const [method, fault] of byMethod("next")) checkFault(method, fault);
	for (const [method, fault] of byMethod("always")) checkStandingFault(method, fault);
	if (args["delivery"] !== void 0) checkDeliveryFaults(args["delivery"]);
	for (const [method, fault] of byMethod("next")) faults.next(method, fault);
	for (const [method, fault] of byMethod("always")) faults.always(method, fault);
	if (args["delivery"] !== void 0) faults.delivery(as(args["delivery"]));
	if (args["linkDisabled"] !== void 0) faults.linkDisabled(args["linkDisabled"] === true);
	if (args["appRateLimited"] === true) faults.appRateLimited();
}
function checkValues(values) {
	checkFields("values", values, Object.fromEntries(Object.keys(Object(values)).map((block) => [block, "record"])));
	return values;
}
const speaking = {
	say: {
		fields: {
			...text$1,
			thread: "text?"
		},
		run: (sandbox, args) => sandbox.say(as(args))
	},
	edit: {
		fields: {
			...text$1,
			ts: "text"
		},
		run: (sandbox, args) => sandbox.edit(as(args))
	}
};
const interacting = {
	press: {
		fields: {
			...place$1,
			value: "plain?",
			values: "record?"
		},
		run(sandbox, args) {
			if (args["values"] !== void 0) checkValues(args["values"]);
			return sandbox.press(as(args));
		}
	},
	suggest: {
		fields: {
			...place$1,
			text: "string?"
		},
		run: (sandbox, args) => sandbox.suggest(as(args))
	},
	command: {
		fields: {
			as: "text",
			channel: "text",
			text: "string?",
			command: "text?",
			thread: "text?"
		},
		run: (sandbox, args) => sandbox.command(as(args))
	},
	shortcut: {
		fields: {
			as: "text",
			callbackId: "text",
			channel: "text?",
			ts: "text?"
		},
		run: (sandbox, args) => sandbox.shortcut(as(args))
	},
	submit: {
		fields: {
			as: "text",
			values: "record?"
		},
		run: (sandbox, args) => sandbox.submit({
			as: String(args["as"]),
			values: checkValues(args["values"] ?? {})
		})
	},
	closeView: {
		fields: {
			as: "text",
			all: "flag?"
		},
		run: (sandbox, args) => sandbox.closeView(String(args["as"]), { all: args["all"] === true })
	},
	openHome: {
		fields: {
			as: "text",
			tab: ["home", "messages"]
		},
		run: (sandbox, args) => sandbox.openHome(String(args["as"]), as(args).tab)
	},
	views: {
		fields: { as: "text" },
		run: (sandbox, args) => ({
			views: sandbox.views(String(args["as"])),
			home: sandbox.home(String(args["as"]))
		})
	}
};
const steering = {
	redeliver: {
		fields: {
			ts: "text",
			attempt: "count?"
		},
		run: (sandbox, args) => sandbox.redeliver(String(args["ts"]), as(args).attempt)
	},
	invite: {
		fields: { channel: "text" },
		run: (sandbox, args) => sandbox.invite(String(args["channel"]))
	},
	kick: {
		fields: { channel: "text" },
		run: (sandbox, args) => sandbox.kick(String(args["channel"]))
	},
	app: {
		fields: {
			commands: "list?",
			shortcuts: "list?",
			scopes: "texts?"
		},
		run: (sandbox, args) => sandbox.setApp(as(args))
	},
	limits: { run: (sandbox, wanted) => sandbox.setLimits(wanted) },
	people: {
		fields: { people: "list" },
		run: (sandbox, args) => ({ people: sandbox.addPeople(as(args).people) })
	},
	channels: {
		fields: { channels: "list" },
		run: (sandbox, args) => ({ channels: sandbox.addChannels(as(args).channels) })
	},
	disconnect: {
		fields: { reason: disconnectReasons },
		run(sandbox, args) {
			if (args["reason"] === void 0) throw new SandboxError("invalid", "disconnect: reason is missing");
			sandbox.disconnect(as(args).reason);
		}
	},
	drop: {
		fields: {},
		run: (sandbox) => sandbox.drop()
	},
	clock: {
		fields: { advance: "count" },
		run(sandbox, args) {
			sandbox.clock.advance(Number(args["advance"]));
			return { now: sandbox.clock.now() };
		}
	},
	faults: {
		fields: {
			next: "record?",
			always: "record?",
			delivery: "record?",
			linkDisabled: "flag?",
			appRateLimited: "flag?"
		},
		run: (sandbox, args) => setFaults(sandbox.faults, args)
	}
};
/** What can be asked for with POST /control/<name>, by the names that programs know. */
const acts = {
	...speaking,
	...interacting,
	...steering
};
// src/sandbox/http/same-origin.ts
/**
* Whether a request may drive the sandbox: it comes from a program, or from a page that this server gave out.
* A page elsewhere has another Origin; where a browser sends none, Sec-Fetch-Site says it. `origin` is the address that the client used.
*/
function isSameOrigin(headers, origin) {
	if (headers.origin !== void 0 && headers.origin !== origin) return false;
	const site = headers["sec-fetch-site"];
	return site === void 0 || site === "same-origin" || site === "none";
}
// src/sandbox/http/control.ts
const refused$1 = (status, error) => refusal(error, status);
const found = (answer) => ({
	status: 200,
	body: {
		ok: true,
		...answer
	}
});
/** `undefined`: there is nothing of that name. */
function look(sandbox, name, query) {
	if (name === "") return {
		status: 200,
		body: { ...describeSandbox(sandbox) }
	};
	if (name === "calls") return found({ calls: sandbox.calls });
	if (name === "connections") return found({ connections: sandbox.connections() });
	if (name !== "messages") return void 0;
	const channel = query.get("channel");
	if (channel === null) throw new SandboxError("invalid", "messages: channel is missing, a text");
	return found({ messages: sandbox.messages(channel) });
}
function forget(sandbox, name, query) {
	if (name !== "faults") return void 0;
	sandbox.faults.clear(query.get("method") ?? void 0);
	return found({});
}
function readJson(body) {
	if (body.length === 0) return {};
	const value = parsed$1(body.toString("utf8"));
	if (isTooDeep(value)) throw new SandboxError("invalid", "the body has too many objects and lists in each other");
	return value;
}
function parsed$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		throw new SandboxError("invalid", "the body is not JSON");
	}
}
async function act$1(sandbox, name, request) {
	const wanted = Object.hasOwn(acts, name) ? acts[name] : void 0;
	if (!wanted) return void 0;
	const body = await readBody(request, largestRequest$1);
	if (!body) return {
		...refused$1(413, "request_too_large"),
		headers: { connection: "close" }
	};
	const args = readJson(body);
	if (wanted.fields) checkFields(name, args, wanted.fields);
	return found(await wanted.run(sandbox, args) ?? {});
}
async function answer$1(sandbox, request, url) {
	const name = url.pathname.replace(/^\/control\/?/u, "");
	switch (request.method) {
		case "GET": return look(sandbox, name, url.searchParams);
		case "POST": return act$1(sandbox, name, request);
		case "DELETE": return forget(sandbox, name, url.searchParams);
		default: return;
	}
}
const nothing = (request, url) => refused$1(404, `there is no ${request.method} ${url.pathname} (POST: ${Object.keys(acts).join(", ")})`);
function createControl() {
	let driven;
	return {
		drive(sandbox) {
			driven = sandbox;
		},
		async serve(request, url) {
			if (!isSameOrigin(request.headers, url.origin)) return refused$1(403, "a page elsewhere may not drive this sandbox");
			if (!driven) return refused$1(503, "the sandbox is starting");
			try {
				return await answer$1(driven, request, url) ?? nothing(request, url);
			} catch (error) {
				if (error instanceof SandboxError) return refused$1(400, error.message);
				if (error instanceof SlackError) return refused$1(400, error.error);
				throw error;
			}
		}
	};
}
// src/sandbox/http/hosts.ts
const isLoopback = (host) => /^(?:localhost|::1)$/iu.test(host) || isIPv4(host) && host.startsWith("127.");
/** Refuses to be heard by anything but this machine: who reaches the sandbox can speak for everybody in it. */
function checkHost(host) {
	if (isLoopback(host)) return;
	const sentence = `${host} is not an address of this machine for itself (127.0.0.1, ::1 and localhost are)`;
	throw new SandboxError("host_refused", sentence);
}
/** `http://127.0.0.1:4000`, `http://[::1]:4000` */
const addressOf = (host, port) => `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
// src/sandbox/api/response-url.ts
const mostUses = 5;
const lifetime = 18e5;
/** An address that answers one press or command: five times, within half an hour. */
function responseUrl(workspace, about) {
	const { responses, clock, origin, team } = workspace;
	const now = clock.now();
	for (const [key, { until }] of responses) if (until + lifetime < now) responses.delete(key);
	const key = freshToken("r");
	responses.set(key, {
		...about,
		uses: 0,
		until: now + lifetime
	});
	return `${origin}/${about.ts === void 0 ? "commands" : "actions"}/${team.id}/${key}`;
}
function ticketFor(workspace, key) {
	const ticket = workspace.responses.get(key);
	if (!ticket || ticket.until < workspace.clock.now()) throw new SlackError("expired_url");
	if (ticket.uses >= mostUses) throw new SlackError("used_url");
	ticket.uses += 1;
	return ticket;
}
/** What the app sends to the address: only the person sees it, unless it says otherwise. */
function respond(workspace, key, args) {
	const ticket = ticketFor(workspace, key);
	const conversation = workspace.conversations.get(ticket.conversation);
	if (!conversation) throw new SlackError("channel_not_found");
	const before = ticket.ts === void 0 ? void 0 : messageAt(conversation, ticket.ts);
	const speaker = {
		kind: "bot",
		userId: workspace.bot.userId
	};
	if (flag$1(args, "delete_original")) {
		if (before) remove$2(workspace, conversation, before);
		return;
	}
	const content = readContent(workspace, args, speaker, optionalText(args, "text"));
	if (flag$1(args, "replace_original") && before) {
		change(workspace, conversation, before, content, !content.blocks);
		return;
	}
	const thread = optionalText(args, "thread_ts");
	const everybody = optionalText(args, "response_type") === "in_channel";
	post(workspace, conversation, speaker, content, {
		...thread ? { thread } : {},
		...everybody ? {} : { ephemeralTo: ticket.user }
	});
}
// src/sandbox/http/files-http.ts
/** Bytes that a multipart body may have besides the file. */
const overhead = 65536;
const byKey = (workspace, key) => [...workspace.files.values()].find((file) => file.key === key && !file.completed);
/** The bytes of a file: the first part of a form, whatever its name, or the body as it is. */
function fileBytes(body, contentType) {
	if (!contentType.toLowerCase().startsWith("multipart/form-data")) return body;
	const boundary = boundaryOf(contentType);
	const parts = boundary === void 0 ? void 0 : readMultipart(body, boundary);
	return (parts?.find(({ filename }) => filename !== void 0) ?? parts?.[0])?.data;
}
/** Takes the bytes for an upload address. */
async function upload$1(workspace, faults, request, key) {
	const file = byKey(workspace, key);
	const body = await readBody(request, (file?.length ?? 0) + overhead);
	if (!file) return {
		status: 404,
		body: "no such upload"
	};
	const data = body && fileBytes(body, request.headers["content-type"] ?? "");
	if (body && !data) return {
		status: 400,
		body: "no file in the form"
	};
	if (!data || data.length > file.length) return {
		status: 413,
		body: "larger than it was said to be"
	};
	return underFault(faults.take("upload"), workspace.clock, () => {
		file.data = Buffer.from(data);
		return {
			status: 200,
			body: `OK - ${data.length}`
		};
	});
}
/** Pictures that can do no more than be looked at. */
const shown = /* @__PURE__ */ new Set([
	"image/png",
	"image/jpeg",
	"image/gif",
	"image/webp"
]);
/** What a browser may do with a file: show a picture or read text. All else it may only save. */
function handling(name) {
	const { mimetype } = fileType(name);
	if (shown.has(mimetype)) return {
		type: mimetype,
		disposition: "inline"
	};
	if (mimetype.startsWith("text/")) return {
		type: "text/plain; charset=utf-8",
		disposition: "inline"
	};
	return {
		type: mimetype,
		disposition: "attachment"
	};
}
/** `/files-pri/T…-F…/name` → its bytes. */
function download(workspace, path) {
	const id = /^\/files-pri\/[A-Z0-9]+-([A-Z0-9]+)\//u.exec(path)?.[1];
	const file = id === void 0 ? void 0 : workspace.files.get(id);
	if (!file?.completed || !file.data) return {
		status: 404,
		body: "no such file"
	};
	const { type, disposition } = handling(file.name);
	return {
		status: 200,
		headers: {
			"content-type": type,
			"content-disposition": `${path.includes("/download/") ? "attachment" : disposition}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
			"content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
			"cross-origin-resource-policy": "same-origin",
			"cache-control": "private, max-age=31536000, immutable"
		},
		body: file.data
	};
}
// src/sandbox/http/http.ts
const loopback = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/iu;
const bearerOf = ({ headers }) => /^Bearer\s+(\S+)$/iu.exec(headers.authorization ?? "")?.[1];
const contentType = ({ headers }) => headers["content-type"] ?? "";
/** The address that the client used; undefined when it is not one of this machine (a page elsewhere that points here). */
function originOf({ headers }) {
	const host = headers.host ?? "";
	return loopback.test(host) ? `http://${host}` : void 0;
}
const tooLarge$1 = {
	...refusal("request_too_large", 413),
	headers: { connection: "close" }
};
async function callApi({ api }, { request, url, origin, exchange }, method) {
	const body = await readBody(request, largestRequest$1);
	if (!body) return tooLarge$1;
	exchange.body(body);
	const read = () => readArguments(url.searchParams, body, contentType(request));
	return api({
		method,
		read,
		bearer: bearerOf(request),
		origin,
		size: body.length
	});
}
async function answerPress({ workspace }, { request, exchange }, key) {
	const body = await readBody(request, largestRequest$1);
	if (!body) return tooLarge$1;
	exchange.body(body);
	try {
		respond(workspace, key, readArguments(new URLSearchParams(), body, contentType(request)).args);
		return {
			status: 200,
			body: "ok"
		};
	} catch (error) {
		if (error instanceof SlackError) return refusal(error.error, /^(?:used|expired)_url$/u.test(error.error) ? 404 : 400);
		throw error;
	}
}
/** For who has a token of this workspace, or for the page, whose images bring none. */
function sendFile({ workspace, page }, request, path) {
	const bearer = bearerOf(request);
	const caller = bearer === void 0 ? void 0 : workspace.callers.get(bearer);
	return (caller === void 0 ? page.cookie.isIn(request.headers) : caller.kind !== "app") ? download(workspace, path) : {
		status: 403,
		body: "a token of this workspace is needed"
	};
}
async function route(doors, asked) {
	const { request, url } = asked;
	const [, first = "", ...rest] = url.pathname.split("/");
	const posted = request.method === "POST";
	if (first === "api" && rest.length === 1) return callApi(doors, asked, rest[0] ?? "");
	if (first === "upload" && posted) return upload$1(doors.workspace, doors.faults, request, rest.at(-1) ?? "");
	if ((first === "actions" || first === "commands") && posted) return answerPress(doors, asked, rest.at(-1) ?? "");
	if (first === "files-pri") return sendFile(doors, request, url.pathname);
	return {
		status: 404,
		body: "not found"
	};
}
/** The Web API and its like, written down where there is a record. */
async function recorded(doors, asked) {
	const exchange = doors.recorder.request(asked.request, asked.url);
	const reply = await route(doors, {
		...asked,
		exchange
	});
	exchange.answer(reply);
	return reply;
}
async function serve(doors, request, response) {
	const origin = originOf(request);
	if (origin === void 0) return send(response, {
		status: 403,
		body: "this address is not of this machine"
	});
	const url = URL.parse(origin + (request.url ?? "/"));
	if (!url) return send(response, {
		status: 400,
		body: "no such address"
	});
	try {
		if (doors.page.serves(url.pathname)) await doors.page.serve(response, {
			request,
			url,
			origin
		});
		else if (/^\/control(?:\/|$)/u.test(url.pathname)) send(response, await doors.steering.serve(request, url));
		else send(response, await recorded(doors, {
			request,
			url,
			origin
		}));
		if (request.method === "POST") doors.keeper.changed();
	} catch (error) {
		if (request.readableAborted || response.headersSent) response.destroy();
		else send(response, {
			status: 500,
			body: {
				ok: false,
				error: "internal_error",
				detail: String(error)
			}
		});
	}
}
function upgrade({ socket: socketMode, page }, request, socket, head) {
	socket.on("error", () => socket.destroy());
	const origin = originOf(request);
	const url = origin === void 0 ? void 0 : URL.parse(origin + (request.url ?? "/"));
	if (url?.pathname === "/link/") socketMode.upgrade(request, socket, head, url.searchParams);
	else if (url && url.pathname === "/page/live") page.upgrade(request, socket, head, url, url.origin);
	else socket.end("HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n");
}
/** The Web API, Socket Mode, files and the page behind one port. */
function createHttpServer(doors) {
	const server = createServer((request, response) => void serve(doors, request, response));
	server.keepAliveTimeout = 12e4;
	server.on("upgrade", (request, socket, head) => {
		try {
			upgrade(doors, request, socket, head);
		} catch {
			socket.destroy();
		}
	});
	return server;
}
// src/sandbox/state/reads.ts
const mostCounted = 1e3;
const quiet = /* @__PURE__ */ new Set([
	"channel_join",
	"channel_leave",
	"group_join",
	"group_leave",
	"tombstone"
]);
const keyOf = (user, channel) => `${user}/${channel}`;
const lastReadBy = (workspace, user, channel) => workspace.reads.get(keyOf(user, channel)) ?? "0";
function callsFor({ usergroups }, user) {
	const groups = [...usergroups.values()].filter(({ users }) => users.includes(user));
	const names = [`<@${user}`, ...groups.map(({ id }) => `<!subteam^${id}`)];
	return ({ text }) => names.some((name) => text.includes(name)) || /<!(?:here|channel|everyone)\b/u.test(text);
}
const isDirect = ({ kind }) => kind === "im" || kind === "mpim";
/** Whether a message makes a room unread: at its root, or in a thread where it mentions the person. */
function counts(message, user, calls) {
	if (message.user === user || message.ephemeralTo !== void 0 || quiet.has(message.subtype ?? "")) return false;
	return isAtRoot(message) || isReply(message) && calls(message);
}
function newest({ messages }, user, calls) {
	return messages.findLast((message) => isAtRoot(message) || counts(message, user, calls))?.ts ?? "0";
}
/** What a person has not read in a conversation, counted from its end. */
function unreadOf(workspace, user, conversation) {
	const lastRead = lastReadBy(workspace, user, conversation.id);
	const { messages } = conversation;
	const calls = callsFor(workspace, user);
	let [unread, mentions] = [0, 0];
	for (let at = messages.length - 1; at >= 0 && unread < mostCounted; at -= 1) {
		const message = messages[at];
		if (!message || message.ts <= lastRead) break;
		if (!counts(message, user, calls)) continue;
		unread += 1;
		if (isDirect(conversation) || calls(message)) mentions += 1;
	}
	return {
		lastRead,
		latest: newest(conversation, user, calls),
		unread,
		mentions
	};
}
/** A person has read up to a message, or, where that is an older one, wants all after it to be unread again. */
function markRead(workspace, user, channel, ts) {
	if (lastReadBy(workspace, user, channel) === ts) return;
	workspace.reads.set(keyOf(user, channel), ts);
	workspace.changes.tell({
		type: "read",
		user,
		channel,
		ts
	});
}
// src/sandbox/http/page/fields.ts
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const wrong = (field, expected) => complaint("invalid_arguments", [`${field} must be ${expected} [json-pointer:/${field}]`]);
const text = (most, least = 0) => (value, field) => {
	if (typeof value === "string" && value.length >= least && value.length <= most) return value;
	throw wrong(field, `text of ${least} to ${most} characters`);
};
const flag = (value, field) => {
	if (typeof value === "boolean") return value;
	throw wrong(field, "true or false");
};
const record = (value, field) => {
	if (isRecord(value)) return value;
	throw wrong(field, "an object");
};
const recordOf = (check) => (value, field) => Object.fromEntries(Object.entries(record(value, field)).map(([name, item]) => [name, check(item, `${field}/${name}`)]));
const listOf = (check, most) => (value, field) => {
	if (!Array.isArray(value) || value.length > most) throw wrong(field, `a list of at most ${most}`);
	return value.map((item, at) => check(item, `${field}/${at}`));
};
const oneOf = (...known) => (value, field) => {
	const found = known.find((one) => one === value);
	if (found === void 0) throw wrong(field, `one of ${known.join(", ")}`);
	return found;
};
const optional = (check) => (value, field) => value === void 0 || value === null ? void 0 : check(value, field);
/** The fields that a request has, each as it should be. Others are left out. */
function readFields(fields, body) {
	const values = Object.entries(fields).map(([field, check]) => [field, check(Object.hasOwn(body, field) ? body[field] : void 0, field)]);
	return Object.fromEntries(values.filter(([, value]) => value !== void 0));
}
const id = text(100, 1);
const timestamp = (value, field) => {
	if (typeof value === "string" && /^\d{1,12}\.\d{1,9}$/u.test(value)) return value;
	throw wrong(field, "the timestamp of a message");
};
// src/sandbox/state/controls.ts
const field = (name, initial, empty = null) => ({
	name,
	initial,
	empty
});
const typed$1 = field("value", "initial_value");
const option = field("selected_option", "initial_option");
const options$1 = field("selected_options", "initial_options", []);
const fields = {
	plain_text_input: typed$1,
	email_text_input: typed$1,
	url_text_input: typed$1,
	number_input: typed$1,
	rich_text_input: field("rich_text_value", "initial_value"),
	static_select: option,
	external_select: option,
	radio_buttons: option,
	multi_static_select: options$1,
	multi_external_select: options$1,
	checkboxes: options$1,
	users_select: field("selected_user", "initial_user"),
	multi_users_select: field("selected_users", "initial_users", []),
	conversations_select: field("selected_conversation", "initial_conversation"),
	multi_conversations_select: field("selected_conversations", "initial_conversations", []),
	channels_select: field("selected_channel", "initial_channel"),
	multi_channels_select: field("selected_channels", "initial_channels", []),
	datepicker: field("selected_date", "initial_date"),
	timepicker: field("selected_time", "initial_time"),
	datetimepicker: field("selected_date_time", "initial_date_time"),
	file_input: field("files", "files", [])
};
/** Under which name a control of this type has its value; undefined for buttons and menus, which keep none. */
const fieldOf = (type) => Object.hasOwn(fields, type) ? fields[type] : void 0;
const texts = /* @__PURE__ */ new Set([
	"image",
	"mrkdwn",
	"plain_text"
]);
const records$1 = (value) => Array.isArray(value) ? value : [];
function elementsOf(block) {
	switch (block["type"]) {
		case "actions":
		case "context_actions": return records$1(block["elements"]);
		case "card": return records$1(block["actions"]);
		case "section": return block["accessory"] ? [block["accessory"]] : [];
		case "input": return [block["element"]];
		default: return [];
	}
}
function inner(block) {
	if (block["type"] === "container") return records$1(block["child_blocks"]);
	return block["type"] === "carousel" ? records$1(block["elements"]) : [];
}
function controlsOf(blocks = []) {
	return blocks.flatMap((block) => [...elementsOf(block).filter(({ type }) => !texts.has(String(type))).map((element) => ({
		block,
		element,
		type: String(element["type"]),
		blockId: String(block["block_id"]),
		actionId: String(element["action_id"])
	})), ...controlsOf(inner(block))]);
}
const own = (record, name) => record && Object.hasOwn(record, name) ? record[name] : void 0;
/** A menu of rooms may start with the one that it is shown in. */
function startOf({ element }, { initial, empty }, current) {
	const here = element["default_to_current_conversation"] === true ? current : void 0;
	return element[initial] ?? (here === void 0 ? void 0 : empty === null ? here : [here]);
}
function stateOf(control, given, current) {
	const { element, type, blockId, actionId } = control;
	const known = fieldOf(type);
	if (!known) return void 0;
	const entered = own(own(given, blockId), actionId);
	const value = entered ? entered[known.name] : startOf(control, known, current);
	const timezone = element["timezone"] === void 0 ? {} : { timezone: element["timezone"] };
	return {
		type,
		[known.name]: value ?? known.empty,
		...timezone
	};
}
/** `state.values`: what is in the controls of these blocks; where nothing is given, what they start with. */
function stateValues(blocks, given, current) {
	const values = /* @__PURE__ */ new Map();
	for (const control of controlsOf(blocks)) {
		const state = stateOf(control, given, current);
		if (state) values.set(control.blockId, [...values.get(control.blockId) ?? [], [control.actionId, state]]);
	}
	return Object.fromEntries([...values].map(([blockId, actions]) => [blockId, Object.fromEntries(actions)]));
}
// src/sandbox/state/interaction.ts
/** What a person reads when the app did not answer, or not with anything that Slack understands. */
const trouble = "We had some trouble connecting. Try again?";
const interacted = (acknowledgement) => acknowledgement.acked ? acknowledgement : {
	...acknowledgement,
	failure: trouble
};
const roomNames = {
	group: "privategroup",
	im: "directmessage"
};
const roomName = ({ kind, name }) => kind === "group" || kind === "im" ? roomNames[kind] : name;
/** What every interaction says of the person and of the app. */
function aboutActor({ team, bot }, by) {
	return {
		user: {
			id: by.id,
			username: by.name,
			name: by.name,
			team_id: team.id
		},
		api_app_id: bot.appId,
		token: "sandbox",
		team: {
			id: team.id,
			domain: team.domain
		},
		enterprise: null,
		is_enterprise_install: false
	};
}
const blocksOf = (attachment) => Array.isArray(attachment["blocks"]) ? attachment["blocks"] : [];
/** All blocks of a message: those of its attachments come after its own. */
const blocksIn = ({ blocks = [], attachments = [] }) => [...blocks, ...attachments.flatMap(blocksOf)];
/** The attachment that the block stands in. */
const attachmentWith = ({ attachments = [] }, { block }) => attachments.find((attachment) => controlsOf(blocksOf(attachment)).some((known) => known.block === block));
function messageSurface(workspace, by, channel, ts) {
	const conversation = workspace.conversations.get(channel);
	const message = conversation && messageAt(conversation, ts);
	const visible = conversation && (conversation.kind === "channel" || conversation.members.has(by.id)) && (message?.ephemeralTo === void 0 || message.ephemeralTo === by.id);
	if (!message || !visible) throw new SandboxError("not_found", `${by.name} sees no message ${ts} in ${channel}`);
	return {
		kind: "message",
		conversation,
		message,
		blocks: blocksIn(message)
	};
}
/** The view with this id, if the person has it before them. */
function openViewOf(workspace, by, id) {
	const home = homeOf(workspace, by.id);
	const found = [...modalsOf(workspace, by.id), ...home ? [home] : []].find((view) => view.id === id);
	if (found) return found;
	throw new SandboxError("not_found", `${by.name} has no view ${id} open`);
}
function surfaceAt(workspace, by, place) {
	if ("channel" in place) return messageSurface(workspace, by, place.channel, place.ts);
	const view = openViewOf(workspace, by, place.view);
	return {
		kind: "view",
		view,
		blocks: view.blocks
	};
}
// src/sandbox/state/commands.ts
const reference = /(?<=^|\s)(?:@[\p{L}\p{N}_][\p{L}\p{N}_.-]*|#[\p{L}\p{N}_-]+|https?:\/\/[^\s<>]+)/gu;
/** The text with its people, rooms and links as references, and with entities. */
function escaped(workspace, text) {
	const people = [...workspace.users.values()];
	return escapeText(text).replace(reference, (word) => {
		const name = word.slice(1);
		if (word.startsWith("@")) {
			const user = people.find((one) => one.name === name);
			return user ? `<@${user.id}|${name}>` : word;
		}
		if (!word.startsWith("#")) return `<${word}>`;
		const channel = channelNamed(workspace, name);
		return channel ? `<#${channel.id}|${name}>` : word;
	});
}
function payloadOf(workspace, by, room, known, typed) {
	const { team, bot, smart } = workspace;
	const text = smart ? smartPunctuation(typed.trim()) : typed.trim();
	return {
		token: "sandbox",
		team_id: team.id,
		team_domain: team.domain,
		channel_id: room.id,
		channel_name: roomName(room),
		user_id: by.id,
		user_name: by.name,
		command: known.command,
		text: known.shouldEscape ? escaped(workspace, text) : text,
		api_app_id: bot.appId,
		is_enterprise_install: "false",
		response_url: responseUrl(workspace, {
			conversation: room.id,
			user: by.id
		}),
		trigger_id: issueTrigger(workspace, by.id)
	};
}
/** What Slackbot tells the person alone. */
function tellAlone(workspace, room, by, text, thread) {
	storeMessage(workspace, room, {
		type: "message",
		ts: workspace.clock.ts(),
		user: "USLACKBOT",
		team: workspace.team.id,
		text,
		...thread === void 0 ? {} : { thread_ts: thread },
		ephemeralTo: by.id
	});
}
/** What was typed: everybody sees it where everybody sees the answer, and nobody otherwise. */
function showTyped(workspace, room, by, line) {
	const { clock, team } = workspace;
	storeMessage(workspace, room, {
		type: "message",
		ts: clock.ts(),
		user: by.id,
		team: team.id,
		text: escapeText(line)
	});
}
/** Shows what the app acknowledged the command with. */
function show(workspace, room, by, line, payload) {
	if (!isRecord$1(payload) || Object.keys(payload).length === 0) return;
	const speaker = {
		kind: "bot",
		userId: workspace.bot.userId
	};
	const content = readContent(workspace, payload, speaker, typeof payload["text"] === "string" ? payload["text"] : void 0);
	const everybody = payload["response_type"] === "in_channel";
	if (everybody) showTyped(workspace, room, by, line);
	post(workspace, room, speaker, content, everybody ? {} : { ephemeralTo: by.id });
}
const failed$1 = (name, error) => `${name} failed with the error "${error}"`;
/** A person sends a slash command. What goes wrong they read from Slackbot. */
async function runCommand(workspace, by, wanted) {
	const { room, command: name, text, thread } = wanted;
	const refuse = (failure) => {
		tellAlone(workspace, room, by, failure, thread);
		return {
			acked: false,
			failure
		};
	};
	const known = workspace.commands.find(({ command }) => command === name);
	if (!known) return refuse(`${name} is not a valid command.`);
	if (thread !== void 0) return refuse(`${name} is not supported in threads. Sorry!`);
	const payload = payloadOf(workspace, by, room, known, text);
	const answer = await workspace.delivery.interactive(payload, {
		type: "slash_commands",
		accepts: true
	});
	if (!answer.acked) return {
		...refuse(failed$1(name, "dispatch_failed")),
		...answer
	};
	try {
		show(workspace, room, by, `${name} ${text}`.trim(), answer.payload);
		return answer;
	} catch (error) {
		if (!(error instanceof SlackError)) throw error;
		return {
			...refuse(failed$1(name, error.error)),
			...answer
		};
	}
}
// src/sandbox/state/people.ts
function personCalled({ people }, nameOrId) {
	const found = people.find(({ id, name }) => id === nameOrId || name === nameOrId);
	if (found) return found;
	const known = people.map(({ name }) => name).join(", ");
	throw new SandboxError("not_found", `nobody here is called ${nameOrId} (people: ${known})`);
}
/** The conversation behind an id, `#name`, `name`, or `@name` for the direct messages of that person with the app. */
function roomCalled(workspace, where) {
	const id = where.startsWith("@") ? directMessageId(personCalled(workspace, where.slice(1)).id, workspace.bot.userId) : channelNamed(workspace, where.replace(/^#/u, ""))?.id ?? where;
	const found = workspace.conversations.get(id);
	if (found) return found;
	const known = [...workspace.conversations.values()].flatMap(({ name }) => name === "" ? [] : [`#${name}`]).join(", ");
	throw new SandboxError("not_found", `there is no channel ${where} (channels: ${known})`);
}
function roomOf(workspace, person, where) {
	const room = roomCalled(workspace, where);
	if (!room.members.has(person.id)) throw new SandboxError("not_found", `${person.name} is not in ${where}`);
	return room;
}
const contentOf = (workspace, { text, raw, smart }) => raw ? { text } : typedContent(workspace, text, smart === void 0 ? {} : { smart });
function say$1(workspace, line) {
	const person = personCalled(workspace, line.as);
	const room = roomOf(workspace, person, line.channel);
	const speaker = {
		kind: "person",
		userId: person.id
	};
	const placement = line.thread === void 0 ? {} : { thread: line.thread };
	return {
		channel: room.id,
		ts: post(workspace, room, speaker, contentOf(workspace, line), placement).ts
	};
}
function edit$1(workspace, wanted) {
	const person = personCalled(workspace, wanted.as);
	const room = roomOf(workspace, person, wanted.channel);
	const message = messageAt(room, wanted.ts);
	if (message?.user !== person.id) throw new SandboxError("not_found", `${person.name} has no message ${wanted.ts} in ${wanted.channel}`);
	return {
		channel: room.id,
		ts: change(workspace, room, message, contentOf(workspace, wanted), true).ts
	};
}
// src/sandbox/state/fill.ts
const records = (value) => Array.isArray(value) ? value : [];
/** The options of a menu, without their groups. */
const optionsOf = ({ options, option_groups: groups }) => [...records(options), ...records(groups).flatMap((group) => records(group["options"]))];
function optionCalled(options, wanted, actionId) {
	const found = options.find(({ value }) => value === wanted) ?? options.find(({ text }) => text["text"] === wanted);
	if (found) return found;
	const known = options.map(({ value }) => String(value)).join(", ") || "none";
	throw new SandboxError("not_found", `there is no option ${wanted} in ${actionId} (there: ${known})`);
}
function userCalled({ users }, nameOrId) {
	const found = [...users.values()].find(({ id, name }) => id === nameOrId || name === nameOrId.replace(/^@/u, ""));
	if (found) return found.id;
	throw new SandboxError("not_found", `nobody here is called ${nameOrId}`);
}
function fileCalled(workspace, id) {
	const file = workspace.files.get(id);
	if (file) return describeFile(workspace, file, workspace.origin);
	throw new SandboxError("not_found", `there is no file ${id}`);
}
/** One of the things that a control can have. `options`: what it offers. */
function one(workspace, control, options, wanted) {
	const { type, actionId } = control;
	if (type.includes("users_select")) return userCalled(workspace, wanted);
	if (/(?:conversations|channels)_select/u.test(type)) return roomCalled(workspace, wanted).id;
	if (type === "file_input") return fileCalled(workspace, wanted);
	if (type === "rich_text_input") return typedContent(workspace, wanted, {}).blocks?.[0];
	if (type === "datetimepicker") return /^\d+$/u.test(wanted) ? Number(wanted) : Math.floor(Date.parse(wanted) / 1e3);
	if (type === "overflow" || /(?:static|external)_select|radio_buttons|checkboxes/u.test(type)) return optionCalled(options, wanted, actionId);
	return wanted;
}
/** What Slack's payloads have for what a person picks or types in a control. */
function fill(workspace, control, plain, options = optionsOf(control.element)) {
	const { type } = control;
	if (plain === void 0) return {};
	if (type === "feedback_buttons") return { value: plain };
	const known = type === "overflow" ? {
		name: "selected_option",
		empty: null
	} : fieldOf(type);
	if (!known) return {};
	if (plain === null) return { [known.name]: known.empty };
	const values = (Array.isArray(plain) ? plain : [plain]).map(String).map((text) => one(workspace, control, options, text));
	return { [known.name]: known.empty === null ? values[0] : values };
}
/** The values of all controls of the blocks that are given. */
function fillAll(workspace, blocks, plain = {}) {
	const controls = controlsOf(blocks);
	const values = {};
	for (const [blockId, actions] of Object.entries(plain)) for (const [actionId, value] of Object.entries(actions)) {
		const control = controls.find((known) => known.blockId === blockId && known.actionId === actionId);
		if (!control) throw new SandboxError("not_found", `no control ${actionId} in block ${blockId}`);
		values[blockId] = {
			...values[blockId],
			[actionId]: fill(workspace, control, value)
		};
	}
	return values;
}
/** A page names the files that were attached; the app gets all about them. */
function withFiles$1(workspace, state) {
	if (state["type"] !== "file_input" || !Array.isArray(state["files"])) return state;
	const files = state["files"].map((file) => isRecord$1(file) ? file["id"] : file).flatMap((id) => workspace.files.get(String(id)) ?? []);
	return {
		...state,
		files: files.map((file) => describeFile(workspace, file, workspace.origin))
	};
}
/** `state.values` of what a person has before them, in the room `current` where it is in one. */
function filledIn(workspace, blocks, given, current) {
	const values = Object.entries(stateValues(blocks, given, current)).map(([blockId, actions]) => {
		const states = Object.entries(actions).map(([actionId, state]) => [actionId, withFiles$1(workspace, state)]);
		return [blockId, Object.fromEntries(states)];
	});
	return Object.fromEntries(values);
}
// src/sandbox/state/press.ts
const whereIs = (surface) => surface.kind === "message" ? `message ${surface.message.ts}` : `view ${surface.view.id}`;
function controlIn(surface, { actionId, blockId }) {
	const controls = controlsOf(surface.blocks);
	const found = controls.find((control) => control.actionId === actionId && (blockId === void 0 || control.blockId === blockId));
	if (found) return found;
	const known = controls.map((control) => control.actionId).join(", ") || "none";
	throw new SandboxError("not_found", `no control ${actionId} in ${whereIs(surface)} (there: ${known})`);
}
/** What an action repeats of its control, where the control has it. */
const repeated = [
	"text",
	"style",
	"icon",
	"url",
	"placeholder",
	"confirm",
	"min_query_length"
];
const initial = /^initial_/u;
/** Which of the two feedback buttons has this value. */
function feedback(element, value) {
	const buttons = [element["positive_button"], element["negative_button"]].filter(isRecord$1);
	const pressed = buttons.find((button) => button["value"] === value) ?? buttons[0];
	return {
		text: pressed?.["text"],
		value: pressed?.["value"]
	};
}
/** What the person chose, under the name that this kind of control has for it. */
function chosen({ element, type }, given) {
	if (type === "feedback_buttons") return feedback(element, given["value"]);
	if (type === "overflow") return { selected_option: given["selected_option"] };
	const known = fieldOf(type);
	if (known) return { [known.name]: given[known.name] ?? known.empty };
	return element["value"] === void 0 ? {} : { value: element["value"] };
}
/** One entry of `actions`. */
function actionOf(control, given, ts) {
	const { element, type, blockId, actionId } = control;
	const kept = Object.entries(element).filter(([name]) => repeated.includes(name) || initial.test(name));
	return {
		type,
		action_id: actionId,
		block_id: blockId,
		...Object.fromEntries(kept),
		...chosen(control, given),
		action_ts: ts
	};
}
function messageContainer({ conversation, message }, control) {
	const attachment = attachmentWith(message, control);
	return {
		type: attachment ? "message_attachment" : "message",
		message_ts: message.ts,
		...attachment ? { attachment_id: attachment["id"] } : {},
		channel_id: conversation.id,
		is_ephemeral: message.ephemeralTo !== void 0,
		...attachment ? { is_app_unfurl: false } : {},
		...message.thread_ts === void 0 ? {} : { thread_ts: message.thread_ts }
	};
}
/** Where the person did it: the message with its room, or the view with all that is filled in. */
function aboutSurface(surface, control, values) {
	if (surface.kind === "view") {
		const { view } = surface;
		return {
			container: {
				type: "view",
				view_id: view.id
			},
			view: {
				...view,
				state: { values }
			}
		};
	}
	const { conversation, message } = surface;
	return {
		container: messageContainer(surface, control),
		channel: {
			id: conversation.id,
			name: roomName(conversation)
		},
		message: outward(message)
	};
}
function answerable(workspace, by, surface, values) {
	const modal = surface.kind === "view" && surface.view.type === "modal" ? surface.view.id : void 0;
	const trigger = { trigger_id: issueTrigger(workspace, by.id, modal) };
	if (surface.kind === "view") return trigger;
	const { conversation, message } = surface;
	const ticket = {
		conversation: conversation.id,
		user: by.id,
		ts: message.ts
	};
	return {
		...trigger,
		state: { values },
		response_url: responseUrl(workspace, ticket)
	};
}
const valuesIn = (workspace, surface, given) => filledIn(workspace, surface.blocks, given, surface.kind === "message" ? surface.conversation.id : void 0);
/** The action's own value counts among the values of all controls. */
function withAction(values, control, action) {
	const { blockId, actionId, type } = control;
	if (!fieldOf(type)) return values;
	return {
		...values,
		[blockId]: {
			...values[blockId],
			[actionId]: {
				type,
				...action
			}
		}
	};
}
/** A person presses a button, or changes another control: `block_actions`. */
async function pressControl(workspace, by, request) {
	const surface = surfaceAt(workspace, by, request.place);
	const control = controlIn(surface, request);
	const values = valuesIn(workspace, surface, withAction(request.values, control, request.action));
	const acknowledgement = await workspace.delivery.interactive({
		type: "block_actions",
		...aboutActor(workspace, by),
		...aboutSurface(surface, control, values),
		...answerable(workspace, by, surface, values),
		actions: [actionOf(control, request.action, workspace.clock.ts())]
	});
	return interacted(acknowledgement);
}
const mostOptions = 100;
/** The options of an ack, or the groups of them. */
function optionsIn(payload) {
	const list = isRecord$1(payload) ? payload["options"] ?? payload["option_groups"] : void 0;
	return Array.isArray(list) && list.length <= mostOptions && list.every(isRecord$1) ? list : void 0;
}
/** What the app offers in an external select: options, or groups of them. */
async function loadOptions(workspace, by, request) {
	const surface = surfaceAt(workspace, by, request.place);
	const control = controlIn(surface, request);
	const { blockId, actionId } = control;
	const payload = {
		type: "block_suggestion",
		...aboutActor(workspace, by),
		...aboutSurface(surface, control, valuesIn(workspace, surface, {})),
		action_id: actionId,
		block_id: blockId,
		value: request.value
	};
	const answer = interacted(await workspace.delivery.interactive(payload, { accepts: true }));
	const options = optionsIn(answer.payload);
	return options ? {
		...answer,
		options
	} : {
		...answer,
		options: [],
		failure: trouble
	};
}
// src/sandbox/state/shortcuts.ts
function shortcutCalled({ shortcuts }, callbackId, type) {
	if (shortcuts.some((shortcut) => shortcut.callbackId === callbackId && shortcut.type === type)) return;
	const known = shortcuts.map((shortcut) => `${shortcut.callbackId} (${shortcut.type})`).join(", ") || "none";
	throw new SandboxError("not_found", `there is no ${type} shortcut ${callbackId} (shortcuts: ${known})`);
}
function aboutMessage(workspace, by, place) {
	const surface = surfaceAt(workspace, by, place);
	if (surface.kind !== "message") return {};
	const { conversation, message } = surface;
	return {
		channel: {
			id: conversation.id,
			name: roomName(conversation)
		},
		message_ts: message.ts,
		message: outward(message),
		response_url: responseUrl(workspace, {
			conversation: conversation.id,
			user: by.id,
			ts: message.ts
		})
	};
}
/** A person picks a shortcut: `shortcut`, or `message_action` for one of a message. */
async function runShortcut(workspace, by, wanted) {
	const { callbackId, message } = wanted;
	shortcutCalled(workspace, callbackId, message ? "message" : "global");
	const acknowledgement = await workspace.delivery.interactive({
		type: message ? "message_action" : "shortcut",
		...aboutActor(workspace, by),
		...message ? aboutMessage(workspace, by, message) : {},
		callback_id: callbackId,
		trigger_id: issueTrigger(workspace, by.id),
		action_ts: workspace.clock.ts()
	});
	return interacted(acknowledgement);
}
// src/sandbox/state/inputs.ts
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
const isEmpty = (value) => value === null || value === void 0 || typeof value === "string" && value.trim() === "" || isEmptyList(value);
const isEmptyList = (value) => Array.isArray(value) && value.length === 0;
function textError(element, value) {
	const [least, most] = [Number(element["min_length"] ?? 0), Number(element["max_length"] ?? 3e3)];
	if (value.length < least) return `Please enter at least ${least} characters.`;
	return value.length > most ? `Please enter no more than ${most} characters.` : void 0;
}
function numberError(element, value) {
	const number = Number(value);
	if (!Number.isFinite(number)) return "Please enter a number.";
	if (element["is_decimal_allowed"] !== true && !Number.isInteger(number)) return "Please enter a whole number.";
	const [least, most] = [element["min_value"], element["max_value"]];
	if (least !== void 0 && number < Number(least)) return `Please enter a number of at least ${least}.`;
	return most !== void 0 && number > Number(most) ? `Please enter a number of at most ${most}.` : void 0;
}
function contentError({ type, element }, value) {
	if (type === "plain_text_input") return textError(element, String(value));
	if (type === "number_input") return numberError(element, String(value));
	if (type === "email_text_input" && !email.test(String(value))) return "Please enter a valid email address.";
	if (type === "url_text_input" && !/^https?:\/\/[^\s/.]/iu.test(String(value))) return "Please enter a valid URL.";
}
/** What a person reads under the inputs that they have yet to fill in, or to fill in otherwise: block → sentence. */
function inputErrors(blocks, values) {
	const errors = controlsOf(blocks).flatMap((control) => {
		const { block, blockId, actionId, type } = control;
		if (block["type"] !== "input") return [];
		const value = values[blockId]?.[actionId]?.[fieldOf(type)?.name ?? ""];
		if (isEmpty(value)) return block["optional"] === true ? [] : [[blockId, "Please complete this required field."]];
		const error = contentError(control, value);
		return error === void 0 ? [] : [[blockId, error]];
	});
	return Object.fromEntries(errors);
}
// src/sandbox/state/submit.ts
/** Addresses for the rooms that the person picked, where the program asked for one. */
function responseUrls(workspace, by, view, values) {
	return controlsOf(view.blocks).filter(({ element }) => element["response_url_enabled"] === true).flatMap(({ blockId, actionId }) => {
		const state = values[blockId]?.[actionId];
		const channel = state?.["selected_conversation"] ?? state?.["selected_channel"];
		if (typeof channel !== "string") return [];
		return [{
			block_id: blockId,
			action_id: actionId,
			channel_id: channel,
			response_url: responseUrl(workspace, {
				conversation: channel,
				user: by.id
			})
		}];
	});
}
function openModal(workspace, by, id) {
	const view = openViewOf(workspace, by, id);
	if (view.type === "modal") return view;
	throw new SandboxError("not_found", `${by.name} has no modal ${id} open`);
}
function closeTop(workspace, by, view) {
	const open = modalsOf(workspace, by.id).filter(({ id }) => id !== view.id);
	setModals(workspace, by.id, open);
}
/** The errors of an ack, if each of them is under an input of the view. */
function readErrors(view, payload) {
	const { errors } = payload;
	if (!isRecord$1(errors) || Object.keys(errors).length === 0) return void 0;
	const inputs = new Set(view.blocks.filter(({ type }) => type === "input").map((block) => block["block_id"]));
	return Object.entries(errors).every(([block, text]) => inputs.has(block) && typeof text === "string") ? errors : void 0;
}
/** What the app's answer does to the modals: an empty one closes this one. */
function follow(workspace, by, view, payload) {
	if (!isRecord$1(payload) || Object.keys(payload).length === 0) {
		closeTop(workspace, by, view);
		return {};
	}
	switch (payload["response_action"]) {
		case "errors": {
			const errors = readErrors(view, payload);
			return errors ? { errors } : { failure: trouble };
		}
		case "update":
			updateView(workspace, {
				user: by.id,
				view
			}, readView(payload["view"], "modal"));
			return {};
		case "push":
			pushView(workspace, by.id, readView(payload["view"], "modal"));
			return {};
		case "clear":
			setModals(workspace, by.id, []);
			return {};
		default: return { failure: trouble };
	}
}
/** A person submits a modal: `view_submission`. What a required field lacks never reaches the app. */
async function submitView(workspace, by, request) {
	const view = openModal(workspace, by, request.view);
	const values = filledIn(workspace, view.blocks, request.values);
	const errors = inputErrors(view.blocks, values);
	if (Object.keys(errors).length > 0) return {
		acked: false,
		errors
	};
	const payload = {
		type: "view_submission",
		...aboutActor(workspace, by),
		trigger_id: issueTrigger(workspace, by.id, view.id),
		view: {
			...view,
			state: { values }
		},
		response_urls: responseUrls(workspace, by, view, values)
	};
	const answer = await workspace.delivery.interactive(payload, { accepts: true });
	if (!answer.acked) return {
		...answer,
		failure: trouble
	};
	const now = modalsOf(workspace, by.id).find(({ id }) => id === view.id);
	if (!now) return answer;
	try {
		return {
			...answer,
			...follow(workspace, by, now, answer.payload)
		};
	} catch (error) {
		if (!(error instanceof SlackError)) throw error;
		return {
			...answer,
			failure: trouble
		};
	}
}
/** A person closes the modal on top, or all of them; apps that asked for it hear of each: `view_closed`. */
function closeView(workspace, by, request) {
	const view = openModal(workspace, by, request.view);
	const open = modalsOf(workspace, by.id);
	const all = request.all === true || view.clear_on_close;
	const closed = all ? open.toReversed() : open.filter(({ id }) => id === view.id);
	setModals(workspace, by.id, open.filter((one) => !closed.includes(one)));
	for (const one of closed) {
		if (!one.notify_on_close) continue;
		workspace.delivery.interactive({
			type: "view_closed",
			...aboutActor(workspace, by),
			view: one,
			is_cleared: all
		});
	}
}
// src/sandbox/http/page/people.ts
const speakerOf = ({ id }) => ({
	kind: "person",
	userId: id
});
/** Whom the page acts as. */
function personWith(workspace, id) {
	const found = workspace.people.find((person) => person.id === id);
	if (!found) throw new SlackError("user_not_found");
	return found;
}
/** A room that the person is in. */
const roomFor = (workspace, person, channel) => mustBeMember(conversationFor(workspace, speakerOf(person), channel), speakerOf(person));
const pageUser = ({ id, name, realName, isBot }) => ({
	id,
	name,
	realName,
	isBot
});
/** Whether the person may know that there is such a room. */
const isKnown = (conversation, { id }) => conversation.kind === "channel" || conversation.members.has(id);
const other = ({ members }, { id }) => [...members].find((member) => member !== id) ?? id;
/** A room as its list shows it to the person. */
function pageConversation(workspace, conversation, person) {
	const { id, kind, name, members, creator } = conversation;
	const mine = isMember(conversation, speakerOf(person));
	const nothing = {
		lastRead: "0",
		latest: "0",
		unread: 0,
		mentions: 0
	};
	return {
		id,
		kind,
		name: kind === "im" ? other(conversation, person) : name,
		members: [...members],
		creator,
		isMember: mine,
		...mine ? unreadOf(workspace, person.id, conversation) : nothing
	};
}
// src/sandbox/http/page/uploads.ts
/** Keeps bytes that a person uploaded, until they do something with them. */
function keepUpload(workspace, person, name, data) {
	const file = {
		id: workspace.ids.fresh("F"),
		key: uuid(),
		name,
		title: name,
		length: data.length,
		user: person.id,
		created: seconds(workspace.clock),
		completed: false,
		shares: [],
		data
	};
	storeUpload(workspace, file);
	return { file: file.id };
}
function uploadOf({ files }, person, id) {
	const file = files.get(id);
	if (!file?.data || file.user !== person.id) throw new SlackError("file_not_found");
	return file;
}
function filled(workspace, person, value) {
	const { type, files } = value;
	if (type !== "file_input" || !Array.isArray(files)) return value;
	const uploads = files.map((one) => uploadOf(workspace, person, isRecord(one) ? String(one["id"]) : ""));
	for (const upload of uploads) upload.completed = true;
	return {
		...value,
		files: uploads.map((upload) => describeFile(workspace, upload, workspace.origin))
	};
}
/** The values of controls, with the files that were chosen in them as the app is told of files. */
function withFiles(workspace, person, values) {
	const blocks = Object.entries(values).map(([block, actions]) => {
		const controls = Object.entries(actions).map(([action, value]) => [action, filled(workspace, person, value)]);
		return [block, Object.fromEntries(controls)];
	});
	return Object.fromEntries(blocks);
}
// src/sandbox/http/page/interactions.ts
/** What the page is to know of what came of it; the app's own answer is between the app and Slack. */
const told = ({ failure }) => failure === void 0 ? {} : { failure };
const press$1 = async ({ workspace, person }, wanted) => told(await pressControl(workspace, person, {
	...wanted,
	values: withFiles(workspace, person, wanted.values)
}));
async function submit({ workspace, person }, wanted) {
	const { errors, ...outcome } = await submitView(workspace, person, {
		...wanted,
		values: withFiles(workspace, person, wanted.values)
	});
	return {
		...told(outcome),
		...errors === void 0 ? {} : { errors }
	};
}
function close$1({ workspace, person }, wanted) {
	closeView(workspace, person, wanted);
	return {};
}
async function command({ workspace, person }, wanted) {
	const room = roomFor(workspace, person, wanted.channel);
	return told(await runCommand(workspace, person, {
		...wanted,
		room
	}));
}
async function options({ workspace, person }, wanted) {
	const answer = await loadOptions(workspace, person, wanted);
	return {
		...told(answer),
		options: answer.options
	};
}
async function shortcut({ workspace, person }, wanted) {
	const { callbackId, message } = wanted;
	return told(await runShortcut(workspace, person, {
		callbackId,
		...message === void 0 ? {} : { message }
	}));
}
function home({ workspace, person }, { tab }) {
	openHome(workspace, person, tab);
	return {};
}
// src/sandbox/http/page/requests.ts
/** Characters of the longest message that a person may type. */
const longestText = 4e4;
const mostFiles = 10;
const mostUsers = 8;
const place = (value, field) => {
	const given = record(value, field);
	if (given["view"] !== void 0) return { view: id(given["view"], `${field}/view`) };
	return pointed(given, field);
};
const pointed = (value, field) => {
	const given = record(value, field);
	return {
		channel: id(given["channel"], `${field}/channel`),
		ts: timestamp(given["ts"], `${field}/ts`)
	};
};
const values = recordOf(recordOf(record));
const typed = text(longestText);
const message = {
	as: id,
	channel: id,
	ts: timestamp
};
const control$1 = {
	as: id,
	place,
	blockId: text(255),
	actionId: text(255)
};
/** What each request has to bring. */
const requestFields = {
	say: {
		as: id,
		channel: id,
		text: typed,
		thread: optional(timestamp),
		broadcast: optional(flag),
		files: optional(listOf(id, mostFiles))
	},
	edit: {
		...message,
		text: typed
	},
	delete: message,
	react: {
		...message,
		name: text(100, 1),
		on: flag
	},
	press: {
		...control$1,
		action: record,
		values
	},
	submit: {
		as: id,
		view: id,
		values
	},
	close: {
		as: id,
		view: id,
		all: optional(flag)
	},
	command: {
		as: id,
		channel: id,
		command: text(100, 2),
		text: typed,
		thread: optional(timestamp)
	},
	shortcut: {
		as: id,
		callbackId: text(255, 1),
		message: optional(pointed)
	},
	options: {
		...control$1,
		value: text(1e3)
	},
	home: {
		as: id,
		tab: oneOf("home", "messages")
	},
	open: {
		as: id,
		users: listOf(id, mostUsers)
	},
	join: {
		as: id,
		channel: id
	},
	read: message,
	dismiss: message,
	stop: message
};
const isRequest = (name) => Object.hasOwn(requestFields, name);
// src/sandbox/http/page/say.ts
function uploaded({ workspace, person }, ids) {
	const files = [...new Set(ids)].map((id) => uploadOf(workspace, person, id));
	if (files.some(({ completed }) => completed)) throw new SlackError("file_not_found");
	return files;
}
/** A person sends what they typed, and with it what they uploaded. */
function say(speaking, wanted) {
	const { workspace, person } = speaking;
	const { origin } = workspace;
	const room = roomFor(workspace, person, wanted.channel);
	const files = uploaded(speaking, wanted.files ?? []);
	const { text, thread, broadcast } = wanted;
	const placement = thread === void 0 ? {} : {
		thread,
		...broadcast === void 0 ? {} : { broadcast }
	};
	const content = files.length > 0 && text.trim() === "" ? { text: "" } : typedContent(workspace, text, {});
	const { ts } = postWithFiles(workspace, room, speakerOf(person), {
		content,
		files,
		placement,
		origin
	});
	for (const file of files) file.completed = true;
	markRead(workspace, person.id, room.id, ts);
	return { ts };
}
// src/sandbox/http/page/actions.ts
/** Calls a method of the Web API as the person. It is no request of a program, so nothing writes it down. */
async function asPerson({ workspace, person }, method, args) {
	if (!method) throw new SlackError("unknown_method");
	return await method.run({
		workspace,
		args,
		origin: workspace.origin,
		caller: speakerOf(person)
	});
}
function shownMessage({ workspace, person }, wanted) {
	const room = roomFor(workspace, person, wanted.channel);
	const message = messageAt(room, wanted.ts);
	if (!(message && (message.ephemeralTo === void 0 || message.ephemeralTo === person.id))) throw new SlackError("message_not_found");
	return {
		room,
		message
	};
}
function edit(deed, wanted) {
	const { workspace, person } = deed;
	const { room, message } = shownMessage(deed, wanted);
	if (message.user !== person.id || message.ephemeralTo !== void 0) throw new SlackError("cant_update_message");
	return { ts: change(workspace, room, message, typedContent(workspace, wanted.text, {}), true).ts };
}
async function remove(deed, { channel, ts }) {
	await asPerson(deed, chatMethods["chat.delete"], {
		channel,
		ts
	});
	return {};
}
async function react(deed, { channel, ts, name, on }) {
	const method = reactionMethods[on ? "reactions.add" : "reactions.remove"];
	await asPerson(deed, method, {
		channel,
		timestamp: ts,
		name
	});
	return {};
}
function open$2({ workspace, person }, { users }) {
	const { conversation } = openConversation(workspace, speakerOf(person), users);
	return { channel: conversation.id };
}
function read$1({ workspace, person }, { channel, ts }) {
	markRead(workspace, person.id, roomFor(workspace, person, channel).id, ts);
	return {};
}
function dismiss(deed, wanted) {
	const { room, message } = shownMessage(deed, wanted);
	if (message.ephemeralTo === void 0) throw new SlackError("cant_delete_message");
	dropMessage(deed.workspace, room, message.ts);
	return {};
}
async function join$1(deed, { channel }) {
	await asPerson(deed, conversationMethods["conversations.join"], { channel });
	return {};
}
function stop(deed, wanted) {
	const { room, message } = shownMessage(deed, wanted);
	stopStream$1(deed.workspace, room, deed.person, message.ts);
	return {};
}
const actions = {
	say,
	edit,
	delete: remove,
	react,
	open: open$2,
	read: read$1,
	dismiss,
	join: join$1,
	press: press$1,
	submit,
	close: close$1,
	command,
	options,
	shortcut,
	home,
	stop
};
/** Does what the page asks for, as one of the people. */
async function act(world, name, body) {
	const fields = requestFields[name];
	const wanted = readFields(fields, body);
	return await actions[name]({
		...world,
		person: personWith(world.workspace, wanted.as)
	}, wanted);
}
// src/sandbox/http/page/answer.ts
const shared = {
	"x-content-type-options": "nosniff",
	"referrer-policy": "no-referrer",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin"
};
const refused = (status, error) => ({
	status,
	body: { error }
});
function answer(response, { status, headers, body }) {
	const isPlain = typeof body === "string" || Buffer.isBuffer(body);
	const content = isPlain ? body : JSON.stringify(body);
	response.writeHead(status, {
		...shared,
		"content-type": isPlain ? "text/plain; charset=utf-8" : "application/json; charset=utf-8",
		"cache-control": "no-store",
		...status === 204 ? {} : { "content-length": Buffer.byteLength(content) },
		...headers
	});
	response.end(response.req.method === "HEAD" ? void 0 : content);
}
// src/sandbox/http/page/assets.ts
const compressGzip = promisify(gzip);
const compressBrotli = promisify(brotliCompress);
/** Beyond this a second of work saves a few kilobytes, on a wire that is no wire. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const types = {
	".js": "text/javascript; charset=utf-8",
	".css": "text/css; charset=utf-8",
	".map": "application/json; charset=utf-8",
	".json": "application/json; charset=utf-8",
	".svg": "image/svg+xml",
	".png": "image/png",
	".ico": "image/x-icon",
	".woff2": "font/woff2"
};
const dense = /* @__PURE__ */ new Set([
	".png",
	".woff2",
	".ico"
]);
/** Where the built page is: beside the built code, or under the source's root. */
function findPageFolder(from) {
	return [
		"../page",
		"./page",
		"../../../../dist/page"
	].map((place) => join(from, place)).find((place) => existsSync(join(place, "index.html"))) ?? join(from, "../../../../dist/page");
}
async function readAsset(path) {
	const plain = await readFile(path).catch(() => void 0);
	if (!plain) return void 0;
	const ending = extname(path);
	const type = types[ending] ?? "application/octet-stream";
	if (dense.has(ending)) return {
		type,
		plain
	};
	const [zipped, br] = await Promise.all([compressGzip(plain), compressBrotli(plain, brotliOptions)]);
	return {
		type,
		plain,
		gzip: zipped,
		br
	};
}
function coded(asset, accepted) {
	const takes = (coding) => new RegExp(`\\b${coding}\\b(?!\\s*;\\s*q=0(?:\\.0*)?(?:,|$))`, "iu").test(accepted);
	if (asset.br && takes("br")) return {
		body: asset.br,
		coding: "br"
	};
	if (asset.gzip && takes("gzip")) return {
		body: asset.gzip,
		coding: "gzip"
	};
	return { body: asset.plain };
}
function createAssets(folder) {
	const known = /* @__PURE__ */ new Map();
	const load = async (name) => {
		const loading = known.get(name) ?? readAsset(join(folder, "assets", name));
		known.set(name, loading);
		const asset = await loading;
		if (!asset) known.delete(name);
		return asset;
	};
	return {
		index: () => readFile(join(folder, "index.html")).catch(() => void 0),
		async asset(name, accepted) {
			const asset = /^[\w-][\w.-]*$/u.test(name) ? await load(name) : void 0;
			if (!asset) return {
				status: 404,
				body: "not found"
			};
			const { body, coding } = coded(asset, accepted);
			return {
				status: 200,
				headers: {
					"content-type": asset.type,
					"cache-control": "public, max-age=31536000, immutable",
					vary: "accept-encoding",
					...coding === void 0 ? {} : { "content-encoding": coding }
				},
				body
			};
		}
	};
}
// src/sandbox/http/page/body.ts
const mostIgnored = 67108864;
/** The whole body; undefined as soon as it is seen to be larger than that, with the rest of it not kept. */
async function takeBody(request, most) {
	if (Number(request.headers["content-length"] ?? 0) > most) return void 0;
	const chunks = [];
	let size = 0;
	for await (const chunk of request.iterator({ destroyOnReturn: false })) {
		size += chunk.length;
		if (size > most) return void 0;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
/** Refuses a body at once. Its sender may first want to get rid of the rest, of which only so much is thrown away. */
function tooLarge(request, error) {
	let left = mostIgnored;
	request.on("data", (chunk) => {
		left -= chunk.length;
		if (left < 0) request.destroy();
	});
	return refused(413, error);
}
// src/sandbox/http/page/cookie.ts
/** Its name has the port: cookies of one machine are shared by all its ports. */
function createPageCookie(origin) {
	const secret = freshToken("page");
	const pair = () => `sandbox-${new URL(origin()).port}=${secret}`;
	return {
		get header() {
			return `${pair()}; Path=/; HttpOnly; SameSite=Strict`;
		},
		isIn: ({ cookie = "" }) => cookie.split(/;\s*/u).includes(pair())
	};
}
// src/sandbox/http/page/history.ts
/** What one person sees at the room's root. */
const isShownAtRoot = (message, user) => message.ephemeralTo === void 0 ? isAtRoot(message) : message.ephemeralTo === user && !isReply(message);
/** Up to `limit` messages from a place in the room, in one direction, nearest first. */
function walk({ messages }, user, from, step, limit) {
	const found = [];
	for (let at = from; at >= 0 && at < messages.length; at += step) {
		const message = messages[at];
		if (!message || !isShownAtRoot(message, user)) continue;
		if (found.length === limit) return {
			messages: found,
			more: true
		};
		found.push(message);
	}
	return {
		messages: found,
		more: false
	};
}
/** The first message at the room's root that a link to a message leads to: its own place, or that of its thread. */
function placeOf$1(conversation, user, ts) {
	const message = messageAt(conversation, ts);
	return position(conversation, message && !isShownAtRoot(message, user) && message.thread_ts !== void 0 ? message.thread_ts ?? ts : ts);
}
/** A page of a room. Its cost is that of the page, however long the room is. */
function historyOf(conversation, user, { before, around, after, limit }) {
	const ends = (at, older, newer) => {
		const back = walk(conversation, user, at - 1, -1, older);
		const onward = walk(conversation, user, at, 1, newer);
		return {
			messages: [...back.messages.reverse(), ...onward.messages],
			older: back.more,
			newer: onward.more
		};
	};
	if (around !== void 0) {
		const older = Math.floor(limit / 2);
		return ends(placeOf$1(conversation, user, around), older, limit - older);
	}
	if (after !== void 0) {
		const at = position(conversation, after);
		return ends(conversation.messages[at]?.ts === after ? at + 1 : at, 0, limit);
	}
	return ends(before === void 0 ? conversation.messages.length : position(conversation, before), limit, 0);
}
/** A thread as one person sees it: its root, the replies, and what only they see there. */
function threadOf(conversation, user, thread) {
	const root = messageAt(conversation, thread);
	if (!root || isReply(root) || root.ephemeralTo !== void 0) throw new SlackError("thread_not_found");
	return { messages: [root, ...repliesTo(conversation, thread, user)] };
}
// src/sandbox/http/page/views.ts
const pageView = ({ id, type, title, submit, close, blocks, callback_id, hash }) => ({
	id,
	type,
	blocks,
	callback_id,
	hash,
	...title ? { title } : {},
	...submit ? { submit } : {},
	...close ? { close } : {}
});
/** The person's modals, the one on top last. */
const pageViews = (workspace, user) => modalsOf(workspace, user).map(pageView);
function pageHome(workspace, user) {
	const home = homeOf(workspace, user);
	return home ? pageView(home) : null;
}
// src/sandbox/http/page/hello.ts
function statusesFor({ statuses, conversations, clock }, { id }) {
	const shown = [...statuses].filter(([place, { until }]) => until > clock.now() && conversations.get(place.split("/", 1)[0] ?? "")?.members.has(id));
	return Object.fromEntries(shown.map(([place, { status }]) => [place, status]));
}
/** All that a page shows of the workspace to one person, but for the messages. */
function stateFor({ workspace, connections }, person) {
	const { team, bot } = workspace;
	const users = [...workspace.users.values()].map(pageUser);
	const userOf = ({ id, name }) => users.find((user) => user.id === id) ?? {
		id,
		name,
		realName: name,
		isBot: false
	};
	return {
		team: {
			id: team.id,
			name: team.name,
			domain: team.domain
		},
		me: userOf(person),
		people: [person, ...workspace.people.filter(({ id }) => id !== person.id)].map(userOf),
		users,
		app: {
			id: bot.appId,
			name: bot.name,
			userId: bot.userId,
			connections: connections()
		},
		conversations: [...workspace.conversations.values()].filter((conversation) => isKnown(conversation, person)).map((conversation) => pageConversation(workspace, conversation, person)),
		usergroups: [...workspace.usergroups.values()].map(({ id, handle, name }) => ({
			id,
			handle,
			name
		})),
		commands: workspace.commands.map(({ command, description, usageHint }) => ({
			command,
			description,
			usageHint
		})),
		shortcuts: workspace.shortcuts,
		views: pageViews(workspace, person.id),
		home: pageHome(workspace, person.id),
		statuses: statusesFor(workspace, person)
	};
}
// src/sandbox/http/page/messages.ts
const addresses$1 = [
	"url_private",
	"url_private_download",
	"permalink"
];
function fileForPage(file, origin) {
	const found = addresses$1.flatMap((name) => {
		const address = typeof file[name] === "string" ? URL.parse(file[name]) : null;
		return address ? [[name, origin + address.pathname + address.search]] : [];
	});
	return {
		...file,
		...Object.fromEntries(found)
	};
}
/** A message with its files where the page can load them: under its own address, whatever the app calls this machine. */
const messageForPage = (message, origin) => message.files ? {
	...message,
	files: message.files.map((file) => fileForPage(file, origin))
} : message;
// src/sandbox/http/page/frames.ts
const spelled = (conversation) => JSON.stringify(conversation);
function conversationFrame({ world, person }, said, id) {
	const conversation = world.workspace.conversations.get(id);
	if (!conversation || !isKnown(conversation, person)) return said.delete(id) ? {
		type: "conversation_removed",
		channel: id
	} : void 0;
	const now = pageConversation(world.workspace, conversation, person);
	if (said.get(id) === spelled(now)) return void 0;
	said.set(id, spelled(now));
	return {
		type: "conversation",
		conversation: now
	};
}
function putMessage(follower, room, change) {
	const { message } = change;
	if (message.ephemeralTo !== void 0 && message.ephemeralTo !== follower.person.id) return;
	follower.put(`message ${room.id} ${message.ts}`, () => ({
		type: "message",
		channel: room.id,
		message: messageForPage(message, follower.origin)
	}));
}
function putInRoom(follower, said, change) {
	const { world, person, put } = follower;
	const isFor = (user) => user === void 0 || user === person.id;
	const room = world.workspace.conversations.get(change.channel);
	const isIn = room?.members.has(person.id);
	if (room && isIn) {
		if (change.type === "message") putMessage(follower, room, change);
		if (change.type === "message_removed" && isFor(change.ephemeralTo)) put(`message ${room.id} ${change.ts}`, () => ({
			type: "message_removed",
			channel: room.id,
			ts: change.ts
		}));
		if (change.type === "status") {
			const { channel, thread, status } = change;
			put(`status ${channel} ${thread}`, () => ({
				type: "status",
				channel,
				thread,
				status
			}));
		}
	}
	if (change.type === "status" || change.type === "read" && change.user !== person.id) return;
	if (isIn || change.type === "conversation") put(`conversation ${change.channel}`, () => conversationFrame(follower, said, change.channel));
}
/** Puts out what the person may know of each change, until it is stopped. */
function followFor(follower) {
	const { world, person, put } = follower;
	const said = new Map(follower.known.map((conversation) => [conversation.id, spelled(conversation)]));
	let notices = 0;
	return world.workspace.changes.follow((change) => {
		if ("channel" in change) return putInRoom(follower, said, change);
		if (change.type === "connections") return put("connections", () => ({
			type: "connections",
			connections: world.connections()
		}));
		if (change.type === "workspace") return put("hello", () => ({
			type: "hello",
			state: stateFor(world, person)
		}));
		if (change.user !== person.id) return;
		if (change.type === "notice") {
			notices += 1;
			return put(`notice ${notices}`, () => ({
				type: "notice",
				text: change.text
			}));
		}
		if (change.type === "views") put("views", () => ({
			type: "views",
			views: pageViews(world.workspace, person.id)
		}));
		else put("home", () => ({
			type: "home",
			home: pageHome(world.workspace, person.id)
		}));
	});
}
// src/sandbox/http/page/live.ts
/** Bytes that may wait for a page. One that is so slow starts anew, with a new hello. */
const mostWaiting$1 = 8388608;
/** Frames of one tick. With more than these a new hello is less. */
const mostAtOnce = 2e3;
/** Milliseconds for which frames are gathered: the newest of one message is enough. */
const tick = 15;
/** Gathers frames, the newest of each name, and sends them together. */
function createOutbox(socket) {
	const waiting = /* @__PURE__ */ new Map();
	let timer;
	const send = () => {
		timer = void 0;
		const makers = [...waiting.values()];
		waiting.clear();
		if (makers.length > mostAtOnce) socket.terminate();
		for (const make of makers) {
			if (socket.bufferedAmount > mostWaiting$1) socket.terminate();
			if (socket.readyState !== socket.OPEN) return;
			const frame = make();
			if (frame) socket.send(JSON.stringify(frame));
		}
	};
	const flush = () => {
		try {
			send();
		} catch {
			socket.terminate();
		}
	};
	return {
		put(name, make) {
			if (waiting.size <= mostAtOnce || waiting.has(name)) waiting.set(name, make);
			timer ??= setTimeout(flush, tick);
		},
		close() {
			clearTimeout(timer);
			waiting.clear();
		}
	};
}
function welcome(socket, world, person, origin) {
	const hello = {
		type: "hello",
		state: stateFor(world, person)
	};
	socket.send(JSON.stringify(hello));
	const outbox = createOutbox(socket);
	const stop = followFor({
		world,
		person,
		origin,
		put: outbox.put,
		known: hello.state.conversations
	});
	socket.on("error", () => socket.terminate());
	socket.on("close", () => {
		stop();
		outbox.close();
	});
}
/** The pages that are open, and what each is told. */
function createLive(world, cookie) {
	const server = new WebSocketServer({
		noServer: true,
		maxPayload: 1024,
		perMessageDeflate: false
	});
	server.on("headers", (headers) => headers.push(`set-cookie: ${cookie.header}`));
	return {
		upgrade(request, socket, head, person, origin) {
			server.handleUpgrade(request, socket, head, (accepted) => welcome(accepted, world, person, origin));
		},
		close() {
			for (const client of server.clients) client.terminate();
			server.close();
		}
	};
}
// src/sandbox/http/page/static.ts
const notBuilt = "The page of the sandbox is not built: run `npm run build` and load this page again.";
const policy = (origin) => [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self' data: blob: https: http:",
	"font-src 'self'",
	`connect-src 'self' ${origin.replace(/^http/u, "ws")}`,
	"form-action 'none'",
	"frame-ancestors 'none'",
	"base-uri 'none'"
].join("; ");
/** Addresses that the page itself finds its way in: all of them are index.html. */
const isPagePath = (path) => path === "/" || /^\/(?:archives|c|client|files|team)(?:\/|$)/u.test(path);
async function servePage(assets, cookie, { origin }) {
	const index = await assets.index();
	if (!index) return {
		status: 503,
		body: notBuilt
	};
	return {
		status: 200,
		headers: {
			"content-type": "text/html; charset=utf-8",
			"content-security-policy": policy(origin),
			"cache-control": "no-cache",
			"set-cookie": cookie.header
		},
		body: index
	};
}
function serveAsset(assets, { url, request }) {
	const name = url.pathname.slice(13);
	return assets.asset(name, String(request.headers["accept-encoding"] ?? ""));
}
const readsOnly = ({ request }) => request.method === "GET" || request.method === "HEAD" ? void 0 : refused(405, "method_not_allowed");
// src/sandbox/http/page/server.ts
/** Bytes of the largest request that is not a file. */
const largestRequest = 1048576;
const windowFields = {
	as: id,
	channel: id,
	before: optional(timestamp),
	around: optional(timestamp),
	after: optional(timestamp)
};
const threadFields = {
	as: id,
	channel: id,
	thread: timestamp
};
const uploadFields = {
	as: id,
	name: text(255, 1)
};
function limitOf(query) {
	const limit = Number(query.get("limit") || 50);
	if (!Number.isInteger(limit) || limit < 1) throw new SlackError("invalid_limit");
	return Math.min(limit, 200);
}
function history({ workspace }, { url, origin }) {
	const { as, channel, ...window } = readFields(windowFields, Object.fromEntries(url.searchParams));
	const person = personWith(workspace, as);
	const { messages, ...ends } = historyOf(roomFor(workspace, person, channel), person.id, {
		...window,
		limit: limitOf(url.searchParams)
	});
	return {
		status: 200,
		body: {
			messages: messages.map((message) => messageForPage(message, origin)),
			...ends
		}
	};
}
function thread({ workspace }, { url, origin }) {
	const wanted = readFields(threadFields, Object.fromEntries(url.searchParams));
	const person = personWith(workspace, wanted.as);
	const { messages } = threadOf(roomFor(workspace, person, wanted.channel), person.id, wanted.thread);
	return {
		status: 200,
		body: { messages: messages.map((message) => messageForPage(message, origin)) }
	};
}
async function upload({ workspace }, { request, url }) {
	const { as, name } = readFields(uploadFields, Object.fromEntries(url.searchParams));
	const person = personWith(workspace, as);
	const data = await takeBody(request, largestFile);
	if (!data) return tooLarge(request, "file_upload_size_restricted");
	if (data.length === 0) return refused(400, "no_file_data");
	return {
		status: 200,
		body: keepUpload(workspace, person, name, data)
	};
}
async function perform(world, name, { request }) {
	if (!isRequest(name)) return refused(404, "unknown_method");
	if (!/^application\/json\b/iu.test(request.headers["content-type"] ?? "")) return refused(415, "invalid_post_type");
	const body = await takeBody(request, largestRequest);
	if (!body) return tooLarge(request, "request_too_large");
	return {
		status: 200,
		body: await act(world, name, readRecord(body))
	};
}
async function ask(world, question) {
	const name = question.url.pathname.slice(6);
	if (question.request.method === "POST") return name === "upload" ? upload(world, question) : perform(world, name, question);
	if (name === "history") return history(world, question);
	if (name === "thread") return thread(world, question);
	if (name === "emoji") return {
		status: 200,
		body: await emojiTable()
	};
	return refused(404, "unknown_method");
}
/** A refusal in the words of Slack's API. */
function refusalOf(error) {
	if (error instanceof SlackError) return {
		status: 400,
		body: {
			...error.extra,
			error: error.error
		}
	};
	if (error instanceof SandboxError) return refused(400, error.code);
	throw error;
}
/** The page, and what it asks and is told. */
function createPageServer(world, folder = findPageFolder(import.meta.dirname)) {
	const assets = createAssets(folder);
	const cookie = createPageCookie(() => world.workspace.origin);
	const live = createLive(world, cookie);
	const reply = async (question) => {
		const path = question.url.pathname;
		if (path === "/favicon.ico") return {
			status: 204,
			body: ""
		};
		if (isPagePath(path)) return readsOnly(question) ?? servePage(assets, cookie, question);
		if (path.startsWith("/page/assets/")) return readsOnly(question) ?? serveAsset(assets, question);
		if (!isSameOrigin(question.request.headers, question.origin)) return refused(403, "another_origin");
		return ask(world, question).catch(refusalOf);
	};
	return {
		cookie,
		serves: (path) => path === "/favicon.ico" || path.startsWith("/page/") || isPagePath(path),
		serve: async (response, question) => answer(response, await reply(question)),
		upgrade(request, socket, head, url, origin) {
			const { people } = world.workspace;
			const as = url.searchParams.get("as");
			const person = people.find(({ id, name }) => id === as || name === as) ?? people[0];
			const isOurs = isSameOrigin(request.headers, origin);
			if (person && isOurs) live.upgrade(request, socket, head, person, origin);
			else socket.end(`HTTP/1.1 ${isOurs ? "404 Not Found" : "403 Forbidden"}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
		},
		close: () => live.close()
	};
}
// src/sandbox/http/ports.ts
/** Ports that browsers and `fetch` refuse to connect to (the Fetch standard's "bad port" list). */
const blockedPorts = /* @__PURE__ */ new Set([
	1,
	7,
	9,
	11,
	13,
	15,
	17,
	19,
	20,
	21,
	22,
	23,
	25,
	37,
	42,
	43,
	53,
	69,
	77,
	79,
	87,
	95,
	101,
	102,
	103,
	104,
	109,
	110,
	111,
	113,
	115,
	117,
	119,
	123,
	135,
	137,
	139,
	143,
	161,
	179,
	389,
	427,
	465,
	512,
	513,
	514,
	515,
	526,
	530,
	531,
	532,
	540,
	548,
	554,
	556,
	563,
	587,
	601,
	636,
	989,
	990,
	993,
	995,
	1719,
	1720,
	1723,
	2049,
	3659,
	4045,
	4190,
	5060,
	5061,
	6e3,
	6566,
	6665,
	6666,
	6667,
	6668,
	6669,
	6679,
	6697,
	10080
]);
/** Refuses a port that no browser and no Slack client would ever reach. */
function checkPort(port) {
	if (!Number.isInteger(port) || port < 0 || port > 65535) throw new SandboxError("port_blocked", `port ${port} is not a number from 0 to 65535`);
	if (blockedPorts.has(port)) {
		const sentence = `port ${port} is on the list that browsers and fetch refuse to connect to`;
		throw new SandboxError("port_blocked", sentence);
	}
}
// src/sandbox/http/record.ts
/** Characters of a body that are written down; of a longer one, how long it is. */
const longest = 262144;
/** What may wait for a slow disk. */
const mostWaiting = 67108864;
/** Tokens cut to their prefix, wherever they stand. */
const redact = (line) => line.replace(/\b(xox[a-z]|xapp)(?:-|%2d)[\w%-]+/giu, "$1-…");
const silent = {
	frame() {},
	request: () => ({
		body() {},
		answer() {}
	}),
	close: async () => {}
};
function bodyText(bytes, contentType = "") {
	return /json|urlencoded|^text/iu.test(contentType) && bytes.length <= longest ? bytes.toString("utf8") : `${bytes.length} bytes`;
}
function answerOf(reply) {
	if (typeof reply === "string") return { answer: reply };
	const { status, headers, body } = reply;
	return {
		status,
		headers,
		body: Buffer.isBuffer(body) ? `${body.length} bytes` : body
	};
}
function parsed(frame) {
	try {
		const value = JSON.parse(frame);
		return isTooDeep(value) ? frame : value;
	} catch {
		return frame;
	}
}
async function open$1(path) {
	const stream = createWriteStream(path, {
		flags: "a",
		mode: 384
	});
	const { promise, resolve, reject } = Promise.withResolvers();
	stream.once("open", () => resolve());
	stream.once("error", (error) => reject(new SandboxError("record_failed", `${path} cannot be written to: ${error.message}`, { cause: error })));
	await promise;
	return stream;
}
/** Lines to a file. One that cannot be written any more says so once and is given up. */
function createLines(stream, path, warn) {
	let isBroken = false;
	const giveUp = (why) => {
		if (isBroken) return;
		isBroken = true;
		warn(`the record in ${path} ends here: ${why}`);
	};
	stream.on("error", (error) => giveUp(error.message));
	return (line) => {
		if (isBroken) return;
		if (stream.writableLength > mostWaiting) giveUp("the disk is too slow");
		else stream.write(`${redact(line)}\n`);
	};
}
/** Writes down every request, answer and frame, one JSON object a line. */
async function createRecorder(path, clock, warn) {
	if (path === void 0) return silent;
	const stream = await open$1(path);
	const line = createLines(stream, path, warn);
	const write = (kind, entry) => line(JSON.stringify({
		time: new Date(clock.now()).toISOString(),
		kind,
		...entry
	}));
	let count = 0;
	return {
		frame: (connection, direction, frame) => write("frame", {
			connection,
			direction,
			frame: parsed(frame)
		}),
		request(request, url) {
			const id = ++count;
			const contentType = request.headers["content-type"];
			const asked = {
				id,
				method: request.method,
				path: url.pathname + url.search,
				contentType
			};
			let told = false;
			const tell = (body) => {
				if (!told) write("request", {
					...asked,
					body
				});
				told = true;
			};
			return {
				body: (bytes) => tell(bodyText(bytes, contentType)),
				answer(reply) {
					tell();
					write("answer", {
						id,
						...answerOf(reply)
					});
				}
			};
		},
		async close() {
			stream.end();
			await finished(stream).catch(() => {});
		}
	};
}
// src/sandbox/socket/envelope.ts
/** What the app gets around an event. Made once: a retry carries the same `event_id`. */
function eventPayload(event, { team, bot, clock, ids }) {
	const channel = typeof event["channel"] === "string" ? event["channel"] : "none";
	return JSON.stringify({
		token: "sandbox",
		team_id: team.id,
		context_team_id: team.id,
		context_enterprise_id: null,
		api_app_id: bot.appId,
		event,
		type: "event_callback",
		event_id: ids.fresh("Ev"),
		event_time: Math.floor(clock.now() / 1e3),
		authorizations: [{
			enterprise_id: null,
			team_id: team.id,
			user_id: bot.userId,
			is_bot: true,
			is_enterprise_install: false
		}],
		is_ext_shared_channel: false,
		event_context: `1-${event.type}-${team.id}-${bot.appId}-${channel}`
	});
}
/** For the minute in which there were too many events. There is no event in it. */
function rateLimitedPayload(team, bot, clock) {
	return JSON.stringify({
		token: "sandbox",
		type: "app_rate_limited",
		team_id: team.id,
		minute_rate_limited: Math.floor(clock.now() / 6e4) * 60,
		api_app_id: bot.appId
	});
}
/** One frame. Only events are retried, so only they say which attempt this is. */
function envelope({ id, type, payload, attempt, accepts }) {
	return `{"envelope_id":"${id}","payload":${payload},"type":"${type}","accepts_response_payload":${accepts}${type === "events_api" ? `,"retry_attempt":${attempt},"retry_reason":"${attempt > 0 ? "timeout" : ""}"` : ""}}`;
}
// src/sandbox/socket/past.ts
const mostEvents = 500;
const mostBytes$1 = 8388608;
function createPast() {
	const { items, add } = createBounded(mostEvents, mostBytes$1);
	return {
		add: (ts, payload) => add({
			ts,
			payload,
			isAcknowledged: false
		}, payload.length),
		about: (ts) => items.filter((sent) => sent.ts === ts).map(({ payload }) => payload),
		acknowledged(payload) {
			const sent = items.find((one) => !one.isAcknowledged && one.payload === payload);
			if (sent) sent.isAcknowledged = true;
		},
		isDelivered(ts) {
			const about = items.filter((sent) => sent.ts === ts);
			return about.length > 0 && about.every(({ isAcknowledged }) => isAcknowledged);
		}
	};
}
// src/sandbox/socket/queue.ts
const mostItems = 1e4;
const mostBytes = 16777216;
function createQueue() {
	const items = /* @__PURE__ */ new Set();
	let bytes = 0;
	return {
		add(item) {
			if (items.size >= mostItems || bytes + item.payload.length > mostBytes) return;
			items.add(item);
			bytes += item.payload.length;
		},
		remove(item) {
			if (items.delete(item)) bytes -= item.payload.length;
		},
		empty() {
			const all = [...items];
			items.clear();
			bytes = 0;
			return all;
		}
	};
}
// src/sandbox/socket/delivery.ts
const mostAttempts = 3;
/** When the first envelope may come once more as it was, in ack timeouts. */
const replayAfter = 5;
const item = (payload, details = {}) => ({
	type: "events_api",
	payload,
	attempt: 0,
	accepts: false,
	envelopes: [],
	...details
});
var Courier = class {
	#options;
	/** Each with how many envelopes it was sent. */
	#connections = /* @__PURE__ */ new Map();
	#open = /* @__PURE__ */ new Map();
	#waiting = createQueue();
	#past = createPast();
	#turn = 0;
	constructor(options) {
		this.#options = options;
	}
	add(connection) {
		this.#connections.set(connection, 0);
		for (const waiting of this.#waiting.empty()) this.#send(waiting);
	}
	remove(connection) {
		this.#connections.delete(connection);
	}
	event(event) {
		const { team, bot, clock, ids, trouble } = this.#options;
		const { sent, copies, delayMs, replayed } = trouble.fateOf(event.type);
		if (!sent) return;
		const payload = eventPayload(event, {
			team,
			bot,
			clock,
			ids
		});
		const go = () => {
			this.#past.add(event["ts"] ?? event["event_ts"], payload);
			this.#send(item(payload, { replayed }));
			for (let more = 1; more < copies; more += 1) this.#send(item(payload));
		};
		if (delayMs > 0) clock.timer(delayMs, go);
		else go();
	}
	rateLimited() {
		const { team, bot, clock } = this.#options;
		this.#send(item(rateLimitedPayload(team, bot, clock)));
	}
	interactive(payload, { type = "interactive", accepts = false } = {}) {
		if (this.#openConnections().length === 0) return Promise.resolve({ acked: false });
		const { promise, resolve } = Promise.withResolvers();
		this.#send(item(JSON.stringify(payload), {
			type,
			accepts,
			settle: resolve
		}));
		return promise;
	}
	acknowledge(envelopeId, payload) {
		const found = this.#open.get(envelopeId);
		if (!found) return;
		this.#forget(found);
		this.#past.acknowledged(found.payload);
		found.settle?.({
			acked: true,
			...payload === void 0 ? {} : { payload }
		});
	}
	redeliver(ts, attempt) {
		const again = this.#past.about(ts);
		for (const payload of again) this.#send(item(payload, { attempt }));
		return again.length;
	}
	isDelivered(ts) {
		return this.#past.isDelivered(ts);
	}
	close() {
		for (const left of new Set(this.#open.values())) {
			this.#forget(left);
			left.settle?.({ acked: false });
		}
		this.#waiting.empty();
	}
	#openConnections() {
		return [...this.#connections.keys()].filter((connection) => connection.isOpen());
	}
	/** To one of the connections, in turn. With none, the event waits and comes as a retry. */
	#send(wanted) {
		const { clock, ids, ackTimeout } = this.#options;
		const connections = this.#openConnections();
		const connection = connections[this.#turn++ % Math.max(1, connections.length)];
		if (!connection) {
			wanted.attempt = Math.max(1, wanted.attempt);
			this.#waiting.add(wanted);
			return;
		}
		const id = ids.uuid();
		wanted.envelopes.push(id);
		this.#open.set(id, wanted);
		wanted.forget = clock.timer(ackTimeout, () => this.#late(wanted));
		const frame = envelope({
			...wanted,
			id
		});
		if (wanted.replayed && wanted.attempt === 0) clock.timer(ackTimeout * replayAfter, () => this.#replay(frame));
		this.#hand(connection, frame);
	}
	#hand(connection, frame) {
		const sent = (this.#connections.get(connection) ?? 0) + 1;
		this.#connections.set(connection, sent);
		connection.send(frame);
		if (this.#options.trouble.cutsAfter(sent)) connection.cut();
	}
	/** The same envelope as if nothing had happened, which Slack has been seen to send. */
	#replay(frame) {
		const [connection] = this.#openConnections();
		if (connection) this.#hand(connection, frame);
	}
	#late(wanted) {
		if (wanted.type !== "events_api" || wanted.attempt >= mostAttempts) {
			this.#forget(wanted);
			wanted.settle?.({ acked: false });
			return;
		}
		wanted.attempt += 1;
		this.#send(wanted);
	}
	#forget(wanted) {
		wanted.forget?.();
		for (const id of wanted.envelopes) this.#open.delete(id);
		this.#waiting.remove(wanted);
	}
};
/** Brings events to the app: one of its connections, an ack within the time, or once more. */
const createDelivery = (options) => new Courier(options);
// src/sandbox/socket/connection.ts
/** A connection that was told to go and stays is ended. */
const patience = 1e4;
/** So is TCP that was left open. */
const tcpPatience = 3e4;
/** Pings are about this machine's time: a clock that is moved does not end a connection. */
function keepAlive(socket, interval) {
	if (interval <= 0) return () => {};
	let answered = true;
	socket.on("pong", () => {
		answered = true;
	});
	const timer = setInterval(() => {
		if (!answered) return socket.terminate();
		answered = false;
		socket.ping(`Ping from ${host}`);
	}, interval);
	return () => clearInterval(timer);
}
/** Slack answers the close of a connection and leaves TCP open; the client's own end is answered. */
function leaveOpen(socket, onClosed) {
	const end = socket.end.bind(socket);
	socket.once("end", () => end());
	socket.end = () => {
		onClosed();
		setTimeout(() => end(), tcpPatience).unref();
		return socket;
	};
}
function createLink(socket, number, options) {
	const { clock, warningPeriod, lifetime, frames } = options;
	const cancels = [keepAlive(socket, options.pingInterval)];
	const isOpen = () => socket.readyState === socket.OPEN;
	/** What goes wrong with a frame costs this connection, and nothing else. */
	const guarded = (act) => (frame, ...more) => {
		try {
			act(frame, ...more);
		} catch {
			socket.terminate();
		}
	};
	const later = (ms, task) => void cancels.push(clock.timer(ms, task));
	const link = {
		isOpen,
		send: guarded((frame) => {
			frames.frame(number, "out", frame);
			socket.send(frame);
		}),
		cut: () => socket.terminate(),
		dismiss(reason) {
			if (!isOpen()) return;
			link.send(disconnectFrame(reason));
			if (reason === "warning") later(warningPeriod, () => link.dismiss("refresh_requested"));
			else later(patience, () => socket.close(1e3));
		},
		gone() {
			for (const cancel of cancels.splice(0)) cancel();
			options.onGone();
		}
	};
	socket.on("error", () => socket.terminate());
	socket.on("close", link.gone);
	const take = guarded((frame, isText) => {
		frames.frame(number, "in", frame);
		const ack = isText ? readAck(frame) : void 0;
		if (ack) options.onAck(ack.id, ack.payload);
	});
	socket.on("message", (data, isBinary) => {
		take(isBinary ? `binary of ${data.length} bytes` : String(data), !isBinary);
	});
	if (lifetime > 0) later(Math.max(0, lifetime - warningPeriod), () => link.dismiss("warning"));
	return link;
}
// src/sandbox/socket/tickets.ts
const most = 1e3;
/** One ticket opens one connection. */
function createTickets() {
	const tickets = /* @__PURE__ */ new Set();
	let isOn = true;
	return {
		issue(ticket) {
			if (!isOn) throw new SlackError("access_denied");
			tickets.add(ticket);
			const [oldest] = tickets;
			if (tickets.size > most && oldest !== void 0) tickets.delete(oldest);
		},
		take: (ticket) => tickets.delete(ticket) && isOn,
		turn(on) {
			isOn = on;
		}
	};
}
// src/sandbox/socket/socket.ts
const mostConnections = 10;
/** What Slack says of a connection's life where none is set. */
const usualLifetime = 1806e4;
const forbidden = "HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";
function refuse(socket) {
	socket.on("error", () => socket.terminate());
	socket.send(disconnectFrame("too_many_websockets"));
	socket.close(1e3);
}
function createLinks(options) {
	const { appId, clock, delivery, changes } = options;
	const lifetime = options.lifetime || 1806e4;
	const links = /* @__PURE__ */ new Set();
	let number = 0;
	const count = () => [...links].filter((link) => link.isOpen()).length;
	return {
		count,
		/** A new connection: hello, then what waited for it. */
		welcome(socket) {
			const onGone = () => {
				if (!links.delete(link)) return;
				delivery.remove(link);
				changes.tell({
					type: "connections",
					count: count()
				});
			};
			const onAck = (id, payload) => {
				delivery.acknowledge(id, payload);
				changes.notify();
			};
			const link = createLink(socket, ++number, {
				...options,
				onAck,
				onGone
			});
			links.add(link);
			link.send(helloFrame({
				connections: count(),
				appId,
				lifetime,
				started: clock.now()
			}));
			delivery.add(link);
			changes.tell({
				type: "connections",
				count: count()
			});
			return link;
		},
		each: (act) => [...links].forEach(act)
	};
}
/** Socket Mode: tickets, connections, acks, pings. */
function createSocketMode(options) {
	const server = new WebSocketServer({
		noServer: true,
		maxPayload: largestFrame
	});
	const tickets = createTickets();
	const links = createLinks(options);
	const disconnect = (reason) => links.each((link) => link.dismiss(reason));
	return {
		issue: tickets.issue,
		upgrade(request, socket, head, query) {
			if (!tickets.take(query.get("ticket") ?? "")) return void socket.end(forbidden);
			let link;
			if (options.leaveTcpOpen) leaveOpen(socket, () => link?.gone());
			server.handleUpgrade(request, socket, head, (accepted) => {
				if (links.count() >= mostConnections) refuse(accepted);
				else link = links.welcome(accepted);
			});
		},
		connections: links.count,
		disconnect,
		turn(on) {
			tickets.turn(on);
			if (!on) disconnect("link_disabled");
		},
		drop: () => links.each((link) => link.cut()),
		close() {
			for (const socket of server.clients) socket.terminate();
			server.close();
		}
	};
}
// src/sandbox/state/act.ts
function topOf(workspace, by) {
	const top = modalsOf(workspace, by.id).at(-1);
	if (top) return top;
	throw new SandboxError("not_found", `${by.name} has no modal open`);
}
function placeOf(workspace, by, { channel, ts }) {
	if (channel !== void 0 || ts !== void 0) return {
		channel: roomCalled(workspace, channel ?? "").id,
		ts: ts ?? ""
	};
	const view = modalsOf(workspace, by.id).at(-1) ?? homeOf(workspace, by.id);
	if (view) return { view: view.id };
	throw new SandboxError("not_found", `${by.name} has no view open: say in which message, with channel and ts`);
}
/** What an external select offers for what is picked; any other control has its own options. */
async function offered(workspace, by, wanted, control, place) {
	if (!control.type.includes("external_select")) return optionsOf(control.element);
	const typed = (Array.isArray(wanted.value) ? wanted.value : [wanted.value ?? ""]).map(String);
	const request = {
		place,
		actionId: control.actionId,
		blockId: control.blockId
	};
	return (await Promise.all(typed.map((value) => loadOptions(workspace, by, {
		...request,
		value
	})))).flatMap(({ options }) => options.flatMap((one) => one["options"] ? optionsOf(one) : [one]));
}
async function press(workspace, wanted) {
	const by = personCalled(workspace, wanted.as);
	const place = placeOf(workspace, by, wanted);
	const surface = surfaceAt(workspace, by, place);
	const control = controlIn(surface, wanted);
	const action = fill(workspace, control, wanted.value, await offered(workspace, by, wanted, control, place));
	const values = fillAll(workspace, surface.blocks, wanted.values);
	const { blockId, actionId } = control;
	return pressControl(workspace, by, {
		place,
		blockId,
		actionId,
		action,
		values
	});
}
/** What a program does as the people, with what the app shows them. */
function createInteractions(workspace) {
	const person = (as) => personCalled(workspace, as);
	return {
		press: (wanted) => press(workspace, wanted),
		async suggest({ as, text = "", actionId, blockId, ...where }) {
			const place = placeOf(workspace, person(as), where);
			return loadOptions(workspace, person(as), {
				place,
				actionId,
				blockId,
				value: text
			});
		},
		async command({ as, channel, text = "", command = workspace.commands[0]?.command ?? "/ops", thread }) {
			return runCommand(workspace, person(as), {
				room: roomCalled(workspace, channel),
				command,
				text,
				thread
			});
		},
		async shortcut({ as, callbackId, channel, ts }) {
			const message = channel === void 0 || ts === void 0 ? void 0 : {
				channel: roomCalled(workspace, channel).id,
				ts
			};
			return runShortcut(workspace, person(as), {
				callbackId,
				...message ? { message } : {}
			});
		},
		async submit({ as, values }) {
			const view = topOf(workspace, person(as));
			return submitView(workspace, person(as), {
				view: view.id,
				values: fillAll(workspace, view.blocks, values)
			});
		},
		closeView: (as, { all = false } = {}) => closeView(workspace, person(as), {
			view: topOf(workspace, person(as)).id,
			all
		}),
		openHome: (as, tab) => openHome(workspace, person(as), tab),
		views: (as) => modalsOf(workspace, person(as).id),
		home: (as) => homeOf(workspace, person(as).id)
	};
}
// src/sandbox/state/relocate.ts
const addresses = [
	"url_private",
	"url_private_download",
	"permalink"
];
function relocated(file, origin) {
	const moved = addresses.flatMap((name) => {
		const address = typeof file[name] === "string" ? URL.parse(file[name]) : null;
		return address ? [[name, origin + address.pathname]] : [];
	});
	return {
		...file,
		...Object.fromEntries(moved)
	};
}
/** Files of messages that were kept are at the address of this start, which may be another than the one before. */
function relocateFiles({ conversations, origin }) {
	for (const { messages } of conversations.values()) for (const [at, message] of messages.entries()) if (message.files) messages[at] = {
		...message,
		files: message.files.map((file) => relocated(file, origin))
	};
}
// src/sandbox/state/plain.ts
/** A value as JSON can have it: maps, sets and bytes under names that begin with `$`. Functions are left out. */
function toPlain(value) {
	if (value instanceof Map) return { $map: [...value].map(([key, item]) => [key, toPlain(item)]) };
	if (value instanceof Set) return { $set: [...value].map(toPlain) };
	if (Buffer.isBuffer(value)) return { $bytes: value.toString("base64") };
	if (Array.isArray(value)) return value.map(toPlain);
	if (!isRecord$1(value)) return typeof value === "function" ? void 0 : value;
	const entries = Object.entries(value).map(([key, item]) => [key, toPlain(item)]);
	return entries.some(([key]) => key.startsWith("$")) ? { $object: entries } : Object.fromEntries(entries);
}
const fromEntries = (entries) => entries.map(([key, item]) => [key, fromPlain(item)]);
/** The value again. Throws where it is not what `toPlain` makes. */
function fromPlain(value) {
	if (Array.isArray(value)) return value.map(fromPlain);
	if (!isRecord$1(value)) return value;
	const [name, ...others] = Object.keys(value);
	if (name === void 0 || !name.startsWith("$") || others.length > 0) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fromPlain(item)]));
	if (name === "$map") return new Map(fromEntries(value[name]));
	if (name === "$set") return new Set(value[name].map(fromPlain));
	if (name === "$bytes") return Buffer.from(String(value[name]), "base64");
	if (name === "$object") return Object.fromEntries(fromEntries(value[name]));
	throw new TypeError(`nothing is called ${name}`);
}
// src/sandbox/state/saved.ts
const format = "ops-sandbox";
/** What a start gives and its options decide: not the state's to say. */
const given = [...[
	"team",
	"bot",
	"origin",
	"clock",
	"changes",
	"delivery",
	"ids",
	"smart",
	"commands",
	"shortcuts",
	"scopes"
], ...["triggers"]];
/** Characters of a line, about. */
const lineLength = 65536;
/** Bytes of a file in a line: a multiple of three, so that the pieces of base64 join. */
const pieceLength = 49152;
function savedOf(workspace) {
	const names = new Set(given);
	return Object.fromEntries(Object.entries(workspace).filter(([name]) => !names.has(name)));
}
function* messageLines(channel, messages) {
	let texts = [];
	let length = 0;
	const line = () => `{"channel":${JSON.stringify(channel)},"messages":[${texts.join(",")}]}`;
	for (const message of messages) {
		const text = JSON.stringify(message);
		texts.push(text);
		length += text.length;
		if (length < lineLength) continue;
		yield line();
		texts = [];
		length = 0;
	}
	if (texts.length > 0) yield line();
}
function* fileLines(file, data) {
	for (let at = 0; at < data.length || at === 0; at += pieceLength) yield JSON.stringify({
		file,
		bytes: data.subarray(at, at + pieceLength).toString("base64")
	});
}
function* linesOf(head, rooms, files) {
	yield JSON.stringify({
		format,
		version: 1
	});
	yield head;
	for (const [channel, messages] of rooms) yield* messageLines(channel, messages);
	for (const [file, data] of files) yield* fileLines(file, data);
	yield JSON.stringify({ end: true });
}
/** The lines for the workspace as it is now, each made only when it is asked for. */
function savedLines(workspace) {
	const { conversations, files, ...rest } = savedOf(workspace);
	const head = {
		...rest,
		conversations: new Map([...conversations].map(([id, room]) => [id, {
			...room,
			messages: []
		}])),
		files: new Map([...files].map(([id, { data: _, ...file }]) => [id, file]))
	};
	return linesOf(JSON.stringify({ workspace: toPlain(head) }), [...conversations].map(([id, { messages }]) => [id, [...messages]]), [...files].flatMap(([id, { data }]) => data ? [[id, data]] : []));
}
const isMessage = (value) => isRecord$1(value) && typeof value["ts"] === "string" && typeof value["text"] === "string";
function sameKind(one, other) {
	return typeof one === typeof other && one?.constructor === other?.constructor;
}
/** What was saved, on top of a fresh workspace. Throws a sentence for what is none of it. */
function readWorkspace(value, fresh) {
	if (!isRecord$1(value)) throw new TypeError("there is no workspace in it");
	const read = fromPlain(value);
	const saved = savedOf(fresh);
	for (const name of Object.keys(saved)) {
		if (read[name] === void 0) continue;
		if (!sameKind(read[name], saved[name])) throw new TypeError(`its ${name} are none`);
		Object.assign(saved, { [name]: read[name] });
	}
	return saved;
}
/** Takes the lines of a state file after the first one. `fresh` says what a workspace has in it. */
function createReader(fresh) {
	let saved;
	let ended = false;
	const pieces = /* @__PURE__ */ new Map();
	const take = (value) => {
		if (!isRecord$1(value) || ended) throw new TypeError("it is nothing that is known");
		if (value["end"] === true) ended = true;
		else if (!saved) saved = readWorkspace(value["workspace"], fresh);
		else if (typeof value["channel"] === "string") {
			const room = saved.conversations.get(value["channel"]);
			const { messages } = value;
			if (!room || !Array.isArray(messages) || !messages.every(isMessage)) throw new TypeError("its messages are none");
			for (const message of messages) room.messages.push(message);
		} else {
			const [file, bytes] = [String(value["file"]), String(value["bytes"])];
			if (!saved.files.has(file)) throw new TypeError("its file is none");
			pieces.set(file, [...pieces.get(file) ?? [], Buffer.from(bytes, "base64")]);
		}
	};
	return {
		line: (text) => take(JSON.parse(text)),
		end() {
			if (!saved || !ended) throw new TypeError("it breaks off");
			for (const [id, parts] of pieces) Object.assign(saved.files.get(id) ?? {}, { data: Buffer.concat(parts) });
			return saved;
		}
	};
}
// src/sandbox/state/load.ts
const broken = (path, why, cause) => new SandboxError("state_broken", `${path} ${why}; it is left as it is`, { cause });
function checkHead(path, text) {
	let head = null;
	try {
		head = JSON.parse(text);
	} catch {}
	if (head?.format !== "ops-sandbox") throw broken(path, "is not the state of a sandbox");
	if (typeof head.version === "number" && head.version > 1) throw broken(path, `was written by a newer sandbox (version ${head.version}, this one knows 1)`);
	if (head.version !== 1) throw broken(path, `has an unknown version, ${JSON.stringify(head.version)}`);
}
/** What the file says, or undefined when there is no file, or an empty one. */
async function read(path, fresh) {
	const reader = createReader(fresh);
	let number = 0;
	try {
		for await (const line of createInterface({
			input: createReadStream(path),
			crlfDelay: Number.POSITIVE_INFINITY
		})) {
			number += 1;
			if (number === 1) checkHead(path, line);
			else reader.line(line);
		}
		return number === 0 ? void 0 : reader.end();
	} catch (error) {
		if (error instanceof SandboxError) throw error;
		const { code, message } = error;
		if (code === "ENOENT") return void 0;
		if (code !== void 0) throw new SandboxError("state_failed", `${path} cannot be read: ${message}`, { cause: error });
		throw broken(path, `is broken at line ${number}: ${message}`, error);
	}
}
/** People and channels that the options name and the file does not have yet. */
function addNew(saved, fresh, { people, channels }) {
	const added = people === void 0 ? [] : fresh.people.filter(({ id }) => !saved.users.has(id));
	mustDiffer("people", added, saved.users.values());
	for (const person of added) {
		saved.callers.set(person.token, {
			kind: "person",
			userId: person.id
		});
		for (const room of saved.conversations.values()) if (room.kind === "channel") room.members.add(person.id);
	}
	saved.people = [...saved.people, ...added];
	if (people !== void 0) {
		for (const [id, user] of fresh.users) if (!saved.users.has(id)) saved.users.set(id, user);
	}
	for (const [id, room] of fresh.conversations) if ((isDirect$1(room) ? added.some((person) => room.members.has(person.id)) : channels !== void 0) && !saved.conversations.has(id)) saved.conversations.set(id, room);
}
function latestOf({ conversations }) {
	return [...conversations.values()].map(({ messages }) => messages.at(-1)?.ts ?? "0").sort().at(-1) ?? "0";
}
/** The workspace as it was when it was saved. */
async function loadState(path, workspace, options) {
	const saved = await read(path, workspace);
	if (!saved) return;
	addNew(saved, workspace, options);
	workspace.clock.passed(latestOf(saved));
	const { positions, ...rest } = saved;
	for (const [name, position] of positions) if (Array.isArray(position)) workspace.positions.set(name, position);
	Object.assign(workspace, rest);
}
// src/sandbox/state/lock.ts
/** Those of this process: a number alone may be that of a process long gone, which had the same. */
const held = /* @__PURE__ */ new Set();
/** One that ended and whose parent did not look after it: it has a number, and holds nothing. Only Linux says so. */
function isZombie(pid) {
	try {
		return /\) [ZX] [^)]*$/u.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
	} catch {
		return false;
	}
}
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return !isZombie(pid);
	} catch (error) {
		return error.code === "EPERM";
	}
}
/** The process that has the lock; undefined when that one is gone. */
function holder(lock) {
	let pid;
	try {
		pid = Number.parseInt(readFileSync(lock, "utf8"), 10);
	} catch {
		return;
	}
	if (!(pid > 0) || pid === process.pid && !held.has(lock)) return void 0;
	return isAlive(pid) ? pid : void 0;
}
function write(path, lock) {
	try {
		writeFileSync(lock, `${process.pid}\n`, {
			flag: "wx",
			mode: 384
		});
	} catch (error) {
		const { code, message } = error;
		if (code === "EEXIST") throw error;
		throw new SandboxError("state_failed", `${path} cannot be locked: ${message}`, { cause: error });
	}
}
/** Keeps the file for this sandbox alone, until the answer is called. */
function takeLock(path) {
	const lock = `${path}.lock`;
	try {
		write(path, lock);
	} catch (error) {
		if (error instanceof SandboxError) throw error;
		const pid = holder(lock);
		if (pid !== void 0) {
			const sentence = `${path} is in use by the sandbox of process ${pid} (if there is none, remove ${lock})`;
			throw new SandboxError("state_in_use", sentence);
		}
		rmSync(lock, { force: true });
		write(path, lock);
	}
	held.add(lock);
	return () => {
		held.delete(lock);
		rmSync(lock, { force: true });
	};
}
// src/sandbox/state/save.ts
/** Milliseconds from a change to its being saved. */
const pause = 300;
/** Saving takes this share of the time at most. */
const share = 10;
/** Characters that are handed over at once. */
const batch = 262144;
async function writeLines(file, lines) {
	let texts = [];
	let length = 0;
	for (const line of lines) {
		texts.push(line, "\n");
		length += line.length;
		if (length < batch) continue;
		await file.appendFile(texts.join(""));
		texts = [];
		length = 0;
	}
	await file.appendFile(texts.join(""));
}
/** Written aside and put in place at once: who reads the file finds all of it, whatever happens meanwhile. */
async function save(path, workspace) {
	const aside = `${path}.new`;
	const lines = savedLines(workspace);
	const file = await open(aside, "w", 384);
	try {
		await file.chmod(384);
		await writeLines(file, lines);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(aside, path);
}
const failed = (path, error) => new SandboxError("state_failed", `${path} cannot be written to: ${error.message}`, { cause: error });
/** Saves a while after a change, and rarely where saving takes long. */
function createSaver(path, workspace, warn) {
	let isDirty = false;
	let isOver = false;
	let complained = false;
	let timer;
	let running;
	const run = async () => {
		const began = performance.now();
		isDirty = false;
		try {
			await save(path, workspace);
			complained = false;
		} catch (error) {
			if (!complained) warn(failed(path, error).message);
			complained = true;
		}
		running = void 0;
		if (isDirty) schedule(Math.max(pause, (performance.now() - began) * share));
	};
	const schedule = (ms) => {
		timer = setTimeout(() => {
			timer = void 0;
			running = run();
		}, ms).unref();
	};
	return {
		changed() {
			if (isOver) return;
			isDirty = true;
			if (!timer && !running) schedule(pause);
		},
		async finish() {
			clearTimeout(timer);
			await running;
			clearTimeout(timer);
			isOver = true;
			if (!isDirty && !complained) return;
			await save(path, workspace).catch((error) => Promise.reject(failed(path, error)));
		}
	};
}
function followLinks(path) {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}
/** Brings the workspace to what the file says, and the file to what the workspace becomes. */
async function keepState(workspace, options, warn) {
	if (options.state === void 0) return {
		changed() {},
		close: async () => {}
	};
	const path = followLinks(options.state);
	const release = takeLock(path);
	try {
		await loadState(path, workspace, options);
		await save(path, workspace).catch((error) => Promise.reject(failed(path, error)));
	} catch (error) {
		release();
		throw error;
	}
	const saver = createSaver(path, workspace, warn);
	const unfollow = workspace.changes.follow(saver.changed);
	return {
		changed: saver.changed,
		close: () => {
			unfollow();
			return saver.finish().finally(release);
		}
	};
}
// src/sandbox/state/grow.ts
/** People who come later. They are in every public channel, and the app hears of them. */
function addPeople(workspace, wanted) {
	const { team, bot, users, callers, conversations, changes, delivery, clock } = workspace;
	for (const one of wanted) checkPerson(one);
	const added = wanted.map((one) => personOf(one, team));
	mustDiffer("people", added, users.values());
	const people = added.map(({ id, name }) => ({
		id,
		name,
		token: freshToken("xoxp")
	}));
	for (const room of conversations.values()) if (room.kind === "channel") for (const { id } of people) room.members.add(id);
	for (const user of added) users.set(user.id, user);
	for (const { id, token } of people) {
		callers.set(token, {
			kind: "person",
			userId: id
		});
		const direct = directMessagesOf(id, bot, seconds(clock));
		conversations.set(direct.id, direct);
	}
	workspace.people = [...workspace.people, ...people];
	changes.tell({ type: "workspace" });
	for (const user of added) delivery.event({
		type: "team_join",
		user: describeUser(workspace, user),
		event_ts: clock.ts()
	});
	return people;
}
/** Channels that are made later. Everybody is in them, and the app hears of the public ones. */
function addChannels(workspace, wanted) {
	const { people, bot, conversations, changes, delivery, clock } = workspace;
	for (const one of wanted) if (typeof one !== "string") checkChannel(one);
	const added = wanted.map((one) => channelOf(one, people, bot, seconds(clock)));
	mustDiffer("channels", added, [...conversations.values()].filter((room) => !isDirect$1(room)));
	for (const room of added) {
		conversations.set(room.id, room);
		changes.tell({
			type: "conversation",
			channel: room.id
		});
		if (room.kind !== "channel") continue;
		const { id, name, created, creator } = describeConversation(workspace, room, {
			kind: "bot",
			userId: bot.userId
		});
		delivery.event({
			type: "channel_created",
			channel: {
				id,
				name,
				created,
				creator
			},
			event_ts: clock.ts()
		});
	}
	return added;
}
// src/sandbox/state/steer.ts
/** A room that one can come to and go from. */
function channelCalled(workspace, where) {
	const room = roomCalled(workspace, where);
	if (!isDirect$1(room)) return room;
	throw new SandboxError("invalid", `${where} are direct messages: nobody is invited to them or leaves them`);
}
/** All of it, or nothing where a part is refused. */
function setApp(workspace, app) {
	checkFields("app", app, {
		commands: "list?",
		shortcuts: "list?",
		scopes: "texts?"
	});
	const { commands, shortcuts, scopes } = app;
	Object.assign(workspace, {
		...commands === void 0 ? {} : { commands: everyCommand(commands) },
		...shortcuts === void 0 ? {} : { shortcuts: everyShortcut(shortcuts) },
		...scopes === void 0 ? {} : { scopes }
	});
	workspace.changes.tell({ type: "workspace" });
}
/** What a program changes in a workspace that runs. */
function createSteering(workspace) {
	const { bot } = workspace;
	return {
		invite: (channel) => void join$3(workspace, channelCalled(workspace, channel), bot.userId),
		kick: (channel) => void leave$1(workspace, channelCalled(workspace, channel), bot.userId),
		setApp: (app) => setApp(workspace, app),
		addPeople: (people) => addPeople(workspace, people),
		addChannels: (channels) => addChannels(workspace, channels).map(({ id, name }) => ({
			id,
			name
		}))
	};
}
// src/sandbox/server.ts
const usual = {
	ackTimeout: 3e3,
	pingInterval: 1e4,
	warningPeriod: 1e4,
	waitTimeout: 5e3,
	host: "127.0.0.1",
	connectionLifetime: usualLifetime,
	leaveTcpOpen: false,
	warn: (message) => process.emitWarning(message)
};
function listen(server, host, port) {
	const { promise, resolve, reject } = Promise.withResolvers();
	server.once("error", (error) => {
		const taken = error.code === "EADDRINUSE";
		reject(taken ? new SandboxError("port_in_use", `port ${port} is in use`, { cause: error }) : error);
	});
	server.listen(port, host, () => resolve(server.address().port));
	return promise;
}
async function close({ workspace, socket, page, server, recorder, keeper }) {
	workspace.changes.close();
	workspace.delivery.close();
	workspace.clock.close();
	socket.close();
	page.close();
	const { promise, resolve } = Promise.withResolvers();
	server.close(() => resolve());
	server.closeAllConnections();
	await promise;
	await recorder.close();
	await keeper.close();
}
function storedFile({ files }, id) {
	const { name, title, data } = files.get(id) ?? {};
	if (name === void 0 || title === void 0 || !data) throw new SandboxError("not_found", `there is no file ${id}`);
	return {
		name,
		title,
		content: data
	};
}
/** What a program does in the workspace, as its people. */
function control(workspace) {
	return {
		say: async (line) => say$1(workspace, line),
		edit: async (wanted) => edit$1(workspace, wanted),
		redeliver(ts, attempt = 1) {
			if (workspace.delivery.redeliver(ts, attempt) > 0) return;
			throw new SandboxError("not_found", `no event about ${ts} was sent`);
		},
		isDelivered: (ts) => workspace.delivery.isDelivered(ts),
		file: (id) => storedFile(workspace, id),
		messages: (channel) => [...roomCalled(workspace, channel).messages]
	};
}
function everyFault({ faults, trouble, socket, workspace }) {
	return {
		next: faults.next,
		always: faults.always,
		delivery: trouble.set,
		linkDisabled: (disabled) => socket.turn(!disabled),
		appRateLimited: () => workspace.delivery.rateLimited(),
		clear(method) {
			faults.clear(method);
			if (method !== void 0) return;
			trouble.clear();
			socket.turn(true);
		}
	};
}
/** The workspace as it was, if it was before, and what was under way in it. */
async function restore(workspace, options, warn) {
	const keeper = await keepState(workspace, options, warn);
	try {
		addUserGroups(workspace, options.usergroups);
	} catch (error) {
		await keeper.close();
		throw error;
	}
	resumeStreams(workspace);
	resumeStatuses(workspace);
	resumeUploads(workspace);
	return keeper;
}
async function assemble(options) {
	const { ackTimeout, connectionLifetime: lifetime, warn, ...usually } = {
		...usual,
		...options
	};
	const positions = /* @__PURE__ */ new Map();
	const draw = randomFor(options.seed === void 0 ? void 0 : String(options.seed), positions);
	const trouble = createDeliveryTrouble(draw);
	const workspace = createWorkspace(options, (from) => createDelivery({
		...from,
		ackTimeout,
		trouble
	}), positions);
	const { clock, delivery, changes, bot } = workspace;
	const limits = createLimits(workspace, options.limits);
	const recorder = await createRecorder(options.record, clock, warn);
	const frames = recorder;
	const keeper = await restore(workspace, options, warn).catch(async (error) => {
		await recorder.close();
		throw error;
	});
	const socket = createSocketMode({
		...usually,
		appId: bot.appId,
		lifetime,
		clock,
		delivery,
		changes,
		frames
	});
	const [faults, log, steering] = [
		createFaults(draw),
		createCallLog(),
		createControl()
	];
	const api = createApi(workspace, {
		tickets: socket,
		faults,
		limits,
		log
	});
	const page = createPageServer({
		workspace,
		connections: socket.connections
	});
	return {
		workspace,
		socket,
		trouble,
		faults,
		limits,
		log,
		page,
		server: createHttpServer({
			workspace,
			api,
			socket,
			faults,
			page,
			steering,
			recorder,
			keeper
		}),
		recorder,
		keeper,
		steering
	};
}
function sandboxOf(parts, port) {
	const { workspace, socket, log, limits } = parts;
	const { bot, team, changes, clock } = workspace;
	let closed;
	const sandbox = {
		apiUrl: `${workspace.origin}/api/`,
		port,
		appToken: workspace.appToken,
		botToken: workspace.botToken,
		team: {
			id: team.id,
			domain: team.domain
		},
		bot: {
			userId: bot.userId,
			botId: bot.botId,
			name: bot.name
		},
		get people() {
			return workspace.people;
		},
		get channels() {
			return [...workspace.conversations.values()].filter((conversation) => !isDirect$1(conversation)).map(({ id, name }) => ({
				id,
				name
			}));
		},
		...control(workspace),
		...createSteering(workspace),
		setLimits: limits.set,
		...createInteractions(workspace),
		waitFor: (look, timeout = usual.waitTimeout) => changes.wait(() => look(sandbox), timeout),
		connections: socket.connections,
		disconnect: socket.disconnect,
		drop: socket.drop,
		calls: log.calls,
		faults: everyFault(parts),
		clock: {
			now: clock.now,
			advance: clock.advance
		},
		close: () => closed ??= close(parts)
	};
	return sandbox;
}
/**
* Starts a Slack workspace on this machine: Web API, Socket Mode and the page on one port of 127.0.0.1.
*
* @example
* const sandbox = await startSandbox({ people: [{ name: 'mary' }], channels: ['ops'] });
* await sandbox.say({ as: 'mary', channel: '#ops', text: '@ops deploy uat' });
*/
async function startSandbox(options = {}) {
	const { port: wanted = 0, host = usual.host } = options;
	checkPort(wanted);
	checkHost(host);
	checkOptions(options);
	const parts = await assemble(options);
	const port = await listen(parts.server, host, wanted).catch(async (error) => {
		await close(parts);
		throw error;
	});
	parts.workspace.origin = addressOf(host, port);
	relocateFiles(parts.workspace);
	const sandbox = sandboxOf(parts, port);
	parts.steering.drive(sandbox);
	return sandbox;
}
export { startSandbox as t };
