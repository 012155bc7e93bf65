"""How much a runner may use, where the kernel counts: memory, processor time, files, threads."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Mapping
from pathlib import Path

# Here rather than in the functions: a process half in its jail may not be able to read a module any more.
if sys.platform != "win32":
    import resource

# Whatever else is asked for: no core dump of what was inside, no locked memory.
ALWAYS: Mapping[str, int] = {"core": 0, "memlock": 0}
STATM = Path("/proc/self/statm")
STATM_FIELDS = {"as": 0, "data": 5}  # in pages


def supported() -> bool:
    """Whether this system has resource limits."""
    return sys.platform != "win32"


def apply(limits: Mapping[str, int]) -> None:
    """Set the soft and the hard limit alike, for `ALWAYS` too; a hard limit that is lower already stays.

    ``limits``: name, as ``as`` in ``RLIMIT_AS`` -> bytes, seconds (``cpu``) or a count (``nofile``,
    ``nproc``). Soft equals hard because the first process of a pid namespace ignores the signal of the soft
    one (``SIGXCPU``). Raises ``ValueError`` for an unknown name or a negative number, ``OSError``
    (``ENOSYS``) where there are no limits.
    """
    if sys.platform == "win32":
        raise OSError(errno.ENOSYS, "this system has no resource limits")
    for name, wanted in {**ALWAYS, **limits}.items():
        which = getattr(resource, f"RLIMIT_{name.upper()}", None)
        if which is None or wanted < 0:
            raise ValueError(f"no such limit: {name} = {wanted}")
        _, hard = resource.getrlimit(which)
        lowest = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(which, (lowest, lowest))


def memory(budget: int) -> dict[str, int]:
    """Return the limits, for `apply`, that leave ``budget`` bytes beyond what this process has in use now.

    ``as`` counts address space: a thread takes 8 MiB of it for its stack and up to 64 MiB for its heap, and
    a GPU's driver takes hundreds of GiB. ``data`` counts private writable memory. Raises ``OSError`` where
    ``/proc`` cannot be read.
    """
    pages = STATM.read_bytes().split()
    page_bytes = os.sysconf("SC_PAGE_SIZE")
    return {name: int(pages[field]) * page_bytes + budget for name, field in STATM_FIELDS.items()}
