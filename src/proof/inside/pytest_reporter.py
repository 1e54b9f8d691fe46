"""Runs pytest in the process of one run, and reports what it does. Nothing of the task is imported before it."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import inspect
import os
import sys
from typing import TYPE_CHECKING, Any

import pytest

from task_reach import Reach
from task_syntax import shorten

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_session import Report

# What this program consists of, and what nothing but this program needs.
OUR_MODULES = (
    *("pytest_reporter", "system_calls", "task_made", "task_mutants", "task_objects", "task_policy", "task_reach"),
    *("task_source", "task_stubs", "task_syntax"),
)
ONLY_OURS = ("ctypes", "_ctypes", "resource")
SWITCHED_OFF = ("cacheprovider", "doctest", "pastebin", "stepwise", "junitxml")


def run_pytest(command: dict[str, Any], report: Report) -> int:
    """`tests`: the ids to run, in order; without it all. `maxFailures`: where to stop; without it nowhere. `traced`: whether to
    say what of the code was reached."""
    work = os.getcwd()
    become_pytest()
    options = ["--collect-only"] if command["mode"] == "collect" else []
    if command.get("maxFailures"):
        options.append(f"--maxfail={command['maxFailures']}")
    return int(
        pytest.main(
            [
                "--noconftest",
                "-c",
                os.devnull,
                f"--rootdir={work}",
                "--import-mode=importlib",
                "--color=no",
                "--tb=short",
                "-q",
                *(f"-pno:{name}" for name in SWITCHED_OFF),
                *(f"-p{name}" for name in command["plugins"]),
                *options,
                "tests",
            ],
            plugins=[Reporter(report.write, work, command.get("tests")), *([Reach(report.write, work)] if command.get("traced") else [])],
        )
    )


def become_pytest() -> None:
    """The program is what `python -m pytest` makes it: a process that multiprocessing starts looks at it, and must not find
    ours."""
    spec = importlib.util.find_spec("pytest.__main__")
    if spec is None:
        raise ImportError("pytest has no __main__")
    program = importlib.util.module_from_spec(spec)
    program.__name__ = "__main__"
    sys.modules["__main__"] = program
    sys.argv = [str(spec.origin)]
    # A task may have modules of these names, and they are none that pytest would have loaded.
    for name in [*OUR_MODULES, *(name for name in sys.modules if name.split(".")[0] in ONLY_OURS)]:
        sys.modules.pop(name, None)


class Reporter:
    def __init__(self, write: Callable[..., None], work: str, wanted: list[str] | None) -> None:
        self.write, self.work, self.wanted = write, work, wanted

    def pytest_configure(self, config: pytest.Config) -> None:
        config.addinivalue_line("markers", "criterion(id): the acceptance criterion that the test shows")

    def pytest_sessionstart(self) -> None:
        # Not before: what pytest imports while it starts must not be found in the task.
        sys.path[:0] = [self.work, os.path.join(self.work, "src")]

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        if self.wanted is None:
            return
        place = {node_id: index for index, node_id in enumerate(self.wanted)}
        chosen = [item for item in items if short_id(item.nodeid) in place]
        items[:] = sorted(chosen, key=lambda item: place[short_id(item.nodeid)])

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        for item in session.items:
            file, line, _ = item.location
            self.write(
                "collected",
                id=short_id(item.nodeid),
                file=file,
                line=(line or 0) + 1,
                source=self.source_of(item),
                criteria=[str(value) for mark in item.iter_markers("criterion") for value in mark.args],
            )

    def source_of(self, item: pytest.Item) -> dict[str, Any] | None:
        """Where the function stands that pytest collected, below all that wraps it; None where no file of the task holds it."""
        function = getattr(item, "obj", None)
        try:
            function = inspect.unwrap(function) if callable(function) else None
        except ValueError:
            return None
        while isinstance(function, functools.partial):
            function = function.func
        code = getattr(getattr(function, "__func__", function), "__code__", None)
        if code is None:
            return None
        file = os.path.relpath(code.co_filename, self.work)
        return None if file.startswith("..") else {"file": file[:300], "line": max(code.co_firstlineno, 1)}

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if not report.passed:
            self.write("uncollected", id=short_id(report.nodeid), outcome=report.outcome, **self.failure(report))

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self.write("begin", id=short_id(nodeid))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        is_xfail = hasattr(report, "wasxfail")
        if report.passed and report.when != "call" and not is_xfail:
            return
        self.write(
            "phase",
            id=short_id(report.nodeid),
            when=report.when,
            outcome=report.outcome,
            xfail=is_xfail,
            seconds=report.duration,
            **({} if report.passed else self.failure(report)),
        )

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self.write("end", id=short_id(nodeid))

    def pytest_internalerror(self, excrepr: object) -> None:
        self.write("internal_error", message=shorten(str(excrepr), 3500))

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        self.write("finish", exit=exitstatus)

    def failure(self, report: pytest.CollectReport | pytest.TestReport) -> dict[str, Any]:
        crash = getattr(report.longrepr, "reprcrash", None)
        said = {
            "message": shorten(crash.message if crash is not None else str(report.longrepr), 1500),
            "text": shorten(report.longreprtext, 3500),
        }
        if crash is not None:
            path = os.path.relpath(crash.path, self.work)
            if not path.startswith(".."):
                said.update(file=path, line=crash.lineno)
        return said


def short_id(node_id: str) -> str:
    if len(node_id) <= 500:
        return node_id
    return node_id[:400] + "…" + hashlib.sha256(node_id.encode("utf-8", "surrogatepass")).hexdigest()[:16]
