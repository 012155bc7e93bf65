"""A course with canaries in everything that is hidden, and submissions that look for them.

A submission must not hold what it looks for in one piece, or it would find itself: it knows halves.
"""

from __future__ import annotations

from pathlib import Path

from fake_course import MANIFEST
from small_course import STATEMENT, STATEMENT_ZH, STUB, write

from grader.seal import Key

CANARIES = {
    "constant": "canary-3f81c6d20a-reference",
    "comment": "canary-90b7e415fd-comment",
    "property": "test_canary_6ad2f07b39_name",
    "strategy": "canary-c417a95e08-strategy",
    "chaff": "canary_58e0d3b7c1_chaff",
    "wheat": "canary-2b6f9a07de-wheat",
    "fault": "canary-e97d31c5a4-fault",
}
SLUGS = ("honest", "mistaken", "spy", "crash", "fault")

REFERENCE = f'''"""The reference."""
# {CANARIES["comment"]}

CONSTANT = "{CANARIES["constant"]}"


def double(x, times=1):
    if times < 0:
        raise ValueError("times must not be negative")
    return x * 2**times
'''

PROPERTIES = f'''"""Hidden properties."""

from hypothesis import given, strategies as st
from grader.author import assert_matches, assert_raises, hint, points, tensors
import torch

HIDDEN = "{CANARIES["strategy"]}"


@points(5)
@hint("What is a double?", zh="两倍是什么？")
@given(x=tensors(), times=st.integers(0, 3))
def {CANARIES["property"]}(student, reference, x, times):
    """Doubles as often as asked.
    要求几次就翻倍几次。"""
    BREAK
    assert_matches(student.double, reference.double, x, times=times)


@points(5)
@given(times=st.integers(-3, -1))
def test_canary_6ad2f07b39_name_too(student, times):
    """Negative times are a ValueError.
    负的次数抛出 ValueError。"""
    assert_raises(ValueError, student.double, torch.ones(1), times)
'''
CHAFF = '"""Ignores how often.\n忽略次数。\n"""\n\ndef double(x, times=1):\n    if times < 0:\n        raise ValueError\n    return x * 2\n'
WHEAT = f'"""Right. {CANARIES["wheat"]}\n对。"""\n\ndef double(x, times=1):\n    if times < 0:\n        raise ValueError\n    return x * 2**times\n'

# Looking everywhere takes its time on a busy machine.
LIMITS = "\n[limits]\nload_seconds = 120.0\nexercise_seconds = 240.0\ncpu_seconds = 240.0\n"

HONEST = "def double(x, times=1):\n    if times < 0:\n        raise ValueError\n    return x * 2**times\n"
CRASH = "import os\nprint('going')\n\ndef double(x, times=1):\n    os._exit(7)\n"

# Finds halves that follow each other (those of canaries only behind that word, which is quicker) in environment, files, processes, memory and objects; prints LEAK for each.
SPY = """
import gc, os, sys

HALVES = {halves!r}
FOUND = set()


def look(data, where):
    if b"canary" not in data and HALVES["key"][0] not in data:
        return
    for name, (first, second) in HALVES.items():
        at = data.find(first)
        while at >= 0:
            if data[at + len(first) : at + len(first) + len(second)] == second:
                FOUND.add(f"LEAK {{name}} in {{where}}")
            at = data.find(first, at + 1)


def look_at_file(path):
    try:
        if os.path.isfile(path) and os.path.getsize(path) < 4 << 20:
            with open(path, "rb") as file:
                look(file.read(), path)
    except OSError:
        pass


def environment():
    look("\\0".join(f"{{k}}={{v}}" for k, v in os.environ.items()).encode(), "os.environ")
    for name in os.listdir("/proc"):
        if name.isdigit():
            for file in ("environ", "cmdline"):
                look_at_file(f"/proc/{{name}}/{{file}}")


def descriptors():
    for number in range(3, 64):
        try:
            look(os.pread(number, 1 << 20, 0), f"descriptor {{number}}")
        except OSError:
            pass


def files():
    for root in ("/tmp", "/home", "/root", "/work", "/builds", "/github", "/autograder", "/grade", "/var/tmp", "/dev/shm", "."):
        for folder, folders, names in os.walk(root):
            for name in [*names, *folders]:
                look(name.encode(), f"a name in {{folder}}")
            for name in names:
                look_at_file(os.path.join(folder, name))


def memory():
    with open("/proc/self/maps") as maps:
        places = [line.split()[0].split("-") for line in maps if line.split()[1].startswith("rw")]
    with open("/proc/self/mem", "rb", buffering=0) as file:
        for low, high in ((int(a, 16), int(b, 16)) for a, b in places):
            for start in range(low, min(high, low + (64 << 20)), 1 << 20):
                try:
                    file.seek(start)
                    look(file.read(min((1 << 20) + 128, high - start)), "memory")
                except (OSError, OverflowError, ValueError):
                    break


def objects():
    for name in list(sys.modules):
        look(name.encode(), "sys.modules")
    for thing in gc.get_objects():
        if type(thing) is dict:
            for key, value in list(thing.items()):
                for one in (key, value):
                    if type(one) is str and len(one) < 500:
                        look(one.encode("utf-8", "replace"), "an object")


for hunt in (environment, descriptors, files, objects, memory):
    try:
        hunt()
    except Exception as error:
        print("could not look:", hunt.__name__, type(error).__name__)
print("looked everywhere")
for line in sorted(FOUND):
    print(line)


def double(x, times=1):
    if times < 0:
        raise ValueError
    raise RuntimeError("; ".join(sorted(FOUND)) or "nothing found")
"""


def halves(words: str) -> tuple[bytes, bytes]:
    """Return a text in two pieces."""
    middle = len(words) // 2
    return words[:middle].encode(), words[middle:].encode()


def spy(key: Key) -> str:
    """Return the submission that looks for every canary and for the key."""
    sought = {**CANARIES, "key": key.text}
    return SPY.format(halves={name: halves(words) for name, words in sought.items()})


def make_leak_course(root: Path) -> Path:
    """Write the course: the same exercise five times, of which ``fault`` has a property that fails by itself."""
    for slug in SLUGS:
        exercise, solution = root / "exercises" / slug, root / "solutions" / slug
        manifest = MANIFEST.format(slug=slug, title=slug.title(), module="M01", level=1)
        manifest = manifest.replace(f'target = "{slug}"', 'target = "double"')
        write(exercise / "exercise.toml", manifest + LIMITS)
        write(exercise / f"{slug}.py", STUB)
        write(exercise / "README.md", STATEMENT)
        write(exercise / "README.zh.md", STATEMENT_ZH)
        write(solution / "reference.py", REFERENCE)
        broken = f'raise RuntimeError("{CANARIES["fault"]} " + HIDDEN)' if slug == "fault" else "pass"
        write(solution / f"test_{slug}.py", PROPERTIES.replace("BREAK", broken))
        write(solution / "chaffs" / f"{CANARIES['chaff']}.py", CHAFF)
        write(solution / "wheats" / "right.py", WHEAT)
    return root


def make_submission(root: Path, key: Key) -> Path:
    """Write what is handed in for each exercise."""
    sources = {"honest": HONEST, "mistaken": CHAFF, "spy": spy(key), "crash": CRASH, "fault": HONEST}
    for slug, source in sources.items():
        write(root / "exercises" / slug / f"{slug}.py", source)
    return root
