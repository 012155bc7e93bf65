"""Walks through the children itself and counts a shared layer at each place.
自己递归遍历子模块，共享的层在每个位置都计一次。

Notes: S2, building modules: children and modules | S2 构建模块：children 与 modules
"""

def count_parameters(model, trainable_only=False):
    own = [w for w in model._parameters.values() if w is not None]
    count = sum(w.numel() for w in own if w.requires_grad or not trainable_only)
    return count + sum(count_parameters(child, trainable_only) for _, child in list(model._modules.items()))
