/** What somebody has typed after the name of a command. */
export interface Asked {
  readonly words: readonly string[];
  /** Where to look for the repository. */
  readonly directory: string;
  readonly isJson: boolean;
  /** The value of an option, by its name in camel case; null where it was not given. */
  text(option: string): string | null;
  isSet(option: string): boolean;
}

/** In the order in which `--help` shows them. */
export const NAMES = ["init", "check", "explain"] as const;
export type CommandName = (typeof NAMES)[number];

export interface CommandWords {
  readonly about: string;
  readonly argument: { readonly name: string; readonly about: string } | null;
  readonly options: readonly {
    readonly flags: string;
    readonly about: string;
    readonly choices?: readonly string[];
  }[];
  readonly examples: readonly (readonly [words: string, meaning: string])[];
}

const REPOSITORY = {
  flags: "-R, --repository <owner/name>",
  about: "the repository on GitHub, instead of the one that `origin` names",
};
const TOKEN_FROM = {
  flags: "--token-from <where>",
  about:
    "take a token from the environment (GH_TOKEN or GITHUB_TOKEN) or of gh; it is sent to the API alone, and without this none is used",
  choices: ["env", "gh"],
};
const API_URL = {
  flags: "--api-url <url>",
  about: "GitHub's API, where it is not that of github.com",
};

/** Every command as `--help` shows it. docs/cli.md is made from it. */
export const COMMANDS: Readonly<Record<CommandName, CommandWords>> = {
  check: {
    about:
      "Says all that is wrong with stories, and how each line of them is read: what is an example and what it says, what looks like one and is not read. Asks nobody and runs nothing.",
    argument: { name: "[story...]", about: "story files; without one, all in meta/stories/" },
    options: [],
    examples: [
      ["agent-pipeline check", "all stories of this repository"],
      ["agent-pipeline check idea.json", "one that lies anywhere"],
    ],
  },
  explain: {
    about:
      "Says of evidence why a task was refused, what that means, and what to do now: of an evidence.json, a folder or a downloaded zip file, or of a run on GitHub.",
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
    about:
      "Furnishes a repository: three workflows, a config that explains itself, a first story, and a pytest that passes over generated tests. Never overwrites a file.",
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
};
