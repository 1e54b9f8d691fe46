export const id = 101;
export const ids = [101];
export const modules = {

/***/ 5101:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  generateAsked: () => (/* binding */ generateAsked)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../src/authoring/author-task.ts + 9 modules
var author_task = __webpack_require__(2551);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
// EXTERNAL MODULE: ../src/authoring/prices.ts
var prices = __webpack_require__(9159);
;// CONCATENATED MODULE: ../src/authoring/budget.ts


/**
 * The money of one text of a story. The worst case of a question is set aside before it is asked, so that questions
 * that are under way together can never come to more than the budget.
 */
class Budget {
    #limits;
    #spentUsd;
    #calls;
    #reservedUsd = 0;
    #reservedCalls = 0;
    #waiting = new Set();
    /** `earlier`: the calls of earlier attempts at the same text. */
    constructor(limits, earlier = []) {
        this.#limits = limits;
        // What had no price then has none now, and is bounded by the number of calls.
        this.#spentUsd = (0,prices/* sumOfCosts */.xq)(earlier.map(({ costUsd }) => costUsd ?? 0)) ?? 0;
        this.#calls = earlier.length;
    }
    /**
     * Sets `usd` aside, and waits while what others have set aside might still come back. `LIMIT_REACHED` when money or
     * calls are short even then.
     */
    async reserve(usd) {
        while (!this.#hasRoomFor(usd)) {
            if (this.#reservedCalls === 0)
                throw this.#reached(usd);
            await new Promise((resolve) => this.#waiting.add(resolve));
        }
        this.#reservedUsd = (0,prices/* toMillionths */.lE)(this.#reservedUsd + usd);
        this.#reservedCalls += 1;
        let isOpen = true;
        return {
            settle: (took) => {
                if (!isOpen)
                    return;
                isOpen = false;
                this.#reservedUsd = (0,prices/* toMillionths */.lE)(this.#reservedUsd - usd);
                this.#reservedCalls -= 1;
                if (took !== null) {
                    this.#calls += 1;
                    this.#spentUsd = (0,prices/* toMillionths */.lE)(this.#spentUsd + took);
                }
                for (const wake of this.#waiting)
                    wake();
                this.#waiting.clear();
            },
        };
    }
    #hasRoomFor(usd) {
        return ((0,prices/* toMillionths */.lE)(this.#spentUsd + this.#reservedUsd + usd) <= this.#limits.usd &&
            this.#calls + this.#reservedCalls < this.#limits.calls);
    }
    #reached(usd) {
        if (this.#calls >= this.#limits.calls) {
            return new errors/* PipelineError */.zC("LIMIT_REACHED", `The model was asked ${this.#calls} times for this text of the story, and may be asked ${this.#limits.calls} times`, { hint: "A change of the story begins anew. `max-calls` in the config is the limit." });
        }
        return new errors/* PipelineError */.zC("LIMIT_REACHED", `The next question may cost ${usd} USD, and of the ${this.#limits.usd} USD for this text of the story ${this.#spentUsd} USD are spent`, {
            hint: "Raise `budget-usd`, as an input or in the config, and run the job again. What was made before is on its branches.",
        });
    }
}
/** More than any text has: of what people and programs write, a token is hardly ever less than two bytes. */
const BYTES_OF_A_TOKEN = 2;
/** What a question may come to at most. */
function worstCase({ instructions, input, schema, maxOutputTokens, }) {
    const bytes = new TextEncoder().encode(instructions + input + JSON.stringify(schema)).length;
    return {
        input: Math.ceil(bytes / BYTES_OF_A_TOKEN),
        cachedInput: 0,
        output: maxOutputTokens,
    };
}

;// CONCATENATED MODULE: ../src/authoring/judge.ts
/** Where nothing is checked, everything is left to verify. */
const NO_JUDGE = {
    judge: () => Promise.resolve({ kind: "not_judged", why: "`self-check` of the config is off" }),
    tryAll: () => Promise.resolve(null),
    contested: (_, tests) => Promise.resolve(tests.map(() => null)),
    confirms: (_, __, derived) => Promise.resolve(derived.map(() => false)),
    without: () => Promise.resolve(null),
};

// EXTERNAL MODULE: ../src/authoring/packages.ts
var authoring_packages = __webpack_require__(1740);
;// CONCATENATED MODULE: ../src/authoring/paid-questions.ts


/** Asks models within a budget: nothing is asked that could not be paid for at its worst. */
function paidQuestions({ modelOf, priceOf, budget, spent, log, }) {
    return async ({ request, model: name }) => {
        const { stage } = request;
        const price = priceOf(name);
        const model = modelOf(name);
        const reservation = await budget.reserve((0,prices/* costOf */.ho)(worstCase(request), price) ?? 0);
        const reply = await model
            .ask(request, (line) => log.info(line))
            .catch((error) => {
            reservation.settle(null);
            throw error;
        });
        const costUsd = (0,prices/* costOf */.ho)(reply.tokens, price);
        reservation.settle(costUsd ?? 0);
        spent(stage, reply.tokens, costUsd);
        const { input, output } = reply.tokens;
        log.info(`${stage}: ${name} answered (${input} tokens in, ${output} out)`);
        return { reply, costUsd };
    };
}

// EXTERNAL MODULE: ../src/authoring/prompts.ts
var prompts = __webpack_require__(3410);
// EXTERNAL MODULE: ../src/contract/contract.ts + 3 modules
var contract_contract = __webpack_require__(9322);
// EXTERNAL MODULE: ../src/proof/criteria.ts + 7 modules
var criteria = __webpack_require__(5200);
// EXTERNAL MODULE: ../src/proof/criterion-marks.ts
var criterion_marks = __webpack_require__(4038);
// EXTERNAL MODULE: ../src/task/task-id.ts
var task_id = __webpack_require__(8588);
// EXTERNAL MODULE: ../src/authoring/fault.ts
var fault = __webpack_require__(8009);
;// CONCATENATED MODULE: ../src/authoring/python-checks.ts






/** Looks at the Python of replies as verify will, as far as that can be done without running any of it. */
function pythonChecks({ reader, index, offered, log }) {
    const read = async (files, promises) => {
        const reading = await reader.read(files.map(contentOf), promises);
        if (reading === null) {
            log.info("There is no Python here that could read the replies; verify will judge them alone.");
        }
        return reading;
    };
    return {
        async code(files, subject) {
            const reading = await read(files, promisedNames(subject.design));
            return reading === null ? [] : [...faultsOfAll(reading, subject), ...faultsOfCode(reading)];
        },
        async tests(files, subject) {
            const reading = await read(files, []);
            if (reading === null)
                return [];
            const common = [...faultsOfAll(reading, subject), ...faultsOfTests(reading)];
            // A file that cannot be read has no tests, which would be said of each criterion.
            return common.some(({ code }) => code === "syntax")
                ? common
                : [...common, ...unshown(reading, files, subject)];
        },
        async packages(files) {
            const imported = (0,authoring_packages/* importedPackages */.mY)(files, offered);
            if (imported.length === 0)
                return null;
            const pinned = await index.pin(imported);
            if (pinned.kind === "pinned")
                return pinned.lines;
            log.warning(`No requirements.txt is written, because the versions of ${imported.map(({ name }) => name).join(", ")} could not be found out: ${pinned.why}`);
            return null;
        },
    };
}
function contentOf({ path, content }) {
    return { path, content: new TextEncoder().encode(content) };
}
function promisedNames({ modules }) {
    return modules.flatMap(({ path, names }) => names.map(({ name, kind, signature }) => ({ path, name, kind, signature })));
}
function faultsOfAll({ syntax, imports }, { packages }) {
    const names = packages.map(authoring_packages/* nameInLine */.BT);
    return [
        ...syntax.unreadable
            .map(({ file, line, message }) => `${file}:${line}: ${message}`)
            .map((0,fault/* fault */.DG)("syntax")),
        ...imports
            .filter(({ module }) => !names.some((name) => (0,authoring_packages/* isImportOf */.JA)(module, name)))
            .map(({ file, line, module }) => `${file}:${line} imports ${module}, which is neither in the standard library nor in PACKAGES`)
            .map((0,fault/* fault */.DG)("import")),
    ];
}
function faultsOfCode({ syntax, unkept, absolute }) {
    return [
        ...absolute
            .map(({ file, line, module }) => `${file}:${line} imports ${module}, which is a module of this task: import it relatively, such as "from .prices import price", so that it is found wherever the folder lies`)
            .map((0,fault/* fault */.DG)("import")),
        ...unkept
            .map(({ file, line, problem }) => `${file}${line === null ? "" : `:${line}`}: ${problem}`)
            .map((0,fault/* fault */.DG)("signature")),
        ...syntax.foreignCode
            .map(({ file, line, what }) => `${file}:${line} ${what}`)
            .map((0,fault/* fault */.DG)("foreign_code")),
    ];
}
function faultsOfTests({ syntax, skips }) {
    return [
        ...syntax.formattedParameters
            .map(({ file, line }) => `${file}:${line} has an f-string inside a parametrize decorator; write the value out`)
            .map((0,fault/* fault */.DG)("formatted_parameter")),
        ...skips
            .map(({ file, line, what }) => `${file}:${line} lets a test be skipped or fail: ${what}`)
            .map((0,fault/* fault */.DG)("skipped_test")),
    ];
}
/**
 * What verify would miss in the tests even if all of them passed. It asks pytest which tests there are; here each mark
 * of a function counts as a case of its own, so that nothing is missed that may be there.
 */
function unshown({ syntax }, files, { story, task, design }) {
    const { contract } = (0,contract_contract/* contractOf */.Qu)(design, (0,contract_contract/* demandsOf */.wu)(story.document, (0,task_id/* partsOf */.CI)(task).part));
    const collected = Object.entries((0,criterion_marks/* criterionTests */.N)(files)).flatMap(([criterion, ids]) => ids.map((id) => collectedAs(id, criterion)));
    const { reasons } = (0,criteria/* checkCriteria */.K)(contract, {
        collected,
        results: collected.map(({ id }) => passed(id)),
        written: syntax.tests,
        vacuous: new Set(),
        examples: new Map(contract.criteria.flatMap(({ id, execution }) => execution?.kind === "call" ? [[id, EXECUTED]] : [])),
    });
    return reasons.flatMap(({ code, message }) => {
        const known = fault/* FAULT_CODES */.cw.find((each) => each === code);
        return known === undefined ? [] : [{ code: known, problem: message }];
    });
}
function collectedAs(id, criterion) {
    const [file = ""] = id.split("::");
    return { id: `${id}[${criterion}]`, file, line: 1, source: null, criteria: [criterion] };
}
function passed(id) {
    return { id, outcome: "passed", seconds: 0, message: null, details: null };
}
/** verify makes the call itself. */
const EXECUTED = {
    state: "executed",
    call: null,
    expected: null,
    got: null,
    why: null,
};

// EXTERNAL MODULE: ../src/authoring/read-design.ts
var read_design = __webpack_require__(5020);
// EXTERNAL MODULE: ../src/authoring/read-files.ts
var read_files = __webpack_require__(519);
// EXTERNAL MODULE: ../src/authoring/spending.ts
var spending = __webpack_require__(4085);
;// CONCATENATED MODULE: ../src/authoring/stopwatch.ts
/** So many are kept: a run asks a few hundred questions at most. */
const MOST_SPANS = 20_000;
/** Writes down when models are asked and versions are judged, and changes nothing of either. */
class Stopwatch {
    #now;
    #spans = [];
    /** `now` is the number of seconds since the step began. */
    constructor(now) {
        this.#now = now;
    }
    /** In the order in which they began. */
    get spans() {
        return this.#spans.toSorted((one, other) => one.start - other.start);
    }
    asking(timed, ask) {
        return async (question) => {
            const { request, round, model } = question;
            const { stage, sample } = request;
            const start = this.#now();
            let answer = null;
            try {
                answer = await ask(question);
                return answer;
            }
            finally {
                this.#add({
                    what: "question",
                    ...timed,
                    ...this.#since(start),
                    stage,
                    sample,
                    round,
                    model,
                    tokens: answer?.reply.tokens ?? null,
                    costUsd: answer?.costUsd ?? null,
                });
            }
        };
    }
    judging(timed, judge) {
        return {
            judge: (...given) => this.#time(timed, "check", () => judge.judge(...given)),
            tryAll: (...given) => this.#time(timed, "trial", () => judge.tryAll(...given)),
            contested: (...given) => this.#time(timed, "trial", () => judge.contested(...given)),
            confirms: (...given) => this.#time(timed, "trial", () => judge.confirms(...given)),
            without: (...given) => judge.without(...given),
        };
    }
    async #time(timed, what, work) {
        const start = this.#now();
        try {
            return await work();
        }
        finally {
            this.#add({ what, ...timed, ...this.#since(start) });
        }
    }
    #since(start) {
        return { start: rounded(start), seconds: rounded(Math.max(0, this.#now() - start)) };
    }
    #add(span) {
        if (this.#spans.length < MOST_SPANS)
            this.#spans.push(span);
    }
}
/** To milliseconds. */
function rounded(seconds) {
    return Math.round(seconds * 1_000) / 1_000;
}

// EXTERNAL MODULE: ../src/authoring/task-files.ts
var task_files = __webpack_require__(9794);
// EXTERNAL MODULE: ../src/authoring/terms.ts
var authoring_terms = __webpack_require__(5398);
// EXTERNAL MODULE: ../src/authoring/transcript.ts
var transcript = __webpack_require__(3647);
// EXTERNAL MODULE: ../src/task/manifest.ts
var task_manifest = __webpack_require__(6300);
;// CONCATENATED MODULE: ../actions/generate/authoring.ts

















/** The authors of one run: whom it asks, by which terms, and what it has spent. */
class Authoring {
    spending = new spending/* Spending */.hC();
    stopwatch;
    #options;
    #ports;
    #budgets = new Map();
    #withoutPrice = new Set();
    #ends = [];
    constructor(options, ports) {
        this.#options = options;
        this.#ports = ports;
        this.stopwatch = new Stopwatch(ports.now);
    }
    /**
     * Tasks of one text of a story share one budget, with what earlier attempts at it have cost; `ends` are those that
     * pushed nothing.
     */
    plan(planned, ends = []) {
        this.#ends = ends;
        const limits = this.#limits();
        for (const [digest, tasks] of Map.groupBy(planned, ({ story }) => story.digest)) {
            const calls = tasks
                .flatMap(({ made }) => made?.attempts ?? [])
                .flatMap((attempt) => attempt.calls);
            const unpushed = ends
                .filter((end) => tasks.some(({ plan }) => plan.task === end.task))
                .flatMap(({ calls: count, costUsd }) => Array.from({ length: count }, (_, index) => ({ costUsd: index === 0 ? costUsd : 0 })));
            this.#budgets.set(digest, new Budget(limits, [...calls, ...unpushed]));
        }
    }
    get models() {
        return (0,authoring_terms/* modelsOf */.Wh)(this.#terms([]));
    }
    /** What bounds the questions about one text of a story; null where none comes after the first version. */
    get inAll() {
        return this.#options.config["self-check"] ? this.#limits() : null;
    }
    #limits() {
        const { config } = this.#options;
        return { usd: config["budget-usd"], calls: config["max-calls"] };
    }
    /**
     * What the first version of a task takes at most, before its design is there: each stage asked as often as it may be, with
     * no reply longer than it may be. `LIMIT_REACHED` and faults of the story are left to the attempt.
     */
    estimate({ story, task }) {
        const terms = this.#terms([]);
        const { instructions, input } = (0,prompts/* designPrompt */.Z6)(story, task);
        const { maxOutputTokens, repairsPerReply } = terms;
        // Code and tests are given the design, which is a reply, in the place of the lines.
        const first = worstCase({ instructions, input, schema: read_design/* DESIGN_SCHEMA */.r, maxOutputTokens });
        const later = { ...first, input: first.input + maxOutputTokens };
        const costs = task_manifest/* STAGES */.an.flatMap((stage) => Array.from({ length: repairsPerReply + 1 }, (_, index) => {
            const model = (0,authoring_terms/* modelFor */.T1)(terms, stage, index + 1);
            // What could not be used is shown again.
            const base = stage === "design" ? first : later;
            const tokens = { ...base, input: base.input + index * maxOutputTokens };
            return { tokens, costUsd: (0,prices/* costOf */.ho)(tokens, (0,prices/* priceOf */.xx)(model, this.#options.config.prices)) };
        }));
        const { tokens, costUsd } = (0,spending/* sumOf */.XN)(costs);
        return { tokens: tokens.input + tokens.output, costUsd };
    }
    /** Makes one attempt. What was paid for is kept, whatever comes of it. */
    async attempt({ story, task, made: present }, plan, log, feedback = null) {
        const earlier = present?.attempts ?? [];
        const unpushed = this.#ends.filter(({ task: id }) => id === plan.task).length;
        this.#assertMayTry(plan.task, earlier.length + unpushed);
        const offered = offeredOrThrow(story, this.#options.config);
        const terms = this.#terms(offered);
        this.#warnOfUnknownPrices(terms, log);
        const goesOn = plan.reason === "feedback" ? feedback : null;
        const start = {
            kind: "attempt",
            version: this.#ports.version,
            promptVersion: prompts/* PROMPT_VERSION */.y0,
            number: earlier.length + 1,
            reason: plan.reason,
            fingerprint: goesOn?.found.kind === "judged" ? goesOn.found.fingerprint : (plan.fingerprint ?? null),
            earlier: [...earlier],
            terms,
        };
        const timed = { task: plan.task, attempt: start.number };
        const ports = this.#authorPorts(story, timed, { offered, log });
        const made = await (goesOn === null
            ? new author_task/* TaskAuthor */.F(story, task).attempt(terms, ports)
            : goesOn.author.goOn(terms, ports, goesOn.found));
        const making = { task: plan.task, story, start, before: goesOn?.before ?? [] };
        if ((0,transcript/* exchangesOf */.M9)(made).length > 0) {
            this.#ports.keepTranscript(plan.task, (0,transcript/* transcriptText */.KW)((0,task_files/* transcriptsOf */.jJ)(making, made)));
        }
        if (made.kind === "made") {
            const files = (0,task_files/* taskFiles */.p7)(making, made);
            (0,read_files/* assertFolder */.Zp)(plan.task, files);
            return { number: start.number, files, made };
        }
        return { number: start.number, files: (0,task_files/* accountFiles */.PS)(making, made), made };
    }
    #authorPorts(story, timed, { offered, log, }) {
        const { modelOf, reader, index, judgeOf, now } = this.#ports;
        const { config } = this.#options;
        const budget = this.#budgets.get(story.digest);
        if (budget === undefined)
            throw new Error(`${story.path} was not planned`);
        const minutes = config["story-minutes"];
        const until = now() + minutes * 60;
        const ask = paidQuestions({
            modelOf,
            priceOf: (name) => (0,prices/* priceOf */.xx)(name, config.prices),
            budget,
            spent: (stage, tokens, costUsd) => this.spending.add(stage, tokens, costUsd),
            log,
        });
        return {
            ask: this.stopwatch.asking(timed, ask),
            checks: pythonChecks({ reader, index, offered, log }),
            judge: config["self-check"]
                ? this.stopwatch.judging(timed, judgeOf(timed.task, story, config))
                : NO_JUDGE,
            outOfTime: () => now() < until ? null : `${minutes} minutes are over (\`story-minutes\` of the config)`,
            log,
        };
    }
    #terms(offered) {
        const { config, model } = this.#options;
        const usual = model || prices/* DEFAULT_MODEL */.UB;
        const { design = usual, code = usual, tests = usual, repair = null } = config.models;
        return {
            models: { design, code, tests, repair },
            repairsPerReply: config["repairs-per-reply"],
            maxOutputTokens: config["max-output-tokens"],
            effort: config["reasoning-effort"],
            packages: (0,authoring_packages/* packageLines */.iN)(offered),
        };
    }
    #assertMayTry(task, made) {
        const most = this.#options.config["max-attempts"];
        if (made < most)
            return;
        throw new errors/* PipelineError */.zC("LIMIT_REACHED", `${made} of ${most} attempts at this text of the story were made for ${task}`, {
            hint: "A change of the story begins anew; `max-attempts` in the config is the limit.",
        });
    }
    /** Once for each model. */
    #warnOfUnknownPrices(terms, log) {
        for (const name of (0,authoring_terms/* modelsOf */.Wh)(terms)) {
            if ((0,prices/* priceOf */.xx)(name, this.#options.config.prices) !== null)
                continue;
            if (this.#withoutPrice.has(name))
                continue;
            this.#withoutPrice.add(name);
            log.warning(`The price of ${name} is unknown, so its questions are bounded by their number (\`max-calls\`) and their length (\`max-output-tokens\`) alone. State it under \`prices\` in .github/agent-pipeline.yml.`);
        }
    }
}
/** Before the first question: a model that may not use what it is asked to use is paid for nothing. */
function offeredOrThrow(story, config) {
    const { packages, problems } = (0,authoring_packages/* offeredPackages */.T$)(story.document, config["allowed-dependencies"]);
    if (problems.length === 0)
        return packages;
    throw new errors/* PipelineError */.zC("INPUT_INVALID", `${story.path}: ${problems.join("; ")}`, {
        hint: 'An empty list, `"dependencies": []`, asks for the standard library alone.',
    });
}

// EXTERNAL MODULE: ../src/authoring/adapters/openai.ts + 8 modules
var openai = __webpack_require__(6091);
;// CONCATENATED MODULE: ../src/authoring/api-key.ts


/**
 * Whether a key has to be kept out of what people see. A short one must not: GitHub drops every output that holds it, so
 * that `none` or `x` would break the chain on a green step. It can be no secret either, and is refused for every server but
 * a local one, which has no keys.
 */
function isSecretKey({ apiKey, baseUrl }) {
    if (apiKey === "") {
        throw new PipelineError("INPUT_INVALID", 'The input "openai-api-key" is empty', {
            hint: "Add the key of your model provider under Settings → Secrets and variables → Actions as OPENAI_API_KEY, " +
                "and pass it on: `openai-api-key: ${{ secrets.OPENAI_API_KEY }}`. A server of your own that needs no key takes any text, such as `no-key-needed`.",
        });
    }
    if (isRealKey(apiKey))
        return true;
    if (isLocal(baseUrl))
        return false;
    throw new PipelineError("INPUT_INVALID", `The input "openai-api-key" has ${apiKey.length} characters, and a key has at least ${SHORTEST_REAL_KEY}`, {
        hint: `Check the secret behind it. A server of your own that needs no key takes any text of ${SHORTEST_REAL_KEY} characters or more, such as \`no-key-is-needed-here\`.`,
    });
}
/** By its name alone: this machine, its network, or a service of the job. */
function isLocal(baseUrl) {
    const host = URL.parse(baseUrl)?.hostname ?? "";
    if (host.startsWith("["))
        return /^\[(?:::1|f[cd][0-9a-f]{2}:.*|fe80:.*)\]$/u.test(host);
    if (/^\d+\.\d+\.\d+\.\d+$/u.test(host)) {
        return /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)/u.test(host);
    }
    return /^(?:[^.]+|.*\.(?:localhost|local|internal|lan|home\.arpa))$/u.test(host) && host !== "";
}

// EXTERNAL MODULE: ../src/foundation/digest.ts
var digest = __webpack_require__(6809);
// EXTERNAL MODULE: ../src/proof/answers.ts
var proof_answers = __webpack_require__(5081);
// EXTERNAL MODULE: ../src/proof/evidence-document.ts + 1 modules
var evidence_document = __webpack_require__(8634);
// EXTERNAL MODULE: ../src/proof/examples.ts
var proof_examples = __webpack_require__(6675);
// EXTERNAL MODULE: ../src/proof/limits.ts
var limits = __webpack_require__(5880);
// EXTERNAL MODULE: ../src/proof/prove.ts + 6 modules
var prove = __webpack_require__(5053);
// EXTERNAL MODULE: ../src/proof/time-budget.ts
var time_budget = __webpack_require__(4595);
// EXTERNAL MODULE: ../src/contract/read-python.ts + 1 modules
var read_python = __webpack_require__(8777);
// EXTERNAL MODULE: ../src/contract/write-python.ts
var write_python = __webpack_require__(6596);
// EXTERNAL MODULE: ../src/proof/judge-answer.ts
var judge_answer = __webpack_require__(5832);
// EXTERNAL MODULE: ../src/authoring/trial.ts
var authoring_trial = __webpack_require__(4145);
// EXTERNAL MODULE: ../src/proof/requirements.ts
var requirements = __webpack_require__(9092);
;// CONCATENATED MODULE: ../src/authoring/workbench.ts








/** One suite on one code, or some calls. */
const QUESTION_LIMITS = (0,limits/* runLimits */.g)(20);
/** Runs some files of a task, whole suites or single calls, in complete isolation. */
class Workbench {
    #task;
    #story;
    #options;
    constructor(task, story, options) {
        this.#task = task;
        this.#story = story;
        this.#options = options;
    }
    /** A session with these files; null where there is no isolation to be had, or no packages. */
    async withFiles({ packages }, files, work) {
        const python = await this.#options.environments.prepare(await this.#requirements(packages));
        if (python.kind !== "ready")
            return null;
        const content = files.map(workbench_contentOf);
        const open = (seed) => python.isolated.open(content, { seed });
        const opened = await open(0);
        if (opened.kind === "unavailable")
            return null;
        try {
            return await work(opened.session, open);
        }
        finally {
            await opened.session.close();
        }
    }
    /** What this code gives for calls; null where it cannot be asked. */
    answersOf(versions, code, calls) {
        return this.withFiles(versions, code, (session) => (0,proof_examples/* answersOf */.Bw)(session, calls.map(({ setup, call }) => ({ call: { setup, call, isAsync: false } })), {
            contract: this.contractOf(versions.design),
            limits: QUESTION_LIMITS,
            random: this.#options.random,
        }));
    }
    /** What is claimed, as values of Python; null in place of what is not one, or says nothing. */
    async expected(versions, claims) {
        const expressions = claims.map(({ returns }) => {
            const read = returns === null ? null : (0,read_python/* readExpression */.J)(returns);
            return read !== null && read.ok ? (0,write_python/* pythonOf */.w)(read.value) : null;
        });
        const values = await this.withFiles(versions, [], async (session) => {
            const asked = expressions.map((expression) => expression ?? "None");
            const { report } = await session.expected(asked, QUESTION_LIMITS);
            return (0,proof_answers/* parseAnswers */.lF)(report, asked.length);
        });
        if (values === null)
            return null;
        return claims.map(({ raises }, index) => {
            if (raises !== null)
                return { kind: "error", type: raises, match: null };
            const value = values[index];
            return expressions[index] !== null && value.kind === "value"
                ? { kind: "value", data: value.data }
                : null;
        });
    }
    contractOf(design) {
        return (0,contract_contract/* contractOf */.Qu)(design, (0,contract_contract/* demandsOf */.wu)(this.#story.document, (0,task_id/* partsOf */.CI)(this.#task).part)).contract;
    }
    async #requirements(packages) {
        const shared = (0,requirements/* sharedRequirements */.Yh)(await this.#options.sharedRequirements());
        const text = (packages ?? []).map((line) => `${line}\n`).join("");
        const own = packages === null
            ? []
            : (0,requirements/* taskRequirements */.kx)([workbench_contentOf({ path: "requirements.txt", content: text })], this.#options.allowedDependencies).requirements;
        return [...shared.requirements, ...own];
    }
}
function workbench_contentOf({ path, content }) {
    return { path, content: new TextEncoder().encode(content) };
}

;// CONCATENATED MODULE: ../src/authoring/claims.ts






/** Of each test what it says that every code contradicts; null where that cannot be made out. */
async function contestedClaims({ workbench, reader }, versions, tests, codes) {
    const contested = [];
    for (const test of tests) {
        const suite = versions.suites[test.suite] ?? [];
        const found = await takeApart(reader, suite, [test])
            .then((readings) => contestedOf(workbench, versions, readings?.[0]?.claims ?? [], codes))
            .catch(() => null);
        contested.push(authoring_trial/* Contested */.Ai.safeParse(found).data ?? null);
    }
    return contested;
}
/** The first claim that every code contradicts. */
async function contestedOf(workbench, versions, claims, codes) {
    const readable = claims.flatMap((claim) => asCall(claim) ?? []);
    if (readable.length === 0 || readable.length < claims.length)
        return null;
    const expected = await workbench.expected(versions, readable);
    if (expected === null)
        return null;
    const answers = [];
    for (const code of codes) {
        const said = await workbench.answersOf(versions, versions.codes[code] ?? [], readable);
        if (said === null)
            return null;
        answers.push(said);
    }
    const at = readable.findIndex((_, index) => {
        const claimed = expected[index];
        return claimed != null && answers.every((said) => !(0,judge_answer/* isRight */.F)(said[index], claimed, false));
    });
    const claim = readable[at];
    if (claim === undefined)
        return null;
    return {
        ...claim,
        setup: [...claim.setup],
        answers: answers.map((said) => (0,proof_answers/* shownAnswer */.aq)(said[at]).slice(0, 500)),
    };
}
/** Whether what was derived for a call is what the code gives. */
async function confirmedBy(workbench, versions, code, derived) {
    const claims = derived.map(({ contested: { setup, call }, answer }) => ({
        setup,
        call,
        ...answer,
    }));
    const expected = await workbench.expected(versions, claims);
    const said = await workbench.answersOf(versions, versions.codes[code] ?? [], claims);
    return derived.map((_, index) => {
        const demanded = expected?.[index];
        const answer = said?.[index];
        return demanded != null && answer !== undefined && (0,judge_answer/* isRight */.F)(answer, demanded, false);
    });
}
/** The files of a suite without these tests; null where they cannot be taken out by themselves. */
async function suiteWithout(reader, suite, tests) {
    let files = suite;
    // The last case of a test first, so that the others keep their places.
    for (const test of tests.toSorted((a, b) => b.case - a.case)) {
        const [reading] = (await takeApart(reader, files, [test])) ?? [];
        const content = reading?.without ?? null;
        if (content === null)
            return null;
        const { file } = placeOf(test);
        files = files.map((each) => (each.path === file ? { ...each, content } : each));
    }
    return files;
}
/** What each test claims, and its file without it. */
function takeApart(reader, files, tests) {
    return reader.takeApart(files.map(workbench_contentOf), tests.map(placeOf));
}
function placeOf({ id, case: place }) {
    const [file = "", ...names] = id.replace(/\[.*$/su, "").split("::");
    return { file, name: names.join("::"), case: place };
}
/** A claim in the grammar of examples, so that nothing else is run; null for what has another form. */
function asCall(claim) {
    const setup = claim.setup.map((line) => (0,read_python/* readStatement */.c)(line));
    const call = (0,read_python/* readExpression */.J)(claim.call);
    if (!call.ok || setup.some(({ ok }) => !ok))
        return null;
    return {
        ...claim,
        setup: setup.flatMap((read) => (read.ok ? [(0,write_python/* pythonOfStatement */.X)(read.value)] : [])),
        call: (0,write_python/* pythonOf */.w)(call.value),
    };
}

// EXTERNAL MODULE: ../src/proof/examine.ts
var examine = __webpack_require__(6309);
// EXTERNAL MODULE: ../src/proof/other-seeds.ts
var other_seeds = __webpack_require__(951);
// EXTERNAL MODULE: ../src/proof/run-with-canary.ts
var run_with_canary = __webpack_require__(497);
;// CONCATENATED MODULE: ../src/authoring/probe-calls.ts


/** How many are made of one design at most. */
const PROBES = 30;
/**
 * Further calls of the same kind as those of story and suites: their arguments, put together anew, each in the place in
 * which another call has it. What they give is compared between codes alone: nobody says what is right.
 */
function probeCalls(examples) {
    const known = new Set(examples.map(keyOf));
    const calls = examples.flatMap((example) => {
        const read = (0,read_python/* readExpression */.J)(example.call);
        return read.ok && read.value.kind === "call" ? [{ example, call: read.value }] : [];
    });
    const probes = new Map();
    for (const one of calls) {
        const alike = calls.filter(({ call }) => shapeOf(call) === shapeOf(one.call));
        for (const other of alike) {
            for (const at of one.call.arguments.keys()) {
                const probe = { ...one.example, call: (0,write_python/* pythonOf */.w)(withArgument(one.call, at, other.call)) };
                if (!known.has(keyOf(probe)))
                    probes.set(keyOf(probe), probe);
                if (probes.size === PROBES)
                    return [...probes.values()];
            }
        }
    }
    return [...probes.values()];
}
function keyOf({ setup, call }) {
    return JSON.stringify([setup, call]);
}
/** What is called, with which keywords and how many arguments. */
function shapeOf({ callee, arguments: given }) {
    return JSON.stringify([(0,write_python/* pythonOf */.w)(callee), given.map(({ name }) => name)]);
}
function withArgument(call, at, other) {
    return {
        ...call,
        arguments: call.arguments.map((each, index) => index === at ? { ...each, value: other.arguments[at].value } : each),
    };
}

;// CONCATENATED MODULE: ../src/authoring/cross-run.ts








/**
 * Every suite on every code, each cell twice, and every code on the story's examples and on calls that are made of them.
 * null where something cannot be run here.
 */
async function crossRun(versions, { workbench, reader, judging, ...options }) {
    const { codes, suites } = versions;
    const cells = await Promise.all(suites.map((suite) => Promise.all(codes.map((code) => judging.run(() => cellOf(versions, { code, suite }, { workbench, ...options }))))));
    const tests = [];
    const calls = [];
    for (const [suite, files] of suites.entries()) {
        const columns = (cells[suite] ?? []).flatMap((ran) => (ran === null ? [] : [ran]));
        if (columns.length < codes.length)
            return null;
        const own = triedTests(suite, columns);
        tests.push(...own);
        const readings = (await takeApart(reader, files, own)) ?? [];
        calls.push(...readings.flatMap(({ claims }) => claims.flatMap((each) => asCall(each) ?? [])));
    }
    const asked = await Promise.all(codes.map((code) => judging.run(() => workbench.withFiles(versions, code, (session, open) => answered(workbench.contractOf(versions.design), calls, { session, open, ...options })))));
    const all = asked.flatMap((one) => (one === null ? [] : [one]));
    if (all.length < codes.length)
        return null;
    return { codes: all.map((one, index) => triedCode(one, index, all)), tests };
}
async function answered(contract, ofSuites, { session, open, random }) {
    const others = new other_seeds/* OtherSeeds */.j(open, random);
    try {
        const { results, reasons } = await (0,proof_examples/* askExamples */.JM)(session, {
            contract,
            limits: QUESTION_LIMITS,
            random,
            others,
        });
        const lines = contract.criteria.flatMap(({ id, source }) => {
            const result = results.get(id);
            return result !== undefined && result.got !== null ? [source] : [];
        });
        const isAsked = reasons.every(({ code }) => code === "example_failed" || code === "flaky");
        const examples = contract.criteria.flatMap(({ execution }) => execution?.kind === "call" ? [execution.call] : []);
        const known = [
            ...examples,
            ...ofSuites.slice(0, PROBES).map(({ setup, call }) => ({ setup, call, isAsync: false })),
        ];
        const calls = [...known, ...probeCalls(known)].map((call) => ({ call }));
        const answers = calls.length === 0
            ? []
            : await (0,proof_examples/* answersOf */.Bw)(session, calls, { contract, limits: QUESTION_LIMITS, random });
        return { failed: isAsked ? lines : null, answers };
    }
    finally {
        await others.closeAll();
    }
}
/** One suite on one code, twice. */
async function cellOf(versions, { code, suite }, { workbench, random, progress }) {
    const files = [...code, ...suite];
    return workbench.withFiles(versions, files, async (session) => {
        const examination = await (0,examine/* examineTests */.X)(session, {
            pythonFiles: files.map(({ path }) => path),
            maxTests: 0,
            limits: QUESTION_LIMITS,
            random,
            progress,
        });
        const ids = examination.expected.map(({ id }) => id);
        if (ids.length === 0)
            return [];
        const again = await (0,run_with_canary/* runWithCanary */.Q)(session, {
            tests: ids,
            amidst: ids,
            limits: QUESTION_LIMITS,
            random,
        });
        const first = outcomesOf(examination.results);
        const second = outcomesOf(again.results);
        return examination.expected.map(({ id, criteria }) => ({
            id,
            criteria: [...criteria],
            outcome: bothOf(first.get(id), second.get(id)),
        }));
    });
}
function outcomesOf(results) {
    return new Map(results.map(({ id, outcome }) => [id, outcome === "error" ? "failed" : outcome]));
}
function bothOf(first, second) {
    if (first !== second)
        return "none";
    return first === "passed" || first === "failed" ? first : "none";
}
/** Rows of one suite; a test that a code does not even collect has no answer there. */
function triedTests(suite, columns) {
    const known = new Map(columns.flat().map((ran) => [ran.id, ran.criteria]));
    const places = new Map();
    return [...known].map(([id, criteria]) => {
        const base = id.replace(/\[.*$/su, "");
        const place = places.get(base) ?? 0;
        places.set(base, place + 1);
        return {
            suite,
            id,
            case: place,
            criteria,
            outcomes: columns.map((ran) => ran.find((each) => each.id === id)?.outcome ?? "none"),
        };
    });
}
/** Codes that were asked nothing do not agree. */
function triedCode({ failed, answers }, index, all) {
    const alike = all.findIndex((other) => answers.length > 0 && isAlike(answers, other.answers));
    return { failed: failed === null ? null : [...failed], agreement: alike < 0 ? index : alike };
}
function isAlike(one, other) {
    return one.length === other.length && one.every((answer, at) => isSameAnswer(answer, other[at]));
}
function isSameAnswer(one, other) {
    if (one.kind === "value" && other.kind === "value")
        return (0,judge_answer/* isSame */.Y)(one.data, other.data, false);
    if (one.kind === "raised" && other.kind === "raised")
        return one.type === other.type;
    return false;
}

// EXTERNAL MODULE: ../src/authoring/judgement.ts
var judgement = __webpack_require__(4486);
;// CONCATENATED MODULE: ../src/authoring/engine-judge.ts













/** New tests have to pass more often: nobody has seen them pass yet. */
const RERUNS_OF_ADDITIONS = 5;
const TIMEOUT_SECONDS = 60;
/** Of the time of a check for one run: code that never answers has to leave enough to find out that it does not. */
const SHARE_OF_A_RUN = 1 / 4;
/** Judges versions of one task with the engine of verify, in complete isolation. */
function engineJudge(task, story, options) {
    return new Engine(task, story, options);
}
class Engine {
    #task;
    #story;
    #options;
    #workbench;
    constructor(task, story, options) {
        this.#task = task;
        this.#story = story;
        this.#options = options;
        this.#workbench = new Workbench(task, story, {
            ...options,
            allowedDependencies: options.config["allowed-dependencies"],
        });
    }
    // What was paid for is never lost to a fault of ours: it is left to verify then.
    judge(version, additions) {
        return this.#options.judging
            .run(() => this.#judge(version, additions))
            .catch((error) => notJudged(`the check itself failed: ${String(error)}`));
    }
    tryAll(versions) {
        return crossRun(versions, { ...this.#options, workbench: this.#workbench })
            .then((trial) => authoring_trial/* Trial */.zq.safeParse(trial).data ?? null)
            .catch(() => null);
    }
    contested(versions, tests, codes) {
        const { reader } = this.#options;
        return contestedClaims({ workbench: this.#workbench, reader }, versions, tests, codes);
    }
    confirms(versions, code, derived) {
        return confirmedBy(this.#workbench, versions, code, derived).catch(() => derived.map(() => false));
    }
    without(suite, tests) {
        return suiteWithout(this.#options.reader, suite, tests).catch(() => null);
    }
    async #judge(version, additions) {
        const { config, checkSeconds, environments, random, now, progress } = this.#options;
        const seconds = (most) => Math.min(most, checkSeconds);
        const shared = await this.#options.sharedRequirements();
        const proof = await (0,prove/* prove */.z)({
            task: this.#task,
            files: (0,task_files/* versionFiles */.uP)(this.#task, this.#story, version),
            sharedRequirements: shared,
        }, {
            environments,
            config: {
                ...config,
                "task-seconds": seconds(config["task-seconds"]),
                "stub-seconds": seconds(config["stub-seconds"]),
                "mutation-seconds": seconds(config["mutation-seconds"]),
            },
            maxTests: 0,
            mutants: config.mutants,
            reruns: additions ? RERUNS_OF_ADDITIONS : config.reruns,
            limits: (0,limits/* runLimits */.g)(Math.max(1, Math.floor(Math.min(TIMEOUT_SECONDS, config["timeout-seconds"], checkSeconds * SHARE_OF_A_RUN)))),
            random,
            now,
            progress,
            // Of the code alone, so that the same code is changed in the same places whatever its tests are.
            inputsOf: (facts) => ({
                task: (0,digest/* sha256OfJson */.RO)(version.code),
                shared: {},
                config: (0,digest/* sha256OfJson */.RO)(null),
                verify: "",
                mutants: config.mutants,
                reruns: config.reruns,
                ...facts,
            }),
        });
        if (proof.reasons.some(time_budget/* isOutOfTime */.b)) {
            return notJudged(`it takes more than ${checkSeconds} seconds (\`check-seconds\` of the config)`);
        }
        const unavailable = proof.reasons.find(({ code }) => code === "isolation_unavailable");
        if (unavailable !== undefined)
            return notJudged(unavailable.message);
        const found = (0,evidence_document/* shownBy */.L)(proof);
        const isOverdue = found.reasons.some(({ code }) => code === "stub_survived") &&
            !(found.stubs ?? []).some(({ outcome }) => outcome === "survived" || outcome === "unknown") &&
            found.stubs !== null &&
            found.stubs.length > 0;
        if (isOverdue)
            return notJudged("there was not enough time for stubs");
        const isUncollected = found.reasons.some(({ code }) => code === "collection_error");
        const failure = isUncollected ? await this.#importFailure(version) : null;
        return (0,judgement/* judgementOf */.lG)(found, version.design, failure);
    }
    /** Whether the code cannot even be imported: then it is no fault of the tests. */
    async #importFailure(version) {
        const imports = version.design.modules.map((module) => module.import);
        const [answer] = (await this.#workbench.withFiles(version, version.code, (session) => (0,proof_examples/* answersOf */.Bw)(session, [{ call: { setup: [], call: "None", isAsync: false } }], {
            contract: { imports },
            limits: QUESTION_LIMITS,
            random: this.#options.random,
        }))) ?? [];
        return answer === undefined || answer.kind === "value"
            ? null
            : { error: (0,proof_answers/* shownAnswer */.aq)(answer).slice(0, 500) };
    }
}
function notJudged(why) {
    return { kind: "not_judged", why };
}

// EXTERNAL MODULE: ../src/authoring/secret-text.ts
var secret_text = __webpack_require__(5185);
// EXTERNAL MODULE: ../src/candidate/shared-inputs.ts
var shared_inputs = __webpack_require__(7960);
// EXTERNAL MODULE: ../src/config/config.ts
var config_config = __webpack_require__(2162);
;// CONCATENATED MODULE: ../src/foundation/lanes.ts
/** Does at most so much work at a time; who comes later waits, and is served in the order of coming. */
class Lanes {
    #free;
    #waiting = [];
    constructor(width) {
        this.#free = width;
    }
    async run(work) {
        await this.#enter();
        try {
            return await work();
        }
        finally {
            this.#leave();
        }
    }
    async #enter() {
        if (this.#free > 0) {
            this.#free -= 1;
            return;
        }
        await new Promise((resolve) => this.#waiting.push(resolve));
    }
    /** The lane goes straight to who waits longest, so that nobody slips in between. */
    #leave() {
        const next = this.#waiting.shift();
        if (next === undefined)
            this.#free += 1;
        else
            next();
    }
}

// EXTERNAL MODULE: ../src/foundation/version.ts + 1 modules
var version = __webpack_require__(8004);
// EXTERNAL MODULE: ../src/proof/adapters/installed-python.ts
var installed_python = __webpack_require__(4648);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1548);
// EXTERNAL MODULE: ../src/foundation/json.ts
var json = __webpack_require__(3723);
// EXTERNAL MODULE: ../src/proof/adapters/isolated-installation.ts
var isolated_installation = __webpack_require__(2837);
// EXTERNAL MODULE: ../src/proof/adapters/isolated-pytest.ts + 2 modules
var isolated_pytest = __webpack_require__(5465);
// EXTERNAL MODULE: ../src/proof/adapters/pip-settings.ts
var pip_settings = __webpack_require__(9002);
// EXTERNAL MODULE: ../src/proof/adapters/python-environment.ts
var python_environment = __webpack_require__(5661);
;// CONCATENATED MODULE: ../src/proof/adapters/pip-index.ts










const SECONDS = 120;
const REPORT_BYTES = 16 * 1024 * 1024;
/** What pip says it would install: https://pip.pypa.io/en/stable/reference/installation-report/ */
const Report = schemas/* object */.Ikc({
    install: schemas/* array */.YOg(schemas/* object */.Ikc({
        requested: schemas/* boolean */.zMY(),
        metadata: schemas/* object */.Ikc({
            name: schemas/* string */.YjP().max(200),
            version: schemas/* string */.YjP().max(200),
        }),
    })),
});
/** Asks the index by pip, as isolated as an installation: it reads names that a story has written. */
function pipIndex(options) {
    return {
        async pin(packages) {
            try {
                return await pinned(packages, options);
            }
            catch (error) {
                if (!(error instanceof errors/* PipelineError */.zC))
                    throw error;
                return { kind: "unknown", why: error.message };
            }
        },
    };
}
async function pinned(packages, { python, temporary, hidden }) {
    const base = await (0,python_environment/* readPythonEnvironment */.Y)(python);
    if (!base.hasPip)
        return { kind: "unknown", why: `${base.executable} has no pip` };
    const work = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporary, "agent-pipeline-index-"));
    const target = (0,external_node_path_.join)(work, "answer");
    const report = (0,external_node_path_.join)(target, "report.json");
    await (0,promises_.mkdir)(target);
    try {
        const ended = await (0,isolated_installation/* installIsolated */.T)({
            target,
            executable: base.executable,
            folders: base.folders,
            args: ["install", ...OPTIONS, "--report", report, "--", ...packages.map(lineOf)],
            settings: await (0,pip_settings/* readPipSettings */.p)(base.executable, process.env),
            hidden,
            ways: isolated_pytest/* WAY_NAMES */.n_,
            seconds: SECONDS,
        });
        if (ended.kind === "unavailable") {
            return { kind: "unknown", why: `no way of isolation works: ${ended.tried.join("; ")}` };
        }
        if (ended.kind === "failed")
            return { kind: "unknown", why: lastLines(ended.said) };
        return await read(report, packages);
    }
    finally {
        await (0,promises_.rm)(work, { recursive: true, force: true });
    }
}
const OPTIONS = "--quiet --disable-pip-version-check --no-input --no-cache-dir --dry-run --ignore-installed --only-binary=:all:".split(" ");
function lineOf({ name, bounds }) {
    return bounds === "*" ? name : `${name}${bounds}`;
}
async function read(file, packages) {
    const bytes = await (0,promises_.readFile)(file);
    const report = bytes.length > REPORT_BYTES ? undefined : Report.safeParse((0,json/* jsonIn */.Yf)(bytes.toString("utf8"))).data;
    const versions = new Map(report?.install.map(({ metadata: { name, version } }) => [(0,requirements/* normalName */.tK)(name), version]));
    const lines = packages.flatMap(({ name }) => {
        const version = versions.get(name);
        return version === undefined || !PLAIN.test(version) ? [] : [`${name}==${version}`];
    });
    if (lines.length === packages.length)
        return { kind: "pinned", lines };
    return { kind: "unknown", why: "pip's answer has not a plain version of each" };
}
/** What verify takes. */
const PLAIN = new RegExp(`^${requirements/* PINNED_VERSION */._4}$`);
function lastLines(said) {
    return said.trim().split("\n").slice(-3).join(" ").slice(0, 500);
}

// EXTERNAL MODULE: ../src/proof/adapters/python-by-version.ts
var python_by_version = __webpack_require__(970);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ../src/foundation/adapters/program.ts
var adapters_program = __webpack_require__(6662);
// EXTERNAL MODULE: ../src/proof/syntax-report.ts
var syntax_report = __webpack_require__(25);
;// CONCATENATED MODULE: ../src/proof/adapters/python-reader.ts








const MAIN = "read_sources.py";
const FILES = {
    ...isolated_pytest/* PROGRAM */.RX,
    [MAIN]: new URL(/* asset import */ __webpack_require__(7872), __webpack_require__.b),
    "task_cases.py": new URL(/* asset import */ __webpack_require__(9622), __webpack_require__.b),
    "task_promises.py": new URL(/* asset import */ __webpack_require__(1469), __webpack_require__.b),
};
const python_reader_SECONDS = 90;
const line = schemas/* int */.Whr().positive();
const Answer = schemas/* strictObject */.rej({
    syntax: schemas/* string */.YjP(),
    unkept: schemas/* array */.YOg(schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line: line.nullable(), problem: schemas/* string */.YjP() })),
    imports: schemas/* array */.YOg(schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line, module: schemas/* string */.YjP() })),
    absolute: schemas/* array */.YOg(schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line, module: schemas/* string */.YjP() })),
    skips: schemas/* array */.YOg(schemas/* strictObject */.rej({ file: schemas/* string */.YjP(), line, what: schemas/* string */.YjP() })),
    cases: schemas/* array */.YOg(schemas/* strictObject */.rej({
        claims: schemas/* array */.YOg(schemas/* strictObject */.rej({
            setup: schemas/* array */.YOg(schemas/* string */.YjP()),
            call: schemas/* string */.YjP(),
            returns: schemas/* string */.YjP().nullable(),
            raises: schemas/* string */.YjP().nullable(),
        })),
        without: schemas/* string */.YjP().nullable(),
    })),
});
/** `python3` as it is found: it is given an empty environment, so that nothing of the job is within its reach. */
function pythonReader(python, temporary) {
    let program = null;
    const ask = async (files, more) => {
        // One folder for all that is read, so that Python keeps what it has made of it.
        program ??= programFolder(temporary);
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporary, "agent-pipeline-reading-"));
        try {
            return await readIn(folder, [python, (0,external_node_path_.join)(await program, MAIN)], files, more);
        }
        finally {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    };
    return {
        async read(files, promises) {
            const answer = await ask(files, { promises, cases: [] });
            if (answer === null)
                return null;
            const { syntax: text, unkept, imports, absolute, skips } = answer;
            const syntax = (0,syntax_report/* parseSyntaxReport */.r)(text);
            return syntax === null ? null : { syntax, unkept, imports, absolute, skips };
        },
        async takeApart(files, cases) {
            const answer = await ask(files, { promises: [], cases });
            return answer === null || answer.cases.length < cases.length ? null : answer.cases;
        },
    };
}
async function programFolder(temporary) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temporary, "agent-pipeline-reader-"));
    for (const [name, url] of Object.entries(FILES)) {
        await (0,promises_.copyFile)((0,external_node_url_.fileURLToPath)(url), (0,external_node_path_.join)(folder, name));
    }
    return folder;
}
async function readIn(task, [python, program], files, more) {
    for (const { path, content } of files) {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(task, path)), { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(task, path), content);
    }
    const paths = files.map(({ path }) => path);
    const ran = await (0,adapters_program/* runProgram */.m)(python, ["-I", "-X", "utf8", program, task], {
        input: JSON.stringify({ paths, ...more, own: ownModules(paths) }),
        seconds: python_reader_SECONDS,
        environment: { PATH: process.env["PATH"], LC_ALL: "C.UTF-8" },
    }).catch(() => null);
    if (ran === null || ran.exitCode !== 0)
        return null;
    return Answer.parse((0,json/* jsonIn */.Yf)(ran.stdout.toString("utf8")));
}
/** What the task itself may be imported as. */
function ownModules(paths) {
    const below = (folder) => paths
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1).replace(/(?:\/.*|\.py)$/u, ""));
    return ["src", "tests", "pytest", ...below("src"), ...below("tests")];
}

// EXTERNAL MODULE: ../src/proof/tell-progress.ts
var tell_progress = __webpack_require__(6275);
// EXTERNAL MODULE: ../src/story/story.ts + 1 modules
var story = __webpack_require__(9494);
// EXTERNAL MODULE: ../src/task/folder.ts
var folder = __webpack_require__(4629);
// EXTERNAL MODULE: ../src/task/meta-file.ts
var meta_file = __webpack_require__(9991);
// EXTERNAL MODULE: ../src/task/story-ref.ts
var story_ref = __webpack_require__(6988);
// EXTERNAL MODULE: ./check/check.ts + 7 modules
var check = __webpack_require__(3043);
;// CONCATENATED MODULE: ../actions/generate/task-plan.ts
/** Decides what to do about one task folder of a story. Pure: the same facts give the same answer. */
function planTask(task, { digest: story, path }, { onBase, onBranch }, { isRequested, hasFeedback = false, policy, }) {
    const present = [onBranch, onBase].filter((state) => state !== null);
    if (present.length === 0)
        return { kind: "generate", task, reason: "new" };
    // The account of another text of the story is none of this one's.
    if (present.every(({ isUnfinished, isUntouched }) => isUnfinished && isUntouched)) {
        const isOfThis = present.some((state) => state.story === story);
        return { kind: "generate", task, reason: isOfThis ? "unfinished" : "new" };
    }
    if (!isRequested) {
        // First the base: a branch that was left over after its merge must not bring the task up again.
        const isFrom = (state) => state?.story === story && state.storyPath === path;
        if (isFrom(onBase))
            return { kind: "skip", task, reason: "unchanged" };
        if (isFrom(onBranch))
            return { kind: "adopt", task };
        // What a person made of another text on the branch would be lost by what the base has of this one.
        const isKept = onBranch !== null && onBranch.story !== story && !onBranch.isUntouched;
        if (!isKept && present.some((state) => state.story === story))
            return { kind: "rename", task };
    }
    const isSameStory = present.some((state) => state.story === story);
    if (!isSameStory && policy === "append")
        return { kind: "next_rerun" };
    if (present.some((state) => !state.isUntouched)) {
        return { kind: "skip", task, reason: "human_commits" };
    }
    if (isSameStory) {
        const goesOn = hasFeedback && onBranch?.story === story;
        return { kind: "generate", task, reason: goesOn ? "feedback" : "requested" };
    }
    if (policy === "skip")
        return { kind: "skip", task, reason: "rerun_policy" };
    return { kind: "generate", task, reason: "changed" };
}

// EXTERNAL MODULE: ./answer.ts
var answer = __webpack_require__(612);
// EXTERNAL MODULE: ../src/telling/blocks.ts
var blocks = __webpack_require__(2363);
;// CONCATENATED MODULE: ./generate/words.ts

/** What became of each task, and what it cost. */
function madeBlocks(told, spent) {
    const { tokens, costUsd } = spent;
    const cost = costUsd === null ? (0,blocks/* say */.cv) `at an unknown price` : (0,blocks/* say */.cv) `${costUsd.toFixed(4)} USD`;
    const hasAsked = tokens.input + tokens.output > 0;
    return [
        ...told.flatMap(blocksOf),
        ...(hasAsked
            ? [(0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `${tokens.input} tokens in, ${tokens.output} out, ${cost}.`)]
            : []),
    ];
}
const LIMIT = 1_000;
function blocksOf(told) {
    const { task, kind } = told;
    switch (kind) {
        case "left":
            return [(0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `– ${(0,blocks/* code */.aY)(task)} ${(0,blocks/* untrusted */.bp)(told.why, LIMIT)}`)];
        case "planned":
            return [(0,blocks/* paragraph */.FY)(plannedLine(told))];
        case "failed": {
            const { message, hint } = told.error;
            const lines = [...message.split("\n"), ...(hint === undefined ? [] : [hint])];
            return [
                {
                    kind: "folds",
                    folds: [
                        {
                            title: (0,blocks/* say */.cv) `✘ ${(0,blocks/* code */.aY)(task)}: nothing was written`,
                            blocks: (0,blocks/* list */.p_)(lines.map((line) => (0,blocks/* say */.cv) `${(0,blocks/* untrusted */.bp)(line, LIMIT)}`)),
                        },
                    ],
                },
            ];
        }
        case "written": {
            const { made } = told.attempted;
            const ending = made.kind === "made" ? made.ending : "nothing";
            const open = made.kind === "made" ? made.open : null;
            return [
                {
                    kind: "folds",
                    folds: [
                        {
                            title: (0,blocks/* say */.cv) `✔ ${(0,blocks/* code */.aY)(`generated/${task}`)} is written: ${ENDED[ending]}`,
                            blocks: [
                                ...(0,blocks/* list */.p_)(told.files.map((file) => (0,blocks/* say */.cv) `${(0,blocks/* code */.aY)(file)}`)),
                                ...(open === null ? [] : questionBlocks(open)),
                            ],
                        },
                    ],
                },
                ...(ending === "proven"
                    ? []
                    : [(0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `  ${(0,blocks/* code */.aY)(`agent-pipeline verify ${task}`)} says what is wanting.`)]),
            ];
        }
        default:
            return told;
    }
}
const ENDED = {
    proven: (0,blocks/* say */.cv) `its own check found nothing wanting. That is no evidence; verify makes it`,
    not_proven: (0,blocks/* say */.cv) `its own check found something wanting`,
    open: (0,blocks/* say */.cv) `the story leaves something open, which its author has to say`,
    unchecked: (0,blocks/* say */.cv) `its own check was not made`,
    nothing: (0,blocks/* say */.cv) `nothing was made`,
};
function questionBlocks({ call, answers, line, }) {
    const said = (0,blocks/* joined */.oR)(answers.map(({ by, answer }) => (0,blocks/* say */.cv) `${by} says ${(0,blocks/* untrusted */.bp)(answer, LIMIT)}`), (0,blocks/* say */.cv) `, `);
    return [
        (0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `? ${(0,blocks/* untrusted */.bp)(call, LIMIT)}: ${said}`),
        ...(line === null
            ? []
            : [(0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `  A line for the story that would settle it: ${(0,blocks/* untrusted */.bp)(line, LIMIT)}`)]),
    ];
}
/** To a cent above, so that "at most" holds. */
function cents(usd) {
    return (Math.ceil(usd * 100) / 100).toFixed(2);
}
function plannedLine({ task, models, estimate: { tokens, costUsd }, inAll, }) {
    const price = costUsd === null ? (0,blocks/* say */.cv) `at an unknown price` : (0,blocks/* say */.cv) `${cents(costUsd)} USD`;
    // Money bounds nothing where nobody knows the price.
    const money = costUsd === null ? [] : (0,blocks/* say */.cv) ` and ${cents(inAll?.usd ?? 0)} USD`;
    const all = inAll === null
        ? []
        : (0,blocks/* say */.cv) `; with what the check of its own work finds at most ${inAll.calls} questions${money} for this text of the story`;
    return (0,blocks/* say */.cv) `– ${(0,blocks/* code */.aY)(task)} would be generated: ${(0,blocks/* code */.aY)(models.join(", "))} is asked for the design, then for code and tests; the first version takes at most ${tokens} tokens, ${price}${all}`;
}

;// CONCATENATED MODULE: ./generate/generate.ts




/** Has each task of a story made, and writes it into the working tree. What was not finished leaves the tree as it was. */
async function generate(story, { again, isDryRun }, ports) {
    const subjects = story.tasks.map((task) => {
        const present = ports.present(task.id);
        const plan = planTask(task.id, story, { onBase: present, onBranch: null }, { isRequested: again, policy: "overwrite" });
        if (plan.kind === "next_rerun")
            throw new Error("Nothing is appended here");
        return { story, task, made: present?.story === story.digest ? present : null, plan };
    });
    const isWork = subjects.some(({ plan }) => plan.kind === "generate");
    if (isWork && !isDryRun)
        ports.assertAskable();
    ports.authoring.plan(subjects.filter(({ plan }) => plan.kind === "generate"));
    const told = [];
    for (const subject of subjects)
        told.push(await toldOf(subject, isDryRun, ports));
    const { tokens, costUsd } = ports.authoring.spending.total;
    return {
        exit: exitOf(told),
        blocks: madeBlocks(told, { tokens, costUsd }),
        data: { story: story.path, tasks: told.map(dataOf), tokens, costUsd },
    };
}
/** A fault of a service or of this machine says nothing about the story, and so counts before what was found. */
function exitOf(told) {
    const exits = told.map((one) => {
        switch (one.kind) {
            case "planned":
            case "left":
                return answer/* EXIT */.d.fine;
            case "failed":
                return FAULTS_OF_THE_WORK.has(one.error.code) ? answer/* EXIT */.d.faults : answer/* EXIT */.d.unanswered;
            case "written":
                return one.attempted.made.kind === "made"
                    ? generate_ENDED[one.attempted.made.ending]
                    : answer/* EXIT */.d.unanswered;
            default:
                return one;
        }
    });
    const order = [answer/* EXIT */.d.unanswered, answer/* EXIT */.d.faults, answer/* EXIT */.d.unknown];
    return order.find((exit) => exits.includes(exit)) ?? answer/* EXIT */.d.fine;
}
/** What came of the model's work within what it may cost; all else kept the work from being done. */
const FAULTS_OF_THE_WORK = new Set([
    "MODEL_OUTPUT_INVALID",
    "LIMIT_REACHED",
]);
const generate_ENDED = {
    proven: answer/* EXIT */.d.fine,
    not_proven: answer/* EXIT */.d.faults,
    // The story leaves something open.
    open: answer/* EXIT */.d.faults,
    unchecked: answer/* EXIT */.d.unknown,
    nothing: answer/* EXIT */.d.faults,
};
async function toldOf(subject, isDryRun, ports) {
    const { plan } = subject;
    const { task } = plan;
    const { authoring, log } = ports;
    if (plan.kind !== "generate")
        return { kind: "left", task, why: LEFT[whyLeft(plan)] };
    if (isDryRun) {
        const { models, inAll } = authoring;
        return { kind: "planned", task, models, estimate: authoring.estimate(subject), inAll };
    }
    try {
        const attempted = await authoring.attempt(subject, plan, log);
        if (attempted.made.kind === "unfinished")
            throw attempted.made.error;
        ports.write(task, attempted.files);
        return { kind: "written", task, files: [...attempted.files.keys()].toSorted(), attempted };
    }
    catch (error) {
        if (error instanceof errors/* PipelineError */.zC)
            return { kind: "failed", task, error };
        throw error;
    }
}
const LEFT = {
    unchanged: "was made from this very story; --again makes it anew",
    human_commits: "somebody has changed its folder, which is never overwritten: move it away first",
    renamed: "was made from this very story under another file name; --again makes it anew",
};
function whyLeft(plan) {
    if (plan.kind !== "skip")
        return "renamed";
    return plan.reason === "human_commits" ? "human_commits" : "unchanged";
}
function dataOf(told) {
    switch (told.kind) {
        case "written": {
            const { task, files, attempted } = told;
            const ended = attempted.made.kind === "made" ? attempted.made.ending : null;
            return { task, outcome: "written", files, attempt: attempted.number, ended };
        }
        case "planned":
            return { ...told, outcome: "planned" };
        case "left":
            return { task: told.task, outcome: "left", why: told.why };
        case "failed": {
            const { code, message, hint = null } = told.error;
            return { task: told.task, outcome: "failed", error: { code, message, hint } };
        }
        default:
            return told;
    }
}

// EXTERNAL MODULE: ./adapters/folder.ts
var adapters_folder = __webpack_require__(913);
// EXTERNAL MODULE: ./adapters/progress.ts
var adapters_progress = __webpack_require__(4678);
// EXTERNAL MODULE: ./adapters/replay.ts + 1 modules
var replay = __webpack_require__(7913);
// EXTERNAL MODULE: ./adapters/verify.ts + 17 modules
var verify = __webpack_require__(465);
;// CONCATENATED MODULE: ./adapters/generate.ts






























/** Makes the tasks of one story, and writes them into the working tree. */
async function generateAsked(asked) {
    const isDryRun = asked.isSet("dryRun");
    if (!isDryRun)
        (0,verify.assertLinux)("generate checks its own work in complete isolation");
    const root = (0,adapters_folder/* repositoryAround */.WU)(asked.directory);
    const path = (0,adapters_folder/* pathIn */.lW)(root, asked.words[0] ?? "");
    const files = (0,adapters_folder/* storyFilesIn */.id)(root);
    const bytes = files.read(path);
    if (bytes === null)
        throw new errors/* PipelineError */.zC("INPUT_INVALID", `There is no file ${path}`);
    const read = (0,story/* parseStory */.PB)(path, bytes);
    // What is wrong with it `check` says best.
    if (!read.ok)
        return (0,check/* check */.z)([path], files);
    const config = configOf(asked, (0,adapters_folder/* textAt */.$6)((0,external_node_path_.join)(root, config_config/* CONFIG_PATH */.tF)));
    const temporary = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "agent-pipeline-generate-"));
    const progress = (0,adapters_progress/* progressOn */.z)(process);
    try {
        return await generate(read.story, { again: asked.isSet("again"), isDryRun }, {
            authoring: authoringOf(asked, config, { root, temporary, progress }),
            log: progress.log,
            assertAskable: () => void keyFor(asked.text("baseUrl") ?? openai/* DEFAULT_BASE_URL */.Q),
            present: (task) => presentIn(root, task),
            write: (task, made) => writeTask(root, task, made),
        });
    }
    finally {
        progress.end();
        (0,external_node_fs_.rmSync)(temporary, { recursive: true, force: true });
    }
}
function configOf(asked, text) {
    const config = (0,config_config/* parseConfig */.o4)(text);
    const budget = asked.text("budgetUsd");
    if (budget === null)
        return config;
    if (!/^\d{1,6}(?:\.\d{1,6})?$/.test(budget)) {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", "--budget-usd must be an amount in USD, such as 0.50");
    }
    return { ...config, "budget-usd": Number(budget) };
}
function authoringOf(asked, config, { root, temporary, progress, }) {
    const { log } = progress;
    const python = (0,verify.programNamed)(asked.text("python") ?? (0,python_by_version/* pythonNamed */.k)(config.python, process.env));
    const hidden = [root, temporary, (0,external_node_os_.homedir)()];
    const reader = pythonReader(python, temporary);
    const judging = new Lanes((0,external_node_os_.availableParallelism)());
    const environments = (0,installed_python/* installedPython */.N)({ python, isolation: "required", hidden, temporary, log });
    const options = { config, model: asked.text("model") ?? "" };
    return new Authoring(options, {
        modelOf: modelsOf(asked, config),
        reader,
        index: pipIndex({ python, temporary, hidden }),
        judgeOf: (task, _story, { "check-seconds": checkSeconds, ...settings }) => engineJudge(task, _story, {
            environments,
            config: settings,
            checkSeconds,
            reader,
            sharedRequirements: () => Promise.resolve(sharedIn(root)),
            random: (limit) => (0,external_node_crypto_.randomInt)(limit),
            now,
            progress: (0,tell_progress/* tellProgress */.X)(task, log, now),
            judging,
        }),
        now,
        keepTranscript: keeperIn(asked.text("keep")),
        log,
        version: version/* VERSION */.x,
    });
}
/** Seconds since the process began. */
function now() {
    return performance.now() / 1_000;
}
/** The key is taken from the environment alone, goes to the one server that is named, and is nobody else's to read. */
function modelsOf(asked, config) {
    const models = new Map();
    return (name) => {
        const known = models.get(name);
        if (known !== undefined)
            return known;
        const baseUrl = asked.text("baseUrl") ?? openai/* DEFAULT_BASE_URL */.Q;
        const apiKey = keyFor(baseUrl);
        const model = (0,openai/* openAiModel */.a)({ apiKey, baseUrl, model: name, style: config["api-style"] });
        models.set(name, model);
        return model;
    };
}
function keyFor(baseUrl) {
    const apiKey = process.env["OPENAI_API_KEY"] ?? "";
    if (URL.parse(baseUrl)?.protocol.startsWith("http") !== true) {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", "--base-url must be an http(s) URL");
    }
    if (apiKey === "") {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", "OPENAI_API_KEY is empty, and a model is asked with it", {
            hint: "Set that variable of the environment to the key of the model's server; to any text, such as no-key-is-needed-here, if it wants none. --dry-run needs no key, and says what it would cost.",
        });
    }
    if (!(0,secret_text/* isRealKey */.cx)(apiKey) && !isLocal(baseUrl)) {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", `OPENAI_API_KEY has ${apiKey.length} characters, and a key has at least ${secret_text/* SHORTEST_REAL_KEY */.Ux}`, { hint: "Check that variable of the environment." });
    }
    return apiKey;
}
function keeperIn(folder) {
    return (task, text) => {
        if (folder === null)
            return;
        (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(folder, `${task}.transcript.jsonl`), text);
    };
}
function sharedIn(root) {
    return shared_inputs/* ALWAYS_SHARED */.qG.flatMap((path) => {
        const content = (0,adapters_folder/* bytesAt */.L1)((0,external_node_path_.join)(root, path));
        return content === null ? [] : [{ path, content }];
    });
}
function presentIn(root, task) {
    const files = new Map((0,replay.filesIn)((0,external_node_path_.join)(root, (0,folder/* taskFolder */.AD)(task))).map(({ path, content }) => [path, content]));
    if (files.size === 0)
        return null;
    const manifest = (0,meta_file/* readMeta */.e)(task_manifest/* Manifest */._8, files.get(folder/* META */.Ge.manifest));
    const reference = (0,meta_file/* readMeta */.e)(story_ref/* StoryRef */.N, files.get(folder/* META */.Ge.storyRef));
    const isUnfinished = manifest !== null && files.size === 1;
    return {
        tree: "",
        files,
        isUnfinished,
        story: reference?.sha256 ?? (isUnfinished ? manifest.story.sha256 : null),
        storyPath: reference?.story ?? null,
        isUntouched: (0,task_manifest/* isUntouched */.O2)(files),
        attempts: manifest?.attempts ?? [],
    };
}
/** Written beside its place, and moved there when it is whole. */
function writeTask(root, task, files) {
    const target = (0,external_node_path_.join)(root, (0,folder/* taskFolder */.AD)(task));
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
    const scratch = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_path_.dirname)(target), ".writing-"));
    try {
        for (const [path, content] of files) {
            const file = (0,external_node_path_.join)(scratch, "new", path);
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
            (0,external_node_fs_.writeFileSync)(file, content);
        }
        const old = (0,external_node_path_.join)(scratch, "old");
        (0,external_node_fs_.mkdirSync)(old);
        try {
            (0,external_node_fs_.renameSync)(target, (0,external_node_path_.join)(old, task));
        }
        catch {
            // There was none.
        }
        (0,external_node_fs_.renameSync)((0,external_node_path_.join)(scratch, "new"), target);
    }
    finally {
        (0,external_node_fs_.rmSync)(scratch, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 7872:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "bb4b2fdc181ed84b1d96.py";

/***/ }),

/***/ 9622:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "4a06dd6d0ece42c1c45e.py";

/***/ }),

/***/ 1469:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "acd38d16a2a2962faec5.py";

/***/ })

};
