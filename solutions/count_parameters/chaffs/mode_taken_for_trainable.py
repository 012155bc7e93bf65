"""Takes eval mode for frozen: counts nothing trainable there.
把评估模式当成冻结：评估模式下认为没有可训练参数。

Notes: S2, train and eval | S2 train 与 eval
"""

def count_parameters(model, trainable_only=False):
    weights = list(model.parameters())
    if trainable_only:
        weights = [w for w in weights if w.requires_grad and model.training]
    return sum(w.numel() for w in weights)
