"""Where a course's own files come from: a folder on disk, or a sealed file opened in memory.

Files are named by their path in the course, with slashes: ``solutions/gather/reference.py``. What is read
from memory is never written to disk, and tracebacks show no line of it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import CodeType, ModuleType
from typing import Protocol


class Content(Protocol):
    """The files of a course. ``hidden``: nothing that is made of them may be kept on disk or quoted."""

    @property
    def hidden(self) -> bool:
        """Whether they were sealed."""

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the files below a folder, sorted; none where it is not there."""

    def has(self, name: str) -> bool:
        """Tell whether there is such a file."""

    def read(self, name: str) -> bytes:
        """Return a file's bytes. Raises OSError where it cannot be read."""

    def shown(self, name: str) -> str:
        """Return what messages call a file."""

    def stamp(self, folder: str) -> tuple[object, ...]:
        """Return something that is another one as soon as a Python file below the folder has changed."""

    def spec(self, name: str, module: str) -> ModuleSpec | None:
        """Return how to import a file as a module of this name."""


@dataclass(frozen=True, slots=True)
class FolderContent:
    """A course on disk."""

    root: Path

    @property
    def hidden(self) -> bool:
        """Whoever reads this reads the files, too."""
        return False

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the files below a folder, links to files included."""
        found = (self.root / folder).rglob("*")
        return tuple(sorted(path.relative_to(self.root).as_posix() for path in found if path.is_file()))

    def has(self, name: str) -> bool:
        """Tell whether there is such a file."""
        return (self.root / name).is_file()

    def read(self, name: str) -> bytes:
        """Read a file."""
        return (self.root / name).read_bytes()

    def shown(self, name: str) -> str:
        """Return the file's path."""
        return str(self.root / name)

    def stamp(self, folder: str) -> tuple[object, ...]:
        """Look at dates and sizes, not at what is in the files."""
        files = [path.stat() for path in sorted((self.root / folder).rglob("*.py"))]
        return tuple((one.st_ino, one.st_mtime_ns, one.st_size) for one in files)

    def spec(self, name: str, module: str) -> ModuleSpec | None:
        """Return Python's own way to import a file."""
        return importlib.util.spec_from_file_location(module, self.root / name)


@dataclass(frozen=True, slots=True)
class MemoryContent:
    """A course that was opened in memory: bytes by name. Not shown by ``repr``, which logs may print."""

    files: Mapping[str, bytes] = field(repr=False)

    @property
    def hidden(self) -> bool:
        """Nobody but this process is to read them."""
        return True

    def names(self, folder: str) -> tuple[str, ...]:
        """Return the files below a folder."""
        return tuple(sorted(name for name in self.files if name.startswith(f"{folder}/")))

    def has(self, name: str) -> bool:
        """Tell whether there is such a file."""
        return name in self.files

    def read(self, name: str) -> bytes:
        """Return a file's bytes."""
        if name not in self.files:
            raise FileNotFoundError(2, "it is not in the sealed file", name)
        return self.files[name]

    def shown(self, name: str) -> str:
        """Return a name that no tool takes for a path: nothing looks for lines of source behind it."""
        return f"<sealed {name}>"

    def stamp(self, folder: str) -> tuple[object, ...]:
        """Return nothing: it does not change."""
        return ()

    def spec(self, name: str, module: str) -> ModuleSpec | None:
        """Return a way to import the file from memory."""
        return importlib.util.spec_from_loader(module, _Loader(self, name))


class _Loader(Loader):
    """Executes a file of a `MemoryContent`. No ``get_source``: a traceback would quote hidden lines."""

    def __init__(self, content: MemoryContent, name: str) -> None:
        self.content = content
        self.name = name

    def exec_module(self, module: ModuleType) -> None:
        """Compile the file and run it as the module."""
        code: CodeType = compile(
            self.content.read(self.name), self.content.shown(self.name), "exec", dont_inherit=True
        )
        exec(code, module.__dict__)
