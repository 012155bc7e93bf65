"""One flat vector for all maps, index_put with an offset per map.
所有的图排成一个一维向量，每张图加上偏移后 index_put。
"""

import torch


def max_unpool2d(x, indices, out_hw):
    height, width = int(out_hw[0]), int(out_hw[1])
    area = height * width
    bad = torch.logical_or(indices.lt(0), indices.ge(area))
    if bad.any().item():
        raise ValueError(f"{int(bad.sum())} indices out of range")
    planes = x.size(0) * x.size(1)
    offsets = torch.arange(planes, device=x.device).mul(area).reshape(x.size(0), x.size(1), 1, 1)
    flat = (indices + offsets).reshape(-1)
    out = torch.zeros(planes * area, dtype=x.dtype, device=x.device)
    return out.index_put((flat,), x.reshape(-1)).reshape(x.size(0), x.size(1), height, width)
