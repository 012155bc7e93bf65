"""What every command needs: the language, the course, the student's state. Found when asked for."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

import click

from grader.catalog import Catalog
from grader.i18n import LANGUAGES, Translator, default_language, translator
from grader.model import Attempt, Text
from grader.workspace import State, Workspace

INTERRUPTED = 130
Function = TypeVar("Function", bound=Callable[..., Any])


class Invocation:
    """One call of ``grade``. Mutable: options set the language while the command line is parsed."""

    def __init__(self) -> None:
        self.language = default_language(os.environ)

    @property
    def tr(self) -> Translator:
        """The translator into the language asked for."""
        return translator(self.language)

    @cached_property
    def catalog(self) -> Catalog:
        """The course that holds the current folder. Raises `UsageError` where there is none."""
        return Catalog.find()

    @cached_property
    def workspace(self) -> Workspace:
        """The student's workspace in the course."""
        return Workspace(self.catalog.root)

    def state(self) -> State:
        """Return the student's state as it is now."""
        return self.workspace.load(self.warn)

    def say(self, message: Text | str = "") -> None:
        """Print a sentence on the standard output."""
        click.echo(self.tr(message) if isinstance(message, Text) else message)

    def warn(self, message: Text) -> None:
        """Print a sentence on the standard error, which no pipe mistakes for a result."""
        click.echo(self.tr(message), err=True)

    def report(self, attempt: Attempt, columns: int | None = None) -> str:
        """Return the attempt as the terminal shows it; in colour only where that is wanted."""
        from grader.report.terminal import render_attempt

        return render_attempt(attempt, self.tr, columns, color=_wants_colour())


def terminal_columns() -> int:
    """Return the width of the terminal in characters."""
    return shutil.get_terminal_size().columns


def _wants_colour() -> bool:
    refused = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout.isatty() and not refused


def _set_language(ctx: click.Context, parameter: click.Parameter, value: str | None) -> None:
    invocation = ctx.find_object(Invocation)
    if value is not None and invocation is not None:
        invocation.language = value


def lang_option(function: Function) -> Function:
    """Add ``--lang``, which any command takes, before or after its name."""
    option = click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        expose_value=False,
        callback=_set_language,
        help="Language of everything shown (default: the locale's).",
    )
    return option(function)


pass_invocation = click.make_pass_decorator(Invocation)
