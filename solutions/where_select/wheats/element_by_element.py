"""A Python loop over all elements; slow, but right.
用 Python 逐元素循环；慢，但正确。
"""

import torch


def where_select(cond: torch.Tensor, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    if not cond.dtype == torch.bool:
        raise TypeError("cond")
    dtype = torch.result_type(x, y)
    shape = torch.broadcast_shapes(cond.shape, x.shape, y.shape)
    flat_c = cond.expand(shape).reshape(-1).tolist()
    flat_x = x.expand(shape).reshape(-1)
    flat_y = y.expand(shape).reshape(-1)
    if not flat_c:
        return torch.zeros(shape, dtype=dtype, device=x.device)
    picked = [flat_x[i] if c else flat_y[i] for i, c in enumerate(flat_c)]
    return torch.stack([p.to(dtype) for p in picked]).reshape(shape)
