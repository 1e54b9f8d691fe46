"""The inside of the isolation: reads commands on its input, runs each in a process of its own, answers on its output.

This process imports pytest but never anything of the task; the processes that it forks do. As the first process of its
PID namespace it outlives whatever they do, and ends whatever they leave behind. It reads nothing that they write: it
hands it out as bytes, and the other side decides what to believe.
"""

from __future__ import annotations

import base64
import contextlib
import ctypes
import gc
import json
import os
import resource
import select
import shutil
import signal
import stat
import sys
import time
from typing import TYPE_CHECKING, Any, NoReturn

from system_calls import close_system_calls

if TYPE_CHECKING:
    from collections.abc import Callable

NAMESPACES = os.getpid() == 1
# Without namespaces there is no root of our own: the other side names a folder.
WORK = "/task" if NAMESPACES else os.path.join(sys.argv[1], "task")
# With namespaces these lie in the root of our own.
SCRATCH = ["/tmp", "/dev/shm"] if NAMESPACES else [os.path.join(sys.argv[1], "tmp")]  # noqa: S108
# What lies there from the start: an interpreter may be installed in /tmp.
KEPT = {entry.path for folder in SCRATCH if os.path.isdir(folder) for entry in os.scandir(folder)}

# A run that takes long shows every so often that it goes on, with the end of its report.
SIGN_SECONDS = 5
SIGN_BYTES = 8192
# The limit on memory holds for one process; all of a run together may have twice as much.
MEMORY_LOOK_SECONDS = 0.25
PAGE = os.sysconf("SC_PAGE_SIZE")

# linux/prctl.h
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS, PR_SET_CHILD_SUBREAPER = 1, 4, 38, 36
LIBC = ctypes.CDLL(None, use_errno=True)


def main() -> None:
    commands, replies = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(null, number)
    harden()
    versions = warm_up()
    close_system_calls()
    # From here on an error of ours goes into an answer; before, the other side shows what stands on stderr.
    os.dup2(null, 2)
    os.close(null)
    task: dict[str, bytes] = {}
    plugins: list[str] = []
    reply(replies, {"ready": versions})
    with os.fdopen(commands, "rb", closefd=False) as lines:
        for line in lines:
            command = json.loads(line)
            if "files" in command:
                task = {path: base64.b64decode(content) for path, content in command["files"]}
                plugins = command["plugins"]
                reply(replies, {"files": len(task)})
            else:
                command["plugins"] = plugins
                reply(replies, run(command, task, commands, replies))


def harden() -> None:
    if LIBC.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
    # The end of the other side closes our input, which ends us; this is the second way.
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGPIPE):
        signal.signal(name, signal.SIG_DFL)


def warm_up() -> dict[str, str]:
    """Imports what every run needs, so that the forks do not."""
    # pytest imports it when it starts.
    import pdb  # noqa: F401, T100
    import platform

    import pytest
    from _pytest.config import get_config

    import example_answers  # noqa: F401
    import pytest_reporter  # noqa: F401
    import task_mutants  # noqa: F401
    import task_stubs  # noqa: F401
    import task_syntax  # noqa: F401

    # The folder of this program: the task must not find modules in it.
    sys.path.remove(os.path.dirname(os.path.abspath(__file__)))
    get_config()
    # What is here now is never collected again: not in the forks, where looking at it would cost copies.
    gc.collect()
    gc.freeze()
    return {"python": platform.python_version(), "pytest": pytest.__version__}


def reply(descriptor: int, message: dict[str, Any]) -> None:
    data = json.dumps(message).encode() + b"\n"
    while data:
        data = data[os.write(descriptor, data) :]


# One run: a forked process, watched until its end


class Stream:
    """The first and the last bytes of what a process wrote, and how many there were."""

    def __init__(self, descriptor: int, head: int, tail: int) -> None:
        self.descriptor, self.head_size, self.tail_size = descriptor, head, tail
        self.head, self.tail, self.size = bytearray(), bytearray(), 0
        os.set_blocking(descriptor, False)

    def read(self) -> bool:
        """False at the end of the stream."""
        try:
            data = os.read(self.descriptor, 65536)
        except BlockingIOError:
            return True
        self.size += len(data)
        room = self.head_size - len(self.head)
        self.head += data[:room]
        self.tail += data[max(room, 0) :]
        del self.tail[: max(len(self.tail) - self.tail_size, 0)]
        return bool(data)

    def drain(self, limit: int = 64 * 1024 * 1024) -> None:
        """Reads what is left in the pipe; its writers are gone."""
        before = self.size
        with contextlib.suppress(OSError):
            while self.size - before < limit:
                data_before = self.size
                if not self.read() or self.size == data_before:
                    return

    def content(self, last: int | None = None) -> str:
        kept = bytes(self.head) + bytes(self.tail)
        return base64.b64encode(kept if last is None else kept[-last:]).decode()

    def overflown(self) -> bool:
        return self.size > self.head_size + self.tail_size


def run(command: dict[str, Any], task: dict[str, bytes], commands: int, replies: int) -> dict[str, Any]:
    files = dict(task)
    files.update({path: base64.b64decode(content) for path, content in command.get("changes", [])})
    prepare(files)
    limits = command["limits"]
    report_read, report_write = os.pipe()
    output_read, output_write = os.pipe()
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        os.close(commands)
        os.close(replies)
        become_child(command, limits, report_write, output_write)
    os.close(report_write)
    os.close(output_write)
    report = Stream(report_read, limits["reportBytes"], 0)
    output = Stream(output_read, limits["outputBytes"] // 2, limits["outputBytes"] // 2)

    def show() -> None:
        reply(replies, {"alive": {"seconds": time.monotonic() - started, "report": report.content(SIGN_BYTES)}})

    ended = watch(child, commands, [report, output], started, limits, show)
    end_all()
    for stream in (report, output):
        stream.drain()
        os.close(stream.descriptor)
    if ended is None:
        status = {"kind": "report_overflow"} if report.overflown() else {"kind": "timeout"}
    elif isinstance(ended, TooMuchMemory):
        status = {"kind": "signal", "signal": "SIGKILL"}
    elif os.WIFSIGNALED(ended):
        status = {"kind": "signal", "signal": signal_name(os.WTERMSIG(ended))}
    else:
        status = {"kind": "exit", "code": os.WEXITSTATUS(ended)}
    return {
        "ended": status,
        "report": report.content(),
        "reportOverflown": report.overflown(),
        "output": output.content(),
        "outputBytes": output.size,
        "seconds": time.monotonic() - started,
    }


class TooMuchMemory:
    """Instead of a wait status: the processes of a run together used more than they may."""


def watch(
    child: int, commands: int, streams: list[Stream], started: float, limits: dict[str, int], show: Callable[[], None]
) -> int | TooMuchMemory | None:
    """The wait status of the child; None when it had to be ended for its time or for the size of its report."""
    report, deadline = streams[0], started + limits["seconds"]
    handle = os.pidfd_open(child)
    poll = select.poll()
    by_descriptor = {stream.descriptor: stream for stream in streams}
    for descriptor in (handle, *by_descriptor):
        poll.register(descriptor, select.POLLIN)
    poll.register(commands, 0)
    sign, look = started + SIGN_SECONDS, started + MEMORY_LOOK_SECONDS
    try:
        while True:
            now = time.monotonic()
            if now >= deadline or report.overflown():
                return None
            if now >= look:
                if NAMESPACES and uses_more_than(2 * limits["memoryBytes"]):
                    return TooMuchMemory()
                look = now + MEMORY_LOOK_SECONDS
            if now >= sign:
                show()
                sign = now + SIGN_SECONDS
            for descriptor, _ in poll.poll((min(deadline, sign, look) - now) * 1000 + 1):
                if descriptor == commands:
                    # Nobody is there any more to read an answer.
                    end_all()
                    os._exit(1)
                if descriptor == handle:
                    return os.waitpid(child, 0)[1]
                if not by_descriptor[descriptor].read():
                    poll.unregister(descriptor)
    finally:
        os.close(handle)


def uses_more_than(size: int) -> bool:
    """Whether the processes of the run together use more memory; what several of them share counts once."""
    if sum_over_processes(resident_bytes) <= size:
        return False
    # Each page that is shared was counted for every process. To count it once takes the kernel longer.
    return sum_over_processes(proportional_bytes) > size


def sum_over_processes(bytes_of: Callable[[str], int]) -> int:
    total = 0
    for name in os.listdir("/proc"):
        if name.isdigit() and name != "1":
            try:
                total += bytes_of(name)
            except OSError:
                # It ended just now, or it does not show itself.
                continue
    return total


def resident_bytes(process: str) -> int:
    with open(f"/proc/{process}/statm") as file:
        return int(file.read().split()[1]) * PAGE


def proportional_bytes(process: str) -> int:
    try:
        with open(f"/proc/{process}/smaps_rollup") as file:
            return sum(int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:"))
    except PermissionError:
        # One that hides its pages may not hide its size.
        return resident_bytes(process)


def end_all() -> None:
    """Ends every process of the run, those included that left its session."""
    if NAMESPACES:
        with contextlib.suppress(ProcessLookupError):
            os.kill(-1, signal.SIGKILL)
    for _ in range(1000):
        if not NAMESPACES:
            for process in children():
                os.kill(process, signal.SIGKILL)
        try:
            while os.waitpid(-1, os.WNOHANG)[0] != 0:
                pass
            time.sleep(0.001)
        except ChildProcessError:
            return
    raise RuntimeError("processes of the task could not be ended")


def children() -> list[int]:
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        return [int(number) for number in file.read().split()]


def signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"SIG{number}"


def prepare(files: dict[str, bytes]) -> None:
    """Every run starts with the same folders: nothing of the run before is left in them."""
    for folder in (WORK, *SCRATCH):
        os.makedirs(folder, exist_ok=True)
        empty(folder)
    for path, content in files.items():
        target = os.path.join(WORK, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "xb") as file:
            file.write(content)


def empty(folder: str) -> None:
    for entry in list(os.scandir(folder)):
        if entry.path in KEPT:
            continue
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


# Inside the forked process


def become_child(command: dict[str, Any], limits: dict[str, int], report: int, output: int) -> NoReturn:
    """Never returns."""
    code = 70
    try:
        os.setsid()
        null = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null, 0)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.dup2(report, 3)
        os.closerange(4, 4096)
        LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
        os.chdir(WORK)
        # Where memory runs out, this process is to end and not the action.
        with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
            file.write("1000")
        limit(limits)
        # As Python sets them when it starts.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        code = run_mode(command, Report(3))
        sys.stdout.flush()
        sys.stderr.flush()
    # Whatever it was, this process must not go on as its parent.
    except BaseException as error:  # noqa: BLE001
        try:
            import traceback

            os.write(2, "".join(traceback.format_exception(error)).encode()[-4000:])
        except BaseException:  # noqa: BLE001, S110
            pass
    finally:
        os._exit(code)


def limit(limits: dict[str, int]) -> None:
    for name, value, room in (
        # Between the two the signal says which limit it was.
        (resource.RLIMIT_CPU, limits["cpuSeconds"], 2),
        (resource.RLIMIT_AS, limits["memoryBytes"], 0),
        (resource.RLIMIT_NPROC, limits["processes"], 0),
        (resource.RLIMIT_FSIZE, limits["fileBytes"], 0),
        (resource.RLIMIT_NOFILE, limits["openFiles"], 0),
        (resource.RLIMIT_CORE, 0, 0),
    ):
        present = resource.getrlimit(name)[1]
        hard = value + room if present == resource.RLIM_INFINITY else min(value + room, present)
        resource.setrlimit(name, (min(value, hard), hard))


class Report:
    """Writes one JSON object a line."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def write(self, event: str, **fields: object) -> None:
        data = json.dumps({"event": event, **fields}).encode() + b"\n"
        while data:
            data = data[os.write(self.descriptor, data) :]


def run_mode(command: dict[str, Any], report: Report) -> int:
    # Imported by the first process; here only names are looked up.
    from example_answers import answer_examples, read_expected
    from pytest_reporter import become_pytest, run_pytest
    from task_mutants import write_mutant
    from task_source import write_again
    from task_stubs import write_stubs
    from task_syntax import inspect_syntax

    if command["mode"] == "inspect":
        return inspect_syntax(command, report)
    if command["mode"] == "expected":
        return read_expected(command, report)
    if command.get("stubs"):
        write_stubs(command["stubs"])
    if command.get("mutant"):
        write_mutant(command["mutant"])
    if command.get("rewritten"):
        write_again(command["rewritten"])
    if command["mode"] == "answer":
        become_pytest()
        return answer_examples(command, report)
    return run_pytest(command, report)


if __name__ == "__main__":
    main()
