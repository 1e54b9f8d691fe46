"""The folders of a run: new for each, with all of its files written in one order and at one time.

Neither times, nor numbers of inodes, nor the order of a folder say which file was changed for the run or added to it.
"""

from __future__ import annotations

import os
import shutil
import stat
from typing import TYPE_CHECKING, Any

import kernel

if TYPE_CHECKING:
    from collections.abc import Iterator

# The first of January 2020: of every file and folder of a task.
WRITTEN = 1_577_836_800


class Folders:
    """`work` is where a run finds its task; `scratch` where it may write besides."""

    def __init__(self, root: str, isolated: bool) -> None:
        self.isolated = isolated
        self.work = os.path.join(root, "task")
        # With namespaces these lie in a root of our own.
        self.scratch = [os.path.join(root, name) for name in (("tmp", "dev/shm") if isolated else ("tmp",))]
        for folder in (self.work, *self.scratch):
            os.makedirs(folder, exist_ok=True)
        # Below what is mounted for a run, and so out of its sight.
        stage = self.work if isolated else os.path.join(root, "stage")
        os.makedirs(stage, exist_ok=True)
        self.stage = os.open(stage, os.O_PATH | os.O_DIRECTORY)
        # An interpreter may be installed in /tmp.
        self.kept = [(path, os.open(path, os.O_PATH)) for path in (kernel.mounts_below(self.scratch) if isolated else [])]

    def renew(self) -> None:
        """Nothing of the run before is left."""
        for folder in (self.work, *self.scratch):
            if self.isolated:
                kernel.mount_empty(folder)
            else:
                os.chmod(folder, stat.S_IRWXU)
                empty(folder)
        for path, descriptor in self.kept:
            os.makedirs(path, exist_ok=True)
            kernel.mount_again(descriptor, path)

    def remove(self) -> None:
        """The namespaces of the run have held them until now, too."""
        if self.isolated:
            for folder in (self.work, *self.scratch):
                kernel.unmount(folder)

    def write(self, files: dict[str, bytes]) -> None:
        os.chdir(self.work)
        write_all(files)
        for path in (*sorted(files), *folders_below(".")):
            os.utime(path, (WRITTEN, WRITTEN))

    def change(self, files: dict[str, bytes], command: dict[str, Any]) -> None:
        """Leaves the files of a run on the stage, changed. How long that takes shows in none of the folders of the run."""
        from task_mutants import write_mutant
        from task_source import write_again
        from task_stubs import write_stubs

        os.fchdir(self.stage)
        empty(".")
        write_all(files)
        stubs, mutant = command.get("stubs", []), command.get("mutant")
        # Those write their own files anew.
        changed = {change["file"] for change in [*stubs, *([mutant] if mutant else [])]}
        write_again([path for path in command.get("rewritten", []) if path not in changed])
        if stubs:
            write_stubs(stubs)
        if mutant:
            write_mutant(mutant)

    def changed(self) -> dict[str, bytes]:
        os.fchdir(self.stage)
        written: dict[str, bytes] = {}
        for path in files_below("."):
            with open(path, "rb") as file:
                written[path] = file.read()
        return written


def is_change(command: dict[str, Any]) -> bool:
    return any(command.get(name) for name in ("stubs", "mutant", "rewritten"))


def write_all(files: dict[str, bytes]) -> None:
    for path in sorted(files):
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "xb") as file:
            file.write(files[path])


def files_below(folder: str) -> Iterator[str]:
    for path, _, names in os.walk(folder):
        for name in names:
            yield os.path.relpath(os.path.join(path, name), folder)


def folders_below(folder: str) -> list[str]:
    """Innermost first: what is written in a folder changes its times."""
    return [path for path, _, _ in os.walk(folder, topdown=False)]


def empty(folder: str) -> None:
    for entry in list(os.scandir(folder)):
        if entry.is_dir(follow_symlinks=False):
            open_up(entry.path)
            shutil.rmtree(entry.path)
        else:
            os.unlink(entry.path)


def open_up(folder: str) -> None:
    os.chmod(folder, stat.S_IRWXU)
    for entry in list(os.scandir(folder)):
        if entry.is_dir(follow_symlinks=False):
            open_up(entry.path)
