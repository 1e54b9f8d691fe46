import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { narrator } from "../../scripts/demo/narrator.ts";

const LONG = "tests import a module that the code does not have, so that they must not be merged";

/** What the demo would write to a terminal of so many columns, or to a pipe. */
function told(columns?: number): string[] {
  const out = Object.assign(new PassThrough(), columns === undefined ? {} : { columns });
  const { line, stage } = narrator(out);
  line(`Broken  these ${LONG}`);
  stage("verify")(9.7, `broken: ${LONG}`, [`tests  ${LONG}`, `${"word ".repeat(11)}::error::x`]);
  return String(out.read()).trimEnd().split("\n");
}

test("breaks lines on a terminal, each below its own column", () => {
  expect(told(80)).toEqual([
    "Broken  these tests import a module that the code does not have, so that they",
    "        must not be merged",
    "verify       9.7 s  broken: tests import a module that the code does not have,",
    "                      so that they must not be merged",
    "                    tests  tests import a module that the code does not have, so",
    "                           that they must not be merged",
    "                    word word word word word word word word word word word",
    "                      :\u200b:error::x",
  ]);
});

test("leaves lines whole in a pipe", () => {
  expect(told()).toEqual([
    `Broken  these ${LONG}`,
    `verify       9.7 s  broken: ${LONG}`,
    `                    tests  ${LONG}`,
    `                    ${"word ".repeat(11)}::error::x`,
  ]);
});
