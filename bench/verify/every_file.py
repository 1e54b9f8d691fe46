"""Sends every Python file of the standard library that runs this, its tests included, through each reader and writer of source
that verify has: syntax, values of tests, public names, stubs, small changes, another layout.

    python bench/verify/every_file.py [K/N]     all of the files, or the K-th of N shares of them

Each file is taken for code and for tests. What Python itself does not compile is left out. Written are the other layout, all
stubs of a kind together, and three stubs and three small changes that are spread over the file; each must be Python again, and
the other layout the same code. What cannot be written is passed over, as verify does, and counted; any other
error is a fault. Exits 1 when there is one.
"""

from __future__ import annotations

import ast
import collections
import json
import os
import pathlib
import sys
import sysconfig
import tempfile
import time
import traceback
import warnings
from typing import TYPE_CHECKING, Any

INSIDE = pathlib.Path(__file__).parents[2] / "src/proof/inside"
sys.path[:0] = [str(INSIDE / folder) for folder in ("", "reach", "source", "values")]

from run_report import Report
from task_source import deep_trees, read, write, write_again
from task_stubs import write_stubs
from task_mutants import write_mutant
from task_syntax import inspect_syntax

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# What verify takes for "cannot be written", where a file is only to have another layout.
PASSED_OVER = (SyntaxError, ValueError, RecursionError, MemoryError)
SOME = 3

CODE, TESTS = "src/module.py", "tests/test_module.py"
counted: collections.Counter[str] = collections.Counter()
faults: list[str] = []


def main(part: int, parts: int) -> None:
    library = pathlib.Path(sysconfig.get_path("stdlib"))
    files = sorted(path for path in library.rglob("*.py") if "site-packages" not in path.parts and path.is_file())[part - 1 :: parts]
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.makedirs("src")
        os.makedirs("tests")
        for path in files:
            judge(str(path.relative_to(library)), path.read_bytes())
    print(f"Python {sys.version.split()[0]}, {len(files)} files in {time.monotonic() - started:.0f} s")
    for what, number in sorted(counted.items()):
        print(f"  {what}: {number}")
    print(f"{len(faults)} faults")
    for fault in faults:
        print(fault)
    raise SystemExit(1 if faults else 0)


def judge(name: str, source: bytes) -> None:
    try:
        compile(source, name, "exec", dont_inherit=True)
    except PASSED_OVER:
        counted["no Python of this version"] += 1
        return
    counted["files"] += 1
    told = attempt(name, "read", lambda: list(read_as(CODE, source))) or []
    attempt(name, "read as tests", lambda: list(read_as(TESTS, source)))
    for event in told:
        if event["event"] == "unreadable":
            faults.append(f"{name}: read: {event['message']}")
    attempt(name, "other layout", lambda: write_layout(source))
    public = [event for event in told if event["event"] == "public"]
    for kind in sorted({kind for event in public for kind in event["stubs"]}):
        stubs = [stub(event, kind) for event in public if event["kind"] != "method" and kind in event["stubs"]]
        if not stubs:
            continue
        attempt(name, f"all stubs ({kind})", lambda stubs=stubs: write_changed(source, lambda: write_stubs(stubs)))
    for turn, event in enumerate(spread(public)):
        kind = event["stubs"][turn % len(event["stubs"])]
        attempt(name, f"stub ({kind})", lambda one=stub(event, kind): write_changed(source, lambda: write_stubs([one])))
    for event in spread([event for event in told if event["event"] == "mutant"]):
        mutant = {"file": CODE, "index": event["index"]}
        attempt(name, "small change", lambda mutant=mutant: write_changed(source, lambda: write_mutant(mutant)))


def read_as(path: str, source: bytes) -> Iterator[dict[str, Any]]:
    put(path, source)
    with tempfile.TemporaryFile() as said:
        inspect_syntax({"paths": [path]}, Report(said.fileno()))
        said.seek(0)
        yield from map(json.loads, said)


def write_layout(source: bytes) -> None:
    put(CODE, source)
    tree = read(CODE)
    try:
        write(CODE, tree)
    except PASSED_OVER as error:
        counted[f"other layout passed over: {type(error).__name__}"] += 1
    put(CODE, source)
    write_again([CODE])
    with open(CODE, "rb") as file:
        written = file.read()
    with deep_trees():
        if written != source and ast.dump(ast.parse(written)) != ast.dump(ast.parse(source)):
            raise AssertionError("the other layout is other code")


def write_changed(source: bytes, change: Callable[[], None]) -> None:
    put(CODE, source)
    try:
        change()
    except PASSED_OVER as error:
        counted[f"change passed over: {type(error).__name__}: {str(error)[:60]}"] += 1
        return
    with open(CODE, "rb") as file:
        written = file.read()
    if written == source:
        raise AssertionError("nothing was changed")


def stub(event: dict[str, Any], kind: str) -> dict[str, Any]:
    return {"file": CODE, "name": event["name"], "kind": kind}


def put(path: str, source: bytes) -> None:
    with open(path, "wb") as file:
        file.write(source)


def spread(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return events[:: max(1, len(events) // SOME)][:SOME]


def attempt(name: str, what: str, work: Callable[[], Any]) -> Any:
    counted[what] += 1
    try:
        return work()
    except Exception:  # noqa: BLE001
        faults.append(f"{name}: {what}: {traceback.format_exc(limit=-3).strip()}")
        return None


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    share, _, shares = (sys.argv[1] if len(sys.argv) > 1 else "1/1").partition("/")
    main(int(share), int(shares))
