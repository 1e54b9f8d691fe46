"""Namespaces, mounts and rights, by the calls of the kernel: a run has no time for the programs that make them."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import struct

LIBC = ctypes.CDLL(None, use_errno=True)

# linux/prctl.h
PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_CAPBSET_READ, PR_CAPBSET_DROP = 1, 4, 23, 24
PR_SET_CHILD_SUBREAPER, PR_SET_NO_NEW_PRIVS = 36, 38

# linux/sched.h
CLONE_NEWNS, CLONE_NEWIPC, CLONE_NEWPID, CLONE_NEWNET = 0x00020000, 0x08000000, 0x20000000, 0x40000000

# linux/mount.h, sys/mount.h
MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND, MS_REC = 2, 4, 8, 0x1000, 0x4000
MNT_DETACH = 2

# linux/capability.h: the third version of `struct __user_cap_header_struct`.
CAPABILITIES = 0x20080522
CAP_SYS_ADMIN = 21


def must(result: int, what: str) -> None:
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), what)


def harden() -> None:
    """A process of ours: nothing of the task looks into it, and it ends with the process that made it."""
    must(LIBC.prctl(PR_SET_DUMPABLE, 0, 0, 0, 0), "prctl")
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_DFL)


def adopt_orphans() -> None:
    LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def show_itself() -> None:
    LIBC.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)


def keep_one_right() -> None:
    """Of all rights only the one to make namespaces and mounts, and none for any program that is started."""
    for capability in range(64):
        if LIBC.prctl(PR_CAPBSET_READ, capability, 0, 0, 0) != 1:
            continue
        must(LIBC.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0), "prctl")
    set_rights(1 << CAP_SYS_ADMIN)


def set_rights(rights: int) -> None:
    header = ctypes.create_string_buffer(struct.pack("Ii", CAPABILITIES, 0))
    # Effective and permitted, never to be inherited: the lower half, then the upper half.
    data = ctypes.create_string_buffer(struct.pack("6I", rights, rights, 0, 0, 0, 0))
    must(LIBC.capset(header, data), "capset")


def leave_namespaces() -> None:
    """From here on mounts, System V and POSIX queues, and the network are new; processes are with the next fork."""
    must(LIBC.unshare(CLONE_NEWNS | CLONE_NEWIPC | CLONE_NEWPID | CLONE_NEWNET), "unshare")


def mount_processes() -> None:
    """Nothing but processes: no setting, no key, and no number that the kernel counts for the whole machine."""
    must(LIBC.mount(b"none", b"/proc", b"proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, b"subset=pid"), "mount /proc")


def mount_empty(folder: str) -> None:
    options = b"size=64m,nr_inodes=20000,mode=1777"
    must(LIBC.mount(b"none", os.fsencode(folder), b"tmpfs", MS_NOSUID | MS_NODEV, options), f"mount {folder}")


def mount_again(descriptor: int, folder: str) -> None:
    source = f"/proc/self/fd/{descriptor}".encode()
    must(LIBC.mount(source, os.fsencode(folder), None, MS_BIND | MS_REC, None), f"mount {folder}")


def unmount(folder: str) -> None:
    must(LIBC.umount2(os.fsencode(folder), MNT_DETACH), f"umount {folder}")


def mounts_below(folders: list[str]) -> list[str]:
    """Outermost first."""
    with open("/proc/self/mountinfo") as file:
        places = [line.split()[4].encode().decode("unicode_escape").encode("latin-1") for line in file]
    paths = [os.fsdecode(place) for place in places]
    return sorted(path for path in paths if any(path.startswith(folder + "/") for folder in folders))


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
