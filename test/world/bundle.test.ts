import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type BundleRun, runBundle } from "../../world/bundle.ts";

const manifest = `
name: probe
description: probe
inputs:
  github-token: { description: token, default: "\${{ github.token }}" }
  base: { description: base, default: "\${{ github.base_ref || 'main' }}" }
  number: { description: number, default: "\${{ github.event.pull_request.number }}" }
  Max Tests: { description: number, default: 3 }
  plain: { description: no default }
runs: { using: node24, main: probe.mjs }
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "world-bundle-test-"));
  writeFileSync(join(folder, "action.yml"), manifest);
  const event = JSON.stringify({ pull_request: { number: 12 } });
  writeFileSync(join(folder, "event.json"), event);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a program in the place of a bundle. */
function probe(program: string, more: Partial<BundleRun> = {}) {
  writeFileSync(join(folder, "probe.mjs"), `import fs from "node:fs";\n${program}`);
  const environment = {
    GITHUB_TOKEN: "ghs_secret",
    GITHUB_EVENT_PATH: join(folder, "event.json"),
    ...more.environment,
  };
  const file = join(folder, "action.yml");
  return runBundle({ action: "verify", manifest: file, ...more, environment });
}

const write = (name: string, text: string) =>
  `fs.appendFileSync(process.env.${name}, ${JSON.stringify(text)});`;
const say = (...lines: string[]) => `console.log(${JSON.stringify(lines.join("\n"))});`;

describe("the process", () => {
  it("runs under Node 24 with inputs named and defaulted as the runner does", async () => {
    const { stdout } = await probe(
      `console.log(JSON.stringify([process.version.split(".")[0],
        ...["GITHUB-TOKEN", "BASE", "NUMBER", "MAX_TESTS", "PLAIN"].map((n) => process.env["INPUT_" + n])]))`,
      { inputs: { base: "release" } },
    );
    expect(JSON.parse(stdout)).toEqual(["v24", "ghs_secret", "release", "12", "3", ""]);
  });

  it("sees nothing of the environment but PATH, and no GITHUB_TOKEN", async () => {
    process.env["WORLD_LEAK"] = "leak";
    const { stdout } = await probe("console.log(Object.keys(process.env).join())");
    delete process.env["WORLD_LEAK"];
    const names = stdout.trim().split(",");
    expect(names).toContain("RUNNER_TEMP");
    expect(names).not.toContain("WORLD_LEAK");
    expect(names).not.toContain("GITHUB_TOKEN");
  });

  it("gives its exit code, also when a signal ended it", async () => {
    expect((await probe("process.exitCode = 3")).exitCode).toBe(3);
    expect((await probe("process.kill(process.pid, 'SIGKILL')")).exitCode).toBe(1);
  });

  it("is killed after the timeout", async () => {
    const endless = probe("console.log('waiting'); setInterval(() => {}, 1000)", { timeout: 400 });
    await expect(endless).rejects.toThrow("killed after 400 ms. It wrote:\nwaiting");
  });

  it("is warned of an input that the manifest lacks", async () => {
    const { annotations } = await probe("", { inputs: { plane: "x" } });
    expect(annotations[0]?.message).toContain("Unexpected input(s) 'plane'");
  });
});

describe("outputs", () => {
  it.each([
    ["a plain line", write("GITHUB_OUTPUT", "a=1=2\n"), { a: "1=2" }],
    [
      "several lines",
      write("GITHUB_OUTPUT", "a<<E\none\n\ntwo\nE\nb=2\n"),
      { a: "one\n\ntwo", b: "2" },
    ],
    ["the old command", say("::set-output name=a::x%0Ay%25"), { a: "x\ny%" }],
    ["the old command in a line", say("text ##[set-output name=a;]z"), { a: "z" }],
  ])("are read from %s", async (_, program, expected) => {
    expect((await probe(program)).outputs).toEqual(expected);
  });

  it("with a secret are dropped", async () => {
    const result = await probe(
      say("::add-mask::hidden") + write("GITHUB_OUTPUT", "a=ghs_secret\nb=un-hidden-x\nc=3\n"),
    );
    expect(result).toMatchObject({ outputs: { c: "3" }, droppedOutputs: ["a", "b"] });
  });

  it("in a wrong format fail the step", async () => {
    const result = await probe(write("GITHUB_OUTPUT", "no value\n"));
    expect(result.exitCode).toBe(1);
    expect(result.annotations.map(({ message }) => message)).toContain("Invalid format 'no value'");
  });
});

describe("the log", () => {
  it("turns commands into annotations", async () => {
    const { annotations, log } = await probe(
      say(
        "::error file=a%2Cb.py,line=3,title=Bad%3A::one%0Atwo 100%25",
        "  ::notice::note",
        "::unknown::text",
        "::group::All",
      ),
    );
    expect(annotations).toEqual([
      { kind: "error", message: "one\ntwo 100%", file: "a,b.py", line: 3, title: "Bad:" },
      { kind: "notice", message: "note" },
    ]);
    expect(log.split("\n").slice(-2)).toEqual(["::unknown::text", "##[group]All"]);
  });

  it("obeys no command between stop-commands and its token", async () => {
    const lines = [
      "::stop-commands::tok",
      "::error::no",
      "::add-mask::a",
      "::tok::",
      "::error::yes",
    ];
    const { annotations, log } = await probe(say(...lines));
    expect(annotations.map(({ message }) => message)).toEqual(["yes"]);
    expect(log).toContain("::error::no");
  });

  it("masks secrets, those of several lines too, and the raw streams do not", async () => {
    const result = await probe(
      say("::add-mask::line one%0Aline two", "see line two", "ghs_secret") +
        "console.error('sk-key');" +
        write("GITHUB_STEP_SUMMARY", "# ghs_secret\n"),
      { secrets: ["sk-key"] },
    );
    expect(result.log.split("\n").toSorted()).toEqual(["***", "***", "see ***"]);
    expect(result.summary).toBe("# ***\n");
    expect(result.stdout).toContain("ghs_secret");
    expect(result.stderr).toBe("sk-key\n");
  });

  it("loses a summary that is too large", async () => {
    const { summary, annotations } = await probe(
      `fs.writeFileSync(process.env.GITHUB_STEP_SUMMARY, "x".repeat(1024 * 1024 + 1))`,
    );
    expect(summary).toBe("");
    expect(annotations[0]?.message).toContain("upload aborted");
  });
});
