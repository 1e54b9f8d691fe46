export const id = 465;
export const ids = [465];
export const modules = {

/***/ 7155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ NOT_AN_ID),
/* harmony export */   t: () => (/* binding */ EQUAL_WITHOUT_CASE)
/* harmony export */ });
const NOT_AN_ID = 'is no task id: 1 to 64 of a-z, 0-9, "_" and "-", with a letter or digit at both ends';
const EQUAL_WITHOUT_CASE = "is equal to another name when case is ignored";


/***/ }),

/***/ 4678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ withoutGroups),
/* harmony export */   z: () => (/* binding */ progressOn)
/* harmony export */ });
/* harmony import */ var _src_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5051);

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MILLISECONDS = 100;
const WIDEST = 200;
function progressOn({ stderr }) {
    const width = stderr.isTTY ? Math.max(20, (stderr.columns || 80) - 3) : WIDEST;
    let current = "";
    let frame = 0;
    const clear = () => {
        if (stderr.isTTY && current !== "")
            stderr.write("\r\u001b[K");
    };
    const draw = () => {
        if (current === "")
            return;
        frame = (frame + 1) % FRAMES.length;
        stderr.write(`\r\u001b[K${FRAMES[frame]} ${current}`);
    };
    const timer = stderr.isTTY ? setInterval(draw, FRAME_MILLISECONDS) : null;
    timer?.unref();
    const step = (message) => {
        clear();
        current = (0,_src_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCommands */ .Df)((0,_src_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(message, width));
        if (stderr.isTTY)
            draw();
        else
            stderr.write(`${current}\n`);
    };
    const warn = (message) => {
        clear();
        stderr.write(`? ${(0,_src_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCommands */ .Df)((0,_src_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(message, 1_000))}\n`);
    };
    return {
        log: {
            info: step,
            notice: step,
            warning: warn,
            // The answer says them.
            error: () => { },
            group: (_title, work) => work(),
        },
        end() {
            if (timer !== null)
                clearInterval(timer);
            clear();
            current = "";
        },
    };
}
/** A log whose details are left to the answer: groups are told by their title. */
function withoutGroups(log) {
    let depth = 0;
    return {
        ...log,
        info: (message) => {
            if (depth === 0)
                log.info(message);
        },
        async group(title, work) {
            log.info(title);
            depth += 1;
            try {
                return await work();
            }
            finally {
                depth -= 1;
            }
        },
    };
}


/***/ }),

/***/ 465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  assertLinux: () => (/* binding */ assertLinux),
  programNamed: () => (/* binding */ programNamed),
  verifyAsked: () => (/* binding */ verifyAsked)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1548);
// EXTERNAL MODULE: ../src/config/settings.ts
var config_settings = __webpack_require__(53);
// EXTERNAL MODULE: ../src/runner/inputs.ts
var inputs = __webpack_require__(3557);
// EXTERNAL MODULE: ../src/task/task-list.ts
var task_list = __webpack_require__(8241);
;// CONCATENATED MODULE: ../actions/verify/inputs.ts




const distinctTasks = task_list/* taskList */.ig.check(schemas/* refine */.YPB((ids) => new Set(ids).size === ids.length, "names a task twice"));
/** One key per input of verify/action.yml. */
const Inputs = schemas/* object */.Ikc({
    tasks: distinctTasks,
    entry: schemas/* string */.YjP().regex(/^[a-z0-9_-]{0,100}$/, "must be the name of a matrix entry"),
    head: inputs/* commitOrEmpty */.E4,
    base: inputs/* commitOrEmpty */.E4,
    "merge-base": inputs/* commitOrEmpty */.E4,
    "max-tests": inputs/* countOrEmpty */._t,
    python: (0,config_settings/* settingInput */.rN)("python"),
    "timeout-seconds": (0,config_settings/* settingInput */.rN)("timeout-seconds"),
    isolation: (0,config_settings/* settingInput */.rN)("isolation"),
    mutants: (0,config_settings/* settingInput */.rN)("mutants"),
    reruns: (0,config_settings/* settingInput */.rN)("reruns"),
    "github-token": schemas/* string */.YjP(),
});
function parseInputs(read) {
    return (0,inputs/* parseInputs */.TL)(Inputs, read, "verify");
}

// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
;// CONCATENATED MODULE: ../src/git/merged-object.ts
/**
 * What the base would hold at one path after the merge: whichever side changed it, or what both changed it to.
 * Both sides differently is a conflict, even where a merge of their lines would work: nobody has tested that.
 */
function mergeObject(mergeBase, base, head) {
    if (isSame(base, head) || isSame(mergeBase, head))
        return { kind: "resolved", object: base };
    if (isSame(mergeBase, base))
        return { kind: "resolved", object: head };
    return { kind: "conflict" };
}
function isSame(a, b) {
    return a?.oid === b?.oid && a?.mode === b?.mode;
}

// EXTERNAL MODULE: ../src/git/modes.ts
var modes = __webpack_require__(592);
// EXTERNAL MODULE: ../src/task/folder.ts
var task_folder = __webpack_require__(4629);
// EXTERNAL MODULE: ../src/candidate/shared-inputs.ts
var shared_inputs = __webpack_require__(7960);
;// CONCATENATED MODULE: ../src/candidate/read-candidate.ts





/** Of one folder in which a glob looks for shared inputs. */
const MOST_SHARED_FILES = 500_000;
async function readCandidate(repository, commits, task, shared) {
    const folder = (0,task_folder/* taskFolder */.AD)(task);
    const merged = await mergedAt(repository, commits, folder);
    if (merged.kind === "conflict")
        return { kind: "conflict", path: folder };
    if (shared.kind === "conflict")
        return shared;
    const { object } = merged;
    return {
        kind: "resolved",
        task: object?.mode === modes/* FOLDER */.L7 ? object.oid : null,
        shared: shared.blobs,
    };
}
async function readSharedInputs(repository, commits, globs) {
    const paths = await sharedPaths(repository, commits, globs);
    const found = await Promise.all(paths.map((path) => mergedAt(repository, commits, path)));
    const blobs = {};
    for (const [index, path] of paths.entries()) {
        const merged = found[index];
        if (merged.kind === "conflict")
            return { kind: "conflict", path };
        blobs[path] = merged.object?.oid ?? null;
    }
    return { kind: "resolved", blobs };
}
/** What the base would hold at one path after the merge. */
async function mergedAt(repository, { mergeBase, base, head }, path) {
    const at = (commit) => repository.objectAt(commit, path);
    const [ofMergeBase, ofBase, ofHead] = await Promise.all([at(mergeBase), at(base), at(head)]);
    return mergeObject(ofMergeBase, ofBase, ofHead);
}
async function sharedPaths(repository, { mergeBase, base, head }, globs) {
    const found = new Set(shared_inputs/* ALWAYS_SHARED */.qG);
    const commits = [...new Set([mergeBase, base, head])];
    for (const folder of outermost(globs.map(shared_inputs/* folderOfGlob */.GT))) {
        const lists = await Promise.all(commits.map((commit) => filesOutsideTasks(repository, commit, folder)));
        for (const file of lists.flat())
            if ((0,shared_inputs/* isSharedInput */.K2)(file, globs))
                found.add(readable(file));
    }
    return [...found].toSorted();
}
/** Task folders may be thousands, and hold nothing that is shared. */
async function filesOutsideTasks(repository, commit, folder) {
    if (folder === task_folder/* GENERATED */.KB || folder.startsWith(`${task_folder/* GENERATED */.KB}/`))
        return [];
    if (folder !== "")
        return filesBelow(repository, commit, folder);
    const entries = await repository.list(commit, "");
    const folders = entries.filter(({ type, path }) => type === "tree" && path !== task_folder/* GENERATED */.KB);
    const lists = await Promise.all(folders.map(({ path }) => filesBelow(repository, commit, readable(path))));
    return [...entries.flatMap(({ type, path }) => (type === "blob" ? [path] : [])), ...lists.flat()];
}
/** Bytes that are no UTF-8 are lost once they are text: what lies there could change unseen. */
function readable(path) {
    if (!path.includes("\uFFFD"))
        return path;
    throw new errors/* PipelineError */.zC("INPUT_INVALID", `${JSON.stringify(path)}, where \`shared-inputs\` looks, has a name that is no UTF-8`, { hint: "Rename it, or begin the globs of `shared-inputs` with another folder." });
}
async function filesBelow(repository, commit, folder) {
    const entries = await repository.filesBelow(commit, folder, MOST_SHARED_FILES);
    if (entries === null) {
        throw new errors/* PipelineError */.zC("LIMIT_REACHED", `${JSON.stringify(folder)} holds more than ${MOST_SHARED_FILES} files, among which \`shared-inputs\` looks`, { hint: "Begin the globs of `shared-inputs` with the folder that they are about." });
    }
    return entries.map(({ path }) => `${folder}/${path}`);
}
/** The folders that lie in none of the others. */
function outermost(folders) {
    return [...new Set(folders)].filter((folder) => !folders.some((other) => other !== folder && (other === "" || folder.startsWith(`${other}/`))));
}

// EXTERNAL MODULE: ../src/git/broken-object.ts
var broken_object = __webpack_require__(175);
// EXTERNAL MODULE: ../src/task/read-folders.ts
var read_folders = __webpack_require__(2469);
;// CONCATENATED MODULE: ../src/candidate/read-task.ts





/** Brings the folders of all tasks with a few questions, where each by itself would ask as many. */
async function readTasksAhead(repository, commits, tasks) {
    const sides = new Set([commits.mergeBase, commits.base, commits.head]);
    await repository.bringFolders([...sides].map((commit) => ({ commit, folder: task_folder/* GENERATED */.KB })));
    const merged = await Promise.all(tasks.map((task) => mergedAt(repository, commits, (0,task_folder/* taskFolder */.AD)(task))));
    const trees = merged.flatMap((one) => one.kind === "resolved" && one.object?.mode === modes/* FOLDER */.L7 ? [one.object.oid] : []);
    await repository.bringFiles(trees, task_folder/* TASK_LIMITS */.xk.files, task_folder/* TASK_LIMITS */.xk.fileBytes);
}
/** Reads a task folder of the candidate, given as its tree id, unless something in it must not be there. */
async function readTask(repository, commits, task, tree) {
    try {
        return await readFiles(repository, commits, task, tree);
    }
    catch (error) {
        // What stands above the folder has been read by now: it is an object of the task that git would not have written.
        if (error instanceof broken_object/* BrokenObject */.N)
            return refused([{ path: ".", problem: (0,task_folder/* brokenBy */.RA)(error) }]);
        throw error;
    }
}
async function readFiles(repository, commits, task, tree) {
    const { files } = await listingOf(repository, commits, task, tree);
    if (files === null)
        return refused([{ path: ".", problem: task_folder/* TOO_MANY_FILES */.rN }]);
    await repository.bringFiles([tree], task_folder/* TASK_LIMITS */.xk.files, task_folder/* TASK_LIMITS */.xk.fileBytes);
    const violations = (0,task_folder/* violationsOf */.Sq)(await (0,read_folders/* measured */.jh)(repository, files));
    if (violations.length > 0)
        return refused(violations);
    const contents = await (0,read_folders/* contentsOf */.KD)(repository, files, task_folder/* TASK_LIMITS */.xk.fileBytes);
    return { kind: "read", files: [...contents].map(([path, content]) => ({ path, content })) };
}
function refused(violations) {
    return {
        kind: "refused",
        reasons: violations.map(({ path, problem }) => ({
            code: "policy_violation",
            message: `${JSON.stringify(path)} ${problem}`,
            file: path,
        })),
    };
}
/** The merged tree is that of one of the two sides, so one of them can list it. */
async function listingOf(repository, { head, base }, task, tree) {
    for (const commit of [head, base]) {
        if ((await repository.objectAt(commit, (0,task_folder/* taskFolder */.AD)(task)))?.oid !== tree)
            continue;
        const listing = await (0,read_folders/* listFolder */.bt)(repository, { commit, task });
        if (listing !== null)
            return listing;
    }
    throw new Error(`Neither side of the merge holds the tree ${tree} at ${(0,task_folder/* taskFolder */.AD)(task)}`);
}

// EXTERNAL MODULE: ../src/config/config.ts
var config_config = __webpack_require__(2162);
;// CONCATENATED MODULE: ../src/config/read-config.ts

/** The config of a commit: for whatever is proposed, that of the base branch's tip, so that no proposal changes it. */
async function readConfigAt(repository, commit) {
    const file = await repository.objectAt(commit, config_config/* CONFIG_PATH */.tF);
    if (file === null)
        return (0,config_config/* parseConfig */.o4)(null);
    const blobs = await repository.readBlobs([file.oid], config_config/* CONFIG_MAX_BYTES */.SL);
    return (0,config_config/* parseConfig */.o4)(new TextDecoder().decode(blobs.get(file.oid)));
}

// EXTERNAL MODULE: ../src/evidence/artifact-name.ts
var artifact_name = __webpack_require__(5387);
// EXTERNAL MODULE: ../src/evidence/verdict.ts
var verdict = __webpack_require__(2220);
// EXTERNAL MODULE: ../src/foundation/in-parallel.ts
var in_parallel = __webpack_require__(5064);
// EXTERNAL MODULE: ../src/proof/limits.ts
var limits = __webpack_require__(5880);
// EXTERNAL MODULE: ../src/proof/tell-progress.ts
var tell_progress = __webpack_require__(6275);
// EXTERNAL MODULE: ../src/task/task-id.ts
var task_id = __webpack_require__(8588);
// EXTERNAL MODULE: ../src/foundation/untrusted-text.ts
var untrusted_text = __webpack_require__(5051);
// EXTERNAL MODULE: ../src/telling/blocks.ts
var blocks = __webpack_require__(2363);
;// CONCATENATED MODULE: ../src/telling/markdown.ts


/** GitHub refuses the summary of a step above 1 MiB. */
const SUMMARY_LIMIT = 1_000_000;
/** GitHub refuses what a pull request says about itself above 65,536 characters. */
const BODY_LIMIT = 60_000;
/**
 * The blocks as a page or a comment on GitHub, of at most `limit` bytes. What does not fit is left out whole (a row, an
 * item, a fold, a block) and counted: half an element could swallow what comes after it.
 */
function markdown(blocks, limit) {
    const pieces = blocks.map(pieceOf);
    const room = limit - pieces.reduce((sum, piece) => sum + leastOf(piece), 0);
    return room < 0 ? beginning(pieces, limit) : filled(pieces, room);
}
const BETWEEN_BLOCKS = "\n\n";
const CUT = "… and more, which does not fit here";
/** Blocks that grow share the room, so that one of them never takes the place of another. */
function filled(pieces, room) {
    let left = room;
    let growing = pieces.filter(({ items }) => items.length > 0).length;
    const texts = pieces.map((piece) => {
        if (piece.items.length === 0)
            return piece.start.join(piece.between);
        const items = itemsWithin(Math.floor(left / growing), piece);
        left -= bytesOf(items.map((item) => item + piece.between).join(""));
        growing -= 1;
        return [...piece.start, ...items].join(piece.between);
    });
    return texts.filter((text) => text !== "").join(BETWEEN_BLOCKS);
}
function itemsWithin(room, { items, between, more }) {
    const shown = [];
    let left = room;
    for (const item of items) {
        const next = item();
        left -= bytesOf(next + between);
        if (left < 0)
            return [...shown, more(items.length - shown.length)];
        shown.push(next);
    }
    return shown;
}
/** For a page of so many blocks that not even the least of each fits. */
function beginning(pieces, limit) {
    let left = limit - bytesOf(CUT);
    const end = pieces.findIndex((piece) => (left -= leastOf(piece)) < 0);
    return [filled(pieces.slice(0, end), 0), CUT].filter((text) => text !== "").join(BETWEEN_BLOCKS);
}
function leastOf({ start, items, between, more }) {
    const shown = items.length === 0 ? start : [...start, more(items.length)];
    return bytesOf(shown.join(between)) + bytesOf(between + BETWEEN_BLOCKS);
}
function pieceOf(block) {
    switch (block.kind) {
        case "heading":
            return whole(`${"#".repeat(block.level)} ${lineOf(block.line)}`);
        case "paragraph":
            return whole(beginningOf(lineOf(block.line)));
        case "list":
            return {
                ...whole(),
                items: block.items.map((item) => () => `- ${beginningOf(lineOf(item))}`),
                more: (left) => `- … and ${left} more`,
            };
        case "table":
            return tablePiece(block);
        case "folds":
            return {
                ...whole(),
                items: block.folds.map((fold) => () => foldOf(fold)),
                between: BETWEEN_BLOCKS,
            };
        default:
            return block;
    }
}
function whole(...start) {
    return { start, items: [], between: "\n", more: (left) => `… and ${left} more` };
}
function tablePiece({ head, rows }) {
    const columns = (head ?? rows[0] ?? []).length;
    const rowOf = (cells) => `|${Array.from({ length: columns }, (_, column) => ` ${cells[column] ?? ""} |`).join("")}`;
    return {
        ...whole(rowOf(cellsOf(head ?? [])), `|${"---|".repeat(columns)}`),
        items: rows.map((row) => () => rowOf(cellsOf(row))),
        more: (left) => rowOf([`… and ${left} more`]),
    };
}
function cellsOf(cells) {
    return cells.map((cell) => lineOf(cell));
}
function foldOf({ title, isOpen = false, blocks }) {
    return [
        `<details${isOpen ? " open" : ""}><summary>${lineOf(title, "html")}</summary>`,
        markdown(blocks, Infinity),
        "</details>",
    ].join(BETWEEN_BLOCKS);
}
function lineOf(line, dialect = "markdown") {
    let [before, previous] = ["", null];
    for (const part of line) {
        const shown = partOf(part, dialect);
        before += seamOf(before, previous, part, shown) + shown;
        previous = part;
    }
    return before;
}
const ZERO_WIDTH_SPACE = "\u200b";
/**
 * Two harmless parts can make a link or a mention of something together (`https`, `:`, `//x`). Where a part from outside
 * touches another, nothing visible keeps them apart, but for a bracket before it and the end of a sentence after it.
 */
function seamOf(before, previous, part, shown) {
    if (previous === null || shown === "" || before === "")
        return "";
    const isApart = /\s$/u.test(before) || /^\s/u.test(shown);
    const isOpened = previous.kind === "words" && /(?:^|\s)\($/u.test(before);
    const isClosed = part.kind === "words" && /^(?:[,;:)!?]+(?:\s|$)|\.\s)/u.test(shown);
    const isOurs = previous.kind === "words" && part.kind === "words";
    // A link is an element of its own, and ends what came before it.
    const isLink = previous.kind === "link" || part.kind === "link";
    return isApart || isOpened || isClosed || isOurs || isLink ? "" : ZERO_WIDTH_SPACE;
}
/** What has no meaning to GitHub, not even when it stands in a table. A file name may hold a back quote or a bar. */
const PLAIN_CODE = /^[\w.…/:=,-]+(?: [\w.…/:=,-]+)*$/u;
function partOf(part, dialect) {
    switch (part.kind) {
        case "words":
            return part.text.replace(/[\\`*_[\]<>|&]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
        case "text":
            return (0,untrusted_text/* markdownText */.p7)(part.text, part.limit);
        case "code":
            return codeOf(part, dialect);
        case "link":
            return linkOf(lineOf(part.label, dialect), part.url, dialect);
        default:
            return part;
    }
}
function codeOf({ text }, dialect) {
    if (text.length > blocks/* CODE_LIMIT */.gx || !PLAIN_CODE.test(text))
        return (0,untrusted_text/* markdownText */.p7)(text, blocks/* CODE_LIMIT */.gx);
    return dialect === "html" ? `<code>${text}</code>` : `\`${text}\``;
}
/** No sign in it that ends a destination, an attribute or a cell. */
const PLAIN_URL = /^https?:\/\/[\w.~:/?#@%+=,-]+$/u;
function linkOf(label, url, dialect) {
    if (!PLAIN_URL.test(url))
        return `${label} (${(0,untrusted_text/* markdownText */.p7)(url)})`;
    return dialect === "html" ? `<a href="${url}">${label}</a>` : `[${label}](${url})`;
}
/** A line that begins like a list, a heading or a rule is none. */
function beginningOf(line) {
    return line.replace(/^(\d{1,9}|[-+#=]*)([-+#=.)])(?=\s|$)/u, (_, start, sign) => `${start}&#${sign.charCodeAt(0)};`);
}
function bytesOf(text) {
    return Buffer.byteLength(text);
}

// EXTERNAL MODULE: ../src/telling/verdict-words.ts
var verdict_words = __webpack_require__(8144);
;// CONCATENATED MODULE: ../actions/verify/publication.ts
/** A part is uploaded when so much of what is done is new: each task of up to twenty, and of many tasks few parts. */
const NEW_SHARE = 0.05;
/**
 * Puts the evidence of an entry where it outlives the job: of several tasks what is done, whenever one is, so that a job
 * that is killed has not worked for nothing; in the end all of it, in one artifact.
 */
class Publication {
    #entry;
    #tasks;
    #ports;
    #folders = [];
    #faults = [];
    #part = 0;
    /** How many folders the last part holds. */
    #uploaded = 0;
    #uploading = null;
    #isGivenUp = false;
    constructor(entry, tasks, ports) {
        this.#entry = entry;
        this.#tasks = tasks;
        this.#ports = ports;
    }
    /** One document that cannot be written never costs another its place. */
    async add({ evidence, junit }) {
        const documents = {
            "evidence.json": `${JSON.stringify(evidence, null, 1)}\n`,
            "ci-results.xml": junit,
        };
        try {
            this.#folders.push(await this.#ports.files.write(evidence.task, documents));
        }
        catch (error) {
            this.#faults.push(error);
        }
        this.#goOn();
    }
    /** Uploads all, and answers with what went wrong. */
    async finish() {
        await this.#uploading;
        if (this.#folders.length === 0)
            return this.#faults;
        try {
            await this.#ports.uploads.upload(this.#entry, this.#folders);
            await this.#removeLast();
        }
        catch (error) {
            this.#faults.push(error);
        }
        return this.#faults;
    }
    /** Nobody waits for it; while a part is on its way, what is done meanwhile waits for the next. */
    #goOn() {
        if (this.#uploading === null && this.#isWorthAPart())
            this.#uploading = this.#uploadParts();
    }
    #isWorthAPart() {
        const done = this.#folders.length;
        if (this.#isGivenUp || done >= this.#tasks)
            return false;
        return done - this.#uploaded >= Math.max(1, Math.floor(done * NEW_SHARE));
    }
    async #uploadParts() {
        while (this.#isWorthAPart())
            await this.#uploadPart([...this.#folders]);
        this.#uploading = null;
    }
    async #uploadPart(folders) {
        const { uploads, log } = this.#ports;
        try {
            await uploads.uploadPart(this.#entry, this.#part + 1, folders);
        }
        catch (error) {
            // What counts is uploaded in the end.
            this.#isGivenUp = true;
            log.info(`Until all tasks are done, nothing more is uploaded: ${String(error)}`);
            return;
        }
        await this.#removeLast();
        this.#part += 1;
        this.#uploaded = folders.length;
    }
    /** The part before, which says nothing that the newer artifact does not. Where it stays, it does no harm. */
    async #removeLast() {
        if (this.#part === 0)
            return;
        const { uploads, log } = this.#ports;
        await uploads.removePart(this.#entry, this.#part).catch((error) => {
            log.info(String(error));
        });
    }
}

// EXTERNAL MODULE: ../src/telling/plain.ts
var plain = __webpack_require__(4233);
;// CONCATENATED MODULE: ../actions/verify/tell.ts


/** Annotations of one task: the first reasons, so that other tasks can be annotated as well. */
const ANNOTATIONS = 3;
/**
 * Tells a reader of the log how one task went. `annotations` says how many of those that are wanted may be made. Answers
 * with how many reasons got none.
 */
async function tell({ evidence }, artifact, annotations, log) {
    const { title, blocks } = (0,verdict_words/* verdictInFull */.wx)(evidence, artifact);
    await log.group((0,plain/* plainLine */.h0)(title), async () => {
        for (const line of (0,plain/* plain */.pj)(blocks))
            log.info(`  ${line}`);
        return Promise.resolve();
    });
    const all = (0,verdict_words/* reasonAnnotations */.tQ)(evidence);
    const wanted = all.slice(0, ANNOTATIONS);
    const allowed = annotations(wanted.length);
    for (const { message, at } of wanted.slice(0, allowed))
        log.error(message, at);
    return all.length - allowed;
}

// EXTERNAL MODULE: ../src/proof/evidence-document.ts + 1 modules
var evidence_document = __webpack_require__(8634);
// EXTERNAL MODULE: ../src/proof/junit.ts
var proof_junit = __webpack_require__(2298);
// EXTERNAL MODULE: ../src/proof/prove.ts + 6 modules
var prove = __webpack_require__(5053);
;// CONCATENATED MODULE: ../src/proof/step-times.ts
/** Of many small steps each is a kind of step: the time of one mutant tells nobody anything. */
const COUNTER = /,? \d+ of \d+$/;
/** Hears the steps of a task on their way to whoever else hears them, and writes down how long each kind took. */
class StepTimes {
    #heard;
    #now;
    #began;
    #steps = [];
    /** `now` in seconds since any fixed moment; the verification begins now. */
    constructor(heard, now) {
        this.#heard = heard;
        this.#now = now;
        this.#began = now();
    }
    step(what, tests) {
        this.#heard.step(what, tests);
        const kind = what.replace(COUNTER, "");
        if (this.#steps.at(-1)?.what !== kind) {
            this.#steps.push({ what: kind, start: this.#now() - this.#began });
        }
    }
    alive = (sign) => this.#heard.alive(sign);
    /** As they were done; the last one ends now. */
    ended() {
        const end = this.#now() - this.#began;
        return this.#steps.map(({ what, start }, index) => ({
            what,
            start: rounded(start),
            seconds: rounded((this.#steps[index + 1]?.start ?? end) - start),
        }));
    }
}
/** To milliseconds. */
function rounded(seconds) {
    return Math.round(seconds * 1_000) / 1_000;
}

// EXTERNAL MODULE: ../src/authoring/replay.ts
var replay = __webpack_require__(4898);
;// CONCATENATED MODULE: ../actions/verify/replay-task.ts



const HOW_LIMIT = 500;
/**
 * Makes the folder again from its own transcript, asking nobody and running nothing. A difference shows that somebody
 * edited it; none does not prove who wrote it, because a transcript can be written as well.
 */
async function replayTask(task, files) {
    const replayed = await (0,replay/* replay */.e)(task, files).catch((error) => ({
        kind: "differs",
        differences: [{ path: task_folder/* META */.Ge.transcript, how: `cannot be replayed: ${String(error)}` }],
    }));
    switch (replayed.kind) {
        case "same":
        case "other_version":
            return { replay: replayed.kind, replayDifferences: [] };
        case "differs":
            return {
                replay: "differs",
                replayDifferences: replayed.differences.map(({ path, how }) => ({
                    path: path.toWellFormed(),
                    how: (0,untrusted_text/* shorten */.ml)(how, HOW_LIMIT).toWellFormed(),
                })),
            };
        case "none":
            return { replay: null, replayDifferences: [] };
        default:
            return replayed;
    }
}

;// CONCATENATED MODULE: ../actions/verify/verify-task.ts











/** Finds out what can be shown about one task. Always answers; what went wrong with us is a reason as well. */
async function verifyTask(task, scene) {
    const started = scene.now();
    const times = new StepTimes(scene.progressOf(task), scene.now);
    const proof = await proofOf(task, times, scene).catch((error) => (0,prove/* ended */.v)(ourFault(error)));
    const totalSeconds = scene.now() - started;
    const { run, commits } = scene;
    const clock = { began: scene.dateOf(started).toISOString(), steps: times.ended() };
    const evidence = (0,evidence_document/* evidenceOf */.X)({ task, run, commits, ...proof, totalSeconds, clock });
    const junit = (0,proof_junit/* junitOf */._)({
        task,
        seconds: totalSeconds,
        results: proof.examination?.results ?? [],
        reasons: evidence.reasons,
        output: proof.examination?.output ?? "",
    });
    return { evidence, junit };
}
async function proofOf(task, progress, scene) {
    const config = await scene.config;
    const orders = await scene.orders;
    progress.step("reading the task");
    const material = await materialOf(task, scene);
    if (material.kind === "refused")
        return (0,prove/* ended */.v)(...material.reasons);
    const { tree, shared, files, sharedRequirements } = material;
    const { version: verify } = scene;
    const { mutants, reruns } = orders;
    const replayed = await replayTask(task, files);
    const proof = await (0,prove/* prove */.z)({ task, files, sharedRequirements }, {
        ...scene,
        ...orders,
        config,
        progress,
        inputsOf: (facts) => ({
            task: tree,
            shared,
            config: (0,config_config/* verifySettingsDigest */.xc)(config),
            verify,
            mutants,
            reruns,
            ...facts,
        }),
    });
    return { ...proof, replayed };
}
async function materialOf(task, { repository, commits, shared: inputs }) {
    const candidate = await readCandidate(repository, commits, task, await inputs);
    if (candidate.kind === "conflict") {
        return verify_task_refused({
            code: "conflict",
            message: `Head and base changed ${candidate.path} in different ways since their merge base`,
        });
    }
    const { task: tree, shared } = candidate;
    if (tree === null) {
        return verify_task_refused({ code: "no_task_folder", message: `There is no folder generated/${task}` });
    }
    const read = await readTask(repository, commits, task, tree);
    if (read.kind === "refused")
        return read;
    const sharedRequirements = await requirementFiles(repository, shared);
    return { kind: "read", tree, shared, files: read.files, sharedRequirements };
}
function verify_task_refused(...reasons) {
    return { kind: "refused", reasons };
}
/** The requirements of the repository itself, as the candidate holds them. */
async function requirementFiles(repository, shared) {
    const files = shared_inputs/* ALWAYS_SHARED */.qG.flatMap((path) => {
        const oid = shared[path] ?? null;
        return oid === null ? [] : [{ path, oid }];
    });
    const content = await repository.readBlobs(files.map(({ oid }) => oid), task_folder/* TASK_LIMITS */.xk.fileBytes);
    return files.map(({ path, oid }) => ({ path, content: content.get(oid) }));
}
function ourFault(error) {
    if (error instanceof errors/* PipelineError */.zC)
        return { code: "internal_error", message: error.message };
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { code: "internal_error", message: `This is a bug in agent-pipeline: ${message}` };
}

;// CONCATENATED MODULE: ../actions/verify/run.ts

















/** GitHub keeps ten annotations of a kind and step; the last one says that the step failed. */
const run_ANNOTATIONS = 9;
/** Verifies every task of one matrix entry; each gets a verdict, whatever happens to it or to another. */
async function run(inputs, ports) {
    const commits = commitsOf(inputs, ports);
    const tasks = inputs.tasks.length > 0 ? inputs.tasks : await tasksAt(commits.head, ports);
    const entry = inputs.entry !== "" ? inputs.entry : tasks.length === 1 ? tasks[0] : "_all";
    const artifact = (0,artifact_name/* evidenceArtifactName */.n3)(entry);
    const config = readConfigAt(ports.repository, commits.base);
    // Each task awaits it; without a task nobody does.
    config.catch(() => { });
    const shared = config.then((settings) => readSharedInputs(ports.repository, commits, settings["shared-inputs"]));
    shared.catch(() => { });
    const orders = config.then((settings) => ordersOf((0,config_settings/* settled */.gu)(settings, inputs), ports));
    orders.catch(() => { });
    const scene = {
        ...ports,
        commits,
        config,
        orders,
        shared,
        maxTests: inputs["max-tests"],
        progressOf: (task) => (0,tell_progress/* tellProgress */.X)(task, ports.log, ports.now),
    };
    // What is wrong with one of them, that one finds out for itself.
    await readTasksAhead(ports.repository, commits, tasks).catch((error) => {
        ports.log.info(`The tasks are read one by one: ${String(error)}`);
    });
    let annotationsLeft = run_ANNOTATIONS;
    const annotations = (wanted) => {
        const allowed = Math.min(wanted, annotationsLeft);
        annotationsLeft -= allowed;
        return allowed;
    };
    const publication = new Publication(entry, tasks.length, ports);
    const verified = await (0,in_parallel/* inParallel */.H)(tasks, ports.cores, async (task) => {
        const result = await verifyTask(task, scene);
        await publication.add(result);
        const hidden = await tell(result, artifact, annotations, ports.log);
        return { ...result, hidden };
    });
    const documents = verified.map(({ evidence }) => evidence);
    return {
        verdicts: Object.fromEntries(documents.map(verdictOf)),
        failed: documents.filter(verdict/* isFailure */.N).map(({ task }) => task),
        artifact,
        hidden: verified.reduce((sum, { hidden }) => sum + hidden, 0),
        summary: markdown((0,verdict_words/* verdictsAtAGlance */.np)(documents, { artifact, runUrl: ports.runUrl }), SUMMARY_LIMIT),
        faults: await publication.finish(),
    };
}
/** By settings that hold for each task of this entry. */
function ordersOf(settings, { environmentsFor }) {
    return {
        environments: environmentsFor(settings),
        limits: (0,limits/* runLimits */.g)(settings["timeout-seconds"]),
        mutants: settings.mutants,
        reruns: settings.reruns,
    };
}
function verdictOf({ task, verdict, reasons }) {
    return [task, { verdict, codes: [...new Set(reasons.map(({ code }) => code))] }];
}
function commitsOf(inputs, { checkedOut }) {
    const { head, base, "merge-base": mergeBase } = inputs;
    const given = [head, base, mergeBase].filter((commit) => commit !== "").length;
    if (given === 3)
        return { head, base, mergeBase };
    if (given > 0) {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", 'Invalid input: "head", "base" and "merge-base" go together: all three of a matrix entry, or none');
    }
    const commit = checkedOut();
    return { head: commit, base: commit, mergeBase: commit };
}
async function tasksAt(commit, { repository, log }) {
    const names = (await repository.list(commit, task_folder/* GENERATED */.KB))
        .filter(({ type }) => type === "tree")
        .map(({ path }) => path);
    const tasks = names.filter(task_id/* isTaskId */.XJ);
    if (tasks.length < names.length) {
        log.warning(`${names.length - tasks.length} folders in ${task_folder/* GENERATED */.KB}/ have names that are no task ids, and are left out`);
    }
    return tasks;
}

// EXTERNAL MODULE: ../src/evidence/evidence.ts + 1 modules
var evidence = __webpack_require__(2728);
// EXTERNAL MODULE: ../src/foundation/version.ts + 1 modules
var version = __webpack_require__(8004);
// EXTERNAL MODULE: ../src/git/adapters/checkout.ts
var adapters_checkout = __webpack_require__(6293);
// EXTERNAL MODULE: ../src/git/adapters/repository.ts + 7 modules
var repository = __webpack_require__(5050);
// EXTERNAL MODULE: ../src/proof/adapters/installed-python.ts
var installed_python = __webpack_require__(4648);
// EXTERNAL MODULE: ../src/proof/adapters/python-by-version.ts
var python_by_version = __webpack_require__(970);
// EXTERNAL MODULE: ../src/report/render-report.ts + 19 modules
var render_report = __webpack_require__(4971);
;// CONCATENATED MODULE: ../src/runner/adapters/step-clock.ts
/** Seconds since the step began: it is a process of its own. */
function secondsOfStep() {
    return performance.now() / 1_000;
}
/** The moment of such a number of seconds. */
function dateOfStep(seconds) {
    return new Date(performance.timeOrigin + seconds * 1_000);
}
/** When the step began, and how long it has taken by now, to milliseconds. */
function clockOfStep() {
    return {
        began: new Date(performance.timeOrigin).toISOString(),
        seconds: Math.round(performance.now()) / 1_000,
    };
}

// EXTERNAL MODULE: ../actions/discover/rejection.ts
var rejection = __webpack_require__(7155);
;// CONCATENATED MODULE: ../actions/discover/task-list.ts


/** Reads what was named as tasks; `<root>/x/` and `./<root>/x` are `x`. */
function parseTaskList(items, root) {
    const names = [...new Set(items.map((item) => nameOf(item, root)).filter((name) => name !== ""))];
    const twins = sameWithoutCase(names);
    const ids = [];
    const rejected = [];
    for (const name of names) {
        if (!(0,task_id/* isTaskId */.XJ)(name))
            rejected.push({ name, reason: rejection/* NOT_AN_ID */.G });
        else if (twins.has(name.toLowerCase()))
            rejected.push({ name, reason: rejection/* EQUAL_WITHOUT_CASE */.t });
        else
            ids.push(name);
    }
    return { ids: ids.toSorted(), rejected };
}
/** The lower-case forms that more than one of the names has. */
function sameWithoutCase(names) {
    const seen = new Set();
    const twice = new Set();
    for (const name of names) {
        const folded = name.toLowerCase();
        if (seen.has(folded))
            twice.add(folded);
        else
            seen.add(folded);
    }
    return twice;
}
function nameOf(item, root) {
    const path = item.replace(/^(?:\.\/+)+/, "").replace(/\/+$/, "");
    return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
}

;// CONCATENATED MODULE: ./verify/tasks-named.ts



/** The tasks that were typed: ids, or paths of their folders. */
function tasksNamed(words) {
    const { ids, rejected } = parseTaskList(words, task_folder/* GENERATED */.KB);
    if (rejected.length === 0)
        return ids;
    const said = rejected.map(({ name, reason }) => `${JSON.stringify(name)} ${reason}`);
    throw new errors/* PipelineError */.zC("INPUT_INVALID", said.join("\n"), {
        hint: `Name a task by its id, or by its folder: ${task_folder/* GENERATED */.KB}/shipping_cost`,
    });
}

// EXTERNAL MODULE: ./answer.ts
var answer = __webpack_require__(612);
// EXTERNAL MODULE: ./explain/words.ts
var words = __webpack_require__(5705);
;// CONCATENATED MODULE: ./verify/verify.ts



/** Reasons that say nothing about a task: here it could not be looked at. */
const OF_THIS_MACHINE = new Set([
    "isolation_unavailable",
    "internal_error",
]);
/** What verification found, in the words of `explain`. */
function verified(documents, kept) {
    const open = documents.filter(({ verdict }) => verdict !== "passed");
    const isOfHere = open.some(({ reasons }) => reasons.some((reason) => OF_THIS_MACHINE.has(reason.code)));
    return {
        exit: open.length === 0 ? answer/* EXIT */.d.fine : isOfHere ? answer/* EXIT */.d.unanswered : answer/* EXIT */.d.faults,
        blocks: [
            ...(0,words/* explanationBlocks */.S)(documents.map((evidence) => ({ source: evidence.task, evidence })), [], null, true),
            (0,blocks/* paragraph */.FY)(keptLine(kept)),
        ],
        data: { tasks: documents, page: kept?.page ?? null },
    };
}
function keptLine(kept) {
    if (kept === null) {
        return (0,blocks/* say */.cv) `With ${(0,blocks/* code */.aY)("--keep found")} the evidence stays in found/, with a page that shows it.`;
    }
    const where = (0,blocks/* say */.cv) `The evidence lies in ${(0,blocks/* code */.aY)(kept.folder)}`;
    return kept.page === null
        ? (0,blocks/* say */.cv) `${where}; the page that shows it could not be made: ${kept.fault}`
        : (0,blocks/* say */.cv) `${where}, and ${(0,blocks/* code */.aY)(kept.page)} shows it: open that in a browser.`;
}

// EXTERNAL MODULE: ./adapters/folder.ts
var folder = __webpack_require__(913);
// EXTERNAL MODULE: ./adapters/progress.ts
var adapters_progress = __webpack_require__(4678);
// EXTERNAL MODULE: ./adapters/report.ts + 19 modules
var report = __webpack_require__(9954);
// EXTERNAL MODULE: ../src/git/adapters/store.ts
var adapters_store = __webpack_require__(448);
;// CONCATENATED MODULE: ./adapters/snapshot.ts








/** What tools leave behind in a working tree, and nobody commits. */
const LEFT_BEHIND = new Set([
    "__pycache__",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
    ".DS_Store",
]);
const NEVER = new Set([".git", "node_modules"]);
/**
 * A commit of what stands in a working tree and verification depends on, in a repository of its own, so that what is not
 * committed can be verified as a job would verify it. git is not run in the tree. Answers with the checkout's folder.
 */
async function snapshotOf(root, sharedInputs, temporary) {
    const checkout = (0,external_node_path_.join)(temporary, "snapshot");
    const gitFolder = (0,external_node_path_.join)(checkout, ".git");
    (0,external_node_fs_.mkdirSync)(gitFolder, { recursive: true });
    const store = (0,adapters_store/* createStore */.y)(gitFolder, { url: (0,external_node_url_.pathToFileURL)(gitFolder).href, serverUrl: "", token: "" }, "");
    const paths = [
        ...below(root, (0,external_node_path_.join)(root, task_folder/* GENERATED */.KB)),
        ...[config_config/* CONFIG_PATH */.tF, ...shared_inputs/* ALWAYS_SHARED */.qG].filter((path) => isThere((0,external_node_path_.join)(root, path))),
        ...sharedFiles(root, sharedInputs),
    ];
    const commit = await store.fetching.text(["fast-import", "--quiet", "--done", "--force", "--date-format=raw"], { input: Buffer.concat(stream(root, [...new Set(paths)])) });
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(gitFolder, "HEAD"), `${commit}\n`);
    return checkout;
}
function sharedFiles(root, globs) {
    const folders = new Set(globs.map(shared_inputs/* folderOfGlob */.GT));
    return [...folders]
        .flatMap((folder) => below(root, (0,external_node_path_.join)(root, folder)))
        .filter((path) => (0,shared_inputs/* isSharedInput */.K2)(path, globs));
}
/** Paths of all files below a folder, links among them, which are followed nowhere. */
function below(root, folder) {
    if (!isThere(folder) || !(0,external_node_fs_.lstatSync)(folder).isDirectory())
        return [];
    return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (LEFT_BEHIND.has(entry.name) || NEVER.has(entry.name) || entry.name.endsWith(".pyc"))
            return [];
        if (entry.isDirectory())
            return below(root, path);
        return entry.isFile() || entry.isSymbolicLink()
            ? [(0,external_node_path_.relative)(root, path).replaceAll(external_node_path_.sep, "/")]
            : [];
    });
}
function isThere(path) {
    return (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false }) !== undefined;
}
function stream(root, paths) {
    const who = "agent-pipeline <agent-pipeline@localhost> 0 +0000";
    return [
        Buffer.from(`commit refs/heads/snapshot\nmark :1\nauthor ${who}\ncommitter ${who}\ndata 0\n\n`),
        ...paths.flatMap((path) => {
            const { mode, content } = fileAt((0,external_node_path_.join)(root, path));
            return [
                Buffer.from(`M ${mode} inline ${quoted(path)}\ndata ${content.length}\n`),
                content,
                Buffer.from("\n"),
            ];
        }),
        Buffer.from("get-mark :1\ndone\n"),
    ];
}
function fileAt(path) {
    const stat = (0,external_node_fs_.lstatSync)(path);
    if (stat.isSymbolicLink()) {
        return { mode: modes/* LINK */.ps, content: Buffer.from((0,external_node_fs_.readlinkSync)(path)) };
    }
    const mode = (stat.mode & 0o100) === 0 ? modes/* PLAIN_FILE */.Kz : modes/* PROGRAM */.RX;
    return { mode, content: (0,external_node_fs_.readFileSync)(path) };
}
function quoted(path) {
    return `"${path.replace(/[\\"]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}

;// CONCATENATED MODULE: ./adapters/verify.ts
























/** All else is as the config has it; without isolation nothing runs here, whatever the config allows. */
const USUAL = { "max-tests": "0", isolation: "required" };
/** Verifies tasks of the working tree, committed or not, as a job of the matrix would. */
async function verifyAsked(asked) {
    assertLinux("verify runs code that a model wrote in complete isolation");
    const root = (0,folder/* repositoryAround */.WU)(asked.directory);
    const tasks = tasksNamed(asked.words);
    if (tasks.length === 0 && (0,folder/* filesBelow */.DR)(root, task_folder/* GENERATED */.KB).length === 0) {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", `There is no task in ${task_folder/* GENERATED */.KB}/`, {
            hint: "generate makes one of a story: agent-pipeline generate meta/stories/shipping_cost.md",
        });
    }
    const python = programNamed(asked.text("python") ?? "");
    const given = {
        ...USUAL,
        python,
        tasks: tasks.join(","),
        entry: tasks.length === 1 ? "" : "_all",
    };
    const inputs = parseInputs((name) => name in given ? given[name] : "");
    const temporary = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "agent-pipeline-verify-"));
    const progress = (0,adapters_progress/* progressOn */.z)(process);
    try {
        const { "shared-inputs": shared } = (0,config_config/* parseConfig */.o4)((0,folder/* textAt */.$6)((0,external_node_path_.join)(root, config_config/* CONFIG_PATH */.tF)));
        const checkout = await snapshotOf(root, shared, temporary);
        const documents = [];
        const ports = {
            repository: (0,repository/* openReader */.c)({ url: (0,external_node_url_.pathToFileURL)((0,external_node_path_.join)(checkout, ".git")).href, serverUrl: "", token: "" }, temporary, checkout),
            checkedOut: () => (0,adapters_checkout/* checkedOutIn */.p4)(checkout),
            environmentsFor: (settings) => (0,installed_python/* installedPython */.N)({
                python: (0,python_by_version/* pythonNamed */.k)(settings.python, process.env),
                isolation: "required",
                // Nothing of the person's is visible inside.
                hidden: [root, checkout, temporary, (0,external_node_os_.homedir)()],
                temporary,
                log: progress.log,
            }),
            files: filesFor(asked.text("keep"), documents),
            uploads: NO_UPLOADS,
            log: (0,adapters_progress/* withoutGroups */.f)(progress.log),
            run: { id: "1", attempt: 1 },
            runUrl: "",
            version: version/* VERSION */.x,
            cores: Math.max(1, Math.floor((0,external_node_os_.availableParallelism)() / 2)),
            random: (limit) => (0,external_node_crypto_.randomInt)(limit),
            now: secondsOfStep,
            dateOf: dateOfStep,
        };
        const { faults } = await run(inputs, ports);
        if (faults.length > 0)
            throw faults[0];
        const ordered = documents.toSorted((one, other) => (one.task < other.task ? -1 : 1));
        const keep = asked.text("keep");
        return verified(ordered, keep === null ? null : await keptIn(keep, ordered, root));
    }
    finally {
        progress.end();
        (0,external_node_fs_.rmSync)(temporary, { recursive: true, force: true });
    }
}
/** A path counts from where it was typed; a name is looked for on the PATH. */
function programNamed(typed) {
    return /[\\/]/.test(typed) ? (0,external_node_path_.resolve)(typed) : typed;
}
const SYSTEMS = { darwin: "macOS", win32: "Windows" };
/** Whatever runs code needs namespaces of the kernel. */
function assertLinux(why, platform = process.platform) {
    if (platform === "linux")
        return;
    const place = platform === "win32" ? "In WSL 2" : "In a virtual machine or a container with Linux";
    throw new errors/* PipelineError */.zC("INPUT_INVALID", `${why}, for which it needs Linux; this is ${SYSTEMS[platform] ?? platform}`, {
        hint: `${place}, in a dev container or in a Codespace it works; on GitHub the actions do it. ${EVERYWHERE} work here, and so does generate --dry-run.`,
    });
}
/** What needs nothing of the system but files. */
const EVERYWHERE = "check, discover, doctor, explain, init, replay and report";
const NO_UPLOADS = {
    upload: () => Promise.resolve(),
    uploadPart: () => Promise.resolve(),
    removePart: () => Promise.resolve(),
};
/** What was found as a page, beside the evidence that it shows. */
async function keptIn(keep, documents, root) {
    const folders = documents.map(({ task }) => (0,external_node_path_.join)(keep, task));
    const output = (0,external_node_path_.join)(keep, "report");
    try {
        await (0,report.reportOf)(folders, root, output, () => (0,report.runHere)(1));
        return { folder: keep, page: (0,external_node_path_.join)(output, render_report/* REPORT_FILE */.Uq) };
    }
    catch (error) {
        // The verdicts stand without it.
        return {
            folder: keep,
            page: null,
            fault: error instanceof Error ? error.message : String(error),
        };
    }
}
/** Evidence is read back as the gate would read it, and kept where somebody wants to have it. */
function filesFor(keep, documents) {
    return {
        write: (task, files) => {
            documents.push((0,evidence/* parseEvidence */.vf)(files["evidence.json"] ?? ""));
            if (keep === null)
                return Promise.resolve("");
            const folder = (0,external_node_path_.join)((0,external_node_path_.resolve)(keep), task);
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
            for (const [name, content] of Object.entries(files))
                (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, name), content);
            return Promise.resolve(folder);
        },
    };
}


/***/ }),

/***/ 7960:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GT: () => (/* binding */ folderOfGlob),
/* harmony export */   K2: () => (/* binding */ isSharedInput),
/* harmony export */   qG: () => (/* binding */ ALWAYS_SHARED)
/* harmony export */ });
/* harmony import */ var minimatch__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3812);

/** Files outside the task folder that a verification depends on, besides the config's `shared-inputs`. */
const ALWAYS_SHARED = ["requirements.txt", "test-requirements.txt"];
/**
 * The folder that a glob can find files in: `data/prices` for `data/prices/*.csv`, and `""`, the root, for `**`, or where
 * its first part is a pattern already.
 */
function folderOfGlob(glob) {
    const parts = glob.split("/").slice(0, -1);
    const end = parts.findIndex((part) => /[*?[\]{}()!+@\\]/.test(part) || part === "" || part === ".");
    return (end < 0 ? parts : parts.slice(0, end)).join("/");
}
/** Whether a path of the repository is a shared input, by the globs of the config. */
function isSharedInput(path, globs) {
    if (ALWAYS_SHARED.includes(path))
        return true;
    return globs.some((glob) => (0,minimatch__WEBPACK_IMPORTED_MODULE_0__/* .minimatch */ .xF)(path, glob, { dot: true, nocomment: true, nonegate: true }));
}


/***/ }),

/***/ 2220:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isFailure),
/* harmony export */   S: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5051);
/* harmony import */ var _reason_meanings_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30);
/* harmony import */ var _reasons_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7480);



const REASONS_LIMIT = 900;
const TEXT_LIMIT = 2_000;
/** Without a reason against it a task has passed; it has failed when one of the reasons shows something wrong. */
function judge(reasons) {
    const ordered = reasons
        .toSorted((a, b) => _reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .REASON_CODES */ .OE.indexOf(a.code) - _reasons_js__WEBPACK_IMPORTED_MODULE_2__/* .REASON_CODES */ .OE.indexOf(b.code))
        .slice(0, REASONS_LIMIT)
        .map(storable);
    if (ordered.length === 0)
        return { verdict: "passed", reasons: [] };
    const isFailed = ordered.some(({ code }) => _reason_meanings_js__WEBPACK_IMPORTED_MODULE_1__/* .REASON_MEANINGS */ .k[code].verdict === "failed");
    return { verdict: isFailed ? "failed" : "unproven", reasons: ordered };
}
/** Whether a verdict makes the step fail: a selection that the caller asked for does not. */
function isFailure({ verdict, reasons }) {
    return verdict !== "passed" && !reasons.every(({ code }) => code === "partial_selection");
}
/** Half a surrogate pair is no Unicode text, and JSON of it would not be read by everybody. */
function text(value) {
    return (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(value, TEXT_LIMIT).toWellFormed();
}
function storable(reason) {
    return {
        ...reason,
        message: text(reason.message),
        ...(reason.test !== undefined && { test: text(reason.test) }),
        ...(reason.file !== undefined && { file: text(reason.file) }),
    };
}


/***/ }),

/***/ 4648:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ installedPython)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6662);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4566);
/* harmony import */ var _requirements_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9092);
/* harmony import */ var _isolated_installation_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2837);
/* harmony import */ var _isolated_pytest_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5465);
/* harmony import */ var _pip_settings_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9002);
/* harmony import */ var _python_environment_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5661);









/** What is installed where the interpreter has no pytest. */
const PYTEST = "pytest==9.2.0";
const INSTALL_SECONDS = 600;
/** The interpreter that the workflow names, with one virtual environment for each set of requirements. */
function installedPython(options) {
    const prepared = new Map();
    let base = null;
    return {
        prepare(requirements) {
            const key = requirements.map(({ line }) => line).join("\n");
            const known = prepared.get(key);
            if (known !== undefined)
                return known;
            base ??= (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_8__/* .readPythonEnvironment */ .Y)(options.python);
            const making = prepare(base, requirements, options);
            prepared.set(key, making);
            return making;
        },
    };
}
async function prepare(base, requirements, options) {
    try {
        const made = await withRequirements(await base, requirements, options);
        if (made.kind === "unavailable")
            return made;
        return {
            kind: "ready",
            isolated: (0,_isolated_pytest_js__WEBPACK_IMPORTED_MODULE_6__/* .isolatedPytest */ .zn)({
                environment: made.environment,
                isolation: options.isolation,
                hidden: options.hidden,
                temporary: options.temporary,
                plugins: (0,_requirements_js__WEBPACK_IMPORTED_MODULE_4__/* .pluginsOf */ .mT)(requirements),
                ways: made.ways,
            }),
        };
    }
    catch (error) {
        if (!(error instanceof _foundation_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PipelineError */ .zC))
            throw error;
        return { kind: "failed", problem: [error.message, error.hint].filter(Boolean).join(" ") };
    }
}
async function withRequirements(base, requirements, options) {
    const { temporary, log, hidden, ways = _isolated_pytest_js__WEBPACK_IMPORTED_MODULE_6__/* .WAY_NAMES */ .n_ } = options;
    const asksForPytest = requirements.some(({ name }) => name === "pytest");
    const lines = [
        ...requirements.map(({ line }) => line),
        ...(base.pytest === null && !asksForPytest ? [PYTEST] : []),
    ];
    if (lines.length === 0)
        return { kind: "made", environment: base, ways };
    log.info(`Installing for ${base.executable}, from wheels only: ${lines.join(", ")}`);
    // Not the temporary folder itself: only its owner may look into that, and the tests run as another user.
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temporary, "agent-pipeline-python-")), "environment");
    const made = await virtualEnvironment(base, folder);
    const environment = { ...made, folders: [...made.folders, ...base.folders] };
    const ended = await (0,_isolated_installation_js__WEBPACK_IMPORTED_MODULE_5__/* .installIsolated */ .T)({
        target: folder,
        executable: made.executable,
        folders: environment.folders,
        args: pipInstall(lines),
        settings: await (0,_pip_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .readPipSettings */ .p)(made.executable, process.env),
        hidden,
        ways,
        seconds: INSTALL_SECONDS,
    });
    if (ended.kind === "failed")
        throw notInstalled(ended.said);
    if (ended.kind === "installed")
        return { kind: "made", environment, ways };
    if (options.isolation === "required")
        return ended;
    await must(made.executable, ["-I", "-m", "pip", ...pipInstall(lines)]);
    // What a package has brought along may have run anywhere: tests with it show nothing, isolated or not.
    return { kind: "made", environment, ways: [] };
}
/** Nothing of a package runs while it is made, nor later while it is asked about itself. */
async function virtualEnvironment(base, folder) {
    // pytest and pip of the interpreter stay visible; what is installed here comes before them.
    const ownPip = base.hasPip ? ["--without-pip"] : [];
    await must(base.executable, ["-I", "-m", "venv", ...ownPip, "--system-site-packages", folder]);
    // Asked before anything is in it: what a package brings along may run whenever this interpreter starts, so that
    // after the installation it starts in isolation only.
    const made = await (0,_python_environment_js__WEBPACK_IMPORTED_MODULE_8__/* .readPythonEnvironment */ .Y)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "bin", "python"));
    if (base.virtualLibrary !== null)
        await inherit(base.virtualLibrary, made);
    return made;
}
function pipInstall(lines) {
    const options = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-cache-dir"];
    return ["install", ...options, "--only-binary=:all:", "--", ...lines];
}
/** A virtual environment made by another one sees only what stands below both; this shows it the other's packages. */
async function inherit(library, { executable, virtualLibrary }) {
    if (virtualLibrary === null)
        throw new Error(`${executable} is no virtual environment`);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(virtualLibrary, "inherited.pth"), `${library}\n`);
}
async function must(command, args) {
    const { exitCode, stderr } = await (0,_foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_2__/* .runProgram */ .m)(command, args, {
        seconds: INSTALL_SECONDS,
        environment: (0,_pip_settings_js__WEBPACK_IMPORTED_MODULE_7__/* .pipEnvironment */ .d)(process.env),
    });
    if (exitCode !== 0)
        throw notInstalled(stderr);
}
function notInstalled(stderr) {
    const said = stderr.trim().split("\n").slice(-3).join(" ").slice(0, 500);
    return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PipelineError */ .zC("SERVICE_UNAVAILABLE", `The packages could not be installed: ${said}`, {
        hint: "Only wheels are installed, and pip has to be part of the interpreter.",
    });
}


/***/ }),

/***/ 2837:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ installIsolated)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_url__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6662);
/* harmony import */ var _isolated_pytest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5465);





const ISOLATION_SCRIPT = (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(new URL(/* asset import */ __webpack_require__(5791), __webpack_require__.b));
/** Far from those of the tests, so that its user is another one. */
const SLOT = 255;
/** What the script ends with when pip was run and failed. */
const PIP_FAILED = 93;
// The network stays: pip needs its index.
const NAMESPACES = "unshare --mount --pid --ipc --uts --cgroup --fork --kill-child --propagation private".split(" ");
/** What starts the script; `sudo` ends on its own in time, because we may not end what it has started. */
const COMMANDS = {
    root: () => NAMESPACES,
    "user namespace": () => [...NAMESPACES, "--user", "--map-root-user"],
    sudo: (seconds) => "sudo -n -- timeout -s KILL".split(" ").concat(String(seconds), NAMESPACES),
};
/** Installs where nothing of the job is in sight but the network: whatever of a package runs meanwhile, runs there. */
async function installIsolated(installation) {
    const { folders, hidden, settings, target } = installation;
    const needed = (0,_isolated_pytest_js__WEBPACK_IMPORTED_MODULE_4__/* .outermost */ .J9)(folders).filter((folder) => !(0,_isolated_pytest_js__WEBPACK_IMPORTED_MODULE_4__/* .isWithin */ .UO)(folder, target));
    const holdsJob = (path) => path === "/" || hidden.some((folder) => (0,_isolated_pytest_js__WEBPACK_IMPORTED_MODULE_4__/* .isWithin */ .UO)(folder, path));
    const exposed = needed.find(holdsJob);
    if (exposed !== undefined) {
        const why = `the interpreter needs ${exposed}, which holds the runner's own files`;
        return { kind: "unavailable", tried: [why] };
    }
    // What holds the job's files, or is a way to them, stays out of sight, and pip says what it does not find.
    const named = [];
    for (const path of settings.paths.filter((candidate) => !holdsJob(candidate))) {
        if (await isAsNamed(path, hidden))
            named.push(path);
    }
    const paths = [...needed, ...named];
    const tried = [];
    for (const way of _isolated_pytest_js__WEBPACK_IMPORTED_MODULE_4__/* .WAY_NAMES */ .n_.filter((name) => installation.ways.includes(name))) {
        const ended = await installBy(way, paths, installation);
        if (typeof ended !== "string")
            return ended;
        tried.push(`${way}: ${ended}`);
    }
    return { kind: "unavailable", tried };
}
/** Whether no link leads elsewhere from a path in a folder of the job, where others than the workflow may put links. */
async function isAsNamed(path, hidden) {
    const folder = hidden.find((candidate) => (0,_isolated_pytest_js__WEBPACK_IMPORTED_MODULE_4__/* .isWithin */ .UO)(path, candidate));
    if (folder === undefined)
        return true;
    try {
        const expected = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path));
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path)) === expected;
    }
    catch {
        return false;
    }
}
/** A text says why the way is none. */
async function installBy(way, paths, { target, executable, args, settings, seconds }) {
    if (way === "root" && process.getuid?.() !== 0)
        return "not root";
    const work = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), "installation-"));
    const [root, scratch, handed] = ["root", "scratch", "settings"].map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(work, name));
    try {
        for (const folder of [root, scratch, handed])
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(handed, "pip.conf"), settings.conf);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(handed, "netrc"), settings.netrc);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(handed, "variables"), asShell(settings.variables));
        const [command, ...before] = COMMANDS[way](seconds);
        const user = way === "user namespace" ? "mapped" : await (0,_isolated_pytest_js__WEBPACK_IMPORTED_MODULE_4__/* .separateUser */ .dL)(SLOT);
        const { exitCode, stderr } = await (0,_foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_3__/* .runProgram */ .m)(command, [
            ...before,
            "--",
            "/bin/sh",
            ISOLATION_SCRIPT,
            root,
            user,
            target,
            scratch,
            handed,
            executable,
            ...paths,
            "--",
            ...args,
        ], { seconds, environment: { PATH: process.env["PATH"] } });
        if (exitCode === 0)
            return { kind: "installed" };
        // Killed: it took too long, and no other way would be faster.
        if (exitCode === PIP_FAILED || exitCode === -1 || exitCode === 137) {
            return { kind: "failed", said: stderr };
        }
        return stderr.trim().slice(-500) || `it ended with ${exitCode}`;
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(work, { recursive: true, force: true });
    }
}
/** Read by a shell inside, so that a proxy's password stands in no list of processes. */
function asShell(variables) {
    return Object.entries(variables)
        .map(([name, value]) => `export ${name}='${value.replaceAll("'", String.raw `'\''`)}'\n`)
        .join("");
}


/***/ }),

/***/ 5465:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  RX: () => (/* binding */ PROGRAM),
  n_: () => (/* binding */ WAY_NAMES),
  UO: () => (/* binding */ isWithin),
  zn: () => (/* binding */ isolatedPytest),
  J9: () => (/* binding */ outermost),
  dL: () => (/* binding */ separateUser)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ../src/foundation/adapters/program.ts
var program = __webpack_require__(6662);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1548);
// EXTERNAL MODULE: ../src/proof/pytest-report.ts
var pytest_report = __webpack_require__(7393);
// EXTERNAL MODULE: ../src/foundation/json.ts
var json = __webpack_require__(3723);
;// CONCATENATED MODULE: ../src/proof/adapters/json-line-process.ts


const LINE_LIMIT = 128 * 1024 * 1024;
const NEWLINE = 10;
/** A process that is told JSON lines and answers with JSON lines, in order. */
class JsonLineProcess {
    #child;
    #closed;
    #isClosed = false;
    #chunks = [];
    #size = 0;
    #stderr = "";
    /** Lines that nobody has asked for yet. */
    #lines = [];
    #waiting = null;
    constructor(command, args, environment) {
        const child = (0,program/* startProgram */.X)(command, args, { environment, hasInput: true });
        this.#child = child;
        this.#closed = new Promise((resolve) => {
            const end = () => {
                this.#isClosed = true;
                this.#settle(null);
                resolve();
            };
            child.on("error", (error) => {
                this.#stderr += error.message;
                end();
            });
            child.on("close", end);
        });
        child.stdin?.on("error", () => { });
        child.stderr?.on("data", (chunk) => {
            if (this.#stderr.length < 4_000)
                this.#stderr += chunk.toString("utf8");
        });
        child.stdout?.on("data", (chunk) => this.#take(chunk));
    }
    tell(message) {
        this.#child.stdin?.write(`${JSON.stringify(message)}\n`);
    }
    /** The next answer; null when there is none within the time, or will never be one. */
    async next(seconds) {
        const line = this.#lines.shift() ?? (await this.#awaited(seconds));
        return line === null ? null : ((0,json/* jsonIn */.Yf)(line.toString("utf8")) ?? null);
    }
    /** Ends the process and everything below it; answers with what stood on its error output. */
    async end() {
        this.#child.stdin?.end();
        const timer = setTimeout(() => this.#child.kill("SIGKILL"), 2_000);
        await this.#closed;
        clearTimeout(timer);
        return this.#stderr.trim().split("\n").slice(-3).join(" | ") || "it did not answer";
    }
    #awaited(seconds) {
        if (this.#isClosed)
            return Promise.resolve(null);
        return new Promise((resolve) => {
            const timer = setTimeout(() => this.#settle(null), seconds * 1_000);
            this.#waiting = (line) => {
                clearTimeout(timer);
                resolve(line);
            };
        });
    }
    #take(chunk) {
        let rest = chunk;
        for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
            const line = Buffer.concat([...this.#chunks.splice(0), rest.subarray(0, end)]);
            this.#size = 0;
            rest = rest.subarray(end + 1);
            if (this.#waiting === null)
                this.#lines.push(line);
            else
                this.#settle(line);
        }
        if (rest.length > 0)
            this.#chunks.push(rest);
        this.#size += rest.length;
        if (this.#size > LINE_LIMIT)
            this.#child.kill("SIGKILL");
    }
    #settle(line) {
        const waiting = this.#waiting;
        this.#waiting = null;
        waiting?.(line);
    }
}

;// CONCATENATED MODULE: ../src/proof/adapters/process-session.ts




/** How long a session may take until it answers for the first time. */
const START_SECONDS = 30;
/** How much longer than its own limit a run may take before the whole session is ended from outside. */
const GRACE_SECONDS = 15;
const Answer = {
    ready: schemas/* object */.Ikc({ ready: schemas/* object */.Ikc({ python: schemas/* string */.YjP(), pytest: schemas/* string */.YjP() }) }),
    files: schemas/* object */.Ikc({ files: schemas/* int */.Whr() }),
    alive: schemas/* object */.Ikc({ alive: schemas/* object */.Ikc({ seconds: schemas/* number */.aig(), report: schemas/* base64 */.K39() }) }),
    run: schemas/* object */.Ikc({
        ended: schemas/* discriminatedUnion */.gMt("kind", [
            schemas/* object */.Ikc({ kind: schemas/* literal */.euz("exit"), code: schemas/* int */.Whr() }),
            schemas/* object */.Ikc({ kind: schemas/* literal */.euz("signal"), signal: schemas/* string */.YjP() }),
            schemas/* object */.Ikc({ kind: schemas/* literal */.euz("timeout") }),
            schemas/* object */.Ikc({ kind: schemas/* literal */.euz("report_overflow") }),
            schemas/* object */.Ikc({ kind: schemas/* literal */.euz("stopped") }),
        ]),
        report: schemas/* base64 */.K39(),
        reportOverflown: schemas/* boolean */.zMY(),
        output: schemas/* base64 */.K39(),
        seconds: schemas/* number */.aig(),
    }),
};
/** The other end of `inside/supervisor.py`. */
class ProcessSession {
    isolation;
    python;
    pytest;
    #process;
    #root;
    #onSignOfLife;
    constructor(process, start, versions) {
        this.#process = process;
        this.#root = start.root;
        this.#onSignOfLife = start.onSignOfLife;
        this.isolation = start.isolation;
        this.python = versions.python;
        this.pytest = versions.pytest;
    }
    /** A session that answers, or why there is none. */
    static async start(start) {
        const child = new JsonLineProcess(start.command, start.args, {
            PATH: process.env["PATH"],
            ...start.environment,
        });
        const answer = Answer.ready.safeParse(await child.next(START_SECONDS));
        if (answer.success)
            return new ProcessSession(child, start, answer.data.ready);
        const problem = await child.end();
        await (0,promises_.rm)(start.root, { recursive: true, force: true });
        return problem;
    }
    async load(files, plugins) {
        this.#process.tell({ files: encoded(files), plugins });
        const answer = await this.#process.next(START_SECONDS);
        if (!Answer.files.safeParse(answer).success)
            throw new Error("The isolation did not take the files");
    }
    inspect(paths, limits) {
        return this.#run({ mode: "inspect", paths, limits });
    }
    collect(changes, limits) {
        return this.#run({ mode: "collect", changes: encoded(changes), limits });
    }
    run({ tests, changes = [], ...request }) {
        return this.#run({
            mode: "run",
            changes: encoded(changes),
            ...request,
            ...(tests === null ? {} : { tests }),
        });
    }
    answer({ stubs, limits, ...asked }) {
        return this.#run({ mode: "answer", asked, limits, ...(stubs !== undefined && { stubs }) });
    }
    expected(expressions, limits) {
        return this.#run({ mode: "expected", expressions, limits });
    }
    async close() {
        await this.#process.end();
        await (0,promises_.rm)(this.#root, { recursive: true, force: true });
    }
    async #run(command) {
        const started = performance.now();
        this.#process.tell(command);
        const answer = Answer.run.safeParse(await this.#end(command.limits.seconds + GRACE_SECONDS));
        if (!answer.success) {
            await this.#process.end();
            const seconds = (performance.now() - started) / 1_000;
            return { ended: { kind: "lost" }, report: "", output: "", seconds };
        }
        const { ended, report, reportOverflown, output, seconds } = answer.data;
        return {
            ended: reportOverflown ? { kind: "report_overflow" } : ended,
            report: Buffer.from(report, "base64").toString("utf8"),
            output: Buffer.from(output, "base64").toString("utf8"),
            seconds,
        };
    }
    /** The answer at the end of a run, past the signs of life that come before it. */
    async #end(seconds) {
        const deadline = performance.now() + seconds * 1_000;
        for (;;) {
            const answer = await this.#process.next((deadline - performance.now()) / 1_000);
            const sign = Answer.alive.safeParse(answer);
            if (!sign.success)
                return answer;
            const { report, seconds: passed } = sign.data.alive;
            const test = (0,pytest_report/* runningTest */.sr)(Buffer.from(report, "base64").toString("utf8"));
            this.#onSignOfLife?.({ seconds: passed, test });
        }
    }
}
function encoded(files) {
    return files.map(({ path, content }) => [path, Buffer.from(content).toString("base64")]);
}

;// CONCATENATED MODULE: ../src/proof/adapters/isolated-pytest.ts






const ISOLATION_SCRIPT = (0,external_node_url_.fileURLToPath)(new URL(/* asset import */ __webpack_require__(2189), __webpack_require__.b));
// Each by a URL of its own: the bundler finds them so, and gives them names of its own.
const PROGRAM = {
    "pytest_session.py": new URL(/* asset import */ __webpack_require__(8923), __webpack_require__.b),
    "example_answers.py": new URL(/* asset import */ __webpack_require__(8405), __webpack_require__.b),
    "supervisor.py": new URL(/* asset import */ __webpack_require__(3597), __webpack_require__.b),
    "run_parent.py": new URL(/* asset import */ __webpack_require__(8745), __webpack_require__.b),
    "run_files.py": new URL(/* asset import */ __webpack_require__(4006), __webpack_require__.b),
    "run_report.py": new URL(/* asset import */ __webpack_require__(7467), __webpack_require__.b),
    "pytest_reporter.py": new URL(/* asset import */ __webpack_require__(7962), __webpack_require__.b),
    "kernel.py": new URL(/* asset import */ __webpack_require__(3938), __webpack_require__.b),
    "system_calls.py": new URL(/* asset import */ __webpack_require__(6512), __webpack_require__.b),
    "task_syntax.py": new URL(/* asset import */ __webpack_require__(2808), __webpack_require__.b),
    "task_source.py": new URL(/* asset import */ __webpack_require__(9558), __webpack_require__.b),
    "task_stubs.py": new URL(/* asset import */ __webpack_require__(830), __webpack_require__.b),
    "task_own_names.py": new URL(/* asset import */ __webpack_require__(3324), __webpack_require__.b),
    "task_policy.py": new URL(/* asset import */ __webpack_require__(3401), __webpack_require__.b),
    "task_reach.py": new URL(/* asset import */ __webpack_require__(1038), __webpack_require__.b),
    "task_made.py": new URL(/* asset import */ __webpack_require__(6968), __webpack_require__.b),
    "task_objects.py": new URL(/* asset import */ __webpack_require__(3833), __webpack_require__.b),
    "task_mutants.py": new URL(/* asset import */ __webpack_require__(7903), __webpack_require__.b),
    "task_values.py": new URL(/* asset import */ __webpack_require__(3394), __webpack_require__.b),
    "task_flow.py": new URL(/* asset import */ __webpack_require__(3919), __webpack_require__.b),
    "task_flow_statements.py": new URL(/* asset import */ __webpack_require__(9305), __webpack_require__.b),
    "task_flow_calls.py": new URL(/* asset import */ __webpack_require__(2698), __webpack_require__.b),
    "task_flow_expressions.py": new URL(/* asset import */ __webpack_require__(8416), __webpack_require__.b),
    "task_flow_names.py": new URL(/* asset import */ __webpack_require__(6971), __webpack_require__.b),
    "task_flow_state.py": new URL(/* asset import */ __webpack_require__(6966), __webpack_require__.b),
    "task_flow_claims.py": new URL(/* asset import */ __webpack_require__(5857), __webpack_require__.b),
    "task_flow_library.py": new URL(/* asset import */ __webpack_require__(368), __webpack_require__.b),
    "task_flow_scopes.py": new URL(/* asset import */ __webpack_require__(8422), __webpack_require__.b),
    "task_flow_value.py": new URL(/* asset import */ __webpack_require__(4498), __webpack_require__.b),
};
const MAIN = "pytest_session.py";
/** Nothing of a job lasts longer; the bound holds even if this process dies in an odd way. */
const SESSION_SECONDS = 6 * 3_600;
const WAY_NAMES = ["root", "user namespace", "sudo"];
const NAMESPACES = "unshare --mount --pid --net --ipc --uts --cgroup --fork --kill-child --propagation private".split(" ");
const WAYS = [
    { name: "root", command: NAMESPACES, user: separateUser },
    {
        name: "user namespace",
        command: [...NAMESPACES, "--user", "--map-root-user"],
        user: () => Promise.resolve("mapped"),
    },
    {
        name: "sudo",
        command: ["sudo", "-n", "--", "timeout", "-s", "KILL", String(SESSION_SECONDS), ...NAMESPACES],
        user: separateUser,
    },
];
function isolatedPytest(options) {
    return new Sessions(options);
}
class Sessions {
    #options;
    #way = null;
    #slot = 0;
    #program = null;
    constructor(options) {
        this.#options = options;
    }
    async open(files, options = {}) {
        const tried = [];
        const exposed = this.#exposedFolder();
        if (exposed !== null)
            tried.push(`the interpreter needs ${exposed}, which holds the runner's own files`);
        for (const way of exposed !== null ? [] : this.#ways()) {
            const opened = await this.#openBy(way, options);
            if (typeof opened === "string") {
                tried.push(`${way.name}: ${opened}`);
                continue;
            }
            this.#way = way;
            await opened.load(files, this.#options.plugins ?? []);
            return { kind: "opened", session: opened };
        }
        if (this.#options.isolation === "required")
            return { kind: "unavailable", tried };
        return { kind: "opened", session: await this.#openWithout(files, options) };
    }
    /** All of them until one has worked. */
    #ways() {
        if (this.#way !== null)
            return [this.#way];
        const names = this.#options.ways ?? WAY_NAMES;
        return WAYS.filter(({ name }) => names.includes(name) && (name !== "root" || process.getuid?.() === 0));
    }
    async #openBy(way, { seed = 0, onSignOfLife }) {
        const root = await (0,promises_.mkdtemp)((0,external_node_path_.join)(this.#options.temporary ?? (0,external_node_os_.tmpdir)(), "agent-pipeline-root-"));
        const [command, ...args] = [
            ...way.command,
            "--",
            "/bin/sh",
            ISOLATION_SCRIPT,
            root,
            await way.user(this.#slot++),
            await this.#programFolder(),
            String(seed),
            this.#options.environment.executable,
            ...this.#folders(),
        ];
        return ProcessSession.start({
            command: command,
            args,
            root,
            isolation: "namespaces",
            onSignOfLife,
        });
    }
    async #openWithout(files, { seed = 0, onSignOfLife }) {
        const root = await (0,promises_.mkdtemp)((0,external_node_path_.join)(this.#options.temporary ?? (0,external_node_os_.tmpdir)(), "agent-pipeline-open-"));
        const session = await ProcessSession.start({
            command: this.#options.environment.executable,
            args: ["-s", "-B", "-X", "utf8", (0,external_node_path_.join)(await this.#programFolder(), MAIN), root],
            environment: { PYTHONHASHSEED: String(seed), HOME: root, TMPDIR: (0,external_node_path_.join)(root, "tmp") },
            root,
            isolation: "none",
            onSignOfLife,
        });
        if (typeof session === "string")
            throw new Error(`pytest could not be started: ${session}`);
        await session.load(files, this.#options.plugins ?? []);
        return session;
    }
    /** The Python files under the names by which they import each other. */
    #programFolder() {
        return (this.#program ??= (async () => {
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(this.#options.temporary ?? (0,external_node_os_.tmpdir)(), "agent-pipeline-program-"));
            for (const [name, url] of Object.entries(PROGRAM)) {
                await (0,promises_.copyFile)((0,external_node_url_.fileURLToPath)(url), (0,external_node_path_.join)(folder, name));
            }
            await compile(folder, this.#options.environment);
            return folder;
        })());
    }
    #folders() {
        return outermost(this.#options.environment.folders);
    }
    #exposedFolder() {
        const isExposed = (folder) => folder === "/" || this.#options.hidden.some((hidden) => isWithin(hidden, folder));
        return this.#folders().find(isExposed) ?? null;
    }
}
const COMPILE = `
import os, py_compile, sys
for name in os.listdir(sys.argv[1]):
    py_compile.compile(os.path.join(sys.argv[1], name), invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
`;
/**
 * So that not every session compiles our own files. By the bare interpreter, which loads no package: it runs outside of
 * the isolation. Where it cannot, sessions do it themselves.
 */
async function compile(folder, { base }) {
    const args = ["-I", "-S", "-c", COMPILE, folder];
    await (0,program/* runProgram */.m)(base, args, { seconds: 60, environment: {} }).catch(() => null);
}
/** Folders that every isolation has, read-only. */
const SYSTEM = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32"];
/** What has to be bound besides /usr and its like: outermost folders only. */
function outermost(all) {
    const folders = [...new Set(all)].filter((folder) => !SYSTEM.some((system) => isWithin(folder, system)));
    return folders.filter((folder) => !folders.some((other) => other !== folder && isWithin(folder, other)));
}
function isWithin(path, folder) {
    return path === folder || path.startsWith(folder.endsWith(external_node_path_.sep) ? folder : `${folder}${external_node_path_.sep}`);
}
/**
 * A user that owns nothing and runs nothing else, so that the limit on processes counts those of one session alone.
 * Where only some users exist (a container's own user namespace) it is `nobody`.
 */
async function separateUser(slot) {
    const map = await (0,promises_.readFile)("/proc/self/uid_map", "utf8").catch(() => "");
    const isWhole = /^\s*0\s+0\s+4294967295\s*$/.test(map);
    return isWhole ? String(2_000_000_000 + ((process.pid * 256 + slot) % 100_000_000)) : "65534";
}


/***/ }),

/***/ 9002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ pipEnvironment),
/* harmony export */   p: () => (/* binding */ readPipSettings)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1548);
/* harmony import */ var _foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6662);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4566);
/* harmony import */ var _foundation_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3723);




/** What pip finds its index, its settings, its proxy and its certificates by; no token of the job is among it. */
const PASSED_ON = /^(?:PATH|HOME|TMPDIR|LANG|LC_ALL|PIP_\w+|XDG_(?:CONFIG|CACHE)_HOME|NETRC|SSL_CERT_(?:FILE|DIR)|REQUESTS_CA_BUNDLE|(?:HTTPS?|ALL|NO)_PROXY)$/i;
const PROXY_OR_CERTIFICATE = /^(?:SSL_CERT_(?:FILE|DIR)|REQUESTS_CA_BUNDLE|(?:HTTPS?|ALL|NO)_PROXY)$/i;
/** The part of an environment that pip is given. */
function pipEnvironment(environment) {
    return picked(environment, PASSED_ON);
}
const Found = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    /** By name, without the section: what counts for an installation. */
    settings: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
    logins: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()])),
});
// pip is asked for its settings, so that they are found where it finds them; the values are Python's own literals.
const QUESTION = `
import ast, json, netrc, os, subprocess, sys, urllib.parse
listed = subprocess.run(
    [sys.executable, "-I", "-m", "pip", "config", "list"], cwd="/", stdout=subprocess.PIPE, check=True, text=True
).stdout
found = {"global": {}, "install": {}, ":env:": {}}
for line in listed.splitlines():
    key, equals, value = line.partition("=")
    section, _, name = key.rpartition(".")
    if equals and section in found:
        found[section][name] = ast.literal_eval(value)
settings = {**found["global"], **found["install"], **found[":env:"]}
places = ("index-url", "extra-index-url", "find-links")
urls = [word for name in places for word in settings.get(name, "").split()]
home = os.path.expanduser("~")
logins = []
for path in [os.environ.get("NETRC") or os.path.join(home, ".netrc"), os.path.join(home, "_netrc")]:
    try:
        known = netrc.netrc(path)
    except (OSError, netrc.NetrcParseError):
        continue
    for host in sorted({urllib.parse.urlsplit(url).hostname or "" for url in urls} - {""}):
        login = known.authenticators(host)
        if login:
            logins.append([host, login[0] or "", login[2] or ""])
    break
print(json.dumps({"settings": settings, "logins": logins}))
`;
/** Where pip would write besides the environment, or look for more settings: nothing of it is inside. */
const LEFT_OUT = ["cache-dir", "log", "log-file", "config-file"];
const NAMING_PATHS = [
    "find-links",
    "index-url",
    "extra-index-url",
    "cert",
    "client-cert",
    "constraint",
    "build-constraint",
    "requirement",
];
/** Asks the pip of an interpreter, in the environment of this job. Rejects with what it said when it cannot tell. */
async function readPipSettings(python, environment) {
    const { exitCode, stdout, stderr } = await (0,_foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runProgram */ .m)(python, ["-I", "-c", QUESTION], {
        seconds: 60,
        environment: pipEnvironment(environment),
    });
    const found = Found.safeParse((0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonIn */ .Yf)(stdout.toString("utf8")));
    if (exitCode !== 0 || !found.success) {
        const said = stderr.trim().slice(-500);
        throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("INPUT_INVALID", `pip does not tell its settings: ${said}`, {
            hint: "Look at pip's configuration files and at the PIP_ variables of the job.",
        });
    }
    const variables = picked(environment, PROXY_OR_CERTIFICATE);
    const settings = Object.entries(found.data.settings).filter(([key]) => !LEFT_OUT.includes(key));
    const values = [
        ...settings.filter(([key]) => NAMING_PATHS.includes(key)).map(([, value]) => value),
        ...Object.values(variables),
    ];
    return {
        conf: ["[global]", ...settings.map(asSetting), ""].join("\n"),
        netrc: found.data.logins.map(asLogin).join(""),
        variables,
        paths: [...new Set(values.flatMap((value) => value.split(/\s+/)).flatMap(pathIn))],
    };
}
/** Words of a list stand on lines of their own; what goes on is indented. */
function asSetting([key, value]) {
    return `${key} = ${value.trim().replaceAll(/\s*\n\s*/g, "\n    ")}`;
}
function asLogin([host, login, password]) {
    return `machine ${host}\n  login ${asToken(login)}\n  password ${asToken(password)}\n`;
}
/** Quoted only where it has to be: until Python 3.10 quotes are part of the text. */
function asToken(text) {
    return /["\\\s#]|^$/.test(text) ? `"${text.replaceAll(/["\\]/g, String.raw `\$&`)}"` : text;
}
function pathIn(word) {
    if (word.startsWith("/"))
        return [word];
    if (!/^file:\/\/(?:localhost)?\//.test(word))
        return [];
    return [decodeURIComponent(word.replace(/^file:\/\/(?:localhost)?/, ""))];
}
function picked(environment, names) {
    return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== undefined && names.test(name) ? [[name, value]] : []));
}


/***/ }),

/***/ 970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ pythonNamed)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);


/**
 * The interpreter that a setting names. A version such as `3.13` is looked for where runners keep the Pythons that they come
 * with and that actions/setup-python brings (RUNNER_TOOL_CACHE, newest first), and is `python3.13` of the PATH otherwise.
 */
function pythonNamed(named, environment) {
    if (!/^\d+(?:\.\d+){1,2}$/.test(named))
        return named;
    const cache = environment["RUNNER_TOOL_CACHE"] ?? "";
    const inCache = cache === "" ? null : newestIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(cache, "Python"), named);
    return inCache ?? `python${named.split(".").slice(0, 2).join(".")}`;
}
/** Folders are named `3.13.5/x64`. */
function newestIn(folder, wanted) {
    const versions = namesIn(folder)
        .filter((name) => /^\d+(?:\.\d+){2}$/.test(name))
        .filter((name) => name === wanted || name.startsWith(`${wanted}.`))
        .toSorted((one, other) => patchOf(other) - patchOf(one));
    for (const version of versions) {
        const architectures = namesIn((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, version)).toSorted();
        const found = architectures
            .map((architecture) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, version, architecture, "bin", "python3"))
            .find((path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path));
        if (found !== undefined)
            return found;
    }
    return null;
}
function patchOf(version) {
    return Number(version.split(".").at(-1));
}
function namesIn(folder) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(folder);
    }
    catch {
        return [];
    }
}


/***/ }),

/***/ 5661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ readPythonEnvironment)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1548);
/* harmony import */ var _foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6662);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4566);
/* harmony import */ var _foundation_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3723);




const Facts = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    executable: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().startsWith("/"),
    /** The interpreter that a virtual environment is made of: nothing that is installed in that one ever starts with it. */
    base: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().startsWith("/"),
    version: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    folders: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().startsWith("/")),
    pytest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    hasPip: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    /** Where a virtual environment keeps its own packages; null for an interpreter that is none. */
    virtualLibrary: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().startsWith("/").nullable(),
});
// `sys.executable` looks through the shims of version managers; a virtual environment keeps its own path.
const QUESTION = `
import importlib.metadata, importlib.util, json, os, sys, sysconfig
try:
    pytest = importlib.metadata.version("pytest")
except importlib.metadata.PackageNotFoundError:
    pytest = None
folders = [sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix]
folders += [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
folders += [os.path.dirname(os.path.realpath(sys.executable))]
folders += [path for path in sys.path if os.path.isdir(path)]
print(json.dumps({
    "executable": sys.executable,
    "base": getattr(sys, "_base_executable", None) or sys.executable,
    "version": "%d.%d.%d" % sys.version_info[:3],
    "folders": folders + [os.path.realpath(path) for path in folders],
    "pytest": pytest,
    "hasPip": importlib.util.find_spec("pip") is not None,
    "virtualLibrary": sysconfig.get_path("purelib") if sys.prefix != sys.base_prefix else None,
}))
`;
/** Asks an interpreter about itself. Its own environment variables and the user's packages stay out. */
async function readPythonEnvironment(python) {
    const { exitCode, stdout, stderr } = await (0,_foundation_adapters_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runProgram */ .m)(python, ["-I", "-c", QUESTION], {
        seconds: 60,
        environment: {
            PATH: process.env["PATH"] ?? "",
            HOME: process.env["HOME"] ?? "",
            LC_ALL: "C.UTF-8",
        },
    }).catch(notStarted);
    const facts = Facts.safeParse((0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonIn */ .Yf)(stdout.toString("utf8")));
    if (exitCode === 0 && facts.success)
        return facts.data;
    throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("INPUT_INVALID", `"${python}" is no Python interpreter that can be used: ${stderr.trim().slice(-500) || `it ended with ${exitCode}`}`, {
        hint: 'Set up Python first (actions/setup-python), or name another one with the setting "python": a version that this machine has, a name or a path.',
    });
}
function notStarted(error) {
    const stderr = error instanceof Error ? error.message : String(error);
    return { exitCode: -1, stdout: Buffer.alloc(0), stderr };
}


/***/ }),

/***/ 5081:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ shownData),
/* harmony export */   aq: () => (/* binding */ shownAnswer),
/* harmony export */   lF: () => (/* binding */ parseAnswers)
/* harmony export */ });
/* unused harmony exports Data, Answer */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1548);
/* harmony import */ var _foundation_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3723);
/* harmony import */ var _pytest_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7393);



const text = zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().max(400_000);
const names = { type: text, names: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(text).max(1_000) };
const Data = zod__WEBPACK_IMPORTED_MODULE_1__/* .lazy */ .RZV(() => zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt("kind", [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("none") }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("bool"), value: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY() }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["int", "float", "decimal"]), text }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("fraction"), numerator: text, denominator: text }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("complex"), real: text, imaginary: text }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["text", "uuid", "path", "date", "time", "datetime"]), text }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("bytes"), hex: text }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["timedelta", "timezone"]), microseconds: text }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["list", "tuple", "set"]), items: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(Data) }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("dict"), entries: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([Data, Data])) }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
        kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("object"),
        ...names,
        fields: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .tuple */ .PVZ([text, Data])),
        isTuple: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("member"), ...names, name: text, value: Data.nullable() }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("other"), ...names }),
]));
const Answer = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt("kind", [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("value"), data: Data }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(["raised", "setup_failed"]), ...names, message: text }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ kind: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("nothing"), why: text }),
]);
const Event = zod__WEBPACK_IMPORTED_MODULE_1__/* .discriminatedUnion */ .gMt("event", [
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ event: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("answer"), index: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr().nonnegative(), answer: Answer }),
    zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({ event: zod__WEBPACK_IMPORTED_MODULE_1__/* .literal */ .euz("finish"), exit: zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr() }),
]);
/**
 * The answers of a report, by their index. Untrusted: the code may have written any of it, and can claim nothing but
 * what it answers. What is not there, is said twice or cannot be read is no answer.
 */
function parseAnswers(report, count) {
    const found = new Map();
    for (const line of (0,_pytest_report_js__WEBPACK_IMPORTED_MODULE_0__/* .linesOf */ .Dx)(report)) {
        const value = (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonIn */ .Yf)(line);
        if (isDeeper(value, DEEPEST))
            continue;
        const event = Event.safeParse(value);
        if (!event.success || event.data.event !== "answer")
            continue;
        const { index, answer } = event.data;
        found.set(index, found.has(index) ? TWICE : answer);
    }
    return Array.from({ length: count }, (_, index) => found.get(index) ?? ABSENT);
}
/** Deeper than any value that is handed out: each of its levels has three of JSON's. */
const DEEPEST = 120;
/** Whether objects and arrays stand deeper within each other; it takes no deeper stack for it. */
function isDeeper(value, limit) {
    let level = [value];
    for (let depth = 0; level.length > 0; depth++) {
        if (depth > limit)
            return true;
        level = level.flatMap(partsOf);
    }
    return false;
}
function partsOf(value) {
    return typeof value === "object" && value !== null ? Object.values(value) : [];
}
const ABSENT = { kind: "nothing", why: "there was no answer" };
const TWICE = { kind: "nothing", why: "there were two answers" };
/** An answer as a person reads it, much like Python shows it. */
function shownAnswer(answer) {
    switch (answer.kind) {
        case "value":
            return shownData(answer.data);
        case "raised":
            return `raises ${answer.type}(${JSON.stringify(answer.message)})`;
        case "setup_failed":
            return `in setup, raises ${answer.type}(${JSON.stringify(answer.message)})`;
        case "nothing":
            return `nothing: ${answer.why}`;
        default:
            return answer;
    }
}
function shownData(data) {
    switch (data.kind) {
        case "none":
            return "None";
        case "bool":
            return data.value ? "True" : "False";
        case "int":
        case "float":
            return data.text;
        case "decimal":
            return `Decimal('${data.text}')`;
        case "fraction":
            return `Fraction(${data.numerator}, ${data.denominator})`;
        case "complex":
            return `complex(${data.real}, ${data.imaginary})`;
        case "text":
            return JSON.stringify(data.text);
        case "uuid":
        case "path":
        case "date":
        case "time":
        case "datetime":
            return `${data.kind} ${data.text}`;
        case "bytes":
            return `bytes ${data.hex}`;
        case "timedelta":
        case "timezone":
            return `${data.kind} of ${data.microseconds} µs`;
        case "list":
            return `[${data.items.map(shownData).join(", ")}]`;
        case "tuple":
            return `(${data.items.map(shownData).join(", ")}${data.items.length === 1 ? "," : ""})`;
        case "set":
            return `{${data.items.map(shownData).join(", ")}}`;
        case "dict":
            return `{${data.entries.map(([key, value]) => `${shownData(key)}: ${shownData(value)}`).join(", ")}}`;
        case "object":
            return `${data.type}(${data.fields.map(([name, value]) => `${name}=${shownData(value)}`).join(", ")})`;
        case "member":
            return `${data.type}.${data.name}`;
        case "other":
            return `an object of type ${data.type}`;
        default:
            return data;
    }
}


/***/ }),

/***/ 5200:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ checkCriteria)
});

// EXTERNAL MODULE: ../src/contract/coverage.ts
var contract_coverage = __webpack_require__(6314);
// EXTERNAL MODULE: ../src/story/lines.ts
var story_lines = __webpack_require__(474);
// EXTERNAL MODULE: ../src/proof/carriers.ts
var carriers = __webpack_require__(809);
// EXTERNAL MODULE: ../src/foundation/json.ts
var json = __webpack_require__(3723);
// EXTERNAL MODULE: ../src/story/decimal.ts
var decimal = __webpack_require__(2678);
// EXTERNAL MODULE: ../src/story/example.ts
var story_example = __webpack_require__(303);
// EXTERNAL MODULE: ../src/story/quotes.ts
var quotes = __webpack_require__(1236);
// EXTERNAL MODULE: ../src/story/values.ts
var values = __webpack_require__(8247);
;// CONCATENATED MODULE: ../src/story/quoted-texts.ts


/** A line with spaces where quoted texts stand, and those of them that are surely texts. */
function quotedTexts(line) {
    const depths = (0,quotes/* depthsOf */.qV)(line);
    const texts = [];
    // After one text that may end elsewhere, what these quotes enclose is not known.
    const unsure = new Set();
    let plain = "";
    for (let at = 0; at < line.length; at++) {
        if (depths[at] !== quotes/* QUOTED */.jB) {
            plain += line[at];
            continue;
        }
        const end = (0,quotes/* closingQuote */.m2)(line, at);
        const quote = line[at];
        const content = line.slice(at + 1, end);
        if (mayEndElsewhere(quote, content, line[end + 1]))
            unsure.add(quote);
        const text = unsure.has(quote)
            ? null
            : textOf(quote, content, /[rR][bB]?$/u.test(plain.slice(-2)));
        if (text !== null)
            texts.push({ text, written: content });
        plain += " ".repeat(end + 1 - at);
        at = end;
    }
    return { plain, texts };
}
/** `"\"` as a text of its own, `"""`, and quotes that are doubled within a text. */
function mayEndElsewhere(quote, content, next) {
    if (!(0,quotes/* isStraight */.Jd)(quote))
        return false;
    const escapes = content.match(/\\[^]/gu) ?? [];
    const within = content.match(/(?<=[\p{L}\p{N}])\\['"](?=[\p{L}\p{N}])/gu) ?? [];
    const count = (found) => found.filter((each) => each === `\\${quote}`).length;
    return next === quote || (count(escapes) - count(within)) % 2 === 1;
}
/** null where it is not known what the text is. */
function textOf(quote, content, isRaw) {
    if ((0,quotes/* isAngled */.Mr)(quote))
        return content !== "" && content.trim() === "" ? null : content.trim();
    return (0,quotes/* isStraight */.Jd)(quote) && !isRaw ? (0,values/* unescaped */.tv)(content) : content;
}

;// CONCATENATED MODULE: ../src/story/raising-words.ts
// Words around the name of an exception, in the languages that the reader knows. What stands in none of these tables leaves a
// name as one that is raised.
const ENGLISH = {
    denying: "\\p{L}+n't|cannot|not|no|never|nor|neither|without|instead of|rather than|avoids?|avoiding|prevents?|preventing",
    beside: "be|being|ever|even|longer|to|by|as",
    raising: "raises?|raising|throws?|throwing|lets?|letting|emits?|leaks?|propagates?|signals?|produces?|causes?|triggers?|(?:ends?|fails?|crash(?:es)?|dies?|exits?) (?:in|with|by|on)|results? in|leads? to|surfaces? as",
    articles: "an?|the|any|such|plain|bare|mere|raw|uncaught|unhandled|built-?in|generic|single",
    raises: "raise[ds]?|raising|throw[ns]?|throwing|emits?",
    handling: "catch(?:es|ing)?|handl(?:es?|ing)|swallow(?:s|ing)?|suppress(?:es|ing)?|ignor(?:es?|ing)|wrap(?:s|ping)?|translat(?:es?|ing)|convert(?:s|ing)?|turn(?:s|ing)?|map(?:s|ping)?|replac(?:es?|ing)|recover(?:s|ing)? from|survives?",
    given: "upon|on|despite|after|if|when|whenever",
    deriving: "deriv(?:es?|ed|ing) from|inherit(?:s|ed|ing)? from|extend(?:s|ing)?|subclass(?:es)?(?: of)?|subclassing|child(?:ren)? of",
    linking: "of|from|in|inside|within|by|that|which|raised|thrown",
    auxiliaries: "is|are|was|were|be|has|have|must|may|can|could|should|shall|will|would|does|do",
    elsewise: "(?:not|never|cannot|\\p{L}+n't) (?:(?:be|been|ever|get) )*(?:raised|thrown|emitted|signal+ed|propagated?|leak(?:s|ed)?|escapes?|occurs?|happens?|leaves?|reach(?:es)?|appears?|surfaces?|comes?|gets?|bubbles?|pass(?:es|ed)?|let)" +
        "|(?:is|are|be|gets?|was|were) (?:\\p{L}+ly |then |always )?(?:caught|handled|swallowed|suppressed|ignored|wrapped|translated|converted|turned into|replaced|mapped|absorbed|intercepted)" +
        "|becomes?|turns? into",
    turning: "(?:is|are|be|gets?) (?:raised|thrown)|if|when|unless|because|while|where|for|and|but|so",
};
const GERMAN = {
    denying: "kein(?:e[nmrs]?)?|nie(?:mals)?|nicht|ohne|statt|anstatt|anstelle|weder",
    beside: "dass|je|jemals|mehr",
    raising: "wirft|werfen|löst|lösen|erhebt|meldet|endet|führt|scheitert|liefert",
    articles: "(?:irgend)?ein(?:e[nmrs]?)?|de[mnrs]|die|das|zu|zum|zur|mit|in|als|von|bloße[nrs]?",
    raises: "wirft|werfen|meldet",
    handling: "fängt|fangen|behandelt|behandeln|verschluckt|verschlucken|unterdrückt|ignoriert|übersetzt|verwandelt|wandelt|ersetzt|umhüllt",
    given: "bei|trotz|nach|wenn|falls",
    deriving: "erbt|erben|leitet sich|leiten sich|abgeleitet",
    linking: "von|aus|in|im|vom|des|der|den|die|das",
    auxiliaries: "wird|werden|darf|dürfen|soll|sollen|kann|können|tritt|treten|kommt|kommen",
    elsewise: "(?:nie(?:mals)?|nicht) (?:geworfen|ausgelöst|erhoben|gemeldet|auf(?:treten)?|vor(?:kommen)?|aus|weitergegeben|weitergereicht|nach außen|durch(?:gelassen)?)" +
        "|(?:wird|werden|ist|sind) (?:(?:von|in|durch|immer|dort|dabei) (?:\\p{L}+ )?)?(?:abgefangen|gefangen|behandelt|verschluckt|unterdrückt|ignoriert|übersetzt|umgewandelt|verwandelt|ersetzt)",
    turning: "geworfen|ausgelöst|erhoben|wenn|falls|sobald|weil|für|und|aber",
};
const FRENCH = {
    denying: "pas|jamais|aucune?|sans|ni|au lieu|plutôt",
    beside: "que",
    raising: "lever|lancer|déclencher|provoquer|jeter",
    articles: "d'|l'|qu'|de|que|les?|la|une?|des|toute?|simples?",
    raises: "lève(?:nt)?|lance(?:nt)?|déclenche(?:nt)?|jette(?:nt)?",
    handling: "attrape(?:nt)?|intercepte(?:nt)?|capture(?:nt)?|gère(?:nt)?|ignore(?:nt)?|traite(?:nt)?|convertit|transforme(?:nt)?|traduit|remplace(?:nt)?",
    given: "en cas|après|malgré|si|lorsque",
    deriving: "dérive(?:nt)?|hérite(?:nt)?|étend(?:ent)?",
    linking: "d'|de|du|des|dans|par|que|qui|levée?|lancée?",
    auxiliaries: "n'|ne|est|sont|doit|doivent|peut|peuvent|sera|seront",
    elsewise: "(?:pas|jamais) (?:être )?(?:levée?s?|lancée?s?|déclenchée?s?|émise?s?|sortir|remonter|apparaître)" +
        "|(?:est|sont|être) (?:toujours )?(?:attrapée?s?|interceptée?s?|capturée?s?|ignorée?s?|traitée?s?|convertie?s?|transformée?s?|traduite?s?|remplacée?s?)",
    turning: "levée?s?|lancée?s?|si|quand|lorsque|pour|et|mais",
};
const SPANISH = {
    denying: "no|nunca|jamás|sin|ningún|ninguna?|ni|en lugar|en vez",
    beside: "se|debe|puede|que",
    raising: "(?:lanz|elev|gener|arroj)(?:an?|ar|en?)|producen?|producir|produzcan?",
    articles: "un|una|el|la|los|las|de|del|a|ningún|ninguna",
    raises: "lanzan?|elevan?|generan?|arrojan?",
    handling: "capturan?|atrapan?|manejan?|ignoran?|convierten?|traducen?|transforman?|reemplazan?",
    given: "en caso|tras|ante|si|cuando",
    deriving: "derivan?|heredan?|extienden?",
    linking: "de|del|en|por|que",
    auxiliaries: "debe|deben|puede|pueden|es|son",
    elsewise: "(?:no|nunca|jamás) (?:(?:se|debe|puede|es|ser) )*(?:lanz|elev|gener|arroj)(?:an?|ar|en?|arse|ad[oa]s?)|(?:no|nunca|jamás) ocurren?" +
        "|(?:se|es|son|ser) (?:siempre )?(?:captur|atrap|manej|ignor|transform|reemplaz|convert|conviert|traduc)\\p{L}*",
    turning: "(?:se|es) lanza(?:d[ao])?|si|cuando|para|porque|y|pero",
};
const LANGUAGES = [ENGLISH, GERMAN, FRENCH, SPANISH];
/** Words that end right before a name. */
function before(words, articles) {
    return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words}) (?:(?:${articles}) )*$`, "iu");
}
/** `doesn't raise a`, `instead of`, `wirft keinen`, `ne lève pas de`, `不会抛出` */
const DENIED_BEFORE = [
    ...LANGUAGES.map(({ denying, beside, raising, articles }) => before(`(?:${denying})(?: (?:${beside}))*(?: (?:${raising}))?`, articles)),
    /[不勿未](?:会|得|能|应该?|可以?|要|再)*\s?(?:抛出|引发|触发|产生)\s?(?:任何|一个)?\s?$|(?:而不是|而非|没有)\s?$/u,
];
const RAISED_BEFORE = LANGUAGES.map(({ raises, articles }) => before(raises, articles));
/** In a clause that raises, what is derived from a name is raised: `raises a subclass of ValueError`. */
const RAISED_IN_CLAUSE = LANGUAGES.map(({ raises }) => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${raises})(?![\\p{L}\\p{N}_])`, "iu"));
const DERIVED_BEFORE = LANGUAGES.map(({ deriving, articles }) => before(deriving, articles));
/** `must not catch a`, `fängt keinen`: what is not handled comes through. */
const LET_THROUGH_BEFORE = LANGUAGES.map(({ denying, beside, handling, articles }) => before(`(?:${denying})(?: (?:${beside}))* (?:${handling})|(?:${handling}) (?:${denying})`, articles));
/** `catches a`, `when a`, `bei einem`, `捕获` */
const HANDLED_BEFORE = [
    ...LANGUAGES.map(({ handling, given, articles }) => before(`${handling}|${given}`, articles)),
    /(?<![不勿未能会])(?:捕获|捕捉|处理|忽略|转换|继承自?|派生自)\s?$/u,
];
/** In whatever language the rest of a line is: a text may mix them. */
const TURNING = LANGUAGES.map(({ turning }) => turning).join("|");
/** `of the loader is caught`, `is never raised`, `wird nie geworfen`, `は送出しない` */
const ELSEWISE_AFTER = [
    ...LANGUAGES.map(({ linking, auxiliaries, elsewise }) => {
        const between = `(?:(?!(?<!\\p{L})(?:${TURNING})(?!\\p{L}))[^.,;:\\uE000])*?`;
        const owner = `(?: (?:${linking})(?!\\p{L})${between})?`;
        return new RegExp(`^${owner} (?:(?:${auxiliaries}) )*(?:${elsewise})(?!\\p{L})`, "iu");
    }),
    /^\s?[をはがも]?\s?(?:決して)?(?:(?:送出|発生|スロー)(?:し|させ|され)|(?:投げ|起こさ|出さ)(?:られ)?)(?:ない|ません|てはならない|てはいけない|てはなりません)/u,
    /^\s?(?:[をはが]\s?(?:捕捉|捕まえ|キャッチ|無視|処理|変換|継承)|から(?:派生|継承)|の代わり|ではなく)/u,
    /^\s?(?:从不|绝不|永不|不)(?:会|应|得|能|可|再)*被?(?:抛出|引发|触发|出现|发生)|^\s?会?被(?:捕获|捕捉|处理|忽略|转换)/u,
];

;// CONCATENATED MODULE: ../src/story/raised-names.ts

const ERROR_NAME = /(?<![\p{L}\p{N}_])[A-Z]\w*[a-z0-9](?:Error|Exception|Warning)(?![\p{L}\p{N}_])/gu;
/** What is raised is named in camel case, with or without an article and backticks. */
const RAISED = /(?<![\p{L}\p{N}_])(?:[Rr]ais(?:e|es|ed|ing)|[Tt]hrow(?:s|n|ing)?)\s+(?:an?\s+|the\s+)?`?((?:[A-Za-z_]\w*\.)*[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+)/gu;
/**
 * The names of exceptions in a line, each once, but for those that it says are not raised (`never raises a KeyError`), are
 * handled (`a KeyError is caught`) or only derived from: no test can show these. `line` holds no quoted texts.
 */
function raisedNames(line) {
    const found = namesIn(line);
    const masked = withMarks(line, found);
    const names = new Set();
    let at = 0;
    for (const { 0: list, index } of masked.matchAll(LIST)) {
        const size = list.split(MARK).length - 1;
        const said = found.slice(at, at + size).map(({ name }) => name);
        const isNew = said.some((name) => !names.has(name));
        if (isNew && isDemanded(masked.slice(0, index), masked.slice(index + list.length))) {
            for (const name of said)
                names.add(name);
        }
        at += size;
    }
    return [...names];
}
function namesIn(line) {
    const matches = [...line.matchAll(ERROR_NAME), ...line.matchAll(RAISED)].map((match) => {
        const name = (match[1] ?? match[0]).split(".").at(-1);
        const end = match.index + match[0].length;
        return { name, start: end - name.length, end };
    });
    const byEnd = new Map(matches.map((each) => [each.end, each]));
    return [...byEnd.values()].toSorted((one, other) => one.start - other.start);
}
/** Stands for a name, with its module, its brackets and its backticks. */
const MARK = "\uE000";
/** Names that are said in one breath: `KeyError, IndexError or ValueError`. Bounded, for each name begins one. */
const LIST = new RegExp(`${MARK}(?:(?:(?:\\s?,\\s?${MARK}){1,8}\\s?,?)?(?:\\s?[/|、]\\s?|\\s(?:or|nor|and|oder|und|noch|ou|et|ni|o|y)\\s)(?:(?:an?|the|einen?|une?|una?|d['’]une?)\\s)?${MARK})?`, "giu");
/** Further from a name nothing is looked for: a long line stays cheap. */
const AROUND = 160;
function withMarks(line, found) {
    let masked = "";
    let last = 0;
    for (const { start, end } of found) {
        const before = line.slice(Math.max(last, start - AROUND), start);
        const module = /`?(?:[A-Za-z_]\w*\.)*$/u.exec(before)?.[0].length ?? 0;
        const behind = /^(?:`|\(\s*\)){0,3}/u.exec(line.slice(end, end + AROUND))?.[0].length ?? 0;
        masked += line.slice(last, start - module).replaceAll(MARK, " ") + MARK;
        last = end + behind;
    }
    return masked + line.slice(last).replaceAll(MARK, " ");
}
function isDemanded(before, after) {
    const left = plain(before.slice(-AROUND));
    const right = plain(after.slice(0, AROUND));
    const ends = (patterns) => patterns.some((each) => each.test(left));
    if (ends(LET_THROUGH_BEFORE))
        return true;
    if (ends(DENIED_BEFORE))
        return false;
    if (ends(RAISED_BEFORE))
        return true;
    if (ends(HANDLED_BEFORE))
        return false;
    if (ends(DERIVED_BEFORE)) {
        const clause = left.split(/[.;:] /u).at(-1);
        return RAISED_IN_CLAUSE.some((each) => each.test(clause));
    }
    return !ELSEWISE_AFTER.some((each) => each.test(right));
}
/** With one kind of apostrophe, elided words apart, and single spaces. */
function plain(text) {
    return text
        .replaceAll("’", "'")
        .replace(/(?<!\p{L})(?:d|l|n|qu)'/giu, "$& ")
        .replace(/\s+/gu, " ");
}

;// CONCATENATED MODULE: ../src/story/names.ts


/** A text with a place to fill in, or with something left out, is what no test holds word for word. */
const TEMPLATE = /[{}<>…]|\.\.\.|%[sd]/u;
/** The names of exceptions in a line of a story, and the texts that it quotes, each once. Backticks quote code, no text. */
function namesAndTexts(line) {
    const { plain, texts } = quotedTexts(line);
    const byText = new Map(texts.map((each) => [each.text, each]));
    return [
        ...raisedNames(plain).map((text) => ({ kind: "name", text })),
        ...[...byText.values()]
            .filter(({ written }) => !TEMPLATE.test(written))
            .map((each) => ({ kind: "string", ...each })),
    ];
}

// EXTERNAL MODULE: ../src/proof/whole-words.ts
var whole_words = __webpack_require__(7545);
;// CONCATENATED MODULE: ../src/proof/written-tests.ts
/** The functions behind some collected tests, each once; an inherited one is looked for by its own name. */
function writtenBehind(tests, written) {
    const byId = Map.groupBy(written, ({ file, name }) => `${file}::${name}`);
    const byName = Map.groupBy(written, ({ name }) => name.split("::").at(-1));
    const byPlace = Map.groupBy(written, ({ file, first }) => `${file}:${first}`);
    const found = tests.flatMap(({ id, source }) => {
        const here = source === null ? undefined : byPlace.get(`${source.file}:${source.line}`);
        if (here !== undefined)
            return here;
        const start = id.indexOf("[", id.indexOf("::"));
        const base = start < 0 ? id : id.slice(0, start);
        return byId.get(base) ?? byName.get(base.split("::").at(-1)) ?? [];
    });
    return [...new Set(found)];
}

;// CONCATENATED MODULE: ../src/proof/example-literals.ts






/**
 * Which values of an example the tests do not show, each once, as the story writes them: what is given has to be given to the
 * code, or be expected of it, and what is expected has to be what an assertion compares for equality.
 */
function missingValues(example, literals) {
    const expected = literals.filter(({ role }) => role === "expected");
    const used = literals.filter(({ role }) => role !== "other");
    const missing = [
        ...(0,story_example/* valuesOf */.sm)({ ...example, expected: [] }).filter((value) => !isAmong(value, used)),
        ...(0,story_example/* valuesOf */.sm)({ ...example, given: [] }).filter((value) => !isAmong(value, expected)),
    ];
    const once = new Map(missing.map((value) => [`${value.kind} ${value.text}`, value.text]));
    return [...once.values()];
}
/**
 * Which names of exceptions and quoted texts of an item reach no assertion, each once, as the story writes them. Of an example
 * `missingValues` says more; and what an object quotes are its keys.
 */
function missingNames({ line, example }, literals) {
    if (example.kind === "read" || (0,json/* isRecord */.u4)((0,json/* jsonIn */.Yf)(line)))
        return [];
    return namesAndTexts(line)
        .filter((value) => !readingsOf(value).some((each) => isShown(each, literals)))
        .map(({ text }) => text);
}
/** A text with its escapes read, and as it is written: a story may mean either. */
function readingsOf({ kind, text, written = text }) {
    return [...new Set([text, written])].map((each) => ({ kind, text: each }));
}
function isShown(value, literals) {
    return isAmong(value, literals) || isJoinedIn(value, literals);
}
/** A text that prose quotes may be a part of what the code gives: `"-"` of `"a-b"`. The values of an example are whole. */
function isJoinedIn({ kind, text }, literals) {
    return (kind === "string" &&
        literals.some((each) => each.kind === "string" && (0,whole_words/* holdsQuoted */.rb)(each.text, text)));
}
function isAmong(value, literals) {
    return literals.some((each) => matches(value, each));
}
/** The literals of the functions behind some collected tests. */
function literalsOf(tests, written) {
    return writtenBehind(tests, written).flatMap(({ literals }) => literals);
}
function matches(value, literal) {
    switch (value.kind) {
        case "number":
            return (literal.kind !== "name" && numbersIn(literal).some((each) => each === (0,decimal/* decimal */._)(value.text)));
        case "string":
            return literal.kind === "string" || literal.kind === "number"
                ? isSameText(value.text, literal.text)
                : false;
        case "name":
            return ((literal.kind === "name" || literal.kind === "string") &&
                (0,whole_words/* holdsWord */.bl)(literal.text, value.text));
        case "empty":
            return literal.kind === "empty" || literal.text === "";
        default:
            return false;
    }
}
/** A numeric string is its number; the words of a text that a program reads are numbers too. */
function numbersIn({ kind, text }) {
    const words = kind === "number" ? [text] : text.split(/[\s,;]+/u);
    return words.map(decimal/* decimal */._).filter((number) => number !== null);
}
function isSameText(wanted, text) {
    if (text === wanted)
        return true;
    const number = (0,decimal/* decimal */._)(wanted);
    if (number !== null && (0,decimal/* decimal */._)(text) === number)
        return true;
    return wanted !== "" && (0,whole_words/* holdsWord */.bl)(text, wanted);
}

;// CONCATENATED MODULE: ../src/proof/other-inputs.ts




/** How many inputs besides those of the story a function has to be tried with: a table of the examples passes all of them. */
const OTHER_INPUTS = 3;
/**
 * Which of the functions that have examples are tried with too few inputs that stand in none of their items. They are
 * functions, classes or methods (`Box.put`); a call counts where its result is compared, and an input that cannot be read,
 * such as a generated one, counts as many.
 */
function exampleOnly(functions, calls) {
    return functions
        .map((each) => ({ name: each.name, others: othersOf(each) }))
        .filter(({ others }) => others.length < OTHER_INPUTS && !others.some(isGenerated));
    function othersOf({ name, items }) {
        const last = name.split(".").at(-1);
        const isKnown = items.map(standsIn);
        const seen = new Set();
        return calls
            .filter((call) => call.compared && call.name === last && call.arguments.length > 0)
            .filter((call) => seen.size < seen.add(keyOf(call)).size)
            .filter((call) => !isKnown.some((stands) => stands(call)))
            .map((call) => call.arguments);
    }
}
function isGenerated(input) {
    return input.includes(null);
}
/** `4.0` and `4` are one input. */
function keyOf({ arguments: input, containers }) {
    return JSON.stringify([input.map(formOf), containers.map((each) => each.map(formOf))]);
}
function formOf(text) {
    return text === null ? null : ((0,decimal/* decimal */._)(text) ?? text);
}
/**
 * Whether the input of a call stands in an item: each of its values does. Where all that is in a list of the input comes
 * from one list of an example, it has to be that list: `[1, 3]` is another input than `[3, 1, 3]`.
 */
function standsIn(item) {
    const holds = holderOf(item);
    const { example } = item;
    const lists = example.kind === "read" ? (0,story_example/* containersOf */.Mz)(example.example).map(contentOf) : [];
    return ({ arguments: input, containers }) => input.every((text) => text !== null && holds(text)) &&
        containers.map((each) => each.map(formOf)).every((each) => !isPartOfOne(each, lists));
}
function contentOf({ texts, isOrdered }) {
    return { texts: texts.map(formOf), isOrdered };
}
/** Whether values come from one list and are not that list, nor another one. */
function isPartOfOne(values, lists) {
    const isFrom = ({ texts }) => values.every((each) => texts.includes(each));
    const isSame = ({ texts, isOrdered }) => keyOfTexts(texts, isOrdered) === keyOfTexts(values, isOrdered);
    return lists.some(isFrom) && !lists.some(isSame);
}
function keyOfTexts(texts, isOrdered) {
    const all = texts.map((text) => JSON.stringify(text));
    return (isOrdered ? all : all.toSorted((a, b) => (a < b ? -1 : 1))).join(",");
}
/** Whether an item holds a value: as one of its example, or in what it says. */
function holderOf({ line, example }) {
    const values = example.kind === "read" ? (0,story_example/* valuesOf */.sm)(example.example).map(({ text }) => text) : [];
    const words = line.split(/[^\p{L}\p{N}_.+-]+/u).map((word) => word.replace(/\.+$/u, ""));
    const numbers = new Set([...values, ...words].map(decimal/* decimal */._).filter((each) => each !== null));
    const quoted = new Set([
        ...values,
        ...namesAndTexts(line).flatMap(({ text, written = text }) => [text, written]),
    ]);
    return (text) => {
        const number = (0,decimal/* decimal */._)(text);
        if (number !== null)
            return numbers.has(number);
        return quoted.has(text) || (text.trim() !== "" && (0,whole_words/* holdsWord */.bl)(line, text));
    };
}

// EXTERNAL MODULE: ../src/proof/places.ts
var places = __webpack_require__(5528);
;// CONCATENATED MODULE: ../src/proof/criteria.ts







/** Whether every line of the story is shown by a test that can fail, and every example by its values or by a run. */
function checkCriteria(contract, facts) {
    return contract.rules === "present" ? presentRules(contract, facts) : olderRules(contract, facts);
}
/** Tests that passed, with the criteria that they are marked with. */
function passedTests({ collected, results }) {
    const passed = new Set(results.filter(({ outcome }) => outcome === "passed").map(({ id }) => id));
    return collected.filter(({ id }) => passed.has(id));
}
function presentRules(contract, facts) {
    const { carrying, others } = (0,carriers/* carriersAmong */.M$)({ ...facts, vacuousTests: [...facts.vacuous] });
    const byLine = new Map(contract.items.map((item) => [(0,story_lines/* withoutBullet */.FF)(item.line), item]));
    const reasons = [];
    const found = {};
    const shown = new Set();
    for (const criterion of contract.criteria) {
        const { id, source } = criterion;
        const carriers = carrying.filter((test) => test.criteria.includes(id));
        const { example, lacking: values } = exampleOf(criterion, carriers, facts);
        const item = byLine.get((0,story_lines/* withoutBullet */.FF)(source));
        const names = item === undefined ? [] : missingNames(item, literalsOf(carriers, facts.written));
        const lacking = [...values, ...names];
        found[id] = { tests: carriers.map((test) => test.id), example };
        const marked = others.filter(({ test }) => test.criteria.includes(id));
        if (carriers.length === 0)
            reasons.push(untested(id, source, marked));
        else
            reasons.push(...missing(lacking, source, `the tests of ${id}`));
        if (carriers.length > 0 && lacking.length === 0 && example?.got == null) {
            shown.add(criterion);
        }
    }
    const coverage = (0,contract_coverage/* coverageOf */._5)(contract);
    return {
        criteria: found,
        items: coverage.map((covered) => ({
            line: covered.item.line,
            criteria: covered.criteria.map(({ id }) => id),
            state: stateOf(covered, shown),
        })),
        reasons: [
            ...reasons,
            ...onlyExamples(contract, facts),
            ...coverage.filter(({ isCovered }) => !isCovered).map(uncovered),
        ],
    };
    function stateOf({ item: { line, written }, criteria }, counted) {
        if (criteria.some((criterion) => counted.has(criterion)))
            return "shown";
        const lines = [line, ...written].map(story_lines/* withoutBullet */.FF);
        return lines.some((each) => contract.notTestable.has(each)) ? "not_testable" : "uncovered";
    }
}
function uncovered(covered) {
    const { line, path } = covered.item;
    return {
        code: "story_uncovered",
        message: `No criterion of the design quotes ${JSON.stringify((0,story_lines/* withoutBullet */.FF)(line))} (${path} of the story)${(0,contract_coverage/* inItsPlace */.xd)(covered)}`,
        file: "meta/design.json",
        item: line,
    };
}
/** Functions that the tests try with the story's own examples and hardly anything else. */
function onlyExamples({ functions }, facts) {
    const { collected, results, written, vacuous, publicNames = [] } = facts;
    const skipped = new Set(results.filter(({ outcome }) => outcome === "skipped").map(({ id }) => id));
    // One that failed did try it, and is told of by itself.
    const trying = collected.filter(({ id }) => !vacuous.has(id) && !skipped.has(id));
    const calls = writtenBehind(trying, written).flatMap((test) => test.calls);
    return exampleOnly(functions, calls).map(({ name, others }) => ({
        code: "example_only",
        message: `${name} is compared for ${inputs(others.length)} nowhere in the story, and needs ${OTHER_INPUTS}: a table of the examples would pass`,
        ...(0,places/* placeOfName */.EY)(name, publicNames),
    }));
}
function inputs(count) {
    if (count > 1)
        return `${count} inputs that stand`;
    return count === 1 ? "1 input that stands" : "no input that stands";
}
function exampleOf({ id, reading, execution }, carriers, { written, examples }) {
    if (reading.kind !== "read")
        return { example: null, lacking: [] };
    if (execution?.kind === "call") {
        const notRun = { state: "unchecked", ...NOTHING, why: "it was not run" };
        return { example: examples.get(id) ?? notRun, lacking: [] };
    }
    const lacking = missingValues(reading.example, literalsOf(carriers, written));
    return { example: byLiterals(lacking, execution?.why ?? null), lacking };
}
/** As the first version judged: examples by the values that stand in the tests, and only the lines that are quoted. */
function olderRules({ criteria, items }, facts) {
    const tests = passedTests(facts);
    const reasons = [];
    const found = {};
    const lackingIn = (example, among) => missingValues(example, literalsOf(among, facts.written));
    for (const { id, source, reading } of criteria) {
        const carriers = tests.filter((test) => test.criteria.includes(id));
        const lacking = reading.kind === "read" ? lackingIn(reading.example, carriers) : [];
        found[id] = {
            tests: carriers.map((test) => test.id),
            example: reading.kind === "read" ? byLiterals(lacking, null) : null,
        };
        if (carriers.length === 0)
            reasons.push(untested(id, source, []));
        else
            reasons.push(...missing(lacking, source, `the tests of ${id}`));
    }
    // An example that no criterion quotes must stand in some test all the same.
    const quoted = new Set(criteria.map(({ source }) => (0,story_lines/* withoutBullet */.FF)(source)));
    const byLine = new Map(items.map((item) => [(0,story_lines/* withoutBullet */.FF)(item.line), item]));
    const unquoted = [...byLine].filter(([line]) => !quoted.has(line));
    reasons.push(...unquoted.flatMap(([, { line, example }]) => example.kind === "read" ? missing(lackingIn(example.example, tests), line, "any test") : []));
    return { criteria: found, items: null, reasons };
}
const NOTHING = { call: null, expected: null, got: null };
function byLiterals(lacking, why) {
    if (lacking.length === 0)
        return { state: "literals", ...NOTHING, why };
    const fault = `${listed(lacking)} ${lacking.length === 1 ? "reaches" : "reach"} no assertion of its tests`;
    return { state: "unchecked", ...NOTHING, why: fault };
}
function listed(values) {
    return values.map((value) => JSON.stringify(value)).join(", ");
}
const BECAUSE = {
    "not passed": "did not pass",
    vacuous: "passes although everything public does nothing",
    "too many criteria": `carries more than ${carriers/* CRITERIA_OF_ONE_TEST */.OK} criteria, and so shows none of them`,
};
/** `marked`: the tests that carry its mark and show nothing by it. */
function untested(id, source, marked) {
    const [first] = marked;
    const none = `${id} (${JSON.stringify(source)}) has no passing test that carries @pytest.mark.criterion("${id}")`;
    return {
        code: "criterion_untested",
        message: first === undefined ? none : `${none} and shows it: ${first.test.id} ${BECAUSE[first.why]}`,
        item: source,
        ...(first !== undefined && { test: first.test.id }),
    };
}
function missing(values, source, where) {
    if (values.length === 0)
        return [];
    return [
        {
            code: "example_missing",
            message: `The story says ${JSON.stringify((0,story_lines/* withoutBullet */.FF)(source))}, and ${listed(values)} ${values.length === 1 ? "reaches" : "reach"} no assertion of ${where}`,
            item: source,
        },
    ];
}


/***/ }),

/***/ 8634:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ evidenceOf),
  L: () => (/* binding */ shownBy)
});

// EXTERNAL MODULE: ../src/evidence/evidence.ts + 1 modules
var evidence = __webpack_require__(2728);
// EXTERNAL MODULE: ../src/foundation/digest.ts
var digest = __webpack_require__(6809);
;// CONCATENATED MODULE: ../src/evidence/fingerprint.ts

/**
 * A hash of what failed: reason codes, tests or files, and messages without numbers, addresses and paths, in any order.
 * Two attempts with one fingerprint failed in the same way. null where nothing failed.
 */
function fingerprintOf(reasons) {
    if (reasons.length === 0)
        return null;
    const parts = reasons.map(({ code, test, file, message }) => JSON.stringify([code, test ?? file ?? "", normalised(message)]));
    return (0,digest/* sha256OfJson */.RO)([...new Set(parts)].toSorted());
}
/** What differs from one run to the next of the same failure. */
function normalised(message) {
    return message
        .replaceAll(/(?:\/[\w.@+-]+){2,}/gu, "<path>")
        .replaceAll(/\b0x[0-9a-f]+\b/giu, "<n>")
        .replaceAll(/\d+(?:\.\d+)?/gu, "<n>");
}

// EXTERNAL MODULE: ../src/evidence/verdict.ts
var verdict = __webpack_require__(2220);
// EXTERNAL MODULE: ../src/evidence/verification-inputs.ts
var verification_inputs = __webpack_require__(1970);
// EXTERNAL MODULE: ../src/foundation/untrusted-text.ts
var untrusted_text = __webpack_require__(5051);
;// CONCATENATED MODULE: ../src/proof/evidence-document.ts





const LISTED = 1_000;
const MESSAGE_LIMIT = 2_000;
function evidenceOf({ task, run, commits, ...findings }) {
    const { inputs, totalSeconds, seconds, clock, replayed } = findings;
    return {
        schema: evidence/* EVIDENCE_SCHEMA */.m$,
        task,
        run: { id: run.id, attempt: run.attempt },
        ...commits,
        inputsDigest: inputs === null ? null : (0,verification_inputs/* inputsDigestOf */.P)(inputs),
        inputs,
        isolation: inputs?.isolation ?? "none",
        ...shownBy(findings),
        ...(replayed ?? { replay: null, replayDifferences: [] }),
        seconds: { total: totalSeconds, ...seconds },
        ...(clock !== undefined && {
            clock: { began: clock.began, steps: clock.steps.slice(0, evidence/* STEPS_MAX */.nR) },
        }),
    };
}
/** What was found of a task, whichever commit or run it was found of. */
function shownBy({ reasons, examination, flaky, criteria, ...probed }) {
    const results = examination?.results ?? [];
    const judgement = (0,verdict/* judge */.S)(reasons);
    const collected = new Map(examination?.expected.map((test) => [test.id, test]));
    return {
        verdict: judgement.verdict,
        reasons: [...judgement.reasons],
        fingerprint: fingerprintOf(judgement.reasons),
        tests: countsOf(examination, flaky.length),
        results: results.map((result) => storedResult(result, collected.get(result.id))),
        canary: { outcome: examination?.canary ?? "absent" },
        stubs: probed.stubs === null ? null : [...probed.stubs],
        vacuousTests: probed.vacuousTests === null ? null : [...probed.vacuousTests],
        unreached: probed.unreached === null ? null : probed.unreached.slice(0, LISTED),
        mutants: probed.mutants === null ? null : [...probed.mutants],
        mutationScore: probed.mutationScore,
        items: probed.items === null ? null : [...probed.items],
        criteria: criteria === null ? null : { ...criteria },
        rules: probed.rules,
    };
}
function countsOf(examination, flaky) {
    const count = (outcome) => examination?.results.filter((result) => result.outcome === outcome).length ?? 0;
    return {
        expected: examination?.expected.length ?? 0,
        selected: examination?.selected.length ?? 0,
        passed: count("passed"),
        failed: count("failed"),
        errors: count("error"),
        skipped: count("skipped"),
        flaky,
    };
}
function storedResult({ id, outcome, seconds, message }, collected) {
    return {
        id: id.toWellFormed(),
        outcome,
        seconds,
        criteria: collected?.criteria.map((value) => value.toWellFormed()) ?? [],
        message: message === null ? null : (0,untrusted_text/* shorten */.ml)(message, MESSAGE_LIMIT).toWellFormed(),
    };
}


/***/ }),

/***/ 6309:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ examineTests)
/* harmony export */ });
/* harmony import */ var _canary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7084);
/* harmony import */ var _run_with_canary_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(497);
/* harmony import */ var _syntax_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25);
/* harmony import */ var _test_findings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4911);




const NOTHING = {
    reasons: [],
    expected: [],
    selected: [],
    results: [],
    canary: "absent",
    syntax: null,
    seconds: 0,
    output: "",
};
/** Reads the syntax, collects the tests apart, then runs them together with a test that must fail. */
async function examineTests(session, { pythonFiles, maxTests, limits, random, progress }) {
    progress.step("reading the syntax");
    const inspected = await session.inspect(pythonFiles, limits);
    const syntax = (0,_syntax_report_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSyntaxReport */ .r)(inspected.report);
    if (syntax === null) {
        if (inspected.ended.kind === "exit") {
            throw new Error(`The syntax of the files could not be read: ${inspected.output}`);
        }
        return {
            ...NOTHING,
            reasons: [
                { code: "resource_limit", message: "The files could not be read within the limits" },
            ],
        };
    }
    const atSyntax = (0,_test_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .findingsOfSyntax */ .TV)(syntax);
    if (atSyntax.length > 0)
        return { ...NOTHING, syntax, reasons: atSyntax };
    progress.step("collecting tests");
    // Every run has a file more than the task, this one as well.
    const written = syntax.tests.map(({ file, name }) => `${file}::${name}`);
    const canary = (0,_canary_js__WEBPACK_IMPORTED_MODULE_3__/* .makeCanary */ .j)(written.length === 0 ? pythonFiles : written, random);
    const collecting = await session.collect([(0,_run_with_canary_js__WEBPACK_IMPORTED_MODULE_0__/* .fileOfCanary */ .S)(canary)], limits);
    const { reasons, expected } = (0,_test_findings_js__WEBPACK_IMPORTED_MODULE_2__/* .findingsOfCollection */ .iL)(collecting, syntax, canary);
    if (reasons.length > 0)
        return { ...NOTHING, syntax, reasons, expected, output: collecting.output };
    const selected = maxTests === 0 ? expected : expected.slice(0, maxTests);
    const ids = selected.map(({ id }) => id);
    progress.step("running tests", ids);
    const ran = await (0,_run_with_canary_js__WEBPACK_IMPORTED_MODULE_0__/* .runWithCanary */ .Q)(session, {
        tests: ids,
        amidst: expected.map(({ id }) => id),
        limits,
        random,
    });
    return { ...ran, expected, selected, syntax };
}


/***/ }),

/***/ 6675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ answersOf),
/* harmony export */   JM: () => (/* binding */ askExamples),
/* harmony export */   bQ: () => (/* binding */ askStubs),
/* harmony export */   jp: () => (/* binding */ NOTHING_ASKED),
/* harmony export */   od: () => (/* binding */ hasCalls)
/* harmony export */ });
/* unused harmony export judgeAnswers */
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5051);
/* harmony import */ var _story_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(474);
/* harmony import */ var _answers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5081);
/* harmony import */ var _judge_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5832);
/* harmony import */ var _places_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5528);
/* harmony import */ var _shuffled_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4507);






/** How long one example may take. */
const SECONDS_EACH = 10;
/** How much of an answer is kept. */
const SHOWN = 500;
/**
 * Makes the calls that the story gives as examples, twice, and compares the answers with the story's. The process that
 * answers never knows what is expected: it hands out data, which is compared here, where nothing of the task is loaded.
 */
async function askExamples(session, { contract, limits, random, others, publicNames = [] }) {
    const questions = callsOf(contract);
    if (questions.length === 0)
        return NOTHING_ASKED;
    const judged = await expectationsOf(questions, session, limits);
    if (judged.kind === "refused")
        return { ...NOTHING_ASKED, reasons: judged.reasons };
    const first = await answersOf(session, judged.questions, { contract, limits, random });
    const opened = await others.session(1);
    if (opened.kind === "unavailable") {
        const message = `The examples could not be asked again: ${opened.tried.join("; ")}`;
        return { ...NOTHING_ASKED, reasons: [{ code: "isolation_unavailable", message }] };
    }
    const second = await answersOf(opened.session, judged.questions, { contract, limits, random });
    return judgeAnswers(judged.questions, [first, second], { random, publicNames });
}
/** Whether any example of the story is a call that can be made. */
function hasCalls(contract) {
    return callsOf(contract).length > 0;
}
/** Where nothing is asked, nothing is answered. */
const NOTHING_ASKED = { questions: [], results: new Map(), reasons: [] };
function callsOf({ criteria }) {
    return criteria.flatMap(({ id, source, execution }) => execution?.kind === "call" ? [{ id, source, call: execution.call }] : []);
}
/** What the story expects, as data: Python reads it, in a run in which nothing of the task is loaded. */
async function expectationsOf(calls, session, limits) {
    const expressions = calls.map(({ call: { expected } }) => expected.kind === "returns" ? expected.expression : "None");
    const { report } = await session.expected(expressions, limits);
    const values = (0,_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAnswers */ .lF)(report, calls.length);
    const reasons = [];
    const questions = calls.flatMap((each, index) => {
        const { expected } = each.call;
        if (expected.kind === "raises")
            return [{ ...each, expected: { ...expected, kind: "error" } }];
        const value = values[index];
        if (value.kind === "value")
            return [{ ...each, expected: { kind: "value", data: value.data } }];
        reasons.push({
            code: "policy_violation",
            message: `meta/design.json: ${each.id}: \`returns\` is not a value of Python: ${(0,_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .shownAnswer */ .aq)(value)}`,
            file: "meta/design.json",
            item: each.source,
        });
        return [];
    });
    return reasons.length > 0 ? { kind: "refused", reasons } : { kind: "known", questions };
}
/** What the code answers to calls, each made in a process of its own. */
async function answersOf(session, questions, { contract, limits, random, stubs }) {
    const raw = await session.answer({
        imports: contract.imports,
        examples: questions.map(({ call: { setup, call, isAsync } }) => ({ setup, call, isAsync })),
        order: (0,_shuffled_js__WEBPACK_IMPORTED_MODULE_5__/* .shuffled */ .A)(questions.map((_, index) => index), random),
        secondsEach: Math.min(SECONDS_EACH, limits.seconds),
        limits,
        ...(stubs !== undefined && { stubs }),
    });
    return (0,_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAnswers */ .lF)(raw.report, questions.length);
}
/** Compares what each question was answered, every time that it was asked, with what the story expects. */
function judgeAnswers(questions, times, { random, isRightFor = asStoryExpects, publicNames = [] }) {
    const results = new Map();
    const reasons = [];
    for (const [index, question] of questions.entries()) {
        const answers = times.map((each) => each[index]);
        const wrong = answers.filter((answer) => !isRightFor(question, answer));
        const got = wrong[0] === undefined ? null : shown((0,_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .shownAnswer */ .aq)(wrong[0]));
        results.set(question.id, {
            state: "executed",
            call: shown(codeOf(question)),
            expected: shown(shownExpected(question.expected)),
            got,
            why: null,
        });
        if (got === null)
            continue;
        const reason = wrongAnswer(question, got, wrong.length < answers.length);
        reasons.push({ ...reason, ...(0,_places_js__WEBPACK_IMPORTED_MODULE_4__/* .placeOfCall */ .Zi)(question.call, publicNames) });
    }
    const canaries = canary(questions, times[0] ?? [], { random, isRightFor });
    return { questions, results, reasons: [...reasons, ...canaries] };
}
function asStoryExpects({ expected, call }, answer) {
    return (0,_judge_answer_js__WEBPACK_IMPORTED_MODULE_3__/* .isRight */ .F)(answer, expected, call.isJson);
}
/** One answer is judged by another expectation, and has to be wrong: otherwise nothing was judged at all. */
function canary(questions, answers, { random, isRightFor }) {
    const at = random(questions.length);
    const question = questions[at];
    const changed = question.expected.kind === "value"
        ? { kind: "value", data: { kind: "list", items: [question.expected.data] } }
        : { kind: "error", type: `${question.expected.type}${random(1_000_000)}`, match: null };
    if (!isRightFor({ ...question, expected: changed }, answers[at]))
        return [];
    const message = `The examples are judged by no expectation: ${question.id} was right for two different ones`;
    return [{ code: "canary_survived", message }];
}
function wrongAnswer(question, got, isOnce) {
    const expected = shown(shownExpected(question.expected));
    const call = shown(codeOf(question));
    const item = (0,_story_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutBullet */ .FF)(question.source);
    const place = { item: question.source, expected, got };
    return isOnce
        ? {
            code: "flaky",
            message: `The story says ${JSON.stringify(item)}: ${call} gave ${expected} once and ${got} another time`,
            ...place,
        }
        : {
            code: "example_failed",
            message: `The story says ${JSON.stringify(item)}: ${call} must give ${expected}, and gave ${got}`,
            ...place,
        };
}
function codeOf({ call: { setup, call } }) {
    return [...setup, call].join("; ");
}
function shownExpected(expected) {
    if (expected.kind === "value")
        return (0,_answers_js__WEBPACK_IMPORTED_MODULE_2__/* .shownData */ .G7)(expected.data);
    return `raises ${expected.type}${expected.match === null ? "" : `(${JSON.stringify(expected.match)})`}`;
}
function shown(text) {
    return (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(text, SHOWN);
}
/**
 * Asks the examples where everything public does nothing: an example that gets the story's answer from each of these
 * does not ask the code.
 */
async function askStubs(session, questions, variants, options) {
    if (questions.length === 0 || variants.some((stubs) => stubs.length === 0))
        return [];
    const all = [];
    for (const stubs of variants) {
        all.push(await answersOf(session, questions, { ...options, stubs }));
    }
    return (questions
        // An operator of objects that do nothing is Python's own: `Money(1) == Money(2)` is False without any code.
        .filter((question, index) => !question.call.isOperator &&
        all.every((answers) => asStoryExpects(question, answers[index])))
        .map((question) => ({
        code: "policy_violation",
        message: `meta/design.json: ${question.id}: ${shown(codeOf(question))} gives the story's answer although everything public does nothing: it does not ask the code`,
        file: "meta/design.json",
        item: question.source,
    })));
}


/***/ }),

/***/ 5832:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isRight),
/* harmony export */   Y: () => (/* binding */ isSame)
/* harmony export */ });
/* harmony import */ var _whole_words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7545);

/**
 * Whether an answer is what the story expects. Numbers are compared by value, whatever their type, and exactly, but for
 * floats; a list is not a tuple, unless the story is written in JSON, which has no tuples.
 */
function isRight(answer, expected, isJson) {
    if (expected.kind === "error") {
        return (answer.kind === "raised" &&
            answer.names.includes(lastName(expected.type)) &&
            (expected.match === null || (0,_whole_words_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsMessage */ .Gm)(answer.message, expected.match)));
    }
    return answer.kind === "value" && isSame(expected.data, answer.data, isJson);
}
function lastName(name) {
    return name.split(".").at(-1);
}
function isSame(expected, got, isJson) {
    // Such a member is the number or text as well.
    if (got.kind === "member" && got.value !== null && expected.kind !== "member") {
        return isSame(expected, got.value, isJson);
    }
    if (expected.kind === got.kind && "text" in expected && "text" in got) {
        if (expected.text === got.text)
            return true;
    }
    const [one, other] = [numberOf(expected), numberOf(got)];
    if (one !== null || other !== null) {
        return one !== null && other !== null && isSameNumber(one, other);
    }
    switch (expected.kind) {
        case "none":
            return got.kind === "none";
        case "bool":
            return got.kind === "bool" && got.value === expected.value;
        case "text":
        case "uuid":
        case "path":
        case "date":
        case "time":
        case "datetime":
            return got.kind === expected.kind && got.text === expected.text;
        case "bytes":
            return got.kind === "bytes" && got.hex === expected.hex;
        case "timedelta":
        case "timezone":
            return got.kind === expected.kind && got.microseconds === expected.microseconds;
        case "list":
            return ((got.kind === "list" || (isJson && got.kind === "tuple")) &&
                isSameSequence(expected.items, got.items, isJson));
        case "tuple": {
            const items = itemsOfTuple(got) ?? (isJson && got.kind === "list" ? got.items : null);
            return items !== null && isSameSequence(expected.items, items, isJson);
        }
        case "set":
            return (got.kind === "set" &&
                isSameInAnyOrder(expected.items, got.items, (a, b) => isSame(a, b, isJson)));
        case "dict":
            return (got.kind === "dict" &&
                isSameInAnyOrder(expected.entries, got.entries, ([key, value], [otherKey, otherValue]) => isSame(key, otherKey, isJson) && isSame(value, otherValue, isJson)));
        case "object":
            return isSameObject(expected, got, isJson);
        case "member":
            return (got.kind === "member" && got.name === expected.name && got.names.includes(expected.type));
        case "complex":
        case "decimal":
        case "float":
        case "fraction":
        case "int":
        case "other":
        default:
            return false;
    }
}
/** A named tuple is a tuple. */
function itemsOfTuple(data) {
    if (data.kind === "tuple")
        return data.items;
    return data.kind === "object" && data.isTuple ? data.fields.map(([, value]) => value) : null;
}
/** Of the fields those count that the story tells. */
function isSameObject(expected, got, isJson) {
    if (got.kind !== "object" || !got.names.includes(expected.type))
        return false;
    const fields = new Map(got.fields);
    return expected.fields.every(([name, value]) => {
        const own = fields.get(name);
        return own !== undefined && isSame(value, own, isJson);
    });
}
function isSameSequence(one, other, isJson) {
    return (one.length === other.length && one.every((item, index) => isSame(item, other[index], isJson)));
}
/** Whether each has a partner of its own; what could have several is tried with all of them. */
function isSameInAnyOrder(one, other, isEqual) {
    if (one.length !== other.length)
        return false;
    const partner = new Map();
    const place = (index, tried) => {
        for (const [at, candidate] of other.entries()) {
            if (tried.has(at) || !isEqual(one[index], candidate))
                continue;
            tried.add(at);
            const holder = partner.get(at);
            if (holder === undefined || place(holder, tried)) {
                partner.set(at, index);
                return true;
            }
        }
        return false;
    };
    return one.every((_, index) => place(index, new Set()));
}
/** Exponents beyond this make numbers that take too long to compare: only their text can be equal. */
const LARGEST_EXPONENT = 10_000;
function numberOf(data) {
    switch (data.kind) {
        case "int":
            return exact(bigintOf(data.text), 1n, false);
        case "float":
            return floatOf(data.text);
        case "decimal":
            return decimalOf(data.text, false);
        case "fraction":
            return exact(bigintOf(data.numerator), bigintOf(data.denominator), false);
        case "complex":
            return {
                kind: "complex",
                real: floatOf(data.real) ?? NAN,
                imaginary: floatOf(data.imaginary) ?? NAN,
            };
        case "bool":
        case "bytes":
        case "date":
        case "datetime":
        case "dict":
        case "list":
        case "member":
        case "none":
        case "object":
        case "other":
        case "path":
        case "set":
        case "text":
        case "time":
        case "timedelta":
        case "timezone":
        case "tuple":
        case "uuid":
        default:
            return null;
    }
}
const NONE = { kind: "exact", numerator: 0n, denominator: 1n, isFloat: false };
const NAN = { kind: "special", text: "nan" };
function exact(numerator, denominator, isFloat) {
    if (numerator === null || denominator === null || denominator <= 0n)
        return null;
    return { kind: "exact", numerator, denominator, isFloat };
}
function bigintOf(text) {
    const found = /^(-?)(\d{1,20000}|0x[\da-f]{1,200000})$/u.exec(text);
    if (found === null)
        return null;
    const size = BigInt(found[2]);
    return found[1] === "-" ? -size : size;
}
function specialOf(text) {
    const plain = text.toLowerCase().replace("infinity", "inf");
    if (/^[+-]?s?nan\d*$/u.test(plain))
        return NAN;
    if (plain === "inf" || plain === "-inf")
        return { kind: "special", text: plain };
    return null;
}
/** Exactly the number that the float is. */
function floatOf(text) {
    const special = specialOf(text);
    if (special !== null)
        return special;
    const value = /^-?\d[\d.e+-]*$/u.test(text) ? Number(text) : Number.NaN;
    if (!Number.isFinite(value))
        return null;
    let [size, denominator] = [value, 1n];
    while (!Number.isInteger(size)) {
        size *= 2;
        denominator *= 2n;
    }
    return exact(BigInt(size), denominator, true);
}
function decimalOf(text, isFloat) {
    const special = specialOf(text);
    if (special !== null)
        return special;
    const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:E([+-]?\d+))?$/iu.exec(text);
    if (found === null)
        return null;
    const [, sign, whole = "", fraction = "", power = "0"] = found;
    const exponent = Number(power) - fraction.length;
    if (`${whole}${fraction}` === "" || Math.abs(exponent) > LARGEST_EXPONENT)
        return null;
    const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
    const scale = 10n ** BigInt(Math.abs(exponent));
    return exponent >= 0 ? exact(digits * scale, 1n, isFloat) : exact(digits, scale, isFloat);
}
function isSameNumber(one, other) {
    if (one.kind === "complex" || other.kind === "complex") {
        const [first, second] = [partsOf(one), partsOf(other)];
        return isSameNumber(first.real, second.real) && isSameNumber(first.imaginary, second.imaginary);
    }
    if (one.kind === "special" || other.kind === "special") {
        return one.kind === "special" && other.kind === "special" && one.text === other.text;
    }
    const [a, b] = [one.numerator * other.denominator, other.numerator * one.denominator];
    if (a === b)
        return true;
    if (!one.isFloat && !other.isFloat)
        return false;
    const difference = absolute(a - b);
    const largest = absolute(a) > absolute(b) ? absolute(a) : absolute(b);
    const denominator = one.denominator * other.denominator;
    return difference * 10n ** 9n <= largest || difference * 10n ** 12n <= denominator;
}
function partsOf(number) {
    return number.kind === "complex" ? number : { real: number, imaginary: NONE };
}
function absolute(value) {
    return value < 0n ? -value : value;
}


/***/ }),

/***/ 5880:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ runLimits),
/* harmony export */   m: () => (/* binding */ limitsOfProbe)
/* harmony export */ });
/* harmony import */ var _pytest_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7393);

const MIB = 1024 * 1024;
/** The bounds of one run of a task's tests. */
function runLimits(timeoutSeconds) {
    return {
        seconds: timeoutSeconds,
        // Processor time counts for each process; the wall time ends all of them.
        cpuSeconds: timeoutSeconds + 1,
        memoryBytes: 2_048 * MIB,
        processes: 128,
        fileBytes: 32 * MIB,
        openFiles: 512,
        reportBytes: _pytest_report_js__WEBPACK_IMPORTED_MODULE_0__/* .REPORT_LIMITS */ .S4.bytes,
        outputBytes: 64 * 1024,
    };
}
/**
 * Changed code may loop for ever: it gets a multiple of what the code as it is needed. All that a run can see of its bounds
 * stays as it is.
 */
function limitsOfProbe(limits, secondsNeeded) {
    return { ...limits, seconds: Math.min(limits.seconds, Math.ceil(5 + 10 * secondsNeeded)) };
}


/***/ }),

/***/ 951:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ OtherSeeds)
/* harmony export */ });
/**
 * Sessions with the same files whose interpreters have other hash seeds. What is asked again is asked in the first of
 * them, whatever it is: no run knows of the others. It may be begun early, beside what runs meanwhile.
 */
class OtherSeeds {
    #open;
    #random;
    #opened = new Map();
    constructor(open, random) {
        this.#open = open;
        this.#random = random;
    }
    /** The session of a time, which counts from 1. */
    session(time) {
        const known = this.#opened.get(time);
        if (known !== undefined)
            return known;
        const opening = this.#open(1 + this.#random(4_000_000_000));
        this.#opened.set(time, opening);
        return opening;
    }
    /** Begins what `session(1)` will answer with. That it cannot be had is said then, if anybody asks. */
    begin() {
        this.session(1).catch(() => { });
    }
    /** Ends the session of one time. */
    async close(time) {
        const opened = await this.#opened.get(time)?.catch(() => null);
        this.#opened.delete(time);
        if (opened?.kind === "opened")
            await opened.session.close();
    }
    async closeAll() {
        await Promise.all([...this.#opened.keys()].map((time) => this.close(time)));
    }
}


/***/ }),

/***/ 5053:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ ended),
  z: () => (/* binding */ prove)
});

// EXTERNAL MODULE: ../src/contract/contract.ts + 3 modules
var contract_contract = __webpack_require__(9322);
// EXTERNAL MODULE: ../src/foundation/json.ts
var json = __webpack_require__(3723);
// EXTERNAL MODULE: ../src/story/lines.ts
var story_lines = __webpack_require__(474);
// EXTERNAL MODULE: ../src/contract/code-facts.ts
var code_facts = __webpack_require__(8051);
;// CONCATENATED MODULE: ../src/contract/purity.ts



const NEVER = /^(?!)/u;
const BANS = [
    {
        what: "the network",
        words: /network|internet|netzwerk|réseau|\bred\b/iu,
        imports: /^(?:socket|ssl|http\.(?:client|server)|urllib\.request|ftplib|smtplib|poplib|imaplib|xmlrpc|requests|httpx|aiohttp)\b/u,
        calls: /^http\.(?:client|server)\./u,
    },
    {
        what: "files, input or output",
        words: /\bi\/o\b|\bfiles?\b|\binput\b|\boutput\b|dateien?\b|fichiers?|archivos?/iu,
        imports: /^(?:shutil|tempfile|fileinput)\b/u,
        calls: /^(?:open|input|print|(?:io|os)\.open|.*\.(?:read_text|write_text|read_bytes|write_bytes))$/u,
    },
    {
        what: "randomness",
        words: /random|determinis|zufall|aléatoire|aleatori/iu,
        imports: /^(?:random|secrets)\b/u,
        calls: /^(?:os\.urandom|uuid4|uuid\.uuid4|uuid1|uuid\.uuid1)$/u,
    },
    {
        what: "the clock",
        words: /clock|time dependence|time-dependent|current time|\bnow\b|\btoday\b|determinis|uhr\b|horloge|reloj/iu,
        imports: NEVER,
        calls: /^(?:(?:datetime\.)?datetime\.(?:now|utcnow|today)|(?:datetime\.)?date\.today|time\.(?:time|time_ns|monotonic|localtime|gmtime|perf_counter))$/u,
    },
];
/** Words that forbid all of it: "pure functions". */
const ALL = /\bpure\b|\brein(?:e|er|es)?\b|\bpur(?:e|es|s)?\b|\bpuras?\b|side.?effect|nebenwirkung/iu;
/**
 * Where a line says what code must not touch, and no test can show that it does not: what the syntax of the code shows to
 * the contrary. Nothing found is no proof; something found is.
 */
function purityFaults({ items, notTestable }, files) {
    const lines = items.filter(({ line }) => notTestable.get((0,story_lines/* withoutBullet */.FF)(line)) === "purity");
    if (lines.length === 0)
        return [];
    const code = files
        .filter(({ path }) => path.startsWith("src/") && path.endsWith(".py"))
        .map(({ path, content }) => {
        const text = (0,json/* utf8Text */.Hp)(content) ?? "";
        return { path, uses: (0,code_facts/* usesIn */.c)(text), isSeeded: (0,code_facts/* isSeeded */.z)(text) };
    });
    return lines.flatMap(({ line }) => {
        const bans = BANS.filter(({ words }) => words.test(line) || ALL.test(line));
        const maySeed = /\bseed|startwert|\bgraine|\bsemilla/iu.test(line);
        return code.flatMap(({ path, uses, isSeeded: hasSeed }) => uses.flatMap((use) => {
            if (maySeed && hasSeed && use.name === "random")
                return [];
            const ban = bans.find((each) => isBanned(use, each));
            return ban === undefined ? [] : [faultOf(line, path, use, ban)];
        }));
    });
}
function isBanned(use, { imports, calls }) {
    if (use.isOfProgram === true || use.isOther === true)
        return false;
    const { kind, name, names = [] } = use;
    if (kind === "call")
        return calls.test(name);
    return [name, ...names.map((each) => `${name}.${each}`)].some((each) => imports.test(each));
}
function faultOf(item, file, { line, name, kind }, { what }) {
    const does = kind === "import" ? `imports ${name}` : `calls ${name}`;
    return {
        code: "policy_violation",
        message: `The story says ${JSON.stringify((0,story_lines/* withoutBullet */.FF)(item))}, and ${file}:${line} ${does}: ${what}`,
        file,
        line,
        item,
    };
}

// EXTERNAL MODULE: ../src/evidence/verification-inputs.ts
var verification_inputs = __webpack_require__(1970);
// EXTERNAL MODULE: ../src/proof/criteria.ts + 7 modules
var criteria = __webpack_require__(5200);
// EXTERNAL MODULE: ../src/proof/examine.ts
var examine = __webpack_require__(6309);
// EXTERNAL MODULE: ../src/proof/examples.ts
var examples = __webpack_require__(6675);
// EXTERNAL MODULE: ../src/task/folder.ts
var folder = __webpack_require__(4629);
// EXTERNAL MODULE: ../src/task/manifest.ts
var task_manifest = __webpack_require__(6300);
// EXTERNAL MODULE: ../src/task/meta-file.ts
var meta_file = __webpack_require__(9991);
;// CONCATENATED MODULE: ../src/proof/held-for-person.ts




/** What the author of a task has left to a person: tests that were taken away, and a question about the story. */
function heldFor(files, config) {
    const bytes = files.find(({ path }) => path === folder/* META */.Ge.manifest)?.content;
    const manifest = (0,meta_file/* readMeta */.e)(task_manifest/* Manifest */._8, bytes);
    if (manifest === null)
        return [];
    const overruled = config["trust-rederived-tests"] ? [] : manifest.overruled;
    return [
        ...overruled.map(({ test, call, items, expected, answered }) => ({
            code: "test_overruled",
            message: `A test said that ${call} must give ${expected}, and was taken away: the code gives ${answered}, and so did two answers that knew neither`,
            test,
            ...itemOf(items),
            expected,
            got: answered,
        })),
        ...(manifest.open === null ? [] : [unclear(manifest.open)]),
    ];
}
function unclear({ call, answers, items, line }) {
    const said = answers.map(({ by, answer }) => `${by} says ${answer}`).join(", ");
    const what = call === ""
        ? "The story leaves open what a test of it expects"
        : `The story leaves open what ${call} gives: ${said}`;
    const advice = line === null
        ? "write into the story what holds"
        : `write into the story what holds, for example ${JSON.stringify(line)}`;
    return { code: "story_unclear", message: `${what}; ${advice}`, ...itemOf(items) };
}
function itemOf([first]) {
    return first === undefined ? {} : { item: (0,story_lines/* withoutBullet */.FF)(first) };
}

// EXTERNAL MODULE: ../src/proof/limits.ts
var proof_limits = __webpack_require__(5880);
// EXTERNAL MODULE: ../src/foundation/digest.ts
var digest = __webpack_require__(6809);
;// CONCATENATED MODULE: ../src/proof/mutant-sample.ts

/**
 * So many of the mutants that are not set aside, drawn by a seed: the same inputs give the same sample, and nobody can
 * choose what is in it without changing what is verified. It is spread: each next one is of a kind and of a function of
 * which there are the fewest so far.
 */
function sampleOf(mutants, size, seed) {
    const left = mutants
        .filter(({ aside }) => aside === null)
        .map((mutant) => ({
        mutant,
        rank: (0,digest/* sha256 */.sc)(`${seed} ${mutant.file} ${mutant.index}`),
        groups: groupsOf(mutant),
    }))
        .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
    const drawn = new Map();
    const sample = [];
    while (sample.length < size && left.length > 0) {
        const counts = left.map(({ groups }) => groups.reduce((sum, group) => sum + (drawn.get(group) ?? 0), 0));
        const fewest = counts.reduce((least, count) => Math.min(least, count), Infinity);
        for (const { mutant, groups } of left.splice(counts.indexOf(fewest), 1)) {
            sample.push(mutant);
            for (const group of groups)
                drawn.set(group, (drawn.get(group) ?? 0) + 1);
        }
    }
    return sample;
}
function groupsOf({ file, kind, function: around }) {
    return [`kind ${kind}`, `function ${file} ${around}`];
}

// EXTERNAL MODULE: ../src/evidence/mutation-score.ts
var mutation_score = __webpack_require__(8937);
// EXTERNAL MODULE: ../src/proof/probe.ts
var probe = __webpack_require__(4644);
;// CONCATENATED MODULE: ../src/proof/mutants.ts


const NOT_REACHED = "no test reaches it";
/** So many of those that are set aside are listed. */
const LISTED = 200;
/** Those that no honest test can notice, each with its reason: they are no part of the score. */
function setAside(mutants) {
    return mutants
        .flatMap(({ file, range, change, kind, aside }) => aside === null ? [] : [{ file, range, change, kind, outcome: "set_aside", why: aside }])
        .slice(0, LISTED);
}
/** Makes small changes to the code, one at a time, and counts how many of them a test notices. */
async function tryMutants(session, sample, leastScore, options) {
    const mutants = [];
    for (const [position, mutant] of sample.entries()) {
        const { file, index, range, change, kind } = mutant;
        const known = { file, range, change, kind };
        if (!options.isReached(mutant)) {
            mutants.push({ ...known, outcome: "survived", why: NOT_REACHED });
            continue;
        }
        if (options.now() > options.until) {
            mutants.push({ ...known, outcome: "unknown" });
            continue;
        }
        options.progress.step(`trying mutant ${position + 1} of ${sample.length}`, options.tests);
        const findings = await (0,probe/* probe */.dy)(session, { mutant: { file, index }, maxFailures: probe/* STOP */.VW }, options);
        mutants.push({ ...known, outcome: probe/* OUTCOME_OF */.tc[(0,probe/* answerOf */.ut)(findings)] });
    }
    return { mutants, score: (0,mutation_score/* mutationScoreOf */.Ze)(mutants), reasons: reasonsOf(mutants, leastScore) };
}
function reasonsOf(mutants, leastScore) {
    if (!(0,mutation_score/* isScoreLow */.nr)(mutants, leastScore))
        return [];
    const { killed, all: answers } = (0,mutation_score/* mutationAnswers */.VG)(mutants);
    const survivors = mutants.filter(({ outcome }) => outcome === "survived");
    const [first] = survivors;
    const example = first === undefined ? "" : `; for example ${first.file}:${first.range[0]}: ${first.change}`;
    const unreached = survivors.filter(({ why }) => why === NOT_REACHED).length;
    const where = unreached === 0 ? "" : `; ${unreached} of them are where no test comes`;
    return [
        {
            code: "mutation_score_low",
            message: `Only ${killed} of ${answers} small changes to the code make a test fail, fewer than ${Math.round(leastScore * 100)} %${where}${example}`,
            ...(first !== undefined && { file: first.file, line: first.range[0] }),
        },
    ];
}

// EXTERNAL MODULE: ../src/proof/other-seeds.ts
var other_seeds = __webpack_require__(951);
// EXTERNAL MODULE: ../src/proof/places.ts
var places = __webpack_require__(5528);
// EXTERNAL MODULE: ../src/proof/run-with-canary.ts
var run_with_canary = __webpack_require__(497);
;// CONCATENATED MODULE: ../src/proof/reach.ts

/** So many names that no definition has are tried; all others count as unreached. */
const MADE_LIMIT = 200;
/** Runs the tests once more, watched. Where that run is no good one, nothing is known and everything is tried. */
async function findReach(session, syntax, options) {
    if (syntax === null)
        return nothingKnown([]);
    options.progress.step("finding what the tests reach", options.tests);
    const { tests, limits, random } = options;
    // On the code as it is: in another layout its lines would be others.
    const change = { traced: true };
    const { reasons, reach } = await (0,run_with_canary/* runWithCanary */.Q)(session, { tests, change, limits, random });
    if (reasons.length > 0 || reach === null)
        return nothingKnown(syntax.publicNames);
    const made = reach.made.filter(({ file }) => syntax.statements.has(file));
    const lines = new Map(reach.reached.map(({ file, lines: each }) => [file, new Set(each)]));
    const called = new Map(reach.reached.map((each) => [each.file, new Set(each.called)]));
    const isCalled = (file, first) => reach.isPartial || called.get(file)?.has(first) === true;
    return {
        publicNames: [...syntax.publicNames, ...made.slice(0, MADE_LIMIT).map(publicName)],
        unreached: [
            ...outermost(syntax.bodies.filter(({ file, first }) => !isCalled(file, first))),
            ...reach.escaped,
            ...notLookedInto(syntax, reach),
            ...made.slice(MADE_LIMIT),
        ].map(({ file, name, range }) => ({ name, file, range })),
        isReached: ({ file, first, lines: [from, to] }) => 
        // What happens when a module is imported is in every test.
        first === null ||
            reach.isPartial ||
            (isCalled(file, first) && [...(lines.get(file) ?? [])].some((at) => at >= from && at <= to)),
    };
}
function nothingKnown(publicNames) {
    return { publicNames, unreached: null, isReached: () => true };
}
function publicName({ file, name, kind, range, stubs, line }) {
    const found = line === null
        ? { made: kind === "class" ? "class" : "function" }
        : { line };
    return { file, name, kind, range, stubs, found };
}
/** Without what stands in another one. */
function outermost(places) {
    return places.filter((place) => !places.some((other) => other.file === place.file && place.name.startsWith(`${other.name}.`)));
}
/** Names that may stand for code, in modules that the run did not hold, or that it said nothing of. */
function notLookedInto({ assigned }, { walked }) {
    const names = new Map(walked.map(({ file, names: each }) => [file, new Set(each)]));
    return assigned.filter(({ file, name }) => names.get(file)?.has(name) !== true);
}

// EXTERNAL MODULE: ../src/proof/requirements.ts
var requirements = __webpack_require__(9092);
// EXTERNAL MODULE: ../src/proof/shuffled.ts
var shuffled = __webpack_require__(4507);
;// CONCATENATED MODULE: ../src/proof/rerun.ts


/**
 * Runs the tests again, with other hash seeds and in other orders, and tells what repeats from what does not. A rerun
 * that cannot be made is a reason as well: the evidence says how many there were.
 */
async function rerunTests({ reasons, results, selected }, options) {
    const ids = selected.map(({ id }) => id);
    const flaky = new Map();
    const others = [];
    const outcomes = new Map(results.map(({ id, outcome }) => [id, outcome]));
    // Of many reasons of one kind only some are listed, and in another order others: what became of a test says the same.
    const isKnown = ({ code, test }) => {
        const ofCode = reasons.filter((reason) => reason.code === code);
        if (ofCode.length === 0 || test === undefined)
            return ofCode.some((it) => it.test === test);
        const outcome = outcomes.get(test) ?? "missing";
        return CODES[outcome] === code || ofCode.some((reason) => reason.test === test);
    };
    for (let time = 1; time <= options.times; time++) {
        options.progress.step(`running tests again, ${time} of ${options.times}`, ids);
        const again = await onceMore(ids, time, options);
        if (again.kind === "unavailable") {
            others.push(again.reason);
            break;
        }
        for (const first of results) {
            const second = again.findings.results.find(({ id }) => id === first.id);
            if (second !== undefined && second.outcome !== first.outcome) {
                flaky.set(first.id, reasonOf(first, second));
            }
        }
        const fresh = again.findings.reasons.filter((reason) => !isKnown(reason));
        others.push(...fresh.filter(({ test }) => test === undefined || !flaky.has(test)).map(notAtFirst));
    }
    const repeated = reasons.filter(({ test }) => test === undefined || !flaky.has(test));
    return {
        reasons: [...repeated, ...flaky.values(), ...others.slice(0, 1)],
        flaky: [...flaky.keys()],
    };
}
/** The reason for what became of a test; none where it passed. */
const CODES = {
    passed: null,
    failed: "test_failed",
    error: "test_error",
    skipped: "test_skipped",
    missing: "missing_tests",
};
/** Such as a test that is not run any more, or the end of the time. */
function notAtFirst({ code, message, ...place }) {
    return {
        ...place,
        code: "flaky",
        message: `Not at first, but with another hash seed and in another order (${code}): ${message}`,
    };
}
async function onceMore(ids, time, { limits, random, others }) {
    const opened = await others.session(time);
    if (opened.kind === "unavailable") {
        const message = `The tests could not be run again: ${opened.tried.join("; ")}`;
        return { kind: "unavailable", reason: { code: "isolation_unavailable", message } };
    }
    try {
        const tests = (0,shuffled/* shuffled */.A)(ids, random);
        return {
            kind: "run",
            findings: await (0,run_with_canary/* runWithCanary */.Q)(opened.session, { tests, limits, random }),
        };
    }
    finally {
        await others.close(time);
    }
}
function reasonOf(first, second) {
    const said = (first.outcome === "passed" ? second : first).message;
    return {
        code: "flaky",
        message: `${first.id}: ${first.outcome} at first, ${second.outcome} with another hash seed and in another order${said === null ? "" : `: ${said}`}`,
        test: first.id,
    };
}

// EXTERNAL MODULE: ../src/proof/shown-text.ts + 1 modules
var shown_text = __webpack_require__(5023);
// EXTERNAL MODULE: ../src/proof/stubs.ts
var stubs = __webpack_require__(5383);
// EXTERNAL MODULE: ../src/proof/time-budget.ts
var time_budget = __webpack_require__(4595);
;// CONCATENATED MODULE: ../src/proof/prove.ts



















/** Finds out what can be shown about one task folder: nothing of what is refused is ever run. */
async function prove(subject, options) {
    const read = promisesOf(subject, options.config);
    if (read.kind === "refused")
        return ended(...read.reasons);
    options.progress.step("preparing Python");
    const python = await options.environments.prepare(read.requirements);
    if (python.kind === "failed") {
        return ended({ code: "dependency_failed", message: python.problem });
    }
    if (python.kind === "unavailable")
        return ended(notInstalled(python.tried));
    const budget = new time_budget/* TimeBudget */.z(options.config["task-seconds"], options.now);
    const bounded = { ...python, isolated: budget.bounding(python.isolated) };
    const found = await examined(subject.files, read, bounded, options);
    const written = found.examination?.syntax?.tests ?? [];
    const reasons = [...found.reasons, ...read.held].map((each) => (0,places/* atItsTest */.Qc)(each, written));
    const proof = { ...found, reasons };
    // What came of the runs that were cut short says less than why.
    return budget.reason === null ? proof : { ...proof, reasons: [budget.reason] };
}
/** A proof that ended before anything was run. */
function ended(...reasons) {
    return { ...NOTHING_KNOWN, reasons };
}
function promisesOf({ task, files, ...shared }, config) {
    const contract = (0,contract_contract/* readContract */.Jz)(task, files);
    const common = (0,requirements/* sharedRequirements */.Yh)(shared.sharedRequirements);
    const own = (0,requirements/* taskRequirements */.kx)(files, config["allowed-dependencies"]);
    const reasons = [
        ...(contract.kind === "refused" ? contract.reasons : []),
        ...(contract.kind === "read" ? purityFaults(contract.contract, files) : []),
        ...missingParts(files),
        ...(0,shown_text/* misleadingText */.X)(files),
        ...common.reasons,
        ...own.reasons,
    ];
    if (reasons.length > 0)
        return { kind: "refused", reasons };
    return {
        kind: "read",
        requirements: [...common.requirements, ...own.requirements],
        contract: contract.kind === "read" ? contract.contract : null,
        held: heldFor(files, config),
    };
}
function missingParts(files) {
    const has = (pattern) => files.some(({ path }) => pattern.test(path));
    const reasons = [];
    if (!has(/^src\/.*\.py$/)) {
        reasons.push({ code: "no_code", message: "There is no Python file below src/" });
    }
    if (!has(/^tests\/(?:.*\/)?(?:test_[^/]*|[^/]*_test)\.py$/)) {
        reasons.push({ code: "no_tests", message: "There is no test file below tests/" });
    }
    return reasons;
}
async function examined(files, { contract }, python, options) {
    const visible = files.filter(({ path }) => !path.startsWith("meta/"));
    const { progress, maxTests, limits, random } = options;
    const { alive: onSignOfLife } = progress;
    const opened = await python.isolated.open(visible, { onSignOfLife });
    if (opened.kind === "unavailable")
        return ended(notIsolated(opened.tried));
    const { session } = opened;
    const others = new other_seeds/* OtherSeeds */.j((seed) => python.isolated.open(visible, { seed, onSignOfLife }), random);
    try {
        if (options.reruns > 0 || (contract !== null && (0,examples/* hasCalls */.od)(contract)))
            others.begin();
        const examination = await (0,examine/* examineTests */.X)(session, {
            pythonFiles: visible.map(({ path }) => path).filter((path) => path.endsWith(".py")),
            maxTests,
            limits,
            random,
            progress,
        });
        const asked = await examplesOf(session, examination, {
            contract,
            limits,
            random,
            others,
            progress,
        });
        const isPartial = maxTests > 0 && maxTests < examination.expected.length;
        const inputs = options.inputsOf({
            python: session.python,
            pytest: session.pytest,
            isolation: session.isolation,
            selection: isPartial ? maxTests : "all",
        });
        const { reasons: repeated, flaky } = await rerunIfWorth(examination, session, {
            times: options.reruns,
            limits,
            random,
            others,
            progress,
        });
        await others.closeAll();
        const reasons = [...asked.reasons, ...repeated];
        if (session.isolation === "none")
            reasons.push(WITHOUT_ISOLATION);
        if (isPartial && reasons.length === 0)
            reasons.push(partial(examination));
        if (reasons.length > 0) {
            const seconds = { ...NOTHING_KNOWN.seconds, tests: examination.seconds };
            const { reasons: unshown, ...shown } = storyOf(contract, examination, asked, []);
            // What a design leaves out is wrong whatever the tests say, and told at once.
            const uncovered = unshown.filter(({ code }) => code === "story_uncovered");
            const known = { ...NOTHING_KNOWN, inputs, examination, flaky, seconds, ...shown };
            return { ...known, reasons: [...reasons, ...uncovered] };
        }
        return {
            inputs,
            examination,
            flaky,
            ...(await worthOf(session, examination, { contract, asked, inputs }, options)),
        };
    }
    finally {
        await Promise.all([session.close(), others.closeAll()]);
    }
}
function notInstalled(tried) {
    return {
        code: "isolation_unavailable",
        message: `Packages are not installed here, because no way of isolation works: ${tried.join("; ")}`,
    };
}
function notIsolated(tried) {
    return {
        code: "isolation_unavailable",
        message: `Generated code is not run here, because no way of isolation works: ${tried.join("; ")}`,
    };
}
/** Tests that passed or failed can do the other another time; any other reason is no matter of chance. */
async function rerunIfWorth(examination, { isolation }, options) {
    const { reasons } = examination;
    const isWorth = reasons.every(({ code }) => code === "test_failed" || code === "test_error");
    if (!isWorth || options.times === 0 || isolation === "none")
        return { reasons, flaky: [] };
    return rerunTests(examination, options);
}
/** The examples of the story, asked of code whose tests could be collected: what the tests say does not matter here. */
async function examplesOf(session, { expected, syntax }, { contract, progress, ...options }) {
    if (contract === null || expected.length === 0)
        return examples/* NOTHING_ASKED */.jp;
    progress.step("asking the examples of the story");
    return (0,examples/* askExamples */.JM)(session, { contract, publicNames: syntax?.publicNames ?? [], ...options });
}
/** What of the story is shown. */
function storyOf(contract, { expected, results, syntax }, { results: examples }, vacuousTests) {
    if (contract === null)
        return { rules: null, criteria: null, items: null, reasons: [] };
    const written = syntax?.tests ?? [];
    const vacuous = new Set(vacuousTests);
    const publicNames = syntax?.publicNames ?? [];
    const facts = { collected: expected, results, written, vacuous, examples, publicNames };
    return { rules: contract.rules, ...(0,criteria/* checkCriteria */.K)(contract, facts) };
}
/** What the tests are worth, now that all of them passed: do they show what the story asks for, and can they fail? */
async function worthOf(session, examination, { contract, asked, inputs, }, { config, limits, random, now, mutants, progress }) {
    const { selected, syntax, seconds } = examination;
    const probing = {
        tests: selected.map(({ id }) => id),
        limits: (0,proof_limits/* limitsOfProbe */.m)(limits, seconds),
        random,
        now,
        progress,
        code: [...(syntax?.statements.keys() ?? [])],
    };
    const began = now();
    const until = began + config["stub-seconds"];
    const { publicNames, unreached, isReached } = await findReach(session, syntax, {
        ...probing,
        until,
    });
    const { reasons: stubReasons, ...stubbed } = await (0,stubs/* killStubs */.Gh)(session, publicNames, {
        ...probing,
        until,
    });
    const unasked = contract === null
        ? []
        : await (0,examples/* askStubs */.bQ)(session, asked.questions, (0,stubs/* allStubs */.X3)(publicNames), {
            contract,
            limits: probing.limits,
            random,
        });
    const times = { tests: seconds, stubs: now() - began };
    const { reasons: unshown, ...shown } = storyOf(contract, examination, asked, stubbed.vacuousTests);
    const known = { ...shown, unreached, ...stubbed };
    const reasons = [...unasked, ...unshown, ...stubReasons];
    if (reasons.length > 0) {
        const untried = { mutants: null, mutationScore: null };
        return { ...known, ...untried, reasons, seconds: { ...times, mutants: null } };
    }
    const sample = sampleOf(syntax?.mutants ?? [], mutants, (0,verification_inputs/* inputsDigestOf */.P)(inputs));
    const beganMutants = now();
    const tried = mutants === 0
        ? { mutants: null, score: null, reasons: [] }
        : await tryMutants(session, sample, config["mutation-score"], {
            ...probing,
            isReached,
            until: beganMutants + config["mutation-seconds"],
        });
    // Once more at the end, where a suite that counts its runs has come the furthest.
    const control = await (0,probe/* controlRun */.XU)(session, { ...probing, until: Infinity });
    return {
        ...known,
        mutants: tried.mutants === null ? null : [...tried.mutants, ...setAside(syntax?.mutants ?? [])],
        mutationScore: tried.score,
        reasons: [...tried.reasons, ...control],
        seconds: { ...times, mutants: tried.mutants === null ? null : now() - beganMutants },
    };
}
const WITHOUT_ISOLATION = {
    code: "isolation_unavailable",
    message: "The tests ran without isolation, as `best-effort` allows; that proves nothing",
};
function partial({ selected, expected }) {
    return {
        code: "partial_selection",
        message: `Only ${selected.length} of ${expected.length} tests were run, as max-tests asks; they passed`,
    };
}
const NOTHING_KNOWN = {
    reasons: [],
    inputs: null,
    examination: null,
    flaky: [],
    stubs: null,
    vacuousTests: null,
    unreached: null,
    mutants: null,
    mutationScore: null,
    items: null,
    criteria: null,
    rules: null,
    seconds: { tests: null, stubs: null, mutants: null },
};


/***/ }),

/***/ 4507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ shuffled)
/* harmony export */ });
/** The same in another order. */
function shuffled(items, random) {
    const order = [...items];
    for (let index = order.length - 1; index > 0; index--) {
        const other = random(index + 1);
        [order[index], order[other]] = [order[other], order[index]];
    }
    return order;
}


/***/ }),

/***/ 25:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ parseSyntaxReport)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1548);
/* harmony import */ var _evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2728);
/* harmony import */ var _pytest_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7393);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1602);




/**
 * How a value reaches an assertion: `expected` where it is compared for equality with what hangs on the code (or is what an
 * error has to be), `given` where it goes into a call of the code whose result is asserted, or into one before it, `other`
 * where an assertion says anything else of it, such as `<=`.
 */
const LITERAL_ROLES = ["expected", "given", "other"];
const file = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(300);
const line = zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive();
const name = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(1_000);
const Literal = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["number", "string", "name", "empty"]),
    text: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(1_000),
    role: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(LITERAL_ROLES),
});
const TestCall = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(400),
    arguments: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(400).nullable()).max(40),
    containers: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(400).nullable()).max(40)).max(20),
    compared: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
});
const Event = zod__WEBPACK_IMPORTED_MODULE_2__/* .discriminatedUnion */ .gMt("event", [
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ event: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("unreadable"), file, line, message: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(1_000) }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        event: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("test"),
        file,
        line,
        first: line,
        name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(1_000),
        certain: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
        literals: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(Literal),
        calls: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(TestCall),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ event: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("functions"), file, lines: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(line) }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ event: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("formatted_parameter"), file, line }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ event: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("code"), file, statements: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative() }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        event: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("public"),
        file,
        range: _evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .Range */ .Q6,
        name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(1_000),
        kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["function", "class", "method", "module"]),
        stubs: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_session_js__WEBPACK_IMPORTED_MODULE_3__/* .STUB_KINDS */ .V)),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        event: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("mutant"),
        file,
        range: _evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .Range */ .Q6,
        index: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
        kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(_session_js__WEBPACK_IMPORTED_MODULE_3__/* .MUTANT_KINDS */ .O),
        change: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(1_000),
        function: name,
        first: line.nullable(),
        lines: zod__WEBPACK_IMPORTED_MODULE_2__/* .tuple */ .PVZ([line, line]),
        aside: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(300).nullable(),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ event: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("body"), file, name, range: _evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .Range */ .Q6, first: line }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ event: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("assigned"), file, name, range: _evidence_evidence_js__WEBPACK_IMPORTED_MODULE_0__/* .Range */ .Q6 }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
        event: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("foreign_code"),
        file,
        line,
        what: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(1_000),
    }),
    zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({ event: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("finish"), exit: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(0) }),
]);
/** null when the reading did not come to its end. */
function parseSyntaxReport(text) {
    const events = (0,_pytest_report_js__WEBPACK_IMPORTED_MODULE_1__/* .linesOf */ .Dx)(text).map((each) => Event.parse(JSON.parse(each)));
    if (events.at(-1)?.event !== "finish")
        return null;
    const all = (kind) => events.filter((event) => event.event === kind);
    return {
        unreadable: all("unreadable"),
        tests: all("test"),
        functions: new Map(all("functions").map(({ file: path, lines }) => [path, new Set(lines)])),
        formattedParameters: all("formatted_parameter"),
        statements: new Map(all("code").map((code) => [code.file, code.statements])),
        publicNames: all("public"),
        mutants: all("mutant"),
        bodies: all("body"),
        assigned: all("assigned"),
        foreignCode: all("foreign_code"),
    };
}


/***/ }),

/***/ 6275:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ tellProgress)
/* harmony export */ });
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5051);

/** A step that is shorter is not worth a line, and a log of hours must stay readable. */
const SECONDS_BETWEEN_LINES = 10;
const ID_LIMIT = 200;
/** Tells a reader of the log what a task is doing while that takes long. */
function tellProgress(task, log, now) {
    let last = now();
    let current = null;
    const tell = (more) => {
        if (current === null || now() - last < SECONDS_BETWEEN_LINES)
            return;
        last = now();
        log.info(`${task}: ${current.what}${more}`);
    };
    return {
        step(what, tests = []) {
            current = { what, tests };
            tell("");
        },
        alive({ seconds, test }) {
            tell(`${placeOf(test, current?.tests ?? [])}, for ${Math.round(seconds)} s`);
        },
    };
}
/** Nothing for an id that is none of those that run: the report is untrusted, and the canary means nothing to a reader. */
function placeOf(test, tests) {
    const index = test === null ? -1 : tests.indexOf(test);
    if (test === null || index < 0)
        return "";
    return `: ${index + 1} of ${tests.length}, ${(0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(test.replace(/\s+/gu, " "), ID_LIMIT)}`;
}


/***/ }),

/***/ 4595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isOutOfTime),
/* harmony export */   z: () => (/* binding */ TimeBudget)
/* harmony export */ });
/** What a run says that was not begun, because there was no time for it. */
const NOT_BEGUN = { ended: { kind: "timeout" }, report: "", output: "", seconds: 0 };
const NOT_DONE = "The task was not done after";
/** Whether a proof ended because the wall time of the whole task was over, and not for anything that the task did. */
function isOutOfTime({ code, message }) {
    return code === "resource_limit" && message.startsWith(NOT_DONE);
}
/** The wall time of a whole task: none of its runs goes beyond it, so that one task leaves the others of its entry theirs. */
class TimeBudget {
    #seconds;
    #now;
    #until;
    #isSpent = false;
    /** `now` in seconds since any fixed moment. */
    constructor(seconds, now) {
        this.#seconds = seconds;
        this.#now = now;
        this.#until = now() + seconds;
    }
    /** Says that a run was cut short or not begun; null as long as there was time for all. */
    get reason() {
        if (!this.#isSpent)
            return null;
        return {
            code: "resource_limit",
            message: `${NOT_DONE} ${this.#seconds} seconds (\`task-seconds\` of the config)`,
        };
    }
    bounding(isolated) {
        return {
            open: async (files, options) => {
                const opened = await isolated.open(files, options);
                if (opened.kind === "unavailable")
                    return opened;
                return { kind: "opened", session: this.#bounded(opened.session) };
            },
        };
    }
    #bounded(session) {
        return {
            isolation: session.isolation,
            python: session.python,
            pytest: session.pytest,
            inspect: (paths, limits) => this.#within(limits, (less) => session.inspect(paths, less)),
            collect: (changes, limits) => this.#within(limits, (less) => session.collect(changes, less)),
            run: (request) => this.#within(request.limits, (limits) => session.run({ ...request, limits })),
            answer: (request) => this.#within(request.limits, (limits) => session.answer({ ...request, limits })),
            expected: (expressions, limits) => this.#within(limits, (less) => session.expected(expressions, less)),
            close: () => session.close(),
        };
    }
    async #within(limits, work) {
        const left = Math.floor(this.#until - this.#now());
        if (left >= limits.seconds)
            return work(limits);
        const raw = left < 1 ? NOT_BEGUN : await work({ ...limits, seconds: left });
        if (raw.ended.kind === "timeout")
            this.#isSpent = true;
        return raw;
    }
}


/***/ }),

/***/ 7545:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ holdsMessage),
/* harmony export */   bl: () => (/* binding */ holdsWord),
/* harmony export */   rb: () => (/* binding */ holdsQuoted)
/* harmony export */ });
/** Whether a text holds another with no letter or digit around it, as a pattern for an error's message does. */
function holdsWord(text, wanted) {
    return holds(text, wanted, isOfWord);
}
/** The same of a text that may begin or end in a sign: `", "` and `"INV-"` join what stands beside them, and cut no word. */
function holdsQuoted(text, wanted) {
    return holds(text, wanted, (outside, inside) => isOfWord(outside) && isOfWord(inside));
}
/** The same of what an error says: `"bad: "` asks for its last space, and for no end of a word. */
function holdsMessage(text, wanted) {
    if (wanted.trim() === "")
        return holdsWord(text, wanted);
    return holds(text, wanted, (outside, inside) => isOfWord(outside) && inside.trim() !== "");
}
function holds(text, wanted, cuts) {
    if (text === wanted)
        return true;
    if (wanted === "")
        return false;
    const [first, last] = [wanted.at(0), wanted.at(-1)];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
        const isCut = cuts(text[at - 1] ?? "", first) || cuts(text[at + wanted.length] ?? "", last);
        if (!isCut)
            return true;
    }
    return false;
}
function isOfWord(sign) {
    return /[\p{L}\p{N}_]/u.test(sign);
}


/***/ }),

/***/ 3557:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E4: () => (/* binding */ commitOrEmpty),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   _t: () => (/* binding */ countOrEmpty),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/* unused harmony exports flag, wholeNumber, required, notYet, pullRequestNumber, workflowFile */
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5277);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8729);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8230);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4566);
/* harmony import */ var _git_commits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2990);



const flag = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["true", "false", ""], { error: "must be true or false" }), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((text) => text === "true"));
const wholeNumber = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._regex */ .Fk(/^\d{1,9}$/, "must be a whole number")), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(Number));
const required = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._minLength */ .m9(1, "is required"));
/** For an input of later versions. */
function notYet(why = "is not available yet") {
    return z.string().check(z.refine((text) => text === "", why));
}
/** One item a line, or several with commas between them; what is empty is no item. */
const list = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((text) => text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== "")));
/** Empty: none, which is no limit or no number of times, as the input says. */
const countOrEmpty = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._regex */ .Fk(/^\d{0,9}$/, "must be a whole number, or empty")), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi(Number));
const pullRequestNumber = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._regex */ .Fk(/^(?:[1-9]\d{0,8})?$/, "must be the number of a pull request")), zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .transform */ .pdi((text) => (text === "" ? null : Number(text))));
const workflowFile = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()
    .check(zod_mini__WEBPACK_IMPORTED_MODULE_3__/* ._regex */ .Fk(/^(?:[\w.-]{1,100}\.ya?ml)?$/, "must be the name of a file in .github/workflows, such as agent-pipeline.yml"));
const commitOrEmpty = zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod_mini__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(""), _git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .ObjectId */ .V], {
    error: "must be a full 40-digit commit id",
});
/** Reads every input of an action through its schema, and names all bad ones at once. */
function parseInputs(schema, read, action) {
    const names = Object.keys(schema.shape);
    const raw = Object.fromEntries(names.map((name) => [name, read(name)]));
    const result = zod_mini__WEBPACK_IMPORTED_MODULE_4__/* .safeParse */ .xL(schema, raw);
    if (result.success)
        return result.data;
    const details = result.error.issues.map((issue) => `"${issue.path.map(String).join(".")}" ${issue.message}`);
    throw new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .PipelineError */ .zC("INPUT_INVALID", `Invalid input: ${details.join("; ")}`, {
        hint: `See ${action}/README.md for the accepted values.`,
    });
}


/***/ }),

/***/ 8241:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ig: () => (/* binding */ taskList),
/* harmony export */   rg: () => (/* binding */ formatTaskList),
/* harmony export */   rz: () => (/* binding */ strictTaskList)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5277);
/* harmony import */ var _runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3557);
/* harmony import */ var _task_id_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8588);



const NO_LIST = "must be a comma-separated list of task ids, such as shipping_cost_v1";
/** An input that names tasks. */
const taskList = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(_runner_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_.check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .refine */ .YPB((names) => names.every(_task_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isTaskId */ .XJ), NO_LIST)), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((names) => names.filter(_task_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isTaskId */ .XJ)));
/** The form in which ids travel from one job to the next. */
function formatTaskList(tasks) {
    return tasks.join(",");
}
/** Reads that form and no other: nobody writes it by hand. */
const strictTaskList = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .pipe */ .FsL(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .refine */ .YPB((text) => text.split(",").every(_task_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isTaskId */ .XJ), NO_LIST)), zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .transform */ .pdi((text) => text.split(",").filter(_task_id_js__WEBPACK_IMPORTED_MODULE_2__/* .isTaskId */ .XJ)));


/***/ }),

/***/ 8405:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "04977e293529afe71cec.py";

/***/ }),

/***/ 3938:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "3deeada6c27c83867803.py";

/***/ }),

/***/ 5791:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "85147007703bd2e1f807.sh";

/***/ }),

/***/ 2189:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "639e545f00b1ace40ec6.sh";

/***/ }),

/***/ 7962:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "25e91d4e7e6a29db653a.py";

/***/ }),

/***/ 8923:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "f705a51251a423b8c8ab.py";

/***/ }),

/***/ 6968:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "e2b65c99a2ee9fdcd1e0.py";

/***/ }),

/***/ 3833:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "64d5233c74012c31988b.py";

/***/ }),

/***/ 1038:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "f50b0fa46716aff84a3b.py";

/***/ }),

/***/ 4006:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "9dfb3f54a978c94a9071.py";

/***/ }),

/***/ 8745:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "1325c37b1dc62c0a708c.py";

/***/ }),

/***/ 7467:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "e0f1c9ad5579d57eece7.py";

/***/ }),

/***/ 7903:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "602327fc06e0e175fa17.py";

/***/ }),

/***/ 3324:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "43b148b07f8ea5020c54.py";

/***/ }),

/***/ 3401:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "7f8355b105d81ff58dfc.py";

/***/ }),

/***/ 9558:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "b10eacc149bb60526407.py";

/***/ }),

/***/ 830:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "f173e6ffdbb6b7c9a947.py";

/***/ }),

/***/ 2808:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "5ea93a0b04f6192386be.py";

/***/ }),

/***/ 3597:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "b247caf33f85f0a9c43d.py";

/***/ }),

/***/ 6512:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "b9c02799cb1aae4ff251.py";

/***/ }),

/***/ 3919:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "693cf5cb2f976ced8c73.py";

/***/ }),

/***/ 2698:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "1315701df458502d39f5.py";

/***/ }),

/***/ 5857:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "bc8119319c0dcd92a596.py";

/***/ }),

/***/ 8416:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "a47e2ed94dd95e742225.py";

/***/ }),

/***/ 368:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "88f260a530d21bfe4518.py";

/***/ }),

/***/ 6971:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "740393fc88c786f39e46.py";

/***/ }),

/***/ 8422:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "f4f6a37b5a5966f55559.py";

/***/ }),

/***/ 6966:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "f73d5821795f52dd061f.py";

/***/ }),

/***/ 9305:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "cdc425ed75d53cee3a6c.py";

/***/ }),

/***/ 4498:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "853028ead71db52fd4e9.py";

/***/ }),

/***/ 3394:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "76afdce4f5b68996213a.py";

/***/ })

};
