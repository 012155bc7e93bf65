"""Freezes the parameters while it looks at them.
一边查看参数一边把它们冻结了。

Notes: S1, fully connected layers, net.parameters() | S1 全连接层 net.parameters()
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    for w in model.parameters():
        w.requires_grad_(False)
    return sum(w.numel() for w in weights)
