"""Finds out which lines of the task's code a run of its tests reaches, and what its modules hold when they have been
imported. What it says is only as good as the code that runs beside it: it is asked for no more than where to look."""

from __future__ import annotations

import ast
import contextlib
import os
import resource
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from task_made import Walk
from task_source import first_line, place_of, statements_in
from task_stubs import LOOKS, does_nothing, lambda_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType, FrameType


# What Python announces when somebody begins or ends to trace.
TRACERS = {"sys.settrace", "sys.setprofile", "sys.monitoring.register_callback"}


class Reach:
    """A plugin of pytest that watches from before the first import of the task until the end of the session."""

    def __init__(self, write: Callable[..., None], work: str) -> None:
        self.write, self.work = write, work
        self.code = os.path.join(work, "src") + os.sep
        # By file: lines that were run, and first lines of functions that were called.
        self.lines: dict[str, set[int]] = {}
        self.called: dict[str, set[int]] = {}
        # Whether somebody else traced, too: what runs then, and what traces, shows itself to nobody here.
        self.is_disturbed = False

    def pytest_sessionstart(self) -> None:
        if sys.version_info >= (3, 12):
            watch_by_events(self)
        else:
            watch_by_frames(self)
        sys.addaudithook(self.heard)

    def heard(self, event: str, _: object) -> None:
        # A thread sets the tracer that was set for all threads.
        if event in TRACERS and sys._getframe(1).f_globals.get("__name__") != "threading":  # noqa: SLF001
            self.is_disturbed = True

    def begins(self, code: CodeType) -> bool:
        """Whether it is the task's."""
        if not code.co_filename.startswith(self.code):
            return False
        self.called.setdefault(code.co_filename, set()).add(code.co_firstlineno)
        return True

    def runs(self, code: CodeType, line: int) -> None:
        # An empty file has a line 0.
        if line > 0:
            self.lines.setdefault(code.co_filename, set()).add(line)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        for file, lines in self.lines.items():
            path = os.path.relpath(file, self.work)
            self.write("reached", file=path[:300], lines=sorted(lines), called=sorted(self.called.get(file, ())))
        self.write("traced", partly=has_had_children() or self.is_disturbed)
        for event, fields in Walk(self.work).events():
            self.write(event, **fields)


def watch_by_frames(reach: Reach) -> None:
    def of_line(frame: FrameType, event: str, _: object) -> Any:
        if event == "line":
            reach.runs(frame.f_code, frame.f_lineno)
        return of_line

    def of_call(frame: FrameType, _: str, __: object) -> Any:
        return of_line if reach.begins(frame.f_code) else None

    threading.settrace(of_call)
    sys.settrace(of_call)


def watch_by_events(reach: Reach) -> None:
    """From 3.12: each place is asked for once, so that a run is hardly slower."""
    monitoring: Any = getattr(sys, "monitoring")  # noqa: B009
    tool, events = monitoring.COVERAGE_ID, monitoring.events

    def of_call(code: CodeType, _: int) -> Any:
        if reach.begins(code):
            monitoring.set_local_events(tool, code, events.LINE)
        return monitoring.DISABLE

    def of_line(code: CodeType, line: int) -> Any:
        reach.runs(code, line)
        return monitoring.DISABLE

    monitoring.use_tool_id(tool, "coverage")
    monitoring.register_callback(tool, events.PY_START, of_call)
    monitoring.register_callback(tool, events.LINE, of_line)
    monitoring.set_events(tool, events.PY_START)


def has_had_children() -> bool:
    """Whether there was another process, in which code was run that nobody watched."""
    if resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss > 0:
        return True
    tasks = "/proc/self/task"
    for task in os.listdir(tasks):
        with contextlib.suppress(FileNotFoundError), open(f"{tasks}/{task}/children") as file:
            if file.read().strip():
                return True
    return False


# What the syntax says of the same


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
