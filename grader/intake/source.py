"""From bytes to the text that is graded: UTF-8 whatever the bytes declare, decoded once."""

from __future__ import annotations

import codecs
import hashlib

from grader.catalog import SourceText
from grader.course import OddityKind
from grader.intake.records import Refused
from grader.model import text

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)


def decoded(data: bytes) -> str:
    """Decode a file; a byte order mark is dropped. Raises `Refused` for NUL bytes and other encodings."""
    name = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    if name is not None:
        sentence = text("It is {encoding} text; UTF-8 was expected. Save it again as UTF-8.", encoding=name)
        raise Refused(OddityKind.ENCODING, sentence)
    try:
        source = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error) from error
    if "\0" in source:
        line = source.count("\n", 0, source.index("\0")) + 1
        sentence = text("It has a NUL byte in line {line}. Save it again as plain UTF-8 text.", line=line)
        raise Refused(OddityKind.ENCODING, sentence)
    return source


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Refused:
    sentence = text(
        "It is not UTF-8 text: byte {byte} in line {line}. Save it again with the encoding UTF-8.",
        byte=f"0x{error.object[error.start]:02x}",
        line=data.count(b"\n", 0, error.start) + 1,
    )
    return Refused(OddityKind.ENCODING, sentence)


def source_text(name: str, source: str) -> SourceText:
    """Hash what will be graded."""
    return SourceText(name, source, hashlib.sha256(source.encode()).hexdigest())
