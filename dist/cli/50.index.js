export const id = 50;
export const ids = [50,762];
export const modules = {

/***/ 6662:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ startProgram),
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);

/** Starts a program that goes on running: whoever started it reads and ends it. The only place that starts one. */
function startProgram(program, args, { environment, folder = "/", hasInput = false }) {
    return (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, {
        cwd: folder,
        env: { ...environment },
        stdio: [hasInput ? "pipe" : "ignore", "pipe", "pipe"],
    });
}
const MIB = 1024 * 1024;
/** Error output that is kept; more is read and forgotten. */
const STDERR_BYTES = MIB;
/** Runs a program to its end. Rejects when it cannot be started. */
async function runProgram(program, args, { input, seconds, outputBytes = 16 * MIB, ...start }) {
    const child = startProgram(program, args, { ...start, hasInput: input !== undefined });
    const stdout = new Kept(outputBytes);
    const stderr = new Kept(STDERR_BYTES);
    child.stdout?.on("data", (chunk) => {
        if (!stdout.take(chunk))
            kill(child);
    });
    child.stderr?.on("data", (chunk) => void stderr.take(chunk));
    // It may end before it has read all input; its exit code says why.
    child.stdin?.on("error", () => { });
    child.stdin?.end(input);
    let isLate = false;
    const timer = setTimeout(() => {
        isLate = true;
        kill(child);
    }, seconds * 1_000);
    const exitCode = await new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => resolve(code ?? -1));
    }).finally(() => clearTimeout(timer));
    const late = isLate ? `${program} was ended after ${seconds} seconds` : "";
    return { exitCode, stdout: stdout.bytes, stderr: `${stderr.bytes.toString("utf8")}${late}` };
}
/** What it has started itself may live on and hold its streams open: nobody waits for those. */
function kill(child) {
    child.kill("SIGKILL");
    child.stdout?.destroy();
    child.stderr?.destroy();
}
/** The start of a stream. */
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
    /** Whether there is room for it. */
    take(chunk) {
        this.#size += chunk.length;
        if (this.#size > this.#most)
            return false;
        this.#chunks.push(chunk);
        return true;
    }
}


/***/ }),

/***/ 6293:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qo: () => (/* binding */ headCommit),
/* harmony export */   p4: () => (/* binding */ checkedOutIn),
/* harmony export */   sK: () => (/* binding */ checkoutFolders)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4566);



/** null where there is no checkout. */
function checkoutFolders(workspace) {
    if (workspace === "")
        return null;
    const dotGit = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(workspace, ".git");
    const linked = /^gitdir: (.+)$/m.exec(textOf(dotGit) ?? "")?.[1];
    const own = linked === undefined ? dotGit : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace, linked);
    if (textOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, "HEAD")) === null)
        return null;
    const common = textOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(own, "commondir"))?.trim();
    return { own, shared: common === undefined ? own : (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(own, common) };
}
/** The commit that is checked out; null where nothing is committed yet, or what stands there names no commit. */
function headCommit(folders) {
    return commitNamed("HEAD", folders, MOST_STEPS);
}
/** The commit that is checked out in a folder. */
function checkedOutIn(workspace) {
    const folders = checkoutFolders(workspace);
    const commit = folders === null ? null : headCommit(folders);
    if (commit !== null)
        return commit;
    throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PipelineError */ .zC("INPUT_INVALID", "There is no commit to verify", {
        hint: 'Pass "head", "base" and "merge-base" of the matrix entry, or check the repository out first.',
    });
}
/** A ref that names a ref that names a ref … */
const MOST_STEPS = 5;
/** A branch, by a name that leads nowhere else. */
const REF = /^ref: (refs\/(?!.*(?:\.\.|\/\/))[^\s\\~^:?*[]+)$/;
function commitNamed(name, folders, steps) {
    if (steps === 0)
        return null;
    const folder = name === "HEAD" ? folders.own : folders.shared;
    const text = textOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name))?.trim() ?? packedRef(name, folders.shared);
    if (text === null)
        return null;
    if (/^[0-9a-f]{40}$/.test(text))
        return text;
    const [, target] = REF.exec(text) ?? [];
    return target === undefined ? null : commitNamed(target, folders, steps - 1);
}
function packedRef(name, folder) {
    const lines = (textOf((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "packed-refs")) ?? "").split("\n");
    return lines.find((line) => line.endsWith(` ${name}`))?.split(" ")[0] ?? null;
}
function textOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, "utf8");
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 8589:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DY: () => (/* binding */ notStarted),
/* harmony export */   WG: () => (/* binding */ GitProcess),
/* harmony export */   cx: () => (/* binding */ RETRY_MILLISECONDS),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6662);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4566);
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5051);
/* harmony import */ var _broken_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(175);




/** Largest output of one git command that is kept in memory. */
const OUTPUT_LIMIT = 512 * 1024 * 1024;
// A transfer that stands still ends after a minute; one that trickles, or a command that hangs, after ten.
const STALLED_SECONDS = 60;
const COMMAND_SECONDS = 600;
/** Pauses before the second and the third try of what is asked of the server. */
const RETRY_MILLISECONDS = [1_000, 4_000];
// What a runner's network needs; everything else of the environment stays outside, so that no GIT_* variable and no
// configuration of the user or the machine changes an answer.
const PASSED_ON = [
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
    "GIT_SSL_CAINFO",
];
/** Runs git in one bare repository, with an environment of its own. The token travels by the environment, never by an argument. */
class GitProcess {
    #directory;
    #environment;
    constructor(directory, options = {}) {
        const { credential = null, settings = [], environment = {} } = options;
        this.#directory = directory;
        this.#environment = {
            ...Object.fromEntries(PASSED_ON.flatMap((name) => {
                const value = process.env[name];
                return value === undefined ? [] : [[name, value]];
            })),
            LC_ALL: "C",
            HOME: directory,
            // Named, so that git neither searches for a repository nor asks who owns it.
            GIT_DIR: directory,
            GIT_CONFIG_NOSYSTEM: "1",
            GIT_CONFIG_GLOBAL: "/dev/null",
            GIT_ATTR_NOSYSTEM: "1",
            GIT_TERMINAL_PROMPT: "0",
            GIT_ASKPASS: "",
            GIT_OPTIONAL_LOCKS: "0",
            GIT_NO_REPLACE_OBJECTS: "1",
            // Whatever a configuration allows, also that of a repository on this machine that git asks: no `ext::`, no `ssh`.
            GIT_ALLOW_PROTOCOL: "file:http:https",
            ...configuration(credential, settings),
            ...environment,
        };
    }
    async run(args, options = {}) {
        const result = await this.#result(args, options.input);
        if (result.exitCode === 0 || options.answers?.includes(result.exitCode) === true)
            return result;
        throw failureOf(args, result);
    }
    async text(args, options = {}) {
        return (await this.run(args, options)).stdout.toString("utf8").trimEnd();
    }
    /** A command that asks the server: asked again after a failure that may pass. */
    async ask(args, options = {}, pauses = RETRY_MILLISECONDS) {
        try {
            return await this.run(args, options);
        }
        catch (error) {
            const [pause, ...later] = pauses;
            const mayPass = error instanceof _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC && error.code === "SERVICE_UNAVAILABLE";
            if (!mayPass || pause === undefined)
                throw error;
            await new Promise((resolve) => setTimeout(resolve, pause));
            return this.ask(args, options, later);
        }
    }
    /** A command that goes on running; whoever started it reads and ends it. */
    start(args, hasInput) {
        return (0,_foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_0__/* .startProgram */ .X)("git", args, {
            folder: this.#directory,
            environment: this.#environment,
            hasInput,
        });
    }
    #result(args, input) {
        return (0,_foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runProgram */ .m)("git", args, {
            folder: this.#directory,
            environment: this.#environment,
            input,
            seconds: COMMAND_SECONDS,
            outputBytes: OUTPUT_LIMIT,
        }).catch((error) => {
            throw notStarted(error);
        });
    }
}
function notStarted(cause) {
    return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("GIT_FAILED", "git could not be started", {
        hint: "agent-pipeline needs git 2.39 or newer on the PATH.",
        cause,
    });
}
function configuration(credential, more) {
    const settings = [
        ["core.fsmonitor", "false"],
        // Nothing that is written here outlives the job.
        ["core.fsync", "none"],
        ["core.hooksPath", "/dev/null"],
        ["core.quotePath", "false"],
        ["gc.auto", "0"],
        ["maintenance.auto", "false"],
        ["protocol.version", "2"],
        ["http.lowSpeedLimit", "1"],
        ["http.lowSpeedTime", String(STALLED_SECONDS)],
        ...(credential === null
            ? []
            : [
                [`http.${credential.serverUrl}/.extraheader`, authorization(credential.token)],
            ]),
        ...more,
    ];
    const variables = { GIT_CONFIG_COUNT: String(settings.length) };
    for (const [index, [key, value]] of settings.entries()) {
        variables[`GIT_CONFIG_KEY_${index}`] = key;
        variables[`GIT_CONFIG_VALUE_${index}`] = value;
    }
    return variables;
}
function authorization(token) {
    return `AUTHORIZATION: basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
}
const SERVER_ANSWERS = [
    {
        // Before the next ones: whoever meets such an object hangs up in the middle.
        pattern: /not our ref|possible repository corruption|did not send all necessary objects/,
        make: (text) => new _broken_object_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenObject */ .N(`The git server cannot send what was asked for: ${text}`),
    },
    {
        // GitHub says "not found" of a private repository to a token that may not see it.
        pattern: /Authentication failed|could not read Username|HTTP 40[13]|returned error: 40[13]|Write access to repository not granted|Permission to .* denied|Repository not found|fatal: repository '.*' not found/i,
        make: (text) => new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("PERMISSION_MISSING", `The git server refused the token: ${text}`, {
            hint: "Give the job the `contents` permission that the docs list for it.",
        }),
    },
    {
        pattern: /Could not resolve host|Failed to connect|Couldn't connect|Connection (?:refused|reset|timed out|was reset)|Empty reply|returned error: (?:5\d\d|429)|early EOF|unexpected disconnect|hung up unexpectedly|Operation too slow|RPC failed|SSL_(?:read|connect)|gnutls_handshake/i,
        make: (text) => new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("SERVICE_UNAVAILABLE", `The git server did not answer: ${text}`, {
            hint: "Run the job again; it takes up where this one stopped.",
        }),
    },
];
function failureOf(args, { exitCode, stderr }) {
    const lines = (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_2__/* .withoutCommands */ .Df)(stderr.trim()).split("\n");
    const text = lines.slice(-5).join(" | ").slice(0, 1_000);
    const known = SERVER_ANSWERS.find(({ pattern }) => pattern.test(stderr));
    if (known !== undefined)
        return known.make(text);
    const how = exitCode === -1 ? "was stopped" : `ended with ${exitCode}`;
    return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("GIT_FAILED", `git ${args[0] ?? ""} ${how}: ${text}`);
}


/***/ }),

/***/ 5050:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ openReader)
});

// UNUSED EXPORTS: openRepository

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
// EXTERNAL MODULE: ../src/git/adapters/git-process.ts
var git_process = __webpack_require__(8589);
// EXTERNAL MODULE: ../src/git/commits.ts
var commits = __webpack_require__(2990);
// EXTERNAL MODULE: ../src/git/broken-object.ts
var broken_object = __webpack_require__(175);
;// CONCATENATED MODULE: ../src/git/adapters/fetcher.ts




/** Brings objects from the remote into a bare store: one question at a time, for no more than was asked. */
class GitFetcher {
    #git;
    #directory;
    #objects;
    #batches = new Map();
    #last = Promise.resolve();
    #askedRefs = 0;
    /** `objects` are those that have been brought, and whatever else can be read. */
    constructor(git, directory, objects) {
        this.#git = git;
        this.#directory = directory;
        this.#objects = objects;
    }
    /** The refs of the remote that match a pattern, by name; behind `<tag>^{}` is what an annotated tag stands for. */
    async refs(patterns) {
        const { stdout } = await this.#git.ask(["ls-remote", "origin", ...patterns]);
        return new Map(stdout
            .toString("utf8")
            .split("\n")
            .map((line) => /^([0-9a-f]{40})\t(.+)$/.exec(line))
            .flatMap((match) => (match === null ? [] : [[match[2], match[1]]])));
    }
    /** Commits by id with `depth - 1` generations before them, and no tree. */
    async commits(oids, depth) {
        await this.#fetch("tree:0", oids, depth);
    }
    /**
     * The same for full names of refs and ids together: the object that each stands for, null where the remote has none.
     * One question, where asking for the refs and then for their commits would be two.
     */
    async named(names, depth) {
        const asked = new Map(names.map((name) => [name, this.#refspecOf(name)]));
        for (let absent = ""; absent !== null && asked.size > 0;) {
            absent = await this.#absentOf(asked, depth);
            if (absent !== null)
                asked.delete(absent);
        }
        return names.map((name) => {
            const refspec = asked.get(name);
            return refspec === undefined ? null : this.#objectOf(refspec);
        });
    }
    /** The same for single commits without what is before them, for all who ask at this moment. */
    async singleCommits(oids) {
        await this.#together("tree:0", oids, 1);
    }
    /** Objects by id, and nothing else. */
    async objects(oids) {
        await this.#together("tree:0", oids);
    }
    /** Folders by id, with all folders below them. */
    async treesBelow(oids) {
        await this.#together("blob:none", oids);
    }
    /** Waits for whoever else asks at this moment: all of them share one question. */
    async #together(filter, oids, depth) {
        const key = `${filter} ${depth ?? ""}`;
        let batch = this.#batches.get(key);
        if (batch === undefined) {
            const asked = [];
            const answers = new Promise((resolve) => setImmediate(resolve)).then(() => {
                this.#batches.delete(key);
                return this.#answers(filter, asked, depth);
            });
            batch = { asked, answers };
            this.#batches.set(key, batch);
        }
        const place = batch.asked.push(oids) - 1;
        const answer = (await batch.answers)[place];
        if (answer !== null)
            throw answer;
    }
    /** An error for each that asked, or null. What is broken for one costs the others a question, not their answer. */
    async #answers(filter, asked, depth) {
        const answer = (oids) => this.#fetchAll(filter, [...new Set(oids)], depth).then(() => null, (error) => error);
        const error = await answer(asked.flat());
        if (asked.length === 1 || !(error instanceof broken_object/* BrokenObject */.N))
            return asked.map(() => error);
        const answers = [];
        for (const oids of asked)
            answers.push(await answer(oids));
        return answers;
    }
    /** The same with all files below them that have at most so many bytes: who lists a folder does not know their sizes. */
    async filesBelow(oids, maxBytes) {
        await this.#together(`blob:limit=${maxBytes + 1}`, oids);
    }
    #refspecOf(name) {
        return name.startsWith("refs/") ? `+${name}:refs/asked/${this.#askedRefs++}` : name;
    }
    #objectOf(refspec) {
        const [, ref] = refspec.split(":");
        if (ref === undefined)
            return refspec;
        return (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(this.#directory, ref), "utf8").trim();
    }
    /** Fetches the names; when the remote lacks one of them, says which, and nothing was fetched. */
    async #absentOf(asked, depth) {
        try {
            await this.#fetch("tree:0", [...asked.values()], depth);
            return null;
        }
        catch (error) {
            const said = error instanceof errors/* PipelineError */.zC ? error.message : "";
            const [, absent = ""] = /couldn't find remote ref (\S+)|not our ref ([0-9a-f]{40})/.exec(said)?.filter(Boolean) ??
                [];
            if (!asked.has(absent))
                throw error;
            return absent;
        }
    }
    /**
     * git's server leaves out what it has been asked for by id when a tree that it was asked for before holds it too
     * (seen with 2.39, by `tree:0`). What did come stays, so what is missing is asked for again, as long as anything comes.
     */
    async #fetchAll(filter, oids, depth) {
        try {
            await this.#fetch(filter, oids, depth);
        }
        catch (error) {
            const missing = isLeftOut(error) ? await this.#objects.missing(oids) : oids;
            if (missing.length === oids.length)
                throw error;
            if (missing.length > 0)
                await this.#fetchAll(filter, missing, depth);
        }
    }
    async #fetch(filter, refspecs, depth) {
        // Two fetches into one store would wait for each other's locks, and fail.
        const turn = this.#last.then(() => this.#fetchNow(filter, refspecs, depth));
        this.#last = turn.catch(() => { });
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
            ...(depth === undefined ? [] : [`--depth=${depth}`]),
            // git asks for nothing below a folder that is here already.
            ...(filter.startsWith("blob:limit") ? ["--refetch"] : []),
            "--stdin",
            "origin",
        ], { input: `${refspecs.join("\n")}\n` });
    }
}
function isLeftOut(error) {
    return error instanceof errors/* PipelineError */.zC && /did not send all necessary objects/.test(error.message);
}

// EXTERNAL MODULE: ../src/git/modes.ts
var modes = __webpack_require__(592);
;// CONCATENATED MODULE: ../src/git/tree.ts


const SPACE = 0x20;
const SLASH = 0x2f;
const ZERO = 0x30;
const ONE = 0x31;
const TWO = 0x32;
const FOUR = 0x34;
const SIX = 0x36;
const SEVEN = 0x37;
const OID_BYTES = 20;
/** `40000 `, one letter, the end of the name, and the id. */
const SHORTEST_ENTRY = 6 + 1 + 1 + OID_BYTES;
/**
 * A tree object: `<mode> <name>\0<20 bytes of id>`, again and again. A folder may hold tens of thousands of tasks, of
 * which a change touches a few: only those become text and objects.
 *
 * It is read whole and strictly before anything is told of it. git itself takes other modes for folders, names with a
 * slash for folders of their own, and the last of two entries with one name; nothing that is told of such a tree could be
 * relied on.
 */
class Tree {
    bytes;
    #places = null;
    #text = null;
    constructor(bytes) {
        this.bytes = bytes;
    }
    /** Where its entries are; found at the first question. A tree that git does not write so is a `BrokenObject` error. */
    get places() {
        this.#places ??= placesIn(this.bytes);
        return this.#places;
    }
    /** The number of its entries. */
    get size() {
        return this.places.starts.length - 1;
    }
    /** The name between two places. To cut ten thousand of them out of one text is faster than to decode each. */
    nameAt(start, end) {
        if (!this.places.isAscii)
            return this.bytes.toString("utf8", start, end);
        this.#text ??= this.bytes.toString("latin1");
        return this.#text.slice(start, end);
    }
}
/** One loop, plain and long on purpose: it runs over tens of thousands of entries before anything is compiled. */
function placesIn(bytes) {
    const starts = new Int32Array(Math.ceil(bytes.length / SHORTEST_ENTRY) + 1);
    let count = 0;
    let hasCase = false;
    let isAscii = true;
    let position = 0;
    let lastName = 0;
    let lastNameEnds = 0;
    /** Files whose names the next ones begin with: a folder of one of these names can come much later. */
    const files = [];
    while (position < bytes.length) {
        starts[count++] = position;
        const nameEnds = bytes[position] === FOUR ? SLASH : 0;
        position = nameStart(bytes, position);
        const name = position;
        // The names must ascend in git's order, where a folder's name ends with a slash.
        let isLikeLast = count > 1;
        for (let byte = bytes[position]; byte !== 0; byte = bytes[++position]) {
            if (byte === undefined || byte === SLASH)
                throw odd();
            if (byte > 0x7f)
                isAscii = false;
            else if (byte >= 0x41 && byte <= 0x5a)
                hasCase = true;
            if (isLikeLast) {
                const last = bytes[lastName++] || lastNameEnds;
                if (last > byte)
                    throw odd();
                isLikeLast = last === byte;
            }
        }
        if (position === name)
            throw odd();
        if (isLikeLast && (bytes[lastName] || lastNameEnds) >= nameEnds)
            throw odd();
        if (nameEnds === 0 || files.length > 0)
            followFiles(files, bytes, name, position, nameEnds);
        lastName = name;
        lastNameEnds = nameEnds;
        position += 1 + OID_BYTES;
    }
    if (position !== bytes.length)
        throw odd();
    starts[count] = position;
    return {
        starts: starts.subarray(0, count + 1),
        hasCase: hasCase || !isAscii,
        isAscii,
    };
}
/** Takes the next name; refused is a folder that has the name of a file. */
function followFiles(files, bytes, start, end, nameEnds) {
    while (files.length > 0) {
        const file = files.at(-1);
        const length = file.end - file.start;
        if (bytes.compare(bytes, file.start, file.end, start, Math.min(start + length, end)) === 0) {
            if (length === end - start)
                throw odd();
            break;
        }
        files.pop();
    }
    if (nameEnds === 0)
        files.push({ start, end });
}
/** Where a name starts: behind `40000 ` of a folder, or six digits and a space of anything else. */
function nameStart(bytes, start) {
    const isFolder = bytes[start] === FOUR &&
        bytes[start + 1] === ZERO &&
        bytes[start + 2] === ZERO &&
        bytes[start + 3] === ZERO &&
        bytes[start + 4] === ZERO &&
        bytes[start + 5] === SPACE;
    if (isFolder)
        return start + 6;
    const kind = bytes[start + 1];
    const isOther = bytes[start] === ONE &&
        (kind === ZERO || kind === TWO || kind === SIX) &&
        bytes[start + 2] === ZERO &&
        // The rights of a file. A link and a submodule have none.
        isDigit(bytes[start + 3], kind) &&
        isDigit(bytes[start + 4], kind) &&
        isDigit(bytes[start + 5], kind) &&
        bytes[start + 6] === SPACE;
    if (isOther)
        return start + 7;
    throw odd();
}
function isDigit(byte, kind) {
    if (byte === undefined)
        return false;
    return byte >= ZERO && byte <= (kind === ZERO ? SEVEN : ZERO);
}
/** One entry of a tree, and after a move another one. */
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
    /** By the places of its tree. */
    moveTo(start, end) {
        this.start = start;
        this.name = start + (this.#bytes[start + 5] === SPACE ? 6 : 7);
        this.nameEnd = end - OID_BYTES - 1;
        return this;
    }
    get end() {
        return this.nameEnd + 1 + OID_BYTES;
    }
    get path() {
        return this.#tree.nameAt(this.name, this.nameEnd);
    }
    /** The bytes of the name, one letter for each. Names that are no UTF-8 can have one path and are two all the same. */
    get key() {
        return this.#tree.places.isAscii
            ? this.path
            : this.#bytes.toString("latin1", this.name, this.nameEnd);
    }
    get isFolder() {
        return this.name - this.start === 6;
    }
    get mode() {
        if (this.isFolder)
            return modes/* FOLDER */.L7;
        return this.#bytes.toString("latin1", this.start, this.name - 1);
    }
    get object() {
        const oid = this.nameEnd + 1;
        return { mode: this.mode, oid: this.#bytes.toString("hex", oid, oid + OID_BYTES) };
    }
    hasName(name) {
        return (this.nameEnd - this.name === name.length &&
            name.compare(this.#bytes, this.name, this.nameEnd) === 0);
    }
    /** git's order: byte by byte, where a folder's name ends with a slash. */
    orderTo(other) {
        let i = this.name;
        let j = other.name;
        while (i < this.nameEnd && j < other.nameEnd && this.#bytes[i] === other.#bytes[j]) {
            i++;
            j++;
        }
        return this.#nameByte(i) - other.#nameByte(j);
    }
    /** Whether two entries of one name have the same mode and id as well. */
    isSameAs(other) {
        return (this.#bytes[this.nameEnd + 1] === other.#bytes[other.nameEnd + 1] &&
            this.#bytes.compare(other.#bytes, other.start, other.end, this.start, this.end) === 0);
    }
    #nameByte(position) {
        if (position < this.nameEnd)
            return this.#bytes[position];
        return this.isFolder ? SLASH : 0;
    }
}
function* entriesOf(tree) {
    const { starts } = tree.places;
    const entry = new Entry(tree);
    for (let index = 0; index + 1 < starts.length; index++) {
        yield entry.moveTo(starts[index], starts[index + 1]);
    }
}
function treeEntries(tree) {
    return Array.from(entriesOf(tree), listed);
}
/** The entry of one name in a tree; null when there is none. */
function treeEntry(tree, name) {
    const wanted = Buffer.from(name);
    for (const entry of entriesOf(tree))
        if (entry.hasName(wanted))
            return listed(entry);
    return null;
}
function listed(entry) {
    const { mode, oid } = entry.object;
    return { path: entry.path, mode, type: typeOf(mode), oid };
}
function odd() {
    return new broken_object/* BrokenObject */.N("A tree object of the repository is not as git writes it", {
        hint: "`git fsck` in a full clone names it. Write that folder anew: its commit cannot be judged.",
    });
}
function typeOf(mode) {
    if (mode === modes/* FOLDER */.L7)
        return "tree";
    return mode === modes/* SUBMODULE */.NG ? "commit" : "blob";
}

;// CONCATENATED MODULE: ../src/git/tree-changes.ts

/** What differs between two trees. */
function treeChanges(before, after) {
    return differences(before, after, (entry) => entry.object);
}
/** The same with modes only, which is half the work where thousands of entries differ. */
function treeModeChanges(before, after) {
    return {
        changes: differences(before, after, (entry) => entry.mode),
        sameWithoutCase: sameWithoutCase(after),
    };
}
/** One difference per name: both trees are read side by side, in the order in which git sorts. */
function differences(before, after, read) {
    const found = [];
    const removed = new Map();
    const added = new Map();
    const [left, right] = [before.places.starts, after.places.starts];
    const [old, young] = [new Entry(before), new Entry(after)];
    let [i, j] = [0, 0];
    while (i + 1 < left.length || j + 1 < right.length) {
        const hasOld = i + 1 < left.length;
        const hasYoung = j + 1 < right.length;
        if (hasOld)
            old.moveTo(left[i], left[i + 1]);
        if (hasYoung)
            young.moveTo(right[j], right[j + 1]);
        const order = hasOld && hasYoung ? old.orderTo(young) : Number(hasYoung) - Number(hasOld);
        if (order === 0 && old.isSameAs(young)) {
            // Where two are the same, many more may be: they are passed over byte by byte.
            const same = commonBytes(before.bytes, old.start, after.bytes, young.start);
            const passed = lastStart(right, j, young.start + same) - j;
            i += passed;
            j += passed;
            continue;
        }
        if (order === 0)
            found.push({ path: young.path, before: read(old), after: read(young) });
        else if (order < 0)
            removed.set(old.key, { path: old.path, object: read(old) });
        else
            added.set(young.key, { path: young.path, object: read(young) });
        if (order <= 0)
            i++;
        if (order >= 0)
            j++;
    }
    for (const [key, { path, object }] of added) {
        // A file and a folder of one name are sorted apart: that is one difference, not two.
        found.push({ path, before: removed.get(key)?.object ?? null, after: object });
        removed.delete(key);
    }
    for (const { path, object } of removed.values()) {
        found.push({ path, before: object, after: null });
    }
    return found;
}
/** The last entry from `first` on that starts at or before a place in the bytes. */
function lastStart(starts, first, place) {
    let [least, most] = [first, starts.length - 1];
    while (least < most) {
        const middle = (least + most + 1) >> 1;
        if (starts[middle] <= place)
            least = middle;
        else
            most = middle - 1;
    }
    return least;
}
/** Compared so many bytes at a time where that is worth a call; below, one by one. */
const CALL_BYTES = 128;
/** How many bytes from two places on are the same: found by ever larger pieces, the last of which is halved. */
function commonBytes(a, aStart, b, bStart) {
    const length = Math.min(a.length - aStart, b.length - bStart);
    const isSame = (from, to) => a.compare(b, bStart + from, bStart + to, aStart + from, aStart + to) === 0;
    let same = firstDifference(a, aStart, b, bStart, Math.min(length, CALL_BYTES));
    if (same < CALL_BYTES)
        return same;
    let end = same;
    for (let size = 2 * CALL_BYTES; end < length; size *= 2) {
        end = Math.min(same + size, length);
        if (!isSame(same, end))
            break;
        same = end;
    }
    while (end - same > CALL_BYTES) {
        const middle = (same + end) >> 1;
        if (isSame(same, middle))
            same = middle;
        else
            end = middle;
    }
    return same + firstDifference(a, aStart + same, b, bStart + same, end - same);
}
function firstDifference(a, aStart, b, bStart, length) {
    let index = 0;
    while (index < length && a[aStart + index] === b[bStart + index])
        index++;
    return index;
}
function sameWithoutCase(tree) {
    const twins = new Set();
    const seen = new Set();
    for (const { path } of tree.places.hasCase ? entriesOf(tree) : []) {
        const folded = path.toLowerCase();
        if (seen.has(folded))
            twins.add(folded);
        seen.add(folded);
    }
    return twins;
}

;// CONCATENATED MODULE: ../src/git/adapters/objects.ts



const EMPTY = Buffer.alloc(0);
/** A damaged object ends the process that reads it. So many processes may end one after the other without an answer. */
const MOST_FRUITLESS = 3;
/** Reads objects of a store by id, through one git process for the whole run: one per question would cost more than the answers. */
class GitObjects {
    #git;
    #questions = [];
    /** How many of them are answered: to shift tens of thousands out one by one takes their square. */
    #answered = 0;
    /** Small, and asked about again and again. */
    #commits = new Map();
    #child;
    #hold = null;
    #chunks = [];
    #bytes = 0;
    /** Bytes that must be there before it is worth looking again. */
    #awaited = 0;
    #stderr = "";
    /** Processes that ended since the last answer. */
    #fruitless = 0;
    constructor(git) {
        this.#git = git;
        // At once, because it starts up while the action finds out what to ask.
        this.#child = this.#start();
    }
    /** null when the store does not have it. */
    async read(oid) {
        const known = this.#commits.get(oid);
        if (known !== undefined)
            return known;
        const object = await this.#ask(`contents ${oid}\n`, true);
        if (object?.type === "commit")
            this.#commits.set(oid, object);
        return object;
    }
    /** Type and size; null when the store does not have it. */
    async describe(oid) {
        return this.#commits.get(oid) ?? this.#ask(`info ${oid}\n`, false);
    }
    /** Those of some ids that the store does not have. */
    async missing(oids) {
        const wanted = [...new Set(oids)];
        const found = await Promise.all(wanted.map((oid) => this.describe(oid)));
        return wanted.filter((_, index) => found[index] === null);
    }
    #ask(command, wantsContent) {
        return new Promise((resolve, reject) => {
            this.#put({ command, wantsContent, resolve, reject });
        });
    }
    #put(question) {
        this.#child ??= this.#start();
        // The process may idle without keeping the action alive; a question keeps it alive.
        this.#hold ??= setTimeout(() => { }, 2 ** 31 - 1);
        this.#questions.push(question);
        this.#child.stdin?.write(question.command);
    }
    #start() {
        const child = this.#git.start(["cat-file", "--batch-command"], true);
        child.stdout?.on("data", (chunk) => this.#receive(chunk));
        child.stderr?.on("data", (chunk) => {
            if (this.#stderr.length < 10_000)
                this.#stderr += chunk.toString("utf8");
        });
        child.stdin?.on("error", () => { });
        child.on("error", (error) => this.#fail(child, (0,git_process/* notStarted */.DY)(error), false));
        child.on("close", (code) => this.#fail(child, ended(code, this.#stderr), true));
        child.unref();
        for (const stream of [child.stdin, child.stdout, child.stderr]) {
            unref(stream);
        }
        return child;
    }
    /** The question that a process was at when it ended is what ended it. The others are asked again, of another one. */
    #fail(child, error, isWorthAnother) {
        // A process that could not be started is told of twice, and by then there may be another one.
        if (this.#child !== child)
            return;
        this.#child = null;
        this.#chunks = [];
        this.#bytes = 0;
        this.#awaited = 0;
        this.#stderr = "";
        this.#fruitless += 1;
        const [culprit, ...others] = this.#questions.splice(0).slice(this.#answered);
        this.#answered = 0;
        culprit?.reject(error);
        for (const question of others) {
            if (isWorthAnother && this.#fruitless < MOST_FRUITLESS)
                this.#put(question);
            else
                question.reject(error);
        }
        if (this.#questions.length === 0)
            this.#release();
    }
    #release() {
        if (this.#hold !== null)
            clearTimeout(this.#hold);
        this.#hold = null;
    }
    #receive(chunk) {
        this.#chunks.push(chunk);
        this.#bytes += chunk.length;
        if (this.#bytes < this.#awaited)
            return;
        let rest = Buffer.concat(this.#chunks);
        for (let used = this.#answer(rest); used > 0; used = this.#answer(rest)) {
            rest = rest.subarray(used);
        }
        this.#chunks = [rest];
        this.#bytes = rest.length;
        if (this.#questions.length === 0)
            this.#release();
    }
    /** Answers the oldest question from the start of the bytes; 0 as long as they are not enough. */
    #answer(bytes) {
        const question = this.#questions[this.#answered];
        const headerEnd = bytes.indexOf("\n") + 1;
        if (question === undefined || headerEnd === 0) {
            this.#awaited = 0;
            return 0;
        }
        const [, type = "", bytesOfObject] = bytes.toString("latin1", 0, headerEnd - 1).split(" ");
        const size = Number(bytesOfObject);
        if (type === "missing" || bytesOfObject === undefined) {
            return this.#settle(question, null, headerEnd);
        }
        if (!question.wantsContent) {
            return this.#settle(question, { type, size, content: EMPTY }, headerEnd);
        }
        const end = headerEnd + size + 1;
        this.#awaited = end;
        if (bytes.length < end)
            return 0;
        const content = bytes.subarray(headerEnd, end - 1);
        return this.#settle(question, { type, size, content }, end);
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
    return new broken_object/* BrokenObject */.N(`The remote did not send object ${oid}`);
}
function ended(code, stderr) {
    return new errors/* PipelineError */.zC("GIT_FAILED", `git cat-file ended with ${code ?? -1}: ${stderr.trim().slice(-500)}`);
}
/** Of a process that could not be started for want of descriptors, the streams are not there at all. */
function unref(stream) {
    if (typeof stream !== "object" || stream === null)
        return;
    if ("unref" in stream && typeof stream.unref === "function")
        stream.unref();
}
function contentOf(oid, object, type) {
    if (object.type !== type)
        throw new broken_object/* BrokenObject */.N(`${oid} is no ${type}`);
    return object.content;
}
/** The id of a commit's root; null of all that is no commit. */
function rootIn(commit) {
    if (commit?.type !== "commit")
        return null;
    return /^tree ([0-9a-f]{40})\n/.exec(commit.content.toString("latin1", 0, 46))?.[1] ?? null;
}
/** The ids that a commit names as its parents; none of all that is no commit. */
function parentsIn(commit) {
    if (commit?.type !== "commit")
        return [];
    const [headers = ""] = commit.content.toString("latin1").split("\n\n", 1);
    return [...headers.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, parent = ""]) => parent);
}

;// CONCATENATED MODULE: ../src/git/adapters/folders.ts




const EMPTY_TREE = new Tree(Buffer.alloc(0));
/** More folders for each file than any folder of people has. */
const FOLDERS_A_FILE = 4;
/** Reads folders of commits, level by level; each tree is read once, and fetched when it is not here. */
class GitFolders {
    #objects;
    #fetcher;
    /** Every tree that was needed: read, or on its way. Whoever needs it next waits with the others. */
    #trees = new Map();
    /** What was read without need, or is being read: null where it is not here. */
    #read = new Map();
    constructor(objects, fetcher) {
        this.#objects = objects;
        this.#fetcher = fetcher;
    }
    /** What stands at a path of a commit. */
    async entryAt(commit, path) {
        const names = path.split("/");
        const name = names.pop() ?? "";
        const folder = await this.#folder(await this.#rootOf(commit), names);
        return folder === null ? null : treeEntry(await this.#tree(folder), name);
    }
    /** The entries directly in a folder. */
    async entries(commit, folder) {
        const tree = await this.treeAt(commit, folder);
        return tree === null ? [] : treeEntries(await this.#tree(tree));
    }
    /** The id of a folder's tree; null when there is no such folder. */
    async treeAt(commit, folder) {
        return this.#folder(await this.#rootOf(commit), namesOf(folder));
    }
    /**
     * All files below a tree, level by level, where what is missing comes with one question a level at most; null when
     * there are more than `maxFiles`, or too many folders.
     */
    async filesIn(tree, maxFiles) {
        const files = [];
        let seen = 0;
        for (let level = [{ path: "", oid: tree }]; level.length > 0;) {
            const oids = level.map(({ oid }) => oid);
            const missing = await this.#objects.missing(oids);
            if (missing.length > 0)
                await this.#fetcher.treesBelow(missing);
            const trees = await this.#treesOf(oids);
            const below = [];
            for (const [index, { path }] of level.entries()) {
                const here = trees[index];
                seen += here.size;
                if (seen > maxFiles * FOLDERS_A_FILE + maxFiles)
                    return null;
                for (const entry of treeEntries(here)) {
                    const at = { ...entry, path: `${path}${entry.path}` };
                    if (entry.type === "tree")
                        below.push({ path: `${at.path}/`, oid: entry.oid });
                    else
                        files.push(at);
                }
            }
            if (files.length > maxFiles)
                return null;
            level = below;
        }
        return files;
    }
    async changes(from, to, folder) {
        const [before, after] = await this.#folders(from, to, folder);
        return before === after ? [] : treeChanges(...(await this.#twoTrees(before, after)));
    }
    async modeChanges(from, to, folder) {
        const [before, after] = await this.#folders(from, to, folder);
        return treeModeChanges(...(await this.#twoTrees(before, after)));
    }
    /** Sees to it that folders of commits are in the store that is fetched into: one question for each level of them. */
    async bring(folders) {
        const missing = await this.#objects.missing(folders.map(({ commit }) => commit));
        if (missing.length > 0)
            await this.#fetcher.singleCommits(missing);
        const roots = await Promise.all(folders.map(({ commit }) => this.#rootOf(commit)));
        let level = folders.map(({ folder }, index) => ({
            oid: roots[index],
            below: namesOf(folder),
        }));
        while (level.length > 0) {
            const trees = await this.#treesOf(level.map(({ oid }) => oid));
            level = level.flatMap(({ below: [name, ...below] }, index) => {
                const entry = name === undefined ? null : treeEntry(trees[index], name);
                return entry?.type === "tree" ? [{ oid: entry.oid, below }] : [];
            });
        }
    }
    /**
     * While the server is asked, what is here already can be read; nothing is fetched. The merge base is most often a parent
     * of the head; whether it is, the server's answer will tell.
     */
    readAhead(commits, folder) {
        for (const commit of commits) {
            // Whoever needs it meets the error himself.
            void this.#readHere(commit, namesOf(folder)).catch(() => { });
        }
    }
    async #readHere(commit, names) {
        const object = await this.#objects.read(commit);
        const parents = parentsIn(object).slice(0, 2);
        const [tree] = await Promise.all([
            this.#folderHere(object, names),
            ...parents.map(async (parent) => this.#folderHere(await this.#objects.read(parent), names)),
        ]);
        // Which finds its entries, now that there is time.
        void tree?.places;
    }
    async #folderHere(commit, names) {
        const root = rootIn(commit);
        let tree = root === null ? null : await this.#here(root);
        for (const name of names) {
            const entry = tree === null ? null : treeEntry(tree, name);
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
        if (object?.type === "tree")
            return commit;
        const tree = rootIn(object);
        if (tree === null)
            throw new errors/* PipelineError */.zC("GIT_FAILED", `${commit} is no commit`);
        return tree;
    }
    async #folder(root, names) {
        let tree = root;
        for (const name of names) {
            const entry = treeEntry(await this.#tree(tree), name);
            if (entry?.type !== "tree")
                return null;
            tree = entry.oid;
        }
        return tree;
    }
    async #tree(oid) {
        const [tree] = await this.#treesOf([oid]);
        return tree;
    }
    /** Trees by id; those that are not here are fetched with one question. */
    #treesOf(oids) {
        const wanted = [...new Set(oids)].filter((oid) => !this.#trees.has(oid));
        const arrived = this.#readOrFetch(wanted);
        for (const oid of wanted) {
            const tree = arrived.then((trees) => trees.get(oid) ?? this.#fetched(oid));
            this.#trees.set(oid, tree);
            // Whoever asks again asks anew.
            tree.catch(() => this.#trees.delete(oid));
        }
        return Promise.all(oids.map((oid) => this.#trees.get(oid)));
    }
    /** Those that were here; the others are in the store now. */
    async #readOrFetch(oids) {
        const found = await Promise.all(oids.map((oid) => this.#here(oid)));
        const missing = oids.filter((_, index) => found[index] === null);
        if (missing.length > 0)
            await this.#fetcher.objects(missing);
        return new Map(oids.flatMap((oid, index) => {
            const tree = found[index] ?? null;
            return tree === null ? [] : [[oid, tree]];
        }));
    }
    async #fetched(oid) {
        const tree = treeOf(oid, await this.#objects.read(oid));
        if (tree === null)
            throw notSent(oid);
        return tree;
    }
    /** A tree that can be had without the server; null for any other. */
    #here(oid) {
        const known = this.#trees.get(oid) ?? this.#read.get(oid);
        if (known !== undefined)
            return known;
        const tree = this.#objects.read(oid).then((object) => treeOf(oid, object));
        this.#read.set(oid, tree);
        const forget = () => this.#read.delete(oid);
        void tree.then((found) => found ?? forget(), forget);
        return tree;
    }
    async #twoTrees(before, after) {
        const trees = await this.#treesOf([before, after].filter((oid) => oid !== null));
        return [
            before === null ? EMPTY_TREE : trees[0],
            after === null ? EMPTY_TREE : trees[trees.length - 1],
        ];
    }
    /** The trees of one folder in two commits, read level by level: what both lack is one question, not two. */
    async #folders(from, to, folder) {
        let [before, after] = await Promise.all([
            from === null ? null : this.#rootOf(from),
            this.#rootOf(to),
        ]);
        for (const name of namesOf(folder)) {
            await this.#treesOf([before, after].filter((oid) => oid !== null));
            [before, after] = await Promise.all([
                before === null ? null : this.#folder(before, [name]),
                after === null ? null : this.#folder(after, [name]),
            ]);
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

;// CONCATENATED MODULE: ../src/git/adapters/history.ts


/**
 * All best common ancestors of two commits, or null when the history that is here does not prove them.
 *
 * A cut history can show a common ancestor and hide a better one. What it shows is proven when every commit that only
 * one side has, has its parents here: then all ways from either side lead to the ancestor that was found. Several of
 * them are proven by an uncut history only, because one may lie behind another.
 */
async function provenMergeBases(git, a, b, cut) {
    if (a === b)
        return [a];
    const { ownCommits, boundary } = await symmetricDifference(git, a, b);
    if (ownCommits.some((commit) => cut.has(commit)))
        return null;
    // Every merge base is in the boundary; so are older common commits that a merge brought in.
    if (boundary.length <= 1)
        return boundary;
    const bases = await git.text(["merge-base", "--all", a, b], { answers: [1] });
    const found = bases === "" ? [] : bases.split("\n");
    return found.length === 1 || cut.size === 0 ? found : null;
}
async function symmetricDifference(git, a, b) {
    const output = await git.text(["rev-list", "--boundary", `${a}...${b}`]);
    const lines = output === "" ? [] : output.split("\n");
    return {
        ownCommits: lines.filter((line) => !line.startsWith("-")),
        boundary: lines.filter((line) => line.startsWith("-")).map((line) => line.slice(1)),
    };
}
/** The commits whose parents a shallow repository leaves out. */
function cutCommits(shallowFile) {
    try {
        const text = (0,external_node_fs_.readFileSync)(shallowFile, "utf8");
        return new Set(text.split("\n").filter((line) => line !== ""));
    }
    catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT")
            return new Set();
        throw new errors/* PipelineError */.zC("GIT_FAILED", `${shallowFile} cannot be read`, { cause: error });
    }
}

;// CONCATENATED MODULE: ../src/git/adapters/reader.ts






/** A branch that starts from the tip of its base seldom has more commits than these. */
const NEAR_COMMITS = 16;
/**
 * How much history is fetched to find a merge base: nearly every pull request needs a few commits, and the last step
 * is all there is, commits only.
 */
const DEPTHS = [64, 1_024, 2 ** 31 - 1];
/** Reads the objects of a store; what is missing is fetched into it. */
class GitReader {
    #store;
    #depths;
    #fetcher;
    #objects;
    #folders;
    /** Blobs that were left out of a folder because they are too large, and the least size that they can have. */
    #tooLarge = new Map();
    /** Of two commits they never change. */
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
        const refs = await this.#fetcher.refs(prefixes.map((prefix) => `refs/heads/${prefix}*`));
        const tips = [...refs]
            .filter(([ref]) => prefixes.some((prefix) => ref.startsWith(`refs/heads/${prefix}`)))
            .map(([ref, oid]) => [ref.slice("refs/heads/".length), oid]);
        return new Map(tips);
    }
    async commitOf(name) {
        const [commit] = await this.commitsOf([name]);
        return commit ?? null;
    }
    async commitsOf(names, { withHistory = false, folder } = {}) {
        const depth = withHistory ? (this.#depths[0] ?? 1) : 1;
        const bare = await this.#tips(names.filter((name) => !isFullName(name)));
        const full = names.map((name) => (isFullName(name) ? name : (bare.get(name) ?? null)));
        const oids = await this.#objectsNamed(full, depth, folder);
        return Promise.all(oids.map(async (oid) => (oid === null ? null : this.#peeled(oid))));
    }
    async committerOf(commit) {
        const object = await this.#objects.read(commit);
        const text = object?.content.toString("utf8") ?? "";
        return /^committer (.*) \d+ [+-]\d{4}$/m.exec(text)?.[1] ?? null;
    }
    async firstParents(commit, base, max) {
        const line = [];
        let next = commit;
        while (next !== undefined && next !== base && line.length < max) {
            const object = await this.#objects.read(next);
            if (object === null)
                break;
            const text = object.content.toString("utf8");
            const end = text.indexOf("\n\n");
            const parents = parentsIn(object);
            line.push({ commit: next, parents, message: end === -1 ? "" : text.slice(end + 2) });
            [next] = parents;
        }
        return line;
    }
    async mergeBases(a, b) {
        const here = await this.#mergeBasesHere(a, b);
        if (here !== null)
            return here;
        await this.#deepen([[a, b]]);
        const found = await this.#mergeBasesFetched(a, b);
        if (found !== null)
            return found;
        throw new errors/* PipelineError */.zC("GIT_FAILED", `The merge base of ${a} and ${b} cannot be proven`, {
            hint: "The remote itself holds a shortened history.",
        });
    }
    async bringMergeBases(pairs) {
        await this.#deepen(await unproven(pairs, (a, b) => this.#mergeBasesHere(a, b)));
    }
    async isAncestor(ancestor, descendant) {
        return (await this.mergeBases(ancestor, descendant)).includes(ancestor);
    }
    async committedAt(commit) {
        await this.commitsOf([commit]);
        const object = await this.#objects.read(commit);
        const [, seconds] = /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(object?.content.toString("utf8") ?? "") ?? [];
        if (seconds === undefined) {
            throw new errors/* PipelineError */.zC("GIT_FAILED", `${commit} does not say when it was made`);
        }
        return Number(seconds);
    }
    /** A commit that is not here is nobody's. */
    async areAllBy(author, after, upTo) {
        const seen = new Set([after]);
        const open = [upTo];
        for (let commit = open.pop(); commit !== undefined; commit = open.pop()) {
            if (seen.has(commit))
                continue;
            seen.add(commit);
            const object = await this.#objects.read(commit);
            const by = /^author (.*) \d+ [+-]\d{4}$/m.exec(object?.content.toString("utf8") ?? "");
            if (by?.[1] !== author)
                return false;
            open.push(...parentsIn(object));
        }
        return true;
    }
    async objectAt(commit, path) {
        const entry = await this.#folders.entryAt(commit, path);
        return entry === null ? null : { mode: entry.mode, type: entry.type, oid: entry.oid };
    }
    list(commit, folder) {
        return this.#folders.entries(commit, folder);
    }
    async filesBelow(commit, folder, maxFiles) {
        const tree = await this.#folders.treeAt(commit, folder);
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
        const missing = await this.#objects.missing(trees);
        if (missing.length > 0)
            await this.#fetcher.treesBelow(missing);
    }
    async bringFiles(trees, maxFiles, maxBytes) {
        // One question for all, before each is listed by itself.
        await this.bringTrees(trees);
        const folders = await Promise.all([...new Set(trees)].map(async (tree) => {
            const files = (await this.#folders.filesIn(tree, maxFiles)) ?? [];
            const blobs = files.filter(({ type }) => type === "blob").map(({ oid }) => oid);
            return { tree, blobs: blobs.filter((oid) => !this.#tooLarge.has(oid)) };
        }));
        const missing = new Set(await this.#objects.missing(folders.flatMap(({ blobs }) => blobs)));
        const wanted = folders.filter(({ blobs }) => blobs.some((oid) => missing.has(oid)));
        if (wanted.length === 0)
            return;
        await this.#fetcher.filesBelow(wanted.map(({ tree }) => tree), maxBytes);
        const leftOut = await this.#objects.missing([...missing]);
        for (const oid of leftOut)
            this.#tooLarge.set(oid, maxBytes + 1);
    }
    async blobSizes(oids) {
        const wanted = [...new Set(oids)];
        const missing = await this.#objects.missing(wanted.filter((oid) => !this.#tooLarge.has(oid)));
        if (missing.length > 0)
            await this.#fetcher.objects(missing);
        const sizes = await Promise.all(wanted.map(async (oid) => {
            const size = this.#tooLarge.get(oid) ?? (await this.#objects.describe(oid))?.size;
            if (size === undefined)
                throw notSent(oid);
            return [oid, size];
        }));
        return new Map(sizes);
    }
    async readBlobs(oids, maxBytes) {
        // What was too large for a folder may be small enough here.
        for (const oid of oids) {
            if ((this.#tooLarge.get(oid) ?? Infinity) <= maxBytes)
                this.#tooLarge.delete(oid);
        }
        const sizes = await this.blobSizes(oids);
        for (const [oid, size] of sizes) {
            if (size > maxBytes) {
                throw new errors/* PipelineError */.zC("INPUT_INVALID", `Blob ${oid} has ${size} bytes, more than ${maxBytes}`);
            }
        }
        const blobs = await Promise.all([...sizes.keys()].map(async (oid) => {
            const blob = await this.#objects.read(oid);
            if (blob === null)
                throw notSent(oid);
            return [oid, contentOf(oid, blob, "blob")];
        }));
        return new Map(blobs);
    }
    /** Fetches more and more of the history of all pairs, until their merge bases are proven or there is no more of it. */
    async #deepen(pairs) {
        let open = pairs;
        for (const depth of this.#depths) {
            if (open.length === 0)
                return;
            await this.#fetcher.commits([...new Set(open.flat())], depth);
            open = await unproven(open, (a, b) => this.#mergeBasesFetched(a, b));
        }
    }
    /** What the objects that are here prove; null when they do not. */
    async #mergeBasesHere(a, b) {
        const known = this.#mergeBases.get(`${a} ${b}`);
        if (known !== undefined)
            return known;
        if ((await this.#objects.missing([a, b])).length > 0)
            return null;
        if (await this.#isNearAncestor(a, b))
            return [a];
        const { checkout } = this.#store;
        const found = checkout === null ? null : await mergeBasesIn(checkout, a, b);
        return found ?? this.#mergeBasesFetched(a, b);
    }
    async #mergeBasesFetched(a, b) {
        const known = this.#mergeBases.get(`${a} ${b}`);
        const found = known ?? (await mergeBasesIn(this.#store.fetched, a, b));
        if (found !== null)
            this.#mergeBases.set(`${a} ${b}`, found);
        return found;
    }
    async #objectsNamed(names, depth, folder) {
        const wanted = names.filter((name) => name !== null);
        const ids = wanted.filter(commits/* isObjectId */.T);
        const refs = wanted.filter((name) => !(0,commits/* isObjectId */.T)(name));
        // A checkout most often has the commits by id: then only the refs are asked for, and the sooner the better.
        const unseen = this.#objects.missing(ids);
        const asked = this.#store.checkout === null ? null : this.#tips(refs);
        asked?.catch(() => { });
        const missing = new Set(await unseen);
        if (missing.size === 0) {
            if (folder !== undefined)
                this.#folders.readAhead(ids, folder);
            // What is here already is not fetched for the sake of the refs beside it.
            const tips = await (asked ?? this.#tips(refs));
            const oids = names.map((name) => name === null || (0,commits/* isObjectId */.T)(name) ? name : (tips.get(name) ?? null));
            const unknown = await this.#objects.missing(oids.filter((oid) => oid !== null));
            if (unknown.length > 0)
                await this.#fetcher.commits(unknown, depth);
            return oids;
        }
        const fetched = await this.#fetcher.named(wanted, depth);
        const found = new Map(wanted.map((name, index) => [name, fetched[index] ?? null]));
        return names.map((name) => (name === null ? null : (found.get(name) ?? null)));
    }
    /**
     * Whether a commit is found among the nearest ones that another names as its ancestors: then it is their only merge
     * base, whatever else of the history is here. Looking costs less than starting a process that knows it all.
     */
    async #isNearAncestor(ancestor, descendant) {
        if (ancestor === descendant)
            return true;
        const seen = new Set();
        let generation = [descendant];
        while (generation.length > 0 && seen.size < NEAR_COMMITS) {
            const parents = [];
            for (const commit of generation) {
                seen.add(commit);
                const object = await this.#objects.read(commit);
                parents.push(...parentsIn(object).filter((parent) => !seen.has(parent)));
            }
            if (parents.includes(ancestor))
                return true;
            generation = [...new Set(parents)];
        }
        return false;
    }
    /** What the remote's branches and tags of these names point to now. */
    async #tips(names) {
        if (names.length === 0)
            return new Map();
        const refs = await this.#fetcher.refs(names.flatMap(refsNamed));
        return new Map(names.flatMap((name) => {
            const [oid] = refsNamed(name).flatMap((ref) => refs.get(ref) ?? []);
            return oid === undefined ? [] : [[name, oid]];
        }));
    }
    /** The commit that an object is, or that a tag stands for; null for all else. */
    async #peeled(oid) {
        const object = await this.#objects.read(oid);
        if (object?.type === "commit")
            return oid;
        if (object?.type !== "tag")
            return null;
        const [, target = ""] = /^object ([0-9a-f]{40})\n/.exec(object.content.toString("latin1")) ?? [];
        if ((await this.#objects.missing([target])).length > 0)
            await this.#fetcher.commits([target], 1);
        return this.#peeled(target);
    }
}
/** Those of some pairs that are not answered, one after the other: each may start a process. */
async function unproven(pairs, answer) {
    const open = [];
    for (const pair of pairs)
        if ((await answer(...pair)) === null)
            open.push(pair);
    return open;
}
async function mergeBasesIn({ git, shallowFile }, a, b) {
    try {
        return await provenMergeBases(git, a, b, cutCommits(shallowFile));
    }
    catch (error) {
        // A history with holes proves nothing; a further one may.
        if (error instanceof errors/* PipelineError */.zC && error.code === "GIT_FAILED")
            return null;
        throw error;
    }
}
function isFullName(name) {
    return (0,commits/* isObjectId */.T)(name) || name.startsWith("refs/");
}
/** The refs that a name may stand for, in the order in which they are believed. */
function refsNamed(name) {
    return name.startsWith("refs/") ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`];
}

// EXTERNAL MODULE: ../src/git/adapters/store.ts
var store = __webpack_require__(448);
;// CONCATENATED MODULE: ../src/git/adapters/repository.ts








/** Who signs the commits: the account that GitHub shows as github-actions[bot]. */
const AUTHOR = "github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>";
/** Opens a store of our own next to the remote; objects come into it when a question needs them. */
function openRepository(remote, temporary = tmpdir()) {
    return new GitRepository(storeIn(temporary, remote, ""));
}
/** The same for reading; what the checkout in `workspace` holds is read there and not fetched. */
function openReader(remote, temporary, workspace, depths) {
    return new GitReader(storeIn(temporary, remote, workspace), depths);
}
function storeIn(temporary, remote, workspace) {
    return (0,store/* createStore */.y)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(temporary, "agent-pipeline-git-")), remote, workspace);
}
/** Builds commits of objects, without a work tree, and moves branches with a lease. */
class GitRepository extends GitReader {
    #store;
    constructor(store) {
        super(store);
        this.#store = store;
    }
    async commit(parent, changes, message) {
        // git would ask for them by itself, each with all that hangs on it.
        const folders = new Set(changes.map(({ path }) => path.split("/").slice(0, -1).join("/")));
        await this.bringFolders([...folders].map((folder) => ({ commit: parent, folder })));
        const now = `${Math.floor(Date.now() / 1_000)} +0000`;
        const stream = [
            Buffer.from(`commit refs/agent-pipeline/new\nmark :1\nauthor ${AUTHOR} ${now}\ncommitter ${AUTHOR} ${now}\n`),
            data(Buffer.from(message)),
            Buffer.from(`from ${parent}\n`),
            ...changes.flatMap(({ path, content }) => content === null
                ? [Buffer.from(`D ${quoted(path)}\n`)]
                : [Buffer.from(`M 100644 inline ${quoted(path)}\n`), data(content)]),
            Buffer.from("get-mark :1\ndone\n"),
        ];
        return this.#store.fetching.text(["fast-import", "--quiet", "--done", "--force", "--date-format=raw"], { input: Buffer.concat(stream) });
    }
    async push(branch, commit, expected) {
        return (await this.#move(branch, commit, expected)) ? "pushed" : "rejected";
    }
    areAllOurs(after, upTo) {
        return this.areAllBy(AUTHOR, after, upTo);
    }
    async deleteBranch(branch, expected) {
        return (await this.#move(branch, null, expected)) ? "deleted" : "rejected";
    }
    async #move(branch, to, expected) {
        for (const pause of git_process/* RETRY_MILLISECONDS */.cx) {
            try {
                return await this.#moveOnce(`refs/heads/${branch}`, to, expected);
            }
            catch (error) {
                if (!(error instanceof errors/* PipelineError */.zC) || error.code !== "SERVICE_UNAVAILABLE")
                    throw error;
            }
            await (0,promises_.setTimeout)(pause);
            // The answer was lost, not necessarily the push: the remote knows which.
            const tip = await this.branchTip(branch);
            if (tip === to)
                return true;
            if (tip !== expected)
                return false;
        }
        return this.#moveOnce(`refs/heads/${branch}`, to, expected);
    }
    async #moveOnce(ref, to, expected) {
        const lease = `--force-with-lease=${ref}:${expected ?? ""}`;
        const push = ["push", "--porcelain", lease, "origin", `${to ?? ""}:${ref}`];
        const result = await this.#store.fetching.run(push, { answers: [1] });
        if (result.exitCode === 0)
            return true;
        const report = result.stdout.toString("utf8");
        // A connection that broke ends with the same code, but without a word about the branch.
        if (!/^!/m.test(report))
            throw (0,git_process/* failureOf */.g5)(push, result);
        // A lost race comes as a stale lease, or as a reference that could not be locked on the server.
        if (/\[rejected\]|\(stale info\)|cannot lock ref|failed to update ref/.test(report))
            return false;
        throw new errors/* PipelineError */.zC("PERMISSION_MISSING", `The push was refused: ${`${report} ${result.stderr}`.trim().slice(0, 1_000)}`, { hint: "The job needs `contents: write`, and no rule may forbid it to push this branch." });
    }
}
function data(content) {
    return Buffer.concat([Buffer.from(`data ${content.length}\n`), content, Buffer.from("\n")]);
}
function quoted(path) {
    return `"${path.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}


/***/ }),

/***/ 448:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ createStore)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _checkout_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6293);
/* harmony import */ var _git_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8589);




// Written at once, it is there before a first asynchronous write would be.
function createStore(directory, remote, workspace) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "objects"));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "refs"));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "HEAD"), "ref: refs/heads/none\n");
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
    const checkout = gitDirectoryOf(workspace);
    const borrowing = checkout === null
        ? {}
        : {
            GIT_ALTERNATE_OBJECT_DIRECTORIES: `"${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(checkout, "objects").replace(/[\\"]/g, "\\$&")}"`,
        };
    const history = (folder) => {
        const shallowFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "shallow");
        const environment = { ...borrowing, GIT_SHALLOW_FILE: shallowFile };
        return { git: new _git_process_js__WEBPACK_IMPORTED_MODULE_3__/* .GitProcess */ .WG(directory, { environment }), shallowFile };
    };
    return {
        directory,
        fetching: new _git_process_js__WEBPACK_IMPORTED_MODULE_3__/* .GitProcess */ .WG(directory, {
            credential: credentialOf(remote),
            settings: remoteSettings(remote.url),
        }),
        reading: new _git_process_js__WEBPACK_IMPORTED_MODULE_3__/* .GitProcess */ .WG(directory, { environment: borrowing }),
        fetched: history(directory),
        checkout: checkout === null ? null : history(checkout),
    };
}
function credentialOf({ serverUrl, token }) {
    return token === "" ? null : { serverUrl, token };
}
// The server sends commits only: trees and blobs are asked for by id. It is told of nothing that is here: what a cut
// or filtered history holds cannot be said in a negotiation.
function remoteSettings(url) {
    return [
        ["remote.origin.url", url],
        ["remote.origin.promisor", "true"],
        ["remote.origin.partialCloneFilter", "tree:0"],
        ["fetch.negotiationAlgorithm", "noop"],
    ];
}
/** The folder with the objects of a checkout; null where there is none, or none that can be named to git. */
function gitDirectoryOf(workspace) {
    const folders = (0,_checkout_js__WEBPACK_IMPORTED_MODULE_2__/* .checkoutFolders */ .sK)(workspace);
    if (folders === null || /["\n]/.test(folders.shared))
        return null;
    try {
        const objects = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folders.shared, "objects"));
        const head = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folders.own, "HEAD"), "utf8");
        // 64 digits: a repository whose ids are SHA-256, which no event of GitHub names.
        return objects.isDirectory() && !/^[0-9a-f]{64}/.test(head) ? folders.shared : null;
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 175:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ BrokenObject)
/* harmony export */ });
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4566);

/** An object that is not as git writes it, or of another type than its folder says, or that the remote itself lacks. */
class BrokenObject extends _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PipelineError */ .zC {
    constructor(message, options = {}) {
        super("GIT_FAILED", message, options);
    }
}


/***/ })

};
