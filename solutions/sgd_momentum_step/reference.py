"""Reference for sgd_momentum_step."""

from __future__ import annotations

import torch


@torch.no_grad()
def sgd_momentum_step(
    params: list[torch.Tensor],
    grads: list[torch.Tensor],
    bufs: list[torch.Tensor | None],
    lr: float,
    momentum: float = 0.0,
    weight_decay: float = 0.0,
    nesterov: bool = False,
) -> None:
    """Move every parameter by one step, in place; ``bufs[i]`` is None before the first step with momentum.

    ``params``, ``grads`` and ``bufs`` are as long as each other; ``grads`` are not written to.
    """
    for i, (p, g) in enumerate(zip(params, grads, strict=True)):
        direction = g + weight_decay * p
        if momentum:
            direction = _with_momentum(direction, bufs, i, momentum, nesterov)
        p.sub_(lr * direction)


def _with_momentum(
    direction: torch.Tensor, bufs: list[torch.Tensor | None], i: int, momentum: float, nesterov: bool
) -> torch.Tensor:
    """Update buffer ``i`` and return the direction to walk in."""
    old = bufs[i]
    # The first buffer is a tensor of its own: the caller will overwrite the gradient.
    new = direction.clone() if old is None else momentum * old + direction
    bufs[i] = new
    return direction + momentum * new if nesterov else new
