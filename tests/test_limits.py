"""Every limit that a submission can run into has a sentence of its own."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from small_course import SLUG, make_small_course

from grader.catalog import Catalog, SourceText
from grader.client.zygote import Zygote
from grader.judge import Judge
from grader.model import Limits, Verdict

LIMITS = Limits(
    call_seconds=1.0, load_seconds=4.0, exercise_seconds=3.0, cpu_seconds=60.0, memory_bytes=256 << 20,
    file_bytes=1 << 20, disk_bytes=2 << 20, reply_bytes=1 << 20, output_bytes=1000, open_files=40, threads=8,
)  # fmt: skip


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory, zygote: Zygote) -> Judge:
    """A judge over a small course."""
    return Judge(Catalog(make_small_course(tmp_path_factory.mktemp("course"))), zygote=zygote)


def said(judge: Judge, body: str, limits: Limits = LIMITS) -> str:
    """Grade a submission with this body; return everything the attempt says."""
    exercise = replace(judge.catalog.load(SLUG), limits=limits)
    source = f"import torch\n\ndef double(x, times=1):\n{textwrap.indent(textwrap.dedent(body), '    ')}\n"
    attempt = judge.grade(exercise, SourceText("double.py", source, "0" * 64))
    assert attempt.verdict not in {Verdict.ACCEPTED, Verdict.GRADER_FAULT}
    messages = [*attempt.messages, *(result.message for result in attempt.results if result.message)]
    differences = [
        result.counterexample.difference.text for result in attempt.results if result.counterexample
    ]
    return " | ".join(str(message) for message in (*messages, *differences))


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("while True: pass", "One call took longer than 1 s"),
        ("import time; time.sleep(0.9); return x", "All calls together took longer than 3 s"),
        ("return torch.ones(1 << 30)", "asked for more than 256 MiB of memory"),
        ("return bytearray(1 << 30)", "asked for more than 256 MiB of memory"),
        ("return [open('/proc/self/stat') for _ in range(100)]", "at most 40 files open at once"),
        ("open('big', 'wb').write(bytes(2 << 20))", "may have at most 1 MiB"),
        ("for i in range(9):\n    open(f'b{i}', 'wb').write(bytes(1 << 19))", "at most 2 MiB on disk"),
        (
            "import threading, time\nfor _ in range(50):\n    threading.Thread(target=time.sleep, args=(1,)).start()",
            "at most 8 threads at once",
        ),
        ("import os; os.fork()", "The sandbox lets a submission start no process"),
        ("import socket; socket.socket()", "The sandbox lets a submission start no process, open no socket"),
        ("open('/usr/lib/cheat', 'w')", "only to its own temporary folder"),
        ("return torch.zeros(1 << 20)", "at most 1048576 are allowed"),
        ("return torch.zeros(1).expand(1 << 20, 1 << 20)", "elements"),
        ("return 'x' * (1 << 22)", "4194304 characters"),
        ("y = []\nfor _ in range(200): y = [y]\nreturn y", "nest"),
    ],
)  # fmt: skip
def test_a_limit_has_its_sentence(judge: Judge, body: str, sentence: str) -> None:
    """What happened is said in words, with the limit's number where it has one."""
    assert sentence in said(judge, body)


def test_processor_time_has_its_sentence(judge: Judge) -> None:
    """A runner that uses up its processor time is stopped by the kernel, and the sentence says so."""
    limits = replace(LIMITS, cpu_seconds=1.0, call_seconds=20.0, exercise_seconds=60.0)

    assert "more than 1 s of processor time" in said(judge, "while True: pass", limits)


def test_output_over_its_limit_is_cut_and_flagged(judge: Judge) -> None:
    """What is printed beyond the limit is not kept, and the attempt says that there was more."""
    exercise = replace(judge.catalog.load(SLUG), limits=LIMITS)
    source = "def double(x, times=1):\n    print('y' * 5000)\n"

    attempt = judge.grade(exercise, SourceText("double.py", source, "0" * 64))

    assert attempt.output == "y" * 1000
    assert attempt.output_truncated


def test_the_manifest_sets_every_limit(tmp_path: Path) -> None:
    """Each limit can be overridden by an exercise."""
    root = make_small_course(tmp_path)
    manifest = root / "exercises" / SLUG / "exercise.toml"
    lines = [f"{name} = {getattr(LIMITS, name)}" for name in LIMITS.__slots__]
    manifest.write_text(manifest.read_text() + "\n[limits]\n" + "\n".join(lines) + "\n")

    assert Catalog(root).load(SLUG).limits == replace(LIMITS, source_bytes=Limits().source_bytes)
