"""Counts bytes: numel times the element's size.
数的是字节数：元素个数乘以元素大小。

Notes: S1, numel | S1 numel
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return sum(w.numel() * w.element_size() for w in weights)
