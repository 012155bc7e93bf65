"""What regrading a quiz changes, for the terminal: who, how much, why; and what stays as it was."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from rich.table import Table
from rich.text import Text as Line

from grader.i18n import Translator
from grader.model import format_score
from grader.quiz.revision import Revised, Stays
from grader.quiz.scoring import Result
from grader.report.console import Block, columns_of, rendered
from grader.report.visible import visible


def render_revisions(
    changes: Sequence[Revised],
    stays: Sequence[Stays],
    tr: Translator,
    columns: int | None = None,
    *,
    color: bool = False,
) -> str:
    """Return a line for each answer that changes, the sums, and what stays, counted by reason."""
    sums: Block = [Line(_sums(changes, tr))]
    blocks = [_table(changes, tr), sums, _stays(stays, tr)]
    return rendered(blocks, columns_of(columns), color)


def _table(changes: Sequence[Revised], tr: Translator) -> Block:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for change in changes:
        response = change.before.result.response
        grid.add_row(
            visible(change.before.student),
            f"{visible(response.question)} ({response.seed})",
            f"{_points(change.before.result)} → {_points(change.after)} ({signed(change.difference)})",
            visible(tr(change.why)),
        )
    block: Block = [grid]
    return block if changes else []


def _points(result: Result) -> str:
    return f"{format_score(result.points)}/{format_score(result.max_points)}"


def signed(difference: Fraction) -> str:
    """Return a difference with its sign, ``±0`` for none."""
    sign = "+" if difference > 0 else "−" if difference < 0 else "±"
    return sign + format_score(abs(difference))


def _sums(changes: Sequence[Revised], tr: Translator) -> str:
    if not changes:
        return tr("Nothing changes.")
    higher = sum(change.difference > 0 for change in changes)
    lower = sum(change.difference < 0 for change in changes)
    same = len(changes) - higher - lower
    return tr(
        "{higher} higher, {lower} lower, {same} with equal points.", higher=higher, lower=lower, same=same
    )


def _stays(stays: Sequence[Stays], tr: Translator) -> Block:
    counts = Counter((one.answer.question, tr(one.why)) for one in stays)
    lines = [
        tr("Not marked anew: {count} answers to {question}. {why}", count=count, question=name, why=why)
        for (name, why), count in sorted(counts.items())
    ]
    return [Line(visible(line)) for line in lines]
