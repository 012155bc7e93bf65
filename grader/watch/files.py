"""Notice saves: at once by the operating system's events, and by a look every second where there are none."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Put = Callable[[str], None]

DEBOUNCE_MILLISECONDS = 200
QUIET_MILLISECONDS = 10  # a save is over when nothing was written for this long
LOOK_MILLISECONDS = 1000

# File systems whose changes by another machine make no events on this one.
REMOTE = frozenset({"nfs", "nfs4", "cifs", "smb3", "9p", "drvfs", "fuse.sshfs", "vboxsf", "prl_fs", "afs"})

_MOUNTS = Path("/proc/mounts")


class Stubs:
    """The stub files as they were when last looked at. Mutable: each look replaces the one before."""

    def __init__(self, exercises: Path) -> None:
        self.exercises = exercises
        self._seen = self._look()

    def changed(self) -> tuple[str, ...]:
        """Return the slugs whose stub was written, made or deleted since the last look, sorted."""
        before, self._seen = self._seen, self._look()
        slugs = before.keys() | self._seen.keys()
        return tuple(sorted(slug for slug in slugs if before.get(slug) != self._seen.get(slug)))

    def _look(self) -> dict[str, tuple[int, int]]:
        found = {}
        for path in self.exercises.glob("*/*.py"):
            if path.stem != path.parent.name:
                continue
            with contextlib.suppress(OSError):  # deleted between the two calls
                status = path.stat()
                found[path.stem] = (status.st_mtime_ns, status.st_size)
        return found


@contextlib.contextmanager
def watching(exercises: Path, put: Put) -> Iterator[None]:
    """Call ``put`` from a thread with the slug of each stub saved in ``exercises``, until the block ends.

    A save may be told twice.
    """
    stop = threading.Event()
    # Before the thread runs: a save in its first moments is seen at its first look.
    stubs = Stubs(exercises.resolve())
    thread = threading.Thread(target=_listen, args=(stubs, put, stop), name="saves", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def saved_slugs(exercises: Path, paths: Iterable[str]) -> tuple[str, ...]:
    """Return the slugs whose stub is among ``paths``, each once, sorted; other files do not count."""
    parts = (Path(path).relative_to(exercises).parts for path in paths)
    return tuple(sorted({part[0] for part in parts if len(part) == 2 and part[1] == f"{part[0]}.py"}))


def file_system_of(path: Path, mounts: Path = _MOUNTS) -> str:
    """Return the type of the file system that holds ``path``; empty where the system does not say."""
    if not mounts.is_file():
        return ""
    lines = [line.split() for line in mounts.read_text(errors="replace").splitlines()]
    holding = [(len(line[1]), line[2]) for line in lines if path.resolve().is_relative_to(line[1])]
    # The last of equal mount points hides those before it.
    return max(reversed(holding), key=lambda mount: mount[0], default=(0, ""))[1]


def look_every_second(stubs: Stubs, put: Put, stop: threading.Event) -> None:
    """Call ``put`` for each stub that changed, without any help of the operating system."""
    while not stop.wait(LOOK_MILLISECONDS / 1000):
        _put_all(stubs.changed(), put)


def _listen(stubs: Stubs, put: Put, stop: threading.Event) -> None:
    try:
        _follow_events(stubs, put, stop)
    except (ImportError, OSError, RuntimeError):  # not installed, or no more inotify watches to be had
        look_every_second(stubs, put, stop)


def _follow_events(stubs: Stubs, put: Put, stop: threading.Event) -> None:
    import watchfiles

    changes = watchfiles.watch(
        stubs.exercises,
        watch_filter=None,
        debounce=DEBOUNCE_MILLISECONDS,
        step=QUIET_MILLISECONDS,
        stop_event=stop,
        raise_interrupt=False,
        rust_timeout=LOOK_MILLISECONDS,
        yield_on_timeout=True,
    )
    for change in changes:
        _put_all(saved_slugs(stubs.exercises, (path for _, path in change)) or stubs.changed(), put)


def _put_all(slugs: Iterable[str], put: Put) -> None:
    for slug in slugs:
        put(slug)
