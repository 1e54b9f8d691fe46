"""Reads the task's Python files by their syntax. Nothing of them is run."""

from __future__ import annotations

import ast
import os
from typing import TYPE_CHECKING, Any

from run_report import shorten
from task_flow_scopes import is_fixture
from task_mutants import Asides, mutations
from task_policy import foreign_code
from task_source import deep_trees, first_line, parse, place_of, statements_in, unparse
from task_stubs import LOOKS, does_nothing, lambda_of, names_to_replace
from task_values import TestValues

if TYPE_CHECKING:
    from collections.abc import Iterator

    from run_report import Report

MUTANTS_LISTED = 3000
NAME_LIMIT = 500


def inspect_syntax(command: dict[str, Any], report: Report) -> None:
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
        values = TestValues(trees)
        for path, tree in trees.items():
            report.write("functions", file=path, lines=first_lines(tree))
            if is_test_file(path):
                report_tests(path, tree, values, report)
        report_code(trees, report)
    report.write("finish", exit=0)


def first_lines(tree: ast.Module) -> list[int]:
    """Where functions begin, as their code objects say it: with the first decorator."""
    return sorted({first_line(node) for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))})


def report_tests(path: str, tree: ast.Module, values: TestValues, report: Report) -> None:
    for test in tests_in(tree):
        node = test.pop("node")
        report.write("test", file=path, **test, **values.of(path, node))
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
    asides = Asides([tree for path, tree in files.items() if path.startswith("tests/")], [*trees.values()])
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


def formatted_parameters(tree: ast.Module) -> Iterator[int]:
    """Lines of f-strings inside a parametrize decorator: the ids of such tests are easily not what they look like."""
    for node in ast.walk(tree):
        for decorator in getattr(node, "decorator_list", []):
            if not isinstance(decorator, ast.Call) or not unparse(decorator.func).endswith("parametrize"):
                continue
            for part in ast.walk(decorator):
                if isinstance(part, ast.JoinedStr):
                    yield part.lineno


def functions_of(tree: ast.Module) -> Iterator[dict[str, Any]]:
    """Every function that does something, as a reader names it, with the line in which its code begins."""
    waiting: list[tuple[ast.AST, str]] = [(node, "") for node in reversed(tree.body)]
    while waiting:
        node, path = waiting.pop()
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            path = f"{path}.{node.name}" if path else node.name
            if not does_nothing(node) and node.name not in LOOKS:
                yield {"name": path[:500], "range": place_of(node), "first": first_line(node)}
        elif isinstance(node, ast.ClassDef):
            path = f"{path}.{node.name}" if path else node.name
        waiting += [(child, path) for child in reversed([*ast.iter_child_nodes(node)]) if not isinstance(child, ast.expr)]


def assigned_names(tree: ast.Module) -> Iterator[tuple[str, list[int]]]:
    """Public names that are given a value which may be code: that one is found only when the module has been imported."""
    for node in statements_in(tree.body):
        if lambda_of(node) is not None:
            continue
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            targets, value = [node.target], node.value
        else:
            continue
        if not may_be_code(value):
            continue
        for target in targets:
            for part in ast.walk(target):
                if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store) and not part.id.startswith("_"):
                    yield part.id, place_of(node)


def may_be_code(value: ast.expr) -> bool:
    return any(isinstance(part, (ast.Name, ast.Call, ast.Lambda)) for part in ast.walk(value))
