"""Float dot products and a divisor of at least 1.
浮点点积，除数至少取 1。
"""

import torch


def binary_metrics(pred, target):
    if pred.shape != target.shape:
        raise ValueError("pred and target must have the same shape")
    p, t = pred.float(), target.float()
    n = torch.tensor(float(p.numel()), device=p.device)
    tp = p @ t
    fp = p @ (1 - t)
    fn = (1 - p) @ t
    tn = (1 - p) @ (1 - t)
    div = lambda a, b: (a / b.clamp(min=1)).item()
    return {
        "accuracy": div(tp + tn, n),
        "error_rate": div(fp + fn, n),
        "precision": div(tp, tp + fp),
        "recall": div(tp, tp + fn),
        "fpr": div(fp, fp + tn),
    }
