"""A runner's own namespaces: it sees no other process, owns no host identity, writes to memory only.

Two processes take part. The *supervisor* separates itself from the zygote (`separate`), gives the
runner a private scratch folder (`private_folders`) and forks it; the runner, process 1 of the new pid
namespace, mounts its own view of the processes (`own_proc`).
"""

from __future__ import annotations

import ctypes
import os
import socket

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
# The zygote's network namespace is empty already, and a new one costs 2 to 5 ms.
ALL = CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWPID | CLONE_NEWIPC | CLONE_NEWUTS | CLONE_NEWCGROUP

MS_NOSUID = 2
MS_NODEV = 4
MS_NOEXEC = 8
MS_REC = 16384
MS_PRIVATE = 1 << 18
NO_SURPRISES = MS_NOSUID | MS_NODEV | MS_NOEXEC

PR_SET_DUMPABLE = 4
USER = 1000
BOX = "/box"
SHARED_MEMORY = "/dev/shm"
SHARED_MEMORY_BYTES = 1 << 20
INODES = 512


def separate() -> None:
    """Enter new user, mount, pid, ipc, uts and cgroup namespaces; raises OSError where that is denied.

    The new pid namespace is that of the children forked afterwards.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    _check(libc.unshare(ALL), "unshare")
    # The kernel made this process undumpable, so that its own /proc entries are not its own to write.
    libc.prctl(PR_SET_DUMPABLE, 1, 0, 0, 0)
    for name, line in (("setgroups", "deny"), ("uid_map", identity()), ("gid_map", identity())):
        _write(f"/proc/self/{name}", line)
    socket.sethostname("runner")
    mount("none", "/", None, MS_REC | MS_PRIVATE)


def private_folders(disk_bytes: int) -> None:
    """Put fresh memory over the scratch folder (`disk_bytes`) and over shared memory."""
    mount("tmpfs", BOX, "tmpfs", MS_NOSUID | MS_NODEV, f"size={disk_bytes},nr_inodes={INODES},mode=700")
    size = f"size={SHARED_MEMORY_BYTES},nr_inodes={INODES},mode=700"
    mount("tmpfs", SHARED_MEMORY, "tmpfs", NO_SURPRISES, size)


def own_proc() -> None:
    """Mount the runner's own /proc: it lists the runner alone."""
    mount("proc", "/proc", "proc", NO_SURPRISES)


def identity() -> str:
    """Return the map that keeps the one user there is."""
    return f"{USER} {USER} 1"


def mount(source: str, target: str, kind: str | None, flags: int, data: str | None = None) -> None:
    """Mount; raises OSError naming the target."""
    libc = ctypes.CDLL(None, use_errno=True)
    texts = (source.encode(), target.encode(), kind.encode() if kind else None)
    done = libc.mount(*texts, ctypes.c_ulong(flags), data.encode() if data else None)
    _check(done, f"mount {target}")


def _check(result: int, what: str) -> None:
    if result:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")


def _write(path: str, line: str) -> None:
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.write(descriptor, line.encode())
    finally:
        os.close(descriptor)
