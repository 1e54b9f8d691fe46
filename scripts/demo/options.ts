import { parseArgs } from "node:util";

/** Where the replies come from. */
export type Source =
  | { readonly kind: "recorded"; readonly isBroken: boolean }
  | { readonly kind: "folder"; readonly folder: string }
  | { readonly kind: "model"; readonly baseUrl: string; readonly model: string };

export interface Options {
  /** null: the first sample story. */
  readonly story: string | null;
  readonly source: Source;
  readonly throughPullRequest: boolean;
  /** null: the demo's usual folder. */
  readonly keep: string | null;
}

/** Something that the person at the terminal can mend. */
export class DemoError extends Error {
  override readonly name = "DemoError";
}

export const HELP = `Usage: npm run demo [-- options]

Builds a story from file to merge on this machine: the same actions as on GitHub (the bundles of dist/), real git, real
pytest in isolation, and a local stand-in for GitHub. Without options it builds a sample story with recorded replies of
a model, so it needs no key and no network.

What to build
  --story FILE      the story, JSON or Markdown (default: meta/stories/timesheet_duration.json)
  --pull-request    the story comes in a pull request, instead of a push to main

Who writes the code
  --replies DIR     play back DIR/design.json, DIR/code.json and DIR/tests.json
  --model NAME      ask this model; its key is taken from OPENAI_API_KEY (no-key-is-needed-here, if the server wants none)
  --base-url URL    ask this server, which speaks OpenAI's protocol (default: OpenAI)
  --broken          recorded replies whose tests import a module that the code does not have: it must be refused

Besides
  --keep DIR        leave the repository, the evidence and the logs in DIR (default: .cache/demo, replaced each time)
  --help            this text

Exit code 0: what should happen did. A sample is merged, or refused with --broken; what a model or --replies wrote is merged
or refused, as the evidence says. Anything else is 1.
`;

const DEFINITIONS = {
  story: { type: "string" },
  replies: { type: "string" },
  model: { type: "string" },
  "base-url": { type: "string" },
  broken: { type: "boolean", default: false },
  "pull-request": { type: "boolean", default: false },
  keep: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

type Values = ReturnType<typeof valuesOf>;

/** Reads the command line; null when only help is wanted. Says everything that is wrong with it at once. */
export function parseOptions(words: readonly string[]): Options | null {
  const values = valuesOf(words);
  if (values.help) return null;
  const problems = problemsOf(values);
  if (problems.length > 0) throw new DemoError(problems.join("\n"));
  return {
    story: values.story ?? null,
    source: sourceOf(values),
    throughPullRequest: values["pull-request"],
    keep: values.keep ?? null,
  };
}

function valuesOf(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options: DEFINITIONS, strict: true }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Node goes on about positional arguments after the first sentence.
    throw new DemoError(error.message.split(/\. |\n/)[0] ?? "", { cause: error });
  }
}

function problemsOf(values: Values): string[] {
  const asksModel = values.model !== undefined || values["base-url"] !== undefined;
  const url = values["base-url"] ?? "https://api.openai.com/v1";
  const empty = (["story", "replies", "model", "base-url", "keep"] as const).filter(
    (name) => values[name] === "",
  );
  return [
    ...empty.map((name) => `--${name} is empty`),
    ...(/^https?:\/\/\S+$/.test(url) ? [] : ["--base-url must be an http(s) URL"]),
    ...(asksModel && values.replies !== undefined
      ? ["--replies plays replies back, so it goes with neither --model nor --base-url"]
      : []),
    ...(values.broken && (asksModel || values.replies !== undefined || values.story !== undefined)
      ? ["--broken has its own story and replies; it goes with no other choice of them"]
      : []),
    ...(values["base-url"] !== undefined && values.model === undefined
      ? ["--base-url needs --model, the name of a model of that server"]
      : []),
  ];
}

function sourceOf(values: Values): Source {
  if (values.replies !== undefined) return { kind: "folder", folder: values.replies };
  if (values.model === undefined) return { kind: "recorded", isBroken: values.broken };
  return { kind: "model", model: values.model, baseUrl: values["base-url"] ?? "" };
}
