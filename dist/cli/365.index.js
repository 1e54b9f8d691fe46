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


/***/ })

};
