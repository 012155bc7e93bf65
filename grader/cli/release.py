"""``grade release``: a course for students."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.model import text


@click.command("release")
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option("--assignment", default="", help="What it is called (default: the course's name).")
@click.option("--zip", "packed", is_flag=True, help="Write OUT.zip, too.")
@click.option("--force", is_flag=True, help="Write over an earlier release.")
@lang_option
@pass_invocation
def command(
    invocation: Invocation, out: Path, slugs: tuple[str, ...], assignment: str, packed: bool, force: bool
) -> int:
    """Write what students get: exercises (default: all), frozen examples, a lock; nothing hidden."""
    from grader.release import make_bundle, write_folder, write_zip

    bundle = make_bundle(invocation.catalog, slugs, assignment)
    write_folder(bundle, out, force=force)
    invocation.say(text("Released: {path} (exercises: {count})", path=out, count=len(bundle.slugs)))
    if packed:
        archive = out.with_name(f"{out.name}.zip")
        write_zip(bundle, archive, out.name, force=force)
        invocation.say(text("Packed: {path}", path=archive))
    return 0
