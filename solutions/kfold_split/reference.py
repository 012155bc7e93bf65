"""Reference for kfold_split: one order of all samples, cut into k nearly equal pieces."""

from __future__ import annotations

import torch


def kfold_split(
    n: int, k: int, generator: torch.Generator | None = None
) -> list[tuple[torch.Tensor, torch.Tensor]]:
    """Return k pairs (train, val); the val parts are the pieces, train is all but that piece."""
    if not 2 <= k <= n:
        raise ValueError(f"{n} samples cannot be split into {k} folds")
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    folds = order.tensor_split(k)
    return [(torch.cat(folds[:i] + folds[i + 1 :]), fold.clone()) for i, fold in enumerate(folds)]
