import { ANSWERABLE } from "../../src/authoring/next-question.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { REASON_MEANINGS } from "../../src/evidence/reason-meanings.ts";
import type { Reason } from "../../src/evidence/reasons.ts";
import {
  type Block,
  code,
  type Fold,
  type Line,
  list,
  paragraph,
  say,
  untrusted,
} from "../../src/telling/blocks.ts";
import { messageOf } from "../../src/telling/reason-words.ts";
import { besideMessage, checksOf, verdictLine } from "../../src/telling/verdict-words.ts";
import type { Explained, RunFacts, Unreadable } from "./explained.ts";

/** Each task with what was found, what it means and what to do; of a run first what GitHub says of it. */
export function explanationBlocks(
  explained: readonly Explained[],
  unreadable: readonly Unreadable[],
  run: RunFacts | null,
  isOfHere = false,
): readonly Block[] {
  return [
    ...(run === null ? [] : runBlocks(run, explained.length + unreadable.length > 0)),
    ...explained.flatMap((each): Block[] => [
      { kind: "folds", folds: [foldOf(each)] },
      paragraph([]),
    ]),
    ...list(
      unreadable.map(({ source, problem }) => say`✘ ${code(source)}: ${untrusted(problem, 1_000)}`),
    ),
    ...(explained.length > 0
      ? [paragraph(isOfHere ? hereLine(explained) : nextLine(explained))]
      : []),
  ];
}

/** Messages of one reason; there may be one for each test. */
const LISTED = 10;
const ADVICE_LIMIT = 1_000;

function foldOf({ evidence }: Explained): Fold {
  const { verdict, reasons } = evidence;
  const sign = verdict === "passed" ? say`✔` : say`✘`;
  const byCode = Map.groupBy(reasons, (reason) => reason.code);
  return {
    title: say`${sign} ${verdictLine(evidence)}`,
    blocks: [
      ...[...byCode].map(([name, own]): Block => ({
        kind: "folds",
        folds: [
          {
            title: say`${code(name)}: ${untrusted(REASON_MEANINGS[name].cause, ADVICE_LIMIT)}`,
            blocks: [
              ...list(
                own.map((reason) => foundLine(reason, evidence)),
                LISTED,
                say`of these`,
              ),
              paragraph(say`What now: ${untrusted(REASON_MEANINGS[name].advice, ADVICE_LIMIT)}`),
              paragraph(
                say`Whom generate asks, if it makes another attempt: ${WHO[ANSWERABLE[name]]}`,
              ),
            ],
          },
        ],
      })),
      ...checksOf(evidence),
    ],
  };
}

const WHO: Readonly<Record<(typeof ANSWERABLE)[keyof typeof ANSWERABLE], Line>> = {
  design: say`the author of the design, once`,
  author: say`the author of the file that is named`,
  example: say`the author of the code`,
  "more tests": say`the author of the tests, for more of them`,
  "other tests": say`the author of the tests, for others`,
  chance: say`the author of the code where an example is flaky, otherwise the tests are made anew`,
  run: say`the author of the code where an example alone shows it; otherwise others are asked first`,
  unknown: say`others first, who know neither code nor tests: one of the two is wrong`,
  person: say`nobody; a person decides`,
  nobody: say`nobody; it is verified again`,
};

function foundLine(reason: Reason, evidence: Evidence): Line {
  const { file, line } = reason;
  const place =
    file === undefined ? [] : say`${code(line === undefined ? file : `${file}:${line}`)} `;
  const beside = besideMessage(reason, evidence).flatMap((each) => say` · ${each}`);
  return say`- ${place}${messageOf(reason)}${beside}`;
}

/** Of what was verified on this machine. */
function hereLine(explained: readonly Explained[]): Line {
  return explained.every(({ evidence }) => evidence.verdict === "passed")
    ? say`All is proven, as a run on GitHub would find it. What merges is the evidence of such a run.`
    : say`A run on GitHub would refuse it for the same reasons.`;
}

/** Reasons after which the gate starts nothing by itself. */
const isForPerson = ({ code: name }: Reason): boolean => ANSWERABLE[name] === "person";

function nextLine(explained: readonly Explained[]): Line {
  const open = explained.filter(({ evidence }) => evidence.verdict !== "passed");
  if (open.length === 0) {
    return say`All is proven. merge-gate merges it, unless something else of the pull request is missing: its status ${code("agent-pipeline/gate")} says what.`;
  }
  const reasons = open.flatMap(({ evidence }) => evidence.reasons);
  if (reasons.some(isForPerson)) {
    return say`Nothing goes on by itself: a person has to decide what stands above.`;
  }
  return say`Nothing that is not proven is merged. merge-gate starts another attempt by itself while attempts and money are left; a change of the story, or a commit of yours in the task folder, is looked at anew.`;
}

function runBlocks(
  { url, conclusion, failedJobs, gate, unseen }: RunFacts,
  hasEvidence: boolean,
): Block[] {
  const state = conclusion === null ? say`has not ended yet` : say`ended with ${conclusion}`;
  return [
    paragraph(say`Run ${code(url)} ${state}.`),
    ...gate.map(({ head, state: posted, says }) =>
      paragraph(say`${code("agent-pipeline/gate")} on ${head.slice(0, 7)}: ${posted}, ${says}`),
    ),
    ...failedJobs.map(({ name, url: job, said }): Block => ({
      kind: "folds",
      folds: [
        {
          title: say`✘ the job ${name} failed: ${code(job)}`,
          blocks: list(
            said.map((each) => say`- ${untrusted(each, 1_000)}`),
            LISTED,
          ),
        },
      ],
    })),
    ...unseen.map((what) =>
      paragraph(say`? unknown: this token may not see ${untrusted(what, 1_000)}`),
    ),
    ...(hasEvidence
      ? []
      : [
          paragraph(
            say`It left no evidence: either it verified nothing, or its artifacts are gone (GitHub keeps them 90 days at most). The log of its jobs says more.`,
          ),
        ]),
    paragraph([]),
  ];
}
