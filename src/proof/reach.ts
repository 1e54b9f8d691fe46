import type { Unreached } from "../evidence/evidence.ts";
import type { ProbeOptions } from "./probe.ts";
import type { MadeName, ReportedReach } from "./pytest-report.ts";
import { runWithCanary } from "./run-with-canary.ts";
import type { PytestSession } from "./session.ts";
import type { NamedPlace, PossibleMutant, PublicName, SyntaxReport } from "./syntax-report.ts";

/** What the tests reach of the code. It can only ask for more: what is said to be reached is tried like all else. */
export interface Reach {
  /** What is to be stubbed: the public names that are written as definitions, and those that no definition has. */
  readonly publicNames: readonly PublicName[];
  /** What no test reaches, and what nothing can replace; null where no run could say it. */
  readonly unreached: readonly Unreached[] | null;
  readonly isReached: (mutant: PossibleMutant) => boolean;
}

/** So many names that no definition has are tried; all others count as unreached. */
const MADE_LIMIT = 200;

/** Runs the tests once more, watched. Where that run is no good one, nothing is known and everything is tried. */
export async function findReach(
  session: PytestSession,
  syntax: SyntaxReport | null,
  options: ProbeOptions,
): Promise<Reach> {
  if (syntax === null) return nothingKnown([]);
  options.progress.step("finding what the tests reach", options.tests);
  const { tests, limits, random } = options;
  // On the code as it is: in another layout its lines would be others.
  const change = { traced: true };
  const { reasons, reach } = await runWithCanary(session, { tests, change, limits, random });
  if (reasons.length > 0 || reach === null) return nothingKnown(syntax.publicNames);
  const made = reach.made.filter(({ file }) => syntax.statements.has(file));
  const lines = new Map(reach.reached.map(({ file, lines: each }) => [file, new Set(each)]));
  const called = new Map(reach.reached.map((each) => [each.file, new Set(each.called)]));
  const isCalled = (file: string, first: number): boolean =>
    reach.isPartial || called.get(file)?.has(first) === true;
  return {
    publicNames: [...syntax.publicNames, ...made.slice(0, MADE_LIMIT).map(publicName)],
    unreached: [
      ...outermost(syntax.bodies.filter(({ file, first }) => !isCalled(file, first))),
      ...reach.escaped,
      ...notLookedInto(syntax, reach),
      ...made.slice(MADE_LIMIT),
    ].map(({ file, name, range }) => ({ name, file, range })),
    isReached: ({ file, first, lines: [from, to] }) =>
      // What happens when a module is imported is in every test.
      first === null ||
      reach.isPartial ||
      (isCalled(file, first) && [...(lines.get(file) ?? [])].some((at) => at >= from && at <= to)),
  };
}

function nothingKnown(publicNames: readonly PublicName[]): Reach {
  return { publicNames, unreached: null, isReached: () => true };
}

function publicName({ file, name, kind, range, stubs, line }: MadeName): PublicName {
  const found =
    line === null
      ? { made: kind === "class" ? ("class" as const) : ("function" as const) }
      : { line };
  return { file, name, kind, range, stubs, found };
}

/** Without what stands in another one. */
function outermost<Place extends NamedPlace>(places: readonly Place[]): Place[] {
  return places.filter(
    (place) =>
      !places.some((other) => other.file === place.file && place.name.startsWith(`${other.name}.`)),
  );
}

/** Names that may stand for code, in modules that the run did not hold, or that it said nothing of. */
function notLookedInto({ assigned }: SyntaxReport, { walked }: ReportedReach): NamedPlace[] {
  const names = new Map(walked.map(({ file, names: each }) => [file, new Set(each)]));
  return assigned.filter(({ file, name }) => names.get(file)?.has(name) !== true);
}
