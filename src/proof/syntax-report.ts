import * as z from "zod";
import { Range } from "../evidence/evidence.ts";
import { linesOf } from "./pytest-report.ts";
import {
  type Mutant,
  MUTANT_KINDS,
  type MutantKind,
  type Stub,
  STUB_KINDS,
  type StubKind,
} from "./session.ts";

/** A function that pytest takes for a test by its name. */
export interface WrittenTest {
  readonly file: string;
  /** With the classes around it: `TestPrice::test_zero`. */
  readonly name: string;
  readonly line: number;
  /** Where it begins, decorators included. */
  readonly first: number;
  /** pytest must take it; false for one that it may meet by inheritance or behind a condition. */
  readonly certain: boolean;
  /** The values that reach an assertion of it, from wherever they stand in the tests. */
  readonly literals: readonly Literal[];
  /** Its calls of the code, each input once. */
  readonly calls: readonly TestCall[];
}

export interface Literal {
  readonly kind: "number" | "string" | "name" | "empty";
  /** A number as Python writes it, a string's content, a name, or the type of an empty collection. */
  readonly text: string;
  readonly role: LiteralRole;
}

/**
 * How a value reaches an assertion: `expected` where it is compared for equality with what hangs on the code (or is what an
 * error has to be), `given` where it goes into a call of the code whose result is asserted, or into one before it, `other`
 * where an assertion says anything else of it, such as `<=`.
 */
const LITERAL_ROLES = ["expected", "given", "other"] as const;
export type LiteralRole = (typeof LITERAL_ROLES)[number];

/** A call of the code in a test. */
export interface TestCall {
  /** Of the function, class or method, without what stands before the dot. */
  readonly name: string;
  /** The literals that it is given, in their order, those that its object was given before first; null where one cannot be read. */
  readonly arguments: readonly (string | null)[];
  /** Those of them that stand in one list, tuple, set or dictionary, where they are several. */
  readonly containers: readonly (readonly (string | null)[])[];
  /** Whether its result is compared for equality with what does not hang on the code, or has to be an error. */
  readonly compared: boolean;
}

/** A public function, class or method, and the stubs that it can be replaced by. */
export interface PublicName {
  readonly file: string;
  readonly name: string;
  /** A module stands for itself only where the code holds neither function nor class. */
  readonly kind: "function" | "class" | "method" | "module";
  readonly range: Range;
  readonly stubs: readonly StubKind[];
  /** How it is found, where no definition has its name. */
  readonly found?: Pick<Stub, "line" | "made">;
}

export interface PossibleMutant extends Mutant {
  readonly kind: MutantKind;
  readonly range: Range;
  readonly change: string;
  /** The function that it is in, with the classes around it; empty outside of functions. */
  readonly function: string;
  /** Where the code of that function begins. */
  readonly first: number | null;
  /** The lines of its statement. */
  readonly lines: readonly [number, number];
  /** Why no honest test can notice it; null for all others. */
  readonly aside: string | null;
}

/** Something of the code by the name that a reader gives it. */
export interface NamedPlace {
  readonly file: string;
  readonly name: string;
  readonly range: Range;
}

/** A function that does something, and the line in which its code begins. */
export interface FunctionBody extends NamedPlace {
  readonly first: number;
}

/** What the task's files say, read without running any of them. */
export interface SyntaxReport {
  readonly unreadable: readonly { file: string; line: number; message: string }[];
  readonly tests: readonly WrittenTest[];
  /** By file, the lines in which functions begin, decorators included. */
  readonly functions: ReadonlyMap<string, ReadonlySet<number>>;
  /** f-strings inside a `parametrize` decorator. */
  readonly formattedParameters: readonly { file: string; line: number }[];
  /** Number of statements in each file of the code. */
  readonly statements: ReadonlyMap<string, number>;
  readonly publicNames: readonly PublicName[];
  readonly mutants: readonly PossibleMutant[];
  /** Functions of the code that do something. */
  readonly bodies: readonly FunctionBody[];
  /** Public names that are given a value which may be code. */
  readonly assigned: readonly NamedPlace[];
  /** Where the code runs text that is no code of the task. */
  readonly foreignCode: readonly { file: string; line: number; what: string }[];
}

const file = z.string().max(300);
const line = z.int().positive();
const name = z.string().max(1_000);

const Literal = z.strictObject({
  kind: z.enum(["number", "string", "name", "empty"]),
  text: z.string().max(1_000),
  role: z.enum(LITERAL_ROLES),
});

const TestCall = z.strictObject({
  name: z.string().max(400),
  arguments: z.array(z.string().max(400).nullable()).max(40),
  containers: z.array(z.array(z.string().max(400).nullable()).max(40)).max(20),
  compared: z.boolean(),
});

const Event = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("unreadable"), file, line, message: z.string().max(1_000) }),
  z.strictObject({
    event: z.literal("test"),
    file,
    line,
    first: line,
    name: z.string().max(1_000),
    certain: z.boolean(),
    literals: z.array(Literal),
    calls: z.array(TestCall),
  }),
  z.strictObject({ event: z.literal("functions"), file, lines: z.array(line) }),
  z.strictObject({ event: z.literal("formatted_parameter"), file, line }),
  z.strictObject({ event: z.literal("code"), file, statements: z.int().nonnegative() }),
  z.strictObject({
    event: z.literal("public"),
    file,
    range: Range,
    name: z.string().max(1_000),
    kind: z.enum(["function", "class", "method", "module"]),
    stubs: z.array(z.enum(STUB_KINDS)),
  }),
  z.strictObject({
    event: z.literal("mutant"),
    file,
    range: Range,
    index: z.int().nonnegative(),
    kind: z.enum(MUTANT_KINDS),
    change: z.string().max(1_000),
    function: name,
    first: line.nullable(),
    lines: z.tuple([line, line]),
    aside: z.string().max(300).nullable(),
  }),
  z.strictObject({ event: z.literal("body"), file, name, range: Range, first: line }),
  z.strictObject({ event: z.literal("assigned"), file, name, range: Range }),
  z.strictObject({
    event: z.literal("foreign_code"),
    file,
    line,
    what: z.string().max(1_000),
  }),
  z.strictObject({ event: z.literal("finish"), exit: z.literal(0) }),
]);
type Event = z.infer<typeof Event>;

/** null when the reading did not come to its end. */
export function parseSyntaxReport(text: string): SyntaxReport | null {
  const events = linesOf(text).map((each) => Event.parse(JSON.parse(each)));
  if (events.at(-1)?.event !== "finish") return null;
  const all = <Kind extends Event["event"]>(kind: Kind): Extract<Event, { event: Kind }>[] =>
    events.filter((event): event is Extract<Event, { event: Kind }> => event.event === kind);
  return {
    unreadable: all("unreadable"),
    tests: all("test"),
    functions: new Map(all("functions").map(({ file: path, lines }) => [path, new Set(lines)])),
    formattedParameters: all("formatted_parameter"),
    statements: new Map(all("code").map((code) => [code.file, code.statements])),
    publicNames: all("public"),
    mutants: all("mutant"),
    bodies: all("body"),
    assigned: all("assigned"),
    foreignCode: all("foreign_code"),
  };
}
