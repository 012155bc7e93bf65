"""Lines to be put in order that are no code of ours: each is a text that a program only notes down.

The right orders of our own questions are found by running every order; a stranger's lines are never run. So
they stand as ``do("…")`` in the question's file, where ``do`` appends to a list.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Sequence

SETUP = "done = []\ndo = done.append\n"
_STEP = re.compile(r"`do\((.*)\)`", re.DOTALL)


def step(words: str) -> str:
    """Return a line of Python that notes a text down; whatever the text holds, it stays a text."""
    return f"do({json.dumps(words, ensure_ascii=False)})"


def without_steps(shown: Sequence[str]) -> list[str]:
    """Return lines as they were written before `step`, where all of them are steps."""
    steps = [_STEP.fullmatch(line) for line in shown]
    if not all(steps):
        return list(shown)
    try:
        found = [ast.literal_eval(one[1]) for one in steps if one]
    except (ValueError, SyntaxError):
        return list(shown)
    return found if all(isinstance(one, str) for one in found) else list(shown)
