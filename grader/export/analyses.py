"""An item analysis for spreadsheets: questions, the answers given to them, their variants."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Decimal

from grader.analysis.items import Analysis
from grader.export.cells import Cell, csv_of

PLACES = Decimal("0.0001")


def analysis_to_csv(found: Analysis) -> Mapping[str, bytes]:
    """Return the files by name; a figure that is not defined is an empty cell."""
    return {
        "questions.csv": csv_of(_questions(found)),
        "answers.csv": csv_of(_answers(found)),
        "variants.csv": csv_of(_variants(found)),
        "misconceptions.csv": csv_of(_ideas(found)),
    }


def _number(value: float | None) -> Cell:
    return "" if value is None else Decimal(repr(value)).quantize(PLACES, ROUND_HALF_EVEN)


def _questions(found: Analysis) -> Iterator[list[Cell]]:
    yield [
        *("question", "title", "module", "type", "students", "difficulty", "low", "high", "discrimination"),
        *("efficiency", "upper_lower", "weight", "alpha_without", "misread", "misread_by", "hinted"),
        *("retried", "recovered", "few_students", "flags"),
    ]
    for item in found.items:
        shares = (item.difficulty, item.interval.low, item.interval.high, item.discrimination)
        further = (item.efficiency, item.upper_lower, item.weight, item.alpha_without)
        tries = item.tries
        counts = (tries.misread, tries.misread_by, tries.hinted, tries.retried, tries.recovered)
        yield [
            *(item.question, item.title.en, item.module, item.kind.value, Decimal(item.students)),
            *map(_number, (*shares, *further)),
            *map(Decimal, counts),
            "yes" if item.small else "no",
            " ".join(flag.value for flag in item.flags),
        ]


def _answers(found: Analysis) -> Iterator[list[Cell]]:
    yield ["question", "answer", "tag", "count", "share", "lowest", "middle", "highest", "correlation", "why"]
    for item in found.items:
        for pick in item.picks:
            figures = map(_number, (pick.share, *pick.thirds, pick.correlation))
            yield [item.question, pick.chosen.value, pick.tag, Decimal(pick.count), *figures, pick.why.en]


def _variants(found: Analysis) -> Iterator[list[Cell]]:
    yield ["question", "seed", "variant", "parameters", "count", "right", "share", "chance"]
    for item in found.items:
        for one in item.variations:
            counts = Decimal(one.count), Decimal(one.right)
            shares = _number(one.share), _number(one.chance)
            yield [item.question, str(one.seed), one.sha256, one.params, *counts, *shares]


def _ideas(found: Analysis) -> Iterator[list[Cell]]:
    yield ["tag", "students", "share", "questions", "why"]
    for idea in found.ideas:
        counts = Decimal(idea.students), _number(idea.share)
        yield [idea.tag, *counts, " ".join(idea.questions), idea.why.en]
