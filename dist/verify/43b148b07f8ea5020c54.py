"""Functions of a module that have the name of one of Python's, such as the `eval` of an interpreter for another language."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Function = ast.FunctionDef | ast.AsyncFunctionDef
    # By node the function around it; None for what belongs to the module.
    Owners = Mapping[ast.AST, ast.AST | None]


class OwnNames:
    """What a module binds its names to."""

    def __init__(self, tree: ast.Module, owners: Owners, methods: set[ast.AST]) -> None:
        self.tree = tree
        self.owners = owners
        self.handed_out = {name for node in owners if isinstance(node, (ast.Global, ast.Nonlocal)) for name in node.names}
        self.bound: dict[tuple[ast.AST | None, str], list[ast.AST]] = {}
        for node, around in owners.items():
            for name in names_bound_by(node) if node not in methods else ():
                self.bound.setdefault((around, name), []).append(node)
        # What a module may do before a definition.
        self.early: dict[ast.stmt, set[ast.AST]] = {}

    def is_own_function(self, used: ast.Name) -> bool:
        """Whether a name stands for a function that is written here. One that anything else binds as well, and one that may be
        used before the definition, are Python's."""
        name = used.id
        if name in self.handed_out:
            return False
        owner = self.owners[used]
        while not (bound := [*self.bound.get((owner, name), []), *self.bound.get((owner, "*"), [])]):
            if owner is None:
                return False
            owner = self.owners[owner]
        body = self.tree.body if owner is None else getattr(owner, "body", [])
        if not all(isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not node.decorator_list for node in bound):
            return False
        if not any(node in body for node in bound):
            return False
        # In a function the name is its own from the first line; a module has Python's until it comes to the definition.
        return owner is not None or used not in self.before(next(node for node in self.tree.body if node in bound))

    def before(self, definition: ast.stmt) -> set[ast.AST]:
        """What a module does before a definition: it stands there, or in something that is named there, however far."""
        if definition not in self.early:
            self.early[definition] = {*self.found_before(definition)}
        return self.early[definition]

    def found_before(self, definition: ast.stmt) -> Iterator[ast.AST]:
        parts = [*at_import(self.tree.body[: self.tree.body.index(definition) + 1])]
        yield from parts
        written: dict[str, list[ast.AST]] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                written.setdefault(node.name, []).append(node)
        names = set(names_in(parts))
        waiting = [*names]
        while waiting:
            for node in written.get(waiting.pop(), []):
                inner = [*ast.walk(node)]
                if node is not definition:
                    yield from inner
                fresh = set(names_in(inner)) - names
                names |= fresh
                waiting += fresh


def names_bound_by(node: ast.AST) -> Iterator[str]:
    """`*` for what may bind any."""
    if isinstance(node, ast.Name):
        if not isinstance(node.ctx, ast.Load):
            yield node.id
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, ast.alias):
        yield node.asname or node.name.split(".")[0]
    elif isinstance(node, ast.MatchMapping):
        yield node.rest or ""
    elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)):
        yield node.name or ""


def at_import(body: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """All but the inside of functions: of these their decorators, defaults and annotations."""
    waiting = [*body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            waiting += [*node.decorator_list, node.args, *([] if node.returns is None else [node.returns])]
        else:
            yield node
            waiting += ast.iter_child_nodes(node)


def names_in(nodes: Iterable[ast.AST]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
