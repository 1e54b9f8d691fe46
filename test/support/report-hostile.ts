/* oxlint-disable typescript/no-unsafe-type-assertion -- what is planted keeps its shape: only texts in it change */
import { isRecord } from "../../src/foundation/json.ts";
import type { RunReport } from "../../src/report/run-report.ts";
import { refusedTask, runOfOne, taskId, withSurvivors } from "./report-fixtures.ts";

/** Sets a mark where it can: whoever finds it knows that a text was run. */
const RUN = "window.ran=1";
const ELSEWHERE = "https://elsewhere.invalid/x";

/** Texts that would be something else than letters to a browser, in every place where a page may put one. */
export const INJECTIONS: Readonly<Record<string, string>> = {
  element: `<script>${RUN}</script><img src=x onerror=${RUN}>`,
  "end of data": `</script><script>${RUN}</script>`,
  "end of data, odd case": `</ScRiPt\t><svg onload=${RUN}>`,
  "comment in data": `<!--<script>${RUN}`,
  "end of style and title": `</style></title></noscript><img src=x onerror=${RUN}>`,
  attribute: `" onmouseover="${RUN}" autofocus onfocus="${RUN}" x="`,
  "attribute, other quotes": `' onfocus='${RUN}' autofocus tabindex=0 '`,
  address: `javascript:${RUN}`,
  "address, disguised": `\u0001java\tscript:${RUN}//https://github.com`,
  template: `{{constructor.constructor('${RUN}')()}} \${${RUN}} <%= ${RUN} %> #{${RUN}}`,
  style: `}*{display:none!important}@import url(${ELSEWHERE});a{background:url(${ELSEWHERE})}`,
  "style element": `<style>*{display:none}</style><link rel=stylesheet href=${ELSEWHERE}>`,
  frame: `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe><object data=${ELSEWHERE}>`,
  form: `<form action=${ELSEWHERE}><button>go</button></form><base href=${ELSEWHERE}>`,
  refresh: `<meta http-equiv=refresh content="0;url=${ELSEWHERE}">`,
  entities: "&lt;b&gt; &#60;script&#62; &amp;amp;",
  json: `\\u003c/script\\u003e "},{"x":1} \\`,
  "line separators": "a\u2028b\u2029c\u0085d\ve",
  bidi: "safe \u202e gnp.exe \u2066 hidden \u2069 \u200f end",
  "not to be seen": "a\u200bb\u00adc\u2060d\ufeffe\u{e0041}\u{e0042}f\u3164g",
  controls: "nul \u0000 bell \u0007 escape \u001b[2J back \u0008 del \u007f",
  "half a pair": "\ud800 and \udc00",
  "names of an object": "__proto__ constructor toString",
  "combining marks": `z${"\u0323\u0335\u0489".repeat(200)}`,
  markdown: "`x` | **b** [a](javascript:1) @octocat #1",
};

/** A mark for each, so that a test can see that it is on the page. */
export function marked(name: string): string {
  const number = Object.keys(INJECTIONS).indexOf(name);
  return `MARK${number}< ${INJECTIONS[name]} >END${number}`;
}

/** A run with a task for each of them, in which everything that somebody else can write says it. */
export function hostileReport(): RunReport {
  const names = Object.keys(INJECTIONS);
  const reports = names.map((name, index) => reportSaying(marked(name), index));
  const gaps = names.map(marked);
  return {
    ...reports[0]!,
    gaps,
    tasks: reports.flatMap(({ tasks }) => tasks),
    decisions: reports.flatMap(({ decisions }) => decisions),
    stories: reports.flatMap(({ stories }) => stories),
    leftOut: gaps.map((gap) => ({ subject: gap, reason: "failed", message: gap })),
  };
}

function reportSaying(evil: string, index: number): RunReport {
  const report = runOfOne(refusedTask("test_failed"));
  const [task] = report.tasks;
  const id = taskId(`task_${index}`);
  const evidence = {
    ...task!.evidence!,
    ...withSurvivors(refusedTask("stub_survived").evidence!),
    task: id,
  };
  const said = planting(
    {
      ...report,
      tasks: [
        {
          ...task!,
          evidence,
          problem: "x",
          question: { call: "x", answers: [{ by: "x", answer: "x" }], items: ["x"], line: "x" },
          overruled: [{ test: "x", call: "x", items: ["x"], expected: "x", answered: "x" }],
        },
      ],
    },
    evil,
  );
  const tasks = said.tasks.map((each) => ({ ...each, task: id, pullRequest: index }));
  return {
    ...said,
    run: report.run,
    tasks,
    decisions: said.decisions.map((each) => ({ ...each, pullRequest: index, tasks: [id] })),
  };
}

/** Values that a schema of ours has read, so that nobody else chooses them. */
const OURS = new Set([
  "task",
  "tasks",
  "head",
  "base",
  "mergeBase",
  "mergeSha",
  "kind",
  "code",
  "state",
  "outcome",
  "verdict",
  "stage",
  "reason",
  "ended",
  "schema",
  "id",
  "attempt",
  "server",
  "version",
  "isolation",
  "rules",
  "replay",
  "job",
  "of",
  "fingerprint",
  "inputsDigest",
  "inputs",
]);
/** Of these the name is ours, and the value is not. */
const THEIRS_WITHIN = new Set(["results", "stories"]);

function planting<T>(value: T, evil: string, isTheirs = false): T {
  if (typeof value === "string") return evil as T;
  if (Array.isArray(value))
    return value.map((each: unknown) => planting(each, evil, isTheirs)) as T;
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, own]) => {
      const isOurs = OURS.has(key) && !(isTheirs && key === "id");
      if (isOurs && (typeof own === "string" || key === "inputs")) return [key, own];
      if (isOurs && Array.isArray(own) && own.every((each) => typeof each === "string"))
        return [key, own];
      return [key, planting(own, evil, THEIRS_WITHIN.has(key))];
    }),
  ) as T;
}

/** Lines that are longer than anybody writes. */
export function endlessReport(): RunReport {
  const endless = `x = "${"a".repeat(5 * 1024 * 1024)}"`;
  const task = refusedTask("test_failed");
  return runOfOne({
    ...task,
    files: [{ path: "src/long.py", kind: "code", text: `${endless}\ny = 1\n` }],
    evidence: {
      ...task.evidence!,
      results: task.evidence!.results.map((result) => ({ ...result, message: endless })),
      reasons: [{ code: "test_failed", message: endless, expected: endless, got: endless }],
    },
  });
}

export const HOSTILE_TASK = taskId("parking_fee");
