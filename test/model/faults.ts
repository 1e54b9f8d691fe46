import type { Answer } from "../../world/api.ts";
import type { Dice } from "./dice.ts";
import type { Fault } from "./process.ts";

const said = (status: number, message: string, headers = {}): Answer => ({
  status,
  body: { message, status: String(status) },
  headers,
});

const OVERLOADED: readonly Answer[] = [
  said(500, "Server Error"),
  said(502, "Server Error"),
  said(503, "Unavailable"),
  { status: 502, body: "<html><body>Unicorn!</body></html>" },
];

const LIMITED: readonly Answer[] = [
  said(429, "Too many requests", { "retry-after": "60" }),
  said(403, "You have exceeded a secondary rate limit", { "retry-after": "60" }),
];

/** A proxy or a maintenance page that calls itself a success. */
const HTML: Answer = { status: 200, body: "<html><body>Please wait</body></html>" };

/** JSON, but none of the kind that was asked for. */
const ODD: Answer = { status: 200, body: {} };

const EXPIRED = said(401, "Bad credentials");

const NOT_MERGED: readonly Answer[] = [
  said(405, "Base branch was modified. Review and try the merge again."),
  said(405, "Pull Request is not mergeable"),
  said(405, "At least 1 approving review is required by reviewers with write access."),
  said(405, "Something that nobody has heard of yet."),
  said(409, "Head branch was modified. Review and try the merge again."),
  said(422, "Repository rule violations found\n\nChanges must be made through the merge queue"),
];

/** What meets a call, by chance; `next` says which call it is. */
export function someFault(dice: Dice, next: string): Fault {
  if (next.startsWith("PUT") && dice.happens(0.5)) {
    return { kind: "answered", answer: dice.pick(NOT_MERGED) ?? HTML };
  }
  const isCarriedOut = dice.happens(0.5);
  if (dice.happens(0.3)) return { kind: "crash", isCarriedOut };
  if (dice.happens(0.15)) return { kind: "broken", isCarriedOut };
  const isRead = next.startsWith("GET");
  const answer =
    dice.pick([...OVERLOADED, ...LIMITED, EXPIRED, ...(isRead ? [HTML, ODD] : [])]) ?? HTML;
  const isLost = answer.status >= 500 && isCarriedOut;
  return { kind: isLost ? "lost" : "answered", answer };
}
