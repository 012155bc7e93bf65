"""Reference for binary_metrics: four counts, five quotients."""

import torch


def binary_metrics(pred: torch.Tensor, target: torch.Tensor) -> dict[str, float]:
    """Return accuracy, error_rate, precision, recall and fpr of 0/1 predictions [N] for 0/1 targets [N]."""
    if pred.shape != target.shape:
        raise ValueError(f"pred {tuple(pred.shape)} and target {tuple(target.shape)} differ in shape")
    said, true = pred.bool(), target.bool()
    tp, fp = _count(said & true), _count(said & ~true)
    fn, tn = _count(~said & true), _count(~said & ~true)
    return {
        "accuracy": _ratio(tp + tn, pred.numel()),
        "error_rate": _ratio(fp + fn, pred.numel()),
        "precision": _ratio(tp, tp + fp),
        "recall": _ratio(tp, tp + fn),
        "fpr": _ratio(fp, fp + tn),
    }


def _count(mask: torch.Tensor) -> int:
    return int(mask.sum().item())


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
