"""Files that want more than to be read: refused with a sentence, or taken as the data that they are."""

from __future__ import annotations

import random
import tomllib
import zipfile
from fractions import Fraction
from pathlib import Path

import pytest
from exchange_bank import SAMPLES, imported
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.client.zygote import Zygote
from grader.errors import QuestionsUnreadable
from grader.exchange.files import toml_of
from grader.exchange.formats import LARGEST, READERS, read
from grader.exchange.incoming import Unfit, incoming
from grader.exchange.item import Answer, Ask, Form, Item, Order, Pair, Range
from grader.exchange.unmarked import Unmarked
from grader.quiz.marking import State, key_fields, mark
from grader.quiz.variant import Variant

BOMB = """<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<quiz><question type="essay"><name><text>&b;</text></name></question></quiz>"""
OUTSIDE = """<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz><question>&x;</question></quiz>"""
CODE = '"); __import__("os").system("touch /tmp/was_run") #'
EVIL = (
    CODE,
    "{{ 7 * 7 }} {% for x in y %} {# gone #}",
    "'''\"\"\"\\",
    "\x00\x1b[31m\ud800",
    "]]> <b>&amp;",
    "=~#{}:%",
    "⟦b1⟧",
)


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """Write a file."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("form", ["moodle", "qti21"])
@pytest.mark.parametrize("content", [BOMB, OUTSIDE], ids=["bomb", "outside"])
def test_entities_are_refused(tmp_path: Path, form: str, content: str) -> None:
    """A document that declares entities, or reads another file by one, is not read, and the message says so."""
    with pytest.raises(QuestionsUnreadable, match="declares an XML entity"):
        read(written(tmp_path, "file.xml", content), form)


@pytest.mark.parametrize(
    ("form", "content", "complaint"),
    [
        ("moodle", "<quiz><question>", "not well-formed XML"),
        ("moodle", "<html/>", "begins with <html>"),
        ("moodle", "<quiz>" + "<a>" * 300 + "</a>" * 300 + "</quiz>", "more than 200 deep"),
        ("qti21", "<quiz/>", "holds no assessmentItem"),
        ("qti21", b"PK\3\4 and nothing more", "damaged"),
        ("gift", b"\xff\xfe\x00", "not UTF-8"),
        ("text2qti", "1. What?\nsurely this", "line 2: 'surely this' begins with no sign"),
        ("text2qti", "a) nothing asked", "stands before any question"),
    ],
)
def test_what_is_no_such_file_is_refused(
    tmp_path: Path, form: str, content: str | bytes, complaint: str
) -> None:
    """A file of another kind is refused; the message names the file and what was found in it."""
    with pytest.raises(QuestionsUnreadable, match=complaint) as refused:
        read(written(tmp_path, "file.x", content), form)
    assert "file.x" in refused.value.message
    assert refused.value.hint


def test_missing_and_endless_files(tmp_path: Path) -> None:
    """A file that is not there, or larger than any quiz, is refused before it is read."""
    with pytest.raises(QuestionsUnreadable, match="cannot be read"):
        read(tmp_path / "none", "gift")
    endless = tmp_path / "endless"
    with endless.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(QuestionsUnreadable, match="at most"):
        read(endless, "gift")


@pytest.mark.parametrize("name", ["../outside.xml", "/etc/outside.xml"])
def test_a_package_cannot_reach_outside(tmp_path: Path, name: str) -> None:
    """A package with a member that leads elsewhere is refused whole."""
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "<assessmentItem/>")
    with pytest.raises(QuestionsUnreadable, match="leads out of the archive"):
        read(path, "qti21")


def test_a_package_cannot_grow_without_end(tmp_path: Path) -> None:
    """A member that inflates to two hundred times its size is refused."""
    path = tmp_path / "package.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("item.xml", b" " * (4 << 20))
    with pytest.raises(QuestionsUnreadable, match="would grow"):
        read(path, "qti21")


def evil_items() -> list[Item]:
    """Return items of every form whose every text tries something."""
    marks = [(text, Fraction(n == 0)) for n, text in enumerate(EVIL[:4])]
    options = tuple(Answer(text, weight, CODE) for text, weight in marks)
    lines = tuple(Answer(text) for text in (CODE, "{{ 1 }}", "import os"))
    asks = {
        "choice": Ask(Form.CHOICE, options),
        "multi": Ask(Form.MULTI, options),
        "truefalse": Ask(Form.TRUEFALSE, (Answer("True", Fraction(1), CODE), Answer("False"))),
        "text": Ask(Form.TEXT, options),
        "number": Ask(
            Form.NUMBER, ranges=(Range(Fraction(1, 3), Fraction(1, 4), Fraction(1), feedback=CODE),)
        ),
        "match": Ask(Form.MATCH, pairs=(Pair(CODE, CODE), Pair("{{ b }}", "two")), others=("{% c %}",)),
        "order": Ask(Form.ORDER, lines, orders=(Order((2, 1, 0)), Order((0, 1, 2), Fraction(), CODE))),
    }
    prompt = " ".join(EVIL[:5])
    return [Item(name, CODE, prompt, ask, feedback=CODE, hints=(EVIL[1],)) for name, ask in asks.items()]


def test_strangers_texts_stay_texts(zygote: Zygote, tmp_path: Path) -> None:
    """Code, templates, quotes and control characters in every place build, mark, and run nowhere."""
    built: list[tuple[Item, Variant]] = list(imported(evil_items(), tmp_path, zygote))
    for item, variant in built:
        assert mark(variant, key_fields(variant)).state is State.RIGHT
        assert "49" not in variant.text.en, item.name
    assert not Path("/tmp/was_run").exists()


def test_expressions_are_ours_alone() -> None:
    """Whatever a file says, an expression in our file is a literal, and no listing comes from it."""
    for item in evil_items():
        table = incoming(item, "evil", "M01").table
        answer = table.get("answer", {})
        assert answer.get("eval", "True") in ("True", "done in right", f"0.{'3' * 60}")
        assert "listing" not in table.get("code", {})
        assert {option["holds"] for option in table.get("option", ())} <= {"True", "False"}
        for block in table.get("block", ()):
            compile(block["code"], "block", "eval")


@settings(max_examples=150, deadline=None)
@given(data=st.data(), form=st.sampled_from(sorted(READERS)), seed=st.integers(0, 10**6))
def test_damaged_files_are_read_or_refused(data: st.DataObject, form: str, seed: int) -> None:
    """A file with some bytes cut out or changed is read, or refused with our own error; never anything else."""
    sources = {
        "gift": SAMPLES / "all_types.gift",
        "moodle": SAMPLES / "course.moodle.xml",
        "text2qti": SAMPLES / "canvas_course.text2qti.txt",
        "qti21": data.draw(st.sampled_from(sorted((SAMPLES / "qti21" / "items").glob("*.xml")))),
    }
    damaged = bytearray(sources[form].read_bytes())
    rng = random.Random(seed)
    for _ in range(rng.randrange(1, 6)):
        at = rng.randrange(len(damaged))
        damaged[at : at + rng.randrange(8)] = rng.choice(
            [b"", b"{", b"}", b"~", b"=", b"<", b"#", b"\n\n", b"::"]
        )
    try:
        found = READERS[form](bytes(damaged), Path("damaged"))
    except QuestionsUnreadable:
        return
    for item in found.items:
        assert item.prompt is not None


@settings(max_examples=100, deadline=None)
@given(text=st.text(max_size=80))
def test_any_text_is_a_question(text: str) -> None:
    """Any text may stand in any place: what we write of it is TOML that we read again."""
    answers = (Answer(text, Fraction(1), text), Answer("b"), Answer("c"))
    for form in (Form.CHOICE, Form.TEXT):
        try:
            table = incoming(Item("q", text, text, Ask(form, answers), feedback=text), "q", "M01").table
        except Unfit:
            continue
        document = tomllib.loads(toml_of(table, text))
        assert document["type"] == form.value


def test_deep_html_is_flattened() -> None:
    """Markup nested beyond all sense becomes its words, and that is told."""
    unmarked = Unmarked()
    assert unmarked.markdown("<b>" * 5000 + "x" + "</b>" * 5000) == "x"
    assert [lost.value for lost, _ in unmarked.told()] == ["markup"]


def test_scripts_and_media_do_not_come_along() -> None:
    """Scripts and styles vanish, media are named, links stay links that our pages check."""
    unmarked = Unmarked()
    html = "<p>a<script>alert(1)</script><style>p{}</style><video src='x'></video><img src=x onerror=y alt='net'></p>"
    assert unmarked.markdown(html) == "a[net]"
    assert [lost.value for lost, _ in unmarked.told()] == ["image", "image"]
