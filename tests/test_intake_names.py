"""Names from strangers: ids are safe, distinct and repeatable; what is shown cannot act."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.intake.names import assign_ids, folded, is_safe, safe_id, shown

ACTING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
SAFE = [
    "ada",
    "Grace Okafor",
    "王小明",
    "s01@uni.example",
    "O'Brien, Sinéad",
    "a.b-c_d+e",
    "张伟 (2)",
    "_x",
    "0",
]
PATHS = [
    "",
    ".",
    "..",
    "a..b",
    "../../grades",
    "a/b",
    "a\\b",
    "--jobs=9",
    "-x",
    ".hidden",
    " x",
    "x ",
    "x.",
    "CON",
]
CONTROLS = ["a\nb", "a\x00b", "a\x1b[2J", "a\u202eb", "a\u200bb", "a\udcff", "a\u2028b", "\u0301e", "e\u0301"]
OTHERS = [
    "nul.txt",
    "com1",
    "LPT9.py",
    "x" * 65,
    "=cmd()",
    "@sum",
    "+1",
    "a:b",
    "a*b",
    "a?b",
    "a|b",
    'a"b',
    "<b>",
]


@pytest.mark.parametrize("name", SAFE)
def test_ordinary_names_stay(name: str) -> None:
    """Names as people and platforms write them are ids as they are."""
    assert safe_id(name) == name


@pytest.mark.parametrize("name", [*PATHS, *CONTROLS, *OTHERS])
def test_dangerous_names_change(name: str) -> None:
    """A name that could act on a path, a terminal, a table or a command line becomes another, safe one."""
    assert safe_id(name) != name
    assert is_safe(safe_id(name))


@given(st.text(st.characters()))
def test_every_id_is_safe(name: str) -> None:
    """Any name gives a safe id that is one plain file name, and the id of an id is itself."""
    made = safe_id(name)

    assert is_safe(made)
    assert Path(made).name == made
    assert safe_id(made) == made
    assert made.encode().decode() == made


@given(st.dictionaries(st.integers(0, 99).map(str), st.text(st.sampled_from("aAbÉé./-\u0301"), max_size=3)))
def test_no_two_students_share_an_id(labels: dict[str, str]) -> None:
    """Ids differ even where case and accents do not count, and an order of arrival does not change them."""
    ids = assign_ids(labels)

    assert len({folded(made) for made in ids.values()}) == len(labels)
    assert all(is_safe(made) for made in ids.values())
    assert assign_ids(dict(reversed(labels.items()))) == ids


@given(st.text(st.characters()), st.integers(1, 200))
def test_what_is_shown_cannot_act(name: str, limit: int) -> None:
    """A name as shown has printable characters only, can be encoded, and says how much is left out."""
    visible = shown(name, limit)

    assert {unicodedata.category(character) for character in visible}.isdisjoint(ACTING)
    assert visible.encode().decode() == visible
    assert (f"… {len(name) - limit} more" in visible) == (len(name) > limit)


def test_a_reserved_id_is_nobody_elses() -> None:
    """A stranger who is called like somebody's id gets another one."""
    assert assign_ids({"x": "ADA"}, reserved=["ada"])["x"].casefold() != "ada"
