"""The checks of ``grade doctor``; each looks at one thing and returns one finding."""

from __future__ import annotations

import importlib.util
import os
import platform
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from importlib import metadata

from grader.catalog import Catalog
from grader.cli.invocation import Invocation, terminal_columns
from grader.errors import GraderError
from grader.model import Text, text
from grader.watch.files import REMOTE, file_system_of

OLDEST_PYTHON = (3, 11)
NARROWEST = 60
PROBE_SECONDS = 120

_CUDA_PROBE = """
import torch
found = torch.cuda.is_available()
print(torch.cuda.get_device_name(0) if found else "")
"""


class Status(Enum):
    """How a check ended; only FAIL keeps grading from working."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; ``advice`` says what to do unless all is well."""

    name: str
    status: Status
    text: Text
    advice: Text | None = None


def check_python(invocation: Invocation) -> Finding:
    """Is this Python new enough?"""
    found = text(
        "Python {version} on {system}", version=platform.python_version(), system=platform.platform()
    )
    if sys.version_info >= OLDEST_PYTHON:
        return Finding("python", Status.OK, found)
    return Finding("python", Status.FAIL, found, text("Install Python 3.11 or newer."))


def check_torch(invocation: Invocation) -> Finding:
    """Is torch installed? Asks the package's metadata: importing it takes a second."""
    return _check_package("torch")


def check_hypothesis(invocation: Invocation) -> Finding:
    """Is Hypothesis installed?"""
    return _check_package("hypothesis")


def check_processors(invocation: Invocation) -> Finding:
    """How many processors may `grade batch --jobs` use?"""
    return Finding("processors", Status.OK, text("Processors: {count}", count=_processors()))


def check_cuda(invocation: Invocation) -> Finding:
    """Is there a CUDA device? Asked of another process: a broken driver may take it down."""
    command = [sys.executable, "-c", _CUDA_PROBE]
    try:
        probe = subprocess.run(command, capture_output=True, text=True, timeout=PROBE_SECONDS, check=True)
    except (subprocess.SubprocessError, OSError) as error:
        advice = text("Install torch again: python -c 'import torch' must work.")
        return Finding("cuda", Status.FAIL, text("torch does not start: {reason}", reason=error), advice)
    device = probe.stdout.strip()
    if device:
        return Finding("cuda", Status.OK, text("CUDA: {device}", device=device))
    return Finding("cuda", Status.OK, text("CUDA: none; grading uses the CPU and a simulated device"))


def check_course(invocation: Invocation) -> Finding:
    """Is there a course, and can every exercise be read?"""
    try:
        catalog = invocation.catalog
        count = len(catalog.slugs())
    except GraderError as error:
        return Finding("course", Status.FAIL, text("{problem}", problem=error.message), _advice(error))
    return Finding(
        "course", Status.OK, text("Course: {path}, exercises: {count}", path=catalog.root, count=count)
    )


def check_stubs(invocation: Invocation) -> Finding:
    """Which stubs has the student touched, and are any gone?"""
    try:
        catalog = invocation.catalog
        states = [_stub_state(catalog, slug) for slug in catalog.slugs()]
    except GraderError as error:
        return Finding("stubs", Status.WARN, text("{problem}", problem=error.message), _advice(error))
    found = text("Stubs: {fresh} untouched, {edited} edited, {missing} missing",
                 **{name: states.count(name) for name in ("fresh", "edited", "missing")})  # fmt: skip
    if "missing" in states:
        return Finding("stubs", Status.WARN, found, text("`grade reset SLUG` puts a stub back."))
    return Finding("stubs", Status.OK, found)


def check_terminal(invocation: Invocation) -> Finding:
    """Can the terminal show what we print?"""
    encoding, columns = (sys.stdout.encoding or "ascii").lower(), terminal_columns()
    kind = text("a terminal") if sys.stdout.isatty() else text("no terminal")
    found = text("Output: {kind}, {encoding}, {columns} columns",
                 kind=invocation.tr(kind), encoding=encoding, columns=columns)  # fmt: skip
    if "utf" not in encoding:
        return Finding("terminal", Status.WARN, found, text("Set PYTHONUTF8=1, or Chinese will not show."))
    if columns < NARROWEST:
        return Finding("terminal", Status.WARN, found, text("Make the window wider to see tables whole."))
    return Finding("terminal", Status.OK, found)


def check_watch(invocation: Invocation) -> Finding:
    """Will saves be seen?"""
    if importlib.util.find_spec("watchfiles") is None:
        advice = text("Saves are seen after a second. Sooner: pip install watchfiles")
        return Finding("watch", Status.WARN, text("watchfiles is not installed"), advice)
    kind = _file_system(invocation)
    if kind in REMOTE:
        found = text("Saves may be seen late: the file system is {kind}", kind=kind)
        return Finding("watch", Status.WARN, found, text("If a save goes unnoticed, press r in `grade`."))
    return Finding("watch", Status.OK, text("Saves are seen as they happen"))


CHECKS: tuple[Callable[[Invocation], Finding], ...] = (
    check_python,
    check_torch,
    check_hypothesis,
    check_processors,
    check_cuda,
    check_course,
    check_stubs,
    check_terminal,
    check_watch,
)


def _check_package(name: str) -> Finding:
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        advice = text("Run: pip install {name}", name=name)
        return Finding(name, Status.FAIL, text("{name} is not installed", name=name), advice)
    return Finding(name, Status.OK, text("{name} {version}", name=name, version=version))


def _processors() -> int:
    # A container or a job scheduler may grant fewer than the machine has.
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _stub_state(catalog: Catalog, slug: str) -> str:
    path = catalog.stub_path(slug)
    if not path.is_file():
        return "missing"
    return "fresh" if path.read_bytes() == catalog.pristine_stub(slug).encode() else "edited"


def _file_system(invocation: Invocation) -> str:
    try:
        return file_system_of(invocation.catalog.root)
    except GraderError:
        return ""


def _advice(error: GraderError) -> Text | None:
    return text("{advice}", advice=error.hint) if error.hint else None
