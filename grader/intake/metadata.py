"""Gradescope's ``submission_metadata.yml``: who handed in which folder, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec
import yaml

from grader.course import OddityKind
from grader.intake.records import Refused
from grader.intake.source import decoded
from grader.model import text

NAME = "submission_metadata.yml"
METADATA_BYTES = 64 << 20
# As deep as the keys we read, with room; below this lie the platform's own results.
DEPTH = 40


class Submitter(msgspec.Struct, frozen=True, rename=lambda name: f":{name}"):
    """One of those who handed in together."""

    name: str = ""
    sid: str = ""
    email: str = ""


class _Record(msgspec.Struct, frozen=True, rename=lambda name: f":{name}"):
    submitters: tuple[Submitter, ...] = ()
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """What Gradescope says of one submission."""

    submitters: tuple[Submitter, ...]
    at: datetime | None


def read_metadata(data: bytes) -> Mapping[str, Handed]:
    """Return what is said of each folder (``submission_123456``). Raises `Refused` where it is not YAML."""
    try:
        table = _plain(yaml.parse(decoded(data), Loader=_LOADER))
        records = msgspec.convert(table, dict[str, _Record])
    except (yaml.YAMLError, msgspec.ValidationError, StopIteration) as error:
        raise _refusal(str(error).partition("\n")[0]) from error
    return {folder: Handed(record.submitters, _time(record.created_at)) for folder, record in records.items()}


# libyaml is not in every build of PyYAML; it is many times faster.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def _plain(events: Iterator[Any]) -> object:
    """Build dicts, lists and strings from YAML events, aliases as empty strings.

    PyYAML's own composer recurses in C and can be made to overflow the stack; here depth is counted.
    """
    for event in events:
        if isinstance(event, yaml.NodeEvent):
            return _node(event, events, 0)
    return {}


def _node(event: Any, events: Iterator[Any], depth: int) -> object:
    if depth > DEPTH:
        raise yaml.YAMLError("nested too deeply")
    if isinstance(event, yaml.MappingStartEvent):
        return _mapping(events, depth)
    if isinstance(event, yaml.SequenceStartEvent):
        return [_node(item, events, depth + 1) for item in _until(events, yaml.SequenceEndEvent)]
    return str(getattr(event, "value", ""))


def _mapping(events: Iterator[Any], depth: int) -> dict[str, object]:
    found = {}
    for key in _until(events, yaml.MappingEndEvent):
        name = _node(key, events, depth + 1)
        value = _node(next(events), events, depth + 1)
        if isinstance(name, str):
            found[name] = value
    return found


def _until(events: Iterator[Any], end: type) -> Iterator[Any]:
    return iter(lambda: _next(events, end), None)


def _next(events: Iterator[Any], end: type) -> Any:
    event = next(events)
    return None if isinstance(event, end) else event


def _time(written: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(written.replace(" Z", "+00:00"))
    except ValueError:
        return None
    return time.astimezone(UTC) if time.tzinfo else time.replace(tzinfo=UTC)


def _refusal(reason: str) -> Refused:
    sentence = text(
        "Gradescope's metadata cannot be read: {reason}. Folders stand for students; export it again.",
        reason=reason,
    )
    return Refused(OddityKind.UNREADABLE, sentence)
