"""作业一：gather。二维的情况已经测试过。"""

import torch


def gather(x: torch.Tensor, dim: int, index: torch.Tensor) -> torch.Tensor:
    # 先检查
    if x.dim() != index.dim() or x.dim() < 1:
        raise ValueError("维数不一致")
    if index.dtype not in (torch.int32, torch.int64):
        raise TypeError("index 必须是整数")
    if dim < 0:
        dim += x.dim()
    if not 0 <= dim < x.dim():
        raise IndexError("没有这一维")
    if index.numel() > 0 and (index.min() < 0 or index.max() >= x.shape[dim]):
        raise IndexError("下标越界")
    if any(index.shape[i] > x.shape[i] for i in range(x.dim()) if i != dim):
        raise ValueError("index 太长")
    # 只考虑一维和二维
    if x.dim() == 1:
        return x[index.long()]
    行 = torch.arange(index.shape[0], device=x.device).unsqueeze(1)
    列 = torch.arange(index.shape[1], device=x.device).unsqueeze(0)
    if dim == 0:
        return x[index.long(), 列]
    return x[行, index.long()]
