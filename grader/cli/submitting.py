"""``grade submit``: what is handed in, signed."""

from __future__ import annotations

import hashlib
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import click

from grader.catalog import RELEASE, Catalog, read_submission
from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.errors import UsageError
from grader.model import text


@click.command("submit")
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option("--out", type=click.Path(path_type=Path), help="The zip (default: NAME-ASSIGNMENT.zip here).")
@click.option("--name", default="", help="Your name as your instructor knows it; it is remembered.")
@lang_option
@pass_invocation
def command(invocation: Invocation, slugs: tuple[str, ...], out: Path | None, name: str) -> int:
    """Pack what you wrote (default: every file that is no stub any more) into a signed zip to hand in."""
    from grader.handin import pack, take_identity

    sources = chosen_sources(invocation.catalog, slugs)
    assignment, release = released_as(invocation.catalog)
    identity = take_identity(name)
    path = out or Path(f"{_plain(identity.name)}-{_plain(assignment)}.zip")
    write(path, pack(identity, sources, datetime.now(UTC), assignment, release))
    for slug in sources:
        invocation.say(text("packed: {slug}", slug=slug))
    invocation.say(
        text(
            "Signed by {name} (key {key}): {path}. Hand it in as it is.",
            name=identity.name,
            key=identity.fingerprint,
            path=path,
        )
    )
    return 0


def chosen_sources(catalog: Catalog, slugs: tuple[str, ...]) -> dict[str, bytes]:
    """Return the files to hand in by slug, each one readable; raises `UsageError` where there is none."""
    found = {}
    for slug in dict.fromkeys(slugs) or catalog.slugs():
        exercise, path = catalog.load(slug), catalog.stub_path(slug)
        if not slugs and (not path.is_file() or path.read_bytes() == catalog.pristine_stub(slug).encode()):
            continue
        read_submission(path, exercise.limits)
        found[slug] = path.read_bytes()
    if not found:
        raise UsageError(
            f"Every file in {catalog.root / 'exercises'} is as it was handed out.",
            "Write something, save it, and submit then; or name an exercise.",
        )
    return found


def released_as(catalog: Catalog) -> tuple[str, str]:
    """Return what the release is called and its SHA-256; the course's name where it is no release."""
    if not catalog.is_release:
        return catalog.root.name, ""
    from grader.release.lock import read_lock

    data = catalog.content.read(RELEASE)
    return read_lock(data, str(catalog.root / RELEASE)).assignment, hashlib.sha256(data).hexdigest()


def write(path: Path, data: bytes) -> None:
    """Write the zip; over an earlier hand-in, and over nothing else."""
    if path.exists() and not _is_handin(path):
        raise UsageError(f"{path} is there, and is no hand-in.", "Give another --out.")
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Give another --out.") from error


def _is_handin(path: Path) -> bool:
    from grader.handin import is_handin

    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        return is_handin(archive.namelist())


def _plain(name: str) -> str:
    """Return a name that a file can have on any system."""
    return re.sub(r"[^\w.-]+", "-", name).strip("-.") or "course"
