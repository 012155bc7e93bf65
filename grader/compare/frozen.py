"""An answer that the reference gave elsewhere: compared by the same rule, with the bounds it had there."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import torch

from grader.compare.tolerance import Expected
from grader.compare.tree import Asked

Bounds = Mapping[str, tuple[torch.Tensor, torch.Tensor]]


class Frozen(Expected):
    """What the reference answered, without the reference; see `Expected`.

    ``bounds`` has, by path, the exact answer and how far from it a right one may lie; without one, nobody
    knows how the answer moves with its inputs, and half of its digits have to be right.
    """

    def __init__(self, value: Any, raised: Exception | None = None, bounds: Bounds | None = None) -> None:
        asked = Asked(lambda: value, (), {})
        super().__init__(asked, value, raised, asked)
        self._frozen = bounds or {}

    @cached_property
    def _exact(self) -> dict[str, torch.Tensor]:
        return {path: exact for path, (exact, _) in self._frozen.items()}

    @cached_property
    def _tolerances(self) -> dict[str, torch.Tensor]:
        return {path: self._kept(path, own) for path, (own, _) in self._own.items()}

    def _kept(self, path: str, own: torch.Tensor) -> torch.Tensor:
        if path in self._frozen:
            return self._frozen[path][1]
        half = self._unit(self._own[path][1]) ** 0.5
        return torch.maximum(self._bound(path, torch.zeros(own.shape)), half * own.abs().clamp(min=1.0))
