"""Counts matrices and kernels, and leaves every bias out.
只数矩阵和卷积核，漏掉了所有偏置。

Notes: S1, fully connected layers, net.parameters() | S1 全连接层 net.parameters()
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return sum(w.numel() for w in weights if w.ndim > 1)
