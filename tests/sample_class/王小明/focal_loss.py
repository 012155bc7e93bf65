"""作业一：焦点损失。"""

import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("形状不同")
    y = targets.float()
    z = torch.where(y > 0, logits, -logits)
    p = torch.sigmoid(z)
    # 避免除以零：gamma 为 0 时不用调制因子；其余按公式
    factor = 1.0 if gamma == 0 else (1 - p + 1e-6) ** gamma
    weight = alpha * y + (1 - alpha) * (1 - y)
    loss = -weight * factor * F.logsigmoid(z)
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError("reduction 只能是 none、mean、sum")
