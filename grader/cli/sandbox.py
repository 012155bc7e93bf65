"""The part of ``grade doctor`` that looks at the sandbox: it tries what no submission may do."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from grader.cli.checkup import Finding, Status
from grader.cli.invocation import Invocation
from grader.errors import GraderError
from grader.model import Level, Text, text
from grader.report.words import LEVELS

if TYPE_CHECKING:
    from grader.client.probe import Probed


def check_sandbox(invocation: Invocation, *, ci: bool = False) -> list[Finding]:
    """Does the process start that runs submissions, and what could one do? Tries the forbidden acts.

    ``ci``: is that enough for `grade ci` here, and how could it be more?
    """
    from grader.client.probe import probe
    from grader.client.zygote import Zygote

    try:
        with Zygote() as zygote:
            zygote.wait_ready()
            probed = probe(zygote.fork())
            shortfalls = tuple(zygote.shortfalls)
    except GraderError as error:
        advice = text("Nothing can be graded: {hint}", hint=error.hint)
        return [
            Finding("zygote", Status.FAIL, text("The runner does not start: {reason}", reason=error), advice)
        ]
    started = Finding("zygote", Status.OK, text("The runner starts"))
    in_ci = [ci_finding(invocation, probed.level)] if ci else []
    found = sandbox_finding(invocation, probed, shortfalls)
    return [started, found, *acts_findings(invocation, probed), *in_ci]


def ci_finding(invocation: Invocation, level: Level) -> Finding:
    """Say whether `grade ci` grades strangers' code in this runner, and what would raise the level."""
    from grader.ci import services, wall

    service = services.detect(os.environ)
    steps = [invocation.tr(step) for step in wall.advice(service, level, wall.facts())]
    advice = text("{advice}", advice=" ".join(steps)) if steps else None
    if wall.enough(level):
        found = text(
            "This runner ({service}) reaches {level}: enough for `grade ci`.",
            service=service.value,
            level=level.value,
        )
        return Finding("ci", Status.OK, found, advice)
    found = text(
        "This runner ({service}) reaches {level}; `grade ci` refuses below L2 (docs/ci.md).",
        service=service.value,
        level=level.value,
    )
    return Finding("ci", Status.FAIL, found, advice)


def sandbox_finding(invocation: Invocation, probed: Probed, shortfalls: tuple[Text, ...]) -> Finding:
    """Name the level, and what is missing to the next one."""
    found = text("Sandbox: {level}", level=invocation.tr(LEVELS[probed.level]))
    if probed.level is Level.FULL:
        return Finding("sandbox", Status.OK, found)
    reasons = shortfalls or (text("no reason is known"),)
    why = " ".join(invocation.tr(reason) for reason in reasons)
    return Finding("sandbox", Status.WARN, found, text("The full sandbox (L3) is missing: {why}", why=why))


def acts_findings(invocation: Invocation, probed: Probed) -> list[Finding]:
    """Say of every act that was tried whether a submission could do it."""
    from grader.client.probe import ACTS

    return [act_finding(invocation, act.value, words, act in probed.possible) for act, words in ACTS.items()]


def act_finding(invocation: Invocation, name: str, words: Text, possible: bool) -> Finding:
    """Say whether a submission could do one thing."""
    act = invocation.tr(words)
    if possible:
        return Finding(f"act.{name}", Status.WARN, text("A submission could {act}", act=act))
    return Finding(f"act.{name}", Status.OK, text("A submission cannot {act}", act=act))
