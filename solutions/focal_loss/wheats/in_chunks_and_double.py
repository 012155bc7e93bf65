"""Works through the batch in chunks, in float64 whatever came in, and casts back at the end.
分块处理，统一用 float64 计算，最后再转换回来。
"""

import sys

import torch
import torch.nn.functional as F

CHUNK = 4


def _chunk_loss(x, y, alpha, gamma):
    x = x.double()
    z = torch.where(y, x, -x)
    a = torch.where(y, alpha, 1.0 - alpha)
    return -a * torch.sigmoid(-z) ** gamma * F.logsigmoid(z)


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.ndim != targets.ndim or any(m != n for m, n in zip(logits.shape, targets.shape, strict=True)):
        raise ValueError("shapes")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("reduction")
    flat_x, flat_y = logits.reshape(-1), targets.reshape(-1) > 0
    parts = [
        _chunk_loss(x, y, alpha, gamma)
        for x, y in zip(flat_x.split(CHUNK), flat_y.split(CHUNK), strict=True)
    ]
    print("chunks:", len(parts), file=sys.stderr)
    loss = torch.cat(parts).view(logits.shape)
    if reduction != "none":
        loss = loss.sum() if reduction == "sum" else loss.mean()
    return loss.to(logits.dtype)


if __name__ == "__main__":
    x = torch.tensor([-3.0, 0.0, -60.0])
    print(focal_loss(x, torch.ones(3), reduction="none"))
