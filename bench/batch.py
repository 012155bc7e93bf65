"""What a submission costs in a batch, beside one pytest process each: ``python bench/batch.py [--count N]``.

All in one run on one machine, on passing submissions of the six mandatory exercises (the wheats, each text
made different): this batch with 1 and with 2 workers; one ``pytest solutions/SLUG --submission FILE``
process for each of a sample. Writes ``bench/batch.md``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))
MANDATORY = ("broadcasting_add", "gather", "conv_output_size", "xavier_init", "focal_loss", "lenet_forward")
PYTEST_SAMPLES = 6


def submissions(count: int) -> Iterator[tuple[str, str, str]]:
    """Yield (student, slug, text): right solutions, no two alike."""
    for number in range(count):
        for slug in MANDATORY:
            wheats = sorted((ROOT / "solutions" / slug / "wheats").glob("*.py"))
            text = wheats[number % len(wheats)].read_text()
            yield f"s{number:04}", slug, f"{text}\n# {number}\n"


def written(folder: Path, count: int) -> Path:
    """Write a class into a folder."""
    for student, slug, text in submissions(count):
        path = folder / student / f"{slug}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def batch_seconds(handed_in: Path, out: Path, jobs: int) -> float:
    """Return the wall seconds of a whole batch, start-up included."""
    from grader.batch import Batch, run_batch
    from grader.catalog import Catalog
    from grader.model import Verdict

    started = time.perf_counter()
    course = run_batch(Catalog(ROOT), handed_in, out, Batch(jobs=jobs, trusted=True, device="cpu"))
    seconds = time.perf_counter() - started
    assert {attempt.verdict for attempt in course.attempts} == {Verdict.ACCEPTED}
    return seconds


def pytest_seconds(folder: Path) -> float:
    """Return the mean wall seconds of one pytest process for one submission, over the six exercises."""
    times = []
    for _, slug, text in list(submissions(1))[:PYTEST_SAMPLES]:
        path = folder / f"{slug}.py"
        path.write_text(text)
        command = [sys.executable, "-m", "pytest", "-q", f"solutions/{slug}", "--submission", str(path)]
        started = time.perf_counter()
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        times.append(time.perf_counter() - started)
        assert ran.returncode == 0, ran.stdout[-2000:]
    return mean(times)


def measure(count: int) -> str:
    """Measure everything; return the page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        one = written(folder / "warm-up", 1)
        start = {jobs: batch_seconds(one, folder / f"start{jobs}", jobs) for jobs in (1, 2)}
        handed_in = written(folder / "class", count)
        seconds = {jobs: batch_seconds(handed_in, folder / f"out{jobs}", jobs) for jobs in (1, 2)}
        alone = pytest_seconds(folder)
    each = {jobs: seconds[jobs] / (count * len(MANDATORY)) for jobs in (1, 2)}
    # What a batch costs before its first submission (torch, examples) is the same for one and for a thousand.
    steady = {jobs: (seconds[jobs] - start[jobs]) / ((count - 1) * len(MANDATORY)) for jobs in (1, 2)}
    rows = [
        ("one pytest process a submission", alone, alone),
        ("grade batch, 1 worker", each[1], steady[1]),
        ("grade batch, 2 workers", each[2], steady[2]),
    ]
    return "\n".join(
        [
            "# What a submission costs",
            "",
            f"Written by `bench/batch.py`: {count} students x {len(MANDATORY)} exercises, all right, no two "
            f"texts alike, on {os.cpu_count()} cores. *Whole*: start-up included; *further*: each one after "
            "the first student.",
            "",
            "| way | whole, s | further, s | times cheaper than pytest (whole / further) |",
            "|---|---|---|---|",
            *(
                f"| {name} | {whole:.3f} | {more:.3f} | {alone / whole:.0f} / {alone / more:.0f} |"
                for name, whole, more in rows
            ),
            "",
            f"From 1 to 2 workers: {seconds[1] / seconds[2]:.2f} times faster (whole), "
            f"{steady[1] / steady[2]:.2f} (further).",
            "",
        ]
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=30, help="students")
    (ROOT / "bench" / "batch.md").write_text(measure(parser.parse_args().count))
    print((ROOT / "bench" / "batch.md").read_text())
