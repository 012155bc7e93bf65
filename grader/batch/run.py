"""Running a batch: what was handed in is graded, kept in the gradebook as it ends, and published."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from grader.batch.execute import graded
from grader.batch.orders import Order, order_of
from grader.catalog import Catalog
from grader.client.probe import ACTS, probe
from grader.client.zygote import Zygote
from grader.course import Course, Person
from grader.errors import UsageError
from grader.gradebook import Gradebook, open_gradebook
from grader.intake import Intake, Options, find_submissions
from grader.model import Attempt, Level
from grader.report.as_json import course_to_json
from grader.report.html import write_course

Progress = Callable[[int, int, Attempt], None]
Graded = Generator[tuple[Order, Attempt]]
Execute = Callable[[Catalog, Sequence[Order]], Graded]
GRADEBOOK = "gradebook.sqlite"
BATCH = "batch"


def no_progress(done: int, total: int, attempt: Attempt) -> None:
    """Take no notice."""


@dataclass(frozen=True, slots=True)
class Batch:
    """How a batch is graded.

    ``gradebook``: a file or a database URL; by default ``gradebook.sqlite`` in the output folder.
    ``overruled`` maps (student, slug) to the instructor's reason for allowing forbidden operations there.
    ``elsewhere`` grades where it is not this machine that does, and answers for the sandboxes there.
    """

    jobs: int = 1
    device: str = "auto"
    trusted: bool = False
    language: str = "en"
    gradebook: str = ""
    intake: Options = Options()  # noqa: RUF009 - frozen
    overruled: Mapping[tuple[str, str], str] = field(default_factory=dict)
    elsewhere: Execute | None = None

    def execute(self, catalog: Catalog, orders: Sequence[Order]) -> Graded:
        """Grade the orders and yield them as they end."""
        if self.elsewhere:
            return self.elsewhere(catalog, orders)
        return graded(catalog, orders, self.jobs, self.device)


def run_batch(
    catalog: Catalog,
    submissions: Path,
    out: Path,
    batch: Batch | None = None,
    progress: Progress = no_progress,
) -> Course:
    """Grade a class; write ``results.json`` and the HTML report into `out`; return the course.

    Attempts are kept as they end: running the same command again grades only what is missing or has
    changed. Raises `UsageError` where no sandbox of level L2 or better can be had, unless the submissions
    are trusted.
    """
    batch = batch or Batch()
    if not batch.trusted and not batch.elsewhere:
        insist_on_sandbox()
    intake = find_submissions(submissions, catalog.exercises(), batch.intake)
    make_folder(out)
    with open_gradebook(batch.gradebook or out / GRADEBOOK) as book:
        orders = [
            order_of(catalog, found, batch.device, batch.overruled.get((found.student, found.slug), ""))
            for found in intake.found
        ]
        attempts = grade_orders(catalog, book, intake, orders, batch, progress)
        course = Course(
            catalog.root.name,
            attempts,
            intake.people,
            tuple(person.id for person in intake.missing),
            intake.oddities,
            book.adjustments(),
            book.drop_lowest(),
        )
    return publish(course, out, batch.language)


def grade_orders(
    catalog: Catalog,
    book: Gradebook,
    intake: Intake,
    orders: Sequence[Order],
    batch: Batch,
    progress: Progress,
) -> tuple[Attempt, ...]:
    """Grade what the gradebook does not have yet; return the attempts of all orders, in their order."""
    book.enroll((*intake.people, *intake.missing, *strangers(intake)))
    run = book.begin_run(BATCH)
    numbers = book.hand_in([order.handed for order in orders])
    cached = book.cached(order.key for order in orders)
    sharing: dict[str, list[int]] = {}
    for place, order in enumerate(orders):
        sharing.setdefault(order.key, []).append(place)
    had = [place for place, order in enumerate(orders) if order.key in cached]
    book.mark(run, [(numbers[at], orders[at].handed, cached[orders[at].key].id) for at in had])
    attempts = {at: orders[at].handed.graded(cached[orders[at].key].attempt) for at in had}
    # Equal texts are graded once, whoever handed them in.
    left = [orders[places[0]] for key, places in sharing.items() if key not in cached]
    # Closed, whatever happens: an interrupt is over only when the judges are.
    with closing(batch.execute(catalog, left)) as graded_now:
        for order, attempt in graded_now:
            for at in sharing[order.key]:
                attempts[at] = book.keep(run, numbers[at], orders[at].handed, order.key, attempt)
                progress(len(attempts), len(orders), attempts[at])
    return tuple(attempts[at] for at in range(len(orders)))


def strangers(intake: Intake) -> list[Person]:
    """Return those who handed something in and are known by their id alone."""
    known = {person.id for person in (*intake.people, *intake.missing)}
    return [Person(student, student) for student in {one.student for one in intake.found} - known]


def insist_on_sandbox() -> None:
    """Raise `UsageError` unless this machine can keep strangers' code in: the forbidden acts are tried."""
    with Zygote() as zygote:
        zygote.wait_jailed()
        why = [str(reason) for reason in zygote.shortfalls]
        level = zygote.level
        if level >= Level.FILTERED:
            probed = probe(zygote.fork())
            level = probed.level
            why = [f"A submission could {ACTS[act]}." for act in probed.possible]
    if not level >= Level.FILTERED:
        raise UsageError(
            f"The sandbox reaches only level {level.value} here; a batch needs L2. {' '.join(why)}".rstrip(),
            "Run `grade doctor`, or grade code that you trust with --trust-this-code.",
        )


def make_folder(out: Path) -> None:
    """Make the output folder; a path that cannot be one is the user's mistake."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.", "Choose another --out.") from error


def publish(course: Course, out: Path, language: str) -> Course:
    """Write the results file and the pages; a disk that is full is the user's to mend."""
    try:
        replace_file(out / "results.json", course_to_json(course))
        write_course(course, out, language)
    except OSError as error:
        raise UsageError(
            f"The results cannot be written to {out}: {error.strerror}.",
            "What was graded is in the gradebook. Make room, then run the same command again.",
        ) from error
    return course


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: what was there stays until the new one is."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
