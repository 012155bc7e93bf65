"""What the untrusted side may see of the disk: Python, the packages a submission may use, the runner."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from functools import lru_cache
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement

USABLE = ("torch", "numpy", "msgspec")
SYSTEM = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/etc/ld.so.cache", "/usr/share/zoneinfo")
PACKAGE = Path(__file__).resolve().parents[1]
NOT_CODE = {"..", "", "__pycache__"}
OURS = ("__init__.py", "runner", "wire")


def interpreter_paths() -> tuple[Path, ...]:
    """Return the files that start this Python: its links, the executable, the mark of an environment."""
    found = [path := Path(sys.executable)]
    while path.is_symlink():
        found.append(path := path.parent / os.readlink(path))
    mark = Path(sys.prefix) / "pyvenv.cfg"
    return (*found, *(m for m in (mark,) if m.is_file()))


def library_folders() -> tuple[Path, ...]:
    """Return the folders of the standard library and of the shared libraries of this Python."""
    candidates = (Path(sys.base_prefix) / "lib", Path(sysconfig.get_path("stdlib")), *map(Path, SYSTEM))
    return tuple(path for path in dict.fromkeys(candidates) if path.exists())


def hidden_folders() -> tuple[Path, ...]:
    """Return folders of packages that lie in a visible one: a course may be installed there."""
    minor = f"python{sys.version_info.major}.{sys.version_info.minor}"
    roots = {Path(sysconfig.get_path("stdlib")).parent, Path("/usr/lib"), Path("/usr/lib64")}
    names = (f"{minor}/site-packages", f"{minor}/dist-packages", "python3/dist-packages")
    return tuple(sorted(folder for root in roots for name in names if (folder := root / name).is_dir()))


@lru_cache(maxsize=1)
def package_entries() -> tuple[Path, ...]:
    """Return the files and folders of the packages a submission may import, with all they require.

    An allow-list: a course or a reference that is installed as a package stays invisible.
    """
    entries: dict[Path, None] = {}
    for distribution in required(USABLE):
        for entry in entries_of(distribution):
            entries[entry] = None
    return tuple(entries)


def required(names: tuple[str, ...]) -> Iterator[metadata.Distribution]:
    """Yield the distributions of `names` and of everything they require that is installed."""
    waiting, seen = list(names), set[str]()
    while waiting:
        name = waiting.pop()
        if name.lower() in seen:
            continue
        seen.add(name.lower())
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # an optional one, or one for another system
        yield distribution
        waiting += [Requirement(line).name for line in distribution.requires or () if "extra ==" not in line]


def entries_of(distribution: metadata.Distribution) -> Iterator[Path]:
    """Yield a distribution's files and folders directly below its folder of packages."""
    record = distribution.read_text("RECORD") or ""
    firsts = {line.split(",", 1)[0].split("/", 1)[0].strip('"') for line in record.splitlines() if line}
    folder = Path(str(distribution.locate_file("")))
    for first in sorted(firsts - NOT_CODE):
        if not first.endswith(".pth") and (folder / first).exists():
            yield folder / first
