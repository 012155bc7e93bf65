"""The formats by name: what writes each, what reads each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from grader.errors import QuestionsUnreadable
from grader.exchange import canvas_writing, gift_writing, moodle_writing, qti_writing, text2qti_writing
from grader.exchange.fitting import Profile, fit
from grader.exchange.gift_reading import read_gift
from grader.exchange.item import Item
from grader.exchange.losses import Loss
from grader.exchange.moodle_reading import read_moodle
from grader.exchange.outgoing import outgoing
from grader.exchange.qti_reading import read_qti
from grader.exchange.received import Read
from grader.exchange.text2qti_reading import read_text2qti
from grader.i18n import Translator
from grader.quiz.variant import Variant

LARGEST = 32 << 20


@dataclass(frozen=True, slots=True)
class Writer:
    """What a format has, and the function that writes it."""

    profile: Profile
    write: Callable[[Sequence[Item], str], tuple[bytes, list[Loss]]]


@dataclass(frozen=True, slots=True)
class Written:
    """A file's content, the names of the questions in it, and what they lost."""

    content: bytes
    questions: tuple[str, ...]
    losses: tuple[Loss, ...]


WRITERS: Mapping[str, Writer] = {
    "gift": Writer(gift_writing.PROFILE, gift_writing.write_gift),
    "moodle": Writer(moodle_writing.PROFILE, moodle_writing.write_moodle),
    "qti21": Writer(qti_writing.PROFILE, qti_writing.write_qti),
    "canvas": Writer(canvas_writing.PROFILE, canvas_writing.write_canvas),
    "text2qti": Writer(text2qti_writing.PROFILE, text2qti_writing.write_text2qti),
}
READERS: Mapping[str, Callable[[bytes, Path], Read]] = {
    "gift": lambda data, path: read_gift(_text(data, path)),
    "moodle": lambda data, path: read_moodle(data, path.name),
    "qti21": read_qti,
    "text2qti": lambda data, path: read_text2qti(_text(data, path), path.name),
}


def write(variants: Iterable[Variant], form: str, title: str, tr: Translator) -> Written:
    """Return variants in a format, in the translator's language; those of one question stand together."""
    writer = WRITERS[form]
    items: list[Item] = []
    losses: list[Loss] = []
    for variant in variants:
        out = outgoing(variant, tr)
        fitted, lacking = fit(out.item, writer.profile, tr)
        items += fitted
        losses += [*out.losses, *lacking]
    pools = {pool: place for place, pool in enumerate(dict.fromkeys(item.pool for item in items))}
    items.sort(key=lambda item: pools[item.pool])
    content, more = writer.write(items, title)
    return Written(content, tuple(pools), tuple(dict.fromkeys([*losses, *more])))


def read(path: Path, form: str) -> Read:
    """Read a file of another program; raises `QuestionsUnreadable`. Nothing in it is ever executed."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise QuestionsUnreadable(f"{path} cannot be read: {error.strerror}.", "Check the path.") from error
    if size > LARGEST:
        raise QuestionsUnreadable(
            f"{path} has {size} bytes; at most {LARGEST} are read.", "Export fewer questions at a time."
        )
    return READERS[form](data, path)


def _text(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuestionsUnreadable(f"{path} is not UTF-8: {error}.", "Save it as UTF-8.") from error
