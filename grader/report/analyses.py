"""An item analysis for readers: one page with its plots, a short table for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.table import Table
from rich.text import Text as Line

from grader.analysis.items import FEW, Analysis, Chosen, Flag, Idea, Item, Pick
from grader.course import Oddity
from grader.i18n import Translator
from grader.model import Text, text
from grader.report.console import Block, Page, columns_of, rendered
from grader.report.html import SUFFIXES, render
from grader.report.markup import html_of
from grader.report.plots import funnel, histogram, scatter
from grader.report.visible import visible

NO_FIGURE = "–"
PAGE = "quiz-analysis"
IDEAS = 12
GOOD, REVISE = 0.75, 0.64

FLAGS: Mapping[Flag, Text] = {
    Flag.CHECK_KEY: text("check the key: those who do well elsewhere get it wrong"),
    Flag.BELOW_GUESSING: text("fewer are right than by guessing"),
    Flag.ATTRACTIVE: text("a wrong answer draws those who do well"),
    Flag.UNEVEN: text("its variants are not equally hard"),
    Flag.WEAK: text("hardly tells who knows it"),
    Flag.INEFFICIENT: text("tells less than its difficulty allows"),
    Flag.LOWERS_ALPHA: text("the quiz is more reliable without it"),
    Flag.HARD: text("hard"),
    Flag.EASY: text("easy"),
    Flag.UNCLEAR_FORM: text("the form of the answer is misunderstood"),
    Flag.IDLE: text("a wrong answer that hardly anybody gives"),
}
GIVEN: Mapping[Chosen, Text] = {
    Chosen.RIGHT: text("right"),
    Chosen.OTHER: text("another wrong answer"),
    Chosen.NONE: text("no answer"),
}


def page_name(tr: Translator) -> str:
    """Return the file name of the page in a language."""
    return PAGE + SUFFIXES[tr.language]


def analysis_page(found: Analysis, tr: Translator, oddities: Sequence[Oddity] = ()) -> str:
    """Render the page: overview, questions, misconceptions, then each question by itself."""
    return render(
        "analysis.html", tr, found=found, oddities=oddities, page=PAGE, FLAGS=FLAGS, few=FEW,
        scatter=scatter(found.items), histogram=histogram(found.totals), funnel=funnel, html_of=html_of,
        percent=percent, figure=figure, given=_given, shown_ideas=IDEAS, reliability=_reliability(found, tr),
    )  # fmt: skip


def percent(share: float | None) -> str:
    """Write a share in whole percents."""
    return NO_FIGURE if share is None else f"{100 * share:.0f} %"


def figure(value: float | None) -> str:
    """Write a figure with two decimals and a true minus sign."""
    return NO_FIGURE if value is None else f"{value:.2f}".replace("-", "−").replace("−0.00", "0.00")


def _given(pick: Pick, tr: Translator) -> str:
    return tr(GIVEN[pick.chosen]) if pick.chosen in GIVEN else pick.tag


def _reliability(found: Analysis, tr: Translator) -> str:
    """Say what alpha means, or why there is none."""
    if found.alpha is None:
        return tr(
            "There is no reliability to tell: {count} students have met every question. "
            "Name the questions of one quiz to compare those who took it.",
            count=found.complete,
        )
    if found.alpha >= GOOD:
        return tr("Good enough to compare students (0.75 or more).")
    if found.alpha >= REVISE:
        return tr("Good enough for a class, not for single students (0.64 to 0.75).")
    return tr("Too low to compare students (below 0.64): revise the questions marked below, or ask more.")


def render_analysis(
    found: Analysis, tr: Translator, columns: int | None = None, *, color: bool = False
) -> str:
    """Return a row for each question and the most frequent misconceptions, for a terminal."""
    page = Page(tr, columns_of(columns))
    blocks = [_summary(found, tr), _questions(found, tr), _ideas(page, found.ideas)]
    return rendered(blocks, page.width, color)


def _summary(found: Analysis, tr: Translator) -> Block:
    counts = {"students": found.students, "answers": found.answers, "questions": len(found.items)}
    lines = [tr("Students: {students}. First answers: {answers}. Questions: {questions}.", **counts)]
    if found.alpha is not None:
        lines.append(tr("Cronbach's alpha: {alpha}", alpha=figure(found.alpha)))
    if found.small:
        lines.append(small_note(tr))
    return [Line(line) for line in lines]


def small_note(tr: Translator) -> str:
    """Say that there are too few students to rely on figures."""
    return tr("Fewer than {few} students: chance can explain most of these figures.", few=FEW)


def _questions(found: Analysis, tr: Translator) -> Block:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    for _ in range(3):
        grid.add_column(no_wrap=True, justify="right")
    grid.add_column(overflow="fold")
    grid.add_row(tr("question"), tr("students"), tr("right"), "r", tr("look at"), style="bold")
    for item in found.items:
        grid.add_row(*_row(item, tr), style="dim" if item.small else "")
    return [grid]


def _row(item: Item, tr: Translator) -> tuple[str, ...]:
    signs = "; ".join(tr(FLAGS[flag]) for flag in item.flags)
    name = visible(item.question)
    return name, str(item.students), percent(item.difficulty), figure(item.discrimination), signs


def _ideas(page: Page, ideas: Sequence[Idea], most: int = 8) -> Block:
    if not ideas:
        return []
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for idea in ideas[:most]:
        why = page.shortened(page.tr.bilingual(idea.why), 200)
        grid.add_row(percent(idea.share), visible(idea.tag), why)
    return [page.heading(page.tr("Misconceptions, by the share of students who showed them")), grid]
