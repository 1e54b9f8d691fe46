"""Runs pytest in the process of one run, and reports what it does. Nothing of the task is imported before it."""

import hashlib
import os
import sys

import pytest

from task_syntax import shorten

SWITCHED_OFF = ("cacheprovider", "doctest", "pastebin", "stepwise", "junitxml")


def run_pytest(command, report):
    """`tests`: the ids to run, in order; without it all. `maxFailures`: where to stop; without it nowhere."""
    work = os.getcwd()
    sys.argv = ["pytest"]
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
            plugins=[Reporter(report.write, work, command.get("tests"))],
        )
    )


class Reporter:
    def __init__(self, write, work, wanted):
        self.write, self.work, self.wanted = write, work, wanted

    def pytest_configure(self, config):
        config.addinivalue_line("markers", "criterion(id): the acceptance criterion that the test shows")

    def pytest_sessionstart(self):
        # Not before: what pytest imports while it starts must not be found in the task.
        sys.path[:0] = [self.work, os.path.join(self.work, "src")]

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, config, items):
        if self.wanted is None:
            return
        place = {node_id: index for index, node_id in enumerate(self.wanted)}
        chosen = [item for item in items if short_id(item.nodeid) in place]
        items[:] = sorted(chosen, key=lambda item: place[short_id(item.nodeid)])

    def pytest_collection_finish(self, session):
        for item in session.items:
            file, line, _ = item.location
            self.write(
                "collected",
                id=short_id(item.nodeid),
                file=str(file),
                line=(line or 0) + 1,
                criteria=[str(value) for mark in item.iter_markers("criterion") for value in mark.args],
            )

    def pytest_collectreport(self, report):
        if not report.passed:
            self.write("uncollected", id=short_id(report.nodeid), outcome=report.outcome, **self.failure(report))

    def pytest_runtest_logstart(self, nodeid, location):
        self.write("begin", id=short_id(nodeid))

    def pytest_runtest_logreport(self, report):
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

    def pytest_runtest_logfinish(self, nodeid, location):
        self.write("end", id=short_id(nodeid))

    def pytest_internalerror(self, excrepr):
        self.write("internal_error", message=shorten(str(excrepr), 3500))

    def pytest_sessionfinish(self, session, exitstatus):
        self.write("finish", exit=int(exitstatus))

    def failure(self, report):
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


def short_id(node_id):
    if len(node_id) <= 500:
        return node_id
    return node_id[:400] + "…" + hashlib.sha256(node_id.encode("utf-8", "surrogatepass")).hexdigest()[:16]
