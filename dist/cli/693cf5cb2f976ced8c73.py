"""Follows values through a test by its syntax. Nothing of it is run; what cannot be followed is taken for something that
hangs on the code, so that no honest test is refused for how it is written."""

from __future__ import annotations

import ast
import contextlib
from typing import TYPE_CHECKING

from task_flow_expressions import ROWS, either, rows_of
from task_flow_scopes import Class, Scope, Suite, is_automatic, is_fixture
from task_flow_state import Call, ExhaustedError
from task_flow_statements import Statements
from task_flow_value import ANYTHING, VOID, Callee, Value, element_of, joined, union
from task_source import unparse
from task_stubs import is_generator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from task_flow_scopes import Class
    from task_stubs import Function

SET_UP = ("setUpClass", "setup_class", "setUp", "asyncSetUp", "setup_method", "setup")


class Readings:
    """What is known of all tests of a task."""

    def __init__(self, suite: Suite) -> None:
        self.suite = suite
        self.modules: dict[str, Scope] = {}
        self.calls: list[Call] = []
        self.steps = 0
        self.generators: dict[int, bool] = {}

    def is_generator(self, node: Function) -> bool:
        if id(node) not in self.generators:
            self.generators[id(node)] = is_generator(node)
        return self.generators[id(node)]

    def module(self, path: str) -> Scope:
        """The names of a file, as they are when it was imported."""
        if path not in self.modules:
            scope = self.modules[path] = Scope(path)
            flow = Flow(self)
            flow.is_judging = False
            with contextlib.suppress(ExhaustedError):
                for statement in self.suite.trees[path].body:
                    flow.statement(statement, scope)
        return self.modules[path]


class Flow(Statements):
    """One test, with its fixtures and parameters."""

    def test(self, path: str, node: Function) -> None:
        """Follows one test, for each row of its parameters."""
        module = self.readings.module(path)
        one = self.suite.class_of.get(id(node))
        rows = self.rows(path, node, one, module)
        for row in rows:
            self.fixtures = {}
            self.parameters = row
            self.object = VOID if one is None else Value(fields={}, instance=one, is_mutable=True)
            self.before(path, node, one)
            scope = Scope(path, module)
            self.enter_test(path, node, one, scope, row)
            self.block(node.body, scope)

    def rows(self, path: str, node: Function, one: Class | None, module: Scope) -> list[dict[str, Value]]:
        marks = [self.value(decorator, module) for decorator in node.decorator_list]
        for each in self.suite.family(one) if one is not None else ():
            marks += [self.value(decorator, self.readings.module(each.path)) for decorator in each.node.decorator_list]
        for place in (path, *self.suite.conftests(path)):
            if place in self.suite.trees:
                generate = self.readings.module(place).names.get("pytest_generate_tests")
                marks += self.generated(generate) if generate is not None else []
        tables = [
            table
            for mark in [*marks, module.names.get("pytestmark", VOID)]
            for table in (mark.items if mark.origin is None else [mark]) or ()
        ]
        rows: list[dict[str, Value]] = [{}]
        for table in tables:
            if table.origin == "parametrize!":
                found = list(rows_of_table(table))
                rows = [{**row, **more} for more in found for row in rows][: ROWS * 2] if found else rows
        others = union(mark for mark in marks if mark.origin != "parametrize!" and not is_mark(mark))
        return [{**row, "": others} for row in rows]

    def generated(self, function: Value) -> list[Value]:
        """What `pytest_generate_tests` gives to all tests of a file."""
        found: list[Value] = []
        for callee in function.callees:
            for part in ast.walk(callee.node):
                if isinstance(part, ast.Call) and isinstance(part.func, ast.Attribute) and part.func.attr == "parametrize":
                    values, named = self.arguments(part, Scope(callee.path, callee.scope))
                    found.append(self.outside("parametrize", values, named))
        return found

    def before(self, path: str, node: Function, one: Class | None) -> None:
        self.is_set_up = True
        family = self.suite.family(one) if one is not None else []
        for name in SET_UP:
            for each in family:
                if name in each.methods and not is_fixture(each.methods[name]):
                    self.run(Callee(each.methods[name], each.path, self.readings.module(each.path), self.object), [], {})
        for place in (path, *self.suite.conftests(path)):
            for name, found in self.suite.fixtures.get(place, {}).items():
                used = any(name in unparse(decorator) for decorator in node.decorator_list if "usefixtures" in unparse(decorator))
                if any((is_automatic(function) or used) and (owner is None or owner in family) for function, owner in found):
                    self.fixture(path, name, one)
        self.is_set_up = False

    def enter_test(self, path: str, node: Function, one: Class | None, scope: Scope, row: dict[str, Value]) -> None:
        parameters = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        decorators = [unparse(each) for each in node.decorator_list]
        if one is not None and parameters and "staticmethod" not in decorators:
            scope.names[parameters.pop(0).arg] = self.object
        for each in parameters:
            value = self.fixture(path, each.arg, one)
            if value is None:
                value = row.get(each.arg)
            # By a plugin, or by a decorator that is not known: `@given(...)`, `@patch(...)`.
            scope.names[each.arg] = value if value is not None else union([ANYTHING, row[""]])

    def fixture(self, path: str, name: str, one: Class | None) -> Value | None:
        found = self.suite.fixtures_for(path, name, one)
        if not found or (name in self.parameters and not any(uses_request(node) for _, node, _ in found)):
            return None
        results = []
        for place, node, owner in found:
            key = (place, id(node))
            if key not in self.fixtures:
                self.fixtures[key] = VOID
                self.fixtures[key] = self.made_by(place, node, owner, path, one, name)
            results.append(self.fixtures[key])
        return joined(results)

    def made_by(self, place: str, node: Function, owner: Class | None, path: str, one: Class | None, name: str) -> Value:
        module = self.readings.module(place)
        scope = Scope(place, module)
        before, self.is_set_up = self.is_set_up, True
        parameters = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        if owner is not None and parameters:
            scope.names[parameters.pop(0).arg] = self.object
        for each in parameters:
            if each.arg == "request":
                scope.names["request"] = Value(fields={"param": self.parameter(node, module, name)}, is_opaque=True)
            elif each.arg != name or place != path:
                scope.names[each.arg] = self.fixture(path, each.arg, one) or self.parameters.get(each.arg, ANYTHING)
        self.block(node.body, scope)
        self.is_set_up = before
        return either([*scope.returns, *scope.yields] or [VOID])

    def parameter(self, node: Function, module: Scope, name: str) -> Value:
        given = [self.parameters[name]] if name in self.parameters else []
        for decorator in node.decorator_list:
            for keyword in decorator.keywords if isinstance(decorator, ast.Call) else ():
                given += [element_of(self.value(keyword.value, module))] if keyword.arg == "params" else []
        return joined(given) if given else ANYTHING


def rows_of_table(table: Value) -> Iterator[dict[str, Value]]:
    names, values = table.items if table.items is not None and len(table.items) == 2 else (VOID, VOID)
    text = names.constant
    listed = (
        [part.strip() for part in text.split(",") if part.strip()]
        if isinstance(text, str)
        else [str(item.constant) for item in names.items or ()]
    )
    is_single = isinstance(text, str) and len(listed) == 1 and "," not in text
    for row in rows_of(values):
        if is_single:
            yield {listed[0]: row}
        elif row.items is not None and len(row.items) == len(listed):
            yield dict(zip(listed, row.items, strict=True))
        else:
            yield dict.fromkeys(listed, element_of(row))


def is_mark(value: Value) -> bool:
    """What pytest's own marks are given is no value of the test."""
    return value.origin is not None and (value.origin == "mark!" or ".mark." in f".{value.origin}")


def uses_request(node: Function) -> bool:
    return any(each.arg == "request" for each in node.args.args)
