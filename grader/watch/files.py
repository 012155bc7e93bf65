"""Notice saves, by the operating system's events or, where there are none, by looking every second."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

DEBOUNCE_MILLISECONDS = 200
POLL_MILLISECONDS = 1000

# File systems whose changes by another machine make no events on this one.
REMOTE = frozenset({"nfs", "nfs4", "cifs", "smb3", "9p", "drvfs", "fuse.sshfs", "vboxsf", "prl_fs", "afs"})

_MOUNTS = Path("/proc/mounts")


@contextlib.contextmanager
def watching(exercises: Path, put: Callable[[str], None], blind: Callable[[str], None]) -> Iterator[None]:
    """Call ``put`` from a thread with the slug of each stub saved in ``exercises``, until the block ends.

    Where saves cannot be seen at all, ``blind`` gets the reason, once.
    """
    stop = threading.Event()
    thread = threading.Thread(
        target=_listen, args=(exercises.resolve(), put, blind, stop), name="saves", daemon=True
    )
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


def _listen(
    exercises: Path, put: Callable[[str], None], blind: Callable[[str], None], stop: threading.Event
) -> None:
    polling = file_system_of(exercises) in REMOTE
    try:
        _follow(exercises, put, stop, polling)
    except OSError:  # no more inotify watches to be had
        _poll(exercises, put, blind, stop)


def _poll(
    exercises: Path, put: Callable[[str], None], blind: Callable[[str], None], stop: threading.Event
) -> None:
    try:
        _follow(exercises, put, stop, polling=True)
    except OSError as error:
        blind(str(error))


def _follow(exercises: Path, put: Callable[[str], None], stop: threading.Event, polling: bool) -> None:
    import watchfiles

    changes = watchfiles.watch(
        exercises,
        watch_filter=None,
        debounce=DEBOUNCE_MILLISECONDS,
        stop_event=stop,
        raise_interrupt=False,
        # None leaves it to watchfiles, which knows more places that need it and reads the environment.
        force_polling=True if polling else None,
        poll_delay_ms=POLL_MILLISECONDS,
    )
    for change in changes:
        for slug in saved_slugs(exercises, (path for _, path in change)):
            put(slug)
