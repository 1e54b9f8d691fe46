"""Makes small changes to the task's code, one at a time."""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from task_source import is_main_guard, is_none, place_of, read, unparse, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    # What has lines and columns: all that is changed.
    Located = ast.expr | ast.stmt
    # Where a node stands: its parent, the field there, the index where the field is a list, and the node.
    Place = tuple[ast.AST, str, int | None, ast.AST]


@dataclass
class Mutation:
    range: list[int]
    # Says what it is: made only when somebody reads it.
    change: Callable[[], str]
    apply: Callable[[], None]


COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
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


def mutations(tree: ast.Module) -> Iterator[Mutation]:
    """Every small change to a module, in the order of its text."""
    for parent, field, index, node in places(tree):
        if isinstance(node, (ast.expr, ast.stmt)):
            yield from mutations_of(parent, field, index, node)


def places(tree: ast.Module) -> Iterator[Place]:
    """Every node with its place, outermost first, without annotations, docstrings and what runs as a program."""
    waiting = [*reversed(places_in(tree))]
    while waiting:
        place = waiting.pop()
        yield place
        waiting += reversed(places_in(place[-1]))


def places_in(node: ast.AST) -> list[Place]:
    children: list[Place] = []
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "type_params", "decorator_list", "keywords" if isinstance(node, ast.ClassDef) else ""):
            continue
        each = value if isinstance(value, list) else [value]
        for position, child in enumerate(each):
            if isinstance(child, ast.AST) and not is_left_out(child):
                children.append((node, name, position if isinstance(value, list) else None, child))
    return children


def is_left_out(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return True
    return is_main_guard(node) or isinstance(node, (ast.Import, ast.ImportFrom, ast.JoinedStr, ast.Global, ast.Nonlocal))


def mutations_of(parent: ast.AST, field: str, index: int | None, node: Located) -> Iterator[Mutation]:
    def becomes(new: Located) -> Mutation:
        return Mutation(
            place_of(node),
            lambda: f"`{shown(node)}` → `{shown(new, like=node)}`",
            lambda: put(parent, field, index, new),
        )

    def left_out() -> Mutation:
        return Mutation(place_of(node), lambda: f"`{shown(node)}` is left out", lambda: put(parent, field, index, ast.Pass()))

    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            operators = [*node.ops]
            operators[place] = COMPARISONS[type(operator)]()
            yield becomes(with_other(node, ops=operators))
    elif isinstance(node, (ast.BinOp, ast.AugAssign)) and type(node.op) in OPERATORS:
        if not is_text(node):
            yield becomes(with_other(node, op=OPERATORS[type(node.op)]()))
    elif isinstance(node, ast.BoolOp):
        yield becomes(with_other(node, op=ast.And() if isinstance(node.op, ast.Or) else ast.Or()))
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.USub)):
        yield becomes(node.operand)
    elif isinstance(node, (ast.If, ast.While, ast.IfExp)):
        opposite = ast.UnaryOp(op=ast.Not(), operand=node.test)
        yield Mutation(
            place_of(node.test),
            lambda: f"`if {shown(node.test)}` → `if {shown(opposite, like=node.test)}`",
            lambda: setattr(node, "test", opposite),
        )
    elif isinstance(node, ast.Return) and node.value is not None and not is_none(node.value):
        yield becomes(ast.Return(value=ast.Constant(value=None)))
    elif (isinstance(node, ast.Raise) and index is not None) or (
        isinstance(node, ast.Expr) and isinstance(node.value, (ast.Call, ast.Await))
    ):
        yield left_out()
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield becomes(ast.Constant(value=not node.value))
        elif isinstance(node.value, (int, float)) and node.value == node.value:
            yield becomes(ast.Constant(value=node.value + 1))


def with_other(node: Located, **fields: object) -> Located:
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
