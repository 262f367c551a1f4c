import { T as OpsError } from "./start.js";
// src/system/http.ts
const mostBody = 10 * 2 ** 20;
const causes = {
	ECONNREFUSED: "the connection was refused",
	ECONNRESET: "the connection was broken off",
	ENOTFOUND: "there is no such host",
	EAI_AGAIN: "the name could not be looked up",
	ETIMEDOUT: "no connection came about",
	EHOSTUNREACH: "there is no way to it",
	ENETUNREACH: "there is no way to its network",
	UND_ERR_CONNECT_TIMEOUT: "no connection came about",
	UND_ERR_SOCKET: "the connection was broken off",
	CERT_HAS_EXPIRED: "its certificate has expired",
	DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself",
	SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by nobody known",
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate is signed by nobody known",
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is signed by nobody known",
	ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another host"
};
/** Requests over the network. Messages name the host alone: paths, queries and credentials may hold secrets. */
function createHttp() {
	return async (address, options = {}) => {
		const { url, authorization } = readAddress(address);
		const headers = toHeaders(url, options.headers);
		if (authorization !== void 0 && !headers.has("authorization")) headers.set("authorization", authorization);
		const timeout = options.timeout ?? 15e3;
		const timer = new AbortController();
		const timing = setTimeout(() => timer.abort(), timeout);
		try {
			return await request(url, headers, options, timer.signal);
		} catch (error) {
			if (options.signal?.aborted) throw reasonOf(options.signal);
			if (timer.signal.aborted) throw new OpsError("unavailable", `${url.host} did not answer within ${timeout / 1e3} s`);
			throw error instanceof OpsError ? error : unreachable(url, error);
		} finally {
			clearTimeout(timing);
		}
	};
}
async function request(url, headers, options, late) {
	const response = await fetch(url, {
		method: options.method ?? "GET",
		headers,
		signal: options.signal === void 0 ? late : AbortSignal.any([options.signal, late]),
		...options.body === void 0 ? {} : { body: options.body }
	});
	return {
		status: response.status,
		headers: response.headers,
		text: await readBody(url, response)
	};
}
async function readBody(url, { body }) {
	if (body === null) return "";
	const chunks = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > mostBody) throw new OpsError("unavailable", `${url.host} answered with more than 10 MB`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}
function readAddress(address) {
	const url = URL.parse(address);
	if (url === null || url.protocol !== "http:" && url.protocol !== "https:") {
		const shown = address.replace(/[?#].*/s, "").replace(/\/\/[^/]*@/, "//");
		throw new OpsError("usage", `"${shown}" is not an address that can be asked`, { hint: "https://host/path" });
	}
	if (url.username === "" && url.password === "") return {
		url,
		authorization: void 0
	};
	const credentials = `${decode(url.username)}:${decode(url.password)}`;
	url.username = "";
	url.password = "";
	return {
		url,
		authorization: `Basic ${Buffer.from(credentials).toString("base64")}`
	};
}
function decode(part) {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
function toHeaders(url, given) {
	const headers = new Headers();
	for (const [name, value] of Object.entries(given ?? {})) try {
		headers.set(name, value);
	} catch {
		throw new OpsError("usage", `the header ${JSON.stringify(name)} for ${url.host} holds what no header can`);
	}
	return headers;
}
function unreachable(url, error) {
	const code = codeOf(error);
	const words = code === void 0 ? wordsOf(error) : causes[code] ?? wordsOf(error);
	const shown = code === void 0 ? words : `${words} (${code})`;
	return new OpsError("unavailable", `${url.host} cannot be reached: ${shown}`, { cause: error });
}
/** What the network said, under the wrappers; of several addresses that were tried, the first. */
function rootOf(error) {
	if (error instanceof AggregateError && error.errors.length > 0) return rootOf(error.errors[0]);
	return error instanceof Error && error.cause !== void 0 ? rootOf(error.cause) : error;
}
function codeOf(error) {
	const { code } = rootOf(error) ?? {};
	return typeof code === "string" ? code : void 0;
}
function wordsOf(error) {
	const root = rootOf(error);
	return root instanceof Error ? root.message : String(root);
}
function reasonOf({ reason }) {
	return reason instanceof OpsError ? reason : new OpsError("cancelled", "it was stopped", { cause: reason });
}
export { createHttp };
