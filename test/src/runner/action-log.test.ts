import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { PipelineError } from "../../../src/foundation/errors.ts";
import { actionsLog, runAction } from "../../../src/runner/adapters/action.ts";
import { CommandReader } from "../../../world/workflow-commands.ts";

const usual = {
  write: process.stdout.write.bind(process.stdout),
  output: process.env["GITHUB_OUTPUT"],
  exitCode: process.exitCode,
};
let stdout = "";

beforeEach(() => {
  stdout = "";
  process.env["GITHUB_OUTPUT"] = "/dev/null";
  process.stdout.write = (text: string | Uint8Array): boolean => {
    stdout += String(text);
    return true;
  };
});

afterEach(() => {
  process.stdout.write = usual.write;
  process.exitCode = usual.exitCode;
  if (usual.output === undefined) delete process.env["GITHUB_OUTPUT"];
  else process.env["GITHUB_OUTPUT"] = usual.output;
});

/**
 * What the runner makes of what was written, read a second time: it prints an annotation of several lines as lines of its
 * log, where other programs read them again.
 */
function read(): { first: CommandReader; second: CommandReader } {
  const [first, second] = [new CommandReader(), new CommandReader()];
  for (const line of stdout.split("\n")) first.read(line);
  const printed = first.log
    .join("\n")
    .replaceAll(/^##\[(?:error|warning|notice|debug|group)\]/gm, "");
  for (const line of printed.split("\n")) second.read(line);
  return { first, second };
}

const HOSTILE = [
  "No.\n::set-output name=tasks::evil",
  "::error::x",
  "No.\r\n  ::add-mask::a\r::stop-commands::x",
  "No. ##[set-output name=tasks]evil",
  "No.\u2028::set-output name=tasks::evil",
  "%0A::set-output name=tasks::evil",
  "No.\n##[add-mask]a",
];

type Say = (text: string) => unknown;

const CHANNELS: Readonly<Record<string, Say>> = {
  "a line of the log": (text) => actionsLog.info(text),
  "a notice": (text) => actionsLog.notice(text),
  "a warning": (text) => actionsLog.warning(text, { title: text }),
  "an error": (text) => actionsLog.error(text, { title: text, file: "a.json" }),
  "a group": (text) => actionsLog.group(text, async () => undefined),
  "a failure": (text) =>
    runAction({}, async () => ({
      outputs: {},
      failures: [
        {
          subject: text,
          error: new PipelineError("INPUT_INVALID", text, { hint: text, cause: new Error(text) }),
        },
      ],
    })),
  "a bug": (text) =>
    runAction({}, () => {
      throw new Error(text);
    }),
  "a verdict": (text) => runAction({}, async () => ({ outputs: {}, verdict: text })),
};

describe.each(Object.entries(CHANNELS))("no text is a command in %s", (_, say) => {
  test.each(HOSTILE)("%j", async (text) => {
    await say(text);
    const { first, second } = read();
    for (const { outputs, masks, annotations } of [second]) {
      expect({ outputs, masks: [...masks], annotations }).toEqual({
        outputs: {},
        masks: [],
        annotations: [],
      });
    }
    expect(first.outputs).toEqual({});
    expect([...first.masks]).toEqual([]);
    expect(first.annotations.length).toBeLessThanOrEqual(1);
  });
});
