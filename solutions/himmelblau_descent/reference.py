"""Reference for himmelblau_descent."""

from __future__ import annotations

import torch


def himmelblau_descent(start: tuple[float, float], lr: float = 0.01, steps: int = 1000) -> torch.Tensor:
    """Walk ``steps`` steps of size ``lr`` down (x²+y−11)² + (x+y²−7)²; return the end, float64 [2]."""
    x, y = float(start[0]), float(start[1])
    for _ in range(steps):
        first, second = x * x + y - 11, x + y * y - 7
        x, y = x - lr * (4 * x * first + 2 * second), y - lr * (2 * first + 4 * y * second)
    return torch.tensor([x, y], dtype=torch.float64)
