"""The process that every run is a fork of. It has imported pytest, and never held a file, the name of a test or what a run is
for: it takes one byte with the descriptors of a run, and what there is to do goes to the fork alone, through one of them.

Each run has PID, mount, IPC and network namespaces of its own. The first process in them waits for the second, which is the
run, and says how that ended.
"""

from __future__ import annotations

import array
import contextlib
import json
import os
import signal
import socket
import sys
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

    from run_report import Report

    # What a run does: with its order, its report, and how to get the rest of its order.
    Mode = Callable[[dict[str, Any], Report, Callable[[], Any]], int]

# Where a run finds what it prints to, what it reports to, and what it has to do.
OUTPUT, ERRORS, REPORT, ORDER = 1, 2, 3, 4
DESCRIPTOR_BYTES = array.array("i").itemsize
# What pytest brings along and no run has.
WITHOUT = tuple(f"-pno:{name}" for name in ("cacheprovider", "doctest", "pastebin", "stepwise", "junitxml"))


def next_run(requests: socket.socket, work: str, isolated: bool) -> Callable[[], NoReturn]:
    """Returns in the process of each run, with what that process has to do; in the parent of them never."""
    versions, modes, ours = warm_up()
    import kernel

    kernel.harden()
    if isolated:
        kernel.keep_one_right()
        try_namespaces()
    requests.sendall(json.dumps(versions).encode())
    # From here on an error of ours goes to the output of a run.
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, ERRORS)
    os.close(null)
    while True:
        data, ancillary, _, _ = requests.recvmsg(1, socket.CMSG_SPACE(4 * DESCRIPTOR_BYTES))
        if not data:
            os._exit(0)
        status, report, output, order = array.array("i", ancillary[0][2])
        process = os.fork()
        if process == 0:
            requests.close()
            try:
                enter_namespaces(isolated, status, [report, output, order])
                take_places(report, output, order)
            # Whatever it was, this process must not go on as its parent.
            except BaseException as error:  # noqa: BLE001
                give_up(output, error)
            return lambda: perform(work, isolated, modes, ours)
        for descriptor in (status, report, output, order):
            os.close(descriptor)
        os.waitpid(process, 0)


def warm_up() -> tuple[dict[str, str], dict[str, Mode], list[str]]:
    """Imports what every run needs, so that the forks do not: versions, what a run can do, modules that pytest does not load."""
    import gc

    # All that is loaded here stays: looking through it again and again for what could be freed takes its time.
    gc.disable()
    # Needed before pytest, which loads them itself or does not.
    for name in ("array", "socket", "_socket", "selectors"):
        sys.modules.pop(name, None)
    # pytest imports these when it starts.
    import faulthandler  # noqa: F401
    import inspect
    import pdb  # noqa: F401, T100
    import platform

    import pytest
    from _pytest.config import get_config

    # With pytest's own plugins registered, which is the same in every run.
    made = get_config([*WITHOUT])
    # Fills the table of modules and their files that the first traceback of a run needs.
    inspect.getmodule(compile("", "<none>", "exec"))
    loaded = set(sys.modules) - {"run_parent"}
    import fcntl  # noqa: F401

    import kernel  # noqa: F401
    import system_calls  # noqa: F401
    from example_answers import answer_examples
    from pytest_reporter import become_pytest, hand_over, run_pytest, run_traced

    def answer(order: dict[str, Any], report: Report, rest_of_order: Callable[[], Any]) -> int:
        become_pytest()
        return answer_examples(order, report, rest_of_order)

    # The folder of this program: the task must not find modules in it.
    sys.path.remove(os.path.dirname(os.path.abspath(__file__)))
    # In an order that does not depend on the seed of hashes: a run sees the last one on its way.
    ours = sorted(name for name in sys.modules if name not in loaded)
    hand_over(made)
    # What is here now is never collected: not in the forks either, where looking at it would cost copies.
    gc.freeze()
    gc.enable()
    versions = {"python": platform.python_version(), "pytest": pytest.__version__}
    return versions, {"pytest": run_pytest, "traced": run_traced, "answer": answer}, ours


def try_namespaces() -> None:
    """What this machine does not let us do is to be known before anything is run."""
    import kernel

    process = os.fork()
    if process == 0:
        code = 1
        try:
            kernel.leave_namespaces()
            first = os.fork()
            if first == 0:
                kernel.mount_processes()
                code = 0
            else:
                code = os.waitstatus_to_exitcode(os.waitpid(first, 0)[1])
        except OSError as error:
            os.write(ERRORS, f"{error}\n".encode())
        finally:
            os._exit(code)
    if os.waitpid(process, 0)[1] != 0:
        raise SystemExit("no namespaces can be made for a run")


# Inside the forked process


def enter_namespaces(isolated: bool, status: int, others: list[int]) -> None:
    """Goes on in the second process of the new namespaces."""
    import kernel

    if isolated:
        kernel.leave_namespaces()
    first = os.fork()
    if first != 0:
        os.write(status, b"first %d\n" % first)
        os._exit(0)
    # Priorities are set for sessions as well: this one holds no process of ours.
    os.setsid()
    if isolated:
        kernel.mount_processes()
    second = os.fork()
    if second == 0:
        os.close(status)
        os.setsid()
        return
    if isolated:
        kernel.set_rights(0)
    for descriptor in others:
        os.close(descriptor)
    while True:
        ended, how = os.wait()
        if ended == second:
            os.write(status, b"ended %d\n" % how)
            os._exit(0)


def take_places(report: int, output: int, order: int) -> None:
    import fcntl

    # Above all of these places first: the numbers that were given may be among them.
    report, output, order = (fcntl.fcntl(descriptor, fcntl.F_DUPFD, ORDER + 1) for descriptor in (report, output, order))
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.dup2(output, OUTPUT)
    os.dup2(output, ERRORS)
    os.dup2(report, REPORT)
    os.dup2(order, ORDER, inheritable=False)
    os.closerange(ORDER + 1, 4096)


def perform(work: str, isolated: bool, modes: dict[str, Mode], ours: list[str]) -> NoReturn:
    import kernel
    from run_report import Report
    from system_calls import close_system_calls

    code = 70
    try:
        order = next_order()
        kernel.show_itself()
        os.chdir(work)
        # Where memory runs out, this process is to end and not the action.
        with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w") as file:
            file.write("1000")
        kernel.limit(order["limits"])
        if isolated:
            kernel.set_rights(0)
        close_system_calls()
        # As Python sets them when it starts.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        # A task may have modules of these names, and they are none that pytest would have loaded.
        for name in ours:
            sys.modules.pop(name, None)
        code = modes[order["mode"]](order, Report(REPORT), rest_of_order)
        sys.stdout.flush()
        sys.stderr.flush()
    except BaseException as error:  # noqa: BLE001
        give_up(ERRORS, error)
    finally:
        os._exit(code)


def next_order() -> Any:
    """One line at a time is there: what comes next is not said before it is asked for, so that nothing can find it."""
    line = bytearray()
    while not line.endswith(b"\n"):
        data = os.read(ORDER, 65536)
        if not data:
            raise EOFError("nobody says what to do")
        line += data
    return json.loads(line)


def rest_of_order() -> Any:
    rest = next_order()
    os.close(ORDER)
    return rest


def give_up(output: int, error: BaseException) -> NoReturn:
    with contextlib.suppress(BaseException):
        import traceback

        os.write(output, "".join(traceback.format_exception(error)).encode()[-4000:])
    os._exit(70)
