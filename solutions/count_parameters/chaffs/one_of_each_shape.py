"""Takes parameters of the same shape for the same parameter.
把形状相同的参数当成同一个参数。

Notes: S1, fully connected layers, net.parameters() | S1 全连接层 net.parameters()
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return sum(w.numel() for w in {tuple(w.shape): w for w in weights}.values())
