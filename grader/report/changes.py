"""What a regrade changes, for the terminal: who, how much, why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from rich.table import Table
from rich.text import Text as Line

from grader.course import Change
from grader.i18n import Translator
from grader.model import Outcome, format_score
from grader.report.console import Block, Page, columns_of, rendered
from grader.report.visible import visible
from grader.report.words import OUTCOMES, VERDICTS


def render_changes(
    changes: Sequence[Change], tr: Translator, columns: int | None = None, *, color: bool = False
) -> str:
    """Return a line for each change and one for each property that explains it, then the sums."""
    if not changes:
        return tr("Nothing changes.")
    page = Page(tr, columns_of(columns))
    return rendered([_table(page, changes), [Line(_sums(tr, changes))]], page.width, color)


def _table(page: Page, changes: Sequence[Change]) -> Block:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for _ in range(3):
        grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for change in changes:
        before, after = change.before, change.after
        verdicts = [VERDICTS[attempt.verdict] for attempt in (before, after)]
        grid.add_row(
            visible(after.student),
            after.exercise,
            f"{format_score(before.score)} → {format_score(after.score)} ({signed(change)})",
            " → ".join(dict.fromkeys(f"{word.sign} {page.tr(word.word)}" for word in verdicts)),
        )
        for line in _why(page.tr, change):
            grid.add_row("", "", "", line)
    return [grid]


def signed(change: Change) -> str:
    """Return the difference with its sign, ``±0`` for none."""
    sign = "+" if change.difference > 0 else "−" if change.difference < 0 else "±"
    return sign + format_score(abs(change.difference))


def _why(tr: Translator, change: Change) -> Iterator[str]:
    for one in change.properties:
        title = visible(tr.bilingual(one.title))
        states = _state(tr, one.before, one.points_before), _state(tr, one.after, one.points_after)
        yield f"{title}: {' → '.join(states)}"


def _state(tr: Translator, outcome: Outcome | None, points: Fraction) -> str:
    if outcome is None:
        return tr("not there")
    return f"{OUTCOMES[outcome].sign} {tr(OUTCOMES[outcome].word)} {format_score(points)}"


def _sums(tr: Translator, changes: Sequence[Change]) -> str:
    higher = sum(change.difference > 0 for change in changes)
    lower = sum(change.difference < 0 for change in changes)
    same = len(changes) - higher - lower
    return tr(
        "{higher} higher, {lower} lower, {same} with equal points.", higher=higher, lower=lower, same=same
    )
