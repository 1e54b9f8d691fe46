export const id = 963;
export const ids = [963];
export const modules = {

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

/***/ 4184:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ COMMANDS),
/* harmony export */   Xk: () => (/* binding */ NAMES),
/* harmony export */   j2: () => (/* binding */ DEMO_OPTIONS)
/* harmony export */ });
/** In the order in which `--help` shows them. */
const NAMES = [
    "init",
    "check",
    "generate",
    "verify",
    "discover",
    "replay",
    "explain",
    "report",
    "doctor",
    "demo",
];
const REPOSITORY = {
    flags: "-R, --repository <owner/name>",
    about: "the repository on GitHub, instead of the one that `origin` names",
};
const TOKEN_FROM = {
    flags: "--token-from <where>",
    about: "take a token from the environment (GH_TOKEN or GITHUB_TOKEN) or of gh; it is sent to the API alone, and without this none is used",
    choices: ["env", "gh"],
};
const API_URL = {
    flags: "--api-url <url>",
    about: "GitHub's API, where it is not that of github.com",
};
/** Those of scripts/demo/options.ts, which says more about each. */
const DEMO_OPTIONS = [
    { flags: "--story <file>", about: "the story, instead of a sample" },
    {
        flags: "--pull-request",
        about: "the story comes in a pull request, instead of a push to main",
    },
    {
        flags: "--replies <dir>",
        about: "play back recorded replies: design.json, code.json, tests.json",
    },
    { flags: "--model <name>", about: "ask this model; its key is taken from OPENAI_API_KEY" },
    { flags: "--base-url <url>", about: "of this server, instead of OpenAI" },
    { flags: "--broken", about: "recorded replies that must be refused" },
    { flags: "--keep <dir>", about: "leave repository, evidence, logs and summaries there" },
];
/** Every command as `--help` shows it. docs/cli.md is made from it. */
const COMMANDS = {
    check: {
        about: "Says all that is wrong with stories, and how each line of them is read: what is an example and what it says, what looks like one and is not read. Asks nobody and runs nothing.",
        argument: { name: "[story...]", about: "story files; without one, all in meta/stories/" },
        options: [],
        examples: [
            ["agent-pipeline check", "all stories of this repository"],
            ["agent-pipeline check idea.json", "one that lies anywhere"],
        ],
    },
    explain: {
        about: "Says of evidence why a task was refused, what that means, and what to do now: of an evidence.json, a folder or a downloaded zip file, or of a run on GitHub.",
        argument: {
            name: "<evidence>",
            about: "a file or folder, or a run by its number or address",
        },
        options: [REPOSITORY, TOKEN_FROM, API_URL],
        examples: [
            ["agent-pipeline explain evidence.json", "what verify has written"],
            ["agent-pipeline explain evidence-shipping_cost.zip", "an artifact as GitHub hands it out"],
            [
                "agent-pipeline explain --token-from gh 19283746501",
                "a run of the repository that `origin` names, with the token of gh",
            ],
        ],
    },
    init: {
        about: "Furnishes a repository: three workflows, a config that explains itself, a first story, and a pytest that passes over generated tests. Never overwrites a file.",
        argument: null,
        options: [
            { flags: "--dry-run", about: "say what would be written, and write nothing" },
            {
                flags: "--uses <owner/name@ref>",
                about: "what the workflows call, instead of org/agent-pipeline@v1",
            },
        ],
        examples: [
            ["agent-pipeline init --dry-run", "look first"],
            ["agent-pipeline init", "write, and say what is left to do"],
        ],
    },
    verify: {
        about: "Proves tasks of this working tree, committed or not, as a job of the matrix does: the same engine, in complete isolation, with the same evidence. Needs Linux and Python.",
        argument: {
            name: "[task...]",
            about: "ids or folders of tasks; without one, all in generated/",
        },
        options: [
            {
                flags: "--python <program>",
                about: "the interpreter, instead of what the config or the PATH has",
            },
            {
                flags: "--keep <dir>",
                about: "leave the evidence of each task there, with a page that shows it",
            },
        ],
        examples: [
            ["agent-pipeline verify", "all tasks"],
            ["agent-pipeline verify shipping_cost --keep evidence", "one, and keep what it found"],
        ],
    },
    discover: {
        about: "Says which tasks a branch changes, as the matrix would be laid out. Compares what is committed on this machine, and fetches nothing.",
        argument: null,
        options: [
            {
                flags: "--head <revision>",
                about: "branch, tag or full commit id, instead of what is checked out",
            },
            {
                flags: "--base <revision>",
                about: "what it is to be merged into, instead of the default branch",
            },
        ],
        examples: [
            ["agent-pipeline discover", "what this branch changes"],
            ["agent-pipeline discover --base main --json", "with the matrix, for programs"],
        ],
    },
    replay: {
        about: "Makes the folder of a task again from its transcript, and compares byte by byte. Asks no model and runs nothing.",
        argument: { name: "<task>", about: "id or folder of a task" },
        options: [
            {
                flags: "--explain",
                about: "say which reply made which file, and why each question was asked",
            },
        ],
        examples: [
            ["agent-pipeline replay shipping_cost", "whether somebody has edited it"],
            ["agent-pipeline replay generated/shipping_cost --explain", "how it came about"],
        ],
    },
    doctor: {
        about: "Says what this repository still lacks on GitHub: settings, secrets by name, labels, rules, workflows and their inputs, the model; each with the page that mends it. Changes nothing. What the token may not see is unknown, and never taken for fine.",
        argument: null,
        options: [
            REPOSITORY,
            TOKEN_FROM,
            API_URL,
            {
                flags: "--ask-model",
                about: "ask the model's server whether it offers the model, with the key in OPENAI_API_KEY",
            },
            {
                flags: "--base-url <url>",
                about: "that server, instead of OpenAI; the key is sent to it alone",
            },
        ],
        examples: [
            [
                "agent-pipeline doctor --token-from gh",
                "with the token of gh; all is seen by an admin only",
            ],
            ["agent-pipeline doctor --repository owner/name", "what everybody may see"],
        ],
    },
    generate: {
        about: "Has a model design, write and test the tasks of one story, checks them as verify will, and writes them into this working tree. Never overwrites what a person has changed. The key is taken from OPENAI_API_KEY. Needs Linux and Python.",
        argument: { name: "<story>", about: "a story file" },
        options: [
            {
                flags: "--dry-run",
                about: "say what would be asked and what it costs at most; ask nobody",
            },
            { flags: "--model <name>", about: "the model, instead of the usual one" },
            {
                flags: "--base-url <url>",
                about: "a server that speaks OpenAI's protocol, instead of OpenAI; the key is sent to it alone",
            },
            {
                flags: "--budget-usd <amount>",
                about: "what this text of the story may cost, instead of the config's",
            },
            { flags: "--again", about: "make anew what was made from this very story" },
            {
                flags: "--python <program>",
                about: "the interpreter, instead of what the config or the PATH has",
            },
            {
                flags: "--keep <dir>",
                about: "leave the transcript there, also where nothing comes of it",
            },
        ],
        examples: [
            ["agent-pipeline generate meta/stories/cart.json --dry-run", "what it would cost at most"],
            ["agent-pipeline generate meta/stories/cart.json", "with OpenAI"],
            [
                "agent-pipeline generate cart.json --base-url http://localhost:11434/v1",
                "with a server of your own, here Ollama; name its model as well",
            ],
        ],
    },
    demo: {
        about: "Builds a story from file to merge on this machine: the bundled actions, real git, real pytest in isolation, a local stand-in for GitHub, and recorded replies of a model or a model of your own. Needs Linux, Python, and a clone of agent-pipeline with `npm ci`.",
        argument: null,
        options: DEMO_OPTIONS,
        examples: [
            ["agent-pipeline demo", "a sample story is merged; no key, no network"],
            ["agent-pipeline demo --broken", "code and tests do not fit, and it is refused"],
            [
                "agent-pipeline demo --story cart.json --model gpt-6.2-sol",
                "a story and a model of your own; the key is in OPENAI_API_KEY",
            ],
        ],
    },
    report: {
        about: "Makes the page of what a run found out, with junit.xml and mutation.json beside it, of documents that lie here: the artifacts of a run, or what `verify --keep` left. Fetches nothing.",
        argument: {
            name: "<documents...>",
            about: "folders, evidence.json files, or downloaded zip files",
        },
        options: [
            { flags: "-o, --output <dir>", about: "where to write it, instead of report/" },
            {
                flags: "-R, --repository <owner/name>",
                about: "where the run was, so that the page can lead to it",
            },
        ],
        examples: [
            ["agent-pipeline report found", "of what `verify --keep found` has left"],
            ["agent-pipeline report downloads/ -R owner/name", "of artifacts that were downloaded"],
        ],
    },
};


/***/ }),

/***/ 3963:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runProgram: () => (/* binding */ runProgram)
});

// EXTERNAL MODULE: ../node_modules/commander/index.js + 6 modules
var commander = __webpack_require__(8265);
// EXTERNAL MODULE: ../src/foundation/untrusted-text.ts
var untrusted_text = __webpack_require__(5051);
// EXTERNAL MODULE: ../src/foundation/version.ts + 1 modules
var version = __webpack_require__(8004);
// EXTERNAL MODULE: ./answer.ts
var answer = __webpack_require__(612);
// EXTERNAL MODULE: ./commands.ts
var commands = __webpack_require__(4184);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
// EXTERNAL MODULE: ../src/telling/blocks.ts
var blocks = __webpack_require__(2363);
// EXTERNAL MODULE: ../src/telling/plain.ts
var plain = __webpack_require__(4233);
;// CONCATENATED MODULE: ./inspectable.ts
/** An error as its stack and those of its causes. */
function inspectable(error) {
    if (!(error instanceof Error))
        return String(error);
    const own = error.stack ?? error.message;
    return error.cause === undefined ? own : `${own}\ncaused by: ${inspectable(error.cause)}`;
}

;// CONCATENATED MODULE: ./wrapped.ts
/** Narrower than this nothing is wrapped any more: a word a line reads worse than a terminal's own breaks. */
const NARROWEST = 20;
const HANGING = 2;
/**
 * A line as lines of at most `columns` signs, broken between words; a word that is longer is left whole. Lines after the first stand
 * `hanging` signs further in than `indent`; null says two more than the text's own indent. Without `columns` nothing is broken.
 */
function wrapped(text, columns, indent, hanging) {
    const first = " ".repeat(indent);
    if (columns === null)
        return [first + text];
    const own = /^ */u.exec(text)[0].length;
    const below = " ".repeat(indentOf(columns, indent, hanging ?? own + HANGING));
    const lines = [];
    let line = first + " ".repeat(own);
    let isEmpty = true;
    for (const word of text.slice(own).split(/(?<=\S)(?= )/u)) {
        if (!isEmpty && widthOf(line + word) > columns) {
            lines.push(line);
            line = below + word.trimStart();
        }
        else
            line += word;
        isEmpty = false;
    }
    return [...lines, line];
}
function indentOf(columns, indent, hanging) {
    return columns - indent - hanging < NARROWEST ? indent + HANGING : indent + hanging;
}
/** What a terminal draws over two columns: East Asian wide letters and most pictures. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu;
const NO_WIDTH = /\u200b|\u{200d}|\p{Mn}/gu;
/** Columns of a terminal that a text takes. */
function widthOf(text) {
    const signs = Array.from(text.replace(NO_WIDTH, "")).length;
    return signs + (text.match(WIDE)?.length ?? 0);
}

;// CONCATENATED MODULE: ./shown.ts







/** An answer as people read it. Nothing in it steers a terminal but our own colours. */
function shownText(blocks, screen) {
    return blocks
        .flatMap((block) => linesOf(block, screen, 0))
        .map((line) => `${line.trimEnd()}\n`)
        .join("");
}
/** An answer as programs read it: letters that a terminal would act on, or hide, are written as \u escapes. */
function shownJson(data) {
    const text = JSON.stringify(data, null, 2);
    return `${text.replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, escaped)}\n`;
}
/** What went wrong with a command, and what to do about it. Everything but a `PipelineError` is a bug of ours. */
function failureOf(error) {
    if (error instanceof errors/* PipelineError */.zC) {
        const { code, message, hint = null } = error;
        return {
            exit: answer/* EXIT */.d.unanswered,
            blocks: [...paragraphs(`✘ ${message}`), ...(hint === null ? [] : paragraphs(`  ${hint}`))],
            data: { error: { code, message, hint } },
        };
    }
    const details = inspectable(error);
    const said = "This is a bug in agent-pipeline, please report it.";
    return {
        exit: answer/* EXIT */.d.unanswered,
        blocks: [...paragraphs(said), ...paragraphs(details)],
        data: { error: { code: "BUG", message: said, hint: details } },
    };
}
const LINE_LIMIT = 4_000;
/** A text of several lines, each as a line of its own. */
function paragraphs(text) {
    return text.split("\n").map((line) => {
        const indent = /^ */u.exec(line)[0].length;
        const own = (0,blocks/* say */.cv) `${(0,blocks/* untrusted */.bp)(line, LINE_LIMIT)}`;
        return indent === 0
            ? { kind: "paragraph", line: own }
            : { kind: "folds", folds: [{ title: [], blocks: [{ kind: "paragraph", line: own }] }] };
    });
}
const STEP = 2;
function linesOf(block, screen, indent) {
    switch (block.kind) {
        case "heading":
            return [
                ...(block.level === 2 ? [] : [""]),
                ...styledLines((0,plain/* plainLine */.h0)(block.line), screen, indent, "bold"),
            ];
        case "paragraph":
            return styledLines((0,plain/* plainLine */.h0)(block.line), screen, indent);
        case "list":
            return block.items.flatMap((item) => styledLines((0,plain/* plainLine */.h0)(item), screen, indent));
        case "table":
            return tableLines(block, screen, indent);
        case "folds":
            return block.folds.flatMap(({ title, blocks }) => [
                ...(title.length === 0 ? [] : styledLines((0,plain/* plainLine */.h0)(title), screen, indent)),
                ...blocks.flatMap((each) => linesOf(each, screen, indent + STEP)),
            ]);
        default:
            return block;
    }
}
/** The last column goes on below itself, so that the eye finds the next row. */
function tableLines({ head, rows }, screen, indent) {
    const cells = (head === null ? rows : [head, ...rows]).map((row) => row.map(plain/* plainLine */.h0));
    const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
    const hanging = widths.slice(0, -1).reduce((sum, width) => sum + width + STEP, 0);
    return (0,plain/* aligned */.b6)(cells).flatMap((line, index) => {
        const own = /^ */u.exec(cells[index]?.at(-1) ?? "")[0].length;
        return styledLines(line, screen, indent, null, hanging + own);
    });
}
const COLOURS = { bold: 1, red: 31, green: 32, yellow: 33 };
/** By the sign that we begin a line with. */
const SIGN_COLOURS = { "✔": "green", "✘": "red", "?": "yellow" };
function styledLines(text, screen, indent, style = null, hanging = null) {
    const [sign = ""] = text.trimStart();
    const colour = style ?? (text.trimStart()[1] === " " ? SIGN_COLOURS[sign] : undefined);
    return wrapped(text, screen.columns, indent, hanging).map((broken, index) => {
        // Where a line was broken a new one begins, which a runner could take for a command.
        const line = (0,untrusted_text/* withoutCommands */.Df)(broken);
        if (!screen.hasColours || colour === undefined)
            return line;
        if (style !== null)
            return coloured(line, colour);
        return index === 0 ? line.replace(sign, coloured(sign, colour)) : line;
    });
}
function coloured(text, colour) {
    return `\u001b[${COLOURS[colour]}m${text}\u001b[0m`;
}
function escaped(sign) {
    return [...Array(sign.length).keys()]
        .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, "0")}`)
        .join("");
}

;// CONCATENATED MODULE: ./program.ts






/** Reads the words of a command line, carries the command out, shows its answer, and says how it ends. */
async function runProgram(words, carryOut, terminal) {
    let exit = answer/* EXIT */.d.fine;
    const program = programOf(terminal, async (name, asked) => {
        exit = await carriedOut(() => carryOut(name, asked), asked.isJson, terminal);
    });
    try {
        await program.parseAsync([...words], { from: "user" });
        return exit;
    }
    catch (error) {
        if (!(error instanceof commander/* CommanderError */.b7))
            throw error;
        return error.exitCode === 0 ? answer/* EXIT */.d.fine : answer/* EXIT */.d.unanswered;
    }
}
async function carriedOut(work, isJson, terminal) {
    let answer;
    try {
        answer = await work();
    }
    catch (error) {
        answer = failureOf(error);
        if (!isJson) {
            terminal.error(shownText(answer.blocks, terminal.screen));
            return answer.exit;
        }
    }
    terminal.out(isJson ? shownJson(answer.data) : shownText(answer.blocks, terminal.screen));
    return answer.exit;
}
const INTRODUCTION = `Turns stories into tested Python code, on evidence. On GitHub the actions do it; these commands do the same here.`;
const EXITS = `
Exit codes
  0  all is as it should be
  1  something was found that has to be mended
  2  the command could not be carried out
  3  nothing wrong was found, but something could not be seen

A terminal gets colours and lines of its width, a pipe neither; NO_COLOR turns
colours off.
`;
const DIRECTORY = [
    "-C, --directory <dir>",
    "the repository to work in, instead of that around this folder",
];
const JSON_ANSWER = ["--json", "answer with JSON, for programs"];
function programOf(terminal, act) {
    const program = new commander/* Command */.uB("agent-pipeline")
        .description(INTRODUCTION)
        .version(version/* VERSION */.x, "-V, --version", "the version")
        .helpOption("-h, --help", "this text; after a command, that of the command")
        .helpCommand("help [command]", "the same")
        // As those of git and npm, they may stand before the command as well as after it.
        .option(...DIRECTORY)
        .option(...JSON_ANSWER)
        .enablePositionalOptions()
        .exitOverride()
        .configureOutput({
        writeOut: (text) => terminal.out(text),
        writeErr: (text) => terminal.error((0,untrusted_text/* withoutCommands */.Df)(text)),
        getOutHelpWidth: () => terminal.screen.columns ?? 80,
        getErrHelpWidth: () => terminal.screen.columns ?? 80,
    })
        .showSuggestionAfterError()
        .showHelpAfterError("--help says what can be written, after a command as well.")
        .addHelpText("after", EXITS);
    for (const name of commands/* NAMES */.Xk) {
        const { about, argument, options, examples } = commands/* COMMANDS */.Lo[name];
        const command = program.command(name).description(about);
        if (argument !== null)
            command.argument(argument.name, argument.about);
        for (const { flags, about: meaning, choices } of options) {
            const option = new commander/* Option */.c$(flags, meaning);
            command.addOption(choices === undefined ? option : option.choices(choices));
        }
        command
            .option(...DIRECTORY)
            .option(...JSON_ANSWER)
            .addHelpText("after", examplesText(examples))
            .action(async (...values) => {
            const given = argument === null ? [] : [values[0] ?? []].flat().map(String);
            const chosen = { ...program.opts(), ...command.opts() };
            await act(name, {
                words: given,
                directory: typeof chosen["directory"] === "string" ? chosen["directory"] : ".",
                isJson: chosen["json"] === true,
                text: (key) => (typeof chosen[key] === "string" ? chosen[key] : null),
                isSet: (key) => chosen[key] === true,
            });
        });
    }
    return program;
}
function examplesText(examples) {
    const width = Math.max(...examples.map(([words]) => words.length));
    const lines = examples.map(([words, meaning]) => width > 40 ? `  ${words}\n      ${meaning}` : `  ${words.padEnd(width)}  ${meaning}`);
    return `\nExamples\n${lines.join("\n")}\n`;
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


/***/ }),

/***/ 4233:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b6: () => (/* binding */ aligned),
/* harmony export */   h0: () => (/* binding */ plainLine),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var _foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5051);

/** The blocks as lines for a log or a terminal: none of them steers a terminal, or is a command to the runner. */
function plain(blocks) {
    return blocks.flatMap(linesOf);
}
function plainLine(line) {
    return (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCommands */ .Df)(lineOf(line));
}
const INDENT = "  ";
function linesOf(block) {
    switch (block.kind) {
        case "heading":
        case "paragraph":
            return [plainLine(block.line)];
        case "list":
            return block.items.map(plainLine);
        case "table":
            return tableLines(block);
        case "folds":
            return block.folds.flatMap(({ title, blocks }) => [
                plainLine(title),
                ...plain(blocks).map((line) => `${INDENT}${line}`),
            ]);
        default:
            return block;
    }
}
function tableLines({ head, rows }) {
    const lines = head === null ? rows : [head, ...rows];
    return aligned(lines.map((row) => row.map(lineOf))).map(_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutCommands */ .Df);
}
/** Rows with their first columns as wide as the widest cell. */
function aligned(rows) {
    const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    return rows.map((row) => row
        .map((cell, column) => (column < row.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell))
        .join("  "));
}
function lineOf(line) {
    return line.map(partOf).join("");
}
/** Names are shown whole, as far as a file system takes them. */
const CODE_LIMIT = 4_096;
const URL_LIMIT = 2_000;
function partOf(part) {
    switch (part.kind) {
        case "words":
            return part.text;
        case "text":
            return (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .spacedLine */ .nn)(part.text, part.limit);
        case "code":
            return (0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .spacedLine */ .nn)(part.text, CODE_LIMIT);
        case "link":
            return `${lineOf(part.label)} (${(0,_foundation_untrusted_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(part.url, URL_LIMIT)})`;
        default:
            return part;
    }
}


/***/ })

};
