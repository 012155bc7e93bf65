"""``exercise.toml``: its shape, and what is said where it is wrong."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

import msgspec

from grader.content import Content
from grader.errors import ContentError
from grader.model import Bilingual, Exercise, Limits, Module

_DEFAULT = Limits()

Table = TypeVar("Table", bound=msgspec.Struct)
Sentence = Annotated[str, msgspec.Meta(min_length=1)]
Name = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
Seconds = Annotated[float, msgspec.Meta(gt=0)]
ModuleName = Annotated[str, msgspec.Meta(pattern=r"^M[0-9]{2}$")]
Bytes = Annotated[int, msgspec.Meta(gt=0)]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What one ``exercise.toml`` says; ``examples`` are calls, as Python source."""

    exercise: Exercise
    examples: tuple[str, ...]


class _Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table in which a misspelt key is an error, not silence."""


class _Both(_Record, frozen=True):
    en: Sentence
    zh: Sentence

    def bilingual(self) -> Bilingual:
        return Bilingual(self.en, self.zh)


class _Example(_Record, frozen=True):
    call: Sentence


class _Limits(_Record, frozen=True):
    call_seconds: Seconds = _DEFAULT.call_seconds
    load_seconds: Seconds = _DEFAULT.load_seconds
    exercise_seconds: Seconds = _DEFAULT.exercise_seconds
    cpu_seconds: Seconds = _DEFAULT.cpu_seconds
    memory_bytes: Bytes = _DEFAULT.memory_bytes
    file_bytes: Bytes = _DEFAULT.file_bytes
    disk_bytes: Bytes = _DEFAULT.disk_bytes
    reply_bytes: Bytes = _DEFAULT.reply_bytes
    output_bytes: Bytes = _DEFAULT.output_bytes
    source_bytes: Bytes = _DEFAULT.source_bytes
    open_files: Annotated[int, msgspec.Meta(ge=16)] = _DEFAULT.open_files
    threads: Annotated[int, msgspec.Meta(ge=1)] = _DEFAULT.threads


class _File(_Record, frozen=True):
    title: _Both
    target: Name
    module: ModuleName
    level: Annotated[int, msgspec.Meta(ge=1, le=5)]
    notes: _Both
    hints: Annotated[tuple[_Both, ...], msgspec.Meta(min_length=3, max_length=3)]
    mandatory: bool = False
    forbidden: tuple[Sentence, ...] = ()
    forbid_broadcast: tuple[Sentence, ...] = ()
    by_law: bool = False
    examples: tuple[_Example, ...] = ()
    limits: _Limits = _Limits()

    def exercise(self, slug: str) -> Exercise:
        return Exercise(
            slug=slug,
            title=self.title.bilingual(),
            target=self.target,
            module=self.module,
            level=self.level,
            notes=self.notes.bilingual(),
            hints=tuple(hint.bilingual() for hint in self.hints),
            forbidden=self.forbidden,
            forbid_broadcast=self.forbid_broadcast,
            by_law=self.by_law,
            mandatory=self.mandatory,
            limits=Limits(**msgspec.structs.asdict(self.limits)),
        )


class _Module(_Record, frozen=True):
    id: ModuleName
    title: _Both
    needs: tuple[ModuleName, ...] = ()


class _Path(_Record, frozen=True):
    module: tuple[_Module, ...] = ()


def read_path(content: Content, name: str) -> tuple[Module, ...]:
    """Read the learning path; raises `ContentError` also where what a module needs comes later."""
    file = _converted(content, name, _Path)
    path = content.shown(name)
    known: set[str] = set()
    for module in file.module:
        late = [need for need in module.needs if need not in known]
        if late or module.id in known:
            what = f"needs {', '.join(late)}" if late else "stands there already"
            raise ContentError(f"{path}: {module.id} {what}.", "What a module needs comes before it, once.")
        known.add(module.id)
    return tuple(Module(one.id, one.title.bilingual(), one.needs) for one in file.module)


def read_manifest(content: Content, name: str, slug: str) -> Manifest:
    """Read a file; raises `ContentError` naming the file, the key, its value and what was expected."""
    file = _converted(content, name, _File)
    return Manifest(file.exercise(slug), tuple(example.call for example in file.examples))


def _converted(content: Content, name: str, kind: type[Table]) -> Table:
    path = content.shown(name)
    table = _parse(content, name)
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise ContentError(_explain(path, table, str(error)), "docs/authoring.md lists the keys.") from error


def _parse(content: Content, name: str) -> dict[str, Any]:
    path = content.shown(name)
    try:
        return tomllib.loads(content.read(name).decode())
    except OSError as error:
        raise ContentError(
            f"{path} cannot be read: {error.strerror}.", "An exercise folder needs one."
        ) from error
    except ValueError as error:
        raise ContentError(f"{path} is not TOML: {error}.", "Mend that line.") from error


def _explain(path: str, table: dict[str, Any], complaint: str) -> str:
    """Turn ``Expected `int` <= 5 - at `$.level` `` into a sentence that shows the value as well."""
    what, _, where = complaint.partition(" - at `$")
    key = where.rstrip("`").lstrip(".")
    if not key:
        return f"{path}: {_plain(what)}."
    return f"{path}: {key} is {_shorten(_value_at(table, key))}. {_plain(what)}."


def _plain(complaint: str) -> str:
    missing = "Object missing required field"
    unknown = "Object contains unknown field"
    return complaint.replace(missing, "It lacks the key").replace(unknown, "It has the unknown key")


def _value_at(table: dict[str, Any], key: str) -> object:
    value: Any = table
    for name, index in re.findall(r"([A-Za-z_]\w*)|\[(\d+)\]", key):
        value = value[name] if name else value[int(index)]
    return value


def _shorten(value: object, limit: int = 60) -> str:
    shown = repr(value)
    return shown if len(shown) <= limit else f"{shown[:limit]}… {len(shown) - limit} more"
