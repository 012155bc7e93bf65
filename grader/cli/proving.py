"""The part of ``grade validate`` that proves quiz questions, and writes them out to be looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli.counting import Counting
from grader.cli.invocation import Invocation
from grader.cli.quizgather import bank_of
from grader.errors import UsageError
from grader.model import text

if TYPE_CHECKING:
    from grader.quiz.proof import QuestionProof
    from grader.validate.bank import Proving


def prove_questions(invocation: Invocation, names: Sequence[str], proving: Proving, html: Path | None) -> int:
    """Prove the questions that the names mean (none: all); 0 where all hold, else 1."""
    from grader.quiz.selection import wanted
    from grader.report.banks import proof_line
    from grader.validate.bank import prove_bank

    questions = wanted(bank_of(invocation), names)
    if not questions:
        raise UsageError("There are no quiz questions in this course.", "docs/quiz.md shows one.")
    proofs: list[QuestionProof] = []
    with Counting() as line:
        line.at(0, len(questions), "")
        for proof in prove_bank(questions, proving):
            proofs.append(proof)
            line.at(len(proofs), len(questions), proof.question.id)
            invocation.say(proof_line(proof, invocation.tr))
            for fault in proof.faults:
                seed = invocation.tr("seed {seed}", seed=fault.seed)
                invocation.say(f"    {seed}: {invocation.tr(fault.what)}")
    _say_sums(invocation, proofs)
    if html:
        _write(invocation, proofs, html)
    return 0 if all(proof.holds for proof in proofs) else 1


def _say_sums(invocation: Invocation, proofs: Sequence[QuestionProof]) -> None:
    proven = sum(proof.holds for proof in proofs)
    invocation.say(text("Questions: {count}. Proven: {proven}.", count=len(proofs), proven=proven))
    alike = sorted(proof.question.id for proof in proofs if proof.repeats)
    if alike:
        names = ", ".join(alike)
        invocation.say(
            text("Fewer than four of five seeds differ ({count}): {names}", count=len(alike), names=names)
        )
    slowest = max(proofs, key=lambda proof: proof.slowest)
    seconds = f"{slowest.slowest:.2f}"
    invocation.say(text("The slowest: {name}, {seconds} s", name=slowest.question.id, seconds=seconds))


def _write(invocation: Invocation, proofs: Sequence[QuestionProof], folder: Path) -> None:
    """Write a page for each topic and one that lists them."""
    from grader.report.banks import index_page, topic_page
    from grader.report.html import index_path, write_page

    topics: dict[str, list[QuestionProof]] = {}
    for proof in sorted(proofs, key=lambda proof: proof.question.id):
        topics.setdefault(proof.question.topic, []).append(proof)
    index = index_path(folder, invocation.language)
    suffix = index.name.removeprefix("index")
    try:
        for topic, own in topics.items():
            write_page(folder / f"{topic}{suffix}", topic_page(topic, own, invocation.tr))
        write_page(index, index_page(topics, invocation.tr))
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be written: {error.strerror}.", "Choose another --html."
        ) from error
    invocation.say(text("Page: {path}", path=index))
