"""A plugin of pytest: which tests did not pass, which functions below `src/` a run called, and which files there it loaded, as JSON into the file that
`OUTSIDE_CALLS` names."""

from __future__ import annotations

import json
import os
import sys
import threading

SOURCE = os.path.join(os.getcwd(), "src") + os.sep
called: set[object] = set()
passed: set[str] = set()
others: dict[str, str] = {}


def note(frame, event, _argument):
    if event == "call":
        called.add(frame.f_code)


def pytest_sessionstart():
    threading.setprofile(note)
    sys.setprofile(note)


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
    codes = [code for code in called if code.co_filename.startswith(SOURCE)]
    with open(os.environ["OUTSIDE_CALLS"], "w", encoding="utf-8") as file:
        json.dump(
            {
                "passed": sorted(passed - others.keys()),
                "others": others,
                "loaded": sorted({short(name) for name in loaded if isinstance(name, str) and name.startswith(SOURCE)}),
                "called": sorted({f"{short(c.co_filename)}::{getattr(c, 'co_qualname', c.co_name)}" for c in codes}),
                "lines": sorted({(short(c.co_filename), c.co_firstlineno) for c in codes}),
            },
            file,
        )


def short(name):
    return "src/" + name[len(SOURCE) :]
