"""A control group round the zygote and its runners, where one can be had: it counts all of their memory.

The limits of each runner (`grader.model.Limits`) are the ones that are felt; this is what stands behind
them, for kernel buffers and memory-backed files too.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path("/sys/fs/cgroup")
MEMORY_BYTES = 4 << 30
PROCESSES = 256
REMOVAL_SECONDS = 2.0
NUMBERS = itertools.count(1)


@dataclass(frozen=True, slots=True)
class ControlGroup:
    """A group of ours; whoever writes its process number into `entrance` is in it, with all its children."""

    folder: Path

    @property
    def entrance(self) -> Path:
        """The file that takes process numbers."""
        return self.folder / "cgroup.procs"

    def remove(self) -> None:
        """Kill whoever is left in the group and remove it; one that is removed already is no work."""
        deadline = time.monotonic() + REMOVAL_SECONDS
        while time.monotonic() < deadline:
            for member in self.members():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(member, signal.SIGKILL)
            try:
                self.folder.rmdir()
            except FileNotFoundError:
                return
            except OSError:
                time.sleep(0.01)  # the dead leave a moment later
            else:
                return

    def members(self) -> list[int]:
        """Return the processes in the group."""
        try:
            return [int(number) for number in self.entrance.read_text().split()]
        except OSError:
            return []


def make() -> ControlGroup | None:
    """Make a group with limits; None where this user may not, or the system counts no memory."""
    for parent, limits in candidates():
        sweep(parent)
        folder = parent / f"tensorgrade-{os.getpid()}-{next(NUMBERS)}"
        try:
            folder.mkdir()
        except OSError:
            continue
        group = ControlGroup(folder)
        if limited(folder, limits):
            return group
        group.remove()
    return None


def sweep(parent: Path) -> None:
    """Remove the empty groups of judges that were killed before they could."""
    for folder in parent.glob("tensorgrade-*-*"):
        judge = folder.name.split("-")[1]
        if not Path("/proc", judge).exists():
            with contextlib.suppress(OSError):
                folder.rmdir()  # refused by the kernel while anybody is in it


def limited(folder: Path, limits: dict[str, int]) -> bool:
    """Write the limits; tell whether the one on memory holds."""
    written = [name for name, value in limits.items() if write(folder / name, str(value))]
    return any(name.startswith("memory.") for name in written)


def write(path: Path, text: str) -> bool:
    """Write a file that the kernel made; tell whether there is one and it took the text."""
    try:
        descriptor = os.open(path, os.O_WRONLY)  # never creates: in a plain folder there is none
    except OSError:
        return False
    with os.fdopen(descriptor, "w") as file:
        try:
            file.write(text)
            file.flush()
        except OSError:
            return False
    return True


def candidates() -> list[tuple[Path, dict[str, int]]]:
    """Return the groups this process is in, second version first, each with the limits it would take."""
    try:
        lines = Path("/proc/self/cgroup").read_text().splitlines()
    except OSError:
        return []
    found = []
    for line in lines:
        _, controllers, path = line.split(":", 2)
        if controllers == "":
            found.append((ROOT / path.lstrip("/"), {"memory.max": MEMORY_BYTES, "pids.max": PROCESSES}))
        elif "memory" in controllers.split(","):
            found.append((ROOT / "memory" / path.lstrip("/"), {"memory.limit_in_bytes": MEMORY_BYTES}))
    return sorted(found, key=lambda item: "memory.max" not in item[1])
