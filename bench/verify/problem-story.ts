import { execFileSync } from "node:child_process";
import * as z from "zod";
import { sha256OfJson } from "../../src/foundation/digest.ts";
import { storyItems } from "../../src/story/items.ts";
import type { Files } from "../../test/actions/verify/support.ts";
import type { Problem } from "./problems.ts";

const Cases = z.array(z.tuple([z.string(), z.string()]));

/** Python that puts the values of a problem's cases together anew, and says what the right code makes of them. */
const RECOMBINE = `
import ast, itertools, json, sys
def more(value):
    if isinstance(value, bool): return [not value]
    if isinstance(value, int): return [value + 7, value + 30, value + 100]
    if isinstance(value, float): return [value + 1.5]
    if isinstance(value, str): return [value + value, value + "b", "q" + value]
    if isinstance(value, list) and value: return [value + value, value[:-1], value[1:] + value]
    return []
for problem in json.load(sys.stdin):
    space = {}
    exec(problem["code"], space)
    rows = [ast.literal_eval("(" + given + ",)") for given, _ in problem["cases"]]
    found = []
    # Some texts have a form that nothing may be added to.
    for others in (more, lambda value: [value[::-1]] if isinstance(value, str) else []):
        columns = [list(column) for column in zip(*rows)]
        for column in columns:
            column += [each for value in list(column) for each in others(value)]
        for row in itertools.product(*columns):
            text = ", ".join(map(repr, row))
            if row in rows or len(found) == 5 or text in [given for given, _ in found]: continue
            try:
                answer = repr(space[problem["name"]](*ast.literal_eval("(" + text + ",)")))
                ast.literal_eval(answer)
            except Exception:
                continue
            found.append([text, answer])
        if len(found) >= 3: break
    print(json.dumps(found))
`;

/** For each problem further cases of the same kind, by its right code: what an author would work out by hand. */
export function furtherCases(problems: readonly Problem[]): readonly Problem["cases"][] {
  const said = execFileSync("python3", ["-c", RECOMBINE], { input: JSON.stringify(problems) });
  const lines = said.toString().trim().split("\n");
  return lines.map((line) => Cases.parse(JSON.parse(line)));
}

/** Line of the story for a case, as people write it. */
function lineOf({ name }: Problem, [given, result]: Problem["cases"][number]): string {
  return `${name}(${given}) → ${result === "ValueError" ? "raises ValueError" : result}`;
}

/** `meta/` of a problem whose story gives some of its cases as examples, each with its call. */
export function metaOfProblem(problem: Problem, told: Problem["cases"]): Files {
  const { name } = problem;
  const story = { id: name, acceptance: told.map((each) => lineOf(problem, each)) };
  const examples = storyItems(story).items.map(({ example }) => example.kind === "read");
  const design = {
    summary: "A small problem.",
    modules: [
      {
        path: `src/${name}.py`,
        import: `from src.${name} import ${name}`,
        purpose: "It solves the problem.",
        names: [{ name, kind: "function", signature: `${name}(*values)`, behaviour: "As told." }],
      },
    ],
    criteria: told.map((each, index) => ({
      id: `AC-${index + 1}`,
      source: lineOf(problem, each),
      statement: "It gives that.",
      example:
        examples[index] === true
          ? {
              setup: [],
              call: `${name}(${each[0]})`,
              returns: each[1] === "ValueError" ? null : each[1],
              raises: each[1] === "ValueError" ? { type: "ValueError", match: null } : null,
            }
          : null,
    })),
    notTestable: [],
    assumptions: [],
  };
  const reference = { story: `meta/stories/${name}.json`, id: name, sha256: sha256OfJson(story) };
  return {
    "meta/story.json": JSON.stringify(story),
    "meta/story_ref.json": JSON.stringify(reference),
    "meta/design.json": JSON.stringify(design),
  };
}
