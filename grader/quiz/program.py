"""What runners execute when questions are built: draw parameters, run a listing, evaluate over what it left.

The builder sends this file's text as a submission; nothing of ours imports it, and it imports nothing of
ours. Whatever an author wrote runs here, in the sandbox, and only plain data goes back.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import math
import random
import traceback
import warnings
from collections.abc import Callable, Iterator
from typing import Any

import torch

LISTING = "<listing>"
TRIES = 2000
SHOWN = 300
Plain = Any


class Unlucky(Exception):
    """No draw satisfied the constraints."""


def draw(task: dict[str, Plain]) -> dict[str, Plain]:
    """Draw parameters from ``random.Random(name)`` until every constraint holds."""
    rng = random.Random(task["name"])
    generate = _generator(task["generator"])
    for _ in range(TRIES):
        values = dict(generate(rng)) if generate else {}
        for name, kind, data in task["params"]:
            values[name] = _drawn(rng, kind, data, values)
        if all(eval(condition, {"math": math, **values}) for condition in task["require"]):
            return values
    raise Unlucky(f"no draw of {TRIES} satisfies `require`")


def _generator(source: str) -> Callable[[random.Random], dict[str, Plain]] | None:
    names: dict[str, Any] = {}
    _execute(source, "<generate>", names)
    return names.get("generate")


def _drawn(rng: random.Random, kind: str, data: Plain, values: dict[str, Plain]) -> Plain:
    # Only random() itself gives the same numbers in every Python; randrange and choice do not promise it.
    if kind == "int":
        return data[0] + int(rng.random() * (data[1] - data[0] + 1))
    if kind == "pick":
        return data[int(rng.random() * len(data))]
    return eval(data, {"math": math, **values})


def perform(task: dict[str, Plain]) -> dict[str, Plain]:
    """Run the program and evaluate everything that is asked over its names.

    ``values``: key -> [kind, text, dtype]; ``errors``: key -> why it could not be evaluated; ``raised``:
    what the listing raised as [class names, message, line], None where nothing. ``entropy`` seeds what the
    program itself does not: two runs that differ in it alone must agree.
    """
    _seed(task["entropy"])
    names, output, error = _run(task["setup"], task["listing"])
    scope = {**_helpers(), **task["params"], **names, "output": output}
    values: dict[str, Plain] = {}
    errors: dict[str, str] = {}
    for key, expression in task["evals"].items():
        _evaluate(expression, scope, key, values, errors)
    return {
        "values": values,
        "errors": errors,
        "output": output,
        "raised": _raised(error),
        "torch": str(torch.__version__),
    }


def compare(task: dict[str, Plain]) -> list[str]:
    """Run one program after another; return the answer of each as a text, ``raises …`` where it raised."""
    found = []
    for listing in task["listings"]:
        _seed(0)
        names, output, error = _run(task["setup"], listing)
        scope = {**_helpers(), **task["params"], **names, "output": output}
        found.append(_answer_of(task["eval"], scope, error))
    return found


def _answer_of(expression: str, scope: dict[str, Any], error: BaseException | None) -> str:
    try:
        if error:
            raise error
        answer = " ".join(_plain(eval(expression, scope)))
        return answer if len(answer) <= SHOWN else f"{answer[:SHOWN]} … {_digest(answer)}"
    except Exception as raised:
        return f"raises {type(raised).__name__}"


def _digest(answer: str) -> str:
    return hashlib.sha256(answer.encode()).hexdigest()


def _seed(entropy: int) -> None:
    torch.manual_seed(entropy)
    random.seed(entropy)


def _run(setup: str, listing: str) -> tuple[dict[str, Any], str, BaseException | None]:
    names: dict[str, Any] = {"__name__": "listing"}
    printed = io.StringIO()
    error: BaseException | None = None
    with contextlib.redirect_stdout(printed), _quiet():
        _execute(setup, "<setup>", names)
        try:
            _execute(listing, LISTING, names)
        except Exception as raised:
            error = raised
    # A copy: the program's own functions look up their built-ins where they were defined.
    left = {name: value for name, value in names.items() if name != "__builtins__"}
    return left, printed.getvalue(), error


def _execute(source: str, filename: str, names: dict[str, Any]) -> None:
    # dont_inherit: or this file's own __future__ imports would hold there
    exec(compile(source, filename, "exec", dont_inherit=True), names)


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _helpers() -> dict[str, Any]:
    return {"torch": torch, "math": math, "raises": raises, "warns": warns}


def raises(action: Callable[[], object]) -> str:
    """Return the name of the class that ``action`` raises, empty where it raises nothing."""
    with _quiet():
        try:
            action()
        except Exception as error:
            return type(error).__name__
    return ""


def warns(action: Callable[[], object]) -> str:
    """Return the class of the first warning that ``action`` gives, empty where it gives none."""
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        action()
    return seen[0].category.__name__ if seen else ""


def _evaluate(
    expression: str, scope: dict[str, Any], key: str, values: dict[str, Plain], errors: dict[str, str]
) -> None:
    try:
        with _quiet():
            values[key] = _plain(eval(expression, scope))
    except Exception as error:
        errors[key] = f"{type(error).__name__}: {error}"[:500]


def _plain(value: Any) -> list[str]:
    dtype = ""
    if isinstance(value, torch.Tensor):
        dtype = str(value.dtype)
        value = value.detach().tolist()
    elif isinstance(value, torch.Size):
        value = tuple(value)
    elif hasattr(value, "tolist"):
        value = value.tolist()
    if not isinstance(value, (bool, int, float, str, list, tuple, type(None))):
        value = str(value)
    return [type(value).__name__, value if isinstance(value, str) else repr(value), dtype]


def _raised(error: BaseException | None) -> list[Plain] | None:
    if error is None:
        return None
    classes = [kind.__name__ for kind in type(error).__mro__]
    return [classes, str(error)[:500], _line_of(error)]


def _line_of(error: BaseException) -> int:
    if isinstance(error, SyntaxError) and error.filename == LISTING:
        return error.lineno or 0
    lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == LISTING]
    return (lines[-1] or 0) if lines else 0
