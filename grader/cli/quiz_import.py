"""``grade quiz-import``: questions of other programs, as files of ours that build and mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.errors import ContentError, UsageError
from grader.model import text

if TYPE_CHECKING:
    from grader.exchange.losses import Loss
    from grader.exchange.received import Read

FORMATS = ("gift", "moodle", "qti21", "text2qti")
FIRST = "M01"


def _module(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"M\d\d", value):
        raise UsageError(f"{value!r} is no module.", "Modules are written M01, M02, …")
    return value


@click.command("quiz-import")
@click.argument("form", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--into", metavar="TOPIC", required=True, help="Topic in quizzes/ that the files go into.")
@click.option(
    "--module",
    metavar="M01…M99",
    callback=_module,
    help="Module of questions that name none (default: that of most of the topic's).",
)
@click.option("--replace", is_flag=True, help="Write over questions of the same names.")
@click.option("--report", type=click.Path(path_type=Path), help="Write everything that was lost as JSON.")
@lang_option
@pass_invocation
def command(
    invocation: Invocation,
    form: str,
    file: Path,
    into: str,
    module: str | None,
    replace: bool,
    report: Path | None,
) -> int:
    """Take questions of another program: gift, moodle (XML), qti21 (an item or a zip), text2qti.

    Every question is built and its key marked before it is kept. Nothing in the file is executed. What we
    have no place for is listed at the end, and what is missing is marked TODO in the files. Exit code 1
    where no question could be kept.
    """
    from grader.cli.losses import say_losses, write_report
    from grader.exchange.formats import read

    folder = _folder(invocation, into)
    found = read(file, form)
    module = module or _usual_module(folder)
    if not found.items and not found.losses:
        raise UsageError(f"{file} has no questions.", "Is it of the format that was named?")
    with TemporaryDirectory() as scratch:
        drafts = Path(scratch) / folder.name
        drafts.mkdir()
        losses = [*found.losses, *_drafted(found, drafts, module, file.name)]
        losses += _unproved(drafts)
        names = sorted(path.stem for path in drafts.glob("*.toml"))
        _keep(drafts, folder, names, replace=replace)
    write_report(report, "import", form, [f"{folder.name}.{name}" for name in names], losses)
    invocation.say(text("{count} questions in {folder}", count=len(names), folder=folder))
    say_losses(invocation, losses)
    return 0 if names else 1


def _folder(invocation: Invocation, into: str) -> Path:
    from grader.quiz.reading import FOLDER, NAME

    topic = into.removeprefix(f"{FOLDER}/").rstrip("/")
    if not NAME.fullmatch(topic):
        raise UsageError(f"{into!r} is no name of a topic.", "Lower-case letters, digits, `-` and `_`.")
    return invocation.catalog.root / FOLDER / topic


def _usual_module(folder: Path) -> str:
    """Return the module of most questions of a topic; the first of all where it has none."""
    from grader.quiz.reading import question_files, read_question

    files = [path for path in question_files(folder.parent) if path.parent == folder]
    modules = Counter(read_question(path).file.module for path in files)
    return modules.most_common(1)[0][0] if modules else FIRST


def _drafted(found: Read, drafts: Path, module: str, source: str) -> Iterator[Loss]:
    """Write a file for each item; yield what was lost."""
    from grader.exchange.files import stems, toml_of
    from grader.exchange.incoming import Unfit, incoming
    from grader.exchange.losses import Loss, Lost

    for item, stem in zip(found.items, stems([item.name for item in found.items]), strict=True):
        try:
            made = incoming(item, stem, module)
        except Unfit as reason:
            yield Loss(item.name, Lost.SKIPPED, str(reason))
            continue
        (drafts / f"{stem}.toml").write_text(toml_of(made.table, source), encoding="utf-8")
        yield from (Loss(stem, lost) for lost in made.lost)


def _unproved(drafts: Path) -> Iterator[Loss]:
    """Build every draft, which marks its key and its traps; take away those that fail, and yield why."""
    from grader.client.zygote import Zygote
    from grader.exchange.losses import Loss, Lost
    from grader.quiz.build import Builder
    from grader.quiz.reading import read_question

    with Zygote() as zygote, Builder(zygote) as builder:
        for path in sorted(drafts.glob("*.toml")):
            try:
                builder.build(read_question(path), 0)
            except ContentError as error:
                path.unlink()
                yield Loss(path.stem, Lost.SKIPPED, error.message)


def _keep(drafts: Path, folder: Path, names: list[str], *, replace: bool) -> None:
    """Move the drafts into the bank; nothing is moved where one would take the place of another."""
    there = [name for name in names if (folder / f"{name}.toml").exists()]
    if there and not replace:
        raise UsageError(
            f"{folder} already has {', '.join(there[:3])} ({len(there)} in all).",
            "Import into another topic, or say --replace.",
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            content = (drafts / f"{name}.toml").read_bytes()
            (folder / f"{name}.toml").write_bytes(content)
    except OSError as error:
        raise UsageError(
            f"{folder} cannot be written: {error.strerror}.", "Choose another --into."
        ) from error
