"""Reads the task's Python files by their syntax. Nothing of them is run."""

from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING, Any

from task_mutants import Asides, mutations
from task_policy import foreign_code
from task_reach import assigned_names, functions_of
from task_source import deep_trees, first_line, parse, unparse
from task_stubs import names_to_replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytest_session import Report
    from task_stubs import Function

MUTANTS_LISTED = 3000
LITERALS_LISTED = 2000
NAME_LIMIT = 500


def shorten(text: str, size: int) -> str:
    return text if len(text) <= size else text[: size // 2] + "\n…\n" + text[-size // 2 :]


def inspect_syntax(command: dict[str, Any], report: Report) -> int:
    trees: dict[str, ast.Module] = {}
    for path in sorted(command["paths"]):
        with open(path, "rb") as file:
            source = file.read()
        try:
            tree = parse(source, path)
            compile(tree, path, "exec", dont_inherit=True)
            trees[path] = tree
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            report.write(
                "unreadable",
                file=path,
                line=max(getattr(error, "lineno", None) or 1, 1),
                message=shorten(f"{type(error).__name__}: {getattr(error, 'msg', None) or error}", 500),
            )
    with deep_trees():
        literals = Literals({path: tree for path, tree in trees.items() if path.startswith("tests/")})
        for path, tree in trees.items():
            report.write("functions", file=path, lines=first_lines(tree))
            if is_test_file(path):
                report_tests(path, tree, literals, report)
        report_code(trees, report)
    report.write("finish", exit=0)
    return 0


def first_lines(tree: ast.Module) -> list[int]:
    """Where functions begin, as their code objects say it: with the first decorator."""
    return sorted({first_line(node) for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))})


def report_tests(path: str, tree: ast.Module, literals: Literals, report: Report) -> None:
    for test in tests_in(tree):
        node = test.pop("node")
        report.write("test", file=path, **test, literals=literals.of(path, node)[:LITERALS_LISTED])
    for line in formatted_parameters(tree):
        report.write("formatted_parameter", file=path, line=line)


def report_code(files: dict[str, ast.Module], report: Report) -> None:
    trees = {path: tree for path, tree in files.items() if path.startswith("src/")}
    for path, tree in trees.items():
        report.write("code", file=path, statements=len(tree.body))
        for line, what in foreign_code(tree):
            report.write("foreign_code", file=path, line=line, what=what)
        for name, place in assigned_names(tree):
            report.write("assigned", file=path, name=shorten(name, NAME_LIMIT), range=place)
        for function in functions_of(tree):
            report.write("body", file=path, **function)
    for path, public in names_to_replace(trees):
        if len(public.name) > NAME_LIMIT:
            message = f"NameError: the name of a function or class has more than {NAME_LIMIT} characters"
            report.write("unreadable", file=path, line=public.range[0], message=message)
            continue
        report.write("public", file=path, name=public.name, kind=public.kind, range=public.range, stubs=public.stubs)
    asides = Asides([tree for path, tree in files.items() if path.startswith("tests/")])
    for path, tree in trees.items():
        for index, mutation in enumerate(mutations(tree)):
            if index < MUTANTS_LISTED:
                around = mutation.around
                report.write(
                    "mutant",
                    file=path,
                    index=index,
                    kind=mutation.kind,
                    range=mutation.range,
                    change=shorten(mutation.change(), 300),
                    function=shorten(around.function, NAME_LIMIT),
                    first=around.first if around.function else None,
                    lines=around.lines,
                    aside=asides.of(mutation),
                )


def is_test_file(path: str) -> bool:
    name = os.path.basename(path)
    return path.startswith("tests/") and (name.startswith("test_") or name.endswith("_test.py"))


def tests_in(tree: ast.Module) -> list[dict[str, Any]]:
    """Functions that pytest takes for tests by their names, with the classes around them. `certain`: it must take them,
    whatever happens when the file is imported; the others it may meet by inheritance or behind a condition."""
    found = []

    def visit(node: ast.AST, classes: list[str], certain: bool) -> None:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if node.name.startswith("test") and not is_fixture(node):
                name = shorten("::".join([*classes, node.name]), 900)
                found.append({"name": name, "line": node.lineno, "first": first_line(node), "certain": certain, "node": node})
        elif isinstance(node, ast.ClassDef):
            is_test_case = any("TestCase" in unparse(base) for base in node.bases)
            is_taken = (node.name.startswith("Test") or is_test_case) and not opts_out(node)
            for child in node.body:
                visit(child, [*classes, node.name], certain and is_taken)
        else:
            for child in ast.iter_child_nodes(node):
                if isinstance(child, (ast.stmt, ast.excepthandler)):
                    visit(child, classes, False)

    def opts_out(node: ast.ClassDef) -> bool:
        return any(isinstance(each, ast.Assign) and unparse(each) == "__test__ = False" for each in node.body)

    for node in tree.body:
        visit(node, [], True)
    return found


def is_fixture(node: Function) -> bool:
    """`@fixture`, `@pytest.fixture(...)`, `@pytest_asyncio.fixture`: by what is called, not by its arguments."""
    called = (decorator.func if isinstance(decorator, ast.Call) else decorator for decorator in node.decorator_list)
    return any(unparse(each).split(".")[-1] in ("fixture", "yield_fixture") for each in called)


def formatted_parameters(tree: ast.Module) -> Iterator[int]:
    """Lines of f-strings inside a parametrize decorator: the ids of such tests are easily not what they look like."""
    for node in ast.walk(tree):
        for decorator in getattr(node, "decorator_list", []):
            if not isinstance(decorator, ast.Call) or not unparse(decorator.func).endswith("parametrize"):
                continue
            for part in ast.walk(decorator):
                if isinstance(part, ast.JoinedStr):
                    yield part.lineno


class Literals:
    """The values that stand in a test: in its body and decorators, and in the names of its module, helper functions and
    fixtures that these refer to, also where they are imported from another file of the tests. Docstrings are no values."""

    def __init__(self, trees: dict[str, ast.Module]) -> None:
        self.modules = {path: Module(tree) for path, tree in trees.items()}

    def of(self, path: str, test: Function) -> list[dict[str, str]]:
        values: dict[tuple[str, str], None] = {}
        seen: set[int] = set()
        waiting = [(path, node) for node in (test, *self.modules[path].around(test))]
        while waiting:
            place, node = waiting.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            for kind, text in values_in(node):
                values[kind, text] = None
            for name in names_in(node):
                waiting += self.definitions(place, name)
        return [{"kind": kind, "text": text[:500]} for kind, text in values]

    def definitions(self, path: str, name: str) -> list[tuple[str, ast.AST]]:
        """What a name stands for in a file, each with the file that it stands in."""
        found: list[tuple[str, ast.AST]] = []
        seen: set[tuple[str, str]] = set()
        waiting = [(path, name)]
        while waiting:
            place, wanted = waiting.pop()
            if (place, wanted) in seen or place not in self.modules:
                continue
            seen.add((place, wanted))
            module = self.modules[place]
            found += [(place, node) for node in module.names.get(wanted, [])]
            for level, source, imported in module.imports.get(wanted, []) + module.imports.get("*", []):
                origin = wanted if imported == "*" else imported
                waiting += [(each, origin) for each in files_of(place, level, source)]
            # `cases.RATES`, where `cases` is a file of the tests.
            around, _, last = wanted.rpartition(".")
            for level, source in module.modules.get(around, []):
                waiting += [(each, last) for each in files_of(place, level, source)]
        return found


class Module:
    """What a file defines and imports, by name, and the names that may stand for other files."""

    def __init__(self, tree: ast.Module) -> None:
        self.names: dict[str, list[ast.AST]] = {}
        # How many folders up, from which module, and which name of it.
        self.imports: dict[str, list[tuple[int, str, str]]] = {}
        self.modules: dict[str, list[tuple[int, str]]] = {}
        self.classes: dict[ast.stmt, ast.ClassDef] = {}
        for node in tree.body:
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                self.names.setdefault(node.name, []).append(node)
            elif isinstance(node, (ast.Assign, ast.AnnAssign)):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                for name in (part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)):
                    self.names.setdefault(name, []).append(node)
            elif isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    name, source = alias.asname or alias.name, node.module or ""
                    self.imports.setdefault(name, []).append((node.level, source, alias.name))
                    whole = f"{source}.{alias.name}" if source else alias.name
                    self.modules.setdefault(name, []).append((node.level, whole))
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    self.modules.setdefault(alias.asname or alias.name, []).append((0, alias.name))
            elif isinstance(node, ast.ClassDef):
                self.classes.update(dict.fromkeys(node.body, node))

    def around(self, test: Function) -> Iterator[ast.AST]:
        """What a class does before each of its tests: its values, what it sets up, and its fixtures that the test asks for."""
        node = self.classes.get(test)
        if node is None:
            return
        yield from node.decorator_list
        asked = set(names_in(test))
        for each in node.body:
            if isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef)):
                if each.name in SET_UP or (is_fixture(each) and (each.name in asked or is_automatic(each))):
                    yield each
            elif isinstance(each, (ast.Assign, ast.AnnAssign)):
                yield each


SET_UP = ("setUp", "setUpClass", "setup_method", "setup_class", "asyncSetUp")


def is_automatic(fixture: Function) -> bool:
    return any("autouse=True" in unparse(decorator) for decorator in fixture.decorator_list)


def files_of(path: str, level: int, source: str) -> list[str]:
    """The files that an import in one file may mean: from its own folder, or from the roots of `sys.path`."""
    parts = source.split(".") if source else []
    folder = os.path.dirname(path).split("/")
    roots: list[list[str]] = [folder[: len(folder) - (level - 1)]] if level > 0 else [[], folder]
    return ["/".join([*root, *parts]) + ".py" for root in roots if parts]


def names_in(node: ast.AST) -> Iterator[str]:
    """Names, and names with their attributes, such as `cases.RATES`."""
    for part in ast.walk(node):
        if isinstance(part, ast.Name):
            yield part.id
        elif isinstance(part, ast.Attribute):
            dotted = dotted_name(part)
            if dotted is not None:
                yield dotted
        elif isinstance(part, ast.arg):
            yield part.arg


def dotted_name(node: ast.AST) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        around = dotted_name(node.value)
        return None if around is None else f"{around}.{node.attr}"
    return None


def values_in(node: ast.AST) -> Iterator[tuple[str, str]]:
    docstrings = {
        id(statement.value)
        for part in ast.walk(node)
        if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        for statement in part.body
        if isinstance(statement, ast.Expr)
    }
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, ast.UnaryOp) and isinstance(part.op, ast.USub):
            number = number_in(part.operand)
            if number is not None:
                yield "number", "-" + repr(number)
                continue
        if isinstance(part, ast.Constant):
            if number_in(part) is not None:
                yield "number", repr(part.value)
            elif isinstance(part.value, str) and id(part) not in docstrings:
                yield "string", part.value
            elif part.value is None or isinstance(part.value, bool):
                yield "name", str(part.value)
            elif isinstance(part.value, bytes):
                yield "string", part.value.decode("latin-1")
        elif isinstance(part, ast.Name):
            yield "name", part.id
        elif isinstance(part, ast.Attribute):
            yield "name", part.attr
        elif isinstance(part, (ast.List, ast.Tuple, ast.Set, ast.Dict)) and not (part.keys if isinstance(part, ast.Dict) else part.elts):
            yield "empty", type(part).__name__.lower()
        waiting += ast.iter_child_nodes(part)


def number_in(node: ast.AST) -> int | float | None:
    value = node.value if isinstance(node, ast.Constant) else None
    if isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < 10**400:
        return value
    return None
