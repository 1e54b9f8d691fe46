import { describe, expect, test } from "vitest";
import { testResultStatement } from "../../../src/evidence/test-result.ts";
import { canonicalJson } from "../../../src/foundation/digest.ts";
import { passedEvidence, someInputs } from "../../support/evidence.ts";

const RUN = "https://github.com/o/r/actions/runs/7";
const commit = "d".repeat(40);

describe("the statement about what was merged", () => {
  const inputs = someInputs({ task: "2".repeat(40) });
  const merges = [
    { commit, evidence: [passedEvidence("price", { inputs }), passedEvidence("tax")] },
    { commit: "e".repeat(40), evidence: [passedEvidence("fee")] },
  ];
  const text = testResultStatement(merges, RUN) ?? "";

  test("is an in-toto statement about the tree of each task folder, with the commit beside it", () => {
    expect(JSON.parse(text)).toMatchObject({
      _type: "https://in-toto.io/Statement/v1",
      predicateType: "https://in-toto.io/attestation/test-result/v0.1",
      subject: [
        {
          name: "generated/price",
          digest: { gitTree: "2".repeat(40) },
          annotations: { gitCommit: commit },
        },
        { name: "generated/tax", digest: { gitTree: "1".repeat(40) } },
        { name: "generated/fee", annotations: { gitCommit: "e".repeat(40) } },
      ],
      predicate: {
        result: "PASSED",
        url: RUN,
        passedTests: [
          "generated/price/tests/test_story.py::test_it",
          "generated/tax/tests/test_story.py::test_it",
          "generated/fee/tests/test_story.py::test_it",
        ],
        failedTests: [],
      },
    });
  });

  test("names what each verification depended on by the digest that the evidence has", () => {
    const { inputsDigest } = passedEvidence("price", { inputs });
    expect(text).toContain(`"sha256":"${(inputsDigest ?? "").replace("sha256:", "")}"`);
  });

  test("has the same bytes whoever writes it", () => {
    expect(text).toBe(canonicalJson(JSON.parse(text)));
  });

  test.each([
    ["nothing was merged", []],
    ["what was merged was not read back as it was proven", [{ commit, evidence: [] }]],
  ])("is not made where %s", (_, none) => {
    expect(testResultStatement(none, RUN)).toBeNull();
  });
});
