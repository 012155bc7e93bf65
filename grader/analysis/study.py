"""From stored answers to everything that can be said about the questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import sqrt

from grader.analysis import figures
from grader.analysis.given import Given, given, guess_of, picks_of, tries_of, variations_of
from grader.analysis.items import MANY, Analysis, Chosen, Flag, Idea, Item
from grader.analysis.scores import Scores, scores
from grader.model import Bilingual
from grader.quiz.answered import Answered
from grader.quiz.question import Kind
from grader.quiz.variant import Variant

HARD, EASY, WEAK, INEFFICIENT = 0.3, 0.9, 0.2, 0.5
IDLE, MISREAD = 0.05, 0.1
ONE_SIDED = 1.645  # standard errors: a correlation above this many is hardly chance (5 %)
UNLIKELY = 0.01  # shared by all variants of a question, so that many variants do not flag one by luck
EXTREME = 0.27  # the share of a class whose two ends are compared
Table = Sequence[figures.Row]


def analyse(answers: Iterable[Answered], variants: Mapping[str, Variant]) -> Analysis:
    """Analyse everything that was answered; ``variants`` by hash, those shown and those marked by."""
    found = scores(answers)
    known = _known(found, variants)
    table = found.complete()
    reliability = figures.alpha(table)
    weights = figures.weights(table) or [None] * len(found.questions)
    items = []
    for place, question in enumerate(found.questions):
        deleted = figures.alpha(figures.without(table, place)) if table else None
        item = _item(found, question, known[question])
        item = replace(item, weight=weights[place], alpha_without=deleted)
        items.append(replace(item, flags=tuple(flags_of(item, reliability))))
    count = sum(len(own) for own in found.answers.values())
    return Analysis(
        len(found.students),
        count,
        tuple(items),
        tuple(ideas_of(known, len(found.students))),
        tuple(sorted(map(found.total, found.students))),
        len(table),
        reliability,
        figures.standard_error(table),
        count - sum(map(len, known.values())),
    )


def _known(found: Scores, variants: Mapping[str, Variant]) -> Mapping[str, Mapping[str, Given]]:
    """Return the answers whose variants are known, marked, by question and student."""
    known: dict[str, dict[str, Given]] = {question: {} for question in found.questions}
    for student, own in found.answers.items():
        for question, answer in own.items():
            if one := given(answer, variants):
                known[question][student] = one
    return known


def _item(found: Scores, question: str, known: Mapping[str, Given]) -> Item:
    """Return the figures of one question that need no other's."""
    students = [student for student, own in found.answers.items() if question in own]
    shares = [found.share(student, question) for student in students]
    rests = {student: found.rest(student, question) for student in students}
    paired = [(x, rest) for x, rest in zip(shares, rests.values(), strict=True) if rest is not None]
    xs, ys = [x for x, _ in paired], [y for _, y in paired]
    difficulty = figures.average(shares)
    places = dict(zip((s for s in students if rests[s] is not None), figures.thirds(ys), strict=True))
    seen = list(known.values())
    example = seen[0].variant if seen else None
    return Item(
        question=question,
        title=example.title if example else Bilingual(question, question),
        module=example.module if example else "",
        kind=example.kind if example else Kind.TEXT,
        students=len(students),
        paired=len(paired),
        difficulty=difficulty,
        interval=figures.wilson(difficulty, len(students)),
        guess=guess_of(example) if example else 0.0,
        discrimination=figures.correlation(xs, ys),
        efficiency=figures.efficiency(xs, ys),
        upper_lower=upper_lower(xs, ys) if len(xs) >= MANY else None,
        weight=None,
        alpha_without=None,
        tries=tries_of(seen),
        picks=picks_of(seen, [rests[s] for s in known], [places.get(s) for s in known]) if seen else (),
        variations=variations_of(seen),
    )


def upper_lower(xs: figures.Row, rest: figures.Row) -> float:
    """Return by how much the highest 27 % did better than the lowest."""
    ranked = [x for _, x in sorted(zip(rest, xs, strict=True))]
    group = max(1, int(EXTREME * len(ranked) + 0.5))
    return figures.average(ranked[-group:]) - figures.average(ranked[:group])


def flags_of(item: Item, reliability: float | None) -> Iterable[Flag]:
    """Yield what to look at, the most pressing first."""
    r, traps = item.discrimination, [pick for pick in item.picks if pick.chosen is Chosen.TRAP]
    compared = [one for one in item.variations if one.chance < UNLIKELY / len(item.variations)]
    signs = {
        Flag.CHECK_KEY: r is not None and r < 0,
        Flag.BELOW_GUESSING: bool(item.guess) and item.interval.high < item.guess,
        Flag.ATTRACTIVE: any((pick.correlation or 0.0) * sqrt(item.paired) > ONE_SIDED for pick in traps),
        Flag.UNEVEN: bool(compared),
        Flag.WEAK: r is not None and 0 <= r < WEAK,
        Flag.INEFFICIENT: item.efficiency is not None and 0 <= item.efficiency < INEFFICIENT,
        Flag.LOWERS_ALPHA: _lowers(item, reliability),
        Flag.HARD: item.difficulty < HARD,
        Flag.EASY: item.difficulty > EASY,
        Flag.UNCLEAR_FORM: item.tries.misread_by > MISREAD * item.students,
        Flag.IDLE: bool(item.guess) and not item.small and any(pick.share < IDLE for pick in traps),
    }
    return (flag for flag in Flag if signs[flag])


def _lowers(item: Item, reliability: float | None) -> bool:
    known = item.alpha_without is not None and reliability is not None
    return known and (item.alpha_without or 0.0) > (reliability or 0.0)


def ideas_of(known: Mapping[str, Mapping[str, Given]], students: int) -> Iterable[Idea]:
    """Yield the misconceptions that somebody showed at first, the most frequent first."""
    shown = [
        (remark, student, question)
        for question, own in known.items()
        for student, one in own.items()
        for marked in one.marks[:1]
        for remark in marked.remarks
    ]
    who: dict[str, set[str]] = defaultdict(set)
    where: dict[str, set[str]] = defaultdict(set)
    whys: dict[str, Bilingual] = {}
    for remark, student, question in shown:
        who[remark.tag].add(student)
        where[remark.tag].add(question)
        whys.setdefault(remark.tag, remark.why)
    for tag in sorted(who, key=lambda tag: (-len(who[tag]), tag)):
        count = len(who[tag])
        yield Idea(tag, whys[tag], count, count / students, tuple(sorted(where[tag])))
