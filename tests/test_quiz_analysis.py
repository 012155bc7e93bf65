"""Item analysis: known figures, bounds for any class, what is flagged and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quiz_bank import both, options, typed, variant

from grader.analysis import figures
from grader.analysis.items import Analysis, Chosen, Flag, Item
from grader.analysis.study import analyse, upper_lower
from grader.quiz.answered import Answered
from grader.quiz.question import Kind
from grader.quiz.scoring import Response, Try, result
from grader.quiz.variant import Part, Policy, Trap, Variant, sealed

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
# Eight students and four questions; the figures were computed by hand and by Moodle's formulas.
ROWS = ("1111", "1110", "1101", "1010", "1000", "0100", "0001", "0000")
RIGHT, WRONG = "7", "8"


def question(name: str, seed: int = 0, kind: Kind = Kind.NUMBER, key: str = RIGHT, **more: object) -> Variant:
    """Return a variant of a question of this name."""
    return sealed(replace(typed(kind, key, **more), question=name, seed=seed))  # type: ignore[arg-type]


def answered(student: str, shown: Variant, *answers: str | Try, minutes: int = 0) -> Answered:
    """Return what a student answered to a variant."""
    tries = tuple(Try((one,)) if isinstance(one, str) else one for one in answers)
    response = Response(student, shown.question, shown.seed, shown.sha256, tries)
    return Answered(result(shown, response), NOW + timedelta(minutes=minutes))


def study(answers: Iterable[Answered], *variants: Variant) -> Analysis:
    return analyse(answers, {one.sha256: one for one in variants})


def class_of(rows: Sequence[str]) -> Analysis:
    """Return the analysis of a class whose rows say who was right where."""
    shown = [question(f"t.q{number}") for number in range(len(rows[0]))]
    answers = [
        answered(f"s{student}", shown[place], RIGHT if mark == "1" else WRONG)
        for student, row in enumerate(rows)
        for place, mark in enumerate(row)
    ]
    return study(answers, *shown)


def rounded(values: Iterable[float | None], digits: int) -> list[float]:
    return [round(value, digits) for value in values if value is not None]


def test_a_known_class_gives_the_known_figures() -> None:
    """Difficulty, discrimination, efficiency, alpha, its error and alpha without each question are as published."""
    found = class_of(ROWS)
    items = found.items
    assert rounded((item.difficulty for item in items), 3) == [0.625, 0.5, 0.375, 0.375]
    assert rounded((item.discrimination for item in items), 4) == [0.4667, 0.3780, 0.3873, 0.1155]
    assert rounded((item.efficiency for item in items), 4) == [0.6364, 0.4286, 0.4286, 0.1429]
    assert rounded([found.alpha, found.standard_error], 4) == [0.5437, 0.9161]
    assert rounded((item.alpha_without for item in items), 4) == [0.3500, 0.4286, 0.4219, 0.6375]
    assert sum(item.weight or 0 for item in items) == pytest.approx(1)
    assert found.complete == found.students == 8
    assert Flag.WEAK in items[3].flags
    assert Flag.LOWERS_ALPHA in items[3].flags
    assert all(item.small for item in items)


def test_wilson_is_the_published_interval() -> None:
    """Known intervals: 5 of 10, and the one-sided one of 0 of 10, which the plain formula would make empty."""
    assert figures.wilson(0.5, 10).low == pytest.approx(0.2366, abs=1e-4)
    assert figures.wilson(0.5, 10).high == pytest.approx(0.7634, abs=1e-4)
    assert figures.wilson(0.0, 10).low == 0
    assert figures.wilson(0.0, 10).high == pytest.approx(0.2775, abs=1e-4)
    assert figures.wilson(0.3, 0) == figures.Interval(0.0, 1.0)


SHARES = st.sampled_from([0.0, 0.25, 0.5, 1 / 3, 1.0])
TABLES = st.integers(1, 5).flatmap(
    lambda k: st.lists(st.lists(SHARES, min_size=k, max_size=k), min_size=1, max_size=9)
)


@given(st.floats(0, 1), st.integers(0, 10_000))
def test_an_interval_holds_its_share(share: float, count: int) -> None:
    """Wilson's interval lies within 0 and 1 and around the share."""
    found = figures.wilson(share, count)
    assert 0 <= found.low <= share <= found.high <= 1


@given(TABLES)
def test_figures_stay_within_their_bounds(table: list[list[float]]) -> None:
    """For any class correlation is within ±1, efficiency and alpha are at most 1, weights sum to 1 or less."""
    columns = list(zip(*table, strict=True))
    for column in columns:
        r, e = figures.correlation(column, columns[0]), figures.efficiency(column, columns[0])
        assert r is None or -1 <= r <= 1
        assert e is None or e <= 1
    reliability = figures.alpha(table)
    assert reliability is None or reliability <= 1 + 1e-9
    error = figures.standard_error(table)
    assert error is None or error >= 0
    assert sum(weight or 0 for weight in figures.weights(table)) <= 1 + 1e-9


@given(st.lists(SHARES, min_size=1, max_size=30), st.randoms())
def test_thirds_do_not_depend_on_the_order(totals: list[float], random: object) -> None:
    """Equal totals are in one third, higher ones in no lower one, whoever is listed first."""
    found = figures.thirds(totals)
    assert all(0 <= third < 3 for third in found)
    pairs = sorted(zip(totals, found, strict=True))
    assert [third for _, third in pairs] == sorted(found)
    assert len(set(pairs)) == len(set(totals))


@given(st.integers(0, 60), st.floats(0, 1), st.data())
def test_a_chance_is_a_chance(count: int, share: float, data: st.DataObject) -> None:
    """The chance of a result is within 0 and 1; the most likely result is never unlikely."""
    right = data.draw(st.integers(0, count))
    assert 0 <= figures.chance_of(right, count, share) <= 1
    assert figures.chance_of(min(count, int((count + 1) * share)), count, share) > 0.3


@pytest.mark.parametrize(
    ("right", "share", "chance"), [(0, 0.0, 1.0), (3, 1.0, 1.0), (1, 0.0, 0.0), (2, 1.0, 0.0)]
)
def test_certain_and_impossible_shares(right: int, share: float, chance: float) -> None:
    """Where everybody or nobody succeeds, anything else is impossible."""
    assert figures.chance_of(right, 3, share) == chance


def test_the_binomial_is_exact() -> None:
    """No success in ten at one half is as likely as two in 1024, both sides counted."""
    assert figures.chance_of(0, 10, 0.5) == pytest.approx(2 / 1024)


@given(st.lists(st.text("01", min_size=3, max_size=3), min_size=1, max_size=12))
def test_any_class_is_analysed(rows: list[str]) -> None:
    """Every figure is defined or None for any class; shares of answers add up; order of students is nothing."""
    found = class_of(rows)
    assert len(found.items) == 3
    for item in found.items:
        assert 0 <= item.interval.low <= item.difficulty <= item.interval.high <= 1
        assert sum(pick.count for pick in item.picks) == item.students == len(rows)
        assert all(share is None or 0 <= share <= 1 for pick in item.picks for share in pick.thirds)
    again = class_of(rows[::-1])
    assert [item.difficulty for item in again.items] == [item.difficulty for item in found.items]
    assert [one.thirds for item in again.items for one in item.picks] == [
        one.thirds for item in found.items for one in item.picks
    ]


def test_nobody_gives_nothing() -> None:
    """Without answers there is nothing, and no figure fails."""
    empty = study([])
    assert (empty.students, empty.items, empty.alpha, empty.totals) == (0, (), None, ())
    assert figures.average([]) == 0
    assert figures.weights([]) == []
    assert figures.weights([[1.0, 0.0]]) == [None, None]
    assert figures.efficiency([1.0], [1.0]) is None


def test_only_the_first_answer_counts() -> None:
    """Later answers to a question, and questions without points, change nothing."""
    one, other = question("t.a"), question("t.b")
    first = answered("ann", one, WRONG, minutes=1)
    later = answered("ann", one, RIGHT, minutes=2)
    dropped = answered("ann", other, RIGHT)
    dropped = replace(dropped, result=replace(dropped.result, max_points=Fraction()))
    found = study([later, first, dropped], one, other)
    assert [(item.question, item.difficulty) for item in found.items] == [("t.a", 0.0)]
    assert found.answers == 1


def test_students_who_met_other_questions_are_compared_on_what_they_met() -> None:
    """Who met one question only has no rest; alpha needs students who met all, and says how many there are."""
    a, b, c = (question(f"t.{name}") for name in "abc")
    answers = [answered("ann", a, RIGHT), answered("ann", b, RIGHT), answered("bo", a, WRONG)]
    answers += [answered("bo", c, WRONG), answered("cy", a, RIGHT)]
    found = study(answers, a, b, c)
    item = found.items[0]
    assert (item.students, item.paired) == (3, 2)
    assert item.discrimination == pytest.approx(1)
    assert (found.complete, found.alpha) == (0, None)
    assert item.weight is None


TRAPS = (Trap("8", "off-by-one", both("One too many.")), Trap("9", "off-by-two", both("Two too many.")))


def only(found: Analysis, name: str) -> Item:
    return next(item for item in found.items if item.question == name)


def test_what_was_answered_is_counted_by_misconception() -> None:
    """Traps are told by their tags, over variants; anything else is other, nothing is none; thirds show who."""
    shown = [question("t.a", seed, traps=TRAPS) for seed in range(2)]
    rest = question("t.b")
    answers = []
    for number, given_answer in enumerate(["7", "7", "8", "8", "5", ""]):
        answers.append(answered(f"s{number}", shown[number % 2], given_answer))
        answers.append(answered(f"s{number}", rest, RIGHT if number < 3 else WRONG))
    item = only(study(answers, *shown, rest), "t.a")
    told = {(pick.chosen, pick.tag): pick for pick in item.picks}
    assert item.picks[0].chosen is Chosen.RIGHT
    assert told[Chosen.TRAP, "off-by-one"].count == 2
    assert told[Chosen.TRAP, "off-by-one"].why == both("One too many.")
    assert told[Chosen.TRAP, "off-by-two"].count == 0
    assert told[Chosen.OTHER, ""].count == told[Chosen.NONE, ""].count == 1
    low, middle, high = told[Chosen.RIGHT, ""].thirds
    assert (low, middle) == (0.0, None)
    assert high == pytest.approx(2 / 3)
    assert [(one.seed, one.count, one.right) for one in item.variations] == [(0, 3, 1), (1, 3, 1)]


def test_several_options_may_be_misjudged() -> None:
    """Of a question with several right options each one misjudged is counted."""
    choices = options("a", "b", "c")
    shown = sealed(replace(variant(Kind.MULTI, Part(Kind.MULTI, "a", choices=choices)), question="t.m"))
    item = only(study([answered("ann", shown, "b, c"), answered("bo", shown, "a")], shown), "t.m")
    assert {pick.tag: pick.count for pick in item.picks} == {"": 1, "tag-a": 1, "tag-b": 1, "tag-c": 1}


def test_ideas_are_counted_over_questions() -> None:
    """A misconception met in two questions is one, with the share of students who had it."""
    shown = [question(f"t.{name}", traps=TRAPS) for name in "ab"]
    answers = [answered("ann", one, "8") for one in shown]
    answers += [answered("bo", shown[0], "7"), answered("cy", shown[0], "9")]
    first, second = study(answers, *shown).ideas
    assert (first.tag, first.students, first.questions) == ("off-by-one", 1, ("t.a", "t.b"))
    assert first.share == pytest.approx(1 / 3)
    assert second.tag == "off-by-two"


def test_tries_are_counted() -> None:
    """Misread answers, hints, second tries and those that were then right are counted."""
    shown = question("t.a", policy=Policy(1, (Fraction(1), Fraction(1, 2))))
    misread = Try(("seven",), readable=False)
    answers = [
        answered("ann", shown, misread, misread, "8", Try(("7",), hints=1)),
        answered("bo", shown, "8", "9"),
        answered("cy", shown, "7"),
        answered("di", shown, misread),
    ]
    tries = study(answers, shown).items[0].tries
    assert (tries.misread, tries.misread_by, tries.hinted, tries.retried, tries.recovered) == (3, 2, 1, 2, 1)


def test_an_unknown_variant_leaves_the_points() -> None:
    """Without the variant only points are known; that is counted."""
    shown = question("t.a")
    found = analyse([answered("ann", shown, RIGHT)], {})
    assert found.unknown == 1
    assert (found.items[0].difficulty, found.items[0].picks) == (1.0, ())


def big_class(first: str, second: str, *, size: int = 60) -> Analysis:
    """Return a class in which question t.a is answered so by the weaker half and so by the stronger half."""
    shown, rest = question("t.a", traps=TRAPS), question("t.b")
    answers = []
    for number in range(size):
        strong = number >= size // 2
        answers.append(answered(f"s{number:02}", shown, second if strong else first))
        answers.append(answered(f"s{number:02}", rest, RIGHT if strong else WRONG))
    return study(answers, shown, rest)


@pytest.mark.parametrize(
    ("weak", "strong", "flags"),
    [
        ("7", "8", {Flag.CHECK_KEY, Flag.ATTRACTIVE}),
        ("8", "7", set()),
        ("8", "8", {Flag.HARD}),
        ("7", "7", {Flag.EASY}),
    ],
)
def test_flags_say_what_to_look_at(weak: str, strong: str, flags: set[Flag]) -> None:
    """A key that only the weak find, and what nearly all or nearly nobody finds, is flagged; a good question is not."""
    found = set(only(big_class(weak, strong), "t.a").flags)
    assert found - {Flag.LOWERS_ALPHA} == flags


def test_the_ends_of_a_large_class_are_compared() -> None:
    """From fifty students on the highest and the lowest 27 percent are compared; below that they are not."""
    assert only(big_class("8", "7"), "t.a").upper_lower == 1
    assert only(big_class("8", "7", size=40), "t.a").upper_lower is None
    assert upper_lower([0.0, 1.0], [0.0, 1.0]) == 1


def test_guessing_is_known() -> None:
    """A choice that fewer find than guessing would is flagged, and so is one of true and false."""
    choices = options("a", "b", "c")
    pick = sealed(replace(variant(Kind.CHOICE, Part(Kind.CHOICE, "a", choices=choices)), question="t.c"))
    truth = question("t.t", kind=Kind.TRUEFALSE, key="true")
    answers = [answered(f"s{n}", pick, "b") for n in range(30)]
    answers += [answered(f"s{n}", truth, "false") for n in range(30)]
    found = study(answers, pick, truth)
    assert [round(item.guess, 2) for item in found.items] == [0.33, 0.5]
    assert all(Flag.BELOW_GUESSING in item.flags for item in found.items)
    assert Flag.IDLE in found.items[0].flags  # nobody chooses c


def test_an_odd_variant_stands_out() -> None:
    """One seed whose share is far from all others' is flagged; equal ones are not."""
    shown = [question("t.a", seed) for seed in range(3)]

    def spread(rights: Mapping[int, int]) -> Item:
        answers = [
            answered(f"s{seed}-{n}", shown[seed], RIGHT if n < right else WRONG)
            for seed, right in rights.items()
            for n in range(20)
        ]
        return study(answers, *shown).items[0]

    odd, even = spread({0: 15, 1: 16, 2: 1}), spread({0: 15, 1: 16, 2: 14})
    assert Flag.UNEVEN in odd.flags
    assert min(odd.variations, key=lambda one: one.chance).seed == 2
    assert Flag.UNEVEN not in even.flags


def test_a_form_that_many_misread_is_flagged() -> None:
    """Where more than a tenth of the students could not be read, the form of the answer is the problem."""
    shown = question("t.a")
    answers = [answered(f"s{n}", shown, Try(("x",), readable=n > 2), RIGHT) for n in range(20)]
    assert Flag.UNCLEAR_FORM in study(answers, shown).items[0].flags
