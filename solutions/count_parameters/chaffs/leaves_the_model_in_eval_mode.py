"""Puts the model into eval mode before it counts, and leaves it there.
统计之前把模型切到评估模式，之后没有切回来。

Notes: S2, train and eval | S2 train 与 eval
"""

def count_parameters(model, trainable_only=False):
    model.eval()
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return sum(w.numel() for w in weights)
