"""Question files on disk: find them, read them, say what is wrong with one. No torch, nothing executed."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from grader.errors import ContentError, UsageError
from grader.quiz.question import Answer, Blank, Draw, File, Grade, Kind, Mode, Question, Wrong

FOLDER = "quizzes"
NAME = re.compile(r"[a-z][a-z0-9]*([_-][a-z0-9]+)*")
DOCS = "docs/quiz.md lists the keys."
SHOWN = 60

# Kind -> the tables that it needs; `wrong` may stand where `WITH_TRAPS` says, no other table anywhere else.
NEEDS: Mapping[Kind, frozenset[str]] = {
    Kind.CHOICE: frozenset({"answer", "wrong"}),
    Kind.MULTI: frozenset({"option"}),
    Kind.TRUEFALSE: frozenset({"answer", "wrong"}),
    Kind.NUMBER: frozenset({"answer"}),
    Kind.SHAPE: frozenset({"answer"}),
    Kind.TENSOR: frozenset({"answer"}),
    Kind.TEXT: frozenset({"answer"}),
    Kind.CLOZE: frozenset({"answer", "blank"}),
    Kind.ORDER: frozenset({"answer", "block"}),
    Kind.MATCH: frozenset({"pair"}),
    Kind.LINE: frozenset({"answer"}),
}
WITH_TRAPS = frozenset(Kind) - {Kind.MULTI, Kind.CLOZE}
RESERVED = frozenset({"key", "value", "output"})
MAX_BLOCKS = 6  # every order of them is run


def question_files(root: Path) -> tuple[Path, ...]:
    """Return the question files of the bank in ``root``, sorted: ``<topic>/<name>.toml``."""
    return tuple(sorted(root.glob("*/*.toml")))


def questions(root: Path) -> tuple[Question, ...]:
    """Read every question of the bank in ``root``; raises `ContentError` for the first bad one."""
    return tuple(read_question(path) for path in question_files(root))


def find_question(root: Path, name: str) -> Question:
    """Read the question ``topic.name``; raises `UsageError` where there is none."""
    topic, _, stem = name.partition(".")
    path = root / topic / f"{stem}.toml"
    if not (NAME.fullmatch(topic) and NAME.fullmatch(stem) and path.is_file()):
        raise UsageError(f"There is no question {name!r} in {root}.", "Names are written TOPIC.NAME.")
    return read_question(path)


def read_question(path: Path) -> Question:
    """Read one file; raises `ContentError` naming the file, the key, its value and what was expected."""
    data = _bytes(path)
    table = _parse(path, data)
    try:
        file = msgspec.convert(table, File)
    except msgspec.ValidationError as error:
        raise ContentError(_explain(path, table, str(error)), DOCS) from error
    name = f"{path.parent.name}.{path.stem}"
    for key, value, expected in _complaints(file, name):
        raise ContentError(f"{path}: {key} is {_shorten(value)}. {expected}", DOCS)
    generator = _bytes(path.with_name(file.generate)) if file.generate else b""
    digest = hashlib.sha256(data + b"\0" + generator).hexdigest()
    return Question(name, file, _decoded(path, generator), digest)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ContentError(f"{path} cannot be read: {error.strerror}.", DOCS) from error


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ContentError(f"{path}: {error}.", "Save it as UTF-8.") from error


def _parse(path: Path, data: bytes) -> dict[str, Any]:
    try:
        return tomllib.loads(_decoded(path, data).replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise ContentError(f"{path} is not TOML: {error}.", "Mend that line.") from error


Complaint = tuple[str, object, str]


def _complaints(file: File, name: str) -> Iterator[Complaint]:
    """Yield key, value and expectation of what the shape alone does not show."""
    topic, _, stem = name.partition(".")
    if not (NAME.fullmatch(topic) and NAME.fullmatch(stem)):
        yield "the file's name", name, "Folder and file are lower-case letters, digits, `-` and `_`."
    if file.id not in ("", name):
        yield "id", file.id, f"It is the folder and the file's name, `{name}`; it may be left out."
    if file.generate and Path(file.generate).name != f"{stem}.py":
        yield "generate", file.generate, f"Expected the sibling `{stem}.py`."
    if not all(0 <= share <= 1 for share in file.attempts):
        yield "attempts", file.attempts, "Each is the share of the points that this attempt can still give."
    yield from _tables(file)
    for parameter, draw in file.params.items():
        yield from _draw(f"params.{parameter}", draw)
    yield from _answers(file)


def _tables(file: File) -> Iterator[Complaint]:
    present = {key for key in ("answer", "wrong", "option", "pair", "block", "blank") if getattr(file, key)}
    needed = NEEDS[file.type]
    allowed = needed | ({"wrong"} if file.type in WITH_TRAPS else set())
    for key in sorted(needed - present):
        yield key, None, f"A question of type {file.type.value} needs it."
    for key in sorted(present - allowed):
        yield key, getattr(file, key), f"A question of type {file.type.value} has no such table."
    if len(file.block) > MAX_BLOCKS:
        yield "block", len(file.block), f"At most {MAX_BLOCKS}: every order of them is run."
    for reserved in RESERVED & set(file.params):
        yield f"params.{reserved}", reserved, "The texts use this name for an answer."
    names = [*file.params, *(blank.id for blank in file.blank), *(block.id for block in file.block)]
    for repeated in {n for n in names if names.count(n) > 1}:
        yield "id", repeated, "Two parameters, blanks or blocks cannot have one name."


def _draw(key: str, draw: Draw) -> Iterator[Complaint]:
    given = [draw.range is not None, bool(draw.pick), bool(draw.expr)]
    if sum(given) != 1:
        yield key, msgspec.to_builtins(draw), "Expected exactly one of `int`, `pick`, `expr`."
    if draw.range and draw.range[0] > draw.range[1]:
        yield f"{key}.int", draw.range, "Expected the smaller number first."


def _answers(file: File) -> Iterator[Complaint]:
    if file.answer:
        yield from _answer("answer", file.type, file.answer)
    for index, wrong in enumerate(file.wrong):
        yield from _wrong(f"wrong[{index}]", file, wrong)
    for index, pair in enumerate(file.pair):
        if bool(pair.right) == bool(pair.eval):
            yield f"pair[{index}]", pair.left, "Expected exactly one of `right`, `eval`."
    for index, blank in enumerate(file.blank):
        yield from _blank(f"blank[{index}]", blank)
    if file.type is Kind.ORDER and file.answer:
        ids = {block.id for block in file.block}
        if set(file.answer.reference) != ids or len(file.answer.reference) != len(ids):
            yield "answer.reference", file.answer.reference, "Expected every block's id once."


def _blank(key: str, blank: Blank) -> Iterator[Complaint]:
    yield from _answer(f"{key}.answer", blank.kind, blank.answer)
    for index, wrong in enumerate(blank.wrong):
        if bool(wrong.eval) == bool(wrong.text):
            yield f"{key}.wrong[{index}]", wrong.tag, "Expected exactly one of `eval`, `text`."


def _answer(key: str, kind: Kind, answer: Answer) -> Iterator[Complaint]:
    one = {
        Kind.LINE: ("raises",),
        Kind.TEXT: ("eval", "text"),
        Kind.CHOICE: ("eval", "text"),
    }.get(kind, ("eval",))
    given = [name for name in ("eval", "text", "raises") if getattr(answer, name)]
    if len(given) != 1 or given[0] not in one:
        wanted = " or ".join(f"`{name}`" for name in one)
        yield key, given, f"Expected exactly one key that says what is right: {wanted}."
    if answer.or_raises and kind is not Kind.SHAPE:
        yield f"{key}.or_raises", answer.or_raises, "Only shapes have it."
    yield from _grade(f"{key}.grade", answer.grade)


def _grade(key: str, grade: Grade) -> Iterator[Complaint]:
    wants = {
        Mode.ABS: ("tolerance",),
        Mode.REL: ("tolerance",),
        Mode.DECIMALS: ("digits",),
        Mode.SIGFIGS: ("digits",),
        Mode.RANGE: ("low", "high"),
        Mode.EXACT: (),
    }[grade.mode]
    for name in ("tolerance", "digits", "low", "high"):
        value = getattr(grade, name)
        if (value in (None, "")) == (name in wants):
            word = "needs" if name in wants else "does not have"
            yield f"{key}.{name}", value, f"The mode `{grade.mode.value}` {word} it."
    if grade.mode is Mode.SIGFIGS and grade.digits == 0:
        yield f"{key}.digits", 0, "Expected at least one significant digit."


def _wrong(key: str, file: File, wrong: Wrong) -> Iterator[Complaint]:
    given = [bool(wrong.eval), bool(wrong.text), wrong.line is not None, bool(wrong.order)]
    if sum(given) != 1:
        yield key, wrong.tag, "Expected exactly one of `eval`, `text`, `line`, `order`."
    if (wrong.line is not None) != (file.type is Kind.LINE):
        yield f"{key}.line", wrong.line, "Questions of type line have it, no others."
    if bool(wrong.order) != (file.type is Kind.ORDER):
        yield f"{key}.order", wrong.order, "Questions of type order have it, no others."
    if wrong.order and sorted(wrong.order) != sorted(block.id for block in file.block):
        yield f"{key}.order", wrong.order, "Expected every block's id once."


def _explain(path: Path, table: dict[str, Any], complaint: str) -> str:
    """Turn ``Expected `int` <= 5 - at `$.level` `` into a sentence that shows the value as well."""
    what, _, where = complaint.partition(" - at `")
    key = where.rstrip("`").removeprefix("$").lstrip(".")
    plain = what.replace("Object missing required field", "It lacks the key")
    plain = plain.replace("Object contains unknown field", "It has the unknown key")
    if not key or "[...]" in key or "key in" in key:
        return f"{path}: {f'{key}: ' if key else ''}{plain}."
    return f"{path}: {key} is {_shorten(_value_at(table, key))}. {plain}."


def _value_at(table: dict[str, Any], key: str) -> object:
    value: Any = table
    for name, index in re.findall(r"([A-Za-z_]\w*)|\[(\d+)\]", key):
        value = value[name] if name else value[int(index)]
    return value


def _shorten(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= SHOWN else f"{shown[:SHOWN]}… {len(shown) - SHOWN} more"
