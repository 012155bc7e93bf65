"""How long quizzes take: building the whole bank, and starting a quiz whose variants are built.

    python bench/quiz.py [SEEDS]

Builds SEEDS variants (default 20) of every question with two builders at the same time, then measures, in
interleaved rounds, ``python -c pass`` and ``grade quiz`` up to its first question for a quiz that goes on.
Writes ``bench/quiz.md``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 9
START_SECONDS = 0.4
GRADE = str(Path(sys.executable).with_name("grade"))
ASKED = ("conv.output_size", "loss.softmax_ratio", "tensor.views", "conv.parameters", "autograd.inplace_line")


def build_bank(seeds: int) -> list[str]:
    """Build the whole bank with two builders; say how long, and what is slow."""
    from grader.quiz.reading import FOLDER, questions
    from grader.validate.bank import Proving, prove_bank

    bank = questions(ROOT / FOLDER)
    started = time.perf_counter()
    proofs = list(prove_bank(bank, Proving(seeds, jobs=2)))
    seconds = time.perf_counter() - started
    variants = sum(proof.seeds for proof in proofs)
    faults = sum(len(proof.faults) for proof in proofs)
    slow = sorted(proofs, key=lambda proof: -proof.median)[:5]
    lines = [
        f"## The bank: {len(bank)} questions, {seeds} seeds of each that has parameters",
        "",
        f"{variants} variants were built and held to their marker in **{seconds:.0f} s** with two builders "
        f"on {os.cpu_count()} cores: {1000 * seconds / variants:.0f} ms for one. Faults: {faults}.",
        "",
        "| the five slowest | median, ms | slowest seed, ms |",
        "|---|---|---|",
    ]
    return lines + [f"| {p.question.id} | {1000 * p.median:.0f} | {1000 * p.slowest:.0f} |" for p in slow]


def make_course(folder: Path) -> None:
    """Make a course of this bank in which a quiz of built variants has just begun."""
    from grader.client.zygote import Zygote
    from grader.quiz.build import Builder
    from grader.quiz.reading import FOLDER, find_question
    from grader.quiz.session import save_session, session_of

    for name in ("exercises", FOLDER):
        (folder / name).symlink_to(ROOT / name)
    with Zygote() as zygote, Builder(zygote) as builder:
        variants = [builder.build(find_question(ROOT / FOLDER, name), 1) for name in ASKED]
    save_session(session_of(variants), folder / ".tensorgrade" / "quiz.json")


def start_quiz() -> list[str]:
    """Measure the start of a quiz that goes on, beside the start of Python."""
    python, quiz = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_course(folder)
        for _ in range(ROUNDS):
            python.append(_seconds([sys.executable, "-c", "pass"], folder, ""))
            quiz.append(_seconds([GRADE, "quiz"], folder, ":quit\n"))
    bare, started = median(python), median(quiz)
    return [
        "## Starting a quiz whose variants are built",
        "",
        f"`python -c pass`: {bare:.3f} s; `grade quiz` to its first question: **{started:.2f} s** "
        f"({started / bare:.0f} times; {started / START_SECONDS:.2f} of the {START_SECONDS} s allowed). "
        f"Medians of {ROUNDS} interleaved rounds.",
    ]


def _seconds(command: list[str], folder: Path, typed: str) -> float:
    environment = {**os.environ, "LANGUAGE": "en", "TENSORGRADE_COURSE": str(folder)}
    started = time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, input=typed, text=True, capture_output=True, check=False, env=environment
    )
    seconds = time.perf_counter() - started
    if typed and "[1/5]" not in done.stdout:
        sys.exit(f"The quiz did not start: {done.stderr}")
    return seconds


def main() -> None:
    """Measure both, and write what was found."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    lines = ["# Quizzes, measured by `python bench/quiz.py`", "", *start_quiz(), ""]
    lines += build_bank(seeds) if seeds else []
    text = "\n".join(lines) + "\n"
    print(text)
    if seeds:
        (ROOT / "bench" / "quiz.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
