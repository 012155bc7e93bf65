"""``grade ci``: grade one student's folder in the runner of a service, and answer as the service reads it."""

from __future__ import annotations

import logging
import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.catalog import Catalog
from grader.ci.options import FEEDBACK, SERVICES, VISIBILITIES
from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.cli.run import DEVICES
from grader.errors import GraderError, GraderFault, KeyRefused, SealedUnreadable, UsageError
from grader.model import text

if TYPE_CHECKING:
    from grader.ci.graded import Emission, Graded
    from grader.ci.services import Surroundings
    from grader.seal import Key

FILE = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(path_type=Path)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for."""

    catalog: Catalog
    slugs: tuple[str, ...]
    threshold: Fraction
    feedback: str
    device: str
    trusted: bool
    examples_only: bool


class Percent(click.ParamType[Fraction]):
    """A share in percent, exactly as it is written: ``80``, ``66.6``."""

    name = "percent"

    def convert(
        self, value: str | Fraction, param: click.Parameter | None, ctx: click.Context | None
    ) -> Fraction:
        """Read it; anything outside 0 to 100 is wrong usage."""
        try:
            share = Fraction(str(value).removesuffix("%"))
        except (ValueError, ZeroDivisionError):
            self.fail(f"{value!r} is not a number of percent.", param, ctx)
        if not 0 <= share <= 100:
            self.fail(f"{value} is not between 0 and 100.", param, ctx)
        return share


@click.command("ci")
@click.argument("slugs", metavar="[SLUG]...", nargs=-1)
@click.option("--sealed", type=FILE, help="The course, as `grade seal` wrote it; the key is TENSORGRADE_KEY.")
@click.option("--service", type=click.Choice(SERVICES), help="By default what the environment says.")
@click.option("--threshold", type=Percent(), default="100", show_default=True, help="Percent to pass.")
@click.option("--submission", type=FOLDER, help="What was handed in (default: where the service puts it).")
@click.option("--out", type=FOLDER, help="Folder for the results (default: where the service reads them).")
@click.option("--student", metavar="NAME", help="Whose it is (default: what the service says).")
@click.option(
    "--feedback",
    type=click.Choice(FEEDBACK),
    default=FEEDBACK[0],
    show_default=True,
    help="How much is told; each tells everything that the next one does.",
)
@click.option(
    "--visibility",
    type=click.Choice(VISIBILITIES),
    default=VISIBILITIES[0],
    show_default=True,
    help="Gradescope: when students see the results.",
)
@click.option("--device", type=click.Choice(DEVICES), default="auto", show_default=True)
@click.option(
    "--trust-this-code", "trusted", is_flag=True, help="Grade even where no sandbox of level L2 can be had."
)
@click.option(
    "--public-only-without-key",
    "public_only",
    is_flag=True,
    help="Where the key is missing or wrong, run the public examples of the course here; nothing counts.",
)
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    slugs: tuple[str, ...],
    sealed: Path | None,
    service: str | None,
    threshold: Fraction,
    submission: Path | None,
    out: Path | None,
    student: str | None,
    feedback: str,
    visibility: str,
    device: str,
    trusted: bool,
    public_only: bool,
) -> int:
    """Grade one student's folder in a runner of GitHub, Classroom 50, Gradescope, GitLab or PrairieLearn.

    Without SLUG: every exercise of the sealed file; without one, what is handed in. Where the exit code is
    the result (github, gitlab, plain), it is 0 from the threshold on.
    """
    from grader.seal import take_key

    key = take_key()  # before anything of a submission runs, or any other process starts
    where = _surroundings(service, submission, out, student, visibility)
    course = _course(invocation, sealed, key, public_only=public_only)
    chosen = tuple(dict.fromkeys(slugs)) or course.slugs
    asked = Asked(course.catalog, chosen, threshold, feedback, device, trusted, course.examples_only)
    with quiet():
        emission = _emission(_graded(invocation, where, asked), where)
    _deliver(emission, where)
    return emission.exit_code


def _surroundings(
    service: str | None, submission: Path | None, out: Path | None, student: str | None, visibility: str
) -> Surroundings:
    from grader.ci.services import Service, detect, surroundings

    chosen = Service(service) if service else detect(os.environ)
    found = surroundings(chosen, os.environ, Path.cwd(), submission=submission)
    return replace(
        found,
        out=out or found.out,
        student=student or found.student,
        visibility=visibility,
    )


@dataclass(frozen=True, slots=True)
class Chosen:
    """The course to grade by, the exercises of a sealed file, and whether only its examples may be run."""

    catalog: Catalog
    slugs: tuple[str, ...] = ()
    examples_only: bool = False


def _course(invocation: Invocation, sealed: Path | None, key: Key | None, *, public_only: bool) -> Chosen:
    """Open the sealed course; for want of its key, if told so, take the one of the current folder."""
    if sealed is None:
        return Chosen(invocation.catalog)
    try:
        return _opened(sealed, key)
    except KeyRefused as refused:
        if not public_only:
            raise
        invocation.warn(text("{problem}", problem=refused.message))
        return Chosen(invocation.catalog, examples_only=True)


def _opened(sealed: Path, key: Key | None) -> Chosen:
    """Open the sealed file in memory."""
    from grader.seal import KEY_VARIABLE, open_sealed

    if key is None:
        raise KeyRefused(
            f"{sealed} needs a key, and {KEY_VARIABLE} is not set.",
            "Hand the service's secret to this step; docs/ci.md says how for each service.",
        )
    try:
        opened = open_sealed(sealed.read_bytes(), key)
    except OSError as error:
        raise SealedUnreadable(f"{sealed} cannot be read: {error.strerror}.", "Check the path.") from error
    return Chosen(Catalog(Path(opened.name), opened.content), opened.slugs)


def _graded(invocation: Invocation, where: Surroundings, asked: Asked) -> Graded:
    from grader.ci.graded import Graded
    from grader.ci.grading import Task, grade_folder
    from grader.ci.shown import shown
    from grader.report.view import Feedback

    task = Task(
        asked.catalog,
        asked.slugs,
        where.submission,
        where.student,
        asked.device,
        asked.trusted,
        asked.examples_only,
    )
    folder = grade_folder(task)
    seen = shown(folder.course.attempts, Feedback(asked.feedback))
    course = replace(folder.course, attempts=seen)
    return Graded(course, invocation.tr, asked.threshold, folder.places)


def _emission(graded: Graded, where: Surroundings) -> Emission:
    from grader.ci import classroom50, github, gitlab, gradescope, plain, prairielearn
    from grader.ci.services import Service

    speakers: dict[Service, Callable[[Graded, Surroundings], Emission]] = {
        Service.GITHUB: github.emit,
        Service.CLASSROOM50: classroom50.emit,
        Service.GRADESCOPE: gradescope.emit,
        Service.GITLAB: gitlab.emit,
        Service.PRAIRIELEARN: prairielearn.emit,
        Service.PLAIN: plain.emit,
    }
    return speakers[where.service](graded, where)


def _deliver(emission: Emission, where: Surroundings) -> None:
    """Write the files, append to the service's, print."""
    try:
        for path, data in emission.files.items():
            _refuse_links(path, where.submission)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for path, data in emission.added.items():
            with path.open("ab") as file:
                file.write(data)
    except OSError as error:
        raise UsageError(f"{error.filename} cannot be written: {error.strerror}.", "Check --out.") from error
    click.echo(emission.printed, nl=False)


def _refuse_links(path: Path, submission: Path) -> None:
    """Raise `UsageError` where a link that was handed in would lead what we write to somewhere else."""
    if not path.is_relative_to(submission):
        return
    parts = path.relative_to(submission).parts
    for count in range(1, len(parts) + 1):
        place = submission.joinpath(*parts[:count])
        if place.is_symlink():
            raise UsageError(
                f"{place} is a symbolic link in what was handed in; nothing is written through it.",
                "Choose an --out outside, or remove the link.",
            )


def _place(error: BaseException) -> str:
    """Return the last line of this program that an error passed; it says nothing of what is hidden."""
    package = Path(__file__).parents[1]
    places = [
        (Path(frame.f_code.co_filename), line) for frame, line in traceback.walk_tb(error.__traceback__)
    ]
    ours = [(path, line) for path, line in places if path.is_relative_to(package)]
    lines = [f"grader/{path.relative_to(package).as_posix()}:{line}" for path, line in ours]
    return lines[-1] if lines else "?"


@contextmanager
def quiet() -> Iterator[None]:
    """Keep what is hidden out of the service's log: tracebacks quote it, and so may an exception's words."""
    log = logging.getLogger("grader")
    handler, propagates = logging.NullHandler(), log.propagate
    log.addHandler(handler)
    log.propagate = False
    try:
        yield
    except GraderError:
        raise
    except Exception as error:
        raise GraderFault(
            f"The grader met an error that it did not expect ({type(error).__name__} at {_place(error)}).",
            "Grade the same folder where nobody else reads the log: `grade run` shows the traceback.",
        ) from None
    finally:
        log.removeHandler(handler)
        log.propagate = propagates
