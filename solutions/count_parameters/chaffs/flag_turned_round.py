"""Counts the frozen parameters where the trainable ones are asked for.
要求数可训练参数时，数成了被冻结的参数。

Notes: S1, fully connected layers, net.parameters() | S1 全连接层 net.parameters()
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if not w.requires_grad]
    return sum(w.numel() for w in weights)
