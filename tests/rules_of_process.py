"""Putting back what `Rules.install` replaces for the rest of a process."""

from __future__ import annotations

import _thread
import contextlib
import gc
import pickle
import sys
import threading
from collections.abc import Iterator
from typing import Any
from unittest import mock

import torch
import torch._inductor.test_operators  # pytest rewrites what has this name, and torch's file holds other code then

from grader.runner import guards, prepared
from grader.runner.forbidden import Rules

MODULES = (pickle, gc, _thread, torch._C, sys, threading)


@contextlib.contextmanager
def put_back() -> Iterator[None]:
    """Undo everything that rules install while this is entered."""
    prepared.warm()
    names = guards.public_names(guards.NAMESPACES)
    kinds = {value: vars(value).get("__init__") for *_, value in names if isinstance(value, type)}
    start, finders, members = threading.Thread.start, list(sys.meta_path), dict(vars(torch.Tensor))
    modules = {module: dict(vars(module)) for module in MODULES}
    with _closing_rules():
        yield
    for _, module, attribute, value in names:
        if vars(module).get(attribute) is not value:
            setattr(module, attribute, value)
    for kind, init in kinds.items():
        _restore(kind, {} if init is None else {"__init__": init}, {"__init__"})
    _restore(torch.Tensor, members, set(vars(torch.Tensor)))
    threading.Thread.start = start  # type: ignore[method-assign]
    sys.meta_path[:] = finders
    for changed, attributes in modules.items():
        vars(changed).update(attributes)


@contextlib.contextmanager
def _closing_rules() -> Iterator[None]:
    installed: list[Rules] = []
    install = Rules.install

    def noted(rules: Rules) -> None:
        installed.append(rules)
        install(rules)

    with mock.patch.object(Rules, "install", noted):
        yield
    for rules in reversed(installed):
        rules.close()


def _restore(kind: Any, before: dict[str, Any], names: set[str]) -> None:
    """Give a class the attributes it had, and take away those of the names given that it had not."""
    for name in names & set(vars(kind)) - set(before):
        delattr(kind, name)
    for name, value in before.items():
        if vars(kind).get(name) is not value:
            setattr(kind, name, value)
