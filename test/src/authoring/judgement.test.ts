import { expect, test } from "vitest";
import { judgementOf } from "../../../src/authoring/judgement.ts";
import type { DesignDocument } from "../../../src/task/design.ts";
import { passedEvidence } from "../../support/evidence.ts";

const DESIGN: DesignDocument = {
  summary: "Keeps a text.",
  modules: [],
  criteria: [],
  notTestable: [],
  assumptions: [],
};

test("a wrong answer is told with all of its spaces", () => {
  const item = '- keep("a  b") → "a  b"';
  const call = 'keep("a  b")';
  const [expected, got] = ['"a  b"', '"a b"'];
  const { findings } = judgementOf(
    {
      ...passedEvidence("keep"),
      reasons: [
        {
          code: "example_failed",
          message: `The story says ${JSON.stringify(item.slice(2))}: ${call} must give ${expected}, and gave ${got}`,
          item,
          expected,
          got,
        },
      ],
    },
    DESIGN,
  );
  expect(findings).toMatchObject([{ code: "example_failed", item, call, expected, got }]);
});
