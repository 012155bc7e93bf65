"""The command line: parse, call, show, exit code. Heavy imports are inside the commands."""

from __future__ import annotations

import importlib
import io
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import Any

import click

from grader import __version__
from grader.cli.invocation import INTERRUPTED, Invocation, lang_option
from grader.errors import GraderError, GraderFault

# The module of each command, so that `grade --help` and `grade list` import no other; it has `command`.
COMMANDS = {
    "run": "grader.cli.run",
    "list": "grader.cli.listing",
    "pages": "grader.cli.pages",
    "quiz": "grader.cli.quiz",
    "quiz-export": "grader.cli.quiz_export",
    "quiz-import": "grader.cli.quiz_import",
    "quiz-gather": "grader.cli.quizgather",
    "quiz-analysis": "grader.cli.quizanalysis",
    "quiz-regrade": "grader.cli.quizregrade",
    "hint": "grader.cli.hint",
    "reset": "grader.cli.reset",
    "new": "grader.cli.new",
    "validate": "grader.cli.validate",
    "batch": "grader.cli.batch",
    "similar": "grader.cli.similar",
    "regrade": "grader.cli.regrade",
    "adjust": "grader.cli.adjust",
    "report": "grader.cli.reporting",
    "export": "grader.cli.exporting",
    "seal": "grader.cli.sealing",
    "ci": "grader.cli.ci",
    "release": "grader.cli.release",
    "submit": "grader.cli.submitting",
    "doctor": "grader.cli.doctor",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of `COMMANDS`."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module and return its ``command``."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Carry out the command. Where its reader has left, click would exit with 1: "not accepted"."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            return _output_closed()


@click.group(
    cls=LazyGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 accepted or done, 1 not accepted, 2 wrong usage, 3 a fault of the grader.",
)
@click.version_option(__version__, prog_name="grade", message="%(prog)s %(version)s")
@lang_option
@click.pass_context
def grade(ctx: click.Context) -> int:
    """Grade PyTorch exercises against hidden properties.

    Without a command: watch the exercise at hand and grade it at every save; where the output is not
    a terminal, grade it once.
    """
    if ctx.invoked_subcommand is not None:
        return 0
    from grader.cli import watch

    return watch.watch_or_grade_once(ctx.find_object(Invocation) or Invocation())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. The one place where `GraderError` is caught."""
    _survive_odd_encodings()
    invocation = Invocation()
    try:
        return _exit_code(lambda: grade.main(arguments, "grade", standalone_mode=False, obj=invocation))
    except GraderError as error:
        return _show_error(error, invocation)
    except (click.Abort, KeyboardInterrupt):
        click.echo("\n" + invocation.tr("Stopped."), err=True)
        return INTERRUPTED
    except Exception:
        # Python would exit with 1, which says "not accepted": our fault must not look like theirs.
        traceback.print_exc()
        return _show_error(_unexpected(), invocation)


def _exit_code(command: Callable[[], object]) -> int:
    try:
        code = command()
    except click.ClickException as error:
        error.show()
        return 2
    return code if isinstance(code, int) else 0


def _show_error(error: GraderError, invocation: Invocation) -> int:
    tr = invocation.tr
    click.echo(tr("Error: {problem}", problem=error.message), err=True)
    if error.hint:
        click.echo(tr("Hint: {hint}", hint=error.hint), err=True)
    click.echo(tr("See docs/messages.md#{slug}", slug=error.slug), err=True)
    return error.exit_code


def _unexpected() -> GraderFault:
    return GraderFault(
        "Tensorgrade met an error that it did not expect (traceback above).",
        "Please report it with the traceback; your code is not to blame.",
    )


def _output_closed() -> int:
    # Python would complain once more when it flushes at exit.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 141


def _survive_odd_encodings() -> None:
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
