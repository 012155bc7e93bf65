"""Walks through the modules, each once, but counts a parameter that two of its names share twice.
每个模块只走一次，但一个参数有两个名字时计了两次。

Notes: S2, building modules: children and modules | S2 构建模块：children 与 modules
"""

def count_parameters(model, trainable_only=False):
    return sum(
        w.numel()
        for module in model.modules()
        for w in module._parameters.values()
        if w is not None and (w.requires_grad or not trainable_only)
    )
