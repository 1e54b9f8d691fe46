import { describe, expect, test } from "vitest";
import { sharedRequirements, taskRequirements } from "../../../src/proof/requirements.ts";

function read(line: string) {
  const content = new TextEncoder().encode(`${line}\n`);
  return sharedRequirements([{ path: "requirements.txt", content }]);
}

describe("a line of the repository's own requirements", () => {
  test.each([
    ["six", "six"],
    ["Typing_Extensions", "typing-extensions"],
    ["zope.interface==6.0", "zope-interface==6.0"],
    ["numpy >= 1.26, < 3", "numpy>= 1.26, < 3"],
    ["requests[socks, use_chardet]~=2.1", "requests[socks, use_chardet]~=2.1"],
    ["six ( >=1.0 )", "six( >=1.0 )"],
    ["six==1.*", "six==1.*"],
    ["six===1.16.0rc1.post2.dev3", "six===1.16.0rc1.post2.dev3"],
    ["torch==2.1.0+cpu", "torch==2.1.0+cpu"],
    ["six==1!2.0", "six==1!2.0"],
    ["tomli>=2; python_version < '3.11'", "tomli>=2; python_version < '3.11'"],
    ["six # a remark", "six"],
  ])("%s is asked for as %s", (line, asked) => {
    const { requirements, reasons } = read(line);
    expect(reasons).toEqual([]);
    expect(requirements.map((each) => each.line)).toEqual([asked]);
  });

  // pip would build a file of such a name where one lies in its folder, before it asks its index.
  test.each([
    "name.rar",
    "name.src",
    "name.7z",
    "name.tbz",
    "name.txz",
    "name.tlz",
    "name.tar.lzma",
    "name.tar.gz",
    "name.whl",
    "backports.lzma",
  ])("%s is a name, and never a file", (line) => {
    expect(read(line).requirements.map((each) => each.line)).toEqual([line.replaceAll(".", "-")]);
  });

  test.each([
    "name==1.tar.gz",
    "name==1.0.zip",
    "name==1.0+a.whl",
    "name>=1,<2.tbz",
    "name[a].zip",
    "./name",
    "../name",
    "name/other",
    "/name",
    "~/name",
    "-r other.txt",
    "--index-url=https://example.com",
    "-e .",
    "name @ https://example.com/name.whl",
    "git+https://example.com/name",
    "file:name",
    "C:name",
    "name \\",
    "name==",
    "name 1.0",
    "name[",
    "name; x @ y",
    "$(name)",
    "%name%",
    "näme",
  ])("%s is refused, with its place", (line) => {
    const { requirements, reasons } = read(line);
    expect(requirements).toEqual([]);
    expect(reasons).toMatchObject([
      { code: "dependency_refused", file: "requirements.txt", line: 1 },
    ]);
  });

  test.each([
    ["six==1.0+a.b", "a local version, behind the +, may have letters and numbers only"],
    ["six 1.0", "a name is needed, with bounds or without, as in name>=1.2,<3"],
    ["./six.whl", "addresses and paths are not allowed, only names"],
    ["-e .", "options (-r, -e, --index-url and so on) are not allowed"],
    ["six \\", "a line must not go on in the next"],
  ])("%s is refused: %s", (line, problem) => {
    expect(read(line).reasons[0]?.message).toContain(problem);
  });

  test("a task is told of such a name what it is told of any", () => {
    const content = new TextEncoder().encode("backports.lzma\n");
    const { reasons } = taskRequirements([{ path: "requirements.txt", content }], {});
    expect(reasons[0]?.message).toContain("an exact version is needed");
  });
});
