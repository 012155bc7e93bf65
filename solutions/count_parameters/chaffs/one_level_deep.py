"""Looks at the children only, not at what is inside them.
只看直接子模块，不看更深的层。

Notes: S2, building modules: children and modules | S2 构建模块：children 与 modules
"""

def count_parameters(model, trainable_only=False):
    near = [model, *model.children()]
    weights = list({id(w): w for m in near for w in m.parameters(recurse=False)}.values())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad]
    return sum(w.numel() for w in weights)
