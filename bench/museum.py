"""The museum's exhibits against graders of the usual kind, contained: how many get full marks there.

    python bench/museum.py [--write]

Two graders stand beside ours. *pytest*: imports the submission in the test process, compares with
``torch.testing.assert_close``; exit code 0 is full marks. *results file*: a script imports the submission,
compares with ``torch.allclose`` and writes ``results.json``, which is believed. Both run in a container
without network, process or files of ours, because the exhibits are live. Ours grades them as a batch does; a
success there is a point that was not earned. Controls, which have to be accepted, are left out.
``--write`` puts the table into ``docs/security.md``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from msgspec import MsgspecError  # noqa: E402
from museum import HONEST, REFERENCE, SLUG, Exhibit, build_course, earned_too_much, exhibits  # noqa: E402

from grader.catalog import Catalog, SourceText, read_submission  # noqa: E402
from grader.client import zygote as zygotes  # noqa: E402
from grader.client.checked import CheckedZygote  # noqa: E402
from grader.client.conversation import Script, converse  # noqa: E402
from grader.client.zygote import Zygote  # noqa: E402
from grader.judge import Judge  # noqa: E402
from grader.model import Verdict  # noqa: E402
from grader.sandbox import launch, runtime  # noqa: E402
from grader.wire import messages as m  # noqa: E402
from grader.wire.decoding import Decoder, build_plain  # noqa: E402
from grader.wire.frames import ChannelClosed, DeadlineExceeded, ProtocolError  # noqa: E402

MARKERS = "<!-- baselines:begin -->", "<!-- baselines:end -->"
WRONG = "import torch\n\ndef softmax(x):\n    return torch.zeros_like(x)\n"

TEST = """
import reference, softmax, torch

def test_softmax():
    torch.manual_seed(0)
    for shape in ((3,), (2, 3), (4, 1), (2, 3, 5)):
        x = torch.randn(shape, dtype=torch.float64)
        torch.testing.assert_close(softmax.softmax(x), reference.softmax(x))
"""
SCRIPT = """
import json, reference, torch
score = 10
try:
    import softmax
    torch.manual_seed(0)
    for shape in ((3,), (2, 3), (4, 1), (2, 3, 5)):
        x = torch.randn(shape, dtype=torch.float64)
        if not torch.allclose(softmax.softmax(x), reference.softmax(x)):
            score = 0
except Exception:
    score = 0
with open("results.json", "w") as file:
    json.dump({"score": score}, file)
"""
# Runs in a runner without filters: process 1 forks the naive grader, which signals from inside cannot stop.
CELL = """
import json, os, resource, runpy, signal, sys, time

def f(files, how):
    for name, content in json.loads(files).items():
        with open(name, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(content)
    pid = os.fork()
    if pid == 0:
        grade(how)
    deadline = time.monotonic() + 6
    while time.monotonic() < deadline:
        done, status = os.waitpid(pid, os.WNOHANG)
        if done:
            break
        time.sleep(0.01)
    else:
        os.kill(pid, signal.SIGKILL)
        return False
    if how == "pytest":
        return os.waitstatus_to_exitcode(status) == 0
    try:
        with open("results.json") as file:
            return float(json.load(file)["score"]) >= 10
    except Exception:
        return False

def grade(how):
    code = 1
    try:
        sys.path.insert(0, os.getcwd())
        resource.setrlimit(resource.RLIMIT_CPU, (4, 4))
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        if how == "pytest":
            import pytest
            code = int(pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir=.", "test_softmax.py"]))
        else:
            runpy.run_path("grade.py", run_name="__main__")
            code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        code = 1
    os._exit(code & 255)
"""
WAYS = ("pytest", "results file")
OURS = "Tensorgrade"


def full_marks(zygote: Zygote, source: str, how: str) -> bool:
    """Tell whether a submission gets full marks from one of the naive graders."""
    files = {"softmax.py": source, "reference.py": REFERENCE, "test_softmax.py": TEST, "grade.py": SCRIPT}
    try:
        *_, (header, payload) = converse(zygote.fork(), Script(CELL, "cell.py", (json.dumps(files), how)))
        reply = m.decode_reply(header)
    except (ChannelClosed, DeadlineExceeded, ProtocolError, MsgspecError, RecursionError):
        return False
    if not isinstance(reply.message, m.Returned):
        return False
    decoder = Decoder(payload, reply.storages, lambda handle: None, build_plain)
    return decoder.decode(reply.message.value) is True


def unfiltered() -> Zygote:
    """Start a zygote whose runners have namespaces but no filters, and pytest to import."""
    runtime.USABLE = ("torch", "numpy", "msgspec", "pytest")
    runtime.package_entries.cache_clear()
    contained = launch.contained()
    assert isinstance(contained, launch.Launch), contained
    way = replace(contained, plan=launch.Plan(namespaces=True, filtered=False, readable=("/",)))
    zygotes.launches = lambda *, sandboxed: iter([way])
    return Zygote()


def ours(shown: list[Exhibit]) -> Counter[str]:
    """Grade every exhibit as a batch does; return by section how many got what they should not have."""
    won: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        catalog = Catalog(build_course(Path(folder)))
        exercise = catalog.load(SLUG)
        with Judge(catalog, zygote=CheckedZygote()) as judge:
            for exhibit in shown:
                source = read_submission(exhibit.path, exercise.limits)
                attempt = judge.grade(exercise, source, student="cheat")
                if attempt.verdict not in exhibit.expected or earned_too_much(attempt):
                    won[exhibit.path.name[0]] += 1
                    print(f"{exhibit.path.stem}: {attempt.verdict.value}, {attempt.score} points", flush=True)
            honest = judge.grade(exercise, SourceText("softmax.py", HONEST, ""), student="honest")
            assert honest.verdict is Verdict.ACCEPTED, "the honest control failed"
    return won


def run(shown: list[Exhibit]) -> dict[str, Counter[str]]:
    """Run every exhibit against all graders; return the successes by section."""
    won: dict[str, Counter[str]] = {how: Counter() for how in WAYS}
    won[OURS] = ours(shown)
    with unfiltered() as zygote:
        for how in WAYS:
            assert full_marks(zygote, HONEST, how), f"{how}: the honest control failed"
            assert not full_marks(zygote, WRONG, how), f"{how}: the wrong control passed"
        for exhibit in shown:
            source = exhibit.path.read_bytes().decode("utf-8", "surrogateescape")
            for how in WAYS:
                if full_marks(zygote, source, how):
                    won[how][exhibit.path.name[0]] += 1
                    print(f"{exhibit.path.stem}: full marks from {how}", flush=True)
    return won


def table(shown: list[Exhibit], won: dict[str, Counter[str]]) -> str:
    """Return the Markdown table: exhibits by section, and how many succeed where."""
    total = Counter(exhibit.path.name[0] for exhibit in shown)
    lines = [
        "| section | exhibits | Tensorgrade | pytest's exit code | `results.json` |",
        "|---|" + "---|" * 4,
    ]
    for section in sorted(total):
        beaten = " | ".join(str(won[how][section]) for how in (OURS, *WAYS))
        lines.append(f"| {section} | {total[section]} | {beaten} |")
    sums = " | ".join(f"**{won[how].total()}**" for how in (OURS, *WAYS))
    return "\n".join([*lines, f"| all | {total.total()} | {sums} |"])


def main() -> None:
    """Run, print, and write the table where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--write", action="store_true", help="write the table into docs/security.md")
    write = parser.parse_args().write
    shown = [exhibit for exhibit in exhibits() if Verdict.ACCEPTED not in exhibit.expected]
    text = table(shown, run(shown))
    print(text)
    if write:
        page = ROOT / "docs" / "security.md"
        before, _, rest = page.read_text().partition(MARKERS[0])
        after = rest.partition(MARKERS[1])[2]
        page.write_text(f"{before}{MARKERS[0]}\n{text}\n{MARKERS[1]}{after}")


if __name__ == "__main__":
    main()
