"""What was given as a first answer: which misconceptions it shows, and to which variant."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.analysis.figures import THIRDS, chance_of, correlation
from grader.analysis.items import Chosen, Pick, Tries, Variation
from grader.model import Bilingual
from grader.quiz.answered import Answered
from grader.quiz.marking import Mark, State, mark
from grader.quiz.question import Kind
from grader.quiz.scoring import Try
from grader.quiz.variant import NOTHING, Variant

Label = tuple[Chosen, str]


@dataclass(frozen=True, slots=True)
class Given:
    """One answer, marked by the variant that counts for it now; ``marks`` are those of what could be read."""

    answer: Answered
    variant: Variant
    marks: tuple[Mark, ...]

    @property
    def right_at_once(self) -> bool:
        """Whether the first thing that could be read was right."""
        return bool(self.marks) and self.marks[0].state is State.RIGHT

    @property
    def labels(self) -> frozenset[Label]:
        """What the first attempt was: right, one trap or several, something else, or nothing."""
        if not self.marks:
            return frozenset({(Chosen.NONE, "")})
        if self.right_at_once:
            return frozenset({(Chosen.RIGHT, "")})
        tags = {remark.tag for remark in self.marks[0].remarks}
        return frozenset((Chosen.TRAP, tag) for tag in tags) or frozenset({(Chosen.OTHER, "")})


def given(answer: Answered, variants: Mapping[str, Variant]) -> Given | None:
    """Mark an answer's tries; None where neither the variant it was marked by nor the one shown is known."""
    result = answer.result
    variant = variants.get(result.marked_by) or variants.get(result.response.sha256)
    if variant is None:
        return None
    marks = (_marked(variant, one) for one in result.response.tries)
    states = (State.UNREADABLE, State.UNANSWERED)
    return Given(answer, variant, tuple(one for one in marks if one.state not in states))


def _marked(variant: Variant, one: Try) -> Mark:
    return mark(variant, one.fields)


def tries_of(all_given: Sequence[Given]) -> Tries:
    """Count misread answers, hints, second tries, and those that then were right."""
    misread = [sum(not one.readable for one in g.answer.result.response.tries) for g in all_given]
    again = [g for g in all_given if len(g.marks) > 1 and not g.right_at_once]
    return Tries(
        misread=sum(misread),
        misread_by=sum(count > 0 for count in misread),
        hinted=sum(any(one.hints for one in g.answer.result.response.tries) for g in all_given),
        retried=len(again),
        recovered=sum(any(one.state is State.RIGHT for one in g.marks[1:]) for g in again),
    )


def guess_of(variant: Variant) -> float:
    """Return the share of answers that guessing gets right; 0 for what has to be typed."""
    if variant.kind is Kind.TRUEFALSE:
        return 0.5
    if variant.kind is Kind.CHOICE and variant.parts[0].choices:
        return 1 / len(variant.parts[0].choices)
    return 0.0


def picks_of(
    all_given: Sequence[Given], rests: Sequence[float | None], third: Sequence[int | None]
) -> tuple[Pick, ...]:
    """Return each answer over all variants, right first, then the most frequent."""
    labels = [one.labels for one in all_given]
    shown = {one.variant.sha256: one.variant for one in all_given}
    offered = {label for variant in shown.values() for label in _offered(variant)}
    sizes = Counter(third)
    whys = _whys(shown.values())

    def pick(label: Label) -> Pick:
        chosen = [label in own for own in labels]
        known = [(float(yes), rest) for yes, rest in zip(chosen, rests, strict=True) if rest is not None]
        shares = (
            sum(yes and t == n for yes, t in zip(chosen, third, strict=True)) / sizes[n] if sizes[n] else None
            for n in range(THIRDS)
        )
        return Pick(
            *label,
            whys.get(label, NOTHING),
            sum(chosen),
            sum(chosen) / len(chosen),
            tuple(shares),
            correlation([yes for yes, _ in known], [rest for _, rest in known]),
        )

    found = map(pick, offered.union(*labels))
    order = list(Chosen)
    return tuple(
        sorted(found, key=lambda p: (order.index(p.chosen) > 0, -p.count, order.index(p.chosen), p.tag))
    )


def _offered(variant: Variant) -> frozenset[Label]:
    """Return the answers that a variant foresees."""
    traps = {(Chosen.TRAP, tag) for tag, _ in _ideas(variant)}
    return frozenset({(Chosen.RIGHT, ""), *traps})


def _ideas(variant: Variant) -> tuple[tuple[str, Bilingual], ...]:
    """Return the tags of a variant with their explanations."""
    traps = [(trap.tag, trap.why) for part in variant.parts for trap in part.traps]
    choices = [(choice.tag, choice.why) for part in variant.parts for choice in part.choices if choice.tag]
    return (*traps, *choices)


def _whys(variants: Iterable[Variant]) -> Mapping[Label, Bilingual]:
    """Return an explanation for each tag: that of the first variant which has it."""
    whys: dict[Label, Bilingual] = {}
    for variant in variants:
        for tag, why in _ideas(variant):
            whys.setdefault((Chosen.TRAP, tag), why)
    return whys


def variations_of(all_given: Sequence[Given]) -> tuple[Variation, ...]:
    """Compare variants: how likely each one's share of right answers is, were it that of the others."""
    groups: dict[str, list[Given]] = defaultdict(list)
    for one in all_given:
        groups[one.answer.result.response.sha256].append(one)
    whole = sum(one.right_at_once for one in all_given)
    return tuple(
        _variation(group, len(all_given) - len(group), whole - sum(one.right_at_once for one in group))
        for _, group in sorted(groups.items(), key=lambda pair: (pair[1][0].variant.seed, pair[0]))
    )


def _variation(group: Sequence[Given], others: int, others_right: int) -> Variation:
    right = sum(one.right_at_once for one in group)
    # One success and one failure are added to the others: a share of exactly 0 or 1 would forbid everything.
    chance = chance_of(right, len(group), (others_right + 1) / (others + 2)) if others else 1.0
    first = group[0]
    response = first.answer.result.response
    return Variation(response.seed, response.sha256, first.variant.params, len(group), right, chance)
