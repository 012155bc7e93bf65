"""Counts the parameter tensors, not the numbers in them.
数的是参数张量的个数，而不是其中数的个数。

Notes: S1, fully connected layers, net.parameters() | S1 全连接层 net.parameters()
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return len(weights)
