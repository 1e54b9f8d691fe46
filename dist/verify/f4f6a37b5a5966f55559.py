"""Names of the tests, and what they stand for: files, imports, classes, fixtures."""

from __future__ import annotations

import ast
import builtins
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from task_flow_value import VOID, Callee, Value, joined
from task_source import unparse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from task_flow_value import Claim
    from task_stubs import Function

BUILTINS = frozenset(dir(builtins))


@dataclass(frozen=True, eq=False)
class Exit:
    """A way out of a function or loop that hangs on a result: `claim` is what holds where it is taken."""

    claim: Claim
    is_loop: bool


class Scope:
    """The names of a module or of a call of a function."""

    def __init__(self, path: str, parent: Scope | None = None) -> None:
        self.path = path
        self.parent = parent
        self.names: dict[str, Value] = {}
        # Names that belong to a scope further out.
        self.outer: set[str] = set()
        self.stars: list[tuple[int, str]] = []
        self.returns: list[Value] = []
        self.yields: list[Value] = []
        self.exit: Exit | None = None

    def find(self, name: str) -> Value | None:
        holder = self.holder(name)
        return None if holder is None else holder.names[name]

    def holder(self, name: str) -> Scope | None:
        scope: Scope | None = self
        while scope is not None:
            if name in scope.names:
                return scope
            scope = scope.parent
        return None

    def assign(self, name: str, value: Value) -> None:
        holder = self.holder(name) if name in self.outer else None
        (holder or self).names[name] = value

    def change(self, name: str, value: Value) -> None:
        """For what a name stands for was changed, wherever the name comes from; names of modules stay for the next test."""
        holder = self.holder(name)
        if holder is None or holder.parent is None:
            self.names[name] = value
        else:
            holder.names[name] = value


class Class:
    """A class of the tests, with those that it inherits from and those that inherit from it."""

    def __init__(self, node: ast.ClassDef, path: str) -> None:
        self.node = node
        self.path = path
        self.bases = [unparse(base).split("[")[0].split(".")[-1] for base in node.bases]
        self.methods: dict[str, Function] = {}
        self.values: list[ast.Assign | ast.AnnAssign] = []
        self.holders: dict[str, list[ast.Assign | ast.AnnAssign]] = {}
        for each in statements(node.body):
            if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self.methods[each.name] = each
            elif isinstance(each, (ast.Assign, ast.AnnAssign)):
                self.values.append(each)
                for name in assigned(each):
                    self.holders.setdefault(name, []).append(each)


def assigned(statement: ast.Assign | ast.AnnAssign) -> set[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}


class Suite:
    """The files of the tests, and the names of the code."""

    def __init__(self, tests: dict[str, ast.Module], code: dict[str, ast.Module]) -> None:
        self.trees = tests
        self.code = code
        self.code_modules = {name for path in code for name in module_names(path)} | {"src"}
        self.code_roots = {name.split(".")[0] for name in self.code_modules}
        self.code_classes = {node.name for tree in code.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
        self.code_names = self.code_classes | {
            node.name for tree in code.values() for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        }
        self.aliases = aliases_in(code.values(), self.code_names)
        self.code_names |= self.aliases.keys()
        self.classes: dict[str, list[Class]] = {}
        self.class_of: dict[int, Class] = {}
        self.families: dict[int, list[Class]] = {}
        self.fixtures: dict[str, dict[str, list[tuple[Function, Class | None]]]] = {}
        for path, tree in tests.items():
            self.read_classes(path, tree)
            self.read_fixtures(path, tree)

    def read_classes(self, path: str, tree: ast.Module) -> None:
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                one = Class(node, path)
                self.classes.setdefault(node.name, []).append(one)
                for method in one.methods.values():
                    self.class_of[id(method)] = one
                self.class_of[id(node)] = one

    def read_fixtures(self, path: str, tree: ast.Module) -> None:
        found: dict[str, list[tuple[Function, Class | None]]] = {}
        self.fixtures[path] = found
        for node in statements(tree.body):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and is_fixture(node):
                found.setdefault(fixture_name(node), []).append((node, None))
        for each in ast.walk(tree):
            one = self.class_of.get(id(each))
            for method in one.methods.values() if one is not None else ():
                if is_fixture(method):
                    found.setdefault(fixture_name(method), []).append((method, one))

    def family(self, one: Class) -> list[Class]:
        """The class, its bases, then the classes that inherit from it."""
        known = self.families.get(id(one))
        if known is None:
            known = self.families[id(one)] = self.family_of(one)
        return known

    def family_of(self, one: Class) -> list[Class]:
        found: dict[int, Class] = {}
        waiting = [one]
        while waiting:
            each = waiting.pop(0)
            if id(each) not in found:
                found[id(each)] = each
                waiting += [base for name in each.bases for base in self.classes.get(name, [])]
        for each in self.heirs(one):
            found.setdefault(id(each), each)
        return list(found.values())

    def heirs(self, one: Class) -> Iterator[Class]:
        names = {one.node.name}
        for _ in range(5):
            more = {each.node.name for all_of in self.classes.values() for each in all_of if names & set(each.bases)}
            if more <= names:
                break
            names |= more
        for name in sorted(names - {one.node.name}):
            yield from self.classes[name]

    def fixtures_for(self, path: str, name: str, one: Class | None) -> list[tuple[str, Function, Class | None]]:
        """The functions that a test in this file may get by this name: those of its class, its file, what it imports, and the
        `conftest.py` of its folder and of those above."""
        own = [(path, node, owner) for node, owner in self.fixtures.get(path, {}).get(name, [])]
        family = [] if one is None else self.family(one)
        in_class = [each for each in own if each[2] in family and each[2] is not None]
        if in_class:
            return in_class
        for each in family:
            if each.path != path and name in each.methods and is_fixture(each.methods[name]):
                return [(each.path, each.methods[name], each)]
        plain = [each for each in own if each[2] is None]
        if plain:
            return plain
        for place in self.conftests(path):
            if name in self.fixtures.get(place, {}):
                return [(place, node, owner) for node, owner in self.fixtures[place][name]]
        imported = [each for tree in [self.trees.get(path)] if tree is not None for each in imports_of(tree, name)]
        for level, source, origin in imported:
            for place in files_of(path, level, source):
                found = self.fixtures.get(place, {}).get(origin, [])
                if found:
                    return [(place, node, owner) for node, owner in found]
        return []

    def conftests(self, path: str) -> Iterator[str]:
        folder = os.path.dirname(path)
        while folder:
            yield f"{folder}/conftest.py"
            folder = os.path.dirname(folder)

    def starred(self, path: str, level: int, source: str, depth: int = 0) -> Iterator[str]:
        """The names of the code that `from … import *` takes from a module of it."""
        places = [*files_of(path, level, source), *(files_of("src/__init__.py", 0, source) if level == 0 else ())]
        place = next((each for each in places if each in self.code), None)
        if place is None or depth > 5:
            return
        for node in statements(self.code[place].body):
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    if alias.name == "*":
                        yield from self.starred(place, node.level, node.module or "", depth + 1)
                    elif alias.name in self.code_names:
                        yield alias.asname or alias.name
            else:
                yield from (name for name in names_made_by(node) if not name.startswith("_"))

    def is_code(self, dotted: str) -> bool:
        return dotted.split(".", maxsplit=1)[0] in self.code_roots


def names_made_by(node: ast.stmt) -> Iterator[str]:
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, (ast.Assign, ast.AnnAssign)):
        yield from assigned(node)


def aliases_in(trees: Iterable[ast.Module], names: set[str]) -> dict[str, str]:
    """Other names of functions and classes, and what they are of: `twice = double`, `from .other import double as twice`."""
    found: dict[str, str] = {}
    for node in (node for tree in trees for node in statements(tree.body)):
        if isinstance(node, ast.ImportFrom):
            found.update({alias.asname: alias.name for alias in node.names if alias.asname is not None})
        elif isinstance(node, ast.Assign) and isinstance(node.value, (ast.Name, ast.Attribute)):
            found.update(dict.fromkeys(assigned(node), unparse(node.value).split(".")[-1]))
    return {alias: last for alias, last in ((alias, end_of(alias, found)) for alias in found) if last in names and alias not in names}


def end_of(alias: str, aliases: dict[str, str]) -> str:
    for _ in range(5):
        alias = aliases.get(alias, alias)
    return alias


def statements(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Those of a block, and those behind conditions in it."""
    for node in body:
        yield node
        if isinstance(node, (ast.If, ast.Try, ast.With)):
            yield from statements(node.body)
            yield from statements(getattr(node, "orelse", []))
            for handler in getattr(node, "handlers", []):
                yield from statements(handler.body)


def module_names(path: str) -> list[str]:
    """`src/shop/price.py` is `src.shop.price` and `shop.price`."""
    parts = path.removesuffix(".py").removesuffix("/__init__").split("/")
    return [".".join(parts), *([".".join(parts[1:])] if len(parts) > 1 else [])]


def imports_of(tree: ast.Module, name: str) -> Iterator[tuple[int, str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.name == "*" or (alias.asname or alias.name) == name:
                    yield node.level, node.module or "", name if alias.name == "*" else alias.name


def files_of(path: str, level: int, source: str) -> list[str]:
    """The files that an import in one file may mean: from its own folder, or from the roots of `sys.path`."""
    parts = source.split(".") if source else []
    folder = os.path.dirname(path).split("/")
    roots: list[list[str]] = [folder[: len(folder) - (level - 1)]] if level > 0 else [[], folder, ["tests"]]
    return [
        each
        for root in roots
        for each in ("/".join([*root, *parts]) + ".py", "/".join([*root, *parts, "__init__.py"]))
        if parts or level > 0
    ]


def is_fixture(node: Function) -> bool:
    """`@fixture`, `@pytest.fixture(...)`, `@pytest_asyncio.fixture`: by what is called, not by its arguments."""
    called = (decorator.func if isinstance(decorator, ast.Call) else decorator for decorator in node.decorator_list)
    return any(unparse(each).split(".")[-1] in ("fixture", "yield_fixture") for each in called)


def fixture_name(node: Function) -> str:
    for decorator in node.decorator_list:
        for keyword in decorator.keywords if isinstance(decorator, ast.Call) else ():
            if keyword.arg == "name" and isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str):
                return keyword.value.value
    return node.name


def is_automatic(fixture: Function) -> bool:
    return any("autouse=True" in unparse(decorator) for decorator in fixture.decorator_list)


def callee_value(callees: list[Callee]) -> Value:
    return joined([Value(callees=(each,), is_mutable=True) for each in callees]) if callees else VOID
