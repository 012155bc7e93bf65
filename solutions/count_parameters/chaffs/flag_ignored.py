"""Accepts trainable_only and never looks at it.
接收了 trainable_only，却从来没有用到。

Notes: S1, fully connected layers, net.parameters() | S1 全连接层 net.parameters()
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    return sum(w.numel() for w in weights)
