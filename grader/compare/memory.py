"""Remembering what the reference answered: the same question is asked for every submission of a class.

Content decides: a question is its function and the bytes, layout and dtype of every argument.
"""

from __future__ import annotations

import hashlib
import sys
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import torch

from grader.compare.tolerance import Expected, expect

MAX_KEPT = 50_000
PLAIN = (type(None), bool, int, float, complex, str, torch.dtype, torch.device)


class NotRememberable(Exception):
    """This argument has no content to go by (a module, an object with state)."""


class Memory:
    """Answers of references by question; the oldest are forgotten first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[bytes, Expected] = OrderedDict()

    def expect(
        self,
        function: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
        ask: Callable[[], Expected],
        extra: Any = (),
    ) -> Expected:
        """Return the remembered answer to a question, or ask and remember it.

        `function` names the question together with the arguments and `extra`; `ask` asks it.
        """
        try:
            key = question(function, (args, kwargs, extra))
        except NotRememberable:
            return ask()
        if key not in self._kept:
            self._kept[key] = ask()
            if len(self._kept) > MAX_KEPT:
                self._kept.popitem(last=False)
        return self._kept[key]

    def clear(self) -> None:
        """Forget everything."""
        self._kept.clear()


def question(function: Callable[..., Any], arguments: Any) -> bytes:
    """Return a digest of a function and its arguments (SHA-256)."""
    name, module = getattr(function, "__name__", ""), sys.modules.get(getattr(function, "__module__", ""))
    if getattr(module, name, None) is not function:
        # A module, a closure, a bound method: its name does not say what it will answer.
        raise NotRememberable
    digest = hashlib.sha256(f"{function.__module__}.{name}".encode())
    absorb(digest, arguments)
    return digest.digest()


def absorb(digest: Any, value: Any) -> None:
    """Put a value's type and content into a digest."""
    digest.update(type(value).__name__.encode())
    if isinstance(value, torch.Tensor):
        layout = (value.dtype, tuple(value.shape), value.stride(), value.requires_grad)
        digest.update(repr(layout).encode())
        dense = torch.empty(value.numel(), dtype=value.dtype).copy_(value.detach().reshape(-1))
        digest.update(dense.view(torch.uint8).numpy().tobytes() if value.numel() else b"")
    elif isinstance(value, np.ndarray):
        digest.update(repr((value.dtype.str, value.shape, value.strides)).encode() + value.tobytes())
    elif isinstance(value, torch.Generator):
        digest.update(value.get_state().numpy().tobytes())
    elif isinstance(value, Mapping):
        for key, item in value.items():
            digest.update(repr(key).encode())
            absorb(digest, item)
    elif isinstance(value, (list, tuple)):
        digest.update(str(len(value)).encode())
        for item in value:
            absorb(digest, item)
    elif isinstance(value, PLAIN):
        digest.update(repr(value).encode())
    else:
        raise NotRememberable


MEMORY = Memory()


def remembered(function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Expected:
    """Return what `expect` returns, asking the reference only once for equal arguments."""
    return MEMORY.expect(function, args, kwargs, lambda: expect(function, args, kwargs))
