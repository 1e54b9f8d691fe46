export const id = 936;
export const ids = [936];
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


/***/ })

};
