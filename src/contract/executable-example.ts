import type { Example } from "../story/example.ts";
import type { ExecutableExample, NoExecution } from "../task/design.ts";
import { Scope, sameCallProblems } from "./example-scope.ts";
import { answerProblems } from "./expected-answer.ts";
import { givenProblems } from "./given-values.ts";
import type { Promises } from "./promises.ts";
import { type Expression, partsOf } from "./python-expression.ts";
import { type Read, readExpression, readStatement } from "./read-python.ts";
import { pythonOf, pythonOfStatement } from "./write-python.ts";

/** An example as it is run: made from what was read, so that nothing else can be run. */
export interface ExampleCall {
  readonly setup: readonly string[];
  readonly call: string;
  /** Whether the call has to be awaited by an event loop. */
  readonly isAsync: boolean;
  /** Whether the answer is that of an operator of the code's own objects, such as `Money(1) == Money(2)`. */
  readonly isOperator: boolean;
  readonly expected: ExpectedAnswer;
  /** Whether the story's own form is JSON, which has no tuples. */
  readonly isJson: boolean;
}

export type ExpectedAnswer =
  | { readonly kind: "returns"; readonly expression: string }
  | { readonly kind: "raises"; readonly type: string; readonly match: string | null };

export type ExampleRead =
  | { readonly ok: true; readonly call: ExampleCall }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the executable form of an example, and says all that keeps it from being the example of the story: what it
 * calls, the values that it is given, and what it expects.
 */
export function readExecutable(
  written: ExecutableExample,
  example: Example,
  promises: Promises,
): ExampleRead {
  const problems: string[] = [];
  const take = <T>(read: Read<T>): T | null => {
    if (read.ok) return read.value;
    problems.push(read.problem);
    return null;
  };
  const setup = written.setup.flatMap((line) => take(readStatement(line)) ?? []);
  const call = take(readExpression(written.call));
  const returns = written.returns === null ? null : take(readExpression(written.returns));
  if ((written.returns === null) === (written.raises === null)) {
    problems.push("exactly one of `returns` and `raises` must not be null");
  }
  if (problems.length > 0 || call === null) return { ok: false, problems };
  const scope = new Scope(promises, setup);
  problems.push(
    ...scope.problems,
    ...scope.problemsOfCall(call),
    ...givenProblems({ setup, call }, example),
    ...sameCallProblems(call, example, promises),
    ...answerProblems({ returns, raises: written.raises }, example, promises),
  );
  if (problems.length > 0) return { ok: false, problems };
  const expected: ExpectedAnswer =
    returns === null
      ? { kind: "raises", ...written.raises! }
      : { kind: "returns", expression: pythonOf(returns) };
  return {
    ok: true,
    call: {
      setup: setup.map(pythonOfStatement),
      call: pythonOf(call),
      isAsync: [...setup.map(({ value }) => value), call].some(awaits),
      isOperator: partsOf(call).some((part) => scope.isOfObjects(part)),
      expected,
      isJson: example.form === "json",
    },
  };
}

function awaits(expression: Expression): boolean {
  return partsOf(expression).some(({ kind }) => kind === "await");
}

/** Why the reason for having no executable form does not fit what the code promises; null where it fits. */
export function noExecutionProblem(
  { none }: NoExecution,
  example: Example,
  promises: Promises,
): string | null {
  const signatures = [...promises.names.values()].map(({ signature }) => signature);
  const says = (pattern: RegExp): boolean => signatures.some((text) => pattern.test(text));
  const fits: Readonly<Record<NoExecution["none"], () => boolean>> = {
    files: () => says(/path|file|folder|director|stream|\bIO\b|\bfp\b|(?:Text|Binary)IO/iu),
    prints: () => says(/->\s*None\b/u) || signatures.some((text) => !text.includes("->")),
    callback: () =>
      says(/Callable|callback|handler|hook|\bfunc|\bfn\b|\bkey\b|\bon_\w|predicate/iu),
    several_calls: () =>
      example.expected.length > 1 ||
      [...promises.names.values()].some(({ kind }) => kind === "class"),
  };
  return fits[none]() ? null : `"none": "${none}" does not fit any signature of the design`;
}
