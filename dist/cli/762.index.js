export const id = 762;
export const ids = [762];
export const modules = {

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


/***/ })

};
