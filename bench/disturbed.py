"""What a hostile, a hanging and a huge submission cost a batch: ``python bench/disturbed.py [--jobs N]``.

Two hundred submissions of one small exercise, once with these three among them and once without. What each
student gets is held by ``tests/test_batch_disturbed.py``; this measures the seconds. Writes
``bench/disturbed.md``.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
COUNT = 200
ALLOWED_SECONDS = 20.0


def seconds(course: Path, handed_in: Path, out: Path, jobs: int) -> float:
    """Return the wall seconds of a batch."""
    from grader.batch import Batch, run_batch
    from grader.catalog import Catalog

    started = time.perf_counter()
    run_batch(Catalog(course), handed_in, out, Batch(jobs=jobs, device="cpu"))
    return time.perf_counter() - started


def measure(jobs: int) -> str:
    """Measure both; return the page."""
    import test_batch_disturbed as disturbed
    from small_course import SLUG, make_small_course, write

    three = {"0hostile": disturbed.HOSTILE, "adds-hanging": disturbed.HANGING, "zhuge": disturbed.HUGE}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        course = make_small_course(folder / "course")
        calm = disturbed.handed_in(folder / "calm", COUNT)
        mixed = disturbed.handed_in(folder / "mixed", COUNT - len(three))
        for student, text in three.items():
            write(mixed / student / f"{SLUG}.py", text)
        without = seconds(course, calm, folder / "out-calm", jobs)
        with_them = seconds(course, mixed, folder / "out-mixed", jobs)
    more = with_them - without
    kept = "kept" if more <= ALLOWED_SECONDS else "broken"
    return "\n".join(
        [
            "# A hostile, a hanging and a huge submission among two hundred",
            "",
            f"Written by `bench/disturbed.py`: {COUNT} submissions of one small exercise, {jobs} workers, "
            f"{os.cpu_count()} cores.",
            "",
            "| batch | seconds |",
            "|---|---|",
            f"| {COUNT} ordinary ones | {without:.1f} |",
            f"| {COUNT - len(three)} ordinary ones and these three | {with_them:.1f} |",
            "",
            f"They cost {more:.1f} s more; at most {ALLOWED_SECONDS:.0f} s is what we promise: {kept}.",
            "",
        ]
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jobs", type=int, default=2)
    (ROOT / "bench" / "disturbed.md").write_text(measure(parser.parse_args().jobs))
    print((ROOT / "bench" / "disturbed.md").read_text())
