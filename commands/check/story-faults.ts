/** What is wrong with a story, and where. */
export interface Fault {
  /** Path in the story, such as `tasks.0.id`; empty where it is the story as a whole. */
  readonly at: string;
  /** Line of the file from 1; null where it is none of a line. */
  readonly line: number | null;
  /** With what to write instead. */
  readonly says: string;
}

/** The problems of a story with the places that they name at their beginning. */
export function faultsOf(
  problems: readonly string[],
  text: string,
  lineOfPath: (at: string) => number | null,
): Fault[] {
  return problems.map((problem) => {
    const at = /^"([^"]+)"/u.exec(problem)?.[1] ?? "";
    const line = at === "" ? lineOfSyntax(problem, text) : lineOfPath(at);
    return { at, line, says: withAdvice(problem, text) };
  });
}

/** The line of a value, or of the nearest one around it that is there. */
export function lineOf(path: string, lines: ReadonlyMap<string, number>): number | null {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const line = lines.get(at);
    if (line !== undefined) return line;
  }
  return lines.get("") ?? null;
}

const NOT_JSON = "is not valid JSON";

/** Where the reader of JSON stopped: it says so, but for a text that ends too early. */
function lineOfSyntax(problem: string, text: string): number | null {
  if (!problem.startsWith(NOT_JSON)) return null;
  const line = /\(line (\d+) column \d+\)/u.exec(problem)?.[1];
  if (line !== undefined) return Number(line);
  const position = /at position (\d+)/u.exec(problem)?.[1];
  return text
    .slice(0, position === undefined ? undefined : Number(position))
    .trimEnd()
    .split("\n").length;
}

/** Of what the reader says, what people do wrong most often. */
const ADVICE: readonly (readonly [said: RegExp, write: string])[] = [
  [
    /double-quoted property name|Expected property name/u,
    'write each key in double quotes ("id"), and no comma after the last one',
  ],
  [/Unexpected token '[\]}]'/u, "take away the comma before the closing bracket"],
  [
    /Unexpected token '[“”„‘’']'/u,
    'write straight double quotes ("), no typographic or single ones',
  ],
  [/Unexpected token '\/'|Unexpected token '#'/u, "JSON knows no comments: take it out"],
  [
    /Bad control character/u,
    "a text ends on the line that it begins on: write a line break as \\n, a tab as \\t",
  ],
  [/Bad escaped character|Bad Unicode escape/u, "write a backslash as \\\\"],
  [/Unexpected end|Unterminated/u, "close each text, list and object"],
  [/after JSON/u, "a file holds one story: take away what stands after its last bracket"],
  [/after property value|after array element/u, "separate values with a comma"],
  [/after property name/u, "write a colon between a key and its value"],
];

function withAdvice(problem: string, text: string): string {
  if (problem === "is not UTF-8 text") return `${problem}: save it with the encoding UTF-8`;
  if (!problem.startsWith(NOT_JSON)) return problem;
  if (text.trim() === "") {
    return 'is empty: write a story, such as {"id": "greeting", "feature": "…"}';
  }
  const advice = ADVICE.find(([said]) => said.test(problem))?.[1];
  return advice === undefined ? problem : `${problem}; ${advice}`;
}
