"""Nothing that a runner may do because of who it is: no capabilities, no new ones, no debugger."""

from __future__ import annotations

import ctypes
import errno
import itertools
import signal
import struct
from collections.abc import Iterator

from grader.runner.jail import kernel

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_CAPBSET_READ = 23
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_CLEAR_ALL = 4
CAPABILITY_VERSION_3 = 0x20080522


def supported() -> bool:
    """Whether these steps can be taken here."""
    return kernel.on_linux()


def drop_all() -> None:
    """Have no capability, get none, and be hidden from others of the same user; raises ``OSError``."""
    drop_capabilities()
    no_new_privileges()
    undumpable()


def drop_capabilities() -> None:
    """Give up every capability: bounding set (where we may), ambient, inheritable, permitted, effective.

    Without the right to shrink it the bounding set stays; `no_new_privileges` makes it worthless.
    """
    for capability in known_capabilities():
        try:
            kernel.prctl("drop a capability", PR_CAPBSET_DROP, capability)
        except PermissionError:
            break
    kernel.prctl("clear ambient capabilities", PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL)
    header = ctypes.create_string_buffer(struct.pack("=Ii", CAPABILITY_VERSION_3, 0))
    nothing = ctypes.create_string_buffer(struct.calcsize("=6I"))
    kernel.checked(kernel.library().capset(header, nothing), "capset")


def known_capabilities() -> Iterator[int]:
    """Return the numbers of all capabilities that this kernel knows."""
    return itertools.takewhile(is_known, itertools.count())


def is_known(capability: int) -> bool:
    """Whether the kernel has a capability of this number."""
    try:
        kernel.prctl("read the bounding set", PR_CAPBSET_READ, capability)
    except OSError as error:
        if error.errno == errno.EINVAL:
            return False
        raise
    return True


def no_new_privileges() -> None:
    """Promise that no program started from here gains anything; an unprivileged filter needs the promise."""
    kernel.prctl("no new privileges", PR_SET_NO_NEW_PRIVS, 1)


def undumpable() -> None:
    """Hide memory, descriptors and environment from other processes of the same user; no core dumps.

    Has to come after any change of user, which sets it back.
    """
    kernel.prctl("undumpable", PR_SET_DUMPABLE, 0)


def die_with_parent() -> None:
    """Be killed when the parent thread ends; a change of user forgets it, and elsewhere nothing happens.

    Only a second line behind the end of the parent's sockets: who asks too late is not killed.
    """
    if supported():
        kernel.prctl("die with parent", PR_SET_PDEATHSIG, signal.SIGKILL)
