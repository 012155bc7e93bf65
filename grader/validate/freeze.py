"""Freezing what students get besides the statement: the stub as it is, the examples' right answers."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import numpy as np
import torch

from grader.catalog import Catalog
from grader.compare import python_literal
from grader.errors import ContentError
from grader.frozen import Example, Examples, write_frozen
from grader.model import Exercise, Text, text


def frozen(catalog: Catalog, exercise: Exercise, reference: ModuleType, stub: str) -> str:
    """Return the text of ``examples.json``: the stub, and each public example with the reference's answer."""
    calls = catalog.examples(exercise.slug)
    cases = tuple(Example(call, answer(call, exercise, reference)) for call in calls)
    return write_frozen(Examples(stub=stub, examples=cases))


def answer(call: str, exercise: Exercise, reference: ModuleType) -> str:
    """Evaluate a public example with the reference; write its answer, or its exception, as Python."""
    scope = {"torch": torch, "np": np, exercise.target: getattr(reference, exercise.target)}
    torch.default_generator.manual_seed(0)
    try:
        value = eval(call, scope)
    except (ValueError, TypeError, IndexError) as error:
        return f"raises {type(error).__name__}"
    except Exception as error:
        raise ContentError(
            f"The example {call} of {exercise.slug} fails: {type(error).__name__}: {error}."
        ) from error
    return python_literal(value)


def freeze(catalog: Catalog, exercise: Exercise, reference: ModuleType) -> Path:
    """Write ``examples.json`` from the stub and the examples as they are now."""
    path = catalog.exercise_folder(exercise.slug) / "examples.json"
    stub = catalog.stub_path(exercise.slug).read_text(encoding="utf-8")
    path.write_text(frozen(catalog, exercise, reference, stub), encoding="utf-8")
    return path


def freeze_faults(catalog: Catalog, exercise: Exercise, reference: ModuleType) -> list[Text]:
    """Return what is wrong with the frozen examples: missing, or not what the reference answers now."""
    path = catalog.exercise_folder(exercise.slug) / "examples.json"
    if not path.is_file():
        return [text("examples.json is missing; run grade validate --freeze {slug}.", slug=exercise.slug)]
    expected = frozen(catalog, exercise, reference, catalog.pristine_stub(exercise.slug))
    if path.read_text(encoding="utf-8") != expected:
        return [text("examples.json is out of date; run grade validate --freeze {slug}.", slug=exercise.slug)]
    return []
