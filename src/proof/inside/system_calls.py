"""Closes the system calls that no honest test makes: those that make namespaces, mount, trace, load, or reach the keys
and the clock of the kernel, memory that outlives a run or counts for no process, and the sockets that no network
namespace holds back. Root outside has no other way to keep
processes from making user namespaces of their own."""

import ctypes
import errno
import os
import struct

LIBC = ctypes.CDLL(None, use_errno=True)

PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 22, 2
LOAD, JUMP_IF_EQUAL, JUMP_IF_GREATER_OR_EQUAL, JUMP_IF_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, REFUSE = 0x7FFF0000, 0x00050000
# Offsets in what the kernel shows the filter.
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16

NAMESPACE_FLAGS = 0x7E020080
# Unix, IPv4, IPv6, netlink: the others, such as vsock, know no network namespace.
SOCKET_FAMILIES = (1, 2, 10, 16)

# fmt: off
MACHINES = {
    "x86_64": {
        "architecture": 0xC000003E, "clone": 56, "socket": 41, "socketpair": 53, "prlimit64": 302, "keyctl": 250,
        "refused": (
            29, 64, 68, 101, 103, 155, 161, 163, 164, 165, 166, 167, 168, 169, 172, 173, 175, 176, 179, 212, 227, 246, 248, 249, 250,
            272, 298, 303, 304, 308, 310, 311, 312, 313, 319, 320, 321, 323,
        ),
    },
    "aarch64": {
        "architecture": 0xC00000B7, "clone": 220, "socket": 198, "socketpair": 199, "prlimit64": 261, "keyctl": 219,
        "refused": (
            18, 39, 40, 41, 51, 60, 89, 97, 104, 105, 106, 112, 116, 117, 142, 170, 186, 190, 194, 217, 218, 219, 224, 225, 241, 264, 265,
            268, 270, 271, 272, 273, 279, 280, 282, 294,
        ),
    },
}
# The same number on every machine: io_uring, mounts by descriptor, descriptors of other processes.
REFUSED_EVERYWHERE = (425, 426, 427, 428, 429, 430, 431, 432, 433, 438, 442)
CLONE3 = 435
# fmt: on


def close_system_calls():
    machine = os.uname().machine
    if machine not in MACHINES:
        raise OSError(errno.ENOSYS, f"there is no list of system calls for {machine}")
    numbers = MACHINES[machine]
    # A session keyring of its own, before the call that makes it is closed as well.
    LIBC.syscall(numbers["keyctl"], 1, None)
    program = b"".join(struct.pack("HBBI", *instruction) for instruction in filter_of(numbers))
    buffer = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(buffer))
    if LIBC.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.c_char_p(header), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the kernel takes no filter of system calls")


def filter_of(numbers):
    refuse = (RETURN, 0, 0, REFUSE | errno.EPERM)
    unknown = (RETURN, 0, 0, REFUSE | errno.ENOSYS)
    yield LOAD, 0, 0, ARCHITECTURE
    yield JUMP_IF_EQUAL, 1, 0, numbers["architecture"]
    yield unknown
    yield LOAD, 0, 0, NUMBER
    # The second numbering of x86.
    yield JUMP_IF_GREATER_OR_EQUAL, 0, 1, 0x40000000
    yield unknown
    for number in (*numbers["refused"], *REFUSED_EVERYWHERE):
        yield JUMP_IF_EQUAL, 0, 1, number
        yield refuse
    # Its flags lie in memory, where no filter can look; the C library then uses clone.
    yield JUMP_IF_EQUAL, 0, 1, CLONE3
    yield unknown
    yield JUMP_IF_EQUAL, 0, 4, numbers["clone"]
    yield LOAD, 0, 0, FIRST_ARGUMENT
    yield JUMP_IF_ANY_BIT, 0, 1, NAMESPACE_FLAGS
    yield refuse
    yield RETURN, 0, 0, ALLOW
    # The limits of another process.
    yield JUMP_IF_EQUAL, 0, 4, numbers["prlimit64"]
    yield LOAD, 0, 0, FIRST_ARGUMENT
    yield JUMP_IF_EQUAL, 1, 0, 0
    yield refuse
    yield RETURN, 0, 0, ALLOW
    for call in ("socket", "socketpair"):
        yield JUMP_IF_EQUAL, 0, 3 + len(SOCKET_FAMILIES), numbers[call]
        yield LOAD, 0, 0, FIRST_ARGUMENT
        for index, family in enumerate(SOCKET_FAMILIES):
            yield JUMP_IF_EQUAL, len(SOCKET_FAMILIES) - index, 0, family
        yield RETURN, 0, 0, REFUSE | errno.EAFNOSUPPORT
        yield RETURN, 0, 0, ALLOW
    yield RETURN, 0, 0, ALLOW
