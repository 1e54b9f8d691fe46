export const id = 954;
export const ids = [954];
export const modules = {

/***/ 9954:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportAsked: () => (/* binding */ reportAsked),
  reportOf: () => (/* binding */ reportOf),
  runHere: () => (/* binding */ runHere)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ../src/foundation/version.ts + 1 modules
var version = __webpack_require__(8004);
// EXTERNAL MODULE: ../src/git/adapters/repository.ts + 7 modules
var repository = __webpack_require__(5050);
// EXTERNAL MODULE: ../src/foundation/in-parallel.ts
var in_parallel = __webpack_require__(5064);
// EXTERNAL MODULE: ../src/foundation/json.ts
var foundation_json = __webpack_require__(3723);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1548);
// EXTERNAL MODULE: ../src/task/manifest.ts
var task_manifest = __webpack_require__(6300);
// EXTERNAL MODULE: ../src/task/task-id.ts
var task_id = __webpack_require__(8588);
;// CONCATENATED MODULE: ../src/handover/generated.ts



const GENERATED_SCHEMA = "agent-pipeline/generated@1";
/** Why nothing was made of a story or a task: closed. */
const SKIP_REASONS = [
    "unchanged",
    "human_commits",
    "rerun_policy",
    "closed_by_person",
    "dry_run",
    /** Its story has another text by now, or is gone: what was made of the older one is not written. */
    "superseded",
    /** One run takes so many tasks and no more. */
    "left_for_next_run",
];
const generated_text = schemas/* string */.YjP().max(20_000);
/** `generated.json`: what a run of generate came to, for whoever reports it. */
const Generated = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(GENERATED_SCHEMA),
    isDryRun: schemas/* boolean */.zMY(),
    /** The tasks that are on their branches. */
    tasks: schemas/* array */.YOg(schemas/* strictObject */.rej({
        task: schemas/* string */.YjP().refine(task_id/* isTaskId */.XJ, "must be a task id"),
        branch: generated_text,
        number: schemas/* int */.Whr().positive(),
        url: generated_text,
        attempt: schemas/* int */.Whr().positive(),
    }))
        .max(10_000),
    skipped: schemas/* array */.YOg(schemas/* strictObject */.rej({ subject: generated_text, reason: schemas/* enum */.k5n(SKIP_REASONS) })).max(10_000),
    /** What was refused or went wrong; `subject` is null for the run itself. */
    failed: schemas/* array */.YOg(schemas/* strictObject */.rej({ subject: generated_text.nullable(), message: generated_text, hint: generated_text.nullable() }))
        .max(10_000),
    /** By stage; `costUsd` is null where a model without a known price was asked. */
    spent: schemas/* array */.YOg(schemas/* strictObject */.rej({
        stage: schemas/* enum */.k5n(task_manifest/* STAGES */.an),
        tokens: task_manifest/* Tokens */.DQ,
        costUsd: schemas/* number */.aig().nonnegative().nullable(),
    })),
});

// EXTERNAL MODULE: ../src/evidence/evidence.ts + 1 modules
var evidence = __webpack_require__(2728);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
;// CONCATENATED MODULE: ../src/handover/run-documents.ts



/** null where it is no document. */
function newestIn(history) {
    return history.kind === "read" && typeof history.newest !== "string" ? history.newest : null;
}
/** So many entries of the matrix are downloaded side by side. */
const DOWNLOADS = 4;
/**
 * What the artifacts of this run say, downloaded when it is asked for first: they are there before the gate starts, so
 * that no later look would find others.
 */
function documentsOf(entries, evidence) {
    let documents = null;
    return {
        read: () => (documents ??= readDocuments(entries, evidence)),
        get isRead() {
            return documents !== null;
        },
    };
}
async function readDocuments(entries, evidence) {
    const histories = await (0,in_parallel/* inParallel */.H)(entries, DOWNLOADS, (entry) => historiesOf(entry, evidence));
    const documents = new Map();
    for (const [task, history] of histories.flat()) {
        documents.set(task, documents.has(task)
            ? { kind: "read", newest: "two entries of the matrix name it", earlier: [] }
            : history);
    }
    return documents;
}
async function historiesOf({ entry, tasks }, evidence) {
    const artifacts = await evidence.download(entry, tasks);
    return tasks.map((task) => {
        const found = artifacts
            .map(({ isPart, files }) => ({ isPart, file: files.find((each) => each.task === task) }))
            .filter(({ isPart, file }) => !isPart || file !== undefined)
            .map(({ file }) => file);
        return [task, historyOf(found, { task, entry })];
    });
}
/** The newest artifact that is whole must hold a document: an older one does not speak for it. */
function historyOf([newest, ...earlier], place) {
    if (newest === undefined) {
        return { kind: "missing", why: `no evidence was uploaded for the entry ${place.entry}` };
    }
    return {
        kind: "read",
        newest: parsed(newest, place),
        earlier: earlier.flatMap((file) => (file === undefined ? [] : [parsed(file, place)])),
    };
}
function parsed(file, place) {
    if ("problem" in file)
        return file.problem;
    try {
        return (0,evidence/* parseEvidence */.vf)(file.json, place);
    }
    catch (error) {
        if (!(error instanceof errors/* PipelineError */.zC))
            throw error;
        return error.message;
    }
}

;// CONCATENATED MODULE: ../src/handover/run-files.ts
// What jobs of a run leave for later ones besides evidence: the names of the artifacts, and of the files in them.
/** Of generate. */
const GENERATED_ARTIFACT = "generated";
const GENERATED_FILE = "generated.json";
const TIMINGS_FILE = "timings.json";
/** Of merge-gate. */
const DECISIONS_ARTIFACT = "decisions";
const DECISIONS_FILE = "decisions.json";
/** Only where something was merged and read back. */
const TEST_RESULT_FILE = "test-result.json";

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(9435);
;// CONCATENATED MODULE: ../src/handover/timings.ts



const TIMINGS_SCHEMA = "agent-pipeline/timings@1";
const timings_name = schemas/* string */.YjP().max(4_000);
const seconds = schemas/* number */.aig().nonnegative();
const place = {
    task: schemas/* string */.YjP().refine(task_id/* isTaskId */.XJ, "must be a task id"),
    /** Number of the attempt, as `meta/manifest.json` counts them. */
    attempt: schemas/* int */.Whr().positive(),
    /** Since the step began. */
    start: seconds,
    seconds,
};
/** A question to a model. */
const QuestionSpan = schemas/* strictObject */.rej({
    what: schemas/* literal */.euz("question"),
    ...place,
    stage: schemas/* enum */.k5n(task_manifest/* STAGES */.an),
    sample: schemas/* int */.Whr().positive(),
    round: schemas/* int */.Whr().positive(),
    model: timings_name,
    /** null where no reply came. */
    tokens: task_manifest/* Tokens */.DQ.nullable(),
    /** null without a reply, or without a known price. */
    costUsd: seconds.nullable(),
});
/** `check`: a version is judged; `trial`: versions that know nothing of each other are held against each other. */
const CheckSpan = schemas/* strictObject */.rej({ what: schemas/* enum */.k5n(["check", "trial"]), ...place });
const Span = schemas/* discriminatedUnion */.gMt("what", [QuestionSpan, CheckSpan]);
/** `timings.json`: what a run of generate did when. A task folder knows no clock, so that it stands here alone. */
const Timings = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(TIMINGS_SCHEMA),
    /** When the step began, as in RFC 3339. */
    began: iso/* datetime */.w$(),
    seconds,
    /** In the order in which they began. */
    spans: schemas/* array */.YOg(Span).max(20_000),
});

// EXTERNAL MODULE: ../src/git/commits.ts
var commits = __webpack_require__(2990);
// EXTERNAL MODULE: ../node_modules/zod/v4/mini/schemas.js
var mini_schemas = __webpack_require__(5277);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/api.js
var api = __webpack_require__(8729);
// EXTERNAL MODULE: ../node_modules/zod/v4/mini/iso.js
var mini_iso = __webpack_require__(7336);
;// CONCATENATED MODULE: ../src/handover/clock.ts

const clock_seconds = mini_schemas/* number */.aig().check(api/* _nonnegative */.UI());
/** When something began, as in RFC 3339, and how long it took. */
const Clock = mini_schemas/* strictObject */.rej({ began: mini_iso/* datetime */.w$(), seconds: clock_seconds });
/** A part of it, in seconds since its beginning. */
const Stretch = mini_schemas/* strictObject */.rej({ start: clock_seconds, seconds: clock_seconds });

;// CONCATENATED MODULE: ../src/handover/decision.ts


/** Why a decision was made: closed, as design and docs list it. */
const DECISION_CODES = [
    "evidence_missing",
    "evidence_invalid",
    "evidence_stale",
    "not_passed",
    "test_overruled",
    "story_unclear",
    "inputs_changed",
    "head_moved",
    "out_of_scope",
    "bad_mode",
    "not_ours",
    "fork",
    "draft",
    "closed",
    "conflict",
    "protected",
    "base_moved",
    "queue_required",
    "queued",
    "method_refused",
    "check_missing",
    "review_missing",
    "checks_pending",
    "check_failed",
    "check_not_started",
    "story_unbuilt",
    "human_commits",
    "replay_differs",
    "replay_unavailable",
    "attempts_exhausted",
    "budget_exhausted",
    "no_progress",
    "flaky",
    "partial_selection",
    "dispatch_refused",
    "merged_differently",
    "already_merged",
];
const DECISION_KINDS = ["merge", "wait", "reverify", "retry", "hold", "nothing"];
function because(code, message) {
    return { code, message };
}
/** The output `decisions` of the gate: number of the pull request, or `group:<commit>` → what was decided about it. */
const decisionsOutput = () => z.record(z.string(), z.object({
    decision: z.enum(DECISION_KINDS),
    reasons: z.array(z.object({ code: z.enum(DECISION_CODES), message: z.string() })),
}));
function formatDecisions(decided) {
    const decisions = decided.map(({ head, pullRequest, decision: { kind, reasons } }) => [
        pullRequest ?? `group:${head}`,
        { decision: kind, reasons },
    ]);
    return JSON.stringify(Object.fromEntries(decisions));
}
/** null where it is nothing that the gate writes. */
function parseDecisions(json) {
    return z.safeParse(decisionsOutput(), jsonIn(json)).data ?? null;
}

;// CONCATENATED MODULE: ../src/next-runs/journal.ts

/** The context of the commit statuses that are the journal of a head. */
const JOURNAL_CONTEXT = "agent-pipeline/journal";
/**
 * What can be started for a head: another attempt, another verification, one in the place of a job that was lost, one of
 * what the base holds where the merge made something else than was proven, and one because nobody else moves the pull
 * request.
 */
const RUN_KINDS = ["retry", "reverify", "lost_job", "after_merge", "sweep"];
const EMPTY_JOURNAL = { starts: [], ends: [], unreadable: 0 };
/** The entry as the description of a status, which GitHub ends at 140 characters. */
function formatEntry(entry) {
    if (entry.kind === "start") {
        return `start ${entry.what} ${entry.number} run=${entry.evidenceRun}`;
    }
    const { task, code, costUsd, calls, evidenceRun } = entry;
    const usd = costUsd === null ? "unknown" : plainNumber(costUsd);
    return `end ${task} ${code} usd=${usd} calls=${calls} run=${evidenceRun ?? "none"}`;
}
/** What says the run that was started, at the beginning of the gate's own status: the journal is read with it. */
function namingOf({ what, number }, run) {
    return `${what} ${number} in run ${run}`;
}
const KIND = `(${RUN_KINDS.join("|")})`;
const START = new RegExp(`^start ${KIND} ([1-9]\\d{0,3}) run=(\\d{1,16})$`);
const END = /^end (\S{1,64}) ([a-z][a-z_]{0,39}) usd=(unknown|\d{1,9}(?:\.\d{1,6})?) calls=(\d{1,6}) run=(none|\d{1,16})$/;
const NAMING = new RegExp(`^${KIND} ([1-9]\\d{0,3})(?: in run (\\d{1,16}))?(?::|$)`);
/** The start that the gate's own status speaks of, and its run where GitHub named it; null for none. */
function startIn(description) {
    const [, kind, number, run = null] = NAMING.exec(description) ?? [];
    const what = RUN_KINDS.find((each) => each === kind);
    return what === undefined ? null : { what, number: Number(number), run };
}
function parseEntry(description) {
    const [, kind, number, evidenceRun = ""] = START.exec(description) ?? [];
    const what = RUN_KINDS.find((each) => each === kind);
    if (what !== undefined) {
        return { kind: "start", what, number: Number(number), evidenceRun };
    }
    const [, task = "", code = "", usd = "", calls, run = ""] = END.exec(description) ?? [];
    if (calls === undefined || !isTaskId(task))
        return null;
    return {
        kind: "end",
        task,
        code,
        costUsd: usd === "unknown" ? null : Number(usd),
        calls: Number(calls),
        evidenceRun: run === "none" ? null : run,
    };
}
/** Reads the journal out of all statuses of a head, the newest first as GitHub lists them; `gate` names runs in its own. */
function journalOf(statuses, gate) {
    const named = new Map();
    const entries = [];
    let unreadable = 0;
    for (const { context, description, at, url } of statuses.toReversed()) {
        if (context === gate) {
            const start = startIn(description);
            if (start?.run != null)
                named.set(`${start.what} ${start.number}`, start.run);
        }
        if (context !== JOURNAL_CONTEXT)
            continue;
        const entry = parseEntry(description);
        if (entry === null)
            unreadable += 1;
        else
            entries.push({ ...entry, at, url });
    }
    return {
        starts: entries
            .filter((entry) => entry.kind === "start")
            .map((entry) => ({ ...entry, run: named.get(`${entry.what} ${entry.number}`) ?? null })),
        ends: entries.filter((entry) => entry.kind === "end"),
        unreadable,
    };
}
/** To a millionth, and never as a power of ten. */
function plainNumber(value) {
    return value.toFixed(6).replace(/\.?0+$/, "");
}

;// CONCATENATED MODULE: ../src/next-runs/decided-document.ts






const DECIDED_SCHEMA = "agent-pipeline/decided@1";
const decided_document_text = schemas/* string */.YjP().max(100_000);
/** GitHub's own has at most 256 characters. */
const TITLE_MAX = 1_000;
const count = schemas/* int */.Whr().positive();
const task = schemas/* string */.YjP().refine(task_id/* isTaskId */.XJ, "must be a task id");
const run = schemas/* strictObject */.rej({ id: decided_document_text, url: decided_document_text });
const named = { what: schemas/* enum */.k5n(RUN_KINDS), number: count };
const Next = schemas/* discriminatedUnion */.gMt("kind", [
    schemas/* strictObject */.rej({
        kind: schemas/* literal */.euz("started"),
        ...named,
        workflow: decided_document_text,
        tasks: schemas/* array */.YOg(task).max(10_000),
        run: run.nullable(),
        without: schemas/* array */.YOg(decided_document_text).max(100),
    }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("under_way"), ...named, run }),
    schemas/* strictObject */.rej({ kind: schemas/* literal */.euz("none"), why: decided_document_text, isByHand: schemas/* literal */.euz(true).optional() }),
]);
const subject = { head: commits/* ObjectId */.V, pullRequest: count.nullable() };
/** `decisions.json`: what the gate decided about each subject, and what followed, for whoever reports it. */
const DecidedDocument = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(DECIDED_SCHEMA),
    isDryRun: schemas/* boolean */.zMY(),
    clock: Clock,
    decided: schemas/* array */.YOg(schemas/* strictObject */.rej({
        ...subject,
        /** Of the pull request, as somebody wrote it; null for a merge group. */
        title: schemas/* string */.YjP().max(TITLE_MAX).nullable(),
        decision: schemas/* strictObject */.rej({
            kind: schemas/* enum */.k5n(DECISION_KINDS),
            reasons: schemas/* array */.YOg(schemas/* strictObject */.rej({ code: schemas/* enum */.k5n(DECISION_CODES), message: decided_document_text }))
                .max(20_000),
        }),
        next: Next.nullable(),
        /** Tip of the base that it was judged by. */
        base: schemas/* nullable */.mee(commits/* ObjectId */.V),
        mergeSha: schemas/* nullable */.mee(commits/* ObjectId */.V),
        /** Those that it changes. */
        tasks: schemas/* array */.YOg(schemas/* strictObject */.rej({ task, isProven: schemas/* boolean */.zMY() })).max(20_000),
        /** When the gate was at it. */
        took: Stretch,
    }))
        .max(10_000),
    /** What could not be decided, and why. */
    undecided: schemas/* array */.YOg(schemas/* strictObject */.rej({ ...subject, message: decided_document_text })).max(10_000),
});
function decidedDocument(decided, undecided, { isDryRun, clock }) {
    return {
        schema: DECIDED_SCHEMA,
        isDryRun,
        clock,
        decided: decided.map(({ head, pullRequest, title, decision, next, base, mergeSha, tasks, took }) => ({
            head,
            pullRequest,
            title: title?.slice(0, TITLE_MAX).toWellFormed() ?? null,
            decision: { kind: decision.kind, reasons: [...decision.reasons] },
            next: next === null ? null : plainNext(next),
            base,
            mergeSha,
            tasks: tasks.map(({ task: id, isProven }) => ({ task: id, isProven })),
            took,
        })),
        undecided: undecided.map(({ head, pullRequest, error }) => ({
            head,
            pullRequest,
            message: error instanceof Error ? error.message : String(error),
        })),
    };
}
function plainNext(next) {
    return next.kind === "started"
        ? { ...next, tasks: [...next.tasks], without: [...next.without] }
        : next;
}

// EXTERNAL MODULE: ../src/git/modes.ts
var modes = __webpack_require__(592);
// EXTERNAL MODULE: ../src/task/folder.ts
var task_folder = __webpack_require__(4629);
// EXTERNAL MODULE: ../src/task/meta-file.ts
var meta_file = __webpack_require__(9991);
// EXTERNAL MODULE: ../src/task/read-folders.ts
var read_folders = __webpack_require__(2469);
// EXTERNAL MODULE: ../src/task/story-ref.ts
var story_ref = __webpack_require__(6988);
;// CONCATENATED MODULE: ../src/task/present-task.ts






/** A person may have added to what the pipeline wrote. */
const MOST_FILES = task_folder/* TASK_LIMITS */.xk.files * 2;
/** Brings what is to be read next, with a few questions for all of it. */
function bringTasks(repository, places) {
    return (0,read_folders/* bringFolders */.cp)(repository, places, MOST_FILES);
}
/** Reads what one commit holds of one task; null when the folder does not exist. */
async function readTask(repository, place) {
    const listing = await (0,read_folders/* listFolder */.bt)(repository, place, MOST_FILES);
    if (listing === null)
        return null;
    const files = listing.files === null ? null : await plainContents(repository, listing.files);
    const manifest = files === null ? null : (0,meta_file/* readMeta */.e)(task_manifest/* Manifest */._8, files.get(task_folder/* META */.Ge.manifest));
    const reference = files === null ? null : (0,meta_file/* readMeta */.e)(story_ref/* StoryRef */.N, files.get(task_folder/* META */.Ge.storyRef));
    const isUnfinished = manifest !== null && files?.size === 1;
    return {
        tree: listing.tree,
        files,
        isUnfinished,
        story: reference?.sha256 ?? (isUnfinished ? manifest.story.sha256 : null),
        storyPath: reference?.story ?? null,
        isUntouched: files !== null && (0,task_manifest/* isUntouched */.O2)(files),
        attempts: manifest?.attempts ?? [],
    };
}
/** null where one of them is nothing the pipeline ever writes: a link, a program, a submodule, a file above the limit. */
async function plainContents(repository, files) {
    if (files.some(({ mode }) => mode !== modes/* PLAIN_FILE */.Kz))
        return null;
    const sizes = await (0,read_folders/* measured */.jh)(repository, files);
    if (sizes.some(({ bytes }) => bytes > task_folder/* TASK_LIMITS */.xk.totalBytes))
        return null;
    return (0,read_folders/* contentsOf */.KD)(repository, files, task_folder/* TASK_LIMITS */.xk.totalBytes);
}

;// CONCATENATED MODULE: ../src/report/gather.ts








/**
 * Reads what a run left behind. What cannot be read is a gap, and hides nothing of the rest: a report of half a run is
 * better than none.
 */
async function gatherRun(entries, sources) {
    const gaps = [];
    if (entries === null)
        gaps.push("What was to be verified is not known: discover set no matrix.");
    const [generatedFile, timingsFile] = await handedOn(sources, GENERATED_ARTIFACT, [GENERATED_FILE, TIMINGS_FILE], gaps);
    const [decidedFile, testResult] = await handedOn(sources, DECISIONS_ARTIFACT, [DECISIONS_FILE, TEST_RESULT_FILE], gaps);
    const generated = documentIn(Generated, GENERATED_FILE, generatedFile, gaps);
    const decided = documentIn(DecidedDocument, DECISIONS_FILE, decidedFile, gaps);
    if (decidedFile?.kind === "absent") {
        gaps.push("What was decided is not known: merge-gate left nothing behind.");
    }
    const verified = await verifiedTasks(entries ?? [], sources, gaps);
    const known = new Set(verified.map(({ task }) => task));
    const unverified = (generated?.tasks ?? []).filter(({ task }) => !known.has(task));
    return {
        tasks: await withFolders([
            ...verified,
            ...unverified.map(({ task, number }) => ({
                task,
                pullRequest: number,
                head: null,
                history: null,
            })),
        ], sources.repository, gaps),
        decided,
        generated,
        timings: documentIn(Timings, TIMINGS_FILE, timingsFile, gaps),
        testResult: testResult?.kind === "text" ? testResult.text : null,
        gaps,
    };
}
async function handedOn(sources, artifact, files, gaps) {
    try {
        return await sources.handedOn(artifact, files);
    }
    catch (error) {
        gaps.push(`The artifact ${artifact} could not be read: ${messageOf(error)}.`);
        return [];
    }
}
/** Read by its schema; what is no such document is a gap. */
function documentIn(schema, name, file, gaps) {
    if (file === undefined || file.kind === "absent")
        return null;
    if (file.kind === "problem") {
        gaps.push(`${name} could not be read: ${file.problem}.`);
        return null;
    }
    const json = (0,foundation_json/* readJson */.Vh)(file.text);
    const read = json.ok ? schema.safeParse(json.value) : null;
    if (read?.success === true)
        return read.data;
    gaps.push(read === null
        ? `${name} is not valid JSON.`
        : `${name} is not what this version writes: pin all actions alike.`);
    return null;
}
const UNREAD = { kind: "missing", why: "what was found out could not be read" };
/** By pull request, because a task may be in several. */
async function verifiedTasks(entries, { evidence }, gaps) {
    const known = [];
    for (const [number, own] of Map.groupBy(entries, (entry) => entry["pull-request"])) {
        const documents = await documentsOf(own, evidence)
            .read()
            .catch((error) => {
            gaps.push(`The evidence could not be read: ${messageOf(error)}.`);
            return new Map();
        });
        for (const { tasks, head } of own) {
            for (const task of tasks) {
                const history = documents.get(task) ?? UNREAD;
                known.push({
                    task,
                    pullRequest: number === "" ? null : Number(number),
                    head,
                    history,
                });
            }
        }
    }
    return known;
}
/** So many bytes of all folders together. */
const MOST_BYTES = 256 * 1024 * 1024;
/** So many folders are read side by side. */
const READS = 4;
const NOTHING = new Map();
/** With what the commits hold of them, which is read from objects: nothing is checked out, and nothing runs. */
async function withFolders(tasks, repository, gaps) {
    const places = tasks.flatMap(({ task, head }) => (head === null ? [] : [{ task, commit: head }]));
    // What is wrong with one of them, its own reader says.
    await bringTasks(repository, places).catch(() => { });
    let left = MOST_BYTES;
    return (0,in_parallel/* inParallel */.H)(tasks, READS, async (known) => {
        const folder = left > 0 ? await folderOf(known, repository, gaps) : null;
        if (left <= 0)
            gaps.push(`The folder of ${known.task} was not read: all are too large.`);
        for (const content of folder?.values() ?? [])
            left -= content.byteLength;
        return { ...known, folder: folder ?? NOTHING };
    });
}
async function folderOf({ task, head }, repository, gaps) {
    if (head === null)
        return null;
    try {
        const present = await readTask(repository, { task, commit: head });
        if (present !== null && present.files === null) {
            gaps.push(`The folder of ${task} is not shown: it holds what the pipeline never writes, or too much.`);
        }
        return present?.files ?? null;
    }
    catch (error) {
        // Whoever wrote the folder may have written objects that nobody can read: that costs the others nothing.
        gaps.push(`The folder of ${task} could not be read: ${messageOf(error)}.`);
        return null;
    }
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}

// EXTERNAL MODULE: ../src/handover/subject.ts
var handover_subject = __webpack_require__(3587);
// EXTERNAL MODULE: ../src/telling/blocks.ts
var blocks = __webpack_require__(2363);
;// CONCATENATED MODULE: ../src/telling/generated-words.ts

const MEANINGS = {
    unchanged: (0,blocks/* say */.cv) `It was made from this very story and is merged.`,
    human_commits: (0,blocks/* say */.cv) `A person changed its folder, which is never overwritten.`,
    rerun_policy: (0,blocks/* say */.cv) `Its story changed, and ${(0,blocks/* code */.aY)("rerun-policy")} is ${(0,blocks/* code */.aY)("skip")}.`,
    closed_by_person: (0,blocks/* say */.cv) `A person closed its pull request; name it with ${(0,blocks/* code */.aY)("task")} to try again.`,
    dry_run: (0,blocks/* say */.cv) `This is a dry run.`,
    superseded: (0,blocks/* say */.cv) `Its story has another text by now, or is gone; the run for that one takes it on.`,
    left_for_next_run: (0,blocks/* say */.cv) `One run works on so many tasks and no more; the next run takes it on.`,
};
/** Why generate left a story or a task alone. */
function skippedLine(reason) {
    return MEANINGS[reason];
}

// EXTERNAL MODULE: ../src/telling/plain.ts
var plain = __webpack_require__(4233);
// EXTERNAL MODULE: ../src/story/items.ts
var story_items = __webpack_require__(5581);
// EXTERNAL MODULE: ../src/story/lines.ts
var story_lines = __webpack_require__(474);
// EXTERNAL MODULE: ../src/story/story.ts + 1 modules
var story = __webpack_require__(9494);
// EXTERNAL MODULE: ../src/task/design.ts
var design = __webpack_require__(2303);
// EXTERNAL MODULE: ../src/authoring/prices.ts
var prices = __webpack_require__(9159);
// EXTERNAL MODULE: ../src/authoring/read-files.ts
var read_files = __webpack_require__(519);
// EXTERNAL MODULE: ../src/authoring/transcript.ts
var authoring_transcript = __webpack_require__(3647);
;// CONCATENATED MODULE: ../src/report/read-attempts.ts





/**
 * The attempts of a task: those that its manifest lists, with what its transcript tells of them. A transcript that is of
 * another form tells nothing, and the list alone stays.
 */
function attemptsIn(listed, transcript) {
    const told = (0,authoring_transcript/* parseTranscript */.K9)((0,foundation_json/* utf8Text */.Hp)(transcript ?? new Uint8Array()) ?? "") ?? [];
    const steps = new Map(told.map((each) => [each.start.number, stepsOf(each.lines)]));
    const known = listed.map(({ number, reason, ended, calls }) => ({
        number,
        reason,
        ended,
        calls,
        steps: steps.get(number) ?? [],
    }));
    return known.length > 0 ? known : told.map(unlisted);
}
/** Where the manifest is gone, what was paid still stands in the transcript. */
function unlisted(transcript) {
    const { number, reason } = transcript.start;
    return {
        number,
        reason,
        ended: "unchecked",
        calls: (0,authoring_transcript/* callsOf */.p9)((0,authoring_transcript/* exchangesOf */.M9)(transcript)),
        steps: stepsOf(transcript.lines),
    };
}
/** A step begins with the first question after something was found. */
function stepsOf(lines) {
    const steps = [];
    let isOpen = false;
    for (const line of lines) {
        if (line.kind === "found") {
            // What an attempt begins with that goes on from another, was asked for by nobody.
            if (steps.length === 0 && isTelling(line))
                steps.push(newStep("a run found it wanting"));
            const step = steps.at(-1);
            if (step === undefined)
                continue;
            note(step, line);
            if (isTelling(line))
                isOpen = false;
            continue;
        }
        if (!isOpen)
            steps.push(newStep(line.kind === "reply" ? line.because : line.why));
        isOpen = true;
        steps.at(-1).questions.push(line.kind === "reply" ? answered(line) : unanswered(line));
    }
    return steps;
}
function isTelling({ what }) {
    return what === "judgement" || what === "trial" || what === "contested";
}
function newStep(because) {
    return { because, questions: [], judgement: null, trial: null, contested: [] };
}
function note(step, line) {
    if (line.what === "judgement")
        step.judgement = line.found;
    if (line.what === "trial")
        step.trial = line.found;
    if (line.what === "contested") {
        step.contested.push(...line.found.filter((each) => each !== null));
    }
}
function answered(exchange) {
    const { stage, sample, round, faults } = exchange;
    return {
        stage,
        sample,
        round,
        call: (0,authoring_transcript/* callsOf */.p9)([exchange])[0],
        faults: faults.map(({ problem }) => problem),
        files: filesOf(exchange),
        unanswered: null,
    };
}
function filesOf({ stage, reply }) {
    if (stage === "design") {
        return reply.text === "" ? [] : [{ path: task_folder/* META */.Ge.design, text: indented(reply.text) }];
    }
    return (0,read_files/* filesIn */.nG)(reply).map(({ path, content }) => ({ path, text: content }));
}
/** As a person can compare it line by line. */
function indented(json) {
    try {
        return `${JSON.stringify(JSON.parse(json), null, 2)}\n`;
    }
    catch {
        return json;
    }
}
function unanswered({ stage, sample, round, why }) {
    return {
        stage,
        sample,
        round,
        call: { stage, sample, model: "", tokens: prices/* NO_TOKENS */.jz, costUsd: 0, outcome: "refused" },
        faults: [],
        files: [],
        unanswered: why,
    };
}

;// CONCATENATED MODULE: ../src/report/read-task.ts











/** A task with what its folder tells; what the folder lacks is null or empty, and no error. */
function reportedTask(known, folder) {
    const manifest = (0,meta_file/* readMeta */.e)(task_manifest/* Manifest */._8, folder.get(task_folder/* META */.Ge.manifest));
    const design = designIn(folder);
    return {
        ...known,
        story: (0,meta_file/* readMeta */.e)(story_ref/* StoryRef */.N, folder.get(task_folder/* META */.Ge.storyRef))?.story ?? null,
        design: design === null ? null : shownDesign(design),
        items: itemsOf(known, folder, design),
        files: read_task_filesOf(folder),
        attempts: attemptsIn(manifest?.attempts ?? [], folder.get(task_folder/* META */.Ge.transcript)),
        question: manifest?.open ?? null,
        overruled: manifest?.overruled ?? [],
    };
}
/** The stories that tasks were made of, as their folders hold them. */
function reportedStories(tasks) {
    const stories = new Map();
    for (const { task, folder } of tasks) {
        const reference = (0,meta_file/* readMeta */.e)(story_ref/* StoryRef */.N, folder.get(task_folder/* META */.Ge.storyRef));
        if (reference === null)
            continue;
        const { story: path, id } = reference;
        const before = stories.get(path);
        const title = before?.title ?? titleOf(storyIn(folder));
        stories.set(path, { path, id, title, tasks: [...(before?.tasks ?? []), task] });
    }
    return [...stories.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
function designIn(folder) {
    const bytes = folder.get(task_folder/* META */.Ge.design);
    return (0,meta_file/* readMeta */.e)(design/* DesignDocument */.ck, bytes) ?? (0,meta_file/* readMeta */.e)(design/* OlderDesign */.fc, bytes);
}
function shownDesign({ summary, modules, criteria, assumptions }) {
    return {
        summary,
        modules: modules.map(({ path, import: line, purpose }) => ({ path, import: line, purpose })),
        criteria: criteria.map(({ id, source, statement }) => ({ id, source, statement })),
        assumptions,
    };
}
/** As evidence has them; where it does not say, as the story and the design do. */
function itemsOf({ task, evidence }, folder, design) {
    const reasons = new Map((design !== null && "notTestable" in design ? design.notTestable : []).map(({ source, reason }) => [(0,story_lines/* withoutBullet */.FF)(source), reason]));
    const found = evidence?.items ?? null;
    if (found !== null) {
        return found.map(({ line, criteria, state }) => ({
            line,
            criteria,
            state,
            why: state === "not_testable" ? (reasons.get((0,story_lines/* withoutBullet */.FF)(line)) ?? null) : null,
        }));
    }
    const { items } = (0,story_items/* storyItems */.a3)(storyIn(folder), (0,task_id/* partsOf */.CI)(task).part);
    return items.map(({ line, written }) => {
        const lines = new Set([line, ...written].map(story_lines/* withoutBullet */.FF));
        const criteria = (design?.criteria ?? []).filter(({ source }) => lines.has((0,story_lines/* withoutBullet */.FF)(source)));
        return { line, criteria: criteria.map(({ id }) => id), state: "unknown", why: null };
    });
}
function read_task_filesOf(folder) {
    return [...folder]
        .flatMap(([path, bytes]) => {
        const kind = kindOf(path);
        return kind === null ? [] : [{ path, kind, text: new TextDecoder().decode(bytes) }];
    })
        .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
function kindOf(path) {
    if (path === "requirements.txt")
        return "requirements";
    if (!path.endsWith(".py"))
        return null;
    if (path.startsWith("src/"))
        return "code";
    return path.startsWith("tests/") ? "tests" : null;
}
function storyIn(folder) {
    const file = folder.has(task_folder/* META */.Ge.storyMarkdown) ? task_folder/* META */.Ge.storyMarkdown : task_folder/* META */.Ge.story;
    const text = (0,foundation_json/* utf8Text */.Hp)(folder.get(file) ?? new Uint8Array());
    const read = text === null ? null : (0,story/* readStoryText */.rx)(file, text);
    return read?.ok === true ? read.value : null;
}
function titleOf(story) {
    if (!(0,foundation_json/* isRecord */.u4)(story))
        return null;
    const { title, feature, description } = story;
    const text = [title, feature, description].find((value) => typeof value === "string");
    return typeof text === "string" ? (text.split("\n")[0] ?? null) : null;
}

;// CONCATENATED MODULE: ../src/report/timeline.ts

/** What all jobs of a run did when, in the order in which it began. Each job tells the time by a clock of its own. */
function timelineOf({ timings, discovered, evidence, decided }) {
    const pieces = [
        ...(timings === null ? [] : generateIn(timings)),
        ...(discovered === null ? [] : [wholeJob("discover", discovered)]),
        ...evidence.flatMap(verifyIn),
        ...(decided === null ? [] : gateIn(decided)),
    ];
    const first = pieces.reduce((least, piece) => Math.min(least, momentOf(piece)), Infinity);
    return pieces
        .map(({ began, ...piece }) => ({
        ...piece,
        start: rounded(momentOf({ began, ...piece }) - first),
    }))
        .toSorted((a, b) => a.start - b.start);
}
function momentOf({ began, start }) {
    // oxlint-disable-next-line no-restricted-globals -- The same text is the same moment everywhere: it ends in Z.
    return Date.parse(began) / 1_000 + start;
}
function wholeJob(job, { began, seconds }, costUsd = null) {
    return { job, stage: null, task: null, began, start: 0, seconds, costUsd };
}
function generateIn({ began, seconds, spans }) {
    const job = "generate";
    const costs = spans.flatMap((span) => (span.what === "question" ? [span.costUsd] : []));
    return [
        wholeJob(job, { began, seconds }, sumOf(costs)),
        ...spans.map((span) => ({
            job,
            stage: stageOf(span),
            task: span.task,
            began,
            start: span.start,
            seconds: span.seconds,
            costUsd: span.what === "question" ? span.costUsd : null,
        })),
    ];
}
/** null where there is nothing to add up, or a price is not known. */
function sumOf(costs) {
    if (costs.length === 0 || costs.includes(null))
        return null;
    return costs.reduce((sum, cost) => sum + (cost ?? 0), 0);
}
function stageOf(span) {
    switch (span.what) {
        case "question":
            return span.stage;
        case "check":
            return "self-check";
        case "trial":
            return "cross-examination";
        default:
            return span;
    }
}
function verifyIn({ task, clock, seconds: { total } }) {
    if (clock === undefined)
        return [];
    const { began } = clock;
    const whole = { ...wholeJob("verify", { began, seconds: total }), task };
    return [whole, ...clock.steps.map(({ what, ...step }) => ({ ...whole, stage: what, ...step }))];
}
function gateIn({ clock, decided }) {
    const whole = wholeJob("merge-gate", clock);
    return [
        whole,
        ...decided.map(({ took, tasks, ...subject }) => {
            const [only] = tasks;
            const task = tasks.length === 1 && only !== undefined ? only.task : null;
            return { ...whole, stage: (0,handover_subject/* nameOf */.V)(subject), task, ...took };
        }),
    ];
}
/** To milliseconds. */
function rounded(seconds) {
    return Math.round(seconds * 1_000) / 1_000;
}

;// CONCATENATED MODULE: ../src/report/assemble.ts






/** The documents of a run as one, whoever has read them: an action, a command line, a demo. */
function assembleReport(documents) {
    const { run, decided, generated, gaps } = documents;
    const tasks = documents.tasks.toSorted((a, b) => (a.task < b.task ? -1 : a.task > b.task ? 1 : 0) || numberOf(a) - numberOf(b));
    return {
        run: { ...run, isDryRun: decided?.isDryRun ?? generated?.isDryRun ?? false },
        decisions: (decided?.decided ?? []).map(reportedDecision),
        stories: reportedStories(tasks),
        tasks: tasks.map((each) => reportedTask(knownOf(each, decided), each.folder)),
        leftOut: generated === null ? [] : leftOutOf(generated),
        timings: timelineOf({
            ...documents,
            evidence: tasks.flatMap(({ history }) => (history === null ? [] : (newestIn(history) ?? []))),
        }),
        gaps: [...gaps, ...(decided?.undecided ?? []).map(undecidedSentence)],
    };
}
function numberOf({ pullRequest }) {
    return pullRequest ?? 0;
}
function knownOf({ task, pullRequest, head, history }, decided) {
    const evidence = history === null ? null : newestIn(history);
    const seen = decided?.decided
        .find((each) => each.pullRequest === pullRequest)
        ?.tasks.find((each) => each.task === task);
    return {
        task,
        pullRequest,
        head,
        isProven: seen?.isProven ?? evidence?.verdict === "passed",
        evidence,
        problem: problemOf(history),
    };
}
function problemOf(history) {
    if (history === null)
        return "It was not verified in this run.";
    if (history.kind === "missing")
        return sentenceOf(history.why);
    return typeof history.newest === "string" ? sentenceOf(history.newest) : null;
}
/** What others wrote into it stays as it is. */
function sentenceOf(text) {
    const first = text.slice(0, 1).toUpperCase();
    return `${first}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
}
function reportedDecision(decided) {
    const { head, pullRequest, title, decision, next, base, mergeSha, tasks } = decided;
    return {
        head,
        pullRequest,
        title,
        decision,
        next,
        base,
        mergeSha,
        tasks: tasks.map(({ task }) => task),
    };
}
function undecidedSentence({ message, ...subject }) {
    return sentenceOf(`${(0,handover_subject/* nameOf */.V)(subject)} could not be decided: ${message}`);
}
function leftOutOf({ skipped, failed }) {
    return [
        ...failed.map(({ subject, message, hint }) => ({
            subject: subject ?? "the run",
            reason: "failed",
            message: hint === null ? message : `${message}\n${hint}`,
        })),
        ...skipped.map(({ subject, reason }) => ({
            subject,
            reason,
            message: (0,plain/* plainLine */.h0)(skippedLine(reason)),
        })),
    ];
}

// EXTERNAL MODULE: ../src/report/render-report.ts + 19 modules
var render_report = __webpack_require__(4971);
// EXTERNAL MODULE: ../src/proof/junit.ts
var junit = __webpack_require__(2298);
;// CONCATENATED MODULE: ../src/report/junit.ts

/**
 * The tests of all tasks of a run as one JUnit report: of each what verification accepted, and every other reason against a
 * task as an error of its own. The canary is no test of theirs and stands nowhere in it.
 */
function junitOfRun({ tasks }) {
    return (0,junit/* junitOfAll */.d)("agent-pipeline", tasks.map(suiteOf));
}
function suiteOf({ task, evidence, problem, pullRequest }) {
    const name = pullRequest === null ? task : `${task} (#${pullRequest})`;
    if (evidence === null) {
        const reason = { code: "internal_error", message: problem ?? "Nothing was verified." };
        return { task: name, results: [], reasons: [reason], seconds: 0, output: "" };
    }
    const { results, reasons, seconds } = evidence;
    return {
        task: name,
        results: results.map(({ id, outcome, seconds: taken, message }) => {
            const place = reasons.find(({ test }) => test === id);
            return {
                id,
                outcome,
                seconds: taken,
                message,
                details: message,
                ...(place?.file !== undefined && { file: place.file }),
                ...(place?.line !== undefined && { line: place.line }),
            };
        }),
        reasons,
        seconds: seconds.total,
        output: "",
    };
}

;// CONCATENATED MODULE: ../src/report/mutation-report.ts

/**
 * The mutants of a run, by file. Readers of the format compute a score of their own: so that it is the evidence's, what
 * gave no answer and what was set aside count as ignored, and stubs, which have to be noticed each, are not among them.
 */
function mutationReport({ run, tasks }) {
    return {
        schemaVersion: "2",
        thresholds: { high: 80, low: 60 },
        framework: { name: "agent-pipeline", version: run.version },
        files: Object.fromEntries(tasks.flatMap(mutation_report_filesOf)),
    };
}
function mutation_report_filesOf({ task, pullRequest, evidence, files }) {
    const mutants = evidence?.mutants ?? [];
    const sources = new Map(files.map(({ path, text }) => [path, text]));
    const folder = (0,task_folder/* taskFolder */.AD)(task);
    // A task may be in two pull requests of one run.
    const names = pullRequest === null ? folder : `#${pullRequest}/${folder}`;
    return [...Map.groupBy(mutants, ({ file }) => file)].map(([path, own]) => [
        `${names}/${path}`,
        {
            language: "python",
            source: sources.get(path) ?? "",
            mutants: own.map((mutant, index) => mutantOf(mutant, `${names}/${path}:${index + 1}`)),
        },
    ]);
}
function mutantOf({ range: [line, column, lastLine, lastColumn], change, kind, outcome, why }, id) {
    const reason = why ?? (outcome === "unknown" ? "It ran out of time or memory." : undefined);
    return {
        id,
        mutatorName: kind,
        description: change,
        status: STATUS[outcome],
        ...(reason !== undefined && { statusReason: reason }),
        location: { start: { line, column }, end: { line: lastLine, column: lastColumn + 1 } },
    };
}
const STATUS = {
    killed: "Killed",
    survived: "Survived",
    unknown: "Ignored",
    set_aside: "Ignored",
};

;// CONCATENATED MODULE: ../src/report/run-files.ts



/** The artifact with the files beside it. */
const FILES_ARTIFACT = "report-files";
const JUNIT_FILE = "junit.xml";
const MUTATION_FILE = "mutation.json";
/** The files beside the page, by name, in forms that other tools read. `testResult` is handed on as the gate wrote it. */
function filesBeside(report, { testResult }) {
    return {
        [JUNIT_FILE]: junitOfRun(report),
        [MUTATION_FILE]: JSON.stringify(mutationReport(report), null, 1),
        ...(testResult !== null && { [TEST_RESULT_FILE]: testResult }),
    };
}

// EXTERNAL MODULE: ./answer.ts
var answer = __webpack_require__(612);
;// CONCATENATED MODULE: ./report/report.ts








/** Makes the page of what a run left behind, and the files beside it, of documents that lie here. */
function report(documents, gathered, run, ports) {
    const gaps = [...gathered.gaps];
    let unread = 0;
    const read = documents.flatMap((document) => {
        const found = evidenceIn(document);
        if (typeof found !== "string")
            return [found];
        unread += 1;
        gaps.push(`${document.source} could not be read: ${found}.`);
        return [];
    });
    const verified = [...Map.groupBy(read, ({ task }) => task)].flatMap(([task, own]) => (0,task_id/* isTaskId */.XJ)(task) ? [taskOf(task, own, ports, gaps)] : []);
    const known = new Set(verified.map(({ task }) => task));
    const others = gathered.tasks.filter(({ task }) => !known.has(task));
    const made = assembleReport({
        ...gathered,
        discovered: null,
        run: run(read[0] ?? null),
        tasks: [...verified, ...others],
        gaps,
    });
    const files = [
        ports.write(render_report/* REPORT_FILE */.Uq, (0,render_report/* renderReport */.B1)(made)),
        ...Object.entries(filesBeside(made, gathered)).map(([name, text]) => ports.write(name, text)),
    ];
    return {
        exit: unread === 0 ? answer/* EXIT */.d.fine : answer/* EXIT */.d.unknown,
        blocks: [
            ...(0,blocks/* list */.p_)(files.map((file) => (0,blocks/* say */.cv) `✔ ${(0,blocks/* code */.aY)(file)}`)),
            ...(0,blocks/* list */.p_)(gaps.map((gap) => (0,blocks/* say */.cv) `? ${gap}`)),
            (0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `${made.tasks.length} ${made.tasks.length === 1 ? (0,blocks/* say */.cv) `task` : (0,blocks/* say */.cv) `tasks`}. The page is one file that asks for nothing else: open it in a browser.`),
        ],
        data: { files, tasks: made.tasks.map(({ task, isProven }) => ({ task, isProven })), gaps },
    };
}
function evidenceIn(document) {
    if ("problem" in document)
        return document.problem;
    try {
        return (0,evidence/* parseEvidence */.vf)(document.json);
    }
    catch (error) {
        if (error instanceof errors/* PipelineError */.zC)
            return error.message;
        throw error;
    }
}
/** Of several documents of one task the last one that was found speaks, as of several artifacts the newest. */
function taskOf(task, own, { folderOf }, gaps) {
    const earlier = own.slice(0, -1);
    const history = { kind: "read", newest: own.at(-1), earlier };
    const folder = folderOf(task);
    gaps.push(folder.size === 0
        ? `The files of ${task} are not here.`
        : `The files of ${task} are those of the working tree, as they are now.`);
    return { task, pullRequest: null, head: null, history, folder };
}

// EXTERNAL MODULE: ./adapters/explain.ts + 4 modules
var explain = __webpack_require__(5365);
// EXTERNAL MODULE: ./adapters/folder.ts
var adapters_folder = __webpack_require__(913);
// EXTERNAL MODULE: ./adapters/github.ts
var github = __webpack_require__(2754);
// EXTERNAL MODULE: ./adapters/replay.ts + 1 modules
var replay = __webpack_require__(7913);
;// CONCATENATED MODULE: ./adapters/report.ts













/** Makes the report of what lies in some folders; nothing is fetched. */
async function reportAsked(asked) {
    const root = (0,adapters_folder/* repositoryAround */.WU)(asked.directory);
    return reportOf(asked.words, root, asked.text("output") ?? "report", (evidence) => runOf(asked, root, evidence?.run ?? null));
}
/** The same of the folders and files at `sources`, about the repository around `root`, into the folder `output`. */
async function reportOf(sources, root, output, run) {
    const documents = sources.flatMap(explain.documentsAt);
    const handed = new Map(sources
        .filter(isFolder)
        .flatMap((folder) => (0,adapters_folder/* filesBelow */.DR)(folder, "").map((path) => [
        (0,external_node_path_.basename)(path),
        (0,external_node_path_.join)(folder, path),
    ])));
    const temporary = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "agent-pipeline-report-"));
    try {
        const gathered = await gatherRun([], {
            evidence: { download: () => Promise.resolve([]) },
            repository: (0,repository/* openReader */.c)({ url: (0,external_node_url_.pathToFileURL)((0,external_node_path_.join)(root, ".git")).href, serverUrl: "", token: "" }, temporary, root),
            handedOn: (_artifact, files) => Promise.resolve(files.map((name) => fileAt(handed.get(name)))),
        });
        (0,external_node_fs_.mkdirSync)(output, { recursive: true });
        return report(documents, gathered, run, {
            folderOf: (task) => new Map((0,replay.filesIn)((0,external_node_path_.join)(root, (0,task_folder/* taskFolder */.AD)(task))).map(({ path, content }) => [path, content])),
            write(name, content) {
                (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(output, name), content);
                return (0,external_node_path_.join)(output, name);
            },
        });
    }
    finally {
        (0,external_node_fs_.rmSync)(temporary, { recursive: true, force: true });
    }
}
/** A run of this machine, which has no page of its own. */
function runHere(attempt) {
    return { id: null, attempt, url: null, repository: null, server: null, version: version/* VERSION */.x };
}
function isFolder(path) {
    return (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
function fileAt(path) {
    const text = path === undefined ? null : (0,adapters_folder/* textAt */.$6)(path);
    return text === null ? { kind: "absent" } : { kind: "text", text };
}
/** A run of GitHub where its repository was named. */
function runOf(asked, root, run) {
    const here = runHere(run?.attempt ?? 1);
    if (asked.text("repository") === null || run === null)
        return here;
    const { host, name } = (0,github/* placeOf */.$t)(asked, root);
    const repository = `${name.owner}/${name.repo}`;
    const server = `https://${host}`;
    return {
        ...here,
        id: run.id,
        url: `${server}/${repository}/actions/runs/${run.id}`,
        repository,
        server,
    };
}


/***/ }),

/***/ 4085:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   XN: () => (/* binding */ sumOf),
/* harmony export */   hC: () => (/* binding */ Spending)
/* harmony export */ });
/* unused harmony export NOTHING_SPENT */
/* harmony import */ var _task_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6300);
/* harmony import */ var _prices_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9159);


const NOTHING_SPENT = { tokens: _prices_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_TOKENS */ .jz, costUsd: 0 };
/** The account of one run, by stage. */
class Spending {
    #stages = new Map();
    add(stage, tokens, costUsd) {
        this.#stages.set(stage, sumOf([this.of(stage), { tokens, costUsd }]));
    }
    of(stage) {
        return this.#stages.get(stage) ?? NOTHING_SPENT;
    }
    /** In the order of the plan; a stage that asked nothing is none. */
    get stages() {
        return new Map(_task_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .STAGES */ .an.filter((stage) => this.#stages.has(stage)).map((stage) => [stage, this.of(stage)]));
    }
    get total() {
        return sumOf([...this.#stages.values()]);
    }
}
function sumOf(all) {
    return {
        tokens: (0,_prices_js__WEBPACK_IMPORTED_MODULE_1__/* .sumOfTokens */ .BN)(all.map(({ tokens }) => tokens)),
        costUsd: (0,_prices_js__WEBPACK_IMPORTED_MODULE_1__/* .sumOfCosts */ .xq)(all.map(({ costUsd }) => costUsd)),
    };
}


/***/ }),

/***/ 5064:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/** Works on all items, so many at a time, and answers in their order. */
async function inParallel(items, width, work) {
    const answers = [];
    let next = 0;
    const worker = async () => {
        while (next < items.length) {
            const index = next++;
            answers[index] = await work(items[index]);
        }
    };
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
    return answers;
}


/***/ }),

/***/ 8004:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ VERSION)
});

;// CONCATENATED MODULE: ../package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ../src/foundation/version.ts

/** The version of agent-pipeline that is running: part of what evidence depends on. */
const VERSION = package_namespaceObject.rE;


/***/ }),

/***/ 3587:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ nameOf),
/* harmony export */   W: () => (/* binding */ headingOf)
/* harmony export */ });
/** For people, in a sentence. */
function nameOf({ head, pullRequest }) {
    return pullRequest === null ? `merge group ${head.slice(0, 10)}` : `#${pullRequest}`;
}
/** The same as a heading. */
function headingOf(subject) {
    return subject.pullRequest === null
        ? `Merge group ${subject.head.slice(0, 10)}`
        : `Pull request ${nameOf(subject)}`;
}


/***/ }),

/***/ 7815:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   uR: () => (/* binding */ missingLines)
/* harmony export */ });
/* unused harmony exports requestFor, requestWithout, refusalText, undeclaredText */

/** On the default branch: of all files of a workflow, the one there is the present one. */
function requestFor(wanted, names) {
    const { what, tasks, pullRequest, evidenceRun, defaultBranch: ref } = wanted;
    if (what === "after_merge") {
        // What is on that branch now, and no pull request.
        const inputs = { task: tasks.join(",") };
        return { workflow: names.reverify, ref: pullRequest.baseBranch, inputs };
    }
    const number = { "pull-request": String(pullRequest.number) };
    if (what !== "retry")
        return { workflow: names.reverify, ref, inputs: number };
    const inputs = { task: tasks.join(","), ...number, "feedback-run-id": evidenceRun };
    return { workflow: names.retry, ref, inputs };
}
/**
 * The same without inputs that the workflow does not declare; null where that would no longer be what is wanted. An
 * attempt can begin anew, and one at a task that has a branch of its own finds its pull request by that. A branch into the
 * default branch can be verified by the workflow file that it holds.
 */
function requestWithout(undeclared, { workflow, ref, inputs }, { what, tasks, pullRequest, defaultBranch }) {
    const { headBranch, baseBranch } = pullRequest;
    const rest = Object.fromEntries(Object.entries(inputs).filter(([name]) => !undeclared.includes(name)));
    if (!undeclared.includes("pull-request")) {
        return undeclared.includes("task") ? null : { workflow, ref, inputs: rest };
    }
    if (baseBranch !== defaultBranch)
        return null;
    if (what !== "retry")
        return { workflow, ref: headBranch, inputs: {} };
    const isOwn = tasks.length === 1 && tasks.every((task) => taskBranch(task) === headBranch);
    return isOwn && !undeclared.includes("task") ? { workflow, ref, inputs: rest } : null;
}
/** What a caller's `inputs:` lacks. */
function missingLines(undeclared) {
    return undeclared.map((name) => `${name}: { type: string, default: "" }`);
}
/** Why GitHub started nothing, and what to write instead. */
function refusalText({ workflow, ref }, { status, message }, isRetry) {
    const setting = isRetry ? "retry-workflow" : "reverify-workflow";
    if (status === 401 || status === 403) {
        return `GitHub does not let this token start ${workflow}: give the job of the gate \`actions: write\` (${message})`;
    }
    if (status === 404) {
        return `There is no workflow ${workflow} on the default branch: add it, or name yours by \`${setting}\` in the config or as an input of the gate`;
    }
    if (/'workflow_dispatch' trigger/i.test(message)) {
        return `${workflow} of ${ref} cannot be started: add \`workflow_dispatch:\` to its \`on:\``;
    }
    return `GitHub does not start ${workflow} on ${ref}: ${message}`;
}
/** The same where a workflow lacks an input without which a run would be about something else. */
function undeclaredText(workflow, undeclared) {
    return `${workflow} cannot be told what to do: add to \`inputs:\` of its \`workflow_dispatch:\`, and hand on to what it calls: ${missingLines(undeclared).join(", ")}`;
}


/***/ }),

/***/ 2298:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ junitOf),
/* harmony export */   d: () => (/* binding */ junitOfAll)
/* harmony export */ });
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5051);

const TEXT_LIMIT = 16_000;
/**
 * A JUnit report of what verify accepted. A reason that belongs to no reported test becomes an error of the suite, so
 * that no viewer shows a green report of a verdict that is not.
 */
function junitOf(suite) {
    return junitOfAll(suite.task, [suite]);
}
/** The same for several tasks: a suite for each, under one name. */
function junitOfAll(name, suites) {
    const all = countsOf(suites);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name=${attribute(name)} ${all}>`,
        ...suites.flatMap(suiteLines),
        "</testsuites>",
        "",
    ].join("\n");
}
function suiteLines(suite) {
    const { task, results, output } = suite;
    return [
        `  <testsuite name=${attribute(task)} ${countsOf([suite])}>`,
        ...results.map((result) => `    ${caseOf(task, result)}`),
        ...reasonsBesides(suite).map((reason) => `    ${caseOfReason(task, reason)}`),
        ...(output === "" ? [] : [`    <system-out>${escaped(output)}</system-out>`]),
        "  </testsuite>",
    ];
}
/** Those of no reported test. */
function reasonsBesides({ results, reasons }) {
    const reported = new Set(results.map(({ id }) => id));
    return reasons.filter(({ test }) => test === undefined || !reported.has(test));
}
function countsOf(suites) {
    const sum = (of) => suites.reduce((all, suite) => all + of(suite), 0);
    const count = (outcome) => sum(({ results }) => results.filter((result) => result.outcome === outcome).length);
    const others = sum((suite) => reasonsBesides(suite).length);
    return [
        `tests="${sum(({ results }) => results.length) + others}"`,
        `failures="${count("failed")}"`,
        `errors="${count("error") + others}"`,
        `skipped="${count("skipped")}"`,
        `time="${time(sum(({ seconds }) => seconds))}"`,
    ].join(" ");
}
function caseOf(task, result) {
    const [path = "", ...names] = result.id.split("::");
    const classes = [task, path.replace(/\.py$/, "").replaceAll("/", "."), ...names.slice(0, -1)];
    const open = [
        `<testcase classname=${attribute(classes.join("."))}`,
        `name=${attribute(names.at(-1) ?? result.id)}`,
        `file=${attribute(result.file ?? path)}`,
        ...(result.line === undefined ? [] : [`line="${result.line}"`]),
        `time="${time(result.seconds)}"`,
    ].join(" ");
    const content = contentOf(result);
    return content === "" ? `${open}/>` : `${open}>${content}</testcase>`;
}
function contentOf({ outcome, message, details }) {
    const said = `message=${attribute(message ?? outcome)}`;
    if (outcome === "passed")
        return "";
    if (outcome === "skipped")
        return `<skipped ${said}/>`;
    const element = outcome === "failed" ? "failure" : "error";
    return `<${element} ${said}>${escaped(details ?? "")}</${element}>`;
}
function caseOfReason(task, { code, message, test, file, line }) {
    const place = [
        ...(file === undefined ? [] : [` file=${attribute(file)}`]),
        ...(line === undefined ? [] : [` line="${line}"`]),
    ].join("");
    const name = test === undefined ? code : `${code} ${test}`;
    return `<testcase classname=${attribute(`${task}.verify`)} name=${attribute(name)}${place} time="0"><error type=${attribute(code)} message=${attribute(message)}/></testcase>`;
}
function time(seconds) {
    return seconds.toFixed(6);
}
function attribute(value) {
    return `"${escaped(value).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;")}"`;
}
// What XML 1.0 forbids even as a reference.
const FORBIDDEN = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
function escaped(value) {
    return (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(value, TEXT_LIMIT)
        .toWellFormed()
        .replace(FORBIDDEN, "�")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;");
}


/***/ }),

/***/ 4971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Uq: () => (/* binding */ REPORT_FILE),
  B1: () => (/* binding */ renderReport)
});

// UNUSED EXPORTS: REPORT_MAX_BYTES, TASKS_IN_FULL

// EXTERNAL MODULE: ../src/telling/blocks.ts
var telling_blocks = __webpack_require__(2363);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ../src/foundation/untrusted-text.ts
var untrusted_text = __webpack_require__(5051);
;// CONCATENATED MODULE: ../src/report/shortened.ts
/** At most so many characters of a text; nothing is left out without a word. */
function shortened(text, limit) {
    if (text.length <= limit)
        return text;
    return `${text.slice(0, limit).toWellFormed()}… (${text.length - limit} more characters)`;
}

;// CONCATENATED MODULE: ../src/report/html.ts



/** A text as the content of an element or a quoted attribute. */
function escaped(text) {
    return text.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
/** A line as HTML without markup of its own: links are shown by their labels. */
function htmlLine(line) {
    return line.map((part) => escaped(textOf(part))).join("");
}
const CODE_LIMIT = 500;
function textOf(part) {
    switch (part.kind) {
        case "words":
            return part.text;
        case "text":
            return (0,untrusted_text/* oneLine */.TN)(part.text, part.limit);
        case "code":
            return (0,untrusted_text/* oneLine */.TN)(part.text, CODE_LIMIT);
        case "link":
            return part.label.map(textOf).join("");
        default:
            return part;
    }
}
/**
 * A value as JSON that can stand inside a script element of data: the parser of HTML finds no tag, no comment and no end of
 * the element in it, whatever the value holds.
 */
function jsonForHtml(value) {
    return JSON.stringify(value, shortening).replace(/[<>&\u2028\u2029]/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** Longer texts are nothing that a person reads; what is missing is counted. */
const TEXT_LIMIT = 20_000;
function shortening(_, value) {
    return typeof value === "string" ? shortened(value, TEXT_LIMIT) : value;
}
/** What a policy names a script or a style by. */
function contentHash(text) {
    return `'sha256-${(0,external_node_crypto_.createHash)("sha256").update(text).digest("base64")}'`;
}

;// CONCATENATED MODULE: ../src/report/fitting.ts

/**
 * As much of a page as fits into `room`, of any number of tasks: those that are not proven first, each with the least that is
 * known of it (`least`, in bytes), so that every task of the list can be opened. Everything else has half of the room.
 * `sizeOf` is what a page takes that carries no task.
 */
function fitted(whole, least, room, sizeOf) {
    const { lists, size } = fittedLists(whole, room, sizeOf);
    const kept = fittedTasks(whole, least, room - size);
    const places = new Map(kept.map((place, index) => [place, index]));
    const placesOf = (own) => own.flatMap((place) => places.get(place) ?? []);
    return {
        page: {
            ...whole,
            ...lists,
            tasks: kept.map((place) => whole.tasks[place]),
            elsewhere: whole.tasks.length - kept.length,
            decisions: lists.decisions.map((each) => ({ ...each, tasks: placesOf(each.tasks) })),
            stories: lists.stories.map((each) => ({ ...each, tasks: placesOf(each.tasks) })),
            bars: whole.bars.map((bar) => bar.task === null ? bar : { ...bar, task: places.get(bar.task) ?? null }),
        },
        kept,
        cut: [
            ["pull requests", lists.decisions, whole.decisions],
            ["stories", lists.stories, whole.stories],
            ["things left alone", lists.leftOut, whole.leftOut],
            ["notices", lists.notices, whole.notices],
        ].flatMap(([what, shown, all]) => shown.length < all.length ? [{ what, shown: shown.length, all: all.length }] : []),
    };
}
/** The same number of each, halved until it fits. */
function fittedLists(whole, room, sizeOf) {
    const { stories, leftOut, notices } = whole;
    const decisions = first(whole.decisions, ({ tone }) => tone !== "good");
    let most = Math.max(...[decisions, stories, leftOut, notices].map(({ length }) => length));
    for (;;) {
        const isWhole = most >= whole.decisions.length;
        const lists = {
            decisions: isWhole ? whole.decisions : decisions.slice(0, most),
            stories: stories.slice(0, most),
            leftOut: leftOut.slice(0, most),
            notices: notices.slice(0, most),
        };
        const size = sizeOf({ ...whole, ...lists, tasks: [] });
        if (size <= room / 2 || most === 0)
            return { lists, size };
        most = Math.floor(most / 2);
    }
}
function fittedTasks({ tasks }, least, room) {
    let left = room;
    const order = first([...tasks.keys()], (place) => tasks[place].tone !== "good");
    const end = order.findIndex((place) => {
        // With the comma between two of them.
        left -= Buffer.byteLength(jsonForHtml(tasks[place])) + 1 + least[place];
        return left < 0;
    });
    return (end < 0 ? order : order.slice(0, end)).toSorted((a, b) => a - b);
}
function first(all, isFirst) {
    return all.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
}

;// CONCATENATED MODULE: ../src/report/page-assets.ts
// Made by scripts/report-page.ts (`npm run build`) from src/report/page/. Do not edit.
const SCRIPT = "(function(){function e(e,t){return e.length<=t?e:`${e.slice(0,t).toWellFormed()}… (${e.length-t} more characters)`}function t(e,...t){let[a=`div`,...o]=e.split(`.`),s=document.createElement(a);o.length>0&&(s.className=o.join(` `));for(let e of t)n(e)?r(s,e):i(s,e);return s}function n(e){return typeof e==`object`&&!!e&&!Array.isArray(e)&&!(e instanceof Node)}function r(e,t){for(let[n,r]of Object.entries(t))typeof r==`function`?e.addEventListener(n,r):r===!0?e.setAttribute(n,``):r!==!1&&r!=null&&e.setAttribute(n,String(r))}function i(e,t){if(t!=null&&t!==!1){if(typeof t==`string`)e.append(s(t));else if(t instanceof Node)e.append(t);else for(let n of t)i(e,n)}}let a=/(?![\\t\\n])(?:\\p{Cc}|\\p{Cf}|\\p{Zl}|\\p{Zp}|\\p{Default_Ignorable_Code_Point})/gu,o=/^[\\t\\n\\x20-\\x7e]*$/;function s(e){if(o.test(e))return document.createTextNode(e);let t=e.toWellFormed();if(t.search(a)<0)return document.createTextNode(t);let n=document.createDocumentFragment(),r=0;for(let e of t.matchAll(a))n.append(t.slice(r,e.index),c(e[0])),r=e.index+e[0].length;return n.append(t.slice(r)),n}function c(e){let t=e.codePointAt(0)?.toString(16).toUpperCase().padStart(4,`0`)??``,n=document.createElement(`span`);return n.className=`sign`,n.title=`a sign that cannot be seen`,n.textContent=`U+${t}`,n}function l(n,r=2e3){return t(`bdi`,e(n,r))}function u(n,r=2e3){return t(`code`,{dir:`ltr`},t(`bdi`,e(n,r)))}function d(e,n,...r){return t(`button`,{type:`button`,click:n},e,...r)}function f(e,n,r,a){let o=t(e,{open:r},t(`summary`,n));return r?i(o,a()):(o.addEventListener(p,()=>i(o,a()),{once:!0}),o.addEventListener(`toggle`,()=>o.dispatchEvent(new Event(p)))),o}let p=`fill`;function m(e){e.dispatchEvent(new Event(p)),e.open=!0}function h({target:e}){return e instanceof HTMLInputElement?e.value:``}function g(e,n,...r){let a=document.createElement(`dialog`);a.setAttribute(`aria-labelledby`,e),i(a,[t(`h2`,{id:e},n),...r,t(`p`,d(`Close`,()=>a.close()))]),a.addEventListener(`close`,()=>a.remove()),document.body.append(a),a.showModal()}let _=b(`run`),v=/* @__PURE__ */ new Map;function y(e){let t=v.get(e);if(t!==void 0)return t;let n=b(`task-${e}`);return v.set(e,n),n}function b(e){return JSON.parse(document.getElementById(e)?.textContent??`null`)}let x=[`test`,`mutant`,`attempt`,`item`,`section`];function S(e){let t=new URLSearchParams(e.replace(/^#/u,``)),n=t.get(`task`),r=x.find(e=>t.has(e)),i=r===void 0?null:{kind:r,name:t.get(r)??``};if(n===null)return{task:_.tasks.length===1&&i!==null?0:null,to:i};let a=t.get(`pr`),o=_.tasks.findIndex(({task:e,pullRequest:t})=>e===n&&(a===null||String(t)===a));return{task:o<0?null:o,to:i}}function C({task:e,to:t}){let n=new URLSearchParams,r=e===null?void 0:_.tasks[e];return r!==void 0&&(n.set(`task`,r.task),_.tasks.filter(e=>e.task===r.task).length>1&&r.pullRequest!==null&&n.set(`pr`,String(r.pullRequest))),t!==null&&n.set(t.kind,t.name),`#${n.toString()}`}function ee(e){let t=`report.html${C(e)}`;return _.url===null?t:`${_.url}#artifacts → ${t}`}function w({kind:e,name:t}){return`${e}:${t}`}function te(e){let t=x.find(t=>e.startsWith(`${t}:`));return t===void 0?null:{kind:t,name:e.slice(t.length+1)}}function T(e){let t=C(e);window.location.hash===t?window.dispatchEvent(new Event(`hashchange`)):window.location.hash=t}let E=null;function ne(){return E=t(`div.said`,{role:`status`,\"aria-live\":`polite`}),E}function re(e){E!==null&&(E.textContent=e,window.setTimeout(()=>{E?.textContent===e&&(E.textContent=``)},4e3))}async function D(e,t){try{await window.navigator.clipboard.writeText(e),re(`Copied: ${t}`)}catch{ie(e)}}function ie(e){let t=document.createElement(`textarea`);t.rows=8,t.readOnly=!0,t.setAttribute(`aria-label`,`Text to copy`),t.value=e,g(`to-copy`,`Copy this text`,t),t.select()}function O(e,n,r=`#`){return t(`button.link`,{type:`button`,title:`Copy link`,\"aria-label\":`Copy link to ${n}`,click:()=>void D(ee(e),`link to ${n}`)},r)}function ae(e){return t(`div.command`,t(`pre`,{tabindex:`0`},t(`code`,e)),d(`Copy`,()=>void D(e,`command`)))}let k=/* @__PURE__ */ new Set,A=!1;function j(e){return k.add(e),A||window.requestAnimationFrame(()=>window.setTimeout(M)),A=!0,()=>k.delete(e)}function M(){A=!1;for(let e of k){k.delete(e);try{e()}catch(e){window.reportError(e)}}}function oe(){return _.tasks.map((e,t)=>t).toSorted((e,t)=>Number(_.tasks[e].tone===`good`)-Number(_.tasks[t].tone===`good`)||e-t)}function se(e){let t=oe(),{task:n}=S(window.location.hash),r=n===null?-1:t.indexOf(n),i=t[r<0?0:r+e];i!==void 0&&T({task:i,to:null})}function ce(e){M();let t=[...document.querySelectorAll(`.item.bad[id], .test.bad[id], .test.open[id], .probes > .missed[id]`)],n=t.findIndex(e=>e.classList.contains(`target`)),r=n<0?t.at(e===1?0:-1):t[n+e];if(r===void 0)return;let{task:i}=S(window.location.hash);T({task:i??(_.tasks.length===1?0:null),to:te(r.id)})}let N=[{key:`n`,does:`next thing that is wrong with the task`,act:()=>ce(1)},{key:`p`,does:`the one before`,act:()=>ce(-1)},{key:`j`,does:`next task`,act:()=>se(1)},{key:`k`,does:`task before`,act:()=>se(-1)},{key:`o`,does:`all tasks`,act:()=>T({task:null,to:null})},{key:`/`,does:`filter`,act:()=>document.querySelector(`.screen:not(.away) input[type=\"search\"]`)?.focus()},{key:`?`,does:`these keys`,act:()=>ue()}],P=!0;function le(){document.addEventListener(`keydown`,e=>{if(!P||e.ctrlKey||e.metaKey||e.altKey||e.isComposing||e.target instanceof Element&&e.target.closest(`input, textarea, dialog`)!==null)return;let t=N.find(t=>t.key===e.key);t!==void 0&&(e.preventDefault(),t.act())})}function ue(){let e=document.createElement(`input`);e.type=`checkbox`,e.checked=P,e.addEventListener(`change`,()=>{P=e.checked}),g(`keys`,`Keys`,t(`dl.keys`,N.map(({key:e,does:n})=>[t(`dt`,t(`kbd`,e)),t(`dd`,n)])),t(`label`,e,` these keys are on`))}let de=/(?![\\t\\n])[\\p{Cc}\\p{Cf}\\u2028\\u2029]/gu;RegExp(`:​(?=:)|##​(?=\\\\[)|${de.source}`,`gu`);function F(e,t=300){return I(e,t).replace(/&/g,`&amp;`).replace(/</g,`&lt;`).replace(/>/g,`&gt;`).replace(/[#@]|\\bGH-(?=\\d)/gi,e=>`${e}​`).replace(/[\\\\`*_{}[\\]()#+!|~$-]/g,e=>`&#${e.charCodeAt(0)};`).replace(/:\\/\\//g,`:​//`).replace(/\\bwww\\./gi,e=>`www​${e.slice(3)}`)}function I(e,t){return fe(e,t,()=>` `)}function fe(e,t,n){return pe(e.replace(de,`�`).replace(/\\s+/gu,n).trim(),t).toWellFormed()}function pe(e,t){return e.length<=t?e:`${e.slice(0,t-1)}…`}function L(e){return e.map(he)}function me(e){return l(e.replace(/^\\s*[-*+]\\s+/u,``))}function he(e){switch(e.kind){case`words`:return document.createTextNode(e.text);case`text`:return t(`bdi`,I(e.text,e.limit));case`code`:return t(`code`,t(`bdi`,I(e.text,500)));case`link`:return R(e.url,L(e.label));default:return e}}function R(e,n){return/^https?:\\/\\//u.test(e)?t(`a`,{href:e,rel:`noopener noreferrer`,target:`_blank`},[...n]):t(`span`,[...n])}function z(e){return e.map(ge)}function ge(e){switch(e.kind){case`heading`:return t(`h4`,L(e.line));case`paragraph`:return t(`p`,L(e.line));case`list`:return t(`ul`,e.items.map(e=>t(`li`,L(e))));case`table`:return _e(e);case`folds`:return t(`div`,e.folds.map(({title:e,isOpen:n,blocks:r})=>t(`details`,{open:n===!0},t(`summary`,L(e)),z(r))));default:return e}}function _e({head:e,rows:n}){let r=(n,r)=>n.map((n,i)=>r?t(`th`,{scope:`col`},L(n)):e===null&&i===0?t(`th`,{scope:`row`},L(n)):t(`td`,L(n)));return t(`div.scroll`,{tabindex:`0`,role:`group`,\"aria-label\":`table`},t(e===null?`table`:`table.prose`,e===null?null:t(`thead`,t(`tr`,r(e,!0))),t(`tbody`,n.map(e=>t(`tr`,r(e,!1))))))}let ve={passed:`passed`,failed:`failed`,unproven:`unproven`,none:`no evidence`},ye={passed:`passed`,failed:`failed`,error:`error`,skipped:`skipped`},be={shown:`shown`,not_testable:`not shown by tests`,uncovered:`not covered`,unknown:`not looked at`},xe={killed:`noticed`,survived:`not noticed`,unknown:`gave no answer`,set_aside:`set aside`},Se={executed:`executed`,literals:`by its values in the tests`,unchecked:`not checked`},Ce={design:`the author of the design`,code:`the author of the code`,tests:`the author of the tests`},we={good:`✓`,bad:`✕`,open:`?`,quiet:`–`};function B(e,n){return t(`span.badge.${e}`,V(e),` ${n}`)}function V(e){return t(`span.mark.${e}`,{\"aria-hidden\":`true`},we[e])}function H(e){return e===`passed`||e===`killed`||e===`shown`?`good`:e===`failed`||e===`error`||e===`survived`||e===`uncovered`?`bad`:`open`}function Te(){let e=_.tasks.map((e,t)=>({row:e,place:t})).toSorted((e,t)=>Number(e.row.tone===`good`)-Number(t.row.tone===`good`)||e.place-t.place).map(({row:e,place:t})=>({row:e,place:t,words:Ee(e)})),n=t(`tbody`),r=t(`p.note`,{role:`status`,\"aria-live\":`polite`}),i={words:``,only:`all`},a=/* @__PURE__ */ new Map,o=({row:e,place:t})=>{let n=a.get(t)??Oe(e,t);return a.set(t,n),n},s=t(`p`),c=null,l=(t=100,a=30)=>{let u=i.words.toLowerCase().split(/\\s+/u).filter(Boolean),f=e.filter(({row:e,words:t})=>(i.only===`all`||i.only===`proven`==(e.tone===`good`))&&u.every(e=>t.includes(e)));n.replaceChildren(...f.slice(0,a).map(o)),c?.(),f.length>a&&(c=j(()=>n.append(...f.slice(a,t).map(o))));let p=f.length-Math.min(f.length,t),m=_.elsewhere===0?``:`; ${_.elsewhere} more are not on this page`;r.textContent=`${f.length} of ${e.length} tasks${m}`,s.replaceChildren(...p>0?[`… and ${p} more `,d(`Show them`,()=>l(1/0,100))]:[])},u=t(`input`,{id:`search`,type:`search`,placeholder:`Task, reason, story, failing test, or a pasted place`,\"aria-label\":`Filter tasks`,input:e=>{i.words=h(e),De(i.words)||l()}});l();let f=e.filter(({row:e})=>e.tone===`good`).length,p={all:e.length,\"not proven\":e.length-f,proven:f};return t(`div.task-list`,t(`div.filters`,u,t(`fieldset`,t(`legend.hidden`,`Which tasks`),[`all`,`not proven`,`proven`].map(e=>t(`label`,t(`input`,{type:`radio`,name:`which`,value:e,checked:e===`all`,change:()=>{i.only=e,l()}}),` ${e} ${p[e]}`)))),r,t(`div.scroll`,{tabindex:`0`,role:`group`,\"aria-label\":`tasks`},t(`table.tasks`,t(`thead`,t(`tr`,[`state`,`task`,`reasons`,`tests`,`story`,`examples`,`mutants`,`attempts`,`USD`,`time`].map(e=>t(`th`,{scope:`col`},e)))),n)),s)}function Ee({task:e,pullRequest:t,verdict:n,tone:r,codes:i,words:a}){let o=r===`good`?`proven`:`not proven`;return[e,t===null?``:`#${t}`,n,o,...i,a].join(` `).toLowerCase()}function De(e){let t=/#(.*)$/su.exec(e.includes(`report.html#`)?e.slice(e.indexOf(`report.html#`)):e)?.[1];if(t===void 0||!/^(?:task|[a-z]+)=/u.test(t))return!1;let n=new URLSearchParams(t);if(!n.has(`task`)&&!x.some(e=>n.has(e)))return!1;let r=S(`#${t}`);return r.task!==null&&(window.location.hash=C(r),!0)}function Oe(e,n){let{task:r,pullRequest:i,tone:a,verdict:o,codes:s,attempts:c,costUsd:l,seconds:u}=e;return t(`tr.${a}`,{\"data-place\":String(n)},t(`td`,B(a,a===`good`?`proven`:ve[o])),t(`th`,{scope:`row`},t(`a`,{href:C({task:n,to:null})},r),i===null?null:t(`span.by`,` #${i}`)),t(`td`,s.map((e,n)=>[n===0?``:`, `,t(`code`,e)])),[e.tests,e.items,e.examples,e.mutants].map(ke),t(`td.figure`,c===0?`–`:String(c)),t(`td.figure`,l===null?`–`:String(Number(l.toPrecision(3)))),t(`td.figure`,u===null?`–`:`${u.toFixed(0)} s`))}function ke(e){if(e===null||e[1]===0)return t(`td.figure`,`–`);let[n,r]=e;return t(`td.figure${n===r?``:`.short`}`,`${n}/${r}`)}function Ae(e){let n=Math.max(...e.map(({start:e,seconds:t})=>e+t),.001),r=Math.min(...e.map(({start:e})=>e)),i=Math.max(n-r,.001);return t(`div.scroll`,{tabindex:`0`,role:`group`,\"aria-label\":`timeline`},t(`table.timeline`,t(`thead`,t(`tr`,[`job`,`stage`,`task`,`seconds`,`USD`,`when`].map(e=>t(`th`,{scope:`col`},e)))),t(`tbody`,e.slice(0,U).map(e=>je(e,r,i))),e.length<=U?null:t(`tfoot`,t(`tr`,t(`td`,{colspan:`6`},`… and ${e.length-U} more`)))))}let U=400;function je({lane:e,name:n,task:r,start:i,seconds:a,costUsd:o},s,c){let l=t(`span.bar`,{\"aria-hidden\":`true`});return l.style.marginInlineStart=`${100*(i-s)/c}%`,l.style.inlineSize=`${Math.max(100*a/c,.5)}%`,t(`tr`,t(`th`,{scope:`row`},e),t(`td`,n===e?`whole job`:n),t(`td`,r===null?``:_.tasks[r]?.task??``),t(`td.figure`,a.toFixed(1)),t(`td.figure`,o===null?``:String(Number(o.toPrecision(3)))),t(`td.track`,l))}function Me(){let{tone:e,headline:n,meaning:r}=_.answer,[i]=_.decisions,a=_.decisions.length===1&&i!==void 0;return t(`section.answer.${e}`,{\"aria-labelledby\":`answer`},t(`h1`,{id:`answer`,tabindex:`-1`},L(n)),a?t(`p.subject`,Ne(i),i.title===null?null:[` `,l(i.title,300)]):null,t(`p.meaning`,L(r)),a?z(i.blocks):null,_.facts.length===0?null:t(`dl.figures`,_.facts.map(({label:e,value:n,isShort:r})=>t(`div`,t(`dt`,e),t(r===!0?`dd.short`:`dd`,L(n))))),_.notices.map(e=>t(`p.notice`,L(e))))}function Ne({name:e,url:n}){return n===null?t(`b`,e):R(n,[t(`b`,e)])}function Pe(){let e=_.tasks.length>1,n=_.decisions.length>1,r=_.decisions.filter(({tone:e})=>e!==`good`),i=_.decisions.filter(({tone:e})=>e===`good`);return t(`div.overview`,n&&r.length>0?W(`waiting`,`Not merged`,Le(r.toSorted(Ie))):null,e?W(`tasks`,`Tasks`,[Te()]):null,n&&i.length>0?W(`settled`,`Merged`,[f(`details.folded`,`${i.length} of ${_.decisions.length}`,i.length<=5,()=>i.map(e=>G(e,1/0)))]):null,e&&_.stories.length>0?W(`stories`,`Stories`,[Be()]):null,_.leftOut.length>0?W(`left`,`Left alone or not made`,[He()]):null,_.bars.length>0&&_.tasks.length!==1?W(`time`,`Time and money`,[Ae(_.bars)]):null)}function W(e,n,r){return t(`section`,{\"aria-labelledby\":e},t(`h2`,{id:e},n),r)}let Fe={bad:0,open:1,quiet:2,good:3};function Ie(e,t){return Fe[e.tone]-Fe[t.tone]}function Le(e){let t=e.slice(5);return[...e.slice(0,5).map(G),...t.length===0?[]:[f(`details.more`,`${t.length} more`,!1,()=>t.map(e=>G(e,1/0)))]]}function G(e,n){return f(`details.decision`,[B(e.tone,e.kind),` `,t(`b`,e.name),` `,L(e.headline)],n<5,()=>[t(`p`,Ne(e),e.title===null?null:[` `,l(e.title,300)],`: `,L(e.meaning)),t(`ul.causes`,e.tasks.map(Re)),z(e.blocks)])}function Re(e){let n=_.tasks[e];return n===void 0?null:t(`li`,t(`a`,{href:C({task:e,to:null})},n.task),n.cause===null?null:ze(n.cause))}function ze({code:e,message:n,expected:r,got:i,others:a}){return[`: `,t(`b`,u(e)),` `,l(n),r===null?null:[` · expected `,u(r)],i===null?null:[` · got `,u(i)],a===0?null:` · and ${a} more`]}function Be(){return t(`ul.stories`,_.stories.map(({path:e,title:n,tasks:r})=>t(`li`,t(`code`,t(`bdi`,e)),n===null?null:[` `,l(n,200)],f(`details.folded`,`${r.length} ${r.length===1?`task`:`tasks`}`,r.length<=12&&_.stories.length<=12,()=>t(`ul`,r.map(Ve))))))}function Ve(e){let n=_.tasks[e];if(n===void 0)return null;let r=n.items===null?`not looked at`:`lines covered: ${n.items[0]} of ${n.items[1]}`;return t(`li`,B(n.tone,n.tone===`good`?`proven`:`not proven`),` `,t(`a`,{href:C({task:e,to:null})},n.task),` ${r}`)}function He(){return t(`div.scroll`,{tabindex:`0`,role:`group`,\"aria-label\":`left alone or not made`},t(`table`,t(`thead`,t(`tr`,[`what`,`reason`,`what it means`].map(e=>t(`th`,{scope:`col`},e)))),t(`tbody`,_.leftOut.map(([e,n,r])=>t(`tr`,t(`th`,{scope:`row`},l(e)),t(`td`,t(`code`,n)),t(`td`,l(r)))))))}function Ue(e,n){return t(`div.attempts`,e.map(e=>{let r={kind:`attempt`,name:String(e.number)};return t(`section.attempt`,{id:w(r),tabindex:`-1`,\"aria-label\":`attempt ${e.number}`},t(`h4`,`Attempt ${e.number} `,B(e.tone,e.ended),` `,O({task:n,to:r},`attempt ${e.number}`)),t(`p.note`,`Made because ${e.reason}. It took `,L(e.took),`.`),e.steps.length===0?t(`p.note`,`Its transcript is not in the folder, so nothing more is known of it.`):t(`ol.steps`,e.steps.map((e,t)=>We(e,t))))}))}function We(e,n){return t(`li.step`,t(`div.columns`,t(`div`,t(`h5`,n===0?`Why`:`What was wrong`),t(`p`,n===0?l(e.because):u(e.because))),t(`div`,t(`h5`,`Who was asked`),Ge(e)),t(`div`,t(`h5`,`What came of it`),t(`p`,V(e.tone),` `,L(e.found)),e.findings.length===0?null:t(`ul`,e.findings.map(e=>t(`li`,L(e)))))),e.trial===null?null:Ke(e.trial),e.contested.length===0?null:t(`ul`,e.contested.map(({call:e,says:n,answers:r})=>t(`li`,`A test says that `,u(e),` gives `,u(n),`; the codes give `,r.map((e,t)=>[t===0?``:`, `,u(e)])))),e.changes.map(e=>qe(e,n===0)))}function Ge({asked:e}){return t(`ul`,e.map(({stage:e,sample:n,round:r,model:i,took:a,outcome:o,faults:s})=>t(`li`,t(`b`,Ce[e]),` (version ${n}, question ${r}) `,i===``?null:[u(i),` · `],L(a),` · `,l(o),s.length===0?null:t(`ul`,s.map(e=>t(`li`,l(e)))))))}function Ke({codes:e,agreement:n,alike:r,tests:i}){let a=Array.from({length:e},(e,t)=>`code ${t+1}`),o=new Set(n).size;return t(`div.trial`,t(`p`,`${r} tests have one result on all ${e} codes. `,o===1?`All codes give equal answers.`:`The codes give ${o} different sets of answers.`),i.length===0?null:t(`div.scroll`,{tabindex:`0`,role:`group`,\"aria-label\":`tests on which the codes differ`},t(`table`,t(`caption`,`Tests on which the codes differ`),t(`thead`,t(`tr`,t(`th`,{scope:`col`},`suite`),t(`th`,{scope:`col`},`test`),a.map(e=>t(`th`,{scope:`col`},e)))),t(`tbody`,i.map(([e,n,r])=>t(`tr`,t(`td`,String(e+1)),t(`th`,{scope:`row`},l(n,300)),r.map(e=>t(`td`,e===`none`?B(`open`,`no answer`):B(e===`passed`?`good`:`bad`,e)))))))))}function qe({path:e,version:n,before:r,added:i,removed:a,hunks:o,left:s},c){let l=r!==null&&i+a===0&&s===null,u=r===null?`the first version`:`held against ${r}`;return f(r===null?`details.change.folded`:`details.change`,[t(`code`,t(`bdi`,e)),` ${n}, ${u}: `,l?`the same`:[t(`ins`,`+${i}`),` `,t(`del`,`−${a}`)]],!c&&!l&&i+a<=Je,()=>[r===null?Ye(o):o.map(e=>Xe(e,r,n)),s===null?null:t(`p.note`,s)])}let Je=60;function Ye(e){return t(`pre.whole`,{tabindex:`0`},s(e.flatMap(({lines:e})=>e.map(e=>e.slice(1))).join(`\n`)))}function Xe(e,n,r){return t(`div.scroll`,{tabindex:`0`,role:`group`,\"aria-label\":`difference`},t(`table.diff`,t(`colgroup`,[`number`,`side`,`number`,`side`].map(e=>t(`col.${e}`))),t(`thead`,t(`tr`,[n,r].map(e=>t(`th`,{scope:`col`,colspan:`2`},e)))),t(`tbody`,Qe(e).map(([e,n])=>{let r=e!==null&&n!==null&&e.text===n.text;return t(`tr`,Ze(e,r?``:`.old`),Ze(n,r?``:`.new`))}))))}function Ze(e,n){let r=n===`.old`?`−`:n===`.new`?`+`:` `;return[t(`td.number`,e===null?``:String(e.number)),e===null?t(`td.none`):t(`td${n}`,t(`code`,`${r} `,s(e.text)))]}function Qe({oldStart:e,newStart:t,lines:n}){let r=[],[i,a]=[e,t],o=[],s=[],c=()=>{for(let e=0;e<Math.max(o.length,s.length);e+=1)r.push([o[e]??null,s[e]??null]);[o,s]=[[],[]]};for(let e of n){let t=e.slice(1);if(e.startsWith(`-`))o.push({number:i++,text:t});else if(e.startsWith(`+`))s.push({number:a++,text:t});else if(e.startsWith(`\\\\`))continue;else c(),r.push([{number:i++,text:t},{number:a++,text:t}])}return c(),r}function $e(e,t){let n=_.tasks[t],r=e.facts.map(({label:e,value:t})=>`- ${e}: ${et(t)}`),i=e.reasons.slice(0,10).flatMap(({code:e,message:t,item:n,expected:r,got:i,file:a,line:o})=>[`- **${e}**: ${F(t,500)}`,...a===null?[]:[`  - where: ${F(`${a}${o===null?``:`:${o}`}`)}`],...n===null?[]:[`  - the story says: ${F(n,500)}`],...r===null?[]:[`  - expected: ${F(r,500)}`],...i===null?[]:[`  - got: ${F(i,500)}`]]),a=e.reasons.length-10;return[`### ${F(n?.task??``)}: ${n?.verdict??`none`}`,``,`Place: ${F(ee({task:t,to:null}),500)}`,``,...i,...a>0?[`- … and ${a} more`]:[],``,...r,``,`Run it again:`,``,...e.commands.map(({command:e})=>`    ${e}`),``].join(`\n`)}function et(e){return e.map(e=>F(tt(e),200)).join(``)}function tt(e){return e.kind===`link`?e.label.map(tt).join(``):e.text}let nt=new Set(`False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield`.split(` `)),rt=/(?<comment>#[^\\n]*)|(?<triple>[rbfuRBFU]{0,2}(?:\"\"\"|'''))|(?<string>[rbfuRBFU]{0,2}(?:\"(?:[^\"\\\\\\n]|\\\\.)*\"?|'(?:[^'\\\\\\n]|\\\\.)*'?))|(?<number>\\b\\d[\\w.]*)|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)/uy;function it(e){let t=null;return e.map(e=>{let n=[],r=0,i=``,a=(e,t)=>{i!==``&&n.push([i,``]),i=``,e!==``&&n.push([e,t]),r+=e.length};for(;r<e.length;){if(t!==null){let n=e.indexOf(t,r);a(e.slice(r,n<0?e.length:n+3),`string`),n>=0&&(t=null);continue}rt.lastIndex=r;let{comment:n,triple:o,string:s,number:c,name:l}=rt.exec(e)?.groups??{};if(n!==void 0)a(n,`comment`);else if(o!==void 0)a(o,`string`),t=o.slice(-3);else if(s!==void 0)a(s,`string`);else if(c!==void 0)a(c,`number`);else if(l!==void 0&&nt.has(l))a(l,`word`);else{let t=l??e[r];i+=t,r+=t.length}}return a(``,``),n})}function at(e,n,r){let i=e.find(e=>e.path===n);if(i===void 0||r>i.lines.length)return null;let a=Math.max(1,r-2),o=it(i.lines).slice(a-1,r+2);return t(`div.frame`,{tabindex:`0`,role:`group`,\"aria-label\":`around line ${r}`},o.map((e,n)=>{let i=a+n===r;return t(i?`div.line.this`:`div.line`,t(`span.number`,`${i?`> `:``}${a+n}`),t(`code`,e.map(([e,n])=>n===``?s(e):t(`span.${n}`,s(e)))))}))}function ot(e,n){let r=it(e.lines),i=Map.groupBy(e.probes,({range:e})=>e[0]),a=r.map((r,a)=>{let o=i.get(a+1)??[];return t(`div.line`,{id:`line:${e.path}:${a+1}`},t(`span.number`,{\"aria-hidden\":`true`},String(a+1)),st(o,a+1),t(`code`,r.map(([e,n])=>n===``?s(e):t(`span.${n}`,s(e)))),o.length===0?null:ct(e,o,n))});return t(e.probes.length===0?`figure.file.plain`:`figure.file`,t(`figcaption`,t(`code`,t(`bdi`,e.path)),e.url===null?null:R(e.url,[t(`span`,`at this commit`)])),t(`div.code`,{tabindex:`0`,role:`group`,\"aria-label\":e.path},a),e.cut===null?null:t(`p.note`,e.cut))}function st(e,n){if(e.length===0)return t(`span.marker`);let r=e.filter(K).length,i=e.filter(({outcome:e})=>e===`killed`).length,a=r>0?`bad`:i>0?`good`:`quiet`,o=t(`button.marker.${a}`,{type:`button`,\"aria-expanded\":String(r>0),\"aria-label\":`${i}/${e.length} changes noticed in line ${n}`,click:()=>{let e=o.parentElement?.querySelector(`.probes`);e!=null&&(e.hidden=!e.hidden,o.setAttribute(`aria-expanded`,String(!e.hidden)))}},V(a),` ${i}/${e.length}`);return o}function K({outcome:e}){return e===`survived`}function ct(e,n,r){return t(`ul.probes`,{hidden:!n.some(K)},n.map(t=>lt(e,t,r)))}function lt({path:e},n,r){let{kind:i,sort:a,outcome:o,what:s,why:c}=n,d={kind:`mutant`,name:dt(e,n)},f=i===`unreached`?`not reached`:xe[o];return t(K(n)?`li.missed`:`li`,{id:w(d),tabindex:`-1`},B(H(o),f),` `,t(`span.sort`,i===`mutant`?`mutant`:i===`stub`?`stub`:``,` · ${a}`),` `,i===`mutant`?ut(s):u(s),c===null?null:t(`span.why`,`: `,l(c)),` `,O({task:r,to:d},`this change`))}function ut(e){let n=e.split(\"`\");return t(`span.change`,n.map((e,t)=>t%2==1&&t<n.length-1?u(e):l(e)))}function dt(e,{kind:t,range:n,sort:r,what:i}){let a=t===`mutant`?r:`${t} ${i}`;return`${e}:${n.join(`-`)}:${a}`}function ft(e,n){return t(`ol.items`,e.items.map((t,r)=>pt(e,t,r,n)))}function pt(e,n,r,i){let a={kind:`item`,name:String(r+1)},o=n.criteria.flatMap(t=>{let n=Object.hasOwn(e.criteria,t)?e.criteria[t]:void 0;return n===void 0?[]:[{id:t,criterion:n}]}),{tone:s,word:c}=ht(e,n,o.map(({criterion:e})=>e)),l=s===`good`||s===`quiet`||o.length===0;return t(`li.item.${s}`,{id:w(a),tabindex:`-1`},f(`details`,[B(s,c),` `,t(`span.says`,me(n.line)),` `,t(`span.by`,n.criteria.join(`, `)),n.why===null?null:t(`span.why`,` (${n.why})`)],!l,()=>[o.length===0?t(`p.note`,`No criterion of the design quotes this line, so no test is bound to it.`):o.map(({id:t,criterion:n})=>gt(e,t,n,i)),t(`p`,O({task:i,to:a},`this line`,`Copy link`))]))}function mt(e){return e.items.some(t=>ht(e,t,t.criteria.flatMap(t=>Object.hasOwn(e.criteria,t)?e.criteria[t]??[]:[])).tone===`bad`)}function ht(e,t,n){return n.some(({tests:t,example:n})=>n!==null&&q(n)||t.some(t=>e.tests[t]?.outcome!==`passed`))?{tone:`bad`,word:`fails`}:t.state===`shown`?{tone:`good`,word:be.shown}:{tone:{uncovered:`bad`,not_testable:`open`,unknown:`quiet`}[t.state],word:be[t.state]}}function q({state:e,got:t}){return e===`executed`&&t!==null}function gt(e,n,{statement:r,tests:i,example:a},o){return t(`div.criterion`,t(`p`,t(`b`,n),r===null?null:[`: `,l(r)]),a===null?null:_t(a),i.length===0?t(`p.note`,`No test that passed carries it.`):t(`ul.tests`,i.map(n=>{let r=e.tests[n];return r===void 0?null:t(`li`,B(H(r.outcome),ye[r.outcome]),` `,t(`a`,{href:`#`,click:e=>{e.preventDefault(),T({task:o,to:{kind:`test`,name:r.id}})}},l(r.id,300)))})))}function _t(e){let{state:n,call:r,expected:i,got:a,why:o}=e,s=n===`executed`&&a===null,c=s?`good`:q(e)?`bad`:`open`,d=s?`right`:q(e)?`wrong`:Se[n];return t(`dl.example.${c}`,t(`dt`,`example`),t(`dd`,B(c,d),o===null?null:[` `,l(o)]),r===null?null:[t(`dt`,`call`),t(`dd`,u(r))],i===null?null:[t(`dt`,`expected`),t(`dd`,u(i))],q(e)||s?[t(`dt`,`got`),t(`dd`,u(a??i??`the same`))]:null)}`${{files:200,fileBytes:1048576,totalBytes:8388608,pathLength:200}.files}`;function vt(e,t){return`(cd generated/${e} && PYTHONPATH=.:src python3 -m pytest -c /dev/null --rootdir=. --import-mode=importlib --noconftest -p no:cacheprovider ${yt(t)})`}function yt(e){return`'${e.replaceAll(`'`,`'\\\\''`)}'`}function bt(e,n){let r=e.tests.map((e,t)=>({test:e,place:t})).toSorted((e,t)=>J(e.test)-J(t.test)||e.place-t.place),i=t(`ul.test-list`),a=t(`p.note`),o=e.tests.filter(e=>J(e)<3).length,s={words:``,only:`all`},c=e=>{let t=s.words.toLowerCase().split(/\\s+/u).filter(Boolean),o=r.filter(({test:e})=>(s.only===`all`||s.only===`bad`==J(e)<3)&&St(e,t));i.replaceChildren(...o.slice(0,e).map(({test:e})=>Ct(e,n)));let l=o.length-Math.min(o.length,e);a.replaceChildren(),o.length===0&&a.append(`No test is named so.`),l>0&&a.append(`… and ${l} more `,d(`Show them`,()=>c(1/0)))},l=()=>c(s.words===``&&s.only!==`bad`?25+o:200);l();let u=t(`input`,{type:`search`,placeholder:`Filter tests by name, state or criterion`,\"aria-label\":`Filter tests`,input:e=>{s.words=h(e),l()}}),f=xt(e.tests.length,o,e=>{s.only=e,l()}),p=t(`div`,e.tests.length>8?t(`div.filters`,u,o>0&&o<e.tests.length?f.buttons:null):null,i,a);return p.addEventListener(`reveal`,()=>{u instanceof HTMLInputElement&&(u.value=``),s.words=``,f.choose(`all`),c(1/0)}),p}function xt(e,n,r){let i=e=>{for(let{name:t,element:n}of a)n.setAttribute(`aria-pressed`,String(t===e));r(e)},a=[[`all`,`all ${e}`],[`bad`,`to look at ${n}`],[`passed`,`passed ${e-n}`]].map(([e,t])=>({name:e,element:d(t,()=>i(e),{\"aria-pressed\":String(e===`all`)})}));return{buttons:t(`div.states`,{role:`group`,\"aria-label\":`Which tests`},a.map(({element:e})=>e)),choose:i}}function J({outcome:e,isVacuous:t}){return e===`failed`||e===`error`?0:e===`skipped`?1:t?2:3}function St({id:e,outcome:t,criteria:n},r){let i=`${e} ${t} ${n.join(` `)}`.toLowerCase();return r.every(e=>i.includes(e))}function Ct(e,n){let r={kind:`test`,name:e.id},i=_.tasks[n],a=e.outcome!==`passed`;return t(`li.test.${H(e.outcome)}`,{id:w(r),tabindex:`-1`},t(`div.row`,B(H(e.outcome),ye[e.outcome]),t(`span.name`,l(e.id)),e.isVacuous?t(`span.badge.open`,`? passes on stubs alone`):null,t(`span.by`,e.criteria.join(`, `)),t(`span.time`,`${e.seconds.toFixed(3)} s`),O({task:n,to:r},`this test`)),e.message===null?null:t(`pre.message`,{tabindex:`0`},s(e.message)),a&&i!==void 0?ae(vt(i.task,e.id)):null)}function wt(e){let n=_.tasks[e],r=y(e),i=Dt(r,e);return t(`article.task`,{\"aria-labelledby\":`task-title`},t(`header`,t(`h2`,{id:`task-title`,tabindex:`-1`},B(n.tone,n.tone===`good`?`proven`:ve[n.verdict]),` `,t(`span`,n.task),n.pullRequest===null?null:t(`span.by`,` #${n.pullRequest}`)),t(`p.actions`,O({task:e,to:null},n.task,`Copy link`),d(`Copy for a bug report`,()=>void D($e(r,e),`bug report`))),t(`p.verdict`,L(r.verdict))),t(`nav.sections`,{\"aria-label\":`On this task`},i.map(({name:n,short:r,count:i,isBad:a})=>t(`a`,{href:C({task:e,to:{kind:`section`,name:n}}),click:t=>{t.preventDefault(),T({task:e,to:{kind:`section`,name:n}})}},a?[V(`bad`),` `]:null,r,i===null?null:t(`span.count`,` ${i}`)))),r.notice===null?null:t(`p.notice`,L(r.notice)),i.map(Et))}let Tt=/* @__PURE__ */ new Set([`question`,`why`,`checks`,`story`,`examples`]);function Et({name:e,title:n,content:r}){let i=t(`section`,{id:`section:${e}`,tabindex:`-1`,\"aria-labelledby\":`title:${e}`},t(`h3`,{id:`title:${e}`},n)),a=()=>i.append(...r());return Tt.has(e)?a():j(a),i}function Dt(e,n){let r=e.files.filter(({kind:e})=>e===`code`),i=e.files.filter(({kind:e})=>e!==`code`),a=Object.entries(e.criteria).filter(([,{example:e}])=>e!==null),o=r.flatMap(e=>e.probes),s=e.tests.filter(({outcome:e})=>e===`passed`).length,c=_.tasks.length===1?_.bars:e.bars;return[e.todo.length===0?null:Y(`question`,`A person has to settle`,{short:`Question`,isBad:!0},()=>[t(`div.question`,z(e.todo))]),e.reasons.length===0?null:Y(`why`,`Why it is not proven`,{short:`Why`,count:String(e.reasons.length),isBad:!0},()=>[t(`ul.reasons`,e.reasons.map(t=>Ot(e,t,n)))]),e.checks.length===0?null:Y(`checks`,`What was checked`,{short:`Checks`},()=>z(e.checks)),e.items.length===0?null:Y(`story`,`The story, line by line`,{short:`Story`,count:String(e.items.length),isBad:mt(e)},()=>[...e.summary===null?[]:[t(`p`,l(e.summary))],ft(e,n),...jt(e.assumptions)]),e.items.length>0||a.length===0?null:Y(`examples`,`Examples`,{short:`Examples`,count:String(a.length)},()=>a.map(([e,{example:n}])=>t(`div.criterion`,t(`b`,e),_t(n)))),e.tests.length===0?null:Y(`tests`,`Tests`,{short:`Tests`,count:s===e.tests.length?`${s}`:`${s}/${e.tests.length}`,isBad:s<e.tests.length},()=>[bt(e,n)]),r.length===0?null:Y(`code`,`Code, with what was changed on it`,{short:`Code`,isBad:o.some(({outcome:e})=>e===`survived`)},()=>[Mt(e),...r.map(e=>ot(e,n))]),i.length===0?null:Y(`files`,`Files of the tests`,{short:`Test files`,count:String(i.length)},()=>i.map(e=>f(`details`,t(`code`,e.path),!1,()=>ot(e,n)))),e.attempts.length===0?null:Y(`attempts`,`Attempts`,{short:`Attempts`,count:String(e.attempts.length)},()=>[Ue(e.attempts,n)]),c.length===0?null:Y(`timeline`,`Time and money`,{short:`Time`},()=>[Ae(c)]),Y(`local`,`Run it yourself`,{short:`Run it`},()=>[...e.commands.map(({what:e,command:n})=>t(`div`,t(`p`,`To ${e}:`),ae(n))),t(`dl.facts`,e.facts.map(({label:e,value:n})=>[t(`dt`,e),t(`dd`,L(n))]))])].filter(e=>e!==null)}function Y(e,t,n,r){return{name:e,title:t,count:null,isBad:!1,...n,content:r}}function Ot(e,n,r){let{code:i,message:a,advice:o,item:c,itemAt:d,expected:f,got:p,test:m,file:h,line:g,url:_}=n,v=h===null?null:g===null?h:`${h}:${g}`,y=m===null?void 0:e.tests[m],b=y?.message??null,x=c!==null&&a.includes(c.replace(/^\\s*[-*+]\\s+/u,``)),S=e=>d===null?e:t(`a`,{href:C({task:r,to:{kind:`item`,name:String(d+1)}})},e);return t(`li.reason`,t(`p.message`,t(`b`,u(i)),` `,l(a,4e3)),c===null||x?null:t(`p`,`The story says: `,S(me(c))),f===null&&p===null?null:t(`dl.example.bad`,f===null?null:[t(`dt`,`expected`),t(`dd`,u(f))],p===null?null:[t(`dt`,`got`),t(`dd`,u(p))]),h===null||g===null?null:at(e.files,h,g),kt.has(i)?At(e,r):null,b===null||f!==null||p!==null?null:t(`pre.message`,{tabindex:`0`},s(b)),t(`p.where`,v===null?null:[`at `,_===null?u(v):R(_,[u(v)]),` `],y===void 0?null:t(`a`,{href:`#`,click:e=>{e.preventDefault(),T({task:r,to:{kind:`test`,name:y.id}})}},`the test`),x&&v===null?S(`that line of the story`):null),t(`p.note`,`What to do: `,L(o)))}let kt=/* @__PURE__ */ new Set([`mutation_score_low`,`stub_survived`]);function At({files:e},n){let r=e.flatMap(({path:e,probes:t})=>t.filter(K).map(t=>({path:e,probe:t})));if(r.length===0)return null;let i=r.length-5;return t(`ul.causes`,r.slice(0,5).map(({path:e,probe:r})=>t(`li`,t(`a`,{href:C({task:n,to:{kind:`mutant`,name:dt(e,r)}})},u(`${e}:${r.range[0]}`)),` not noticed: `,u(r.what.replaceAll(\"`\",``)))),i>0?t(`li`,`… and ${i} more, below at their lines`):null)}function jt(e){return e.length===0?[]:[t(`h4`,`What the story leaves open, and how it was read`),t(`ul`,e.map(e=>t(`li`,l(e))))]}function Mt({score:e,files:n}){let r=n.flatMap(({probes:e})=>e.filter(({kind:e})=>e===`mutant`)).filter(({outcome:e})=>e===`survived`).length;return e===null?t(`p.note`,`No small change to this code has an answer; stubs stand at the line of their function.`):t(`p`,t(`b`,`${Math.round(e*100)} %`),` of the small changes with an answer made a test fail${r===0?`.`:`; ${r} did not, and stand open below.`}`)}let X=t(`div.screen`),Z=t(`div.screen`),Nt=t(`main`,{id:`main`},X,Z),Q=null;function Pt(){document.getElementById(`page`)?.append(t(`header.top`,t(`a.skip`,{href:`#`,click:Ft},`To the answer`),t(`p.brand`,t(`b`,`agent-pipeline`),_.about.map(e=>t(`span`,e))),t(`p.tools`,_.url===null?null:R(`${_.url}#artifacts`,[t(`span`,`Run and evidence`)]),O({task:null,to:null},`this page`,`Copy link`),d(`Keys`,ue))),Nt,t(`footer`,t(`p`,`Made by agent-pipeline ${_.version} from the evidence of this run. The page asks for nothing and keeps nothing.`)),ne())}function Ft(e){e.preventDefault(),document.getElementById(Q===`overview`?`answer`:`task-title`)?.focus()}function $(){let e=S(window.location.hash),t=e.task??`overview`;It(t)&&(t!==Q&&(Q=t,e.task===null?Rt():zt(e.task)),e.to!==null&&Bt(e.to))}function It(e){return e===`overview`&&_.tasks.length!==1||document.readyState!==`loading`}let Lt=0;function Rt(){Z.replaceChildren(),X.childElementCount===0&&X.append(Me(),..._.tasks.length===1?[wt(0)]:[],Pe()),X.classList.remove(`away`),window.history.scrollRestoration=`auto`,window.scrollTo(0,Lt)}function zt(e){_.tasks.length===1?Rt():(Z.childElementCount===0&&(Lt=window.scrollY),window.history.scrollRestoration=`manual`,X.classList.add(`away`),Z.replaceChildren(t(`h1.hidden`,L(_.answer.headline)),t(`p.back`,t(`a`,{href:C({task:null,to:null})},`← all tasks`)),wt(e)),window.scrollTo(0,0),document.getElementById(`task-title`)?.focus({preventScroll:!0}))}function Bt(e){M();let t=document.getElementById(w(e));if(t===null&&e.kind===`test`&&(document.querySelector(`.test-list`)?.parentElement?.dispatchEvent(new Event(`reveal`)),t=document.getElementById(w(e))),t!==null){for(let e=t;e!==null;e=e.parentElement)e instanceof HTMLDetailsElement&&m(e),e instanceof HTMLElement&&(e.hidden=!1);for(let e of t.querySelectorAll(`:scope > details`))m(e);for(let e of document.querySelectorAll(`.target`))e.classList.remove(`target`);t.classList.add(`target`),t.scrollIntoView({block:`start`}),t.focus({preventScroll:!0})}}function Vt(){let e=[];window.addEventListener(`beforeprint`,()=>{for(M();;){let t=document.querySelector(`.screen:not(.away) details:not([open], .folded)`);if(t===null)return;m(t),e.push(t)}}),window.addEventListener(`afterprint`,()=>{for(let t of e.splice(0))t.open=!1})}Pt(),le(),Vt(),window.addEventListener(`hashchange`,$),document.addEventListener(`DOMContentLoaded`,$,{once:!0}),$()})();";
const STYLE = ":root {\ncolor-scheme: light dark;\n--page: light-dark(#ffffff, #14171c);\n--raised: light-dark(#f5f6f8, #1c2027);\n--text: light-dark(#1b1f24, #e5e8ec);\n--quiet: light-dark(#545d68, #a9b2be);\n--line: light-dark(#d5d9df, #363d47);\n--link: light-dark(#0b57b8, #8ab8ff);\n--good: light-dark(#0f6430, #74d79a);\n--good-back: light-dark(#e6f4ea, #14291c);\n--bad: light-dark(#a8201a, #ff9d94);\n--bad-back: light-dark(#fcebea, #351b1b);\n--open: light-dark(#734800, #f0c36a);\n--open-back: light-dark(#fff3da, #2f2613);\n--mono:\nui-monospace, \"SFMono-Regular\", \"Cascadia Mono\", Menlo, Consolas, \"Liberation Mono\",\n\"DejaVu Sans Mono\", monospace;\n}\n* {\nbox-sizing: border-box;\n}\nhtml {\nscroll-padding-top: 3.4rem;\n}\nbody {\nmargin: 0;\nbackground: var(--page);\ncolor: var(--text);\nfont:\n15px/1.55 system-ui,\n-apple-system,\n\"Segoe UI\",\nRoboto,\n\"Liberation Sans\",\n\"DejaVu Sans\",\nsans-serif;\noverflow-wrap: anywhere;\n}\n#page,\nnoscript > main {\nmax-width: 76rem;\nmargin: 0 auto;\npadding: 0 1.5rem 4rem;\n}\nh1,\nh2,\nh3,\nh4,\nh5 {\nline-height: 1.25;\nfont-weight: 650;\nmargin: 0 0 0.5rem;\ntext-wrap: balance;\n}\nh1 {\nfont-size: 1.9rem;\nletter-spacing: -0.015em;\n}\nh2 {\nfont-size: 1.35rem;\nmargin-top: 2.5rem;\n}\nh3 {\nfont-size: 1.1rem;\nmargin-top: 2.25rem;\npadding-bottom: 0.35rem;\nborder-bottom: 1px solid var(--line);\n}\nh4 {\nfont-size: 1rem;\nmargin-top: 1.25rem;\n}\nh5 {\nfont-size: 0.8rem;\ncolor: var(--quiet);\nmargin-bottom: 0.25rem;\n}\np {\nmargin: 0.4rem 0;\n}\nul,\nol {\nmargin: 0.4rem 0;\npadding-inline-start: 1.3rem;\n}\na {\ncolor: var(--link);\ntext-underline-offset: 0.15em;\n}\ncode,\npre,\nkbd {\nfont-family: var(--mono);\nfont-size: 0.88em;\n}\ncode {\nwhite-space: pre-wrap;\n}\npre {\nmargin: 0;\nwhite-space: pre-wrap;\n}\n:focus-visible {\noutline: 3px solid var(--link);\noutline-offset: 2px;\nborder-radius: 3px;\n}\n[tabindex=\"-1\"]:focus-visible {\noutline-width: 2px;\n}\n[hidden] {\ndisplay: none !important;\n}\n.hidden {\nposition: absolute;\ninline-size: 1px;\nblock-size: 1px;\noverflow: hidden;\nclip-path: inset(50%);\n}\n.skip {\nposition: absolute;\ninset-block-start: -4rem;\nbackground: var(--page);\npadding: 0.5rem 1rem;\n}\n.skip:focus {\ninset-block-start: 0.5rem;\n}\n.top {\ndisplay: flex;\nflex-wrap: wrap;\njustify-content: space-between;\ngap: 0 1.5rem;\npadding: 0.7rem 0 0.6rem;\ncolor: var(--quiet);\nfont-size: 0.9rem;\n}\n.top p {\ndisplay: flex;\nflex-wrap: wrap;\nalign-items: center;\ngap: 0.35rem 0.9rem;\n}\n.brand b {\ncolor: var(--text);\n}\nbutton {\nfont: inherit;\nfont-size: 0.85rem;\ncolor: var(--text);\nbackground: var(--raised);\nborder: 1px solid var(--line);\nborder-radius: 6px;\npadding: 0.2rem 0.65rem;\ncursor: pointer;\n}\nbutton {\nwhite-space: nowrap;\nflex: none;\n}\nbutton:hover {\nborder-color: var(--quiet);\n}\nbutton.link {\nbackground: none;\nborder-color: transparent;\ncolor: var(--quiet);\npadding: 0 0.35rem;\nmin-inline-size: 24px;\nmin-block-size: 24px;\n}\nbutton.link:hover {\nborder-color: var(--line);\ncolor: var(--link);\n}\ninput[type=\"search\"] {\nfont: inherit;\ncolor: inherit;\nbackground: var(--page);\nborder: 1px solid var(--quiet);\nborder-radius: 6px;\npadding: 0.35rem 0.7rem;\ninline-size: min(32rem, 100%);\n}\n.sign {\nborder: 1px solid currentColor;\nborder-radius: 3px;\nfont: 0.7em var(--mono);\npadding: 0 0.2em;\nmargin: 0 0.1em;\ncolor: var(--bad);\nwhite-space: nowrap;\n}\n.note,\n.by,\n.why,\n.time,\n.sort,\n.back {\ncolor: var(--quiet);\nfont-size: 0.88rem;\n}\n.notice {\nbackground: var(--open-back);\ncolor: var(--text);\nborder-inline-start: 4px solid var(--open);\npadding: 0.5rem 0.9rem;\nborder-radius: 0 6px 6px 0;\n}\n.away {\ncontent-visibility: hidden;\n}\n@supports not (content-visibility: hidden) {\n.away {\ndisplay: none;\n}\n}\n.answer {\nborder-radius: 10px;\npadding: 1.1rem 1.6rem 1rem;\nbackground: var(--raised);\nborder-inline-start: 8px solid var(--quiet);\n}\n.answer.good {\nbackground: var(--good-back);\nborder-color: var(--good);\n}\n.answer.bad {\nbackground: var(--bad-back);\nborder-color: var(--bad);\n}\n.answer.open {\nbackground: var(--open-back);\nborder-color: var(--open);\n}\n.answer h1 {\nmargin-bottom: 0.3rem;\n}\n.answer.good h1 {\ncolor: var(--good);\n}\n.answer.bad h1 {\ncolor: var(--bad);\n}\n.answer.open h1 {\ncolor: var(--open);\n}\n.meaning {\nfont-size: 1.05rem;\n}\n.figures {\ndisplay: flex;\nflex-wrap: wrap;\ngap: 0.6rem 2.2rem;\nmargin: 0.7rem 0 0;\n}\n.figures > div {\ndisplay: flex;\nflex-direction: column-reverse;\n}\n.figures dd {\nmargin: 0;\nfont-size: 1.15rem;\nfont-weight: 600;\nfont-variant-numeric: tabular-nums;\n}\n.figures dt {\ncolor: var(--quiet);\nfont-size: 0.82rem;\n}\n.figures dd.short {\ncolor: var(--bad);\n}\n.answer .figures dt {\ncolor: light-dark(#49515b, #b6bec9);\n}\n.badge {\ndisplay: inline-flex;\nalign-items: baseline;\ngap: 0.3em;\nfont-size: 0.82rem;\nfont-weight: 600;\nborder-radius: 5px;\npadding: 0.05rem 0.5rem;\nwhite-space: nowrap;\nbackground: var(--raised);\ncolor: var(--text);\nletter-spacing: 0;\n}\n.badge.good {\ncolor: var(--good);\nbackground: var(--good-back);\n}\n.badge.bad {\ncolor: var(--bad);\nbackground: var(--bad-back);\n}\n.badge.open {\ncolor: var(--open);\nbackground: var(--open-back);\n}\n.mark.good {\ncolor: var(--good);\n}\n.mark.bad {\ncolor: var(--bad);\n}\n.mark.open {\ncolor: var(--open);\n}\nh2 .badge {\nfont-size: 0.9rem;\nvertical-align: 0.15em;\n}\n.scroll {\noverflow-x: auto;\n}\n.scroll table {\noverflow-wrap: break-word;\n}\ntable {\nborder-collapse: collapse;\nfont-size: 0.92rem;\n}\nth,\ntd {\ntext-align: start;\nvertical-align: top;\npadding: 0.3rem 0.8rem 0.3rem 0;\nborder-bottom: 1px solid var(--line);\nfont-weight: 400;\n}\nthead th,\ncaption {\ncolor: var(--quiet);\nfont-size: 0.82rem;\ntext-align: start;\nwhite-space: nowrap;\n}\ntable.tasks,\ntable.timeline {\ninline-size: 100%;\n}\ntable.tasks tbody th {\nfont-weight: 600;\nwhite-space: nowrap;\n}\n.figure {\ntext-align: end;\nfont-variant-numeric: tabular-nums;\nwhite-space: nowrap;\n}\ntable.tasks thead th:nth-child(n + 4) {\ntext-align: end;\n}\n.short {\ncolor: var(--bad);\nfont-weight: 600;\n}\n.filters {\ndisplay: flex;\nflex-wrap: wrap;\nalign-items: center;\ngap: 0.5rem 1.2rem;\nmargin-block: 0.5rem;\n}\n.filters input[type=\"search\"] {\nflex: 1 1 18rem;\n}\nfieldset {\nborder: 0;\nmargin: 0;\npadding: 0;\ndisplay: flex;\ngap: 1rem;\n}\n.track {\ninline-size: 45%;\nmin-inline-size: 10rem;\npadding-inline-end: 0;\n}\n.bar {\ndisplay: block;\nblock-size: 0.8rem;\nmargin-block-start: 0.35rem;\nbackground: var(--link);\nborder-radius: 2px;\n}\n.task > section {\ncontent-visibility: auto;\ncontain-intrinsic-size: auto 40rem;\nmargin-inline: -0.5rem;\npadding-inline: 0.5rem;\n}\n.task > header {\ndisplay: flex;\nflex-wrap: wrap;\nalign-items: baseline;\njustify-content: space-between;\ngap: 0 1rem;\nmargin-block-start: 1.2rem;\n}\n.task > header h2 {\nmargin: 0;\n}\n.task > header .actions {\nmargin: 0;\n}\n.task > header .verdict {\nflex-basis: 100%;\nmargin-block: 0.2rem 0;\ncolor: var(--quiet);\n}\n.sections {\nposition: sticky;\ninset-block-start: 0;\nz-index: 1;\ndisplay: flex;\ngap: 0.3rem 1.3rem;\noverflow-x: auto;\nwhite-space: nowrap;\nmargin-block: 0.5rem;\npadding-block: 0.5rem;\nfont-size: 0.92rem;\nbackground: var(--page);\nborder-block-end: 1px solid var(--line);\n}\n.sections a {\ntext-decoration: none;\n}\n.sections a:hover {\ntext-decoration: underline;\n}\n.sections:focus-within {\noutline-offset: -3px;\n}\n.sections a:focus-visible {\noutline-offset: -2px;\n}\n.sections + section h3,\n.sections + .notice + section h3 {\nmargin-top: 1rem;\n}\n.states {\ndisplay: flex;\ngap: 0.4rem;\n}\n.states [aria-pressed=\"true\"] {\nborder-color: var(--link);\ncolor: var(--link);\nfont-weight: 600;\n}\n.causes {\nmargin-block: 0.3rem;\n}\n.by {\ndisplay: inline-block;\nmargin-inline-start: 0.35em;\n}\n.frame {\noverflow-x: auto;\nmargin-block: 0.4rem;\npadding-block: 0.3rem;\nborder-radius: 6px;\nbackground: var(--page);\nfont-size: 0.92rem;\n}\n.frame .line {\ngrid-template-columns: 3.6rem minmax(0, 1fr);\n}\n.frame .this {\nbackground: var(--bad-back);\n}\n.frame .this > .number {\ncolor: var(--bad);\nfont-weight: 700;\n}\n.sections .count {\nfont-variant-numeric: tabular-nums;\ncolor: var(--quiet);\n}\n.reasons {\nlist-style: none;\npadding: 0;\n}\n.reason,\n.question {\nborder-inline-start: 4px solid var(--bad);\nbackground: var(--bad-back);\nborder-radius: 0 8px 8px 0;\npadding: 0.6rem 1rem;\nmargin-block: 0.6rem;\n}\n.question {\nborder-color: var(--open);\nbackground: var(--open-back);\n}\n.reason .note {\ncolor: light-dark(#49515b, #b6bec9);\n}\n.example,\n.facts,\n.keys {\ndisplay: grid;\ngrid-template-columns: max-content minmax(0, 1fr);\ngap: 0.15rem 0.9rem;\nmargin: 0.4rem 0;\n}\n.example dt,\n.facts dt {\ncolor: var(--quiet);\nfont-size: 0.85rem;\n}\n.reason .example dt {\ncolor: light-dark(#49515b, #b6bec9);\n}\n.example dd,\n.facts dd,\n.keys dd {\nmargin: 0;\n}\n.items {\nlist-style: none;\npadding: 0;\n}\n.item {\nborder-block-end: 1px solid var(--line);\nborder-inline-start: 4px solid transparent;\npadding: 0.3rem 0.7rem;\n}\n.item.bad {\nborder-inline-start-color: var(--bad);\nbackground: var(--bad-back);\n}\n.item.open {\nborder-inline-start-color: var(--open);\nbackground: var(--open-back);\n}\n.item.bad .by,\n.item.open .by,\n.item .why,\n.item.bad .note,\n.item.open .note,\n.item.bad dt,\n.item.open dt {\ncolor: light-dark(#49515b, #b6bec9);\n}\nsummary {\ncursor: pointer;\n}\n.criterion {\nmargin: 0.5rem 0 0.8rem 1.1rem;\n}\n.tests,\n.test-list {\nlist-style: none;\npadding: 0;\n}\n.test {\nborder-block-end: 1px solid var(--line);\npadding: 0.25rem 0.4rem;\ncontent-visibility: auto;\ncontain-intrinsic-size: auto 2.2rem;\n}\n.test .row {\ndisplay: flex;\nflex-wrap: wrap;\nalign-items: baseline;\ngap: 0.15rem 0.7rem;\n}\n.test .name {\nflex: 1 1 20rem;\nfont-family: var(--mono);\nfont-size: 0.85rem;\n}\n.test .message,\n.reason pre.message,\n.whole {\nbackground: var(--raised);\nborder-radius: 6px;\npadding: 0.7rem 0.9rem;\nmargin: 0.4rem 0;\nmax-block-size: 28rem;\noverflow: auto;\nfont-size: 0.82rem;\n}\n.command {\ndisplay: flex;\ngap: 0.6rem;\nalign-items: start;\nmargin: 0.3rem 0;\n}\n.command pre {\nflex: 1 1 auto;\nbackground: var(--raised);\nborder-radius: 6px;\npadding: 0.5rem 0.8rem;\n}\n.target {\noutline: 2px solid var(--link);\noutline-offset: 3px;\nborder-radius: 4px;\n}\n.file {\nmargin: 0.8rem 0;\nborder: 1px solid var(--line);\nborder-radius: 8px;\noverflow: hidden;\n}\n.file figcaption {\ndisplay: flex;\nflex-wrap: wrap;\ngap: 0.2rem 1rem;\njustify-content: space-between;\npadding: 0.4rem 0.8rem;\nbackground: var(--raised);\nborder-bottom: 1px solid var(--line);\nfont-size: 0.88rem;\n}\n.code {\noverflow-x: auto;\npadding: 0.4rem 0;\nfont-size: 0.92rem;\n}\n.line {\ndisplay: grid;\ngrid-template-columns: 3.2rem 5.2rem minmax(0, 1fr);\nalign-items: baseline;\n}\n.file.plain .line {\ngrid-template-columns: 3.2rem minmax(0, 1fr);\n}\n.file.plain .marker {\ndisplay: none;\n}\n.line > .number {\ntext-align: end;\ncolor: var(--quiet);\nfont: 0.8rem var(--mono);\npadding-inline-end: 0.7rem;\nuser-select: none;\n}\n.line > code {\nmin-block-size: 1.45em;\ntab-size: 4;\n}\n.marker {\nfont-size: 0.75rem;\npadding: 0 0.4rem;\nbackground: none;\nborder-color: transparent;\njustify-self: start;\ncolor: var(--quiet);\nline-height: 1.4;\n}\nbutton.marker.bad {\ncolor: var(--bad);\nbackground: var(--bad-back);\n}\nbutton.marker.good {\ncolor: var(--good);\n}\n.probes {\ngrid-column: 3;\nlist-style: none;\nmargin: 0.2rem 1rem 0.5rem 0;\npadding: 0.4rem 0.8rem;\nbackground: var(--raised);\nborder-radius: 6px;\nfont-size: 0.88rem;\n}\n.string {\ncolor: light-dark(#0a4f85, #9ecbff);\n}\n.comment {\ncolor: light-dark(#57606a, #9aa4b0);\nfont-style: italic;\n}\n.word {\ncolor: light-dark(#9a1f4a, #ff9fb6);\n}\n.number {\ncolor: light-dark(#5a3d99, #c9b1ff);\n}\n.attempt {\nmargin-block: 1rem;\n}\n.steps {\nlist-style: none;\npadding: 0;\ncounter-reset: step;\n}\n.step {\nborder: 1px solid var(--line);\nborder-radius: 8px;\npadding: 0.8rem 1rem;\nmargin-block: 0.7rem;\n}\n.columns {\ndisplay: grid;\ngrid-template-columns: minmax(0, 1fr) minmax(0, 1.6fr) minmax(0, 1.6fr);\ngap: 0.5rem 1.6rem;\n}\n.columns ul {\npadding-inline-start: 1rem;\nmargin: 0;\n}\n.change {\nmargin-block: 0.5rem;\n}\nins,\ndel {\ntext-decoration: none;\nfont-family: var(--mono);\nfont-size: 0.85em;\n}\nins {\ncolor: var(--good);\n}\ndel {\ncolor: var(--bad);\n}\n.diff {\ninline-size: 100%;\ntable-layout: fixed;\nfont-size: 0.82rem;\nborder: 1px solid var(--line);\nmargin-block: 0.3rem;\nmin-inline-size: 40rem;\n}\ntd:first-child > code,\n.message > b > code {\nwhite-space: nowrap;\n}\n.diff col.number {\nwidth: 2.8rem;\n}\n.diff th {\npadding-inline: 0.6rem;\n}\n.line > code:empty::before {\ncontent: \"\\200b\";\n}\n.diff td {\nvertical-align: baseline;\nborder: 0;\npadding: 0 0.5rem;\n}\n.diff td.number {\ntext-align: end;\ncolor: var(--quiet);\nfont: 0.8rem var(--mono);\n}\n.diff .old {\nbackground: var(--bad-back);\n}\n.diff .new {\nbackground: var(--good-back);\n}\n.diff .none {\nbackground: var(--raised);\n}\n.decision {\nborder-block-end: 1px solid var(--line);\npadding: 0.4rem 0;\n}\ndialog {\ncolor: inherit;\nbackground: var(--page);\nborder: 1px solid var(--line);\nborder-radius: 10px;\npadding: 1.2rem 1.5rem;\nmax-inline-size: min(40rem, 90vw);\n}\ndialog::backdrop {\nbackground: rgb(0 0 0 / 45%);\n}\ndialog h2 {\nmargin-top: 0;\n}\ndialog textarea {\ninline-size: 100%;\nfont: 0.85rem var(--mono);\n}\nkbd {\nborder: 1px solid var(--line);\nborder-radius: 4px;\npadding: 0 0.4em;\n}\n.said {\nposition: fixed;\ninset-block-end: 1rem;\ninset-inline-end: 1rem;\nbackground: var(--text);\ncolor: var(--page);\nborder-radius: 6px;\npadding: 0.4rem 0.9rem;\n}\n.said:empty {\ndisplay: none;\n}\nfooter {\nmargin-top: 3rem;\ncolor: var(--quiet);\nfont-size: 0.85rem;\n}\n@media (max-width: 46rem) {\n#page {\npadding: 0 0.9rem 3rem;\n}\nh1 {\nfont-size: 1.5rem;\n}\n.answer {\npadding: 1rem 1.1rem;\nborder-inline-start-width: 6px;\n}\n.columns {\ngrid-template-columns: minmax(0, 1fr);\n}\n.figures {\ndisplay: grid;\ngrid-template-columns: repeat(2, minmax(0, 1fr));\nalign-items: start;\ngap: 0.6rem 1rem;\n}\n.task > header .actions {\nmargin-inline-start: -0.35rem;\n}\n.trial tbody th {\nmin-inline-size: 8rem;\noverflow-wrap: anywhere;\nfont-size: 0.85rem;\n}\n.line {\ngrid-template-columns: 2.2rem 4rem minmax(0, 1fr);\n}\n.probes {\ngrid-column: 1 / -1;\nmargin-inline-start: 1rem;\n}\n.command {\nflex-wrap: wrap;\n}\ntable.prose,\ntable.prose :is(tbody, tr, td) {\ndisplay: block;\n}\ntable.prose thead {\nposition: absolute;\nclip-path: inset(50%);\n}\ntable.prose td {\npadding-block: 0.15rem;\nborder: 0;\n}\ntable.prose tr {\npadding-block: 0.35rem;\nborder-bottom: 1px solid var(--line);\n}\n}\n@page {\nmargin: 14mm 12mm;\n}\n@media print {\n:root {\ncolor-scheme: light;\n}\nh2,\nh3,\nh4,\nh5,\nsummary,\nfigcaption,\nthead {\nbreak-after: avoid;\n}\nbody {\nfont-size: 10pt;\n}\n#page {\nmax-width: none;\npadding: 0;\n}\n.task > section,\n.test {\ncontent-visibility: visible;\n}\n.away,\n.top .tools,\n.sections,\n.skip,\n.actions,\n.filters,\n.back,\nbutton:not(.marker),\ninput,\n.said {\ndisplay: none;\n}\n.answer,\n.badge,\n.reason,\n.question,\n.item,\n.diff td,\n.bar {\nprint-color-adjust: exact;\n}\n.scroll,\n.code,\n.test .message,\n.whole {\noverflow: visible;\nmax-block-size: none;\n}\n.reason,\n.test,\n.item,\n.line,\n[id=\"section:checks\"] {\nbreak-inside: avoid;\n}\na {\ncolor: inherit;\n}\n}";

// EXTERNAL MODULE: ../src/evidence/shares.ts
var shares = __webpack_require__(8053);
// EXTERNAL MODULE: ../src/handover/subject.ts
var handover_subject = __webpack_require__(3587);
// EXTERNAL MODULE: ../src/task/folder.ts
var folder = __webpack_require__(4629);
// EXTERNAL MODULE: ../src/evidence/reason-meanings.ts
var reason_meanings = __webpack_require__(30);
;// CONCATENATED MODULE: ../src/next-runs/next-run.ts

/** So often one head is verified again because its base changed. */
const MAX_REVERIFICATIONS = 3;
/** Which kind of run a decision asks for; null for none. */
function kindAskedFor({ decision, lost, isHeldOtherwise, }) {
    if (decision === "retry" || decision === "reverify")
        return decision;
    return decision === "hold" && lost.length > 0 && !isHeldOtherwise ? "lost_job" : null;
}
/** Decides what is started next for one pull request, or why nothing is. Pure: the same facts give the same answer. */
function nextRun(facts) {
    const what = kindAskedFor(facts);
    if (what === null)
        return none(null);
    const unwanted = unwantedStart(facts);
    if (unwanted !== null)
        return unwanted;
    const against = what === "retry" ? againstRetry(facts) : againstVerification(what, facts);
    return against ?? start(what, facts);
}
/** Why nothing is started whatever was decided; null where something may be. */
function unwantedStart({ mode, isOurs }) {
    if (mode === "status-only")
        return none("the gate only posts what is proven (`mode`)");
    if (!isOurs)
        return none("the pull request does not carry the label `agent-pipeline`");
    return null;
}
/** Decides whether what the base holds after a merge is verified: once for each merge. */
function runAfterMerge({ journal, last, tasks, ...facts }) {
    const unwanted = unwantedStart(facts);
    if (unwanted !== null)
        return unwanted;
    if (last?.run !== null && last?.run !== undefined)
        return underWay(last, last.run);
    if (journal.unreadable > 0)
        return none(unreadable(journal).message);
    return { kind: "start", what: "after_merge", number: 1, tasks, isWritten: last !== null };
}
function start(what, { journal, last, failed, lost, run }) {
    const tasks = what === "retry" ? failed.map(({ task }) => task) : lost;
    const before = journal.starts.filter((entry) => entry.what === what);
    const isWritten = last?.state === "never" && last.evidenceRun === run && last.what === what;
    const number = isWritten ? last.number : Math.max(0, ...before.map((entry) => entry.number)) + 1;
    return { kind: "start", what, number, tasks, isWritten };
}
/** Why no attempt is started; null where one may be. */
function againstRetry(facts) {
    const { failed, journal, last, limits, run } = facts;
    if (last?.state === "alive" && last.run !== null)
        return underWay(last, last.run);
    const reasons = failed.flatMap((one) => againstTask(one, facts));
    if (reasons.length > 0)
        return hold(reasons);
    const byHand = failed.filter(({ story }) => story === null);
    if (byHand.length > 0) {
        const why = `${named(byHand)} was written by hand: whoever wrote it pushes a correction`;
        return { kind: "none", why, isByHand: true };
    }
    if (journal.unreadable > 0)
        return hold([unreadable(journal)]);
    if (last?.state === "over" && last.evidenceRun === run) {
        return hold([
            because("no_progress", `${runName(last.run)} was started for this evidence, and pushed nothing`),
        ]);
    }
    const starts = journal.starts.filter(({ what }) => what === "retry").length;
    if (last?.state !== "never" && starts >= limits.attempts) {
        return hold([
            because("attempts_exhausted", `${starts} attempts were started on this head, and none pushed`),
        ]);
    }
    return null;
}
/** What no further attempt at any task can mend, because it is not the code that lacks it. */
const OF_THE_MACHINE = [
    "isolation_unavailable",
    "dependency_failed",
    "internal_error",
];
/** What was found of tasks that no attempt at them mends; null where one may mend all of it. */
function beyondAttempts(codes) {
    const ofTheMachine = codes.find((code) => OF_THE_MACHINE.includes(code));
    return ofTheMachine ?? (codes.includes("flaky") ? "flaky" : null);
}
function againstTask(one, { failed, journal, limits }) {
    const { task, codes, attempts } = one;
    const found = beyondAttempts(codes);
    if (found === "flaky")
        return [because("flaky", `${task}: its tests do not always agree`)];
    if (found !== null) {
        return [
            because("not_passed", `${task}: ${found} is no fault of the code, so no attempt mends it`),
        ];
    }
    if (one.story === null)
        return [];
    if (!one.isUntouched) {
        return [because("human_commits", `${task}: a person changed its folder since it was made`)];
    }
    const ends = journal.ends.filter((end) => end.task === task).length;
    if (attempts.length + ends >= limits.attempts) {
        const unpushed = ends === 0 ? "" : `, ${ends} of them without a push`;
        return [
            because("attempts_exhausted", `${task}: ${attempts.length + ends} of ${limits.attempts} attempts were made${unpushed}`),
        ];
    }
    const { usd, calls } = spentOn(one, failed, journal);
    if (usd >= limits.usd || calls >= limits.calls) {
        return [
            because("budget_exhausted", `${task}: ${usd} of ${limits.usd} USD and ${calls} of ${limits.calls} questions are used up for this text of its story`),
        ];
    }
    if (isWithoutProgress(one)) {
        return [because("no_progress", `${task}: it was made anew, and fails as it did before`)];
    }
    return [];
}
/** What was spent on the text of a story, as far as the tasks that failed tell. */
function spentOn({ story }, failed, journal) {
    const tasks = failed.filter((other) => other.story === story);
    const calls = tasks.flatMap(({ attempts }) => attempts.flatMap((attempt) => attempt.calls));
    const ends = journal.ends.filter((end) => tasks.some(({ task }) => task === end.task));
    const usd = [...calls, ...ends].reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
    return {
        usd: Math.round(usd * 1_000_000) / 1_000_000,
        calls: calls.length + ends.reduce((sum, end) => sum + end.calls, 0),
    };
}
/**
 * A version that was made without sight of what failed before it, and fails in that very way. One that went on from a
 * failure may fail so once more: the next one then begins anew.
 */
function isWithoutProgress({ fingerprint, attempts }) {
    if (fingerprint === null)
        return false;
    const seen = attempts.filter((attempt) => attempt.fingerprint === fingerprint).length;
    const isAnew = attempts.at(-1)?.reason !== "feedback";
    return seen > 1 || (seen === 1 && isAnew);
}
/** Why no verification is started; null where one may be. */
function againstVerification(what, { journal, last, lost }) {
    if (last?.state === "alive" && last.run !== null)
        return underWay(last, last.run);
    if (journal.unreadable > 0)
        return hold([unreadable(journal)]);
    if (last?.state === "never" && last.what === what)
        return null;
    const starts = journal.starts.filter((entry) => entry.what === what).length;
    if (what === "lost_job") {
        if (starts === 0)
            return null;
        return hold([
            because("evidence_missing", `${lost.join(", ")}: it was verified once more, and its job was lost again`),
        ]);
    }
    if (starts < MAX_REVERIFICATIONS)
        return null;
    return hold([
        because("attempts_exhausted", `this head was verified ${starts} times more because its base changed, and may be so ${MAX_REVERIFICATIONS} times`),
    ]);
}
function unreadable({ unreadable: count }) {
    const entries = count === 1 ? "an entry" : `${count} entries`;
    return because("attempts_exhausted", `the journal of this head has ${entries} that nobody can read, so nothing more is started on it`);
}
function underWay({ what, number }, run) {
    return { kind: "under_way", what, number, run };
}
function hold(reasons) {
    return { kind: "hold", reasons };
}
function none(why) {
    return { kind: "none", why };
}
function named(tasks) {
    return tasks.map(({ task }) => task).join(", ");
}
function runName(run) {
    return run === null ? "a run" : `the run ${run}`;
}

;// CONCATENATED MODULE: ../src/telling/decision-meanings.ts

/** What each reason of a decision means and what to do about it. `docs/decisions.md` is made from this list. */
const DECISION_MEANINGS = {
    evidence_missing: {
        cause: "A task folder that the pull request changes has no evidence in this run.",
        started: "the comment names a run in the place of the lost job",
        advice: "Look at the job that the message names, or at the verify job of that task, and run the failed jobs again.",
    },
    evidence_invalid: {
        cause: "An artifact holds something that verify does not write, contradicts itself, or is about something else.",
        advice: "Run the whole workflow again. If it stays, look for a step that writes artifacts named `evidence-…`.",
    },
    evidence_stale: {
        cause: "The evidence is about another commit than the head.",
        advice: "Run the whole workflow again on the present head.",
    },
    not_passed: {
        cause: "The tests of a task failed, or proved nothing.",
        started: "the comment names the run that makes another attempt",
        advice: "Push a correction, make the story clearer, or have another attempt made.",
        by: "attempt",
    },
    test_overruled: {
        cause: "A test of a task was taken away, because two answers that did not know it contradicted it.",
        advice: "Read the test and what the code gives instead. If the code is right, merge by hand, or set `trust-rederived-tests` in the config; if the test is, say so in the story.",
    },
    story_unclear: {
        cause: "The story leaves open what its code has to do.",
        advice: "Answer the question by a line in the story; the next run starts from there.",
    },
    inputs_changed: {
        cause: "The base changed something that the tests depend on after they ran.",
        started: "the comment names the run that verifies it again",
        advice: "Dispatch agent-ci with `pull-request`. No model is asked.",
        by: "verification",
    },
    head_moved: {
        cause: "Somebody pushed to the branch after it was verified.",
        advice: "Nothing: the run of the newer commit decides.",
    },
    out_of_scope: {
        cause: "The pull request changes something else than stories and task folders, or deletes a task.",
        advice: "Move the named files to another pull request, or review and merge this one by hand.",
    },
    bad_mode: {
        cause: "A task folder holds a link, a program or a submodule, or more files than a task may.",
        advice: `Replace it with a plain file. A task has at most ${folder/* TASK_LIMITS */.xk.files} files.`,
    },
    not_ours: {
        cause: "The pull request does not carry the label `agent-pipeline`.",
        advice: "Set the label if the pipeline may merge it, or merge it by hand.",
    },
    fork: {
        cause: "The pull request comes from another repository.",
        advice: "Review it, and push its branch to this repository if it is to be merged by the pipeline.",
    },
    draft: {
        cause: "The pull request is a draft.",
        advice: "Mark it as ready for review.",
    },
    closed: {
        cause: "The pull request was closed without a merge.",
        advice: "Nothing, or open it again.",
    },
    conflict: {
        cause: "Head and base both changed the same task or shared input, or git cannot say what a merge would hold.",
        advice: "Merge the base into the branch and settle the conflict there.",
    },
    protected: {
        cause: "A rule of the repository forbids the merge, for now or altogether.",
        advice: "The message is GitHub's own: do what it asks for, or change the rule. Then run the gate job again.",
    },
    base_moved: {
        cause: "The base moved each time that GitHub was asked to merge.",
        advice: "Run the gate job again, when fewer others merge.",
    },
    queue_required: {
        cause: "The base takes changes from its merge queue only.",
        advice: "Everything is proven: add the pull request to the queue by hand, or give the workflows the key of an App that may (`app-client-id`, `app-private-key`).",
    },
    queued: {
        cause: "Everything is proven, and the gate has added the pull request to the merge queue.",
        advice: "Nothing: its group is verified, and merged by GitHub. Where the queue refuses it, the comment says why; where it only lets it go, the sweep has it added again, three times at most.",
    },
    method_refused: {
        cause: "The repository, or a rule of the base, does not allow this way to merge.",
        advice: "Set the input `merge-method` of merge-gate to a way that is allowed, or allow this one in the settings.",
    },
    check_missing: {
        cause: "A check that GitHub requires has not been reported, is not done, or failed.",
        advice: "Look at that check. One that a push of a bot never starts has to be run by hand. Then run the gate job again.",
    },
    review_missing: {
        cause: "A review that the repository requires is missing, or its conversations are not resolved.",
        advice: "Everything is proven: give the review, then run the gate job again, or merge by hand.",
    },
    checks_pending: {
        cause: "A check that the config waits for (`required-checks`) is not done.",
        advice: "Nothing, where the last step of that workflow starts agent-ci, as the page of merge-gate shows. Otherwise run the gate job again when the check is done; an approving review starts it as well.",
    },
    check_failed: {
        cause: "A check that the config waits for (`required-checks`) did not end in success.",
        advice: "Look at that check. Mend what it found by a push, or run it again, and then the gate job.",
    },
    check_not_started: {
        cause: "A workflow that the config waits for (`required-checks`) has no run on this head that could end, and gets none by itself.",
        advice: "Do what the message names. A push that the token of a job makes starts no workflow, so that waiting would never end.",
    },
    story_unbuilt: {
        cause: "A story has no task folder made from its present text and proven in this run, or cannot be read; or a story's folder does not say that it was made from it, or says that it was made from another.",
        advice: "Look at the generate job; once it works, run agent-pipeline again. Where it says that nothing is to be done, dispatch it with `task` and `pull-request`.",
    },
    human_commits: {
        cause: "A person changed the task folder, so it is not written over.",
        advice: "Finish it by hand, or restore the folder to let the pipeline go on.",
    },
    replay_differs: {
        cause: "The transcript of a task does not make the files that are there, and the config says `require-replay`.",
        advice: "Somebody edited them: review the named files and merge by hand, or generate the task again.",
    },
    replay_unavailable: {
        cause: "A task was made by other prompts than those of this version, or has no transcript, and the config says `require-replay`.",
        advice: "Generate the task again: dispatch agent-pipeline with `task`.",
        by: "new_attempt",
    },
    attempts_exhausted: {
        cause: "The task used up its attempts, or the head its verifications.",
        advice: "Make the story clearer, write the task by hand, or raise `max-attempts`; a push makes a head that is verified again.",
    },
    budget_exhausted: {
        cause: "The money for this story is used up.",
        advice: "Raise `budget-usd` or `max-calls` in the config, or split the story.",
    },
    no_progress: {
        cause: "An attempt that began anew failed as one before it, or the one that was started for this evidence pushed nothing.",
        advice: "Make the story clearer where the failing test quotes it.",
    },
    flaky: {
        cause: "The same code once passed and once failed.",
        advice: "Take the randomness, the clock or the order out of code and tests.",
    },
    partial_selection: {
        cause: "Only some of the tests were run, or only some of the tasks, as a dispatch asked.",
        advice: "Leave `max-tests` and `task` empty for a run that is to merge.",
        by: "verification",
    },
    dispatch_refused: {
        cause: "GitHub refused to start the next run.",
        advice: "Add what the message names: the permission `actions: write`, the workflow on the default branch, its trigger, or its inputs. Then run the gate job again.",
    },
    merged_differently: {
        cause: "The merge commit holds something else than what was proven, because the base moved in that moment.",
        advice: "Look at the named paths on the base branch now. Where the comment names the run that verifies the tasks there, it is red if something is wrong; otherwise dispatch agent-ci on that branch with `task`.",
    },
    already_merged: {
        cause: "The pull request is merged.",
        advice: "Nothing.",
    },
};

// EXTERNAL MODULE: ../src/next-runs/run-request.ts
var run_request = __webpack_require__(7815);
;// CONCATENATED MODULE: ../src/telling/next-step-words.ts


/** What follows, for the page of the run and the comment. */
function nextStepBlocks(next) {
    if (next.kind !== "started" || next.without.length === 0)
        return [(0,telling_blocks/* paragraph */.FY)(nextStepLine(next))];
    return [
        (0,telling_blocks/* paragraph */.FY)(nextStepLine(next)),
        (0,telling_blocks/* paragraph */.FY)((0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(next.workflow)} does not declare ${names(next.without)}, so the run was started without. ${LACKS[next.what]} Add to ${(0,telling_blocks/* code */.aY)("inputs:")} of its ${(0,telling_blocks/* code */.aY)("workflow_dispatch:")}, and hand on to the workflow that it calls:`),
        ...(0,telling_blocks/* list */.p_)((0,run_request/* missingLines */.uR)(next.without).map((line) => (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(line)}`)),
    ];
}
const LACKS = {
    retry: (0,telling_blocks/* say */.cv) `The attempt may not know what failed.`,
    reverify: (0,telling_blocks/* say */.cv) `The workflow file of the branch is run in the place of the present one.`,
    lost_job: (0,telling_blocks/* say */.cv) `The workflow file of the branch is run in the place of the present one.`,
    after_merge: (0,telling_blocks/* say */.cv) `It may verify something else.`,
    sweep: (0,telling_blocks/* say */.cv) `The workflow file of the branch is run in the place of the present one.`,
};
/** What a person types to have such a run started; null where it would have no tasks, or is too long to be copied. */
function commandFor(asked, { retry, reverify }, pullRequest) {
    const number = `-f pull-request=${pullRequest}`;
    if (asked.by === "verification")
        return copied(`gh workflow run ${reverify} ${number}`);
    const { tasks, feedbackRun } = asked;
    if (tasks.length === 0)
        return null;
    const feedback = feedbackRun === null ? "" : ` -f feedback-run-id=${feedbackRun}`;
    return copied(`gh workflow run ${retry} ${number} -f task=${tasks.join(",")}${feedback}`);
}
function copied(command) {
    return command.length > telling_blocks/* CODE_LIMIT */.gx ? null : command;
}
/** What a reason needs of a person while such a run is at work. */
function nothingWhile(next) {
    return next.run === null
        ? (0,telling_blocks/* say */.cv) `Nothing, while the run that was started is at work.`
        : (0,telling_blocks/* say */.cv) `Nothing, while ${(0,telling_blocks/* link */.nf)((0,telling_blocks/* say */.cv) `the run ${next.run.id}`, next.run.url)} is at work.`;
}
function nextStepLine(next) {
    switch (next.kind) {
        case "started":
            return next.run === null
                ? (0,telling_blocks/* say */.cv) `${nameLine(next)} was started with ${(0,telling_blocks/* code */.aY)(next.workflow)}. ${END_OF[next.what]}`
                : (0,telling_blocks/* say */.cv) `${nameLine(next)} is ${(0,telling_blocks/* link */.nf)((0,telling_blocks/* say */.cv) `the run ${next.run.id}`, next.run.url)} of ${(0,telling_blocks/* code */.aY)(next.workflow)}. ${END_OF[next.what]}`;
        case "under_way":
            return (0,telling_blocks/* say */.cv) `${nameLine(next)} is ${(0,telling_blocks/* link */.nf)((0,telling_blocks/* say */.cv) `the run ${next.run.id}`, next.run.url)}, which was started before. ${END_OF[next.what]}`;
        case "none":
            return (0,telling_blocks/* say */.cv) `Nothing is started: ${next.why}.`;
        default:
            return next;
    }
}
const END_OF = {
    retry: (0,telling_blocks/* say */.cv) `It pushes another version to this branch, or says here what it needs.`,
    reverify: (0,telling_blocks/* say */.cv) `It decides about this pull request. No model is asked.`,
    lost_job: (0,telling_blocks/* say */.cv) `It decides about this pull request. No model is asked.`,
    after_merge: (0,telling_blocks/* say */.cv) `It is red if what the base holds now is not right. No model is asked.`,
    sweep: (0,telling_blocks/* say */.cv) `It decides about this pull request. No model is asked.`,
};
function nameLine({ what, number }) {
    switch (what) {
        case "retry":
            return (0,telling_blocks/* say */.cv) `The next attempt (${number} on this head)`;
        case "reverify":
            return (0,telling_blocks/* say */.cv) `The next verification (${number} on this head)`;
        case "lost_job":
            return (0,telling_blocks/* say */.cv) `A verification in the place of the lost job`;
        case "after_merge":
            return (0,telling_blocks/* say */.cv) `A verification of these tasks on the base`;
        case "sweep":
            return (0,telling_blocks/* say */.cv) `The verification that the sweep asked for (${number} on this head)`;
        default:
            return what;
    }
}
function names(inputs) {
    return (0,telling_blocks/* joined */.oR)(inputs.map((name) => (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(name)}`), (0,telling_blocks/* say */.cv) `, `);
}

// EXTERNAL MODULE: ../src/telling/reason-words.ts
var reason_words = __webpack_require__(1817);
// EXTERNAL MODULE: ../src/telling/verdict-words.ts
var verdict_words = __webpack_require__(8144);
;// CONCATENATED MODULE: ../src/telling/task-table.ts





/** All that fail are open where they are few. */
const OPEN_FAILURES = 3;
const LISTED_REASONS = 5;
/** The links of more tasks would take the room of their rows. */
const LINKED_TASKS = 50;
/** A row for each task, those that are not proven first; where there are such, the proven ones are folded. */
function task_table_taskBlocks(tasks, fileUrl) {
    if (tasks.length === 0)
        return [];
    const failing = tasks.filter(({ isProven }) => !isProven);
    const proven = tasks.filter(({ isProven }) => isProven);
    const folderUrl = tasks.length > LINKED_TASKS ? null : fileUrl;
    if (failing.length === 0)
        return [tableOf(proven, folderUrl)];
    const folds = failing.flatMap((shown) => failureFold(shown, failing.length, fileUrl));
    const rest = proven.length === 0
        ? []
        : [{ title: countLine(proven.length), blocks: [tableOf(proven, folderUrl)] }];
    return [tableOf(failing, folderUrl), { kind: "folds", folds: [...folds, ...rest] }];
}
function countLine(proven) {
    return proven === 1 ? say `1 proven task` : say `${proven} proven tasks`;
}
function tableOf(tasks, folderUrl) {
    return {
        kind: "table",
        head: [
            say ``,
            say `task`,
            say `tests`,
            say `stubs`,
            say `mutants`,
            say `criteria`,
            say `lines of the story`,
            say `examples`,
            say `time`,
            say `money`,
        ],
        rows: tasks.map((shown) => rowOf(shown, folderUrl)),
    };
}
const NONE = (0,telling_blocks/* say */.cv) `–`;
function rowOf({ task, isProven, evidence, costUsd }, folderUrl) {
    const label = say `${code(task)}`;
    const name = folderUrl === null ? label : say `${link(label, folderUrl(taskFolder(task)))}`;
    const money = moneyOf(costUsd);
    if (evidence === null)
        return [say `❓`, name, ...Array.from({ length: 7 }, () => NONE), money];
    const { tests, stubs, mutants, criteria, items, verdict, seconds } = evidence;
    return [
        isProven ? say `✅` : verdict === "failed" ? say `❌` : say `❓`,
        name,
        say `${tests.passed}/${tests.expected}`,
        share(stubs && noticedStubs(stubs)),
        share(mutants && noticedMutants(mutants)),
        share(criteria && testedCriteria(criteria)),
        share(items && coveredItems(items)),
        share(criteria && rightExamples(criteria)),
        say `${seconds.total.toFixed(0)} s`,
        money,
    ];
}
function moneyOf(costUsd) {
    if (costUsd === undefined)
        return NONE;
    return costUsd === "unknown" ? say `unknown price` : say `${costUsd} USD`;
}
/** Nothing of nothing is no finding. */
function share(found) {
    return found === null || found.all === 0 ? NONE : say `${found.some}/${found.all}`;
}
function failureFold({ task, evidence }, failing, fileUrl) {
    if (evidence === null || evidence.reasons.length === 0)
        return [];
    const { reasons } = evidence;
    const shown = reasons.slice(0, LISTED_REASONS);
    const left = reasons.length - shown.length;
    return [
        {
            title: say `${code(task)}: ${codesLine(reasons)}`,
            isOpen: failing <= OPEN_FAILURES,
            blocks: [
                ...shown.flatMap((reason) => reasonBlocks(reason, evidence, fileUrl)),
                ...(left === 0
                    ? []
                    : [{ kind: "paragraph", line: say `… and ${left} more in the evidence` }]),
            ],
        },
    ];
}
/** Where it is, what was found, and what the story says to it. */
function reasonBlocks(reason, evidence, fileUrl) {
    const { file, line } = reason;
    const path = file === undefined ? null : `${taskFolder(evidence.task)}/${file}`;
    const where = path === null
        ? []
        : say `${link(say `${code(line === undefined ? path : `${path}:${line}`)}`, fileUrl(path, line))} `;
    return [
        {
            kind: "list",
            items: [
                say `${where}${code(reason.code)}: ${messageOf(reason)}`,
                ...besideMessage(reason, evidence),
            ],
        },
    ];
}

;// CONCATENATED MODULE: ../src/telling/decision-words.ts









const MEANINGS = {
    merge: (0,telling_blocks/* say */.cv) `Everything is proven. Merged`,
    wait: (0,telling_blocks/* say */.cv) `Nothing is wrong, but something is still missing`,
    reverify: (0,telling_blocks/* say */.cv) `What was tested is not what would be merged any more. It has to be verified again`,
    retry: (0,telling_blocks/* say */.cv) `The tests have not proven it. It needs another attempt`,
    hold: (0,telling_blocks/* say */.cv) `A person must look at this`,
    nothing: (0,telling_blocks/* say */.cv) `Nothing is to be done here`,
};
function meaningOf(decision, isDryRun = false) {
    return (0,telling_blocks/* say */.cv) `${unended(decision, isDryRun)}.`;
}
function unended(decision, isDryRun) {
    if (isMergedDifferently(decision)) {
        return (0,telling_blocks/* say */.cv) `Merged, but not as it was proven. A person must look at this`;
    }
    return isDryRun && decision.kind === "merge"
        ? (0,telling_blocks/* say */.cv) `Everything is proven. It would be merged`
        : MEANINGS[decision.kind];
}
/** One decision: what became of the pull request and why, its tasks, and what follows. */
function decisionBlocks(subject, { runUrl, urlOfFile, isDryRun = false }) {
    const { decision, tasks = [], head, base = null } = subject;
    const { sign, headline, meaning, why, next, advice } = decisionWords(subject, isDryRun);
    const onto = base === null ? [] : say ` onto ${code(decision_words_short(base))}`;
    return [
        { kind: "heading", level: 3, line: say `${sign} ${headline}` },
        paragraph(say `Decision ${code(decision.kind)} · ${code(decision_words_short(head))}${onto} · ${link(say `run and evidence`, `${runUrl}#artifacts`)}`),
        paragraph(meaning),
        ...why,
        ...taskBlocks(tasks, (path, line) => urlOfFile(head, path, line)),
        ...next,
        ...(advice === null ? [] : [paragraph(say `What now: ${advice}`)]),
    ];
}
function decisionWords(subject, isDryRun = false) {
    const { decision, next = null, tasks = [] } = subject;
    const others = decision.reasons.filter((reason) => !isToldByTask(reason, tasks));
    const [cause] = decision.reasons;
    const [first] = others;
    const isOnlyCause = others.length === 1 && first === cause;
    const isInTable = !isOnlyCause && others.some((reason) => reason === cause);
    const [sign, words] = outcomeOf(decision, isDryRun);
    return {
        sign,
        headline: tasks.length === 0 ? words : (0,telling_blocks/* say */.cv) `${words}: ${provenLine(tasks)}`,
        meaning: isOnlyCause && first !== undefined
            ? (0,telling_blocks/* say */.cv) `${unended(decision, isDryRun)} (${(0,telling_blocks/* code */.aY)(first.code)}): ${(0,reason_words/* messageOf */.bD)(first)}`
            : meaningOf(decision, isDryRun),
        why: isOnlyCause || first === undefined
            ? []
            : [reasonsTable(others, (reason) => actionCell(reason, subject))],
        next: next === null ? [] : nextStepBlocks(next),
        advice: isInTable ? null : adviceFor(cause, subject),
        isToldByTasks: first === undefined,
    };
}
/** What a person can do about the cause, with the command where there is one; null where somebody is at it. */
function adviceFor(reason, subject) {
    const { next = null, pullRequest, workflows = null } = subject;
    if (reason === undefined || atWorkOn(reason, next) !== null)
        return null;
    const advice = whatToDo(reason, subject);
    if (reason.code === "not_passed") {
        // The next step says already who corrects it.
        if (isByHand(next))
            return null;
        if (faultBeyondAttempts(subject) !== null)
            return advice;
    }
    const asked = askedFor(reason, subject);
    if (asked === null || workflows === null || pullRequest === null)
        return advice;
    const command = commandFor(asked, workflows, pullRequest);
    return command === null ? advice : (0,telling_blocks/* say */.cv) `${advice} The command: ${(0,telling_blocks/* code */.aY)(command)}`;
}
function whatToDo({ code: name }, subject) {
    if (name === "not_passed") {
        if (isByHand(subject.next))
            return (0,telling_blocks/* say */.cv) `Push a correction.`;
        const fault = faultBeyondAttempts(subject);
        if (fault !== null)
            return (0,telling_blocks/* sentence */.em)(reason_meanings/* REASON_MEANINGS */.k[fault].advice);
    }
    return (0,telling_blocks/* sentence */.em)(DECISION_MEANINGS[name].advice);
}
/** The run that was started and settles the reason; null for none. */
function atWorkOn({ code: name }, next) {
    const { started } = DECISION_MEANINGS[name];
    return started === undefined || next == null || next.kind === "none" ? null : next;
}
function isByHand(next) {
    return next?.kind === "none" && next.isByHand === true;
}
/** An attempt at one task is no use as long as another one fails by what no attempt mends. */
function faultBeyondAttempts({ tasks = [] }) {
    const open = tasks.filter(({ isProven }) => !isProven);
    return beyondAttempts(open.flatMap(({ evidence }) => evidence?.reasons.map((reason) => reason.code) ?? []));
}
function namesOf(tasks) {
    return tasks.map(({ task }) => task);
}
/** Of an attempt, the tasks that it can be made at: it is refused altogether where the run found nothing of one. */
function askedFor(reason, { decision: { reasons }, tasks = [], run = null }) {
    const { by } = DECISION_MEANINGS[reason.code];
    switch (by) {
        case undefined:
            return null;
        case "verification":
            return { by };
        case "attempt": {
            const failed = tasks.filter((shown) => reasons.some((each) => isToldByTask(each, [shown])));
            return { by, tasks: namesOf(failed), feedbackRun: run };
        }
        case "new_attempt": {
            const passed = tasks.filter(({ isProven, evidence }) => !isProven &&
                evidence?.verdict === "passed" &&
                (evidence.replay === null || evidence.replay === "other_version"));
            return { by: "attempt", tasks: namesOf(passed), feedbackRun: null };
        }
        default:
            return by;
    }
}
const OUTCOMES = {
    merge: [(0,telling_blocks/* say */.cv) `✅`, (0,telling_blocks/* say */.cv) `Merged`],
    wait: [(0,telling_blocks/* say */.cv) `⏳`, (0,telling_blocks/* say */.cv) `Not merged yet`],
    reverify: [(0,telling_blocks/* say */.cv) `⏳`, (0,telling_blocks/* say */.cv) `Not merged yet`],
    retry: [(0,telling_blocks/* say */.cv) `❌`, (0,telling_blocks/* say */.cv) `Not merged`],
    hold: [(0,telling_blocks/* say */.cv) `❌`, (0,telling_blocks/* say */.cv) `Not merged`],
    nothing: [(0,telling_blocks/* say */.cv) `➖`, (0,telling_blocks/* say */.cv) `Nothing done`],
};
function outcomeOf(decision, isDryRun) {
    if (isMergedDifferently(decision))
        return [(0,telling_blocks/* say */.cv) `⚠️`, (0,telling_blocks/* say */.cv) `Merged, but not as it was proven`];
    return isDryRun && decision.kind === "merge"
        ? [(0,telling_blocks/* say */.cv) `✅`, (0,telling_blocks/* say */.cv) `Would be merged`]
        : OUTCOMES[decision.kind];
}
/** How many of the tasks are proven. */
function provenLine(tasks) {
    const proven = tasks.filter(({ isProven }) => isProven).length;
    const what = tasks.length === 1 ? (0,telling_blocks/* say */.cv) `task` : (0,telling_blocks/* say */.cv) `tasks`;
    return (0,telling_blocks/* say */.cv) `${proven} of ${tasks.length} ${what} proven`;
}
/** Its reasons stand below the task itself. */
function isToldByTask({ code: name, message }, tasks) {
    return (name === "not_passed" &&
        tasks.some(({ task, evidence }) => evidence !== null &&
            evidence.reasons.length > 0 &&
            message.startsWith(`${task}: ${evidence.verdict}, `)));
}
function decision_words_short(commit) {
    return commit.slice(0, 7);
}
/** What is said of a group of a merge queue, also to the pull request that it was made for. */
function groupBlocks({ reasons }, runUrl) {
    const meaning = reasons.length === 0
        ? (0,telling_blocks/* say */.cv) `Everything that this group changes is proven. The merge queue may merge it.`
        : (0,telling_blocks/* say */.cv) `What the merge queue would merge is not proven, so the queue takes the pull request out. Mend what is named here, then add it again.`;
    return [
        { kind: "heading", level: 3, line: (0,telling_blocks/* say */.cv) `Gate: merge queue` },
        (0,telling_blocks/* paragraph */.FY)(meaning),
        ...(reasons.length === 0
            ? []
            : [reasonsTable(reasons, ({ code: name }) => (0,telling_blocks/* sentence */.em)(DECISION_MEANINGS[name].advice))]),
        (0,telling_blocks/* paragraph */.FY)((0,telling_blocks/* say */.cv) `${(0,telling_blocks/* link */.nf)((0,telling_blocks/* say */.cv) `The run with its evidence`, `${runUrl}#artifacts`)}`),
    ];
}
/** The decisions of one run, one after the other. */
function decisionsPage(decided, surroundings) {
    if (decided.length === 0)
        return [paragraph(say `No pull request to decide about.`)];
    return decided.flatMap((subject) => [
        { kind: "heading", level: 2, line: headingLine(subject) },
        ...(subject.pullRequest === null
            ? groupBlocks(subject.decision, surroundings.runUrl)
            : decisionBlocks(subject, surroundings)),
    ]);
}
function decisionLine({ kind }, isDryRun) {
    return say `Decision: ${kind}${isDryRun ? say ` (dry run: nothing is done)` : []}`;
}
/** Each reason as a person sees it at the run. */
function decisionAnnotations({ decision: { kind, reasons }, ...subject }) {
    return reasons.map((reason) => ({
        isError: kind === "hold" || subject.pullRequest === null,
        title: `${nameOf(subject)}: ${kind}`,
        message: withoutCommands(`${reason.code}: ${reason.message}`),
    }));
}
/** Why the step of the gate is red: what only a person can settle, and a group that must not be merged. null: nothing is. */
function stopLine(decided) {
    const stopped = decided.filter(({ decision, pullRequest }) => decision.kind === "hold" ||
        isMergedDifferently(decision) ||
        (pullRequest === null && decision.reasons.length > 0));
    if (stopped.length === 0)
        return null;
    const what = stopped.map(({ decision, ...subject }) => say `${decision_words_nameLine(subject)}: ${codesLine(decision.reasons)}`);
    return say `A person must look: ${joined(what, say `; `)}`;
}
function headingLine(subject) {
    return subject.pullRequest === null
        ? say `Merge group ${subject.head.slice(0, 10)}`
        : say `Pull request ${decision_words_nameLine(subject)}`;
}
function decision_words_nameLine(subject) {
    return subject.pullRequest === null ? say `${nameOf(subject)}` : say `#${subject.pullRequest}`;
}
function isMergedDifferently({ reasons }) {
    return reasons.some((reason) => reason.code === "merged_differently");
}
function actionCell(reason, subject) {
    const run = atWorkOn(reason, subject.next);
    return run === null ? whatToDo(reason, subject) : nothingWhile(run);
}
function reasonsTable(reasons, actionOf) {
    return {
        kind: "table",
        head: [(0,telling_blocks/* say */.cv) `reason`, (0,telling_blocks/* say */.cv) `what was found`, (0,telling_blocks/* say */.cv) `what to do`],
        rows: reasons.map((reason) => [(0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(reason.code)}`, (0,reason_words/* messageOf */.bD)(reason), actionOf(reason)]),
    };
}

;// CONCATENATED MODULE: ../src/report/addresses.ts
/** Address of a file at a commit; null where there is no server, or no commit. */
function urlOfFile({ server, repository }, commit, path, line = null) {
    if (server === null || repository === null || commit === null)
        return null;
    const place = path.toWellFormed().split("/").map(encodeURIComponent).join("/");
    return `${server}/${repository}/blob/${commit}/${place}${line === null ? "" : `#L${line}`}`;
}
function urlOfPullRequest({ server, repository }, pullRequest) {
    if (server === null || repository === null || pullRequest === null)
        return null;
    return `${server}/${repository}/pull/${pullRequest}`;
}

;// CONCATENATED MODULE: ../src/report/page-run.ts







/** The first screen, and the list of tasks. */
function pageOfRun(report) {
    const { run, tasks, stories } = report;
    const places = placesOf(tasks);
    const byTask = Map.groupBy(tasks.keys(), (place) => tasks[place].task);
    const decisions = report.decisions.map((each) => pageDecision(report, each, places));
    return {
        url: run.url,
        version: run.version,
        about: [
            ...(run.repository === null ? [] : [run.repository]),
            ...(run.id === null ? ["on this machine"] : [`run ${run.id}`]),
            ...(run.attempt > 1 ? [`attempt ${run.attempt}`] : []),
            ...(run.isDryRun ? ["dry run"] : []),
        ],
        answer: answerOf(report, decisions),
        facts: factsOf(report),
        notices: report.gaps.map((gap) => (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* untrusted */.bp)(gap, 1_000)}`),
        decisions,
        stories: stories.map(({ path, title, tasks: own }) => ({
            path,
            title,
            tasks: [...new Set(own)].flatMap((task) => byTask.get(task) ?? []),
        })),
        tasks: tasks.map(page_run_rowOf),
        elsewhere: 0,
        leftOut: report.leftOut.map(({ subject, reason, message }) => [subject, reason, message]),
        bars: barsOf(report),
        commands: [],
    };
}
/**
 * The comment sends people to where the reasons stand. Here those of one task stand right below, and of several decisions each
 * has its tasks beside it.
 */
function whatNow({ decisions, tasks }) {
    if (decisions.length > 1 || tasks.length < 2)
        return [];
    return [(0,telling_blocks/* paragraph */.FY)((0,telling_blocks/* say */.cv) `What now: each task below says at its reasons what to do.`)];
}
/** So many reasons of one decision are looked at. */
const REASONS_MAX = 1_000;
function placesOf(tasks) {
    return new Map(tasks.map(({ task, pullRequest }, place) => [`${pullRequest} ${task}`, place]));
}
const TONES = {
    merge: "good",
    wait: "open",
    reverify: "open",
    retry: "bad",
    hold: "bad",
    nothing: "quiet",
};
function pageDecision(report, decided, places) {
    const { run, tasks } = report;
    const own = decided.tasks.flatMap((task) => places.get(`${decided.pullRequest} ${task}`) ?? []);
    const shown = own.map((place) => {
        const { task, isProven, evidence } = tasks[place];
        return { task, isProven, evidence };
    });
    const { kind, reasons: all } = decided.decision;
    const subject = {
        ...decided,
        decision: { kind, reasons: all.slice(0, REASONS_MAX) },
        tasks: shown,
    };
    const words = decisionWords(subject, run.isDryRun);
    const left = all.length - REASONS_MAX;
    const more = left > 0 ? [(0,telling_blocks/* paragraph */.FY)((0,telling_blocks/* say */.cv) `… and ${left} more reasons`)] : [];
    const isOdd = all.some((reason) => reason.code === "merged_differently");
    return {
        name: decided.pullRequest === null ? (0,handover_subject/* headingOf */.W)(decided) : (0,handover_subject/* nameOf */.V)(decided),
        url: urlOfPullRequest(run, decided.pullRequest),
        title: decided.title,
        tone: isOdd ? "bad" : TONES[decided.decision.kind],
        kind: decided.decision.kind,
        headline: words.headline,
        meaning: words.meaning,
        blocks: decided.pullRequest === null
            ? [...groupBlocks(subject.decision, run.url ?? "").slice(1), ...more]
            : [...words.why, ...more, ...words.next, ...adviceIn(words, report)],
        tasks: own,
    };
}
function adviceIn({ advice, isToldByTasks }, report) {
    if (advice === null)
        return [];
    return isToldByTasks ? whatNow(report) : [(0,telling_blocks/* paragraph */.FY)((0,telling_blocks/* say */.cv) `What now: ${advice}`)];
}
/** One decision is the answer itself; several are counted, and without any the evidence speaks. */
function answerOf(report, decisions) {
    const { tasks } = report;
    const [only] = decisions;
    if (decisions.length === 1 && only !== undefined) {
        return { tone: only.tone, headline: only.headline, meaning: only.meaning };
    }
    const proven = tasks.filter(({ isProven }) => isProven).length;
    const isProven = proven === tasks.length && tasks.length > 0;
    if (only === undefined) {
        return {
            tone: tasks.length === 0 ? "quiet" : isProven ? "good" : "bad",
            headline: tasks.length === 0 ? (0,telling_blocks/* say */.cv) `Nothing to decide about` : provenLine(tasks),
            meaning: tasks.length === 0 ? (0,telling_blocks/* say */.cv) `No task was worked on.` : (0,telling_blocks/* say */.cv) `The gate has decided nothing here.`,
        };
    }
    const merged = decisions.filter(({ tone }) => tone === "good").length;
    const kinds = [...Map.groupBy(decisions, ({ kind }) => kind)];
    const counts = kinds.map(([kind, own]) => (0,telling_blocks/* say */.cv) `${own.length} ${sayKind(kind)}`);
    const tones = new Set(decisions.map(({ tone }) => tone));
    return {
        tone: tones.has("bad") ? "bad" : tones.has("open") ? "open" : isProven ? "good" : "quiet",
        headline: (0,telling_blocks/* say */.cv) `${merged} of ${decisions.length} ${report.run.isDryRun ? (0,telling_blocks/* say */.cv) `would be merged` : (0,telling_blocks/* say */.cv) `merged`}: ${provenLine(tasks)}`,
        meaning: (0,telling_blocks/* say */.cv) `Decisions: ${(0,telling_blocks/* joined */.oR)(counts, (0,telling_blocks/* say */.cv) `, `)}.`,
    };
}
function sayKind(kind) {
    return (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* untrusted */.bp)(kind, 20)}`;
}
function factsOf({ tasks, timings }) {
    const all = tasks.flatMap(({ evidence }) => (evidence === null ? [] : [evidence]));
    const shares = [
        ["tests passed", sum(all.map(testsOf))],
        ["examples right", sum(all.map(examplesOf))],
        ["lines of the story covered", sum(all.map(itemsOf))],
        ["mutants noticed", sum(all.map(mutantsOf))],
    ];
    const costs = tasks.flatMap((task) => costOf(task) ?? []);
    const end = timings.reduce((latest, { start, seconds }) => Math.max(latest, start + seconds), 0);
    return [
        ...shares.flatMap(([label, count]) => count === null || count[1] === 0
            ? []
            : [{ label, value: (0,telling_blocks/* say */.cv) `${count[0]} of ${count[1]}`, isShort: count[0] < count[1] }]),
        ...(costs.length === 0
            ? []
            : [
                { label: "the model cost", value: (0,telling_blocks/* say */.cv) `${page_run_moneyOf(costs.reduce((a, b) => a + b, 0))} USD` },
            ]),
        ...(end === 0 ? [] : [{ label: "took", value: (0,telling_blocks/* say */.cv) `${durationOf(end)}` }]),
    ];
}
function sum(counts) {
    const known = counts.filter((count) => count !== null);
    if (known.length === 0)
        return null;
    return [
        known.reduce((total, [some]) => total + some, 0),
        known.reduce((total, [, all]) => total + all, 0),
    ];
}
/** Not rounded to nothing. */
function page_run_moneyOf(usd) {
    return usd === 0 || usd >= 0.01 ? usd.toFixed(2) : usd.toPrecision(2);
}
function durationOf(seconds) {
    if (seconds < 60)
        return `${seconds.toFixed(1)} s`;
    return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
function page_run_rowOf(reported) {
    const { task, pullRequest, isProven, evidence, attempts, story } = reported;
    const verdict = evidence?.verdict ?? "none";
    const failing = (evidence?.results ?? []).filter(({ outcome }) => outcome !== "passed");
    return {
        task,
        pullRequest,
        tone: isProven ? "good" : verdict === "failed" ? "bad" : "open",
        verdict,
        codes: [...new Set((evidence?.reasons ?? []).map(({ code }) => code))],
        tests: evidence === null ? null : testsOf(evidence),
        items: evidence === null ? null : itemsOf(evidence),
        examples: evidence === null ? null : examplesOf(evidence),
        mutants: evidence === null ? null : mutantsOf(evidence),
        attempts: attempts.length,
        costUsd: costOf(reported),
        seconds: evidence?.seconds.total ?? null,
        cause: isProven ? null : causeOf(evidence?.reasons ?? []),
        words: [
            story ?? "",
            (0,folder/* taskFolder */.AD)(task),
            ...failing.slice(0, SEARCHED_TESTS).map(({ id }) => id.slice(0, SEARCHED_LENGTH)),
        ].join(" "),
    };
}
function causeOf([first, ...others]) {
    if (first === undefined)
        return null;
    const { code, message, expected, got } = first;
    return {
        code,
        message: shortened(message, 300),
        expected: expected === undefined ? null : shortened(expected, 100),
        got: got === undefined ? null : shortened(got, 100),
        others: others.length,
    };
}
const SEARCHED_TESTS = 20;
const SEARCHED_LENGTH = 200;
function counted({ some, all }) {
    return [some, all];
}
function testsOf({ tests }) {
    return [tests.passed, tests.expected];
}
function itemsOf({ items }) {
    return items === null ? null : counted((0,shares/* coveredItems */.z8)(items));
}
function examplesOf({ criteria }) {
    return criteria === null ? null : counted((0,shares/* rightExamples */.mz)(criteria));
}
function mutantsOf({ mutants }) {
    return mutants === null ? null : counted((0,shares/* noticedMutants */.VI)(mutants));
}
/** What all attempts took; null where one of them has no known price, or there was none. */
function costOf({ attempts }) {
    const costs = attempts.flatMap(({ calls }) => calls.map(({ costUsd }) => costUsd));
    if (costs.length === 0 || costs.includes(null))
        return null;
    return costs.reduce((total, cost) => total + (cost ?? 0), 0);
}
/** As many rows as a timeline shows. */
const BARS_MAX = 400;
/** Where there are more than a timeline shows, whole jobs alone, and first those that are of no single task. */
function barsOf({ timings, tasks }) {
    const places = new Map(tasks.map(({ task }, place) => [task, place]));
    const shown = timings.length <= BARS_MAX
        ? timings
        : timings
            .filter(({ stage }) => stage === null)
            .toSorted((a, b) => Number(a.task !== null) - Number(b.task !== null));
    return shown.map(({ job, stage, task, start, seconds, costUsd }) => ({
        lane: job,
        name: stage ?? job,
        task: task === null ? null : (places.get(task) ?? null),
        start,
        seconds,
        costUsd,
    }));
}

// EXTERNAL MODULE: ../src/proof/stubs.ts
var stubs = __webpack_require__(5383);
// EXTERNAL MODULE: ../src/story/lines.ts
var lines = __webpack_require__(474);
;// CONCATENATED MODULE: ../src/telling/question-words.ts


const LONG = 1_000;
/** What the story leaves open, for its author. */
function questionBlocks(task, { call, answers, items, line }) {
    return [
        (0,telling_blocks/* paragraph */.FY)(call === ""
            ? (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(task)}: its story does not say what a test of it expects. Write into it what holds; the next run starts from there.`
            : (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(task)}: what does ${(0,telling_blocks/* code */.aY)(call)} give? The story leaves it open:`),
        ...(0,telling_blocks/* list */.p_)(answers.map(({ by, answer }) => (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* untrusted */.bp)(by)}: ${(0,telling_blocks/* code */.aY)(answer)}`)),
        ...itemsList(items),
        ...(line === null
            ? []
            : [
                (0,telling_blocks/* paragraph */.FY)((0,telling_blocks/* say */.cv) `Write into the story what holds, for example ${(0,telling_blocks/* code */.aY)(line)}. The next run starts from there.`),
            ]),
    ];
}
/** A test that was taken away, for whoever has to say whether that was right. */
function overruledBlocks(task, { test, call, items, expected, answered }) {
    return [
        (0,telling_blocks/* paragraph */.FY)((0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(task)}: the test ${(0,telling_blocks/* untrusted */.bp)(test)} said that ${(0,telling_blocks/* code */.aY)(call)} gives ${(0,telling_blocks/* code */.aY)(expected)}, and was taken away. The code gives ${(0,telling_blocks/* code */.aY)(answered)}, and two answers that knew neither agree with the code. Is that what the story means?`),
        ...itemsList(items),
    ];
}
function itemsList(items) {
    return (0,telling_blocks/* list */.p_)(items.map((item) => (0,telling_blocks/* say */.cv) `the story says: ${(0,telling_blocks/* untrusted */.bp)((0,lines/* withoutBullet */.FF)(item), LONG)}`));
}

;// CONCATENATED MODULE: ../src/report/local-commands.ts

/** How verify starts pytest, without its isolation and its canary. */
const PYTEST = "PYTHONPATH=.:src python3 -m pytest -c /dev/null --rootdir=. --import-mode=importlib --noconftest -p no:cacheprovider";
/** The command line of agent-pipeline, which comes with a clone of it: docs/cli.md. */
const CLI = "npx ../agent-pipeline/dist/cli";
/**
 * How to find out on one's own machine what was found out of one task, at the root of a clone of its repository. Nothing in
 * it came from outside but ids that a schema has read.
 */
function commandsOf(run, { task, head, evidence, attempts }) {
    const commit = evidence?.head ?? head;
    const fetched = run.server === null || commit === null ? [] : [fetchOf(commit)];
    return [
        ...fetched,
        {
            what: "prove it as the job did (with a clone of agent-pipeline beside this one; its docs/cli.md has other ways)",
            command: `${CLI} verify ${task}`,
        },
        ...(attempts.length === 0
            ? []
            : [{ what: "make its files again from its transcript", command: `${CLI} replay ${task}` }]),
        ...(run.id === null || evidence?.verdict === "passed"
            ? []
            : [
                {
                    what: "have the run explained (asks GitHub, with the token of gh)",
                    command: `${CLI} explain --token-from gh ${run.id}`,
                },
            ]),
        {
            what: "run its tests, without isolation",
            command: `(cd ${(0,folder/* taskFolder */.AD)(task)} && ${PYTEST} tests)`,
        },
    ];
}
function fetchOf(commit) {
    return {
        what: "get the head that was verified",
        command: `git fetch origin ${commit} && git checkout --detach ${commit}`,
    };
}
/** One test alone, of a task by its id. */
function commandOfTest(task, id) {
    return `(cd ${GENERATED}/${task} && ${PYTEST} ${quoted(id)})`;
}
/** A text as one word of a POSIX shell, whatever it holds. */
function quoted(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}

// EXTERNAL MODULE: ../src/authoring/spending.ts
var spending = __webpack_require__(4085);
;// CONCATENATED MODULE: ../src/telling/spent-words.ts

/** What questions took, such as `12345 tokens, 0.08 USD`. */
function spentWords({ tokens, costUsd, }) {
    const money = costUsd === null ? (0,telling_blocks/* say */.cv) `unknown price` : (0,telling_blocks/* say */.cv) `${costUsd} USD`;
    return (0,telling_blocks/* say */.cv) `${tokens.input + tokens.output} tokens, ${money}`;
}

;// CONCATENATED MODULE: ../src/telling/state-words.ts
// What single states are called where there is room for a word or two. None of them stands without its sign or colour,
// and none of those without the word.
const VERDICT_STATES = {
    passed: "passed",
    failed: "failed",
    unproven: "unproven",
    none: "no evidence",
};
const TEST_STATES = {
    passed: "passed",
    failed: "failed",
    error: "error",
    skipped: "skipped",
};
const ITEM_STATES = {
    shown: "shown",
    not_testable: "not shown by tests",
    uncovered: "not covered",
    unknown: "not looked at",
};
const PROBE_STATES = {
    killed: "noticed",
    survived: "not noticed",
    unknown: "gave no answer",
    set_aside: "set aside",
};
/** States of the mutation-testing-report-schema: what gave no answer, or was set aside, is no part of the score. */
const SCHEMA_STATES = {
    killed: "Killed",
    survived: "Survived",
    unknown: "Ignored",
    set_aside: "Ignored",
};
const EXAMPLE_STATES = {
    executed: "executed",
    literals: "by its values in the tests",
    unchecked: "not checked",
};
const ATTEMPT_REASONS = {
    new: "the story is new",
    changed: "the story was changed",
    requested: "somebody asked for it",
    unfinished: "the one before made nothing that could be written",
    feedback: "a run found the one before it wanting",
};
const ATTEMPT_ENDINGS = {
    proven: "proven by its own check",
    not_proven: "not proven by its own check",
    open: "left a question open",
    unchecked: "not checked where it was made",
    nothing: "made nothing that could be written",
};
const ASKED = {
    design: "the author of the design",
    code: "the author of the code",
    tests: "the author of the tests",
};
const CALL_OUTCOMES = {
    used: "used",
    asked_again: "asked again",
    refused: "not used",
};

// EXTERNAL MODULE: ../node_modules/diff/libesm/patch/create.js + 2 modules
var create = __webpack_require__(9601);
;// CONCATENATED MODULE: ../src/report/version-changes.ts

/** Lines around a change. */
const CONTEXT = 3;
/** Of a first version, which is all new; the whole of what came of it stands above the attempts. */
const FIRST_LINES = 400;
/** Texts that differ in more than this are not held against each other: it would take long and show nothing. */
const MOST_EDITS = 4_000;
const LONGEST_TEXT = 400_000;
const LONGEST_LINE = 2_000;
/**
 * Compares each version of a file with the one before it: of the same stage where the same version is asked about again,
 * else the newest one of that path. Keeps what it has seen, so that questions must come in their order.
 */
class Versions {
    #newest = new Map();
    changesBy({ stage, sample, round, files }) {
        const version = `${stage} ${sample}.${round}`;
        const changes = files.map(({ path, text }) => {
            const before = this.#newest.get(path) ?? null;
            return changeOf(path, version, before, text);
        });
        for (const { path, text } of files)
            this.#newest.set(path, { version, text });
        return changes;
    }
}
function changeOf(path, version, before, text) {
    const base = { path, version, before: before?.version ?? null };
    if (before === null)
        return firstVersion(base, text);
    if (before.text === text)
        return { ...base, added: 0, removed: 0, hunks: [], left: null };
    const patch = before.text.length + text.length > LONGEST_TEXT
        ? undefined
        : (0,create/* structuredPatch */.YB)(path, path, before.text, text, undefined, undefined, {
            context: CONTEXT,
            maxEditLength: MOST_EDITS,
        });
    if (patch === undefined) {
        return { ...base, added: 0, removed: 0, hunks: [], left: "too different to be shown" };
    }
    const hunks = patch.hunks.map(({ oldStart, newStart, lines }) => ({
        oldStart,
        newStart,
        lines: lines.map(version_changes_shortened),
    }));
    const count = (sign) => hunks.reduce((sum, { lines }) => sum + lines.filter((line) => line.startsWith(sign)).length, 0);
    return { ...base, added: count("+"), removed: count("-"), hunks, left: null };
}
function firstVersion(base, text) {
    const all = text.split("\n");
    if (all.at(-1) === "")
        all.pop();
    const lines = all.slice(0, FIRST_LINES).map((line) => version_changes_shortened(`+${line}`));
    const left = all.length - lines.length;
    return {
        ...base,
        added: all.length,
        removed: 0,
        hunks: [{ oldStart: 0, newStart: 1, lines }],
        left: left === 0 ? null : `${left} further lines are not shown`,
    };
}
function version_changes_shortened(line) {
    return line.length <= LONGEST_LINE
        ? line
        : `${line.slice(0, LONGEST_LINE)}… (${line.length - LONGEST_LINE} more characters)`;
}

;// CONCATENATED MODULE: ../src/report/page-attempts.ts





const FINDINGS = 40;
const TRIAL_TESTS = 200;
/** The attempts of one task in their order, each version held against the one before it. */
function pageAttempts(attempts) {
    const versions = new Versions();
    return attempts.map(({ number, reason, ended, calls, steps }) => ({
        number,
        reason: ATTEMPT_REASONS[reason],
        ended: ATTEMPT_ENDINGS[ended],
        tone: ended === "proven" ? "good" : ended === "unchecked" ? "quiet" : "bad",
        took: spentWords((0,spending/* sumOf */.XN)(calls)),
        steps: steps.map((step) => pageStep(step, versions)),
    }));
}
function pageStep(step, versions) {
    const { because, questions, judgement, trial, contested } = step;
    return {
        because,
        asked: questions.map(pageAsked),
        ...foundBy(judgement, trial),
        trial: trial === null ? null : pageTrial(trial),
        contested: contested.map(({ setup, call, returns, raises, answers }) => ({
            call: [...setup, call].join("; "),
            says: returns ?? `raises ${raises ?? "an error"}`,
            answers,
        })),
        changes: questions.flatMap((question) => versions.changesBy(question)),
    };
}
function pageAsked(question) {
    const { stage, sample, round, call, faults, unanswered } = question;
    return {
        stage,
        sample,
        round,
        model: call.model,
        took: spentWords(page_attempts_spentOn(question)),
        outcome: unanswered ?? CALL_OUTCOMES[call.outcome],
        faults,
    };
}
function page_attempts_spentOn({ call: { tokens, costUsd } }) {
    return { tokens, costUsd };
}
function foundBy(judgement, trial) {
    if (judgement === null) {
        return trial === null
            ? { found: (0,telling_blocks/* say */.cv) `not judged`, tone: "quiet", findings: [] }
            : {
                found: (0,telling_blocks/* say */.cv) `every test was run on every code, to find out who is wrong`,
                tone: "open",
                findings: [],
            };
    }
    if (judgement.kind === "not_judged") {
        return { found: (0,telling_blocks/* say */.cv) `not checked here: ${judgement.why}`, tone: "quiet", findings: [] };
    }
    const { findings, worth } = judgement;
    const tests = (0,telling_blocks/* say */.cv) `${worth.passed} of ${worth.passed + worth.failed} tests passed`;
    if (findings.length === 0)
        return { found: (0,telling_blocks/* say */.cv) `proven; ${tests}`, tone: "good", findings: [] };
    const codes = [...new Set(findings.map((finding) => finding.code))];
    const shown = findings.slice(0, FINDINGS).map(({ code: name, ...finding }) => {
        const { item, test, says, call, expected, got } = finding;
        const parts = [item, test, says, call].filter((part) => part !== null);
        const values = [
            ...(expected === null ? [] : [(0,telling_blocks/* say */.cv) `expected ${(0,telling_blocks/* untrusted */.bp)(expected)}`]),
            ...(got === null ? [] : [(0,telling_blocks/* say */.cv) `got ${(0,telling_blocks/* untrusted */.bp)(got)}`]),
        ];
        const where = parts.map((part) => (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* untrusted */.bp)(part, 1_000)}`);
        return (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(name)}: ${(0,telling_blocks/* joined */.oR)([...where, ...values], (0,telling_blocks/* say */.cv) `, `)}`;
    });
    const left = findings.length - shown.length;
    return {
        found: (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* joined */.oR)(codes.map((each) => (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(each)}`), (0,telling_blocks/* say */.cv) `, `)}; ${tests}`,
        tone: "bad",
        findings: left === 0 ? shown : [...shown, (0,telling_blocks/* say */.cv) `… and ${left} more`],
    };
}
function pageTrial({ codes, tests }) {
    const differing = tests.filter(({ outcomes }) => new Set(outcomes).size > 1);
    return {
        codes: codes.length,
        agreement: codes.map(({ agreement }) => agreement),
        alike: tests.length - differing.length,
        tests: differing.slice(0, TRIAL_TESTS).map(({ suite, id, outcomes }) => [suite, id, outcomes]),
    };
}

;// CONCATENATED MODULE: ../src/report/shown-lines.ts
/** Longer ones are no code that a person reads. */
const LINE_LIMIT = 2_000;
const MOST_LINES = 5_000;
const MOST_CHARACTERS = 500_000;
/** The lines of a file as far as a page shows them, and what it does not show. */
function shownLines(text) {
    const all = text.split("\n");
    if (all.at(-1) === "")
        all.pop();
    const lines = [];
    let left = MOST_CHARACTERS;
    for (const line of all.slice(0, MOST_LINES)) {
        const shown = shownLine(line);
        left -= shown.length;
        if (left < 0)
            break;
        lines.push(shown);
    }
    const hidden = all.length - lines.length;
    return { lines, cut: hidden === 0 ? null : `${hidden} further lines are not on this page` };
}
function shownLine(line) {
    const hidden = line.length - LINE_LIMIT;
    return hidden <= 0
        ? line
        : `${line.slice(0, LINE_LIMIT).toWellFormed()}… (${hidden} more characters)`;
}

;// CONCATENATED MODULE: ../src/report/page-task.ts











const REASONS = 200;
const MOST_TESTS = 20_000;
const page_task_LONG = 4_000;
/** One task as the page shows it, with as much of it as `detail` allows. */
function pageOfTask(run, task, detail, bars) {
    const { evidence } = task;
    const base = {
        detail,
        notice: noticeOf(detail, task.isProven),
        verdict: verdictOf(task),
        reasons: [],
        todo: [],
        checks: evidence === null ? [] : (0,verdict_words/* checksOf */.tg)(evidence),
        summary: null,
        assumptions: [],
        items: [],
        criteria: {},
        tests: [],
        score: evidence?.mutationScore ?? null,
        files: [],
        attempts: [],
        bars: [],
        commands: commandsOf(run, task),
        facts: page_task_factsOf(run, task),
    };
    if (detail === "counts")
        return base;
    const tests = page_task_testsOf(evidence);
    const places = new Map(tests.map(({ id }, place) => [id, place]));
    const short = {
        ...base,
        reasons: (evidence?.reasons ?? [])
            .slice(0, REASONS)
            .map((reason) => pageReason(run, task, reason, places)),
        todo: todoOf(task),
        summary: task.design?.summary ?? null,
        assumptions: task.design?.assumptions ?? [],
        items: task.items,
        criteria: criteriaOf(task, places),
        tests,
        bars,
    };
    if (detail === "short")
        return short;
    return {
        ...short,
        files: task.files.map((file) => pageFile(run, task, file)),
        attempts: pageAttempts(task.attempts),
    };
}
function verdictOf({ task, evidence, problem }) {
    if (evidence === null) {
        return (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(task)}: ${problem === null ? (0,telling_blocks/* say */.cv) `no evidence` : (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* untrusted */.bp)(problem, page_task_LONG)}`}`;
    }
    const line = (0,verdict_words/* verdictLine */.MT)(evidence);
    return problem === null ? line : (0,telling_blocks/* say */.cv) `${line}. ${(0,telling_blocks/* untrusted */.bp)(problem, page_task_LONG)}`;
}
function noticeOf(detail, isProven) {
    if (detail === "full")
        return null;
    if (detail === "short") {
        return (0,telling_blocks/* say */.cv) `This page would have become too large: the files and the attempts of this task are not on it. They are on its branch, below ${(0,telling_blocks/* code */.aY)("generated/")}.`;
    }
    return isProven
        ? (0,telling_blocks/* say */.cv) `This task is proven, and the run has many: the page carries its counts only. The whole evidence is among the run's artifacts.`
        : (0,telling_blocks/* say */.cv) `This page would have become too large: it carries only the counts of this task. The whole evidence is among the run's artifacts.`;
}
function page_task_testsOf(evidence) {
    const vacuous = new Set(evidence?.vacuousTests);
    return (evidence?.results ?? [])
        .slice(0, MOST_TESTS)
        .map(({ id, outcome, seconds, criteria, message }) => ({
        id,
        outcome,
        seconds,
        criteria,
        message,
        isVacuous: vacuous.has(id),
    }));
}
function pageReason(run, { task, head, evidence, items }, reason, places) {
    const { code: name, message, item, expected, got, test, file, line } = reason;
    const path = file === undefined ? null : `${(0,folder/* taskFolder */.AD)(task)}/${file}`;
    const commit = evidence?.head ?? head;
    return {
        code: name,
        message,
        advice: (0,telling_blocks/* sentence */.em)(reason_meanings/* REASON_MEANINGS */.k[name].advice),
        item: item ?? null,
        itemAt: item === undefined ? null : placeOfItem(items, item),
        expected: expected ?? null,
        got: got ?? null,
        test: test === undefined ? null : (places.get(test) ?? null),
        file: file ?? null,
        line: line ?? null,
        url: path === null ? null : urlOfFile(run, commit, path, line ?? null),
    };
}
/** A reason may quote the line without what makes it one of a list. */
function placeOfItem(items, item) {
    const words = (0,lines/* withoutBullet */.FF)(item);
    const place = items.findIndex(({ line }) => (0,lines/* withoutBullet */.FF)(line) === words);
    return place < 0 ? null : place;
}
function todoOf({ task, question, overruled }) {
    return [
        ...(question === null ? [] : questionBlocks(task, question)),
        ...overruled.flatMap((each) => overruledBlocks(task, each)),
    ];
}
function criteriaOf({ design, evidence }, places) {
    const statements = new Map(design?.criteria.map(({ id, statement }) => [id, statement]));
    const found = new Map(Object.entries(evidence?.criteria ?? {}));
    const ids = [...new Set([...statements.keys(), ...found.keys()])];
    return Object.fromEntries(ids.map((id) => [
        id,
        {
            statement: statements.get(id) ?? null,
            tests: (found.get(id)?.tests ?? []).flatMap((test) => places.get(test) ?? []),
            example: found.get(id)?.example ?? null,
        },
    ]));
}
function pageFile(run, { task, head, evidence }, { path, kind, text }) {
    return {
        path,
        kind,
        ...shownLines(text),
        url: urlOfFile(run, head, `${(0,folder/* taskFolder */.AD)(task)}/${path}`),
        probes: evidence === null ? [] : probesIn(evidence, path),
    };
}
/** In the order of their lines. */
function probesIn({ stubs, mutants, unreached }, path) {
    const isHere = ({ file }) => file === path;
    return [
        ...(stubs ?? []).filter(isHere).map(({ name, range, kind, outcome }) => ({
            kind: "stub",
            range,
            what: `${name} ${doesOf(kind)}`,
            sort: kind,
            outcome,
            why: null,
        })),
        ...(mutants ?? []).filter(isHere).map(({ range, change, kind, outcome, why }) => ({
            kind: "mutant",
            range,
            what: change,
            sort: kind,
            outcome,
            why: why ?? null,
        })),
        ...(unreached ?? []).filter(isHere).map(({ name, range }) => ({
            kind: "unreached",
            range,
            what: name,
            sort: "not reached",
            outcome: "survived",
            why: null,
        })),
    ].toSorted((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
}
function doesOf(kind) {
    return Object.entries(stubs/* DOES */.SE).find(([each]) => each === kind)?.[1] ?? "does nothing";
}
function page_task_factsOf(run, { evidence, head, story, pullRequest }) {
    const inputs = evidence?.inputs ?? null;
    const commit = evidence?.head ?? head;
    return [
        ...(story === null ? [] : [{ label: "story", value: (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(story)}` }]),
        ...(pullRequest === null ? [] : [{ label: "pull request", value: (0,telling_blocks/* say */.cv) `#${pullRequest}` }]),
        ...(commit === null ? [] : [{ label: "head", value: (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(commit)}` }]),
        ...(evidence === null
            ? []
            : [
                { label: "base", value: (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(evidence.base)}` },
                { label: "merge base", value: (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(evidence.mergeBase)}` },
            ]),
        ...(inputs === null
            ? []
            : [
                { label: "Python", value: (0,telling_blocks/* say */.cv) `${inputs.python}` },
                { label: "pytest", value: (0,telling_blocks/* say */.cv) `${inputs.pytest}` },
                { label: "selection", value: (0,telling_blocks/* say */.cv) `${String(inputs.selection)}` },
            ]),
        ...(evidence?.inputsDigest === null || evidence === null
            ? []
            : [{ label: "inputs digest", value: (0,telling_blocks/* say */.cv) `${(0,telling_blocks/* code */.aY)(evidence.inputsDigest)}` }]),
        { label: "agent-pipeline", value: (0,telling_blocks/* say */.cv) `${inputs?.verify ?? run.version}` },
    ];
}

;// CONCATENATED MODULE: ../src/report/render-report.ts






/** Name of the file. */
const REPORT_FILE = "report.html";
/** Largest page, in bytes; browsers take longer with more, and nobody reads it. */
const REPORT_MAX_BYTES = 20 * 1000 * 1000;
/** With more tasks than these, proven ones carry counts only. */
const TASKS_IN_FULL = 50;
/**
 * The page of a run: one file that asks for nothing else, of at most `REPORT_MAX_BYTES` in UTF-8. Pure: the same report
 * makes the same bytes.
 */
function renderReport(report, maxBytes = REPORT_MAX_BYTES) {
    const whole = pageOfRun(report);
    const counts = report.tasks.map((task) => jsonForHtml(pageOfTask(report.run, task, "counts", [])));
    const least = counts.map((json) => bytesOf(json) + FRAME);
    const room = maxBytes - ROOM_FOR_NOTICES;
    const { page, kept, cut } = fitted(whole, least, room, (part) => bytesOf(pageWith(part, [])));
    const blocks = render_report_taskBlocks(report, page, kept, counts, room - bytesOf(pageWith(page, [])));
    const notices = noticesOf(report.tasks, kept, blocks, cut, maxBytes);
    return pageWith({ ...page, notices: [...notices, ...page.notices] }, blocks);
}
/** For what the page may have to say of its size. */
const ROOM_FOR_NOTICES = 4_000;
/** Of the element around a block. */
const FRAME = 60;
/** As much of each as fits: what is not proven comes first, because it is what people open. */
function render_report_taskBlocks({ run, tasks }, { bars }, kept, counts, room) {
    const isMany = tasks.length > TASKS_IN_FULL;
    const order = kept
        .map((place, index) => ({ task: tasks[place], index, least: counts[place] }))
        .toSorted((a, b) => Number(a.task.isProven) - Number(b.task.isProven));
    const blocks = new Map();
    // The least of each is kept free for it.
    const barsOf = Map.groupBy(bars, ({ task }) => task);
    let left = room - order.reduce((sum, { least }) => sum + bytesOf(least) + FRAME, 0);
    for (const { task, index, least } of order) {
        const size = bytesOf(least);
        const block = isMany && task.isProven
            ? null
            : firstThatFits(["full", "short"], left + size, (detail) => pageOfTask(run, task, detail, barsOf.get(index) ?? []));
        left -= block === null ? 0 : bytesOf(block.json) - size;
        blocks.set(index, block ?? { json: least, detail: "counts" });
    }
    return kept.map((_, index) => blocks.get(index));
}
/** Each is made only where the one before it was too large: differences of long files take a while. */
function firstThatFits(details, room, pageOf) {
    for (const detail of details) {
        const json = jsonForHtml(pageOf(detail));
        if (bytesOf(json) <= room)
            return { json, detail };
    }
    return null;
}
function noticesOf(tasks, kept, blocks, lists, maxBytes) {
    const isMany = tasks.length > TASKS_IN_FULL;
    const shown = kept.map((place, index) => ({ ...tasks[place], ...blocks[index] }));
    const counted = shown.filter(({ isProven }) => isMany && isProven).length;
    const cut = shown.filter(({ isProven, detail }) => detail !== "full" && !(isMany && isProven)).length;
    const elsewhere = tasks.length - shown.length;
    const proven = tasks.filter(({ isProven }) => isProven).length -
        shown.filter(({ isProven }) => isProven).length;
    const tooLarge = (0,telling_blocks/* say */.cv) `The page would be larger than ${Math.round(maxBytes / 1_000_000)} MB`;
    const artifacts = (0,telling_blocks/* say */.cv) `The artifacts named ${(0,telling_blocks/* code */.aY)("evidence-…")}`;
    return [
        ...(counted === 0
            ? []
            : [
                (0,telling_blocks/* say */.cv) `Of ${counted} proven tasks the page carries counts only, because the run has more than ${TASKS_IN_FULL} tasks.`,
            ]),
        ...(cut === 0
            ? []
            : [(0,telling_blocks/* say */.cv) `${tooLarge}, so it does not carry all of ${cut} tasks. ${artifacts} do.`]),
        ...(elsewhere === 0
            ? []
            : [
                (0,telling_blocks/* say */.cv) `${tooLarge}, so ${elsewhere} of ${tasks.length} tasks are not on it, ${proven} of them proven. ${artifacts} have them all.`,
            ]),
        ...(lists.length === 0
            ? []
            : [
                (0,telling_blocks/* say */.cv) `${tooLarge}, so of some lists it has only the first: ${(0,telling_blocks/* joined */.oR)(lists.map(({ what, shown: some, all }) => (0,telling_blocks/* say */.cv) `${some} of ${all} ${what}`), (0,telling_blocks/* say */.cv) `, `)}.`,
            ]),
    ];
}
// The script comes before the tasks, so that the first screen is there before all of them have been read.
function pageWith(page, blocks) {
    const title = `${htmlLine(page.answer.headline)} · ${escaped([...page.about].join(" · "))}`;
    return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<noscript>${withoutScript(page)}</noscript>
<div id="page"></div>
<script type="application/json" id="run">${jsonForHtml(page)}</script>
<script>${SCRIPT}</script>
${blocks.map(({ json }, place) => `<script type="application/json" id="task-${place}">${json}</script>`).join("\n")}
</body>
</html>
`;
}
/** Only the page's own script and style, by their hashes, and no text as markup; nothing is asked for, framed or sent. */
const POLICY = [
    "default-src 'none'",
    `script-src ${contentHash(SCRIPT)}`,
    `style-src ${contentHash(STYLE)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
].join("; ");
/** So many of each stand in the page a second time. */
const LINES_WITHOUT_SCRIPT = 100;
/** The answer is there even where no script may run. */
function withoutScript({ answer, decisions, notices }) {
    const lines = [
        ...decisions
            .slice(0, LINES_WITHOUT_SCRIPT)
            .map(({ name, headline, meaning }) => [escaped(name), htmlLine(headline), htmlLine(meaning)].join(" · ")),
        ...moreThan(decisions, "decisions"),
        ...notices.slice(0, LINES_WITHOUT_SCRIPT).map(htmlLine),
        ...moreThan(notices, "notices"),
        "This page shows the rest by its script, which may not run here. Download it, and open the file.",
    ];
    return `<main><h1>${htmlLine(answer.headline)}</h1><p>${htmlLine(answer.meaning)}</p><ul>${lines.map((line) => `<li>${line}</li>`).join("")}</ul></main>`;
}
function moreThan({ length }, what) {
    const left = length - LINES_WITHOUT_SCRIPT;
    return left > 0 ? [`… and ${left} more ${what}`] : [];
}
function bytesOf(text) {
    return Buffer.byteLength(text);
}


/***/ }),

/***/ 2469:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KD: () => (/* binding */ contentsOf),
/* harmony export */   bt: () => (/* binding */ listFolder),
/* harmony export */   cp: () => (/* binding */ bringFolders),
/* harmony export */   jh: () => (/* binding */ measured)
/* harmony export */ });
/* harmony import */ var _folder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4629);

/**
 * Brings many task folders with as many questions as one of them takes, so that reading each asks the remote nothing. What
 * is wrong with one of them its own reader finds out, so who brings them may go on after an error.
 */
async function bringFolders(repository, places, maxFiles = _folder_js__WEBPACK_IMPORTED_MODULE_0__/* .TASK_LIMITS */ .xk.files) {
    await repository.bringFolders(places.map(({ commit }) => ({ commit, folder: _folder_js__WEBPACK_IMPORTED_MODULE_0__/* .GENERATED */ .KB })));
    const objects = await Promise.all(places.map(({ commit, task }) => repository.objectAt(commit, (0,_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .taskFolder */ .AD)(task))));
    const trees = objects.flatMap((object) => (object?.type === "tree" ? [object.oid] : []));
    await repository.bringFiles(trees, maxFiles, _folder_js__WEBPACK_IMPORTED_MODULE_0__/* .TASK_LIMITS */ .xk.fileBytes);
}
/** null when nothing is there. */
async function listFolder(repository, { commit, task }, maxFiles = _folder_js__WEBPACK_IMPORTED_MODULE_0__/* .TASK_LIMITS */ .xk.files) {
    const object = await repository.objectAt(commit, (0,_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .taskFolder */ .AD)(task));
    if (object === null)
        return null;
    const files = await repository.filesBelow(commit, (0,_folder_js__WEBPACK_IMPORTED_MODULE_0__/* .taskFolder */ .AD)(task), maxFiles);
    return { tree: object.oid, files };
}
/** The files with their sizes; what is no blob has none. */
async function measured(repository, files) {
    const sizes = await repository.blobSizes(blobsOf(files));
    return files.map(({ path, mode, oid }) => ({ path, mode, bytes: sizes.get(oid) ?? 0 }));
}
/** The content of files that are blobs, by path. One above `maxBytes` is an `INPUT_INVALID` error. */
async function contentsOf(repository, files, maxBytes) {
    const blobs = await repository.readBlobs(blobsOf(files), maxBytes);
    return new Map(files.flatMap(({ path, oid }) => {
        const content = blobs.get(oid);
        return content === undefined ? [] : [[path, content]];
    }));
}
function blobsOf(files) {
    return files.filter(({ type }) => type === "blob").map(({ oid }) => oid);
}


/***/ })

};
