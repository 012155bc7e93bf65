"""Reference for adam_step."""

from __future__ import annotations

from typing import Any

import torch


@torch.no_grad()
def adam_step(
    p: torch.Tensor,
    g: torch.Tensor,
    state: dict[str, Any],
    lr: float = 1e-3,
    betas: tuple[float, float] = (0.9, 0.999),
    eps: float = 1e-8,
) -> None:
    """Move ``p`` by one step of Adam, in place; ``state`` is {} before the first step and is written to."""
    if not state:
        state.update(t=0, m=torch.zeros_like(g), v=torch.zeros_like(g))
    beta1, beta2 = betas
    state["t"] += 1
    state["m"] = beta1 * state["m"] + (1 - beta1) * g
    state["v"] = beta2 * state["v"] + (1 - beta2) * g * g
    mean = state["m"] / (1 - beta1 ** state["t"])
    square = state["v"] / (1 - beta2 ** state["t"])
    p.sub_(lr * mean / (square.sqrt() + eps))
