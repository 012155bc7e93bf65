"""Reading what was claimed: one draft for every exercise that a file hands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from grader.catalog import SourceText
from grader.course import Oddity, OddityKind
from grader.intake.extract import Extract, Statements
from grader.intake.folder import too_large
from grader.intake.layouts import Claim
from grader.intake.magics import ParsedCell, parse_cell
from grader.intake.names import shown
from grader.intake.notebook import NOTEBOOK_BYTES, read_cells
from grader.intake.records import CellStart, Refused
from grader.intake.source import decoded, source_text
from grader.intake.tree import Tree
from grader.model import Exercise, Text, text

# A file that we refuse for these is nobody's submission; for the others it is one that cannot be read.
_NO_SUBMISSION = frozenset(
    {OddityKind.LINK, OddityKind.HARD_LINK, OddityKind.NOT_A_FILE, OddityKind.UNREADABLE, OddityKind.ARCHIVE}
)


@dataclass(frozen=True, slots=True)
class Draft:
    """A file read for one exercise, before its versions are compared."""

    claim: Claim
    slug: str
    content: SourceText | Text
    cells: tuple[CellStart, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Tell whether there is a text to grade."""
        return isinstance(self.content, SourceText)


class Contents:
    """Reads claims; ``oddities`` grows as it does."""

    def __init__(self, tree: Tree, exercises: Sequence[Exercise]) -> None:
        self._tree = tree
        self._exercises: Mapping[str, Exercise] = {exercise.slug: exercise for exercise in exercises}
        self.oddities: list[Oddity] = []

    def drafts(self, claim: Claim) -> tuple[Draft, ...]:
        """Return what a file hands in: nothing where it is about no exercise, or is no plain file."""
        if claim.suffix == ".ipynb":
            return tuple(self._notebook(claim))
        return tuple(self._script(claim)) if claim.stem in self._exercises else ()

    def _script(self, claim: Claim) -> Iterator[Draft]:
        limit = self._exercises[claim.stem].limits.source_bytes
        try:
            source = source_text(_name(claim), decoded(self._tree.read(claim.member, limit)))
            yield Draft(claim, claim.stem, source)
        except Refused as refused:
            yield from self._refused(claim, claim.stem, refused)

    def _notebook(self, claim: Claim) -> Iterator[Draft]:
        try:
            cells = tuple(map(parse_cell, read_cells(self._tree.read(claim.member, NOTEBOOK_BYTES))))
            statements = Statements(cells)
        except Refused as refused:
            yield from self._refused(claim, claim.stem, refused)
            return
        self._tell_left_out(claim, cells)
        for exercise in self._exercises.values():
            try:
                yield from _draft(claim, exercise, statements.extract(exercise.slug, exercise.target))
            except Refused as refused:
                yield from self._refused(claim, exercise.slug, refused)

    def _refused(self, claim: Claim, slug: str, refused: Refused) -> Iterator[Draft]:
        self.oddities.append(Oddity(claim.member.shown, refused.kind, refused.text))
        if refused.kind not in _NO_SUBMISSION and slug in self._exercises:
            yield Draft(claim, slug, refused.text)

    def _tell_left_out(self, claim: Claim, cells: Sequence[ParsedCell]) -> None:
        told = [f"cell {cell.cell.shown}: {line}" for cell in cells for line in cell.left_out]
        if told:
            sentence = text(
                "Lines that are not Python were left out ({lines}). Nothing in them was run; check that the "
                "exercise does not need them.",
                lines=shown("; ".join(told)),
            )
            self.oddities.append(Oddity(claim.member.shown, OddityKind.LEFT_OUT, sentence))


def _draft(claim: Claim, exercise: Exercise, extract: Extract | None) -> Iterator[Draft]:
    if extract is None:
        if claim.stem == exercise.slug:
            raise Refused(OddityKind.NOTEBOOK, _no_cell(exercise))
        return
    size = len(extract.source.encode())
    if size > exercise.limits.source_bytes:
        raise too_large(size, exercise.limits.source_bytes)
    source = source_text(_name(claim), extract.source)
    yield replace(Draft(claim, exercise.slug, source), cells=extract.cells)


def _no_cell(exercise: Exercise) -> Text:
    return text(
        "No cell of the notebook defines {target}, and none has the tag {tag}. Ask for one that does.",
        target=exercise.target,
        tag=f"tensorgrade:{exercise.slug}",
    )


def _name(claim: Claim) -> str:
    return shown(claim.member.parts[-1])
