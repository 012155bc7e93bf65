"""Proving questions: built with many seeds, held to their own marker, timed.

for proof in prove_bank(questions, Proving(seeds=25, jobs=2)):
    proof.faults, proof.faces, proof.slowest
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from dataclasses import dataclass
from queue import SimpleQueue
from statistics import median

from grader.client.zygote import Zygote
from grader.errors import ContentError
from grader.model import text
from grader.quiz.build import Builder
from grader.quiz.proof import Fault, QuestionProof, faults_of
from grader.quiz.question import Question
from grader.quiz.variant import Variant, face

SLOWEST = 2.0
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Proving:
    """How thoroughly: how many seeds of each question with parameters, how many builders at the same time."""

    seeds: int = 25
    jobs: int = 1


def prove_bank(questions: Sequence[Question], proving: Proving) -> Iterator[QuestionProof]:
    """Yield the proof of each question as it is done; several are built at the same time."""
    builders: SimpleQueue[Builder] = SimpleQueue()
    with ExitStack() as stack:
        jobs = max(1, min(proving.jobs, len(questions)))
        for _ in range(jobs):
            zygote = stack.enter_context(Zygote())
            builders.put(stack.enter_context(Builder(zygote)))

        def prove(question: Question) -> QuestionProof:
            builder = builders.get()
            try:
                return prove_question(builder, question, proving.seeds)
            finally:
                builders.put(builder)

        pool = stack.enter_context(ThreadPoolExecutor(jobs))
        todo = [pool.submit(prove, question) for question in questions]
        stack.callback(pool.shutdown, cancel_futures=True)
        for done in as_completed(todo):
            yield done.result()


def prove_question(builder: Builder, question: Question, seeds: int) -> QuestionProof:
    """Build a question with each seed, one twice, and hold every variant to what has to be true."""
    one_face = not (question.file.params or question.file.generate)
    numbers = range(1 if one_face else seeds)
    built: list[Variant] = []
    times: list[float] = []
    faults: list[Fault] = []
    try:
        for seed in numbers:
            variant, seconds = _timed(builder, question, seed)
            built.append(variant)
            times.append(seconds)
        again, _ = _timed(builder, question, 0)
        if again != built[0]:
            faults.append(Fault(0, text("Built again it is another one.")))
    except ContentError as error:
        faults.append(Fault(len(built), text("{problem}", problem=error)))
    faults.extend(_all_faults(built))
    if times and max(times) > SLOWEST:
        what = {"seconds": f"{max(times):.1f}", "most": SLOWEST}
        slow = text("It took {seconds} s to build; {most} s are allowed.", **what)
        faults.append(Fault(times.index(max(times)), slow))
    faces = len({face(variant) for variant in built})
    middle, slowest = (median(times), max(times)) if times else (0.0, 0.0)
    return QuestionProof(question, len(numbers), faces, middle, slowest, _different(built), tuple(faults))


def _timed(builder: Builder, question: Question, seed: int) -> tuple[Variant, float]:
    """Build one variant; where that seems slow, once more: a busy machine is not the question's fault."""
    started = time.perf_counter()
    variant = builder.build(question, seed)
    seconds = time.perf_counter() - started
    if seconds > SLOWEST:
        started = time.perf_counter()
        variant = builder.build(question, seed)
        seconds = min(seconds, time.perf_counter() - started)
    return variant, seconds


def _all_faults(built: Iterable[Variant]) -> Iterator[Fault]:
    """Yield each fault once, with the first seed that shows it."""
    seen: set[str] = set()
    for variant in built:
        for what in faults_of(variant):
            if what.message not in seen:
                seen.add(what.message)
                yield Fault(variant.seed, what)


def _different(built: Iterable[Variant]) -> tuple[Variant, ...]:
    """Return the first few variants that look different."""
    faces = {face(variant): variant for variant in reversed(list(built))}
    return tuple(list(faces.values())[::-1][:SHOWN])
