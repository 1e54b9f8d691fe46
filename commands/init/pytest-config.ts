/** Files in which pytest looks for its configuration, in its order, and the sections that make them one. */
const PLACES: readonly (readonly [file: string, section: RegExp | null])[] = [
  ["pytest.toml", null],
  [".pytest.toml", null],
  ["pytest.ini", null],
  [".pytest.ini", null],
  ["pyproject.toml", /^\s*\[tool\.pytest(?:\.ini_options)?\]/m],
  ["tox.ini", /^\s*\[pytest\]/m],
  ["setup.cfg", /^\s*\[tool:pytest\]/m],
];

/** What pytest passes over by itself: setting the key replaces the list. */
const USUAL = ["*.egg", ".*", "_darcs", "build", "CVS", "dist", "node_modules", "venv", "{arch}"];
const WANTED = ["generated", ...USUAL];

export const PYTEST_INI = `# The tasks below generated/ bring tests of their own, which agent-pipeline runs, each task by itself.
[pytest]
norecursedirs = ${WANTED.join(" ")}
# So that \`from generated.…\` is found by a plain \`pytest\` as well.
pythonpath = .
`;

/** A list of TOML, or a value of an ini file with the lines that continue it. */
const LISTED = /^\s*norecursedirs\s*=\s*(?:\[[^\]]*\]|[^\n]*(?:\n[ \t]+[^\n]*)*)/m;

/** What has to be done so that a team's own \`pytest\` passes over the tests of tasks. */
export type PytestAdvice =
  | { readonly kind: "write" }
  | { readonly kind: "done"; readonly file: string }
  | { readonly kind: "add"; readonly file: string; readonly line: string };

export function pytestAdvice(read: (path: string) => string | null): PytestAdvice {
  for (const [file, section] of PLACES) {
    const text = read(file);
    if (text === null || (section !== null && !section.test(text))) continue;
    const isDone =
      LISTED.exec(text)?.[0].includes("generated") === true ||
      /--ignore(?:-glob)?[= ]\S*generated/.test(text);
    if (isDone) return { kind: "done", file };
    const line = file.endsWith(".toml")
      ? `norecursedirs = ${JSON.stringify(WANTED).replaceAll(",", ", ")}`
      : `norecursedirs = ${WANTED.join(" ")}`;
    return { kind: "add", file, line };
  }
  return { kind: "write" };
}
