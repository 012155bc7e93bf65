"""From a built question to neutral items in one language: and what is lost already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from grader.exchange.item import CLOZE, WHOLE, Answer, Ask, Form, Gap, Item, Order, Pair, Range
from grader.exchange.losses import Loss, Lost
from grader.exchange.spelling import decimal, spellings
from grader.exchange.steps import without_steps
from grader.exchange.unmarked import fenced
from grader.i18n import Translator
from grader.model import text
from grader.quiz import rules, typed
from grader.quiz.marking import stated
from grader.quiz.question import Comparison, Kind, Mode
from grader.quiz.rules import Number
from grader.quiz.variant import NOTHING, Part, Rule, Variant
from grader.report.keys import reasons

NONE_OF_THESE = text("None of these")
FORMATS = {
    Kind.SHAPE: text("Type the shape like (2, 3)."),
    Kind.TENSOR: text("Type a nested list like [[1, 2], [3, 4]], a single number as it is."),
}
FEWEST_LINES = 4


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An item, and what was lost on the way to it."""

    item: Item
    losses: tuple[Loss, ...]


def name_of(variant: Variant) -> str:
    """Return the name that a variant has in other programs: it comes back by it."""
    return f"{variant.question}-s{variant.seed}"


def outgoing(variant: Variant, tr: Translator) -> Outgoing:
    """Return a variant as an item in the translator's language."""
    teller = _Teller(variant, tr)
    return Outgoing(teller.item(), tuple(Loss(variant.question, lost) for lost in teller.losses()))


class _Teller:
    """One variant, said in one language."""

    def __init__(self, variant: Variant, tr: Translator) -> None:
        self._variant = variant
        self._tr = tr
        self._say = tr.bilingual

    def item(self) -> Item:
        variant, say = self._variant, self._say
        cloze = variant.kind is Kind.CLOZE
        return Item(
            name=name_of(variant),
            title=say(variant.title),
            prompt=self._prompt(),
            ask=CLOZE if cloze else self._ask(),
            gaps=tuple(Gap(part.name, self._typed(part)) for part in variant.parts) if cloze else (),
            feedback=self._feedback(),
            hints=tuple(map(say, variant.hints)),
            points=Fraction(variant.policy.points),
            attempts=variant.policy.attempts,
            module=variant.module,
            level=variant.level,
            pool=variant.question,
            language=self._tr.language,
        )

    def losses(self) -> Iterator[Lost]:
        variant, policy = self._variant, self._variant.policy
        kinds = {part.kind for part in variant.parts}
        if any(part.rule.compare is Comparison.CODE for part in variant.parts):
            yield Lost.COMPARISON
        if kinds & {Kind.SHAPE, Kind.TENSOR}:
            yield Lost.SPELLINGS
        if any(p.kind is Kind.TENSOR and p.rule != Rule() for p in variant.parts):
            yield Lost.TOLERANCE
        if kinds & {Kind.LINE}:
            yield Lost.LINE
        if policy.hint_cost:
            yield Lost.HINTS
        if not policy.partial:
            yield Lost.PARTIAL
        if variant.kind is Kind.MULTI and variant.parts[0].key == typed.NONE:
            yield Lost.NONE_RIGHT
        if variant.notes != NOTHING:
            yield Lost.NOTES
        if variant.params not in ("", "{}"):
            yield Lost.PARAMETERS
        if any(one.tag for p in variant.parts for one in p.traps) or any(
            one.tag for p in variant.parts for one in p.choices
        ):
            yield Lost.TAGS
        yield Lost.LANGUAGE

    def _prompt(self) -> str:
        variant = self._variant
        blocks = [self._say(variant.text)]
        if variant.listing:
            blocks.append(fenced(variant.listing, "python"))
        blocks += [self._tr(FORMATS[kind]) for kind in FORMATS if any(p.kind is kind for p in variant.parts)]
        blocks += [self._tr(sentence) for sentence in stated(variant) if not self._exact()]
        return "\n\n".join(blocks)

    def _exact(self) -> bool:
        return all(part.rule.mode is Mode.EXACT for part in self._variant.parts)

    def _feedback(self) -> str:
        """Return what is said about the whole; options say the rest themselves."""
        if self._variant.kind is Kind.CHOICE:
            return ""
        own = {self._say(choice.why) for choice in self._variant.parts[0].choices}
        said = [self._say(reason) for reason in reasons(self._variant)]
        return "\n\n".join(words for words in dict.fromkeys(said) if words not in own)

    def _ask(self) -> Ask:
        part = self._variant.parts[0]
        match self._variant.kind:
            case Kind.CHOICE:
                return self._choice(part)
            case Kind.TRUEFALSE:
                return replace(self._choice(part), form=Form.TRUEFALSE)
            case Kind.MULTI:
                return self._multi(part)
            case Kind.MATCH:
                return self._match()
            case Kind.ORDER:
                return self._order(part)
            case Kind.LINE:
                return self._line(part)
        return self._typed(part)

    def _choice(self, part: Part) -> Ask:
        answers = (Answer(self._say(c.text), _worth(part, c.label), self._say(c.why)) for c in part.choices)
        return Ask(Form.CHOICE, tuple(answers))

    def _multi(self, part: Part) -> Ask:
        right = typed.label_set(part.key, [choice.label for choice in part.choices])
        share = Fraction(1, len(right) or 1)
        answers = [
            Answer(self._say(c.text), share if c.label in right else -share, self._say(c.why))
            for c in part.choices
        ]
        if not right:
            answers.append(Answer(self._tr(NONE_OF_THESE), WHOLE))
        return Ask(Form.MULTI, tuple(answers))

    def _match(self) -> Ask:
        parts = self._variant.parts
        shown = {choice.label: self._say(choice.text) for choice in parts[0].choices}
        pairs = tuple(Pair(self._say(part.prompt), shown[part.key]) for part in parts)
        used = {part.key for part in parts}
        return Ask(Form.MATCH, pairs=pairs, others=tuple(t for la, t in shown.items() if la not in used))

    def _order(self, part: Part) -> Ask:
        labels = [choice.label for choice in part.choices]
        lines = without_steps([self._say(choice.text) for choice in part.choices])
        right = [Order(_places(labels, key)) for key in (part.key, *part.accept)]
        wrong = [Order(_places(labels, t.answer), Fraction(), self._say(t.why)) for t in part.traps]
        return Ask(Form.ORDER, tuple(map(Answer, lines)), orders=(*right, *wrong))

    def _line(self, part: Part) -> Ask:
        """Return the key's line, those of the traps, and further ones where these are few."""
        listing = self._variant.listing.rstrip("\n").split("\n")
        numbers = {int(a) for a in (part.key, *(t.answer for t in part.traps)) if a != typed.NONE}
        spare = (n for n, line in enumerate(listing, start=1) if line.strip() and n not in numbers)
        while len(numbers) < FEWEST_LINES and (more := next(spare, 0)):
            numbers.add(more)
        whys = {trap.answer: self._say(trap.why) for trap in part.traps}
        whys[part.key] = self._say(self._variant.why)
        answers = [
            Answer(f"{n}: `{listing[n - 1].strip()}`", _worth(part, str(n)), whys.get(str(n), ""))
            for n in sorted(numbers)
        ]
        none = Answer(self._tr(NONE_OF_THESE), _worth(part, typed.NONE), whys.get(typed.NONE, ""))
        return Ask(Form.CHOICE, (*answers, none))

    def _typed(self, part: Part) -> Ask:
        if part.kind is Kind.CHOICE:
            return self._choice(part)
        if part.kind is Kind.NUMBER and not typed.number(part.key).word:
            return self._number(part)
        right = [
            Answer(words, WHOLE)
            for key in (part.key, *part.accept)
            for words in spellings(part.kind, key, part.rule)
        ]
        taken = {answer.text for answer in right}
        wrong = [
            Answer(words, Fraction(), self._say(trap.why))
            for trap in part.traps
            for words in spellings(part.kind, trap.answer, part.rule)
            if words not in taken
        ]
        case = part.kind is Kind.TEXT and part.rule.compare is not Comparison.WORDS
        return Ask(Form.TEXT, (*right, *wrong), case=case)

    def _number(self, part: Part) -> Ask:
        right = tuple(_range(part.rule, typed.number(key)) for key in (part.key, *part.accept))
        # A range says nothing of the values outside of it.
        rule = Rule() if part.rule.mode is Mode.RANGE else part.rule
        traps = ((typed.number(trap.answer), self._say(trap.why)) for trap in part.traps)
        wrong = tuple(_range(rule, value, Fraction(), why) for value, why in traps if not value.word)
        return Ask(Form.NUMBER, ranges=(*right, *wrong))


def _range(rule: Rule, key: Number, weight: Fraction = WHOLE, why: str = "") -> Range:
    low, high = rules.interval(rule, key)
    # What is written is what is meant: both ends as they will stand in the file.
    value, low, high = (Fraction(decimal(end)) for end in (key.value, low, high))
    return Range(value, low, high, weight, why)


def _worth(part: Part, answer: str) -> Fraction:
    return WHOLE if answer == part.key else Fraction()


def _places(labels: list[str], answer: str) -> tuple[int, ...]:
    return tuple(labels.index(label) for label in answer.split())
