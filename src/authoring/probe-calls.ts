import type { ExampleCall } from "../contract/executable-example.ts";
import type { CallExpression } from "../contract/python-expression.ts";
import { readExpression } from "../contract/read-python.ts";
import { pythonOf } from "../contract/write-python.ts";

/** How many are made of one design at most. */
export const PROBES = 30;

type Probe = Pick<ExampleCall, "setup" | "call" | "isAsync">;

/**
 * Further calls of the same kind as those of story and suites: their arguments, put together anew, each in the place in
 * which another call has it. What they give is compared between codes alone: nobody says what is right.
 */
export function probeCalls(examples: readonly Probe[]): Probe[] {
  const known = new Set(examples.map(keyOf));
  const calls = examples.flatMap((example) => {
    const read = readExpression(example.call);
    return read.ok && read.value.kind === "call" ? [{ example, call: read.value }] : [];
  });
  const probes = new Map<string, Probe>();
  for (const one of calls) {
    const alike = calls.filter(({ call }) => shapeOf(call) === shapeOf(one.call));
    for (const other of alike) {
      for (const at of one.call.arguments.keys()) {
        const probe = { ...one.example, call: pythonOf(withArgument(one.call, at, other.call)) };
        if (!known.has(keyOf(probe))) probes.set(keyOf(probe), probe);
        if (probes.size === PROBES) return [...probes.values()];
      }
    }
  }
  return [...probes.values()];
}

function keyOf({ setup, call }: Probe): string {
  return JSON.stringify([setup, call]);
}

/** What is called, with which keywords and how many arguments. */
function shapeOf({ callee, arguments: given }: CallExpression): string {
  return JSON.stringify([pythonOf(callee), given.map(({ name }) => name)]);
}

function withArgument(call: CallExpression, at: number, other: CallExpression): CallExpression {
  return {
    ...call,
    arguments: call.arguments.map((each, index) =>
      index === at ? { ...each, value: other.arguments[at]!.value } : each,
    ),
  };
}
