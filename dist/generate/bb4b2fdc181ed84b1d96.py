"""Reads Python files by their syntax, for whoever has just been given them and runs nothing of them: what `task_syntax`
says, and whether the code keeps what a design promises. Its answer is one JSON object on standard output."""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile

# Python puts nothing beside this file on its path when it runs isolated.
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from run_report import Report
from task_cases import take_apart
from task_promises import absolute_imports, foreign_imports, skips, unkept
from task_source import parse
from task_syntax import inspect_syntax

# Far more than any reply needs: a bound for text that is made to hurt a parser.
CPU_SECONDS = 60
MEMORY = 4 << 30


def main() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    command = json.load(sys.stdin)
    os.chdir(sys.argv[1])
    trees = {}
    sources = {}
    for path in command["paths"]:
        with open(path, "rb") as file:
            source = file.read()
        try:
            trees[path] = parse(source, path)
            sources[path] = source.decode()
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            # `task_syntax` says why.
            continue
    with tempfile.TemporaryFile() as said:
        inspect_syntax(command, Report(said.fileno()))
        said.seek(0)
        syntax = said.read().decode()
    answer = {
        "syntax": syntax,
        "unkept": [*unkept(trees, command["promises"])],
        "imports": [*foreign_imports(trees, command["own"])],
        "absolute": [*absolute_imports(trees, command["own"])],
        "skips": [*skips(trees)],
        "cases": [
            take_apart(sources[each["file"]], trees[each["file"]], each["name"], each["case"])
            for each in command["cases"]
            if each["file"] in sources
        ],
    }
    json.dump(answer, sys.stdout)


main()
