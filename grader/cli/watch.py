"""Bare ``grade``: watch on a terminal, grade once elsewhere."""

from __future__ import annotations

import sys
from contextlib import ExitStack

import click

from grader.cli.invocation import Invocation
from grader.cli.run import Outputs, choose_jobs, grade_once, open_judge
from grader.model import text


def watch_or_grade_once(invocation: Invocation) -> int:
    """Watch the exercise at hand, or grade it once where nobody can press a key; return the exit code."""
    if sys.stdin.isatty() and sys.stdout.isatty():
        return _watch(invocation)
    return grade_once(invocation, choose_jobs(invocation, (), None), "auto", Outputs())


def _watch(invocation: Invocation) -> int:
    from grader.watch.loop import Loop

    catalog = invocation.catalog
    invocation.say(text("Starting … please wait"))
    try:
        with ExitStack() as stack:
            judge = open_judge(catalog, "auto", stack)
            workspace, tr, report = invocation.workspace, invocation.tr, invocation.report
            Loop(catalog, workspace, judge, tr, report, _write_terminal).run()
    except KeyboardInterrupt:
        # Every step was stored when it was made: nothing is lost.
        click.echo()
    invocation.say(text("Stopped. Your progress is saved; grade goes on where you were."))
    return 0


def _write_terminal(line: str) -> None:
    click.echo(line, nl=False, color=True)
