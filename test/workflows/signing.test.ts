// The job that signs what was merged, as report/README.md shows it: its own script, run as a runner runs it.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import * as z from "zod";
import { testResultStatement } from "../../src/evidence/test-result.ts";
import { passedEvidence } from "../support/evidence.ts";

const Job = z.object({
  attest: z.object({
    permissions: z.record(z.string(), z.string()),
    steps: z.array(z.object({ uses: z.string().optional(), run: z.string().optional() })),
  }),
});

const page = readFileSync(new URL("../../report/README.md", import.meta.url), "utf8");
const [block = ""] = /^attest:\n[\s\S]*?(?=^```)/mu.exec(page) ?? [];
const { steps, permissions } = Job.parse(parse(block)).attest;

const statement = testResultStatement(
  [{ commit: "d".repeat(40), evidence: [passedEvidence("price")] }],
  "https://github.com/acme/shop/actions/runs/7",
)!;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "signing-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the step on a file, of which the gate has said another digest or the same. */
function compared(file: string): { readonly status: number | null; readonly predicate: unknown } {
  writeFileSync(join(folder, "test-result.json"), file);
  const sha256 = createHash("sha256").update(statement).digest("hex");
  const [script = ""] = steps.flatMap(({ run }) => run ?? []);
  const { status } = spawnSync("bash", ["--noprofile", "--norc", "-e", "-c", script], {
    cwd: folder,
    env: { PATH: process.env["PATH"], SHA256: sha256 },
  });
  const predicate = join(folder, "predicate.json");
  return {
    status,
    predicate: existsSync(predicate) ? JSON.parse(readFileSync(predicate, "utf8")) : null,
  };
}

test("what the gate wrote is compared before it is signed, and its predicate is what is signed", () => {
  const place = steps.findIndex(({ run }) => run?.includes("sha256sum") === true);
  expect(steps.findIndex(({ uses }) => uses?.startsWith("actions/attest@") === true)).toBe(
    place + 1,
  );
  expect(permissions).toEqual({ actions: "read", "id-token": "write", attestations: "write" });
  const { status, predicate } = compared(statement);
  expect(status).toBe(0);
  expect(predicate).toMatchObject({ result: "PASSED" });
});

test.each([
  ["one sign is changed", statement.replace("PASSED", "PASSEd")],
  ["something is appended", `${statement}\n`],
  ["another one is put there", testResultStatement([], "") ?? "{}"],
])("where %s, the job ends before anything is signed", (_, file) => {
  expect(compared(file)).toEqual({ status: 1, predicate: null });
});
