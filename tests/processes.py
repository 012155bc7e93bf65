"""Looking at processes from outside: who descends from whom, and with how many threads."""

from __future__ import annotations

from pathlib import Path


def parents() -> dict[int, int]:
    """Return the parent of every process that there is."""
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                # The name in brackets may hold anything, brackets and spaces included.
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it ended meanwhile
            found[int(folder.name)] = int(fields[1])
    return found


def descendants(pid: int) -> set[int]:
    """Return the living processes below `pid`, zombies included."""
    below, tree = set[int](), parents()
    waiting = [pid]
    while waiting:
        parent = waiting.pop()
        children = {child for child, its_parent in tree.items() if its_parent == parent}
        below |= children
        waiting += children
    return below
