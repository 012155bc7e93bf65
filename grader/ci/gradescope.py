"""Gradescope: ``results/results.json``. A fault of ours writes none: Gradescope then tells the instructor."""

from __future__ import annotations

import json

from grader.ci import plain
from grader.ci.graded import Emission, Graded, Item, items, score_words, sentences, without_points
from grader.ci.services import Surroundings
from grader.export.cells import rounded

Json = dict[str, object]


def emit(graded: Graded, where: Surroundings) -> Emission:
    """Write the results; the log is hidden from students, it is ours."""
    if nothing := without_points(graded, plain.printed(graded)):
        return nothing
    data = json.dumps(document(graded, where.visibility), ensure_ascii=False, indent=2) + "\n"
    return Emission({where.out / "results.json": data.encode()}, {}, score_words(graded) + "\n", 0)


def document(graded: Graded, visibility: str) -> Json:
    """Return the results; ``score`` is the total and stands above the sum of the tests."""
    return {
        "score": float(rounded(graded.total.score)),
        "output": plain.printed(graded),
        "output_format": "text",
        "test_output_format": "text",
        "test_name_format": "text",
        "visibility": visibility,
        "stdout_visibility": "hidden",
        "extra_data": {"max_score": float(rounded(graded.total.max_score))},
        "tests": [_test(item, number, graded) for number, item in enumerate(items(graded), start=1)],
    }


def _test(item: Item, number: int, graded: Graded) -> Json:
    return {
        "name": item.name,
        "number": str(number),
        "score": float(rounded(item.points)),
        "max_score": float(rounded(item.max_points)),
        "status": "passed" if item.passed else "failed",
        "output": "\n".join(sentences(item, graded.tr)),
        "tags": [item.attempt.exercise],
    }
