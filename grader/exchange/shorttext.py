"""Short answers of other programs: their wildcards, and what they say to everybody else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from grader.exchange.item import Answer, Ask, Form
from grader.exchange.losses import Lost
from grader.exchange.received import Received

_STAR = re.compile(r"(?<!\\)\*")


def typed_answers(received: Received, name: str, answers: Sequence[Answer], *, case: bool) -> Ask | None:
    """Return what may be typed, without wildcards; None where nothing is right any more."""
    kept = []
    for answer in answers:
        if _STAR.search(answer.text):
            received.lose(name, Lost.WILDCARD if answer.text != "*" else Lost.FEEDBACK, answer.text)
        elif answer.text:
            kept.append(Answer(answer.text.replace("\\*", "*"), answer.weight, answer.feedback))
    ask = Ask(Form.TEXT, tuple(kept), case=case)
    return ask if ask.right else None
