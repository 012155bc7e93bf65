"""``grade seal``: a course in one encrypted file, for `grade ci`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.catalog import Catalog
from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.errors import KeyRefused, SealedUnreadable, UsageError
from grader.model import text

if TYPE_CHECKING:
    from grader.seal import Key

PATH = click.Path(path_type=Path, dir_okay=False)


@click.command("seal")
@click.argument("out", metavar="[OUT.sealed]", type=PATH, required=False)
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option("--new-key", is_flag=True, help="Make a key: print it, or write it to --key-file.")
@click.option("--key-file", type=PATH, help="Read the key here instead of from TENSORGRADE_KEY.")
@click.option(
    "--show", is_flag=True, help="Open OUT.sealed: what is in it, and is it what the course has now?"
)
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    out: Path | None,
    slugs: tuple[str, ...],
    new_key: bool,
    key_file: Path | None,
    show: bool,
) -> int:
    """Encrypt exercises (default: all) with their solutions into OUT.sealed, which only the key opens.

    `grade ci --sealed OUT.sealed` opens it in memory. The key is in the environment variable
    TENSORGRADE_KEY: make one with --new-key and keep it where the service keeps its secrets.
    """
    if out is None and not new_key:
        raise UsageError("There is nothing to do: no OUT.sealed was named.", "grade seal course.sealed")
    if new_key:
        _make_key(key_file)
    if show and out is not None:
        return _show(invocation, out, key_file)
    if out is not None:
        _seal(invocation, out, slugs, key_file)
    return 0


def _make_key(key_file: Path | None) -> None:
    from grader.seal import new_key

    key = new_key()
    if key_file is None:
        click.echo(key.text)
        # What is sealed by the same command is sealed with the key that was just printed.
        os.environ["TENSORGRADE_KEY"] = key.text
        return
    try:
        # Nobody else may read it, and no key that something is sealed with is lost.
        descriptor = os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise UsageError(f"{key_file} cannot be written: {error.strerror}.", "Name a new file.") from error
    with open(descriptor, "w", encoding="ascii") as file:
        file.write(key.text + "\n")


def _key(key_file: Path | None) -> Key:
    from grader.seal import KEY_VARIABLE, read_key, take_key

    key = read_key(key_file) if key_file else take_key()
    if key is None:
        raise KeyRefused(
            f"There is no key: {KEY_VARIABLE} is not set.",
            "Set it, or pass --key-file; `grade seal --new-key` makes one.",
        )
    return key


def _show(invocation: Invocation, sealed: Path, key_file: Path | None) -> int:
    """List the exercises in a sealed file; 1 where one of them is not what the course here has."""
    from grader.seal import open_sealed

    try:
        opened = open_sealed(sealed.read_bytes(), _key(key_file))
    except OSError as error:
        raise SealedUnreadable(f"{sealed} cannot be read: {error.strerror}.", "Check the path.") from error
    inside, here = Catalog(Path(opened.name), opened.content), invocation.catalog
    same = [slug in here.slugs() and inside.version(slug) == here.version(slug) for slug in opened.slugs]
    for slug, current in zip(opened.slugs, same, strict=True):
        state = text("as here") if current else text("not as here")
        click.echo(f"{slug}  {inside.version(slug)[:12]}  {invocation.tr(state)}")
    return 0 if all(same) else 1


def _seal(invocation: Invocation, out: Path, slugs: tuple[str, ...], key_file: Path | None) -> None:
    from grader.seal import seal

    key = _key(key_file)
    chosen = tuple(dict.fromkeys(slugs)) or invocation.catalog.slugs()
    data = seal(invocation.catalog, chosen, key)
    try:
        out.write_bytes(data)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.", "Check the path.") from error
    # On the standard error: the standard output may hold a new key.
    invocation.warn(
        text(
            "{count} exercises sealed in {file} with the key {fingerprint}.",
            count=len(chosen),
            file=out,
            fingerprint=key.fingerprint,
        )
    )
