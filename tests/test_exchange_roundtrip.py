"""Our questions in other programs' formats, and back: what is right stays right, what is lost is told."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from exchange_bank import bank, build, imported, same_view, some_names
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quiz_bank import QUESTIONS

from grader.client.zygote import Zygote
from grader.exchange.fitting import fit
from grader.exchange.formats import READERS, WRITERS, write
from grader.exchange.item import Ask, Form, Item
from grader.exchange.losses import Lost
from grader.exchange.markup import plain_of
from grader.exchange.outgoing import outgoing
from grader.exchange.received import Read
from grader.exchange.recognised import truth_of
from grader.exchange.spelling import spellings
from grader.i18n import translator
from grader.quiz import rules, typed
from grader.quiz.marking import State, key_fields, mark
from grader.quiz.question import Kind, Mode
from grader.quiz.variant import Variant

FORMATS = sorted(READERS)
LANGUAGES = ("en", "zh")


def items_of(variants: tuple[Variant, ...], form: str, language: str) -> list[Item]:
    """Return variants as a format gets them."""
    tr = translator(language)
    profile = WRITERS[form].profile
    return [item for v in variants for item in fit(outgoing(v, tr).item, profile, tr)[0]]


def there_and_back(variants: tuple[Variant, ...], form: str, language: str, folder: Path) -> Read:
    """Write variants and read the file."""
    path = folder / f"file.{form}"
    path.write_bytes(write(variants, form, "The bank", translator(language)).content)
    return READERS[form](path.read_bytes(), path)


def test_every_kind_is_tried() -> None:
    """The questions that these tests use are of all kinds."""
    assert {QUESTIONS[name].file.type for name in some_names()} == set(Kind)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", ["gift", "moodle", "qti21"])
def test_items_survive(zygote: Zygote, tmp_path: Path, form: str, language: str) -> None:
    """Text, options, weights, feedback, accepted answers, ranges, pairs and orders come back as they went."""
    sent = {item.name: item for item in items_of(bank(zygote), form, language)}
    back = {item.name: item for item in there_and_back(bank(zygote), form, language, tmp_path).items}
    assert back.keys() == sent.keys()
    for name, item in sent.items():
        assert same_view(told_truth(back[name])) == same_view(as_carried(item, form)), name


def told_truth(item: Item) -> Item:
    """Return an item whose choice of true and false is one: some formats have no kind of their own for it."""
    return replace(item, ask=truth_of(item.ask) or item.ask)


def as_carried(item: Item, form: str) -> Item:
    """Return an item without what its format is known, and said, to lose."""
    if form == "gift":  # capitals make no difference there
        return replace(item, ask=replace(item.ask, case=False))
    if form == "moodle":  # no wrong order can be named
        right = tuple(order for order in item.ask.orders if order.weight)
        return replace(item, ask=replace(item.ask, orders=right))
    return item


@pytest.mark.parametrize("language", LANGUAGES)
def test_text2qti_keeps_what_is_right(zygote: Zygote, tmp_path: Path, language: str) -> None:
    """text2qti has no traps, but texts, options and right answers come back."""
    sent = items_of(bank(zygote), "text2qti", language)
    back = there_and_back(bank(zygote), "text2qti", language, tmp_path).items
    assert len(back) == len(sent)
    by_title = {(item.title, plain_of(item.prompt)): item for item in back}
    for item in sent:
        prompt = plain_of(item.prompt.replace("((", "( ("))
        same = (
            by_title.get((plain_of(item.title), plain_of(item.prompt)))
            or by_title[plain_of(item.title), prompt]
        )
        rights = {plain_of(a.text) for a in item.ask.right}
        assert {plain_of(a.text) for a in same.ask.right} >= rights


@pytest.mark.parametrize("form", FORMATS)
def test_what_comes_back_is_marked_alike(zygote: Zygote, tmp_path: Path, form: str) -> None:
    """A question that comes back builds; the answers that were right are, those of its traps are not."""
    some = one_of_each(bank(zygote))
    variants = {f"{v.question}-s0": v for v in some}
    read = there_and_back(some, form, "en", tmp_path)
    count = 0
    for item, again in imported(read.items, tmp_path, zygote):
        assert mark(again, key_fields(again)).state is State.RIGHT
        original = variants.get(item.name)
        if original and original.kind in (Kind.NUMBER, Kind.SHAPE, Kind.TENSOR, Kind.TEXT):
            count += 1
            check_typed(original, again, traps=form != "text2qti")
    assert count or form == "text2qti"


def one_of_each(variants: tuple[Variant, ...]) -> tuple[Variant, ...]:
    """Return the first variant of each kind."""
    first = {variant.kind: variant for variant in reversed(variants)}
    return tuple(first.values())


def check_typed(original: Variant, again: Variant, *, traps: bool) -> None:
    """Hold a question that came back to the key, the accepted answers and the traps of the original."""
    part = original.parts[0]
    for answer in (part.key, *part.accept):
        assert mark(again, (rounded(original, answer),)).state is State.RIGHT, (original.question, answer)
    for trap in part.traps if traps else ():
        marked = mark(again, (trap.answer,))
        assert marked.state is not State.RIGHT, (original.question, trap.answer)
        if part.kind is not Kind.TENSOR:
            assert marked.remarks, (original.question, trap.answer)


def rounded(variant: Variant, answer: str) -> str:
    """Return a tensor's key as it is asked for: a file has no tolerance for it, but its decimals."""
    part = variant.parts[0]
    return spellings(part.kind, answer, part.rule)[0] if part.kind is Kind.TENSOR else answer


@pytest.mark.parametrize("form", ["moodle", "qti21"])
def test_orders_come_back_with_every_right_order(zygote: Zygote, tmp_path: Path, form: str) -> None:
    """All orders that were right are right, and no others: 120 orders of five lines are tried."""
    (variant,) = (v for v in bank(zygote) if v.question == "broadcast.manual_order")
    read = there_and_back((variant,), form, "en", tmp_path)
    ((item, again),) = imported(read.items, tmp_path, zygote)
    part = variant.parts[0]
    if item.form is Form.TEXT:
        assert all(mark(again, (key,)).state is State.RIGHT for key in (part.key, *part.accept))
        return
    lines = {choice.label: choice.text.en for choice in part.choices}
    shown = {ast.literal_eval(c.text.en.strip("`")[3:-1]): c.label for c in again.parts[0].choices}
    wanted = {tuple(shown[lines[la]] for la in key.split()) for key in (part.key, *part.accept)}
    assert {tuple(key.split()) for key in (again.parts[0].key, *again.parts[0].accept)} == wanted


def test_moodle_gets_orders_by_their_own_kind_only_with_one_right_order(zygote: Zygote) -> None:
    """An order with several right orders is typed in Moodle, which knows one; a student who is right stays so."""
    tr = translator("en")
    for variant in bank(zygote):
        if variant.kind is Kind.ORDER:
            (item,), losses = fit(outgoing(variant, tr).item, WRITERS["moodle"].profile, tr)
            several = len(variant.parts[0].accept) > 0
            assert (item.form is Form.TEXT) is several
            assert (Lost.ORDER in {loss.lost for loss in losses}) is several


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(sorted(QUESTIONS)), seed=st.integers(0, 10**6), language=st.sampled_from(LANGUAGES)
)
def test_any_question_survives(zygote: Zygote, tmp_path: Path, name: str, seed: int, language: str) -> None:
    """Any variant of any question comes back from Moodle XML and QTI as it went."""
    variants = build(zygote, [name], [seed])
    for form in ("moodle", "qti21"):
        (item,) = items_of(variants, form, language)
        (back,) = there_and_back(variants, form, language, tmp_path).items
        assert same_view(told_truth(back)) == same_view(as_carried(item, form))


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
def test_the_whole_bank_survives(
    zygote: Zygote, tmp_path: Path, form: str, whole_bank: Callable[[], tuple[Variant, ...]]
) -> None:
    """Every question of the bank comes back from every format as one that builds and marks its key right."""
    read = there_and_back(whole_bank(), form, "zh", tmp_path)
    assert not [loss for loss in read.losses if loss.lost is Lost.SKIPPED]
    for _, again in imported(read.items, tmp_path, zygote):
        assert mark(again, key_fields(again)).state is State.RIGHT


@pytest.fixture(scope="module")
def whole_bank(zygote: Zygote) -> Callable[[], tuple[Variant, ...]]:
    """Build every question once."""
    built: list[Variant] = []

    def variants() -> tuple[Variant, ...]:
        built.extend(() if built else build(zygote, QUESTIONS))
        return tuple(built)

    return variants


def test_ranges_are_exact(zygote: Zygote) -> None:
    """The interval that a file names is the interval that the marker accepts, to the last digit."""
    for variant in bank(zygote):
        part = variant.parts[0]
        if variant.kind is Kind.NUMBER and part.rule.mode is not Mode.RANGE:
            first = outgoing(variant, translator("en")).item.ask.ranges[0]
            assert (first.low, first.high) == rules.interval(part.rule, typed.number(part.key))


def test_spellings_are_accepted(zygote: Zygote) -> None:
    """Every spelling of a key that a file lists is one that our own marker takes for the key."""
    for variant in bank(zygote):
        if variant.kind in (Kind.SHAPE, Kind.TENSOR, Kind.TEXT):
            ask = outgoing(variant, translator("en")).item.ask
            for answer in ask.right:
                assert mark(variant, (answer.text,)).state is State.RIGHT, (variant.question, answer.text)
            for answer in ask.wrong:
                assert mark(variant, (answer.text,)).state is not State.RIGHT, (variant.question, answer.text)


def test_weights_of_several_options_are_our_rule(zygote: Zygote) -> None:
    """What each option gives or takes adds up to the points that our marker gives, for every choice of options."""
    for variant in bank(zygote):
        if variant.kind is Kind.MULTI:
            check_weights(variant, outgoing(variant, translator("en")).item.ask)


def check_weights(variant: Variant, ask: Ask) -> None:
    """Compare the weights with the marker over all sets of options."""
    labels = [choice.label for choice in variant.parts[0].choices]
    for chosen in range(1, 2 ** len(labels)):
        picked = [n for n in range(len(labels)) if chosen >> n & 1]
        weights = sum((ask.answers[n].weight for n in picked), Fraction())
        assert mark(variant, [labels[n] for n in picked]).score == max(weights, Fraction())
