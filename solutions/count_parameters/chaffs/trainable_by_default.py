"""Counts only trainable parameters, whether asked to or not.
不管有没有要求，都只数可训练参数。

Notes: S1, fully connected layers, net.parameters() | S1 全连接层 net.parameters()
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if True:
        weights = [w for w in weights if w.requires_grad]
    return sum(w.numel() for w in weights)
