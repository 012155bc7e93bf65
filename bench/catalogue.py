"""How long one right submission of every exercise takes, warm, on one core: ``python bench/catalogue.py``.

One judge and one zygote grade the reference of each exercise twice; the first time draws the examples and
is not counted. Writes ``bench/catalogue.md``: the sum, the five slowest, and where their time goes.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ALLOWED_SECONDS = 60.0
SLOWEST = 5


@dataclass(frozen=True, slots=True)
class Timed:
    """One exercise: wall seconds of the second grading, of these waiting for the runner, the verdict."""

    slug: str
    seconds: float
    runner_seconds: float
    verdict: str


def measure() -> list[Timed]:
    """Grade every reference twice; time the second."""
    from grader.catalog import Catalog, SourceText
    from grader.client.session import Session
    from grader.client.zygote import Zygote
    from grader.judge import Judge

    catalog = Catalog(ROOT)
    waited = 0.0
    finish = Session.close

    def counted(session: Session) -> None:
        nonlocal waited
        waited += session.spent
        finish(session)

    Session.close = counted  # type: ignore[method-assign]
    found = []
    with Zygote() as zygote, Judge(catalog, zygote=zygote) as judge:
        for exercise in catalog.exercises():
            text = (catalog.solution_folder(exercise.slug) / "reference.py").read_text()
            source = SourceText(f"{exercise.slug}.py", text, "")
            judge.grade(exercise, source)
            waited = 0.0
            started = time.perf_counter()
            attempt = judge.grade(exercise, source)
            seconds = time.perf_counter() - started
            found.append(Timed(exercise.slug, seconds, waited, attempt.verdict.value))
            print(f"{exercise.slug:28} {seconds:6.2f} s  {attempt.verdict.value}", flush=True)
    return found


def page(found: list[Timed]) -> str:
    """Return the result as Markdown."""
    total = sum(one.seconds for one in found)
    slowest = sorted(found, key=lambda one: -one.seconds)[:SLOWEST]
    accepted = sum(one.verdict == "accepted" for one in found)
    lines = [
        "# One right submission of every exercise",
        "",
        f"Written by `bench/catalogue.py`, on one core, warm. {len(found)} exercises, {accepted} accepted: "
        f"**{total:.1f} s** together ({ALLOWED_SECONDS:.0f} s allowed).",
        "",
        "| the slowest | seconds | of these waiting for the runner |",
        "|---|---|---|",
        *(f"| `{one.slug}` | {one.seconds:.2f} | {one.runner_seconds:.2f} |" for one in slowest),
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    (ROOT / "bench" / "catalogue.md").write_text(page(measure()))
    print((ROOT / "bench" / "catalogue.md").read_text())
