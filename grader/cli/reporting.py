"""``grade report``: a gradebook's pages anew."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.gradebooks import course_in
from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.model import text


@click.command("report")
@click.argument("source", metavar="GRADEBOOK|RESULTS.JSON")
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the report.")
@lang_option
@pass_invocation
def command(invocation: Invocation, source: str, out: Path) -> int:
    """Write results.json and the HTML report of a gradebook anew, decisions included; grades nothing."""
    from grader.batch.run import make_folder, publish
    from grader.report.html import index_path

    course = course_in(source, invocation.catalog)
    make_folder(out)
    publish(course, out, invocation.language)
    invocation.say(text("Report: {path}", path=index_path(out, invocation.language)))
    return 0
