"""Finds out which lines of the task's code a run of its tests reaches, and what its modules hold when they have been
imported. What it says is only as good as the code that runs beside it: it is asked for no more than where to look."""

from __future__ import annotations

import contextlib
import os
import resource
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from task_made import Walk

if TYPE_CHECKING:
    from collections.abc import Callable
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

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        """Nothing of the task is imported before."""
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

    # Of pytest and all that it uses: called so often that it is to cost little.
    elsewhere: set[str] = set()

    def of_call(frame: FrameType, _: str, __: object) -> Any:
        code = frame.f_code
        if code.co_filename in elsewhere:
            return None
        if reach.begins(code):
            return of_line
        elsewhere.add(code.co_filename)
        return None

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
