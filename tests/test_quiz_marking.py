"""Marks are exact: rules of numbers, partial credit, misconceptions, attempts, hints."""

from __future__ import annotations

import itertools
import math
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from quiz_bank import both, options, typed, variant

from grader.i18n import translator
from grader.quiz.marking import State, accepted, common, key_fields, mark, stated
from grader.quiz.question import Comparison, Kind, Mode
from grader.quiz.rules import Number, interval
from grader.quiz.scoring import Response, Try, attempts, attempts_left, points_of, result
from grader.quiz.typed import number
from grader.quiz.variant import Part, Policy, Rule, Trap, Variant

FLOATS = st.floats(-1e6, 1e6, allow_subnormal=False).filter(lambda x: x == 0 or abs(x) > 1e-6)
HALF = Fraction(1, 2)


def rule(mode: str, **more: object) -> Rule:
    return Rule(Mode(mode), **more)  # type: ignore[arg-type]


def asked(key: float | str, how: Rule, policy: Policy | None = None, **more: object) -> Variant:
    return typed(Kind.NUMBER, str(key), policy, rule=how, **more)


@given(FLOATS, st.integers(0, 6))
def test_a_number_rounded_to_decimals_is_right(value: float, digits: int) -> None:
    """What Python rounds to so many decimals is accepted, and a whole unit further is not."""
    one = asked(value, rule("decimals", digits=digits))
    exact = Decimal(repr(value))
    unit = Decimal(10) ** -digits
    rounded = exact.quantize(unit, ROUND_HALF_EVEN)
    assert mark(one, (f"{rounded:f}",)).state is State.RIGHT
    assert mark(one, (f"{rounded + 2 * unit:f}",)).state is State.WRONG


@given(FLOATS.filter(bool), st.integers(1, 6))
def test_a_number_with_significant_digits_is_right(value: float, digits: int) -> None:
    """What Python writes with so many significant digits is accepted."""
    assert (
        mark(asked(value, rule("sigfigs", digits=digits)), (f"{value:.{digits - 1}e}",)).state is State.RIGHT
    )


@given(FLOATS, st.sampled_from(["abs", "rel"]), st.fractions(Fraction(1, 1000), 1, max_denominator=1000))
def test_the_ends_of_the_interval_are_right(value: float, mode: str, tolerance: Fraction) -> None:
    """Both ends of the accepted interval are right, and what lies beyond is wrong."""
    how = rule(mode, tolerance=tolerance)
    low, high = interval(how, number(repr(value)))
    beyond = high + Fraction(1, 10**9)
    one = asked(repr(value), how)
    assert mark(one, (f"{low.numerator}/{low.denominator}",)).state in (State.RIGHT, State.UNREADABLE)
    assert low <= number(repr(value)).value <= high
    assert not low <= beyond <= high


def test_a_range_needs_no_key_in_its_middle() -> None:
    """A range accepts its ends and everything between, wherever the key lies."""
    one = asked("1", rule("range", low=Fraction(1), high=Fraction(2)))
    assert [mark(one, (x,)).state for x in ("1", "2", "3/2", "2.01", "0.99")] == [State.RIGHT] * 3 + [
        State.WRONG
    ] * 2


@pytest.mark.parametrize(
    ("key", "answer", "state"),
    [
        ("nan", "NaN", "right"),
        ("inf", "∞", "right"),
        ("inf", "-inf", "wrong"),
        ("inf", "1e300", "wrong"),
        ("0", "nan", "wrong"),
    ],
)
def test_no_number_and_infinity(key: str, answer: str, state: str) -> None:
    """NaN and the infinities are right only where the key is the same."""
    assert mark(asked(key, rule("decimals", digits=2)), (answer,)).state is State(state)


def test_rules_are_said_before_and_the_interval_after() -> None:
    """What is accepted is said beforehand without the key, and exactly afterwards."""
    one = asked("0.6931471824", rule("decimals", digits=3))
    assert [str(s) for s in stated(one)] == ["Give it to 3 decimals."]
    assert [str(s) for s in accepted(one)] == ["Accepted: 0.6926471824 to 0.6936471824."]
    assert translator("en")(stated(one)[0]) == "Give it to 3 decimals."


def test_numbers_differ_by_value_alone() -> None:
    """0.5 and 0.50 are one answer."""
    assert Number(HALF, "0.5") == Number(HALF, "0.50")


@given(st.sets(st.sampled_from("abcde"), min_size=1), st.sets(st.sampled_from("abcde"), min_size=1))
def test_several_options_give_right_less_wrong(key: set[str], chosen: set[str]) -> None:
    """Partial credit is right ones less wrong ones over all right ones, never below 0, 1 only for the key."""
    one = variant(Kind.MULTI, Part(Kind.MULTI, " ".join(sorted(key)), choices=options(*"abcde")))
    marked = mark(one, tuple(sorted(chosen)))
    expected = max(Fraction(len(chosen & key) - len(chosen - key), len(key)), Fraction())
    assert marked.score == expected
    assert (marked.state is State.RIGHT) == (key == chosen)
    assert {remark.tag for remark in marked.remarks} == {f"tag-{label}" for label in key ^ chosen}


def test_none_of_the_options() -> None:
    """Where nothing holds, "none" is right and any option wrong."""
    one = variant(Kind.MULTI, Part(Kind.MULTI, "none", choices=options(*"abc")))
    assert [mark(one, (answer,)).score for answer in ("none", "a")] == [1, 0]


def test_all_or_nothing() -> None:
    """An author may leave partial credit out."""
    one = variant(Kind.MULTI, Part(Kind.MULTI, "a b", choices=options(*"abc")), policy=Policy(partial=False))
    assert [mark(one, fields).score for fields in (("a",), ("a", "b"))] == [0, 1]


def subsequences(word: str) -> set[str]:
    return {"".join(s) for n in range(len(word) + 1) for s in itertools.combinations(word, n)}


@given(st.permutations("abcde"), st.lists(st.permutations("abcde"), min_size=1, max_size=4))
def test_an_order_is_marked_against_every_right_order(given_: list[str], right: list[list[str]]) -> None:
    """The score of an order is its longest common subsequence with the nearest right order, over its length."""
    answer, keys = "".join(given_), ["".join(key) for key in right]
    assume(answer != "abcde")
    one = variant(Kind.ORDER, Part(Kind.ORDER, keys[0], accept=tuple(keys[1:]), choices=options(*"abcde")))
    longest = max(len(s) for key in keys for s in subsequences(key) & subsequences(answer))
    assert mark(one, (answer,)).score == Fraction(longest, 5)
    assert (mark(one, (answer,)).state is State.RIGHT) == (answer in keys)


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_common_subsequences_by_trying_all(a: str, b: str) -> None:
    """The quick way finds the same length as trying every subsequence."""
    assert common(a, b) == max(map(len, subsequences(a) & subsequences(b)))


def test_blocks_left_as_they_were_are_no_answer() -> None:
    """The order in which blocks are first shown is nobody's answer."""
    one = variant(Kind.ORDER, Part(Kind.ORDER, "b a c", choices=options(*"abc")))
    assert mark(one, ("a b c",)).state is State.UNANSWERED


def test_pairs_and_blanks_count_alike() -> None:
    """Each pair and each blank has the same share; one left blank gives nothing, all blank is no answer."""
    one = variant(Kind.CLOZE, Part(Kind.NUMBER, "3"), Part(Kind.TEXT, "split"), Part(Kind.SHAPE, "(2,)"))
    assert [mark(one, f).score * 3 for f in (("3", "", "(3,)"), ("3", "Split.", "2"))] == [1, 3]
    assert mark(one, ("", "", "")).state is State.UNANSWERED
    assert mark(one, ("3", "split")).state is State.UNREADABLE


@pytest.mark.parametrize(
    ("compare", "answer", "right"),
    [
        ("words", "  Torch.Float32. ", True),
        ("case", "Torch.float32", False),
        ("code", "`torch . float32`", True),
        ("words", "float64", False),
    ],
)
def test_short_texts(compare: str, answer: str, right: bool) -> None:
    """What is overlooked between two texts is what the author says."""
    one = typed(Kind.TEXT, "torch.float32", rule=Rule(compare=Comparison(compare)))
    assert (mark(one, (answer,)).state is State.RIGHT) == right


def test_a_typed_trap_names_its_misconception() -> None:
    """A wrong number that a misconception leads to is recognised within the same tolerance."""
    trap = Trap("1.4401897", "sum-not-mean", both("The mean."))
    one = asked("0.72009", rule("decimals", digits=3), traps=(trap,))
    assert [remark.tag for remark in mark(one, ("1.440",)).remarks] == ["sum-not-mean"]
    assert mark(one, ("0.72",)).remarks == ()
    assert mark(one, ("9",)).remarks == ()


def test_a_trap_outside_a_range_is_recognised() -> None:
    """A range accepts values, traps are recognised by theirs."""
    one = asked(
        "1", rule("range", low=Fraction(1), high=Fraction(2)), traps=(Trap("5", "notes", both("no")),)
    )
    assert [remark.tag for remark in mark(one, ("5.0",)).remarks] == ["notes"]


POLICY = Policy(10, (Fraction(1), Fraction("0.7"), Fraction("0.5")), Fraction("0.1"))


def tries(*answers: str, hints: int = 0) -> tuple[Try, ...]:
    return tuple(Try((answer,), hints) for answer in answers)


@pytest.mark.parametrize(
    ("answers", "points"),
    [
        (("3",), 10),
        (("4", "3"), 7),
        (("4", "5", "3"), 5),
        (("4", "5", "6", "3"), 0),
        (("what?", "", "3"), 10),
        (("4", "4.0", "３"), 7),
        ((), 0),
    ],
)
def test_attempts_and_penalties(answers: tuple[str, ...], points: int) -> None:
    """A later attempt can give less; format errors, blanks and repetitions are none; none is left at the end."""
    assert points_of(typed(Kind.NUMBER, "3", POLICY), tries(*answers)) == points


def test_a_hint_costs_from_then_on() -> None:
    """A hint takes its share from attempts made after it, exactly, and never below nothing."""
    one = typed(Kind.NUMBER, "3", POLICY)
    assert points_of(one, tries("3", hints=2)) == 8
    assert points_of(one, (*tries("3"), *tries("4", hints=2))) == 10
    assert points_of(one, tries("3", hints=99)) == 0


@given(st.lists(st.tuples(st.sampled_from(["3", "4", "5", "?", ""]), st.integers(0, 3)), max_size=8))
def test_trying_again_never_costs_points(series: list[tuple[str, int]]) -> None:
    """The points after one more try are never fewer, and never more than there are."""
    one = typed(Kind.NUMBER, "3", POLICY)
    made = tuple(Try((answer,), hints) for answer, hints in series)
    points = [points_of(one, made[:n]) for n in range(len(made) + 1)]
    assert points == sorted(points)
    assert all(0 <= p <= 10 for p in points)


def test_attempts_left() -> None:
    """What is left is counted without format errors, and is nothing after a right answer."""
    one = typed(Kind.NUMBER, "3", POLICY)
    assert [
        attempts_left(one, tries(*a)) for a in ((), ("?",), ("4",), ("4", "3"), ("1", "2", "4", "5"))
    ] == [3, 3, 2, 0, 0]
    assert [a.share for a in attempts(one, tries("1", "2"))] == [1, Fraction("0.7")]


def test_points_are_exact() -> None:
    """A third of a point stays a third."""
    one = variant(Kind.CLOZE, *(Part(Kind.NUMBER, str(n)) for n in range(3)))
    found = result(one, Response("ann", one.question, one.seed, one.sha256, (Try(("0", "9", "9")),)))
    assert (found.points, found.max_points) == (Fraction(1, 3), Fraction(1))
    assert math.isclose(float(found.points), 1 / 3)


def test_the_key_is_right() -> None:
    """What a variant calls its key is marked right."""
    assert mark(typed(Kind.LINE, "none"), key_fields(typed(Kind.LINE, "none"))).state is State.RIGHT
