"""Reads commands, prepares the folders of a run, lets it begin, watches it until its end, and answers.

As the first process of its PID namespace it outlives whatever a run does, and ends whatever a run leaves behind. It reads
nothing that runs write but the names of events: it hands their reports out as bytes, and the other side decides what to
believe. What takes a task's files apart is a fork of this process, and never becomes a run.
"""

from __future__ import annotations

import array
import base64
import contextlib
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import time
from typing import TYPE_CHECKING, Any

import kernel
from example_answers import read_expected
from run_files import Folders, is_change
from run_report import Report
from system_calls import close_system_calls

if TYPE_CHECKING:
    from collections.abc import Callable

# A run that takes long shows every so often that it goes on, with the end of its report.
SIGN_SECONDS = 5
SIGN_BYTES = 8192
# The limit on memory holds for one process; all of a run together may have twice as much.
MEMORY_LOOK_SECONDS = 0.25
PAGE = os.sysconf("SC_PAGE_SIZE")
# By this line a run says that it has collected its tests, and asks which of them to run.
ASKS = b'{"event": "asks"}'


def supervise(requests: socket.socket, parent_of_runs: int, root: str, isolated: bool) -> None:
    commands, replies = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1):
        os.dup2(null, number)
    kernel.harden()
    kernel.adopt_orphans()
    if isolated:
        kernel.keep_one_right()
    session = Session(requests, parent_of_runs, Folders(root, isolated), commands, replies)
    versions = requests.recv(1000)
    if not versions:
        sys.exit(1)
    # What this machine does not let us do is to be known before anything is run. Not while the parent of runs still imports:
    # its interpreter may lie in /tmp, which is covered for a moment.
    session.folders.renew()
    session.folders.remove()
    # From here on an error of ours goes into an answer; before, the other side shows what stands on stderr.
    os.dup2(null, 2)
    os.close(null)
    session.reply({"ready": json.loads(versions)})
    with os.fdopen(commands, "rb", closefd=False) as lines:
        for line in lines:
            session.take(json.loads(line))


class Session:
    def __init__(self, requests: socket.socket, parent_of_runs: int, folders: Folders, commands: int, replies: int) -> None:
        self.requests, self.parent_of_runs, self.folders = requests, parent_of_runs, folders
        self.commands, self.replies = commands, replies
        self.isolated = folders.isolated
        self.files: dict[str, bytes] = {}
        self.plugins: list[str] = []
        self.socket_bytes = most_bytes_of_socket()

    def reply(self, message: dict[str, Any]) -> None:
        data = json.dumps(message).encode() + b"\n"
        while data:
            data = data[os.write(self.replies, data) :]

    def take(self, command: dict[str, Any]) -> None:
        if "files" in command:
            self.files = contents(command["files"])
            self.plugins = command["plugins"]
            self.reply({"files": len(self.files)})
            return
        self.reply(self.run(command))

    def run(self, command: dict[str, Any]) -> dict[str, Any]:
        started = time.monotonic()
        load_for(command)
        files = {**self.files, **contents(command.get("changes", []))}
        done = {"ended": {"kind": "exit", "code": 0}}
        if is_change(command):
            done = self.watched(self.helper(lambda _: self.folders.change(files, command), command), command, started)
        if done["ended"] != {"kind": "exit", "code": 0}:
            return done
        self.folders.renew()
        try:
            return self.run_prepared(files, command, started)
        finally:
            self.folders.remove()

    def run_prepared(self, files: dict[str, bytes], command: dict[str, Any], started: float) -> dict[str, Any]:
        def write(_: Report) -> None:
            self.folders.write(self.folders.changed() if is_change(command) else files)

        def inspect(report: Report) -> None:
            from task_syntax import inspect_syntax

            os.chdir(self.folders.work)
            inspect_syntax(command, report)

        def read(report: Report) -> None:
            read_expected(command, report)

        written = self.watched(self.helper(write, command), command, started)
        if written["ended"] != {"kind": "exit", "code": 0}:
            return written
        by_helper = {"inspect": inspect, "expected": read}.get(command["mode"])
        process = self.begin(command) if by_helper is None else self.helper(by_helper, command)
        return self.watched(process, command, started)

    def helper(self, work: Callable[[Report], object], command: dict[str, Any]) -> Watched:
        """A fork of this process that handles the files of the task, and runs nothing of them."""
        status, report, output = os.pipe(), os.pipe(), os.pipe()
        process = os.fork()
        if process == 0:
            code = 70
            try:
                os.setsid()
                os.dup2(output[1], 1)
                os.dup2(output[1], 2)
                kernel.limit(command["limits"])
                if self.isolated:
                    kernel.set_rights(0)
                close_system_calls()
                work(Report(report[1]))
                code = 0
            except BaseException as error:  # noqa: BLE001
                with contextlib.suppress(BaseException):
                    import traceback

                    os.write(2, "".join(traceback.format_exception(error)).encode()[-4000:])
            finally:
                os._exit(code)
        for pipe in (status, report, output):
            os.close(pipe[1])
        return Watched(process, status[0], report[0], output[0], command)

    def begin(self, command: dict[str, Any]) -> Watched:
        """Every run is told the same before it has collected its tests, whatever it is for."""
        status, report, output, order = os.pipe(), os.pipe(), os.pipe(), os.pipe()
        mode = "answer" if command["mode"] == "answer" else "traced" if command.get("traced") else "pytest"
        told = {"mode": mode, "plugins": self.plugins, "limits": command["limits"]}
        os.write(order[1], json.dumps(told).encode() + b"\n")
        given = array.array("i", [status[1], report[1], output[1], order[0]])
        self.requests.sendmsg([b"."], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, given)])
        for descriptor in given:
            os.close(descriptor)
        run = Watched(None, status[0], report[0], output[0], command)
        run.order = order[1]
        os.set_blocking(run.order, False)
        return run

    # Watching

    def watched(self, run: Watched, command: dict[str, Any], started: float) -> dict[str, Any]:
        limits = command["limits"]

        def show() -> None:
            self.reply({"alive": {"seconds": time.monotonic() - started, "report": run.report.content(SIGN_BYTES)}})

        how = self.watch(run, started + limits["seconds"], 2 * limits["memoryBytes"], show)
        ended = self.end(run)
        for stream in (run.report, run.output):
            stream.drain()
        run.close()
        if how == "stopped":
            # What came until it was ended is a matter of chance.
            run.report.cut(run.reading.size)
        if how == "memory":
            ended = {"kind": "signal", "signal": "SIGKILL"}
        elif how != "end":
            ended = {"kind": how}
        return {
            "ended": ended,
            "report": run.report.content(),
            "reportOverflown": run.report.overflown(),
            "output": run.output.content(),
            "outputBytes": run.output.size,
            "seconds": time.monotonic() - started,
        }

    def watch(self, run: Watched, deadline: float, most_memory: int, show: Callable[[], None]) -> str:
        """Why the run is over: it came to its "end", or what it has shown is enough, or one of its bounds was reached."""
        poll = select.poll()
        streams = {stream.descriptor: stream for stream in (run.status, run.report, run.output)}
        for descriptor in streams:
            poll.register(descriptor, select.POLLIN)
        poll.register(self.commands, 0)
        sign, look = time.monotonic() + SIGN_SECONDS, time.monotonic() + MEMORY_LOOK_SECONDS
        while True:
            now = time.monotonic()
            if now >= deadline:
                return "timeout"
            if run.report.overflown():
                return "report_overflow"
            if run.reading.has_seen_enough:
                return "stopped"
            if now >= look:
                if self.isolated and self.uses_more_than(most_memory, run):
                    return "memory"
                look = now + MEMORY_LOOK_SECONDS
            if now >= sign:
                show()
                sign = now + SIGN_SECONDS
            for descriptor, _ in poll.poll((min(deadline, sign, look) - now) * 1000 + 1):
                if descriptor == self.commands:
                    # Nobody is there any more to read an answer.
                    self.end(run)
                    os._exit(1)
                if descriptor == run.order:
                    if run.tell():
                        poll.unregister(descriptor)
                elif not streams[descriptor].read():
                    if descriptor == run.status.descriptor:
                        return "end"
                    poll.unregister(descriptor)
            if run.reading.is_asked and run.order is not None:
                run.reading.is_asked = False
                poll.register(run.order, select.POLLOUT)

    def end(self, run: Watched) -> dict[str, Any]:
        """Ends every process of the run, those included that left its session, and says how the one ended that counts."""
        if run.helper is not None:
            os.kill(run.helper, signal.SIGKILL)
            return described(os.waitpid(run.helper, 0)[1])
        first = run.first_process()
        for _ in range(5000):
            if first is not None or not run.status.read():
                break
            time.sleep(0.001)
            first = run.first_process()
        if first is None:
            # It never came as far as that: what it printed says why.
            return {"kind": "exit", "code": 70}
        with contextlib.suppress(ProcessLookupError):
            os.kill(first, signal.SIGKILL)
        for _ in range(20_000):
            if not self.isolated:
                for process in children():
                    if process != self.parent_of_runs:
                        os.kill(process, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                # Whoever made the first process has ended, or is about to: then it is a child of this one.
                while os.waitpid(-1, os.WNOHANG)[0] not in {0, first}:
                    pass
            if not exists(first) and (self.isolated or children() == [self.parent_of_runs]):
                break
            time.sleep(0.0005)
        else:
            raise RuntimeError("processes of the task could not be ended")
        status = run.status_of_run()
        return described(signal.SIGKILL if status is None else status)

    def uses_more_than(self, size: int, run: Watched) -> bool:
        """Whether the processes of the run together use more memory; what several of them share counts once."""
        size -= self.socket_bytes * sockets_of(run.first_process())
        if self.sum_over_processes(resident_bytes) <= size:
            return False
        # Each page that is shared was counted for every process. To count it once takes the kernel longer.
        return self.sum_over_processes(proportional_bytes) > size

    def sum_over_processes(self, bytes_of: Callable[[str], int]) -> int:
        total = 0
        ours = {str(os.getpid()), str(self.parent_of_runs)}
        for name in os.listdir("/proc"):
            if name.isdigit() and name not in ours:
                try:
                    total += bytes_of(name)
                except OSError:
                    # It ended just now, or it does not show itself.
                    continue
        return total


class Watched:
    """A process with its report and its output, and with a descriptor that says how it ended."""

    def __init__(self, helper: int | None, status: int, report: int, output: int, command: dict[str, Any]) -> None:
        limits = command["limits"]
        self.helper = helper
        self.reading = Reading(command)
        self.status = Stream(status, 100, 0)
        self.report = Stream(report, limits["reportBytes"], 0, self.reading)
        self.output = Stream(output, limits["outputBytes"] // 2, limits["outputBytes"] // 2)
        # Where a run is told what to do, and what of that is left.
        self.order: int | None = None
        rest = command["asked"] if command["mode"] == "answer" else command.get("tests")
        self.told = json.dumps(rest).encode() + b"\n"

    def tell(self) -> bool:
        """Whether all is told."""
        with contextlib.suppress(BlockingIOError):
            try:
                self.told = self.told[os.write(self.order or 0, self.told) :]
            except BrokenPipeError:
                self.told = b""
        return not self.told

    def first_process(self) -> int | None:
        """The first in the namespaces of a run."""
        return self.said(b"first")

    def status_of_run(self) -> int | None:
        self.status.read()
        return self.said(b"ended")

    def said(self, what: bytes) -> int | None:
        """Two processes write here, in whichever order the machine lets them: a short run may end before its maker goes on."""
        words = bytes(self.status.head).split()
        return int(words[words.index(what) + 1]) if what in words else None

    def close(self) -> None:
        for descriptor in (self.status.descriptor, self.report.descriptor, self.output.descriptor, self.order):
            if descriptor is not None:
                os.close(descriptor)


class Reading:
    """What of a report has to be known while it is being written. A run cannot see who reads, nor for what."""

    def __init__(self, command: dict[str, Any]) -> None:
        self.is_collecting = command["mode"] == "collect"
        self.most_failures = command.get("maxFailures")
        self.failed: set[str] = set()
        self.rest = bytearray()
        self.size = 0
        self.is_asked = self.has_seen_enough = False

    def take(self, data: bytes) -> None:
        self.rest += data
        if b"\n" not in data:
            return
        *lines, self.rest = self.rest.split(b"\n")
        for line in lines:
            if self.has_seen_enough:
                return
            self.size += len(line) + 1
            if line == ASKS:
                # Collected is what a run is that has not been told what to run.
                self.has_seen_enough |= self.is_collecting
                self.is_asked = not self.is_collecting
            elif self.most_failures is not None and line.startswith((b'{"event": "phase"', b'{"event": "end"')):
                self.count(line)

    def count(self, line: bytearray) -> None:
        """As with pytest's `maxfail`, a run is over with the end of the test that is one failure too many."""
        try:
            event = json.loads(line)
            kind, test = event["event"], event["id"]
        except (ValueError, LookupError, TypeError, RecursionError):
            return
        if not isinstance(test, str):
            return
        if kind == "phase" and event.get("outcome") == "failed":
            self.failed.add(test)
        elif kind == "end" and test in self.failed and len(self.failed) >= (self.most_failures or 0):
            self.has_seen_enough = True


class Stream:
    """The first and the last bytes of what a process wrote, and how many there were."""

    def __init__(self, descriptor: int, head: int, tail: int, reading: Reading | None = None) -> None:
        self.descriptor, self.head_size, self.tail_size = descriptor, head, tail
        self.head, self.tail, self.size = bytearray(), bytearray(), 0
        self.reading = reading
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
        if self.reading is not None and not self.overflown():
            self.reading.take(data)
        return bool(data)

    def drain(self, limit: int = 64 * 1024 * 1024) -> None:
        """Reads what is left in the pipe; its writers are gone."""
        before = self.size
        with contextlib.suppress(OSError):
            while self.size - before < limit:
                data_before = self.size
                if not self.read() or self.size == data_before:
                    return

    def cut(self, size: int) -> None:
        del self.head[size:]

    def content(self, last: int | None = None) -> str:
        kept = bytes(self.head) + bytes(self.tail)
        return base64.b64encode(kept if last is None else kept[-last:]).decode()

    def overflown(self) -> bool:
        return self.size > self.head_size + self.tail_size


def load_for(command: dict[str, Any]) -> None:
    """What not every session needs, once for all forks that do."""
    needed = ["task_syntax"] if command["mode"] == "inspect" else []
    if is_change(command):
        needed += ["task_mutants", "task_source", "task_stubs"]
    missing = [name for name in needed if name not in sys.modules]
    for name in missing:
        importlib.import_module(name)
    if missing:
        # What is here now is never collected: in the forks, looking at it would cost copies.
        gc.freeze()


def contents(files: list[list[str]]) -> dict[str, bytes]:
    return {path: base64.b64decode(content) for path, content in files}


def described(status: int) -> dict[str, Any]:
    """Of what `wait` answers."""
    if os.WIFSIGNALED(status):
        return {"kind": "signal", "signal": signal_name(os.WTERMSIG(status))}
    return {"kind": "exit", "code": os.WEXITSTATUS(status)}


def signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"SIG{number}"


def children() -> list[int]:
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        return [int(number) for number in file.read().split()]


def exists(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


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


def most_bytes_of_socket() -> int:
    """What waits in a socket counts for no process: how much it can be at most."""
    with socket.socket(socket.AF_UNIX) as one:
        one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**30)
        return one.getsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF)


def sockets_of(process: int | None) -> int:
    """In the network namespace of a process, those included that no process holds any more."""
    try:
        with open(f"/proc/{process}/net/sockstat") as file:
            return int(file.readline().split()[2])
    except (OSError, ValueError, IndexError):
        return 0
