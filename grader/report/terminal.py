"""Attempts and courses as text for a terminal: words first, colour on top, score last."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len, chop_cells
from rich.table import Table
from rich.text import Text as Line

from grader.course import Course
from grader.i18n import Translator
from grader.model import (
    Attempt,
    Cell,
    Counterexample,
    DeviceRun,
    PropertyResult,
    Shown,
    Verdict,
    format_score,
)
from grader.report.console import Block, Code, Page, columns_of, indented, rendered, wants_color, write_report
from grader.report.table import StudentRow, tabulate
from grader.report.view import first_fallen
from grader.report.visible import split_at, visible
from grader.report.words import DEVICE_STATES, LEVELS, OUTCOMES, VERDICTS, Tone, score_line

__all__ = ["render_attempt", "render_course", "wants_color", "write_report"]

VALUE_LIMIT = 800
OUTPUT_LIMIT = 4000
NAME_LIMIT = 200

_STYLES = {Tone.GOOD: "green", Tone.PARTLY: "yellow", Tone.BAD: "red", Tone.QUIET: "dim"}

_FAULT = VERDICTS[Verdict.GRADER_FAULT].sign


def render_attempt(attempt: Attempt, tr: Translator, width: int | None = None, *, color: bool = False) -> str:
    """Render one attempt, ``width`` columns wide (default: the terminal's), with a final line feed.

    Everything wraps to the width but the replay code, whose lines stay whole to be copied.
    """
    page = Page(tr, columns_of(width))
    blocks = [section(page, attempt) for section in _SECTIONS]
    return rendered(blocks, page.width, color)


def render_course(course: Course, tr: Translator, width: int | None = None, *, color: bool = False) -> str:
    """Render a course with one line for each student, and a last line that counts them."""
    table, columns = tabulate(course), columns_of(width)
    lines = [(tr("student"), tr("accepted"), tr("score"), ""), *map(_student_line, table.students)]
    counts = tr("Students: {students}. Exercises: {exercises}.",
                students=len(table.students), exercises=len(table.exercises))  # fmt: skip
    blocks: list[Block] = [[Line(_one_line(table.name), "bold")], [_aligned(lines, columns)], [Line(counts)]]
    if table.faults:
        faults = tr("Not graded through a fault of the grader: {count}.", count=table.faults)
        blocks.append([Line(f"{_FAULT} {faults}")])
    return rendered(blocks, columns, color)


def _title(page: Page, attempt: Attempt) -> Block:
    word = VERDICTS[attempt.verdict]
    title = page.heading(f"{page.tr.bilingual(attempt.exercise_title)} ({attempt.exercise})")
    return [title, Line(f"{word.sign} {page.tr(word.word)}", _STYLES[word.tone])]


def _properties(page: Page, attempt: Attempt) -> Block:
    if not attempt.results:
        return []
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True, justify="right")
    grid.add_column(overflow="fold")
    for result in attempt.results:
        grid.add_row(*_property_line(page, result))
    return [indented(grid)]


def _property_line(page: Page, result: PropertyResult) -> tuple[Line, Line, Line]:
    word = OUTCOMES[result.outcome]
    points = f"{format_score(result.points)}/{format_score(result.max_points)}" if result.max_points else ""
    title = visible(page.tr.bilingual(result.title))
    return Line(f"{word.sign} {page.tr(word.word)}", _STYLES[word.tone]), Line(points), Line(title)


def _fallen(page: Page, attempt: Attempt) -> Block:
    result = first_fallen(attempt)
    if result is None:
        return []
    title = page.tr.bilingual(result.title)
    block: Block = [page.heading(page.tr("To mend first: {title}", title=title))]
    if result.message:
        block.append(indented(Line(page.shortened(page.tr(result.message), VALUE_LIMIT))))
    if result.counterexample:
        block += [indented(part) for part in _counterexample(page, result.counterexample)]
    return block + _fallen_elsewhere(page, result)


def _fallen_elsewhere(page: Page, result: PropertyResult) -> Block:
    if len(result.devices) < 2:
        return []
    ended = (f"{visible(run.device)} {page.tr(OUTCOMES[run.outcome].word)}" for run in result.devices)
    return [indented(Line(page.tr("By device: {outcomes}", outcomes=", ".join(ended))))]


def _counterexample(page: Page, found: Counterexample) -> Block:
    tr = page.tr
    block: Block = [Line(tr("call")), indented(Line(page.shortened(found.call, VALUE_LIMIT)))]
    for name, shown in found.inputs:
        block += _value(page, tr("input {name}", name=name), shown)
    if found.expected:
        block += _value(page, tr("expected"), found.expected)
    if found.actual:
        block += _value(page, tr("actual"), found.actual)
    if _has_marks(found):
        block.append(Line(tr("> < marks an element that differs."), "dim"))
    block.append(Line(page.shortened(tr(found.difference.text), VALUE_LIMIT), "bold"))
    if not found.minimal:
        block.append(Line(tr("The search stopped early; a smaller counterexample may exist.")))
    return block


def _has_marks(found: Counterexample) -> bool:
    shown = [value for _, value in found.inputs] + [found.expected, found.actual]
    return any(cell.marked for value in shown if value for row in value.grid or () for cell in row)


def _value(page: Page, label: str, shown: Shown) -> Block:
    heading = Line(visible(label))
    if shown.header:
        heading.append(f"  {visible(shown.header)}", "dim")
    if shown.grid and any(shown.grid):
        return [heading, *(indented(row) for row in _grid(shown.grid))]
    return [heading, indented(Line(page.shortened(shown.text, VALUE_LIMIT)))]


def _grid(rows: tuple[tuple[Cell, ...], ...]) -> list[Line]:
    texts = [[f">{visible(cell.text)}<" if cell.marked else f" {visible(cell.text)} " for cell in row]
             for row in rows]  # fmt: skip
    width = max(cell_len(text) for row in texts for text in row)
    return [_grid_row(row, shown, width) for row, shown in zip(rows, texts, strict=True)]


def _grid_row(row: tuple[Cell, ...], texts: list[str], width: int) -> Line:
    line = Line("[")
    for number, (cell, text) in enumerate(zip(row, texts, strict=True)):
        line.append(" " * (width - cell_len(text) + (number > 0)))
        line.append(text, "bold red" if cell.marked else "")
    return line.append("]")


def _hint(page: Page, attempt: Attempt) -> Block:
    result = first_fallen(attempt)
    if result is None or result.hint is None:
        return []
    return [Line(page.tr("Hint: {hint}", hint=visible(page.tr.bilingual(result.hint))))]


def _diagnosis(page: Page, attempt: Attempt) -> Block:
    if attempt.diagnosis is None:
        return []
    sentence = visible(page.tr.bilingual(attempt.diagnosis.misconception))
    block: Block = [
        Line(page.tr("Your answers are those of this misconception: {sentence}", sentence=sentence))
    ]
    if attempt.diagnosis.notes:
        notes = visible(page.tr.bilingual(attempt.diagnosis.notes))
        block.append(Line(page.tr("Read again: {notes}", notes=notes)))
    return block


def _replay(page: Page, attempt: Attempt) -> Block:
    result = first_fallen(attempt)
    if result is None or result.counterexample is None or not result.counterexample.replay:
        return []
    code = visible(result.counterexample.replay).rstrip("\n")
    return [page.heading(page.tr("To repeat it:")), Code(code)]


def _messages(page: Page, attempt: Attempt) -> Block:
    return [Line(page.shortened(page.tr(message), VALUE_LIMIT)) for message in attempt.messages]


def _devices(page: Page, attempt: Attempt) -> Block:
    if not attempt.devices:
        return []
    lines = [indented(_device_line(page, run)) for run in attempt.devices]
    sandbox = page.tr("Sandbox: {level}", level=page.tr(LEVELS[attempt.level]))
    return [page.heading(page.tr("Devices")), *lines, indented(Line(sandbox))]


def _device_line(page: Page, run: DeviceRun) -> Line:
    word = DEVICE_STATES[run.state]
    line = Line(f"{word.sign} {visible(run.device)}  {page.tr(word.word)}", _STYLES[word.tone])
    if run.note:
        line.append(f" ({visible(page.tr(run.note))})")
    return line


def _output(page: Page, attempt: Attempt) -> Block:
    if not attempt.output:
        return []
    shown = page.shortened(attempt.output.rstrip("\n"), OUTPUT_LIMIT).expandtabs()
    chunks = (chunk for line in shown.split("\n") for chunk in chop_cells(line, page.width - 4) or [""])
    block: Block = [page.heading(page.tr("What your code printed (it does not change the score)"))]
    block += [Line(f"  │ {chunk}") for chunk in chunks]
    if attempt.output_truncated:
        block.append(indented(Line(page.tr("The rest of the output was not kept."))))
    return block


def _score(page: Page, attempt: Attempt) -> Block:
    return [page.heading(score_line(attempt, page.tr))]


_SECTIONS: tuple[Callable[[Page, Attempt], Block], ...] = (
    _title, _properties, _fallen, _hint, _diagnosis, _replay,
    _messages, _devices, _output, _score,
)  # fmt: skip


def _student_line(student: StudentRow) -> tuple[str, str, str, str]:
    accepted = f"{student.accepted}/{len(student.attempts)}"
    fault = f"{_FAULT} {student.total.faults}" if student.total.faults else ""
    return _one_line(student.shown), accepted, str(student.total), fault


def _aligned(lines: list[tuple[str, str, str, str]], columns: int) -> Table:
    """Set the lines in columns; only the names give way where there is not enough room."""
    taken = sum(max(cell_len(cell) for cell in column) + 2 for column in list(zip(*lines, strict=True))[1:])
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(overflow="ellipsis", no_wrap=True, max_width=max(4, columns - taken - 2))
    for justify in ("right", "right", "left"):
        grid.add_column(justify=justify, no_wrap=True)
    for number, line in enumerate(lines):
        grid.add_row(*(Line(cell, "" if number else "bold") for cell in line))
    return grid


def _one_line(name: str) -> str:
    return " ".join(split_at(visible(name), NAME_LIMIT)[0].split())
