export const id = 388;
export const ids = [388];
export const modules = {

/***/ 8709:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yx: () => (/* binding */ nextQuestion),
/* harmony export */   i3: () => (/* binding */ mendingOf),
/* harmony export */   jK: () => (/* binding */ ANSWERABLE)
/* harmony export */ });
/* unused harmony exports REPAIRS_OF_A_KIND, FRESH_STARTS */
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4566);

/** Total over the closed list of reasons, so that a new one has to say whom it is for. `docs/verdicts.md` shows it. */
const ANSWERABLE = {
    story_uncovered: "design",
    no_code: "author",
    policy_violation: "author",
    syntax_error: "author",
    collection_error: "author",
    dependency_refused: "author",
    example_failed: "example",
    no_tests: "other tests",
    test_skipped: "other tests",
    missing_tests: "other tests",
    unexpected_tests: "other tests",
    duplicate_test: "other tests",
    canary_survived: "other tests",
    stub_survived: "more tests",
    mutation_score_low: "more tests",
    criterion_untested: "more tests",
    example_missing: "more tests",
    example_only: "more tests",
    flaky: "chance",
    timeout: "run",
    resource_limit: "run",
    report_missing: "run",
    report_invalid: "run",
    exit_mismatch: "run",
    test_failed: "unknown",
    test_error: "unknown",
    test_overruled: "person",
    story_unclear: "person",
    dependency_failed: "nobody",
    isolation_unavailable: "nobody",
    internal_error: "nobody",
    conflict: "nobody",
    no_task_folder: "nobody",
    partial_selection: "nobody",
};
/** Which is seen to first, where several were found: what hides the others comes before them. */
const ORDER = [
    "nobody",
    "design",
    "author",
    "other tests",
    "example",
    "chance",
    "run",
    "unknown",
    "more tests",
    "person",
];
/** Two repairs of a kind, then a fresh start. */
const REPAIRS_OF_A_KIND = 2;
/** So many further versions of a stage. Three codes say more than two; a design binds both authors, and is mended once. */
const FRESH_STARTS = { design: 0, code: 2, tests: 2 };
const CROSS_EXAMINATIONS = 2;
const BLIND_CODES = 3;
/** From what the judge found to the next question. Pure: the same findings and history give the same answer. */
function nextQuestion({ findings, fingerprint }, history) {
    if (findings.length === 0)
        return { kind: "proven" };
    const found = (answerable) => findings.filter(({ code }) => ANSWERABLE[code] === answerable);
    const first = ORDER.find((answerable) => found(answerable).length > 0);
    const its = found(first);
    const isAgain = fingerprint !== null && history.fingerprints.has(fingerprint);
    const ask = asking(history, isAgain);
    switch (first) {
        case "nobody":
            return { kind: "leave", findings: its };
        case "person":
            return { kind: "person", findings: its };
        case "design":
            return ask("design", "mend", its);
        case "author":
            return ofAuthors(its, ask);
        case "other tests":
            return ask("tests", "mend", its);
        case "example":
            return ofExamples(its, history, ask);
        case "chance":
            return its.some(({ of }) => of === "code")
                ? ask("code", "mend", its.filter(({ of }) => of === "code"))
                : ask("tests", "fresh", its);
        case "run":
            // The examples were asked and answered: then it is not known who does not come to an end.
            return found("example").length > 0
                ? ask("code", "mend", found("example"))
                : crossExamined(its, history);
        case "unknown":
            return crossExamined(its, history);
        case "more tests": {
            const ofCode = its.filter(({ of }) => of === "code");
            return ofCode.length > 0 ? ask("code", "mend", ofCode) : ask("tests", "add", its);
        }
        default:
            return (0,_foundation_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .assertNever */ .xb)(first);
    }
}
function asking({ mended, begunAnew }, isAgain) {
    return (stage, manner, findings) => {
        const cause = findings[0].code;
        const times = mended.get(mendingOf(stage, cause)) ?? 0;
        const isSpent = manner === "fresh" || isAgain || times >= REPAIRS_OF_A_KIND;
        if (!isSpent && !(stage === "design" && times > 0)) {
            return { kind: "ask", stage, manner, cause, findings };
        }
        if (begunAnew[stage] >= FRESH_STARTS[stage])
            return { kind: "stop", findings };
        return { kind: "ask", stage, manner: "fresh", cause, findings };
    };
}
function mendingOf(stage, cause) {
    return `${stage} ${cause}`;
}
/** One author at a time, code first: tests cannot be judged without it. */
function ofAuthors(findings, ask) {
    for (const stage of ["design", "code", "tests"]) {
        const its = findings.filter(({ of }) => of === stage);
        if (its.length > 0)
            return ask(stage, "mend", its);
    }
    const isOfCode = findings.every(({ code }) => code === "no_code");
    return ask(isOfCode ? "code" : "tests", "mend", findings);
}
function ofExamples(findings, history, ask) {
    const unmapped = findings.filter(({ item }) => item !== null && !history.mapped.has(item));
    if (unmapped.length > 0)
        return { kind: "map", findings: unmapped };
    const next = ask("code", "mend", findings);
    if (next.kind !== "stop")
        return next;
    const { blindFailures } = history;
    const asked = blindFailures.filter((lines) => lines !== null);
    const failed = findings.flatMap(({ item }) => item ?? []);
    const isSame = asked.every((lines) => lines.length === failed.length && failed.every((line) => lines.includes(line)));
    return asked.length >= BLIND_CODES && isSame && failed.length > 0
        ? { kind: "question", findings }
        : next;
}
function crossExamined(findings, { crossExaminations }) {
    return crossExaminations < CROSS_EXAMINATIONS
        ? { kind: "cross_examine", findings }
        : { kind: "stop", findings };
}


/***/ }),

/***/ 5387:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y4: () => (/* binding */ isEntryFor),
/* harmony export */   n3: () => (/* binding */ evidenceArtifactName)
/* harmony export */ });
/* unused harmony exports evidencePartName, evidenceKind */
/** Name of the artifact that holds the evidence of one matrix entry. */
function evidenceArtifactName(entry) {
    return `evidence-${entry}`;
}
/**
 * Name of the artifact with what an entry of several tasks has found out so far. No entry has a dot in its name, so that
 * this is no other entry's.
 */
function evidencePartName(entry, part) {
    return `${evidenceArtifactName(entry)}.${part}`;
}
/** Whether an artifact is all of an entry's evidence, or a part of it; null for one that is neither. */
function evidenceKind(artifact, entry) {
    const name = evidenceArtifactName(entry);
    if (artifact === name)
        return "whole";
    return artifact.startsWith(`${name}.`) && /^\d+$/.test(artifact.slice(name.length + 1))
        ? "part"
        : null;
}
/** Whether an entry of the matrix may be about a task: a name that begins with `_` is that of an entry of several. */
function isEntryFor(entry, task) {
    if (entry.startsWith("_") || entry === task)
        return true;
    const pullRequest = `${task}_pr-`;
    return entry.startsWith(pullRequest) && /^\d+_$/.test(entry.slice(pullRequest.length));
}


/***/ }),

/***/ 2728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rv: () => (/* binding */ EVIDENCE_MAX_BYTES),
  m$: () => (/* binding */ EVIDENCE_SCHEMA),
  Q6: () => (/* binding */ Range),
  nR: () => (/* binding */ STEPS_MAX),
  vf: () => (/* binding */ parseEvidence)
});

// UNUSED EXPORTS: CriterionResult, Evidence, ExampleResult, ItemResult, MutantResult, OUTCOMES, PROBE_OUTCOMES, StubResult, TestResult, Unreached

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1548);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(9435);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(6150);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var foundation_errors = __webpack_require__(4566);
// EXTERNAL MODULE: ../src/foundation/json.ts
var foundation_json = __webpack_require__(3723);
// EXTERNAL MODULE: ../src/git/commits.ts
var commits = __webpack_require__(2990);
// EXTERNAL MODULE: ../src/task/task-id.ts
var task_id = __webpack_require__(8588);
// EXTERNAL MODULE: ../src/config/config.ts
var config = __webpack_require__(2162);
// EXTERNAL MODULE: ../src/evidence/artifact-name.ts
var artifact_name = __webpack_require__(5387);
// EXTERNAL MODULE: ../src/evidence/mutation-score.ts
var mutation_score = __webpack_require__(8937);
// EXTERNAL MODULE: ../src/evidence/verification-inputs.ts
var verification_inputs = __webpack_require__(1970);
;// CONCATENATED MODULE: ../src/evidence/contradictions.ts




const OF_ANY_VERDICT = [
    {
        contradiction: "it lies in the folder of another task",
        isIn: ({ task }, known) => known.task !== undefined && known.task !== task,
    },
    {
        contradiction: "it lies in the artifact of another task",
        isIn: ({ task }, { entry }) => entry !== undefined && !(0,artifact_name/* isEntryFor */.Y4)(entry, task),
    },
    {
        contradiction: "inputsDigest is not the digest of inputs",
        isIn: ({ inputs, inputsDigest }) => inputsDigest !== (inputs === null ? null : (0,verification_inputs/* inputsDigestOf */.P)(inputs)),
    },
    {
        contradiction: "isolation is not that of inputs",
        isIn: ({ inputs, isolation }) => inputs !== null && inputs.isolation !== isolation,
    },
    {
        contradiction: "verdict and reasons disagree",
        isIn: ({ verdict, reasons }) => (verdict === "passed") !== (reasons.length === 0),
    },
    {
        contradiction: "tests does not count the results",
        isIn: (evidence) => evidence.tests.passed !== resultsThat("passed", evidence) ||
            evidence.tests.failed !== resultsThat("failed", evidence) ||
            evidence.tests.errors !== resultsThat("error", evidence) ||
            evidence.tests.skipped !== resultsThat("skipped", evidence),
    },
    {
        contradiction: "a test has two results",
        isIn: ({ results }) => new Set(results.map(({ id }) => id)).size < results.length,
    },
    {
        contradiction: "more tests have a result than were selected",
        isIn: ({ tests, results }) => results.length > tests.selected,
    },
    {
        contradiction: "more tests were selected than expected",
        isIn: ({ tests }) => tests.selected > tests.expected,
    },
    {
        contradiction: "mutationScore is not that of the mutants",
        isIn: ({ mutants, mutationScore }) => mutationScore !== (0,mutation_score/* mutationScoreOf */.Ze)(mutants ?? []),
    },
    {
        contradiction: "replay and what differs disagree",
        isIn: ({ replay, replayDifferences }) => (replay === "differs") !== replayDifferences.length > 0,
    },
];
const OF_A_PASSED_ONE = [
    { contradiction: "without inputs", isIn: ({ inputs }) => inputs === null },
    {
        contradiction: "on a selection",
        isIn: ({ inputs }) => inputs !== null && inputs.selection !== "all",
    },
    { contradiction: "without isolation", isIn: ({ isolation }) => isolation !== "namespaces" },
    {
        contradiction: "although not every expected test passed",
        isIn: ({ tests }) => tests.expected === 0 || tests.passed !== tests.expected,
    },
    { contradiction: "although a test is flaky", isIn: ({ tests }) => tests.flaky > 0 },
    {
        contradiction: "although the canary did not fail",
        isIn: ({ canary }) => canary.outcome !== "failed",
    },
    {
        contradiction: "although not every stub was noticed",
        isIn: ({ stubs }) => stubs === null || !areNoticed(stubs),
    },
    {
        contradiction: "although no mutant was tried",
        isIn: ({ inputs, mutants }) => inputs !== null && inputs.mutants > 0 && mutants === null,
    },
    {
        contradiction: "although fewer mutants were noticed than the config demands",
        isIn: ({ inputs, mutants }, { settings }) => settings !== undefined &&
            inputs?.config === (0,config/* verifySettingsDigest */.xc)(settings) &&
            (0,mutation_score/* isScoreLow */.nr)(mutants ?? [], settings["mutation-score"]),
    },
    {
        contradiction: "although the criteria of its story were not checked",
        isIn: ({ criteria }, { claimsStory }) => claimsStory === true && Object.keys(criteria ?? {}).length === 0,
    },
    {
        contradiction: "although a line of the story is not covered",
        isIn: ({ items }) => items?.some(({ state }) => state === "uncovered") === true,
    },
    {
        contradiction: "although a criterion of the story's lines has no entry",
        isIn: ({ items, criteria }) => {
            const entries = new Set(Object.keys(criteria ?? {}));
            return items?.some((item) => item.criteria.some((id) => !entries.has(id))) === true;
        },
    },
    {
        contradiction: "although a criterion has no test that is marked with it",
        isIn: (evidence) => Object.entries(evidence.criteria ?? {}).some(([id, { tests }]) => {
            const marked = markedWith(id, evidence);
            return tests.length === 0 || !tests.every((test) => marked.has(test));
        }),
    },
    {
        contradiction: "although an example of the story was not checked",
        isIn: ({ criteria }) => Object.values(criteria ?? {}).some(({ example }) => example?.state === "unchecked"),
    },
    {
        contradiction: "although an example gave another answer than the story's",
        isIn: ({ criteria }) => Object.values(criteria ?? {}).some(({ example }) => example?.got != null),
    },
];
/** All that is refused of evidence, whether verify made it or somebody else. */
const RULES = [
    ...OF_ANY_VERDICT,
    ...OF_A_PASSED_ONE.map(({ contradiction, isIn }) => ({
        contradiction: `passed ${contradiction}`,
        isIn: (evidence, known) => evidence.verdict === "passed" && isIn(evidence, known),
    })),
];
/** Why a document cannot be what verify writes. */
function contradictionsIn(evidence, known = {}) {
    return RULES.filter(({ isIn }) => isIn(evidence, known)).map(({ contradiction }) => contradiction);
}
function resultsThat(outcome, { results }) {
    return results.filter((result) => result.outcome === outcome).length;
}
function markedWith(criterion, { results }) {
    return new Set(results.filter(({ criteria }) => criteria.includes(criterion)).map(({ id }) => id));
}
/** None survived, and where one gave no answer, another one of the same name was killed. */
function areNoticed(stubs) {
    const killed = new Set(stubs.filter(({ outcome }) => outcome === "killed").map(placeOf));
    return stubs.every((stub) => stub.outcome !== "survived" && (stub.outcome !== "unknown" || killed.has(placeOf(stub))));
}
function placeOf({ name, file, range }) {
    return JSON.stringify([name, file, range]);
}

// EXTERNAL MODULE: ../src/evidence/reasons.ts
var reasons = __webpack_require__(7480);
;// CONCATENATED MODULE: ../src/evidence/evidence.ts








const evidence_text = schemas/* string */.YjP().max(4_000);
const OUTCOMES = ["passed", "failed", "error", "skipped"];
const TestResult = schemas/* strictObject */.rej({
    /** pytest's node id, relative to the task folder. */
    id: evidence_text,
    outcome: schemas/* enum */.k5n(OUTCOMES),
    seconds: schemas/* number */.aig().nonnegative(),
    criteria: schemas/* array */.YOg(evidence_text),
    message: evidence_text.nullable(),
});
const count = schemas/* int */.Whr().nonnegative();
/** Where something stands in a file: first line and column, last line and column, all from 1. */
const Range = schemas/* tuple */.PVZ([
    schemas/* int */.Whr().positive(),
    schemas/* int */.Whr().positive(),
    schemas/* int */.Whr().positive(),
    schemas/* int */.Whr().positive(),
]);
/** `unknown`: ran out of time or of memory, neither noticed nor missed. */
const PROBE_OUTCOMES = ["killed", "survived", "unknown", "set_aside"];
/** A public function, class or method that was replaced by a stub; a test must notice. */
const StubResult = schemas/* strictObject */.rej({
    name: evidence_text,
    file: evidence_text,
    range: Range,
    /** What the stub did instead. */
    kind: evidence_text,
    outcome: schemas/* enum */.k5n(PROBE_OUTCOMES),
});
/** A small change to the code; most of them must be noticed. */
const MutantResult = schemas/* strictObject */.rej({
    file: evidence_text,
    range: Range,
    change: evidence_text,
    kind: evidence_text,
    outcome: schemas/* enum */.k5n(PROBE_OUTCOMES),
    /** Why it was not tried: set aside because no honest test can notice it, or survived because no test reaches it. */
    why: evidence_text.optional(),
});
/** Code that no stub or mutant can show to be tested, because nothing reaches it. */
const Unreached = schemas/* strictObject */.rej({ name: evidence_text, file: evidence_text, range: Range });
/** One thing that the story demands, and whether it was shown. */
const ItemResult = schemas/* strictObject */.rej({
    /** As the story writes it. */
    line: evidence_text,
    criteria: schemas/* array */.YOg(evidence_text).max(1_000),
    state: schemas/* enum */.k5n(["shown", "not_testable", "uncovered"]),
});
/**
 * An example of the story. `executed`: verify made the call itself; `literals`: its values stand in the tests;
 * `unchecked`: neither, for the reason in `why`.
 */
const ExampleResult = schemas/* strictObject */.rej({
    state: schemas/* enum */.k5n(["executed", "literals", "unchecked"]),
    call: evidence_text.nullable(),
    expected: evidence_text.nullable(),
    /** What the code gave; null where it was not asked, or where it gave what was expected. */
    got: evidence_text.nullable(),
    why: evidence_text.nullable(),
});
/** The tests that carry a criterion. */
const CriterionResult = schemas/* strictObject */.rej({
    tests: schemas/* array */.YOg(evidence_text).max(20_000),
    /** null: the criterion's line is no example that verify can read. */
    example: ExampleResult.nullable(),
});
const seconds = schemas/* number */.aig().nonnegative();
/** As many steps as a verification has in its clock. */
const STEPS_MAX = 100;
const EVIDENCE_SCHEMA = "agent-pipeline/evidence@2";
const OLDER_SCHEMA = "agent-pipeline/evidence@1";
/** What verification found out about one task of one candidate. `null` means: not checked. */
const Evidence = schemas/* strictObject */.rej({
    schema: schemas/* literal */.euz(EVIDENCE_SCHEMA),
    task: schemas/* string */.YjP().refine(task_id/* isTaskId */.XJ, "must be a task id"),
    run: schemas/* strictObject */.rej({ id: schemas/* string */.YjP().regex(/^\d+$/), attempt: schemas/* int */.Whr().positive() }),
    head: commits/* ObjectId */.V,
    base: commits/* ObjectId */.V,
    mergeBase: commits/* ObjectId */.V,
    /** null when verification ended before its inputs were known. */
    inputsDigest: schemas/* string */.YjP().nullable(),
    inputs: verification_inputs/* VerificationInputs */.p.nullable(),
    isolation: schemas/* enum */.k5n(["namespaces", "none"]),
    verdict: schemas/* enum */.k5n(reasons/* VERDICTS */.bk),
    reasons: schemas/* array */.YOg(reasons/* Reason */.By).max(1_000),
    /** Of what failed, to see that an attempt made no progress; null when nothing did. */
    fingerprint: schemas/* string */.YjP().nullable(),
    tests: schemas/* strictObject */.rej({
        expected: count,
        selected: count,
        passed: count,
        failed: count,
        errors: count,
        skipped: count,
        flaky: count,
    }),
    results: schemas/* array */.YOg(TestResult).max(20_000),
    canary: schemas/* strictObject */.rej({ outcome: schemas/* enum */.k5n([...OUTCOMES, "absent"]) }),
    stubs: schemas/* array */.YOg(StubResult).max(20_000).nullable(),
    /** Tests that pass although everything public is a stub. */
    vacuousTests: schemas/* array */.YOg(evidence_text).max(20_000).nullable(),
    unreached: schemas/* array */.YOg(Unreached).max(20_000).nullable(),
    mutants: schemas/* array */.YOg(MutantResult).max(20_000).nullable(),
    /** Share of the mutants with an answer that were killed; null without any. */
    mutationScore: schemas/* number */.aig().min(0).max(1).nullable(),
    items: schemas/* array */.YOg(ItemResult).max(20_000).nullable(),
    criteria: schemas/* record */.g1P(schemas/* string */.YjP(), CriterionResult).nullable(),
    /** By which rules the design was judged; null for a folder that was made by hand. */
    rules: schemas/* enum */.k5n(["present", "older"]).nullable(),
    /**
     * Whether the folder is what its own transcript makes: it shows an edit, and does not prove who wrote it. Of other
     * prompts than verify's nothing can be said; null: it has no transcript that can be read.
     */
    replay: schemas/* enum */.k5n(["same", "differs", "other_version"]).nullable(),
    /** What somebody changed, where it differs. */
    replayDifferences: schemas/* array */.YOg(schemas/* strictObject */.rej({ path: evidence_text, how: evidence_text })).max(1_000),
    /** What was not reached is null. */
    seconds: schemas/* strictObject */.rej({
        total: seconds,
        tests: seconds.nullable(),
        stubs: seconds.nullable(),
        mutants: seconds.nullable(),
    }),
    /** When the verification began, and what was done in it from when on, in seconds since then. */
    clock: schemas/* strictObject */.rej({
        began: iso/* datetime */.w$(),
        steps: schemas/* array */.YOg(schemas/* strictObject */.rej({ what: schemas/* string */.YjP().max(200), start: seconds, seconds }))
            .max(STEPS_MAX),
    })
        .optional(),
});
/** Largest evidence document that is read, in bytes. */
const EVIDENCE_MAX_BYTES = 16 * 1024 * 1024;
/** Reads an evidence document from an artifact, and refuses one that contradicts itself, or what is known. */
function parseEvidence(json, known = {}) {
    const read = (0,foundation_json/* readJson */.Vh)(json);
    if (!read.ok) {
        throw new foundation_errors/* PipelineError */.zC("INPUT_INVALID", "The evidence is not valid JSON", {
            cause: read.cause,
        });
    }
    if (schemaIn(read.value) === OLDER_SCHEMA) {
        throw new foundation_errors/* PipelineError */.zC("INPUT_INVALID", "The verify that wrote the evidence is older than the gate", {
            hint: "Pin both alike: `uses:` of verify and of merge-gate must name one version.",
        });
    }
    const evidence = Evidence.safeParse(read.value);
    if (!evidence.success)
        throw invalid(errors/* prettifyError */.S1(evidence.error));
    const contradictions = contradictionsIn(evidence.data, known);
    if (contradictions.length > 0)
        throw invalid(contradictions.join("; "));
    return evidence.data;
}
function schemaIn(value) {
    return (0,foundation_json/* isRecord */.u4)(value) ? value["schema"] : undefined;
}
function invalid(details) {
    return new foundation_errors/* PipelineError */.zC("INPUT_INVALID", `The evidence is not what verify writes: ${details}`);
}


/***/ }),

/***/ 8937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VG: () => (/* binding */ mutationAnswers),
/* harmony export */   Ze: () => (/* binding */ mutationScoreOf),
/* harmony export */   nr: () => (/* binding */ isScoreLow)
/* harmony export */ });
/** With fewer answers than these a share says nothing. */
const FEWEST_ANSWERS = 4;
/** What is set aside, or ran out of time, is no answer. */
function mutationAnswers(mutants) {
    const killed = mutants.filter(({ outcome }) => outcome === "killed").length;
    const survived = mutants.filter(({ outcome }) => outcome === "survived").length;
    return { killed, all: killed + survived };
}
/** Share of the mutants with an answer that were killed; null without any. */
function mutationScoreOf(mutants) {
    const { killed, all } = mutationAnswers(mutants);
    return all === 0 ? null : killed / all;
}
function isScoreLow(mutants, leastScore) {
    const { killed, all } = mutationAnswers(mutants);
    return all >= FEWEST_ANSWERS && killed / all < leastScore;
}


/***/ }),

/***/ 7480:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   By: () => (/* binding */ Reason),
/* harmony export */   OE: () => (/* binding */ REASON_CODES),
/* harmony export */   bk: () => (/* binding */ VERDICTS)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1548);

/** Why a verdict is not `passed`: closed, and in order of cause, so that a fault is reported once, by its first code. */
const REASON_CODES = [
    "no_task_folder",
    "no_code",
    "no_tests",
    "policy_violation",
    "syntax_error",
    "collection_error",
    "dependency_refused",
    "dependency_failed",
    "example_failed",
    "test_failed",
    "test_error",
    "test_skipped",
    "missing_tests",
    "unexpected_tests",
    "duplicate_test",
    "report_missing",
    "report_invalid",
    "exit_mismatch",
    "canary_survived",
    "stub_survived",
    "mutation_score_low",
    "criterion_untested",
    "story_uncovered",
    "example_only",
    "test_overruled",
    "story_unclear",
    "example_missing",
    "partial_selection",
    "flaky",
    "timeout",
    "resource_limit",
    "isolation_unavailable",
    "conflict",
    "internal_error",
];
/** `passed`, `failed` (shown wrong) or `unproven` (nothing was shown). */
const VERDICTS = ["passed", "failed", "unproven"];
const text = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().max(4_000);
const Reason = zod__WEBPACK_IMPORTED_MODULE_0__/* .strictObject */ .rej({
    code: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(REASON_CODES),
    message: text,
    test: text.optional(),
    file: text.optional(),
    line: zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr().positive().optional(),
    /** The line of the story that it is about, and for an example what the story says and what the code gave. */
    item: text.optional(),
    expected: text.optional(),
    got: text.optional(),
});


/***/ }),

/***/ 1970:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ inputsDigestOf),
/* harmony export */   p: () => (/* binding */ VerificationInputs)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1548);
/* harmony import */ var _foundation_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6809);
/* harmony import */ var _git_commits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2990);



/** Everything that the result of a verification depends on. Evidence holds for what has the same inputs, and for nothing else. */
const VerificationInputs = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    /** Tree id of the task folder in the candidate. */
    task: _git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .ObjectId */ .V,
    /** Blob id of each shared input in the candidate; null where the file does not exist. */
    shared: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .nullable */ .mee(_git_commits_js__WEBPACK_IMPORTED_MODULE_1__/* .ObjectId */ .V)),
    /** Hash of those settings of `.github/agent-pipeline.yml` that verify reads. */
    config: _foundation_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .Sha256 */ .IA,
    /** Version of the interpreter, such as `3.12.3`. */
    python: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    /** Version of pytest, such as `9.2.0`. */
    pytest: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    /** Version of agent-pipeline. */
    verify: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1),
    /** `all`, or the number of tests that were selected by `max-tests`. */
    selection: zod__WEBPACK_IMPORTED_MODULE_2__/* .union */ .KCZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz("all"), zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive()]),
    /** Size of the mutation sample. */
    mutants: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    /** Number of further runs of the tests. */
    reruns: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().nonnegative(),
    isolation: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(["namespaces", "none"]),
});
function inputsDigestOf(inputs) {
    return (0,_foundation_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256OfJson */ .RO)(inputs);
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


/***/ })

};
