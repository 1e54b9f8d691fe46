import { describe, expect, test } from "vitest";
import { isImportOf, offeredPackages, packageLines } from "../../../src/authoring/packages.ts";

const ALLOWED = { PyYAML: ">=6, <7", python_dateutil: "*" };

describe("offeredPackages", () => {
  test.each([
    { dependencies: undefined, lines: ["pyyaml >=6,<7", "python-dateutil"], when: "says nothing" },
    { dependencies: [], lines: [], when: "asks for none" },
    { dependencies: "", lines: [], when: "has an empty text" },
    { dependencies: ["pyyaml"], lines: ["pyyaml >=6,<7"], when: "names one" },
    { dependencies: ["PyYAML >= 6.0.1"], lines: ["pyyaml >=6.0.1,>=6,<7"], when: "bounds one" },
    {
      dependencies: "- pyyaml\n- Python.DateUtil>=2.8,<3\n",
      lines: ["pyyaml >=6,<7", "python-dateutil >=2.8,<3"],
      when: "names two in a text",
    },
  ])("where the story $when: $lines", ({ dependencies, lines }) => {
    const { packages, problems } = offeredPackages({ dependencies }, ALLOWED);
    expect(problems).toEqual([]);
    expect(packageLines(packages)).toEqual(lines);
  });

  test("says all that is wrong at once, with the line that would allow it", () => {
    const dependencies = ["requests>=2.31", "numpy", 3, "pyyaml[x]", "-e .", "a @ https://x.y"];
    expect(offeredPackages({ dependencies }, ALLOWED).problems).toEqual([
      '"dependencies.0" asks for requests, which this repository does not allow; write `requests: ">=2.31"` under `allowed-dependencies` in .github/agent-pipeline.yml on the base branch, or leave it out of the story',
      '"dependencies.1" asks for numpy, which this repository does not allow; write `numpy: "*"` under `allowed-dependencies` in .github/agent-pipeline.yml on the base branch, or leave it out of the story',
      ...["3", '"pyyaml[x]"', '"-e ."', '"a @ https://x.y"'].map(
        (text, index) =>
          `"dependencies.${index + 2}" must be the name of a package, with versions or without, such as "requests>=2.31", not ${text}`,
      ),
    ]);
  });
});

describe("isImportOf", () => {
  test.each([
    ["yaml.nodes", "pyyaml", true],
    ["dateutil", "python-dateutil", true],
    ["typing_extensions", "typing-extensions", true],
    ["requests", "requests", true],
    ["requests_mock", "requests", false],
    ["os", "pyyaml", false],
  ])("%s of %s: %s", (module, name, expected) => {
    expect(isImportOf(module, name)).toBe(expected);
  });
});
