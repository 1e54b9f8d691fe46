import * as z from "zod";
import { linesOf } from "./pytest-report.ts";

/** A function that pytest takes for a test by its name. */
export interface WrittenTest {
  readonly file: string;
  /** With the classes around it: `TestPrice::test_zero`. */
  readonly name: string;
  readonly line: number;
  /** pytest must take it; false for one that it may meet by inheritance or behind a condition. */
  readonly certain: boolean;
}

/** What the task's files say, read without running any of them. */
export interface SyntaxReport {
  readonly unreadable: readonly { file: string; line: number; message: string }[];
  readonly tests: readonly WrittenTest[];
  /** f-strings inside a `parametrize` decorator. */
  readonly formattedParameters: readonly { file: string; line: number }[];
  /** Number of statements in each file of the code. */
  readonly statements: ReadonlyMap<string, number>;
}

const file = z.string().max(300);
const line = z.int().positive();

const Event = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("unreadable"), file, line, message: z.string().max(1_000) }),
  z.strictObject({
    event: z.literal("test"),
    file,
    line,
    name: z.string().max(1_000),
    certain: z.boolean(),
  }),
  z.strictObject({ event: z.literal("formatted_parameter"), file, line }),
  z.strictObject({ event: z.literal("code"), file, statements: z.int().nonnegative() }),
  z.strictObject({ event: z.literal("finish"), exit: z.literal(0) }),
]);

/** null when the reading did not come to its end. */
export function parseSyntaxReport(text: string): SyntaxReport | null {
  const events = linesOf(text).map((each) => Event.parse(JSON.parse(each)));
  if (events.at(-1)?.event !== "finish") return null;
  return {
    unreadable: events.flatMap((event) =>
      event.event === "unreadable"
        ? [{ file: event.file, line: event.line, message: event.message }]
        : [],
    ),
    tests: events.flatMap((event) =>
      event.event === "test"
        ? [{ file: event.file, name: event.name, line: event.line, certain: event.certain }]
        : [],
    ),
    formattedParameters: events.flatMap((event) =>
      event.event === "formatted_parameter" ? [{ file: event.file, line: event.line }] : [],
    ),
    statements: new Map(
      events.flatMap((event): [string, number][] =>
        event.event === "code" ? [[event.file, event.statements]] : [],
      ),
    ),
  };
}
