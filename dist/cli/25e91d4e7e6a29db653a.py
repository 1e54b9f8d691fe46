"""Runs pytest in the process of one run, and reports what it does. Nothing of the task is imported before it."""

from __future__ import annotations

import functools
import hashlib
import importlib.util
import inspect
import os
import pathlib
import sys
from typing import TYPE_CHECKING, Any

import _pytest.config
import pytest

from run_parent import WITHOUT
from run_report import shorten
from task_reach import Reach

if TYPE_CHECKING:
    from collections.abc import Callable

    from run_report import Report


def run_traced(order: dict[str, Any], report: Report, rest_of_order: Callable[[], Any]) -> int:
    """The run that says what of the code was reached."""
    return run_pytest(order, report, rest_of_order, Reach(report.write, os.getcwd()))


def run_pytest(order: dict[str, Any], report: Report, rest_of_order: Callable[[], Any], *plugins: object) -> int:
    """Every run has the same options. The rest of its order says what to run once tests are collected: ids, or null for all."""
    work = os.getcwd()
    become_pytest()
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
                *WITHOUT,
                *(f"-p{name}" for name in order["plugins"]),
                "tests",
            ],
            plugins=[Reporter(report.write, work, rest_of_order), *plugins],
        )
    )


def hand_over(made: pytest.Config) -> None:
    """The first that asks pytest for a configuration, which is the run, gets the one that its parent made."""
    make = _pytest.config.get_config

    def take(args: Any = None, plugins: Any = None, **_: Any) -> pytest.Config:
        _pytest.config.get_config = make
        made.invocation_params = pytest.Config.InvocationParams(args=args, plugins=plugins, dir=pathlib.Path.cwd())
        return made

    _pytest.config.get_config = take


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


class Reporter:
    def __init__(self, write: Callable[..., None], work: str, wanted: Callable[[], list[str] | None]) -> None:
        self.write, self.work, self.wanted = write, work, wanted

    def pytest_configure(self, config: pytest.Config) -> None:
        config.addinivalue_line("markers", "criterion(id): the acceptance criterion that the test shows")

    def pytest_sessionstart(self) -> None:
        # Not before: what pytest imports while it starts must not be found in the task.
        sys.path[:0] = [self.work, os.path.join(self.work, "src")]

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Before this nothing of what is wanted is there, so that no module sees it while it is imported."""
        for item in items:
            self.collected(item)
        self.write("asks")
        wanted = self.wanted()
        if wanted is None:
            return
        place = {node_id: index for index, node_id in enumerate(wanted)}
        chosen = [item for item in items if short_id(item.nodeid) in place]
        items[:] = sorted(chosen, key=lambda item: place[short_id(item.nodeid)])

    def collected(self, item: pytest.Item) -> None:
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
