"""Returns a 0-d tensor instead of an int.
返回的是 0 维张量，而不是 int。

Notes: S1, fully connected layers, net.parameters() | S1 全连接层 net.parameters()
"""

import torch


def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return torch.tensor([w.numel() for w in weights], dtype=torch.long).sum()
