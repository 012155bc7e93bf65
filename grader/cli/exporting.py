"""``grade export``: a gradebook for other programs."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.gradebooks import course_in
from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.errors import UsageError
from grader.model import text

FORMATS = ("csv", "xlsx", "canvas", "moodle", "gradescope", "nbgrader", "junit", "lti")


@click.command("export")
@click.argument("name", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("source", metavar="GRADEBOOK|RESULTS.JSON")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the files.")
@click.option(
    "--worksheet",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="moodle: the grading worksheet that Moodle gave, to be filled in.",
)
@lang_option
@pass_invocation
def command(invocation: Invocation, name: str, source: str, out: Path, worksheet: Path | None) -> int:
    """Write the points for other programs: csv, xlsx, canvas, moodle, gradescope, nbgrader, junit, lti."""
    from grader.export import Options, export

    course = course_in(source, invocation.catalog)
    files = export(course, name, Options(invocation.tr, worksheet.read_bytes() if worksheet else b""))
    try:
        for path, content in files.items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(content)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.", "Choose another --out.") from error
    invocation.say(text("{count} files in {folder}", count=len(files), folder=out))
    return 0
