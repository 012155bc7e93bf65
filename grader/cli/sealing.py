"""``grade seal``: a course in one encrypted file, for `grade ci`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.errors import KeyRefused, UsageError
from grader.model import text

PATH = click.Path(path_type=Path, dir_okay=False)


@click.command("seal")
@click.argument("out", metavar="[OUT.sealed]", type=PATH, required=False)
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option("--new-key", is_flag=True, help="Make a key: print it, or write it to --key-file.")
@click.option("--key-file", type=PATH, help="Read the key here instead of from TENSORGRADE_KEY.")
@lang_option
@pass_invocation
def command(
    invocation: Invocation, out: Path | None, slugs: tuple[str, ...], new_key: bool, key_file: Path | None
) -> int:
    """Encrypt exercises (default: all) with their solutions into OUT.sealed, which only the key opens.

    `grade ci --sealed OUT.sealed` opens it in memory. The key is in the environment variable
    TENSORGRADE_KEY: make one with --new-key and keep it where the service keeps its secrets.
    """
    if out is None and not new_key:
        raise UsageError("There is nothing to do: no OUT.sealed was named.", "grade seal course.sealed")
    if new_key:
        _make_key(key_file)
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


def _seal(invocation: Invocation, out: Path, slugs: tuple[str, ...], key_file: Path | None) -> None:
    from grader.seal import KEY_VARIABLE, read_key, seal, take_key

    key = read_key(key_file) if key_file else take_key()
    if key is None:
        raise KeyRefused(
            f"There is no key: {KEY_VARIABLE} is not set.",
            "Set it, or pass --key-file; `grade seal --new-key` makes one.",
        )
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
