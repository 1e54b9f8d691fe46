import { type Block, code, list, paragraph, say, untrusted } from "../../src/telling/blocks.ts";
import { type Answer, EXIT, type Exit } from "../answer.ts";
import { diagnose } from "./diagnose.ts";
import type { Facts } from "./facts.ts";
import type { Finding, FindingState } from "./findings.ts";

/** Looks at a repository on GitHub, and says all that is missing at once. */
export async function doctor(facts: Facts): Promise<Answer> {
  const findings = await diagnose(facts);
  return {
    exit: exitOf(findings),
    blocks: blocksOf(findings, facts.url),
    data: { repository: facts.url, findings },
  };
}

/** What could not be seen is not fine; what is known to be missing comes first. */
function exitOf(findings: readonly Finding[]): Exit {
  const has = (state: FindingState): boolean => findings.some((finding) => finding.state === state);
  if (has("missing")) return EXIT.faults;
  return has("unknown") ? EXIT.unknown : EXIT.fine;
}

const ORDER: readonly FindingState[] = ["missing", "unknown", "advice", "fine"];
const SIGNS = { missing: say`✘`, unknown: say`?`, advice: say`–`, fine: say`✔` } as const;
const LIMIT = 1_000;

function blocksOf(findings: readonly Finding[], url: string): Block[] {
  const count = (state: FindingState): number =>
    findings.filter((finding) => finding.state === state).length;
  const sorted = ORDER.flatMap((state) => findings.filter((finding) => finding.state === state));
  return [
    paragraph(say`${code(url)}`),
    paragraph([]),
    ...list(
      sorted.map(({ about, state, says, at }) => {
        const unseen = state === "unknown" ? say`unknown: ` : [];
        const place = at === null ? [] : say` → ${code(at)}`;
        return say`${SIGNS[state]} ${untrusted(about, LIMIT)}: ${unseen}${untrusted(says, LIMIT)}${place}`;
      }),
    ),
    paragraph([]),
    paragraph(
      say`${count("missing")} missing, ${count("unknown")} unknown, ${count("advice")} worth a look, ${count("fine")} fine.`,
    ),
  ];
}
