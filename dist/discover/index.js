import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_modules__ = {
	9620: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, { R: () => act });
		var core = __nccwpck_require__(4214);
		var util = __nccwpck_require__(4633);
		let error = () => {
			let Sizable = {
				string: {
					unit: "characters",
					verb: "to have"
				},
				file: {
					unit: "bytes",
					verb: "to have"
				},
				array: {
					unit: "items",
					verb: "to have"
				},
				set: {
					unit: "items",
					verb: "to have"
				},
				map: {
					unit: "entries",
					verb: "to have"
				}
			};
			function getSizing(origin) {
				return Sizable[origin] ?? null;
			}
			let FormatDictionary = {
				regex: "input",
				email: "email address",
				url: "URL",
				emoji: "emoji",
				uuid: "UUID",
				uuidv4: "UUIDv4",
				uuidv6: "UUIDv6",
				nanoid: "nanoid",
				guid: "GUID",
				cuid: "cuid",
				cuid2: "cuid2",
				ulid: "ULID",
				xid: "XID",
				ksuid: "KSUID",
				datetime: "ISO datetime",
				date: "ISO date",
				time: "ISO time",
				duration: "ISO duration",
				ipv4: "IPv4 address",
				ipv6: "IPv6 address",
				mac: "MAC address",
				cidrv4: "IPv4 range",
				cidrv6: "IPv6 range",
				base64: "base64-encoded string",
				base64url: "base64url-encoded string",
				json_string: "JSON string",
				e164: "E.164 number",
				currency_code: "currency code",
				credit_card: "credit card number",
				iban: "IBAN",
				jwt: "JWT",
				template_literal: "input"
			};
			let TypeDictionary = { nan: "NaN" };
			function getTypeName(type, input) {
				if (type === "number" && typeof input == "number" && !Number.isFinite(input)) return String(input);
				return TypeDictionary[type] ?? type;
			}
			return (issue) => {
				switch (issue.code) {
					case "invalid_type": return `Invalid input: expected ${getTypeName(issue.expected)}, received ${getTypeName(util.GW(issue.input), issue.input)}`;
					case "invalid_value":
						if (issue.values.length === 1) return `Invalid input: expected ${util.B7(issue.values[0])}`;
						return `Invalid option: expected one of ${util.jw(issue.values, "|")}`;
					case "too_big": {
						let adj = issue.exact ? "exactly " : issue.inclusive ? "<=" : "<";
						let sizing = getSizing(issue.origin);
						if (sizing) return `Too big: expected ${issue.origin ?? "value"} to have ${adj}${issue.maximum.toString()} ${sizing.unit ?? "elements"}`;
						return `Too big: expected ${issue.origin ?? "value"} to be ${adj}${issue.maximum.toString()}`;
					}
					case "too_small": {
						let adj = issue.exact ? "exactly " : issue.inclusive ? ">=" : ">";
						let sizing = getSizing(issue.origin);
						if (sizing) return `Too small: expected ${issue.origin} to have ${adj}${issue.minimum.toString()} ${sizing.unit}`;
						return `Too small: expected ${issue.origin} to be ${adj}${issue.minimum.toString()}`;
					}
					case "invalid_format": {
						let _issue = issue;
						if (_issue.format === "starts_with") return `Invalid string: must start with "${_issue.prefix}"`;
						if (_issue.format === "ends_with") return `Invalid string: must end with "${_issue.suffix}"`;
						if (_issue.format === "includes") return `Invalid string: must include "${_issue.includes}"`;
						if (_issue.format === "regex") return `Invalid string: must match pattern ${_issue.pattern}`;
						return `Invalid ${FormatDictionary[_issue.format] ?? issue.format}`;
					}
					case "not_multiple_of": return `Invalid number: must be a multiple of ${issue.divisor}`;
					case "unrecognized_keys": return `Unrecognized key${issue.keys.length > 1 ? "s" : ""}: ${util.jw(issue.keys, ", ")}`;
					case "invalid_key": return `Invalid key in ${issue.origin}`;
					case "invalid_union":
						if (issue.options && Array.isArray(issue.options) && issue.options.length > 0) return `Invalid discriminator value. Expected ${issue.options.map((o) => `'${o}'`).join(" | ")}`;
						if (issue.inclusive === !1) return "Invalid input: more than one option matched";
						return "Invalid input";
					case "invalid_element": return `Invalid value in ${issue.origin}`;
					default: return "Invalid input";
				}
			};
		};
		function en() {
			return { localeError: error() };
		}
		var external_node_fs_ = __nccwpck_require__(3024);
		__nccwpck_require__(8161);
		let external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
		__WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
		var errors = __nccwpck_require__(4566);
		let external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
		function startProgram(program, args, { environment, folder = "/", hasInput = !1 }) {
			return (0, external_node_child_process_namespaceObject.spawn)(program, args, {
				cwd: folder,
				env: { ...environment },
				stdio: [
					hasInput ? "pipe" : "ignore",
					"pipe",
					"pipe"
				]
			});
		}
		async function runProgram(program, args, { input, seconds, outputBytes = 16777216, ...start }) {
			let child = startProgram(program, args, {
				...start,
				hasInput: input !== void 0
			});
			let stdout = new Kept(outputBytes);
			let stderr = new Kept(1048576);
			child.stdout?.on("data", (chunk) => {
				stdout.take(chunk) || kill(child);
			});
			child.stderr?.on("data", (chunk) => void stderr.take(chunk));
			child.stdin?.on("error", () => {});
			child.stdin?.end(input);
			let isLate = !1;
			let timer = setTimeout(() => {
				isLate = !0;
				kill(child);
			}, seconds * 1e3);
			let exitCode = await new Promise((resolve, reject) => {
				child.on("error", reject);
				child.on("close", (code) => resolve(code ?? -1));
			}).finally(() => clearTimeout(timer));
			let late = isLate ? `${program} was ended after ${seconds} seconds` : "";
			return {
				exitCode,
				stdout: stdout.bytes,
				stderr: `${stderr.bytes.toString("utf8")}${late}`
			};
		}
		function kill(child) {
			child.kill("SIGKILL");
			child.stdout?.destroy();
			child.stderr?.destroy();
		}
		class Kept {
			#most;
			#chunks = [];
			#size = 0;
			constructor(most) {
				this.#most = most;
			}
			get bytes() {
				return Buffer.concat(this.#chunks);
			}
			take(chunk) {
				this.#size += chunk.length;
				if (this.#size > this.#most) return !1;
				this.#chunks.push(chunk);
				return !0;
			}
		}
		var untrusted_text = __nccwpck_require__(5051);
		class BrokenObject extends errors.zC {
			constructor(message, options = {}) {
				super("GIT_FAILED", message, options);
			}
		}
		let RETRY_MILLISECONDS = [1e3, 4e3];
		let PASSED_ON = [
			"PATH",
			"TMPDIR",
			"http_proxy",
			"HTTP_PROXY",
			"https_proxy",
			"HTTPS_PROXY",
			"no_proxy",
			"NO_PROXY",
			"SSL_CERT_FILE",
			"SSL_CERT_DIR",
			"GIT_SSL_CAINFO"
		];
		class GitProcess {
			#directory;
			#environment;
			constructor(directory, options = {}) {
				let { credential = null, settings = [], environment = {} } = options;
				this.#directory = directory;
				this.#environment = {
					...Object.fromEntries(PASSED_ON.flatMap((name) => {
						let value = process.env[name];
						return value === void 0 ? [] : [[name, value]];
					})),
					LC_ALL: "C",
					HOME: directory,
					GIT_DIR: directory,
					GIT_CONFIG_NOSYSTEM: "1",
					GIT_CONFIG_GLOBAL: "/dev/null",
					GIT_ATTR_NOSYSTEM: "1",
					GIT_TERMINAL_PROMPT: "0",
					GIT_ASKPASS: "",
					GIT_OPTIONAL_LOCKS: "0",
					GIT_NO_REPLACE_OBJECTS: "1",
					GIT_ALLOW_PROTOCOL: "file:http:https",
					...configuration(credential, settings),
					...environment
				};
			}
			async run(args, options = {}) {
				let result = await this.#result(args, options.input);
				if (result.exitCode === 0 || options.answers?.includes(result.exitCode) === !0) return result;
				throw failureOf(args, result);
			}
			async text(args, options = {}) {
				return (await this.run(args, options)).stdout.toString("utf8").trimEnd();
			}
			async ask(args, options = {}, pauses = RETRY_MILLISECONDS) {
				try {
					return await this.run(args, options);
				} catch (error) {
					let [pause, ...later] = pauses;
					if (!(error instanceof errors.zC && error.code === "SERVICE_UNAVAILABLE") || pause === void 0) throw error;
					await new Promise((resolve) => setTimeout(resolve, pause));
					return this.ask(args, options, later);
				}
			}
			start(args, hasInput) {
				return startProgram("git", args, {
					folder: this.#directory,
					environment: this.#environment,
					hasInput
				});
			}
			#result(args, input) {
				return runProgram("git", args, {
					folder: this.#directory,
					environment: this.#environment,
					input,
					seconds: 600,
					outputBytes: 536870912
				}).catch((error) => {
					throw notStarted(error);
				});
			}
		}
		function notStarted(cause) {
			return new errors.zC("GIT_FAILED", "git could not be started", {
				hint: "agent-pipeline needs git 2.39 or newer on the PATH.",
				cause
			});
		}
		function configuration(credential, more) {
			let settings = [
				["core.fsmonitor", "false"],
				["core.fsync", "none"],
				["core.hooksPath", "/dev/null"],
				["core.quotePath", "false"],
				["gc.auto", "0"],
				["maintenance.auto", "false"],
				["protocol.version", "2"],
				["http.lowSpeedLimit", "1"],
				["http.lowSpeedTime", "60"],
				...credential === null ? [] : [[`http.${credential.serverUrl}/.extraheader`, authorization(credential.token)]],
				...more
			];
			let variables = { GIT_CONFIG_COUNT: String(settings.length) };
			for (let [index, [key, value]] of settings.entries()) {
				variables[`GIT_CONFIG_KEY_${index}`] = key;
				variables[`GIT_CONFIG_VALUE_${index}`] = value;
			}
			return variables;
		}
		function authorization(token) {
			return `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
		}
		let SERVER_ANSWERS = [
			{
				pattern: /not our ref|possible repository corruption|did not send all necessary objects/,
				make: (text) => new BrokenObject(`The git server cannot send what was asked for: ${text}`)
			},
			{
				pattern: /Authentication failed|could not read Username|HTTP 40[13]|returned error: 40[13]|Write access to repository not granted|Permission to .* denied|Repository not found|fatal: repository '.*' not found/i,
				make: (text) => new errors.zC("PERMISSION_MISSING", `The git server refused the token: ${text}`, { hint: "Give the job the `contents` permission that the docs list for it." })
			},
			{
				pattern: /Could not resolve host|Failed to connect|Couldn't connect|Connection (?:refused|reset|timed out|was reset)|Empty reply|returned error: (?:5\d\d|429)|early EOF|unexpected disconnect|hung up unexpectedly|Operation too slow|RPC failed|SSL_(?:read|connect)|gnutls_handshake/i,
				make: (text) => new errors.zC("SERVICE_UNAVAILABLE", `The git server did not answer: ${text}`, { hint: "Run the job again; it takes up where this one stopped." })
			}
		];
		function failureOf(args, { exitCode, stderr }) {
			let text = (0, untrusted_text.Df)(stderr.trim()).split("\n").slice(-5).join(" | ").slice(0, 1e3);
			let known = SERVER_ANSWERS.find(({ pattern }) => pattern.test(stderr));
			if (known !== void 0) return known.make(text);
			let how = exitCode === -1 ? "was stopped" : `ended with ${exitCode}`;
			return new errors.zC("GIT_FAILED", `git ${args[0] ?? ""} ${how}: ${text}`);
		}
		var commits = __nccwpck_require__(2990);
		class GitFetcher {
			#git;
			#directory;
			#objects;
			#batches = new Map();
			#last = Promise.resolve();
			#askedRefs = 0;
			constructor(git, directory, objects) {
				this.#git = git;
				this.#directory = directory;
				this.#objects = objects;
			}
			async refs(patterns) {
				let { stdout } = await this.#git.ask([
					"ls-remote",
					"origin",
					...patterns
				]);
				return new Map(stdout.toString("utf8").split("\n").map((line) => /^([0-9a-f]{40})\t(.+)$/.exec(line)).flatMap((match) => match === null ? [] : [[match[2], match[1]]]));
			}
			async commits(oids, depth) {
				await this.#fetch("tree:0", oids, depth);
			}
			async named(names, depth) {
				let asked = new Map(names.map((name) => [name, this.#refspecOf(name)]));
				for (let absent = ""; absent !== null && asked.size > 0;) {
					absent = await this.#absentOf(asked, depth);
					absent !== null && asked.delete(absent);
				}
				return names.map((name) => {
					let refspec = asked.get(name);
					return refspec === void 0 ? null : this.#objectOf(refspec);
				});
			}
			async singleCommits(oids) {
				await this.#together("tree:0", oids, 1);
			}
			async objects(oids) {
				await this.#together("tree:0", oids);
			}
			async treesBelow(oids) {
				await this.#together("blob:none", oids);
			}
			async #together(filter, oids, depth) {
				let key = `${filter} ${depth ?? ""}`;
				let batch = this.#batches.get(key);
				if (batch === void 0) {
					let asked = [];
					batch = {
						asked,
						answers: new Promise((resolve) => setImmediate(resolve)).then(() => {
							this.#batches.delete(key);
							return this.#answers(filter, asked, depth);
						})
					};
					this.#batches.set(key, batch);
				}
				let place = batch.asked.push(oids) - 1;
				let answer = (await batch.answers)[place];
				if (answer !== null) throw answer;
			}
			async #answers(filter, asked, depth) {
				let answer = (oids) => this.#fetchAll(filter, [...new Set(oids)], depth).then(() => null, (error) => error);
				let error = await answer(asked.flat());
				if (asked.length === 1 || !(error instanceof BrokenObject)) return asked.map(() => error);
				let answers = [];
				for (let oids of asked) answers.push(await answer(oids));
				return answers;
			}
			async filesBelow(oids, maxBytes) {
				await this.#together(`blob:limit=${maxBytes + 1}`, oids);
			}
			#refspecOf(name) {
				return name.startsWith("refs/") ? `+${name}:refs/asked/${this.#askedRefs++}` : name;
			}
			#objectOf(refspec) {
				let [, ref] = refspec.split(":");
				if (ref === void 0) return refspec;
				return (0, external_node_fs_.readFileSync)((0, external_node_path_namespaceObject.join)(this.#directory, ref), "utf8").trim();
			}
			async #absentOf(asked, depth) {
				try {
					await this.#fetch("tree:0", [...asked.values()], depth);
					return null;
				} catch (error) {
					let said = error instanceof errors.zC ? error.message : "";
					let [, absent = ""] = /couldn't find remote ref (\S+)|not our ref ([0-9a-f]{40})/.exec(said)?.filter(Boolean) ?? [];
					if (!asked.has(absent)) throw error;
					return absent;
				}
			}
			async #fetchAll(filter, oids, depth) {
				try {
					await this.#fetch(filter, oids, depth);
				} catch (error) {
					let missing = isLeftOut(error) ? await this.#objects.missing(oids) : oids;
					if (missing.length === oids.length) throw error;
					missing.length > 0 && await this.#fetchAll(filter, missing, depth);
				}
			}
			async #fetch(filter, refspecs, depth) {
				let turn = this.#last.then(() => this.#fetchNow(filter, refspecs, depth));
				this.#last = turn.catch(() => {});
				await turn;
			}
			async #fetchNow(filter, refspecs, depth) {
				await this.#git.ask([
					"fetch",
					"--quiet",
					"--no-tags",
					"--no-write-fetch-head",
					"--no-recurse-submodules",
					"--no-auto-maintenance",
					`--filter=${filter}`,
					...depth === void 0 ? [] : [`--depth=${depth}`],
					...filter.startsWith("blob:limit") ? ["--refetch"] : [],
					"--stdin",
					"origin"
				], { input: `${refspecs.join("\n")}\n` });
			}
		}
		function isLeftOut(error) {
			return error instanceof errors.zC && /did not send all necessary objects/.test(error.message);
		}
		let FOLDER = "040000";
		let modes_SUBMODULE = "160000";
		function isFile(mode) {
			return mode.startsWith("100");
		}
		class Tree {
			bytes;
			#places = null;
			#text = null;
			constructor(bytes) {
				this.bytes = bytes;
			}
			get places() {
				this.#places ??= placesIn(this.bytes);
				return this.#places;
			}
			get size() {
				return this.places.starts.length - 1;
			}
			nameAt(start, end) {
				if (!this.places.isAscii) return this.bytes.toString("utf8", start, end);
				this.#text ??= this.bytes.toString("latin1");
				return this.#text.slice(start, end);
			}
		}
		function placesIn(bytes) {
			let starts = new Int32Array(Math.ceil(bytes.length / 28) + 1);
			let count = 0;
			let hasCase = !1;
			let isAscii = !0;
			let position = 0;
			let lastName = 0;
			let lastNameEnds = 0;
			let files = [];
			for (; position < bytes.length;) {
				starts[count++] = position;
				let nameEnds = bytes[position] === 52 ? 47 : 0;
				position = nameStart(bytes, position);
				let name = position;
				let isLikeLast = count > 1;
				for (let byte = bytes[position]; byte !== 0; byte = bytes[++position]) {
					if (byte === void 0 || byte === 47) throw odd();
					byte > 127 ? isAscii = !1 : byte >= 65 && byte <= 90 && (hasCase = !0);
					if (isLikeLast) {
						let last = bytes[lastName++] || lastNameEnds;
						if (last > byte) throw odd();
						isLikeLast = last === byte;
					}
				}
				if (position === name) throw odd();
				if (isLikeLast && (bytes[lastName] || lastNameEnds) >= nameEnds) throw odd();
				(nameEnds === 0 || files.length > 0) && followFiles(files, bytes, name, position, nameEnds);
				lastName = name;
				lastNameEnds = nameEnds;
				position += 21;
			}
			if (position !== bytes.length) throw odd();
			starts[count] = position;
			return {
				starts: starts.subarray(0, count + 1),
				hasCase: hasCase || !isAscii,
				isAscii
			};
		}
		function followFiles(files, bytes, start, end, nameEnds) {
			for (; files.length > 0;) {
				let file = files.at(-1);
				let length = file.end - file.start;
				if (bytes.compare(bytes, file.start, file.end, start, Math.min(start + length, end)) === 0) {
					if (length === end - start) throw odd();
					break;
				}
				files.pop();
			}
			nameEnds === 0 && files.push({
				start,
				end
			});
		}
		function nameStart(bytes, start) {
			if (bytes[start] === 52 && bytes[start + 1] === 48 && bytes[start + 2] === 48 && bytes[start + 3] === 48 && bytes[start + 4] === 48 && bytes[start + 5] === 32) return start + 6;
			let kind = bytes[start + 1];
			if (bytes[start] === 49 && (kind === 48 || kind === 50 || kind === 54) && bytes[start + 2] === 48 && isDigit(bytes[start + 3], kind) && isDigit(bytes[start + 4], kind) && isDigit(bytes[start + 5], kind) && bytes[start + 6] === 32) return start + 7;
			throw odd();
		}
		function isDigit(byte, kind) {
			if (byte === void 0) return !1;
			return byte >= 48 && byte <= (kind === 48 ? 55 : 48);
		}
		class Entry {
			#bytes;
			#tree;
			start = 0;
			name = 0;
			nameEnd = 0;
			constructor(tree) {
				this.#tree = tree;
				this.#bytes = tree.bytes;
			}
			moveTo(start, end) {
				this.start = start;
				this.name = start + (this.#bytes[start + 5] === 32 ? 6 : 7);
				this.nameEnd = end - 20 - 1;
				return this;
			}
			get end() {
				return this.nameEnd + 1 + 20;
			}
			get path() {
				return this.#tree.nameAt(this.name, this.nameEnd);
			}
			get key() {
				return this.#tree.places.isAscii ? this.path : this.#bytes.toString("latin1", this.name, this.nameEnd);
			}
			get isFolder() {
				return this.name - this.start === 6;
			}
			get mode() {
				if (this.isFolder) return FOLDER;
				return this.#bytes.toString("latin1", this.start, this.name - 1);
			}
			get object() {
				let oid = this.nameEnd + 1;
				return {
					mode: this.mode,
					oid: this.#bytes.toString("hex", oid, oid + 20)
				};
			}
			hasName(name) {
				return this.nameEnd - this.name === name.length && name.compare(this.#bytes, this.name, this.nameEnd) === 0;
			}
			orderTo(other) {
				let i = this.name;
				let j = other.name;
				for (; i < this.nameEnd && j < other.nameEnd && this.#bytes[i] === other.#bytes[j];) {
					i++;
					j++;
				}
				return this.#nameByte(i) - other.#nameByte(j);
			}
			isSameAs(other) {
				return this.#bytes[this.nameEnd + 1] === other.#bytes[other.nameEnd + 1] && this.#bytes.compare(other.#bytes, other.start, other.end, this.start, this.end) === 0;
			}
			#nameByte(position) {
				if (position < this.nameEnd) return this.#bytes[position];
				return this.isFolder ? 47 : 0;
			}
		}
		function* entriesOf(tree) {
			let { starts } = tree.places;
			let entry = new Entry(tree);
			for (let index = 0; index + 1 < starts.length; index++) yield entry.moveTo(starts[index], starts[index + 1]);
		}
		function treeEntries(tree) {
			return Array.from(entriesOf(tree), listed);
		}
		function treeEntry(tree, name) {
			let wanted = Buffer.from(name);
			for (let entry of entriesOf(tree)) if (entry.hasName(wanted)) return listed(entry);
			return null;
		}
		function listed(entry) {
			let { mode, oid } = entry.object;
			return {
				path: entry.path,
				mode,
				type: typeOf(mode),
				oid
			};
		}
		function odd() {
			return new BrokenObject("A tree object of the repository is not as git writes it", { hint: "`git fsck` in a full clone names it. Write that folder anew: its commit cannot be judged." });
		}
		function typeOf(mode) {
			if (mode === FOLDER) return "tree";
			return mode === modes_SUBMODULE ? "commit" : "blob";
		}
		function treeChanges(before, after) {
			return differences(before, after, (entry) => entry.object);
		}
		function treeModeChanges(before, after) {
			return {
				changes: differences(before, after, (entry) => entry.mode),
				sameWithoutCase: sameWithoutCase(after)
			};
		}
		function differences(before, after, read) {
			let found = [];
			let removed = new Map();
			let added = new Map();
			let [left, right] = [before.places.starts, after.places.starts];
			let [old, young] = [new Entry(before), new Entry(after)];
			let [i, j] = [0, 0];
			for (; i + 1 < left.length || j + 1 < right.length;) {
				let hasOld = i + 1 < left.length;
				let hasYoung = j + 1 < right.length;
				hasOld && old.moveTo(left[i], left[i + 1]);
				hasYoung && young.moveTo(right[j], right[j + 1]);
				let order = hasOld && hasYoung ? old.orderTo(young) : Number(hasYoung) - Number(hasOld);
				if (order === 0 && old.isSameAs(young)) {
					let same = commonBytes(before.bytes, old.start, after.bytes, young.start);
					let passed = lastStart(right, j, young.start + same) - j;
					i += passed;
					j += passed;
					continue;
				}
				order === 0 ? found.push({
					path: young.path,
					before: read(old),
					after: read(young)
				}) : order < 0 ? removed.set(old.key, {
					path: old.path,
					object: read(old)
				}) : added.set(young.key, {
					path: young.path,
					object: read(young)
				});
				order <= 0 && i++;
				order >= 0 && j++;
			}
			for (let [key, { path, object }] of added) {
				found.push({
					path,
					before: removed.get(key)?.object ?? null,
					after: object
				});
				removed.delete(key);
			}
			for (let { path, object } of removed.values()) found.push({
				path,
				before: object,
				after: null
			});
			return found;
		}
		function lastStart(starts, first, place) {
			let [least, most] = [first, starts.length - 1];
			for (; least < most;) {
				let middle = least + most + 1 >> 1;
				starts[middle] <= place ? least = middle : most = middle - 1;
			}
			return least;
		}
		function commonBytes(a, aStart, b, bStart) {
			let length = Math.min(a.length - aStart, b.length - bStart);
			let isSame = (from, to) => a.compare(b, bStart + from, bStart + to, aStart + from, aStart + to) === 0;
			let same = firstDifference(a, aStart, b, bStart, Math.min(length, 128));
			if (same < 128) return same;
			let end = same;
			for (let size = 256; end < length; size *= 2) {
				end = Math.min(same + size, length);
				if (!isSame(same, end)) break;
				same = end;
			}
			for (; end - same > 128;) {
				let middle = same + end >> 1;
				isSame(same, middle) ? same = middle : end = middle;
			}
			return same + firstDifference(a, aStart + same, b, bStart + same, end - same);
		}
		function firstDifference(a, aStart, b, bStart, length) {
			let index = 0;
			for (; index < length && a[aStart + index] === b[bStart + index];) index++;
			return index;
		}
		function sameWithoutCase(tree) {
			let twins = new Set();
			let seen = new Set();
			for (let { path } of tree.places.hasCase ? entriesOf(tree) : []) {
				let folded = path.toLowerCase();
				seen.has(folded) && twins.add(folded);
				seen.add(folded);
			}
			return twins;
		}
		let EMPTY = Buffer.alloc(0);
		class GitObjects {
			#git;
			#questions = [];
			#answered = 0;
			#commits = new Map();
			#child;
			#hold = null;
			#chunks = [];
			#bytes = 0;
			#awaited = 0;
			#stderr = "";
			#fruitless = 0;
			constructor(git) {
				this.#git = git;
				this.#child = this.#start();
			}
			async read(oid) {
				let known = this.#commits.get(oid);
				if (known !== void 0) return known;
				let object = await this.#ask(`contents ${oid}\n`, !0);
				object?.type === "commit" && this.#commits.set(oid, object);
				return object;
			}
			async describe(oid) {
				return this.#commits.get(oid) ?? this.#ask(`info ${oid}\n`, !1);
			}
			async missing(oids) {
				let wanted = [...new Set(oids)];
				let found = await Promise.all(wanted.map((oid) => this.describe(oid)));
				return wanted.filter((_, index) => found[index] === null);
			}
			#ask(command, wantsContent) {
				return new Promise((resolve, reject) => {
					this.#put({
						command,
						wantsContent,
						resolve,
						reject
					});
				});
			}
			#put(question) {
				this.#child ??= this.#start();
				this.#hold ??= setTimeout(() => {}, 2 ** 31 - 1);
				this.#questions.push(question);
				this.#child.stdin?.write(question.command);
			}
			#start() {
				let child = this.#git.start(["cat-file", "--batch-command"], !0);
				child.stdout?.on("data", (chunk) => this.#receive(chunk));
				child.stderr?.on("data", (chunk) => {
					this.#stderr.length < 1e4 && (this.#stderr += chunk.toString("utf8"));
				});
				child.stdin?.on("error", () => {});
				child.on("error", (error) => this.#fail(child, notStarted(error), !1));
				child.on("close", (code) => this.#fail(child, ended(code, this.#stderr), !0));
				child.unref();
				for (let stream of [
					child.stdin,
					child.stdout,
					child.stderr
				]) unref(stream);
				return child;
			}
			#fail(child, error, isWorthAnother) {
				if (this.#child !== child) return;
				this.#child = null;
				this.#chunks = [];
				this.#bytes = 0;
				this.#awaited = 0;
				this.#stderr = "";
				this.#fruitless += 1;
				let [culprit, ...others] = this.#questions.splice(0).slice(this.#answered);
				this.#answered = 0;
				culprit?.reject(error);
				for (let question of others) isWorthAnother && this.#fruitless < 3 ? this.#put(question) : question.reject(error);
				this.#questions.length === 0 && this.#release();
			}
			#release() {
				this.#hold !== null && clearTimeout(this.#hold);
				this.#hold = null;
			}
			#receive(chunk) {
				this.#chunks.push(chunk);
				this.#bytes += chunk.length;
				if (this.#bytes < this.#awaited) return;
				let rest = Buffer.concat(this.#chunks);
				for (let used = this.#answer(rest); used > 0; used = this.#answer(rest)) rest = rest.subarray(used);
				this.#chunks = [rest];
				this.#bytes = rest.length;
				this.#questions.length === 0 && this.#release();
			}
			#answer(bytes) {
				let question = this.#questions[this.#answered];
				let headerEnd = bytes.indexOf("\n") + 1;
				if (question === void 0 || headerEnd === 0) {
					this.#awaited = 0;
					return 0;
				}
				let [, type = "", bytesOfObject] = bytes.toString("latin1", 0, headerEnd - 1).split(" ");
				let size = Number(bytesOfObject);
				if (type === "missing" || bytesOfObject === void 0) return this.#settle(question, null, headerEnd);
				if (!question.wantsContent) return this.#settle(question, {
					type,
					size,
					content: EMPTY
				}, headerEnd);
				let end = headerEnd + size + 1;
				this.#awaited = end;
				if (bytes.length < end) return 0;
				let content = bytes.subarray(headerEnd, end - 1);
				return this.#settle(question, {
					type,
					size,
					content
				}, end);
			}
			#settle(question, object, used) {
				this.#answered += 1;
				if (this.#answered === this.#questions.length) {
					this.#questions.length = 0;
					this.#answered = 0;
				}
				this.#awaited = 0;
				this.#fruitless = 0;
				question.resolve(object);
				return used;
			}
		}
		function notSent(oid) {
			return new BrokenObject(`The remote did not send object ${oid}`);
		}
		function ended(code, stderr) {
			return new errors.zC("GIT_FAILED", `git cat-file ended with ${code ?? -1}: ${stderr.trim().slice(-500)}`);
		}
		function unref(stream) {
			if (typeof stream != "object" || !stream) return;
			"unref" in stream && typeof stream.unref == "function" && stream.unref();
		}
		function contentOf(oid, object, type) {
			if (object.type !== type) throw new BrokenObject(`${oid} is no ${type}`);
			return object.content;
		}
		function rootIn(commit) {
			if (commit?.type !== "commit") return null;
			return /^tree ([0-9a-f]{40})\n/.exec(commit.content.toString("latin1", 0, 46))?.[1] ?? null;
		}
		function parentsIn(commit) {
			if (commit?.type !== "commit") return [];
			let [headers = ""] = commit.content.toString("latin1").split("\n\n", 1);
			return [...headers.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, parent = ""]) => parent);
		}
		let EMPTY_TREE = new Tree(Buffer.alloc(0));
		class GitFolders {
			#objects;
			#fetcher;
			#trees = new Map();
			#read = new Map();
			constructor(objects, fetcher) {
				this.#objects = objects;
				this.#fetcher = fetcher;
			}
			async entryAt(commit, path) {
				let names = path.split("/");
				let name = names.pop() ?? "";
				let folder = await this.#folder(await this.#rootOf(commit), names);
				return folder === null ? null : treeEntry(await this.#tree(folder), name);
			}
			async entries(commit, folder) {
				let tree = await this.treeAt(commit, folder);
				return tree === null ? [] : treeEntries(await this.#tree(tree));
			}
			async treeAt(commit, folder) {
				return this.#folder(await this.#rootOf(commit), namesOf(folder));
			}
			async filesIn(tree, maxFiles) {
				let files = [];
				let seen = 0;
				for (let level = [{
					path: "",
					oid: tree
				}]; level.length > 0;) {
					let oids = level.map(({ oid }) => oid);
					let missing = await this.#objects.missing(oids);
					missing.length > 0 && await this.#fetcher.treesBelow(missing);
					let trees = await this.#treesOf(oids);
					let below = [];
					for (let [index, { path }] of level.entries()) {
						let here = trees[index];
						seen += here.size;
						if (seen > maxFiles * 4 + maxFiles) return null;
						for (let entry of treeEntries(here)) {
							let at = {
								...entry,
								path: `${path}${entry.path}`
							};
							entry.type === "tree" ? below.push({
								path: `${at.path}/`,
								oid: entry.oid
							}) : files.push(at);
						}
					}
					if (files.length > maxFiles) return null;
					level = below;
				}
				return files;
			}
			async changes(from, to, folder) {
				let [before, after] = await this.#folders(from, to, folder);
				return before === after ? [] : treeChanges(...await this.#twoTrees(before, after));
			}
			async modeChanges(from, to, folder) {
				let [before, after] = await this.#folders(from, to, folder);
				return treeModeChanges(...await this.#twoTrees(before, after));
			}
			async bring(folders) {
				let missing = await this.#objects.missing(folders.map(({ commit }) => commit));
				missing.length > 0 && await this.#fetcher.singleCommits(missing);
				let roots = await Promise.all(folders.map(({ commit }) => this.#rootOf(commit)));
				let level = folders.map(({ folder }, index) => ({
					oid: roots[index],
					below: namesOf(folder)
				}));
				for (; level.length > 0;) {
					let trees = await this.#treesOf(level.map(({ oid }) => oid));
					level = level.flatMap(({ below: [name, ...below] }, index) => {
						let entry = name === void 0 ? null : treeEntry(trees[index], name);
						return entry?.type === "tree" ? [{
							oid: entry.oid,
							below
						}] : [];
					});
				}
			}
			readAhead(commits, folder) {
				for (let commit of commits) this.#readHere(commit, namesOf(folder)).catch(() => {});
			}
			async #readHere(commit, names) {
				let object = await this.#objects.read(commit);
				let parents = parentsIn(object).slice(0, 2);
				let [tree] = await Promise.all([this.#folderHere(object, names), ...parents.map(async (parent) => this.#folderHere(await this.#objects.read(parent), names))]);
				tree?.places;
			}
			async #folderHere(commit, names) {
				let root = rootIn(commit);
				let tree = root === null ? null : await this.#here(root);
				for (let name of names) {
					let entry = tree === null ? null : treeEntry(tree, name);
					tree = entry?.type === "tree" ? await this.#here(entry.oid) : null;
				}
				return tree;
			}
			async #rootOf(commit) {
				let object = await this.#objects.read(commit);
				if (object === null) {
					await this.#fetcher.singleCommits([commit]);
					object = await this.#objects.read(commit);
				}
				if (object?.type === "tree") return commit;
				let tree = rootIn(object);
				if (tree === null) throw new errors.zC("GIT_FAILED", `${commit} is no commit`);
				return tree;
			}
			async #folder(root, names) {
				let tree = root;
				for (let name of names) {
					let entry = treeEntry(await this.#tree(tree), name);
					if (entry?.type !== "tree") return null;
					tree = entry.oid;
				}
				return tree;
			}
			async #tree(oid) {
				let [tree] = await this.#treesOf([oid]);
				return tree;
			}
			#treesOf(oids) {
				let wanted = [...new Set(oids)].filter((oid) => !this.#trees.has(oid));
				let arrived = this.#readOrFetch(wanted);
				for (let oid of wanted) {
					let tree = arrived.then((trees) => trees.get(oid) ?? this.#fetched(oid));
					this.#trees.set(oid, tree);
					tree.catch(() => this.#trees.delete(oid));
				}
				return Promise.all(oids.map((oid) => this.#trees.get(oid)));
			}
			async #readOrFetch(oids) {
				let found = await Promise.all(oids.map((oid) => this.#here(oid)));
				let missing = oids.filter((_, index) => found[index] === null);
				missing.length > 0 && await this.#fetcher.objects(missing);
				return new Map(oids.flatMap((oid, index) => {
					let tree = found[index] ?? null;
					return tree === null ? [] : [[oid, tree]];
				}));
			}
			async #fetched(oid) {
				let tree = treeOf(oid, await this.#objects.read(oid));
				if (tree === null) throw notSent(oid);
				return tree;
			}
			#here(oid) {
				let known = this.#trees.get(oid) ?? this.#read.get(oid);
				if (known !== void 0) return known;
				let tree = this.#objects.read(oid).then((object) => treeOf(oid, object));
				this.#read.set(oid, tree);
				let forget = () => this.#read.delete(oid);
				tree.then((found) => found ?? forget(), forget);
				return tree;
			}
			async #twoTrees(before, after) {
				let trees = await this.#treesOf([before, after].filter((oid) => oid !== null));
				return [before === null ? EMPTY_TREE : trees[0], after === null ? EMPTY_TREE : trees[trees.length - 1]];
			}
			async #folders(from, to, folder) {
				let [before, after] = await Promise.all([from === null ? null : this.#rootOf(from), this.#rootOf(to)]);
				for (let name of namesOf(folder)) {
					await this.#treesOf([before, after].filter((oid) => oid !== null));
					[before, after] = await Promise.all([before === null ? null : this.#folder(before, [name]), after === null ? null : this.#folder(after, [name])]);
				}
				return [before, after];
			}
		}
		function treeOf(oid, object) {
			return object === null ? null : new Tree(contentOf(oid, object, "tree"));
		}
		function namesOf(folder) {
			return folder === "" ? [] : folder.split("/");
		}
		async function provenMergeBases(git, a, b, cut) {
			if (a === b) return [a];
			let { ownCommits, boundary } = await symmetricDifference(git, a, b);
			if (ownCommits.some((commit) => cut.has(commit))) return null;
			if (boundary.length <= 1) return boundary;
			let bases = await git.text([
				"merge-base",
				"--all",
				a,
				b
			], { answers: [1] });
			let found = bases === "" ? [] : bases.split("\n");
			return found.length === 1 || cut.size === 0 ? found : null;
		}
		async function symmetricDifference(git, a, b) {
			let output = await git.text([
				"rev-list",
				"--boundary",
				`${a}...${b}`
			]);
			let lines = output === "" ? [] : output.split("\n");
			return {
				ownCommits: lines.filter((line) => !line.startsWith("-")),
				boundary: lines.filter((line) => line.startsWith("-")).map((line) => line.slice(1))
			};
		}
		function cutCommits(shallowFile) {
			try {
				let text = (0, external_node_fs_.readFileSync)(shallowFile, "utf8");
				return new Set(text.split("\n").filter((line) => line !== ""));
			} catch (error) {
				if (error instanceof Error && "code" in error && error.code === "ENOENT") return new Set();
				throw new errors.zC("GIT_FAILED", `${shallowFile} cannot be read`, { cause: error });
			}
		}
		let DEPTHS = [
			64,
			1024,
			2 ** 31 - 1
		];
		class GitReader {
			#store;
			#depths;
			#fetcher;
			#objects;
			#folders;
			#tooLarge = new Map();
			#mergeBases = new Map();
			constructor(store, depths = DEPTHS) {
				this.#store = store;
				this.#depths = depths;
				this.#objects = new GitObjects(store.reading);
				this.#fetcher = new GitFetcher(store.fetching, store.directory, this.#objects);
				this.#folders = new GitFolders(this.#objects, this.#fetcher);
			}
			async branchTip(branch) {
				return (await this.branchTips(branch)).get(branch) ?? null;
			}
			async branchTips(...prefixes) {
				let tips = [...await this.#fetcher.refs(prefixes.map((prefix) => `refs/heads/${prefix}*`))].filter(([ref]) => prefixes.some((prefix) => ref.startsWith(`refs/heads/${prefix}`))).map(([ref, oid]) => [ref.slice(11), oid]);
				return new Map(tips);
			}
			async commitOf(name) {
				let [commit] = await this.commitsOf([name]);
				return commit ?? null;
			}
			async commitsOf(names, { withHistory = !1, folder } = {}) {
				let depth = withHistory ? this.#depths[0] ?? 1 : 1;
				let bare = await this.#tips(names.filter((name) => !isFullName(name)));
				let full = names.map((name) => isFullName(name) ? name : bare.get(name) ?? null);
				let oids = await this.#objectsNamed(full, depth, folder);
				return Promise.all(oids.map(async (oid) => oid === null ? null : this.#peeled(oid)));
			}
			async committerOf(commit) {
				let text = (await this.#objects.read(commit))?.content.toString("utf8") ?? "";
				return /^committer (.*) \d+ [+-]\d{4}$/m.exec(text)?.[1] ?? null;
			}
			async firstParents(commit, base, max) {
				let line = [];
				let next = commit;
				for (; next !== void 0 && next !== base && line.length < max;) {
					let object = await this.#objects.read(next);
					if (object === null) break;
					let text = object.content.toString("utf8");
					let end = text.indexOf("\n\n");
					let parents = parentsIn(object);
					line.push({
						commit: next,
						parents,
						message: end === -1 ? "" : text.slice(end + 2)
					});
					[next] = parents;
				}
				return line;
			}
			async mergeBases(a, b) {
				let here = await this.#mergeBasesHere(a, b);
				if (here !== null) return here;
				await this.#deepen([[a, b]]);
				let found = await this.#mergeBasesFetched(a, b);
				if (found !== null) return found;
				throw new errors.zC("GIT_FAILED", `The merge base of ${a} and ${b} cannot be proven`, { hint: "The remote itself holds a shortened history." });
			}
			async bringMergeBases(pairs) {
				await this.#deepen(await unproven(pairs, (a, b) => this.#mergeBasesHere(a, b)));
			}
			async isAncestor(ancestor, descendant) {
				return (await this.mergeBases(ancestor, descendant)).includes(ancestor);
			}
			async committedAt(commit) {
				await this.commitsOf([commit]);
				let object = await this.#objects.read(commit);
				let [, seconds] = /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(object?.content.toString("utf8") ?? "") ?? [];
				if (seconds === void 0) throw new errors.zC("GIT_FAILED", `${commit} does not say when it was made`);
				return Number(seconds);
			}
			async areAllBy(author, after, upTo) {
				let seen = new Set([after]);
				let open = [upTo];
				for (let commit = open.pop(); commit !== void 0; commit = open.pop()) {
					if (seen.has(commit)) continue;
					seen.add(commit);
					let object = await this.#objects.read(commit);
					if (/^author (.*) \d+ [+-]\d{4}$/m.exec(object?.content.toString("utf8") ?? "")?.[1] !== author) return !1;
					open.push(...parentsIn(object));
				}
				return !0;
			}
			async objectAt(commit, path) {
				let entry = await this.#folders.entryAt(commit, path);
				return entry === null ? null : {
					mode: entry.mode,
					type: entry.type,
					oid: entry.oid
				};
			}
			list(commit, folder) {
				return this.#folders.entries(commit, folder);
			}
			async filesBelow(commit, folder, maxFiles) {
				let tree = await this.#folders.treeAt(commit, folder);
				return tree === null ? [] : this.#folders.filesIn(tree, maxFiles);
			}
			changes(from, to, folder) {
				return this.#folders.changes(from, to, folder);
			}
			modeChanges(from, to, folder) {
				return this.#folders.modeChanges(from, to, folder);
			}
			bringFolders(folders) {
				return this.#folders.bring(folders);
			}
			async bringTrees(trees) {
				let missing = await this.#objects.missing(trees);
				missing.length > 0 && await this.#fetcher.treesBelow(missing);
			}
			async bringFiles(trees, maxFiles, maxBytes) {
				await this.bringTrees(trees);
				let folders = await Promise.all([...new Set(trees)].map(async (tree) => ({
					tree,
					blobs: (await this.#folders.filesIn(tree, maxFiles) ?? []).filter(({ type }) => type === "blob").map(({ oid }) => oid).filter((oid) => !this.#tooLarge.has(oid))
				})));
				let missing = new Set(await this.#objects.missing(folders.flatMap(({ blobs }) => blobs)));
				let wanted = folders.filter(({ blobs }) => blobs.some((oid) => missing.has(oid)));
				if (wanted.length === 0) return;
				await this.#fetcher.filesBelow(wanted.map(({ tree }) => tree), maxBytes);
				let leftOut = await this.#objects.missing([...missing]);
				for (let oid of leftOut) this.#tooLarge.set(oid, maxBytes + 1);
			}
			async blobSizes(oids) {
				let wanted = [...new Set(oids)];
				let missing = await this.#objects.missing(wanted.filter((oid) => !this.#tooLarge.has(oid)));
				missing.length > 0 && await this.#fetcher.objects(missing);
				let sizes = await Promise.all(wanted.map(async (oid) => {
					let size = this.#tooLarge.get(oid) ?? (await this.#objects.describe(oid))?.size;
					if (size === void 0) throw notSent(oid);
					return [oid, size];
				}));
				return new Map(sizes);
			}
			async readBlobs(oids, maxBytes) {
				for (let oid of oids) (this.#tooLarge.get(oid) ?? Infinity) <= maxBytes && this.#tooLarge.delete(oid);
				let sizes = await this.blobSizes(oids);
				for (let [oid, size] of sizes) if (size > maxBytes) throw new errors.zC("INPUT_INVALID", `Blob ${oid} has ${size} bytes, more than ${maxBytes}`);
				let blobs = await Promise.all([...sizes.keys()].map(async (oid) => {
					let blob = await this.#objects.read(oid);
					if (blob === null) throw notSent(oid);
					return [oid, contentOf(oid, blob, "blob")];
				}));
				return new Map(blobs);
			}
			async #deepen(pairs) {
				let open = pairs;
				for (let depth of this.#depths) {
					if (open.length === 0) return;
					await this.#fetcher.commits([...new Set(open.flat())], depth);
					open = await unproven(open, (a, b) => this.#mergeBasesFetched(a, b));
				}
			}
			async #mergeBasesHere(a, b) {
				let known = this.#mergeBases.get(`${a} ${b}`);
				if (known !== void 0) return known;
				if ((await this.#objects.missing([a, b])).length > 0) return null;
				if (await this.#isNearAncestor(a, b)) return [a];
				let { checkout } = this.#store;
				return (checkout === null ? null : await mergeBasesIn(checkout, a, b)) ?? this.#mergeBasesFetched(a, b);
			}
			async #mergeBasesFetched(a, b) {
				let found = this.#mergeBases.get(`${a} ${b}`) ?? await mergeBasesIn(this.#store.fetched, a, b);
				found !== null && this.#mergeBases.set(`${a} ${b}`, found);
				return found;
			}
			async #objectsNamed(names, depth, folder) {
				let wanted = names.filter((name) => name !== null);
				let ids = wanted.filter(commits.T);
				let refs = wanted.filter((name) => !(0, commits.T)(name));
				let unseen = this.#objects.missing(ids);
				let asked = this.#store.checkout === null ? null : this.#tips(refs);
				asked?.catch(() => {});
				if (new Set(await unseen).size === 0) {
					folder !== void 0 && this.#folders.readAhead(ids, folder);
					let tips = await (asked ?? this.#tips(refs));
					let oids = names.map((name) => name === null || (0, commits.T)(name) ? name : tips.get(name) ?? null);
					let unknown = await this.#objects.missing(oids.filter((oid) => oid !== null));
					unknown.length > 0 && await this.#fetcher.commits(unknown, depth);
					return oids;
				}
				let fetched = await this.#fetcher.named(wanted, depth);
				let found = new Map(wanted.map((name, index) => [name, fetched[index] ?? null]));
				return names.map((name) => name === null ? null : found.get(name) ?? null);
			}
			async #isNearAncestor(ancestor, descendant) {
				if (ancestor === descendant) return !0;
				let seen = new Set();
				let generation = [descendant];
				for (; generation.length > 0 && seen.size < 16;) {
					let parents = [];
					for (let commit of generation) {
						seen.add(commit);
						let object = await this.#objects.read(commit);
						parents.push(...parentsIn(object).filter((parent) => !seen.has(parent)));
					}
					if (parents.includes(ancestor)) return !0;
					generation = [...new Set(parents)];
				}
				return !1;
			}
			async #tips(names) {
				if (names.length === 0) return new Map();
				let refs = await this.#fetcher.refs(names.flatMap(refsNamed));
				return new Map(names.flatMap((name) => {
					let [oid] = refsNamed(name).flatMap((ref) => refs.get(ref) ?? []);
					return oid === void 0 ? [] : [[name, oid]];
				}));
			}
			async #peeled(oid) {
				let object = await this.#objects.read(oid);
				if (object?.type === "commit") return oid;
				if (object?.type !== "tag") return null;
				let [, target = ""] = /^object ([0-9a-f]{40})\n/.exec(object.content.toString("latin1")) ?? [];
				(await this.#objects.missing([target])).length > 0 && await this.#fetcher.commits([target], 1);
				return this.#peeled(target);
			}
		}
		async function unproven(pairs, answer) {
			let open = [];
			for (let pair of pairs) await answer(...pair) === null && open.push(pair);
			return open;
		}
		async function mergeBasesIn({ git, shallowFile }, a, b) {
			try {
				return await provenMergeBases(git, a, b, cutCommits(shallowFile));
			} catch (error) {
				if (error instanceof errors.zC && error.code === "GIT_FAILED") return null;
				throw error;
			}
		}
		function isFullName(name) {
			return (0, commits.T)(name) || name.startsWith("refs/");
		}
		function refsNamed(name) {
			return name.startsWith("refs/") ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
		}
		function checkoutFolders(workspace) {
			if (workspace === "") return null;
			let dotGit = (0, external_node_path_namespaceObject.join)(workspace, ".git");
			let linked = /^gitdir: (.+)$/m.exec(textOf(dotGit) ?? "")?.[1];
			let own = linked === void 0 ? dotGit : (0, external_node_path_namespaceObject.resolve)(workspace, linked);
			if (textOf((0, external_node_path_namespaceObject.join)(own, "HEAD")) === null) return null;
			let common = textOf((0, external_node_path_namespaceObject.join)(own, "commondir"))?.trim();
			return {
				own,
				shared: common === void 0 ? own : (0, external_node_path_namespaceObject.resolve)(own, common)
			};
		}
		function textOf(path) {
			try {
				return (0, external_node_fs_.readFileSync)(path, "utf8");
			} catch {
				return null;
			}
		}
		function createStore(directory, remote, workspace) {
			(0, external_node_fs_.mkdirSync)((0, external_node_path_namespaceObject.join)(directory, "objects"));
			(0, external_node_fs_.mkdirSync)((0, external_node_path_namespaceObject.join)(directory, "refs"));
			(0, external_node_fs_.writeFileSync)((0, external_node_path_namespaceObject.join)(directory, "HEAD"), "ref: refs/heads/none\n");
			(0, external_node_fs_.writeFileSync)((0, external_node_path_namespaceObject.join)(directory, "config"), "[core]\n	repositoryformatversion = 0\n	bare = true\n");
			let checkout = gitDirectoryOf(workspace);
			let borrowing = checkout === null ? {} : { GIT_ALTERNATE_OBJECT_DIRECTORIES: `"${(0, external_node_path_namespaceObject.join)(checkout, "objects").replace(/[\\"]/g, "\\$&")}"` };
			let history = (folder) => {
				let shallowFile = (0, external_node_path_namespaceObject.join)(folder, "shallow");
				let environment = {
					...borrowing,
					GIT_SHALLOW_FILE: shallowFile
				};
				return {
					git: new GitProcess(directory, { environment }),
					shallowFile
				};
			};
			return {
				directory,
				fetching: new GitProcess(directory, {
					credential: credentialOf(remote),
					settings: remoteSettings(remote.url)
				}),
				reading: new GitProcess(directory, { environment: borrowing }),
				fetched: history(directory),
				checkout: checkout === null ? null : history(checkout)
			};
		}
		function credentialOf({ serverUrl, token }) {
			return token === "" ? null : {
				serverUrl,
				token
			};
		}
		function remoteSettings(url) {
			return [
				["remote.origin.url", url],
				["remote.origin.promisor", "true"],
				["remote.origin.partialCloneFilter", "tree:0"],
				["fetch.negotiationAlgorithm", "noop"]
			];
		}
		function gitDirectoryOf(workspace) {
			let folders = checkoutFolders(workspace);
			if (folders === null || /["\n]/.test(folders.shared)) return null;
			try {
				let objects = (0, external_node_fs_.statSync)((0, external_node_path_namespaceObject.join)(folders.shared, "objects"));
				let head = (0, external_node_fs_.readFileSync)((0, external_node_path_namespaceObject.join)(folders.own, "HEAD"), "utf8");
				return objects.isDirectory() && !/^[0-9a-f]{64}/.test(head) ? folders.shared : null;
			} catch {
				return null;
			}
		}
		function openReader(remote, temporary, workspace, depths) {
			return new GitReader(storeIn(temporary, remote, workspace), depths);
		}
		function storeIn(temporary, remote, workspace) {
			return createStore((0, external_node_fs_.mkdtempSync)((0, external_node_path_namespaceObject.join)(temporary, "agent-pipeline-git-")), remote, workspace);
		}
		function githubOpenPullRequests(token, url, here) {
			let load = async () => {
				let [{ ask, githubApi }, { readPullRequest }] = await Promise.all([Promise.all([__nccwpck_require__.e(75), __nccwpck_require__.e(936)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9936)), Promise.all([__nccwpck_require__.e(75), __nccwpck_require__.e(26)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3026))]);
				let read = (data) => readPullRequest(data, here);
				return {
					ask,
					read,
					api: githubApi(token, url)
				};
			};
			return {
				async get(number) {
					let { ask, read, api } = await load();
					let { data } = await ask(`read pull request #${number}`, () => api.rest.pulls.get({
						...here,
						pull_number: number
					}));
					let { isOpen, isFork, headSha, baseBranch } = read(data);
					if (!isOpen) return "is closed";
					return isFork ? "comes from a fork" : {
						number,
						headSha,
						baseBranch
					};
				},
				async list() {
					let { ask, read, api } = await load();
					return (await ask("list the open pull requests", () => api.paginate(api.rest.pulls.list, {
						...here,
						state: "open",
						per_page: 100
					}))).map(read).filter(({ isFork }) => !isFork).map(({ number, headSha, baseBranch }) => ({
						number,
						headSha,
						baseBranch
					})).toSorted((a, b) => a.number - b.number);
				}
			};
		}
		var schemas = __nccwpck_require__(3673);
		var api = __nccwpck_require__(2335);
		var parse = __nccwpck_require__(8230);
		var core_errors = __nccwpck_require__(6150);
		let sha = () => commits.V;
		let branchName = () => schemas.YjP().check(api.m9(1), api.Eb(255));
		let repository = () => schemas.Ikc({
			full_name: schemas.YjP(),
			default_branch: branchName()
		});
		function pullRequestPayload() {
			let side = schemas.Ikc({
				ref: branchName(),
				sha: sha(),
				repo: schemas.mee(schemas.Ikc({ full_name: schemas.YjP() }))
			});
			return schemas.Ikc({
				action: schemas.YjP(),
				label: schemas.lqM(schemas.Ikc({ name: schemas.YjP() })),
				changes: schemas.lqM(schemas.Ikc({ base: schemas.lqM(schemas.Ikc({})) })),
				pull_request: schemas.Ikc({
					number: schemas.Whr().check(api.NC()),
					head: side,
					base: side
				}),
				repository: repository(),
				sender: schemas.lqM(schemas.Ikc({ login: schemas.YjP() }))
			});
		}
		let pushPayload = () => schemas.Ikc({
			ref: schemas.YjP(),
			before: sha(),
			after: sha(),
			repository: repository()
		});
		let mergeGroupPayload = () => schemas.Ikc({
			merge_group: schemas.Ikc({
				head_sha: sha(),
				head_ref: schemas.YjP(),
				base_sha: sha(),
				base_ref: schemas.YjP()
			}),
			repository: repository()
		});
		let otherPayload = () => schemas.Ikc({ repository: repository() });
		let NO_COMMIT = "0".repeat(40);
		function parseTrigger({ event, ref, sha: commit, payload }) {
			switch (event) {
				case "pull_request":
				case "pull_request_target":
				case "pull_request_review": {
					let { action, label, changes, pull_request: pull, repository: here, sender } = read(pullRequestPayload(), payload, event);
					return {
						kind: "pull_request",
						defaultBranch: here.default_branch,
						number: pull.number,
						action,
						label: label?.name ?? null,
						isBaseChanged: changes?.base !== void 0,
						headBranch: pull.head.ref,
						headSha: pull.head.sha,
						baseBranch: pull.base.ref,
						isFork: pull.head.repo?.full_name !== here.full_name,
						isByDependabot: sender?.login === "dependabot[bot]"
					};
				}
				case "push": {
					let push = read(pushPayload(), payload, event);
					return {
						kind: "push",
						defaultBranch: push.repository.default_branch,
						branch: branchOf(push.ref),
						before: commitOrNull(push.before),
						after: commitOrNull(push.after)
					};
				}
				case "merge_group": {
					let group = read(mergeGroupPayload(), payload, event);
					return {
						kind: "merge_group",
						defaultBranch: group.repository.default_branch,
						headBranch: branchOf(group.merge_group.head_ref) ?? group.merge_group.head_ref,
						headSha: group.merge_group.head_sha,
						baseSha: group.merge_group.base_sha,
						baseBranch: branchOf(group.merge_group.base_ref) ?? group.merge_group.base_ref
					};
				}
				case "workflow_dispatch":
				case "repository_dispatch": {
					let { repository: here } = read(otherPayload(), payload, event);
					return {
						kind: "dispatch",
						defaultBranch: here.default_branch,
						branch: branchOf(ref),
						sha: commit
					};
				}
				default: {
					let { repository: here } = read(otherPayload(), payload, event);
					return {
						kind: "other",
						defaultBranch: here.default_branch,
						event,
						sha: commit
					};
				}
			}
		}
		function read(schema, payload, event) {
			let result = parse.xL(schema, payload);
			if (result.success) return result.data;
			throw new errors.zC("INPUT_INVALID", `The event ${JSON.stringify(event)} is not as GitHub documents it: ${core_errors.S1(result.error)}`);
		}
		function branchOf(ref) {
			return /^refs\/heads\/(.+)$/.exec(ref)?.[1] ?? null;
		}
		function commitOrNull(commit) {
			return commit === NO_COMMIT ? null : commit;
		}
		function readRunEnvironment(environment) {
			let variable = required(environment);
			let [owner = "", repository = ""] = variable("GITHUB_REPOSITORY").split("/");
			return {
				owner,
				repository,
				serverUrl: variable("GITHUB_SERVER_URL"),
				apiUrl: environment.GITHUB_API_URL ?? "https://api.github.com",
				run: {
					id: variable("GITHUB_RUN_ID"),
					attempt: Number(environment.GITHUB_RUN_ATTEMPT ?? "1")
				},
				workflowRef: environment.GITHUB_WORKFLOW_REF ?? "",
				workspace: environment.GITHUB_WORKSPACE ?? "",
				temporary: variable("RUNNER_TEMP")
			};
		}
		function readTrigger(environment) {
			return parseTrigger({
				event: required(environment)("GITHUB_EVENT_NAME"),
				ref: environment.GITHUB_REF ?? "",
				sha: environment.GITHUB_SHA ?? "",
				payload: readPayload(environment)
			});
		}
		function readPayload(environment) {
			return payloadIn(required(environment)("GITHUB_EVENT_PATH"));
		}
		function payloadIn(path) {
			try {
				return JSON.parse((0, external_node_fs_.readFileSync)(path, "utf8"));
			} catch (cause) {
				throw new errors.zC("INPUT_INVALID", `The event of this run cannot be read from ${path}, the file that GITHUB_EVENT_PATH names`, {
					hint: "The runner writes it before each job; a step before this one may have changed it.",
					cause
				});
			}
		}
		let REQUIRED = [
			"GITHUB_REPOSITORY",
			"GITHUB_SERVER_URL",
			"GITHUB_RUN_ID",
			"GITHUB_EVENT_NAME",
			"GITHUB_EVENT_PATH",
			"RUNNER_TEMP"
		];
		function required(environment) {
			let missing = REQUIRED.filter((name) => (environment[name] ?? "") === "");
			if (missing.length === 0) return (name) => environment[name] ?? "";
			throw new errors.zC("INPUT_INVALID", `This is no GitHub Actions job: ${missing.join(", ")} not set`, { hint: "agent-pipeline runs as a step of a workflow; `npm run demo` shows it on one machine." });
		}
		function remoteOf(run, token, mask) {
			if (token !== "") {
				mask(token);
				mask(Buffer.from(`x-access-token:${token}`).toString("base64"));
			}
			return {
				url: `${run.serverUrl}/${run.owner}/${run.repository}`,
				serverUrl: run.serverUrl,
				token
			};
		}
		function clockOfStep() {
			return {
				began: new Date(performance.timeOrigin).toISOString(),
				seconds: Math.round(performance.now()) / 1e3
			};
		}
		function inputOf({ environment }, name) {
			return (environment[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();
		}
		function isRevision(name) {
			return name.length >= 1 && name.length <= 255 && !/^[-/.]|[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|\.lock(?:\/|$)|[/.]$/u.test(name);
		}
		var matrix = __nccwpck_require__(8797);
		var inputs = __nccwpck_require__(3557);
		let folder = schemas.FsL(schemas.FsL(schemas.YjP(), schemas.pdi((text) => text.trim().replace(/^(?:\.\/)+/, "").replace(/\/+$/, "") || "generated")), schemas.YjP().check(schemas.YPB((path) => /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/.test(path) && !/(?:^|\/)\.\.?(?:\/|$)/.test(path), "must be a folder of the repository, such as \"generated\"")));
		let revision = schemas.YjP().check(api.WN(), schemas.YPB((name) => name === "" || isRevision(name), "must be a branch, a tag or a full 40-digit commit id"));
		let maxEntries = schemas.FsL(schemas.FsL(schemas.YjP(), schemas.pdi((text) => text.trim() || String(matrix.K9))), inputs.rD).check(schemas.YPB((count) => count >= 1 && count <= matrix.K9, `must be between 1 and ${matrix.K9}`));
		let Inputs = schemas.Ikc({
			task: inputs.p_,
			"pull-requests": schemas.YjP(),
			"pull-request": inputs.Kd,
			root: folder,
			base: revision,
			head: revision,
			"max-entries": maxEntries,
			"github-token": schemas.YjP()
		});
		function parseInputs(read) {
			return (0, inputs.TL)(Inputs, read, "discover");
		}
		function readJson(text) {
			try {
				return {
					ok: !0,
					value: JSON.parse(text)
				};
			} catch (cause) {
				return {
					ok: !1,
					problem: cause instanceof Error ? cause.message : String(cause),
					cause
				};
			}
		}
		function jsonIn(text) {
			let read = readJson(text);
			return read.ok ? read.value : void 0;
		}
		let handOver = () => schemas.YOg(schemas.Ikc({
			task: schemas.YjP().check(api.m9(1), api.Eb(1e3)),
			number: schemas.Whr().check(api.NC()),
			head: commits.V,
			base: schemas.lqM(schemas.YjP().check(schemas.YPB(isRevision, "must be a branch")))
		})).check(api.Eb(1e4));
		function parseHandOver(json) {
			if (json.trim() === "") return null;
			if (json.trim() === "missing") throw new errors.zC("INPUT_INVALID", "Invalid input: \"pull-requests\" is missing", { hint: "generate did not set its output `pull-requests`; look at that step." });
			let list = parse.xL(handOver(), jsonIn(json));
			if (!list.success) throw invalid(`is not what generate writes: ${core_errors.S1(list.error)}`);
			return byNumber(list.data);
		}
		function byNumber(list) {
			let pullRequests = new Map();
			for (let { task, number, head, base = null } of list) {
				let known = pullRequests.get(number) ?? {
					number,
					head,
					base,
					tasks: []
				};
				if (known.head !== head) throw invalid(`names two heads of pull request #${number}`);
				if (known.base !== base) throw invalid(`names two bases of pull request #${number}`);
				known.tasks.push(task);
				pullRequests.set(number, known);
			}
			return [...pullRequests.values()].toSorted((a, b) => a.number - b.number);
		}
		function invalid(problem) {
			return new errors.zC("INPUT_INVALID", `Invalid input: "pull-requests" ${problem}`);
		}
		var discover_answer = __nccwpck_require__(6188);
		function comparisonOf(trigger, override) {
			let asked = byEvent(trigger);
			if (override.base === "" && override.head === "") return asked;
			let head = override.head === "" ? headOf(asked) : {
				name: override.head,
				otherwise: null
			};
			if (head === null) return asked;
			return {
				kind: "proposed",
				head,
				base: override.base || baseOf(asked, trigger.defaultBranch),
				pullRequest: asked.kind === "proposed" && (override.head === "" || override.head === asked.head.name) ? asked.pullRequest : null
			};
		}
		function byEvent(trigger) {
			let defaultBranch = branchRef(trigger.defaultBranch);
			switch (trigger.kind) {
				case "pull_request": return {
					kind: "proposed",
					head: {
						name: trigger.headSha,
						otherwise: `refs/pull/${trigger.number}/head`
					},
					base: branchRef(trigger.baseBranch),
					pullRequest: trigger.number
				};
				case "push":
					if (trigger.after === null) return {
						kind: "nothing",
						because: "the ref was deleted"
					};
					return trigger.branch === trigger.defaultBranch ? {
						kind: "landed",
						before: trigger.before,
						after: trigger.after
					} : proposed(trigger.after, defaultBranch);
				case "merge_group": return proposed(trigger.headSha, trigger.baseSha);
				case "dispatch": return trigger.branch === trigger.defaultBranch ? {
					kind: "landed",
					before: trigger.sha,
					after: trigger.sha
				} : proposed(trigger.sha, defaultBranch);
				case "other": return proposed(trigger.sha, defaultBranch);
				default: return (0, errors.xb)(trigger);
			}
		}
		function proposed(head, base) {
			return {
				kind: "proposed",
				head: {
					name: head,
					otherwise: null
				},
				base,
				pullRequest: null
			};
		}
		function headOf(comparison) {
			if (comparison.kind === "nothing") return null;
			return comparison.kind === "landed" ? {
				name: comparison.after,
				otherwise: null
			} : comparison.head;
		}
		function baseOf(comparison, defaultBranch) {
			return comparison.kind === "proposed" ? comparison.base : branchRef(defaultBranch);
		}
		function branchRef(branch) {
			return `refs/heads/${branch}`;
		}
		var task_id = __nccwpck_require__(8588);
		let NOT_AN_ID = "is no task id: 1 to 64 of a-z, 0-9, \"_\" and \"-\", with a letter or digit at both ends";
		let EQUAL_WITHOUT_CASE = "is equal to another name when case is ignored";
		function changedTasks({ changes, sameWithoutCase }) {
			let tasks = [];
			let deleted = [];
			let rejected = [];
			for (let { path: name, before, after } of changes) {
				if (after === null) {
					isFolder(before) && (0, task_id.XJ)(name) && deleted.push(name);
					continue;
				}
				if (isFile(after) && !isFolder(before)) continue;
				if (!(0, task_id.XJ)(name)) {
					rejected.push({
						name,
						reason: NOT_AN_ID
					});
					continue;
				}
				let reason = reasonAgainst(name, after, sameWithoutCase);
				reason === null ? tasks.push(name) : rejected.push({
					name,
					reason
				});
			}
			return {
				tasks: tasks.toSorted(),
				deleted: deleted.toSorted(),
				rejected
			};
		}
		function reasonAgainst(id, mode, twins) {
			if (twins.has(id)) return EQUAL_WITHOUT_CASE;
			if (isFolder(mode)) return null;
			switch (mode) {
				case modes_SUBMODULE: return "is a submodule, not a folder";
				case "120000": return "is a symbolic link, not a folder";
				default: return "is a file, not a folder";
			}
		}
		function isFolder(mode) {
			return mode === FOLDER;
		}
		async function commitsNamed(names, repository) {
			return (await repository.commitsOf(names)).map((commit, index) => commit ?? fail(names[index] ?? ""));
		}
		async function commits_of_headCommit(head, repository) {
			return await repository.commitOf(head.name) ?? otherHead(head, repository);
		}
		async function headAndBase(head, base, folder, repository) {
			let next = {
				withHistory: !0,
				folder
			};
			let [first, second] = await repository.commitsOf([head.name, base], next);
			return [first ?? await otherHead(head, repository), second ?? fail(base)];
		}
		function threeCommits(head, base, mergeBases) {
			let [mergeBase] = mergeBases.toSorted();
			if (mergeBase !== void 0) return {
				head,
				base,
				mergeBase
			};
			throw new errors.zC("GIT_FAILED", `${head} and ${base} have no common history`, { hint: "What such a branch changes cannot be told. Rebuild it on the target branch." });
		}
		async function otherHead(head, repository) {
			return (head.otherwise === null ? null : await repository.commitOf(head.otherwise)) ?? fail(head.name);
		}
		function fail(name) {
			throw new errors.zC("GIT_FAILED", `The remote has no ${name}`, { hint: "It was deleted, or replaced by a forced push. A run on what is there now finds its tasks." });
		}
		async function changedSince(head, base, root, repository) {
			let mergeBases = await repository.mergeBases(base, head);
			let commits = threeCommits(head, base, mergeBases);
			let changed = await changedBetween(commits.mergeBase, head, root, repository);
			for (let other of mergeBases.filter((mergeBase) => mergeBase !== commits.mergeBase)) {
				let again = await changedBetween(other, head, root, repository);
				if (JSON.stringify(again) !== JSON.stringify(changed)) throw ambiguous(commits, mergeBases);
			}
			return {
				commits,
				changed
			};
		}
		async function changedBetween(from, to, root, repository) {
			return changedTasks(await repository.modeChanges(from, to, root));
		}
		function ambiguous({ head, base }, mergeBases) {
			return new errors.zC("GIT_FAILED", `${head} and ${base} have ${mergeBases.length} merge bases, which differ in their tasks: ${mergeBases.slice(0, 5).join(", ")}`, { hint: "Merge the target branch into this one once more; then there is one." });
		}
		async function discoverChanged(comparison, root, { repository }) {
			switch (comparison.kind) {
				case "nothing": return {
					groups: [],
					deleted: [],
					rejected: [],
					commits: null
				};
				case "landed": {
					let { before } = comparison;
					let [after = "", earlier = null] = await commitsNamed([comparison.after, ...before === null ? [] : [before]], repository);
					return discoveryOf(await changedBetween(earlier, after, root, repository), {
						head: after,
						base: after,
						mergeBase: after
					}, null);
				}
				case "proposed": {
					let [head, base] = await headAndBase(comparison.head, comparison.base, root, repository);
					let { commits, changed } = await changedSince(head, base, root, repository);
					return discoveryOf(changed, commits, comparison.pullRequest);
				}
				default: return (0, errors.xb)(comparison);
			}
		}
		function discoveryOf({ tasks, deleted, rejected }, commits, pullRequest) {
			return {
				groups: [{
					commits,
					pullRequest,
					tasks
				}],
				deleted,
				rejected,
				commits
			};
		}
		async function discoverHandedOver(pullRequests, root, trigger, { repository }) {
			let groups = [];
			let deleted = [];
			let rejected = [];
			for (let { number, head, base: branch, tasks } of pullRequests) {
				let [, base] = await headAndBase({
					name: head,
					otherwise: null
				}, branchRef(branch ?? baseBranchOf(number, trigger)), root, repository);
				let { commits, changed } = await changedSince(head, base, root, repository);
				groups.push({
					commits,
					pullRequest: number,
					tasks: changed.tasks
				});
				deleted.push(...changed.deleted);
				rejected.push(...changed.rejected, ...withoutFolder(tasks, changed.tasks, number));
			}
			let [only, ...others] = groups;
			return {
				groups,
				deleted: [...new Set(deleted)].toSorted(),
				rejected,
				commits: others.length === 0 ? only?.commits ?? null : null
			};
		}
		function baseBranchOf(number, trigger) {
			return trigger.kind === "pull_request" && trigger.number === number ? trigger.baseBranch : trigger.defaultBranch;
		}
		function withoutFolder(named, changed, number) {
			let present = new Set(changed);
			return [...new Set(named)].filter((name) => !present.has(name)).map((name) => ({
				name,
				reason: `is not changed by pull request #${number}`
			}));
		}
		function parseTaskList(items, root) {
			let names = [...new Set(items.map((item) => nameOf(item, root)).filter((name) => name !== ""))];
			let twins = task_list_sameWithoutCase(names);
			let ids = [];
			let rejected = [];
			for (let name of names) (0, task_id.XJ)(name) ? twins.has(name.toLowerCase()) ? rejected.push({
				name,
				reason: EQUAL_WITHOUT_CASE
			}) : ids.push(name) : rejected.push({
				name,
				reason: NOT_AN_ID
			});
			return {
				ids: ids.toSorted(),
				rejected
			};
		}
		function task_list_sameWithoutCase(names) {
			let seen = new Set();
			let twice = new Set();
			for (let name of names) {
				let folded = name.toLowerCase();
				seen.has(folded) ? twice.add(folded) : seen.add(folded);
			}
			return twice;
		}
		function nameOf(item, root) {
			let path = item.replace(/^(?:\.\/+)+/, "").replace(/\/+$/, "");
			return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
		}
		async function discoverNamed(named, comparison, root, isSearched, ports) {
			let here = await atHead(named.ids, comparison, root, ports.repository);
			let elsewhere = isSearched ? await inPullRequests(named.ids, here, root, ports) : {
				groups: [],
				rejected: notFound(here.missing, "has no folder at the head")
			};
			return {
				groups: [...here.group === null ? [] : [here.group], ...elsewhere.groups],
				deleted: [],
				rejected: [
					...named.rejected,
					...here.rejected,
					...elsewhere.rejected
				],
				commits: elsewhere.groups.length === 0 ? here.group?.commits ?? null : null
			};
		}
		async function atHead(ids, comparison, root, repository) {
			let side = headOf(comparison);
			if (side === null) return {
				head: null,
				group: null,
				missing: ids,
				rejected: []
			};
			let head = await commits_of_headCommit(side, repository);
			let entries = await repository.list(head, root);
			let objects = new Map(entries.map((entry) => [entry.path, entry]));
			let twins = task_list_sameWithoutCase(objects.keys());
			let present = [];
			let rejected = [];
			for (let id of ids) {
				let object = objects.get(id);
				if (object === void 0) continue;
				let reason = reasonAgainst(id, object.mode, twins);
				reason === null ? present.push(id) : rejected.push({
					name: id,
					reason
				});
			}
			return {
				head,
				group: present.length === 0 ? null : {
					commits: await commitsAtHead(head, comparison, repository),
					pullRequest: comparison.kind === "proposed" ? comparison.pullRequest : null,
					tasks: present
				},
				missing: ids.filter((id) => !objects.has(id)),
				rejected
			};
		}
		async function commitsAtHead(head, comparison, repository) {
			if (comparison.kind !== "proposed") return {
				head,
				base: head,
				mergeBase: head
			};
			let [base = ""] = await commitsNamed([comparison.base], repository);
			return threeCommits(head, base, await repository.mergeBases(base, head));
		}
		async function inPullRequests(ids, here, root, ports) {
			let holders = await holdersOf(ids, here, root, ports);
			for (let { number, tasks } of holders) {
				let also = tasks.filter((task) => here.group?.tasks.includes(task) === !0);
				if (also.length === 0) continue;
				ports.log.notice(`Pull request #${number} changes ${discover_named_listed(also)} too; tested is what the dispatched ref holds.`);
			}
			let numbers = new Map(here.missing.map((task) => [task, holders.filter(({ tasks }) => tasks.includes(task)).map(({ number }) => number)]));
			let groups = holders.flatMap(({ number, commits, tasks }) => {
				let own = tasks.filter((task) => numbers.get(task)?.length === 1);
				return own.length === 0 ? [] : [{
					commits,
					pullRequest: number,
					tasks: own
				}];
			});
			let none = here.missing.filter((task) => numbers.get(task)?.length === 0);
			let several = here.missing.filter((task) => (numbers.get(task)?.length ?? 0) > 1);
			return {
				groups,
				rejected: [...notFound(none, "has no folder on the dispatched ref, and no open pull request changes it"), ...several.map((task) => ({
					name: task,
					reason: `is changed by several open pull requests: ${(numbers.get(task) ?? []).map((number) => `#${number}`).join(", ")}`
				}))]
			};
		}
		async function holdersOf(ids, here, root, { repository, openPullRequests, log }) {
			let open;
			try {
				open = await openPullRequests.list();
			} catch (error) {
				if (here.missing.length > 0) throw error;
				log.warning("The open pull requests could not be listed; whether one changes these tasks too is not known.");
				return [];
			}
			let holders = [];
			for (let { number, headSha, baseBranch } of open) {
				if (headSha === here.head) continue;
				let present = new Set((await repository.list(headSha, root)).map(({ path }) => path));
				if (!ids.some((id) => present.has(id))) continue;
				let [base = ""] = await commitsNamed([branchRef(baseBranch)], repository);
				let { commits, changed } = await changedSince(headSha, base, root, repository);
				let tasks = changed.tasks.filter((task) => ids.includes(task));
				tasks.length > 0 && holders.push({
					number,
					commits,
					tasks
				});
			}
			return holders;
		}
		function notFound(ids, reason) {
			return ids.map((name) => ({
				name,
				reason
			}));
		}
		function discover_named_listed(tasks) {
			return tasks.length <= 5 ? tasks.join(", ") : `${tasks.slice(0, 5).join(", ")} and ${tasks.length - 5} more`;
		}
		async function run(inputs, trigger, ports) {
			let { baseBranch, ...discovery } = await discover(inputs, trigger, ports);
			let answer = (0, discover_answer.u)(discovery, inputs["max-entries"], baseBranch, ports.clock());
			for (let line of answer.summary) ports.log.info(line);
			return answer;
		}
		async function discover(inputs, trigger, ports) {
			let handOver = parseHandOver(inputs["pull-requests"]);
			let named = parseTaskList(inputs.task, inputs.root);
			let isNamed = named.ids.length + named.rejected.length > 0;
			if (handOver !== null) {
				if (isNamed || inputs["pull-request"] !== null || inputs.base !== "" || inputs.head !== "") throw new errors.zC("INPUT_INVALID", "Invalid input: \"pull-requests\" says which commits to compare; \"task\", \"pull-request\", \"base\" and \"head\" cannot be given beside it");
				return {
					...await discoverHandedOver(handOver, inputs.root, trigger, ports),
					baseBranch: baseOfAll(handOver, trigger)
				};
			}
			let number = inputs["pull-request"];
			let { comparison, baseBranch } = number === null ? {
				comparison: comparisonOf(trigger, inputs),
				baseBranch: run_baseBranchOf(trigger, inputs)
			} : await askedOfPullRequest(number, inputs, ports);
			let isSearched = trigger.kind === "dispatch" && number === null;
			return {
				...isNamed ? await discoverNamed(named, comparison, inputs.root, isSearched, ports) : await discoverChanged(comparison, inputs.root, ports),
				baseBranch
			};
		}
		async function askedOfPullRequest(number, { base, head }, { openPullRequests, log }) {
			if (base !== "" || head !== "") throw new errors.zC("INPUT_INVALID", "Invalid input: \"pull-request\" says which commits to compare; \"base\" and \"head\" cannot be given beside it");
			let found = await openPullRequests.get(number);
			if (typeof found == "string") {
				let because = `#${number} ${found}`;
				log.notice(`Nothing is verified: ${because}.`);
				return {
					comparison: {
						kind: "nothing",
						because
					},
					baseBranch: null
				};
			}
			return {
				comparison: {
					kind: "proposed",
					head: {
						name: found.headSha,
						otherwise: `refs/pull/${number}/head`
					},
					base: branchRef(found.baseBranch),
					pullRequest: number
				},
				baseBranch: found.baseBranch
			};
		}
		function run_baseBranchOf(trigger, { base }) {
			if (base !== "") return null;
			return trigger.kind === "pull_request" || trigger.kind === "merge_group" ? trigger.baseBranch : trigger.defaultBranch;
		}
		function baseOfAll(handOver, trigger) {
			let bases = new Set(handOver.map(({ base }) => base));
			let [only] = bases;
			if (bases.size > 1) return null;
			return only ?? (trigger.kind === "pull_request" ? trigger.baseBranch : trigger.defaultBranch);
		}
		core.$W({
			...en(),
			jitless: !0
		});
		async function act(job) {
			let inputs = parseInputs((name) => inputOf(job, name));
			let environment = readRunEnvironment(job.environment);
			let { owner, repository: repo, apiUrl, temporary, workspace } = environment;
			let token = inputs["github-token"];
			let repository = openReader(remoteOf(environment, token, job.mask), temporary, workspace);
			let { outputs, problem } = await run(inputs, readTrigger(job.environment), {
				repository,
				openPullRequests: githubOpenPullRequests(token, apiUrl, {
					owner,
					repo
				}),
				log: job.log,
				clock: clockOfStep
			});
			return {
				outputs: { ...outputs },
				failures: problem === null ? [] : [{
					subject: null,
					error: problem
				}]
			};
		}
	}),
	6188: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			D: () => NO_ANSWER,
			u: () => answerOf
		});
		var errors = __nccwpck_require__(4566);
		var handover_matrix = __nccwpck_require__(8797);
		function matrixEntries(groups, maxEntries) {
			let filled = groups.filter(({ tasks }) => tasks.length > 0);
			if (filled.length > maxEntries) throw new errors.zC("LIMIT_REACHED", `${filled.length} pull requests do not fit into a matrix of ${maxEntries} entries`, { hint: "Two pull requests never share an entry. Run discover for fewer of them at a time." });
			let repeated = repeatedTasks(filled);
			let shares = entriesPerGroup(filled.map(({ tasks }) => tasks.length), maxEntries);
			let shards = 0;
			return filled.flatMap((group, index) => packed(group.tasks, shares[index] ?? 1).map((tasks) => ({
				entry: entryName(tasks, group.pullRequest, repeated, () => ++shards),
				tasks,
				head: group.commits.head,
				base: group.commits.base,
				"merge-base": group.commits.mergeBase,
				"pull-request": group.pullRequest === null ? "" : String(group.pullRequest)
			})));
		}
		function entriesPerGroup(sizes, maxEntries) {
			if (sizes.reduce((sum, size) => sum + size, 0) <= maxEntries) return sizes;
			let shares = sizes.map(() => 1);
			for (let given = sizes.length; given < maxEntries; given++) {
				let loads = sizes.map((size, index) => size / shares[index]);
				shares[loads.indexOf(Math.max(...loads))] += 1;
			}
			return shares;
		}
		function packed(tasks, parts) {
			let size = Math.floor(tasks.length / parts);
			let longer = tasks.length % parts;
			return Array.from({ length: parts }, (_, index) => {
				let start = index * size + Math.min(index, longer);
				return tasks.slice(start, start + size + +(index < longer));
			});
		}
		function entryName(tasks, pullRequest, repeated, nextShard) {
			let [task] = tasks;
			if (task === void 0 || tasks.length > 1) return `_shard-${String(nextShard()).padStart(3, "0")}`;
			return repeated.has(task) ? `${task}_pr-${pullRequest ?? 0}_` : task;
		}
		function repeatedTasks(groups) {
			if (groups.length < 2) return new Set();
			let seen = new Set();
			return new Set(groups.flatMap(({ tasks }) => tasks.filter((task) => seen.size === seen.add(task).size)));
		}
		let NO_ENTRIES = (0, handover_matrix.b6)([]);
		let NO_ANSWER = {
			tasks: "",
			matrix: "",
			count: "0",
			"has-tasks": "false",
			deleted: "",
			rejected: "[]",
			base: "",
			head: "",
			"merge-base": "",
			"base-branch": "",
			clock: ""
		};
		function answerOf(discovery, maxEntries, baseBranch = null, clock = null) {
			let tasks = allTasks(discovery.groups);
			let { matrix, refusal } = matrixOf(discovery.groups, tasks.length, maxEntries);
			let { commits, deleted, rejected } = discovery;
			return {
				outputs: {
					tasks: tasks.join(","),
					matrix,
					count: String(tasks.length),
					"has-tasks": matrix === NO_ENTRIES ? "false" : "true",
					deleted: deleted.join(","),
					rejected: JSON.stringify(rejected),
					base: commits?.base ?? "",
					head: commits?.head ?? "",
					"merge-base": commits?.mergeBase ?? "",
					"base-branch": baseBranch ?? "",
					clock: clock === null ? "" : JSON.stringify(clock)
				},
				summary: summaryOf(discovery, tasks),
				problem: refusal ?? rejectionProblem(rejected)
			};
		}
		function summaryOf(discovery, tasks) {
			let { commits, deleted, rejected } = discovery;
			return [
				...commits === null ? [] : [`head ${commits.head}, base ${commits.base}, merge base ${commits.mergeBase}`],
				`${tasks.length} changed: ${listed(tasks)}`,
				...deleted.length === 0 ? [] : [`${deleted.length} deleted: ${listed(deleted)}`],
				...rejected.length === 0 ? [] : [`${rejected.length} rejected: see the output \`rejected\``]
			];
		}
		function listed(names) {
			if (names.length === 0) return "none";
			let more = names.length - 20;
			return `${names.slice(0, 20).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
		}
		function allTasks(groups) {
			let [only, ...others] = groups;
			if (others.length === 0) return only?.tasks ?? [];
			return [...new Set(groups.flatMap(({ tasks }) => tasks))].toSorted();
		}
		function matrixOf(groups, count, maxEntries) {
			let entries;
			try {
				entries = matrixEntries(groups, maxEntries);
			} catch (error) {
				if (error instanceof errors.zC) return {
					matrix: NO_ENTRIES,
					refusal: error
				};
				throw error;
			}
			let matrix = (0, handover_matrix.b6)(entries);
			let bytes = Buffer.byteLength(matrix);
			if (bytes <= handover_matrix.Ve) return {
				matrix,
				refusal: null
			};
			return {
				matrix: NO_ENTRIES,
				refusal: tooLarge(count, bytes)
			};
		}
		function tooLarge(count, bytes) {
			return new errors.zC("LIMIT_REACHED", `The matrix of ${count} tasks has ${bytes} bytes, more than the ${handover_matrix.Ve} that one job can be given`, { hint: `The outputs \`tasks\` and \`count\` are complete. Split the change into at least ${Math.ceil(bytes / handover_matrix.Ve)} pull requests, or run discover with \`task\` for a part of them at a time.` });
		}
		function rejectionProblem(rejected) {
			if (rejected.length === 0) return null;
			let reasons = [...new Set(rejected.map(({ reason }) => reason))].slice(0, 5);
			return new errors.zC("INPUT_INVALID", `${rejected.length} ${rejected.length === 1 ? "name was" : "names were"} rejected: ${reasons.join("; ")}`, { hint: "The output `rejected` lists each name with its reason. Every other task is in the matrix." });
		}
	}),
	8329: ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => {
			try {
				var _src_runner_adapters_action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8124);
				var _adapters_act_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9620);
				var _answer_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6188);
				await (0, _src_runner_adapters_action_js__WEBPACK_IMPORTED_MODULE_0__.C)({ ..._answer_js__WEBPACK_IMPORTED_MODULE_2__.D }, _adapters_act_js__WEBPACK_IMPORTED_MODULE_1__.R);
				__webpack_async_result__();
			} catch (e) {
				__webpack_async_result__(e);
			}
		}, 1);
	}),
	4566: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			xb: () => assertNever,
			zC: () => PipelineError
		});
		class PipelineError extends Error {
			name = "PipelineError";
			code;
			hint;
			constructor(code, message, options = {}) {
				super(message, { cause: options.cause });
				this.code = code;
				this.hint = options.hint;
			}
		}
		function assertNever(value) {
			throw Error(`Unreachable: ${JSON.stringify(value)}`);
		}
	}),
	5051: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, { Df: () => withoutCommands });
		let INVISIBLE_OR_OURS = RegExp(`:​(?=:)|##​(?=\\[)|${/(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu.source}`, "gu");
		function withoutCommands(text) {
			return text.replace(INVISIBLE_OR_OURS, (found) => found.length > 1 && found.endsWith("​") ? found : "�").replaceAll("##[", "##​[").replace(/^(\s*):(?=:)/gmu, "$1:​");
		}
	}),
	2990: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			T: () => isObjectId,
			V: () => ObjectId
		});
		var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3673);
		var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2335);
		let OBJECT_ID = /^[0-9a-f]{40}$/;
		function isObjectId(text) {
			return OBJECT_ID.test(text);
		}
		let ObjectId = zod_mini__WEBPACK_IMPORTED_MODULE_0__.YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__.Fk(OBJECT_ID, "must be a full 40-digit commit id"));
	}),
	8797: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			Ve: () => MATRIX_MAX_BYTES,
			K9: () => MATRIX_MAX_ENTRIES,
			b6: () => formatMatrix
		});
		var schemas = __nccwpck_require__(3673);
		var api = __nccwpck_require__(2335);
		__nccwpck_require__(4566);
		var commits = __nccwpck_require__(2990);
		var inputs = __nccwpck_require__(3557);
		var task_id = __nccwpck_require__(8588);
		let NO_LIST = "must be a comma-separated list of task ids, such as shipping_cost_v1";
		schemas.FsL(inputs.p_.check(schemas.YPB((names) => names.every(task_id.XJ), NO_LIST)), schemas.pdi((names) => names.filter(task_id.XJ)));
		function formatTaskList(tasks) {
			return tasks.join(",");
		}
		let strictTaskList = schemas.FsL(schemas.YjP().check(schemas.YPB((text) => text.split(",").every(task_id.XJ), NO_LIST)), schemas.pdi((text) => text.split(",").filter(task_id.XJ)));
		let MATRIX_MAX_BYTES = 12e4;
		let MATRIX_MAX_ENTRIES = 256;
		function formatMatrix(entries) {
			return JSON.stringify({ include: entries.map((entry) => ({
				...entry,
				tasks: formatTaskList(entry.tasks)
			})) });
		}
		schemas.rej({ include: schemas.YOg(schemas.rej({
			entry: schemas.YjP().check(api.Fk(/^[a-z0-9_-]{1,100}$/)),
			tasks: strictTaskList,
			head: commits.V,
			base: commits.V,
			"merge-base": commits.V,
			"pull-request": schemas.YjP().check(api.Fk(/^(?:[1-9]\d*)?$/, "must be a number or empty"))
		})).check(api.Eb(256)) });
	}),
	8124: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, { C: () => runAction });
		var external_node_util_ = __nccwpck_require__(7975);
		var untrusted_text = __nccwpck_require__(5051);
		var errors = __nccwpck_require__(4566);
		function annotationsOf(failures) {
			let faults = new Map();
			for (let { subject, error } of failures) {
				if (!(error instanceof errors.zC)) continue;
				let message = error.hint === void 0 ? error.message : `${error.message}\n${error.hint}`;
				let fault = faults.get(message) ?? {
					subjects: [],
					cause: error.cause
				};
				subject !== null && fault.subjects.push(subject);
				faults.set(message, fault);
			}
			return [...faults].map(([message, { subjects, cause }]) => ({
				message,
				at: placeOf(subjects, message),
				cause
			}));
		}
		function placeOf(subjects, message) {
			let [first, ...others] = subjects;
			if (first === void 0) return {};
			return {
				title: others.length === 0 && message.startsWith(`${first} `) ? "agent-pipeline" : `agent-pipeline: ${subjects.join(", ")}`,
				...others.length === 0 && first.endsWith(".json") && { file: first }
			};
		}
		function bugIn(failures) {
			return failures.find(({ error }) => !(error instanceof errors.zC)) ?? null;
		}
		var external_node_fs_ = __nccwpck_require__(3024);
		var external_node_os_ = __nccwpck_require__(8161);
		var external_os_ = __nccwpck_require__(857);
		function toCommandValue(input) {
			if (input == null) return "";
			else if (typeof input == "string" || input instanceof String) return input;
			return JSON.stringify(input);
		}
		function toCommandProperties(annotationProperties) {
			if (!Object.keys(annotationProperties).length) return {};
			return {
				title: annotationProperties.title,
				file: annotationProperties.file,
				line: annotationProperties.startLine,
				endLine: annotationProperties.endLine,
				col: annotationProperties.startColumn,
				endColumn: annotationProperties.endColumn
			};
		}
		function issueCommand(command, properties, message) {
			let cmd = new Command(command, properties, message);
			process.stdout.write(cmd.toString() + external_os_.EOL);
		}
		class Command {
			constructor(command, properties, message) {
				command ||= "missing.command";
				this.command = command;
				this.properties = properties;
				this.message = message;
			}
			toString() {
				let cmdStr = "::" + this.command;
				if (this.properties && Object.keys(this.properties).length > 0) {
					cmdStr += " ";
					let first = !0;
					for (let key in this.properties) if (this.properties.hasOwnProperty(key)) {
						let val = this.properties[key];
						if (val) {
							first ? first = !1 : cmdStr += ",";
							cmdStr += `${key}=${escapeProperty(val)}`;
						}
					}
				}
				cmdStr += `::${escapeData(this.message)}`;
				return cmdStr;
			}
		}
		function escapeData(s) {
			return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
		}
		function escapeProperty(s) {
			return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
		}
		function setOutputs(outputs) {
			let lines = Object.entries(outputs).map(([name, value]) => {
				if (/[\r\n]/.test(value)) throw Error(`The output ${name} has more than one line`);
				return `${name}=${value}${external_node_os_.EOL}`;
			});
			let file = process.env.GITHUB_OUTPUT ?? "";
			if (file === "") throw Error("GITHUB_OUTPUT is not set");
			(0, external_node_fs_.appendFileSync)(file, lines.join(""));
		}
		function appendSummary(markdown) {
			let file = process.env.GITHUB_STEP_SUMMARY ?? "";
			file !== "" && markdown !== "" && (0, external_node_fs_.appendFileSync)(file, markdown + external_node_os_.EOL);
		}
		function setSecret(secret) {
			issueCommand("add-mask", {}, secret);
		}
		function setFailed(message) {
			process.exitCode = 1;
			error(message);
		}
		function info(message) {
			process.stdout.write(message + external_node_os_.EOL);
		}
		function debug(message) {
			issueCommand("debug", {}, message);
		}
		function notice(message, at = {}) {
			issueCommand("notice", toCommandProperties(at), message);
		}
		function warning(message, at = {}) {
			issueCommand("warning", toCommandProperties(at), message);
		}
		function error(message, at = {}) {
			issueCommand("error", toCommandProperties(at), message);
		}
		async function group(title, work) {
			issueCommand("group", {}, title);
			try {
				return await work();
			} finally {
				issueCommand("endgroup", {}, "");
			}
		}
		let actionsLog = {
			info: (message) => info((0, untrusted_text.Df)(message)),
			notice: (message, at = {}) => notice((0, untrusted_text.Df)(message), annotation(at)),
			warning: (message, at = {}) => warning((0, untrusted_text.Df)(message), annotation(at)),
			error: (message, at = {}) => error((0, untrusted_text.Df)(message), annotation(at)),
			group: (title, work) => group((0, untrusted_text.Df)(title), work)
		};
		function annotation(at) {
			return {
				...at.title !== void 0 && { title: (0, untrusted_text.Df)(at.title) },
				...at.file !== void 0 && { file: at.file },
				...at.line !== void 0 && { startLine: at.line }
			};
		}
		function actionsJob() {
			return {
				environment: process.env,
				log: actionsLog,
				mask: setSecret
			};
		}
		async function runAction(unknown, act) {
			try {
				setOutputs(unknown);
				end(await act(actionsJob()));
			} catch (error) {
				report([{
					subject: null,
					error
				}]);
			}
		}
		function end({ outputs, summary = "", failures = [], verdict = null }) {
			setOutputs(outputs);
			report([...failures, ...failuresOf(() => appendSummary(summary))]);
			verdict !== null && setFailed((0, untrusted_text.Df)(verdict));
		}
		function failuresOf(work) {
			try {
				work();
				return [];
			} catch (error) {
				return [{
					subject: null,
					error
				}];
			}
		}
		function report(failures) {
			for (let { message, at, cause } of annotationsOf(failures)) {
				cause !== void 0 && debug((0, untrusted_text.Df)((0, external_node_util_.inspect)(cause)));
				actionsLog.error(message, at);
			}
			let bug = bugIn(failures);
			bug !== null && actionsLog.error(`This is a bug in agent-pipeline, please report it.\n${(0, external_node_util_.inspect)(bug.error)}`);
			failures.length > 0 && (process.exitCode = 1);
		}
	}),
	3557: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			Kd: () => pullRequestNumber,
			TL: () => parseInputs,
			p_: () => list,
			rD: () => wholeNumber
		});
		var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3673);
		var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2335);
		var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8230);
		var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4566);
		var _git_commits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2990);
		zod_mini__WEBPACK_IMPORTED_MODULE_2__.FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__.k5n([
			"true",
			"false",
			""
		], { error: "must be true or false" }), zod_mini__WEBPACK_IMPORTED_MODULE_2__.pdi((text) => text === "true"));
		let wholeNumber = zod_mini__WEBPACK_IMPORTED_MODULE_2__.FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__.YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__.Fk(/^\d{1,9}$/, "must be a whole number")), zod_mini__WEBPACK_IMPORTED_MODULE_2__.pdi(Number));
		zod_mini__WEBPACK_IMPORTED_MODULE_2__.YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__.m9(1, "is required"));
		let list = zod_mini__WEBPACK_IMPORTED_MODULE_2__.FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__.YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_2__.pdi((text) => text.split(/[\n,]/).map((item) => item.trim()).filter((item) => item !== "")));
		zod_mini__WEBPACK_IMPORTED_MODULE_2__.FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__.YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__.Fk(/^\d{0,9}$/, "must be a whole number, or empty")), zod_mini__WEBPACK_IMPORTED_MODULE_2__.pdi(Number));
		let pullRequestNumber = zod_mini__WEBPACK_IMPORTED_MODULE_2__.FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__.YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__.Fk(/^(?:[1-9]\d{0,8})?$/, "must be the number of a pull request")), zod_mini__WEBPACK_IMPORTED_MODULE_2__.pdi((text) => text === "" ? null : Number(text)));
		zod_mini__WEBPACK_IMPORTED_MODULE_2__.YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__.Fk(/^(?:[\w.-]{1,100}\.ya?ml)?$/, "must be the name of a file in .github/workflows, such as agent-pipeline.yml"));
		zod_mini__WEBPACK_IMPORTED_MODULE_2__.KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_2__.euz(""), _git_commits_js__WEBPACK_IMPORTED_MODULE_1__.V], { error: "must be a full 40-digit commit id" });
		function parseInputs(schema, read, action) {
			let names = Object.keys(schema.shape);
			let raw = Object.fromEntries(names.map((name) => [name, read(name)]));
			let result = zod_mini__WEBPACK_IMPORTED_MODULE_4__.xL(schema, raw);
			if (result.success) return result.data;
			let details = result.error.issues.map((issue) => `"${issue.path.map(String).join(".")}" ${issue.message}`);
			throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__.zC("INPUT_INVALID", `Invalid input: ${details.join("; ")}`, { hint: `See ${action}/README.md for the accepted values.` });
		}
	}),
	8588: ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, { XJ: () => isTaskId });
		let TASK_ID = /^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/;
		function isTaskId(text) {
			return TASK_ID.test(text);
		}
	}),
	2613: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
	}),
	4434: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
	}),
	9896: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
	}),
	8611: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");
	}),
	5692: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");
	}),
	9278: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");
	}),
	4589: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");
	}),
	6698: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");
	}),
	4573: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");
	}),
	7540: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");
	}),
	7598: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
	}),
	3053: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");
	}),
	610: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");
	}),
	8474: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");
	}),
	3024: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
	}),
	7067: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");
	}),
	2467: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");
	}),
	7030: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
	}),
	8161: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
	}),
	643: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");
	}),
	1792: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");
	}),
	7075: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
	}),
	1692: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
	}),
	3136: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
	}),
	7975: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
	}),
	3429: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");
	}),
	5919: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
	}),
	8522: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
	}),
	857: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
	}),
	3193: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
	}),
	4756: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");
	}),
	9023: ((module) => {
		module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");
	}),
	2335: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			_L: () => _boolean,
			LK: () => _int,
			Eb: () => _maxLength,
			m9: () => _minLength,
			G8: () => _never,
			NC: () => _positive,
			fU: () => _refine,
			Fk: () => _regex,
			Rl: () => _string,
			WN: () => _trim,
			em: () => _unknown,
			q0: () => describe,
			mI: () => meta
		});
		var core_checks = __nccwpck_require__(8880);
		var _a;
		class $ZodRegistry {
			constructor() {
				this._map = new WeakMap();
				this._idmap = new Map();
			}
			add(schema, ..._meta) {
				let meta = _meta[0];
				this._map.set(schema, meta);
				meta && typeof meta == "object" && "id" in meta && this._idmap.set(meta.id, schema);
				return this;
			}
			clear() {
				this._map = new WeakMap();
				this._idmap = new Map();
				return this;
			}
			remove(schema) {
				let meta = this._map.get(schema);
				meta && typeof meta == "object" && "id" in meta && this._idmap.delete(meta.id);
				this._map.delete(schema);
				return this;
			}
			get(schema) {
				let p = schema._zod.parent;
				if (p) {
					let pm = { ...this.get(p) ?? {} };
					delete pm.id;
					let f = {
						...pm,
						...this._map.get(schema)
					};
					return Object.keys(f).length ? f : void 0;
				}
				return this._map.get(schema);
			}
			has(schema) {
				return this._map.has(schema);
			}
		}
		function registry() {
			return new $ZodRegistry();
		}
		(_a = globalThis).__zod_globalRegistry ?? (_a.__zod_globalRegistry = registry());
		let globalRegistry = globalThis.__zod_globalRegistry;
		var core_util = __nccwpck_require__(4633);
		function snapshotChecks(def) {
			def.checks &&= [...def.checks];
			return def;
		}
		function _string(Class, params) {
			return new Class(snapshotChecks({
				type: "string",
				...core_util.A2(params)
			}));
		}
		function _int(Class, params) {
			return new Class({
				type: "number",
				check: "number_format",
				abort: !1,
				format: "safeint",
				...core_util.A2(params)
			});
		}
		function _boolean(Class, params) {
			return new Class({
				type: "boolean",
				...core_util.A2(params)
			});
		}
		function _unknown(Class) {
			return new Class({ type: "unknown" });
		}
		function _never(Class, params) {
			return new Class({
				type: "never",
				...core_util.A2(params)
			});
		}
		function _gt(value, params) {
			return new core_checks.J_({
				check: "greater_than",
				...core_util.A2(params),
				value,
				inclusive: !1
			});
		}
		function _positive(params) {
			return _gt(0, params);
		}
		function _maxLength(maximum, params) {
			return new core_checks.Yk({
				check: "max_length",
				...core_util.A2(params),
				maximum
			});
		}
		function _minLength(minimum, params) {
			return new core_checks.Kk({
				check: "min_length",
				...core_util.A2(params),
				minimum
			});
		}
		function _regex(pattern, params) {
			return new core_checks.DG({
				check: "string_format",
				format: "regex",
				...core_util.A2(params),
				pattern
			});
		}
		function _overwrite(tx) {
			return new core_checks.v$({
				check: "overwrite",
				tx
			});
		}
		function _trim() {
			return _overwrite((input) => input.trim());
		}
		function _refine(Class, fn, _params) {
			return new Class({
				type: "custom",
				check: "custom",
				fn,
				...core_util.A2(_params)
			});
		}
		function describe(description) {
			let ch = new core_checks.QP({ check: "describe" });
			ch._zod.onattach = [(inst) => {
				let existing = globalRegistry.get(inst) ?? {};
				globalRegistry.add(inst, {
					...existing,
					description
				});
			}];
			ch._zod.check = () => {};
			return ch;
		}
		function meta(metadata) {
			let ch = new core_checks.QP({ check: "meta" });
			ch._zod.onattach = [(inst) => {
				let existing = globalRegistry.get(inst) ?? {};
				globalRegistry.add(inst, {
					...existing,
					...metadata
				});
			}];
			ch._zod.check = () => {};
			return ch;
		}
	}),
	8880: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			DG: () => $ZodCheckRegex,
			J_: () => $ZodCheckGreaterThan,
			KH: () => $ZodCheckNumberFormat,
			Kk: () => $ZodCheckMinLength,
			QP: () => $ZodCheck,
			Yk: () => $ZodCheckMaxLength,
			v$: () => $ZodCheckOverwrite
		});
		var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4214);
		var _util_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4633);
		let $ZodCheck = _core_js__WEBPACK_IMPORTED_MODULE_0__.xI("$ZodCheck", (inst, def) => {
			var _a;
			inst._zod ??= {};
			inst._zod.def = def;
			(_a = inst._zod).onattach ?? (_a.onattach = []);
		});
		let _whenHasLength = (payload) => {
			let val = payload.value;
			return !_util_js__WEBPACK_IMPORTED_MODULE_1__.cl(val) && val.length !== void 0;
		};
		let numericOriginMap = {
			number: "number",
			bigint: "bigint",
			object: "date"
		};
		let $ZodCheckGreaterThan = _core_js__WEBPACK_IMPORTED_MODULE_0__.xI("$ZodCheckGreaterThan", (inst, def) => {
			$ZodCheck.init(inst, def);
			let origin = numericOriginMap[typeof def.value];
			inst._zod.check = (payload) => {
				if (def.inclusive ? payload.value >= def.value : payload.value > def.value) return;
				payload.issues.push({
					origin: numericOriginMap[typeof payload.value] ?? origin,
					code: "too_small",
					minimum: typeof def.value == "object" ? def.value.getTime() : def.value,
					input: payload.value,
					inclusive: def.inclusive,
					inst,
					continue: !def.abort
				});
			};
		});
		let $ZodCheckNumberFormat = _core_js__WEBPACK_IMPORTED_MODULE_0__.xI("$ZodCheckNumberFormat", (inst, def) => {
			$ZodCheck.init(inst, def);
			def.format = def.format || "float64";
			let isInt = def.format?.includes("int");
			let origin = isInt ? "int" : "number";
			let [minimum, maximum] = _util_js__WEBPACK_IMPORTED_MODULE_1__.zH[def.format];
			inst._zod.check = (payload) => {
				let input = payload.value;
				if (isInt) {
					if (!Number.isInteger(input)) {
						payload.issues.push({
							expected: origin,
							format: def.format,
							code: "invalid_type",
							continue: !1,
							input,
							inst
						});
						return;
					}
					if (!Number.isSafeInteger(input)) {
						input > 0 ? payload.issues.push({
							input,
							code: "too_big",
							maximum: 2 ** 53 - 1,
							note: "Integers must be within the safe integer range.",
							inst,
							origin,
							inclusive: !0,
							continue: !def.abort
						}) : payload.issues.push({
							input,
							code: "too_small",
							minimum: -(2 ** 53 - 1),
							note: "Integers must be within the safe integer range.",
							inst,
							origin,
							inclusive: !0,
							continue: !def.abort
						});
						return;
					}
				}
				input < minimum && payload.issues.push({
					origin: "number",
					input,
					code: "too_small",
					minimum,
					inclusive: !0,
					inst,
					continue: !def.abort
				});
				input > maximum && payload.issues.push({
					origin: "number",
					input,
					code: "too_big",
					maximum,
					inclusive: !0,
					inst,
					continue: !def.abort
				});
			};
		});
		let $ZodCheckMaxLength = _core_js__WEBPACK_IMPORTED_MODULE_0__.xI("$ZodCheckMaxLength", (inst, def) => {
			var _a;
			$ZodCheck.init(inst, def);
			(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
			inst._zod.check = (payload) => {
				let input = payload.value;
				let units = input.length;
				if ((typeof input == "string" && units > def.maximum ? _util_js__WEBPACK_IMPORTED_MODULE_1__.O7(input) : units) <= def.maximum) return;
				let origin = _util_js__WEBPACK_IMPORTED_MODULE_1__.Rc(input);
				payload.issues.push({
					origin,
					code: "too_big",
					maximum: def.maximum,
					inclusive: !0,
					input,
					inst,
					continue: !def.abort
				});
			};
		});
		let $ZodCheckMinLength = _core_js__WEBPACK_IMPORTED_MODULE_0__.xI("$ZodCheckMinLength", (inst, def) => {
			var _a;
			$ZodCheck.init(inst, def);
			(_a = inst._zod.def).when ?? (_a.when = _whenHasLength);
			inst._zod.check = (payload) => {
				let input = payload.value;
				let units = input.length;
				if ((typeof input == "string" && units >= def.minimum && units < def.minimum * 2 ? _util_js__WEBPACK_IMPORTED_MODULE_1__.O7(input) : units) >= def.minimum) return;
				let origin = _util_js__WEBPACK_IMPORTED_MODULE_1__.Rc(input);
				payload.issues.push({
					origin,
					code: "too_small",
					minimum: def.minimum,
					inclusive: !0,
					input,
					inst,
					continue: !def.abort
				});
			};
		});
		let $ZodCheckStringFormat = _core_js__WEBPACK_IMPORTED_MODULE_0__.xI("$ZodCheckStringFormat", (inst, def) => {
			var _a, _b;
			$ZodCheck.init(inst, def);
			def.pattern ? (_a = inst._zod).check ?? (_a.check = (payload) => {
				def.pattern.lastIndex = 0;
				if (def.pattern.test(payload.value)) return;
				payload.issues.push({
					origin: "string",
					code: "invalid_format",
					format: def.format,
					input: payload.value,
					...def.pattern ? { pattern: def.pattern.toString() } : {},
					inst,
					continue: !def.abort
				});
			}) : (_b = inst._zod).check ?? (_b.check = () => {});
		});
		let $ZodCheckRegex = _core_js__WEBPACK_IMPORTED_MODULE_0__.xI("$ZodCheckRegex", (inst, def) => {
			$ZodCheckStringFormat.init(inst, def);
			inst._zod.check = (payload) => {
				def.pattern.lastIndex = 0;
				if (def.pattern.test(payload.value)) return;
				payload.issues.push({
					origin: "string",
					code: "invalid_format",
					format: "regex",
					input: payload.value,
					pattern: def.pattern.toString(),
					inst,
					continue: !def.abort
				});
			};
		});
		let $ZodCheckOverwrite = _core_js__WEBPACK_IMPORTED_MODULE_0__.xI("$ZodCheckOverwrite", (inst, def) => {
			$ZodCheck.init(inst, def);
			inst._zod.check = (payload) => {
				payload.value = def.tx(payload.value);
			};
		});
	}),
	4214: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			$W: () => config,
			GT: () => $ZodAsyncError,
			cV: () => $ZodEncodeError,
			cr: () => globalConfig,
			xI: () => $constructor
		});
		var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4633);
		var _a;
		let _zodDesc = {
			value: void 0,
			enumerable: !1
		};
		let _E = "captureStackTrace" in Error ? Error : null;
		function newError(Definition) {
			let E = _E;
			if (E) {
				let saved = E.stackTraceLimit;
				if (typeof saved == "number") {
					try {
						E.stackTraceLimit = 0;
					} catch {
						_E = null;
						return new Definition();
					}
					try {
						return new Definition();
					} finally {
						E.stackTraceLimit = saved;
					}
				}
			}
			return new Definition();
		}
		function $constructor(name, initializer, proto, params) {
			let zodProto = {};
			function Internals(def) {
				this.def = def;
				this.constr = _;
				this.traits = new Set();
			}
			Internals.prototype = zodProto;
			let protoMembers = proto;
			let initialized = protoMembers && new WeakSet();
			function init(inst, def) {
				if (!inst._zod) {
					_zodDesc.value = new Internals(def);
					try {
						Object.defineProperty(inst, "_zod", _zodDesc);
					} finally {
						_zodDesc.value = void 0;
					}
				} else if (inst._zod.traits.has(name)) return;
				inst._zod.traits.add(name);
				initializer(inst, def);
				if (initialized) {
					let own = Object.getPrototypeOf(inst);
					let ctorProto = inst._zod.constr.prototype;
					let up = own;
					for (; up && up !== ctorProto;) up = Object.getPrototypeOf(up);
					let target = up ?? own;
					if (!initialized.has(target)) {
						initialized.add(target);
						(0, _util_js__WEBPACK_IMPORTED_MODULE_0__.ol)(target, protoMembers);
					}
				}
				let proto = _.prototype;
				for (let k in proto) {
					if (!Object.prototype.hasOwnProperty.call(proto, k)) continue;
					k in inst || (inst[k] = proto[k].bind(inst));
				}
			}
			let Parent = params?.Parent ?? Object;
			class Definition extends Parent {}
			Object.defineProperty(Definition, "name", { value: name });
			function _(def) {
				let inst = params?.Parent ? newError(Definition) : this;
				init(inst, def);
				let deferred = inst._zod.deferred;
				if (deferred) {
					for (let fn of deferred) fn();
					inst._zod.deferred = void 0;
				}
				let pp = globalThis.__zod_globalConfig?.postProcessor;
				pp && pp(inst);
				return inst;
			}
			Object.defineProperty(_, "init", { value: init });
			Object.defineProperty(_, Symbol.hasInstance, { value: (inst) => {
				if (params?.Parent && inst instanceof params.Parent) return !0;
				return inst?._zod?.traits?.has(name);
			} });
			Object.defineProperty(_, "name", { value: name });
			return _;
		}
		class $ZodAsyncError extends Error {
			constructor() {
				super("Encountered Promise during synchronous parse. Use .parseAsync() instead.");
			}
		}
		class $ZodEncodeError extends Error {
			constructor(name) {
				super(`Encountered unidirectional transform during encode: ${name}`);
				this.name = "ZodEncodeError";
			}
		}
		(_a = globalThis).__zod_globalConfig ?? (_a.__zod_globalConfig = {});
		let globalConfig = globalThis.__zod_globalConfig;
		function config(newConfig) {
			newConfig && Object.assign(globalConfig, newConfig);
			return globalConfig;
		}
	}),
	6150: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			Kd: () => $ZodRealError,
			S1: () => prettifyError
		});
		var _core_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4214);
		var _util_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4633);
		function _getMessage() {
			let internals = this._zod;
			internals.message ??= JSON.stringify(internals.def, _util_js__WEBPACK_IMPORTED_MODULE_0__.k8, 2);
			return internals.message;
		}
		function _setMessage(value) {
			this._zod.message = value;
		}
		let _messageDesc = {
			get: _getMessage,
			set: _setMessage,
			enumerable: !0,
			configurable: !0
		};
		let _issuesDesc = {
			value: void 0,
			enumerable: !1
		};
		let _installedToString = new WeakSet([Object.prototype, Error.prototype]);
		let initializer = (inst, def) => {
			inst.name = "$ZodError";
			_issuesDesc.value = def;
			Object.defineProperty(inst, "issues", _issuesDesc);
			_issuesDesc.value = void 0;
			Object.defineProperty(inst, "message", _messageDesc);
			let proto = Object.getPrototypeOf(inst);
			if (!_installedToString.has(proto)) {
				_installedToString.add(proto);
				Object.defineProperty(proto, "toString", {
					configurable: !0,
					enumerable: !1,
					get() {
						let value = () => this.message;
						Object.defineProperty(this, "toString", {
							value,
							configurable: !0,
							writable: !0
						});
						return value;
					},
					set(value) {
						Object.defineProperty(this, "toString", {
							value,
							configurable: !0,
							writable: !0
						});
					}
				});
			}
		};
		(0, _core_js__WEBPACK_IMPORTED_MODULE_1__.xI)("$ZodError", initializer);
		let $ZodRealError = (0, _core_js__WEBPACK_IMPORTED_MODULE_1__.xI)("$ZodError", initializer, void 0, { Parent: Error });
		function toDotPath(_path) {
			let segs = [];
			let path = _path.map((seg) => typeof seg == "object" ? seg.key : seg);
			for (let seg of path) if (typeof seg == "number") segs.push(`[${seg}]`);
			else if (typeof seg == "symbol") segs.push(`[${JSON.stringify(String(seg))}]`);
			else if (/[^\w$]/.test(seg)) segs.push(`[${JSON.stringify(seg)}]`);
			else {
				segs.length && segs.push(".");
				segs.push(seg);
			}
			return segs.join("");
		}
		function prettifyError(error) {
			let lines = [];
			let issues = [...error.issues].sort((a, b) => (a.path ?? []).length - (b.path ?? []).length);
			for (let issue of issues) {
				lines.push(`✖ ${issue.message}`);
				issue.path?.length && lines.push(`  → at ${toDotPath(issue.path)}`);
			}
			return lines.join("\n");
		}
	}),
	8230: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			EJ: () => parseAsync,
			bp: () => safeParseAsync,
			qg: () => parse,
			xL: () => safeParse
		});
		var _core_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4214);
		var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6150);
		var _util_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4633);
		let _parse = (_Err) => {
			let fn = (schema, value, _ctx, _params) => {
				let ctx = _ctx ? {
					..._ctx,
					async: !1
				} : { async: !1 };
				let result = schema._zod.run({
					value,
					issues: []
				}, ctx);
				if (result instanceof Promise) throw new _core_js__WEBPACK_IMPORTED_MODULE_0__.GT();
				if (result.issues.length) {
					let e = new ((_params?.Err) ?? _Err)(result.issues.map((iss) => _util_js__WEBPACK_IMPORTED_MODULE_1__.iR(iss, ctx, _core_js__WEBPACK_IMPORTED_MODULE_0__.$W())));
					_util_js__WEBPACK_IMPORTED_MODULE_1__.gx(e, _params?.callee ?? fn);
					throw e;
				}
				return result.value;
			};
			return fn;
		};
		let parse = _parse(_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd);
		let _parseAsync = (_Err) => {
			let fn = async (schema, value, _ctx, params) => {
				let ctx = _ctx ? {
					..._ctx,
					async: !0
				} : { async: !0 };
				let result = schema._zod.run({
					value,
					issues: []
				}, ctx);
				result instanceof Promise && (result = await result);
				if (result.issues.length) {
					let e = new ((params?.Err) ?? _Err)(result.issues.map((iss) => _util_js__WEBPACK_IMPORTED_MODULE_1__.iR(iss, ctx, _core_js__WEBPACK_IMPORTED_MODULE_0__.$W())));
					_util_js__WEBPACK_IMPORTED_MODULE_1__.gx(e, params?.callee ?? fn);
					throw e;
				}
				return result.value;
			};
			return fn;
		};
		let parseAsync = _parseAsync(_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd);
		let _safeParse = (_Err) => (schema, value, _ctx) => {
			let ctx = _ctx ? {
				..._ctx,
				async: !1
			} : { async: !1 };
			let result = schema._zod.run({
				value,
				issues: []
			}, ctx);
			if (result instanceof Promise) throw new _core_js__WEBPACK_IMPORTED_MODULE_0__.GT();
			return result.issues.length ? failure(_Err, result.issues, ctx) : {
				success: !0,
				data: result.value
			};
		};
		let safeParse = _safeParse(_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd);
		function failure(Err, issues, ctx) {
			let error;
			return {
				success: !1,
				get error() {
					if (!error) {
						error = new Err(issues.map((iss) => _util_js__WEBPACK_IMPORTED_MODULE_1__.iR(iss, ctx, _core_js__WEBPACK_IMPORTED_MODULE_0__.$W())));
						issues = void 0;
						ctx = void 0;
					}
					return error;
				},
				set error(e) {
					error = e;
					issues = void 0;
					ctx = void 0;
				}
			};
		}
		let _safeParseAsync = (_Err) => async (schema, value, _ctx) => {
			let ctx = _ctx ? {
				..._ctx,
				async: !0
			} : { async: !0 };
			let result = schema._zod.run({
				value,
				issues: []
			}, ctx);
			result instanceof Promise && (result = await result);
			return result.issues.length ? failure(_Err, result.issues, ctx) : {
				success: !0,
				data: result.value
			};
		};
		let safeParseAsync = _safeParseAsync(_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd);
		_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd;
		_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd;
		_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd;
		_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd;
		_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd;
		_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd;
		_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd;
		_errors_js__WEBPACK_IMPORTED_MODULE_2__.Kd;
	}),
	4633: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			A2: () => normalizeParams,
			B7: () => stringifyPrimitive,
			GW: () => parsedType,
			Gv: () => isObject,
			NM: () => optionalKeys,
			O7: () => codePointLength,
			PO: () => cached,
			QH: () => aborted,
			Rc: () => getLengthableOrigin,
			Vy: () => assignProp,
			X: () => installLazyProp,
			bI: () => primitiveTypes,
			cl: () => nullish,
			d3: () => attachSchema,
			gx: () => captureStackTrace,
			hi: () => sizeCaps,
			iR: () => finalizeIssue,
			jD: () => hide,
			jw: () => joinValues,
			k8: () => jsonStringifyReplacer,
			lQ: () => prefixIssues,
			o8: () => clone,
			ol: () => members,
			p6: () => cleanRegex,
			qQ: () => propertyKeyTypes,
			qh: () => own,
			rL: () => explicitlyAborted,
			sD: () => escapeRegex,
			sn: () => issue,
			v5: () => defineLazyInternal,
			w5: () => getEnumValues,
			zH: () => NUMBER_FORMAT_RANGES
		});
		function getEnumValues(entries) {
			let numericValues = Object.values(entries).filter((v) => typeof v == "number");
			return Object.entries(entries).filter(([k, _]) => numericValues.indexOf(+k) === -1).map(([_, v]) => v);
		}
		function joinValues(array, separator = "|") {
			return array.map((val) => stringifyPrimitive(val)).join(separator);
		}
		function jsonStringifyReplacer(_, value) {
			if (typeof value == "bigint") return value.toString();
			return value;
		}
		class Cached {
			constructor(getter) {
				this._getter = getter;
				this._value = void 0;
			}
			get value() {
				let getter = this._getter;
				if (getter !== void 0) {
					this._value = getter();
					this._getter = void 0;
				}
				return this._value;
			}
		}
		function cached(getter) {
			return new Cached(getter);
		}
		function nullish(input) {
			return input == null;
		}
		function cleanRegex(source) {
			let start = +!!source.startsWith("^");
			let end = source.endsWith("$") ? source.length - 1 : source.length;
			return source.slice(start, end);
		}
		function assignProp(target, prop, value) {
			Object.defineProperty(target, prop, {
				value,
				writable: !0,
				enumerable: !0,
				configurable: !0
			});
		}
		let captureStackTrace = "captureStackTrace" in Error ? Error.captureStackTrace : (..._args) => {};
		function isObject(data) {
			return typeof data == "object" && !!data && !Array.isArray(data);
		}
		let propertyKeyTypes = new Set([
			"string",
			"number",
			"symbol"
		]);
		let primitiveTypes = new Set([
			"string",
			"number",
			"bigint",
			"boolean",
			"symbol",
			"undefined"
		]);
		function escapeRegex(str) {
			return str.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
		}
		function clone(inst, def, params) {
			let cl = new inst._zod.constr(def ?? inst._zod.def);
			(!def || params?.parent) && (cl._zod.parent = inst);
			return cl;
		}
		function normalizeParams(_params) {
			let params = _params;
			if (!params) return {};
			if (typeof params == "string") return { error: () => params };
			if (params?.message !== void 0) {
				if (params?.error !== void 0) throw Error("Cannot specify both `message` and `error` params");
				params.error = params.message;
			}
			delete params.message;
			if (typeof params.error == "string") return {
				...params,
				error: () => params.error
			};
			return params;
		}
		function stringifyPrimitive(value) {
			if (typeof value == "bigint") return value.toString() + "n";
			if (typeof value == "string") return `"${value}"`;
			return `${value}`;
		}
		function optionalKeys(shape) {
			return Object.keys(shape).filter((k) => shape[k]._zod.optin !== void 0 && shape[k]._zod.optout === "optional");
		}
		let NUMBER_FORMAT_RANGES = {
			safeint: [-(2 ** 53 - 1), 2 ** 53 - 1],
			int32: [-2147483648, 2147483647],
			uint32: [0, 4294967295],
			float32: [-34028234663852886e22, 34028234663852886e22],
			float64: [-Number.MAX_VALUE, Number.MAX_VALUE]
		};
		function aborted(x, startIndex = 0) {
			if (x.aborted === !0) return !0;
			for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue !== !0) return !0;
			return !1;
		}
		function explicitlyAborted(x, startIndex = 0) {
			if (x.aborted === !0) return !0;
			for (let i = startIndex; i < x.issues.length; i++) if (x.issues[i]?.continue === !1) return !0;
			return !1;
		}
		function prefixIssues(path, issues) {
			return issues.map((iss) => {
				var _a;
				(_a = iss).path ?? (_a.path = []);
				iss.path.unshift(path);
				return iss;
			});
		}
		function unwrapMessage(message) {
			return typeof message == "string" ? message : message?.message;
		}
		function sizeCaps(defChecks) {
			let caps = [];
			for (let ch of defChecks ?? []) {
				let d = ch._zod.def;
				if (!/_(length|size)$|_equals$/.test(d.check)) break;
				let max = d.maximum ?? d.length ?? d.size;
				max >= 0 && caps.push([max, ch]);
			}
			return caps;
		}
		function attachSchema(issues, start, inst) {
			var _a;
			for (let i = start; i < issues.length; i++) (_a = issues[i]).schema ?? (_a.schema = inst);
		}
		function finalizeIssue(iss, ctx, config) {
			var _a;
			let traits = iss.inst?._zod?.traits;
			traits?.has("$ZodType") && (traits.has("$ZodCheck") ? (_a = iss).schema ?? (_a.schema = iss.inst) : iss.schema = iss.inst);
			let schemaError = iss.schema === iss.inst ? void 0 : iss.schema?._zod.def?.error;
			let message = iss.message ? iss.message : unwrapMessage(iss.inst?._zod.def?.error?.(iss)) ?? unwrapMessage(schemaError?.(iss)) ?? unwrapMessage(ctx?.error?.(iss)) ?? unwrapMessage(config.customError?.(iss)) ?? unwrapMessage(config.localeError?.(iss)) ?? "Invalid input";
			let full = {};
			for (let k of Object.keys(iss)) {
				if (k === "inst" || k === "schema" || k === "continue" || k === "input" || k === "__proto__") continue;
				full[k] = iss[k];
			}
			full.path ??= [];
			full.message = message;
			ctx?.reportInput && (full.input = iss.input);
			return full;
		}
		let highSurrogate = /[\uD800-\uDBFF]/;
		function codePointLength(str) {
			let units = str.length;
			if (!highSurrogate.test(str)) return units;
			let count = units;
			for (let i = 0; i < units - 1; i++) if ((str.charCodeAt(i) & 64512) == 55296 && (str.charCodeAt(i + 1) & 64512) == 56320) {
				count--;
				i++;
			}
			return count;
		}
		function getLengthableOrigin(input) {
			if (Array.isArray(input)) return "array";
			if (typeof input == "string") return "string";
			return "unknown";
		}
		function parsedType(data) {
			let t = typeof data;
			switch (t) {
				case "number": return Number.isNaN(data) ? "nan" : "number";
				case "object": {
					if (data === null) return "null";
					if (Array.isArray(data)) return "array";
					let obj = data;
					if (obj && Object.getPrototypeOf(obj) !== Object.prototype && "constructor" in obj && obj.constructor) return obj.constructor.name;
				}
			}
			return t;
		}
		function issue(...args) {
			let [iss, input, inst] = args;
			if (typeof iss == "string") return {
				message: iss,
				code: "custom",
				input,
				inst
			};
			return { ...iss };
		}
		function members(proto, table) {
			for (let key in table) {
				let desc = Object.getOwnPropertyDescriptor(table, key);
				desc.get ? Object.defineProperty(proto, key, {
					...desc,
					enumerable: !1
				}) : defineBound(proto, key, desc.value);
			}
		}
		function own(inst, key, value, enumerable = !0) {
			Object.defineProperty(inst, key, {
				configurable: !0,
				writable: !0,
				enumerable,
				value
			});
			return value;
		}
		function hide(inst, key, value) {
			return own(inst, key, value, !1);
		}
		function defineBound(proto, key, fn) {
			Object.defineProperty(proto, key, {
				configurable: !0,
				get() {
					return this == null ? fn : own(this, key, fn.bind(this));
				},
				set(value) {
					own(this, key, value);
				}
			});
		}
		function claim(inst, sentinel) {
			let proto = Object.getPrototypeOf(inst);
			return sentinel in proto ? void 0 : proto;
		}
		let installing;
		let broke = !1;
		let breaker = {
			configurable: !0,
			get() {
				broke = !0;
			}
		};
		function defineLazyInternal(inst, key, compute) {
			let proto = Object.getPrototypeOf(inst._zod);
			if (key in proto && installing !== inst._zod) {
				installing = void 0;
				return;
			}
			installing = inst._zod;
			Object.defineProperty(proto, key, {
				configurable: !0,
				get() {
					Object.defineProperty(this, key, breaker);
					let outer = broke;
					broke = !1;
					try {
						let value = compute(this);
						broke ? delete this[key] : Object.defineProperty(this, key, {
							configurable: !0,
							writable: !0,
							value
						});
						broke ||= outer;
						return value;
					} catch (err) {
						delete this[key];
						broke ||= outer;
						throw err;
					}
				},
				set(value) {
					Object.defineProperty(this, key, {
						configurable: !0,
						writable: !0,
						value
					});
				}
			});
		}
		function installLazyProp(inst, key, make, enumerable) {
			let proto = claim(inst, key);
			if (!proto) return;
			Object.defineProperty(proto, key, {
				configurable: !0,
				get() {
					let desc = {
						configurable: !0,
						writable: !0,
						enumerable,
						value: void 0
					};
					Object.defineProperty(this, key, desc);
					desc.value = make(this);
					Object.defineProperty(this, key, desc);
					return desc.value;
				},
				set(value) {
					Object.defineProperty(this, key, {
						configurable: !0,
						writable: !0,
						enumerable,
						value
					});
				}
			});
		}
	}),
	3673: ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {
		__nccwpck_require__.d(__webpack_exports__, {
			YOg: () => array,
			zMY: () => schemas_boolean,
			k5n: () => _enum,
			Whr: () => schemas_int,
			euz: () => literal,
			mee: () => nullable,
			cl6: () => nullish,
			Ikc: () => object,
			lqM: () => optional,
			FsL: () => pipe,
			YPB: () => refine,
			rej: () => strictObject,
			YjP: () => schemas_string,
			Uy$: () => templateLiteral,
			pdi: () => transform,
			KCZ: () => union,
			L5J: () => unknown
		});
		var core_core = __nccwpck_require__(4214);
		var core_checks = __nccwpck_require__(8880);
		let anyString = /^[\s\S]{0,}$/;
		let string = (params) => {
			let regex = params ? `[\\s\\S]{${params?.minimum ?? 0},${params?.maximum ?? ""}}` : "[\\s\\S]*";
			return RegExp(`^${regex}$`);
		};
		let integer = /^-?\d+$/;
		let number = /^-?\d+(?:\.\d+)?$/;
		let regexes_boolean = /^(?:true|false)$/i;
		var core_util = __nccwpck_require__(4633);
		let version = {
			major: 4,
			minor: 6,
			patch: 7
		};
		let $ZodType = core_core.xI("$ZodType", (inst, def) => {
			var _a;
			inst ??= {};
			inst._zod.def = def;
			inst._zod.bag = inst._zod.bag || {};
			inst._zod.version = version;
			let defChecks = inst._zod.def.checks;
			let checks = inst._zod.traits.has("$ZodCheck") ? [inst, ...defChecks ?? []] : defChecks?.length ? [...defChecks] : [];
			for (let ch of checks) for (let fn of ch._zod.onattach) fn(inst);
			if (checks.length === 0) {
				(_a = inst._zod).deferred ?? (_a.deferred = []);
				inst._zod.deferred?.push(() => {
					inst._zod.run = inst._zod.parse;
				});
			} else {
				let runChecks = (payload, checks, ctx) => {
					if (payload.memo) return payload;
					let isAborted = core_util.QH(payload);
					let asyncResult;
					for (let ch of checks) {
						if (ch._zod.def.when) {
							if (core_util.rL(payload)) continue;
							if (!ch._zod.def.when(payload)) continue;
						} else if (isAborted) continue;
						let currLen = payload.issues.length;
						let _ = ch._zod.check(payload);
						if (_ instanceof Promise && ctx?.async === !1) throw new core_core.GT();
						if (asyncResult || _ instanceof Promise) asyncResult = (asyncResult ?? Promise.resolve()).then(async () => {
							await _;
							if (payload.issues.length === currLen) return;
							core_util.d3(payload.issues, currLen, inst);
							isAborted ||= core_util.QH(payload, currLen);
						});
						else {
							if (payload.issues.length === currLen) continue;
							core_util.d3(payload.issues, currLen, inst);
							isAborted ||= core_util.QH(payload, currLen);
						}
					}
					if (asyncResult) return asyncResult.then(() => payload);
					return payload;
				};
				let handleCanaryResult = (canary, payload, ctx) => {
					if (core_util.QH(canary)) {
						canary.aborted = !0;
						return canary;
					}
					let checkResult = runChecks(payload, checks, ctx);
					if (checkResult instanceof Promise) {
						if (ctx.async === !1) throw new core_core.GT();
						return checkResult.then((checkResult) => inst._zod.parse(checkResult, ctx));
					}
					return inst._zod.parse(checkResult, ctx);
				};
				inst._zod.run = (payload, ctx) => {
					if (ctx.skipChecks) return inst._zod.parse(payload, ctx);
					if (ctx.direction === "backward") {
						let canary = inst._zod.parse({
							value: payload.value,
							issues: []
						}, {
							...ctx,
							skipChecks: !0
						});
						if (canary instanceof Promise) return canary.then((canary) => handleCanaryResult(canary, payload, ctx));
						return handleCanaryResult(canary, payload, ctx);
					}
					let result = inst._zod.parse(payload, ctx);
					if (result instanceof Promise) {
						if (ctx.async === !1) throw new core_core.GT();
						return result.then((result) => runChecks(result, checks, ctx));
					}
					return runChecks(result, checks, ctx);
				};
			}
		}, {
			get "~standard"() {
				return core_util.jD(this, "~standard", standardProps(this));
			},
			set "~standard"(value) {
				core_util.qh(this, "~standard", value);
			}
		});
		let toStandardResult = (r, ctx) => r.issues.length ? { issues: r.issues.map((iss) => core_util.iR(iss, ctx, core_core.$W())) } : { value: r.value };
		async function validateAsync(inst, value) {
			let ctx = { async: !0 };
			return toStandardResult(await inst._zod.run({
				value,
				issues: []
			}, ctx), ctx);
		}
		function standardProps(inst) {
			return {
				validate: (value) => {
					let ctx = { async: !1 };
					try {
						let r = inst._zod.run({
							value,
							issues: []
						}, ctx);
						if (!(r instanceof Promise)) return toStandardResult(r, ctx);
					} catch {}
					return validateAsync(inst, value);
				},
				vendor: "zod",
				version: 1
			};
		}
		let $ZodString = core_core.xI("$ZodString", (inst, def) => {
			$ZodType.init(inst, def);
			inst._zod.pattern = def.pattern ?? anyString;
			inst._zod.parse = (payload, _) => {
				if (def.coerce) try {
					payload.value = String(payload.value);
				} catch {}
				if (typeof payload.value == "string") return payload;
				payload.issues.push({
					expected: "string",
					code: "invalid_type",
					input: payload.value,
					inst
				});
				return payload;
			};
		});
		let $ZodNumber = core_core.xI("$ZodNumber", (inst, def) => {
			$ZodType.init(inst, def);
			inst._zod.pattern = number;
			inst._zod.parse = (payload, _ctx) => {
				if (def.coerce) try {
					payload.value = Number(payload.value);
				} catch {}
				let input = payload.value;
				if (typeof input == "number" && !Number.isNaN(input) && Number.isFinite(input)) return payload;
				let received = typeof input == "number" ? Number.isNaN(input) ? "NaN" : Number.isFinite(input) ? void 0 : String(input) : void 0;
				payload.issues.push({
					expected: "number",
					code: "invalid_type",
					input,
					inst,
					...received ? { received } : {}
				});
				return payload;
			};
		});
		let $ZodNumberFormat = core_core.xI("$ZodNumberFormat", (inst, def) => {
			core_checks.KH.init(inst, def);
			$ZodNumber.init(inst, def);
		});
		let $ZodBoolean = core_core.xI("$ZodBoolean", (inst, def) => {
			$ZodType.init(inst, def);
			inst._zod.pattern = regexes_boolean;
			inst._zod.parse = (payload, _ctx) => {
				if (def.coerce) try {
					payload.value = !!payload.value;
				} catch {}
				let input = payload.value;
				if (typeof input == "boolean") return payload;
				payload.issues.push({
					expected: "boolean",
					code: "invalid_type",
					input,
					inst
				});
				return payload;
			};
		});
		let $ZodUnknown = core_core.xI("$ZodUnknown", (inst, def) => {
			$ZodType.init(inst, def);
			inst._zod.parse = (payload) => payload;
		});
		let $ZodNever = core_core.xI("$ZodNever", (inst, def) => {
			$ZodType.init(inst, def);
			inst._zod.parse = (payload, _ctx) => {
				payload.issues.push({
					expected: "never",
					code: "invalid_type",
					input: payload.value,
					inst
				});
				return payload;
			};
		});
		function capSize(inst, size) {
			let caps = core_util.hi(inst._zod.def.checks);
			if (!caps.length) return;
			let cap = Math.min(...caps.map((c) => c[0]));
			let parse = inst._zod.parse;
			inst._zod.parse = (payload, ctx) => {
				let n = size(payload.value);
				if (n > cap && !ctx?.skipChecks && ctx?.direction !== "backward") {
					for (let [max, ch] of core_util.hi(inst._zod.def.checks)) if (n > max && ch._zod.def.when(payload)) {
						let start = payload.issues.length;
						ch._zod.check(payload);
						payload.issues[start].continue = !1;
						core_util.d3(payload.issues, start, inst);
						return payload;
					}
				}
				return parse(payload, ctx);
			};
		}
		let arraySize = (input) => Array.isArray(input) ? input.length : -1;
		function handleArrayResult(result, final, index) {
			result.issues.length && final.issues.push(...core_util.lQ(index, result.issues));
			final.value[index] = result.value;
		}
		let $ZodArray = core_core.xI("$ZodArray", (inst, def) => {
			$ZodType.init(inst, def);
			let memo = core_core.cr.memoizer;
			memo?.attach(inst);
			inst._zod.parse = (payload, ctx) => {
				let input = payload.value;
				if (!Array.isArray(input)) {
					payload.issues.push({
						expected: "array",
						code: "invalid_type",
						input,
						inst
					});
					return payload;
				}
				payload.value = memo ? memo.alloc(inst, payload, Array(input.length), ctx) : Array(input.length);
				let proms = [];
				let abortEarly = ctx?.abortEarly;
				for (let i = 0; i < input.length; i++) {
					let item = input[i];
					let result = def.element._zod.run({
						value: item,
						issues: []
					}, ctx);
					if (result instanceof Promise) proms.push(result.then((result) => handleArrayResult(result, payload, i)));
					else {
						handleArrayResult(result, payload, i);
						if (abortEarly && result.issues.length !== 0 && core_util.QH(result)) break;
					}
				}
				if (proms.length) return Promise.all(proms).then(() => payload);
				return payload;
			};
			capSize(inst, arraySize);
		});
		function handlePropertyResult(result, final, key, input, optin, optout) {
			let isPresent = key in input;
			let isOptionalOut = optout === "optional";
			if (!isPresent && isOptionalOut && optin === "optional") return;
			if (result.issues.length) {
				if (optin !== void 0 && isOptionalOut && !isPresent) return;
				final.issues.push(...core_util.lQ(key, result.issues));
			}
			if (!isPresent && optin === void 0) {
				result.issues.length || final.issues.push({
					code: "invalid_type",
					expected: "nonoptional",
					input: void 0,
					path: [key]
				});
				return;
			}
			result.value === void 0 ? (isPresent || optin === "defaulted" && !isOptionalOut) && (final.value[key] = void 0) : final.value[key] = result.value;
		}
		let NO_SYMBOL_KEYS = [];
		function normalizeDef(def) {
			let keys = Object.keys(def.shape);
			let ownSymbols = Object.getOwnPropertySymbols(def.shape);
			let symbolKeys = ownSymbols.length ? ownSymbols : NO_SYMBOL_KEYS;
			let allKeys = symbolKeys.length ? [...keys, ...symbolKeys] : keys;
			for (let k of allKeys) if (!def.shape?.[k]?._zod?.traits?.has("$ZodType")) throw Error(`Invalid element at key "${String(k)}": expected a Zod schema`);
			let okeys = core_util.NM(def.shape);
			return {
				...def,
				allKeys,
				symbolKeys,
				keySet: new Set(keys),
				numKeys: keys.length,
				optionalKeys: new Set(okeys)
			};
		}
		function handleCatchall(proms, input, payload, ctx, def, inst, abortEarly) {
			let unrecognized = [];
			let keySet = def.keySet;
			let _catchall = def.catchall._zod;
			let t = _catchall.def.type;
			let optin = _catchall.optin;
			let optout = _catchall.optout;
			let seen = 0;
			for (let key in input) {
				if (abortEarly && payload.issues.length !== seen) {
					if (core_util.QH(payload, seen)) break;
					seen = payload.issues.length;
				}
				if (keySet.has(key)) continue;
				if (key === "__proto__") {
					t === "never" && unrecognized.push(key);
					continue;
				}
				if (t === "never") {
					unrecognized.push(key);
					continue;
				}
				let r = _catchall.run({
					value: input[key],
					issues: []
				}, ctx);
				r instanceof Promise ? proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout))) : handlePropertyResult(r, payload, key, input, optin, optout);
			}
			unrecognized.length && payload.issues.push({
				code: "unrecognized_keys",
				keys: unrecognized,
				input,
				inst,
				continue: !0
			});
			if (!proms.length) return payload;
			return Promise.all(proms).then(() => payload);
		}
		let $ZodObject = core_core.xI("$ZodObject", (inst, def) => {
			$ZodType.init(inst, def);
			let desc = Object.getOwnPropertyDescriptor(def, "shape");
			let sh = desc?.get ? desc.get.raw : def.shape ?? {};
			if (sh) {
				let get = () => {
					let newSh = { ...sh };
					Object.defineProperty(def, "shape", { value: newSh });
					get.raw = newSh;
					return newSh;
				};
				get.raw = sh;
				Object.defineProperty(def, "shape", { get });
			}
			let _normalized = core_util.PO(() => normalizeDef(def));
			core_util.v5(inst, "propValues", (zod) => {
				let shape = zod.def.shape;
				let propValues = {};
				for (let key in shape) {
					let field = shape[key]._zod;
					if (field.values) {
						Object.prototype.hasOwnProperty.call(propValues, key) || core_util.Vy(propValues, key, new Set());
						for (let v of field.values) propValues[key].add(v);
						field.optin !== void 0 && propValues[key].add(void 0);
					}
				}
				return propValues;
			});
			let isObject = core_util.Gv;
			let catchall = def.catchall;
			let value;
			let memo = core_core.cr.memoizer;
			memo?.attach(inst);
			inst._zod.parse = (payload, ctx) => {
				value ??= _normalized.value;
				let input = payload.value;
				if (!isObject(input)) {
					payload.issues.push({
						expected: "object",
						code: "invalid_type",
						input,
						inst
					});
					return payload;
				}
				payload.value = memo ? memo.alloc(inst, payload, {}, ctx) : {};
				let proms = [];
				let shape = value.shape;
				let abortEarly = ctx?.abortEarly;
				let seen = payload.issues.length;
				for (let key of value.allKeys) {
					if (abortEarly && payload.issues.length !== seen) {
						if (core_util.QH(payload, seen)) break;
						seen = payload.issues.length;
					}
					if (key === "__proto__") continue;
					let el = shape[key];
					let optin = el._zod.optin;
					let optout = el._zod.optout;
					let r = el._zod.run({
						value: input[key],
						issues: []
					}, ctx);
					r instanceof Promise ? proms.push(r.then((r) => handlePropertyResult(r, payload, key, input, optin, optout))) : handlePropertyResult(r, payload, key, input, optin, optout);
				}
				if (!catchall) return proms.length ? Promise.all(proms).then(() => payload) : payload;
				return handleCatchall(proms, input, payload, ctx, _normalized.value, inst, abortEarly === !0);
			};
		});
		function handleUnionResults(results, final, inst, ctx) {
			for (let result of results) if (result.issues.length === 0) {
				final.value = result.value;
				return final;
			}
			let nonaborted = results.filter((r) => !core_util.QH(r));
			if (nonaborted.length === 1) {
				final.value = nonaborted[0].value;
				return nonaborted[0];
			}
			final.issues.push({
				code: "invalid_union",
				input: final.value,
				inst,
				errors: results.map((result) => result.issues.map((iss) => core_util.iR(iss, ctx, core_core.$W())))
			});
			return final;
		}
		let $ZodUnion = core_core.xI("$ZodUnion", (inst, def) => {
			$ZodType.init(inst, def);
			core_util.v5(inst, "optin", (zod) => zod.def.options.some((o) => o._zod.optin === "defaulted") ? "defaulted" : zod.def.options.some((o) => o._zod.optin !== void 0) ? "optional" : void 0);
			core_util.v5(inst, "optout", (zod) => zod.def.options.some((o) => o._zod.optout === "optional") ? "optional" : void 0);
			core_util.v5(inst, "values", (zod) => {
				if (zod.def.options.every((o) => o._zod.values)) return new Set(zod.def.options.flatMap((option) => Array.from(option._zod.values)));
			});
			core_util.v5(inst, "pattern", (zod) => {
				if (zod.def.options.every((o) => o._zod.pattern)) {
					let patterns = zod.def.options.map((o) => o._zod.pattern);
					return RegExp(`^(${patterns.map((p) => core_util.p6(p.source)).join("|")})$`);
				}
			});
			let first = def.options.length === 1 ? def.options[0]._zod.run : null;
			inst._zod.parse = (payload, ctx) => {
				if (first) return first(payload, ctx);
				let async = !1;
				let results = [];
				for (let option of def.options) {
					let result = option._zod.run({
						value: payload.value,
						issues: []
					}, ctx);
					if (result instanceof Promise) {
						results.push(result);
						async = !0;
					} else {
						if (result.issues.length === 0) return result;
						results.push(result);
					}
				}
				if (!async) return handleUnionResults(results, payload, inst, ctx);
				return Promise.all(results).then((results) => handleUnionResults(results, payload, inst, ctx));
			};
		});
		let $ZodEnum = core_core.xI("$ZodEnum", (inst, def) => {
			$ZodType.init(inst, def);
			let values = core_util.w5(def.entries);
			let valuesSet = new Set(values);
			inst._zod.values = valuesSet;
			core_util.v5(inst, "pattern", (zod) => {
				let patternValues = core_util.w5(zod.def.entries).filter((k) => core_util.qQ.has(typeof k));
				return RegExp(patternValues.length ? `^(${patternValues.map((o) => core_util.sD(o.toString())).join("|")})$` : "^[^\\s\\S]$");
			});
			inst._zod.parse = (payload, _ctx) => {
				let input = payload.value;
				if (valuesSet.has(input)) return payload;
				payload.issues.push({
					code: "invalid_value",
					values,
					input,
					inst
				});
				return payload;
			};
		});
		let $ZodLiteral = core_core.xI("$ZodLiteral", (inst, def) => {
			$ZodType.init(inst, def);
			let values = new Set(def.values);
			inst._zod.values = values;
			core_util.v5(inst, "pattern", (zod) => {
				let vals = zod.def.values;
				return RegExp(vals.length ? `^(${vals.map((o) => typeof o == "string" ? core_util.sD(o) : o ? core_util.sD(o.toString()) : String(o)).join("|")})$` : "^[^\\s\\S]$");
			});
			inst._zod.parse = (payload, _ctx) => {
				let input = payload.value;
				if (values.has(input)) return payload;
				payload.issues.push({
					code: "invalid_value",
					values: def.values,
					input,
					inst
				});
				return payload;
			};
		});
		let $ZodTransform = core_core.xI("$ZodTransform", (inst, def) => {
			$ZodType.init(inst, def);
			inst._zod.optin = "optional";
			core_core.cr.memoizer?.guard(inst);
			inst._zod.parse = (payload, ctx) => {
				if (ctx.direction === "backward") throw new core_core.cV(inst.constructor.name);
				let _out = def.transform(payload.value, payload);
				if (ctx.async) return (_out instanceof Promise ? _out : Promise.resolve(_out)).then((output) => {
					payload.value = output;
					return payload;
				});
				if (_out instanceof Promise) throw new core_core.GT();
				payload.value = _out;
				return payload;
			};
		});
		function handleOptionalResult(payload, result) {
			payload.value = result.issues.length ? void 0 : result.value;
			return payload;
		}
		let $ZodOptional = core_core.xI("$ZodOptional", (inst, def) => {
			$ZodType.init(inst, def);
			core_util.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin === "defaulted" ? "defaulted" : "optional");
			inst._zod.optout = "optional";
			core_util.v5(inst, "values", (zod) => {
				let values = zod.def.innerType._zod.values;
				return values ? new Set([...values, void 0]) : void 0;
			});
			core_util.v5(inst, "pattern", (zod) => {
				let pattern = zod.def.innerType._zod.pattern;
				return pattern ? RegExp(`^(${core_util.p6(pattern.source)})?$`) : void 0;
			});
			inst._zod.parse = (payload, ctx) => {
				if (payload.value === void 0) {
					if (def.innerType._zod.optin !== "defaulted") return payload;
					let result = def.innerType._zod.run({
						value: payload.value,
						issues: []
					}, ctx);
					if (result instanceof Promise) return result.then((result) => handleOptionalResult(payload, result));
					return handleOptionalResult(payload, result);
				}
				return def.innerType._zod.run(payload, ctx);
			};
		});
		let $ZodNullable = core_core.xI("$ZodNullable", (inst, def) => {
			$ZodType.init(inst, def);
			core_util.v5(inst, "optin", (zod) => zod.def.innerType._zod.optin);
			core_util.v5(inst, "optout", (zod) => zod.def.innerType._zod.optout);
			core_util.v5(inst, "pattern", (zod) => {
				let pattern = zod.def.innerType._zod.pattern;
				return pattern ? RegExp(`^(${core_util.p6(pattern.source)}|null)$`) : void 0;
			});
			core_util.v5(inst, "values", (zod) => zod.def.innerType._zod.values ? new Set([...zod.def.innerType._zod.values, null]) : void 0);
			inst._zod.parse = (payload, ctx) => {
				if (payload.value === null) return payload;
				return def.innerType._zod.run(payload, ctx);
			};
		});
		let $ZodPipe = core_core.xI("$ZodPipe", (inst, def) => {
			$ZodType.init(inst, def);
			core_util.v5(inst, "values", (zod) => zod.def.in._zod.values);
			core_util.v5(inst, "optin", (zod) => zod.def.in._zod.optin);
			core_util.v5(inst, "optout", (zod) => zod.def.out._zod.optout);
			core_util.v5(inst, "propValues", (zod) => zod.def.in._zod.propValues);
			inst._zod.parse = (payload, ctx) => {
				if (ctx.direction === "backward") {
					let right = def.out._zod.run(payload, ctx);
					if (right instanceof Promise) return right.then((right) => handlePipeResult(right, def.in, ctx));
					return handlePipeResult(right, def.in, ctx);
				}
				let left = def.in._zod.run(payload, ctx);
				if (left instanceof Promise) return left.then((left) => handlePipeResult(left, def.out, ctx));
				return handlePipeResult(left, def.out, ctx);
			};
		});
		function handlePipeResult(left, next, ctx) {
			if (left.issues.some((iss) => iss.code !== "unrecognized_keys")) {
				left.aborted = !0;
				return left;
			}
			return next._zod.run({
				value: left.value,
				issues: left.issues
			}, ctx);
		}
		function leafPattern(schema) {
			let def = schema._zod.def;
			let pattern = def.pattern;
			let isInt = !!def.format?.includes("int");
			let minimum;
			let maximum;
			for (let ch of def.checks ?? []) {
				let d = ch._zod.def;
				d.pattern && (pattern = d.pattern);
				isInt ||= !!d.format?.includes("int");
				let lo = d.minimum ?? d.length;
				let hi = d.maximum ?? d.length;
				lo !== void 0 && (minimum === void 0 || lo > minimum) && (minimum = lo);
				hi !== void 0 && (maximum === void 0 || hi < maximum) && (maximum = hi);
			}
			if (pattern) return pattern.source;
			if (minimum !== void 0 && maximum !== void 0 && minimum > maximum) return "(?!)";
			if (minimum !== void 0 || maximum !== void 0) return string({
				minimum,
				maximum
			}).source;
			let own = schema._zod.pattern;
			return (isInt && own === number ? integer : own)?.source;
		}
		function partPattern(schema) {
			let def = schema._zod.def;
			let own = schema._zod.pattern?.source;
			let inner = def.innerType ?? schema._zod.innerType;
			if (inner) {
				let before = inner._zod.pattern?.source;
				let after = partPattern(inner);
				if (own && before && after && after !== before) return own.replace(core_util.p6(before), () => core_util.p6(after));
				return own;
			}
			if (def.options) {
				let sources = def.options.map(partPattern);
				if (sources.every(Boolean)) return `^(${sources.map((s) => core_util.p6(s)).join("|")})$`;
			}
			return leafPattern(schema);
		}
		let $ZodTemplateLiteral = core_core.xI("$ZodTemplateLiteral", (inst, def) => {
			$ZodType.init(inst, def);
			let regexParts = [];
			for (let part of def.parts) if (typeof part == "object" && part) {
				let source = partPattern(part);
				if (!source) throw Error(`Invalid template literal part, no pattern found: ${[...part._zod.traits].shift()}`);
				regexParts.push(core_util.p6(source));
			} else if (part === null || core_util.bI.has(typeof part)) regexParts.push(core_util.sD(`${part}`));
			else throw Error(`Invalid template literal part: ${part}`);
			inst._zod.pattern = RegExp(`^${regexParts.join("")}$`);
			inst._zod.parse = (payload, _ctx) => {
				if (typeof payload.value != "string") {
					payload.issues.push({
						input: payload.value,
						inst,
						expected: "string",
						code: "invalid_type"
					});
					return payload;
				}
				inst._zod.pattern.lastIndex = 0;
				if (!inst._zod.pattern.test(payload.value)) {
					payload.issues.push({
						input: payload.value,
						inst,
						code: "invalid_format",
						format: def.format ?? "template_literal",
						pattern: inst._zod.pattern.source
					});
					return payload;
				}
				return payload;
			};
		});
		let $ZodCustom = core_core.xI("$ZodCustom", (inst, def) => {
			core_checks.QP.init(inst, def);
			$ZodType.init(inst, def);
			inst._zod.parse = (payload, _) => payload;
			inst._zod.check = (payload) => {
				let input = payload.value;
				let r = def.fn(input);
				if (r instanceof Promise) return r.then((r) => handleRefineResult(r, payload, input, inst));
				handleRefineResult(r, payload, input, inst);
			};
		});
		function handleRefineResult(result, payload, input, inst) {
			if (!result) {
				let _iss = {
					code: "custom",
					input,
					inst,
					path: [...inst._zod.def.path ?? []],
					continue: !inst._zod.def.abort
				};
				inst._zod.def.params && (_iss.params = inst._zod.def.params);
				payload.issues.push(core_util.sn(_iss));
			}
		}
		var api = __nccwpck_require__(2335);
		var core_parse = __nccwpck_require__(8230);
		let ZodMiniType = core_core.xI("ZodMiniType", (inst, def) => {
			if (!inst._zod) throw Error("Uninitialized schema in ZodMiniType.");
			$ZodType.init(inst, def);
			inst.def = def;
			inst.type = def.type;
		}, {
			get with() {
				return this.check;
			},
			set with(value) {
				core_util.qh(this, "with", value);
			},
			parse(data, params) {
				return core_parse.qg(this, data, params, { callee: this.parse });
			},
			parseAsync(data, params) {
				return core_parse.EJ(this, data, params, { callee: this.parseAsync });
			},
			safeParse(data, params) {
				return core_parse.xL(this, data, params);
			},
			safeParseAsync(data, params) {
				return core_parse.bp(this, data, params);
			},
			check(...checks) {
				let def = this.def;
				return this.clone({
					...def,
					checks: [...def.checks ?? [], ...checks.map((ch) => typeof ch == "function" ? { _zod: {
						check: ch,
						def: { check: "custom" },
						onattach: []
					} } : ch)]
				}, { parent: !0 });
			},
			clone(_def, params) {
				return core_util.o8(this, _def, params);
			},
			brand() {
				return this;
			},
			register(reg, meta) {
				reg.add(this, meta);
				return this;
			},
			apply(fn, ...args) {
				return args.length === 0 ? fn(this) : fn(this, ...args);
			}
		});
		let ZodMiniString = core_core.xI("ZodMiniString", (inst, def) => {
			$ZodString.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function schemas_string(params) {
			return api.Rl(ZodMiniString, params);
		}
		let ZodMiniNumber = core_core.xI("ZodMiniNumber", (inst, def) => {
			$ZodNumber.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		let ZodMiniNumberFormat = core_core.xI("ZodMiniNumberFormat", (inst, def) => {
			$ZodNumberFormat.init(inst, def);
			ZodMiniNumber.init(inst, def);
		});
		function schemas_int(params) {
			return api.LK(ZodMiniNumberFormat, params);
		}
		let ZodMiniBoolean = core_core.xI("ZodMiniBoolean", (inst, def) => {
			$ZodBoolean.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function schemas_boolean(params) {
			return api._L(ZodMiniBoolean, params);
		}
		let ZodMiniUnknown = core_core.xI("ZodMiniUnknown", (inst, def) => {
			$ZodUnknown.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function unknown() {
			return api.em(ZodMiniUnknown);
		}
		let ZodMiniNever = core_core.xI("ZodMiniNever", (inst, def) => {
			$ZodNever.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function never(params) {
			return api.G8(ZodMiniNever, params);
		}
		let ZodMiniArray = core_core.xI("ZodMiniArray", (inst, def) => {
			$ZodArray.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function array(element, params) {
			return new ZodMiniArray({
				type: "array",
				element,
				...core_util.A2(params)
			});
		}
		let ZodMiniObject = core_core.xI("ZodMiniObject", (inst, def) => {
			$ZodObject.init(inst, def);
			ZodMiniType.init(inst, def);
			core_util.X(inst, "shape", (self) => self._zod.def.shape, !1);
		});
		function object(shape, params) {
			let def = {
				type: "object",
				shape: shape ?? {},
				...core_util.A2(params)
			};
			return new ZodMiniObject(def);
		}
		function strictObject(shape, params) {
			return new ZodMiniObject({
				type: "object",
				shape,
				catchall: never(),
				...core_util.A2(params)
			});
		}
		let ZodMiniUnion = core_core.xI("ZodMiniUnion", (inst, def) => {
			$ZodUnion.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function union(options, params) {
			return new ZodMiniUnion({
				type: "union",
				options,
				...core_util.A2(params)
			});
		}
		let ZodMiniEnum = core_core.xI("ZodMiniEnum", (inst, def) => {
			$ZodEnum.init(inst, def);
			ZodMiniType.init(inst, def);
			inst.options = [...inst._zod.values];
		});
		function _enum(values, params) {
			let entries = Array.isArray(values) ? Object.fromEntries(values.map((v) => [v, v])) : values;
			return new ZodMiniEnum({
				type: "enum",
				entries,
				...core_util.A2(params)
			});
		}
		let ZodMiniLiteral = core_core.xI("ZodMiniLiteral", (inst, def) => {
			$ZodLiteral.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function literal(value, params) {
			return new ZodMiniLiteral({
				type: "literal",
				values: Array.isArray(value) ? value : [value],
				...core_util.A2(params)
			});
		}
		let ZodMiniTransform = core_core.xI("ZodMiniTransform", (inst, def) => {
			$ZodTransform.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function transform(fn) {
			return new ZodMiniTransform({
				type: "transform",
				transform: fn
			});
		}
		let ZodMiniOptional = core_core.xI("ZodMiniOptional", (inst, def) => {
			$ZodOptional.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function optional(innerType) {
			return new ZodMiniOptional({
				type: "optional",
				innerType
			});
		}
		let ZodMiniNullable = core_core.xI("ZodMiniNullable", (inst, def) => {
			$ZodNullable.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function nullable(innerType) {
			return new ZodMiniNullable({
				type: "nullable",
				innerType
			});
		}
		function nullish(innerType) {
			return optional(nullable(innerType));
		}
		let ZodMiniPipe = core_core.xI("ZodMiniPipe", (inst, def) => {
			$ZodPipe.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function pipe(in_, out) {
			return new ZodMiniPipe({
				type: "pipe",
				in: in_,
				out
			});
		}
		let ZodMiniTemplateLiteral = core_core.xI("ZodMiniTemplateLiteral", (inst, def) => {
			$ZodTemplateLiteral.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function templateLiteral(parts, params) {
			return new ZodMiniTemplateLiteral({
				type: "template_literal",
				parts,
				...core_util.A2(params)
			});
		}
		let ZodMiniCustom = core_core.xI("ZodMiniCustom", (inst, def) => {
			$ZodCustom.init(inst, def);
			ZodMiniType.init(inst, def);
		});
		function refine(fn, _params = {}) {
			return api.fU(ZodMiniCustom, fn, _params);
		}
		api.q0;
		api.mI;
	})
};
var __webpack_module_cache__ = {};
function __nccwpck_require__(moduleId) {
	var cachedModule = __webpack_module_cache__[moduleId];
	if (cachedModule !== void 0) return cachedModule.exports;
	var module = __webpack_module_cache__[moduleId] = { exports: {} };
	var threw = !0;
	try {
		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
		threw = !1;
	} finally {
		threw && delete __webpack_module_cache__[moduleId];
	}
	return module.exports;
}
__nccwpck_require__.m = __webpack_modules__;
__nccwpck_require__ !== void 0 && (__nccwpck_require__.ab = decodeURIComponent(new URL(".", import.meta.url).pathname).slice(+!!import.meta.url.match(/^file:\/\/\/\w:/), -1) + "/");
(() => {
	var webpackQueues = typeof Symbol == "function" ? Symbol("webpack queues") : "__webpack_queues__";
	var webpackExports = typeof Symbol == "function" ? Symbol("webpack exports") : "__webpack_exports__";
	var webpackError = typeof Symbol == "function" ? Symbol("webpack error") : "__webpack_error__";
	var resolveQueue = (queue) => {
		if (queue && queue.d < 1) {
			queue.d = 1;
			queue.forEach((fn) => fn.r--);
			queue.forEach((fn) => fn.r-- ? fn.r++ : fn());
		}
	};
	var wrapDeps = (deps) => deps.map((dep) => {
		if (typeof dep == "object" && dep) {
			if (dep[webpackQueues]) return dep;
			if (dep.then) {
				var queue = [];
				queue.d = 0;
				dep.then((r) => {
					obj[webpackExports] = r;
					resolveQueue(queue);
				}, (e) => {
					obj[webpackError] = e;
					resolveQueue(queue);
				});
				var obj = {};
				obj[webpackQueues] = (fn) => fn(queue);
				return obj;
			}
		}
		var ret = {};
		ret[webpackQueues] = (x) => {};
		ret[webpackExports] = dep;
		return ret;
	});
	__nccwpck_require__.a = (module, body, hasAwait) => {
		var queue;
		hasAwait && ((queue = []).d = -1);
		var depQueues = new Set();
		var exports = module.exports;
		var currentDeps;
		var outerResolve;
		var reject;
		var promise = new Promise((resolve, rej) => {
			reject = rej;
			outerResolve = resolve;
		});
		promise[webpackExports] = exports;
		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise.catch((x) => {}));
		module.exports = promise;
		body((deps) => {
			currentDeps = wrapDeps(deps);
			var fn;
			var getResult = () => currentDeps.map((d) => {
				if (d[webpackError]) throw d[webpackError];
				return d[webpackExports];
			});
			var promise = new Promise((resolve) => {
				fn = () => resolve(getResult);
				fn.r = 0;
				var fnQueue = (q) => q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn)));
				currentDeps.map((dep) => dep[webpackQueues](fnQueue));
			});
			return fn.r ? promise : getResult();
		}, (err) => (err ? reject(promise[webpackError] = err) : outerResolve(exports), resolveQueue(queue)));
		queue && queue.d < 0 && (queue.d = 0);
	};
})();
__nccwpck_require__.d = (exports, definition) => {
	for (var key in definition) __nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key) && Object.defineProperty(exports, key, {
		enumerable: !0,
		get: definition[key]
	});
};
(() => {
	__nccwpck_require__.f = {};
	__nccwpck_require__.e = (chunkId) => Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
		__nccwpck_require__.f[key](chunkId, promises);
		return promises;
	}, []));
})();
__nccwpck_require__.u = (chunkId) => "" + chunkId + ".index.js";
__nccwpck_require__.o = (obj, prop) => Object.prototype.hasOwnProperty.call(obj, prop);
__nccwpck_require__.r = (exports) => {
	typeof Symbol < "u" && Symbol.toStringTag && Object.defineProperty(exports, Symbol.toStringTag, { value: "Module" });
	Object.defineProperty(exports, "__esModule", { value: !0 });
};
(() => {
	var installedChunks = { 792: 0 };
	var installChunk = (data) => {
		var { ids, modules, runtime } = data;
		var moduleId, chunkId, i = 0;
		for (moduleId in modules) __nccwpck_require__.o(modules, moduleId) && (__nccwpck_require__.m[moduleId] = modules[moduleId]);
		runtime && runtime(__nccwpck_require__);
		for (; i < ids.length; i++) {
			chunkId = ids[i];
			__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId] && installedChunks[chunkId][0]();
			installedChunks[ids[i]] = 0;
		}
	};
	__nccwpck_require__.f.j = (chunkId, promises) => {
		var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : void 0;
		if (installedChunkData !== 0) {
			if (installedChunkData) promises.push(installedChunkData[1]);
			else {
				var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
					installedChunks[chunkId] !== 0 && (installedChunks[chunkId] = void 0);
					throw e;
				});
				var promise = Promise.race([promise, new Promise((resolve) => installedChunkData = installedChunks[chunkId] = [resolve])]);
				promises.push(installedChunkData[1] = promise);
			}
		}
	};
})();
var __webpack_exports__ = __nccwpck_require__(8329);
__webpack_exports__ = await __webpack_exports__;
