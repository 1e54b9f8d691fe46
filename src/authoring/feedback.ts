import { assertNever } from "../foundation/errors.ts";
import type { Stage } from "../task/manifest.ts";
import type { Finding } from "./judgement.ts";

/**
 * What an author is told of what was found: of their own work, and of what both authors know. Nothing else of a finding
 * is ever put into words here, whoever found it.
 */
export function feedbackFor(stage: Stage, findings: readonly Finding[]): string[] {
  const lines = findings.map((finding) => lineFor(stage, finding));
  return [...new Set(lines.filter((line) => line !== null))];
}

function lineFor(stage: Stage, finding: Finding): string | null {
  const { of, says, item, test } = finding;
  switch (stage) {
    case "code": {
      if (of !== "code") return null;
      return finding.call === null
        ? [says, finding.got].filter((each) => each !== null).join(": ")
        : exampleLine(finding);
    }
    case "design":
      return of === "design" ? [item, says].filter((each) => each !== null).join(": ") : null;
    case "tests": {
      if (of !== "tests") return null;
      const about = [test, item].filter((each) => each !== null);
      const said = says ?? finding.code;
      return about.length === 0 || about.some((each) => said.includes(each))
        ? said
        : `${about.join(", ")}: ${said}`;
    }
    default:
      return assertNever(stage);
  }
}

function exampleLine({ code, item, call, expected, got }: Finding): string {
  const line = `The story says ${JSON.stringify(item ?? "")}: ${call ?? "the call"}`;
  return code === "flaky"
    ? `${line} gave ${expected ?? "one answer"} once and ${got ?? "another"} another time`
    : `${line} must give ${expected ?? "something else"}, and your code gave ${got ?? "something else"}`;
}
