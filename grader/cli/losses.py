"""The end of every export and import: what did not come through, as a table, and in full as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.table import Table

from grader.cli.invocation import Invocation, terminal_columns
from grader.errors import UsageError
from grader.exchange.losses import Loss, lines, to_json
from grader.model import text
from grader.report.console import columns_of, rendered


def say_losses(invocation: Invocation, losses: Sequence[Loss]) -> None:
    """Print how many questions lost what, and which."""
    rows = list(lines(losses))
    if not rows:
        invocation.say(text("Nothing was lost."))
        return
    tr = invocation.tr
    table = Table(box=None, pad_edge=False)
    table.add_column("#", justify="right")
    table.add_column(tr("What was lost or changed"))
    table.add_column(tr("Questions"), overflow="fold")
    for count, sentence, names in rows:
        table.add_row(count, tr(sentence), names)
    invocation.say(rendered([[table]], columns_of(terminal_columns()), color=False).rstrip())


def write_report(
    path: Path | None, direction: str, form: str, questions: Sequence[str], losses: Sequence[Loss]
) -> None:
    """Write the whole list, question by question, where that is wanted."""
    if path is None:
        return
    write_file(path, to_json(direction, form, questions, losses).encode())


def write_file(path: Path, content: bytes) -> None:
    """Write a file and the folders above it; raises `UsageError` where that cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}.", "Choose another file.") from error
