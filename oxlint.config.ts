import { builtinModules } from "node:module";
import { defineConfig, type OxlintOverride } from "oxlint";

/** From the ground up: a room imports only from those before it. docs/adr/0008-rooms.md says why. */
export const ROOMS = [
  "foundation",
  "git",
  "runner",
  "github",
  "config",
  "task",
  "story",
  "evidence",
  "contract",
  "candidate",
  "handover",
  "next-runs",
  "telling",
  "proof",
  "authoring",
  "report",
];

const ACTIONS = ["generate", "discover", "verify", "merge-gate", "report", "sweep", "story"];

/**
 * The only places that touch the world; everything else computes answers from what it is given. The page of the report
 * runs in a browser, and its policy keeps it from the rest of the world.
 */
const IMPURE = ["**/adapters/**", "**/main.ts", "**/cli/**", "src/report/page/**"];

const TAKE_A_PORT =
  "Only adapters/, main.ts, cli/ and world/ touch the world: take a port as an argument.";

type Pattern = { readonly group: string[]; readonly message: string };

const WORLD: readonly Pattern[] = [
  { group: ["@actions/*", "@actions/*/**", "openai", "openai/**", "undici"], message: TAKE_A_PORT },
  // Of Node.js's own modules one computes and nothing else, and of that one name is allowed below.
  { group: ["node:*", "node:*/**", "!node:crypto"], message: TAKE_A_PORT },
  { group: ["**/adapters/**", "**/cli/**", "**/main.ts"], message: TAKE_A_PORT },
];

const BARE_MODULES = builtinModules
  .filter((name) => !name.startsWith("node:"))
  .map((name) => ({ name, message: TAKE_A_PORT }));

const GLOBALS = [
  "process",
  "require",
  "global",
  "globalThis",
  "console",
  "navigator",
  "Worker",
  "fetch",
  "WebSocket",
  "EventSource",
  "XMLHttpRequest",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "Date",
  "performance",
  "Temporal",
  "crypto",
];

const PROPERTIES = [
  { object: "Math", property: "random" },
  { object: "import.meta", property: "dirname" },
  // The answer is another one on another machine.
  ...["toLocaleString", "toLocaleUpperCase", "toLocaleLowerCase", "localeCompare"].map(
    (property) => ({ property }),
  ),
];

/** Nothing in the product reaches for what only tests, scripts and the demo are made of. */
const NOT_PRODUCT: Pattern = {
  group: ["**/world/**", "**/test/**", "**/scripts/**", "**/bench/**"],
  message: "This is no part of the product.",
};

const FAST_CHECK = {
  name: "fast-check",
  message:
    "test/support/properties.ts is the same with a seed that stays: chance turns nobody's change red.",
};

function above(room: string): Pattern {
  const rooms = ROOMS.slice(ROOMS.indexOf(room) + 1);
  return {
    group: [
      "**/actions/**",
      "**/commands/**",
      ...rooms.flatMap((each) => [`../${each}/**`, `../../${each}/**`]),
    ],
    message: `Imports go down only, and this lies above ${room}. The order of rooms is in oxlint.config.ts.`,
  };
}

function beside(action: string): Pattern {
  return {
    group: [
      "**/commands/**",
      ...ACTIONS.filter((each) => each !== action).map((each) => `../${each}/**`),
    ],
    message:
      "One action knows nothing of another, nor of the command line: what two of them need is a room of src/.",
  };
}

/** One for what is pure and one for the rest, because of two settings of one rule the later replaces the earlier. */
function floor(folder: string, patterns: readonly Pattern[]): OxlintOverride[] {
  return [
    {
      files: [`${folder}/**`],
      rules: { "no-restricted-imports": ["error", { patterns: [...patterns] }] },
    },
    {
      files: [`${folder}/**`],
      excludeFiles: IMPURE,
      rules: {
        "no-restricted-imports": [
          "error",
          {
            paths: [
              ...BARE_MODULES,
              { name: "node:crypto", allowImportNames: ["createHash"], message: TAKE_A_PORT },
            ],
            patterns: [...WORLD, ...patterns],
          },
        ],
        "no-restricted-globals": ["error", ...GLOBALS],
        "no-restricted-properties": ["error", ...PROPERTIES],
      },
    },
  ];
}

export default defineConfig({
  plugins: ["typescript", "unicorn", "oxc", "import", "vitest", "promise"],
  categories: { correctness: "error", suspicious: "error" },
  ignorePatterns: ["dist", "generated", "build", "node_modules", "examples"],
  rules: {
    "typescript/no-explicit-any": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/no-unsafe-assignment": "error",
    "typescript/no-unsafe-member-access": "error",
    "typescript/no-unsafe-return": "error",
    "typescript/restrict-template-expressions": "error",
    "typescript/switch-exhaustiveness-check": "error",
    "import/no-cycle": "error",
  },
  overrides: [
    // A room that has no place in the order yet is pure as well.
    ...floor("src", [NOT_PRODUCT]),
    ...ROOMS.flatMap((room) => floor(`src/${room}`, [above(room), NOT_PRODUCT])),
    // The command line stands on top of all of them.
    ...floor("commands", [NOT_PRODUCT]),
    ...ACTIONS.flatMap((action) => floor(`actions/${action}`, [beside(action), NOT_PRODUCT])),
    {
      files: ["test/**"],
      excludeFiles: ["test/support/properties.ts"],
      rules: { "no-restricted-imports": ["error", { paths: [FAST_CHECK] }] },
    },
  ],
});
