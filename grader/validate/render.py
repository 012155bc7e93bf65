"""A proof on the terminal: the kill matrix with diagnosis, then what has to be mended."""

from __future__ import annotations

from collections.abc import Iterator

from rich import box
from rich.console import Console
from rich.table import Table

from grader.i18n import Translator
from grader.model import text
from grader.validate.proof import ChaffProof, Proof

FELLED = "x"
RECOGNISED = "="


def render_proof(proof: Proof, tr: Translator, width: int | None = None) -> str:
    """Return the proof as text: legend, matrix, figures, faults."""
    console = Console(width=width or 110, no_color=True, highlight=False)
    with console.capture() as capture:
        for line in legend(proof, tr):
            console.print(line, markup=False)
        console.print(matrix(proof, tr))
        console.print(figures(proof, tr), markup=False)
        for fault in proof.faults:
            console.print(f"  - {tr(fault)}", markup=False)
    return capture.get().rstrip("\n")


def legend(proof: Proof, tr: Translator) -> Iterator[str]:
    """Yield the exercise and its properties, numbered as in the matrix."""
    word = tr(text("proven")) if proof.holds else tr(text("not proven"))
    yield f"{proof.slug}: {word}"
    for number, (name, points) in enumerate(proof.properties, 1):
        yield f"  P{number} {name} ({points})"


def matrix(proof: Proof, tr: Translator) -> Table:
    """Return chaff x property, with what each chaff was diagnosed as."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(tr(text("chaff")), overflow="fold")
    for number in range(1, len(proof.properties) + 1):
        table.add_column(f"P{number}", justify="center")
    table.add_column(tr(text("size")), justify="right")
    table.add_column(tr(text("diagnosed as")), overflow="fold")
    for chaff in proof.chaffs:
        table.add_row(*cells(chaff, [name for name, _ in proof.properties]))
    return table


def cells(chaff: ChaffProof, properties: list[str]) -> Iterator[str]:
    """Yield one row of the matrix."""
    yield chaff.name
    for name in properties:
        yield FELLED if name in chaff.felled_by else "."
    yield "-" if chaff.elements is None else str(chaff.elements)
    yield RECOGNISED if chaff.diagnosed == chaff.name else chaff.diagnosed or chaff.verdict


def figures(proof: Proof, tr: Translator) -> str:
    """Sum up."""
    return tr(
        text(
            "Seeds: {seeds}. Wheats held: {wheats} of {all_wheats}. Chaffs felled: {felled} of {chaffs}, "
            "recognised: {recognised}. Median counterexample: {elements} elements. {seconds} s.",
            seeds=proof.seeds,
            wheats=sum(1 for wheat in proof.wheats if not wheat.rejected),
            all_wheats=len(proof.wheats),
            felled=proof.felled,
            chaffs=len(proof.chaffs),
            recognised=proof.recognised,
            elements="-" if proof.median_elements is None else f"{proof.median_elements:g}",
            seconds=f"{proof.seconds:.1f}",
        )
    )
