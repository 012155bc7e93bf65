"""Started as root in a process of its own: give up root, yet keep Python reachable; then become a command.

Student code must never run as root, and the user it runs as may not be able to enter the folder that
holds Python (a home with mode 0700). In a mount namespace of its own this program puts an open, empty
folder over each closed one and binds what is needed into it.

Runs as a script without site-packages: imports only the standard library and nothing of ours.
"""

from __future__ import annotations

import ctypes
import json
import os
import stat
import sys
from collections.abc import Iterable

CLONE_NEWNS = 0x00020000
MS_BIND = 4096
MS_REC = 16384
MS_PRIVATE = 1 << 18


def main(spec_json: str) -> None:
    """Enter the control group, reveal the paths, become the user, execute the command."""
    spec = json.loads(spec_json)
    if spec["group"]:
        with open(spec["group"], "w", encoding="ascii") as entrance:
            entrance.write(str(os.getpid()))
    if spec["user"]:
        reveal(spec["paths"])
        become(spec["user"])
    os.chdir("/")
    os.execve(spec["command"][0], spec["command"], spec["environment"])


def become(user: int) -> None:
    """Be this user and nobody else, for good."""
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def reveal(paths: Iterable[str]) -> None:
    """Make `paths` reachable for everybody, in this process and its children alone."""
    closed = {path: folder for path in paths if (folder := closed_ancestor(path))}
    if not closed:
        return
    libc = ctypes.CDLL(None, use_errno=True)
    check(libc.unshare(CLONE_NEWNS), "unshare")
    mount(libc, "none", "/", None, MS_REC | MS_PRIVATE)
    sources = {path: os.open(path, os.O_PATH | os.O_CLOEXEC) for path in closed}
    for folder in sorted(set(closed.values())):
        mount(libc, "tmpfs", folder, "tmpfs", 0, "mode=755,size=1m")
    for path, source in sources.items():
        make_place(path, is_folder=stat.S_ISDIR(os.fstat(source).st_mode))
        mount(libc, f"/proc/self/fd/{source}", path, None, MS_BIND | MS_REC)
        os.close(source)


def closed_ancestor(path: str) -> str:
    """Return the topmost folder above `path` that others may not enter; empty if there is none."""
    parts = path.strip("/").split("/")
    for count in range(1, len(parts)):
        folder = "/" + "/".join(parts[:count])
        if not os.stat(folder).st_mode & stat.S_IXOTH:
            return folder
    return ""


def make_place(path: str, *, is_folder: bool) -> None:
    """Make an empty folder or file to bind to."""
    os.makedirs(path if is_folder else os.path.dirname(path), exist_ok=True)
    if not is_folder:
        with open(path, "wb"):
            pass


def mount(libc: ctypes.CDLL, source: str, target: str, kind: str | None, flags: int, data: str = "") -> None:
    """Mount; raises OSError naming the target."""
    kind_bytes = kind.encode() if kind else None
    done = libc.mount(source.encode(), target.encode(), kind_bytes, ctypes.c_ulong(flags), data.encode())
    check(done, f"mount {target}")


def check(result: int, what: str) -> None:
    """Raise the OSError that a C function reports."""
    if result:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")


if __name__ == "__main__":
    main(sys.argv[1])
