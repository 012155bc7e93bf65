"""Question files as text: tables in the order in which authors write them, long texts over several lines.

Characters that act instead of being shown are written as escapes; some of them no file of ours may hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import tomlkit
from tomlkit.items import AoT, InlineTable, Item, Table

from grader.report.visible import visible

LISTS = ("wrong", "option", "pair", "block", "blank")
LONGEST = 60
SECTIONS = ("text", "answer", "code")
_HEAD = "Imported from {source}. Every TODO is something that the file did not say."


def toml_of(table: dict[str, Any], source: str) -> str:
    """Return a question file."""
    document = tomlkit.document()
    document.add(tomlkit.comment(_HEAD.format(source=" ".join(visible(source).split()))))
    for key, value in table.items():
        if key not in (*LISTS, *SECTIONS) or not isinstance(value, (dict, list)):
            document.add(key, _item(value))
    for key in SECTIONS:
        if isinstance(table.get(key), dict):
            document.add(key, _section(table[key]))
    for key in LISTS:
        if key in table:
            document.add(key, _sections(table[key]))
    return tomlkit.dumps(document)


def _section(values: dict[str, Any]) -> Table:
    section = tomlkit.table()
    for key, value in values.items():
        section.add(key, _item(value))
    return section


def _sections(rows: list[dict[str, Any]]) -> AoT:
    sections = tomlkit.aot()
    for row in rows:
        sections.append(_section(row))
    return sections


def _item(value: Any) -> Item:
    if isinstance(value, dict):
        return _inline(value)
    if isinstance(value, list):
        array = tomlkit.array()
        for one in value:
            array.append(_item(one))
        return array
    if isinstance(value, str):
        shown = visible(value)
        return tomlkit.string(shown, multiline="\n" in shown)
    item: Item = tomlkit.item(value)
    return item


def _inline(values: dict[str, Any]) -> InlineTable:
    inline = tomlkit.inline_table()
    for key, value in values.items():
        # A line break within an inline table is allowed in a text of several lines only; most readers differ.
        inline.append(key, tomlkit.string(visible(value)) if isinstance(value, str) else _item(value))
    return inline


def stems(names: Sequence[str]) -> Iterator[str]:
    """Yield a file name for each name, none twice: what our own export made of it is taken back."""
    taken: set[str] = set()
    for number, name in enumerate(names, start=1):
        own = re.sub(r"-s\d+(?=-|$)", "", name.rpartition(".")[2])
        stem = re.sub("[^a-z0-9]+", "_", own.casefold())[:LONGEST].strip("_")
        stem = stem if re.match("[a-z]", stem) else f"q{number}_{stem}".rstrip("_")
        count = 1
        while (unique := stem if count == 1 else f"{stem}_{count}") in taken:
            count += 1
        taken.add(unique)
        yield unique
