export const id = 73;
export const ids = [73];
export const modules = {

/***/ 1073:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  demoAsked: () => (/* binding */ demoAsked)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ../src/foundation/errors.ts
var errors = __webpack_require__(4566);
// EXTERNAL MODULE: ./answer.ts
var answer = __webpack_require__(612);
// EXTERNAL MODULE: ./commands.ts
var commands = __webpack_require__(4184);
;// CONCATENATED MODULE: ./demo/demo-words.ts

/** The options of the demo as they were typed. */
function demoWords(asked) {
    return commands/* DEMO_OPTIONS */.j2.flatMap(({ flags }) => {
        const [flag = ""] = flags.split(" ");
        const name = flag.slice(2).replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
        const value = asked.text(name);
        if (value !== null)
            return [`${flag}=${value}`];
        return asked.isSet(name) ? [flag] : [];
    });
}

// EXTERNAL MODULE: ./adapters/verify.ts + 17 modules
var verify = __webpack_require__(465);
;// CONCATENATED MODULE: ./adapters/demo.ts







const PROGRAM = "scripts/demo/main.ts";
/** Plays the demo of a clone: it is made of the stand-ins for GitHub and the model, which are no part of this program. */
async function demoAsked(asked) {
    (0,verify.assertLinux)("the demo runs generated code in complete isolation");
    const clone = cloneAround((0,external_node_fs_.realpathSync)(process.argv[1] ?? ""));
    if (clone === null) {
        throw new errors/* PipelineError */.zC("INPUT_INVALID", "The demo needs a clone of agent-pipeline", {
            hint: "git clone https://github.com/org/agent-pipeline && cd agent-pipeline && npm ci && npm run demo",
        });
    }
    const node = (0,external_node_path_.join)(clone, "node_modules/.bin/node");
    const child = (0,external_node_child_process_.spawn)(node, [(0,external_node_path_.join)(clone, PROGRAM), ...demoWords(asked)], {
        // What it tells goes to people, not to a program that reads JSON.
        stdio: ["ignore", asked.isJson ? 2 : "inherit", "inherit"],
    });
    // It tidies up by itself, and is told by the terminal as we are.
    process.on("SIGINT", wait);
    const exitCode = await new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => resolve(code ?? answer/* EXIT */.d.unanswered));
    }).finally(() => process.off("SIGINT", wait));
    return {
        exit: exitCode === 0 ? answer/* EXIT */.d.fine : answer/* EXIT */.d.faults,
        blocks: [],
        data: { exitCode },
    };
}
function wait() {
    // The demo ends, and we with it.
}
/** By the place of the program: the bundle lies in dist/cli, the source in commands. */
function cloneAround(program) {
    for (let folder = (0,external_node_path_.dirname)(program); (0,external_node_path_.dirname)(folder) !== folder; folder = (0,external_node_path_.dirname)(folder)) {
        const isInstalled = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, "node_modules/.bin/node"));
        if (isInstalled && (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, PROGRAM)))
            return folder;
    }
    return null;
}


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


/***/ })

};
