"""Reference for numpy_roundtrip: one function that looks at the memory, one that reads the numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch


def numpy_roundtrip(a: np.ndarray[Any, Any]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return a tensor that shares the memory of ``a``, and one that never does."""
    return torch.from_numpy(a), torch.tensor(a)
