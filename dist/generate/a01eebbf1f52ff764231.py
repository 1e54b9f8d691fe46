"""Functions of a module that have the name of one of Python's, such as the `eval` of an interpreter for another language."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Function = ast.FunctionDef | ast.AsyncFunctionDef
    # By node the function around it; None for what belongs to the module.
    Owners = Mapping[ast.AST, ast.AST | None]


def is_own_function(tree: ast.Module, owners: Owners, methods: set[ast.AST], used: ast.Name) -> bool:
    """Whether a name stands for a function that is written here. One that anything else binds as well, and one that may be
    used before the definition, are Python's."""
    name = used.id
    if any(isinstance(node, (ast.Global, ast.Nonlocal)) and name in node.names for node in owners):
        return False
    owner = owners[used]
    while True:
        bound = [node for node, around in owners.items() if around is owner and node not in methods and binds(node, name)]
        if bound:
            break
        if owner is None:
            return False
        owner = owners[owner]
    body = tree.body if owner is None else getattr(owner, "body", [])
    if not all(isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and not node.decorator_list for node in bound):
        return False
    if not any(node in body for node in bound):
        return False
    # In a function the name is its own from the first line; a module has Python's until it comes to the definition.
    return owner is not None or not may_come_before(tree, used, next(node for node in tree.body if node in bound))


def binds(node: ast.AST, name: str) -> bool:
    if isinstance(node, ast.Name):
        return node.id == name and not isinstance(node.ctx, ast.Load)
    if isinstance(node, ast.arg):
        return node.arg == name
    if isinstance(node, ast.alias):
        return (node.asname or node.name.split(".")[0]) in (name, "*")
    if isinstance(node, ast.MatchMapping):
        return node.rest == name
    named = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)
    return isinstance(node, named) and node.name == name


def may_come_before(tree: ast.Module, used: ast.Name, definition: ast.stmt) -> bool:
    """What a module does before a definition: it stands there, or in something that is named there, however far."""
    before = tree.body[: tree.body.index(definition) + 1]
    parts = [*at_import(before)]
    if used in parts:
        return True
    written: dict[str, list[ast.AST]] = {}
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            written.setdefault(node.name, []).append(node)
    names = set(names_in(parts))
    waiting = [*names]
    while waiting:
        for node in written.get(waiting.pop(), []):
            inner = [*ast.walk(node)]
            if used in inner and node is not definition:
                return True
            fresh = set(names_in(inner)) - names
            names |= fresh
            waiting += fresh
    return False


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
