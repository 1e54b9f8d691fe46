export const id = 232;
export const ids = [232];
export const modules = {

/***/ 913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   DR: () => (/* binding */ filesBelow),
/* harmony export */   L1: () => (/* binding */ bytesAt),
/* harmony export */   WU: () => (/* binding */ repositoryAround),
/* harmony export */   id: () => (/* binding */ storyFilesIn),
/* harmony export */   lW: () => (/* binding */ pathIn)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _src_config_config_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2162);
/* harmony import */ var _src_foundation_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4566);
/* harmony import */ var _src_story_story_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9494);





/** The top of the repository around a folder; the folder itself where there is none. */
function repositoryAround(directory) {
    const start = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(start, { throwIfNoEntry: false })?.isDirectory() !== true) {
        throw new _src_foundation_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .PipelineError */ .zC("INPUT_INVALID", `There is no folder ${directory}`);
    }
    for (let folder = start;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, ".git"), { throwIfNoEntry: false }) !== undefined)
            return folder;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return start;
    }
}
/** The stories of a working tree; a path outside of it is an absolute one. */
function storyFilesIn(root) {
    return {
        paths: filesBelow(root, _src_story_story_js__WEBPACK_IMPORTED_MODULE_4__/* .STORIES */ .UC),
        read: (path) => bytesAt((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path)),
        config: textAt((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, _src_config_config_js__WEBPACK_IMPORTED_MODULE_2__/* .CONFIG_PATH */ .tF)),
    };
}
/** A path as it is in the repository, with "/"; the whole of it where it is outside. */
function pathIn(root, typed, typedIn = process.cwd()) {
    const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(typedIn, typed);
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, whole);
    return path.startsWith("..") || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(path) ? whole : path.replaceAll(node_path__WEBPACK_IMPORTED_MODULE_1__.sep, "/");
}
function filesBelow(root, folder) {
    const top = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder);
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(top, { throwIfNoEntry: false })?.isDirectory() !== true)
        return [];
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)(top, { recursive: true, encoding: "utf8", withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name)).replaceAll(node_path__WEBPACK_IMPORTED_MODULE_1__.sep, "/"))
        .toSorted();
}
function textAt(path) {
    return bytesAt(path)?.toString("utf8") ?? null;
}
function bytesAt(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path);
    }
    catch {
        return null;
    }
}


/***/ }),

/***/ 4232:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   handlers: () => (/* binding */ handlers)
/* harmony export */ });
/* harmony import */ var _check_check_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3043);
/* harmony import */ var _folder_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(913);


/** Each command with the part of the world that it needs, loaded when it is asked for. */
const handlers = {
    async check({ words, directory }) {
        const root = (0,_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryAround */ .WU)(directory);
        return Promise.resolve((0,_check_check_js__WEBPACK_IMPORTED_MODULE_0__/* .check */ .z)(words.map((word) => (0,_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .pathIn */ .lW)(root, word)), (0,_folder_js__WEBPACK_IMPORTED_MODULE_1__/* .storyFilesIn */ .id)(root)));
    },
    async explain(asked) {
        return (await Promise.all(/* import() */[__webpack_require__.e(75), __webpack_require__.e(156), __webpack_require__.e(388), __webpack_require__.e(365), __webpack_require__.e(762)]).then(__webpack_require__.bind(__webpack_require__, 5365))).explainAsked(asked);
    },
    async init(asked) {
        return (await __webpack_require__.e(/* import() */ 305).then(__webpack_require__.bind(__webpack_require__, 6305))).initAsked(asked);
    },
    async verify(asked) {
        return (await Promise.all(/* import() */[__webpack_require__.e(75), __webpack_require__.e(156), __webpack_require__.e(72), __webpack_require__.e(812), __webpack_require__.e(388), __webpack_require__.e(913), __webpack_require__.e(50), __webpack_require__.e(365), __webpack_require__.e(954), __webpack_require__.e(465)]).then(__webpack_require__.bind(__webpack_require__, 465))).verifyAsked(asked);
    },
    async discover(asked) {
        return (await Promise.all(/* import() */[__webpack_require__.e(50), __webpack_require__.e(8)]).then(__webpack_require__.bind(__webpack_require__, 1008))).discoverAsked(asked);
    },
    async replay(asked) {
        return (await Promise.all(/* import() */[__webpack_require__.e(388), __webpack_require__.e(913), __webpack_require__.e(435)]).then(__webpack_require__.bind(__webpack_require__, 7913))).replayAsked(asked);
    },
    async doctor(asked) {
        return (await Promise.all(/* import() */[__webpack_require__.e(75), __webpack_require__.e(707), __webpack_require__.e(91), __webpack_require__.e(518)]).then(__webpack_require__.bind(__webpack_require__, 159))).doctorAsked(asked);
    },
    async generate(asked) {
        return (await Promise.all(/* import() */[__webpack_require__.e(75), __webpack_require__.e(156), __webpack_require__.e(72), __webpack_require__.e(812), __webpack_require__.e(707), __webpack_require__.e(388), __webpack_require__.e(913), __webpack_require__.e(50), __webpack_require__.e(365), __webpack_require__.e(954), __webpack_require__.e(465), __webpack_require__.e(91), __webpack_require__.e(101)]).then(__webpack_require__.bind(__webpack_require__, 5101))).generateAsked(asked);
    },
    async demo(asked) {
        return (await Promise.all(/* import() */[__webpack_require__.e(75), __webpack_require__.e(156), __webpack_require__.e(72), __webpack_require__.e(812), __webpack_require__.e(388), __webpack_require__.e(913), __webpack_require__.e(50), __webpack_require__.e(365), __webpack_require__.e(954), __webpack_require__.e(465), __webpack_require__.e(73)]).then(__webpack_require__.bind(__webpack_require__, 1073))).demoAsked(asked);
    },
    async report(asked) {
        return (await Promise.all(/* import() */[__webpack_require__.e(75), __webpack_require__.e(156), __webpack_require__.e(72), __webpack_require__.e(388), __webpack_require__.e(913), __webpack_require__.e(50), __webpack_require__.e(365), __webpack_require__.e(954)]).then(__webpack_require__.bind(__webpack_require__, 9954))).reportAsked(asked);
    },
};


/***/ }),

/***/ 612:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ EXIT)
/* harmony export */ });
/** How a command ends. docs/cli.md lists them for people who write scripts. */
const EXIT = {
    /** All is as it should be. */
    fine: 0,
    /** Something was found that has to be mended. */
    faults: 1,
    /** The command could not be carried out: how it was called, a service, this machine, or a bug of ours. */
    unanswered: 2,
    /** Nothing wrong was found, but something could not be seen. Never taken for fine. */
    unknown: 3,
};


/***/ }),

/***/ 3043:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ check)
});

// EXTERNAL MODULE: ../src/story/story.ts + 1 modules
var story_story = __webpack_require__(9494);
;// CONCATENATED MODULE: ../actions/generate/misplaced.ts


/** So many files of one folder are named one by one. */
const MOST_FILES = 100;
/**
 * What was added or changed below the folder of stories where no story is looked for, or under a name that no story has.
 * Passed over in silence, its author would wait for it. `since` is null where everything counts.
 */
async function misplacedSince(repository, since, commit) {
    const changes = await repository.changes(since, commit, STORIES);
    const found = [];
    for (const change of changes) {
        if (change.after === null)
            continue;
        if (change.after.mode === FOLDER)
            found.push(...(await inFolder(repository, since, commit, change)));
        else if (!isStoryFile(change.path))
            found.push(...named(`${STORIES}/${change.path}`));
    }
    return found.toSorted((one, other) => (one.path < other.path ? -1 : 1));
}
async function inFolder(repository, since, commit, { path, before }) {
    const folder = `${STORIES}/${path}`;
    const files = await repository.filesBelow(commit, folder, MOST_FILES);
    if (files === null)
        return [{ path: folder, problem: `holds files, ${NOT_BELOW}`, isMeantAsStory: true }];
    const old = since === null || before?.mode !== FOLDER
        ? []
        : ((await repository.filesBelow(since, folder, MOST_FILES)) ?? []);
    const known = new Map(old.map((file) => [file.path, file.oid]));
    return files
        .filter((file) => known.get(file.path) !== file.oid)
        .flatMap((file) => below(`${folder}/${file.path}`));
}
function below(path) {
    if (!/\.(?:json|md|ya?ml)$/i.test(path))
        return named(path);
    const better = storyPathFor(path);
    const how = /\.ya?ml$/i.test(path) ? `write it as JSON, in ${better}` : `move it to ${better}`;
    const problem = `lies in a folder of its own, ${NOT_BELOW}: ${how}`;
    return isReadme(path) ? [] : [{ path, problem, isMeantAsStory: true }];
}
const NOT_BELOW = `but stories are looked for directly in ${story_story/* STORIES */.UC}/ only`;
function named(path) {
    const better = storyPathFor(path);
    if (isReadme(path))
        return [];
    const ending = /\.(json|md)$/i.exec(path)?.[1]?.toLowerCase();
    if (ending !== undefined) {
        const problem = `is not read as a story, because its name does not end in ".${ending}" in lower case: rename it to ${better}`;
        return [{ path, problem, isMeantAsStory: true }];
    }
    if (/\.ya?ml$/i.test(path)) {
        const problem = `is not read as a story, because a story is JSON or Markdown: write it as ${better}`;
        return [{ path, problem, isMeantAsStory: true }];
    }
    if (/\.(?:markdown|txt)$/i.test(path)) {
        const problem = `is not read as a story; if it is meant as one, rename it to ${better}`;
        return [{ path, problem, isMeantAsStory: false }];
    }
    return [];
}
function storyPathFor(path) {
    return `${story_story/* STORIES */.UC}/${stemOf(path)}.${/\.(?:md|markdown|txt)$/i.test(path) ? "md" : "json"}`;
}
function isReadme(path) {
    return /(?:^|\/)readme\.\w+$/i.test(path);
}
function stemOf(path) {
    const name = path.split("/").at(-1) ?? path;
    return name.replace(/\.[^.]*$/, "") || name;
}

// EXTERNAL MODULE: ../src/authoring/packages.ts
var authoring_packages = __webpack_require__(1740);
// EXTERNAL MODULE: ../src/config/config.ts
var config_config = __webpack_require__(2162);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
// EXTERNAL MODULE: ../src/foundation/json.ts
var foundation_json = __webpack_require__(3723);
// EXTERNAL MODULE: ../src/foundation/nearest.ts
var nearest = __webpack_require__(7979);
// EXTERNAL MODULE: ../src/story/items.ts
var story_items = __webpack_require__(5581);
// EXTERNAL MODULE: ../src/story/lines.ts
var story_lines = __webpack_require__(474);
// EXTERNAL MODULE: ../src/story/lost-numbers.ts
var lost_numbers = __webpack_require__(5660);
;// CONCATENATED MODULE: ../src/story/value-text.ts
/** A value of an example as Python would write it, so that a person can compare it with what stands in the story. */
function valueText(value) {
    switch (value.kind) {
        case "number":
            return value.text;
        case "text":
            return JSON.stringify(value.text);
        case "constant":
        case "name":
            return value.name;
        case "error":
            return errorText(value.name, value.message);
        case "list":
            return `[${value.items.map(valueText).join(", ")}]`;
        case "tuple":
            return `(${value.items.map(valueText).join(", ")}${value.items.length === 1 ? "," : ""})`;
        case "set":
            return value.items.length === 0 ? "set()" : `{${value.items.map(valueText).join(", ")}}`;
        case "dict":
            return `{${value.entries.map((each) => `${valueText(each.key)}: ${valueText(each.value)}`).join(", ")}}`;
        case "object":
            return `{${value.fields.map((each) => `${each.name}: ${valueText(each.value)}`).join(", ")}}`;
        case "call":
        default:
            return `${value.name}(${value.arguments.map(argument).join(", ")})`;
    }
}
/** What an example is given and what has to come of it: `add(1, 2) → 3`, or `0.5; true → 4.10` where no call is written. */
function exampleText({ call, given, expected }) {
    const left = call === null ? given.map(valueText).join("; ") : valueText(call);
    return `${left === "" ? "nothing" : left} → ${expected.map(valueText).join("; ")}`;
}
function errorText(name, message) {
    const said = message === null ? null : valueText(message);
    if (name === null)
        return said === null ? "raises any error" : `raises any error that says ${said}`;
    return said === null ? `raises ${name}` : `raises ${name}(${said})`;
}
function argument({ name, value }) {
    return name === null ? valueText(value) : `${name}=${valueText(value)}`;
}

// EXTERNAL MODULE: ./answer.ts
var answer = __webpack_require__(612);
;// CONCATENATED MODULE: ./check/importable.ts
const KEYWORDS = new Set("and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(" "));
/** Why `from generated.<task>…` is no Python, and what to write instead; null where it is. */
function notImportable(task) {
    const why = KEYWORDS.has(task)
        ? "is a word of the language"
        : /^\d/.test(task)
            ? "begins with a digit"
            : task.includes("-")
                ? 'holds a "-"'
                : null;
    if (why === null)
        return null;
    const better = task.replaceAll("-", "_").replace(/^(?=\d)/, "v");
    const id = KEYWORDS.has(better) ? `${better}_` : better;
    const written = /[a-z0-9]$/.test(id) ? id : `${id}story`;
    return `Python cannot import generated/${task}, because it ${why}; tests and merge do not need that, your own code does: write an id such as "${written}"`;
}

;// CONCATENATED MODULE: ../src/foundation/json-lines.ts
/** Deeper values stand on the line of what holds them. */
const DEEPEST = 64;
const TOKEN = /\n|"(?:[^"\\\n]|\\.)*"|[{}[\],]|[^\s"{}[\],:]+/gu;
/** The lines of a text that is valid JSON; of any other text they mean nothing. */
function jsonLines(text) {
    const lines = new Map([["", 1]]);
    const repeated = [];
    const holders = [];
    let line = 1;
    for (const [token] of text.matchAll(TOKEN)) {
        const holder = holders.at(-1);
        if (token === "\n")
            line += 1;
        else if (token === ",")
            advance(holder);
        else if (token === "}" || token === "]")
            holders.pop();
        else if (holder?.keys != null && holder.next === null) {
            const key = String(JSON.parse(token));
            holder.next = json_lines_below(holder.path, key, holders.length);
            if (holder.keys.has(key))
                repeated.push({ path: holder.next, line });
            holder.keys.add(key);
            lines.set(holder.next, line);
        }
        else {
            const path = holder?.next ?? "";
            if (holder?.keys === null && !lines.has(path))
                lines.set(path, line);
            if (token === "{")
                holders.push({ path, keys: new Set(), next: null, index: 0 });
            if (token === "[") {
                holders.push({ path, keys: null, next: json_lines_below(path, "0", holders.length + 1), index: 0 });
            }
        }
    }
    return { lines, repeated };
    function advance(holder) {
        if (holder === undefined)
            return;
        holder.index += 1;
        holder.next =
            holder.keys === null ? json_lines_below(holder.path, String(holder.index), holders.length) : null;
    }
}
function json_lines_below(path, name, depth) {
    if (depth > DEEPEST)
        return path;
    return path === "" ? name : `${path}.${name}`;
}

;// CONCATENATED MODULE: ./check/story-faults.ts
/** The problems of a story with the places that they name at their beginning. */
function faultsOf(problems, text, lineOfPath) {
    return problems.map((problem) => {
        const at = /^"([^"]+)"/u.exec(problem)?.[1] ?? "";
        const line = at === "" ? lineOfSyntax(problem, text) : lineOfPath(at);
        return { at, line, says: withAdvice(problem, text) };
    });
}
/** The line of a value, or of the nearest one around it that is there. */
function lineOf(path, lines) {
    for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
        const line = lines.get(at);
        if (line !== undefined)
            return line;
    }
    return lines.get("") ?? null;
}
const NOT_JSON = "is not valid JSON";
/** Where the reader of JSON stopped: it says so, but for a text that ends too early. */
function lineOfSyntax(problem, text) {
    if (!problem.startsWith(NOT_JSON))
        return null;
    const line = /\(line (\d+) column \d+\)/u.exec(problem)?.[1];
    if (line !== undefined)
        return Number(line);
    const position = /at position (\d+)/u.exec(problem)?.[1];
    return text
        .slice(0, position === undefined ? undefined : Number(position))
        .trimEnd()
        .split("\n").length;
}
/** Of what the reader says, what people do wrong most often. */
const ADVICE = [
    [
        /double-quoted property name|Expected property name/u,
        'write each key in double quotes ("id"), and no comma after the last one',
    ],
    [/Unexpected token '[\]}]'/u, "take away the comma before the closing bracket"],
    [
        /Unexpected token '[“”„‘’']'/u,
        'write straight double quotes ("), no typographic or single ones',
    ],
    [/Unexpected token '\/'|Unexpected token '#'/u, "JSON knows no comments: take it out"],
    [
        /Bad control character/u,
        "a text ends on the line that it begins on: write a line break as \\n, a tab as \\t",
    ],
    [/Bad escaped character|Bad Unicode escape/u, "write a backslash as \\\\"],
    [/Unexpected end|Unterminated/u, "close each text, list and object"],
    [/after JSON/u, "a file holds one story: take away what stands after its last bracket"],
    [/after property value|after array element/u, "separate values with a comma"],
    [/after property name/u, "write a colon between a key and its value"],
];
function withAdvice(problem, text) {
    if (problem === "is not UTF-8 text")
        return `${problem}: save it with the encoding UTF-8`;
    if (!problem.startsWith(NOT_JSON))
        return problem;
    if (text.trim() === "") {
        return 'is empty: write a story, such as {"id": "greeting", "feature": "…"}';
    }
    const advice = ADVICE.find(([said]) => said.test(problem))?.[1];
    return advice === undefined ? problem : `${problem}; ${advice}`;
}

;// CONCATENATED MODULE: ./check/line-finder.ts





const NO_JSON = { lines: new Map(), repeated: [] };
/** JSON has a line for each value; in Markdown the text itself is looked for, and a key of the front matter or a heading. */
function lineFinder(path, text) {
    if (!(0,story_story/* isMarkdown */.sl)(path)) {
        const json = (0,foundation_json/* readJson */.Vh)(text).ok ? jsonLines(text) : NO_JSON;
        return { json, of: (at) => lineOf(at, json.lines) };
    }
    const lines = text.split(/\r\n|[\n\r]/u).map((line) => line.trim());
    const find = (isIt) => {
        const at = lines.findIndex(isIt);
        return at < 0 ? null : at + 1;
    };
    return {
        json: NO_JSON,
        of: (at, said) => said === undefined
            ? (find((line) => line.startsWith(`${at}:`)) ?? find((line) => isHeading(line, at)))
            : (find((line) => line === said) ?? find((line) => line.includes(said))),
    };
}
function isHeading(line, name) {
    const heading = (0,story_lines/* headingIn */.os)(line);
    return heading !== null && (0,story_lines/* withoutColon */.GV)(heading.text) === name;
}

// EXTERNAL MODULE: ../src/telling/blocks.ts
var blocks = __webpack_require__(2363);
;// CONCATENATED MODULE: ./check/words.ts



/** All stories, each with its faults, its notes, and how each line of it is read; last what all of it comes to. */
function reportBlocks(reports, misplaced, configFaults) {
    return [
        ...configBlocks(configFaults),
        ...reports.flatMap((report) => [
            { kind: "folds", folds: [foldOf(report)] },
            { kind: "paragraph", line: [] },
        ]),
        ...misplacedBlocks(misplaced),
        { kind: "paragraph", line: sumOf(reports, misplaced, configFaults.length > 0) },
    ];
}
const TEXT_LIMIT = 2_000;
function foldOf(report) {
    const { path, id, faults, notes, lines } = report;
    const sign = faults.length === 0 ? (0,blocks/* say */.cv) `✔` : (0,blocks/* say */.cv) `✘`;
    const name = id === null ? [] : (0,blocks/* say */.cv) `: ${id}, ${demandsOf(lines)}`;
    return {
        title: (0,blocks/* say */.cv) `${sign} ${(0,blocks/* code */.aY)(path)}${name}`,
        blocks: [
            ...(faults.length === 0
                ? []
                : [{ kind: "list", items: faults.map((fault) => faultLine(fault, (0,blocks/* say */.cv) `✘`)) }]),
            ...(notes.length === 0
                ? []
                : [{ kind: "list", items: notes.map((note) => faultLine(note, (0,blocks/* say */.cv) `?`)) }]),
            ...(lines.length === 0 ? [] : [tableOf(lines)]),
        ],
    };
}
function demandsOf(lines) {
    const demands = lines.filter(({ kind }) => kind !== "heading").length;
    const examples = lines.filter(({ kind }) => kind === "example").length;
    const unread = lines.filter(({ notRead }) => notRead !== null).length;
    const missed = unread === 0
        ? []
        : unread === 1
            ? (0,blocks/* say */.cv) `; 1 that looks like an example and is not read`
            : (0,blocks/* say */.cv) `; ${unread} that look like examples and are not read`;
    return (0,blocks/* say */.cv) `${demands} ${demands === 1 ? (0,blocks/* say */.cv) `demand` : (0,blocks/* say */.cv) `demands`}, ${examples} of them ${examples === 1 ? (0,blocks/* say */.cv) `an example` : (0,blocks/* say */.cv) `examples`}${missed}`;
}
function faultLine({ at, line, says }, sign) {
    const where = line === null ? [] : (0,blocks/* say */.cv) `line ${line}: `;
    // Most sentences begin with their path.
    const path = at === "" || says.startsWith(`"${at}"`) ? [] : (0,blocks/* say */.cv) `"${(0,blocks/* code */.aY)(at)}" `;
    return (0,blocks/* say */.cv) `${sign} ${where}${path}${(0,blocks/* untrusted */.bp)(says, TEXT_LIMIT)}`;
}
function tableOf(lines) {
    return {
        kind: "table",
        head: null,
        rows: lines.flatMap(({ kind, text, line, reading, notRead }) => [
            [
                line === null ? (0,blocks/* say */.cv) `` : (0,blocks/* say */.cv) `line ${line}`,
                kind === "example" ? (0,blocks/* say */.cv) `example` : kind === "demand" ? (0,blocks/* say */.cv) `demand` : (0,blocks/* say */.cv) `heading`,
                (0,blocks/* say */.cv) `${(0,blocks/* untrusted */.bp)(text, TEXT_LIMIT)}`,
            ],
            // What is read as it stands is not said twice.
            ...(reading === null || reading === (0,story_lines/* stripBullets */.MK)(text)
                ? []
                : [[(0,blocks/* say */.cv) ``, (0,blocks/* say */.cv) ``, (0,blocks/* say */.cv) `  read as ${(0,blocks/* untrusted */.bp)(reading, TEXT_LIMIT)}`]]),
            ...(notRead === null
                ? []
                : [[(0,blocks/* say */.cv) ``, (0,blocks/* say */.cv) ``, (0,blocks/* say */.cv) `  looks like an example, and is not read: ${notRead}`]]),
        ]),
    };
}
function misplacedBlocks(misplaced) {
    if (misplaced.length === 0)
        return [];
    return [
        {
            kind: "list",
            items: misplaced.map(({ path, problem, isMeantAsStory }) => (0,blocks/* say */.cv) `${isMeantAsStory ? (0,blocks/* say */.cv) `✘` : (0,blocks/* say */.cv) `?`} ${(0,blocks/* code */.aY)(path)} ${problem}`),
        },
        { kind: "paragraph", line: [] },
    ];
}
function configBlocks(faults) {
    if (faults.length === 0)
        return [];
    const items = faults.map(({ at, line, says }) => {
        // A fault of a key reads "budget" is no key: …
        return faultLine({ at: "", line, says: at === "" ? says : `"${at}" ${says}` }, (0,blocks/* say */.cv) `✘`);
    });
    return [
        {
            kind: "folds",
            folds: [{ title: (0,blocks/* say */.cv) `✘ ${(0,blocks/* code */.aY)(config_config/* CONFIG_PATH */.tF)}`, blocks: [{ kind: "list", items }] }],
        },
        { kind: "paragraph", line: [] },
    ];
}
function sumOf(reports, misplaced, hasConfigFaults) {
    const good = reports.filter(({ faults }) => faults.length === 0).length;
    const bad = reports.length - good + misplaced.filter((one) => one.isMeantAsStory).length;
    const stories = reports.length === 1 ? (0,blocks/* say */.cv) `1 story` : (0,blocks/* say */.cv) `${reports.length} stories`;
    const config = hasConfigFaults ? (0,blocks/* say */.cv) ` The config has to be mended.` : [];
    if (bad === 0)
        return (0,blocks/* say */.cv) `${stories}: nothing is wrong.${config}`;
    return (0,blocks/* say */.cv) `${stories}: ${bad} ${bad === 1 ? (0,blocks/* say */.cv) `is` : (0,blocks/* say */.cv) `are`} to be mended.${config}`;
}

;// CONCATENATED MODULE: ./check/check.ts
















/** Reads stories as generate would, and says all that is wrong with them and how each line is read. */
function check(asked, files) {
    const config = (0,config_config/* readConfigText */.im)(files.config ?? "");
    const configFaults = config.ok ? [] : config.faults;
    const allowed = config.ok ? config.value["allowed-dependencies"] : null;
    const paths = asked.length > 0 ? asked : files.paths.filter(check_isStoryFile);
    const known = new Map(files.paths.filter(check_isStoryFile).map((path) => [path, idIn(path, files)]));
    const reports = paths.map((path) => reportOf(path, files, { known, allowed }));
    const misplaced = asked.length > 0 ? [] : files.paths.flatMap(misplacedAt);
    const isFaulty = configFaults.length > 0 ||
        reports.some(({ faults }) => faults.length > 0) ||
        misplaced.some(({ isMeantAsStory }) => isMeantAsStory);
    if (paths.length === 0 && misplaced.length === 0)
        throw noStories();
    return {
        exit: isFaulty ? answer/* EXIT */.d.faults : answer/* EXIT */.d.fine,
        blocks: reportBlocks(reports, misplaced, configFaults),
        data: { stories: reports, misplaced, config: { faults: configFaults } },
    };
}
function check_isStoryFile(path) {
    const name = path.slice(story_story/* STORIES */.UC.length + 1);
    return (0,story_story/* isStoryFile */.Ke)(name) && !name.includes("/");
}
function misplacedAt(path) {
    if (check_isStoryFile(path))
        return [];
    const own = path.slice(story_story/* STORIES */.UC.length + 1);
    return own.includes("/") ? below(path) : named(path);
}
function noStories() {
    return new errors/* PipelineError */.zC("INPUT_INVALID", `There is no story in ${story_story/* STORIES */.UC}/`, {
        hint: "`agent-pipeline init` writes a first one. Or name a file: agent-pipeline check my-story.json",
    });
}
function reportOf(path, files, { known, allowed }) {
    const nothing = { path, id: null, tasks: [], notes: [], lines: [] };
    const bytes = files.read(path);
    if (bytes === null) {
        const says = "cannot be read: there is no such file";
        return { ...nothing, faults: [{ at: "", line: null, says }] };
    }
    const text = (0,foundation_json/* utf8Text */.Hp)(bytes) ?? "";
    const result = (0,story_story/* parseStory */.PB)(path, bytes);
    const places = lineFinder(path, text);
    const notes = notesOfText(path, text, places);
    if (!result.ok) {
        return { ...nothing, notes, faults: faultsOf(result.problems, text, places.of) };
    }
    const { story } = result;
    const others = [...known].flatMap(([other, id]) => other !== path && id === story.key ? [other] : []);
    const problems = [
        ...(others.length === 0
            ? []
            : [
                `"id" ${JSON.stringify(story.id)} is that of ${listed(others)} as well: give each story an id of its own`,
            ]),
        ...(allowed === null ? [] : (0,authoring_packages/* offeredPackages */.T$)(story.document, allowed).problems),
    ];
    return {
        path,
        id: story.id,
        tasks: story.tasks.map(({ id }) => id),
        faults: faultsOf(problems, text, places.of),
        notes: [...notes, ...notesOf(story, places)],
        lines: linesOf(story, places),
    };
}
const LISTED = 3;
function listed(paths) {
    const more = paths.length - LISTED;
    return `${paths.slice(0, LISTED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
/** The id under which another file of the folder is known; null where it is no story. */
function idIn(path, files) {
    const bytes = files.read(path);
    const result = bytes === null ? null : (0,story_story/* parseStory */.PB)(path, bytes);
    return result?.ok === true ? result.story.key : null;
}
function notesOfText(path, text, { json: { repeated } }) {
    const isElsewhere = !path.startsWith(`${story_story/* STORIES */.UC}/`);
    return [
        ...repeated.map(({ path: at, line }) => ({
            at,
            line,
            says: `"${at}" stands here again: only the last one counts. Take one of them away, or join them`,
        })),
        ...lostDigits(path, text),
        ...(isElsewhere
            ? [{ at: "", line: null, says: `generate looks for stories in ${story_story/* STORIES */.UC}/ only` }]
            : []),
    ];
}
function lostDigits(path, text) {
    if ((0,story_story/* isMarkdown */.sl)(path) || !(0,foundation_json/* readJson */.Vh)(text).ok)
        return [];
    return (0,lost_numbers/* lostNumbers */.f)(text).map(({ written, held, at }) => ({
        at: "",
        line: text.slice(0, at).split("\n").length,
        says: `${written} is read as ${held}, as a number of JSON has no more digits: write it in a line, such as "f(1) → Decimal('…')"`,
    }));
}
/** What nobody expects to be tested beside a list of demands. */
const BACKGROUND = new Set(["title", "feature", "description", "$schema"]);
function notesOf(story, places) {
    const { notCounted } = (0,story_items/* storyItems */.a3)(story.document);
    const misspelled = misspelledKeys(story);
    return [
        ...misspelled.map(({ at, meant }) => ({
            at,
            line: places.of(at),
            says: `"${at}" is no key that is known: was "${meant}" meant? As it stands it is one of your own`,
        })),
        ...story.tasks.flatMap(({ id }, index) => {
            const says = notImportable(id);
            const at = story.document.tasks === undefined ? "id" : `tasks.${index}.id`;
            return says === null ? [] : [{ at, line: places.of(at), says }];
        }),
        ...notCounted
            .filter((at) => !BACKGROUND.has(at.replace(/^tasks\.\d+\./, "")) &&
            !misspelled.some((one) => one.at === at))
            .map((at) => ({
            at,
            line: places.of(at),
            says: `"${at}" is shown to the model, and no test has to show it: what must hold belongs under "requirements", "acceptance" or "constraints"`,
        })),
    ];
}
/** Keys of the author's own may stand in a story; one that is nearly a known one was hardly meant as such. */
function misspelledKeys({ document }) {
    const holders = [
        ["", Object.keys(document)],
        ...(document.tasks ?? []).map((part, index) => [`tasks.${index}.`, Object.keys(part)]),
    ];
    return holders.flatMap(([prefix, keys]) => keys.flatMap((key) => {
        const meant = story_story/* STORY_KEYS */.Nf.includes(key) ? null : (0,nearest/* nearest */.p)(key, story_story/* STORY_KEYS */.Nf);
        return meant === null ? [] : [{ at: `${prefix}${key}`, meant }];
    }));
}
function linesOf(story, places) {
    const { items, headings } = (0,story_items/* storyItems */.a3)(story.document);
    const order = new Map((0,story_lines/* storyLines */.pI)(story.document).map((line, index) => [line, index]));
    const placed = [
        ...headings.map(({ line, path }) => [
            order.get(line) ?? 0,
            {
                kind: "heading",
                text: line,
                at: path,
                line: places.of(path, line),
                reading: null,
                notRead: null,
            },
        ]),
        ...items.map(({ line, written: [first = line], path, example }) => [
            order.get(first) ?? 0,
            {
                kind: example.kind === "read" ? "example" : "demand",
                text: line,
                at: path,
                line: places.of(path, first),
                reading: example.kind === "read" ? exampleText(example.example) : null,
                notRead: example.kind === "unread" ? example.why : null,
            },
        ]),
    ];
    return placed.toSorted(([one], [other]) => one - other).map(([, read]) => read);
}


/***/ }),

/***/ 1740:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ nameInLine),
/* harmony export */   JA: () => (/* binding */ isImportOf),
/* harmony export */   T$: () => (/* binding */ offeredPackages),
/* harmony export */   iN: () => (/* binding */ packageLines),
/* harmony export */   mY: () => (/* binding */ importedPackages)
/* harmony export */ });
/* harmony import */ var _contract_code_facts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8051);
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5051);
/* harmony import */ var _proof_requirements_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9092);



/**
 * What the story asks for, where it is on the list of the repository; without a word in the story all of the list, and
 * with an empty list nothing.
 */
function offeredPackages({ dependencies }, allowed) {
    const listed = new Map(Object.entries(allowed).map(([name, range]) => [
        (0,_proof_requirements_js__WEBPACK_IMPORTED_MODULE_2__/* .normalName */ .tK)(name),
        range.replaceAll(/\s/gu, ""),
    ]));
    if (dependencies === undefined) {
        return {
            packages: [...listed].map(([name, bounds]) => ({ name, bounds })),
            problems: [],
        };
    }
    const packages = [];
    const problems = [];
    for (const [index, text] of linesOf(dependencies).entries()) {
        const asked = typeof text === "string" ? (0,_proof_requirements_js__WEBPACK_IMPORTED_MODULE_2__/* .readNamedPackage */ .Qe)(text) : null;
        const at = `"dependencies.${index}"`;
        if (asked === null) {
            problems.push(`${at} must be the name of a package, with versions or without, such as "requests>=2.31", not ${shown(text)}`);
            continue;
        }
        const range = listed.get(asked.name);
        if (range === undefined) {
            problems.push(`${at} asks for ${asked.name}, which this repository does not allow; write \`${asked.name}: "${asked.bounds}"\` under \`allowed-dependencies\` in .github/agent-pipeline.yml on the base branch, or leave it out of the story`);
            continue;
        }
        packages.push({ name: asked.name, bounds: bothOf(asked.bounds, range) });
    }
    return { packages, problems };
}
/** As a prompt says them. */
function packageLines(packages) {
    return packages.map(({ name, bounds }) => (bounds === "*" ? name : `${name} ${bounds}`));
}
/** The name in front of what `packageLines` has written. */
function nameInLine(line) {
    return line.split(" ")[0];
}
function bothOf(one, other) {
    const bounds = [one, other].filter((each) => each !== "*");
    return bounds.length === 0 ? "*" : [...new Set(bounds)].join(",");
}
function linesOf(dependencies) {
    if (typeof dependencies !== "string")
        return dependencies;
    return dependencies
        .split(/\r\n|\n/u)
        .map((line) => line.replace(/^\s*[-*+]\s+/u, "").trim())
        .filter((line) => line !== "");
}
function shown(value) {
    return (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)(JSON.stringify(value), 100);
}
/**
 * Packages whose code is imported by another name than their own. Of all others the two are one, but for case and
 * punctuation.
 */
const IMPORTED_AS = {
    attrs: ["attr", "attrs"],
    beautifulsoup4: ["bs4"],
    "opencv-python": ["cv2"],
    "opencv-python-headless": ["cv2"],
    pillow: ["PIL"],
    protobuf: ["google"],
    pycryptodome: ["Crypto"],
    pyjwt: ["jwt"],
    pyopenssl: ["OpenSSL"],
    pyserial: ["serial"],
    "python-dateutil": ["dateutil"],
    "python-docx": ["docx"],
    "python-dotenv": ["dotenv"],
    "python-pptx": ["pptx"],
    "python-slugify": ["slugify"],
    pyyaml: ["yaml"],
    "ruamel-yaml": ["ruamel"],
    "scikit-image": ["skimage"],
    "scikit-learn": ["sklearn"],
    setuptools: ["setuptools", "pkg_resources"],
};
/** Whether an import such as `yaml.nodes` is of a package. */
function isImportOf(module, name) {
    const top = module.split(".")[0];
    return (IMPORTED_AS[name] ?? [name.replaceAll("-", "_")]).some((known) => known.toLowerCase() === top.toLowerCase());
}
/** Those that some file imports. */
function importedPackages(files, offered) {
    const modules = files
        .flatMap(({ content }) => (0,_contract_code_facts_js__WEBPACK_IMPORTED_MODULE_0__/* .usesIn */ .c)(content))
        .filter(({ kind }) => kind === "import")
        .map(({ name }) => name);
    return offered.filter(({ name }) => modules.some((module) => isImportOf(module, name)));
}


/***/ }),

/***/ 8062:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ faultText),
/* harmony export */   g: () => (/* binding */ readYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6637);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8821);
/* harmony import */ var _foundation_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3723);
/* harmony import */ var _foundation_nearest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7979);




/** Reads a YAML text by a schema, and says all that is wrong with it at once. */
function readYaml(text, schema) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    const document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: lines, prettyErrors: false });
    if (document.errors.length > 0) {
        return {
            ok: false,
            faults: document.errors.map(({ pos: [at], message }) => ({
                at: "",
                line: lines.linePos(at).line,
                says: `is no valid YAML: ${message}`,
            })),
        };
    }
    const value = plainValue(document);
    if (value.kind === "aliases") {
        const says = "Aliases (`*name`) are not read: write the value out";
        return { ok: false, faults: [{ at: "", line: null, says }] };
    }
    const lineAt = (path) => {
        const start = nodeAt(document, path)?.range?.[0];
        return start === undefined ? null : lines.linePos(start).line;
    };
    const read = schema.safeParse(value.value ?? {});
    if (read.success) {
        return { ok: true, value: read.data, lineOf: (at) => lineAt([at]) };
    }
    return {
        ok: false,
        faults: read.error.issues
            .flatMap((issue) => faultsOf(issue, value.value, schema, lineAt))
            .toSorted((one, other) => (one.line ?? Infinity) - (other.line ?? Infinity) || 0),
    };
}
/** One fault as a line: where it is, and what to write instead. */
function faultText({ at, line, says }) {
    const where = line === null ? "" : `line ${line}: `;
    return at === "" ? `${where}${says}` : `${where}"${at}" ${says}`;
}
/** A text of a few lines could grow beyond all memory by aliases. */
function plainValue(document) {
    try {
        return { kind: "value", value: document.toJS({ maxAliasCount: 0 }) };
    }
    catch (error) {
        if (error instanceof ReferenceError)
            return { kind: "aliases" };
        throw error;
    }
}
/** The key of a value in a mapping, which stands on the line that people look for; of an item of a list the item. */
function nodeAt(document, path) {
    for (let length = path.length; length > 0; length--) {
        const node = exactNode(document, path.slice(0, length));
        if (node !== null)
            return node;
    }
    return null;
}
function exactNode(document, path) {
    const last = path.at(-1);
    const holder = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(holder)) {
        const pair = holder.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(key) && String(key.value) === String(last));
        return pair !== undefined && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(pair.key) ? pair.key : null;
    }
    const node = document.getIn(path, true);
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? node : null;
}
function faultsOf(issue, value, schema, lineAt) {
    if (issue.code === "unrecognized_keys") {
        const known = keysAt(schema, issue.path);
        return issue.keys.map((key) => ({
            at: dotted([...issue.path, key]),
            line: lineAt([...issue.path, key]),
            says: unknownKey(key, known),
        }));
    }
    return [
        {
            at: dotted(issue.path),
            line: lineAt(issue.path),
            says: saidOf(issue, valueAt(value, issue.path)),
        },
    ];
}
function unknownKey(key, known) {
    const near = (0,_foundation_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(key, known);
    if (near !== null)
        return `is no key: write "${near}"`;
    return known.length > 0 && known.length <= 6
        ? `is no key: the keys here are ${known.map((each) => `"${each}"`).join(", ")}`
        : "is no key, and none is near: docs/config.md lists all";
}
/** How a message of the library begins. Where a schema has words of its own, these say more than we could. */
const OF_THE_LIBRARY = /^(?:Invalid|Too (?:small|big)|Unrecognized)\b/;
function saidOf(issue, value) {
    if (!OF_THE_LIBRARY.test(issue.message))
        return issue.message;
    switch (issue.code) {
        case "invalid_type":
            return value === undefined
                ? `is missing: it must be ${KINDS[issue.expected] ?? issue.expected}`
                : `must be ${KINDS[issue.expected] ?? issue.expected}, not ${shown(value)}`;
        case "too_small":
            return `must ${bound(issue.origin, `at least ${issue.minimum}`)}${value === "" ? "" : `, not ${shown(value)}`}`;
        case "too_big":
            return `must ${bound(issue.origin, `at most ${issue.maximum}`)}, not ${shown(value)}`;
        case "invalid_value": {
            const known = issue.values.map(String);
            const near = typeof value === "string" ? (0,_foundation_nearest_js__WEBPACK_IMPORTED_MODULE_1__/* .nearest */ .p)(value, known) : null;
            const advice = near === null ? "" : `: write ${near}`;
            return `must be one of ${known.join(", ")}, not ${shown(value)}${advice}`;
        }
        case "invalid_key":
            return `is no key that can stand here: it ${issue.issues[0]?.message ?? "cannot be read"}`;
        case "unrecognized_keys":
        case "invalid_format":
        case "invalid_union":
        case "invalid_element":
        case "not_multiple_of":
        case "custom":
        default:
            return issue.message;
    }
}
const KINDS = {
    object: "a list of keys with values",
    array: "a list",
    string: "a text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    record: "a list of keys with values",
};
function bound(origin, limit) {
    if (limit === "at least 1" && origin !== "number" && origin !== "int")
        return "not be empty";
    if (origin === "number" || origin === "int")
        return `be ${limit}`;
    return `have ${limit} ${origin === "string" ? "letters" : "entries"}`;
}
const SHOWN = 60;
function shown(value) {
    if (Array.isArray(value))
        return `a list of ${value.length}`;
    if ((0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        return "a list of keys";
    const text = JSON.stringify(value) ?? String(value);
    return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
function valueAt(value, path) {
    let here = value;
    for (const key of path) {
        if (Array.isArray(here))
            here = here[Number(key)];
        else if ((0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(here) && Object.hasOwn(here, key))
            here = here[String(key)];
        else
            return undefined;
    }
    return here;
}
function dotted(path) {
    return path.map(String).join(".");
}
/** The keys that a schema knows below a path; none where any key may stand. */
function keysAt(schema, path) {
    let here = zod__WEBPACK_IMPORTED_MODULE_3__/* .toJSONSchema */ .bl(schema, { io: "input" });
    for (const key of path) {
        const own = (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(here) ? here["properties"] : undefined;
        here =
            (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(own) && Object.hasOwn(own, key)
                ? own[String(key)]
                : (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(here)
                    ? here["additionalProperties"]
                    : undefined;
    }
    const properties = (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(here) ? here["properties"] : undefined;
    return (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(properties) ? Object.keys(properties) : [];
}


/***/ }),

/***/ 2162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SL: () => (/* binding */ CONFIG_MAX_BYTES),
/* harmony export */   TS: () => (/* binding */ Config),
/* harmony export */   ig: () => (/* binding */ EFFORTS),
/* harmony export */   im: () => (/* binding */ readConfigText),
/* harmony export */   o4: () => (/* binding */ parseConfig),
/* harmony export */   tF: () => (/* binding */ CONFIG_PATH),
/* harmony export */   xc: () => (/* binding */ verifySettingsDigest)
/* harmony export */ });
/* unused harmony exports isWorkflowFile, checkRunIn, VerifySettings */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1548);
/* harmony import */ var _foundation_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6809);
/* harmony import */ var _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4566);
/* harmony import */ var _config_faults_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8062);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53);





/** Read from the base branch, so that a pull request cannot change the rules that judge it. */
const CONFIG_PATH = ".github/agent-pipeline.yml";
const CONFIG_MAX_BYTES = 64 * 1024;
const price = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    /** USD per 1,000,000 tokens. */
    input: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative(),
    "cached-input": zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative().optional(),
    output: zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig().nonnegative(),
});
/** As OpenAI's API names them; a server may know fewer. */
const EFFORTS = ["none", "minimal", "low", "medium", "high", "xhigh", "max"];
const workflowFile = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .regex(/^[\w.-]{1,100}\.ya?ml$/, "must be the name of a file in .github/workflows");
/** Of agent-pipeline itself: the gate runs in them, and nothing may wait for itself. */
const OWN_CHECK = /^agent-pipeline\/|^agent-(?:pipeline|ci)\.ya?ml$/;
const requiredCheck = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP()
    .min(1)
    .max(200)
    .refine((name) => !OWN_CHECK.test(name), {
    error: ({ input }) => `${JSON.stringify(input)} is what agent-pipeline reports itself, and would wait for itself: name a check of your own`,
})
    .refine((name) => checkRunIn(name) !== "", {
    error: "must name the check run after the colon, such as check-run:SonarCloud Code Analysis",
})
    .refine((name) => checkRunIn(name) !== null || !isWorkflowFile(name) || !name.includes("/"), {
    error: "must be a workflow's file name alone, such as tests.yml, or the name of a commit status",
});
/** Of the names in `required-checks`, one that ends like this is a workflow, and one that is no check run otherwise a commit status. */
function isWorkflowFile(name) {
    return checkRunIn(name) === null && /\.ya?ml$/.test(name);
}
/** The name of the check run that is meant by one in `required-checks`; null where it means something else. */
function checkRunIn(name) {
    const prefix = "check-run:";
    return name.startsWith(prefix) ? name.slice(prefix.length).trim() : null;
}
const modelName = zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).max(200);
/** A list of bounds such as `>=2.0,<3`; `*` is every version. */
const VERSION_RANGE = /^(?:\*|(?:==|!=|<=|>=|<|>|~=)\s*\d{1,9}(?:\.\d{1,9}){0,9}(?:\s*,\s*(?:==|!=|<=|>=|<|>|~=)\s*\d{1,9}(?:\.\d{1,9}){0,9})*)$/;
/**
 * The settings that verify reads: part of what evidence depends on. verify is given nothing else of the config, so that a
 * key it reads is a key of these.
 */
const VerifySettings = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    ..._settings_js__WEBPACK_IMPORTED_MODULE_3__/* .VERIFY_SETTINGS */ .gL,
    "shared-inputs": zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().min(1).max(200))
        .max(100)
        .default([])
        .describe("Globs of files outside `generated/` that tests depend on, besides the root's `requirements.txt` and `test-requirements.txt`"),
    "allowed-dependencies": zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/, "must be a package name"), zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP().regex(VERSION_RANGE, 'must be versions such as ">=2.0,<3", or "*"'))
        .default({})
        .describe("Package → versions that a task may ask for, such as `>=2.0,<3`, or `*` for all"),
    "mutation-score": zod__WEBPACK_IMPORTED_MODULE_4__/* .number */ .aig()
        .min(0)
        .max(1)
        .default(0.5)
        .describe("The share of small changes to the code that the tests must notice, from 0 to 1"),
    "stub-seconds": zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(1)
        .max(3_600)
        .default(300)
        .describe("Wall time that trying stubs may take for each task"),
    "mutation-seconds": zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(1)
        .max(3_600)
        .default(120)
        .describe("Wall time that trying mutants may take for each task"),
    "trust-rederived-tests": zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .default(false)
        .describe("Whether a task may be proven although a test of it was taken away, because two answers that did not know the test contradicted it; otherwise a person decides"),
    "task-seconds": zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(1)
        .max(21_600)
        .default(1_800)
        .describe("Wall time of all runs of one task together, stubs, mutants and reruns included"),
});
/**
 * `.github/agent-pipeline.yml`: what is set once per repository. Every key is optional. `docs/config.md` is made from
 * these descriptions.
 */
const Config = zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
    "api-style": zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(["auto", "responses", "chat"])
        .default("auto")
        .describe("How the model's server is asked: `responses`, `chat`, or `auto`, which uses chat completions where there is no Responses API"),
    models: zod__WEBPACK_IMPORTED_MODULE_4__/* .strictObject */ .rej({
        design: modelName.optional(),
        code: modelName.optional(),
        tests: modelName.optional(),
        repair: modelName.optional(),
    })
        .default({})
        .describe("The model of a stage, `design`, `code` or `tests`, instead of the input `model`; `repair` is asked again where a reply cannot be used"),
    "reasoning-effort": zod__WEBPACK_IMPORTED_MODULE_4__/* ["enum"] */ .k5n(EFFORTS)
        .nullable()
        .default(null)
        .describe("How long a model may think: `none`, `minimal`, `low`, `medium`, `high`, `xhigh` or `max`; left out, the server decides"),
    "max-output-tokens": zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(500)
        .max(1_000_000)
        .default(12_000)
        .describe("What one reply may have at most, thinking included"),
    "self-check": zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .default(true)
        .describe("Whether generate judges its own work as verify will, in complete isolation, and has mended what it finds; it is no evidence"),
    "check-seconds": zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(10)
        .max(3_600)
        .default(120)
        .describe("Wall time that one check of its own work may take in generate; one run of the tests has a quarter of it"),
    "story-minutes": zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(1)
        .max(300)
        .default(15)
        .describe("After so many minutes on a task generate asks no further question about it"),
    "feedback-workflows": zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(workflowFile)
        .max(20)
        .default(["agent-pipeline.yml", "agent-ci.yml"])
        .describe("Workflows of this repository whose evidence generate may go on from (`feedback-run-id`), by their file names"),
    "retry-workflow": workflowFile
        .nullable()
        .default(null)
        .describe("Workflow that merge-gate starts for another attempt, by its file name; left out, `agent-pipeline.yml`"),
    "reverify-workflow": workflowFile
        .nullable()
        .default(null)
        .describe("Workflow that merge-gate starts for another verification, by its file name; left out, `agent-ci.yml`"),
    "required-checks": zod__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YOg(requiredCheck)
        .max(20)
        .default([])
        .describe("What merge-gate waits for on a head before it merges it: names of commit statuses, workflows of this repository by their file names, such as `tests.yml`, and check runs of other Apps, such as `check-run:SonarCloud Code Analysis`, which only a token that may read them (`app-token`) shows"),
    "repairs-per-reply": zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(0)
        .max(5)
        .default(1)
        .describe("How often a reply that cannot be used is asked for again, with what is wrong with it"),
    "max-calls": zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(3)
        .max(1_000)
        .default(24)
        .describe("How many questions may be asked about one text of a story, over all attempts"),
    "max-attempts": zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(1)
        .max(100)
        .default(3)
        .describe("How many attempts may be made at a task for one text of its story"),
    prices: zod__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_4__/* .string */ .YjP(), price)
        .default({})
        .describe("Model → `input`, `cached-input` and `output` in USD per 1,000,000 tokens; adds to and overrides the list prices"),
    "parallel-tasks": zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(1)
        .max(16)
        .default(8)
        .describe("For how many tasks generate asks the model at the same time, from 1 to 16"),
    "tasks-per-run": zod__WEBPACK_IMPORTED_MODULE_4__/* .int */ .Whr()
        .min(1)
        .max(100)
        .default(100)
        .describe("How many tasks one run of generate works on, from 1 to 100; the others are left for the next run"),
    "require-replay": zod__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zMY()
        .default(false)
        .describe("Whether the gate merges a task that was made from a story only where its transcript makes the same files again; it shows an edit, and does not prove who wrote it"),
    ..._settings_js__WEBPACK_IMPORTED_MODULE_3__/* .SETTINGS */ .yy,
    ...VerifySettings.shape,
});
function parseConfig(text) {
    const read = readConfigText(text ?? "");
    if (read.ok)
        return read.value;
    const [first, ...others] = read.faults.map(_config_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .faultText */ .I);
    throw invalid(others.length === 0 ? ` ${first}` : `\n  ${[first, ...others].join("\n  ")}`);
}
/** The same with all that is wrong with it as data. */
function readConfigText(text) {
    const read = (0,_config_faults_js__WEBPACK_IMPORTED_MODULE_2__/* .readYaml */ .g)(text, Config);
    if (!read.ok)
        return read;
    const config = read.value;
    const own = config["required-checks"].find((name) => name === config["retry-workflow"] || name === config["reverify-workflow"]);
    if (own === undefined)
        return read;
    const at = "required-checks";
    const says = `names ${own}, in which merge-gate runs: it would wait for itself. Name a check of your own`;
    return { ok: false, faults: [{ at, line: read.lineOf(at), says }] };
}
/**
 * Made from the schema, so that no setting can be left out of it. What an input may set as well counts where it is not the
 * default alone: what was proven before these could be set here stays proven.
 */
function verifySettingsDigest(settings) {
    const keys = VerifySettings.keyof().options.filter((key) => !isVerifySetting(key) || settings[key] !== _settings_js__WEBPACK_IMPORTED_MODULE_3__/* .VERIFY_SETTINGS */ .gL[key].parse(undefined));
    return (0,_foundation_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256OfJson */ .RO)(Object.fromEntries(keys.map((key) => [key, settings[key]])));
}
function isVerifySetting(key) {
    return key in _settings_js__WEBPACK_IMPORTED_MODULE_3__/* .VERIFY_SETTINGS */ .gL;
}
function invalid(details) {
    return new _foundation_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .PipelineError */ .zC("INPUT_INVALID", `${CONFIG_PATH} cannot be used:${details}`, {
        hint: "docs/config.md lists every key. The file is read from the base branch.",
    });
}


/***/ }),

/***/ 53:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gL: () => (/* binding */ VERIFY_SETTINGS),
/* harmony export */   gu: () => (/* binding */ settled),
/* harmony export */   rN: () => (/* binding */ settingInput),
/* harmony export */   yy: () => (/* binding */ SETTINGS)
/* harmony export */ });
/* unused harmony exports SETTING_NAMES, isSettingName */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1548);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4214);

/**
 * What may be set for the whole repository, in the config, and for one workflow, by an input of the same name: the input
 * comes first, then the config, then the default that stands here. Nothing else has a default for them.
 */
function oneOf(...values) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(values, { error: `must be one of ${values.join(", ")}` });
}
function wholeFrom(least, most) {
    const error = `must be a whole number from ${least} to ${most}`;
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .int */ .Whr({ error }).min(least, { error }).max(most, { error });
}
/** A name, an absolute path or a version of Python; the other settings of a machine are the workflow's. */
const python = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP({
    error: ({ input }) => typeof input === "number"
        ? `must be a text: write "${input}" in quotes, because YAML takes 3.10 for 3.1`
        : "must be a name, a path or a version of Python",
})
    .regex(/^(?:[A-Za-z0-9][\w.-]{0,99}|\/[\w./+-]{1,400})$/, 'must be a version such as "3.13", a name such as python3 or an absolute path');
/** Of these verify's evidence depends. */
const VERIFY_SETTINGS = {
    python: python
        .default("python3")
        .describe('Python that tests run with: a version that the machine has, such as `"3.13"` (in quotes), a name or a path'),
    "timeout-seconds": wholeFrom(1, 3_600)
        .default(120)
        .describe("Wall time that one run of one task's tests may take"),
    mutants: wholeFrom(0, 1_000)
        .default(20)
        .describe("How many small changes to the code are tried against the tests; 0 tries none"),
    reruns: wholeFrom(0, 20)
        .default(1)
        .describe("How many times the tests are run again, with another hash seed and in another order; 0 runs them once"),
    isolation: oneOf("required", "best-effort")
        .default("required")
        .describe("`required` refuses to run generated code without isolation; `best-effort` runs it, and the verdict is `unproven` at best"),
};
const SETTINGS = {
    "branch-strategy": oneOf("auto", "task", "story")
        .default("auto")
        .describe("`auto` and `task` give each task of the default branch a branch of its own, `story` one branch per story. Stories in a pull request always go to its own branch"),
    "rerun-policy": oneOf("overwrite", "append", "skip")
        .default("overwrite")
        .describe("What happens when a story changed whose task exists: `overwrite` it, `append` another task, or `skip`"),
    "budget-usd": zod__WEBPACK_IMPORTED_MODULE_0__/* .number */ .aig({ error: "must be an amount in USD, such as 0.50" })
        .min(0)
        .max(100_000)
        .default(1)
        .describe("What one text of a story may cost in USD, over all of its tasks, attempts and runs. merge-gate starts no attempt that it would not pay for; as an input it is given to both workflows"),
    mode: zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n(["merge", "status-only"], {
        error: ({ input }) => input === "auto-merge"
            ? "auto-merge is not offered, because nobody would look again when the proof falls; write merge, which merges as soon as everything is proven, and name other checks to wait for in required-checks of the config"
            : "must be one of merge, status-only",
    })
        .default("merge")
        .describe("`merge`, or `status-only` to post the status and leave merging to people. GitHub's auto-merge is never armed"),
    "merge-method": oneOf("merge", "squash", "rebase")
        .default("merge")
        .describe("`merge`, `squash` or `rebase`"),
    "delete-branch": oneOf("own", "all", "none")
        .default("own")
        .describe("Which merged branches to delete: `own` (task/* and story/*), `all`, or `none`. The sweep deletes no other than `own` ones"),
    ...VERIFY_SETTINGS,
};
const SETTING_NAMES = Object.keys(SETTINGS).filter(isSettingName);
function isSettingName(name) {
    return name in SETTINGS;
}
/** The input for a setting. Empty is null, which leaves it to the config. */
function settingInput(name) {
    return zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP().transform((text, context) => {
        const given = text.trim();
        if (given === "")
            return null;
        const read = SETTINGS[name].unwrap().safeParse(isNumeric(name) ? numberIn(given) : given);
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a schema of this table makes values of its row
        if (read.success)
            return read.data;
        for (const { message } of read.error.issues)
            context.addIssue(message);
        return zod__WEBPACK_IMPORTED_MODULE_1__/* .NEVER */ .tm;
    });
}
/** What holds: of each setting the input, where one is given, otherwise what the config says. */
function settled(base, inputs) {
    const given = SETTING_NAMES.flatMap((name) => {
        const value = inputs[name] ?? null;
        return value === null ? [] : [[name, value]];
    });
    return { ...base, ...Object.fromEntries(given) };
}
function isNumeric(name) {
    return typeof SETTINGS[name].parse(undefined) === "number";
}
/** What is no plain number is left as text, for the schema to refuse. */
function numberIn(text) {
    return /^\d{1,9}(?:\.\d{1,6})?$/.test(text) ? Number(text) : text;
}


/***/ }),

/***/ 8051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ usesIn),
/* harmony export */   z: () => (/* binding */ isSeeded)
/* harmony export */ });
/* harmony import */ var _lezer_python__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2461);

/** What a file imports and calls, by its syntax alone. Relative imports stay within the task, and are none. */
function usesIn(source) {
    const uses = [];
    const text = (node) => source.slice(node.from, node.to);
    const lines = new LineNumbers(source);
    const tree = _lezer_python__WEBPACK_IMPORTED_MODULE_0__/* .parser */ .K.parse(source);
    const defined = definedIn(tree.topNode, text);
    tree.iterate({
        enter: ({ node }) => {
            if (node.name !== "ImportStatement" && node.name !== "CallExpression")
                return;
            const at = {
                line: lines.of(node.from),
                ...(isOfProgram(node, text) && { isOfProgram: true }),
            };
            if (node.name === "ImportStatement") {
                uses.push(...importedIn(node, text).map((use) => ({ ...at, ...use, kind: "import" })));
            }
            else if (node.firstChild !== null) {
                const name = text(node.firstChild).replaceAll(/\s/gu, "");
                const isOther = defined.has(name) || isParameter(name, node, text) || isPrintIntoText(node, source, text);
                uses.push({ ...at, name, kind: "call", ...(isOther && { isOther }) });
            }
        },
    });
    return uses;
}
function importedIn(statement, text) {
    const parts = childrenOf(statement);
    const words = parts.map((part) => (part.name === "VariableName" ? text(part) : part.name));
    if (words[0] === "from") {
        const module = words.slice(1, words.indexOf("import")).join("").replaceAll(/\s/gu, "");
        const names = parts
            .slice(words.indexOf("import") + 1)
            .filter((part) => part.name === "VariableName" && part.prevSibling?.name !== "as")
            .map(text);
        return module.startsWith(".") || module === "" ? [] : [{ name: module, names }];
    }
    return words
        .slice(1)
        .join(" ")
        .split(",")
        .map((name) => ({ name: name.replace(/ as .*$/u, "").replaceAll(" ", "") }));
}
function childrenOf(node) {
    const children = [];
    for (let child = node.firstChild; child !== null; child = child.nextSibling)
        children.push(child);
    return children;
}
/** Functions that a file defines at its top: a call by such a name is of them. */
function definedIn(top, text) {
    const names = childrenOf(top)
        .filter(({ name }) => name === "FunctionDefinition")
        .flatMap((each) => each.getChild("VariableName") ?? []);
    return new Set(names.map(text));
}
/** Whether a name is a parameter of a function around a place; `open=open` gives it what it has without. */
function isParameter(name, place, text) {
    // What a parameter has by default is made outside of the function.
    for (let node = place; node.parent !== null; node = node.parent) {
        const parameters = node.name === "ParamList" ? null : node.parent.getChild("ParamList");
        const isFound = parameters !== null &&
            childrenOf(parameters).some((each) => each.name === "VariableName" &&
                each.prevSibling?.name !== "AssignOp" &&
                text(each) === name);
        if (isFound)
            return !new RegExp(`=\\s*(?:\\w+\\s*\\.\\s*)*${name}\\b`, "u").test(text(parameters));
    }
    return false;
}
/** Whether a place lies below `if __name__ == "__main__"`, before any `else`. */
function isOfProgram(place, text) {
    for (let node = place; node.parent !== null; node = node.parent) {
        const [, condition, body] = node.parent.name === "IfStatement" ? childrenOf(node.parent) : [];
        const isBody = body !== undefined && body.from === node.from && body.to === node.to;
        if (isBody && /^__name__\s*==\s*(["'])__main__\1$/u.test(text(condition)))
            return true;
    }
    return false;
}
/** `print(…, file=text)`, where the file makes `text` a `StringIO`, reads it, and does nothing else with that name. */
function isPrintIntoText(call, source, text) {
    if (text(call.firstChild) !== "print")
        return false;
    const into = /[(,]\s*file\s*=\s*([A-Za-z_]\w*)\s*[,)]/u.exec(text(call))?.[1];
    if (into === undefined)
        return false;
    const made = new RegExp(`\\b${into}\\s*=\\s*(?:io\\.)?StringIO\\(`, "gu");
    const read = new RegExp(`\\bfile\\s*=\\s*${into}\\b|\\b${into}\\.`, "gu");
    const left = source.replaceAll(made, "(").replaceAll(read, "");
    return (left.length < source.replaceAll(read, "").length && !new RegExp(`\\b${into}\\b`, "u").test(left));
}
/** Whether chance has a seed wherever a file uses it: all of `random` that it uses is `Random(seed)`. */
function isSeeded(source) {
    const text = (node) => source.slice(node.from, node.to);
    const isOfSeed = (used) => {
        const isCalled = used.parent?.name === "CallExpression" && used.parent.from === used.from;
        const given = isCalled ? (used.parent?.getChild("ArgList") ?? null) : null;
        return given === null
            ? used.parent?.name === "TypeDef"
            : !/^\((?:\s*|\s*None\s*)\)$/u.test(text(given));
    };
    let isAll = true;
    _lezer_python__WEBPACK_IMPORTED_MODULE_0__/* .parser */ .K.parse(source).iterate({
        enter: ({ node, name }) => {
            if (name === "ImportStatement") {
                if (/\brandom\b/u.test(text(node)) && !SEEDED_IMPORTS.test(text(node)))
                    isAll = false;
                return false;
            }
            if (name === "VariableName" && text(node) === "Random" && !isOfSeed(node))
                isAll = false;
            if (name === "VariableName" && text(node) === "random") {
                const member = node.parent?.name === "MemberExpression" ? node.parent : null;
                if (member === null || text(member) !== "random.Random" || !isOfSeed(member))
                    isAll = false;
            }
            if (name === "CallExpression" && /\.seed\(\s*(?:None\s*)?\)$/u.test(text(node)))
                isAll = false;
            return true;
        },
    });
    return isAll;
}
const SEEDED_IMPORTS = /^(?:import random|from random import Random)$/u;
class LineNumbers {
    #starts = [0];
    constructor(source) {
        for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) {
            this.#starts.push(at + 1);
        }
    }
    of(position) {
        let [low, high] = [0, this.#starts.length - 1];
        while (low < high) {
            const middle = Math.ceil((low + high) / 2);
            if (this.#starts[middle] <= position)
                low = middle;
            else
                high = middle - 1;
        }
        return low + 1;
    }
}


/***/ }),

/***/ 6809:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IA: () => (/* binding */ Sha256),
/* harmony export */   RO: () => (/* binding */ sha256OfJson),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var canonicalize__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6585);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5277);
/* harmony import */ var zod_mini__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8729);



const Sha256 = zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .templateLiteral */ .Uy$(["sha256:", zod_mini__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().check(zod_mini__WEBPACK_IMPORTED_MODULE_2__/* ._regex */ .Fk(/^[0-9a-f]{64}$/))]);
function sha256(content) {
    return `sha256:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(content).digest("hex")}`;
}
/** The RFC 8785 form: the same value has the same bytes, whatever the order of its keys. */
function canonicalJson(value) {
    const text = (0,canonicalize__WEBPACK_IMPORTED_MODULE_3__/* ["default"] */ .A)(value);
    if (text === undefined)
        throw new Error("A value without a JSON form has no canonical JSON");
    return text;
}
function sha256OfJson(value) {
    return sha256(canonicalJson(value));
}


/***/ }),

/***/ 4566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OQ: () => (/* binding */ ERROR_CODES),
/* harmony export */   xb: () => (/* binding */ assertNever),
/* harmony export */   zC: () => (/* binding */ PipelineError)
/* harmony export */ });
/** What went wrong, seen from the person who has to act on it. */
const ERROR_CODES = [
    /** The workflow author, or the author of a story or config, can fix it. */
    "INPUT_INVALID",
    /** The workflow author or a repository admin can fix it. */
    "PERMISSION_MISSING",
    /** The model answered, but not in our format. */
    "MODEL_OUTPUT_INVALID",
    /** GitHub or the model provider; a later run may pass. */
    "SERVICE_UNAVAILABLE",
    /** A git command that should have worked did not. */
    "GIT_FAILED",
    /** A bound of this run (money, attempts, size) stopped it on purpose. */
    "LIMIT_REACHED",
];
/** An error we expected. Every other `Error` that reaches the top is a bug. */
class PipelineError extends Error {
    name = "PipelineError";
    code;
    hint;
    constructor(code, message, options = {}) {
        super(message, { cause: options.cause });
        this.code = code;
        this.hint = options.hint;
    }
}
function assertNever(value) {
    throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}


/***/ }),

/***/ 3723:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hp: () => (/* binding */ utf8Text),
/* harmony export */   Vh: () => (/* binding */ readJson),
/* harmony export */   Yf: () => (/* binding */ jsonIn),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
function readJson(text) {
    try {
        return { ok: true, value: JSON.parse(text) };
    }
    catch (cause) {
        return { ok: false, problem: cause instanceof Error ? cause.message : String(cause), cause };
    }
}
/** The value of a JSON text; undefined, which no JSON text says, where it is not valid. */
function jsonIn(text) {
    const read = readJson(text);
    return read.ok ? read.value : undefined;
}
/** Bytes as text, without a byte order mark; null where they are not UTF-8. */
function utf8Text(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    }
    catch {
        return null;
    }
}
function isRecord(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 7979:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** A word that is this far from another one was meant as something else. */
const farthest = (word) => Math.max(1, Math.floor(word.length / 3));
/** The known word that somebody most likely meant; null where none is near. `_` and `-` and case make no difference. */
function nearest(word, known) {
    if (word.length > LONGEST)
        return null;
    let best = null;
    let least = farthest(word) + 1;
    for (const each of known) {
        const steps = distance(plain(word), plain(each));
        if (steps < least)
            [best, least] = [each, steps];
    }
    return best ?? begunBy(plain(word), known);
}
/** The only known word that begins with it: `budget` of `budget-usd`. */
function begunBy(word, known) {
    const [only = null, ...others] = known.filter((each) => plain(each).startsWith(`${word}-`));
    return others.length === 0 ? only : null;
}
/** What is longer is no key of ours. */
const LONGEST = 80;
function plain(word) {
    return word.toLowerCase().replaceAll("_", "-");
}
/** How many letters have to be put in, taken out, replaced, or swapped with the next one. */
function distance(one, other) {
    let [before, row] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= one.length; i++) {
        const next = [i];
        for (let j = 1; j <= other.length; j++) {
            const isSame = one[i - 1] === other[j - 1];
            const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
            next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1), isSwapped ? before[j - 2] + 1 : Infinity);
        }
        [before, row] = [row, next];
    }
    return row[other.length];
}


/***/ }),

/***/ 5051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Df: () => (/* binding */ withoutCommands),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   nn: () => (/* binding */ spacedLine),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
// What a story, a model, a test or a pull request wrote is shown to people only through these.
// Controls, and the marks that reorder or hide text; tab and line feed are neither.
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const ZERO_WIDTH_SPACE = "\u200b";
// What withoutCommands itself puts in between: a text may come through it twice, by a renderer and by the log.
const INVISIBLE_OR_OURS = new RegExp(`:${ZERO_WIDTH_SPACE}(?=:)|##${ZERO_WIDTH_SPACE}(?=\\[)|${INVISIBLE.source}`, "gu");
/**
 * The text with no way to be read as a workflow command: the runner takes `::name::` at the start of a line and
 * `##[name]` anywhere in it.
 */
function withoutCommands(text) {
    return text
        .replace(INVISIBLE_OR_OURS, (found) => found.length > 1 && found.endsWith(ZERO_WIDTH_SPACE) ? found : "�")
        .replaceAll("##[", `##${ZERO_WIDTH_SPACE}[`)
        .replace(/^(\s*):(?=:)/gmu, `$1:${ZERO_WIDTH_SPACE}`);
}
/** One line of plain text for a Markdown page: no markup, no mention, no link, no HTML, at most `limit` characters. */
function markdownText(text, limit = 300) {
    return (oneLine(text, limit)
        .replace(/&/g, "&amp;")
        .replace(/</g, "&lt;")
        .replace(/>/g, "&gt;")
        // GitHub looks for issues and people in the rendered text, where an entity is a plain sign again.
        .replace(/[#@]|\bGH-(?=\d)/gi, (start) => `${start}${ZERO_WIDTH_SPACE}`)
        .replace(/[\\`*_{}[\]()#+!|~$-]/g, (sign) => `&#${sign.charCodeAt(0)};`)
        .replace(/:\/\//g, `:${ZERO_WIDTH_SPACE}//`)
        .replace(/\bwww\./gi, (www) => `www${ZERO_WIDTH_SPACE}${www.slice(3)}`));
}
/** The text as one line of at most `limit` visible characters: the same for a page and for the log. */
function oneLine(text, limit) {
    return folded(text, limit, () => " ");
}
/** The same with the spaces within a line, for these may be what a value is about: `"a  b"` is not `"a b"`. */
function spacedLine(text, limit) {
    return folded(text, limit, (space) => (/^ +$/u.test(space) ? space : " "));
}
function folded(text, limit, fold) {
    return shorten(text.replace(INVISIBLE, "�").replace(/\s+/gu, fold).trim(), limit).toWellFormed();
}
function shorten(text, limit) {
    return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}


/***/ }),

/***/ 9092:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qe: () => (/* binding */ readNamedPackage),
/* harmony export */   Yh: () => (/* binding */ sharedRequirements),
/* harmony export */   _4: () => (/* binding */ PINNED_VERSION),
/* harmony export */   kx: () => (/* binding */ taskRequirements),
/* harmony export */   mT: () => (/* binding */ pluginsOf),
/* harmony export */   tK: () => (/* binding */ normalName)
/* harmony export */ });
/* unused harmony export isInRange */
/** The files in which a task asks for packages. */
const TASK_FILES = ["requirements.txt", "tests/requirements.txt"];
/** What a task asks for. Only exact versions of packages on the list pass; every other line is refused, with its rule. */
function taskRequirements(files, allowed) {
    const versions = new Map(Object.entries(allowed).map(([name, range]) => [normalName(name), range]));
    return readAll(files.filter(({ path }) => TASK_FILES.includes(path)), (line) => {
        const pinned = PINNED.exec(line);
        if (pinned === null)
            return { problem: formProblem(line) };
        const name = normalName(pinned[1]);
        const range = versions.get(name);
        if (range === undefined)
            return { problem: `${name} is not on the list of allowed dependencies` };
        if (!isInRange(pinned[2], range)) {
            return { problem: `${name} is allowed in the versions ${range}` };
        }
        return { requirement: { name, line: `${name}==${pinned[2]}` } };
    });
}
/** What the repository itself asks for: any version and marker, but no option, path or address. */
function sharedRequirements(files) {
    return readAll(files, (line) => {
        const [, name, extras = "", bounds = "", condition = ""] = NAMED.exec(line) ?? [];
        if (name === undefined)
            return { problem: sharedProblem(line) };
        // Written anew from what was read: pip takes a text that ends like an archive for a file of the folder it runs in, and
        // neither a normal name nor a version can end so: the one has no dots, and nothing but numbers stands behind those of the other.
        const written = [normalName(name), extras, bounds, condition].map((part) => part.trim());
        return { requirement: { name: normalName(name), line: written.join("") } };
    });
}
/** A final release, or one that mends only how it was packed: `2.9.0.post0`. */
const PINNED_VERSION = String.raw `\d{1,9}(?:\.\d{1,9}){0,9}(?:\.post\d{1,9})?`;
const PINNED = new RegExp(String.raw `^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*==\s*(${PINNED_VERSION})$`);
/** A version by PEP 440: numbers, then `a1`, `.post1`, `.dev1` or `.*`, and a local part without dots. */
const VERSION = String.raw `v?(?:\d+!)?\d+(?:\.\d+)*(?:\.\*|(?:[._-]?(?:a|b|c|rc|alpha|beta|pre|preview)[._-]?\d*)?(?:[._-]?(?:post|rev|r)[._-]?\d*)?(?:[._-]?dev[._-]?\d*)?(?:\+[a-z0-9]+)?)`;
const BOUND = String.raw `(?:===?|!=|~=|<=?|>=?)\s*${VERSION}`;
const BOUNDS = String.raw `${BOUND}(?:\s*,\s*${BOUND})*`;
/** A package by its name, with extras, bounds and a condition, as PEP 508 writes them: no address and no path. */
const NAMED = new RegExp(String.raw `^([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)\s*(\[[a-z0-9._,\s-]*\])?\s*(${BOUNDS}|\(\s*${BOUNDS}\s*\))?\s*(;[^@\\]*)?$`, "i");
function formProblem(line) {
    const problem = problemAnywhere(line);
    if (problem !== null)
        return problem;
    if (line.includes(";"))
        return "conditions are not allowed";
    if (line.includes("["))
        return "extras are not allowed";
    return "an exact version is needed, as in name==1.2.3";
}
function sharedProblem(line) {
    const problem = problemAnywhere(line);
    if (problem !== null)
        return problem;
    return DOTTED_LOCAL_VERSION.test(line)
        ? "a local version, behind the +, may have letters and numbers only"
        : "a name is needed, with bounds or without, as in name>=1.2,<3";
}
const DOTTED_LOCAL_VERSION = /\+[a-z0-9]+[._-]/iu;
function problemAnywhere(line) {
    if (line.startsWith("-"))
        return "options (-r, -e, --index-url and so on) are not allowed";
    if (line.endsWith("\\"))
        return "a line must not go on in the next";
    if (/:\/\/|@|\//.test(line))
        return "addresses and paths are not allowed, only names";
    return null;
}
function readAll(files, read) {
    const requirements = [];
    const reasons = [];
    for (const { path, content } of files) {
        for (const { text, line } of linesOf(content)) {
            const result = read(text);
            if ("requirement" in result) {
                const other = requirements.find(({ name }) => name === result.requirement.name);
                if (other === undefined)
                    requirements.push(result.requirement);
                else if (other.line !== result.requirement.line) {
                    reasons.push(refusal(path, line, text, `another line asks for ${other.line}`));
                }
            }
            else
                reasons.push(refusal(path, line, text, result.problem));
        }
    }
    return { requirements, reasons };
}
function refusal(file, line, text, problem) {
    return {
        code: "dependency_refused",
        message: `${file}:${line}: ${JSON.stringify(text.slice(0, 200))}: ${problem}`,
        file,
        line,
    };
}
function linesOf(content) {
    return new TextDecoder()
        .decode(content)
        .split(/\r\n|\r|\n/)
        .map((text, index) => ({ text: text.replace(/(?:^|\s)#.*$/, "").trim(), line: index + 1 }))
        .filter(({ text }) => text !== "");
}
/** Reads one line such as `requests>=2.31`; null for everything but a name with bounds that an allow-list could have too. */
function readNamedPackage(line) {
    const [, name, extras = "", bounds = "", condition = ""] = NAMED.exec(line.trim()) ?? [];
    if (name === undefined || extras !== "" || condition !== "")
        return null;
    const plain = bounds.replaceAll(/[\s()]/gu, "");
    if (plain !== "" && !plain.split(",").every((bound) => PLAIN_BOUND.test(bound)))
        return null;
    return { name: normalName(name), bounds: plain === "" ? "*" : plain };
}
const PLAIN_BOUND = /^(?:==|!=|~=|<=?|>=?)\d{1,9}(?:\.\d{1,9}){0,9}$/u;
function normalName(name) {
    return name.toLowerCase().replace(/[-_.]+/g, "-");
}
/** Whether a version is within a list of bounds such as `>=2.0,<3`; `*` is every version. */
function isInRange(version, range) {
    if (range === "*")
        return true;
    return range.split(",").every((bound) => {
        const match = /^\s*(==|!=|<=|>=|<|>|~=)\s*([\d.]+)\s*$/.exec(bound);
        if (match === null)
            return false;
        return isWithin(version, match[1], match[2]);
    });
}
/** Bounds name releases; `2.9.0.post0` is later than 2.9.0, and is meant by no bound that excludes it. */
function isWithin(pinned, operator, bound) {
    const [version = "", post] = pinned.split(".post");
    const releases = compare(version, bound);
    if (operator === ">")
        return releases > 0;
    const order = releases === 0 && post !== undefined ? 1 : releases;
    switch (operator) {
        case "==":
            return order === 0;
        case "!=":
            return order !== 0;
        case "<":
            return order < 0;
        case "<=":
            return order <= 0;
        case ">=":
            return order >= 0;
        default: {
            // `~=2.1` is 2.1 and later, below 3.
            const prefix = bound.split(".").slice(0, -1);
            const same = version.split(".").slice(0, prefix.length);
            return order >= 0 && compare(same.join("."), prefix.join(".")) === 0;
        }
    }
}
function compare(a, b) {
    const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
    for (let index = 0; index < Math.max(left.length, right.length); index++) {
        const difference = (left[index] ?? 0) - (right[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** pytest plugins that a package brings and that its users cannot do without: no other is ever loaded. */
const PLUGINS = {
    anyio: "anyio.pytest_plugin",
    hypothesis: "_hypothesis_pytestplugin",
    "pytest-asyncio": "pytest_asyncio.plugin",
    "pytest-mock": "pytest_mock",
};
function pluginsOf(requirements) {
    return requirements.flatMap(({ name }) => PLUGINS[name] ?? []);
}


/***/ }),

/***/ 3160:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AB: () => (/* binding */ CONSTRUCTORS),
/* harmony export */   UN: () => (/* binding */ callProblem),
/* harmony export */   V4: () => (/* binding */ WRAPPERS)
/* harmony export */ });
/** What may be made in an example besides what the code promises, by the name that Python knows it by. */
const CONSTRUCTORS = new Set([
    "Decimal",
    "Fraction",
    "date",
    "datetime",
    "time",
    "timedelta",
    "timezone",
    "UUID",
    "Path",
    "bytes",
    "set",
    "frozenset",
    "tuple",
    "complex",
    "io.StringIO",
    "io.BytesIO",
    "date.fromisoformat",
    "datetime.fromisoformat",
    "time.fromisoformat",
]);
/** What may stand around the call of an example. */
const WRAPPERS = ["list", "next", "str", "repr", "len"];
/** Why no design could hold an example with these calls; null where one can. */
function callProblem(given, expected) {
    const found = unheldInGiven(given) ?? expected.flatMap(callsIn).find(isNoResult);
    return found === undefined || found === null
        ? null
        : `no example that is run may hold ${found.name}(…): write the value itself`;
}
function unheldInGiven(given) {
    const [only] = given;
    if (given.length === 1 && only?.kind === "call")
        return unheldInLine(only);
    return given.flatMap(callsIn).find(isForeign) ?? null;
}
/** Of a line that is itself a call: the outermost name may be one that the story asks for, such as `sum([1, 2]) → 3`. */
function unheldInLine(call) {
    const core = withoutWrappers(call);
    const inside = core.arguments.flatMap(({ value }) => callsIn(value));
    const foreign = inside.find(isForeign);
    if (foreign !== undefined)
        return foreign;
    if (!isPythons(core.name))
        return null;
    // `sorted(unique(x)) → [1, 3]` changes what the code gives before it is compared.
    const isAround = core !== call || inside.some((each) => !isMade(each));
    return isAround || isNeverAsked(core) ? core : null;
}
/** `str(Money(5))` is about `Money(5)`; `next(date(2027, 3, 1))` asks for a `next` of the story's own. */
function withoutWrappers(call, depth = 0) {
    const [inner, ...more] = call.arguments;
    const isWrapper = WRAPPERS.includes(call.name) && depth < 3;
    if (!isWrapper || inner === undefined || more.length > 0 || inner.name !== null)
        return call;
    const isCall = inner.value.kind === "call" && !isMade(inner.value);
    return isCall ? withoutWrappers(inner.value, depth + 1) : call;
}
function isForeign(call) {
    return isPythons(call.name) && !isMade(call);
}
function isNoResult(call) {
    if (isMade(call))
        return /(?:String|Bytes)IO$/u.test(call.name);
    return isPythons(call.name) || !/^\p{Lu}/u.test(call.name.split(".").at(-1));
}
/** `Decimal(…)`, `datetime.date(…)`: what a design makes by the same words, but for the module. */
function isMade({ name }) {
    const plain = name.replace(/^(?:builtins|datetime|decimal|dt|fractions|io|pathlib|uuid)\./u, "");
    return [name, plain, `io.${plain}`].some((each) => CONSTRUCTORS.has(each));
}
/** Types of Python, and what they offer, whose names no story gives to a function of its own. */
function isNeverAsked(call) {
    const [first = "", ...rest] = call.name.split(".");
    return !isMade(call) && (rest.length === 0 ? TYPES.has(first) : isType(first));
}
const TYPES = new Set("bool bytearray dict float int list str".split(" "));
function isType(name) {
    return TYPES.has(name) || CONSTRUCTORS.has(name);
}
function isKnown(part) {
    return isType(part) || PYTHONS.has(part);
}
/** Whether a name is one of Python's own, and so need not be one of the code's. */
function isPythons(name) {
    const parts = name.split(".");
    if (parts.length === 1)
        return isKnown(name);
    return parts.slice(0, -1).some((part) => isKnown(part) || MODULES.has(part));
}
const PYTHONS = new Set([
    "StringIO BytesIO abs aiter all anext any ascii bin callable chr compile delattr dir divmod enumerate eval exec filter",
    "format getattr globals hasattr hash help hex id input isinstance issubclass iter len locals map max memoryview min next",
    "object oct open ord pow print property range repr reversed round setattr slice sorted sum super type vars zip",
    "Counter OrderedDict ChainMap SimpleNamespace MappingProxyType ZoneInfo PurePath PosixPath defaultdict deque namedtuple",
    "ArithmeticError AssertionError AttributeError BaseException EOFError Exception FileExistsError FileNotFoundError",
    "ImportError IndexError KeyError LookupError NameError NotImplementedError OSError OverflowError PermissionError",
    "RuntimeError StopIteration SyntaxError TimeoutError TypeError UnicodeError ValueError ZeroDivisionError",
].flatMap((names) => names.split(" ")));
const MODULES = new Set([
    "array asyncio base64 bisect builtins calendar cmath collections copy datetime decimal dt enum fractions functools hashlib",
    "heapq io ipaddress itertools json math np numpy operator os pandas pathlib pd queue random re secrets statistics string",
    "struct sys textwrap time types uuid zoneinfo",
].flatMap((names) => names.split(" ")));
/** The calls in a value, with those in their arguments. */
function callsIn(value) {
    switch (value.kind) {
        case "list":
        case "tuple":
        case "set":
            return value.items.flatMap(callsIn);
        case "dict":
            return value.entries.flatMap((entry) => [entry.key, entry.value].flatMap(callsIn));
        case "object":
            return value.fields.flatMap((field) => callsIn(field.value));
        case "call":
            return [value, ...value.arguments.flatMap((argument) => callsIn(argument.value))];
        case "error":
            return value.message === null ? [] : callsIn(value.message);
        case "constant":
        case "name":
        case "number":
        case "text":
            return [];
        default:
            return value;
    }
}


/***/ }),

/***/ 2678:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ decimal)
/* harmony export */ });
/** Longer than any number that a person writes; it keeps the reading of other bases cheap. */
const MAX_DIGITS = 1_000;
const OTHER_BASE = /^([+-]?)(0(?:x[\da-f]+(?:_[\da-f]+)*|o[0-7]+(?:_[0-7]+)*|b[01]+(?:_[01]+)*))$/iu;
/**
 * The one form of a number: sign, digits without leading or trailing zeros, exponent; null for anything else. Two texts
 * are the same number when their forms are equal: `4.10` and `4.1`, `0x1F` and `31`, `1_000` and `1e3`.
 */
function decimal(text) {
    const plain = text.trim();
    const other = plain.length > MAX_DIGITS ? null : OTHER_BASE.exec(plain);
    if (other !== null)
        return decimal(`${other[1]}${BigInt(other[2].replaceAll("_", ""))}`);
    const match = /^([+-]?)(\d[\d_]*)?(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/u.exec(plain);
    if (match === null || (match[2] === undefined && (match[3] ?? "") === ""))
        return null;
    const [, sign, whole = "", fraction = "", exponent = "0"] = match;
    const digits = withoutLeading(`${whole.replaceAll("_", "")}${fraction}`);
    const significant = withoutTrailing(digits);
    if (significant === "")
        return "0";
    const power = Number(exponent) - fraction.length + (digits.length - significant.length);
    return `${sign === "-" ? "-" : ""}${significant}e${power}`;
}
function withoutLeading(digits) {
    return digits.replace(/^0+/u, "");
}
// By hand: as a pattern, `0+$` takes a time that grows with the square of the length.
function withoutTrailing(digits) {
    let end = digits.length;
    while (digits[end - 1] === "0")
        end--;
    return digits.slice(0, end);
}


/***/ }),

/***/ 1779:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NI: () => (/* binding */ isLibraryValue),
/* harmony export */   Q8: () => (/* binding */ readGiven),
/* harmony export */   T7: () => (/* binding */ connectorAt),
/* harmony export */   a4: () => (/* binding */ hasValue),
/* harmony export */   fn: () => (/* binding */ disagreement),
/* harmony export */   ss: () => (/* binding */ isErrorName),
/* harmony export */   t9: () => (/* binding */ warningDoubt),
/* harmony export */   vX: () => (/* binding */ readExpected)
/* harmony export */ });
/* unused harmony export isConstructor */
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5051);
/* harmony import */ var _quotes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1236);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8247);



/** Whether an end holds a value, be it certain which one or not. */
function hasValue(end) {
    return end.ok || end.isDoubt;
}
const LEADING_WORDS = [
    "input|inputs|given|for|when|if|with|calling|call|value|values|argument|arguments|from",
    "eingabe|gegeben|für|wenn|falls|bei|mit",
    "entrée|pour|si|quand|avec",
    "entrada|para|cuando|con|dado",
].join("|");
const LEADING = new RegExp(`^(?:${LEADING_WORDS})(?:\\s*:\\s*|\\s+)(?=\\S)`, "iu");
const MODAL = "(?:it\\s+|then\\s+)?(?:(?:should|must|shall|will|muss|soll|doit|debe)\\s+)?";
const RETURNS = [
    "returns?|yields?|gives?|produces?|equals?(?:\\s+to)?|is|be|are|becomes?|evaluates?\\s+to|results?\\s+in",
    "ergibt|liefert|ist",
    "donne|renvoie|retourne|est",
    "devuelve|retorna|da|es",
].join("|");
const RAISES = "raises?|throws?|wirft|lève|lanza";
const NO_LETTER = "(?![\\p{L}\\p{N}_])";
const VERB = new RegExp(`${MODAL}(?:(${RETURNS})|(${RAISES}))${NO_LETTER}\\s*:?\\s*`, "iuy");
const SIGN = /\s*(?:={2,3}(?!=)|=(?!=))\s*/uy;
/** What stands between a call and what becomes of it. */
function connectorAt(text, at) {
    const start = at + /^\s*/u.exec(text.slice(at, at + 100))[0].length;
    VERB.lastIndex = start;
    const words = VERB.exec(text);
    if (words !== null)
        return { verb: words[2] === undefined ? "returns" : "raises", end: VERB.lastIndex };
    SIGN.lastIndex = start;
    return SIGN.test(text) ? { verb: "returns", end: SIGN.lastIndex } : null;
}
/** Without the signs of code around values, and what ends a sentence. */
function bare(end) {
    const text = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .mapOutsideQuotes */ .lE)(end, (outside) => outside.replaceAll("`", "")).trim();
    let length = text.length;
    while (/[\s.;,。、]/u.test(text[length - 1] ?? ""))
        length--;
    return text.slice(0, length);
}
/** The end on the left: plain values, `a=1, b="x"`, or a call. */
function readGiven(end) {
    const text = bare(end).replace(LEADING, "");
    return readParts(text, [",", ";", "、", "，", " and ", " und ", " et ", " y "]);
}
/** The end on the right; `verb` where one was read already. */
function readExpected(end, verb = null) {
    const text = bare(end);
    VERB.lastIndex = 0;
    const said = verb === null ? connectorWords(text) : null;
    const means = verb ?? said?.verb ?? null;
    const rest = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutExplanation */ .gE)(said === null ? text : text.slice(said.end));
    const error = readError(rest, means);
    if (error !== null)
        return error;
    const found = readParts(rest, [",", "、", "，", " and ", " und ", " et ", " y "], true);
    if (!found.ok)
        return found;
    for (const value of found.values) {
        if (value.kind !== "call")
            continue;
        if (!isConstructor(value))
            return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)("the result is a call, and says nothing by itself");
        if (isLikeError(value))
            return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`whether ${value.name} is a value or an error`);
    }
    return found;
}
/** `TooHeavy("more than 200")` */
function isLikeError(value) {
    const [only] = value.arguments;
    const hasText = value.arguments.length === 1 && only?.name === null && only.value.kind === "text";
    return hasText && !isLibraryValue(value);
}
function connectorWords(text) {
    VERB.lastIndex = 0;
    const words = VERB.exec(text);
    if (words === null || VERB.lastIndex === text.length)
        return null;
    return { verb: words[2] === undefined ? "returns" : "raises", end: VERB.lastIndex };
}
const CONSTRUCTORS = new Set("Decimal Fraction date datetime time timedelta timezone UUID Path bytes bytearray set frozenset tuple list dict complex float int str fromisoformat StringIO BytesIO".split(" "));
/** A call that makes a value and asks nothing: of the standard library, or of a class by its name. */
function isConstructor({ name }) {
    const last = name.split(".").at(-1);
    return CONSTRUCTORS.has(last) || /^\p{Lu}/u.test(last);
}
/** As `isConstructor`, but a class of the story's own may be what the example is about. */
function isLibraryValue({ name }) {
    return CONSTRUCTORS.has(name.split(".").at(-1));
}
function readParts(text, separators, mayCompute = false) {
    if (hasDecimalComma(text)) {
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)("a comma between digits: one number, or two values");
    }
    const parts = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .splitOutside */ .kO)(text, separators);
    const values = [];
    const units = [];
    const labels = [];
    for (const part of parts) {
        const { label, rest } = withoutLabels(part);
        const read = readPart(rest, label, mayCompute && parts.length === 1);
        if (!read.ok)
            return read;
        values.push(read.value);
        labels.push(label);
        if (read.value.kind === "number")
            units.push(read.unit);
    }
    const mayBeOne = values.some(({ kind }, index) => kind === "constant" && labels[index] === "");
    return mayBeOne && (0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .splitOutside */ .kO)(text, [" and "]).length > 1
        ? (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .doubt */ .B2)('whether "and" computes, or stands between two values')
        : { ok: true, values, units, labels };
}
/** `1,5` is one number to some readers, two to others. */
function hasDecimalComma(text) {
    const depths = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .depthsOf */ .qV)(text);
    for (let at = text.indexOf(","); at >= 0; at = text.indexOf(",", at + 1)) {
        if (depths[at] === 0 && /\d,\d/u.test(text.slice(Math.max(0, at - 1), at + 2)))
            return true;
    }
    return false;
}
function withoutLabels(part) {
    let rest = part.trim();
    let label = "";
    for (let labels = 0; labels < 3; labels++) {
        const found = labelOf(rest);
        if (found === null)
            break;
        rest = rest.slice(found.end);
        label = found.sign;
    }
    return { label, rest };
}
/** `4.10`, and, where nothing else stands there, `3.50 + 0.60 = 4.10`. */
function readPart(rest, label, mayCompute) {
    // Right behind the sign of a label parentheses can be nothing but a value.
    if (label !== "" && rest.startsWith("("))
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readWhole */ .oD)((0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutExplanation */ .gE)(rest));
    const terms = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .splitOutside */ .kO)(rest, [
        "==",
        "=",
        "<=",
        ">=",
        "!=",
        "≤",
        "≥",
        "≠",
        "≈",
        "~",
        "<",
        ">",
    ]);
    if (terms.length === 1)
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .wK)(rest);
    const isSum = mayCompute && (0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .splitOutside */ .kO)(rest, ["="]).length === terms.length;
    return isSum && terms.slice(0, -1).every(isArithmetic)
        ? (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .wK)(terms.at(-1))
        : (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`${JSON.stringify((0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(rest, 60))} compares, and is no value`);
}
function isArithmetic(term) {
    return /\d/u.test(term) && /^[\d\s.()+\-−*/×·÷^%_]+$/u.test(term);
}
/** Words by which a label says something else than "this is": `not x = 5`, `at most: 5`. */
const HEDGES = new Set("not no never unless except without than about around circa ca etwa rund least most up over under above below between approximately nearly almost or nicht kein keine ohne außer mehr weniger höchstens mindestens pas sans sauf moins plus non ni sin menos más any every all max min maximum minimum".split(" "));
/** The name that a value is given: `weight=`, `total cost: `, `重さ＝`. */
function labelOf(text) {
    const found = /^([\p{L}_][\p{L}\p{N}\p{M}_.'’-]*(?:\[\d{1,6}\])?(?: [\p{L}\p{N}\p{M}_.'’-]+){0,3})\s*(:=|==?(?!=)|＝|:(?=\s)|：)\s*/u.exec(text.slice(0, 300));
    if (found === null)
        return null;
    const words = found[1].toLowerCase().split(" ");
    if (words.some((word) => HEDGES.has(word)) || isErrorName(found[1]))
        return null;
    // "Increase timeout: 30 → 60" tells of a change.
    if (words.length > 1 && /[:：]$/u.test(found[2]) && /^\p{Lu}/u.test(text))
        return null;
    const end = found[0].length;
    if (end >= text.length || /\s[(（]$/u.test(text.slice(end - 1, end + 1)))
        return null;
    return { end, sign: /[=＝]$/u.test(found[2]) ? "=" : ":" };
}
function isErrorName(text) {
    return /^(?:[\p{L}_]\w*\.)*(?:\w*(?:Error|Exception|Warning)|[A-Z]\w*(?:Exit|Interrupt)|Stop(?:Async)?Iteration|ExceptionGroup)$/u.test(text);
}
const WITH = /^\s*(?::|,?\s*with(?:\s+(?:the\s+)?(?:message|text))?(?![\p{L}])|,?\s*(?:mit|avec|con)(?:\s+(?:der\s+Meldung|dem\s+Text|le\s+message|el\s+mensaje))?(?![\p{L}]))?:?\s*/iu;
/** `ValueError`, `ValueError("too heavy")`, `ValueError: "too heavy"`, `raises TooHeavy`; null where it is no error. */
function readError(text, verb) {
    const isRaised = verb === "raises";
    const plain = isRaised ? text.replace(/^(?:an?|einen?|une?|un)\s+(?=[\p{L}])/iu, "") : text;
    const name = /^(?:[\p{L}_]\w*\.)*[\p{L}_]\w*/u.exec(plain.slice(0, 300))?.[0] ?? "";
    const isError = isErrorName(name) || (isRaised && /^(?:[\p{L}_]\w*\.)*[A-Z]\w*[a-z]\w*$/u.test(name));
    if (!isError) {
        if (!isRaised)
            return null;
        const message = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .wK)(plain);
        return message.ok && message.value.kind === "text"
            ? errorEnd(null, message.value)
            : (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`${JSON.stringify((0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(plain, 60))} names no error`);
    }
    if (name === "Error" && !plain.startsWith("Error("))
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)('"Error" names no error');
    if (verb === "returns")
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`whether ${name} is returned or raised`);
    if (verb === null && isWarning(name))
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .doubt */ .B2)(warned(name));
    const rest = plain.slice(name.length);
    if (rest.trim() === "")
        return errorEnd(name, null);
    if (rest.startsWith("("))
        return calledError(plain, name);
    const message = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .wK)(rest.replace(WITH, ""));
    return message.ok && message.value.kind === "text"
        ? errorEnd(name, message.value)
        : (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`what ${name} has to say stands without quotes`);
}
/** A warning is mostly given and not raised: `raises` has to say so. */
function isWarning(name) {
    return name.endsWith("Warning");
}
function warned(name) {
    return `whether ${name} is raised, or only warned of: write "raises ${name}" if it is`;
}
/** Why an error is none with certainty where no word says that it is raised; null where it is one. */
function warningDoubt([only]) {
    const name = only?.kind === "error" ? only.name : null;
    return name !== null && isWarning(name) ? warned(name) : null;
}
function calledError(text, name) {
    const read = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .wK)(text);
    if (!read.ok)
        return read;
    const given = read.value.kind === "call" ? read.value.arguments : [];
    if (given.length > 1)
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`${name} has more than a message`);
    return errorEnd(name, given[0]?.value ?? null);
}
function errorEnd(name, message) {
    return { ok: true, values: [{ kind: "error", name, message }], units: [], labels: [""] };
}
/** Why both ends, each readable, do not make one certain example. */
function disagreement(given, expected) {
    const [left, right] = [given.values, expected.values];
    const isNamed = [...given.labels, ...expected.labels].some((label) => label !== "");
    if (left.length > 1 && left.length === right.length && !isNamed) {
        return "whether it is one example, or several side by side";
    }
    const isChange = given.labels.join("") === ":" && expected.labels.join("") === "";
    if (left.length === 1 && right.length === 1 && isChange && right[0].kind !== "error") {
        return "whether it is an example, or tells of a change: give the result a name as well";
    }
    return unitProblem(given.units, expected.units);
}
/** A unit belongs to the text, unless every number at both ends carries the same. */
function unitProblem(given, expected) {
    const units = new Set([...given, ...expected]);
    if (units.size === 0 || (units.size === 1 && units.has("")))
        return null;
    if (units.size === 1 && given.length > 0 && expected.length > 0)
        return null;
    const named = [...units].filter((unit) => unit !== "").join(", ");
    return `whether ${named} belongs to the value: both ends do not agree on it`;
}


/***/ }),

/***/ 9070:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readObject),
/* harmony export */   a: () => (/* binding */ readRecord)
/* harmony export */ });
/* harmony import */ var _foundation_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3723);
/* harmony import */ var _ends_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1779);
/* harmony import */ var _example_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(303);
/* harmony import */ var _lost_numbers_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5660);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8247);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5672);






/**
 * An example that is an object, such as `{"input": 0.5, "output": 4.1}`; null when the text is no object. Only keys that
 * name what is given or what is expected count.
 */
function readObject(text) {
    const object = (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonIn */ .Yf)(text);
    if (!(0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(object))
        return null;
    const reading = readRecord(object);
    if (reading.kind !== "read")
        return reading;
    const lost = new Set((0,_lost_numbers_js__WEBPACK_IMPORTED_MODULE_5__/* .lostNumbers */ .f)(text).map(({ held }) => held));
    return (0,_example_js__WEBPACK_IMPORTED_MODULE_1__/* .valuesOf */ .sm)(reading.example).some((value) => value.kind === "number" && lost.has(value.text))
        ? { kind: "unread", why: "a number has more digits than JSON can say without loss" }
        : reading;
}
function readRecord(object) {
    const fields = Object.entries(object).flatMap(([key, value]) => {
        const role = (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .roleOf */ .kp)(key);
        return role === null ? [] : [{ key, role, value }];
    });
    const given = fields.filter(({ role }) => isGiven(role));
    const results = resultsOf(fields);
    if (results.length === 0)
        return { kind: "none" };
    const problem = objectProblem(given, results);
    if (problem !== null)
        return { kind: "unread", why: problem };
    const [result] = results;
    const written = readWritten(given, results);
    if (written !== null)
        return written;
    const isCanonical = typeof object["property"] === "string" && (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(object["input"]);
    const left = readFields(given);
    if (!left.ok)
        return { kind: "unread", why: left.why };
    const right = readResult(result, isCanonical);
    if (!right.ok)
        return { kind: "unread", why: right.why };
    const doubt = textDoubt([...given, result]) ?? errorDoubt(result, right.values);
    if (doubt !== null)
        return { kind: "unread", why: doubt };
    return (0,_example_js__WEBPACK_IMPORTED_MODULE_1__/* .readingOf */ .MU)("json", left.values, right.values);
}
/** Where all is written as a text, a number may be one only because everything is. */
function textDoubt(fields) {
    const isUncertain = fields.every(({ value }) => typeof value === "string");
    return isUncertain && fields.some(saysNumber)
        ? "whether its texts are texts, or the numbers in them"
        : null;
}
function saysNumber({ value }) {
    const read = typeof value === "string" ? (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .wK)(value) : null;
    return read?.ok === true && read.value.kind === "number" && read.unit === "";
}
function errorDoubt({ key }, values) {
    return (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isRaising */ .uK)(key) ? null : (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .warningDoubt */ .t9)(values);
}
function isGiven(role) {
    return role === "input" || role === "arguments" || role === "call";
}
/** `"error": null` beside an output says that there is none, and `"output": null` beside an error as well. */
function resultsOf(fields) {
    const results = fields.filter(({ role }) => !isGiven(role));
    const expected = results.filter(({ role }) => role === "expected");
    const errors = results.filter(({ role, value }) => {
        return role === "error" && value !== null && value !== false && value !== "";
    });
    if (errors.length === 0)
        return expected;
    return [...expected.filter(({ value }) => value !== null), ...errors];
}
function objectProblem(given, results) {
    if (results.length > 1) {
        return `it has more than one result: ${results.map(({ key }) => key).join(", ")}`;
    }
    const lists = [...given, ...results].filter(({ key, value }) => /^(?:inputs|outputs)$/iu.test(key) && Array.isArray(value));
    if (lists.length > 1)
        return "whether its lists are one example, or several side by side";
    if (given.length === 0)
        return 'no key such as "input" says what is given';
    const scene = [...given, ...results].find(({ key, value }) => (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isScene */ .V3)(key) && typeof value === "string");
    return scene === undefined ? null : `"${scene.key}" tells a scene in words`;
}
/** `{"input": "numbers = [4,1,9], wanted = 10", "output": "[1,2]"}`: the texts are what their values look like in code. */
function readWritten(given, results) {
    const [input] = given;
    const [output] = results;
    if (given.length !== 1 || typeof input?.value !== "string")
        return null;
    if (input.role === "call")
        return null;
    if (typeof output?.value !== "string" || output.role !== "expected")
        return null;
    if (!/^\s*[\p{L}_][\p{L}\p{N}_]*\s*=(?!=)/u.test(input.value))
        return null;
    return (0,_example_js__WEBPACK_IMPORTED_MODULE_1__/* .combined */ .yX)("json", (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .readGiven */ .Q8)(input.value), (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpected */ .vX)(output.value));
}
function readFields(fields) {
    const values = [];
    for (const field of fields) {
        const read = readField(field);
        if (!read.ok)
            return read;
        values.push(...read.values);
    }
    return { ok: true, values };
}
function readField({ key, role, value }) {
    if (role === "call") {
        const call = typeof value === "string" ? (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .readGiven */ .Q8)(value) : (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`"${key}" is no text`);
        if (!call.ok)
            return call;
        return call.values.length === 1 && call.values[0].kind === "call"
            ? call
            : (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`"${key}" is no call`);
    }
    if (typeof value === "string")
        return readText(key, value);
    if (role === "arguments" && Array.isArray(value))
        return one(...value.map(valueOfJson));
    // No arguments, rather than an empty dictionary.
    if ((0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) && Object.keys(value).length === 0)
        return one();
    return one(valueOfJson(value));
}
function one(...values) {
    const read = values.filter((value) => value !== null);
    return read.length === values.length
        ? { ok: true, values: read }
        : (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)("a number is larger than JSON can say without loss");
}
/** A text that stands for itself; one that may be read as values, or as words about one, is neither. */
function readText(key, text) {
    if ((0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isDescription */ .Zu)(text))
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`"${key}" describes a value in words`);
    if ((0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .isErrorName */ .ss)(/^[\w.]*/u.exec(text.trim().slice(0, 300))[0])) {
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`whether "${key}" is a text or an error`);
    }
    if (mayBeValues(text))
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`whether "${key}" is one text, or the values in it`);
    return { ok: true, values: [{ kind: "text", text }] };
}
function mayBeValues(text) {
    const plain = text.trim();
    if (/[\r\n]/u.test(plain))
        return true;
    if (/^(?:true|false|none|null|nil|undefined|nan)$/iu.test(plain))
        return true;
    if (/^["'“[({].*["'”\])}]$/u.test(plain))
        return true;
    if (/^[-+\d.,;:/ ]+$/u.test(plain) && /\d[,; ]+[-+]?\d/u.test(plain))
        return true;
    const single = (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .readValue */ .wK)(plain);
    // In the quotes of JSON `1A` is as much a text as `5 kg` is.
    if (single.ok ? single.value.kind === "number" : single.isDoubt)
        return false;
    return (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .hasValue */ .a4)((0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .readGiven */ .Q8)(text));
}
function readResult({ key, role, value }, isCanonical) {
    if (role === "error")
        return readError(key, value);
    if (typeof value === "string" && !isCanonical)
        return readText(key, value);
    if ((0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value)) {
        const names = Object.keys(value);
        const [only] = names;
        if (names.length === 1 && only !== undefined && (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .roleOf */ .kp)(only) === "error") {
            const message = value[only];
            if (isCanonical && typeof message === "string")
                return error(null, message);
            if (only !== "error")
                return readError(only, message);
            return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`whether "${key}" is a dictionary, or an error`);
        }
    }
    return one(valueOfJson(value));
}
/** The name of an error, what it has to say, both, or only that there is one. */
function readError(key, value) {
    if (value === true)
        return error(null, null);
    if (typeof value === "string")
        return readErrorText(key, value);
    if (!(0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value))
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`"${key}" is neither the name nor the text of an error`);
    const entries = Object.entries(value);
    const named = entries.filter(([each]) => /^(?:type|name|class|kind)$/iu.test(each));
    const said = entries.filter(([each]) => /^(?:message|text|match|msg)$/iu.test(each));
    const [name, message] = [named[0]?.[1] ?? null, said[0]?.[1] ?? null];
    if (named.length + said.length !== entries.length || named.length > 1 || said.length > 1) {
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`"${key}" has more than the name and the text of an error`);
    }
    if (name !== null && (typeof name !== "string" || !/^[\p{L}_][\w.]*$/u.test(name))) {
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`"${key}" names no error`);
    }
    if (message !== null && typeof message !== "string")
        return (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`"${key}" says no text`);
    return error(name, message);
}
function readErrorText(key, text) {
    if (/^(?:[A-Za-z_]\w*\.)*[A-Z]\w*[a-z]\w*$/u.test(text))
        return nameOrText(key, text);
    const [name] = /^[\w.]+/u.exec(text.slice(0, 300)) ?? [""];
    if (!(0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .isErrorName */ .ss)(name)) {
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isDescription */ .Zu)(text) ? (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`"${key}" describes an error in words`) : error(null, text);
    }
    const read = (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpected */ .vX)(text, "raises");
    if (read.ok)
        return read;
    const message = /^:\s+(\S.*)$/su.exec(text.slice(name.length))?.[1];
    return message === undefined ? read : error(name, message);
}
/** `TooHeavy` is a class; `Negative` may be the text. */
function nameOrText(key, text) {
    const isClass = (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .isErrorName */ .ss)(text) || /raise|throw|exception/iu.test(key) || /[a-z][A-Z]/u.test(text);
    return isClass
        ? error(text, null)
        : (0,_values_js__WEBPACK_IMPORTED_MODULE_2__/* .unread */ .gy)(`whether "${key}" is the name or the text of an error`);
}
function error(name, message) {
    const text = message === null ? null : { kind: "text", text: message };
    return { ok: true, values: [{ kind: "error", name, message: text }] };
}
/** null where a number has lost digits on its way through JSON. */
function valueOfJson(json) {
    if (json === null)
        return { kind: "constant", name: "None" };
    if (typeof json === "boolean")
        return { kind: "constant", name: json ? "True" : "False" };
    if (typeof json === "string")
        return { kind: "text", text: json };
    if (typeof json === "number") {
        if (!Number.isFinite(json))
            return null;
        if (Number.isInteger(json) && !Number.isSafeInteger(json))
            return null;
        return { kind: "number", text: String(json) };
    }
    if (Array.isArray(json)) {
        const items = json.map(valueOfJson);
        return items.some((item) => item === null)
            ? null
            : { kind: "list", items: items.filter((item) => item !== null) };
    }
    const fields = Object.entries(json ?? {}).map(([name, value]) => ({
        name,
        value: valueOfJson(value),
    }));
    return fields.some(({ value }) => value === null)
        ? null
        : {
            kind: "object",
            fields: fields.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])),
        };
}


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MU: () => (/* binding */ readingOf),
/* harmony export */   Mz: () => (/* binding */ containersOf),
/* harmony export */   sm: () => (/* binding */ valuesOf),
/* harmony export */   yX: () => (/* binding */ combined)
/* harmony export */ });
/* harmony import */ var _calls_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3160);
/* harmony import */ var _ends_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1779);


/** Both ends as one reading: read where both are certain, and fit each other. */
function combined(form, given, expected) {
    const problem = firstUnread(given, expected);
    if (problem !== null || !given.ok || !expected.ok) {
        return { kind: "unread", why: problem?.why ?? "" };
    }
    const why = (0,_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .disagreement */ .fn)(given, expected);
    if (why !== null)
        return { kind: "unread", why };
    return readingOf(form, given.values, expected.values);
}
/** The values of both ends as an example, where a design can hold it as a call. */
function readingOf(form, given, expected) {
    const why = (0,_calls_js__WEBPACK_IMPORTED_MODULE_0__/* .callProblem */ .UN)(given, expected);
    if (why !== null)
        return { kind: "unread", why };
    return { kind: "read", example: exampleOf(form, given, expected) };
}
function firstUnread(given, expected) {
    if (!given.ok)
        return given;
    return expected.ok ? null : expected;
}
function exampleOf(form, given, expected) {
    const [only] = given;
    if (given.length !== 1 || only?.kind !== "call" || (0,_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .isLibraryValue */ .NI)(only)) {
        return { form, given, expected, call: null };
    }
    return { form, given: only.arguments.map(({ value }) => value), expected, call: only };
}
/** The values of an example without their order and nesting: what has to stand among the literals of its tests. */
function valuesOf({ given, expected }) {
    return [...given, ...expected].flatMap(literalsIn);
}
/** All that is given, at any depth. */
function containersOf({ given }) {
    return given.flatMap(containersIn);
}
function containersIn(value) {
    const isOrdered = value.kind === "list" || value.kind === "tuple";
    const isContainer = isOrdered || ["set", "dict", "object"].includes(value.kind);
    const own = isContainer ? [{ texts: textsIn(value), isOrdered }] : [];
    return [...own, ...partsOf(value).flatMap(containersIn)];
}
/** As a test writes it: an object is a dictionary there. */
function textsIn(value) {
    if (value.kind !== "object") {
        const parts = partsOf(value);
        return parts.length === 0 ? literalsIn(value).map(({ text }) => text) : parts.flatMap(textsIn);
    }
    return value.fields.flatMap((field) => [field.name, ...textsIn(field.value)]);
}
function partsOf(value) {
    switch (value.kind) {
        case "list":
        case "tuple":
        case "set":
            return value.items;
        case "dict":
            return value.entries.flatMap((entry) => [entry.key, entry.value]);
        case "object":
            return value.fields.map((field) => field.value);
        case "call":
            return value.arguments.map((each) => each.value);
        case "number":
        case "text":
        case "constant":
        case "error":
        case "name":
        default:
            return [];
    }
}
function literalsIn(value) {
    switch (value.kind) {
        case "number":
            return [{ kind: "number", text: value.text }];
        case "text":
            return [{ kind: "string", text: value.text }];
        case "constant":
            return [{ kind: "name", text: value.name }];
        case "error":
            return [
                ...(value.name === null
                    ? []
                    : [{ kind: "name", text: value.name.split(".").at(-1) }]),
                ...(value.message === null ? [] : literalsIn(value.message)),
            ];
        case "list":
        case "tuple":
        case "set":
            return orEmpty(value.items);
        case "dict":
            return orEmpty(value.entries.flatMap((entry) => [entry.key, entry.value]));
        case "object":
            return orEmpty(value.fields.map((field) => field.value));
        case "call":
            return value.arguments.flatMap((each) => literalsIn(each.value));
        // A test says it by an attribute, which is no literal.
        case "name":
        default:
            return [];
    }
}
function orEmpty(values) {
    return values.length === 0 ? [{ kind: "empty", text: "" }] : values.flatMap(literalsIn);
}


/***/ }),

/***/ 5862:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readExample)
/* harmony export */ });
/* harmony import */ var _ends_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1779);
/* harmony import */ var _example_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9070);
/* harmony import */ var _example_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(303);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(474);
/* harmony import */ var _quotes_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1236);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4788);
/* harmony import */ var _values_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8247);







const NONE = { kind: "none" };
/**
 * What a line of the story says as an example. docs/verdicts.md says which forms are read. Rows of a table are read by
 * `readRow` of tables.ts, because they need their heading.
 */
function readExample(line) {
    const plain = (0,_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .stripBullets */ .MK)(line);
    const bullets = line.slice(0, line.trimEnd().length - plain.length);
    const text = withoutPrefix(withoutComment(plain));
    if (bullets.includes("#"))
        return NONE;
    if (bullets.includes(">") && /^[-+−.\d$€£¥]/u.test(text)) {
        return { kind: "unread", why: '">" may quote, or say "more than"' };
    }
    if (text.startsWith("{")) {
        const object = (0,_example_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .readObject */ .A)(text);
        if (object !== null)
            return object;
    }
    if ((0,_tables_js__WEBPACK_IMPORTED_MODULE_5__/* .isRow */ .pR)(text)) {
        return /[\d"'“]/u.test(text)
            ? { kind: "unread", why: "no heading row above it names the column of the results" }
            : NONE;
    }
    return readArrow(text) ?? readCall(text) ?? NONE;
}
/** `f(2) == 4  # twice` */
function withoutComment(text) {
    if (!text.includes(" #"))
        return text;
    const depths = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_4__/* .depthsOf */ .qV)(text);
    for (let at = text.indexOf(" # "); at >= 0; at = text.indexOf(" # ", at + 1)) {
        if (depths[at + 1] === 0)
            return text.slice(0, at).trim();
    }
    return text;
}
/** `AC-1: `, `Example 2: ` */
function withoutPrefix(text) {
    return text.replace(/^(?:AC[-_ ]?\d{1,4}(?:\.\d{1,4})*\s?[:：]|(?:example|case|beispiel|fall|exemple|cas|ejemplo|caso|例)\s?\d{0,4}\s?[:：]|e\.g\.|z\.\s?B\.|p\.\s?ej\.|p\.\s?ex\.)\s+/iu, "");
}
const ARROWS = ["-->", "==>", "->", "=>", "→", "⇒", "⟶", "⟹", "↦", "➜", "➔"];
function readArrow(text) {
    const steps = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_4__/* .splitOutside */ .kO)(text, ARROWS);
    if (steps.length < 2)
        return null;
    const given = (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .readGiven */ .Q8)(steps[0]);
    const expected = (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpected */ .vX)(steps.at(-1));
    if (!(0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .hasValue */ .a4)(given) && !(0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .hasValue */ .a4)(expected) && !steps.every(mayHoldValue))
        return NONE;
    if (steps.slice(1, -1).some(holdsSeveral)) {
        return { kind: "unread", why: "several examples stand on one line" };
    }
    return (0,_example_js__WEBPACK_IMPORTED_MODULE_2__/* .combined */ .yX)("arrow", given, expected);
}
/** `nan` and `inf`, which are numbers to Python and have no literal there. */
const SPECIAL = /(?<![\p{L}\p{N}_])(?:nan|inf(?:inity)?)(?![\p{L}\p{N}_])/iu;
function mayHoldValue(step) {
    return /[\d"“„「'`[{]/u.test(step) || SPECIAL.test(step);
}
const BETWEEN_SIGNS = [";", ",", ". ", "/ ", " |", "、", "，", "；", "。", "\t", "   "];
const BETWEEN_WORDS = [" and ", " or ", " but ", " und ", " oder ", " et ", " ou ", " y ", " o "];
const BETWEEN_EXAMPLES = [...BETWEEN_SIGNS, ...BETWEEN_WORDS];
/** `0 → 0; 1 → 1` and `f(2) -> 'a' and f(3) -> 'b'` are several examples on one line, not the steps of one. */
function holdsSeveral(step) {
    const parts = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_4__/* .splitOutside */ .kO)(step.trim(), BETWEEN_EXAMPLES);
    if (parts.length > 1)
        return true;
    const words = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_4__/* .splitOutside */ .kO)(step.trim(), [" "]).filter((word) => word !== "");
    return words.some((word, index) => {
        const next = words[index + 1];
        return next !== undefined && (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .readGiven */ .Q8)(word).ok && (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .readGiven */ .Q8)(next).ok;
    });
}
function readCall(text) {
    const plain = text.replace(/^`/u, "");
    const name = /^[\p{L}_][\p{L}\p{N}_.]{0,200}(?=\()/u.exec(plain)?.[0];
    if (name === undefined)
        return null;
    const depths = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_4__/* .depthsOf */ .qV)(plain);
    const end = closing(plain, name.length, depths);
    if (end === null)
        return null;
    const last = endOfChain(plain, end, depths);
    const after = plain[last + 1] === "`" ? last + 2 : last + 1;
    const connector = (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .connectorAt */ .T7)(plain, after);
    if (connector === null)
        return null;
    const problem = formProblem(last > end, plain.slice(after, connector.end));
    const read = (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .readGiven */ .Q8)(plain.slice(0, end + 1));
    const given = problem !== null && read.ok ? (0,_values_js__WEBPACK_IMPORTED_MODULE_6__/* .doubt */ .B2)(problem) : read;
    const rest = plain.slice(connector.end);
    const expected = (0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpected */ .vX)(rest, connector.verb);
    const isSpecial = SPECIAL.test(plain.slice(0, after)) && SPECIAL.test(rest);
    if (!(0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .hasValue */ .a4)(given) && !(0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .hasValue */ .a4)(expected) && !isSpecial)
        return NONE;
    // Prose about a call: "bookings() returns all bookings".
    const isLikeValue = /^[-−`"'“„[{(]|^\d|Error|Exception|Warning/u.test(rest) || SPECIAL.test(rest);
    if (!(0,_ends_js__WEBPACK_IMPORTED_MODULE_0__/* .hasValue */ .a4)(expected) && !isLikeValue)
        return NONE;
    return (0,_example_js__WEBPACK_IMPORTED_MODULE_2__/* .combined */ .yX)("call", given, expected);
}
function formProblem(isChain, connector) {
    if (connector.includes("==="))
        return '"===" is no sign of Python: write "=="';
    return isChain ? "more than one call or attribute stands in front of the result" : null;
}
function closing(text, start, depths) {
    for (let index = start + 1; index < text.length; index++) {
        if (depths[index] === 0)
            return ")]}".includes(text[index]) ? index : null;
    }
    return null;
}
const ATTRIBUTE = /\.[\p{L}_][\p{L}\p{N}_]*/uy;
/** Where `Cart().items[0].price()` ends, whose first call ends at `end`. */
function endOfChain(text, end, depths) {
    let last = end;
    for (;;) {
        ATTRIBUTE.lastIndex = last + 1;
        const isCalled = "([".includes(text[last + 1] ?? " ");
        const next = isCalled ? closing(text, last + 1, depths) : null;
        if (next !== null)
            last = next;
        else if (ATTRIBUTE.test(text))
            last = ATTRIBUTE.lastIndex - 1;
        else
            return last;
    }
}


/***/ }),

/***/ 5581:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hg: () => (/* binding */ acceptanceAboveParts),
/* harmony export */   a3: () => (/* binding */ storyItems),
/* harmony export */   hx: () => (/* binding */ quotableLines)
/* harmony export */ });
/* unused harmony export ACCEPTANCE */
/* harmony import */ var _foundation_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3723);
/* harmony import */ var _example_objects_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9070);
/* harmony import */ var _examples_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5862);
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(474);
/* harmony import */ var _tables_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4788);





/** What a story is accepted by, as people name it. */
const ACCEPTANCE = ["acceptance", "acceptance_criteria", "acceptanceCriteria"];
const DEMANDS = [...ACCEPTANCE, "requirements", "constraints"];
/** What says what is wanted in a story that has no list of demands. */
const PROSE = ["feature", "description"];
/** No text of the story's: names, and what other readers take. */
const NEVER = ["$schema", "id", "version", "dependencies", "tasks"];
/**
 * What a story demands, as a list; of a part (`part` is its id in lower case) its own demands and what stands above the
 * parts. A part that the story does not have demands nothing. docs/verdicts.md says what an item is.
 */
function storyItems(document, part = null) {
    if (!(0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(document))
        return merged([]);
    const parts = partsIn(document);
    const own = parts.filter(({ id }) => part === null || id === part);
    if (part !== null && own.length === 0)
        return merged([]);
    return merged([
        itemsOf(document, ""),
        ...own.map(({ value, index }) => itemsOf(value, `tasks.${index}.`)),
    ]);
}
/** Every line that a criterion may quote. */
function quotableLines(document) {
    return [...(0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .storyLines */ .pI)(document), ...storyItems(document).items.map(({ line }) => line)];
}
/** Why a story with parts cannot be taken, if its acceptance belongs to none of them. */
function acceptanceAboveParts(document) {
    if (partsIn(document).length === 0)
        return [];
    return ACCEPTANCE.filter((key) => hasContent(document[key])).map((key) => `"${key}" stands above "tasks", where each part would have to show all of it: move each line into the part that it belongs to`);
}
function hasContent(value) {
    if (typeof value === "string")
        return value.trim() !== "";
    return Array.isArray(value) ? value.length > 0 : (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) && Object.keys(value).length > 0;
}
function partsIn(document) {
    const parts = document["tasks"];
    if (!Array.isArray(parts))
        return [];
    return parts.flatMap((value, index) => (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) ? [{ id: String(value["id"]).toLowerCase(), value, index }] : []);
}
function merged(all) {
    return {
        items: all.flatMap(({ items }) => items),
        headings: all.flatMap(({ headings }) => headings),
        notCounted: all.flatMap(({ notCounted }) => notCounted),
    };
}
function itemsOf(object, above) {
    const has = (key) => entriesOf(object[key], key).length > 0;
    const counted = DEMANDS.some(has) ? DEMANDS : PROSE;
    return merged(Object.entries(object)
        .filter(([key]) => !NEVER.includes(key))
        .map(([key, value]) => counted.includes(key)
        ? demandsIn(value, `${above}${key}`)
        : examplesIn(value, `${above}${key}`)));
}
function entriesOf(value, path, isInList = false) {
    if (typeof value === "string")
        return linesIn(value, path);
    if (Array.isArray(value)) {
        return value.flatMap((each, index) => entriesOf(each, `${path}.${index}`, true));
    }
    if (!(0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value))
        return [];
    if (isInList || (0,_example_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .readRecord */ .a)(value).kind === "read") {
        return [{ line: JSON.stringify(value), path, object: value, isFirst: true, isBelowGap: false }];
    }
    return Object.entries(value).flatMap(([key, each]) => entriesOf(each, `${path}.${key}`));
}
function linesIn(text, path) {
    const lines = (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .splitLines */ .uz)(text).map((line) => line.trim());
    return lines.flatMap((line, index) => {
        const isBelowGap = lines[index - 1] === "";
        const isFirst = index === 0 || isBelowGap;
        return line === "" ? [] : [{ line, path, object: null, isFirst, isBelowGap }];
    });
}
/** Everything below one of the keys that demand something. */
function demandsIn(value, path) {
    const { items, headings } = read(entriesOf(value, path));
    return { items, headings, notCounted: scalarsIn(value, path) };
}
/** Numbers and the like in a list of demands: no line can quote them. */
function scalarsIn(value, path) {
    if (!Array.isArray(value))
        return [];
    return value.flatMap((each, index) => {
        const at = `${path}.${index}`;
        if (Array.isArray(each))
            return scalarsIn(each, at);
        return typeof each === "string" || (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(each) || each === null ? [] : [at];
    });
}
/** Of any other key the examples count; whatever else it says is named as not counted. */
function examplesIn(value, path) {
    const entries = exampleEntries(value, path);
    const all = read(entries);
    const items = all.items.filter(({ example }) => example.kind === "read");
    if (items.length === 0)
        return { items, headings: [], notCounted: entries.length > 0 ? [path] : [] };
    const left = all.items.filter(({ example }) => example.kind !== "read");
    return { items, headings: [], notCounted: [...new Set(left.map((item) => item.path))] };
}
/** As `entriesOf`, but examples are looked for within objects that are none. */
function exampleEntries(value, path) {
    if (Array.isArray(value)) {
        return value.flatMap((each, index) => exampleEntries(each, `${path}.${index}`));
    }
    if (!(0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(value) || (0,_example_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .readRecord */ .a)(value).kind !== "none")
        return entriesOf(value, path, true);
    return Object.entries(value).flatMap(([key, each]) => exampleEntries(each, `${path}.${key}`));
}
/** Items and headings in the order of a text. */
function read(entries) {
    const blocks = withTables(joined(entries));
    const items = [];
    const headings = [];
    const above = new HeadingsAbove();
    for (const [index, block] of blocks.entries()) {
        const { line, written, path, example } = block;
        if (!block.isText || !(0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .isRow */ .pR)(line))
            above.leaveTable();
        if (isHeading(blocks, index)) {
            headings.push({ line, path });
            above.enter(block);
        }
        else if (!isDrawn(block)) {
            items.push({ line, written, path, under: [...keysIn(path), ...above.lines()], example });
        }
    }
    return { items, headings };
}
/** Keys below which examples are told apart by nothing. */
const OF_EXAMPLES = /^(?:examples?|cases?|tests?|notes?)$/iu;
/** The keys in a path that tell what stands below them from what stands below others. */
function keysIn(path) {
    const [first = "", ...keys] = path.replace(/^tasks\.\d+\./u, "").split(".");
    const isNeutral = [...DEMANDS, ...PROSE].includes(first) || OF_EXAMPLES.test(first);
    return [...(isNeutral ? [] : [first]), ...keys.filter((key) => !/^\d+$/u.test(key))];
}
/** Headings of Markdown by their level, the last line that ends in a colon, and the first row of a table. */
class HeadingsAbove {
    #marked = [];
    #introduction = null;
    #table = null;
    enter({ line, isTableHeading }) {
        if (isTableHeading) {
            this.#table = line;
            return;
        }
        this.#introduction = null;
        const heading = (0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .headingIn */ .os)(line);
        if (heading === null) {
            this.#introduction = line;
            return;
        }
        while ((this.#marked.at(-1)?.level ?? 0) >= heading.level)
            this.#marked.pop();
        this.#marked.push({ level: heading.level, line: heading.text });
    }
    leaveTable() {
        this.#table = null;
    }
    lines() {
        const others = [this.#introduction, this.#table].filter((line) => line !== null);
        return [...this.#marked.map(({ line }) => line), ...others.map(_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .stripBullets */ .MK)];
    }
}
function joined(entries) {
    const groups = [];
    for (const entry of entries) {
        const last = groups.at(-1);
        if (last !== undefined && continues(last, entry))
            last.push(entry);
        else
            groups.push([entry]);
    }
    return groups.map(blockOf);
}
function blockOf(group) {
    const { path, object, isBelowGap } = group[0];
    const written = group.map((entry) => entry.line);
    const line = written.join(" ");
    const example = object === null ? (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .readExample */ .$)(line) : (0,_example_objects_js__WEBPACK_IMPORTED_MODULE_0__/* .readRecord */ .a)(object);
    return {
        line,
        written,
        path,
        example,
        isText: object === null,
        isTableHeading: false,
        isBelowGap,
    };
}
/** With a full stop a demand ends, whatever letter the next line begins with: it may be a name in lower case. */
function endsSentence(line) {
    return /[.!?:。！？：][*_"'”’)\]]{0,3}$/u.test(line.slice(-10));
}
const ENDS_OPEN = /(?:-+>|=+>|[→⇒⟶⟹↦➜➔,(=+*/-])$/u;
/** `weight=0`, `cost(weight) = …`, `parse(text) -> int`: a line of code stands for itself. */
const BEGINS_CODE = /^[\p{L}_][\p{L}\p{N}_.]*(?:\(|\[|\s*(?::?=|-+>|=>|→))/u;
/** No example is written over more lines. */
const LONGEST_EXAMPLE = 4;
/** Whether a line without bullet goes on with the sentence of the lines before it. */
function continues(group, { line, object, isFirst }) {
    const before = group.at(-1).line;
    if (isFirst || object !== null || !/^\p{Ll}/u.test(line))
        return false;
    if ((0,_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .stripBullets */ .MK)(line) !== line || before.startsWith("#") || (0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .isRow */ .pR)(before))
        return false;
    if (isFence(before) || endsSentence(before))
        return false;
    if (ENDS_OPEN.test(before.slice(-4)))
        return true;
    if (BEGINS_CODE.test(line) || isExample(line))
        return false;
    return group.length > LONGEST_EXAMPLE || !isExample(group.map((each) => each.line).join(" "));
}
function isExample(line) {
    return (0,_examples_js__WEBPACK_IMPORTED_MODULE_1__/* .readExample */ .$)(line).kind === "read";
}
/** Rows of a table are read under the heading row that stands on top of them. */
function withTables(blocks) {
    let columns = null;
    let isInside = false;
    return blocks.map((block, index) => {
        if (!block.isText || !(0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .isRow */ .pR)(block.line)) {
            isInside = false;
            return block;
        }
        if ((0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .isRule */ .Nd)(block.line))
            return block;
        const next = blocks[index + 1];
        if (!isInside || block.isBelowGap) {
            isInside = true;
            columns = (0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .columnsOf */ .PL)(block.line, rowsBelow(blocks, index));
            const below = next?.isText === true && (0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .isRow */ .pR)(next.line) ? next.line : null;
            const isTableHeading = below !== null && isHeadingRow(block.line, below, columns);
            if (isTableHeading)
                return { ...block, isTableHeading };
        }
        return { ...block, example: (0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .readRow */ .zK)(block.line, columns) };
    });
}
/** The rows of the table whose first row stands at an index, without that. */
function rowsBelow(blocks, index) {
    const rows = [];
    for (let at = index + 1; at < blocks.length; at++) {
        const { line, isText, isBelowGap } = blocks[at];
        if (!isText || !(0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .isRow */ .pR)(line))
            break;
        if ((0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .isRule */ .Nd)(line))
            continue;
        if (isBelowGap)
            break;
        rows.push(line);
    }
    return rows;
}
function isHeadingRow(row, below, columns) {
    return columns !== null || (0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .isRule */ .Nd)(below) || (!(0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .holdsValue */ .UQ)(row) && (0,_tables_js__WEBPACK_IMPORTED_MODULE_3__/* .holdsValue */ .UQ)(below));
}
/** A heading is covered by what stands below it; where nothing does, it is a demand like any other. */
function isHeading(blocks, index) {
    const { line, isText, isTableHeading, example } = blocks[index];
    if (!isText || example.kind === "read")
        return false;
    if (isTableHeading)
        return true;
    const below = blocks[index + 1];
    if (below === undefined)
        return false;
    if (/^#{1,6}\s+\S/u.test(line))
        return true;
    return /[:：][*_]{0,3}$/u.test(line) || /^={3,}$/u.test(below.line);
}
/** Rules, fences, and whatever else holds no word, number or value. */
function isDrawn({ line, isText, example }) {
    if (!isText || example.kind === "read")
        return false;
    return isFence(line) || !/[\p{L}\p{N}]/u.test(line);
}
function isFence(line) {
    return /^(?:```|~~~)/u.test(line);
}


/***/ }),

/***/ 474:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FF: () => (/* binding */ withoutBullet),
/* harmony export */   GV: () => (/* binding */ withoutColon),
/* harmony export */   MK: () => (/* binding */ stripBullets),
/* harmony export */   os: () => (/* binding */ headingIn),
/* harmony export */   pI: () => (/* binding */ storyLines),
/* harmony export */   uz: () => (/* binding */ splitLines)
/* harmony export */ });
/* harmony import */ var _foundation_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3723);
/* harmony import */ var _quotes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1236);


/** Every line of text in a story, whatever key holds it, as criteria may quote it: bullets stay, ends are trimmed. */
function storyLines(document) {
    if (typeof document === "string") {
        return splitLines(document)
            .map((line) => line.trim())
            .filter((line) => line !== "");
    }
    if (Array.isArray(document)) {
        return document.flatMap((item) => 
        // An example given as an object has no line of its own: its JSON is the line.
        (0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(item) ? [JSON.stringify(item), ...storyLines(item)] : storyLines(item));
    }
    if ((0,_foundation_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(document))
        return Object.values(document).flatMap(storyLines);
    return [];
}
function splitLines(text) {
    return text.split(/\r\n|[\n\r]/u);
}
/** Signs, numbering, and checkboxes. `[ ] → 0` begins with an empty list, and what an arrow follows is no bullet. */
const BULLETS = /^\s*(?:[-*+•–—>#◦▪‣·]+\s+|・\s*|(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z])[.)]\s+|(?:\[[ xX✓✔]?\]|[☐☑✓✔✅])\s+(?!-+>|=+>|[→⇒⟶⟹↦➜➔=,;]))*/u;
/** A line without bullets, numbering, checkboxes or comment signs in front; the rest stays as it is written. */
function stripBullets(line) {
    return line.replace(BULLETS, "").trim();
}
/**
 * A line as criteria quote it: without bullets, and with white space folded. White space inside quotes is part of a
 * value, and stays.
 */
function withoutBullet(text) {
    return (0,_quotes_js__WEBPACK_IMPORTED_MODULE_0__/* .mapOutsideQuotes */ .lE)(stripBullets(text.normalize("NFC")), (outside) => outside.replace(/\s+/gu, " "));
}
/** A line of Markdown as a heading, without its closing signs; null for any other. Linear, whatever the line holds. */
function headingIn(line) {
    const [begin, signs] = /^ {0,3}(#{1,6})(?=[ \t]|$)/u.exec(line) ?? [];
    if (begin === undefined || signs === undefined)
        return null;
    const text = line.slice(begin.length).trim();
    const open = text.slice(0, endWithout(text, "#"));
    const isClosed = open !== text && /[ \t]$/u.test(open.slice(-1));
    return { level: signs.length, text: isClosed ? open.trimEnd() : text };
}
/** A name without colons and white space behind it. */
function withoutColon(name) {
    return name.slice(0, endWithout(name, ": \t\n\r\u00a0"));
}
/** Where a text ends, without signs behind it; a regular expression would look at each run of them again and again. */
function endWithout(text, signs) {
    let end = text.length;
    while (end > 0 && signs.includes(text.charAt(end - 1)))
        end -= 1;
    return end;
}


/***/ }),

/***/ 5660:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ lostNumbers)
/* harmony export */ });
/* harmony import */ var _decimal_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2678);

/** The numbers of a valid JSON text that have more digits, or are larger or smaller, than what reads them can hold. */
function lostNumbers(json) {
    return [...json.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gu)].flatMap(({ 0: written, index: at }) => {
        if (written.startsWith('"'))
            return [];
        const held = String(Number(written));
        const number = (0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(held);
        return number !== null && number === (0,_decimal_js__WEBPACK_IMPORTED_MODULE_0__/* .decimal */ ._)(written) ? [] : [{ written, held, at }];
    });
}


/***/ }),

/***/ 1236:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jd: () => (/* binding */ isStraight),
/* harmony export */   Mr: () => (/* binding */ isAngled),
/* harmony export */   gE: () => (/* binding */ withoutExplanation),
/* harmony export */   jB: () => (/* binding */ QUOTED),
/* harmony export */   kO: () => (/* binding */ splitOutside),
/* harmony export */   lE: () => (/* binding */ mapOutsideQuotes),
/* harmony export */   m2: () => (/* binding */ closingQuote),
/* harmony export */   qV: () => (/* binding */ depthsOf)
/* harmony export */ });
/** What opens a quoted text, and what may close it. */
const CLOSERS = {
    '"': '"',
    "'": "'",
    "“": "”",
    "‘": "’",
    "„": '“”"',
    "‚": "‘’",
    "«": "»",
    "‹": "›",
    "»": "«",
    "›": "‹",
    "「": "」",
    "『": "』",
};
const BRACKETS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "（": "）",
};
/** By the code of a sign, because every sign of every line is looked up. */
const KINDS = new Uint8Array(0x10000);
const QUOTE = 1;
const OPENING = 2;
const CLOSING = 3;
for (const sign of Object.keys(CLOSERS))
    KINDS[sign.charCodeAt(0)] = QUOTE;
for (const [opening, closing] of Object.entries(BRACKETS)) {
    KINDS[opening.charCodeAt(0)] = OPENING;
    KINDS[closing.charCodeAt(0)] = CLOSING;
}
/** In these a backslash takes the sign after it along, as in Python. */
function isStraight(quote) {
    return quote === '"' || quote === "'";
}
/** Within these some writers put spaces that belong to no text: `« bonjour »`. */
function isAngled(quote) {
    return "«»‹›".includes(quote);
}
/** The position of the sign that closes the quoted text which opens at `start`; null when none does, or none opens. */
function closingQuote(text, start) {
    const opener = text[start] ?? "";
    const closers = CLOSERS[opener];
    if (closers === undefined)
        return null;
    for (let index = start + 1; index < text.length; index++) {
        const sign = text[index];
        if (sign === "\\" && isStraight(opener))
            index++;
        else if (closers.includes(sign) && !isApostrophe(text, index))
            return index;
    }
    return null;
}
/** `don't`: within a word it closes nothing. */
function isApostrophe(text, index) {
    return "'’".includes(text[index]) && /^[\p{L}\p{N}_]/u.test(text.slice(index + 1, index + 3));
}
/** Whether a sign opens a quoted text, and is neither an apostrophe nor the inches of `5"`. */
function opens(text, index) {
    const sign = text[index];
    const before = text.slice(Math.max(0, index - 3), index);
    // `»so«`, but `Home » Cart` and the end of `« ainsi »` open nothing.
    if ("»›".includes(sign)) {
        return !/[\p{L}\p{N}_]$/u.test(before) && /\S/u.test(text[index + 1] ?? "");
    }
    if (!isStraight(sign))
        return sign in CLOSERS;
    if (/(?:^|[^\p{L}\p{N}_])(?:[bfru]|[bf]r|r[bf])$/iu.test(before))
        return true;
    return sign === '"' ? !/[A-Za-z0-9_]$/u.test(before) : !/[\p{L}\p{N}_]$/u.test(before);
}
/** Marks a position within quotes, in the answer of `depthsOf`. */
const QUOTED = -1;
/** For each position of a text the number of brackets around it, or `QUOTED`; a bracket stands outside of itself. */
function depthsOf(text) {
    const depths = new Int32Array(text.length);
    // What closes no quote here closes none further on: looked for once, a long line stays cheap.
    const unclosed = new Set();
    let depth = 0;
    for (let index = 0; index < text.length; index++) {
        const kind = KINDS[text.charCodeAt(index)];
        if (kind === QUOTE && !unclosed.has(text[index]) && opens(text, index)) {
            const end = closingQuote(text, index);
            if (end !== null) {
                depths.fill(QUOTED, index, end + 1);
                index = end;
                continue;
            }
            unclosed.add(text[index]);
        }
        if (kind === CLOSING)
            depth = Math.max(0, depth - 1);
        depths[index] = depth;
        if (kind === OPENING)
            depth++;
    }
    return depths;
}
/** Splits outside of quotes and brackets; the longest separator wins. */
function splitOutside(text, separators) {
    const ordered = separators.toSorted((a, b) => b.length - a.length);
    const firstSigns = new Set(separators.map((each) => each[0]));
    const depths = depthsOf(text);
    const parts = [];
    let start = 0;
    for (let index = 0; index < text.length; index++) {
        if (depths[index] !== 0 || !firstSigns.has(text[index]))
            continue;
        const separator = ordered.find((each) => text.startsWith(each, index));
        if (separator === undefined)
            continue;
        parts.push(text.slice(start, index));
        start = index + separator.length;
        index = start - 1;
    }
    return [...parts, text.slice(start)];
}
/** The same text with what stands outside of quotes changed. */
function mapOutsideQuotes(text, change) {
    const depths = depthsOf(text);
    let result = "";
    let start = 0;
    for (let index = 1; index <= text.length; index++) {
        const isQuoted = depths[start] === QUOTED;
        if (index < text.length && (depths[index] === QUOTED) === isQuoted)
            continue;
        const piece = text.slice(start, index);
        result += isQuoted ? piece : change(piece);
        start = index;
    }
    return result;
}
/** Without what stands in parentheses after white space at its end, which explains and is no value. */
function withoutExplanation(text) {
    const plain = text.trim();
    const depths = depthsOf(plain);
    let end = plain.length;
    for (;;) {
        const opening = explanationStart(plain, end, depths);
        if (opening === null)
            return plain.slice(0, end);
        end = opening;
        while (/\s/u.test(plain[end - 1] ?? ""))
            end--;
    }
}
function explanationStart(text, end, depths) {
    const last = end - 1;
    if (!")）".includes(text[last] ?? " ") || depths[last] !== 0)
        return null;
    let opening = last - 1;
    while (opening >= 0 && depths[opening] !== 0)
        opening--;
    if (opening <= 0 || !"(（".includes(text[opening]))
        return null;
    // Japanese and Chinese write the wide parentheses without a space.
    return text[opening] === "（" || /\s/u.test(text[opening - 1]) ? opening : null;
}


/***/ }),

/***/ 9494:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  UC: () => (/* binding */ STORIES),
  Nf: () => (/* binding */ STORY_KEYS),
  sl: () => (/* binding */ isMarkdown),
  Ke: () => (/* binding */ isStoryFile),
  PB: () => (/* binding */ parseStory),
  rx: () => (/* binding */ readStoryText)
});

// UNUSED EXPORTS: STORY_MAX_BYTES, StoryDocument, StoryPart, tooLarge

// EXTERNAL MODULE: ../node_modules/zod/v4/classic/schemas.js + 4 modules
var schemas = __webpack_require__(1548);
// EXTERNAL MODULE: ../src/foundation/digest.ts
var digest = __webpack_require__(6809);
// EXTERNAL MODULE: ../src/foundation/json.ts
var foundation_json = __webpack_require__(3723);
// EXTERNAL MODULE: ../src/task/task-id.ts
var task_id = __webpack_require__(8588);
// EXTERNAL MODULE: ../src/story/items.ts
var items = __webpack_require__(5581);
// EXTERNAL MODULE: ../node_modules/yaml/dist/index.js
var dist = __webpack_require__(6637);
// EXTERNAL MODULE: ../src/story/lines.ts
var story_lines = __webpack_require__(474);
;// CONCATENATED MODULE: ../src/story/markdown-story.ts



/** Headings that have a key of their own; below any other one stands text under its own name. */
const KEYS = new Map([
    ["acceptance", "acceptance"],
    ["acceptance criteria", "acceptance"],
    ["examples", "acceptance"],
    ["requirements", "requirements"],
    ["constraints", "constraints"],
    ["description", "description"],
    ["feature", "feature"],
    ["dependencies", "dependencies"],
]);
/**
 * Reads a story in Markdown: front matter, the first heading as title, the text below it as description, and each section
 * as the key that its heading names. Lines stay as they are written, so that criteria can quote them. No model is asked.
 */
function readMarkdownStory(text) {
    const lines = text.split(/\r\n|[\n\r]/u);
    const front = frontMatter(lines);
    if ("problem" in front)
        return { ok: false, problems: [front.problem] };
    const { title, sections } = outline(blocksOf(lines.slice(front.end)));
    const { document, problems } = documentOf(title, sections);
    const given = Object.keys(front.keys);
    const twice = Object.keys(document).filter((key) => given.includes(key));
    const all = [
        ...problems,
        ...twice.map((key) => `says ${JSON.stringify(key)} in its front matter and below a heading`),
    ];
    if (all.length > 0)
        return { ok: false, problems: all };
    return { ok: true, value: { ...front.keys, ...document } };
}
const HOW_TO_BEGIN = 'a story in Markdown begins with a line "---", a line such as "id: shipping_cost", and another line "---"';
function frontMatter(lines) {
    if (lines[0]?.trimEnd() !== "---")
        return { problem: `has no front matter: ${HOW_TO_BEGIN}` };
    const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === "---");
    if (end === -1)
        return { problem: `has front matter that never ends: ${HOW_TO_BEGIN}` };
    // With an empty line in the place of the mark, so that a fault is named by its line in the file.
    const yaml = ["", ...lines.slice(1, end)].join("\n");
    let value;
    try {
        value = (0,dist/* parse */.qg)(yaml, { maxAliasCount: 0, resolveKnownTags: false, logLevel: "error" });
    }
    catch (error) {
        if (error instanceof RangeError)
            return { problem: "has front matter that is nested too deeply" };
        const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
        // The parser says it in the words of its own engine.
        if (/call stack/u.test(why))
            return { problem: "has front matter that is nested too deeply" };
        return { problem: `has front matter that is not valid YAML: ${why}` };
    }
    if (!(0,foundation_json/* isRecord */.u4)(value))
        return { problem: `has no keys in its front matter: ${HOW_TO_BEGIN}` };
    if (!isJson(value)) {
        return {
            problem: "has front matter with a value that JSON does not know, such as .nan or .inf",
        };
    }
    return { keys: value, end: end + 1 };
}
function isJson(value) {
    if (typeof value === "number")
        return Number.isFinite(value);
    if (Array.isArray(value))
        return value.every(isJson);
    if ((0,foundation_json/* isRecord */.u4)(value))
        return Object.values(value).every(isJson);
    return value === null || typeof value === "string" || typeof value === "boolean";
}
const FENCE = /^ {0,3}(`{3,}(?![^`]*`)|~{3,})/u;
const FENCE_END = /^ {0,3}(`{3,}|~{3,})[ \t]*$/u;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/u;
const UNDERLINE = /^ {0,3}(=+|-{2,})[ \t]*$/u;
const NO_PARAGRAPH = /^ {4}|^\s*(?:[-*+>|]|\d{1,9}[.)])(?:\s|$)/u;
/** Lines and headings. Comments, rules and the marks of fences say nothing; what stands in a fence stays. */
function blocksOf(lines) {
    const blocks = [];
    let fence = null;
    let inComment = false;
    for (const written of lines) {
        if (fence !== null) {
            // As long as what it closes, or longer.
            if (FENCE_END.exec(written)?.[1]?.startsWith(fence) === true)
                fence = null;
            else
                blocks.push({ kind: "line", text: written });
            continue;
        }
        const visible = withoutComments(written, inComment);
        inComment = visible.inComment;
        const line = visible.text;
        // What is left of a line that held nothing but a comment is no empty line of the author's.
        if (line.trim() === "" && written.trim() !== "")
            continue;
        fence = FENCE.exec(line)?.[1] ?? null;
        if (fence !== null)
            continue;
        const heading = (0,story_lines/* headingIn */.os)(line);
        const underlined = UNDERLINE.exec(line)?.[1];
        if (heading !== null) {
            blocks.push({ kind: "heading", ...heading });
        }
        else if (underlined !== undefined && isParagraphOfOneLine(blocks)) {
            const above = blocks.pop();
            const level = underlined.startsWith("=") ? 1 : 2;
            blocks.push({ kind: "heading", level, text: above.text.trim() });
        }
        else if (!RULE.test(line)) {
            blocks.push({ kind: "line", text: line.trimEnd() });
        }
    }
    return blocks;
}
function withoutComments(line, startsInComment) {
    let [text, rest, inComment] = ["", line, startsInComment];
    for (;;) {
        const mark = inComment ? "-->" : "<!--";
        const at = rest.indexOf(mark);
        if (!inComment)
            text += at === -1 ? rest : rest.slice(0, at);
        if (at === -1)
            return { text, inComment };
        rest = rest.slice(at + mark.length);
        inComment = !inComment;
    }
}
function isParagraphOfOneLine(blocks) {
    const [before, last] = [blocks.at(-2), blocks.at(-1)];
    if (last?.kind !== "line" || last.text.trim() === "" || NO_PARAGRAPH.test(last.text))
        return false;
    return before?.kind !== "line" || before.text.trim() === "";
}
/** A single heading of the first level is the title; the highest level below it makes the sections. */
function outline(blocks) {
    const tops = blocks.filter((block) => block.kind === "heading" && block.level === 1);
    const only = tops.length === 1 ? tops[0] : null;
    const title = only !== null && keyOf(only.text) === null && partOf(only.text) === null ? only : null;
    const body = blocks.filter((block) => block !== title);
    return { title: title === null ? null : title.text, sections: sectionsOf(body) };
}
function sectionsOf(blocks) {
    const levels = blocks.flatMap((block) => (block.kind === "heading" ? [block.level] : []));
    const highest = Math.min(...levels);
    const sections = [{ name: "", blocks: [] }];
    for (const block of blocks) {
        if (block.kind === "heading" && block.level === highest) {
            sections.push({ name: block.text, blocks: [] });
        }
        else
            sections.at(-1).blocks.push(block);
    }
    return sections;
}
function keyOf(name) {
    return KEYS.get((0,story_lines/* withoutColon */.GV)(name).toLowerCase()) ?? null;
}
/** `Part: cart`, in whatever case. */
function partOf(name) {
    return /^part[\s:]+([^\s:]\S*)$/iu.exec(name)?.[1] ?? null;
}
function documentOf(title, sections) {
    const texts = new Map();
    const tasks = [];
    const problems = [];
    for (const { name, blocks } of sections) {
        const part = partOf(name);
        if (part !== null) {
            const own = documentOf(null, sectionsOf(blocks));
            if ("tasks" in own.document)
                problems.push(`has a part within the part ${part}`);
            problems.push(...own.problems);
            tasks.push({ id: part, ...own.document });
            continue;
        }
        const key = name === "" ? "description" : (keyOf(name) ?? (0,story_lines/* withoutColon */.GV)(name));
        if (OTHERS.includes(key.toLowerCase())) {
            problems.push(`has the heading ${JSON.stringify(name)}: ${WHERE[key.toLowerCase()] ?? ""}`);
            continue;
        }
        const text = textOf(blocks);
        if (text !== "")
            texts.set(key, [...(texts.get(key) ?? []), text]);
    }
    const document = {
        ...(title !== null && title !== "" && { title }),
        ...Object.fromEntries([...texts].map(([key, all]) => [key, markdown_story_valueOf(key, all.join("\n"))])),
        ...(tasks.length > 0 && { tasks }),
    };
    return { document, problems };
}
/** What text below a heading cannot say. */
const WHERE = {
    id: "write the id into the front matter",
    version: "write the version into the front matter",
    title: 'write the title as "# …", or into the front matter',
    tasks: 'write each part below a heading of its own, such as "## Part: cart"',
};
const OTHERS = Object.keys(WHERE);
function textOf(blocks) {
    return blocks
        .map((block) => block.kind === "heading" ? `${"#".repeat(block.level)} ${block.text}` : block.text)
        .join("\n")
        .trim();
}
/** Packages are read one by one; everything else is text, which is taken apart where it is read. */
function markdown_story_valueOf(key, text) {
    if (key !== "dependencies")
        return text;
    return text
        .split("\n")
        .map((line) => (0,story_lines/* stripBullets */.MK)(line).replace(/^`(.*)`$/u, "$1"))
        .filter((line) => line !== "");
}

;// CONCATENATED MODULE: ../src/story/story.ts






const STORIES = "meta/stories";
const STORY_MAX_BYTES = 256 * 1024;
/** Deeper nesting than any person writes; it keeps every recursive reader of the story safe. */
const MAX_DEPTH = 64;
/** One text, or a list of texts or of objects such as `{"input": 0, "output": 3.5}`. */
const textOrList = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* array */.YOg(schemas/* unknown */.L5J())], {
    error: "must be a string or a list",
});
const textId = schemas/* string */.YjP({
    error: ({ input }) => input === undefined ? "is required, as a string" : `must be a string${quotedNumber(input)}`,
});
/** A number is what people write most often instead. */
function quotedNumber(input) {
    return typeof input === "number" ? `: write "${input}"` : "";
}
const StoryPart = schemas/* looseObject */._H3({ id: textId });
/** What a person asks for. Every key that is not known here is kept and shown to the model. */
const StoryDocument = schemas/* looseObject */._H3({
    id: textId,
    version: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()], { error: "must be a string" }).optional(),
    title: textOrList.optional(),
    feature: textOrList.optional(),
    description: textOrList.optional(),
    requirements: textOrList.optional(),
    acceptance: textOrList.optional(),
    constraints: textOrList.optional(),
    /** Python requirements. */
    dependencies: textOrList.optional(),
    tasks: schemas/* array */.YOg(StoryPart, { error: 'must be a list of parts, each with an "id"' }).optional(),
}, { error: "must be one JSON object" })
    .refine((story) => ["feature", "title", "description", "requirements"].some((key) => hasText(story[key])), {
    error: 'one of "feature", "title", "description", "requirements" must say what is wanted',
    path: [],
});
/** What the pipeline knows by name; every other key is the author's own. */
const STORY_KEYS = [...Object.keys(StoryDocument.shape), "$schema"];
/** Reads one story file, and says everything that is wrong with it. */
function parseStory(path, bytes) {
    const failed = (...problems) => ({ ok: false, path, problems });
    if (bytes.length > STORY_MAX_BYTES)
        return failed(tooLarge(bytes.length));
    const text = (0,foundation_json/* utf8Text */.Hp)(bytes);
    if (text === null)
        return failed("is not UTF-8 text");
    const read = readStoryText(path, text);
    if (!read.ok)
        return failed(...read.problems);
    const document = StoryDocument.safeParse(read.value);
    if (!document.success) {
        return failed(...document.error.issues.map((issue) => problemOf(issue, read.value)));
    }
    return withTasks(path, text, document.data, read.digest);
}
/** What the text of a story file says, by the ending of its path. */
function readStoryText(path, text) {
    if (isMarkdown(path)) {
        const markdown = readMarkdownStory(text);
        if (!markdown.ok)
            return markdown;
        const malformed = malformation(markdown.value);
        if (malformed !== null)
            return unread(malformed);
        // Of the text, not of what was read in it: a better reader must not make an old story a new one.
        return { ok: true, value: markdown.value, digest: (0,digest/* sha256 */.sc)(text.replaceAll("\r\n", "\n")) };
    }
    const json = (0,foundation_json/* readJson */.Vh)(text);
    if (!json.ok)
        return unread(`is not valid JSON: ${json.problem}`);
    const malformed = malformation(json.value);
    if (malformed !== null)
        return unread(malformed);
    return { ok: true, value: json.value, digest: (0,digest/* sha256OfJson */.RO)(json.value) };
}
function unread(problem) {
    return { ok: false, problems: [problem] };
}
function isMarkdown(path) {
    return path.endsWith(".md");
}
/** Whether a file directly in the folder of stories is one, by its name. A README says what the folder is for. */
function isStoryFile(name) {
    return name.endsWith(".json") || (isMarkdown(name) && !/(?:^|\/)readme\.md$/i.test(name));
}
function tooLarge(bytes) {
    return `has ${bytes} bytes; a story may have ${STORY_MAX_BYTES}. Split it into several stories`;
}
function withTasks(path, text, document, digest) {
    const key = (0,task_id/* taskIdOfStory */.Ns)(document.id);
    if (!key.ok)
        return { ok: false, path, problems: [`"id": ${key.problem}`] };
    const parts = document.tasks ?? [];
    const ids = parts.map((part) => (0,task_id/* taskIdOfPart */.LD)(key.taskId, part.id));
    const problems = [
        ...(document.tasks?.length === 0
            ? ['"tasks" is an empty list; leave it out, or list parts']
            : []),
        ...(0,items/* acceptanceAboveParts */.Hg)(document),
        ...ids.flatMap((id, index) => (id.ok ? [] : [`"tasks.${index}.id": ${id.problem}`])),
        ...repeated(ids.flatMap((id) => (id.ok ? [id.taskId] : []))).map((id) => `"tasks" names the part ${id} more than once`),
    ];
    if (problems.length > 0)
        return { ok: false, path, problems };
    const tasks = parts.length === 0
        ? [{ id: key.taskId, part: null }]
        : ids.flatMap((id, index) => (id.ok ? [{ id: id.taskId, part: parts[index] }] : []));
    return {
        ok: true,
        story: { path, id: document.id, key: key.taskId, document, digest, text, tasks },
    };
}
function repeated(values) {
    return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
function hasText(value) {
    if (typeof value === "string")
        return value.trim() !== "";
    return Array.isArray(value) && value.length > 0;
}
/** Why a JSON value has no canonical form, or would exhaust a recursive reader. */
function malformation(root) {
    let level = [root];
    for (let depth = 0; level.length > 0; depth += 1) {
        if (depth > MAX_DEPTH)
            return `is nested deeper than ${MAX_DEPTH} levels`;
        if (level.some((value) => typeof value === "string" && !value.isWellFormed())) {
            return "holds half of a surrogate pair, which is no Unicode text";
        }
        if (level.some((value) => typeof value === "number" && !Number.isFinite(value))) {
            return "holds a number larger than any that is read as one, such as 1e400: write it as a text";
        }
        level = level.flatMap(childrenOf);
    }
    return null;
}
function childrenOf(value) {
    if (Array.isArray(value))
        return value;
    return (0,foundation_json/* isRecord */.u4)(value) ? [...Object.keys(value), ...Object.values(value)] : [];
}
function problemOf(issue, value) {
    const at = issue.path.map(String).join(".");
    const written = at === "id" && (0,foundation_json/* isRecord */.u4)(value) ? idInCapitals(Object.keys(value)) : null;
    const advice = written === null ? "" : `: write id, not ${JSON.stringify(written)}`;
    return at === "" ? issue.message : `"${at}" ${issue.message}${advice}`;
}
/** What people write most often instead, above all in front matter. */
function idInCapitals(keys) {
    return keys.includes("id") ? null : (keys.find((key) => key.toLowerCase() === "id") ?? null);
}


/***/ }),

/***/ 4788:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nd: () => (/* binding */ isRule),
/* harmony export */   PL: () => (/* binding */ columnsOf),
/* harmony export */   UQ: () => (/* binding */ holdsValue),
/* harmony export */   pR: () => (/* binding */ isRow),
/* harmony export */   zK: () => (/* binding */ readRow)
/* harmony export */ });
/* unused harmony export cellsOf */
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5051);
/* harmony import */ var _ends_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1779);
/* harmony import */ var _example_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(303);
/* harmony import */ var _quotes_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1236);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5672);





/** Whether a line is a row of a Markdown table. */
function isRow(line) {
    return line.length > 2 && line.startsWith("|") && line.endsWith("|");
}
/** `|---|:-:|` */
function isRule(line) {
    return isRow(line) && /^[|\s:+-]+$/u.test(line) && line.includes("-");
}
/** The cells of a row, trimmed; a bar in quotes or behind a backslash is part of a cell. */
function cellsOf(row) {
    const depths = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_3__/* .depthsOf */ .qV)(row);
    const cells = [];
    let start = 1;
    for (let index = 1; index < row.length; index++) {
        if (row[index] !== "|" || depths[index] === _quotes_js__WEBPACK_IMPORTED_MODULE_3__/* .QUOTED */ .jB || row[index - 1] === "\\")
            continue;
        cells.push(row.slice(start, index).trim().replaceAll("\\|", "|"));
        start = index + 1;
    }
    return cells;
}
/** Always beside the point. */
const ASIDE = (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .wordSet */ .dD)("# id no nr no. nr. case uuid comment comments note notes remark why description bemerkung fall");
/** Beside the point as far as they hold words. */
const REMARK = (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .wordSet */ .dD)("name title reason category scenario example");
/** What counts or names the rows where it stands first, and may be given where no column is named as that. */
const COUNTING = (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .wordSet */ .dD)("test tests testcase tc testfall essai prueba step schritt étape paso");
/** What may build on the rows above it. */
const STEPS = (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .wordSet */ .dD)("step schritt étape paso");
/** What code gave that was not right yet. */
const ACTUAL = (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .wordSet */ .dD)("actual got observed");
/** Whether some cell of a row is a value. */
function holdsValue(row) {
    return cellsOf(row).some((cell) => (0,_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .readGiven */ .Q8)(cell).ok);
}
/** What the first row of a table says of its columns; null when it does not name those of the results. */
function columnsOf(heading, rows) {
    if (holdsValue(heading))
        return null;
    const cells = cellsOf(heading);
    const found = cells.map(columnOf);
    if (!found.some(isResult))
        return null;
    const isNamed = found.includes("input");
    const kinds = found.map((kind, index) => {
        const isStep = STEPS.has(plainHeading(cells[index]));
        const isBeside = isNamed && kind === "given" && !isStep && mayBeBeside(cells[index], index);
        return isBeside ? "aside" : kind;
    });
    const at = doubtfulColumn(cells, kinds, rows);
    return { kinds, doubt: at === null ? null : doubtOf(cells[at]) };
}
function doubtOf(cell) {
    const name = JSON.stringify((0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(cell, 60));
    return `whether the column ${name} is given: call each that is "input …", and what counts the rows "#"`;
}
function mayBeBeside(cell, index) {
    return (index === 0 && isCounting(cell)) || ACTUAL.has(plainHeading(cell));
}
function isCounting(cell) {
    const words = plainHeading(cell).split(/\s+/u);
    return words.every((word) => COUNTING.has(word) || ASIDE.has(word));
}
/** The column that may be given, and may be beside the point; null where there is none. */
function doubtfulColumn(cells, kinds, rows) {
    const unnamed = kinds.flatMap((kind, index) => (kind === "given" ? [index] : []));
    const [first, second] = unnamed;
    if (first === undefined)
        return null;
    if (kinds.includes("input"))
        return first;
    // Where nothing else is given, it is what is given.
    if (second === undefined)
        return null;
    if (mayBeBeside(cells[first], first) || (first === 0 && isCount(rows)))
        return first;
    const behind = unnamed.find((index) => index > kinds.findLastIndex(isResult));
    const isOnBothSides = first < kinds.findIndex(isResult);
    return (unnamed.find((index) => mayBeBeside(cells[index], index)) ??
        (isOnBothSides ? (behind ?? null) : null));
}
/** Whether the first cells are 1, 2, 3, …: the numbers of the rows, perhaps. */
function isCount(rows) {
    const numbers = rows.map((row) => /^(\d{1,6})[.)]?$/u.exec(cellsOf(row)[0] ?? "")?.[1]);
    const start = Number(numbers[0]);
    return (rows.length > 1 &&
        (start === 0 || start === 1) &&
        numbers.every((number, index) => number !== undefined && Number(number) === start + index));
}
function plainHeading(cell) {
    return cell
        .replace(/[*_`]/gu, " ")
        .replace(/[([（].*$/u, "")
        .trim()
        .toLowerCase();
}
function columnOf(cell) {
    const plain = plainHeading(cell);
    if (ASIDE.has(plain))
        return "aside";
    if (REMARK.has(plain))
        return "remark";
    const roles = [plain, ...plain.split(/\s+/u)].map(_words_js__WEBPACK_IMPORTED_MODULE_4__/* .roleOf */ .kp);
    if (roles.includes("error"))
        return (0,_words_js__WEBPACK_IMPORTED_MODULE_4__/* .isRaising */ .uK)(plain) ? "raised" : "error";
    if (roles.includes("expected") || plain === "→" || plain === "=")
        return "expected";
    return isInput(plain) ? "input" : "given";
}
/** "input", "input a"; but not "price in EUR", and not "points given". */
function isInput(plain) {
    const [first, ...rest] = plain.split(/\s+/u).map(_words_js__WEBPACK_IMPORTED_MODULE_4__/* .roleOf */ .kp);
    const isFirst = first === "input" || first === "arguments" || first === "call";
    return isFirst || rest.includes("arguments") || /\s(?:input|argument)$/u.test(plain);
}
function isResult(column) {
    return column === "expected" || column === "error" || column === "raised";
}
/** A row below a heading. */
function readRow(row, columns) {
    if (columns === null)
        return unreadRow("the heading of its table does not name the column of the results");
    const { kinds: all, doubt } = columns;
    const cells = cellsOf(row);
    if (cells.length !== all.length)
        return unreadRow("it has more or fewer cells than its heading");
    const of = (...kinds) => cells.filter((_, index) => kinds.includes(all[index]));
    if (of("remark").some((cell) => (0,_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .hasValue */ .a4)((0,_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .readGiven */ .Q8)(cell)))) {
        return unreadRow("a column such as name or title holds a value");
    }
    const results = cells.flatMap((cell, index) => isResult(all[index]) && !isBlank(cell) ? [{ cell, column: all[index] }] : []);
    const [result] = results;
    if (result === undefined || results.length > 1)
        return unreadRow("it has not exactly one result");
    const given = of("input", "given");
    if (given.length === 0)
        return unreadRow("it says nothing of what is given");
    if (doubt !== null)
        return unreadRow(doubt);
    const expected = (0,_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .readExpected */ .vX)(result.cell, result.column === "expected" ? null : "raises");
    const warning = expected.ok && result.column === "error" ? (0,_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .warningDoubt */ .t9)(expected.values) : null;
    return warning === null ? (0,_example_js__WEBPACK_IMPORTED_MODULE_2__/* .combined */ .yX)("table", joined(given), expected) : unreadRow(warning);
}
function unreadRow(why) {
    return { kind: "unread", why };
}
function isBlank(cell) {
    return /^[-–—]?$/u.test(cell);
}
function joined(cells) {
    const ends = cells.map(_ends_js__WEBPACK_IMPORTED_MODULE_1__/* .readGiven */ .Q8);
    const failed = ends.find((end) => !end.ok);
    if (failed !== undefined)
        return failed;
    const read = ends.filter((end) => end.ok);
    return {
        ok: true,
        values: read.flatMap(({ values }) => values),
        units: read.flatMap(({ units }) => units),
        // The heading names every cell.
        labels: cells.map(() => "="),
    };
}


/***/ }),

/***/ 8247:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ doubt),
/* harmony export */   gy: () => (/* binding */ unread),
/* harmony export */   oD: () => (/* binding */ readWhole),
/* harmony export */   tv: () => (/* binding */ unescaped),
/* harmony export */   wK: () => (/* binding */ readValue)
/* harmony export */ });
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5051);
/* harmony import */ var _quotes_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1236);


function unread(why) {
    return { ok: false, why, isDoubt: false };
}
function doubt(why) {
    return { ok: false, why, isDoubt: true };
}
/** A text that is one value and nothing else; a number may carry a unit or a currency sign. */
function readValue(text) {
    const plain = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutExplanation */ .gE)(text);
    if (plain === "")
        return unread("an end holds no value");
    if (/^[(（]/u.test(plain)) {
        return unread("parentheses at the beginning of an end may be an explanation, arguments or a tuple");
    }
    return readWhole(plain);
}
/** As `readValue`, where parentheses can only be a tuple: behind the `=` of a label. */
function readWhole(text) {
    const currency = /^([-+−]?)([$€£¥])\s?(?=[-+−.\d])/u.exec(text);
    const cursor = {
        text: currency === null ? text : `${currency[1]}${text.slice(currency[0].length)}`,
        at: 0,
        why: null,
        isDoubt: false,
    };
    const value = parse(cursor, 0);
    if (value === null) {
        const why = cursor.why ?? `${quoted(text)} is no value`;
        return cursor.isDoubt ? doubt(why) : unread(why);
    }
    const rest = cursor.text.slice(cursor.at).trim();
    const unit = currency?.[2] ?? "";
    if (rest === "")
        return { ok: true, value, unit };
    if (value.kind === "number" && unit === "" && UNITS.has(rest)) {
        return { ok: true, value, unit: rest };
    }
    return unread(`${quoted(text)} is more than one value`);
}
/** What a unit may be. Signs that change the number (`%`, `k`, `am`, `million`) are none. */
const UNITS = new Set([
    "$ € £ ¥ EUR USD GBP JPY CHF CAD AUD CNY INR PLN SEK NOK DKK ct",
    "kg g mg µg μg t lb lbs oz km m cm mm µm μm nm mi yd ft in inch inches m² m³ cm² cm³ km² m2 m3 l L ml mL cl",
    "h min s sec ms µs μs ns d day days hour hours minute minutes second seconds week weeks month months year years",
    "Tag Tage Tagen Stunde Stunden Minute Minuten Sekunde Sekunden Jahr Jahre Jahren Stück",
    "jour jours heure heures minutes secondes an ans día días hora horas minuto minutos segundo segundos año años",
    "円 個 人 日 時間 分 秒 年 月 歳 km/h m/s mph kWh kW W V A mA Hz kHz MHz GHz Pa hPa bar N J kJ cal kcal",
    "°C °F ° B kB KB MB GB TB KiB MiB GiB bytes byte bit bits px pt",
].flatMap((units) => units.split(" ")));
/** Deeper than any example; it keeps the recursion short. */
const MAX_DEPTH = 32;
function parse(cursor, depth) {
    if (depth > MAX_DEPTH)
        return failed(cursor, `brackets stand deeper than ${MAX_DEPTH}`);
    skipSpace(cursor);
    const sign = cursor.text[cursor.at] ?? "";
    if (sign === "")
        return failed(cursor, "a value is missing");
    if ((0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .closingQuote */ .m2)(cursor.text, cursor.at) !== null)
        return parseText(cursor);
    if (sign === "[")
        return listed("list", parseItems(cursor, "]", depth));
    if (sign === "(")
        return parseTuple(cursor, depth);
    if (sign === "{")
        return parseBraces(cursor, depth);
    if (/[-+−.\d]/u.test(sign))
        return parseNumber(cursor);
    return parseName(cursor, depth);
}
function failed(cursor, why) {
    cursor.why ??= why;
    return null;
}
function skipSpace(cursor) {
    while (/\s/u.test(cursor.text[cursor.at] ?? ""))
        cursor.at++;
}
function take(cursor, pattern) {
    pattern.lastIndex = cursor.at;
    const found = pattern.exec(cursor.text)?.[0] ?? null;
    if (found !== null)
        cursor.at += found.length;
    return found;
}
function quoted(text) {
    return JSON.stringify((0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(text.trim(), 60));
}
function parseText(cursor) {
    const start = cursor.at;
    const end = (0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .closingQuote */ .m2)(cursor.text, start);
    cursor.at = end + 1;
    const content = cursor.text.slice(start + 1, end);
    if (!(0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .isStraight */ .Jd)(cursor.text[start])) {
        // « bonjour »: the spaces belong to the quotes for some writers, and to the text for others.
        if ((0,_quotes_js__WEBPACK_IMPORTED_MODULE_1__/* .isAngled */ .Mr)(cursor.text[start]) && content !== content.trim()) {
            return failed(cursor, `whether the spaces in ${quoted(cursor.text.slice(start, end + 1))} count`);
        }
        return { kind: "text", text: content };
    }
    if (/^[A-Za-z]:\\(?!\\)/u.test(content)) {
        return failed(cursor, `${quoted(content)} may be a path, or hold escapes`);
    }
    const text = unescaped(content);
    return text === null
        ? failed(cursor, `an escape in ${quoted(content)} is not known`)
        : { kind: "text", text };
}
const ESCAPES = {
    n: "\n",
    t: "\t",
    r: "\r",
    f: "\f",
    b: "\b",
    v: "\v",
    a: "\u0007",
    "0": "\0",
    "\\": "\\",
    "'": "'",
    '"': '"',
};
/** As Python reads it: an escape that it does not know stands for itself; null for one with a name. */
function unescaped(content) {
    if (/\\N\{|\\[1-7]|\\0[0-7]/u.test(content))
        return null;
    return content.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|([^xu]))/giu, (whole, byte, unit, sign) => {
        const code = byte ?? unit;
        if (code !== undefined)
            return String.fromCharCode(Number.parseInt(code, 16));
        return ESCAPES[sign ?? ""] ?? whole;
    });
}
const NUMBER = /[-+−]?(?:0[xX][\da-fA-F]+(?:_[\da-fA-F]+)*|0[oO][0-7]+(?:_[0-7]+)*|0[bB][01]+(?:_[01]+)*|(?:\d+(?:_\d+)*(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:[eE][-+−]?\d+)?)/uy;
function parseNumber(cursor) {
    const start = cursor.at;
    const text = take(cursor, NUMBER);
    if (text === null)
        return failed(cursor, `${quoted(cursor.text.slice(start))} is no value`);
    // A text with its quotes left out, or an old octal number.
    if (/^[-+−]?0[\d_]*\d/u.test(text) && !/^[-+−]?0+(?:[.eE]|$)/u.test(text)) {
        return failed(cursor, `${quoted(text)} begins with a zero: a number, or a text`);
    }
    if (/^[\p{L}\p{N}_.]/u.test(cursor.text.slice(cursor.at, cursor.at + 2))) {
        const word = /^[\p{L}\p{N}_.²³/]{1,40}/u.exec(cursor.text.slice(cursor.at, cursor.at + 40))[0];
        // `12A` may be a seat, a house or a class: what a single letter means is only certain behind a space.
        cursor.isDoubt = UNITS.has(word) && /^[A-Za-z]$/u.test(word);
        if (!UNITS.has(word) || cursor.isDoubt) {
            return failed(cursor, `${quoted(text + word)} is no number`);
        }
    }
    return { kind: "number", text: text.replaceAll("−", "-") };
}
const CONSTANTS = {
    True: "True",
    true: "True",
    False: "False",
    false: "False",
    None: "None",
    null: "None",
};
const NAME = /[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy;
function parseName(cursor, depth) {
    const start = cursor.at;
    const name = take(cursor, NAME);
    if (name === null)
        return failed(cursor, `${quoted(cursor.text.slice(start))} is no value`);
    if (cursor.text[cursor.at] === "(")
        return parseCall(cursor, name, depth);
    const constant = Object.hasOwn(CONSTANTS, name) ? CONSTANTS[name] : undefined;
    if (constant !== undefined)
        return { kind: "constant", name: constant };
    if (/^(?:[\p{L}_]\w*\.)*[A-Z]\w*\.[A-Z][A-Z\d_]*$/u.test(name))
        return { kind: "name", name };
    const word = depth === 0 ? cursor.text.slice(start) : name;
    return failed(cursor, `${quoted(word)} stands without quotes`);
}
function parseCall(cursor, name, depth) {
    const found = parseItems(cursor, ")", depth, true);
    return found === null ? null : { kind: "call", name, arguments: found };
}
function listed(kind, found) {
    return found === null ? null : { kind, items: found.map(({ value }) => value) };
}
/** `(1, 2)`, `(1,)` and `()`; `(1)` is as good as `1` for Python, and no tuple. */
function parseTuple(cursor, depth) {
    const start = cursor.at;
    const found = parseItems(cursor, ")", depth);
    if (found?.length === 1 && !/,\s*\)$/u.test(cursor.text.slice(start, cursor.at).slice(-200))) {
        return failed(cursor, `${quoted(cursor.text.slice(start, cursor.at))} is no tuple`);
    }
    return listed("tuple", found);
}
/** What stands between two brackets, separated by commas; `name=` may stand before the arguments of a call. */
function parseItems(cursor, closer, depth, isCall = false) {
    cursor.at++;
    const items = [];
    for (;;) {
        skipSpace(cursor);
        if (cursor.text[cursor.at] === closer)
            break;
        const name = isCall ? takeKeyword(cursor) : null;
        const start = cursor.at;
        const value = parse(cursor, depth + 1);
        if (value === null)
            return null;
        items.push({ name, value });
        if (closer !== "]" && isGrouped(cursor, start)) {
            return failed(cursor, "a comma between digits: one grouped number, or two values");
        }
        if (!nextItem(cursor, closer))
            return null;
        if (cursor.text[cursor.at] === closer)
            break;
        cursor.at++;
    }
    cursor.at++;
    return items;
}
/** `1,000` is one number to some readers, two to others. In square brackets it can only be two. */
function isGrouped(cursor, start) {
    const number = cursor.text.slice(start, Math.min(cursor.at, start + 6));
    const next = cursor.text.slice(cursor.at, cursor.at + 5);
    return /^[-+−]?\d{1,3}$/u.test(number) && /^,\d{3}(?:\D|$)/u.test(next);
}
/** Whether the cursor stands at a comma or at the closing bracket, which it moves to. */
function nextItem(cursor, closer) {
    skipSpace(cursor);
    const sign = cursor.text[cursor.at];
    if (sign === "," || sign === closer)
        return true;
    failed(cursor, `${quoted(cursor.text.slice(cursor.at))} stands within brackets and is no value`);
    return false;
}
function takeKeyword(cursor) {
    return (take(cursor, /[\p{L}_][\p{L}\p{N}_]*\s*=(?!=)/uy)
        ?.slice(0, -1)
        .trim() ?? null);
}
/** `{1, 2}` is a set; `{"a": 1}` and `{}` are dictionaries. */
function parseBraces(cursor, depth) {
    cursor.at++;
    const entries = [];
    for (;;) {
        skipSpace(cursor);
        if (cursor.text[cursor.at] === "}")
            break;
        const key = parse(cursor, depth + 1);
        if (key === null)
            return null;
        skipSpace(cursor);
        const hasValue = cursor.text[cursor.at] === ":";
        if (hasValue)
            cursor.at++;
        const value = hasValue ? parse(cursor, depth + 1) : null;
        if (hasValue && value === null)
            return null;
        entries.push({ key, value });
        if (!nextItem(cursor, "}"))
            return null;
        if (cursor.text[cursor.at] === "}")
            break;
        cursor.at++;
    }
    cursor.at++;
    const pairs = entries.flatMap(({ key, value }) => (value === null ? [] : [{ key, value }]));
    if (pairs.length === entries.length)
        return { kind: "dict", entries: pairs };
    if (pairs.length === 0)
        return { kind: "set", items: entries.map(({ key }) => key) };
    return failed(cursor, "braces hold values with and without keys");
}


/***/ }),

/***/ 5672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V3: () => (/* binding */ isScene),
/* harmony export */   Zu: () => (/* binding */ isDescription),
/* harmony export */   dD: () => (/* binding */ wordSet),
/* harmony export */   kp: () => (/* binding */ roleOf),
/* harmony export */   uK: () => (/* binding */ isRaising)
/* harmony export */ });
// Words by which keys of objects and headings of tables say what they hold, in the languages that the reader knows.
function wordSet(text) {
    return new Set(text.split(" "));
}
const INPUT = wordSet("input inputs in inputdata inputvalue inputvalues given when arg args argument arguments param params parameter parameters kwargs eingabe eingaben gegeben entrée entrées entree donné entrada entradas dado 入力");
/** Their lists are the arguments, one by one. */
const ARGUMENTS = wordSet("args arguments params parameters");
const EXPECTED = wordSet("output outputs out expected expect expects expectation expectedoutput expectedresult expectedvalue expectedreturn result results return returns returnvalue answer want then ausgabe erwartet erwartete ergebnis sortie attendu attendue résultat resultat salida esperado esperada resultado 出力 期待 結果 期待値");
const ERROR = wordSet("raises raise error errors exception exceptions throws throw expectederror expectedexception fehler erreur excepción");
/** Whose texts tell of a scene, and are no data. */
const SCENE = wordSet("given when then gegeben donné dado");
/** What a key or a heading says that it holds; null for one that says nothing about the two ends of an example. */
function roleOf(name) {
    const plain = plainName(name);
    if (ARGUMENTS.has(plain))
        return "arguments";
    if (INPUT.has(plain))
        return "input";
    if (plain === "call")
        return "call";
    if (EXPECTED.has(plain))
        return "expected";
    return ERROR.has(plain) ? "error" : null;
}
/** Whether a key or a heading of an error says that it is raised. */
function isRaising(name) {
    return /raise|throw|exception|excepción/iu.test(name);
}
function isScene(name) {
    return SCENE.has(plainName(name));
}
function plainName(name) {
    return name
        .normalize("NFC")
        .toLowerCase()
        .replace(/[\s_-]/gu, "");
}
/** A text that describes a value instead of being one, such as "an empty cart" or "raises ValueError". */
function isDescription(text) {
    const plain = text.trim().toLowerCase();
    // A code of the story's own.
    if (/^[A-Z][A-Z\d_]+$/u.test(text.trim()))
        return false;
    const first = /^[\p{L}-]+/u.exec(plain.slice(0, 60))?.[0] ?? "";
    if (DESCRIBING.has(plain) || plain.startsWith("空の"))
        return true;
    return first.length < plain.length && DETERMINERS.has(first);
}
/** What may be said alone and mean no text of this form. */
const DESCRIBING = wordSet("empty nothing none missing invalid error exception negative positive zero n/a same unchanged leer nichts fehler vide rien erreur vacío nada");
const DETERMINERS = wordSet("a an the no any all some empty valid invalid negative positive missing every each same raises raise throws throw returns return should must is it ein eine einen keine der die das leere leerer un une le la les aucun vide una el los las ninguno");


/***/ }),

/***/ 8588:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   LD: () => (/* binding */ taskIdOfPart),
/* harmony export */   Ns: () => (/* binding */ taskIdOfStory),
/* harmony export */   XJ: () => (/* binding */ isTaskId)
/* harmony export */ });
/* unused harmony exports isTaskOrRerunOf, rerunOf, TASK_BRANCHES, STORY_BRANCHES, taskBranch, storyBranch, isOwnBranch, taskOfBranch */
/**
 * The only strings of a story that ever reach a path, a branch, a matrix or a shell:
 * 1 to 64 characters, lower-case letters, digits, `_` and `-`, a letter or digit at both ends.
 */
const TASK_ID = /^[a-z0-9](?:[a-z0-9_-]{0,62}[a-z0-9])?$/;
function isTaskId(text) {
    return TASK_ID.test(text);
}
/** What separates a story's id from a part's id in a task id. */
const PART_SEPARATOR = "__";
const RERUN = /-r(\d+)$/;
function partsOf(task) {
    const rerun = RERUN.exec(task);
    const own = rerun === null ? task : task.slice(0, rerun.index);
    const separator = own.indexOf(PART_SEPARATOR);
    const isPart = separator > 0;
    return {
        story: isPart ? own.slice(0, separator) : own,
        part: isPart ? own.slice(separator + PART_SEPARATOR.length) : null,
        rerun: rerun === null ? null : Number(rerun[1]),
    };
}
/** Whether a task is another one itself, or a rerun of it. */
function isTaskOrRerunOf(task, other) {
    return task === other || (task.startsWith(other) && /^-r\d+$/.test(task.slice(other.length)));
}
/** The id of a further folder for a task, `number` from 2 on; null where it would be too long for an id. */
function rerunOf(task, number) {
    const id = `${task}-r${number}`;
    return isTaskId(id) ? id : null;
}
/** What the names of the pipeline's own branches begin with. */
const TASK_BRANCHES = "task/";
const STORY_BRANCHES = "story/";
/** The branch on which a task is written that belongs to no pull request yet. */
function taskBranch(task) {
    return `${TASK_BRANCHES}${task}`;
}
/** The same for all tasks of a story. */
function storyBranch(story) {
    return `${STORY_BRANCHES}${story}`;
}
/** Whether a branch is one of the pipeline's own, by its name. */
function isOwnBranch(branch) {
    return branch.startsWith(TASK_BRANCHES) || branch.startsWith(STORY_BRANCHES);
}
/** The task that a branch is for, by its name; null for every other branch. */
function taskOfBranch(branch) {
    return branch.startsWith(TASK_BRANCHES) && branch !== TASK_BRANCHES
        ? branch.slice(TASK_BRANCHES.length)
        : null;
}
/** The task id of a story without parts, or why its id cannot be one, with an id that would do. */
function taskIdOfStory(storyId) {
    const id = storyId.toLowerCase();
    if (!isTaskId(id))
        return refused(storyId, "is outside the grammar of ids");
    if (id.includes(PART_SEPARATOR)) {
        return refused(storyId, `contains "${PART_SEPARATOR}", which separates a story from its parts`);
    }
    if (RERUN.test(id))
        return refused(storyId, 'ends with "-r<n>", which is kept for reruns');
    return { ok: true, taskId: id };
}
/** The task id of one part of a story. */
function taskIdOfPart(story, partId) {
    const part = taskIdOfStory(partId);
    if (!part.ok)
        return part;
    const id = `${story}${PART_SEPARATOR}${part.taskId}`;
    if (!isTaskId(id)) {
        return { ok: false, problem: `"${id}" is longer than the 64 characters of a task id` };
    }
    return { ok: true, taskId: id };
}
function refused(id, reason) {
    const shown = JSON.stringify(id.length > 80 ? `${id.slice(0, 80)}…` : id);
    const better = suggestion(id);
    const advice = better === null ? "" : `; write ${JSON.stringify(better)}, for example`;
    return {
        ok: false,
        problem: `${shown} ${reason} (1 to 64 of a-z, 0-9, "_" and "-", a letter or digit at both ends)${advice}`,
    };
}
function suggestion(id) {
    const candidate = id
        .toLowerCase()
        // No "-", which would keep Python from importing the folder.
        .replace(/[^a-z0-9_-]+/g, "_")
        .replace(/__+/g, "_")
        .slice(0, 60)
        .replace(/^[^a-z0-9]+/, "")
        .replace(/(?:-r\d+|[^a-z0-9]+)+$/, "");
    return isTaskId(candidate) ? candidate : null;
}


/***/ }),

/***/ 2363:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ paragraph),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   bp: () => (/* binding */ untrusted),
/* harmony export */   cv: () => (/* binding */ say),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   gx: () => (/* binding */ CODE_LIMIT),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
// What is said to people, as data. A renderer for each place that shows it stands beside this file; each of them must
// know every kind, and the compiler says which one it forgot.
const OURS = Symbol("ours");
/** Longer code is shown cut, so that nobody could copy it. */
const CODE_LIMIT = 200;
/**
 * One line: what stands in the template is ours. A string that is put into it is text from outside, wherever it came
 * from, so that forgetting to mark it is no hole.
 */
function say(ours, ...values) {
    return ours.flatMap((literal, index) => {
        const value = values[index];
        const before = literal === "" ? [] : [asWords(literal)];
        return value === undefined ? before : [...before, ...partsOf(value)];
    });
}
/** A sentence of ours that stands elsewhere in the source; what it has between back quotes is code. */
function sentence(text) {
    return text
        .split("`")
        .flatMap((piece, index) => piece === "" ? [] : [index % 2 === 0 ? asWords(piece) : code(piece)]);
}
const TEXT_LIMIT = 300;
function untrusted(value, limit = TEXT_LIMIT) {
    return { kind: "text", text: value, limit };
}
function code(value) {
    return { kind: "code", text: value };
}
function link(label, url) {
    return { kind: "link", label, url };
}
function paragraph(line) {
    return { kind: "paragraph", line };
}
/** A list of at most `limit` items; the last one counts what is not listed. Nothing for an empty list. */
function list(items, limit = Infinity, what = []) {
    if (items.length === 0)
        return [];
    const left = items.length - limit;
    const more = left > 0 ? [say `… and ${left} more${what.length === 0 ? [] : say ` ${what}`}`] : [];
    return [{ kind: "list", items: [...items.slice(0, limit), ...more] }];
}
/** Lines one after the other, with ours between them. */
function joined(lines, between) {
    return lines.flatMap((line, index) => (index === 0 ? line : [...between, ...line]));
}
function partsOf(value) {
    if (typeof value === "string")
        return [untrusted(value)];
    if (typeof value === "number")
        return [asWords(String(value))];
    return "kind" in value ? [value] : value;
}
function asWords(literal) {
    return { kind: "words", text: literal, [OURS]: true };
}


/***/ })

};
