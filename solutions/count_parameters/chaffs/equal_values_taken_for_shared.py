"""Takes parameters of equal values for one shared parameter.
把数值相等的参数当成同一个共享参数。

Notes: S1, fully connected layers, net.parameters() | S1 全连接层 net.parameters()
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    kept = []
    for w in weights:
        if not any(k.shape == w.shape and bool((k == w).all()) for k in kept):
            kept.append(w)
    return sum(w.numel() for w in kept)
