export const id = 8;
export const ids = [8];
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

/***/ 1008:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  discoverAsked: () => (/* binding */ discoverAsked)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
// EXTERNAL MODULE: ../src/git/modes.ts
var modes = __webpack_require__(592);
// EXTERNAL MODULE: ../src/task/task-id.ts
var task_id = __webpack_require__(8588);
// EXTERNAL MODULE: ../actions/discover/rejection.ts
var rejection = __webpack_require__(7155);
;// CONCATENATED MODULE: ../actions/discover/changed-tasks.ts



/** A folder that was not touched can be the one that a new one is not told from: hence all names without case. */
function changedTasks({ changes, sameWithoutCase }) {
    const tasks = [];
    const deleted = [];
    const rejected = [];
    for (const { path: name, before, after } of changes) {
        if (after === null) {
            // Nothing is left to verify; taking away a folder that was no task is no fault either.
            if (isFolder(before) && (0,task_id/* isTaskId */.XJ)(name))
                deleted.push(name);
            continue;
        }
        // A file beside the task folders, such as a README, is nobody's task.
        if ((0,modes/* isFile */.fo)(after) && !isFolder(before))
            continue;
        if (!(0,task_id/* isTaskId */.XJ)(name)) {
            rejected.push({ name, reason: rejection/* NOT_AN_ID */.G });
            continue;
        }
        const reason = reasonAgainst(name, after, sameWithoutCase);
        if (reason === null)
            tasks.push(name);
        else
            rejected.push({ name, reason });
    }
    return { tasks: tasks.toSorted(), deleted: deleted.toSorted(), rejected };
}
/** Why what stands at the name of a task cannot be one; null when it can. `twins` are in lower case, as every id is. */
function reasonAgainst(id, mode, twins) {
    if (twins.has(id))
        return rejection/* EQUAL_WITHOUT_CASE */.t;
    if (isFolder(mode))
        return null;
    switch (mode) {
        case modes/* SUBMODULE */.NG:
            return "is a submodule, not a folder";
        case modes/* LINK */.ps:
            return "is a symbolic link, not a folder";
        default:
            return "is a file, not a folder";
    }
}
function isFolder(mode) {
    return mode === modes/* FOLDER */.L7;
}

;// CONCATENATED MODULE: ../actions/discover/commits-of.ts

/** The commits of all names. */
async function commitsNamed(names, repository) {
    const commits = await repository.commitsOf(names);
    return commits.map((commit, index) => commit ?? fail(names[index] ?? ""));
}
async function headCommit(head, repository) {
    return (await repository.commitOf(head.name)) ?? otherHead(head, repository);
}
/** The commits of a head and of the base that it is to be merged into; how they differ in `folder` is asked next. */
async function headAndBase(head, base, folder, repository) {
    const next = { withHistory: true, folder };
    const [first, second] = await repository.commitsOf([head.name, base], next);
    return [first ?? (await otherHead(head, repository)), second ?? fail(base)];
}
/** The three commits; of several merge bases, the first in order. */
function threeCommits(head, base, mergeBases) {
    const [mergeBase] = mergeBases.toSorted();
    if (mergeBase !== undefined)
        return { head, base, mergeBase };
    throw new errors/* PipelineError */.zC("GIT_FAILED", `${head} and ${base} have no common history`, {
        hint: "What such a branch changes cannot be told. Rebuild it on the target branch.",
    });
}
async function otherHead(head, repository) {
    const other = head.otherwise === null ? null : await repository.commitOf(head.otherwise);
    return other ?? fail(head.name);
}
function fail(name) {
    throw new errors/* PipelineError */.zC("GIT_FAILED", `The remote has no ${name}`, {
        hint: "It was deleted, or replaced by a forced push. A run on what is there now finds its tasks.",
    });
}

;// CONCATENATED MODULE: ../actions/discover/changed-folders.ts



/** What a head changes since it left its base. */
async function changedSince(head, base, root, repository) {
    const mergeBases = await repository.mergeBases(base, head);
    const commits = threeCommits(head, base, mergeBases);
    const changed = await changedBetween(commits.mergeBase, head, root, repository);
    // After criss-cross merges there are several. The answer holds if each of them gives it; the gate calls the
    // candidate a conflict all the same.
    for (const other of mergeBases.filter((mergeBase) => mergeBase !== commits.mergeBase)) {
        const again = await changedBetween(other, head, root, repository);
        if (JSON.stringify(again) !== JSON.stringify(changed))
            throw ambiguous(commits, mergeBases);
    }
    return { commits, changed };
}
/** What happened to the task folders from one commit (null: from nothing) to another. */
async function changedBetween(from, to, root, repository) {
    return changedTasks(await repository.modeChanges(from, to, root));
}
function ambiguous({ head, base }, mergeBases) {
    return new errors/* PipelineError */.zC("GIT_FAILED", `${head} and ${base} have ${mergeBases.length} merge bases, which differ in their tasks: ${mergeBases.slice(0, 5).join(", ")}`, { hint: "Merge the target branch into this one once more; then there is one." });
}

;// CONCATENATED MODULE: ../actions/discover/discover-changed.ts



/** The tasks that a change adds or alters. */
async function discoverChanged(comparison, root, { repository }) {
    switch (comparison.kind) {
        case "nothing":
            return { groups: [], deleted: [], rejected: [], commits: null };
        case "landed": {
            const { before } = comparison;
            const names = [comparison.after, ...(before === null ? [] : [before])];
            const [after = "", earlier = null] = await commitsNamed(names, repository);
            const changed = await changedBetween(earlier, after, root, repository);
            return discoveryOf(changed, { head: after, base: after, mergeBase: after }, null);
        }
        case "proposed": {
            const [head, base] = await headAndBase(comparison.head, comparison.base, root, repository);
            const { commits, changed } = await changedSince(head, base, root, repository);
            return discoveryOf(changed, commits, comparison.pullRequest);
        }
        default:
            return (0,errors/* assertNever */.xb)(comparison);
    }
}
function discoveryOf({ tasks, deleted, rejected }, commits, pullRequest) {
    return { groups: [{ commits, pullRequest, tasks }], deleted, rejected, commits };
}

// EXTERNAL MODULE: ../src/git/adapters/checkout.ts
var checkout = __webpack_require__(6293);
// EXTERNAL MODULE: ../src/git/adapters/repository.ts + 7 modules
var adapters_repository = __webpack_require__(5050);
;// CONCATENATED MODULE: ../src/git/revision.ts
/** Whether a text may name a branch, a tag, a full ref or a commit, as `git check-ref-format` allows it. */
function isRevision(name) {
    return (name.length >= 1 &&
        name.length <= 255 &&
        !/^[-/.]|[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|\.lock(?:\/|$)|[/.]$/u.test(name));
}

// EXTERNAL MODULE: ../src/task/folder.ts
var folder = __webpack_require__(4629);
// EXTERNAL MODULE: ../node_modules/zod/v4/mini/schemas.js
var schemas = __webpack_require__(5277);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/api.js
var api = __webpack_require__(8729);
// EXTERNAL MODULE: ../src/git/commits.ts
var commits = __webpack_require__(2990);
// EXTERNAL MODULE: ../src/task/task-list.ts
var task_list = __webpack_require__(8241);
;// CONCATENATED MODULE: ../src/handover/matrix.ts





/** Linux ends one environment value at 131,071 bytes; the next action gets the matrix as one. */
const MATRIX_MAX_BYTES = 120_000;
/** GitHub starts at most this many jobs from one matrix. */
const MATRIX_MAX_ENTRIES = 256;
/** As it travels in the `matrix` output: every value is a string. */
function formatMatrix(entries) {
    return JSON.stringify({
        include: entries.map((entry) => ({ ...entry, tasks: (0,task_list/* formatTaskList */.rg)(entry.tasks) })),
    });
}
const Matrix = schemas/* strictObject */.rej({
    include: schemas/* array */.YOg(schemas/* strictObject */.rej({
        entry: schemas/* string */.YjP().check(api/* _regex */.Fk(/^[a-z0-9_-]{1,100}$/)),
        tasks: task_list/* strictTaskList */.rz,
        head: commits/* ObjectId */.V,
        base: commits/* ObjectId */.V,
        "merge-base": commits/* ObjectId */.V,
        "pull-request": schemas/* string */.YjP().check(api/* _regex */.Fk(/^(?:[1-9]\d*)?$/, "must be a number or empty")),
    }))
        .check(api/* _maxLength */.Eb(MATRIX_MAX_ENTRIES)),
});
/** Reads the `matrix` output of discover. An empty string means that discover did not answer, which is an error. */
function parseMatrix(json) {
    if (json === "") {
        throw new PipelineError("INPUT_INVALID", 'Invalid input: "matrix" is empty', {
            hint: "discover sets it even when there is no task; look at that job.",
        });
    }
    const matrix = z.safeParse(Matrix, jsonIn(json));
    const problem = matrix.success
        ? repetitionIn(matrix.data.include)
        : z.prettifyError(matrix.error);
    if (matrix.success && problem === null)
        return matrix.data.include;
    throw new PipelineError("INPUT_INVALID", `Invalid input: "matrix" is not what discover writes: ${problem}`);
}
/** Evidence is looked up by entry, and a task of a pull request has one answer: of two, the worse could be overlooked. */
function repetitionIn(entries) {
    if (!areDistinct(entries.map(({ entry }) => entry)))
        return "it names an entry twice";
    const tasks = entries.flatMap((entry) => entry.tasks.map((task) => `${entry["pull-request"]}/${task}`));
    return areDistinct(tasks) ? null : "it names a task of a pull request twice";
}
function areDistinct(values) {
    return new Set(values).size === values.length;
}

;// CONCATENATED MODULE: ../actions/discover/matrix-entries.ts

/** One entry per task; where that is too many, every group is packed evenly by number, in id order. */
function matrixEntries(groups, maxEntries) {
    const filled = groups.filter(({ tasks }) => tasks.length > 0);
    if (filled.length > maxEntries) {
        throw new errors/* PipelineError */.zC("LIMIT_REACHED", `${filled.length} pull requests do not fit into a matrix of ${maxEntries} entries`, { hint: "Two pull requests never share an entry. Run discover for fewer of them at a time." });
    }
    const repeated = repeatedTasks(filled);
    const shares = entriesPerGroup(filled.map(({ tasks }) => tasks.length), maxEntries);
    let shards = 0;
    return filled.flatMap((group, index) => packed(group.tasks, shares[index] ?? 1).map((tasks) => ({
        entry: entryName(tasks, group.pullRequest, repeated, () => ++shards),
        tasks,
        head: group.commits.head,
        base: group.commits.base,
        "merge-base": group.commits.mergeBase,
        "pull-request": group.pullRequest === null ? "" : String(group.pullRequest),
    })));
}
/** Gives each next entry to the group whose entries hold most tasks, the first of them when several do. */
function entriesPerGroup(sizes, maxEntries) {
    const total = sizes.reduce((sum, size) => sum + size, 0);
    if (total <= maxEntries)
        return sizes;
    const shares = sizes.map(() => 1);
    for (let given = sizes.length; given < maxEntries; given++) {
        const loads = sizes.map((size, index) => size / shares[index]);
        shares[loads.indexOf(Math.max(...loads))] += 1;
    }
    return shares;
}
/** Cuts a list into consecutive parts whose lengths differ by one at most, the longer ones first. */
function packed(tasks, parts) {
    const size = Math.floor(tasks.length / parts);
    const longer = tasks.length % parts;
    return Array.from({ length: parts }, (_, index) => {
        const start = index * size + Math.min(index, longer);
        return tasks.slice(start, start + size + (index < longer ? 1 : 0));
    });
}
// No task id begins or ends with "_", so that no name can be that of another entry.
function entryName(tasks, pullRequest, repeated, nextShard) {
    const [task] = tasks;
    if (task === undefined || tasks.length > 1) {
        return `_shard-${String(nextShard()).padStart(3, "0")}`;
    }
    return repeated.has(task) ? `${task}_pr-${pullRequest ?? 0}_` : task;
}
function repeatedTasks(groups) {
    if (groups.length < 2)
        return new Set();
    const seen = new Set();
    return new Set(groups.flatMap(({ tasks }) => tasks.filter((task) => seen.size === seen.add(task).size)));
}

;// CONCATENATED MODULE: ../actions/discover/answer.ts



const NO_ENTRIES = formatMatrix([]);
/**
 * The outputs of a run that found out nothing. The matrix is the empty string, which the gate refuses; an empty matrix
 * would say that there is no task.
 */
const NO_ANSWER = {
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
    clock: "",
};
function answerOf(discovery, maxEntries, baseBranch = null, clock = null) {
    const tasks = allTasks(discovery.groups);
    const { matrix, refusal } = matrixOf(discovery.groups, tasks.length, maxEntries);
    const { commits, deleted, rejected } = discovery;
    return {
        outputs: {
            tasks: tasks.join(","),
            matrix,
            count: String(tasks.length),
            // Of the matrix: this decides whether the jobs of the matrix are started.
            "has-tasks": matrix === NO_ENTRIES ? "false" : "true",
            deleted: deleted.join(","),
            rejected: JSON.stringify(rejected),
            base: commits?.base ?? "",
            head: commits?.head ?? "",
            "merge-base": commits?.mergeBase ?? "",
            "base-branch": baseBranch ?? "",
            clock: clock === null ? "" : JSON.stringify(clock),
        },
        summary: summaryOf(discovery, tasks),
        problem: refusal ?? rejectionProblem(rejected),
    };
}
/** How many names of a list the log shows. */
const SHOWN = 20;
function summaryOf(discovery, tasks) {
    const { commits, deleted, rejected } = discovery;
    return [
        ...(commits === null
            ? []
            : [`head ${commits.head}, base ${commits.base}, merge base ${commits.mergeBase}`]),
        `${tasks.length} changed: ${listed(tasks)}`,
        ...(deleted.length === 0 ? [] : [`${deleted.length} deleted: ${listed(deleted)}`]),
        ...(rejected.length === 0 ? [] : [`${rejected.length} rejected: see the output \`rejected\``]),
    ];
}
function listed(names) {
    if (names.length === 0)
        return "none";
    const more = names.length - SHOWN;
    return `${names.slice(0, SHOWN).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
function allTasks(groups) {
    const [only, ...others] = groups;
    if (others.length === 0)
        return only?.tasks ?? [];
    return [...new Set(groups.flatMap(({ tasks }) => tasks))].toSorted();
}
function matrixOf(groups, count, maxEntries) {
    let entries;
    try {
        entries = matrixEntries(groups, maxEntries);
    }
    catch (error) {
        if (error instanceof errors/* PipelineError */.zC)
            return { matrix: NO_ENTRIES, refusal: error };
        throw error;
    }
    const matrix = formatMatrix(entries);
    const bytes = Buffer.byteLength(matrix);
    if (bytes <= MATRIX_MAX_BYTES)
        return { matrix, refusal: null };
    return { matrix: NO_ENTRIES, refusal: tooLarge(count, bytes) };
}
function tooLarge(count, bytes) {
    return new errors/* PipelineError */.zC("LIMIT_REACHED", `The matrix of ${count} tasks has ${bytes} bytes, more than the ${MATRIX_MAX_BYTES} that one job can be given`, {
        hint: `The outputs \`tasks\` and \`count\` are complete. Split the change into at least ${Math.ceil(bytes / MATRIX_MAX_BYTES)} pull requests, or run discover with \`task\` for a part of them at a time.`,
    });
}
function rejectionProblem(rejected) {
    if (rejected.length === 0)
        return null;
    const reasons = [...new Set(rejected.map(({ reason }) => reason))].slice(0, 5);
    return new errors/* PipelineError */.zC("INPUT_INVALID", `${rejected.length} ${rejected.length === 1 ? "name was" : "names were"} rejected: ${reasons.join("; ")}`, {
        hint: "The output `rejected` lists each name with its reason. Every other task is in the matrix.",
    });
}

// EXTERNAL MODULE: ../src/foundation/json.ts
var json = __webpack_require__(3723);
// EXTERNAL MODULE: ../src/telling/blocks.ts
var telling_blocks = __webpack_require__(2363);
// EXTERNAL MODULE: ./answer.ts
var answer = __webpack_require__(612);
;// CONCATENATED MODULE: ./discover/discover.ts





/** The tasks that a head changes, as discover lays them out for the matrix. */
function discovered(discovery) {
    const { outputs, problem } = answerOf(discovery, MATRIX_MAX_ENTRIES);
    const { commits, groups, deleted, rejected } = discovery;
    const tasks = groups.flatMap((group) => group.tasks);
    const blocks = [
        ...(commits === null
            ? []
            : [
                (0,telling_blocks/* paragraph */.FY)((0,telling_blocks/* say */.cv) `head ${commits.head.slice(0, 7)}, base ${commits.base.slice(0, 7)}, merge base ${commits.mergeBase.slice(0, 7)}`),
            ]),
        (0,telling_blocks/* paragraph */.FY)(tasks.length === 0
            ? (0,telling_blocks/* say */.cv) `No task is changed.`
            : (0,telling_blocks/* say */.cv) `${tasks.length} ${tasks.length === 1 ? (0,telling_blocks/* say */.cv) `task is` : (0,telling_blocks/* say */.cv) `tasks are`} changed:`),
        ...(0,telling_blocks/* list */.p_)(tasks.map((task) => (0,telling_blocks/* say */.cv) `✔ ${(0,telling_blocks/* code */.aY)(`generated/${task}`)}`)),
        ...(0,telling_blocks/* list */.p_)(deleted.map((task) => (0,telling_blocks/* say */.cv) `– ${(0,telling_blocks/* code */.aY)(`generated/${task}`)} is deleted`)),
        ...(0,telling_blocks/* list */.p_)(rejected.map(({ name, reason }) => (0,telling_blocks/* say */.cv) `✘ ${(0,telling_blocks/* untrusted */.bp)(name, 500)} ${reason}`)),
        ...(problem === null ? [] : [(0,telling_blocks/* paragraph */.FY)((0,telling_blocks/* say */.cv) `✘ ${problem.message}`)]),
    ];
    return {
        exit: problem === null ? answer/* EXIT */.d.fine : answer/* EXIT */.d.faults,
        blocks,
        data: { ...commits, tasks, deleted, rejected, matrix: (0,json/* jsonIn */.Yf)(outputs.matrix) ?? null },
    };
}

// EXTERNAL MODULE: ./adapters/folder.ts
var adapters_folder = __webpack_require__(913);
// EXTERNAL MODULE: ./adapters/local-branches.ts
var local_branches = __webpack_require__(7159);
;// CONCATENATED MODULE: ./adapters/discover.ts













/** Compares what is committed on this machine; nothing is fetched from elsewhere. */
async function discoverAsked(asked) {
    const root = (0,adapters_folder/* repositoryAround */.WU)(asked.directory);
    const folders = (0,checkout/* checkoutFolders */.sK)(root);
    if (folders === null) {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", `${root} is no git repository`, {
            hint: "discover compares commits. Name the repository: -C DIR",
        });
    }
    const named = revision("--head", asked.text("head"));
    const head = named === null || named === "HEAD" ? checkedOut(folders) : named;
    const base = revision("--base", asked.text("base")) ?? (0,local_branches/* defaultBase */.p)(folders);
    const temporary = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "agent-pipeline-discover-"));
    try {
        const repository = (0,adapters_repository/* openReader */.c)({ url: (0,external_node_url_.pathToFileURL)(folders.shared).href, serverUrl: "", token: "" }, temporary, root);
        return discovered(await discoverChanged({ kind: "proposed", head: { name: head, otherwise: null }, base, pullRequest: null }, folder/* GENERATED */.KB, { repository }));
    }
    finally {
        (0,external_node_fs_.rmSync)(temporary, { recursive: true, force: true });
    }
}
function checkedOut(folders) {
    const commit = (0,checkout/* headCommit */.Qo)(folders);
    if (commit !== null)
        return commit;
    throw new errors/* PipelineError */.zC("INPUT_INVALID", "Nothing is committed on this branch", {
        hint: "discover compares commits: commit first, or name a branch: --head BRANCH",
    });
}
function revision(option, given) {
    if (given === null || isRevision(given))
        return given;
    throw new errors/* PipelineError */.zC("INPUT_INVALID", `${option} must be a branch, a tag or a full 40-digit commit id`);
}


/***/ }),

/***/ 7159:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ defaultBranch),
/* harmony export */   p: () => (/* binding */ defaultBase)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(913);


const ORIGIN_HEAD = "refs/remotes/origin/HEAD";
/** Name of the default branch: as the remote has it, and without one what is checked out. */
function defaultBranch({ own, shared }) {
    return remoteDefault(shared) ?? branchIn((0,_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(own, "HEAD")), "refs/heads/") ?? "main";
}
/** What a branch of this machine is compared with. */
function defaultBase({ shared }) {
    const branch = remoteDefault(shared);
    if (branch !== null)
        return `refs/remotes/origin/${branch}`;
    const names = ["refs/remotes/origin/main", "refs/heads/main", "refs/heads/master"];
    const packed = (0,_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(shared, "packed-refs")) ?? "";
    const isThere = (name) => (0,_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(shared, name)) !== null || packed.includes(` ${name}\n`);
    return names.find(isThere) ?? "refs/heads/main";
}
function remoteDefault(shared) {
    return branchIn((0,_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(shared, ORIGIN_HEAD)), "refs/remotes/origin/");
}
function branchIn(text, prefix) {
    const target = /^ref: (\S+)$/m.exec(text ?? "")?.[1];
    return target?.startsWith(prefix) === true ? target.slice(prefix.length) : null;
}


/***/ }),

/***/ 2990:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ isObjectId),
/* harmony export */   V: () => (/* binding */ ObjectId)
/* harmony export */ });
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5277);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8729);

const OBJECT_ID = /^[0-9a-f]{40}$/;
/** Whether a text is a full SHA-1 object name, in lower case. */
function isObjectId(text) {
    return OBJECT_ID.test(text);
}
const ObjectId = zod_mini__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_1__/* ._regex */ .Fk(OBJECT_ID, "must be a full 40-digit commit id"));


/***/ }),

/***/ 592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kz: () => (/* binding */ PLAIN_FILE),
/* harmony export */   L7: () => (/* binding */ FOLDER),
/* harmony export */   NG: () => (/* binding */ SUBMODULE),
/* harmony export */   RX: () => (/* binding */ PROGRAM),
/* harmony export */   fo: () => (/* binding */ isFile),
/* harmony export */   ps: () => (/* binding */ LINK)
/* harmony export */ });
/** git's modes, as trees hold them. Of a file no other than `100644` and `100755` is written today. */
const FOLDER = "040000";
const PLAIN_FILE = "100644";
const PROGRAM = "100755";
const LINK = "120000";
const SUBMODULE = "160000";
/** Whether a mode is that of a file with content of its own, plain or not. */
function isFile(mode) {
    return mode.startsWith("100");
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

/***/ 4629:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ taskFolder),
/* harmony export */   Ge: () => (/* binding */ META),
/* harmony export */   KB: () => (/* binding */ GENERATED),
/* harmony export */   RA: () => (/* binding */ brokenBy),
/* harmony export */   Sq: () => (/* binding */ violationsOf),
/* harmony export */   eo: () => (/* binding */ MAIN_TEST_FILE),
/* harmony export */   rN: () => (/* binding */ TOO_MANY_FILES),
/* harmony export */   xk: () => (/* binding */ TASK_LIMITS)
/* harmony export */ });
/* harmony import */ var _git_modes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(592);

/** The folder that holds all tasks. */
const GENERATED = "generated";
function taskFolder(task) {
    return `${GENERATED}/${task}`;
}
/** The files of a task's `meta/`, relative to the task folder. */
const META = {
    story: "meta/story.json",
    /** In the place of it, where the story is written in Markdown. */
    storyMarkdown: "meta/story.md",
    storyRef: "meta/story_ref.json",
    design: "meta/design.json",
    manifest: "meta/manifest.json",
    transcript: "meta/transcript.jsonl",
};
const MAIN_TEST_FILE = "tests/test_story.py";
const TASK_LIMITS = {
    files: 200,
    fileBytes: 1024 * 1024,
    totalBytes: 8 * 1024 * 1024,
    pathLength: 200,
};
/** What is said of a folder whose files were not even listed. */
const TOO_MANY_FILES = `holds more than ${TASK_LIMITS.files} files, or many more folders than they need`;
/** What is said of a folder with an object that git does not write so, or that is nowhere. */
function brokenBy(error) {
    return `holds an object that is missing or not as git writes it: ${error.message.slice(0, 300)}`;
}
// Files that change how Python or pytest starts, so that a run of the tests would no longer be a run of these tests.
const FORBIDDEN_NAMES = [
    "conftest.py",
    "pytest.ini",
    ".pytest.ini",
    "pyproject.toml",
    "setup.cfg",
    "setup.py",
    "tox.ini",
    "sitecustomize.py",
    "usercustomize.py",
];
const FORBIDDEN_ENDINGS = [
    ".pth",
    ".so",
    ".pyd",
    ".dylib",
    ".pyc",
    ".pyo",
    ".egg-link",
];
const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;
/** Everything in a task folder that must not be there. Empty: the folder may be run. */
function violationsOf(files) {
    return [
        ...files.flatMap((file) => problemsOf(file).map((problem) => ({ path: file.path, problem }))),
        ...sameWithoutCase(files),
        ...tooMuch(files),
    ];
}
function problemsOf({ path, mode, bytes }) {
    const segments = path.split("/");
    const name = (segments.at(-1) ?? "").toLowerCase();
    return [
        ...(segments.every((segment) => SEGMENT.test(segment))
            ? []
            : [
                "has a name outside letters, digits, `_`, `-` and `.`, or is hidden, or leaves its folder",
            ]),
        ...(path.length > TASK_LIMITS.pathLength
            ? [`has a path of more than ${TASK_LIMITS.pathLength} characters`]
            : []),
        ...(FORBIDDEN_NAMES.includes(name) ? ["changes how pytest or Python starts"] : []),
        ...(FORBIDDEN_ENDINGS.some((ending) => name.endsWith(ending))
            ? ["is a binary or a path file that Python would load"]
            : []),
        ...modeProblems(mode),
        ...(bytes > TASK_LIMITS.fileBytes ? [`is larger than ${TASK_LIMITS.fileBytes} bytes`] : []),
    ];
}
function modeProblems(mode) {
    switch (mode) {
        case _git_modes_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAIN_FILE */ .Kz:
            return [];
        case _git_modes_js__WEBPACK_IMPORTED_MODULE_0__/* .PROGRAM */ .RX:
            return ["is executable"];
        case _git_modes_js__WEBPACK_IMPORTED_MODULE_0__/* .LINK */ .ps:
            return ["is a symbolic link"];
        case _git_modes_js__WEBPACK_IMPORTED_MODULE_0__/* .SUBMODULE */ .NG:
            return ["is a submodule"];
        default:
            return [`has the file mode ${mode}`];
    }
}
function sameWithoutCase(files) {
    const seen = new Map();
    const violations = [];
    for (const path of new Set(files.flatMap((file) => pathAndFolders(file.path)))) {
        const folded = path.toLowerCase();
        const other = seen.get(folded);
        if (other === undefined)
            seen.set(folded, path);
        else
            violations.push({ path, problem: `differs from ${other} by case alone` });
    }
    return violations;
}
function pathAndFolders(path) {
    const names = path.split("/");
    return names.map((_, index) => names.slice(0, index + 1).join("/"));
}
function tooMuch(files) {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    return [
        ...(files.length > TASK_LIMITS.files
            ? [{ path: ".", problem: `holds ${files.length} files, more than ${TASK_LIMITS.files}` }]
            : []),
        ...(bytes > TASK_LIMITS.totalBytes
            ? [{ path: ".", problem: `holds ${bytes} bytes, more than ${TASK_LIMITS.totalBytes}` }]
            : []),
    ];
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


/***/ })

};
