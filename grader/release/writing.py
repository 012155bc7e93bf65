"""Writing a bundle: a folder that holds nothing else, and a zip that is the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from grader.catalog import RELEASE
from grader.errors import UsageError
from grader.release.bundle import Bundle
from grader.release.lock import read_lock

EPOCH = (1980, 1, 1, 0, 0, 0)
SHOWN = 3


def write_folder(bundle: Bundle, out: Path, *, force: bool = False) -> None:
    """Write the bundle into ``out``; with ``force``, in the place of an earlier release there.

    Raises `UsageError` where there is anything that no release made: it would be given out with the rest.
    """
    earlier = _earlier(out)
    if earlier and not force:
        raise UsageError(f"{out} holds a release already.", "--force writes this one in its place.")
    try:
        for name in sorted(earlier - bundle.files.keys()):
            (out / name).unlink()
        for name, data in bundle.files.items():
            path = out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        _remove_empty(out)
    except OSError as error:
        raise _unwritable(out, error) from error


def write_zip(bundle: Bundle, path: Path, top: str, *, force: bool = False) -> None:
    """Write the bundle as a zip with one folder, ``top``."""
    if path.exists() and not force:
        raise UsageError(f"{path} is there already.", "--force writes over it.")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in bundle.files.items():
            member = zipfile.ZipInfo(f"{top}/{name}", EPOCH)
            member.compress_type, member.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(member, data)
    try:
        path.write_bytes(packed.getvalue())
    except OSError as error:
        raise _unwritable(path, error) from error


def _earlier(out: Path) -> set[str]:
    """Return the files of an earlier release in ``out``; empty where there is nothing at all."""
    if not out.exists():
        return set()
    if not out.is_dir():
        raise UsageError(f"{out} is not a folder.", "Give a new folder.")
    found = {path.relative_to(out).as_posix() for path in out.rglob("*") if not path.is_dir()}
    lock = out / RELEASE
    listed = {RELEASE, *read_lock(lock.read_bytes(), str(lock)).files} if lock.is_file() else set()
    strangers = sorted(found - listed)
    if strangers:
        shown = ", ".join(strangers[:SHOWN])
        problem = f"{out} holds what is no part of a release: {shown} ({len(strangers)} in all)."
        raise UsageError(problem, "Give a new folder, or move that away.")
    return found


def _remove_empty(out: Path) -> None:
    """Remove the folders of exercises that an earlier release had."""
    for folder in sorted((path for path in out.rglob("*") if path.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _unwritable(path: Path, error: OSError) -> UsageError:
    return UsageError(f"{path} cannot be written: {error.strerror}.", "Check the path.")
