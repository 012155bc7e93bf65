"""Out of a notebook's cells, the source of one exercise: the target and all that it needs by name.

Cells hold experiments as well: a plot, a file that only the student has. So of untagged cells we take
the statements that bind a needed name, as far as names reach; a tagged cell is taken whole.
"""

from __future__ import annotations

import ast
import re
import symtable
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from grader.course import OddityKind
from grader.intake.magics import ParsedCell
from grader.intake.records import CellStart, Refused
from grader.model import text

STAR = "*"
STATEMENTS = 20_000


@dataclass(frozen=True, slots=True)
class Extract:
    """The source of one exercise, and where its lines stand in the notebook."""

    source: str
    cells: tuple[CellStart, ...]


@dataclass(frozen=True, slots=True)
class _Statement:
    """A top-level statement of a cell: the names it binds, changes in place, and needs."""

    cell: int
    first: int
    last: int
    node: ast.stmt
    binds: frozenset[str]
    changes: frozenset[str]
    needs: frozenset[str]

    @property
    def is_definition(self) -> bool:
        return isinstance(self.node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))

    @property
    def is_future(self) -> bool:
        return isinstance(self.node, ast.ImportFrom) and self.node.module == "__future__"

    @property
    def is_import(self) -> bool:
        return isinstance(self.node, (ast.Import, ast.ImportFrom))


class Statements:
    """All top-level statements of a notebook, in its order."""

    def __init__(self, cells: Sequence[ParsedCell]) -> None:
        self._cells = cells
        if sum(len(cell.tree.body) for cell in cells if cell.tree) > STATEMENTS:
            sentence = text(
                "It has more than {limit} statements. Ask for a notebook of the exercises alone.",
                limit=STATEMENTS,
            )
            raise Refused(OddityKind.NOTEBOOK, sentence)
        self._all = [s for index, cell in enumerate(cells) for s in _statements(index, cell)]
        self._binders = _places(statement.binds for statement in self._all)
        self._changers = _places(statement.changes for statement in self._all)

    def extract(self, slug: str, target: str) -> Extract | None:
        """Return the source of an exercise, None where no cell is about it.

        Raises `Refused`, naming the cell, where the cell that is about it is not Python.
        """
        roots = self._tagged(slug) or self._defining(target)
        if not roots:
            self._require_readable(slug, target)
            return None
        return self._render(self._reach(roots))

    def _tagged(self, slug: str) -> set[int]:
        for cell in self._cells:
            if cell.cell.is_tagged(slug) and cell.tree is None:
                raise _not_python(cell)
        return {i for i, s in enumerate(self._all) if self._cells[s.cell].cell.is_tagged(slug)}

    def _defining(self, target: str) -> set[int]:
        """Return the last definition: ``accuracy = accuracy(x, y)`` below it is no other one."""
        binders = [i for i, s in enumerate(self._all) if target in s.binds and not s.is_import]
        definitions = [i for i in binders if self._all[i].is_definition]
        return set((definitions or binders)[-1:])

    def _require_readable(self, slug: str, target: str) -> None:
        definition = re.compile(rf"^[ \t]*(?:async def|def|class)[ \t]+{re.escape(target)}\b", re.MULTILINE)
        for cell in self._cells:
            hidden = cell.tree is None or not cell.tree.body
            if hidden and definition.search(cell.cell.source):
                raise _not_python(cell)

    def _reach(self, roots: set[int]) -> list[int]:
        """Return the statements that the roots need, with those that change what is taken in place."""
        taken: set[int] = set()
        todo = sorted(roots | {i for i, s in enumerate(self._all) if STAR in s.binds and i < max(roots)})
        while todo:
            index = todo.pop()
            if index in taken:
                continue
            taken.add(index)
            needed = (self._binder(name, index) for name in self._all[index].needs)
            todo.extend(i for i in needed if i is not None)
            todo.extend(i for name in self._all[index].binds for i in self._changes(name, index))
        return sorted(taken)

    def _binder(self, name: str, before: int) -> int | None:
        """Return the binding that holds when cells run in order: the last before, else the first after."""
        binders = self._binders.get(name, [])
        place = bisect_left(binders, before)
        if place > 0:
            return binders[place - 1]
        return next((index for index in binders[:2] if index != before), None)

    def _changes(self, name: str, after: int) -> list[int]:
        """Return the statements that change a binding in place, up to the next binding of that name."""
        binders, changers = self._binders[name], self._changers.get(name, [])
        place = bisect_right(binders, after)
        end = binders[place] if place < len(binders) else len(self._all)
        return changers[bisect_right(changers, after) : bisect_left(changers, end)]

    def _render(self, taken: Iterable[int]) -> Extract:
        by_cell: dict[int, list[_Statement]] = {}
        futures: list[str] = []
        for statement in (self._all[i] for i in taken):
            by_cell.setdefault(statement.cell, []).append(statement)
        for statement in (s for s in self._all if s.is_future):
            futures.append(ast.unparse(statement.node))
        lines, starts = list(dict.fromkeys(futures)), []
        for index in sorted(by_cell):
            cell = self._cells[index]
            lines.append(f"# cell {cell.cell.shown}")
            starts.append(CellStart(len(lines) + 1, cell.cell.number, cell.cell.execution))
            lines.extend(_kept_lines(cell, by_cell[index]))
        return Extract("\n".join(lines) + "\n", tuple(starts))


def _places(names: Iterable[frozenset[str]]) -> dict[str, list[int]]:
    """Return for every name the places where it occurs, ascending."""
    found: dict[str, list[int]] = {}
    for index, here in enumerate(names):
        for name in here:
            found.setdefault(name, []).append(index)
    return found


def _kept_lines(cell: ParsedCell, statements: Iterable[_Statement]) -> list[str]:
    """Return a cell's lines with all others empty, so that numbers within the cell stay as they are."""
    numbers = {n for s in statements if not s.is_future for n in range(s.first, s.last + 1)}
    last = max(numbers, default=0)
    return [cell.lines[n - 1] if n in numbers else "" for n in range(1, last + 1)]


def _not_python(cell: ParsedCell) -> Refused:
    reason = cell.problem or "; ".join(cell.left_out)
    sentence = text(
        "Cell {cell}, which holds the target, is not Python: {reason}. Ask for it with that line mended.",
        cell=cell.cell.shown,
        reason=reason,
    )
    return Refused(OddityKind.NOTEBOOK, sentence)


def _statements(index: int, cell: ParsedCell) -> Iterator[_Statement]:
    for node in cell.tree.body if cell.tree else ():
        decorators = getattr(node, "decorator_list", [])
        first = min([node.lineno, *(d.lineno for d in decorators)])
        binds, needs = _names(node)
        changes = frozenset(_changed(node))
        yield _Statement(index, first, node.end_lineno or first, node, binds - changes, changes, needs)


def _names(node: ast.stmt) -> tuple[frozenset[str], frozenset[str]]:
    """Return the global names that a statement binds, and those it needs in any of its scopes."""
    if isinstance(node, ast.ImportFrom) and node.names[0].name == STAR:
        return frozenset({STAR}), frozenset()
    try:
        table = symtable.symtable(ast.unparse(node), "cell", "exec")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        # `return` outside a function, or nested too deeply: it cannot be run, so it binds nothing.
        return frozenset(), frozenset()
    symbols = table.get_symbols()
    binds = frozenset(s.get_name() for s in symbols if s.is_assigned() or s.is_imported())
    return binds, frozenset(s.get_name() for s in symbols if s.is_referenced()) | frozenset(_inner(table))


def _inner(table: symtable.SymbolTable) -> Iterator[str]:
    todo = list(table.get_children())
    while todo:
        scope = todo.pop()
        yield from (s.get_name() for s in scope.get_symbols() if s.is_global())
        todo.extend(scope.get_children())


def _changed(node: ast.stmt) -> Iterator[str]:
    """Yield the names whose objects a statement changes: ``Model.forward = f``, ``n += 1``."""
    if isinstance(node, ast.AugAssign):
        targets: list[ast.expr] = [node.target]
    elif isinstance(node, ast.Assign):
        targets = [t for t in node.targets if isinstance(t, (ast.Attribute, ast.Subscript))]
    else:
        return
    for target in targets:
        inner: ast.expr = target
        while isinstance(inner, (ast.Attribute, ast.Subscript)):
            inner = inner.value
        if isinstance(inner, ast.Name):
            yield inner.id
