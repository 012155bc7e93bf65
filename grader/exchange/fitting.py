"""Items cut to what a format has: one question becomes several, an order is typed, a list of what is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from grader.exchange.item import Answer, Ask, Form, Item, mark_of
from grader.exchange.losses import Loss, Lost
from grader.exchange.spelling import label_spellings
from grader.i18n import Translator

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a format has: forms; an order with one right order, or any; hints; what is said about answers.

    ``traps``: wrong typed answers with something to say about them; ``attempts``: what later ones give.
    """

    forms: frozenset[Form]
    many_orders: bool = False
    hints: bool = False
    traps: bool = True
    feedback: bool = True
    attempts: bool = False
    case: bool = True
    partial: frozenset[Form] = frozenset({Form.MULTI, Form.MATCH, Form.CLOZE})


def fit(item: Item, profile: Profile, tr: Translator) -> tuple[tuple[Item, ...], tuple[Loss, ...]]:
    """Return the items that stand for one item in a format, and what they lack."""
    losses = [Loss(item.pool, lost) for lost in _lost(item, profile)]
    items = tuple(_formed(item, profile, tr))
    if len(items) > 1:
        losses.append(Loss(item.pool, Lost.SPLIT, str(len(items))))
    elif items[0].form is not item.form:
        losses.append(Loss(item.pool, Lost.ORDER))
    return items, tuple(losses)


def _lost(item: Item, profile: Profile) -> Iterator[Lost]:
    asks = [item.ask, *(gap.ask for gap in item.gaps)]
    if item.hints and not profile.hints:
        yield Lost.HINTS
    if len(item.attempts) > 1 and not profile.attempts:
        yield Lost.ATTEMPTS
    if any(_traps(ask) for ask in asks) and not (profile.traps and _says_of_orders(item, profile)):
        yield Lost.TRAPS
    if any(ask.case for ask in asks) and not profile.case:
        yield Lost.COMPARISON
    if not profile.feedback and (item.feedback or any(a.feedback for ask in asks for a in ask.answers)):
        yield Lost.FEEDBACK
    if item.form in _SHARED and item.form not in profile.partial:
        yield Lost.PARTIAL


_SHARED = frozenset({Form.MULTI, Form.MATCH, Form.CLOZE, Form.ORDER})


def _says_of_orders(item: Item, profile: Profile) -> bool:
    """Tell whether wrong orders can be named: what has one right order only names no others."""
    return item.form is not Form.ORDER or profile.many_orders or not _has_order(item.ask, profile)


def _traps(ask: Ask) -> bool:
    typed = ask.form is Form.TEXT and bool(ask.wrong)
    weights = [one.weight for one in ask.ranges] + [one.weight for one in ask.orders]
    return typed or not all(weights)


def _formed(item: Item, profile: Profile, tr: Translator) -> Iterator[Item]:
    if item.form is Form.ORDER and not _has_order(item.ask, profile):
        yield _typed_order(item, tr)
    elif item.form in profile.forms:
        yield item
    elif item.form is Form.MATCH:
        yield from _choices(item, tr)
    else:
        yield from _single_gaps(item, profile, tr)


def _has_order(ask: Ask, profile: Profile) -> bool:
    several = sum(1 for order in ask.orders if order.weight) > 1
    return Form.ORDER in profile.forms and (profile.many_orders or not several)


def _typed_order(item: Item, tr: Translator) -> Item:
    """Return an order as letters to be typed: every right order stays right."""
    lines = "\n".join(f"- {LETTERS[i]}: {one.text}" for i, one in enumerate(item.ask.answers))
    how = tr("Type the letters in the right order, such as b a c.")
    answers = tuple(
        Answer(words, order.weight, order.feedback)
        for order in item.ask.orders
        for words in label_spellings([LETTERS[place] for place in order.places])
    )
    ask = Ask(Form.TEXT, answers)
    return replace(item, prompt=f"{item.prompt}\n\n{lines}\n\n{how}", ask=ask)


def _choices(item: Item, tr: Translator) -> Iterator[Item]:
    """Yield a choice for each pair of a match."""
    rights = list(dict.fromkeys([*(pair.right for pair in item.ask.pairs), *item.ask.others]))
    for number, pair in enumerate(item.ask.pairs, start=1):
        answers = tuple(Answer(right, Fraction(right == pair.right)) for right in rights)
        asked = tr("What belongs to this?")
        yield _share(item, str(number), f"{item.prompt}\n\n{asked} {pair.left}", Ask(Form.CHOICE, answers))


def _single_gaps(item: Item, profile: Profile, tr: Translator) -> Iterator[Item]:
    """Yield a question for each blank; the others stay blanks, so that no question gives another away."""
    for gap in item.gaps:
        asked = tr("What belongs in {blank}?", blank=mark_of(gap.name))
        yield _share(item, gap.name, f"{item.prompt}\n\n{asked}", gap.ask)


def _share(item: Item, part: str, prompt: str, ask: Ask) -> Item:
    """Return one of the questions that another one became, with its share of the points."""
    parts = len(item.gaps) or len(item.ask.pairs)
    return replace(
        item,
        name=f"{item.name}-{part}",
        pool=f"{item.pool}-{part}",
        prompt=prompt,
        ask=ask,
        gaps=(),
        points=item.points / parts,
    )
