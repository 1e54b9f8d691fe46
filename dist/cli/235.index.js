export const id = 235;
export const ids = [235];
export const modules = {

/***/ 7913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  filesIn: () => (/* binding */ filesIn),
  replayAsked: () => (/* binding */ replayAsked)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../src/authoring/replay.ts
var replay = __webpack_require__(4898);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
// EXTERNAL MODULE: ../src/task/folder.ts
var folder = __webpack_require__(4629);
// EXTERNAL MODULE: ../src/task/task-id.ts
var task_id = __webpack_require__(8588);
// EXTERNAL MODULE: ../src/telling/blocks.ts
var blocks = __webpack_require__(2363);
// EXTERNAL MODULE: ./answer.ts
var answer = __webpack_require__(612);
;// CONCATENATED MODULE: ./replay/replay.ts


const EXITS = {
    same: answer/* EXIT */.d.fine,
    differs: answer/* EXIT */.d.faults,
    other_version: answer/* EXIT */.d.unknown,
    none: answer/* EXIT */.d.unknown,
};
const LIMIT = 2_000;
/** Whether a folder is what its transcript makes; with `isExplained`, which reply made which file, and why each was asked. */
function replayAnswer(folder, replayed, isExplained) {
    const lines = isExplained && replayed.kind === "same" ? replayed.transcripts.flatMap(explanation) : [];
    return {
        exit: EXITS[replayed.kind],
        blocks: [...resultBlocks(folder, replayed), ...lines.map((line) => indented(line))],
        data: {
            folder,
            replay: replayed.kind,
            differences: replayed.kind === "differs" ? replayed.differences : [],
            problem: replayed.kind === "none" ? replayed.problem : null,
            explanation: lines,
        },
    };
}
function resultBlocks(folder, replayed) {
    switch (replayed.kind) {
        case "same":
            return [(0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `✔ ${(0,blocks/* code */.aY)(folder)} is what its transcript makes.`)];
        case "differs":
            return [
                (0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `✘ ${(0,blocks/* code */.aY)(folder)} is not what its transcript makes:`),
                ...replayed.differences.map(({ path, how }) => indented(`  ${path} ${how}`)),
            ];
        case "other_version":
            return [
                (0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `? ${(0,blocks/* code */.aY)(folder)} was made by prompts of version ${replayed.promptVersion}, which this version does not have. Generate it again to be able to replay it.`),
            ];
        case "none":
            return [
                (0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `? ${(0,blocks/* code */.aY)(folder)} cannot be replayed: ${(0,blocks/* untrusted */.bp)(replayed.problem, LIMIT)}.`),
            ];
        default:
            return replayed;
    }
}
/** A line that begins with two spaces for each level that it stands below the first. */
function indented(line) {
    const depth = Math.floor(/^ */u.exec(line)[0].length / 2);
    let block = (0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `${(0,blocks/* untrusted */.bp)(line.trimStart(), LIMIT)}`);
    for (let level = 0; level < depth; level += 1) {
        block = { kind: "folds", folds: [{ title: [], blocks: [block] }] };
    }
    return block;
}
function explanation({ start, lines }) {
    return [
        `Attempt ${start.number} (${start.reason}), agent-pipeline ${start.version}, prompts ${start.promptVersion}`,
        ...lines.flatMap(explained),
    ];
}
function explained(line) {
    switch (line.kind) {
        case "reply": {
            const { stage, sample, round, because, model, reply, costUsd, outcome, faults } = line;
            const which = `version ${sample}, reply ${round}`;
            const price = costUsd === null ? "price unknown" : `${costUsd} USD`;
            return [
                `  ${stage} was asked of ${model}: ${because}`,
                `    ${which} ${OUTCOMES[outcome]} (${reply.tokens.input} tokens in, ${reply.tokens.output} out, ${price})`,
                ...faults.map(({ code: name, problem }) => `      ${name}: ${problem}`),
                ...(outcome === "used" ? [`    made ${MADE[stage]}`] : []),
            ];
        }
        case "unasked":
            return [`  ${line.stage} could not be asked: ${line.why}`];
        case "found":
            return foundLines(line).map((each) => `  ${each}`);
        default:
            return line;
    }
}
function foundLines(line) {
    switch (line.what) {
        case "packages":
            return line.found === null ? [] : [`an index of packages answered: ${line.found.join(", ")}`];
        case "judgement":
            return judgementLines(line.found);
        case "trial":
            return line.found === null
                ? ["the versions could not be run"]
                : [
                    `${line.found.tests.length} tests were run on ${line.found.codes.length} codes`,
                    ...line.found.tests
                        .filter(({ outcomes }) => outcomes.some((outcome) => outcome !== "passed"))
                        .map(({ suite, id, outcomes }) => `  suite ${suite + 1}, ${id}: ${outcomes.join(", ")}`),
                ];
        case "contested":
            return line.found.map((each) => each === null
                ? "what a test expects could not be made out"
                : `contested: ${[...each.setup, each.call].join("; ")}: a test says ${each.returns ?? `raises ${each.raises}`}, the codes say ${each.answers.join(", ")}`);
        case "confirmed":
            return [`answers that knew nothing of it agree with the code: ${line.found.join(", ")}`];
        case "without":
            return ["tests were taken out of a suite"];
        case "out_of_time":
            return line.found === null ? [] : [line.found];
        default:
            return line;
    }
}
function judgementLines(judgement) {
    if (judgement.kind === "not_judged")
        return [`it was not judged: ${judgement.why}`];
    if (judgement.findings.length === 0)
        return ["the judge found nothing: proven"];
    return [
        "the judge found:",
        ...judgement.findings.map(({ code: name, says, item, call, got }) => `  ${[name, item, says, call, got].filter((part) => part !== null).join(": ")}`),
    ];
}
const OUTCOMES = {
    used: "was used",
    asked_again: "could not be used",
    refused: "could not be used, and was the last",
};
const MADE = {
    design: "meta/design.json",
    code: "the files below src/",
    tests: "the files below tests/",
};

// EXTERNAL MODULE: ./adapters/folder.ts
var adapters_folder = __webpack_require__(913);
;// CONCATENATED MODULE: ./adapters/replay.ts








/** Makes a folder again from its transcript; asks nobody, and runs nothing of it. */
async function replayAsked(asked) {
    const [named = ""] = asked.words;
    const folder = folderOf(named, asked.directory);
    const task = (0,external_node_path_.basename)((0,external_node_path_.resolve)(folder));
    if (!(0,task_id/* isTaskId */.XJ)(task) || (0,external_node_fs_.statSync)(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", `${named} is not the folder of a task`, {
            hint: "Name a task by its id, or by its folder: generated/shipping_cost",
        });
    }
    return replayAnswer(named, await (0,replay/* replay */.e)(task, filesIn(folder)), asked.isSet("explain"));
}
function folderOf(named, directory) {
    const byId = (0,external_node_path_.join)((0,adapters_folder/* repositoryAround */.WU)(directory), folder/* GENERATED */.KB, named);
    const isId = (0,task_id/* isTaskId */.XJ)(named) && (0,external_node_fs_.statSync)(byId, { throwIfNoEntry: false }) !== undefined;
    return isId ? byId : named;
}
function filesIn(folder) {
    return (0,adapters_folder/* filesBelow */.DR)(folder, "")
        .filter((path) => !path.includes("__pycache__"))
        .map((path) => ({ path, content: (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, path)) }));
}


/***/ }),

/***/ 9435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8729);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1548);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
