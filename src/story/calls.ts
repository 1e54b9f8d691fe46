import type { Call, Value } from "./values.ts";

/** What may be made in an example besides what the code promises, by the name that Python knows it by. */
export const CONSTRUCTORS: ReadonlySet<string> = new Set([
  "Decimal",
  "Fraction",
  "date",
  "datetime",
  "time",
  "timedelta",
  "timezone",
  "UUID",
  "Path",
  "bytes",
  "set",
  "frozenset",
  "tuple",
  "complex",
  "io.StringIO",
  "io.BytesIO",
  "date.fromisoformat",
  "datetime.fromisoformat",
  "time.fromisoformat",
]);
/** What may stand around the call of an example. */
export const WRAPPERS: readonly string[] = ["list", "next", "str", "repr", "len"];

/** Why no design could hold an example with these calls; null where one can. */
export function callProblem(given: readonly Value[], expected: readonly Value[]): string | null {
  const found = unheldInGiven(given) ?? expected.flatMap(callsIn).find(isNoResult);
  return found === undefined || found === null
    ? null
    : `no example that is run may hold ${found.name}(…): write the value itself`;
}

function unheldInGiven(given: readonly Value[]): Call | null {
  const [only] = given;
  if (given.length === 1 && only?.kind === "call") return unheldInLine(only);
  return given.flatMap(callsIn).find(isForeign) ?? null;
}

/** Of a line that is itself a call: the outermost name may be one that the story asks for, such as `sum([1, 2]) → 3`. */
function unheldInLine(call: Call): Call | null {
  const core = withoutWrappers(call);
  const inside = core.arguments.flatMap(({ value }) => callsIn(value));
  const foreign = inside.find(isForeign);
  if (foreign !== undefined) return foreign;
  if (!isPythons(core.name)) return null;
  // `sorted(unique(x)) → [1, 3]` changes what the code gives before it is compared.
  const isAround = core !== call || inside.some((each) => !isMade(each));
  return isAround || isNeverAsked(core) ? core : null;
}

/** `str(Money(5))` is about `Money(5)`; `next(date(2027, 3, 1))` asks for a `next` of the story's own. */
function withoutWrappers(call: Call, depth = 0): Call {
  const [inner, ...more] = call.arguments;
  const isWrapper = WRAPPERS.includes(call.name) && depth < 3;
  if (!isWrapper || inner === undefined || more.length > 0 || inner.name !== null) return call;
  const isCall = inner.value.kind === "call" && !isMade(inner.value);
  return isCall ? withoutWrappers(inner.value, depth + 1) : call;
}

function isForeign(call: Call): boolean {
  return isPythons(call.name) && !isMade(call);
}

function isNoResult(call: Call): boolean {
  if (isMade(call)) return /(?:String|Bytes)IO$/u.test(call.name);
  return isPythons(call.name) || !/^\p{Lu}/u.test(call.name.split(".").at(-1)!);
}

/** `Decimal(…)`, `datetime.date(…)`: what a design makes by the same words, but for the module. */
function isMade({ name }: Call): boolean {
  const plain = name.replace(/^(?:builtins|datetime|decimal|dt|fractions|io|pathlib|uuid)\./u, "");
  return [name, plain, `io.${plain}`].some((each) => CONSTRUCTORS.has(each));
}

/** Types of Python, and what they offer, whose names no story gives to a function of its own. */
function isNeverAsked(call: Call): boolean {
  const [first = "", ...rest] = call.name.split(".");
  return !isMade(call) && (rest.length === 0 ? TYPES.has(first) : isType(first));
}

const TYPES: ReadonlySet<string> = new Set("bool bytearray dict float int list str".split(" "));

function isType(name: string): boolean {
  return TYPES.has(name) || CONSTRUCTORS.has(name);
}

function isKnown(part: string): boolean {
  return isType(part) || PYTHONS.has(part);
}

/** Whether a name is one of Python's own, and so need not be one of the code's. */
function isPythons(name: string): boolean {
  const parts = name.split(".");
  if (parts.length === 1) return isKnown(name);
  return parts.slice(0, -1).some((part) => isKnown(part) || MODULES.has(part));
}

const PYTHONS: ReadonlySet<string> = new Set(
  [
    "StringIO BytesIO abs aiter all anext any ascii bin callable chr compile delattr dir divmod enumerate eval exec filter",
    "format getattr globals hasattr hash help hex id input isinstance issubclass iter len locals map max memoryview min next",
    "object oct open ord pow print property range repr reversed round setattr slice sorted sum super type vars zip",
    "Counter OrderedDict ChainMap SimpleNamespace MappingProxyType ZoneInfo PurePath PosixPath defaultdict deque namedtuple",
    "ArithmeticError AssertionError AttributeError BaseException EOFError Exception FileExistsError FileNotFoundError",
    "ImportError IndexError KeyError LookupError NameError NotImplementedError OSError OverflowError PermissionError",
    "RuntimeError StopIteration SyntaxError TimeoutError TypeError UnicodeError ValueError ZeroDivisionError",
  ].flatMap((names) => names.split(" ")),
);

const MODULES: ReadonlySet<string> = new Set(
  [
    "array asyncio base64 bisect builtins calendar cmath collections copy datetime decimal dt enum fractions functools hashlib",
    "heapq io ipaddress itertools json math np numpy operator os pandas pathlib pd queue random re secrets statistics string",
    "struct sys textwrap time types uuid zoneinfo",
  ].flatMap((names) => names.split(" ")),
);

/** The calls in a value, with those in their arguments. */
function callsIn(value: Value): Call[] {
  switch (value.kind) {
    case "list":
    case "tuple":
    case "set":
      return value.items.flatMap(callsIn);
    case "dict":
      return value.entries.flatMap((entry) => [entry.key, entry.value].flatMap(callsIn));
    case "object":
      return value.fields.flatMap((field) => callsIn(field.value));
    case "call":
      return [value, ...value.arguments.flatMap((argument) => callsIn(argument.value))];
    case "error":
      return value.message === null ? [] : callsIn(value.message);
    case "constant":
    case "name":
    case "number":
    case "text":
      return [];
    default:
      return value satisfies never;
  }
}
