"""PrairieLearn: ``results/results.json`` of an external grader, at most 1 MB; our fault costs no attempt."""

from __future__ import annotations

import json

from grader.ci import plain
from grader.ci.graded import Emission, Graded, Item, items, score_words, sentences
from grader.ci.services import Surroundings
from grader.export.cells import rounded
from grader.model import Verdict

Json = dict[str, object]
LARGEST = 1_000_000
LENGTHS = (50_000, 5_000, 500, 0)


def emit(graded: Graded, where: Surroundings) -> Emission:
    """Write the results with as much text as there is room for."""
    files = {where.out / "results.json": fitting(graded)}
    return Emission(files, {}, score_words(graded) + "\n", 0)


def fitting(graded: Graded) -> bytes:
    """Return the results with the longest texts that stay below the limit."""
    data = b""
    for length in LENGTHS:
        data = json.dumps(document(graded, length), ensure_ascii=False).encode()
        if len(data) <= LARGEST:
            break
    return data


def document(graded: Graded, length: int) -> Json:
    """Return the results; no text is longer than ``length``."""
    if graded.faulty or graded.uncounted:
        return {"gradable": False, "message": score_words(graded), "output": ""}
    unread = [one for one in graded.attempts if one.verdict is Verdict.NO_TARGET]
    errors = [_cut("\n".join(map(graded.tr, one.messages)), length) for one in unread]
    return {
        # What could not be read at all costs no attempt there.
        "gradable": len(unread) < len(graded.attempts),
        "format_errors": errors,
        "score": float(graded.share),
        "message": score_words(graded),
        "output": _cut(plain.printed(graded), length),
        "tests": [_test(item, graded, length) for item in items(graded)],
    }


def _test(item: Item, graded: Graded, length: int) -> Json:
    return {
        "name": item.name,
        "points": float(rounded(item.points)),
        "max_points": float(rounded(item.max_points)),
        "message": "",
        "output": _cut("\n".join(sentences(item, graded.tr)), length),
    }


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]}… {len(text) - length} more"
