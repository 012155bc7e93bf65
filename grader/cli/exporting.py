"""``grade export``: a gradebook for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from grader.ci.options import FEEDBACK, VISIBILITIES, Wanted
from grader.cli.gradebooks import course_in
from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.errors import KeyRefused, SealedUnreadable, UsageError
from grader.model import text

FORMATS = ("csv", "xlsx", "canvas", "moodle", "gradescope", "nbgrader", "junit", "lti")
AUTOGRADER = "gradescope-autograder"


@click.command("export")
@click.argument("name", metavar="FORMAT", type=click.Choice([*FORMATS, AUTOGRADER]))
@click.argument("source", metavar="GRADEBOOK|RESULTS.JSON|SEALED")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the files.")
@click.option(
    "--worksheet",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="moodle: the grading worksheet that Moodle gave, to be filled in.",
)
@click.option(
    "--feedback", type=click.Choice(FEEDBACK), default=FEEDBACK[0], help=f"{AUTOGRADER}: see grade ci."
)
@click.option(
    "--visibility",
    type=click.Choice(VISIBILITIES),
    default=VISIBILITIES[0],
    help=f"{AUTOGRADER}: see grade ci.",
)
@click.option("--trust-this-code", "trusted", is_flag=True, help=f"{AUTOGRADER}: see grade ci.")
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    name: str,
    source: str,
    out: Path,
    worksheet: Path | None,
    feedback: str,
    visibility: str,
    trusted: bool,
) -> int:
    """Write the points for other programs: csv, xlsx, canvas, moodle, gradescope, nbgrader, junit, lti.

    gradescope-autograder instead makes, of a sealed course (`grade seal`) and the key in TENSORGRADE_KEY, the
    zip that Gradescope takes as an autograder: autograder.zip.
    """
    if name == AUTOGRADER:
        options = Wanted(feedback, visibility, invocation.language, trusted)
        _write(invocation, out, {"autograder.zip": _autograder(Path(source), options)})
        return 0
    from grader.export import Options, export

    course = course_in(source, invocation.catalog)
    _write(
        invocation,
        out,
        export(course, name, Options(invocation.tr, worksheet.read_bytes() if worksheet else b"")),
    )
    return 0


def _autograder(sealed: Path, options: Wanted) -> bytes:
    from grader.ci.autograder import autograder_zip
    from grader.seal import KEY_VARIABLE, take_key

    key = take_key()
    if key is None:
        raise KeyRefused(
            f"There is no key: {KEY_VARIABLE} is not set.", "Set it to what opens the sealed file."
        )
    try:
        return autograder_zip(sealed.read_bytes(), key, options)
    except OSError as error:
        raise SealedUnreadable(f"{sealed} cannot be read: {error.strerror}.", "Check the path.") from error


def _write(invocation: Invocation, out: Path, files: Mapping[str, bytes]) -> None:
    try:
        for path, content in files.items():
            (out / path).parent.mkdir(parents=True, exist_ok=True)
            (out / path).write_bytes(content)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.", "Choose another --out.") from error
    invocation.say(text("{count} files in {folder}", count=len(files), folder=out))
