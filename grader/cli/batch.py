"""``grade batch``: a whole class."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.cli.invocation import INTERRUPTED, Invocation, lang_option, pass_invocation
from grader.cli.progress import Bar, Events, Shown, say_how_to_resume
from grader.cli.run import DEVICES
from grader.course import Layout
from grader.errors import UsageError
from grader.model import text

if TYPE_CHECKING:
    from grader.batch.run import Execute
    from grader.intake import Options

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("batch")
@click.argument("submissions", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), required=True, help="Folder for the results.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="At the same time.")
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="Grade on Dask workers: tcp://HOST:PORT of a scheduler, or local:N (docs/cluster.md).",
)
@click.option("--device", type=click.Choice(DEVICES), default="auto", show_default=True)
@click.option(
    "--trust-this-code",
    "trusted",
    is_flag=True,
    help="Grade even where no sandbox of level L2 can be had.",
)
@click.option(
    "--overrule",
    "overrules",
    metavar="STUDENT/SLUG=REASON",
    multiple=True,
    help="Let this submission use forbidden operations; the reason is in its report.",
)
@click.option(
    "--gradebook",
    metavar="FILE|URL",
    default="",
    help="Where attempts are kept; by default gradebook.sqlite in --out. PostgreSQL by its URL.",
)
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    default=Layout.AUTO.value,
    show_default=True,
    help="How files say whose they are.",
)
@click.option(
    "--deadline", metavar="TIME", help="ISO 8601, e.g. 2026-05-04T23:59+08:00; local without offset."
)
@click.option("--late-policy", type=FILE, help="TOML: what lateness costs (docs/intake.md).")
@click.option("--roster", type=FILE, help="CSV of those who should hand in.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each event, on stdout.")
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    submissions: Path,
    out: Path,
    jobs: int,
    cluster: str | None,
    device: str,
    trusted: bool,
    overrules: tuple[str, ...],
    gradebook: str,
    layout: str,
    deadline: str | None,
    late_policy: Path | None,
    roster: Path | None,
    as_json: bool,
) -> int:
    """Grade every student's submissions: a folder or zip with SUBMISSIONS/STUDENT/…/SLUG.py, notebooks,
    or a download of Canvas, Moodle, Gradescope or GitHub Classroom.

    Attempts are kept in the gradebook as they end. After Ctrl-C or a crash, run the same command again:
    it goes on where it stopped.
    """
    from grader.batch import Batch, run_batch
    from grader.report.html import index_path
    from grader.report.terminal import render_course

    invocation.catalog.require_hidden()
    intake = _options(layout, deadline, late_policy, roster)
    allowed = dict(map(_overrule, overrules))
    workers = _workers(invocation, cluster, jobs, device, trusted) if cluster else None
    batch = Batch(jobs, device, trusted, invocation.language, gradebook, intake, allowed, workers)
    show: Shown = Events() if as_json else Bar(invocation)
    try:
        with show:
            course = run_batch(invocation.catalog, submissions, out, batch, show.attempt)
    except KeyboardInterrupt:
        say_how_to_resume(invocation)
        return INTERRUPTED
    if as_json:
        return 0
    invocation.say(render_course(course, invocation.tr))
    invocation.say(text("Report: {path}", path=index_path(out, invocation.language)))
    return 0


def _workers(invocation: Invocation, cluster: str, jobs: int, device: str, trusted: bool) -> Execute:
    """Return what grades on a cluster."""
    from grader.cluster.address import read_address
    from grader.cluster.dispatch import Terms
    from grader.cluster.grading import Cluster

    if jobs > 1:
        raise UsageError(
            "--jobs and --cluster exclude each other.", "On this machine: --jobs N or --cluster local:N."
        )
    return Cluster(read_address(cluster), Terms(device, trusted), invocation.warn).graded


def _options(layout: str, deadline: str | None, late_policy: Path | None, roster: Path | None) -> Options:
    """Return what the command line says about the intake."""
    from grader.intake import Options, read_policy, read_roster

    return Options(
        Layout(layout),
        _moment(deadline),
        read_policy(late_policy) if late_policy else Options().policy,
        read_roster(roster) if roster else None,
    )


def _moment(deadline: str | None) -> datetime | None:
    """Read a deadline; raise `UsageError` for anything that is no moment."""
    if deadline is None:
        return None
    try:
        return datetime.fromisoformat(deadline)
    except ValueError as error:
        raise UsageError(f"--deadline {deadline!r} is no moment.", "E.g. 2026-05-04T23:59+08:00.") from error


def _overrule(line: str) -> tuple[tuple[str, str], str]:
    """Read ``STUDENT/SLUG=REASON``; raise `UsageError` for anything else."""
    where, _, reason = line.partition("=")
    student, _, slug = where.rpartition("/")
    if not (student and slug and reason.strip()):
        raise UsageError(
            f"--overrule {line!r} is not STUDENT/SLUG=REASON.", "E.g. ada/gather='agreed in class'."
        )
    return (student, slug), reason.strip()
