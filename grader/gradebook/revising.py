"""Regrading quizzes: stored raw answers by today's questions; a dry run, then carried out, or undone.

revised(book, bank, build, Plan())     who changes, by how much, why; nothing counts yet
carry_out(book, revisions, note)       now it counts
undo(book)                             what counted before counts again
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from grader.errors import ContentError, UsageError
from grader.gradebook.book import Gradebook
from grader.gradebook.quizzes import answers, keep_marks, results_of_run, shown_variants
from grader.gradebook.undoing import to_undo
from grader.model import Text, text
from grader.quiz.answered import Answered, Decision
from grader.quiz.marking import right_values
from grader.quiz.question import Question
from grader.quiz.regrade import Dropped, FullPoints, MarkBy, Revision, accepting, regrade
from grader.quiz.revision import Revised, Stays, as_shown, what_changed
from grader.quiz.scoring import Result
from grader.quiz.typed import Unreadable
from grader.quiz.variant import Variant

REGRADE = "quiz-regrade"
UNDO = "quiz-undo"
Build = Callable[[Question, int], Variant]
Progress = Callable[[int, int, str], None]


def no_progress(_done: int, _total: int, _question: str) -> None:
    """Show nothing."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be done. No ``questions``: all of them, but those about which was decided otherwise.

    ``full`` gives all points to whoever answered, ``dropped`` takes questions out, ``accepted`` names further
    right answers to the question named first.
    """

    questions: Collection[str] = ()
    full: Collection[str] = ()
    dropped: Collection[str] = ()
    accepted: Sequence[tuple[str, str]] = ()
    may_lower: bool = False


def revised(
    book: Gradebook,
    bank: Mapping[str, Question],
    build: Build,
    plan: Plan,
    progress: Progress = no_progress,
) -> tuple[Sequence[Revised], Sequence[Stays]]:
    """Return what would change, and what cannot be marked anew, in the order of the answers."""
    variants = dict(shown_variants(book))
    reviser = _Reviser(plan, bank, build, variants)
    chosen = [one for one in answers(book) if reviser.concerns(one)]
    if not chosen:
        raise UsageError(
            "There are no answers to these questions in the gradebook.", "grade quiz-gather adds some."
        )
    changed: list[Revised] = []
    stays: list[Stays] = []
    for done, one in enumerate(chosen):
        progress(done, len(chosen), one.question)
        found = reviser.revision(one)
        if isinstance(found, Stays):
            stays.append(found)
        elif found:
            changed.append(found)
    return changed, stays


class _Reviser:
    """Decides about one answer after the other; builds each variant of today once."""

    def __init__(
        self, plan: Plan, bank: Mapping[str, Question], build: Build, variants: dict[str, Variant]
    ) -> None:
        self._plan, self._bank, self._build = plan, bank, build
        self._variants = variants
        self._today: dict[tuple[str, int], Variant | Text] = {}

    def concerns(self, one: Answered) -> bool:
        """Tell whether the plan says something about an answer."""
        plan = self._plan
        decided = {*plan.full, *plan.dropped, *(name for name, _ in plan.accepted)}
        if decided or plan.questions:
            return one.question in decided or one.question in plan.questions
        return one.decision is Decision.MARKED

    def revision(self, one: Answered) -> Revised | Stays | None:
        """Return what becomes of an answer; None where nothing does."""
        way = self._way(one)
        if way is None or isinstance(way, Text):
            return Stays(one, way) if way else None
        revision, decision, why = way
        before, never_lower = self._worth(one, decision), not self._plan.may_lower
        changes = regrade([before], {before.marked_by: revision}, never_lower=never_lower)
        after = changes[0].after if changes else before
        if (after.points, after.max_points) == (one.result.points, one.result.max_points):
            return None
        variant = revision.variant if isinstance(revision, MarkBy) else None
        return Revised(one, after, decision, why, variant)

    def _worth(self, one: Answered, decision: Decision) -> Result:
        """Return a result with the points that can be had: full points for a dropped question are its own."""
        now = self._marked_by(one)
        if decision is Decision.FULL and not one.result.max_points and now:
            return replace(one.result, max_points=Fraction(now.policy.points))
        return one.result

    def _way(self, one: Answered) -> tuple[Revision, Decision, Text] | Text | None:
        """Return how an answer is to be marked and why; a sentence where it cannot be, None where it is."""
        if one.question in self._plan.full:
            return FullPoints(), Decision.FULL, text("Everybody who answered gets all points.")
        if one.question in self._plan.dropped:
            return Dropped(), Decision.DROPPED, text("The question does not count.")
        shown, now = self._shown(one), self._marked_by(one)
        if shown is None or now is None:
            return text("The question as it was shown is not in the gradebook.")
        more = [answer for name, answer in self._plan.accepted if name == one.question]
        if more:
            variant = _accepting(now, more)
            return MarkBy(variant), Decision.MARKED, what_changed(now, variant)
        today = self._today_of(one, shown, now)
        if isinstance(today, Variant):
            return MarkBy(today), Decision.MARKED, what_changed(now, today)
        return today

    def _shown(self, one: Answered) -> Variant | None:
        return self._variants.get(one.result.response.sha256)

    def _marked_by(self, one: Answered) -> Variant | None:
        return self._variants.get(one.result.marked_by)

    def _today_of(self, one: Answered, shown: Variant, now: Variant) -> Variant | Text | None:
        question = self._bank.get(one.question)
        if question is None:
            return text("The question is not in the bank any more.")
        if now.source == question.digest and one.decision is Decision.MARKED:
            return None
        built = self._built(question, shown.seed)
        return as_shown(shown, built) if isinstance(built, Variant) else built

    def _built(self, question: Question, seed: int) -> Variant | Text:
        key = question.id, seed
        if key not in self._today:
            try:
                self._today[key] = self._build(question, seed)
            except ContentError as error:
                self._today[key] = text("Today's question cannot be built: {problem}", problem=error)
        return self._today[key]


def _accepting(variant: Variant, more: Sequence[str]) -> Variant:
    """Return a variant that accepts further answers; raises `UsageError` for one that cannot be read."""
    wider = accepting(variant, 0, more)
    try:
        right_values(wider.parts[0])
    except Unreadable as error:
        raise UsageError(
            f"{'; '.join(more)} is no answer to {variant.question}: {error.sentence}",
            "Write it as a student would type it.",
        ) from error
    return wider


def carry_out(book: Gradebook, changes: Iterable[Revised], note: str = "") -> int:
    """Make changes count; return the number of the run, by which they can be undone."""
    changes = list(changes)
    run = book.begin_run(REGRADE, note)
    marks = [(one.before.id, one.after, one.decision) for one in changes]
    keep_marks(book, run, marks, [one.variant for one in changes if one.variant])
    return run


def undo(book: Gradebook) -> int:
    """Make count again what the last regrade that is not undone replaced; return how many answers.

    What a later regrade has decided about an answer stays.
    """
    run = to_undo(book, REGRADE, UNDO)
    if run is None:
        return 0
    ours = _still(answers(book), results_of_run(book, run))
    again = [one for one in answers(book, before_run=run) if one.id in ours]
    undoing = book.begin_run(UNDO, f"run {run}")
    keep_marks(book, undoing, [(one.id, one.result, one.decision) for one in again])
    return len(again)


def _still(now: Iterable[Answered], made: Collection[tuple[int, str, str, str]]) -> frozenset[int]:
    """Return the rows of the answers that still give what a run decided."""

    def rows() -> Iterator[int]:
        for one in now:
            if (one.id, str(one.result.points), one.result.marked_by, one.decision.value) in made:
                yield one.id

    return frozenset(rows())
