"""What notebooks allow and Python does not: shell lines, magics, questions. They are left out, and told."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from grader.intake.names import shown
from grader.intake.notebook import Cell

# After this many lines taken out one by one, the rest goes at once: parsing again costs time each.
ONE_BY_ONE = 8

_PYTHON_BELOW = ("%%time", "%%timeit", "%%capture", "%%prun")
# No two neighbours of these patterns match the same character: a line of a megabyte takes linear time.
_LINE = re.compile(r"([ \t]*)(?:[!%?].*|[\w.*]+\?{1,2}\s*;?)")
_ASSIGNED = re.compile(r"([ \t]*[\w.,\[\]][\w.,\[\] \t]*=[ \t]*)[!%].*")


@dataclass(frozen=True, slots=True)
class ParsedCell:
    """A code cell without its magics: as many lines as the cell has, and what was left out.

    ``tree`` is None where the rest is not Python; then ``problem`` says what, and in which line.
    """

    cell: Cell
    lines: tuple[str, ...]
    left_out: tuple[str, ...]
    tree: ast.Module | None
    problem: str = ""


def parse_cell(cell: Cell) -> ParsedCell:
    """Parse a code cell, taking out line by line what only IPython understands."""
    lines = cell.source.split("\n")
    left_out: list[str] = []
    if _whole_cell_magic(lines, left_out):
        return ParsedCell(cell, tuple(lines), tuple(left_out), ast.Module([], []))
    while True:
        try:
            return ParsedCell(cell, tuple(lines), tuple(left_out), _parse("\n".join(lines)))
        except SyntaxError as error:
            at = min(error.lineno or 1, len(lines)) - 1
            if not _take_out(lines, at, left_out):
                return ParsedCell(cell, tuple(lines), tuple(left_out), None, _problem(error))


def _problem(error: SyntaxError) -> str:
    return f"{shown(error.msg)} (line {error.lineno or 1})"


def _parse(source: str) -> ast.Module:
    try:
        return ast.parse(source)
    except (ValueError, RecursionError, MemoryError) as error:
        # The parser gives up on NUL bytes and on thousands of brackets with these.
        raise SyntaxError(str(error) or "nested too deeply", ("", 1, 0, "")) from error


def _whole_cell_magic(lines: list[str], left_out: list[str]) -> bool:
    """Take out ``%%time`` and the like; True where such a line makes the cell something else."""
    at = next((index for index, line in enumerate(lines) if line.strip()), None)
    if at is None or not lines[at].startswith("%%"):
        return False
    left_out.append(shown(lines[at]))
    magic = lines[at].split()[0]
    lines[at] = ""
    return magic not in _PYTHON_BELOW


def _take_out(lines: list[str], at: int, left_out: list[str]) -> bool:
    """Take out the line the parser stumbled on if IPython would understand it, or all such lines."""
    if len(left_out) < ONE_BY_ONE:
        return _take_out_line(lines, at, left_out)
    taken = [_take_out_line(lines, index, left_out) for index in range(len(lines))]
    return any(taken)


def _take_out_line(lines: list[str], at: int, left_out: list[str]) -> bool:
    line = lines[at].rstrip()
    plain, assigned = _LINE.fullmatch(line), _ASSIGNED.fullmatch(line)
    if not plain and not assigned:
        return False
    left_out.append(shown(line.strip()))
    # `pass` keeps a block that held nothing else a block.
    lines[at] = f"{plain[1]}pass" if plain else f"{assigned[1]}None" if assigned else ""
    while line.endswith("\\") and at + 1 < len(lines):
        at += 1
        line, lines[at] = lines[at].rstrip(), ""
    return True
