export const id = 305;
export const ids = [305,762];
export const modules = {

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

/***/ 6305:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initAsked: () => (/* binding */ initAsked)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
// EXTERNAL MODULE: ../src/git/adapters/checkout.ts
var checkout = __webpack_require__(6293);
// EXTERNAL MODULE: ../src/story/story.ts + 1 modules
var story = __webpack_require__(9494);
// EXTERNAL MODULE: ../src/config/config.ts
var config = __webpack_require__(2162);
// EXTERNAL MODULE: ../src/telling/blocks.ts
var blocks = __webpack_require__(2363);
// EXTERNAL MODULE: ./answer.ts
var answer = __webpack_require__(612);
// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1548);
// EXTERNAL MODULE: ../node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8821);
;// CONCATENATED MODULE: ../src/foundation/schema-urls.ts
/** What users pin the actions to: a schema changes in their editor when it changes in their runs. */
const RELEASE = "v1";
/** Where an editor finds a schema of this release, such as `story.schema.json`. */
function schemaUrl(name) {
    return `https://raw.githubusercontent.com/org/agent-pipeline/${RELEASE}/meta/${name}`;
}

;// CONCATENATED MODULE: ./init/config-text.ts



const Property = schemas/* object */.Ikc({ description: schemas/* string */.YjP().default(""), default: schemas/* unknown */.L5J() });
const WIDTH = 100;
/** A config that sets nothing: every key with its meaning and what holds without it, ready to be taken in. */
function configText() {
    const { properties = {} } = json_schema_processors/* toJSONSchema */.bl(config/* Config */.TS, { io: "input" });
    return [
        `# yaml-language-server: $schema=${schemaUrl("config.schema.json")}`,
        "# What is set once for this repository. Every key is optional, and what stands here is what holds without it:",
        '# take the "#" away from a key to change it. It is read from the base branch, so that no pull request changes the',
        "# rules that judge it.",
        ...Object.entries(properties).flatMap(([name, value]) => {
            const { description, default: usual } = Property.parse(value);
            return ["", ...comment(`${description}.`), `#${name}: ${JSON.stringify(usual ?? null)}`];
        }),
        "",
    ].join("\n");
}
function comment(text) {
    const lines = [];
    let line = "#";
    for (const word of text.split(" ")) {
        if (line.length + word.length + 1 > WIDTH) {
            lines.push(line);
            line = "#";
        }
        line += ` ${word}`;
    }
    return [...lines, line];
}

;// CONCATENATED MODULE: ./init/pytest-config.ts
/** Files in which pytest looks for its configuration, in its order, and the sections that make them one. */
const PLACES = [
    ["pytest.toml", null],
    [".pytest.toml", null],
    ["pytest.ini", null],
    [".pytest.ini", null],
    ["pyproject.toml", /^\s*\[tool\.pytest(?:\.ini_options)?\]/m],
    ["tox.ini", /^\s*\[pytest\]/m],
    ["setup.cfg", /^\s*\[tool:pytest\]/m],
];
/** What pytest passes over by itself: setting the key replaces the list. */
const USUAL = ["*.egg", ".*", "_darcs", "build", "CVS", "dist", "node_modules", "venv", "{arch}"];
const WANTED = ["generated", ...USUAL];
const PYTEST_INI = `# The tasks below generated/ bring tests of their own, which agent-pipeline runs, each task by itself.
[pytest]
norecursedirs = ${WANTED.join(" ")}
# So that \`from generated.…\` is found by a plain \`pytest\` as well.
pythonpath = .
`;
/** A list of TOML, or a value of an ini file with the lines that continue it. */
const LISTED = /^\s*norecursedirs\s*=\s*(?:\[[^\]]*\]|[^\n]*(?:\n[ \t]+[^\n]*)*)/m;
function pytestAdvice(read) {
    for (const [file, section] of PLACES) {
        const text = read(file);
        if (text === null || (section !== null && !section.test(text)))
            continue;
        const isDone = LISTED.exec(text)?.[0].includes("generated") === true ||
            /--ignore(?:-glob)?[= ]\S*generated/.test(text);
        if (isDone)
            return { kind: "done", file };
        const line = file.endsWith(".toml")
            ? `norecursedirs = ${JSON.stringify(WANTED).replaceAll(",", ", ")}`
            : `norecursedirs = ${WANTED.join(" ")}`;
        return { kind: "add", file, line };
    }
    return { kind: "write" };
}

;// CONCATENATED MODULE: ./init/workflows-in.ts
/** The workflows that a page tells its readers to add, by file name. */
function workflowsIn(page) {
    const blocks = page.matchAll(/^( *)```yaml\n *# \.github\/workflows\/([\w-]+\.yml)\n(.*?)^ *```$/gms);
    return new Map([...blocks].map(([, indent = "", name = "", body = ""]) => [
        name,
        body.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    ]));
}
/** The story that it shows, as it stands there; null where it shows none. */
function storyIn(page) {
    const [, indent = "", body] = /^( *)```markdown\n(\s*---\n\s*id: .*?)^ *```$/ms.exec(page) ?? [];
    return body === undefined ? null : body.replaceAll(new RegExp(`^${indent}`, "gm"), "");
}

;// CONCATENATED MODULE: ./init/init.ts








const OURS = "org/agent-pipeline";
const OUR_RELEASE = "v1";
const FIRST_STORY = `${story/* STORIES */.UC}/shipping_cost.md`;
/** All that a workflow file takes without quotes. */
const USES = /^([\w.-]+\/[\w.-]+)@([\w./-]{1,200})$/;
const BRANCH = /^[\w./-]{1,200}$/;
/** Furnishes a repository: workflows, config, a first story, and a pytest that passes over generated tests. */
function init(ground, wishes) {
    const advice = pytestAdvice((path) => ground.read(path));
    const made = filesOf(ground, wishes, advice).map(({ path, text }) => {
        if (ground.read(path) !== null)
            return { path, state: "exists" };
        return { path, state: wishes.isDryRun ? "written" : ground.write(path, text) };
    });
    return {
        exit: answer/* EXIT */.d.fine,
        blocks: blocksOf(made, advice, ground, wishes.isDryRun),
        data: { dryRun: wishes.isDryRun, files: made, pytest: advice },
    };
}
function filesOf({ branch, hasStories }, { readme, uses }, advice) {
    const [, repository = "", ref = ""] = USES.exec(uses) ?? [];
    if (repository === "") {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", `--uses must be like ${OURS}@${OUR_RELEASE}`);
    }
    const workflows = [...workflowsIn(readme)].map(([name, text]) => ({
        path: `.github/workflows/${name}`,
        text: text
            .replaceAll(`${OURS}/.github`, `${repository}/.github`)
            .replaceAll(`.yml@${OUR_RELEASE}`, `.yml@${ref}`)
            .replaceAll("[main] # your default branch", `[${BRANCH.test(branch) ? branch : "main"}]`),
    }));
    const story = storyIn(readme);
    return [
        ...workflows,
        { path: config/* CONFIG_PATH */.tF, text: configText() },
        ...(story === null || hasStories ? [] : [{ path: FIRST_STORY, text: story }]),
        ...(advice.kind === "write" ? [{ path: "pytest.ini", text: PYTEST_INI }] : []),
    ];
}
function blocksOf(made, advice, { url, hasStories }, isDryRun) {
    const settings = url === null ? (0,blocks/* say */.cv) `Settings of the repository` : (0,blocks/* say */.cv) `${(0,blocks/* code */.aY)(`${url}/settings`)}`;
    const hasWritten = made.some(({ state }) => state === "written");
    const next = [
        (0,blocks/* say */.cv) `1. Secret ${(0,blocks/* code */.aY)("OPENAI_API_KEY")}: ${settings} → Secrets and variables → Actions. For another provider the variables ${(0,blocks/* code */.aY)("OPENAI_BASE_URL")} and ${(0,blocks/* code */.aY)("AGENT_PIPELINE_MODEL")}, too.`,
        (0,blocks/* say */.cv) `2. Turn on "Allow GitHub Actions to create and approve pull requests": ${settings} → Actions → General.`,
        (0,blocks/* say */.cv) `3. Push what was written to the default branch, all but the story: open a pull request with that, and nothing else in it.`,
        (0,blocks/* say */.cv) `Called as you have called this, ${(0,blocks/* code */.aY)("doctor")} says what is still missing, ${(0,blocks/* code */.aY)("check")} what is wrong with a story.`,
    ];
    return [
        ...(0,blocks/* list */.p_)(made.map(({ path, state }) => state === "exists"
            ? (0,blocks/* say */.cv) `– ${(0,blocks/* code */.aY)(path)} is there already, and left as it is`
            : (0,blocks/* say */.cv) `✔ ${(0,blocks/* code */.aY)(path)} ${isDryRun ? (0,blocks/* say */.cv) `would be written` : (0,blocks/* say */.cv) `is written`}`)),
        ...(hasStories ? [(0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `– ${(0,blocks/* code */.aY)(`${story/* STORIES */.UC}/`)} holds stories already`)] : []),
        ...pytestBlocks(advice),
        ...(hasWritten && !isDryRun
            ? [
                { kind: "heading", level: 3, line: (0,blocks/* say */.cv) `What is left to do` },
                ...(0,blocks/* list */.p_)(next),
            ]
            : []),
    ];
}
function pytestBlocks(advice) {
    switch (advice.kind) {
        case "write":
            return [];
        case "done":
            return [(0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `✔ ${(0,blocks/* code */.aY)(advice.file)} keeps pytest out of ${(0,blocks/* code */.aY)("generated/")}`)];
        case "add":
            return [
                (0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `? ${(0,blocks/* code */.aY)(advice.file)} configures pytest. Add to it, or your own ${(0,blocks/* code */.aY)("pytest")} runs the tests of all tasks at once, and fails:`),
                { kind: "folds", folds: [{ title: [], blocks: [(0,blocks/* paragraph */.FY)((0,blocks/* say */.cv) `${(0,blocks/* code */.aY)(advice.line)}`)] }] },
            ];
        default:
            return advice;
    }
}

// EXTERNAL MODULE: ./adapters/folder.ts
var folder = __webpack_require__(913);
// EXTERNAL MODULE: ./adapters/github.ts
var github = __webpack_require__(2754);
// EXTERNAL MODULE: ./adapters/local-branches.ts
var local_branches = __webpack_require__(7159);
;// CONCATENATED MODULE: ./adapters/init.ts










const README = new URL(/* asset import */ __webpack_require__(4472), __webpack_require__.b);
/** Furnishes the repository around a folder. */
function initAsked(asked) {
    const root = (0,folder/* repositoryAround */.WU)(asked.directory);
    return init(groundAt(root, asked), {
        readme: (0,external_node_fs_.readFileSync)((0,external_node_url_.fileURLToPath)(README), "utf8"),
        uses: asked.text("uses") ?? "org/agent-pipeline@v1",
        isDryRun: asked.isSet("dryRun"),
    });
}
function groundAt(root, asked) {
    const folders = (0,checkout/* checkoutFolders */.sK)(root);
    return {
        branch: folders === null ? "main" : (0,local_branches/* defaultBranch */.O)(folders),
        url: urlOf(asked, root),
        hasStories: (0,folder/* filesBelow */.DR)(root, story/* STORIES */.UC).some((path) => /\.(?:json|md)$/.test(path)),
        read: (path) => (0,folder/* textAt */.$6)((0,external_node_path_.join)(root, path)),
        write(path, text) {
            const file = (0,external_node_path_.join)(root, path);
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
            assertInside(root, (0,external_node_path_.dirname)(file), path);
            try {
                // Fails where anything has that name, a link that leads nowhere included.
                (0,external_node_fs_.writeFileSync)(file, text, { flag: "wx" });
                return "written";
            }
            catch (error) {
                if ((0,external_node_fs_.lstatSync)(file, { throwIfNoEntry: false }) !== undefined)
                    return "exists";
                throw new errors/* PipelineError */.zC("INPUT_INVALID", `${path} cannot be written: ${String(error)}`, {
                    cause: error,
                });
            }
        },
    };
}
/** A folder may be a link to anywhere. */
function assertInside(root, folder, path) {
    const top = (0,external_node_fs_.realpathSync)(root);
    const real = (0,external_node_fs_.realpathSync)(folder);
    if (real === top || real.startsWith(top + external_node_path_.sep))
        return;
    throw new errors/* PipelineError */.zC("INPUT_INVALID", `${path} lies outside of the repository, by a link`);
}
function urlOf(asked, root) {
    try {
        const { host, name } = (0,github/* placeOf */.$t)(asked, root);
        return `https://${host}/${name.owner}/${name.repo}`;
    }
    catch (error) {
        if (error instanceof errors/* PipelineError */.zC)
            return null;
        throw error;
    }
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

/***/ 4472:
/***/ ((module, __unused_webpack_exports, __webpack_require__) => {

module.exports = __webpack_require__.p + "75211d6c6b005433b200.md";

/***/ })

};
