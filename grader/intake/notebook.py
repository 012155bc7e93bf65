"""Reading a notebook's code cells; outputs, attachments and metadata but the tags are not looked at."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec

from grader.course import OddityKind
from grader.intake.names import shown
from grader.intake.records import CellStart, Refused
from grader.intake.source import decoded
from grader.model import text

NOTEBOOK_BYTES = 32 << 20
CODE_CHARACTERS = 1 << 19
TAG_PREFIX = "tensorgrade:"


@dataclass(frozen=True, slots=True)
class Cell:
    """A code cell: its number among all cells (from 1), its execution count, its text, its tags."""

    number: int
    execution: int | None
    source: str
    tags: frozenset[str]

    @property
    def shown(self) -> str:
        """Name the cell as its reader finds it."""
        return CellStart(1, self.number, self.execution).shown

    def is_tagged(self, slug: str) -> bool:
        """Tell whether the author of the cell hands it in for an exercise."""
        return not self.tags.isdisjoint({slug, TAG_PREFIX + slug})


class _Metadata(msgspec.Struct, frozen=True):
    tags: tuple[str, ...] = ()


class _Cell(msgspec.Struct, frozen=True):
    cell_type: str
    source: str | tuple[str, ...] = ""
    execution_count: Annotated[int, msgspec.Meta(ge=0)] | None = None
    metadata: _Metadata = _Metadata()

    def cell(self, number: int) -> Cell:
        source = self.source if isinstance(self.source, str) else "".join(self.source)
        source = source.replace("\r\n", "\n").replace("\r", "\n")
        return Cell(number, self.execution_count, source, frozenset(self.metadata.tags))


class _Notebook(msgspec.Struct, frozen=True):
    cells: tuple[_Cell, ...]


def read_cells(data: bytes) -> tuple[Cell, ...]:
    """Return a notebook's code cells, of whichever format version. Raises `Refused`."""
    try:
        notebook = msgspec.convert(_current(decoded(data)), _Notebook)
    except msgspec.ValidationError as error:
        raise _refusal(f"{error}") from error
    numbered = enumerate(notebook.cells, start=1)
    cells = tuple(cell.cell(number) for number, cell in numbered if cell.cell_type == "code")
    if sum(len(cell.source) for cell in cells) > CODE_CHARACTERS:
        raise _refusal(f"more than {CODE_CHARACTERS} characters of code")
    return cells


def _current(source: str) -> dict[str, Any]:
    """Parse a notebook and bring it to format 4."""
    import nbformat
    from nbformat import reader

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            notebook = reader.reads(source)  # type: ignore[no-untyped-call]
            return dict(nbformat.convert(notebook, 4))  # type: ignore[no-untyped-call]
    except RecursionError as error:
        raise _refusal("nested too deeply") from error
    except Exception as error:
        # nbformat checks no shape before it walks a stranger's JSON: any exception can come of it.
        raise _refusal(f"{type(error).__name__}: {error}") from error


def _refusal(reason: str) -> Refused:
    sentence = text(
        "It is not a notebook: {reason}. Ask for one saved by Jupyter, or for a .py file.",
        reason=shown(reason.partition("\n")[0]),
    )
    return Refused(OddityKind.NOTEBOOK, sentence)
