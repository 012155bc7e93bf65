"""Exercise folders on disk: find the course, read its exercises, read a submission. No torch."""

from __future__ import annotations

import difflib
import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from grader.content import Content, FolderContent, MemoryContent
from grader.errors import ContentError, ExerciseNotFound, SubmissionUnreadable, UsageError
from grader.frozen import Examples, read_frozen
from grader.manifest import Manifest, read_manifest, read_path
from grader.model import Exercise, Limits, Module

COURSE_VARIABLE = "TENSORGRADE_COURSE"
RELEASE = "release.toml"
FROZEN = "examples.json"
SLUG = re.compile(r"[a-z][a-z0-9_]*")

_NOT_CONTENT = frozenset(
    {"__pycache__", ".hypothesis", ".pytest_cache", ".ipynb_checkpoints", ".mypy_cache", ".ruff_cache"}
)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A submission's text, decoded once; ``sha256`` is of this text in UTF-8, without a byte order mark."""

    name: str
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Catalog:
    """The exercises of the course whose folder is ``root``. Reads files when asked; keeps nothing.

    ``sealed``: the course as it was opened in memory; then nothing of ``root`` is read but its name.
    """

    root: Path
    sealed: MemoryContent | None = None

    @classmethod
    def find(cls, start: Path | None = None) -> Catalog:
        """Return the course that holds ``start`` (default: the current folder), searching upwards.

        The environment variable ``TENSORGRADE_COURSE`` names the course folder instead. Raises
        `UsageError` where there is none.
        """
        named = os.environ.get(COURSE_VARIABLE)
        if named:
            return cls(_named_course(Path(named).expanduser().resolve()))
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            if _is_course(folder):
                return cls(folder)
        raise UsageError(
            f"No course here: neither {here} nor a folder above it holds exercises/<slug>/exercise.toml.",
            f"Change to the course's folder, or set {COURSE_VARIABLE} to it.",
        )

    @property
    def content(self) -> Content:
        """The course's own files."""
        return self.sealed or FolderContent(self.root)

    @property
    def is_release(self) -> bool:
        """Whether this is what `grade release` made: a course whose hidden properties are elsewhere."""
        return self.content.has(RELEASE)

    def require_hidden(self) -> None:
        """Raise `UsageError` in a release: there is nothing hidden to grade, prove or give out by."""
        if self.is_release:
            raise UsageError(
                f"{self.root} is a release: it has no hidden properties.",
                "Change to the course that it was made of.",
            )

    def slugs(self) -> tuple[str, ...]:
        """Return every slug, in the order of module, level, slug. Raises `ContentError` for a bad folder."""
        exercises = [self.load(slug) for slug in self._folders()]
        exercises.sort(key=lambda exercise: (exercise.module, exercise.level, exercise.slug))
        return tuple(exercise.slug for exercise in exercises)

    def exercises(self) -> tuple[Exercise, ...]:
        """Return every exercise, in the order of `slugs`."""
        return tuple(self.load(slug) for slug in self.slugs())

    def modules(self) -> tuple[Module, ...]:
        """Return the learning path in teaching order; empty where ``exercises/path.toml`` is not there."""
        name = "exercises/path.toml"
        return read_path(self.content, name) if self.content.has(name) else ()

    def load(self, slug: str) -> Exercise:
        """Return the exercise. Raises `ExerciseNotFound` or, where its folder is wrong, `ContentError`."""
        return self._manifest(slug).exercise

    def examples(self, slug: str) -> tuple[str, ...]:
        """Return the calls of the public examples, as Python source."""
        return self._manifest(slug).examples

    def exercise_folder(self, slug: str) -> Path:
        """Return the folder that students get."""
        return self.root / "exercises" / slug

    def solution_folder(self, slug: str) -> Path:
        """Return the folder that students never get; it need not exist."""
        return self.root / "solutions" / slug

    def stub_path(self, slug: str) -> Path:
        """Return the file that the student edits."""
        return self.exercise_folder(slug) / f"{slug}.py"

    def has_solution(self, slug: str) -> bool:
        """Tell whether the hidden properties are here."""
        return self.content.has(f"{hidden_folder(slug)}/test_{slug}.py")

    def statement(self, slug: str, language: str) -> str:
        """Return the statement as Markdown: Chinese for ``zh*`` where there is one, else English."""
        self.load(slug)
        names = ("README.zh.md", "README.md") if language.startswith("zh") else ("README.md",)
        for name in names:
            path = f"{public_folder(slug)}/{name}"
            if self.content.has(path):
                return _read_content(self.content, path)
        raise ContentError(f"{self.exercise_folder(slug)} has no README.md.", "Write the statement there.")

    def pristine_stub(self, slug: str) -> str:
        """Return the stub as it was handed out, whatever the student has made of the file since."""
        self.load(slug)
        has_frozen = self.content.has(f"{public_folder(slug)}/{FROZEN}")
        return self.frozen(slug)[0].stub if has_frozen else _read_content(self.content, stub(slug))

    def frozen(self, slug: str) -> tuple[Examples, str]:
        """Return the frozen stub and examples, and what messages call their file. Raises `ContentError`."""
        self.load(slug)
        name = f"{public_folder(slug)}/{FROZEN}"
        shown = self.content.shown(name)
        return read_frozen(_read_content(self.content, name).encode(), shown), shown

    def version(self, slug: str) -> str:
        """Return the SHA-256 (hex) of everything in both folders, the stub as it was handed out."""
        digest = hashlib.sha256()
        for name, data in self.files(slug):
            digest.update(f"{name}\0{len(data)}\0".encode())
            digest.update(data)
        return digest.hexdigest()

    def files(self, slug: str) -> Iterator[tuple[str, bytes]]:
        """Yield everything in both folders by its name in the course, the stub as it was handed out."""
        self.load(slug)
        content = self.content
        found = {*content.names(public_folder(slug)), *content.names(hidden_folder(slug)), stub(slug)}
        for name in sorted(found, key=PurePosixPath):
            if _NOT_CONTENT.isdisjoint(name.split("/")):
                # Otherwise every save of the student would make a new version of the exercise.
                is_stub = name == stub(slug)
                yield name, self.pristine_stub(slug).encode() if is_stub else content.read(name)

    def _folders(self) -> tuple[str, ...]:
        if self.sealed is None:
            return tuple(sorted(path.parent.name for path in self.root.glob("exercises/*/exercise.toml")))
        names = (name.split("/") for name in self.sealed.names("exercises"))
        return tuple(sorted(parts[1] for parts in names if parts[2:] == ["exercise.toml"]))

    def _manifest(self, slug: str) -> Manifest:
        # A slug comes from the command line: it must not walk out of exercises/.
        if not SLUG.fullmatch(slug) or not self._has_folder(slug):
            raise self._not_found(slug)
        return read_manifest(self.content, f"{public_folder(slug)}/exercise.toml", slug)

    def _has_folder(self, slug: str) -> bool:
        return slug in self._folders() if self.sealed else self.exercise_folder(slug).is_dir()

    def _not_found(self, slug: str) -> ExerciseNotFound:
        close = difflib.get_close_matches(slug, self._folders(), n=3)
        hint = f"Did you mean {' or '.join(close)}?" if close else "`grade list` shows them all."
        return ExerciseNotFound(f"There is no exercise {slug!r} in {self.root}.", hint)


def public_folder(slug: str) -> str:
    """Return the name in the course of the folder that students get."""
    return f"exercises/{slug}"


def hidden_folder(slug: str) -> str:
    """Return the name in the course of the folder that students never get."""
    return f"solutions/{slug}"


def stub(slug: str) -> str:
    """Return the name in the course of the file that the student edits."""
    return f"exercises/{slug}/{slug}.py"


def read_submission(path: Path, limits: Limits) -> SourceText:
    """Read a submitted file as UTF-8, whatever coding it declares; a byte order mark is dropped.

    Raises `SubmissionUnreadable` where it is missing, not a regular file, larger than
    ``limits.source_bytes``, not UTF-8, or has a NUL byte.
    """
    source = _decode_source(_read_bounded(path, limits.source_bytes), path)
    return SourceText(path.name, source, hashlib.sha256(source.encode()).hexdigest())


def _read_bounded(path: Path, limit: int) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise SubmissionUnreadable(f"{path} is not a file.", "Give the path of one Python file.")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SubmissionUnreadable(f"{path} cannot be read: {reason}.", "Check the path.") from error
    if len(data) > limit:
        raise SubmissionUnreadable(
            f"{path} is larger than {limit} bytes.", "Hand in the code only, without data or output."
        )
    return data


def _decode_source(data: bytes, path: Path) -> str:
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SubmissionUnreadable(
            f"{path} is not UTF-8 text: byte 0x{data[error.start]:02x} in line {line}.",
            "Save the file again with the encoding UTF-8.",
        ) from error
    if "\0" in source:
        line = source.count("\n", 0, source.index("\0")) + 1
        raise SubmissionUnreadable(
            f"{path} has a NUL byte in line {line}.", "Save it again as plain UTF-8 text."
        )
    return source


def _named_course(root: Path) -> Path:
    if _is_course(root):
        return root
    raise UsageError(
        f"{COURSE_VARIABLE} is {root}, which holds no exercises/<slug>/exercise.toml.",
        f"Set {COURSE_VARIABLE} to a course's folder, or unset it.",
    )


def _is_course(folder: Path) -> bool:
    return any(folder.glob("exercises/*/exercise.toml"))


def _read_content(content: Content, name: str) -> str:
    try:
        # Bytes first: universal newlines would change a stub that was frozen with others.
        return content.read(name).decode()
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(
            f"{content.shown(name)} cannot be read: {error}.", "It must be UTF-8 text."
        ) from error
