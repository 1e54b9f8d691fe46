"""Closes the system calls that no honest test makes: those that make namespaces, mount, trace, load, or reach the keys
and the clock of the kernel, memory that outlives a run or counts for no process, and the sockets that no network
namespace holds back. Root outside has no other way to keep processes from making user namespaces of their own.

Every name below is the kernel's own; the headers that are named are those of its user-space API."""

from __future__ import annotations

import ctypes
import errno
import os
import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LIBC = ctypes.CDLL(None, use_errno=True)

# linux/prctl.h, linux/keyctl.h
PR_SET_SECCOMP = 22
KEYCTL_JOIN_SESSION_KEYRING = 1

# linux/seccomp.h; what a filter answers with has an error number in its low half.
SECCOMP_MODE_FILTER = 2
SECCOMP_RET_ERRNO, SECCOMP_RET_ALLOW = 0x00050000, 0x7FFF0000
# Where `struct seccomp_data` has its fields `nr`, `arch` and the low half of `args[0]`.
NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16

# linux/bpf_common.h: an instruction is a class, and what to do within it.
BPF_LD, BPF_JMP, BPF_RET = 0x00, 0x05, 0x06
BPF_W, BPF_ABS = 0x00, 0x20
BPF_JEQ, BPF_JGE, BPF_JSET = 0x10, 0x30, 0x40
BPF_K = 0x00
LOAD = BPF_LD | BPF_W | BPF_ABS
JUMP_IF_EQUAL = BPF_JMP | BPF_JEQ | BPF_K
JUMP_IF_GREATER_OR_EQUAL = BPF_JMP | BPF_JGE | BPF_K
JUMP_IF_ANY_BIT = BPF_JMP | BPF_JSET | BPF_K
RETURN = BPF_RET | BPF_K

# linux/sched.h
CLONE_NEWTIME = 0x00000080
CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000
NAMESPACE_FLAGS = CLONE_NEWTIME | CLONE_NEWNS | CLONE_NEWCGROUP | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNET

# linux/socket.h. The others, such as vsock, know no network namespace.
AF_UNIX, AF_INET, AF_INET6, AF_NETLINK = 1, 2, 10, 16
SOCKET_FAMILIES = (AF_UNIX, AF_INET, AF_INET6, AF_NETLINK)

# linux/elf-em.h, linux/audit.h
EM_X86_64, EM_AARCH64 = 62, 183
AUDIT_ARCH_64BIT, AUDIT_ARCH_LE = 0x80000000, 0x40000000
ARCHITECTURES = {
    "x86_64": EM_X86_64 | AUDIT_ARCH_64BIT | AUDIT_ARCH_LE,
    "aarch64": EM_AARCH64 | AUDIT_ARCH_64BIT | AUDIT_ARCH_LE,
}
# asm/unistd.h: in the second numbering of x86, every number has this bit.
X32_SYSCALL_BIT = 0x40000000

# Calls that are newer than the kernel's rule to give them one number on all machines: asm-generic/unistd.h
EVERYWHERE = {
    "io_uring_setup": 425,
    "io_uring_enter": 426,
    "io_uring_register": 427,
    "open_tree": 428,
    "move_mount": 429,
    "fsopen": 430,
    "fsconfig": 431,
    "fsmount": 432,
    "fspick": 433,
    "clone3": 435,
    "pidfd_getfd": 438,
    "mount_setattr": 442,
    "quotactl_fd": 443,
    "memfd_secret": 447,
}
# The others: asm/unistd_64.h for x86-64, asm-generic/unistd.h for arm64
NUMBERS: dict[str, dict[str, int]] = {
    "x86_64": {
        **EVERYWHERE,
        "acct": 163,
        "add_key": 248,
        "bpf": 321,
        "chroot": 161,
        "clock_settime": 227,
        "clone": 56,
        "delete_module": 176,
        "finit_module": 313,
        "init_module": 175,
        "ioperm": 173,
        "iopl": 172,
        "kcmp": 312,
        "kexec_file_load": 320,
        "kexec_load": 246,
        "keyctl": 250,
        "lookup_dcookie": 212,
        "memfd_create": 319,
        "mount": 165,
        "msgget": 68,
        "name_to_handle_at": 303,
        "open_by_handle_at": 304,
        "perf_event_open": 298,
        "pivot_root": 155,
        "prlimit64": 302,
        "process_vm_readv": 310,
        "process_vm_writev": 311,
        "ptrace": 101,
        "quotactl": 179,
        "reboot": 169,
        "request_key": 249,
        "semget": 64,
        "setns": 308,
        "settimeofday": 164,
        "shmget": 29,
        "socket": 41,
        "socketpair": 53,
        "swapoff": 168,
        "swapon": 167,
        "syslog": 103,
        "umount2": 166,
        "unshare": 272,
        "userfaultfd": 323,
    },
    "aarch64": {
        **EVERYWHERE,
        "acct": 89,
        "add_key": 217,
        "bpf": 280,
        "chroot": 51,
        "clock_settime": 112,
        "clone": 220,
        "delete_module": 106,
        "finit_module": 273,
        "init_module": 105,
        "kcmp": 272,
        "kexec_file_load": 294,
        "kexec_load": 104,
        "keyctl": 219,
        "lookup_dcookie": 18,
        "memfd_create": 279,
        "mount": 40,
        "msgget": 186,
        "name_to_handle_at": 264,
        "open_by_handle_at": 265,
        "perf_event_open": 241,
        "pivot_root": 41,
        "prlimit64": 261,
        "process_vm_readv": 270,
        "process_vm_writev": 271,
        "ptrace": 117,
        "quotactl": 60,
        "reboot": 142,
        "request_key": 218,
        "semget": 190,
        "setns": 268,
        "settimeofday": 170,
        "shmget": 194,
        "socket": 198,
        "socketpair": 199,
        "swapoff": 225,
        "swapon": 224,
        "syslog": 116,
        "umount2": 39,
        "unshare": 97,
        "userfaultfd": 282,
    },
}
REFUSED = (
    # namespaces and roots
    *("unshare", "setns", "chroot", "pivot_root"),
    # mounts, also by descriptor, and files past the paths that lead to them
    *("mount", "umount2", "open_tree", "move_mount", "mount_setattr", "fsopen", "fsconfig", "fsmount", "fspick"),
    *("name_to_handle_at", "open_by_handle_at", "lookup_dcookie", "quotactl", "quotactl_fd", "acct", "swapon", "swapoff"),
    # other processes
    *("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "kcmp"),
    # the kernel: its code, its log, its keys, its clock, its events
    *("init_module", "finit_module", "delete_module", "kexec_load", "kexec_file_load", "reboot", "bpf"),
    *("syslog", "add_key", "request_key", "keyctl", "settimeofday", "clock_settime", "perf_event_open", "userfaultfd"),
    # calls that no filter sees
    *("io_uring_setup", "io_uring_enter", "io_uring_register"),
    # memory that outlives a run or counts for no process
    *("shmget", "semget", "msgget", "memfd_create", "memfd_secret"),
)
# Ports of devices, which one of the two machines has.
REFUSED_ON = {"x86_64": ("iopl", "ioperm"), "aarch64": ()}


def close_system_calls() -> None:
    machine = os.uname().machine
    if machine not in NUMBERS:
        raise OSError(errno.ENOSYS, f"there is no list of system calls for {machine}")
    # A session keyring of its own, before the call that makes it is closed as well. The C library has no name for it.
    LIBC.syscall(NUMBERS[machine]["keyctl"], KEYCTL_JOIN_SESSION_KEYRING, None)
    # `struct sock_filter` and `struct sock_fprog` of linux/filter.h
    program = b"".join(struct.pack("HBBI", *instruction) for instruction in filter_of(machine))
    buffer = ctypes.create_string_buffer(program, len(program))
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(buffer))
    if LIBC.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.c_char_p(header), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "the kernel takes no filter of system calls")


def filter_of(machine: str) -> Iterator[tuple[int, int, int, int]]:
    """Each instruction with how many to skip where its condition holds, how many where not, and its value."""
    numbers = NUMBERS[machine]
    refuse = (RETURN, 0, 0, SECCOMP_RET_ERRNO | errno.EPERM)
    unknown = (RETURN, 0, 0, SECCOMP_RET_ERRNO | errno.ENOSYS)
    yield LOAD, 0, 0, ARCHITECTURE
    yield JUMP_IF_EQUAL, 1, 0, ARCHITECTURES[machine]
    yield unknown
    yield LOAD, 0, 0, NUMBER
    yield JUMP_IF_GREATER_OR_EQUAL, 0, 1, X32_SYSCALL_BIT
    yield unknown
    for name in (*REFUSED, *REFUSED_ON[machine]):
        yield JUMP_IF_EQUAL, 0, 1, numbers[name]
        yield refuse
    # Its flags lie in memory, where no filter can look; the C library then uses clone.
    yield JUMP_IF_EQUAL, 0, 1, numbers["clone3"]
    yield unknown
    yield JUMP_IF_EQUAL, 0, 4, numbers["clone"]
    yield LOAD, 0, 0, FIRST_ARGUMENT
    yield JUMP_IF_ANY_BIT, 0, 1, NAMESPACE_FLAGS
    yield refuse
    yield RETURN, 0, 0, SECCOMP_RET_ALLOW
    # The limits of another process.
    yield JUMP_IF_EQUAL, 0, 4, numbers["prlimit64"]
    yield LOAD, 0, 0, FIRST_ARGUMENT
    yield JUMP_IF_EQUAL, 1, 0, 0
    yield refuse
    yield RETURN, 0, 0, SECCOMP_RET_ALLOW
    for call in ("socket", "socketpair"):
        yield JUMP_IF_EQUAL, 0, 3 + len(SOCKET_FAMILIES), numbers[call]
        yield LOAD, 0, 0, FIRST_ARGUMENT
        for index, family in enumerate(SOCKET_FAMILIES):
            yield JUMP_IF_EQUAL, len(SOCKET_FAMILIES) - index, 0, family
        yield RETURN, 0, 0, SECCOMP_RET_ERRNO | errno.EAFNOSUPPORT
        yield RETURN, 0, 0, SECCOMP_RET_ALLOW
    yield RETURN, 0, 0, SECCOMP_RET_ALLOW
