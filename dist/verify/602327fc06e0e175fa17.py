"""Makes small changes to the task's code, one at a time."""

from __future__ import annotations

import ast
import copy
import math
import re
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from task_source import first_line, is_main_guard, is_none, place_of, read, unparse, write
from task_stubs import does_nothing, is_abstract

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType

    # What has lines and columns: all that is changed.
    Located = ast.expr | ast.stmt
    # Where a node stands: its parent, the field there, the index where the field is a list, and the node.
    Place = tuple[ast.AST, str, int | None, ast.AST]


@dataclass(frozen=True)
class Around:
    """What a node stands in."""

    # The function with the classes and functions around it, such as `Box.put`; nothing outside of functions.
    function: str = ""
    # The names so far, for what is defined here.
    path: str = ""
    # The line in which the code of that function begins.
    first: int = 1
    # First and last line of the statement, without those below it.
    lines: tuple[int, int] = (1, 1)
    # The innermost definition, or the statement outside of all of them: what can be compiled alone.
    scope: ast.AST | None = None
    # The name of the parameter that a default belongs to, or of what a value is given to.
    given: str = ""
    is_default: bool = False
    # A piece of a sequence, or what a loop counts.
    piece: str = ""
    is_raised: bool = False
    # Why no honest test can notice a change here.
    aside: str | None = None


@dataclass
class Mutation:
    kind: str
    range: list[int]
    # Says what it is: made only when somebody reads it.
    change: Callable[[], str]
    apply: Callable[[], None]
    undo: Callable[[], None]
    around: Around


BOUNDARIES: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    **BOUNDARIES,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
}
PAIRS = [
    *[("min", "max"), ("any", "all"), ("ceil", "floor"), ("upper", "lower")],
    *[("startswith", "endswith"), ("lstrip", "rstrip"), ("removeprefix", "removesuffix"), ("union", "intersection")],
]
CALLS = {**dict(PAIRS), **{b: a for a, b in PAIRS}}

# Numbers up to here count, such as items and limits: one more is another. Larger ones measure: twice as much is another.
COUNTS_TO = 10
# What is smaller only says how exact a comparison is.
TOLERANCE = 1e-6

# Why a change is set aside. Each is about what no test can see of the code from outside, or only by chance.
SAME = "Python makes the same of both"
LOGGED = "only what is logged changes, and no test reads a log"
WARNED = f"{LOGGED}, nor stderr"
ON_STDERR = "only what is said on stderr changes, and no test reads it"
LOOKS = "only the look of an object in messages changes, and no test reads it"
FOR_TYPES = "only type checkers read it"
ASSERTED = "an assertion guards against mistakes of the code itself"
IDLE = "it is a placeholder, or a hook that does nothing"
FAST = "only how fast the code is changes"
EXACT = "only a tolerance, or how long something waits, changes"

LOG_NAMES = {"log", "logger", "logging", "_log", "_logger", "LOG", "LOGGER", "_LOG", "_LOGGER"}
LOG_METHODS = {"debug", "info", "log"}
# What Python writes to stderr where nobody has given the log a handler.
WARNINGS = {"warning", "warn", "error", "exception", "critical"}
GIVES_HANDLERS = {"basicConfig", "dictConfig", "fileConfig", "addHandler", "StreamHandler", "lastResort"}
PERFORMANCE = re.compile(r"^(chunksize|buffering|max_workers)$")
WAITING = re.compile(
    r"(^|_)(tol|tolerance|rel_tol|abs_tol|eps|epsilon|timeout|time_?out(_s|_ms|_seconds)?|poll_?interval|sleep(_seconds)?)$", re.IGNORECASE
)
WAITS = {"sleep"}
WORKERS = {"Pool", "ThreadPool", "ThreadPoolExecutor", "ProcessPoolExecutor"}


def mutations(tree: ast.Module) -> Iterator[Mutation]:
    """Every small change to a module, in the order of its text."""
    for (parent, field, index, node), around in places(tree):
        if isinstance(node, (ast.expr, ast.stmt)):
            yield from mutations_of(parent, field, index, node, around)


def places(tree: ast.Module) -> Iterator[tuple[Place, Around]]:
    """Every node with its place, outermost first, without annotations, docstrings and what runs as a program."""
    waiting = [*reversed([(place, inside(place, Around())) for place in places_in(tree)])]
    while waiting:
        place, around = waiting.pop()
        yield place, around
        waiting += reversed([(each, inside(each, around)) for each in places_in(place[-1])])


def places_in(node: ast.AST) -> list[Place]:
    children: list[Place] = []
    for name, value in ast.iter_fields(node):
        if (
            name in LEFT_OUT
            or (name == "keywords" and isinstance(node, ast.ClassDef))
            or (name in ("test", "body") and is_main_guard(node))
        ):
            continue
        each = value if isinstance(value, list) else [value]
        for position, child in enumerate(each):
            if isinstance(child, ast.AST) and not is_left_out(child):
                children.append((node, name, position if isinstance(value, list) else None, child))
    return children


LEFT_OUT = ("annotation", "returns", "type_params", "decorator_list")
# An f-string is written as it stood, an import brings nothing of its own.
LEFT_OUT_NODES = (ast.Import, ast.ImportFrom, ast.JoinedStr, ast.Global, ast.Nonlocal)
# Of later versions of Python: a type, and another kind of f-string.
LEFT_OUT_NAMES = ("TypeAlias", "TemplateStr")


def is_left_out(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    return isinstance(node, LEFT_OUT_NODES) or type(node).__name__ in LEFT_OUT_NAMES


def inside(place: Place, around: Around) -> Around:
    """What a node stands in, after what its parent does."""
    parent, field, index, node = place
    if isinstance(parent, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and field == "body":
        path = f"{around.path}.{parent.name}" if around.path else parent.name
        if isinstance(parent, ast.ClassDef):
            around = replace(around, path=path)
        else:
            aside = LOOKS if parent.name == "__repr__" else IDLE if does_nothing(parent) or is_abstract(parent) else around.aside
            around = replace(around, path=path, function=path, first=first_line(parent), scope=parent, aside=aside)
    elif isinstance(parent, ast.arguments):
        around = replace(around, is_default=True, given=parameter_of(parent, field, index or 0))
    elif isinstance(parent, ast.If) and field == "body" and last_part(parent.test) == "TYPE_CHECKING":
        around = replace(around, aside=FOR_TYPES)
    elif isinstance(parent, ast.keyword):
        around = replace(around, given=parent.arg or around.given)
    elif isinstance(parent, ast.Call) and field == "args":
        called = last_part(parent.func)
        if called in WAITS or called in WORKERS:
            around = replace(around, aside=around.aside or (EXACT if called in WAITS else FAST))
        around = replace(around, piece="loop" if called == "range" else around.piece)
    elif isinstance(parent, ast.Slice):
        around = replace(around, piece="slice")
    elif isinstance(parent, ast.Raise):
        around = replace(around, is_raised=True)
    if isinstance(node, (ast.stmt, ast.excepthandler, ast.match_case)):
        around = replace(around, lines=lines_of(node), given="", is_default=False, piece="")
        if not around.function:
            around = replace(around, scope=node)
    if isinstance(node, ast.Assert):
        around = replace(around, aside=ASSERTED)
    elif isinstance(node, (ast.Assign, ast.AnnAssign)):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        around = replace(around, given=last_part(targets[0]))
    elif isinstance(node, ast.Expr) and around.aside is None:
        around = replace(around, aside=aside_of_call(node.value))
    return around


def parameter_of(parameters: ast.arguments, field: str, index: int) -> str:
    if field == "kw_defaults":
        return parameters.kwonlyargs[index].arg
    places = [*parameters.posonlyargs, *parameters.args]
    return places[len(places) - len(parameters.defaults) + index].arg if field == "defaults" else ""


def lines_of(node: ast.stmt | ast.excepthandler | ast.match_case) -> tuple[int, int]:
    """Those of a statement itself: of one with others below it, up to the first of them."""
    first = node.pattern.lineno if isinstance(node, ast.match_case) else node.lineno
    below = getattr(node, "body", None) or getattr(node, "cases", None)
    if not below:
        return first, getattr(node, "end_lineno", None) or first
    next_line = below[0].pattern.lineno if isinstance(below[0], ast.match_case) else below[0].lineno
    return first, max(first, next_line - 1)


def last_part(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def aside_of_call(node: ast.expr) -> str | None:
    if not isinstance(node, ast.Call):
        return None
    if isinstance(node.func, ast.Attribute) and last_part(node.func.value) in LOG_NAMES:
        if node.func.attr in WARNINGS:
            return WARNED
        if node.func.attr in LOG_METHODS:
            return LOGGED
    if last_part(node.func) == "print" and any(each.arg == "file" and last_part(each.value) == "stderr" for each in node.keywords):
        return ON_STDERR
    return None


def mutations_of(parent: ast.AST, field: str, index: int | None, node: Located, around: Around) -> Iterator[Mutation]:
    def becomes(kind: str, new: Located, around: Around = around) -> Mutation:
        return Mutation(
            kind,
            place_of(node),
            lambda: f"`{shown(node)}` → `{shown(new, like=node)}`",
            lambda: put(parent, field, index, new),
            lambda: put(parent, field, index, node),
            around,
        )

    def left_out(kind: str) -> Mutation:
        return Mutation(
            kind,
            place_of(node),
            lambda: f"`{shown(node)}` is left out",
            lambda: put(parent, field, index, ast.Pass()),
            lambda: put(parent, field, index, node),
            around,
        )

    def negated(test: ast.expr) -> ast.expr:
        return ast.UnaryOp(op=ast.Not(), operand=test)

    if isinstance(parent, ast.comprehension) and field == "ifs" and isinstance(node, ast.expr):
        yield becomes("condition", negated(node))
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            operators = [*node.ops]
            operators[place] = COMPARISONS[type(operator)]()
            yield becomes("boundary" if type(operator) in BOUNDARIES else "comparison", with_other(node, ops=operators))
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in OPERATORS:
        if not is_text(node):
            yield becomes("arithmetic", with_other(node, op=OPERATORS[type(node.op)]()))
    elif isinstance(node, ast.BoolOp):
        yield becomes("logic", with_other(node, op=ast.And() if isinstance(node.op, ast.Or) else ast.Or()))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield becomes("condition" if isinstance(node.op, ast.Not) else "sign", node.operand)
    elif isinstance(node, (ast.If, ast.While, ast.IfExp)):
        test = node.test
        # Without its `not` it is changed where that stands.
        is_done_there = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        if not is_done_there and not is_main_guard(node) and last_part(test) != "TYPE_CHECKING":
            opposite = negated(test)
            yield Mutation(
                "condition",
                place_of(test),
                lambda: f"`if {shown(test)}` → `if {shown(opposite, like=test)}`",
                lambda: setattr(node, "test", opposite),
                lambda: setattr(node, "test", test),
                around,
            )
    elif isinstance(node, ast.Return) and node.value is not None and not is_none(node.value) and last_part(node.value) != "NotImplemented":
        yield becomes("return", ast.Return(value=ast.Constant(value=None)))
    elif isinstance(node, ast.Raise) and index is not None:
        yield left_out("raise")
    elif isinstance(node, ast.Expr) and isinstance(node.value, (ast.Call, ast.Await)):
        yield left_out("statement")
    elif isinstance(node, ast.Call):
        yield from mutations_of_call(node, becomes)
    elif isinstance(node, ast.Constant):
        yield from mutations_of_constant(parent, node, becomes, around)


def mutations_of_call(node: ast.Call, becomes: Callable[..., Mutation]) -> Iterator[Mutation]:
    other = CALLS.get(last_part(node.func))
    if other is not None:
        called = ast.Name(id=other, ctx=ast.Load()) if isinstance(node.func, ast.Name) else with_other(node.func, attr=other)
        yield becomes("call", with_other(node, func=called))
    if last_part(node.func) == "range" and node.args and not node.keywords:
        place = 0 if len(node.args) == 1 else 1
        stop = node.args[place]
        # What is computed from a number is changed there.
        if not any(isinstance(part, (ast.Constant, ast.Starred)) for part in ast.walk(stop)):
            values = [*node.args]
            values[place] = ast.BinOp(left=stop, op=ast.Sub(), right=ast.Constant(value=1))
            yield becomes("loop", with_other(node, args=values))


def mutations_of_constant(parent: ast.AST, node: ast.Constant, becomes: Callable[..., Mutation], around: Around) -> Iterator[Mutation]:
    value = node.value
    if isinstance(value, bool):
        yield becomes("default" if around.is_default else "boolean", ast.Constant(value=not value))
    elif isinstance(value, (int, float)):
        other = other_number(value)
        if other is not None:
            kind = "default" if around.is_default else around.piece or "number"
            yield becomes(kind, ast.Constant(value=other), replace(around, aside=around.aside or aside_of_number(value, around.given)))
    elif isinstance(value, str):
        if isinstance(parent, ast.Call) and last_part(parent.func) in ("Decimal", "Fraction"):
            amount = other_amount(value)
            if amount is not None:
                yield becomes("number", ast.Constant(value=amount))
        elif value and not around.is_raised and (around.is_default or isinstance(parent, (ast.Return, ast.Compare, ast.IfExp))):
            yield becomes("default" if around.is_default else "text", ast.Constant(value=""))


def other_number(value: float) -> int | float | None:
    """One that is another in kind or by a share that matters; None where there is none."""
    if isinstance(value, int):
        return value + 1 if abs(value) <= COUNTS_TO else value * 2
    other = value * 2 if value else 1.0
    return other if math.isfinite(other) else None


def other_amount(text: str) -> str | None:
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    if not value.is_finite() or abs(value.adjusted()) > 50:
        return None
    # `Decimal("0.01")` says how many digits there are: its value means nothing.
    if value <= 1 and value.as_tuple().digits == (1,):
        return None
    return str(value * 2) if value else "1"


def aside_of_number(value: float, given: str) -> str | None:
    if isinstance(value, float) and 0 < abs(value) <= TOLERANCE:
        return EXACT
    if WAITING.search(given):
        return EXACT
    return FAST if PERFORMANCE.search(given) else None


def with_other(node: Any, **fields: object) -> Any:
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def shown(node: Located, like: Located | None = None) -> str:
    """A node as a reader sees it; one that is long, or is put in the place of a long one, by its operator alone."""
    place = like if like is not None else node
    if place.lineno == place.end_lineno and (place.end_col_offset or 0) - place.col_offset <= 200:
        return unparse(node)
    operator = getattr(node, "op", None)
    return f"a long expression with {type(operator).__name__}" if operator is not None else f"a long {type(node).__name__}"


def is_text(node: ast.AST) -> bool:
    constants = (part.value if isinstance(part, ast.Constant) else part for part in ast.walk(node))
    return any(isinstance(each, (ast.JoinedStr, str)) for each in constants)


def put(parent: ast.AST, field: str, index: int | None, new: ast.AST) -> None:
    if index is None:
        setattr(parent, field, new)
    else:
        getattr(parent, field)[index] = new


def write_mutant(mutant: dict[str, Any]) -> None:
    tree = read(mutant["file"])
    for index, mutation in enumerate(mutations(tree)):
        if index == mutant["index"]:
            mutation.apply()
            write(mutant["file"], tree)
            return
    raise LookupError(f"{mutant['file']} has no mutation {mutant['index']}")


# What is set aside


class Asides:
    """Why changes are not tried: what they change is seen by no test, or is nothing."""

    def __init__(self, tests: list[ast.Module], code: list[ast.Module]) -> None:
        """`tests` are the files in which tests may look at what is mostly looked at by nobody."""
        self.names = {name for tree in tests for name in names_of(tree)}
        has_handlers = any(name in GIVES_HANDLERS for tree in [*tests, *code] for name in names_of(tree))
        # Who captures output and takes no part of it by its name compares both.
        takes_both = "out" not in self.names and bool(self.names & CAPTURES)
        # `err` is also what an error is called; of captured output it is a part.
        reads_errors = bool(self.names & PRINTED_AS_ERRORS) or ("err" in self.names and bool(self.names & CAPTURES))
        reads_output = reads_errors or bool(self.names & PRINTED)
        self.sees_logs = {LOGGED: has_handlers and reads_output, WARNED: takes_both or reads_errors}
        self.sees_logs[WARNED] |= self.sees_logs[LOGGED]
        self.codes: dict[int, object] = {}

    def of(self, mutation: Mutation) -> str | None:
        aside = mutation.around.aside
        if aside is None:
            return SAME if self.is_same(mutation) else None
        readers = {mutation.around.given} if aside in (EXACT, FAST) else READERS.get(aside, set())
        is_seen = bool(self.names & readers - {""}) or self.sees_logs.get(aside, False)
        if is_seen:
            return None
        return LOGGED if aside == WARNED else aside

    def is_same(self, mutation: Mutation) -> bool:
        scope = mutation.around.scope
        if scope is None or mutation.kind not in FOLDED or len(mutation_lines(scope)) > 100:
            return False
        if id(scope) not in self.codes:
            self.codes[id(scope)] = meaning_of(scope)
        mutation.apply()
        changed = meaning_of(scope)
        mutation.undo()
        return changed is not None and changed == self.codes[id(scope)]


# The kinds of changes that Python may compute away.
FOLDED = {"arithmetic", "number", "condition", "logic", "sign", "boundary", "comparison", "slice", "boolean"}
LOG_READERS = {"caplog", "assertLogs", "assertNoLogs", "getLogger", "logging"}
CAPTURES = {"capsys", "capfd", "capsysbinary", "capfdbinary"}
PRINTED_AS_ERRORS = {"stderr", "redirect_stderr"}
PRINTED = {*CAPTURES, "stdout", "redirect_stdout"}
READERS = {
    LOGGED: LOG_READERS,
    WARNED: LOG_READERS,
    ON_STDERR: {"capsys", "capfd", "stderr", "redirect_stderr", "subprocess"},
    LOOKS: {"repr", "__repr__", "str", "__str__", "format", "print", "JoinedStr"},
}


def names_of(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, (ast.arg, ast.keyword)):
            yield node.arg or ""
        elif isinstance(node, ast.JoinedStr):
            yield "JoinedStr"
        elif isinstance(node, ast.alias):
            yield from node.name.split(".")
        else:
            yield last_part(node)


def mutation_lines(scope: ast.AST) -> range:
    return range(getattr(scope, "lineno", 1), (getattr(scope, "end_lineno", None) or 1) + 1)


def meaning_of(scope: ast.AST) -> object:
    """What Python makes of a definition or statement; None where it cannot be compiled alone."""
    if not isinstance(scope, ast.stmt):
        return None
    # New nodes have no place of their own; they stand in the tree for a moment only.
    module = ast.Module(body=[ast.fix_missing_locations(scope)], type_ignores=[])
    try:
        return meaning_of_code(compile(module, "scope", "exec", dont_inherit=True))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def meaning_of_code(code: CodeType) -> object:
    constants = [meaning_of_code(each) if hasattr(each, "co_code") else (type(each), repr(each)) for each in code.co_consts]
    return code.co_code, constants, code.co_names, code.co_varnames, code.co_freevars
