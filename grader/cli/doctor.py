"""``grade doctor``: is everything here that grading needs?"""

from __future__ import annotations

import json
from collections.abc import Iterator

import click

from grader.cli.checkup import CHECKS, Finding, Status
from grader.cli.invocation import Invocation, lang_option, pass_invocation
from grader.cli.sandbox import check_sandbox
from grader.model import text

_WORDS = {Status.OK: text("ok"), Status.WARN: text("warn"), Status.FAIL: text("fail")}


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--ci", is_flag=True, help="Say also whether `grade ci` can grade in this runner.")
@lang_option
@pass_invocation
def command(invocation: Invocation, as_json: bool, ci: bool) -> int:
    """Check the installation and the course; say what to do about what is wrong."""
    findings: list[Finding] = []
    for found in _findings(invocation, ci):
        findings.append(found)
        if not as_json:
            _print(invocation, found)
    if as_json:
        click.echo(json.dumps({"format": 1, "checks": [_entry(found) for found in findings]}, indent=2))
    return 1 if any(found.status is Status.FAIL for found in findings) else 0


def _findings(invocation: Invocation, ci: bool) -> Iterator[Finding]:
    """Yield what each check finds, as it is found."""
    for check in CHECKS:
        yield check(invocation)
    yield from check_sandbox(invocation, ci=ci)


def _print(invocation: Invocation, found: Finding) -> None:
    tr = invocation.tr
    invocation.say(f"{tr(_WORDS[found.status]):<4}  {tr(found.text)}")
    if found.advice is not None:
        invocation.say(f"      {tr(found.advice)}")


def _entry(found: Finding) -> dict[str, str]:
    advice = "" if found.advice is None else str(found.advice)
    return {"name": found.name, "status": found.status.value, "text": str(found.text), "advice": advice}
