"""What the sandbox costs: two zygotes side by side, one with it and one without."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from processes import descendants

from grader.catalog import Catalog, read_submission
from grader.client.zygote import Zygote
from grader.judge import Judge

FORKS = 40
TICK = 1 / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one fork: processor ms of zygote, supervisor and runner; wall ms until a runner is handed out."""

    cpu: float
    waited: float


def processor_seconds(pid: int) -> float:
    """Return what a process and the children it waited for have used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) * TICK


def cost(zygote: Zygote, python: int) -> Cost:
    """Fork and end runners; the next one has time to stand by, as it has while a submission is graded."""
    waits, used = [], 0.0
    before = processor_seconds(python)
    for _ in range(FORKS):
        started = time.perf_counter()
        runner = zygote.fork()
        waits.append(time.perf_counter() - started)
        assert zygote._standby is not None
        zygote._standby[1].wait_born()
        runner.kill()
        end = runner.wait_exit(10)
        assert end is not None
        used += end.cpu + end.jail_cpu
        runner.close()
    used += processor_seconds(python) - before
    return Cost(1000 * used / FORKS, 1000 * median(waits))


def zygote_process(zygote: Zygote) -> int:
    """Return the process that has imported torch: the largest below the container."""
    return max({zygote.pid, *descendants(zygote.pid)}, key=resident)


def resident(pid: int) -> int:
    """Return the resident pages of a process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1])


def private_megabytes(zygote: Zygote) -> float:
    """Return the private dirty memory of a live jail (runner and supervisor) that has served nothing yet."""
    before = descendants(zygote.pid)
    runner = zygote.fork()
    assert zygote._standby is not None
    zygote._standby[1].wait_born()
    total = sum(private(pid) for pid in descendants(zygote.pid) - before)
    runner.kill()
    runner.wait_exit(10)
    runner.close()
    return total / 1024


def private(pid: int) -> int:
    """Return a process's private dirty memory in KiB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Private_Dirty"))


def graded_seconds(judge: Judge, slugs: Sequence[str]) -> float:
    """Grade the references of the exercises, warm; return wall seconds."""
    started = time.perf_counter()
    for slug in slugs:
        exercise = judge.catalog.load(slug)
        path = judge.catalog.solution_folder(slug) / "reference.py"
        attempt = judge.grade(exercise, read_submission(path, exercise.limits))
        assert attempt.score == attempt.max_score, slug
    return time.perf_counter() - started


def measure(root: Path, slugs: Sequence[str], rounds: int) -> list[str]:
    """Return the lines of the report."""
    catalog = Catalog(root)
    jailed, bare = Zygote(), Zygote(sandboxed=False)
    with Judge(catalog, "cpu", jailed) as inside, Judge(catalog, "cpu", bare) as outside:
        graded_seconds(inside, slugs), graded_seconds(outside, slugs)
        pairs = [(graded_seconds(inside, slugs), graded_seconds(outside, slugs)) for _ in range(rounds)]
        with_jail, without = cost(jailed, zygote_process(jailed)), cost(bare, zygote_process(bare))
        memory = private_megabytes(jailed)
    jail_s, bare_s = median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)
    added = 1000 * (jail_s - bare_s) / len(slugs)
    return [
        f"## The sandbox (level {jailed.level.value}) beside the bare process wall",
        "",
        "| | without | with | difference | claimed |",
        "|---|---|---|---|---|",
        f"| six honest submissions, warm, s | {bare_s:.3f} | {jail_s:.3f} | {added:+.1f} ms a submission "
        f"({jail_s / bare_s:.2f} x) | at most +5 ms on the critical path |",
        f"| until a runner is handed out, ms | {without.waited:.2f} | {with_jail.waited:.2f} "
        f"| {with_jail.waited - without.waited:+.2f} | at most +5 |",
        f"| processor time of a runner that does nothing, ms | {without.cpu:.1f} | {with_jail.cpu:.1f} "
        f"| {with_jail.cpu - without.cpu:+.1f} | at most +60 |",
        f"| private memory of a live jail, MB | | {memory:.1f} | | at most 10 |",
    ]


if __name__ == "__main__":
    from run import MANDATORY

    print("\n".join(measure(Path(__file__).resolve().parents[1], MANDATORY, 5)))
