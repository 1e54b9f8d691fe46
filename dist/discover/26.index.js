export const id = 26;
export const ids = [26,936];
export const modules = {

/***/ 9936:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ask: () => (/* binding */ ask),
/* harmony export */   githubApi: () => (/* binding */ githubApi),
/* harmony export */   isNetworkFault: () => (/* binding */ isNetworkFault),
/* harmony export */   isRateLimited: () => (/* binding */ isRateLimited),
/* harmony export */   isUnanswered: () => (/* binding */ isUnanswered),
/* harmony export */   saidIn: () => (/* binding */ saidIn),
/* harmony export */   statusOf: () => (/* binding */ statusOf)
/* harmony export */ });
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

/***/ 3026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GATE_CONTEXT: () => (/* binding */ GATE_CONTEXT),
  githubPullRequests: () => (/* binding */ githubPullRequests),
  githubStatuses: () => (/* binding */ githubStatuses),
  githubStickyComments: () => (/* binding */ githubStickyComments),
  readPullRequest: () => (/* binding */ readPullRequest),
  statusStateOf: () => (/* binding */ statusStateOf)
});

// EXTERNAL MODULE: ../node_modules/zod/v4/mini/schemas.js + 3 modules
var schemas = __webpack_require__(3673);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/parse.js
var parse = __webpack_require__(8230);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
// EXTERNAL MODULE: ../src/git/commits.ts
var commits = __webpack_require__(2990);
;// CONCATENATED MODULE: ../src/github/merge-refusal.ts
/** Why GitHub does not merge: what one sentence of its answer says. */
const REFUSAL_KINDS = (/* unused pure expression or super */ null && ([
    "base_modified",
    /** A conflict, or GitHub has not computed yet whether there is one. */
    "not_mergeable",
    "conflict",
    "queue_required",
    "method_not_allowed",
    "check_missing",
    "review_missing",
    "unknown",
]));
const BASE_MODIFIED = "Base branch was modified. Review and try the merge again.";
/**
 * GitHub tells its reasons apart by nothing but these sentences. Each is read as a whole, its names only in quotes: a check
 * that is named `merge-conflict` is no conflict.
 */
const SENTENCES = [
    ["base_modified", /^Base branch was modified\. Review and try the merge again\.?$/],
    ["not_mergeable", /^Pull Request is not mergeable\.?$/],
    ["conflict", /^Pull Request has merge conflicts\.?$/],
    ["queue_required", /^Changes must be made through the merge queue\.?$/],
    ["queue_required", /^This repository uses a merge queue\.?$/],
    [
        "method_not_allowed",
        /^(?:Merge commits|Squash merges|Rebase merges) are not allowed on this repository\.?$/,
    ],
    ["method_not_allowed", /^This branch must not contain merge commits\.?$/],
    [
        "check_missing",
        /^Required status check "[^\n]*" is (?:expected|pending|queued|in progress|failing)\.?$/,
    ],
    [
        "check_missing",
        /^\d+ of \d+ required status checks (?:have not succeeded: \d+ \w+(?:(?:,| and|, and) \d+ \w+)*|are (?:expected|pending|queued|in progress|failing))\.?$/,
    ],
    [
        "review_missing",
        /^At least \d+ approving reviews? (?:is|are) required by reviewers with write access\.?$/,
    ],
    ["review_missing", /^Waiting on code owner review from [^\n]+$/],
    ["review_missing", /^Changes requested by reviewers with write access\.?$/],
    ["review_missing", /^New changes require approval from someone other than the last pusher\.?$/],
    [
        "review_missing",
        /^(?:A conversation|All comments|All conversations) must be resolved(?: before this pull request can be merged)?\.?$/,
    ],
];
/** With rulesets a headline stands above the reasons. */
const HEADLINE = /^Repository rule violations found:?(?:\s+|$)/;
/** What an answer says, sentence by sentence; never empty. */
function refusalsIn(message) {
    const lines = message
        .trim()
        .replace(HEADLINE, "")
        .split("\n")
        .map((line) => line.replace(/^-\s+/, "").trim())
        .filter((line) => line !== "");
    if (lines.length === 0)
        return [{ kind: "unknown", said: message.trim() }];
    return lines.map((said) => ({
        kind: SENTENCES.find(([, sentence]) => sentence.test(said))?.[0] ?? "unknown",
        said,
    }));
}
function isBaseModified(message) {
    return refusalsIn(message).every(({ kind }) => kind === "base_modified");
}
/** What GitHub says as well while it still computes: right after a push, and for a moment only. */
function isPassing(message) {
    return refusalsIn(message).every(({ kind }) => kind === "not_mergeable");
}

;// CONCATENATED MODULE: ../src/github/sticky-comment.ts
/** Marks the one comment that the pipeline keeps on a pull request. */
const STICKY_MARK = "<!-- agent-pipeline -->";
/** GitHub refuses a comment of more than 65,536 characters; each of the two large sections gets less than half. */
const SECTION_LIMIT = 29_000;
const NOTICE_LIMIT = 5_000;
const SWEEP_LIMIT = 1_000;
const LIMITS = {
    generate: SECTION_LIMIT,
    gate: SECTION_LIMIT,
    notice: NOTICE_LIMIT,
    sweep: SWEEP_LIMIT,
    story: SECTION_LIMIT,
};
/** What an action wrote in its section; null when it has written none yet. */
function sectionOf(body, section) {
    const [, after] = body?.split(startOf(section), 2) ?? [];
    return after?.split(endOf(section), 1)[0]?.trim() ?? null;
}
/** The comment with one section replaced, or added at its end. `body` is null when there is no comment yet. */
function withSection(body, section, content) {
    const start = startOf(section);
    const end = endOf(section);
    const limit = LIMITS[section];
    const shown = content.length > limit ? `${content.slice(0, limit)}\n…` : content;
    const block = `${start}\n${shown.trim()}\n${end}`;
    const present = body ?? STICKY_MARK;
    const from = present.indexOf(start);
    const to = present.indexOf(end);
    if (from === -1 || to < from)
        return `${present}\n\n${block}`;
    return present.slice(0, from) + block + present.slice(to + end.length);
}
const SECTIONS = ["generate", "gate", "notice", "sweep", "story"];
/** What is kept of two comments, which two jobs began at the same time: the older one, with what only the other one says. */
function joined(older, double) {
    return SECTIONS.reduce((body, section) => {
        const other = sectionOf(double, section);
        const isMissing = sectionOf(body, section) === null;
        return other === null || !isMissing ? body : withSection(body, section, other);
    }, older);
}
/** The comment without one section; what stands around it stays. */
function withoutSection(body, section) {
    const from = body?.indexOf(startOf(section)) ?? -1;
    const to = body?.indexOf(endOf(section)) ?? -1;
    if (body === null || from === -1 || to < from)
        return body;
    return body.slice(0, from).trimEnd() + body.slice(to + endOf(section).length);
}
function endOf(section) {
    return `<!-- /agent-pipeline:${section} -->`;
}
function startOf(section) {
    return `<!-- agent-pipeline:${section} -->`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/api.js + 1 modules
var api = __webpack_require__(2335);
;// CONCATENATED MODULE: ../src/foundation/digest.ts



const Sha256 = schemas/* templateLiteral */.Uy$(["sha256:", schemas/* string */.YjP().check(api/* _regex */.Fk(/^[0-9a-f]{64}$/))]);
function digest_sha256(content) {
    return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}
/** The RFC 8785 form: the same value has the same bytes, whatever the order of its keys. */
function canonicalJson(value) {
    const text = canonicalize(value);
    if (text === undefined)
        throw new Error("A value without a JSON form has no canonical JSON");
    return text;
}
function sha256OfJson(value) {
    return digest_sha256(canonicalJson(value));
}

;// CONCATENATED MODULE: ../src/github/success-base.ts

/** GitHub's limit for a status description, in characters. */
const DESCRIPTION_LIMIT = 140;
/** A longer name is cut, with a sum of the whole behind a sign that no name of a branch may have. */
const LONG_NAME = 50;
const BASE = / \(into (\S+)\)$/;
/**
 * The description of a success, with the base that it holds for: a pull request that goes somewhere else since has the same
 * head, and nothing of it was shown there.
 */
function successFor(description, base) {
    const end = ` (into ${nameOf(base)})`;
    const room = DESCRIPTION_LIMIT - end.length;
    const said = description.length <= room ? description : `${description.slice(0, room - 1)}…`;
    return said + end;
}
/** The description without the base that it names. */
function withoutBase(description) {
    return description.replace(BASE, "");
}
/** Whether a status is a success that names another base. */
function isForOtherBase({ state, description }, base) {
    const name = BASE.exec(description)?.[1];
    return state === "success" && name !== undefined && name !== nameOf(base);
}
/**
 * Whether a status would let somebody merge into a base for which nothing was shown: GitHub takes every success, whatever it
 * names.
 */
function isUnshownSuccess(said, base) {
    if (said?.state !== "success")
        return false;
    const name = BASE.exec(said.description)?.[1];
    return name === undefined || name !== nameOf(base);
}
function nameOf(base) {
    if (base.length <= LONG_NAME)
        return base;
    return `${base.slice(0, LONG_NAME)}~${sha256(base).slice("sha256:".length).slice(0, 8)}`;
}

;// CONCATENATED MODULE: ../src/github/adapters/answers.ts



/** Reads what GitHub answered, as far as it is needed; an answer without it is a fault of the service, never ours. */
function readAnswer(schema, data, about) {
    const read = parse/* safeParse */.xL(schema, data);
    if (read.success)
        return read.data;
    throw oddAnswer(about);
}
function oddAnswer(about) {
    return new errors/* PipelineError */.zC("SERVICE_UNAVAILABLE", `GitHub's answer ${about} does not have the form that it documents`, { hint: "Run the job again; it takes up where this one stopped." });
}
const ref = schemas/* string */.YjP().check(api/* _minLength */.m9(1));
/** What the single and the list form of a pull request have in common, as far as it is read here. */
const PullRequestAnswer = schemas/* object */.Ikc({
    number: schemas/* int */.Whr().check(api/* _positive */.NC()),
    html_url: schemas/* string */.YjP(),
    title: schemas/* string */.YjP(),
    state: schemas/* string */.YjP(),
    draft: schemas/* optional */.lqM(schemas/* boolean */.zMY()),
    // Absent is not null: a merge would be made up from it.
    merged_at: schemas/* nullable */.mee(schemas/* string */.YjP()),
    merge_commit_sha: schemas/* nullish */.cl6(schemas/* string */.YjP()),
    // null when the fork was deleted.
    head: schemas/* object */.Ikc({ ref, sha: commits/* ObjectId */.V, repo: schemas/* nullable */.mee(schemas/* object */.Ikc({ full_name: schemas/* string */.YjP() })) }),
    base: schemas/* object */.Ikc({ ref }),
    labels: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* optional */.lqM(schemas/* string */.YjP()) })),
});
const CommentAnswer = schemas/* object */.Ikc({
    id: schemas/* int */.Whr(),
    body: schemas/* optional */.lqM(schemas/* string */.YjP()),
    // null for an account that was deleted.
    user: schemas/* nullable */.mee(schemas/* object */.Ikc({ type: schemas/* string */.YjP() })),
    author_association: schemas/* string */.YjP(),
});
const StatusesAnswer = schemas/* object */.Ikc({
    statuses: schemas/* array */.YOg(schemas/* object */.Ikc({ context: schemas/* string */.YjP(), state: schemas/* string */.YjP(), description: schemas/* nullish */.cl6(schemas/* string */.YjP()) })),
});
const MergeAnswer = schemas/* object */.Ikc({ merged: schemas/* literal */.euz(true), sha: commits/* ObjectId */.V });

// EXTERNAL MODULE: ../src/github/adapters/api.ts
var adapters_api = __webpack_require__(9936);
;// CONCATENATED MODULE: ../src/github/adapters/pull-requests.ts








function readPullRequest(answer, here) {
    const data = readAnswer(PullRequestAnswer, answer, "about a pull request");
    const isMerged = data.merged_at != null;
    return {
        number: data.number,
        url: data.html_url,
        title: data.title,
        isOpen: data.state === "open",
        isMerged,
        mergeCommit: isMerged ? (data.merge_commit_sha ?? null) : null,
        isDraft: data.draft === true,
        headBranch: data.head.ref,
        headSha: data.head.sha,
        isFork: data.head.repo?.full_name !== `${here.owner}/${here.repo}`,
        baseBranch: data.base.ref,
        labels: data.labels.flatMap(({ name }) => (name === undefined ? [] : [name])),
    };
}
function githubPullRequests({ rest, paginate }, here) {
    const read = (data) => readPullRequest(data, here);
    const firstOf = (data) => {
        const [first] = readAnswer(schemas/* array */.YOg(schemas/* unknown */.L5J()), data, "about pull requests");
        return first === undefined ? null : read(first);
    };
    return {
        async get(number) {
            const { data } = await (0,adapters_api.ask)(`read pull request #${number}`, () => rest.pulls.get({ ...here, pull_number: number }));
            return read(data);
        },
        async find(branch, base) {
            const { data } = await (0,adapters_api.ask)(`list the pull requests of ${branch}`, () => rest.pulls.list({ ...here, state: "open", head: `${here.owner}:${branch}`, base }));
            return firstOf(data);
        },
        async lastClosed(branch, base) {
            const { data } = await (0,adapters_api.ask)(`list the closed pull requests of ${branch}`, () => rest.pulls.list({
                ...here,
                state: "closed",
                head: `${here.owner}:${branch}`,
                base,
                sort: "created",
                direction: "desc",
                per_page: 1,
            }));
            return firstOf(data);
        },
        async around(branch) {
            // One list for both questions: two would be two calls also where there are few.
            const found = await (0,adapters_api.ask)(`list the pull requests around ${branch}`, () => paginate(rest.pulls.list, { ...here, state: "open", per_page: 100 }));
            const open = found.map(read);
            return {
                from: open.filter((one) => one.headBranch === branch && !one.isFork).map(numberOf),
                into: open.filter((one) => one.baseBranch === branch).map(numberOf),
            };
        },
        async open({ branch, base, title, body, isDraft = false }) {
            const { data } = await (0,adapters_api.ask)(`open a pull request for ${branch}`, () => rest.pulls.create({ ...here, head: branch, base, title, body, draft: isDraft }), 'Turn on "Allow GitHub Actions to create and approve pull requests" under Settings → Actions → General ' +
                "(of the organisation, too). The branch stays: the next run opens the pull request without asking the model again.");
            return read(data);
        },
        async addLabel(number, label) {
            await (0,adapters_api.ask)(`set the label ${label} on #${number}`, () => rest.issues.addLabels({ ...here, issue_number: number, labels: [label] }));
        },
        async removeLabel(number, label) {
            try {
                await (0,adapters_api.ask)(`take the label ${label} off #${number}`, () => rest.issues.removeLabel({ ...here, issue_number: number, name: label }));
            }
            catch (error) {
                // Somebody was faster.
                if (!(error instanceof errors/* PipelineError */.zC) || (0,adapters_api.statusOf)(error.cause) !== 404)
                    throw error;
            }
        },
        async retarget(number, base) {
            await (0,adapters_api.ask)(`change the base of #${number}`, () => rest.pulls.update({ ...here, pull_number: number, base }));
        },
        async merge(number, sha, method) {
            try {
                const { data } = await rest.pulls.merge({
                    ...here,
                    pull_number: number,
                    sha,
                    merge_method: method,
                });
                const merged = parse/* safeParse */.xL(MergeAnswer, data).data;
                if (merged === undefined)
                    throw oddAnswer(`to the merge of #${number}`);
                return { kind: "merged", sha: merged.sha };
            }
            catch (error) {
                const outcome = refusedMerge(error);
                if (outcome !== null)
                    return outcome;
                return (0,adapters_api.ask)(`merge #${number}`, () => Promise.reject(error));
            }
        },
    };
}
function numberOf({ number }) {
    return number;
}
/** GitHub answers 409 for a moved head, and 405 or 422 for everything from a passing race to a rule. What it says with any other success is no answer to this. */
function refusedMerge(error) {
    const status = (0,adapters_api.statusOf)(error);
    if (status === 409)
        return { kind: "head_moved" };
    const message = (0,adapters_api.saidIn)(error) ?? (error instanceof Error ? error.message : "");
    // The answer was lost, not necessarily the merge.
    if (isLost(status, error))
        return { kind: "unknown", message };
    if (status !== 405 && status !== 422)
        return null;
    return isBaseModified(message) ? { kind: "base_moved" } : { kind: "refused", message };
}
function isLost(status, error) {
    if (status !== null)
        return status >= 500;
    return ((0,adapters_api.isNetworkFault)(error) ||
        (error instanceof errors/* PipelineError */.zC && error.code === "SERVICE_UNAVAILABLE"));
}
// Anybody may write a comment that starts with our mark; only those who can write to the repository are believed.
const WRITERS = ["OWNER", "MEMBER", "COLLABORATOR"];
function githubStickyComments({ rest, paginate }, here) {
    const find = async (number) => {
        const comments = await (0,adapters_api.ask)(`read the comments of #${number}`, () => paginate(rest.issues.listComments, { ...here, issue_number: number, per_page: 100 }));
        const [sticky, ...doubles] = readAnswer(schemas/* array */.YOg(CommentAnswer), comments, `about the comments of #${number}`)
            .filter(({ body, user, author_association: association }) => body?.startsWith(STICKY_MARK) === true &&
            (user?.type === "Bot" || WRITERS.includes(association)))
            .toSorted((one, other) => one.id - other.id);
        if (sticky === undefined)
            return null;
        // A person's own words are left alone, whatever they begin with.
        const ours = doubles.filter(({ user }) => user?.type === "Bot");
        const written = sticky.body ?? "";
        return {
            id: sticky.id,
            written,
            body: ours.reduce((body, double) => joined(body, double.body ?? ""), written),
            doubles: ours.map(({ id }) => id),
        };
    };
    const remove = async (number, id) => {
        try {
            await (0,adapters_api.ask)(`delete the second comment on #${number}`, () => rest.issues.deleteComment({ ...here, comment_id: id }));
        }
        catch (error) {
            // Somebody was faster.
            if (!(error instanceof errors/* PipelineError */.zC) || (0,adapters_api.statusOf)(error.cause) !== 404)
                throw error;
        }
    };
    return {
        async read(number) {
            return (await find(number))?.body ?? null;
        },
        async update(number, change) {
            const present = await find(number);
            const body = change(present?.body ?? null);
            if (present?.written !== body) {
                await (0,adapters_api.ask)(`comment on #${number}`, async () => {
                    if (present === null) {
                        await rest.issues.createComment({ ...here, issue_number: number, body });
                    }
                    else {
                        await rest.issues.updateComment({ ...here, comment_id: present.id, body });
                    }
                });
            }
            // Not before the one that stays has what they say.
            for (const double of present?.doubles ?? [])
                await remove(number, double);
        },
    };
}
/** Context of the commit status that says what is proven about a head. */
const GATE_CONTEXT = "agent-pipeline/gate";
/** Names of statuses that GitHub lists at once. */
const PAGE = 100;
const MAX_PAGES = 10;
function githubStatuses({ rest }, here, runUrl) {
    return {
        async read(sha) {
            if (!(0,commits/* isObjectId */.T)(sha))
                throw new errors/* PipelineError */.zC("GIT_FAILED", `${sha} is no commit`);
            for (let page = 1;; page += 1) {
                const { data } = await (0,adapters_api.ask)(`read the status ${GATE_CONTEXT}`, () => rest.repos.getCombinedStatusForRef({ ...here, ref: sha, per_page: PAGE, page }));
                const { statuses } = readAnswer(StatusesAnswer, data, `about the statuses of ${sha}`);
                const latest = statuses.find(({ context }) => context === GATE_CONTEXT);
                if (latest !== undefined) {
                    return { state: statusStateOf(latest.state), description: latest.description ?? "" };
                }
                if (statuses.length < PAGE)
                    return null;
                if (page === MAX_PAGES) {
                    throw new errors/* PipelineError */.zC("LIMIT_REACHED", `${sha} has statuses of more than ${PAGE * MAX_PAGES} names, and ${GATE_CONTEXT} is not among the first`, { hint: "Some job posts a status under a name of its own each time; let it post one." });
                }
            }
        },
        async post(sha, state, description) {
            if (!(0,commits/* isObjectId */.T)(sha))
                throw new errors/* PipelineError */.zC("GIT_FAILED", `${sha} is no commit`);
            await (0,adapters_api.ask)(`post the status ${GATE_CONTEXT}`, () => rest.repos.createCommitStatus({
                ...here,
                sha,
                state,
                context: GATE_CONTEXT,
                description: description.length <= DESCRIPTION_LIMIT
                    ? description
                    : `${description.slice(0, DESCRIPTION_LIMIT - 1)}…`,
                target_url: runUrl,
            }));
        },
    };
}
/** What is no success is none, whatever GitHub calls it. */
function statusStateOf(state) {
    return state === "success" || state === "pending" ? state : "failure";
}


/***/ })

};
