"""What people type is read as they mean it, or refused with a sentence; never executed, never slow."""

from __future__ import annotations

import contextlib
from fractions import Fraction

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from quiz_bank import options, typed, variant

from grader.quiz import typed as reading
from grader.quiz.marking import State, mark, read
from grader.quiz.question import Kind
from grader.quiz.tensors import tensor, written_out
from grader.quiz.typed import Unreadable, normalise
from grader.quiz.variant import Part


@pytest.mark.parametrize(
    "answer",
    [
        "(2,3)",
        "(2, 3)",
        "[2, 3]",
        "2x3",
        "2 × 3",
        "2X3",
        "2 3",
        "2,3",
        "torch.Size([2, 3])",
        "Size([2,3])",
        "（2，3）",
        "【2、3】",
        "２ｘ３",
        " ( 2 , 3 , ) ",
        "{2, 3}",
        "2*3",
        "(2\u200b,\u00a03)",
    ],
)
def test_a_shape_in_many_spellings(answer: str) -> None:
    """Brackets of all kinds, crosses and full-width characters give the same shape, and it is echoed."""
    reading_ = read(typed(Kind.SHAPE, "(2, 3)"), (answer,))
    assert (reading_.values, str(reading_.sentence)) == (((2, 3),), "We read: (2, 3)")


@pytest.mark.parametrize(
    ("answer", "shape"),
    [("()", ()), ("[]", ()), ("torch.Size([])", ()), ("(3,)", (3,)), ("3", (3,)), ("(0, 1)", (0, 1))],
)
def test_shapes_of_few_axes(answer: str, shape: tuple[int, ...]) -> None:
    """No axes, one axis and empty axes can be typed."""
    assert reading.shape(normalise(answer)) == shape


@pytest.mark.parametrize("answer", ["error", "Error", "报错", "错误", "RuntimeError", "raises"])
def test_a_shape_that_is_none(answer: str) -> None:
    """ "It raises" can be said in both languages, and by the name of a class."""
    assert mark(typed(Kind.SHAPE, "error"), (answer,)).state is State.RIGHT


@pytest.mark.parametrize(
    "answer", ["(2,,3)", "(2, 3", "two", "(-1, 3)", "(2.0, 3)", "((2, 3), 4)", "=", "(2, n)"]
)
def test_what_is_no_shape(answer: str) -> None:
    """What is no shape is not marked, and a sentence shows the form."""
    marked = mark(typed(Kind.SHAPE, "(2, 3)"), (answer,))
    assert marked.state is State.UNREADABLE
    assert "write it like (2, 3)" in str(marked.reading.problem)


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        ("3", 3),
        ("-0.50", Fraction(-1, 2)),
        ("−0．５", Fraction(-1, 2)),
        ("1e-3", Fraction(1, 1000)),
        ("1E3", 1000),
        (".5", Fraction(1, 2)),
        ("3。14", Fraction(314, 100)),
        ("1/3", Fraction(1, 3)),
        ("+7.", 7),
    ],
)
def test_numbers(answer: str, value: Fraction) -> None:
    """Decimals, exponents and fractions are read exactly, in full-width characters too."""
    assert reading.number(normalise(answer)).value == value


@pytest.mark.parametrize(
    "answer", ["1,5", "1e9999", "0x10", "1/0", "1_000", "٣", "three", "2**10", "1" * 200, "__import__('os')"]
)
def test_what_is_no_number(answer: str) -> None:
    """What could mean two numbers, has no end or is an expression is refused, not guessed."""
    with pytest.raises(Unreadable):
        reading.number(normalise(answer))


@pytest.mark.parametrize(
    "answer",
    [
        "[[1, 2], [3, 4]]",
        "[[1 2] [3 4]]",
        "((1,2),(3,4))",
        "tensor([[1., 2.], [3., 4.]])",
        "torch.tensor([[1, 2], [3, 4]], dtype=torch.int64)",
        "［［１，２］，［３，４］］",
        "[[1,2],[3,4],]",
        "np.array([[1, 2],\n [3, 4]])",
    ],
)
def test_a_tensor_in_many_spellings(answer: str) -> None:
    """Nested lists as Python, NumPy and torch write them give the same tensor."""
    assert mark(typed(Kind.TENSOR, "[[1, 2], [3, 4]]", dtype="torch.int64"), (answer,)).state is State.RIGHT


@pytest.mark.parametrize(
    "answer", ["[1, 2", "[1,,2]", "[1, 2)", "[[1, 2], [3]]", "[1] [2]", "[,1]", "[" * 2000, "[a]"]
)
def test_what_is_no_tensor(answer: str) -> None:
    """Brackets that do not match, and rows of different lengths, are refused."""
    assert mark(typed(Kind.TENSOR, "[1, 2]"), (answer,)).state is State.UNREADABLE


def test_a_wrong_dtype_is_wrong() -> None:
    """The dtype may be left out; where it is typed it has to be right."""
    asked = typed(Kind.TENSOR, "[1, 2]", dtype="torch.int64")
    assert mark(asked, ("tensor([1, 2], dtype=torch.int32)",)).state is State.WRONG


@given(
    st.recursive(st.integers(-99, 99), lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=9)
)
def test_tensors_survive_writing_and_reading(value: object) -> None:
    """A nested list that torch takes is read as what it is and written out the same; any other is refused."""
    if rectangular(value):
        assert written_out(tensor(str(value))) == str(value)
    else:
        with pytest.raises(Unreadable, match="equally long"):
            tensor(str(value))


def rectangular(value: object) -> bool:
    """Ask torch."""
    with contextlib.suppress(ValueError, TypeError):
        torch.tensor(value)
        return True
    return False


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        ("7", 7),
        ("line 7", 7),
        ("第 7 行", 7),
        ("第７行", 7),
        ("none", 0),
        ("无", 0),
        ("都不会。", 0),
        ("None.", 0),
    ],
)
def test_lines(answer: str, line: int) -> None:
    """A line is a number in either language, or none."""
    assert reading.line(normalise(answer)) == line


@pytest.mark.parametrize("answer", ["true", "T", "对", "正确", "是", "√"])
def test_truth_in_both_languages(answer: str) -> None:
    """True can be said in both languages."""
    assert mark(variant(Kind.TRUEFALSE, Part(Kind.TRUEFALSE, "true")), (answer,)).state is State.RIGHT


@pytest.mark.parametrize("fields", [("a", "c"), ("c,a",), ("A、C",), ("ac",), ("（a）（c）",)])
def test_several_options(fields: tuple[str, ...]) -> None:
    """Several labels may come as boxes that are ticked or as one text."""
    asked = variant(Kind.MULTI, Part(Kind.MULTI, "a, c", choices=options("a", "b", "c")))
    assert mark(asked, fields).state is State.RIGHT


@pytest.mark.parametrize(
    "fields", [("b", "a", "c"), ("b a c",), ("1b 2a 3c",), ("3c，1b，2a",), ("1-b 2-a 3-c",)]
)
def test_pairs(fields: tuple[str, ...]) -> None:
    """Pairs may come as one field each or as one text with or without numbers."""
    parts = (Part(Kind.CHOICE, key, choices=options("a", "b", "c")) for key in "bac")
    assert mark(variant(Kind.MATCH, *parts), fields).state is State.RIGHT


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.CLOZE])
@pytest.mark.parametrize("answer", ["", "  ", "\u3000\t\n", "\u200b"])
def test_blank_is_no_answer(kind: Kind, answer: str) -> None:
    """White space of any kind is no answer and no attempt."""
    assert mark(typed(kind, "a", choices=options("a", "b")), (answer,)).state is State.UNANSWERED


KEYS = {
    Kind.NUMBER: "3",
    Kind.SHAPE: "(2, 3)",
    Kind.TENSOR: "[1]",
    Kind.TEXT: "ok",
    Kind.LINE: "1",
    Kind.CHOICE: "a",
    Kind.MULTI: "a",
    Kind.TRUEFALSE: "true",
    Kind.ORDER: "b a",
}
HOSTILE = [
    "x" * 1_000_000,
    "[" * 1_000_000,
    "９" * 1_000_000,
    "\x00\x1b[2J\x07",
    "<script>alert(1)</script>",
    "=cmd|'/c calc'!A1",
    "{{ 7 * 7 }}",
    "{answer}",
    "\ud800",
    "1e" + "9" * 30,
    "ﷺ" * 3000,
]


@pytest.mark.parametrize("kind", sorted(KEYS, key=str))
@pytest.mark.parametrize("answer", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_answers_are_data(kind: Kind, answer: str) -> None:
    """A million characters, control characters, HTML and formulas are wrong or unreadable, and shown short."""
    marked = mark(typed(kind, KEYS[kind], choices=options("a", "b")), (answer,))
    assert marked.state in (State.WRONG, State.UNREADABLE, State.UNANSWERED)
    assert "\x1b" not in str(marked.reading.sentence)
    assert len(str(marked.reading.sentence)) < 5000


@given(st.sampled_from(sorted(KEYS, key=str)), st.text(max_size=40))
def test_any_text_can_be_marked(kind: Kind, answer: str) -> None:
    """Marking never raises, whatever is typed, and marks equal answers equally."""
    asked = typed(kind, KEYS[kind], choices=options("a", "b"))
    assert mark(asked, (answer,)) == mark(asked, (answer,))
    assert 0 <= mark(asked, (answer,)).score <= 1
