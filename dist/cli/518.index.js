export const id = 518;
export const ids = [518,762];
export const modules = {

/***/ 159:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctorAsked: () => (/* binding */ doctorAsked)
});

// EXTERNAL MODULE: ../node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(1075);
// EXTERNAL MODULE: ../src/authoring/adapters/openai.ts + 8 modules
var openai = __webpack_require__(6091);
// EXTERNAL MODULE: ../src/config/config.ts
var config_config = __webpack_require__(2162);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
// EXTERNAL MODULE: ../src/github/adapters/api.ts
var adapters_api = __webpack_require__(9936);
// EXTERNAL MODULE: ../src/telling/blocks.ts
var blocks = __webpack_require__(2363);
// EXTERNAL MODULE: ./answer.ts
var answer = __webpack_require__(612);
// EXTERNAL MODULE: ../src/authoring/prices.ts
var prices = __webpack_require__(9159);
// EXTERNAL MODULE: ../src/config/config-faults.ts
var config_faults = __webpack_require__(8062);
;// CONCATENATED MODULE: ./doctor/findings.ts
const fine = (about, says) => ({
    about,
    state: "fine",
    says,
    at: null,
});
const missing = (about, says, at = null) => ({
    about,
    state: "missing",
    says,
    at,
});
const advice = (about, says, at = null) => ({
    about,
    state: "advice",
    says,
    at,
});
/** What follows from something that may not have been seen. */
function ifSeen(about, seen, judge, at = null) {
    if (seen.kind === "seen")
        return [judge(seen.value)].flat();
    return [{ about, state: "unknown", says: seen.why, at }];
}

;// CONCATENATED MODULE: ./doctor/rule-findings.ts

const GATE = "agent-pipeline/gate";
const NOT_EACH = 'what a group was refused for is merged with a later group that is green. Turn on "Require all queue entries to pass required checks"';
const UNSEEN = "GitHub does not say whether each entry of it has to pass its required checks";
/** What rules of the default branch mean for what the gate merges. */
function ruleFindings(rules, config, url) {
    const at = `${url}/settings/rules`;
    if (rules.length === 0) {
        return [
            advice("rules", `nobody has to wait for ${GATE}: people can merge what is not proven. Require the status ${GATE} in a ruleset to keep them from it`, at),
        ];
    }
    return rules.flatMap((rule) => judged(rule, config, at));
}
function judged(rule, config, at) {
    switch (rule.kind) {
        case "checks":
            return rule.names.map((name) => requiredCheck(name, config, at));
        case "reviews":
            return [
                rule.approvals > 0 || rule.codeOwners
                    ? advice("reviews", `what is proven waits for ${rule.approvals > 0 ? `${rule.approvals} ${rule.approvals === 1 ? "approval" : "approvals"}` : "a code owner"}, and is merged when it comes`, at)
                    : fine("reviews", "pull requests are required, without approvals"),
            ];
        case "signatures":
            return [
                missing("signatures", "signed commits are required, and those of generate are not signed: it can merge nothing. Take the rule off, or exempt the branches task/* and story/*, and merge by squash", at),
            ];
        case "linear":
            return [
                advice("linear history", "merge commits are forbidden: set `merge-method: squash` for the gate", at),
            ];
        case "queue":
            return [
                ...(rule.asksEach === false ? [missing("merge queue", NOT_EACH, at)] : []),
                ...(rule.asksEach === null
                    ? [{ about: "merge queue", state: "unknown", says: UNSEEN, at }]
                    : []),
                advice("merge queue", "a person adds what is proven to the queue; docs/merge-queue.md says how agent-ci answers it", at),
            ];
        default:
            return rule;
    }
}
function requiredCheck(name, config, at) {
    if (name === GATE) {
        return advice("required status", `${GATE} is required of every pull request: agent-ci has to run for all of them, so its \`on: pull_request\` must have no \`paths:\``, at);
    }
    const isWaitedFor = config?.["required-checks"].includes(name) === true;
    return advice("required check", `"${name}" is required. On commits that generate pushes with the token of the job GitHub starts no workflow: give generate a token of an App, or take the check off for such branches${isWaitedFor ? "" : `; and name it under \`required-checks\` of the config, so that the gate waits for it`}`, at);
}

// EXTERNAL MODULE: ../node_modules/yaml/dist/index.js
var dist = __webpack_require__(6637);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1548);
// EXTERNAL MODULE: ../src/next-runs/run-request.ts
var run_request = __webpack_require__(7815);
;// CONCATENATED MODULE: ../src/next-runs/workflow-names.ts
const USUAL = { retry: "agent-pipeline", reverify: "agent-ci" };
/**
 * The inputs come first, then the config, then the usual names with the ending of the workflow that runs (`own`): a run
 * of a workflow with another name does not say which of the two it is, and what verifies must never be started in the
 * place of what makes another attempt.
 */
function workflowNames(own, inputs, config) {
    const ending = own.endsWith(".yaml") ? ".yaml" : ".yml";
    const nameOf = (which) => inputs[which] || config[which] || USUAL[which] + ending;
    return { retry: nameOf("retry"), reverify: nameOf("reverify") };
}
/** The file of GITHUB_WORKFLOW_REF, `owner/name/.github/workflows/file@ref`; empty where it does not have that form. */
function workflowFileIn(reference) {
    return /^[^/]+\/[^/]+\/\.github\/workflows\/([^@/]+)@/.exec(reference)?.[1] ?? "";
}

;// CONCATENATED MODULE: ./doctor/workflow-findings.ts





const FOLDER = ".github/workflows/";
const Permissions = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())])
    .optional()
    .catch(undefined);
const Workflow = schemas/* object */.Ikc({
    on: schemas/* unknown */.L5J().optional(),
    permissions: Permissions,
    jobs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* object */.Ikc({
        uses: schemas/* string */.YjP().optional().catch(undefined),
        permissions: Permissions,
        secrets: schemas/* unknown */.L5J().optional(),
        steps: schemas/* array */.YOg(schemas/* object */.Ikc({ uses: schemas/* string */.YjP().optional().catch(undefined) }))
            .optional()
            .catch(undefined),
    })
        .catch({ secrets: undefined })),
});
/** What a caller must grant: a called workflow gets no more. */
const GRANTED = ["contents", "pull-requests", "issues", "statuses", "actions"];
/** Whether the workflows are there, can be started, and may do what they have to. */
function workflowFindings(files, config, url) {
    const names = workflowNames(files.some(({ path }) => path === `${FOLDER}agent-pipeline.yaml`) ? ".yaml" : ".yml", { retry: null, reverify: null }, { retry: config["retry-workflow"], reverify: config["reverify-workflow"] });
    const roles = [
        {
            file: names.retry,
            calls: "agent-pipeline",
            action: "generate",
            inputs: ["task", "pull-request", "feedback-run-id"],
            needsKey: true,
        },
        {
            file: names.reverify,
            calls: "agent-ci",
            action: "verify",
            inputs: ["task", "pull-request"],
            needsKey: false,
        },
    ];
    const hasSweep = files.some(({ text }) => /agent-sweep\.ya?ml@|\/sweep@/.test(text));
    return [
        ...roles.flatMap((role) => roleFindings(role, files, url)),
        hasSweep
            ? fine("agent-sweep", "a workflow finds what no event wakes")
            : advice("agent-sweep", "no workflow finds what no event wakes, such as a run that was lost: `agent-pipeline init` writes one"),
    ];
}
function roleFindings(role, files, url) {
    const path = `${FOLDER}${role.file}`;
    const page = `${url}/actions/workflows/${role.file}`;
    const file = files.find((each) => each.path === path);
    if (file === undefined) {
        return [
            missing(path, "is not on the default branch: `agent-pipeline init` writes it; commit it"),
        ];
    }
    const workflow = workflowIn(file.text);
    if (workflow === null)
        return [missing(path, "cannot be read as a workflow", `${url}/blob/HEAD/${path}`)];
    const found = [
        ...stateFindings(path, file.state, page),
        ...inputFindings(path, workflow, role.inputs),
        ...callFindings(path, workflow, role, url),
    ];
    return found.length === 0
        ? [fine(path, "is there, can be started, and may do what it has to")]
        : found;
}
function workflowIn(text) {
    try {
        const read = Workflow.safeParse((0,dist/* parse */.qg)(text, { maxAliasCount: 20 }));
        return read.success ? read.data : null;
    }
    catch {
        return null;
    }
}
function stateFindings(path, state, page) {
    if (state === "active")
        return [];
    if (state === null) {
        return [
            {
                about: path,
                state: "unknown",
                says: "whether GitHub starts it could not be seen",
                at: page,
            },
        ];
    }
    return [missing(path, `GitHub does not start it (${state}): press "Enable workflow"`, page)];
}
function inputFindings(path, { on }, needed) {
    const declared = dispatchInputs(on);
    if (declared === null) {
        return [
            missing(path, "has no `workflow_dispatch:` in its `on:`, so nothing can be started by the gate"),
        ];
    }
    const lacks = needed.filter((name) => !declared.includes(name));
    if (lacks.length === 0)
        return [];
    return [
        missing(path, `lacks inputs by which the gate starts it; add to \`inputs:\` of its \`workflow_dispatch:\`, and hand on to what it calls: ${(0,run_request/* missingLines */.uR)(lacks).join(", ")}`),
    ];
}
/** Names of the inputs of a dispatch; null where there is none. */
function dispatchInputs(on) {
    if (on === "workflow_dispatch")
        return [];
    if (Array.isArray(on))
        return on.includes("workflow_dispatch") ? [] : null;
    const events = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).safeParse(on);
    if (!events.success || !Object.hasOwn(events.data, "workflow_dispatch"))
        return null;
    const dispatch = schemas/* object */.Ikc({ inputs: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).nullish() })
        .safeParse(events.data["workflow_dispatch"] ?? {});
    return Object.keys(dispatch.data?.inputs ?? {});
}
function callFindings(path, workflow, role, url) {
    const jobs = Object.values(workflow.jobs);
    const calling = jobs.find(({ uses }) => new RegExp(`/${role.calls}\\.ya?ml(?:@|$)`).test(uses ?? ""));
    if (calling === undefined) {
        const holds = jobs.some(({ steps = [] }) => steps.some(({ uses = "" }) => new RegExp(`/${role.action}(?:@|$)|agent-pipeline@`).test(uses)));
        // A copy, or one of their own: which job needs what is for the pages of the actions to say.
        if (holds)
            return [];
        return [
            missing(path, `neither calls ${role.calls}.yml of agent-pipeline nor uses its action ${role.action}`),
        ];
    }
    return [
        ...permissionFindings(path, workflow, calling),
        ...(role.needsKey ? keyFindings(path, calling, url) : []),
    ];
}
function permissionFindings(path, workflow, job) {
    const given = job.permissions ?? workflow.permissions;
    if (given === "write-all")
        return [];
    const lacks = typeof given === "object" ? GRANTED.filter((name) => given[name] !== "write") : GRANTED;
    if (lacks.length === 0)
        return [];
    return [
        missing(path, `does not grant what it calls all that it needs; add to \`permissions:\` of the job: ${lacks.map((name) => `${name}: write`).join(", ")}`),
    ];
}
function keyFindings(path, { secrets }, url) {
    if (secrets === "inherit")
        return [];
    const handed = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J()).safeParse(secrets);
    const names = handed.success ? Object.keys(handed.data) : [];
    if (names.some((name) => /^openai[-_]api[-_]key$/i.test(name)))
        return [];
    return [
        missing(path, "hands no key on; add `secrets: { openai-api-key: ${{ secrets.OPENAI_API_KEY }} }` to the job", `${url}/blob/HEAD/${path}`),
    ];
}

;// CONCATENATED MODULE: ./doctor/diagnose.ts






const KEY = "OPENAI_API_KEY";
const MODEL = "AGENT_PIPELINE_MODEL";
const BASE_URL = "OPENAI_BASE_URL";
const LABELS = ["agent-pipeline", "needs-human"];
const DEFAULT_CONFIG = (0,config_config/* parseConfig */.o4)(null);
/** All that keeps a repository from working, or may; with what cannot be told. */
async function diagnose(facts) {
    const { url } = facts;
    const config = configOf(facts.config);
    return [
        ...ifSeen("repository", facts.repository, ({ isArchived, hasIssues, allowsMergeCommits }) => [
            isArchived
                ? missing("repository", "is archived: nothing can be pushed", `${url}/settings`)
                : fine("repository", "takes pushes"),
            ...(hasIssues
                ? []
                : [advice("issues", "are turned off: the issue form cannot be used", `${url}/settings`)]),
            ...(allowsMergeCommits === false
                ? [
                    advice("merges", "merge commits are not allowed: set `merge-method: squash` for the gate, or allow them", `${url}/settings`),
                ]
                : []),
        ]),
        ...actionsFindings(facts),
        ...ifSeen("pull requests", facts.mayCreatePullRequests, (may) => may
            ? fine("pull requests", "GitHub Actions may create them")
            : missing("pull requests", 'turn on "Allow GitHub Actions to create and approve pull requests"', `${url}/settings/actions`), `${url}/settings/actions`),
        ...diagnose_keyFindings(facts),
        ...ifSeen("labels", facts.labels, (labels) => {
            const lacks = LABELS.filter((name) => !labels.includes(name));
            return fine("labels", lacks.length === 0
                ? "are there"
                : `${lacks.join(" and ")} will be made when they are needed`);
        }, `${url}/labels`),
        ...ifSeen("workflows", facts.workflows, (files) => workflowFindings(files, config ?? DEFAULT_CONFIG, url)),
        ...rulesFindings(facts, config),
        ...ifSeen(config_config/* CONFIG_PATH */.tF, facts.config, (text) => configFindings(text, url)),
        ...(await modelFindings(facts, config ?? DEFAULT_CONFIG)),
    ];
}
function rulesFindings({ rules, protection, url }, config) {
    const at = `${url}/settings/rules`;
    const all = [rules, protection].flatMap((each) => (each.kind === "seen" ? each.value : []));
    const isAllSeen = rules.kind === "seen" && protection.kind === "seen";
    return [
        ...(all.length > 0 || isAllSeen ? ruleFindings(all, config, url) : []),
        ...ifSeen("rules", rules, () => [], at),
        ...ifSeen("protection of the branch", protection, () => [], `${url}/settings/branches`),
    ];
}
/** null where it cannot be read or seen. */
function configOf(seen) {
    if (seen.kind === "unseen")
        return null;
    const read = (0,config_config/* readConfigText */.im)(seen.value ?? "");
    return read.ok ? read.value : null;
}
function configFindings(text, url) {
    if (text === null)
        return [fine(config_config/* CONFIG_PATH */.tF, "is not there, and need not be")];
    const read = (0,config_config/* readConfigText */.im)(text);
    if (read.ok)
        return [fine(config_config/* CONFIG_PATH */.tF, "can be read")];
    return read.faults.map((fault) => missing(config_config/* CONFIG_PATH */.tF, (0,config_faults/* faultText */.I)(fault), `${url}/blob/HEAD/${config_config/* CONFIG_PATH */.tF}`));
}
function actionsFindings({ actions, allowedActions, url }) {
    const at = `${url}/settings/actions`;
    return ifSeen("actions", actions, ({ isEnabled, allowed }) => {
        if (!isEnabled)
            return missing("actions", "GitHub Actions is turned off for this repository", at);
        if (allowed === "local_only") {
            return missing("actions", "only actions of this owner may be used: allow org/agent-pipeline@*", at);
        }
        if (allowed !== "selected")
            return fine("actions", "GitHub Actions may run, and use actions of others");
        if (allowedActions === null)
            return fine("actions", "GitHub Actions may run");
        return ifSeen("actions", allowedActions, ({ patterns, allOfGitHub }) => {
            const may = (owner) => patterns.some((pattern) => pattern === "*" || pattern.startsWith(`${owner}/`));
            const lacks = [
                ...(may("org") ? [] : ["org/agent-pipeline@*"]),
                // For the token of an App; the runner fetches it whether it is used or not.
                ...(allOfGitHub || may("actions") ? [] : ["actions/create-github-app-token@*"]),
            ];
            return lacks.length === 0
                ? fine("actions", "agent-pipeline is among the allowed actions")
                : missing("actions", `selected actions alone may be used: add ${lacks.join(" and ")} to the list`, at);
        }, at);
    }, at);
}
/** A server of one's own may want no key. */
function diagnose_keyFindings(facts) {
    const { secrets, lentSecrets, url } = facts;
    const about = `secret ${KEY}`;
    const at = `${url}/settings/secrets/actions`;
    return ifSeen(about, secrets, (own) => {
        if (own.includes(KEY))
            return fine(about, "is there; its value is told to nobody");
        return ifSeen(about, lentSecrets, (lent) => {
            if (lent.includes(KEY))
                return fine(about, "is lent by the organization");
            const says = `is not there: add it ("New repository secret"). Under another name hand it on as \`openai-api-key\` in agent-pipeline.yml`;
            const server = variableOf(facts, BASE_URL);
            return server.kind === "unseen" || server.value === null
                ? missing(about, says, at)
                : advice(about, `${says}. A server at ${server.value} may want none`, at);
        }, at);
    }, at);
}
/** What a variable says, of the repository or else of its organization; null where it is not set, which means the same as empty. */
function variableOf({ variables, lentVariables }, name) {
    if (variables.kind === "unseen")
        return variables;
    const own = variables.value[name];
    if (own !== undefined)
        return { kind: "seen", value: own === "" ? null : own };
    if (lentVariables.kind === "unseen")
        return lentVariables;
    return { kind: "seen", value: lentVariables.value[name] || null };
}
async function modelFindings(facts, config) {
    const { url } = facts;
    const at = `${url}/settings/variables/actions`;
    const model = variableOf(facts, MODEL);
    const server = variableOf(facts, BASE_URL);
    if (model.kind === "unseen") {
        return [{ about: `variable ${MODEL}`, state: "unknown", says: model.why, at }];
    }
    if (server.kind === "unseen") {
        return [{ about: `variable ${BASE_URL}`, state: "unknown", says: server.why, at }];
    }
    const usual = model.value ?? prices/* DEFAULT_MODEL */.UB;
    const { design = usual, code = usual, tests = usual, repair = usual } = config.models;
    const names = [...new Set([design, code, tests, repair])];
    const found = await Promise.all(names.map(async (name) => ({ name, seen: await facts.models(name, server.value) })));
    return found.flatMap(({ name, seen }) => [
        ...ifSeen(`model ${name}`, seen, (isOffered) => isOffered
            ? fine(`model ${name}`, "is offered by its server")
            : missing(`model ${name}`, `its server does not offer it, or not any more: name another one in the variable ${MODEL}`, at), at),
        ...((0,prices/* priceOf */.xx)(name, config.prices) === null
            ? [
                advice(`price of ${name}`, "is not known, so that `budget-usd` bounds nothing: state it under `prices` of the config"),
            ]
            : []),
    ]);
}

;// CONCATENATED MODULE: ./doctor/doctor.ts



/** Looks at a repository on GitHub, and says all that is missing at once. */
async function doctor(facts) {
    const findings = await diagnose(facts);
    return {
        exit: exitOf(findings),
        blocks: blocksOf(findings, facts.url),
        data: { repository: facts.url, findings },
    };
}
/** What could not be seen is not fine; what is known to be missing comes first. */
function exitOf(findings) {
    const has = (state) => findings.some((finding) => finding.state === state);
    if (has("missing"))
        return answer/* EXIT */.d.faults;
    return has("unknown") ? answer/* EXIT */.d.unknown : answer/* EXIT */.d.fine;
}
const ORDER = ["missing", "unknown", "advice", "fine"];
const SIGNS = { missing: (0,blocks/* say */.cv) `✘`, unknown: (0,blocks/* say */.cv) `?`, advice: (0,blocks/* say */.cv) `–`, fine: (0,blocks/* say */.cv) `✔` };
const LIMIT = 1_000;
function blocksOf(findings, url) {
    const count = (state) => findings.filter((finding) => finding.state === state).length;
    const sorted = ORDER.flatMap((state) => findings.filter((finding) => finding.state === state));
    return [
        (0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `${(0,blocks/* code */.aY)(url)}`),
        (0,blocks/* paragraph */.FY)([]),
        ...(0,blocks/* list */.p_)(sorted.map(({ about, state, says, at }) => {
            const unseen = state === "unknown" ? (0,blocks/* say */.cv) `unknown: ` : [];
            const place = at === null ? [] : (0,blocks/* say */.cv) ` → ${(0,blocks/* code */.aY)(at)}`;
            return (0,blocks/* say */.cv) `${SIGNS[state]} ${(0,blocks/* untrusted */.bp)(about, LIMIT)}: ${unseen}${(0,blocks/* untrusted */.bp)(says, LIMIT)}${place}`;
        })),
        (0,blocks/* paragraph */.FY)([]),
        (0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `${count("missing")} missing, ${count("unknown")} unknown, ${count("advice")} worth a look, ${count("fine")} fine.`),
    ];
}

// EXTERNAL MODULE: ./adapters/folder.ts
var folder = __webpack_require__(913);
;// CONCATENATED MODULE: ./adapters/github-rules.ts

const Rule = schemas/* object */.Ikc({
    type: schemas/* string */.YjP(),
    parameters: schemas/* object */.Ikc({
        required_status_checks: schemas/* array */.YOg(schemas/* object */.Ikc({ context: schemas/* string */.YjP() })).optional(),
        required_approving_review_count: schemas/* number */.aig().optional(),
        require_code_owner_review: schemas/* boolean */.zMY().optional(),
        grouping_strategy: schemas/* string */.YjP().optional(),
    })
        .optional(),
});
/** Rules of rulesets, as GitHub lists those that hold for a branch. */
const Rules = schemas/* array */.YOg(Rule).transform((rules) => rules.flatMap(ruleOf));
function ruleOf({ type, parameters = {} }) {
    switch (type) {
        case "required_status_checks": {
            const checks = parameters.required_status_checks ?? [];
            return [{ kind: "checks", names: checks.map(({ context }) => context) }];
        }
        case "pull_request":
            return [
                {
                    kind: "reviews",
                    approvals: parameters.required_approving_review_count ?? 0,
                    codeOwners: parameters.require_code_owner_review ?? false,
                },
            ];
        case "required_signatures":
            return [{ kind: "signatures" }];
        case "required_linear_history":
            return [{ kind: "linear" }];
        case "merge_queue": {
            const { grouping_strategy: strategy } = parameters;
            return [{ kind: "queue", asksEach: strategy === undefined ? null : strategy === "ALLGREEN" }];
        }
        default:
            return [];
    }
}
const Enabled = schemas/* object */.Ikc({ enabled: schemas/* boolean */.zMY() });
/** The older protection of a branch, which holds besides. */
const Classic = schemas/* object */.Ikc({
    required_status_checks: schemas/* object */.Ikc({ contexts: schemas/* array */.YOg(schemas/* string */.YjP()) }).optional(),
    required_pull_request_reviews: schemas/* object */.Ikc({
        required_approving_review_count: schemas/* number */.aig().optional(),
        require_code_owner_reviews: schemas/* boolean */.zMY().optional(),
    })
        .optional(),
    required_signatures: Enabled.optional(),
    required_linear_history: Enabled.optional(),
})
    .transform((classic) => {
    const { required_status_checks: checks, required_pull_request_reviews: reviews } = classic;
    return [
        ...(checks === undefined ? [] : [{ kind: "checks", names: checks.contexts }]),
        ...(reviews === undefined
            ? []
            : [
                {
                    kind: "reviews",
                    approvals: reviews.required_approving_review_count ?? 0,
                    codeOwners: reviews.require_code_owner_reviews ?? false,
                },
            ]),
        ...(classic.required_signatures?.enabled === true ? [{ kind: "signatures" }] : []),
        ...(classic.required_linear_history?.enabled === true ? [{ kind: "linear" }] : []),
    ];
});

// EXTERNAL MODULE: ./adapters/github.ts
var adapters_github = __webpack_require__(2754);
;// CONCATENATED MODULE: ./adapters/doctor.ts









const NO_TOKEN = `no token was given: --token-from ${adapters_github/* TOKEN_SOURCES */.dj.join(" or --token-from ")}`;
const WORKFLOWS = ".github/workflows";
const MODEL_SECONDS = 30;
/** Asks GitHub about a repository. Reads alone: nothing is changed. */
async function doctorAsked(asked) {
    const place = (0,adapters_github/* placeOf */.$t)(asked, (0,folder/* repositoryAround */.WU)(asked.directory));
    const token = await (0,adapters_github/* tokenFor */.fn)(asked, place, process.env);
    const api = (0,github/* getOctokit */.Q)(token === "" ? "none" : token, {
        baseUrl: place.apiUrl,
        // What needs no token is asked without one.
        ...(token === "" && { authStrategy: anonymous }),
    });
    const url = `https://${place.host}/${place.name.owner}/${place.name.repo}`;
    return doctor(await factsOf(api, place.name, url, token !== "", modelsAsked(asked)));
}
/** Instead of the client's own way: adds nothing to a request. */
function anonymous() {
    return { hook: (request, options) => request(options) };
}
async function factsOf(api, here, url, hasToken, models) {
    const { rest } = api;
    const see = (what, read) => seen(what, read, hasToken);
    const repository = await see("the repository", async () => {
        const { data } = await rest.repos.get({ ...here });
        return {
            defaultBranch: data.default_branch,
            isArchived: data.archived,
            allowsMergeCommits: data.allow_merge_commit ?? null,
            hasIssues: data.has_issues,
            isOfOrganization: data.owner.type === "Organization",
        };
    });
    if (repository.kind === "unseen") {
        const why = hasToken ? repository.why : NO_TOKEN;
        throw new errors/* PipelineError */.zC("INPUT_INVALID", `${url} cannot be seen: ${why}`, {
            hint: hasToken
                ? "Check its name, and that the token may read it."
                : "Check its name; a private repository is shown to a token only.",
        });
    }
    const { defaultBranch: branch, isOfOrganization } = repository.value;
    const commit = await see("the files of the repository", () => tipOf(api, here, branch));
    const [actions, mayCreatePullRequests, secrets, lentSecrets, variables, lentVariables, labels, rules, protection, workflows, config,] = await Promise.all([
        see("whether Actions is turned on", async () => {
            const { data } = await rest.actions.getGithubActionsPermissionsRepository({ ...here });
            return { isEnabled: data.enabled, allowed: data.allowed_actions ?? "all" };
        }),
        see("whether Actions may create pull requests", async () => {
            const { data } = await rest.actions.getGithubActionsDefaultWorkflowPermissionsRepository({
                ...here,
            });
            return data.can_approve_pull_request_reviews;
        }),
        see("names of secrets", async () => {
            const all = await api.paginate(rest.actions.listRepoSecrets, { ...here, per_page: 100 });
            return all.map(({ name }) => name);
        }),
        // A person's repository has no organization, and what lends nothing is not asked.
        see("names of secrets of the organization", async () => {
            if (!isOfOrganization)
                return [];
            const list = rest.actions.listRepoOrganizationSecrets;
            const all = await api.paginate(list, { ...here, per_page: 100 });
            return all.map(({ name }) => name);
        }),
        see("variables", async () => byName(await api.paginate(rest.actions.listRepoVariables, { ...here, per_page: 30 }))),
        see("variables of the organization", async () => {
            if (!isOfOrganization)
                return {};
            const list = rest.actions.listRepoOrganizationVariables;
            return byName(await api.paginate(list, { ...here, per_page: 30 }));
        }),
        see("labels", async () => {
            const all = await api.paginate(rest.issues.listLabelsForRepo, { ...here, per_page: 100 });
            return all.map(({ name }) => name);
        }),
        see("rules", () => rulesOf(api, here, branch)),
        see("the protection of the branch", () => protectionOf(api, here, branch)),
        commit.kind === "unseen"
            ? commit
            : see("workflows", () => workflowsOf(api, here, commit.value, hasToken)),
        commit.kind === "unseen"
            ? commit
            : see("the config", () => textAt(api, here, commit.value, config_config/* CONFIG_PATH */.tF)),
    ]);
    const isSelected = actions.kind === "seen" && actions.value.allowed === "selected";
    const allowedActions = isSelected
        ? await see("allowed actions", async () => {
            const { data } = await rest.actions.getAllowedActionsRepository({ ...here });
            return {
                patterns: data.patterns_allowed ?? [],
                allOfGitHub: data.github_owned_allowed ?? false,
            };
        })
        : null;
    return {
        url,
        repository,
        actions,
        allowedActions,
        mayCreatePullRequests,
        secrets,
        lentSecrets,
        variables,
        lentVariables,
        labels,
        rules,
        protection,
        workflows,
        config,
        models,
    };
}
function byName(variables) {
    return Object.fromEntries(variables.map(({ name, value }) => [name, value]));
}
/**
 * The commit of the default branch; null for a repository without any. That it can be seen tells apart a file that is not
 * there and one that is hidden, which GitHub both answers with 404.
 */
async function tipOf(api, here, branch) {
    try {
        const { data } = await api.rest.git.getRef({ ...here, ref: `heads/${branch}` });
        return data.object.sha;
    }
    catch (error) {
        // "Git Repository is empty."
        if ((0,adapters_api/* statusOf */.c2)(error) === 409)
            return null;
        throw error;
    }
}
async function rulesOf(api, here, branch) {
    try {
        const list = api.rest.repos.getBranchRules;
        return Rules.parse(await api.paginate(list, { ...here, branch, per_page: 100 }));
    }
    catch (error) {
        if (isNotSold(error))
            return [];
        throw error;
    }
}
/** Private repositories of the free plan have neither rules nor protected branches, and GitHub says so in these words. */
function isNotSold(error) {
    return (0,adapters_api/* statusOf */.c2)(error) === 403 && ((0,adapters_api/* saidIn */.$g)(error) ?? "").startsWith("Upgrade to GitHub");
}
async function protectionOf(api, here, branch) {
    try {
        const { data } = await api.rest.repos.getBranchProtection({ ...here, branch });
        return Classic.parse(data);
    }
    catch (error) {
        // The same number as for what is hidden, but another sentence. An empty repository has no branch.
        const isSaid = /^Branch not (?:protected|found)/.test((0,adapters_api/* saidIn */.$g)(error) ?? "");
        if ((0,adapters_api/* statusOf */.c2)(error) === 404 && isSaid)
            return [];
        if (isNotSold(error))
            return [];
        throw error;
    }
}
async function workflowsOf(api, here, commit, hasToken) {
    if (commit === null)
        return [];
    const states = await seen("states of workflows", async () => {
        const all = await api.paginate(api.rest.actions.listRepoWorkflows, {
            ...here,
            per_page: 100,
        });
        return new Map(all.map(({ path, state }) => [path, state]));
    }, hasToken);
    const listing = await api.rest.repos
        .getContent({ ...here, path: WORKFLOWS, ref: commit })
        .then(({ data }) => (Array.isArray(data) ? data : []))
        .catch((error) => {
        if ((0,adapters_api/* statusOf */.c2)(error) === 404)
            return [];
        throw error;
    });
    const paths = listing.map(({ path }) => path).filter((path) => /\.ya?ml$/.test(path));
    return Promise.all(paths.map(async (path) => ({
        path,
        text: (await textAt(api, here, commit, path)) ?? "",
        state: states.kind === "seen" ? (states.value.get(path) ?? "not known to GitHub yet") : null,
    })));
}
async function textAt(api, here, ref, path) {
    if (ref === null)
        return null;
    try {
        const { data } = await api.rest.repos.getContent({ ...here, path, ref });
        return !Array.isArray(data) && data.type === "file" && "content" in data
            ? Buffer.from(data.content, "base64").toString("utf8")
            : null;
    }
    catch (error) {
        if ((0,adapters_api/* statusOf */.c2)(error) === 404)
            return null;
        throw error;
    }
}
/** What a token may not see GitHub answers with 401, 403 or 404; all else is an error. */
async function seen(what, read, hasToken) {
    try {
        return { kind: "seen", value: await read() };
    }
    catch (error) {
        const status = (0,adapters_api/* statusOf */.c2)(error);
        if ((0,adapters_api/* isRateLimited */.Jz)(error)) {
            throw new errors/* PipelineError */.zC("SERVICE_UNAVAILABLE", `GitHub answers no more for a while: ${(0,adapters_api/* saidIn */.$g)(error) ?? "its rate limit is reached"}`, {
                hint: hasToken
                    ? "Try again later."
                    : `Who shows a token may ask more (${adapters_github/* TOKEN_SOURCES */.dj.map((source) => `--token-from ${source}`).join(" or ")}); or try again later.`,
                cause: error,
            });
        }
        if (status === 401 || status === 403 || status === 404) {
            const said = (0,adapters_api/* saidIn */.$g)(error);
            const why = hasToken
                ? `this token may not see ${what} (HTTP ${status}${said === null ? "" : `: ${said}`})`
                : `${what} cannot be seen; ${NO_TOKEN}`;
            return { kind: "unseen", why };
        }
        if (status === null)
            throw error;
        if (error instanceof Error && (0,adapters_api/* isUnanswered */.Ni)(error)) {
            const { message } = error;
            throw new errors/* PipelineError */.zC("SERVICE_UNAVAILABLE", `GitHub cannot be reached: ${message}`, {
                hint: "doctor asks GitHub's API: look at the network of this machine. `agent-pipeline check` needs none.",
                cause: error,
            });
        }
        throw new errors/* PipelineError */.zC("SERVICE_UNAVAILABLE", `GitHub could not tell ${what} (HTTP ${status})`, {
            hint: "Try again later.",
            cause: error,
        });
    }
}
/** A model is asked for with the key of the environment, where somebody says so, and of a server that was named here. */
function modelsAsked(asked) {
    if (!asked.isSet("askModel")) {
        const why = "whether its server still offers it was not asked: --ask-model, with the key in OPENAI_API_KEY";
        return () => Promise.resolve({ kind: "unseen", why });
    }
    const key = process.env["OPENAI_API_KEY"] ?? "";
    const named = asked.text("baseUrl")?.replace(/\/+$/, "") ?? null;
    if (key === "") {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", "OPENAI_API_KEY is empty, and --ask-model needs it", {
            hint: "Put any text there if the server wants no key.",
        });
    }
    return async (name, server) => {
        if (named === null && server !== null && server !== openai/* DEFAULT_BASE_URL */.Q) {
            const why = `the repository's server is ${server}, which gets the key only if it is named here: --base-url ${server}`;
            return { kind: "unseen", why };
        }
        const baseUrl = named ?? openai/* DEFAULT_BASE_URL */.Q;
        try {
            const response = await fetch(`${baseUrl}/models/${encodeURIComponent(name)}`, {
                headers: { authorization: `Bearer ${key}` },
                redirect: "error",
                signal: AbortSignal.timeout(MODEL_SECONDS * 1_000),
            });
            await response.body?.cancel();
            if (response.ok)
                return { kind: "seen", value: true };
            if (response.status === 404)
                return { kind: "seen", value: false };
            return { kind: "unseen", why: `${baseUrl} answered HTTP ${response.status}` };
        }
        catch (error) {
            return { kind: "unseen", why: `${baseUrl} did not answer: ${String(error)}` };
        }
    };
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

/***/ 9159:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ sumOfTokens),
/* harmony export */   UB: () => (/* binding */ DEFAULT_MODEL),
/* harmony export */   ho: () => (/* binding */ costOf),
/* harmony export */   jz: () => (/* binding */ NO_TOKENS),
/* harmony export */   lE: () => (/* binding */ toMillionths),
/* harmony export */   xq: () => (/* binding */ sumOfCosts),
/* harmony export */   xx: () => (/* binding */ priceOf)
/* harmony export */ });
/** List prices of November 2026; `prices` in the config overrides and extends them. */
const LIST_PRICES = {
    "gpt-6.2-sol": { input: 2, cachedInput: 0.1, output: 10 },
    "gpt-6.1-sol": { input: 2, cachedInput: 0.1, output: 10 },
    "gpt-6.1-terra": { input: 1, cachedInput: 1, output: 5 },
    "gpt-6-luna": { input: 0.1, cachedInput: 0.1, output: 0.5 },
};
const DEFAULT_MODEL = "gpt-6.2-sol";
/** null for a model whose price nobody has stated. */
function priceOf(model, prices) {
    const own = Object.hasOwn(prices, model) ? prices[model] : undefined;
    if (own !== undefined) {
        return { input: own.input, cachedInput: own["cached-input"] ?? own.input, output: own.output };
    }
    return Object.hasOwn(LIST_PRICES, model) ? LIST_PRICES[model] : null;
}
/** What tokens cost in USD, to a millionth; null without a price. */
function costOf(tokens, price) {
    if (price === null)
        return null;
    const fresh = tokens.input - tokens.cachedInput;
    const millionths = fresh * price.input + tokens.cachedInput * price.cachedInput + tokens.output * price.output;
    return toMillionths(millionths / 1_000_000);
}
function toMillionths(usd) {
    return Math.round(usd * 1_000_000) / 1_000_000;
}
/** The sum of costs; null as soon as one of them is unknown. */
function sumOfCosts(costs) {
    return costs.reduce((sum, cost) => (sum === null || cost === null ? null : toMillionths(sum + cost)), 0);
}
const NO_TOKENS = { input: 0, cachedInput: 0, output: 0 };
function sumOfTokens(all) {
    return all.reduce((sum, tokens) => ({
        input: sum.input + tokens.input,
        cachedInput: sum.cachedInput + tokens.cachedInput,
        output: sum.output + tokens.output,
    }), NO_TOKENS);
}


/***/ }),

/***/ 3076:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ jsonInReply)
/* harmony export */ });
/* harmony import */ var _foundation_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3723);

/**
 * The JSON in what a model said. Servers that ignore the schema wrap it: in code fences, behind a sentence, behind their
 * reasoning, with a byte order mark. What is read is one whole object; text that was cut off is never mended.
 */
function jsonInReply(text) {
    const plain = withoutReasoning(text.replace(/^\uFEFF/u, "")).trim();
    const whole = (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh)(plain);
    if (whole.ok)
        return whole;
    const found = candidatesIn(plain).map(_foundation_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readJson */ .Vh).filter(isObject);
    // Two different objects: nobody can say which of them is meant.
    const distinct = new Map(found.map((read) => [JSON.stringify(read.value), read]));
    const [only, ...others] = distinct.values();
    return only !== undefined && others.length === 0 ? only : whole;
}
/** Some models think aloud before they answer. */
function withoutReasoning(text) {
    return text.replace(/^\s*<(think|thinking|reasoning)>[\s\S]*?<\/\1>/iu, "");
}
/** What stands in code fences; else what stands between the first brace and the last. */
function candidatesIn(text) {
    const fenced = [...text.matchAll(/^[ \t]*(`{3,}|~{3,})[^\n`]*\n([\s\S]*?)\n[ \t]*\1[ \t]*$/gmu)];
    if (fenced.length > 0)
        return fenced.map((match) => match[2]);
    const [start, end] = [text.indexOf("{"), text.lastIndexOf("}")];
    return start < 0 || end < start ? [] : [text.slice(start, end + 1)];
}
function isObject(read) {
    return read.ok && typeof read.value === "object" && read.value !== null;
}


/***/ }),

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


/***/ })

};
