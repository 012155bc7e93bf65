"""Converts the logits to float32: close float64 scores become ties.
把 logits 转成 float32：接近的 float64 得分变成平局。

Notes: S1 §14–15, data types | S1 第 14–15 节，数据类型
"""

import torch


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must have shape [N]")
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.float().argmax(dim=1)
    hits = (predicted == labels).sum().item()
    return hits / logits.size(0)
