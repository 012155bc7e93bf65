"""``grade quiz``: questions on the terminal, one at a time, by the keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from random import Random, SystemRandom
from typing import TYPE_CHECKING

import click

from grader.cli.invocation import INTERRUPTED, Invocation, lang_option, pass_invocation
from grader.errors import UsageError
from grader.model import text

if TYPE_CHECKING:
    from grader.quiz.question import Question
    from grader.quiz.review import Reviewed
    from grader.quiz.session import Session
    from grader.quiz.variant import Variant

SESSION = "quiz.json"
VARIANTS = "variants"
GRADEBOOK = "gradebook.sqlite"


@click.command("quiz")
@click.argument("names", metavar="[MODULE|TOPIC|QUESTION]...", nargs=-1)
@click.option("--count", type=click.IntRange(1, 100), default=5, show_default=True, help="Questions.")
@click.option("--due", is_flag=True, help="Those that are due for review, the longest overdue first.")
@click.option("--weak", is_flag=True, help="Those that did not go well the last time, the weakest first.")
@click.option("--final", is_flag=True, help="Say what was right at the end only.")
@click.option("--new", "anew", is_flag=True, help="Begin anew even where a quiz is unfinished.")
@click.option("--seed", type=click.IntRange(0), help="Draw questions and variants by this seed.")
@click.option("--list", "listed", is_flag=True, help="List topics and what is due; ask nothing.")
@click.option("--html", type=click.Path(path_type=Path), help="Write a page of the result.")
@click.option("--paper", type=click.Path(path_type=Path), help="Write a paper to print; ask nothing.")
@click.option("--hand-in", type=click.Path(path_type=Path), help="Write your answers to a file; ask nothing.")
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    names: tuple[str, ...],
    count: int,
    due: bool,
    weak: bool,
    final: bool,
    anew: bool,
    seed: int | None,
    listed: bool,
    html: Path | None,
    paper: Path | None,
    hand_in: Path | None,
) -> int:
    """Ask questions of a module, a topic, or all. An unfinished quiz goes on where it stopped.

    Every answer is kept as it is given; :hint opens a hint, :skip gives a question up, :quit stops.
    """
    desk = Desk(invocation, Random(seed) if seed is not None else SystemRandom())
    desk.catch_up()
    if listed:
        desk.say_what_there_is()
        return 0
    if hand_in:
        return desk.write_answers(hand_in)
    session = None if anew or paper else desk.unfinished()
    if session is None:
        chosen = desk.chosen(names, count, due, weak)
        variants = desk.built(chosen)
        if paper:
            return desk.print_paper(variants, paper)
        session = desk.begin(variants, final=final)
    return desk.ask(session, html)


class Desk:
    """What a quiz needs of the course and of the student: bank, store, history, the session's file."""

    def __init__(self, invocation: Invocation, rng: Random) -> None:
        self.invocation = invocation
        self._rng = rng
        self._folder = invocation.workspace.folder

    @cached_property
    def bank(self) -> tuple[Question, ...]:
        """Every question of the course; raises `UsageError` where there are none."""
        from grader.quiz.reading import FOLDER, questions

        bank = questions(self.invocation.catalog.root / FOLDER)
        if not bank:
            raise UsageError(
                f"{self.invocation.catalog.root / FOLDER} has no questions.", "docs/quiz.md shows one."
            )
        return bank

    def catch_up(self) -> None:
        """Keep what a quiz that was killed had answered, but not put into the gradebook yet."""
        from grader.quiz.session import load_session

        session = load_session(self._folder / SESSION)
        if session is not None:
            self._keep(session)

    def unfinished(self) -> Session | None:
        """Return the quiz that was not finished, and say so; None where there is none."""
        from grader.quiz.session import load_session

        session = load_session(self._folder / SESSION)
        if session is None or session.over:
            return None
        left = len(session.items) - session.place
        self.invocation.say(
            text("An unfinished quiz: {left} questions left. --new begins another.", left=left)
        )
        return session

    def history(self) -> tuple[Reviewed, ...]:
        """Return what the student has answered so far."""
        from grader.gradebook import open_gradebook
        from grader.gradebook.quizzes import history
        from grader.quiz.session import STUDENT

        with open_gradebook(self._folder / GRADEBOOK) as book:
            return history(book, STUDENT)

    def chosen(self, names: Sequence[str], count: int, due: bool, weak: bool) -> tuple[Question, ...]:
        """Return the questions to ask; raises `UsageError` where there are none."""
        from grader.quiz.review import due_questions, weak_questions
        from grader.quiz.selection import drawn, wanted

        pool = wanted(self.bank, names)
        if not (due or weak):
            return drawn(pool, count, self._rng)
        history = self.history()
        order = due_questions(history, datetime.now(UTC)) if due else weak_questions(history)
        by_name = {question.id: question for question in pool}
        found = tuple(by_name[name] for name in order if name in by_name)[:count]
        if not found:
            what = "due now" if due else "weak"
            raise UsageError(
                f"No question of these is {what}.", "grade quiz without --due or --weak asks any."
            )
        return found

    def built(self, chosen: Sequence[Question]) -> tuple[Variant, ...]:
        """Return a fresh variant of each question, built in the sandbox."""
        from grader.client.zygote import Zygote
        from grader.quiz.build import Builder
        from grader.quiz.selection import fresh_seed
        from grader.quiz.store import Store

        used: dict[str, set[int]] = {}
        for one in self.history():
            used.setdefault(one.result.response.question, set()).add(one.result.response.seed)
        store = Store(self._folder / VARIANTS)
        self.invocation.say(text("Preparing {count} questions …", count=len(chosen)))
        with Zygote() as zygote, Builder(zygote) as builder:
            seeds = [fresh_seed(question, used.get(question.id, set()), self._rng) for question in chosen]
            return tuple(
                next(builder.build_all(question, [seed], store))
                for question, seed in zip(chosen, seeds, strict=True)
            )

    def begin(self, variants: Sequence[Variant], *, final: bool) -> Session:
        """Return a new session, kept."""
        from grader.quiz.session import save_session, session_of

        session = session_of(variants, final=final)
        save_session(session, self._folder / SESSION)
        return session

    def ask(self, session: Session, html: Path | None) -> int:
        """Ask what is left, keep every answer, show the result."""
        from grader.cli.asking import Asker
        from grader.quiz.session import save_session

        asker = Asker(self.invocation)
        try:
            while not session.over:
                place = session.place
                asker.show(session)
                session = asker.answered(session).timed(datetime.now(UTC).isoformat())
                save_session(session, self._folder / SESSION)
                if session.place != place:
                    self._keep(session)
        except (KeyboardInterrupt, EOFError, click.Abort):
            self.invocation.warn(text("Stopped. Your answers are kept; grade quiz goes on from here."))
            return INTERRUPTED
        asker.show_result(session)
        if html:
            self._write(html, session)
        with suppress(FileNotFoundError):
            (self._folder / SESSION).unlink()
        return 0

    def _keep(self, session: Session) -> None:
        """Put closed questions into the gradebook, each once, with the day it is due again."""
        closed = [item for item in session.items if item.closed_at]
        if not closed:
            return
        from grader.gradebook import open_gradebook
        from grader.gradebook.quizzes import history, keep_answer
        from grader.quiz.review import latest, reviewed
        from grader.quiz.session import STUDENT

        with open_gradebook(self._folder / GRADEBOOK) as book:
            there = history(book, STUDENT)
            known = {(one.result.response.sha256, one.answered_at.isoformat()) for one in there}
            for item in closed:
                if (item.variant.sha256, item.closed_at) not in known:
                    before = latest(there).get(item.variant.question)
                    moment = datetime.fromisoformat(item.closed_at)
                    keep_answer(book, reviewed(item.result, before, moment), item.variant)

    def _write(self, path: Path, session: Session) -> None:
        from grader.report.quizzes import result_page

        _write(path, result_page(session.items, self.invocation.tr))
        self.invocation.say(text("Page: {path}", path=path))

    def print_paper(self, variants: Sequence[Variant], path: Path) -> int:
        """Write questions to be printed, with the answers on a page of their own."""
        from grader.report.quizzes import paper_page

        _write(path, paper_page(variants, self.invocation.tr))
        self.invocation.say(text("Page: {path}", path=path))
        return 0

    def write_answers(self, path: Path) -> int:
        """Write everything that was answered, as typed, with the variants that were shown."""
        from grader.gradebook.gathering import answers_in
        from grader.quiz.handed import to_hand_in

        answers, variants = answers_in(str(self._folder / GRADEBOOK))
        if not answers:
            raise UsageError("You have not answered any question yet.", "grade quiz asks some.")
        _write(path, to_hand_in(answers, variants))
        counts = {"count": len(answers), "path": path}
        self.invocation.say(text("Answers to hand in: {count}, in {path}", **counts))
        return 0

    def say_what_there_is(self) -> None:
        """List the topics with the number of questions, and what is due."""
        from grader.quiz.review import due_questions, weak_questions

        history = self.history()
        due = set(due_questions(history, datetime.now(UTC)))
        weak = set(weak_questions(history))
        for topic in sorted({question.topic for question in self.bank}):
            own = {question.id for question in self.bank if question.topic == topic}
            counts = {"count": len(own), "due": len(own & due), "weak": len(own & weak)}
            line = self.invocation.tr("{count} questions, {due} due, {weak} weak", **counts)
            self.invocation.say(f"{topic:16} {line}")


def _write(path: Path, page: str | bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page if isinstance(page, bytes) else page.encode())
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Choose another file.") from error
