"""The installed program as a wheel, and the versions it runs with: the same grader on another machine."""

from __future__ import annotations

import base64
import hashlib
import io
import re
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

import grader

NAME = "tensorgrade"
NOT_SHIPPED = frozenset({"__pycache__", ".mypy_cache", ".pytest_cache"})
EPOCH = (1980, 1, 1, 0, 0, 0)
WHEEL = "Wheel-Version: 1.0\nGenerator: tensorgrade\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def wheel() -> tuple[str, bytes]:
    """Return name and bytes of a wheel of the program that is running, however it was installed."""
    ours = metadata.distribution(NAME)
    info = f"{NAME}-{ours.version}.dist-info"
    files = dict(_package_files())
    for name in ("METADATA", "entry_points.txt"):
        # An editable install of older tools has PKG-INFO instead.
        text = ours.read_text(name) or (ours.read_text("PKG-INFO") if name == "METADATA" else None) or ""
        files[f"{info}/{name}"] = text.encode()
    files[f"{info}/WHEEL"] = WHEEL.encode()
    files[f"{info}/RECORD"] = _record(files, f"{info}/RECORD")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    return f"{NAME}-{ours.version}-py3-none-any.whl", packed.getvalue()


def versions() -> dict[str, str]:
    """Return the installed versions of all that the program needs, by name."""
    waiting, found = [NAME], dict[str, str]()
    while waiting:
        name = _normal(waiting.pop())
        if name in found:
            continue
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system, or an extra nobody asked for
        # Which build of torch (`+cpu`, `+cu128`) is the other machine's affair.
        found[name] = distribution.version.partition("+")[0]
        waiting += [one.name for one in _needed(distribution)]
    del found[NAME]
    return dict(sorted(found.items()))


def _needed(distribution: metadata.Distribution) -> Iterator[Requirement]:
    for line in distribution.requires or ():
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _package_files() -> Iterator[tuple[str, bytes]]:
    folder = Path(grader.__file__).parent
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and NOT_SHIPPED.isdisjoint(inside.parts):
            yield f"grader/{inside.as_posix()}", path.read_bytes()


def _record(files: dict[str, bytes], own: str) -> bytes:
    lines = [f"{name},sha256={_digest(data)},{len(data)}" for name, data in files.items()]
    return "".join(f"{line}\n" for line in [*lines, f"{own},,"]).encode()


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
