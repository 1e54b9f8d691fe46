"""Says of each literal of a test whether an assertion can fail by it, and what the tests give to the code."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from task_flow import Flow, Readings
from task_flow_scopes import Suite
from task_flow_state import ExhaustedError
from task_flow_value import literals_of

if TYPE_CHECKING:
    from task_flow_value import Literal
    from task_stubs import Function

LITERALS_LISTED = 2000
CALLS_LISTED = 300
ROLES = ("expected", "given", "other")


class TestValues:
    """The values of the tests of a task."""

    def __init__(self, trees: dict[str, ast.Module]) -> None:
        tests = {path: tree for path, tree in trees.items() if path.startswith("tests/")}
        code = {path: tree for path, tree in trees.items() if path.startswith("src/")}
        self.readings = Readings(Suite(tests, code))
        self.files: dict[str, list[dict[str, str]]] = {}

    def of(self, path: str, test: Function) -> dict[str, Any]:
        """`literals`, each with the role in which it reaches an assertion, and `calls` of the code."""
        flow = Flow(self.readings)
        try:
            flow.test(path, test)
        except (ExhaustedError, RecursionError):
            return {"literals": self.written(path), "calls": []}
        found = [*listed(flow.expected, ("expected",)), *listed(flow.given(), ("given",)), *listed(flow.other, ("other",))]
        return {"literals": found[:LITERALS_LISTED], "calls": self.calls(flow)}

    def written(self, path: str) -> list[dict[str, str]]:
        if path not in self.files:
            literals = dict.fromkeys(written_in(self.readings.suite.trees[path]))
            self.files[path] = listed(literals, ("expected",))[:LITERALS_LISTED]
        return self.files[path]

    def calls(self, flow: Flow) -> list[dict[str, Any]]:
        found: dict[tuple[str, tuple[str | None, ...], tuple[tuple[str | None, ...], ...]], bool] = {}
        for index in flow.own:
            call = self.readings.calls[index]
            alias = self.readings.suite.aliases.get(call.name)
            for name in (call.name,) if alias is None else (call.name, alias):
                if call.is_code:
                    key = (name[:200], shortened(call.arguments), tuple(map(shortened, call.containers)))
                    found[key] = found.get(key, False) or index in flow.compared
        told = [
            {"name": name, "arguments": list(given), "containers": [*map(list, containers)], "compared": compared}
            for (name, given, containers), compared in found.items()
        ]
        return told[:CALLS_LISTED]


def shortened(texts: tuple[str | None, ...]) -> tuple[str | None, ...]:
    return tuple(None if text is None else text[:200] for text in texts)


def listed(literals: dict[Literal, None], roles: tuple[str, ...]) -> list[dict[str, str]]:
    return [{"kind": kind, "text": text[:500], "role": role} for role in roles for kind, text in literals]


def written_in(tree: ast.AST) -> list[Literal]:
    """All that stands in a file: where it is too large to be followed, nothing is held against it."""
    found: list[Literal] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) and isinstance(node.operand, ast.Constant):
            found += [(kind, f"-{text}") for kind, text in literals_of(node.operand.value)]
        elif isinstance(node, ast.Constant):
            found += literals_of(node.value)
        elif isinstance(node, ast.Name):
            found.append(("name", node.id))
        elif isinstance(node, (ast.List, ast.Tuple)) and not node.elts:
            found.append(("empty", type(node).__name__.lower()))
        elif isinstance(node, ast.Dict) and not node.keys:
            found.append(("empty", "dict"))
    return found
