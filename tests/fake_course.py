"""A course of three exercises in a folder, and a judge that needs no torch."""

from __future__ import annotations

import sys
import types
from dataclasses import replace
from datetime import UTC, datetime
from fractions import Fraction
from pathlib import Path

from grader.catalog import SourceText
from grader.model import Attempt, Bilingual, Exercise, Outcome, PropertyResult, Submission, Verdict

MANIFEST = """\
title = {{ en = "{title}", zh = "练习 {slug}" }}
target = "{slug}"
module = "{module}"
level = {level}
notes = {{ en = "S1", zh = "S1" }}

[[hints]]
en = "First idea."
zh = "第一个提示。"
[[hints]]
en = "Second idea."
zh = "第二个提示。"
[[hints]]
en = "Third idea."
zh = "第三个提示。"
"""

STUB = "def {slug}(x):\n    raise NotImplementedError\n"

ORDER = ("zip_up", "gather", "scatter")


def add_exercise(root: Path, slug: str, module: str = "M02", level: int = 1) -> None:
    folder = root / "exercises" / slug
    folder.mkdir(parents=True)
    manifest = MANIFEST.format(slug=slug, title=slug.title(), module=module, level=level)
    (folder / "exercise.toml").write_text(manifest, encoding="utf-8")
    (folder / f"{slug}.py").write_text(STUB.format(slug=slug), encoding="utf-8")
    (folder / "README.md").write_text(f"# {slug}\n", encoding="utf-8")


def make_course(root: Path) -> Path:
    add_exercise(root, "gather", level=1)
    add_exercise(root, "scatter", level=2)
    add_exercise(root, "zip_up", module="M01")
    return root


def attempt_of(exercise: Exercise, source: SourceText, verdict: Verdict, score: int) -> Attempt:
    outcome = Outcome.HELD if verdict is Verdict.ACCEPTED else Outcome.FALSIFIED
    result = PropertyResult(
        "test_it", Bilingual("It holds.", "成立。"), outcome, Fraction(score), Fraction(10)
    )
    return Attempt(
        student="you",
        exercise=exercise.slug,
        exercise_title=exercise.title,
        submission=Submission(source.name, source.sha256),
        verdict=verdict,
        score=Fraction(score),
        max_score=Fraction(10),
        results=(result,),
        devices=(),
        level=None,
        graded_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


VERDICTS = {
    "right": (Verdict.ACCEPTED, 10),
    "half": (Verdict.PARTIAL, 5),
    "fault": (Verdict.GRADER_FAULT, 0),
}


class FakeJudge:
    """Believes the submission: its text says ``right``, ``half`` or ``fault``; anything else is rejected."""

    started = 0

    def __init__(self, catalog, device="auto", zygote=None):
        self.catalog = catalog
        self.zygote = zygote
        self.device = device
        self.graded = []

    def __enter__(self):
        FakeJudge.started += 1
        return self

    def __exit__(self, *failure):
        self.close()

    def close(self):
        if self.zygote:
            self.zygote.close()

    def grade(self, exercise, source_text, student="you", progress=lambda done, total, title: None):
        self.graded.append(exercise.slug)
        progress(1, 1, Bilingual("It holds.", "成立。"))
        verdict, score = next(
            (told for word, told in VERDICTS.items() if word in source_text.text), (Verdict.REJECTED, 0)
        )
        return replace(attempt_of(exercise, source_text, verdict, score), student=student)


def fake_judge_module() -> types.ModuleType:
    module = types.ModuleType("grader.judge")
    module.Judge = FakeJudge
    return module


def run_with_fake_judge() -> int:
    """Run the real command line in this process with the fake judge; for tests in a terminal of their own."""
    from grader.cli import main

    sys.modules["grader.judge"] = fake_judge_module()
    return main([])


if __name__ == "__main__":
    sys.exit(run_with_fake_judge())
