"""``grade reset``: put a stub back; the student's text is kept."""

from __future__ import annotations

import click

from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.model import text
from grader.workspace import State, put_stub_back


@click.command("reset")
@click.argument("slug", metavar="SLUG")
@click.option("--yes", is_flag=True, help="Do not ask.")
@lang_option
@pass_invocation
def command(invocation: Invocation, slug: str, yes: bool) -> int:
    """Put the stub back as it was handed out. Your text is kept in .tensorgrade/backup."""
    catalog = invocation.catalog
    path, stub = catalog.stub_path(slug), catalog.pristine_stub(slug)
    if path.is_file() and path.read_bytes() == stub.encode():
        invocation.say(text("{path} is the stub already; nothing to do.", path=path))
        return 0
    question = invocation.tr("Put the stub of {slug} back? Your text will be kept as a backup.", slug=slug)
    if yes or click.confirm(question):
        _reset(invocation, slug, stub)
    else:
        invocation.say(text("Nothing was reset."))
    return 0


def _reset(invocation: Invocation, slug: str, stub: str) -> None:
    path = invocation.catalog.stub_path(slug)
    kept = put_stub_back(path, stub, slug, invocation.workspace)
    invocation.workspace.update(lambda state: _afresh(state, slug), invocation.warn)
    invocation.say(text("{path} is the stub again.", path=path))
    if kept is not None:
        invocation.say(text("Your text is kept in {path}.", path=kept))


def _afresh(state: State, slug: str) -> State:
    return state.with_progress(slug, state.of(slug).afresh())
