export const id = 365;
export const ids = [365];
export const modules = {

/***/ 5365:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  documentsAt: () => (/* binding */ documentsAt),
  explainAsked: () => (/* binding */ explainAsked)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../src/evidence/evidence.ts + 1 modules
var evidence = __webpack_require__(2728);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
// EXTERNAL MODULE: ../src/authoring/next-question.ts
var next_question = __webpack_require__(8709);
// EXTERNAL MODULE: ../src/evidence/reason-meanings.ts
var reason_meanings = __webpack_require__(30);
// EXTERNAL MODULE: ./answer.ts
var answer = __webpack_require__(612);
// EXTERNAL MODULE: ./explain/words.ts
var words = __webpack_require__(5705);
;// CONCATENATED MODULE: ./explain/explain.ts






/** Says of each task why it is proven or not, and what is to be done now. */
function explain(documents, run) {
    const read = documents.map(readDocument);
    const explained = read.flatMap((each) => ("evidence" in each ? [each] : []));
    const unreadable = read.flatMap((each) => ("problem" in each ? [each] : []));
    const isProven = explained.every(({ evidence }) => evidence.verdict === "passed");
    const hasFailed = run !== null && run.conclusion !== null && run.conclusion !== "success";
    const isFine = isProven && unreadable.length === 0 && !hasFailed;
    const isOpen = run !== null && (run.conclusion === null || run.unseen.length > 0);
    return {
        exit: isFine ? (isOpen ? answer/* EXIT */.d.unknown : answer/* EXIT */.d.fine) : answer/* EXIT */.d.faults,
        blocks: (0,words/* explanationBlocks */.S)(explained, unreadable, run),
        data: { run, tasks: explained.map(dataOf), unreadable },
    };
}
function readDocument(document) {
    const { source } = document;
    if ("problem" in document)
        return { source, problem: document.problem };
    try {
        return { source, evidence: (0,evidence/* parseEvidence */.vf)(document.json) };
    }
    catch (error) {
        if (!(error instanceof errors/* PipelineError */.zC))
            throw error;
        return { source, problem: [error.message, error.hint].filter(Boolean).join(" ") };
    }
}
function dataOf({ source, evidence }) {
    const { task, verdict, reasons, head, tests } = evidence;
    return {
        source,
        task,
        verdict,
        head,
        tests,
        reasons: reasons.map((reason) => ({
            ...reason,
            cause: reason_meanings/* REASON_MEANINGS */.k[reason.code].cause,
            advice: reason_meanings/* REASON_MEANINGS */.k[reason.code].advice,
            answerable: next_question/* ANSWERABLE */.jK[reason.code],
        })),
    };
}

// EXTERNAL MODULE: ./adapters/folder.ts
var adapters_folder = __webpack_require__(913);
// EXTERNAL MODULE: ./adapters/github.ts
var github = __webpack_require__(2754);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(8500);
// EXTERNAL MODULE: ../node_modules/@actions/http-client/lib/index.js + 1 modules
var lib = __webpack_require__(8564);
// EXTERNAL MODULE: ../src/github/adapters/api.ts
var adapters_api = __webpack_require__(9936);
;// CONCATENATED MODULE: ../src/evidence/adapters/artifact-content.ts





const DOWNLOAD_LIMITS = {
    bytes: 256 * 1024 * 1024,
    milliseconds: 120_000,
    silentMilliseconds: 20_000,
    pauseMilliseconds: 1_000,
};
const TRIES = 3;
/**
 * Downloads an artifact into memory. The library for artifacts unpacks while it downloads, writes to disk whatever comes,
 * and never ends on an archive that was cut off: hence our own, with a limit for everything.
 */
async function downloadArtifact({ rest }, here, artifact, limits = DOWNLOAD_LIMITS) {
    const { id, name, size, digest } = artifact;
    const tooLarge = { problem: `has more than ${limits.bytes} bytes` };
    if (size > limits.bytes)
        return tooLarge;
    const deadline = performance.now() + limits.milliseconds;
    for (let tries = 1;; tries += 1) {
        try {
            const archive = await contentAt(await locationOf(), limits, deadline);
            if (archive === null)
                return tooLarge;
            if (digest !== undefined && digest !== digestOf(archive)) {
                return { problem: "does not have the digest that GitHub states" };
            }
            return { archive };
        }
        catch (error) {
            const isOver = tries === TRIES || performance.now() > deadline || isRefusal(error);
            if (isOver)
                throw unavailable(`download the artifact ${name}`, error);
            await (0,promises_.setTimeout)(limits.pauseMilliseconds);
        }
    }
    /** GitHub answers with an address of its store, which must not get the token. */
    async function locationOf() {
        const { headers } = await rest.actions.downloadArtifact({
            ...here,
            artifact_id: id,
            archive_format: "zip",
            request: { redirect: "manual" },
        });
        if (headers.location === undefined)
            throw new Error("it named no address");
        return headers.location;
    }
}
/** null when it is larger than what is read. */
async function contentAt(address, limits, deadline) {
    const client = new lib/* HttpClient */.Qq("agent-pipeline", [], {
        socketTimeout: limits.silentMilliseconds,
        keepAlive: false,
    });
    const { message } = await client.get(address);
    const timer = setTimeout(() => message.destroy(new Error(`it took longer than ${limits.milliseconds / 1_000} s`)), Math.max(0, deadline - performance.now()));
    try {
        if (message.statusCode !== 200)
            throw new Error(`the store answered ${message.statusCode}`);
        const chunks = [];
        let size = 0;
        for await (const chunk of message) {
            if (!Buffer.isBuffer(chunk))
                throw new Error("It has no encoding, and so comes as bytes");
            size += chunk.length;
            if (size > limits.bytes)
                return null;
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    }
    finally {
        clearTimeout(timer);
        message.destroy();
    }
}
function digestOf(content) {
    return `sha256:${(0,external_node_crypto_.createHash)("sha256").update(content).digest("hex")}`;
}
/** Another try gets the same answer. */
function isRefusal(error) {
    const status = (0,adapters_api/* statusOf */.c2)(error);
    return status !== null && status >= 400 && status < 500 && status !== 429;
}
function unavailable(what, error) {
    const said = error instanceof Error ? error.message : String(error);
    return new errors/* PipelineError */.zC("SERVICE_UNAVAILABLE", 
    // What follows a question mark opens the store to whoever reads it.
    `GitHub could not ${what}: ${said.replaceAll(/\?\S*/gu, "")}`, {
        hint: "The job needs `actions: read` or `actions: write`. Run it again; nothing was merged or written.",
        cause: error,
    });
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ../src/evidence/adapters/zip.ts

/** What is wrong with an archive, or with one of its files. */
class ZipFault extends Error {
}
/**
 * The named files of a zip archive, in memory and by its directory alone; those that it lacks are left out. Nothing is
 * written anywhere, and no more is unpacked than the limits allow, whatever the archive says of itself.
 */
function filesInZip(archive, wanted, limits) {
    const names = new Set(wanted);
    const entries = entriesOf(archive, limits).filter(({ name }) => names.has(name));
    const files = new Map();
    let left = limits.allBytes;
    for (const entry of entries) {
        if (files.has(entry.name))
            throw new ZipFault(`lists ${entry.name} twice`);
        const content = orFault(() => contentOf(archive, entry, Math.min(limits.fileBytes, left)));
        if (Buffer.isBuffer(content))
            left -= content.length;
        files.set(entry.name, content);
    }
    return files;
}
/** Names of all files that an archive lists. */
function namesInZip(archive, limits) {
    return entriesOf(archive, limits).map(({ name }) => name);
}
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LISTED = 0x02014b50;
const LISTED_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
/** Stands for "too large for this field", which evidence never is. */
const ELSEWHERE = 0xffffffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const CUT_OFF = "ends in the middle";
function entriesOf(archive, limits) {
    const end = endOf(archive);
    const count = archive.readUInt16LE(end + 10);
    if (count > limits.entries)
        throw new ZipFault(`lists more than ${limits.entries} files`);
    const entries = [];
    let at = archive.readUInt32LE(end + 16);
    for (let index = 0; index < count; index += 1) {
        demand(archive, at, LISTED_LENGTH, LISTED);
        const [name, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
        const next = at + LISTED_LENGTH + name + extra + comment;
        if (next > end)
            throw new ZipFault(CUT_OFF);
        entries.push({
            name: archive.toString("utf8", at + LISTED_LENGTH, at + LISTED_LENGTH + name),
            flags: archive.readUInt16LE(at + 8),
            method: archive.readUInt16LE(at + 10),
            crc: archive.readUInt32LE(at + 16),
            packed: archive.readUInt32LE(at + 20),
            size: archive.readUInt32LE(at + 24),
            offset: archive.readUInt32LE(at + 42),
        });
        at = next;
    }
    return entries;
}
/** The directory is found from the end: only there does an archive that was cut off lack it. */
function endOf(archive) {
    const last = archive.length - END_LENGTH;
    for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at -= 1) {
        const comment = last - at;
        if (archive.readUInt32LE(at) === END && archive.readUInt16LE(at + 20) === comment)
            return at;
    }
    throw new ZipFault(CUT_OFF);
}
function contentOf(archive, entry, most) {
    const { flags, method, packed, size, offset, crc } = entry;
    if ((flags & ENCRYPTED) !== 0)
        throw new ZipFault("is encrypted");
    if ([packed, size, offset].includes(ELSEWHERE) || size > most) {
        throw new ZipFault(`has more than ${most} bytes`);
    }
    demand(archive, offset, LOCAL_LENGTH, LOCAL);
    const start = offset + LOCAL_LENGTH + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    if (start + packed > archive.length)
        throw new ZipFault(CUT_OFF);
    const content = unpacked(archive.subarray(start, start + packed), method, size);
    if (content.length !== size || (0,external_node_zlib_.crc32)(content) !== crc) {
        throw new ZipFault("is not what the archive says of it");
    }
    return content;
}
function unpacked(packed, method, size) {
    if (method === STORED)
        return packed;
    if (method !== DEFLATED)
        throw new ZipFault(`is packed by the method ${method}`);
    try {
        // One more than it says: what has more is refused by its length.
        return (0,external_node_zlib_.inflateRawSync)(packed, { maxOutputLength: size + 1 });
    }
    catch (error) {
        throw new ZipFault("cannot be unpacked", { cause: error });
    }
}
function demand(archive, at, length, signature) {
    if (at + length > archive.length)
        throw new ZipFault(CUT_OFF);
    if (archive.readUInt32LE(at) !== signature)
        throw new ZipFault("is no zip archive");
}
function orFault(read) {
    try {
        return read();
    }
    catch (error) {
        if (error instanceof ZipFault)
            return error;
        throw error;
    }
}

// EXTERNAL MODULE: ../src/foundation/json.ts
var json = __webpack_require__(3723);
;// CONCATENATED MODULE: ./adapters/run-evidence.ts






const LIMITS = { entries: 20_000, fileBytes: evidence/* EVIDENCE_MAX_BYTES */.rv, allBytes: 1024 * 1024 * 1024 };
const MOST_ARTIFACTS = 300;
const MOST_JOBS = 20;
const HINT = "The token needs to read the actions of the repository (classic: `repo`; fine-grained: Actions, read).";
const HINT_LATER = "Try again later; or download the artifact and name the zip file.";
/** What a run left behind: its evidence, its failed jobs, and what the gate posted on the heads. */
async function runOnGitHub(here, runId, access) {
    try {
        return await runRead(here, runId, access);
    }
    catch (error) {
        if (!(error instanceof errors/* PipelineError */.zC) || error.code !== "SERVICE_UNAVAILABLE")
            throw error;
        // What an action is told, to run its job again, is no advice for who asks about one.
        throw new errors/* PipelineError */.zC(error.code, error.message, { hint: HINT_LATER, cause: error });
    }
}
async function runRead(here, runId, { token, apiUrl }) {
    const api = (0,adapters_api/* githubApi */.Mc)(token, apiUrl);
    const { data: run } = await (0,adapters_api/* ask */.kA)(`read the run ${runId}`, () => api.rest.actions.getWorkflowRun({ ...here, run_id: runId }), HINT);
    const documents = await evidenceOf(api, here, runId);
    const unseen = [];
    const see = (what, read, otherwise) => read().catch((error) => {
        if (!isHidden(error))
            throw error;
        unseen.push(`${what} (${error.message})`);
        return otherwise;
    });
    return {
        documents,
        run: {
            url: run.html_url,
            conclusion: run.conclusion,
            failedJobs: await see("its jobs", () => failedJobs(api, here, runId, see), []),
            gate: await see("what the gate posted", () => gateOn(api, here, headsIn(documents)), []),
            unseen,
        },
    };
}
/** What a token may not see GitHub answers with 401, 403 or 404. */
function isHidden(error) {
    if (!(error instanceof errors/* PipelineError */.zC))
        return false;
    return error.code === "PERMISSION_MISSING" || error.code === "INPUT_INVALID";
}
/** The newest artifact of each name: a run that was started again leaves one of each attempt. */
async function evidenceOf(api, here, runId) {
    const artifacts = await (0,adapters_api/* ask */.kA)("list the artifacts of the run", () => api.paginate(api.rest.actions.listWorkflowRunArtifacts, {
        ...here,
        run_id: runId,
        per_page: 100,
    }), HINT);
    const newest = new Map();
    for (const artifact of artifacts.toSorted((a, b) => a.id - b.id)) {
        if (/^evidence-[a-z0-9_-]+$/.test(artifact.name))
            newest.set(artifact.name, artifact);
    }
    const documents = [];
    for (const artifact of [...newest.values()].slice(0, MOST_ARTIFACTS)) {
        const { id, name, size_in_bytes: size, expired, digest } = artifact;
        if (expired) {
            documents.push({ source: name, problem: "is gone: GitHub has deleted it after its time" });
            continue;
        }
        const stored = { id, name, size, ...(typeof digest === "string" && { digest }) };
        const content = await downloadArtifact(api, here, stored);
        documents.push(...("archive" in content
            ? documentsIn(content.archive, name)
            : [{ source: name, problem: content.problem }]));
    }
    return documents;
}
/** All evidence in an archive, as GitHub hands it out for download. */
function documentsIn(archive, name) {
    try {
        const paths = namesInZip(archive, LIMITS).filter((path) => /(?:^|\/)evidence\.json$/.test(path));
        const files = filesInZip(archive, paths, LIMITS);
        return [...files].map(([path, file]) => {
            const source = `${name}/${path}`;
            return Buffer.isBuffer(file)
                ? { source, json: file.toString("utf8") }
                : { source, problem: file.message };
        });
    }
    catch (error) {
        if (!(error instanceof ZipFault))
            throw error;
        return [{ source: name, problem: error.message }];
    }
}
async function failedJobs(api, here, runId, see) {
    const jobs = await (0,adapters_api/* ask */.kA)("list the jobs of the run", () => api.paginate(api.rest.actions.listJobsForWorkflowRun, {
        ...here,
        run_id: runId,
        per_page: 100,
    }));
    const failed = jobs.filter(({ conclusion }) => conclusion === "failure").slice(0, MOST_JOBS);
    return Promise.all(failed.map(async ({ id, name, html_url: url }) => ({
        name,
        url: url ?? "",
        said: await see(`what the job ${name} said`, () => annotationsOf(api, here, id), []),
    })));
}
/** They need a permission of their own (fine-grained: Checks, read), which not every token has. */
async function annotationsOf(api, here, job) {
    const all = await (0,adapters_api/* ask */.kA)("read the annotations of the job", () => api.paginate(api.rest.checks.listAnnotations, { ...here, check_run_id: job, per_page: 100 }));
    return all
        .filter(({ annotation_level: level }) => level === "failure")
        .map(({ title, message }) => [title, message].filter(Boolean).join(": "));
}
function headsIn(documents) {
    const heads = documents.flatMap((document) => {
        const value = "json" in document ? (0,json/* jsonIn */.Yf)(document.json) : null;
        const head = typeof value === "object" && value !== null && "head" in value ? value.head : undefined;
        return typeof head === "string" && /^[0-9a-f]{40}$/.test(head) ? [head] : [];
    });
    return [...new Set(heads)].slice(0, MOST_JOBS);
}
async function gateOn(api, here, heads) {
    const found = await Promise.all(heads.map(async (head) => {
        const { data } = await (0,adapters_api/* ask */.kA)("read the statuses of the head", () => api.rest.repos.getCombinedStatusForRef({ ...here, ref: head }));
        const status = data.statuses.find(({ context }) => context === "agent-pipeline/gate");
        return status === undefined
            ? []
            : [{ head, state: status.state, says: status.description ?? "" }];
    }));
    return found.flat();
}

;// CONCATENATED MODULE: ./adapters/explain.ts








const MOST_BYTES = 256 * 1024 * 1024;
/** Explains what lies on this machine, or a run on GitHub by its number or address. */
async function explainAsked(asked) {
    const [what = ""] = asked.words;
    const stat = (0,external_node_fs_.statSync)(what, { throwIfNoEntry: false });
    if (stat !== undefined)
        return explain(documentsAt(what), null);
    const run = /^(\d{1,16})$|\/([\w.-]+\/[\w.-]+)\/actions\/runs\/(\d{1,16})(?:[/?#]|$)/.exec(what);
    if (run === null) {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", `There is no file ${what}, and it is no run`, {
            hint: "Name an evidence.json, a folder or a zip file with some, or a run by its number or address.",
        });
    }
    const [, number, repository, linked] = run;
    const meant = repository === undefined
        ? asked
        : {
            ...asked,
            text: (name) => asked.text(name) ?? (name === "repository" ? repository : null),
        };
    const place = (0,github/* placeOf */.$t)(meant, (0,adapters_folder/* repositoryAround */.WU)(asked.directory));
    const token = await (0,github/* tokenFor */.fn)(asked, place, process.env);
    if (token === "") {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", "GitHub hands artifacts out to a token only", {
            hint: "Say where to take it from: --token-from gh, or --token-from env (GH_TOKEN). Or download the artifact and name the zip file.",
        });
    }
    const found = await runOnGitHub(place.name, Number(number ?? linked), { ...place, token });
    return explain(found.documents, found.run);
}
/** The evidence at a path, a folder, a file or an archive. */
function documentsAt(path) {
    const stat = (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false });
    if (stat?.isDirectory() === true)
        return inFolder(path);
    if (stat?.isFile() === true)
        return inFile(path);
    throw new errors/* PipelineError */.zC("INPUT_INVALID", `There is no file or folder ${path}`);
}
function inFile(path) {
    if ((0,external_node_fs_.statSync)(path).size > MOST_BYTES) {
        return [{ source: path, problem: `has more than ${MOST_BYTES} bytes` }];
    }
    const content = (0,external_node_fs_.readFileSync)(path);
    if (content.subarray(0, 2).toString("latin1") === "PK")
        return documentsIn(content, path);
    if (content.length > evidence/* EVIDENCE_MAX_BYTES */.rv) {
        return [{ source: path, problem: `has more than ${evidence/* EVIDENCE_MAX_BYTES */.rv} bytes` }];
    }
    return [{ source: path, json: content.toString("utf8") }];
}
function inFolder(folder) {
    const files = (0,adapters_folder/* filesBelow */.DR)(folder, "")
        .filter((path) => /(?:^|\/)(?:evidence\.json|evidence-[^/]*\.zip)$/.test(path))
        .map((path) => (0,external_node_path_.join)(folder, path));
    if (files.length > 0)
        return files.flatMap(inFile);
    throw new errors/* PipelineError */.zC("INPUT_INVALID", `${folder} holds no evidence.json`, {
        hint: "verify leaves one for each task in the artifact evidence-<task> of its run.",
    });
}


/***/ }),

/***/ 2754:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   dj: () => (/* binding */ TOKEN_SOURCES),
/* harmony export */   fn: () => (/* binding */ tokenFor)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _src_foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6662);
/* harmony import */ var _src_foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4566);
/* harmony import */ var _src_git_adapters_checkout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6293);
/* harmony import */ var _folder_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(913);





/** The repository that is asked about: the one that was named, else that of the remote `origin`. */
function placeOf(asked, root) {
    const named = asked.text("repository");
    const remote = named === null ? remoteIn(root) : { host: "github.com", path: named };
    if (remote === null) {
        throw new _src_foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PipelineError */ .zC("INPUT_INVALID", "Which repository on GitHub is meant cannot be told", {
            hint: "The remote `origin` names none. Say it: --repository owner/name",
        });
    }
    const [, owner = "", repo = ""] = /^([\w.-]+)\/([\w.-]+)$/.exec(remote.path) ?? [];
    if (owner === "" || repo === "") {
        throw new _src_foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PipelineError */ .zC("INPUT_INVALID", `"${remote.path}" is no repository of GitHub`, {
            hint: "Say it: --repository owner/name",
        });
    }
    const apiUrl = asked.text("apiUrl");
    if (apiUrl !== null && URL.parse(apiUrl)?.protocol.startsWith("http") !== true) {
        throw new _src_foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PipelineError */ .zC("INPUT_INVALID", "--api-url must be an http(s) URL");
    }
    return {
        name: { owner, repo },
        host: remote.host,
        apiUrl: (apiUrl ?? apiOf(remote.host)).replace(/\/+$/, ""),
        isNamed: apiUrl !== null,
    };
}
function apiOf(host) {
    if (host === "github.com")
        return "https://api.github.com";
    if (/^[a-z0-9-]+\.ghe\.com$/.test(host))
        return `https://api.${host}`;
    throw new _src_foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PipelineError */ .zC("INPUT_INVALID", `Where the API of ${host} is, is not known`, {
        hint: "Say it: --api-url https://HOST/api/v3 for a server of your own. What a remote names by itself is sent no token.",
    });
}
/** Read, not asked of git: git starts programs that the configuration of a repository names. */
function remoteIn(root) {
    const folders = (0,_src_git_adapters_checkout_js__WEBPACK_IMPORTED_MODULE_3__/* .checkoutFolders */ .sK)(root);
    const config = folders === null ? null : (0,_folder_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folders.shared, "config"));
    const section = /^\[remote "origin"\]\s*$([^[]*)/m.exec(config ?? "")?.[1] ?? "";
    const url = /^\s*url\s*=\s*(\S+)\s*$/m.exec(section)?.[1] ?? "";
    const parts = /^(?:https?:\/\/(?:[^@/]+@)?|ssh:\/\/(?:[^@/]+@)?|[^@/:]+@)([\w.-]+)(?::\d+)?[/:](.+?)(?:\.git)?\/?$/.exec(url);
    return parts === null ? null : { host: parts[1].toLowerCase(), path: parts[2] };
}
const TOKEN_SOURCES = ["env", "gh"];
/**
 * The token that somebody allows to be used, empty where nobody did. It goes to the API of GitHub, or to the one that was named
 * on the command line, and nowhere else.
 */
async function tokenFor(asked, place, environment) {
    switch (asked.text("tokenFrom")) {
        case "env": {
            if (!place.isNamed && place.host !== "github.com") {
                throw new _src_foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PipelineError */ .zC("INPUT_INVALID", `A token of the environment is not sent to ${place.host} unasked`, {
                    hint: "Name the API that it is for: --api-url URL; or take that of gh: --token-from gh",
                });
            }
            const token = environment["GH_TOKEN"] || environment["GITHUB_TOKEN"] || "";
            if (token !== "")
                return token;
            throw new _src_foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PipelineError */ .zC("INPUT_INVALID", "Neither GH_TOKEN nor GITHUB_TOKEN holds a token", {
                hint: "Set one of them, or take that of gh: --token-from gh",
            });
        }
        case "gh":
            return tokenOfGh(place.host, environment);
        case null:
        default:
            return "";
    }
}
/** Where its settings are, and what it needs to ask the keyring of the system for the token. */
const NEEDED_BY_GH = [
    "PATH",
    "HOME",
    "GH_CONFIG_DIR",
    "XDG_CONFIG_HOME",
    "XDG_RUNTIME_DIR",
    "DBUS_SESSION_BUS_ADDRESS",
    "APPDATA",
    "LOCALAPPDATA",
    "USERPROFILE",
    "SYSTEMROOT",
];
async function tokenOfGh(host, environment) {
    const passed = Object.fromEntries(NEEDED_BY_GH.map((name) => [name, environment[name]]));
    const result = await (0,_src_foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_1__/* .runProgram */ .m)("gh", ["auth", "token", "--hostname", host], {
        environment: passed,
        seconds: 30,
    }).catch(() => null);
    const token = result?.exitCode === 0 ? result.stdout.toString("utf8").trim() : "";
    if (token !== "")
        return token;
    throw new _src_foundation_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .PipelineError */ .zC("INPUT_INVALID", `gh has no token for ${host}`, {
        hint: result === null
            ? "Install it from https://cli.github.com, or set GH_TOKEN and say --token-from env"
            : `Log in first: gh auth login --hostname ${host}`,
    });
}


/***/ }),

/***/ 5705:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ explanationBlocks)
/* harmony export */ });
/* harmony import */ var _src_authoring_next_question_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8709);
/* harmony import */ var _src_evidence_reason_meanings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30);
/* harmony import */ var _src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2363);
/* harmony import */ var _src_telling_reason_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1817);
/* harmony import */ var _src_telling_verdict_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8144);





/** Each task with what was found, what it means and what to do; of a run first what GitHub says of it. */
function explanationBlocks(explained, unreadable, run, isOfHere = false) {
    return [
        ...(run === null ? [] : runBlocks(run, explained.length + unreadable.length > 0)),
        ...explained.flatMap((each) => [
            { kind: "folds", folds: [foldOf(each)] },
            (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)([]),
        ]),
        ...(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(unreadable.map(({ source, problem }) => (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `✘ ${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(source)}: ${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .untrusted */ .bp)(problem, 1_000)}`)),
        ...(explained.length > 0
            ? [(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)(isOfHere ? hereLine(explained) : nextLine(explained))]
            : []),
    ];
}
/** Messages of one reason; there may be one for each test. */
const LISTED = 10;
const ADVICE_LIMIT = 1_000;
function foldOf({ evidence }) {
    const { verdict, reasons } = evidence;
    const sign = verdict === "passed" ? (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `✔` : (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `✘`;
    const byCode = Map.groupBy(reasons, (reason) => reason.code);
    return {
        title: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `${sign} ${(0,_src_telling_verdict_words_js__WEBPACK_IMPORTED_MODULE_4__/* .verdictLine */ .MT)(evidence)}`,
        blocks: [
            ...[...byCode].map(([name, own]) => ({
                kind: "folds",
                folds: [
                    {
                        title: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(name)}: ${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .untrusted */ .bp)(_src_evidence_reason_meanings_js__WEBPACK_IMPORTED_MODULE_1__/* .REASON_MEANINGS */ .k[name].cause, ADVICE_LIMIT)}`,
                        blocks: [
                            ...(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(own.map((reason) => foundLine(reason, evidence)), LISTED, (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `of these`),
                            (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)((0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `What now: ${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .untrusted */ .bp)(_src_evidence_reason_meanings_js__WEBPACK_IMPORTED_MODULE_1__/* .REASON_MEANINGS */ .k[name].advice, ADVICE_LIMIT)}`),
                            (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)((0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `Whom generate asks, if it makes another attempt: ${WHO[_src_authoring_next_question_js__WEBPACK_IMPORTED_MODULE_0__/* .ANSWERABLE */ .jK[name]]}`),
                        ],
                    },
                ],
            })),
            ...(0,_src_telling_verdict_words_js__WEBPACK_IMPORTED_MODULE_4__/* .checksOf */ .tg)(evidence),
        ],
    };
}
const WHO = {
    design: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `the author of the design, once`,
    author: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `the author of the file that is named`,
    example: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `the author of the code`,
    "more tests": (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `the author of the tests, for more of them`,
    "other tests": (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `the author of the tests, for others`,
    chance: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `the author of the code where an example is flaky, otherwise the tests are made anew`,
    run: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `the author of the code where an example alone shows it; otherwise others are asked first`,
    unknown: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `others first, who know neither code nor tests: one of the two is wrong`,
    person: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `nobody; a person decides`,
    nobody: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `nobody; it is verified again`,
};
function foundLine(reason, evidence) {
    const { file, line } = reason;
    const place = file === undefined ? [] : (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(line === undefined ? file : `${file}:${line}`)} `;
    const beside = (0,_src_telling_verdict_words_js__WEBPACK_IMPORTED_MODULE_4__/* .besideMessage */ .I2)(reason, evidence).flatMap((each) => (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) ` · ${each}`);
    return (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `- ${place}${(0,_src_telling_reason_words_js__WEBPACK_IMPORTED_MODULE_3__/* .messageOf */ .bD)(reason)}${beside}`;
}
/** Of what was verified on this machine. */
function hereLine(explained) {
    return explained.every(({ evidence }) => evidence.verdict === "passed")
        ? (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `All is proven, as a run on GitHub would find it. What merges is the evidence of such a run.`
        : (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `A run on GitHub would refuse it for the same reasons.`;
}
/** Reasons after which the gate starts nothing by itself. */
const isForPerson = ({ code: name }) => _src_authoring_next_question_js__WEBPACK_IMPORTED_MODULE_0__/* .ANSWERABLE */ .jK[name] === "person";
function nextLine(explained) {
    const open = explained.filter(({ evidence }) => evidence.verdict !== "passed");
    if (open.length === 0) {
        return (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `All is proven. merge-gate merges it, unless something else of the pull request is missing: its status ${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("agent-pipeline/gate")} says what.`;
    }
    const reasons = open.flatMap(({ evidence }) => evidence.reasons);
    if (reasons.some(isForPerson)) {
        return (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `Nothing goes on by itself: a person has to decide what stands above.`;
    }
    return (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `Nothing that is not proven is merged. merge-gate starts another attempt by itself while attempts and money are left; a change of the story, or a commit of yours in the task folder, is looked at anew.`;
}
function runBlocks({ url, conclusion, failedJobs, gate, unseen }, hasEvidence) {
    const state = conclusion === null ? (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `has not ended yet` : (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `ended with ${conclusion}`;
    return [
        (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)((0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `Run ${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(url)} ${state}.`),
        ...gate.map(({ head, state: posted, says }) => (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)((0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)("agent-pipeline/gate")} on ${head.slice(0, 7)}: ${posted}, ${says}`)),
        ...failedJobs.map(({ name, url: job, said }) => ({
            kind: "folds",
            folds: [
                {
                    title: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `✘ the job ${name} failed: ${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(job)}`,
                    blocks: (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(said.map((each) => (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `- ${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .untrusted */ .bp)(each, 1_000)}`), LISTED),
                },
            ],
        })),
        ...unseen.map((what) => (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)((0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `? unknown: this token may not see ${(0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .untrusted */ .bp)(what, 1_000)}`)),
        ...(hasEvidence
            ? []
            : [
                (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)((0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .say */ .cv) `It left no evidence: either it verified nothing, or its artifacts are gone (GitHub keeps them 90 days at most). The log of its jobs says more.`),
            ]),
        (0,_src_telling_blocks_js__WEBPACK_IMPORTED_MODULE_2__/* .paragraph */ .FY)([]),
    ];
}


/***/ }),

/***/ 30:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ REASON_MEANINGS)
/* harmony export */ });
/** What each reason means and what to do about it. `docs/verdicts.md` is made from this list. */
const REASON_MEANINGS = {
    no_task_folder: {
        verdict: "unproven",
        cause: "The candidate holds no folder `generated/<task>/`.",
        advice: "Check the task id; if the folder was deleted on purpose, nothing is to be verified.",
    },
    no_code: {
        verdict: "failed",
        cause: "There is no Python code below `src/`.",
        advice: "Put the code into `src/`, at the paths that the design names.",
    },
    no_tests: {
        verdict: "failed",
        cause: "There is no test below `tests/`, or pytest collects none.",
        advice: "Write tests in `tests/test_story.py`, as functions named `test_…` or methods of classes named `Test…`.",
    },
    policy_violation: {
        verdict: "failed",
        cause: "A file changes how Python or pytest start, is no plain file, too large or broken, or shows itself as other text; a test has a form that hides what it does; the code runs text from a file, or its own tests, or does what the story forbids; or the design does not keep to the story.",
        advice: "Remove or rewrite what the message names. Nothing of the task was run.",
    },
    syntax_error: {
        verdict: "failed",
        cause: "A Python file does not parse.",
        advice: "Mend the line that the message names. Nothing of the task was run.",
    },
    collection_error: {
        verdict: "failed",
        cause: "pytest cannot import a test file: most often the tests import a module or a name that the code does not have.",
        advice: "Let tests import exactly what the design states, and code define it.",
    },
    dependency_refused: {
        verdict: "failed",
        cause: "The task asks for a package that the repository does not allow.",
        advice: "Use the standard library, or add the package to the allowed dependencies of `.github/agent-pipeline.yml` on the base branch.",
    },
    dependency_failed: {
        verdict: "unproven",
        cause: "The environment for the tests could not be made.",
        advice: "Read what pip or Python says; the package index may be down, or have no wheel.",
    },
    example_failed: {
        verdict: "failed",
        cause: "The code gives another answer to an example of the story than the story does.",
        advice: "Mend the code; or the story, if the example itself is wrong.",
    },
    test_failed: {
        verdict: "failed",
        cause: "A test failed.",
        advice: "Mend the code; or the test, if it says something else than the story.",
    },
    test_error: {
        verdict: "failed",
        cause: "A fixture, or the setup or teardown of a test, failed.",
        advice: "Mend the fixture that the message names.",
    },
    test_skipped: {
        verdict: "unproven",
        cause: "A test was skipped, or is marked as expected to fail.",
        advice: "Remove the mark or the condition; a test that does not run shows nothing.",
    },
    missing_tests: {
        verdict: "unproven",
        cause: "A test that is written, or that was collected, was not run.",
        advice: "Look for what leaves tests out or ends the run early: `pytest.exit`, `__test__`, a name defined again.",
    },
    unexpected_tests: {
        verdict: "unproven",
        cause: "A test was reported that is not written in the test files.",
        advice: "Write every test as a function or method; do not make tests while the file is imported.",
    },
    duplicate_test: {
        verdict: "unproven",
        cause: "Two tests have one name, so that one of them is never run; or a test was reported twice.",
        advice: "Give each test a name of its own.",
    },
    report_missing: {
        verdict: "unproven",
        cause: "Python ended before every test was reported: a crash, or a call that ends the process.",
        advice: "Look for `os._exit`, for a crash in a C extension, and at the last test that the message names.",
    },
    report_invalid: {
        verdict: "unproven",
        cause: "The report of the run is not one that pytest makes.",
        advice: "Tests must not touch pytest's own objects, nor write to descriptors that they did not open.",
    },
    exit_mismatch: {
        verdict: "unproven",
        cause: "The exit code of the run does not fit its report.",
        advice: "Look for what changes the exit code: `atexit`, `os._exit`, pytest's session object.",
    },
    canary_survived: {
        verdict: "unproven",
        cause: "A test that must fail, added by verify, did not fail.",
        advice: "Something in the tests makes failures pass. Remove it; no green result of this suite means anything.",
    },
    stub_survived: {
        verdict: "unproven",
        cause: "A function or class can be replaced by one that does nothing, and no test fails; or there was no time to try.",
        advice: "Write a test that compares what it returns with a value that stands in the test; or raise `stub-seconds`.",
    },
    mutation_score_low: {
        verdict: "unproven",
        cause: "Too many small changes to the code are noticed by no test.",
        advice: "Write tests for the lines that the evidence lists as survivors, first for those that no test reaches.",
    },
    criterion_untested: {
        verdict: "unproven",
        cause: "A criterion of the design has no passing test that carries its mark.",
        advice: 'Mark the test that shows it with `@pytest.mark.criterion("AC-…")`.',
    },
    story_uncovered: {
        verdict: "unproven",
        cause: "A line of the story is the source of no criterion, and does not stand in `notTestable` for a reason that fits it.",
        advice: "Add a criterion that quotes the line word for word, and a test that shows it; or write the story without it.",
    },
    example_only: {
        verdict: "unproven",
        cause: "A function is called by the tests with the story's own examples and hardly anything else, so that a table of them would pass.",
        advice: "Call it with at least three inputs that stand nowhere in the story, each compared with a value that stands in the test.",
    },
    test_overruled: {
        verdict: "unproven",
        cause: "A test contradicted its story in two independent derivations, and was taken away.",
        advice: "Read the test and both answers in `meta/manifest.json`: a person decides whether it was wrong.",
    },
    story_unclear: {
        verdict: "unproven",
        cause: "The story leaves open what has to come of an input; `meta/manifest.json` holds the question.",
        advice: "Answer it by a line in the story; the next run starts from there.",
    },
    example_missing: {
        verdict: "unproven",
        cause: "A value of one of the story's own examples, or a text that it quotes or an exception that it names elsewhere, reaches no assertion in the tests of its criterion.",
        advice: "Give the code the story's input, and compare what it returns for equality with the story's output, both word for word. Of a quoted text or an exception, write a test that fails without it.",
    },
    partial_selection: {
        verdict: "unproven",
        cause: "Only some of the tests were run, because `max-tests` asked for it. They passed.",
        advice: "Run again without `max-tests` before a merge.",
    },
    flaky: {
        verdict: "unproven",
        cause: "The same tests on the same code passed once and failed once: in another order, with another hash seed, or with the code in another layout.",
        advice: "Look for time, randomness, order of tests, order of sets and state that tests share; and for tests that read the code as text.",
    },
    timeout: {
        verdict: "failed",
        cause: "The time of a run was over.",
        advice: "Look for an endless loop in the test that the message names; or raise `timeout-seconds`.",
    },
    resource_limit: {
        verdict: "failed",
        cause: "The run used more memory, processor time, processes, disk or output than it may.",
        advice: "Make the test smaller; or raise `task-seconds` where the message names it.",
    },
    isolation_unavailable: {
        verdict: "unproven",
        cause: "The machine offers no way to isolate the tests.",
        advice: "Run on a hosted Ubuntu runner (verify uses `sudo` there), as root, or where the kernel lets users make namespaces.",
    },
    conflict: {
        verdict: "unproven",
        cause: "Head and base both changed the task, or a file that it depends on, in different ways.",
        advice: "Merge the target branch into this one and resolve it there.",
    },
    internal_error: {
        verdict: "unproven",
        cause: "verify itself failed.",
        advice: "Run again; if it happens again, please report it with the message.",
    },
};


/***/ }),

/***/ 8053:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VI: () => (/* binding */ noticedMutants),
/* harmony export */   bN: () => (/* binding */ testedCriteria),
/* harmony export */   kF: () => (/* binding */ noticedStubs),
/* harmony export */   mz: () => (/* binding */ rightExamples),
/* harmony export */   z8: () => (/* binding */ coveredItems)
/* harmony export */ });
/** Functions and classes whose stubs the tests noticed: of several ways to replace one, one is enough if none survived. */
function noticedStubs(stubs) {
    const names = [...Map.groupBy(stubs, ({ file, name }) => `${file} ${name}`).values()];
    return { some: names.filter(isNoticed).length, all: names.length };
}
function isNoticed(kinds) {
    const outcomes = kinds.map(({ outcome }) => outcome);
    return outcomes.includes("killed") && !outcomes.includes("survived");
}
/** Mutants that the tests noticed, of those that were not set aside. */
function noticedMutants(mutants) {
    const tried = mutants.filter(({ outcome }) => outcome !== "set_aside");
    return { some: tried.filter(({ outcome }) => outcome === "killed").length, all: tried.length };
}
/** Criteria with a test that passed. */
function testedCriteria(criteria) {
    const all = Object.values(criteria);
    return { some: all.filter(({ tests }) => tests.length > 0).length, all: all.length };
}
/** Lines of the story that the design covers. */
function coveredItems(items) {
    return { some: items.filter(({ state }) => state !== "uncovered").length, all: items.length };
}
/** Examples that were executed and gave what the story says. */
function rightExamples(criteria) {
    const all = Object.values(criteria).flatMap(({ example }) => example === null ? [] : [example]);
    const right = all.filter(({ state, got }) => state === "executed" && got === null);
    return { some: right.length, all: all.length };
}


/***/ }),

/***/ 9936:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ saidIn),
/* harmony export */   Jz: () => (/* binding */ isRateLimited),
/* harmony export */   Mc: () => (/* binding */ githubApi),
/* harmony export */   Ni: () => (/* binding */ isUnanswered),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   kA: () => (/* binding */ ask)
/* harmony export */ });
/* unused harmony export isNetworkFault */
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1075);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4566);


/** `url` is that of the REST API, such as `https://api.github.com`. */
function githubApi(token, url, options = {}) {
    if (token === "") {
        throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("INPUT_INVALID", 'Invalid input: "github-token" is empty', {
            hint: "Leave it out to use the token of the job.",
        });
    }
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, { ...options, baseUrl: url });
    // A page of a proxy, or of GitHub's own front, comes with a status that says all is well.
    octokit.hook.after("request", ({ status, data, headers }, { method, url: asked }) => {
        const isEmpty = data === null || data === undefined || data === "";
        // 204 and its like have no answer.
        if (status !== 200 && status !== 201)
            return;
        if (!isEmpty && typeof data !== "string")
            return;
        const what = isEmpty ? "nothing" : (headers["content-type"] ?? "text");
        throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("SERVICE_UNAVAILABLE", `GitHub answered ${method} ${asked} with ${what} in the place of JSON`, { hint: "Run the job again; it takes up where this one stopped." });
    });
    return octokit;
}
/** The HTTP status of a refused request, or null for everything else. */
function statusOf(error) {
    return error instanceof Error && "status" in error && typeof error.status === "number"
        ? error.status
        : null;
}
/** Whether nobody answered: GitHub's client calls that a 500 as well, but has no answer to show for it. */
function isUnanswered(error) {
    return statusOf(error) === 500 && isObject(error) && !isObject(error["response"]);
}
/** GitHub's own sentence, to which its client adds an address; null where the answer has none. */
function saidIn(error) {
    const response = isObject(error) ? error["response"] : null;
    const data = isObject(response) ? response["data"] : null;
    const message = isObject(data) ? data["message"] : null;
    return typeof message === "string" ? message : null;
}
/** Calls GitHub, and says in our words what went wrong. */
async function ask(what, call, hint) {
    try {
        return await call();
    }
    catch (error) {
        throw translated(what, error, hint);
    }
}
function translated(what, error, hint) {
    const status = statusOf(error);
    const said = error instanceof Error ? error.message : String(error);
    if (isRateLimit(status, said, error)) {
        return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("SERVICE_UNAVAILABLE", `GitHub's rate limit did not let this token ${what}: ${said}`, {
            hint: "Run the job again later; it takes up where this one stopped.",
            cause: error,
        });
    }
    if (status === 401 || status === 403) {
        return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("PERMISSION_MISSING", `GitHub does not let this token ${what}: ${said}`, {
            hint: hint ?? "Give the job the permissions that the action's page lists.",
            cause: error,
        });
    }
    if (status === 404 || status === 422) {
        return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("INPUT_INVALID", `GitHub refused to ${what}: ${said}`, {
            cause: error,
        });
    }
    if (status !== null || isNetworkFault(error)) {
        const answer = status === null || isUnanswered(error) ? "no answer" : `HTTP ${status}`;
        return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("SERVICE_UNAVAILABLE", `GitHub could not ${what} (${answer}): ${said}`, {
            hint: "Run the job again; it takes up where this one stopped.",
            cause: error,
        });
    }
    return error;
}
/** Whether GitHub has refused because too much was asked, and not because of what was asked. */
function isRateLimited(error) {
    const said = error instanceof Error ? error.message : String(error);
    return isRateLimit(statusOf(error), said, error);
}
/** GitHub answers a rate limit with 429, or with the 403 that otherwise means a missing permission. */
function isRateLimit(status, said, error) {
    if (status !== 403 && status !== 429)
        return false;
    const { "retry-after": retryAfter, "x-ratelimit-remaining": remaining } = headersOf(error);
    return /rate limit/i.test(said) || retryAfter !== undefined || String(remaining) === "0";
}
function headersOf(error) {
    const response = isObject(error) ? error["response"] : null;
    const headers = isObject(response) ? response["headers"] : null;
    return isObject(headers) ? headers : {};
}
function isObject(value) {
    return typeof value === "object" && value !== null;
}
function isNetworkFault(error) {
    return (error instanceof Error && /fetch failed|ECONN|ENOTFOUND|ETIMEDOUT|socket/i.test(error.message));
}


/***/ }),

/***/ 4233:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b6: () => (/* binding */ aligned),
/* harmony export */   h0: () => (/* binding */ plainLine),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5051);

/** The blocks as lines for a log or a terminal: none of them steers a terminal, or is a command to the runner. */
function plain(blocks) {
    return blocks.flatMap(linesOf);
}
function plainLine(line) {
    return (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCommands */ .Df)(lineOf(line));
}
const INDENT = "  ";
function linesOf(block) {
    switch (block.kind) {
        case "heading":
        case "paragraph":
            return [plainLine(block.line)];
        case "list":
            return block.items.map(plainLine);
        case "table":
            return tableLines(block);
        case "folds":
            return block.folds.flatMap(({ title, blocks }) => [
                plainLine(title),
                ...plain(blocks).map((line) => `${INDENT}${line}`),
            ]);
        default:
            return block;
    }
}
function tableLines({ head, rows }) {
    const lines = head === null ? rows : [head, ...rows];
    return aligned(lines.map((row) => row.map(lineOf))).map(_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCommands */ .Df);
}
/** Rows with their first columns as wide as the widest cell. */
function aligned(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => row
        .map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell))
        .join("  "));
}
function lineOf(line) {
    return line.map(partOf).join("");
}
/** Names are shown whole, as far as a file system takes them. */
const CODE_LIMIT = 4_096;
const URL_LIMIT = 2_000;
function partOf(part) {
    switch (part.kind) {
        case "words":
            return part.text;
        case "text":
            return (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .spacedLine */ .nn)(part.text, part.limit);
        case "code":
            return (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .spacedLine */ .nn)(part.text, CODE_LIMIT);
        case "link":
            return `${lineOf(part.label)} (${(0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(part.url, URL_LIMIT)})`;
        default:
            return part;
    }
}


/***/ }),

/***/ 1817:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ reasonLine),
/* harmony export */   Ho: () => (/* binding */ codesLine),
/* harmony export */   bD: () => (/* binding */ messageOf)
/* harmony export */ });
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2363);

const MESSAGE_LIMIT = 500;
/** One reason of a verdict or of a decision. */
function reasonLine({ code: name, message }) {
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name)}: ${messageOf({ message })}`;
}
function messageOf({ message }) {
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .untrusted */ .bp)(message, MESSAGE_LIMIT)}`;
}
/** The codes of reasons, each once, with how often it was found. */
function codesLine(reasons) {
    const counts = new Map();
    for (const { code: name } of reasons)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    const codes = [...counts].map(([name, count]) => count === 1 ? (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name)}` : (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .code */ .aY)(name)} × ${count}`);
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .joined */ .oR)(codes, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_0__/* .say */ .cv) `, `);
}


/***/ }),

/***/ 8144:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I2: () => (/* binding */ besideMessage),
/* harmony export */   MT: () => (/* binding */ verdictLine),
/* harmony export */   np: () => (/* binding */ verdictsAtAGlance),
/* harmony export */   tQ: () => (/* binding */ reasonAnnotations),
/* harmony export */   tg: () => (/* binding */ checksOf),
/* harmony export */   wx: () => (/* binding */ verdictInFull)
/* harmony export */ });
/* unused harmony exports testsByFunction, itemsAbout, notPassedLine */
/* harmony import */ var _evidence_shares_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8053);
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5051);
/* harmony import */ var _story_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(474);
/* harmony import */ var _task_folder_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4629);
/* harmony import */ var _blocks_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2363);
/* harmony import */ var _plain_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4233);
/* harmony import */ var _reason_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1817);







/** One task in one line. */
function verdictLine(evidence) {
    const { task, verdict, reasons } = evidence;
    const codes = reasons.length === 0 ? [] : (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) ` (${(0,_reason_words_js__WEBPACK_IMPORTED_MODULE_5__/* .codesLine */ .Ho)(reasons)})`;
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${task}: ${verdict}${codes}, ${passedOf(evidence)} passed, ${timeOf(evidence)}`;
}
/** Tests beyond these are counted, not listed: they all stand in the evidence. */
const LISTED_TESTS = 200;
const LISTED_REASONS = 50;
/** Survivors and vacuous tests. */
const LISTED_PROBES = 10;
/** One task with all that was found out about it. */
function verdictInFull(evidence, artifact) {
    const { reasons, results } = evidence;
    return {
        title: verdictLine(evidence),
        blocks: [
            ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(results.map(testLine), LISTED_TESTS, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `tests`),
            ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(reasons.map(_reason_words_js__WEBPACK_IMPORTED_MODULE_5__/* .reasonLine */ .$E), LISTED_REASONS, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `reasons`),
            ...checksOf(evidence),
            ...unnoticedIn(evidence),
            ...(reasons.length === 0
                ? []
                : [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraph */ .FY)((0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `The whole evidence is in the artifact ${artifact}.`)]),
        ],
    };
}
/** Reasons of one task on a page that shows them all. */
const LISTED_ON_PAGE = 20;
const SIGNS = {
    passed: (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `✅ passed`,
    failed: (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `❌ failed`,
    unproven: (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `❓ unproven`,
};
/**
 * All tasks of one job: a row for each, and the reasons of those that have not passed folded below. Nothing where all have
 * passed: that is said once for the whole run.
 */
function verdictsAtAGlance(documents, { artifact, runUrl }) {
    if (documents.every(({ verdict }) => verdict === "passed"))
        return [];
    return [
        { kind: "heading", level: 3, line: (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `Verification` },
        {
            kind: "table",
            head: [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `task`, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `verdict`, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `reasons`, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `tests passed`, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `time`],
            rows: documents.map((evidence) => [
                (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${evidence.task}`,
                SIGNS[evidence.verdict],
                (0,_reason_words_js__WEBPACK_IMPORTED_MODULE_5__/* .codesLine */ .Ho)(evidence.reasons),
                (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${evidence.tests.passed} of ${evidence.tests.expected}`,
                timeOf(evidence),
            ]),
        },
        {
            kind: "folds",
            folds: documents
                .filter(({ verdict }) => verdict !== "passed")
                .map((evidence) => ({
                title: verdictLine(evidence),
                blocks: (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(evidence.reasons.map(_reason_words_js__WEBPACK_IMPORTED_MODULE_5__/* .reasonLine */ .$E), LISTED_ON_PAGE),
            })),
        },
        (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .paragraph */ .FY)((0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `Evidence and JUnit reports: ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .link */ .nf)((0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `artifact ${artifact}`, `${runUrl}#artifacts`)}, one folder for each task.`),
    ];
}
/** The tests by function, parametrised ones together. */
function testsByFunction({ results }) {
    const byFunction = Map.groupBy(results, ({ id }) => functionOf(id));
    return {
        kind: "table",
        head: null,
        rows: [...byFunction].map(([name, own]) => {
            const passed = own.filter(({ outcome }) => outcome === "passed").length;
            return [
                passed === own.length ? say `passed` : say `FAILED`,
                say `${passed}/${own.length}`,
                say `${untrusted(name, ID_LIMIT)}`,
            ];
        }),
    };
}
/** What each of the checks behind a verdict found; one that was not made is not mentioned. */
function checksOf(evidence) {
    const { results, isolation, canary, stubs, mutants, criteria } = evidence;
    if (results.length === 0)
        return [];
    const isolated = isolation === "namespaces" ? (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `without network, secrets or your files` : (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `NOT isolated`;
    const carried = Object.values(criteria ?? {});
    const tested = (0,_evidence_shares_js__WEBPACK_IMPORTED_MODULE_6__/* .testedCriteria */ .bN)(criteria ?? {});
    const examples = carried.flatMap((criterion) => criterion.example ?? []);
    const checks = [
        [true, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `tests`, () => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${passedOf(evidence)} passed, ${isolated}`],
        [
            canary.outcome === "failed",
            (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `canary`,
            () => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `a test that must fail ran among them, and failed: this run could go red`,
        ],
        [stubs !== null, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `stubs`, () => stubsLine(stubs)],
        [mutants !== null, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `mutants`, () => mutantsLine(mutants)],
        [
            carried.length > 0,
            (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `criteria`,
            () => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${tested.some} of ${tested.all} have a test that passed`,
        ],
        [examples.length > 0, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `examples`, () => examplesLine(examples, evidence.rules)],
        [evidence.items !== null, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `story`, () => itemsLine(evidence.items)],
        [evidence.replay !== null, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `replay`, () => replayLine(evidence)],
        [
            evidence.rules === "older",
            (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `story`,
            () => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `the design is of an older version, which names no lines: nothing is said of them`,
        ],
    ];
    const rows = checks.flatMap(([isMade, name, found]) => (isMade ? [[name, found()]] : []));
    return [{ kind: "table", head: null, rows }];
}
function replayLine({ replay, replayDifferences }) {
    if (replay === "same")
        return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `its transcript makes the same files again`;
    if (replay === "other_version")
        return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `made by another version: nothing can be said`;
    const paths = replayDifferences.slice(0, EDITED_LISTED);
    const more = replayDifferences.length - paths.length;
    const names = (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(paths.map(({ path, how }) => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .untrusted */ .bp)(path, ID_LIMIT)} ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .untrusted */ .bp)(how, ID_LIMIT)}`), (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `, `);
    return more > 0
        ? (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `edited since it was made: ${names}, and ${more} more`
        : (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `edited since it was made: ${names}`;
}
/** The reasons of one task as a person sees them beside the code, each with the line of the story that it is about. */
function reasonAnnotations(evidence) {
    const { task, reasons } = evidence;
    return reasons.map((reason) => ({
        message: [
            (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCommands */ .Df)(reason.message),
            ...besideMessage(reason, evidence).map(_plain_js__WEBPACK_IMPORTED_MODULE_4__/* .plainLine */ .h0),
        ].join("\n"),
        at: { title: `${task}: ${reason.code}`, ...placeOf(task, reason) },
    }));
}
/** The line of the story, and what was expected and came, as far as its message does not say them already. */
function besideMessage(reason, evidence) {
    const { message, expected, got } = reason;
    const [item] = itemsAbout(reason, evidence).filter((each) => !isSaidIn(message, each));
    const isUnsaid = [expected, got].some((value) => value !== undefined && !isSaidIn(message, value));
    const values = [
        ...(expected === undefined ? [] : [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `expected ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .untrusted */ .bp)(expected)}`]),
        ...(got === undefined ? [] : [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `got ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .untrusted */ .bp)(got)}`]),
    ];
    return [
        ...(item === undefined ? [] : [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `The story says: ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .untrusted */ .bp)(item)}`]),
        ...(isUnsaid ? [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(values, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `, `)] : []),
    ];
}
/** As it is, or quoted. */
function isSaidIn(message, text) {
    return message.includes(text) || message.includes(JSON.stringify(text).slice(1, -1));
}
/** The lines of the story that a reason is about: its own, or those that its test was to show. */
function itemsAbout({ item, test }, { results, items }) {
    if (item !== undefined)
        return [(0,_story_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutBullet */ .FF)(item)];
    const criteria = results.find(({ id }) => id === test)?.criteria ?? [];
    return (items ?? [])
        .filter((each) => each.criteria.some((id) => criteria.includes(id)))
        .map(({ line }) => (0,_story_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutBullet */ .FF)(line));
}
/** Why the step of a job is red; `hidden` reasons stand beside no line of code, because GitHub shows only so many. */
function notPassedLine(tasks, artifact, hidden = 0) {
    const names = joined(tasks.map((task) => say `${task}`), say `, `);
    const more = hidden === 0
        ? []
        : say ` ${hidden} more ${hidden === 1 ? say `finding stands` : say `findings stand`} in it, besides those shown here.`;
    return say `Not passed: ${names}. The evidence is in the artifact ${artifact}.${more}`;
}
const ID_LIMIT = 500;
/** So many edited files are named. */
const EDITED_LISTED = 5;
const TEST_SIGNS = {
    passed: (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `✔`,
    failed: (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `✘`,
    error: (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `✘`,
    skipped: (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `–`,
};
function testLine({ id, outcome, seconds }) {
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${TEST_SIGNS[outcome]} ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .untrusted */ .bp)(id, ID_LIMIT)} (${seconds.toFixed(3)} s)`;
}
function passedOf({ tests: { passed, expected } }) {
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${passed} of ${expected} ${expected === 1 ? (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `test` : (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `tests`}`;
}
function timeOf({ seconds }) {
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${seconds.total.toFixed(1)} s`;
}
/** In how far the examples of the story were shown. */
function examplesLine(examples, rules) {
    const count = (state) => examples.filter((example) => example.state === state).length;
    const held = count("literals");
    if (rules === "older") {
        return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${held} of ${examples.length} stand in the tests with the story's own values`;
    }
    const right = examples.filter(({ state, got }) => state === "executed" && got === null).length;
    const wrong = count("executed") - right;
    const parts = [
        (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `executed ${count("executed")} of ${examples.length}`,
        ...(wrong > 0 ? [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${wrong} gave another answer than the story's`] : []),
        ...(held > 0 ? [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${held} by their values in the tests`] : []),
        ...(count("unchecked") > 0 ? [(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${count("unchecked")} not checked`] : []),
    ];
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(parts, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `; `);
}
/** In how far the lines of the story were shown. */
function itemsLine(items) {
    const { some, all } = (0,_evidence_shares_js__WEBPACK_IMPORTED_MODULE_6__/* .coveredItems */ .z8)(items);
    const beyond = items.filter(({ state }) => state === "not_testable").length;
    const lines = (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `lines covered: ${some} of ${all}`;
    return beyond === 0 ? lines : (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${lines}; not shown by tests: ${beyond}`;
}
function stubsLine(stubs) {
    const { some, all } = (0,_evidence_shares_js__WEBPACK_IMPORTED_MODULE_6__/* .noticedStubs */ .kF)(stubs);
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${some} of ${all} noticed: functions and classes replaced by empty ones`;
}
function mutantsLine(mutants) {
    const counts = (outcome) => mutants.filter((mutant) => mutant.outcome === outcome).length;
    const [unknown, setAside] = [counts("unknown"), counts("set_aside")];
    const { some, all } = (0,_evidence_shares_js__WEBPACK_IMPORTED_MODULE_6__/* .noticedMutants */ .VI)(mutants);
    const silent = unknown === 0 ? [] : (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `; ${unknown} gave no answer`;
    const aside = setAside === 0 ? [] : (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `; ${setAside} set aside${reasonsOf(mutants)}`;
    return (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${some} of ${all} noticed: small changes to the code${silent}${aside}`;
}
/** Why mutants were set aside, each reason once. */
function reasonsOf(mutants) {
    const reasons = mutants.flatMap(({ outcome, why }) => outcome === "set_aside" && why !== undefined ? [why] : []);
    const lines = [...Map.groupBy(reasons, (why) => why)].map(([why, each]) => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `${(0,_reason_words_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)({ message: why })} (${each.length})`);
    return lines.length === 0 ? [] : (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `: ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .joined */ .oR)(lines, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `, `)}`;
}
/** What went by the tests, also where that is no reason against them. */
function unnoticedIn({ vacuousTests, unreached, mutants }) {
    const vacuous = (vacuousTests ?? []).map((test) => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `vacuous: ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .untrusted */ .bp)(test, ID_LIMIT)} passes although everything public does nothing`);
    const hidden = (unreached ?? []).map(({ file, name, range: [line] }) => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `not reached: ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(file)}:${line}: ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .untrusted */ .bp)(name, ID_LIMIT)}`);
    const survived = (mutants ?? []).filter(({ outcome }) => outcome === "survived");
    const survivors = survived.map(({ file, range: [line], change }) => (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `not noticed: ${(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(file)}:${line}: ${(0,_reason_words_js__WEBPACK_IMPORTED_MODULE_5__/* .messageOf */ .bD)({ message: change })}`);
    return [
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(vacuous, LISTED_PROBES, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `vacuous tests`),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(hidden, LISTED_PROBES, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `that nothing reached`),
        ...(0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .list */ .p_)(survivors, LISTED_PROBES, (0,_blocks_js__WEBPACK_IMPORTED_MODULE_3__/* .say */ .cv) `that were not noticed`),
    ];
}
function placeOf(task, { file, line }) {
    if (file === undefined)
        return {};
    return { file: `${(0,_task_folder_js__WEBPACK_IMPORTED_MODULE_2__/* .taskFolder */ .AD)(task)}/${file}`, ...(line !== undefined && { line }) };
}
function functionOf(id) {
    const [file = "", ...names] = id.replace(/\[.*$/s, "").split("::");
    return file === "tests/test_story.py" ? names.join("::") : [file, ...names].join("::");
}


/***/ })

};
