import type { Trial, TriedTest } from "./trial.ts";

/** What follows from a trial. Agreement of versions by one model is no proof: it may drop, never prove. */
export type Outcome =
  /** This code, and every other that is left, passes every example and every test that is left. */
  | { readonly kind: "settled"; readonly code: number }
  /** Fewer than two codes pass the examples: nothing can be said about the tests. */
  | { readonly kind: "too_few" }
  /** Tests that fail on all codes, which agree. */
  | {
      readonly kind: "suspects";
      readonly tests: readonly TriedTest[];
      readonly codes: readonly number[];
    }
  /** The story has to say who is right. */
  | {
      readonly kind: "open";
      readonly tests: readonly TriedTest[];
      readonly codes: readonly number[];
    };

export function keyOf({ suite, id }: Pick<TriedTest, "suite" | "id">): string {
  return JSON.stringify([suite, id]);
}

/**
 * In the order of the design, (a) to (e), and once more without the codes that have gone. `overruled`: keys of tests that are
 * out.
 */
export function crossExamine(trial: Trial, overruled: ReadonlySet<string>): Outcome {
  const tests = trial.tests.filter((test) => !overruled.has(keyOf(test)));
  // (a) A code that fails an example goes.
  let codes = trial.codes.flatMap(({ failed }, index) =>
    failed !== null && failed.length === 0 ? [index] : [],
  );
  // (b)
  if (codes.length < 2) return { kind: "too_few" };
  for (;;) {
    const present = codes;
    // (c)
    const suspects = tests.filter(({ outcomes }) =>
      present.every((code) => outcomes[code] === "failed"),
    );
    if (suspects.length > 0 && present.length > 1 && agree(trial, present)) {
      return { kind: "suspects", tests: suspects, codes: present };
    }
    // (d)
    const accused = new Set(
      present.length === 3 ? tests.flatMap((test) => lonelyIn(test, trial, present)) : [],
    );
    if (accused.size === 0) return settledOrOpen(tests, present);
    codes = present.filter((code) => !accused.has(code));
  }
}

/** One that happens to pass is no better than its tests: all that are left have to. Otherwise (e). */
function settledOrOpen(tests: readonly TriedTest[], codes: readonly number[]): Outcome {
  const contested = tests.filter(({ outcomes }) =>
    codes.some((code) => outcomes[code] !== "passed"),
  );
  const [first] = codes;
  return contested.length === 0 && first !== undefined
    ? { kind: "settled", code: first }
    : { kind: "open", tests: contested, codes };
}

/** The one code on which a test fails, while the other two pass it and agree. */
function lonelyIn({ outcomes }: TriedTest, trial: Trial, codes: readonly number[]): number[] {
  const failing = codes.filter((code) => outcomes[code] === "failed");
  const others = codes.filter((code) => outcomes[code] === "passed");
  return failing.length === 1 && others.length === 2 && agree(trial, others) ? failing : [];
}

function agree({ codes }: Trial, which: readonly number[]): boolean {
  return new Set(which.map((code) => codes[code]!.agreement)).size === 1;
}
