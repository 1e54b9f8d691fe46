"""A plugin of pytest: which tests did not pass, which functions below `src/` a run called, and which files there it loaded, as JSON into the file that
`OUTSIDE_CALLS` names."""

from __future__ import annotations

import inspect
import json
import os
import sys
import threading

SOURCE = os.path.join(os.getcwd(), "src") + os.sep
called: set[object] = set()
called_by_tests: set[object] = set()
noting = called
passed: set[str] = set()
others: dict[str, str] = {}


def note(frame, event, _argument):
    # The body of a class is code, too, but no function.
    if event == "call" and frame.f_code.co_flags & inspect.CO_OPTIMIZED:
        noting.add(frame.f_code)


def pytest_sessionstart():
    threading.setprofile(note)
    sys.setprofile(note)


def pytest_runtest_logstart():
    global noting  # noqa: PLW0603
    noting = called_by_tests


def pytest_collectreport(report):
    if not report.passed:
        others[report.nodeid] = str(report.longrepr)[-300:]


def pytest_runtest_logreport(report):
    if report.passed and not hasattr(report, "wasxfail"):
        passed.add(report.nodeid)
    else:
        others[report.nodeid] = str(report.longrepr)[-300:]


def pytest_unconfigure():
    sys.setprofile(None)
    threading.setprofile(None)
    loaded = [getattr(module, "__file__", None) for module in [*sys.modules.values()]]
    codes = [code for code in called | called_by_tests if code.co_filename.startswith(SOURCE)]
    by_tests = [code for code in codes if code in called_by_tests]
    with open(os.environ["OUTSIDE_CALLS"], "w", encoding="utf-8") as file:
        json.dump(
            {
                "passed": sorted(passed - others.keys()),
                "others": others,
                "loaded": sorted({short(name) for name in loaded if isinstance(name, str) and name.startswith(SOURCE)}),
                "called": sorted({f"{short(c.co_filename)}::{getattr(c, 'co_qualname', c.co_name)}" for c in by_tests}),
                "lines": sorted({(short(c.co_filename), c.co_firstlineno) for c in codes}),
            },
            file,
        )


def short(name):
    return "src/" + name[len(SOURCE) :]
