"""Reads x as a table of one-number embeddings; the embedding's backward adds repeats up.
把 x 当作每行一个数的嵌入表；embedding 的反向会把重复的梯度相加。
"""

import torch
import torch.nn.functional as F
from torch import Tensor


def gather(x: Tensor, dim: int, index: Tensor) -> Tensor:
    if x.dim() < 1 or x.dim() != index.dim():
        raise ValueError(f"{x.dim()} axes against {index.dim()}")
    if index.dtype != torch.int64:
        if index.dtype != torch.int32:
            raise TypeError(str(index.dtype))
        index = index.long()
    if dim >= x.dim() or dim < -x.dim():
        raise IndexError(dim)
    axis = dim if dim >= 0 else dim + x.dim()
    position = torch.zeros((), dtype=torch.int64, device=x.device)
    for i, (have, want) in enumerate(zip(x.shape, index.shape)):
        if i == axis:
            if bool(((index < 0) | (index >= have)).any()):
                raise IndexError(f"index leaves [0, {have})")
            here = index
        else:
            if want > have:
                raise ValueError(f"axis {i}: {want} > {have}")
            here = torch.arange(want, device=x.device)
            here = here.reshape([-1 if j == i else 1 for j in range(x.dim())]) if want else index
        position = position * have + here
    return F.embedding(position.expand(index.shape), x.reshape(-1, 1)).squeeze(-1)
